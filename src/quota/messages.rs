//! What the errors of this module say.

use super::QuotaError;
use crate::calendar::YearError;
use crate::quantity::{QuantityError, zh};
use crate::text::explain;

explain! {
    QuotaError, from YearError => NextYear, from QuantityError => Quantity;
    Self::MoreThanPending { area, entry, pending } => "quota-more-than-pending",
        en("{area} cannot be {entry}: only {pending} is pending"),
        zh("「{}」面积{}大于待批面积{}", entry.name_zh(), zh(area), zh(pending));
    Self::MoreThanLeft { area, left } => "quota-more-than-left", field "used",
        en("{area} cannot be used: only {left} is left"),
        zh("使用{}大于结余{}", zh(area), zh(left));
    Self::ZoneRepeated { zone } => "quota-zone-repeated", field "zone",
        en("{zone} is in both plans; keep it in one"),
        zh("两个计划都有「{zone}」，只保留一处");
    Self::OtherYear { ours, theirs } => "quota-other-year", field "year",
        en("a plan of {theirs} does not merge with one of {ours}; both must be of one year"),
        zh("{theirs}年的计划不能并入{ours}年的计划，两者应为同一年");
    Self::NextYear(source) => "quota-next-year", field "year",
        en("there is no next year to carry over to"),
        zh("没有可结转的下一年"),
        because source;
    Self::Quantity(source) => "quota-quantity",
        en("an area of the plan is too large"),
        zh("计划中的面积过大"),
        because source.as_ref();
}
