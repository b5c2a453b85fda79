//! The errors of numbers, fractions and quantities.

use standard_land::exact::{Apportionment, Mode, NumberError, PercentError};
use standard_land::quantity::{Term, UnitPrice};
use standard_land::rust_decimal::Decimal;
use standard_land::{Area, AreaUnit, Money, Percent, Ratio, Rounding};

use super::{Case, case, text};
use crate::api::parse;

fn number(given: &str) -> Result<(), NumberError> {
    match given.parse::<Percent>() {
        Err(PercentError::Number { source, .. }) => Err(*source),
        _ => Ok(()),
    }
}

pub(super) fn fractions() -> Vec<Case> {
    let digits = "1".repeat(39);
    let thirds = Ratio::share(1, 3).and_then(Decimal::try_from);
    vec![
        case(number("%")),
        case(number("１%")),
        case(number("1,000%")),
        case(number("1e3%")),
        case(number(".5%")),
        case(number("5.%")),
        case(number("007%")),
        case(number("-0%")),
        case(number(&format!("{digits}%"))),
        case(number("many%")),
        case(number("1+2%")),
        case(Ratio::new(-5, 0)),
        case(Ratio::share(8, 7)),
        case(Ratio::new(1, 10_u128.pow(38))),
        case(thirds),
        text::<Ratio>("57%"),
        text::<Ratio>("1.5/7"),
        text::<Ratio>("4/"),
        text::<Percent>("57"),
        text::<Percent>("%"),
        text::<Percent>("0.00000000000000001%"),
        text::<Percent>("9223372036854775808%"),
        text::<Rounding>("half-up"),
        text::<Rounding>("half-up()"),
        text::<Rounding>("half-up(128)"),
        text::<Rounding>("near(2)"),
        text::<Rounding>("floor(2, 3)"),
        case(Apportionment::largest_remainder(&[0], Rounding::half_up(0))),
        case(Apportionment::largest_remainder(
            &[1],
            Rounding::half_up(-3),
        )),
        case(Apportionment::largest_remainder(
            &[1],
            Rounding::half_up(17),
        )),
        text::<Mode>("bankers"),
    ]
}

pub(super) fn quantities() -> Vec<Case> {
    vec![
        text::<Area>("1e3 ha"),
        text::<Area>("37.18"),
        text::<Area>("公顷"),
        case(Area::parse_in("45.15亩", AreaUnit::Mu)),
        text::<Area>("3 acre"),
        text::<Area>("约1 ha"),
        text::<Area>("-1 ha"),
        text::<Term>("0年"),
        text::<Money>("0.001元"),
        text::<Term>("42949672.96年"),
        case(UnitPrice::new(parse("1 CNY"), Area::ZERO)),
        text::<UnitPrice>("1 CNY"),
        text::<UnitPrice>("1 CNY / ha"),
    ]
}
