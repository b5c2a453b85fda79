//! What indicators look at, and which side of a threshold is kept.

use alloc::boxed::Box;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::text::{LabelError, check_label, string_serde, terms};

terms! {
    /// The indicators that the control tables of all provinces share.
    ///
    /// Names say what is looked at, not which side is good: energy is value
    /// added per tonne of coal in Zhejiang (at least) and coal per value added
    /// in Jiangxi (at most). [`Indicator`](super::Indicator) has the direction.
    ///
    /// ```
    /// use standard_land::standard::CoreIndicator;
    ///
    /// assert_eq!("容积率".parse::<CoreIndicator>()?, CoreIndicator::FloorAreaRatio);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum CoreIndicator("a common control indicator", "通用控制性指标") {
        /// Fixed-asset investment per area of land, land price included.
        InvestmentIntensity = "investment-intensity", "固定资产投资强度";
        /// Floor area per area of land, high storeys counted twice.
        FloorAreaRatio = "floor-area-ratio", "容积率";
        /// Tax per area of land in a year.
        TaxPerArea = "tax-per-area", "亩均税收";
        /// Energy used, by itself, per value added, or the inverse.
        Energy = "energy", "能耗";
        /// What is emitted, by itself, per value added, or the inverse.
        Emissions = "emissions", "污染物排放";
        /// Research and development as a share of revenue.
        ResearchShare = "research-share", "研发投入占比";
        /// Output per area of land in a year.
        OutputPerArea = "output-per-area", "亩均产值";
        /// Land under buildings, structures and open yards, as a share.
        BuildingCoefficient = "building-coefficient", "建筑系数";
        /// Land for administration and living, as a share.
        AdministrativeShare = "administrative-share", "行政办公及生活服务设施用地所占比重";
        /// Floor area for administration and living, as a share of all.
        AdministrativeFloorShare = "administrative-floor-share",
            "行政办公及生活服务设施建筑面积所占比重";
        /// Green land, as a share.
        GreenRatio = "green-ratio", "绿地率";
        /// Land under buildings, as a share.
        BuildingDensity = "building-density", "建筑密度";
        /// How high buildings are.
        BuildingHeight = "building-height", "建筑高度";
        /// All floor area, every storey once.
        TotalFloorArea = "total-floor-area", "总建筑面积";
    }
}

impl CoreIndicator {
    /// The planning figures of grant contracts, each with both limits.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Indicator, Direction};
    ///
    /// for core in CoreIndicator::PLANNING {
    ///     assert_eq!(Indicator::planning(core).direction(), Direction::Within);
    /// }
    /// ```
    pub const PLANNING: [Self; 5] = [
        Self::TotalFloorArea,
        Self::FloorAreaRatio,
        Self::BuildingHeight,
        Self::BuildingDensity,
        Self::GreenRatio,
    ];
}

terms! {
    /// Which side of a threshold is kept.
    ///
    /// ```
    /// use standard_land::standard::Direction;
    ///
    /// assert_eq!("不低于".parse::<Direction>()?, Direction::AtLeast);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Direction("a direction", "指标方向") {
        /// More is better: a number alone is a minimum.
        AtLeast = "at-least", "不低于";
        /// Less is better: a number alone is a maximum.
        AtMost = "at-most", "不高于";
        /// Either side may be limited, or both.
        Within = "within", "区间";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Core(CoreIndicator),
    Local(Box<str>),
}

/// What an indicator looks at: one of the common core, or a local one.
///
/// *Text*: the code of a common one, or the label of a local one, as printed;
/// the Chinese name of a common one parses too. *Invariant*: a local label is
/// no term of the common core; at most 100 characters.
///
/// ```
/// use standard_land::standard::{CoreIndicator, IndicatorKind};
///
/// let kind: IndicatorKind = "容积率".parse()?;
/// assert_eq!(kind.core(), Some(CoreIndicator::FloorAreaRatio));
/// let kind: IndicatorKind = "数字化车间数量".parse()?;
/// assert_eq!(kind.local(), Some("数字化车间数量"));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorKind(Kind);

impl IndicatorKind {
    /// The most characters that a local label may have.
    pub const MAX_CHARACTERS: usize = 100;

    /// Which of the common core it is, if it is one.
    #[must_use]
    pub const fn core(&self) -> Option<CoreIndicator> {
        match &self.0 {
            Kind::Core(core) => Some(*core),
            Kind::Local(_) => None,
        }
    }

    /// Its label, if it is a local one.
    #[must_use]
    pub const fn local(&self) -> Option<&str> {
        match &self.0 {
            Kind::Core(_) => None,
            Kind::Local(label) => Some(label),
        }
    }

    /// What tables call it.
    #[must_use]
    pub const fn name_zh(&self) -> &str {
        match &self.0 {
            Kind::Core(core) => core.name_zh(),
            Kind::Local(label) => label,
        }
    }
}

impl From<CoreIndicator> for IndicatorKind {
    fn from(core: CoreIndicator) -> Self {
        Self(Kind::Core(core))
    }
}

impl Display for IndicatorKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Core(core) => core.fmt(f),
            Kind::Local(label) => f.pad(label),
        }
    }
}

impl FromStr for IndicatorKind {
    type Err = LabelError;

    fn from_str(given: &str) -> Result<Self, LabelError> {
        if let Ok(core) = given.parse() {
            return Ok(Self(Kind::Core(core)));
        }
        check_label(given, Self::MAX_CHARACTERS)?;
        Ok(Self(Kind::Local(given.into())))
    }
}

string_serde!(
    IndicatorKind,
    "the code or label of an indicator",
    crate::described::text(
        "The code or label of an indicator.",
        &crate::text::label_pattern(),
        &["floor-area-ratio", "机器人密度"],
    )
);
