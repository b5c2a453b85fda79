//! What the forms of a report promise: CSV, and whole pages.

use standard_land::report::{Cell, Form, Item, Language, Section, Table, TableColumn};

use super::parse;
use super::report::{founding_report, founding_sentence};

#[test]
fn formulas_are_defused_and_numbers_are_not() {
    let mut table = Table::new(Language::English, "t", vec![TableColumn::text("a")]);
    let cells = [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-x", "'-x"),
        ("@sum", "'@sum"),
        ("'quoted", "''quoted"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-5.20%", "-5.20%"),
        ("a=b", "a=b"),
    ];
    for (cell, _) in cells {
        table.push(vec![Cell::text(cell)]).unwrap();
    }
    table.push(vec![Cell::text("\tx")]).unwrap();
    table.push(vec![Cell::text("\rx,\"y\"")]).unwrap();
    let change: standard_land::Percent = parse("-12.5%");
    table.push(vec![Cell::from(change)]).unwrap();
    let csv = table.render(Form::Csv).to_string();
    for (_, written) in cells {
        assert!(
            csv.contains(&format!("\r\n{written}\r\n")),
            "{written}: {csv}"
        );
    }
    assert!(
        csv.contains("\r\n\"'\tx\"\r\n\"'\rx,\"\"y\"\"\"\r\n-12.5%\r\n"),
        "{csv:?}"
    );
    // Headings too.
    let table = Table::new(Language::English, "t", vec![TableColumn::text("=cmd()")]);
    assert_eq!(table.render(Form::Csv).to_string(), "'=cmd()\r\n");
}

#[test]
fn a_report_is_a_whole_document_in_every_form() {
    let report = founding_report(Language::Chinese);
    assert_eq!(report.tables().count(), 1);
    assert_eq!(report.sections()[0].items().len(), 4);
    assert!(matches!(report.sections()[0].items()[0], Item::Sentence(_)));
    for form in [Form::Markdown, Form::Html, Form::Plain] {
        let text = report.render(form).to_string();
        for expected in ["15.43%（去尾）", "37.18", "来源：文水", "2024年标准地"] {
            assert!(text.contains(expected), "{form}: {expected}");
        }
    }
    let csv = report.render(Form::Csv).to_string();
    assert!(csv.starts_with("章节,表,行,列,值\r\n"));
    assert!(
        csv.contains("2024年标准地,按类别分,生产性服务业,占面积,15.43%\r\n"),
        "{csv}"
    );
}

#[test]
fn a_page_is_complete_and_says_its_languages() {
    let both = founding_report(Language::Chinese)
        .with(Section::new("English").with(founding_sentence(Language::English)));
    let page = both.render(Form::Html).to_string();
    let document = roxmltree::Document::parse_with_options(
        &page,
        roxmltree::ParsingOptions {
            allow_dtd: true,
            ..Default::default()
        },
    )
    .unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("lang"), Some("zh-CN"));
    let has = |name: &str| root.descendants().any(|node| node.has_tag_name(name));
    for name in [
        "meta", "title", "style", "h1", "h2", "caption", "thead", "tbody", "tfoot",
    ] {
        assert!(has(name), "{name}");
    }
    let english = root
        .descendants()
        .filter(|node| node.attribute("lang") == Some("en"))
        .count();
    assert_eq!(english, 1);
    let scopes = root.descendants().filter(|node| node.has_tag_name("th"));
    assert!(scopes.into_iter().all(|th| th.attribute("scope").is_some()));
    for outside in ["src=", "href=", "url(", "@import", "<script"] {
        assert!(!page.contains(outside), "{outside}");
    }
    for needed in [
        "prefers-color-scheme: dark",
        "@media print",
        "charset=\"utf-8\"",
    ] {
        assert!(page.contains(needed), "{needed}");
    }
}
