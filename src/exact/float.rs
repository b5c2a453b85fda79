//! The decimal that a binary floating-point number stands for.

use alloc::format;

use super::numeral::{NumberError, Numeral};
use super::wide::power_of_ten;
use crate::text::quote;

/// As many digits as a binary number of 64 bits always carries unchanged; more
/// are left over from computing (0.1 + 0.2 is 0.30000000000000004).
const CARRIED: usize = 15;

/// The shortest decimal that reads back as the same binary number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shortest {
    /// All its digits: at most 17.
    pub(crate) whole: Numeral,
    /// Where it has more than 15 digits: the nearest decimal of 15, a tie to
    /// the even digit.
    pub(crate) fifteen: Option<Numeral>,
}

impl Shortest {
    /// No arithmetic of floating point: the digits are those that are printed.
    ///
    /// # Errors
    ///
    /// [`NumberError::NotANumber`] for infinite numbers and `NaN`;
    /// [`NumberError::TooManyDigits`] for numbers with more than 38 digits.
    pub(crate) fn of(float: f64) -> Result<Self, NumberError> {
        let text = format!("{float:e}");
        let not_a_number = || NumberError::NotANumber {
            given: quote(&format!("{float}")),
        };
        // -5.739e-2
        let (mantissa, exponent) = text.split_once('e').ok_or_else(not_a_number)?;
        let exponent: i32 = exponent.parse().map_err(|_| not_a_number())?;
        let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
        let fraction = unsigned.split_once('.').map_or("", |(_, digits)| digits);
        let count = fraction.len().saturating_add(1);
        let digits = unsigned.bytes().filter(u8::is_ascii_digit);
        let digits = digits.fold(0_u128, |digits, byte| {
            let digit = u128::from(byte.wrapping_sub(b'0'));
            digits.saturating_mul(10).saturating_add(digit)
        });
        // Zero has no sign.
        let negative = mantissa.starts_with('-') && digits != 0;
        let places = i32::try_from(fraction.len()).unwrap_or(i32::MAX);
        let scale = places.saturating_sub(exponent);
        let too_many = || NumberError::TooManyDigits {
            given: quote(&format!("{float}")),
            digits: usize::try_from(scale.max(exponent))
                .unwrap_or_default()
                .saturating_add(1),
        };
        let at = |digits, scale| numeral(negative, digits, scale).ok_or_else(too_many);
        let more = count.saturating_sub(CARRIED);
        let power = u32::try_from(more).ok().and_then(power_of_ten).unwrap_or(1);
        let fifteen = match more {
            0 => None,
            _ => Some(at(
                half_even(digits, power),
                scale.saturating_sub(i32::try_from(more).unwrap_or(i32::MAX)),
            )?),
        };
        Ok(Self {
            whole: at(digits, scale)?,
            fifteen,
        })
    }
}

/// Digits over a power of ten, rounded half to even.
fn half_even(digits: u128, power: u128) -> u128 {
    let whole = digits.checked_div(power).unwrap_or(digits);
    let rest = digits.checked_rem(power).unwrap_or(0);
    let half = power.saturating_sub(rest);
    let is_up = rest > half || (rest == half && whole & 1 == 1);
    whole.saturating_add(u128::from(is_up))
}

/// `digits / 10^scale`, without a scale below zero or one for nothing.
fn numeral(negative: bool, mut digits: u128, scale: i32) -> Option<Numeral> {
    if digits == 0 {
        return Some(Numeral {
            negative: false,
            digits: 0,
            scale: 0,
        });
    }
    if scale < 0 {
        digits = digits.checked_mul(power_of_ten(scale.unsigned_abs())?)?;
    }
    // Digits that a numeral of text may have.
    (digits < power_of_ten(38)? && scale < 38).then_some(Numeral {
        negative,
        digits,
        scale: u8::try_from(scale.max(0)).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::{String, ToString};

    use super::*;

    fn read(float: f64) -> (String, Option<String>) {
        let shortest = Shortest::of(float).unwrap();
        let text = |numeral: Numeral| numeral.to_decimal().unwrap().to_string();
        (text(shortest.whole), shortest.fifteen.map(text))
    }

    #[test]
    fn digits_are_those_that_read_back() {
        let plain = |text: &str| (text.to_owned(), None);
        assert_eq!(read(37.18), plain("37.18"));
        assert_eq!(read(-0.0), plain("0"));
        assert_eq!(read(0.0), plain("0"));
        assert_eq!(read(-2.5e-3), plain("-0.0025"));
        assert_eq!(read(1e21), plain("1000000000000000000000"));
        assert_eq!(read(123_456_789_012_345.0), plain("123456789012345"));
        let computed = |whole: &str, fifteen: &str| (whole.to_owned(), Some(fifteen.to_owned()));
        assert_eq!(
            read(5.739_999_999_999_999),
            computed("5.739999999999999", "5.74000000000000")
        );
        assert_eq!(
            read(0.300_000_000_000_000_04),
            computed("0.30000000000000004", "0.300000000000000")
        );
        assert_eq!(
            read(12_345_678_901_234_568.0),
            computed("12345678901234568", "12345678901234600")
        );
        for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(matches!(
                Shortest::of(float),
                Err(NumberError::NotANumber { .. })
            ));
        }
        for float in [1e38, 1e-38, f64::MAX, f64::MIN_POSITIVE] {
            assert!(matches!(
                Shortest::of(float),
                Err(NumberError::TooManyDigits { .. })
            ));
        }
    }

    #[test]
    fn a_tie_goes_to_the_even_digit() {
        for (digits, held) in [(15, 2), (25, 2), (26, 3), (35, 4), (24, 2)] {
            assert_eq!(half_even(digits, 10), held, "{digits}");
        }
    }
}
