//! Why a cell is not a threshold: what limits and cells share.

use alloc::boxed::Box;
use rust_decimal::Decimal;

use crate::exact::NumberError;
use crate::quantity::UnitError;
use crate::text::{Given, LabelError};

/// Why a cell is not a threshold.
///
/// ```
/// use standard_land::standard::{Threshold, ThresholdError};
///
/// let parse = |given: &str| given.parse::<Threshold>().unwrap_err();
/// assert!(matches!(parse("150"), ThresholdError::NoRelation { .. }));
/// assert!(matches!(parse("≥x"), ThresholdError::Number { .. }));
/// assert!(matches!(parse("≥8斤"), ThresholdError::Unit { .. }));
/// assert!(matches!(parse(">2且<1"), ThresholdError::Reversed { .. }));
/// assert!(matches!(parse("≥1且≥2"), ThresholdError::Twice { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThresholdError {
    /// The text can be no cell: it is empty, padded or too long.
    Text(LabelError),
    /// A number that nothing says is a minimum or a maximum.
    NoRelation {
        /// The part, cut at 32 characters.
        given: Given,
    },
    /// What follows the relation is not a number.
    Number {
        /// The part, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// The number has more digits than a decimal holds.
    OutOfRange {
        /// The part, cut at 32 characters.
        given: Given,
    },
    /// The number is below zero.
    Negative {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// What follows the number is not a unit.
    Unit {
        /// The part, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<UnitError>,
    },
    /// The second number of a range is not above the first.
    Range {
        /// The first number.
        from: Box<Decimal>,
        /// The second one.
        to: Box<Decimal>,
    },
    /// Two lower limits, or two upper ones, or two units.
    Twice {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// No value lies between the limits.
    Reversed {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// Neither a lower nor an upper limit.
    NoLimit,
    /// A cell of another kind than the one that was expected.
    Wording {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What it should have been.
        what: &'static str,
    },
}
