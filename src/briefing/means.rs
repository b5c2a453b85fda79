//! Means, prices and strengths: so much for each.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::Like;
use super::question::{Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::words::{content, has, likeness};
use crate::audit::Counter;

/// What a mean is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Per {
    Land,
    Count(&'static [Counter]),
    /// For each visit: 人次.
    Visit,
}

const PER_COUNT: &[(&[&str], &[Counter])] = &[
    (
        &["宗均", "每宗"],
        &[Counter::Parcel, Counter::Case, Counter::Plot],
    ),
    (&["户均", "每户"], &[Counter::Household, Counter::Firm]),
    (&["家均", "每家"], &[Counter::Firm, Counter::Household]),
    (&["间均", "每间"], &[Counter::Room]),
    (
        &["人均", "每人", "生均"],
        &[Counter::Person, Counter::Member],
    ),
    (&["栋均", "每栋"], &[Counter::Building]),
    (&["件均", "每件"], &[Counter::Case]),
    (&["套均", "每套"], &[Counter::Set]),
    (&["每个", "项目平均"], &[Counter::Piece]),
    (&["每块"], &[Counter::Plot]),
    (&["处均", "每处"], &[Counter::Site]),
    (&["每天", "日均"], &[Counter::Day]),
];

const PER_LAND: &[&str] = &[
    "亩均",
    "地均",
    "每亩",
    "每公顷",
    "公顷均",
    "每平方公里",
    "每平方米",
];

/// Words of a total that is paid for land.
const PAID: &[&str] = &[
    "价款",
    "总价",
    "价",
    "收入",
    "出让金",
    "收益",
    "成交额",
    "金额",
    "成交",
];

impl Reader {
    pub(super) fn means(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            if entry.role == Role::Mean
                && entry.mention.value().is_some()
                && entry.mention.depth == 0
            {
                self.mean(place);
            }
        }
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn mean(&mut self, place: usize) {
        let entry = self.at(place);
        let lead = entry.lead().to_string();
        let like = entry.like();
        let per = if like == Like::Price || has(&lead, PER_LAND) {
            Per::Land
        } else if has(&lead, &["次均", "每人次"]) {
            Per::Visit
        } else if let Some((_, counters)) = PER_COUNT.iter().find(|(words, _)| has(&lead, words)) {
            Per::Count(counters)
        } else {
            return;
        };
        if entry.mention.is_limit {
            return;
        }
        let total_like = match like {
            Like::Price => Like::Money,
            other => other,
        };
        if per == Per::Land && total_like != Like::Money {
            return;
        }
        // What stands before the word of the mean, and what behind it.
        let (own, noun) = split(&lead);
        let own = content(&own);
        let noun = content(&noun);
        let is_price = like == Like::Price && noun.is_empty()
            || has(&lead, &["均价", "单价", "地价", "楼面价", "价款"]);
        let is_strength = lead.contains("强度");
        let period = self.at(place).period.is_before();
        let in_time = |at: &usize| self.at(*at).period.is_before() == period;
        let mut totals: Vec<usize> = self
            .before(place)
            .filter(|at| {
                let other = self.at(*at);
                self.is_level(*at)
                    && other.like() == total_like
                    && self.within_sentences(*at, place, 1)
            })
            .filter(|at| {
                let words = self.at(*at).lead();
                if is_strength {
                    words.contains("投资") || words.contains("投入")
                } else if is_price {
                    has(words, PAID) && !has(words, &["投资", "税", "产值", "保证金"])
                } else if per == Per::Land || !noun.is_empty() {
                    noun.is_empty() && content(words).is_empty()
                        || !noun.is_empty()
                            && (likeness(&noun, words) >= 50
                                || likeness(&noun, &self.subject(*at)) >= NAMED)
                } else {
                    true
                }
            })
            .filter(|at| {
                own.is_empty()
                    || likeness(&own, &self.topic(*at)) >= 50
                    || self.at(*at).mention.clause.saturating_add(1)
                        >= self.at(place).mention.clause
            })
            .filter(in_time)
            .take(2)
            .collect();
        let is_like_count = |at: &usize| {
            let other = self.at(*at);
            let is_like = match (per, other.like()) {
                (Per::Land, Like::Area) => true,
                (Per::Count(counters), Like::Count(counter)) => counters.contains(&counter),
                (Per::Visit, Like::Stock(unit)) => unit == "人次",
                // 人均消费: tourists are counted by their visits.
                (Per::Count(counters), Like::Stock("人次")) => {
                    counters.contains(&Counter::Person)
                }
                _ => false,
            };
            let is_level = other.is_level() && other.mention.depth == 0
                || other.role == Role::Scope
                || other.is_second_form;
            is_like && is_level && other.mention.value().is_some()
        };
        let counts: Vec<usize> = self
            .before(place)
            .filter(|at| is_like_count(at) && self.within_sentences(*at, place, 4))
            .filter(in_time)
            .take(6)
            .collect();
        if is_price {
            // Behind it stands the total of a price at times.
            let behind = self.next(place).filter(|at| {
                self.is_level(*at)
                    && self.at(*at).like() == Like::Money
                    && self.same_sentence(*at, place)
                    && has(self.at(*at).lead(), &["总价", "价款"])
                    && !has(self.at(*at).lead(), &["均"])
            });
            if let Some(behind) = behind {
                totals.insert(0, behind);
            }
            // 工业用地19.26亿元 … 工业用地1605亩，均价: by the name of the land.
            if totals.is_empty()
                && let Some(count) = counts.first().copied()
            {
                let land = content(&self.at(count).own.replace("供应", "").replace("出让", ""));
                totals.extend(
                    self.levels(place, Like::Money)
                        .into_iter()
                        .filter(|at| self.within_sentences(*at, place, 3))
                        .find(|at| {
                            land.chars().count() >= 2 && likeness(&land, self.at(*at).lead()) >= 100
                        }),
                );
            }
        }
        // 旅游收入11.74亿元 … 人均消费630元: in other words, if it fits.
        let is_guess = totals.is_empty();
        if is_guess && total_like == Like::Money && !is_price && !is_strength {
            totals.extend(
                self.levels(place, total_like)
                    .into_iter()
                    .filter(|at| self.within_sentences(*at, place, 1))
                    .filter(in_time)
                    .take(2),
            );
        }
        if totals.is_empty() || is_guess && counts.is_empty() {
            return;
        }
        if counts.is_empty() {
            let near = totals
                .first()
                .copied()
                .filter(|at| self.same_sentence(*at, place));
            if let Some(total) = near
                && entry.mention.depth == 0
            {
                self.open(Kind::Mean, place, alloc::vec![total]);
            }
            return;
        }
        let near = |at: &usize| self.same_sentence(*at, place);
        // The land that the words of the price name.
        let named: Vec<usize> = counts
            .iter()
            .copied()
            .filter(|at| !own.is_empty() && shares_a_pair(&own, self.at(*at).lead()))
            .collect();
        let mut counts = counts;
        counts.sort_by_key(|at| !named.contains(at));
        let mut readings: Vec<Reading> = Vec::new();
        for total in &totals {
            for count in &counts {
                if total != count {
                    readings.push(Reading::of(&[*total, *count]));
                }
            }
        }
        let near_totals = totals.iter().filter(|at| near(at)).count();
        let near_counts = counts.iter().filter(|at| near(at)).count();
        let voice = if is_guess {
            Voice::Quiet
        } else if near_totals == 1 && near_counts == 1 {
            readings.retain(|reading| reading.operands.iter().all(near));
            Voice::Loud
        } else if totals.len() == 1 && (named.len() == 1 || near_totals == 1 && counts.len() <= 2) {
            Voice::Soft
        } else {
            Voice::Quiet
        };
        self.ask(Question {
            rule: Rule::Mean,
            kind: Kind::Mean,
            result: place,
            way: None,
            readings,
            voice,
        });
    }

    pub(super) fn within_sentences(&self, at: usize, place: usize, most: usize) -> bool {
        let (a, b) = (
            self.at(at).mention.sentence,
            self.at(place).mention.sentence,
        );
        b.abs_diff(a) <= most
    }
}

/// Whether two signs stand side by side in both.
fn shares_a_pair(first: &str, second: &str) -> bool {
    let mut pairs = first.chars().zip(first.chars().skip(1));
    pairs.any(|(a, b)| {
        let mut pair = String::from(a);
        pair.push(b);
        pair != "用地" && second.contains(pair.as_str())
    })
}

/// What stands before the word of a mean, and what behind it: A类企业, 税收.
fn split(lead: &str) -> (String, String) {
    const WORDS: &[&str] = &[
        "平均每亩",
        "平均每公顷",
        "平均每平方公里",
        "平均每平方米",
        "平均每处",
        "平均每个项目",
        "平均每宗",
        "平均每家",
        "平均每户",
        "平均每栋",
        "平均每个",
        "平均每天",
        "平均每",
        "亩均",
        "宗均",
        "户均",
        "间均",
        "人均",
        "生均",
        "次均",
        "地均",
        "栋均",
        "家均",
        "件均",
        "套均",
        "每亩",
        "每公顷",
        "每平方公里",
        "每平方米",
        "每宗",
        "每家",
        "每户",
        "每个",
        "每人",
        "投资强度",
        "均价",
        "单价",
        "平均",
    ];
    for word in WORDS {
        if let Some(at) = lead.find(word) {
            let own = lead.get(..at).unwrap_or_default().to_string();
            let noun = lead
                .get(at.saturating_add(word.len())..)
                .unwrap_or_default();
            let noun = noun
                .replace("承诺值", "")
                .replace("总价", "")
                .replace("结案案件", "");
            return (own, noun);
        }
    }
    (String::new(), lead.to_string())
}
