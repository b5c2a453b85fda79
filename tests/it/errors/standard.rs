//! The errors of the module `standard`.

#[cfg(feature = "serde")]
use standard_land::commitment::Assessment;
use standard_land::commitment::{
    AgreedDates, AssessmentError, Commitment, Fulfilment, Judgement, Overall, Promise,
};
use standard_land::exact::Judging;
use standard_land::industry::Edition;
use standard_land::jiff::civil::date;
use standard_land::quantity::{Amount, Unit};
use standard_land::standard::{
    ControlStandard, CoreIndicator, Direction, Floors, Indicator, Investment, Limit, Limits,
    LocalStandard, Loosening, Performance, Provision, Reference, StandardHistory, Threshold,
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
        text::<Unit>("万元/顷"),
        text::<Unit>("亩/公顷"),
        case(per_mu.convert(most, Unit::NUMBER)),
        case(per_mu.convert(most, parse("元/公顷"))),
        text::<Amount>("万元/亩"),
        text::<Amount>("1/0亩"),
        text::<Amount>("8斤"),
    ]
}

pub(super) fn thresholds() -> Vec<Case> {
    let ratio = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let three = "3".parse().unwrap();
    vec![
        text::<Threshold>(""),
        text::<Threshold>("150"),
        text::<Threshold>("≥x"),
        text::<Threshold>("≥99999999999999999999999999999999999999"),
        text::<Threshold>("≥-1"),
        text::<Threshold>("≥8斤"),
        case(Limit::by_trade(three, three)),
        text::<Threshold>("≥1且≥2"),
        text::<Threshold>(">2且<1"),
        case(Limits::new(None, None, Unit::NUMBER)),
        text::<Reference>("≥1.0"),
        case(Indicator::new(
            ratio.kind().clone(),
            parse("亩"),
            Direction::AtLeast,
        )),
        case(ratio.read("≥1米")),
        case(ratio.read("≤1")),
        case(ratio.read("约1")),
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
        text::<IndustryCode>("GB/T 4754-2005 35"),
        text::<IndustryCode>("GB/T 4754-2002 3c"),
        text::<IndustryCode>("GB/T 4754-2017 99"),
        case(national().all_for(parse("GB/T 4754-2017 35"))),
        case(local(Edition::E2002).with(provision("≥0.7"))),
        case(LocalStandard::new(
            national(),
            local(Edition::E2017),
            Loosening::Allowed,
        )),
        case(LocalStandard::new(
            national(),
            local(Edition::E2002),
            Loosening::Refused,
        )),
        case(
            StandardHistory::new()
                .with(date(2023, 6, 26), ControlStandard::national_2023())
                .and_then(|it| it.with(date(2008, 1, 31), national())),
        ),
        case(unreadable()),
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
        case(measure(None, "1 ha")),
        case(measure(Some("0 ha"), "0 ha")),
        case(measure(Some("1 ha"), "1.1 ha")),
        case(poor.without_land_price()),
        case(Floors::new(parse("1 ha"), parse("3 ha"))),
        case(other.measure(&robots)),
        case(rich.without_land_price()),
        case(
            commitment()
                .with_promise(promise("≤20%"))
                .and_then(|it| it.with_promise(promise("≤15%"))),
        ),
        case(commitment().with_dates(AgreedDates {
            signed: Some(date(2024, 5, 2)),
            start: Some(date(2024, 5, 1)),
            ..AgreedDates::default()
        })),
        case(commitment().with_bond(Money::ZERO)),
        case(Judgement::new(
            promise("≤20%"),
            Ok(parse("3米")),
            Judging::FullValue,
        )),
        // No function returns these: they are texts of errors of the format.
        case::<(), _>(Err(AssessmentError::ValueOrReason {
            kind: CoreIndicator::GreenRatio.into(),
        })),
        case::<(), _>(Err(AssessmentError::Outcome {
            kind: CoreIndicator::GreenRatio.into(),
            recorded: Fulfilment::Kept,
            derived: Fulfilment::Missed,
        })),
        case::<(), _>(Err(AssessmentError::Overall {
            recorded: Overall::Passed,
            derived: Overall::Open,
        })),
        case::<(), _>(Err(AssessmentError::Promise {
            promise: promise("≤20%").into(),
            acceptance: parse("production"),
        })),
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
            "green-ratio must have either a value or a reason why there is none",
        ),
        (
            r#""outcome":"missed""#,
            r#""outcome":"kept""#,
            "green-ratio is recorded as kept, but its value makes it missed",
        ),
        (
            r#""overall":"failed""#,
            r#""overall":"passed""#,
            "the overall result is recorded as passed, but its promises make it failed",
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
