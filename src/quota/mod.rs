//! The annual land plan (用地计划指标): what was applied for, and what became of it.
//!
//! | term | here |
//! |---|---|
//! | 申请, 批准, 不予批准, 使用 | [`PlanEntry`] |
//! | 申请数, 批准数, 待批数, 已用数, 结余数 | [`Quota`] |
//! | 开发区 | [`ZoneName`] |
//! | 年度土地利用计划 | [`LandPlan`] |
//! | 结转, 失效 | [`CarryOver`], [`Closing`] |

mod balance;
mod error;
mod messages;
mod plan;

pub use balance::Quota;
pub use error::{PlanEntry, QuotaError, ZoneName};
pub use plan::{CarryOver, Closing, LandPlan};
