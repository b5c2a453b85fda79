//! GB/T 2260.

use std::fmt::Write as _;

use crate::Result;
use crate::csv::{Row, header, sorted};

pub(crate) fn region(rows: &[Row]) -> Result<String> {
    let codes: Vec<u32> = rows
        .iter()
        .map(|row| row.code.parse())
        .collect::<std::result::Result<_, _>>()?;
    if !sorted(&codes) {
        return Err("the division codes are not sorted".into());
    }
    let mut lines = String::new();
    for (row, code) in rows.iter().zip(&codes) {
        // The library derives parents by this rule; the table must agree.
        let prefecture = code / 100 * 100;
        let province = code / 10_000 * 10_000;
        let parent = if *code == province {
            String::new()
        } else if *code != prefecture && codes.binary_search(&prefecture).is_ok() {
            prefecture.to_string()
        } else {
            province.to_string()
        };
        if parent != row.parent {
            return Err(format!("{code}: parent {} is not {parent}", row.parent).into());
        }
        writeln!(
            lines,
            "    ({}_{:03}, \"{}\"),",
            code / 1000,
            code % 1000,
            row.name
        )?;
    }
    let mut text = header("data/gbt2260-divisions-2026.csv");
    writeln!(text, "/// Codes and names, sorted by code.")?;
    writeln!(
        text,
        "pub(super) static ENTRIES: [(u32, &str); {}] = [\n{lines}];",
        rows.len()
    )?;
    Ok(text)
}
