//! What the errors of this module say.

use super::AgencyError;
use crate::exact::RatioError;
use crate::text::explain;

explain! {
    AgencyError, from RatioError => Figure;
    Self::ZeroBefore { after } => "agency-zero-before", field "before",
        en("from 0 to {after} there is no reduction; the earlier count must be above 0"),
        zh("由0到{after}没有压减率，压减前的数应大于零");
    Self::NothingToAverage => "agency-nothing-to-average",
        en("no change is left to average; give at least one"),
        zh("没有可平均的变化，至少应有一项");
    Self::PackageRepeated { name } => "agency-package-repeated", field "name",
        en("the package {name} is there twice; keep one"),
        zh("「{name}」重复，只保留一项");
    Self::MoreThanProjects { part, projects } => "agency-more-than-projects",
        en("{part} of {projects} projects is more than all of them"),
        zh("{part}个大于项目总数{projects}个");
    Self::TooMany => "agency-too-many",
        en("a count is above 18446744073709551615"),
        zh("计数超过18446744073709551615");
    Self::Figure(source) => "agency-figure",
        en("the exact figure has too many digits"),
        zh("精确数位数过多"),
        because source;
}
