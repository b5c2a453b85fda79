//! What travels as text: its form, its unit, examples.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::allocation::{
    AllocationId, Milestone, SupervisionKind, SupervisionNumber, SupplyMethod,
};
use crate::audit::{
    Claim, Comparison, Counter, Magnitude, Outcome as AuditOutcome, Power, Published, Qualifier,
    Span, Unit as AuditUnit,
};
use crate::calendar::{Fullness, Months, Period, PeriodKind, Year};
use crate::commitment::{Acceptance, AgreedStep, Outcome, Overall};
use crate::enterprise::{CreditCode, EnterpriseId, EnterpriseName, TolerantCreditCode};
use crate::exact::{Bounds, Judging, Mode, Modes, Percent, Ratio, Rounding, Step, Sum};
use crate::industry::{
    Agreement, Edition as IndustryEdition, Extent, IndustryCategory, IndustryCode, IndustryLevel,
    ProducerService,
};
use crate::land_use::{Edition as LandUseEdition, LandUse};
use crate::oversight::{Cause, Excusable, IdleMeasure, ProblemId, ProblemState, Remark, Team};
use crate::parcel::{
    Connections, ParcelCode, ParcelId, Requirement, Stage, StartOnGrant, Step as LifeStep,
};
use crate::quantity::{
    Amount, Area, AreaUnit, Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, Money,
    MoneyUnit, Printed, Term, TermUnit, Unit, UnitPrice,
};
use crate::region::{DivisionCode, DivisionLevel, StatisticalCode};
use crate::register::BlockId;
use crate::report::{Form, Language};
use crate::source::{Certainty, DocumentId, Source};
use crate::standard::{
    CoreIndicator, Direction, Document, Force, Formula, IndicatorKind, Input, Loosening,
    MeasureError, Qualitative, Reference, Strictness, Threshold,
};
use crate::stats::{
    By, Denominator, Fit, Growing, Interpolation, Pick, SupplyBase, Undated, Unreachable,
};
use crate::text::INVISIBLE;

/// A decimal without superfluous zeros in front.
macro_rules! number {
    () => {
        r"(0|[1-9][0-9]*)(\.[0-9]+)?"
    };
}

/// Units of area, with at most one space before them.
macro_rules! area {
    () => {
        " ?(m²|m2|㎡|平方米|mu|亩|ha|hm²|hm2|公顷|km²|km2|平方公里|平方千米|wan mu|万亩|wan ha|万公顷)"
    };
}

/// Units of money, with at most one space before them.
macro_rules! money {
    () => {
        " ?(CNY|yuan|元|人民币元|wan CNY|wan yuan|万元|yi CNY|yi yuan|亿元)"
    };
}

/// Units of energy, with at most one space before them.
macro_rules! energy {
    () => {
        " ?(kgce|千克标准煤|千克标煤|tce|吨标准煤|吨标煤)"
    };
}

/// Units of mass, with at most one space before them.
macro_rules! mass {
    () => {
        " ?(kg|千克|公斤|t|吨)"
    };
}

/// The modes of rounding.
macro_rules! modes {
    () => {
        "half-even|四舍六入五成双|half-up|四舍五入|half-down|五舍六入|toward-zero|去尾|away-from-zero|进一|floor|向下取整|ceiling|向上取整"
    };
}

/// One part of a period: a year, half-year, quarter, month or day.
macro_rules! period {
    () => {
        "[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}|[0-9]{2}-[0-9]{2}))?"
    };
}

/// Implements the schema of types that are text of a form, and lists them.
macro_rules! texts {
    ($( $name:ty, $title:literal, $pattern:expr, $description:literal, $examples:expr; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    $title.into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({
                        "type": "string",
                        "description": $description,
                        "pattern": $pattern,
                        "examples": $examples,
                    })
                }
            }
        )+

        fn define_texts(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

texts! {
    Ratio, "Ratio", r"^(0|-?[1-9][0-9]*)/[1-9][0-9]*$",
        "An exact fraction, part and whole as given; at most 38 digits each.",
        ["4/7", "574/3718"];
    Sum, "Sum", r"^(0|-?[1-9][0-9]*)/[1-9][0-9]*$",
        "An exact fraction of any number of digits.",
        ["5/6", "100000000000000000000000000000000000000000/7"];
    Percent, "Percent", concat!(r"^(?!-0(\.0+)?%)-?", number!(), "%$"),
        "A percentage as printed: its places count.",
        ["57%", "15.43%", "15.40%"];
    Rounding, "Rounding",
        concat!("^(", modes!(), r")\((0|-?[1-9][0-9]{0,2})(, (1|0\.5|0\.2|1单位修约|0\.5单位修约|0\.2单位修约))?\)$"),
        "How a number is rounded: mode, places, and a step that is not 1.",
        ["half-even(2)", "toward-zero(2)", "half-even(0, 0.5)"];
    Area, "Area", concat!("^", number!(), area!(), "$"),
        "A land area with its unit; exact to 0.00000001 mu, at most 184467440737.09551615 mu.",
        ["37.18 ha", "557.7亩", "371800 m²"];
    Money, "Money", concat!(r"^(?!-0(\.0+)?[^.0-9])-?", number!(), money!(), "$"),
        "A sum of money with its unit; exact to 0.01 CNY.",
        ["1440000.00 CNY", "144万元"];
    UnitPrice, "UnitPrice",
        concat!(r"^(?!-0(\.0+)?[^.0-9])-?", number!(), money!(), " / ", number!(), area!(), "$"),
        "A price per area: what was paid, for which area.",
        ["1440000.00 CNY / 1.4191 ha"];
    Term, "Term", concat!("^", number!(), " ?(years|year|年)$"),
        "A term of years, exact to 0.01.",
        ["50 years", "37.95年"];
    Judging, "Judging", concat!("^(full-value|全数值比较法|", modes!(), ")$"),
        "How a value is compared with a limit: as it is, or rounded to the places of the limit.",
        ["full-value", "half-even"];
    Length, "Length", concat!("^", number!(), " ?(m|米)$"),
        "A length; exact to 0.001 m.",
        ["8.1 m"];
    Energy, "Energy", concat!("^", number!(), energy!(), "$"),
        "An amount of energy, in coal; exact to 0.001 kgce.",
        ["120.5 tce"];
    Mass, "Mass", concat!("^", number!(), mass!(), "$"),
        "A mass.",
        ["1.5 t"];
    Printed<AreaUnit>, "Printed_of_AreaUnit", concat!("^(?!-0(\\.0+)?[^.0-9])-?", number!(), area!(), "$"),
        "An area as printed: its places and its unit count.",
        ["37.180 ha"];
    Printed<MoneyUnit>, "Printed_of_MoneyUnit", concat!("^(?!-0(\\.0+)?[^.0-9])-?", number!(), money!(), "$"),
        "A sum of money as printed: its places and its unit count.",
        ["144.0000 wan CNY"];
    Printed<EnergyUnit>, "Printed_of_EnergyUnit", concat!("^(?!-0(\\.0+)?[^.0-9])-?", number!(), energy!(), "$"),
        "An amount of energy as printed: its places and its unit count.",
        ["120.50 tce"];
    Months, "Months", "^(0|[1-9][0-9]*)( months|个月|年)$",
        "Months of the calendar.",
        ["12 months"];
    Span, "Span", r"^(0|[1-9][0-9]*)\.\.(0|[1-9][0-9]*)$",
        "Where something stands in a text, in bytes.",
        ["12..34"];
    AuditUnit, "AuditUnit", r"^([^\u0000-\u0020]([^\u0000-\u001f]*[^\u0000-\u0020])?)?$",
        "A unit of a printed number; nothing for a number alone.",
        ["万元/亩", ""];
    DivisionCode, "DivisionCode", "^[0-9]{6}$",
        "An administrative division, GB/T 2260.",
        ["141121"];
    StatisticalCode, "StatisticalCode", "^[0-9]{9}([0-9]{3})?$",
        "A statistical code: a division, and three or six digits more.",
        ["141121001", "141121001002"];
    LandUse, "LandUse", "^(GB/T 21010-2007 [0-9]{2,3}|GB/T 21010-2017 [0-9]{2}([0-9]{2})?|third survey [^ ]{2,6}|Guide 2023 [0-9]{2}([0-9]{2}){0,2}|landchina [0-9]{3})$",
        "A land-use class behind the edition that defines it.",
        ["GB/T 21010-2017 0601"];
    IndustryCode, "IndustryCode", "^(GB/T 4754-20(02|11|17) )?([A-T]|[0-9]{2,4})$",
        "An industry of GB/T 4754: of 2017 with amendment 1, or behind the edition it is of.",
        ["C", "75", "7514", "GB/T 4754-2002 35"];
    IndustryCategory, "IndustryCategory",
        "^(industry|工业|producer-services(/(0[1-9]|10))?|生产性服务业|consumer-services|生活性服务业|other|其他)$",
        "What a zone declares a grant to be for.",
        ["producer-services", "producer-services/05"];
    CreditCode, "CreditCode", "^[0-9A-HJ-NPQRTUWXY]{18}$",
        "A unified social credit code, GB 32100-2015; both check characters are right.",
        ["91140106713678575D"];
    TolerantCreditCode, "TolerantCreditCode", "^[0-9A-HJ-NPQRTUWXY]{18}$",
        "A text of the form of a credit code; a check character may be wrong.",
        ["91350100M0001TGQXM"];
    ParcelCode, "ParcelCode", "^[0-9]{12}[GJZ][A-Z][0-9]{5}$",
        "A parcel code of 19 characters.",
        ["141121001002GB00017"];
    SupervisionNumber, "SupervisionNumber", "^[0-9]{10}[ABC][0-9]{5,6}(-[1-9][0-9]{0,3})?$",
        "An electronic supervision number (电子监管号).",
        ["1411212012B00017"];
    Year, "Year", "^[0-9]{4}$",
        "A year of the calendar.",
        ["2024"];
    Period, "Period", concat!("^", period!(), r"(\.\.", period!(), ")?$"),
        "A year, half-year, quarter, month or day, or from one through another.",
        ["2024", "2024-H1", "2022-01..2022-07"];
}

/// Text without white space around it, of characters that are seen.
fn label_pattern() -> String {
    let mut invisible = String::from(r"\u0000-\u001f\u007f-\u009f");
    for (first, last) in INVISIBLE {
        // A regular expression has no escape for these that all dialects
        // read: above four digits they stand as themselves.
        let escaped = |it: char| match u32::from(it) {
            code @ ..=0xffff => format!("\\u{code:04x}"),
            _ => String::from(it),
        };
        invisible.push_str(&escaped(first));
        if first != last {
            invisible.push('-');
            invisible.push_str(&escaped(last));
        }
    }
    let space = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";
    format!("^[^{invisible}{space}]([^{invisible}]*[^{invisible}{space}])?$")
}

/// Text kept as printed: not empty.
macro_rules! labels {
    ($( $name:ident, $limit:expr, $description:literal, $example:literal; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({
                        "type": "string",
                        "description": $description,
                        "minLength": 1,
                        "maxLength": $limit,
                        "pattern": label_pattern(),
                        "examples": [$example],
                    })
                }
            }
        )+

        fn define_labels(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

labels! {
    EnterpriseName, EnterpriseName::MAX_CHARACTERS, "The name of an enterprise, as printed.", "文水县昌泰气体有限公司";
    EnterpriseId, EnterpriseName::MAX_CHARACTERS, "The credit code of an enterprise where it is known, else its name.", "文水县昌泰气体有限公司";
    ParcelId, ParcelId::MAX_CHARACTERS, "The number of a parcel, as printed.", "2024-07";
    AllocationId, AllocationId::MAX_CHARACTERS, "The number of an allocation, as printed.", "2024-出让-03";
    Source, Source::MAX_CHARACTERS, "A document and its clause.", "闲置土地处置办法 (2012) art. 2";
    Document, Document::MAX_CHARACTERS, "A document with its edition.", "工业项目建设用地控制指标（2008年）";
    DocumentId, DocumentId::MAX_CHARACTERS, "The number of a document.", "D-1";
    Requirement, Requirement::MAX_CHARACTERS, "What a parcel must have before it is offered.", "通路";
    ProblemId, ProblemId::MAX_CHARACTERS, "The number of a problem.", "2025-07";
    Team, Team::MAX_CHARACTERS, "A task team.", "甲";
    Remark, Remark::MAX_CHARACTERS, "What a problem is, or how it was closed.", "问题";
    BlockId, BlockId::MAX_CHARACTERS, "What a block of parcels is known by.", "2024, not itemised";
}

/// Text whose grammar only its door knows: the schema sees that it is some.
macro_rules! spoken {
    ($( $name:ident, $description:literal, [$($example:literal),+]; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({
                        "type": "string",
                        "description": $description,
                        "pattern": label_pattern(),
                        "examples": [$($example),+],
                    })
                }
            }
        )+

        fn define_spoken(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

spoken! {
    Modes, "A set of rounding modes.", ["half-even, half-up", "any", "none"];
    Bounds, "An interval of fractions.", ["[1543/10000, 193/1250)"];
    Unit, "A unit of an indicator.", ["万元/亩", "1"];
    Amount, "An amount with its unit.", ["162.5万元/亩"];
    IndicatorKind, "The code or label of an indicator.", ["floor-area-ratio", "机器人密度"];
    Threshold, "A threshold.", ["≥150万元/亩", ">1.3且≤2.0", "一事一议"];
    Reference, "A threshold that another document sets.", ["按环评批复执行"];
    Qualitative, "A threshold in words.", ["达到先进水平"];
    MeasureError, "Why an indicator was not measured.", ["missing: land, plant"];
    Published, "A printed number with its unit and its qualifier.", ["37.18公顷", "约1.2万亩"];
    Claim, "What a text claims of its figures.", ["57% = 4宗 of 7宗", "72.58% < 80%"];
}

/// Closed lists: codes and Chinese terms, which both are read.
macro_rules! lists {
    ($( $name:ident, $description:literal; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let mut terms: Vec<&str> = Self::ALL.iter().map(|term| term.code()).collect();
                    // A term can be its own code.
                    terms.extend(
                        Self::ALL
                            .iter()
                            .map(|term| term.name_zh())
                            .filter(|name| Self::ALL.iter().all(|term| term.code() != *name)),
                    );
                    json_schema!({
                        "type": "string",
                        "description": concat!($description, " Written as the code; the Chinese term is read too."),
                        "enum": terms,
                    })
                }
            }
        )+

        fn define_lists(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

lists! {
    Mode, "A rounding mode.";
    Step, "A rounding step.";
    AreaUnit, "A unit of area.";
    MoneyUnit, "A unit of money.";
    TermUnit, "A unit of time.";
    DivisionLevel, "A level of administrative divisions.";
    IndustryLevel, "A level of the classification of industries.";
    ProducerService, "A large category of producer services.";
    Extent, "How much of an industry belongs to a category.";
    Agreement, "How a declared category compares with a derived one.";
    SupplyMethod, "How land was supplied.";
    SupervisionKind, "The kind of an electronic supervision number.";
    Milestone, "A date in the life of an allocation.";
    PeriodKind, "A kind of period.";
    By, "A measure of size.";
    Denominator, "What a rate of progress is of.";
    Fit, "Whether something is what was asked for.";
    Growing, "A way to grow toward a target.";
    Interpolation, "A way to interpolate a quantile.";
    Pick, "A way to pick a quantile.";
    SupplyBase, "What a supply rate is of.";
    Undated, "A reading of missing dates.";
    Unreachable, "A reason why a target is out of reach.";
    LengthUnit, "A unit of length.";
    EnergyUnit, "A unit of energy.";
    MassUnit, "A unit of mass.";
    Certainty, "How sure a figure is.";
    Stage, "A stage of a parcel.";
    LifeStep, "A step in the life of a parcel.";
    StartOnGrant, "Whether building started on grant.";
    Connections, "A number of connections.";
    CoreIndicator, "A common control indicator.";
    Direction, "A direction.";
    Formula, "A formula of an indicator.";
    Input, "An input of a formula.";
    Strictness, "How one threshold stands to another.";
    IndustryEdition, "An edition of GB/T 4754.";
    LandUseEdition, "An edition of a land-use classification.";
    Force, "The force of a provision.";
    Loosening, "A rule for looser thresholds.";
    Acceptance, "When a promise is checked.";
    AgreedStep, "An agreed step.";
    Outcome, "What became of a promise.";
    Overall, "What became of all promises.";
    Excusable, "To which delay excuses apply.";
    Cause, "A cause of excused delay.";
    IdleMeasure, "A share of area or of investment.";
    Fullness, "When a period is full.";
    ProblemState, "A state of a problem.";
    Qualifier, "A qualifier of a figure.";
    Counter, "A measure word.";
    Magnitude, "A magnitude.";
    Comparison, "A comparison.";
    AuditOutcome, "The outcome of an audit.";
    Power, "How many modes a claim tells apart.";
    Language, "A language of reports.";
    Form, "A form of reports.";
}

/// Puts all of them among the definitions of a generator.
pub(super) fn define(generator: &mut SchemaGenerator) {
    define_texts(generator);
    define_labels(generator);
    define_spoken(generator);
    define_lists(generator);
}

/// A day or a count: text inside of records that has no type of its own.
pub(super) fn day() -> Schema {
    json_schema!({
        "type": ["string", "null"],
        "description": "A day of the calendar.",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "examples": ["2024-05-01"],
    })
}

/// A day that must be known.
pub(super) fn known_day() -> Schema {
    json_schema!({
        "type": "string",
        "description": "A day of the calendar.",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "examples": ["2024-05-01"],
    })
}

/// A count as a string of digits.
pub(super) fn count(description: &str) -> Schema {
    json_schema!({
        "type": "string",
        "description": String::from(description),
        "pattern": r"^(0|[1-9][0-9]*)$",
        "examples": ["7"],
    })
}
