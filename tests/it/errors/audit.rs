//! The errors of the module `audit`, and of intervals.

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
        text::<Bounds>("(1/2, 1/2]"),
        case(Bounds::unrounded(half, Rounding::floor(0))),
        case(Bounds::unrounded_by(half, 1, Step::One, Modes::NONE)),
        case(most.checked_div(&Bounds::ALL)),
        case(most.checked_add(&most)),
        text::<Bounds>("1/2"),
        text::<Bounds>("[1, 2]"),
    ]
}

pub(super) fn claims() -> Vec<Case> {
    let reading = Reading::new();
    let long = "1% = 0.123456789012345678% * 0.123456789012345679% * 0.123456789012345677%";
    let tally = Tally::new(7, parse("37.18 ha")).unwrap();
    vec![
        text::<Published>("公顷"),
        text::<Published>("1e3宗"),
        text::<Published>("007宗"),
        text::<Published>("约80%以上"),
        text::<Published>("0.0000000000000000001%"),
        text::<Claim>("57% = 4宗 of 7家"),
        text::<Claim>("57宗 = 4宗 of 7宗"),
        text::<Claim>("57% = 4宗 of 0宗"),
        text::<Claim>("57% = -4宗 of 7宗"),
        text::<Claim>("57% = some of 7公顷"),
        case(Claim::sum(parse("7宗"), [])),
        case(parse::<Claim>(long).audit(&reading)),
        case(parse::<Published>("7家").against(tally, &reading)),
        text::<Claim>("57%"),
        text::<Claim>("57% = 4 of x"),
    ]
}
