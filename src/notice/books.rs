//! Where a row belongs: the account, and the rows seen before.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::above::Above;
use super::account::Account;
use super::cell;
use super::cells::Cells;
use super::clerk::{Lists, read};
use super::column::Column;
use super::columns::Columns;
use super::figure::Figure;
use super::finding::{Finding, FindingKind};
use super::fingerprint::Seed;
use super::headers::{Header, Headers};
use super::labelled::{self, Labelled};
use super::options::Options;
use super::outcome::{Outcome, Repeat};
use super::record::{Earlier, Record};
use super::rejection::Rejection;
use super::rows::{Row, offset};
use super::seen::{First, Found, Prints, Seen};
use super::total::{Total, TotalCheck, TotalKind};
use super::total_label;
use crate::quantity::{Area, AreaUnit};
use crate::stats::Tally;

/// What is written down while a file is read.
#[derive(Debug)]
pub(super) struct Books {
    pub(super) headers: Headers,
    pub(super) account: Account,
    options: Options,
    lists: Lists,
    seen: Seen,
    above: Above,
    seed: Seed,
    /// The fingerprints of the rows at hand, in their order.
    prints: Vec<Prints>,
    /// Which of them have a number that is plainly one.
    numbered: Vec<bool>,
    /// Memory for one row.
    text: String,
}

/// The most bytes the cells of a row may have.
const LONGEST_ROW: usize = 16 << 20;

/// The most bytes of a cell that a rejection of bytes keeps.
const LONGEST_CELL_QUOTED: usize = 4096;

impl Books {
    pub(super) fn new(headers: Headers, columns: Columns, options: Options, seed: Seed) -> Self {
        Self {
            headers,
            account: Account::of(columns),
            options,
            lists: Lists::default(),
            seen: Seen::default(),
            above: Above::default(),
            seed,
            prints: Vec::new(),
            numbered: Vec::new(),
            text: String::new(),
        }
    }

    /// Takes the fingerprints of rows that will be entered one by one.
    pub(super) fn expect<'a>(&mut self, rows: impl Iterator<Item = Row<'a>>) {
        self.prints.clear();
        self.numbered.clear();
        let place = self.headers.place(Column::SupervisionNumber);
        for row in rows {
            let number = usual_number(row, place);
            self.numbered.push(number.is_some());
            if self.options.find_repeats {
                let number = number.or_else(|| own_number(row, place));
                self.prints.push(prints(&self.seed, row, number));
            }
        }
        self.seen.expect(self.prints.iter());
    }

    /// Finds where a row belongs, and counts it there. It stands at a place
    /// among the rows that were expected.
    pub(super) fn enter(&mut self, row: Row<'_>, place: usize) -> Outcome {
        self.account.rows = self.account.rows.saturating_add(1);
        let number = self.account.rows;
        if is_blank(row) {
            self.account.blank = self.account.blank.saturating_add(1);
            return Outcome::Blank { row: number };
        }
        let is_numbered = self.numbered.get(place).copied().unwrap_or_default();
        let own_number = if is_numbered {
            None
        } else {
            own_number(row, self.headers.place(Column::SupervisionNumber))
        };
        let has_number = is_numbered || own_number.is_some();
        let labelled = labelled::of_row(row, &self.headers, is_numbered).map(|labelled| {
            // 3宗 in the column of numbers counts parcels.
            let is_named = is_numbered
                || own_number.is_some_and(|number| {
                    core::str::from_utf8(number).is_ok_and(|number| !total_label::is_count(number))
                });
            if is_named { Labelled::Parcel } else { labelled }
        });
        let mut about = About {
            earlier: Earlier::None,
            is_labelled: labelled == Some(Labelled::Parcel),
        };
        if let Some(Labelled::Total(kind)) = labelled {
            return match self.unread(row, number, about) {
                Ok(record) => self.total(*record, kind),
                Err(rejection) => self.reject(rejection),
            };
        }
        let Some(prints) = self.prints.get(place).copied() else {
            return self.record(row, number, about);
        };
        let seen = self.seen.meet(prints, number);
        match seen {
            Found::Row(first) if has_number || self.options.collapse_alike => {
                return self.repeat(row, number, first);
            }
            Found::Row(first) => about.earlier = Earlier::Alike(first.row),
            Found::Number(first) => about.earlier = Earlier::SameNumber(first.row),
            Found::Nothing => {}
        }
        let outcome = self.record(row, number, about);
        let area = match &outcome {
            Outcome::Record(record) => record.area(),
            _ => Area::ZERO,
        };
        match seen {
            Found::Row(_) => {}
            Found::Number(_) => self.seen.add(prints, First { row: number, area }),
            Found::Nothing => self.seen.measure(area),
        }
        outcome
    }

    /// Reads a row, and counts it.
    fn record(&mut self, row: Row<'_>, number: u64, about: About) -> Outcome {
        match self.read(row, number, about) {
            Ok(record) => self.keep(record),
            Err(rejection) => self.reject(rejection),
        }
    }

    /// Counts a row that says what another one says.
    fn repeat(&mut self, row: Row<'_>, number: u64, first: First) -> Outcome {
        let about = About {
            earlier: Earlier::None,
            is_labelled: false,
        };
        let read = self.read(row, number, about);
        let repeats = &mut self.account.repeats;
        if repeats.merge(&Tally::one(first.area)).is_err() {
            return match read {
                Ok(record) => self.refuse(record),
                Err(rejection) => self.reject(rejection),
            };
        }
        if first.area.is_zero() {
            // The first was rejected, whatever its area may be.
            self.above.pass_unread();
        }
        let findings = match read {
            Ok(record) => record.findings,
            Err(rejection) => rejection.into_findings(),
        };
        Outcome::Repeat(Box::new(Repeat {
            row: number,
            first: first.row,
            findings,
        }))
    }

    /// Checks a row that sums up others.
    fn total(&mut self, row: Record, kind: TotalKind) -> Outcome {
        let is_split = row
            .findings
            .iter()
            .any(|found| found.kind == FindingKind::NumberSplit);
        let figure = Figure::of(row.printed.cell(Column::Area), row.printed.units.area);
        let figure = figure.filter(|_| !is_split);
        let check = self.above.judge(kind, figure, &self.account);
        let mut findings = row.findings;
        let mut note = |kind| {
            findings.push(Finding {
                kind,
                column: Some(Column::Area),
            });
        };
        if figure.is_some_and(|figure| figure.is_computed) {
            note(FindingKind::NumberComputed);
        }
        note(match check {
            TotalCheck::Agrees { .. } => FindingKind::TotalAgrees,
            TotalCheck::Differs { .. } => FindingKind::TotalDiffers,
            TotalCheck::NotJudged(_) => FindingKind::TotalNotJudged,
        });
        self.account.totals = self.account.totals.saturating_add(1);
        self.account.note_all(findings.iter().copied());
        Outcome::Total(Box::new(Total {
            printed: row.printed,
            findings,
            kind,
            area: figure.and_then(Figure::area),
            check,
        }))
    }

    /// Reads the cells of a row.
    fn read(
        &mut self,
        row: Row<'_>,
        number: u64,
        about: About,
    ) -> Result<Box<Record>, Box<Rejection>> {
        let mut record = self.unread(row, number, about)?;
        if row.len() < self.headers.len() {
            record.findings.push(Finding {
                kind: FindingKind::TooFewCells,
                column: None,
            });
        }
        let split = if row.len() > self.headers.len() {
            let is_split = |finding: &&Finding| finding.kind == FindingKind::NumberSplit;
            record.findings.iter().find(is_split).copied()
        } else {
            None
        };
        let read = read(record, &self.headers, &self.options, &mut self.lists);
        match split {
            // What stands behind the number stands elsewhere than it seems.
            Some(split) => Err(Box::new(match read {
                Ok(record) => Rejection::new(*record, split),
                Err(rejection) => rejection.because(split),
            })),
            None => read,
        }
    }

    /// A row as printed, if it is a text.
    fn unread(
        &mut self,
        row: Row<'_>,
        number: u64,
        about: About,
    ) -> Result<Box<Record>, Box<Rejection>> {
        let Ok(text) = simdutf8::basic::from_utf8(row.text) else {
            return Err(self.reject_bytes(row, number, about, FindingKind::NotUtf8));
        };
        let commas = row.len().saturating_sub(1);
        if text.len().saturating_sub(commas) > LONGEST_ROW {
            return Err(self.reject_bytes(row, number, about, FindingKind::RowTooLong));
        }
        let mut record = match <&[u32; Column::COUNT]>::try_from(row.ends) {
            Ok(ends) if self.headers.in_order() => {
                Record::unread(number, text, ends, self.headers.units())
            }
            _ => self.arranged(Cells::of(row, text, &self.headers), number),
        };
        about.note(&mut record);
        if let Some(stray) = self.stray(row) {
            record.findings.push(stray);
        } else if row.has_commas
            && row.len() < self.headers.len()
            && let Some(place) = Cells::of(row, text, &self.headers).swallowing()
        {
            record.findings.push(Finding {
                kind: FindingKind::StrayQuote,
                column: self.headers.column(place),
            });
        }
        Ok(record)
    }

    /// The stray quote of a row, if it has one.
    fn stray(&self, row: Row<'_>) -> Option<Finding> {
        let column = self.headers.column(offset(row.stray?));
        let kind = FindingKind::StrayQuote;
        Some(Finding { kind, column })
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
        Record::unread(number, &self.text, &ends, self.headers.units())
    }

    /// The same, of a file whose columns are others or stand elsewhere.
    fn arranged(&mut self, cells: Cells<'_>, number: u64) -> Box<Record> {
        let first = self.headers.place(Column::Area);
        let leading = other_area(cells, &self.headers);
        let area = leading.as_ref().map_or(first, |(place, _)| Some(*place));
        let mut record = self.rearranged(number, |place| {
            cells.get(if Some(place) == first { area? } else { place })
        });
        if let Some((_, unit)) = leading {
            record.printed.units.area = unit;
            record.findings.push(Finding {
                kind: FindingKind::AreaElsewhere,
                column: Some(Column::Area),
            });
        }
        if let Some(place) = cells.split() {
            record.findings.push(Finding {
                kind: FindingKind::NumberSplit,
                column: self.headers.column(place),
            });
        }
        self.compare_columns(cells, &mut record);
        if let Some(area) = area {
            self.compare_areas(cells, area, &mut record);
        }
        record
    }

    /// Looks at the cells of unknown and repeated columns.
    fn compare_columns(&self, cells: Cells<'_>, record: &mut Record) {
        let keeps = self.options.keep_unknown;
        for (place, header, cell) in cells.under(&self.headers) {
            match header {
                Some(Header::Known(_)) => {}
                Some(Header::Again(column)) => {
                    let first = self.headers.place(*column);
                    if first.and_then(|first| cells.get(first)) != Some(cell) {
                        record.findings.push(Finding {
                            kind: FindingKind::ColumnsDisagree,
                            column: Some(*column),
                        });
                    }
                }
                Some(Header::OtherArea(other)) => {
                    if keeps && !other.is_alike {
                        record.printed.keep(other.head.clone(), cell);
                    }
                }
                Some(Header::Unknown(header)) => {
                    if keeps || cells.split() == Some(place) {
                        record.printed.keep(header.clone(), cell);
                    }
                }
                None => {
                    if !cell::trimmed(cell).is_empty() {
                        let kind = FindingKind::TooManyCells;
                        let finding = Finding { kind, column: None };
                        if !record.findings.contains(&finding) {
                            record.findings.push(finding);
                        }
                        if keeps {
                            record.printed.keep(Box::default(), cell);
                        }
                    }
                }
            }
        }
    }

    /// Compares the area that is read, at a place, with those of other columns,
    /// and keeps those that say something else.
    fn compare_areas(&self, cells: Cells<'_>, area: usize, record: &mut Record) {
        let units = self.headers.units();
        let first = self
            .headers
            .place(Column::Area)
            .filter(|first| *first != area);
        let first = first.map(|place| (place, units.area, None));
        let others = self
            .headers
            .other_areas()
            .filter(|other| other.place != area);
        let others = others.map(|other| (other.place, other.unit, Some(other)));
        let Some(read) = Figure::of(record.printed.cell(Column::Area), record.printed.units.area)
        else {
            return;
        };
        for (place, unit, other) in first.into_iter().chain(others) {
            let cell = cells.get(place).unwrap_or_default();
            let figure = Figure::of(cell, unit);
            if figure.and_then(|figure| figure.agrees_with(read)) != Some(false) {
                continue;
            }
            let is_alike = other.is_some_and(|other| other.is_alike);
            let finding = Finding {
                kind: if is_alike {
                    FindingKind::ColumnsDisagree
                } else {
                    FindingKind::AreasDisagree
                },
                column: Some(Column::Area),
            };
            if !record.findings.contains(&finding) {
                record.findings.push(finding);
            }
            let is_kept = is_alike || (other.is_some() && self.options.keep_unknown);
            if !is_kept {
                let head = other.map(|other| other.head.clone());
                let head = head.or_else(|| self.account.columns().head(Column::Area));
                record.printed.keep(head.unwrap_or_default(), cell);
            }
        }
    }

    /// A rejection of bytes that are not text, or too many.
    fn reject_bytes(
        &mut self,
        row: Row<'_>,
        number: u64,
        about: About,
        kind: FindingKind,
    ) -> Box<Rejection> {
        let mut record = self.rearranged(number, |place| {
            let cell = row.cell(place)?;
            let cell = cell.get(..cell.len().min(LONGEST_CELL_QUOTED))?;
            Some(String::from_utf8_lossy(cell))
        });
        about.note(&mut record);
        if let Some(stray) = self.stray(row) {
            record.findings.push(stray);
        }
        let reason = Finding { kind, column: None };
        Box::new(Rejection::new(*record, reason))
    }

    fn keep(&mut self, record: Box<Record>) -> Outcome {
        if self.account.records.push(record.area()).is_err() {
            return self.refuse(record);
        }
        self.account.note_all(record.findings().iter().copied());
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
        self.reject(Box::new(Rejection::new(*record, reason)))
    }

    fn reject(&mut self, rejection: Box<Rejection>) -> Outcome {
        let account = &mut self.account;
        account.rejected = account.rejected.saturating_add(1);
        account.note_all(rejection.findings().iter().copied());
        if rejection.is_parcel_without_area() {
            account.without_area = account.without_area.saturating_add(1);
        }
        let reason = rejection.reason().kind;
        if !matches!(reason, FindingKind::NoArea | FindingKind::ZeroArea) {
            self.above.pass_unread();
        }
        Outcome::Rejected(rejection)
    }
}

/// What is known of a row before its cells are read.
#[derive(Debug, Clone, Copy)]
struct About {
    earlier: Earlier,
    /// It is called a total, but is a parcel.
    is_labelled: bool,
}

impl About {
    fn note(self, record: &mut Record) {
        record.compare_with(self.earlier);
        if self.is_labelled {
            record.findings.push(Finding {
                kind: FindingKind::LabelledTotal,
                column: None,
            });
        }
    }
}

/// Another column of areas that answers for the first one, and its unit: that one
/// says nothing, or zero, which is printed where nothing was filled in.
fn other_area(cells: Cells<'_>, headers: &Headers) -> Option<(usize, AreaUnit)> {
    headers.other_areas().next()?;
    let cell = |place| cells.get(place).map(cell::trimmed).unwrap_or_default();
    let is_empty = |cell: &str| cell::has_no_area(cell) || cell::is_zero(cell);
    if !is_empty(cell(headers.place(Column::Area)?)) {
        return None;
    }
    let mut others = headers.other_areas();
    let other = others.find(|other| !is_empty(cell(other.place)))?;
    Some((other.place, other.unit))
}

/// Whether there is nothing but white space in any cell.
fn is_blank(row: Row<'_>) -> bool {
    // Rows that begin with a name or a number are not: one look will do.
    if matches!(row.text.first(), Some(b'-'..=b'~' | 0xE4..=0xE9)) {
        return false;
    }
    let is_blank =
        |cell| core::str::from_utf8(cell).is_ok_and(|cell| cell::trimmed(cell).is_empty());
    row.cells().all(is_blank)
}

/// The number of a row, which may stand at a place, where it is written as
/// supervision numbers are and has more digits than a count.
#[inline]
fn usual_number(row: Row<'_>, place: Option<usize>) -> Option<&[u8]> {
    let number = row.cell(place?)?.trim_ascii();
    let is_usual = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b'-');
    let start = number.first_chunk::<{ total_label::MOST_DIGITS + 1 }>()?;
    let is_long = start.iter().all(u8::is_ascii_digit) && start.first() != Some(&b'0');
    let is_number = is_long && number.iter().fold(true, |all, byte| all & is_usual(*byte));
    (is_number && !cell::has_lost_digits(number)).then_some(number)
}

/// The number that tells a row from others, if it has one; it may stand at a
/// place.
fn own_number(row: Row<'_>, place: Option<usize>) -> Option<&[u8]> {
    let number = row.cell(place?)?.trim_ascii();
    let text = core::str::from_utf8(number).ok()?;
    // It may be a label, such as 2023年合计.
    (cell::is_number(text) && !total_label::is_label(text)).then_some(number)
}

/// The fingerprints of a row: rows are told apart by their number, however it
/// is set, or by everything they say.
fn prints(seed: &Seed, row: Row<'_>, number: Option<&[u8]>) -> Prints {
    let print = seed.of_row(row);
    Prints {
        key: number.map_or(print, |number| seed.of_number(&cell::folded(number))),
        row: print,
    }
}
