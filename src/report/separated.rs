//! Tables as comma-separated values: RFC 4180, and nothing that runs.

use core::fmt::{self, Write};

use super::table::{Cell, Table, TableColumn};
use crate::exact::{Numeral, Percent};
use crate::separated;

/// Writes a record of cells, each defused unless it is a number.
pub(super) fn record<'a>(
    cells: impl IntoIterator<Item = (&'a str, bool)>,
    out: &mut impl Write,
) -> fmt::Result {
    let defused = |(text, is_number): (&'a str, bool)| {
        let prefix = if !is_number && runs(text) { "'" } else { "" };
        (prefix, text)
    };
    separated::record(cells.into_iter().map(defused), out)
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
    let headings = table.columns().iter().map(TableColumn::heading);
    record(headings.chain(mark).map(|heading| (heading, false)), out)?;
    for row in table.all_rows() {
        let cells = row.iter().map(|cell| (cell.as_str(), cell.is_number()));
        // An asterisk would make it a text: marks have a column of their own.
        let place = row.iter().position(Cell::is_marked);
        let names = place.and_then(|place| table.columns().get(place));
        let names = names.map_or("", |column| column.heading());
        record(cells.chain(mark.map(|_| (names, false))), out)?;
    }
    Ok(())
}
