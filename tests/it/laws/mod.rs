//! Laws that hold for every value, by proptest.

mod audit;
#[cfg(all(feature = "notices", feature = "serde"))]
mod briefing;
#[cfg(feature = "serde")]
mod briefing_figures;
#[cfg(all(feature = "notices", feature = "serde"))]
mod briefing_page;
#[cfg(all(feature = "notices", feature = "serde"))]
mod briefing_replaced;
mod codes;
mod cross_tab;
mod exact;
#[cfg(feature = "serde")]
mod fixed_unit;
mod lexicon;
mod lifecycle;
#[cfg(feature = "notices")]
mod notice;
#[cfg(feature = "rayon")]
mod parallel;
mod period;
mod quantity;
mod register;
mod report;
#[cfg(feature = "serde")]
mod spoilt;
pub(crate) mod standard;
mod stats;
pub(crate) mod zone;
