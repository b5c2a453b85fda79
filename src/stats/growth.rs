//! From one period to another: growth as an exact, signed fraction.

use super::{StatsError, Tally};
use crate::calendar::Period;
use crate::exact::Ratio;
use alloc::boxed::Box;

/// What a growth is measured against. There is no default.
///
/// See [`Trend::growth`](super::Trend::growth).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub enum Against {
    /// The period just before, of the same length (环比).
    Previous,
    /// The same period a year before (同比).
    YearBefore,
    /// One period for all, such as the year a plan starts from (定基).
    Fixed(Period),
}

impl Against {
    /// The period that this names, seen from another.
    ///
    /// # Errors
    ///
    /// [`StatsError::NothingBefore`] where the calendar begins.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    /// use standard_land::stats::Against;
    ///
    /// let period: Period = "2022-01..2022-07".parse()?;
    /// assert_eq!(Against::YearBefore.base_of(period)?, "2021-01..2021-07".parse()?);
    /// assert_eq!(Against::Previous.base_of(period)?, "2021-06..2021-12".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn base_of(self, period: Period) -> Result<Period, StatsError> {
        match self {
            Self::Previous => period.previous(),
            Self::YearBefore => period.year_before(),
            Self::Fixed(base) => Some(base),
        }
        .ok_or(StatsError::NothingBefore { period })
    }
}

/// What was counted in a period, and in the one it is compared with.
///
/// ```
/// use standard_land::stats::{Growth, StatsError};
/// use standard_land::{Rounding, Tally};
///
/// let growth = Growth {
///     period: "2021".parse()?,
///     tally: Tally::new(383, "2012.48 ha".parse()?)?,
///     base_period: "2020".parse()?,
///     base: Tally::new(115, "740.07 ha".parse()?)?,
/// };
/// assert_eq!(growth.by_count()?.to_string(), "268/115");
/// assert_eq!(growth.by_count()?.percent(Rounding::half_up(0))?.to_string(), "233%");
/// assert_eq!(growth.by_area()?.percent(Rounding::half_up(0))?.to_string(), "172%");
///
/// let from_nothing = Growth { base: Tally::default(), ..growth };
/// assert!(matches!(from_nothing.by_count(), Err(StatsError::GrowthFromZero { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Growth {
    /// The period.
    pub period: Period,
    /// What was counted in it.
    pub tally: Tally,
    /// The period that it is compared with.
    pub base_period: Period,
    /// What was counted in that one.
    pub base: Tally,
}

impl Growth {
    /// By number of parcels: (now − then) / then, below zero where it fell.
    ///
    /// # Errors
    ///
    /// [`StatsError::GrowthFromZero`] when there were no parcels.
    pub fn by_count(&self) -> Result<Ratio, StatsError> {
        self.tally.growth_by_count(&self.base)
    }

    /// By area: (now − then) / then, below zero where it fell.
    ///
    /// # Errors
    ///
    /// [`StatsError::GrowthFromZero`] when there was no area.
    pub fn by_area(&self) -> Result<Ratio, StatsError> {
        self.tally.growth_by_area(&self.base)
    }
}

impl Tally {
    /// The growth from a base to this, by number of parcels: (this − base) /
    /// base, exact, and below zero where it fell.
    ///
    /// # Errors
    ///
    /// [`StatsError::GrowthFromZero`] when the base has no parcels.
    ///
    /// ```
    /// use standard_land::{Rounding, Tally};
    ///
    /// let now = Tally::new(237, "1124.62 ha".parse()?)?;
    /// let then = Tally::new(383, "2012.48 ha".parse()?)?;
    /// let growth = now.growth_by_count(&then)?;
    /// assert_eq!(growth.to_string(), "-146/383");
    /// assert_eq!(growth.percent(Rounding::half_up(2))?.to_string(), "-38.12%");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn growth_by_count(&self, base: &Self) -> Result<Ratio, StatsError> {
        self.growth(base, self.parcels(), base.parcels())
    }

    /// The growth from a base to this, by area: (this − base) / base, exact,
    /// and below zero where it fell.
    ///
    /// # Errors
    ///
    /// [`StatsError::GrowthFromZero`] when the base has no area.
    pub fn growth_by_area(&self, base: &Self) -> Result<Ratio, StatsError> {
        self.growth(base, self.area().quanta(), base.area().quanta())
    }

    fn growth(&self, base: &Self, now: u64, then: u64) -> Result<Ratio, StatsError> {
        // Of 64 bits each: the difference is held, with its sign.
        let change = i128::from(now).wrapping_sub(i128::from(then));
        Ratio::new(change, then.into()).map_err(|_| StatsError::GrowthFromZero {
            from: Box::new(*base),
            to: Box::new(*self),
        })
    }
}
