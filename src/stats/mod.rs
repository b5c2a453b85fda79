//! Allocation statistics: exact, mergeable, with a named denominator.
//!
//! | term | here |
//! |---|---|
//! | 宗数, 面积 | [`Tally`] |
//! | 按行业 (地区, 年度, 企业) 分 | [`Breakdown`], [`Key`]; of what is [`Counted`] |
//! | 占比 (按宗数, 按面积) | [`Breakdown::shares`], [`Tally::share_by_area`] |
//! | 占谁的比 | [`Whole`], [`CellWhole`] |
//! | 交叉表, 合计 | [`CrossTab`], [`CrossTab::row_margin`] |
//! | 符合条件的, 不详的 | [`Facts`], [`Fit`], [`Sifted`] |
//! | 逐期, 累计 | [`Trend`], [`Trend::cumulative`] |
//! | 环比, 同比, 定基 | [`Against`], [`Growth`] |
//! | 开工率, 竣工率, 达产率 | [`Progress`], of a [`Denominator`]: a [`Rate`] |
//! | 闲置率 | [`Rate`] |
//! | 供地率, 批而未供 | [`Supply`], of a [`SupplyBase`] |
//! | 前 k 名占比, 赫芬达尔指数, 洛伦兹曲线, 基尼系数 | [`Concentration`] |
//! | 亩均地价 (投资, 产出, 税收), 中位数, 分位数 | [`Sample`] |
//! | 距目标还差多少 | [`Target`], judged by full value or rounded |

mod breakdown;
mod cells;
mod columns;
mod cross_tab;
mod filter;
mod concentration;
mod grants;
mod growth;
mod key;
mod messages;
#[cfg(feature = "rayon")]
mod parallel;
mod tally;
mod trend;
mod progress;
mod rate;
mod sample;
mod target;

use crate::text::Given;
use alloc::boxed::Box;
use jiff::civil::Date;

pub use breakdown::{Breakdown, Row, ShareRow, Whole};
pub use concentration::{By, Concentration, Held};
pub use cross_tab::{CellWhole, CrossCell, CrossTab, ShareCell};
pub use filter::{Facts, Fit, Sifted};
pub use growth::{Against, Growth};
pub use progress::{Progress, StepDates, Undated};
pub use rate::{Denominator, Rate, Supply, SupplyBase};
pub use sample::{Interpolation, Pick, Sample, SampleError, Value};
pub use tally::{Counted, Tally};
pub use target::{Growing, Reach, Target, Unreachable};
pub use trend::Trend;

pub use crate::key::{AnyKey, Key};

use crate::calendar::Period;
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatsError {
    /// The count or the area of the result cannot be held.
    OutOfRange {
        /// The operation that was asked for.
        given: Given,
    },
    /// An area of no parcels.
    AreaWithoutParcels {
        /// The area.
        area: Area,
    },
    /// Two columns of different length.
    ColumnsDiffer {
        /// How many keys were given.
        keys: usize,
        /// How many areas were given.
        areas: usize,
    },
    /// A stored breakdown has a row twice, or an empty one.
    RowRepeated,
    /// A stored cross table has a cell twice, or an empty one.
    CellRepeated,
    /// A stored trend has a period twice.
    PeriodRepeated,
    /// Two periods of a trend have days in common.
    PeriodsOverlap {
        /// The one that begins first.
        period: Period,
        /// The other one.
        other: Period,
    },
    /// A period of which a trend does not know everything.
    PeriodMissing {
        /// The period.
        period: Period,
    },
    /// The calendar begins with this period.
    NothingBefore {
        /// The period.
        period: Period,
    },
    /// Growth from zero has no rate.
    GrowthFromZero {
        /// What there was.
        from: Box<Tally>,
        /// What there is.
        to: Box<Tally>,
    },
    /// Progress of different days.
    DaysDiffer {
        /// The day of the progress that was to grow.
        this: Date,
        /// The day of the other one.
        other: Date,
    },
    /// A part that its whole cannot contain.
    PartExceedsWhole {
        /// The part.
        part: Box<Tally>,
        /// The whole.
        whole: Box<Tally>,
    },
    /// More land was supplied than there was.
    SuppliedExceeds {
        /// Which land was available.
        base: SupplyBase,
        /// How much there was.
        available: Area,
        /// How much was supplied.
        supplied: Area,
    },
}
