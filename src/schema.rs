//! JSON Schema of the public records, for programs in other languages.
//!
//! A schema says what its type takes: values are strings, and nothing that is
//! not known may stand in a record. What a schema cannot say (how many digits
//! fit, whether a code is in its table, whether a check digit is right, rules
//! between fields) is left to the type: what the type takes, the schema takes
//! too, as long as records are objects with named fields.
//!
//! Each schema comes from where its type is read: it is derived for
//! records, and made beside `FromStr` for what travels as text. Descriptions
//! are the first sentence of the docs.
//!
//! `schema/standard-land.json` in the repository holds [`all`] of them; a test
//! compares it, and `cargo schema` writes it anew.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};

use crate::calendar::{Months, Year};
use crate::enterprise::EnterpriseId;
use crate::exact::Ratio;
use crate::industry::IndustryCode;
use crate::quantity::{Area, AreaUnit, EnergyUnit, Money, MoneyUnit};

/// Puts types among the definitions of a generator.
macro_rules! define {
    ($generator:ident; $( $module:ident: $( $name:ident $(<$($argument:ty),+>)? ),+; )+) => {
        $($( $generator.subschema_for::<crate::$module::$name $(<$($argument),+>)?>(); )+)+
    };
}

/// All types that are read; a test compares the list with what is public.
fn define(generator: &mut SchemaGenerator) {
    define! { generator;
        source: Certainty, DocumentId, Source, Sourced<Months>, Sourced<Ratio>;
        exact: Bounds, Judging, Mode, Modes, Percent, Ratio, Rounding, Step, Sum;
        calendar: Fullness, Months, Period, PeriodKind, Year;
        quantity: Amount, Area, AreaUnit, Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit,
            Money, MoneyUnit, Printed<AreaUnit>, Printed<EnergyUnit>, Printed<MoneyUnit>, Term,
            TermUnit, Unit, UnitPrice;
        region: DivisionCode, DivisionLevel, StatisticalCode, SuccessionBasis;
        land_use: Edition, LandUse;
        industry: Agreement, CategoryLevel, CategoryScheme, Edition, Extent, IndustryCategory,
            IndustryCode, IndustryLevel, MemberChange, Membership, ProducerService;
        enterprise: CreditCode, Enterprise, EnterpriseId, EnterpriseName, TolerantCreditCode;
        parcel: Connections, Entry, Evidence, Life, Parcel, ParcelCode, ParcelId, Requirement,
            Requirements, Stage, StartOnGrant, LifeStep;
        allocation: Allocation, AllocationId, Milestone, Milestones, SupervisionKind,
            SupervisionNumber, SupplyMethod;
        register: Block, BlockId, Register;
        standard: ControlStandard, CoreIndicator, Direction, StandardName, Floors, Force, Formula,
            Indicator, IndicatorKind, Input, Investment, LocalStandard, Loosening, MeasureError,
            Performance, Provision, Qualitative, Reference, StandardHistory, StandardVersion, Storey,
            Strictness, Threshold;
        commitment: Acceptance, AgreedDates, AgreedStep, Assessment, Commitment, Fulfilment, Overall,
            Promise;
        oversight: Action, Cause, Event, Excusable, Excuse, IdleMeasure, IdleRules, PartOf<Area>,
            PartOf<Money>, Problem, ProblemId, ProblemList, ProblemState, Remark, Team, Works;
        stats: Against, Breakdown<IndustryCode>, By, CellWhole, CrossTab<IndustryCode, Year>,
            Denominator, Fit, Growing, Growth, Held, Interpolation, Pick, Progress, Rate,
            Reach<Area>, Sample<Area>, Sample<Ratio>, ShareCell<IndustryCode, Year>,
            ShareRow<IndustryCode>, Supply, SupplyBase, Tally, Target, Trend, Undated,
            Unreachable, Whole;
        audit: Claim, Comparison, Counter, Document, Magnitude, Outcome, Power, Published,
            Qualifier, Reading, Slack, Span, Statement, PrintedUnit;
        briefing: Context, ContextKind, DropReason, Kind, Place, Position, Reach, Reason, Rule,
            Side, Slot, Strength;
        quota: CarryOver, PlanEntry, LandPlan, Quota, ZoneName;
        pricing: PaymentAccount, BasisRank, Benefit, Bracket, BuiltFloorArea, DailyRate, FlawedBasis, Flaw,
            FloorFinding, FloorPrice, FloorPrices, Instalment, LandOffer, Lateness, LegalBasis, Offer, Payment, ReceiptId, Scale, Schedule, Tiering;
        evaluation: Boundary, Criterion, CriterionName, CutOffs, Grade, Missing, Points, Quotas,
            Ranking<EnterpriseId>, Scheme, Score, Ties;
        agency: Averaging, Burden, Caseload, Change, PackageName, Packages, ServicePackage,
            ZeroBefore;
        report: Form, Language;
    }
    #[cfg(feature = "notices")]
    define! { generator;
        notice: Column, FileKind, Finding, FindingKind, LabelReading, ListingColumn, NotJudged,
            Severity, TotalKind, TotalScope, UnusedReason;
    }
}

/// The schemas of all types that are read, in one document.
///
/// A type is `#/$defs/` and its name; where two modules have one name, one of
/// them has a longer one there, such as `LifeStep` for
/// [`parcel::LifeStep`](crate::parcel::LifeStep). Rows and breakdowns are there by
/// industry code; for other keys, [`schemars::schema_for`] makes them. Types of
/// a feature are there when it is on.
///
/// ```
/// let all = standard_land::schema::all();
/// let definitions = all.get("$defs").ok_or("no definitions")?;
/// assert_eq!(definitions["Area"]["type"], "string");
/// assert_eq!(definitions["Tally"]["additionalProperties"], false);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn all() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    define(&mut generator);
    let definitions = generator.take_definitions(true);
    schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "standard-land",
        "description": "The public records of the Rust crate standard-land, and what they are made of.",
        "$defs": definitions,
    })
}
