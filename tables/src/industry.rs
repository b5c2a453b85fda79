//! GB/T 4754: the editions as one table, their names, what became of what.

use std::path::Path;

use crate::csv::{Pool, Row, array, header, items, read, read_codes, sorted};
use crate::{Result, Table};

/// The editions, from the oldest.
const EDITIONS: [&str; 3] = [
    "data/gbt4754-2002.csv",
    "data/gbt4754-2011.csv",
    "data/gbt4754-2017-amd1.csv",
];

/// The official comparison tables, each of two neighbours.
const COMPARISONS: [(&str, &str, usize); 2] = [
    ("OF_2002_AND_2011", "data/gbt4754-2002-2011.csv", 0),
    ("OF_2011_AND_2017", "data/gbt4754-2011-2017.csv", 1),
];

/// The codes of all editions, one edition behind the other.
pub(crate) struct Codes {
    editions: Vec<Vec<Row>>,
    starts: Vec<usize>,
}

impl Codes {
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let mut editions = Vec::new();
        let mut starts = vec![0];
        for path in EDITIONS {
            let rows = read_codes(root, path)?;
            starts.push(starts[starts.len() - 1] + rows.len());
            editions.push(rows);
        }
        Ok(Self { editions, starts })
    }

    /// Where a code stands among the codes of all editions.
    pub(crate) fn place(&self, edition: usize, code: &str) -> Result<usize> {
        let found = self.editions[edition]
            .iter()
            .position(|row| row.code == code);
        let place = found.ok_or_else(|| format!("{}: no {code}", EDITIONS[edition]))?;
        Ok(self.starts[edition] + place)
    }

    /// The name of the code at a place.
    pub(crate) fn name(&self, place: usize) -> &str {
        let mut rows = self.editions.iter().flatten();
        rows.nth(place).map_or("", |row| &row.name)
    }

    /// A class: what comparison tables are made of.
    fn class(&self, edition: usize, code: &str) -> Result<usize> {
        if code.len() != 4 {
            return Err(format!("{code} is not a class").into());
        }
        self.place(edition, code)
    }
}

pub(crate) fn render(root: &Path, codes: &Codes) -> Result<Vec<Table>> {
    Ok(vec![
        Table {
            path: "src/industry/table.rs",
            text: trees(codes)?,
        },
        Table {
            path: "src/industry/names.rs",
            text: names(codes)?,
        },
        Table {
            path: "src/industry/comparison_table.rs",
            text: comparisons(root, codes)?,
        },
    ])
}

fn depth(row: &Row) -> Result<usize> {
    match row.level.as_str() {
        "section" => Ok(0),
        "division" => Ok(1),
        "group" => Ok(2),
        "class" => Ok(3),
        other => Err(format!("{}: unknown level {other}", row.code).into()),
    }
}

/// Pre-order: every code stands before its descendants, which follow at once.
fn trees(codes: &Codes) -> Result<String> {
    let mut sections = Vec::new();
    let mut keys = Vec::new();
    let mut parents = Vec::new();
    let mut ends = Vec::new();
    for (edition, rows) in codes.editions.iter().enumerate() {
        let start = codes.starts[edition];
        let mut letters = Vec::new();
        let first_key = keys.len();
        for (index, row) in rows.iter().enumerate() {
            let depth = depth(row)?;
            // A section sorts with its first division.
            let digits = if depth == 0 {
                letters.push(start + index);
                let first = rows.get(index + 1).ok_or("a section without divisions")?;
                &first.code
            } else {
                &row.code
            };
            if depth > 0 && row.code.len() != depth + 1 {
                return Err(format!("{}: not of level {}", row.code, row.level).into());
            }
            let digits: usize = format!("{digits:0<4}").parse()?;
            keys.push(digits * 4 + depth);
            parents.push(match row.parent.as_str() {
                "" => start + index,
                parent => codes.place(edition, parent)?,
            });
            let mut end = index + 1;
            while end < rows.len() && self::depth(&rows[end])? > depth {
                end += 1;
            }
            ends.push(start + end);
        }
        if !sorted(&keys[first_key..]) {
            return Err(format!("{} is not in pre-order", EDITIONS[edition]).into());
        }
        sections.push(format!("\n    {letters:?}"));
    }
    let mut out = header(&EDITIONS.join(", "));
    array(
        &mut out,
        "Where each edition begins, and where the last one ends.",
        "STARTS",
        "u16",
        &items(&codes.starts),
    );
    let in_force = codes.editions.last().map_or(0, Vec::len);
    out.push_str(&format!(
        "/// How many codes the last edition has.\npub(super) const IN_FORCE: usize = {in_force};\n\n"
    ));
    array(
        &mut out,
        "Where each section stands, from A, by edition.",
        "SECTIONS",
        "[u16; 20]",
        &sections,
    );
    array(
        &mut out,
        "The digits, filled up to four with zeros, times four, plus the level.",
        "KEYS",
        "u16",
        &items(keys),
    );
    array(
        &mut out,
        "The code above each; sections name themselves.",
        "PARENTS",
        "u16",
        &items(parents),
    );
    array(
        &mut out,
        "One behind the last descendant of each.",
        "ENDS",
        "u16",
        &items(ends),
    );
    Ok(out)
}

fn names(codes: &Codes) -> Result<String> {
    let mut pool = Pool::default();
    let places: Vec<usize> = codes
        .editions
        .iter()
        .flatten()
        .map(|row| pool.place(&row.name))
        .collect();
    let mut out = header(&EDITIONS.join(", "));
    out.push_str("use crate::text::Pool;\n\n");
    array(
        &mut out,
        "Which name each code has.",
        "NAMES_OF",
        "u16",
        &items(places),
    );
    pool.write(&mut out, "Every name once.", "NAMES")?;
    Ok(out)
}

fn comparisons(root: &Path, codes: &Codes) -> Result<String> {
    let paths: Vec<&str> = COMPARISONS.iter().map(|(_, path, _)| *path).collect();
    let mut out = header(&paths.join(" and "));
    out.push_str("use super::comparison::{Comparison, Pair};\nuse crate::text::Pool;\n\n");
    let mut remarks = Pool::default();
    // Place 0: no remark.
    remarks.place("");
    for (name, path, older) in COMPARISONS {
        let mut pairs = Vec::new();
        for [old, new, _, remark] in read(root, path)? {
            let pair = (codes.class(older, &old)?, codes.class(older + 1, &new)?);
            pairs.push((pair.0, pair.1, remarks.place(remark.trim())));
        }
        let keys: Vec<_> = pairs.iter().map(|(old, new, _)| (*old, *new)).collect();
        if !sorted(&keys) {
            return Err(format!("{path} is not sorted").into());
        }
        let mut by_newer: Vec<usize> = (0..pairs.len()).collect();
        by_newer.sort_by_key(|place| (pairs[*place].1, pairs[*place].0));
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(old, new, remark)| format!("({old}, {new}, {remark})"))
            .collect();
        out.push_str(&format!(
            "/// `{path}`.\npub(super) static {name}: Comparison = Comparison {{\n    \
             pairs: &{name}_PAIRS,\n    by_newer: &{name}_BY_NEWER,\n}};\n\n"
        ));
        array(
            &mut out,
            "The older class, the newer one, the remark; sorted.",
            &format!("{name}_PAIRS"),
            "Pair",
            &pairs,
        );
        array(
            &mut out,
            "The same pairs in the order of the newer classes.",
            &format!("{name}_BY_NEWER"),
            "u16",
            &items(by_newer),
        );
    }
    remarks.write(&mut out, "Every remark once.", "REMARKS")?;
    Ok(out)
}
