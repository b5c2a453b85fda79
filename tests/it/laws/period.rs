//! Periods: text and back, which days belong, what lies before and after.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use proptest::prelude::*;
use proptest::sample::select;
use standard_land::calendar::{Period, PeriodKind, Year};
use standard_land::jiff::SignedDuration;
use standard_land::jiff::civil::{Date, date};

use crate::given::parse;

fn day() -> impl Strategy<Value = Date> {
    let year = prop_oneof![1..=9999_i16, 2019..2026_i16, Just(1), Just(9999)];
    let month_and_day = prop_oneof![
        (1..=12_i8, 1..=31_i8),
        Just((2, 28)),
        Just((2, 29)),
        Just((1, 1)),
        Just((12, 31)),
        (1..=12_i8, Just(1)),
    ];
    (year, month_and_day).prop_filter_map("a day", |(year, (month, day))| {
        Date::new(year, month, day).ok()
    })
}

fn kind() -> impl Strategy<Value = PeriodKind> {
    select(PeriodKind::ALL)
}

fn period() -> impl Strategy<Value = Period> {
    let days = (day(), day()).prop_map(|(a, b)| Period::new(a.min(b), a.max(b)).unwrap());
    let short = (day(), 0..70_i64).prop_filter_map("in the calendar", |(first, days)| {
        let length = SignedDuration::from_hours(24 * days);
        Period::new(first, first.checked_add(length).ok()?).ok()
    });
    let named = || (day(), kind()).prop_map(|(day, kind)| Period::of(day, kind).unwrap());
    let months = (named(), named()).prop_map(|(a, b)| a.min(b).through(a.max(b)));
    let months = months.prop_filter_map("forward", Result::ok);
    prop_oneof![days, short, named(), months]
}

/// Without the calendar's help: both ends stand at the ends of months.
fn is_whole(period: Period) -> bool {
    let after = period.last().tomorrow();
    period.first().day() == 1 && after.map_or(true, |day| day.day() == 1)
}

fn parts(day: Date) -> (i16, i8, i8) {
    (day.year(), day.month(), day.day())
}

proptest! {
    #[test]
    fn what_is_printed_parses_to_the_same(period in period()) {
        let text = period.to_string();
        prop_assert_eq!(text.parse::<Period>(), Ok(period));
        // The days themselves are a form of every period.
        let days = format!("{}..{}", period.first(), period.last());
        prop_assert_eq!(days.parse::<Period>(), Ok(period));
        prop_assert!(text.len() <= days.len());
        prop_assert_eq!(text.contains(".."), period.kind().is_none() && period.days() > 1);
    }

    #[test]
    fn a_text_is_refused_or_names_a_period(text in "[0-9HQ.-]{0,24}") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        }
    }

    #[test]
    fn the_days_between_belong(period in period(), day in day(), near in -2..3_i64) {
        let naive = |day: Date| {
            parts(period.first()) <= parts(day) && parts(day) <= parts(period.last())
        };
        prop_assert_eq!(period.contains(day), naive(day));
        for end in [period.first(), period.last()] {
            let hours = SignedDuration::from_hours(24 * near);
            if let Ok(day) = end.checked_add(hours) {
                prop_assert_eq!(period.contains(day), naive(day));
            }
        }
        // Counted one by one, where they are few.
        if period.days() < 800 {
            let mut day = Some(period.first());
            let mut count = 0;
            while let Some(next) = day.filter(|day| *day <= period.last()) {
                count += 1;
                day = next.tomorrow().ok();
            }
            prop_assert_eq!(period.days(), count);
        }
    }

    #[test]
    fn order_agrees_with_equality_and_overlap_with_days(a in period(), b in period()) {
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.to_string() == b.to_string());
        prop_assert_eq!(a.overlaps(b), b.overlaps(a));
        prop_assert_eq!(a.overlaps(b), b.contains(a.first()) || a.contains(b.first()));
        prop_assert_eq!(a.is_within(b) && b.is_within(a), a == b);
        prop_assert!(!a.is_within(b) || a.overlaps(b));
    }

    #[test]
    fn the_period_of_a_day_contains_it(day in day(), kind in kind()) {
        let period = Period::of(day, kind).unwrap();
        prop_assert!(period.contains(day));
        prop_assert_eq!(period.kind(), Some(kind));
        prop_assert_eq!(period.year(), Year::of(day));
        let year = Period::from(Year::of(day).unwrap());
        prop_assert!(period.is_within(year));
        let whole = year.parts(kind).count();
        prop_assert_eq!(whole, usize::from(12 / kind.months()));
    }

    #[test]
    fn parts_fill_the_whole(period in period(), kind in kind()) {
        let parts: Vec<Period> = period.parts(kind).take(10_000).collect();
        if parts.len() == 10_000 {
            return Ok(());
        }
        for pair in parts.windows(2) {
            prop_assert_eq!(pair[0].last().tomorrow().ok(), Some(pair[1].first()));
        }
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            prop_assert_eq!(first.through(*last), Ok(period));
            prop_assert!(parts.iter().all(|part| part.kind() == Some(kind)));
        }
        prop_assert_eq!(kind == PeriodKind::Month && is_whole(period), kind == PeriodKind::Month && !parts.is_empty());
    }

    #[test]
    fn the_next_begins_where_this_one_ends(period in period()) {
        if let Some(next) = period.next() {
            prop_assert_eq!(period.last().tomorrow().ok(), Some(next.first()));
            // A neighbour that happens to be whole months has others.
            if is_whole(next) == is_whole(period) {
                prop_assert_eq!(next.previous(), Some(period));
            }
            prop_assert!(is_whole(period) || next.days() == period.days());
        }
        if let Some(previous) = period.previous() {
            prop_assert_eq!(previous.last().tomorrow().ok(), Some(period.first()));
            if is_whole(previous) == is_whole(period) {
                prop_assert_eq!(previous.next(), Some(period));
            }
            prop_assert_eq!(period.kind().is_some_and(|kind| previous.kind() != Some(kind)), false);
        }
    }

    #[test]
    fn a_year_before_and_after_are_inverse(period in period()) {
        let ends = [period.first(), period.last()];
        let end_of_february = ends.iter().any(|day| day.month() == 2 && day.day() > 27);
        let Some(before) = period.year_before() else {
            prop_assert_eq!(period.first().year(), 1);
            return Ok(());
        };
        prop_assert_eq!(before.first().year() + 1, period.first().year());
        prop_assert_eq!(before.last().year() + 1, period.last().year());
        if is_whole(period) || !end_of_february {
            prop_assert_eq!(before.year_after(), Some(period));
            prop_assert_eq!(is_whole(before), is_whole(period));
            prop_assert_eq!(before.kind(), period.kind());
        }
        if !is_whole(period) {
            for (then, now) in [(before.first(), ends[0]), (before.last(), ends[1])] {
                prop_assert_eq!(then.month(), now.month());
                let leap = now.month() == 2 && now.day() == 29;
                prop_assert_eq!(then.day(), if leap { 28 } else { now.day() });
            }
        }
    }
}

#[test]
fn every_day_of_four_years_has_one_period_of_each_kind() {
    let mut day = date(2023, 1, 1);
    while day < date(2027, 1, 1) {
        for kind in PeriodKind::ALL {
            let year: Period = parse(&format!("{}", day.year()));
            let containing: Vec<Period> = year
                .parts(*kind)
                .filter(|part| part.contains(day))
                .collect();
            assert_eq!(containing, [Period::of(day, *kind).unwrap()]);
        }
        day = day.tomorrow().unwrap();
    }
}
