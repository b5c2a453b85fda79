//! A figure with the words around it.

use alloc::string::String;

use super::figure::Figure;
use crate::audit::{Counter, Published, Qualifier};
use crate::quantity::lexicon::{Measure, Number, Tail, Whole, is_stock};

/// What stands between the words before a figure and what is before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// The sentence begins.
    Start,
    /// The line begins.
    Line,
    Semicolon,
    Colon,
    Comma,
    /// 、.
    Pause,
    /// Another figure, and no sign.
    Figure,
    /// A bracket opens.
    Open,
}

/// What a figure measures: only like figures are compared or added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Like {
    Count(Counter),
    Area,
    Money,
    /// Money per land.
    Price,
    /// `%`, `‰`, 成, 分之.
    Ratio,
    Points,
    Times,
    Plain,
    /// An amount in a unit that adds up: 人次.
    Stock(&'static str),
    /// Something that only words compare.
    Other(&'static str),
}

impl Like {
    pub(super) fn of(tail: &Tail) -> Self {
        match tail.number.whole {
            Whole::Hundred | Whole::Thousand | Whole::Of(_) => return Self::Ratio,
            Whole::Doubled => return Self::Times,
            Whole::One => {}
        }
        match tail.measure {
            Some(Measure::Percent | Measure::Permille | Measure::Tenth) => Self::Ratio,
            Some(Measure::PercentagePoint) => Self::Points,
            Some(Measure::Times) => Self::Times,
            Some(Measure::Metric(_) | Measure::Mu) => Self::Area,
            Some(Measure::Yuan) => Self::Money,
            Some(Measure::Price(_)) => Self::Price,
            Some(Measure::Counter(counter)) => Self::Count(counter),
            Some(Measure::Year) => Self::Other("年"),
            // They add up: 人次, 吨标准煤.
            Some(Measure::Energy(unit)) => Self::Stock(unit.name_zh()),
            Some(Measure::Mass(unit)) => Self::Stock(unit.name_zh()),
            Some(Measure::Foreign(unit)) if is_stock(unit) => Self::Stock(unit),
            Some(Measure::Foreign(unit)) => Self::Other(unit),
            None => Self::Plain,
        }
    }

    /// Whether it is an amount: something that can have parts.
    pub(super) const fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Count(_) | Self::Area | Self::Money | Self::Stock(_)
        )
    }

    /// Whether it is a rate: per something, or of nothing.
    pub(super) const fn is_intensity(self) -> bool {
        matches!(self, Self::Price | Self::Other(_) | Self::Plain)
    }
}

/// A figure with the words around it, folded, without quotes and spaces.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) figure: Figure,
    pub(super) like: Like,
    pub(super) number: Number,
    pub(super) measure: Option<Measure>,
    pub(super) negative: bool,
    pub(super) qualifier: Qualifier,
    /// Whether 超过, 不足 or 以上 stands beside it.
    pub(super) is_limit: bool,
    /// Where the words before it begin.
    pub(super) from: usize,
    /// The words between the last boundary and the figure.
    pub(super) lead: String,
    /// Clauses without a figure before that, of this sentence.
    pub(super) pre: String,
    /// The words up to the next boundary.
    pub(super) tail: String,
    /// In a bracket: the words before it, behind the figure that it follows.
    pub(super) noun: String,
    pub(super) join: Join,
    pub(super) sentence: usize,
    pub(super) clause: usize,
    /// In how many brackets it stands.
    pub(super) depth: usize,
    /// The figure that the bracket around it follows.
    pub(super) inside: Option<usize>,
}

impl Mention {
    /// Its value, if it has one that can be computed with.
    pub(super) const fn value(&self) -> Option<Published> {
        self.figure.value()
    }

    /// Whether it is one end of a range, or cannot be held.
    pub(super) const fn is_lost(&self) -> bool {
        self.figure.value.is_err()
    }

    /// Whether a fraction was printed in words: 三分之一.
    pub(super) const fn is_fraction(&self) -> bool {
        matches!(self.number.whole, Whole::Of(parts) if parts != 10)
            || matches!(self.number.whole, Whole::Doubled)
    }
}
