//! Counting the days of a period, without those that are excused.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::excuse::Excuse;
use crate::calendar::{Fullness, Months, days_between, days_later};

/// Days since a beginning, those that are excused left out.
///
/// The beginning itself is not counted. Excused days before it change nothing.
#[derive(Debug)]
pub(super) struct Clock {
    from: Date,
    /// Excused days after the beginning: in order, apart from each other.
    excused: Vec<(Date, Date)>,
}

impl Clock {
    pub(super) fn new<'a>(from: Date, excuses: impl IntoIterator<Item = &'a Excuse>) -> Self {
        let mut apart: Vec<(Date, Date)> = Vec::new();
        let mut all: Vec<(Date, Date)> = excuses
            .into_iter()
            .filter_map(|it| {
                let first = it.first().max(from.tomorrow().ok()?);
                let last = it.last().unwrap_or(Date::MAX);
                (first <= last).then_some((first, last))
            })
            .collect();
        all.sort_unstable();
        for (first, last) in all {
            match apart.last_mut() {
                // A day that two excuses share is one day.
                Some(before) if first <= before.1 => before.1 = before.1.max(last),
                _ => apart.push((first, last)),
            }
        }
        Self {
            from,
            excused: apart,
        }
    }

    /// How many days have been counted at the end of a day.
    pub(super) fn days_until(&self, day: Date) -> u32 {
        let excused = self
            .excused
            .iter()
            .take_while(|(first, _)| *first <= day)
            .fold(0, |days, (first, last)| {
                // The last day of an excuse belongs to it.
                let inside = days_between(*first, day.min(*last)).saturating_add(1);
                inside.saturating_add(days)
            });
        days_between(self.from, day).saturating_sub(excused)
    }

    /// The day on which a period is full; `None` if that is after the year
    /// 9999, or never while an excuse lasts.
    ///
    /// The last day moves by as many days as are excused.
    pub(super) fn full_after(&self, period: Months, fullness: Fullness) -> Option<Date> {
        let mut day = period.after(self.from)?;
        for (first, last) in &self.excused {
            if *first > day {
                break;
            }
            let days = days_between(*first, *last).saturating_add(1);
            day = days_later(day, days)?;
        }
        match fullness {
            Fullness::LastDay => Some(day),
            Fullness::DayAfter => days_later(day, 1),
        }
    }
}
