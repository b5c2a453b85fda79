//! Takes a file of separated values apart, by the rules of the `csv` crate.
//!
//! A source is read in blocks. What comes of one is a batch of rows, each a
//! text in which commas stand between the cells: where no cell is quoted, that
//! is the line itself, and nothing is copied. Quotes are taken out in place.
//!
//! The rules: a cell that begins with `"` is quoted up to the next one, and `""`
//! inside is one quote. Any other quote is a character, and so is one that
//! opens no cell, which [`quoted`](super::quoted) tells: there, and only there,
//! `csv` reads on. Blanks behind the quote that closes a cell stay in the cell. CR, LF and CRLF end a row, empty lines are none, and so does
//! the end of the file. A byte-order mark is not a cell.

use std::io::{self, Read};

use alloc::vec;
use alloc::vec::Vec;

use super::marks::{self, Places};
use super::quoted::{Around, Limits, Look, Widths};

/// How much is asked of the source at a time.
const BUFFER: usize = 32 << 10;

/// The most that is asked for: places in it are held in 32 bits.
const MOST: usize = 1 << 30;

/// The longest quoted cell of all: where its marks are is held in 32 bits too.
const MOST_QUOTED: u32 = 1 << 30;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// How many of the first bytes are kept: enough to tell what the file is.
const START: usize = 64;

/// What a line names as the separator: `sep=;`, for spreadsheets.
pub(super) fn separator(line: &[u8]) -> Option<&[u8]> {
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    let (head, separator) = line.split_at_checked(4)?;
    (head.eq_ignore_ascii_case(b"sep=") && separator.len() <= 4).then_some(separator)
}

/// A row: its cells with a comma between them, and where each of them ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) text: &'a [u8],
    pub(super) ends: &'a [u32],
    /// Some cell has a comma in it: the ends are needed to tell the cells.
    pub(super) has_commas: bool,
    /// The first cell that begins with a quote that opens none, or that has one in
    /// it which may belong to one in another cell.
    pub(super) stray: Option<u32>,
}

impl<'a> Row<'a> {
    /// How many cells it has; at least one.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where a cell stands in the text.
    pub(super) fn range(&self, place: usize) -> Option<core::ops::Range<usize>> {
        let end = offset(*self.ends.get(place)?);
        let start = match place.checked_sub(1) {
            // Behind the comma.
            Some(before) => offset(*self.ends.get(before)?).saturating_add(1),
            None => 0,
        };
        Some(start..end)
    }

    pub(super) fn cell(&self, place: usize) -> Option<&'a [u8]> {
        self.text.get(self.range(place)?)
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.len()).filter_map(|place| self.cell(place))
    }
}

/// A place in a row.
pub(super) fn offset(end: u32) -> usize {
    usize::try_from(end).unwrap_or(usize::MAX)
}

/// A row in the buffer.
#[derive(Debug)]
struct Line {
    start: usize,
    end: usize,
    /// Its cells among all cells.
    cells: core::ops::Range<usize>,
    has_commas: bool,
    stray: Option<u32>,
}

/// The rows of a source, a batch at a time.
#[derive(Debug)]
pub(super) struct Rows<R> {
    source: R,
    /// The rows of the batch, and the beginning of the next one.
    buffer: Vec<u8>,
    /// How much of it came from the source.
    filled: usize,
    /// The first bytes of the source, as they are.
    start: Vec<u8>,
    started: bool,
    ended: bool,
    limits: Limits,
    /// Marks in the buffer, counted from the base on, and which is the next.
    marks: Places,
    base: usize,
    mark: usize,
    /// What was seen behind the next mark, if that is a quote.
    look: Look,
    lines: Vec<Line>,
    /// Where cells end, in their rows.
    ends: Vec<u32>,
    /// How many cells the last row had that was taken cell by cell.
    width: usize,
    /// How many the first row had; `None` before it.
    header: Option<Widths>,
    next: Unfinished,
    /// How many marks were looked at in advance.
    #[cfg(test)]
    looked: usize,
}

/// The row that is being taken apart; places are those of the buffer.
#[derive(Debug, Default)]
struct Unfinished {
    start: usize,
    /// Where the cell begins.
    cell: usize,
    /// Where the bytes begin that have not been moved yet…
    run: usize,
    /// …and where they are moved to: further left once a quote was dropped.
    target: usize,
    /// How many cells there were before this row.
    cells: usize,
    quoted: bool,
    /// Behind a quote that closed a cell, or was the first of two.
    closed: Option<usize>,
    has_commas: bool,
    stray: Option<u32>,
    /// The last cell, if it is one with an odd number of quotes in it that stand
    /// at no end of it.
    odd: Option<u32>,
}

impl<R: Read> Rows<R> {
    pub(super) fn new(source: R, limits: Limits) -> Self {
        Self {
            source,
            buffer: vec![0; BUFFER],
            filled: 0,
            start: Vec::new(),
            started: false,
            ended: false,
            limits: Limits {
                bytes: limits.bytes.min(MOST_QUOTED),
                ..limits
            },
            marks: Places::default(),
            base: 0,
            mark: 0,
            look: Look::default(),
            lines: Vec::new(),
            ends: Vec::new(),
            width: 0,
            header: None,
            next: Unfinished::default(),
            #[cfg(test)]
            looked: 0,
        }
    }

    /// Reads the next batch, of at least one row; false at the end.
    ///
    /// A source that fails does so behind the rows that it gave.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        self.drop_batch();
        while self.lines.is_empty() && !self.ended {
            // No row yet: what is full is full of empty lines, or of one row.
            if self.filled == self.buffer.len() && self.next.start > 0 {
                self.drop_batch();
            }
            if self.filled == self.buffer.len() {
                self.buffer.resize(self.filled.saturating_mul(2), 0);
            }
            let asked = self.buffer.len().min(self.filled.saturating_add(MOST));
            let free = self.buffer.get_mut(self.filled..asked).unwrap_or_default();
            let read = match self.source.read(free) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            let scanned = self.filled;
            self.filled = self.filled.saturating_add(read).min(self.buffer.len());
            self.ended = read == 0;
            if self.start.len() < START {
                let new = self.buffer.get(scanned..self.filled).unwrap_or_default();
                let missing = START.saturating_sub(self.start.len());
                self.start.extend(new.iter().take(missing));
            }
            if self.started {
                self.scan(scanned);
            } else if let Some(start) = self.first_row() {
                self.started = true;
                self.begin(start);
                self.scan(start);
            }
            if self.ended && self.next.start < self.filled {
                self.end_row(self.filled);
            }
        }
        Ok(!self.lines.is_empty())
    }

    /// Where the first row begins, if that is known yet: behind a byte-order mark,
    /// and behind a line for spreadsheets that names the comma.
    fn first_row(&self) -> Option<usize> {
        let known = self.buffer.get(..self.filled).unwrap_or_default();
        let behind = known.strip_prefix(BYTE_ORDER_MARK).unwrap_or(known);
        let start = known.len().saturating_sub(behind.len());
        let end = behind.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let line = behind.get(..end.unwrap_or(behind.len()));
        let line = line.unwrap_or_default();
        if end.is_none() && !self.ended && known.len() < START {
            return None;
        }
        let names_comma = matches!(separator(line), Some([b',']));
        // Of a line that does not end all of this is the file.
        let skipped = end.filter(|_| names_comma).unwrap_or_default();
        Some(start.saturating_add(skipped))
    }

    /// The first bytes of the source, a few dozen if it has as many.
    pub(super) fn start(&self) -> &[u8] {
        &self.start
    }

    /// How many rows there are in the batch.
    pub(super) const fn len(&self) -> usize {
        self.lines.len()
    }

    /// A row of the batch.
    pub(super) fn row(&self, place: usize) -> Option<Row<'_>> {
        let line = self.lines.get(place)?;
        Some(Row {
            text: self.buffer.get(line.start..line.end)?,
            ends: self.ends.get(line.cells.clone())?,
            has_commas: line.has_commas,
            stray: line.stray,
        })
    }

    /// Moves the unfinished row to the front of the buffer.
    fn drop_batch(&mut self) {
        self.lines.clear();
        self.ends.drain(..self.next.cells);
        let gone = self.next.start;
        self.buffer.copy_within(gone..self.filled, 0);
        self.filled = self.filled.saturating_sub(gone);
        // What is left of the marks stands in the unfinished row.
        let before = u32::try_from(gone.saturating_sub(self.base)).unwrap_or(u32::MAX);
        self.marks.drop_first(self.mark, before);
        self.mark = 0;
        self.base = self.base.saturating_sub(gone);
        let next = &mut self.next;
        next.cells = 0;
        next.start = 0;
        for place in [&mut next.cell, &mut next.run, &mut next.target]
            .into_iter()
            .chain(&mut next.closed)
        {
            *place = place.saturating_sub(gone);
        }
    }

    /// Takes apart what was read behind `from`.
    fn scan(&mut self, from: usize) {
        if self.mark == self.marks.len() {
            self.marks.drop_first(self.mark, 0);
            self.mark = 0;
            self.base = from;
        }
        let known = self.buffer.get(from..self.filled).unwrap_or_default();
        let shift = u32::try_from(from.saturating_sub(self.base)).unwrap_or(u32::MAX);
        marks::find(known, shift, &mut self.marks);
        let base = self.base;
        let mut next = self.mark;
        while let Some(place) = self.marks.get(next) {
            let taken = match self.plain_row(base, next) {
                Some(taken) => taken,
                None if self.take(base.saturating_add(offset(place)), next) => 1,
                None => break,
            };
            next = next.saturating_add(taken);
        }
        self.mark = next;
    }

    /// Takes a row at once that has as many cells as the one before it, and no
    /// marks but the commas between them: how nearly all rows are printed.
    /// Gives the number of its marks.
    #[inline]
    fn plain_row(&mut self, from: usize, index: usize) -> Option<usize> {
        let next = &self.next;
        let start = next.start;
        // Else cells of the row were taken already, or a quote was.
        let has_quotes = next.stray.or(next.odd).is_some();
        if next.cell != start || next.run != start || has_quotes {
            return None;
        }
        let places = self.marks.some(index, self.width)?;
        let (last, commas) = places.split_last()?;
        let known = self.buffer.get(from..)?;
        let mark = |place: &u32| known.get(offset(*place));
        let is_plain = matches!(mark(last), Some(b'\n' | b'\r'))
            && commas.iter().all(|place| mark(place) == Some(&b','));
        let end = from.wrapping_add(offset(*last));
        // A line end at the start would be an empty line.
        if !is_plain || end == start {
            return None;
        }
        // None where the row began in front of `from`.
        let shift = u32::try_from(start.checked_sub(from)?).ok()?;
        let first = self.ends.len();
        let ends = places.iter().map(|place| place.wrapping_sub(shift));
        self.ends.extend(ends);
        self.lines.push(Line {
            start,
            end,
            cells: first..self.ends.len(),
            has_commas: false,
            stray: None,
        });
        self.begin(end.saturating_add(1));
        Some(self.width)
    }

    /// Does what the byte at a mark asks for, if it does; false for a quote of
    /// which too little is known yet.
    #[inline]
    fn take(&mut self, at: usize, mark: usize) -> bool {
        match self.buffer.get(at) {
            Some(b',') if self.next.quoted => self.next.has_commas = true,
            Some(b',') => self.end_cell(at),
            Some(b'"') => return self.quote(at, mark),
            Some(b'\n' | b'\r') if !self.next.quoted => {
                if at == self.next.start {
                    self.begin(at.saturating_add(1));
                } else {
                    self.end_row(at);
                }
            }
            _ => {}
        }
        true
    }

    #[inline]
    fn end_cell(&mut self, at: usize) {
        let next = &mut self.next;
        let dropped = next.run.wrapping_sub(next.target);
        let end = at.wrapping_sub(next.start).wrapping_sub(dropped);
        self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        next.cell = at.wrapping_add(1);
    }

    fn quote(&mut self, at: usize, mark: usize) -> bool {
        if self.next.quoted {
            self.leave_out(at);
            self.next.quoted = false;
            self.next.closed = Some(at.saturating_add(1));
        } else if at == self.next.cell {
            let cell = self.ends.len().saturating_sub(self.next.cells);
            match self.opens(at, mark, cell) {
                Some(true) => {
                    self.leave_out(at);
                    self.next.quoted = true;
                }
                Some(false) => self.note_stray(u32::try_from(cell).unwrap_or(u32::MAX)),
                None => return false,
            }
        } else if self.next.closed == Some(at) {
            // The second of two: it stays, and so do the quotes around.
            self.next.quoted = true;
        } else {
            self.quote_within();
        }
        true
    }

    /// Notes a quote in the middle of a cell. One may stand for inches, and two for
    /// a quotation; but not one in each of two cells.
    fn quote_within(&mut self) {
        let cell = self.ends.len().saturating_sub(self.next.cells);
        let cell = u32::try_from(cell).unwrap_or(u32::MAX);
        match self.next.odd {
            Some(odd) if odd == cell => self.next.odd = None,
            Some(odd) => self.note_stray(odd),
            None => self.next.odd = Some(cell),
        }
    }

    fn note_stray(&mut self, cell: u32) {
        let first = self.next.stray.unwrap_or(cell);
        self.next.stray = Some(first.min(cell));
    }

    /// Whether the quote at a mark opens a cell, if that is known yet.
    fn opens(&mut self, at: usize, mark: usize, cells: usize) -> Option<bool> {
        let start = at.saturating_add(1);
        let around = Around {
            bytes: self.buffer.get(start..self.filled).unwrap_or_default(),
            ended: self.ended,
            marks: self.marks.rest(mark.saturating_add(1)),
            shift: start.saturating_sub(self.base),
            cells,
            header: self.header,
        };
        #[cfg(test)]
        let before = self.look.marks;
        let opens = self.look.judge(around, self.limits);
        #[cfg(test)]
        {
            let looked = self.look.marks.saturating_sub(before);
            self.looked = self.looked.saturating_add(looked).saturating_add(1);
        }
        if opens.is_some() {
            self.look = Look::default();
        }
        opens
    }

    /// Drops the byte at a place.
    fn leave_out(&mut self, at: usize) {
        self.move_run(at);
        self.next.run = at.saturating_add(1);
    }

    /// Moves the bytes up to a place to where they belong.
    fn move_run(&mut self, end: usize) {
        let next = &mut self.next;
        if next.target != next.run {
            self.buffer.copy_within(next.run..end, next.target);
        }
        next.target = next.target.saturating_add(end.saturating_sub(next.run));
        next.run = end;
    }

    fn end_row(&mut self, at: usize) {
        self.end_cell(at);
        self.move_run(at);
        let cells = self.next.cells..self.ends.len();
        self.width = cells.len();
        if self.header.is_none() {
            self.header = Some(self.widths(cells.clone()));
        }
        self.lines.push(Line {
            start: self.next.start,
            end: self.next.target,
            cells,
            has_commas: self.next.has_commas,
            stray: self.next.stray,
        });
        self.begin(at.saturating_add(1).min(self.filled));
    }

    /// How wide a header is; places are those of its cells among all.
    fn widths(&self, cells: core::ops::Range<usize>) -> Widths {
        let ends = self.ends.get(cells).unwrap_or_default();
        let starts = ends.iter().map(|end| end.saturating_add(1));
        let starts = core::iter::once(0).chain(starts);
        let mut named = 0;
        for (place, (start, end)) in (1..).zip(starts.zip(ends)) {
            if start < *end {
                named = place;
            }
        }
        Widths {
            least: named,
            most: ends.len(),
        }
    }

    fn begin(&mut self, start: usize) {
        self.next = Unfinished {
            start,
            cell: start,
            run: start,
            target: start,
            cells: self.ends.len(),
            ..Unfinished::default()
        };
    }
}

#[cfg(test)]
mod tests;
