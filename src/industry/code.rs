//! Industry codes of GB/T 4754-2017, amendment 1 included.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::iter::successors;
use core::str::FromStr;

use super::entry::{Entry, entry};
use super::table::{ENTRIES, SECTIONS};
use crate::text::{quote, string_serde, terms};

terms! {
    /// The four levels of GB/T 4754.
    ///
    /// ```
    /// use standard_land::industry::IndustryLevel;
    ///
    /// assert_eq!("大类".parse::<IndustryLevel>()?, IndustryLevel::Division);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum IndustryLevel("a level of GB/T 4754") {
        /// A letter: 20 of them.
        Section = "section", "门类";
        /// Two digits: 97 of them.
        Division = "division", "大类";
        /// Three digits: 473 of them.
        Group = "group", "中类";
        /// Four digits: 1,382 of them.
        Class = "class", "小类";
    }
}

/// A code of GB/T 4754-2017 with amendment 1: a valid place in its table.
///
/// Sections, divisions, groups and classes are all codes; they differ by
/// [`level`](IndustryCode::level). *Invariant*: the code is in the table.
/// *Order*: that of the standard, each code before those below it. *Text*: a
/// letter, or two to four digits. *Cost*: two bytes; name, level and parent
/// are one look-up; parsing is a binary search. Class names of 7289 and 905
/// differ inside the standard itself.
///
/// ```
/// use standard_land::{industry::IndustryLevel, IndustryCode};
///
/// let code: IndustryCode = "7514".parse()?;
/// assert_eq!(code.name_zh(), "节能技术推广服务");
/// assert_eq!(code.level(), IndustryLevel::Class);
/// assert_eq!(code.at(IndustryLevel::Division), Some("75".parse()?));
/// assert_eq!(code.section().to_string(), "M");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndustryCode(u16);

/// Why a text is no code of GB/T 4754-2017.
///
/// ```
/// use standard_land::{industry::IndustryError, IndustryCode};
///
/// let parse = |given: &str| given.parse::<IndustryCode>().unwrap_err();
/// assert!(matches!(parse("75140"), IndustryError::Malformed { .. }));
/// assert!(matches!(parse("7599"), IndustryError::Unknown { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum IndustryError {
    /// Neither one capital letter nor two to four digits.
    #[error("{given:?} is neither a letter nor two to four digits")]
    Malformed {
        /// What was given, cut at 32 characters.
        given: String,
    },
    /// The right form, but not in the standard.
    #[error("{given:?} is not in GB/T 4754-2017")]
    Unknown {
        /// What was given, cut at 32 characters.
        given: String,
    },
}

/// For an index that is never out of the table: see [`IndustryCode`].
const NO_ENTRY: &Entry = &entry(0, 4, 0, 0, 0, "");

impl IndustryCode {
    /// How many codes there are, of all levels.
    pub const COUNT: usize = ENTRIES.len();

    #[inline]
    fn entry(self) -> &'static Entry {
        ENTRIES.get(usize::from(self.0)).unwrap_or(NO_ENTRY)
    }

    /// The name in the standard.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        self.entry().name
    }

    /// Whether it is a section, a division, a group or a class.
    #[must_use]
    #[inline]
    pub fn level(self) -> IndustryLevel {
        match self.entry().level {
            1 => IndustryLevel::Section,
            2 => IndustryLevel::Division,
            3 => IndustryLevel::Group,
            _ => IndustryLevel::Class,
        }
    }

    /// The code one level up; `None` for sections.
    #[must_use]
    #[inline]
    pub fn parent(self) -> Option<Self> {
        let parent = Self(self.entry().parent);
        (parent != self).then_some(parent)
    }

    /// Its parent, the parent's parent, up to the section.
    ///
    /// ```
    /// use standard_land::IndustryCode;
    ///
    /// let code: IndustryCode = "7514".parse()?;
    /// let above: Vec<_> = code.ancestors().map(|code| code.to_string()).collect();
    /// assert_eq!(above, ["751", "75", "M"]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        successors(self.parent(), |code| code.parent())
    }

    /// Itself or its ancestor at a level; `None` when it is above that level.
    #[must_use]
    #[inline]
    pub fn at(self, level: IndustryLevel) -> Option<Self> {
        let mut code = self;
        while code.level() > level {
            code = code.parent()?;
        }
        (code.level() == level).then_some(code)
    }

    /// The section it belongs to, or itself.
    #[must_use]
    pub fn section(self) -> Self {
        let section = SECTIONS.get(usize::from(self.entry().section));
        section.map_or(self, |index| Self(*index))
    }

    /// Whether it is `other` or below it.
    ///
    /// *Cost*: two comparisons.
    ///
    /// ```
    /// use standard_land::IndustryCode;
    ///
    /// let code: IndustryCode = "7514".parse()?;
    /// assert!(code.is_within("M".parse()?));
    /// assert!(!code.is_within("C".parse()?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn is_within(self, other: Self) -> bool {
        (other.0..other.entry().end).contains(&self.0)
    }

    /// The codes directly below it.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.descendants()
            .filter(move |code| code.parent() == Some(self))
    }

    /// All codes below it, in order.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        (self.0.saturating_add(1)..self.entry().end).map(Self)
    }

    /// All codes, in the order of the standard.
    ///
    /// ```
    /// use standard_land::{industry::IndustryLevel, IndustryCode};
    ///
    /// let classes = IndustryCode::all().filter(|code| code.level() == IndustryLevel::Class);
    /// assert_eq!(classes.count(), 1382);
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).filter_map(Self::from_index)
    }

    /// The codes whose name contains a text, in the order of the standard.
    ///
    /// *Cost*: one pass over all names.
    ///
    /// ```
    /// use standard_land::IndustryCode;
    ///
    /// let found: Vec<_> = IndustryCode::search("节能技术").map(|code| code.to_string()).collect();
    /// assert_eq!(found, ["7514"]);
    /// ```
    pub fn search(text: &str) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.name_zh().contains(text))
    }

    /// The codes of exactly this name; a name can stand at several levels.
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.name_zh() == name)
    }

    /// Its place among all codes, below [`COUNT`](IndustryCode::COUNT).
    #[must_use]
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The code at a place; `None` from [`COUNT`](IndustryCode::COUNT) on.
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        ENTRIES.get(index)?;
        u16::try_from(index).ok().map(Self)
    }

    fn find(key: u16, level: u8) -> Option<Self> {
        let found = ENTRIES.binary_search_by_key(&(key, level), |entry| (entry.key, entry.level));
        Self::from_index(found.ok()?)
    }
}

impl Debug for IndustryCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "IndustryCode({self} {})", self.name_zh())
    }
}

impl Display for IndustryCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let entry = self.entry();
        let text = match self.level() {
            IndustryLevel::Section => {
                let letter = char::from(b'A'.saturating_add(entry.section));
                format!("{letter}")
            }
            IndustryLevel::Division => format!("{:02}", entry.key / 100),
            IndustryLevel::Group => format!("{:03}", entry.key / 10),
            IndustryLevel::Class => format!("{:04}", entry.key),
        };
        f.pad(&text)
    }
}

impl FromStr for IndustryCode {
    type Err = IndustryError;

    fn from_str(given: &str) -> Result<Self, IndustryError> {
        let bytes = given.as_bytes();
        let found = match bytes {
            [letter @ b'A'..=b'Z'] => SECTIONS
                .get(usize::from(letter.wrapping_sub(b'A')))
                .map(|index| Self(*index)),
            [_, _] | [_, _, _] | [_, _, _, _] if bytes.iter().all(u8::is_ascii_digit) => {
                let key = bytes
                    .iter()
                    .chain(b"00")
                    .take(4)
                    .fold(0, |key: u16, digit| {
                        key.wrapping_mul(10)
                            .wrapping_add(u16::from(digit.wrapping_sub(b'0')))
                    });
                // Two to four digits: always fits.
                Self::find(key, u8::try_from(bytes.len()).unwrap_or(0))
            }
            _ => {
                return Err(IndustryError::Malformed {
                    given: quote(given),
                });
            }
        };
        found.ok_or_else(|| IndustryError::Unknown {
            given: quote(given),
        })
    }
}

string_serde!(IndustryCode, "an industry code such as \"7514\"");
