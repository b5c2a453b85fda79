//! Labelled texts, what is read of each, and how right that is.
//!
//! `briefings_read.txt` says what becomes of every figure, `briefings_score.txt`
//! how much of the labels is found: a change shows what it gained and lost.
//! `UPDATE_GOLDEN=1` writes both anew.

use std::fmt::Write as _;

use standard_land::audit::{Reading, Span};
use standard_land::briefing::{
    Briefing, Context, ContextKind, DropReason, Kind, Place, Position, Reach, Reason, Rule, Side,
    Slot, Strength,
};

use super::briefing_score::table;
use super::{Format, from_json, text};
use crate::corpus::corpus;

const READ: &str = include_str!("briefings_read.txt");
const SCORE: &str = include_str!("briefings_score.txt");

/// All that is read of a briefing, a line each.
fn read(text: &str) -> String {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let mut read = String::new();
    for judged in &audit {
        writeln!(read, "  {} {}: {judged}", judged.rule(), judged.strength()).unwrap();
    }
    for open in audit.open() {
        let figures = open
            .figures()
            .iter()
            .map(|figure| briefing.printed(figure.span()));
        writeln!(
            read,
            "  open {}: {}",
            open.kind(),
            figures.collect::<Vec<_>>().join(" ")
        )
        .unwrap();
    }
    for (figure, reason) in audit.unrelated() {
        writeln!(read, "  {reason}: {}", briefing.printed(figure.span())).unwrap();
    }
    for context in briefing.context() {
        writeln!(
            read,
            "  {}: {}",
            context.kind,
            briefing.printed(context.span)
        )
        .unwrap();
    }
    let account = audit.account();
    assert!(account.balances(), "{text}\n{account}");
    read
}

/// Compares with a golden file, or writes it.
fn check(now: &str, golden: &str, name: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = format!("{}/tests/it/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, now).unwrap();
        return;
    }
    for (now, golden) in now.lines().zip(golden.lines()) {
        assert_eq!(now, golden);
    }
    assert_eq!(now.len(), golden.len());
}

#[test]
fn every_figure_of_the_corpus_goes_where_it_did() {
    let mut all = String::new();
    for labelled in corpus() {
        writeln!(all, "{}\n{}", labelled.id, read(&labelled.text)).unwrap();
    }
    check(&all, READ, "briefings_read.txt");
}

#[test]
fn the_labels_are_found_as_far_as_they_were() {
    let (groups, table) = table();
    check(&table, SCORE, "briefings_score.txt");
    assert_eq!(corpus().len(), 329);
    for (name, score) in groups {
        let percent = |(part, whole): (usize, usize)| part * 100 / whole.max(1);
        assert_eq!(score.accusations, 0, "{name}");
        assert!(
            percent(score.asserted) >= 95,
            "{name}: {:?}",
            score.asserted
        );
        let least = match name.as_str() {
            "t" => 80,
            "l" => 75,
            _ => 85,
        };
        assert!(percent(score.stated) >= least, "{name}: {:?}", score.stated);
    }
}

/// The bytes of what is read.
pub(super) fn check_types(format: &impl Format) {
    text::<Rule>(format, "share", "057368617265");
    text::<Reason>(format, "no-partner", "0a6e6f2d706172746e6572");
    text::<ContextKind>(format, "ordinal", "076f7264696e616c");
    text::<Kind>(format, "growth", "0667726f777468");
    text::<Strength>(format, "named", "056e616d6564");
    text::<Slot>(format, "period", "06706572696f64");
    text::<Side>(format, "back", "046261636b");
    text::<Reach>(format, "sentence", "0873656e74656e6365");
    text::<DropReason>(format, "change", "066368616e6765");
    format.check::<Context>(
        &from_json(r#"{"kind":"date","span":"3..9"}"#),
        r#"{"span":"3..9","kind":"date"}"#,
        "04332e2e390464617465",
    );
    format.check::<Position>(
        &from_json(r#"{"column":4,"line":2}"#),
        r#"{"line":2,"column":4}"#,
        "0204",
    );
    let place: Place = from_json(r#"{"utf16":"1..3","characters":"1..3","bytes":"3..9"}"#);
    assert_eq!(place.bytes, Span { start: 3, end: 9 });
    format.check::<Place>(
        &place,
        r#"{"bytes":"3..9","characters":"1..3","utf16":"1..3"}"#,
        "04332e2e3904312e2e3304312e2e33",
    );
}
