//! Tallies by two keys: the cells of a cross table.
//!
//! Two dense keys could have six million cells between them, of which a county
//! fills a dozen. So the table is cut into pages, and a page is allocated when
//! something is counted in it; the directory of the pages takes an eighth of a
//! byte for every possible cell. A cell is found by two look-ups, without
//! hashing, and pages are in the order of the keys.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::key::{Key, Slot};
use super::tally::Tally;

/// Cells in a page, which has half a kilobyte then.
const PAGE: usize = 32;

/// Where a cell is in the table.
#[derive(Clone, Copy)]
struct Place {
    page: usize,
    cell: usize,
}

#[derive(Clone)]
pub(super) struct Cells<R, C> {
    /// For each page its number among the allocated ones, from 1; 0 for none.
    /// Empty until the first page is needed.
    directory: Vec<u32>,
    pages: Vec<[Tally; PAGE]>,
    /// Cells of which a key has no slot; none is empty.
    sparse: BTreeMap<(Option<R>, Option<C>), Tally>,
}

impl<R, C> Default for Cells<R, C> {
    fn default() -> Self {
        Self {
            directory: Vec::new(),
            pages: Vec::new(),
            sparse: BTreeMap::new(),
        }
    }
}

/// The slot of a key; what has no key comes behind all slots.
fn slot<K: Key>(key: Option<&K>) -> Option<usize> {
    match key {
        Some(key) => key.slot().map(Slot::index),
        None => Some(K::SLOTS),
    }
}

fn at<K: Key>(index: usize) -> Option<Option<K>> {
    if index == K::SLOTS {
        return Some(None);
    }
    K::at_slot(Slot::new(index)).map(Some)
}

impl<R: Key, C: Key> Cells<R, C> {
    /// Cells in a row: one for each slot, and one for what has no key.
    const WIDTH: usize = C::SLOTS.saturating_add(1);
    const PAGES: usize = R::SLOTS
        .saturating_add(1)
        .saturating_mul(Self::WIDTH)
        .div_ceil(PAGE);

    #[inline]
    fn place(row: Option<&R>, column: Option<&C>) -> Option<Place> {
        let (row, column) = (slot(row)?, slot(column)?);
        let index = row.wrapping_mul(Self::WIDTH).wrapping_add(column);
        Some(Place {
            page: index / PAGE,
            cell: index % PAGE,
        })
    }

    /// Adds to a cell without looking; whoever calls it checks the total.
    #[inline]
    pub(super) fn add(&mut self, row: Option<R>, column: Option<C>, tally: &Tally) {
        if tally.is_empty() {
            return;
        }
        match Self::place(row.as_ref(), column.as_ref()) {
            Some(place) => match self.cell_mut(place) {
                Some(cell) => cell.add_wrapping(tally),
                None => self.add_page(place, tally),
            },
            None => self
                .sparse
                .entry((row, column))
                .or_default()
                .add_wrapping(tally),
        }
    }

    #[inline]
    fn cell_mut(&mut self, place: Place) -> Option<&mut Tally> {
        let number = usize::try_from(*self.directory.get(place.page)?).ok()?;
        self.pages
            .get_mut(number.checked_sub(1)?)?
            .get_mut(place.cell)
    }

    #[cold]
    fn add_page(&mut self, place: Place, tally: &Tally) {
        self.directory.resize(Self::PAGES, 0);
        let mut page = [Tally::default(); PAGE];
        if let Some(cell) = page.get_mut(place.cell) {
            *cell = *tally;
        }
        self.pages.push(page);
        if let (Some(entry), Ok(number)) = (
            self.directory.get_mut(place.page),
            u32::try_from(self.pages.len()),
        ) {
            *entry = number;
        }
    }

    /// What is in a cell; `None` when nothing is.
    pub(super) fn get(&self, row: Option<&R>, column: Option<&C>) -> Option<Tally> {
        let found = match Self::place(row, column) {
            Some(place) => {
                let number = usize::try_from(*self.directory.get(place.page)?).ok()?;
                self.pages.get(number.checked_sub(1)?)?.get(place.cell)
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

    /// The cells that are not empty; those of the table first.
    pub(super) fn each(&self) -> impl Iterator<Item = (Option<R>, Option<C>, Tally)> {
        let pages = self.directory.iter().enumerate();
        let dense = pages.filter_map(|(page, number)| {
            let number = usize::try_from(*number).ok()?.checked_sub(1)?;
            Some((page.wrapping_mul(PAGE), self.pages.get(number)?))
        });
        let dense = dense
            .flat_map(|(start, cells)| (start..).zip(cells))
            .filter(|(_, tally)| !tally.is_empty())
            .filter_map(|(index, tally)| {
                let row = at(index.checked_div(Self::WIDTH)?)?;
                let column = at(index.checked_rem(Self::WIDTH)?)?;
                Some((row, column, *tally))
            });
        let sparse = self
            .sparse
            .iter()
            .map(|((row, column), tally)| (row.clone(), column.clone(), *tally));
        dense.chain(sparse)
    }
}
