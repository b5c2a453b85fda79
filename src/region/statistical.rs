//! Statistical codes, which begin with that of a division.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::code::{DivisionCode, DivisionError};
use crate::text::{quote, string_serde};

/// A statistical code of 9 or 12 digits (统计用区划代码): a town, a village.
///
/// The first six digits are those of a division; the rest is kept as it is.
/// *Text*: the digits.
///
/// ```
/// use standard_land::region::StatisticalCode;
///
/// let village: StatisticalCode = "141121001002".parse()?;
/// assert_eq!(village.division().name(), Some("文水县"));
/// assert_eq!(village.rest(), "001002");
/// assert_eq!(village.to_string(), "141121001002");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatisticalCode {
    division: DivisionCode,
    /// Three digits, or six.
    rest: [u8; 6],
}

impl StatisticalCode {
    /// The division that the first six digits name.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.division
    }

    /// The digits behind those of the division: three, or six.
    #[must_use]
    pub fn rest(&self) -> &str {
        let text = core::str::from_utf8(&self.rest).unwrap_or_default();
        text.trim_end_matches(' ')
    }
}

impl fmt::Debug for StatisticalCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "StatisticalCode({self})")
    }
}

impl Display for StatisticalCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.division, self.rest()))
    }
}

impl FromStr for StatisticalCode {
    type Err = DivisionError;

    fn from_str(given: &str) -> Result<Self, DivisionError> {
        for (place, found) in (1_usize..).zip(given.chars()) {
            if !found.is_ascii_digit() {
                return Err(DivisionError::NotADigit {
                    given: quote(given),
                    found,
                    position: place,
                });
            }
        }
        let parts = given.split_at_checked(6);
        let (division, digits) = parts
            .filter(|(_, rest)| matches!(rest.len(), 3 | 6))
            .ok_or_else(|| DivisionError::StatisticalLength {
                given: quote(given),
                characters: given.len(),
            })?;
        // Spaces sort before digits, so that a town stands before its villages.
        let mut rest = [b' '; 6];
        for (slot, digit) in rest.iter_mut().zip(digits.bytes()) {
            *slot = digit;
        }
        Ok(Self {
            division: division.parse()?,
            rest,
        })
    }
}

string_serde!(
    StatisticalCode,
    "a statistical code such as \"141121001002\"",
    crate::described::text(
        "A statistical code: a division, and three or six digits more.",
        "^[0-9]{9}([0-9]{3})?$",
        &["141121001", "141121001002"],
    )
);
