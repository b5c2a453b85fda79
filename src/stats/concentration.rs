//! How much the largest hold.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::breakdown::{Breakdown, Row, Whole};
use super::{Key, Tally};
use crate::exact::{Ratio, RatioError, gcd};
use crate::text::terms;

terms! {
    /// By what the large are told from the small. There is no default.
    ///
    /// ```
    /// use standard_land::stats::By;
    ///
    /// assert_eq!("面积".parse::<By>()?, By::Area);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum By("a measure of size", "规模口径", closed: "land is counted or measured") {
        /// By number of parcels.
        Count = "count", "宗数";
        /// By area.
        Area = "area", "面积";
    }
}

impl By {
    const fn size(self, tally: &Tally) -> u64 {
        match self {
            Self::Count => tally.parcels(),
            Self::Area => tally.area().quanta(),
        }
    }
}

/// The keys of a breakdown from the largest to the smallest.
///
/// Made by [`Breakdown::concentration`]. Keys of the same size stand in the
/// order of the keys; which of them come first changes who is among the largest,
/// and never the share by the measure that ranks them.
///
/// What has no key is not a holder. In [`Whole::Total`] and [`Whole::Given`] it is
/// part of the whole, so shares and index are the least they can be; in
/// [`Whole::Keyed`] it is left out.
///
/// ```
/// use standard_land::stats::{Breakdown, By, Whole};
/// use standard_land::{Rounding, Tally};
///
/// let held = [("燃源能源", "3.01 ha"), ("昌泰气体", "0.51 ha"), ("研研", "1.21 ha"), ("科卫", "1.01 ha")];
/// let mut by_holder = Breakdown::new();
/// for (holder, area) in held {
///     by_holder.push(Some(holder), &Tally::one(area.parse()?))?;
/// }
/// let land = by_holder.concentration(By::Area, Whole::Keyed)?;
/// assert_eq!(land.largest(1).by_area.percent(Rounding::half_up(1))?.to_string(), "52.4%");
///
/// // Σ share², here printed in points of 10,000.
/// let points = land.herfindahl()?.checked_mul("10000/1".parse()?)?;
/// assert_eq!(points.round(Rounding::half_even(0))?.to_string(), "3583");
///
/// // The smaller half of the holders has 1.52 of 5.74 ha.
/// let half = land.lorenz()[2];
/// assert_eq!((half.holders, half.by_area.to_string()), ("1/2".parse()?, "76/287".to_owned()));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Concentration<K> {
    by: By,
    whole: Tally,
    ranked: Vec<(K, Tally)>,
}

/// What some of the holders have together, as shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub struct Held {
    /// They, as a share of all holders.
    pub holders: Ratio,
    /// Their share of the whole, by number of parcels.
    pub by_count: Ratio,
    /// Their share of the whole, by area.
    pub by_area: Ratio,
}

impl<K: Key> Breakdown<K> {
    /// Its keys from the largest to the smallest, in a whole that is named.
    ///
    /// *Cost*: O(k log k) in the number of keys.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when nothing has a key, or the whole has no
    /// area; [`RatioError::PartExceedsWhole`] when a given whole is smaller
    /// than what has a key.
    pub fn concentration(&self, by: By, whole: Whole) -> Result<Concentration<K>, RatioError> {
        let keyed = self.keyed();
        let whole = match whole {
            Whole::Total => self.total(),
            Whole::Keyed => keyed,
            Whole::Given(tally) => tally,
        };
        keyed.share_by_count(&whole)?;
        keyed.share_by_area(&whole)?;
        if keyed.is_empty() {
            return Err(RatioError::ZeroWhole { part: Box::new(0) });
        }
        // In the order of the keys; the sort is stable.
        let mut ranked: Vec<(K, Tally)> = self
            .rows()
            .filter_map(|Row { key, tally }| Some((key?, tally)))
            .collect();
        ranked.sort_by_key(|(_, tally)| Reverse(by.size(tally)));
        Ok(Concentration { by, whole, ranked })
    }
}

impl<K> Concentration<K> {
    /// What the keys are ranked by.
    #[must_use]
    pub const fn by(&self) -> By {
        self.by
    }

    /// What shares are shares of.
    #[must_use]
    pub const fn whole(&self) -> Tally {
        self.whole
    }

    /// The keys and their tallies, the largest first; there is at least one.
    #[must_use]
    pub fn ranked(&self) -> &[(K, Tally)] {
        &self.ranked
    }

    /// What the `k` largest hold together: all holders when there are fewer.
    ///
    /// ```
    /// use standard_land::stats::{Breakdown, By, Whole};
    /// use standard_land::Tally;
    ///
    /// let holders = [(Some("甲"), "2 ha"), (Some("乙"), "1 ha"), (None, "1 ha")];
    /// let mut by_holder = Breakdown::new();
    /// for (holder, area) in holders {
    ///     by_holder.push(holder, &Tally::one(area.parse()?))?;
    /// }
    /// let of_all = by_holder.concentration(By::Area, Whole::Total)?;
    /// assert_eq!(of_all.largest(1).by_area.to_string(), "1/2");
    /// let of_known = by_holder.concentration(By::Area, Whole::Keyed)?;
    /// assert_eq!(of_known.largest(1).by_area.to_string(), "2/3");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn largest(&self, k: usize) -> Held {
        let mut held = Tally::default();
        let mut holders: u64 = 0;
        for (_, tally) in self.ranked.iter().take(k) {
            held.add_wrapping(tally);
            holders = holders.saturating_add(1);
        }
        self.held(holders, &held)
    }

    /// The Lorenz curve: what the smallest hold, from none of them to all.
    ///
    /// By the measure that ranks the keys it is convex and under the diagonal;
    /// drawn over `holders`, or over `by_count`, it is the picture of how land
    /// is concentrated. In [`Whole::Keyed`] it ends at one.
    #[must_use]
    pub fn lorenz(&self) -> Vec<Held> {
        let mut points = Vec::with_capacity(self.ranked.len().saturating_add(1));
        let mut held = Tally::default();
        let mut holders: u64 = 0;
        points.push(self.held(holders, &held));
        for (_, tally) in self.ranked.iter().rev() {
            held.add_wrapping(tally);
            holders = holders.saturating_add(1);
            points.push(self.held(holders, &held));
        }
        points
    }

    /// The Herfindahl–Hirschman index: the sum of the squared shares.
    ///
    /// Between 0 and 1, exact, in lowest terms.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the squared whole, reduced, has more
    /// than 38 digits; a whole of up to 10¹⁹ parcels or quanta (10¹¹ mu, seven
    /// times China) always fits.
    pub fn herfindahl(&self) -> Result<Ratio, RatioError> {
        let whole = u128::from(self.by.size(&self.whole));
        let sizes = || {
            self.ranked
                .iter()
                .map(|(_, tally)| u128::from(self.by.size(tally)))
        };
        // Areas share many factors; squared they would be twice as long.
        let shared = sizes().fold(whole, gcd);
        let reduced = |size: u128| size.checked_div(shared).unwrap_or(size);
        // Sizes add up to the whole at most, so the squares to its square,
        // which fits: sizes have 64 bits.
        let squares = sizes().fold(0_u128, |sum, size| {
            let size = reduced(size);
            sum.saturating_add(size.saturating_mul(size))
        });
        let square = reduced(whole).saturating_mul(reduced(whole));
        lowest(squares, square)
    }

    /// The Gini coefficient of the holders: 0 when all hold the same.
    ///
    /// Twice the area between the Lorenz curve and the diagonal; exact, in
    /// lowest terms. It compares holders with each other, so what has no key
    /// is not in it, whatever the whole is.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the number of holders times what they
    /// hold, reduced, has more than 38 digits.
    ///
    /// ```
    /// use standard_land::stats::{Breakdown, By, Whole};
    /// use standard_land::Tally;
    ///
    /// let one = Tally::one("1 ha".parse()?);
    /// let three = Tally::one("3 ha".parse()?);
    /// let by_holder = Breakdown::of([(Some("甲"), one), (Some("乙"), three)])?;
    /// let gini = |by| by_holder.concentration(by, Whole::Keyed)?.gini();
    /// assert_eq!(gini(By::Area)?.to_string(), "1/4");
    /// assert_eq!(gini(By::Count)?.to_string(), "0/1");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn gini(&self) -> Result<Ratio, RatioError> {
        // Σ (n + 1 − 2·rank)·size / (n·Σ size), the largest having rank 1.
        // From both ends at once: no term is below zero, and the sum is at
        // most n·Σ size. Fewer than 2^59 rows fit in memory: below 2^123.
        let size = |(_, tally): &(K, Tally)| u128::from(self.by.size(tally));
        let total = self
            .ranked
            .iter()
            .fold(0_u128, |total, row| total.saturating_add(size(row)));
        let mut steps = u128::try_from(self.ranked.len()).unwrap_or(u128::MAX);
        let whole = total.saturating_mul(steps);
        let mut spread = 0_u128;
        let pairs = self.ranked.iter().zip(self.ranked.iter().rev());
        for (large, small) in pairs.take(self.ranked.len() / 2) {
            steps = steps.saturating_sub(1);
            let apart = size(large).saturating_sub(size(small));
            spread = spread.saturating_add(apart.saturating_mul(steps));
            steps = steps.saturating_sub(1);
        }
        lowest(spread, whole)
    }

    fn held(&self, holders: u64, held: &Tally) -> Held {
        let of = u64::try_from(self.ranked.len()).unwrap_or(u64::MAX);
        let share = |part, whole| Ratio::share(part, whole).unwrap_or(Ratio::ZERO);
        // No whole is zero, and no part is larger than its whole.
        Held {
            holders: share(holders, of),
            by_count: share(held.parcels(), self.whole.parcels()),
            by_area: share(held.area().quanta(), self.whole.area().quanta()),
        }
    }
}

/// `part / whole` in lowest terms, of numbers that may have 39 digits before.
fn lowest(part: u128, whole: u128) -> Result<Ratio, RatioError> {
    let shared = gcd(part, whole);
    let reduced = |n: u128| n.checked_div(shared).unwrap_or(n);
    let part = reduced(part);
    let (Ok(signed), whole) = (i128::try_from(part), reduced(whole)) else {
        return Err(RatioError::OutOfRange {
            given: alloc::format!("{part}/{}", reduced(whole)).into(),
        });
    };
    Ratio::new(signed, whole)
}
