//! True texts with other figures, and texts of other genres: nobody is accused.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]

use serde_json::Value;
use standard_land::audit::{Outcome, PrintedUnit, Reading};
use standard_land::briefing::Briefing;

use crate::corpus::corpus;

const OWN: &str = include_str!("../../data/briefings-own.jsonl");

/// What is said to be wrong, or in doubt.
fn faults(text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let faults = audit.iter().filter(|judged| {
        matches!(
            judged.outcome(),
            Some(Outcome::Impossible | Outcome::Unexplained)
        )
    });
    faults.map(ToString::to_string).collect()
}

/// Digits times a number, with as many places; `None` where there are none.
fn times(printed: &str, by: u128) -> Option<String> {
    let start = printed.find(|c: char| c.is_ascii_digit())?;
    let rest = printed.get(start..)?;
    let len = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let (number, unit) = rest.split_at_checked(len)?;
    let places = number.split_once('.').map_or(0, |(_, places)| places.len());
    let digits: u128 = number.replace('.', "").parse().ok()?;
    let is_plain = !unit.contains(|c: char| c.is_ascii_digit());
    let mut made = format!("{:0>1$}", digits * by, places + 1);
    if places > 0 {
        made.insert(made.len() - places, '.');
    }
    is_plain.then(|| format!("{}{made}{unit}", printed.get(..start).unwrap_or_default()))
}

/// A text with all its amounts so many times as much; `None` if one is in words.
fn scaled(text: &str, by: u128) -> Option<String> {
    let briefing = Briefing::read(text);
    let mut made = String::new();
    let mut from = 0;
    for figure in briefing.figures() {
        let span = figure.span();
        made.push_str(text.get(from..span.start)?);
        from = span.end;
        let printed = briefing.printed(span);
        let is_amount = figure.value().is_some_and(|value| {
            matches!(
                value.unit(),
                PrintedUnit::Count(..) | PrintedUnit::Area(_) | PrintedUnit::Money(_)
            )
        });
        if is_amount {
            made.push_str(&times(printed, by)?);
        } else if figure.value().is_some_and(|value| value.unit().is_number()) {
            made.push_str(printed);
        } else {
            return None;
        }
    }
    made.push_str(text.get(from..)?);
    Some(made)
}

#[test]
fn true_texts_with_all_amounts_multiplied_are_not_accused() {
    // What is one for each does not grow with its total, and a hectare has 15 mu.
    const OTHERS: [&str; 4] = ["mean", "product", "conversion", "comparison"];
    let mut tried = 0;
    for labelled in corpus() {
        let is_kept = labelled.value["truth"] == "true"
            && ["claims", "open"].iter().all(|list| {
                let list = labelled.value[*list].as_array().into_iter().flatten();
                list.into_iter()
                    .all(|label| !OTHERS.contains(&label["kind"].as_str().unwrap()))
            });
        if !is_kept || labelled.text.contains(['均', '每']) {
            continue;
        }
        for by in [3, 7, 11] {
            if let Some(text) = scaled(&labelled.text, by) {
                tried += 1;
                assert_eq!(
                    faults(&text),
                    Vec::<String>::new(),
                    "{}: {text}",
                    labelled.id
                );
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn true_texts_of_other_genres_are_not_accused() {
    let mut texts = 0;
    for line in OWN.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        if value["truth"] == "true" {
            texts += 1;
            let text = value["text"].as_str().unwrap();
            assert_eq!(faults(text), Vec::<String>::new(), "{}", value["id"]);
        }
    }
    assert!(texts > 80, "{texts}");
}
