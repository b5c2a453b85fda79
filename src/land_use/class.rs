//! Classes of land use, each of its edition.

use alloc::format;
use core::fmt::{self, Debug, Display, Formatter};
use core::iter::successors;
use core::ops::Range;
use core::str::FromStr;

use super::edition::Edition;
use super::table::{CODES, CODES_OF, NAMES, NAMES_OF, PARENTS, STARTS};
use crate::text::{Given, quote, string_serde};

/// A class of land use with its edition: a valid place in the table of one.
///
/// *Invariant*: the code is in the table of its edition. *Order*: by edition,
/// then by code. *Text*: the edition, a space, the code: `GB/T 21010-2017 0601`.
/// *Cost*: two bytes; parsing is a binary search.
///
/// ```
/// use standard_land::land_use::{Edition, LandUse};
///
/// let industrial = LandUse::new(Edition::Gbt2017, "0601")?;
/// assert_eq!(industrial.name_zh(), "工业用地");
/// assert_eq!(industrial.parent().map(LandUse::name_zh), Some("工矿仓储用地"));
/// assert_eq!(industrial.to_string().parse(), Ok(industrial));
/// assert_eq!(LandUse::new(Edition::Guide2023, "0601")?.name_zh(), "农村道路");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LandUse(u16);

/// Why a text is not a valid land-use class.
///
/// ```
/// use standard_land::land_use::{Edition, LandUse, LandUseError};
///
/// let error = LandUse::new(Edition::Gbt2017, "0699").unwrap_err();
/// assert_eq!(error.to_string(), r#""0699" is not a class of GB/T 21010-2017; check the code, or name another edition"#);
/// assert!(matches!("0601".parse::<LandUse>(), Err(LandUseError::NoEdition { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LandUseError {
    /// The code is not in the table of the edition.
    UnknownCode {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The edition it was looked up in.
        edition: Edition,
    },
    /// The text does not begin with the name of an edition.
    NoEdition {
        /// What was given, cut at 32 characters.
        given: Given,
    },
}

/// Where the classes of an edition stand among all.
fn range_of(edition: Edition) -> Range<u16> {
    let bound = |place: usize| STARTS.get(place).copied().unwrap_or_default();
    bound(edition.index())..bound(edition.index().saturating_add(1))
}

impl LandUse {
    /// How many classes there are, of all editions.
    pub(crate) const COUNT: usize = CODES_OF.len();

    /// A class of an edition, given by its code.
    ///
    /// # Errors
    ///
    /// [`LandUseError::UnknownCode`].
    pub fn new(edition: Edition, code: &str) -> Result<Self, LandUseError> {
        let range = range_of(edition);
        let codes = CODES_OF.get(usize::from(range.start)..usize::from(range.end));
        let codes = codes.unwrap_or_default();
        let place = codes.binary_search_by(|place| CODES.get(*place).cmp(code));
        let place = place.ok().and_then(|place| u16::try_from(place).ok());
        place
            .map(|place| Self(range.start.saturating_add(place)))
            .ok_or_else(|| LandUseError::UnknownCode {
                given: quote(code),
                edition,
            })
    }

    /// The edition it is of.
    #[must_use]
    pub fn edition(self) -> Edition {
        let before = |edition: &&Edition| range_of(**edition).contains(&self.0);
        let found = Edition::ALL.iter().find(before);
        // The place is only ever one of the table.
        found.copied().unwrap_or(Edition::Gbt2007)
    }

    /// The code.
    #[must_use]
    pub fn code(self) -> &'static str {
        let code = CODES_OF.get(usize::from(self.0)).copied();
        CODES.get(code.unwrap_or(u16::MAX))
    }

    /// The name in the document.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        let name = NAMES_OF.get(usize::from(self.0)).copied();
        NAMES.get(name.unwrap_or(u16::MAX))
    }

    /// How deep it is: 1 for the classes at the top, and for labels.
    #[must_use]
    pub fn level(self) -> usize {
        successors(Some(self), |class| class.parent()).count()
    }

    /// The class above it.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let parent = PARENTS.get(usize::from(self.0)).copied().map(Self);
        parent.filter(|parent| *parent != self)
    }

    /// Whether it is `other` or below it; never where the editions differ.
    ///
    /// ```
    /// use standard_land::land_use::{Edition, LandUse};
    ///
    /// let industrial = LandUse::new(Edition::Gbt2017, "0601")?;
    /// assert!(industrial.is_within(LandUse::new(Edition::Gbt2017, "06")?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        successors(Some(self), |class| class.parent()).any(|class| class == other)
    }

    /// All classes of an edition, by code.
    pub fn all(edition: Edition) -> impl Iterator<Item = Self> {
        range_of(edition).map(Self)
    }

    /// The classes of exactly this name in an edition; a few share names.
    pub fn named(edition: Edition, name: &str) -> impl Iterator<Item = Self> {
        Self::all(edition).filter(move |class| class.name_zh() == name)
    }

    /// Its place in the tables.
    pub(crate) const fn place(self) -> u16 {
        self.0
    }

    /// The class at a place that the tables name.
    pub(super) const fn at_place(place: u16) -> Self {
        Self(place)
    }

    /// The class at a place among those of all editions.
    pub(crate) fn from_place(place: usize) -> Option<Self> {
        CODES_OF.get(place)?;
        u16::try_from(place).ok().map(Self)
    }
}

impl Debug for LandUse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "LandUse({self} {})", self.name_zh())
    }
}

impl Display for LandUse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.edition(), self.code()))
    }
}

impl FromStr for LandUse {
    type Err = LandUseError;

    fn from_str(given: &str) -> Result<Self, LandUseError> {
        let of = |edition: &Edition| {
            let code = given.strip_prefix(edition.code())?.strip_prefix(' ')?;
            Some((*edition, code))
        };
        let (edition, code) =
            Edition::ALL
                .iter()
                .find_map(of)
                .ok_or_else(|| LandUseError::NoEdition {
                    given: quote(given),
                })?;
        Self::new(edition, code)
    }
}

string_serde!(
    LandUse,
    "a land use such as \"GB/T 21010-2017 0601\"",
    crate::described::text(
        "A land-use class behind the edition that defines it.",
        "^(GB/T 21010-2007 [0-9]{2,3}|GB/T 21010-2017 [0-9]{2}([0-9]{2})?|third survey [^ ]{2,6}|Guide 2023 [0-9]{2}([0-9]{2}){0,2}|landchina [0-9]{3})$",
        &["GB/T 21010-2017 0601"],
    )
);
