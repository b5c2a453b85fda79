//! The same answers from naive big rationals and plain loops.

mod apportion;
mod cross_tab;
mod concentration;
mod progress;
mod audit;
mod audit_grid;
mod ratio;
mod sample;
mod idle;
mod standard;
mod stats;
mod target;
