//! Writing records back as rows.

use std::io::Write;

use super::column::Column;
use super::reader::ReadError;
use super::record::PrintedRow;

/// Writes rows with all columns, in the order in which they are published.
///
/// Cells are written as they were printed, so a record that was written reads
/// to a record that is equal but for its number.
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
    rows: csv::Writer<W>,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn new(sink: W) -> Result<Self, ReadError> {
        let mut rows = csv::Writer::from_writer(sink);
        rows.write_record(Column::ALL.iter().map(|column| column.name_zh()))
            .map_err(super::reader::failed)?;
        Ok(Self { rows })
    }

    /// Writes a row, as it was printed.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn write(&mut self, row: &PrintedRow) -> Result<(), ReadError> {
        self.rows
            .write_record(Column::ALL.iter().map(|column| row.cell(*column)))
            .map_err(super::reader::failed)
    }

    /// Writes what is still buffered, and gives the sink back.
    ///
    /// # Errors
    ///
    /// When the sink fails.
    pub fn finish(self) -> Result<W, ReadError> {
        self.rows
            .into_inner()
            .map_err(|error| super::reader::failed(error.into_error()))
    }
}
