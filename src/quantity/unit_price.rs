//! Prices per area, exact.

use alloc::boxed::Box;
use alloc::format;
#[cfg(feature = "schemars")]
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt::{self, Display, Formatter};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::quanta::sealed::Counted;
use super::{Area, AreaUnit, Money, MoneyUnit, QuantityError, worth};
use crate::exact::{Ratio, RatioError};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// A price per area: the sum and the area it was paid for, undivided.
///
/// *Invariant*: the area is not zero. *Equality, order and hash* are those of
/// the rate: 144 万元 for 1 ha equals 288 万元 for 2 ha. *Text*: as given,
/// `1440000.00 CNY / 1 ha`.
///
/// ```
/// use standard_land::{quantity::MoneyUnit, AreaUnit, Money, Rounding};
///
/// let price = "144万元".parse::<Money>()?.per("1.4191 ha".parse()?)?;
/// let per_mu = price.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu);
/// assert_eq!(per_mu.round(Rounding::half_up(4))?.to_string(), "6.7649");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct UnitPrice {
    money: Money,
    area: Area,
}

/// Why a price per area is rejected.
///
/// ```
/// use standard_land::{quantity::{UnitPrice, UnitPriceError}, Area, Money};
///
/// assert_eq!(Money::ZERO.per(Area::ZERO), Err(UnitPriceError::ZeroArea { money: Money::ZERO }));
/// assert!(matches!("1 CNY".parse::<UnitPrice>(), Err(UnitPriceError::NotARate { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnitPriceError {
    /// The area is zero.
    ZeroArea {
        /// The sum that was given with it.
        money: Money,
    },
    /// The text has no ` / `.
    NotARate {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The sum or the area in a text is not valid.
    Quantity {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<QuantityError>,
    },
}

impl Money {
    /// The exact price per area that this sum for an area is.
    ///
    /// # Errors
    ///
    /// [`UnitPriceError::ZeroArea`].
    pub fn per(self, area: Area) -> Result<UnitPrice, UnitPriceError> {
        UnitPrice::new(self, area)
    }
}

impl UnitPrice {
    /// The rate of a sum for an area.
    ///
    /// # Errors
    ///
    /// [`UnitPriceError::ZeroArea`].
    pub fn new(money: Money, area: Area) -> Result<Self, UnitPriceError> {
        if area.is_zero() {
            return Err(UnitPriceError::ZeroArea { money });
        }
        Ok(Self { money, area })
    }

    /// A price of so much money per unit of area: 8 万元/亩.
    ///
    /// # Errors
    ///
    /// [`UnitPriceError::Quantity`] where the money cannot be held exactly.
    ///
    /// ```
    /// use standard_land::quantity::{MoneyUnit, UnitPrice};
    /// use standard_land::rust_decimal::Decimal;
    /// use standard_land::AreaUnit;
    ///
    /// let rate = Decimal::new(85, 1);
    /// let price = UnitPrice::from_rate(rate, MoneyUnit::TenThousandYuan, AreaUnit::Mu)?;
    /// assert_eq!(price, "127.5万元".parse::<standard_land::Money>()?.per("1 ha".parse()?)?);
    /// assert_eq!(price.to_decimal(MoneyUnit::TenThousandYuan, AreaUnit::Mu)?, rate);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn from_rate(
        amount: Decimal,
        money: MoneyUnit,
        area: AreaUnit,
    ) -> Result<Self, UnitPriceError> {
        let paid = Money::new(amount, money).map_err(|source| UnitPriceError::Quantity {
            given: quote(&format!("{amount} {money}/{area}")),
            source: Box::new(source),
        })?;
        Self::new(paid, Area::from_quanta(worth(area)))
    }

    /// The sum that was paid.
    #[must_use]
    pub const fn money(self) -> Money {
        self.money
    }

    /// The area that it was paid for.
    #[must_use]
    pub const fn area(self) -> Area {
        self.area
    }

    /// The exact number of money units per area unit.
    ///
    /// ```
    /// use standard_land::{quantity::MoneyUnit, AreaUnit, Money};
    ///
    /// let price = "150万元".parse::<Money>()?.per("1 ha".parse()?)?;
    /// assert_eq!(price.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu).to_string(), "10/1");
    /// assert_eq!(price.rate(MoneyUnit::Yuan, AreaUnit::SquareMetre).to_string(), "150/1");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn rate(self, money: MoneyUnit, area: AreaUnit) -> Ratio {
        // (fen / fen per unit) ÷ (quanta / quanta per unit): at most 33 digits.
        let numerator = i128::from(self.money.fen()).saturating_mul(area.quanta().into());
        let denominator = u128::from(self.area.quanta()).saturating_mul(money.quanta().into());
        Ratio::new(numerator, denominator).unwrap_or(Ratio::ZERO)
    }

    /// The exact decimal number of money units per area unit.
    ///
    /// # Errors
    ///
    /// [`RatioError::NotFinite`] where there is none: 1 元 for 1 亩 in 元/平方米.
    pub fn to_decimal(self, money: MoneyUnit, area: AreaUnit) -> Result<Decimal, RatioError> {
        self.rate(money, area).try_into()
    }

    /// The undivided rate in the smallest units; equal where the prices are.
    fn value(self) -> Ratio {
        // The area is not zero and both fit 64 bits.
        Ratio::new(self.money.fen().into(), self.area.quanta().into()).unwrap_or(Ratio::ZERO)
    }
}

impl Ord for UnitPrice {
    fn cmp(&self, other: &Self) -> Ordering {
        // Multiplied out; products of 63 and 64 bits fit.
        let across = |price: Self, area: Area| {
            i128::from(price.money.fen()).saturating_mul(area.quanta().into())
        };
        across(*self, other.area).cmp(&across(*other, self.area))
    }
}

impl PartialOrd for UnitPrice {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for UnitPrice {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for UnitPrice {}

impl Hash for UnitPrice {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value().hash(state);
    }
}

debug_as_printed!(UnitPrice);

impl Display for UnitPrice {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} / {}", self.money, self.area))
    }
}

impl FromStr for UnitPrice {
    type Err = UnitPriceError;

    fn from_str(given: &str) -> Result<Self, UnitPriceError> {
        let (money, area) = given
            .split_once(" / ")
            .ok_or_else(|| UnitPriceError::NotARate {
                given: quote(given),
            })?;
        let unreadable = |source: QuantityError| UnitPriceError::Quantity {
            given: quote(given),
            source: Box::new(source),
        };
        Self::new(
            money.parse().map_err(unreadable)?,
            area.parse().map_err(unreadable)?,
        )
    }
}

/// Money, and the area that it is for, as a regular expression.
#[cfg(feature = "schemars")]
fn price_pattern() -> String {
    let money = super::measure::quantity_pattern::<MoneyUnit>(true);
    let area = super::measure::quantity_pattern::<AreaUnit>(false);
    format!(
        "{} / {}",
        money.trim_end_matches('$'),
        area.trim_start_matches('^')
    )
}

string_serde!(
    UnitPrice,
    "a price such as \"1440000.00 CNY / 1 ha\"",
    crate::described::text(
        "A price per area: what was paid, for which area.",
        &price_pattern(),
        &["1440000.00 CNY / 1.4191 ha"],
    )
);
