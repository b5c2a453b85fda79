//! Tallies by key.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::{self, Debug, Formatter};

use super::StatsError;
use super::columns::{add_columns, add_sparse};
use super::tally::{Sums, Tally};
use crate::exact::{Ratio, RatioError};
use crate::key::{Key, Slot};
use crate::quantity::Area;

/// Tallies by key, with a row for what has no key.
///
/// Order and partition of the input do not matter: breakdowns
/// [`merge`](Breakdown::merge) as tallies do. *Invariant*: the total of all
/// rows can be held, so no row and no sum of rows can overflow. *Errors*: an
/// operation that is refused leaves the breakdown as it was. *Cost*: one
/// addition a parcel for dense keys, one map look-up for others (see [`Key`]).
///
/// Shares are of a [`Whole`] that the caller names.
///
/// ```
/// use standard_land::stats::{Breakdown, Whole};
/// use standard_land::{IndustryCategory, Tally};
///
/// let services: IndustryCategory = "producer-services".parse()?;
/// let mut granted = Breakdown::new();
/// for area in ["3.01 ha", "0.51 ha", "1.21 ha", "1.01 ha"] {
///     granted.push(Some(services), &Tally::one(area.parse()?))?;
/// }
/// granted.push(None, &Tally::new(3, "31.44 ha".parse()?)?)?;
///
/// let shares = granted.shares(Whole::Total)?;
/// assert_eq!(shares[0].key, Some(services));
/// assert_eq!(shares[0].by_count.to_string(), "4/7");
/// assert_eq!(shares[0].by_area.to_string(), "287/1859");
/// assert_eq!(shares[1].key, None);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone)]
pub struct Breakdown<K> {
    total: Tally,
    unkeyed: Tally,
    /// Rows of dense keys, by slot: of none of them yet, or of all.
    dense: Vec<Tally>,
    /// Rows of all other keys; none is empty.
    sparse: BTreeMap<K, Tally>,
}

/// A row of a breakdown: a key, or `None` for what has no key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Row_of_{K}", transform = crate::described::brief)
)]
#[non_exhaustive]
pub struct Row<K> {
    /// The key; `None` for what has no key.
    pub key: Option<K>,
    /// What was counted for it.
    pub tally: Tally,
}

/// A row with its shares of a named whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "ShareRow_of_{K}", transform = crate::described::brief)
)]
#[non_exhaustive]
pub struct ShareRow<K> {
    /// The key; `None` for what has no key.
    pub key: Option<K>,
    /// What was counted for it.
    pub tally: Tally,
    /// Its share of the whole, by number of parcels.
    pub by_count: Ratio,
    /// Its share of the whole, by area.
    pub by_area: Ratio,
}

/// What a share is a share of. There is no default.
///
/// See [`Breakdown::shares`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(
    clippy::exhaustive_enums,
    reason = "a whole contains what has no key, or does not, or is given"
)]
pub enum Whole {
    /// Everything that was counted, with or without a key.
    Total,
    /// What has a key; the row without one gets no share.
    Keyed,
    /// A tally from elsewhere: of the province, of the year before.
    Given(Tally),
}

/// Rows whose total nobody has looked at yet.
pub(super) struct Gathered<K> {
    unkeyed: Tally,
    dense: Vec<Tally>,
    sparse: BTreeMap<K, Tally>,
    sums: Sums,
}

impl<K: Key> Gathered<K> {
    pub(super) fn new() -> Self {
        Self {
            unkeyed: Tally::default(),
            dense: vec![Tally::default(); K::SLOTS],
            sparse: BTreeMap::new(),
            sums: Sums::default(),
        }
    }

    #[cfg(feature = "rayon")]
    pub(super) fn add(&mut self, (key, tally): (Option<K>, Tally)) {
        self.sums.add(&tally);
        add_row(
            &mut self.unkeyed,
            &mut self.dense,
            &mut self.sparse,
            key,
            &tally,
        );
    }

    pub(super) fn finish(self) -> Result<Breakdown<K>, StatsError> {
        Ok(Breakdown {
            total: self.sums.tally()?,
            unkeyed: self.unkeyed,
            dense: self.dense,
            sparse: self.sparse,
        })
    }

    #[cfg(feature = "rayon")]
    pub(super) fn join(mut self, other: &Self) -> Self {
        self.unkeyed.add_wrapping(&other.unkeyed);
        for (row, tally) in self.dense.iter_mut().zip(&other.dense) {
            row.add_wrapping(tally);
        }
        for (key, tally) in &other.sparse {
            add_sparse(&mut self.sparse, key, tally);
        }
        self.sums.merge(other.sums);
        self
    }
}

/// Adds to the row of a key without looking.
#[inline]
fn add_row<K: Key>(
    unkeyed: &mut Tally,
    dense: &mut [Tally],
    sparse: &mut BTreeMap<K, Tally>,
    key: Option<K>,
    tally: &Tally,
) {
    let Some(key) = key else {
        unkeyed.add_wrapping(tally);
        return;
    };
    match key.slot().and_then(|slot| dense.get_mut(slot.index())) {
        Some(row) => row.add_wrapping(tally),
        None => add_sparse(sparse, &key, tally),
    }
}

impl<K> Default for Breakdown<K> {
    fn default() -> Self {
        Self {
            total: Tally::default(),
            unkeyed: Tally::default(),
            dense: Vec::new(),
            sparse: BTreeMap::new(),
        }
    }
}

impl<K: Key> Breakdown<K> {
    /// An empty breakdown; it allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a tally under a key, or under none.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    #[inline]
    pub fn push(&mut self, key: Option<K>, tally: &Tally) -> Result<(), StatsError> {
        let total = self.total.checked_add(tally)?;
        self.add(key, tally);
        self.total = total;
        Ok(())
    }

    /// Counts any number of tallies; all of them, or none.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    ///
    /// ```
    /// use standard_land::stats::Breakdown;
    /// use standard_land::{IndustryCode, Tally};
    ///
    /// let code: IndustryCode = "7514".parse()?;
    /// let parcel = Tally::one("3.01 ha".parse()?);
    /// let mut by_industry = Breakdown::new();
    /// by_industry.try_extend([(Some(code), parcel), (None, parcel)])?;
    /// assert_eq!(by_industry.get(&code), Some(parcel));
    /// assert_eq!(by_industry.unkeyed(), parcel);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn try_extend(
        &mut self,
        rows: impl IntoIterator<Item = (Option<K>, Tally)>,
    ) -> Result<(), StatsError> {
        // On its own first, so that a refusal changes nothing.
        let added = Self::gather(rows.into_iter())?;
        self.take_over(added)
    }

    /// The breakdown of any number of tallies.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn of(rows: impl IntoIterator<Item = (Option<K>, Tally)>) -> Result<Self, StatsError> {
        let mut breakdown = Self::new();
        breakdown.try_extend(rows)?;
        Ok(breakdown)
    }

    /// Counts parcels given as columns; all of them, or none.
    ///
    /// # Errors
    ///
    /// [`StatsError::ColumnsDiffer`] when there are more keys than areas, or
    /// fewer; [`StatsError::OutOfRange`] when the total cannot be held.
    ///
    /// ```
    /// use standard_land::stats::Breakdown;
    /// use standard_land::{Area, IndustryCode};
    ///
    /// let codes: Vec<IndustryCode> = vec!["7514".parse()?, "3414".parse()?];
    /// let areas: Vec<Area> = vec!["3.01 ha".parse()?, "1.21 ha".parse()?];
    /// let mut by_industry = Breakdown::new();
    /// by_industry.push_columns(&codes, &areas)?;
    /// assert_eq!(by_industry.total().to_string(), "2 parcels, 4.22 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn push_columns(&mut self, keys: &[K], areas: &[Area]) -> Result<(), StatsError> {
        if keys.len() != areas.len() {
            return Err(StatsError::ColumnsDiffer {
                keys: keys.len(),
                areas: areas.len(),
            });
        }
        let mut added = Self::new();
        added.dense.resize(K::SLOTS, Tally::default());
        let quanta = add_columns(&mut added.dense, &mut added.sparse, keys, areas);
        let parcels = u128::try_from(keys.len()).unwrap_or(u128::MAX);
        added.total = Sums::new(parcels, quanta).tally()?;
        self.take_over(added)
    }

    /// Adds rows without looking: the total stays in 128 bits until all are in.
    #[inline(never)]
    fn gather(rows: impl Iterator<Item = (Option<K>, Tally)>) -> Result<Self, StatsError> {
        // In locals, so that the loop keeps them in registers.
        let Gathered {
            mut unkeyed,
            mut dense,
            mut sparse,
            mut sums,
        } = Gathered::new();
        for (key, tally) in rows {
            sums.add(&tally);
            add_row(&mut unkeyed, &mut dense, &mut sparse, key, &tally);
        }
        let gathered = Gathered {
            unkeyed,
            dense,
            sparse,
            sums,
        };
        gathered.finish()
    }

    /// Merges without adding to nothing.
    fn take_over(&mut self, added: Self) -> Result<(), StatsError> {
        if self.total.is_empty() {
            *self = added;
            Ok(())
        } else {
            self.merge(&added)
        }
    }

    /// Counts what another breakdown counted.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    ///
    /// ```
    /// use standard_land::stats::Breakdown;
    /// use standard_land::{DivisionCode, Tally};
    ///
    /// let county = |code: &str, area: &str| -> Result<_, standard_land::Error> {
    ///     Ok(Breakdown::<DivisionCode>::of([(Some(code.parse()?), Tally::one(area.parse()?))])?)
    /// };
    /// let mut province = county("141121", "3.01 ha")?;
    /// province.merge(&county("141122", "1.5 ha")?)?;
    /// assert_eq!(province.rows().count(), 2);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        self.total = self.total.checked_add(&other.total)?;
        self.unkeyed.add_wrapping(&other.unkeyed);
        if self.dense.len() < other.dense.len() {
            self.dense.resize(other.dense.len(), Tally::default());
        }
        for (row, tally) in self.dense.iter_mut().zip(&other.dense) {
            row.add_wrapping(tally);
        }
        for (key, tally) in &other.sparse {
            add_sparse(&mut self.sparse, key, tally);
        }
        Ok(())
    }

    /// Adds to a row; the total that contains it has been checked.
    #[inline]
    fn add(&mut self, key: Option<K>, tally: &Tally) {
        match key {
            Some(key) => self.add_keyed(&key, tally),
            None => self.unkeyed.add_wrapping(tally),
        }
    }

    #[inline]
    fn add_keyed(&mut self, key: &K, tally: &Tally) {
        match key.slot() {
            Some(slot) => match self.dense.get_mut(slot.index()) {
                Some(row) => row.add_wrapping(tally),
                None => self.add_first(slot, tally),
            },
            None => add_sparse(&mut self.sparse, key, tally),
        }
    }

    /// Makes room for every slot.
    #[cold]
    fn add_first(&mut self, slot: Slot, tally: &Tally) {
        self.dense.resize(K::SLOTS, Tally::default());
        if let Some(row) = self.dense.get_mut(slot.index()) {
            row.add_wrapping(tally);
        }
    }

    /// Everything that was counted, with or without a key.
    #[must_use]
    pub const fn total(&self) -> Tally {
        self.total
    }

    /// What was counted without a key.
    #[must_use]
    pub const fn unkeyed(&self) -> Tally {
        self.unkeyed
    }

    /// What was counted under some key.
    #[must_use]
    pub fn keyed(&self) -> Tally {
        // The total contains what has no key.
        self.total.checked_sub(&self.unkeyed).unwrap_or_default()
    }

    /// What was counted under a key; `None` when nothing was.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<Tally> {
        let row = match key.slot() {
            Some(slot) => self.dense.get(slot.index()),
            None => self.sparse.get(key),
        };
        row.copied().filter(|tally| !tally.is_empty())
    }

    /// The rows that have a key, in the order of the keys; then the row for
    /// what has none, if there is anything.
    ///
    /// *Cost*: O(k log k) in the number of keys.
    pub fn rows(&self) -> impl Iterator<Item = Row<K>> {
        self.sorted().into_iter()
    }

    fn sorted(&self) -> Vec<Row<K>> {
        let row = |key, tally: &Tally| Row { key, tally: *tally };
        let dense = self.dense.iter().enumerate();
        let mut rows: Vec<Row<K>> = dense
            .filter(|(_, tally)| !tally.is_empty())
            .filter_map(|(index, tally)| Some(row(Some(K::at_slot(Slot::new(index))?), tally)))
            .chain(
                self.sparse
                    .iter()
                    .map(|(key, tally)| row(Some(key.clone()), tally)),
            )
            .collect();
        rows.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        if !self.unkeyed.is_empty() {
            rows.push(row(None, &self.unkeyed));
        }
        rows
    }

    /// The rows with their shares of a whole, in the order of [`rows`].
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the whole has no parcels or no area;
    /// [`RatioError::PartExceedsWhole`] when a row is larger than a given
    /// whole.
    ///
    /// [`rows`]: Breakdown::rows
    pub fn shares(&self, whole: Whole) -> Result<Vec<ShareRow<K>>, RatioError> {
        let (whole, unkeyed_too) = match whole {
            Whole::Total => (self.total, true),
            Whole::Keyed => (self.keyed(), false),
            Whole::Given(tally) => (tally, true),
        };
        self.rows()
            .filter(|row| unkeyed_too || row.key.is_some())
            .map(|Row { key, tally }| {
                Ok(ShareRow {
                    by_count: tally.share_by_count(&whole)?,
                    by_area: tally.share_by_area(&whole)?,
                    key,
                    tally,
                })
            })
            .collect()
    }

    /// The same counts by a coarser key: counties by province, classes by
    /// division. What the coarser key leaves out joins the row without a key.
    ///
    /// ```
    /// use standard_land::industry::IndustryLevel;
    /// use standard_land::stats::Breakdown;
    /// use standard_land::{IndustryCode, Tally};
    ///
    /// let parcel = Tally::one("1 ha".parse()?);
    /// let codes: Vec<IndustryCode> = vec!["7514".parse()?, "7512".parse()?, "M".parse()?];
    /// let by_class = Breakdown::of(codes.into_iter().map(|code| (Some(code), parcel)))?;
    ///
    /// let by_division = by_class.roll_up(|code| code.at(IndustryLevel::Division));
    /// assert_eq!(by_division.get(&"75".parse()?), Some(Tally::new(2, "2 ha".parse()?)?));
    /// assert_eq!(by_division.unkeyed(), parcel); // a section lies in no division
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn roll_up<L: Key>(&self, coarser: impl Fn(&K) -> Option<L>) -> Breakdown<L> {
        let mut rolled = Breakdown::new();
        for Row { key, tally } in self.rows() {
            rolled.add(key.as_ref().and_then(&coarser), &tally);
        }
        // The same rows in other places: the total is the same.
        rolled.total = self.total;
        rolled
    }
}

impl<K: Key> IntoIterator for Breakdown<K> {
    type Item = Row<K>;
    type IntoIter = vec::IntoIter<Row<K>>;

    /// As [`rows`](Breakdown::rows).
    fn into_iter(self) -> Self::IntoIter {
        self.sorted().into_iter()
    }
}

impl<K: Key> PartialEq for Breakdown<K> {
    fn eq(&self, other: &Self) -> bool {
        // Tables may be of different length and hold the same rows.
        self.total == other.total && self.rows().eq(other.rows())
    }
}

impl<K: Key> Eq for Breakdown<K> {}

impl<K: Key + Debug> Debug for Breakdown<K> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.rows().map(|row| (row.key, row.tally)))
            .finish()
    }
}

#[cfg(feature = "serde")]
impl<K: Key + serde::Serialize> serde::Serialize for Breakdown<K> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows().collect::<Vec<_>>())
    }
}

#[cfg(feature = "serde")]
impl<'de, K: Key + serde::Deserialize<'de>> serde::Deserialize<'de> for Breakdown<K> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = Vec::<Row<K>>::deserialize(deserializer)?;
        let mut breakdown = Self::new();
        for Row { key, tally } in rows {
            let seen = match &key {
                Some(key) => breakdown.get(key).is_some(),
                None => !breakdown.unkeyed.is_empty(),
            };
            if seen || tally.is_empty() {
                return Err(crate::wire::refused(StatsError::RowRepeated));
            }
            breakdown.push(key, &tally).map_err(crate::wire::refused)?;
        }
        Ok(breakdown)
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [K] Breakdown<K>,
    alloc::format!("Breakdown_of_{}", K::schema_name()),
    Row<K>,
    "Tallies by key; no key twice, no row empty."
);
