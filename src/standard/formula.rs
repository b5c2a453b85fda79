//! How indicators are computed from what was built and earned.

use super::kind::CoreIndicator;
use crate::quantity::{Dimension, Kind, Unit};
use crate::text::terms;

terms! {
    /// How an indicator is computed: which input over which.
    ///
    /// The building formulas are those of the national control indicators for
    /// industrial projects.
    ///
    /// ```
    /// use standard_land::standard::{Formula, Input};
    ///
    /// assert_eq!(
    ///     Formula::BuildingCoefficient.inputs(),
    ///     [Input::Buildings, Input::Structures, Input::Yards, Input::Land]
    /// );
    /// ```
    pub enum Formula("a formula", "计算公式") {
        /// Plant, equipment and land price over the project's land.
        InvestmentPerLand = "investment/land", "固定资产总投资÷项目总用地";
        /// Floor area, storeys over 8 m counted twice, over the land.
        FloorAreaRatio = "counted-floor-area/land", "计容建筑面积÷项目总用地";
        /// Buildings, structures and open yards over the land.
        BuildingCoefficient = "(buildings+structures+yards)/land",
            "(建筑物占地+构筑物占地+堆场用地)÷项目总用地";
        /// Buildings over the land.
        BuildingDensity = "buildings/land", "建筑物占地÷项目总用地";
        /// Land for administration and living over all land; where it cannot
        /// be told apart, by the share of floor area.
        AdministrativeShare = "administrative-land/land", "行政办公及生活服务设施用地÷项目总用地";
        /// Floor area for administration and living over all floor area.
        AdministrativeFloorShare = "administrative-floor-area/floor-area",
            "行政办公及生活服务设施建筑面积÷总建筑面积";
        /// Green land over the land.
        GreenRatio = "green/land", "绿地面积÷项目总用地";
        /// The height of the highest building.
        Height = "height", "建筑高度";
        /// All floor area, every storey once.
        TotalFloorArea = "floor-area", "总建筑面积";
        /// The tax of a year over the land.
        TaxPerLand = "tax/land", "年税收÷项目总用地";
        /// The output of a year over the land.
        OutputPerLand = "output/land", "年产值÷项目总用地";
        /// Research and development over revenue, of the same year.
        ResearchShare = "research/revenue", "研发经费÷营业收入";
        /// Energy over value added, of the same year.
        EnergyPerValueAdded = "energy/value-added", "综合能耗÷工业增加值";
        /// Value added over energy, of the same year.
        ValueAddedPerEnergy = "value-added/energy", "工业增加值÷综合能耗";
        /// The energy of a year.
        Energy = "energy", "综合能耗";
        /// What is emitted over value added, of the same year.
        EmissionsPerValueAdded = "emissions/value-added", "污染物排放量÷工业增加值";
        /// Value added over what is emitted, of the same year.
        ValueAddedPerEmissions = "value-added/emissions", "工业增加值÷污染物排放量";
        /// What is emitted in a year.
        Emissions = "emissions", "污染物排放量";
    }
}

terms! {
    /// A figure that formulas need.
    ///
    /// ```
    /// use standard_land::standard::Input;
    ///
    /// assert_eq!(Input::Land.name_zh(), "项目总用地面积");
    /// ```
    pub enum Input("an input", "计算数据") {
        /// The land of the project.
        Land = "land", "项目总用地面积";
        /// What plant cost: buildings, structures, other facilities.
        Plant = "plant", "厂房及附属设施投资";
        /// What equipment cost.
        Equipment = "equipment", "设备投资";
        /// What the land cost.
        LandPrice = "land-price", "土地价款";
        /// The floor area, or the storeys that it is on.
        FloorArea = "floor-area", "建筑面积";
        /// Land under buildings.
        Buildings = "buildings", "建筑物占地面积";
        /// Land under structures.
        Structures = "structures", "构筑物占地面积";
        /// Open yards.
        Yards = "yards", "露天堆场用地面积";
        /// Land for administration and living.
        AdministrativeLand = "administrative-land", "行政办公及生活服务设施用地面积";
        /// Floor area for administration and living.
        AdministrativeFloorArea = "administrative-floor-area", "行政办公及生活服务设施建筑面积";
        /// Green land.
        Green = "green", "绿地面积";
        /// The height of the highest building.
        Height = "height", "建筑高度";
        /// The tax paid in a year.
        Tax = "tax", "年税收";
        /// The output of a year.
        Output = "output", "年产值";
        /// The revenue of a year.
        Revenue = "revenue", "年营业收入";
        /// What research and development cost in a year.
        Research = "research", "年研发经费";
        /// The value added in a year.
        ValueAdded = "value-added", "年工业增加值";
        /// The energy used in a year.
        Energy = "energy", "年综合能耗";
        /// What was emitted in a year.
        Emissions = "emissions", "年污染物排放量";
        /// The value of a local indicator.
        Local = "local", "地方指标值";
    }
}

impl Formula {
    /// The formula of a common indicator that gives values in a unit.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Formula};
    ///
    /// let of = |unit: &str| unit.parse().map(|unit| Formula::of(CoreIndicator::Energy, unit));
    /// assert_eq!(of("吨标准煤/万元")?, Some(Formula::EnergyPerValueAdded));
    /// assert_eq!(of("吨标准煤/年")?, Some(Formula::Energy));
    /// assert_eq!(of("万元/亩")?, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn of(indicator: CoreIndicator, unit: Unit) -> Option<Self> {
        use Dimension::{Number, Of, Per};
        let formula = match (indicator, unit.dimension(), unit.is_yearly()) {
            (CoreIndicator::InvestmentIntensity, Per(Kind::Money, Kind::Area), false) => {
                Self::InvestmentPerLand
            }
            (CoreIndicator::FloorAreaRatio, Number, _) => Self::FloorAreaRatio,
            // Tables print 万元/亩 for what a year brings as well.
            (CoreIndicator::TaxPerArea, Per(Kind::Money, Kind::Area), _) => Self::TaxPerLand,
            (CoreIndicator::OutputPerArea, Per(Kind::Money, Kind::Area), _) => Self::OutputPerLand,
            (CoreIndicator::Energy, Per(Kind::Energy, Kind::Money), false) => {
                Self::EnergyPerValueAdded
            }
            (CoreIndicator::Energy, Per(Kind::Money, Kind::Energy), false) => {
                Self::ValueAddedPerEnergy
            }
            (CoreIndicator::Energy, Of(Kind::Energy), _) => Self::Energy,
            (CoreIndicator::Emissions, Per(Kind::Mass, Kind::Money), false) => {
                Self::EmissionsPerValueAdded
            }
            (CoreIndicator::Emissions, Per(Kind::Money, Kind::Mass), false) => {
                Self::ValueAddedPerEmissions
            }
            (CoreIndicator::Emissions, Of(Kind::Mass), _) => Self::Emissions,
            (CoreIndicator::ResearchShare, Number, _) => Self::ResearchShare,
            (CoreIndicator::BuildingCoefficient, Number, _) => Self::BuildingCoefficient,
            (CoreIndicator::AdministrativeShare, Number, _) => Self::AdministrativeShare,
            (CoreIndicator::AdministrativeFloorShare, Number, _) => Self::AdministrativeFloorShare,
            (CoreIndicator::GreenRatio, Number, _) => Self::GreenRatio,
            (CoreIndicator::BuildingDensity, Number, _) => Self::BuildingDensity,
            (CoreIndicator::BuildingHeight, Of(Kind::Length), false) => Self::Height,
            (CoreIndicator::TotalFloorArea, Of(Kind::Area), false) => Self::TotalFloorArea,
            _ => return None,
        };
        Some(formula)
    }

    /// The figures that it needs.
    ///
    /// The administrative share needs its land and all land, or else both
    /// floor areas; named here are those of the first way.
    #[must_use]
    pub const fn inputs(self) -> &'static [Input] {
        match self {
            Self::InvestmentPerLand => &[
                Input::Plant,
                Input::Equipment,
                Input::LandPrice,
                Input::Land,
            ],
            Self::FloorAreaRatio => &[Input::FloorArea, Input::Land],
            Self::BuildingCoefficient => &[
                Input::Buildings,
                Input::Structures,
                Input::Yards,
                Input::Land,
            ],
            Self::BuildingDensity => &[Input::Buildings, Input::Land],
            Self::AdministrativeShare => &[Input::AdministrativeLand, Input::Land],
            Self::AdministrativeFloorShare => &[Input::AdministrativeFloorArea, Input::FloorArea],
            Self::GreenRatio => &[Input::Green, Input::Land],
            Self::Height => &[Input::Height],
            Self::TotalFloorArea => &[Input::FloorArea],
            Self::TaxPerLand => &[Input::Tax, Input::Land],
            Self::OutputPerLand => &[Input::Output, Input::Land],
            Self::ResearchShare => &[Input::Research, Input::Revenue],
            Self::EnergyPerValueAdded => &[Input::Energy, Input::ValueAdded],
            Self::ValueAddedPerEnergy => &[Input::ValueAdded, Input::Energy],
            Self::Energy => &[Input::Energy],
            Self::EmissionsPerValueAdded => &[Input::Emissions, Input::ValueAdded],
            Self::ValueAddedPerEmissions => &[Input::ValueAdded, Input::Emissions],
            Self::Emissions => &[Input::Emissions],
        }
    }

    /// Whether the part is some of its whole, and so cannot be larger.
    pub(super) const fn is_share(self) -> bool {
        matches!(
            self,
            Self::BuildingCoefficient
                | Self::BuildingDensity
                | Self::AdministrativeShare
                | Self::AdministrativeFloorShare
                | Self::GreenRatio
        )
    }
}
