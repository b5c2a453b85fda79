//! Classifications of land use, each with the time it is of.

use jiff::civil::{Date, date};

use crate::text::terms;

terms! {
    /// A classification of land use, by its edition.
    ///
    /// The same digits mean different things: `0601` is industrial land in one
    /// and a rural road in another. Editions are ordered by time, then the
    /// site's own list.
    ///
    /// ```
    /// use standard_land::land_use::Edition;
    ///
    /// assert_eq!("GB/T 21010-2017".parse::<Edition>()?, Edition::Gbt2017);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Edition("an edition of a land-use classification", "土地利用分类版本", schema "LandUseEdition") {
        /// GB/T 21010-2007: 12 classes, 57 below them.
        Gbt2007 = "GB/T 21010-2007", "土地利用现状分类（2007）";
        /// GB/T 21010-2017: 12 classes, 73 below them.
        ///
        /// The wording of 0807 and 0809 differs between copies.
        Gbt2017 = "GB/T 21010-2017", "土地利用现状分类（2017）";
        /// The labels of the third land survey, which plans print: 70.
        ThirdSurvey = "third survey", "第三次全国国土调查工作分类";
        /// The guide of 2023: 24 classes, 111 and 40 below them.
        ///
        /// The official count may have two second-level classes more.
        Guide2023 = "Guide 2023", "国土空间调查、规划、用途管制用地用海分类指南";
        /// The residence labels of the site that publishes notices: 7.
        Landchina = "landchina", "中国土地市场网住房用地分类";
    }
}

impl Edition {
    /// The first day it was in force; `None` for lists without one.
    ///
    /// GB/T 21010 was in force on the day it was published; the guide is of
    /// 2023-11-22 (remembered).
    #[must_use]
    pub const fn since(self) -> Option<Date> {
        match self {
            Self::Gbt2007 => Some(date(2007, 8, 10)),
            Self::Gbt2017 => Some(date(2017, 11, 1)),
            Self::Guide2023 => Some(date(2023, 11, 22)),
            Self::ThirdSurvey | Self::Landchina => None,
        }
    }
}
