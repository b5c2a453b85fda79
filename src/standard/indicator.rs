//! Indicators: what is controlled, in which unit, on which side.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};

use super::error::ThresholdError;
use super::formula::Formula;
use super::kind::{CoreIndicator, Direction, IndicatorKind};
use super::threshold::Threshold;
use crate::quantity::{
    AreaUnit, EnergyUnit, LengthUnit, MassUnit, Measure, MoneyUnit, Unit, UnitError,
};
use crate::record::record;

record! {
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
    pub struct Indicator, checked as IndicatorError {
        /// What it looks at.
        kind: IndicatorKind,
        /// The unit that a number without one is in, and that values are given in.
        unit: Unit,
        /// Which side of its thresholds is kept.
        direction: Direction,
    }
}

/// Why an indicator is rejected, or why a threshold is not one of it.
///
/// ```
/// use standard_land::standard::{CoreIndicator, Direction, Indicator, IndicatorError};
///
/// let error = Indicator::new(
///     CoreIndicator::FloorAreaRatio.into(), "万元/亩".parse()?, Direction::AtLeast);
/// assert!(matches!(error, Err(IndicatorError::Formula { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IndicatorError {
    /// No formula of the indicator gives values in the unit.
    Formula {
        /// What was to be measured.
        kind: IndicatorKind,
        /// The unit that was given.
        unit: Unit,
    },
    /// The threshold is in a unit that the indicator's does not convert into.
    Unit {
        /// What is measured.
        kind: IndicatorKind,
        /// What does not convert.
        source: Box<UnitError>,
    },
    /// The threshold limits the side that the indicator leaves open.
    Direction {
        /// What is measured.
        kind: IndicatorKind,
        /// Its direction.
        direction: Direction,
        /// The threshold.
        threshold: Box<Threshold>,
    },
    /// The cell is not a threshold.
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
    /// least. A height is in metres, at most; the total floor area is in m²,
    /// with both limits.
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
            CoreIndicator::TotalFloorArea => (Unit::of(AreaUnit::SquareMetre), Direction::Within),
        };
        Self {
            kind: core.into(),
            unit,
            direction,
        }
    }

    /// The planning figure of a grant contract (规划条件): with both limits.
    ///
    /// Contracts set a lower and an upper limit for each of
    /// [`CoreIndicator::PLANNING`]; the unit is the usual one.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Indicator};
    ///
    /// let green = Indicator::planning(CoreIndicator::GreenRatio);
    /// assert_eq!(green.read("≥10%且≤20%")?.to_string(), "≥10%且≤20%");
    /// // Of a plan, 20 alone could be either limit; of others it is the usual one.
    /// assert!(green.read("20").is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn planning(core: CoreIndicator) -> Self {
        Self {
            direction: Direction::Within,
            ..Self::usual(core)
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
                source: Box::new(UnitError::Incompatible {
                    from: limits.unit(),
                    to: self.unit,
                }),
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

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, IndicatorError> {
        Self::new(self.kind, self.unit, self.direction)
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
