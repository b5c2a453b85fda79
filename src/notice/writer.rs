//! Writing records back as rows.

use std::io::{BufWriter, Write};

use alloc::borrow::Cow;
use alloc::string::String;

use super::column::Column;
use super::error::{ReadError, failed};
use super::record::PrintedRow;
use crate::separated;

/// Writes rows with all columns, in the order in which they are published.
///
/// Cells are written as they were printed, so a record that was written reads
/// to a record that is equal but for its number. Areas and prices of a file
/// whose heads state other units than these get their units behind them. What stood
/// under unknown heads is not written: a row that only this told from a
/// [`Total`](super::Total) reads as one.
///
/// ```
/// use standard_land::notice::{Outcome, Reader, Writer};
///
/// let file = "电子监管号,面积(公顷)\n1411212012B00017,1.419100\n";
/// let mut writer = Writer::new(Vec::new())?;
/// for outcome in Reader::new(file.as_bytes())? {
///     if let Outcome::Record(record) = outcome? {
///         writer.write(record.printed())?;
///     }
/// }
/// let written = writer.finish()?;
/// let again = Reader::new(written.as_slice())?.count();
/// assert_eq!(again, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Writer<W: Write> {
    sink: BufWriter<W>,
    /// The line that is being written; kept for its memory.
    line: String,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn new(sink: W) -> Result<Self, ReadError> {
        let mut writer = Self {
            sink: BufWriter::new(sink),
            line: String::new(),
        };
        writer.write_line(|column| column.head().into())?;
        Ok(writer)
    }

    /// Writes a row, as it was printed.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn write(&mut self, row: &PrintedRow) -> Result<(), ReadError> {
        self.write_line(|column| row.published(column))
    }

    fn write_line<'a>(&mut self, cell: impl Fn(Column) -> Cow<'a, str>) -> Result<(), ReadError> {
        self.line.clear();
        let cells = Column::ALL.iter().map(|column| ("", cell(*column)));
        separated::record(cells, &mut self.line)
            .map_err(|error| failed(std::io::Error::other(error)))?;
        self.sink.write_all(self.line.as_bytes()).map_err(failed)
    }

    /// Writes what is still buffered, and gives the sink back.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn finish(self) -> Result<W, ReadError> {
        self.sink
            .into_inner()
            .map_err(|error| failed(error.into_error()))
    }
}
