//! The industry labels of the site that publishes the notices.
//!
//! They are the names of GB/T 4754-2002, a few of them misspelt, and two labels
//! of the site's own. None is a name of a later edition without being one of
//! 2002: read in a later edition, a third of them would mean something else.

use super::label_reading::{LabelReading, LabelRow};
use super::label_table::LABELS;
use crate::industry::{Carried, Edition, IndustryCode};

/// A label of the publishing site, and the code that it means.
///
/// Labels are names of GB/T 4754-2002, so their codes are of that edition;
/// [`carried_to`](IndustryLabel::carried_to) says what became of one. A name
/// that several levels share means the highest; the classes are the same.
///
/// ```
/// use standard_land::industry::Edition;
/// use standard_land::notice::{IndustryLabel, LabelReading};
///
/// let bicycles = IndustryLabel::find("自行车制造").expect("a published label");
/// assert_eq!(bicycles.reading(), LabelReading::Name);
/// assert_eq!(bicycles.code(), Some("GB/T 4754-2002 374".parse()?));
/// let carried = bicycles.carried_to(Edition::E2017).expect("it has a code");
/// assert_eq!(carried.to_string(), "in 37 of GB/T 4754-2017, which holds more");
///
/// // Misspelt: the code is likely, but not certain.
/// let paper = IndustryLabel::find("造纸及纸质品业").expect("a published label");
/// assert_eq!(paper.code(), None);
/// assert_eq!(paper.likely_code(), Some("GB/T 4754-2002 22".parse()?));
///
/// // A seventh of all industrial grants.
/// let other = IndustryLabel::find("其它").expect("a published label");
/// assert_eq!(other.reading(), LabelReading::SiteOnly);
/// assert_eq!(IndustryLabel::all().count(), 140);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IndustryLabel(&'static LabelRow);

impl IndustryLabel {
    /// The published label of exactly this wording.
    #[must_use]
    pub fn find(label: &str) -> Option<Self> {
        let found = LABELS.binary_search_by_key(&label, |(known, ..)| known);
        LABELS.get(found.ok()?).map(Self)
    }

    /// All published labels, by their bytes.
    pub fn all() -> impl Iterator<Item = Self> {
        LABELS.iter().map(Self)
    }

    /// The label.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.0
    }

    /// The code of GB/T 4754-2002 that it certainly means.
    ///
    /// `None` for labels that are misspelt and for the site's own.
    #[must_use]
    pub fn code(self) -> Option<IndustryCode> {
        self.likely_code()
            .filter(|_| self.reading() == LabelReading::Name)
    }

    /// The same, also where the label is misspelt.
    #[must_use]
    pub fn likely_code(self) -> Option<IndustryCode> {
        IndustryCode::from_index(usize::from(self.0.1?))
    }

    /// How it was read: how sure the code is.
    #[must_use]
    pub const fn reading(self) -> LabelReading {
        self.0.2
    }

    /// What the code that it certainly means is in another edition.
    #[must_use]
    pub fn carried_to(self, edition: Edition) -> Option<Carried> {
        self.code().map(|code| code.carried_to(edition))
    }
}
