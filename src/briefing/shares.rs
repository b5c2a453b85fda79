//! Shares, rates and plans: 占, 率, 完成计划.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::{Join, Like};
use super::names::without_label;
use super::question::{Form, Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{self, content};

impl Reader {
    /// All ratios but those of change.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn ratios(&mut self) {
        let mut place = 0;
        while place < self.len() {
            let entry = self.at(place);
            let is_ratio = entry.like() == Like::Ratio
                && matches!(
                    entry.role,
                    Role::Share | Role::Plan | Role::Rate | Role::Bare
                );
            if !is_ratio {
                place = place.saturating_add(1);
                continue;
            }
            let series = self.series(place);
            let next = series.last().copied().unwrap_or(place).saturating_add(1);
            let role = entry.role;
            if role == Role::Bare {
                self.bare(place);
                place = place.saturating_add(1);
                continue;
            }
            // 开工率、竣工率分别为: each has its name.
            let names: Vec<String> = self
                .at(place)
                .own
                .split(['、', '和', '与', '及'])
                .map(|name| name.strip_suffix('率').unwrap_or(name).to_string())
                .collect();
            if role == Role::Rate && series.len() > 1 && names.len() == series.len() {
                for (ratio, name) in series.iter().zip(&names) {
                    self.rate(*ratio, None, Some(name));
                }
                place = next;
                continue;
            }
            let parts = if series.len() > 1 || self.at(place).is_series {
                self.paired(place, series.len())
            } else {
                Vec::new()
            };
            let tasks: Vec<usize> = self
                .before(place)
                .filter(|at| {
                    self.at(*at).role == Role::Target
                        && self.same_sentence(*at, place)
                        && self.is_level(*at)
                })
                .collect();
            if series.len() > 1
                && matches!(role, Role::Rate | Role::Plan)
                && parts.len() == series.len()
                && tasks.len() == series.len()
            {
                for ((ratio, done), due) in series.iter().zip(&parts).zip(tasks.iter().rev()) {
                    let Some(done) = done else { continue };
                    self.ask(Question {
                        rule: Rule::Plan,
                        kind: Kind::Rate,
                        result: *ratio,
                        way: None,
                        readings: alloc::vec![Reading::of(&[*done, *due])],
                        voice: Voice::Loud,
                    });
                }
                self.pairings.push((place, parts));
            } else if series.len() > 1 && parts.len() == series.len() {
                self.pairings.push((place, parts.clone()));
                let known = series
                    .iter()
                    .zip(&parts)
                    .position(|(_, part)| part.is_some());
                let mut order: Vec<usize> = (0..series.len()).collect();
                order.sort_by_key(|at| Some(*at) != known);
                for at in order {
                    let (Some(ratio), Some(part)) = (series.get(at), parts.get(at)) else {
                        continue;
                    };
                    // The whole of the other members, for one that is not printed.
                    let whole = self.questions.iter().rev().take(24).find(|question| {
                        question.kind == Kind::Share && series.contains(&question.result)
                    });
                    let whole = whole
                        .and_then(|question| self.best(question))
                        .and_then(|reading| reading.operands.last().copied());
                    if role == Role::Share
                        && part.is_none()
                        && let Some(whole) = whole
                    {
                        self.open(Kind::Share, *ratio, alloc::vec![whole]);
                        continue;
                    }
                    match role {
                        Role::Plan => self.plan(*ratio, *part),
                        Role::Rate => self.rate(*ratio, *part, None),
                        _ => self.share(place, *ratio, *part),
                    }
                }
            } else if series.len() > 1 {
                for ratio in &series {
                    self.open(
                        if role == Role::Share {
                            Kind::Share
                        } else {
                            Kind::Rate
                        },
                        *ratio,
                        Vec::new(),
                    );
                }
            } else {
                match role {
                    Role::Plan => self.plan(place, None),
                    Role::Rate => self.rate(place, None, None),
                    _ => self.share(place, place, None),
                }
            }
            place = next;
        }
    }

    /// A rate in brackets speaks of the figure that it follows.
    pub(super) fn bare(&mut self, place: usize) {
        let Some(of) = self.at(place).mention.inside else {
            return;
        };
        let other = self.at(of);
        if other.like().is_amount() && other.is_level() {
            self.share(place, place, Some(of));
        }
    }

    /// 占全市1850亩的39.3%: the whole stands in the words.
    fn whole_in_words(&self, head: usize) -> Option<usize> {
        self.previous(head).filter(|previous| {
            let (a, b) = (self.at(*previous), self.at(head));
            a.mention.clause == b.mention.clause
                && b.mention.join == Join::Figure
                && (words::share_word(a.lead()).is_some())
                && b.lead().starts_with('的')
                // 占市域面积（1640万亩）的: the words stand again behind the bracket.
                || words::share_word(a.lead()).is_some()
                    && b.lead().strip_suffix('的') == Some(a.lead())
        })
    }

    /// A share: its part, its whole.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn share(&mut self, head: usize, ratio: usize, paired: Option<usize>) {
        let phrase = if self.at(ratio).role == Role::Bare {
            String::new()
        } else {
            self.phrase(head)
        };
        let inner = self.whole_in_words(head);
        // 按起始价的20%收取: nothing that is printed is the part.
        if paired.is_none() && is_charged(self.at(head).lead()) {
            let with = self.known_whole(head, &phrase);
            self.open(Kind::Share, ratio, with);
            return;
        }
        let bracket = self.bracket_before(head);
        let printed = inner.or(bracket);
        let anchor = inner.unwrap_or(head);
        if paired.is_none() && self.ratio_of_two(ratio) {
            return;
        }
        let parts = match paired {
            Some(part) => alloc::vec![part],
            None => self.part_of(anchor, ratio, &phrase),
        };
        let behind = parts
            .first()
            .filter(|_| printed.is_none())
            .and_then(|part| self.whole_behind(ratio, *part, &phrase));
        let printed = printed.or(behind.map(|(whole, _)| whole));
        if self.of_sum(anchor, ratio, &phrase, printed) {
            return;
        }
        let mut readings: Vec<Reading> = Vec::new();
        let mut rule = Rule::Share;
        let mut voice = Voice::Quiet;
        for part in &parts {
            let (wholes, by, says) = match printed {
                Some(whole) => {
                    let says = behind.is_none_or(|(_, says)| says);
                    let voice = if says { Voice::Loud } else { Voice::Quiet };
                    (alloc::vec![whole], Rule::ShareOfNamed, voice)
                }
                None => self.wholes_for(*part, head, &phrase),
            };
            if readings.is_empty() {
                rule = by;
                voice = says;
            }
            for whole in wholes {
                let is_like = self.at(whole).like() == self.at(*part).like();
                if whole != *part && is_like {
                    readings.push(Reading::of(&[*part, whole]));
                }
            }
        }
        if readings.is_empty() {
            let with = match parts.as_slice() {
                [] => match printed {
                    Some(whole) => alloc::vec![whole],
                    None => self.known_whole(head, &phrase),
                },
                [first, ..] => alloc::vec![*first],
            };
            self.open(Kind::Share, ratio, with);
            return;
        }
        // 补充比例: a name, and no word that ties a part to its whole.
        let is_by_name = self.at(head).role == Role::Share
            && words::share_word(self.at(head).lead()).is_none()
            && printed.is_none()
            && !self.at(head).lead().ends_with('的');
        let is_over = self.at(ratio).mention.value().is_some_and(|value| {
            value
                .unit()
                .in_unit(crate::audit::PrintedUnit::PLAIN)
                .and_then(|factor| value.amount().checked_mul(factor).ok())
                .is_some_and(|amount| amount > crate::exact::Ratio::ONE)
        });
        if is_over && words::share_word(self.at(head).lead()).is_none() {
            self.open(Kind::Rate, ratio, Vec::new());
            return;
        }
        let voice = if is_by_name && voice == Voice::Loud {
            Voice::Soft
        } else {
            voice
        };
        let fallback = parts.first().copied();
        if rule == Rule::ShareOfNamed
            && let [only] = readings.as_slice()
            && let [part, whole] = only.operands.as_slice()
        {
            self.prefer(*part, *whole);
        }
        self.ask(Question {
            rule,
            kind: Kind::Share,
            result: ratio,
            way: None,
            readings,
            voice,
        });
        if voice == Voice::Quiet
            && let Some(part) = fallback
        {
            // If it does not fit, the whole is not printed.
            self.open(Kind::Share, ratio, alloc::vec![part]);
        }
    }

    /// 竣工与新开工面积比为69%: both by their names. It may be more than all.
    pub(super) fn ratio_of_two(&mut self, ratio: usize) -> bool {
        let entry = self.at(ratio);
        let stripped = words::without_fillers(entry.lead());
        if !stripped.ends_with('比') || words::share_word(entry.lead()).is_some() {
            return false;
        }
        let own = entry.own.clone();
        let Some((first, second)) = own.split_once(['与', '和', '对']) else {
            return false;
        };
        let find = |name: &str| {
            let name = content(&without_label(name));
            let places = self
                .before(ratio)
                .filter(|at| self.is_level(*at) && self.near(*at, ratio));
            let mut places =
                places.filter(|at| !name.is_empty() && self.at(*at).lead().contains(name.as_str()));
            places.next()
        };
        let (Some(part), Some(whole)) = (find(first), find(second)) else {
            return false;
        };
        if part == whole || self.at(part).like() != self.at(whole).like() {
            return false;
        }
        self.ask(Question {
            rule: Rule::ShareOfNamed,
            kind: Kind::Rate,
            result: ratio,
            way: None,
            readings: alloc::vec![Reading::of(&[part, whole])],
            voice: Voice::Loud,
        });
        true
    }

    /// 三县占全省总量的35%: the share of several parts together.
    pub(super) fn of_sum(
        &mut self,
        head: usize,
        ratio: usize,
        phrase: &str,
        printed: Option<usize>,
    ) -> bool {
        let own = self.at(head).own.clone();
        let Some(count) = super::sums::counted(&own).filter(|count| (2..=12).contains(count))
        else {
            return false;
        };
        let Some(last) = self
            .before(head)
            .find(|at| self.at(*at).like().is_amount() && self.at(*at).mention.value().is_some())
        else {
            return false;
        };
        let like = self.at(last).like();
        let mut items: Vec<usize> = self
            .before(head)
            .filter(|at| {
                self.at(*at).like() == like
                    && self.at(*at).role == Role::Level
                    && self.at(*at).mention.value().is_some()
            })
            .take(count)
            .collect();
        if items.len() != count {
            return false;
        }
        items.reverse();
        let Some(first) = items.first().copied() else {
            return false;
        };
        let wholes = match printed {
            Some(whole) => alloc::vec![whole],
            None => self.wholes_for(first, first.saturating_add(0), phrase).0,
        };
        let wholes: Vec<usize> = wholes
            .into_iter()
            .filter(|whole| !items.contains(whole))
            .collect();
        if wholes.is_empty() {
            self.open(Kind::Share, ratio, items);
            return true;
        }
        let readings = wholes
            .iter()
            .map(|whole| {
                let mut operands = items.clone();
                operands.push(*whole);
                Reading::with(&operands, Form::OfSum)
            })
            .collect();
        self.ask(Question {
            rule: Rule::ShareOfSum,
            kind: Kind::Share,
            result: ratio,
            way: None,
            readings,
            voice: Voice::Loud,
        });
        true
    }
}

/// Whether a part is charged of what some words name: 按起始价的20%.
fn is_charged(lead: &str) -> bool {
    let name = lead
        .strip_suffix('的')
        .and_then(|lead| lead.rsplit_once('按'));
    name.is_some_and(|(_, name)| !name.contains('占'))
}
