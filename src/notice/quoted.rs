//! Whether a quotation mark at the start of a cell opens a quoted cell.
//!
//! It does if another mark closes the cell within the [`Limits`], if a comma,
//! the end of a line or that of the file follows that one, and if the lines of
//! the cell do not look like rows. Else it stands alone, and is a character
//! like any other: the cell ends at the next comma or line end. So a stray mark
//! damages its own row, and not those behind it.
//!
//! *Blanks* (spaces and tabs) between a closing mark and the comma are
//! tolerated. As with the `csv` crate they belong to the cell, of which white
//! space at the ends says nothing.
//!
//! *Lines* are counted from that of the opening mark to that of the closing
//! one, both included. A line is **full** if it has as many cells as the header
//! and none but empty ones beyond; empty heads at the end of the header need no
//! cells. The lines look like rows if more of them are full than not. Empty
//! lines, and those of commas only that are not full, say nothing, and neither
//! does:
//!
//! - a line that may be cut: the closing mark stands where a cell begins, so it
//!   may open another cell, which begins with a comma or a line break and takes
//!   the rest of the line with it;
//! - the first line of a cell in the last column, unless another line is full or
//!   cut: with only one cell in front of the break it is full in any case.
//!
//! Where as many lines are full as not, they are rows only if the last is cut
//! and the quoted cell would make a row that is not full either.
//!
//! *The header* has no width to compare with. There a quoted cell with a line
//! break has no comma in it; where there is one, the header ends with its line.
//!
//! *Outside the guarantee* stand loose files. In those of two columns a comma in
//! a line is to be expected: there all lines must be full, and three at least. In
//! files of one column every line would be full, and none is taken for a row.
//!
//! *What cannot be known from here*: two marks in one row, with no line break
//! between them, are read as a quoted cell; if the row is then too short, a finding says so. A stray mark in the last column
//! looks like a cell that ends with a line break if the next row begins with a
//! quoted cell that begins with one: the two rows become one. If more rows up to
//! the second mark are shorter than the header than are full, they become a
//! cell; and a cell of which most lines are full, such as a table in a table,
//! becomes rows, each with its findings.
//!
//! Beside the bytes up to the end of the closing mark's line only the cells in
//! front of the opening one count, and no other quoted cell that reaches over a
//! line end.

/// How long a quoted cell may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Limits {
    /// In bytes between the quotes, as they stand in the file.
    pub(super) bytes: u32,
    /// In lines; one without line breaks has one.
    pub(super) lines: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 10,
            lines: 20,
        }
    }
}

/// How many cells a full line has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Widths {
    /// The cells of the header without the empty ones at its end.
    pub(super) least: usize,
    /// All cells of the header.
    pub(super) most: usize,
}

/// What was seen behind a quote so far. Places are counted from behind it.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// How many marks were looked at: none is looked at twice.
    pub(super) marks: usize,
    breaks: u32,
    /// Where the line begins, and its commas so far.
    line: usize,
    commas: usize,
    /// There is a comma between the quotes.
    has_commas: bool,
    /// How many lines were seen that are not empty…
    lines: usize,
    /// …how many of them are full…
    full: usize,
    /// …and whether one is that would not be full in any case.
    is_evident: bool,
    /// The quote that closes the cell, if its lines do not look like rows.
    closing: Option<Closing>,
    /// Behind it, in another quoted cell.
    is_quoted: bool,
}

/// A quote that may close a cell of several lines.
#[derive(Debug, Clone, Copy)]
struct Closing {
    /// How many commas stand before it in its line.
    commas: usize,
    before: Before,
}

/// What stands in front of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Comma,
    LineBreak,
    Text,
}

/// What stands behind a quote, and what in front of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) bytes: &'a [u8],
    /// The file ends with them.
    pub(super) ended: bool,
    /// Where there may be marks, each `shift` too great.
    pub(super) marks: &'a [u32],
    pub(super) shift: usize,
    /// How many cells of the row are complete.
    pub(super) cells: usize,
    /// How many cells a full line has; nobody knows in the header itself.
    pub(super) header: Option<Widths>,
}

impl Look {
    /// Whether the quote opens a cell; `None` where more has to be known.
    pub(super) fn judge(&mut self, around: Around<'_>, limits: Limits) -> Option<bool> {
        let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
        while let Some(mark) = around.marks.get(self.marks) {
            let place = usize::try_from(*mark).unwrap_or(usize::MAX);
            let place = place.saturating_sub(around.shift);
            if self.closing.is_none() && (place > most || self.breaks >= limits.lines) {
                return Some(false);
            }
            let mut taken = 1;
            match (around.bytes.get(place), self.closing) {
                (Some(b'\n' | b'\r'), Some(closing)) => {
                    return Some(!self.are_rows(around, closing, place));
                }
                (Some(b'\n' | b'\r'), None) => self.end_line(around, place),
                (Some(b','), _) if !self.is_quoted => {
                    self.commas = self.commas.saturating_add(1);
                    self.has_commas = true;
                }
                (Some(b'"'), _) => match around.at_quote(place)? {
                    // In the second of two nothing begins or ends.
                    Behind::Quote if self.closing.is_none() || self.is_quoted => taken = 2,
                    _ if self.is_quoted => self.is_quoted = false,
                    _ if self.closing.is_some() => {
                        self.is_quoted = around.before(place) == Before::Comma;
                    }
                    Behind::End => {
                        if let Some(opens) = self.close(around, place) {
                            return Some(opens);
                        }
                    }
                    Behind::Quote | Behind::Text => return Some(false),
                },
                _ => {}
            }
            self.marks = self.marks.saturating_add(taken);
        }
        match self.closing {
            None if around.bytes.len() > most || self.breaks >= limits.lines => Some(false),
            None => around.ended.then_some(false),
            Some(closing) => {
                let end = around.bytes.len();
                (around.ended).then(|| !self.are_rows(around, closing, end))
            }
        }
    }

    /// Notes a quote that closes the cell, unless its lines are rows; whether it
    /// does, where no more has to be known.
    fn close(&mut self, around: Around<'_>, place: usize) -> Option<bool> {
        match around.header {
            _ if self.breaks == 0 => Some(true),
            None => Some(!self.has_commas),
            Some(header) if header.least < 2 => Some(true),
            Some(_) => {
                self.closing = Some(Closing {
                    commas: self.commas,
                    before: around.before(place),
                });
                None
            }
        }
    }

    fn end_line(&mut self, around: Around<'_>, end: usize) {
        let is_first = self.line == 0;
        let before = if is_first { around.cells } else { 0 };
        let is_full = around.is_full(before.saturating_add(self.commas), end);
        if is_full {
            self.full = self.full.saturating_add(1);
            self.is_evident |= self.commas > 0;
        }
        // Of empty cells only, and not full: a blank row, or an empty line.
        let is_empty = self.line.saturating_add(self.commas) >= end;
        if is_first || is_full || !is_empty {
            self.lines = self.lines.saturating_add(1);
        }
        let crlf = end
            .checked_sub(1)
            .and_then(|start| around.bytes.get(start..=end));
        if crlf != Some(b"\r\n") {
            self.breaks = self.breaks.saturating_add(1);
        }
        self.line = end.saturating_add(1);
        self.commas = 0;
    }

    /// Whether the line that ends, which is the last, and all before it look
    /// like rows.
    fn are_rows(&self, around: Around<'_>, closing: Closing, end: usize) -> bool {
        let behind = self.commas.saturating_sub(closing.commas);
        // The row with the quoted cell in it.
        let is_whole = around.is_full(around.cells.saturating_add(behind), end);
        let is_full = around.is_full(self.commas, end);
        let is_cut = !is_full
            && match closing.before {
                Before::Comma => true,
                Before::LineBreak => !is_whole,
                Before::Text => false,
            };
        let full = self.full.saturating_add(usize::from(is_full));
        let seen = self.lines.saturating_add(usize::from(!is_cut));
        let other = seen.saturating_sub(full);
        if !(self.is_evident || is_full || is_cut) {
            return false;
        }
        if around.header.is_some_and(|header| header.least == 2) {
            return other == 0 && self.lines >= 2;
        }
        full > other || (full == other && is_cut && !is_whole)
    }
}

/// What follows a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Quote,
    /// A comma, a line end or the end of the file, perhaps after blanks.
    End,
    Text,
}

impl Around<'_> {
    /// What follows the quote at a place, if that is known yet.
    fn at_quote(&self, place: usize) -> Option<Behind> {
        let behind = self.bytes.get(place.saturating_add(1)..);
        let behind = behind.unwrap_or_default();
        let mut seen = behind.iter().skip_while(|byte| is_blank(**byte));
        match seen.next() {
            None => self.ended.then_some(Behind::End),
            Some(b',' | b'\n' | b'\r') => Some(Behind::End),
            Some(b'"') if behind.first() == Some(&b'"') => Some(Behind::Quote),
            Some(_) => Some(Behind::Text),
        }
    }

    /// What stands in front of the quote at a place.
    fn before(&self, place: usize) -> Before {
        let before = place.checked_sub(1);
        match before.and_then(|before| self.bytes.get(before)) {
            Some(b',') => Before::Comma,
            Some(b'\n' | b'\r') => Before::LineBreak,
            _ => Before::Text,
        }
    }

    /// Whether a line with this many commas, which ends at a place, is full.
    fn is_full(&self, commas: usize, end: usize) -> bool {
        let Some(header) = self.header else {
            return false;
        };
        let width = commas.saturating_add(1);
        let Some(beyond) = width.checked_sub(header.most) else {
            return width >= header.least;
        };
        // Cells beyond the header are empty.
        let rest = end
            .checked_sub(beyond)
            .and_then(|start| self.bytes.get(start..end));
        rest.is_some_and(|rest| rest.iter().all(|byte| *byte == b','))
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}
