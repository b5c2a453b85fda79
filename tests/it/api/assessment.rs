//! The module `standard`: commitments, and how they are judged.

#[cfg(feature = "serde")]
use standard_land::commitment::Assessment;
use standard_land::commitment::{
    Acceptance, AgreedDates, AssessmentError, Commitment, CommitmentError, Fulfilment, Judgement,
    Overall, Promise,
};
use standard_land::exact::Judging;
use standard_land::jiff::civil::date;
use standard_land::quantity::Amount;
use standard_land::standard::{
    ControlStandard, CoreIndicator, Direction, Floors, Indicator, Performance,
};
use standard_land::{Mode, Ratio};

use super::parse;
use super::performance::project;
#[cfg(feature = "serde")]
use crate::wire::comes_back;

fn of(core: CoreIndicator) -> Indicator {
    Indicator::usual(core)
}

fn outcome(core: CoreIndicator, cell: &str, value: &str, judging: Judging) -> Fulfilment {
    let indicator = Indicator::new(core.into(), of(core).unit(), Direction::Within).unwrap();
    let threshold = indicator.read(cell).unwrap();
    let promise = Promise::new(indicator, threshold, Acceptance::Completion).unwrap();
    Judgement::new(promise, Ok(parse(value)), judging)
        .unwrap()
        .outcome()
}

#[test]
fn a_value_on_the_threshold_is_kept_where_the_threshold_includes_it() {
    let ratio = CoreIndicator::FloorAreaRatio;
    let full = Judging::FullValue;
    for (cell, value, expected) in [
        ("≥0.8", "0.8", Fulfilment::Kept),
        ("≥0.8", "8/10", Fulfilment::Kept),
        (">0.8", "0.8", Fulfilment::Missed),
        ("≤2.0", "2", Fulfilment::Kept),
        ("<2.0", "2", Fulfilment::Missed),
        ("=1.5", "3/2", Fulfilment::Kept),
        // A third is not 0.33, whatever is printed.
        ("≥0.33", "1/3", Fulfilment::Kept),
        ("≤0.33", "1/3", Fulfilment::Missed),
        ("≥0.3333333333333333333333333333", "1/3", Fulfilment::Kept),
        ("≤0.3333333333333333333333333333", "1/3", Fulfilment::Missed),
        ("≥1.0且≤2.0", "2.0000001", Fulfilment::Missed),
        ("≥1.0且≤2.0", "1.0", Fulfilment::Kept),
        // By trade: sure below and from the upper number on.
        ("≥2.5–3.5", "2.4999", Fulfilment::Missed),
        ("≥2.5–3.5", "2.5", Fulfilment::Undecided),
        ("≥2.5–3.5", "3.4999", Fulfilment::Undecided),
        ("≥2.5–3.5", "3.5", Fulfilment::Kept),
        ("≤2.5–3.5", "2.5", Fulfilment::Kept),
        ("≤2.5–3.5", "3.5", Fulfilment::Undecided),
        ("≤2.5–3.5", "3.5001", Fulfilment::Missed),
        ("/", "0", Fulfilment::NotApplicable),
        ("一事一议", "0", Fulfilment::Undecided),
        ("按规划条件执行", "1", Fulfilment::Undecided),
        ("达到先进水平", "1", Fulfilment::Undecided),
    ] {
        assert_eq!(
            outcome(ratio, cell, value, full),
            expected,
            "{cell} {value}"
        );
    }
}

#[test]
fn gbt_8170_knows_two_ways_to_judge_a_limit() {
    // 4.3.2 compares the value in full, 4.3.3 rounds it to the limit's places.
    let half_even = Judging::Rounded(Mode::HalfEven);
    let ratio = CoreIndicator::FloorAreaRatio;
    for (cell, value, full, rounded) in [
        ("≥0.8", "0.7999", Fulfilment::Missed, Fulfilment::Kept),
        ("≥0.80", "0.7949", Fulfilment::Missed, Fulfilment::Missed),
        ("≥0.80", "0.795", Fulfilment::Missed, Fulfilment::Kept),
        // The places of the limit decide: 1.0 is not 1.
        ("≥1", "0.6", Fulfilment::Missed, Fulfilment::Kept),
        ("≥1.0", "0.6", Fulfilment::Missed, Fulfilment::Missed),
        ("≤1.0", "1.05", Fulfilment::Missed, Fulfilment::Kept),
        ("≤1.1", "1.15", Fulfilment::Missed, Fulfilment::Missed),
        (">1.0", "1.04", Fulfilment::Kept, Fulfilment::Missed),
        ("≥0.8", "0.8", Fulfilment::Kept, Fulfilment::Kept),
    ] {
        let found = outcome(ratio, cell, value, Judging::FullValue);
        assert_eq!(found, full, "{cell} {value}");
        assert_eq!(
            outcome(ratio, cell, value, half_even),
            rounded,
            "{cell} {value}"
        );
    }
    // In the unit of the limit: 29.96 % is 30 %, 2249.6 万元/公顷 is 2250.
    let coefficient = CoreIndicator::BuildingCoefficient;
    assert_eq!(
        outcome(coefficient, "≥30%", "0.2996", half_even),
        Fulfilment::Kept
    );
    let intensity = CoreIndicator::InvestmentIntensity;
    let cell = "≥2250万元/公顷";
    let value = "149.9734万元/亩"; // 2249.601
    assert_eq!(outcome(intensity, cell, value, half_even), Fulfilment::Kept);
    assert_eq!(
        outcome(intensity, cell, value, Judging::FullValue),
        Fulfilment::Missed
    );
    // Truncation is another agreement, and another result.
    let truncated = Judging::Rounded(Mode::TowardZero);
    assert_eq!(
        outcome(ratio, "≥0.8", "0.7999", truncated),
        Fulfilment::Missed
    );
    // The name of the way alone names no mode.
    assert!("修约值比较法".parse::<Judging>().is_err());
    let silent = Commitment::new(parse("P"), parse("甲"));
    assert_eq!(silent.judging(), Judging::FullValue);
}

#[test]
fn what_is_missed_is_missed_by_an_exact_difference_and_ratio() {
    let judge = |core, cell: &str, value: &str, judging| {
        let promise = Promise::usual(core, cell).unwrap();
        let judgement = Judgement::new(promise, Ok(parse(value)), judging).unwrap();
        let shortfall = judgement.shortfall().unwrap();
        let text = |ratio: Ratio| ratio.to_string();
        (
            shortfall.difference().unwrap().to_string(),
            shortfall.ratio().map(text).unwrap_or_default(),
            shortfall.below,
        )
    };
    let full = Judging::FullValue;
    let expect =
        |difference: &str, ratio: &str, below| (difference.to_owned(), ratio.to_owned(), below);
    assert_eq!(
        judge(CoreIndicator::FloorAreaRatio, "≥0.7", "2/3", full),
        expect("1/30", "20/21", true)
    );
    assert_eq!(
        judge(CoreIndicator::AdministrativeShare, "≤7%", "1/12", full),
        expect("4/3%", "25/21", false)
    );
    // In the unit of the promise.
    assert_eq!(
        judge(
            CoreIndicator::InvestmentIntensity,
            "≥2250万元/公顷",
            "100万元/亩",
            full
        ),
        expect("750万元/公顷", "2/3", true)
    );
    // On a limit that is not allowed itself.
    assert_eq!(
        judge(CoreIndicator::FloorAreaRatio, ">0.7", "0.7", full),
        expect("0", "1/1", true)
    );
    // What was compared is what is reported.
    assert_eq!(
        judge(
            CoreIndicator::FloorAreaRatio,
            "≥0.7",
            "0.6499",
            Judging::Rounded(Mode::HalfUp)
        ),
        expect("0.1", "6/7", true)
    );
    // A limit of zero has no ratio.
    assert_eq!(
        judge(CoreIndicator::AdministrativeShare, "≤0%", "1%", full),
        expect("1%", "", false)
    );
}

fn promised() -> Commitment {
    [
        (CoreIndicator::InvestmentIntensity, "≥150万元/亩"),
        (CoreIndicator::FloorAreaRatio, "≥0.8"),
        (CoreIndicator::GreenRatio, "≤20%"),
        (CoreIndicator::TaxPerArea, "≥8"),
        (CoreIndicator::ResearchShare, "/"),
        (CoreIndicator::Emissions, "按环评批复执行"),
    ]
    .into_iter()
    .fold(
        Commitment::new(parse("文水-01"), parse("某公司")),
        |agreement, (core, cell)| {
            agreement
                .with_promise(Promise::usual(core, cell).unwrap())
                .unwrap()
        },
    )
}

#[test]
fn each_acceptance_checks_its_own_promises() {
    let completion = promised().assess(Acceptance::Completion, &project());
    let texts: Vec<String> = completion
        .judgements()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        texts,
        [
            "固定资产投资强度 (万元/亩) ≥150万元/亩: 1400/9万元/亩, kept",
            "容积率 ≥0.8: 5/6, kept",
            "绿地率 (%) ≤20%: 20%, kept",
        ]
    );
    assert_eq!(completion.overall(), Overall::Passed);
    let production = promised().assess(Acceptance::Production, &project());
    assert_eq!(production.count(Fulfilment::Kept), 1);
    assert_eq!(production.count(Fulfilment::NotApplicable), 1);
    // Someone has to look at the environmental report.
    assert_eq!(production.count(Fulfilment::Undecided), 1);
    assert_eq!(production.overall(), Overall::Open);
    assert_eq!(
        production.to_string(),
        "production of 文水-01, 某公司: open"
    );
    assert_eq!(production.acceptance(), Acceptance::Production);
    assert_eq!(production.judging(), Judging::FullValue);
}

#[test]
fn the_overall_result_is_the_worst_that_is_certain() {
    let overall = |performance: &Performance| {
        promised()
            .assess(Acceptance::Completion, performance)
            .overall()
    };
    let unknown = Performance {
        green: None,
        ..project()
    };
    assert_eq!(overall(&unknown), Overall::Open);
    let missed = Performance {
        floors: Some(Floors::new(parse("1 m²"), parse("1 m²")).unwrap()),
        ..unknown
    };
    assert_eq!(overall(&missed), Overall::Failed);
    let nothing = Commitment::new(parse("P"), parse("甲"));
    let assessment = nothing.assess(Acceptance::Completion, &project());
    assert_eq!(assessment.overall(), Overall::Nothing);
    // Nothing that applies is not a pass.
    let not_applicable = nothing
        .with_promise(Promise::usual(CoreIndicator::GreenRatio, "/").unwrap())
        .unwrap();
    let assessment = not_applicable.assess(Acceptance::Completion, &project());
    assert_eq!(assessment.overall(), Overall::Nothing);
}

#[test]
fn an_agreement_keeps_its_rules() {
    let twice = promised().with_promise(Promise::usual(CoreIndicator::GreenRatio, "≤15%").unwrap());
    assert!(matches!(twice, Err(CommitmentError::Repeated { .. })));
    // The same indicator may be promised for each acceptance.
    let both = promised().with_promise(
        Promise::new(
            of(CoreIndicator::GreenRatio),
            parse("≤15%"),
            Acceptance::Production,
        )
        .unwrap(),
    );
    assert_eq!(both.unwrap().promises().len(), 7);
    for bond in ["0元", "-1元"] {
        assert!(promised().with_bond(parse(bond)).is_err());
    }
    let dates = AgreedDates {
        signed: Some(date(2024, 5, 1)),
        start: Some(date(2024, 5, 1)),
        completion: None,
        production: Some(date(2024, 4, 30)),
    };
    assert!(matches!(
        promised().with_dates(dates),
        Err(CommitmentError::Backwards { .. })
    ));
    // Land in hand, start at once: the same day is in order.
    let same_day = AgreedDates {
        production: None,
        ..dates
    };
    assert!(promised().with_dates(same_day).is_ok());
    let permitted = promised().with_industry(parse("25"));
    assert!(permitted.permits(parse("2521")));
    assert!(!permitted.permits(parse("2614")));
    assert!(promised().permits(parse("2614")));
}

#[test]
fn a_promise_below_the_standard_is_a_deviation() {
    let national = ControlStandard::national_2008();
    let trade = parse("GB/T 4754-2002 1310");
    let promised = promised();
    let demanded = national.all_for(trade).unwrap();
    let deviations = promised.deviations(demanded);
    let texts: Vec<(String, Option<String>)> = deviations
        .iter()
        .map(|deviation| {
            (
                deviation.demanded.provision.to_string(),
                deviation.promised.map(ToString::to_string),
            )
        })
        .collect();
    assert_eq!(
        texts,
        [
            (
                "GB/T 4754-2002 13: 容积率 ≥1.0".to_owned(),
                Some("容积率 ≥0.8".to_owned())
            ),
            ("建筑系数 (%) ≥30%".to_owned(), None),
            (
                "行政办公及生活服务设施用地所占比重 (%) ≤7%".to_owned(),
                None
            ),
        ]
    );
}

#[cfg(feature = "serde")]
#[test]
fn an_assessment_that_does_not_follow_is_not_read() {
    let assessment = promised().assess(Acceptance::Completion, &project());
    let json = serde_json::to_string(&assessment).unwrap();
    comes_back(&assessment);
    for (what, instead) in [
        (r#""value":"5/6""#, r#""value":"0.5""#),
        (r#""value":"5/6""#, r#""value":null"#),
        (r#""value":"5/6""#, r#""value":"5/6米""#),
        (r#""outcome":"kept""#, r#""outcome":"missed""#),
        (r#""overall":"passed""#, r#""overall":"failed""#),
        (
            r#""acceptance":"completion","judging""#,
            r#""acceptance":"production","judging""#,
        ),
        (r#""threshold":"≥0.8""#, r#""threshold":"≥0.9""#),
        (r#""threshold":"≥0.8""#, r#""threshold":"≤0.9""#),
        (r#""unit":"%""#, r#""unit":"万元/亩""#),
    ] {
        let changed = json.replacen(what, instead, 1);
        assert_ne!(changed, json, "{what}");
        assert!(
            serde_json::from_str::<Assessment>(&changed).is_err(),
            "{what}"
        );
    }
    // A value in another unit of the same kind is the same value.
    let converted = json.replacen(r#""value":"20%""#, r#""value":"0.2""#, 1);
    assert_eq!(
        serde_json::from_str::<Assessment>(&converted).unwrap(),
        assessment
    );
}

#[test]
fn a_value_in_a_unit_of_another_kind_is_refused() {
    let promise = Promise::usual(CoreIndicator::GreenRatio, "≤20%").unwrap();
    let wrong = Judgement::new(promise, Ok(parse::<Amount>("3米")), Judging::FullValue);
    assert!(matches!(wrong, Err(AssessmentError::Unit { .. })));
}

#[test]
fn the_planning_figures_of_a_contract_have_two_limits() {
    use CoreIndicator::{
        BuildingDensity, BuildingHeight, FloorAreaRatio, GreenRatio, TotalFloorArea,
    };

    // 30000 m² of land; each figure lies between its limits, or on one.
    let cells = [
        (TotalFloorArea, "≥20000且≤45000", "20000平方米"),
        (FloorAreaRatio, "0.8-1.5", "5/6"),
        (BuildingHeight, "≥10且≤24", "23.9米"),
        (BuildingDensity, "≥30%且≤45%", "100/3%"),
        (GreenRatio, "10%≤绿地率≤20%", "20%"),
    ];
    assert_eq!(cells.map(|(core, ..)| core), CoreIndicator::PLANNING);
    let agreement = |cell: &dyn Fn(CoreIndicator, &str) -> String| {
        let empty = Commitment::new(parse("P"), parse("甲"));
        let promises = cells.map(|(core, usual, _)| Promise::planning(core, &cell(core, usual)));
        let mut promises = promises.into_iter();
        promises
            .try_fold(empty, |all, it| all.with_promise(it.unwrap()))
            .unwrap()
    };
    let judged = |agreement: &Commitment| {
        let assessment = agreement.assess(Acceptance::Completion, &project());
        let found = assessment.judgements().iter();
        found
            .map(|it| (it.measured().ok().map(|it| it.to_string()), it.outcome()))
            .collect::<Vec<_>>()
    };
    let kept = judged(&agreement(&|_, usual| usual.to_owned()));
    let expected = cells.map(|(.., value)| (Some(value.to_owned()), Fulfilment::Kept));
    assert_eq!(kept, expected);
    // Either limit is missed, whichever way the usual table leaves open.
    for (limits, core) in [
        ("≥20001且≤45000", TotalFloorArea),
        ("≥1且≤19999", TotalFloorArea),
        ("≥0.84且≤1.5", FloorAreaRatio),
        ("≥0.1且≤0.83", FloorAreaRatio),
        ("≥24且≤30", BuildingHeight),
        ("≥10且≤23", BuildingHeight),
        ("≥34%且≤45%", BuildingDensity),
        ("≥30%且≤33%", BuildingDensity),
        ("≥21%且≤25%", GreenRatio),
        ("≥1%且≤19%", GreenRatio),
    ] {
        let cell = |it, usual: &str| if it == core { limits } else { usual }.to_owned();
        let outcomes = judged(&agreement(&cell));
        for ((_, outcome), (it, ..)) in outcomes.iter().zip(cells) {
            let expected = if it == core {
                Fulfilment::Missed
            } else {
                Fulfilment::Kept
            };
            assert_eq!(*outcome, expected, "{it} for {core} {limits}");
        }
    }
    // Alone it could be either limit.
    for core in CoreIndicator::PLANNING {
        assert!(Promise::planning(core, "20").is_err(), "{core}");
    }
}

#[test]
fn an_agreement_is_corrected_and_checked_once() {
    let agreement = Commitment::new(parse("P"), parse("甲"));
    let refused = agreement
        .with()
        .enterprise(parse("乙"))
        .bond(Some(parse("0元")))
        .build();
    assert_eq!(
        refused,
        Err(CommitmentError::Bond {
            bond: parse("0元")
        })
    );
    assert_eq!(agreement, Commitment::new(parse("P"), parse("甲")));

    let other = agreement
        .with()
        .enterprise(parse("乙"))
        .bond(Some(parse("1元")))
        .build()
        .unwrap();
    assert_eq!(other.enterprise().to_string(), "乙");
    assert_eq!(other.bond(), Some(parse("1元")));
    assert_eq!(
        other
            .with()
            .bond(None)
            .enterprise(agreement.enterprise().clone())
            .build(),
        Ok(agreement)
    );
}
