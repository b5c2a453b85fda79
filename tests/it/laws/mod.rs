//! Laws that hold for every value, by proptest.

mod codes;
mod exact;
mod quantity;
mod register;
mod stats;
