//! What the errors of this module say.

use super::DivisionError;
use crate::text::explain;

explain! {
    DivisionError;
    Self::Length { given, characters } => "division-length",
        en("{given:?} has {characters} characters; a division code has 6 digits, as in \"141121\""),
        zh("{given:#}有{characters}个字符，行政区划代码应为6位数字，例如141121");
    Self::NotADigit { given, found, position } => "division-not-a-digit",
        en("{given:?} has {found:?} as character {position}; a division code has digits only"),
        zh("{given:#}第{position}个字符{found:?}不是数字，行政区划代码应全为数字");
    Self::LeadingZero { given } => "division-leading-zero",
        en("{given:?} starts with zero; division codes start with 1 to 8"),
        zh("{given:#}以零开头，行政区划代码应以1至8开头");
    Self::StatisticalLength { given, characters } => "division-statistical-length",
        en("{given:?} has {characters} characters; a statistical code has 9 or 12 digits"),
        zh("{given:#}有{characters}个字符，统计用区划代码应为9位或12位数字");
    Self::NoPrefecture { given } => "division-no-prefecture",
        en("{given:?} is a county without a prefecture: the third and fourth digits cannot be 00"),
        zh("{given:#}有县级代码而没有地级代码，第3、4位不能为00");
}
