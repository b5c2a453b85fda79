//! A whole text as one number, with its sign, its unit and its qualifier.

use super::fold::{digit, fold, spelt};
use super::half::{doubling, half};
use super::measure::{Measure, Scope};
use super::number::{Doubt, Number, Run, Whole, arabic, chinese, is_numeral, multiply};
use super::table::BEFORE;
use super::tail::{Tail, qualifier_behind};
use super::unit::measure_in;
use crate::exact::Numeral;
use crate::quantity::qualifier::Qualifier;

/// A text that is a number with what belongs to it, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Print {
    pub(crate) negative: bool,
    /// A plus stands before the number.
    pub(crate) has_plus: bool,
    pub(crate) number: Number,
    pub(crate) measure: Option<Measure>,
    pub(crate) qualifier: Qualifier,
}

/// Why a text is not one, and the part of it that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread<'a> {
    /// No number stands where one should.
    NoNumber,
    /// What should be the number is not one, or could be several.
    Number(&'a str),
    /// What stands behind the number is not a unit of the lexicon.
    Unit(&'a str),
    /// Two words say how exact it is, and do not agree.
    TwoQualifiers,
}

impl Print {
    /// Reads the whole text.
    pub(crate) fn read(given: &str) -> Result<Self, Unread<'_>> {
        let (before, len) = qualifier_at_start(given);
        let unsigned = behind(given, len);
        let (sign, len) = sign(unsigned);
        let negative = sign == Some(Sign::Minus);
        let text = behind(unsigned, len);
        let (number, word) = number(text).ok_or_else(|| not_a_number(unsigned, text))?;
        if negative && number.digits == 0 {
            return Err(not_a_number(unsigned, text));
        }
        let rest = behind(text, number.len);
        let tail = match number.whole {
            // 百分之五十七 is in hundredths already, 一半 in tenths.
            Whole::One => Tail::read_in(rest, &number, Scope::Cell),
            _ => Tail::none(&number),
        };
        let (after, len) = qualifier_behind(behind(rest, tail.len));
        if !behind(rest, tail.len.saturating_add(len)).is_empty() {
            return Err(Unread::Unit(rest));
        }
        let mut words = [before, tail.more, after, word].into_iter().flatten();
        let qualifier = match (words.next(), words.next()) {
            (None, _) => Qualifier::Exactly,
            (Some(word), None) => word,
            (Some(first), Some(second)) if first == second => first,
            (Some(_), Some(_)) => return Err(Unread::TwoQualifiers),
        };
        Ok(Self {
            negative,
            has_plus: sign == Some(Sign::Plus),
            number: tail.number,
            measure: tail.measure,
            qualifier,
        })
    }
}

/// A whole text as a number in a unit that is known: no unit, no magnitude and
/// no qualifier stands beside it.
pub(crate) fn bare_number(given: &str) -> Option<Numeral> {
    let read = Print::read(given).ok()?;
    let is_bare = read.measure.is_none()
        && !read.has_plus
        && read.number.power == 0
        && read.qualifier == Qualifier::Exactly;
    if is_bare { read.numeral() } else { None }
}

impl Print {
    /// Its digits and places, without what multiplies them; `None` for a part
    /// of something: 百分之五十七, 一半.
    pub(crate) fn numeral(self) -> Option<Numeral> {
        (self.number.whole == Whole::One).then_some(Numeral {
            negative: self.negative,
            digits: self.number.digits,
            scale: self.number.scale,
        })
    }
}

/// A whole text as a unit, and the power of ten that stands before it or in
/// it: 万亩.
pub(crate) fn unit(given: &str) -> Option<(Measure, u8)> {
    let (power, len) = magnitude(given);
    let (measure, more, unit) = measure_in(behind(given, len), Scope::Cell)?;
    (len.saturating_add(unit) == given.len()).then_some((measure, power.saturating_add(more)))
}

/// The power of ten that stands at the start of a text, and how many bytes it
/// takes: 千万 is seven.
pub(crate) fn magnitude(text: &str) -> (u8, usize) {
    let mut one = Number {
        digits: 1,
        scale: 0,
        power: 0,
        whole: Whole::One,
        len: 0,
        doubt: Doubt::None,
        is_grouped: false,
    };
    multiply(text, &mut one);
    (one.power, one.len)
}

/// Words of sentences that stand before a number and say how exact it is, the
/// longest first.
pub(crate) fn qualifiers_before() -> impl Iterator<Item = (&'static str, Qualifier)> {
    let in_text = BEFORE.iter().filter(|(_, _, scope)| *scope == Scope::Text);
    in_text.map(|(word, qualifier, _)| (*word, *qualifier))
}

/// The word before a number, if there is one, and how many bytes it takes with
/// the space behind it.
pub(crate) fn qualifier_at_start(text: &str) -> (Option<Qualifier>, usize) {
    let found = BEFORE
        .iter()
        .find_map(|(word, qualifier, _)| spelt(text, word).map(|len| (*qualifier, len)));
    let Some((qualifier, len)) = found else {
        return (None, 0);
    };
    let rest = behind(text, len).trim_start();
    (Some(qualifier), text.len().saturating_sub(rest.len()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
}

/// The sign at the start of a text, and how many bytes it takes.
fn sign(text: &str) -> (Option<Sign>, usize) {
    let Some(first) = text.chars().next() else {
        return (None, 0);
    };
    match fold(first) {
        '-' | '负' => (Some(Sign::Minus), first.len_utf8()),
        '+' => (Some(Sign::Plus), first.len_utf8()),
        _ => (None, 0),
    }
}

/// The number at the start of a text, and the word that it is: 过半.
fn number(text: &str) -> Option<(Number, Option<Qualifier>)> {
    if let Some((qualifier, len)) = half(text) {
        let number = Number {
            digits: 5,
            scale: 0,
            power: 0,
            whole: Whole::Of(10),
            len,
            doubt: Doubt::None,
            is_grouped: false,
        };
        return Some((number, qualifier));
    }
    if let Some(number) = doubling(text) {
        return Some((number, Some(Qualifier::About)));
    }
    let first = text.chars().next()?;
    let number = if digit(first).is_some() {
        arabic(text)?
    } else if is_numeral(fold(first)) {
        match chinese(text) {
            Run::Number(number) => number,
            Run::Digits(_) | Run::Word(_) => return None,
        }
    } else {
        return None;
    };
    // In a text of its own a comma of full width can only group.
    matches!(number.doubt, Doubt::None | Doubt::WideComma).then_some((number, None))
}

/// What should have been a number, as far as it looks like one.
fn not_a_number<'a>(unsigned: &'a str, text: &str) -> Unread<'a> {
    let looks_so = |found: &char| {
        let folded = fold(*found);
        digit(folded).is_some()
            || is_numeral(folded)
            || matches!(folded, '.' | ',' | '，' | '_' | '-')
    };
    let len = unsigned
        .find(|found| !looks_so(&found))
        .unwrap_or(unsigned.len());
    let starts = text.chars().next().map(fold);
    if starts.is_some_and(|first| digit(first).is_some() || is_numeral(first) || first == '.') {
        Unread::Number(unsigned.get(..len).unwrap_or_default())
    } else {
        Unread::NoNumber
    }
}

fn behind(text: &str, len: usize) -> &str {
    text.get(len..).unwrap_or_default()
}
