//! The lexicon: one table of units, numerals, qualifiers and forms of
//! characters (`data/lexicon.csv`), and one reader of it.
//!
//! All that reads a number with its unit reads it here: areas, sums of money
//! and the other quantities, printed numbers, units of indicators, cells of
//! notices and briefings. What one of them refuses beside that is a rule of its own, with
//! an error of its own.

mod fold;
mod half;
mod measure;
mod number;
mod print;
mod stock;
mod table;
mod tail;
mod unit;

pub(crate) use fold::{digit, fold, spelt};
pub(crate) use half::{doubling, half};
pub(crate) use measure::Measure;
pub(crate) use number::{Doubt, Number, Run, Whole, arabic, chinese, is_numeral, value_of};
pub(crate) use print::{Print, Unread, bare_number, magnitude, qualifiers_before, unit};
pub(crate) use stock::is_stock;
pub(crate) use tail::{Tail, qualifier_behind};
#[cfg(feature = "schemars")]
pub(crate) use unit::all as units;
pub(crate) use unit::{exact, measure};
