//! What the errors of this module say.

use super::PricingError;
use crate::exact::RatioError;
use crate::quantity::{QuantityError, zh};
use crate::text::explain;

explain! {
    PricingError, from QuantityError => Quantity, from RatioError => Figure;
    Self::NoBrackets => "pricing-no-brackets", field "brackets",
        en("the scale has no brackets; give at least one, from 0"),
        zh("没有分档，至少应有一档，从零起");
    Self::FirstBracket { from } => "pricing-first-bracket", field "from",
        en("the first bracket begins at {from}; it must begin at 0"),
        zh("第一档从{}起，应从零起", zh(from));
    Self::BracketOrder { from, after } => "pricing-bracket-order", field "from",
        en("a bracket from {from} follows one from {after}; brackets must rise"),
        zh("从{}起的一档排在从{}起的一档之后，各档应依次递增", zh(from), zh(after));
    Self::NegativeRate { rate } => "pricing-rate-negative", field "rate",
        en("the rate {rate} is below zero; it must be zero or more"),
        zh("费率{rate}小于零，应不小于零");
    Self::Negative { sum } => "pricing-negative",
        en("the sum {sum} is below zero; it must be zero or more"),
        zh("金额{}小于零，应不小于零", zh(sum));
    Self::NotPositive { sum } => "pricing-not-positive",
        en("the sum {sum} cannot be paid; it must be above zero"),
        zh("金额{}不能作为缴款，应大于零", zh(sum));
    Self::SumDiffers { sum, price } => "pricing-sum-differs", field "instalments",
        en("the instalments sum to {sum}, but the price is {price}; they must be equal"),
        zh("各期合计{}，而价款为{}，两者应相等", zh(sum), zh(price));
    Self::ReceiptRepeated { receipt } => "pricing-receipt-repeated", field "receipt",
        en("receipt {receipt} is there already; a payment counts once"),
        zh("票据「{receipt}」已经登记，同一笔缴款只计一次");
    Self::FloorArea { total, complete } => "pricing-floor-area", field "complete",
        en("{complete} of a floor area of {total} cannot be complete; it must be at most all, and all must be above 0"),
        zh("建筑面积{}中已竣工{}，建筑面积应大于零，已竣工面积不应超过它", zh(total), zh(complete));
    Self::NoFloor { grade } => "pricing-no-floor", field "grade",
        en("the table has no floor price for land of grade {grade}; load the one that has it"),
        zh("最低价标准表中没有{grade}等的价格，请载入含该等别的标准");
    Self::GradeRepeated { grade } => "pricing-grade-repeated", field "grade",
        en("grade {grade} has two floor prices; keep one"),
        zh("{grade}等有两个最低价，只保留一个");
    Self::Rate { given } => "pricing-rate", field "rate",
        en("{given:?} is not a rate of every day, such as 1‰, 0.05% or 1/2000"),
        zh("{given:#}不是每日比例，应写成“1‰”“0.05%”或“1/2000”");
    Self::Basis { given } => "pricing-basis", field "basis",
        en("{given:?} is neither \"none\" nor a legal basis such as \"law: 土地管理法\""),
        zh("{given:#}不是“none”，也不是“law: 土地管理法”样式的依据");
    Self::Quantity(source) => "pricing-quantity",
        en("a sum of money is too large"),
        zh("金额过大"),
        because source.as_ref();
    Self::Figure(source) => "pricing-figure",
        en("an exact figure has too many digits"),
        zh("精确数位数过多"),
        because source;
}
