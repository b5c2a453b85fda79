//! What became of every code, from the comparison tables by plain sets of text.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use standard_land::IndustryCode;
use standard_land::industry::{Edition, IndustryLevel, IndustrySet};

use crate::given::rows;

pub(crate) type Classes = BTreeSet<String>;
pub(crate) type Step = BTreeMap<String, Classes>;

pub(crate) const EDITIONS: [(Edition, &str); 3] = [
    (
        Edition::E2002,
        include_str!("../../../data/gbt4754-2002.csv"),
    ),
    (
        Edition::E2011,
        include_str!("../../../data/gbt4754-2011.csv"),
    ),
    (
        Edition::E2017,
        include_str!("../../../data/gbt4754-2017-amd1.csv"),
    ),
];

const COMPARISONS: [&str; 2] = [
    include_str!("../../../data/gbt4754-2002-2011.csv"),
    include_str!("../../../data/gbt4754-2011-2017.csv"),
];

/// The rows of a comparison table: the older class, the newer one, the remark.
fn pairs(table: &str) -> Vec<[String; 3]> {
    csv::Reader::from_reader(table.as_bytes())
        .into_records()
        .map(|row| {
            let row = row.unwrap();
            [0, 1, 3].map(|place| row[place].trim().to_owned())
        })
        .collect()
}

/// One step between neighbours, forwards or backwards.
fn step(from: usize, to: usize) -> Step {
    let mut step = Step::new();
    for [older, newer, _] in pairs(COMPARISONS[from.min(to)]) {
        let (a, b) = if from < to {
            (older, newer)
        } else {
            (newer, older)
        };
        step.entry(a).or_default().insert(b);
    }
    step
}

/// What each class of one edition shares activities with in another.
pub(crate) fn way(from: usize, to: usize, classes: impl Iterator<Item = String>) -> Step {
    let mut way: Step = classes
        .map(|class| (class.clone(), [class].into_iter().collect()))
        .collect();
    let mut now = from;
    while now != to {
        let next = if now < to { now + 1 } else { now - 1 };
        let step = step(now, next);
        for classes in way.values_mut() {
            let found = classes.iter().filter_map(|class| step.get(class));
            *classes = found.flatten().cloned().collect();
        }
        now = next;
    }
    way
}

/// The classes below every code of an edition, by the parents of its table.
pub(crate) fn trees(table: &str) -> BTreeMap<String, Classes> {
    let parents: BTreeMap<&str, &str> = rows(table)
        .map(|[code, _, parent, _]| (code, parent))
        .collect();
    let mut below: BTreeMap<String, Classes> = BTreeMap::new();
    for [code, level, ..] in rows(table) {
        let mut above = code;
        while level == "class" && !above.is_empty() {
            below
                .entry(above.to_owned())
                .or_default()
                .insert(code.to_owned());
            above = parents[above];
        }
    }
    below
}

fn texts(codes: impl Iterator<Item = IndustryCode>) -> Classes {
    codes.map(IndustryCode::code).collect()
}

#[test]
fn every_code_of_every_edition_is_carried_as_the_tables_say() {
    let trees = EDITIONS.map(|(_, table)| trees(table));
    let classes_of = |edition: usize| {
        let codes = trees[edition].keys().filter(|code| code.len() == 4);
        codes.cloned().collect::<Vec<_>>()
    };
    for from in 0..3 {
        for to in 0..3 {
            let there = way(from, to, classes_of(from).into_iter());
            let back = way(to, from, classes_of(to).into_iter());
            let (edition, other) = (EDITIONS[from].0, EDITIONS[to].0);
            for (text, classes) in &trees[from] {
                let expected: Classes = classes
                    .iter()
                    .flat_map(|class| &there[class])
                    .cloned()
                    .collect();
                let code = IndustryCode::new(edition, text).unwrap();
                let found = code.carried_to(other);
                assert_eq!(texts(found.classes()), expected, "{code} to {other}");
                assert_eq!(found.edition(), other);
                assert_eq!(found.is_upper_bound(), from.abs_diff(to) == 2);

                // The codes that hold all of it, the lowest one: the one with
                // the fewest classes, and among equals the longest.
                let holding = trees[to]
                    .iter()
                    .filter(|(_, below)| !expected.is_empty() && expected.is_subset(below))
                    .min_by_key(|(code, below)| (below.len(), 4 - code.len()));
                let smallest = found.smallest_code().map(IndustryCode::code);
                let expected_code = holding.map(|(code, _)| code);
                assert_eq!(smallest.as_ref(), expected_code, "{code} to {other}");

                let is_all = holding.is_some_and(|(_, below)| {
                    let mut home = expected.iter().flat_map(|class| &back[class]);
                    *below == expected
                        && home.all(|class| classes.contains(class))
                        && classes.iter().all(|class| !there[class].is_empty())
                });
                assert_eq!(found.is_all(), is_all, "{code} to {other}");
                let unmatched = classes.iter().filter(|class| there[*class].is_empty());
                let unmatched: Classes = unmatched.cloned().collect();
                assert_eq!(texts(found.unmatched()), unmatched, "{code} to {other}");
            }
        }
    }
}

#[test]
fn there_and_back_holds_the_code() {
    for (edition, _) in EDITIONS {
        for (other, _) in EDITIONS {
            for code in IndustryCode::all(edition) {
                let there = code.carried_to(other);
                let back = there.set().carried_to(edition);
                let mut lost = code.classes().filter(|class| !back.set().contains(*class));
                // 9231 of 2017 is new: nothing of it was there before.
                assert!(
                    lost.all(|class| class.code() == "9231" && other < edition),
                    "{code} over {other}"
                );
            }
        }
    }
}

#[test]
fn it_does_not_matter_where_a_way_is_cut() {
    let by = |set: &IndustrySet, edition| set.carried_to(edition).set().clone();
    for code in IndustryCode::all(Edition::E2002) {
        let set = IndustrySet::from(code);
        let there = by(&by(&set, Edition::E2011), Edition::E2017);
        assert_eq!(there, by(&set, Edition::E2017), "{code}");
        // There and half the way back: the two steps back join, too.
        let back = by(&by(&there, Edition::E2011), Edition::E2002);
        assert_eq!(back, by(&there, Edition::E2002), "{code}");
        // Carrying the parts is carrying the whole.
        let mut parts = IndustrySet::new(Edition::E2017);
        for class in code.classes() {
            for part in class.carried_to(Edition::E2017).classes() {
                parts.insert(part).unwrap();
            }
        }
        assert_eq!(parts, there, "{code}");
    }
}

/// How wide the classes of 2002 became: the figures of the composed table.
#[test]
fn classes_of_2002_stay_as_close_as_counted() {
    let mut levels = BTreeMap::new();
    for class in IndustryCode::all(Edition::E2002) {
        if class.level() == IndustryLevel::Class {
            let carried = class.carried_to(Edition::E2017);
            let level = carried.smallest_code().map(IndustryCode::level);
            *levels.entry(level).or_insert(0) += 1;
        }
    }
    let expected = [
        (None, 10),
        (Some(IndustryLevel::Section), 40),
        (Some(IndustryLevel::Division), 65),
        (Some(IndustryLevel::Group), 168),
        (Some(IndustryLevel::Class), 630),
    ];
    assert_eq!(levels, expected.into_iter().collect());
}

#[test]
fn every_row_of_the_comparison_tables_is_found_from_both_sides() {
    for (older, table) in COMPARISONS.iter().enumerate() {
        let (old, new) = (EDITIONS[older].0, EDITIONS[older + 1].0);
        let mut from_older = Vec::new();
        let mut from_newer = Vec::new();
        for code in IndustryCode::all(old) {
            from_older.extend(code.comparison_rows().filter(|row| row.older() == code));
        }
        for code in IndustryCode::all(new) {
            from_newer.extend(code.comparison_rows().filter(|row| row.newer() == code));
        }
        let printed = |row: &standard_land::industry::ComparisonRow| {
            let text = |code: IndustryCode| code.code();
            [
                text(row.older()),
                text(row.newer()),
                row.remark().to_owned(),
            ]
        };
        let mut expected = pairs(table);
        assert_eq!(from_older.iter().map(printed).collect::<Vec<_>>(), expected);
        expected.sort_by(|a, b| (&a[1], &a[0]).cmp(&(&b[1], &b[0])));
        assert_eq!(from_newer.iter().map(printed).collect::<Vec<_>>(), expected);
        assert!(from_older.iter().all(|row| row.newer().edition() == new));
    }
}
