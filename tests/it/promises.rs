//! What the public types can do: all of them, from one list that is complete.

#[cfg(feature = "schemars")]
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::fs;
#[cfg(feature = "notices")]
use std::fs::File;
use std::marker::PhantomData;
use std::path::Path;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
#[cfg(feature = "schemars")]
use standard_land::schemars::JsonSchema;

use crate::api::{parse, tally};

/// What a type can do.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one question")]
struct Type {
    /// `audit::Claim`.
    name: String,
    is_printed: bool,
    is_parsed: bool,
    is_written: bool,
    is_read: bool,
    #[cfg(feature = "schemars")]
    schema: Option<String>,
    comes_back: Option<ComesBack>,
}

/// Whether what a text is read as prints to a text that is read as an equal
/// value; `None` when the text is refused.
type ComesBack = fn(&str) -> Option<bool>;

/// Asks whether a type has a trait: what it has of its own goes before what
/// [`Lacks`] gives to all.
struct Of<T>(PhantomData<T>);

impl<T: Display> Of<T> {
    const IS_PRINTED: bool = true;
}

impl<T: FromStr> Of<T> {
    const IS_PARSED: bool = true;
}

impl<T: Serialize> Of<T> {
    const IS_WRITTEN: bool = true;
}

impl<T: DeserializeOwned> Of<T> {
    const IS_READ: bool = true;
}

#[cfg(feature = "schemars")]
impl<T: JsonSchema> Of<T> {
    const SCHEMA: Option<fn() -> Cow<'static, str>> = Some(T::schema_name);
}

impl<T: Display + FromStr + PartialEq> Of<T> {
    const COMES_BACK: Option<ComesBack> = Some(|given| {
        let value = given.parse::<T>().ok()?;
        let again = value.to_string().parse::<T>();
        Some(again.is_ok_and(|again| again == value))
    });
}

trait Lacks {
    const IS_PRINTED: bool = false;
    const IS_PARSED: bool = false;
    const IS_WRITTEN: bool = false;
    const IS_READ: bool = false;
    #[cfg(feature = "schemars")]
    const SCHEMA: Option<fn() -> Cow<'static, str>> = None;
    const COMES_BACK: Option<ComesBack> = None;
}

impl<T> Lacks for Of<T> {}

macro_rules! types {
    ($( $($module:ident)::+: $( $name:ident $(<$($argument:tt),+>)? ),+; )+) => {{
        let mut types = Vec::new();
        $({
            use standard_land::$($module)::+ as module;
            let path = stringify!($($module)::+).replace(' ', "");
            $({
                type Asked = module::$name $(<$($argument),+>)?;
                types.push(Type {
                    name: format!("{path}::{}", stringify!($name)),
                    is_printed: Of::<Asked>::IS_PRINTED,
                    is_parsed: Of::<Asked>::IS_PARSED,
                    is_written: Of::<Asked>::IS_WRITTEN,
                    is_read: Of::<Asked>::IS_READ,
                    #[cfg(feature = "schemars")]
                    schema: Of::<Asked>::SCHEMA.map(|name| name().into_owned()),
                    comes_back: Of::<Asked>::COMES_BACK,
                });
            })+
        })+
        types
    }};
}

/// Every public type but the errors, of which only one travels.
fn public() -> Vec<Type> {
    use standard_land::report::Table;
    use standard_land::{Area, AreaUnit, Parcel, Ratio};

    let types = types! {
        agency: AverageReduction, Averaging, Burden, Caseload, Change, PackageName, Packages,
            ServicePackage, ZeroBefore;
        allocation: Allocation, AllocationId, Backwards, Milestone, Milestones,
            SupervisionKind, SupervisionNumber, SupplyMethod;
        audit: Claim, Comparison, CountShare, Document, AuditedClaim, AuditedDocument,
            Outcome, Power, Published, Reading, LedgerValue, Relation, Slack, Span,
            Statement, PrintedUnit, Verdict;
        briefing: Account, Audit<'static>, Briefing<'static>, Context, ContextKind, DropReason,
            Dropped<'static>, Figure, Judged<'static>, Kind, Open, Place, Position, Reach, Reason,
            Row, Rule, Side, Slot, Strength, Suspect<'static>;
        calendar: Fullness, Months, Period, PeriodKind, Year;
        commitment: Acceptance, AgreedDates, AgreedStep, Assessment, Commitment,
            Deviation<'static>, Judgement, Fulfilment, Overall, Promise, Shortfall;
        enterprise: CreditCode, Enterprise, EnterpriseId, EnterpriseName, TolerantCreditCode;
        evaluation: Boundary, Criterion, CriterionName, CutOffs, Grade, Missing, Ranked<String>,
            Points, Quotas, Ranking<String>, Scheme, Score, Ties;
        exact: Apportionment, Bounds, Judging, Mode, Modes, ModesIter, Moved, Percent, Ratio, Rounding,
            Step, Sum;
        industry: Agreement, Carried, CarriedMember, CarriedScheme, CategoryLevel, CategoryNumber,
            CategoryScheme, ComparisonRow, Derivation<'static>, Edition, Extent, IndustryCategory,
            IndustryCode, IndustryLevel, IndustrySet, MemberChange, Membership, PrintedCode,
            ProducerService, SchemeCategory, SchemeHead, SchemeMember, SchemeTable;
        land_use: Carried, Edition, LandUse;
        oversight: Action, Cause, Event, Excusable, Excuse, Fee, IdleMeasure,
            IdleRules, IdleStatus, Overdue, PartOf<Area>, Problem, ProblemCounts,
            ProblemId, ProblemList, ProblemState, Remark, Standing, Team, Works;
        parcel: Connections, Destination, Entry, Evidence, Lack, LackReason, Life,
            Move, Parcel, ParcelCode, ParcelId, Requirement, Requirements, Stage, StartOnGrant,
            LifeStep;
        pricing: PaymentAccount, BasisRank, Benefit, Bracket, BuiltFloorArea, DailyRate, FlawedBasis, Flaw,
            FloorFinding, FloorPrice, FloorPrices, Instalment, LandOffer, LateSum, Lateness, LegalBasis, Offer,
            Payment, Quote, ReceiptId, Scale, Schedule, Slice, Balance, Tiering;
        quantity: Area, AreaUnit, Counter, Energy, EnergyUnit, FromFloat<Area>, Length, LengthUnit, Magnitude, Mass, MassUnit, Money,
            MoneyUnit, Printed<AreaUnit>, Qualifier, Term, TermUnit, UnitPrice, Amount, Measure, Unit;
        quota: CarryOver, Closing, PlanEntry, LandPlan, Quota, ZoneName;
        region: Carried, DivisionCode, DivisionLevel, DivisionStatus, Retirement, StatisticalCode,
            SuccessionBasis;
        record: Edit<Parcel>;
        register: Block, BlockId, Grant<'static>, Register;
        report: BriefingPage<'static>, Cell, TableColumn, NamedTally, CrossCells, ReportedFigure, Form, Item, ColumnKind, Language, Origin,
            Rendered<'static, Table>, Report, Section, Sentence, ShareRounding, Piece, Style,
            Table;
        source: Certainty, DocumentId, Source, Sourced<Ratio>;
        standard: Applicable<'static>, ControlStandard, Demanded<'static>, InForce<'static>,
            LocalFinding<'static>, StandardHistory, StandardVersion, CoreIndicator, Direction, StandardName, Floors,
            Force, Formula, Indicator, IndicatorKind, Input, Investment, Limit, Limits,
            LocalStandard, Loosened<'static>, Loosening, MeasureError, Performance, Provision,
            Qualitative, Reference, Storey, Strictness, Threshold;
        stats: Against, AnyKey<String>, Breakdown<String>, By, CrossCell<String, String>, CellWhole,
            Concentration<String>, CrossTab<String, String>, Denominator, Fit, Growing, Growth,
            Held, Interpolation, Pick, Progress, Rate, Reach<Area>, Row<String>, Sample<Ratio>,
            ShareCell<String, String>, ShareRow<String>, Sifted<String>, StepDates, Supply,
            SupplyBase, Tally, Target, Trend, Undated, Unreachable, Whole;
    };
    #[cfg(feature = "notices")]
    let types = [types, notices()].concat();
    #[cfg(feature = "gbk")]
    let types = [types, types! { notice: GbkReader<File>; }].concat();
    #[cfg(feature = "svg")]
    let types = [types, types! { report: Chart; }].concat();
    types
}

#[cfg(feature = "notices")]
fn notices() -> Vec<Type> {
    types! {
        notice: Account, Column, ColumnUnit, Columns, FileKind, Finding, FindingKind,
            IndustryLabel, LabelReading, ListingColumn, NotJudged, Oddity<'static>, Options,
            Outcome, PrintedRow, Reader<File>, Record, Rejection, Repeat, Severity, Total,
            TotalCheck, TotalKind, TotalScope, UnusedColumn, UnusedReason, UsedColumn,
            Writer<File>;
    }
}

/// What prints, and is not read from what it prints: sentences, and records
/// that print what they are called.
const PRINTED_ONLY: &[&str] = &[
    "agency::Caseload",
    "agency::Change",
    "allocation::Allocation",
    "audit::Verdict",
    "commitment::Assessment",
    "commitment::Commitment",
    "commitment::Judgement",
    "commitment::Promise",
    "briefing::Account",
    "briefing::Judged",
    "briefing::Position",
    "briefing::Row",
    "enterprise::Enterprise",
    "industry::Carried",
    "industry::Membership",
    "industry::SchemeMember",
    "industry::SchemeTable",
    "notice::Account",
    "notice::ColumnUnit",
    "notice::Columns",
    "notice::Oddity",
    "notice::Rejection",
    "notice::TotalCheck",
    "notice::UnusedColumn",
    "notice::UsedColumn",
    "oversight::Excuse",
    "oversight::IdleStatus",
    "oversight::Problem",
    "oversight::Standing",
    "parcel::Entry",
    "parcel::Lack",
    "parcel::LackReason",
    "parcel::Life",
    "parcel::Parcel",
    "pricing::FlawedBasis",
    "quantity::Measure",
    "quota::Quota",
    "register::Block",
    "register::Register",
    "report::BriefingPage",
    "report::Chart",
    "report::ReportedFigure",
    "report::Rendered",
    "report::Sentence",
    "source::Sourced",
    "standard::ControlStandard",
    "standard::Indicator",
    "standard::Limits",
    "standard::Provision",
    "stats::AnyKey",
    "stats::Rate",
    "stats::Supply",
    "stats::Tally",
];

/// What serde writes and does not read: what is computed from other values.
const WRITTEN_ONLY: &[&str] = &[
    "agency::AverageReduction",
    "audit::CountShare",
    "audit::AuditedClaim",
    "audit::AuditedDocument",
    "audit::Verdict",
    "exact::Apportionment",
    "exact::Moved",
    "oversight::Fee",
    "oversight::IdleStatus",
    "oversight::Overdue",
    "oversight::ProblemCounts",
    "oversight::Standing",
    "parcel::Lack",
    "parcel::LackReason",
    "pricing::LateSum",
    "pricing::Quote",
    "pricing::Slice",
    "pricing::Balance",
    "quota::Closing",
];

/// What serde neither writes nor reads: reports and their parts, readers and
/// what they read, views into other values, the rules that are compiled in.
const NOT_SERIALISED: &[&str] = &[
    "allocation::Backwards",
    "audit::LedgerValue",
    "audit::Relation",
    "briefing::Account",
    "briefing::Audit",
    "briefing::Briefing",
    "briefing::Dropped",
    "briefing::Figure",
    "briefing::Judged",
    "briefing::Open",
    "briefing::Row",
    "briefing::Suspect",
    "commitment::Deviation",
    "commitment::Judgement",
    "commitment::Shortfall",
    "exact::ModesIter",
    "industry::Carried",
    "industry::CarriedMember",
    "industry::CarriedScheme",
    "industry::CategoryNumber",
    "industry::ComparisonRow",
    "industry::Derivation",
    "industry::IndustrySet",
    "industry::PrintedCode",
    "industry::SchemeCategory",
    "industry::SchemeHead",
    "industry::SchemeMember",
    "industry::SchemeTable",
    "land_use::Carried",
    "notice::Account",
    "notice::ColumnUnit",
    "notice::Columns",
    "notice::GbkReader",
    "notice::IndustryLabel",
    "notice::Oddity",
    "notice::Options",
    "notice::Outcome",
    "notice::PrintedRow",
    "notice::Reader",
    "notice::Record",
    "notice::Rejection",
    "notice::Repeat",
    "notice::Total",
    "notice::TotalCheck",
    "notice::UnusedColumn",
    "notice::UsedColumn",
    "notice::Writer",
    "parcel::Destination",
    "parcel::Move",
    "quantity::FromFloat",
    "quantity::Measure",
    "record::Edit",
    "region::Carried",
    "region::DivisionStatus",
    "region::Retirement",
    "register::Grant",
    "report::BriefingPage",
    "report::Cell",
    "report::Chart",
    "report::TableColumn",
    "report::NamedTally",
    "report::CrossCells",
    "report::ReportedFigure",
    "report::Item",
    "report::ColumnKind",
    "report::Origin",
    "report::Rendered",
    "report::Report",
    "report::Section",
    "report::Sentence",
    "report::ShareRounding",
    "report::Piece",
    "report::Style",
    "report::Table",
    "standard::Applicable",
    "standard::Demanded",
    "standard::InForce",
    "standard::Limit",
    "standard::Limits",
    "standard::LocalFinding",
    "standard::Loosened",
    "stats::Concentration",
    "stats::Sifted",
    "stats::StepDates",
];

/// The types that serde writes.
pub(crate) fn written() -> impl Iterator<Item = String> {
    public()
        .into_iter()
        .filter(|it| it.is_written)
        .map(|it| it.name)
}

/// The name of a type as the lists here have it.
pub(crate) fn name_of<T>() -> String {
    let full = std::any::type_name::<T>();
    let path = full.split('<').next().unwrap_or_default();
    let name = path.rsplit("::").next().unwrap_or_default();
    // Keys are public in `stats`.
    match path.split("::").nth(1).unwrap_or_default() {
        "key" => format!("stats::{name}"),
        "explain" => format!("report::{name}"),
        module => format!("{module}::{name}"),
    }
}

/// Whether a type is there with the features that are on.
fn is_there(name: &str) -> bool {
    match name {
        "notice::GbkReader" => cfg!(feature = "gbk"),
        "report::Chart" => cfg!(feature = "svg"),
        name => !name.starts_with("notice::") || cfg!(feature = "notices"),
    }
}

/// Compares a list with the types that a question is answered by.
#[track_caller]
fn assert_listed(list: &[&str], what: fn(&Type) -> bool) {
    let listed: BTreeSet<String> = list.iter().map(ToString::to_string).collect();
    let listed = listed
        .into_iter()
        .filter(|name| is_there(name))
        .collect::<BTreeSet<_>>();
    let found: BTreeSet<String> = public()
        .into_iter()
        .filter(what)
        .map(|it| it.name)
        .collect();
    let more: Vec<_> = found.difference(&listed).collect();
    let fewer: Vec<_> = listed.difference(&found).collect();
    assert!(
        more.is_empty() && fewer.is_empty(),
        "not listed: {more:?}; listed for nothing: {fewer:?}"
    );
}

/// The types that the source declares as public, by module.
fn declared(directory: &Path, module: &str, types: &mut BTreeSet<String>) {
    for path in fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        // A folder of `src` is a module; keys are public in `stats`.
        let inner = match (module, stem) {
            ("", "key") => "stats".to_owned(),
            ("", stem) => stem.to_owned(),
            (module, _) => module.to_owned(),
        };
        if path.is_dir() {
            declared(&path, &inner, types);
        } else {
            let source = fs::read_to_string(&path).unwrap();
            types.extend(
                source
                    .lines()
                    .filter_map(declared_in)
                    .map(|name| format!("{inner}::{name}")),
            );
        }
    }
}

/// The type that a line declares: `pub struct Name`, or the name that a macro
/// makes one of, `Name, limit 100` and `Name, "a reference …"`.
fn declared_in(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let by_macro = || {
        let (name, rest) = line.split_once(", ")?;
        let is_name = name.chars().all(char::is_alphanumeric);
        let is_macro = rest.starts_with("limit ") || rest.starts_with("\"a ");
        (is_name && is_macro).then_some(name)
    };
    let name = line
        .strip_prefix("pub struct ")
        .or_else(|| line.strip_prefix("pub enum "))
        .or_else(by_macro)?
        .split(|it: char| !it.is_alphanumeric())
        .next()?;
    name.starts_with(|it: char| it.is_ascii_uppercase())
        .then_some(name)
}

/// What errors are made of, and is never read or written by itself.
const PARTS_OF_ERRORS: [&str; 4] = [
    "explain::Given",
    "register::Excess",
    "register::Overlap",
    "text::UnknownTerm",
];

/// Public in a module that is sealed: nobody can name it.
const SEALED: &str = "stats::Slot";

#[test]
fn every_public_type_is_listed() {
    let mut declared_types = BTreeSet::new();
    declared(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "",
        &mut declared_types,
    );
    // Declared below the errors that speak it.
    if declared_types.remove("explain::Language") {
        declared_types.insert("report::Language".to_owned());
    }
    declared_types.retain(|name| {
        let is_error = name.ends_with("Error") || PARTS_OF_ERRORS.contains(&name.as_str());
        let is_public = !is_error || name == "standard::MeasureError";
        is_there(name) && is_public && name != SEALED
    });
    let listed: BTreeSet<String> = public().into_iter().map(|it| it.name).collect();
    let more: Vec<_> = declared_types.difference(&listed).collect();
    let fewer: Vec<_> = listed.difference(&declared_types).collect();
    assert!(
        more.is_empty() && fewer.is_empty(),
        "not listed: {more:?}; not declared: {fewer:?}"
    );
}

#[test]
fn what_is_printed_is_parsed_but_for_what_is_listed() {
    assert_listed(PRINTED_ONLY, |it| it.is_printed && !it.is_parsed);
    assert_listed(&[], |it| it.is_parsed && !it.is_printed);
}

#[test]
fn what_is_written_is_read_but_for_what_is_listed() {
    assert_listed(WRITTEN_ONLY, |it| it.is_written && !it.is_read);
    assert_listed(NOT_SERIALISED, |it| !it.is_written && !it.is_read);
    assert_listed(&[], |it| it.is_read && !it.is_written);
}

#[cfg(feature = "schemars")]
#[test]
fn what_is_read_has_a_schema() {
    assert_listed(&[], |it| it.is_read && it.schema.is_none());
    assert_listed(&[], |it| it.schema.is_some() && !it.is_read);
}

#[cfg(all(feature = "schemars", feature = "notices"))]
#[test]
fn every_schema_is_in_the_document_under_a_name_of_its_own() {
    let all = standard_land::schema::all();
    let definitions = all.get("$defs").and_then(|it| it.as_object()).unwrap();
    let family = |name: &str| name.split("_of_").next().unwrap_or_default().to_owned();
    let families: BTreeSet<String> = definitions.keys().map(|name| family(name)).collect();
    let mut names = BTreeSet::new();
    for it in public() {
        // A key of another crate has the schema of what it holds.
        let Some(name) = it.schema.filter(|_| it.name != "stats::AnyKey") else {
            continue;
        };
        assert!(
            families.contains(&family(&name)),
            "{} is not there",
            it.name
        );
        assert!(names.insert(name.clone()), "{name} is also {}", it.name);
    }
    // A second type of one name would get a number.
    let numbered = |name: &&String| name.ends_with(|last: char| last.is_ascii_digit());
    let numbered: Vec<_> = definitions.keys().filter(numbered).collect();
    assert!(numbered.is_empty(), "{numbered:?}");
}

/// Every text that stands between quotation marks in the source: the codes and
/// names of all terms, what the examples read, and much that is neither.
fn quoted(directory: &Path, texts: &mut BTreeSet<String>) {
    for path in fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if path.is_dir() {
            quoted(&path, texts);
        } else if !path.ends_with("table.rs") {
            let source = fs::read_to_string(&path).unwrap();
            for line in source.lines() {
                let quoted = line.split('"').skip(1).step_by(2);
                texts.extend(quoted.map(str::to_owned));
            }
        }
    }
}

#[test]
fn what_is_printed_parses_to_an_equal_value() {
    let mut texts = BTreeSet::new();
    quoted(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut texts,
    );
    // Schemes have several lines.
    texts.insert("name = n\nedition = e\nsource = s\n7514 producer-services/01 full\n".to_owned());
    for it in public() {
        let Some(comes_back) = it.comes_back else {
            continue;
        };
        let mut taken = 0;
        for text in &texts {
            if let Some(equal) = comes_back(text) {
                assert!(equal, "{}: {text:?}", it.name);
                taken += 1;
            }
        }
        assert!(taken > 0, "{}: no text is one", it.name);
    }
}

/// A value whose encoding says nothing shows in a log what it prints.
#[test]
fn values_are_readable_in_a_log() {
    use standard_land::allocation::SupervisionNumber;
    use standard_land::audit::Published;
    use standard_land::calendar::{Months, Period, Year};
    use standard_land::enterprise::{EnterpriseId, TolerantCreditCode};
    use standard_land::exact::{Bounds, Modes, Sum};
    use standard_land::land_use::LandUse;
    use standard_land::parcel::{ParcelCode, ParcelId};
    use standard_land::quantity::{
        Amount, Energy, Length, Mass, MoneyUnit, Printed, Term, Unit, UnitPrice,
    };
    use standard_land::{
        Area, CreditCode, DivisionCode, IndustryCategory, IndustryCode, Money, Percent, Ratio,
        Rounding,
    };

    #[track_caller]
    fn shown<T: FromStr<Err: Debug> + Debug>(text: &str, expected: &str) {
        assert_eq!(format!("{:?}", parse::<T>(text)), expected);
    }

    shown::<Ratio>("4/7", "Ratio(4/7)");
    shown::<Sum>("4/7", "Sum(4/7)");
    shown::<Percent>("15.43%", "Percent(15.43%)");
    shown::<Rounding>("half-even(2)", "Rounding(half-even(2))");
    shown::<Bounds>("[1/2, 1/1)", "Bounds([1/2, 1/1))");
    shown::<Modes>("half-up", "Modes(half-up)");
    shown::<Area>("37.18公顷", "Area(37.18 ha)");
    shown::<Money>("144万元", "Money(1440000.00 CNY)");
    shown::<UnitPrice>("144万元 / 1公顷", "UnitPrice(1440000.00 CNY / 1 ha)");
    shown::<Term>("50年", "Term(50 years)");
    shown::<Length>("1.5米", "Length(1.5 m)");
    shown::<Energy>("1吨标煤", "Energy(1 tce)");
    shown::<Mass>("1吨", "Mass(1 t)");
    shown::<Printed<MoneyUnit>>("144.0万元", "Printed(144.0 wan CNY)");
    shown::<Amount>("5万元/亩·年", "Amount(5万元/亩·年)");
    shown::<Unit>("万元/亩", "Unit(万元/亩)");
    shown::<Published>("约57%", "Published(约57%)");
    shown::<DivisionCode>("141121", "DivisionCode(141121)");
    shown::<LandUse>("Guide 2023 1001", "LandUse(Guide 2023 1001 工业用地)");
    shown::<IndustryCode>("7514", "IndustryCode(7514 节能技术推广服务)");
    shown::<IndustryCategory>("other", "Other");
    shown::<CreditCode>("91350100M000100Y43", "CreditCode(91350100M000100Y43)");
    shown::<TolerantCreditCode>(
        "91350100M000100Y44",
        "TolerantCreditCode(91350100M000100Y44)",
    );
    shown::<EnterpriseId>("91350100M000100Y43", "EnterpriseId(91350100M000100Y43)");
    shown::<ParcelCode>("141121001002GB00017", "ParcelCode(141121001002GB00017)");
    shown::<ParcelId>("2024-07", r#"ParcelId("2024-07")"#);
    shown::<SupervisionNumber>(
        "1411212012B00017-2",
        "SupervisionNumber(1411212012B00017-2)",
    );
    shown::<Year>("2024", "Year(2024)");
    shown::<Period>("2022-01..2022-07", "Period(2022-01..2022-07)");
    shown::<Months>("12 months", "Months(12 months)");
    // Records are made of these.
    let tally = tally(7, "37.18 ha");
    assert_eq!(
        format!("{tally:?}"),
        "Tally { parcels: 7, area: Area(37.18 ha) }"
    );
}
