//! Claims as text: `15.43% = 5.74公顷 of 37.18公顷`.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter, Write as _};
use core::str::FromStr;

use super::claim::{Claim, ClaimError, Comparison, Relation};
use super::published::Published;
use crate::text::{quote, string_serde};

impl Display for Claim {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let figure = self.figure();
        let text = match self.relation() {
            Relation::Share { part, whole } => format!("{figure} = {part} of {whole}"),
            Relation::ShareOfList { part, whole, rest } => {
                let whole = whole.map_or_else(String::new, |whole| format!(" of {whole}"));
                format!("{figure} = {part}{whole} with {}", joined(rest, " + "))
            }
            Relation::SomeOf { whole } => format!("{figure} = some of {whole}"),
            Relation::Sum { plus, minus } => {
                let mut text = format!("{figure} = {}", joined(plus, " + "));
                // One term alone would read as a conversion.
                if plus.len() == 1 && minus.is_empty() {
                    text.push_str(" +");
                }
                for term in minus {
                    // Writing to a `String` cannot fail.
                    let _ = write!(text, " - {term}");
                }
                text
            }
            Relation::Product { factors } => {
                let alone = if factors.len() == 1 { " *" } else { "" };
                format!("{figure} = {}{alone}", joined(factors, " * "))
            }
            Relation::Growth { from, to } => format!("{figure} = {from} -> {to}"),
            Relation::Rate { done, due } => format!("{figure} = {done} done of {due}"),
            Relation::Change { by, to, falls } => {
                let word = if *falls { "less" } else { "by" };
                format!("{figure} = {word} {by} to {to}")
            }
            Relation::Mean { total, over } => format!("{figure} = {total} / {over}"),
            Relation::Same { amount } => format!("{figure} = {amount}"),
            Relation::Compared { order, with } => format!("{figure} {order} {with}"),
        };
        f.pad(&text)
    }
}

fn joined(numbers: &[Published], with: &str) -> String {
    let mut text = String::new();
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            text.push_str(with);
        }
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{number}");
    }
    text
}

impl FromStr for Claim {
    type Err = ClaimError;

    fn from_str(given: &str) -> Result<Self, ClaimError> {
        let number = |text: &str| -> Result<Published, ClaimError> {
            text.parse().map_err(|source| ClaimError::Published {
                given: quote(given),
                source: Box::new(source),
            })
        };
        let numbers = |text: &str, between: &str| -> Result<Vec<Published>, ClaimError> {
            text.split(between).map(number).collect()
        };
        let not_a_claim = || ClaimError::NotAClaim {
            given: quote(given),
        };
        let Some((figure, follows)) = given.split_once(" = ") else {
            let (figure, order, with) = Comparison::ALL
                .iter()
                .find_map(|order| {
                    let (figure, with) = given.split_once(&format!(" {order} "))?;
                    Some((figure, *order, with))
                })
                .ok_or_else(not_a_claim)?;
            let with = number(with)?;
            return Self::new(number(figure)?, Relation::Compared { order, with });
        };
        let figure = number(figure)?;
        let relation = if let Some(whole) = follows.strip_prefix("some of ") {
            Relation::SomeOf {
                whole: number(whole)?,
            }
        } else if let Some((done, due)) = follows.split_once(" done of ") {
            Relation::Rate {
                done: number(done)?,
                due: number(due)?,
            }
        } else if let Some((falls, change)) = follows
            .strip_prefix("by ")
            .map(|change| (false, change))
            .or_else(|| follows.strip_prefix("less ").map(|change| (true, change)))
        {
            let (by, to) = change.split_once(" to ").ok_or_else(not_a_claim)?;
            Relation::Change {
                by: number(by)?,
                to: number(to)?,
                falls,
            }
        } else if let Some((part, rest)) = follows.split_once(" with ") {
            let (part, whole) = match part.split_once(" of ") {
                Some((part, whole)) => (part, Some(number(whole)?)),
                None => (part, None),
            };
            Relation::ShareOfList {
                part: number(part)?,
                whole,
                rest: numbers(rest, " + ")?,
            }
        } else if let Some((part, whole)) = follows.split_once(" of ") {
            Relation::Share {
                part: number(part)?,
                whole: number(whole)?,
            }
        } else if let Some((from, to)) = follows.split_once(" -> ") {
            Relation::Growth {
                from: number(from)?,
                to: number(to)?,
            }
        } else if let Some((total, over)) = follows.split_once(" / ") {
            Relation::Mean {
                total: number(total)?,
                over: number(over)?,
            }
        } else if let Some(factor) = follows.strip_suffix(" *") {
            Relation::Product {
                factors: numbers(factor, " * ")?,
            }
        } else if follows.contains(" * ") {
            Relation::Product {
                factors: numbers(follows, " * ")?,
            }
        } else if follows.contains(" + ") || follows.contains(" - ") || follows.ends_with(" +") {
            let follows = follows.strip_suffix(" +").unwrap_or(follows);
            let mut terms = follows.split(" - ");
            Relation::Sum {
                plus: numbers(terms.next().unwrap_or_default(), " + ")?,
                minus: terms.map(number).collect::<Result<_, _>>()?,
            }
        } else {
            Relation::Same {
                amount: number(follows)?,
            }
        };
        Self::new(figure, relation)
    }
}

string_serde!(
    Claim,
    "a claim such as \"57% = 4宗 of 7宗\"",
    crate::described::text(
        "What a text claims of its figures.",
        &crate::text::label_pattern(),
        &["57% = 4宗 of 7宗", "72.58% < 80%"],
    )
);
