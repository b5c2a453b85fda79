//! Sums of fractions that may have more digits than a fraction holds.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::natural::Natural;
use super::numeral::{NumberError, Numeral};
use super::ratio::{Ratio, RatioError};
use super::rounding::Rounding;
use crate::text::{debug_as_printed, quote, string_serde};

/// An exact sum of fractions, however many digits it has.
///
/// Six fractions with unlike wholes of ten digits each sum to one of sixty. A
/// [`Ratio`] would have to refuse it; here it is compared and rounded exactly.
///
/// *Invariant*: lowest terms. *Equality, order and hash* are those of the
/// value. *Text*: as a [`Ratio`], `4/7`, of any number of digits; it parses.
/// *Cost*: allocates; meant for scores and means, not for columns. Reading a
/// text takes the square of its length: whoever reads what strangers wrote
/// limits that first.
///
/// ```
/// use standard_land::exact::Sum;
/// use standard_land::{Ratio, Rounding};
///
/// let far_apart = [Ratio::new(1, 10_u128.pow(37) + 3)?, Ratio::new(1, 10_u128.pow(36) + 7)?];
/// assert!(Ratio::total(far_apart).is_err());
/// let sum = Sum::of(far_apart);
/// assert!(sum > Sum::from(Ratio::ZERO));
/// assert_eq!(sum.round(Rounding::half_up(2))?.to_string(), "0.00");
/// assert_eq!(sum.round(Rounding::ceiling(2))?.to_string(), "0.01");
/// assert_eq!(Sum::of([Ratio::new(1, 2)?, Ratio::new(1, 3)?]).to_string(), "5/6");
/// assert_eq!(sum, sum.to_string().parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Sum {
    negative: bool,
    numerator: Natural,
    denominator: Natural,
}

impl Sum {
    /// The sum of any number of fractions, whatever their order.
    ///
    /// *Cost*: grows with the square of the number of terms when their wholes
    /// have nothing in common, and hardly when there are few different wholes.
    #[must_use]
    pub fn of(terms: impl IntoIterator<Item = Ratio>) -> Self {
        let mut terms: Vec<Self> = terms.into_iter().map(Self::from).collect();
        // Terms of one whole side by side: their sums do not grow.
        terms.sort_unstable_by(|a, b| a.denominator.cmp(&b.denominator));
        // In pairs, and reduced once: one by one, every term would be carried
        // through a division as long as the sum so far.
        while terms.len() > 1 {
            let pairs = terms.chunks(2).map(|pair| match pair {
                [a, b] => a.plus(b),
                _ => pair.first().cloned().unwrap_or_else(Self::zero),
            });
            terms = pairs.collect();
        }
        let sum = terms.pop().unwrap_or_else(Self::zero);
        Self::lowest(sum.negative, &sum.numerator, &sum.denominator)
    }

    fn zero() -> Self {
        Ratio::ZERO.into()
    }

    fn lowest(negative: bool, numerator: &Natural, denominator: &Natural) -> Self {
        let shared = numerator.gcd(denominator);
        Self {
            negative: negative && !numerator.is_zero(),
            numerator: numerator.over(&shared),
            denominator: denominator.over(&shared),
        }
    }

    /// The sum, not in lowest terms.
    fn plus(&self, other: &Self) -> Self {
        let whole = &self.denominator;
        let (left, right, denominator) = if *whole == other.denominator {
            (
                self.numerator.clone(),
                other.numerator.clone(),
                whole.clone(),
            )
        } else {
            (
                self.numerator.times(&other.denominator),
                other.numerator.times(whole),
                whole.times(&other.denominator),
            )
        };
        let (numerator, negative) = if self.negative == other.negative {
            (left.plus(&right), self.negative)
        } else if left >= right {
            (left.minus(&right), self.negative)
        } else {
            (right.minus(&left), other.negative)
        };
        Self {
            negative,
            numerator,
            denominator,
        }
    }

    /// The exact product with a fraction.
    #[must_use]
    pub fn times(&self, factor: Ratio) -> Self {
        let factor = Self::from(factor);
        // Crosswise: the product of what is left is in lowest terms, and no
        // two long numbers are compared.
        let across = Self::lowest(self.negative, &self.numerator, &factor.denominator);
        let down = Self::lowest(factor.negative, &factor.numerator, &self.denominator);
        let numerator = across.numerator.times(&down.numerator);
        Self {
            negative: across.negative != down.negative && !numerator.is_zero(),
            numerator,
            denominator: across.denominator.times(&down.denominator),
        }
    }

    /// The same value as a fraction.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when it has more than 38 digits.
    ///
    /// ```
    /// use standard_land::exact::Sum;
    /// use standard_land::Ratio;
    ///
    /// let half = Sum::of([Ratio::new(1, 3)?, Ratio::new(1, 6)?]);
    /// assert_eq!(half.to_ratio()?, Ratio::new(1, 2)?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn to_ratio(&self) -> Result<Ratio, RatioError> {
        let parts = self.numerator.to_u128().zip(self.denominator.to_u128());
        parts
            .and_then(|(numerator, denominator)| {
                let numerator = i128::try_from(numerator).ok()?;
                let numerator = if self.negative {
                    numerator.wrapping_neg()
                } else {
                    numerator
                };
                Ratio::new(numerator, denominator).ok()
            })
            .ok_or_else(|| out_of_range("the sum".into()))
    }

    /// The number, rounded once, in the way that is named.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the result has more than 28 places or
    /// more digits than a [`Decimal`] holds.
    pub fn round(&self, rounding: Rounding) -> Result<Decimal, RatioError> {
        self.rounded(rounding)
            .ok_or_else(|| out_of_range(format!("the sum as a decimal by {rounding}")))
    }

    fn rounded(&self, rounding: Rounding) -> Option<Decimal> {
        let power = Natural::power_of_ten(rounding.places().unsigned_abs().into());
        let per_unit = Natural::from(u128::from(rounding.step().per_unit()));
        let scaled = self.numerator.times(&per_unit);
        let (scaled, divisor) = if rounding.places() >= 0 {
            (scaled.times(&power), self.denominator.clone())
        } else {
            (scaled, self.denominator.times(&power))
        };
        let (steps, remainder) = scaled.div_rem(&divisor);
        let to_half = remainder.cmp(&divisor.minus(&remainder));
        let bump = rounding.bumps(self.negative, steps.is_odd(), remainder.is_zero(), to_half);
        let steps = steps.to_u128()?.checked_add(u128::from(bump))?;
        let printed = rounding.print(steps, self.negative)?;
        Decimal::try_from_i128_with_scale(printed.digits, printed.scale.into()).ok()
    }
}

fn out_of_range(given: String) -> RatioError {
    RatioError::OutOfRange {
        given: given.into(),
    }
}

impl From<Ratio> for Sum {
    fn from(ratio: Ratio) -> Self {
        let ratio = ratio.lowest();
        Self {
            negative: ratio.is_negative(),
            numerator: ratio.numerator().unsigned_abs().into(),
            denominator: ratio.denominator().into(),
        }
    }
}

impl Ord for Sum {
    fn cmp(&self, other: &Self) -> Ordering {
        other.negative.cmp(&self.negative).then_with(|| {
            let left = self.numerator.times(&other.denominator);
            let right = other.numerator.times(&self.denominator);
            if self.negative {
                right.cmp(&left)
            } else {
                left.cmp(&right)
            }
        })
    }
}

impl PartialOrd for Sum {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

debug_as_printed!(Sum);

impl Display for Sum {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let (part, whole) = (self.numerator.decimal(), self.denominator.decimal());
        f.pad(&format!("{sign}{part}/{whole}"))
    }
}

impl FromStr for Sum {
    type Err = RatioError;

    /// Reads a fraction as a [`Ratio`] does, but of any number of digits.
    fn from_str(given: &str) -> Result<Self, RatioError> {
        let not_a_fraction = || RatioError::NotAFraction {
            given: quote(given),
        };
        let (part, whole) = given.split_once('/').ok_or_else(not_a_fraction)?;
        let (negative, part) = whole_number(part, given)?;
        let (below_zero, whole) = whole_number(whole, given)?;
        if below_zero {
            return Err(RatioError::NotWhole {
                given: quote(given),
            });
        }
        if whole.is_zero() {
            let part = part.to_u128().and_then(|part| i128::try_from(part).ok());
            let part = part.map(|part| if negative { part.wrapping_neg() } else { part });
            return Err(
                part.map_or_else(not_a_fraction, |part| RatioError::ZeroWhole {
                    part: Box::new(part),
                }),
            );
        }
        Ok(Self::lowest(negative, &part, &whole))
    }
}

/// Whether the part or whole of a text is below zero, and its digits.
fn whole_number(text: &str, given: &str) -> Result<(bool, Natural), RatioError> {
    match Numeral::parse(text) {
        Ok(number) if number.scale == 0 => Ok((number.negative, number.digits.into())),
        // All else is as it should be: this is what is looked at last.
        Err(NumberError::TooManyDigits { .. }) if !text.contains('.') => {
            let digits = text.trim_start_matches('-');
            Ok((text.starts_with('-'), Natural::from_decimal(digits)))
        }
        Ok(_) | Err(NumberError::TooManyDigits { .. }) => Err(RatioError::NotWhole {
            given: quote(given),
        }),
        Err(source) => Err(RatioError::Number {
            given: quote(given),
            source: Box::new(source),
        }),
    }
}

string_serde!(
    Sum,
    "a fraction such as \"4/7\"",
    crate::described::text(
        "An exact fraction of any number of digits.",
        r"^(0|-?[1-9][0-9]*)/[1-9][0-9]*$",
        &["5/6", "100000000000000000000000000000000000000000/7"],
    )
);

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]
mod tests {
    use super::super::natural::steps;
    use super::*;

    /// Fractions whose wholes of 32 bits have little in common.
    fn unlike(count: u128) -> Vec<Ratio> {
        let whole = |n: u128| (1 << 31) + n * 2_654_435_761 % (1 << 31);
        let terms = (0..count).map(|n| Ratio::new(1 + i128::try_from(n).unwrap(), whole(n)));
        terms.collect::<Result<_, _>>().unwrap()
    }

    /// Added one by one and reduced each time, twice as many terms would take
    /// eight times the steps.
    #[test]
    fn twice_as_many_terms_take_four_times_the_steps() {
        let steps_for = |count| {
            let terms = unlike(count);
            steps::of(|| Sum::of(terms))
        };
        let taken: Vec<u64> = [100, 200, 400, 800].into_iter().map(steps_for).collect();
        for pair in taken.windows(2) {
            assert!(pair[1] < 5 * pair[0], "{taken:?}");
        }
        // 400 terms make 200 digits above and below.
        assert!(taken[2] < 4_000_000, "{taken:?}");
    }

    #[test]
    fn terms_of_few_wholes_cost_little() {
        let terms = (0..10_000).map(|n: u32| Ratio::new(n.into(), 10_u128.pow(n % 9)));
        let terms: Vec<Ratio> = terms.collect::<Result<_, _>>().unwrap();
        let taken = steps::of(|| Sum::of(terms));
        assert!(taken < 500_000, "{taken}");
    }
}
