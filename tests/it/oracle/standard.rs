//! Formulas and verdicts against naive big rationals.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::commitment::{Acceptance, Fulfilment, Judgement, Promise};
use standard_land::exact::{Judging, Mode, Rounding};
use standard_land::quantity::{Energy, Mass, Unit};
use standard_land::rust_decimal::Decimal;
use standard_land::standard::{
    CoreIndicator, Direction, Indicator, MeasureError, Performance, Threshold,
};
use standard_land::{Area, Money};

use super::ratio::{exact, fraction, rounded};
use crate::given::parse;
use crate::laws::standard::performances;

/// Square metres: 10⁸ quanta are one mu, and 3 mu are 2000 m².
fn square_metres(area: Option<Area>) -> Option<BigRational> {
    Some(fraction(area?.quanta(), 150_000))
}

fn yuan(sum: Option<Money>) -> Option<BigRational> {
    Some(fraction(sum?.fen(), 100))
}

fn over(part: Option<BigRational>, whole: Option<BigRational>) -> Option<BigRational> {
    let (part, whole) = (part?, whole?);
    (whole > BigRational::zero()).then(|| part / whole)
}

fn share(part: Option<BigRational>, whole: Option<BigRational>) -> Option<BigRational> {
    over(part, whole).filter(|share| *share <= BigRational::one())
}

fn positive(value: Option<BigRational>) -> Option<BigRational> {
    value.filter(|value| !value.is_negative())
}

fn sum<const N: usize>(parts: [Option<BigRational>; N]) -> Option<BigRational> {
    parts
        .into_iter()
        .try_fold(BigRational::zero(), |sum, part| Some(sum + part?))
}

/// The value of an indicator as most tables have it, by the words of the
/// formula; `None` where it cannot be.
fn expected(it: &Performance, core: CoreIndicator) -> Option<BigRational> {
    let land = square_metres(it.land);
    let tonnes = |grams: Option<u64>| Some(fraction(grams?, 1_000_000));
    // 10,000 yuan per mu from yuan per m²: times 2000/3, over 10,000.
    let per_mu = |rate: Option<BigRational>| Some(rate? * fraction(2000, 30_000));
    let percent = |share: Option<BigRational>| Some(share? * fraction(100, 1));
    let investment = it.investment;
    match core {
        CoreIndicator::InvestmentIntensity => {
            let parts = [
                investment.plant,
                investment.equipment,
                investment.land_price,
            ];
            let total = sum(parts.map(|part| positive(yuan(part))));
            per_mu(over(total, land))
        }
        CoreIndicator::FloorAreaRatio => {
            let counted = it.floors.map(|floors| floors.counted());
            over(square_metres(counted), land)
        }
        CoreIndicator::TaxPerArea => per_mu(over(yuan(it.tax), land)),
        CoreIndicator::OutputPerArea => per_mu(over(positive(yuan(it.output)), land)),
        CoreIndicator::Energy => {
            let energy = tonnes(it.energy.map(Energy::quanta));
            Some(over(energy, yuan(it.value_added))? * fraction(10_000, 1))
        }
        CoreIndicator::Emissions => {
            let emitted = tonnes(it.emissions.map(Mass::quanta));
            Some(over(emitted, yuan(it.value_added))? * fraction(10_000_000, 1))
        }
        CoreIndicator::ResearchShare => {
            percent(over(positive(yuan(it.research)), yuan(it.revenue)))
        }
        CoreIndicator::BuildingCoefficient => {
            let covered = sum([it.buildings, it.structures, it.yards].map(square_metres));
            percent(share(covered, land))
        }
        CoreIndicator::AdministrativeShare => match it.administrative_land {
            Some(part) => percent(share(square_metres(Some(part)), land)),
            None => expected(it, CoreIndicator::AdministrativeFloorShare),
        },
        CoreIndicator::AdministrativeFloorShare => {
            let floor_area = it.floors.map(|floors| floors.floor_area());
            let part = square_metres(it.administrative_floor_area);
            percent(share(part, square_metres(floor_area)))
        }
        CoreIndicator::GreenRatio => percent(share(square_metres(it.green), land)),
        CoreIndicator::BuildingDensity => percent(share(square_metres(it.buildings), land)),
        CoreIndicator::TotalFloorArea => square_metres(it.floors.map(|it| it.floor_area())),
        CoreIndicator::BuildingHeight => None,
        _ => unreachable!("a new one has to be tested"),
    }
}

proptest! {
    #[test]
    fn indicators_are_those_of_big_rationals(it in performances()) {
        for core in CoreIndicator::ALL {
            let indicator = Indicator::usual(*core);
            let found = it.measure(&indicator);
            // Sums of areas or money may leave their type: then it says so.
            if found == Err(MeasureError::TooManyDigits) {
                continue;
            }
            let value = found.as_ref().ok().map(|amount| exact(amount.value()));
            prop_assert_eq!(&value, &expected(&it, *core), "{} {:?}", core, found);
        }
    }

    #[test]
    fn verdicts_are_those_of_big_rationals(
        digits in 0..5000_i64,
        places in 0..4_u32,
        part in 0..4000_i128,
        whole in 1..1500_u128,
        beside in -1..=1_i128,
        lower in any::<bool>(),
        inclusive in any::<bool>(),
        mode in proptest::option::of(select(Mode::ALL)),
        on_the_limit in any::<bool>(),
    ) {
        let number = Decimal::new(digits, places);
        let sign = match (lower, inclusive) {
            (true, true) => "≥",
            (true, false) => ">",
            (false, true) => "≤",
            (false, false) => "<",
        };
        let threshold: Threshold = parse(&format!("{sign}{number}"));
        // On the limit, a hair beside it, or anywhere.
        let power = 10_i128.pow(places);
        let value = if on_the_limit {
            let value = i128::from(digits) * 1_000_000 + beside;
            standard_land::Ratio::new(value, u128::try_from(power).unwrap() * 1_000_000)
        } else {
            standard_land::Ratio::new(part, whole)
        }
        .unwrap();
        let judging = mode.map_or(Judging::FullValue, Judging::Rounded);
        let indicator =
            Indicator::new(CoreIndicator::FloorAreaRatio.into(), Unit::NUMBER, Direction::Within);
        let promise = Promise::new(indicator.unwrap(), threshold, Acceptance::Completion).unwrap();
        let measured = Ok(standard_land::quantity::Amount::new(value, Unit::NUMBER));
        let judged = Judgement::new(promise, measured, judging).unwrap();

        let compared = match mode {
            None => exact(value),
            Some(mode) => {
                rounded(&exact(value), Rounding::new(i8::try_from(places).unwrap(), mode))
            }
        };
        let limit = fraction(digits, BigInt::from(power));
        let keeps = match (lower, inclusive) {
            (true, true) => compared >= limit,
            (true, false) => compared > limit,
            (false, true) => compared <= limit,
            (false, false) => compared < limit,
        };
        prop_assert_eq!(judged.outcome(), if keeps { Fulfilment::Kept } else { Fulfilment::Missed });
        if let Some(shortfall) = judged.shortfall() {
            let difference = (&compared - &limit).abs();
            prop_assert_eq!(exact(shortfall.difference().unwrap().value()), difference);
            let ratio = shortfall.ratio().ok().map(exact);
            prop_assert_eq!(ratio, (!limit.is_zero()).then(|| compared / limit));
        }
    }
}
