//! Tallies by two keys: the cells of a cross table.
//!
//! Two dense keys could have six million cells between them, of which a county
//! fills a dozen. So a row is cut into pages, and a page is allocated when
//! something is counted in it; a row that is in use has a directory of its
//! pages. A cell is found by three look-ups, without hashing, and no cell or
//! row that is not in use takes more than four bytes.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::tally::Tally;
use crate::key::{Key, Slot};

/// Cells in a page.
const PAGE: usize = 32;

/// Some cells that stand side by side in a row.
#[derive(Clone)]
struct Page {
    row: usize,
    /// The first column.
    column: usize,
    cells: [Tally; PAGE],
}

#[derive(Clone)]
pub(super) struct Cells<R, C> {
    /// For each row where its directory begins, plus one; 0 for none. Empty
    /// until something is counted.
    rows: Vec<u32>,
    /// For each page of the rows in use its place, plus one; 0 for none.
    directories: Vec<u32>,
    pages: Vec<Page>,
    /// Cells of which a key has no slot; none is empty.
    sparse: BTreeMap<(Option<R>, Option<C>), Tally>,
}

impl<R, C> Default for Cells<R, C> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            directories: Vec::new(),
            pages: Vec::new(),
            sparse: BTreeMap::new(),
        }
    }
}

/// What an entry points to; 0 points to nothing.
#[inline]
fn pointed_to(entry: u32) -> Option<usize> {
    usize::try_from(entry).ok()?.checked_sub(1)
}

/// An entry that points to a place: tables of keys are far smaller than this.
fn pointing_to(place: usize) -> u32 {
    u32::try_from(place.saturating_add(1)).unwrap_or(0)
}

/// The slot of a key; what has no key comes behind all slots.
fn slot<K: Key>(key: Option<&K>) -> Option<usize> {
    match key {
        Some(key) => key.slot().map(Slot::index),
        None => Some(K::SLOTS),
    }
}

/// The key at a place that [`slot`] gave, if it is one of a key.
fn key<K: Key>(place: usize) -> Option<K> {
    let slot = Some(place).filter(|place| *place < K::SLOTS)?;
    K::at_slot(Slot::new(slot))
}

impl<R: Key, C: Key> Cells<R, C> {
    /// Rows: one for each slot, and one for what has no key.
    const ROWS: usize = R::SLOTS.saturating_add(1);
    /// Pages in a row, which has one column more than slots too.
    const PAGES: usize = C::SLOTS.saturating_add(1).div_ceil(PAGE);

    /// Adds to a cell without looking; whoever calls it checks the total.
    #[inline]
    pub(super) fn add(&mut self, row: Option<R>, column: Option<C>, tally: &Tally) {
        if tally.is_empty() {
            return;
        }
        match slot(row.as_ref()).zip(slot(column.as_ref())) {
            Some((row, column)) => match self.cell_mut(row, column) {
                Some(cell) => cell.add_wrapping(tally),
                None => self.add_page(row, column, tally),
            },
            None => self
                .sparse
                .entry((row, column))
                .or_default()
                .add_wrapping(tally),
        }
    }

    /// The place of a page, if it is there.
    #[inline]
    fn page(&self, row: usize, column: usize) -> Option<usize> {
        let directory = pointed_to(*self.rows.get(row)?)?;
        let entry = directory.wrapping_add(column / PAGE);
        pointed_to(*self.directories.get(entry)?)
    }

    #[inline]
    fn cell_mut(&mut self, row: usize, column: usize) -> Option<&mut Tally> {
        let page = self.page(row, column)?;
        self.pages.get_mut(page)?.cells.get_mut(column % PAGE)
    }

    #[cold]
    fn add_page(&mut self, row: usize, column: usize, tally: &Tally) {
        self.rows.resize(Self::ROWS, 0);
        let Some(directory) = self.rows.get_mut(row) else {
            return;
        };
        if *directory == 0 {
            *directory = pointing_to(self.directories.len());
            let end = self.directories.len().saturating_add(Self::PAGES);
            self.directories.resize(end, 0);
        }
        let begin = pointed_to(*directory).unwrap_or_default();
        if let Some(entry) = self.directories.get_mut(begin.wrapping_add(column / PAGE)) {
            *entry = pointing_to(self.pages.len());
        }
        let mut cells = [Tally::default(); PAGE];
        if let Some(cell) = cells.get_mut(column % PAGE) {
            *cell = *tally;
        }
        self.pages.push(Page {
            row,
            column: column.saturating_sub(column % PAGE),
            cells,
        });
    }

    /// What is in a cell; `None` when nothing is.
    pub(super) fn get(&self, row: Option<&R>, column: Option<&C>) -> Option<Tally> {
        let found = match slot(row).zip(slot(column)) {
            Some((row, column)) => {
                let page = self.page(row, column)?;
                self.pages.get(page)?.cells.get(column % PAGE)
            }
            None => self.sparse.get(&(row.cloned(), column.cloned())),
        };
        found.copied().filter(|tally| !tally.is_empty())
    }

    /// Adds all cells of another, without looking either.
    pub(super) fn merge(&mut self, other: &Self) {
        for (row, column, tally) in other.each() {
            self.add(row, column, &tally);
        }
    }

    /// The cells that are not empty, in no order that means anything.
    pub(super) fn each(&self) -> impl Iterator<Item = (Option<R>, Option<C>, Tally)> {
        let dense = self.pages.iter().flat_map(|page| {
            let cells = (page.column..).zip(&page.cells);
            cells
                .filter(|(_, tally)| !tally.is_empty())
                .map(|(column, tally)| (key(page.row), key(column), *tally))
        });
        let sparse = self
            .sparse
            .iter()
            .map(|((row, column), tally)| (row.clone(), column.clone(), *tally));
        dense.chain(sparse)
    }
}
