//! Means and quantiles against their definitions in big rationals.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{RatioError, Sum};
use standard_land::quantity::{MoneyUnit, UnitPrice};
use standard_land::stats::{Interpolation, Pick, Sample, SampleError};
use standard_land::{Area, AreaUnit, Mode, Money, Ratio, Rounding};

use super::ratio::{exact, fraction, held, rounded, roundings};
use crate::wire::comes_back;

fn shares() -> impl Strategy<Value = Ratio> {
    (1..=60_u64)
        .prop_flat_map(|whole| (0..=whole, Just(whole)))
        .prop_map(|(part, whole)| Ratio::share(part, whole).unwrap())
}

fn values() -> impl Strategy<Value = Vec<Option<Ratio>>> {
    let value = prop_oneof![
        (-9..9_i128, 1..4_u128),
        (
            -10_i128.pow(9)..10_i128.pow(9),
            select(vec![1_u128, 10, 1000, 1 << 20])
        ),
    ];
    let value = value.prop_map(|(part, whole)| Ratio::new(part, whole).unwrap());
    proptest::collection::vec(proptest::option::weighted(0.9, value), 0..25)
}

fn sorted(values: &[Option<Ratio>]) -> Vec<BigRational> {
    let mut values: Vec<_> = values.iter().flatten().copied().map(exact).collect();
    values.sort();
    values
}

/// The value at a place of a line through points, flat outside them.
fn on_line(points: &[(BigRational, BigRational)], place: &BigRational) -> BigRational {
    let first = points.first().unwrap();
    let last = points.last().unwrap();
    if *place <= first.0 {
        return first.1.clone();
    }
    if *place >= last.0 {
        return last.1.clone();
    }
    let pair = points.windows(2).find(|pair| *place <= pair[1].0).unwrap();
    let [(x0, y0), (x1, y1)] = pair else {
        unreachable!()
    };
    y0 + (y1 - y0) * (place - x0) / (x1 - x0)
}

/// The share of the values that are at most `x`.
fn distribution(values: &[BigRational], x: &BigRational) -> BigRational {
    fraction(
        values.iter().filter(|value| *value <= x).count(),
        values.len(),
    )
}

fn quantile(values: &[BigRational], p: &BigRational, method: Interpolation) -> BigRational {
    let n = values.len();
    let points = |place: &dyn Fn(usize) -> BigRational| -> Vec<_> {
        values
            .iter()
            .enumerate()
            .map(|(i, value)| (place(i + 1), value.clone()))
            .collect()
    };
    match method {
        Interpolation::Averaged => {
            let first = values.iter().find(|x| distribution(values, x) >= *p);
            let beyond = values.iter().find(|x| distribution(values, x) > *p);
            let first = first.unwrap();
            (first + beyond.unwrap_or(first)) / fraction(2, 1)
        }
        Interpolation::Midpoint => {
            (pick(values, p, Pick::Lower) + pick(values, p, Pick::Upper)) / fraction(2, 1)
        }
        Interpolation::Inclusive if n == 1 => values[0].clone(),
        Interpolation::Inclusive => on_line(&points(&|k| fraction(k - 1, n - 1)), p),
        Interpolation::Exclusive => on_line(&points(&|k| fraction(k, n + 1)), p),
        _ => unreachable!("a new one has to be tested"),
    }
}

fn pick(values: &[BigRational], p: &BigRational, pick: Pick) -> BigRational {
    let place = p * fraction(values.len() - 1, 1);
    let index = |place: BigRational| usize::try_from(place.to_integer()).unwrap();
    match pick {
        Pick::NearestRank => values
            .iter()
            .find(|x| distribution(values, x) >= *p)
            .unwrap()
            .clone(),
        Pick::Lower => values[index(place.floor())].clone(),
        Pick::Upper => values[index(place.ceil())].clone(),
        _ => unreachable!("a new one has to be tested"),
    }
}

proptest! {
    #[test]
    fn quantiles_are_as_defined(values in values(), p in shares()) {
        let sample = Sample::of(values.iter().copied());
        let oracle = sorted(&values);
        let missing = u64::try_from(values.len() - oracle.len()).unwrap();
        prop_assert_eq!(sample.missing(), missing);
        for method in Interpolation::ALL {
            let found = sample.quantile(p, *method);
            if oracle.is_empty() {
                prop_assert_eq!(found, Err(SampleError::Empty { missing }));
            } else {
                prop_assert_eq!(exact(found.unwrap()), quantile(&oracle, &exact(p), *method), "{}", method);
            }
        }
        for method in Pick::ALL {
            let found = sample.pick(p, *method);
            if oracle.is_empty() {
                prop_assert_eq!(found, Err(SampleError::Empty { missing }));
            } else {
                prop_assert_eq!(exact(found.unwrap()), pick(&oracle, &exact(p), *method), "{}", method);
            }
        }
    }

    #[test]
    fn the_median_is_the_one_in_the_middle(values in values()) {
        let oracle = sorted(&values);
        if let Ok(median) = Sample::of(values).median() {
            let n = oracle.len();
            let expected = (&oracle[(n - 1) / 2] + &oracle[n / 2]) / fraction(2, 1);
            prop_assert_eq!(exact(median), expected);
        } else {
            prop_assert!(oracle.is_empty());
        }
    }

    #[test]
    fn means_are_those_of_big_rationals(
        given in proptest::collection::vec((-(1_i64 << 40)..1 << 40, 1..=1_u64 << 40), 1..20),
        rounding in roundings(-1..=9),
    ) {
        let prices = Sample::of(given.iter().map(|(fen, quanta)| {
            Money::from_fen(*fen).unwrap().per(Area::from_quanta(*quanta)).ok()
        }));
        let money = given.iter().fold(BigInt::zero(), |sum, (fen, _)| sum + fen);
        let area = given.iter().fold(BigInt::zero(), |sum, (_, quanta)| sum + quanta);
        let weighted = prices.weighted_mean().unwrap();
        prop_assert_eq!(BigInt::from(weighted.money().fen()), money);
        prop_assert_eq!(BigInt::from(weighted.area().quanta()), area);

        let per_mu = |price: UnitPrice| price.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu);
        let rates = prices.map(per_mu);
        let sum = given.iter().fold(BigRational::zero(), |sum, (fen, quanta)| {
            sum + fraction(*fen, 1_000_000) / fraction(*quanta, 100_000_000)
        });
        let mean = sum / fraction(given.len(), 1);
        match rates.mean() {
            Ok(found) => prop_assert_eq!(Some(format!("{found:#}")), held(&mean)),
            Err(error) => prop_assert!(matches!(error, SampleError::Ratio(_)), "{error}"),
        }
        let found = rates.round_mean(rounding).unwrap();
        prop_assert_eq!(exact(Ratio::from(found)), rounded(&mean, rounding));
    }

    #[test]
    fn neither_order_nor_partition_changes_a_letter(
        values in values(),
        order in any::<proptest::sample::Index>(),
    ) {
        let whole = Sample::of(values.iter().copied());
        let cut = if values.is_empty() { 0 } else { order.index(values.len()) };
        let (a, b) = values.split_at(cut);
        let mut merged = Sample::of(b.iter().copied());
        merged.merge(&Sample::of(a.iter().copied()));
        prop_assert_eq!(&merged, &whole);
        // As given, and not only in value: 4/8 is not written as 1/2 is.
        #[cfg(feature = "serde")]
        prop_assert_eq!(serde_json::json!(merged), serde_json::json!(whole));
        comes_back(&whole);
    }

    #[test]
    fn quantiles_outside_of_the_unit_are_refused(below in 1..100_i128) {
        let sample = Sample::of([Some(Ratio::ONE)]);
        for given in [Ratio::new(-below, 100).unwrap(), Ratio::new(100 + below, 100).unwrap()] {
            prop_assert_eq!(sample.pick(given, Pick::Lower), Err(SampleError::NoQuantile { given: Box::new(given) }));
            let refused = sample.quantile(given, Interpolation::Inclusive);
            prop_assert_eq!(refused, Err(SampleError::NoQuantile { given: Box::new(given) }));
        }
    }
}

#[test]
fn equal_rates_are_kept_in_one_order() {
    let price = |text: &str| Some(text.parse::<UnitPrice>().unwrap());
    let (small, large) = ("144.00 CNY / 1 ha", "288.00 CNY / 2 ha");
    let there = Sample::of([price(small), price(large)]);
    let back = Sample::of([price(large), price(small)]);
    for sample in [there, back] {
        let written: Vec<_> = sample.values().iter().map(ToString::to_string).collect();
        assert_eq!(written, [small, large]);
    }
}

/// No number of 27 places tells such a mean from a tie; the exact sum does.
#[test]
fn a_mean_beside_a_tie_falls_on_its_side_of_it() {
    let (a, b) = (10_i128.pow(30) + 1, 10_i128.pow(30) + 3);
    let half_and =
        |more: i128, of: i128| Ratio::new(of + 2 * more, u128::try_from(2 * of).unwrap()).ok();
    for sign in [1, -1] {
        let sample = Sample::of([half_and(sign, a), half_and(-sign, b)]);
        let turned = sample.map(|value| Ratio::ZERO.checked_sub(value).unwrap());
        for sample in [sample, turned] {
            assert!(matches!(sample.mean(), Err(SampleError::Ratio(_))));
            let values = sample.values().iter().copied().map(exact);
            let mean = values.fold(BigRational::zero(), |sum, it| sum + it) / fraction(2, 1);
            for mode in Mode::ALL {
                let rounding = Rounding::new(0, *mode);
                let found = sample.round_mean(rounding).unwrap();
                assert_eq!(exact(Ratio::from(found)), rounded(&mean, rounding));
            }
        }
    }
}

/// To 27 places the ends of an enclosure stay apart.
#[test]
fn a_rounded_mean_is_the_rounded_sum_divided() {
    let primes = [
        10_000_000_019_u128,
        10_000_000_033,
        10_000_000_061,
        10_000_000_069,
        10_000_000_097,
        10_000_000_103,
    ];
    let values = primes.map(|prime| Ratio::new(1, prime).unwrap());
    let sample = Sample::of(values.map(Some));
    let sixth = Ratio::new(1, 6).unwrap();
    for places in 0..=28 {
        for mode in Mode::ALL {
            let rounding = Rounding::new(places, *mode);
            let sum = Sum::of(values).times(sixth).round(rounding).unwrap();
            assert_eq!(sample.round_mean(rounding), Ok(sum), "{rounding}");
        }
    }
    let printed = sample.round_mean(Rounding::half_even(27)).unwrap();
    assert_eq!(printed.to_string(), "0.000000000099999999363333338");
    // More places than a decimal holds are refused, with the reason.
    let refused = sample.round_mean(Rounding::half_even(29));
    assert!(matches!(
        refused,
        Err(SampleError::Ratio(RatioError::OutOfRange { .. }))
    ));
}
