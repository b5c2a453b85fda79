//! Can these printed figures be true? Audits the claims of a briefing.
//!
//! Without an argument it audits the founding case. A path names a file with a
//! claim a line, as in `15.43% = 5.74公顷 of 37.18公顷`; empty lines and lines
//! that start with `#` are passed over.

#![expect(clippy::print_stdout, reason = "an example shows what it computes")]

use std::error::Error;
use std::{env, fs};

use standard_land::Mode;
use standard_land::audit::{Claim, Document, Finding, Outcome, Power, Reading, Span};
use standard_land::exact::Modes;

/// What a zone printed of the land it granted in 2024.
const BRIEFING: &str = "\
# seven parcels, four of them for producer services
57% = 4宗 of 7宗
15.43% = 5.74公顷 of 37.18公顷
# the four itemised, and what was not
5.74公顷 = 3.01公顷 + 0.51公顷 + 1.21公顷 + 1.01公顷
37.18公顷 = 5.74公顷 + 31.44公顷
7宗 = 4宗 + 3宗
";

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1);
    let text = match &path {
        Some(path) => fs::read_to_string(path)?,
        None => BRIEFING.to_owned(),
    };
    let briefing = read(&text)?;
    let findings = briefing.audit(&Reading::new())?;

    for (statement, finding) in briefing.statements().iter().zip(findings.findings()) {
        let span = statement.span.map(|span| span.to_string());
        print_finding(&statement.claim, finding, &span.unwrap_or_default());
    }
    println!("\nexplained by one mode, if nothing but the figures was rounded:");
    for mode in Mode::ALL {
        println!(
            "  {:<15} {} of {}",
            mode.code(),
            findings.explained_by(*mode),
            findings.findings().len()
        );
    }
    println!("all of them, as printed:  {}", findings.modes());
    println!("all of them, if rounded:  {}", findings.modes_if_rounded());

    if path.is_none() {
        let [by_count, by_area, ..] = findings.findings() else {
            return Err("the briefing has two shares".into());
        };
        let down = Modes::of(Mode::TowardZero).with(Mode::Floor);
        // 57 % fits rounding to the nearest and truncation.
        assert_eq!(by_count.verdict.modes(), Modes::NEAREST.union(down));
        // 15.43 % is truncation if the areas are exact, else it is open.
        assert_eq!(by_area.verdict.modes(), down);
        assert!(by_area.verdict.modes_if_rounded().is_any());
        assert_eq!(by_area.power, Power::SomeModes);
        // So truncation explains everything without assuming more.
        assert_eq!(findings.modes(), down);
        assert!(Modes::NEAREST.is_subset(findings.modes_if_rounded()));
        assert_eq!(findings.with_outcome(Outcome::Consistent).count(), 5);
    }
    Ok(())
}

/// A claim a line, with the bytes where it stands.
fn read(text: &str) -> Result<Document, Box<dyn Error>> {
    let mut briefing = Document::new();
    let mut start: usize = 0;
    for line in text.split_inclusive('\n') {
        let claim = line.trim();
        if !claim.is_empty() && !claim.starts_with('#') {
            let end = start.saturating_add(claim.len());
            let read: Claim = claim.parse()?;
            briefing.push_at(read, Span { start, end });
        }
        start = start.saturating_add(line.len());
    }
    Ok(briefing)
}

fn print_finding(claim: &Claim, finding: &Finding, span: &str) {
    let verdict = &finding.verdict;
    println!("\n{claim}   [{span}]");
    println!("  {} ({})", verdict.outcome(), verdict.outcome().name_zh());
    let is_share = verdict.figure().unit().is_number();
    if let Some(value) = verdict.value() {
        println!("  exact value       {value}");
    }
    println!("  modes as printed  {}", verdict.modes());
    println!("  modes if rounded  {}", verdict.modes_if_rounded());
    if let Some(bounds) = verdict.bounds() {
        let places = verdict.figure().places().saturating_add(2);
        let text = if is_share {
            bounds.in_percent(places).to_string()
        } else {
            bounds.in_decimals(places).to_string()
        };
        println!("  bounds            {text}");
    }
    if verdict.outcome() == Outcome::Impossible {
        match verdict.nearest() {
            Some(nearest) => println!("  nearest possible  {nearest}"),
            None => println!("  nearest possible  none: the operands do not fit together"),
        }
    }
    if finding.within_rounding_of_terms {
        println!("  off, but within rounding of its terms");
    }
}
