//! A corpus of sentences as briefings print them, and all that is read there.
//!
//! `briefings.txt` has one briefing per paragraph; `briefings_read.txt` says
//! what becomes of every figure. `UPDATE_GOLDEN=1` writes the second anew.

use std::fmt::Write as _;

use standard_land::audit::text::{
    Briefing, Context, ContextKind, Finding, FindingKind, Open, Passage, Position, Reason, Rule,
};
use standard_land::audit::{Reading, Span};

use super::{Format, text};

const CORPUS: &str = include_str!("briefings.txt");
const READ: &str = include_str!("briefings_read.txt");

/// All that is read of a briefing, a line each.
fn read(text: &str) -> String {
    let briefing = Briefing::read(text);
    let mut read = String::new();
    for passage in briefing.passages() {
        let verdict = passage.claim().audit(&Reading::new()).unwrap();
        let (rule, claim) = (passage.rule(), passage.claim());
        writeln!(read, "  {rule}: {claim} ({})", verdict.outcome()).unwrap();
    }
    for open in briefing.open() {
        writeln!(
            read,
            "  open: {} ({}) with {}",
            open.figure(),
            open.rule(),
            open.known()
        )
        .unwrap();
    }
    for (figure, reason) in briefing.unrelated() {
        writeln!(
            read,
            "  unrelated: {} ({reason})",
            briefing.printed(figure.span())
        )
        .unwrap();
    }
    for context in briefing.context() {
        writeln!(
            read,
            "  context: {} ({})",
            briefing.printed(context.span),
            context.kind
        )
        .unwrap();
    }
    for finding in briefing.findings() {
        writeln!(
            read,
            "  finding: {} ({})",
            briefing.printed(finding.span),
            finding.kind
        )
        .unwrap();
    }
    let account = briefing.account();
    assert!(account.balances(), "{text}\n{account}");
    read
}

fn paragraphs() -> impl Iterator<Item = &'static str> {
    CORPUS.split("\n\n").map(str::trim_end)
}

#[test]
fn every_figure_of_the_corpus_goes_where_it_did() {
    let mut all = String::new();
    for paragraph in paragraphs() {
        writeln!(all, "{paragraph}\n{}", read(paragraph)).unwrap();
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/it/golden/briefings_read.txt"
        );
        std::fs::write(path, &all).unwrap();
        return;
    }
    for (now, golden) in all.lines().zip(READ.lines()) {
        assert_eq!(now, golden);
    }
    assert_eq!(all.len(), READ.len());
}

#[test]
fn the_corpus_is_large_and_mostly_read() {
    assert!(paragraphs().count() >= 40);
    let (mut figures, mut related) = (0_usize, 0_usize);
    for paragraph in paragraphs() {
        let account = Briefing::read(paragraph).account();
        figures += account.figures() - account.context();
        related += account.related();
    }
    assert!(related * 10 >= figures * 7, "{related} of {figures}");
}

/// The bytes of what is read.
pub(super) fn check_types(format: &impl Format) {
    text::<Rule>(format, "share", "057368617265");
    text::<Reason>(format, "no-partner", "0a6e6f2d706172746e6572");
    text::<ContextKind>(format, "ordinal", "076f7264696e616c");
    text::<FindingKind>(format, "base-by-year", "0c626173652d62792d79656172");
    let span = Span { start: 3, end: 9 };
    format.check::<Finding>(
        &Finding {
            kind: FindingKind::WideComma,
            span,
        },
        r#"{"kind":"wide-comma","span":"3..9"}"#,
        "0a776964652d636f6d6d6104332e2e39",
    );
    format.check::<Context>(
        &Context {
            span,
            kind: ContextKind::Date,
        },
        r#"{"span":"3..9","kind":"date"}"#,
        "04332e2e390464617465",
    );
    format.check::<Position>(
        &Position { line: 2, column: 4 },
        r#"{"line":2,"column":4}"#,
        "0204",
    );
}

/// The same for what is only written: nobody can check it without the text.
pub(super) fn check_written_types(format: &impl Format) {
    let briefing = Briefing::read("供地7宗，开工4宗，占57%。");
    let [passage] = briefing.passages() else {
        panic!()
    };
    format.check_written::<Passage>(
        passage,
        "{\"rule\":\"share\",\"span\":\"6..32\",\"claim\":\"57% = 4宗 of 7宗\",\
         \"operands\":[2,1,0]}",
        "05736861726505362e2e333212353725203d2034e5ae97206f662037e5ae9703020100",
    );
    let briefing = Briefing::read("供地7宗，同比增长40%。");
    let [open] = briefing.open() else { panic!() };
    format.check_written::<Open>(
        open,
        "{\"rule\":\"growth\",\"span\":\"6..28\",\"figure\":\"40%\",\
         \"known\":\"7宗\",\"operands\":[1,0]}",
        "0667726f77746805362e2e3238033430250437e5ae970100",
    );
}
