//! What the errors of this module say.

use alloc::string::{String, ToString};
use core::fmt::Display;

use super::{AmountError, QuantityError, UnitError, UnitPriceError};
use crate::text::explain;

explain! {
    QuantityError;
    Self::Number { given, source } => "quantity-number",
        en("{given:?} does not begin with a valid number"),
        zh("{given:#}的数字有误"),
        because source.as_ref();
    Self::MissingUnit { given, example } => "quantity-unit-missing",
        en("{given:?} has no unit; write it with one, as in {example:?}"),
        zh("{given:#}没有单位，应如“{example}”");
    Self::UnitGiven { given, number } => "quantity-unit-given",
        en("{given:?} has a unit, but the unit is fixed already; write {number}, or read the text with its unit"),
        zh("{given:#}带有单位，而单位已另行指定；请只填{number}，或者改为连单位读取");
    Self::UnitAlone { given } => "quantity-number-missing",
        en("{given:?} is a unit without a number; write the number before it"),
        zh("{given:#}只有单位，没有数字，请在前面写明数字");
    Self::UnknownUnit { given, unit } => "quantity-unit-unknown",
        en("{given:?} has the unknown unit {unit:?}"),
        zh("{given:#}的单位{unit:#}无法识别");
    Self::Qualified { given, word } => "quantity-qualified",
        en("{given:?} has the word {}: it is not an exact value, and only an `audit::Published` holds it", word.name_zh()),
        zh("{given:#}带有“{}”，不是准确数值；应作为公布数字读取", word.name_zh());
    Self::Negative { given } => "quantity-negative",
        en("{given:?} is below zero; it must be zero or more"),
        zh("{given:#}小于零，应不小于零");
    Self::Zero { given } => "quantity-zero",
        en("{given:?} is zero; it must be above zero"),
        zh("{given:#}为零，应大于零");
    Self::TooPrecise { given, quantum } => "quantity-too-precise",
        en("{given:?} is finer than {quantum}, the smallest amount held; round it first"),
        zh("{given:#}精度高于{}（可保存的最小值），请先修约", zh(quantum));
    Self::OutOfRange { given, range } => "quantity-out-of-range",
        en("{given:?} is out of range; it must be within {range}"),
        zh("{given:#}超出范围，应在{}之内", zh(range));
}

explain! {
    UnitPriceError;
    Self::ZeroArea { money } => "unit-price-zero-area",
        en("{money} for an area of zero has no price per area; the area must be above zero"),
        zh("面积为零，无法由{}计算单价；面积应大于零", zh(money));
    Self::NotARate { given } => "unit-price-form",
        en("{given:?} is not a price such as \"1440000.00 CNY / 1 ha\""),
        zh("{given:#}不是“1440000.00元 / 1公顷”样式的单价");
    Self::Quantity { given, source } => "unit-price-quantity",
        en("{given:?} has a sum or an area that cannot be read"),
        zh("{given:#}的金额或面积有误"),
        because source.as_ref();
}

explain! {
    UnitError;
    Self::Unknown { given } => "unit-unknown",
        en("{given:?} is not a unit such as \"万元/亩\""),
        zh("{given:#}不是“万元/亩”样式的单位");
    Self::Alike { of, per } => "unit-alike",
        en("{of} per {per} is a plain number; use 1 or %"),
        zh("{of}与{per}同类，相除是纯数，请用1或%");
    Self::Incompatible { from, to } => "unit-incompatible",
        en("{from} cannot be converted into {to}: they measure different things"),
        zh("{from}不能换算为{to}，两者计量的不是同一种量");
    Self::OutOfRange { to, source } => "unit-out-of-range",
        en("the value has too many digits in {to}"),
        zh("换算为{to}后位数过多"),
        because source.as_ref();
}

explain! {
    AmountError;
    Self::Number { given, source } => "amount-number",
        en("{given:?} does not begin with a valid number"),
        zh("{given:#}的数字有误"),
        because source.as_ref();
    Self::Fraction { given, source } => "amount-fraction",
        en("{given:?} does not begin with a valid fraction"),
        zh("{given:#}的分数有误"),
        because source.as_ref();
    Self::Unit { given, source } => "amount-unit",
        en("{given:?} has no valid unit behind its number"),
        zh("{given:#}数字之后的单位有误"),
        because source.as_ref();
}

/// How units of prints are called in Chinese.
const WORDS: [(&str, &str); 12] = [
    (" parcels, ", "宗、"),
    (" parcel, ", "宗、"),
    (" parcels", "宗"),
    (" parcel", "宗"),
    (" ha", "公顷"),
    (" mu", "亩"),
    (" m²", "平方米"),
    (" CNY", "元"),
    (" years", "年"),
    (" tce", "吨标准煤"),
    (" to ", "至"),
    (" with ", "、"),
];

/// A quantity or a tally as printed, in Chinese: `3.01公顷`.
pub(crate) fn zh(shown: &dyn Display) -> String {
    let shown = shown.to_string();
    WORDS
        .iter()
        .fold(shown, |shown, (en, zh)| shown.replace(en, zh))
}
