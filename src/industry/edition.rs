//! Editions of GB/T 4754.

use crate::text::terms;

terms! {
    /// An edition of the classification of industries, GB/T 4754.
    ///
    /// The same digits mean different industries: 36 is special machinery in
    /// 2002 and motor vehicles in 2017. So every [`IndustryCode`] has its
    /// edition; editions are ordered from the oldest.
    ///
    /// [`IndustryCode`]: crate::IndustryCode
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::IndustryCode;
    ///
    /// assert_eq!("GB/T 4754-2002".parse::<Edition>()?, Edition::E2002);
    /// assert_eq!(IndustryCode::new(Edition::E2002, "36")?.name_zh(), "专用设备制造业");
    /// assert_eq!(IndustryCode::new(Edition::E2017, "36")?.name_zh(), "汽车制造业");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Edition("an edition of GB/T 4754", "GB/T 4754版本", schema "IndustryEdition") {
        /// That of 2002: 20 sections, 95 divisions, 396 groups, 913 classes.
        E2002 = "GB/T 4754-2002", "国民经济行业分类（2002）";
        /// That of 2011: 20 sections, 96 divisions, 432 groups, 1,094 classes.
        E2011 = "GB/T 4754-2011", "国民经济行业分类（2011）";
        /// That of 2017 with amendment 1 of 2019, the one in force: 20
        /// sections, 97 divisions, 473 groups, 1,382 classes.
        E2017 = "GB/T 4754-2017", "国民经济行业分类（2017）";
    }
}

impl Edition {
    /// The edition after it.
    pub(super) fn next(self) -> Option<Self> {
        Self::ALL.get(self.index().saturating_add(1)).copied()
    }

    /// The edition before it.
    pub(super) fn previous(self) -> Option<Self> {
        Self::ALL.get(self.index().checked_sub(1)?).copied()
    }
}
