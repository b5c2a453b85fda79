//! Fractions, their rounding and areas against naive big rationals.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{Mode, Ratio, RatioError, Rounding, Step};
use standard_land::quantity::{Area, AreaUnit, Money, MoneyUnit, QuantityError};

pub(super) fn fraction(part: impl Into<BigInt>, whole: impl Into<BigInt>) -> BigRational {
    BigRational::new(part.into(), whole.into())
}

pub(super) fn exact(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

/// `10^exponent`, also below zero.
fn ten_to(exponent: i32) -> BigRational {
    fraction(10, 1).pow(exponent)
}

/// The distance between numbers that the rounding prints.
pub(super) fn step_of(rounding: Rounding) -> BigRational {
    let step = match rounding.step() {
        Step::One => fraction(1, 1),
        Step::Half => fraction(1, 2),
        Step::Fifth => fraction(1, 5),
    };
    step / ten_to(rounding.places().into())
}

/// The decimals that the rounding prints.
fn scale_of(rounding: Rounding) -> i32 {
    let more = i32::from(rounding.step() != Step::One);
    (i32::from(rounding.places()) + more).max(0)
}

/// Rounds as the modes are defined: by the neighbours of the value.
pub(super) fn rounded(value: &BigRational, rounding: Rounding) -> BigRational {
    let step = step_of(rounding);
    let steps = value / &step;
    let (floor, ceiling) = (steps.floor(), steps.ceil());
    let (below, above) = (&steps - &floor, &ceiling - &steps);
    let (inner, outer) = if value.is_negative() {
        (&ceiling, &floor)
    } else {
        (&floor, &ceiling)
    };
    let even = if (floor.to_integer() % 2_u8).is_zero() {
        &floor
    } else {
        &ceiling
    };
    let nearest = |tie| match below.cmp(&above) {
        std::cmp::Ordering::Less => &floor,
        std::cmp::Ordering::Equal => tie,
        std::cmp::Ordering::Greater => &ceiling,
    };
    let chosen = match rounding.mode() {
        Mode::HalfEven => nearest(even),
        Mode::HalfUp => nearest(outer),
        Mode::HalfDown => nearest(inner),
        Mode::TowardZero => inner,
        Mode::AwayFromZero => outer,
        Mode::Floor => &floor,
        Mode::Ceiling => &ceiling,
    };
    chosen * step
}

/// The text of the rounded value, unless it has more digits than may be.
fn printed(value: &BigRational, rounding: Rounding, most: &BigInt, scale: i32) -> Option<String> {
    let places = scale_of(rounding);
    let digits = rounded(value, rounding) * ten_to(places);
    assert!(digits.is_integer());
    let digits = digits.to_integer();
    if places > scale || digits.magnitude() > most.magnitude() {
        return None;
    }
    let places = usize::try_from(places).unwrap();
    let mut text = format!("{:0>width$}", digits.magnitude(), width = places + 1);
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    let sign = if digits.is_negative() { "-" } else { "" };
    Some(format!("{sign}{text}"))
}

fn wholes() -> impl Strategy<Value = u128> {
    prop_oneof![
        1..=40_u128,
        select(vec![
            8,
            16,
            20,
            125,
            200,
            1000,
            4000,
            20_000,
            1 << 40,
            10_u128.pow(37)
        ]),
        1..=u128::from(u64::MAX),
        1..10_u128.pow(38),
        10_u128.pow(38) - 9..10_u128.pow(38),
    ]
}

prop_compose! {
    /// Small, of 64 bits, and of up to 38 digits, in any combination.
    pub(super) fn ratios()(part in wholes(), whole in wholes(), sign in -1..=1_i128) -> Ratio {
        Ratio::new(i128::try_from(part).unwrap() * sign, whole).unwrap()
    }
}

prop_compose! {
    pub(super) fn roundings(places: std::ops::RangeInclusive<i8>)(
        places in places,
        mode in select(Mode::ALL),
        step in select(Step::ALL),
    ) -> Rounding {
        Rounding::new(places, mode).with_step(step)
    }
}

prop_compose! {
    /// A rounding, and a number or percentage on a tie or on a printed number
    /// of it, or one part in very many beside.
    fn near_ties()(
        rounding in roundings(-3..=14),
        half_steps in -400..=400_i128,
        fill in 1..10_u128.pow(16),
        beside in -1..=1_i128,
        percent in any::<bool>(),
    ) -> (Ratio, Rounding) {
        let parts: u128 = match rounding.step() {
            Step::One => 2,
            Step::Half => 4,
            Step::Fifth => 10,
        };
        let power = 10_u128.pow(rounding.places().unsigned_abs().into());
        let (above, below) = if rounding.places() < 0 { (power, 1) } else { (1, power) };
        let part = half_steps * i128::try_from(fill * above).unwrap() + beside;
        let whole = parts * below * fill * if percent { 100 } else { 1 };
        (Ratio::new(part, whole).unwrap(), rounding)
    }
}

fn agrees(ratio: Ratio, rounding: Rounding) {
    let value = exact(ratio);
    let most = (BigInt::from(1) << 96_u8) - 1;
    let found = ratio.round(rounding).map(|decimal| decimal.to_string());
    assert_eq!(
        found.ok(),
        printed(&value, rounding, &most, 28),
        "{ratio:?} {rounding}"
    );
    let hundredfold = value * fraction(100, 1);
    let found = ratio.percent(rounding).map(|percent| percent.to_string());
    let expected = printed(&hundredfold, rounding, &i64::MAX.into(), 16);
    assert_eq!(
        found.ok(),
        expected.map(|text| text + "%"),
        "{ratio:?} {rounding}"
    );
}

/// The ratio that equals the value, if both parts have at most 38 digits.
pub(super) fn held(value: &BigRational) -> Option<String> {
    let limit = BigInt::from(10).pow(38);
    let fits = value.numer().magnitude() < limit.magnitude() && value.denom() < &limit;
    fits.then(|| format!("{}/{}", value.numer(), value.denom()))
}

proptest! {
    #[test]
    fn signs_and_inverses_are_those_of_big_rationals(ratio in ratios()) {
        let value = exact(ratio);
        prop_assert_eq!(exact(-ratio), -&value);
        prop_assert_eq!(-(-ratio), ratio);
        prop_assert_eq!(exact(ratio.abs()), value.abs());
        match ratio.recip() {
            Ok(inverse) => {
                prop_assert_eq!(exact(inverse), value.recip());
                // As given, not in lowest terms.
                let back = inverse.recip().unwrap();
                prop_assert_eq!(back.numerator(), ratio.numerator());
                prop_assert_eq!(back.denominator(), ratio.denominator());
            }
            Err(error) => {
                prop_assert!(value.is_zero());
                let zero = RatioError::ZeroWhole { part: Box::new(i128::try_from(ratio.denominator()).unwrap()) };
                prop_assert_eq!(error, zero);
            }
        }
    }

    #[test]
    fn whole_numbers_are_themselves(above in any::<u64>(), signed in any::<i64>(), small in any::<i32>()) {
        prop_assert_eq!(exact(Ratio::from(above)), fraction(above, 1));
        prop_assert_eq!(exact(Ratio::from(signed)), fraction(signed, 1));
        prop_assert_eq!(exact(Ratio::from(small)), fraction(small, 1));
    }
}

proptest! {
    #[test]
    fn rounding_is_that_of_big_rationals(ratio in ratios(), rounding in roundings(-6..=16)) {
        agrees(ratio, rounding);
    }

    #[test]
    fn rounding_beside_a_tie_is_that_of_big_rationals((ratio, rounding) in near_ties()) {
        agrees(ratio, rounding);
    }

    #[test]
    fn rounding_to_places_at_the_edge_is_that_of_big_rationals(
        ratio in ratios(),
        rounding in roundings(14..=29),
        coarse in roundings(-30..=-6),
    ) {
        agrees(ratio, rounding);
        agrees(ratio, coarse);
    }

    #[test]
    fn order_is_that_of_big_rationals(a in ratios(), b in ratios()) {
        prop_assert_eq!(a.cmp(&b), exact(a).cmp(&exact(b)));
        prop_assert_eq!(a == b, exact(a) == exact(b));
        let lowest = exact(a);
        prop_assert_eq!(a.to_string(), format!("{}/{}", lowest.numer(), lowest.denom()));
    }

    #[test]
    fn arithmetic_is_that_of_big_rationals(a in ratios(), b in ratios()) {
        let (left, right) = (exact(a), exact(b));
        let text = |ratio: Ratio| format!("{ratio:#}");
        prop_assert_eq!(a.checked_add(b).ok().map(text), held(&(&left + &right)));
        prop_assert_eq!(a.checked_sub(b).ok().map(text), held(&(&left - &right)));
        prop_assert_eq!(a.checked_mul(b).ok().map(text), held(&(&left * &right)));
        let quotient = (!right.is_zero()).then(|| left / right);
        prop_assert_eq!(a.checked_div(b).ok().map(text), quotient.as_ref().and_then(held));
    }

    #[test]
    fn near_fractions_differ_as_big_rationals_do((a, _) in near_ties(), (b, _) in near_ties()) {
        let text = |ratio: Ratio| format!("{ratio:#}");
        prop_assert_eq!(a.checked_sub(b).ok().map(text), held(&(exact(a) - exact(b))));
        prop_assert_eq!(a.cmp(&b), exact(a).cmp(&exact(b)));
    }

    #[test]
    fn areas_are_read_as_big_rationals(
        text in "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,14})?",
        (unit, square_metres) in select(vec![
            (AreaUnit::SquareMetre, fraction(1, 1)),
            (AreaUnit::Mu, fraction(2000, 3)),
            (AreaUnit::Hectare, fraction(10_000, 1)),
            (AreaUnit::SquareKilometre, fraction(1_000_000, 1)),
            (AreaUnit::TenThousandMu, fraction(20_000_000, 3)),
            (AreaUnit::TenThousandHectares, fraction(100_000_000, 1)),
        ]),
        chinese in any::<bool>(),
    ) {
        let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let digits: BigInt = text.replace('.', "").parse().unwrap();
        // There is no negative zero.
        let text = text.trim_start_matches(if digits.is_zero() { "-" } else { "~" });
        let number = fraction(digits, BigInt::from(10).pow(u32::try_from(places).unwrap()));
        // 10⁸ quanta are one mu, and 3 mu are 2000 m².
        let quanta = number * square_metres * fraction(300_000_000, 2000);
        let given = if chinese { format!("{text}{}", unit.name_zh()) } else { format!("{text} {unit}") };
        let found = given.parse::<Area>();
        match u64::try_from(quanta.to_integer()) {
            _ if quanta.is_negative() => {
                let refused = matches!(found, Err(QuantityError::Negative { .. }));
                prop_assert!(refused, "{given}: {found:?}");
            }
            _ if !quanta.is_integer() => {
                let refused = matches!(found, Err(QuantityError::TooPrecise { .. }));
                prop_assert!(refused, "{given}: {found:?}");
            }
            Ok(quanta) => prop_assert_eq!(found, Ok(Area::from_quanta(quanta))),
            Err(_) => {
                let refused = matches!(found, Err(QuantityError::OutOfRange { .. }));
                prop_assert!(refused, "{given}: {found:?}");
            }
        }
    }

    #[test]
    fn sums_are_read_as_big_rationals(
        text in "-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,9})?",
        (unit, fen) in select(vec![
            (MoneyUnit::Yuan, 100_u64),
            (MoneyUnit::TenThousandYuan, 1_000_000),
            (MoneyUnit::HundredMillionYuan, 10_000_000_000),
        ]),
    ) {
        let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let digits: BigInt = text.replace('.', "").parse().unwrap();
        // There is no negative zero.
        let text = text.trim_start_matches(if digits.is_zero() { "-" } else { "~" });
        let amount = fraction(digits, BigInt::from(10).pow(u32::try_from(places).unwrap()));
        let exact = amount * fraction(fen, 1);
        let whole = exact.is_integer().then(|| i64::try_from(exact.to_integer()).ok());
        let expected = whole.flatten().and_then(Money::from_fen);
        prop_assert_eq!(format!("{text} {unit}").parse::<Money>().ok(), expected);
    }
}
