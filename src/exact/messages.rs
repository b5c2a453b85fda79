//! What the errors of this module say.

use super::ratio::{AS_A_DECIMAL, AS_A_PERCENTAGE};
use super::{ApportionError, BoundsError, NumberError, PercentError, RatioError, RoundingError};
use crate::text::explain;

explain! {
    NumberError;
    Self::Empty => "number-empty",
        en("the text is empty; write a number such as 12.5"),
        zh("内容为空，请填写数字，例如12.5");
    Self::FullWidth { given, found, position } => "number-full-width",
        en("{given:?} has the full-width {found:?} as character {position}; write it in half width"),
        zh("{given:#}第{position}个字符{found:?}为全角，请改为半角");
    Self::Separator { given, found, position } => "number-separator",
        en("{given:?} has the separator {found:?} as character {position}; write the digits without it"),
        zh("{given:#}第{position}个字符{found:?}是分隔符，请去掉");
    Self::Exponent { given, position } => "number-exponent",
        en("{given:?} has an exponent at character {position}; write all digits, as in 1000 for 1e3"),
        zh("{given:#}第{position}个字符起为指数，请写出全部数字，例如1e3写作1000");
    Self::NoIntegerDigits { given } => "number-no-integer-digits",
        en("{given:?} has no digit before the decimal point; write 0.5 for .5"),
        zh("{given:#}小数点前没有数字，例如.5应写作0.5");
    Self::NoFractionDigits { given } => "number-no-fraction-digits",
        en("{given:?} has no digit after the decimal point; write 5 for 5."),
        zh("{given:#}小数点后没有数字，例如5.应写作5");
    Self::LeadingZero { given } => "number-leading-zero",
        en("{given:?} starts with a superfluous zero; write 7 for 007"),
        zh("{given:#}开头有多余的零，例如007应写作7");
    Self::NegativeZero { given } => "number-negative-zero",
        en("{given:?} is a negative zero; write 0"),
        zh("{given:#}是负零，请写作0");
    Self::TooManyDigits { given, digits } => "number-too-many-digits",
        en("{given:?} has {digits} digits; at most 38 are allowed"),
        zh("{given:#}有{digits}位数字，最多38位");
    Self::NotANumber { given } => "number-not-a-number",
        en("{given:?} is not a number such as 12.5"),
        zh("{given:#}不是数字，应如12.5");
    Self::Unexpected { given, found, position } => "number-unexpected-character",
        en("{given:?} has {found:?} as character {position}, which cannot stand in a number"),
        zh("{given:#}第{position}个字符{found:?}不能出现在数字中");
}

explain! {
    RatioError;
    Self::ZeroWhole { part } => "ratio-zero-whole",
        en("{part} of a whole of zero has no share; the whole must be above zero"),
        zh("总数为零，无法计算{part}所占份额；总数应大于零");
    Self::PartExceedsWhole { part, whole } => "ratio-part-exceeds-whole",
        en("the part {part} is larger than its whole {whole}"),
        zh("部分{part}大于总数{whole}");
    Self::OutOfRange { given } => "ratio-out-of-range",
        en("the result of {given} needs more than {}", limit(given)),
        zh("{given}的结果超过{}", limit_zh(given));
    Self::NotFinite { given } => "ratio-not-finite",
        en("{given} has no decimal form of at most 28 places; round it, as in half-even(2)"),
        zh("{given}不能用28位以内的小数精确表示，请指定修约方式，例如half-even(2)");
    Self::NotAFraction { given } => "ratio-not-a-fraction",
        en("{given:?} is not a fraction such as \"4/7\""),
        zh("{given:#}不是“4/7”样式的分数");
    Self::NotWhole { given } => "ratio-not-whole",
        en("{given:?} has a part or a whole with decimals or below zero; write whole numbers, as in \"4/7\""),
        zh("{given:#}的分子或分母不是整数，应如“4/7”");
    Self::Number { given, source } => "ratio-number",
        en("{given:?} has a part or a whole that is not a valid number"),
        zh("{given:#}的分子或分母不是数字"),
        because source.as_ref();
}

explain! {
    RoundingError;
    Self::NoPlaces { given } => "rounding-no-places",
        en("{given:?} does not name its places, as \"half-up(2)\" does"),
        zh("{given:#}没有写明位数，应如“half-up(2)”");
    Self::Places { given, source } => "rounding-places",
        en("the places of {given:?} are not a valid number"),
        zh("{given:#}的位数不是数字"),
        because source.as_ref();
    Self::TooManyPlaces { given } => "rounding-too-many-places",
        en("the places of {given:?} are not a whole number from -128 to 127"),
        zh("{given:#}的位数不是-128至127的整数");
    Self::Mode(term) => "rounding-mode-unknown", as term;
    Self::Step(term) => "rounding-step-unknown", as term;
}

explain! {
    PercentError;
    Self::NoSign { given } => "percent-no-sign",
        en("{given:?} does not end with '%', as \"57%\" does"),
        zh("{given:#}末尾没有“%”，应如“57%”");
    Self::Number { given, source } => "percent-number",
        en("{given:?} has no valid number before its '%'"),
        zh("{given:#}的“%”之前不是数字"),
        because source.as_ref();
    Self::TooManyPlaces { given, places } => "percent-too-many-places",
        en("{given:?} has {places} places; at most 16 are allowed"),
        zh("{given:#}有{places}位小数，最多16位");
    Self::OutOfRange { given } => "percent-out-of-range",
        en("{given:?} has more digits than a percentage holds; at most 18 are safe"),
        zh("{given:#}的位数超出百分数的范围，不宜超过18位");
}

explain! {
    BoundsError;
    Self::Empty { given } => "bounds-empty",
        en("no value lies in {given}; the lower end must not be above the upper one"),
        zh("{given}之内没有数值，下限不得大于上限");
    Self::NotPrinted { value, rounding } => "bounds-not-printed",
        en("{value} is not a number that {rounding} can print"),
        zh("按{rounding}修约不会得到{value}");
    Self::NoMode => "bounds-no-mode",
        en("no rounding mode is named; name at least one"),
        zh("没有指定修约方式，至少应指定一种");
    Self::ZeroDivisor { divisor } => "bounds-zero-divisor",
        en("the divisor {divisor} can be zero; it must lie on one side of zero"),
        zh("除数{divisor}可能为零，应全部大于零或全部小于零");
    Self::OutOfRange { given } => "bounds-out-of-range",
        en("{given} has an end of more than 38 digits"),
        zh("{given}的端点超过38位数字");
    Self::NotAnInterval { given } => "bounds-not-an-interval",
        en("{given:?} is not an interval such as \"[1/2, 2/3)\""),
        zh("{given:#}不是“[1/2, 2/3)”样式的区间");
    Self::End { given, source } => "bounds-end",
        en("{given:?} has an end that is not a valid fraction"),
        zh("{given:#}的端点不是分数"),
        because source.as_ref();
}

explain! {
    ApportionError, from RatioError => Percent;
    Self::ZeroWhole => "apportion-zero-whole",
        en("the parts add up to zero; at least one must be above zero"),
        zh("各部分之和为零，至少应有一项大于零");
    Self::NoWholeSteps { rounding } => "apportion-no-whole-steps",
        en("100 % cannot be divided into steps of {rounding}; round to fewer places or in steps of 1"),
        zh("100%不能按{rounding}的间隔等分，请减少位数或改用1单位修约");
    Self::Percent(source) => "apportion-percent",
        en("a percentage of the column has too many digits"),
        zh("该列有百分比位数过多"),
        because source;
}

/// How much the result of an operation may need.
fn limit(operation: &str) -> &'static str {
    match form(operation) {
        Form::Percentage => "16 places, or 18 digits",
        Form::Decimal => "28 places, or 28 digits",
        Form::Fraction => "38 digits",
    }
}

/// The same in Chinese.
fn limit_zh(operation: &str) -> &'static str {
    match form(operation) {
        Form::Percentage => "16位小数或18位数字",
        Form::Decimal => "28位小数或28位数字",
        Form::Fraction => "38位数字",
    }
}

/// What an operation results in.
enum Form {
    Percentage,
    Decimal,
    Fraction,
}

fn form(operation: &str) -> Form {
    if operation.contains(AS_A_PERCENTAGE) {
        Form::Percentage
    } else if operation.contains(AS_A_DECIMAL) {
        Form::Decimal
    } else {
        Form::Fraction
    }
}
