//! What the errors of this module say.

use super::{AllocationError, Milestone, SupervisionError};
use crate::quantity::zh;
use crate::text::explain;

/// The field of a milestone.
pub(crate) const fn field(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Signed => "signed",
        Milestone::AgreedHandover => "agreed_handover",
        Milestone::AgreedStart => "agreed_start",
        Milestone::AgreedCompletion => "agreed_completion",
        Milestone::ActualStart => "actual_start",
        Milestone::ActualCompletion => "actual_completion",
        Milestone::Ended => "ended",
    }
}

explain! {
    AllocationError;
    Self::ZeroArea { id } => "allocation-area-zero", field "area",
        en("allocation {id} has an area of 0; it must be above 0"),
        zh("供应「{id}」的面积为零，应大于零");
    Self::NegativePrice { id, price } => "allocation-price-negative", field "price",
        en("allocation {id} has the price {price}; it cannot be below 0"),
        zh("供应「{id}」的价款为{}，不能小于零", zh(price));
    Self::DatesRunBackwards { id, dates } => "allocation-dates-backwards", field field(dates.then.0),
        en(
            "allocation {id} has {} on {}, before {} on {}; correct one of the dates",
            dates.then.0, dates.then.1, dates.first.0, dates.first.1
        ),
        zh(
            "供应「{id}」的「{}」日期{}早于「{}」日期{}，请更正其一",
            dates.then.0.name_zh(), dates.then.1, dates.first.0.name_zh(), dates.first.1
        );
    Self::YearDiffers { id, year, signed } => "allocation-year-differs", field "year",
        en("allocation {id} is of {year}, but was signed on {signed}; both must be of one year"),
        zh("供应「{id}」的年份为{year}，而签订日期为{signed}，两者应为同一年");
}

explain! {
    SupervisionError;
    Self::Form { given } => "supervision-form",
        en("{given:?} is not a supervision number such as \"1411212012B00017\""),
        zh("{given:#}不是“1411212012B00017”样式的电子监管号");
    Self::Division { given, source } => "supervision-division",
        en("{given:?} does not begin with a valid division code"),
        zh("{given:#}开头的行政区划代码有误"),
        because source;
}
