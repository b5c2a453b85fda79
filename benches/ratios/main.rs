//! What exactness costs, and what it saves: this crate next to the usual ways.
//!
//! `cargo bench --bench ratios` prints a line per comparison: the median time
//! of both sides per parcel, their ratio, the goal, and whether it was met.
//!
//! | ours | theirs | goal |
//! |---|---|---|
//! | `push_columns` | the same loop over `f64` columns | at most 1.2 × its time |
//! | `push_columns` | reading both columns, nothing else | at most 3 × its time |
//! | `push_columns` | a table of `Decimal` | at least 6 × as fast |
//! | `push_columns` | `HashMap<String, Decimal>` | at least 20 × as fast |
//! | `Breakdown::of` records | `f64`, from the area of the same records | at most 1.3 × its time |
//! | `Breakdown::of` records | `f64`, held by records of that form | at most 1.3 × its time |
//! | an exact share, rounded | `Decimal`: divided, then rounded | at least 10 × as fast |
//! | an exact share, rounded | – | at most 10 ns |
//! | a printed share audited | the same checks with `BigRational` | at least 10 × as fast |
//! | a printed share audited | – | at most 1 µs |
//! | a briefing of 1 MB | ten of 100 kB | at most 1.2 × the time |
//! | a byte of a briefing, read and judged | its character decoded | at most 66.6 ns, which is 15 MB/s |
//! | notices, all checks on (feature `notices`) | `csv` + serde into a plain struct | at least 2.5 × as fast |
//! | notices, all checks on (feature `notices`) | `csv`, tokenising alone | at most 2.5 × its time |
//!
//! *How*: one thread; both sides run in every round and take turns in being
//! the first; a round to warm up is not counted; medians of at least 9 rounds.
//! Every side counts parcels and adds areas, by key. Only ours checks for
//! overflow, and only ours keeps a total. That both sides found the same is
//! checked, off the clock.
//!
//! *Data*: parcels of 0.01 to 60 ha, to the square metre, from a fixed seed.
//! 20 keys are the sections of GB/T 4754, 1,382 keys are its classes. Notices
//! are a million rows shaped like published ones, each with a number of its own.
//!
//! *Environment*: `RATIOS_PARCELS=100000` limits the number of parcels, for a
//! quick look; `RATIOS_ONLY=notices` runs that part alone (or `parcels`,
//! `shares`, `audit`, `briefings`); `RATIOS_FILE=rows.csv` writes the notices to a
//! file, reads them from there too, and leaves it to `benches/polars_csv.py`.
//! `RATIOS_STRICT=1` makes a missed goal a failure; without it the
//! program succeeds whatever it measures, for machines are noisy.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "clocks and peers count in floats"
)]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "peers are written as they would be without this crate"
)]

mod audit;
mod briefings;
#[cfg(feature = "notices")]
mod notices;
mod parcels;
mod race;
mod shares;

use std::env;
use std::process::ExitCode;

use standard_land::industry::IndustryLevel;
use standard_land::{Allocation, Error};

use parcels::Parcels;
use race::Scores;

/// How many parcels are counted.
const SIZES: [usize; 2] = [1_000_000, 10_000_000];

fn main() -> Result<ExitCode, Error> {
    let limit = env::var("RATIOS_PARCELS").ok();
    let limit = limit
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(usize::MAX);
    let mut sizes = SIZES.map(|size| size.min(limit)).to_vec();
    sizes.dedup();

    println!(
        "parcels: {sizes:?}; bytes in an Allocation: {}\n",
        size_of::<Allocation>()
    );
    println!(
        "{:>8} {:>5}  {:36} {:>9} {:>9}  {:15} {:>17}  met",
        "each of", "keys", "ours / theirs", "ours ns", "theirs ns", "ratio", "goal"
    );
    let mut scores = Scores::default();
    let only = env::var("RATIOS_ONLY").ok();
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    for size in sizes.iter().filter(|_| wanted("parcels")) {
        for level in [IndustryLevel::Section, IndustryLevel::Class] {
            let parcels = Parcels::random(*size, level);
            parcels::compare(&parcels, &mut scores)?;
        }
    }
    if wanted("shares") {
        shares::compare(&mut scores)?;
    }
    if wanted("audit") {
        audit::compare(&mut scores)?;
    }
    if wanted("briefings") {
        briefings::compare(&mut scores);
    }
    #[cfg(feature = "notices")]
    if wanted("notices") {
        notices::compare(sizes[0], &mut scores);
    }
    println!("\n{} of {} goals met", scores.met, scores.goals);

    let strict = env::var("RATIOS_STRICT").is_ok_and(|strict| strict == "1");
    Ok(if strict && scores.met < scores.goals {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
