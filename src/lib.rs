//! WIP
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

pub mod allocation;
pub mod enterprise;
mod error;
pub mod exact;
pub mod industry;
pub mod land_use;
pub mod parcel;
pub mod quantity;
pub mod region;

pub mod register;
pub mod stats;
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
pub use stats::{Breakdown, Tally};
pub use text::{LabelError, UnknownTerm};

pub use jiff;
pub use rust_decimal;
