//! The labelled texts of `tests/data/briefings`, and the figures that labels name.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "places in texts that were just found; a slip would be a panic"
)]

use std::collections::BTreeMap;

use serde_json::Value;
use standard_land::audit::Span;
use standard_land::briefing::Briefing;

/// A labelled text.
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) value: Value,
}

/// All labelled texts.
pub(crate) fn corpus() -> Vec<Labelled> {
    const SHORT: &str = include_str!("../data/briefings/briefings.jsonl");
    const LONG: &str = include_str!("../data/briefings/long.jsonl");
    let lines = SHORT.lines().chain(LONG.lines());
    lines
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap();
            let string = |name: &str| value[name].as_str().unwrap().to_owned();
            Labelled {
                id: string("id"),
                text: string("text"),
                value,
            }
        })
        .collect()
}

/// A relation of the labels; figures by their places among those read.
pub(crate) struct Relation {
    pub(crate) kind: String,
    /// The result, then the operands; a figure that was not read is `None`.
    pub(crate) figures: Vec<Option<usize>>,
    pub(crate) form: Option<String>,
    pub(crate) is_stated: bool,
    pub(crate) breaks: bool,
}

/// The figures of a text, by the names that labels give them.
pub(crate) struct Figures<'a> {
    text: &'a str,
    briefing: &'a Briefing<'a>,
    same: BTreeMap<usize, usize>,
}

impl<'a> Figures<'a> {
    pub(crate) fn of(labelled: &'a Labelled, briefing: &'a Briefing<'a>) -> Self {
        let mut figures = Self {
            text: &labelled.text,
            briefing,
            same: BTreeMap::new(),
        };
        for group in list(&labelled.value, "same") {
            let names = group.as_array().unwrap().iter();
            let places: Vec<_> = names
                .filter_map(|name| figures.place(name.as_str().unwrap()))
                .collect();
            for place in &places {
                figures.same.insert(*place, places[0]);
            }
        }
        figures
    }

    /// One of the figures that mean the same.
    pub(crate) fn top(&self, place: usize) -> usize {
        self.same.get(&place).copied().unwrap_or(place)
    }

    /// The figure that a label names: `7宗`, or `7宗#2`.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let (name, nth) = match name.rsplit_once('#') {
            Some((name, nth)) => (name, nth.parse::<usize>().unwrap()),
            None => (name, 1),
        };
        let is_numeral = |c: char| "零〇一二三四五六七八九十百千万萬亿億两兩壹半".contains(c);
        let first = name.chars().next().unwrap();
        let last = name.chars().last().unwrap();
        let found = self.text.match_indices(name).filter(|(at, _)| {
            let mut before = self.text[..*at].chars().rev();
            let (one, two) = (before.next(), before.next());
            let mut behind = self.text[at + name.len()..].chars();
            let (next, after) = (behind.next(), behind.next());
            let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
            let joined = first.is_ascii_digit()
                && (is_digit(one) || one.is_some_and(|c| ".．,，".contains(c)) && is_digit(two))
                || is_numeral(first) && one.is_some_and(is_numeral);
            let goes_on = last.is_ascii_digit()
                && (is_digit(next) || next.is_some_and(|c| ".．".contains(c)) && is_digit(after));
            !joined && !goes_on
        });
        let (start, name) = found.into_iter().nth(nth - 1)?;
        let end = start + name.len();
        let overlap = |span: Span| span.start < end && start < span.end;
        let place = self
            .briefing
            .figures()
            .position(|figure| overlap(figure.span()))?;
        Some(self.top(place))
    }

    pub(crate) fn relation(&self, label: &Value) -> Relation {
        let names = [&label["result"]]
            .into_iter()
            .chain(list(label, "operands"));
        let names = names.chain(list(label, "with"));
        Relation {
            kind: label["kind"].as_str().unwrap().to_owned(),
            figures: names
                .map(|name| self.place(name.as_str().unwrap()))
                .collect(),
            form: label["form"].as_str().map(str::to_owned),
            is_stated: label["stated"].as_bool().unwrap_or(true),
            breaks: label["breaks"].as_bool().unwrap_or_default(),
        }
    }
}

/// A list of a label, empty where there is none.
pub(crate) fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value[name].as_array().into_iter().flatten()
}
