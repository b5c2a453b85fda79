//! Lists that make up their whole, though no word says so.

use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::Join;
use super::question::{Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{self, content, has};
use crate::exact::Ratio;
use core::cmp::Ordering;

/// What a project goes through.
const STAGES: &[&str] = &[
    "签约", "备案", "摘牌", "拿地", "开工", "竣工", "投产", "达产",
];

impl Reader {
    /// Lists that make up their whole, though no word says so.
    pub(super) fn complete(&mut self) {
        for whole in 0..self.len() {
            if !self.is_level(whole) || !self.at(whole).like().is_amount() {
                continue;
            }
            let like = self.at(whole).like();
            let parts: Vec<usize> = self
                .behind(whole)
                .filter(|at| {
                    let entry = self.at(*at);
                    entry.parents.first() == Some(&whole)
                        && entry.like() == like
                        && entry.mention.depth == 0
                        && self.sums_by(*at).is_none()
                })
                .collect();
            let is_scoped = parts.len() >= 2;
            let list = if is_scoped {
                parts
            } else {
                self.list_behind(whole)
            };
            if list.len() < 2 || !is_scoped && self.are_stages(whole, &list) {
                continue;
            }
            let Some(order) = self.compare_sum(&list, whole) else {
                continue;
            };
            let tied = list.iter().skip(1).all(|at| {
                let first = self.cluster(*at).first().copied().unwrap_or(*at);
                self.at(first).mention.join == Join::Pause
            });
            if !is_scoped && !self.shares_fit(&list, whole) {
                continue;
            }
            let is_too_much = order == Ordering::Greater && is_scoped && tied;
            if order != Ordering::Equal && !is_too_much {
                continue;
            }
            self.ask(Question {
                rule: Rule::Complete,
                kind: Kind::Sum,
                result: whole,
                way: None,
                readings: alloc::vec![Reading::of(&list)],
                voice: if is_too_much {
                    Voice::Soft
                } else {
                    Voice::Quiet
                },
            });
            if is_scoped || is_too_much {
                continue;
            }
            for part in list {
                if let Some(entry) = self.entries.get_mut(part) {
                    entry.parents = alloc::vec![whole];
                    entry.is_part = true;
                    entry.is_listed = true;
                }
                self.ask(Question {
                    rule: Rule::Listed,
                    kind: Kind::Part,
                    result: part,
                    way: None,
                    readings: alloc::vec![Reading::of(&[whole])],
                    voice: Voice::Quiet,
                });
            }
        }
    }

    /// 开工39个，竣工26个，投产13个: what one project goes through are not parts.
    pub(super) fn are_stages(&self, whole: usize, items: &[usize]) -> bool {
        let stage = |at: &usize| {
            let lead = self.at(*at).lead();
            STAGES.iter().find(|stage| lead.contains(**stage))
        };
        let mut stages: Vec<_> = items.iter().chain([&whole]).filter_map(stage).collect();
        stages.sort_unstable();
        stages.dedup();
        stages.len() > 1
    }

    /// Whether the shares that stand behind the items can be of the whole.
    pub(super) fn shares_fit(&self, items: &[usize], whole: usize) -> bool {
        items.iter().all(|item| {
            let Some(share) = self.next(*item) else {
                return true;
            };
            let entry = self.at(share);
            let is_bare = entry.role == Role::Share && content(entry.lead()).chars().count() <= 1;
            if !is_bare || !self.same_sentence(share, *item) {
                return true;
            }
            let question = Question {
                rule: Rule::Share,
                kind: Kind::Share,
                result: share,
                way: None,
                readings: alloc::vec![Reading::of(&[*item, whole])],
                voice: Voice::Quiet,
            };
            self.best(&question).is_some()
        })
    }

    /// How the sum of some figures compares with another.
    pub(super) fn compare_sum(&self, items: &[usize], whole: usize) -> Option<Ordering> {
        let whole = self.at(whole).mention.value()?;
        let mut sum = Ratio::ZERO;
        for item in items {
            let item = self.at(*item).mention.value()?;
            let factor = item.unit().in_unit(whole.unit())?;
            let amount = item.amount().checked_mul(factor).ok()?;
            sum = sum.checked_add(amount).ok()?;
        }
        Some(sum.cmp(&whole.amount()))
    }

    /// The list of like figures that follows a level: in its sentence, or the
    /// next one, and nothing else.
    pub(super) fn list_behind(&self, whole: usize) -> Vec<usize> {
        let like = self.at(whole).like();
        let mut sentence = None;
        let mut list = Vec::new();
        for at in self.behind(whole) {
            let entry = self.at(at);
            let gap = entry
                .mention
                .sentence
                .saturating_sub(self.at(whole).mention.sentence);
            if sentence.is_none() && gap > 3 {
                break;
            }
            if entry.like() != like || !self.is_level(at) || entry.is_part {
                continue;
            }
            // Lines of one list, each a sentence.
            let is_line = |at: usize| self.at(at).mention.join == Join::Line;
            let is_row = list.last().is_some_and(|last| is_line(*last)) && is_line(at);
            if sentence.is_some_and(|sentence| sentence != entry.mention.sentence) && !is_row {
                break;
            }
            sentence = Some(entry.mention.sentence);
            list.push(at);
            if list.len() > 12 {
                return Vec::new();
            }
        }
        let starts_at_once = list.first().is_some_and(|first| {
            // Nothing of the kind that is not a level lies between.
            let between = (whole.saturating_add(1)..*first).filter(|at| {
                let entry = self.at(*at);
                entry.like() == like && !entry.is_part && entry.mention.depth == 0
            });
            between.count() == 0
        });
        if !starts_at_once {
            return Vec::new();
        }
        let is_balance = list.iter().any(|at| {
            let entry = self.at(*at);
            matches!(entry.role, Role::Net | Role::Target)
                || entry.role == Role::Rest && !entry.lead().contains('其')
                || loses(entry.lead()) != loses(self.at(whole).lead())
        });
        if is_balance {
            return Vec::new();
        }
        let is_not_all = list.iter().any(|at| {
            has(&self.at(*at).mention.pre, words::NOT_ALL)
                || has(self.at(*at).lead(), words::NOT_ALL)
        });
        if is_not_all || list.iter().any(|at| self.at(*at).sum.is_some()) {
            return Vec::new();
        }
        list
    }
}

/// Whether the words speak of what is lost.
pub(super) fn loses(lead: &str) -> bool {
    has(
        lead,
        &[
            "减",
            "退",
            "注销",
            "注吊销",
            "迁出",
            "流出",
            "核减",
            "支出",
            "消化",
            "占用",
            "灭失",
        ],
    ) && !has(lead, &["净减少了"])
}
