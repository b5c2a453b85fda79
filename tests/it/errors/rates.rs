//! The errors of the room `stats`.

use standard_land::jiff::civil::date;
use standard_land::stats::{
    Denominator, Interpolation, Pick, Progress, Rate, Sample, Supply, SupplyBase,
};
use standard_land::{Area, Money, Ratio};

use super::{Case, case};
use crate::api::{parse, tally};

pub(super) fn rates_and_samples() -> Vec<Case> {
    let price = |money: Money, area: Area| money.per(area).ok();
    let rich = Sample::of([price(Money::MAX, Area::MAX), price(Money::MAX, Area::MAX)]);
    let nines = |digits| parse::<Ratio>(&format!("1/{}", "9".repeat(digits)));
    let (fine, odd) = (Some(nines(38)), Some(nines(37)));
    vec![
        case(
            Progress::new(date(2024, 12, 31)).merge(&Progress::new(date(2025, 6, 30))),
            "progress by 2025-06-30 cannot be merged with that by 2024-12-31",
        ),
        case(
            Rate::new(Denominator::Granted, tally(8, "1 ha"), tally(7, "37.18 ha")),
            "8 parcels, 1 ha are no part of 7 parcels, 37.18 ha",
        ),
        case(
            Supply::new(SupplyBase::Ready, parse("80 ha"), parse("90.5 ha")),
            "90.5 ha supplied are more than the 80 ha ready",
        ),
        case(
            Sample::<Ratio>::of([None, None]).median(),
            "there is no value; 2 are missing",
        ),
        case(
            Sample::of([fine]).pick(parse("5/4"), Pick::Lower),
            "there is no quantile 5/4: it is not from 0 to 1",
        ),
        case(
            Sample::of([fine, odd]).quantile(parse("1/2"), Interpolation::Inclusive),
            "1/9999999999999999999999999999999999999 - 1/99999999999999999999999999999999999999 \
             does not fit the digits of the result",
        ),
        case(
            rich.weighted_mean(),
            "\"a total of 18446744073709551614 fen\" is outside of \
             -92233720368547758.07 to 92233720368547758.07 CNY",
        ),
    ]
}
