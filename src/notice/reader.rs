//! Reading a file of published results, row by row.

use std::io::Read;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use csv::ByteRecord;

use super::account::Account;
use super::cell;
use super::clerk::{Lists, read};
use super::column::{Column, plain_header};
use super::finding::{Finding, FindingKind};
use super::fingerprint::{fingerprint, of_number};
use super::options::Options;
use super::record::{PrintedRow, Record, Rejection};
use super::seen::{First, Found, Seen};
use crate::quantity::Area;
use crate::stats::Tally;
use crate::text::quote;

/// Where a row ended up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is a record.
    Record(Box<Record>),
    /// It cannot be counted.
    Rejected(Box<Rejection>),
    /// It says exactly what another row says.
    Repeat(Repeat),
}

/// A row that says exactly what another row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Repeat {
    /// Which row it is; the one after the header is 1.
    pub row: u64,
    /// The first row that said it.
    pub first: u64,
}

/// Why a file cannot be read, or not further.
///
/// ```
/// use standard_land::notice::{ReadError, Reader};
///
/// let error = Reader::new("a,b\n1,2\n".as_bytes()).unwrap_err();
/// assert!(matches!(error, ReadError::NoArea { .. }));
///
/// // 面积 in GBK.
/// let error = Reader::new(b"\xc3\xe6\xbb\xfd\n1\n".as_slice()).unwrap_err();
/// assert!(error.to_string().contains("GBK"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The source, or the sink, failed.
    #[error("the file cannot be read or written: {message}")]
    Io {
        /// What kind of failure it was.
        kind: std::io::ErrorKind,
        /// What the system says of it.
        message: String,
    },
    /// The header is not UTF-8.
    #[error("the header is not UTF-8; it is likely {likely}")]
    NotUtf8 {
        /// The encoding that it is likely in.
        likely: &'static str,
    },
    /// No column holds areas, so nothing can be counted.
    #[error("no column is headed 面积(公顷); the first is headed {first:?}")]
    NoArea {
        /// The first header, cut at 32 characters.
        first: String,
    },
}

/// What a column of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Header {
    /// The first of its name.
    Known(Column),
    /// A further one of a name.
    Again(Column),
    /// None that is known.
    Unknown(Box<str>),
}

/// Reads published results of land supply, one outcome for each row.
///
/// Columns are found by their headers, in any order. Every row ends as a
/// record, a rejection or a repeat, and [`account`](Reader::account) says how
/// many of each. Rows without any field (blank lines) are no rows. *Cost*: one
/// pass; the memory of one row, and some 100 bytes for each row that is not a
/// repeat (see [`Options::find_repeats`]).
///
/// ```
/// use standard_land::notice::{Outcome, Reader};
///
/// let file = "行政区：,面积（公顷）：,电子监管号：\n文水县,1.4191,1411212012B00017\n";
/// let outcomes: Result<Vec<_>, _> = Reader::new(file.as_bytes())?.collect();
/// assert!(matches!(outcomes?[..], [Outcome::Record(_)]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Reader<R> {
    rows: csv::Reader<R>,
    headers: Vec<Header>,
    /// Where in the file each known column stands.
    places: [Option<usize>; Column::COUNT],
    options: Options,
    account: Account,
    /// Whether the columns are all there, and stand in their order.
    in_order: bool,
    lists: Lists,
    seen: Seen,
    row: ByteRecord,
    /// Where the cells of the row end.
    ends: Vec<u32>,
    text: String,
    failed: bool,
}

/// Numbers shorter than a division and a year tell no rows apart.
const SHORTEST_NUMBER: usize = 10;

/// The most bytes a row may have.
const LONGEST_ROW: usize = 16 << 20;

impl<R: Read> Reader<R> {
    /// Reads the header; the rows follow by iteration.
    ///
    /// # Errors
    ///
    /// [`ReadError`], when the header cannot be read or has no area.
    pub fn new(source: R) -> Result<Self, ReadError> {
        Self::with_options(source, Options::default())
    }

    /// The same, with options of one's own.
    ///
    /// # Errors
    ///
    /// [`ReadError`], when the header cannot be read or has no area.
    pub fn with_options(source: R, options: Options) -> Result<Self, ReadError> {
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(true)
            .flexible(true)
            .from_reader(source);
        let header = rows.byte_headers().map_err(failed)?;
        let mut headers = Vec::with_capacity(header.len());
        let mut places = [None; Column::COUNT];
        let mut first = None;
        for (place, name) in header.iter().enumerate() {
            let name = core::str::from_utf8(name).map_err(|_| ReadError::NotUtf8 {
                likely: likely_encoding(name),
            })?;
            first.get_or_insert_with(|| quote(name));
            headers.push(match Column::of_header(name) {
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
        if !headers.contains(&Header::Known(Column::Area)) {
            return Err(ReadError::NoArea {
                first: first.unwrap_or_default(),
            });
        }
        let in_order = headers.len() == Column::COUNT
            && places
                .iter()
                .zip(0..)
                .all(|(place, column)| *place == Some(column));
        Ok(Self {
            rows,
            headers,
            places,
            options,
            account: Account::default(),
            in_order,
            lists: Lists::default(),
            seen: Seen::default(),
            row: ByteRecord::new(),
            ends: Vec::new(),
            text: String::new(),
            failed: false,
        })
    }

    /// The account of the rows read so far.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// Headers that no column is known for, as printed but for punctuation.
    pub fn unknown_headers(&self) -> impl Iterator<Item = &str> {
        self.headers.iter().filter_map(|header| match header {
            Header::Unknown(name) => Some(name.as_ref()),
            _ => None,
        })
    }

    /// The columns that the file has, each once.
    pub fn columns(&self) -> impl Iterator<Item = Column> {
        self.headers.iter().filter_map(|header| match header {
            Header::Known(column) => Some(*column),
            _ => None,
        })
    }

    /// Finds where a row that was just read belongs, and counts it there.
    fn outcome(&mut self) -> Outcome {
        self.account.rows = self.account.rows.saturating_add(1);
        let number = self.account.rows;
        self.ends.clear();
        for place in 0..self.row.len() {
            let end = self.row.range(place).unwrap_or_default().end;
            self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
        if !self.options.find_repeats {
            return match self.read(number) {
                Ok(record) => self.keep(record),
                Err(rejection) => self.reject(rejection),
            };
        }
        let print = fingerprint(self.row.as_slice(), &self.ends);
        let key = self.key(print);
        let seen = self.seen.find(key, print);
        if let Found::Row(first) = seen {
            return self.repeat(number, first);
        }
        let outcome = match self.read(number) {
            Ok(mut record) => {
                if let Found::Number(first) = seen {
                    record.reuse_number_of(first.row);
                }
                self.keep(record)
            }
            Err(rejection) => self.reject(rejection),
        };
        let area = match &outcome {
            Outcome::Record(record) => record.area(),
            _ => Area::ZERO,
        };
        let row = number;
        self.seen.insert(key, print, First { row, area });
        outcome
    }

    /// Counts a row that says what another one says.
    fn repeat(&mut self, number: u64, first: First) -> Outcome {
        let repeats = &mut self.account.repeats;
        if repeats.merge(&Tally::one(first.area)).is_ok() {
            let first = first.row;
            return Outcome::Repeat(Repeat { row: number, first });
        }
        match self.read(number) {
            Ok(record) => self.refuse(record),
            Err(rejection) => self.reject(rejection),
        }
    }

    /// What rows are told apart by: the number, or everything they say.
    fn key(&self, print: u128) -> u128 {
        let place = self.places.get(Column::SupervisionNumber.index());
        let number = place
            .copied()
            .flatten()
            .and_then(|place| self.row.get(place))
            .unwrap_or_default()
            .trim_ascii();
        if number.len() < SHORTEST_NUMBER {
            print
        } else {
            of_number(number)
        }
    }

    /// Reads the cells of the row.
    fn read(&mut self, number: u64) -> Result<Box<Record>, Box<Rejection>> {
        let rejected = |kind| Finding { kind, column: None };
        let Some(text) = text_of(&self.row, &self.ends) else {
            return Err(self.reject_bytes(number, rejected(FindingKind::NotUtf8)));
        };
        if text.len() > LONGEST_ROW {
            return Err(self.reject_bytes(number, rejected(FindingKind::RowTooLong)));
        }
        let mut findings = Vec::new();
        let printed = match <[u32; Column::COUNT]>::try_from(self.ends.as_slice()) {
            Ok(ends) if self.in_order => PrintedRow::new(number, text, ends, Vec::new()),
            _ => {
                let mut ends = [0; Column::COUNT];
                self.text.clear();
                for (end, place) in ends.iter_mut().zip(&self.places) {
                    let range = place.and_then(|place| self.row.range(place));
                    let cell = range.and_then(|range| text.get(range));
                    self.text.push_str(cell.unwrap_or_default());
                    *end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
                }
                let unknown = self.unknown_cells(text, &mut findings);
                PrintedRow::new(number, &self.text, ends, unknown)
            }
        };
        if cell::trimmed(text).is_empty() {
            return Err(Box::new(Rejection {
                printed,
                reason: rejected(FindingKind::EmptyRow),
            }));
        }
        if self.row.len() < self.headers.len() {
            findings.push(rejected(FindingKind::TooFewCells));
        }
        read(printed, findings, &self.options, &self.lists)
    }

    /// The cells of unknown and repeated columns.
    fn unknown_cells(&self, text: &str, findings: &mut Vec<Finding>) -> Vec<(Box<str>, Box<str>)> {
        let mut unknown = Vec::new();
        for (place, cell) in self.row.iter().enumerate() {
            let range = self.row.range(place).unwrap_or_default();
            let text = || text.get(range.clone()).unwrap_or_default();
            match self.headers.get(place) {
                Some(Header::Known(_)) => {}
                Some(Header::Again(column)) => {
                    let first = self.places.get(column.index()).copied().flatten();
                    if first.and_then(|first| self.row.get(first)) != Some(cell) {
                        findings.push(Finding {
                            kind: FindingKind::ColumnsDisagree,
                            column: Some(*column),
                        });
                    }
                }
                Some(Header::Unknown(header)) => {
                    if self.options.keep_unknown {
                        unknown.push((header.clone(), text().into()));
                    }
                }
                None => {
                    if !cell::trimmed(text()).is_empty() {
                        findings.push(Finding {
                            kind: FindingKind::TooManyCells,
                            column: None,
                        });
                        if self.options.keep_unknown {
                            unknown.push((Box::default(), text().into()));
                        }
                    }
                }
            }
        }
        unknown
    }

    /// A rejection of bytes that are no text, or too many.
    fn reject_bytes(&mut self, number: u64, reason: Finding) -> Box<Rejection> {
        let mut ends = [0; Column::COUNT];
        self.text.clear();
        for (end, place) in ends.iter_mut().zip(&self.places) {
            let cell = place.and_then(|place| self.row.get(place));
            let cell = cell.and_then(|cell| cell.get(..cell.len().min(LONGEST_CELL_QUOTED)));
            let cell = String::from_utf8_lossy(cell.unwrap_or_default());
            self.text.push_str(&cell);
            *end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        }
        Box::new(Rejection {
            printed: PrintedRow::new(number, &self.text, ends, Vec::new()),
            reason,
        })
    }

    fn keep(&mut self, record: Box<Record>) -> Outcome {
        if self.account.records.push(record.area()).is_err() {
            return self.refuse(record);
        }
        for finding in record.findings() {
            self.account.note(finding.kind);
        }
        if record.industry().is_some() {
            self.account.matched = self.account.matched.saturating_add(1);
        }
        Outcome::Record(record)
    }

    /// A record that no total can hold.
    fn refuse(&mut self, record: Box<Record>) -> Outcome {
        let reason = Finding {
            kind: FindingKind::AreaOutOfScale,
            column: Some(Column::Area),
        };
        self.reject(Box::new(record.into_rejection(reason)))
    }

    fn reject(&mut self, rejection: Box<Rejection>) -> Outcome {
        self.account.rejected = self.account.rejected.saturating_add(1);
        self.account.note(rejection.reason().kind);
        Outcome::Rejected(rejection)
    }
}

/// The row as one text, if it is one and no cell ends within a character.
fn text_of<'a>(row: &'a ByteRecord, ends: &[u32]) -> Option<&'a str> {
    let text = simdutf8::basic::from_utf8(row.as_slice()).ok()?;
    let whole = |end: &u32| usize::try_from(*end).is_ok_and(|end| text.is_char_boundary(end));
    ends.iter().all(whole).then_some(text)
}

/// The most bytes of a cell that a rejection of bytes keeps.
const LONGEST_CELL_QUOTED: usize = 4096;

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Outcome, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        match self.rows.read_byte_record(&mut self.row) {
            Ok(true) => Some(Ok(self.outcome())),
            Ok(false) => None,
            Err(error) => {
                self.failed = true;
                Some(Err(failed(error)))
            }
        }
    }
}

/// Rows of bytes, of any length, can only fail as their source does.
pub(super) fn failed(error: impl Into<std::io::Error>) -> ReadError {
    let error = error.into();
    ReadError::Io {
        kind: error.kind(),
        message: alloc::format!("{error}"),
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
