//! Whatever the words are: nothing is lost, nothing runs, columns align.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a panic is how a test fails"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use standard_land::exact::Mode;
use standard_land::report::{
    Cell, Form, Language, NamedTally, Report, Section, Sentence, ShareRounding, Style, Table,
    TableColumn,
};
use standard_land::stats::{Breakdown, Whole};
use standard_land::{Area, AreaUnit, Percent, Ratio, Rounding, Tally};
use unicode_width::UnicodeWidthStr as _;

/// Words that are likely to be trouble somewhere.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\t\r\n]{0,12}",
        "[一-龥，。（）％＝＋－＠Ａ-Ｚ０-９]{0,8}",
        "[=+@'\"|\\\\<>&*_`~#-]{1,6}",
        "-?[0-9]{1,4}(\\.[0-9]{1,3})?%?",
        "(www\\.|https?://|&amp;|&#124;|<br>|\\$x\\$|:a:|\\[a\\]\\(b\\)|!\\[)[a-z]{0,3}",
        any::<String>(),
    ]
}

prop_compose! {
    fn table()(width in 1_usize..4)
        (caption in words(), headings in vec(words(), width), rows in vec(vec(words(), width), 0..4),
         note in words())
        -> Table {
        let columns = headings.into_iter().map(TableColumn::text).collect();
        let mut table = Table::new(Language::Chinese, caption, columns);
        for row in rows {
            table.push(row.into_iter().map(Cell::text).collect()).unwrap();
        }
        table.note(note);
        table
    }
}

fn all_words(table: &Table) -> Vec<Vec<String>> {
    let headings = table
        .columns()
        .iter()
        .map(|column| column.heading().to_owned());
    let rows = table
        .rows()
        .iter()
        .map(|row| row.iter().map(|cell| cell.as_str().to_owned()).collect());
    std::iter::once(headings.collect()).chain(rows).collect()
}

/// What Markdown shows, as a reader of its own understands it.
fn shown_by_markdown(markdown: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cell: Option<String> = None;
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                if let (Some(row), Some(text)) = (rows.last_mut(), cell.take()) {
                    row.push(text);
                }
            }
            Event::Text(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            Event::InlineHtml(html) => {
                if let Some(cell) = &mut cell {
                    assert_eq!(&*html, "<br>");
                    cell.push('\n');
                }
            }
            // Anything else in a cell would be words that were understood.
            other => assert!(cell.is_none(), "{other:?}"),
        }
    }
    rows
}

/// What a browser makes of characters that no document may contain.
fn in_a_document(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

proptest! {
    #[test]
    fn markdown_shows_the_words_of_every_cell(table in table()) {
        let shown = shown_by_markdown(&table.render(Form::Markdown).to_string());
        let expected: Vec<Vec<String>> = all_words(&table)
            .iter()
            .map(|row| {
                row.iter()
                    .map(|words| {
                        let words = words.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
                        // White space at the ends of a cell is not shown.
                        words.trim_matches([' ', '\t', '\u{b}', '\u{c}']).to_owned()
                    })
                    .collect()
            })
            .collect();
        let trimmed: Vec<Vec<String>> = shown
            .iter()
            .map(|row| row.iter().map(|it| it.trim_matches([' ', '\t', '\u{b}', '\u{c}']).to_owned()).collect())
            .collect();
        prop_assert_eq!(trimmed, expected);
    }

    #[test]
    fn html_has_the_words_of_every_cell(table in table()) {
        let html = table.render(Form::Html).to_string();
        let document = roxmltree::Document::parse(&html);
        let document = document.map_err(|error| TestCaseError::fail(format!("{error}: {html}")))?;
        let text = |node: roxmltree::Node| node.text().unwrap_or_default().to_owned();
        let shown: Vec<Vec<String>> = document
            .descendants()
            .filter(|node| node.has_tag_name("tr"))
            .map(|row| row.children().filter(roxmltree::Node::is_element).map(text).collect())
            .collect();
        let expected: Vec<Vec<String>> = all_words(&table)
            .iter()
            .map(|row| row.iter().map(|words| in_a_document(words)).collect())
            .collect();
        prop_assert_eq!(shown, expected);
        let caption = document.descendants().find(|node| node.has_tag_name("caption"));
        prop_assert_eq!(caption.map(text), Some(in_a_document(table.caption())));
    }

    #[test]
    fn no_cell_of_csv_runs_as_a_formula(words in words()) {
        let mut table = Table::new(Language::English, "t", vec![TableColumn::text("a"), TableColumn::text("b")]);
        table.push(vec![Cell::text(words.clone()), Cell::text("x")]).unwrap();
        let csv = table.render(Form::Csv).to_string();
        let field = csv.strip_prefix("a,b\r\n").unwrap();
        let number = words.parse::<Percent>().is_ok()
            || format!("{words}%").parse::<Percent>().is_ok()
            || format!("{words}/1").parse::<Ratio>().is_ok();
        let inside = field.strip_prefix('"').unwrap_or(field);
        if !number {
            prop_assert!(!inside.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", field);
        }
    }

    #[test]
    fn plain_columns_align_by_width(table in table()) {
        let plain = table.render(Form::Plain).to_string();
        let lines: Vec<&str> = plain.lines().skip(2).collect();
        let rule = lines[1];
        let widths: Vec<usize> = rule.split("  ").map(str::len).collect();
        for line in lines.iter().take(table.rows().len() + 2) {
            // Every column but the last is as wide as its rule, gap included.
            let mut rest = *line;
            for width in widths.iter().rev().skip(1).rev() {
                let end = rest
                    .char_indices()
                    .map(|(place, character)| place + character.len_utf8())
                    .chain([0])
                    .filter(|end| rest[..*end].width() == width + 2 && rest[..*end].ends_with("  "))
                    .min();
                prop_assert!(end.is_some() || *width == 0, "{:?} in\n{}", rest, plain);
                rest = &rest[end.unwrap_or(2.min(rest.len()))..];
            }
        }
        prop_assert_eq!(lines.iter().take_while(|line| !line.starts_with("注：")).count() , table.rows().len() + 3);
    }

    #[test]
    fn a_page_of_any_words_is_well_formed(title in words(), heading in words(), note in words(), table in table()) {
        let section = Section::new(heading).with(table).note(note.clone()).source(note);
        let page = Report::new(Language::English, title).with(section).render(Form::Html).to_string();
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        prop_assert!(roxmltree::Document::parse_with_options(&page, options).is_ok(), "{}", page);
    }

    #[test]
    fn every_percentage_is_one_rounding_of_its_share(
        rows in vec((1_u64..1000, 1_u64..1_000_000_000_000), 1..8),
        places in 0_i8..5,
        mode in proptest::sample::select(Mode::ALL.to_vec()),
    ) {
        let rounding = Rounding::new(places, mode);
        let shares = ShareRounding::both(rounding);
        let style = Style::new(Language::English, AreaUnit::Mu, shares);
        let tallies = rows.iter().map(|(parcels, quanta)| {
            Tally::new(*parcels, Area::from_quanta(*quanta)).unwrap()
        });
        let breakdown = Breakdown::of((0_u64..).map(|n| Some(n.to_string())).zip(tallies)).unwrap();
        let table = Table::shares("t", "n", &breakdown, Whole::Total, &style).unwrap();
        let (mut parcels, mut quanta) = (0_u128, 0_u128);
        for row in breakdown.rows() {
            parcels += u128::from(row.tally.parcels());
            quanta += u128::from(row.tally.area().quanta());
        }
        for (row, cells) in breakdown.rows().zip(table.rows()) {
            let by_count = Ratio::new(row.tally.parcels().into(), parcels).unwrap();
            let by_area = Ratio::new(row.tally.area().quanta().into(), quanta).unwrap();
            prop_assert_eq!(cells[3].as_str(), by_count.percent(rounding).unwrap().to_string());
            prop_assert_eq!(cells[4].as_str(), by_area.percent(rounding).unwrap().to_string());
        }
        // The note stands there if, and only if, the cells do not add up.
        for (column, name) in [(3, "% of parcels"), (4, "% of area")] {
            let mut sum = Ratio::ZERO;
            for row in table.rows() {
                let printed: Percent = row[column].as_str().parse().unwrap();
                sum = sum.checked_add(printed.into()).unwrap();
            }
            let said = table.notes().iter().any(|note| note.contains(name) && note.contains("not 100%"));
            prop_assert_eq!(said, sum != Ratio::ONE, "{:?}", table.notes());
        }
        // In a sentence too.
        let first = breakdown.rows().next().unwrap();
        let (part, whole) = (NamedTally::new("p", first.tally), NamedTally::new("w", breakdown.total()));
        let sentence = Sentence::share(&part, &whole, &style).unwrap();
        let figures: Vec<_> = sentence.figures().collect();
        prop_assert_eq!(figures[4].printed(), figures[4].exact().percent(rounding).unwrap().to_string());
        prop_assert_eq!(figures[5].printed(), figures[5].exact().percent(rounding).unwrap().to_string());
        let area: Area = figures[1].printed().parse().unwrap();
        prop_assert_eq!(area, breakdown.total().area());
    }
}

#[cfg(feature = "notices")]
proptest! {
    #[test]
    fn csv_reads_back_to_the_words_of_every_cell(table in table()) {
        let text = table.render(Form::Csv).to_string();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> = reader
            .records()
            .map(|record| {
                record.unwrap().iter().map(|field| field.strip_prefix('\'').unwrap_or(field).to_owned()).collect()
            })
            .collect();
        // One empty field alone is an empty line, which readers leave out.
        let expected: Vec<Vec<String>> = all_words(&table)
            .into_iter()
            .filter(|row| row.len() > 1 || row.iter().any(|words| !words.is_empty()))
            .collect();
        prop_assert_eq!(read, expected);
    }
}

#[cfg(feature = "svg")]
proptest! {
    #[test]
    fn charts_of_any_words_are_well_formed(
        title in words(),
        names in vec(words(), 0..5),
        quanta in 0_u64..=u64::MAX / 8,
    ) {
        use standard_land::report::Chart;

        let rounding = ShareRounding::both(Rounding::half_up(2));
        let style = Style::new(Language::Chinese, AreaUnit::Mu, rounding);
        let tally = Tally::one(Area::from_quanta(quanta));
        let points = names.iter().map(|name| NamedTally::new(name.clone(), tally));
        let columns = Chart::sequence(title.clone(), points, &style).unwrap().to_string();
        prop_assert!(roxmltree::Document::parse(&columns).is_ok(), "{}", columns);
        let rows = names.into_iter().map(|name| (Some(name), tally));
        let breakdown = Breakdown::of(rows).unwrap();
        if let Ok(bars) = Chart::shares(title, &breakdown, Whole::Total, &style) {
            let bars = bars.to_string();
            prop_assert!(roxmltree::Document::parse(&bars).is_ok(), "{}", bars);
        }
    }
}
