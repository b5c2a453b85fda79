//! The founding case: what a zone published, and what is exact about it.
//!
//! Reads `data/wenshui-2024.json` through the rules of the register, counts,
//! and prints the two published shares under several named roundings.

mod common;

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use standard_land::exact::Mode;
use standard_land::register::Grant;
use standard_land::stats::Whole;
use standard_land::{
    AreaUnit, Breakdown, IndustryCategory, Percent, Ratio, Register, Rounding, Tally,
};

/// The data file.
#[derive(serde::Deserialize)]
struct Case {
    source: String,
    published: Published,
    register: Register,
}

/// What the zone printed.
#[derive(serde::Deserialize)]
struct Published {
    all: Tally,
    producer_services: Tally,
    share_by_count: Percent,
    share_by_area: Percent,
}

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let case: Case = serde_json::from_str(include_str!("../data/wenshui-2024.json"))?;
    let register = &case.register;
    writeln!(out, "{}\n", case.source)?;

    for grant in register.grants() {
        let mu = grant.area().to_decimal(AreaUnit::Mu)?;
        match grant {
            Grant::Itemised { enterprise, .. } => {
                writeln!(
                    out,
                    "{:>10} ({mu} mu)  {enterprise}",
                    grant.area().to_string()
                )?;
            }
            Grant::Block(block) => {
                writeln!(
                    out,
                    "{:>10} ({mu} mu)  {}",
                    block.area().to_string(),
                    block.id()
                )?;
            }
        }
    }

    // Two columns of one ledger: what was declared for producer services, and
    // what the zone did not itemise.
    let services = IndustryCategory::ProducerServices(None);
    let by_category = Breakdown::by(register.grants(), Grant::category)?;
    let rest = by_category.unkeyed();
    writeln!(out, "\nall that was granted   {}", by_category.total())?;
    writeln!(out, "producer services      {}", by_category.keyed())?;
    writeln!(out, "not itemised           {rest}")?;

    // The denominator is named: everything, itemised or not.
    let shares = by_category.shares(Whole::Total)?;
    let share = shares
        .iter()
        .find(|row| row.key == Some(services))
        .ok_or("no grant is declared for producer services")?;

    writeln!(out, "\nproducer services in all that was granted")?;
    print_share(
        out,
        "by count",
        share.by_count,
        0,
        case.published.share_by_count,
    )?;
    print_share(
        out,
        "by area",
        share.by_area,
        2,
        case.published.share_by_area,
    )?;

    // What the zone printed is what the ledger holds.
    assert_eq!(by_category.total(), case.published.all);
    assert_eq!(share.tally, case.published.producer_services);
    assert_eq!(rest, Tally::new(3, "31.44 ha".parse()?)?);

    // The exact shares, and what each mode prints.
    assert_eq!(share.by_count.to_string(), "4/7");
    assert_eq!(share.by_area.to_string(), "287/1859");
    let printed =
        |share: Ratio, rounding| share.percent(rounding).map(|percent| percent.to_string());
    assert_eq!(printed(share.by_count, Rounding::half_up(0))?, "57%");
    assert_eq!(printed(share.by_area, Rounding::toward_zero(2))?, "15.43%");
    assert_eq!(printed(share.by_area, Rounding::half_up(2))?, "15.44%");
    assert_eq!(printed(share.by_area, Rounding::half_even(2))?, "15.44%");
    Ok(())
}

/// Prints a share exactly and under every mode, beside what was published.
fn print_share(
    out: &mut dyn Write,
    name: &str,
    share: Ratio,
    places: i8,
    published: Percent,
) -> Result<(), Box<dyn Error>> {
    writeln!(out, "  {name}: exactly {share}; published: {published}")?;
    for mode in Mode::ALL {
        let rounding = Rounding::new(places, *mode);
        let percent = share.percent(rounding)?;
        let fits = if percent == published {
            "as published"
        } else {
            ""
        };
        writeln!(
            out,
            "    {percent:>7}  {:<18} {fits:<13} {}",
            rounding.to_string(),
            mode.name_zh()
        )?;
    }
    Ok(())
}
