//! Whether a quotation mark at the start of a cell opens a quoted cell.
//!
//! It does where another one closes the cell within the [`Limits`], where a
//! comma, the end of a line or that of the file follows it, and where the
//! lines of the cell do not look like rows. Else it stands alone, and is a
//! character like any other: the cell ends at the next comma or line end. So a
//! stray one damages its own row, and not those behind it.
//!
//! Lines look like rows where each of them, that of the opening quote and that
//! of the closing one included, has as many cells as the header, counted by
//! commas; empty lines say nothing. In files of two columns a comma on each of
//! two lines is no wonder: there it takes three lines. In files of one column
//! every line would look like a row, and none does.
//!
//! Beside the bytes up to the end of the closing quote's line only the cells
//! in front of the quote count, and no other quoted cell behind it.

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

/// What was seen behind a quote so far. Places are counted from behind it.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// How many marks were looked at: none is looked at twice.
    pub(super) marks: usize,
    breaks: u32,
    /// Where the line begins, and its commas so far.
    line: usize,
    commas: usize,
    /// How many lines were seen that are not empty…
    lines: usize,
    /// …and whether any of them does not look like a row.
    is_text: bool,
    /// Behind a quote that closes the cell, if its lines do not look like rows.
    is_closed: bool,
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
    /// How many cells the header has; zero in the header itself.
    pub(super) header: usize,
}

impl Look {
    /// Whether the quote opens a cell; `None` where more has to be known.
    pub(super) fn judge(&mut self, around: Around<'_>, limits: Limits) -> Option<bool> {
        let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
        while let Some(mark) = around.marks.get(self.marks) {
            let place = usize::try_from(*mark).unwrap_or(usize::MAX);
            let place = place.saturating_sub(around.shift);
            if place > most || self.breaks >= limits.lines {
                return Some(self.is_closed);
            }
            let follows = around.bytes.get(place.saturating_add(1));
            let mut taken = 1;
            match (around.bytes.get(place), follows) {
                (Some(b','), _) => self.commas = self.commas.saturating_add(1),
                (Some(b'\n' | b'\r'), _) if self.is_closed => {
                    return Some(!self.are_rows(around));
                }
                (Some(b'\n' | b'\r'), _) => self.end_line(around, place),
                (Some(b'"'), _) if self.is_closed => {}
                (Some(b'"'), Some(b'"')) => taken = 2,
                (Some(b'"'), None) if !around.ended => return None,
                (Some(b'"'), None | Some(b',' | b'\n' | b'\r')) => {
                    if self.is_text || self.breaks == 0 || around.header < 2 {
                        return Some(true);
                    }
                    self.is_closed = true;
                }
                (Some(b'"'), Some(_)) => return Some(false),
                _ => {}
            }
            self.marks = self.marks.saturating_add(taken);
        }
        if around.bytes.len() > most || self.breaks >= limits.lines {
            return Some(self.is_closed);
        }
        around
            .ended
            .then(|| self.is_closed && !self.are_rows(around))
    }

    fn end_line(&mut self, around: Around<'_>, end: usize) {
        if self.line == 0 || self.line < end {
            self.lines = self.lines.saturating_add(1);
            self.is_text |= self.width(around) != around.header;
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

    /// Whether the line that ends, and all before it, look like rows.
    fn are_rows(&self, around: Around<'_>) -> bool {
        let enough = if around.header == 2 { 2 } else { 1 };
        !self.is_text && self.lines >= enough && self.width(around) == around.header
    }

    /// How many cells the line would have that ends.
    fn width(&self, around: Around<'_>) -> usize {
        let before = if self.line == 0 { around.cells } else { 0 };
        before.saturating_add(self.commas).saturating_add(1)
    }
}
