//! The life of a parcel: the table of moves, papers, start-on-grant.

use standard_land::jiff::civil::{Date, date};
use standard_land::parcel::{Entry, Life, Step};

use super::parse;

pub(crate) fn entry(step: Step, day: Date) -> Entry {
    Entry::new(step, day, parse("D-1"))
}

/// A life that took these steps, all on one day.
pub(crate) fn life(steps: &[Step]) -> Life {
    let entries = steps.iter().map(|step| entry(*step, date(2024, 5, 1)));
    Life::replay(parse("P-1"), entries).unwrap()
}
