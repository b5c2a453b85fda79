//! The errors of the room `audit`, and of intervals.

use standard_land::Tally;
use standard_land::audit::{Claim, Published, Reading};
use standard_land::exact::{Bounds, Modes, Step};
use standard_land::{Ratio, Rounding};

use super::{Case, case, text};
use crate::api::parse;

pub(super) fn intervals() -> Vec<Case> {
    let half = Ratio::new(1, 2).unwrap();
    let most = Bounds::exactly(parse(&format!("{}/1", "9".repeat(38))));
    vec![
        text::<Bounds>("(1/2, 1/2]", "there is no value in (1/2, 1/2]"),
        case(
            Bounds::unrounded(half, Rounding::floor(0)),
            "1/2 is no number that floor(0) prints",
        ),
        case(
            Bounds::unrounded_by(half, 1, Step::One, Modes::NONE),
            "no rounding mode is named",
        ),
        case(
            most.checked_div(&Bounds::ALL),
            "(-∞, ∞) as a divisor can be zero",
        ),
        case(
            most.checked_add(&most),
            "[99999999999999999999999999999999999999/1, 99999999999999999999999999999999999999/1] \
             + [99999999999999999999999999999999999999/1, \
             99999999999999999999999999999999999999/1] has an end of more than 38 digits",
        ),
        text::<Bounds>("1/2", r#""1/2" is no interval such as "[1/2, 2/3)""#),
        text::<Bounds>("[1, 2]", r#""[1, 2]" has an end that is no fraction"#)
            .because(r#""1" is not a fraction such as "4/7""#),
    ]
}

pub(super) fn claims() -> Vec<Case> {
    let reading = Reading::new();
    let long = "1% = 0.123456789012345678% * 0.123456789012345679% * 0.123456789012345677%";
    let tally = Tally::new(7, parse("37.18 ha")).unwrap();
    vec![
        text::<Published>("公顷", r#""公顷" has no number"#),
        text::<Published>("1e3宗", r#""1e3宗" has no unit that is known"#)
            .because(r#""e3宗" is not a unit"#),
        text::<Published>("007宗", r#""007宗" has no number that can be read"#)
            .because(r#""007" starts with a superfluous zero"#),
        text::<Published>("约80%以上", r#""约80%以上" is qualified twice"#),
        text::<Published>(
            "0.0000000000000000001%",
            r#""0.0000000000000000001%" has more digits or places than a printed number holds"#,
        ),
        text::<Claim>("57% = 4宗 of 7家", "4宗 and 7家 do not measure the same"),
        text::<Claim>(
            "57宗 = 4宗 of 7宗",
            "57宗 has no unit that such a figure can have",
        ),
        text::<Claim>("57% = 4宗 of 0宗", "0宗 as a whole or a base is zero"),
        text::<Claim>(
            "57% = -4宗 of 7宗",
            "-4宗 is below zero, where only an amount can be",
        ),
        text::<Claim>("57% = some of 7公顷", "7公顷 is no count of whole things"),
        case(
            Claim::sum(parse("7宗"), []),
            "the claim about 7宗 names nothing that it follows from",
        ),
        case(
            parse::<Claim>(long).audit(&reading),
            "the exact value of 1% = 0.123456789012345678% * 0.1… has more than 38 digits",
        ),
        case(
            parse::<Published>("7家").against(tally, &reading),
            "7家 is no figure of 7 parcels, 37.18 ha",
        ),
        text::<Claim>("57%", r#""57%" is no claim such as "57% = 4宗 of 7宗""#),
        text::<Claim>(
            "57% = 4 of x",
            r#""57% = 4 of x" has a number that cannot be read"#,
        )
        .because(r#""x" has no number"#),
    ]
}
