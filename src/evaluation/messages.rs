//! What the errors of this module say.

use super::EvaluationError;
use crate::exact::RatioError;
use crate::text::{Listed, explain};

explain! {
    EvaluationError, from RatioError => TooManyDigits;
    Self::Base { criterion } => "evaluation-base", field "base",
        en("the base of {criterion} must be above zero"),
        zh("「{criterion}」的基准值应大于零");
    Self::Weight { criterion } => "evaluation-weight", field "weight",
        en("the weight of {criterion} must be above zero"),
        zh("「{criterion}」的权重应大于零");
    Self::Limits { criterion, least, most } => "evaluation-limits", field "least",
        en("{criterion} gives at least {least} and at most {most} points; the least must not be above the most"),
        zh("「{criterion}」最低{least}分、最高{most}分，最低分不得高于最高分");
    Self::Weights { sum } => "evaluation-weights", field "weight",
        en("the weights sum to {sum}; they must sum to 100"),
        zh("权重合计为{sum}，应为100");
    Self::CriterionRepeated { criterion } => "evaluation-criterion-repeated", field "criteria",
        en("the criterion {criterion} is there twice; keep one"),
        zh("评价指标「{criterion}」重复，只保留一项");
    Self::UnknownCriterion { criterion } => "evaluation-criterion-unknown", field "criterion",
        en("the scheme has no criterion {criterion}; take the value out, or add the criterion"),
        zh("评价方案没有指标「{criterion}」，请删去该值或增加指标");
    Self::Unit { criterion, source } => "evaluation-unit", field "value",
        en("the value of {criterion} is in a unit that its base cannot be compared with"),
        zh("「{criterion}」数值的单位与基准值不能换算"),
        because source.as_ref();
    Self::KeyRepeated { key } => "evaluation-key-repeated", field "key",
        en("{key:?} is ranked twice; keep one entry"),
        zh("{key:#}重复参加排名，只保留一项");
    Self::Total => "evaluation-total", field "total",
        en("the total does not follow from the points; score the values again"),
        zh("总分与各项得分不符，请重新计分");
    Self::Ranks => "evaluation-ranks", field "rank",
        en("the ranks do not follow from the scores; rank them again"),
        zh("名次与得分不符，请重新排名");
    Self::CutOffs { of } => "evaluation-cut-offs",
        en("the cut-offs {} must fall from A to C", Listed(of.iter(), ", ")),
        zh("分界值{}应由A至C递减", Listed(of.iter(), "、"));
    Self::Shares { of } => "evaluation-shares",
        en("the shares {} must each be at least 0, and at most 1 together", Listed(of.iter(), ", ")),
        zh("比例{}应各不小于0，合计不大于1", Listed(of.iter(), "、"));
    Self::TooManyDigits(source) => "evaluation-too-many-digits",
        en("the exact figure has too many digits; it is not rounded in silence"),
        zh("精确数位数过多，不作默认修约"),
        because source;
}
