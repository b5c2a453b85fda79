//! Where a figure or a rule comes from, and how sure that is.
//!
//! Rules of offices differ from place to place and change. A figure that was
//! not read in its document is not a constant here: it is a value that says
//! where it comes from, and that its user may replace.

use core::fmt::{self, Display, Formatter};

use crate::text::{label, terms};

terms! {
    /// How sure it is that a figure or a rule is as it stands here.
    ///
    /// ```
    /// use standard_land::source::Certainty;
    ///
    /// assert!(Certainty::Seen < Certainty::Doubtful);
    /// assert_eq!("remembered".parse::<Certainty>()?, Certainty::Remembered);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Certainty("a certainty", "可靠程度") {
        /// Read in the document, or in a report of it.
        Seen = "seen", "已核对";
        /// Not compared with a source yet; likely right.
        Remembered = "remembered", "待核对";
        /// Sources or readings differ, or there is no source.
        Doubtful = "doubtful", "存疑";
    }
}

label! {
    /// The number or name of a document, as printed on it.
    ///
    /// ```
    /// use standard_land::source::DocumentId;
    ///
    /// let id: DocumentId = "地字第141121202400007号".parse()?;
    /// assert_eq!(id.as_str(), "地字第141121202400007号");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    DocumentId, limit 100, expecting "the number of a document",
    example "D-1"
}

label! {
    /// The document and clause that something rests on, as one line.
    ///
    /// ```
    /// use standard_land::source::Source;
    ///
    /// let source: Source = "闲置土地处置办法 (2012) art. 2".parse()?;
    /// assert_eq!(source.to_string(), "闲置土地处置办法 (2012) art. 2");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Source, limit 300, expecting "a document and its clause",
    example "闲置土地处置办法 (2012) art. 2"
}

impl Source {
    /// For texts of this crate, which are known to be valid.
    pub(crate) fn cited(text: &'static str) -> Self {
        Self(text.into())
    }
}

/// A figure, or a choice, with its source.
///
/// ```
/// use standard_land::source::{Certainty, Sourced};
/// use standard_land::Ratio;
///
/// let rate = Sourced::new(Ratio::new(20, 100)?, "art. 14".parse()?, Certainty::Remembered);
/// assert_eq!(rate.to_string(), "1/5 (art. 14, remembered)");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Sourced_of_{T}", transform = crate::described::brief)
)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Sourced<T> {
    /// The figure.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
    /// How sure that is.
    pub certainty: Certainty,
}

impl<T> Sourced<T> {
    /// A figure with its source.
    pub const fn new(value: T, source: Source, certainty: Certainty) -> Self {
        Self {
            value,
            source,
            certainty,
        }
    }

    /// A figure of this crate.
    pub(crate) fn cited(value: T, source: &'static str, certainty: Certainty) -> Self {
        Self::new(value, Source::cited(source), certainty)
    }
}

impl<T: Display> Display for Sourced<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {})", self.value, self.source, self.certainty)
    }
}
