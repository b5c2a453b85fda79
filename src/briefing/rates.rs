//! Rates by their names, and what was done of a plan: 开工率, 完成计划的70%.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::label::label;
use super::mention::{Join, Like};
use super::names::without_label;
use super::question::{Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{self, content, has, likeness};

impl Reader {
    /// 完成年度计划的70%.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn plan(&mut self, place: usize, paired: Option<usize>) {
        let entry = self.at(place);
        let lead = entry.lead().to_string();
        let inner = self.previous(place).filter(|previous| {
            let other = self.at(*previous);
            other.mention.clause == entry.mention.clause
                && entry.mention.join == Join::Figure
                && has(other.lead(), words::PLAN)
        });
        let printed = inner
            .or_else(|| self.bracket_before(place))
            .or_else(|| self.plan_behind(place));
        let anchor = inner.unwrap_or(place);
        let done = paired.or_else(|| {
            self.before(anchor).find(|at| {
                self.is_level(*at)
                    && self.at(*at).like().is_amount()
                    && self.at(*at).role != Role::Target
                    && !self.at(*at).period.is_before()
                    && self.same_sentence(*at, place)
            })
        });
        // The plan in the bracket says what was done, also in the sentence before.
        let by_due = printed.and_then(|due| {
            let like = self.at(due).like();
            let done = done.filter(|done| self.at(*done).like() == like);
            let noun = content(&without_plan_words(self.at(place).lead()));
            let by_noun = || {
                self.before(anchor).find(|at| {
                    self.is_level(*at)
                        && self.at(*at).like() == like
                        && self.at(*at).role != Role::Target
                        && *at != due
                        && self.near(*at, place)
                        && !noun.is_empty()
                        && likeness(&noun, &self.subject(*at)) >= 100
                })
            };
            done.or_else(by_noun).or_else(|| {
                self.before(anchor).find(|at| {
                    self.is_level(*at)
                        && self.at(*at).like() == like
                        && self.at(*at).role != Role::Target
                        && self.at(*at).role != Role::Rest
                        && !self.at(*at).is_part
                        && *at != due
                        && self.near(*at, place)
                })
            })
        });
        // 安排640公顷，落地470公顷。兑现73.5%: the pair of the sentence before.
        let by_pair = || {
            let due = self
                .before(place)
                .find(|at| self.at(*at).role == Role::Target && self.is_level(*at))?;
            let next = self.next(due)?;
            (self.same_sentence(due, next)
                && self.at(next).like() == self.at(due).like()
                && self.is_level(next)
                && self
                    .at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(due).mention.sentence)
                    <= 2
                && !self.at(place).opens)
                .then_some(next)
        };
        let done = by_due.or(done).or_else(by_pair);
        let Some(done) = done else {
            self.open(Kind::Rate, place, Vec::new());
            return;
        };
        let like = self.at(done).like();
        let name = content(&without_plan_words(&lead).replace("兑现", ""));
        let dues = if let Some(due) = printed {
            alloc::vec![due]
        } else {
            {
                let subject = content(&self.subject(done));
                let all: Vec<usize> = self
                    .before(place)
                    .filter(|at| {
                        *at != done
                            && self.at(*at).role == Role::Target
                            && self.at(*at).like() == like
                            && self.at(*at).mention.value().is_some()
                            && !self.is_of_another_rate(*at, place)
                    })
                    .filter(|at| name.is_empty() || likeness(&name, &self.subject(*at)) >= 50)
                    .collect();
                let raw = plan_name(self.at(place).lead());
                let by_raw: Vec<usize> = all_targets(self, place, done, like)
                    .into_iter()
                    .filter(|at| {
                        raw.chars().count() >= 2 && self.at(*at).lead().contains(raw.as_str())
                    })
                    .collect();
                let fits: Vec<usize> = all
                    .iter()
                    .copied()
                    .filter(|at| {
                        let other = self.at(*at);
                        let words = if other.mention.depth > 0 {
                            &other.mention.noun
                        } else {
                            &other.own
                        };
                        let theirs = content(&without_plan(words));
                        let is_only = all.len() == 1
                            && (self.same_sentence(*at, place) || self.same_sentence(*at, done));
                        theirs.is_empty()
                            || is_only
                            || likeness(&theirs, &subject) >= 50
                            || likeness(&subject, &theirs) >= 50
                    })
                    .collect();
                let is_part = self.at(done).is_part;
                if by_raw.is_empty() {
                    if is_part && fits.len() > 1 {
                        Vec::new()
                    } else {
                        fits
                    }
                } else {
                    by_raw
                }
            }
        };
        let readings: Vec<Reading> = dues
            .iter()
            .filter(|due| self.at(**due).like() == like)
            .map(|due| Reading::of(&[done, *due]))
            .collect();
        if readings.is_empty() {
            self.open(Kind::Rate, place, alloc::vec![done]);
            return;
        }
        self.ask(Question {
            rule: Rule::Plan,
            kind: Kind::Rate,
            result: place,
            way: None,
            readings,
            voice: Voice::Loud,
        });
    }

    /// Whether a rate stands directly behind.
    pub(super) fn has_rate(&self, at: usize) -> bool {
        self.next(at)
            .is_some_and(|next| self.at(next).role == Role::Rate)
    }

    /// 开工率: by its name.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn rate(&mut self, place: usize, paired: Option<usize>, name: Option<&str>) {
        let own = name.map_or_else(|| self.at(place).own.clone(), ToString::to_string);
        let named = label(&own);
        let stem = {
            let mut text = without_label(&own);
            for word in [
                "占比",
                "宗数",
                "面积",
                "整治",
                "当年",
                "当年供地",
                "任务",
                "当年",
                "其",
            ] {
                if text != word {
                    text = text.replace(word, "");
                }
            }
            text
        };
        let is_printed = self.before(place).take(3).any(|at| {
            self.same_sentence(at, place)
                && !stem.is_empty()
                && stem.chars().count() > 1
                && self.at(at).lead().ends_with(stem.as_str())
        });
        if !is_printed
            && words::LEVELS
                .iter()
                .any(|level| stem == *level || level.chars().count() > 1 && stem.ends_with(level))
            || stem.is_empty() && named.is_none()
        {
            return;
        }
        let is_plan = has(&own, &["任务完成", "计划完成", "目标完成"]);
        if is_plan {
            self.plan(place, paired);
            return;
        }
        let short = last_two(&stem);
        let pair = words::PAIRS.iter().find(|(name, _, _)| short == *name);
        let is_done = |at: &usize| {
            let lead = self.at(*at).lead();
            let tail = self.at(*at).mention.tail.as_str();
            let by_name = match pair {
                Some((_, done, _)) => has(lead, done),
                None => lead.contains(short.as_str()) || tail.contains(short.as_str()),
            };
            let is_not =
                lead.contains(alloc::format!("未{short}").as_str()) || lead.contains("尚未");
            by_name && !lead.starts_with('应') && !is_not && self.at(*at).role != Role::Target
        };
        let fits = |at: &usize| {
            self.is_level(*at)
                && self.at(*at).like().is_amount()
                && self.same_sentence(*at, place)
                && named.is_none_or(|label| label.fits(self.at(*at).like()))
        };
        let all: Vec<usize> = self.before(place).filter(fits).collect();
        let earlier = || {
            self.before(place).find(|at| {
                pair.is_some()
                    && self.is_level(*at)
                    && self.at(*at).like().is_amount()
                    && self.near(*at, place)
                    && named.is_none_or(|label| label.fits(self.at(*at).like()))
                    && is_done(at)
                    && !self.at(*at).is_part
            })
        };
        let done = paired
            .or_else(|| all.iter().copied().find(is_done))
            .or_else(earlier);
        let is_named = done.is_some() && paired.is_none();
        // 年初存量18600亩，处置率31%: what was done stands before.
        if done.is_none()
            && let Some(due) = all.first().copied()
        {
            let subject = content(&self.subject(due).replace("存量", ""));
            let earlier = self
                .levels(due, self.at(due).like())
                .into_iter()
                .filter(|at| self.near(*at, place) && is_done(at))
                .find(|at| !subject.is_empty() && likeness(&subject, &self.subject(*at)) >= 60);
            if let Some(done) = earlier {
                self.ask(Question {
                    rule: Rule::Rate,
                    kind: Kind::Rate,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::of(&[done, due])],
                    voice: Voice::Quiet,
                });
                return;
            }
        }
        let done = done.or_else(|| {
            all.first().copied().filter(|_| {
                short.is_empty()
                    || named.is_some()
                    || stem.ends_with("完成")
                    || stem.ends_with("处置")
            })
        });
        // 已供2688亩，保障率80%: what stands directly before, if it fits.
        let is_guess = done.is_none();
        let done = done.or_else(|| {
            all.first().copied().filter(|at| {
                self.at(*at).mention.clause.saturating_add(1) == self.at(place).mention.clause
            })
        });
        // 投入4.32亿元；预算4.8亿元，执行率90%.
        if let Some(due) = done
            && is_guess
            && self.at(due).role == Role::Target
        {
            let spent = self
                .levels(due, self.at(due).like())
                .into_iter()
                .find(|at| {
                    self.at(*at).role == Role::Level
                        && self
                            .at(place)
                            .mention
                            .sentence
                            .saturating_sub(self.at(*at).mention.sentence)
                            <= 1
                });
            self.open(Kind::Rate, place, Vec::new());
            if let Some(spent) = spent {
                self.ask(Question {
                    rule: Rule::Rate,
                    kind: Kind::Rate,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::weak(&[spent, due])],
                    voice: Voice::Quiet,
                });
            }
            return;
        }
        let Some(done) = done else {
            self.open(Kind::Rate, place, Vec::new());
            return;
        };
        let like = self.at(done).like();
        let is_due = |at: &usize| {
            let lead = self.at(*at).lead();
            match pair {
                Some((_, _, due)) => has(lead, due),
                None => lead.contains('应') && lead.contains(short.as_str()),
            }
        };
        // 2160亩、740亩，处置率分别达到36%和37%: none is the whole of another.
        let others = self
            .pairings
            .last()
            .filter(|(head, _)| paired.is_some() && *head <= place)
            .map(|(_, parts)| parts.clone())
            .unwrap_or_default();
        let levels: Vec<usize> = self
            .levels(done, like)
            .into_iter()
            .filter(|at| self.near(*at, place) && !others.contains(&Some(*at)))
            .collect();
        let in_sentence: Vec<usize> = levels
            .iter()
            .copied()
            .filter(|at| self.same_sentence(*at, place))
            .collect();
        let by_word: Vec<usize> = in_sentence
            .iter()
            .chain(levels.iter().filter(|_| pair.is_some()))
            .copied()
            .find(|at| is_due(at))
            .into_iter()
            .collect();
        let behind = self.whole_behind(place, done, "");
        let (dues, voice) = if let Some((due, says)) = behind {
            let voice = if says && is_named {
                Voice::Loud
            } else {
                Voice::Quiet
            };
            (alloc::vec![due], voice)
        } else if !by_word.is_empty() {
            let is_near = by_word.iter().all(|at| self.same_sentence(*at, place));
            (by_word, if is_near { Voice::Loud } else { Voice::Soft })
        } else if !self.at(done).parents.is_empty() {
            // What stands between in the sentence comes before the whole.
            let parents = self.at(done).parents.clone();
            let mut found: Vec<usize> = in_sentence
                .iter()
                .copied()
                .filter(|at| {
                    !parents.contains(at) && self.at(*at).parents == parents && !self.has_rate(*at)
                })
                .take(1)
                .collect();
            found.extend(parents);
            let voice = if is_named && found.len() == 1 {
                Voice::Loud
            } else {
                Voice::Soft
            };
            (found, voice)
        } else if !in_sentence.is_empty() {
            let mut found = in_sentence;
            found.truncate(3);
            let others = levels
                .iter()
                .copied()
                .filter(|at| !found.contains(at) && !self.at(*at).is_part);
            let others: Vec<usize> = others.take(3).collect();
            let is_only = found.len() == 1 && others.is_empty() && (is_named || paired.is_some());
            found.extend(others);
            let voice = if is_only { Voice::Loud } else { Voice::Soft };
            (found, voice)
        } else {
            let mut found: Vec<usize> = levels
                .into_iter()
                .filter(|at| !self.at(*at).is_part)
                .collect();
            found.truncate(4);
            (found, Voice::Quiet)
        };
        // 死亡0.24万人，死亡率5.48‰: a name alone does not say of what.
        let is_done_of = |due: &usize| {
            let said = |at: usize| {
                let cluster = self.cluster(at);
                cluster.iter().any(|at| {
                    let entry = self.at(*at);
                    has(entry.lead(), ALREADY) || has(&entry.mention.pre, ALREADY)
                })
            };
            behind.is_some()
                || is_due(due)
                || pair.is_some()
                || said(done) && !said(*due) && !self.has_rate(*due)
        };
        let voice = if dues.iter().all(is_done_of) {
            voice
        } else {
            Voice::Quiet
        };
        let readings: Vec<Reading> = dues
            .iter()
            .map(|due| {
                if is_guess {
                    Reading::weak(&[done, *due])
                } else {
                    Reading::of(&[done, *due])
                }
            })
            .collect();
        let voice = if is_guess { Voice::Quiet } else { voice };
        let known = if is_guess {
            Vec::new()
        } else {
            alloc::vec![done]
        };
        if readings.is_empty() || voice == Voice::Quiet {
            self.open(Kind::Rate, place, known);
        }
        if readings.is_empty() {
            return;
        }
        self.ask(Question {
            rule: Rule::Rate,
            kind: Kind::Rate,
            result: place,
            way: None,
            readings,
            voice,
        });
    }
}

/// Words by which what is done is of what stands before.
const ALREADY: &[&str] = &["已", "实际"];

/// 完成省下达处置任务的: 处置.
pub(super) fn without_plan_words(lead: &str) -> String {
    let mut text = lead.to_string();
    for word in [
        "完成", "年度", "计划", "任务", "目标", "预算", "下达", "省", "市", "县", "为", "的",
        "达到", "占",
    ] {
        text = text.replace(word, "");
    }
    text
}

/// 占三年计划的: 三年.
fn plan_name(lead: &str) -> String {
    let from = ["完成", "占", "达到", "为", "是"]
        .iter()
        .filter_map(|word| lead.find(word).map(|at| at.saturating_add(word.len())))
        .max()
        .unwrap_or_default();
    let mut text = lead.get(from..).unwrap_or_default().to_string();
    for word in [
        "计划",
        "任务",
        "目标",
        "预算",
        "年度",
        "省下达",
        "下达",
        "的",
    ] {
        text = text.replace(word, "");
    }
    text
}

fn all_targets(reader: &Reader, place: usize, done: usize, like: Like) -> Vec<usize> {
    reader
        .before(place)
        .filter(|at| {
            let entry = reader.at(*at);
            *at != done
                && entry.role == Role::Target
                && entry.like() == like
                && entry.mention.value().is_some()
        })
        .collect()
}

fn without_plan(text: &str) -> String {
    let mut left = text.to_string();
    for word in ["计划", "任务", "目标", "预算", "年度", "下达", "省", "处置"] {
        left = left.replace(word, "");
    }
    left
}

/// The last two signs of a stem: 竣工.
fn last_two(stem: &str) -> String {
    let count = stem.chars().count();
    stem.chars().skip(count.saturating_sub(2)).collect()
}
