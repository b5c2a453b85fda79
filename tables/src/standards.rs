//! The national control standards.

use std::fmt::Write as _;

use crate::Result;
use crate::csv::{header, variant};

/// Control standards, each with its provisions in the order of the file.
pub(crate) fn standards(text: &str) -> Result<String> {
    let mut standards: Vec<(&str, &str, &str, Vec<String>)> = Vec::new();
    let mut keys = std::collections::BTreeSet::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [
            standard,
            document,
            edition,
            code,
            indicator,
            threshold,
            force,
            clause,
            certainty,
        ] = fields[..]
        else {
            return Err(format!("{line}: not nine fields").into());
        };
        if !keys.insert((standard, code, indicator)) {
            return Err(format!("{line}: there twice").into());
        }
        let row = format!(
            "row({code:?}, CoreIndicator::{}, {threshold:?}, Force::{}, {clause:?}, Certainty::{})",
            variant(indicator),
            variant(force),
            variant(certainty),
        );
        match standards.last_mut() {
            Some((last, of, by, rows)) if *last == standard => {
                if (*of, *by) != (document, edition) {
                    return Err(format!("{line}: another document").into());
                }
                rows.push(row);
            }
            _ => standards.push((standard, document, edition, vec![row])),
        }
    }
    let mut out = header("data/control-standards.csv");
    out.push_str(
        "use super::control::Force;\nuse super::kind::CoreIndicator;\n\
         use super::row::{National, row};\nuse crate::industry::Edition;\nuse crate::source::Certainty;\n",
    );
    for (standard, document, edition, rows) in standards {
        let year = edition.rsplit('-').next().unwrap_or_default();
        writeln!(
            out,
            "\n/// {document}.\npub(super) static {}: National = National {{\n    \
             document: {document:?},\n    classification: Edition::E{year},\n    \
             rows: &[\n        {},\n    ],\n}};",
            standard.to_uppercase().replace('-', "_"),
            rows.join(",\n        "),
        )?;
    }
    Ok(out)
}
