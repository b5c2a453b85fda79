//! From the grants of a register to tallies.

use super::{Breakdown, Key, StatsError, Tally};
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
        let mut total = Self::default();
        for grant in grants {
            total.merge(&(&grant).into())?;
        }
        Ok(total)
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
