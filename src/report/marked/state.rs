//! What became of a figure: its sign, its class in the style sheet, its words.

use super::super::language::Language;
use crate::audit::Outcome;
use crate::briefing::{ContextKind, Reason};

/// What became of a figure; what asks most for a look comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    Impossible,
    Unexplained,
    /// Its value has too many digits.
    NotJudged,
    IfRounded,
    Consistent,
    /// A figure that its words ask for is not printed.
    Open,
    /// Others are computed from it.
    Used,
    /// It stands in no claim.
    Left(Reason),
    /// It counts nothing.
    Context(ContextKind),
}

impl State {
    /// Those that a claim or an open relation can have.
    pub(super) const OF_RESULTS: [Self; 6] = [
        Self::Consistent,
        Self::IfRounded,
        Self::Impossible,
        Self::Unexplained,
        Self::NotJudged,
        Self::Open,
    ];

    pub(super) const fn of(outcome: Option<Outcome>) -> Self {
        match outcome {
            Some(Outcome::Consistent) => Self::Consistent,
            Some(Outcome::IfRounded) => Self::IfRounded,
            Some(Outcome::Impossible) => Self::Impossible,
            Some(Outcome::Unexplained) => Self::Unexplained,
            None => Self::NotJudged,
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Impossible => "no",
            Self::Unexplained => "ask",
            Self::NotJudged => "none",
            Self::IfRounded => "about",
            Self::Consistent => "yes",
            Self::Open => "open",
            Self::Used => "used",
            Self::Left(_) => "left",
            Self::Context(_) => "context",
        }
    }

    /// One character; none where nothing was found of the figure itself.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Impossible => "✗",
            Self::Unexplained => "?",
            Self::NotJudged => "—",
            Self::IfRounded => "≈",
            Self::Consistent => "✓",
            Self::Open => "…",
            Self::Used | Self::Left(_) | Self::Context(_) => "",
        }
    }

    pub(super) const fn words(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Impossible, Language::Chinese) => Outcome::Impossible.name_zh(),
            (Self::Impossible, Language::English) => "impossible",
            (Self::Unexplained, Language::Chinese) => Outcome::Unexplained.name_zh(),
            (Self::Unexplained, Language::English) => "unexplained",
            (Self::NotJudged, Language::Chinese) => "无法判定",
            (Self::NotJudged, Language::English) => "not judged",
            (Self::IfRounded, Language::Chinese) => Outcome::IfRounded.name_zh(),
            (Self::IfRounded, Language::English) => "consistent if others were rounded",
            (Self::Consistent, Language::Chinese) => Outcome::Consistent.name_zh(),
            (Self::Consistent, Language::English) => "consistent",
            (Self::Open, Language::Chinese) => "缺少对应数字",
            (Self::Open, Language::English) => "a figure is missing",
            (Self::Used, Language::Chinese) => "作为依据",
            (Self::Used, Language::English) => "others follow from it",
            (Self::Left(reason), Language::Chinese) => reason.name_zh(),
            (Self::Left(reason), Language::English) => left(reason),
            (Self::Context(kind), Language::Chinese) => kind.name_zh(),
            (Self::Context(kind), Language::English) => context(kind),
        }
    }
}

const fn left(reason: Reason) -> &'static str {
    match reason {
        Reason::NoRelation => "no word relates it to another figure",
        Reason::NoPartner => "the figure that its words ask for is not printed",
        Reason::NoUnit => "no unit that is known",
        Reason::Range => "one end of a range",
        Reason::Fraction => "a fraction that no printed number can be",
        Reason::Numerals => "numerals that do not form one number",
        Reason::TooManyDigits => "too many digits",
        Reason::TwoQualifiers => "two words say how exact it is",
        Reason::Class => "it names a class",
        Reason::Scope => "it counts what another figure speaks of",
        Reason::Limit => "a limit",
    }
}

const fn context(kind: ContextKind) -> &'static str {
    match kind {
        ContextKind::Date => "a date",
        ContextKind::Ordinal => "a place in an order",
        ContextKind::Code => "a code or a number of a document",
        ContextKind::Term => "a term",
        ContextKind::Name => "part of a name",
    }
}
