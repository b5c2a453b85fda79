//! What is missing to a target, against counting up one by one.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use std::collections::BTreeMap;

use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{Mode, RatioError, Rounding, Step};
use standard_land::stats::{Growing, Judged, Reach, Target, Unreachable};
use standard_land::{Area, Ratio, Tally};

use super::ratio::{exact, fraction, rounded, roundings};

/// What is compared; nothing of nothing is no share.
fn judged(part: u128, whole: u128, judged: Judged) -> Option<BigRational> {
    let percent = (whole > 0).then(|| fraction(part, whole) * fraction(100, 1))?;
    Some(match judged {
        Judged::FullValue => percent,
        Judged::Rounded(rounding) => rounded(&percent, rounding),
    })
}

/// Whether a share reaches a target.
fn reaches(part: u128, whole: u128, target: &Target) -> bool {
    let judged = judged(part, whole, target.judged);
    judged.is_some_and(|it| it >= exact(target.at_least) * fraction(100, 1))
}

/// Part and whole after so much more.
fn after(part: u64, whole: u64, more: u64, growth: Growing) -> (u128, u128) {
    let (part, more) = (u128::from(part), u128::from(more));
    match growth {
        Growing::Within => (part + more, whole.into()),
        Growing::Together => (part + more, u128::from(whole) + more),
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
    let mut ways = vec![Judged::FullValue];
    for mode in Mode::ALL {
        for (places, step) in [
            (0, Step::One),
            (-1, Step::One),
            (-1, Step::Half),
            (-2, Step::One),
            (-1, Step::Fifth),
        ] {
            ways.push(Judged::Rounded(
                Rounding::new(places, *mode).with_step(step),
            ));
        }
    }
    let mut answers = [0_u32; 5];
    for way in ways {
        let mut known = BTreeMap::new();
        for (part, whole) in [
            (0, 1),
            (1, 3),
            (1, 2),
            (57, 100),
            (4, 5),
            (199, 200),
            (1, 1),
            (6, 5),
        ] {
            let target = Target::new(Ratio::new(part, whole).unwrap(), way);
            let at_least = exact(target.at_least) * fraction(100, 1);
            for whole in 0..4 {
                for part in 0..=whole {
                    for growth in Growing::ALL {
                        let most = match growth {
                            Growing::Within => whole - part,
                            // (p + m)/(w + m) ≥ 99.5 %: others are at most 3.
                            Growing::Together => 610,
                        };
                        let mut reached = |more: &u64| {
                            let (part, whole) = after(part, whole, *more, *growth);
                            let judged = known
                                .entry((part, whole))
                                .or_insert_with(|| judged(part, whole, way));
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

fn targets() -> impl Strategy<Value = Target> {
    let at_least = prop_oneof![
        (0..=110_i128, select(vec![100_u128, 101, 10_000, 3])),
        (0..=10_i128.pow(9), Just(10_u128.pow(9))),
        (0..=10_i128.pow(18), Just(10_u128.pow(18))),
    ];
    let judged = prop_oneof![
        Just(Judged::FullValue),
        roundings(-2..=6).prop_map(Judged::Rounded),
    ];
    (at_least, judged)
        .prop_map(|((part, whole), judged)| Target::new(Ratio::new(part, whole).unwrap(), judged))
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
        rounding in roundings(-2..=3),
        steps in 0..2000_i128,
        beside in -1..=1_i128,
    ) {
        // A target and a part on a tie of the rounding, or beside it.
        let target = Target::new(Ratio::new(steps, 1000).unwrap(), Judged::Rounded(rounding));
        let whole = 400_000_u64;
        let part = u64::try_from((steps * 200 + beside).clamp(0, 400_000)).unwrap();
        let reached = reaches(part.into(), whole.into(), &target);
        let found = by_count(&target, part, whole, Growing::Within).unwrap();
        prop_assert_eq!(found == Reach::Reached, reached);
    }
}
