//! Sums of money in yuan, exact to the fen.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::measure::{
    Printed, QuantityError, count_quanta, decimal_text, out_of_range, read, read_number,
};
use super::quanta::sealed::Counted;
use super::units::MoneyUnit;
use crate::exact::{Numeral, Ratio, RatioError, Rounding};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// A sum of money in yuan (CNY), exact to 0.01, possibly below zero.
///
/// *Range*: ±92,233,720,368,547,758.07 CNY. *Rounding*: none on the way in.
/// *Text*: yuan with two decimals (`1440000.00 CNY`); 元, 万元 and 亿元 parse.
///
/// ```
/// use standard_land::Money;
///
/// let price: Money = "144.0000万元".parse()?;
/// assert_eq!(price.to_string(), "1440000.00 CNY");
/// assert_eq!(price, "1440000元".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest sum that can be held; the smallest is its opposite.
    pub const MAX: Self = Self(i64::MAX);

    /// A sum given in a unit, exactly.
    ///
    /// # Errors
    ///
    /// [`QuantityError::TooPrecise`], [`QuantityError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::{quantity::MoneyUnit, Money};
    /// use standard_land::rust_decimal::Decimal;
    ///
    /// let price = Money::new(Decimal::new(1_440_000, 4), MoneyUnit::TenThousandYuan)?;
    /// assert_eq!(price.to_string(), "1440000.00 CNY");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(amount: Decimal, unit: MoneyUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(amount.into(), unit, || format!("{amount} {unit}").into())
    }

    /// Reads a number that is in a unit already: a cell below a header that
    /// says 公顷 or 万元.
    ///
    /// # Errors
    ///
    /// [`QuantityError`], as for a text with its unit.
    ///
    /// ```
    /// use standard_land::{quantity::MoneyUnit, Money};
    ///
    /// assert_eq!(Money::parse_in("144.0000", MoneyUnit::TenThousandYuan)?, "144万元".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn parse_in(number: &str, unit: MoneyUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(read_number(number)?, unit, || {
            format!("{number} {unit}").into()
        })
    }

    #[inline]
    fn from_numeral(
        number: Numeral,
        unit: MoneyUnit,
        given: impl Fn() -> Given,
    ) -> Result<Self, QuantityError> {
        let fen = i64::try_from(count_quanta(number, unit, &given)?)
            .map_err(|_| out_of_range::<MoneyUnit>(given()))?;
        Ok(Self(if number.negative {
            fen.wrapping_neg()
        } else {
            fen
        }))
    }

    /// A count of fen (0.01 yuan); `None` for `i64::MIN`, which has no opposite.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Option<Self> {
        if fen == i64::MIN {
            None
        } else {
            Some(Self(fen))
        }
    }

    /// How many fen (0.01 yuan) it is.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The exact sum.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::Money;
    ///
    /// let paid = "100万元".parse::<Money>()?.checked_add("44万元".parse()?)?;
    /// assert_eq!(paid, "144万元".parse()?);
    /// assert!(Money::MAX.checked_add(paid).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        self.0
            .checked_add(other.0)
            .and_then(Self::from_fen)
            .ok_or_else(|| out_of_range::<MoneyUnit>(format!("{self} + {other}").into()))
    }

    /// The exact difference; it may be below zero.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`].
    pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
        self.0
            .checked_sub(other.0)
            .and_then(Self::from_fen)
            .ok_or_else(|| out_of_range::<MoneyUnit>(format!("{self} - {other}").into()))
    }

    /// The exact sum of any number of sums, whatever their order.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`] when the total is out of range; partial
    /// sums may be.
    ///
    /// ```
    /// use standard_land::Money;
    ///
    /// let one: Money = "-0.01元".parse()?;
    /// assert_eq!(Money::total([Money::MAX, "0.01元".parse()?, one])?, Money::MAX);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn total(sums: impl IntoIterator<Item = Self>) -> Result<Self, QuantityError> {
        // 2^64 sums of 64 bits fit 128.
        let total = sums
            .into_iter()
            .fold(0_i128, |total, sum| total.saturating_add(sum.0.into()));
        i64::try_from(total)
            .ok()
            .and_then(Self::from_fen)
            .ok_or_else(|| out_of_range::<MoneyUnit>(format!("a total of {total} fen").into()))
    }

    /// The exact amount in a unit.
    #[must_use]
    pub fn amount(self, unit: MoneyUnit) -> Ratio {
        // A unit is never zero and both fit 64 bits.
        Ratio::new(self.0.into(), unit.quanta().into()).unwrap_or(Ratio::ZERO)
    }

    /// The exact decimal amount in a unit, without superfluous zeros.
    ///
    /// ```
    /// use standard_land::{quantity::MoneyUnit, Money};
    ///
    /// let price: Money = "20213680元".parse()?;
    /// assert_eq!(price.to_decimal(MoneyUnit::TenThousandYuan).to_string(), "2021.368");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn to_decimal(self, unit: MoneyUnit) -> Decimal {
        // Every unit is a power of ten of fen: always finite, at most 10 places.
        Decimal::try_from(self.amount(unit)).unwrap_or_default()
    }

    /// Rounded to print in a unit.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when there are too many places.
    ///
    /// ```
    /// use standard_land::{quantity::MoneyUnit, Money, Rounding};
    ///
    /// let price: Money = "20213680元".parse()?;
    /// let printed = price.round_in(MoneyUnit::TenThousandYuan, Rounding::half_up(2))?;
    /// assert_eq!(format!("{printed:#}"), "2021.37万元");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn round_in(
        self,
        unit: MoneyUnit,
        rounding: Rounding,
    ) -> Result<Printed<MoneyUnit>, RatioError> {
        Printed::round(self.amount(unit), unit, rounding)
    }
}

debug_as_printed!(Money);

impl Display for Money {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&decimal_text(self.0.into(), 2, "CNY", false))
    }
}

impl FromStr for Money {
    type Err = QuantityError;

    fn from_str(given: &str) -> Result<Self, QuantityError> {
        let (number, unit) = read(given)?;
        Self::from_numeral(number, unit, || quote(given))
    }
}

string_serde!(
    Money,
    "a sum of money such as \"1440000.00 CNY\"",
    crate::described::text(
        "A sum of money with its unit; exact to 0.01 CNY.",
        &super::measure::quantity_pattern::<MoneyUnit>(true),
        &["1440000.00 CNY", "144万元"],
    )
);
