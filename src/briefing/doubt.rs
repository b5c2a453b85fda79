//! What holds a verdict back: another reading that fits, or a miss that is no
//! slip.
//!
//! A figure that no reading of its words explains is wrong, or was read with
//! the wrong partners. If other figures nearby explain it, the partners are in
//! doubt; if it is far from what it should be, they are too, for who misprints
//! a figure misprints a digit.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::question::{Form, Question, Reading, claim, rank, reading_for};
use super::reader::Reader;
use super::words::Way;
use crate::audit::{Published, Reading as AuditReading};

/// How many figures of a kind are tried as partners.
const NEAR: usize = 9;

/// How many sentences back they may stand.
const SENTENCES: usize = 2;

/// How many items next to each other are added up.
const ITEMS: usize = 4;

impl Reader {
    /// Whether figures nearby explain a result that no reading of its words
    /// explains: any of them where it has three digits or more, and exactly
    /// one pair where it has fewer, for then a fit may be chance.
    ///
    /// *Cost*: no more than a few hundred divisions.
    pub(super) fn another_fits(&self, question: &Question, given: &AuditReading) -> bool {
        let Some(value) = self.at(question.result).mention.value() else {
            return false;
        };
        let is_long = value.digits().unsigned_abs() >= 100;
        let least = if is_long { 1 } else { 2 };
        let fits = self
            .others(question)
            .into_iter()
            .filter(|reading| {
                let mut operands = reading.operands.iter();
                is_long || operands.all(|at| self.same_sentence(*at, question.result))
            })
            .filter(|reading| {
                let other = Question {
                    readings: alloc::vec![reading.clone()],
                    ..question.clone()
                };
                let given = reading_for(&self.entries, &other, given);
                claim(&self.entries, &other, reading)
                    .is_some_and(|claim| rank(&claim.audit(&given)) <= 1)
            })
            .take(least)
            .count();
        fits == 1
    }

    /// Whether a growth was taken of the new level: from 18 to 12 by 50 %.
    pub(super) fn is_of_the_new(&self, question: &Question, given: &AuditReading) -> bool {
        let [reading] = question.readings.as_slice() else {
            return false;
        };
        let [base, new] = reading.operands.as_slice() else {
            return false;
        };
        if question.kind != Kind::Growth || reading.form != Form::Usual {
            return false;
        }
        let turned = Reading::of(&[*new, *base]);
        let other = Question {
            way: match question.way {
                Some(Way::Down) => Some(Way::Up),
                _ => Some(Way::Down),
            },
            readings: alloc::vec![turned.clone()],
            ..question.clone()
        };
        claim(&self.entries, &other, &turned).is_some_and(|claim| rank(&claim.audit(given)) <= 1)
    }

    /// Whether another figure before a part can hold it.
    pub(super) fn another_holds(&self, part: usize) -> bool {
        let like = self.at(part).like();
        let sentence = self.at(part).mention.sentence;
        self.like_before(part, like).take(NEAR).any(|at| {
            let entry = self.at(at);
            entry.mention.sentence.saturating_add(SENTENCES) >= sentence
                && entry.mention.value().is_some()
                && self.is_at_most(part, at)
        })
    }

    /// The figures of one kind nearby that can be partners, in order.
    fn nearby(&self, question: &Question, fits: impl Fn(usize) -> bool) -> Vec<usize> {
        let result = question.result;
        let sentence = self.at(result).mention.sentence;
        let is_near = |at: &usize| {
            *at != result
                && self.at(*at).mention.value().is_some()
                && self.at(*at).mention.sentence.abs_diff(sentence) <= SENTENCES
                && fits(*at)
        };
        let mut found: Vec<usize> = self.before(result).filter(is_near).take(NEAR).collect();
        found.reverse();
        let behind = self.behind(result).filter(is_near).take(2);
        found.extend(behind);
        found
    }

    /// Readings of a question with other partners.
    fn others(&self, question: &Question) -> Vec<Reading> {
        let like = |place: Option<&usize>| place.map(|at| self.at(*at).like());
        let Some(first) = question.readings.first() else {
            return Vec::new();
        };
        let Some(like) = like(first.operands.last()) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        match question.kind {
            Kind::Share | Kind::Rate | Kind::Growth | Kind::Multiple | Kind::Points => {
                let amounts = self.nearby(question, |at| {
                    let theirs = self.at(at).like();
                    theirs == like || question.kind != Kind::Points && theirs.is_amount()
                });
                self.pairs(question, &amounts, &mut found);
                if matches!(question.kind, Kind::Share | Kind::Rate) {
                    self.of_sums(&amounts, &mut found);
                }
            }
            Kind::Mean => {
                let total = first.operands.first().map(|at| self.at(*at).like());
                let totals = self.nearby(question, |at| Some(self.at(at).like()) == total);
                let counts = self.nearby(question, |at| self.at(at).like() == like);
                for total in &totals {
                    for count in counts.iter().filter(|count| *count != total) {
                        found.push(Reading::of(&[*total, *count]));
                    }
                }
            }
            Kind::Sum | Kind::Difference => {
                let items = self.nearby(question, |at| self.at(at).like() == like);
                if question.kind == Kind::Difference {
                    self.pairs(question, &items, &mut found);
                } else {
                    self.runs(&items, &mut found);
                }
            }
            Kind::Part | Kind::Conversion | Kind::Comparison => {}
        }
        found.retain(|reading| !question.readings.contains(reading));
        found
    }

    /// Two of some figures of one kind.
    fn pairs(&self, question: &Question, places: &[usize], found: &mut Vec<Reading>) {
        for first in places {
            for second in places {
                let is_share = question.kind == Kind::Share;
                if first == second
                    || self.at(*first).like() != self.at(*second).like()
                    || is_share && !self.is_at_most(*first, *second)
                {
                    continue;
                }
                let changes = |at: &usize| matches!(self.at(*at).role, Role::Change | Role::Net);
                match (changes(first), changes(second)) {
                    (false, false) => found.push(Reading::of(&[*first, *second])),
                    (false, true) if question.kind == Kind::Growth => {
                        found.push(Reading::with(&[*first, *second], Form::Increment));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Several parts that stand side by side, of each of the others.
    fn of_sums(&self, places: &[usize], found: &mut Vec<Reading>) {
        for (whole, parts) in places.iter().flat_map(|whole| {
            let like = self.at(*whole).like();
            let alike: Vec<usize> = places
                .iter()
                .copied()
                .filter(|at| {
                    let entry = self.at(*at);
                    entry.like() == like && at != whole && entry.sum.is_none() && entry.is_level()
                })
                .collect();
            runs(&alike).into_iter().map(move |run| (*whole, run))
        }) {
            let mut operands = parts;
            operands.push(whole);
            found.push(Reading::with(&operands, Form::OfSum));
        }
    }

    /// Items that stand side by side, with and without those that are parts.
    fn runs(&self, places: &[usize], found: &mut Vec<Reading>) {
        let alone: Vec<usize> = places
            .iter()
            .copied()
            .filter(|at| !self.at(*at).is_part)
            .collect();
        let all = runs(places).into_iter().chain(runs(&alone));
        found.extend(all.map(|run| Reading::of(&run)));
    }
}

/// All runs of two figures and more that stand side by side.
fn runs(places: &[usize]) -> Vec<Vec<usize>> {
    (2..=ITEMS)
        .flat_map(|count| places.windows(count).map(<[usize]>::to_vec))
        .collect()
}

/// Whether one figure may be a slip for another: nearly as much, or a digit
/// more, less, other, or in another place.
pub(super) fn is_slip(printed: Published, right: Published) -> bool {
    let (a, b) = (
        printed.digits().unsigned_abs(),
        right.digits().unsigned_abs(),
    );
    // Within a quarter of the right one.
    let is_near = a.abs_diff(b).saturating_mul(4) <= b.max(4);
    is_near || is_one_edit(&a.to_string(), &b.to_string())
}

/// Whether one step makes the first of the second: a digit put in, taken out,
/// changed, or two next to each other in the other order.
fn is_one_edit(first: &str, second: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
    let before = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let behind = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let most = a.len().max(b.len());
    if a.len() != b.len() {
        return most.abs_diff(a.len().min(b.len())) == 1
            && before.saturating_add(behind) >= most.saturating_sub(1);
    }
    let between = most.saturating_sub(before.saturating_add(behind));
    let middle = |of: &[char]| -> String { of.iter().skip(before).take(between).collect() };
    match between {
        0 | 1 => most > 1,
        2 => middle(&a).chars().rev().eq(middle(&b).chars()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_a_digit_or_nearly_as_much() {
        for (a, b) in [
            ("2577", "1577"),
            ("5040", "5400"),
            ("2", "20"),
            ("4", "40"),
            ("67", "76"),
            ("158", "168"),
        ] {
            assert!(is_one_edit(a, b), "{a} {b}");
            assert!(is_one_edit(b, a), "{b} {a}");
        }
        for (a, b) in [("50", "33"), ("548", "1000"), ("390", "173")] {
            assert!(!is_one_edit(a, b), "{a} {b}");
        }
    }
}
