//! The same answers from naive big rationals and plain loops.

mod apportion;
mod audit;
mod audit_grid;
mod ratio;
mod stats;
