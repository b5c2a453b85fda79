//! Late, idle, excused: the boundary days and the exact thirds and quarters.

use standard_land::allocation::{Milestone, Milestones};
use standard_land::calendar::{Fullness, Months};
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Action, Cause, Event, Excusable, Excuse, IdleMeasure, IdleRules, Overdue, PartOf, Problem,
    ProblemCounts, ProblemList, ProblemState, Standing, Works, WorksError,
};
use standard_land::quantity::MoneyUnit;
use standard_land::source::{Certainty, Sourced};
use standard_land::{Area, Money, Ratio};

use super::{allocation, parse};

fn agreed(start: Date) -> Works {
    Works::new(Milestones::default().with(Milestone::AgreedStart, start)).unwrap()
}

/// Started on 2020-01-01 and stopped on a day.
fn stopped(day: Date) -> Works {
    let dates = Milestones::default().with(Milestone::ActualStart, date(2020, 1, 1));
    Works::new(dates).unwrap().with_stop(day).unwrap()
}

fn excuse(first: Date, last: Option<Date>) -> Excuse {
    let excuse = Excuse::new(Cause::Government, first, parse("E-1"));
    match last {
        Some(last) => excuse.until(last).unwrap(),
        None => excuse,
    }
}

fn standing(works: &Works, day: Date) -> Standing {
    IdleRules::of_2012().judge(works, day).standing
}

fn is_idle(works: &Works, day: Date) -> bool {
    matches!(standing(works, day), Standing::Idle { .. })
}

fn may_be_declared(works: &Works, day: Date) -> bool {
    matches!(standing(works, day), Standing::MayBeDeclaredIdle { .. })
}

#[test]
fn source_rules_of_2012_every_figure_has_its_source_and_certainty() {
    let rules = IdleRules::of_2012();
    // Read in art. 2: one year, a third, a quarter.
    assert_eq!(rules.unstarted.value, Months::new(12));
    assert_eq!(rules.stopped.value, Months::new(12));
    assert_eq!(rules.developed_below.value, parse::<Ratio>("1/3"));
    assert_eq!(rules.invested_below.value, parse::<Ratio>("1/4"));
    for certainty in [
        rules.unstarted.certainty,
        rules.stopped.certainty,
        rules.developed_below.certainty,
        rules.invested_below.certainty,
    ] {
        assert_eq!(certainty, Certainty::Seen);
    }
    // Read in reports of art. 14: the fee and the take-back.
    assert_eq!(rules.fee_after.value, Months::new(12));
    assert_eq!(rules.fee_rate.value, parse::<Ratio>("1/5"));
    assert_eq!(rules.take_back_after.value, Months::new(24));
    for source in [
        &rules.fee_after.source,
        &rules.fee_rate.source,
        &rules.take_back_after.source,
    ] {
        assert!(source.as_str().contains("as reported"), "{source}");
    }
    // Readings that someone else may not share: which day makes a year full,
    // which delay is excused.
    assert_eq!(rules.fullness.certainty, Certainty::Doubtful);
    assert_eq!(rules.excusable.certainty, Certainty::Doubtful);
}

#[test]
fn source_art_2_exactly_one_year_is_full() {
    // 满一年, by arts. 201-203 of the Civil Code: full on the same day of the
    // next year.
    let works = agreed(date(2023, 5, 1));
    assert_eq!(standing(&works, date(2023, 5, 1)), Standing::NotDue);
    assert_eq!(
        standing(&works, date(2023, 5, 2)),
        Standing::StartOverdue {
            days: 1,
            idle_on: Some(date(2024, 5, 1))
        }
    );
    assert!(!is_idle(&works, date(2024, 4, 30)));
    assert!(is_idle(&works, date(2024, 5, 1)));
    // The other reading is a parameter.
    let rules = IdleRules {
        fullness: Sourced::new(Fullness::DayAfter, parse("a court"), Certainty::Seen),
        ..IdleRules::of_2012()
    };
    let on = |day| rules.judge(&works, day).standing;
    assert!(matches!(
        on(date(2024, 5, 1)),
        Standing::StartOverdue { .. }
    ));
    let since = date(2024, 5, 2);
    assert_eq!(on(since), Standing::Idle { since });
}

#[test]
fn source_civil_code_art_202_leap_days() {
    // 29 February has no counterpart: the last day of the month.
    for (start, full) in [
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 28)),
        (date(2023, 3, 1), date(2024, 3, 1)),
        (date(2019, 2, 28), date(2020, 2, 28)),
    ] {
        let works = agreed(start);
        assert!(!is_idle(&works, full.yesterday().unwrap()), "{start}");
        assert_eq!(standing(&works, full), Standing::Idle { since: full });
    }
    // Two years from a leap day: counted from the beginning, not from 28
    // February on.
    let rules = IdleRules::of_2012();
    let works = agreed(date(2022, 2, 28));
    assert_eq!(
        rules.judge(&works, date(2024, 2, 28)).take_back,
        Some(date(2024, 2, 28))
    );
    let four = Sourced::new(Months::new(48), parse("a test"), Certainty::Seen);
    let rules = IdleRules {
        unstarted: four,
        ..rules
    };
    let since = date(2028, 2, 29);
    assert_eq!(
        rules.judge(&agreed(date(2024, 2, 29)), since).standing,
        Standing::Idle { since }
    );
}

#[test]
fn source_art_14_the_fee_after_one_year_and_take_back_after_two() {
    let works = agreed(date(2022, 5, 1))
        .with_price(parse("144万元"))
        .unwrap();
    let rules = IdleRules::of_2012();
    let on = |day| rules.judge(&works, day);
    assert_eq!(on(date(2023, 4, 30)).fee, None);
    let fee = on(date(2023, 5, 1)).fee.unwrap();
    assert_eq!(fee.since, date(2023, 5, 1));
    assert_eq!(
        fee.amount(MoneyUnit::Yuan).unwrap(),
        Some(parse::<Ratio>("288000/1"))
    );
    assert_eq!(on(date(2024, 4, 30)).take_back, None);
    assert_eq!(on(date(2024, 5, 1)).take_back, Some(date(2024, 5, 1)));
    // A fifth of a fen is a fifth of a fen until someone rounds it.
    let odd = agreed(date(2022, 5, 1))
        .with_price(parse("0.01元"))
        .unwrap();
    let fee = rules.judge(&odd, date(2024, 1, 1)).fee.unwrap();
    assert_eq!(
        fee.amount(MoneyUnit::Yuan).unwrap(),
        Some(parse::<Ratio>("1/500"))
    );
    // A price that is not known makes no fee of zero.
    let unknown = rules.judge(&agreed(date(2022, 5, 1)), date(2024, 1, 1));
    assert_eq!(unknown.fee.unwrap().amount(MoneyUnit::Yuan), Ok(None));
}

#[test]
fn a_late_start_ends_idleness_and_leaves_the_fee() {
    let rules = IdleRules::of_2012();
    let started = |day| {
        let dates = Milestones::default()
            .with(Milestone::AgreedStart, date(2021, 5, 1))
            .with(Milestone::ActualStart, day);
        Works::new(dates).unwrap()
    };
    // On the very day on which the year is full: in time.
    let last = rules.judge(&started(date(2022, 5, 1)), date(2024, 1, 1));
    assert_eq!((last.standing, last.fee), (Standing::Building, None));
    // A day later: idle on one day, and the fee was due.
    let late = started(date(2022, 5, 2));
    assert!(is_idle(&late, date(2022, 5, 1)));
    let after = rules.judge(&late, date(2024, 1, 1));
    assert_eq!(after.standing, Standing::Building);
    assert_eq!(after.fee.map(|fee| fee.since), Some(date(2022, 5, 1)));
    // What was started after two years is not taken back as unstarted.
    let very_late = rules.judge(&started(date(2023, 5, 2)), date(2024, 1, 1));
    assert_eq!(very_late.take_back, None);
    // Seen from before it started, it could be.
    let before = rules.judge(&started(date(2023, 5, 2)), date(2023, 5, 1));
    assert_eq!(before.take_back, Some(date(2023, 5, 1)));
}

#[test]
fn what_is_completed_or_ended_is_not_idle() {
    let rules = IdleRules::of_2012();
    let with = |milestone| {
        let dates = Milestones::default()
            .with(Milestone::AgreedStart, date(2021, 5, 1))
            .with(milestone, date(2022, 4, 1));
        rules.judge(&Works::new(dates).unwrap(), date(2024, 1, 1))
    };
    // Completed, and the day of the start is not known: no fee is made up.
    let completed = with(Milestone::ActualCompletion);
    assert_eq!(
        (completed.standing, completed.fee),
        (Standing::Completed, None)
    );
    let ended = with(Milestone::Ended);
    assert_eq!((ended.standing, ended.fee), (Standing::Ended, None));
    assert_eq!(ended.take_back, None);
    // No agreed day: not "not due", but unknown.
    let unknown = Works::new(Milestones::default()).unwrap();
    assert_eq!(
        rules.judge(&unknown, date(2024, 1, 1)).standing,
        Standing::NoAgreedStart
    );
}

#[test]
fn source_art_2_a_third_is_not_less_than_a_third() {
    let (day, stop) = (date(2024, 5, 1), date(2023, 5, 1));
    let enough: PartOf<Money> = PartOf {
        part: parse("25万元"),
        of: parse("100万元"),
    };
    for (part, of, short) in [
        ("1 ha", "3 ha", false),
        ("0.99999999 mu", "3 mu", true),
        ("10000 m²", "45 mu", false),
        ("9999.9999 m²", "45 mu", true),
        ("0 ha", "3 ha", true),
        ("4 ha", "3 ha", false),
    ] {
        let works = stopped(stop)
            .with_developed(PartOf {
                part: parse::<Area>(part),
                of: parse(of),
            })
            .unwrap()
            .with_invested(enough)
            .unwrap();
        assert_eq!(may_be_declared(&works, day), short, "{part} of {of}");
    }
}

#[test]
fn source_art_2_a_quarter_is_not_less_than_25_per_cent() {
    let (day, stop) = (date(2024, 5, 1), date(2023, 5, 1));
    for (part, of, short) in [
        ("2500万元", "1亿元", false),
        ("24999999.99元", "1亿元", true),
        ("0.01元", "0.04元", false),
        ("0.01元", "0.05元", true),
        ("0元", "0.01元", true),
    ] {
        let works = stopped(stop)
            .with_developed(PartOf {
                part: parse::<Area>("1 ha"),
                of: parse("3 ha"),
            })
            .unwrap()
            .with_invested(PartOf {
                part: parse(part),
                of: parse(of),
            })
            .unwrap();
        assert_eq!(may_be_declared(&works, day), short, "{part} of {of}");
    }
}

#[test]
fn source_art_2_stopped_for_one_year_or_longer() {
    let works = stopped(date(2023, 5, 1))
        .with_developed(PartOf {
            part: parse("1 ha"),
            of: parse("4 ha"),
        })
        .unwrap();
    assert_eq!(
        standing(&works, date(2024, 4, 30)),
        Standing::Stopped { days: 365 }
    );
    assert_eq!(
        standing(&works, date(2024, 5, 1)),
        Standing::MayBeDeclaredIdle {
            since: date(2024, 5, 1),
            short: IdleMeasure::Area
        }
    );
    // Before it stopped, building went on.
    assert_eq!(standing(&works, date(2023, 4, 30)), Standing::Building);
    // It is said in those words, and bears no fee by itself.
    let judgement = IdleRules::of_2012().judge(&works, date(2030, 1, 1));
    assert!(judgement.to_string().contains("may be declared idle"));
    assert_eq!((judgement.fee, judgement.take_back), (None, None));
}

#[test]
fn a_share_that_is_not_known_is_not_zero() {
    let day = date(2024, 5, 1);
    let works = || stopped(date(2023, 5, 1));
    let short_area = |works: Works| {
        works
            .with_developed(PartOf {
                part: parse("1 ha"),
                of: parse("4 ha"),
            })
            .unwrap()
    };
    let full_area = |works: Works| {
        works
            .with_developed(PartOf {
                part: parse("2 ha"),
                of: parse("4 ha"),
            })
            .unwrap()
    };
    let short_sum = |works: Works| {
        works
            .with_invested(PartOf {
                part: parse("1元"),
                of: parse("5元"),
            })
            .unwrap()
    };
    let full_sum = |works: Works| {
        works
            .with_invested(PartOf {
                part: parse("2元"),
                of: parse("5元"),
            })
            .unwrap()
    };
    let unknown = |unknown| Standing::StoppedUnknown {
        since: day,
        unknown,
    };
    let declared = |short| Standing::MayBeDeclaredIdle { since: day, short };
    let stopped = Standing::Stopped { days: 366 };
    for (works, expected) in [
        (works(), unknown(IdleMeasure::Both)),
        (full_area(works()), unknown(IdleMeasure::Investment)),
        (full_sum(works()), unknown(IdleMeasure::Area)),
        (short_area(works()), declared(IdleMeasure::Area)),
        (short_sum(works()), declared(IdleMeasure::Investment)),
        (short_sum(short_area(works())), declared(IdleMeasure::Both)),
        (full_sum(short_area(works())), declared(IdleMeasure::Area)),
        (
            short_sum(full_area(works())),
            declared(IdleMeasure::Investment),
        ),
        (full_sum(full_area(works())), stopped),
    ] {
        assert_eq!(standing(&works, day), expected);
    }
}

#[test]
fn source_art_8_excused_days_move_the_last_day() {
    let start = date(2023, 5, 1);
    let works = |excuses: &[(Date, Option<Date>)]| {
        excuses.iter().fold(agreed(start), |works, (first, last)| {
            works.with_excuse(excuse(*first, *last))
        })
    };
    let since = |works: &Works| match standing(works, date(2030, 1, 1)) {
        Standing::Idle { since } => Some(since),
        _ => None,
    };
    let june = (date(2023, 6, 1), Some(date(2023, 6, 30)));
    assert_eq!(since(&works(&[june])), Some(date(2024, 5, 31)));
    // The same days twice, and days that overlap, count once.
    let late_june = (date(2023, 6, 16), Some(date(2023, 7, 10)));
    assert_eq!(since(&works(&[june, june])), Some(date(2024, 5, 31)));
    assert_eq!(since(&works(&[late_june, june])), Some(date(2024, 6, 10)));
    // One day is one day: the first and the last belong to it.
    let one = (date(2023, 6, 1), Some(date(2023, 6, 1)));
    assert_eq!(since(&works(&[one])), Some(date(2024, 5, 2)));
    // The agreed day itself is not counted, so it cannot be excused.
    let first = (date(2023, 1, 1), Some(start));
    assert_eq!(since(&works(&[first])), Some(date(2024, 5, 1)));
    // The last day of the year can; the day after it has nothing to move.
    let last = (date(2024, 5, 1), Some(date(2024, 5, 1)));
    assert_eq!(since(&works(&[last])), Some(date(2024, 5, 2)));
    let after = (date(2024, 5, 2), Some(date(2024, 5, 31)));
    assert_eq!(since(&works(&[after])), Some(date(2024, 5, 1)));
    // Two that only meet when the first has moved the last day.
    assert_eq!(since(&works(&[last, after])), Some(date(2024, 6, 1)));
    // While an excuse lasts nobody becomes idle.
    assert_eq!(since(&works(&[(date(2023, 8, 1), None)])), None);
    // Nothing but excused days since the agreed one: not due.
    let all = works(&[(date(2023, 5, 2), None)]);
    assert_eq!(standing(&all, date(2029, 1, 1)), Standing::NotDue);
}

#[test]
fn which_delay_is_excused_is_a_parameter() {
    let excused = excuse(date(2023, 6, 1), Some(date(2023, 6, 30)));
    let unstarted = agreed(date(2023, 5, 1)).with_excuse(excused.clone());
    let stopped = stopped(date(2023, 5, 1))
        .with_developed(PartOf {
            part: parse("1 ha"),
            of: parse("4 ha"),
        })
        .unwrap()
        .with_excuse(excused);
    let full = |excusable| {
        let rules = IdleRules {
            excusable: Sourced::new(excusable, parse("a test"), Certainty::Seen),
            ..IdleRules::of_2012()
        };
        let on = |works| rules.judge(works, date(2024, 5, 1)).standing;
        (
            matches!(on(&unstarted), Standing::Idle { .. }),
            matches!(on(&stopped), Standing::MayBeDeclaredIdle { .. }),
        )
    };
    assert_eq!(full(Excusable::Nothing), (true, true));
    assert_eq!(full(Excusable::Start), (false, true));
    assert_eq!(full(Excusable::StartAndStop), (false, false));
}

#[test]
fn the_end_of_the_calendar_is_never_full() {
    let works = agreed(date(9999, 6, 1));
    let on = standing(&works, Date::MAX);
    assert_eq!(
        on,
        Standing::StartOverdue {
            days: 213,
            idle_on: None
        }
    );
    let works = agreed(Date::MIN).with_excuse(excuse(Date::MIN, None));
    assert_eq!(standing(&works, Date::MAX), Standing::NotDue);
    let works = agreed(Date::MAX).with_excuse(excuse(Date::MAX, None));
    assert_eq!(standing(&works, Date::MAX), Standing::NotDue);
}

#[test]
fn overdue_is_what_was_agreed_and_has_not_happened() {
    let dates = Milestones {
        agreed_start: Some(date(2024, 2, 28)),
        agreed_completion: Some(date(2024, 12, 31)),
        ..Milestones::default()
    };
    let late = |works: &Works, day| -> Vec<(Milestone, u32)> {
        let late = works.overdue_on(day).into_iter();
        late.map(
            |Overdue {
                 milestone, days, ..
             }| (milestone, days),
        )
        .collect()
    };
    let works = Works::new(dates).unwrap();
    assert_eq!(late(&works, date(2024, 2, 28)), []);
    // Over a leap day.
    let start = Milestone::AgreedStart;
    assert_eq!(late(&works, date(2024, 3, 1)), [(start, 2)]);
    let completion = Milestone::AgreedCompletion;
    assert_eq!(
        late(&works, date(2025, 1, 1)),
        [(start, 308), (completion, 1)]
    );
    let leap = excuse(date(2024, 2, 29), Some(date(2024, 2, 29)));
    let excused = works.clone().with_excuse(leap);
    assert_eq!(late(&excused, date(2024, 2, 29)), []);
    assert_eq!(late(&excused, date(2024, 3, 1)), [(start, 1)]);
    // Happened, if late; happened later than the day looked at; ended.
    let started = dates.with(Milestone::ActualStart, date(2024, 6, 1));
    let works = Works::new(started).unwrap();
    assert_eq!(late(&works, date(2024, 5, 31)), [(start, 93)]);
    assert_eq!(late(&works, date(2024, 6, 1)), []);
    // Whoever has completed has started.
    let completed = dates.with(Milestone::ActualCompletion, date(2024, 6, 1));
    assert_eq!(late(&Works::new(completed).unwrap(), date(2025, 6, 1)), []);
    let ended = dates.with(Milestone::Ended, date(2024, 6, 1));
    assert_eq!(late(&Works::new(ended).unwrap(), date(2025, 6, 1)), []);
}

#[test]
fn works_of_an_allocation_have_its_dates_and_price() {
    let dates = Milestones::default().with(Milestone::AgreedStart, date(2024, 2, 28));
    let granted = allocation("A-1", "P-1", "甲", "1 ha")
        .with_price(parse("144万元"))
        .and_then(|it| it.with_dates(dates))
        .unwrap();
    let works = Works::new(dates).unwrap();
    assert_eq!(
        Works::of(&granted),
        works.with_price(parse("144万元")).unwrap()
    );
}

const OPENED: Date = date(2025, 3, 3);

fn problem(id: &str, team: &str) -> Problem {
    Problem::open(
        parse(id),
        parse("问题"),
        OPENED,
        parse(team),
        date(2025, 3, 31),
    )
    .unwrap()
}

#[test]
fn source_qixian_list_team_follow_up_nothing_is_lost() {
    let mut list = ProblemList::new();
    for (id, team) in [("1", "甲"), ("2", "甲"), ("3", "乙")] {
        list.add(problem(id, team)).unwrap();
    }
    let mut record = |id: &str, day, action| list.record(&parse(id), Event { date: day, action });
    let close = || Action::Close {
        remark: parse("已解决"),
    };
    record("1", date(2025, 3, 31), close()).unwrap();
    record(
        "2",
        date(2025, 4, 2),
        Action::HandOver { team: parse("乙") },
    )
    .unwrap();
    record("3", date(2025, 3, 20), close()).unwrap();
    let due = date(2025, 4, 20);
    record("3", date(2025, 4, 1), Action::Reopen { due }).unwrap();

    let counts = |open, overdue, closed| {
        let mut counts = ProblemCounts::default();
        (counts.open, counts.overdue, counts.closed) = (open, overdue, closed);
        counts
    };
    assert_eq!(list.counts_on(date(2025, 3, 2)).not_yet, 3);
    assert_eq!(list.counts_on(OPENED), counts(3, 0, 0));
    assert_eq!(list.counts_on(date(2025, 3, 20)), counts(2, 0, 1));
    assert_eq!(list.counts_on(date(2025, 3, 31)), counts(1, 0, 2));
    // Due yesterday, and open; reopened today, with a new day due.
    assert_eq!(list.counts_on(date(2025, 4, 1)), counts(1, 1, 1));
    assert_eq!(list.counts_on(date(2025, 4, 21)), counts(0, 2, 1));

    // Who has them changes with the day looked at.
    let team = |day, team: &str| {
        let counts = list.counts_by_team_on(day);
        counts.get(team).copied()
    };
    assert_eq!(team(date(2025, 4, 1), "甲"), Some(counts(0, 1, 1)));
    assert_eq!(team(date(2025, 4, 2), "甲"), Some(counts(0, 0, 1)));
    assert_eq!(team(date(2025, 4, 2), "乙"), Some(counts(1, 1, 0)));
    let overdue: Vec<&str> = list
        .overdue_on(date(2025, 4, 21))
        .map(|it| it.id().as_str())
        .collect();
    assert_eq!(overdue, ["2", "3"]);
    // The first closing is still there.
    let third = list.get("3").unwrap();
    assert_eq!(third.events().len(), 2);
    assert_eq!(third.due_on(date(2025, 3, 31)), date(2025, 3, 31));
    assert_eq!(third.due_on(date(2025, 4, 1)), due);
}

#[test]
fn closing_needs_a_day_that_is_not_before_the_opening() {
    let mut one = problem("1", "甲");
    let before = one.clone();
    let early = one.close(date(2025, 3, 2), parse("已解决"));
    assert!(early.is_err());
    assert_eq!(one, before);
    one.close(OPENED, parse("已解决")).unwrap();
    assert_eq!(one.state_on(OPENED), ProblemState::Closed);
    let due = date(2025, 3, 1);
    assert!(Problem::open(parse("2"), parse("问题"), OPENED, parse("甲"), due).is_err());
}

#[test]
fn lists_merge_whole_or_not_at_all() {
    let list = |ids: &[&str]| {
        let problems: Vec<Problem> = ids.iter().map(|id| problem(id, "甲")).collect();
        ProblemList::try_from(problems).unwrap()
    };
    let mut one = list(&["1", "2"]);
    assert!(one.merge(list(&["3", "2"])).is_err());
    assert_eq!(one, list(&["2", "1"]));
    one.merge(list(&["3"])).unwrap();
    assert_eq!(one, list(&["1", "2", "3"]));
    assert_eq!(one.iter().count(), 3);
}

#[test]
fn works_are_corrected_in_any_order_and_checked_once() {
    let works = Works::new(Milestones::default()).unwrap();
    let stopped = date(2024, 6, 1);
    // A stop needs a start, whichever is said first.
    assert_eq!(
        works.with().stopped(Some(stopped)).build(),
        Err(WorksError::StoppedUnstarted { stopped })
    );
    let started = Milestones::default().with(Milestone::ActualStart, date(2024, 5, 1));
    let both = works
        .with()
        .stopped(Some(stopped))
        .dates(started)
        .build()
        .unwrap();
    assert_eq!(
        both,
        works
            .with()
            .dates(started)
            .stopped(Some(stopped))
            .build()
            .unwrap()
    );
    assert_eq!(both.stopped(), Some(stopped));
    assert_eq!(both.with().stopped(None).build().unwrap().stopped(), None);
    assert_eq!(works, Works::new(Milestones::default()).unwrap());
}
