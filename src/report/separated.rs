//! Tables as comma-separated values: RFC 4180, and nothing that runs.

use core::fmt::{self, Write};

use super::table::{Cell, Table};
use crate::exact::{Numeral, Percent};

/// Writes a record of cells.
pub(super) fn record<'a>(
    cells: impl IntoIterator<Item = (&'a str, bool)>,
    out: &mut impl Write,
) -> fmt::Result {
    for (place, (text, is_number)) in cells.into_iter().enumerate() {
        if place > 0 {
            out.write_char(',')?;
        }
        field(text, is_number, out)?;
    }
    out.write_str("\r\n")
}

/// Writes one field, defused unless it is a number, and quoted if need be.
fn field(text: &str, is_number: bool, out: &mut impl Write) -> fmt::Result {
    let defused = !is_number && runs(text);
    let quoted = text.contains([',', '"', '\r', '\n']) || text.trim() != text;
    if quoted {
        out.write_char('"')?;
    }
    if defused {
        out.write_char('\'')?;
    }
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

/// Whether a spreadsheet might run it, or it looks like one that was defused.
fn runs(text: &str) -> bool {
    let begins = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠',
    ]);
    begins && Numeral::parse(text).is_err() && text.parse::<Percent>().is_err()
}

pub(super) fn table(table: &Table, out: &mut impl Write) -> fmt::Result {
    let marked = table.all_rows().flatten().any(Cell::is_marked);
    let mark = marked.then(|| table.language().pick("标记", "marked"));
    let headings = table.columns().iter().map(|column| column.heading());
    record(headings.chain(mark).map(|heading| (heading, false)), out)?;
    for row in table.all_rows() {
        let cells = row.iter().map(|cell| (cell.as_str(), cell.is_number()));
        // A number with an asterisk is none: marks have a column of their own.
        let place = row.iter().position(Cell::is_marked);
        let names = place.and_then(|place| table.columns().get(place));
        let names = names.map_or("", |column| column.heading());
        record(cells.chain(mark.map(|_| (names, false))), out)?;
    }
    Ok(())
}
