//! Exact values with their unit: what is measured.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::unit::{Unit, UnitError};
use super::unit_price::UnitPrice;
use super::units::{AreaUnit, MoneyUnit};
use crate::exact::{NumberError, Numeral, Ratio, RatioError};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// An exact value in a unit: 162.5万元/亩, 2000/3平方米.
///
/// *Equality and hash* are those of value and unit; [`in_unit`](Amount::in_unit)
/// converts. *Text*: a decimal where there is one, else a fraction in lowest
/// terms, and the unit behind it; both parse. *Rounding*: none.
///
/// ```
/// use standard_land::quantity::Amount;
///
/// let measured: Amount = "162.50万元/亩".parse()?;
/// assert_eq!(measured.to_string(), "162.5万元/亩");
/// assert_eq!(measured.in_unit("万元/公顷".parse()?)?.to_string(), "2437.5万元/公顷");
/// let third: Amount = "1/3".parse()?;
/// assert_eq!(third.in_unit("%".parse()?)?.to_string(), "100/3%");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    value: Ratio,
    unit: Unit,
}

/// Why a text is not a value in a unit.
///
/// ```
/// use standard_land::quantity::{Amount, AmountError};
///
/// assert!(matches!("万元/亩".parse::<Amount>(), Err(AmountError::Number { .. })));
/// assert!(matches!("1/0".parse::<Amount>(), Err(AmountError::Fraction { .. })));
/// assert!(matches!("8斤".parse::<Amount>(), Err(AmountError::Unit { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AmountError {
    /// It does not start with a number.
    Number {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// It starts with a fraction that is not valid.
    Fraction {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<RatioError>,
    },
    /// What follows the number is not a unit.
    Unit {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<UnitError>,
    },
}

impl Amount {
    /// An amount of a unit.
    #[must_use]
    pub const fn new(value: Ratio, unit: Unit) -> Self {
        Self { value, unit }
    }

    /// The value in its unit.
    #[must_use]
    pub const fn value(self) -> Ratio {
        self.value
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// The same amount in another unit, exactly.
    ///
    /// # Errors
    ///
    /// [`UnitError::Incompatible`], [`UnitError::OutOfRange`].
    pub fn in_unit(self, unit: Unit) -> Result<Self, UnitError> {
        let value = self.unit.convert(self.value, unit)?;
        Ok(Self { value, unit })
    }
}

impl From<UnitPrice> for Amount {
    /// The price per area in 元/亩.
    ///
    /// ```
    /// use standard_land::{quantity::Amount, Money};
    ///
    /// let intensity = "7000万元".parse::<Money>()?.per("3 ha".parse()?)?;
    /// let intensity = Amount::from(intensity).in_unit("万元/公顷".parse()?)?;
    /// assert_eq!(intensity.to_string(), "7000/3万元/公顷");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    fn from(price: UnitPrice) -> Self {
        Self {
            value: price.rate(MoneyUnit::Yuan, AreaUnit::Mu),
            unit: Unit::YUAN_PER_MU,
        }
    }
}

debug_as_printed!(Amount);

impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let unit = self.unit.symbol();
        match Decimal::try_from(self.value) {
            Ok(number) => f.pad(&format!("{}{unit}", number.normalize())),
            Err(_) => f.pad(&format!("{}{unit}", self.value)),
        }
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(given: &str) -> Result<Self, AmountError> {
        let behind = |found: char| !(found.is_ascii_digit() || matches!(found, '.' | '/' | '-'));
        let (number, unit) = given.split_at(given.find(behind).unwrap_or(given.len()));
        let unreadable = |source: RatioError| AmountError::Fraction {
            given: quote(given),
            source: Box::new(source),
        };
        let value = if number.contains('/') {
            number.parse().map_err(unreadable)?
        } else {
            let number = Numeral::parse(number).map_err(|source| AmountError::Number {
                given: quote(given),
                source: Box::new(source),
            })?;
            Ratio::try_from(number).map_err(unreadable)?
        };
        let unit = unit.strip_prefix(' ').unwrap_or(unit);
        let unit = Unit::behind_number(unit).map_err(|source| AmountError::Unit {
            given: quote(given),
            source: Box::new(source),
        })?;
        Ok(Self { value, unit })
    }
}

string_serde!(
    Amount,
    "an amount such as \"162.5万元/亩\"",
    crate::described::text(
        "An amount with its unit.",
        &crate::text::label_pattern(),
        &["162.5万元/亩"],
    )
);
