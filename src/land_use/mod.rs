//! Land-use classes; the edition of the classification is part of the type.
//!
//! | term | here |
//! |---|---|
//! | 土地利用现状分类 GB/T 21010-2017 | [`LandUse2017`] |
//! | 国土空间调查、规划、用途管制用地用海分类指南 (2023) | [`LandUse2023`] |
//! | a class of either | [`LandUse`] |
//!
//! The same digits mean different things in the two editions: `0601` is
//! industrial land in one and a rural road in the other.

#[rustfmt::skip]
mod table;

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::hash::Hash;
use core::iter::successors;
use core::marker::PhantomData;
use core::str::FromStr;

use crate::text::{quote, string_serde};

/// An edition of a land-use classification. Implemented in this crate only.
pub trait Edition: sealed::Table + Copy + Ord + Hash + Debug + 'static {
    /// The short name that stands before a code in text: `GB/T 21010-2017`.
    const NAME: &'static str;
    /// The title of the document.
    const TITLE_ZH: &'static str;
}

mod sealed {
    pub trait Table {
        const ROWS: &'static [(&'static str, &'static str)];
    }
}

/// GB/T 21010-2017 土地利用现状分类: 12 classes, 73 below them.
///
/// The wording of 0807 and 0809 differs between copies of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gbt21010 {}

impl Edition for Gbt21010 {
    const NAME: &'static str = "GB/T 21010-2017";
    const TITLE_ZH: &'static str = "土地利用现状分类";
}

impl sealed::Table for Gbt21010 {
    const ROWS: &'static [(&'static str, &'static str)] = &table::GBT_21010;
}

/// The land-and-sea-use guide of 2023: 24 classes, 111 and 40 below them.
///
/// The official count may have two second-level classes more than this table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guide2023 {}

impl Edition for Guide2023 {
    const NAME: &'static str = "Guide 2023";
    const TITLE_ZH: &'static str = "国土空间调查、规划、用途管制用地用海分类指南";
}

impl sealed::Table for Guide2023 {
    const ROWS: &'static [(&'static str, &'static str)] = &table::GUIDE_2023;
}

/// A class of GB/T 21010-2017.
pub type LandUse2017 = LandUseCode<Gbt21010>;

/// A class of the guide of 2023.
pub type LandUse2023 = LandUseCode<Guide2023>;

/// A class of one edition: a valid place in its table, one byte.
///
/// *Invariant*: the code is in the table. *Order*: as in the table. *Text*:
/// the digits.
///
/// ```
/// use standard_land::land_use::{LandUse2017, LandUse2023};
///
/// let industrial: LandUse2017 = "0601".parse()?;
/// assert_eq!(industrial.name_zh(), "工业用地");
/// assert_eq!(industrial.parent().map(|class| class.name_zh()), Some("工矿仓储用地"));
/// assert_eq!("0601".parse::<LandUse2023>()?.name_zh(), "农村道路");
/// # Ok::<(), standard_land::land_use::LandUseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LandUseCode<E> {
    index: u8,
    edition: PhantomData<E>,
}

/// Why a text is no land-use class.
///
/// ```
/// use standard_land::land_use::{LandUse, LandUse2017, LandUseError};
///
/// let error = "0699".parse::<LandUse2017>().unwrap_err();
/// assert_eq!(error.to_string(), r#""0699" is no class of GB/T 21010-2017"#);
/// assert!(matches!("0601".parse::<LandUse>(), Err(LandUseError::NoEdition { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum LandUseError {
    /// The code is not in the table of the edition.
    #[error("{given:?} is no class of {edition}")]
    UnknownCode {
        /// What was given, cut at 32 characters.
        given: String,
        /// The edition it was looked up in.
        edition: &'static str,
    },
    /// The text does not begin with the name of an edition.
    #[error("{given:?} names no edition, as in \"GB/T 21010-2017 0601\"")]
    NoEdition {
        /// What was given, cut at 32 characters.
        given: String,
    },
}

impl<E: Edition> LandUseCode<E> {
    fn row(self) -> (&'static str, &'static str) {
        // The index is only ever made from the table it points into.
        E::ROWS
            .get(usize::from(self.index))
            .copied()
            .unwrap_or_default()
    }

    fn at(index: usize) -> Option<Self> {
        E::ROWS.get(index)?;
        Some(Self {
            index: u8::try_from(index).ok()?,
            edition: PhantomData,
        })
    }

    fn find(code: &str) -> Option<Self> {
        let found = E::ROWS.binary_search_by_key(&code, |(code, _)| code);
        Self::at(found.ok()?)
    }

    /// The digits.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The name in the document.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        self.row().1
    }

    /// How deep it is: 1 for the classes at the top.
    #[must_use]
    pub fn level(self) -> usize {
        self.code().len() / 2
    }

    /// The class above it.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let code = self.code();
        Self::find(code.get(..code.len().saturating_sub(2))?)
    }

    /// Whether it is `other` or below it.
    ///
    /// ```
    /// use standard_land::land_use::LandUse2017;
    ///
    /// let industrial: LandUse2017 = "0601".parse()?;
    /// assert!(industrial.is_within("06".parse()?));
    /// # Ok::<(), standard_land::land_use::LandUseError>(())
    /// ```
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        successors(Some(self), |class| class.parent()).any(|class| class == other)
    }

    /// All classes, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..E::ROWS.len()).filter_map(Self::at)
    }

    /// The classes of exactly this name; a few names repeat across levels.
    pub fn named(name: &str) -> impl Iterator<Item = Self> {
        Self::all().filter(move |class| class.name_zh() == name)
    }
}

impl<E: Edition> Display for LandUseCode<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl<E: Edition> FromStr for LandUseCode<E> {
    type Err = LandUseError;

    fn from_str(given: &str) -> Result<Self, LandUseError> {
        Self::find(given).ok_or_else(|| LandUseError::UnknownCode {
            given: quote(given),
            edition: E::NAME,
        })
    }
}

#[cfg(feature = "serde")]
impl<E: Edition> serde::Serialize for LandUseCode<E> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de, E: Edition> serde::Deserialize<'de> for LandUseCode<E> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::from_string(deserializer, "a land-use code such as \"0601\"")
    }
}

/// A land-use class of either edition, which it names.
///
/// *Text*: the edition, a space, the code: `GB/T 21010-2017 0601`.
///
/// ```
/// use standard_land::land_use::LandUse;
///
/// let industrial: LandUse = "GB/T 21010-2017 0601".parse()?;
/// let also: LandUse = "Guide 2023 1001".parse()?;
/// assert_eq!(industrial.name_zh(), also.name_zh());
/// assert_ne!(industrial, also);
/// # Ok::<(), standard_land::land_use::LandUseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LandUse {
    /// By GB/T 21010-2017.
    Gbt21010(LandUse2017),
    /// By the guide of 2023.
    Guide2023(LandUse2023),
}

impl LandUse {
    /// The name in the document.
    #[must_use]
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Gbt21010(class) => class.name_zh(),
            Self::Guide2023(class) => class.name_zh(),
        }
    }

    /// The edition's short name.
    #[must_use]
    pub const fn edition(self) -> &'static str {
        match self {
            Self::Gbt21010(_) => Gbt21010::NAME,
            Self::Guide2023(_) => Guide2023::NAME,
        }
    }

    /// The digits.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Gbt21010(class) => class.code(),
            Self::Guide2023(class) => class.code(),
        }
    }
}

impl From<LandUse2017> for LandUse {
    fn from(class: LandUse2017) -> Self {
        Self::Gbt21010(class)
    }
}

impl From<LandUse2023> for LandUse {
    fn from(class: LandUse2023) -> Self {
        Self::Guide2023(class)
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
        let code = |edition| given.strip_prefix(edition)?.strip_prefix(' ');
        if let Some(code) = code(Gbt21010::NAME) {
            code.parse().map(Self::Gbt21010)
        } else if let Some(code) = code(Guide2023::NAME) {
            code.parse().map(Self::Guide2023)
        } else {
            Err(LandUseError::NoEdition {
                given: quote(given),
            })
        }
    }
}

string_serde!(LandUse, "a land use such as \"GB/T 21010-2017 0601\"");
