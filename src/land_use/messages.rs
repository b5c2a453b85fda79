//! What the errors of this module say.

use super::LandUseError;
use crate::text::explain;

explain! {
    LandUseError;
    Self::UnknownCode { given, edition } => "land-use-unknown",
        en("{given:?} is not a class of {edition}; check the code, or name another edition"),
        zh("{given:#}不是{edition}的地类，请核对代码或改用其他版本");
    Self::NoEdition { given } => "land-use-no-edition",
        en("{given:?} does not begin with an edition, as \"GB/T 21010-2017 0601\" does"),
        zh("{given:#}没有写明分类版本，应如“GB/T 21010-2017 0601”");
}
