//! What a breakdown is made by, and what is counted in it.

use std::borrow::Cow;
use std::fmt::Debug;
use std::net::Ipv4Addr;

use standard_land::allocation::{AllocationId, Milestone, SupplyMethod};
use standard_land::calendar::{Months, Period, PeriodKind};
use standard_land::enterprise::EnterpriseName;
use standard_land::evaluation::Grade;
use standard_land::jiff::civil::date;
use standard_land::parcel::{LifeStep, ParcelCode, ParcelId, Stage};
use standard_land::quantity::MoneyUnit;
use standard_land::quota::ZoneName;
use standard_land::register::{BlockId, Grant};
use standard_land::report::{Language, Named as _};
use standard_land::source::Certainty;
use standard_land::stats::{AnyKey, Counted, CrossTab, Fit, Key, Progress, StepDates, Trend};
use standard_land::{
    Area, AreaUnit, Breakdown, DivisionCode, Mode, Percent, Ratio, Tally, audit, oversight,
    standard,
};

use super::{founding, parse, tally};
use crate::wire::comes_back;

/// Each key counts as many parcels as its place, from 1, and finds them again.
fn groups<K: Key + Debug>(keys: &[K]) {
    let mut sorted = keys.to_vec();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), keys.len(), "{keys:?}");
    let counted = |parcels: u64| tally(parcels, "1 ha");
    let rows = || (1..).zip(keys);
    let breakdown =
        Breakdown::of(rows().map(|(place, key)| (Some(key.clone()), counted(place)))).unwrap();
    for (place, key) in rows() {
        assert_eq!(breakdown.get(key), Some(counted(place)), "{key:?}");
    }
    let found: Vec<K> = breakdown.rows().filter_map(|row| row.key).collect();
    assert_eq!(found, sorted);
    let crossed = CrossTab::of(
        keys.iter()
            .map(|key| (Some(key.clone()), Some(true), counted(1))),
    );
    assert_eq!(crossed.unwrap().cells().count(), keys.len());
}

#[test]
fn lists_are_keys() {
    groups(Grade::ALL);
    groups(Stage::ALL);
    groups(LifeStep::ALL);
    groups(Milestone::ALL);
    groups(Certainty::ALL);
    groups(Fit::ALL);
    groups(Mode::ALL);
    groups(AreaUnit::ALL);
    groups(MoneyUnit::ALL);
    groups(Language::ALL);
    groups(oversight::ProblemState::ALL);
    groups(audit::Counter::ALL);
    groups(standard::Formula::ALL);
    groups(SupplyMethod::ALL);
    groups(PeriodKind::ALL);
}

#[test]
fn labels_and_codes_are_keys() {
    groups::<ParcelId>(&[parse("2024-2"), parse("2024-1")]);
    groups::<AllocationId>(&[parse("2024-2"), parse("2024-1")]);
    groups::<BlockId>(&[parse("the others"), parse("2024")]);
    groups::<ZoneName>(&[parse("文水经济开发区"), parse("交城经济开发区")]);
    groups::<EnterpriseName>(&[parse("甲公司"), parse("乙公司")]);
    groups::<ParcelCode>(&[parse("141121001002GB00017"), parse("141121001002GB00016")]);
    groups::<Percent>(&[parse("15.43%"), parse("15.44%"), parse("15.4%")]);
    groups::<Ratio>(&[parse("4/7"), parse("3/7")]);
    groups::<Area>(&[parse("3.01 ha"), parse("1 mu")]);
    groups(&[Months::new(12), Months::new(6)]);
}

#[test]
fn types_of_others_are_keys() {
    groups(&['乙', '甲']);
    groups(&[Cow::Borrowed("b"), Cow::Owned("a".to_owned())]);
    groups::<Box<str>>(&["b".into(), "a".into()]);
    groups(&[date(2024, 5, 2), date(2024, 5, 1)]);
    groups(&[u128::MAX, 0]);
    groups(&[('a', date(2024, 5, 1)), ('a', date(2024, 4, 1))]);
    let offices = [[10, 0, 0, 2], [10, 0, 0, 1]].map(|place| AnyKey(Ipv4Addr::from(place)));
    groups(&offices);
    // It prints, travels and is called as what it holds.
    let office = AnyKey::from(Ipv4Addr::LOCALHOST);
    assert_eq!(office.to_string(), "127.0.0.1");
    assert_eq!(office.name(Language::Chinese), "127.0.0.1");
    #[cfg(feature = "serde")]
    assert_eq!(serde_json::json!(office), "127.0.0.1");
    comes_back(&office);
}

#[test]
fn whatever_is_counted_is_broken_down() {
    let register = founding();
    let of_grants = Breakdown::by(register.grants(), Grant::region).unwrap();
    let tallies: Vec<Tally> = register.grants().map(|grant| grant.tally()).collect();
    let of_tallies = Breakdown::by(&tallies, |_| None::<DivisionCode>).unwrap();
    assert_eq!(of_tallies.total(), of_grants.total());
    assert_eq!(Tally::of(&tallies).unwrap(), tally(7, "37.18 ha"));

    // Allocations and blocks by themselves make what the grants make.
    let mut by_method = Breakdown::by(register.allocations(), |it| it.method()).unwrap();
    let of_blocks = Breakdown::by(register.blocks(), |_| None).unwrap();
    by_method.merge(&of_blocks).unwrap();
    assert_eq!(
        by_method,
        Breakdown::by(register.grants(), Grant::method).unwrap()
    );
    assert_eq!(Tally::of(register.parcels()).unwrap(), tally(4, "5.74 ha"));

    let trend = Trend::by(&tallies, |_| Some(parse::<Period>("2024"))).unwrap();
    assert_eq!(trend.get(parse("2024")).unwrap(), tally(7, "37.18 ha"));
    let by_pair = CrossTab::by(&tallies, |it| Some(it.parcels()), |it| Some(it.area())).unwrap();
    assert_eq!(by_pair.total(), tally(7, "37.18 ha"));
    let day = date(2025, 1, 1);
    let started = Progress::by(&tallies, day, |_| StepDates::default()).unwrap();
    assert_eq!(
        started,
        Progress::by(register.grants(), day, |_| StepDates::default()).unwrap()
    );
}

#[cfg(feature = "notices")]
#[test]
fn records_are_counted_as_they_are() {
    use standard_land::notice::{Outcome, Reader, Record};

    let file = "电子监管号,面积(公顷),土地使用权人\n\
                1411212012B00017,1.5,甲公司\n1411212012B00018,3.01,乙公司\n,2,丙公司\n";
    let outcomes: Vec<Outcome> = Reader::new(file.as_bytes())
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let records = || {
        outcomes.iter().map(|outcome| match outcome {
            Outcome::Record(record) => Record::clone(record),
            other => panic!("{other:?}"),
        })
    };
    let by_county = Breakdown::by(records(), Record::division).unwrap();
    assert_eq!(by_county.get(&parse("141121")), Some(tally(2, "4.51 ha")));
    assert_eq!(by_county.unkeyed(), tally(1, "2 ha"));
    assert_eq!(Tally::of(records()).unwrap(), by_county.total());
}

#[cfg(feature = "rayon")]
#[test]
fn whatever_is_counted_is_counted_in_parallel() {
    let tallies = vec![tally(1, "1 ha"); 1000];
    let size = |it: &Tally| Some(it.parcels());
    let by_size = Breakdown::by(tallies.clone(), size).unwrap();
    assert_eq!(Breakdown::par_by(tallies.clone(), size).unwrap(), by_size);
    assert_eq!(Tally::par_of(tallies).unwrap(), by_size.total());
}
