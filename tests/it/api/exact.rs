//! Exact fractions and their rounding, example by example.

use std::error::Error;
use std::fmt::Debug;
use std::str::FromStr;

use standard_land::exact::{
    Apportionment, Mode, Moved, Percent, Ratio, RatioError, Rounding, Step,
};
use standard_land::rust_decimal::Decimal;

use Mode::{AwayFromZero, Ceiling, Floor, HalfDown, HalfEven, HalfUp, TowardZero};

/// The greatest number of 38 digits.
const MAX: i128 = 10_i128.pow(38) - 1;
const WHOLE: u128 = 10_u128.pow(38) - 1;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// A fraction such as `4/7`, or a decimal such as `12.1498`.
fn ratio(text: &str) -> Ratio {
    text.parse().unwrap_or_else(|_| decimal(text).into())
}

fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

fn rounding(text: &str) -> Rounding {
    text.parse().unwrap()
}

/// What is printed as a percentage.
fn print(value: Ratio, places: i8, mode: Mode) -> String {
    let printed = value.percent(Rounding::new(places, mode));
    printed.unwrap().to_string()
}

/// The rows must be in order, and no two equal.
fn ascends<T: Ord + Debug>(rows: &[T]) {
    for (i, a) in rows.iter().enumerate() {
        for (j, b) in rows.iter().enumerate() {
            assert_eq!(a.cmp(b), i.cmp(&j), "{a:?} {b:?}");
            assert_eq!(a == b, i == j, "{a:?} {b:?}");
        }
    }
}

/// An error and its causes: the names of the variants, and the text.
pub(super) fn told(error: &(dyn Error + 'static)) -> (String, String) {
    let (mut names, mut text) = (Vec::new(), Vec::new());
    let mut next = Some(error);
    while let Some(error) = next {
        let debug = format!("{error:?}");
        let name = debug.split(|c: char| !c.is_alphanumeric()).next();
        names.push(name.unwrap_or_default().to_owned());
        text.push(error.to_string());
        next = error.source();
    }
    (names.join(" "), text.join(": "))
}

/// Every text must be refused with these variants, and words that show it.
fn refuses<T: FromStr<Err: Error + 'static> + Debug>(rows: &[(&str, &str, &str)]) {
    for (given, variants, shows) in rows {
        let (names, text) = told(&given.parse::<T>().unwrap_err());
        assert_eq!(names, *variants, "{given:?}: {text}");
        assert!(text.contains(shows), "{given:?}: {text}");
    }
}

#[test]
fn fractions_that_binary_floats_miss() {
    // Fraction, exact percentage, places of the tie; half-even, -up, -down.
    for (value, exact, places, even, up, down) in [
        ("202.20/2156.80", "9.375%", 2, "9.38%", "9.38%", "9.37%"),
        ("23/4000", "0.575%", 2, "0.58%", "0.58%", "0.57%"),
        ("57/800", "7.125%", 2, "7.12%", "7.13%", "7.12%"),
        ("201/20000", "1.005%", 2, "1.00%", "1.01%", "1.00%"),
        ("1/8", "12.5%", 0, "12%", "13%", "12%"),
        ("-3/8", "-37.5%", 0, "-38%", "-38%", "-37%"),
    ] {
        let (part, whole) = value.split_once('/').unwrap();
        let value = ratio(part).checked_div(ratio(whole)).unwrap();
        let exact_places = i8::try_from(percent(exact).places()).unwrap();
        for mode in Mode::ALL {
            assert_eq!(print(value, exact_places, *mode), exact, "{value} {mode}");
        }
        for (mode, printed) in [(HalfEven, even), (HalfUp, up), (HalfDown, down)] {
            assert_eq!(print(value, places, mode), printed, "{value} {mode}");
        }
    }
}

#[test]
fn truncation_loses_no_cent_of_a_finite_percentage() {
    let rows = ["46/250 18.40%", "9/250 3.60%", "11/125 8.80%"];
    for (value, printed) in rows.map(|row| row.split_once(' ').unwrap()) {
        for mode in Mode::ALL {
            assert_eq!(print(ratio(value), 2, *mode), printed, "{value} {mode}");
        }
    }
}

#[test]
fn vectors_of_gb_t_8170() {
    for (value, places, step, printed) in [
        ("12.1498", 1, Step::One, "12.1"),
        ("10.5002", 0, Step::One, "11"),
        ("15.4546", 0, Step::One, "15"),
        ("1268", -2, Step::One, "1300"),
        ("1.050", 1, Step::One, "1.0"),
        ("0.35", 1, Step::One, "0.4"),
        ("2500", -3, Step::One, "2000"),
        ("3500", -3, Step::One, "4000"),
        ("0.0325", 3, Step::One, "0.032"),
        ("32500", -3, Step::One, "32000"),
        ("28.175", 2, Step::One, "28.18"),
        ("28.165", 2, Step::One, "28.16"),
        ("-355", -1, Step::One, "-360"),
        ("-365", -1, Step::One, "-360"),
        ("-0.0365", 3, Step::One, "-0.036"),
        ("60.25", 0, Step::Half, "60.0"),
        ("60.38", 0, Step::Half, "60.5"),
        ("60.28", 0, Step::Half, "60.5"),
        ("-60.75", 0, Step::Half, "-61.0"),
        ("830", -2, Step::Fifth, "840"),
        ("842", -2, Step::Fifth, "840"),
        ("832", -2, Step::Fifth, "840"),
        ("-930", -2, Step::Fifth, "-920"),
    ] {
        let rounding = Rounding::half_even(places).with_step(step);
        let rounded = ratio(value).round(rounding).unwrap();
        assert_eq!(rounded.to_string(), printed, "{value} {rounding}");
    }
}

#[test]
fn a_small_negative_value_rounds_to_a_plain_zero() {
    let value = ratio("-1/1000");
    for mode in [HalfEven, HalfUp, HalfDown, TowardZero, Ceiling] {
        let rounded = value.round(Rounding::new(0, mode)).unwrap();
        assert_eq!(rounded.to_string(), "0", "{mode}");
        assert_eq!(print(value, 0, mode), "0%", "{mode}");
    }
    for mode in [AwayFromZero, Floor] {
        assert_eq!(print(value, 0, mode), "-1%", "{mode}");
    }
}

#[test]
fn the_founding_case_under_every_mode() {
    let parcels = Ratio::share(4, 7).unwrap();
    let area = ratio("5.74").checked_div(ratio("37.18")).unwrap();
    for (value, places, below, above, nearer) in [
        (parcels, 0, "57%", "58%", "57%"),
        (parcels, 2, "57.14%", "57.15%", "57.14%"),
        (area, 0, "15%", "16%", "15%"),
        (area, 2, "15.43%", "15.44%", "15.44%"),
    ] {
        for mode in Mode::ALL {
            let printed = match mode {
                HalfEven | HalfUp | HalfDown => nearer,
                TowardZero | Floor => below,
                AwayFromZero | Ceiling => above,
            };
            assert_eq!(print(value, places, *mode), printed, "{value} {mode}");
        }
    }
}

#[test]
fn printed_shares_fit_these_modes_and_no_others() {
    let below: &[Mode] = &[TowardZero, Floor];
    let nearer_below: &[Mode] = &[HalfEven, HalfUp, HalfDown, TowardZero, Floor];
    let nearer_above: &[Mode] = &[HalfEven, HalfUp, HalfDown, AwayFromZero, Ceiling];
    let growth = |now: &str, before: &str| {
        let more = ratio(now).checked_sub(ratio(before)).unwrap();
        more.checked_div(ratio(before)).unwrap()
    };
    let share = |part: &str, whole: &str| ratio(part).checked_div(ratio(whole)).unwrap();
    let product = ["0.8946", "0.9268", "0.9277"]
        .into_iter()
        .fold(Ratio::ONE, |all, one| all.checked_mul(ratio(one)).unwrap());
    for (value, printed, modes) in [
        (Ratio::share(4, 7).unwrap(), "57%", nearer_below),
        (share("5.74", "37.18"), "15.43%", below),
        (share("12.7", "24.3"), "52.2%", below),
        (Ratio::share(2815, 3070).unwrap(), "91.69%", nearer_below),
        (share("16.95", "18.84"), "90%", nearer_above),
        (product, "76.92%", nearer_above),
        (growth("383", "115"), "233%", nearer_below),
        (growth("2012.48", "740.07"), "172%", nearer_above),
        (growth("237", "123"), "92.68%", nearer_below),
    ] {
        let places = i8::try_from(percent(printed).places()).unwrap();
        for mode in Mode::ALL {
            let fits = print(value, places, *mode) == printed;
            assert_eq!(fits, modes.contains(mode), "{value} as {printed} {mode}");
        }
    }
}

#[test]
fn fifty_seven_percent_of_at_most_twenty() {
    let found: Vec<String> = (1..=20)
        .flat_map(|whole| (0..=whole).map(move |part| Ratio::share(part, whole).unwrap()))
        .filter(|share| share.percent(Rounding::half_up(0)) == Ok(percent("57%")))
        .map(|share| format!("{share:#}"))
        .collect();
    assert_eq!(found, ["4/7", "8/14"]);
}

#[test]
fn a_ratio_keeps_its_part_and_whole() {
    let given = Ratio::new(-8, 14).unwrap();
    let lowest = given.lowest();
    assert_eq!((given.numerator(), given.denominator()), (-8, 14));
    assert_eq!((lowest.numerator(), lowest.denominator()), (-4, 7));
    assert_eq!((given, lowest), (ratio("-4/7"), ratio("-16/28")));
    assert_eq!(
        format!("{given} {given:#} {given:?}"),
        "-4/7 -8/14 Ratio(-8/14)"
    );
    assert_eq!(format!("[{given:>6}|{given:<#7}]"), "[  -4/7|-8/14  ]");
    assert!(given.is_negative() && !given.is_zero());
    let nothing = Ratio::new(0, 14).unwrap();
    assert!(nothing.is_zero() && nothing.to_string() == "0/1");
    assert_eq!((Ratio::ZERO, Ratio::ONE), (ratio("0/3"), ratio("3/3")));
    let long = format!("{MAX}/{WHOLE}");
    for text in ["8/14", "0/14", "-8/14", &long] {
        assert_eq!(format!("{:#}", ratio(text)), text);
    }
}

#[test]
fn a_share_lies_between_nothing_and_all() {
    assert_eq!(Ratio::share(0, 7), Ok(Ratio::ZERO));
    assert_eq!(Ratio::share(u64::MAX, u64::MAX), Ok(Ratio::ONE));
    assert_eq!(
        Ratio::share(0, 0),
        Err(RatioError::ZeroWhole { part: Box::new(0) })
    );
    let error = Ratio::share(8, 7).unwrap_err();
    assert_eq!(
        error,
        RatioError::PartExceedsWhole {
            part: Box::new(8),
            whole: Box::new(7)
        }
    );
    assert_eq!(error.to_string(), "the part 8 is larger than its whole 7");
}

#[test]
fn ratios_are_ordered_at_the_extremes() {
    let rows = [
        (-MAX, 1),
        (-MAX + 1, 1),
        (-MAX, WHOLE - 1),
        (-MAX, WHOLE),
        (-MAX + 1, WHOLE),
        (-1, WHOLE - 1),
        (-1, WHOLE),
        (0, WHOLE),
        (1, WHOLE),
        (1, WHOLE - 1),
        (MAX - 2, WHOLE - 1),
        (MAX - 1, WHOLE),
        (MAX, WHOLE),
        (MAX, WHOLE - 1),
        (MAX - 1, 1),
        (MAX, 1),
    ];
    ascends(&rows.map(|(part, whole)| Ratio::new(part, whole).unwrap()));
}

#[test]
fn rounding_at_256_bits() {
    // 1/8 with 38 digits, and the fractions next to it.
    let eighth = i128::try_from(WHOLE / 8).unwrap();
    let whole = WHOLE / 8 * 8;
    for (part, even, up, down) in [
        (eighth - 1, "0.12", "0.12", "0.12"),
        (eighth, "0.12", "0.13", "0.12"),
        (eighth + 1, "0.13", "0.13", "0.13"),
        (-eighth, "-0.12", "-0.13", "-0.12"),
        (-eighth - 1, "-0.13", "-0.13", "-0.13"),
    ] {
        let value = Ratio::new(part, whole).unwrap();
        for (mode, printed) in [(HalfEven, even), (HalfUp, up), (HalfDown, down)] {
            let rounded = value.round(Rounding::new(2, mode)).unwrap();
            assert_eq!(rounded.to_string(), printed, "{part} {mode}");
            let printed = format!("{printed}%").replace("0.", "");
            assert_eq!(print(value, 0, mode), printed, "{part} {mode}");
        }
    }
    let third = Ratio::new(MAX / 3, WHOLE).unwrap();
    let large = Ratio::new(MAX, 10_u128.pow(10)).unwrap();
    for (value, by, printed) in [
        (third, "ceiling(28)", "0.3333333333333333333333333334"),
        (third, "ceiling(-6)", "1000000"),
        (large, "half-even(0)", "10000000000000000000000000000"),
        (large, "toward-zero(-27)", "9000000000000000000000000000"),
    ] {
        let rounded = value.round(rounding(by)).unwrap();
        assert_eq!(rounded.to_string(), printed, "{value} {by}");
    }
    assert_eq!(print(third, 16, Floor), "33.3333333333333333%");
}

#[test]
fn what_does_not_fit_is_out_of_range() {
    let part_too_long = [MAX + 1, -MAX - 1, i128::MIN, i128::MAX].map(|part| (part, 1));
    let whole_too_long = [WHOLE + 1, u128::MAX].map(|whole| (1, whole));
    for (numerator, denominator) in part_too_long.into_iter().chain(whole_too_long) {
        let given = format!("{numerator}/{denominator}");
        let error = Ratio::new(numerator, denominator).unwrap_err();
        assert!(error.to_string().contains(&given));
        assert_eq!(
            error,
            RatioError::OutOfRange {
                given: given.into()
            }
        );
    }
    let out_of_range = |given: String| RatioError::OutOfRange {
        given: given.into(),
    };
    for (value, by) in [
        ("9223372036854775808/10000", "half-up(2)"),
        ("-9223372036854775808/10000", "half-up(2)"),
        ("2/4", "half-up(17)"),
        ("2/4", "half-up(16, 0.5)"),
        ("2/4", "half-up(127)"),
    ] {
        let refused = ratio(value).percent(rounding(by));
        let given = format!("{value} as a percentage by {by}");
        assert_eq!(refused, Err(out_of_range(given)));
    }
    let rows = ["8/1 half-up(28)", "2/4 half-up(29)", "2/4 ceiling(-29)"];
    for (value, by) in rows.map(|row| row.split_once(' ').unwrap()) {
        let refused = ratio(value).round(rounding(by));
        let given = format!("{value} as a decimal by {by}");
        assert_eq!(refused, Err(out_of_range(given)));
    }
    let most = ratio("9223372036854775807/10000");
    assert_eq!(print(most, 2, HalfUp), "92233720368547758.07%");
    assert!(ratio("7/1").round(rounding("half-up(28)")).is_ok());

    let (most, least) = (Ratio::new(MAX, 1).unwrap(), Ratio::new(1, WHOLE).unwrap());
    for (result, operator) in [
        (most.checked_add(Ratio::ONE), "+ 1/1"),
        (most.checked_sub(Ratio::new(-1, 1).unwrap()), "- -1/1"),
        (most.checked_mul(ratio("2/1")), "* 2/1"),
        (most.checked_div(ratio("1/2")), "/ 1/2"),
    ] {
        assert_eq!(result, Err(out_of_range(format!("{MAX}/1 {operator}"))));
    }
    assert!(least.checked_mul(ratio("1/2")).is_err());
    assert!(least.checked_add(ratio("1/2")).is_err());
    let error = Ratio::ONE.checked_div(Ratio::ZERO).unwrap_err();
    assert_eq!(error, RatioError::ZeroWhole { part: Box::new(1) });
}

#[test]
fn arithmetic_is_exact_and_in_lowest_terms() {
    let (a, b) = (ratio("3/14"), ratio("-5/21"));
    for (result, text) in [
        (a.checked_add(b), "-1/42"),
        (a.checked_sub(b), "19/42"),
        (a.checked_mul(b), "-5/98"),
        (a.checked_div(b), "-9/10"),
        (ratio("5/14").checked_add(ratio("2/14")), "1/2"),
        (a.checked_sub(a), "0/1"),
        (b.checked_div(b), "1/1"),
    ] {
        assert_eq!(format!("{:#}", result.unwrap()), text);
    }
    // As long as the result fits, the way to it does not matter.
    let most = Ratio::new(MAX, 1).unwrap();
    assert_eq!(most.checked_sub(most), Ok(Ratio::ZERO));
    let least = Ratio::new(1, WHOLE).unwrap();
    assert_eq!(most.checked_mul(least), Ok(Ratio::ONE));
    assert_eq!(most.checked_div(most), Ok(Ratio::ONE));
}

#[test]
fn sums_that_fit_are_found_through_numbers_that_do_not() {
    let a = ratio("90000000000000000000000000000000000001/10");
    let b = ratio("99000000000000000000000000000000000001/11");
    assert_eq!(a.checked_sub(b), Ok(ratio("1/110")));
    // The least common denominator has 45 digits, that of the sum 38.
    let of = |whole: u128| Ratio::new(1, whole * 10_u128.pow(31)).unwrap();
    let found = of(2_999_999).checked_add(of(7_000_001));
    let sum = Ratio::new(1, 20_999_995_999_999 * 10_u128.pow(24));
    assert_eq!(found, sum);
}

#[test]
fn decimals_and_ratios_convert_without_loss() {
    assert_eq!(format!("{:#}", Ratio::from(decimal("-1.50"))), "-150/100");
    for (value, text) in [
        ("3/8", "0.375"),
        ("-600/4", "-150"),
        ("0/7", "0"),
        ("1/268435456", "0.0000000037252902984619140625"),
    ] {
        assert_eq!(Decimal::try_from(ratio(value)).unwrap().to_string(), text);
    }
    for value in ["1/3", "1/536870912", "79228162514264337593543950336/1"] {
        let given = value.to_owned();
        let error = Decimal::try_from(ratio(value)).unwrap_err();
        assert_eq!(
            error,
            RatioError::NotFinite {
                given: given.into()
            }
        );
    }
    let most = Ratio::from(Decimal::MAX);
    assert_eq!(Decimal::try_from(most), Ok(Decimal::MAX));
}

#[test]
fn a_percent_keeps_its_places() {
    for (text, places, value) in [
        ("57%", 0, "57/100"),
        ("15.4%", 1, "154/1000"),
        ("15.40%", 2, "1540/10000"),
        ("-0.07%", 2, "-7/10000"),
        ("250%", 0, "250/100"),
        ("0.00%", 2, "0/10000"),
        ("0.0000000000000001%", 16, "1/1000000000000000000"),
        (
            "-9.0000000000000000%",
            16,
            "-90000000000000000/1000000000000000000",
        ),
        ("9223372036854775807%", 0, "9223372036854775807/100"),
    ] {
        let percent = percent(text);
        assert_eq!(percent.to_string(), text);
        assert_eq!(percent.places(), places);
        assert_eq!(percent.to_decimal().to_string(), text.trim_end_matches('%'));
        assert_eq!(format!("{:#}", Ratio::from(percent)), value);
    }
    assert_eq!(format!("[{:>8}]", percent("15.40%")), "[  15.40%]");
}

#[test]
fn percentages_are_ordered_by_value_then_places() {
    let texts = "-9223372036854775807% -922.3372036854775807% -0.0000000000000001% \
        0% 0.0% 0.0000000000000000% 0.0000000000000001% 9% 15.39% 15.4% 15.40% 15.41% \
        922.3372036854775807% 9223372036854775807%";
    ascends(&texts.split(' ').map(percent).collect::<Vec<_>>());
}

#[test]
fn texts_that_are_no_ratio() {
    refuses::<Ratio>(&[
        ("", "NotAFraction", r#""" is not"#),
        ("4", "NotAFraction", r#""4" is not"#),
        ("4:7", "NotAFraction", r#""4:7" is not"#),
        ("4/0", "ZeroWhole", "4 of a whole of zero"),
        ("0/0", "ZeroWhole", "0 of a whole of zero"),
        ("4/-7", "NotWhole", r#""4/-7" has"#),
        ("4.0/7", "NotWhole", r#""4.0/7" has"#),
        ("4/7.5", "NotWhole", r#""4/7.5" has"#),
        ("/7", "Number Empty", r#""/7" has"#),
        ("4/", "Number Empty", r#""4/" has"#),
        ("4 / 7", "Number Separator", r#""4 " has the separator ' '"#),
        ("4/7/9", "Number Unexpected", r#""7/9" has '/'"#),
        ("４/7", "Number FullWidth", r#""４" has the full-width"#),
        ("-0/7", "Number NegativeZero", r#""-0" is"#),
        ("4/07", "Number LeadingZero", r#""07" starts"#),
        ("4/x", "Number NotANumber", r#""x" is"#),
        ("-/7", "Number NotANumber", r#""-" is"#),
    ]);
    let long = format!("1/{}", "9".repeat(39));
    let (names, text) = told(&long.parse::<Ratio>().unwrap_err());
    assert_eq!(names, "Number TooManyDigits");
    assert!(text.contains("99…\" has 39 digits; at most 38"));
}

#[test]
fn texts_that_are_no_percent() {
    refuses::<Percent>(&[
        ("", "NoSign", r#""" does not"#),
        ("57", "NoSign", r#""57" does not"#),
        ("57％", "NoSign", r#""57％" does not"#),
        ("57% ", "NoSign", r#""57% " does not"#),
        ("%", "Number Empty", r#""%" has"#),
        ("57 %", "Number Separator", "' ' as character 3"),
        ("1,000%", "Number Separator", "',' as character 2"),
        ("57%%", "Number Unexpected", "'%' as character 3"),
        ("+5%", "Number Unexpected", "'+' as character 1"),
        ("1e2%", "Number Exponent", r#""1e2" has an exponent"#),
        ("NaN%", "Number NotANumber", r#""NaN" is"#),
        ("-0%", "Number NegativeZero", r#""-0" is"#),
        ("-0.00%", "Number NegativeZero", r#""-0.00" is"#),
        (".5%", "Number NoIntegerDigits", r#"".5" has"#),
        ("5.%", "Number NoFractionDigits", r#""5." has"#),
        ("05%", "Number LeadingZero", r#""05" starts"#),
        ("0.12345678901234567%", "TooManyPlaces", "has 17 places"),
        ("9223372036854775808%", "OutOfRange", r#"75808%" has"#),
        ("-922337203685477580.8%", "OutOfRange", r#"7580.8%" has"#),
    ]);
}

#[test]
fn roundings_are_read_as_they_print() {
    let fifths = Rounding::half_even(-2).with_step(Step::Fifth);
    for (text, rounding) in [
        ("half-even(2)", Rounding::half_even(2)),
        ("half-up(0)", Rounding::half_up(0)),
        ("half-down(16)", Rounding::half_down(16)),
        ("toward-zero(-2)", Rounding::toward_zero(-2)),
        ("away-from-zero(127)", Rounding::away_from_zero(127)),
        ("floor(-128)", Rounding::floor(-128)),
        ("ceiling(1)", Rounding::ceiling(1)),
        ("half-even(-2, 0.2)", fifths),
        ("half-even(-2, 0.5)", fifths.with_step(Step::Half)),
    ] {
        assert_eq!(text.parse(), Ok(rounding));
        assert_eq!(rounding.to_string(), text);
    }
    assert_eq!((fifths.places(), fifths.mode()), (-2, HalfEven));
    assert_eq!(fifths.step(), Step::Fifth);
    assert_eq!(rounding("去尾(2, 1单位修约)"), Rounding::toward_zero(2));
    for mode in Mode::ALL {
        assert_eq!(mode.name_zh().parse(), Ok(*mode));
        assert_eq!(mode.to_string().parse(), Ok(*mode));
    }
    for step in Step::ALL {
        assert_eq!(step.name_zh().parse(), Ok(*step));
        assert_eq!(step.to_string().parse(), Ok(*step));
    }
}

#[test]
fn texts_that_are_no_rounding() {
    refuses::<Rounding>(&[
        ("", "NoPlaces", r#""" does not"#),
        ("half-up", "NoPlaces", r#""half-up" does not"#),
        ("half-up 2)", "NoPlaces", r#""half-up 2)" does not"#),
        ("half-up(2", "NoPlaces", r#""half-up(2" does not"#),
        ("half-up()", "Places Empty", r#""half-up()""#),
        ("half-up(2,0.5)", "Places Separator", "',' as character 2"),
        ("half-up(128)", "TooManyPlaces", r#""half-up(128)""#),
        ("half-up(-129)", "TooManyPlaces", r#""half-up(-129)""#),
        ("half-up(2.0)", "TooManyPlaces", r#""half-up(2.0)""#),
        ("Half-up(2)", "Mode", r#""Half-up" is not a rounding mode"#),
        ("(2)", "Mode", r#""" is not a rounding mode"#),
        ("half-up(2, 0.3)", "Step", r#""0.3" is not a rounding step"#),
        ("half-up(2,  0.5)", "Step", r#"" 0.5" is not"#),
    ]);
}

#[test]
fn apportioned_columns_add_up_and_name_the_moved_cells() {
    let extreme = "18446744073709551615 1 18446744073709551615";
    // Parts, rounding, printed column, and what the moved cells would be.
    for (parts, by, column, moved) in [
        ("1", "half-up(2)", "100.00%", ""),
        ("1 1", "half-up(0)", "50% 50%", ""),
        ("0 5 0", "half-up(1)", "0.0% 100.0% 0.0%", ""),
        ("1 1 1", "half-up(0)", "34% 33% 33%", "0:33%"),
        ("1 1 1", "ceiling(0)", "34% 33% 33%", "1:34% 2:34%"),
        ("1 1 1", "half-up(-1)", "40% 30% 30%", "0:30%"),
        ("1 1 1", "half-even(0, 0.5)", "33.5% 33.5% 33.0%", "2:33.5%"),
        ("1 1 1", "half-even(-2, 0.2)", "40% 40% 20%", "2:40%"),
        ("2 1 1 1 1", "half-up(0)", "33% 17% 17% 17% 16%", "4:17%"),
        ("4 3", "half-up(0)", "57% 43%", ""),
        ("301 51 121 101", "half-up(0)", "52% 9% 21% 18%", ""),
        ("574 3144", "half-up(2)", "15.44% 84.56%", ""),
        ("574 3144", "toward-zero(2)", "15.44% 84.56%", "0:15.43%"),
        (extreme, "floor(1)", "50.0% 0.0% 50.0%", "0:49.9% 2:49.9%"),
    ] {
        let parts: Vec<u64> = parts.split(' ').map(|part| part.parse().unwrap()).collect();
        let result = Apportionment::largest_remainder(&parts, rounding(by)).unwrap();
        let text = |cell: &Moved| {
            assert_eq!(cell.apportioned, result.percentages()[cell.index]);
            format!("{}:{}", cell.index, cell.rounded)
        };
        let printed: Vec<_> = result
            .percentages()
            .iter()
            .map(Percent::to_string)
            .collect();
        let listed: Vec<_> = result.moved().iter().map(text).collect();
        assert_eq!(printed.join(" "), column, "{parts:?} {by}");
        assert_eq!(listed.join(" "), moved, "{parts:?} {by}");
    }
}

#[test]
fn columns_that_cannot_be_apportioned() {
    for (parts, by, error, shows) in [
        (&[][..], "half-up(0)", "ZeroWhole", "add up to zero"),
        (&[0, 0], "half-up(0)", "ZeroWhole", "add up to zero"),
        (&[1], "half-up(-3)", "NoWholeSteps", "of half-up(-3)"),
        (&[1], "floor(-3, 0.5)", "NoWholeSteps", "of floor(-3, 0.5)"),
        (&[1], "floor(-3, 0.2)", "NoWholeSteps", "of floor(-3, 0.2)"),
        (
            &[1],
            "floor(17)",
            "Percent OutOfRange",
            "1/1 as a percentage",
        ),
    ] {
        let refused = Apportionment::largest_remainder(parts, rounding(by));
        let (names, text) = told(&refused.unwrap_err());
        assert_eq!(names, error);
        assert!(text.contains(shows), "{text}");
    }
}
