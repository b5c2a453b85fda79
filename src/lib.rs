#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

// From the ground up: each module may use those above it, never those below.
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

mod error;
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
pub use text::{LabelError, UnknownTerm};

// The public dependencies: their types stand in signatures.
pub use jiff;
pub use rust_decimal;
#[cfg(feature = "schemars")]
pub use schemars;

/// The examples in `DESIGN.md` are tests; one of them needs `serde`.
#[cfg(all(doctest, feature = "serde"))]
#[doc = include_str!("../DESIGN.md")]
struct Design;
