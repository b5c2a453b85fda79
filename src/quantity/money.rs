//! Sums of money in yuan, exact to the fen.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::from_float::FromFloat;
use super::measure::{
    Printed, QuantityError, count_quanta, decimal_text, out_of_range, read, read_number,
    round_quanta,
};
use super::operations::{decimal, operations};
use super::quanta::sealed::Counted;
use super::units::MoneyUnit;
use crate::exact::{Mode, Numeral, Ratio, RatioError, Rounding, Shortest};
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

operations! {
    Money(i64, i128) in MoneyUnit::TenThousandYuan,
    below zero: true, smallest: "0.01 CNY", counted: " fen",
    example: "2.5万元", twice: "5万元", printed: "2.50 wan CNY"
}

decimal! { Money in MoneyUnit::TenThousandYuan, "2.5万元" }

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest sum that can be held; the smallest is its opposite.
    pub const MAX: Self = Self(i64::MAX);

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

    #[inline]
    fn counted(fen: u128, is_negative: bool) -> Option<Self> {
        let fen = i64::try_from(fen).ok()?;
        Some(Self(if is_negative { fen.wrapping_neg() } else { fen }))
    }

    /// All but the one that has no opposite.
    const fn holds(fen: i64) -> bool {
        fen != i64::MIN
    }

    const fn apart(self) -> (bool, u64) {
        (self.0 < 0, self.0.unsigned_abs())
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
