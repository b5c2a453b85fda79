//! What is demanded of a parcel: indicators with thresholds, and how they are
//! measured.
//!
//! A parcel is *standard* land (标准地) by what is fixed before it is granted;
//! what is promised when it is, and kept, is in [`commitment`](crate::commitment).
//!
//! | term | here |
//! |---|---|
//! | 控制指标 (固定资产投资强度, 容积率, 亩均税收…) | [`Indicator`], [`CoreIndicator`] |
//! | 指标值 (`≥150万元/亩`, `/`, 一事一议, 按××文件) | [`Threshold`], [`Limits`] |
//! | 工业项目建设用地控制指标, 一县一表 | [`ControlStandard`], [`Provision`] |
//! | N+X | [`LocalStandard`], [`Loosening`] |
//! | 施行日期, 受理之日 | [`StandardHistory`], [`InForce`] |
//! | a trade of another edition of the classification | [`Demanded`] |
//! | 原则上不得低于国家标准 | [`LocalFinding`] |
//! | 约束性, 推荐性指标 | [`Force`] |
//! | 计算公式 | [`Formula`], [`Input`] |
//! | 实际值 (投资, 面积, 税收, 能耗…) | [`Performance`] |
//! | 全数值比较法, 修约值比较法 (GB/T 8170) | [`Judging`](crate::exact::Judging) |

mod cell;
mod control;
mod demanded;
mod error;
mod formula;
mod history;
mod indicator;
mod kind;
mod limits;
mod local;
mod measured;
mod messages;
mod national;
mod performance;
mod row;
#[rustfmt::skip]
mod table;
mod threshold;

pub use control::{Applicable, ControlStandard, Force, Provision, StandardError, StandardName};
pub use demanded::{Demanded, LocalFinding};
pub use error::ThresholdError;
pub use formula::{Formula, Input};
pub use history::{InForce, StandardHistory, StandardVersion};
pub use indicator::{Indicator, IndicatorError};
pub use kind::{CoreIndicator, Direction, IndicatorKind};
pub use limits::{Limit, Limits, Strictness};
pub use local::{LocalStandard, Loosened, Loosening};
pub use performance::{Floors, Investment, MeasureError, Performance, Storey};
pub use threshold::{Qualitative, Reference, Threshold};

pub(crate) use limits::Compared;
pub(crate) use performance::{not_in_unit, too_many_digits};
