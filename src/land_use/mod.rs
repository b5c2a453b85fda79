//! Land-use classes through their editions.
//!
//! | term | here |
//! |---|---|
//! | 土地利用现状分类 GB/T 21010 of 2007 and 2017, 用地用海分类指南 (2023) | [`Edition`] |
//! | a class of one of them | [`LandUse`] |
//! | what a class is in another edition | [`Carried`] |
//!
//! The same digits mean different things in different editions: `0601` is
//! industrial land in one and a rural road in another.

mod carried;
mod class;
mod edition;
mod messages;
mod named;
#[rustfmt::skip]
mod table;

pub use carried::Carried;
pub use class::{LandUse, LandUseError};
pub use edition::Edition;
#[cfg(feature = "notices")]
pub(crate) use named::Named;
