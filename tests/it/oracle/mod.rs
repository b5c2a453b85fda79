//! The same answers from naive big rationals and plain loops.

mod apportion;
mod idle;
mod cross_tab;
mod ratio;
mod standard;
mod stats;
mod zone;
