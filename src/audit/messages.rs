//! What the errors of this module say.

use super::{ClaimError, PublishedError};
use crate::text::explain;

explain! {
    PublishedError;
    Self::NoNumber { given } => "published-no-number",
        en("{given:?} has no number; write one, as in \"5.74公顷\""),
        zh("{given:#}中没有数字，应如“5.74公顷”");
    Self::Number { given, source } => "published-number",
        en("{given:?} does not begin with a valid number"),
        zh("{given:#}的数字有误"),
        because source.as_ref();
    Self::Unit { given, source } => "published-unit",
        en("{given:?} has no known unit behind its number"),
        zh("{given:#}的单位无法识别"),
        because source;
    Self::TwoQualifiers { given } => "published-two-qualifiers",
        en("{given:?} has two words on how exact it is; keep one"),
        zh("{given:#}有两个限定词，只保留一个");
    Self::OutOfRange { given } => "published-out-of-range",
        en("{given:?} has too many digits or places for a printed number"),
        zh("{given:#}的位数超出印刷数字的范围");
}

explain! {
    ClaimError;
    Self::UnitsDiffer { first, second } => "claim-units-differ",
        en("{first} and {second} do not measure the same thing; compare or add like with like"),
        zh("{first}与{second}计量的不是同一种量，不能比较或相加");
    Self::FigureUnit { figure } => "claim-figure-unit",
        en("{figure} is not in a unit that such a figure can have"),
        zh("{figure}的单位与这类数字不符");
    Self::ZeroWhole { whole } => "claim-zero-whole",
        en("the whole or base {whole} is zero; it must be above zero"),
        zh("总数或基数{whole}为零，应大于零");
    Self::Negative { given } => "claim-negative",
        en("{given} is below zero; an amount must be zero or more"),
        zh("{given}小于零，数量应不小于零");
    Self::NotACount { whole } => "claim-not-a-count",
        en("{whole} is not a count of whole things, as 7宗 is"),
        zh("{whole}不是整数计数，应如“7宗”");
    Self::Nothing { figure } => "claim-nothing",
        en("the claim about {figure} names no figures that it follows from"),
        zh("关于{figure}的论断没有写明依据的数字");
    Self::OutOfRange { claim } => "claim-out-of-range",
        en("the exact value of {claim} has more than 38 digits"),
        zh("{claim}的精确值超过38位数字");
    Self::NotOfRecord { figure, record } => "claim-not-of-record",
        en("{figure} is not a figure of {record}; its unit measures something else"),
        zh("{figure}不是{record}的数字，单位不符");
    Self::NotAClaim { given } => "claim-form",
        en("{given:?} is not a claim such as \"57% = 4宗 of 7宗\""),
        zh("{given:#}不是“57% = 4宗 of 7宗”样式的论断");
    Self::Published { given, source } => "claim-published",
        en("{given:?} has a number that cannot be read"),
        zh("{given:#}中有数字无法识别"),
        because source.as_ref();
}
