//! Sets of classes of one edition.

use core::fmt::{self, Debug, Formatter};

use super::code::{IndustryCode, IndustryError};
use super::edition::Edition;

/// Words of 64 bits, with a bit for every code of the largest edition.
const WORDS: usize = 31;

/// A set of classes of one edition of GB/T 4754.
///
/// *Invariant*: all of one edition. *Cost*: a bit for each code; nothing is
/// allocated.
///
/// ```
/// use standard_land::industry::{Edition, IndustrySet};
/// use standard_land::IndustryCode;
///
/// let set = IndustrySet::of(Edition::E2017, ["3411".parse()?, "342".parse()?])?;
/// assert_eq!(set.len(), 7);
/// assert!(set.contains("3421".parse()?));
/// // The smallest code that holds all of it, and more.
/// assert_eq!(set.smallest_code(), Some("34".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IndustrySet {
    edition: Edition,
    /// By place in the edition.
    bits: [u64; WORDS],
}

impl IndustrySet {
    /// The empty set of an edition.
    #[must_use]
    pub const fn new(edition: Edition) -> Self {
        Self {
            edition,
            bits: [0; WORDS],
        }
    }

    /// The classes of these codes.
    ///
    /// # Errors
    ///
    /// [`IndustryError::OtherEdition`] for the first code of another edition.
    pub fn of(
        edition: Edition,
        codes: impl IntoIterator<Item = IndustryCode>,
    ) -> Result<Self, IndustryError> {
        let mut set = Self::new(edition);
        for code in codes {
            set.insert(code)?;
        }
        Ok(set)
    }

    /// Puts the classes of a code in.
    ///
    /// # Errors
    ///
    /// [`IndustryError::OtherEdition`]; the set is then as it was.
    pub fn insert(&mut self, code: IndustryCode) -> Result<(), IndustryError> {
        let edition = self.edition;
        if code.edition() != edition {
            return Err(IndustryError::OtherEdition { code, edition });
        }
        for class in code.classes() {
            self.put(class);
        }
        Ok(())
    }

    /// Puts a class of the same edition in.
    pub(super) fn put(&mut self, class: IndustryCode) {
        let (word, bit) = place(class);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    fn has(&self, class: IndustryCode) -> bool {
        let (word, bit) = place(class);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The edition that the classes are of.
    #[must_use]
    pub const fn edition(&self) -> Edition {
        self.edition
    }

    /// How many classes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.classes().count()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits == [0; WORDS]
    }

    /// The classes, in the order of the standard.
    pub fn classes(&self) -> impl Iterator<Item = IndustryCode> {
        let words = (0_usize..).zip(&self.bits);
        let filled = words.filter(|(_, bits)| **bits != 0);
        filled.flat_map(move |(word, bits)| {
            let first = word.saturating_mul(64);
            (0_usize..64)
                .filter(move |bit| (bits >> bit) & 1 == 1)
                .filter_map(move |bit| {
                    IndustryCode::at_offset(self.edition, first.saturating_add(bit))
                })
        })
    }

    /// Whether all classes of a code are in it.
    #[must_use]
    pub fn contains(&self, code: IndustryCode) -> bool {
        code.edition() == self.edition && code.classes().all(|class| self.has(class))
    }

    /// Whether every class of it is in another set.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        let mut words = self.bits.iter().zip(&other.bits);
        self.edition == other.edition && words.all(|(mine, theirs)| mine & !theirs == 0)
    }

    /// Whether no class of it is in another set.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        let mut words = self.bits.iter().zip(&other.bits);
        self.edition != other.edition || words.all(|(mine, theirs)| mine & theirs == 0)
    }

    /// The lowest code that holds all of it, and perhaps more.
    ///
    /// `None` for the empty set, and where it lies in several sections.
    #[must_use]
    pub fn smallest_code(&self) -> Option<IndustryCode> {
        let mut classes = self.classes();
        let first = classes.next()?;
        let last = classes.last().unwrap_or(first);
        // What holds the first and the last of an order holds all between.
        core::iter::once(first)
            .chain(first.ancestors())
            .find(|code| last.is_within(*code))
    }
}

/// The word and the bit of a class.
fn place(class: IndustryCode) -> (usize, u64) {
    let offset = class.offset();
    (offset / 64, 1 << (offset % 64))
}

impl Debug for IndustrySet {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.classes()).finish()
    }
}

impl From<IndustryCode> for IndustrySet {
    /// The classes that a code consists of.
    fn from(code: IndustryCode) -> Self {
        let mut set = Self::new(code.edition());
        for class in code.classes() {
            set.put(class);
        }
        set
    }
}
