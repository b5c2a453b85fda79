//! The same answers from naive big rationals and plain loops.

mod apportion;
mod cross_tab;
mod ratio;
mod stats;
