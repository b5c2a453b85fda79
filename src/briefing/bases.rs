//! What grew, and from which base.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::entry::Role;
use super::mention::Like;
use super::names::without_label;
use super::period::{Period, part_of_year};
use super::reader::{NAMED, Reader};
use super::words::{content, has, likeness};

impl Reader {
    /// Whether an entry can grow.
    pub(super) fn can_grow(&self, at: usize) -> bool {
        let entry = self.at(at);
        (entry.is_level() || entry.role == Role::Mean)
            && !entry.is_inner
            && !matches!(entry.like(), Like::Ratio | Like::Points | Like::Times)
    }

    /// 规划28.5平方公里，现状21.6平方公里，净增6.9平方公里: a change of them.
    fn follows_its_like(&self, at: usize) -> bool {
        self.previous(at).is_some_and(|before| {
            self.same_sentence(before, at)
                && self.at(before).like() == self.at(at).like()
                && self.at(before).is_level()
        })
    }

    /// The level that grew.
    pub(super) fn grown(
        &self,
        before: usize,
        place: usize,
        subject: &str,
        label: Option<super::label::Label>,
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
                && !(entry.role == Role::Net && self.follows_its_like(*at))
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

    /// Whether a level is of the same thing as one of another period.
    fn is_of_the_same(&self, at: usize, new: usize) -> bool {
        let entry = self.at(at);
        // 2021年 and 2022年1—7月 are not compared.
        let span = |at: usize| {
            let entry = self.at(at);
            let mut words = entry.mention.pre.clone();
            words.push_str(entry.lead());
            part_of_year(&words)
        };
        let is_span = matches!((entry.period, self.at(new).period), (Period::Year(_), _));
        if is_span && span(at) != span(new) && !span(new).is_empty() {
            return false;
        }
        let theirs = content(&without_label(&entry.own));
        let ours = content(&self.subject(new));
        // 产值480亿元，去年同期400亿元；税收19.6亿元: of 产值.
        let is_of_other = || {
            let of = self.levels(at, entry.like()).first().copied();
            of.filter(|of| *of != new && self.same_sentence(*of, at))
                .is_some_and(|of| {
                    let theirs = content(&self.subject(of));
                    !ours.is_empty()
                        && !theirs.is_empty()
                        && likeness(&theirs, &ours) == 0
                        && likeness(&ours, &theirs) == 0
                })
        };
        if theirs.is_empty() && at < new && is_of_other() {
            return false;
        }
        theirs.is_empty()
            || ours.is_empty()
            || likeness(&theirs, &ours) >= 60
            || likeness(&ours, &theirs) >= 60
    }

    /// The same subject in another period.
    pub(super) fn base_by_period(&self, head: usize, new: usize) -> Option<usize> {
        let (grown, change) = (self.at(new), self.at(head));
        let words = if change.base.is_empty() {
            change.lead().to_string()
        } else {
            change.base.clone()
        };
        let year = super::period::year(&words).map(|(_, year)| year);
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
            // What costs little comes first: most figures end here.
            is_like && in_time && self.is_of_the_same(*at, new)
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
}

/// A subject without the words of its measure: 住宅用地收入.
fn without_measure(subject: &str) -> alloc::string::String {
    ["收入", "收益", "产值", "税收", "投资", "供应", "支出"]
        .iter()
        .fold(subject.to_string(), |text, word| text.replace(word, ""))
}
