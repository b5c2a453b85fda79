//! Land-use classes by edition.

use std::fmt::Write as _;

use crate::Result;
use crate::csv::{Row, header, sorted};

pub(crate) fn land_use(gbt: &[Row], guide: &[Row]) -> Result<String> {
    let mut text = header("data/gbt21010-2017-land-use.csv and data/land-sea-use-2023.csv");
    for (name, rows) in [("GBT_21010", gbt), ("GUIDE_2023", guide)] {
        let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
        if !sorted(&codes) {
            return Err(format!("the codes of {name} are not sorted").into());
        }
        for row in rows {
            let parent = &row.code[..row.code.len() - 2];
            if row.parent != parent || !parent.is_empty() && !codes.contains(&parent) {
                return Err(format!("{name} {}: parent {}", row.code, row.parent).into());
            }
            if row.level.parse::<usize>()? * 2 != row.code.len() {
                return Err(format!("{name} {}: level {}", row.code, row.level).into());
            }
        }
        writeln!(text, "/// Codes and names, sorted by code.")?;
        writeln!(
            text,
            "pub(super) static {name}: [(&str, &str); {}] = [",
            rows.len()
        )?;
        for row in rows {
            writeln!(text, "    (\"{}\", \"{}\"),", row.code, row.name)?;
        }
        text.push_str("];\n");
    }
    Ok(text)
}
