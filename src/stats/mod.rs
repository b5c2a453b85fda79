//! Allocation statistics: exact, mergeable, with a named denominator.
//!
//! | term | here |
//! |---|---|
//! | 宗数, 面积 | [`Tally`] |
//! | 按行业 (地区, 年度, 企业) 分 | [`Breakdown`], [`Key`] |
//! | 占比 (按宗数, 按面积) | [`Breakdown::shares`], [`Tally::share_by_area`] |
//! | 占谁的比 | [`Whole`] |

mod breakdown;
mod columns;
mod grants;
mod key;
mod tally;

use alloc::string::String;

pub use breakdown::{Breakdown, Row, ShareRow, Whole};
pub use key::Key;
pub use tally::Tally;

use crate::quantity::Area;

/// Why something cannot be counted.
///
/// ```
/// use standard_land::{stats::StatsError, Area, Tally};
///
/// let mut tally = Tally::one(Area::MAX);
/// let error = tally.push("1 ha".parse()?).unwrap_err();
/// assert!(matches!(error, StatsError::OutOfRange { .. }));
/// assert_eq!(tally, Tally::one(Area::MAX)); // as it was
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum StatsError {
    /// The count or the area of the result cannot be held.
    #[error("{given} is outside of what a tally holds")]
    OutOfRange {
        /// The operation that was asked for.
        given: String,
    },
    /// An area of no parcels.
    #[error("{area} of no parcels cannot be counted")]
    AreaWithoutParcels {
        /// The area.
        area: Area,
    },
    /// Two columns of different length.
    #[error("{keys} keys do not go with {areas} areas")]
    ColumnsDiffer {
        /// How many keys were given.
        keys: usize,
        /// How many areas were given.
        areas: usize,
    },
    /// A stored breakdown has a row twice, or an empty one.
    #[error("a row of the breakdown is empty or there twice")]
    RowRepeated,
}
