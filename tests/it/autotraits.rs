//! What every public type can do, checked by the compiler.

use std::error::Error as StdError;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::mem::size_of;

use standard_land::allocation::{
    AllocationError, AllocationId, Backwards, Milestone, Milestones, SupervisionError,
    SupervisionKind, SupervisionNumber, SupplyMethod,
};
use standard_land::calendar::{Period, PeriodError, PeriodKind, Year, YearError};
use standard_land::enterprise::{
    CreditCodeError, EnterpriseId, EnterpriseName, TolerantCreditCode,
};
use standard_land::exact::{
    ApportionError, Apportionment, Judging, Moved, NumberError, PercentError, RatioError,
    RoundingError, Step,
};
use standard_land::industry::{
    Agreement, Carried, CarriedMember, CarriedScheme, CategoryLevel, CategoryNumber,
    CategoryScheme, ComparisonRow, Derivation, Edition, Extent, IndustryError, IndustryLevel,
    IndustrySet, MemberChange, Membership, PrintedCode, ProducerService, SchemeCategory,
    SchemeError, SchemeHead, SchemeMember, SchemeTable, SchemeTableError,
};
use standard_land::land_use::{
    Carried as CarriedUse, Edition as LandUseEdition, LandUse, LandUseError,
};
use standard_land::parcel::{ParcelCode, ParcelCodeError, ParcelError, ParcelId};
use standard_land::quantity::{
    MoneyUnit, Printed, QuantityError, Term, TermUnit, UnitPrice, UnitPriceError,
};
use standard_land::region::{
    Carried as CarriedDivision, DivisionError, DivisionLevel, DivisionStatus, Retirement,
    StatisticalCode, SuccessionBasis,
};
use standard_land::register::{Block, BlockError, BlockId, Grant, RegisterError};
use standard_land::stats::{
    Against, By, CellWhole, Concentration, CrossCell, Denominator, Fit, Growing, Growth, Held,
    Interpolation, Pick, Progress, Rate, Reach, Row, Sample, SampleError, ShareCell, ShareRow,
    Sifted, StatsError, StepDates, Supply, SupplyBase, Target, Undated, Unreachable, Whole,
};
use standard_land::{
    Allocation, Area, AreaUnit, Breakdown, CreditCode, CrossTab, DivisionCode, Enterprise, Error,
    IndustryCategory, IndustryCode, LabelError, Mode, Money, Parcel, Percent, Ratio, Register,
    Rounding, Tally, Trend, UnknownTerm,
};

use crate::wire::Travels;

trait Value: Debug + Clone + Eq + Send + Sync + Unpin {}
impl<T: Debug + Clone + Eq + Send + Sync + Unpin> Value for T {}

fn value<T: Value + Hash>() {}
fn value_without_hash<T: Value>() {}
fn copy<T: Copy + 'static>() {}
fn ordered<T: Ord>() {}
fn printed<T: Display>() {}
fn error<T: StdError + Value + Hash + 'static>()
where
    Error: From<T>,
{
}
#[cfg(feature = "serde")]
fn written<T: serde::Serialize>() {}
#[cfg(not(feature = "serde"))]
fn written<T>() {}
fn travels<T: Travels + 'static>() {}

/// Calls functions for each of a list of types.
macro_rules! all {
    ($($check:ident),+ for $types:tt) => { $( all!(@ $check $types); )+ };
    (@ $check:ident ($($name:ty),+ $(,)?)) => { $( $check::<$name>(); )+ };
}

#[test]
fn codes_and_numbers_are_small_values() {
    all!(value, copy, ordered, printed, travels for (
        Ratio, Percent, Rounding, Mode, Step, Area, AreaUnit, Money, MoneyUnit, UnitPrice, Term,
        TermUnit, DivisionCode, DivisionLevel, LandUse, LandUseEdition, IndustryCode,
        IndustryLevel, Edition, IndustryCategory, ProducerService, Extent, Agreement, Membership,
        CreditCode, TolerantCreditCode, ParcelCode, Milestone, SupplyMethod, SupervisionKind,
        SupervisionNumber, Year, Period, PeriodKind, Fit,
    ));
    all!(value, copy, travels for (
        Milestones, Tally, Whole, CellWhole, Against, Growth, Printed<AreaUnit>, Printed<MoneyUnit>, Printed<TermUnit>,
    ));
    all!(value, copy for (Backwards, Moved, CarriedUse, ComparisonRow, PrintedCode));
    all!(value, copy for (CarriedDivision, DivisionStatus, Retirement));
    all!(value, copy, ordered, printed, travels for (StatisticalCode, SuccessionBasis));
    all!(value for (IndustrySet));
    all!(value, copy, ordered, printed, travels for (CategoryLevel, MemberChange));
    all!(value, ordered, printed for (CategoryNumber, SchemeMember));
    all!(value, printed for (SchemeTable));
    all!(value for (CarriedMember, CarriedScheme, SchemeCategory, SchemeHead));
    all!(value, printed for (Carried));
    all!(copy for (Derivation<'static>, Grant<'static>));
}

#[test]
fn records_and_names_are_values() {
    all!(value, ordered, printed, travels for (EnterpriseName, EnterpriseId, ParcelId, AllocationId, BlockId));
    all!(value, printed, travels for (CategoryScheme, Enterprise, Parcel, Allocation, Block));
    all!(value, travels for (Row<IndustryCode>, ShareRow<IndustryCode>, Row<String>, ShareRow<String>, CrossCell<Year, String>, ShareCell<Year, String>, Trend));
    all!(value, written for (Apportionment, Moved));
    all!(value for (Derivation<'_>, Grant<'_>, Sifted<Grant<'_>>));
    all!(value_without_hash, travels for (Register, Breakdown<IndustryCode>, Breakdown<String>, CrossTab<Year, IndustryCode>, CrossTab<String, bool>));
    all!(printed for (Register, Tally, Printed<AreaUnit>));
}

#[test]
fn what_is_promised_and_measured_is_a_value() {
    use standard_land::commitment::{
        Acceptance, AgreedDates, AgreedStep, Assessment, AssessmentError, Commitment,
        CommitmentError, Deviation, Fulfilment, Judgement, Overall, Promise, Shortfall,
    };
    use standard_land::quantity::{
        Amount, AmountError, Energy, EnergyUnit, FromFloat, Length, LengthUnit, Mass, MassUnit,
        Measure, Printed as PrintedIn, Unit, UnitError,
    };
    use standard_land::source::Certainty;
    use standard_land::standard::{
        Applicable, ControlStandard, CoreIndicator, Demanded, Direction, Floors, Force, Formula,
        InForce, Indicator, IndicatorError, IndicatorKind, Input, Investment, Limit, Limits,
        LocalFinding, LocalStandard, Loosened, Loosening, MeasureError, Performance, Provision,
        Qualitative, Reference, StandardError, StandardHistory, StandardName, StandardVersion,
        Storey, Strictness, Threshold, ThresholdError,
    };
    all!(value, copy, ordered, printed, travels for (
        Length, LengthUnit, Energy, EnergyUnit, Mass, MassUnit, Unit, CoreIndicator, Direction,
        Formula, Input, Judging, Strictness, Force, Certainty, Loosening,
        Acceptance, AgreedStep, Fulfilment, Overall,
    ));
    all!(value, copy, printed, travels for (
        Amount, PrintedIn<LengthUnit>, PrintedIn<EnergyUnit>, PrintedIn<MassUnit>,
    ));
    all!(value, copy, travels for (AgreedDates, Floors, Investment, Storey));
    all!(value, copy, ordered, printed for (Measure));
    all!(value, copy, printed for (Limits));
    all!(value, copy for (FromFloat<Mass>, Applicable<'static>, Deviation<'static>, Limit, Loosened<'static>, Shortfall));
    all!(value, ordered, printed, travels for (
        StandardName, Indicator, IndicatorKind, Qualitative, Reference,
    ));
    all!(value, printed, travels for (
        Assessment, Commitment, ControlStandard, Promise, Provision, Threshold, MeasureError,
    ));
    all!(value, travels for (LocalStandard, Performance));
    all!(value, copy for (InForce<'static>, LocalFinding<'static>));
    all!(value for (Demanded<'static>));
    all!(value, travels for (StandardHistory, StandardVersion));
    all!(value, printed for (Judgement));
    all!(error for (
        AmountError, AssessmentError, CommitmentError, IndicatorError, MeasureError, StandardError,
        ThresholdError, UnitError,
    ));
}

#[test]
fn what_a_zone_plans_sells_and_ranks_is_a_value() {
    use standard_land::agency::{
        AgencyError, AverageReduction, Averaging, Burden, Caseload, Change, PackageName, Packages,
        ServicePackage, ZeroBefore,
    };
    use standard_land::evaluation::{
        Boundary, Criterion, CriterionName, CutOffs, EvaluationError, Grade, Missing, Points,
        Quotas, Ranked, Ranking, Scheme, Score, Ties,
    };
    use standard_land::pricing::{
        Balance, BasisRank, Benefit, Bracket, BuiltFloorArea, DailyRate, Flaw, FlawedBasis,
        FloorFinding, FloorPrice, FloorPrices, Instalment, LandOffer, LateSum, Lateness,
        LegalBasis, Offer, Payment, PaymentAccount, PricingError, Quote, ReceiptId, Scale,
        Schedule, Slice, Tiering,
    };
    use standard_land::quota::{
        CarryOver, Closing, LandPlan, PlanEntry, Quota, QuotaError, ZoneName,
    };

    all!(value, copy, ordered, printed, travels for (
        PlanEntry, CarryOver, Tiering, BasisRank, Benefit, Flaw, FlawedBasis, Missing, Ties, Grade,
        Boundary, Averaging, ZeroBefore, Burden, Change,
    ));
    all!(value, copy, printed, travels for (Quota, Caseload));
    all!(value, ordered, printed, written for (standard_land::exact::Sum));
    all!(value, copy, ordered, printed, travels for (DailyRate, FloorFinding, Lateness));
    all!(value, copy, ordered, travels for (FloorPrice));
    all!(value, copy, travels for (BuiltFloorArea, LandOffer));
    all!(value, copy, written for (LateSum));
    all!(value, travels for (FloorPrices));
    all!(value, copy, travels for (Bracket, Instalment, CutOffs, Quotas));
    all!(value, copy, written for (Slice, Quote, Balance, AverageReduction));
    all!(value, ordered, printed, travels for (
        ZoneName, ReceiptId, LegalBasis, CriterionName, PackageName,
    ));
    all!(value, travels for (
        LandPlan, Scale, Offer, Schedule, Payment, PaymentAccount, Criterion, Scheme, ServicePackage,
        Packages,
    ));
    all!(value, written for (Closing, Points, Score, Ranked<String>, Ranking<String>));
    all!(error for (QuotaError, PricingError, EvaluationError, AgencyError));
}

#[test]
fn errors_are_errors() {
    all!(error for (
        NumberError, UnknownTerm, LabelError, RatioError, RoundingError, PercentError,
        ApportionError, QuantityError, UnitPriceError, DivisionError, LandUseError, IndustryError,
        SchemeError, SchemeTableError, CreditCodeError, ParcelError, ParcelCodeError, AllocationError,
        SupervisionError, YearError, PeriodError, BlockError, RegisterError, StatsError, Error,
    ));
}

#[test]
fn the_life_of_a_parcel_is_made_of_values() {
    use standard_land::calendar::{Fullness, Months, MonthsError};
    use standard_land::oversight::{
        Action, Cause, Event, Excusable, Excuse, ExcuseError, Fee, IdleMeasure, IdleRules,
        IdleStatus, Overdue, PartOf, Problem, ProblemCounts, ProblemError, ProblemId, ProblemList,
        ProblemState, Remark, Standing, Team, Works, WorksError,
    };
    use standard_land::parcel::{
        Connections, Destination, Entry, Evidence, Lack, LackReason, Life, LifeError, LifeStep,
        Move, ReadinessError, Requirement, Requirements, Stage, StartOnGrant,
    };
    use standard_land::source::{Certainty, DocumentId, Source, Sourced};

    all!(value, copy, ordered, printed, travels for (
        Stage, LifeStep, StartOnGrant, Connections, Certainty, Months, Fullness, Excusable, Cause,
        IdleMeasure, ProblemState,
    ));
    all!(value, ordered, printed, travels for (DocumentId, Requirement, Source, ProblemId, Team, Remark));
    all!(value, printed, travels for (Sourced<Ratio>, Entry, Life, Excuse, Problem));
    all!(value, travels for (
        Requirements, Evidence, Works, PartOf<Area>, PartOf<Money>, IdleRules, Event, Action,
        ProblemList,
    ));
    all!(value, printed, written for (Lack, LackReason, Standing, IdleStatus));
    all!(value, written for (Overdue, Fee, ProblemCounts));
    all!(value, copy for (Move, Destination, LackReason, Standing, Overdue, Fee, ProblemCounts));
    all!(error for (
        LifeError, ReadinessError, MonthsError, ExcuseError, WorksError, ProblemError,
    ));
    assert!(size_of::<Stage>() == 1 && size_of::<LifeStep>() == 1 && size_of::<Months>() == 2);
}

#[test]
fn small_types_stay_small() {
    for (name, size, limit) in [
        ("IndustryCode", size_of::<IndustryCode>(), 2),
        ("LandUse", size_of::<LandUse>(), 2),
        ("LandUse", size_of::<LandUse>(), 2),
        ("IndustryCategory", size_of::<IndustryCategory>(), 1),
        (
            "Option<IndustryCategory>",
            size_of::<Option<IndustryCategory>>(),
            1,
        ),
        ("Year", size_of::<Year>(), 2),
        ("Period", size_of::<Period>(), 8),
        ("DivisionCode", size_of::<DivisionCode>(), 4),
        ("Area", size_of::<Area>(), 8),
        ("Money", size_of::<Money>(), 8),
        ("Term", size_of::<Term>(), 4),
        ("Tally", size_of::<Tally>(), 16),
        ("Percent", size_of::<Percent>(), 16),
        ("Ratio", size_of::<Ratio>(), 32),
        ("CreditCode", size_of::<CreditCode>(), 18),
        // No niche in a plain u16: an option of it takes four bytes.
        ("Option<IndustryCode>", size_of::<Option<IndustryCode>>(), 4),
    ] {
        assert!(size <= limit, "{name} has {size} bytes");
    }
}

#[test]
fn statistics_are_values() {
    all!(value, copy, ordered, printed, travels for (
        By, Denominator, Growing, Interpolation, Pick, SupplyBase, Undated, Unreachable,
    ));
    all!(value, copy, travels for (Held, Progress, Rate, Supply, Target));
    all!(value, copy, ordered, travels for (Reach<u64>, Reach<Area>));
    all!(value, copy for (StepDates));
    all!(value, travels for (Sample<Ratio>, Sample<Area>, Sample<Money>, Sample<UnitPrice>));
    all!(value for (Concentration<IndustryCode>, Concentration<String>));
    all!(printed for (Rate, Supply));
    all!(error for (SampleError));
}

#[test]
fn reports_are_values() {
    use standard_land::report::{
        Cell, ColumnKind, CrossCells, Form, Item, Language, NamedTally, Origin, Piece, Rendered,
        Report, ReportError, ReportedFigure, Section, Sentence, ShareRounding, Style, Table,
        TableColumn,
    };

    all!(value for (
        Cell, TableColumn, NamedTally, CrossCells, ReportedFigure, Form, Item, ColumnKind, Language, Origin,
        Rendered<'_, Report>, Rendered<'_, Table>, Report, Section, Sentence, ShareRounding, Piece,
        Style, Table,
    ));
    all!(copy for (CrossCells, Form, ColumnKind, Language, ShareRounding, Style));
    all!(ordered, travels for (Form, Language));
    all!(printed for (
        ReportedFigure, Form, Language, Rendered<'_, Report>, Rendered<'_, Table>, Sentence,
    ));
    all!(error for (ReportError));
    #[cfg(feature = "svg")]
    all!(value, printed for (standard_land::report::Chart));
}

#[cfg(feature = "notices")]
#[test]
fn what_is_read_from_notices_is_a_value_too() {
    use standard_land::notice::{
        Account, Column, ColumnUnit, Columns, FileKind, Finding, FindingKind, IndustryLabel,
        ListingColumn, NotJudged, Oddity, Options, Outcome, PrintedRow, ReadError, Reader, Record,
        Rejection, Repeat, Severity, Total, TotalCheck, TotalKind, TotalScope, UnusedColumn,
        UnusedReason, UsedColumn, Writer,
    };
    fn sent<T: Debug + Send + Sync>() {}

    all!(value for (
        Column, Finding, FindingKind, IndustryLabel, ListingColumn, Oddity<'_>, Options,
        NotJudged, Outcome, PrintedRow, Record, Rejection, Repeat, Severity, Total, TotalCheck,
        TotalKind, TotalScope, ColumnUnit, Columns, FileKind, UnusedColumn, UnusedReason,
        UsedColumn,
    ));
    all!(value_without_hash for (Account));
    all!(copy for (
        Column, Finding, FindingKind, IndustryLabel, ListingColumn, NotJudged, Severity, TotalCheck,
        TotalKind, TotalScope, ColumnUnit, FileKind, UnusedReason,
    ));
    all!(ordered for (
        Column, Finding, FindingKind, ListingColumn, NotJudged, Severity, TotalKind, TotalScope,
        ColumnUnit, FileKind, UnusedReason,
    ));
    all!(printed for (
        Account, Column, FindingKind, ListingColumn, NotJudged, Oddity<'_>, Rejection, Severity,
        TotalCheck, TotalKind, TotalScope, ColumnUnit, Columns, FileKind, UnusedColumn,
        UnusedReason, UsedColumn,
    ));
    all!(travels for (
        Column, Finding, FindingKind, ListingColumn, NotJudged, Severity, TotalKind, TotalScope,
        FileKind, UnusedReason,
    ));
    all!(error for (ReadError));
    all!(sent for (Reader<&[u8]>, Writer<Vec<u8>>));
    assert!(size_of::<Finding>() <= 2, "{}", size_of::<Finding>());
}

#[test]
fn what_is_audited_is_a_value_too() {
    use standard_land::audit::{
        AuditedClaim, AuditedDocument, Claim, ClaimError, Comparison, CountShare, Counter,
        Document, LedgerValue, Magnitude, Outcome, Power, PrintedUnit, Published, PublishedError,
        Qualifier, Reading, Relation, Slack, Span, Statement, Verdict,
    };
    use standard_land::exact::{Bounds, BoundsError, Modes};

    all!(value, copy, printed, travels for (
        Bounds, Modes, Published, Qualifier, PrintedUnit, Counter, Magnitude, Comparison, Outcome, Power,
        Span,
    ));
    all!(ordered for (Qualifier, PrintedUnit, Counter, Magnitude, Comparison, Outcome, Power, Span));
    all!(value, copy, travels for (Reading, Slack));
    all!(value, copy, written for (Verdict, AuditedClaim, CountShare));
    all!(value, copy for (LedgerValue));
    all!(value, travels for (Claim, Statement, Document));
    all!(value, written for (AuditedDocument));
    all!(value for (Relation));
    all!(printed for (Claim, Verdict));
    all!(error for (BoundsError, ClaimError, PublishedError));
    assert!(size_of::<Published>() <= 16, "{}", size_of::<Published>());
}

#[test]
fn what_is_read_from_briefings_is_a_value_too() {
    use standard_land::briefing::{
        Account, Context, ContextKind, DropReason, Figure, Kind, Open, Place, Position, Reach,
        Reason, Rule, Side, Slot, Strength,
    };

    all!(value for (
        Account, Context, ContextKind, Side, DropReason, Figure, Kind, Place, Position, Reach,
        Reason, Rule, Slot, Strength,
    ));
    all!(value_without_hash for (Open));
    all!(copy for (Context, ContextKind, Figure, Kind, Place, Position, Reason, Rule, Strength));
    all!(ordered for (Context, ContextKind, Kind, Place, Position, Reason, Rule, Strength));
    all!(printed for (Account, ContextKind, DropReason, Kind, Position, Reason, Rule, Strength));
}
