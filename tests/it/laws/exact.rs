//! Laws of fractions, percentages and their rounding.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "an overflow in a test fails the test"
)]

use std::cmp::Ordering;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::str::FromStr;

use crate::wire::{Travels, comes_back};
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{Mode, Percent, Ratio, Rounding, Step};
use standard_land::rust_decimal::Decimal;

const LIMIT: u128 = 10_u128.pow(38);

/// Texts of any kind, and texts that nearly are what a door reads.
pub(super) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        "[0-9.eE_+\\-０-９ a-z公顷亩%/]{0,40}",
        "-?[0-9]{1,20}(\\.[0-9]{0,9})?( / |/| |)(ha|公顷|亩|m²|万元|CNY|年|%|-?[0-9]{1,40}|)",
        "(half-even|half-up|四舍五入|floor|up|)\\(?-?[0-9]{1,4}(, 0\\.[0-9])?\\)?",
        "-?[0-9]{1,9}万?元 / [0-9.]{1,9}(亩| ha|公顷|)",
    ]
}

/// JSON that is not a string: numbers of all forms, and the rest.
#[cfg(feature = "serde")]
pub(super) fn bare_json() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        any::<u64>().prop_map(|n| n.to_string()),
        "-?(0|[1-9][0-9]{0,6})\\.[0-9]{1,6}([eE][+-]?[0-9]{1,2})?",
        select(vec![
            "null", "true", "[]", "{}", "[\"1\"]", "0", "-0", "1e2"
        ])
        .prop_map(Into::into),
    ]
}

/// Whatever a door lets in prints as something that it lets in again.
pub(super) fn reads_back<T: FromStr<Err: Error> + Display + PartialEq + Debug>(given: &str) {
    match given.parse::<T>() {
        Ok(value) => prints_itself(&value),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

pub(super) fn prints_itself<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(value: &T) {
    let printed = value.to_string();
    let again = printed.parse::<T>().unwrap();
    assert_eq!((&again, again.to_string()), (value, printed));
    assert_eq!(&format!("{value:#}").parse::<T>().unwrap(), value);
}

/// As JSON a value is its text, and nothing else is read as one.
pub(super) fn travels<T: Travels + FromStr<Err: Debug> + PartialEq + Debug>(value: &T) {
    #[cfg(feature = "serde")]
    {
        let json = serde_json::json!(value);
        assert_eq!(
            json.as_str()
                .map(|text| text.parse::<T>().unwrap())
                .as_ref(),
            Some(value)
        );
    }
    comes_back(value);
}

#[cfg(feature = "serde")]
pub(super) fn refuses<T: Travels + Debug>(json: &str, form: &str) {
    let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
    assert!(
        error.contains(&format!("a string: {form}")),
        "{json}: {error}"
    );
}

pub(super) fn hash(value: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::new().hash_one(value)
}

/// A total order, in step with equality and hash.
pub(super) fn ordered<T: Ord + Hash + Debug>(values: [T; 3]) {
    for a in &values {
        for b in &values {
            assert_eq!(a.cmp(b), b.cmp(a).reverse());
            assert_eq!(a.partial_cmp(b), Some(a.cmp(b)));
            assert_eq!(a == b, a.cmp(b) == Ordering::Equal);
            if a == b {
                assert_eq!(hash(a), hash(b));
            }
        }
    }
    let mut sorted = values;
    sorted.sort();
    assert!(sorted[0] <= sorted[2]);
}

prop_compose! {
    /// A fraction of up to so many digits, short ones as often as long ones.
    fn ratios(part: u32, whole: u32)(
        (part, whole) in (1..=part, 1..=whole).prop_flat_map(|(part, whole)| {
            (0..10_i128.pow(part), 1..10_u128.pow(whole))
        }),
        negative in any::<bool>(),
    ) -> Ratio {
        Ratio::new(if negative { -part } else { part }, whole).unwrap()
    }
}

fn percents() -> impl Strategy<Value = Percent> {
    let digits = prop_oneof![-200_i64..=200, -i64::MAX..=i64::MAX];
    (digits, 0_u32..=16).prop_map(|(digits, places)| {
        let number = Decimal::new(digits, places);
        format!("{number}%").parse().unwrap()
    })
}

fn modes() -> impl Strategy<Value = Mode> {
    select(Mode::ALL)
}

prop_compose! {
    fn roundings(places: std::ops::RangeInclusive<i8>)(
        places in places,
        mode in modes(),
        step in select(Step::ALL),
    ) -> Rounding {
        Rounding::new(places, mode).with_step(step)
    }
}

fn negated(ratio: Ratio) -> Ratio {
    Ratio::ZERO.checked_sub(ratio).unwrap()
}

/// The distance between numbers that this rounding prints.
fn step(rounding: Rounding) -> Ratio {
    let power = 10_u128.pow(rounding.places().unsigned_abs().into());
    let unit = match i128::try_from(power) {
        Ok(power) if rounding.places() < 0 => Ratio::new(power, 1),
        _ => Ratio::new(1, power),
    };
    let parts = match rounding.step() {
        Step::One => 1,
        Step::Half => 2,
        Step::Fifth => 5,
    };
    unit.unwrap()
        .checked_mul(Ratio::new(1, parts).unwrap())
        .unwrap()
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back(given in texts()) {
        reads_back::<Ratio>(&given);
        reads_back::<Percent>(&given);
        reads_back::<Rounding>(&given);
        reads_back::<Mode>(&given);
        reads_back::<Step>(&given);
    }

    #[test]
    fn every_value_prints_itself_and_travels(
        ratio in ratios(38, 38),
        percent in percents(),
        rounding in roundings(i8::MIN..=i8::MAX),
    ) {
        prints_itself(&ratio);
        prints_itself(&percent);
        prints_itself(&rounding);
        travels(&ratio);
        travels(&percent);
        travels(&rounding);
        travels(&rounding.mode());
        travels(&rounding.step());
        // As given, and not only in value: 4/8 is not written as 1/2 is.
        #[cfg(feature = "serde")]
        {
            let again: Ratio = serde_json::from_value(serde_json::json!(ratio)).unwrap();
            let kept = |ratio: Ratio| (ratio.numerator(), ratio.denominator());
            prop_assert_eq!(kept(again), kept(ratio));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn bare_json_is_refused_with_the_string_form(json in bare_json()) {
        refuses::<Ratio>(&json, "a fraction such as \"4/7\"");
        refuses::<Percent>(&json, "a percentage such as \"15.43%\"");
        refuses::<Rounding>(&json, "a rounding such as \"half-even(2)\"");
        refuses::<Mode>(&json, "the code of a rounding mode");
    }

    #[test]
    fn order_equality_and_hash_agree(
        ratios in [ratios(38, 38), ratios(38, 38), ratios(2, 2)],
        few in [ratios(1, 1), ratios(1, 1), ratios(1, 1)],
        percents in [percents(), percents(), percents()],
        roundings in [roundings(0..=1), roundings(0..=1), roundings(0..=1)],
    ) {
        ordered(ratios);
        ordered(few);
        ordered(percents);
        ordered(roundings);
    }

    #[test]
    fn a_fraction_equals_its_multiples(ratio in ratios(19, 19), factor in 1..10_u64.pow(19)) {
        let wide = Ratio::new(
            ratio.numerator() * i128::from(factor),
            ratio.denominator() * u128::from(factor),
        ).unwrap();
        ordered([ratio, wide, wide.lowest()]);
        prop_assert_eq!(wide, ratio);
        prop_assert_eq!(wide.to_string(), ratio.to_string());
        let rounding = Rounding::half_even(2);
        prop_assert_eq!(wide.percent(rounding).ok(), ratio.percent(rounding).ok());
    }

    #[test]
    fn rounding_takes_one_of_the_two_neighbours(
        value in ratios(6, 18),
        rounding in roundings(-6..=9),
        percent in any::<bool>(),
    ) {
        let round = |mode| {
            let rounding = Rounding::new(rounding.places(), mode).with_step(rounding.step());
            if percent {
                value.percent(rounding).unwrap().to_decimal()
            } else {
                value.round(rounding).unwrap()
            }
        };
        let hundredfold = value.checked_mul(Ratio::new(100, 1).unwrap()).unwrap();
        let value = if percent { hundredfold } else { value };
        let [floor, rounded, ceiling] =
            [Mode::Floor, rounding.mode(), Mode::Ceiling].map(|mode| Ratio::from(round(mode)));
        prop_assert!(floor <= value && value <= ceiling);
        prop_assert!(rounded == floor || rounded == ceiling);
        let apart = ceiling.checked_sub(floor).unwrap();
        prop_assert_eq!(apart, if floor == value { Ratio::ZERO } else { step(rounding) });
        let below = value.checked_sub(floor).unwrap();
        let above = ceiling.checked_sub(value).unwrap();
        if matches!(rounding.mode(), Mode::HalfEven | Mode::HalfUp | Mode::HalfDown) {
            let nearer = if rounded == floor { below <= above } else { above <= below };
            prop_assert!(nearer);
        }
    }

    #[test]
    fn rounding_again_changes_nothing(
        value in ratios(6, 18),
        rounding in roundings(-6..=9),
        mode in modes(),
    ) {
        let again = Rounding::new(rounding.places(), mode).with_step(rounding.step());
        let once = value.round(rounding).unwrap();
        prop_assert_eq!(Ratio::from(once).round(again).unwrap().to_string(), once.to_string());
        let once = value.percent(rounding).unwrap();
        prop_assert_eq!(Ratio::from(once).percent(again), Ok(once));
    }

    #[test]
    fn the_sign_stays_apart(value in ratios(30, 30), rounding in roundings(-6..=9)) {
        let mirrored = match rounding.mode() {
            Mode::Floor => Mode::Ceiling,
            Mode::Ceiling => Mode::Floor,
            mode => mode,
        };
        let mirrored = Rounding::new(rounding.places(), mirrored).with_step(rounding.step());
        let there = value.round(rounding).map(Ratio::from).ok();
        let back = negated(value).round(mirrored).map(Ratio::from).ok();
        prop_assert_eq!(there, back.map(negated));
        let there = value.percent(rounding).map(Ratio::from).ok();
        let back = negated(value).percent(mirrored).map(Ratio::from).ok();
        prop_assert_eq!(there, back.map(negated));
    }

    #[test]
    fn a_truncated_share_is_between_nothing_and_all(
        (part, whole) in (1_u64..).prop_flat_map(|whole| (0..=whole, Just(whole))),
        places in -6_i8..=15,
        step in select(Step::ALL),
    ) {
        let rounding = Rounding::toward_zero(places).with_step(step);
        let share = Ratio::share(part, whole).unwrap().percent(rounding).unwrap();
        prop_assert!(Ratio::ZERO <= share.into() && Ratio::from(share) <= Ratio::ONE);
    }

    #[test]
    fn what_is_added_or_multiplied_can_be_taken_back(a in ratios(9, 9), b in ratios(9, 9)) {
        prop_assert_eq!(a.checked_add(b).unwrap().checked_sub(b), Ok(a));
        prop_assert_eq!(a.checked_sub(b).unwrap().checked_add(b), Ok(a));
        prop_assert_eq!(a.checked_add(b), b.checked_add(a));
        prop_assert_eq!(a.checked_mul(b), b.checked_mul(a));
        if b.is_zero() {
            prop_assert!(a.checked_div(b).is_err());
        } else {
            prop_assert_eq!(a.checked_mul(b).unwrap().checked_div(b), Ok(a));
            prop_assert_eq!(a.checked_div(b).unwrap().checked_mul(b), Ok(a));
        }
    }

    #[test]
    fn operations_at_full_width_fit_or_are_refused(a in ratios(38, 38), b in ratios(38, 38)) {
        let results = [a.checked_add(b), a.checked_sub(b), a.checked_mul(b), a.checked_div(b)];
        for ratio in results.into_iter().flatten() {
            prop_assert!(ratio.numerator().unsigned_abs() < LIMIT);
            prop_assert!(ratio.denominator() < LIMIT);
            prop_assert_eq!(format!("{ratio:#}"), ratio.to_string());
        }
        prop_assert_eq!(a.checked_sub(a), Ok(Ratio::ZERO));
        prop_assert_eq!(a.checked_add(Ratio::ZERO), Ok(a));
        prop_assert_eq!(a.checked_mul(Ratio::ONE), Ok(a));
    }
}
