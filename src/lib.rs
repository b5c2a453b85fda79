//! Exact types, rules and statistics for China's *standard-land* (标准地) parcels.
//!
//! Zones publish how many parcels they granted, how large they are, and what share
//! of them went to which industry. This crate holds such records, counts them,
//! checks printed figures and writes reports, and is never wrong in the last digit:
//! areas and money are integers, a share is an exact fraction, and it is rounded
//! once, in a mode that you name.
//!
//! ```
//! use standard_land::{Ratio, Rounding, Tally};
//!
//! let all = Tally::new(7, "37.18 ha".parse()?)?;
//! let services = Tally::new(4, "86.1亩".parse()?)?;
//! let share: Ratio = services.share_by_area(&all)?;
//! assert_eq!(share.to_string(), "287/1859"); // 15.4384… %
//! assert_eq!(share.percent(Rounding::half_even(2))?.to_string(), "15.44%");
//! assert_eq!(share.percent(Rounding::toward_zero(2))?.to_string(), "15.43%");
//! # Ok::<(), standard_land::Error>(())
//! ```
//!
//! # Where to find what
//!
//! | task | start at |
//! |---|---|
//! | load published notices of land supply (feature `notices`) | `notice::Reader` |
//! | keep a ledger with rules between its records | [`Register`], [`Parcel`], [`Enterprise`], [`Allocation`] |
//! | correct a record | [`Parcel::with`], [`Allocation::with`], [`record::Edit`] |
//! | read an area, a price, a unit | [`Area`], [`Money`], [`quantity`] |
//! | count, and take shares | [`Tally`], [`Breakdown`], [`CrossTab`], [`stats`] |
//! | follow a figure over years, compute growth | [`Trend`], [`calendar`] |
//! | round, or undo a rounding | [`Ratio`], [`Rounding`], [`Percent`], [`exact`] |
//! | check one printed figure | [`audit::Claim`] |
//! | check a whole briefing | [`briefing::Briefing`] |
//! | look up an industry, a division, a land use, a credit code | [`IndustryCode`], [`DivisionCode`], [`land_use::LandUse`], [`CreditCode`] |
//! | read the thresholds that a parcel has to meet | [`standard::ControlStandard`] |
//! | assess what an enterprise promised | [`commitment`] |
//! | follow a parcel through its life; find idle land | [`parcel::Life`], [`oversight`] |
//! | write tables, charts, a report | [`report`] |
//! | plan quotas, set prices, rank enterprises, measure approval work | [`quota`], [`pricing`], [`evaluation`], [`agency`] |
//! | describe the records to other programs (feature `schemars`) | `schema::all` |
//! | handle errors | [`Error`], which holds the error of every module |
//!
//! Longer texts are in [`_documentation`]: [guarantees](_documentation::guarantees),
//! [design](_documentation::design), [glossary](_documentation::glossary) of Chinese
//! terms, [changelog](_documentation::changelog).
//!
//! # Features
//!
//! - `std` (default): links the standard library. Without it the crate needs `alloc`.
//! - `serde` (default): values and records travel as strings, in every format.
//! - `notices`: the module `notice`; `gbk`: such files in GBK.
//! - `svg`: `report::Chart`.
//! - `rayon`: statistics from parallel iterators, the same to the last digit.
//! - `schemars`: JSON Schema of the records.
//!
//! [`rust_decimal`], [`jiff`] and `schemars` appear in signatures and are re-exported.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

// From the ground up: each module may use those above it, never those below.
pub mod record;
pub mod source;
pub mod exact;
pub mod calendar;
pub mod quantity;
pub mod region;
pub mod land_use;
pub mod industry;
pub mod enterprise;
pub mod parcel;
pub mod allocation;
pub mod register;
pub mod standard;
pub mod commitment;
pub mod oversight;
pub mod stats;
pub mod audit;
pub mod briefing;
pub mod quota;
pub mod pricing;
pub mod evaluation;
pub mod agency;
pub mod report;
#[cfg(feature = "notices")]
pub mod notice;

#[cfg(feature = "schemars")]
pub mod schema;

#[cfg(feature = "schemars")]
mod described;
mod error;
mod explain;
mod key;
mod separated;
mod text;
#[cfg(feature = "serde")]
mod wire;

pub use allocation::Allocation;
pub use enterprise::{CreditCode, Enterprise};
pub use error::Error;
pub use exact::{Mode, Percent, Ratio, Rounding};
pub use industry::{IndustryCategory, IndustryCode};
pub use parcel::Parcel;
pub use quantity::{Area, AreaUnit, Money};
pub use region::DivisionCode;
pub use register::Register;
pub use stats::{Breakdown, CrossTab, Tally, Trend};
pub use text::{Given, LabelError, Language, UnknownTerm};

// The public dependencies: their types stand in signatures.
pub use jiff;
pub use rust_decimal;
#[cfg(feature = "schemars")]
pub use schemars;

/// Longer texts: guarantees, design, glossary, changelog.
///
/// It holds no code.
pub mod _documentation {
    #[doc = include_str!("../docs/guarantees.md")]
    pub mod guarantees {}

    // One of its examples needs `serde`.
    #[cfg(any(feature = "serde", not(doctest)))]
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}

    #[doc = include_str!("../docs/glossary.md")]
    pub mod glossary {}

    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
}

/// The examples of the README are tests; one of them needs `notices`.
#[cfg(all(doctest, feature = "notices"))]
#[doc = include_str!("../README.md")]
struct Readme;
