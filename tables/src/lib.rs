//! Renders the static code tables of `standard-land` from `data/*.csv`.
//!
//! `cargo tables` writes them; a test of `standard-land` renders them anew and
//! compares. A table that is not sorted, or names a parent that is not in it,
//! is refused here and never compiled.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A source file as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where it belongs, below the root of the repository.
    pub path: &'static str,
    /// What should be in it.
    pub text: String,
}

/// One line of a code table.
struct Row {
    code: String,
    level: String,
    parent: String,
    name: String,
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Renders all tables from the data below `root`.
///
/// # Errors
///
/// When a file cannot be read, or is not a sorted table of codes.
pub fn render(root: &Path) -> Result<Vec<Table>> {
    Ok(vec![
        Table {
            path: "src/industry/table.rs",
            text: industry(&read(root, "data/gbt4754-2017-amd1.csv")?)?,
        },
        Table {
            path: "src/notice/label_table.rs",
            text: labels(
                &fs::read_to_string(root.join("data/landchina-industry-labels.csv"))?,
                &read(root, "data/gbt4754-2017-amd1.csv")?,
            )?,
        },
        Table {
            path: "src/standard/table.rs",
            text: standards(&fs::read_to_string(
                root.join("data/control-standards.csv"),
            )?)?,
        },
        Table {
            path: "src/region/table.rs",
            text: region(&read(root, "data/gbt2260-divisions-2026.csv")?)?,
        },
        Table {
            path: "src/land_use/table.rs",
            text: land_use(
                &read(root, "data/gbt21010-2017-land-use.csv")?,
                &read(root, "data/land-sea-use-2023.csv")?,
            )?,
        },
    ])
}

fn read(root: &Path, path: &str) -> Result<Vec<Row>> {
    let text = fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let mut rows = Vec::new();
    for (line, text) in text.lines().enumerate().skip(1) {
        let fields: Vec<&str> = text.split(',').collect();
        let [code, level, parent, name] = fields[..] else {
            return Err(format!("{path}, line {}: not four fields", line + 1).into());
        };
        if text.contains('"') || name.is_empty() || code.is_empty() {
            return Err(format!("{path}, line {}: quoted or empty field", line + 1).into());
        }
        rows.push(Row {
            code: code.to_owned(),
            level: level.to_owned(),
            parent: parent.to_owned(),
            name: name.to_owned(),
        });
    }
    Ok(rows)
}

fn header(sources: &str) -> String {
    format!("//! Generated from {sources} by `cargo tables`; do not edit.\n\n")
}

fn sorted<T: PartialOrd>(keys: &[T]) -> bool {
    keys.windows(2).all(|pair| pair[0] < pair[1])
}

/// Pre-order: every code stands before its descendants, which follow at once.
fn industry(rows: &[Row]) -> Result<String> {
    let level = |row: &Row| match row.level.as_str() {
        "section" => Ok(1),
        "division" => Ok(2),
        "group" => Ok(3),
        "class" => Ok(4),
        other => Err(format!("{}: unknown level {other}", row.code)),
    };
    let position = |code: &str| rows.iter().position(|row| row.code == code);

    let mut keys = Vec::new();
    let mut sections = Vec::new();
    let mut lines = String::new();
    for (index, row) in rows.iter().enumerate() {
        let depth = level(row)?;
        // A section sorts with its first division.
        let digits = if depth == 1 {
            sections.push(index);
            &rows
                .get(index + 1)
                .ok_or("a section without divisions")?
                .code
        } else {
            &row.code
        };
        let key: u16 = format!("{digits:0<4}").parse()?;
        keys.push((key, depth));
        let parent = if row.parent.is_empty() {
            index
        } else {
            position(&row.parent).ok_or_else(|| format!("{}: unknown parent", row.code))?
        };
        let mut end = index + 1;
        while end < rows.len() && level(&rows[end])? > depth {
            end += 1;
        }
        let section = sections.len() - 1;
        writeln!(
            lines,
            "    entry({key}, {depth}, {section}, {parent}, {end}, \"{}\"),",
            row.name
        )?;
    }
    if !sorted(&keys) {
        return Err("the industry codes are not in pre-order".into());
    }

    let mut text = header("data/gbt4754-2017-amd1.csv");
    text.push_str("use super::entry::{Entry, entry};\n\n");
    writeln!(text, "/// Where each section stands, from A.")?;
    writeln!(
        text,
        "pub(super) static SECTIONS: [u16; {}] = {sections:?};\n",
        sections.len()
    )?;
    writeln!(text, "/// All codes, in pre-order.")?;
    writeln!(
        text,
        "pub(super) static ENTRIES: [Entry; {}] = [\n{lines}];",
        rows.len()
    )?;
    Ok(text)
}

/// Labels of the publishing site, each with the place of its code.
fn labels(text: &str, codes: &[Row]) -> Result<String> {
    let mut lines = String::new();
    let mut labels = Vec::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [label, code, basis] = fields[..] else {
            return Err(format!("{line}: not three fields").into());
        };
        let place = match code {
            "" => None,
            code => Some(
                codes
                    .iter()
                    .position(|row| row.code == code)
                    .ok_or_else(|| format!("{label}: unknown code {code}"))?,
            ),
        };
        labels.push(label);
        writeln!(lines, "    (\"{label}\", {place:?}, \"{basis}\"),")?;
    }
    if !sorted(&labels) {
        return Err("the labels are not sorted by their bytes".into());
    }
    let mut out = header("data/landchina-industry-labels.csv");
    out.push_str(
        "/// Label, place of the code in the table of codes, basis of the match.\n\
         pub(super) type LabelRow = (&'static str, Option<u16>, &'static str);\n\n",
    );
    writeln!(
        out,
        "/// Labels, places of codes, and why; sorted by label."
    )?;
    writeln!(
        out,
        "pub(super) static LABELS: [LabelRow; {}] = [\n{lines}];",
        labels.len()
    )?;
    Ok(out)
}

/// A word in kebab case as the name of a variant.
fn variant(code: &str) -> String {
    code.split('-')
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect()
}

/// Control standards, each with its provisions in the order of the file.
fn standards(text: &str) -> Result<String> {
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
        "use super::control::{Certainty, Force};\nuse super::kind::CoreIndicator;\n\
         use super::row::{National, row};\nuse crate::industry::Classification;\n",
    );
    for (standard, document, edition, rows) in standards {
        let year = edition.rsplit('-').next().unwrap_or_default();
        writeln!(
            out,
            "\n/// {document}.\npub(super) static {}: National = National {{\n    \
             document: {document:?},\n    classification: Classification::Gbt4754Of{year},\n    \
             rows: &[\n        {},\n    ],\n}};",
            standard.to_uppercase().replace('-', "_"),
            rows.join(",\n        "),
        )?;
    }
    Ok(out)
}

fn region(rows: &[Row]) -> Result<String> {
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

fn land_use(gbt: &[Row], guide: &[Row]) -> Result<String> {
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
