//! Why a cell is not a threshold: what limits and cells share.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::exact::NumberError;
use crate::quantity::UnitError;
use crate::text::LabelError;

/// Why a cell is no threshold.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ThresholdError {
    /// The text can be no cell: it is empty, padded or too long.
    #[error(transparent)]
    Text(#[from] LabelError),
    /// A number that nothing says is a minimum or a maximum.
    #[error("{given:?} has no relation such as ≥ or 不低于")]
    NoRelation {
        /// The part, cut at 32 characters.
        given: String,
    },
    /// What follows the relation is no number.
    #[error("{given:?} has no number that can be read")]
    Number {
        /// The part, cut at 32 characters.
        given: String,
        /// What is wrong with it.
        source: NumberError,
    },
    /// The number has more digits than a decimal holds.
    #[error("{given:?} has more digits than can be held")]
    OutOfRange {
        /// The part, cut at 32 characters.
        given: String,
    },
    /// The number is below zero.
    #[error("{given:?} is below zero")]
    Negative {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// What follows the number is no unit.
    #[error("{given:?} has no unit that can be read")]
    Unit {
        /// The part, cut at 32 characters.
        given: String,
        /// What is wrong with it.
        source: UnitError,
    },
    /// The second number of a range is not above the first.
    #[error("{to} is not above {from}, so they are no range")]
    Range {
        /// The first number.
        from: Decimal,
        /// The second one.
        to: Decimal,
    },
    /// Two lower limits, or two upper ones, or two units.
    #[error("{given:?} limits the same side twice, or in two units")]
    Twice {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// No value lies between the limits.
    #[error("{given:?} allows no value")]
    Reversed {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// Neither a lower nor an upper limit.
    #[error("there is no limit")]
    NoLimit,
    /// A cell of another kind than the one that was expected.
    #[error("{given:?} is not {what}")]
    Wording {
        /// What was given, cut at 32 characters.
        given: String,
        /// What it should have been.
        what: &'static str,
    },
}
