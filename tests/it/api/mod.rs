//! What each module promises, example by example.

pub(crate) mod agency;
#[cfg(feature = "notices")]
mod areas;
mod assessment;
mod audit;
mod briefing;
mod briefing_doubt;
mod briefing_lines;
pub(crate) mod briefing_page;
mod briefing_partners;
#[cfg(feature = "svg")]
pub(crate) mod chart;
mod computed;
mod enterprise;
pub(crate) mod evaluation;
mod exact;
mod filter;
#[cfg(feature = "gbk")]
mod gbk;
mod in_force;
mod industry;
mod keys;
mod land_use;
mod lateness;
pub(crate) mod lifecycle;
#[cfg(feature = "notices")]
mod listing;
#[cfg(feature = "notices")]
mod notice;
#[cfg(feature = "notices")]
mod notice_heads;
#[cfg(feature = "notices")]
mod notice_rows;
mod oversight;
mod parcel_allocation;
mod performance;
mod period;
mod physical;
pub(crate) mod pricing;
mod quantity;
pub(crate) mod quota;
mod rates;
mod region;
mod register;
#[cfg(feature = "notices")]
mod repeats;
pub(crate) mod report;
mod report_forms;
mod schemes;
mod standard;
mod stats;
#[cfg(feature = "notices")]
mod stray_quotes;
#[cfg(feature = "notices")]
mod totals;
mod trend;

pub(crate) use crate::given::{
    allocation, block, enterprise, founding, parcel, parse, rows, tally,
};
