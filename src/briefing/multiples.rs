//! Multiples and comparisons: 是A的4倍, 高于平均.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::label::label;
use super::mention::{Join, Like};
use super::names::without_label;
use super::period::Period;
use super::question::{Form, Question, Reading, Voice};
use super::reader::Reader;
use super::rule::Rule;
use super::words::{Way, content, has};
use crate::quantity::lexicon::Whole;

impl Reader {
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn times(&mut self, place: usize, paired: Option<usize>) {
        let entry = self.at(place);
        if entry.way.is_some() {
            self.growth(place, place, paired);
            return;
        }
        let lead = entry.lead().to_string();
        let split = ["相当于", "达到", "是", "为"].iter().find_map(|word| {
            let at = lead.find(word)?;
            Some((at, at.saturating_add(word.len())))
        });
        let (own, phrase) = match split {
            Some((start, end)) => (
                lead.get(..start).unwrap_or_default().to_string(),
                lead.get(end..)
                    .unwrap_or_default()
                    .trim_end_matches('的')
                    .to_string(),
            ),
            None => (
                alloc::string::String::new(),
                lead.trim_end_matches('的').to_string(),
            ),
        };
        let subject = content(&without_label(&own));
        let new = paired.or_else(|| self.grown(place, place, &subject, label(&own), None));
        let Some(new) = new else {
            self.open(Kind::Multiple, place, Vec::new());
            return;
        };
        let like = self.at(new).like();
        let is_doubled = entry.mention.number.whole == Whole::Doubled;
        let mut rule = Rule::Multiple;
        let mut bases: Vec<usize> = Vec::new();
        if let Some(bracket) = self.bracket_before(place) {
            bases.push(bracket);
        } else if let Some(base) = self.multiplied_behind(place, like) {
            bases.push(base);
        } else if let Some(previous) = self.previous(place)
            && self.at(previous).mention.clause == self.at(place).mention.clause
            && self.at(place).mention.join == Join::Figure
            && lead.starts_with('的')
        {
            bases.push(previous);
        } else {
            let before_new = self.previous(new);
            let pair = before_new.filter(|from| {
                self.at(*from).role == Role::Base
                    && self.at(*from).like() == like
                    && self.at(new).is_to
            });
            let year = super::period::year(&phrase).map(|(_, year)| year);
            if let Some(from) = pair
                && (is_doubled
                    || year.is_some() && super::period::year(self.at(from).lead()).is_none()
                    || year.is_some()
                        && super::period::year(self.at(from).lead()).map(|(_, year)| year) == year
                    || phrase.is_empty())
            {
                rule = Rule::FromTo;
                bases.push(from);
            } else if let Some(year) = year {
                let found = self.before(place).find(|at| {
                    let entry = self.at(*at);
                    entry.like() == like
                        && *at != new
                        && (entry.period == Period::Year(year)
                            || super::period::year(entry.lead()).map(|(_, year)| year)
                                == Some(year))
                        && entry.mention.value().is_some()
                });
                // 增加到56宗，增长3倍，是2019年的4倍.
                bases.extend(found);
            } else if has(&phrase, &["平均", "均值"]) {
                let found = self.before(new).find(|at| {
                    let entry = self.at(*at);
                    entry.like() == like
                        && entry.role == Role::Mean
                        && entry.mention.value().is_some()
                        && self
                            .at(place)
                            .mention
                            .sentence
                            .saturating_sub(entry.mention.sentence)
                            <= 1
                });
                bases.extend(found);
            } else {
                let name = content(&without_label(&phrase));
                let found = self.named(place, &phrase, |entry| {
                    entry.like() == like && (entry.is_level() || entry.role == Role::Mean)
                });
                if !name.is_empty() {
                    bases.extend(found.into_iter().filter(|at| *at != new).take(1));
                }
                if bases.is_empty() && Period::of(&phrase).is_before() {
                    bases.extend(self.base_by_period(place, new));
                }
            }
        }
        let readings: Vec<Reading> = bases
            .iter()
            .filter(|base| self.at(**base).like() == like && **base != new)
            .map(|base| Reading::of(&[new, *base]))
            .collect();
        if readings.is_empty() {
            if !is_doubled {
                self.open(Kind::Multiple, place, alloc::vec![new]);
            }
            return;
        }
        self.ask(Question {
            rule,
            kind: Kind::Multiple,
            result: place,
            way: None,
            readings,
            voice: Voice::Loud,
        });
    }

    /// 高于全省平均（15.2万元）, 逼近此前均值82公顷.
    pub(super) fn comparison(&mut self, place: usize) {
        let entry = self.at(place);
        if entry.mention.value().is_none()
            || matches!(entry.like(), Like::Ratio | Like::Points | Like::Times)
        {
            return;
        }
        let words = if entry.mention.depth > 0 && entry.mention.inside.is_none() {
            entry.mention.noun.clone()
        } else if entry.mention.depth == 0 {
            entry.lead().to_string()
        } else {
            return;
        };
        let found = [(MORE, Form::More), (LESS, Form::Less), (NEAR, Form::Near)]
            .iter()
            .find_map(|(list, form)| {
                list.iter()
                    .find_map(|word| words.find(word).map(|at| (at, word.len(), *form)))
            });
        let Some((at, len, form)) = found else { return };
        let before = words
            .get(..at)
            .unwrap_or_default()
            .trim_end_matches(['已', '均', '还', '也', '明', '显']);
        let behind = words.get(at.saturating_add(len)..).unwrap_or_default();
        if behind.is_empty() && entry.mention.depth == 0 || !content(before).is_empty() {
            return;
        }
        let like = entry.like();
        let previous = self.before(place).find(|at| {
            self.can_grow(*at)
                && self.at(*at).mention.depth == 0
                && self.same_sentence(*at, place)
                && self.at(*at).mention.value().is_some()
        });
        let Some(left) = previous.filter(|at| self.at(*at).like() == like) else {
            return;
        };
        self.ask(Question {
            rule: Rule::Comparison,
            kind: Kind::Comparison,
            result: left,
            way: (form == Form::Less).then_some(Way::Down),
            readings: alloc::vec![Reading::with(&[place], form)],
            voice: if form == Form::Near {
                Voice::Quiet
            } else {
                Voice::Loud
            },
        });
        if let Some(entry) = self.entries.get_mut(place) {
            entry.role = if entry.role == Role::Target {
                Role::Target
            } else {
                Role::Base
            };
        }
    }
}

/// Words of a comparison.
const MORE: &[&str] = &["高于", "超过", "多于", "高出", "超出", "好于", "优于"];

/// Words of a comparison.
const LESS: &[&str] = &["低于", "少于", "不及"];

/// Words of a comparison.
const NEAR: &[&str] = &["逼近", "接近", "抵得上", "相当"];
