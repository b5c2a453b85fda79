//! The categories of a scheme, by the numbers that it gives them.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::text::{Terms, UnknownTerm, terms};

terms! {
    /// The three levels of a category scheme.
    ///
    /// ```
    /// use standard_land::industry::CategoryLevel;
    ///
    /// assert_eq!("中类".parse::<CategoryLevel>()?, CategoryLevel::Middle);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum CategoryLevel("a level of a category scheme", "分类方案的层级") {
        /// The widest categories.
        Large = "large", "大类";
        /// Those below them.
        Middle = "middle", "中类";
        /// The narrowest ones.
        Small = "small", "小类";
    }
}

/// The number of a category in its scheme: `01`, `011`, `0111`.
///
/// *Invariant*: 1 to 16 ASCII digits, perhaps in groups with a full stop
/// between two (`1.1.10`). *Order*: that of the text.
///
/// ```
/// use standard_land::industry::CategoryNumber;
///
/// let middle: CategoryNumber = "011".parse()?;
/// assert!(middle.is_within(&"01".parse()?));
/// assert!(!middle.is_within(&"02".parse()?));
/// assert!("研发".parse::<CategoryNumber>().is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryNumber(Box<str>);

impl CategoryNumber {
    /// The most characters it may have.
    pub const MAX_CHARACTERS: usize = 16;

    /// The number, as printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `other` or a number below it.
    ///
    /// The number below begins with that above it; groups are not cut, so that
    /// `10.1` is not below `1`.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        match self.0.strip_prefix(other.as_str()) {
            Some("") => true,
            Some(rest) => !self.0.contains('.') || rest.starts_with('.'),
            None => false,
        }
    }
}

impl Display for CategoryNumber {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for CategoryNumber {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for CategoryNumber {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        let is_group =
            |group: &str| !group.is_empty() && group.bytes().all(|digit| digit.is_ascii_digit());
        if given.len() <= Self::MAX_CHARACTERS && given.split('.').all(is_group) {
            return Ok(Self(given.into()));
        }
        Err(UnknownTerm::new(&NUMBERS, given))
    }
}

static NUMBERS: Terms =
    Terms::unlisted("a category number such as \"0111\"", "“0111”样式的类别编号");

/// A category of a scheme.
///
/// See [`SchemeTable::categories`](super::SchemeTable::categories).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SchemeCategory {
    pub(super) number: CategoryNumber,
    pub(super) level: CategoryLevel,
    pub(super) name: Option<String>,
}

impl SchemeCategory {
    /// Its number.
    #[must_use]
    pub const fn number(&self) -> &CategoryNumber {
        &self.number
    }

    /// Its level.
    #[must_use]
    pub const fn level(&self) -> CategoryLevel {
        self.level
    }

    /// Its name, if the table names it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}
