//! How large errors are: they travel with every result.

use std::mem::size_of;

use standard_land::Error;
use standard_land::agency::AgencyError;
use standard_land::allocation::{AllocationError, SupervisionError};
use standard_land::audit::{ClaimError, PublishedError};
use standard_land::calendar::{MonthsError, PeriodError, YearError};
use standard_land::commitment::{AssessmentError, CommitmentError};
use standard_land::enterprise::CreditCodeError;
use standard_land::evaluation::EvaluationError;
use standard_land::exact::{
    ApportionError, BoundsError, NumberError, PercentError, RatioError, RoundingError,
};
use standard_land::industry::{IndustryError, SchemeError};
use standard_land::land_use::LandUseError;
#[cfg(feature = "notices")]
use standard_land::notice::{ReadError, RecordError};
use standard_land::oversight::{ExcuseError, ProblemError, WorksError};
use standard_land::parcel::{LifeError, ParcelCodeError, ParcelError, ReadinessError};
use standard_land::pricing::PricingError;
use standard_land::quantity::{AmountError, QuantityError, UnitError, UnitPriceError};
use standard_land::quota::QuotaError;
use standard_land::region::DivisionError;
use standard_land::register::{BlockError, RegisterError};
use standard_land::report::ReportError;
use standard_land::standard::{IndicatorError, MeasureError, StandardError, ThresholdError};
use standard_land::stats::{SampleError, StatsError};
use standard_land::{Area, LabelError, Ratio, UnknownTerm};

/// Four words of 64 bits.
const LIMIT: usize = 32;

macro_rules! sizes {
    ($($name:ident)+) => {
        vec![$((stringify!($name), size_of::<$name>())),+]
    };
}

#[test]
fn no_error_is_larger_than_four_words() {
    let sizes = sizes!(
        AgencyError AllocationError AmountError ApportionError AssessmentError BlockError
        BoundsError ClaimError CommitmentError CreditCodeError DivisionError Error EvaluationError
        ExcuseError IndicatorError IndustryError LabelError LandUseError LifeError MeasureError
        MonthsError NumberError ParcelCodeError ParcelError PercentError PeriodError PricingError
        ProblemError PublishedError QuantityError QuotaError RatioError ReadinessError
        RegisterError ReportError RoundingError SampleError SchemeError StandardError StatsError
        SupervisionError ThresholdError UnitError UnitPriceError UnknownTerm WorksError YearError
    );
    #[cfg(feature = "notices")]
    let sizes = [sizes, sizes!(ReadError RecordError)].concat();
    let large: Vec<_> = sizes.iter().filter(|(_, size)| *size > LIMIT).collect();
    assert!(large.is_empty(), "{large:?} of {sizes:?}");
}

#[test]
fn results_of_hot_loops_stay_small() {
    assert!(size_of::<Result<Area, QuantityError>>() <= LIMIT);
    assert!(size_of::<Result<Ratio, RatioError>>() <= 48);
}
