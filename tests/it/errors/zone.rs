//! The errors of the rooms `quota`, `pricing`, `evaluation` and `agency`.

use standard_land::agency::{AverageReduction, Averaging, Caseload, Change, Packages, ZeroBefore};
use standard_land::evaluation::{
    Boundary, Criterion, CutOffs, EvaluationError, Missing, Quotas, Ranking, Scheme, Ties,
};
use standard_land::jiff::civil::date;
use standard_land::pricing::{Account, Bracket, LegalBasis, Offer, Scale, Schedule, Tiering};
use standard_land::quota::{CarryOver, Entry, LandPlan, Quota};
use standard_land::source::{Certainty, Sourced};
use standard_land::{Area, Mode, Money, Ratio};

use super::{Case, case, text};
use crate::api::agency::package;
use crate::api::evaluation::{criterion, plain, plain_score, values};
use crate::api::parse;
use crate::api::pricing::{instalment, payment, scale};
use crate::api::quota::{plan, quota, rule};

const NINES: &str = "99999999999999999999999999999999999999";

pub(super) fn quotas() -> Vec<Case> {
    let applied = || quota(&[(Entry::Applied, "2 ha")]);
    let of = |year| plan(year, &[("甲", Entry::Applied, "2 ha")]);
    let full = Area::from_quanta(u64::MAX);
    vec![
        case(
            applied().record(Entry::Refused, parse("3 ha")),
            "3 ha cannot be refused: 2 ha is pending",
        ),
        case(
            applied().record(Entry::Used, parse("1 ha")),
            "1 ha cannot be used: 0 ha is left",
        ),
        case(of("2025").merge(of("2025")), "甲 is in both plans"),
        case(
            of("2025").merge(of("2024")),
            "a plan of 2024 does not merge with one of 2025",
        ),
        case(
            LandPlan::new(parse("9999")).close(rule(CarryOver::Lapses)),
            "there is no next year",
        )
        .because(r#""10000" is no year from 0001 to 9999"#),
        case(
            Quota::carrying(full).checked_add(&Quota::carrying(full)),
            "an area of the plan cannot be held",
        )
        .because(r#""12297829382.47303441 ha + 12297829382.47303441 ha" is outside of 0 to 184467440737.09551615 mu"#),
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
    let mut paid = Account::new(Schedule::new(parse("1元"), [instalment(day, "1元")]).unwrap());
    paid.pay(payment("17", day, "1元")).unwrap();
    let largest = standard_land::pricing::Instalment {
        due: day,
        sum: Money::MAX,
    };
    vec![
        case(scaled(&[]), "a scale needs a bracket"),
        case(
            scaled(&[bracket("1元", "1/1")]),
            "the first bracket begins at 1.00 CNY, not at zero",
        ),
        case(
            scaled(&[bracket("0元", "1/1"), bracket("0元", "1/2")]),
            "a bracket from 0.00 CNY does not follow one from 0.00 CNY",
        ),
        case(
            scaled(&[bracket("0元", "-1/2")]),
            "a rate of -1/2 is below zero",
        ),
        case(
            Offer::new(parse("-1元"), flat(), None, LegalBasis::None),
            "-1.00 CNY is below zero",
        ),
        case(flat().apply(parse("-1元")), "-1.00 CNY is below zero"),
        case(
            paid.pay(payment("18", day, "0元")),
            "0.00 CNY is no sum to pay",
        ),
        case(
            Schedule::new(parse("2元"), [instalment(day, "1元")]),
            "the instalments sum to 1.00 CNY, the price is 2.00 CNY",
        ),
        case(
            paid.pay(payment("17", day, "2元")),
            "receipt 17 is there twice",
        ),
        text::<LegalBasis>(
            "法律: 土地管理法",
            r#""法律: 土地管理法" is neither "none" nor a basis such as "law: 土地管理法""#,
        ),
        case(
            Schedule::new(Money::MAX, [largest, largest]),
            "a sum of money cannot be held",
        )
        .because(r#""a total of 18446744073709551614 fen" is outside of -92233720368547758.07 to 92233720368547758.07 CNY"#),
        case(
            scaled(&[bracket("0元", &format!("{NINES}/1"))]).unwrap().apply(parse("2元")),
            "an exact figure cannot be held",
        )
        .because("2/1 * 99999999999999999999999999999999999999/1 does not fit the digits of the result"),
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
        case(based("0", "1/1"), "the base of 分 is not above zero"),
        case(based("1", "0/1"), "the weight of 分 is not above zero"),
        case(
            half.clone().with_limits(Some(parse("2/1")), Some(parse("1/1"))),
            "分 gives at least 2/1 and at most 1/1 points",
        ),
        case(
            scheme(&[half.clone(), criterion("值", "1", 49)]),
            "the weights sum to 99/1, not to 100",
        ),
        case(scheme(&[half.clone(), half]), "分 is there twice"),
        case(score("值", "1"), "the scheme has no criterion 值"),
        case(
            score("分", "1亩"),
            "the value of 分 is in another unit than its base",
        )
        .because("亩 does not convert into 1"),
        case(
            Ranking::of(twice, Ties::Dense),
            r#""一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二…" is ranked twice"#,
        ),
        case(
            Err::<(), _>(EvaluationError::Total),
            "the total does not follow from the points",
        ),
        case(
            Err::<(), _>(EvaluationError::Ranks),
            "the ranks do not follow from the scores",
        ),
        case(
            CutOffs::new(share(60), share(60), share(40)),
            "the cut-offs 3/5, 3/5, 2/5 do not fall",
        ),
        case(
            Quotas::new([share(50), share(50), share(1)], Mode::HalfUp, Boundary::Better),
            "the shares 1/2, 1/2, 1/100 are no parts of all",
        ),
        case(
            criterion("分", "1", 100).points(parse(NINES)),
            "the exact figure has too many digits",
        )
        .because("99999999999999999999999999999999999999/1 * 100/1 does not fit the digits of the result"),
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
    let full = Caseload::new(u64::MAX, 0, 0, 0).unwrap();
    vec![
        case(
            average(&[Change {
                before: 0,
                after: 2,
            }]),
            "from 0 to 2 there is no reduction",
        ),
        case(average(&[]), "there is nothing to average"),
        case(packages.clone().merge(packages), "甲 is there twice"),
        case(Caseload::new(50, 49, 51, 0), "51 of 50 projects cannot be"),
        case(
            full.checked_add(&full),
            "a count is larger than can be held",
        ),
        case(
            Caseload::default().items_per_project(),
            "the exact figure cannot be held",
        )
        .because("0 of a zero whole is no share"),
    ]
}
