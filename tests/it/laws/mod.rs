//! Laws that hold for every value, by proptest.

mod audit;
#[cfg(feature = "notices")]
mod briefing;
mod codes;
mod cross_tab;
mod exact;
mod lifecycle;
#[cfg(feature = "notices")]
mod notice;
#[cfg(feature = "rayon")]
mod parallel;
mod period;
mod quantity;
mod register;
mod report;
pub(crate) mod standard;
mod stats;
pub(crate) mod zone;
