//! Land-use classes by edition, and what they are in others.

use std::path::Path;

use crate::csv::{Pool, array, header, items, read, read_codes, sorted};
use crate::{Result, Table};

const GBT_2007: &str = "data/gbt21010-2007-land-use.csv";
const GBT_2017: &str = "data/gbt21010-2017-land-use.csv";
const GUIDE: &str = "data/land-sea-use-2023.csv";
const SURVEY: &str = "data/third-survey-to-land-sea-use-2023.csv";
const LABELS: &str = "data/landchina-land-use-labels.csv";
const GBT_TO_GUIDE: &str = "data/gbt21010-2017-to-land-sea-use-2023.csv";

/// Code, name, and the code above it.
type Class = (String, String, String);

pub(crate) fn render(root: &Path) -> Result<Vec<Table>> {
    let labels: Vec<[String; 6]> = read(root, LABELS)?;
    let survey: Vec<[String; 6]> = read(root, SURVEY)?;
    let classes = |path| -> Result<Vec<Class>> {
        let rows = read_codes(root, path)?;
        Ok(rows
            .into_iter()
            .map(|row| (row.code, row.name, row.parent))
            .collect())
    };
    // Labels of the site that are not names of the standard.
    let site = labels.iter().filter(|row| row[2] == "site");
    let site = site.map(|[name, _, _, code, ..]| (code.clone(), name.clone(), String::new()));
    let of_survey = survey.iter();
    let of_survey = of_survey.map(|row| (row[0].clone(), row[1].clone(), String::new()));
    let mut editions = [
        classes(GBT_2007)?,
        classes(GBT_2017)?,
        of_survey.collect(),
        classes(GUIDE)?,
        site.collect(),
    ];
    let mut starts = vec![0];
    for edition in &mut editions {
        edition.sort();
        starts.push(starts[starts.len() - 1] + edition.len());
    }
    let place = |edition: usize, code: &str| -> Result<usize> {
        let found = editions[edition]
            .iter()
            .position(|(known, ..)| known == code);
        Ok(starts[edition] + found.ok_or_else(|| format!("no {code} in edition {edition}"))?)
    };

    let mut codes = Pool::default();
    let mut names = Pool::default();
    let (mut codes_of, mut names_of, mut parents) = (Vec::new(), Vec::new(), Vec::new());
    for (number, edition) in editions.iter().enumerate() {
        let keys: Vec<&str> = edition.iter().map(|(code, ..)| code.as_str()).collect();
        if !sorted(&keys) {
            return Err(format!("edition {number} has a code twice").into());
        }
        for (code, name, parent) in edition {
            if !code.starts_with(parent.as_str()) {
                return Err(format!("{code}: parent {parent}").into());
            }
            let above = if parent.is_empty() { code } else { parent };
            codes_of.push(codes.place(code));
            names_of.push(names.place(name));
            parents.push(place(number, above)?);
        }
    }

    // Every name of a notice is a name of the standard of 2007 or of the site.
    for [name, _, list, code, ..] in &labels {
        let edition = if list == "site" { 4 } else { 0 };
        let row = place(edition, code)? - starts[edition];
        if editions[edition][row].1 != *name {
            return Err(format!("{name}: {code} has another name").into());
        }
    }

    let mut bases = Pool::default();
    let mut rows = Vec::new();
    for [from, _, to, _, basis] in read(root, GBT_TO_GUIDE)? {
        rows.push((place(1, &from)?, place(3, &to)?, bases.place(&basis)));
    }
    for [from, _, to, _, first, _] in &survey {
        let (to, basis) = if to.is_empty() {
            (first, "survey map: to be divided")
        } else {
            (to, "survey map")
        };
        rows.push((place(2, from)?, place(3, to)?, bases.place(basis)));
    }
    for [_, _, list, code, parent, _] in &labels {
        if list == "site" {
            let basis = bases.place("the site's list: to be divided");
            rows.push((place(4, code)?, place(0, parent)?, basis));
        }
    }
    rows.sort_unstable();
    let rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();

    let mut out = header(&[GBT_2007, GBT_2017, SURVEY, GUIDE, LABELS, GBT_TO_GUIDE].join(", "));
    out.push_str("use crate::text::Pool;\n\n");
    let doc = "Where each edition begins, and where the last one ends.";
    array(&mut out, doc, "STARTS", "u16", &items(starts));
    array(
        &mut out,
        "Which code each class has.",
        "CODES_OF",
        "u16",
        &items(codes_of),
    );
    array(
        &mut out,
        "Which name each class has.",
        "NAMES_OF",
        "u16",
        &items(names_of),
    );
    let doc = "The class above each; those at the top name themselves.";
    array(&mut out, doc, "PARENTS", "u16", &items(parents));
    let doc = "Class, the class of another edition that holds it, the basis; sorted.";
    array(&mut out, doc, "CONCORDANCE", "(u16, u16, u16)", &rows);
    codes.write(&mut out, "Every code once.", "CODES")?;
    names.write(&mut out, "Every name once.", "NAMES")?;
    bases.write(&mut out, "What a row of the concordance rests on.", "BASES")?;
    Ok(vec![Table {
        path: "src/land_use/table.rs",
        text: out,
    }])
}
