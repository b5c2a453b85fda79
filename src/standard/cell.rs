//! The grammar of threshold cells.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::str::FromStr;

use rust_decimal::Decimal;

use super::error::ThresholdError;
use super::kind::Direction;
use super::limits::{Limit, Limits};
use super::threshold::{CASE_BY_CASE, Qualitative, Reference, Threshold};
use crate::exact::Numeral;
use crate::quantity::Unit;
use crate::text::{check_label, quote};

/// Which side a relation limits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Lower,
    Upper,
    Both,
}

/// Relations before a number, the longer before those they begin with.
const BEFORE: [(&str, Side, bool); 26] = [
    ("≥", Side::Lower, true),
    ("≤", Side::Upper, true),
    (">=", Side::Lower, true),
    ("<=", Side::Upper, true),
    (">", Side::Lower, false),
    ("<", Side::Upper, false),
    ("＞", Side::Lower, false),
    ("＜", Side::Upper, false),
    ("=", Side::Both, true),
    ("大于或等于", Side::Lower, true),
    ("大于等于", Side::Lower, true),
    ("大于", Side::Lower, false),
    ("小于或等于", Side::Upper, true),
    ("小于等于", Side::Upper, true),
    ("小于", Side::Upper, false),
    ("等于", Side::Both, true),
    ("不小于", Side::Lower, true),
    ("不低于", Side::Lower, true),
    ("不少于", Side::Lower, true),
    ("不大于", Side::Upper, true),
    ("不高于", Side::Upper, true),
    ("不超过", Side::Upper, true),
    ("高于", Side::Lower, false),
    ("超过", Side::Lower, false),
    ("低于", Side::Upper, false),
    ("不满", Side::Upper, false),
];

/// Relations behind a number; all of them include it.
const BEHIND: [(&str, Side); 3] = [
    ("以上", Side::Lower),
    ("以下", Side::Upper),
    ("以内", Side::Upper),
];

/// How references to documents begin.
const REFERENCES: [&str; 6] = ["按", "依", "参照", "执行", "见", "per "];

/// Words for documents, which have digits in their names.
const DOCUMENTS: [&str; 5] = ["文件", "标准", "规定", "办法", "批复"];

/// Characters that stand between the two numbers of a range.
const DASHES: [char; 6] = ['–', '-', '—', '~', '～', '至'];

impl FromStr for Threshold {
    type Err = ThresholdError;

    fn from_str(given: &str) -> Result<Self, ThresholdError> {
        Self::read(given, None)
    }
}

impl Threshold {
    /// Reads a cell; `usual` says what a number alone limits, and its unit.
    pub(super) fn read(
        given: &str,
        usual: Option<(Direction, Unit)>,
    ) -> Result<Self, ThresholdError> {
        read(given, usual)
    }
}

fn read(given: &str, usual: Option<(Direction, Unit)>) -> Result<Threshold, ThresholdError> {
    check_label(given, Threshold::MAX_CHARACTERS)?;
    match given {
        "/" | "／" => return Ok(Threshold::NotApplicable),
        CASE_BY_CASE => return Ok(Threshold::CaseByCase),
        _ => {}
    }
    if let Some((from, to)) = around_a_name(given) {
        return numbers(&format!("{from}且{to}"), usual).map(Threshold::Number);
    }
    if is_number(given) {
        return numbers(given, usual).map(Threshold::Number);
    }
    if REFERENCES.iter().any(|start| given.starts_with(start)) || given.contains('《') {
        return Ok(Threshold::Reference(Reference::keep(given)));
    }
    if given.chars().any(char::is_numeric) {
        // 达到GB 18484标准: the digits are those of a document.
        if DOCUMENTS.iter().any(|word| given.contains(word)) {
            return Ok(Threshold::Reference(Reference::keep(given)));
        }
        return Err(ThresholdError::NoRelation {
            given: quote(given),
        });
    }
    Ok(Threshold::Qualitative(Qualitative::keep(given)))
}

/// Whether a cell begins as numbers do: 不低于国家标准 does not.
fn is_number(given: &str) -> bool {
    let (rest, relation) = match relation(given) {
        Some((rest, ..)) => (rest, true),
        None => (given, false),
    };
    let first = rest.chars().next();
    // Behind a relation, all but another word is a number, or meant to be.
    first.map_or(relation, |first| {
        first.is_ascii_digit() || (relation && !('\u{4E00}'..='\u{9FFF}').contains(&first))
    })
}

/// `1.0≤容积率<2.0` as `≥1.0` and `<2.0`: the name stands between its limits.
fn around_a_name(given: &str) -> Option<(String, String)> {
    const SIGNS: [char; 3] = ['≤', '<', '＜'];
    let turned = |sign: &str| if sign == "≤" { "≥" } else { ">" };
    let (from, rest) = given.split_at(given.find(SIGNS)?);
    let (between, to) = rest.split_at(rest.rfind(SIGNS)?);
    let mut name = between.chars();
    let sign = name.next()?;
    let is_name = !name.as_str().is_empty() && !name.as_str().contains(char::is_numeric);
    (is_name && from.starts_with(|first: char| first.is_ascii_digit())).then(|| {
        let sign = turned(sign.encode_utf8(&mut [0; 4]));
        (format!("{sign}{from}"), String::from(to))
    })
}

fn relation(part: &str) -> Option<(&str, Side, bool)> {
    BEFORE
        .into_iter()
        .find_map(|(name, side, inclusive)| Some((part.strip_prefix(name)?, side, inclusive)))
        .map(|(rest, side, inclusive)| (rest.strip_prefix(' ').unwrap_or(rest), side, inclusive))
}

fn numbers(given: &str, usual: Option<(Direction, Unit)>) -> Result<Limits, ThresholdError> {
    let twice = || ThresholdError::Twice {
        given: quote(given),
    };
    let (mut lower, mut upper, mut unit) = (None, None, None);
    // All that joins two limits: 并且, 且, a comma, or a comma and one of them.
    let joined = given.replace("并且", "且").replace("，且", "且");
    for part in joined.split(['且', '，']) {
        let part = Part::read(part.trim())?;
        // 30且≤60%: a unit that is printed once is that of both.
        if let Some(of) = part.unit
            && *unit.get_or_insert(of) != of
        {
            return Err(twice());
        }
        let (from, to) = part.limits(usual)?;
        for (limit, slot) in [(from, &mut lower), (to, &mut upper)] {
            if limit.is_some() && core::mem::replace(slot, limit).is_some() {
                return Err(twice());
            }
        }
    }
    let unit = unit.or(usual.map(|(_, unit)| unit)).unwrap_or(Unit::NUMBER);
    Limits::new(lower, upper, unit)
}

/// A part of a cell: a relation if there is one, a number or two, a unit.
struct Part<'a> {
    text: &'a str,
    relation: Option<(Side, bool)>,
    first: Decimal,
    last: Option<Decimal>,
    unit: Option<Unit>,
}

impl<'a> Part<'a> {
    fn read(text: &'a str) -> Result<Self, ThresholdError> {
        let (rest, mut side) = match relation(text) {
            Some((rest, side, inclusive)) => (rest, Some((side, inclusive))),
            None => (text, None),
        };
        let rest = match BEHIND
            .into_iter()
            .find_map(|(name, side)| Some((rest.strip_suffix(name)?, side)))
        {
            Some((rest, behind)) if side.is_none() => {
                side = Some((behind, true));
                rest
            }
            _ => rest,
        };
        let (first, rest) = number(text, rest)?;
        let (last, rest) = match rest.strip_prefix(DASHES) {
            Some(rest) if rest.starts_with(|next: char| next.is_ascii_digit()) => {
                let (last, rest) = number(text, rest)?;
                (Some(last), rest)
            }
            _ => (None, rest),
        };
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let unit = match rest {
            "" => None,
            rest => Some(
                Unit::behind_number(rest).map_err(|source| ThresholdError::Unit {
                    given: quote(text),
                    source: Box::new(source),
                })?,
            ),
        };
        Ok(Self {
            text,
            relation: side,
            first,
            last,
            unit,
        })
    }

    /// Its lower and its upper limit.
    fn limits(
        &self,
        usual: Option<(Direction, Unit)>,
    ) -> Result<(Option<Limit>, Option<Limit>), ThresholdError> {
        let no_relation = || ThresholdError::NoRelation {
            given: quote(self.text),
        };
        let direction = usual.map(|(direction, _)| direction);
        let (side, inclusive) = match (self.relation, direction, self.last) {
            (Some((Side::Both, _)), _, Some(_)) => return Err(no_relation()),
            (Some(relation), ..) => relation,
            (None, Some(Direction::AtLeast), _) => (Side::Lower, true),
            (None, Some(Direction::AtMost), _) => (Side::Upper, true),
            (None, Some(Direction::Within), Some(last)) => {
                // 1.0–2.0 below a head that names no side.
                let from = Limit::inclusive(self.first)?;
                return Ok((Some(from), Some(Limit::inclusive(last)?)));
            }
            (None, ..) => return Err(no_relation()),
        };
        let limit = Limit::new(self.first, self.last, inclusive)?;
        Ok(match side {
            Side::Lower => (Some(limit), None),
            Side::Upper => (None, Some(limit)),
            Side::Both => (Some(limit), Some(limit)),
        })
    }
}

/// The number at the start of `rest`, and what follows it.
fn number<'a>(part: &str, rest: &'a str) -> Result<(Decimal, &'a str), ThresholdError> {
    let given = || quote(part);
    if rest.starts_with('-') {
        return Err(ThresholdError::Negative { given: given() });
    }
    let behind = |found: char| !(found.is_ascii_digit() || found == '.');
    let end = rest.find(behind).unwrap_or(rest.len());
    let (number, rest) = match rest.split_at(end) {
        // To name what stands there instead of a number.
        ("", rest) => (rest, ""),
        found => found,
    };
    let number = Numeral::parse(number).map_err(|source| ThresholdError::Number {
        given: given(),
        source: Box::new(source),
    })?;
    let number = number
        .to_decimal()
        .ok_or_else(|| ThresholdError::OutOfRange { given: given() })?;
    Ok((number, rest))
}
