//! Tables of category schemes: read, carried, and made schemes of.

use std::collections::{BTreeMap, BTreeSet};

use standard_land::industry::{
    Agreement, CategoryLevel, CategoryNumber, CategoryScheme, Edition, Extent, IndustryLevel,
    MemberChange, SchemeHead, SchemeMember, SchemeTable, SchemeTableError,
};
use standard_land::source::Certainty;
use standard_land::{IndustryCategory, IndustryCode};

use super::parse;

const HIGH_TECH: &str = include_str!("../../../data/schemes/high-tech-manufacturing-2017.csv");
const TEMPLATE: &str = include_str!("../../../data/schemes/producer-services-2019-template.csv");

fn head() -> SchemeHead {
    SchemeHead::new("n", "e", "s")
}

fn read(csv: &str) -> Result<SchemeTable, SchemeTableError> {
    SchemeTable::read(&head(), csv)
}

fn high_tech() -> SchemeTable {
    let head = SchemeHead::new("高技术产业（制造业）分类", "2017", "one copy of the table")
        .with_certainty(Certainty::Seen);
    SchemeTable::read(&head, HIGH_TECH).unwrap()
}

fn members(table: &SchemeTable) -> Vec<String> {
    table.members().iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_is_read_as_offices_have_it() {
    use CategoryLevel::{Large, Middle, Small};

    let csv = "\u{feff}大类, 中类,小类,名称,国民经济行业代码（2017）,国民经济行业名称,备注\r\n\
        01,,,研发,,,\r\n\
        ,011,,\"研发, 自然\",,,\r\n\
        ,,0111,自然,C2710 ,化学药品原料药制造,略\r\n\
        ,,,,*2720;２７３０*、Ｃ２７４,,\r\n\
        \r\n\
        ,,0112,工程,7320＊,,\r\n\
        02,,,设计,7310 7320*,,\r\n\
        10,101,,支持,51大类,,\r\n";
    let table = read(csv).unwrap();
    assert_eq!(table.classification(), Edition::E2017);
    assert_eq!(
        members(&table),
        [
            "0111 2710",
            "0111 2720*",
            "0111 2730*",
            "0111 274",
            "0112 7320*",
            "02 7310",
            "02 7320*",
            "101 51",
        ]
    );
    let categories: Vec<_> = table
        .categories()
        .iter()
        .map(|it| (it.number().as_str(), it.level(), it.name()))
        .collect();
    assert_eq!(
        categories,
        [
            ("01", Large, Some("研发")),
            ("011", Middle, Some("研发, 自然")),
            ("0111", Small, Some("自然")),
            ("0112", Small, Some("工程")),
            ("02", Large, Some("设计")),
            ("10", Large, None),
            ("101", Middle, Some("支持")),
        ]
    );
    // What it prints is read as an equal table.
    let again = SchemeTable::read(table.head(), &table.to_string());
    assert_eq!(again, Ok(table));
}

#[test]
fn cells_that_are_filled_and_cells_that_are_merged_are_one_table() {
    let filled = "large,middle,small,code_2011\n\
        01,011,0111,2710\n01,011,0111,2720\n01,011,0112,2730\n01,012,,2740\n02,,,2750\n";
    let merged = "large,middle,small,code_2011\n\
        01,011,0111,2710\n,,,2720\n,,0112,2730\n,012,,2740\n02,,,2750\n";
    let table = read(filled).unwrap();
    assert_eq!(read(merged), Ok(table.clone()));
    assert_eq!(table.classification(), Edition::E2011);
    let last = &table.members()[3..];
    let codes: Vec<String> = last.iter().map(|it| it.category.to_string()).collect();
    assert_eq!(codes, ["012", "02"]);
    // A scheme whose numbers have groups is in the order of its groups.
    let grouped = read("大类,中类,行业代码2017\n1,1.1,3911\n10,10.1,3912\n").unwrap();
    let at = |number: &str| grouped.at(&parse(number), CategoryLevel::Large);
    assert_eq!((at("1.1").as_str(), at("10.1").as_str()), ("1", "10"));
}

#[test]
fn the_edition_is_in_the_header_or_is_named() {
    let of = |header: &str, named: Option<Edition>| {
        let mut head = head();
        head.classification = named;
        SchemeTable::read(&head, &format!("大类,{header}\n01,3911\n"))
            .map(|table| table.classification())
    };
    for header in [
        "国民经济行业代码（2011）",
        "国民经济行业分类代码(2011)",
        "行业代码 2011年版",
        "code_2011",
        "Code 2011",
        "国民经济行业分类（GB/T 4754-2011）",
        "国民经济行业代码２０１１",
    ] {
        assert_eq!(of(header, None), Ok(Edition::E2011), "{header}");
    }
    assert_eq!(of("行业代码", Some(Edition::E2011)), Ok(Edition::E2011));
    assert_eq!(of("行业代码", None), Err(SchemeTableError::NoEdition));
    assert_eq!(
        of("code_2017", Some(Edition::E2011)),
        Err(SchemeTableError::Editions {
            header: Edition::E2017,
            given: Edition::E2011
        })
    );
}

#[test]
fn a_lost_zero_is_no_code_in_silence() {
    let read = |code: &str| read(&format!("大类,code_2017\n01,{code}\n"));
    for (code, restored) in [("111", "0111"), ("11", "011"), ("119*", "0119")] {
        let Err(SchemeTableError::Doubtful {
            line: 2,
            restored: found,
            ..
        }) = read(code)
        else {
            panic!("{code}");
        };
        assert_eq!(found, parse(restored));
    }
    assert!(read("１１１").is_err());
    for code in ["B111", "11大类", "A0111", "0111", "34", "341"] {
        assert!(read(code).is_ok(), "{code}");
    }
}

#[test]
fn the_high_technology_table_has_its_classes() {
    let table = high_tech();
    assert_eq!(table.members().len(), 85);
    assert_eq!(table.head().certainty, Certainty::Seen);
    let mut counts = BTreeMap::new();
    for SchemeMember {
        category,
        code,
        extent,
    } in table.members()
    {
        assert_eq!(code.level(), IndustryLevel::Class);
        assert_eq!(*extent, Extent::Full);
        *counts.entry(category.as_str()).or_insert(0) += 1;
    }
    let expected = [
        ("01", 9),
        ("02", 6),
        ("03", 35),
        ("04", 8),
        ("05", 25),
        ("06", 2),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    // All manufacture of medicines, but not all of division 26.
    let of = |code: &str| table.derive(parse(code), CategoryLevel::Large).unwrap();
    assert_eq!(of("2710"), [(parse("01"), Extent::Full)]);
    assert_eq!(of("C").len(), 6);
    assert!(of("C").iter().all(|(_, extent)| *extent == Extent::Partial));
    assert_eq!(of("13"), []);
    assert!(
        table
            .derive(parse("GB/T 4754-2011 27"), CategoryLevel::Large)
            .is_err()
    );
}

/// Pairs of classes of the older and the newer edition.
fn pairs(table: &str) -> BTreeSet<(&str, &str)> {
    table
        .lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split(',');
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .filter(|(old, new)| !old.is_empty() && !new.is_empty())
        .collect()
}

type Ways = BTreeMap<String, BTreeSet<String>>;

fn ways(pairs: impl IntoIterator<Item = (String, String)>) -> Ways {
    let mut ways = Ways::new();
    for (from, to) in pairs {
        ways.entry(from).or_default().insert(to);
    }
    ways
}

/// From 2017 back to an edition, and forth again, by the tables in `data/`.
fn back_and_forth(edition: Edition) -> (Ways, Ways) {
    let newer = pairs(include_str!("../../../data/gbt4754-2011-2017.csv"));
    let older = pairs(include_str!("../../../data/gbt4754-2002-2011.csv"));
    let owned = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let all: Vec<(String, String)> = match edition {
        Edition::E2011 => newer.iter().map(|(old, new)| owned(old, new)).collect(),
        _ => older
            .iter()
            .flat_map(|(old, between)| {
                let onward = newer.iter().filter(move |(from, _)| from == between);
                onward.map(move |(_, new)| owned(old, new))
            })
            .collect(),
    };
    let forth = ways(all.iter().cloned());
    let back = ways(all.into_iter().map(|(old, new)| (new, old)));
    (back, forth)
}

/// What is full, partial or uncertain of a category, by sets of strings.
fn expected(
    table: &SchemeTable,
    edition: Edition,
) -> BTreeSet<(String, String, Extent, MemberChange)> {
    let (back, forth) = back_and_forth(edition);
    let mut expected = BTreeSet::new();
    let categories: BTreeSet<&CategoryNumber> =
        table.members().iter().map(|it| &it.category).collect();
    for category in categories {
        let of = |extent: Extent| -> BTreeSet<String> {
            let members = table.members().iter();
            let members = members.filter(|it| it.category == *category && it.extent == extent);
            members
                .flat_map(|it| it.code.classes())
                .map(IndustryCode::code)
                .collect()
        };
        let (full, partial) = (of(Extent::Full), of(Extent::Partial));
        for (older, made_to) in &forth {
            let from: Vec<&String> = made_to
                .iter()
                .filter(|class| full.contains(*class) || partial.contains(*class))
                .collect();
            if from.is_empty() {
                continue;
            }
            let is_full = made_to.is_subset(&full);
            let touches = from.iter().any(|class| full.contains(*class));
            let is_whole = from.iter().any(|class| back[*class].len() == 1);
            let is_certain = is_whole || (touches && edition == Edition::E2011);
            let change = if is_full || (is_certain && !touches) {
                MemberChange::Kept
            } else if is_certain {
                MemberChange::BecamePartial
            } else {
                MemberChange::Uncertain
            };
            let extent = if is_full {
                Extent::Full
            } else {
                Extent::Partial
            };
            expected.insert((category.to_string(), older.clone(), extent, change));
        }
    }
    expected
}

#[test]
fn carried_schemes_are_those_of_the_comparison_tables() {
    // As it is, and with every third code in part only.
    let rows = high_tech();
    let rows = (0..).zip(rows.members()).map(|(place, member)| {
        let mark = if place % 3 == 0 { "*" } else { "" };
        format!("{},{}{mark}\n", member.category, member.code)
    });
    let marked = format!("large,code_2017\n{}", rows.collect::<String>());
    let mut changes = BTreeSet::new();
    for table in [high_tech(), read(&marked).unwrap()] {
        for edition in [Edition::E2011, Edition::E2002] {
            let carried = table.carried_to(edition).unwrap();
            let found: BTreeSet<_> = carried
                .members()
                .iter()
                .map(|it| {
                    let SchemeMember {
                        category,
                        code,
                        extent,
                    } = &it.member;
                    assert_eq!(code.edition(), edition);
                    (category.to_string(), code.code(), *extent, it.change)
                })
                .collect();
            assert_eq!(found, expected(&table, edition), "{edition}");
            assert_eq!(found.len(), carried.members().len());
            assert!(carried.unmatched().is_empty());
            changes.extend(carried.members().iter().map(|it| it.change));
        }
    }
    assert!(changes.iter().eq(MemberChange::ALL), "{changes:?}");
}

#[test]
fn what_became_partial_is_said() {
    let count = |edition: Edition, change: MemberChange| {
        let carried = high_tech().carried_to(edition).unwrap();
        carried.changed().filter(|it| it.change == change).count()
    };
    let partial = [Edition::E2011, Edition::E2002].map(|it| count(it, MemberChange::BecamePartial));
    let uncertain = [Edition::E2011, Edition::E2002].map(|it| count(it, MemberChange::Uncertain));
    assert_eq!((partial, uncertain), ([1, 7], [0, 2]));
    // The same edition changes nothing.
    let same = high_tech().carried_to(Edition::E2017).unwrap();
    assert_eq!(same.table(), &high_tech());
    assert_eq!(same.changed().count(), 0);
    // A division that went over whole stays a division.
    let table = read("large,code_2017\n01,36\n02,9231、9232\n").unwrap();
    let carried = table.carried_to(Edition::E2011).unwrap();
    assert_eq!(carried.members()[0].member.code, parse("GB/T 4754-2011 36"));
    let lost: Vec<String> = carried
        .unmatched()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(lost, ["02 9231"]);
    let only = read("large,code_2017\n01,9231\n").unwrap();
    assert_eq!(
        only.carried_to(Edition::E2011),
        Err(SchemeTableError::Empty)
    );
}

#[test]
fn a_table_becomes_a_scheme_of_what_zones_declare() {
    assert_eq!(read(TEMPLATE), Err(SchemeTableError::Empty));
    let filled = TEMPLATE.replace(
        "03,,,信息服务,,,\n",
        "03,,,信息服务,,,\n,031,0311,甲,6531*,,\n,,0312,乙,6531*,,\n,,,,6520,,\n",
    );
    let table = read(&filled).unwrap();
    assert_eq!(table.categories().len(), 13);
    let scheme = table.producer_services().unwrap();
    let declared: IndustryCategory = parse("producer-services/03");
    let compare = |code: &str| scheme.compare(declared, parse(code));
    assert_eq!(compare("6531"), Agreement::Possible);
    assert_eq!(compare("6520"), Agreement::Agrees);
    assert_eq!(compare("65"), Agreement::Possible);
    assert_eq!(compare("7514"), Agreement::NotListed);
    assert_eq!(parse::<CategoryScheme>(&scheme.to_string()), scheme);
    // What gets no category is left out.
    let scheme = table.scheme(|number| (number.as_str() == "01").then_some(declared));
    assert!(scheme.memberships().is_empty());
}
