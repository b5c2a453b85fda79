//! Rates, progress of a register, supply.

use standard_land::allocation::Milestones;
use standard_land::exact::RatioError;
use standard_land::jiff::civil::{Date, date};
use standard_land::register::Grant;
#[cfg(feature = "serde")]
use standard_land::stats::Rate;
use standard_land::stats::{
    Denominator, Progress, StatsError, StepDates, Supply, SupplyBase, Undated,
};
use standard_land::{Area, Register, Tally};

use super::{allocation, block, enterprise, founding, parcel, parse, tally};

const DAY: Date = date(2024, 12, 31);

/// One hectare for each; the block of the rest has two parcels.
fn register(dates: &[Milestones]) -> Register {
    let mut register = Register::new();
    register.add_enterprise(enterprise("甲")).unwrap();
    for (index, dates) in dates.iter().enumerate() {
        let id = format!("P-{index}");
        register.add_parcel(parcel(&id, "1 ha")).unwrap();
        let granted = allocation(&id, &id, "甲", "1 ha");
        register
            .add_allocation(granted.with_dates(*dates).unwrap())
            .unwrap();
    }
    register.add_block(block("rest", 2, "5 ha")).unwrap();
    register
}

fn dates() -> Milestones {
    Milestones::default()
}

#[test]
fn every_grant_has_its_place() {
    let register = register(&[
        // Started on the day itself, which is the last on which it was due.
        Milestones {
            agreed_start: Some(DAY),
            actual_start: Some(DAY),
            ..dates()
        },
        // Due, and started a day too late to be counted.
        Milestones {
            agreed_start: Some(DAY),
            actual_start: Some(date(2025, 1, 1)),
            ..dates()
        },
        // Due, and nobody knows.
        Milestones {
            agreed_start: Some(date(2024, 1, 1)),
            ..dates()
        },
        // Not due yet, and started early.
        Milestones {
            agreed_start: Some(date(2025, 1, 1)),
            actual_start: Some(date(2024, 1, 1)),
            ..dates()
        },
        // Signed on the day after.
        Milestones {
            signed: Some(date(2025, 1, 1)),
            agreed_start: Some(date(2025, 1, 1)),
            ..dates()
        },
    ]);
    let started = Progress::by(register.grants(), DAY, StepDates::start).unwrap();
    assert_eq!(started.day(), DAY);
    assert_eq!(started.total(), tally(7, "10 ha"));
    assert_eq!(started.signed_later(), tally(1, "1 ha"));

    let of_due = started.rate(Denominator::Due, Undated::LeftOut);
    assert_eq!(
        of_due.to_string(),
        "1 parcel, 1 ha of 2 parcels, 2 ha due; 3 parcels, 6 ha not judged"
    );
    let of_due = started.rate(Denominator::Due, Undated::NotYet);
    assert_eq!(
        of_due.to_string(),
        "1 parcel, 1 ha of 3 parcels, 3 ha due; 2 parcels, 5 ha not judged"
    );
    let of_all = started.rate(Denominator::Granted, Undated::LeftOut);
    assert_eq!(
        of_all.to_string(),
        "2 parcels, 2 ha of 3 parcels, 3 ha granted; 3 parcels, 6 ha not judged"
    );
    let of_all = started.rate(Denominator::Granted, Undated::NotYet);
    assert_eq!(
        of_all.to_string(),
        "2 parcels, 2 ha of 6 parcels, 9 ha granted"
    );
    assert_eq!(of_all.by_area().unwrap().to_string(), "2/9");
}

#[test]
fn what_was_completed_had_been_started() {
    let done = date(2024, 6, 1);
    let register = register(&[Milestones {
        actual_completion: Some(done),
        ..dates()
    }]);
    let started_by = |day| {
        let started = Progress::by(register.grants(), day, StepDates::start).unwrap();
        started.rate(Denominator::Granted, Undated::LeftOut)
    };
    assert_eq!(started_by(done).part(), tally(1, "1 ha"));
    // The day before, nobody knows: it may have been started long ago.
    let before = started_by(date(2024, 5, 31));
    assert_eq!(
        (before.whole(), before.unjudged()),
        (Tally::default(), tally(3, "6 ha"))
    );

    let completed_by = |day| {
        let completed = Progress::by(register.grants(), day, StepDates::completion).unwrap();
        completed.rate(Denominator::Granted, Undated::LeftOut)
    };
    assert_eq!(completed_by(done).part(), tally(1, "1 ha"));
    assert_eq!(completed_by(date(2024, 5, 31)).part(), Tally::default());
    assert_eq!(completed_by(date(2024, 5, 31)).whole(), tally(1, "1 ha"));
}

#[test]
fn completion_has_its_own_dates() {
    let register = register(&[Milestones {
        signed: Some(date(2024, 1, 1)),
        agreed_start: Some(date(2024, 2, 1)),
        agreed_completion: Some(date(2025, 2, 1)),
        actual_start: Some(date(2024, 2, 1)),
        ..dates()
    }]);
    let completed = Progress::by(register.grants(), DAY, StepDates::completion).unwrap();
    let rate = completed.rate(Denominator::Due, Undated::NotYet);
    assert_eq!(
        (rate.part(), rate.whole()),
        (Tally::default(), Tally::default())
    );
    assert_eq!(
        rate.by_count(),
        Err(RatioError::ZeroWhole { part: Box::new(0) })
    );
}

#[test]
fn production_is_for_the_caller_to_date() {
    let accepted = ["2024-1", "2024-3"];
    let production = |grant: &Grant| StepDates {
        agreed: grant.allocation().map(|_| date(2024, 10, 1)),
        actual: grant
            .allocation()
            .filter(|allocation| accepted.contains(&allocation.id().as_str()))
            .map(|_| date(2024, 9, 1)),
        ..StepDates::of(grant)
    };
    let register = founding();
    let producing = Progress::by(register.grants(), DAY, production).unwrap();
    let rate = producing.rate(Denominator::Due, Undated::NotYet);
    assert_eq!(rate.by_count().unwrap().to_string(), "1/2");
    assert_eq!(rate.by_area().unwrap().to_string(), "211/287");
    assert_eq!(rate.unjudged(), tally(3, "31.44 ha"));
}

#[test]
fn what_is_refused_changes_nothing() {
    let full = Tally::one(Area::MAX);
    let mut progress = Progress::new(DAY);
    progress.push(&full, &StepDates::default()).unwrap();
    let before = progress;
    let refused = progress.push(&tally(1, "1 ha"), &StepDates::default());
    assert!(matches!(refused, Err(StatsError::OutOfRange { .. })));
    let mut other = Progress::new(DAY);
    let due = StepDates {
        agreed: Some(DAY),
        ..StepDates::default()
    };
    other.push(&tally(1, "1 ha"), &due).unwrap();
    assert!(matches!(
        progress.merge(&other),
        Err(StatsError::OutOfRange { .. })
    ));
    let refused = progress.merge(&Progress::new(date(2025, 1, 1)));
    assert!(matches!(refused, Err(StatsError::DaysDiffer { .. })));
    assert_eq!(progress, before);
}

#[cfg(feature = "serde")]
#[test]
fn deserialising_makes_nothing_that_the_doors_refuse() {
    let full = Tally::one(Area::MAX);
    let mut progress = Progress::new(DAY);
    progress.push(&full, &StepDates::default()).unwrap();
    let json = serde_json::to_string(&progress).unwrap();
    let (one, none) = (
        r#"{"parcels":"1","area":"1 ha"}"#,
        r#"{"parcels":"0","area":"0 ha"}"#,
    );
    let overfull = json.replacen(none, one, 1);
    assert!(serde_json::from_str::<Progress>(&json).is_ok());
    assert!(serde_json::from_str::<Progress>(&overfull).is_err());
    assert!(serde_json::from_str::<Progress>(&json.replace("2024-12-31", "20241231")).is_err());

    let rate = Rate::new(Denominator::Due, tally(1, "1 ha"), tally(2, "2 ha")).unwrap();
    let json = serde_json::to_string(&rate).unwrap();
    assert!(serde_json::from_str::<Rate>(&json).is_ok());
    for (good, bad) in [
        (r#""part":{"parcels":"1""#, r#""part":{"parcels":"3""#),
        (
            r#""part":{"parcels":"1","area":"1 ha""#,
            r#""part":{"parcels":"1","area":"3 ha""#,
        ),
        // All parcels, and not all of their area.
        (r#""part":{"parcels":"1""#, r#""part":{"parcels":"2""#),
        (
            r#""unjudged":{"parcels":"0""#,
            r#""unjudged":{"parcels":"18446744073709551615""#,
        ),
    ] {
        assert!(json.contains(good), "{good}");
        assert!(
            serde_json::from_str::<Rate>(&json.replace(good, bad)).is_err(),
            "{bad}"
        );
    }
    let json = r#"{"base":"ready","available":"3 ha","supplied":"1 ha"}"#;
    assert!(serde_json::from_str::<Supply>(json).is_ok());
    assert!(serde_json::from_str::<Supply>(&json.replace('1', "4")).is_err());
}

#[test]
fn supply_has_two_definitions() {
    let supply = |base, available| Supply::new(base, parse(available), parse("60 ha"));
    let approved = supply(SupplyBase::Approved, "100 ha").unwrap();
    let ready = supply(SupplyBase::Ready, "80 ha").unwrap();
    assert_eq!(approved.rate().unwrap().to_string(), "3/5");
    assert_eq!(ready.rate().unwrap().to_string(), "3/4");
    assert_eq!(approved.unsupplied(), parse("40 ha"));
    assert_eq!(approved.to_string(), "60 ha of 100 ha approved");
    let none = Supply::new(SupplyBase::Ready, Area::ZERO, Area::ZERO).unwrap();
    assert!(none.rate().is_err());
    let all = Supply::new(SupplyBase::Ready, Area::MAX, Area::MAX).unwrap();
    assert!(all.unsupplied().is_zero());
}
