//! Laws that hold for every value, by proptest.

mod audit;
#[cfg(feature = "csv")]
mod briefing;
mod codes;
mod exact;
#[cfg(feature = "csv")]
mod notice;
mod quantity;
mod register;
mod stats;
