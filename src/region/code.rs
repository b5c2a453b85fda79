//! The six-digit codes of divisions.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::iter::successors;
use core::str::FromStr;

use super::names::NAMES;
use super::spell::Spell;
use super::table::{BUREAU, IN_FORCE, LAND, SPELLS};
use crate::text::{Given, debug_as_printed, quote, string_serde, terms};

terms! {
    /// The three levels that a division code tells apart.
    ///
    /// ```
    /// use standard_land::region::DivisionLevel;
    ///
    /// assert_eq!("县级".parse::<DivisionLevel>()?, DivisionLevel::County);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum DivisionLevel("a level of division", "行政区划级别", closed: "GB/T 2260 has three levels") {
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
/// The tables hold the 3,214 codes in force in 2026-09, the 3,432 that were in
/// force at some time since 1980, and those of two other bodies;
/// [`status`](DivisionCode::status) tells them apart. New ones will come, so a
/// code that is well formed but in no table is held too.
///
/// *Invariants*: six digits, the first not zero; no county below a missing
/// prefecture (`140021`), but for those of Hainan before 2003. *Text*: the six
/// digits. *Cost*: 4 bytes; names and parents by binary search.
///
/// ```
/// use standard_land::DivisionCode;
///
/// let wenshui: DivisionCode = "141121".parse()?;
/// assert_eq!(wenshui.name(), Some("文水县"));
/// assert_eq!(wenshui.full_name().as_deref(), Some("山西省吕梁市文水县"));
/// assert_eq!(wenshui.province().to_string(), "140000");
///
/// let retired: DivisionCode = "110103".parse()?; // until 2010
/// assert_eq!(retired.name(), Some("崇文区"));
/// assert!(!retired.is_in_force());
/// assert_eq!(retired.parent(), Some("110000".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
///
/// Codes of two kinds do not compare, although their digits may be the same:
///
/// ```compile_fail,E0308
/// use standard_land::{DivisionCode, IndustryCode};
///
/// let division: DivisionCode = "141121".parse()?;
/// let industry: IndustryCode = "7514".parse()?;
/// assert!(division != industry);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode(u32);

/// Why a text or number is not a division code.
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DivisionError {
    /// Not six characters.
    Length {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many characters were given.
        characters: usize,
    },
    /// A character that is no ASCII digit.
    NotADigit {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The character.
        found: char,
        /// Which character it is, from 1.
        position: usize,
    },
    /// No province has a code that starts with zero.
    LeadingZero {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// Not the nine or twelve digits of a statistical code.
    StatisticalLength {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How many characters were given.
        characters: usize,
    },
    /// A county directly below digits `00`, where no prefecture can be.
    NoPrefecture {
        /// What was given, cut at 32 characters.
        given: Given,
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
            // Hainan had counties and no prefectures.
            460_001..=460_099 => Ok(Self(code)),
            100_000..=999_999 if (code / 100).is_multiple_of(100) && !code.is_multiple_of(100) => {
                Err(DivisionError::NoPrefecture {
                    given: format!("{code}").into(),
                })
            }
            100_000..=999_999 => Ok(Self(code)),
            _ => {
                let given = format!("{code}");
                let characters = given.len();
                Err(DivisionError::Length {
                    given: given.into(),
                    characters,
                })
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
    ///
    /// The land administration gives the Xinjiang corps 66: it lies in 650000.
    #[must_use]
    pub const fn province(self) -> Self {
        match self.0 / 10_000 {
            66 if !self.0.is_multiple_of(10_000) => Self(650_000),
            province => Self(province.wrapping_mul(10_000)),
        }
    }

    /// Whether it is a municipality or lies in one: these have no prefectures.
    const fn is_of_municipality(self) -> bool {
        matches!(self.0 / 10_000, 11 | 12 | 31 | 50)
    }

    /// The prefecture it lies in, or itself, in force or not.
    ///
    /// `None` for provinces, for what lies in a municipality, and for counties
    /// that the province administers itself.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let wenshui: DivisionCode = "141121".parse()?;
    /// let dongcheng: DivisionCode = "110101".parse()?;
    /// assert_eq!(wenshui.prefecture(), Some("141100".parse()?));
    /// assert_eq!(dongcheng.prefecture(), None);
    /// // Lüliang was a prefecture of another code until 2003.
    /// let before: DivisionCode = "142322".parse()?;
    /// assert_eq!(before.prefecture(), Some("142300".parse()?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn prefecture(self) -> Option<Self> {
        if self.is_of_municipality() {
            return None;
        }
        match self.level() {
            DivisionLevel::Province => None,
            DivisionLevel::Prefecture => Some(self),
            DivisionLevel::County => {
                let code = Self((self.0 / 100).wrapping_mul(100));
                let is_one =
                    code.is_in_force() || code.was_in_force() || code.land_name().is_some();
                Some(code).filter(|_| is_one)
            }
        }
    }

    /// The row it is counted in at a level.
    ///
    /// At the level of prefectures a municipality and all in it are one row, and
    /// a county that its province administers itself is a row of its own: so
    /// every code that is known has one. `None` above that level.
    ///
    /// ```
    /// use standard_land::region::DivisionLevel::Prefecture;
    /// use standard_land::DivisionCode;
    ///
    /// let row = |code: &str| -> Result<_, standard_land::Error> {
    ///     Ok(code.parse::<DivisionCode>()?.at(Prefecture))
    /// };
    /// assert_eq!(row("141121")?, Some("141100".parse()?));
    /// assert_eq!(row("310115")?, Some("310000".parse()?));
    /// assert_eq!(row("310100")?, Some("310000".parse()?)); // of the statistics bureau
    /// assert_eq!(row("429004")?, Some("429004".parse()?)); // 仙桃市
    /// assert_eq!(row("140000")?, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn at(self, level: DivisionLevel) -> Option<Self> {
        match level {
            DivisionLevel::Province => Some(self.province()),
            DivisionLevel::Prefecture if self.is_of_municipality() => Some(self.province()),
            DivisionLevel::Prefecture => self.prefecture().or_else(|| {
                let is_county = self.level() == DivisionLevel::County;
                Some(self).filter(|code| is_county && code.is_known())
            }),
            DivisionLevel::County => Some(self).filter(|code| code.level() == level),
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
        match other.level() {
            DivisionLevel::Province => self.province() == other,
            DivisionLevel::Prefecture => self.0 / 100 == other.0 / 100,
            DivisionLevel::County => self == other,
        }
    }

    /// Whether the code is in the table of 2026-09.
    #[must_use]
    pub fn is_in_force(self) -> bool {
        self.position().is_some()
    }

    /// Whether it is in any table: in force, retired, or of another body.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.is_in_force() || self.name().is_some()
    }

    /// The rows of the history that it has, by time.
    pub(super) fn spells(self) -> &'static [Spell] {
        let start = SPELLS.partition_point(|(code, ..)| *code < self.0);
        let end = SPELLS.partition_point(|(code, ..)| *code <= self.0);
        SPELLS.get(start..end).unwrap_or_default()
    }

    fn was_in_force(self) -> bool {
        !self.spells().is_empty()
    }

    /// Name, first and last month, if it is of the statistics bureau alone.
    pub(super) fn bureau(self) -> Option<(&'static str, u16, u16)> {
        let place = BUREAU.binary_search_by_key(&self.0, |(code, ..)| *code);
        let (_, name, first, last) = BUREAU.get(place.ok()?)?;
        Some((NAMES.get(*name), *first, *last))
    }

    /// The name printed, if it is of the land administration alone.
    pub(super) fn land_name(self) -> Option<&'static str> {
        let place = LAND.binary_search_by_key(&self.0, |(code, _)| *code);
        let (_, name) = LAND.get(place.ok()?)?;
        Some(NAMES.get(*name))
    }

    /// The division's own name, or the last one it had.
    ///
    /// `None` when the code is in no table. What it was called on a day says
    /// [`name_on`](DivisionCode::name_on).
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        let last = self.spells().last().map(|(_, name, ..)| NAMES.get(*name));
        let of_others = || {
            self.bureau()
                .map(|(name, ..)| name)
                .or_else(|| self.land_name())
        };
        last.or_else(of_others)
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

    /// The divisions in force directly below it, by code.
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

    /// All codes in force, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        IN_FORCE.iter().map(|code| Self(*code))
    }

    /// All divisions in force of exactly this name, by code; names repeat.
    ///
    /// ```
    /// use standard_land::DivisionCode;
    ///
    /// let found: Vec<_> = DivisionCode::named("城区").collect();
    /// assert!(found.len() > 1);
    /// ```
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.name() == Some(name))
    }

    /// Where it stands in the table.
    pub(crate) fn position(self) -> Option<usize> {
        IN_FORCE.binary_search(&self.0).ok()
    }

    /// How many positions there are.
    pub(crate) const LISTED: usize = IN_FORCE.len();

    /// The code at a place in the table.
    pub(crate) fn at_position(position: usize) -> Option<Self> {
        IN_FORCE.get(position).map(|code| Self(*code))
    }
}

debug_as_printed!(DivisionCode);

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

string_serde!(
    DivisionCode,
    "a division code such as \"141121\"",
    crate::described::text(
        "An administrative division, GB/T 2260.",
        "^[0-9]{6}$",
        &["141121"],
    )
);
