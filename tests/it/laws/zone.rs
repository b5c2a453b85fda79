//! Laws of the modules `quota`, `pricing`, `evaluation` and `agency`.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

#[cfg(feature = "serde")]
use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
#[cfg(feature = "serde")]
use serde_json::{Value as Json, json};
#[cfg(feature = "serde")]
use standard_land::agency::Caseload;
use standard_land::agency::{AverageReduction, Averaging, Change, ZeroBefore};
use standard_land::evaluation::{Boundary, Grade, Missing, Quotas, Ranking, Ties};
#[cfg(feature = "serde")]
use standard_land::evaluation::{CutOffs, Score};
use standard_land::exact::Sum;
use standard_land::jiff::civil::{Date, date};
use standard_land::pricing::{
    Bracket, Instalment, Payment, PaymentAccount, Scale, Schedule, Tiering,
};
#[cfg(feature = "serde")]
use standard_land::pricing::{BuiltFloorArea, DailyRate, FloorPrice, FloorPrices};
use standard_land::quota::{LandPlan, PlanEntry, Quota};
#[cfg(feature = "serde")]
use standard_land::standard::{ControlStandard, StandardHistory, StandardVersion};
use standard_land::{Area, Mode, Money, Ratio};

use crate::given::parse;
use crate::given::{Values, plain, plain_score};
#[cfg(feature = "serde")]
use crate::wire::Travels;
use crate::wire::comes_back;

fn areas() -> impl Strategy<Value = Area> {
    prop_oneof![
        4 => (0..20_u64).prop_map(Area::from_quanta),
        1 => any::<u64>().prop_map(Area::from_quanta),
    ]
}

fn entries() -> impl Strategy<Value = Vec<(PlanEntry, Area)>> {
    vec((select(PlanEntry::ALL), areas()), 0..40)
}

pub(crate) fn sums() -> impl Strategy<Value = Money> {
    (0..2_000_i64).prop_map(|fen| Money::from_fen(fen).unwrap())
}

pub(crate) fn rates() -> impl Strategy<Value = Ratio> {
    (0..40_i128, 1..40_u128).prop_map(|(part, whole)| Ratio::new(part, whole).unwrap())
}

pub(crate) fn scales() -> impl Strategy<Value = Scale> {
    let steps = vec((1..500_i64, rates()), 0..5);
    (select(Tiering::ALL), rates(), steps).prop_map(|(tiering, rate, steps)| {
        let mut brackets = vec![Bracket {
            from: Money::ZERO,
            rate,
        }];
        let mut from = 0;
        for (step, rate) in steps {
            from += step;
            brackets.push(Bracket {
                from: Money::from_fen(from).unwrap(),
                rate,
            });
        }
        Scale::new(tiering, brackets).unwrap()
    })
}

fn days() -> impl Strategy<Value = Date> {
    (1..=28_i8, 1..=3_i8).prop_map(|(day, month)| date(2025, month, day))
}

pub(crate) fn instalments() -> impl Strategy<Value = Vec<Instalment>> {
    let sum = (1..1_000_i64).prop_map(|fen| Money::from_fen(fen).unwrap());
    vec(
        (days(), sum).prop_map(|(due, sum)| Instalment { due, sum }),
        0..6,
    )
}

pub(crate) fn payments() -> impl Strategy<Value = Vec<Payment>> {
    vec((days(), 1..1_500_i64), 0..6).prop_map(|payments| {
        let payments = payments.into_iter().enumerate();
        payments
            .map(|(number, (day, fen))| Payment {
                receipt: parse(&number.to_string()),
                day,
                sum: Money::from_fen(fen).unwrap(),
            })
            .collect()
    })
}

pub(crate) fn account(instalments: &[Instalment], payments: &[Payment]) -> PaymentAccount {
    let price = Money::total(instalments.iter().map(|it| it.sum)).unwrap();
    let mut account = PaymentAccount::new(Schedule::new(price, instalments.to_vec()).unwrap());
    for payment in payments {
        account.record(payment.clone()).unwrap();
    }
    account
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = (0..30_u64, 0..30_u64).prop_map(|(before, after)| Change { before, after });
    vec(change, 0..12)
}

/// Small values, so that many are equal; some are missing.
fn scores() -> impl Strategy<Value = Vec<(String, Option<u8>)>> {
    vec(option::weighted(0.9, 0..8_u8), 0..20).prop_map(|values| {
        let values = values.into_iter().enumerate();
        values
            .map(|(number, value)| (format!("{number:02}"), value))
            .collect()
    })
}

fn ranking(scores: &[(String, Option<u8>)], ties: Ties) -> Ranking<String> {
    let none = plain().score(&Values::new(), Missing::NotRanked).unwrap();
    let scores = scores.iter().map(|(key, value)| {
        let score = value.map_or_else(|| none.clone(), |value| plain_score(&value.to_string()));
        (key.clone(), score)
    });
    Ranking::of(scores, ties).unwrap()
}

/// JSON is read exactly when the constructor takes the same parts.
#[cfg(feature = "serde")]
fn read_as<T: Travels + PartialEq + Debug>(json: &Json, made: Option<T>) {
    let read = serde_json::from_value::<T>(json.clone()).ok();
    assert_eq!(read, made, "{json}");
    if let Some(made) = made {
        comes_back(&made);
    }
}

proptest! {
    /// applied = approved + refused + pending; used + left = approved.
    #[test]
    fn a_quota_balances_whatever_is_entered(carried in areas(), entries in entries()) {
        let mut quota = Quota::carrying(carried);
        let carried = u128::from(carried.quanta());
        // The same with plain numbers.
        let mut sums = [0_u128; 4];
        for (entry, area) in entries {
            let before = quota;
            let [applied, approved, refused, used] = sums;
            let amount = u128::from(area.quanta());
            let fits = match entry {
                PlanEntry::Applied => applied + amount <= u128::from(u64::MAX),
                PlanEntry::Refused => approved + refused + amount <= applied,
                PlanEntry::Approved => {
                    let held = carried + approved + amount <= u128::from(u64::MAX);
                    approved + refused + amount <= applied && held
                }
                PlanEntry::Used => used + amount <= carried + approved,
                _ => unreachable!("a new one has to be tested"),
            };
            prop_assert_eq!(quota.record(entry, area).is_ok(), fits);
            if fits {
                let place = PlanEntry::ALL.iter().position(|it| *it == entry);
                sums[place.unwrap()] += amount;
            } else {
                prop_assert_eq!(quota, before);
            }
            let [applied, approved, refused, used] = sums;
            let of = |area: Area| u128::from(area.quanta());
            prop_assert_eq!(of(quota.applied()), applied);
            prop_assert_eq!(of(quota.pending()), applied - approved - refused);
            prop_assert_eq!(of(quota.left()), carried + approved - used);
        }
        comes_back(&quota);
    }

    /// The plan of all zones is the same however they are grouped.
    #[test]
    fn plans_merge_to_the_same_total(
        zones in vec(vec((select(PlanEntry::ALL), (0..20_u64).prop_map(Area::from_quanta)), 0..10), 0..5),
        cut in 0..5_usize,
    ) {
        let year = parse("2025");
        let mut all = LandPlan::new(year);
        let mut parts = [LandPlan::new(year), LandPlan::new(year)];
        for (number, entries) in zones.iter().enumerate() {
            for (entry, area) in entries {
                let zone = parse::<standard_land::quota::ZoneName>(&number.to_string());
                let taken = all.record(zone.clone(), *entry, *area).is_ok();
                let part = &mut parts[usize::from(number >= cut)];
                prop_assert_eq!(part.record(zone, *entry, *area).is_ok(), taken);
            }
        }
        let [first, second] = parts;
        let sum = first.total().unwrap().checked_add(&second.total().unwrap());
        let (mut merged, mut turned) = (first.clone(), second.clone());
        merged.merge(second).unwrap();
        turned.merge(first).unwrap();
        prop_assert_eq!(&merged, &turned);
        prop_assert_eq!(&merged, &all);
        prop_assert_eq!(sum, all.total());
        comes_back(&all);
    }

    /// The slices are the amount; more is never cheaper at the margin.
    #[test]
    fn slices_are_the_amount_and_marginal_sums_only_grow(
        scale in scales(), amount in sums(), more in sums(),
    ) {
        let parts = scale.slices(amount).unwrap().into_iter().map(|it| it.part);
        prop_assert_eq!(Money::total(parts), Ok(amount));
        let rates = scale.brackets().iter().map(|it| it.rate);
        let rate = scale.rate(amount).unwrap();
        prop_assert!(rates.clone().min().unwrap() <= rate);
        prop_assert!(rate <= rates.max().unwrap());
        if scale.tiering() == Tiering::Marginal {
            let larger = amount.checked_add(more).unwrap();
            prop_assert!(scale.apply(amount).unwrap() <= scale.apply(larger).unwrap());
        }
        let first = scale.brackets()[0];
        let flat = |tiering| Scale::new(tiering, [first]).unwrap().apply(amount);
        prop_assert_eq!(flat(Tiering::Marginal), flat(Tiering::Whole));
    }

    /// Nothing paid is lost, and no order changes how an account stands.
    #[test]
    fn accounts_balance_in_any_order(
        (instalments, shuffled) in instalments().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        (payments, mixed) in payments().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        day in days(),
    ) {
        let account_1 = account(&instalments, &payments);
        prop_assert_eq!(&account_1, &account(&shuffled, &mixed));
        let it = account_1.standing(day).unwrap();
        let sum = |a: Money, b| a.checked_add(b).unwrap();
        prop_assert_eq!(sum(it.paid, it.unpaid), sum(it.price, it.overpaid));
        prop_assert!(it.unpaid == Money::ZERO || it.overpaid == Money::ZERO);
        prop_assert!(it.overdue <= it.unpaid && it.due <= it.price);
        let all = Money::total(payments.iter().map(|it| it.sum)).unwrap();
        prop_assert_eq!(sum(it.paid, it.later), all);
        let next = account_1.standing(day.tomorrow().unwrap()).unwrap();
        prop_assert!(next.due >= it.due && next.paid >= it.paid);
        comes_back(&account_1);
    }

    /// A rank is one more than those above: all of them, or all their scores.
    #[test]
    fn rankings_do_not_depend_on_the_order(
        (scores, mixed) in scores().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        ties in select(Ties::ALL),
    ) {
        let ranked = ranking(&scores, ties);
        prop_assert_eq!(&ranked, &ranking(&mixed, ties));
        prop_assert_eq!(ranked.places().len() + ranked.unranked().len(), scores.len());
        comes_back(&ranked);
        for place in ranked.places() {
            let mut above: Vec<Sum> = ranked.places().iter().map(|it| it.total.clone()).collect();
            above.retain(|total| *total > place.total);
            if ties == Ties::Dense {
                above.sort_unstable();
                above.dedup();
            }
            prop_assert_eq!(place.rank, u64::try_from(above.len()).unwrap() + 1);
        }
    }

    #[test]
    fn grades_follow_the_ranking_and_their_counts_are_all(
        scores in scores(),
        shares in [0..40_i128, 0..40_i128, 0..20_i128],
        mode in select(Mode::ALL),
        boundary in select(Boundary::ALL),
    ) {
        let ranked = ranking(&scores, Ties::Competition);
        let shares = shares.map(|share| Ratio::new(share, 100).unwrap());
        let quotas = Quotas::new(shares, mode, boundary).unwrap();
        let all = u64::try_from(ranked.places().len()).unwrap();
        let counts = quotas.counts(all).unwrap();
        let [first, second, third, rest] = counts;
        prop_assert_eq!(first + second + third + rest, all);
        let grades = quotas.grades(&ranked).unwrap();
        prop_assert_eq!(grades.len(), ranked.places().len());
        prop_assert!(grades.is_sorted());
        let pairs = ranked.places().iter().zip(&grades);
        for ((place, grade), (next, below)) in pairs.clone().zip(pairs.clone().skip(1)) {
            prop_assert!(place.total != next.total || grade == below);
        }
        let a = u64::try_from(grades.iter().filter(|it| **it == Grade::A).count()).unwrap();
        match boundary {
            Boundary::Better => prop_assert!(a >= counts[0]),
            Boundary::Worse => prop_assert!(a <= counts[0]),
            _ => unreachable!("a new one has to be tested"),
        }
    }

    #[test]
    fn averages_do_not_depend_on_the_order(
        (changes, mixed) in changes().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        averaging in select(Averaging::ALL),
    ) {
        let average = |changes| AverageReduction::of(changes, averaging, ZeroBefore::LeftOut);
        let all = u64::try_from(changes.len()).unwrap();
        let averaged = average(changes);
        prop_assert_eq!(&averaged, &average(mixed));
        if let Ok(averaged) = averaged {
            prop_assert_eq!(averaged.counted() + averaged.left_out(), all);
            prop_assert!(averaged.value() <= Ratio::ONE);
        }
    }

    /// The sum does not depend on the order, nor does whether it fits.
    #[test]
    fn totals_of_fractions_do_not_depend_on_the_order(
        (terms, mixed) in vec((any::<i64>(), 1..u64::MAX), 0..5)
            .prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        let total = |terms: Vec<(i64, u64)>| {
            let terms = terms.into_iter();
            Ratio::total(terms.map(|(part, whole)| Ratio::new(part.into(), whole.into()).unwrap()))
        };
        prop_assert_eq!(total(terms), total(mixed));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_makes_nothing_that_the_constructors_refuse(
        numbers in [0..6_u64, 0..6_u64, 0..6_u64, 0..6_u64],
        signed in [-2..6_i64, -2..6_i64, -2..6_i64],
        mode in select(Mode::ALL),
    ) {
        let [a, b, c, d] = numbers;
        let caseload = json!({"projects": a.to_string(), "by_commitment": b.to_string(),
            "prepared": c.to_string(), "items": d.to_string()});
        let counts = Caseload::default().with().projects(a).by_commitment(b);
        read_as(&caseload, counts.prepared(c).items(d).build().ok());

        let area = |ha: u64| format!("{ha} ha");
        let mut quota = Quota::default();
        let recorded = [(PlanEntry::Applied, a), (PlanEntry::Approved, b), (PlanEntry::Refused, c), (PlanEntry::Used, d)]
            .into_iter()
            .try_for_each(|(entry, ha)| quota.record(entry, parse(&area(ha))));
        let json = json!({"applied": area(a), "approved": area(b), "refused": area(c),
            "used": area(d), "carried_in": "0 ha"});
        read_as(&json, recorded.ok().map(|()| quota));

        let fifths = signed.map(|part| Ratio::new(part.into(), 5).unwrap());
        let [x, y, z] = fifths;
        read_as(&json!({"a": x, "b": y, "c": z}), CutOffs::new(x, y, z).ok());
        let json = json!({"shares": fifths, "rounding": mode, "boundary": "better"});
        read_as(&json, Quotas::new(fifths, mode, Boundary::Better).ok());

        let yuan = |sum: i64| Money::from_fen(sum * 100).unwrap();
        let [p, q, r] = signed.map(yuan);
        let brackets = [Bracket { from: p, rate: y }, Bracket { from: q, rate: z }];
        let json = json!({"tiering": "whole", "brackets": brackets});
        read_as(&json, Scale::new(Tiering::Whole, brackets).ok());
        let due = date(2025, 1, 1);
        let parts = [Instalment { due, sum: q }, Instalment { due, sum: r }];
        read_as(&json!({"price": p, "instalments": parts}), Schedule::new(p, parts).ok());

        let floors = [(c, q), (d, r)].map(|(grade, sum)| FloorPrice {
            grade: u8::try_from(grade).unwrap(),
            price: sum.per(parse("1 ha")).unwrap(),
        });
        read_as(&json!({"floors": floors}), FloorPrices::new(floors).ok());
        let built = BuiltFloorArea::new(parse(&area(a)), parse(&area(b)));
        read_as(&json!({"total": area(a), "complete": area(b)}), built.ok());
        read_as(&json!(format!("{x:#}")), DailyRate::new(x).ok());

        let days = [a, b, c].map(|day| date(2020, 1, 1 + i8::try_from(day).unwrap()));
        let versions = days.map(|from| StandardVersion { from, standard: ControlStandard::national_2023() });
        let history = versions.iter().try_fold(StandardHistory::new(), |all, it| {
            all.with(it.from, it.standard.clone())
        });
        read_as(&json!({"versions": versions}), history.ok());
    }
}

/// What a score or a ranking says of itself is looked at when it is read.
#[cfg(feature = "serde")]
#[test]
fn json_makes_no_score_and_no_ranking_that_cannot_be() {
    let score = |points: &[(&str, Option<&str>)], total: Option<&str>| {
        let points: Vec<Json> = points
            .iter()
            .map(|(name, points)| json!({"criterion": name, "points": points}))
            .collect();
        let json = json!({"points": points, "total": total});
        serde_json::from_value::<Score>(json).map_err(|error| error.to_string())
    };
    let (whole, part) = (
        [("a", Some("20/1")), ("b", Some("1/2"))],
        [("a", Some("20/1")), ("b", None)],
    );
    assert!(score(&whole, Some("41/2")).is_ok());
    for total in [None, Some("20/1"), Some("21/1"), Some("0/1")] {
        let refused = score(&whole, total).unwrap_err();
        assert!(
            refused.contains("the total does not follow from the points"),
            "{refused}"
        );
    }
    // Zero, brought to 100, not ranked; but never less than what is there.
    for (total, taken) in [
        (Some("20/1"), true),
        (Some("30/1"), true),
        (None, true),
        (Some("19/1"), false),
    ] {
        assert_eq!(score(&part, total).is_ok(), taken, "{total:?}");
    }
    assert!(score(&[], Some("0/1")).is_err());
    assert!(score(&[("a", Some("1/1")), ("a", Some("1/1"))], Some("2/1")).is_err());

    let ranked = Ranking::of(
        [
            ("x", plain_score("9")),
            ("y", plain_score("9")),
            ("z", plain_score("1")),
        ],
        Ties::Competition,
    );
    let json = serde_json::to_value(ranked.unwrap()).unwrap();
    let read = |json: &Json| serde_json::from_value::<Ranking<String>>(json.clone());
    assert!(read(&json).is_ok());
    let changes: [fn(&mut Json); 6] = [
        |it| it["places"][0]["rank"] = json!("2"),
        |it| it["places"][2]["rank"] = json!("4"),
        |it| it["places"][0]["total"] = json!("10/1"),
        |it| it["places"][0]["key"] = json!("y"),
        |it| it["places"].as_array_mut().unwrap().reverse(),
        |it| it["unranked"] = json!([["v", it["places"][0]["score"]]]),
    ];
    for change in changes {
        let mut other = json.clone();
        change(&mut other);
        assert!(read(&other).is_err(), "{other}");
    }
    let mut dense = json;
    dense["places"][2]["rank"] = json!("2");
    assert!(read(&dense).is_ok());
}

#[test]
fn sums_of_any_length_are_read_as_printed() {
    let nines = "9".repeat(60);
    for text in [
        "0/1",
        "5/6",
        "-1/3",
        &format!("-{nines}/8"),
        &format!("17/{nines}0"),
    ] {
        let sum: Sum = parse(text);
        assert_eq!(sum.to_string(), text);
        #[cfg(feature = "serde")]
        assert_eq!(json!(sum), json!(text));
        comes_back(&sum);
    }
    assert_eq!(parse::<Sum>("574/3718").to_string(), "287/1859");
    assert_eq!(parse::<Sum>(&format!("{nines}/{nines}")).to_string(), "1/1");
    for (text, message) in [
        ("5", r#""5" is not a fraction such as "4/7""#.to_owned()),
        ("5/0", "5 of a whole of zero has no share; the whole must be above zero".to_owned()),
        (
            &format!("{nines}/0"),
            r#""99999999999999999999999999999999…" is not a fraction such as "4/7""#.to_owned(),
        ),
        (
            "1.5/2",
            r#""1.5/2" has a part or a whole with decimals or below zero; write whole numbers, as in "4/7""#.to_owned(),
        ),
        (
            &format!("1.{nines}/2"),
            format!(
                "{:?} has a part or a whole with decimals or below zero; write whole numbers, as in \"4/7\"",
                format!("1.{}…", "9".repeat(30))
            ),
        ),
        (
            "4/-7",
            r#""4/-7" has a part or a whole with decimals or below zero; write whole numbers, as in "4/7""#.to_owned(),
        ),
        (
            &format!("0{nines}/7"),
            format!(
                "{:?} has a part or a whole that is not a valid number",
                format!("0{}…", "9".repeat(31))
            ),
        ),
        (
            "-0/7",
            r#""-0/7" has a part or a whole that is not a valid number"#.to_owned(),
        ),
        (
            &format!("{nines}x/7"),
            r#""99999999999999999999999999999999…" has a part or a whole that is not a valid number"#
                .to_owned(),
        ),
    ] {
        assert_eq!(text.parse::<Sum>().unwrap_err().to_string(), message);
    }
}
