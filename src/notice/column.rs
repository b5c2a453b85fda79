//! The columns of a notice, and how their headers are recognised.

use crate::text::terms;

terms! {
    /// A column of the published results of land supply (供地结果).
    ///
    /// In the order in which they are published.
    ///
    /// ```
    /// use standard_land::notice::Column;
    ///
    /// assert_eq!(Column::of_header("\u{feff}面积（公顷）："), Some(Column::Area));
    /// assert_eq!(Column::Area.name_zh(), "面积");
    /// assert_eq!(Column::Area.head(), "面积(公顷)");
    /// ```
    pub enum Column("a column of land-supply notices", "供地公示的列") {
        /// The division that supplied the land, by name.
        Division = "division", "行政区";
        /// The electronic supervision number.
        SupervisionNumber = "supervision-number", "电子监管号";
        /// The name of the project.
        Project = "project", "项目名称";
        /// Where it is.
        Location = "location", "项目位置";
        /// The area supplied, in the unit of the cell, or else of the head.
        Area = "area", "面积";
        /// Where the land comes from: a category, or the area from stock.
        LandSource = "land-source", "土地来源";
        /// What the land is used for, by name.
        LandUse = "land-use", "土地用途";
        /// How it was supplied.
        Method = "method", "供地方式";
        /// For how long.
        Term = "term", "土地使用年限";
        /// The industry, by a label of the publishing site.
        Industry = "industry", "行业分类";
        /// The grade of the land.
        Grade = "grade", "土地级别";
        /// The price, in the unit of the cell, or else of the head.
        Price = "price", "成交价格";
        /// Who got it.
        Holder = "holder", "土地使用权人";
        /// The floor-area ratio must be at least this.
        FloorAreaRatioMin = "floor-area-ratio-min", "约定容积率下限";
        /// The floor-area ratio must be at most this.
        FloorAreaRatioMax = "floor-area-ratio-max", "约定容积率上限";
        /// The land is to be handed over.
        AgreedHandover = "agreed-handover", "约定交地时间";
        /// Building is to start.
        AgreedStart = "agreed-start", "约定开工时间";
        /// Building is to be completed.
        AgreedCompletion = "agreed-completion", "约定竣工时间";
        /// Building started.
        ActualStart = "actual-start", "实际开工时间";
        /// Building was completed.
        ActualCompletion = "actual-completion", "实际竣工时间";
        /// Who approved it.
        ApprovedBy = "approved-by", "批准单位";
        /// The contract was signed.
        Signed = "signed", "合同签订日期";
    }
}

impl Column {
    /// How many columns there are.
    pub(crate) const COUNT: usize = Self::ALL.len();

    /// The head that is published, with its unit.
    #[must_use]
    pub const fn head(self) -> &'static str {
        match self {
            Self::Area => "面积(公顷)",
            Self::Price => "成交价格(万元)",
            other => other.name_zh(),
        }
    }

    /// Whether its numbers have a unit, which the head has to state.
    pub(super) const fn has_unit(self) -> bool {
        matches!(self, Self::Area | Self::Price)
    }
}
