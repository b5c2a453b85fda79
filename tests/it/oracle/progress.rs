//! Rates of progress against filters over a plain list.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use crate::wire::comes_back;
use proptest::prelude::*;
use standard_land::jiff::civil::{Date, date};
use standard_land::stats::{Denominator, Progress, StepDates, Undated};
use standard_land::{Area, Tally};

type Granted = (StepDates, (u64, u64));

fn days() -> impl Strategy<Value = Option<Date>> {
    proptest::option::weighted(0.7, (1..=9_i8).prop_map(|day| date(2024, 1, day)))
}

fn granted() -> impl Strategy<Value = Granted> {
    let dates = (days(), days(), days(), days());
    (dates, (1..9_u64, 0..1_u64 << 40)).prop_map(
        |((signed, agreed, actual, no_later_than), tally)| {
            (
                StepDates {
                    signed,
                    agreed,
                    actual,
                    no_later_than,
                },
                tally,
            )
        },
    )
}

fn of(grants: &[Granted], day: Date) -> Progress {
    let mut progress = Progress::new(day);
    for (dates, (parcels, quanta)) in grants {
        let tally = Tally::new(*parcels, Area::from_quanta(*quanta)).unwrap();
        progress.push(&tally, dates).unwrap();
    }
    progress
}

/// Together, of those that are meant.
fn sum(grants: &[Granted], meant: impl Fn(&StepDates) -> bool) -> Tally {
    let meant = grants.iter().filter(|(dates, _)| meant(dates));
    let (parcels, quanta) = meant.fold((0, 0), |sum, (_, more)| (sum.0 + more.0, sum.1 + more.1));
    Tally::new(parcels, Area::from_quanta(quanta)).unwrap()
}

proptest! {
    #[test]
    fn rates_are_those_of_filters(
        grants in proptest::collection::vec(granted(), 0..30),
        cut in any::<proptest::sample::Index>(),
    ) {
        let day = date(2024, 1, 5);
        let progress = of(&grants, day);
        let cut = if grants.is_empty() { 0 } else { cut.index(grants.len()) };
        let mut merged = of(&grants[cut..], day);
        prop_assert_eq!(merged.merge(&of(&grants[..cut], day)), Ok(()));
        prop_assert_eq!(merged, progress);
        prop_assert_eq!(progress.total(), sum(&grants, |_| true));

        let later = |it: &StepDates| it.signed.is_some_and(|on| on > day);
        let done = |it: &StepDates| {
            it.actual.is_some_and(|on| on <= day) || it.no_later_than.is_some_and(|on| on <= day)
        };
        let open = |it: &StepDates| it.actual.is_none() && !done(it);
        let due = |it: &StepDates| it.agreed.is_some_and(|on| on <= day);
        prop_assert_eq!(progress.signed_later(), sum(&grants, later));
        for denominator in Denominator::ALL {
            let counted = |it: &StepDates| {
                !later(it) && (*denominator == Denominator::Granted || due(it))
            };
            let unclear = |it: &StepDates| {
                !later(it) && *denominator == Denominator::Due && it.agreed.is_none()
            };
            let part = sum(&grants, |it| counted(it) && done(it));
            let rate = progress.rate(*denominator, Undated::LeftOut);
            prop_assert_eq!(rate.denominator(), *denominator);
            prop_assert_eq!(rate.part(), part);
            prop_assert_eq!(rate.whole(), sum(&grants, |it| counted(it) && !open(it)));
            prop_assert_eq!(rate.unjudged(), sum(&grants, |it| unclear(it) || counted(it) && open(it)));

            let least = progress.rate(*denominator, Undated::NotYet);
            prop_assert_eq!(least.part(), part);
            prop_assert_eq!(least.whole(), sum(&grants, counted));
            prop_assert_eq!(least.unjudged(), sum(&grants, unclear));
            if let (Ok(least), Ok(known)) = (least.by_count(), rate.by_count()) {
                prop_assert!(least <= known);
            }
            let mut together = rate.part();
            together.merge(&rate.rest()).unwrap();
            prop_assert_eq!(together, rate.whole());
        }
        comes_back(&progress);
    }
}
