//! Records of comma-separated values, as RFC 4180 has them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};
use core::mem;

/// Writes a record: fields of a prefix and a text, and the end of the line.
pub(crate) fn record<'a>(
    fields: impl IntoIterator<Item = (&'a str, impl AsRef<str>)>,
    out: &mut impl Write,
) -> fmt::Result {
    for (place, (prefix, text)) in fields.into_iter().enumerate() {
        if place > 0 {
            out.write_char(',')?;
        }
        field(prefix, text.as_ref(), out)?;
    }
    out.write_str("\r\n")
}

/// Writes one field, quoted if need be.
fn field(prefix: &str, text: &str, out: &mut impl Write) -> fmt::Result {
    // Spaces at the ends are data, though many programs take them off.
    let quoted = text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if quoted {
        out.write_char('"')?;
    }
    out.write_str(prefix)?;
    for (place, piece) in text.split('"').enumerate() {
        if place > 0 {
            out.write_str("\"\"")?;
        }
        out.write_str(piece)?;
    }
    if quoted {
        out.write_char('"')?;
    }
    Ok(())
}

/// A record as it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The line that it begins in, from 1.
    pub(crate) line: usize,
    /// Its cells, without the quotation marks around them.
    pub(crate) cells: Vec<String>,
}

/// Reads records; lines end with LF or CR LF.
///
/// A quotation mark opens a cell only where it begins one. The error is the
/// line of the record that a mark is not closed in.
pub(crate) fn records(text: &str) -> Result<Vec<Printed>, usize> {
    let mut records = Vec::new();
    let mut line: usize = 1;
    let mut record = Printed {
        line,
        cells: Vec::new(),
    };
    let mut cell = String::new();
    let mut quoted = false;
    let mut closed = false;
    let mut chars = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .chars()
        .peekable();
    while let Some(found) = chars.next() {
        if found == '\n' {
            line = line.saturating_add(1);
        }
        match found {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => (quoted, closed) = (false, true),
            _ if quoted => cell.push(found),
            '"' if cell.is_empty() && !closed => quoted = true,
            '\r' if chars.peek() == Some(&'\n') => {}
            ',' | '\n' => {
                record.cells.push(mem::take(&mut cell));
                closed = false;
                if found == '\n' {
                    let cells = Vec::new();
                    records.push(mem::replace(&mut record, Printed { line, cells }));
                }
            }
            _ => cell.push(found),
        }
    }
    if quoted {
        return Err(record.line);
    }
    if !cell.is_empty() || closed || !record.cells.is_empty() {
        record.cells.push(cell);
        records.push(record);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::records;

    fn read(text: &str) -> Result<Vec<(usize, Vec<String>)>, usize> {
        let found = records(text)?;
        Ok(found.into_iter().map(|it| (it.line, it.cells)).collect())
    }

    #[test]
    fn cells_are_read_with_and_without_marks() {
        let text = "\u{feff}a,\"b,\"\"c\nd\",\r\n\n\"\",e \"f\",g";
        let row = |line, cells: &[&str]| (line, cells.iter().map(|it| (*it).into()).collect());
        assert_eq!(
            read(text),
            Ok([
                row(1, &["a", "b,\"c\nd", ""]),
                row(3, &[""]),
                row(4, &["", "e \"f\"", "g"])
            ]
            .into())
        );
        assert_eq!(read("a\nb,\"c\nd"), Err(2));
        assert_eq!(read(""), Ok([].into()));
        assert_eq!(read("a,"), Ok([row(1, &["a", ""])].into()));
        assert_eq!(read("\"\""), Ok([row(1, &[""])].into()));
    }
}
