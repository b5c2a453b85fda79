//! How many parcels, and how much land: a count and an area that merge.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use super::StatsError;
use crate::exact::{Ratio, RatioError, Rounding};
use crate::quantity::{Area, AreaUnit};
use crate::record::record;

record! {
    /// A number of parcels and their area: the element of every statistic.
    ///
    /// Tallies form a commutative monoid under [`merge`](Tally::merge) with
    /// [`Tally::default`] as its identity, so the order and the partition of the
    /// input never change a digit. *Invariant*: where no parcel is counted there is
    /// no area. *Errors*: an operation that is refused leaves the tally as it was.
    ///
    /// ```
    /// use standard_land::{Rounding, Tally};
    ///
    /// let mut services = Tally::default();
    /// for area in ["3.01 ha", "0.51 ha", "1.21 ha", "1.01 ha"] {
    ///     services.push(area.parse()?)?;
    /// }
    /// let mut all = Tally::new(3, "31.44 ha".parse()?)?;
    /// all.merge(&services)?;
    ///
    /// assert_eq!(all.to_string(), "7 parcels, 37.18 ha");
    /// assert_eq!(services.share_by_count(&all)?.to_string(), "4/7");
    /// assert_eq!(services.share_by_area(&all)?.percent(Rounding::half_up(2))?.to_string(), "15.44%");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Tally, checked as StatsError {
        /// How many parcels.
        parcels: u64 as "crate::exact::Count",
        /// Their area.
        area: Area,
    }
}

impl Tally {
    /// This many parcels with this area together.
    ///
    /// # Errors
    ///
    /// [`StatsError::AreaWithoutParcels`].
    ///
    /// ```
    /// use standard_land::{Area, Tally};
    ///
    /// assert_eq!(Tally::new(0, Area::ZERO)?, Tally::default());
    /// assert!(Tally::new(0, "1 ha".parse()?).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(parcels: u64, area: Area) -> Result<Self, StatsError> {
        if parcels == 0 && !area.is_zero() {
            return Err(StatsError::AreaWithoutParcels { area });
        }
        Ok(Self { parcels, area })
    }

    /// One parcel of an area.
    #[must_use]
    #[inline]
    pub const fn one(area: Area) -> Self {
        Self { parcels: 1, area }
    }

    /// How many parcels.
    #[must_use]
    #[inline]
    pub const fn parcels(&self) -> u64 {
        self.parcels
    }

    /// Their area.
    #[must_use]
    #[inline]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// Whether it is empty: no parcel, no area.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.parcels == 0
    }

    /// Counts one more parcel.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    #[inline]
    pub fn push(&mut self, area: Area) -> Result<(), StatsError> {
        self.merge(&Self::one(area))
    }

    /// Counts what another tally counted.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    #[inline]
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        *self = self.checked_add(other)?;
        Ok(())
    }

    /// Both together.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    #[inline]
    pub fn checked_add(&self, other: &Self) -> Result<Self, StatsError> {
        let parcels = self.parcels.checked_add(other.parcels);
        let area = self.area.quanta().checked_add(other.area.quanta());
        match (parcels, area) {
            (Some(parcels), Some(area)) => Ok(Self {
                parcels,
                area: Area::from_quanta(area),
            }),
            _ => Err(self.out_of_range('+', other)),
        }
    }

    /// This tally without a part of it.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when `part` has more parcels or area;
    /// [`StatsError::AreaWithoutParcels`] when only area would remain.
    ///
    /// ```
    /// use standard_land::Tally;
    ///
    /// let all = Tally::new(7, "37.18 ha".parse()?)?;
    /// let services = Tally::new(4, "5.74 ha".parse()?)?;
    /// assert_eq!(all.checked_sub(&services)?.to_string(), "3 parcels, 31.44 ha");
    /// assert!(services.checked_sub(&all).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_sub(&self, part: &Self) -> Result<Self, StatsError> {
        let parcels = self.parcels.checked_sub(part.parcels);
        let area = self.area.quanta().checked_sub(part.area.quanta());
        match (parcels, area) {
            (Some(parcels), Some(area)) => Self::new(parcels, Area::from_quanta(area)),
            _ => Err(self.out_of_range('-', part)),
        }
    }

    /// The share of a whole that this is, by number of parcels.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`], [`RatioError::PartExceedsWhole`].
    pub fn share_by_count(&self, whole: &Self) -> Result<Ratio, RatioError> {
        Ratio::share(self.parcels, whole.parcels)
    }

    /// The share of a whole that this is, by area.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`], [`RatioError::PartExceedsWhole`].
    #[inline]
    pub fn share_by_area(&self, whole: &Self) -> Result<Ratio, RatioError> {
        self.area.share_of(whole.area)
    }

    /// The tally as it prints, with the area in one unit, rounded as named.
    ///
    /// By itself a tally prints hectares where they are a finite decimal; a
    /// ledger in mu asks for mu.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when there are too many places.
    ///
    /// ```
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let granted = Tally::new(7, "557.7 mu".parse()?)?;
    /// assert_eq!(granted.to_string(), "7 parcels, 37.18 ha");
    /// let in_mu = granted.display_in(AreaUnit::Mu, Rounding::half_even(2))?;
    /// assert_eq!(in_mu, "7 parcels, 557.70 mu");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn display_in(&self, unit: AreaUnit, rounding: Rounding) -> Result<String, RatioError> {
        Ok(self.with_area(&self.area.round_in(unit, rounding)?))
    }

    fn with_area(&self, area: &impl Display) -> String {
        let noun = if self.parcels == 1 {
            "parcel"
        } else {
            "parcels"
        };
        format!("{} {noun}, {area}", self.parcels)
    }

    #[cold]
    fn out_of_range(&self, operator: char, other: &Self) -> StatsError {
        StatsError::OutOfRange {
            given: format!("({self}) {operator} ({other})").into(),
        }
    }

    /// A tally of a count and an area, which is zero where the count is.
    #[inline]
    pub(super) const fn of_row(parcels: u64, area: Area) -> Self {
        Self { parcels, area }
    }

    /// Adds without looking. Whoever calls it has checked a sum that contains
    /// both, or checks one before the result can be seen.
    #[inline]
    pub(super) fn add_wrapping(&mut self, other: &Self) {
        self.parcels = self.parcels.wrapping_add(other.parcels);
        self.area = Area::from_quanta(self.area.quanta().wrapping_add(other.area.quanta()));
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StatsError> {
        Self::new(self.parcels, self.area)
    }
}

/// What can be counted: it says of how many parcels it is, and their area.
///
/// Grants of a register, allocations, parcels, blocks and records of notices
/// are counted as they are; a type of your own needs its tally only.
///
/// ```
/// use standard_land::stats::{Breakdown, Counted};
/// use standard_land::{Area, Tally};
///
/// struct Line {
///     town: &'static str,
///     area: Area,
/// }
///
/// impl Counted for Line {
///     fn tally(&self) -> Tally {
///         Tally::one(self.area)
///     }
/// }
///
/// let lines = [
///     Line { town: "凤城镇", area: "3.01 ha".parse()? },
///     Line { town: "开栅镇", area: "0.51 ha".parse()? },
///     Line { town: "凤城镇", area: "1.21 ha".parse()? },
/// ];
/// let by_town = Breakdown::by(&lines, |line| Some(line.town))?;
/// assert_eq!(by_town.get(&"凤城镇"), Some(Tally::new(2, "4.22 ha".parse()?)?));
/// # Ok::<(), standard_land::Error>(())
/// ```
pub trait Counted {
    /// How many parcels, and their area.
    fn tally(&self) -> Tally;
}

impl Counted for Tally {
    #[inline]
    fn tally(&self) -> Tally {
        *self
    }
}

impl<T: Counted + ?Sized> Counted for &T {
    #[inline]
    fn tally(&self) -> Tally {
        (**self).tally()
    }
}

impl<T: Counted + ?Sized> Counted for Box<T> {
    #[inline]
    fn tally(&self) -> Tally {
        (**self).tally()
    }
}

/// Sums of tallies in full width, looked at once when all are in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    parcels: u128,
    quanta: u128,
}

impl Sums {
    #[inline]
    pub(super) const fn new(parcels: u128, quanta: u128) -> Self {
        Self { parcels, quanta }
    }

    /// Adds what 64 bits hold: 128 are not filled by anything that can be
    /// counted.
    #[inline]
    pub(super) fn add(&mut self, tally: &Tally) {
        self.merge(Self::new(tally.parcels.into(), tally.area.quanta().into()));
    }

    #[inline]
    pub(super) fn merge(&mut self, other: Self) {
        self.parcels = self.parcels.wrapping_add(other.parcels);
        self.quanta = self.quanta.wrapping_add(other.quanta);
    }

    /// The sums as a tally, if it can be held.
    pub(super) fn tally(self) -> Result<Tally, StatsError> {
        let Self { parcels, quanta } = self;
        match (u64::try_from(parcels), u64::try_from(quanta)) {
            (Ok(parcels), Ok(quanta)) => Tally::new(parcels, Area::from_quanta(quanta)),
            _ => Err(StatsError::OutOfRange {
                given: format!("{parcels} parcels with {quanta} × 10⁻⁸ mu").into(),
            }),
        }
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.with_area(&self.area))
    }
}
