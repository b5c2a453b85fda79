//! Industry codes against the whole table; categories; schemes.

#![expect(clippy::string_slice, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use standard_land::industry::{
    Agreement, CategoryScheme, Derivation, Edition, Extent, IndustryError, IndustryLevel,
    IndustrySet, Membership, PrintedCode, ProducerService, SchemeError,
};
use standard_land::{IndustryCategory, IndustryCode};

use super::{parse, rows};

/// An edition, its table, and how many it has of each level.
const EDITIONS: [(Edition, &str, [usize; 4]); 3] = [
    (
        Edition::E2002,
        include_str!("../../../data/gbt4754-2002.csv"),
        [20, 95, 396, 913],
    ),
    (
        Edition::E2011,
        include_str!("../../../data/gbt4754-2011.csv"),
        [20, 96, 432, 1094],
    ),
    (
        Edition::E2017,
        include_str!("../../../data/gbt4754-2017-amd1.csv"),
        [20, 97, 473, 1382],
    ),
];

fn texts(codes: impl Iterator<Item = IndustryCode>) -> Vec<String> {
    codes.map(IndustryCode::code).collect()
}

#[test]
fn every_row_of_every_edition_agrees() {
    let mut before = None;
    for (edition, table, totals) in EDITIONS {
        let parents: BTreeMap<&str, &str> = rows(table)
            .map(|[code, _, parent, _]| (code, parent))
            .collect();
        let mut counts = [0; 4];
        let mut all = IndustryCode::all(edition);
        for [text, level, parent, name] in rows(table) {
            let code = IndustryCode::new(edition, text).unwrap();
            assert_eq!(all.next(), Some(code), "{text}");
            assert_eq!(code.edition(), edition, "{text}");
            assert_eq!(code.code(), text);
            let long = format!("{edition} {text}");
            assert_eq!(parse::<IndustryCode>(&long), code);
            let short = edition == Edition::E2017;
            assert_eq!(code.to_string(), if short { text } else { &long });
            assert_eq!(code.name_zh(), name, "{text}");
            assert_eq!(code.level(), parse(level), "{text}");
            assert!(before < Some(code), "{text}");
            before = Some(code);
            let above = (!parent.is_empty()).then(|| IndustryCode::new(edition, parent).unwrap());
            assert_eq!(code.parent(), above, "{text}");

            let mut chain = vec![text];
            while let Some(parent) = parents
                .get(chain[chain.len() - 1])
                .filter(|p| !p.is_empty())
            {
                chain.push(parent);
            }
            assert_eq!(texts(code.ancestors()), chain[1..], "{text}");
            assert_eq!(code.section().code(), chain[chain.len() - 1]);
            for (depth, level) in IndustryLevel::ALL.iter().enumerate() {
                let expected = chain.iter().rev().nth(depth).map(|text| (*text).to_owned());
                let found = code.at(*level).map(IndustryCode::code);
                assert_eq!(found, expected, "{text} at {level}");
            }
            let level = IndustryLevel::ALL.iter().position(|it| *it == code.level());
            counts[level.unwrap()] += 1;
        }
        assert_eq!(all.next(), None);
        assert_eq!(counts, totals, "{edition}");
    }
}

#[test]
fn what_is_below_a_code_is_what_names_it_above() {
    for (edition, table, _) in EDITIONS {
        for above in ["A", "C", "T", "06", "75", "905", "751", "7514"] {
            let Ok(code) = IndustryCode::new(edition, above) else {
                assert_ne!(edition, Edition::E2017, "{above}");
                continue;
            };
            let children: Vec<&str> = rows(table)
                .filter(|[_, _, parent, _]| *parent == above)
                .map(|[code, ..]| code)
                .collect();
            assert_eq!(texts(code.children()), children, "{above}");
            let below: Vec<IndustryCode> = IndustryCode::all(edition)
                .filter(|it| it.ancestors().any(|it| it == code))
                .collect();
            let classes = below.iter().copied().chain([code]);
            let classes = classes.filter(|it| it.level() == IndustryLevel::Class);
            assert_eq!(texts(code.descendants()), texts(below.iter().copied()));
            assert_eq!(texts(code.classes()), texts(classes), "{above}");
        }
    }
}

#[test]
fn codes_are_found_by_name() {
    for (edition, table, _) in EDITIONS {
        for name in ["煤炭开采和洗选业", "自行车制造", "制造业", "无此行业"] {
            let named = rows(table).filter(|[.., known]| *known == name);
            let named: Vec<&str> = named.map(|[code, ..]| code).collect();
            assert_eq!(texts(IndustryCode::named(edition, name)), named, "{name}");
            let found = rows(table).filter(|[.., known]| known.contains(&name[..6]));
            let found: Vec<&str> = found.map(|[code, ..]| code).collect();
            let search = IndustryCode::search(edition, &name[..6]);
            assert_eq!(texts(search), found, "{name}");
        }
        let all = IndustryCode::search(edition, "").count();
        assert_eq!(all, rows(table).count());
    }
}

#[test]
fn a_set_holds_every_class_that_is_put_in_and_no_other() {
    for (edition, ..) in EDITIONS {
        let mut set = IndustrySet::new(edition);
        assert!(set.is_empty() && set.smallest_code().is_none());
        let classes: Vec<IndustryCode> = IndustryCode::all(edition)
            .filter(|code| code.level() == IndustryLevel::Class)
            .collect();
        for (count, class) in classes.iter().enumerate() {
            assert!(!set.contains(*class));
            set.insert(*class).unwrap();
            assert!(set.contains(*class));
            assert_eq!(set.len(), count + 1);
        }
        assert!(set.classes().eq(classes.iter().copied()));
        assert_eq!(set.smallest_code(), None);
    }
    let code = parse("GB/T 4754-2002 36");
    let edition = Edition::E2017;
    assert_eq!(
        IndustrySet::of(edition, [parse("36"), code]),
        Err(IndustryError::OtherEdition { code, edition })
    );
    let [part, whole, other] =
        ["361", "36", "37"].map(|text| IndustrySet::from(parse::<IndustryCode>(text)));
    assert!(part.is_subset(&whole) && !whole.is_subset(&part));
    assert!(whole.is_disjoint(&other) && !whole.is_disjoint(&part));
    assert!(IndustrySet::from(code).is_disjoint(&whole));
    assert!(!IndustrySet::new(Edition::E2002).is_subset(&whole));
}

#[test]
fn codes_are_read_as_they_are_printed() {
    use IndustryLevel::{Class, Division, Group, Section};

    let read = |level, text: &str| PrintedCode::read(Edition::E2017, level, text);
    for (level, printed, code) in [
        (None, "C3411", "3411"),
        (None, "M7514", "7514"),
        (None, "ｃ26", "26"),
        (Some(Class), "3411 ", "3411"),
        (None, "\u{3000}３４１１", "3411"),
        (None, "34大类", "34"),
        (Some(Division), "C34大类", "34"),
        (None, "C 341 中类", "341"),
        (None, "c", "C"),
        (Some(Section), "C门类", "C"),
        (None, "111", "111"),
        (Some(Group), "111", "111"),
        (Some(Class), "0111", "0111"),
    ] {
        let read = read(level, printed).unwrap();
        assert_eq!(read.certain(), Some(parse(code)), "{printed}");
        assert!(!read.is_doubtful());
    }
    for (level, printed, as_printed, restored) in [
        (Class, "111", Some("111"), Some("0111")),
        (Class, "119", Some("119"), Some("0119")),
        (Class, "149", Some("149"), Some("0149")),
        (Class, "190", None, Some("0190")),
        (Class, "341", Some("341"), None),
        (Class, "34", Some("34"), None),
        (Class, "C34", Some("34"), None),
        (Group, "11", Some("11"), Some("011")),
        (Division, "1", None, Some("01")),
        (Division, "3411", Some("3411"), None),
    ] {
        let read = read(Some(level), printed).unwrap();
        assert!(read.is_doubtful(), "{printed}");
        assert_eq!(read.certain(), None, "{printed}");
        assert_eq!(read.as_printed(), as_printed.map(parse), "{printed}");
        assert_eq!(read.zero_restored(), restored.map(parse), "{printed}");
    }
    let error = |level, text: &str| read(level, text).unwrap_err().to_string();
    assert_eq!(
        error(None, "M3411"),
        r#""M3411" has the letter of another section: 3411 lies in C"#
    );
    assert_eq!(
        error(None, "341大类"),
        r#""341大类" names another level: 341 is a group"#
    );
    assert_eq!(
        error(None, "C3498"),
        r#""C3498" is not in GB/T 4754-2017; check the code, or name another edition"#
    );
    assert_eq!(
        error(Some(Class), "999"),
        r#""999" is not in GB/T 4754-2017; check the code, or name another edition"#
    );
    for text in ["", "CC34", "34.11", "制造业", "3411、3412"] {
        let error = read(None, text).unwrap_err();
        assert!(matches!(error, IndustryError::Malformed { given } if given == text));
    }
    // The letters of 2002 are others: F is transport there.
    let transport = PrintedCode::read(Edition::E2002, None, "F58");
    assert_eq!(
        transport.unwrap().certain(),
        Some(parse("GB/T 4754-2002 58"))
    );
    assert!(read(None, "F58").is_err());
}

#[test]
fn what_is_no_code_is_refused() {
    for text in [
        "", "a", "AA", "7", "75140", "7514 ", "７５", "-75", "+75", "M7514",
    ] {
        let given = text.to_owned();
        assert_eq!(
            text.parse::<IndustryCode>(),
            Err(IndustryError::Malformed {
                given: given.into()
            })
        );
    }
    for text in ["U", "Z", "00", "98", "000", "7599", "0000", "0000"] {
        let given = text.to_owned();
        let edition = Edition::E2017;
        assert_eq!(
            text.parse::<IndustryCode>(),
            Err(IndustryError::Unknown {
                given: given.into(),
                edition
            })
        );
    }
    for index in [IndustryCode::COUNT, 65_536, usize::MAX] {
        assert_eq!(IndustryCode::from_index(index), None);
    }
}

#[test]
fn categories_have_codes_names_and_an_order() {
    let all: Vec<IndustryCategory> = IndustryCategory::all().collect();
    assert_eq!(all.len(), 14);
    assert!(all.is_sorted_by(|a, b| a < b));
    let services = IndustryCategory::ProducerServices(None);
    for category in &all {
        assert_eq!(parse::<IndustryCategory>(&category.to_string()), *category);
        let large = matches!(category, IndustryCategory::ProducerServices(Some(_)));
        // The ten large categories parse by their code only.
        assert_eq!(category.name_zh().parse() == Ok(*category), !large);
        assert_eq!(category.widest(), if large { services } else { *category });
        for other in &all {
            let within = category == other || (large && *other == services);
            assert_eq!(category.is_within(*other), within, "{category} in {other}");
        }
    }
    for (place, service) in ProducerService::ALL.iter().enumerate() {
        let text = format!("producer-services/{:02}", place + 1);
        let category = IndustryCategory::ProducerServices(Some(*service));
        assert_eq!(category.to_string(), text);
        assert_eq!(category.name_zh(), service.name_zh());
    }
    for text in [
        "",
        "Industry",
        "producer-services/",
        "producer-services/11",
        "industry/01",
    ] {
        assert!(text.parse::<IndustryCategory>().is_err(), "{text}");
    }
}

const HEAD: &str = "name = n\nedition = e\nsource = s\n";

fn scheme(lines: &str) -> Result<CategoryScheme, SchemeError> {
    format!("{HEAD}{lines}").parse()
}

fn member(text: &str) -> Membership {
    let mut words = text.split(' ');
    let mut word = || words.next().unwrap_or_default();
    Membership {
        code: parse(word()),
        category: parse(word()),
        extent: parse(word()),
    }
}

#[test]
fn a_scheme_is_read_in_any_order_with_comments() {
    let text = "# a comment\n  source =  where it was = published  \n\n77 other 部分\n\
                name=n\r\n751 生产性服务业 full\nedition =e\n75 industry partial\n";
    let read: CategoryScheme = parse(text);
    assert_eq!(
        (read.name(), read.edition(), read.source()),
        ("n", "e", "where it was = published")
    );
    let expected = [
        "75 industry partial",
        "751 producer-services full",
        "77 other partial",
    ];
    assert_eq!(read.memberships(), expected.map(member));
    let by_list = CategoryScheme::new(
        "n",
        "e",
        "where it was = published",
        expected.into_iter().rev().map(member),
    );
    assert_eq!(by_list, Ok(read.clone()));
    assert_eq!(
        read.to_string(),
        format!(
            "name = n\nedition = e\nsource = where it was = published\n{}\n",
            expected.join("\n")
        )
    );
}

fn scheme_of(lines: &str) -> CategoryScheme {
    scheme(lines).unwrap()
}

#[test]
fn the_nearest_listed_code_decides() {
    use Agreement::{Agrees, Differs, NotListed, Possible};

    let scheme = scheme(
        "751 producer-services/01 full\n7514 producer-services/05 full\n\
         77 producer-services/05 partial\n77 other partial\n772 industry partial\nM other full",
    )
    .unwrap();
    let full = |text: &str| Derivation::Full(parse(text));
    let both = ["77 producer-services/05 partial", "77 other partial"].map(member);
    let leased = [member("772 industry partial")];
    let research = [member("751 producer-services/01 full")];
    let promotion = [member("7514 producer-services/05 full")];
    let section = [member("M other full")];
    let below_m = [research[0], promotion[0]];
    let below_n = [both[0], both[1], leased[0]];
    let partial = |listed, below| Derivation::Partial { listed, below };
    for (code, expected) in [
        ("7514", full("producer-services/05")),
        ("7512", full("producer-services/01")),
        ("752", full("other")),
        // Listed in full, and some of it for something else.
        ("751", partial(&research[..], &promotion[..])),
        ("75", partial(&section, &below_m)),
        ("M", partial(&section, &below_m)),
        ("77", partial(&both, &leased)),
        ("7711", partial(&both, &[])),
        ("7722", partial(&leased, &[])),
        ("N", partial(&[], &below_n)),
        ("A", Derivation::NotListed),
        ("34", Derivation::NotListed),
    ] {
        assert_eq!(scheme.derive(parse(code)), expected, "{code}");
    }
    for (declared, code, expected) in [
        ("producer-services/05", "7514", Agrees),
        ("producer-services", "7514", Agrees),
        ("producer-services/01", "7514", Differs),
        ("industry", "7514", Differs),
        ("other", "752", Agrees),
        ("producer-services", "7711", Possible),
        ("producer-services/05", "7711", Possible),
        ("producer-services/01", "7711", Differs),
        ("other", "7711", Possible),
        ("industry", "7711", Differs),
        ("industry", "77", Possible),
        ("other", "751", Differs),
        ("other", "75", Possible),
        ("producer-services/05", "M", Possible),
        ("industry", "M", Differs),
        ("producer-services", "751", Agrees),
        ("industry", "7722", Possible),
        ("industry", "34", NotListed),
        // Only some of N is listed.
        ("other", "N", Possible),
        ("producer-services/01", "N", Differs),
    ] {
        let agreement = scheme.compare(parse(declared), parse(code));
        assert_eq!(agreement, expected, "{declared} for {code}");
    }
    // All of 7514 is listed, but not all of 751.
    let one: CategoryScheme = parse(&format!("{HEAD}7514 other full"));
    let below = [member("7514 other full")];
    assert_eq!(one.derive(parse("751")), partial(&[], &below));
    // What is listed again in full, or more closely, is no exception.
    let again = scheme_of(
        "75 producer-services full\n7514 producer-services/05 full\n752 producer-services full",
    );
    assert_eq!(again.derive(parse("75")), full("producer-services"));
    let in_part = scheme_of("75 producer-services full\n7514 producer-services partial");
    assert!(matches!(
        in_part.derive(parse("751")),
        Derivation::Partial { .. }
    ));
    assert_eq!(one.compare(parse("other"), parse("751")), Possible);
    // A declaration narrower than what is derived may be right.
    let wide: CategoryScheme = parse(&format!("{HEAD}75 producer-services full"));
    let narrow = parse("producer-services/05");
    assert_eq!(wide.compare(narrow, parse("7514")), Possible);
}

#[test]
fn a_scheme_is_refused_with_the_line() {
    let error = |lines: &str| scheme(lines).unwrap_err();
    assert!(
        matches!(error("751 other"), SchemeError::Line { line: 4, given } if given == "751 other")
    );
    assert!(matches!(
        error("\n751 other full x"),
        SchemeError::Line { line: 5, .. }
    ));
    assert!(matches!(
        error("7599 other full"),
        SchemeError::Code { line: 4, .. }
    ));
    assert!(matches!(
        error("751 others full"),
        SchemeError::Term { line: 4, .. }
    ));
    assert!(matches!(
        error("751 other half"),
        SchemeError::Term { line: 4, .. }
    ));
    let (code, category) = (parse("751"), parse("other"));
    for twice in ["full", "partial"] {
        assert_eq!(
            error(&format!(
                "751 other partial\n75 other full\n751 other {twice}"
            )),
            SchemeError::Duplicate { code, category }
        );
        assert_eq!(
            error(&format!("751 other {twice}\n751 industry full")),
            SchemeError::Conflict { code }
        );
    }
    for field in ["name", "edition", "source"] {
        let without = HEAD.replace(field, "# ");
        let error = without.parse::<CategoryScheme>().unwrap_err();
        assert_eq!(error, SchemeError::MissingField { field });
        let empty = HEAD.replace(&format!("{field} = "), &format!("{field} = \n# "));
        assert!(matches!(
            empty.parse::<CategoryScheme>(),
            Err(SchemeError::Field { field: named, .. }) if named == field
        ));
    }
    assert_eq!(Extent::ALL.len(), 2);
}
