//! The errors of the room `standard`.

#[cfg(feature = "serde")]
use standard_land::commitment::Assessment;
use standard_land::commitment::{
    AgreedDates, AssessmentError, Commitment, Judgement, Outcome, Overall, Promise,
};
use standard_land::exact::Judging;
use standard_land::industry::Edition;
use standard_land::jiff::civil::date;
use standard_land::quantity::{Amount, Unit};
use standard_land::standard::{
    ControlStandard, CoreIndicator, Direction, Floors, Indicator, Investment, Limit, Limits,
    LocalStandard, Loosening, Performance, Provision, Reference, Threshold,
};
#[cfg(feature = "serde")]
use standard_land::standard::{Input, MeasureError};
use standard_land::{IndustryCode, Money};

use super::{Case, case, text};
use crate::api::parse;

pub(super) fn units() -> Vec<Case> {
    let per_mu: Unit = parse("万元/亩");
    let most: standard_land::Ratio = parse(&format!("{}/1", "9".repeat(38)));
    vec![
        text::<Unit>("万元/顷", r#""万元/顷" is no unit such as "万元/亩""#),
        text::<Unit>("亩/公顷", "亩 per 公顷 is a plain number"),
        case(
            per_mu.convert(most, Unit::NUMBER),
            "万元/亩 does not convert into 1",
        ),
        case(
            per_mu.convert(most, parse("元/公顷")),
            "the value cannot be held in 元/公顷",
        )
        .because(
            "99999999999999999999999999999999999999/1 * 150000/1 does not fit the digits of the result",
        ),
        text::<Amount>("万元/亩", r#""万元/亩" has no number that can be read"#)
            .because("there is no number"),
        text::<Amount>("1/0亩", r#""1/0亩" has no fraction that can be read"#)
            .because("1 of a zero whole is no share"),
        text::<Amount>("8斤", r#""8斤" has no unit that can be read"#)
            .because(r#""斤" is no unit such as "万元/亩""#),
    ]
}

pub(super) fn thresholds() -> Vec<Case> {
    let ratio = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let three = "3".parse().unwrap();
    vec![
        text::<Threshold>("", "a name or number cannot be empty"),
        text::<Threshold>("150", r#""150" has no relation such as ≥ or 不低于"#),
        text::<Threshold>("≥x", r#""≥x" has no number that can be read"#)
            .because(r#""x" is not a number"#),
        text::<Threshold>(
            "≥99999999999999999999999999999999999999",
            r#""≥9999999999999999999999999999999…" has more digits than can be held"#,
        ),
        text::<Threshold>("≥-1", r#""≥-1" is below zero"#),
        text::<Threshold>("≥8斤", r#""≥8斤" has no unit that can be read"#)
            .because(r#""斤" is no unit such as "万元/亩""#),
        case(
            Limit::by_trade(three, three),
            "3 is not above 3, so they are no range",
        ),
        text::<Threshold>(
            "≥1且≥2",
            r#""≥1且≥2" limits the same side twice, or in two units"#,
        ),
        text::<Threshold>(">2且<1", r#"">2且<1" allows no value"#),
        case(Limits::new(None, None, Unit::NUMBER), "there is no limit"),
        text::<Reference>("≥1.0", r#""≥1.0" is not a reference to a document"#),
        case(
            Indicator::new(ratio.kind().clone(), parse("亩"), Direction::AtLeast),
            "floor-area-ratio is not measured in 亩",
        ),
        case(
            ratio.read("≥1米"),
            "a threshold of floor-area-ratio has the wrong unit",
        )
        .because("米 does not convert into 1"),
        case(
            ratio.read("≤1"),
            "floor-area-ratio is to be at-least a limit, but the threshold is ≤1",
        ),
        case(
            ratio.read("约1"),
            "a cell of floor-area-ratio cannot be read",
        )
        .because(r#""约1" has no relation such as ≥ or 不低于"#),
    ]
}

fn provision(cell: &str) -> Provision {
    let ratio = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let threshold = ratio.read(cell).unwrap();
    Provision::new(ratio, threshold).unwrap()
}

fn local(classification: Edition) -> ControlStandard {
    ControlStandard::new(parse("县"), classification)
        .with(provision("≥0.6"))
        .unwrap()
}

pub(super) fn standards() -> Vec<Case> {
    let national = ControlStandard::national_2008;
    let unreadable = || -> Result<ControlStandard, standard_land::standard::StandardError> {
        Err(Indicator::usual(CoreIndicator::FloorAreaRatio)
            .read("≤1")
            .unwrap_err())?
    };
    vec![
        text::<IndustryCode>(
            "GB/T 4754-2005 35",
            r#""GB/T 4754-2005" is not an edition of GB/T 4754"#,
        ),
        text::<IndustryCode>(
            "GB/T 4754-2002 3c",
            r#""3c" is neither a letter nor two to four digits"#,
        ),
        text::<IndustryCode>("GB/T 4754-2017 99", r#""99" is not in GB/T 4754-2017"#),
        case(
            national().all_for(parse("GB/T 4754-2017 35")),
            "35 of GB/T 4754-2017 is not of GB/T 4754-2002, which the standard goes by",
        ),
        case(
            local(Edition::E2002).with(provision("≥0.7")),
            "the standard has two thresholds: 容积率 ≥0.6, and 容积率 ≥0.7",
        ),
        case(
            LocalStandard::new(national(), local(Edition::E2017), Loosening::Allowed),
            "the standards go by different editions, GB/T 4754-2002 and GB/T 4754-2017",
        ),
        case(
            LocalStandard::new(national(), local(Edition::E2002), Loosening::Refused),
            "the local 容积率 ≥0.6 is looser than the binding GB/T 4754-2002 13: 容积率 ≥1.0",
        ),
        case(
            unreadable(),
            "floor-area-ratio is to be at-least a limit, but the threshold is ≤1",
        ),
    ]
}

fn promise(cell: &str) -> Promise {
    Promise::usual(CoreIndicator::GreenRatio, cell).unwrap()
}

pub(super) fn promises() -> Vec<Case> {
    let commitment = || Commitment::new(parse("P-1"), parse("甲"));
    let green = Indicator::usual(CoreIndicator::GreenRatio);
    let measure = |land: Option<&str>, part: &str| {
        let performance = Performance {
            land: land.map(parse),
            green: Some(parse(part)),
            ..Performance::default()
        };
        performance.measure(&green)
    };
    let robots = Indicator::new(parse("机器人密度"), Unit::NUMBER, Direction::AtLeast).unwrap();
    let mut other = Performance::default();
    other.local.insert(parse("机器人密度"), parse("3米"));
    let rich = Investment {
        plant: Some(Money::MAX),
        equipment: Some(Money::MAX),
        land_price: None,
    };
    let poor = Investment {
        plant: Some(parse("-1元")),
        ..rich
    };
    vec![
        case(measure(None, "1 ha"), "missing: land"),
        case(measure(Some("0 ha"), "0 ha"), "zero: land"),
        case(
            measure(Some("1 ha"), "1.1 ha"),
            "larger than its whole: green",
        ),
        case(poor.without_land_price(), "negative: plant"),
        case(
            Floors::new(parse("1 ha"), parse("3 ha")),
            "counted floor area not between the floor area and its double",
        ),
        case(other.measure(&robots), "given in another unit"),
        case(rich.without_land_price(), "too many digits"),
        case(
            commitment()
                .with_promise(promise("≤20%"))
                .and_then(|it| it.with_promise(promise("≤15%"))),
            "two promises for completion: 绿地率 (%) ≤20%, and 绿地率 (%) ≤15%",
        ),
        case(
            commitment().with_dates(AgreedDates {
                signed: Some(date(2024, 5, 2)),
                start: Some(date(2024, 5, 1)),
                ..AgreedDates::default()
            }),
            "start is agreed for 2024-05-01, before signed on 2024-05-02",
        ),
        case(
            commitment().with_bond(Money::ZERO),
            "a bond of 0.00 CNY secures nothing",
        ),
        case(
            Judgement::new(promise("≤20%"), Ok(parse("3米")), Judging::FullValue),
            "the value of green-ratio has the wrong unit",
        )
        .because("米 does not convert into %"),
        // No function returns these: they are texts of errors of the format.
        case::<(), _>(
            Err(AssessmentError::ValueOrReason {
                kind: CoreIndicator::GreenRatio.into(),
            }),
            "green-ratio has a value and a reason why there is none, or neither",
        ),
        case::<(), _>(
            Err(AssessmentError::Outcome {
                kind: CoreIndicator::GreenRatio.into(),
                recorded: Outcome::Kept,
                derived: Outcome::Missed,
            }),
            "green-ratio is recorded as kept, but its value makes it missed",
        ),
        case::<(), _>(
            Err(AssessmentError::Overall {
                recorded: Overall::Passed,
                derived: Overall::Open,
            }),
            "the record says passed, but its promises make it open",
        ),
        case::<(), _>(
            Err(AssessmentError::Promise {
                promise: promise("≤20%").into(),
                acceptance: parse("production"),
            }),
            "绿地率 (%) ≤20% is there twice, or not for production",
        ),
    ]
}

#[cfg(feature = "serde")]
#[test]
fn records_that_do_not_follow_are_refused_in_those_words() {
    let missing = MeasureError::Missing {
        inputs: vec![Input::Land],
    };
    assert_eq!(missing.missing(), [Input::Land]);
    let commitment = Commitment::new(parse("P-1"), parse("甲")).with_promise(promise("≤20%"));
    let performance = Performance {
        land: Some(parse("1 ha")),
        green: Some(parse("0.3 ha")),
        ..Performance::default()
    };
    let assessment = commitment
        .unwrap()
        .assess(parse("completion"), &performance);
    let json = serde_json::to_string(&assessment).unwrap();
    let read = |from: &str, to: &str| {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json, "{from}");
        let read = serde_json::from_str::<Assessment>(&changed);
        read.unwrap_err().to_string()
    };
    for (from, to, words) in [
        (
            r#""reason":null"#,
            r#""reason":"missing: land""#,
            "green-ratio has a value and a reason why there is none, or neither",
        ),
        (
            r#""outcome":"missed""#,
            r#""outcome":"kept""#,
            "green-ratio is recorded as kept, but its value makes it missed",
        ),
        (
            r#""overall":"failed""#,
            r#""overall":"passed""#,
            "the record says passed, but its promises make it failed",
        ),
        (
            r#""acceptance":"completion","judging""#,
            r#""acceptance":"production","judging""#,
            "绿地率 (%) ≤20% is there twice, or not for production",
        ),
    ] {
        let found = read(from, to);
        assert!(found.contains(words), "{found}");
    }
}
