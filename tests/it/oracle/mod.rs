//! The same answers from naive big rationals and plain loops.

mod apportion;
mod ratio;
mod standard;
mod stats;
