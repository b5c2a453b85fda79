//! Laws that hold for every value, by proptest.

mod codes;
mod cross_tab;
mod exact;
mod lifecycle;
#[cfg(feature = "csv")]
mod notice;
#[cfg(feature = "rayon")]
mod parallel;
mod period;
mod quantity;
mod register;
pub(crate) mod standard;
mod report;
mod stats;
pub(crate) mod zone;
