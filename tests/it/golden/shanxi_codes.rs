//! Labels, divisions and uses of 4,857 published rows: read in the editions of
//! today, as they were before, and in those of their time; by this crate and by
//! plain look-ups in the tables.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use standard_land::industry::{Carried, Edition};
use standard_land::jiff::civil::date;
use standard_land::land_use::{Edition as UseEdition, LandUse};
use standard_land::notice::{Column, IndustryLabel, LabelReading, Outcome, Reader, Record};
use standard_land::region::DivisionStatus;
use standard_land::{DivisionCode, IndustryCode};

use crate::oracle::carried::{EDITIONS, trees, way};

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");
const LABELS: &str = include_str!("../../data/landchina-labels-check.csv");
const DIVISIONS: &str = include_str!("../../../data/gbt2260-divisions-2026.csv");
const RETIRED: &str = include_str!("../../../data/gbt2260-retired.csv");
const USES: &str = include_str!("../../../data/landchina-land-use-labels.csv");

/// What one cell was read as, and is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Read {
    /// `label`, `division`, `use`.
    what: &'static str,
    printed: String,
    /// By today's edition.
    before: String,
    /// By the edition of its time, and what became of that.
    after: String,
    certainty: [String; 2],
}

/// `374 → 37, more`: a code of 2002 and the smallest of 2017 that holds it.
fn became(code: &str, smallest: Option<&str>, is_all: bool) -> (String, String) {
    match smallest {
        None => (format!("2002 {code} → none"), "in no code of 2017".into()),
        Some(to) if is_all => (
            format!("2002 {code} → {to}"),
            "all of a code of 2017".into(),
        ),
        Some(to) => (
            format!("2002 {code} → in {to}"),
            "in a code of 2017 that holds more".into(),
        ),
    }
}

/// A name of 2017, and whether that code holds all that the label means.
fn of_2017(named: Option<&str>, holds_all: bool) -> (String, String) {
    match named {
        None => ("-".into(), "not a name of 2017".into()),
        Some(code) if holds_all => (format!("2017 {code}"), "a name of 2017".into()),
        Some(code) => (
            format!("2017 {code}, wrong"),
            "a name of 2017 that means less".into(),
        ),
    }
}

fn label(record: &Record) -> Read {
    let printed = record.printed().cell(Column::Industry);
    let named = IndustryCode::named(Edition::E2017, printed).next();
    let found = IndustryLabel::find(printed);
    let likely = found.and_then(IndustryLabel::likely_code);
    let carried = likely.map(|code| code.carried_to(Edition::E2017));
    let mut classes = carried.iter().flat_map(Carried::classes);
    let holds_all = named.is_some_and(|code| classes.all(|it| it.is_within(code)));
    let (before, certainty) = of_2017(named.map(IndustryCode::code).as_deref(), holds_all);
    let (after, now) = match (likely, &carried) {
        (Some(code), Some(carried)) => {
            let smallest = carried.smallest_code().map(IndustryCode::code);
            became(&code.code(), smallest.as_deref(), carried.is_all())
        }
        _ => ("-".into(), "no code".into()),
    };
    // One that is misspelt may be too far from any name to have a code.
    let reading = match likely.and(found).map(IndustryLabel::reading) {
        Some(LabelReading::Name) => "a name of 2002, ",
        Some(LabelReading::Misspelt) => "almost a name of 2002, ",
        _ => "",
    };
    Read {
        what: "label",
        printed: printed.to_owned(),
        before,
        after,
        certainty: [certainty, format!("{reading}{now}")],
    }
}

fn division(record: &Record) -> Read {
    let code = record.division().unwrap();
    let today = code.carried_to(date(2026, 9, 30));
    let successors = |end: standard_land::region::Retirement| {
        let all: Vec<String> = end.successors_in_force().map(|it| it.to_string()).collect();
        assert_eq!(all.len(), 1);
        let carried = today.unwrap();
        assert_eq!(carried.code.to_string(), all[0]);
        (
            format!("{} → {}", end.last_name(), all[0]),
            format!("retired, successor {}", carried.certainty),
        )
    };
    let (before, after, certainty) = match code.status() {
        DivisionStatus::InForce => {
            let name = code.name_on(date(2026, 9, 30)).unwrap();
            ("in the table", name.to_owned(), "in force".to_owned())
        }
        DivisionStatus::Retired(end) => {
            let (after, certainty) = successors(end);
            ("unknown", after, certainty)
        }
        other => panic!("{code}: {other:?}"),
    };
    Read {
        what: "division",
        printed: code.to_string(),
        before: before.to_owned(),
        after,
        certainty: [before.to_owned(), certainty],
    }
}

fn land_use(record: &Record) -> Read {
    let printed = record.printed().cell(Column::LandUse);
    let named = LandUse::named(UseEdition::Gbt2017, printed).next();
    let class = record.land_use().unwrap();
    Read {
        what: "use",
        printed: printed.to_owned(),
        before: named.map_or("unknown".to_owned(), |class| class.to_string()),
        after: class.to_string(),
        certainty: [
            if named.is_some() {
                "a name of 2017"
            } else {
                "unknown"
            }
            .to_owned(),
            format!("a class of {}", class.edition()),
        ],
    }
}

/// What this crate reads.
fn by_the_crate() -> Vec<Read> {
    let mut reads = Vec::new();
    for outcome in Reader::new(SHANXI.as_bytes()).unwrap() {
        if let Outcome::Record(record) = outcome.unwrap() {
            reads.extend([label(&record), division(&record), land_use(&record)]);
        }
    }
    reads
}

fn cells(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

/// Rows of a table by the cell of a column.
fn keyed(table: &str) -> BTreeMap<String, csv::StringRecord> {
    let rows = cells(table).into_iter();
    rows.map(|row| (row[0].to_owned(), row)).collect()
}

/// Codes by their names: of several codes the first, which is the highest.
fn names_of(table: &str) -> BTreeMap<String, String> {
    let rows = cells(table).into_iter().rev();
    rows.map(|row| (row[3].to_owned(), row[0].to_owned()))
        .collect()
}

/// What the tables say, by text alone.
fn by_the_tables() -> Vec<Read> {
    let [of_2002, _, below_2017] = EDITIONS.map(|(_, table)| trees(table));
    let classes = |tree: &BTreeMap<String, BTreeSet<String>>| {
        let classes = tree.keys().filter(|code| code.len() == 4).cloned();
        classes.collect::<Vec<_>>()
    };
    let there = way(0, 2, classes(&of_2002).into_iter());
    let back = way(2, 0, classes(&below_2017).into_iter());
    let [names_2002, _, names_2017] = EDITIONS.map(|(_, table)| names_of(table));
    let uses_2017: BTreeMap<String, String> =
        names_of(include_str!("../../../data/gbt21010-2017-land-use.csv"));
    let (labels, uses) = (keyed(LABELS), keyed(USES));
    let (divisions, retired) = (keyed(DIVISIONS), keyed(RETIRED));

    let label = |printed: &str| {
        let code = labels.get(printed).map(|row| row[3].to_owned());
        let code = code.filter(|code| !code.is_empty());
        let below = code.iter().flat_map(|code| &of_2002[code]);
        let now: BTreeSet<&String> = below.clone().flat_map(|class| &there[class]).collect();
        let named = names_2017.get(printed);
        let holds_all =
            named.is_some_and(|it| now.iter().all(|class| below_2017[it].contains(*class)));
        let (before, certainty) = of_2017(named.map(String::as_str), holds_all);
        let (after, after_certainty) = match &code {
            None => ("-".into(), "no code".into()),
            Some(code) => {
                let smallest = Some(&labels[printed][4]).filter(|it| !it.is_empty());
                let home: BTreeSet<&String> = now.iter().flat_map(|class| &back[*class]).collect();
                let is_all = smallest.is_some_and(|it| {
                    now.len() == below_2017[it].len()
                        && home.iter().all(|class| of_2002[code].contains(*class))
                        && below.clone().all(|class| !there[class].is_empty())
                });
                became(code, smallest, is_all)
            }
        };
        let reading = match code {
            None => "",
            Some(_) if names_2002.contains_key(printed) => "a name of 2002, ",
            Some(_) => "almost a name of 2002, ",
        };
        Read {
            what: "label",
            printed: printed.to_owned(),
            before,
            after,
            certainty: [certainty, format!("{reading}{after_certainty}")],
        }
    };
    let division = |code: &str| {
        let (before, after, certainty) = match (divisions.get(code), retired.get(code)) {
            (Some(row), None) => ("in the table", row[3].to_owned(), "in force".to_owned()),
            (None, Some(row)) => {
                let certainty = match &row[6] {
                    "events and names" => "seen",
                    "events" | "names" | "remembered" => "remembered",
                    _ => "doubtful",
                };
                let after = format!("{} → {}", &row[1], &row[5]);
                ("unknown", after, format!("retired, successor {certainty}"))
            }
            other => panic!("{code}: {other:?}"),
        };
        Read {
            what: "division",
            printed: code.to_owned(),
            before: before.to_owned(),
            after,
            certainty: [before.to_owned(), certainty],
        }
    };
    let land_use = |printed: &str| {
        let named = uses_2017
            .get(printed)
            .map(|code| format!("GB/T 21010-2017 {code}"));
        let row = &uses[printed];
        assert_eq!(&row[2], "gbt21010-2007");
        let certainty = if named.is_some() {
            "a name of 2017"
        } else {
            "unknown"
        };
        Read {
            what: "use",
            printed: printed.to_owned(),
            before: named.unwrap_or("unknown".to_owned()),
            after: format!("GB/T 21010-2007 {}", &row[3]),
            certainty: [
                certainty.to_owned(),
                "a class of GB/T 21010-2007".to_owned(),
            ],
        }
    };
    let mut seen = BTreeSet::new();
    let mut reads = Vec::new();
    for row in cells(SHANXI) {
        if seen.insert(row.iter().collect::<Vec<_>>().join("\u{1f}")) {
            reads.extend([label(&row[9]), division(&row[1][..6]), land_use(&row[6])]);
        }
    }
    reads
}

/// How many rows were read how, before and after; then each cell.
fn printed(reads: Vec<Read>) -> String {
    let mut text = String::new();
    for what in ["label", "division", "use"] {
        let of = reads.iter().filter(|read| read.what == what);
        for (place, when) in ["before", "after"].into_iter().enumerate() {
            let mut rows: BTreeMap<&str, u32> = BTreeMap::new();
            for read in of.clone() {
                *rows.entry(&read.certainty[place]).or_default() += 1;
            }
            for (certainty, rows) in rows {
                writeln!(text, "{what}s {when}: {rows:5} rows {certainty}").unwrap();
            }
        }
    }
    let mut rows: BTreeMap<Read, u32> = BTreeMap::new();
    for read in reads {
        *rows.entry(read).or_default() += 1;
    }
    for (read, rows) in rows {
        let Read {
            what,
            printed,
            before,
            after,
            ..
        } = read;
        writeln!(text, "{what} {printed}: {before} | {after} | {rows}").unwrap();
    }
    text
}

#[test]
fn codes_before_and_after_by_certainty_are_those_of_the_tables() {
    let reads = by_the_crate();
    assert_eq!(reads.len(), 3 * 4344);
    let expected = by_the_tables();
    assert_eq!(reads.len(), expected.len());
    for (found, expected) in reads.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    let found = printed(reads);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/it/golden/shanxi_codes.txt"
        );
        std::fs::write(path, &found).unwrap();
    }
    assert_eq!(found, include_str!("shanxi_codes.txt"));
}

#[test]
fn every_division_of_the_rows_had_a_name_when_it_was_printed() {
    // Nothing printed in 2012-2016 is unknown in its time.
    for row in cells(SHANXI) {
        let code: DivisionCode = row[1][..6].parse().unwrap();
        assert!(code.name_on(date(2012, 1, 1)).is_some(), "{code}");
    }
}
