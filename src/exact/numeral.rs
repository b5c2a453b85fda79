//! Decimal numbers as text: one strict grammar for the whole crate.
//!
//! `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, at most 38 significant digits, no `-0`.
//! Lenient readers of printed notices bring their text into this form first
//! and say what they changed.

use rust_decimal::Decimal;

use crate::text::{Given, quote};

/// A decimal number read from text: `±digits / 10^scale`, nothing lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub(crate) negative: bool,
    pub(crate) digits: u128,
    pub(crate) scale: u8,
}

/// Why a text is not a decimal number.
///
/// Positions count characters from 1.
///
/// ```
/// use standard_land::{exact::NumberError, quantity::{Area, QuantityError}};
///
/// let Err(QuantityError::Number { source, .. }) = "1_000 ha".parse::<Area>() else {
///     unreachable!("a separator is refused")
/// };
/// assert!(matches!(*source, NumberError::Separator { found: '_', position: 2, .. }));
/// assert_eq!(source.to_string(), r#""1_000" has the separator '_' as character 2; write the digits without it"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberError {
    /// There are no characters at all.
    Empty,
    /// A digit or sign of full width: `３`, `．`, `－`.
    FullWidth {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The full-width character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// Digits are grouped: `1_000`, `1,000`, `1 000`.
    Separator {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The separator.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// The number has an exponent: `1e3`.
    Exponent {
        /// What was given, cut at 32 characters.
        given: Given,
        /// Which character it is, from 1.
        position: usize,
    },
    /// No digit stands before the decimal point: `.5`.
    NoIntegerDigits {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// No digit stands after the decimal point: `5.`.
    NoFractionDigits {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The number starts with zeros that say nothing: `007`.
    LeadingZero {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// Zero with a minus sign: `-0`, `-0.00`.
    NegativeZero {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// More than 38 digits.
    TooManyDigits {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many digits were given.
        digits: usize,
    },
    /// Letters where a number should be: `NaN`, `inf`.
    NotANumber {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// Any other character that is not part of a number.
    Unexpected {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The unexpected character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
}

/// The largest power of ten that 64 bits hold.
const FULL: u64 = 10_u64.pow(19);

/// More digits behind those so far. More than 38 may wrap; they are refused.
fn joined(digits: u128, recent: u64, power: u64) -> u128 {
    digits
        .wrapping_mul(u128::from(power))
        .wrapping_add(u128::from(recent))
}

/// Digits that always fit a `u128`.
const MAX_DIGITS: usize = 38;

impl Numeral {
    /// A number that is not below zero, as a regular expression.
    #[cfg(feature = "schemars")]
    pub(crate) const PATTERN: &str = r"(0|[1-9][0-9]*)(\.[0-9]+)?";

    /// The number as a decimal, with its places; `None` if it has too many
    /// digits for one.
    pub(crate) fn to_decimal(self) -> Option<Decimal> {
        let digits = i128::try_from(self.digits).ok()?;
        let signed = if self.negative {
            digits.wrapping_neg()
        } else {
            digits
        };
        Decimal::try_from_i128_with_scale(signed, self.scale.into()).ok()
    }

    /// Reads a number in the strict grammar of this module.
    #[expect(
        clippy::inline_always,
        reason = "else its large result goes through memory, which takes as long as reading"
    )]
    #[inline(always)]
    pub(crate) fn parse(given: &str) -> Result<Self, NumberError> {
        match Self::scan(given) {
            Some(number) => Ok(number),
            None => Err(why_not(given)),
        }
    }

    /// One pass over the bytes; the errors look again to say why.
    fn scan(given: &str) -> Option<Self> {
        let (negative, unsigned) = match given.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, given),
        };
        let mut digits: u128 = 0;
        // The last digits, gathered in 64 bits, and ten to their number.
        let (mut recent, mut power): (u64, u64) = (0, 1);
        let mut count: usize = 0;
        let mut point: Option<usize> = None;
        for byte in unsigned.bytes() {
            match byte {
                b'0'..=b'9' => {
                    count = count.saturating_add(1);
                    recent = recent
                        .wrapping_mul(10)
                        .wrapping_add(u64::from(byte.wrapping_sub(b'0')));
                    power = power.wrapping_mul(10);
                    if power == FULL {
                        digits = joined(digits, recent, power);
                        (recent, power) = (0, 1);
                    }
                }
                b'.' if point.is_none() => point = Some(count),
                _ => return None,
            }
        }
        let digits = joined(digits, recent, power);
        let integer = point.unwrap_or(count);
        let fraction = count.saturating_sub(integer);
        let is_strict = integer > 0
            && (point.is_none() || fraction > 0)
            && (integer == 1 || !unsigned.starts_with('0'))
            && count <= MAX_DIGITS
            && !(negative && digits == 0);
        is_strict.then_some(Self {
            negative,
            digits,
            // At most 37: `count` is at most 38 and `integer` at least 1.
            scale: u8::try_from(fraction).unwrap_or(u8::MAX),
        })
    }
}

/// The first rule of the grammar that a text breaks.
#[cold]
fn why_not(given: &str) -> NumberError {
    let unsigned = given.strip_prefix('-').unwrap_or(given);
    let (integer, fraction) = match unsigned.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (unsigned, None),
    };
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(integer) || !fraction.is_none_or(are_digits) {
        return unexpected(given);
    }
    if given.is_empty() {
        return NumberError::Empty;
    }
    let digits = integer.len().saturating_add(fraction.map_or(0, str::len));
    let given = quote(given);
    if unsigned.is_empty() {
        NumberError::NotANumber { given }
    } else if integer.is_empty() {
        NumberError::NoIntegerDigits { given }
    } else if fraction == Some("") {
        NumberError::NoFractionDigits { given }
    } else if integer.len() > 1 && integer.starts_with('0') {
        NumberError::LeadingZero { given }
    } else if digits > MAX_DIGITS {
        NumberError::TooManyDigits { given, digits }
    } else {
        NumberError::NegativeZero { given }
    }
}

/// Names the first character that does not belong into a number.
fn unexpected(given: &str) -> NumberError {
    let mut seen_point = false;
    let mut position: usize = 0;
    for found in given.chars() {
        position = position.saturating_add(1);
        let given = || quote(given);
        match found {
            '0'..='9' => {}
            '-' if position == 1 => {}
            '.' if !seen_point => seen_point = true,
            '０'..='９' | '．' | '－' | '，' | '＋' => {
                return NumberError::FullWidth {
                    given: given(),
                    found,
                    position,
                };
            }
            '_' | ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}' | '\u{3000}' => {
                return NumberError::Separator {
                    given: given(),
                    found,
                    position,
                };
            }
            'e' | 'E' if position > 1 => {
                return NumberError::Exponent {
                    given: given(),
                    position,
                };
            }
            letter if letter.is_alphabetic() && position <= 2 => {
                return NumberError::NotANumber { given: given() };
            }
            _ => {
                return NumberError::Unexpected {
                    given: given(),
                    found,
                    position,
                };
            }
        }
    }
    NumberError::NotANumber {
        given: quote(given),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_whole_range() {
        let greatest = "9".repeat(38);
        assert_eq!(
            Numeral::parse(&greatest).unwrap().digits,
            10_u128.pow(38) - 1
        );
        let finest = alloc::format!("0.{}1", "0".repeat(36));
        assert_eq!(
            Numeral::parse(&finest),
            Ok(Numeral {
                negative: false,
                digits: 1,
                scale: 37
            })
        );
        assert_eq!(
            Numeral::parse("-10.50"),
            Ok(Numeral {
                negative: true,
                digits: 1050,
                scale: 2
            })
        );
    }
}
