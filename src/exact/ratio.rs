//! Exact fractions that keep the part and the whole they were made of.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt::{self, Debug, Display, Formatter};
use core::hash::{Hash, Hasher};
use core::ops::Neg;
use core::str::FromStr;

use rust_decimal::Decimal;

use super::numeral::{NumberError, Numeral};
use super::rounding::Rounding;
use super::wide::{Wide, gcd, power_of_ten};
use crate::text::{Given, quote};

/// An exact fraction: a share, a growth rate, a price per area.
///
/// The part and the whole are kept as given: 8 of 14 stays 8 of 14, and is
/// equal to 4 of 7. Nothing is divided until someone asks for a rounded number
/// and names the [`Rounding`].
///
/// *Invariants*: the whole is not zero; each has at most 38 digits.
/// *Equality, order and hash* are those of the value.
/// *Text*: `{}` prints lowest terms (`4/7`), `{:#}` as given (`8/14`); both
/// parse. Serialised as given, so that nothing is lost.
///
/// ```
/// use standard_land::{Ratio, Rounding};
///
/// let share = Ratio::new(574, 3718)?;
/// assert_eq!(share.to_string(), "287/1859");
/// assert_eq!(format!("{share:#}"), "574/3718");
/// assert_eq!(share, "287/1859".parse()?);
/// assert_eq!(share.percent(Rounding::half_up(2))?.to_string(), "15.44%");
/// assert_eq!(share.percent(Rounding::toward_zero(2))?.to_string(), "15.43%");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Ratio {
    numerator: i128,
    denominator: u128,
}

/// The first number with 39 digits.
const LIMIT: u128 = 10_u128.pow(38);

/// Why a fraction, or a number made from it, is rejected.
///
/// ```
/// use standard_land::{exact::RatioError, Ratio};
///
/// assert_eq!(Ratio::new(4, 0), Err(RatioError::ZeroWhole { part: 4.into() }));
/// assert_eq!(Ratio::share(8, 7), Err(RatioError::PartExceedsWhole { part: 8.into(), whole: 7.into() }));
/// assert!(matches!("4:7".parse::<Ratio>(), Err(RatioError::NotAFraction { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatioError {
    /// The whole is zero.
    ZeroWhole {
        /// The part that was given with it.
        part: Box<i128>,
    },
    /// A share was asked for, and the part is larger than its whole.
    PartExceedsWhole {
        /// The part.
        part: Box<u128>,
        /// The whole.
        whole: Box<u128>,
    },
    /// The exact result has more digits than the type holds.
    OutOfRange {
        /// The operation that was asked for.
        given: Given,
    },
    /// The fraction has no finite decimal form, or not within 28 places.
    NotFinite {
        /// The fraction.
        given: Given,
    },
    /// The text has no `/`.
    NotAFraction {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The part or the whole in a text is not a whole number.
    NotWhole {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The part or the whole in a text is not a number.
    Number {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
}

impl Ratio {
    /// Zero: no part of one.
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };

    /// All of it.
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// `numerator / denominator`, kept as given.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`]; [`RatioError::OutOfRange`] above 38 digits.
    #[inline]
    pub fn new(numerator: i128, denominator: u128) -> Result<Self, RatioError> {
        if denominator == 0 {
            return Err(RatioError::ZeroWhole {
                part: Box::new(numerator),
            });
        }
        if numerator.unsigned_abs() >= LIMIT || denominator >= LIMIT {
            return Err(out_of_range(format!("{numerator}/{denominator}")));
        }
        Ok(Self {
            numerator,
            denominator,
        })
    }

    /// The share that a part is of its whole; between 0 and 1.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`], also for nothing of nothing;
    /// [`RatioError::PartExceedsWhole`].
    ///
    /// ```
    /// use standard_land::Ratio;
    ///
    /// assert_eq!(Ratio::share(4, 7)?.to_string(), "4/7");
    /// assert!(Ratio::share(0, 0).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn share(part: u64, whole: u64) -> Result<Self, RatioError> {
        if whole == 0 {
            return Err(RatioError::ZeroWhole {
                part: Box::new(part.into()),
            });
        }
        if part > whole {
            return Err(RatioError::PartExceedsWhole {
                part: Box::new(part.into()),
                whole: Box::new(whole.into()),
            });
        }
        Ok(Self {
            numerator: part.into(),
            denominator: whole.into(),
        })
    }

    /// The part, as given.
    #[must_use]
    #[inline]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The whole, as given; never zero.
    #[must_use]
    #[inline]
    pub const fn denominator(self) -> u128 {
        self.denominator
    }

    /// The same value in lowest terms.
    #[must_use]
    pub fn lowest(self) -> Self {
        let divisor = gcd(self.numerator.unsigned_abs(), self.denominator);
        // The greatest common divisor of a number and a whole that is not
        // zero is not zero, and at most the whole: below 10^38.
        let signed = i128::try_from(divisor).unwrap_or(1);
        Self {
            numerator: self.numerator.checked_div(signed).unwrap_or(self.numerator),
            denominator: self
                .denominator
                .checked_div(divisor)
                .unwrap_or(self.denominator),
        }
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether the value is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// The value without its sign.
    ///
    /// ```
    /// use standard_land::Ratio;
    ///
    /// let growth = Ratio::new(-3, 14)?;
    /// assert_eq!(growth.abs(), -growth);
    /// assert_eq!(growth.abs().to_string(), "3/14");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub const fn abs(self) -> Self {
        Self {
            // At most 38 digits: the sign can always be turned.
            numerator: self.numerator.wrapping_abs(),
            denominator: self.denominator,
        }
    }

    pub(crate) const fn negated(self) -> Self {
        Self {
            // At most 38 digits: the sign can always be turned.
            numerator: self.numerator.wrapping_neg(),
            denominator: self.denominator,
        }
    }

    /// One over the value: part and whole change places.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the value is zero.
    ///
    /// ```
    /// use standard_land::Ratio;
    ///
    /// let times = Ratio::share(8, 14)?.recip()?;
    /// assert_eq!(format!("{times:#}"), "14/8");
    /// assert_eq!(Ratio::new(-1, 3)?.recip()?, Ratio::from(-3));
    /// assert!(Ratio::ZERO.recip().is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn recip(self) -> Result<Self, RatioError> {
        // Below 10^38 both ways: the conversion cannot fail.
        let turned = i128::try_from(self.denominator).unwrap_or(i128::MAX);
        if self.is_zero() {
            return Err(RatioError::ZeroWhole {
                part: Box::new(turned),
            });
        }
        Ok(Self {
            numerator: if self.is_negative() {
                turned.wrapping_neg()
            } else {
                turned
            },
            denominator: self.numerator.unsigned_abs(),
        })
    }

    /// The number, rounded once, in the way that is named; it keeps its
    /// places (`1.0`, not `1`).
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the result has more than 28 places or
    /// more digits than a [`Decimal`] holds.
    ///
    /// ```
    /// use standard_land::{Ratio, Rounding};
    ///
    /// // GB/T 8170: 1.050 to one place is 1.0.
    /// assert_eq!(Ratio::new(1050, 1000)?.round(Rounding::half_even(1))?.to_string(), "1.0");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn round(self, rounding: Rounding) -> Result<Decimal, RatioError> {
        rounding
            .apply(
                self.is_negative(),
                self.numerator.unsigned_abs(),
                self.denominator,
                false,
            )
            .and_then(|printed| {
                Decimal::try_from_i128_with_scale(printed.digits, printed.scale.into()).ok()
            })
            .ok_or_else(|| self.unprintable(AS_A_DECIMAL, rounding))
    }

    #[cold]
    pub(super) fn unprintable(self, form: &str, rounding: Rounding) -> RatioError {
        out_of_range(format!("{self:#} {form} by {rounding}"))
    }

    /// The exact sum, in lowest terms.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when it has more than 38 digits.
    pub fn checked_add(self, other: Self) -> Result<Self, RatioError> {
        self.exactly(other, '+', |a, b| {
            // Over the least common multiple, so that sums of shares of the
            // same whole do not grow.
            let shared = gcd(a.denominator, b.denominator);
            let a_factor = b.denominator.checked_div(shared)?;
            let b_factor = a.denominator.checked_div(shared)?;
            let left = Wide::product(a.numerator.unsigned_abs(), a_factor);
            let right = Wide::product(b.numerator.unsigned_abs(), b_factor);
            let (sum, negative) = if a.is_negative() == b.is_negative() {
                (left.plus(right), a.is_negative())
            } else if left >= right {
                (left.minus(right), a.is_negative())
            } else {
                (right.minus(left), b.is_negative())
            };
            // What the sum and the common multiple share divides `shared`.
            let divisor = gcd(sum.rem(shared)?, shared);
            let (sum, _) = sum.div_rem(divisor)?;
            let sum = i128::try_from(sum).ok()?;
            Some((
                if negative { sum.wrapping_neg() } else { sum },
                b_factor.checked_mul(b.denominator.checked_div(divisor)?)?,
            ))
        })
    }

    /// The exact difference, in lowest terms.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when it has more than 38 digits.
    ///
    /// ```
    /// use standard_land::Ratio;
    ///
    /// let rest = Ratio::ONE.checked_sub(Ratio::share(4, 7)?)?;
    /// assert_eq!(rest.to_string(), "3/7");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_sub(self, other: Self) -> Result<Self, RatioError> {
        self.checked_add(other.negated())
            .map_err(|_| self.too_large(other, '-'))
    }

    /// The exact product, in lowest terms.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when it has more than 38 digits.
    pub fn checked_mul(self, other: Self) -> Result<Self, RatioError> {
        self.exactly(other, '*', |a, b| {
            // Crosswise reduction first: the product of what is left is in
            // lowest terms already.
            let across = Self::new(a.numerator, b.denominator).ok()?.lowest();
            let down = Self::new(b.numerator, a.denominator).ok()?.lowest();
            Some((
                across.numerator.checked_mul(down.numerator)?,
                across.denominator.checked_mul(down.denominator)?,
            ))
        })
    }

    /// The exact quotient, in lowest terms.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when `other` is zero;
    /// [`RatioError::OutOfRange`] when it has more than 38 digits.
    pub fn checked_div(self, other: Self) -> Result<Self, RatioError> {
        if other.is_zero() {
            return Err(RatioError::ZeroWhole {
                part: Box::new(self.numerator),
            });
        }
        self.checked_mul(other.recip()?)
            .map_err(|_| self.too_large(other, '/'))
    }

    fn exactly(
        self,
        other: Self,
        operator: char,
        operation: impl FnOnce(Self, Self) -> Option<(i128, u128)>,
    ) -> Result<Self, RatioError> {
        let (a, b) = (self.lowest(), other.lowest());
        operation(a, b)
            .and_then(|(numerator, denominator)| {
                let divisor = gcd(numerator.unsigned_abs(), denominator);
                let numerator = numerator.checked_div(divisor.try_into().ok()?)?;
                Self::new(numerator, denominator.checked_div(divisor)?).ok()
            })
            .ok_or_else(|| self.too_large(other, operator))
    }

    #[cold]
    fn too_large(self, other: Self, operator: char) -> RatioError {
        out_of_range(format!("{self} {operator} {other}"))
    }
}

/// The form that an operation results in, where that is no fraction.
pub(super) const AS_A_DECIMAL: &str = "as a decimal";
pub(super) const AS_A_PERCENTAGE: &str = "as a percentage";

fn out_of_range(given: String) -> RatioError {
    RatioError::OutOfRange {
        given: given.into(),
    }
}

impl Ord for Ratio {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        // Small numbers, which most are, need one multiplication each.
        if let (Ok(a), Ok(b), Ok(c), Ok(d)) = (
            i64::try_from(self.numerator),
            i64::try_from(self.denominator),
            i64::try_from(other.numerator),
            i64::try_from(other.denominator),
        ) {
            let left = i128::from(a).wrapping_mul(d.into());
            return left.cmp(&i128::from(c).wrapping_mul(b.into()));
        }
        self.cmp_wide(other)
    }
}

impl Ratio {
    /// The order of numbers that are too large for one multiplication.
    fn cmp_wide(&self, other: &Self) -> Ordering {
        self.is_negative()
            .cmp(&other.is_negative())
            .reverse()
            .then_with(|| {
                // Cross-multiplied in full width: nothing can overflow.
                let left = Wide::product(self.numerator.unsigned_abs(), other.denominator);
                let right = Wide::product(other.numerator.unsigned_abs(), self.denominator);
                if self.is_negative() {
                    right.cmp(&left)
                } else {
                    left.cmp(&right)
                }
            })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl Hash for Ratio {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let lowest = self.lowest();
        lowest.numerator.hash(state);
        lowest.denominator.hash(state);
    }
}

impl Debug for Ratio {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Ratio({self:#})")
    }
}

impl Display for Ratio {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let printed = if f.alternate() { *self } else { self.lowest() };
        f.pad(&format!("{}/{}", printed.numerator, printed.denominator))
    }
}

impl FromStr for Ratio {
    type Err = RatioError;

    fn from_str(given: &str) -> Result<Self, RatioError> {
        let (part, whole) = given
            .split_once('/')
            .ok_or_else(|| RatioError::NotAFraction {
                given: quote(given),
            })?;
        let read = |text| {
            let number = Numeral::parse(text).map_err(|source| RatioError::Number {
                given: quote(given),
                source: Box::new(source),
            })?;
            if number.scale > 0 {
                return Err(RatioError::NotWhole {
                    given: quote(given),
                });
            }
            Ok(number)
        };
        let part = Self::try_from(read(part)?)?;
        let whole = read(whole)?;
        if whole.negative {
            return Err(RatioError::NotWhole {
                given: quote(given),
            });
        }
        Self::new(part.numerator, whole.digits)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Ratio {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self:#}"))
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Ratio {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::from_string(deserializer, "a fraction such as \"4/7\"")
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Ratio {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Ratio".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::described::text(
            "An exact fraction, part and whole as given; at most 38 digits each.",
            r"^(0|-?[1-9][0-9]*)/[1-9][0-9]*$",
            &["4/7", "574/3718"],
        )
    }
}

impl Neg for Ratio {
    type Output = Self;

    /// The value with the other sign.
    fn neg(self) -> Self {
        self.negated()
    }
}

macro_rules! whole {
    ($($number:ty),+) => {$(
        impl From<$number> for Ratio {
            /// The number over one: at most 20 digits, which always fit.
            fn from(number: $number) -> Self {
                Self {
                    numerator: number.into(),
                    denominator: 1,
                }
            }
        }
    )+};
}

whole!(u8, u16, u32, u64, i8, i16, i32, i64);

impl From<Decimal> for Ratio {
    /// The decimal, exactly: `1.50` becomes `150/100`.
    fn from(decimal: Decimal) -> Self {
        // A scale of at most 28 and a mantissa below 2^96: both always fit.
        Self {
            numerator: decimal.mantissa(),
            denominator: power_of_ten(decimal.scale()).unwrap_or(1),
        }
    }
}

impl TryFrom<Numeral> for Ratio {
    type Error = RatioError;

    /// The number, exactly: `1.50` becomes `150/100`.
    fn try_from(number: Numeral) -> Result<Self, RatioError> {
        // 38 digits always fit.
        let magnitude = i128::try_from(number.digits).unwrap_or(i128::MAX);
        let numerator = if number.negative {
            magnitude.wrapping_neg()
        } else {
            magnitude
        };
        let denominator = power_of_ten(number.scale.into())
            .ok_or_else(|| out_of_range(format!("{numerator}e-{}", number.scale)))?;
        Self::new(numerator, denominator)
    }
}

impl TryFrom<Ratio> for Decimal {
    type Error = RatioError;

    /// The decimal that equals the fraction.
    ///
    /// # Errors
    ///
    /// [`RatioError::NotFinite`] when there is none of at most 28 places that
    /// a [`Decimal`] holds.
    fn try_from(ratio: Ratio) -> Result<Self, RatioError> {
        let lowest = ratio.lowest();
        let finite = (0..=28).find_map(|scale| {
            let power = power_of_ten(scale)?;
            let factor = power.checked_div(lowest.denominator)?;
            if power.checked_rem(lowest.denominator)? != 0 {
                return None;
            }
            let mantissa = lowest.numerator.checked_mul(factor.try_into().ok()?)?;
            Self::try_from_i128_with_scale(mantissa, scale).ok()
        });
        finite.ok_or_else(|| RatioError::NotFinite {
            given: ratio.to_string().into(),
        })
    }
}
