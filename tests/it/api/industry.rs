//! Industry codes against the whole table; categories; schemes.

#![expect(clippy::string_slice, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use standard_land::industry::{
    Agreement, CategoryScheme, Derivation, Extent, IndustryError, IndustryLevel, Membership,
    ProducerService, SchemeError,
};
use standard_land::{IndustryCategory, IndustryCode};

use super::{parse, rows};

const TABLE: &str = include_str!("../../../data/gbt4754-2017-amd1.csv");

fn texts(codes: impl Iterator<Item = IndustryCode>) -> Vec<String> {
    codes.map(|code| code.to_string()).collect()
}

#[test]
fn every_row_of_the_table_agrees() {
    let parents: BTreeMap<&str, &str> = rows(TABLE)
        .map(|[code, _, parent, _]| (code, parent))
        .collect();
    let mut counts = BTreeMap::new();
    let mut all = IndustryCode::all();
    for (index, [text, level, parent, name]) in rows(TABLE).enumerate() {
        let code: IndustryCode = parse(text);
        assert_eq!(all.next(), Some(code), "{text}");
        assert_eq!(code.to_string(), text);
        assert_eq!(code.name_zh(), name, "{text}");
        assert_eq!(code.level(), parse(level), "{text}");
        assert_eq!(code.index(), index, "{text}");
        let above = (!parent.is_empty()).then(|| parse(parent));
        assert_eq!(code.parent(), above, "{text}");

        let mut chain = vec![text];
        while let Some(parent) = parents
            .get(chain[chain.len() - 1])
            .filter(|p| !p.is_empty())
        {
            chain.push(parent);
        }
        assert_eq!(texts(code.ancestors()), chain[1..], "{text}");
        assert_eq!(code.section().to_string(), chain[chain.len() - 1]);
        for (depth, level) in IndustryLevel::ALL.iter().enumerate() {
            let expected = chain.iter().rev().nth(depth).map(|text| parse(text));
            assert_eq!(code.at(*level), expected, "{text} at {level}");
        }
        *counts.entry(level).or_insert(0) += 1;
    }
    assert_eq!(all.next(), None);
    let counts: Vec<_> = counts.into_iter().collect();
    assert_eq!(
        counts,
        [
            ("class", 1382),
            ("division", 97),
            ("group", 473),
            ("section", 20)
        ]
    );
    assert_eq!(IndustryCode::COUNT, 20 + 97 + 473 + 1382);
}

#[test]
fn what_is_below_a_code_is_what_names_it_above() {
    for above in ["A", "C", "T", "06", "75", "905", "751", "7514"] {
        let children: Vec<&str> = rows(TABLE)
            .filter(|[_, _, parent, _]| *parent == above)
            .map(|[code, ..]| code)
            .collect();
        let code: IndustryCode = parse(above);
        assert_eq!(texts(code.children()), children, "{above}");
        let below = IndustryCode::all().filter(|it| it.ancestors().any(|it| it == code));
        assert_eq!(texts(code.descendants()), texts(below), "{above}");
    }
}

#[test]
fn codes_are_found_by_name() {
    assert_eq!(texts(IndustryCode::named("节能技术推广服务")), ["7514"]);
    for name in ["煤炭开采和洗选业", "节能技术推广服务", "制造业", "无此行业"]
    {
        let named = rows(TABLE).filter(|[.., known]| *known == name);
        let named: Vec<&str> = named.map(|[code, ..]| code).collect();
        assert_eq!(texts(IndustryCode::named(name)), named, "{name}");
        let found = rows(TABLE).filter(|[.., known]| known.contains(&name[..6]));
        let found: Vec<&str> = found.map(|[code, ..]| code).collect();
        assert_eq!(texts(IndustryCode::search(&name[..6])), found, "{name}");
    }
    assert_eq!(IndustryCode::search("").count(), IndustryCode::COUNT);
}

#[test]
fn what_is_no_code_is_refused() {
    for text in [
        "", "a", "AA", "7", "75140", "7514 ", "７５", "-75", "+75", "M7514",
    ] {
        let given = text.to_owned();
        assert_eq!(
            text.parse::<IndustryCode>(),
            Err(IndustryError::Malformed { given })
        );
    }
    for text in ["U", "Z", "00", "98", "000", "7599", "0000", "0000"] {
        let given = text.to_owned();
        assert_eq!(
            text.parse::<IndustryCode>(),
            Err(IndustryError::Unknown { given })
        );
    }
    for index in [IndustryCode::COUNT, 65_536, usize::MAX] {
        assert_eq!(IndustryCode::from_index(index), None);
    }
}

#[test]
fn categories_have_codes_names_and_an_order() {
    let all: Vec<IndustryCategory> = IndustryCategory::all().collect();
    assert_eq!(all.len(), IndustryCategory::COUNT);
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
    let one = [member("772 industry partial")];
    for (code, expected) in [
        ("7514", full("producer-services/05")),
        ("7512", full("producer-services/01")),
        ("751", full("producer-services/01")),
        ("752", full("other")),
        ("M", full("other")),
        ("77", Derivation::Partial(&both)),
        ("7711", Derivation::Partial(&both)),
        ("7722", Derivation::Partial(&one)),
        ("N", Derivation::NotListed),
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
        ("industry", "7722", Possible),
        ("industry", "34", NotListed),
    ] {
        let agreement = scheme.compare(parse(declared), parse(code));
        assert_eq!(agreement, expected, "{declared} for {code}");
    }
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
