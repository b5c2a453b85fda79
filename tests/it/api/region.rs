//! Division codes: the whole table, codes outside it, and refusals.

#![expect(clippy::string_slice, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use standard_land::DivisionCode;
use standard_land::jiff::civil::{Date, date};
use standard_land::region::{
    DivisionError, DivisionLevel, DivisionStatus, StatisticalCode, SuccessionBasis,
};
use standard_land::source::Certainty;

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
        assert!(code.is_in_force() && code.is_known(), "{text}");
        assert_eq!(code.status(), DivisionStatus::InForce);
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
        assert!(city.is_in_force());
    }
}

#[test]
fn codes_outside_of_the_table_are_held() {
    use DivisionLevel::{County, Prefecture, Province};
    for (text, level, parent, province) in [
        ("110199", County, Some("110000"), "110000"),
        ("111100", Prefecture, Some("110000"), "110000"),
        ("141199", County, Some("141100"), "140000"),
        ("149901", County, Some("140000"), "140000"),
        ("149900", Prefecture, Some("140000"), "140000"),
        ("990000", Province, None, "990000"),
        ("999999", County, Some("990000"), "990000"),
    ] {
        let code: DivisionCode = parse(text);
        assert!(!code.is_known(), "{text}");
        assert_eq!(code.status(), DivisionStatus::Unknown);
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
                given: given("").into(),
                characters: 0,
            },
        ),
        (
            text("1411210"),
            DivisionError::Length {
                given: given("1411210").into(),
                characters: 7,
            },
        ),
        (
            text("山西省文水县"),
            DivisionError::NotADigit {
                given: given("山西省文水县").into(),
                found: '山',
                position: 1,
            },
        ),
        (
            text("14112１"),
            DivisionError::NotADigit {
                given: given("14112１").into(),
                found: '１',
                position: 6,
            },
        ),
        (
            text("041121"),
            DivisionError::LeadingZero {
                given: given("041121").into(),
            },
        ),
        (
            text("140021"),
            DivisionError::NoPrefecture {
                given: given("140021").into(),
            },
        ),
        (
            number(140_021),
            DivisionError::NoPrefecture {
                given: given("140021").into(),
            },
        ),
        (
            number(41_121),
            DivisionError::Length {
                given: given("41121").into(),
                characters: 5,
            },
        ),
        (
            number(1_000_000),
            DivisionError::Length {
                given: given("1000000").into(),
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
    // All that are not unique, and some that are: each looks through the table.
    let some = by_name.iter().enumerate();
    for (_, (name, codes)) in some.filter(|(at, (_, codes))| codes.len() > 1 || at % 16 == 0) {
        assert!(
            DivisionCode::named(name).eq(codes.iter().copied()),
            "{name}"
        );
    }
    assert_eq!(by_name["鼓楼区"].len(), 4);
    assert!(by_name.len() < DivisionCode::all().count());
    assert_eq!(DivisionCode::named("").count(), 0);
}

/// The rows of a file of `data/`, in quotes or not.
fn cells(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

const HISTORY: &str = include_str!("../../../data/gbt2260-history.csv");
const RETIRED: &str = include_str!("../../../data/gbt2260-retired.csv");
const BUREAU: &str = include_str!("../../../data/gbt2260-nbs-only.csv");
const LAND: &str = include_str!("../../../data/land-sector-codes.csv");

/// The first day of a month such as `2012-12`.
fn first_of(month: &str) -> Date {
    parse(&format!("{month}-01"))
}

/// The codes of every body, by what they are.
fn every_code() -> Vec<DivisionCode> {
    [TABLE, RETIRED, BUREAU, LAND]
        .iter()
        .flat_map(|table| cells(table))
        .map(|row| parse(&row[0]))
        .collect()
}

#[test]
fn codes_of_the_national_notices_by_their_answers() {
    // 433 codes of the notices of 2012-2016 are not in force today.
    let mut answers = BTreeMap::new();
    for (table, rows, answer) in [
        (RETIRED, 7, "retired"),
        (BUREAU, 4, "bureau"),
        (LAND, 2, "land"),
    ] {
        for row in cells(table).iter().filter(|row| &row[rows] != "0") {
            let code: DivisionCode = parse(&row[0]);
            let found = match code.status() {
                DivisionStatus::InForce => "in force",
                DivisionStatus::Retired(end) => {
                    assert_eq!(end.last_name(), &row[1]);
                    "retired"
                }
                DivisionStatus::StatisticsBureau => "bureau",
                DivisionStatus::LandAdministration => "land",
                _ => "unknown",
            };
            assert_eq!(found, answer, "{code}");
            assert_eq!(code.name(), Some(&row[1]), "{code}");
            *answers.entry(found).or_insert(0) += 1;
        }
    }
    let expected = [("retired", 265), ("bureau", 8), ("land", 160)];
    assert_eq!(answers, expected.into_iter().collect());
}

#[test]
fn every_code_that_ever_was_has_a_prefecture_and_a_province() {
    let codes = every_code();
    assert_eq!(codes.len(), 3214 + 3432 + 465 + 160);
    for code in codes {
        assert!(code.is_known());
        let province = code.at(DivisionLevel::Province).unwrap();
        assert!(province.is_in_force(), "{code}");
        assert!(code.is_within(province));
        let row = code.at(DivisionLevel::Prefecture);
        let is_municipality = ["110000", "120000", "310000", "500000"]
            .iter()
            .any(|city| province == parse(city));
        if is_municipality {
            assert_eq!(row, Some(province), "{code}");
        } else if code.level() == DivisionLevel::Province {
            assert_eq!(row, None);
        } else {
            let row = row.unwrap();
            assert!(row.is_known() && code.is_within(row), "{code}");
            let text = code.to_string();
            let is_digits = row.to_string() == format!("{}00", &text[..4]);
            // Where no prefecture of these digits ever was, it is its own row.
            assert!(is_digits || row == code, "{code}");
        }
    }
    // The pseudo-code of Shanghai and its districts are one row.
    let row = |text: &str| parse::<DivisionCode>(text).at(DivisionLevel::Prefecture);
    assert_eq!(row("310100"), row("310115"));
    assert_eq!(row("310230"), row("310115"));
}

#[test]
fn a_name_is_that_of_its_day() {
    for row in cells(HISTORY) {
        let code: DivisionCode = parse(&row[0]);
        let (first, last) = (first_of(&row[2]), first_of(&row[3]).last_of_month());
        assert_eq!(code.name_on(first), Some(&row[1]), "{code}");
        assert_eq!(code.name_on(last), Some(&row[1]), "{code}");
        assert!(code.names().any(|spell| spell == (&row[1], first, last)));
        // A day before, no table had this name yet.
        if let Ok(before) = first.yesterday() {
            assert_ne!(code.name_on(before), Some(&row[1]), "{code}");
        }
    }
    // Six codes in force had another name in tables before and behind the end of
    // 2012; 510811 had it in the last one before.
    let renamed = DivisionCode::all()
        .filter(|code| {
            let then = code.name_on(date(2012, 12, 31));
            then.is_some() && then != code.name()
        })
        .count();
    assert_eq!(renamed, 7);
    let wenshui: DivisionCode = parse("141121");
    assert_eq!(wenshui.name_on(date(1980, 11, 30)), None);
    assert_eq!(wenshui.name_on(date(2030, 1, 1)), Some("文水县"));
    let district: DivisionCode = parse("310100");
    assert_eq!(district.name_on(date(2012, 6, 1)), Some("市辖区"));
    assert_eq!(district.name_on(date(2000, 6, 1)), None);
}

#[test]
fn a_retired_code_says_what_became_of_it() {
    let mut bases = BTreeMap::new();
    let mut carried_today = 0;
    for row in cells(RETIRED) {
        let code: DivisionCode = parse(&row[0]);
        let DivisionStatus::Retired(end) = code.status() else {
            panic!("{code}: {:?}", code.status());
        };
        assert_eq!(end.last_name(), &row[1]);
        assert_eq!(end.last_seen(), first_of(&row[3]).last_of_month());
        assert!(end.gone_by() > end.last_seen());
        assert_eq!(code.name_on(end.gone_by()), None);
        let texts = |codes: &mut dyn Iterator<Item = DivisionCode>| {
            codes
                .map(|code| code.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(texts(&mut end.successors()), &row[4], "{code}");
        assert_eq!(texts(&mut end.successors_in_force()), &row[5], "{code}");
        let remark = if row[6].is_empty() { "none" } else { &row[6] };
        assert_eq!(end.remark(), remark);
        *bases.entry(end.basis()).or_insert(0) += 1;

        let single = Some(&row[5]).filter(|text| text.len() == 6);
        let today = code.carried_to(date(2026, 9, 30));
        let today_code = today.map(|carried| carried.code.to_string());
        assert_eq!(today_code.as_deref(), single, "{code}");
        assert!(today.is_none_or(|carried| carried.certainty == end.basis().certainty()));
        carried_today += i32::from(today.is_some());
        // In its time it is itself.
        let then = code.carried_to(end.last_seen()).unwrap();
        assert_eq!((then.code, then.certainty), (code, Certainty::Seen));
    }
    assert_eq!(carried_today, 2176 + 879 + 1);
    let expected = [
        (SuccessionBasis::Both, 2476),
        (SuccessionBasis::Events, 327),
        (SuccessionBasis::Names, 328),
        (SuccessionBasis::Remembered, 14),
        (SuccessionBasis::Differ, 33),
        (SuccessionBasis::Nothing, 254),
    ];
    assert_eq!(bases, expected.into_iter().collect());
}

/// Carries every code to every year by a plain walk along the file.
#[test]
fn a_code_is_carried_to_the_divisions_of_a_year() {
    let history = cells(HISTORY);
    let retired: BTreeMap<String, String> = cells(RETIRED)
        .iter()
        .map(|row| (row[0].to_owned(), row[4].to_owned()))
        .collect();
    let mut spells: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for row in &history {
        spells.entry(&row[0]).or_default().push(row);
    }
    for year in [1985, 1999, 2008, 2012, 2016] {
        // The last table until the end of the year.
        let end = format!("{year}-12");
        let months = history.iter().flat_map(|row| [&row[2], &row[3]]);
        let month = months.filter(|month| *month <= end.as_str()).max().unwrap();
        let listed: BTreeMap<&str, &str> = history
            .iter()
            .filter(|row| &row[2] <= month && month <= &row[3])
            .map(|row| (&row[0], &row[1]))
            .collect();
        let mut carried = 0;
        for row in &history {
            let code: DivisionCode = parse(&row[0]);
            let mut at = row[0].to_owned();
            let expected = loop {
                if listed.contains_key(at.as_str()) {
                    break Some(at);
                }
                let mut spells = spells.get(at.as_str()).into_iter().flatten();
                match retired.get(&at) {
                    Some(next) if next.len() == 6 && spells.all(|row| &row[3] < month) => {
                        at = next.clone();
                    }
                    _ => break None,
                }
            };
            let found = code.carried_to(parse(&format!("{end}-31")));
            let found = found.map(|carried| carried.code.to_string());
            assert_eq!(found, expected, "{code} in {year}");
            carried += i32::from(found.is_some());
        }
        assert!(carried > 2800, "{year}");
    }
}

#[test]
fn statistical_codes_are_read_by_their_first_six_digits() {
    let town: StatisticalCode = parse("141121001");
    let village: StatisticalCode = parse("141121001002");
    assert_eq!((town.division(), town.rest()), (parse("141121"), "001"));
    assert_eq!(village.rest(), "001002");
    assert!(town < village);
    for text in ["141121001", "141121000000", "310115001001"] {
        assert_eq!(parse::<StatisticalCode>(text).to_string(), text);
    }
    let error = |text: &str| text.parse::<StatisticalCode>().unwrap_err();
    assert!(matches!(
        error("141121"),
        DivisionError::StatisticalLength { characters: 6, .. }
    ));
    assert!(matches!(
        error("1411210010"),
        DivisionError::StatisticalLength { characters: 10, .. }
    ));
    assert!(matches!(
        error("14112X001"),
        DivisionError::NotADigit {
            found: 'X',
            position: 6,
            ..
        }
    ));
    assert!(matches!(
        error("041121001"),
        DivisionError::LeadingZero { .. }
    ));
}
