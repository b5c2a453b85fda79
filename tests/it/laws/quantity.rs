//! Laws of areas, sums of money, prices and terms.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "an overflow in a test fails the test"
)]

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::exact::{Mode, Rounding};
use standard_land::quantity::{
    Area, AreaUnit, Money, MoneyUnit, Printed, Term, TermUnit, UnitPrice,
};
use standard_land::rust_decimal::Decimal;

#[cfg(feature = "serde")]
use super::exact::{bare_json, refuses};
use super::exact::{ordered, prints_itself, reads_back, texts, travels};
use crate::given::parse;

pub(super) fn areas() -> impl Strategy<Value = Area> {
    let quanta = prop_oneof![
        0..100_u64,
        any::<u64>(),
        (0..9_999_u64).prop_map(|n| n * 15_000_000)
    ];
    quanta.prop_map(Area::from_quanta)
}

fn sums() -> impl Strategy<Value = Money> {
    let fen = prop_oneof![-100..100_i64, -i64::MAX..=i64::MAX];
    fen.prop_map(|fen| Money::from_fen(fen).unwrap())
}

fn prices() -> impl Strategy<Value = UnitPrice> {
    (sums(), areas())
        .prop_filter("an area", |(_, area)| !area.is_zero())
        .prop_map(|(money, area)| money.per(area).unwrap())
}

fn terms() -> impl Strategy<Value = Term> {
    (1..=u32::MAX).prop_map(|n| format!("{}年", Decimal::new(n.into(), 2)).parse().unwrap())
}

/// A unit of area, and the decimals to which it is held exactly.
fn area_units() -> impl Strategy<Value = (AreaUnit, u32)> {
    select(vec![
        (AreaUnit::SquareMetre, 4),
        (AreaUnit::Mu, 8),
        (AreaUnit::Hectare, 8),
        (AreaUnit::SquareKilometre, 10),
        (AreaUnit::TenThousandMu, 12),
        (AreaUnit::TenThousandHectares, 12),
    ])
}

fn modes() -> impl Strategy<Value = Mode> {
    select(Mode::ALL)
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back(given in texts()) {
        reads_back::<Area>(&given);
        reads_back::<AreaUnit>(&given);
        reads_back::<Money>(&given);
        reads_back::<MoneyUnit>(&given);
        reads_back::<UnitPrice>(&given);
        reads_back::<Term>(&given);
        reads_back::<TermUnit>(&given);
        reads_back::<Printed<AreaUnit>>(&given);
        reads_back::<Printed<MoneyUnit>>(&given);
    }

    #[test]
    fn every_value_prints_itself_and_travels(
        area in areas(),
        money in sums(),
        price in prices(),
        term in terms(),
        unit in select(AreaUnit::ALL),
        money_unit in select(MoneyUnit::ALL),
        places in 0_i8..=7,
        mode in modes(),
    ) {
        let rounding = Rounding::new(places, mode);
        prints_itself(&area);
        prints_itself(&money);
        prints_itself(&price);
        prints_itself(&term);
        prints_itself(&area.round_in(unit, rounding).unwrap());
        prints_itself(&money.round_in(money_unit, rounding).unwrap());
        travels(&area);
        travels(&money);
        travels(&price);
        travels(&term);
        travels(&unit);
        travels(&money_unit);
        travels(&area.round_in(unit, rounding).unwrap());
        let again: UnitPrice = parse(&price.to_string());
        prop_assert_eq!((again.money(), again.area()), (price.money(), price.area()));
    }

    #[test]
    fn what_rounding_an_area_takes_away_makes_it_whole_again(
        digits in prop_oneof![(0..2_000_i64).prop_map(|n| n * 5), 0..100_000_i64, 0..=i64::MAX],
        (unit, exact) in area_units(),
        // One place more than is held makes ties.
        finer in prop_oneof![Just(1), 0..=16_u32],
    ) {
        let places = exact + finer;
        let amount = Decimal::new(digits, places);
        let quanta = Area::new(Decimal::ONE, unit).unwrap().quanta();
        let given = BigRational::new(BigInt::from(digits) * quanta, BigInt::from(10).pow(places));
        let (floor, ceiling) = (given.floor(), given.ceil());
        let twice = (&given - &floor) * BigInt::from(2);
        let to_half = twice.cmp(&BigRational::from(BigInt::from(1)));
        let is_odd = &floor.to_integer() % 2 != BigInt::from(0);
        for mode in Mode::ALL {
            let Ok((area, lost)) = Area::rounded(amount, unit, *mode) else {
                prop_assert!(ceiling > BigRational::from(BigInt::from(u64::MAX)));
                continue;
            };
            let lost = BigRational::new(lost.numerator().into(), lost.denominator().into());
            let held = BigRational::from(BigInt::from(area.quanta()));
            prop_assert_eq!(&held + &lost, given.clone());
            let goes_up = match (mode, to_half) {
                (Mode::TowardZero | Mode::Floor, _) => false,
                (Mode::AwayFromZero | Mode::Ceiling, _) | (Mode::HalfUp, Ordering::Equal) => true,
                (Mode::HalfEven, Ordering::Equal) => is_odd,
                (_, to_half) => to_half == Ordering::Greater,
            };
            prop_assert_eq!(&held, if goes_up { &ceiling } else { &floor }, "{}", mode);
            // Where nothing is lost it is the area itself.
            let is_exact = given.is_integer();
            prop_assert_eq!(Area::new(amount, unit).ok(), is_exact.then_some(area));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn bare_json_is_refused_with_the_string_form(json in bare_json()) {
        refuses::<Area>(&json, "an area such as \"37.18 ha\"");
        refuses::<Money>(&json, "a sum of money such as \"1440000.00 CNY\"");
        refuses::<UnitPrice>(&json, "a price such as \"1440000.00 CNY / 1 ha\"");
        refuses::<Term>(&json, "a term such as \"50 years\"");
        refuses::<Printed<AreaUnit>>(&json, "a printed quantity such as \"37.18 ha\"");
        refuses::<AreaUnit>(&json, "the code of a unit of area");
    }

    #[test]
    fn order_equality_and_hash_agree(
        areas in [areas(), areas(), areas()],
        sums in [sums(), sums(), sums()],
        prices in [prices(), prices(), prices()],
        terms in [terms(), terms(), terms()],
    ) {
        ordered(areas);
        ordered(sums);
        ordered(prices);
        ordered(terms);
    }

    #[test]
    fn a_price_equals_its_multiples(
        fen in -1_000_000_i64..1_000_000,
        quanta in 1..1_000_000_u64,
        factor in 1..1_000_000_u32,
    ) {
        let price = |factor: u32| {
            let money = Money::from_fen(fen * i64::from(factor)).unwrap();
            money.per(Area::from_quanta(quanta * u64::from(factor))).unwrap()
        };
        prop_assert_eq!(price(1), price(factor));
        ordered([price(1), price(factor), price(2)]);
    }

    #[test]
    fn a_decimal_area_comes_back_as_it_went_in(
        digits in any::<u32>(),
        (unit, most) in area_units(),
        fewer in 0_u32..=4,
    ) {
        let amount = Decimal::new(digits.into(), most - fewer);
        let area = Area::new(amount, unit).unwrap();
        let back = area.to_decimal(unit).unwrap();
        prop_assert_eq!(back.to_string(), amount.normalize().to_string());
        prop_assert_eq!(format!("{amount} {unit}").parse(), Ok(area));
        prop_assert_eq!(format!("{amount}{}", unit.name_zh()).parse(), Ok(area));
    }

    #[test]
    fn a_decimal_sum_comes_back_as_it_went_in(
        money in sums(),
        unit in select(MoneyUnit::ALL),
    ) {
        let amount = money.to_decimal(unit);
        prop_assert_eq!(Money::new(amount, unit), Ok(money));
        prop_assert_eq!(format!("{amount} {unit}").parse(), Ok(money));
        prop_assert_eq!(format!("{amount}{}", unit.name_zh()).parse(), Ok(money));
    }

    #[test]
    fn areas_add_up_in_any_order(
        (areas, shuffled) in vec(areas(), 0..9).prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
    ) {
        let exact = areas.iter().fold(0_u128, |sum, area| sum + u128::from(area.quanta()));
        let total = Area::total(areas).ok();
        prop_assert_eq!(total, u64::try_from(exact).ok().map(Area::from_quanta));
        prop_assert_eq!(Area::total(shuffled).ok(), total);
    }

    #[test]
    fn sums_add_up_in_any_order(
        (sums, shuffled) in vec(sums(), 0..9).prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
    ) {
        let exact = sums.iter().fold(0_i128, |sum, money| sum + i128::from(money.fen()));
        let total = Money::total(sums);
        prop_assert_eq!(total.clone().ok(), i64::try_from(exact).ok().and_then(Money::from_fen));
        prop_assert_eq!(Money::total(shuffled), total);
    }

    #[test]
    fn what_is_added_can_be_taken_back(a in areas(), b in areas(), c in sums(), d in sums()) {
        let (sum, rest) = (a.checked_add(b), a.checked_sub(b));
        prop_assert_eq!(sum.is_ok(), a.quanta().checked_add(b.quanta()).is_some());
        prop_assert_eq!(rest.is_ok(), a >= b);
        prop_assert!(sum.is_err() || sum.unwrap().checked_sub(b) == Ok(a));
        prop_assert!(rest.is_err() || rest.unwrap().checked_add(b) == Ok(a));
        let (sum, rest) = (c.checked_add(d), c.checked_sub(d));
        prop_assert!(sum.is_ok() || rest.is_ok());
        prop_assert!(sum.is_err() || sum.unwrap().checked_sub(d) == Ok(c));
        prop_assert!(rest.is_err() || rest.unwrap().checked_add(d) == Ok(c));
    }

    #[test]
    fn an_area_lies_between_its_floor_and_ceiling(
        area in areas(),
        unit in select(AreaUnit::ALL),
        places in 0_i8..=8,
    ) {
        let print = |rounding| area.round_in(unit, rounding).unwrap().amount().into();
        let exact = area.amount(unit);
        prop_assert!(print(Rounding::floor(places)) <= exact);
        prop_assert!(exact <= print(Rounding::ceiling(places)));
    }
}
