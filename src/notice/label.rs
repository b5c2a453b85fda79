//! The industry labels of the site that publishes the notices.
//!
//! They mix the wordings of the 2002, 2011 and 2017 editions of GB/T 4754 with
//! labels of the site's own.

use super::label_table::{LABELS, LabelRow};
use crate::industry::IndustryCode;

/// A label of the publishing site, and the code it certainly means, if any.
///
/// A match is certain where the 2017 edition has the same wording, or where a
/// division or group of an older edition was renamed and everything in it
/// stayed together. Everything else stays a label: `其它` is a seventh of all
/// industrial grants.
///
/// ```
/// use standard_land::notice::IndustryLabel;
///
/// let label = IndustryLabel::find("化学原料及化学制品制造业").expect("a published label");
/// assert_eq!(label.code().map(|code| code.to_string()), Some("26".to_owned()));
/// assert_eq!(label.basis(), "GB/T 4754-2002: 26; renamed since");
///
/// let other = IndustryLabel::find("其它").expect("a published label");
/// assert_eq!(other.code(), None);
/// assert_eq!(IndustryLabel::all().count(), 140);
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

    /// The code that it certainly means.
    #[must_use]
    pub fn code(self) -> Option<IndustryCode> {
        IndustryCode::from_index(usize::from(self.0.1?))
    }

    /// Why the match is certain; empty where there is none.
    #[must_use]
    pub const fn basis(self) -> &'static str {
        self.0.2
    }
}
