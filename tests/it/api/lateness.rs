//! What is due for being late, and offers against the floor price.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use standard_land::exact::Mode;
use standard_land::jiff::civil::{Date, date};
use standard_land::pricing::{
    BuiltFloorArea, DailyRate, FloorFinding, FloorPrice, FloorPrices, Instalment, LandOffer,
    Lateness, Payment, PaymentAccount, PricingError, Schedule,
};
use standard_land::{Money, Ratio};

use super::parse;

fn rate() -> DailyRate {
    parse("1‰")
}

#[test]
fn starting_late_is_a_share_of_the_whole_price_for_every_day() {
    let price: Money = parse("1234.56元");
    let agreed = date(2024, 2, 27);
    for (until, days) in [
        (date(2024, 2, 26), 0),
        (agreed, 0),
        (date(2024, 2, 28), 1),
        (date(2024, 3, 1), 3),
        (date(2025, 2, 27), 366),
    ] {
        let late = rate().late_start(price, agreed, until).unwrap();
        assert_eq!((late.lateness, late.days), (Lateness::Start, days));
        let expected = Ratio::new(123_456 * i128::from(days), 100_000).unwrap();
        assert_eq!(late.yuan, expected);
    }
    let late = rate().late_start(price, agreed, date(2024, 3, 1)).unwrap();
    // 3.70368: one rounding, at the end.
    assert_eq!(late.in_fen(Mode::HalfUp), Ok(parse("3.70元")));
    assert_eq!(late.in_fen(Mode::Ceiling), Ok(parse("3.71元")));
    let negative = rate().late_start(parse("-1元"), agreed, agreed);
    assert!(matches!(negative, Err(PricingError::Negative { .. })));
}

#[test]
fn completing_late_is_a_share_of_the_price_of_what_is_missing() {
    let of = |total, complete| {
        let floors = BuiltFloorArea::new(parse(total), parse(complete)).unwrap();
        let (agreed, until) = (date(2025, 6, 30), date(2025, 7, 7));
        let late = rate().late_completion(parse("900万元"), floors, agreed, until);
        late.unwrap()
    };
    assert_eq!(of("30000 m²", "0 m²").yuan, parse("63000/1"));
    assert_eq!(of("30000 m²", "20000 m²").yuan, parse("21000/1"));
    assert_eq!(of("30000 m²", "29999 m²").yuan, parse("21/10"));
    assert_eq!(of("3 ha", "3 ha").yuan, Ratio::ZERO);
    assert_eq!(of("3 ha", "1 ha").lateness, Lateness::Completion);
    for (total, complete) in [("0 m²", "0 m²"), ("1 m²", "2 m²")] {
        let found = BuiltFloorArea::new(parse(total), parse(complete));
        assert!(
            matches!(found, Err(PricingError::FloorArea { .. })),
            "{total}"
        );
    }
}

/// The sums that are late, counted on every day for itself.
fn day_by_day(dues: &[(Date, i64)], payments: &[(Date, i64)], until: Date) -> (u32, i64) {
    let (mut days, mut sum) = (0, 0);
    let mut day = date(2024, 12, 1);
    while day <= until {
        let before = |list: &[(Date, i64)]| -> i64 {
            list.iter()
                .filter(|(on, _)| *on < day)
                .fold(0, |all, (_, sum)| all + sum)
        };
        let late = (before(dues) - before(payments)).max(0);
        days += u32::from(late > 0);
        sum += late;
        day = day.tomorrow().unwrap();
    }
    (days, sum)
}

#[test]
fn paying_late_is_counted_as_day_by_day() {
    let dues = [
        (date(2025, 1, 10), 40),
        (date(2025, 2, 10), 30),
        (date(2025, 3, 10), 30),
    ];
    let all_payments = [
        (date(2025, 1, 10), 10),
        (date(2025, 1, 20), 30),
        (date(2025, 2, 15), 25),
        (date(2025, 2, 15), 1),
        (date(2025, 3, 1), 10),
        (date(2025, 3, 25), 30),
    ];
    let yuan = |sum: i64| -> Money { parse(&format!("{sum}元")) };
    for taken in 0..=all_payments.len() {
        let payments = &all_payments[..taken];
        let instalments = dues.map(|(due, sum)| Instalment {
            due,
            sum: yuan(sum),
        });
        let schedule = Schedule::new(yuan(100), instalments).unwrap();
        let mut account = PaymentAccount::new(schedule);
        // In whatever order they came.
        for (place, (day, sum)) in payments.iter().enumerate().rev() {
            let receipt = parse(&format!("r{place}"));
            let (day, sum) = (*day, yuan(*sum));
            account.record(Payment { receipt, day, sum }).unwrap();
        }
        let mut until = date(2025, 1, 1);
        while until < date(2025, 4, 10) {
            let late = rate().late_payment(&account, until).unwrap();
            let (days, sum) = day_by_day(&dues, payments, until);
            assert_eq!(late.days, days, "{taken} until {until}");
            let expected = Ratio::new(i128::from(sum), 1000).unwrap();
            assert_eq!(late.yuan, expected, "{taken} until {until}");
            assert_eq!(late.lateness, Lateness::Payment);
            until = until.tomorrow().unwrap();
        }
    }
}

#[test]
fn rates_are_read_as_contracts_print_them() {
    for (given, parts, printed) in [
        ("1‰", (1, 1000), "1‰"),
        ("0.5‰", (1, 2000), "0.5‰"),
        ("0.05%", (1, 2000), "0.5‰"),
        ("０.０５％", (1, 2000), "0.5‰"),
        ("千分之一", (1, 1000), "1‰"),
        ("万分之五", (1, 2000), "0.5‰"),
        ("百分之一", (1, 100), "10‰"),
        ("1/3000", (1, 3000), "1/3000"),
        ("0‰", (0, 1), "0‰"),
    ] {
        let rate: DailyRate = parse(given);
        let (part, whole) = parts;
        assert_eq!(rate.ratio(), Ratio::new(part, whole).unwrap(), "{given}");
        assert_eq!(rate.to_string(), printed, "{given}");
        assert_eq!(parse::<DailyRate>(printed), rate, "{given}");
    }
    for given in [
        "",
        "1",
        "0.001",
        "1万‰",
        "约1‰",
        "1‰以上",
        "1亩",
        "千分",
        "1成",
        "翻番",
    ] {
        let found = given.parse::<DailyRate>();
        assert!(matches!(found, Err(PricingError::Rate { .. })), "{given}");
    }
    for given in ["-1/1000", "-1‰"] {
        assert!(given.parse::<DailyRate>().is_err(), "{given}");
    }
}

#[test]
fn an_offer_is_held_against_the_floor_and_the_cost() {
    use FloorFinding::{BelowCost, BelowFloor, BelowLowered, ConditionsNotKnown, CostNotKnown};

    let floor = parse::<Money>("90元").per(parse("1 m²")).unwrap();
    let price = |grade, price| FloorPrice { grade, price };
    let floors = [price(9, floor), price(2, parse("480元 / 1 m²"))];
    let floors = FloorPrices::new(floors).unwrap();
    assert_eq!(floors.of(9), Some(floor));
    assert_eq!(floors.of(2), Some(parse("320000元 / 1亩")));
    let grades: Vec<u8> = floors.floors().iter().map(|it| it.grade).collect();
    assert_eq!(grades, [2, 9]);
    assert_eq!(floors.of(10), None);
    // 1,000 m² at 90 yuan: the floor is 90,000, the lowered one 63,000.
    let check = |price: &str, conditions: [Option<bool>; 2], cost: Option<&str>| {
        let [is_prioritised, is_intensive] = conditions;
        let offer = LandOffer {
            price: parse(price),
            area: parse("1000 m²"),
            grade: 9,
            is_prioritised,
            is_intensive,
            cost: cost.map(parse),
        };
        floors.check(&offer).unwrap()
    };
    let (yes, no) = (Some(true), Some(false));
    let low = Some("1元");
    for (price, conditions, cost, expected) in [
        ("90000元", [no, no], low, vec![]),
        ("90000元", [None, None], None, vec![]),
        ("89999.99元", [yes, yes], low, vec![]),
        ("89999.99元", [yes, no], low, vec![BelowFloor]),
        ("89999.99元", [None, no], low, vec![BelowFloor]),
        ("89999.99元", [yes, None], low, vec![ConditionsNotKnown]),
        ("63000元", [yes, yes], low, vec![]),
        ("62999.99元", [yes, yes], low, vec![BelowLowered]),
        (
            "62999.99元",
            [None, None],
            None,
            vec![BelowLowered, CostNotKnown],
        ),
        ("70000元", [yes, yes], None, vec![CostNotKnown]),
        ("70000元", [yes, yes], Some("70000元"), vec![]),
        ("70000元", [yes, yes], Some("70000.01元"), vec![BelowCost]),
        ("95000元", [no, no], Some("96000元"), vec![BelowCost]),
    ] {
        assert_eq!(
            check(price, conditions, cost),
            expected,
            "{price} {conditions:?}"
        );
    }
}
