//! Means, prices and strengths: so much for each.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::mention::Like;
use super::question::{Kind, Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::slots::Role;
use super::words::{content, has, likeness};
use crate::audit::Counter;

/// What a mean is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Per {
    Land,
    Count(&'static [Counter]),
}

const PER_COUNT: &[(&[&str], &[Counter])] = &[
    (&["宗均", "每宗"], &[Counter::Parcel, Counter::Case, Counter::Plot]),
    (&["户均", "每户"], &[Counter::Household, Counter::Firm]),
    (&["家均", "每家"], &[Counter::Firm, Counter::Household]),
    (&["间均", "每间"], &[Counter::Room]),
    (&["人均", "每人"], &[Counter::Person, Counter::Member]),
    (&["栋均", "每栋"], &[Counter::Building]),
    (&["件均", "每件"], &[Counter::Case]),
    (&["套均", "每套"], &[Counter::Set]),
    (&["每个", "项目平均"], &[Counter::Piece]),
    (&["每块"], &[Counter::Plot]),
    (&["每天", "日均"], &[Counter::Day]),
];

const PER_LAND: &[&str] = &["亩均", "地均", "每亩", "每公顷", "公顷均", "每平方公里", "每平方米"];

/// Words of a total that is paid for land.
const PAID: &[&str] = &["价款", "总价", "价", "收入", "出让金", "收益", "成交额", "金额", "成交"];

impl Reader {
    pub(super) fn means(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            if entry.role == Role::Mean && entry.mention.value().is_some() && entry.mention.depth == 0 {
                self.mean(place);
            }
        }
    }

    fn mean(&mut self, place: usize) {
        let entry = self.at(place);
        let lead = entry.lead().to_string();
        let like = entry.like();
        let per = if like == Like::Price || has(&lead, PER_LAND) {
            Per::Land
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
        let is_price = like == Like::Price && noun.is_empty() || has(&lead, &["均价", "单价", "地价", "楼面价"]);
        let is_strength = lead.contains("强度");
        let totals: Vec<usize> = self
            .before(place)
            .filter(|at| {
                let other = self.at(*at);
                self.is_level(*at) && other.like() == total_like && self.close(*at, place)
            })
            .filter(|at| {
                let words = self.at(*at).lead();
                if is_strength {
                    words.contains("投资") || words.contains("投入")
                } else if is_price {
                    has(words, PAID) && !has(words, &["投资", "税", "产值", "保证金"])
                } else if per == Per::Land || !noun.is_empty() {
                    noun.is_empty() && content(words).is_empty() || !noun.is_empty() && (likeness(&noun, words) >= 60 || likeness(&noun, &self.subject(*at)) >= 75)
                } else {
                    true
                }
            })
            .filter(|at| {
                own.is_empty() || likeness(&own, &self.topic(*at)) >= 50 || self.at(*at).mention.clause.saturating_add(1) >= self.at(place).mention.clause
            })
            .filter(|at| self.at(*at).period.is_before() == self.at(place).period.is_before())
            .take(2)
            .collect();
        // Behind it stands the total of a price at times.
        let mut totals = totals;
        if totals.is_empty() && is_price {
            totals.extend(self.behind(place).take(3).find(|at| {
                self.is_level(*at)
                    && self.at(*at).like() == Like::Money
                    && self.same_sentence(*at, place)
                    && has(self.at(*at).lead(), &["总价", "价款"])
                    && !has(self.at(*at).lead(), &["均"])
            }));
        }
        let counts: Vec<usize> = self
            .before(place)
            .filter(|at| {
                let other = self.at(*at);
                let is_like = match (per, other.like()) {
                    (Per::Land, Like::Area) => true,
                    (Per::Count(counters), Like::Count(counter)) => counters.contains(&counter),
                    _ => false,
                };
                let is_level = other.is_level() || other.role == Role::Scope;
                is_like && is_level && other.mention.depth == 0 && other.mention.value().is_some() && self.close(*at, place)
            })
            .filter(|at| self.at(*at).period.is_before() == self.at(place).period.is_before())
            .take(3)
            .collect();
        let mut readings: Vec<Reading> = Vec::new();
        for total in &totals {
            for count in &counts {
                if total != count {
                    readings.push(Reading::of(&[*total, *count]));
                }
            }
        }
        let near = |at: &usize| self.same_sentence(*at, place);
        let is_sure = totals.iter().filter(|at| near(at)).count() == 1
            && counts.iter().filter(|at| near(at)).count() == 1;
        let voice = if is_sure { Voice::Loud } else { Voice::Quiet };
        if is_sure {
            readings.retain(|reading| reading.operands.iter().all(|at| near(at)));
        }
        self.ask(Question {
            rule: Rule::Mean,
            kind: Kind::Mean,
            result: place,
            way: None,
            readings,
            voice,
        });
    }

    fn close(&self, at: usize, place: usize) -> bool {
        let (a, b) = (self.at(at).mention.sentence, self.at(place).mention.sentence);
        b.abs_diff(a) <= 1
    }
}

/// What stands before the word of a mean, and what behind it: A类企业, 税收.
fn split(lead: &str) -> (String, String) {
    const WORDS: &[&str] = &[
        "平均每个项目", "平均每宗", "平均每家", "平均每户", "平均每栋", "平均每个", "平均每天", "平均每", "亩均", "宗均", "户均", "间均", "人均", "地均",
        "栋均", "家均", "件均", "套均", "每亩", "每公顷", "每平方公里", "每平方米", "每宗", "每家", "每户", "每个", "每人", "投资强度", "出让均价", "成交均价",
        "均价", "单价", "平均",
    ];
    for word in WORDS {
        if let Some(at) = lead.find(word) {
            let own = lead.get(..at).unwrap_or_default().to_string();
            let noun = lead.get(at.saturating_add(word.len())..).unwrap_or_default();
            let noun = noun.replace("承诺值", "").replace("总价", "").replace("结案案件", "");
            return (own, noun);
        }
    }
    (String::new(), lead.to_string())
}
