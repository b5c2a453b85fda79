//! What the module `report` promises.

use standard_land::calendar::Year;
use standard_land::register::Grant;
use standard_land::report::{
    Cell, CrossCells, Form, Language, Named, NamedTally, Origin, Piece, Report, ReportError,
    Section, Sentence, ShareRounding, Style, Table,
};
use standard_land::stats::{Against, By, CellWhole, CrossTab, Trend, Whole};
use standard_land::{Area, AreaUnit, Breakdown, IndustryCategory, Ratio, Rounding};

use super::{founding, parse, tally};

/// As the zone printed it: one share rounded, the other cut off.
pub(crate) fn published() -> ShareRounding {
    ShareRounding {
        by_count: Rounding::half_up(0),
        by_area: Rounding::toward_zero(2),
    }
}

pub(crate) fn style(language: Language) -> Style {
    Style::new(language, AreaUnit::Hectare, published())
}

fn counted(name: &str, parcels: u64, area: &str) -> NamedTally {
    NamedTally::new(name, tally(parcels, area))
}

pub(crate) fn founding_sentence(language: Language) -> Sentence {
    let by_category = Breakdown::by(founding().grants(), Grant::category).unwrap();
    let services = IndustryCategory::ProducerServices(None);
    let part = NamedTally::new(
        services.name(language),
        by_category.get(&services).unwrap_or_default(),
    );
    let name = match language {
        Language::Chinese => "2024年出让标准地",
        Language::English => "Standard land granted in 2024",
        _ => unreachable!("a new one has to be tested"),
    };
    let whole = NamedTally::new(name, by_category.total());
    Sentence::share(&part, &whole, &style(language)).unwrap()
}

pub(crate) fn founding_table(style: &Style) -> Table {
    let by_category = Breakdown::by(founding().grants(), Grant::category).unwrap();
    let language = style.language();
    let (caption, heading) = match language {
        Language::Chinese => ("按类别分", "类别"),
        Language::English => ("By category", "category"),
        _ => unreachable!("a new one has to be tested"),
    };
    Table::shares(caption, heading, &by_category, Whole::Total, style).unwrap()
}

#[test]
fn the_founding_case_reads_as_an_office_would_write_it() {
    assert_eq!(
        founding_sentence(Language::Chinese).to_string(),
        "2024年出让标准地7宗、37.18公顷，其中生产性服务业4宗、5.74公顷，\
         占宗数的57%（四舍五入）、占面积的15.43%（去尾）。"
    );
    assert_eq!(
        founding_sentence(Language::English).to_string(),
        "Standard land granted in 2024: 7 parcels, 37.18 ha; of these, producer services: \
         4 parcels, 5.74 ha, which is 57% of the parcels (half-up) and 15.43% of the area \
         (toward-zero)."
    );
}

#[test]
fn the_mode_decides_the_last_digit_and_is_said() {
    let (all, part) = (counted("甲", 7, "37.18 ha"), counted("乙", 4, "5.74 ha"));
    for (rounding, expected) in [
        (
            Rounding::half_up(2),
            "占宗数的57.14%、占面积的15.44%（均四舍五入）。",
        ),
        (
            Rounding::half_even(2),
            "占宗数的57.14%、占面积的15.44%（均四舍六入五成双）。",
        ),
        (
            Rounding::toward_zero(2),
            "占宗数的57.14%、占面积的15.43%（均去尾）。",
        ),
        (
            Rounding::ceiling(0),
            "占宗数的58%、占面积的16%（均向上取整）。",
        ),
    ] {
        let both = ShareRounding::both(rounding);
        let style = Style::new(Language::Chinese, AreaUnit::Hectare, both);
        let sentence = Sentence::share(&part, &all, &style).unwrap().to_string();
        assert!(sentence.ends_with(expected), "{sentence}");
    }
}

#[test]
fn one_is_singular_and_zero_is_plural_in_english() {
    let style = style(Language::English);
    let says = |parcels, area: &str| {
        let counted = counted("Leased", parcels, area);
        Sentence::amount(&counted, &style).unwrap().to_string()
    };
    assert_eq!(says(0, "0 ha"), "Leased: 0 parcels, 0 ha.");
    assert_eq!(says(1, "1 ha"), "Leased: 1 parcel, 1 ha.");
    assert_eq!(says(2, "1 ha"), "Leased: 2 parcels, 1 ha.");
    let share = Sentence::share(&counted("a", 1, "1 ha"), &counted("b", 1, "1 ha"), &style);
    assert_eq!(
        share.unwrap().to_string(),
        "b: 1 parcel, 1 ha; of these, a: 1 parcel, 1 ha, which is 100% of the parcels (half-up) \
         and 100.00% of the area (toward-zero)."
    );
}

#[test]
fn areas_are_printed_in_the_unit_asked_for_and_exactly_unless_rounded() {
    let all = counted("出让", 7, "37.18 ha");
    let says = |unit, areas: Option<Rounding>| {
        let mut style = Style::new(Language::Chinese, unit, published());
        if let Some(rounding) = areas {
            style = style.rounding_areas(rounding);
        }
        Sentence::amount(&all, &style).map(|sentence| sentence.to_string())
    };
    for (unit, printed) in [
        (AreaUnit::Hectare, "出让7宗、37.18公顷。"),
        (AreaUnit::Mu, "出让7宗、557.7亩。"),
        (AreaUnit::TenThousandMu, "出让7宗、0.05577万亩。"),
        (AreaUnit::SquareMetre, "出让7宗、371800平方米。"),
        (AreaUnit::SquareKilometre, "出让7宗、0.3718平方公里。"),
    ] {
        assert_eq!(says(unit, None).unwrap(), printed);
    }
    let rounded = says(AreaUnit::TenThousandMu, Some(Rounding::half_up(2))).unwrap();
    assert_eq!(rounded, "出让7宗、0.06万亩（四舍五入）。");

    // 1 mu has no finite decimal in hectares: an error, never a rounded number.
    let one = counted("出让", 1, "1亩");
    let exactly = Sentence::amount(&one, &style(Language::Chinese));
    assert!(matches!(exactly, Err(ReportError::Figure(_))));
    let rounded = style(Language::Chinese).rounding_areas(Rounding::half_even(4));
    let sentence = Sentence::amount(&one, &rounded).unwrap();
    assert_eq!(
        sentence.to_string(),
        "出让1宗、0.0667公顷（四舍六入五成双）。"
    );
}

#[test]
fn every_figure_of_a_sentence_can_be_traced() {
    for language in Language::ALL {
        let sentence = founding_sentence(*language);
        let table = sentence.explain();
        assert_eq!(table.rows().len(), 6);
        for (figure, row) in sentence.figures().zip(table.rows()) {
            assert_eq!(row[0].as_str(), figure.printed());
            assert_eq!(row[1].as_str(), figure.exact().to_string());
        }
        // The figures are all there is: what is left has no digit but names.
        let words = sentence.spans().iter().filter_map(|span| match span {
            Piece::Words(words) => Some(words.replace("2024", "")),
            Piece::Figure(_) => None,
            _ => unreachable!("a new one has to be tested"),
        });
        assert!(
            words
                .into_iter()
                .all(|it| !it.contains(|c: char| c.is_ascii_digit()))
        );
    }
    let zh = founding_sentence(Language::Chinese).explain();
    let last: Vec<&str> = zh.rows()[5].iter().map(Cell::as_str).collect();
    assert_eq!(
        last,
        [
            "15.43%",
            "287/1859",
            "去尾，保留2位小数（toward-zero）",
            "部分：生产性服务业 5.74 ha；总体：2024年出让标准地 37.18 ha",
        ]
    );
    let en = founding_sentence(Language::English).explain();
    let fifth: Vec<&str> = en.rows()[4].iter().map(Cell::as_str).collect();
    assert_eq!(
        fifth,
        [
            "57%",
            "4/7",
            "half-up, whole numbers (四舍五入)",
            "part: producer services, 4 parcels; whole: Standard land granted in 2024, 7 parcels",
        ]
    );
    let sentence = founding_sentence(Language::Chinese);
    let last = sentence.figures().last().unwrap();
    let Origin::Share { by, part, whole } = last.origin() else {
        unreachable!("the last figure is a share")
    };
    assert_eq!(*by, By::Area);
    assert_eq!(
        (part.tally(), whole.tally()),
        (tally(4, "5.74 ha"), tally(7, "37.18 ha"))
    );
}

#[test]
fn growth_is_said_with_its_base() {
    let both = ShareRounding::both(Rounding::half_up(2));
    let style = Style::new(Language::English, AreaUnit::Hectare, both);
    let now = counted("2022", 237, "1124.62 ha");
    let base = counted("2021", 383, "2012.48 ha");
    assert_eq!(
        Sentence::growth(&now, &base, &style).unwrap().to_string(),
        "2022: 237 parcels, 1124.62 ha; 2021: 383 parcels, 2012.48 ha; a growth of -38.12% in \
         parcels and -44.12% in area (both half-up)."
    );
    let nothing = counted("2020", 0, "0 ha");
    let refused = Sentence::growth(&now, &nothing, &style);
    assert!(matches!(refused, Err(ReportError::Statistic(_))));
}

#[test]
fn a_share_of_nothing_or_of_less_is_refused() {
    let style = style(Language::Chinese);
    let (small, large) = (counted("甲", 1, "1 ha"), counted("乙", 2, "2 ha"));
    assert!(Sentence::share(&small, &large, &style).is_ok());
    assert!(matches!(
        Sentence::share(&large, &small, &style),
        Err(ReportError::Figure(_))
    ));
    let nothing = NamedTally::new("无", standard_land::Tally::default());
    assert!(Sentence::share(&nothing, &nothing, &style).is_err());
}

#[test]
fn steps_and_tens_are_said_in_words() {
    use standard_land::exact::Step;

    let said = |rounding| {
        let style = Style::new(
            Language::Chinese,
            AreaUnit::Hectare,
            ShareRounding::both(rounding),
        );
        let all = counted("甲", 7, "37.18 ha");
        let table = Sentence::share(&all, &all, &style).unwrap().explain();
        table.rows()[5][2].as_str().to_owned()
    };
    assert_eq!(
        said(Rounding::half_even(0).with_step(Step::Half)),
        "四舍六入五成双，取整数，0.5单位修约（half-even）"
    );
    assert_eq!(
        said(Rounding::half_up(-1)),
        "四舍五入，修约到10的1次方（half-up）"
    );
}

#[test]
fn a_column_that_does_not_sum_to_100_says_so() {
    let table = founding_table(&style(Language::Chinese));
    let printed: Vec<&str> = table.rows().iter().map(|row| row[4].as_str()).collect();
    assert_eq!(printed, ["15.43%", "84.56%"]);
    assert!(
        table
            .notes()
            .iter()
            .any(|note| note.contains("99.99%") && note.contains("不是100%")),
        "{:?}",
        table.notes()
    );
    // The total is the exact sum, rounded once, and not the sum of the prints.
    assert_eq!(table.total().unwrap()[4].as_str(), "100.00%");
    // 57 % and 43 % do add up.
    assert!(!table.notes().iter().any(|note| note.contains("占宗数”")));
}

#[test]
fn largest_remainder_is_used_only_when_asked_and_is_marked() {
    let plain = founding_table(&style(Language::English));
    assert!(plain.rows().iter().flatten().all(|cell| !cell.is_marked()));

    let moved = founding_table(&style(Language::English).apportioned());
    let printed: Vec<(&str, bool)> = moved
        .rows()
        .iter()
        .map(|row| (row[4].as_str(), row[4].is_marked()))
        .collect();
    // 15.4384… % has the larger remainder.
    assert_eq!(printed, [("15.44%", true), ("84.56%", false)]);
    assert!(
        moved
            .notes()
            .iter()
            .any(|note| note.contains("15.43% to 15.44%"))
    );
    assert!(!moved.notes().iter().any(|note| note.contains("not 100%")));
    // In CSV a number stays one; the mark has a column of its own.
    let csv = moved.render(Form::Csv).to_string();
    assert!(csv.starts_with("category,parcels,area (ha),% of parcels,% of area,marked\r\n"));
    assert!(
        csv.contains("producer services,4,5.74,57%,15.44%,% of area\r\n"),
        "{csv}"
    );
    assert!(moved.render(Form::Plain).to_string().contains("15.44%*"));
}

#[test]
fn the_whole_is_named_below_the_table() {
    let by_category = Breakdown::by(founding().grants(), Grant::category).unwrap();
    let table = |whole| {
        let style = style(Language::English);
        Table::shares("t", "category", &by_category, whole, &style).unwrap()
    };
    let total = table(Whole::Total);
    assert_eq!(
        total.notes()[0],
        "Shares are of everything, stated or not: 7 parcels, 37.18 ha."
    );
    let keyed = table(Whole::Keyed);
    assert_eq!(keyed.rows().len(), 1);
    assert_eq!(
        keyed.notes()[0],
        "Shares are of what is stated: 4 parcels, 5.74 ha."
    );
    assert_eq!(keyed.rows()[0][4].as_str(), "100.00%");
    let given = table(Whole::Given(tally(14, "100 ha")));
    assert_eq!(
        given.notes()[0],
        "Shares are of a whole given from elsewhere: 14 parcels, 100 ha."
    );
    // A part of another whole need not add up, and nothing is said of it.
    assert_eq!(given.total().unwrap()[4].as_str(), "37.18%");
    assert!(!given.notes().iter().any(|note| note.contains("not 100%")));
}

#[test]
fn an_empty_breakdown_is_an_empty_table() {
    let none: Breakdown<Year> = Breakdown::new();
    let table = Table::shares("t", "year", &none, Whole::Total, &style(Language::English));
    let table = table.unwrap();
    assert!(table.rows().is_empty());
    let total: Vec<&str> = table.total().unwrap().iter().map(Cell::as_str).collect();
    assert_eq!(total, ["total", "0", "0", "", ""]);
}

#[test]
fn areas_rounded_in_a_table_do_not_change_the_shares() {
    let style = Style::new(Language::English, AreaUnit::Hectare, published());
    let rounded = style.rounding_areas(Rounding::half_up(0));
    let table = founding_table(&rounded);
    let areas: Vec<&str> = table.rows().iter().map(|row| row[2].as_str()).collect();
    assert_eq!(areas, ["6", "31"]);
    assert_eq!(table.rows()[0][4].as_str(), "15.43%"); // not 6/37
    assert!(
        table
            .notes()
            .iter()
            .any(|note| note.contains("before rounding"))
    );
}

pub(crate) fn cross() -> CrossTab<&'static str, Year> {
    let year = |year: &str| Some(parse::<Year>(year));
    CrossTab::of([
        (Some("文水"), year("2023"), tally(1, "1 ha")),
        (Some("文水"), year("2024"), tally(2, "2 ha")),
        (Some("祁县"), year("2024"), tally(3, "3 ha")),
        (None, None, tally(1, "1 ha")),
    ])
    .unwrap()
}

fn lines(table: &Table) -> Vec<Vec<&str>> {
    let rows = table.rows().iter().map(Vec::as_slice).chain(table.total());
    rows.map(|row| row.iter().map(Cell::as_str).collect())
        .collect()
}

#[test]
fn cross_tables_have_margins_and_name_their_whole() {
    let both = ShareRounding::both(Rounding::half_up(0));
    let style = Style::new(Language::English, AreaUnit::Hectare, both);
    let cross = cross();
    let table = |cells| Table::cross("t", "county", &cross, cells, &style).unwrap();
    assert_eq!(
        lines(&table(CrossCells::Count)),
        [
            ["文水", "1", "2", "0", "3"],
            ["祁县", "0", "3", "0", "3"],
            ["not stated", "0", "0", "1", "1"],
            ["total", "1", "5", "1", "7"],
        ]
    );
    assert_eq!(
        lines(&table(CrossCells::Area))[0],
        ["文水", "1", "2", "0", "3"]
    );
    let by_row = table(CrossCells::ShareByCount(CellWhole::Row));
    assert_eq!(lines(&by_row)[0], ["文水", "33%", "67%", "0%", "100%"]);
    // The last row is the distribution of all.
    assert_eq!(lines(&by_row)[3], ["total", "14%", "71%", "14%", "100%"]);
    let by_column = table(CrossCells::ShareByArea(CellWhole::Column));
    assert_eq!(lines(&by_column)[0], ["文水", "100%", "40%", "0%", "43%"]);
    assert_eq!(
        lines(&by_column)[3],
        ["total", "100%", "100%", "100%", "100%"]
    );
    let of_all = table(CrossCells::ShareByCount(CellWhole::Total));
    assert_eq!(lines(&of_all)[0], ["文水", "14%", "29%", "0%", "43%"]);
    // 14 + 29 + 43 + 14 is 100.
    assert!(
        !of_all
            .notes()
            .iter()
            .any(|note| note.contains("do not add up"))
    );
    let keyed = table(CrossCells::ShareByCount(CellWhole::Keyed));
    assert_eq!(
        lines(&keyed),
        [
            ["文水", "17%", "33%", "50%"],
            ["祁县", "0%", "50%", "50%"],
            ["total", "17%", "83%", "100%"],
        ]
    );
    let given = table(CrossCells::ShareByCount(CellWhole::Given(tally(
        10, "100 ha",
    ))));
    assert_eq!(lines(&given)[3], ["total", "10%", "50%", "10%", "70%"]);
    let larger = CrossCells::ShareByCount(CellWhole::Given(tally(1, "1 ha")));
    assert!(Table::cross("t", "county", &cross, larger, &style).is_err());
}

#[test]
fn rows_of_a_cross_table_that_do_not_add_up_are_named() {
    let thirds = CrossTab::of(["a", "b", "c"].map(|key| (Some("x"), Some(key), tally(1, "1 ha"))));
    let both = ShareRounding::both(Rounding::half_up(0));
    let style = Style::new(Language::English, AreaUnit::Hectare, both);
    let cells = CrossCells::ShareByCount(CellWhole::Row);
    let table = Table::cross("t", "zone", &thirds.unwrap(), cells, &style).unwrap();
    assert!(
        table
            .notes()
            .iter()
            .any(|note| note.contains("add up to 100%: x 99%")),
        "{:?}",
        table.notes()
    );
}

pub(crate) fn trend() -> Trend {
    Trend::of([
        (Some(parse("2020")), tally(115, "740.07 ha")),
        (Some(parse("2021")), tally(383, "2012.48 ha")),
        (Some(parse("2023")), tally(0, "0 ha")),
        (Some(parse("2024")), tally(7, "37.18 ha")),
        (None, tally(1, "0.5 ha")),
    ])
    .unwrap()
}

#[test]
fn growth_that_does_not_exist_is_a_dash_and_gaps_are_named() {
    let both = ShareRounding::both(Rounding::half_up(0));
    let style = Style::new(Language::English, AreaUnit::Hectare, both);
    let table = Table::trend("t", &trend(), Some(Against::Previous), &style).unwrap();
    assert_eq!(
        lines(&table),
        [
            ["2020", "115", "740.07", "", ""],
            ["2021", "383", "2012.48", "233%", "172%"],
            ["2023", "0", "0", "", ""],
            ["2024", "7", "37.18", "", ""], // from nothing
            ["not stated", "1", "0.5", "", ""],
            ["total", "506", "2790.23", "", ""],
        ]
    );
    assert!(
        table
            .notes()
            .iter()
            .any(|note| note == "Nothing is known of 2022.")
    );
    let fixed = Against::Fixed(parse("2020"));
    let table = Table::trend("t", &trend(), Some(fixed), &style).unwrap();
    assert_eq!(lines(&table)[3], ["2024", "7", "37.18", "-94%", "-95%"]);
    let plain = Table::trend("t", &trend(), None, &style).unwrap();
    assert_eq!(plain.columns().len(), 3);
}

#[test]
fn keys_have_names_in_both_languages() {
    fn check<T: Named>(key: &T, zh: &str, en: &str) {
        assert_eq!(key.name(Language::Chinese), zh);
        assert_eq!(key.name(Language::English), en);
    }
    use standard_land::allocation::SupplyMethod;
    use standard_land::calendar::Period;
    use standard_land::enterprise::EnterpriseId;
    use standard_land::land_use::LandUse;
    use standard_land::{DivisionCode, IndustryCode};

    check(
        &parse::<IndustryCategory>("producer-services/05"),
        "节能与环保服务",
        "energy saving and environmental services",
    );
    check(&SupplyMethod::ListingGrant, "挂牌出让", "listing grant");
    check(&parse::<Year>("2024"), "2024年", "2024");
    check(
        &parse::<Period>("2022-01..2022-07"),
        "2022年1—7月",
        "2022-01..2022-07",
    );
    check(&parse::<IndustryCode>("C"), "制造业", "C 制造业");
    check(
        &parse::<DivisionCode>("141121"),
        "山西省吕梁市文水县",
        "141121 山西省吕梁市文水县",
    );
    check(&parse::<DivisionCode>("149999"), "149999", "149999");
    check(
        &parse::<EnterpriseId>("91350100M000100Y43"),
        "91350100M000100Y43",
        "91350100M000100Y43",
    );
    check(&parse::<EnterpriseId>("甲公司"), "甲公司", "甲公司");
    check(
        &parse::<LandUse>("GB/T 21010-2017 0601"),
        "工业用地",
        "GB/T 21010-2017 0601 工业用地",
    );
    check(&"a".to_owned(), "a", "a");
    check(&"a", "a", "a");
    // No two categories share a name.
    for language in Language::ALL {
        let names: std::collections::BTreeSet<_> = IndustryCategory::all()
            .map(|it| it.name(*language).into_owned())
            .collect();
        assert_eq!(names.len(), 14);
    }
}

pub(crate) fn founding_report(language: Language) -> Report {
    let style = style(language);
    let section = Section::new(match language {
        Language::Chinese => "2024年标准地",
        Language::English => "Standard land in 2024",
        _ => unreachable!("a new one has to be tested"),
    })
    .with(founding_sentence(language))
    .with(founding_table(&style))
    .note("a < b & c")
    .source("文水");
    Report::new(language, "文水 | Wenshui").with(section)
}

#[test]
fn the_share_that_is_printed_is_the_rounding_of_the_exact_one() {
    let area: Area = parse("5.74 ha");
    let share: Ratio = area.share_of(parse("37.18 ha")).unwrap();
    let sentence = founding_sentence(Language::Chinese);
    let last = sentence.figures().last().unwrap();
    assert_eq!(last.exact(), share);
    let rounding = last.rounding().unwrap();
    assert_eq!(share.percent(rounding).unwrap().to_string(), last.printed());
}
