//! Parcel codes of 19 characters.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::region::{DivisionCode, DivisionError};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// Characters of a code.
const LENGTH: usize = 19;

/// A parcel code (宗地代码): county, cadastral zones, rights, serial number.
///
/// Six digits for the county, three for the cadastral zone (地籍区), three for
/// the sub-zone (地籍子区), two letters for owner and kind of right (`GB`: state
/// land, right of use of construction land), five for the serial number. There
/// is not a check digit. *Source*: 不动产单元设定与代码编制规则 GB/T 37346-2019; of
/// its letters only the owner's are checked (`G`, `J`, `Z`).
///
/// ```
/// use standard_land::parcel::ParcelCode;
///
/// let code: ParcelCode = "141121001002GB00017".parse()?;
/// assert_eq!(code.county().name(), Some("文水县"));
/// assert_eq!(code.cadastral_zone(), "001");
/// assert_eq!(code.sub_zone(), "002");
/// assert_eq!((code.owner(), code.right()), ('G', 'B'));
/// assert_eq!(code.serial(), "00017");
/// # Ok::<(), standard_land::parcel::ParcelCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParcelCode {
    text: [u8; LENGTH],
    county: DivisionCode,
}

/// Why a text is not a parcel code.
///
/// ```
/// use standard_land::parcel::{ParcelCode, ParcelCodeError};
///
/// let parse = |given: &str| given.parse::<ParcelCode>().unwrap_err();
/// assert!(matches!(parse("2019-81"), ParcelCodeError::Length { characters: 7, .. }));
/// assert!(matches!(
///     parse("141121001002XB00017"),
///     ParcelCodeError::Character { found: 'X', position: 13, .. },
/// ));
/// assert!(matches!(parse("041121001002GB00017"), ParcelCodeError::County { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParcelCodeError {
    /// Not 19 characters.
    Length {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many characters were given.
        characters: usize,
    },
    /// A character that cannot stand where it does.
    Character {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// The first six digits are not a division code.
    County {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: DivisionError,
    },
}

impl ParcelCode {
    /// The 19 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.text).unwrap_or_default()
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.as_str().get(start..end).unwrap_or_default()
    }

    fn letter(&self, place: usize) -> char {
        self.text.get(place).copied().unwrap_or_default().into()
    }

    /// The county.
    #[must_use]
    pub const fn county(&self) -> DivisionCode {
        self.county
    }

    /// The cadastral zone (地籍区) within the county.
    #[must_use]
    pub fn cadastral_zone(&self) -> &str {
        self.slice(6, 9)
    }

    /// The sub-zone (地籍子区).
    #[must_use]
    pub fn sub_zone(&self) -> &str {
        self.slice(9, 12)
    }

    /// Who owns the land: `G` the state, `J` a collective, `Z` in dispute.
    #[must_use]
    pub fn owner(&self) -> char {
        self.letter(12)
    }

    /// The kind of right: `B` is the right of use of construction land.
    #[must_use]
    pub fn right(&self) -> char {
        self.letter(13)
    }

    /// The serial number.
    #[must_use]
    pub fn serial(&self) -> &str {
        self.slice(14, LENGTH)
    }
}

debug_as_printed!(ParcelCode);

impl Display for ParcelCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ParcelCode {
    type Err = ParcelCodeError;

    fn from_str(given: &str) -> Result<Self, ParcelCodeError> {
        let characters = given.chars().count();
        if characters != LENGTH {
            return Err(ParcelCodeError::Length {
                given: quote(given),
                characters,
            });
        }
        let mut text = [0; LENGTH];
        for ((slot, found), position) in text.iter_mut().zip(given.chars()).zip(1..) {
            let fits = match position {
                13 => matches!(found, 'G' | 'J' | 'Z'),
                14 => found.is_ascii_uppercase(),
                _ => found.is_ascii_digit(),
            };
            match u8::try_from(found) {
                Ok(byte) if fits => *slot = byte,
                _ => {
                    return Err(ParcelCodeError::Character {
                        given: quote(given),
                        found,
                        position,
                    });
                }
            }
        }
        let county = given.get(..6).unwrap_or_default().parse();
        let county = county.map_err(|source| ParcelCodeError::County {
            given: quote(given),
            source,
        })?;
        Ok(Self { text, county })
    }
}

string_serde!(
    ParcelCode,
    "a parcel code such as \"141121001002GB00017\"",
    crate::described::text(
        "A parcel code of 19 characters.",
        "^[0-9]{12}[GJZ][A-Z][0-9]{5}$",
        &["141121001002GB00017"],
    )
);
