//! A briefing, read: its figures, and the questions that its words raise.

use super::counts::share_units;
use alloc::vec::Vec;

use super::context::Context;
use super::figure::{Figure, Position};
use super::place::{Index, Place};
use super::reader::Reader;
use super::scan::Scanner;
use super::slots::entries;
use crate::audit::Span;

/// A briefing in Chinese, read for what its figures claim.
///
/// Reading never fails. Words that are not known relate nothing; what is read
/// is less than what a person would read, and each claim shows the words that
/// bound its figures.
///
/// *Cost*: time and memory grow with the length of the text and nothing else.
///
/// ```
/// use standard_land::audit::{Outcome, Reading};
/// use standard_land::briefing::Briefing;
///
/// let briefing = Briefing::read(
///     "2024年全区出让标准地7宗、37.18公顷。其中，生产性服务业4宗、5.74公顷，分别占57%和15.43%。",
/// );
/// let audit = briefing.audit(&Reading::new());
/// let claims: Vec<_> = audit.into_iter().map(|judged| judged.claim().to_string()).collect();
/// assert_eq!(claims, [
///     "4宗 <= 7宗",
///     "5.74公顷 <= 37.18公顷",
///     "57% = 4宗 of 7宗",
///     "15.43% = 5.74公顷 of 37.18公顷",
/// ]);
/// for judged in &audit {
///     assert_eq!(judged.outcome(), Some(Outcome::Consistent));
/// }
/// // One mode explains them all.
/// assert_eq!(audit.modes().to_string(), "toward-zero, floor");
/// assert_eq!(audit.unrelated().count(), 0);
/// assert!(audit.account().balances());
/// ```
#[derive(Debug, Clone)]
pub struct Briefing<'a> {
    text: &'a str,
    figures: Vec<Figure>,
    context: Vec<Context>,
    pub(super) reader: Option<Reader>,
    index: Index,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Briefing<'a> {
    /// Reads a text, whatever it is.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let mut scanned = Scanner::read(text);
        share_units(&mut scanned.mentions);
        let figures = scanned
            .mentions
            .iter()
            .map(|mention| mention.figure)
            .collect();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = breaks.map(|(at, _)| at.saturating_add(1));
        Self {
            text,
            figures,
            context: scanned.context,
            reader: Reader::read(entries(scanned.mentions)),
            index: Index::of(text),
            lines: core::iter::once(0).chain(starts).collect(),
        }
    }

    /// How often a figure was looked at while reading.
    ///
    /// It grows with the length of the text and with nothing else.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.reader
            .as_ref()
            .map_or(0, |reader| reader.steps.count())
    }

    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Its figures, in order; dates, ordinals, codes and names are none.
    #[must_use]
    pub fn figures(&self) -> impl ExactSizeIterator<Item = &Figure> {
        self.figures.iter()
    }

    /// One of its figures, by its place among them.
    #[must_use]
    pub fn figure(&self, place: usize) -> Option<&Figure> {
        self.figures.get(place)
    }

    /// The numbers that count nothing, in order.
    #[must_use]
    pub fn context(&self) -> &[Context] {
        &self.context
    }

    /// What is printed there; nothing where the span is not in this text.
    #[must_use]
    pub fn printed(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// A span of bytes, counted in characters and in UTF-16 as well.
    ///
    /// *Cost*: constant.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        self.index.place(self.text, span)
    }

    /// The line and column of a byte; of the end, behind it.
    ///
    /// *Cost*: constant, but for looking up the line.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line));
        let start = start.copied().unwrap_or_default();
        let before = self.place(Span { start, end: byte }).characters;
        Position {
            line,
            column: before.end.saturating_sub(before.start).saturating_add(1),
        }
    }
}
