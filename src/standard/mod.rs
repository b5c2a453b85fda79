//! What was promised with a parcel, and whether it was kept.
//!
//! A parcel is *standard* land (标准地) by what is fixed before it is granted
//! and promised when it is: indicators with thresholds, checked twice.
//!
//! | term | here |
//! |---|---|
//! | 控制指标 (固定资产投资强度, 容积率, 亩均税收…) | [`Indicator`], [`CoreIndicator`] |
//! | 单位 (万元/亩, 吨标准煤/万元…) | [`Unit`], [`Amount`] |
//! | 指标值 (`≥150万元/亩`, `/`, 一事一议, 按××文件) | [`Threshold`], [`Limits`] |
//! | 工业项目建设用地控制指标, 一县一表 | [`ControlStandard`], [`Provision`] |
//! | N+X | [`LocalStandard`], [`Loosening`] |
//! | 约束性, 推荐性指标 | [`Force`] |
//! | 标准地投资建设协议 | [`Commitment`], [`Promise`] |
//! | 计算公式 | [`Formula`], [`Input`] |
//! | 竣工验收, 达产复核 | [`Acceptance`], [`Performance`], [`Assessment`] |
//! | 全数值比较法, 修约值比较法 (GB/T 8170) | [`Judging`](crate::exact::Judging) |

mod amount;
mod assessment;
mod cell;
mod commitment;
mod control;
mod formula;
mod indicator;
mod limits;
mod local;
mod measured;
mod national;
mod performance;
#[rustfmt::skip]
mod table;
mod threshold;
mod trade;
mod unit;

pub use amount::{Amount, AmountError};
pub use assessment::{Assessment, AssessmentError, Judgement, Outcome, Overall, Shortfall};
pub use commitment::{
    Acceptance, AgreedDates, AgreedStep, Commitment, CommitmentError, Deviation, Promise,
};
pub use control::{
    Applicable, Certainty, ControlStandard, Document, Force, Provision, StandardError,
};
pub use formula::{Formula, Input};
pub use indicator::{CoreIndicator, Direction, Indicator, IndicatorError, IndicatorKind};
pub use limits::{Limit, Limits, Strictness};
pub use local::{LocalStandard, Loosened, Loosening};
pub use performance::{Floors, Investment, MeasureError, Performance, Storey};
pub use threshold::{Qualitative, Reference, Threshold, ThresholdError};
pub use trade::{Classification, Trade, TradeError};
pub use unit::{Measure, Unit, UnitError};
