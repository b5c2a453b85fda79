//! Areas, sums of money, prices and terms, example by example.

use std::error::Error;
use std::fmt::Debug;
use std::str::FromStr;

use super::exact::told;
use standard_land::exact::{Mode, Ratio, RatioError, Rounding};
use standard_land::quantity::{
    Area, AreaUnit, Money, MoneyUnit, Printed, QuantityError, Term, TermUnit, UnitPrice,
};
use standard_land::rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn area(text: &str) -> Area {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn price(text: &str) -> UnitPrice {
    text.parse().unwrap()
}

/// Every text must be refused with these variants and this detail, and the
/// words must quote all of what was given.
fn refuses<T: FromStr<Err: Error + 'static> + Debug>(rows: &[(&str, &str, &str)]) {
    for (given, variants, detail) in rows {
        let (names, text) = told(&given.parse::<T>().unwrap_err());
        assert_eq!(names, *variants, "{given:?}: {text}");
        assert!(text.contains(&format!("{given:?}")), "{given:?}: {text}");
        assert!(text.contains(detail), "{given:?}: {text}");
    }
}

#[test]
fn every_unit_of_area_reads_in_both_languages() {
    for (spellings, quanta) in [
        ("m² m2 ㎡ 平方米", 150_000),
        ("mu 亩", 100_000_000),
        ("ha hm² hm2 公顷", 1_500_000_000),
        ("km² km2 平方公里 平方千米", 150_000_000_000),
        ("wan_mu 万亩", 1_000_000_000_000),
        ("wan_ha 万公顷", 15_000_000_000_000_u64),
    ] {
        for unit in spellings.split(' ').map(|unit| unit.replace('_', " ")) {
            for text in [
                format!("7 {unit}"),
                format!("7{unit}"),
                format!("7.00 {unit}"),
            ] {
                assert_eq!(area(&text).quanta(), 7 * quanta, "{text}");
            }
        }
    }
    for unit in AreaUnit::ALL {
        assert_eq!(
            (unit.code().parse(), unit.name_zh().parse()),
            (Ok(*unit), Ok(*unit))
        );
    }
}

#[test]
fn every_unit_of_money_and_time_reads_in_both_languages() {
    for (spellings, fen) in [
        ("CNY yuan 元 人民币元", 100),
        ("wan_CNY wan_yuan 万元", 1_000_000),
        ("yi_CNY yi_yuan 亿元", 10_000_000_000_i64),
    ] {
        for unit in spellings.split(' ').map(|unit| unit.replace('_', " ")) {
            for text in [
                format!("-7 {unit}"),
                format!("-7{unit}"),
                format!("-7.00 {unit}"),
            ] {
                assert_eq!(money(&text).fen(), -7 * fen, "{text}");
            }
        }
    }
    for unit in MoneyUnit::ALL {
        assert_eq!(
            (unit.code().parse(), unit.name_zh().parse()),
            (Ok(*unit), Ok(*unit))
        );
    }
    for text in ["50 years", "50years", "50 year", "50年", "50.00 年"] {
        assert_eq!(text.parse::<Term>().unwrap().to_string(), "50 years");
    }
}

#[test]
fn areas_print_one_canonical_text() {
    for (given, printed) in [
        ("37.18 ha", "37.18 ha"),
        ("557.70亩", "37.18 ha"),
        ("371800平方米", "37.18 ha"),
        ("0.3718 km²", "37.18 ha"),
        ("0.05577万亩", "37.18 ha"),
        ("0.003718 wan ha", "37.18 ha"),
        ("1 mu", "1 mu"),
        ("3 mu", "0.2 ha"),
        ("1500 mu", "100 ha"),
        ("0.00000001 mu", "0.00000001 mu"),
        ("0.00000003 mu", "0.000000002 ha"),
        ("0.0 ha", "0 ha"),
        ("666.6666 m²", "0.06666666 ha"),
    ] {
        assert_eq!(area(given).to_string(), printed);
        assert_eq!(area(printed), area(given));
    }
    assert_eq!(format!("[{:>10}]", area("37.18 ha")), "[  37.18 ha]");
    assert!(area("0 ha").is_zero() && !area("0.00000001 mu").is_zero());
    assert_eq!(
        (Area::ZERO, Area::default()),
        (area("0亩"), Area::from_quanta(0))
    );
}

#[test]
fn areas_are_exact_to_the_last_place_of_every_unit() {
    let finest = [
        ("0.0001 m²", 15),
        ("0.00002 m²", 3),
        ("0.00000001 ha", 15),
        ("0.000000002 ha", 3),
        ("0.0000000001 km²", 15),
        ("0.00000000002 km²", 3),
        ("0.00000001 mu", 1),
        ("0.0000000100 mu", 1),
        ("0.000000000001 wan mu", 1),
        ("0.000000000001 wan ha", 15),
        ("0.0000000000002 wan ha", 3),
        ("0.0000000000000000000000000000 ha", 0),
    ];
    for (text, quanta) in finest {
        assert_eq!(area(text).quanta(), quanta, "{text}");
    }
    let detail = "is finer than 0.00000001 mu";
    refuses::<Area>(&[
        ("0.00001 m²", "TooPrecise", detail),
        ("0.000000001 ha", "TooPrecise", detail),
        ("1.000000001 ha", "TooPrecise", detail),
        ("0.00000000001 km²", "TooPrecise", detail),
        ("0.000000001 mu", "TooPrecise", detail),
        ("0.000000015 mu", "TooPrecise", detail),
        ("0.0000000000001 wan mu", "TooPrecise", detail),
        ("0.0000000000001 wan ha", "TooPrecise", detail),
        ("0.00000000000000000000001 ha", "TooPrecise", detail),
    ]);
}

#[test]
fn the_largest_area_is_the_same_in_every_unit() {
    let detail = "is out of range; it must be within 0 to 184467440737.09551615 mu";
    for (most, beyond) in [
        ("184467440737.09551615 mu", "184467440737.09551616 mu"),
        ("12297829382.47303441 ha", "12297829382.47303442 ha"),
        ("122978293824730.3441 m²", "122978293824730.3442 m²"),
        ("122978293.8247303441 km²", "122978293.8247303442 km²"),
        ("18446744.073709551615万亩", "18446744.073709551616万亩"),
        ("1229782.938247303441万公顷", "1229782.938247303442万公顷"),
    ] {
        assert_eq!(area(most), Area::MAX, "{most}");
        refuses::<Area>(&[(beyond, "OutOfRange", detail)]);
    }
    assert_eq!(Area::MAX.to_string(), "12297829382.47303441 ha");
    assert_eq!(Area::MAX.quanta(), u64::MAX);
}

#[test]
fn texts_that_are_no_area() {
    refuses::<Area>(&[
        ("", "Number Empty", "the text is empty"),
        ("ha", "UnitAlone", "is a unit without a number"),
        (" ha", "UnitAlone", "is a unit without a number"),
        ("公顷", "UnitAlone", "is a unit without a number"),
        ("37.18", "MissingUnit", r#"as in "37.18 ha""#),
        ("-5", "MissingUnit", r#"as in "37.18 ha""#),
        ("37.18 acres", "UnknownUnit", r#"the unknown unit "acres""#),
        ("37.18 HA", "UnknownUnit", r#"the unknown unit "HA""#),
        ("acres", "UnknownUnit", r#"the unknown unit "acres""#),
        ("-1 ha", "Negative", "is below zero"),
        ("-0.00000001 mu", "Negative", "is below zero"),
        ("-0 ha", "Number NegativeZero", r#""-0" is a negative zero"#),
        (
            "-0.00 ha",
            "Number NegativeZero",
            r#""-0.00" is a negative"#,
        ),
        ("－3 ha", "Negative", "is below zero"),
        ("12,34 ha", "Number Separator", "',' as character 3"),
        ("三四亩", "Number NotANumber", r#""三四" is not"#),
        ("约3 ha", "Qualified", "has the word 约"),
        ("3 ha以上", "Qualified", "has the word 以上"),
        ("20余亩", "Qualified", "has the word 超"),
        ("1_000 ha", "Number Separator", "'_' as character 2"),
        ("1'000 ha", "Number Separator", r"'\'' as character 2"),
        ("37  ha", "Number Separator", "' ' as character 3"),
        (" 37 ha", "Number Separator", "' ' as character 1"),
        ("1e3 ha", "Number Exponent", r#""1e3" has an exponent"#),
        ("1.5E-3 ha", "Number Exponent", "at character 4"),
        (".5 ha", "Number NoIntegerDigits", r#"".5" has no digit"#),
        ("-.5 ha", "Number NoIntegerDigits", r#""-.5" has no digit"#),
        ("5. ha", "Number NoFractionDigits", r#""5." has no digit"#),
        (". ha", "Number NoIntegerDigits", r#""." has no digit"#),
        ("NaN ha", "Number NotANumber", r#""NaN" is not"#),
        ("inf ha", "Number NotANumber", r#""inf" is not"#),
        ("-inf ha", "Number NotANumber", r#""-inf" is not"#),
        ("- ha", "Number NotANumber", r#""-" is not"#),
        ("公顷亩", "Number NotANumber", r#""公顷" is not"#),
        ("+5 ha", "Number Unexpected", "'+' as character 1"),
        ("--5 ha", "Number Unexpected", "'-' as character 2"),
        ("1.2.3 ha", "Number Unexpected", "'.' as character 4"),
        ("0x10 ha", "Number NotANumber", r#""0x10" is not"#),
        ("007 ha", "Number LeadingZero", r#""007" starts"#),
        ("00 ha", "Number LeadingZero", r#""00" starts"#),
        ("-01 ha", "Number LeadingZero", r#""-01" starts"#),
        ("1234567890123456789012345 ha", "OutOfRange", "within 0 to"),
    ]);
}

#[test]
fn what_is_long_is_quoted_short() {
    for (digits, names) in [
        (30, "OutOfRange"),
        (38, "OutOfRange"),
        (39, "Number TooManyDigits"),
    ] {
        let given = "7".repeat(digits) + " ha";
        let (found, text) = told(&given.parse::<Area>().unwrap_err());
        assert_eq!(found, names, "{digits} digits");
        let quoted: String = given.chars().take(32).collect();
        assert!(text.starts_with(&format!("\"{quoted}…\" ")), "{text}");
    }
}

#[test]
fn decimals_become_areas_and_back() {
    let hectares = |amount: &str| Area::new(decimal(amount), AreaUnit::Hectare);
    for amount in ["37.18", "37.180000000000000"] {
        assert_eq!(hectares(amount), Ok(area("37.18 ha")));
    }
    for (amount, variant) in [
        ("-37.18", "Negative"),
        ("0.000000001", "TooPrecise"),
        ("12297829382.47303442", "OutOfRange"),
    ] {
        let (name, text) = told(&hectares(amount).unwrap_err());
        assert_eq!(name, variant);
        assert!(text.starts_with(&format!("\"{amount} ha\" is ")), "{text}");
    }
    for (given, unit, amount, finite) in [
        ("37.18 ha", AreaUnit::Mu, "5577/10", "557.7"),
        ("37.18 ha", AreaUnit::SquareMetre, "371800/1", "371800"),
        ("1 mu", AreaUnit::SquareMetre, "2000/3", ""),
        ("1 mu", AreaUnit::Hectare, "1/15", ""),
        ("3 mu", AreaUnit::SquareMetre, "2000/1", "2000"),
    ] {
        assert_eq!(area(given).amount(unit).to_string(), amount);
        match area(given).to_decimal(unit) {
            Ok(decimal) => assert_eq!(decimal.to_string(), finite),
            Err(error) => {
                assert_eq!(told(&error).0, "NotFinite");
                assert!(finite.is_empty() && error.to_string().starts_with(amount));
            }
        }
    }
}

#[test]
fn published_areas_add_up_or_do_not() {
    let total = |texts: &str| Area::total(texts.split(' ').map(|text| area(&format!("{text} ha"))));
    assert_eq!(total("3.01 0.51 1.21 1.01"), Ok(area("5.74 ha")));
    assert_eq!(total("5.74 31.44"), Ok(area("37.18 ha")));
    for (added, taken, exact, printed) in [
        ("152.1 742.35", "15.16 ha", "879.29 ha", "879.28 ha"),
        ("836.63 847.95", "208.37 ha", "1476.21 ha", "1476.20 ha"),
    ] {
        let rest = total(added).unwrap().checked_sub(area(taken)).unwrap();
        assert_eq!((rest, rest == area(printed)), (area(exact), false));
    }
    for (hectares, printed) in [
        ("2012.48 ha", "3.02万亩"),
        ("1124.62 ha", "1.69万亩"),
        ("3877.17 ha", "5.82万亩"),
    ] {
        let rounded = area(hectares).round_in(AreaUnit::TenThousandMu, Rounding::half_even(2));
        assert_eq!(format!("{:#}", rounded.unwrap()), printed);
    }
    let share = area("5.74 ha").share_of(area("37.18公顷")).unwrap();
    assert_eq!(share, Ratio::new(287, 1859).unwrap());
    assert_eq!(
        share.percent(Rounding::toward_zero(2)).unwrap().to_string(),
        "15.43%"
    );
    let whole = area("37.18 ha").ratio_to(area("5.74 ha")).unwrap();
    assert_eq!(whole.to_string(), "1859/287");
    let error = area("37.18 ha").share_of(area("5.74 ha")).unwrap_err();
    let (part, whole) = (55_770_000_000, 8_610_000_000);
    assert_eq!(
        error,
        RatioError::PartExceedsWhole {
            part: Box::new(part),
            whole: Box::new(whole)
        }
    );
    for error in [
        Area::ZERO.share_of(Area::ZERO),
        Area::ZERO.ratio_to(Area::ZERO),
    ] {
        assert_eq!(error, Err(RatioError::ZeroWhole { part: Box::new(0) }));
    }
}

#[test]
fn sums_out_of_range_say_what_was_asked_for() {
    let small = area("1 mu");
    for (result, shows) in [
        (
            Area::MAX.checked_add(small),
            "12297829382.47303441 ha + 1 mu",
        ),
        (Area::ZERO.checked_sub(small), "0 ha - 1 mu"),
        (
            Area::total([small, Area::MAX]),
            "a total of 18446744073809551615e-8 mu",
        ),
    ] {
        let (names, text) = told(&result.unwrap_err());
        assert_eq!(names, "OutOfRange");
        assert!(
            text.starts_with(&format!(
                "{shows:?} is out of range; it must be within 0 to"
            )),
            "{text}"
        );
    }
    let (fen, least) = (money("0.01元"), money("-92233720368547758.07元"));
    let most = "92233720368547758.07 CNY";
    for (result, shows) in [
        (Money::MAX.checked_add(fen), format!("{most} + 0.01 CNY")),
        (least.checked_sub(fen), format!("-{most} - 0.01 CNY")),
        (
            Money::total([Money::MAX, fen]),
            "9223372036854775808 fen".into(),
        ),
        (
            Money::total([least, least]),
            "-18446744073709551614 fen".into(),
        ),
    ] {
        let (names, text) = told(&result.unwrap_err());
        assert_eq!(names, "OutOfRange");
        assert!(
            text.contains(&format!(
                "{shows}\" is out of range; it must be within -{}",
                "92233720368547758.07 to"
            )),
            "{text}"
        );
    }
    assert_eq!(
        Money::total([Money::MAX, Money::MAX, least]),
        Ok(Money::MAX)
    );
    assert_eq!(Money::total([]), Ok(Money::ZERO));
    assert_eq!(Area::total([]), Ok(Area::ZERO));
}

#[test]
fn money_is_exact_to_the_fen() {
    for (given, printed, fen) in [
        ("144.0000万元", "1440000.00 CNY", 144_000_000),
        ("0.000001万元", "0.01 CNY", 1),
        ("0.0000000001亿元", "0.01 CNY", 1),
        ("-0.07元", "-0.07 CNY", -7),
        ("0.000元", "0.00 CNY", 0),
        (
            "92233720368547758.07元",
            "92233720368547758.07 CNY",
            i64::MAX,
        ),
        (
            "-922337203.6854775807亿元",
            "-92233720368547758.07 CNY",
            -i64::MAX,
        ),
    ] {
        assert_eq!(
            (money(given).to_string().as_str(), money(given).fen()),
            (printed, fen)
        );
        assert_eq!(
            (money(printed), Money::from_fen(fen)),
            (money(given), Some(money(given)))
        );
        assert_eq!(money(given).is_negative(), fen < 0);
    }
    assert_eq!(Money::from_fen(i64::MIN), None);
    let detail =
        "is out of range; it must be within -92233720368547758.07 to 92233720368547758.07 CNY";
    refuses::<Money>(&[
        ("92233720368547758.08 CNY", "OutOfRange", detail),
        ("-92233720368547758.08 CNY", "OutOfRange", detail),
        ("922337203.6854775808亿元", "OutOfRange", detail),
        ("0.001元", "TooPrecise", "is finer than 0.01 CNY"),
        ("1440000.005 CNY", "TooPrecise", "is finer than 0.01 CNY"),
        ("0.0000001万元", "TooPrecise", "is finer than 0.01 CNY"),
        ("144", "MissingUnit", r#"as in "144.0000 万元""#),
        ("万元", "UnitAlone", "without a number"),
        ("5 USD", "UnknownUnit", r#""USD""#),
        ("5万", "UnknownUnit", r#""万""#),
        ("-0元", "Number NegativeZero", r#""-0""#),
        ("144万万元", "Number Unexpected", "'万' as character 4"),
        ("¥144元", "Number Unexpected", "'¥' as character 1"),
    ]);
    let price = Money::new(decimal("2021.368"), MoneyUnit::TenThousandYuan).unwrap();
    assert_eq!(price.to_decimal(MoneyUnit::Yuan).to_string(), "20213680");
    assert_eq!(
        price.to_decimal(MoneyUnit::HundredMillionYuan).to_string(),
        "0.2021368"
    );
    assert_eq!(
        price.amount(MoneyUnit::TenThousandYuan).to_string(),
        "252671/125"
    );
    let error = Money::new(decimal("0.001"), MoneyUnit::Yuan).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""0.001 CNY" is finer than 0.01 CNY, the smallest amount held; round it first"#
    );
}

#[test]
fn prices_per_area_compare_by_their_rate() {
    let [one, two] = ["1440000.00 CNY / 1 ha", "2880000.00 CNY / 2 ha"].map(price);
    assert_eq!((one, one.cmp(&two)), (two, std::cmp::Ordering::Equal));
    assert_eq!(one.to_string(), "1440000.00 CNY / 1 ha");
    assert_eq!(two.to_string(), "2880000.00 CNY / 2 ha");
    assert_eq!((two.money(), two.area()), (money("288万元"), area("2 ha")));
    assert_eq!(money("288万元").per(area("30亩")), Ok(one));
    assert_eq!(price("9.6万元 / 1亩"), one);
    let sorted = [
        "-1元 / 1 ha",
        "0元 / 9 ha",
        "1元 / 1 ha",
        "1元 / 14 mu",
        "2元 / 28 m²",
    ];
    assert!(sorted.map(price).is_sorted_by(|a, b| a < b));
    let extremes = [
        "92233720368547758.06元 / 0.00000001 mu",
        "92233720368547758.07元 / 0.00000001 mu",
    ];
    assert!(price(extremes[0]) < price(extremes[1]));
    for (money, area, rate) in [
        (MoneyUnit::TenThousandYuan, AreaUnit::Hectare, "144/1"),
        (MoneyUnit::TenThousandYuan, AreaUnit::Mu, "48/5"),
        (MoneyUnit::Yuan, AreaUnit::SquareMetre, "144/1"),
        (MoneyUnit::HundredMillionYuan, AreaUnit::Hectare, "9/625"),
    ] {
        assert_eq!(one.rate(money, area).to_string(), rate);
    }
    refuses::<UnitPrice>(&[
        ("", "NotARate", "is not a price such as"),
        ("144万元", "NotARate", "is not a price such as"),
        ("144万元/1 ha", "NotARate", "is not a price such as"),
        ("144 / 1 ha", "Quantity MissingUnit", r#""144" has no unit"#),
        ("144万元 / 1", "Quantity MissingUnit", r#""1" has no unit"#),
        ("144万元 / x ha", "Quantity Number NotANumber", r#""x" is"#),
        ("144万元 / 1 ha / 1 ha", "Quantity Number Separator", "' '"),
        ("1 ha / 144万元", "Quantity UnknownUnit", r#""1 ha" has"#),
    ]);
    let (names, text) = told(&"144万元 / 0 ha".parse::<UnitPrice>().unwrap_err());
    assert_eq!(names, "ZeroArea");
    assert!(text.starts_with("1440000.00 CNY for an area of zero"));
}

#[test]
fn a_term_is_more_than_nothing() {
    for (given, printed, years) in [
        ("50年", "50 years", "50"),
        ("37.95年", "37.95 years", "37.95"),
        ("0.010 years", "0.01 years", "0.01"),
        ("42949672.95年", "42949672.95 years", "42949672.95"),
    ] {
        let term: Term = given.parse().unwrap();
        assert_eq!(
            (term.to_string().as_str(), term.years().to_string().as_str()),
            (printed, years)
        );
        assert_eq!(printed.parse(), Ok(term));
    }
    assert_eq!(TermUnit::Year.to_string(), "years");
    refuses::<Term>(&[
        ("0年", "Zero", "is zero"),
        ("0.00 years", "Zero", "is zero"),
        ("-50年", "Negative", "is below zero"),
        ("37.955年", "TooPrecise", "is finer than 0.01 years"),
        ("42949672.96年", "OutOfRange", "0.01 to 42949672.95 years"),
        ("50", "MissingUnit", r#"as in "50年""#),
        ("年", "UnitAlone", "without a number"),
        ("50个月", "UnknownUnit", r#""个月""#),
        ("五四年", "Number NotANumber", r#""五四" is not"#),
        ("-0年", "Number NegativeZero", r#""-0""#),
    ]);
}

#[test]
fn a_print_keeps_its_places_and_its_unit() {
    for (given, mu, zh) in [
        ("37.18 ha", "557.700 mu", "557.700亩"),
        ("1 mu", "1.000 mu", "1.000亩"),
        ("1 m²", "0.002 mu", "0.002亩"),
        ("0 ha", "0.000 mu", "0.000亩"),
    ] {
        let printed = area(given)
            .round_in(AreaUnit::Mu, Rounding::half_up(3))
            .unwrap();
        assert_eq!(
            (
                printed.to_string().as_str(),
                format!("{printed:#}").as_str()
            ),
            (mu, zh)
        );
        assert_eq!((mu.parse(), zh.parse()), (Ok(printed), Ok(printed)));
        assert_eq!(
            (printed.amount().scale(), printed.unit()),
            (3, AreaUnit::Mu)
        );
    }
    let print = |text: &str| text.parse::<Printed<MoneyUnit>>().unwrap();
    assert_ne!(print("15.40万元"), print("15.4万元"));
    assert_ne!(print("15.40万元"), print("15.40元"));
    assert_ne!(print("15.4万元"), print("1.54万元"));
    assert_ne!(print("0.0万元"), print("0.00万元"));
    assert_eq!(print("-15.40万元").amount().to_string(), "-15.40");
    let rounded = money("-20213680元").round_in(MoneyUnit::TenThousandYuan, Rounding::floor(2));
    assert_eq!(rounded, Ok(print("-2021.37万元")));
    let error = Area::MAX
        .round_in(AreaUnit::Mu, Rounding::floor(28))
        .unwrap_err();
    let shown = "18446744073709551615/100000000 as a decimal by floor(28)";
    assert_eq!(
        error,
        RatioError::OutOfRange {
            given: shown.into()
        }
    );
    assert!(
        "0.0000000000000000000000000001 ha"
            .parse::<Printed<AreaUnit>>()
            .is_ok()
    );
    assert!(
        "79228162514264337593543950335 ha"
            .parse::<Printed<AreaUnit>>()
            .is_ok()
    );
    for beyond in [
        "0.00000000000000000000000000001 ha",
        "79228162514264337593543950336 ha",
    ] {
        let error = beyond.parse::<Printed<AreaUnit>>().unwrap_err();
        assert!(matches!(error, QuantityError::OutOfRange { .. }), "{error}");
        assert!(
            error
                .to_string()
                .ends_with("is out of range; it must be within ±79228162514264337593543950335 units of the last place")
        );
    }
}

#[test]
fn an_area_is_rounded_to_a_quantum_by_a_named_mode() {
    // A hundred-thousandth of a square metre is one and a half quanta.
    let rounded = |amount: &str, mode| {
        let (area, lost) = Area::rounded(decimal(amount), AreaUnit::SquareMetre, mode).unwrap();
        (area.quanta(), lost.to_string())
    };
    assert_eq!(rounded("0.00001", Mode::HalfEven), (2, "-1/2".into()));
    assert_eq!(rounded("0.00003", Mode::HalfEven), (4, "1/2".into()));
    assert_eq!(rounded("0.00003", Mode::HalfUp), (5, "-1/2".into()));
    assert_eq!(rounded("0.00001", Mode::HalfDown), (1, "1/2".into()));
    assert_eq!(rounded("1.5", Mode::Ceiling), (225_000, "0/1".into()));
    for (amount, error) in [
        (
            "-0.00001",
            r#""-0.00001 m²" is below zero; it must be zero or more"#,
        ),
        (
            "999999999999999999",
            r#""999999999999999999 m²" is out of range; it must be within 0 to 184467440737.09551615 mu"#,
        ),
    ] {
        let refused = Area::rounded(decimal(amount), AreaUnit::SquareMetre, Mode::HalfEven);
        assert_eq!(refused.unwrap_err().to_string(), error);
    }
}
