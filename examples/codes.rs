//! What a code or a name is, in which edition, and what became of it.
//!
//! Takes codes and names, an edition behind `@` if it is known: `3761@2002`.
//! Without arguments it shows a dozen telling ones.

mod common;

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use standard_land::enterprise::TolerantCreditCode;
use standard_land::industry::{Edition, IndustrySet, PrintedCode};
use standard_land::land_use::{Edition as LandUseEdition, LandUse};
use standard_land::region::{DivisionLevel, DivisionStatus, StatisticalCode};
use standard_land::{CreditCode, DivisionCode, IndustryCode};

type Shown = Result<(), Box<dyn Error>>;

/// What is shown without arguments.
const TELLING: [&str; 14] = [
    "141121",
    "370284",
    "110103",
    "310100",
    "660202",
    "141121001002",
    "36",
    "374@2002",
    "C3411",
    "34大类",
    "自行车制造",
    "0601",
    "经济适用住房用地",
    "91350100M000100Y43",
];

fn main() -> ExitCode {
    common::run(|out| {
        let mut given: Vec<String> = std::env::args().skip(1).collect();
        if given.is_empty() {
            given = TELLING.map(str::to_owned).to_vec();
        }
        given.iter().try_for_each(|given| show(out, given))
    })
}

fn show(out: &mut dyn Write, given: &str) -> Shown {
    writeln!(out, "{given}")?;
    let (text, edition) = match given.rsplit_once('@') {
        Some((text, edition)) => (text, Some(edition)),
        None => (given, None),
    };
    let text = text.trim();
    let mut is_known = show_in(out, text, edition)?;
    if let Some(edition) = edition
        && !is_known
    {
        writeln!(out, "  in no table of an edition {edition}; in others:")?;
        is_known = show_in(out, text, None)?;
    }
    if !is_known {
        writeln!(out, "  in no table: neither a code nor a whole name")?;
    }
    writeln!(out)?;
    Ok(())
}

/// Shows what a text is in an edition, or in all; whether it is anything.
fn show_in(out: &mut dyn Write, text: &str, edition: Option<&str>) -> Result<bool, Box<dyn Error>> {
    let mut is_known = show_credit_code(out, text)?;
    if let Ok(code) = text.parse::<DivisionCode>() {
        show_division(out, code)?;
        is_known = true;
    }
    if let Ok(code) = text.parse::<StatisticalCode>() {
        writeln!(
            out,
            "  a statistical code: {} behind the division",
            code.rest()
        )?;
        show_division(out, code.division())?;
        is_known = true;
    }
    let is_asked = |code: &str| edition.is_none_or(|edition| code.ends_with(edition));
    for edition in Edition::ALL
        .iter()
        .filter(|edition| is_asked(edition.code()))
    {
        let printed = PrintedCode::read(*edition, None, text);
        let printed = printed.ok().and_then(|read| read.certain());
        for code in printed.into_iter().chain(widest(*edition, text)) {
            show_industry(out, code)?;
            is_known = true;
        }
    }
    for edition in LandUseEdition::ALL
        .iter()
        .filter(|edition| is_asked(edition.code()))
    {
        let by_code = LandUse::new(*edition, text).into_iter();
        for class in by_code.chain(LandUse::named(*edition, text)) {
            show_land_use(out, class)?;
            is_known = true;
        }
    }
    is_known |= show_label(out, text)?;
    Ok(is_known)
}

/// The highest code of a name: those below that share it are the same classes.
fn widest(edition: Edition, name: &str) -> Option<IndustryCode> {
    IndustryCode::named(edition, name).min_by_key(|code| code.level())
}

fn show_credit_code(out: &mut dyn Write, text: &str) -> Result<bool, Box<dyn Error>> {
    let Ok(code) = text.parse::<TolerantCreditCode>() else {
        return Ok(false);
    };
    let verdict = match text.parse::<CreditCode>() {
        Ok(_) => "both check characters are right".to_owned(),
        Err(error) => format!("suspect: {error}"),
    };
    writeln!(out, "  a unified social credit code; {verdict}")?;
    if let Some(region) = code.region() {
        writeln!(out, "  registered in {region}")?;
        show_division(out, region)?;
    }
    Ok(true)
}

fn show_division(out: &mut dyn Write, code: DivisionCode) -> Shown {
    let status = code.status();
    let what = match status {
        DivisionStatus::InForce => "in force in 2026-09".to_owned(),
        DivisionStatus::Retired(end) => {
            format!(
                "retired: last in a table in {}",
                end.last_seen().strftime("%Y-%m")
            )
        }
        DivisionStatus::StatisticsBureau => "of the statistics bureau alone".to_owned(),
        DivisionStatus::LandAdministration => "of the land administration alone".to_owned(),
        _ => "a division code in no table: new, or wrong".to_owned(),
    };
    let name = code.full_name().or_else(|| code.name().map(str::to_owned));
    writeln!(out, "  division {} {what}", name.unwrap_or_default())?;
    for (name, first, last) in code.names() {
        let [first, last] = [first, last].map(|day| day.strftime("%Y-%m").to_string());
        writeln!(out, "    {name} in tables of {first} to {last}")?;
    }
    if let DivisionStatus::Retired(end) = status {
        for next in end.successors() {
            let name = next.full_name().unwrap_or_default();
            let (basis, certainty) = (end.basis(), end.basis().certainty());
            writeln!(out, "    became {next} {name} ({basis}: {certainty})")?;
        }
        if end.successors().next().is_none() {
            writeln!(out, "    no successor is certain ({})", end.remark())?;
        }
    }
    if let Some(row) = code.at(DivisionLevel::Prefecture) {
        let name = row.name().unwrap_or_default();
        writeln!(out, "    counted in {row} {name} among prefectures")?;
    }
    Ok(())
}

fn show_industry(out: &mut dyn Write, code: IndustryCode) -> Shown {
    let (edition, level) = (code.edition(), code.level().name_zh());
    writeln!(
        out,
        "  {edition} {} {level} {}",
        code.code(),
        code.name_zh()
    )?;
    for other in Edition::ALL.iter().filter(|other| **other != edition) {
        let carried = code.carried_to(*other);
        let bound = if carried.is_upper_bound() {
            "; an upper bound"
        } else {
            ""
        };
        writeln!(out, "    {carried}{bound}{}", listed(carried.set()))?;
    }
    for row in code
        .comparison_rows()
        .filter(|row| !row.remark().is_empty())
    {
        let (older, newer) = (row.older(), row.newer());
        writeln!(
            out,
            "    {} {} to {} {}: {}",
            older.edition(),
            older.code(),
            newer.edition(),
            newer.code(),
            row.remark()
        )?;
    }
    Ok(())
}

/// The classes of a set, if they are few.
fn listed(set: &IndustrySet) -> String {
    if set.is_empty() || set.len() > 8 {
        return String::new();
    }
    let classes: Vec<String> = set.classes().map(IndustryCode::code).collect();
    format!(": {}", classes.join(" "))
}

fn show_land_use(out: &mut dyn Write, class: LandUse) -> Shown {
    let above = class.parent().map_or("", LandUse::name_zh);
    let above = if above.is_empty() {
        String::new()
    } else {
        format!(", in {above}")
    };
    writeln!(out, "  {class} {}{above}", class.name_zh())?;
    if let Some(since) = class.edition().since() {
        writeln!(out, "    an edition in force since {since}")?;
    }
    for other in LandUseEdition::ALL {
        if let Some(carried) = class.carried_to(*other) {
            let (to, certainty) = (carried.class(), carried.certainty());
            writeln!(
                out,
                "    {to} {} ({}: {certainty})",
                to.name_zh(),
                carried.basis()
            )?;
        }
    }
    Ok(())
}

/// A label of the site that publishes notices, where it is not the name of a code.
#[cfg(feature = "notices")]
fn show_label(out: &mut dyn Write, text: &str) -> Result<bool, Box<dyn Error>> {
    let Some(label) = standard_land::notice::IndustryLabel::find(text) else {
        return Ok(false);
    };
    let likely = label
        .likely_code()
        .map_or_else(String::new, |code| format!(", {code}"));
    writeln!(
        out,
        "  a label of published notices: {}{likely}",
        label.reading()
    )?;
    Ok(true)
}

#[cfg(not(feature = "notices"))]
#[expect(clippy::unnecessary_wraps, reason = "it is another one with notices")]
fn show_label(_: &mut dyn Write, _: &str) -> Result<bool, Box<dyn Error>> {
    Ok(false)
}
