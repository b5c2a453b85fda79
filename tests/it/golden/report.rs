//! Reports that must not change: sentences, tables in every form, pictures.
//!
//! `BLESS=1 cargo test --all-features --test it -- golden::report` writes them
//! anew; read what changed before it is committed.

use std::fs;
use std::path::Path;

use standard_land::report::{CrossCells, Form, Language, ShareRounding, Style, Table};
use standard_land::stats::{Against, CellWhole};
use standard_land::{AreaUnit, Rounding};

use crate::api::briefing_page;
use crate::api::report::{cross, founding_report, founding_sentence, founding_table, style, trend};

fn golden(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden/report");
    let path = folder.join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == expected,
        "{name} is not the golden one (see golden/report.rs):\n{text}"
    );
}

fn in_every_form(name: &str, table: &Table) {
    for (form, extension) in [
        (Form::Markdown, "md"),
        (Form::Csv, "csv"),
        (Form::Html, "html"),
        (Form::Plain, "txt"),
    ] {
        golden(
            &format!("{name}.{extension}"),
            &table.render(form).to_string(),
        );
    }
}

#[test]
fn sentences_are_the_golden_ones() {
    for language in Language::ALL {
        let sentence = founding_sentence(*language);
        golden(
            &format!("sentence.{language}.txt"),
            &format!("{sentence}\n"),
        );
        in_every_form(&format!("explained.{language}"), &sentence.explain());
    }
}

#[test]
fn tables_are_the_golden_ones() {
    for language in Language::ALL {
        let style = style(*language);
        in_every_form(&format!("shares.{language}"), &founding_table(&style));
        let moved = founding_table(&style.apportioned());
        in_every_form(&format!("apportioned.{language}"), &moved);
        let cells = CrossCells::ShareByCount(CellWhole::Row);
        let crossed = Table::cross("a|b", "county", &cross(), cells, &style).unwrap();
        in_every_form(&format!("cross.{language}"), &crossed);
        let both = ShareRounding::both(Rounding::half_up(2));
        let in_mu = Style::new(*language, AreaUnit::TenThousandMu, both)
            .rounding_areas(Rounding::half_up(2));
        let trend = Table::trend("<trend>", &trend(), Some(Against::Previous), &in_mu).unwrap();
        in_every_form(&format!("trend.{language}"), &trend);
    }
}

#[test]
fn pages_are_the_golden_ones() {
    for language in Language::ALL {
        let report = founding_report(*language);
        golden(
            &format!("page.{language}.html"),
            &report.render(Form::Html).to_string(),
        );
        golden(
            &format!("page.{language}.md"),
            &report.render(Form::Markdown).to_string(),
        );
    }
}

#[test]
fn pages_of_briefings_are_the_golden_ones() {
    for language in Language::ALL {
        let page = crate::pages::page(briefing_page::BRIEFING, *language);
        golden(&format!("briefing.{language}.html"), &page);
    }
}

#[cfg(feature = "svg")]
#[test]
fn charts_are_the_golden_ones() {
    use crate::api::chart::{concentration, crowded, founding_chart, hard_shares, trend_chart};

    for language in Language::ALL {
        golden(
            &format!("shares.{language}.svg"),
            &founding_chart(*language).to_string(),
        );
        golden(
            &format!("hard.{language}.svg"),
            &hard_shares(*language).to_string(),
        );
        golden(
            &format!("crowded.{language}.svg"),
            &crowded(*language).to_string(),
        );
        golden(
            &format!("concentration.{language}.svg"),
            &concentration(*language).to_string(),
        );
        golden(
            &format!("trend.{language}.svg"),
            &trend_chart(*language).to_string(),
        );
    }
}
