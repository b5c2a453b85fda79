//! Every variant of every public error: what it says, and where its cause is.

#![expect(clippy::string_slice, reason = "a panic is how a test fails")]

mod audit;
mod exact;
mod lifecycle;
#[cfg(feature = "notices")]
mod notice;
mod rates;
mod report;
mod schemes;
mod standard;
mod stats;
mod zone;

use std::collections::BTreeSet;
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
    Allocation, Area, CreditCode, DivisionCode, Error, IndustryCode, Parcel, Register, Tally,
};

use crate::api::{allocation, block, enterprise, parcel, parse, tally};

/// An error with its text, and the text of its cause, as they should be.
struct Case {
    /// `RatioError::ZeroWhole`.
    variant: String,
    error: Box<dyn StdError>,
    wrapped: Error,
    text: String,
    cause: Option<&'static str>,
}

#[track_caller]
fn case<T: Debug, E>(result: Result<T, E>, text: impl Into<String>) -> Case
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
        text: text.into(),
        cause: None,
    }
}

/// The case of a text that is refused.
#[track_caller]
fn text<T: FromStr<Err: StdError + Clone + Into<Error> + 'static> + Debug>(
    given: &str,
    text: &str,
) -> Case {
    case(given.parse::<T>(), text)
}

impl Case {
    fn because(mut self, cause: &'static str) -> Self {
        self.cause = Some(cause);
        self
    }
}

/// The number errors stand inside of others.
fn codes() -> Vec<Case> {
    let long = "号".repeat(101);
    vec![
        text::<DivisionCode>(
            "1411",
            r#""1411" has 4 characters, not the 6 of a division code"#,
        ),
        text::<DivisionCode>(
            "14112X",
            r#""14112X" has 'X' as character 6, which is no digit"#,
        ),
        text::<DivisionCode>(
            "041121",
            r#""041121" starts with zero, as no division code does"#,
        ),
        text::<DivisionCode>("140021", r#""140021" names a county without a prefecture"#),
        text::<StatisticalCode>(
            "1411210010",
            r#""1411210010" has 10 characters, not the 9 or 12 of a statistical code"#,
        ),
        case(
            LandUse::new(LandUseEdition::Gbt2017, "0699"),
            r#""0699" is not a class of GB/T 21010-2017"#,
        ),
        text::<LandUse>(
            "0601",
            r#""0601" names no edition, as in "GB/T 21010-2017 0601""#,
        ),
        text::<IndustryCode>(
            "75140",
            r#""75140" is neither a letter nor two to four digits"#,
        ),
        text::<IndustryCode>("7599", r#""7599" is not in GB/T 4754-2017"#),
        case(
            PrintedCode::read(Edition::E2017, None, "M3411"),
            r#""M3411" has the letter of another section: 3411 lies in C"#,
        ),
        case(
            PrintedCode::read(Edition::E2017, None, "341大类"),
            r#""341大类" names another level: 341 is a group"#,
        ),
        case(
            IndustrySet::of(Edition::E2017, [parse("GB/T 4754-2002 36")]),
            "GB/T 4754-2002 36 is not of GB/T 4754-2017; carry it over first",
        ),
        text::<CreditCode>(
            "9114",
            r#""9114" has 4 characters, not the 18 of a credit code"#,
        ),
        text::<CreditCode>(
            "91350100M000100Y4Z",
            r#""91350100M000100Y4Z" has 'Z' as character 18, which no credit code has"#,
        ),
        text::<CreditCode>(
            "91350100M000100Y44",
            r#""91350100M000100Y44" ends with '4', but its check character is '3'"#,
        ),
        text::<CreditCode>(
            "91350100M000100Y53",
            r#""91350100M000100Y53" has '5' as character 17, but the organisation code needs '4'"#,
        ),
        text::<ParcelCode>(
            "2019-81",
            r#""2019-81" has 7 characters, not the 19 of a parcel code"#,
        ),
        text::<ParcelCode>(
            "141121001002XB00017",
            r#""141121001002XB00017" cannot have 'X' as character 13"#,
        ),
        text::<ParcelCode>(
            "140021001002GB00017",
            r#""140021001002GB00017" does not begin with a division code"#,
        )
        .because(r#""140021" names a county without a prefecture"#),
        text::<SupervisionNumber>("2012", r#""2012" has not the form of "1411212012B00017""#),
        text::<SupervisionNumber>(
            "1400212012B00017",
            r#""1400212012B00017" does not begin with a division code"#,
        )
        .because(r#""140021" names a county without a prefecture"#),
        case(Year::new(0), r#""0" is no year from 0001 to 9999"#),
        text::<ParcelId>("", "a name or number cannot be empty"),
        text::<ParcelId>(" 1", r#"" 1" begins or ends with white space"#),
        text::<ParcelId>(
            "1\u{200b}",
            r#""1\u{200b}" has the invisible character '\u{200b}' as character 2"#,
        ),
        text::<ParcelId>(
            "1\u{7}2",
            r#""1\u{7}2" has the control character '\u{7}' as character 2"#,
        ),
        case(
            long.parse::<ParcelId>(),
            format!(
                r#""{}…" has 101 characters, more than 100"#,
                "号".repeat(32)
            ),
        ),
    ]
}

fn schemes() -> Vec<Case> {
    let scheme = |lines: &str| format!("name = n\nedition = e\nsource = s\n{lines}").parse();
    let scheme = |lines: &str| -> Result<CategoryScheme, _> { scheme(lines) };
    vec![
        text::<CategoryScheme>("name = n", "the scheme does not say its edition"),
        case(
            scheme("name = another"),
            "line 4 says the name of the scheme again",
        ),
        text::<CategoryScheme>(
            "name =\nedition = e\nsource = s",
            "the name of the scheme cannot be held",
        )
        .because("a name or number cannot be empty"),
        case(
            scheme("751"),
            r#"line 4, "751", is not "code category extent""#,
        ),
        case(scheme("7599 other full"), "line 4 names no industry code")
            .because(r#""7599" is not in GB/T 4754-2017"#),
        case(
            scheme("751 other half"),
            "line 4 names no category or extent",
        )
        .because(r#""half" is not an extent of membership"#),
        case(
            scheme("751 other full\n751 other full"),
            "751 is listed twice for other",
        ),
        case(
            scheme("751 other full\n751 industry partial"),
            "751 belongs in full to one category and is listed for another",
        ),
    ]
}

fn records() -> Vec<Case> {
    let granted = allocation("A-1", "P-1", "某公司", "1 ha");
    let signed = |day| Milestones::default().with(Milestone::Signed, day);
    let backwards = signed(date(2024, 5, 2)).with(Milestone::Ended, date(2024, 5, 1));
    let of_2024 = granted.clone().with_year(parse("2024"));
    vec![
        case(
            Parcel::new(parse("P-1"), Area::ZERO),
            "parcel P-1 has no area",
        ),
        case(
            Allocation::new(parse("A-1"), parse("P-1"), parse("某公司"), Area::ZERO),
            "allocation A-1 has no area",
        ),
        case(
            granted.clone().with_price(parse("-0.01 CNY")),
            "allocation A-1 has the price -0.01 CNY, below zero",
        ),
        case(
            granted.with_dates(backwards),
            "allocation A-1 has ended on 2024-05-01, before signed on 2024-05-02",
        ),
        case(
            of_2024.and_then(|it| it.with_dates(signed(date(2023, 12, 31)))),
            "allocation A-1 is of 2024, but was signed on 2023-12-31",
        ),
        case(
            Block::new(parse("rest"), 0, parse("1 ha")),
            "block rest has 1 ha but no parcels",
        ),
        case(
            Block::new(parse("rest"), 3, Area::ZERO),
            "block rest has 3 parcels but no area",
        ),
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
        .allocate(granted("A-0").with_dates(ended).unwrap())
        .unwrap();
    let overlapping = ended.with(Milestone::Signed, date(2020, 12, 31));
    register.allocate(granted("A-1")).unwrap();
    let signed = |id, day| register.clone().record(&parse(id), Milestone::Signed, day);
    let coded = enterprise("某公司").with_code(parse::<CreditCode>("91140106713678575D"));
    vec![
        case(
            register.clone().add_parcel(parcel("P-1", "1 ha")),
            "parcel P-1 is in the register already",
        ),
        case(
            register.clone().add_enterprise(enterprise("某公司")),
            "enterprise 某公司 is in the register already",
        ),
        case(
            register.clone().add_enterprise(coded),
            "某公司 cannot be told from another enterprise of that name without credit codes",
        ),
        case(
            register.clone().allocate(granted("A-1")),
            "allocation A-1 is in the register already",
        ),
        case(
            register.clone().add_block(block("rest", 3, "1 ha")),
            "block rest is in the register already",
        ),
        case(
            register
                .clone()
                .allocate(allocation("A-2", "P-9", "某公司", "1 ha")),
            "allocation A-2 is of parcel P-9, which is not in the register",
        ),
        case(
            register
                .clone()
                .allocate(allocation("A-2", "P-1", "无名", "1 ha")),
            "allocation A-2 is to 无名, which is not in the register",
        ),
        case(
            signed("A-9", date(2024, 5, 1)),
            "allocation A-9 is not in the register",
        ),
        case(
            register.clone().allocate(granted("A-2")),
            "allocation A-2 is of parcel P-1, which A-1 holds",
        ),
        case(
            register
                .clone()
                .allocate(granted("A-2").with_dates(overlapping).unwrap()),
            "A-2 was signed on 2020-12-31, but A-0 held parcel P-1 until 2021-01-01",
        ),
        case(
            register
                .clone()
                .allocate(allocation("A-2", "P-1", "某公司", "1.5 ha")),
            "allocation A-2 grants 1.5 ha of parcel P-1, which has 1 ha",
        ),
        case(
            signed("A-0", date(2024, 5, 1)),
            "signed of allocation A-0 was recorded before, for 2020-01-01",
        ),
        case(
            register
                .clone()
                .record(&parse("A-0"), Milestone::ActualStart, date(2019, 1, 1)),
            "the allocation cannot be changed so",
        )
        .because("allocation A-0 has actual-start on 2019-01-01, before signed on 2020-01-01"),
    ]
}

fn stats() -> Vec<Case> {
    let full = Tally::one(Area::MAX);
    vec![
        case(
            full.checked_add(&tally(1, "1 ha")),
            "(1 parcel, 12297829382.47303441 ha) + (1 parcel, 1 ha) is outside of what a tally holds",
        ),
        case(
            Tally::new(0, parse("1 ha")),
            "1 ha of no parcels cannot be counted",
        ),
        case(
            Breakdown::new().push_columns(&["a", "b"], &[Area::ZERO]),
            "2 keys do not go with 1 areas",
        ),
        // No function returns it: it is the text of an error of the format.
        case::<(), _>(
            Err(StatsError::RowRepeated),
            "a row of the breakdown is empty or there twice",
        ),
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

#[test]
fn every_error_says_what_and_leaves_the_cause_to_its_source() {
    for Case {
        variant,
        error,
        wrapped,
        text,
        cause,
    } in all()
    {
        let source = |error: &dyn StdError| error.source().map(ToString::to_string);
        assert_eq!(error.to_string(), text, "{variant}");
        assert_eq!(source(&*error).as_deref(), cause, "{variant}");
        assert!(
            cause.is_none_or(|cause| !text.contains(cause)),
            "{variant}: twice"
        );
        // The error over all of them adds no words and no link of its own.
        assert_eq!(wrapped.to_string(), text);
        assert_eq!(source(&wrapped).as_deref(), cause, "{variant}");
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
            Error::Allocation(error) => Some(Err(error.into())),
            _ => None,
        })
        .unwrap_or(Ok(()));
    assert!(matches!(cause, Err(RegisterError::Allocation(_))));
}
