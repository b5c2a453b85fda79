//! What the errors of this module say.

use super::{SampleError, StatsError};
use crate::exact::RatioError;
use crate::quantity::{QuantityError, zh};
use crate::text::explain;

explain! {
    StatsError;
    Self::OutOfRange { given } => "stats-out-of-range",
        en("the result of {given} is more than a tally holds"),
        zh("{}的结果超出可统计的范围", zh(given));
    Self::AreaWithoutParcels { area } => "stats-area-without-parcels", field "parcels",
        en("{area} with 0 parcels cannot be counted; an area needs at least 1 parcel"),
        zh("面积{}而宗数为零，无法统计，至少应有1宗", zh(area));
    Self::ColumnsDiffer { keys, areas } => "stats-columns-differ",
        en("there are {keys} keys but {areas} areas; each key needs one area"),
        zh("有{keys}个分类而有{areas}个面积，应一一对应");
    Self::RowRepeated => "stats-row-repeated", field "key",
        en("a row of the breakdown is empty or there twice; keep one row with parcels for each key"),
        zh("分类统计中有一行为空或重复，每类应只有一行且有宗数");
    Self::CellRepeated => "stats-cell-repeated",
        en("a cell of the cross table is empty or there twice; keep one cell with parcels for each pair"),
        zh("交叉表中有一格为空或重复，每格应只出现一次且有宗数");
    Self::PeriodRepeated => "stats-period-repeated", field "period",
        en("a period of the trend is there twice, or the part without a period is empty"),
        zh("时间序列中有时段重复，或者未注明时段的部分为空");
    Self::PeriodsOverlap { period, other } => "stats-periods-overlap", field "period",
        en("{period} and {other} have days in common; the periods of a trend must not overlap"),
        zh("{}与{}有重合的日期，时间序列的时段不得重叠", period.name_zh(), other.name_zh());
    Self::PeriodMissing { period } => "stats-period-missing", field "period",
        en("{period} is not in the trend, and the periods in it do not add up to it"),
        zh("时间序列中没有{}，其中的时段也不能合成它", period.name_zh());
    Self::NothingBefore { period } => "stats-nothing-before", field "period",
        en("there is no period before {period}: the calendar begins with it"),
        zh("{}之前没有时段，历法从它开始", period.name_zh());
    Self::GrowthFromZero { from, to } => "stats-growth-from-zero",
        en("from {from} to {to} there is no rate of growth; the earlier figure must be above 0"),
        zh("从{}到{}没有增长率，基期数应大于零", zh(from), zh(to));
    Self::DaysDiffer { this, other } => "stats-days-differ",
        en("progress by {other} cannot be merged with progress by {this}; use one day for both"),
        zh("截至{other}的进度不能与截至{this}的进度合并，应采用同一日期");
    Self::PartExceedsWhole { part, whole } => "stats-part-exceeds-whole", field "part",
        en("the part, {part}, is more than its whole, {whole}"),
        zh("部分（{}）超过总数（{}）", zh(part), zh(whole));
    Self::SuppliedExceeds { base, available, supplied } => "stats-supplied-exceeds", field "supplied",
        en("{supplied} supplied is more than the {available} {base}"),
        zh("已供应{}，超过{}{}", zh(supplied), base.name_zh(), zh(available));
}

explain! {
    SampleError, from RatioError => Ratio, from QuantityError => Quantity;
    Self::Empty { missing } => "sample-empty",
        en("there is no value to take a mean or a quantile of; {missing} are missing"),
        zh("没有可用于计算均值或分位数的数值，缺{missing}个");
    Self::NoQuantile { given } => "sample-quantile",
        en("{given} is not a quantile; it must be from 0 to 1"),
        zh("{given}不是分位数，应在0至1之间");
    Self::Ratio(source) => "sample-ratio", as source;
    Self::Quantity(source) => "sample-quantity", as source;
}
