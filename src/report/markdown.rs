//! Tables as Markdown (GFM).

use core::fmt::{self, Write};

use super::table::{ColumnKind, Table};

/// Writes words so that Markdown shows them as they are.
///
/// A line break would end the row, so it becomes `<br>`.
pub(super) fn words(text: &str, out: &mut impl Write) -> fmt::Result {
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' => {
                rest.next_if_eq(&'\n');
                out.write_str("<br>")?;
            }
            '\n' => out.write_str("<br>")?,
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            // A dot and a hyphen mean something only at the start of a line.
            ascii if ascii.is_ascii_punctuation() && !",.;:/%()-'\"?=+".contains(ascii) => {
                out.write_char('\\')?;
                out.write_char(ascii)?;
            }
            other => out.write_char(other)?,
        }
    }
    Ok(())
}

pub(super) fn table(table: &Table, out: &mut impl Write) -> fmt::Result {
    let caption = table.caption().trim();
    if !caption.is_empty() {
        out.write_str("**")?;
        words(caption, out)?;
        out.write_str("**\n\n")?;
    }
    out.write_char('|')?;
    for column in table.columns() {
        out.write_char(' ')?;
        words(column.heading(), out)?;
        out.write_str(" |")?;
    }
    out.write_str("\n|")?;
    for column in table.columns() {
        out.write_str(match column.kind() {
            ColumnKind::Text => " --- |",
            ColumnKind::Number => " ---: |",
        })?;
    }
    out.write_char('\n')?;
    for row in table.all_rows() {
        out.write_char('|')?;
        for cell in row {
            out.write_char(' ')?;
            words(&cell.shown(), out)?;
            out.write_str(" |")?;
        }
        out.write_char('\n')?;
    }
    for note in table.notes() {
        out.write_str("\n> ")?;
        words(table.language().pick("注：", "Note: "), out)?;
        words(note, out)?;
        out.write_char('\n')?;
    }
    Ok(())
}
