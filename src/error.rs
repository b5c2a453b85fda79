//! One error over all families, for `?` in programs.

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
use crate::text::{LabelError, UnknownTerm};

/// Any error of this crate, for `?` where several rooms meet.
///
/// Every function returns the narrow error of its family; each converts into
/// this one.
///
/// ```
/// use standard_land::{Area, Error, Ratio};
///
/// fn share(part: &str, whole: &str) -> Result<Ratio, Error> {
///     Ok(part.parse::<Area>()?.share_of(whole.parse()?)?)
/// }
///
/// assert!(matches!(share("5.74", "37.18 ha"), Err(Error::Quantity(_))));
/// assert!(matches!(share("5.74 ha", "0 ha"), Err(Error::Ratio(_))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
#[error(transparent)]
pub enum Error {
    /// A number that is none.
    Number(#[from] NumberError),
    /// A term that is not on its list.
    Term(#[from] UnknownTerm),
    /// A printed name or number that cannot be held.
    Label(#[from] LabelError),
    /// A fraction that cannot be, or cannot be printed.
    Ratio(#[from] RatioError),
    /// A rounding that is none.
    Rounding(#[from] RoundingError),
    /// A percentage that is none.
    Percent(#[from] PercentError),
    /// An interval that is none.
    Bounds(#[from] BoundsError),
    /// A column that cannot be made to add up.
    Apportion(#[from] ApportionError),
    /// A quantity that cannot be held.
    Quantity(#[from] QuantityError),
    /// A price per area that cannot be.
    UnitPrice(#[from] UnitPriceError),
    /// A division code that is none.
    Division(#[from] DivisionError),
    /// A land-use class that is none.
    LandUse(#[from] LandUseError),
    /// An industry code that is none.
    Industry(#[from] IndustryError),
    /// A category scheme that is none.
    Scheme(#[from] SchemeError),
    /// A table that is not a category scheme.
    SchemeTable(#[from] SchemeTableError),
    /// A credit code that is none.
    CreditCode(#[from] CreditCodeError),
    /// A parcel that cannot be.
    Parcel(#[from] ParcelError),
    /// A parcel code that is none.
    ParcelCode(#[from] ParcelCodeError),
    /// A step in the life of a parcel that cannot be taken.
    Life(#[from] LifeError),
    /// Requirements or evidence that cannot be held.
    Readiness(#[from] ReadinessError),
    /// A unit of an indicator that is none.
    Unit(#[from] UnitError),
    /// A measured value that is none.
    Amount(#[from] AmountError),
    /// An indicator that cannot be, or is measured otherwise.
    Indicator(#[from] IndicatorError),
    /// A threshold that is none.
    Threshold(#[from] ThresholdError),
    /// A rule of control standards.
    Standard(#[from] StandardError),
    /// An indicator that cannot be measured.
    Measure(#[from] MeasureError),
    /// A commitment that cannot be.
    Commitment(#[from] CommitmentError),
    /// An assessment that does not follow.
    Assessment(#[from] AssessmentError),
    /// An allocation that cannot be.
    Allocation(#[from] AllocationError),
    /// A period that is none.
    Months(#[from] MonthsError),
    /// Excused days that cannot be.
    Excuse(#[from] ExcuseError),
    /// Works that cannot be.
    Works(#[from] WorksError),
    /// Something that cannot happen to a problem.
    Problem(#[from] ProblemError),
    /// A supervision number that is none.
    Supervision(#[from] SupervisionError),
    /// A year that is none.
    Year(#[from] YearError),
    /// A period that is none.
    Period(#[from] PeriodError),
    /// A block of parcels that cannot be.
    Block(#[from] BlockError),
    /// A rule of the register.
    Register(#[from] RegisterError),
    /// A file of notices that cannot be read.
    #[cfg(feature = "notices")]
    Read(#[from] crate::notice::ReadError),
    /// A record of a notice that cannot be held.
    #[cfg(feature = "notices")]
    Record(#[from] crate::notice::RecordError),
    /// Something that cannot be counted.
    Stats(#[from] StatsError),
    /// A mean or quantile that is none.
    Sample(#[from] SampleError),
    /// A land plan that does not balance.
    Quota(#[from] QuotaError),
    /// A price or a payment that cannot be.
    Pricing(#[from] PricingError),
    /// A scheme that is none, or values it cannot score.
    Evaluation(#[from] EvaluationError),
    /// Approval work that cannot be averaged.
    Agency(#[from] AgencyError),
    /// A report that cannot be written.
    Report(#[from] ReportError),
    /// A text that is no printed number.
    Published(#[from] PublishedError),
    /// A claim that cannot be made or judged.
    Claim(#[from] ClaimError),
}
