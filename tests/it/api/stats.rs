//! Tallies and breakdowns: the founding case, named denominators, overflow.

use std::collections::BTreeSet;

use standard_land::agency::Packages;
use standard_land::allocation::SupplyMethod;
use standard_land::calendar::Year;
use standard_land::enterprise::EnterpriseId;
use standard_land::exact::{Mode, Modes, RatioError};
use standard_land::industry::{Edition, IndustryLevel};
use standard_land::oversight::ProblemList;
use standard_land::parcel::Requirements;
use standard_land::register::Grant;
use standard_land::stats::{Key, Sample, ShareRow, StatsError, Whole};
use standard_land::{
    Area, AreaUnit, Breakdown, DivisionCode, IndustryCategory, IndustryCode, Ratio, Rounding, Tally,
};

use super::{allocation, block, enterprise, founding, parcel, parse, tally};

fn keys<K: Key>(breakdown: &Breakdown<K>) -> Vec<Option<K>> {
    breakdown.rows().map(|row| row.key).collect()
}

#[test]
fn the_founding_case() {
    let register = founding();
    let services: IndustryCategory = parse("producer-services");
    let by_category = Breakdown::by(register.grants(), Grant::category).unwrap();
    assert_eq!(by_category.total(), tally(7, "37.18 ha"));
    assert_eq!(by_category.get(&services), Some(tally(4, "5.74 ha")));
    assert_eq!(by_category.keyed(), tally(4, "5.74 ha"));
    assert_eq!(by_category.unkeyed(), tally(3, "31.44 ha"));

    let [of_services, of_rest] = &by_category.shares(Whole::Total).unwrap()[..] else {
        panic!("two rows");
    };
    assert_eq!(of_services.key, Some(services));
    assert_eq!(of_services.by_count.to_string(), "4/7");
    assert_eq!(of_services.by_area.to_string(), "287/1859");
    let count = |rounding| of_services.by_count.percent(rounding).unwrap().to_string();
    let area = |rounding| of_services.by_area.percent(rounding).unwrap().to_string();
    assert_eq!(count(Rounding::half_up(0)), "57%");
    assert_eq!(area(Rounding::toward_zero(2)), "15.43%");
    assert_eq!(area(Rounding::half_up(2)), "15.44%");
    assert_eq!(area(Rounding::half_even(2)), "15.44%");
    assert_eq!((&of_rest.key, of_rest.tally), (&None, tally(3, "31.44 ha")));
    assert_eq!(
        of_services.by_area.checked_add(of_rest.by_area),
        Ok(Ratio::ONE)
    );

    // 4 enterprises are known by name; those of the block by nothing.
    let by_enterprise = Breakdown::by(register.grants(), Grant::enterprise).unwrap();
    assert_eq!(by_enterprise.rows().count(), 5);
    let gas: EnterpriseId = parse("文水县昌泰气体有限公司");
    assert_eq!(by_enterprise.get(&gas), Some(tally(1, "0.51 ha")));
    assert_eq!(Tally::of(register.grants()), Ok(tally(7, "37.18 ha")));
}

#[test]
fn nothing_is_counted_twice() {
    let mut register = founding();
    assert!(register.merge(founding()).is_err());
    assert!(register.add_block(block("rest", 3, "31.44 ha")).is_err());
    assert_eq!(Tally::of(register.all_grants()), Ok(tally(7, "37.18 ha")));
}

#[test]
fn what_ended_is_not_granted_now() {
    let mut register = founding();
    let id = parse("2024-1");
    let day = parse("2025-01-01");
    register
        .record(&id, standard_land::allocation::Milestone::Ended, day)
        .unwrap();
    assert_eq!(Tally::of(register.grants()), Ok(tally(6, "34.17 ha")));
    assert_eq!(Tally::of(register.all_grants()), Ok(tally(7, "37.18 ha")));
}

#[test]
fn what_is_missing_is_none_and_never_zero() {
    let register = founding();
    let by_year = Breakdown::by(register.grants(), Grant::year).unwrap();
    assert_eq!(keys(&by_year), [None]);
    assert_eq!(by_year.unkeyed(), tally(7, "37.18 ha"));
    assert_eq!(by_year.keyed(), Tally::default());
    // Nothing has a key, so nothing is a share of what has one.
    assert_eq!(by_year.shares(Whole::Keyed), Ok(vec![]));
    assert_eq!(by_year.get(&parse("2024")), None);

    let mut counted = Breakdown::<IndustryCode>::new();
    assert_eq!(
        (counted.total(), counted.rows().count()),
        (Tally::default(), 0)
    );
    // An empty tally makes no row, under a key or under none.
    for key in [None, Some(parse("7514"))] {
        counted.push(key, &Tally::default()).unwrap();
        assert_eq!(
            (counted.rows().count(), counted.get(&parse("7514"))),
            (0, None)
        );
    }
    assert_eq!(counted, Breakdown::new());
    let mut sparse = Breakdown::<String>::new();
    sparse
        .try_extend([(Some("a".to_owned()), Tally::default())])
        .unwrap();
    assert_eq!(
        (sparse.rows().count(), sparse.get(&"a".to_owned())),
        (0, None)
    );
    // A parcel without a known area is one all the same.
    counted.push(None, &Tally::one(Area::ZERO)).unwrap();
    assert_eq!(counted.rows().count(), 1);
}

#[test]
fn wholes_have_names() {
    let (a, b): (IndustryCategory, IndustryCategory) = (parse("industry"), parse("other"));
    let breakdown = Breakdown::of([
        (Some(b), tally(1, "1 ha")),
        (None, tally(4, "6 ha")),
        (Some(a), tally(3, "3 ha")),
    ])
    .unwrap();
    let shares = |whole| -> Vec<(Option<IndustryCategory>, String, String)> {
        let rows = breakdown.shares(whole).unwrap();
        let text = |row: ShareRow<_>| (row.key, row.by_count.to_string(), row.by_area.to_string());
        rows.into_iter().map(text).collect()
    };
    let row = |key, count: &str, area: &str| (key, count.to_owned(), area.to_owned());
    assert_eq!(
        shares(Whole::Total),
        [
            row(Some(a), "3/8", "3/10"),
            row(Some(b), "1/8", "1/10"),
            row(None, "1/2", "3/5")
        ]
    );
    assert_eq!(
        shares(Whole::Keyed),
        [row(Some(a), "3/4", "3/4"), row(Some(b), "1/4", "1/4")]
    );
    assert_eq!(
        shares(Whole::Given(tally(16, "30 ha"))),
        [
            row(Some(a), "3/16", "1/10"),
            row(Some(b), "1/16", "1/30"),
            row(None, "1/4", "1/5")
        ]
    );

    let given = |whole| breakdown.shares(Whole::Given(whole)).unwrap_err();
    assert_eq!(
        given(Tally::default()),
        RatioError::ZeroWhole { part: Box::new(3) }
    );
    let exceeds = RatioError::PartExceedsWhole {
        part: Box::new(4),
        whole: Box::new(3),
    };
    assert_eq!(given(tally(3, "10 ha")), exceeds);
    assert!(matches!(
        given(tally(8, "5 ha")),
        RatioError::PartExceedsWhole { .. }
    ));
}

#[test]
fn dense_and_sparse_keys_stand_side_by_side_in_order() {
    let parcel = tally(1, "1 ha");
    // 110100, 110103 and 990000 are not in the table.
    let regions = [
        "990000", "141121", "110103", "110101", "110100", "820000", "110000",
    ];
    let by_region =
        Breakdown::of(regions.map(|code| (Some(parse::<DivisionCode>(code)), parcel))).unwrap();
    let sorted: BTreeSet<&str> = regions.into();
    let expected: Vec<_> = sorted.into_iter().map(|code| Some(parse(code))).collect();
    assert_eq!(keys(&by_region), expected);

    let years = [
        "1948", "1949", "2204", "2205", "0001", "9999", "2024", "1948",
    ];
    let by_year = Breakdown::of(years.map(|year| (Some(parse::<Year>(year)), parcel))).unwrap();
    let sorted: BTreeSet<&str> = years.into();
    let expected: Vec<_> = sorted.into_iter().map(|year| Some(parse(year))).collect();
    assert_eq!(keys(&by_year), expected);
    assert_eq!(by_year.get(&parse("1948")), Some(tally(2, "2 ha")));
    assert_eq!(by_year.get(&parse("2204")), Some(parcel));
    assert_eq!(by_year.get(&parse("2206")), None);

    let by_name = Breakdown::of(["b", "", "a"].map(|key| (Some(key.to_owned()), parcel))).unwrap();
    assert_eq!(
        keys(&by_name),
        ["", "a", "b"].map(|key| Some(key.to_owned()))
    );
    let mut rows = by_name.rows();
    let first = rows.next().map(|row| (row.key, row.tally));
    assert_eq!(first, Some((Some(String::new()), parcel)));
}

#[test]
fn every_dense_key_has_a_row_of_its_own() {
    fn check<K: Key + std::fmt::Debug>(all: impl Iterator<Item = K>) {
        let all: Vec<K> = all.collect();
        let mut breakdown = Breakdown::new();
        let mut expected = Vec::new();
        // Backwards, and each with another number of parcels.
        for (key, count) in all.iter().zip(1..).collect::<Vec<_>>().into_iter().rev() {
            let tally = Tally::new(count, Area::from_quanta(count)).unwrap();
            breakdown.push(Some(key.clone()), &tally).unwrap();
            assert_eq!(breakdown.get(key), Some(tally), "{key:?}");
            expected.push((Some(key.clone()), tally));
        }
        expected.reverse();
        let rows = breakdown.rows().map(|row| (row.key, row.tally));
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    }
    check(Edition::ALL.iter().copied().flat_map(IndustryCode::all));
    check(IndustryCategory::all());
    check(DivisionCode::all());
    check((1..=9999).map(|year| Year::new(year).unwrap()));
    check(SupplyMethod::ALL.iter().copied());
    check(IndustryLevel::ALL.iter().copied());
}

#[test]
fn keys_of_your_own_and_pairs_of_keys() {
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
    enum Phase {
        First,
        Second(u8),
    }
    impl Key for Phase {}
    let parcel = tally(1, "1 ha");
    let of = [
        Phase::Second(2),
        Phase::First,
        Phase::Second(1),
        Phase::First,
    ];
    let by_phase = Breakdown::of(of.map(|phase| (Some(phase), parcel))).unwrap();
    assert_eq!(
        keys(&by_phase),
        [Phase::First, Phase::Second(1), Phase::Second(2)].map(Some)
    );
    assert_eq!(by_phase.get(&Phase::First), Some(tally(2, "2 ha")));

    let register = founding();
    let by_both = Breakdown::by(register.grants(), |grant| {
        Some((grant.category()?, grant.enterprise()?))
    });
    assert_eq!(by_both.unwrap().rows().count(), 5);
}

#[test]
fn names_of_counties_are_not_unique() {
    // Three counties of two names.
    let mut register = standard_land::Register::new();
    register.add_enterprise(enterprise("某公司")).unwrap();
    for (id, region) in [("P-1", "320106"), ("P-2", "350102"), ("P-3", "141121")] {
        register
            .add_parcel(parcel(id, "1 ha").with_region(parse(region)))
            .unwrap();
        register
            .add_allocation(allocation(id, id, "某公司", "1 ha"))
            .unwrap();
    }
    let by_code = Breakdown::by(register.grants(), Grant::region).unwrap();
    let by_name = Breakdown::by(register.grants(), |grant| grant.region()?.name()).unwrap();
    assert_eq!((by_code.rows().count(), by_name.rows().count()), (3, 2));
    assert_eq!(by_name.get(&"鼓楼区"), Some(tally(2, "2 ha")));
    assert_eq!(by_code.total(), by_name.total());
}

#[test]
fn a_roll_up_moves_rows_and_keeps_the_total() {
    let rows = [("7514", 1), ("7512", 2), ("7711", 4), ("M", 8), ("C", 16)];
    let by_class = Breakdown::of(
        rows.map(|(code, count)| (Some(parse::<IndustryCode>(code)), tally(count, "1 ha")))
            .into_iter()
            .chain([(None, tally(32, "1 ha"))]),
    )
    .unwrap();
    let by_division = by_class.roll_up(|code| code.at(IndustryLevel::Division));
    let counts: Vec<_> = by_division
        .rows()
        .map(|row| (row.key.map(|key| key.to_string()), row.tally.parcels()))
        .collect();
    let key = |text: &str| Some(text.to_owned());
    assert_eq!(counts, [(key("75"), 3), (key("77"), 4), (None, 56)]);
    assert_eq!(by_division.total(), by_class.total());
    let by_section = by_class.roll_up(|code| Some(code.section()));
    assert_eq!(by_section.unkeyed(), tally(32, "1 ha"));
    assert_eq!(by_section.get(&parse("M")), Some(tally(11, "3 ha")));
}

#[test]
fn tallies_that_cannot_be_are_refused() {
    let area = parse("1 ha");
    assert_eq!(
        Tally::new(0, area),
        Err(StatsError::AreaWithoutParcels { area })
    );
    assert_eq!(Tally::new(0, Area::ZERO), Ok(Tally::default()));
    let all = tally(2, "2 ha");
    for (part, expected) in [
        (tally(3, "1 ha"), None),
        (tally(1, "2.1 ha"), None),
        (tally(2, "2 ha"), Some(Tally::default())),
        (tally(1, "2 ha"), Some(Tally::one(Area::ZERO))),
        (Tally::default(), Some(all)),
    ] {
        assert_eq!(all.checked_sub(&part).ok(), expected, "{part}");
    }
    assert_eq!(
        all.checked_sub(&tally(2, "1 ha")),
        Err(StatsError::AreaWithoutParcels { area })
    );
    assert_eq!(
        all.share_by_count(&Tally::default()),
        Err(RatioError::ZeroWhole { part: Box::new(2) })
    );
    assert_eq!(
        (tally(1, "1 ha").to_string(), all.to_string()),
        ("1 parcel, 1 ha".to_owned(), "2 parcels, 2 ha".to_owned())
    );
}

#[test]
fn an_overflow_is_refused_and_changes_nothing() {
    let (code, other): (IndustryCode, IndustryCode) = (parse("7514"), parse("3414"));
    let most = Area::from_quanta(u64::MAX - 10);
    let full = Breakdown::of([(Some(code), Tally::one(most))]).unwrap();
    let quanta = |count: u64| Area::from_quanta(count);
    let mut breakdown = full.clone();
    // Exactly ten more fit.
    for key in [Some(code), Some(other), None] {
        let tally = Tally::one(quanta(11));
        assert!(matches!(
            breakdown.push(key, &tally),
            Err(StatsError::OutOfRange { .. })
        ));
        assert_eq!(breakdown, full);
        let rows = [(key, Tally::one(quanta(5))), (None, Tally::one(quanta(6)))];
        assert!(matches!(
            breakdown.try_extend(rows),
            Err(StatsError::OutOfRange { .. })
        ));
        assert_eq!(breakdown, full);
        let other = Breakdown::of([(key, tally)]).unwrap();
        assert!(matches!(
            breakdown.merge(&other),
            Err(StatsError::OutOfRange { .. })
        ));
        assert_eq!(breakdown, full);
    }
    let columns = |breakdown: &mut Breakdown<_>, areas: &[Area]| {
        breakdown.push_columns(&vec![other; areas.len()], areas)
    };
    // Over the edge in the first block, in a later one, and only in the sum.
    let long: Vec<Area> = (0..5000)
        .map(|i| if i == 4500 { Area::MAX } else { quanta(1) })
        .collect();
    for areas in [
        &[quanta(5), quanta(6)][..],
        &long[..],
        &vec![quanta(1); 3000],
        &[Area::MAX; 2],
    ] {
        assert!(matches!(
            columns(&mut breakdown, areas),
            Err(StatsError::OutOfRange { .. })
        ));
        assert_eq!(breakdown, full);
        assert_eq!(breakdown.get(&other), None);
    }
    assert_eq!(columns(&mut breakdown, &[quanta(4), quanta(6)]), Ok(()));
    assert_eq!(breakdown.total(), Tally::new(3, Area::MAX).unwrap());
    // The number of parcels has an end too.
    let mut count = Tally::new(u64::MAX, Area::ZERO).unwrap();
    let before = count;
    assert!(matches!(
        count.push(Area::ZERO),
        Err(StatsError::OutOfRange { .. })
    ));
    assert_eq!(count, before);
    // Columns that differ in length count nothing.
    let differ = breakdown.clone().push_columns(&[code, other], &[quanta(1)]);
    assert_eq!(differ, Err(StatsError::ColumnsDiffer { keys: 2, areas: 1 }));
}

#[test]
fn columns_are_rows_beyond_one_block() {
    let codes: Vec<IndustryCode> = (0..5000)
        .filter_map(|place: usize| IndustryCode::from_index(place % IndustryCode::COUNT))
        .collect();
    let areas: Vec<Area> = (1..=5000).map(|i| Area::from_quanta(i << 33)).collect();
    let mut by_columns = Breakdown::new();
    by_columns.push_columns(&codes, &areas).unwrap();
    by_columns.push_columns(&codes, &areas).unwrap();
    let mut by_rows = Breakdown::new();
    for (code, area) in codes.iter().zip(&areas) {
        for _ in 0..2 {
            by_rows.push(Some(*code), &Tally::one(*area)).unwrap();
        }
    }
    assert_eq!(by_columns, by_rows);
    assert_eq!(by_columns.total().parcels(), 10_000);
}

#[test]
fn a_tally_prints_in_the_unit_of_its_ledger() {
    let one = tally(1, "1 mu");
    let in_unit = |unit, places| one.display_in(unit, Rounding::half_even(places)).unwrap();
    assert_eq!(in_unit(AreaUnit::Mu, 0), "1 parcel, 1 mu");
    assert_eq!(in_unit(AreaUnit::SquareMetre, 2), "1 parcel, 666.67 m²");
    assert_eq!(in_unit(AreaUnit::Hectare, 4), "1 parcel, 0.0667 ha");
    let founding = tally(7, "37.18 ha");
    let in_mu = founding
        .display_in(AreaUnit::Mu, Rounding::half_even(2))
        .unwrap();
    assert_eq!(in_mu, "7 parcels, 557.70 mu");
    assert!(
        founding
            .display_in(AreaUnit::Mu, Rounding::half_even(29))
            .is_err()
    );
}

#[test]
fn what_holds_many_is_walked_through() {
    let modes: Modes = [Mode::Floor, Mode::HalfEven].into_iter().collect();
    let mut more = Modes::of(Mode::Ceiling);
    more.extend(modes);
    assert_eq!(more.into_iter().len(), 3);
    assert!(
        more.into_iter()
            .eq([Mode::HalfEven, Mode::Floor, Mode::Ceiling])
    );
    assert!(Modes::ANY.into_iter().eq(Mode::ALL.iter().copied()));
    assert_eq!(Modes::NONE.iter().next(), None);

    let rows = [
        (Some("b"), tally(1, "1 ha")),
        (None, tally(2, "1 ha")),
        (Some("a"), tally(3, "1 ha")),
    ];
    let breakdown = Breakdown::of(rows).unwrap();
    let mut found = Vec::new();
    for row in breakdown.clone() {
        found.push((row.key, row.tally.parcels()));
    }
    assert_eq!(found, [(Some("a"), 3), (Some("b"), 1), (None, 2)]);
    assert!(breakdown.clone().into_iter().eq(breakdown.rows()));

    let mut sample: Sample<Area> = [Some(parse("2 ha")), None].into_iter().collect();
    sample.extend([None, Some(parse("1 ha"))]);
    assert_eq!(sample.missing(), 2);
    assert!(
        sample
            .into_iter()
            .eq([parse::<Area>("1 ha"), parse("2 ha")])
    );

    let required = Requirements::usual_assessments();
    let mut names = Vec::new();
    for one in &required {
        names.push(one.value.clone());
    }
    assert_eq!(names.len(), required.iter().len());
    assert!(required.into_iter().map(|one| one.value).eq(names));
    assert_eq!(ProblemList::new().into_iter().len(), 0);
    assert_eq!(Packages::new().into_iter().len(), 0);
}
