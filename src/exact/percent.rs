//! Percentages as printed: a rounded number that keeps its places.

use alloc::boxed::Box;
use alloc::format;
use core::cmp::Ordering;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::numeral::{NumberError, Numeral};
use super::ratio::{AS_A_PERCENTAGE, Ratio, RatioError};
use super::rounding::{Printed, Rounding};
use super::wide::power_of_ten;
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// A percentage with its places, as printed: `57%`, `15.43%`, `15.40%`.
///
/// It is what remains of a [`Ratio`] after rounding. `15.4%` and `15.40%` are
/// different prints of the same value, and not equal here; they are ordered by
/// value, then by places. [`Ratio::from`] gives the value for arithmetic.
///
/// *Invariants*: at most 16 places; at most 9,223,372,036,854,775,807 units of
/// the last place. *Text*: digits and `%`, nothing between.
///
/// ```
/// use standard_land::{Percent, Ratio};
///
/// let printed: Percent = "15.40%".parse()?;
/// assert_eq!(printed.places(), 2);
/// assert_eq!(printed.to_string(), "15.40%");
/// assert_eq!(Ratio::from(printed), Ratio::new(154, 1000)?);
/// assert_ne!(printed, "15.4%".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
///
/// It cannot be rounded again (GB/T 8170 forbids that); round the share instead:
///
/// ```compile_fail,E0599
/// use standard_land::{Percent, Rounding};
///
/// let printed: Percent = "44.5%".parse()?;
/// let again = printed.percent(Rounding::half_up(0))?;
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Percent {
    /// In units of the last place.
    units: i64,
    places: u8,
}

/// Why a text is not a printed percentage.
///
/// ```
/// use standard_land::{exact::PercentError, Percent};
///
/// assert!(matches!("57".parse::<Percent>(), Err(PercentError::NoSign { .. })));
/// assert!(matches!("-0%".parse::<Percent>(), Err(PercentError::Number { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PercentError {
    /// The text does not end with `%`.
    NoSign {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// What stands before the `%` is not a number.
    Number {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// More than 16 places.
    TooManyPlaces {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many places were given.
        places: u8,
    },
    /// More digits than the type holds.
    OutOfRange {
        /// What was given, cut at 32 characters.
        given: Given,
    },
}

impl Percent {
    /// The most places a percentage can have.
    pub const MAX_PLACES: u8 = 16;

    /// From rounded digits; `None` when they do not fit.
    #[inline]
    pub(super) fn from_printed(printed: Printed) -> Option<Self> {
        // `i64::MIN` has no positive twin, and so no text that parses.
        let units = i64::try_from(printed.digits)
            .ok()
            .filter(|n| *n != i64::MIN)?;
        (printed.scale <= Self::MAX_PLACES).then_some(Self {
            units,
            places: printed.scale,
        })
    }

    /// How many decimals are printed.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The number before the `%`, with its places.
    ///
    /// ```
    /// let printed: standard_land::Percent = "15.40%".parse()?;
    /// assert_eq!(printed.to_decimal().to_string(), "15.40");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.units, u32::from(self.places))
    }

    /// Printed units at the scale of the other one, for comparing.
    fn at_places(self, places: u8) -> i128 {
        let power = power_of_ten(u32::from(places.saturating_sub(self.places))).unwrap_or(1);
        // Below 10^19 times at most 10^16: below 2^127.
        i128::from(self.units).wrapping_mul(i128::try_from(power).unwrap_or(1))
    }
}

impl Ord for Percent {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at_places(other.places)
            .cmp(&other.at_places(self.places))
            .then(self.places.cmp(&other.places))
    }
}

impl PartialOrd for Percent {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ratio {
    /// The percentage, rounded once, in the way that is named.
    ///
    /// *Cost*: one 64-bit division when part × 10^(places + 2) fits 64 bits.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the result has more digits than a
    /// [`Percent`] holds.
    #[inline]
    pub fn percent(self, rounding: Rounding) -> Result<Percent, RatioError> {
        rounding
            .apply(
                self.is_negative(),
                self.numerator().unsigned_abs(),
                self.denominator(),
                true,
            )
            .and_then(Percent::from_printed)
            .ok_or_else(|| self.unprintable(AS_A_PERCENTAGE, rounding))
    }
}

impl TryFrom<Decimal> for Percent {
    type Error = PercentError;

    /// The number before the `%`, with as many places as it has: nothing is
    /// rounded, and a share is not turned into a percentage.
    ///
    /// # Errors
    ///
    /// [`PercentError::TooManyPlaces`], [`PercentError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::Percent;
    /// use standard_land::rust_decimal::Decimal;
    ///
    /// let printed = Percent::try_from(Decimal::new(1540, 2))?;
    /// assert_eq!(printed.to_string(), "15.40%");
    /// assert!(Percent::try_from(Decimal::new(1, 17)).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    fn try_from(decimal: Decimal) -> Result<Self, PercentError> {
        let given = || quote(&format!("{decimal}"));
        let places = u8::try_from(decimal.scale()).unwrap_or(u8::MAX);
        if places > Self::MAX_PLACES {
            return Err(PercentError::TooManyPlaces {
                given: given(),
                places,
            });
        }
        let digits = decimal.mantissa();
        Self::from_printed(Printed {
            digits,
            scale: places,
        })
        .ok_or_else(|| PercentError::OutOfRange { given: given() })
    }
}

impl From<Percent> for Decimal {
    /// The number before the `%`, with its places.
    fn from(percent: Percent) -> Self {
        percent.to_decimal()
    }
}

impl From<Percent> for Ratio {
    /// The value that is printed: `15.40%` becomes `1540/10000`.
    fn from(percent: Percent) -> Self {
        let denominator =
            power_of_ten(u32::from(percent.places).saturating_add(2)).unwrap_or(u128::MAX);
        // At most 19 digits over at most 10^18: always within 38 digits.
        Self::new(percent.units.into(), denominator).unwrap_or(Self::ZERO)
    }
}

debug_as_printed!(Percent);

impl Display for Percent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = format!(
            "{:0width$}",
            self.units.unsigned_abs(),
            width = usize::from(self.places).saturating_add(1)
        );
        let point = digits.len().saturating_sub(usize::from(self.places));
        let (integer, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
        let dot = if fraction.is_empty() { "" } else { "." };
        f.pad(&format!("{sign}{integer}{dot}{fraction}%"))
    }
}

impl FromStr for Percent {
    type Err = PercentError;

    fn from_str(given: &str) -> Result<Self, PercentError> {
        let number = given
            .strip_suffix('%')
            .ok_or_else(|| PercentError::NoSign {
                given: quote(given),
            })?;
        let number = Numeral::parse(number).map_err(|source| PercentError::Number {
            given: quote(given),
            source: Box::new(source),
        })?;
        if number.scale > Self::MAX_PLACES {
            return Err(PercentError::TooManyPlaces {
                given: quote(given),
                places: number.scale,
            });
        }
        let units = i64::try_from(number.digits).map_err(|_| PercentError::OutOfRange {
            given: quote(given),
        })?;
        Ok(Self {
            units: if number.negative {
                units.wrapping_neg()
            } else {
                units
            },
            places: number.scale,
        })
    }
}

string_serde!(
    Percent,
    "a percentage such as \"15.43%\"",
    crate::described::text(
        "A percentage as printed: its places count.",
        &alloc::format!(r"^(?!-0(\.0+)?%)-?{}%$", Numeral::PATTERN),
        &["57%", "15.43%", "15.40%"],
    )
);
