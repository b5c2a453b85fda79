//! Laws that hold for every value, by proptest.

mod codes;
mod exact;
#[cfg(feature = "csv")]
mod notice;
mod quantity;
mod register;
mod report;
mod stats;
