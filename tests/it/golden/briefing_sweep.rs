//! Every figure of stated claims misprinted, one at a time: what is noticed.
//!
//! `briefing_sweep.txt` has the counts; `UPDATE_GOLDEN=1` writes them anew.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of texts that are in memory; a slip would be a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use standard_land::audit::{Outcome, Reading};
use standard_land::briefing::Briefing;

use super::briefing_score::stated_figures;
use crate::corpus::corpus;

const SWEEP: &str = include_str!("briefing_sweep.txt");

/// Every so many texts one is misprinted.
const STEP: usize = 4;

/// The digits of a figure, one more in the last place, or a tenth more.
fn misprinted(printed: &str, by_a_tenth: bool) -> Option<String> {
    let start = printed.find(|c: char| c.is_ascii_digit())?;
    let rest = printed.get(start..)?;
    let len = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let (number, unit) = rest.split_at_checked(len)?;
    let places = number.split_once('.').map_or(0, |(_, places)| places.len());
    let digits: u128 = number.replace('.', "").parse().ok()?;
    let other = if by_a_tenth {
        digits + (digits / 10).max(1)
    } else {
        digits + 1
    };
    let mut made = format!("{other:0>0$}", places + 1);
    if places > 0 {
        made.insert(made.len() - places, '.');
    }
    Some(format!("{}{made}{unit}", printed.get(..start)?))
}

#[test]
fn as_many_misprints_are_noticed_as_before() {
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for labelled in corpus().iter().step_by(STEP) {
        if labelled.value["truth"] != "true" {
            continue;
        }
        let briefing = Briefing::read(&labelled.text);
        let places: BTreeSet<usize> = stated_figures(labelled, &briefing);
        for place in places {
            let span = briefing.figure(place).unwrap().span();
            for (name, by_a_tenth) in [("last digit", false), ("a tenth", true)] {
                let Some(other) = misprinted(briefing.printed(span), by_a_tenth) else {
                    continue;
                };
                let mut text = labelled.text.clone();
                text.replace_range(span.start..span.end, &other);
                let briefing = Briefing::read(&text);
                let audit = briefing.audit(&Reading::new());
                let at = if audit.with_outcome(Outcome::Impossible).next().is_some() {
                    0
                } else if audit.with_outcome(Outcome::Unexplained).next().is_some() {
                    1
                } else {
                    2
                };
                let group = format!("{} {name}", labelled.id.chars().next().unwrap());
                counts.entry(group).or_default()[at] += 1;
            }
        }
    }
    let mut now = String::new();
    for (group, [impossible, unexplained, missed]) in &counts {
        writeln!(
            now,
            "{group}: impossible {impossible}  unexplained {unexplained}  missed {missed}"
        )
        .unwrap();
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/it/golden/briefing_sweep.txt"
        );
        std::fs::write(path, &now).unwrap();
        return;
    }
    assert_eq!(now, SWEEP);
}
