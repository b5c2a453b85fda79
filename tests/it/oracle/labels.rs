//! Every published industry label, by plain sets of text: what it was read as,
//! and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use standard_land::IndustryCode;
use standard_land::industry::Edition;
use standard_land::notice::{IndustryLabel, LabelReading};

use super::carried::{EDITIONS, trees, way};
use crate::given::rows;

/// Each label with its code of 2002, the smallest code of 2017 that holds all of
/// it, and the classes outside the code of 2017 that has a similar name: made by
/// another program.
const CHECK: &str = include_str!("../../data/landchina-labels-check.csv");

fn texts(codes: impl Iterator<Item = IndustryCode>) -> Vec<String> {
    codes.map(IndustryCode::code).collect()
}

#[test]
fn every_label_is_what_another_program_says() {
    let names: BTreeSet<&str> = rows(EDITIONS[0].1).map(|[.., name]| name).collect();
    let later: BTreeSet<&str> = [EDITIONS[1].1, EDITIONS[2].1]
        .into_iter()
        .flat_map(|table| rows(table).map(|[.., name]| name))
        .collect();
    let [of_2002, _, of_2017] = EDITIONS.map(|(_, table)| trees(table));
    let classes = of_2002.keys().filter(|code| code.len() == 4).cloned();
    let way = way(0, 2, classes);

    let mut readings = BTreeMap::new();
    for row in csv::Reader::from_reader(CHECK.as_bytes()).records() {
        let row = row.unwrap();
        let label = IndustryLabel::find(&row[0]).unwrap();
        assert_eq!(label.as_str(), &row[0]);
        let is_name = names.contains(&row[0]);
        assert_eq!(
            label.reading() == LabelReading::Name,
            is_name,
            "{}",
            &row[0]
        );
        assert!(is_name || !later.contains(&row[0]), "{}", &row[0]);
        assert_eq!(label.code().is_some(), is_name, "{}", &row[0]);
        *readings.entry(label.reading()).or_insert(0) += 1;

        let Some(code) = label.likely_code() else {
            assert_eq!(&row[3], "", "{}", &row[0]);
            continue;
        };
        assert_eq!(code.edition(), Edition::E2002);
        assert_eq!(code.code(), &row[3], "{}", &row[0]);
        let expected: BTreeSet<&String> = of_2002[&row[3]]
            .iter()
            .flat_map(|class| &way[class])
            .collect();
        let carried = code.carried_to(Edition::E2017);
        let found = texts(carried.classes());
        assert!(found.iter().eq(expected.iter().copied()), "{}", &row[0]);
        let smallest = carried.smallest_code().map(IndustryCode::code);
        assert_eq!(smallest.unwrap_or_default(), &row[4], "{}", &row[0]);
        if !row[1].is_empty() {
            let similar = &of_2017[&row[1]];
            let outside = expected.iter().filter(|class| !similar.contains(**class));
            let outside: Vec<&str> = outside.map(|class| class.as_str()).collect();
            assert_eq!(outside.join(" "), &row[6], "{}", &row[0]);
        }
    }
    let expected = [
        (LabelReading::Name, 132),
        (LabelReading::Misspelt, 6),
        (LabelReading::SiteOnly, 2),
    ];
    assert_eq!(readings, expected.into_iter().collect());
    assert_eq!(IndustryLabel::all().count(), 140);
}
