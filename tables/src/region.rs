//! GB/T 2260: the divisions in force, and those that ever were.

use std::collections::BTreeMap;
use std::path::Path;

use crate::csv::{Pool, array, header, items, read, read_codes, sorted};
use crate::{Result, Table};

const IN_FORCE: &str = "data/gbt2260-divisions-2026.csv";
const HISTORY: &str = "data/gbt2260-history.csv";
const RETIRED: &str = "data/gbt2260-retired.csv";
const BUREAU: &str = "data/gbt2260-nbs-only.csv";
const LAND: &str = "data/land-sector-codes.csv";

/// A code and its name from one month to another.
struct Spell {
    code: u32,
    name: String,
    first: u16,
    last: u16,
}

/// A code as a number of six digits.
fn number(code: &str) -> Result<u32> {
    match code.parse() {
        Ok(number) if code.len() == 6 => Ok(number),
        _ => Err(format!("{code}: not six digits").into()),
    }
}

/// A code as it is written in a table.
fn written(code: u32) -> String {
    format!("{}_{:03}", code / 1000, code % 1000)
}

/// Months since January 1980.
fn month(text: &str) -> Result<u16> {
    let (year, month) = text
        .split_once('-')
        .ok_or_else(|| format!("{text}: no month"))?;
    let (year, month): (u16, u16) = (year.parse()?, month.parse()?);
    Ok((year - 1980) * 12 + month - 1)
}

pub(crate) fn render(root: &Path) -> Result<Vec<Table>> {
    let mut spells = Vec::new();
    for [code, name, first, last] in read(root, HISTORY)? {
        spells.push(Spell {
            code: number(&code)?,
            name,
            first: month(&first)?,
            last: month(&last)?,
        });
    }
    spells.sort_by_key(|spell| (spell.code, spell.first));
    let last = spells.iter().map(|spell| spell.last).max().unwrap_or(0);
    let mut names = Pool::default();
    let codes = codes(root, &spells, last, &mut names)?;
    let successors = successors(root, &spells, last)?;
    let mut text = header(&[HISTORY, BUREAU, LAND].join(", "));
    text.push_str("use crate::text::Pool;\n\n");
    names.write(&mut text, "Every name once.", "NAMES")?;
    Ok(vec![
        Table {
            path: "src/region/table.rs",
            text: codes,
        },
        Table {
            path: "src/region/succession_table.rs",
            text: successors,
        },
        Table {
            path: "src/region/names.rs",
            text,
        },
    ])
}

/// Codes of every kind with the places of their names.
fn codes(root: &Path, spells: &[Spell], last: u16, names: &mut Pool) -> Result<String> {
    let rows = read_codes(root, IN_FORCE)?;
    let in_force: Vec<u32> = rows
        .iter()
        .map(|row| number(&row.code))
        .collect::<Result<_>>()?;
    if !sorted(&in_force) {
        return Err(format!("{IN_FORCE} is not sorted").into());
    }
    for (row, code) in rows.iter().zip(&in_force) {
        // The library derives parents by this rule; the table must agree.
        let prefecture = code / 100 * 100;
        let province = code / 10_000 * 10_000;
        let parent = if *code == province {
            String::new()
        } else if *code != prefecture && in_force.binary_search(&prefecture).is_ok() {
            prefecture.to_string()
        } else {
            province.to_string()
        };
        if parent != row.parent {
            return Err(format!("{code}: parent {} is not {parent}", row.parent).into());
        }
        // The history ends with the table.
        let known = |spell: &&Spell| spell.code == *code && spell.last == last;
        if spells.iter().find(known).map(|spell| &spell.name) != Some(&row.name) {
            return Err(format!("{code}: another name in {HISTORY}").into());
        }
    }
    let current = spells.iter().filter(|spell| spell.last == last).count();
    if current != in_force.len() {
        return Err(format!("{HISTORY} ends with other codes than {IN_FORCE}").into());
    }

    // Tables were drawn up in these months; each is one byte in the spells.
    let mut months: Vec<u16> = spells.iter().flat_map(|it| [it.first, it.last]).collect();
    months.sort_unstable();
    months.dedup();
    let table_of = |month| -> Result<u8> {
        Ok(u8::try_from(
            months.binary_search(&month).map_err(|_| "no such month")?,
        )?)
    };

    let mut out = header(&[IN_FORCE, HISTORY, BUREAU, LAND].join(", "));
    out.push_str("use super::spell::Spell;\n\n");
    array(
        &mut out,
        "The codes in force, sorted.",
        "IN_FORCE",
        "u32",
        &items(in_force.into_iter().map(written)),
    );
    array(
        &mut out,
        "Months of the tables that the history was read from, from January 1980.",
        "MONTHS",
        "u16",
        &items(&months),
    );
    let mut lines = Vec::new();
    for spell in spells {
        let name = names.place(&spell.name);
        let (first, last) = (table_of(spell.first)?, table_of(spell.last)?);
        lines.push(format!(
            "({}, {name}, {first}, {last})",
            written(spell.code)
        ));
    }
    array(
        &mut out,
        "Code, name, first and last table that has them; sorted.",
        "SPELLS",
        "Spell",
        &lines,
    );
    let mut bureau = BTreeMap::new();
    for [code, name, first, last, _] in read(root, BUREAU)? {
        let months = (month(&first)?, month(&last)?);
        bureau.insert(number(&code)?, (names.place(&name), months));
    }
    let lines: Vec<String> = bureau
        .iter()
        .map(|(code, (name, (first, last)))| {
            format!("({}, {name}, {first}, {last})", written(*code))
        })
        .collect();
    array(
        &mut out,
        "Codes of the statistics bureau: code, name, first and last month.",
        "BUREAU",
        "(u32, u16, u16, u16)",
        &lines,
    );
    let mut land = BTreeMap::new();
    for [code, name, ..] in read::<5>(root, LAND)? {
        land.insert(number(&code)?, names.place(&name));
    }
    let lines: Vec<String> = land
        .iter()
        .map(|row| format!("({}, {})", written(*row.0), row.1))
        .collect();
    array(
        &mut out,
        "Codes of the land administration, with the name printed.",
        "LAND",
        "(u32, u16)",
        &lines,
    );
    for code in spells.iter().map(|spell| &spell.code) {
        if bureau.contains_key(code) || land.contains_key(code) {
            return Err(format!("{code} is of two kinds").into());
        }
    }
    Ok(out)
}

/// What became of the codes that are no longer in force.
fn successors(root: &Path, spells: &[Spell], last: u16) -> Result<String> {
    let mut rows = BTreeMap::new();
    let mut texts = Pool::default();
    let mut bases = Pool::default();
    for [code, name, _, seen, next, now, basis, _] in read(root, RETIRED)? {
        let code = number(&code)?;
        let end = spells.iter().rfind(|spell| spell.code == code);
        let end = end.ok_or_else(|| format!("{code}: not in {HISTORY}"))?;
        if (&end.name, end.last) != (&name, month(&seen)?) || end.last == last {
            return Err(format!("{code}: another end in {HISTORY}").into());
        }
        let basis = if basis.is_empty() { "none" } else { &basis };
        rows.insert(
            code,
            (texts.place(&next), texts.place(&now), bases.place(basis)),
        );
    }
    let retired = spells.iter().map(|spell| spell.code);
    let in_force = |code: &u32| spells.iter().any(|it| it.code == *code && it.last == last);
    let mut retired: Vec<u32> = retired.filter(|code| !in_force(code)).collect();
    retired.dedup();
    if !rows.keys().eq(&retired) {
        return Err(format!("{RETIRED} has other codes than {HISTORY}").into());
    }
    let mut out = header(RETIRED);
    out.push_str("use super::spell::Succession;\nuse crate::text::Pool;\n\n");
    let lines: Vec<String> = rows
        .iter()
        .map(|(code, (next, now, basis))| format!("({}, {next}, {now}, {basis})", written(*code)))
        .collect();
    array(
        &mut out,
        "Retired code, its successors then and now, and what that rests on.",
        "SUCCESSIONS",
        "Succession",
        &lines,
    );
    texts.write(&mut out, "Codes with a space between them.", "CODES")?;
    bases.write(&mut out, "What a succession rests on.", "BASES")?;
    Ok(out)
}
