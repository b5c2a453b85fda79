//! Administrative divisions by their codes: GB/T 2260.
//!
//! | term in GB/T 2260 | here |
//! |---|---|
//! | 行政区划代码 | [`DivisionCode`] |
//! | 省级, 地级, 县级 | [`DivisionLevel`] |
//!
//! Names of counties are not unique; group by code, never by name.

#[rustfmt::skip]
mod table;

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::iter::successors;
use core::str::FromStr;

use crate::text::{quote, string_serde, terms};

terms! {
    /// The three levels that a division code tells apart.
    ///
    /// ```
    /// use standard_land::region::DivisionLevel;
    ///
    /// assert_eq!("县级".parse::<DivisionLevel>()?, DivisionLevel::County);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum DivisionLevel("a level of division") {
        /// Provinces, autonomous regions, municipalities, special regions.
        Province = "province", "省级";
        /// Prefectures and cities of that rank.
        Prefecture = "prefecture", "地级";
        /// Counties, districts and cities of that rank.
        County = "county", "县级";
    }
}

/// The six-digit code of an administrative division (GB/T 2260).
///
/// The table holds the 3,214 codes in force in 2026-09. Codes retired before
/// are not in it, and new ones will come: a code that is well formed but not
/// in the table is held, and [`is_known`](DivisionCode::is_known) says so.
///
/// *Invariants*: six digits, the first not zero; no county below a missing
/// prefecture (`140021`). *Text*: the six digits. *Cost*: 4 bytes; names and
/// parents by binary search.
///
/// ```
/// use standard_land::DivisionCode;
///
/// let wenshui: DivisionCode = "141121".parse()?;
/// assert_eq!(wenshui.name(), Some("文水县"));
/// assert_eq!(wenshui.full_name().as_deref(), Some("山西省吕梁市文水县"));
/// assert_eq!(wenshui.province().to_string(), "140000");
///
/// let retired: DivisionCode = "110103".parse()?; // 崇文区, until 2010
/// assert!(!retired.is_known());
/// assert_eq!(retired.parent(), Some("110000".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode(u32);

/// Why a text or number is no division code.
///
/// ```
/// use standard_land::{region::DivisionError, DivisionCode};
///
/// let parse = |given: &str| given.parse::<DivisionCode>().unwrap_err();
/// assert!(matches!(parse("1411"), DivisionError::Length { characters: 4, .. }));
/// assert!(matches!(parse("14112X"), DivisionError::NotADigit { found: 'X', position: 6, .. }));
/// assert!(matches!(parse("041121"), DivisionError::LeadingZero { .. }));
/// assert!(matches!(parse("140021"), DivisionError::NoPrefecture { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DivisionError {
    /// Not six characters.
    #[error("{given:?} has {characters} characters, not the 6 of a division code")]
    Length {
        /// What was given, cut at 32 characters.
        given: String,
        /// How many characters were given.
        characters: usize,
    },
    /// A character that is no ASCII digit.
    #[error("{given:?} has {found:?} as character {position}, which is no digit")]
    NotADigit {
        /// What was given, cut at 32 characters.
        given: String,
        /// The character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// No province has a code that starts with zero.
    #[error("{given:?} starts with zero, as no division code does")]
    LeadingZero {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// A county directly below digits `00`, where no prefecture can be.
    #[error("{given:?} names a county without a prefecture")]
    NoPrefecture {
        /// What was given, cut at 32 characters.
        given: String,
    },
}

impl DivisionCode {
    /// Checks a code given as a number.
    ///
    /// # Errors
    ///
    /// [`DivisionError`], by the same rules as for text.
    pub fn new(code: u32) -> Result<Self, DivisionError> {
        match code {
            100_000..=999_999 if (code / 100).is_multiple_of(100) && !code.is_multiple_of(100) => {
                Err(DivisionError::NoPrefecture {
                    given: format!("{code}"),
                })
            }
            100_000..=999_999 => Ok(Self(code)),
            _ => {
                let given = format!("{code}");
                let characters = given.len();
                Err(DivisionError::Length { given, characters })
            }
        }
    }

    /// The code as a number of six digits.
    #[must_use]
    pub const fn to_u32(self) -> u32 {
        self.0
    }

    /// The level that the digits tell.
    ///
    /// ```
    /// use standard_land::{region::DivisionLevel, DivisionCode};
    ///
    /// let lüliang: DivisionCode = "141100".parse()?;
    /// assert_eq!(lüliang.level(), DivisionLevel::Prefecture);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub const fn level(self) -> DivisionLevel {
        if self.0.is_multiple_of(10_000) {
            DivisionLevel::Province
        } else if self.0.is_multiple_of(100) {
            DivisionLevel::Prefecture
        } else {
            DivisionLevel::County
        }
    }

    /// The province it lies in, or itself.
    #[must_use]
    pub const fn province(self) -> Self {
        Self((self.0 / 10_000).wrapping_mul(10_000))
    }

    /// The prefecture it lies in, or itself; `None` for provinces, for the
    /// districts of municipalities, and where the table has no prefecture.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let wenshui: DivisionCode = "141121".parse()?;
    /// let dongcheng: DivisionCode = "110101".parse()?;
    /// assert_eq!(wenshui.prefecture(), Some("141100".parse()?));
    /// assert_eq!(dongcheng.prefecture(), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn prefecture(self) -> Option<Self> {
        match self.level() {
            DivisionLevel::Province => None,
            DivisionLevel::Prefecture => Some(self),
            DivisionLevel::County => {
                Some(Self((self.0 / 100).wrapping_mul(100))).filter(|code| code.is_known())
            }
        }
    }

    /// The division it belongs to; `None` for provinces.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        match self.level() {
            DivisionLevel::Province => None,
            DivisionLevel::Prefecture => Some(self.province()),
            DivisionLevel::County => Some(self.prefecture().unwrap_or(self.province())),
        }
    }

    /// Its parent, the parent's parent, and so on.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        successors(self.parent(), |code| code.parent())
    }

    /// Whether it is `other` or lies in it.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let wenshui: DivisionCode = "141121".parse()?;
    /// assert!(wenshui.is_within("140000".parse()?));
    /// assert!(!wenshui.is_within("110000".parse()?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self == other || self.ancestors().any(|code| code == other)
    }

    /// Whether the code is in the table of 2026-09.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.position().is_some()
    }

    /// The division's own name; `None` when the code is not in the table.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        let (_, name) = table::ENTRIES.get(self.position()?)?;
        Some(name)
    }

    /// The name with those of its ancestors before it: `山西省吕梁市文水县`.
    #[must_use]
    pub fn full_name(self) -> Option<String> {
        let mut full = String::from(self.name()?);
        for ancestor in self.ancestors() {
            full.insert_str(0, ancestor.name()?);
        }
        Some(full)
    }

    /// The known divisions directly below it, by code.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let shanxi: DivisionCode = "140000".parse()?;
    /// assert_eq!(shanxi.children().count(), 11);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn children(self) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.parent() == Some(self))
    }

    /// All known codes, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        table::ENTRIES.iter().map(|(code, _)| Self(*code))
    }

    /// All known divisions of exactly this name, by code; names repeat.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let found: Vec<_> = DivisionCode::named("城区").collect();
    /// assert!(found.len() > 1);
    /// ```
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        table::ENTRIES
            .iter()
            .filter(move |(_, known)| *known == name)
            .map(|(code, _)| Self(*code))
    }

    /// Where it stands in the table.
    pub(crate) fn position(self) -> Option<usize> {
        table::ENTRIES
            .binary_search_by_key(&self.0, |(code, _)| *code)
            .ok()
    }

    /// How many positions there are.
    pub(crate) const LISTED: usize = table::ENTRIES.len();

    /// The code at a place in the table.
    pub(crate) fn at_position(position: usize) -> Option<Self> {
        table::ENTRIES.get(position).map(|(code, _)| Self(*code))
    }
}

impl Display for DivisionCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}", self.0))
    }
}

impl FromStr for DivisionCode {
    type Err = DivisionError;

    fn from_str(given: &str) -> Result<Self, DivisionError> {
        let mut code: u32 = 0;
        let mut characters: usize = 0;
        let mut stranger = None;
        for found in given.chars() {
            characters = characters.saturating_add(1);
            match found.to_digit(10) {
                // More than six digits may wrap; they are refused below.
                Some(digit) => code = code.wrapping_mul(10).wrapping_add(digit),
                None => stranger = stranger.or(Some((found, characters))),
            }
        }
        if characters != 6 {
            return Err(DivisionError::Length {
                given: quote(given),
                characters,
            });
        }
        if let Some((found, position)) = stranger {
            return Err(DivisionError::NotADigit {
                given: quote(given),
                found,
                position,
            });
        }
        if code < 100_000 {
            return Err(DivisionError::LeadingZero {
                given: quote(given),
            });
        }
        Self::new(code)
    }
}

impl TryFrom<u32> for DivisionCode {
    type Error = DivisionError;

    fn try_from(code: u32) -> Result<Self, DivisionError> {
        Self::new(code)
    }
}

string_serde!(DivisionCode, "a division code such as \"141121\"");
