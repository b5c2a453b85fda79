//! Electronic supervision numbers.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::AllocationId;
use crate::region::{DivisionCode, DivisionError};
use crate::text::{Given, debug_as_printed, quote, string_serde, terms};

terms! {
    /// The letter in an electronic supervision number.
    ///
    /// ```
    /// use standard_land::allocation::SupervisionKind;
    ///
    /// assert_eq!("B".parse::<SupervisionKind>()?, SupervisionKind::Grant);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum SupervisionKind("a kind of supervision number", "电子监管号类别") {
        /// Administrative allocation.
        Allocation = "A", "划拨";
        /// Grant.
        Grant = "B", "出让";
        /// Lease or contribution of capital.
        LeaseOrContribution = "C", "租赁或作价出资";
    }
}

/// An electronic supervision number (电子监管号) of the usual form.
///
/// Six digits of division, four of the year, a letter for the kind, a serial
/// number of five or six digits, and perhaps `-n`: `1411212012B00017`. The form
/// is as observed in published notices, not in a standard; other forms exist,
/// and an [`AllocationId`] holds any of them. *Text*: as given.
///
/// ```
/// use standard_land::allocation::{SupervisionKind, SupervisionNumber};
///
/// let number: SupervisionNumber = "1411212012B00017".parse()?;
/// assert_eq!(number.division().name(), Some("文水县"));
/// assert_eq!(number.year(), 2012);
/// assert_eq!(number.kind(), SupervisionKind::Grant);
/// assert_eq!(number.to_string(), "1411212012B00017");
/// # Ok::<(), standard_land::allocation::SupervisionError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SupervisionNumber {
    division: DivisionCode,
    year: u16,
    kind: SupervisionKind,
    serial: u32,
    /// Digits of the serial number: 5 or 6.
    width: u8,
    suffix: Option<u16>,
}

/// Why a text is not a supervision number of the usual form.
///
/// ```
/// use standard_land::allocation::{SupervisionError, SupervisionNumber};
///
/// let parse = |given: &str| given.parse::<SupervisionNumber>().unwrap_err();
/// assert!(matches!(parse("1411212012"), SupervisionError::Form { .. }));
/// assert!(matches!(parse("0411212012B00017"), SupervisionError::Division { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SupervisionError {
    /// Not ten digits, a letter A to C, five or six digits, perhaps `-n`.
    Form {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The first six digits are not a division code.
    Division {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: DivisionError,
    },
}

impl SupervisionNumber {
    /// The division that issued it.
    #[must_use]
    pub const fn division(self) -> DivisionCode {
        self.division
    }

    /// The year it was issued for.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The kind of supply.
    #[must_use]
    pub const fn kind(self) -> SupervisionKind {
        self.kind
    }

    /// The serial number within division, year and kind.
    #[must_use]
    pub const fn serial(self) -> u32 {
        self.serial
    }

    /// What stands behind a hyphen, if anything.
    #[must_use]
    pub const fn suffix(self) -> Option<u16> {
        self.suffix
    }
}

/// ASCII digits only, at most nine; leading zeros are part of the number.
#[inline]
fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0_u32, |number, byte| {
        let digit = char::from(*byte).to_digit(10)?;
        Some(number.wrapping_mul(10).wrapping_add(digit))
    })
}

/// What a number consists of, whatever its first six digits are.
struct Parts {
    division: u32,
    year: u16,
    kind: SupervisionKind,
    serial: u32,
    width: u8,
    suffix: Option<u16>,
}

fn parts(given: &str) -> Option<Parts> {
    let (number, suffix) = match given.split_once('-') {
        None => (given, None),
        // Without superfluous zeros, so that it prints as given.
        Some((_, suffix)) if suffix.starts_with('0') || !matches!(suffix.len(), 1..=4) => {
            return None;
        }
        Some((number, suffix)) => (
            number,
            Some(u16::try_from(digits(suffix.as_bytes())?).ok()?),
        ),
    };
    let (division, rest) = number.as_bytes().split_first_chunk::<6>()?;
    let (year, rest) = rest.split_first_chunk::<4>()?;
    let (kind, serial) = rest.split_first_chunk::<1>()?;
    let mut kinds = SupervisionKind::ALL.iter();
    let kind = kinds.find(|known| known.code().as_bytes() == kind)?;
    let width = u8::try_from(serial.len()).ok()?;
    Some(Parts {
        division: digits(division)?,
        year: u16::try_from(digits(year)?).ok()?,
        kind: *kind,
        serial: matches!(width, 5 | 6).then(|| digits(serial)).flatten()?,
        width,
        suffix,
    })
}

impl FromStr for SupervisionNumber {
    type Err = SupervisionError;

    fn from_str(given: &str) -> Result<Self, SupervisionError> {
        let Some(parts) = parts(given) else {
            return Err(SupervisionError::Form {
                given: quote(given),
            });
        };
        let division = match DivisionCode::new(parts.division) {
            Ok(division) => division,
            // Its error would show a number, without the zeros in front.
            Err(error) => {
                let digits = given.get(..6).unwrap_or_default();
                return Err(SupervisionError::Division {
                    given: quote(given),
                    source: digits.parse::<DivisionCode>().err().unwrap_or(error),
                });
            }
        };
        let Parts {
            year,
            kind,
            serial,
            width,
            suffix,
            ..
        } = parts;
        Ok(Self {
            division,
            year,
            kind,
            serial,
            width,
            suffix,
        })
    }
}

debug_as_printed!(SupervisionNumber);

impl Display for SupervisionNumber {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let suffix = self.suffix.map(|n| format!("-{n}")).unwrap_or_default();
        let text = format!(
            "{}{:04}{}{:0width$}{suffix}",
            self.division,
            self.year,
            self.kind,
            self.serial,
            width = usize::from(self.width)
        );
        f.pad(&text)
    }
}

string_serde!(
    SupervisionNumber,
    "a supervision number such as \"1411212012B00017\"",
    crate::described::text(
        "An electronic supervision number (电子监管号).",
        "^[0-9]{10}[ABC][0-9]{5,6}(-[1-9][0-9]{0,3})?$",
        &["1411212012B00017"],
    )
);

impl From<SupervisionNumber> for AllocationId {
    fn from(number: SupervisionNumber) -> Self {
        Self::as_printed(&format!("{number}"))
    }
}
