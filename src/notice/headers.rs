//! What the columns of a file are.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::column::Column;
use super::columns::{Columns, UnusedColumn, UnusedReason, UsedColumn};
use super::error::ReadError;
use super::file_kind::{FileKind, other_encoding};
use super::head::{ColumnUnit, Head, Units, may_be_area, plain_head};
use super::rows::{Row, offset, separator};
use crate::quantity::AreaUnit;
use crate::text::quote;

/// What a column of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Header {
    /// The one that is read.
    Known(Column),
    /// A further one, which should say the same.
    Again(Column),
    /// A further one of areas, which should say the same in its unit.
    OtherArea(OtherArea),
    /// None that is read.
    Unknown(Box<str>),
}

/// A column of areas behind the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OtherArea {
    pub(super) place: usize,
    pub(super) unit: AreaUnit,
    pub(super) head: Box<str>,
    /// The first one has the same unit, and so the same head in other words.
    pub(super) is_alike: bool,
}

/// The columns of the file, in its order.
#[derive(Debug)]
pub(super) struct Headers {
    all: Vec<Header>,
    /// Where in the file each known column stands.
    places: [Option<usize>; Column::COUNT],
    units: Units,
    /// Whether the columns are all there, and stand in their order.
    in_order: bool,
}

impl Headers {
    /// Reads the first row of a file, if it has one; the file begins with these
    /// bytes.
    pub(super) fn read(
        header: Option<Row<'_>>,
        start: &[u8],
    ) -> Result<(Self, Columns), ReadError> {
        let header = header.ok_or(ReadError::Empty)?;
        if let Some(kind) = FileKind::of(start) {
            return Err(ReadError::NotText { kind });
        }
        match other_encoding(start, header.text) {
            Ok(None) => {}
            Ok(Some(likely)) => return Err(ReadError::NotUtf8 { likely }),
            Err(kind) => return Err(ReadError::NotText { kind }),
        }
        match separator(header.text) {
            // It would have been left out in front of a header.
            Some([b',']) => return Err(ReadError::Empty),
            Some(mark) => {
                let separator = named_separator(mark);
                return Err(ReadError::OtherSeparator { separator });
            }
            None => {}
        }
        let mut headers = Self {
            all: Vec::with_capacity(header.len()),
            places: [None; Column::COUNT],
            units: Units::PUBLISHED,
            in_order: false,
        };
        let mut columns = Columns::default();
        for (place, name) in header.cells().enumerate() {
            let name = core::str::from_utf8(name).unwrap_or_default();
            headers.add(place, plain_head(name).into(), &mut columns);
            let is_stray = header.stray.is_some_and(|stray| offset(stray) == place);
            if is_stray || name.matches('"').count() % 2 == 1 {
                columns.stray.push(headers.column(place));
            }
        }
        if headers.place(Column::Area).is_none() {
            if let Some(separator) = other_separator(header) {
                return Err(ReadError::OtherSeparator { separator });
            }
            let first = header.cell(0).map(String::from_utf8_lossy);
            return Err(no_area(&first.unwrap_or_default(), &columns));
        }
        headers.in_order = headers.all.len() == Column::COUNT
            && headers
                .places
                .iter()
                .zip(0..)
                .all(|(place, column)| *place == Some(column));
        Ok((headers, columns))
    }

    /// Takes a column in.
    fn add(&mut self, place: usize, head: Box<str>, columns: &mut Columns) {
        let meaning = Head::of(&head);
        let Some(column) = meaning.column() else {
            let reason = match meaning {
                Head::NoUnit(_) => UnusedReason::UnitNotStated,
                _ => UnusedReason::UnknownHead,
            };
            return self.leave(head, reason, columns);
        };
        let unit = meaning.unit();
        if let Some(free @ None) = self.places.get_mut(column.index()) {
            *free = Some(place);
            match unit {
                Some(ColumnUnit::Area(unit)) => self.units.area = unit,
                Some(ColumnUnit::Money(unit)) => self.units.price = unit,
                None => {}
            }
            self.all.push(Header::Known(column));
            columns.used.push(UsedColumn { head, column, unit });
            return;
        }
        let first = columns.used.iter().find(|used| used.column == column);
        if let Some(ColumnUnit::Area(unit)) = meaning.unit() {
            self.all.push(Header::OtherArea(OtherArea {
                place,
                unit,
                head: head.clone(),
                is_alike: self.units.area == unit,
            }));
            let reason = UnusedReason::ReadElsewhere;
            columns.unused.push(UnusedColumn { head, reason });
            return;
        }
        if first.is_some_and(|first| first.unit == unit) {
            self.all.push(Header::Again(column));
            let reason = UnusedReason::ReadElsewhere;
            columns.unused.push(UnusedColumn { head, reason });
        } else {
            // Cells in another unit say the same in other digits.
            self.leave(head, UnusedReason::ReadElsewhere, columns);
        }
    }

    /// Leaves a column out.
    fn leave(&mut self, head: Box<str>, reason: UnusedReason, columns: &mut Columns) {
        self.all.push(Header::Unknown(head.clone()));
        columns.unused.push(UnusedColumn { head, reason });
    }

    /// How many columns there are.
    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) const fn in_order(&self) -> bool {
        self.in_order
    }

    pub(super) const fn units(&self) -> Units {
        self.units
    }

    pub(super) fn get(&self, place: usize) -> Option<&Header> {
        self.all.get(place)
    }

    /// The column that stands at a place, if it is known.
    pub(super) fn column(&self, place: usize) -> Option<Column> {
        match self.get(place)? {
            Header::Known(column) | Header::Again(column) => Some(*column),
            Header::OtherArea(_) => Some(Column::Area),
            Header::Unknown(_) => None,
        }
    }

    /// The columns of areas behind the first one.
    pub(super) fn other_areas(&self) -> impl Iterator<Item = &OtherArea> {
        self.all.iter().filter_map(|header| match header {
            Header::OtherArea(other) => Some(other),
            _ => None,
        })
    }

    /// Whether rows are numbered at a place: no number there has thousands.
    pub(super) fn is_serial(&self, place: usize) -> bool {
        matches!(self.get(place), Some(Header::Unknown(head)) if matches!(&**head, "序号" | "编号" | "No" | "no"))
    }

    /// Where a column stands in the file.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column.index()).copied().flatten()
    }
}

/// What else may stand between the cells of a file.
const SEPARATORS: [(char, &str); 5] = [
    ('\t', "tabs"),
    (';', "semicolons"),
    ('|', "vertical bars"),
    ('，', "full-width commas"),
    ('；', "full-width semicolons"),
];

/// The name of what a line for spreadsheets says that separates cells.
fn named_separator(mark: &[u8]) -> &'static str {
    let mark = core::str::from_utf8(mark).unwrap_or_default();
    let mut known = SEPARATORS.iter();
    let found = known.find(|(separator, _)| mark.strip_prefix(*separator) == Some(""));
    found.map_or("another mark", |(_, name)| *name)
}

/// What separates heads, if it is not commas: it makes more heads of the line
/// than commas do, and something is known under one of them.
fn other_separator(header: Row<'_>) -> Option<&'static str> {
    let text = core::str::from_utf8(header.text).ok()?;
    let separates = |separator: char| {
        let is_known = |head: &str| Head::of(&plain_head(head)) != Head::Unknown;
        text.split(separator).count() > header.len() && text.split(separator).any(is_known)
    };
    let found = SEPARATORS.iter().find(|(mark, _)| separates(*mark));
    found.map(|(_, name)| *name)
}

/// The most heads that an error names.
const NAMED: usize = 4;

/// Why nothing can be counted: no area is there, or none with a unit.
fn no_area(first: &str, columns: &Columns) -> ReadError {
    let alike: Vec<&str> = columns
        .unused()
        .map(UnusedColumn::head)
        .filter(|head| may_be_area(head))
        .collect();
    if alike.is_empty() {
        return ReadError::NoArea {
            first: quote(first),
        };
    }
    let named: Vec<String> = alike
        .iter()
        .take(NAMED)
        .map(|head| format!("{:?}", quote(head)))
        .collect();
    let more = if alike.len() > NAMED { ", …" } else { "" };
    ReadError::AreaNotStated {
        heads: format!("{}{more}", named.join(", ")).into(),
    }
}
