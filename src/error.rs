//! One error over all families, for `?` in programs.

use alloc::boxed::Box;
use core::fmt::{self, Display, Formatter};

use crate::agency::AgencyError;
use crate::allocation::{AllocationError, SupervisionError};
use crate::audit::{ClaimError, PublishedError};
use crate::calendar::{MonthsError, PeriodError, YearError};
use crate::commitment::{AssessmentError, CommitmentError};
use crate::enterprise::CreditCodeError;
use crate::evaluation::EvaluationError;
use crate::exact::{
    ApportionError, BoundsError, NumberError, PercentError, RatioError, RoundingError,
};
use crate::explain::{Explain, Told};
use crate::industry::{IndustryError, SchemeError, SchemeTableError};
use crate::land_use::LandUseError;
use crate::oversight::{ExcuseError, ProblemError, WorksError};
use crate::parcel::{LifeError, ParcelCodeError, ParcelError, ReadinessError};
use crate::pricing::PricingError;
use crate::quantity::{AmountError, QuantityError, UnitError, UnitPriceError};
use crate::quota::QuotaError;
use crate::region::DivisionError;
use crate::register::{BlockError, RegisterError};
use crate::report::ReportError;
use crate::standard::{IndicatorError, MeasureError, StandardError, ThresholdError};
use crate::stats::{SampleError, StatsError};
use crate::text::{LabelError, Language, UnknownTerm};

/// Any error of this crate, for `?` where several modules meet.
///
/// Every function returns the narrow error of its family; each converts into
/// this one.
///
/// ```
/// use standard_land::{Area, Error, Language, Ratio};
///
/// fn share(part: &str, whole: &str) -> Result<Ratio, Error> {
///     Ok(part.parse::<Area>()?.share_of(whole.parse()?)?)
/// }
///
/// assert!(matches!(share("5.74", "37.18 ha"), Err(Error::Quantity(_))));
/// let error = share("5.74 ha", "0 ha").unwrap_err();
/// assert!(matches!(error, Error::Ratio(_)));
/// assert_eq!(error.code(), "ratio-zero-whole");
/// let chinese = "总数为零，无法计算8610000000所占份额；总数应大于零";
/// assert_eq!(error.describe(Language::Chinese).to_string(), chinese);
/// ```
///
/// Programs go by [`code`](Self::code) and [`field`](Self::field), which do not
/// change; people read [`describe`](Self::describe) in their language, causes
/// included. `Display` is in English and leaves the cause to the source. An
/// error is two words wide, and each family's error at most four.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Error {
    /// Not a valid number.
    Number(Box<NumberError>),
    /// A term that is not on its list.
    Term(Box<UnknownTerm>),
    /// Not a valid printed name or number.
    Label(Box<LabelError>),
    /// A fraction that does not exist, or cannot be printed.
    Ratio(Box<RatioError>),
    /// Not a valid rounding.
    Rounding(Box<RoundingError>),
    /// Not a valid percentage.
    Percent(Box<PercentError>),
    /// Not a valid interval.
    Bounds(Box<BoundsError>),
    /// A column that cannot be made to add up.
    Apportion(Box<ApportionError>),
    /// Not a valid quantity.
    Quantity(Box<QuantityError>),
    /// Not a valid price per area.
    UnitPrice(Box<UnitPriceError>),
    /// Not a valid division code.
    Division(Box<DivisionError>),
    /// Not a valid land-use class.
    LandUse(Box<LandUseError>),
    /// Not a valid industry code.
    Industry(Box<IndustryError>),
    /// Not a valid category scheme.
    Scheme(Box<SchemeError>),
    /// Not a valid table of a category scheme.
    SchemeTable(Box<SchemeTableError>),
    /// Not a valid credit code.
    CreditCode(Box<CreditCodeError>),
    /// Not a valid parcel.
    Parcel(Box<ParcelError>),
    /// Not a valid parcel code.
    ParcelCode(Box<ParcelCodeError>),
    /// A step in the life of a parcel that cannot be taken.
    Life(Box<LifeError>),
    /// Requirements or evidence that are not valid.
    Readiness(Box<ReadinessError>),
    /// Not a valid unit of an indicator.
    Unit(Box<UnitError>),
    /// Not a valid amount.
    Amount(Box<AmountError>),
    /// An indicator in a wrong unit, or with a wrong threshold.
    Indicator(Box<IndicatorError>),
    /// Not a valid threshold.
    Threshold(Box<ThresholdError>),
    /// A rule of control standards.
    Standard(Box<StandardError>),
    /// An indicator that cannot be measured.
    Measure(Box<MeasureError>),
    /// Not a valid commitment.
    Commitment(Box<CommitmentError>),
    /// An assessment that does not follow.
    Assessment(Box<AssessmentError>),
    /// Not a valid allocation.
    Allocation(Box<AllocationError>),
    /// Not a valid period.
    Months(Box<MonthsError>),
    /// Excused days that run backwards.
    Excuse(Box<ExcuseError>),
    /// Works that contradict themselves.
    Works(Box<WorksError>),
    /// Something that cannot happen to a problem.
    Problem(Box<ProblemError>),
    /// Not a valid supervision number.
    Supervision(Box<SupervisionError>),
    /// Not a valid year.
    Year(Box<YearError>),
    /// Not a valid period.
    Period(Box<PeriodError>),
    /// Not a valid block of parcels.
    Block(Box<BlockError>),
    /// A rule of the register.
    Register(Box<RegisterError>),
    /// A file of notices that cannot be read.
    #[cfg(feature = "notices")]
    Read(Box<crate::notice::ReadError>),
    /// A record of a notice that is not valid.
    #[cfg(feature = "notices")]
    Record(Box<crate::notice::RecordError>),
    /// Something that cannot be counted.
    Stats(Box<StatsError>),
    /// A mean or quantile that does not exist.
    Sample(Box<SampleError>),
    /// A land plan that does not balance.
    Quota(Box<QuotaError>),
    /// Not a valid price or payment.
    Pricing(Box<PricingError>),
    /// Not a valid evaluation scheme, or values it cannot score.
    Evaluation(Box<EvaluationError>),
    /// Approval work that cannot be averaged.
    Agency(Box<AgencyError>),
    /// A report that cannot be written.
    Report(Box<ReportError>),
    /// Not a printed number.
    Published(Box<PublishedError>),
    /// A claim that is not valid, or cannot be judged.
    Claim(Box<ClaimError>),
}

/// Every question is one for the error inside.
macro_rules! over {
    ($( $(#[$attr:meta])* $variant:ident($inner:ty); )+) => {
        impl Error {
            /// The code that stands for what is wrong; it does not change.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $( $(#[$attr])* Self::$variant(error) => error.code(), )+ }
            }

            /// The field of the record that is wrong, as data name it.
            #[must_use]
            pub fn field(&self) -> Option<&'static str> {
                match self { $( $(#[$attr])* Self::$variant(error) => error.field(), )+ }
            }

            /// What is wrong, with its causes, in a language.
            #[must_use]
            pub fn describe(&self, language: Language) -> impl Display + '_ {
                Told(self, language)
            }
        }

        impl Explain for Error {
            fn tell(&self, language: Language, f: &mut Formatter<'_>) -> fmt::Result {
                match self {
                    $( $(#[$attr])* Self::$variant(error) => error.tell(language, f), )+
                }
            }

            fn led_by(&self) -> Option<&(dyn Explain + 'static)> {
                match self { $( $(#[$attr])* Self::$variant(error) => error.led_by(), )+ }
            }
        }

        $(
            $(#[$attr])*
            impl From<$inner> for Error {
                fn from(error: $inner) -> Self {
                    Self::$variant(Box::new(error))
                }
            }
        )+
    };
}

over! {
    Number(NumberError);
    Term(UnknownTerm);
    Label(LabelError);
    Ratio(RatioError);
    Rounding(RoundingError);
    Percent(PercentError);
    Bounds(BoundsError);
    Apportion(ApportionError);
    Quantity(QuantityError);
    UnitPrice(UnitPriceError);
    Division(DivisionError);
    LandUse(LandUseError);
    Industry(IndustryError);
    Scheme(SchemeError);
    SchemeTable(SchemeTableError);
    CreditCode(CreditCodeError);
    Parcel(ParcelError);
    ParcelCode(ParcelCodeError);
    Life(LifeError);
    Readiness(ReadinessError);
    Unit(UnitError);
    Amount(AmountError);
    Indicator(IndicatorError);
    Threshold(ThresholdError);
    Standard(StandardError);
    Measure(MeasureError);
    Commitment(CommitmentError);
    Assessment(AssessmentError);
    Allocation(AllocationError);
    Months(MonthsError);
    Excuse(ExcuseError);
    Works(WorksError);
    Problem(ProblemError);
    Supervision(SupervisionError);
    Year(YearError);
    Period(PeriodError);
    Block(BlockError);
    Register(RegisterError);
    #[cfg(feature = "notices")]
    Read(crate::notice::ReadError);
    #[cfg(feature = "notices")]
    Record(crate::notice::RecordError);
    Stats(StatsError);
    Sample(SampleError);
    Quota(QuotaError);
    Pricing(PricingError);
    Evaluation(EvaluationError);
    Agency(AgencyError);
    Report(ReportError);
    Published(PublishedError);
    Claim(ClaimError);
}

impl Display for Error {
    /// What is wrong, in English; the cause is in the source.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.tell(Language::English, f)
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        let cause = self.led_by()?;
        Some(cause)
    }
}
