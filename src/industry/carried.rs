//! What became of a code in another edition.

use core::fmt::{self, Display, Formatter};

use super::code::IndustryCode;
use super::comparison_row::{after, before};
use super::edition::Edition;
use super::set::IndustrySet;

/// What a code, or a set of codes, is in another edition.
///
/// *Source*: the official comparison tables, which say which classes share
/// activities. From 2002 to 2017 there is no table: such a way leads through
/// 2011, and is an upper bound, since a part of a part may be empty.
///
/// ```
/// use standard_land::industry::Edition;
/// use standard_land::IndustryCode;
///
/// // Bicycles of 2002 lie in four classes of 2017, which only 37 holds.
/// let bicycles = IndustryCode::new(Edition::E2002, "374")?;
/// let carried = bicycles.carried_to(Edition::E2017);
/// assert_eq!(carried.smallest_code(), Some("37".parse()?));
/// assert!(!carried.is_all()); // 37 holds more than bicycles
/// assert!(carried.is_upper_bound());
/// let classes: Vec<String> = carried.classes().map(|class| class.code()).collect();
/// assert_eq!(classes, ["3761", "3762", "3770", "3780"]);
///
/// let tobacco = IndustryCode::new(Edition::E2002, "16")?;
/// let carried = tobacco.carried_to(Edition::E2017);
/// assert_eq!(carried.smallest_code(), Some("16".parse()?));
/// assert!(carried.is_all());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Carried {
    from: IndustrySet,
    to: IndustrySet,
    smallest: Option<IndustryCode>,
    is_all: bool,
}

impl Carried {
    fn new(from: IndustrySet, edition: Edition) -> Self {
        let to = from.clone().moved_to(edition);
        let smallest = to.smallest_code();
        let is_all = smallest.is_some_and(|code| {
            to.contains(code)
                && to.clone().moved_to(from.edition()).is_subset(&from)
                && unmatched(&from, edition).next().is_none()
        });
        Self {
            from,
            to,
            smallest,
            is_all,
        }
    }

    /// The edition it was carried to.
    #[must_use]
    pub const fn edition(&self) -> Edition {
        self.to.edition()
    }

    /// The lowest code that holds all of it.
    ///
    /// `None` where only several sections together do, and where nothing of it
    /// has a counterpart.
    #[must_use]
    pub const fn smallest_code(&self) -> Option<IndustryCode> {
        self.smallest
    }

    /// Whether that code holds all of it and nothing else.
    #[must_use]
    pub const fn is_all(&self) -> bool {
        self.is_all
    }

    /// Whether some of the classes may hold nothing of it.
    ///
    /// So it is with ways over an edition between; the comparison table of
    /// neighbours names only classes that do.
    #[must_use]
    pub fn is_upper_bound(&self) -> bool {
        let steps = self.from.edition().index().abs_diff(self.edition().index());
        steps > 1
    }

    /// The classes of the other edition that share activities with it.
    pub fn classes(&self) -> impl Iterator<Item = IndustryCode> {
        self.to.classes()
    }

    /// The same classes, as a set.
    #[must_use]
    pub const fn set(&self) -> &IndustrySet {
        &self.to
    }

    /// What was carried.
    #[must_use]
    pub const fn from(&self) -> &IndustrySet {
        &self.from
    }

    /// The classes of it that have no counterpart: 9231 of 2017.
    pub fn unmatched(&self) -> impl Iterator<Item = IndustryCode> {
        unmatched(&self.from, self.edition())
    }
}

impl Display for Carried {
    /// `16 of GB/T 4754-2017`, or `in 37 of GB/T 4754-2017, which holds more`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let edition = self.edition();
        match (self.smallest, self.is_all) {
            (None, _) if self.to.is_empty() => write!(f, "nothing in {edition}"),
            (None, _) => write!(f, "in several sections of {edition}"),
            (Some(code), true) => write!(f, "{} of {edition}", code.code()),
            (Some(code), false) => {
                write!(f, "in {} of {edition}, which holds more", code.code())
            }
        }
    }
}

/// The classes of a set that have no counterpart in an edition.
fn unmatched(from: &IndustrySet, edition: Edition) -> impl Iterator<Item = IndustryCode> {
    from.classes().filter(move |class| {
        let class = IndustrySet::from(*class);
        class.moved_to(edition).is_empty()
    })
}

impl IndustrySet {
    /// What it is in another edition.
    #[must_use]
    pub fn carried_to(&self, edition: Edition) -> Carried {
        Carried::new(self.clone(), edition)
    }

    /// Step by step, from each edition to its neighbour.
    fn moved_to(mut self, edition: Edition) -> Self {
        loop {
            let (table, next) = match self.edition() {
                now if now < edition => (after(now), now.next()),
                now if now > edition => (before(now), now.previous()),
                _ => return self,
            };
            let (Some(table), Some(next)) = (table, next) else {
                return self;
            };
            let mut moved = Self::new(next);
            for class in self.classes() {
                if next > self.edition() {
                    for (_, newer, _) in table.with_older(class) {
                        moved.put(IndustryCode::at_place(newer));
                    }
                } else {
                    for (older, ..) in table.with_newer(class) {
                        moved.put(IndustryCode::at_place(older));
                    }
                }
            }
            self = moved;
        }
    }
}

impl IndustryCode {
    /// What it is in another edition.
    ///
    /// *Cost*: a search for each of its classes; carry what a file repeats once.
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::IndustryCode;
    ///
    /// let vehicles: IndustryCode = "36".parse()?;
    /// let carried = vehicles.carried_to(Edition::E2011);
    /// assert_eq!(carried.to_string(), "36 of GB/T 4754-2011");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn carried_to(self, edition: Edition) -> Carried {
        IndustrySet::from(self).carried_to(edition)
    }
}
