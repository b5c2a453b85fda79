//! What was promised with a parcel, and whether it was kept.
//!
//! A parcel is *standard* land (标准地) by what is fixed before it is granted
//! and promised when it is: indicators with thresholds.
//!
//! | term | here |
//! |---|---|
//! | 控制指标 (固定资产投资强度, 容积率, 亩均税收…) | [`Indicator`], [`CoreIndicator`] |
//! | 单位 (万元/亩, 吨标准煤/万元…) | [`Unit`], [`Amount`] |
//! | 指标值 (`≥150万元/亩`, `/`, 一事一议, 按××文件) | [`Threshold`], [`Limits`] |
//! | 计算公式 | [`Formula`], [`Input`] |

mod amount;
mod cell;
mod formula;
mod indicator;
mod limits;
mod threshold;
mod unit;

pub use amount::{Amount, AmountError};
pub use formula::{Formula, Input};
pub use indicator::{CoreIndicator, Direction, Indicator, IndicatorError, IndicatorKind};
pub use limits::{Judging, Limit, Limits, Strictness};
pub use threshold::{Qualitative, Reference, Threshold, ThresholdError};
pub use unit::{Measure, Unit, UnitError};
