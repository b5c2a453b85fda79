//! Published results of land supply: what they say, and what is odd in them.
//!
//! Reads the Wenshui extract in `data/`, or the file whose path is given, and
//! prints breakdowns with exact shares, the closing account and the findings.

mod common;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::process::ExitCode;

use standard_land::calendar::Year;
use standard_land::industry::Edition;
use standard_land::notice::{Outcome, Reader, Severity};
use standard_land::stats::{Key, Whole};
use standard_land::{Breakdown, DivisionCode, IndustryCode, Rounding, Tally};

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let extract = include_str!("../data/wenshui-notices-2012-2016.csv");
    let source: Box<dyn Read> = match std::env::args_os().nth(1) {
        Some(path) => {
            let file = File::open(&path)
                .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            Box::new(BufReader::new(file))
        }
        None => Box::new(extract.as_bytes()),
    };

    let mut by_year = Breakdown::new();
    let mut by_industry = Breakdown::new();
    let mut by_section = Breakdown::new();
    let mut by_method = Breakdown::new();
    let mut no_area: BTreeMap<Option<DivisionCode>, u64> = BTreeMap::new();
    let mut odd = Vec::new();
    let mut reader = Reader::new(source)?;
    for outcome in &mut reader {
        match outcome? {
            Outcome::Record(record) => {
                let one = Tally::one(record.area());
                by_year.push(record.dates().signed.and_then(Year::of), &one)?;
                by_industry.push(record.industry(), &one)?;
                // Some were split over several sections since 2002.
                let carried = record.industry_carried_to(Edition::E2017);
                let smallest = carried.and_then(|carried| carried.smallest_code());
                by_section.push(smallest.map(IndustryCode::section), &one)?;
                by_method.push(record.method(), &one)?;
                let doubts = record.oddities();
                let doubts = doubts.filter(|odd| odd.severity() == Severity::Doubt);
                odd.extend(doubts.map(|odd| odd.to_string()));
            }
            Outcome::Rejected(rejection) => {
                // A parcel all the same: it is counted beside the records.
                if rejection.is_parcel_without_area() {
                    let parcels = no_area.entry(rejection.division()).or_default();
                    *parcels = parcels.saturating_add(1);
                }
                odd.push(rejection.to_string());
            }
            Outcome::Total(total) => {
                let (row, kind) = (total.printed().number(), total.kind().name_zh());
                odd.push(format!("row {row}: {kind} {}", total.check()));
            }
            Outcome::Repeat(repeat) => {
                odd.push(format!("row {}: repeats row {}", repeat.row, repeat.first));
            }
            Outcome::Blank { .. } => {}
        }
    }

    print_shares(out, "by year of signing", &by_year, ToString::to_string)?;
    print_shares(out, "by industry, as printed", &by_industry, |code| {
        format!("{code} {}", code.name_zh())
    })?;
    print_shares(out, "by section of GB/T 4754-2017", &by_section, |code| {
        format!("{code} {}", code.name_zh())
    })?;
    print_shares(out, "by supply method", &by_method, |method| {
        method.name_zh().to_owned()
    })?;

    let account = reader.account();
    writeln!(out, "{account}")?;
    for (division, parcels) in &no_area {
        let division = division.map_or_else(|| "(none)".to_owned(), |code| code.to_string());
        writeln!(out, "parcels without an area in {division}: {parcels}")?;
    }
    writeln!(out, "doubts, rejections, totals and repeats")?;
    for line in odd.iter().take(20) {
        writeln!(out, "  {line}")?;
    }
    let more = odd.iter().skip(20).count();
    if more > 0 {
        writeln!(out, "  … and {more} more")?;
    }

    assert!(account.balances());
    assert_eq!(by_year.total(), account.records());
    assert_eq!(by_industry.total(), by_method.total());
    Ok(())
}

/// Prints every row with its exact shares of everything, and as percentages.
fn print_shares<K: Key>(
    out: &mut dyn Write,
    title: &str,
    breakdown: &Breakdown<K>,
    name: impl Fn(&K) -> String,
) -> Result<(), Box<dyn Error>> {
    let rounding = Rounding::half_even(2);
    writeln!(
        out,
        "{title}: {}; percentages by {rounding}",
        breakdown.total()
    )?;
    for row in breakdown.shares(Whole::Total)? {
        let count = row.by_count.percent(rounding)?;
        let area = row.by_area.percent(rounding)?;
        writeln!(
            out,
            "  {:<28} {:>7} = {:<9} {:>7} = {}  {}",
            row.tally.to_string(),
            count.to_string(),
            row.by_count.to_string(),
            area.to_string(),
            row.by_area,
            row.key.as_ref().map_or_else(|| "(none)".to_owned(), &name),
        )?;
    }
    writeln!(out)?;
    Ok(())
}
