//! Takes a file of separated values apart, by the rules of the `csv` crate.
//!
//! A source is read in blocks. What comes of one is a batch of rows, each a
//! text in which commas stand between the cells: where no cell is quoted, that
//! is the line itself, and nothing is copied. Quotes are taken out in place.
//!
//! The rules: a cell that begins with `"` is quoted up to the next one, `""`
//! inside is one quote, and what follows behind the last is part of the cell.
//! Any other quote is a character. CR, LF and CRLF end a row, empty lines are
//! none, and so does the end of the file. A byte-order mark is no cell.

use std::io::{self, Read};

use alloc::vec;
use alloc::vec::Vec;

use super::marks::{self, Places};

/// How much is asked of the source at a time.
const BUFFER: usize = 32 << 10;

/// The most that is asked for: places in it are held in 32 bits.
const MOST: usize = 1 << 30;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A row: its cells with a comma between them, and where each of them ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) text: &'a [u8],
    pub(super) ends: &'a [u32],
    /// Some cell has a comma in it: the ends are needed to tell the cells.
    pub(super) has_commas: bool,
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
}

/// The rows of a source, a batch at a time.
#[derive(Debug)]
pub(super) struct Rows<R> {
    source: R,
    /// The rows of the batch, and the beginning of the next one.
    buffer: Vec<u8>,
    /// How much of it came from the source.
    filled: usize,
    started: bool,
    ended: bool,
    marks: Places,
    lines: Vec<Line>,
    /// Where cells end, in their rows.
    ends: Vec<u32>,
    /// How many cells the last row had that was taken cell by cell.
    width: usize,
    next: Unfinished,
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
}

impl<R: Read> Rows<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            source,
            buffer: vec![0; BUFFER],
            filled: 0,
            started: false,
            ended: false,
            marks: Places::default(),
            lines: Vec::new(),
            ends: Vec::new(),
            width: 0,
            next: Unfinished::default(),
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
            if self.started {
                self.scan(scanned);
            } else if self.ended || self.filled >= BYTE_ORDER_MARK.len() {
                self.started = true;
                let known = self.buffer.get(..self.filled).unwrap_or_default();
                let start = if known.starts_with(BYTE_ORDER_MARK) {
                    BYTE_ORDER_MARK.len()
                } else {
                    0
                };
                self.begin(start);
                self.scan(start);
            }
            if self.ended && self.next.start < self.filled {
                self.end_row(self.filled);
            }
        }
        Ok(!self.lines.is_empty())
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
        })
    }

    /// Moves the unfinished row to the front of the buffer.
    fn drop_batch(&mut self) {
        self.lines.clear();
        self.ends.drain(..self.next.cells);
        let gone = self.next.start;
        self.buffer.copy_within(gone..self.filled, 0);
        self.filled = self.filled.saturating_sub(gone);
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
        let known = self.buffer.get(from..self.filled).unwrap_or_default();
        self.marks.clear();
        marks::find(known, &mut self.marks);
        let mut index = 0;
        while let Some(place) = self.marks.get(index) {
            let taken = self.plain_row(from, index).unwrap_or_else(|| {
                self.mark(from.saturating_add(offset(place)));
                1
            });
            index = index.saturating_add(taken);
        }
    }

    /// Takes a row at once that has as many cells as the one before it, and no
    /// marks but the commas between them: how nearly all rows are printed.
    /// Gives the number of its marks.
    #[inline]
    fn plain_row(&mut self, from: usize, index: usize) -> Option<usize> {
        let next = &self.next;
        let start = next.start;
        // Else cells of the row were taken already, or a quote was.
        if next.cell != start || next.run != start {
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
        });
        self.begin(end.saturating_add(1));
        Some(self.width)
    }

    /// Does what the byte at a place asks for, if it does.
    #[inline]
    fn mark(&mut self, at: usize) {
        match self.buffer.get(at) {
            Some(b',') if self.next.quoted => self.next.has_commas = true,
            Some(b',') => self.end_cell(at),
            Some(b'"') => self.quote(at),
            Some(b'\n' | b'\r') if !self.next.quoted => {
                if at == self.next.start {
                    self.begin(at.saturating_add(1));
                } else {
                    self.end_row(at);
                }
            }
            _ => {}
        }
    }

    #[inline]
    fn end_cell(&mut self, at: usize) {
        let next = &mut self.next;
        let dropped = next.run.wrapping_sub(next.target);
        let end = at.wrapping_sub(next.start).wrapping_sub(dropped);
        self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        next.cell = at.wrapping_add(1);
    }

    fn quote(&mut self, at: usize) {
        if self.next.quoted {
            self.leave_out(at);
            self.next.quoted = false;
            self.next.closed = Some(at.saturating_add(1));
        } else if at == self.next.cell {
            self.leave_out(at);
            self.next.quoted = true;
        } else if self.next.closed == Some(at) {
            // The second of two: it stays, and so do the quotes around.
            self.next.quoted = true;
        }
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
        self.lines.push(Line {
            start: self.next.start,
            end: self.next.target,
            cells,
            has_commas: self.next.has_commas,
        });
        self.begin(at.saturating_add(1).min(self.filled));
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
mod tests {
    use alloc::format;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    type Cells = Vec<Vec<u8>>;

    /// Gives so many bytes at a time; fails behind the last, if it is to.
    struct Pieces<'a> {
        left: &'a [u8],
        lengths: core::iter::Cycle<vec::IntoIter<usize>>,
        fails: bool,
    }

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.left.is_empty() && self.fails {
                return Err(io::Error::other("the cable was pulled"));
            }
            let length = self.lengths.next().unwrap();
            if length == 0 {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let length = length.min(self.left.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&self.left[..length]);
            self.left = &self.left[length..];
            Ok(length)
        }
    }

    /// All rows before the end, and whether that was a failure.
    fn ours(source: impl Read) -> (Vec<Cells>, bool) {
        let mut rows = Rows::new(source);
        let mut found = Vec::new();
        loop {
            match rows.more() {
                Ok(true) => {}
                Ok(false) => return (found, false),
                Err(_) => return (found, true),
            }
            for place in 0..rows.len() {
                let row = rows.row(place).unwrap();
                let cells: Cells = row.cells().map(<[u8]>::to_vec).collect();
                assert_eq!(cells.len(), row.len());
                assert_eq!(row.text, cells.join(&b','));
                assert_eq!(
                    row.has_commas,
                    cells.iter().any(|cell| cell.contains(&b','))
                );
                found.push(cells);
            }
        }
    }

    /// What the `csv` crate makes of the same bytes.
    fn theirs(bytes: &[u8]) -> Vec<Cells> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes);
        reader
            .byte_records()
            .map(|row| row.unwrap().iter().map(<[u8]>::to_vec).collect())
            .collect()
    }

    fn nasty() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            6 => proptest::sample::select(
                ["\"", "\"\"", ",", "\n", "\r", "\r\n", "a", "亩", "\u{feff}", " ", ",\"", "\","]
                    .map(str::as_bytes).to_vec()
            ).prop_map(<[u8]>::to_vec),
            1 => vec(any::<u8>(), 0..4),
            1 => vec(Just(b'x'), 0..200),
        ];
        vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn rows_are_those_of_csv(bytes in nasty(), lengths in vec(0..70_usize, 1..8)) {
            let expected = theirs(&bytes);
            prop_assert_eq!(ours(bytes.as_slice()), (expected.clone(), false));
            let lengths = [lengths, vec![1]].concat().into_iter().cycle();
            let pieces = |fails| Pieces { left: &bytes, lengths: lengths.clone(), fails };
            prop_assert_eq!(ours(pieces(false)), (expected.clone(), false));
            // All rows that were complete, and then the failure.
            let (rows, failed) = ours(pieces(true));
            prop_assert!(failed);
            prop_assert!(expected.starts_with(&rows));
            prop_assert!(expected.len().saturating_sub(rows.len()) <= 1);
        }
    }

    #[test]
    fn every_short_text_is_read_as_by_csv() {
        const ALPHABET: [u8; 5] = [b'"', b',', b'\n', b'\r', b'a'];
        let mut texts = vec![Vec::new()];
        for length in 0..=6 {
            for text in &texts {
                assert_eq!(ours(text.as_slice()), (theirs(text), false), "{text:?}");
                let single = Pieces {
                    left: text,
                    lengths: vec![1].into_iter().cycle(),
                    fails: false,
                };
                assert_eq!(ours(single), (theirs(text), false), "{text:?}");
            }
            if length < 6 {
                let longer =
                    |text: &Vec<u8>| ALPHABET.map(|byte| [text.as_slice(), &[byte]].concat());
                texts = texts.iter().flat_map(longer).collect();
            }
        }
        assert_eq!(texts.len(), 15_625);
    }

    #[test]
    fn rows_longer_than_the_buffer_are_whole_and_empty_lines_cost_nothing() {
        let long = "亩".repeat(BUFFER);
        let text = format!("{}a,\"{long}\"\"\n\",b\n{long}\n", "\n".repeat(5 * BUFFER));
        // Not `assert_eq`, which would print all of it.
        assert!(ours(text.as_bytes()) == (theirs(text.as_bytes()), false));

        let blank = "\r\n".repeat(20 * BUFFER);
        let mut rows = Rows::new(blank.as_bytes());
        assert!(!rows.more().unwrap());
        assert_eq!(rows.buffer.len(), BUFFER);
    }
}
