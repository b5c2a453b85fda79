//! What the fuzz targets do; also called by the tests, which replay the corpus.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of rows that are in memory; an overflow would be found"
)]

use std::collections::BTreeMap;

use standard_land::audit::Reading;
use standard_land::briefing::Briefing;
use standard_land::exact::{Mode, Modes};
use standard_land::notice::{FindingKind, Options, Outcome, Reader};
use standard_land::{Ratio, Register, Tally};

/// Any bytes as a file of notices: no panic, and the account balances.
pub(crate) fn notice(bytes: &[u8]) {
    let plain = Options::default().keep_unknown(true);
    for options in [
        plain.clone(),
        plain.clone().find_repeats(false),
        plain.collapse_alike(true).round_areas(Mode::HalfEven),
    ] {
        let Ok(mut reader) = Reader::with_options(bytes, options) else {
            return;
        };
        let (mut rows, mut rejected, mut repeats) = (0_u64, 0_u64, 0_u64);
        let (mut totals, mut blank, mut without_area) = (0_u64, 0_u64, 0_u64);
        let mut records = Tally::default();
        let mut kinds: BTreeMap<FindingKind, u64> = BTreeMap::new();
        let mut register = Register::new();
        for outcome in &mut reader {
            let Ok(outcome) = outcome else { break };
            rows += 1;
            let (row, findings) = match &outcome {
                Outcome::Record(record) => {
                    records
                        .push(record.area())
                        .expect("the reader checks the total");
                    assert!(!record.area().is_zero());
                    assert_eq!(record.dates().backwards(), None);
                    // Less than a quantum was lost, and only by rounding.
                    let lost = record.area_lost();
                    assert!(lost.is_none_or(|it| it < Ratio::ONE && !it.is_zero()));
                    // Refused or not: it must not panic.
                    let _ = record.add_to(&mut register);
                    (record.printed().number(), record.findings())
                }
                Outcome::Rejected(rejection) => {
                    rejected += 1;
                    without_area += u64::from(rejection.is_parcel_without_area());
                    assert!(rejection.findings().contains(&rejection.reason()));
                    assert_eq!(rejection.dates().backwards(), None);
                    (rejection.printed().number(), rejection.findings())
                }
                Outcome::Total(total) => {
                    totals += 1;
                    assert!(!total.check().to_string().is_empty());
                    (total.printed().number(), total.findings())
                }
                Outcome::Repeat(repeat) => {
                    repeats += 1;
                    assert!(repeat.first < repeat.row);
                    // They are those of the first row, and not counted again.
                    let _ = repeat.findings();
                    (repeat.row, &[][..])
                }
                Outcome::Blank { row } => {
                    blank += 1;
                    (*row, &[][..])
                }
            };
            assert_eq!(row, rows);
            for finding in findings {
                *kinds.entry(finding.kind).or_default() += 1;
            }
        }
        let account = reader.account();
        for finding in account.columns().findings() {
            *kinds.entry(finding.kind).or_default() += 1;
        }
        assert!(account.balances());
        assert_eq!(account.rows(), rows);
        assert_eq!(account.records(), records);
        assert_eq!(account.rejected(), rejected);
        assert_eq!(account.parcels_without_area(), without_area);
        assert_eq!(account.totals(), totals);
        assert_eq!(account.repeats().parcels(), repeats);
        assert_eq!(account.blank(), blank);
        for kind in FindingKind::ALL {
            let counted = kinds.get(kind).copied().unwrap_or_default();
            assert_eq!(account.count(*kind), counted, "{kind}");
        }
    }
}

/// Any text as a briefing: no panic, the account balances, and every claim
/// shows where it stands.
pub(crate) fn briefing(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let briefing = Briefing::read(&text);
    let audit = briefing.audit(&Reading::new());
    let account = audit.account();
    assert!(account.balances(), "{account}");
    assert_eq!(
        account.figures(),
        briefing.figures().len() + briefing.context().len()
    );
    assert_eq!(account.unrelated(), audit.unrelated().count());
    let mut end = 0;
    for figure in briefing.figures() {
        let span = figure.span();
        assert!(end <= span.start && span.start < span.end);
        let printed = briefing.printed(span);
        assert!(!printed.is_empty());
        let place = briefing.place(span);
        let characters = place.characters.end - place.characters.start;
        assert_eq!(characters, printed.chars().count());
        assert_eq!(
            place.utf16.end - place.utf16.start,
            printed.encode_utf16().count()
        );
        end = span.end;
    }
    for context in briefing.context() {
        assert!(!briefing.printed(context.span).is_empty());
    }
    let mut related = vec![false; briefing.figures().len()];
    for judged in &audit {
        assert!(!briefing.printed(judged.span()).is_empty());
        assert!(judged.places().len() > 1);
        assert!(!judged.explain_zh().is_empty() && !judged.explain_en().is_empty());
        assert!(!judged.places()[1..].contains(&judged.places()[0]));
        for figure in judged.figures() {
            let (span, within) = (figure.span(), judged.span());
            assert!(within.start <= span.start && span.end <= within.end);
            assert!(figure.value().is_some());
        }
        for place in judged.places() {
            related[*place] = true;
        }
        for words in judged.evidence() {
            assert!(text.get(words.start..words.end).is_some());
        }
        for dropped in judged.dropped() {
            assert!(!briefing.printed(dropped.figure().span()).is_empty());
        }
    }
    assert_eq!(
        account.related(),
        related.iter().filter(|is_related| **is_related).count()
    );
    for open in audit.open() {
        assert!(!open.figures().is_empty());
        let _ = open.missing(Modes::ANY, &Reading::new());
    }
    for suspect in audit.suspects() {
        assert!(suspect.breaks().len() > 1);
    }
    let position = briefing.position(text.len());
    assert!(position.line >= 1 && position.column >= 1);
}
