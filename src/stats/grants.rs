//! From the grants of a register to tallies.

use super::tally::Sums;
use super::{Breakdown, CrossTab, Key, StatsError, Tally, Trend};
use crate::calendar::Period;
use crate::register::Grant;

impl From<&Grant<'_>> for Tally {
    fn from(grant: &Grant<'_>) -> Self {
        // A grant has at least one parcel.
        Self::new(grant.parcels(), grant.area()).unwrap_or_default()
    }
}

impl Tally {
    /// The tally of any number of grants.
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
    pub fn of<'a>(grants: impl IntoIterator<Item = Grant<'a>>) -> Result<Self, StatsError> {
        let mut sums = Sums::default();
        for grant in grants {
            sums.add(&Self::from(&grant));
        }
        sums.tally()
    }
}

impl<K: Key> Breakdown<K> {
    /// The breakdown of any number of grants by a key of theirs.
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
    pub fn by<'a>(
        grants: impl IntoIterator<Item = Grant<'a>>,
        key: impl Fn(&Grant<'a>) -> Option<K>,
    ) -> Result<Self, StatsError> {
        Self::of(
            grants
                .into_iter()
                .map(|grant| (key(&grant), Tally::from(&grant))),
        )
    }
}

impl<R: Key, C: Key> CrossTab<R, C> {
    /// The cross table of any number of grants by two keys of theirs.
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
    pub fn by<'a>(
        grants: impl IntoIterator<Item = Grant<'a>>,
        row: impl Fn(&Grant<'a>) -> Option<R>,
        column: impl Fn(&Grant<'a>) -> Option<C>,
    ) -> Result<Self, StatsError> {
        Self::of(
            grants
                .into_iter()
                .map(|grant| (row(&grant), column(&grant), Tally::from(&grant))),
        )
    }
}

impl Trend {
    /// The trend of any number of grants by the period that each is counted
    /// in.
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
    pub fn by<'a>(
        grants: impl IntoIterator<Item = Grant<'a>>,
        period: impl Fn(&Grant<'a>) -> Option<Period>,
    ) -> Result<Self, StatsError> {
        Self::of(
            grants
                .into_iter()
                .map(|grant| (period(&grant), Tally::from(&grant))),
        )
    }
}
