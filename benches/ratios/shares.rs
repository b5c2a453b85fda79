//! One exact share with rounding, and the same by division.

use std::hint::black_box;

use rust_decimal::{Decimal, RoundingStrategy};
use standard_land::exact::RatioError;
use standard_land::{Area, Error, Percent, Rounding};

use crate::parcels::{LARGEST, area, decimal, square_metres};
use crate::race::{Goal, Race, Random, Scale, Scores};

/// How many shares are taken.
const SHARES: usize = 100_000;

/// One share of two areas, as a percentage with two places.
pub(crate) fn compare(scores: &mut Scores) -> Result<(), Error> {
    let mut random = Random::new();
    let pairs: Vec<_> = (0..SHARES)
        .map(|_| {
            let part = square_metres(&mut random);
            (part, part + random.below(1000 * LARGEST))
        })
        .collect();
    let areas: Vec<_> = pairs
        .iter()
        .map(|(part, whole)| (area(*part), area(*whole)))
        .collect();
    let decimals: Vec<_> = pairs
        .iter()
        .map(|(part, whole)| (decimal(*part), decimal(*whole)))
        .collect();

    for ((part, whole), (decimal_part, decimal_whole)) in areas.iter().zip(&decimals) {
        let ours = share(*part, *whole)?.to_decimal();
        assert_eq!(
            ours,
            decimal_share(*decimal_part, *decimal_whole),
            "a share differs"
        );
    }
    let race = Race::run(
        51,
        || {
            areas.iter().try_for_each(|(part, whole)| {
                black_box(share(*part, *whole)?);
                Ok::<_, RatioError>(())
            })
        },
        || {
            for (part, whole) in &decimals {
                black_box(decimal_share(*part, *whole));
            }
        },
    );
    race.ours?;
    let scale = Scale {
        count: SHARES,
        keys: 0,
    };
    let goal = Goal::TimesAsFast(10.0);
    scores.add(scale, "share / Decimal", race.times, goal);
    let goal = Goal::Nanoseconds(10.0);
    scores.add(scale, "share", race.times, goal);
    Ok(())
}

#[inline]
fn share(part: Area, whole: Area) -> Result<Percent, RatioError> {
    part.share_of(whole)?.percent(Rounding::half_even(2))
}

#[inline]
fn decimal_share(part: Decimal, whole: Decimal) -> Decimal {
    (part / whole * Decimal::ONE_HUNDRED)
        .round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven)
}
