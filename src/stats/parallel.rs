//! The same statistics from parallel iterators, to the last digit.
//!
//! Every worker gathers in 128 bits and nobody looks before all have joined.
//! So neither a result nor an error depends on who came first.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::tally::{Counted, Sums};
use super::{Breakdown, CrossTab, Key, StatsError, Tally, Trend};
use super::{breakdown, cross_tab, trend};
use crate::calendar::Period;

impl Tally {
    /// The same as [`of`](Tally::of), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::register::{Block, Grant};
    /// use standard_land::{Register, Tally};
    ///
    /// let mut register = Register::new();
    /// register.add_block(Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?)?;
    /// let grants: Vec<Grant> = register.grants().collect();
    /// assert_eq!(Tally::par_of(grants.clone())?, Tally::of(grants)?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_of<T: Counted>(
        items: impl IntoParallelIterator<Item = T>,
    ) -> Result<Self, StatsError> {
        items
            .into_par_iter()
            .fold(Sums::default, |mut sums, item| {
                sums.add(&item.tally());
                sums
            })
            .reduce(Sums::default, |mut sums, other| {
                sums.merge(other);
                sums
            })
            .tally()
    }
}

impl<K: Key + Send> Breakdown<K> {
    /// The same as [`of`](Breakdown::of), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`], the same one whatever the schedule.
    ///
    /// ```
    /// use rayon::prelude::*;
    /// use standard_land::stats::Breakdown;
    /// use standard_land::{IndustryCode, Tally};
    ///
    /// let code: IndustryCode = "7514".parse()?;
    /// let parcel = Tally::one("3.01 ha".parse()?);
    /// let parcels = (0..1000).into_par_iter().map(|_| (Some(code), parcel));
    /// let by_industry = Breakdown::par_of(parcels)?;
    /// assert_eq!(by_industry.total().to_string(), "1000 parcels, 3010 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_of(
        rows: impl IntoParallelIterator<Item = (Option<K>, Tally)>,
    ) -> Result<Self, StatsError> {
        rows.into_par_iter()
            .fold(breakdown::Gathered::new, |mut gathered, row| {
                gathered.add(row);
                gathered
            })
            .reduce_with(|gathered, other| gathered.join(&other))
            .map_or_else(|| Ok(Self::new()), breakdown::Gathered::finish)
    }

    /// The same as [`by`](Breakdown::by), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`], the same one whatever the schedule.
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_by<T: Counted>(
        items: impl IntoParallelIterator<Item = T>,
        key: impl Fn(&T) -> Option<K> + Send + Sync,
    ) -> Result<Self, StatsError> {
        Self::par_of(items.into_par_iter().map(|item| (key(&item), item.tally())))
    }
}

impl<R: Key + Send, C: Key + Send> CrossTab<R, C> {
    /// The same as [`of`](CrossTab::of), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`], the same one whatever the schedule.
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_of(
        cells: impl IntoParallelIterator<Item = (Option<R>, Option<C>, Tally)>,
    ) -> Result<Self, StatsError> {
        cells
            .into_par_iter()
            .fold(cross_tab::Gathered::default, |mut gathered, cell| {
                gathered.add(cell);
                gathered
            })
            .reduce_with(|gathered, other| gathered.join(&other))
            .map_or_else(|| Ok(Self::new()), cross_tab::Gathered::finish)
    }

    /// The same as [`by`](CrossTab::by), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`], the same one whatever the schedule.
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_by<T: Counted>(
        items: impl IntoParallelIterator<Item = T>,
        row: impl Fn(&T) -> Option<R> + Send + Sync,
        column: impl Fn(&T) -> Option<C> + Send + Sync,
    ) -> Result<Self, StatsError> {
        Self::par_of(
            items
                .into_par_iter()
                .map(|item| (row(&item), column(&item), item.tally())),
        )
    }
}

impl Trend {
    /// The same as [`of`](Trend::of), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], [`StatsError::OutOfRange`]; the same one
    /// whatever the schedule.
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_of(
        rows: impl IntoParallelIterator<Item = (Option<Period>, Tally)>,
    ) -> Result<Self, StatsError> {
        rows.into_par_iter()
            .fold(trend::Gathered::default, |mut gathered, row| {
                gathered.add(row);
                gathered
            })
            .reduce_with(|gathered, other| gathered.join(&other))
            .map_or_else(|| Ok(Self::new()), trend::Gathered::finish)
    }

    /// The same as [`by`](Trend::by), from a parallel iterator.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], [`StatsError::OutOfRange`]; the same one
    /// whatever the schedule.
    #[cfg_attr(docsrs, doc(cfg(feature = "rayon")))]
    pub fn par_by<T: Counted>(
        items: impl IntoParallelIterator<Item = T>,
        period: impl Fn(&T) -> Option<Period> + Send + Sync,
    ) -> Result<Self, StatsError> {
        Self::par_of(
            items
                .into_par_iter()
                .map(|item| (period(&item), item.tally())),
        )
    }
}
