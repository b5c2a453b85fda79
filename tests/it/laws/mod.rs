//! Laws that hold for every value, by proptest.

mod codes;
mod exact;
mod lifecycle;
#[cfg(feature = "csv")]
mod notice;
mod quantity;
mod register;
pub(crate) mod standard;
mod report;
mod stats;
pub(crate) mod zone;
