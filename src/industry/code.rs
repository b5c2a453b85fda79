//! Codes of GB/T 4754, each of its edition.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::iter::successors;
use core::ops::Range;
use core::str::FromStr;

use super::edition::Edition;
use super::names::{NAMES, NAMES_OF};
use super::table::{ENDS, IN_FORCE, KEYS, PARENTS, SECTIONS, STARTS};
use crate::text::{Given, UnknownTerm, quote, string_serde, terms};

terms! {
    /// The four levels of GB/T 4754.
    ///
    /// ```
    /// use standard_land::industry::IndustryLevel;
    ///
    /// assert_eq!("大类".parse::<IndustryLevel>()?, IndustryLevel::Division);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum IndustryLevel("a level of GB/T 4754", "GB/T 4754层级", closed: "GB/T 4754 has four levels") {
        /// A letter.
        Section = "section", "门类";
        /// Two digits.
        Division = "division", "大类";
        /// Three digits.
        Group = "group", "中类";
        /// Four digits.
        Class = "class", "小类";
    }
}

/// A code of GB/T 4754 with its edition: a valid place in the table of one.
///
/// Sections, divisions, groups and classes are all codes; they differ by
/// [`level`](IndustryCode::level). Codes of two editions are never equal, nor
/// does one lie in the other; [`carried_to`](IndustryCode::carried_to) says
/// what became of one. *Invariant*: the code is in the table of its edition.
/// *Order*: by edition, then that of the standard, each code before those below
/// it. *Text*: a letter, or two to four digits, of the edition in force; those
/// of older editions stand behind their edition: `GB/T 4754-2002 3741`. *Cost*:
/// two bytes; edition, level and parent are one look-up; parsing is a binary
/// search. The names of 7289 and 905 of 2017 differ inside the standard itself.
///
/// ```
/// use standard_land::industry::{Edition, IndustryLevel};
/// use standard_land::IndustryCode;
///
/// let code: IndustryCode = "7514".parse()?;
/// assert_eq!(code.edition(), Edition::E2017);
/// assert_eq!(code.name_zh(), "节能技术推广服务");
/// assert_eq!(code.level(), IndustryLevel::Class);
/// assert_eq!(code.at(IndustryLevel::Division), Some("75".parse()?));
/// assert_eq!(code.section().to_string(), "M");
///
/// let bicycles = IndustryCode::new(Edition::E2002, "374")?;
/// assert_eq!(bicycles.name_zh(), "自行车制造");
/// assert_eq!(bicycles.to_string(), "GB/T 4754-2002 374");
/// assert_eq!(bicycles.to_string().parse(), Ok(bicycles));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndustryCode(u16);

/// Why a text is not a valid code of GB/T 4754.
///
/// ```
/// use standard_land::{industry::IndustryError, IndustryCode};
///
/// let parse = |given: &str| given.parse::<IndustryCode>().unwrap_err();
/// assert!(matches!(parse("75140"), IndustryError::Malformed { .. }));
/// assert!(matches!(parse("7599"), IndustryError::Unknown { .. }));
/// assert!(matches!(parse("GB/T 4754-2005 35"), IndustryError::Edition(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IndustryError {
    /// Neither one capital letter nor two to four digits.
    Malformed {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The right form, but not in the edition.
    Unknown {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The edition it was looked up in.
        edition: Edition,
    },
    /// What stands before the code is not a known edition.
    Edition(UnknownTerm),
    /// The letter is not that of the section the digits lie in.
    Section {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What the digits mean.
        code: IndustryCode,
    },
    /// The word for the level is not that of the digits.
    Level {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What the digits mean.
        code: IndustryCode,
    },
    /// A code of another edition than the set that it is put into.
    OtherEdition {
        /// The code.
        code: IndustryCode,
        /// The edition of the set.
        edition: Edition,
    },
}

/// Where the codes of an edition stand among all.
fn range_of(edition: Edition) -> Range<u16> {
    let bound = |place: usize| STARTS.get(place).copied().unwrap_or_default();
    bound(edition.index())..bound(edition.index().saturating_add(1))
}

impl IndustryCode {
    /// How many codes there are, of all levels and editions.
    #[doc(hidden)]
    pub const COUNT: usize = KEYS.len();

    /// A code of an edition, given by its letter or its digits.
    ///
    /// # Errors
    ///
    /// [`IndustryError::Malformed`], [`IndustryError::Unknown`].
    ///
    /// ```
    /// use standard_land::industry::{Edition, IndustryError};
    /// use standard_land::IndustryCode;
    ///
    /// assert_eq!(IndustryCode::new(Edition::E2017, "7514")?, "7514".parse()?);
    /// let error = IndustryCode::new(Edition::E2002, "7514").unwrap_err();
    /// assert_eq!(error.to_string(), r#""7514" is not in GB/T 4754-2002; check the code, or name another edition"#);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(edition: Edition, code: &str) -> Result<Self, IndustryError> {
        let bytes = code.as_bytes();
        let found = match bytes {
            [letter @ b'A'..=b'Z'] => SECTIONS
                .get(edition.index())
                .and_then(|sections| sections.get(usize::from(letter.wrapping_sub(b'A'))))
                .map(|index| Self(*index)),
            [_, _] | [_, _, _] | [_, _, _, _] if bytes.iter().all(u8::is_ascii_digit) => {
                let digits = bytes
                    .iter()
                    .chain(b"00")
                    .take(4)
                    .fold(0, |digits: u16, digit| {
                        digits
                            .wrapping_mul(10)
                            .wrapping_add(u16::from(digit.wrapping_sub(b'0')))
                    });
                // Four digits times four always fit.
                let level = u16::try_from(bytes.len()).unwrap_or_default();
                Self::find(
                    edition,
                    digits.wrapping_mul(4).wrapping_add(level).wrapping_sub(1),
                )
            }
            _ => {
                return Err(IndustryError::Malformed { given: quote(code) });
            }
        };
        found.ok_or_else(|| IndustryError::Unknown {
            given: quote(code),
            edition,
        })
    }

    fn find(edition: Edition, key: u16) -> Option<Self> {
        let range = range_of(edition);
        let keys = KEYS.get(usize::from(range.start)..usize::from(range.end))?;
        let place = u16::try_from(keys.binary_search(&key).ok()?).ok()?;
        Some(Self(range.start.saturating_add(place)))
    }

    /// The edition it is of.
    #[must_use]
    #[inline]
    pub fn edition(self) -> Edition {
        let [_, of_2011, of_2017, _] = STARTS;
        match self.0 {
            place if place >= of_2017 => Edition::E2017,
            place if place >= of_2011 => Edition::E2011,
            _ => Edition::E2002,
        }
    }

    #[inline]
    fn key(self) -> u16 {
        // The index is only ever made from the table it points into.
        KEYS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The name in the standard.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        let name = NAMES_OF.get(usize::from(self.0)).copied();
        NAMES.get(name.unwrap_or(u16::MAX))
    }

    /// The letter or the digits, without the edition.
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::IndustryCode;
    ///
    /// let bicycles = IndustryCode::new(Edition::E2002, "374")?;
    /// assert_eq!(bicycles.code(), "374");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn code(self) -> String {
        let digits = self.key() / 4;
        match self.level() {
            IndustryLevel::Section => {
                let sections = SECTIONS.get(self.edition().index());
                let place = sections
                    .and_then(|sections| sections.iter().position(|place| *place == self.0))
                    .and_then(|place| u8::try_from(place).ok());
                let letter = char::from(b'A'.saturating_add(place.unwrap_or_default()));
                format!("{letter}")
            }
            IndustryLevel::Division => format!("{:02}", digits / 100),
            IndustryLevel::Group => format!("{:03}", digits / 10),
            IndustryLevel::Class => format!("{digits:04}"),
        }
    }

    /// Whether it is a section, a division, a group or a class.
    #[must_use]
    #[inline]
    pub fn level(self) -> IndustryLevel {
        match self.key() % 4 {
            0 => IndustryLevel::Section,
            1 => IndustryLevel::Division,
            2 => IndustryLevel::Group,
            _ => IndustryLevel::Class,
        }
    }

    /// The code one level up; `None` for sections.
    #[must_use]
    #[inline]
    pub fn parent(self) -> Option<Self> {
        let parent = PARENTS.get(usize::from(self.0)).copied().map(Self);
        parent.filter(|parent| *parent != self)
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
        self.at(IndustryLevel::Section).unwrap_or(self)
    }

    /// One behind its last descendant.
    #[inline]
    fn end(self) -> u16 {
        ENDS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Whether it is `other` or below it; never where the editions differ.
    ///
    /// *Cost*: two comparisons.
    ///
    /// ```
    /// use standard_land::IndustryCode;
    ///
    /// let code: IndustryCode = "7514".parse()?;
    /// assert!(code.is_within("M".parse()?));
    /// assert!(!code.is_within("C".parse()?));
    /// assert!(!code.is_within("GB/T 4754-2002 M".parse()?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn is_within(self, other: Self) -> bool {
        (other.0..other.end()).contains(&self.0)
    }

    /// The codes directly below it.
    pub fn children(self) -> impl Iterator<Item = Self> {
        self.descendants()
            .filter(move |code| code.parent() == Some(self))
    }

    /// All codes below it, in order.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        (self.0.saturating_add(1)..self.end()).map(Self)
    }

    /// The classes it consists of: itself, or those below it.
    ///
    /// ```
    /// use standard_land::IndustryCode;
    ///
    /// let group: IndustryCode = "751".parse()?;
    /// assert_eq!(group.classes().count(), 8);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn classes(self) -> impl Iterator<Item = Self> {
        (self.0..self.end())
            .map(Self)
            .filter(|code| code.level() == IndustryLevel::Class)
    }

    /// All codes of an edition, in the order of the standard.
    ///
    /// ```
    /// use standard_land::industry::{Edition, IndustryLevel};
    /// use standard_land::IndustryCode;
    ///
    /// let classes = IndustryCode::all(Edition::E2017)
    ///     .filter(|code| code.level() == IndustryLevel::Class);
    /// assert_eq!(classes.count(), 1382);
    /// ```
    pub fn all(edition: Edition) -> impl Iterator<Item = Self> {
        range_of(edition).map(Self)
    }

    /// The codes of an edition whose name contains a text, in order.
    ///
    /// *Cost*: one pass over all names.
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::IndustryCode;
    ///
    /// let found: Vec<_> = IndustryCode::search(Edition::E2017, "节能技术")
    ///     .map(|code| code.to_string())
    ///     .collect();
    /// assert_eq!(found, ["7514"]);
    /// ```
    pub fn search(edition: Edition, text: &str) -> impl Iterator<Item = Self> {
        Self::all(edition).filter(move |code| code.name_zh().contains(text))
    }

    /// The codes of exactly this name in an edition; levels share names.
    pub fn named(edition: Edition, name: &str) -> impl Iterator<Item = Self> {
        Self::all(edition).filter(move |code| code.name_zh() == name)
    }

    /// Its place among all codes of its edition.
    pub(super) fn offset(self) -> usize {
        usize::from(self.0.saturating_sub(range_of(self.edition()).start))
    }

    /// The code at a place in an edition.
    pub(super) fn at_offset(edition: Edition, offset: usize) -> Option<Self> {
        let range = range_of(edition);
        let index = range.start.checked_add(u16::try_from(offset).ok()?)?;
        range.contains(&index).then_some(Self(index))
    }

    /// How many codes the edition in force has.
    pub(crate) const IN_FORCE: usize = IN_FORCE;

    /// Its place among the codes of the edition in force, if it is of that.
    #[inline]
    pub(crate) fn slot_in_force(self) -> Option<usize> {
        let [.., start, _] = STARTS;
        self.0.checked_sub(start).map(usize::from)
    }

    /// The code at a place among those of the edition in force.
    pub(crate) fn in_force_at(slot: usize) -> Option<Self> {
        Self::at_offset(Edition::E2017, slot)
    }

    /// Its place in the tables.
    pub(super) const fn place(self) -> u16 {
        self.0
    }

    /// The code at a place that the tables name.
    pub(super) const fn at_place(place: u16) -> Self {
        Self(place)
    }

    /// Its place among the codes of all editions.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The code at a place among those of all editions.
    #[doc(hidden)]
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        KEYS.get(index)?;
        u16::try_from(index).ok().map(Self)
    }
}

impl Debug for IndustryCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "IndustryCode({self} {})", self.name_zh())
    }
}

impl Display for IndustryCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.edition() {
            Edition::E2017 => f.pad(&self.code()),
            older => f.pad(&format!("{older} {}", self.code())),
        }
    }
}

impl FromStr for IndustryCode {
    type Err = IndustryError;

    fn from_str(given: &str) -> Result<Self, IndustryError> {
        match given.rsplit_once(' ') {
            Some((edition, code)) if edition.starts_with("GB/T") => {
                Self::new(edition.parse().map_err(IndustryError::Edition)?, code)
            }
            _ => Self::new(Edition::E2017, given),
        }
    }
}

string_serde!(
    IndustryCode,
    "an industry code such as \"7514\"",
    crate::described::text(
        "An industry of GB/T 4754: of 2017 with amendment 1, or behind the edition it is of.",
        "^(GB/T 4754-20(02|11|17) )?([A-T]|[0-9]{2,4})$",
        &["C", "75", "7514", "GB/T 4754-2002 35"],
    )
);
