//! Points: how far two levels of one rate are apart.

use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::Like;
use super::names::without_label;
use super::question::{Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::words::{self, content, has, likeness};

impl Reader {
    /// The last series of rates with as many members.
    pub(super) fn paired_rates(&self, head: usize, count: usize) -> Vec<Option<usize>> {
        let mut run: Vec<usize> = Vec::new();
        let mut clause = None;
        for at in self.before(head) {
            let entry = self.at(at);
            if entry.like() == Like::Ratio && self.same_sentence(at, head) {
                if clause.is_some_and(|clause| clause != entry.mention.clause) {
                    break;
                }
                clause = Some(entry.mention.clause);
                run.push(at);
            } else if !run.is_empty() {
                break;
            }
        }
        if run.len() != count {
            return Vec::new();
        }
        run.reverse();
        run.into_iter().map(Some).collect()
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn points(&mut self, head: usize, place: usize, paired: Option<usize>) {
        let entry = self.at(head);
        let way = self.at(place).way;
        let own = entry.own.clone();
        let previous = self
            .previous(head)
            .filter(|at| self.same_sentence(*at, head));
        let explicit = previous.filter(|at| {
            self.at(*at).role == Role::Base
                && self.at(*at).like() == Like::Ratio
                && self.at(*at).mention.clause == entry.mention.clause
        });
        let bracket = self
            .bracket_before(head)
            .filter(|at| self.at(*at).like() == Like::Ratio);
        let base = explicit
            .or(bracket)
            .or_else(|| self.base_behind(head, place, Like::Ratio));
        let subject_words = explicit.map_or(own, |at| self.at(at).own.clone());
        let is_of_rate = has(
            &subject_words,
            &["增速", "增幅", "涨幅", "降幅", "跌幅", "减幅"],
        );
        let subject = content(&without_label(&subject_words));
        let ratios: Vec<usize> = self
            .before(base.unwrap_or(head).min(head))
            .filter(|at| {
                self.at(*at).like() == Like::Ratio
                    && self.at(*at).mention.depth == 0
                    && self.at(*at).role != Role::Base
                    && self.at(*at).role != Role::Class
            })
            .collect();
        let near: Vec<usize> = ratios
            .iter()
            .copied()
            .filter(|at| self.same_sentence(*at, place))
            .collect();
        // 由30%提高到96%，提高66个百分点.
        if let Some(to) = near.first().copied()
            && let Some(from) = self.previous(to)
            && self.at(from).role == Role::Base
            && self.at(from).like() == Like::Ratio
            && self.at(to).is_to
            && base.is_none()
        {
            self.ask(Question {
                rule: Rule::Points,
                kind: Kind::Points,
                result: place,
                way,
                readings: alloc::vec![Reading::of(&[from, to])],
                voice: Voice::Loud,
            });
            return;
        }
        let new = if paired.is_some() {
            paired
        } else if is_of_rate {
            near.iter()
                .copied()
                .find(|at| self.at(*at).role == Role::Growth)
                .filter(|at| {
                    let rest = content(
                        &["增速", "增幅", "涨幅", "降幅", "跌幅"]
                            .iter()
                            .fold(subject.clone(), |text, word| text.replace(word, "")),
                    );
                    rest.is_empty()
                        || likeness(&rest, &self.at(*at).own) >= NAMED
                        || likeness(&rest, &self.topic(*at)) >= NAMED
                })
                .filter(|at| {
                    // The rate that stands directly before.
                    near.first() == Some(at) || base.is_some()
                })
        } else if !subject.is_empty() && subject != "进度" && !subject.ends_with("占比") {
            ratios.iter().copied().find(|at| {
                let theirs = self.at(*at);
                likeness(&subject, theirs.lead()) >= 90
                    && theirs.role != Role::Growth
                    && self
                        .at(place)
                        .mention
                        .sentence
                        .saturating_sub(theirs.mention.sentence)
                        <= 3
            })
        } else {
            near.first()
                .copied()
                .filter(|at| self.at(*at).role != Role::Growth || base.is_some())
                .filter(|at| {
                    // 124家，占比提高: the rate before is of something else.
                    !self
                        .behind(*at)
                        .take_while(|between| *between < head)
                        .any(|between| {
                            self.is_level(between) && self.at(between).like().is_amount()
                        })
                        || base.is_some()
                })
                .filter(|_| {
                    !has(&self.at(head).base, &["时间进度", "序时进度", "平均增速"])
                        && !has(self.at(head).lead(), &["时间进度", "序时进度", "平均增速"])
                })
        };
        // 高于全市15.3个百分点: the same rate of a wider subject.
        let wider = base.is_none().then_some(()).and_then(|()| {
            let words = self.at(head).base.as_str();
            let new = new?;
            let reach = words::reach(words)?;
            let stem = words::rate_name(self.at(new).lead())?;
            let tail: alloc::string::String = stem
                .chars()
                .rev()
                .take(2)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            self.before(new).find(|at| {
                let theirs = self.at(*at);
                theirs.role == Role::Rate
                    && theirs.own.ends_with(tail.as_str())
                    && self.topic(*at).contains(reach)
                    && self
                        .at(new)
                        .mention
                        .sentence
                        .saturating_sub(theirs.mention.sentence)
                        <= 4
            })
        });
        let Some(new) = new else {
            self.open(Kind::Points, place, Vec::new());
            return;
        };
        let is_wider = base.is_none() && wider.is_some();
        match base.or(wider) {
            Some(base) => self.ask(Question {
                rule: Rule::Points,
                kind: Kind::Points,
                result: place,
                way,
                readings: alloc::vec![Reading::of(&[base, new])],
                voice: if is_wider { Voice::Quiet } else { Voice::Loud },
            }),
            None => self.open(Kind::Points, place, alloc::vec![new]),
        }
    }
}
