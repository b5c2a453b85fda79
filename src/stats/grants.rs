//! From the grants of a register, and whatever else is counted, to statistics.

use super::tally::{Counted, Sums};
use super::{Breakdown, CrossTab, Key, StatsError, Tally, Trend};
use crate::allocation::Allocation;
use crate::calendar::Period;
use crate::parcel::Parcel;
use crate::register::{Block, Grant};

impl Counted for Grant<'_> {
    #[inline]
    fn tally(&self) -> Tally {
        Tally::of_row(self.parcels(), self.area())
    }
}

impl Counted for Block {
    fn tally(&self) -> Tally {
        Tally::of_row(self.parcels(), self.area())
    }
}

impl Counted for Allocation {
    fn tally(&self) -> Tally {
        Tally::one(self.area())
    }
}

impl Counted for Parcel {
    fn tally(&self) -> Tally {
        Tally::one(self.area())
    }
}

impl Tally {
    /// The tally of grants, or of whatever is [`Counted`].
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::register::Block;
    /// use standard_land::{Register, Tally};
    ///
    /// let mut register = Register::new();
    /// register.add_block(Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?)?;
    /// assert_eq!(Tally::of(register.grants())?.to_string(), "3 parcels, 31.44 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn of<T: Counted>(items: impl IntoIterator<Item = T>) -> Result<Self, StatsError> {
        let mut sums = Sums::default();
        for item in items {
            sums.add(&item.tally());
        }
        sums.tally()
    }
}

impl<K: Key> Breakdown<K> {
    /// The breakdown of grants, or of whatever is [`Counted`], by a key.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::register::{Block, Grant};
    /// use standard_land::{Breakdown, Register};
    ///
    /// let mut register = Register::new();
    /// let block = Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?;
    /// register.add_block(block.with_region("141121".parse()?))?;
    ///
    /// let by_region = Breakdown::by(register.grants(), Grant::region)?;
    /// assert_eq!(by_region.rows().count(), 1);
    /// let by_year = Breakdown::by(register.grants(), Grant::year)?;
    /// assert_eq!(by_year.unkeyed(), by_year.total()); // no year is known
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn by<T: Counted>(
        items: impl IntoIterator<Item = T>,
        key: impl Fn(&T) -> Option<K>,
    ) -> Result<Self, StatsError> {
        Self::of(items.into_iter().map(|item| (key(&item), item.tally())))
    }
}

impl<R: Key, C: Key> CrossTab<R, C> {
    /// The cross table of grants, or of whatever is [`Counted`], by two keys.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::register::{Block, Grant};
    /// use standard_land::stats::CrossTab;
    /// use standard_land::Register;
    ///
    /// let mut register = Register::new();
    /// let block = Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?;
    /// register.add_block(block.with_region("141121".parse()?))?;
    ///
    /// let table = CrossTab::by(register.grants(), Grant::region, Grant::year)?;
    /// assert_eq!(table.get(Some(&"141121".parse()?), None), Some(table.total()));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn by<T: Counted>(
        items: impl IntoIterator<Item = T>,
        row: impl Fn(&T) -> Option<R>,
        column: impl Fn(&T) -> Option<C>,
    ) -> Result<Self, StatsError> {
        Self::of(
            items
                .into_iter()
                .map(|item| (row(&item), column(&item), item.tally())),
        )
    }
}

impl Trend {
    /// The trend of grants, or of whatever is [`Counted`], by their periods.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], [`StatsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::calendar::Period;
    /// use standard_land::register::Block;
    /// use standard_land::stats::Trend;
    /// use standard_land::Register;
    ///
    /// let mut register = Register::new();
    /// let block = Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?;
    /// register.add_block(block.with_year("2024".parse()?))?;
    ///
    /// let trend = Trend::by(register.grants(), |grant| grant.year().map(Period::from))?;
    /// assert_eq!(trend.get("2024".parse()?)?.parcels(), 3);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn by<T: Counted>(
        items: impl IntoIterator<Item = T>,
        period: impl Fn(&T) -> Option<Period>,
    ) -> Result<Self, StatsError> {
        Self::of(items.into_iter().map(|item| (period(&item), item.tally())))
    }
}
