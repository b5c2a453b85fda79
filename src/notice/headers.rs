//! What the columns of a file are.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::column::{Column, plain_header};
use super::reader::ReadError;
use super::rows::Row;
use crate::text::quote;

/// What a column of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Header {
    /// The first of its name.
    Known(Column),
    /// A further one of a name.
    Again(Column),
    /// None that is known.
    Unknown(Box<str>),
}

/// The columns of the file, in its order.
#[derive(Debug)]
pub(super) struct Headers {
    all: Vec<Header>,
    /// Where in the file each known column stands.
    places: [Option<usize>; Column::COUNT],
    /// Whether the columns are all there, and stand in their order.
    in_order: bool,
}

impl Headers {
    /// Reads the first row of a file, if it has one.
    pub(super) fn read(header: Option<Row<'_>>) -> Result<Self, ReadError> {
        let mut all = Vec::new();
        let mut places = [None; Column::COUNT];
        let mut first = None;
        for (place, name) in header.iter().flat_map(Row::cells).enumerate() {
            let name = core::str::from_utf8(name).map_err(|_| ReadError::NotUtf8 {
                likely: likely_encoding(name),
            })?;
            first.get_or_insert_with(|| quote(name));
            all.push(match Column::of_header(name) {
                None => Header::Unknown(plain_header(name).into()),
                Some(column) => match places.get_mut(column.index()) {
                    Some(free @ None) => {
                        *free = Some(place);
                        Header::Known(column)
                    }
                    _ => Header::Again(column),
                },
            });
        }
        if !all.contains(&Header::Known(Column::Area)) {
            return Err(ReadError::NoArea {
                first: first.unwrap_or_default(),
            });
        }
        let in_order = all.len() == Column::COUNT
            && places
                .iter()
                .zip(0..)
                .all(|(place, column)| *place == Some(column));
        Ok(Self {
            all,
            places,
            in_order,
        })
    }

    /// How many columns there are.
    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) const fn in_order(&self) -> bool {
        self.in_order
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Header> {
        self.all.iter()
    }

    pub(super) fn get(&self, place: usize) -> Option<&Header> {
        self.all.get(place)
    }

    /// Where a column stands in the file.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column.index()).copied().flatten()
    }
}

/// The encoding that bytes are likely in, which are not UTF-8.
fn likely_encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => "UTF-16LE",
        [0xFE, 0xFF, ..] => "UTF-16BE",
        _ => "GBK",
    }
}
