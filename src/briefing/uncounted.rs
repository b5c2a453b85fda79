//! Numbers that count nothing, by what stands around them.

use super::context::{ContextKind, date, is_dash};
use super::counts::{is_document_year, is_telephone, small_name};
use crate::quantity::lexicon::{Doubt, Measure, Number, Whole, fold, measure};

/// A number of a text, and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    /// The text as given, and where the number begins.
    pub(super) given: &'a str,
    pub(super) at: usize,
    /// The character before it.
    pub(super) before: char,
    /// The words before it since the last boundary.
    pub(super) words: &'a str,
    /// Whether nothing but white space stands before it in the sentence.
    pub(super) at_start: bool,
    /// Where the last code ended.
    pub(super) code_end: Option<usize>,
}

impl Around<'_> {
    /// Whether a number is an ordinal, a code or a term, and how much of what
    /// follows belongs to it.
    pub(super) fn counts_nothing(
        &self,
        number: &Number,
        behind: &str,
        is_arabic: bool,
    ) -> Option<(ContextKind, usize)> {
        let next = behind.chars().next().map(fold);
        if matches!(self.before, '第' | '表' | '图') {
            return Some((ContextKind::Ordinal, 0));
        }
        if matches!(next, Some('#' | '∶')) || self.before == '∶' {
            return Some((ContextKind::Code, 0));
        }
        // 前三, 前8: places in an order, but not 目前18.
        if self.before == '前' {
            let earlier = self.words.chars().rev().nth(1);
            let is_word = earlier.is_some_and(|found| "目此当日年以之提先".contains(found));
            if !is_word {
                return Some((ContextKind::Ordinal, 0));
            }
        }
        if number.scale == 0
            && number.whole == Whole::One
            && let Some((Measure::Year, len)) = measure(behind)
        {
            return Some((ContextKind::Term, len));
        }
        if !is_arabic {
            if next == Some('号') {
                return Some((ContextKind::Ordinal, 0));
            }
            return small_name(number, behind).map(|len| (ContextKind::Name, len));
        }
        // 2012、2015年: the word stands behind the last.
        if (1900..=2100).contains(&number.digits) && number.scale == 0 && !number.is_grouped {
            let mut ahead = behind.chars();
            if matches!(ahead.next().map(fold), Some('、' | '和' | '与'))
                && date(ahead.as_str()).is_some()
            {
                return Some((ContextKind::Date, 0));
            }
        }
        let goes_on_as_code = self.code_end.is_some_and(|end| {
            let between = self.given.get(end..self.at).unwrap_or_default();
            let mut signs = between.chars();
            let is_joint = |sign| is_dash(sign) || matches!(sign, '.' | '/');
            signs.next().is_none_or(is_joint) && signs.next().is_none()
        });
        let rest = self.given.get(self.at..).unwrap_or_default();
        let printed = rest.get(..number.len).unwrap_or_default();
        let is_code = matches!(number.doubt, Doubt::LeadingZero | Doubt::SeveralPoints)
            || self.before.is_ascii_alphabetic()
            || matches!(self.before, '〔' | '[' | '#')
            || goes_on_as_code
            || (next.is_some_and(|c| c.is_ascii_alphabetic()) && measure(behind).is_none())
            || self.is_number_of_standard(behind)
            || is_telephone(number, printed, behind)
            || (self.before == '(' && is_document_year(number, behind));
        if is_code {
            return Some((ContextKind::Code, 0));
        }
        if next == Some('号') {
            return Some((ContextKind::Ordinal, 0));
        }
        // 1. and 1、 and (1) at the start of a paragraph or a sentence.
        let mut ahead = behind.chars().map(fold);
        let is_mark = match ahead.next() {
            Some('.') => !ahead.next().is_some_and(|c| c.is_ascii_digit()),
            Some('、') => true,
            Some(')') => self.before == '(' || self.at_start,
            _ => false,
        };
        (self.at_start && is_mark && number.scale == 0).then_some((ContextKind::Ordinal, 0))
    }

    /// GB/T 4754: letters, a space, and a number that nothing measures.
    fn is_number_of_standard(&self, behind: &str) -> bool {
        let before = self.given.get(..self.at).unwrap_or_default();
        before
            .strip_suffix(' ')
            .and_then(|before| before.chars().next_back())
            .is_some_and(|letter| letter.is_ascii_alphabetic())
            && measure(behind).is_none()
    }
}
