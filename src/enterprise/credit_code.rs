//! Unified social credit codes: GB 32100-2015.

use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::region::DivisionCode;
use crate::text::{Given, quote, string_serde};

/// Characters of a code.
const LENGTH: usize = 18;

/// The 31 characters, in the order of their values (GB 32100-2015, table 1).
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// 3^(i−1) mod 31, by place (GB 32100-2015, table 2).
const WEIGHTS: [u16; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];

/// Weights of the organisation code inside (GB 11714-1997).
const ORGANISATION_WEIGHTS: [u16; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A unified social credit code (统一社会信用代码) that passes all checks.
///
/// This is the strict type. Real codes that were issued early fail the check
/// digit; hold those as a [`TolerantCreditCode`].
///
/// *Invariants*: 18 of the 31 characters; both check characters are right:
/// that of the code (GB 32100-2015) and that of the organisation code inside it
/// (GB 11714-1997). *Text*: the 18 characters, capital letters only.
///
/// ```
/// use standard_land::CreditCode;
///
/// let code: CreditCode = "91140106713678575D".parse()?;
/// assert_eq!(code.registrar(), '9');
/// assert_eq!(code.organisation_code(), "713678575");
/// assert_eq!(code.region().and_then(|region| region.name()), Some("迎泽区"));
/// assert!("91140106713678575E".parse::<CreditCode>().is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(Characters);

/// A credit code of the right form, whose check characters may be wrong.
///
/// *Invariant*: 18 of the 31 characters of GB 32100-2015. A code that fails a
/// check is *suspect*, not invalid: some codes issued in 2015 fail it.
///
/// ```
/// use standard_land::enterprise::TolerantCreditCode;
///
/// let early: TolerantCreditCode = "91350100M0001TGQXM".parse()?;
/// assert!(early.is_suspect());
/// assert!(early.strict().is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TolerantCreditCode(Characters);

/// Why a text is not a credit code.
///
/// ```
/// use standard_land::{enterprise::CreditCodeError, CreditCode};
///
/// let parse = |given: &str| given.parse::<CreditCode>().unwrap_err();
/// assert!(matches!(parse("9114"), CreditCodeError::Length { characters: 4, .. }));
/// assert!(matches!(
///     parse("91350100M000100Y4Z"),
///     CreditCodeError::Character { found: 'Z', position: 18, .. },
/// ));
/// assert!(matches!(
///     parse("91350100M000100Y44"),
///     CreditCodeError::Check { expected: '3', found: '4', .. },
/// ));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreditCodeError {
    /// Not 18 characters.
    Length {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many characters were given.
        characters: usize,
    },
    /// A character outside the 31: I, O, S, V, Z, small letters, others.
    Character {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// The last character is not the check character of the others.
    Check {
        /// What was given.
        given: Given,
        /// The check character by GB 32100-2015.
        expected: char,
        /// The last character.
        found: char,
    },
    /// The 17th character is not the check character of the organisation code.
    OrganisationCheck {
        /// What was given.
        given: Given,
        /// The check character by GB 11714-1997.
        expected: char,
        /// The 17th character.
        found: char,
    },
}

/// 18 characters of the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Characters([u8; LENGTH]);

impl Characters {
    /// Checks length and characters: what both types share.
    fn new(given: &str) -> Result<Self, CreditCodeError> {
        let characters = given.chars().count();
        if characters != LENGTH {
            return Err(CreditCodeError::Length {
                given: quote(given),
                characters,
            });
        }
        let stranger = given
            .chars()
            .zip(1..)
            .find(|(found, _)| u8::try_from(*found).map_or(true, |byte| value(byte).is_none()));
        if let Some((found, position)) = stranger {
            return Err(CreditCodeError::Character {
                given: quote(given),
                found,
                position,
            });
        }
        // All ASCII by now: characters are bytes.
        given
            .as_bytes()
            .try_into()
            .map(Self)
            .map_err(|_| CreditCodeError::Length {
                given: quote(given),
                characters,
            })
    }

    fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn at(&self, place: usize) -> u8 {
        self.0.get(place).copied().unwrap_or(b'0')
    }

    /// The check character that the first 17 need (GB 32100-2015, annex A).
    fn check_character(&self) -> u8 {
        let sum = self
            .0
            .iter()
            .zip(WEIGHTS)
            .fold(0_u16, |sum, (byte, weight)| {
                // At most 17 × 30 × 30.
                sum.wrapping_add(value(*byte).unwrap_or(0).wrapping_mul(weight))
            });
        // The second remainder turns 31 into 0, for sums that 31 divides.
        let place = 31_u16.wrapping_sub(sum % 31) % 31;
        ALPHABET.get(usize::from(place)).copied().unwrap_or(b'0')
    }

    /// The check character that the organisation code needs (GB 11714-1997):
    /// places 9 to 16; A to Z count 10 to 35 there.
    fn organisation_check(&self) -> u8 {
        let sum =
            self.0
                .iter()
                .skip(8)
                .zip(ORGANISATION_WEIGHTS)
                .fold(0_u16, |sum, (byte, weight)| {
                    let digit = char::from(*byte).to_digit(36);
                    let digit = digit.and_then(|n| u16::try_from(n).ok()).unwrap_or(0);
                    sum.wrapping_add(digit.wrapping_mul(weight))
                });
        match 11_u16.wrapping_sub(sum % 11) {
            10 => b'X',
            11 => b'0',
            // 1 to 9.
            digit => b'0'.saturating_add(u8::try_from(digit).unwrap_or(0)),
        }
    }

    /// Both check characters, the stricter condition of [`CreditCode`].
    fn check(&self) -> Result<(), CreditCodeError> {
        let given = || String::from(self.as_str());
        let (expected, found) = (self.organisation_check(), self.at(16));
        if expected != found {
            return Err(CreditCodeError::OrganisationCheck {
                given: given().into(),
                expected: expected.into(),
                found: found.into(),
            });
        }
        let (expected, found) = (self.check_character(), self.at(17));
        if expected != found {
            return Err(CreditCodeError::Check {
                given: given().into(),
                expected: expected.into(),
                found: found.into(),
            });
        }
        Ok(())
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.as_str().get(start..end).unwrap_or_default()
    }
}

/// The value of a character (GB 32100-2015, table 1).
fn value(byte: u8) -> Option<u16> {
    let place = ALPHABET.iter().position(|known| *known == byte)?;
    u16::try_from(place).ok()
}

macro_rules! parts_of_code {
    ($name:ident, $description:literal, $example:literal) => {
        impl $name {
            /// The 18 characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }

            /// Who registered it: `1` institutions, `5` civil affairs, `9`
            /// market regulation…
            #[must_use]
            pub fn registrar(&self) -> char {
                self.0.at(0).into()
            }

            /// What kind of organisation, within the registrar: `91` are
            /// enterprises, `92` individual businesses.
            #[must_use]
            pub fn kind(&self) -> char {
                self.0.at(1).into()
            }

            /// Where it was first registered; `None` when the six characters
            /// are not a division code, as for those of the central registrar.
            #[must_use]
            pub fn region(&self) -> Option<DivisionCode> {
                self.0.slice(2, 8).parse().ok()
            }

            /// The organisation code inside (GB 11714), nine characters.
            #[must_use]
            pub fn organisation_code(&self) -> &str {
                self.0.slice(8, 17)
            }
        }

        crate::text::debug_as_printed!($name);

        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl TryFrom<&str> for $name {
            type Error = CreditCodeError;

            fn try_from(given: &str) -> Result<Self, CreditCodeError> {
                given.parse()
            }
        }

        string_serde!(
            $name,
            "a credit code such as \"91140106713678575D\"",
            crate::described::text($description, "^[0-9A-HJ-NPQRTUWXY]{18}$", &[$example])
        );
    };
}

parts_of_code!(
    CreditCode,
    "A unified social credit code, GB 32100-2015; both check characters are right.",
    "91140106713678575D"
);
parts_of_code!(
    TolerantCreditCode,
    "A text of the form of a credit code; a check character may be wrong.",
    "91350100M0001TGQXM"
);

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    fn from_str(given: &str) -> Result<Self, CreditCodeError> {
        let characters = Characters::new(given)?;
        characters.check()?;
        Ok(Self(characters))
    }
}

impl FromStr for TolerantCreditCode {
    type Err = CreditCodeError;

    fn from_str(given: &str) -> Result<Self, CreditCodeError> {
        Characters::new(given).map(Self)
    }
}

impl TolerantCreditCode {
    /// The code as a strict one.
    ///
    /// # Errors
    ///
    /// [`CreditCodeError::Check`], [`CreditCodeError::OrganisationCheck`].
    pub fn strict(self) -> Result<CreditCode, CreditCodeError> {
        self.0.check()?;
        Ok(CreditCode(self.0))
    }

    /// Whether a check character is wrong.
    #[must_use]
    pub fn is_suspect(self) -> bool {
        self.0.check().is_err()
    }
}

impl From<CreditCode> for TolerantCreditCode {
    fn from(code: CreditCode) -> Self {
        Self(code.0)
    }
}
