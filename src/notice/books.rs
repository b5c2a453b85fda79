//! Where a row belongs: the account, and the rows seen before.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::account::Account;
use super::cell;
use super::clerk::{Lists, read};
use super::column::Column;
use super::finding::{Finding, FindingKind};
use super::fingerprint::{fingerprint, of_number};
use super::headers::{Header, Headers};
use super::options::Options;
use super::reader::{Outcome, Repeat};
use super::record::{Record, Rejection};
use super::rows::Row;
use super::seen::{First, Found, Prints, Seen};
use crate::quantity::Area;
use crate::stats::Tally;

/// What is written down while a file is read.
#[derive(Debug)]
pub(super) struct Books {
    pub(super) headers: Headers,
    pub(super) account: Account,
    options: Options,
    lists: Lists,
    seen: Seen,
    /// The fingerprints of the rows at hand, in their order.
    prints: Vec<Prints>,
    /// Memory for one row.
    text: String,
}

/// Numbers shorter than a division and a year tell no rows apart.
const SHORTEST_NUMBER: usize = 10;

/// The most bytes the cells of a row may have.
const LONGEST_ROW: usize = 16 << 20;

/// The most bytes of a cell that a rejection of bytes keeps.
const LONGEST_CELL_QUOTED: usize = 4096;

impl Books {
    pub(super) fn new(headers: Headers, options: Options) -> Self {
        Self {
            headers,
            account: Account::default(),
            options,
            lists: Lists::default(),
            seen: Seen::default(),
            prints: Vec::new(),
            text: String::new(),
        }
    }

    /// Takes the fingerprints of rows that will be entered one by one.
    pub(super) fn expect<'a>(&mut self, rows: impl Iterator<Item = Row<'a>>) {
        self.prints.clear();
        if self.options.find_repeats {
            let number = self.headers.place(Column::SupervisionNumber);
            self.prints.extend(rows.map(|row| prints(row, number)));
            self.seen.expect(self.prints.iter());
        }
    }

    /// Finds where a row belongs, and counts it there. It stands at a place
    /// among the rows that were expected.
    pub(super) fn enter(&mut self, row: Row<'_>, place: usize) -> Outcome {
        self.account.rows = self.account.rows.saturating_add(1);
        let number = self.account.rows;
        let Some(prints) = self.prints.get(place).copied() else {
            return match self.read(row, number) {
                Ok(record) => self.keep(record),
                Err(rejection) => self.reject(rejection),
            };
        };
        let seen = self.seen.meet(prints, number);
        if let Found::Row(first) = seen {
            return self.repeat(row, number, first);
        }
        let outcome = match self.read(row, number) {
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
        match seen {
            Found::Number(_) => self.seen.add(prints, First { row: number, area }),
            _ => self.seen.measure(area),
        }
        outcome
    }

    /// Counts a row that says what another one says.
    fn repeat(&mut self, row: Row<'_>, number: u64, first: First) -> Outcome {
        let repeats = &mut self.account.repeats;
        if repeats.merge(&Tally::one(first.area)).is_ok() {
            let first = first.row;
            return Outcome::Repeat(Repeat { row: number, first });
        }
        match self.read(row, number) {
            Ok(record) => self.refuse(record),
            Err(rejection) => self.reject(rejection),
        }
    }

    /// Reads the cells of a row.
    fn read(&mut self, row: Row<'_>, number: u64) -> Result<Box<Record>, Box<Rejection>> {
        let rejected = |kind| Finding { kind, column: None };
        let Ok(text) = simdutf8::basic::from_utf8(row.text) else {
            return Err(self.reject_bytes(row, number, rejected(FindingKind::NotUtf8)));
        };
        let commas = row.len().saturating_sub(1);
        if text.len().saturating_sub(commas) > LONGEST_ROW {
            return Err(self.reject_bytes(row, number, rejected(FindingKind::RowTooLong)));
        }
        let mut record = match <&[u32; Column::COUNT]>::try_from(row.ends) {
            Ok(ends) if self.headers.in_order() => Record::unread(number, text, ends, Vec::new()),
            _ => {
                let mut record = self.rearranged(number, |place| text.get(row.range(place)?));
                self.compare_columns(row, text, &mut record);
                record
            }
        };
        let is_blank = |place| {
            let cell = row.range(place).and_then(|range| text.get(range));
            cell::trimmed(cell.unwrap_or_default()).is_empty()
        };
        if (0..row.len()).all(is_blank) {
            return Err(record.into_rejection(rejected(FindingKind::EmptyRow)));
        }
        if row.len() < self.headers.len() {
            record.findings.push(rejected(FindingKind::TooFewCells));
        }
        read(record, &self.options, &mut self.lists)
    }

    /// A row with the known columns in their order.
    fn rearranged<C: AsRef<str>>(
        &mut self,
        number: u64,
        cell: impl Fn(usize) -> Option<C>,
    ) -> Box<Record> {
        let mut ends = [0; Column::COUNT];
        self.text.clear();
        for (end, column) in ends.iter_mut().zip(Column::ALL) {
            if column.index() > 0 {
                self.text.push(',');
            }
            if let Some(cell) = self.headers.place(*column).and_then(&cell) {
                self.text.push_str(cell.as_ref());
            }
            *end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        }
        Record::unread(number, &self.text, &ends, Vec::new())
    }

    /// Looks at the cells of unknown and repeated columns.
    fn compare_columns(&self, row: Row<'_>, text: &str, record: &mut Record) {
        for place in 0..row.len() {
            let cell = row.range(place).and_then(|range| text.get(range));
            let cell = cell.unwrap_or_default();
            match self.headers.get(place) {
                Some(Header::Known(_)) => {}
                Some(Header::Again(column)) => {
                    let first = self.headers.place(*column);
                    if first.and_then(|first| row.cell(first)) != Some(cell.as_bytes()) {
                        record.findings.push(Finding {
                            kind: FindingKind::ColumnsDisagree,
                            column: Some(*column),
                        });
                    }
                }
                Some(Header::Unknown(header)) => {
                    if self.options.keep_unknown {
                        record.printed.keep(header.clone(), cell);
                    }
                }
                None => {
                    if !cell::trimmed(cell).is_empty() {
                        record.findings.push(Finding {
                            kind: FindingKind::TooManyCells,
                            column: None,
                        });
                        if self.options.keep_unknown {
                            record.printed.keep(Box::default(), cell);
                        }
                    }
                }
            }
        }
    }

    /// A rejection of bytes that are no text, or too many.
    fn reject_bytes(&mut self, row: Row<'_>, number: u64, reason: Finding) -> Box<Rejection> {
        let record = self.rearranged(number, |place| {
            let cell = row.cell(place)?;
            let cell = cell.get(..cell.len().min(LONGEST_CELL_QUOTED))?;
            Some(String::from_utf8_lossy(cell))
        });
        record.into_rejection(reason)
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
        self.reject(record.into_rejection(reason))
    }

    fn reject(&mut self, rejection: Box<Rejection>) -> Outcome {
        self.account.rejected = self.account.rejected.saturating_add(1);
        self.account.note(rejection.reason().kind);
        Outcome::Rejected(rejection)
    }
}

/// The fingerprints of a row: rows are told apart by the number, which stands
/// at a place, or by everything they say.
fn prints(row: Row<'_>, number: Option<usize>) -> Prints {
    let print = fingerprint(row);
    let number = number.and_then(|place| row.cell(place)).unwrap_or_default();
    let number = number.trim_ascii();
    Prints {
        key: if number.len() < SHORTEST_NUMBER {
            print
        } else {
            of_number(number)
        },
        row: print,
    }
}
