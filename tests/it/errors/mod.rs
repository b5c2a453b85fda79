//! Every variant of every public error: what it says, and where its cause is.

mod audit;
mod exact;
mod lifecycle;
#[cfg(feature = "notices")]
mod notice;
mod rates;
mod report;
mod schemes;
mod sizes;
mod standard;
mod stats;
mod zone;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error as StdError;
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use standard_land::allocation::{Milestone, Milestones, SupervisionNumber};
use standard_land::calendar::Year;
use standard_land::industry::{CategoryScheme, Edition, IndustrySet, PrintedCode};
use standard_land::jiff::civil::date;
use standard_land::land_use::{Edition as LandUseEdition, LandUse};
use standard_land::parcel::{ParcelCode, ParcelId};
use standard_land::region::StatisticalCode;
use standard_land::register::{Block, RegisterError};
use standard_land::stats::{Breakdown, StatsError};
use standard_land::{
    Allocation, Area, CreditCode, DivisionCode, Error, IndustryCode, Language, Parcel, Register,
    Tally,
};

use crate::api::{allocation, block, enterprise, parcel, parse, tally};

/// An error as its function returned it, and in the error over all of them.
struct Case {
    /// `RatioError::ZeroWhole`.
    variant: String,
    error: Box<dyn StdError>,
    wrapped: Error,
}

#[track_caller]
fn case<T: Debug, E>(result: Result<T, E>) -> Case
where
    E: StdError + Clone + Into<Error> + 'static,
{
    let error = result.unwrap_err();
    let debug = format!("{error:?}");
    let variant = debug.split([' ', '(']).next().unwrap_or_default();
    let name = std::any::type_name::<E>().rsplit("::").next();
    Case {
        variant: format!("{}::{variant}", name.unwrap_or_default()),
        wrapped: error.clone().into(),
        error: Box::new(error),
    }
}

/// The case of a text that is refused.
#[track_caller]
fn text<T: FromStr<Err: StdError + Clone + Into<Error> + 'static> + Debug>(given: &str) -> Case {
    case(given.parse::<T>())
}

/// The number errors stand inside others.
fn codes() -> Vec<Case> {
    let long = "号".repeat(101);
    vec![
        text::<DivisionCode>("1411"),
        text::<DivisionCode>("14112X"),
        text::<DivisionCode>("041121"),
        text::<DivisionCode>("140021"),
        text::<StatisticalCode>("1411210010"),
        case(LandUse::new(LandUseEdition::Gbt2017, "0699")),
        text::<LandUse>("0601"),
        text::<IndustryCode>("75140"),
        text::<IndustryCode>("7599"),
        case(PrintedCode::read(Edition::E2017, None, "M3411")),
        case(PrintedCode::read(Edition::E2017, None, "341大类")),
        case(IndustrySet::of(
            Edition::E2017,
            [parse("GB/T 4754-2002 36")],
        )),
        text::<CreditCode>("9114"),
        text::<CreditCode>("91350100M000100Y4Z"),
        text::<CreditCode>("91350100M000100Y44"),
        text::<CreditCode>("91350100M000100Y53"),
        text::<ParcelCode>("2019-81"),
        text::<ParcelCode>("141121001002XB00017"),
        text::<ParcelCode>("140021001002GB00017"),
        text::<SupervisionNumber>("2012"),
        text::<SupervisionNumber>("1400212012B00017"),
        case(Year::new(0)),
        text::<ParcelId>(""),
        text::<ParcelId>(" 1"),
        text::<ParcelId>("1\u{200b}"),
        text::<ParcelId>("1\u{7}2"),
        case(long.parse::<ParcelId>()),
    ]
}

fn schemes() -> Vec<Case> {
    let scheme = |lines: &str| format!("name = n\nedition = e\nsource = s\n{lines}").parse();
    let scheme = |lines: &str| -> Result<CategoryScheme, _> { scheme(lines) };
    vec![
        text::<CategoryScheme>("name = n"),
        case(scheme("name = another")),
        text::<CategoryScheme>("name =\nedition = e\nsource = s"),
        case(scheme("751")),
        case(scheme("7599 other full")),
        case(scheme("751 other half")),
        case(scheme("751 other full\n751 other full")),
        case(scheme("751 other full\n751 industry partial")),
    ]
}

fn records() -> Vec<Case> {
    let granted = allocation("A-1", "P-1", "某公司", "1 ha");
    let signed = |day| Milestones::default().with(Milestone::Signed, day);
    let backwards = signed(date(2024, 5, 2)).with(Milestone::Ended, date(2024, 5, 1));
    let of_2024 = granted.clone().with_year(parse("2024"));
    vec![
        case(Parcel::new(parse("P-1"), Area::ZERO)),
        case(Allocation::new(
            parse("A-1"),
            parse("P-1"),
            parse("某公司"),
            Area::ZERO,
        )),
        case(granted.clone().with_price(parse("-0.01 CNY"))),
        case(granted.with_dates(backwards)),
        case(of_2024.and_then(|it| it.with_dates(signed(date(2023, 12, 31))))),
        case(Block::new(parse("rest"), 0, parse("1 ha"))),
        case(Block::new(parse("rest"), 3, Area::ZERO)),
    ]
}

fn rules() -> Vec<Case> {
    let mut register = Register::new();
    register.add_parcel(parcel("P-1", "1 ha")).unwrap();
    register.add_enterprise(enterprise("某公司")).unwrap();
    register.add_block(block("rest", 3, "1 ha")).unwrap();
    let granted = |id| allocation(id, "P-1", "某公司", "1 ha");
    let ended = Milestones {
        signed: Some(date(2020, 1, 1)),
        ended: Some(date(2021, 1, 1)),
        ..Milestones::default()
    };
    register
        .add_allocation(granted("A-0").with_dates(ended).unwrap())
        .unwrap();
    let overlapping = ended.with(Milestone::Signed, date(2020, 12, 31));
    register.add_allocation(granted("A-1")).unwrap();
    let signed = |id, day| register.clone().record(&parse(id), Milestone::Signed, day);
    let coded = enterprise("某公司").with_code(parse::<CreditCode>("91140106713678575D"));
    vec![
        case(register.clone().add_parcel(parcel("P-1", "1 ha"))),
        case(register.clone().add_enterprise(enterprise("某公司"))),
        case(register.clone().add_enterprise(coded)),
        case(register.clone().add_allocation(granted("A-1"))),
        case(register.clone().add_block(block("rest", 3, "1 ha"))),
        case(
            register
                .clone()
                .add_allocation(allocation("A-2", "P-9", "某公司", "1 ha")),
        ),
        case(
            register
                .clone()
                .add_allocation(allocation("A-2", "P-1", "无名", "1 ha")),
        ),
        case(signed("A-9", date(2024, 5, 1))),
        case(register.clone().add_allocation(granted("A-2"))),
        case(
            register
                .clone()
                .add_allocation(granted("A-2").with_dates(overlapping).unwrap()),
        ),
        case(
            register
                .clone()
                .add_allocation(allocation("A-2", "P-1", "某公司", "1.5 ha")),
        ),
        case(signed("A-0", date(2024, 5, 1))),
        case(
            register
                .clone()
                .record(&parse("A-0"), Milestone::ActualStart, date(2019, 1, 1)),
        ),
    ]
}

fn stats() -> Vec<Case> {
    let full = Tally::one(Area::MAX);
    vec![
        case(full.checked_add(&tally(1, "1 ha"))),
        case(Tally::new(0, parse("1 ha"))),
        case(Breakdown::new().push_columns(&["a", "b"], &[Area::ZERO])),
        // No function returns it: it is the text of an error of the format.
        case::<(), _>(Err(StatsError::RowRepeated)),
    ]
}

fn all() -> impl Iterator<Item = Case> {
    let rooms = [
        exact::fractions(),
        audit::intervals(),
        audit::claims(),
        exact::quantities(),
        codes(),
        schemes(),
        schemes::tables(),
        records(),
        rules(),
        stats(),
        report::reports(),
        stats::periods_and_trends(),
        rates::rates_and_samples(),
        lifecycle::lives(),
        lifecycle::oversight(),
        standard::units(),
        standard::thresholds(),
        standard::standards(),
        standard::promises(),
        report::reports(),
        zone::quotas(),
        zone::prices(),
        zone::evaluations(),
        zone::agency(),
        lifecycle::lives(),
        lifecycle::oversight(),
        stats::periods_and_trends(),
        #[cfg(feature = "notices")]
        notice::notices(),
    ];
    rooms.into_iter().flatten()
}

/// What every error says, as the golden file holds it.
fn listing() -> BTreeSet<String> {
    let source = |error: &dyn StdError| error.source().map(ToString::to_string);
    let mut entries = BTreeSet::new();
    for Case {
        variant,
        error,
        wrapped,
    } in all()
    {
        let text = error.to_string();
        let cause = source(&*error);
        assert!(
            cause.as_ref().is_none_or(|cause| !text.contains(cause)),
            "{variant}: twice"
        );
        // The error over all of them adds no words and no link of its own.
        assert_eq!(wrapped.to_string(), text);
        assert_eq!(source(&wrapped), cause, "{variant}");
        let english = wrapped.describe(Language::English).to_string();
        let whole = cause.map_or(text.clone(), |cause| format!("{text}: {cause}"));
        assert!(english.starts_with(&whole), "{variant}: {english}");
        let chinese = wrapped.describe(Language::Chinese).to_string();
        let speaks = chinese.chars().any(|it| ('一'..='龥').contains(&it));
        assert!(speaks, "{variant}: {chinese}");
        let field = wrapped.field().unwrap_or("-");
        entries.insert(format!(
            "{variant}\n  {} {field}\n  {english}\n  {chinese}\n",
            wrapped.code()
        ));
    }
    entries
}

/// Programs keep these: small letters, digits and hyphens, and each once.
#[test]
fn codes_are_hyphenated_and_unique() {
    let mut codes: BTreeMap<&str, String> = BTreeMap::new();
    for Case {
        variant, wrapped, ..
    } in all()
    {
        let code = wrapped.code();
        let is_plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        assert!(code.bytes().all(is_plain) && code.contains('-'), "{code}");
        assert_eq!(
            codes.entry(code).or_insert(variant.clone()),
            &variant,
            "{code}"
        );
        let field = wrapped.field().unwrap_or("area");
        let is_name = |it: u8| it.is_ascii_lowercase() || it == b'_';
        assert!(!field.is_empty() && field.bytes().all(is_name), "{field}");
    }
    assert!(codes.len() > 200, "{}", codes.len());
}

#[test]
fn rules_over_a_whole_record_name_its_field() {
    let fields: BTreeMap<&str, Option<&str>> = all()
        .map(|case| case.wrapped)
        .map(|error| (error.code(), error.field()))
        .collect();
    for (code, field) in [
        ("allocation-area-zero", "area"),
        ("allocation-dates-backwards", "ended"),
        ("allocation-price-negative", "price"),
        ("allocation-year-differs", "year"),
        ("credit-code-check", "credit_code"),
        ("parcel-area-zero", "area"),
        ("register-allocation", "actual_start"),
    ] {
        assert_eq!(fields[code], Some(field), "{code}");
    }
}

/// `UPDATE_GOLDEN=1` writes the file anew.
#[test]
fn what_errors_say_is_what_the_golden_file_holds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden/errors.txt");
    let listing = listing();
    let is_whole = cfg!(all(feature = "serde", feature = "notices", feature = "svg"));
    let text: String = listing.iter().map(String::as_str).collect();
    if is_whole && std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &text).unwrap();
    }
    let golden = fs::read_to_string(&file).unwrap();
    if is_whole {
        assert_eq!(text, golden);
    } else {
        let missing: Vec<_> = listing.iter().filter(|it| !golden.contains(*it)).collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_row_that_is_there_twice_is_refused_in_those_words() {
    let row = r#"{"key":"7514","tally":{"parcels":"1","area":"1 ha"}}"#;
    let unkeyed = r#"{"key":null,"tally":{"parcels":"1","area":"1 ha"}}"#;
    let empty = r#"{"key":"7514","tally":{"parcels":"0","area":"0 ha"}}"#;
    let read = |rows: &[&str]| {
        let json = format!("[{}]", rows.join(","));
        let read = serde_json::from_str::<Breakdown<IndustryCode>>(&json);
        read.map_err(|error| error.to_string())
    };
    assert!(read(&[row, unkeyed]).is_ok());
    for rows in [[row, row], [unkeyed, unkeyed], [row, empty]] {
        assert!(read(&rows).is_err_and(|it| it.contains(&StatsError::RowRepeated.to_string())));
    }
}

/// Variants of [`Error`] that are there with the feature `notices` only.
const NEEDS_NOTICES: [&str; 2] = ["Read", "Record"];

/// The variant that is there with the feature `svg` only.
const NEEDS_SVG: (&str, &str) = ("ReportError", "Id");

/// The variants of all public error enums, as they stand in the source.
fn declared(directory: &Path, variants: &mut BTreeSet<String>) {
    let entries = fs::read_dir(directory).unwrap();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.ends_with("notice") && cfg!(not(feature = "notices")) {
            // Not compiled, and so not produced.
        } else if path.is_dir() {
            declared(&path, variants);
        } else if let Ok(source) = fs::read_to_string(&path) {
            let mut name = None;
            for line in source.lines() {
                if let Some(found) = line.strip_prefix("pub enum ") {
                    name = found
                        .strip_suffix(" {")
                        .filter(|name| name.ends_with("Error"));
                } else if line == "}" {
                    name = None;
                } else if let (Some(name), Some(variant)) = (name, line.strip_prefix("    ")) {
                    let variant = variant.split(['(', ',', ' ']).next().unwrap_or_default();
                    let off = cfg!(not(feature = "notices")) && NEEDS_NOTICES.contains(&variant)
                        || cfg!(not(feature = "svg")) && (name, variant) == NEEDS_SVG;
                    if !off && variant.starts_with(|c: char| c.is_ascii_uppercase()) {
                        variants.insert(format!("{name}::{variant}"));
                    }
                }
            }
        }
    }
}

#[test]
fn every_variant_is_produced() {
    let mut declared_variants = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    declared(&source, &mut declared_variants);
    assert!(declared_variants.len() > 80, "{}", declared_variants.len());
    let mut produced = BTreeSet::new();
    for Case {
        variant, wrapped, ..
    } in all()
    {
        produced.insert(variant);
        let debug = format!("{wrapped:?}");
        produced.insert(format!(
            "Error::{}",
            debug.split('(').next().unwrap_or_default()
        ));
    }
    let missing: Vec<_> = declared_variants.difference(&produced).collect();
    assert!(missing.is_empty(), "{missing:?}");
    // And a rule's cause is kept as it is.
    let cause: Result<(), RegisterError> = records()
        .into_iter()
        .find_map(|case| match case.wrapped {
            Error::Allocation(error) => Some(Err((*error).into())),
            _ => None,
        })
        .unwrap_or(Ok(()));
    assert!(matches!(cause, Err(RegisterError::Allocation(_))));
}
