//! A briefing, read: its figures, its claims, and what is left over.

use alloc::vec::Vec;

use super::account::Account;
use super::context::{Context, ContextKind};
use super::cue::Cue;
use super::figure::{Figure, Position, Reason};
use super::finding::Finding;
use super::passage::{Open, Passage};
use super::relate::{Output, relate};
use super::scan::{Scanner, Token};
use super::sentence::Sentence;
use crate::audit::{Document, Span, Unit};

/// A briefing in Chinese, read for what its figures claim.
///
/// Reading never fails. Each figure stands in a claim, is context, or is listed
/// as unrelated with a reason; where the words allow two readings, both are
/// claims, or a [`Finding`] says why neither is.
///
/// *Cost*: time and memory grow with the length of the text and nothing else.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::audit::text::Briefing;
///
/// let briefing = Briefing::read(
///     "2024年全区出让标准地7宗、37.18公顷。其中，生产性服务业4宗、5.74公顷，分别占57%和15.43%。",
/// );
/// let claims: Vec<_> = briefing.passages().iter().map(|passage| passage.claim().to_string()).collect();
/// assert_eq!(claims, [
///     "4宗 <= 7宗",
///     "5.74公顷 <= 37.18公顷",
///     "57% = 4宗 of 7宗",
///     "15.43% = 5.74公顷 of 37.18公顷",
/// ]);
/// // One mode explains them all.
/// let findings = briefing.document().audit(&Reading::new())?;
/// assert_eq!(findings.modes().to_string(), "toward-zero, floor");
/// assert_eq!(briefing.unrelated().count(), 0);
/// assert!(briefing.account().balances());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing<'a> {
    text: &'a str,
    figures: Vec<Figure>,
    /// For each figure, why it stands in no claim; `None` where it does.
    reasons: Vec<Option<Reason>>,
    context: Vec<Context>,
    passages: Vec<Passage>,
    open: Vec<Open>,
    findings: Vec<Finding>,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Briefing<'a> {
    /// Reads a text, whatever it is.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let mut scanner = Scanner::new(text);
        let mut figures: Vec<Figure> = Vec::new();
        let mut context = Vec::new();
        let mut out = Output::default();
        let mut sentence = Sentence::default();
        while let Some(token) = scanner.next() {
            match token {
                Token::Figure(figure, form) => {
                    sentence.figure(figures.len(), &figure, form);
                    figures.push(figure);
                    out.reasons.push(Some(match figure.value {
                        Ok(value) if matches!(value.unit(), Unit::Plain(_)) => Reason::NoUnit,
                        Ok(_) => Reason::NoRelation,
                        Err(reason) => reason,
                    }));
                }
                Token::Context(found, year) => {
                    if found.kind == ContextKind::Date {
                        sentence.date(year);
                    }
                    context.push(found);
                }
                Token::Cue(cue) => sentence.cue(cue),
                Token::Label(label) => sentence.label(label),
                Token::Text => sentence.cue(Cue::Text),
                Token::End(_) if sentence.goes_on(scanner.rest()) => {}
                Token::End(end) => {
                    relate(&mut sentence, &mut out);
                    sentence.end(end);
                }
            }
        }
        relate(&mut sentence, &mut out);
        let mut findings = out.findings;
        findings.append(&mut scanner.findings);
        findings.sort_by_key(|finding| (finding.span, finding.kind));
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = breaks.map(|(at, _)| at.saturating_add(1));
        Self {
            text,
            figures,
            reasons: out.reasons,
            context,
            passages: out.passages,
            open: out.open,
            findings,
            lines: core::iter::once(0).chain(starts).collect(),
        }
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Its figures, in order; dates, ordinals and codes are none.
    #[must_use]
    pub fn figures(&self) -> impl ExactSizeIterator<Item = &Figure> {
        self.figures.iter()
    }

    /// What it claims, sentence by sentence.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The figures of a claim, the one that is claimed first.
    pub fn operands<'b>(&'b self, passage: &'b Passage) -> impl Iterator<Item = &'b Figure> {
        let places = passage.operands().iter();
        places.filter_map(|place| self.figures.get(*place))
    }

    /// Claims that lack a figure.
    #[must_use]
    pub fn open(&self) -> &[Open] {
        &self.open
    }

    /// The numbers that count nothing, in order.
    #[must_use]
    pub fn context(&self) -> &[Context] {
        &self.context
    }

    /// The figures that stand in no claim, and why, in order.
    pub fn unrelated(&self) -> impl Iterator<Item = (&Figure, Reason)> {
        self.figures
            .iter()
            .zip(&self.reasons)
            .filter_map(|(figure, reason)| Some((figure, (*reason)?)))
    }

    /// What could be read in two ways, in the order of the text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Where the figures went.
    #[must_use]
    pub fn account(&self) -> Account {
        let all = self.figures.len().saturating_add(self.context.len());
        let mut account = Account::new(all);
        for reason in &self.reasons {
            account.add(*reason);
        }
        for context in &self.context {
            account.add_context(context.kind);
        }
        account
    }

    /// All claims, to be judged together.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut document = Document::new();
        for passage in &self.passages {
            document.push_at(passage.claim().clone(), passage.span());
        }
        document
    }

    /// What is printed there; nothing where the span is none of this text.
    #[must_use]
    pub fn printed(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The line and column of a byte; of the end, behind it.
    ///
    /// *Cost*: the length of the line.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line));
        let before = self.text.get(start.copied().unwrap_or_default()..);
        let column = before
            .unwrap_or_default()
            .char_indices()
            .take_while(|(at, _)| start.copied().unwrap_or_default().saturating_add(*at) < byte)
            .count();
        Position {
            line,
            column: column.saturating_add(1),
        }
    }
}
