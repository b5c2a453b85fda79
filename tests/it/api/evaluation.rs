//! Per-mu evaluation: schemes, scores, ranks, grades.

use standard_land::evaluation::{
    Boundary, CutOffs, EvaluationError, Grade, Missing, Quotas, Ranking, Scheme, Score, Ties,
};
use standard_land::source::Certainty;
use standard_land::standard::{CoreIndicator, Indicator, Performance};
use standard_land::{Mode, Ratio, Rounding};

use crate::given::{Values, criterion, parse, plain, plain_score, values};
use crate::wire::comes_back;

/// The score as a fraction of at most 38 digits.
fn total_of(score: &Score) -> Option<Ratio> {
    score.total().map(|total| total.to_ratio().unwrap())
}

/// Measured values are fractions with unlike wholes: their sum has more digits
/// than a fraction holds, and is ranked and rounded all the same.
#[test]
fn measured_values_never_have_too_many_digits() {
    let large = Scheme::huangyan_2022_large();
    let given = values(&[
        ("亩均税收", "361/451507万元/亩·年"),
        ("亩均增加值", "4567/451511万元/亩·年"),
        ("单位能耗增加值", "4567/12345701万元/吨标准煤"),
        ("单位排污增加值", "4567/3217万元/吨"),
        ("全员劳动生产率（万元/人）", "4567/131"),
        ("研发经费占比", "12/99991"),
    ]);
    let score = large.score(&given, Missing::Zero).unwrap();
    let total = score.total().unwrap();
    assert!(total.to_ratio().is_err());
    assert!(total.to_string().len() > 80, "{total}");
    assert_eq!(
        total.round(Rounding::half_up(8)).unwrap().to_string(),
        "19.26647617"
    );
    // A trace more is above it.
    let mut more = given.clone();
    more.insert(parse("研发经费占比"), parse("12000001/99991000000"));
    let more = large.score(&more, Missing::Zero).unwrap();
    assert!(more.total() > score.total());
    let ranking = Ranking::of([("a", score), ("b", more)], Ties::Dense).unwrap();
    assert_eq!(ranking.places()[0].key, "b");
}

/// Huangyan 2022: bases and weights as printed.
#[test]
fn the_schemes_of_huangyan_are_as_printed() {
    let lines = |scheme: &Scheme| {
        let lines = scheme.criteria().iter();
        lines
            .map(|it| format!("{}/{}×{}", it.name(), it.base().value, it.weight()))
            .collect::<Vec<_>>()
    };
    let large = Scheme::huangyan_2022_large();
    assert_eq!(
        lines(&large),
        [
            "亩均税收/24.097万元/亩·年×30/1",
            "亩均增加值/136.16万元/亩·年×20/1",
            "单位能耗增加值/2.694万元/吨标准煤×20/1",
            "单位排污增加值/4929.81万元/吨×10/1",
            "全员劳动生产率（万元/人）/18.14×10/1",
            "研发经费占比/0.0302×10/1",
        ]
    );
    let small = Scheme::huangyan_2022_small();
    assert_eq!(
        lines(&small),
        [
            "亩均税收/11.5932万元/亩·年×50/1",
            "单位电耗税收（元/千瓦时）/0.2352×50/1"
        ]
    );
    for scheme in [large, small] {
        // What is compiled in passes the doors, names and sources too.
        comes_back(&scheme);
        let criteria = scheme.criteria().to_vec();
        let again = Scheme::new(scheme.source().clone(), scheme.certainty(), criteria);
        assert_eq!(again, Ok(scheme.clone()));
        assert_eq!(scheme.certainty(), Certainty::Seen);
        // The units were not seen.
        let units = scheme.criteria().iter().map(|it| it.base().certainty);
        assert!(units.into_iter().all(|it| it == Certainty::Remembered));
    }
}

#[test]
fn whoever_reaches_every_base_scores_100() {
    for scheme in [Scheme::huangyan_2022_large(), Scheme::huangyan_2022_small()] {
        let bases: Values = scheme
            .criteria()
            .iter()
            .map(|it| (it.name().clone(), it.base().value))
            .collect();
        for missing in Missing::ALL {
            let score = scheme.score(&bases, *missing).unwrap();
            assert_eq!(total_of(&score), Some(Ratio::new(100, 1).unwrap()));
            assert_eq!(score.missing().count(), 0);
        }
    }
}

/// A score worked out by hand: 12.0485/24.097×30 + 272.32/136.16×20 = 15 + 40.
#[test]
fn a_score_is_value_over_base_times_weight() {
    let large = Scheme::huangyan_2022_large();
    let given = values(&[
        ("亩均税收", "180.7275万元/公顷·年"),
        ("亩均增加值", "272.32万元/亩·年"),
    ]);
    let total = |missing| total_of(&large.score(&given, missing).unwrap());
    assert_eq!(total(Missing::Zero), Some(parse("55/1")));
    // 50 of 100 by weight are known.
    assert_eq!(total(Missing::Reweighted), Some(parse("110/1")));
    assert_eq!(total(Missing::NotRanked), None);
    let score = large.score(&given, Missing::Zero).unwrap();
    assert_eq!(score.missing().count(), 4);
    assert_eq!(score.points()[0].points, Some(parse("15/1")));
    assert_eq!(score.points()[2].points, None);
    let nothing = |missing| total_of(&large.score(&Values::new(), missing).unwrap());
    assert_eq!(nothing(Missing::Zero), Some(Ratio::ZERO));
    assert_eq!(nothing(Missing::Reweighted), None);
}

/// What the module `standard` measures is scored as it is.
#[test]
fn what_is_measured_can_be_scored() {
    let year = Performance {
        land: Some(parse("45.15亩")),
        tax: Some(parse("361.2万元")),
        ..Performance::default()
    };
    let tax = year
        .measure(&Indicator::usual(CoreIndicator::TaxPerArea))
        .unwrap();
    let given = Values::from([(parse("亩均税收"), tax)]);
    let score = Scheme::huangyan_2022_large()
        .score(&given, Missing::Zero)
        .unwrap();
    // 8/24.097×30.
    let total = total_of(&score).unwrap();
    assert_eq!(total, parse("240000/24097"));
    assert_eq!(
        total.round(Rounding::half_up(2)).unwrap().to_string(),
        "9.96"
    );
}

#[test]
fn points_are_limited_where_the_scheme_says_so() {
    let limited = criterion("分", "100", 100)
        .with_limits(Some(Ratio::ZERO), Some(parse("120/1")))
        .unwrap();
    let points = |value| limited.points(parse(value)).unwrap();
    assert_eq!(points("-5"), Ratio::ZERO);
    assert_eq!(points("119.9"), parse("1199/10"));
    assert_eq!(points("500"), parse("120/1"));
    assert_eq!(
        criterion("分", "100", 100).points(parse("-5")),
        Ok(parse("-5/1"))
    );
}

fn ranks(scores: &[(&'static str, &str)], ties: Ties) -> Vec<(u64, &'static str)> {
    let scores = scores.iter().map(|(key, value)| (*key, plain_score(value)));
    let ranking = Ranking::of(scores, ties).unwrap();
    ranking
        .places()
        .iter()
        .map(|place| (place.rank, place.key))
        .collect()
}

#[test]
fn ties_share_a_rank_by_a_method_that_is_named() {
    let scores = [
        ("d", "1"),
        ("c", "2/3"),
        ("b", "1.0"),
        ("a", "4/6"),
        ("e", "0.66"),
    ];
    assert_eq!(
        ranks(&scores, Ties::Competition),
        [(1, "b"), (1, "d"), (3, "a"), (3, "c"), (5, "e")]
    );
    assert_eq!(
        ranks(&scores, Ties::Dense),
        [(1, "b"), (1, "d"), (2, "a"), (2, "c"), (3, "e")]
    );
}

#[test]
fn who_has_no_score_is_listed_apart() {
    let none = plain().score(&Values::new(), Missing::NotRanked).unwrap();
    let scores = [("b", none.clone()), ("a", plain_score("5")), ("c", none)];
    let ranking = Ranking::of(scores.clone(), Ties::Dense).unwrap();
    assert_eq!(ranking.places().len(), 1);
    let apart: Vec<_> = ranking.unranked().iter().map(|(key, _)| *key).collect();
    assert_eq!(apart, ["b", "c"]);
    let twice = scores.iter().chain(&scores[..1]).cloned();
    assert!(matches!(
        Ranking::of(twice, Ties::Dense),
        Err(EvaluationError::KeyRepeated { .. })
    ));
}

#[test]
fn quotas_are_counted_exactly_and_add_up() {
    let share = |percent| Ratio::new(percent, 100).unwrap();
    let shares = [share(20), share(60), share(15)];
    let counts = |all, mode| {
        let quotas = Quotas::new(shares, mode, Boundary::Better).unwrap();
        quotas.counts(all).unwrap()
    };
    assert_eq!(counts(100, Mode::HalfUp), [20, 60, 15, 5]);
    // 1.4, 5.6 and 6.65 of 7.
    assert_eq!(counts(7, Mode::TowardZero), [1, 4, 1, 1]);
    assert_eq!(counts(7, Mode::HalfUp), [1, 5, 1, 0]);
    assert_eq!(counts(7, Mode::Ceiling), [2, 4, 1, 0]);
    assert_eq!(counts(0, Mode::Ceiling), [0, 0, 0, 0]);
}

#[test]
fn ties_across_a_boundary_get_the_grade_that_is_named() {
    let scores = [
        ("a", "90"),
        ("b", "80"),
        ("c", "80"),
        ("d", "70"),
        ("e", "10"),
    ];
    let scores = scores.map(|(key, value)| (key, plain_score(value)));
    let ranking = Ranking::of(scores, Ties::Competition).unwrap();
    let share = |percent| Ratio::new(percent, 100).unwrap();
    let shares = [share(40), share(40), Ratio::ZERO];
    let grades = |boundary| {
        let quotas = Quotas::new(shares, Mode::HalfUp, boundary).unwrap();
        quotas.grades(&ranking).unwrap()
    };
    // Positions 2 and 3 tie; A ends after 2, B after 4.
    assert_eq!(
        grades(Boundary::Better),
        [Grade::A, Grade::A, Grade::A, Grade::B, Grade::D]
    );
    assert_eq!(
        grades(Boundary::Worse),
        [Grade::A, Grade::B, Grade::B, Grade::B, Grade::D]
    );
    let cut = CutOffs::new(parse("80/1"), parse("60/1"), parse("20/1")).unwrap();
    assert_eq!(
        cut.grades(&ranking),
        [Grade::A, Grade::A, Grade::A, Grade::B, Grade::D]
    );
    assert_eq!(cut.grade(&parse::<Ratio>("20/1").into()), Grade::C);
}
