//! What the errors of this module say.

use super::{IndicatorError, Input, MeasureError, StandardError, ThresholdError};
use crate::text::{LabelError, Listed, explain};

explain! {
    ThresholdError, from LabelError => Text;
    Self::Text(source) => "threshold-text", field "threshold", as source;
    Self::NoRelation { given } => "threshold-no-relation", field "threshold",
        en("{given:?} does not say whether it is a minimum or a maximum; write it with ≥ or 不低于, ≤ or 不高于"),
        zh("{given:#}没有写明是下限还是上限，请加“≥”“不低于”或“≤”“不高于”");
    Self::Number { given, source } => "threshold-number", field "threshold",
        en("{given:?} has no valid number after its relation"),
        zh("{given:#}的数字有误"),
        because source.as_ref();
    Self::OutOfRange { given } => "threshold-out-of-range", field "threshold",
        en("{given:?} has more digits than a threshold holds; at most 28 are safe"),
        zh("{given:#}位数过多，不宜超过28位");
    Self::Negative { given } => "threshold-negative", field "threshold",
        en("{given:?} is below zero; a threshold must be zero or more"),
        zh("{given:#}小于零，控制值应不小于零");
    Self::Unit { given, source } => "threshold-unit", field "threshold",
        en("{given:?} has no valid unit after its number"),
        zh("{given:#}的单位有误"),
        because source.as_ref();
    Self::Range { from, to } => "threshold-range", field "threshold",
        en("{to} is not above {from}; write the smaller number of a range first"),
        zh("{to}不大于{from}，区间应先写较小的数");
    Self::Twice { given } => "threshold-twice", field "threshold",
        en("{given:?} limits the same side twice, or in two units; write one lower and one upper limit in one unit"),
        zh("{given:#}对同一侧规定了两次，或者用了两种单位；应各写一个下限和上限，单位一致");
    Self::Reversed { given } => "threshold-reversed", field "threshold",
        en("{given:?} allows no value; the lower limit must be below the upper one"),
        zh("{given:#}没有可取的值，下限应小于上限");
    Self::NoLimit => "threshold-no-limit", field "threshold",
        en("the threshold has no limit; give a lower or an upper one"),
        zh("没有限值，至少应有下限或上限");
    Self::Wording { given, what } => "threshold-wording", field "threshold",
        en("{given:?} is not {what}"),
        zh("{given:#}与所要求的写法不符");
}

explain! {
    IndicatorError;
    Self::Formula { kind, unit } => "indicator-unit", field "unit",
        en("{kind} is not measured in {unit}"),
        zh("「{}」不以{unit}计量", kind.name_zh());
    Self::Unit { kind, source } => "indicator-threshold-unit", field "threshold",
        en("the threshold of {kind} is in the wrong unit"),
        zh("「{}」控制值的单位有误", kind.name_zh()),
        because source.as_ref();
    Self::Direction { kind, direction, threshold } => "indicator-direction", field "threshold",
        en("{kind} is limited {direction} a value, but the threshold is {threshold}"),
        zh("「{}」应为{}，而控制值为「{threshold}」", kind.name_zh(), direction.name_zh());
    Self::Threshold { kind, source } => "indicator-threshold", field "threshold",
        en("the threshold of {kind} cannot be read"),
        zh("「{}」的控制值有误", kind.name_zh()),
        because source.as_ref();
}

explain! {
    StandardError, from IndicatorError => Provision;
    Self::Provision(source) => "standard-provision", field source.field().unwrap_or("provisions"),
        en("a provision of the standard is not valid"),
        zh("标准中有一项规定有误"),
        because source;
    Self::OtherEdition { trade, classification } => "standard-other-edition", field "trade",
        en(
            "{} of {} is not of {classification}, which the standard uses; carry the code over first",
            trade.code(), trade.edition()
        ),
        zh(
            "{}的{}不属于本标准所用的{classification}，请先转换代码",
            trade.edition(), trade.code()
        );
    Self::Repeated { first, second } => "standard-repeated", field "provisions",
        en("the standard has two thresholds for one indicator: {first}, and {second}; keep one"),
        zh("标准对同一指标有两个控制值：「{first}」和「{second}」，只保留一个");
    Self::Editions { upper, local } => "standard-editions-differ", field "classification",
        en("the standards use different editions, {upper} and {local}; carry one over first"),
        zh("两个标准所用版本不同（{upper}和{local}），请先转换其一");
    Self::NotLater { from, last } => "standard-not-later", field "from",
        en("a standard from {from} cannot follow one from {last}; its first day must be later"),
        zh("自{from}起施行的标准排在自{last}起施行的标准之后，施行日期应更晚");
    Self::Loosens { local, upper } => "standard-loosens", field "provisions",
        en("the local {local} is looser than the binding {upper}"),
        zh("地方规定「{local}」宽于有约束力的「{upper}」");
}

// These messages are what the value is written as; they do not change.
explain! {
    MeasureError;
    Self::Missing { inputs } => "measure-missing",
        en("missing: {}", Listed(inputs.iter(), ", ")),
        zh("缺少{}", Listed(inputs.iter().copied().map(Input::name_zh), "、"));
    Self::Zero { input } => "measure-zero",
        en("zero: {input}"),
        zh("为零：{}", input.name_zh());
    Self::Negative { input } => "measure-negative",
        en("negative: {input}"),
        zh("为负：{}", input.name_zh());
    Self::LargerThanWhole { input } => "measure-larger-than-whole",
        en("larger than its whole: {input}"),
        zh("超过总量：{}", input.name_zh());
    Self::CountedFloorArea => "measure-counted-floor-area",
        en("counted floor area not between the floor area and its double"),
        zh("计容建筑面积不合理");
    Self::OtherUnit => "measure-other-unit",
        en("given in another unit"),
        zh("单位不符");
    Self::TooManyDigits => "measure-too-many-digits",
        en("too many digits"),
        zh("位数过多");
}
