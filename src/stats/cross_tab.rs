//! Tallies by two keys at once.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Formatter};

use super::cells::Cells;
use super::tally::Sums;
use super::{Breakdown, Key, StatsError, Tally};
use crate::exact::{Ratio, RatioError};

/// A cross table: tallies by two keys, with margins for both.
///
/// What lacks a key is kept: a row without a key, a column without one, and a
/// cell where both are missing. Order and partition of the input do not
/// matter: cross tables [`merge`](CrossTab::merge) as tallies do. *Invariant*:
/// the total of all cells can be held, so no cell, no margin and no sum of
/// cells can overflow. *Errors*: an operation that is refused leaves the table
/// as it was. *Cost*: one addition a parcel where both keys are dense (see
/// [`Key`]), one map look-up otherwise; memory for the cells in use and 31
/// beside each at most, never for all pairs of keys.
///
/// Shares are of a [`CellWhole`] that the caller names.
///
/// ```
/// use standard_land::allocation::SupplyMethod;
/// use standard_land::calendar::Year;
/// use standard_land::stats::{CellWhole, CrossTab};
/// use standard_land::Tally;
///
/// let (listing, agreement) = (SupplyMethod::ListingGrant, SupplyMethod::AgreementGrant);
/// let (y2023, y2024): (Year, Year) = ("2023".parse()?, "2024".parse()?);
/// let granted = CrossTab::of([
///     (Some(y2023), Some(listing), Tally::new(3, "12 ha".parse()?)?),
///     (Some(y2024), Some(listing), Tally::new(5, "20 ha".parse()?)?),
///     (Some(y2024), Some(agreement), Tally::new(1, "4 ha".parse()?)?),
///     (Some(y2024), None, Tally::new(1, "1 ha".parse()?)?),
/// ])?;
///
/// let of_2024 = granted.share(Some(&y2024), Some(&listing), CellWhole::Row)?;
/// assert_eq!(of_2024.by_area.to_string(), "4/5"); // of 25 ha
/// let known = granted.share(Some(&y2024), Some(&listing), CellWhole::KeyedRow)?;
/// assert_eq!(known.by_area.to_string(), "5/6"); // of the 24 ha whose method is known
/// assert_eq!(granted.row_margin().get(&y2024), Some(Tally::new(7, "25 ha".parse()?)?));
/// assert_eq!(granted.column_margin().unkeyed(), Tally::one("1 ha".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone)]
pub struct CrossTab<R, C> {
    total: Tally,
    cells: Cells<R, C>,
}

/// A cell of a cross table; `None` stands for what lacks a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "CrossCell_of_{R}_and_{C}", transform = crate::described::brief)
)]
#[non_exhaustive]
pub struct CrossCell<R, C> {
    /// The key of the row; `None` for what has none.
    pub row: Option<R>,
    /// The key of the column; `None` for what has none.
    pub column: Option<C>,
    /// What was counted for both.
    pub tally: Tally,
}

/// A cell with its shares of a named whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "ShareCell_of_{R}_and_{C}", transform = crate::described::brief)
)]
#[non_exhaustive]
pub struct ShareCell<R, C> {
    /// The key of the row; `None` for what has none.
    pub row: Option<R>,
    /// The key of the column; `None` for what has none.
    pub column: Option<C>,
    /// What was counted for both.
    pub tally: Tally,
    /// Its share of the whole, by number of parcels.
    pub by_count: Ratio,
    /// Its share of the whole, by area.
    pub by_area: Ratio,
}

/// What the share of a cell is a share of. There is no default.
///
/// See [`CrossTab::shares`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(
    clippy::exhaustive_enums,
    reason = "a cell has a row, a column and a table around it, each with or without what has no key"
)]
pub enum CellWhole {
    /// Everything in the row of the cell.
    Row,
    /// What has a column key in the row; cells without one get no share.
    KeyedRow,
    /// Everything in the column of the cell.
    Column,
    /// What has a row key in the column; cells without one get no share.
    KeyedColumn,
    /// Everything that was counted.
    Total,
    /// What has both keys; cells without one get no share.
    Keyed,
    /// A tally from elsewhere: of the province, of the year before.
    Given(Tally),
}

impl<R, C> Default for CrossTab<R, C> {
    fn default() -> Self {
        Self {
            total: Tally::default(),
            cells: Cells::default(),
        }
    }
}

/// Cells whose total nobody has looked at yet.
pub(super) struct Gathered<R, C> {
    cells: Cells<R, C>,
    sums: Sums,
}

impl<R, C> Default for Gathered<R, C> {
    fn default() -> Self {
        Self {
            cells: Cells::default(),
            sums: Sums::default(),
        }
    }
}

impl<R: Key, C: Key> Gathered<R, C> {
    #[inline]
    pub(super) fn add(&mut self, (row, column, tally): (Option<R>, Option<C>, Tally)) {
        self.sums.add(&tally);
        self.cells.add(row, column, &tally);
    }

    pub(super) fn finish(self) -> Result<CrossTab<R, C>, StatsError> {
        Ok(CrossTab {
            total: self.sums.tally()?,
            cells: self.cells,
        })
    }

    #[cfg(feature = "rayon")]
    pub(super) fn join(mut self, other: &Self) -> Self {
        self.cells.merge(&other.cells);
        self.sums.merge(other.sums);
        self
    }
}

impl<R: Key, C: Key> CrossTab<R, C> {
    /// An empty cross table; it allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a tally under two keys, either of which may be missing.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    #[inline]
    pub fn push(
        &mut self,
        row: Option<R>,
        column: Option<C>,
        tally: &Tally,
    ) -> Result<(), StatsError> {
        self.total = self.total.checked_add(tally)?;
        self.cells.add(row, column, tally);
        Ok(())
    }

    /// Counts any number of tallies; all of them, or none.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn try_extend(
        &mut self,
        cells: impl IntoIterator<Item = (Option<R>, Option<C>, Tally)>,
    ) -> Result<(), StatsError> {
        // On its own first, so that a refusal changes nothing.
        let added = Self::of(cells)?;
        if self.total.is_empty() {
            *self = added;
            return Ok(());
        }
        self.merge(&added)
    }

    /// The cross table of any number of tallies.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn of(
        cells: impl IntoIterator<Item = (Option<R>, Option<C>, Tally)>,
    ) -> Result<Self, StatsError> {
        let mut gathered = Gathered::default();
        for cell in cells {
            gathered.add(cell);
        }
        gathered.finish()
    }

    /// Counts what another cross table counted.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        self.total = self.total.checked_add(&other.total)?;
        self.cells.merge(&other.cells);
        Ok(())
    }

    /// Everything that was counted, with or without keys.
    #[must_use]
    pub const fn total(&self) -> Tally {
        self.total
    }

    /// What was counted under both keys, or without them; `None` when nothing
    /// was.
    #[must_use]
    pub fn get(&self, row: Option<&R>, column: Option<&C>) -> Option<Tally> {
        self.cells.get(row, column)
    }

    /// The cells that are not empty: row by row in the order of the keys, what
    /// lacks a key behind all others.
    ///
    /// *Cost*: O(k log k) in the number of cells.
    pub fn cells(&self) -> impl Iterator<Item = CrossCell<R, C>> {
        let mut cells: Vec<(Option<R>, Option<C>, Tally)> = self.cells.each().collect();
        cells.sort_unstable_by(|a, b| {
            keyed_first(a.0.as_ref(), b.0.as_ref())
                .then_with(|| keyed_first(a.1.as_ref(), b.1.as_ref()))
        });
        cells
            .into_iter()
            .map(|(row, column, tally)| CrossCell { row, column, tally })
    }

    /// The totals of the rows.
    ///
    /// *Cost*: O(k) in the number of cells, as for every margin.
    #[must_use]
    pub fn row_margin(&self) -> Breakdown<R> {
        self.margin(|row, _| Some(row.cloned()))
    }

    /// The totals of the columns.
    #[must_use]
    pub fn column_margin(&self) -> Breakdown<C> {
        self.margin(|_, column| Some(column.cloned()))
    }

    /// One row, by column; `None` asks for the row without a key.
    #[must_use]
    pub fn row(&self, row: Option<&R>) -> Breakdown<C> {
        self.margin(|of, column| (of == row).then(|| column.cloned()))
    }

    /// One column, by row; `None` asks for the column without a key.
    #[must_use]
    pub fn column(&self, column: Option<&C>) -> Breakdown<R> {
        self.margin(|row, of| (of == column).then(|| row.cloned()))
    }

    /// Some cells, by some key of theirs.
    fn margin<K: Key>(
        &self,
        key: impl Fn(Option<&R>, Option<&C>) -> Option<Option<K>>,
    ) -> Breakdown<K> {
        let cells = self.cells.each().filter_map(|(row, column, tally)| {
            key(row.as_ref(), column.as_ref()).map(|key| (key, tally))
        });
        // Sums of cells are parts of the total, which is held.
        Breakdown::of(cells).unwrap_or_default()
    }

    /// The same with rows and columns changed over.
    #[must_use]
    pub fn transpose(&self) -> CrossTab<C, R> {
        let mut turned = CrossTab::new();
        for (row, column, tally) in self.cells.each() {
            turned.cells.add(column, row, &tally);
        }
        turned.total = self.total;
        turned
    }

    /// The cells with their shares of a whole, in the order of
    /// [`cells`](CrossTab::cells).
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when a whole has no area;
    /// [`RatioError::PartExceedsWhole`] when a cell is larger than a given
    /// whole.
    pub fn shares(&self, whole: CellWhole) -> Result<Vec<ShareCell<R, C>>, RatioError> {
        let wholes = self.wholes(whole);
        self.cells()
            .filter_map(|CrossCell { row, column, tally }| {
                let whole = wholes.of(row.as_ref(), column.as_ref())?;
                Some(share(row, column, tally, &whole))
            })
            .collect()
    }

    /// A cell with its shares of a whole; an empty cell has shares of zero.
    ///
    /// *Cost*: O(k) in the number of cells, to find the whole.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the whole has no parcels or no area, and
    /// also where the whole is keyed and a key that it needs is missing;
    /// [`RatioError::PartExceedsWhole`] when the cell is larger than a given
    /// whole.
    pub fn share(
        &self,
        row: Option<&R>,
        column: Option<&C>,
        whole: CellWhole,
    ) -> Result<ShareCell<R, C>, RatioError> {
        let tally = self.get(row, column).unwrap_or_default();
        let whole = self.wholes(whole).of(row, column).unwrap_or_default();
        share(row.cloned(), column.cloned(), tally, &whole)
    }

    fn wholes(&self, whole: CellWhole) -> Wholes<R, C> {
        let keyed_rows = || self.margin(|row, column| column.map(|_| row.cloned()));
        let keyed_columns = || self.margin(|row, column| row.map(|_| column.cloned()));
        match whole {
            CellWhole::Row => Wholes::Rows(self.row_margin(), false),
            CellWhole::KeyedRow => Wholes::Rows(keyed_rows(), true),
            CellWhole::Column => Wholes::Columns(self.column_margin(), false),
            CellWhole::KeyedColumn => Wholes::Columns(keyed_columns(), true),
            CellWhole::Total => Wholes::One(self.total, false),
            CellWhole::Keyed => Wholes::One(keyed_rows().keyed(), true),
            CellWhole::Given(tally) => Wholes::One(tally, false),
        }
    }
}

/// The whole of every cell, and whether only keyed cells have one.
enum Wholes<R, C> {
    Rows(Breakdown<R>, bool),
    Columns(Breakdown<C>, bool),
    One(Tally, bool),
}

impl<R: Key, C: Key> Wholes<R, C> {
    /// The whole of a cell; `None` when it gets no share.
    fn of(&self, row: Option<&R>, column: Option<&C>) -> Option<Tally> {
        match self {
            Self::Rows(margin, keyed) => (!keyed || column.is_some()).then(|| of_key(margin, row)),
            Self::Columns(margin, keyed) => {
                (!keyed || row.is_some()).then(|| of_key(margin, column))
            }
            Self::One(whole, keyed) => {
                (!keyed || (row.is_some() && column.is_some())).then_some(*whole)
            }
        }
    }
}

fn of_key<K: Key>(margin: &Breakdown<K>, key: Option<&K>) -> Tally {
    match key {
        Some(key) => margin.get(key).unwrap_or_default(),
        None => margin.unkeyed(),
    }
}

fn share<R, C>(
    row: Option<R>,
    column: Option<C>,
    tally: Tally,
    whole: &Tally,
) -> Result<ShareCell<R, C>, RatioError> {
    Ok(ShareCell {
        by_count: tally.share_by_count(whole)?,
        by_area: tally.share_by_area(whole)?,
        row,
        column,
        tally,
    })
}

/// In the order of the keys, with what has none behind them.
fn keyed_first<K: Ord>(a: Option<&K>, b: Option<&K>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then_with(|| a.cmp(&b))
}

impl<R: Key, C: Key> PartialEq for CrossTab<R, C> {
    fn eq(&self, other: &Self) -> bool {
        // Pages may have been allocated in another order, or in vain.
        self.total == other.total && self.cells().eq(other.cells())
    }
}

impl<R: Key, C: Key> Eq for CrossTab<R, C> {}

impl<R: Key + Debug, C: Key + Debug> Debug for CrossTab<R, C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(
                self.cells()
                    .map(|cell| ((cell.row, cell.column), cell.tally)),
            )
            .finish()
    }
}

#[cfg(feature = "serde")]
impl<R, C> serde::Serialize for CrossTab<R, C>
where
    R: Key + serde::Serialize,
    C: Key + serde::Serialize,
{
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.cells().collect::<Vec<_>>())
    }
}

#[cfg(feature = "serde")]
impl<'de, R, C> serde::Deserialize<'de> for CrossTab<R, C>
where
    R: Key + serde::Deserialize<'de>,
    C: Key + serde::Deserialize<'de>,
{
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let cells = Vec::<CrossCell<R, C>>::deserialize(deserializer)?;
        let mut table = Self::new();
        for CrossCell { row, column, tally } in cells {
            if tally.is_empty() || table.get(row.as_ref(), column.as_ref()).is_some() {
                return Err(crate::wire::refused(StatsError::CellRepeated));
            }
            table
                .push(row, column, &tally)
                .map_err(crate::wire::refused)?;
        }
        Ok(table)
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [R, C] CrossTab<R, C>,
    alloc::format!("CrossTab_of_{}_and_{}", R::schema_name(), C::schema_name()),
    CrossCell<R, C>,
    "Tallies by two keys; no cell twice, none empty."
);
