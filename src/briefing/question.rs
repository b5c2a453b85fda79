//! Questions: what a printed figure is claimed to follow from.

use alloc::vec::Vec;

use super::entry::{Entry, Role};
use super::kind::Kind;
use super::rule::Rule;
use super::words::Way;
use crate::audit::{
    Claim, ClaimError, Comparison, Outcome, PrintedUnit, Published, Qualifier,
    Reading as AuditReading, Relation, Slack, Verdict,
};
use crate::exact::{Modes, Ratio};
use crate::quantity::AreaUnit;

/// The verdict when no reading fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The words state it: impossible, if this is the only reading.
    Loud,
    /// A careful reader would ask: unexplained.
    Soft,
    /// Nothing: the reading was only a guess.
    Quiet,
}

/// One way to read a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The figures that the result follows from, in the order of their roles.
    pub(super) operands: Vec<usize>,
    /// Of a sum, how many at the end are subtracted.
    pub(super) minus: usize,
    pub(super) form: Form,
    /// Whether only an exact fit counts: no word points to it.
    pub(super) is_weak: bool,
}

/// How the operands are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Usual,
    /// Level and increment, not base and level.
    Increment,
    /// Several parts, and the whole at the end.
    OfSum,
    /// The result and the operands make all.
    Hundred,
    /// The operand is the greater one, or the smaller, or about the same.
    More,
    Less,
    Near,
}

impl Reading {
    pub(super) fn of(operands: &[usize]) -> Self {
        Self::with(operands, Form::Usual)
    }

    pub(super) fn weak(operands: &[usize]) -> Self {
        Self {
            is_weak: true,
            ..Self::of(operands)
        }
    }

    pub(super) fn with(operands: &[usize], form: Form) -> Self {
        Self {
            operands: operands.to_vec(),
            minus: 0,
            form,
            is_weak: false,
        }
    }
}

/// A printed result, and all ways to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) rule: Rule,
    pub(super) kind: Kind,
    pub(super) result: usize,
    pub(super) way: Option<Way>,
    pub(super) readings: Vec<Reading>,
    pub(super) voice: Voice,
}

/// A relation that lacks a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lacking {
    pub(super) kind: Kind,
    pub(super) result: usize,
    pub(super) with: Vec<usize>,
    /// Whether something else tells what it follows from.
    pub(super) is_told: bool,
}

/// The number with its sign turned.
pub(super) fn turned(given: Published) -> Published {
    let qualifier = match given.qualifier() {
        Qualifier::Over => Qualifier::Under,
        Qualifier::Under => Qualifier::Over,
        Qualifier::AtLeast => Qualifier::AtMost,
        Qualifier::AtMost => Qualifier::AtLeast,
        same => same,
    };
    let digits = given.digits().wrapping_neg();
    Published::new(digits, given.places(), given.unit())
        .map_or(given, |turned| turned.with_qualifier(qualifier))
}

/// 逾31亿元 as an operand: about 31, for whoever writes so has counted.
fn narrowed(given: Published) -> Published {
    match given.qualifier() {
        Qualifier::Over => given.with_qualifier(Qualifier::About),
        _ => given,
    }
}

/// A sum of money as a price per unit of land.
fn price(given: Published, area: AreaUnit) -> Option<Published> {
    let PrintedUnit::Money(money) = given.unit() else {
        return Some(given);
    };
    Published::new(
        given.digits(),
        given.places(),
        PrintedUnit::Price(money, area),
    )
    .ok()
    .map(|price| price.with_qualifier(given.qualifier()))
}

/// The unit of land in the words of a mean: 亩均, 每公顷.
fn per(lead: &str) -> Option<AreaUnit> {
    use super::words::has;
    if has(lead, &["亩均", "每亩"]) {
        Some(AreaUnit::Mu)
    } else if has(lead, &["每公顷", "公顷均"]) {
        Some(AreaUnit::Hectare)
    } else if has(lead, &["每平方公里"]) {
        Some(AreaUnit::SquareKilometre)
    } else if has(lead, &["每平方米"]) {
        Some(AreaUnit::SquareMetre)
    } else {
        None
    }
}

/// The claim of a reading; `None` if the figures cannot make one.
#[expect(
    clippy::too_many_lines,
    reason = "one rule, case by case in the order that it tries"
)]
pub(super) fn claim(entries: &[Entry], question: &Question, reading: &Reading) -> Option<Claim> {
    let result = entries.get(question.result)?;
    let figure = result.mention.value()?;
    let keeps = matches!(question.kind, Kind::Part | Kind::Comparison);
    let values: Vec<Published> = reading
        .operands
        .iter()
        .map(|at| {
            let value = entries.get(*at)?.mention.value()?;
            Some(if keeps { value } else { narrowed(value) })
        })
        .collect::<Option<_>>()?;
    let falls = question.way == Some(Way::Down);
    let grown = if falls && figure.digits() > 0 {
        turned(figure)
    } else {
        figure
    };
    let pair = || match values.as_slice() {
        [first, second] => Some((*first, *second)),
        _ => None,
    };
    let relation = match (question.kind, reading.form) {
        (Kind::Part, _) => {
            let [whole] = values.as_slice() else {
                return None;
            };
            Relation::Compared {
                order: Comparison::AtMost,
                with: *whole,
            }
        }
        (Kind::Comparison, form) => {
            let [other] = values.as_slice() else {
                return None;
            };
            let order = match form {
                Form::Less | Form::Near => Comparison::AtMost,
                _ => Comparison::More,
            };
            Relation::Compared {
                order,
                with: *other,
            }
        }
        (Kind::Conversion, _) => {
            let [other] = values.as_slice() else {
                return None;
            };
            Relation::Same { amount: *other }
        }
        (Kind::Share, Form::OfSum) => {
            let (whole, parts) = values.split_last()?;
            let (first, rest) = parts.split_first()?;
            let sum = rest.iter().try_fold(*first, |sum, part| add(sum, *part))?;
            Relation::Share {
                part: sum,
                whole: *whole,
            }
        }
        (Kind::Share, _) => {
            let (part, whole) = pair()?;
            if part.unit().is_number() || matches!(part.unit(), PrintedUnit::Price(..)) {
                Relation::Rate {
                    done: part,
                    due: whole,
                }
            } else {
                Relation::Share { part, whole }
            }
        }
        (Kind::Rate | Kind::Multiple, _) => {
            let (done, due) = pair()?;
            Relation::Rate { done, due }
        }
        (Kind::Growth, Form::Increment) => {
            let (to, by) = pair()?;
            return Claim::new(grown, Relation::Change { by, to, falls }).ok();
        }
        (Kind::Growth, _) => {
            let (from, to) = pair()?;
            return Claim::new(grown, Relation::Growth { from, to }).ok();
        }
        (Kind::Points, _) => {
            let (from, to) = pair()?;
            let (more, less) = if falls { (from, to) } else { (to, from) };
            Relation::Sum {
                plus: alloc::vec![more],
                minus: alloc::vec![less],
            }
        }
        (Kind::Mean, _) => {
            let (total, over) = pair()?;
            let figure = match over.unit() {
                PrintedUnit::Area(area) => price(figure, per(result.lead()).unwrap_or(area))?,
                _ => figure,
            };
            return Claim::new(figure, Relation::Mean { total, over }).ok();
        }
        (Kind::Sum, Form::Hundred) => {
            let all = Published::new(100, 0, PrintedUnit::Percent).ok()?;
            Relation::Sum {
                plus: alloc::vec![all],
                minus: values,
            }
        }
        (Kind::Sum, _) => {
            let split = values.len().saturating_sub(reading.minus);
            let (plus, minus) = values.split_at_checked(split)?;
            Relation::Sum {
                plus: plus.to_vec(),
                minus: minus.to_vec(),
            }
        }
        (Kind::Difference, _) => {
            let (first, rest) = values.split_first()?;
            if let (Role::Change, [second], true) = (result.role, rest, falls) {
                Relation::Sum {
                    plus: alloc::vec![*second],
                    minus: alloc::vec![*first],
                }
            } else {
                Relation::Sum {
                    plus: alloc::vec![*first],
                    minus: rest.to_vec(),
                }
            }
        }
    };
    Claim::new(figure, relation).ok()
}

/// How the words that widen a figure are read for a claim.
pub(super) fn reading_for(
    entries: &[Entry],
    question: &Question,
    given: &AuditReading,
) -> AuditReading {
    let mut reading = *given;
    let is_fraction = entries
        .get(question.result)
        .is_some_and(|entry| entry.mention.is_fraction());
    let widened = question
        .readings
        .iter()
        .flat_map(|reading| &reading.operands)
        .any(|at| {
            entries
                .get(*at)
                .and_then(|entry| entry.mention.value())
                .is_some_and(|value| value.qualifier() == Qualifier::Over)
        });
    if is_fraction {
        // 三分之一 for 35 %: nobody prints 33.3 % so.
        reading.about = Slack::Units(Ratio::new(2, 1).unwrap_or(Ratio::ONE));
    } else if widened {
        reading.about = Slack::Units(Ratio::ONE);
    }
    reading
}

/// How well a verdict fits: 0 as printed and rounded to the nearest, 1 as
/// printed, 2 from rounded operands, 3 not at all, 4 not judged.
pub(super) fn rank(verdict: &Result<Verdict, ClaimError>) -> u8 {
    match verdict {
        Ok(verdict) => match verdict.outcome() {
            Outcome::Consistent if !verdict.modes().intersection(Modes::NEAREST).is_empty() => 0,
            Outcome::Consistent => 1,
            Outcome::IfRounded => 2,
            _ => 3,
        },
        Err(_) => 4,
    }
}

/// The sum of two figures of one unit, as exact as the less exact one.
fn add(first: Published, second: Published) -> Option<Published> {
    if first.unit() != second.unit() {
        return None;
    }
    let places = first.places().max(second.places());
    let scaled = |value: Published| {
        let shift = places.checked_sub(value.places())?;
        value
            .digits()
            .checked_mul(10_i64.checked_pow(shift.into())?)
    };
    let sum = scaled(first)?.checked_add(scaled(second)?)?;
    Published::new(sum, places, first.unit()).ok()
}
