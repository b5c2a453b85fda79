//! The largest, the index, the curve: against sums of big rationals.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::RatioError;
use standard_land::stats::{By, Whole};
use standard_land::{Area, Breakdown, Ratio, Tally};

use super::ratio::{exact, fraction, held};

type Rows = Vec<(Option<u8>, Tally)>;

fn rows() -> impl Strategy<Value = Rows> {
    let tally = prop_oneof![
        (1..5_u64, 0..5_u64),
        (1..1_u64 << 30, 0..1_u64 << 50),
        (1..=u64::MAX / 16, 0..=u64::MAX / 16),
        Just((u64::MAX / 15, u64::MAX / 15)),
    ];
    let tally =
        tally.prop_map(|(parcels, quanta)| Tally::new(parcels, Area::from_quanta(quanta)).unwrap());
    proptest::collection::vec((proptest::option::weighted(0.8, 0..6_u8), tally), 0..15)
}

fn size(by: By, tally: &Tally) -> BigInt {
    match by {
        By::Count => tally.parcels().into(),
        By::Area => tally.area().quanta().into(),
    }
}

fn sum<'a>(by: By, tallies: impl Iterator<Item = &'a Tally>) -> BigInt {
    tallies.fold(BigInt::zero(), |sum, tally| sum + size(by, tally))
}

/// `Ok` with the value if it can be held in lowest terms.
fn holds(found: Result<Ratio, RatioError>, value: &BigRational) -> bool {
    found.ok().map(|ratio| format!("{ratio:#}")) == held(value)
}

proptest! {
    #[test]
    fn concentration_is_that_of_big_rationals(
        rows in rows(),
        by in select(By::ALL),
        kind in 0..3_u8,
        k in 0..8_usize,
    ) {
        let breakdown = Breakdown::of(rows.iter().copied()).unwrap();
        let mut holders: BTreeMap<u8, Vec<Tally>> = BTreeMap::new();
        for (key, tally) in &rows {
            if let Some(key) = key {
                holders.entry(*key).or_default().push(*tally);
            }
        }
        let given = Tally::new(u64::MAX, Area::MAX).unwrap();
        let keyed: Vec<Tally> = holders.values().flatten().copied().collect();
        let all: Vec<Tally> = rows.iter().map(|(_, tally)| *tally).collect();
        let (whole, tallies) = match kind {
            0 => (Whole::Total, all),
            1 => (Whole::Keyed, keyed.clone()),
            _ => (Whole::Given(given), vec![given]),
        };
        let found = breakdown.concentration(by, whole);
        if keyed.is_empty() || sum(By::Area, tallies.iter()).is_zero() {
            let refused = matches!(found, Err(RatioError::ZeroWhole { .. }));
            prop_assert!(refused, "{found:?}");
            return Ok(());
        }
        let found = found.unwrap();

        // Picked one by one: the largest that is left, of equals the first.
        let mut left: Vec<_> = holders.iter().collect();
        let mut order = Vec::new();
        while !left.is_empty() {
            let largest = (1..left.len()).fold(0, |best, i| {
                if sum(by, left[i].1.iter()) > sum(by, left[best].1.iter()) { i } else { best }
            });
            order.push(left.remove(largest));
        }
        let ranked: Vec<u8> = found.ranked().iter().map(|(key, _)| *key).collect();
        prop_assert_eq!(ranked, order.iter().map(|(key, _)| **key).collect::<Vec<_>>());

        let n = order.len();
        let share = |by, part: &[(&u8, &Vec<Tally>)]| {
            let tallies = tallies.iter();
            fraction(sum(by, part.iter().flat_map(|(_, held)| held.iter())), sum(by, tallies))
        };
        let largest = found.largest(k);
        let k = k.min(n);
        prop_assert_eq!(exact(largest.holders), fraction(k, n));
        prop_assert_eq!(exact(largest.by_count), share(By::Count, &order[..k]));
        prop_assert_eq!(exact(largest.by_area), share(By::Area, &order[..k]));

        let curve = found.lorenz();
        prop_assert_eq!(curve.len(), n + 1);
        for (smallest, point) in curve.iter().enumerate() {
            prop_assert_eq!(exact(point.holders), fraction(smallest, n));
            prop_assert_eq!(exact(point.by_count), share(By::Count, &order[n - smallest..]));
            prop_assert_eq!(exact(point.by_area), share(By::Area, &order[n - smallest..]));
        }

        let whole = sum(by, tallies.iter());
        let squares = order.iter().fold(BigRational::zero(), |squares, (_, held)| {
            let share = fraction(sum(by, held.iter()), whole.clone());
            squares + &share * &share
        });
        prop_assert!(holds(found.herfindahl(), &squares), "{:?} {squares}", found.herfindahl());

        // Mean difference of all pairs over twice the mean.
        let sizes: Vec<BigInt> = order.iter().map(|(_, held)| sum(by, held.iter())).collect();
        let total = sizes.iter().fold(BigInt::zero(), |sum, size| sum + size);
        if total.is_zero() {
            return Ok(());
        }
        let apart = sizes.iter().flat_map(|a| sizes.iter().map(move |b| (a - b).abs()));
        let apart = apart.fold(BigInt::zero(), |sum, apart| sum + apart);
        let gini = fraction(apart, total * 2 * n);
        prop_assert!(holds(found.gini(), &gini), "{:?} {gini}", found.gini());
    }

    #[test]
    fn the_curve_is_convex_below_the_diagonal_and_ends_at_one(rows in rows(), by in select(By::ALL)) {
        let breakdown = Breakdown::of(rows).unwrap();
        let Ok(found) = breakdown.concentration(by, Whole::Keyed) else {
            return Ok(());
        };
        let of = |point: &standard_land::stats::Held| exact(match by {
            By::Count => point.by_count,
            By::Area => point.by_area,
        });
        let curve = found.lorenz();
        let last = curve.last().unwrap();
        prop_assert_eq!([last.holders, last.by_count, last.by_area], [Ratio::ONE; 3]);
        for triple in curve.windows(3) {
            prop_assert!(of(&triple[2]) - of(&triple[1]) >= of(&triple[1]) - of(&triple[0]));
        }
        let under = curve.iter().all(|point| of(point) <= exact(point.holders));
        prop_assert!(under);
        // From 1/n, when all hold the same, to 1.
        if let Ok(index) = found.herfindahl() {
            prop_assert!(exact(index) >= fraction(1, found.ranked().len()));
            prop_assert!(index <= Ratio::ONE);
        }
    }
}
