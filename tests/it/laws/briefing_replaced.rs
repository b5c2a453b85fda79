//! True texts with other figures that keep every label true: nobody is accused.
//!
//! The relations come from the labels, not from the reader; a figure that follows
//! from others is computed anew, as it would be printed. A text in which a label
//! cannot be computed keeps the figures that hang together with it.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]
#![expect(
    clippy::struct_excessive_bools,
    reason = "a label says of its relation what it says"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use standard_land::Mode;
use standard_land::audit::{Claim, Comparison, Outcome, Published, Reading, Relation, Span};
use standard_land::briefing::{Briefing, Figure};

use crate::corpus::{Figures, Labelled, list};

/// A source of numbers that a case of proptest seeds.
struct Random(u64);

impl Random {
    /// A number below a limit.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A label: what its result follows from.
struct Label {
    kind: String,
    is_down: bool,
    is_by_increment: bool,
    signs: Vec<bool>,
    is_all: bool,
    is_more: bool,
    /// The result, then the operands: the first of the figures that mean the same.
    places: Vec<usize>,
}

fn turned(value: Published) -> Option<Published> {
    Published::new(-value.digits(), value.places(), value.unit()).ok()
}

impl Label {
    /// The claim that these numbers make, one for each figure; a number that fell is
    /// below zero.
    fn claim(&self, values: &[Published]) -> Option<Claim> {
        let (figure, operands) = values.split_first()?;
        let falls = self.is_down && self.kind == "growth";
        let figure = if falls { turned(*figure)? } else { *figure };
        let relation = match (self.kind.as_str(), operands) {
            // A part is no more than its whole.
            ("share", [part, whole]) => Relation::Share {
                part: *part,
                whole: *whole,
            },
            ("rate", [done, due]) => Relation::Rate {
                done: *done,
                due: *due,
            },
            ("part", [whole]) => Relation::Compared {
                order: Comparison::AtMost,
                with: *whole,
            },
            ("comparison", [with]) if self.is_more => Relation::Compared {
                order: Comparison::More,
                with: *with,
            },
            ("sum", items) if self.is_all => {
                // Result and items are the whole.
                let whole = Published::new(100, 0, figure.unit()).ok()?;
                let plus = [figure].iter().chain(items).copied().collect();
                return Claim::new(
                    whole,
                    Relation::Sum {
                        plus,
                        minus: Vec::new(),
                    },
                )
                .ok();
            }
            ("sum", items) => {
                let is_plus = |at: usize| self.signs.get(at).copied().unwrap_or(true);
                let (plus, minus): (Vec<_>, Vec<_>) = items
                    .iter()
                    .copied()
                    .enumerate()
                    .partition(|(at, _)| is_plus(*at));
                let only =
                    |items: Vec<(usize, Published)>| items.into_iter().map(|(_, it)| it).collect();
                Relation::Sum {
                    plus: only(plus),
                    minus: only(minus),
                }
            }
            ("difference", [first, rest @ ..]) => Relation::Sum {
                plus: vec![*first],
                minus: rest.to_vec(),
            },
            ("growth", [new, by]) if self.is_by_increment => Relation::Change {
                by: *by,
                to: *new,
                falls: self.is_down,
            },
            ("growth", [from, to]) => Relation::Growth {
                from: *from,
                to: *to,
            },
            ("mean", [total, over]) => Relation::Mean {
                total: *total,
                over: *over,
            },
            ("product", factors) => Relation::Product {
                factors: factors.to_vec(),
            },
            ("conversion", [amount]) => Relation::Same { amount: *amount },
            _ => return None,
        };
        Claim::new(figure, relation).ok()
    }

    fn holds(&self, values: &[Published], mode: Mode) -> bool {
        let verdict = self.claim(values).map(|claim| claim.audit(&Reading::new()));
        matches!(verdict, Some(Ok(verdict)) if verdict.modes().contains(mode))
    }

    /// What the result would be printed as; `None` where it cannot be.
    fn result(&self, values: &[Published], mode: Mode) -> Option<Published> {
        let printed = self
            .claim(values)?
            .audit(&Reading::new())
            .ok()?
            .printed_by(mode)?;
        let printed = if self.is_down && self.kind == "growth" {
            turned(printed)?
        } else {
            printed
        };
        (printed.digits() > 0).then_some(printed)
    }

    fn is_computed(&self) -> bool {
        !matches!(self.kind.as_str(), "part" | "comparison") && !self.is_all
    }
}

/// The number in what is printed, where it is one of digits and a point.
fn number(printed: &str) -> Option<(usize, usize)> {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let start = printed.find(is_digit)?;
    let rest = printed.get(start..)?;
    let len = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let behind = rest.get(len..)?;
    let is_plain = !behind.contains(is_digit) && !behind.starts_with([',', '，', ' ']);
    is_plain.then_some((start, start + len))
}

/// A text, its labels and its figures.
struct Text {
    printed: String,
    mode: Mode,
    spans: Vec<Span>,
    /// `None` for one that is left as it is.
    values: Vec<Option<Published>>,
    /// The figure that each follows: of several that are the same, the first.
    top: Vec<usize>,
    labels: Vec<Label>,
    /// Figures that stay, since a label with them cannot be computed.
    is_kept: Vec<bool>,
}

impl Text {
    fn of(labelled: &Labelled) -> Option<Self> {
        let briefing = Briefing::read(&labelled.text);
        let figures = Figures::of(labelled, &briefing);
        let printed: Vec<&str> = briefing
            .figures()
            .map(|it| briefing.printed(it.span()))
            .collect();
        let values: Vec<Option<Published>> = briefing
            .figures()
            .zip(&printed)
            .map(|(figure, printed)| {
                let value = figure.value()?;
                let is_plain =
                    Published::new(value.digits(), value.places(), value.unit()).ok()? == value;
                (is_plain && number(printed).is_some()).then_some(value)
            })
            .collect();
        let mut labels = Vec::new();
        let mut named = vec![false; printed.len()];
        for label in list(&labelled.value, "claims") {
            let relation = figures.relation(label);
            let places: Option<Vec<usize>> = relation.figures.iter().copied().collect();
            let places = places?;
            for place in &places {
                named[*place] = true;
            }
            labels.push(Label {
                kind: relation.kind,
                is_down: label["sign"] == "-",
                is_by_increment: label["form"] == "increment",
                signs: label["signs"]
                    .as_str()
                    .unwrap_or_default()
                    .chars()
                    .map(|c| c == '+')
                    .collect(),
                is_all: label["form"] == "100%",
                is_more: label["rel"] == ">",
                places,
            });
        }
        let top = (0..printed.len()).map(|place| {
            let own = figures.top(place);
            let same =
                (0..printed.len()).find(|other| named[*other] && printed[*other] == printed[place]);
            if named[own] { own } else { same.unwrap_or(own) }
        });
        let mut text = Self {
            printed: labelled.text.clone(),
            mode: if labelled.value["mode"] == "toward-zero" {
                Mode::TowardZero
            } else {
                Mode::HalfUp
            },
            spans: briefing.figures().map(Figure::span).collect(),
            top: top.collect(),
            is_kept: values.iter().map(Option::is_none).collect(),
            values,
            labels,
        };
        text.keep();
        Some(text)
    }

    /// The numbers of a label, by a table of numbers.
    fn numbers(&self, label: &Label, values: &[Option<Published>]) -> Option<Vec<Published>> {
        label
            .places
            .iter()
            .map(|place| values[self.top[*place]])
            .collect()
    }

    /// Keeps what hangs together with a label that cannot be computed.
    fn keep(&mut self) {
        for label in &self.labels {
            let holds = self
                .numbers(label, &self.values)
                .is_some_and(|values| label.holds(&values, self.mode));
            if !holds {
                for place in &label.places {
                    self.is_kept[self.top[*place]] = true;
                }
            }
        }
        loop {
            let before = self.is_kept.clone();
            for label in &self.labels {
                let places = || label.places.iter().map(|place| self.top[*place]);
                if places().any(|place| before[place]) {
                    let places: Vec<usize> = places().collect();
                    for place in places {
                        self.is_kept[place] = true;
                    }
                }
            }
            if before == self.is_kept {
                break;
            }
        }
    }

    /// Other numbers by which every label holds; `None` where these do not.
    fn drawn(&self, random: &mut Random) -> Option<Vec<Option<Published>>> {
        let mut values = self.values.clone();
        // What follows from what, each figure once.
        let mut by: BTreeMap<usize, &Label> = BTreeMap::new();
        for label in self.labels.iter().filter(|label| label.is_computed()) {
            let result = self.top[label.places[0]];
            let is_circle = label
                .places
                .iter()
                .skip(1)
                .any(|place| self.needs(&by, self.top[*place], result));
            if !is_circle {
                by.entry(result).or_insert(label);
            }
        }
        for (place, held) in values.iter_mut().enumerate() {
            if self.top[place] != place || self.is_kept[place] || by.contains_key(&place) {
                continue;
            }
            let value = (*held)?;
            let is_share = value.unit().is_number() && value.amount() <= "100/1".parse().unwrap();
            let percent =
                i64::try_from(60 + random.below(if is_share { 40 } else { 110 })).unwrap();
            let jitter = i64::try_from(random.below(10)).unwrap();
            let digits = (value.digits() * percent / 100 + jitter).max(1);
            *held = Some(Published::new(digits, value.places(), value.unit()).ok()?);
        }
        let mut left: Vec<usize> = by
            .keys()
            .copied()
            .filter(|place| !self.is_kept[*place])
            .collect();
        while let Some(at) = left.iter().position(|place| {
            let label = by[place];
            label
                .places
                .iter()
                .skip(1)
                .all(|place| !left.contains(&self.top[*place]))
        }) {
            let place = left.remove(at);
            let label = by[&place];
            values[place] = Some(label.result(&self.numbers(label, &values)?, self.mode)?);
        }
        let all_hold = self.labels.iter().all(|label| {
            self.is_kept[self.top[label.places[0]]]
                || self
                    .numbers(label, &values)
                    .is_some_and(|values| label.holds(&values, self.mode))
        });
        all_hold.then_some(values)
    }

    /// Whether a figure follows from another, by labels.
    fn needs(&self, by: &BTreeMap<usize, &Label>, from: usize, place: usize) -> bool {
        from == place
            || by.get(&from).is_some_and(|label| {
                label
                    .places
                    .iter()
                    .skip(1)
                    .any(|next| self.needs(by, self.top[*next], place))
            })
    }

    /// The text with these numbers, and how many are others.
    fn with(&self, values: &[Option<Published>]) -> (String, usize) {
        let mut text = self.printed.clone();
        let mut changed = 0;
        for (place, span) in self.spans.iter().enumerate().rev() {
            let top = self.top[place];
            let (Some(value), false) = (values[top], self.is_kept[top]) else {
                continue;
            };
            if self.values[place].is_none() || Some(value) == self.values[place] {
                continue;
            }
            let printed = self.printed.get(span.start..span.end).unwrap();
            let (start, end) = number(printed).unwrap();
            // The number as printed before has as many places; a unit may move them.
            let places = printed
                .get(start..end)
                .unwrap()
                .split_once('.')
                .map_or(0, |(_, places)| places.len());
            let mut digits = format!("{:0>1$}", value.digits(), places + 1);
            if places > 0 {
                digits.insert(digits.len() - places, '.');
            }
            text.replace_range(span.start + start..span.start + end, &digits);
            changed += 1;
        }
        (text, changed)
    }
}

/// What is said to be wrong, or in doubt.
fn accusations(text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    audit
        .with_outcome(Outcome::Impossible)
        .map(ToString::to_string)
        .collect()
}

/// A text with other figures; `None` where none were found.
fn replaced(labelled: &Labelled, seed: u64) -> Option<(String, usize)> {
    let text = Text::of(labelled)?;
    let mut random = Random(seed | 1);
    let values = (0..40).find_map(|_| text.drawn(&mut random))?;
    let (made, changed) = text.with(&values);
    (changed > 0).then_some((made, changed))
}

#[test]
fn most_true_texts_can_be_told_with_other_figures() {
    let (mut texts, mut all, mut figures) = (0, 0, 0);
    let mut accused = Vec::new();
    for labelled in super::briefing::true_texts() {
        all += 1;
        for seed in [1, 77, 12_345] {
            if let Some((text, changed)) = replaced(&labelled, seed) {
                texts += usize::from(seed == 1);
                figures += changed;
                for accusation in accusations(&text) {
                    accused.push(format!("{} {seed}: {accusation}\n{text}", labelled.id));
                }
            }
        }
    }
    assert!(
        accused.is_empty(),
        "{} accusations:\n{}",
        accused.len(),
        accused.join("\n")
    );
    assert!(texts > 150, "{texts} of {all}");
    assert!(figures > 1000, "{figures}");
}

proptest! {
    #[test]
    fn other_figures_that_keep_the_labels_true_accuse_nobody(pick in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let texts = super::briefing::true_texts();
        let labelled = pick.get(&texts);
        if let Some((text, _)) = replaced(labelled, seed) {
            prop_assert_eq!(accusations(&text), Vec::<String>::new(), "{}: {}", labelled.id, text);
        }
    }
}
