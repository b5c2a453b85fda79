//! How long a right of use lasts.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::measure::{QuantityError, count_quanta, decimal_text, out_of_range, read, read_number};
use super::units::TermUnit;
use crate::exact::Numeral;
use crate::text::{debug_as_printed, quote, string_serde};

/// How long a right of use lasts: years, exact to 0.01 (`50年`, `37.95年`).
///
/// *Invariant*: more than zero. *Text*: `50 years`; 年 parses too. The legal
/// maxima by use (40, 50, 70 years) are not checked: published terms exceed
/// them, and it is for the reader of a notice to say so.
///
/// ```
/// use standard_land::quantity::Term;
///
/// let term: Term = "37.95年".parse()?;
/// assert_eq!(term.to_string(), "37.95 years");
/// assert!("0年".parse::<Term>().is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(u32);

impl Term {
    /// A term given in a unit, exactly.
    ///
    /// # Errors
    ///
    /// [`QuantityError::Zero`], [`QuantityError::Negative`],
    /// [`QuantityError::TooPrecise`], [`QuantityError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::quantity::{Term, TermUnit};
    /// use standard_land::rust_decimal::Decimal;
    ///
    /// assert_eq!(Term::new(Decimal::new(3795, 2), TermUnit::Year)?, "37.95年".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(amount: Decimal, unit: TermUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(amount.into(), unit, &format!("{amount} {unit}"))
    }

    /// Reads a number that is in a unit already: a cell below a header that
    /// says 年.
    ///
    /// # Errors
    ///
    /// [`QuantityError`], as for a text with its unit.
    ///
    /// ```
    /// use standard_land::quantity::{Term, TermUnit};
    ///
    /// assert_eq!(Term::parse_in("50", TermUnit::Year)?, "50年".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn parse_in(number: &str, unit: TermUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(read_number(number)?, unit, number)
    }

    #[inline]
    fn from_numeral(number: Numeral, unit: TermUnit, given: &str) -> Result<Self, QuantityError> {
        if number.digits == 0 {
            return Err(QuantityError::Zero {
                given: quote(given),
            });
        }
        if number.negative {
            return Err(QuantityError::Negative {
                given: quote(given),
            });
        }
        u32::try_from(count_quanta(number, unit, || quote(given))?)
            .map(Self)
            .map_err(|_| out_of_range::<TermUnit>(quote(given)))
    }

    /// The number of years, exactly.
    #[must_use]
    pub fn years(self) -> Decimal {
        Decimal::new(self.0.into(), 2).normalize()
    }
}

debug_as_printed!(Term);

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&decimal_text(self.0.into(), 2, "years", true))
    }
}

impl FromStr for Term {
    type Err = QuantityError;

    fn from_str(given: &str) -> Result<Self, QuantityError> {
        let (number, unit) = read(given)?;
        Self::from_numeral(number, unit, given)
    }
}

string_serde!(
    Term,
    "a term such as \"50 years\"",
    crate::described::text(
        "A term of years, exact to 0.01.",
        &super::measure::quantity_pattern::<TermUnit>(false),
        &["50 years", "37.95年"],
    )
);
