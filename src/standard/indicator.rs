//! What is controlled: indicators, their units, directions and formulas.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::formula::Formula;
use super::threshold::{Threshold, ThresholdError};
use crate::quantity::{
    AreaUnit, EnergyUnit, LengthUnit, MassUnit, Measure, MoneyUnit, Unit, UnitError,
};
use crate::text::{LabelError, check_label, string_serde, terms};

terms! {
    /// The indicators that the control tables of all provinces share.
    ///
    /// Names say what is looked at, not which side is good: energy is value
    /// added per tonne of coal in Zhejiang (at least) and coal per value added
    /// in Jiangxi (at most). [`Indicator`] has the direction.
    ///
    /// ```
    /// use standard_land::standard::CoreIndicator;
    ///
    /// assert_eq!("容积率".parse::<CoreIndicator>()?, CoreIndicator::FloorAreaRatio);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum CoreIndicator("a common control indicator") {
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
    }
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
    pub enum Direction("a direction") {
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

string_serde!(IndicatorKind, "the code or label of an indicator");

/// A control indicator: what, in which unit, in which direction.
///
/// *Invariant*: a common indicator has a unit that one of its [`Formula`]s
/// gives. Local ones are not computed; their values are given.
///
/// ```
/// use standard_land::standard::{CoreIndicator, Direction, Formula, Indicator};
///
/// // Zhejiang: value added per tonne of coal, at least.
/// let zhejiang = Indicator::new(
///     CoreIndicator::Energy.into(), "万元/吨标准煤".parse()?, Direction::AtLeast)?;
/// assert_eq!(zhejiang.formula(), Some(Formula::ValueAddedPerEnergy));
/// // Jiangxi: coal per value added, at most.
/// let jiangxi = Indicator::new(
///     CoreIndicator::Energy.into(), "吨标准煤/万元".parse()?, Direction::AtMost)?;
/// assert_eq!(jiangxi.formula(), Some(Formula::EnergyPerValueAdded));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "wire::Indicator"))]
pub struct Indicator {
    kind: IndicatorKind,
    unit: Unit,
    direction: Direction,
}

/// Why there is no such indicator, or why a threshold is not one of it.
///
/// ```
/// use standard_land::standard::{CoreIndicator, Direction, Indicator, IndicatorError};
///
/// let error = Indicator::new(
///     CoreIndicator::FloorAreaRatio.into(), "万元/亩".parse()?, Direction::AtLeast);
/// assert!(matches!(error, Err(IndicatorError::Formula { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum IndicatorError {
    /// No formula of the indicator gives values in the unit.
    #[error("{kind} is not measured in {unit}")]
    Formula {
        /// What was to be measured.
        kind: IndicatorKind,
        /// The unit that was given.
        unit: Unit,
    },
    /// The threshold is in a unit that the indicator's does not convert into.
    #[error("a threshold of {kind} has the wrong unit")]
    Unit {
        /// What is measured.
        kind: IndicatorKind,
        /// What does not convert.
        source: UnitError,
    },
    /// The threshold limits the side that the indicator leaves open.
    #[error("{kind} is to be {direction} a limit, but the threshold is {threshold}")]
    Direction {
        /// What is measured.
        kind: IndicatorKind,
        /// Its direction.
        direction: Direction,
        /// The threshold.
        threshold: Box<Threshold>,
    },
    /// The cell is no threshold.
    #[error("a cell of {kind} cannot be read")]
    Threshold {
        /// What is measured.
        kind: IndicatorKind,
        /// What is wrong with the cell.
        source: Box<ThresholdError>,
    },
}

impl Indicator {
    /// What, in which unit, in which direction.
    ///
    /// # Errors
    ///
    /// [`IndicatorError::Formula`] when a common indicator has a unit that
    /// none of its formulas gives.
    pub fn new(
        kind: IndicatorKind,
        unit: Unit,
        direction: Direction,
    ) -> Result<Self, IndicatorError> {
        if kind
            .core()
            .is_some_and(|core| Formula::of(core, unit).is_none())
        {
            return Err(IndicatorError::Formula { kind, unit });
        }
        Ok(Self {
            kind,
            unit,
            direction,
        })
    }

    /// The common indicator as most tables have it.
    ///
    /// Money per area is in 万元/亩 (per year for tax and output), energy in
    /// 吨标准煤/万元 and emissions in 千克/万元, both at most; shares are in
    /// percent, at most for administration, green land and density, else at
    /// least. A height is at most so many metres.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Direction, Indicator};
    ///
    /// let tax = Indicator::usual(CoreIndicator::TaxPerArea);
    /// assert_eq!(tax.unit().to_string(), "万元/亩·年");
    /// assert_eq!(tax.direction(), Direction::AtLeast);
    /// ```
    #[must_use]
    pub fn usual(core: CoreIndicator) -> Self {
        // Units of different kinds: `per` never refuses them.
        let per = |of: Measure, per: Measure| Unit::per(of, per).unwrap_or(Unit::NUMBER);
        let money = Measure::from(MoneyUnit::TenThousandYuan);
        let per_mu = per(money, AreaUnit::Mu.into());
        let (unit, direction) = match core {
            CoreIndicator::InvestmentIntensity => (per_mu, Direction::AtLeast),
            CoreIndicator::TaxPerArea | CoreIndicator::OutputPerArea => {
                (per_mu.yearly(), Direction::AtLeast)
            }
            CoreIndicator::FloorAreaRatio => (Unit::NUMBER, Direction::AtLeast),
            CoreIndicator::Energy => (
                per(EnergyUnit::TonneOfCoal.into(), money),
                Direction::AtMost,
            ),
            CoreIndicator::Emissions => (per(MassUnit::Kilogram.into(), money), Direction::AtMost),
            CoreIndicator::ResearchShare | CoreIndicator::BuildingCoefficient => {
                (Unit::PERCENT, Direction::AtLeast)
            }
            CoreIndicator::AdministrativeShare
            | CoreIndicator::AdministrativeFloorShare
            | CoreIndicator::GreenRatio
            | CoreIndicator::BuildingDensity => (Unit::PERCENT, Direction::AtMost),
            CoreIndicator::BuildingHeight => (Unit::of(LengthUnit::Metre), Direction::AtMost),
        };
        Self {
            kind: core.into(),
            unit,
            direction,
        }
    }

    /// What it looks at.
    #[must_use]
    pub const fn kind(&self) -> &IndicatorKind {
        &self.kind
    }

    /// The unit that a number without one is in, and that values are given in.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Which side of its thresholds is kept.
    #[must_use]
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// How it is computed; `None` for local ones, which are given.
    #[must_use]
    pub fn formula(&self) -> Option<Formula> {
        Formula::of(self.kind.core()?, self.unit)
    }

    /// Reads a cell of its column.
    ///
    /// A number alone limits the side that the direction says, and one without
    /// a unit is in the indicator's. A range alone (`250–350`) is a limit by
    /// trade, or both limits where the direction is
    /// [`Within`](Direction::Within).
    ///
    /// # Errors
    ///
    /// [`IndicatorError::Threshold`], and as for [`check`](Indicator::check).
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Indicator};
    ///
    /// let investment = Indicator::usual(CoreIndicator::InvestmentIntensity);
    /// assert_eq!(investment.read("150")?.to_string(), "≥150万元/亩");
    /// assert_eq!(investment.read("≥2250万元/公顷")?.to_string(), "≥2250万元/公顷");
    /// assert!(investment.read("≤150").is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn read(&self, cell: &str) -> Result<Threshold, IndicatorError> {
        let threshold =
            Threshold::read(cell, Some((self.direction, self.unit))).map_err(|source| {
                IndicatorError::Threshold {
                    kind: self.kind.clone(),
                    source: source.into(),
                }
            })?;
        self.check(&threshold)?;
        Ok(threshold)
    }

    /// Whether a threshold can be one of this indicator.
    ///
    /// # Errors
    ///
    /// [`IndicatorError::Unit`], [`IndicatorError::Direction`].
    pub fn check(&self, threshold: &Threshold) -> Result<(), IndicatorError> {
        let Threshold::Number(limits) = threshold else {
            return Ok(());
        };
        if !self.unit.converts_into(limits.unit()) {
            return Err(IndicatorError::Unit {
                kind: self.kind.clone(),
                source: UnitError::Incompatible {
                    from: limits.unit(),
                    to: self.unit,
                },
            });
        }
        let wrong_side = match self.direction {
            Direction::AtLeast => limits.upper().is_some(),
            Direction::AtMost => limits.lower().is_some(),
            Direction::Within => false,
        };
        if wrong_side {
            return Err(IndicatorError::Direction {
                kind: self.kind.clone(),
                direction: self.direction,
                threshold: threshold.clone().into(),
            });
        }
        Ok(())
    }
}

impl Display for Indicator {
    /// As the head of a column: `亩均税收 (万元/亩·年)`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.unit {
            Unit::NUMBER => f.pad(self.kind.name_zh()),
            unit => f.pad(&format!("{} ({unit})", self.kind.name_zh())),
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Direction, IndicatorError, IndicatorKind, Unit};

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub(super) struct Indicator {
        kind: IndicatorKind,
        unit: Unit,
        direction: Direction,
    }

    impl TryFrom<Indicator> for super::Indicator {
        type Error = IndicatorError;

        fn try_from(wire: Indicator) -> Result<Self, IndicatorError> {
            Self::new(wire.kind, wire.unit, wire.direction)
        }
    }
}
