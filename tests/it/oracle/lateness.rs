//! Sums for being late, and floor prices, against naive big rationals.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "big integers and rationals cannot overflow"
)]

use num_rational::BigRational;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::jiff::civil::{Date, date};
use standard_land::pricing::{
    BuiltFloorArea, DailyRate, FloorFinding, FloorPrices, LandOffer, Payment,
};
use standard_land::{Area, Mode, Money, Ratio, Rounding};

use super::ratio::{exact, fraction, rounded};
use crate::laws::zone::{account, instalments, payments, rates, sums};

fn days() -> impl Strategy<Value = Date> {
    (1..=28_i8, 1..=4_i8).prop_map(|(day, month)| date(2025, month, day))
}

/// How many days behind another a day is, by counting them.
fn counted(from: Date, to: Date) -> u32 {
    let (mut day, mut days) = (from, 0);
    while day < to {
        day = day.tomorrow().unwrap();
        days += 1;
    }
    days
}

proptest! {
    #[test]
    fn building_late_is_a_share_of_a_price(
        rate in rates(), price in sums(), parts in [0..50_u64, 1..50_u64],
        days in [days(), days()], mode in select(Mode::ALL),
    ) {
        let rate = DailyRate::new(rate).unwrap();
        let [agreed, until] = days;
        let late_days = counted(agreed, until);
        let yuan = fraction(price.fen(), 100) * exact(rate.ratio()) * fraction(late_days, 1);
        let start = rate.late_start(price, agreed, until).unwrap();
        prop_assert_eq!((start.days, exact(start.yuan)), (late_days, yuan.clone()));
        let fen = start.in_fen(mode).unwrap().fen();
        prop_assert_eq!(fraction(fen, 100), rounded(&yuan, Rounding::new(2, mode)));

        let [complete, more] = parts;
        let areas = [complete + more, complete].map(Area::from_quanta);
        let [total, complete_area] = areas;
        let floors = BuiltFloorArea::new(total, complete_area).unwrap();
        let late = rate.late_completion(price, floors, agreed, until).unwrap();
        prop_assert_eq!(exact(late.yuan), yuan * fraction(more, complete + more));
    }

    /// Each day for itself, each instalment paid in turn.
    #[test]
    fn paying_late_is_counted_by_the_day(
        rate in rates(), instalments in instalments(), payments in payments(), until in days(),
    ) {
        let rate = DailyRate::new(rate).unwrap();
        let late = rate.late_payment(&account(&instalments, &payments), until).unwrap();
        let (mut days, mut fen) = (0, 0_i64);
        let mut day = date(2025, 1, 1);
        while day <= until {
            let before = |payment: &&Payment| payment.day < day;
            let mut purse: i64 = payments.iter().filter(before).map(|it| it.sum.fen()).sum();
            let mut by_day = instalments.clone();
            by_day.sort_by_key(|it| it.due);
            let mut unpaid = 0;
            for instalment in by_day.iter().filter(|it| it.due < day) {
                let paid = purse.min(instalment.sum.fen());
                purse -= paid;
                unpaid += instalment.sum.fen() - paid;
            }
            days += u32::from(unpaid > 0);
            fen += unpaid;
            day = day.tomorrow().unwrap();
        }
        prop_assert_eq!(late.days, days);
        prop_assert_eq!(exact(late.yuan), fraction(fen, 100) * exact(rate.ratio()));
    }

    #[test]
    fn floors_are_compared_by_the_square_metre(
        price in 0..200_i64, area in 1..40_u64, floor in (1..20_i64, 1..10_u64),
        conditions in [option::of(any::<bool>()), option::of(any::<bool>())],
        cost in option::of(0..200_i64),
    ) {
        let fen = |sum: i64| Money::from_fen(sum).unwrap();
        let mu = |count: u64| Area::from_quanta(count * 100_000_000);
        let floors = FloorPrices::default()
            .with(1, fen(floor.0).per(mu(floor.1)).unwrap())
            .unwrap();
        let [is_prioritised, is_intensive] = conditions;
        let found = floors.check(&LandOffer {
            price: fen(price), area: mu(area), grade: 1, is_prioritised, is_intensive,
            cost: cost.map(fen),
        });
        let asked = fraction(price, area);
        let least = fraction(floor.0, floor.1);
        let share: BigRational = asked / least;
        let is_met = is_prioritised == Some(true) && is_intensive == Some(true);
        let is_not = is_prioritised == Some(false) || is_intensive == Some(false);
        let is_below = share < fraction(1, 1);
        let mut expected = Vec::new();
        if share < fraction(7, 10) {
            expected.push(FloorFinding::BelowLowered);
        } else if is_below && is_not {
            expected.push(FloorFinding::BelowFloor);
        } else if is_below && !is_met {
            expected.push(FloorFinding::ConditionsNotKnown);
        }
        if cost.is_some_and(|cost| price < cost) {
            expected.push(FloorFinding::BelowCost);
        } else if cost.is_none() && is_below {
            expected.push(FloorFinding::CostNotKnown);
        }
        prop_assert_eq!(found.unwrap(), expected);
    }

    #[test]
    fn rates_come_back_as_printed(part in 0..1_000_000_i128, whole in 1..1_000_000_u128) {
        let rate = DailyRate::new(Ratio::new(part, whole).unwrap()).unwrap();
        let printed = rate.to_string();
        prop_assert_eq!(printed.parse::<DailyRate>().unwrap(), rate);
        let value: BigRational = match printed.strip_suffix('‰') {
            None => printed.parse().unwrap(),
            Some(number) => {
                let (whole, places) = number.split_once('.').unwrap_or((number, ""));
                let digits: i128 = format!("{whole}{places}").parse().unwrap();
                let power = 10_u128.pow(u32::try_from(places.len()).unwrap());
                fraction(digits, power) / fraction(1000, 1)
            }
        };
        prop_assert_eq!(value, fraction(part, whole));
    }
}
