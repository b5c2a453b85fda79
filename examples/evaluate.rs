//! Per-mu evaluation of the founding enterprises, by the scheme of Huangyan.
//!
//! The names are those of `data/wenshui-2024.json`; the measures are invented
//! (`data/evaluation-illustrative.json`), and what is printed says so.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use standard_land::enterprise::EnterpriseName;
use standard_land::evaluation::{Boundary, CriterionName, Missing, Quotas, Ranking, Scheme, Ties};
use standard_land::quantity::Amount;
use standard_land::report::{Cell, Form, Language, Table, TableColumn};
use standard_land::{Enterprise, Mode, Ratio, Register, Rounding};

/// The founding case, of which only the names are used.
#[derive(serde::Deserialize)]
struct Case {
    register: Register,
}

/// The data file with the measures.
#[derive(serde::Deserialize)]
struct Illustration {
    note: String,
    measures: Vec<Measures>,
}

/// The measures of an enterprise.
#[derive(serde::Deserialize)]
struct Measures {
    enterprise: EnterpriseName,
    values: BTreeMap<CriterionName, Amount>,
}

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let case: Case = serde_json::from_str(include_str!("../data/wenshui-2024.json"))?;
    let illustration: Illustration =
        serde_json::from_str(include_str!("../data/evaluation-illustrative.json"))?;

    // Who is measured is who was granted land: nobody more, nobody less.
    let granted: BTreeSet<_> = case.register.enterprises().map(Enterprise::name).collect();
    let measured: BTreeSet<_> = illustration
        .measures
        .iter()
        .map(|it| &it.enterprise)
        .collect();
    assert_eq!(granted, measured);

    let scheme = Scheme::huangyan_2022_large();
    let scored = |missing| -> Result<Ranking<EnterpriseName>, standard_land::Error> {
        let mut scores = Vec::new();
        for measures in &illustration.measures {
            let score = scheme.score(&measures.values, missing)?;
            scores.push((measures.enterprise.clone(), score));
        }
        Ok(Ranking::of(scores, Ties::Competition)?)
    };
    // Three choices that a scheme has to make, and that are made here by name.
    let missing = Missing::Zero;
    let share = |percent| Ratio::new(percent, 100);
    let shares = [share(20)?, share(60)?, share(15)?];
    let quotas = Quotas::new(shares, Mode::HalfUp, Boundary::Better)?;
    let rounding = Rounding::half_up(2);

    let ranking = scored(missing)?;
    let grades = quotas.grades(&ranking)?;
    let mut table = Table::new(
        Language::English,
        "Per-mu evaluation (illustrative)",
        vec![
            TableColumn::number("rank"),
            TableColumn::text("enterprise"),
            TableColumn::number("score"),
            TableColumn::text("grade"),
            TableColumn::text("missing"),
            // A table of figures travels without its notes.
            TableColumn::text("measures"),
        ],
    );
    for (place, grade) in ranking.places().iter().zip(&grades) {
        let lacks: Vec<&str> = place.score.missing().map(CriterionName::as_str).collect();
        table.push(vec![
            Cell::from(place.rank),
            Cell::text(place.key.as_str()),
            Cell::from(place.total.round(rounding)?),
            Cell::text(grade.code()),
            if lacks.is_empty() {
                Cell::missing()
            } else {
                Cell::text(lacks.join("、"))
            },
            Cell::text("illustrative"),
        ])?;
    }
    table.note(illustration.note);
    table.note(format!(
        "Scheme: {} ({}). Missing values: {missing}. Scores rounded by {rounding}. Grades by \
         shares of 20 %, 60 % and 15 %, counts rounded by {}.",
        scheme.source(),
        scheme.certainty(),
        quotas.rounding(),
    ));
    let (markdown, csv) = (table.render(Form::Markdown), table.render(Form::Csv));
    writeln!(out, "{markdown}\n{csv}")?;

    // Worked out by hand: 22.5 + 15 + 30 + 5 + 10 + 20, and so on.
    let exact = |ranking: &Ranking<EnterpriseName>| -> Vec<String> {
        let places = ranking.places().iter();
        places.map(|place| place.total.to_string()).collect()
    };
    assert_eq!(exact(&ranking), ["205/2", "95/1", "90/1", "637843/24097"]);
    assert_eq!(
        grades.iter().map(|it| it.code()).collect::<String>(),
        "ABBC"
    );
    assert_eq!(quotas.counts(4)?, [1, 2, 1, 0]);
    // What is done about the one missing value changes the score, if not the
    // rank: of a weight of 100, 90 is known.
    let reweighted = scored(Missing::Reweighted)?;
    assert_eq!(
        exact(&reweighted).last().map(String::as_str),
        Some("6378430/216873")
    );
    assert_eq!(scored(Missing::NotRanked)?.unranked().len(), 1);
    assert!(
        csv.to_string()
            .contains("4,山西科卫环境有限公司,26.47,C,单位排污增加值,illustrative\r\n")
    );
    assert!(markdown.to_string().contains("Illustrative: no measures"));
    Ok(())
}
