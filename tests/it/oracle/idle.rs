//! Idle land, day by day: a calendar of its own, one step a day, big
//! rationals.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::allocation::{Milestone, Milestones};
use standard_land::calendar::{Fullness, Months};
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Cause, Excusable, Excuse, IdleMeasure, IdleRules, IdleStatus, PartOf, Standing, Works,
};
use standard_land::quantity::MoneyUnit;
use standard_land::source::{Certainty, Sourced};
use standard_land::{Area, Money, Ratio};

use crate::given::parse;

/// Year, month, day.
type Day = (i16, i8, i8);

fn length(year: i16, month: i8) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn next((year, month, day): Day) -> Day {
    if day < length(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

fn months_later((mut year, mut month, day): Day, months: u16) -> Day {
    for _ in 0..months {
        month += 1;
        if month == 13 {
            (year, month) = (year + 1, 1);
        }
    }
    (year, month, day.min(length(year, month)))
}

fn later(from: Day, days: u16) -> Day {
    (0..days).fold(from, |day, _| next(day))
}

fn before((year, month, day): Day) -> Day {
    if day > 1 {
        (year, month, day - 1)
    } else if month > 1 {
        (year, month - 1, length(year, month - 1))
    } else {
        (year - 1, 12, 31)
    }
}

fn civil((year, month, day): Day) -> Date {
    date(year, month, day)
}

#[derive(Debug, Clone)]
struct Case {
    agreed: Option<Day>,
    started: Option<Day>,
    stopped: Option<Day>,
    completed: Option<Day>,
    ended: Option<Day>,
    excuses: Vec<(Day, Option<Day>)>,
    developed: Option<(u32, u32)>,
    invested: Option<(u32, u32)>,
    price: Option<u32>,
    rules: Rules,
    day: Day,
}

#[derive(Debug, Clone)]
struct Rules {
    unstarted: u16,
    stopped: u16,
    fee_after: u16,
    take_back_after: u16,
    fullness: Fullness,
    excusable: Excusable,
}

/// Whether a period has become full, walking from the day after `from`.
/// Every day that is not excused uses up one day of the period.
fn full(from: Day, months: u16, case: &Case, excusable: bool) -> Option<Day> {
    let end = months_later(from, months);
    let mut left = 0;
    let mut day = from;
    while day != end {
        day = next(day);
        left += 1;
    }
    // The last of all days that are looked at.
    let horizon = (2050, 1, 1);
    let mut day = from;
    while left > 0 {
        day = next(day);
        if day > horizon {
            return None;
        }
        if !(excusable && is_excused(day, case)) {
            left -= 1;
        }
    }
    Some(match case.rules.fullness {
        Fullness::LastDay => day,
        Fullness::DayAfter => next(day),
        _ => unreachable!("a new one has to be tested"),
    })
}

fn is_excused(day: Day, case: &Case) -> bool {
    case.excuses
        .iter()
        .any(|(first, last)| *first <= day && last.is_none_or(|last| day <= last))
}

fn counted(from: Day, to: Day, case: &Case, excusable: bool) -> u32 {
    let (mut day, mut days) = (from, 0);
    while day < to {
        day = next(day);
        days += u32::from(!(excusable && is_excused(day, case)));
    }
    days
}

fn rational(part: u32, of: u32) -> BigRational {
    BigRational::new(BigInt::from(part), BigInt::from(of))
}

/// What the rules say, as plainly as they say it.
fn expected(case: &Case) -> (Standing, Option<Day>, Option<Day>) {
    let by = |day: Option<Day>| day.filter(|day| *day <= case.day);
    let for_start = case.rules.excusable != Excusable::Nothing;
    let unknown_start = case.started.is_none() && by(case.completed).is_some();
    // Since when, if it was still unstarted and running at the end of that day.
    let reached = |months: u16| -> Option<Day> {
        let full = full(case.agreed?, months, case, for_start)?;
        let unstarted = case.started.is_none_or(|started| started > full);
        let running = case.ended.is_none_or(|ended| ended > full);
        (full <= case.day && unstarted && running && !unknown_start).then_some(full)
    };
    let standing = if by(case.ended).is_some() {
        Standing::Ended
    } else if by(case.completed).is_some() {
        Standing::Completed
    } else if by(case.started).is_some() {
        by(case.stopped).map_or(Standing::Building, |stopped| {
            let excused = case.rules.excusable == Excusable::StartAndStop;
            let days = counted(stopped, case.day, case, excused);
            let since = full(stopped, case.rules.stopped, case, excused);
            match since.filter(|since| *since <= case.day).map(civil) {
                None => Standing::Stopped { days },
                Some(since) => shares(case, since, days),
            }
        })
    } else if let Some(agreed) = case.agreed {
        let days = counted(agreed, case.day, case, for_start);
        if let Some(since) = reached(case.rules.unstarted).map(civil) {
            Standing::Idle { since }
        } else if days == 0 {
            Standing::NotDue
        } else {
            let idle_on = full(agreed, case.rules.unstarted, case, for_start).map(civil);
            Standing::StartOverdue { days, idle_on }
        }
    } else {
        Standing::NoAgreedStart
    };
    let take_back = reached(case.rules.take_back_after)
        .filter(|_| by(case.started).is_none() && by(case.ended).is_none());
    (standing, reached(case.rules.fee_after), take_back)
}

fn shares(case: &Case, since: Date, days: u32) -> Standing {
    let area = case
        .developed
        .map(|(part, of)| rational(part, of) < rational(1, 3));
    let sum = case
        .invested
        .map(|(part, of)| rational(part, of) < rational(1, 4));
    let short = match (area, sum) {
        (Some(true), Some(true)) => Some(IdleMeasure::Both),
        (Some(true), _) => Some(IdleMeasure::Area),
        (_, Some(true)) => Some(IdleMeasure::Investment),
        _ => None,
    };
    let unknown = match (area, sum) {
        (None, None) => Some(IdleMeasure::Both),
        (None, _) => Some(IdleMeasure::Area),
        (_, None) => Some(IdleMeasure::Investment),
        _ => None,
    };
    match (short, unknown) {
        (Some(short), _) => Standing::MayBeDeclaredIdle { since, short },
        (None, Some(unknown)) => Standing::StoppedUnknown { since, unknown },
        (None, None) => Standing::Stopped { days },
    }
}

fn judged(case: &Case) -> IdleStatus {
    let mut dates = Milestones::default();
    for (milestone, day) in [
        (Milestone::AgreedStart, case.agreed),
        (Milestone::ActualStart, case.started),
        (Milestone::ActualCompletion, case.completed),
        (Milestone::Ended, case.ended),
    ] {
        if let Some(day) = day {
            dates = dates.with(milestone, civil(day));
        }
    }
    let mut works = Works::new(dates).unwrap();
    if let Some(day) = case.stopped {
        works = works.with_stop(civil(day)).unwrap();
    }
    if let Some((part, of)) = case.developed {
        let area = |quanta: u32| Area::from_quanta(quanta.into());
        works = works
            .with_developed(PartOf {
                part: area(part),
                of: area(of),
            })
            .unwrap();
    }
    let fen = |fen: u32| Money::from_fen(fen.into()).unwrap();
    if let Some((part, of)) = case.invested {
        works = works
            .with_invested(PartOf {
                part: fen(part),
                of: fen(of),
            })
            .unwrap();
    }
    if let Some(price) = case.price {
        works = works.with_price(fen(price)).unwrap();
    }
    for (first, last) in &case.excuses {
        let excuse = Excuse::new(Cause::Government, civil(*first), parse("E"));
        works = works.with_excuse(match last {
            Some(last) => excuse.until(civil(*last)).unwrap(),
            None => excuse,
        });
    }
    rules(&case.rules).judge(&works, civil(case.day))
}

fn rules(rules: &Rules) -> IdleRules {
    let months = |count| given(Months::new(count));
    IdleRules {
        unstarted: months(rules.unstarted),
        stopped: months(rules.stopped),
        fee_after: months(rules.fee_after),
        take_back_after: months(rules.take_back_after),
        fullness: given(rules.fullness),
        excusable: given(rules.excusable),
        ..IdleRules::of_2012()
    }
}

fn given<T>(value: T) -> Sourced<T> {
    Sourced::new(value, parse("a test"), Certainty::Seen)
}

/// Around the leap day of 2020, and the ends of months.
fn day() -> impl Strategy<Value = Day> {
    let ends = select(
        [
            (2019, 2, 28),
            (2020, 2, 29),
            (2020, 8, 31),
            (2021, 2, 28),
            (2021, 3, 1),
        ]
        .as_slice(),
    );
    prop_oneof![
        (0..900_u16).prop_map(|days| later((2019, 1, 1), days)),
        ends
    ]
}

fn months() -> impl Strategy<Value = u16> {
    prop_oneof![3 => select([12_u16, 24].as_slice()), 1 => 0..30_u16]
}

fn share(limit: u32) -> impl Strategy<Value = Option<(u32, u32)>> {
    // About the limit, often exactly on it.
    let near = (1..1_000_u32, 0..3_u32)
        .prop_map(move |(part, off)| (part, (part * limit + off).saturating_sub(1).max(1)));
    proptest::option::weighted(0.8, near)
}

fn case() -> impl Strategy<Value = Case> {
    let dates = (
        proptest::option::weighted(0.9, day()),
        proptest::option::of(day()),
        proptest::option::of(0..400_u16),
        proptest::option::weighted(0.2, 0..900_u16),
        proptest::option::weighted(0.2, day()),
    );
    let excuse = (day(), proptest::option::weighted(0.9, 0..200_u16))
        .prop_map(|(first, days)| (first, days.map(|days| later(first, days))));
    let rules = (
        months(),
        months(),
        months(),
        months(),
        select(Fullness::ALL),
        select(Excusable::ALL),
    );
    let figures = (share(3), share(4), proptest::option::of(0..1_000_000_u32));
    // Any day, or one near the end of a period: the boundary days decide.
    let looked_at = (
        0..2_000_u16,
        proptest::option::of((months(), 0..3_u16, any::<bool>(), any::<bool>())),
    );
    (
        dates,
        proptest::collection::vec(excuse, 0..4),
        rules,
        figures,
        looked_at,
    )
        .prop_map(|(dates, excuses, rules, figures, looked_at)| {
            let (agreed, mut started, stop, complete, ended) = dates;
            let (unstarted, stopped, fee_after, take_back_after, fullness, excusable) = rules;
            let (developed, invested, price) = figures;
            let mut day = later((2019, 1, 1), looked_at.0);
            if let (Some(agreed), Some((months, off, starts, _))) = (agreed, looked_at.1) {
                day = later(before(months_later(agreed, months)), off);
                // Started about then, and looked at later.
                if starts {
                    started = Some(day);
                    day = later(day, 400);
                }
            }
            let stopped_on = started.and_then(|started| stop.map(|days| later(started, days)));
            if let (Some(stopped), Some((months, off, _, true))) = (stopped_on, looked_at.1) {
                day = later(before(months_later(stopped, months)), off);
            }
            let from = started.unwrap_or((2019, 1, 1));
            let completed = complete.map(|days| later(from, days));
            Case {
                agreed,
                started,
                stopped: stopped_on,
                completed,
                // The contract ends last.
                ended: ended.map(|ended| ended.max(completed.unwrap_or(from))),
                excuses,
                developed,
                invested,
                price,
                rules: Rules {
                    unstarted,
                    stopped,
                    fee_after,
                    take_back_after,
                    fullness,
                    excusable,
                },
                day,
            }
        })
}

proptest! {
    #[test]
    fn the_rules_say_what_counting_day_by_day_says(case in case()) {
        let judgement = judged(&case);
        let (standing, fee, take_back) = expected(&case);
        prop_assert_eq!(judgement.day, civil(case.day));
        // Beyond the horizon of the oracle there is nothing to compare.
        prop_assert_eq!(judgement.standing, standing);
        prop_assert_eq!(judgement.fee.map(|fee| fee.since), fee.map(civil));
        prop_assert_eq!(judgement.take_back, take_back.map(civil));
        if let Some(fee) = judgement.fee {
            let amount = fee.amount(MoneyUnit::Yuan).unwrap();
            let expected = case.price.map(|price| {
                let fee = rational(price, 500).reduced();
                let (part, of) = (fee.numer().to_string(), fee.denom().to_string());
                parse::<Ratio>(&format!("{part}/{of}"))
            });
            prop_assert_eq!(amount, expected);
        }
    }

    #[test]
    fn days_overdue_are_counted_one_by_one(case in case()) {
        let dates = case.agreed.map(|agreed| Milestones::default().with(Milestone::AgreedStart, civil(agreed)));
        let excuses = case.excuses.iter().map(|(first, last)| {
            let excuse = Excuse::new(Cause::ForceMajeure, civil(*first), parse("E"));
            last.map_or(Ok(excuse.clone()), |last| excuse.until(civil(last))).unwrap()
        });
        let works = excuses.fold(Works::new(dates.unwrap_or_default()).unwrap(), Works::with_excuse);
        let overdue = works.overdue_on(civil(case.day));
        let days = case.agreed.map_or(0, |agreed| counted(agreed, case.day, &case, true));
        prop_assert_eq!(overdue.first().map_or(0, |overdue| overdue.days), days);
        // The order in which excuses are given changes nothing.
        let turned = works.excuses().iter().rev().cloned();
        let turned = turned.fold(Works::new(*works.dates()).unwrap(), Works::with_excuse);
        prop_assert_eq!(turned.overdue_on(civil(case.day)), overdue);
    }
}
