//! Claims in words: what was read, by which words, and what was found.

use alloc::format;
use alloc::string::String;
use core::fmt::Write as _;

use super::judged::Judged;
use super::kind::Kind;
use crate::audit::{Outcome, Published};
use crate::exact::Mode;
use crate::text::Language;

/// A figure with its words, in marks.
fn shown(judged: &Judged<'_>, at: usize) -> String {
    let Some(place) = judged.places().get(at) else {
        return String::new();
    };
    let (words, printed) = judged.named(*place);
    format!("{words}“{printed}”")
}

fn list(judged: &Judged<'_>, from: usize, to: usize, with: &str) -> String {
    let mut text = String::new();
    for at in from..to {
        if at > from {
            text.push_str(with);
        }
        text.push_str(&shown(judged, at));
    }
    text
}

/// The words before the result, or the name of the rule.
fn cue<'a>(judged: &'a Judged<'_>) -> &'a str {
    let words = judged
        .words()
        .trim_start_matches(['，', ',', '、', '；', ';', '：', ':', '（', '(']);
    if words.is_empty() {
        judged.rule().name_zh()
    } else {
        words
    }
}

fn chinese(judged: &Judged<'_>) -> String {
    let count = judged.places().len();
    let last = count.saturating_sub(1);
    let result = judged
        .places()
        .first()
        .map_or("", |place| judged.named(*place).1);
    let (a, b) = (shown(judged, 1), shown(judged, 2));
    let body = match judged.kind() {
        Kind::Part => format!("属于{a}"),
        Kind::Share | Kind::Rate => {
            format!("{}占{}", list(judged, 1, last, "、"), shown(judged, last))
        }
        Kind::Sum => format!("为{}之和", list(judged, 1, count, "、")),
        Kind::Difference => format!("为{a}减{}", list(judged, 2, count, "、")),
        Kind::Growth if judged.is_by_increment() => format!("水平为{a}，增减额为{b}"),
        Kind::Growth | Kind::Points => format!("由{a}变为{b}"),
        Kind::Multiple => format!("{a}与{b}之比"),
        Kind::Mean => format!("{a}除以{b}"),
        Kind::Conversion => format!("与{a}为同一数量"),
        Kind::Comparison => format!("与{a}比较"),
    };
    format!(
        "“{result}”按“{}”读作{}：{body}。{}",
        cue(judged),
        judged.kind().name_zh(),
        outcome_zh(judged)
    )
}

fn dropped_zh(judged: &Judged<'_>) -> String {
    let mut text = String::new();
    for dropped in judged.dropped() {
        let comma = if text.is_empty() {
            "未采用："
        } else {
            "；"
        };
        let printed = judged.printed(dropped.figure().span());
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{comma}“{printed}”（{}）", dropped.reason().name_zh());
    }
    if !text.is_empty() {
        text.push('。');
    }
    text
}

fn outcome_zh(judged: &Judged<'_>) -> String {
    match judged.outcome() {
        None => String::from("位数过多，无法判定。"),
        Some(outcome @ (Outcome::Impossible | Outcome::Unexplained)) => {
            let outcome = outcome.name_zh();
            match expected(judged) {
                None => format!("{outcome}。"),
                Some(Expected { near, limit, .. }) if near == limit => {
                    format!("{outcome}，按所印数字应为{near}。")
                }
                Some(Expected {
                    near,
                    limit,
                    is_most,
                }) => {
                    let bound = if is_most { "至多" } else { "至少" };
                    format!(
                        "{outcome}，按所印数字四舍五入为{near}；所印数字本身若经修约，也{bound}为{limit}。"
                    )
                }
            }
        }
        Some(outcome) => format!("{}。", outcome.name_zh()),
    }
}

/// What would be right.
struct Expected {
    /// What the operands as printed give, rounded half up.
    near: Published,
    /// The nearest to the figure that they allow, however they were rounded.
    limit: Published,
    /// Whether the figure is above that.
    is_most: bool,
}

fn expected(judged: &Judged<'_>) -> Option<Expected> {
    let verdict = judged.verdict().ok()?;
    let limit = verdict.nearest()?;
    Some(Expected {
        near: verdict.printed_by(Mode::HalfUp).unwrap_or(limit),
        limit,
        is_most: limit.amount() < verdict.figure().amount(),
    })
}

fn english(judged: &Judged<'_>) -> String {
    let mut text = format!(
        "{} ({}; {}, {}): ",
        judged.claim(),
        judged.kind(),
        judged.rule(),
        judged.strength(),
    );
    // Writing to a `String` cannot fail.
    let _ = match judged.words() {
        "" => write!(text, "no words stand before it"),
        words => write!(text, "the words before it are “{words}”"),
    };
    for at in 1..judged.places().len() {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "; operand {at} is {}", shown(judged, at));
    }
    text.push_str(". ");
    match judged.outcome() {
        None => text.push_str("It cannot be judged: more than 38 digits."),
        Some(Outcome::Consistent) => {
            let _ = write!(text, "Consistent, by {}.", judged.modes());
        }
        Some(Outcome::IfRounded) => text.push_str("It holds only if the operands were rounded."),
        Some(outcome) => {
            let state = match outcome {
                Outcome::Impossible => "It is impossible",
                _ => "No reading explains it",
            };
            // Writing to a `String` cannot fail.
            let _ = match expected(judged) {
                None => write!(text, "{state}."),
                Some(Expected { near, limit, .. }) if near == limit => {
                    write!(text, "{state}; by the printed figures it is {near}.")
                }
                Some(Expected {
                    near,
                    limit,
                    is_most,
                }) => {
                    let bound = if is_most { "most" } else { "least" };
                    write!(
                        text,
                        "{state}; the figures as printed give {near}, rounded half up; however \
                         they were rounded themselves, at {bound} {limit}."
                    )
                }
            };
        }
    }
    text
}

fn dropped_en(judged: &Judged<'_>) -> String {
    let mut text = String::new();
    for dropped in judged.dropped() {
        let comma = if text.is_empty() { "Not used: " } else { ", " };
        let printed = judged.printed(dropped.figure().span());
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{comma}{printed} ({})", dropped.reason());
    }
    if !text.is_empty() {
        text.push('.');
    }
    text
}

impl Judged<'_> {
    /// What it says and how it was read, in Chinese.
    #[must_use]
    pub fn explain_zh(&self) -> String {
        let mut text = chinese(self);
        text.push_str(&dropped_zh(self));
        text
    }

    /// What it says and how it was read, in English.
    #[must_use]
    pub fn explain_en(&self) -> String {
        let (mut text, dropped) = (english(self), dropped_en(self));
        if !dropped.is_empty() {
            text.push(' ');
            text.push_str(&dropped);
        }
        text
    }

    /// The same in two pieces: how it was read, and what was not used.
    pub(crate) fn explained(&self, language: Language) -> (String, String) {
        match language {
            Language::Chinese => (chinese(self), dropped_zh(self)),
            Language::English => (english(self), dropped_en(self)),
        }
    }
}
