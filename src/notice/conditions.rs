//! Control conditions as listing notices print them, as bounds.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::cell;
use crate::exact::{NumberError, Numeral};
use crate::text::{quote, string_serde};

/// One end of a condition: a value, and whether it is allowed itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The value, as printed.
    pub value: Decimal,
    /// Whether the value itself is allowed (大于或等于, not 大于).
    pub inclusive: bool,
}

/// A control condition: what an indicator must lie between.
///
/// *Text*: as in listing notices, `大于或等于1.3并且小于或等于2`; a unit may
/// follow, as in `4050万元/公顷`, where a number alone is a minimum.
///
/// ```
/// use standard_land::notice::Conditions;
///
/// let ratio: Conditions = "大于1.3并且小于或等于2.0".parse()?;
/// assert!(!ratio.allows("1.3".parse()?));
/// assert!(ratio.allows("2".parse()?));
/// assert_eq!(ratio.to_string(), "大于1.3并且小于或等于2.0");
///
/// let investment: Conditions = "4050万元/公顷".parse()?;
/// assert_eq!(investment.unit(), "万元/公顷");
/// assert_eq!(investment.lower().map(|limit| limit.value.to_string()), Some("4050".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Conditions {
    lower: Option<Limit>,
    upper: Option<Limit>,
    unit: String,
}

/// Why a cell is no control condition.
///
/// ```
/// use standard_land::notice::{Conditions, ConditionsError};
///
/// let parse = |given: &str| given.parse::<Conditions>().unwrap_err();
/// assert!(matches!(parse(""), ConditionsError::Empty));
/// assert!(matches!(parse("约1.3"), ConditionsError::Relation { .. }));
/// assert!(matches!(parse("大于x"), ConditionsError::Number { .. }));
/// assert!(matches!(parse("大于2并且小于1"), ConditionsError::Reversed { .. }));
/// assert!(matches!(parse("大于1并且大于2"), ConditionsError::Twice { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionsError {
    /// Nothing was given, so there is no condition.
    #[error("there is no condition")]
    Empty,
    /// A part starts neither with a relation nor with a number.
    #[error("{given:?} starts with no relation such as 大于或等于")]
    Relation {
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
}

impl Conditions {
    /// The value must be at least, or above, this.
    #[must_use]
    pub const fn lower(&self) -> Option<Limit> {
        self.lower
    }

    /// The value must be at most, or below, this.
    #[must_use]
    pub const fn upper(&self) -> Option<Limit> {
        self.upper
    }

    /// The unit that is printed, `万元/公顷`, or nothing.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Whether a value keeps the condition; compared in full.
    #[must_use]
    pub fn allows(&self, value: Decimal) -> bool {
        let above = self
            .lower
            .is_none_or(|limit| value > limit.value || (limit.inclusive && value == limit.value));
        let below = self
            .upper
            .is_none_or(|limit| value < limit.value || (limit.inclusive && value == limit.value));
        above && below
    }
}

/// Which side a part limits.
enum Side {
    Lower,
    Upper,
    Both,
}

/// Relations, the longer before those they begin with.
const RELATIONS: [(&str, Side, bool); 12] = [
    ("大于或等于", Side::Lower, true),
    ("大于等于", Side::Lower, true),
    ("不小于", Side::Lower, true),
    ("不低于", Side::Lower, true),
    ("≥", Side::Lower, true),
    ("大于", Side::Lower, false),
    ("小于或等于", Side::Upper, true),
    ("小于等于", Side::Upper, true),
    ("不大于", Side::Upper, true),
    ("≤", Side::Upper, true),
    ("小于", Side::Upper, false),
    ("等于", Side::Both, true),
];

impl FromStr for Conditions {
    type Err = ConditionsError;

    fn from_str(given: &str) -> Result<Self, ConditionsError> {
        let trimmed = cell::trimmed(given);
        let narrow = cell::narrow(trimmed);
        let cell = narrow.as_deref().unwrap_or(trimmed);
        if cell::is_missing(cell) {
            return Err(ConditionsError::Empty);
        }
        let twice = || ConditionsError::Twice {
            given: quote(given),
        };
        let (mut lower, mut upper, mut unit) = (None, None, None);
        for part in cell.split("并且") {
            let (side, limit, of) = read_part(part.trim())?;
            if unit.get_or_insert(of) != &of {
                return Err(twice());
            }
            if matches!(side, Side::Lower | Side::Both) && lower.replace(limit).is_some() {
                return Err(twice());
            }
            if matches!(side, Side::Upper | Side::Both) && upper.replace(limit).is_some() {
                return Err(twice());
            }
        }
        if let (Some(lower), Some(upper)) = (lower, upper)
            && (lower.value > upper.value
                || (lower.value == upper.value && !(lower.inclusive && upper.inclusive)))
        {
            return Err(ConditionsError::Reversed {
                given: quote(given),
            });
        }
        Ok(Self {
            lower,
            upper,
            unit: unit.unwrap_or_default().into(),
        })
    }
}

fn read_part(part: &str) -> Result<(Side, Limit, &str), ConditionsError> {
    let relation = RELATIONS
        .into_iter()
        .find_map(|(name, side, inclusive)| Some((part.strip_prefix(name)?, side, inclusive)));
    // A number alone is a minimum: 投资强度 4050万元/公顷.
    let (rest, side, inclusive) = match relation {
        Some(found) => found,
        None if part.starts_with(|first: char| first.is_ascii_digit()) => (part, Side::Lower, true),
        None => {
            return Err(ConditionsError::Relation { given: quote(part) });
        }
    };
    let digits = |found: char| !(found.is_ascii_digit() || found == '.' || found == '-');
    let (number, unit) = rest.split_at(rest.find(digits).unwrap_or(rest.len()));
    let number = Numeral::parse(number).map_err(|source| ConditionsError::Number {
        given: quote(part),
        source,
    })?;
    let value = number
        .to_decimal()
        .ok_or_else(|| ConditionsError::OutOfRange { given: quote(part) })?;
    Ok((side, Limit { value, inclusive }, unit.trim()))
}

impl Display for Conditions {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let or_equal = |limit: Limit| if limit.inclusive { "或等于" } else { "" };
        let lower = self
            .lower
            .map(|limit| format!("大于{}{}{}", or_equal(limit), limit.value, self.unit));
        let upper = self
            .upper
            .map(|limit| format!("小于{}{}{}", or_equal(limit), limit.value, self.unit));
        match (lower, upper) {
            (Some(lower), Some(upper)) => f.pad(&format!("{lower}并且{upper}")),
            (Some(one), None) | (None, Some(one)) => f.pad(&one),
            // Every condition has a limit.
            (None, None) => Ok(()),
        }
    }
}

string_serde!(
    Conditions,
    "control conditions such as \"大于或等于1.3并且小于或等于2\""
);
