//! Land-use classes: every edition whole, names by their day, concordances.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeMap;

use standard_land::jiff::civil::{Date, date};
use standard_land::land_use::{Edition, LandUse, LandUseError};
use standard_land::source::Certainty;

use super::{parse, rows};

const GBT_2007: &str = include_str!("../../../data/gbt21010-2007-land-use.csv");
const GBT_2017: &str = include_str!("../../../data/gbt21010-2017-land-use.csv");
const GUIDE_2023: &str = include_str!("../../../data/land-sea-use-2023.csv");
const SURVEY: &str = include_str!("../../../data/third-survey-to-land-sea-use-2023.csv");
const GBT_TO_GUIDE: &str = include_str!("../../../data/gbt21010-2017-to-land-sea-use-2023.csv");
const LABELS: &str = include_str!("../../../data/landchina-land-use-labels.csv");

fn class(edition: Edition, code: &str) -> LandUse {
    LandUse::new(edition, code).unwrap()
}

fn cells(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

/// Compares an edition with its table; returns how many classes each level has.
fn check(edition: Edition, table: &str) -> Vec<(usize, usize)> {
    let mut counts = BTreeMap::new();
    let mut all = LandUse::all(edition);
    for [code, level, parent, name] in rows(table) {
        let class = class(edition, code);
        assert_eq!(all.next(), Some(class), "{code}");
        assert_eq!(class.edition(), edition);
        assert_eq!((class.code(), class.name_zh()), (code, name));
        assert_eq!(class.to_string(), format!("{edition} {code}"));
        assert_eq!(parse::<LandUse>(&class.to_string()), class);
        assert_eq!(class.level().to_string(), level, "{code}");
        let above = (!parent.is_empty()).then(|| LandUse::new(edition, parent).unwrap());
        assert_eq!(class.parent(), above, "{code}");
        assert!(LandUse::named(edition, name).any(|named| named == class));
        assert!(LandUse::named(edition, name).all(|named| named.name_zh() == name));
        *counts.entry(class.level()).or_insert(0) += 1;
    }
    assert_eq!(all.next(), None);
    counts.into_iter().collect()
}

#[test]
fn every_row_of_the_tables_agrees() {
    assert_eq!(check(Edition::Gbt2007, GBT_2007), [(1, 12), (2, 57)]);
    assert_eq!(check(Edition::Gbt2017, GBT_2017), [(1, 12), (2, 73)]);
    assert_eq!(
        check(Edition::Guide2023, GUIDE_2023),
        [(1, 24), (2, 111), (3, 40)]
    );
    for row in cells(SURVEY) {
        assert_eq!(class(Edition::ThirdSurvey, &row[0]).name_zh(), &row[1]);
    }
    assert_eq!(
        LandUse::all(Edition::ThirdSurvey).count(),
        cells(SURVEY).len()
    );
    assert_eq!(LandUse::all(Edition::Landchina).count(), 7);
}

#[test]
fn is_within_goes_by_the_leading_digits_of_one_edition() {
    for edition in [Edition::Gbt2007, Edition::Guide2023] {
        for below in LandUse::all(edition) {
            for above in LandUse::all(edition) {
                let expected = below.code().starts_with(above.code());
                assert_eq!(below.is_within(above), expected, "{below} in {above}");
            }
        }
    }
    let old = class(Edition::Gbt2007, "06");
    assert!(!class(Edition::Gbt2017, "0601").is_within(old));
}

#[test]
fn the_same_digits_mean_different_things() {
    let (old, new) = (
        class(Edition::Gbt2017, "0601"),
        class(Edition::Guide2023, "0601"),
    );
    assert_eq!((old.name_zh(), new.name_zh()), ("工业用地", "农村道路"));
    assert_ne!(old, new);
    assert_eq!(class(Edition::Guide2023, "1001").name_zh(), old.name_zh());
}

#[test]
fn every_printed_label_is_a_class_of_its_day() {
    let day = Some(date(2014, 6, 30));
    let mut lists = BTreeMap::new();
    for row in cells(LABELS) {
        let edition = match &row[2] {
            "site" => Edition::Landchina,
            _ => Edition::Gbt2007,
        };
        let found = LandUse::named_on(&row[0], day);
        assert_eq!(found, Some(class(edition, &row[3])), "{}", &row[0]);
        if edition == Edition::Landchina {
            assert_eq!(LandUse::named_on(&row[0], None), found, "no other has it");
        }
        *lists.entry(edition).or_insert(0) += 1;
    }
    let expected = [(Edition::Gbt2007, 38), (Edition::Landchina, 7)];
    assert_eq!(lists, expected.into_iter().collect());
}

#[test]
fn a_shared_name_takes_the_edition_of_its_day() {
    let on = |name: &str, day: Date| {
        let found = LandUse::named_on(name, Some(day)).unwrap();
        (found.edition(), found.code())
    };
    let industrial = |day| on("工业用地", day);
    for (day, expected) in [
        // Before the first edition it is of that.
        (date(2005, 1, 1), (Edition::Gbt2007, "061")),
        (date(2007, 8, 10), (Edition::Gbt2007, "061")),
        (date(2017, 10, 31), (Edition::Gbt2007, "061")),
        (date(2017, 11, 1), (Edition::Gbt2017, "0601")),
        (date(2023, 11, 21), (Edition::Gbt2017, "0601")),
        (date(2023, 11, 22), (Edition::Guide2023, "1001")),
    ] {
        assert_eq!(industrial(day), expected, "{day}");
    }
    // A name that one edition alone has is of that, whatever the day.
    let parks = on("公共设施用地", date(2020, 1, 1));
    assert_eq!(parks, (Edition::Gbt2007, "086"));
    assert_eq!(LandUse::named_on("工业用地", None), None);
    assert_eq!(LandUse::named_on("无此用地", Some(date(2014, 1, 1))), None);
}

#[test]
fn concordances_say_how_sure_they_are() {
    let guide = Edition::Guide2023;
    let mut certainties = BTreeMap::new();
    for row in cells(GBT_TO_GUIDE) {
        let from = class(Edition::Gbt2017, &row[0]);
        let carried = from.carried_to(guide).unwrap();
        assert_eq!(from.name_zh(), &row[1]);
        assert_eq!(carried.class(), class(guide, &row[2]), "{from}");
        assert_eq!(carried.class().name_zh(), &row[3], "{from}");
        assert_eq!(carried.basis(), &row[4], "{from}");
        assert_eq!(carried.is_to_be_divided(), row[4].contains("divided"));
        *certainties.entry(carried.certainty()).or_insert(0) += 1;
    }
    let expected = [
        (Certainty::Seen, 40),
        (Certainty::Remembered, 18 + 6 + 5),
        (Certainty::Doubtful, 4),
    ];
    assert_eq!(certainties, expected.into_iter().collect());
    for row in cells(SURVEY) {
        let carried = class(Edition::ThirdSurvey, &row[0])
            .carried_to(guide)
            .unwrap();
        let is_divided = row[2].is_empty();
        let expected = if is_divided { &row[4] } else { &row[2] };
        assert_eq!(carried.class().code(), expected, "{}", &row[0]);
        assert_eq!(carried.is_to_be_divided(), is_divided);
        assert_eq!(carried.certainty(), Certainty::Remembered);
    }
    for row in cells(LABELS).iter().filter(|row| &row[2] == "site") {
        let carried = class(Edition::Landchina, &row[3]).carried_to(Edition::Gbt2007);
        assert_eq!(carried.unwrap().class().name_zh(), "住宅用地");
        assert!(carried.unwrap().is_to_be_divided());
    }
    // There is no way back, and none for the classes at the top.
    assert_eq!(class(guide, "1001").carried_to(Edition::Gbt2017), None);
    assert_eq!(class(Edition::Gbt2017, "06").carried_to(guide), None);
}

#[test]
fn what_is_not_a_class_is_refused() {
    for text in ["", "6", "060", "0699", "060100", " 0601", "０６０１"] {
        assert_eq!(
            LandUse::new(Edition::Gbt2017, text),
            Err(LandUseError::UnknownCode {
                given: text.to_owned().into(),
                edition: Edition::Gbt2017,
            })
        );
    }
    for text in [
        "",
        "0601",
        "GB/T 21010-20170601",
        "GB/T 21010-2012 061",
        "2023 0601",
    ] {
        assert!(
            matches!(text.parse::<LandUse>(), Err(LandUseError::NoEdition { given }) if given == text),
            "{text}"
        );
    }
    for text in [
        "GB/T 21010-2017 1301",
        "GB/T 21010-2007 0601",
        "Guide 2023 9999",
        "Guide 2023  0601",
    ] {
        let error = text.parse::<LandUse>();
        assert!(
            matches!(error, Err(LandUseError::UnknownCode { .. })),
            "{text}"
        );
    }
}
