//! The errors of the module `stats`.

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
        case(Progress::new(date(2024, 12, 31)).merge(&Progress::new(date(2025, 6, 30)))),
        case(Rate::new(
            Denominator::Granted,
            tally(8, "1 ha"),
            tally(7, "37.18 ha"),
        )),
        case(Supply::new(
            SupplyBase::Ready,
            parse("80 ha"),
            parse("90.5 ha"),
        )),
        case(Sample::<Ratio>::of([None, None]).median()),
        case(Sample::of([fine]).pick(parse("5/4"), Pick::Lower)),
        case(Sample::of([fine, odd]).quantile(parse("1/2"), Interpolation::Inclusive)),
        case(rich.weighted_mean()),
    ]
}
