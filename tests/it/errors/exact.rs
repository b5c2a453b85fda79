//! The errors of numbers, fractions and quantities.

use standard_land::exact::{Apportionment, Mode, NumberError, PercentError};
use standard_land::quantity::{Term, UnitPrice};
use standard_land::rust_decimal::Decimal;
use standard_land::{Area, Money, Percent, Ratio, Rounding};

use super::{Case, case, text};
use crate::api::parse;

fn number(given: &str) -> Result<(), NumberError> {
    match given.parse::<Percent>() {
        Err(PercentError::Number { source, .. }) => Err(source),
        _ => Ok(()),
    }
}

pub(super) fn fractions() -> Vec<Case> {
    let digits = "1".repeat(39);
    let thirds = Ratio::share(1, 3).and_then(Decimal::try_from);
    vec![
        case(number("%"), "there is no number"),
        case(
            number("１%"),
            r#""１" has the full-width '１' as character 1"#,
        ),
        case(
            number("1,000%"),
            r#""1,000" has the separator ',' as character 2"#,
        ),
        case(number("1e3%"), r#""1e3" has an exponent at character 2"#),
        case(
            number(".5%"),
            r#"".5" has no digit before the decimal point"#,
        ),
        case(
            number("5.%"),
            r#""5." has no digit after the decimal point"#,
        ),
        case(number("007%"), r#""007" starts with a superfluous zero"#),
        case(number("-0%"), r#""-0" is a negative zero"#),
        case(
            number(&format!("{digits}%")),
            format!(r#""{}…" has 39 digits, more than 38"#, &digits[..32]),
        ),
        case(number("many%"), r#""many" is not a number"#),
        case(
            number("1+2%"),
            r#""1+2" has the unexpected '+' as character 2"#,
        ),
        case(Ratio::new(-5, 0), "-5 of a zero whole is no share"),
        case(Ratio::share(8, 7), "the part 8 is larger than its whole 7"),
        case(
            Ratio::new(1, 10_u128.pow(38)),
            "1/100000000000000000000000000000000000000 does not fit the digits of the result",
        ),
        case(thirds, "1/3 is no finite decimal of at most 28 places"),
        text::<Ratio>("57%", r#""57%" is not a fraction such as "4/7""#),
        text::<Ratio>(
            "1.5/7",
            r#""1.5/7" has a part or whole that is no whole number"#,
        ),
        text::<Ratio>("4/", r#""4/" has a part or whole that is no number"#)
            .because("there is no number"),
        text::<Percent>("57", r#""57" does not end with '%'"#),
        text::<Percent>("%", r#""%" has no number before its '%'"#).because("there is no number"),
        text::<Percent>(
            "0.00000000000000001%",
            r#""0.00000000000000001%" has 17 places, more than 16"#,
        ),
        text::<Percent>(
            "9223372036854775808%",
            r#""9223372036854775808%" has more digits than a percentage holds"#,
        ),
        text::<Rounding>(
            "half-up",
            r#""half-up" does not name its places, as in "half-up(2)""#,
        ),
        text::<Rounding>("half-up()", r#"the places of "half-up()" are no number"#)
            .because("there is no number"),
        text::<Rounding>(
            "half-up(128)",
            r#"the places of "half-up(128)" are no whole number from -128 to 127"#,
        ),
        text::<Rounding>("near(2)", r#""near" is not a rounding mode"#),
        text::<Rounding>("floor(2, 3)", r#""3" is not a rounding step"#),
        case(
            Apportionment::largest_remainder(&[0], Rounding::half_up(0)),
            "the parts add up to zero",
        ),
        case(
            Apportionment::largest_remainder(&[1], Rounding::half_up(-3)),
            "100 % is no countable number of steps of half-up(-3)",
        ),
        case(
            Apportionment::largest_remainder(&[1], Rounding::half_up(17)),
            "a percentage cannot be printed",
        )
        .because("1/1 as a percentage by half-up(17) does not fit the digits of the result"),
        text::<Mode>("bankers", r#""bankers" is not a rounding mode"#),
    ]
}

pub(super) fn quantities() -> Vec<Case> {
    vec![
        text::<Area>("1e3 ha", r#""1e3 ha" has no number that can be read"#)
            .because(r#""1e3" has an exponent at character 2"#),
        text::<Area>("37.18", r#""37.18" has no unit, as in "37.18 ha""#),
        text::<Area>("公顷", r#""公顷" has a unit but no number"#),
        text::<Area>("3 acre", r#""3 acre" has the unknown unit "acre""#),
        text::<Area>(
            "约1 ha",
            r#""约1 ha" has the word 约: it is not an exact value, and only an `audit::Published` holds it"#,
        ),
        text::<Area>("-1 ha", r#""-1 ha" is below zero"#),
        text::<Term>("0年", r#""0年" is zero"#),
        text::<Money>("0.001元", r#""0.001元" is finer than 0.01 CNY"#),
        text::<Term>(
            "42949672.96年",
            r#""42949672.96年" is outside of 0.01 to 42949672.95 years"#,
        ),
        case(
            UnitPrice::new(parse("1 CNY"), Area::ZERO),
            "1.00 CNY for no area is no price per area",
        ),
        text::<UnitPrice>(
            "1 CNY",
            r#""1 CNY" is not a price such as "1440000.00 CNY / 1 ha""#,
        ),
        text::<UnitPrice>(
            "1 CNY / ha",
            r#""1 CNY / ha" has a sum or an area that cannot be read"#,
        )
        .because(r#""ha" has a unit but no number"#),
    ]
}
