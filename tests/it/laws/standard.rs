//! Laws of the module `standard`.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "the numbers drawn are small"
)]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::commitment::{Acceptance, Commitment, Fulfilment, Judgement, Promise};
use standard_land::exact::Judging;
use standard_land::industry::Edition;
use standard_land::quantity::{Amount, Unit};
use standard_land::rust_decimal::Decimal;
use standard_land::standard::{
    ControlStandard, CoreIndicator, Direction, Floors, Force, Indicator, Investment, Limit, Limits,
    LocalStandard, Loosening, MeasureError, Performance, Provision, Storey, Strictness, Threshold,
};
use standard_land::{Area, IndustryCode, Mode, Money, Ratio};

use crate::given::parse;
use crate::wire::comes_back;

const UNITS: [&str; 14] = [
    "1",
    "%",
    "万元/亩",
    "万元/公顷",
    "元/平方米",
    "亿元/平方公里",
    "万元/亩·年",
    "元/平方米·年",
    "吨标准煤/万元",
    "千克标准煤/元",
    "万元/吨标准煤",
    "千克/万元",
    "吨/年",
    "米",
];

fn units() -> impl Strategy<Value = Unit> {
    select(&UNITS[..]).prop_map(parse)
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (0..100_000_i64, 0..5_u32).prop_map(|(digits, places)| Decimal::new(digits, places))
}

fn limits() -> impl Strategy<Value = Limit> {
    prop_oneof![
        decimals().prop_map(|value| Limit::inclusive(value).unwrap()),
        decimals().prop_map(|value| Limit::exclusive(value).unwrap()),
        (decimals(), decimals())
            .prop_filter_map("no range", |(from, to)| Limit::by_trade(from, to).ok()),
    ]
}

fn numbers(unit: impl Strategy<Value = Unit>) -> impl Strategy<Value = Limits> {
    (option::of(limits()), option::of(limits()), unit)
        .prop_filter_map("allows no value", |(lower, upper, unit)| {
            Limits::new(lower, upper, unit).ok()
        })
}

fn thresholds() -> impl Strategy<Value = Threshold> {
    prop_oneof![
        6 => numbers(units()).prop_map(Threshold::Number),
        1 => select(vec!["/", "一事一议", "按环评批复执行", "见《某指标》表1", "达到先进水平"]).prop_map(parse),
    ]
}

fn judgings() -> impl Strategy<Value = Judging> {
    prop_oneof![
        Just(Judging::FullValue),
        select(Mode::ALL).prop_map(Judging::Rounded)
    ]
}

fn values() -> impl Strategy<Value = Ratio> {
    prop_oneof![
        decimals().prop_map(Ratio::from),
        (0..10_000_i128, 1..1000_u128).prop_map(|(part, whole)| Ratio::new(part, whole).unwrap()),
    ]
}

/// Mostly minima that are close to each other.
fn minima() -> impl Strategy<Value = Limits> {
    prop_oneof![
        4 => (1..4_i64).prop_map(|value| {
            let lower = Limit::inclusive(value.into()).unwrap();
            Limits::new(Some(lower), None, Unit::NUMBER).unwrap()
        }),
        1 => numbers(Just(Unit::NUMBER)),
    ]
}

fn promise(threshold: Threshold) -> Promise {
    let indicator = Indicator::new(
        CoreIndicator::FloorAreaRatio.into(),
        Unit::NUMBER,
        Direction::Within,
    );
    Promise::new(indicator.unwrap(), threshold, Acceptance::Completion).unwrap()
}

fn outcome(limits: Limits, value: Ratio, judging: Judging) -> Fulfilment {
    let measured = Ok(Amount::new(value, Unit::NUMBER));
    let judged = Judgement::new(promise(Threshold::Number(limits)), measured, judging);
    judged.unwrap().outcome()
}

fn areas() -> impl Strategy<Value = Area> {
    prop_oneof![
        (0..4_u64).prop_map(|count| Area::from_quanta(count * 1_500_000_000)),
        (0..100_000_000_u64).prop_map(|count| Area::from_quanta(count * 150_000)),
        any::<u64>().prop_map(Area::from_quanta),
    ]
}

fn sums() -> impl Strategy<Value = Money> {
    prop_oneof![
        (-2..40_i64).prop_map(|count| count * 1_000_000),
        any::<i64>(),
    ]
    .prop_filter_map("no opposite", Money::from_fen)
}

prop_compose! {
    pub(crate) fn performances()(
        land in option::weighted(0.9, areas()),
        money in vec(option::weighted(0.9, sums()), 8),
        parts in vec(option::weighted(0.9, areas()), 6),
        floors in option::weighted(0.9, (areas(), areas())),
        energy in option::weighted(0.9, 0..5_000_000_u64),
        emissions in option::weighted(0.9, any::<u64>()),
    ) -> Performance {
        Performance {
            land,
            investment: Investment { plant: money[0], equipment: money[1], land_price: money[2] },
            floors: floors.and_then(|(one, two)| Floors::new(one.min(two), one.max(two)).ok()),
            buildings: parts[0],
            structures: parts[1],
            yards: parts[2],
            administrative_land: parts[3],
            administrative_floor_area: parts[4],
            green: parts[5],
            height: None,
            tax: money[3],
            output: money[4],
            revenue: money[5],
            research: money[6],
            value_added: money[7],
            energy: energy.map(standard_land::quantity::Energy::from_quanta),
            emissions: emissions.map(standard_land::quantity::Mass::from_quanta),
            ..Performance::default()
        }
    }
}

proptest! {
    #[test]
    fn what_is_converted_converts_back(
        (from, to) in (units(), units()),
        value in values(),
    ) {
        match from.convert(value, to) {
            Ok(there) => prop_assert_eq!(to.convert(there, from), Ok(value)),
            Err(_) => prop_assert!(!from.converts_into(to)),
        }
        prop_assert_eq!(from.converts_into(to), to.converts_into(from));
        prop_assert_eq!(parse::<Unit>(&from.to_string()), from);
    }

    #[test]
    fn converting_in_two_steps_is_converting_at_once(
        [a, b, c] in select(vec![
            ["万元/亩", "万元/公顷", "元/平方米", "亿元/平方公里"],
            ["元/亩·年", "万元/公顷·年", "元/平方米·年", "亿元/万亩·年"],
            ["吨标准煤/万元", "千克标准煤/元", "吨标准煤/亿元", "千克标准煤/万元"],
            ["1", "%", "%", "1"],
        ])
        .prop_flat_map(|units| [select(units.to_vec()), select(units.to_vec()), select(units.to_vec())]),
        value in values(),
    ) {
        let (a, b, c): (Unit, Unit, Unit) = (parse(a), parse(b), parse(c));
        let there = a.convert(value, b).and_then(|value| b.convert(value, c));
        prop_assert_eq!(there, a.convert(value, c));
    }

    #[test]
    fn amounts_print_what_they_read(value in values(), unit in units()) {
        let amount = Amount::new(value, unit);
        prop_assert_eq!(amount.to_string().parse::<Amount>(), Ok(amount));
    }

    #[test]
    fn thresholds_print_what_they_read(threshold in thresholds()) {
        prop_assert_eq!(threshold.to_string().parse::<Threshold>(), Ok(threshold.clone()));
        prop_assert_eq!(format!("{threshold:#}").parse::<Threshold>(), Ok(threshold.clone()));
        comes_back(&threshold);
    }

    #[test]
    fn cells_never_panic_and_print_what_they_read(
        text in "[大小于或等并且不低高超过满以上下内0-9.≥≤><=＜–~/／年·x%％万元亩公顷米吨标准煤按见《一事议 ]{0,16}"
    ) {
        if let Ok(threshold) = text.parse::<Threshold>() {
            prop_assert_eq!(threshold.to_string().parse::<Threshold>().unwrap(), threshold);
        }
        for core in CoreIndicator::ALL {
            if let Ok(threshold) = Indicator::usual(*core).read(&text) {
                prop_assert_eq!(threshold.to_string().parse::<Threshold>().unwrap(), threshold);
            }
        }
        let _ = text.parse::<Unit>().map(|unit| assert_eq!(parse::<Unit>(&unit.to_string()), unit));
        let _ = text.parse::<Amount>().map(|it| assert_eq!(parse::<Amount>(&it.to_string()), it));
        let _ = text.parse::<IndustryCode>();
    }

    #[test]
    fn who_keeps_a_stricter_threshold_keeps_the_other(
        one in numbers(Just(Unit::NUMBER)),
        two in numbers(Just(Unit::NUMBER)),
        value in values(),
    ) {
        let strictness = Threshold::Number(one).against(&Threshold::Number(two));
        let reverse = Threshold::Number(two).against(&Threshold::Number(one));
        let turned = match strictness {
            Strictness::Tighter => Strictness::Looser,
            Strictness::Looser => Strictness::Tighter,
            same => same,
        };
        prop_assert_eq!(reverse, turned);
        let [first, second] = [one, two].map(|limits| outcome(limits, value, Judging::FullValue));
        match strictness {
            Strictness::Tighter => {
                prop_assert!(first != Fulfilment::Kept || second == Fulfilment::Kept);
                prop_assert!(second != Fulfilment::Missed || first == Fulfilment::Missed);
            }
            Strictness::Same => prop_assert_eq!(first, second),
            _ => {}
        }
    }

    #[test]
    fn the_two_ways_to_judge_differ_only_at_the_edge(
        limits in numbers(Just(Unit::NUMBER)),
        value in values(),
        judging in judgings(),
    ) {
        let full = outcome(limits, value, Judging::FullValue);
        if outcome(limits, value, judging) != full {
            // Less than one unit of the last printed place from some number.
            let near = |number: Decimal| {
                let unit = Ratio::from(Decimal::new(1, number.scale()));
                let number = Ratio::from(number);
                let (low, high) = (value.min(number), value.max(number));
                high.checked_sub(low).unwrap() < unit
            };
            let ends = [limits.lower(), limits.upper()];
            let mut numbers = ends.into_iter().flatten().flat_map(|limit| {
                [Some(limit.value()), limit.up_to()].into_iter().flatten()
            });
            prop_assert!(numbers.any(near), "{value} {judging}");
        }
    }

    #[test]
    fn a_shortfall_leads_from_the_value_to_the_limit(
        limits in numbers(Just(Unit::NUMBER)),
        value in values(),
        judging in judgings(),
    ) {
        let measured = Ok(Amount::new(value, Unit::NUMBER));
        let judged = Judgement::new(promise(Threshold::Number(limits)), measured, judging).unwrap();
        prop_assert_eq!(judged.shortfall().is_some(), judged.outcome() == Fulfilment::Missed);
        if let Some(shortfall) = judged.shortfall() {
            let difference = shortfall.difference().unwrap().value();
            prop_assert!(!difference.is_negative());
            let (value, limit) = (shortfall.value.value(), shortfall.limit.value());
            let there = if shortfall.below {
                value.checked_add(difference)
            } else {
                value.checked_sub(difference)
            };
            prop_assert_eq!(there, Ok(limit));
            if let Ok(ratio) = shortfall.ratio() {
                prop_assert_eq!(ratio.checked_mul(limit), Ok(value));
            }
        }
    }

    #[test]
    fn a_nearer_demand_hides_those_above_it_and_nothing_else(
        codes in vec(select(below("35")), 0..6),
        wanted in select([below("35"), below("36")].concat()),
    ) {
        let indicator = Indicator::usual(CoreIndicator::FloorAreaRatio);
        let trade = |code: &str| parse::<IndustryCode>(&format!("GB/T 4754-2002 {code}"));
        let mut standard = ControlStandard::new(parse("d"), Edition::E2002);
        for (place, code) in codes.iter().enumerate() {
            let threshold = Threshold::at_least(Decimal::from(place), Unit::NUMBER).unwrap();
            let provision = Provision::new(indicator.clone(), threshold).unwrap();
            if let Ok(with) = standard.clone().with(provision.of_trade(trade(code))) {
                standard = with;
            }
        }
        let found = standard.applying_to(indicator.kind(), trade(&wanted)).unwrap();
        // The longest code that the wanted one begins with.
        let nearest = codes.iter().filter(|code| wanted.starts_with(*code)).max_by_key(|code| code.len());
        let found = found.and_then(|found| found.provision.trade());
        prop_assert_eq!(found, nearest.map(|code| trade(code)));
    }

    #[test]
    fn where_loosening_is_refused_what_applies_is_never_looser(
        upper in vec(("35(1[12]?|2)?", minima()), 1..4),
        local in vec(("35(1[12]?|2)?", minima()), 1..3),
        wanted in "35(1[12]?|2)?",
        rule in select(Loosening::ALL),
    ) {
        let indicator = Indicator::new(
            CoreIndicator::FloorAreaRatio.into(), Unit::NUMBER, Direction::Within).unwrap();
        let standard = |document: &str, rows: &[(String, Limits)]| {
            let empty = ControlStandard::new(parse(document), Edition::E2002);
            rows.iter().fold(empty, |standard, (code, limits)| {
                let trade = parse(&format!("GB/T 4754-2002 {code}"));
                let provision = Provision::new(indicator.clone(), Threshold::Number(*limits)).unwrap();
                let provision = provision.of_trade(trade).with_force(Force::Binding);
                standard.clone().with(provision).unwrap_or(standard)
            })
        };
        let (upper, local) = (standard("upper", &upper), standard("local", &local));
        let made = LocalStandard::new(upper.clone(), local.clone(), rule);
        let trade = parse(&format!("GB/T 4754-2002 {wanted}"));
        let above = upper.applying_to(indicator.kind(), trade).unwrap();
        let Ok(both) = made else {
            prop_assert_eq!(rule, Loosening::Refused);
            let allowed = LocalStandard::new(upper.clone(), local.clone(), Loosening::Allowed);
            prop_assert!(!allowed.unwrap().loosened().is_empty());
            return Ok(());
        };
        let found = both.applying_to(indicator.kind(), trade).unwrap();
        let here = local.applying_to(indicator.kind(), trade).unwrap();
        prop_assert_eq!(found.is_empty(), above.is_none() && here.is_none());
        if let Some(above) = above && rule != Loosening::Allowed {
            let demand = above.provision.threshold();
            let holds = found.iter().any(|found| {
                let against = found.provision.threshold().against(demand);
                matches!(against, Strictness::Same | Strictness::Tighter)
            });
            prop_assert!(holds, "{demand}");
        }
        // Once a local standard is checked, every trade is.
        if rule == Loosening::Refused {
            prop_assert!(both.loosened().is_empty());
        }
    }

    #[test]
    fn what_is_missing_never_decides(performance in performances(), judging in judgings()) {
        let commitment = CoreIndicator::ALL.iter().fold(
            Commitment::new(parse("P"), parse("甲")).with_judging(judging),
            |agreement, core| {
                let indicator = Indicator::usual(*core);
                let unit = indicator.unit();
                // A number alone could be either of two limits.
                let has_both = indicator.direction() == Direction::Within;
                let cell = if has_both { "≥5" } else { "5" };
                let promise = Promise::usual(*core, cell).unwrap();
                assert_eq!(promise.threshold().limits().unwrap().unit(), unit);
                agreement.with_promise(promise).unwrap()
            },
        );
        let mut judged = 0;
        for acceptance in Acceptance::ALL {
            let assessment = commitment.assess(*acceptance, &performance);
            for judgement in assessment.judgements() {
                let measured = performance.measure(judgement.promise().indicator());
                if let Err(MeasureError::Missing { inputs }) = &measured {
                    prop_assert!(!inputs.is_empty());
                    prop_assert_eq!(judgement.outcome(), Fulfilment::NotMeasurable);
                }
                judged += 1;
            }
            comes_back(&assessment);
        }
        prop_assert_eq!(judged, CoreIndicator::ALL.len());
        comes_back(&performance);
        comes_back(&commitment);
    }

    #[test]
    fn storeys_count_in_any_order(
        (storeys, shuffled) in vec((0..1000_u64, 0..20_000_u64), 0..9)
            .prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
    ) {
        let of = |rows: &[(u64, u64)]| {
            Floors::of(rows.iter().map(|(area, height)| Storey {
                floor_area: Area::from_quanta(*area),
                height: standard_land::quantity::Length::from_quanta(*height),
            }))
            .unwrap()
        };
        let floors = of(&storeys);
        prop_assert_eq!(floors, of(&shuffled));
        let twice = storeys.iter().filter(|(_, height)| *height > 8000).fold(0, |sum, (area, _)| sum + area);
        prop_assert_eq!(floors.counted().quanta() - floors.floor_area().quanta(), twice);
        prop_assert_eq!(Floors::new(floors.floor_area(), floors.counted()), Ok(floors));
    }
}

/// A division of 2002 and what is below it.
fn below(division: &str) -> Vec<String> {
    let division = IndustryCode::new(Edition::E2002, division).unwrap();
    let codes = [division].into_iter().chain(division.descendants());
    codes.map(IndustryCode::code).collect()
}
