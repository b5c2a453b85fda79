//! Division codes: the whole table, codes outside of it, and refusals.

#![expect(clippy::string_slice, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use standard_land::DivisionCode;
use standard_land::region::{DivisionError, DivisionLevel};

use super::{parse, rows};

const TABLE: &str = include_str!("../../../data/gbt2260-divisions-2026.csv");

#[test]
fn every_row_of_the_table_agrees() {
    let names: BTreeMap<&str, &str> = rows(TABLE).map(|[code, _, _, name]| (code, name)).collect();
    let mut all = DivisionCode::all();
    let mut counts = BTreeMap::new();
    for [text, level, parent, name] in rows(TABLE) {
        let code: DivisionCode = parse(text);
        assert_eq!(all.next(), Some(code), "{text}");
        assert_eq!(code.to_string(), text);
        assert_eq!(code.to_u32().to_string(), text);
        assert!(code.is_known(), "{text}");
        assert_eq!(code.name(), Some(name), "{text}");
        assert_eq!(code.level(), parse(level), "{text}");
        let above: Option<DivisionCode> = (!parent.is_empty()).then(|| parse(parent));
        assert_eq!(code.parent(), above, "{text}");
        assert_eq!(code.province(), parse(&format!("{}0000", &text[..2])));
        assert_eq!(
            code.prefecture(),
            [Some(code), above]
                .into_iter()
                .flatten()
                .find(|code| code.level() == DivisionLevel::Prefecture),
            "{text}"
        );
        let full: String = code
            .ancestors()
            .map(|code| names[code.to_string().as_str()])
            .fold(name.to_owned(), |full, name| format!("{name}{full}"));
        assert_eq!(code.full_name(), Some(full));
        *counts.entry(level).or_insert(0) += 1;
    }
    assert_eq!(all.next(), None);
    let counts: Vec<_> = counts.into_iter().collect();
    assert_eq!(
        counts,
        [("county", 2847), ("prefecture", 333), ("province", 34)]
    );
}

#[test]
fn children_are_the_rows_that_name_the_parent() {
    for text in ["110000", "140000", "141100", "420000", "710000", "141121"] {
        let expected: Vec<&str> = rows(TABLE)
            .filter(|[_, _, parent, _]| *parent == text)
            .map(|[code, ..]| code)
            .collect();
        let children: Vec<String> = parse::<DivisionCode>(text)
            .children()
            .map(|code| code.to_string())
            .collect();
        assert_eq!(children, expected, "{text}");
    }
}

#[test]
fn districts_of_municipalities_lie_in_the_province() {
    let mut seen = 0;
    for municipality in ["110000", "120000", "310000", "500000"] {
        let municipality: DivisionCode = parse(municipality);
        for district in municipality.children() {
            assert_eq!(district.level(), DivisionLevel::County);
            assert_eq!(district.prefecture(), None, "{district}");
            assert_eq!(district.parent(), Some(municipality), "{district}");
            assert_eq!(district.ancestors().count(), 1);
            seen += 1;
        }
    }
    assert_eq!(seen, 16 + 16 + 16 + 37);
    // So do the cities directly below a province: 仙桃, 石河子.
    for (city, province) in [("429004", "420000"), ("659001", "650000")] {
        let city: DivisionCode = parse(city);
        assert_eq!(city.parent(), Some(parse(province)));
        assert!(city.is_known());
    }
}

#[test]
fn codes_outside_of_the_table_are_held() {
    use DivisionLevel::{County, Prefecture, Province};
    for (text, level, parent, province) in [
        ("110103", County, Some("110000"), "110000"),
        ("110100", Prefecture, Some("110000"), "110000"),
        ("141199", County, Some("141100"), "140000"),
        ("149901", County, Some("140000"), "140000"),
        ("149900", Prefecture, Some("140000"), "140000"),
        ("990000", Province, None, "990000"),
        ("999999", County, Some("990000"), "990000"),
    ] {
        let code: DivisionCode = parse(text);
        assert!(!code.is_known(), "{text}");
        assert_eq!((code.name(), code.full_name()), (None, None), "{text}");
        assert_eq!(code.level(), level, "{text}");
        assert_eq!(code.parent(), parent.map(parse), "{text}");
        assert_eq!(code.province(), parse(province), "{text}");
        assert!(code.is_within(parse(province)), "{text}");
        assert_eq!(code.to_string(), text);
    }
}

#[test]
fn what_is_no_code_is_refused() {
    let text = |text: &str| text.parse::<DivisionCode>().unwrap_err();
    let number = |number: u32| DivisionCode::try_from(number).unwrap_err();
    let given = |given: &str| given.to_owned();
    for (error, expected) in [
        (
            text(""),
            DivisionError::Length {
                given: given(""),
                characters: 0,
            },
        ),
        (
            text("1411210"),
            DivisionError::Length {
                given: given("1411210"),
                characters: 7,
            },
        ),
        (
            text("山西省文水县"),
            DivisionError::NotADigit {
                given: given("山西省文水县"),
                found: '山',
                position: 1,
            },
        ),
        (
            text("14112１"),
            DivisionError::NotADigit {
                given: given("14112１"),
                found: '１',
                position: 6,
            },
        ),
        (
            text("041121"),
            DivisionError::LeadingZero {
                given: given("041121"),
            },
        ),
        (
            text("140021"),
            DivisionError::NoPrefecture {
                given: given("140021"),
            },
        ),
        (
            number(140_021),
            DivisionError::NoPrefecture {
                given: given("140021"),
            },
        ),
        (
            number(41_121),
            DivisionError::Length {
                given: given("41121"),
                characters: 5,
            },
        ),
        (
            number(1_000_000),
            DivisionError::Length {
                given: given("1000000"),
                characters: 7,
            },
        ),
    ] {
        assert_eq!(error, expected);
    }
    // A text without end is quoted, not copied.
    let DivisionError::Length { given, characters } = text(&"县".repeat(1000)) else {
        panic!("another error");
    };
    assert_eq!((given.chars().count(), characters), (33, 1000));
}

#[test]
fn names_are_not_unique() {
    let mut by_name: BTreeMap<&str, Vec<DivisionCode>> = BTreeMap::new();
    for [code, _, _, name] in rows(TABLE) {
        by_name.entry(name).or_default().push(parse(code));
    }
    for (name, codes) in &by_name {
        assert!(
            DivisionCode::named(name).eq(codes.iter().copied()),
            "{name}"
        );
    }
    assert_eq!(by_name["鼓楼区"].len(), 4);
    assert!(by_name.len() < DivisionCode::all().count());
    assert_eq!(DivisionCode::named("").count(), 0);
}
