//! Reading a file of published results, row by row.

use std::io::Read;

use super::account::Account;
use super::books::Books;
use super::error::{ReadError, failed};
use super::fingerprint::Seed;
use super::headers::Headers;
use super::options::Options;
use super::outcome::Outcome;
use super::rows::Rows;

/// Reads published results of land supply, one outcome for each row.
///
/// Columns are found by their headers, in any order; an area and a price need
/// a unit there (see [`Column::of_header`](super::Column::of_header)), and
/// [`Account::columns`] says which were read. Every row ends as a record, a
/// rejection, a total, a repeat or blank, and [`account`](Reader::account) says
/// how many of each. Rows without any field
/// (empty lines) do not count as rows. *Cost*: one pass; the memory of a few rows, and
/// some 100 bytes for each row that is not a repeat (see [`Options::find_repeats`]).
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
    rows: Rows<R>,
    /// Which row of the batch is the next.
    next: usize,
    books: Books,
    failed: bool,
}

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
        let mut rows = Rows::new(source, options.quoted);
        rows.more().map_err(failed)?;
        let (headers, columns) = Headers::read(rows.row(0), rows.start())?;
        let mut reader = Self {
            rows,
            next: 1,
            books: Books::new(headers, columns, options, Seed::random()),
            failed: false,
        };
        reader.expect();
        Ok(reader)
    }

    /// The account of the rows read so far.
    #[must_use]
    pub const fn account(&self) -> &Account {
        &self.books.account
    }

    /// Prepares for the rows of a batch.
    fn expect(&mut self) {
        let rows = (0..self.rows.len()).filter_map(|place| self.rows.row(place));
        self.books.expect(rows);
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Outcome, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        if self.next == self.rows.len() {
            self.next = 0;
            match self.rows.more() {
                Ok(true) => self.expect(),
                Ok(false) => return None,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(failed(error)));
                }
            }
        }
        let row = self.rows.row(self.next)?;
        let outcome = self.books.enter(row, self.next);
        self.next = self.next.saturating_add(1);
        Some(Ok(outcome))
    }
}
