//! Where the rows of a file end.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::finding::Finding;
use super::record::Record;
use super::rejection::Rejection;
use super::total::Total;

/// Where a row ended up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "every row is in exactly one class; who counts rows must see a new one"
)]
pub enum Outcome {
    /// It is a record.
    Record(Box<Record>),
    /// It cannot be counted.
    Rejected(Box<Rejection>),
    /// It sums up other rows: checked, not counted.
    Total(Box<Total>),
    /// It repeats another row exactly.
    Repeat(Box<Repeat>),
    /// No cell has anything in it.
    Blank {
        /// Which row it is; the one after the header is 1.
        row: u64,
    },
}

/// A row that repeats another row exactly.
///
/// Rows alike are repeats only if they have a supervision number. Without one
/// each may be a parcel of its own: it is a record with the finding
/// [`AlikeWithoutNumber`](super::FindingKind::AlikeWithoutNumber), unless
/// [`Options::collapse_alike`](super::Options::collapse_alike) says otherwise.
///
/// ```
/// use standard_land::notice::{FindingKind, Outcome, Reader};
///
/// let file = "电子监管号,面积(公顷),成交价格(万元)\n\
///             1411212012B00017,1.5,0\n1411212012B00017,1.5,0\n";
/// let Some(Ok(Outcome::Repeat(repeat))) = Reader::new(file.as_bytes())?.last() else {
///     unreachable!("the second row says what the first one says")
/// };
/// assert_eq!((repeat.row, repeat.first), (2, 1));
/// assert_eq!(repeat.findings()[0].kind, FindingKind::NoPrice);
/// # Ok::<(), standard_land::notice::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Repeat {
    /// Which row it is; the one after the header is 1.
    pub row: u64,
    /// The first such row.
    pub first: u64,
    pub(super) findings: Vec<Finding>,
}

impl Repeat {
    /// What is odd about it, which is what is odd about the first row too. The
    /// account does not count it again.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}
