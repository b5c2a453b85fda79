//! Calendar years.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use jiff::civil::Date;

use crate::text::{Given, debug_as_printed, quote, string_serde};

/// A calendar year, 1 to 9999, that grants are counted in.
///
/// *Text*: four digits.
///
/// ```
/// use standard_land::calendar::Year;
/// use standard_land::jiff::civil::date;
///
/// let year: Year = "2024".parse()?;
/// assert_eq!(Some(year), Year::of(date(2024, 10, 31)));
/// assert!("24".parse::<Year>().is_err());
/// # Ok::<(), standard_land::calendar::YearError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

/// Why a text or number is not a year.
///
/// ```
/// use standard_land::calendar::Year;
///
/// let error = Year::new(0).unwrap_err();
/// assert_eq!(error.to_string(), r#""0" is not a year from 0001 to 9999, written with four digits"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct YearError {
    pub(super) given: Given,
}

impl YearError {
    /// What was given, cut at 32 characters.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }
}

impl Year {
    /// A year by its number.
    ///
    /// # Errors
    ///
    /// [`YearError`] outside 1 to 9999.
    pub fn new(year: i16) -> Result<Self, YearError> {
        if (1..=9999).contains(&year) {
            Ok(Self(year))
        } else {
            Err(YearError {
                given: format!("{year}").into(),
            })
        }
    }

    /// The year of a day; `None` before the year 1.
    #[must_use]
    pub fn of(day: Date) -> Option<Self> {
        Self::new(day.year()).ok()
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> i16 {
        self.0
    }
}

debug_as_printed!(Year);

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}", self.0))
    }
}

impl FromStr for Year {
    type Err = YearError;

    fn from_str(given: &str) -> Result<Self, YearError> {
        let digits = given.len() == 4 && given.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .then(|| given.parse().ok())
            .flatten()
            .and_then(|year| Self::new(year).ok())
            .ok_or_else(|| YearError {
                given: quote(given),
            })
    }
}

string_serde!(
    Year,
    "a year such as \"2024\"",
    crate::described::text("A year of the calendar.", "^[0-9]{4}$", &["2024"],)
);
