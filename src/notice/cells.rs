//! The cells of a row under the heads of its file, a number that commas split in
//! one piece.

use super::column::Column;
use super::headers::{Header, Headers};
use super::rows::Row;

/// The cells of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'a> {
    row: Row<'a>,
    text: &'a str,
    split: Option<Split>,
}

/// A number that fell into several cells: `12,345.67`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Split {
    place: usize,
    /// How many cells it has beyond the first.
    further: usize,
}

impl<'a> Cells<'a> {
    /// The cells of a row with this text; a number is looked for only where the
    /// row is wider than the header.
    pub(super) fn of(row: Row<'a>, text: &'a str, headers: &Headers) -> Self {
        let plain = Self {
            row,
            text,
            split: None,
        };
        let beyond = row.len().saturating_sub(headers.len());
        if beyond == 0 {
            return plain;
        }
        // What stands in the column of areas is one, as far as anybody knows.
        let area = headers.place(Column::Area);
        let places = area.into_iter().chain(0..headers.len());
        let split = places
            .filter(|place| !headers.is_serial(*place))
            .find_map(|place| plain.split_at(place, beyond));
        Self { split, ..plain }
    }

    fn split_at(self, place: usize, beyond: usize) -> Option<Split> {
        let first = self.get(place)?.trim();
        let first = first.strip_prefix(['-', '¥', '￥']).unwrap_or(first);
        let is_start = matches!(first.len(), 1..=3)
            && !first.starts_with('0')
            && first.bytes().all(|byte| byte.is_ascii_digit());
        if !is_start {
            return None;
        }
        let mut further = 0_usize;
        while further < beyond {
            let next = place.saturating_add(further).saturating_add(1);
            let cell = self.get(next).unwrap_or_default().trim();
            let rest = cell.trim_start_matches(|it: char| it.is_ascii_digit());
            if cell.len().saturating_sub(rest.len()) != 3 {
                break;
            }
            further = further.saturating_add(1);
            if !rest.is_empty() {
                break;
            }
        }
        (further > 0).then_some(Split { place, further })
    }

    /// Where a number fell into several cells.
    pub(super) fn split(&self) -> Option<usize> {
        self.split.map(|split| split.place)
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        let further = self.split.map_or(0, |split| split.further);
        self.row.len().saturating_sub(further)
    }

    /// What stands at a place.
    pub(super) fn get(&self, place: usize) -> Option<&'a str> {
        let range = match self.split {
            Some(split) if place >= split.place => {
                let last = self.row.range(place.saturating_add(split.further))?;
                let first = self.row.range(place).filter(|_| place == split.place);
                first.map_or(last.start, |first| first.start)..last.end
            }
            _ => self.row.range(place)?,
        };
        self.text.get(range)
    }

    /// A quoted cell on one line in which commas are: where the row is too short,
    /// they may have been meant to separate cells.
    pub(super) fn swallowing(&self) -> Option<usize> {
        (0..self.len()).find(|place| {
            let cell = self.get(*place).unwrap_or_default();
            cell.contains(',') && !cell.contains(['\n', '\r'])
        })
    }

    /// The cells with what stands in their heads.
    pub(super) fn under<'h>(
        self,
        headers: &'h Headers,
    ) -> impl Iterator<Item = (usize, Option<&'h Header>, &'a str)> {
        let places = 0..self.len();
        places.map(move |place| {
            (
                place,
                headers.get(place),
                self.get(place).unwrap_or_default(),
            )
        })
    }
}
