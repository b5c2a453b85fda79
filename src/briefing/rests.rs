//! What is left, what is net, and shares that make a hundred.

use super::lists::loses;
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::Like;
use super::question::{Form, Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{self, content, has};

impl Reader {
    pub(super) fn sums(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            if entry.mention.value().is_none() || !entry.like().is_amount() {
                continue;
            }
            let head = self.cluster(place).first().copied().unwrap_or(place);
            let role = if entry.role == Role::Level && self.at(head).role == Role::Rest {
                Role::Rest
            } else {
                entry.role
            };
            match role {
                Role::Rest => self.rest(place),
                Role::Net => self.net(place),
                _ => {}
            }
        }
        self.hundred();
    }

    /// 其余: what the parts leave.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn rest(&mut self, place: usize) {
        let like = self.at(place).like();
        let parents = self.at(place).parents.clone();
        if let Some(whole) = parents.first().copied() {
            let parts: Vec<usize> = (whole..place)
                .filter(|at| {
                    self.at(*at).like() == like && self.at(*at).parents.first() == Some(&whole)
                })
                .collect();
            if !parts.is_empty() {
                let mut operands = alloc::vec![whole];
                operands.extend(&parts);
                self.ask(Question {
                    rule: Rule::Rest,
                    kind: Kind::Difference,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::of(&operands)],
                    voice: Voice::Soft,
                });
                return;
            }
        }
        let levels: Vec<usize> = self
            .before(place)
            .filter(|at| {
                let entry = self.at(*at);
                let is_open = entry.mention.depth == 0
                    || content(entry.lead()).is_empty() && entry.mention.inside.is_some();
                entry.like() == like
                    && entry.role != Role::Target
                    && entry.is_level()
                    && entry.mention.value().is_some()
                    && is_open
            })
            .take_while(|at| {
                self.at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(*at).mention.sentence)
                    <= 2
            })
            .take(4)
            .collect();
        let levels: Vec<usize> = levels
            .into_iter()
            .filter(|at| !self.at(*at).is_part)
            .collect();
        let mut readings = Vec::new();
        // Of a total that was just drawn, less what was done since.
        if let [done, total, ..] = levels.as_slice()
            && self.sums_by(*total).is_some()
            && !has(self.at(place).lead(), &["结余"])
        {
            self.ask(Question {
                rule: Rule::Rest,
                kind: Kind::Difference,
                result: place,
                way: None,
                readings: alloc::vec![Reading::of(&[*total, *done])],
                voice: Voice::Soft,
            });
            return;
        }
        for count in 2..=levels.len() {
            let mut operands: Vec<usize> = levels.iter().copied().take(count).collect();
            operands.reverse();
            readings.push(Reading::of(&operands));
        }
        let is_said = has(
            self.at(place).lead(),
            &["只剩", "仅剩", "尚余", "剩余", "还剩", "余下", "尚缺"],
        );
        let voice = if readings.len() == 1 && is_said {
            Voice::Soft
        } else {
            Voice::Quiet
        };
        let is_first = has(self.at(place).lead(), &["年末", "期末"]);
        // Opening, new and digested make the closing.
        if is_first && levels.len() == 3 {
            let (lost, kept): (Vec<usize>, Vec<usize>) = levels
                .iter()
                .rev()
                .copied()
                .partition(|at| loses(self.at(*at).lead()));
            if lost.len() == 1 {
                let mut reading = Reading::of(&[kept, lost].concat());
                reading.minus = 1;
                self.ask(Question {
                    rule: Rule::Rest,
                    kind: Kind::Sum,
                    result: place,
                    way: None,
                    readings: alloc::vec![reading],
                    voice: Voice::Quiet,
                });
                return;
            }
        }
        self.ask(Question {
            rule: Rule::Rest,
            kind: Kind::Difference,
            result: place,
            way: None,
            readings,
            voice: if is_first { Voice::Quiet } else { voice },
        });
    }

    /// 净增: new less lost.
    pub(super) fn net(&mut self, place: usize) {
        let like = self.at(place).like();
        let behind: Vec<usize> = self
            .behind(place)
            .take(6)
            .filter(|at| {
                self.same_sentence(*at, place)
                    && self.at(*at).like() == like
                    && self.at(*at).is_level()
                    && self.at(*at).mention.value().is_some()
            })
            .collect();
        let opens = behind.first().is_some_and(|at| self.at(*at).opens);
        if opens && behind.len() >= 2 {
            let lost = behind
                .iter()
                .filter(|at| loses(self.at(**at).lead()))
                .count();
            let mut operands: Vec<usize> = behind
                .iter()
                .copied()
                .filter(|at| !loses(self.at(*at).lead()))
                .collect();
            operands.extend(
                behind
                    .iter()
                    .copied()
                    .filter(|at| loses(self.at(*at).lead())),
            );
            if lost > 0 {
                let mut reading = Reading::of(&operands);
                reading.minus = lost;
                self.ask(Question {
                    rule: Rule::Net,
                    kind: Kind::Sum,
                    result: place,
                    way: None,
                    readings: alloc::vec![reading],
                    voice: Voice::Soft,
                });
            }
            return;
        }
        let before: Vec<usize> = self
            .levels(place, like)
            .into_iter()
            .filter(|at| {
                self.at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(*at).mention.sentence)
                    <= 2
            })
            .filter(|at| !self.at(*at).is_part && self.at(*at).role != Role::Net)
            .take(2)
            .collect();
        if let [second, first] = before.as_slice() {
            let is_loss = has(self.at(place).lead(), &["净减"]);
            let (a, b) = (
                loses(self.at(*first).lead()),
                loses(self.at(*second).lead()),
            );
            if a == b {
                return;
            }
            let (gain, loss) = if a {
                (*second, *first)
            } else {
                (*first, *second)
            };
            let operands = if is_loss { [loss, gain] } else { [gain, loss] };
            self.ask(Question {
                rule: Rule::Net,
                kind: Kind::Difference,
                result: place,
                way: None,
                readings: alloc::vec![Reading::of(&operands)],
                voice: Voice::Soft,
            });
        }
    }

    /// Shares of one whole that make a hundred.
    pub(super) fn hundred(&mut self) {
        let mut place = 0;
        while place < self.len() {
            let sentence = self.at(place).mention.sentence;
            let mut shares = Vec::new();
            let mut next = place;
            while next < self.len() && self.at(next).mention.sentence == sentence {
                let entry = self.at(next);
                let is_rest = entry.role == Role::Level
                    && entry.like() == Like::Ratio
                    && has(entry.lead(), words::REST);
                if entry.role == Role::Share && entry.mention.depth == 0 || is_rest {
                    shares.push(next);
                }
                next = next.saturating_add(1);
            }
            let has_part = shares.iter().any(|share| {
                let entry = self.at(*share);
                let lacking = entry.lacks.and_then(|at| self.lacking.get(at));
                entry.is_asked || lacking.is_some_and(|lacking| !lacking.with.is_empty())
            });
            if let Some((last, rest)) = shares.split_last()
                && rest.len() >= 2
                && !has_part
            {
                for share in &shares {
                    let at = self.at(*share).lacks;
                    if let Some(lacking) = at.and_then(|at| self.lacking.get_mut(at)) {
                        lacking.is_told = true;
                    }
                }
                self.ask(Question {
                    rule: Rule::Hundred,
                    kind: Kind::Sum,
                    result: *last,
                    way: None,
                    readings: alloc::vec![Reading::with(rest, Form::Hundred)],
                    voice: Voice::Quiet,
                });
            }
            place = next.max(place.saturating_add(1));
        }
    }
}
