//! What charts promise: figures in words, exact lengths, ids of their own.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use roxmltree::{Document, Node};
use standard_land::calendar::Period;
use standard_land::exact::Mode;
use standard_land::register::Grant;
use standard_land::report::{
    Chart, Form, Language, NamedTally, Report, ReportError, Section, ShareRounding, Style,
};
use standard_land::stats::{By, Trend, Whole};
use standard_land::{Area, AreaUnit, Breakdown, Ratio, Rounding, Tally};

use super::report::{style, trend};
use super::{founding, tally};

pub(crate) fn founding_chart(language: Language) -> Chart {
    let by_category = Breakdown::by(founding().grants(), Grant::category).unwrap();
    let title = match language {
        Language::Chinese => "生产性服务业占比",
        Language::English => "The share of producer services",
        _ => unreachable!("a new one has to be tested"),
    };
    Chart::shares(title, &by_category, Whole::Total, &style(language)).unwrap()
}

pub(crate) fn trend_chart(language: Language) -> Chart {
    Chart::trend("2020–2024", &trend(), &style(language)).unwrap()
}

/// Names of every kind and length, and shares from almost nothing to almost
/// all.
pub(crate) fn hard_shares(language: Language) -> Chart {
    let names = [
        "文水县燃源能源科技有限责任公司".to_owned(),
        "山西省吕梁市文水县".repeat(9),
        "energy saving and environmental services of every kind, and more words".to_owned(),
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW".to_owned(),
        "x".to_owned(),
        "（一）".to_owned(),
        "<&>\"' 混合 mixed 文字 text 的 label 很长 indeed".to_owned(),
    ];
    let rows = (0_u32..).zip(names).map(|(place, name)| {
        let area = Area::from_quanta(15_u64.pow(place).saturating_mul(1_000_000_001));
        (Some(name), Tally::one(area))
    });
    let breakdown = Breakdown::of(rows).unwrap();
    let shares = ShareRounding::both(Rounding::half_even(4));
    let style = Style::new(language, AreaUnit::SquareMetre, shares);
    let style = style.rounding_areas(Rounding::half_even(2));
    let title = "一个很长的标题 and a title that is long ".repeat(4);
    Chart::shares(title, &breakdown, Whole::Total, &style).unwrap()
}

/// More columns than there is room for labels.
pub(crate) fn crowded(language: Language) -> Chart {
    let months = (0_u64..60).map(|n| {
        let month = format!("{}-{:02}", 2020 + n / 12, n % 12 + 1);
        let period: Period = month.parse().unwrap();
        (
            Some(period),
            Tally::new(n * n + 1, Area::from_quanta(n * 7_777_777_777)).unwrap(),
        )
    });
    let trend = Trend::of(months).unwrap();
    let style = style(language).rounding_areas(Rounding::half_up(1));
    Chart::trend("2020–2024", &trend, &style).unwrap()
}

pub(crate) fn concentration(language: Language) -> Chart {
    let rows = (1..=100_u64).map(|n| (Some(n), Tally::one(Area::from_quanta(n * n * n))));
    let by_holder = Breakdown::of(rows).unwrap();
    let land = by_holder.concentration(By::Area, Whole::Total).unwrap();
    let of = match language {
        Language::Chinese => "企业",
        Language::English => "enterprises",
        _ => unreachable!("a new one has to be tested"),
    };
    Chart::concentration("集中度 concentration", &land, of, &style(language)).unwrap()
}

fn with_class<'a>(document: &'a Document<'a>, class: &'a str) -> Vec<Node<'a, 'a>> {
    let nodes = document.descendants();
    nodes
        .filter(|node| node.attribute("class") == Some(class))
        .collect()
}

/// A length in hundredths of a pixel.
fn hundredths(node: &Node<'_, '_>, attribute: &str) -> i128 {
    let text = node.attribute(attribute).unwrap();
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{rest:0<2}").parse().unwrap()
}

#[test]
fn lengths_are_the_exact_shares() {
    let svg = founding_chart(Language::Chinese).to_string();
    let document = Document::parse(&svg).unwrap();
    let grid: Vec<i128> = with_class(&document, "grid")
        .iter()
        .map(|line| hundredths(line, "x1"))
        .collect();
    let left = hundredths(&with_class(&document, "axis")[0], "x1");
    // The scale ends at 100 %: the last line of the grid.
    let length = grid.iter().max().unwrap() - left;
    for (class, shares) in [
        ("count", ["4/7", "3/7"]),
        ("area", ["287/1859", "1572/1859"]),
    ] {
        let bars = with_class(&document, class);
        // The first is that of the legend.
        for (bar, share) in bars.iter().skip(1).zip(shares) {
            let share: Ratio = share.parse().unwrap();
            let exact = share.checked_mul(Ratio::new(length, 1).unwrap()).unwrap();
            let rounded = exact.round(Rounding::new(0, Mode::HalfUp)).unwrap();
            assert_eq!(
                hundredths(bar, "width").to_string(),
                rounded.to_string(),
                "{class}"
            );
            assert_eq!(hundredths(bar, "x"), left);
        }
    }
}

#[test]
fn those_who_do_not_see_it_get_every_figure() {
    for language in Language::ALL {
        for chart in [founding_chart(*language), trend_chart(*language)] {
            let svg = chart.to_string();
            let document = Document::parse(&svg).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("role"), Some("img"));
            let named = root.attribute("aria-labelledby").unwrap();
            let texts: Vec<&str> = named
                .split(' ')
                .map(|id| {
                    let mut nodes = document.descendants();
                    nodes
                        .find(|node| node.attribute("id") == Some(id))
                        .unwrap()
                        .text()
                        .unwrap()
                })
                .collect();
            assert_eq!(texts, [chart.title(), &chart.description()]);
            // Every label that is drawn stands in the words too.
            for label in with_class(&document, "value") {
                for part in label.text().unwrap().split(" · ") {
                    assert!(chart.description().contains(part), "{part}");
                }
            }
        }
    }
}

#[test]
fn ids_and_styles_stay_apart_on_one_page() {
    let report = Report::new(Language::English, "r").with(
        Section::new("s")
            .with(founding_chart(Language::English))
            .with(founding_chart(Language::Chinese))
            .with(trend_chart(Language::English).with_id("mine").unwrap()),
    );
    let page = report.render(Form::Html).to_string();
    let ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(ids.len(), 9);
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "{ids:?}");
    // A rule without an id would reach the whole page.
    for style in page.split("<style>").skip(2) {
        for line in style.split("</style>").next().unwrap().lines() {
            let fine =
                line.is_empty() || line.starts_with('#') || line.starts_with('@') || line == "}";
            assert!(fine, "{line}");
        }
    }
}

#[test]
fn an_id_must_work_everywhere() {
    let chart = || trend_chart(Language::Chinese);
    for good in ["a", "chart-1", "A_b-2"] {
        assert!(
            chart()
                .with_id(good)
                .unwrap()
                .to_string()
                .contains(&format!("id=\"{good}\""))
        );
    }
    for bad in ["", "1", "-a", "a b", "图", "a\"", "a:b"] {
        assert!(
            matches!(chart().with_id(bad), Err(ReportError::Id { .. })),
            "{bad}"
        );
    }
}

#[test]
fn long_labels_are_wrapped_or_cut_with_the_whole_in_a_tool_tip() {
    let long = "文水县".repeat(30);
    let by_name = Breakdown::of([
        (Some(long.clone()), tally(1, "1 ha")),
        (
            Some("words that are separated by spaces go to a second line".to_owned()),
            tally(1, "1 ha"),
        ),
    ]);
    let style = style(Language::English);
    let chart = Chart::shares("t", &by_name.unwrap(), Whole::Total, &style).unwrap();
    let svg = chart.to_string();
    let document = Document::parse(&svg).unwrap();
    let tips: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("title") && node.parent().unwrap().has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    assert!(tips.contains(&long.as_str()));
    let texts: Vec<String> = with_class(&document, "label")
        .iter()
        .map(|node| {
            node.children()
                .filter(Node::is_text)
                .filter_map(|it| it.text())
                .collect()
        })
        .collect();
    assert!(
        texts.iter().any(|text| text.trim().ends_with('…')),
        "{texts:?}"
    );
    assert!(
        texts
            .iter()
            .any(|text| text.trim().starts_with("words that")),
        "{texts:?}"
    );
}

#[test]
fn odd_texts_make_a_well_formed_picture() {
    let odd = "<&>\"'\u{0}\u{1b}\u{fffe}]]>\n\t";
    let point = NamedTally::new(odd, tally(1, "1 ha"));
    let chart = Chart::sequence(odd, [point], &style(Language::Chinese)).unwrap();
    let svg = chart.to_string();
    assert!(Document::parse(&svg).is_ok(), "{svg}");
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let style = style(Language::English);
    let none: Breakdown<String> = Breakdown::new();
    let charts = [
        Chart::shares("", &none, Whole::Total, &style).unwrap(),
        Chart::sequence("", [], &style).unwrap(),
        Chart::sequence("t", [NamedTally::new("2020", tally(0, "0 ha"))], &style).unwrap(),
    ];
    for chart in charts {
        let svg = chart.to_string();
        assert!(Document::parse(&svg).is_ok(), "{svg}");
    }
}

#[test]
fn many_columns_leave_out_labels_and_keep_the_last() {
    let both = ShareRounding::both(Rounding::half_up(0));
    let style = Style::new(Language::English, AreaUnit::Hectare, both);
    let points =
        (1..=200_u64).map(|n| NamedTally::new(format!("month {n}"), tally(n, "12345.678 ha")));
    let svg = Chart::sequence("t", points, &style).unwrap().to_string();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(with_class(&document, "count").len(), 201);
    let labels = with_class(&document, "value");
    assert!(labels.len() < 100, "{}", labels.len());
    assert!(labels.iter().any(|label| label.text() == Some("200")));
}

#[test]
fn a_curve_goes_through_its_points() {
    let rows = (1..=4_u64).map(|n| (Some(n), Tally::one(Area::from_quanta(n))));
    let by_holder = Breakdown::of(rows).unwrap();
    let land = by_holder.concentration(By::Area, Whole::Total).unwrap();
    let chart = Chart::concentration("t", &land, "a", &style(Language::English)).unwrap();
    let svg = chart.to_string();
    let document = Document::parse(&svg).unwrap();
    let even = with_class(&document, "even");
    let [left, right] = ["x1", "x2"].map(|end| hundredths(even.last().unwrap(), end));
    let [bottom, top] = ["y1", "y2"].map(|end| hundredths(even.last().unwrap(), end));
    assert_eq!(right - left, bottom - top);
    let path = with_class(&document, "curve")
        .pop()
        .unwrap()
        .attribute("d")
        .unwrap()
        .to_owned();
    let number = |hundredths: i128| {
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    let side = right - left;
    let middle = format!(
        "L{} {}",
        number(left + side / 4),
        number(bottom - side / 10)
    );
    assert!(
        path.starts_with(&format!("M{} {}", number(left), number(bottom))),
        "{path}"
    );
    assert!(path.contains(&middle), "{path} {middle}");
    assert!(
        path.ends_with(&format!("L{} {}", number(right), number(top))),
        "{path}"
    );
}

#[test]
fn a_scale_that_ends_before_100_stretches_the_bars() {
    let rows = (0..16_u64).map(|n| (Some(n.to_string()), tally(1, "1 ha")));
    let by_name = Breakdown::of(rows).unwrap();
    let style = style(Language::English);
    let chart = Chart::shares("t", &by_name, Whole::Total, &style).unwrap();
    let svg = chart.to_string();
    let document = Document::parse(&svg).unwrap();
    // 1/16 is 6.25 %: the scale ends at 10 %.
    let ticks = with_class(&document, "tick");
    assert_eq!(ticks.last().unwrap().text(), Some("10%"));
    let left = hundredths(&with_class(&document, "axis")[0], "x1");
    let grid = with_class(&document, "grid");
    let length = hundredths(grid.last().unwrap(), "x1") - left;
    let bar = hundredths(&with_class(&document, "area")[1], "width");
    assert_eq!(bar, (length * 625 + 500) / 1000);
}
