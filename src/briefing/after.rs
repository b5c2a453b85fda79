//! Partners that stand behind a rate: in the bracket that follows it, or in
//! the next clause.

use alloc::vec::Vec;

use super::entry::Role;
use super::mention::{Join, Like};
use super::period::Period;
use super::reader::{NAMED, Reader};
use super::words::{self, content, has, likeness};

impl Reader {
    /// The figures of the bracket that follows a figure, in order.
    fn bracket_behind(&self, place: usize) -> Vec<usize> {
        self.behind(place)
            .take_while(|at| self.at(*at).mention.inside == Some(place))
            .filter(|at| self.at(*at).mention.value().is_some())
            .collect()
    }

    /// 同比下降8.8%（去年同期34起）, 增长14%，去年同月为46.3万人次: the base.
    ///
    /// Of a series, the bracket behind the last has one for each.
    pub(super) fn base_behind(&self, head: usize, place: usize, like: Like) -> Option<usize> {
        let words = &self.at(head).mention.lead;
        let is_base = |at: &usize| {
            let entry = self.at(*at);
            entry.period.is_before()
                && agrees(words, entry.period)
                && !matches!(entry.role, Role::Change | Role::Lost)
        };
        let series = self.series(head);
        let last = series.last().copied().unwrap_or(place);
        let inner = self.bracket_behind(last);
        if inner.first().is_some_and(is_base) {
            let nth = series.iter().position(|at| *at == place)?;
            let of_like = |at: &usize| self.at(*at).like() == like;
            return if inner.len() == series.len() {
                inner.get(nth).copied().filter(of_like)
            } else {
                let mut fits = inner.into_iter().filter(of_like);
                fits.next().filter(|_| fits.next().is_none())
            };
        }
        if series.len() > 1 {
            return None;
        }
        let next = self.next(place)?;
        let entry = self.at(next);
        let is_of_it = entry.mention.join == Join::Comma
            && self.same_sentence(next, place)
            && entry.like() == like
            && entry.mention.value().is_some()
            && Period::of(entry.lead()).is_before()
            && matches!(content(entry.lead()).as_str(), "" | "同");
        (is_of_it && is_base(&next)).then_some(next)
    }

    /// 占游客总量的43.4%（总量14.4万人次）, 签约率36%（应签约54万人）: the whole.
    ///
    /// And whether words say so, not only its place.
    pub(super) fn whole_behind(
        &self,
        ratio: usize,
        part: usize,
        phrase: &str,
    ) -> Option<(usize, bool)> {
        let inner = self.bracket_behind(ratio);
        let [whole] = inner.as_slice() else {
            return None;
        };
        let entry = self.at(*whole);
        let is_whole = entry.like() == self.at(part).like()
            && (entry.is_level() || entry.role == Role::Scope)
            && !entry.period.is_before()
            && !entry.lead().contains("其中")
            && self.is_at_most(part, *whole);
        let name = content(phrase);
        let says = has(entry.lead(), WHOLE)
            || has(entry.lead(), words::PLAN)
            || !name.is_empty() && likeness(&name, entry.lead()) >= NAMED
            || content(entry.lead()).is_empty() && !phrase.is_empty();
        is_whole.then_some((*whole, says))
    }

    /// 占年度计划的118%（计划200亿元）: the plan.
    pub(super) fn plan_behind(&self, ratio: usize) -> Option<usize> {
        let inner = self.bracket_behind(ratio);
        let [plan] = inner.as_slice() else {
            return None;
        };
        let entry = self.at(*plan);
        let is_plan = entry.role == Role::Target
            || entry.is_level()
                && (content(entry.lead()).is_empty() || has(entry.lead(), words::PLAN));
        (is_plan && entry.like().is_amount()).then_some(*plan)
    }

    /// 是2020年的1.6倍（11.5件）: the base.
    pub(super) fn multiplied_behind(&self, times: usize, like: Like) -> Option<usize> {
        // 分别是平均水平的1.5倍和1.24倍（21万元、500万元）.
        let head = (times.saturating_sub(3)..=times).find(|at| self.series(*at).contains(&times));
        let series = self.series(head.unwrap_or(times));
        let inner = self.bracket_behind(series.last().copied().unwrap_or(times));
        let nth = series.iter().position(|at| *at == times)?;
        let base = inner
            .get(nth)
            .copied()
            .filter(|_| inner.len() == series.len())?;
        let entry = self.at(base);
        (entry.like() == like && !entry.lead().contains("其中")).then_some(base)
    }

    /// Whether a figure is the plan or the whole that a bracket gives to
    /// another rate.
    pub(super) fn is_of_another_rate(&self, at: usize, rate: usize) -> bool {
        if self.at(at).mention.depth == 0 {
            return false;
        }
        let behind = self.behind(at).take(2);
        let by_next = behind
            .filter(|next| self.at(*next).like() == Like::Ratio)
            .any(|next| next != rate && self.bracket_before(next) == Some(at));
        let by_inside = self
            .at(at)
            .mention
            .inside
            .is_some_and(|inside| inside != rate && self.at(inside).like() == Like::Ratio);
        by_next || by_inside
    }
}

/// Words of a whole.
const WHOLE: &[&str] = &["应", "总", "共", "合计", "全部"];

/// Whether a rate of some words compares with a period: 同比 with the year
/// before, 环比 with the month.
fn agrees(words: &str, period: Period) -> bool {
    let is_yearly = has(words, &["同比", "按年", "上年", "去年"]);
    let is_chained = has(words, &["环比", "上月", "上周", "上季", "前一"]);
    match period {
        Period::YearBefore | Period::Year(_) => !is_chained || is_yearly,
        Period::MonthBefore | Period::WeekBefore | Period::QuarterBefore => !is_yearly,
        _ => true,
    }
}
