//! The same answers from naive big rationals and plain loops.

mod apportion;
mod audit;
mod audit_grid;
pub(crate) mod carried;
mod concentration;
mod cross_tab;
mod idle;
#[cfg(feature = "notices")]
mod labels;
mod lateness;
mod progress;
mod ratio;
mod sample;
mod standard;
mod stats;
mod target;
mod zone;
