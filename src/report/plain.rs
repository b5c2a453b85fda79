//! Tables as plain text, aligned by the width of East Asian characters.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::table::{ColumnKind, Table, TableColumn};

/// Between two columns.
const GAP: &str = "  ";

/// One line: what breaks lines or has no width on a screen is replaced.
fn line(text: &str) -> String {
    let shown = |character: char| match character {
        '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    };
    text.chars().map(shown).collect()
}

fn spaces(count: usize, out: &mut impl Write) -> fmt::Result {
    write!(out, "{:count$}", "")
}

pub(super) fn table(table: &Table, out: &mut impl Write) -> fmt::Result {
    let kinds: Vec<ColumnKind> = table.columns().iter().map(TableColumn::kind).collect();
    let headings = table.columns().iter().map(|column| line(column.heading()));
    let rows: Vec<Vec<String>> = core::iter::once(headings.collect())
        .chain(
            table
                .all_rows()
                .map(|row| row.iter().map(|cell| line(&cell.shown())).collect()),
        )
        .collect();
    let mut widths: Vec<usize> = kinds.iter().map(|_| 0).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }

    writeln!(out, "{}\n", line(table.caption()))?;
    let last = kinds.len().saturating_sub(1);
    let rule_before_total = table.total().map(|_| rows.len().saturating_sub(1));
    for (place, row) in rows.iter().enumerate() {
        if rule_before_total == Some(place) {
            rule(&widths, out)?;
        }
        for (column, ((cell, width), kind)) in row.iter().zip(&widths).zip(&kinds).enumerate() {
            if column > 0 {
                out.write_str(GAP)?;
            }
            let missing = width.saturating_sub(cell.width());
            match kind {
                ColumnKind::Number => {
                    spaces(missing, out)?;
                    out.write_str(cell)?;
                }
                ColumnKind::Text => {
                    out.write_str(cell)?;
                    // Nothing stands behind the last column.
                    if column < last {
                        spaces(missing, out)?;
                    }
                }
            }
        }
        out.write_char('\n')?;
        if place == 0 {
            rule(&widths, out)?;
        }
    }
    if !table.notes().is_empty() {
        out.write_char('\n')?;
    }
    for note in table.notes() {
        out.write_str(table.language().pick("注：", "Note: "))?;
        writeln!(out, "{}", line(note))?;
    }
    Ok(())
}

fn rule(widths: &[usize], out: &mut impl Write) -> fmt::Result {
    for (column, width) in widths.iter().enumerate() {
        if column > 0 {
            out.write_str(GAP)?;
        }
        write!(out, "{:-<width$}", "")?;
    }
    out.write_char('\n')
}
