//! Growth, points, multiples and differences.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::kind::Kind;
use super::mention::{Join, Like};
use super::question::{Form, Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::shares::without_label;
use super::slots::{Period, Role, label};
use super::words::{self, Way, content, has, likeness};

/// What changed, and from what.
#[derive(Debug, Default)]
struct Changed {
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

    fn series_of_changes(&mut self, head: usize, series: &[usize]) {
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

    /// The last series of rates with as many members.
    fn paired_rates(&self, head: usize, count: usize) -> Vec<Option<usize>> {
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

    /// 28.4%（31.9%）: the bracket goes with the bracket of the amounts.
    fn bare_change(&mut self, place: usize) {
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

    /// Whether an entry can grow.
    fn can_grow(&self, at: usize) -> bool {
        let entry = self.at(at);
        (entry.is_level() || entry.role == Role::Mean)
            && !entry.is_inner
            && !matches!(entry.like(), Like::Ratio | Like::Points | Like::Times)
    }

    /// What a change speaks of.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    fn changed(&self, head: usize, place: usize, paired: Option<usize>) -> Changed {
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
        if subject.is_empty() && paired.is_none() {
            let inside = self.at(place).mention.inside;
            let before = inside.or(previous);
            found.increment = before.filter(|at| {
                self.at(*at).role == Role::Change
                    && self.at(*at).like() == self.at(new).like()
                    && self.at(*at).mention.value().is_some()
            });
        }
        found
    }

    /// The level that grew.
    fn grown(
        &self,
        before: usize,
        place: usize,
        subject: &str,
        label: Option<super::slots::Label>,
        like: Option<Like>,
    ) -> Option<usize> {
        if let Some(inside) = self.at(place).mention.inside
            && self.at(place).mention.depth > 0
        {
            if self.can_grow(inside) {
                return Some(inside);
            }
            if self.at(inside).role == Role::Change {
                return self
                    .levels(inside, self.at(inside).like())
                    .first()
                    .copied()
                    .filter(|at| self.same_sentence(*at, inside));
            }
        }
        let fits = |at: &usize| {
            let entry = self.at(*at);
            self.can_grow(*at)
                && entry.mention.depth == 0
                && label.is_none_or(|label| label.fits(entry.like()))
                && like.is_none_or(|like| like == entry.like())
        };
        let all: Vec<usize> = self.before(before).filter(fits).collect();
        if !subject.is_empty() {
            let bare = without_measure(subject);
            let found = all
                .iter()
                .copied()
                .find(|at| {
                    let theirs = self.subject(*at);
                    let is_like = likeness(subject, &theirs) >= NAMED
                        || label.is_some() && !bare.is_empty() && likeness(&bare, &theirs) >= NAMED;
                    is_like && !self.at(*at).period.is_before()
                })
                .filter(|at| {
                    self.at(place)
                        .mention
                        .sentence
                        .saturating_sub(self.at(*at).mention.sentence)
                        <= 4
                });
            return found.or_else(|| {
                label?;
                all.iter().copied().find(|at| {
                    self.same_sentence(*at, place)
                        && !self.at(*at).period.is_before()
                        && content(&without_label(&self.at(*at).own)).is_empty()
                })
            });
        }
        let is_near = |at: &usize| self.same_sentence(*at, place);
        // 465家，日均15家，增长: the count grew, not its mean.
        let all: Vec<usize> = all
            .iter()
            .copied()
            .filter(|at| {
                let entry = self.at(*at);
                !(entry.role == Role::Mean
                    && entry.like().is_amount()
                    && content(entry.lead()).chars().count() <= 1
                    && all.iter().any(|other| {
                        self.at(*other).is_level()
                            && self.at(*other).like() == entry.like()
                            && self.same_sentence(*other, *at)
                    }))
            })
            .collect();
        let current = all
            .iter()
            .copied()
            .filter(is_near)
            .find(|at| !self.at(*at).period.is_before());
        // 2024年1240公顷，2023年1085公顷: the later one grew.
        let current = current.map(|at| {
            let Period::Year(year) = self.at(at).period else {
                return at;
            };
            let ours = content(&self.at(at).own);
            let later = all.iter().copied().filter(is_near).find(|other| {
                let is_later = match self.at(*other).period {
                    Period::Year(theirs) => theirs > year,
                    Period::Now | Period::Unsaid => true,
                    _ => false,
                };
                let theirs = content(&self.at(*other).own);
                is_later
                    && self.at(*other).like() == self.at(at).like()
                    && (ours.is_empty() || likeness(&ours, &theirs) >= NAMED)
            });
            later.unwrap_or(at)
        });
        current
            .or_else(|| all.iter().copied().find(is_near))
            .or_else(|| label.and_then(|_| all.first().copied()))
    }

    /// The same subject in another period.
    fn base_by_period(&self, head: usize, new: usize) -> Option<usize> {
        let (grown, change) = (self.at(new), self.at(head));
        let words = if change.base.is_empty() {
            change.lead().to_string()
        } else {
            change.base.clone()
        };
        let year = super::slots::year(&words).map(|(_, year)| year);
        let is_yearly = has(&words, &["同比", "按年", "年"]);
        let is_chained = has(&words, &["环比", "月", "周", "季"]);
        let fits = |at: &usize| {
            let entry = self.at(*at);
            let is_like = entry.like() == grown.like()
                && (entry.is_level() || entry.role == Role::Mean)
                && entry.mention.value().is_some()
                && *at != new
                && (entry.mention.depth == 0 || entry.mention.inside == Some(new));
            let in_time = match (entry.period, grown.period) {
                (Period::Year(old), Period::Year(now)) => {
                    old < now
                        && year.is_none_or(|year| year == old)
                        && (!is_chained || is_yearly)
                        && (year.is_some() || !is_yearly || old.saturating_add(1) == now)
                }
                (old, now) if old.is_before() && !now.is_before() => {
                    year.is_none()
                        && match old {
                            Period::YearBefore => !is_chained || is_yearly,
                            Period::MonthBefore | Period::WeekBefore | Period::QuarterBefore => {
                                !has(&words, &["同比", "按年", "上年", "去年"])
                            }
                            _ => true,
                        }
                }
                (Period::Year(old), now) => {
                    year == Some(old) || year.is_none() && now == Period::Now && !is_chained
                }
                _ => false,
            };
            let theirs = content(&without_label(&entry.own));
            let ours = content(&self.subject(new));
            let is_same = theirs.is_empty()
                || ours.is_empty()
                || likeness(&theirs, &ours) >= 60
                || likeness(&ours, &theirs) >= 60;
            is_like && in_time && is_same
        };
        if has(&words, &["年初", "期初", "上年末", "去年底"]) {
            return self.before(head).find(|at| {
                let entry = self.at(*at);
                entry.like() == grown.like()
                    && *at != new
                    && self.is_level(*at)
                    && has(entry.lead(), &["年初", "期初", "上年末", "去年底"])
                    && self
                        .at(head)
                        .mention
                        .sentence
                        .saturating_sub(entry.mention.sentence)
                        <= 1
            });
        }
        let near: Vec<usize> = self.before(head).filter(fits).collect();
        let found = near
            .iter()
            .copied()
            .find(|at| self.same_sentence(*at, head));
        found.or_else(|| {
            near.into_iter().find(|at| {
                let distance = self
                    .at(head)
                    .mention
                    .sentence
                    .abs_diff(self.at(*at).mention.sentence);
                distance <= 1
            })
        })
    }

    fn growth(&mut self, head: usize, place: usize, paired: Option<usize>) {
        // 年均增速: growth over years, by no two figures.
        if has(
            self.at(head).lead(),
            &["年均增", "年均递增", "年均下降", "年均降"],
        ) {
            self.open(Kind::Growth, place, Vec::new());
            return;
        }
        let found = self.changed(head, place, paired);
        let way = self.at(place).way;
        let Some(new) = found.new else {
            self.open(Kind::Growth, place, Vec::new());
            return;
        };
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

    /// 比上年增加88亩: what it grew by.
    fn difference(&mut self, place: usize) {
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

    fn points(&mut self, head: usize, place: usize, paired: Option<usize>) {
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
        let base = explicit.or(bracket);
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

    fn times(&mut self, place: usize, paired: Option<usize>) {
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
        let is_doubled = entry.mention.number.whole == super::number::Whole::Doubled;
        let mut rule = Rule::Multiple;
        let mut bases: Vec<usize> = Vec::new();
        if let Some(bracket) = self.bracket_before(place) {
            bases.push(bracket);
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
            let year = super::slots::year(&phrase).map(|(_, year)| year);
            if let Some(from) = pair
                && (is_doubled
                    || year.is_some() && super::slots::year(self.at(from).lead()).is_none()
                    || year.is_some()
                        && super::slots::year(self.at(from).lead()).map(|(_, year)| year) == year
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
                            || super::slots::year(entry.lead()).map(|(_, year)| year) == Some(year))
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
    fn comparison(&mut self, place: usize) {
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

/// A subject without the words of its measure: 住宅用地收入.
fn without_measure(subject: &str) -> alloc::string::String {
    ["收入", "收益", "产值", "税收", "投资", "供应", "支出"]
        .iter()
        .fold(subject.to_string(), |text, word| text.replace(word, ""))
}

/// Words of a comparison.
const MORE: &[&str] = &["高于", "超过", "多于", "高出", "超出", "好于", "优于"];

/// Words of a comparison.
const LESS: &[&str] = &["低于", "少于", "不及"];

/// Words of a comparison.
const NEAR: &[&str] = &["逼近", "接近", "抵得上", "相当"];

const fn kind_of(role: Role) -> Kind {
    match role {
        Role::Points => Kind::Points,
        Role::Times => Kind::Multiple,
        _ => Kind::Growth,
    }
}
