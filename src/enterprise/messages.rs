//! What the errors of this module say.

use super::CreditCodeError;
use crate::text::explain;

explain! {
    CreditCodeError;
    Self::Length { given, characters } => "credit-code-length", field "credit_code",
        en("{given:?} has {characters} characters; a credit code has 18, without spaces"),
        zh("{given:#}有{characters}个字符，统一社会信用代码应为18位，不含空格");
    Self::Character { given, found, position } => "credit-code-character", field "credit_code",
        en("{given:?} has {found:?} as character {position}; credit codes use digits and capital letters without I, O, S, V, Z"),
        zh("{given:#}第{position}个字符{found:?}有误，统一社会信用代码只用数字和大写字母（不用I、O、S、V、Z）");
    Self::Check { given, expected, found } => "credit-code-check", field "credit_code",
        en("{given:?} ends with {found:?}, but its check character is {expected:?}; look for a typing mistake"),
        zh("{given:#}末位为{found:?}，按校验规则应为{expected:?}，请核对是否录入有误");
    Self::OrganisationCheck { given, expected, found } => "credit-code-organisation-check", field "credit_code",
        en("{given:?} has {found:?} as character 17, but the organisation code needs {expected:?}; look for a typing mistake"),
        zh("{given:#}第17位为{found:?}，按组织机构代码的校验规则应为{expected:?}，请核对是否录入有误");
}
