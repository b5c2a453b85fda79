//! Where the rows of a file end.

use alloc::boxed::Box;

use super::record::Record;
use super::rejection::Rejection;
use super::total::Total;

/// Where a row ended up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is a record.
    Record(Box<Record>),
    /// It cannot be counted.
    Rejected(Box<Rejection>),
    /// It sums up other rows: checked, not counted.
    Total(Box<Total>),
    /// It says exactly what another row says.
    Repeat(Repeat),
    /// No cell has anything in it.
    Blank {
        /// Which row it is; the one after the header is 1.
        row: u64,
    },
}

/// A row that says exactly what another row says.
///
/// Rows alike are repeats only if they have a supervision number. Without one
/// each may be a parcel of its own: it is a record with the finding
/// [`AlikeWithoutNumber`](super::FindingKind::AlikeWithoutNumber), unless
/// [`Options::collapse_alike`](super::Options::collapse_alike) says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Repeat {
    /// Which row it is; the one after the header is 1.
    pub row: u64,
    /// The first row that said it.
    pub first: u64,
}
