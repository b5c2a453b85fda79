//! Tables as HTML: escaped, and readable for those who do not see.

use core::fmt::{self, Write};

use super::language::{Language, tag};
use super::table::{Cell, ColumnKind, Table, TableColumn};

/// Writes words that stand between tags or in an attribute.
///
/// What no document may contain becomes the replacement character.
pub(super) fn words(text: &str, out: &mut impl Write) -> fmt::Result {
    for character in text.chars() {
        match character {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '"' => out.write_str("&quot;")?,
            '\'' => out.write_str("&#39;")?,
            // A parser would turn it into a line feed.
            '\r' => out.write_str("&#13;")?,
            other => out.write_char(allowed(other))?,
        }
    }
    Ok(())
}

/// The character, if a document may contain it.
pub(super) fn allowed(character: char) -> char {
    match character {
        '\t' | '\n' => character,
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        control if control.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// ` lang="…"`, where it is not that of what is around it.
pub(super) fn lang(
    language: Language,
    around: Option<Language>,
    out: &mut impl Write,
) -> fmt::Result {
    if around == Some(language) {
        return Ok(());
    }
    write!(out, " lang=\"{}\"", tag(language))
}

/// Everything before the body of a page.
pub(super) fn head(
    language: Language,
    title: &str,
    css: &[&str],
    out: &mut impl Write,
) -> fmt::Result {
    out.write_str("<!DOCTYPE html>\n<html")?;
    lang(language, None, out)?;
    out.write_str(
        ">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n<title>",
    )?;
    words(title, out)?;
    out.write_str("</title>\n<style>\n")?;
    for css in css {
        out.write_str(css)?;
    }
    out.write_str("</style>\n</head>\n")
}

pub(super) fn table(table: &Table, out: &mut impl Write) -> fmt::Result {
    table_within(table, None, out)
}

/// A table in a document of a language.
pub(super) fn table_within(
    table: &Table,
    around: Option<Language>,
    out: &mut impl Write,
) -> fmt::Result {
    out.write_str("<div class=\"table\"")?;
    lang(table.language(), around, out)?;
    out.write_str(">\n<table>\n<caption>")?;
    words(table.caption(), out)?;
    out.write_str("</caption>\n<thead>\n<tr>")?;
    for column in table.columns() {
        write!(out, "<th scope=\"col\"{}>", class(column.kind()))?;
        words(column.heading(), out)?;
        out.write_str("</th>")?;
    }
    out.write_str("</tr>\n</thead>\n<tbody>\n")?;
    for row in table.rows() {
        cells(row, table.columns(), out)?;
    }
    out.write_str("</tbody>\n")?;
    if let Some(total) = table.total() {
        out.write_str("<tfoot>\n")?;
        cells(total, table.columns(), out)?;
        out.write_str("</tfoot>\n")?;
    }
    out.write_str("</table>\n")?;
    if !table.notes().is_empty() {
        out.write_str("<ul class=\"notes\">\n")?;
        for note in table.notes() {
            out.write_str("<li>")?;
            words(note, out)?;
            out.write_str("</li>\n")?;
        }
        out.write_str("</ul>\n")?;
    }
    out.write_str("</div>\n")
}

const fn class(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "",
        ColumnKind::Number => " class=\"number\"",
    }
}

/// A row; its first cell says what the row is about.
fn cells(row: &[Cell], columns: &[TableColumn], out: &mut impl Write) -> fmt::Result {
    out.write_str("<tr>")?;
    for (place, (cell, column)) in row.iter().zip(columns).enumerate() {
        let class = class(column.kind());
        if place == 0 {
            write!(out, "<th scope=\"row\"{class}>")?;
        } else {
            write!(out, "<td{class}>")?;
        }
        words(&cell.shown(), out)?;
        out.write_str(if place == 0 { "</th>" } else { "</td>" })?;
    }
    out.write_str("</tr>\n")
}
