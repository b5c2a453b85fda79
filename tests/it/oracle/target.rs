//! What is missing to a target, against counting up one by one.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{Judging, Mode, RatioError, Rounding};
use standard_land::stats::{Growing, Reach, Target, Unreachable};
use standard_land::{Area, Percent, Ratio, Tally};

use super::ratio::{fraction, rounded};
use crate::given::parse;

/// The target, in per cent.
fn percent(target: &Target) -> BigRational {
    let printed = target.at_least.to_decimal();
    fraction(
        printed.mantissa().unsigned_abs(),
        10_u128.pow(printed.scale()),
    )
}

/// What is compared; nothing of nothing is not a share.
fn judged(part: u128, whole: u128, target: &Target) -> Option<BigRational> {
    let percent = (whole > 0).then(|| fraction(part, whole) * fraction(100, 1))?;
    Some(match target.judging {
        Judging::FullValue => percent,
        Judging::Rounded(mode) => {
            let places = i8::try_from(target.at_least.places()).unwrap();
            rounded(&percent, Rounding::new(places, mode))
        }
    })
}

/// Whether a share reaches a target.
fn reaches(part: u128, whole: u128, target: &Target) -> bool {
    judged(part, whole, target).is_some_and(|it| it >= percent(target))
}

/// Part and whole after so much more.
fn after(part: u64, whole: u64, more: u64, growth: Growing) -> (u128, u128) {
    let (part, more) = (u128::from(part), u128::from(more));
    match growth {
        Growing::Within => (part + more, whole.into()),
        Growing::Together => (part + more, u128::from(whole) + more),
        _ => unreachable!("a new one has to be tested"),
    }
}

fn by_count(
    target: &Target,
    part: u64,
    whole: u64,
    growth: Growing,
) -> Result<Reach<u64>, RatioError> {
    let tally = |n| Tally::new(n, Area::ZERO).unwrap();
    let found = target.by_count(&tally(part), &tally(whole), growth);
    // Areas are counted by the same rule.
    let area = |n| Tally::new(1, Area::from_quanta(n)).unwrap();
    let quanta = target
        .by_area(&area(part), &area(whole), growth)
        .map(|reach| match reach {
            Reach::Reached => Reach::Reached,
            Reach::More(area) => Reach::More(area.quanta()),
            Reach::Unreachable(why) => Reach::Unreachable(why),
        });
    assert_eq!(found, quanta);
    found
}

#[test]
fn small_cases_are_those_of_counting() {
    let ways = [Judging::FullValue]
        .into_iter()
        .chain(Mode::ALL.iter().copied().map(Judging::Rounded));
    let mut answers = [0_u32; 5];
    for way in ways {
        for at_least in [
            "0%", "0.0%", "1%", "33%", "33.3%", "33.4%", "50%", "57%", "66.7%", "67%", "80%",
            "99.5%", "100%", "101%", "120%",
        ] {
            let target = Target::new(parse(at_least), way);
            let at_least = percent(&target);
            let mut known = BTreeMap::new();
            for whole in 0..4 {
                for part in 0..=whole {
                    for growth in Growing::ALL {
                        let most = match growth {
                            Growing::Within => whole - part,
                            // (p + m)/(w + m) ≥ 99.5 %: others are at most 3.
                            Growing::Together => 610,
                            _ => unreachable!("a new one has to be tested"),
                        };
                        let mut reached = |more: &u64| {
                            let (part, whole) = after(part, whole, *more, *growth);
                            let judged = known
                                .entry((part, whole))
                                .or_insert_with(|| judged(part, whole, &target));
                            judged.as_ref().is_some_and(|it| *it >= at_least)
                        };
                        let others = part < whole;
                        let expected = (0..=most).find(&mut reached);
                        let found = by_count(&target, part, whole, *growth).unwrap();
                        let context = format!("{target:?} {part}/{whole} {growth}: {found:?}");
                        match (found, expected) {
                            (Reach::Reached, Some(0)) => answers[0] += 1,
                            (Reach::More(more), Some(least)) => {
                                assert_eq!(more, least, "{context}");
                                assert!(more > 0, "{context}");
                                answers[1] += 1;
                            }
                            (Reach::Unreachable(why), None) => {
                                let (expected, index) = if !reaches(1, 1, &target) && whole > 0 {
                                    (Unreachable::AboveWhole, 2)
                                } else if *growth == Growing::Together && others {
                                    (Unreachable::OthersRemain, 3)
                                } else if whole == 0 && *growth == Growing::Within {
                                    (Unreachable::EmptyWhole, 4)
                                } else {
                                    (Unreachable::AboveWhole, 2)
                                };
                                assert_eq!(why, expected, "{context}");
                                answers[index] += 1;
                            }
                            _ => panic!("{context}, not {expected:?}"),
                        }
                    }
                }
            }
        }
    }
    assert!(answers.iter().all(|n| *n > 10), "{answers:?}");
}

/// So many units of the last of so many places.
fn printed(units: i128, places: u8) -> Percent {
    let in_one = 10_u128.pow(u32::from(places) + 2);
    let exact = Rounding::toward_zero(i8::try_from(places).unwrap());
    Ratio::new(units, in_one).unwrap().percent(exact).unwrap()
}

fn judgings() -> impl Strategy<Value = Judging> {
    prop_oneof![
        1 => Just(Judging::FullValue),
        3 => select(Mode::ALL).prop_map(Judging::Rounded),
    ]
}

fn targets() -> impl Strategy<Value = Target> {
    let at_least = prop_oneof![
        (0..=110_i128, Just(0_u8)),
        (0..=11_000_i128, 1..=2_u8),
        (0..=10_i128.pow(11), Just(9_u8)),
        (0..=10_i128.pow(18), Just(16_u8)),
    ];
    (at_least, judgings())
        .prop_map(|((units, places), judging)| Target::new(printed(units, places), judging))
}

proptest! {
    #[test]
    fn the_answer_reaches_and_one_less_does_not(
        target in targets(),
        whole in prop_oneof![1..100_u64, 1..1_u64 << 40, 1..=u64::MAX],
        of_it in any::<u64>(),
        growth in select(Growing::ALL),
    ) {
        let part = of_it % whole;
        let reached = |more| {
            let (part, whole) = after(part, whole, more, growth);
            reaches(part, whole, &target)
        };
        let most = match growth {
            Growing::Within => whole - part,
            Growing::Together => u64::MAX - whole,
            _ => unreachable!("a new one has to be tested"),
        };
        match by_count(&target, part, whole, growth) {
            Ok(Reach::Reached) => prop_assert!(reached(0)),
            Ok(Reach::More(more)) => {
                prop_assert!(more <= most);
                prop_assert!(reached(more));
                prop_assert!(!reached(more - 1));
            }
            // What is more than can be held, or never enough: not even the most is.
            Ok(Reach::Unreachable(_)) | Err(RatioError::OutOfRange { .. }) => prop_assert!(!reached(most)),
            Err(error) => prop_assert!(false, "{error}"),
        }
    }

    #[test]
    fn whether_a_share_reaches_is_as_defined(
        target in targets(),
        whole in 1..1000_u64,
        of_it in any::<u64>(),
    ) {
        let part = of_it % (whole + 1);
        let found = target.is_reached_by(Ratio::share(part, whole).unwrap());
        prop_assert_eq!(found, Ok(reaches(part.into(), whole.into(), &target)));
    }

    #[test]
    fn shares_at_the_bar_itself_are_judged_alike(
        mode in select(Mode::ALL),
        (units, places) in (0..=3_u8).prop_flat_map(|places| {
            (0..=110 * 10_i128.pow(places.into()), Just(places))
        }),
        quarters in 0..=4_i128,
        beside in -1..=1_i128,
    ) {
        // A part on the target, on a tie under it, or beside one of them.
        let target = Target::new(printed(units, places), Judging::Rounded(mode));
        let whole = 400 * 10_i128.pow(places.into()) * 1000;
        let part = ((units * 4 - quarters) * 1000 + beside).clamp(0, whole);
        let [part, whole] = [part, whole].map(|it| u64::try_from(it).unwrap());
        let reached = reaches(part.into(), whole.into(), &target);
        let found = by_count(&target, part, whole, Growing::Within).unwrap();
        prop_assert_eq!(found == Reach::Reached, reached);
    }
}
