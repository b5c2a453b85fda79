//! Reading a file of published results, row by row.

use std::io::Read;

use alloc::string::String;

use super::account::Account;
use super::books::Books;
use super::column::Column;
use super::headers::{Header, Headers};
use super::options::Options;
use super::outcome::Outcome;
use super::rows::Rows;

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

/// Reads published results of land supply, one outcome for each row.
///
/// Columns are found by their headers, in any order. Every row ends as a
/// record, a rejection, a total, a repeat or blank, and
/// [`account`](Reader::account) says how many of each. Rows without any field
/// (empty lines) are no rows. *Cost*: one pass; the memory of a few rows, and
/// some 100 bytes for each row that is no repeat (see [`Options::find_repeats`]).
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
        let mut rows = Rows::new(source);
        rows.more().map_err(failed)?;
        let headers = Headers::read(rows.row(0))?;
        let mut reader = Self {
            rows,
            next: 1,
            books: Books::new(headers, options),
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

    /// Headers that no column is known for, as printed but for punctuation.
    pub fn unknown_headers(&self) -> impl Iterator<Item = &str> {
        self.books.headers.iter().filter_map(|header| match header {
            Header::Unknown(name) => Some(name.as_ref()),
            _ => None,
        })
    }

    /// The columns that the file has, each once.
    pub fn columns(&self) -> impl Iterator<Item = Column> {
        self.books.headers.iter().filter_map(|header| match header {
            Header::Known(column) => Some(*column),
            _ => None,
        })
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

/// Rows of bytes, of any length, can only fail as their source does.
pub(super) fn failed(error: impl Into<std::io::Error>) -> ReadError {
    let error = error.into();
    ReadError::Io {
        kind: error.kind(),
        message: alloc::format!("{error}"),
    }
}
