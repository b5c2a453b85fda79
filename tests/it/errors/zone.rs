//! The errors of the modules `quota`, `pricing`, `evaluation` and `agency`.

use standard_land::agency::{AverageReduction, Averaging, Caseload, Change, Packages, ZeroBefore};
use standard_land::evaluation::{
    Boundary, Criterion, CutOffs, EvaluationError, Missing, Quotas, Ranking, Scheme, Ties,
};
use standard_land::jiff::civil::date;
use standard_land::pricing::{
    Bracket, BuiltFloorArea, DailyRate, FloorPrices, LandOffer, LegalBasis, Offer, PaymentAccount,
    Scale, Schedule, Tiering,
};
use standard_land::quota::{CarryOver, LandPlan, PlanEntry, Quota};
use standard_land::source::{Certainty, Sourced};
use standard_land::{Area, Mode, Money, Ratio};

use super::{Case, case, text};
use crate::api::agency::{caseload, package};
use crate::api::parse;
use crate::api::pricing::{instalment, payment, scale};
use crate::api::quota::{plan, quota, rule};
use crate::given::{criterion, plain, plain_score, values};

const NINES: &str = "99999999999999999999999999999999999999";

pub(super) fn quotas() -> Vec<Case> {
    let applied = || quota(&[(PlanEntry::Applied, "2 ha")]);
    let of = |year| plan(year, &[("甲", PlanEntry::Applied, "2 ha")]);
    let full = Area::from_quanta(u64::MAX);
    vec![
        case(applied().record(PlanEntry::Refused, parse("3 ha"))),
        case(applied().record(PlanEntry::Used, parse("1 ha"))),
        case(of("2025").merge(of("2025"))),
        case(of("2025").merge(of("2024"))),
        case(LandPlan::new(parse("9999")).close(rule(CarryOver::Lapses))),
        case(Quota::carrying(full).checked_add(&Quota::carrying(full))),
    ]
}

pub(super) fn prices() -> Vec<Case> {
    let bracket = |from: &str, rate: &str| Bracket {
        from: parse(from),
        rate: parse(rate),
    };
    let scaled = |brackets: &[Bracket]| Scale::new(Tiering::Whole, brackets.to_vec());
    let day = date(2025, 6, 30);
    let flat = || scale(Tiering::Whole, &[("0元", "1/1")]);
    let mut paid =
        PaymentAccount::new(Schedule::new(parse("1元"), [instalment(day, "1元")]).unwrap());
    paid.record(payment("17", day, "1元")).unwrap();
    let largest = standard_land::pricing::Instalment {
        due: day,
        sum: Money::MAX,
    };
    let floor = parse::<Money>("90元").per(parse("1 m²")).unwrap();
    vec![
        case(scaled(&[])),
        case(scaled(&[bracket("1元", "1/1")])),
        case(scaled(&[bracket("0元", "1/1"), bracket("0元", "1/2")])),
        case(scaled(&[bracket("0元", "-1/2")])),
        case(Offer::new(parse("-1元"), flat(), None, LegalBasis::None)),
        case(flat().apply(parse("-1元"))),
        case(paid.record(payment("18", day, "0元"))),
        case(Schedule::new(parse("2元"), [instalment(day, "1元")])),
        case(paid.record(payment("17", day, "2元"))),
        text::<LegalBasis>("法律: 土地管理法"),
        case(Schedule::new(Money::MAX, [largest, largest])),
        case(
            scaled(&[bracket("0元", &format!("{NINES}/1"))])
                .unwrap()
                .apply(parse("2元")),
        ),
        case(BuiltFloorArea::new(parse("3 ha"), parse("30001 m²"))),
        text::<DailyRate>("1%以上"),
        case(FloorPrices::default().check(&LandOffer {
            price: parse("1元"),
            area: parse("1 m²"),
            grade: 9,
            is_prioritised: None,
            is_intensive: None,
            cost: None,
        })),
        case(
            FloorPrices::default()
                .with(9, floor)
                .and_then(|it| it.with(9, floor)),
        ),
    ]
}

pub(super) fn evaluations() -> Vec<Case> {
    let based = |base: &str, weight: &str| {
        let base = Sourced::new(parse(base), parse("a draft"), Certainty::Doubtful);
        Criterion::new(parse("分"), base, parse(weight))
    };
    let scheme = |criteria: &[Criterion]| {
        Scheme::new(parse("a draft"), Certainty::Doubtful, criteria.to_vec())
    };
    let score = |name, value: &str| plain().score(&values(&[(name, value)]), Missing::Zero);
    let half = criterion("分", "1", 50);
    let long = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五";
    let twice = [(long, plain_score("1")), (long, plain_score("2"))];
    let share = |percent| Ratio::new(percent, 100).unwrap();
    vec![
        case(based("0", "1/1")),
        case(based("1", "0/1")),
        case(
            half.clone()
                .with_limits(Some(parse("2/1")), Some(parse("1/1"))),
        ),
        case(scheme(&[half.clone(), criterion("值", "1", 49)])),
        case(scheme(&[half.clone(), half])),
        case(score("值", "1")),
        case(score("分", "1亩")),
        case(Ranking::of(twice, Ties::Dense)),
        case(Err::<(), _>(EvaluationError::Total)),
        case(Err::<(), _>(EvaluationError::Ranks)),
        case(CutOffs::new(share(60), share(60), share(40))),
        case(Quotas::new(
            [share(50), share(50), share(1)],
            Mode::HalfUp,
            Boundary::Better,
        )),
        case(criterion("分", "1", 100).points(parse(NINES))),
    ]
}

pub(super) fn agency() -> Vec<Case> {
    let average = |changes: &[Change]| {
        AverageReduction::of(
            changes.to_vec(),
            Averaging::RatioOfSums,
            ZeroBefore::Refused,
        )
    };
    let mut packages = Packages::new();
    packages.add(package("甲", (1, 1), (1, 1), (1, 1))).unwrap();
    let full = caseload([u64::MAX, 0, 0, 0]).unwrap();
    vec![
        case(average(&[Change {
            before: 0,
            after: 2,
        }])),
        case(average(&[])),
        case(packages.clone().merge(packages)),
        case(caseload([50, 49, 51, 0])),
        case(full.checked_add(&full)),
        case(Caseload::default().items_per_project()),
    ]
}
