//! Growth, points, multiples and differences.

use super::label::label;
use super::names::without_label;
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::mention::{Join, Like};
use super::period::Against;
use super::question::{Form, Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::words::{self, content, has, likeness};

/// What changed, and from what.
#[derive(Debug, Default)]
pub(super) struct Changed {
    new: Option<usize>,
    base: Option<usize>,
    rule: Option<Rule>,
    increment: Option<usize>,
}

impl Reader {
    pub(super) fn changes(&mut self) {
        let mut place = 0;
        while place < self.len() {
            let entry = self.at(place);
            match entry.role {
                Role::Growth | Role::Points | Role::Times => {
                    let series = self.series(place);
                    let next = series.last().copied().unwrap_or(place).saturating_add(1);
                    self.series_of_changes(place, &series);
                    place = next;
                    continue;
                }
                Role::Change if entry.mention.value().is_some() => self.difference(place),
                // 由20家增加到26家，净增6家.
                Role::Net if self.ends_of_change(place).is_some() => {
                    let readings = self.ends_of_change(place).map(|ends| Reading::of(&ends));
                    let way = entry.way;
                    self.ask(Question {
                        rule: Rule::Gap,
                        kind: Kind::Difference,
                        result: place,
                        way,
                        readings: readings.into_iter().collect(),
                        voice: Voice::Loud,
                    });
                }
                Role::Net if words::compares(entry.lead()).is_some() => {
                    let like = entry.like();
                    let new = self.levels(place, like).first().copied();
                    if let Some(new) = new.filter(|new| self.same_sentence(*new, place)) {
                        self.open(Kind::Difference, place, alloc::vec![new]);
                    }
                }
                Role::Bare => self.bare_change(place),
                _ => self.comparison(place),
            }
            place = place.saturating_add(1);
        }
    }

    /// What became of a base, and the base, where both stand directly before.
    fn ends_of_change(&self, place: usize) -> Option<[usize; 2]> {
        let like = self.at(place).like();
        let fits = |at: &usize| self.same_sentence(*at, place) && self.at(*at).like() == like;
        let new = self.previous(place).filter(fits)?;
        let base = self.previous(new).filter(fits)?;
        (self.at(new).is_to && self.at(base).role == Role::Base).then_some([new, base])
    }

    pub(super) fn series_of_changes(&mut self, head: usize, series: &[usize]) {
        let role = self.at(head).role;
        if series.len() < 2 {
            match role {
                Role::Growth => self.growth(head, head, None),
                Role::Points => self.points(head, head, None),
                _ => self.times(head, None),
            }
            return;
        }
        let paired = if role == Role::Points {
            self.paired_rates(head, series.len())
        } else {
            self.paired(head, series.len())
        };
        // 较2012、2015年依次抬高: one level against several bases.
        let bases = self.at(head).base.split('、').count();
        let paired =
            if bases == series.len() && role == Role::Growth && !self.at(head).own.contains('、') {
                let found = self.changed(head, head, None).new;
                alloc::vec![found; series.len()]
            } else {
                paired
            };
        if paired.len() != series.len() {
            for place in series {
                let kind = kind_of(role);
                self.open(kind, *place, Vec::new());
            }
            return;
        }
        // 分别增加4宗、158.6亩，增长25%、28.1%: each rate has its increment.
        if role == Role::Growth {
            let mut run: Vec<usize> = self
                .before(head)
                .take_while(|at| self.at(*at).role == Role::Change && self.same_sentence(*at, head))
                .collect();
            run.reverse();
            if run.len() == series.len() {
                self.increments
                    .extend(series.iter().copied().zip(run.iter().copied()));
            }
        }
        for (place, target) in series.iter().zip(&paired) {
            match (role, target) {
                (Role::Growth, _) => self.growth(head, *place, *target),
                (Role::Points, _) => self.points(head, *place, *target),
                (_, target) => self.times(*place, *target),
            }
            // The targets of a bracket in the series are those in brackets.
        }
        if role != Role::Points {
            self.pairings.push((head, paired));
        }
    }

    /// 28.4%（31.9%）: the bracket goes with the bracket of the amounts.
    pub(super) fn bare_change(&mut self, place: usize) {
        let Some(of) = self.at(place).mention.inside else {
            return;
        };
        if self.at(of).role != Role::Growth {
            return;
        }
        let target = self
            .lacking
            .iter()
            .rev()
            .take(64)
            .find(|lacking| lacking.result == of)
            .and_then(|lacking| lacking.with.first().copied());
        let Some(target) = target else { return };
        let inner = self.behind(target).take(3).find(|at| {
            self.at(*at).mention.inside == Some(target) && self.at(*at).like().is_amount()
        });
        if let Some(inner) = inner {
            self.open(Kind::Growth, place, alloc::vec![inner]);
        }
    }

    /// What a change speaks of.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn changed(&self, head: usize, place: usize, paired: Option<usize>) -> Changed {
        let entry = self.at(head);
        let mut found = Changed {
            new: paired,
            ..Changed::default()
        };
        let is_ratio = |at: usize| matches!(self.at(at).like(), Like::Ratio);
        let previous = self
            .previous(head)
            .filter(|at| self.same_sentence(*at, head));
        // 比上年的142.7亿元下降10.0%.
        let mut own = entry.own.clone();
        if paired.is_none()
            && let Some(previous) = previous
            && self.at(previous).role == Role::Base
            && self.at(previous).mention.clause == entry.mention.clause
        {
            found.base = Some(previous);
            found.rule = Some(Rule::BaseNamed);
            own.clone_from(&self.at(previous).own);
            // 急升约64.8%至约39.76亿元.
            if let Some(next) = self.next(place)
                && self.at(next).mention.join == Join::Figure
                && self.at(next).is_to
                && self.at(next).like() == self.at(previous).like()
            {
                found.new = Some(next);
                return found;
            }
            if self.at(previous).like() == Like::Ratio || self.at(place).like() == Like::Points {
                found.new = self.before(previous).find(|at| {
                    is_ratio(*at)
                        && self.same_sentence(*at, place)
                        && self.at(*at).role != Role::Base
                });
                return found;
            }
        }
        // 比2022年的715亩增加88亩，增长12.3%.
        if paired.is_none()
            && found.base.is_none()
            && let Some(previous) = previous
            && self.at(previous).role == Role::Change
            && content(&without_label(&own)).is_empty()
            && entry.base.is_empty()
            && let Some(base) = self.previous(previous)
            && self.at(base).role == Role::Base
            && self.at(base).mention.clause == self.at(previous).mention.clause
            && self.at(base).like() == self.at(previous).like()
        {
            found.base = Some(base);
            found.rule = Some(Rule::BaseNamed);
        }
        // 比早前估算的54亿元，多出超过七成.
        if paired.is_none()
            && found.base.is_none()
            && let Some(previous) = previous
            && self.at(previous).role == Role::Base
            && self.at(previous).base.starts_with(['比', '较', '与', '同'])
            && own.is_empty()
            && entry.base.is_empty()
            && self.at(place).like() != Like::Points
        {
            found.base = Some(previous);
            found.rule = Some(Rule::BaseNamed);
        }
        if let Some(new) = paired {
            let like = self.at(new).like();
            let depth = self.at(head).mention.depth.saturating_add(1);
            found.base = self.before(head).take(6).find(|at| {
                let other = self.at(*at);
                other.mention.depth == depth
                    && other.like() == like
                    && !other.mention.noun.is_empty()
                    && entry.lead().starts_with(other.mention.noun.as_str())
                    && self.same_sentence(*at, head)
            });
            found.rule = found.base.map(|_| Rule::BaseNamed);
        }
        if let Some(bracket) = self.bracket_before(head)
            && found.base.is_none()
            && paired.is_none()
        {
            found.base = Some(bracket);
            found.rule = Some(Rule::BaseNamed);
        }
        // 升18.4%至57.6亿元.
        if paired.is_none()
            && let Some(next) = self.next(place)
            && self.at(next).mention.join == Join::Figure
            && self.at(next).mention.clause == self.at(place).mention.clause
            && self.at(next).is_to
            && self.can_grow(next)
        {
            found.new = Some(next);
            if found.base.is_none() {
                found.base = self.before(place).find(|at| {
                    self.at(*at).role == Role::Base
                        && self.same_sentence(*at, place)
                        && self.at(*at).like() == self.at(next).like()
                });
                found.rule = found.base.map(|_| Rule::BaseNamed);
            }
            return found;
        }
        let label = label(&own);
        let subject = content(&without_label(&own));
        // 由A到B.
        if paired.is_none() && found.base.is_none() {
            let to = self
                .before(head)
                .take(6)
                .filter(|at| self.same_sentence(*at, head))
                .find(|at| {
                    let entry = self.at(*at);
                    entry.mention.depth == 0 && !matches!(entry.like(), Like::Ratio | Like::Points)
                        || entry.like() == Like::Ratio && entry.is_to
                });
            if let Some(to) = to
                && let Some(from) = self.previous(to)
                && self.at(from).role == Role::Base
                && self.at(from).like() == self.at(to).like()
                && self.same_sentence(from, to)
                && self.at(to).is_to
            {
                let names = self.at(from).own.clone();
                let is_same = subject.is_empty() || likeness(&subject, &names) >= NAMED;
                if is_same {
                    found.new = Some(to);
                    found.base = Some(from);
                    found.rule = Some(Rule::FromTo);
                    return found;
                }
            }
        }
        if found.new.is_none() {
            let like = match found.base {
                Some(base) => Some(self.at(base).like()),
                None if self.at(place).role == Role::Change => Some(self.at(place).like()),
                None => None,
            };
            found.new = self.grown(
                found.base.unwrap_or(head).min(head),
                place,
                &subject,
                label,
                like,
            );
            // 比上月减少10%，比去年同月增加12.5%: the same level again.
            if found.new.is_none() && subject.is_empty() {
                found.new = self.questions.iter().rev().take(6).find_map(|question| {
                    let is_growth =
                        question.kind == Kind::Growth && self.same_sentence(question.result, place);
                    let reading = question.readings.first()?;
                    let new = if reading.form == Form::Increment {
                        reading.operands.first()
                    } else {
                        reading.operands.last()
                    };
                    new.copied().filter(|_| is_growth)
                });
            }
        }
        // 总收益上升46.5%，总额近41亿元: the level stands behind.
        if found.new.is_none()
            && let Some(next) = self.next(place)
            && self.same_sentence(next, place)
            && self.can_grow(next)
            && self.at(next).mention.join == Join::Comma
            && ["达", "总额", "总量", "为", "增至", "升至", "降至"]
                .iter()
                .any(|word| self.at(next).lead().starts_with(word))
        {
            found.new = Some(next);
        }
        let Some(new) = found.new else { return found };
        if found
            .base
            .is_some_and(|base| self.at(base).like() != self.at(new).like())
        {
            found.base = None;
        }
        if found.base.is_none() {
            found.base = self.base_by_period(head, new);
            found.rule = found.base.map(|_| Rule::TwoPeriods);
        }
        if found.base.is_none() {
            found.base = self
                .base_behind(head, place, self.at(new).like())
                .filter(|base| *base != new);
            found.rule = found.base.map(|_| Rule::TwoPeriods);
        }
        if let Some((_, increment)) = self
            .increments
            .iter()
            .rev()
            .take(8)
            .find(|(rate, _)| *rate == place)
        {
            let increment = *increment;
            found.increment = Some(increment).filter(|at| {
                self.at(*at).like() == self.at(new).like() && self.is_against_the_same(*at, head)
            });
        }
        if subject.is_empty() && paired.is_none() {
            let inside = self.at(place).mention.inside;
            let before = inside.or(previous);
            found.increment = before.filter(|at| {
                self.at(*at).role == Role::Change
                    && self.at(*at).like() == self.at(new).like()
                    && self.at(*at).mention.value().is_some()
                    && self.is_against_the_same(*at, head)
            });
        }
        found
    }

    /// 比年初增加2亿元，同比增长11%: each has a base of its own.
    fn is_against_the_same(&self, increment: usize, rate: usize) -> bool {
        let against = |at: usize| {
            let entry = self.at(at);
            Against::of(&entry.base).or_else(|| Against::of(entry.lead()))
        };
        match (against(increment), against(rate)) {
            (Some(first), Some(second)) => first == second,
            (None, Some(_)) => false,
            _ => true,
        }
    }

    pub(super) fn growth(&mut self, head: usize, place: usize, paired: Option<usize>) {
        // 年均增速: growth over years, by no two figures.
        if has(
            self.at(head).lead(),
            &["年均增", "年均递增", "年均下降", "年均降"],
        ) {
            self.open(Kind::Growth, place, Vec::new());
            return;
        }
        let mut found = self.changed(head, place, paired);
        let way = self.at(place).way;
        let Some(new) = found.new else {
            self.open(Kind::Growth, place, Vec::new());
            return;
        };
        // 比时限（60天）缩短15天，压缩25%: the change has told its base.
        if found.base.is_none()
            && let Some(base) = found.increment.and_then(|by| self.base_of_change(by, new))
        {
            found.base = Some(base);
            found.rule = Some(Rule::BaseNamed);
            found.increment = None;
        }
        let mut asked = false;
        if let Some(base) = found.base
            && self.at(base).like() == self.at(new).like()
            && self.at(base).mention.value().is_some()
            && self.at(new).mention.value().is_some()
        {
            asked = true;
            let voice = match found.rule {
                Some(Rule::TwoPeriods) if !self.same_sentence(base, place) => Voice::Soft,
                _ => Voice::Loud,
            };
            self.ask(Question {
                rule: found.rule.unwrap_or(Rule::TwoPeriods),
                kind: Kind::Growth,
                result: place,
                way,
                readings: alloc::vec![Reading::of(&[base, new])],
                voice,
            });
        }
        if let Some(increment) = found.increment {
            let way = self.at(increment).way;
            self.ask(Question {
                rule: Rule::Increment,
                kind: Kind::Growth,
                result: place,
                way,
                readings: alloc::vec![Reading::with(&[new, increment], Form::Increment)],
                voice: Voice::Loud,
            });
        }
        if !asked && found.increment.is_none() {
            self.open(Kind::Growth, place, alloc::vec![new]);
        }
    }

    /// From what a figure changed, where a word said by how much.
    fn base_of_change(&self, change: usize, new: usize) -> Option<usize> {
        let asked = self.questions.iter().rev().take(8);
        let mut asked = asked.filter(|question| question.result == change);
        let gap = asked.find(|question| question.rule == Rule::Gap)?;
        match gap.readings.first()?.operands.as_slice() {
            [told, base] if *told == new => Some(*base),
            _ => None,
        }
    }

    /// 比上年增加88亩: what it grew by.
    pub(super) fn difference(&mut self, place: usize) {
        let found = self.changed(place, place, None);
        let like = self.at(place).like();
        let new = found
            .new
            .filter(|new| self.at(*new).like() == like)
            .or_else(|| {
                let own = content(&without_label(&self.at(place).own));
                let first = self.before(place).find(|at| {
                    self.can_grow(*at)
                        && self.at(*at).like() == like
                        && self.at(*at).mention.depth == 0
                });
                first.filter(|at| self.same_sentence(*at, place) && own.is_empty())
            });
        let Some(new) = new else { return };
        let target = || {
            has(
                self.at(place).lead(),
                &["超额", "超计划", "超任务", "超目标"],
            )
            .then(|| {
                self.before(place).find(|at| {
                    self.at(*at).role == Role::Target
                        && self.at(*at).like() == like
                        && self.same_sentence(*at, place)
                })
            })?
        };
        let bracket = self.behind(place).take(1).find(|at| {
            self.at(*at).mention.inside == Some(place)
                && self.at(*at).like() == like
                && self.at(*at).lead().is_empty()
        });
        let base = found
            .base
            .filter(|base| self.at(*base).like() == like)
            .or_else(target)
            .or(bracket);
        match base {
            Some(base) if self.at(base).mention.value().is_some() => {
                let way = self.at(place).way;
                self.ask(Question {
                    rule: Rule::Gap,
                    kind: Kind::Difference,
                    result: place,
                    way,
                    readings: alloc::vec![Reading::of(&[new, base])],
                    voice: Voice::Loud,
                });
            }
            _ => self.open(Kind::Difference, place, alloc::vec![new]),
        }
    }
}

const fn kind_of(role: Role) -> Kind {
    match role {
        Role::Points => Kind::Points,
        Role::Times => Kind::Multiple,
        _ => Kind::Growth,
    }
}
