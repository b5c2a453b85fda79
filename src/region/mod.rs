//! Administrative divisions by their codes, and what became of them: GB/T 2260.
//!
//! | term in GB/T 2260 | here |
//! |---|---|
//! | 行政区划代码 | [`DivisionCode`] |
//! | 省级, 地级, 县级 | [`DivisionLevel`] |
//! | in force, retired, of another body | [`DivisionStatus`], [`Retirement`] |
//! | 统计用区划代码 of 9 or 12 digits | [`StatisticalCode`] |
//!
//! Names of counties are not unique; group by code, never by name.

mod code;
mod history;
mod messages;
#[rustfmt::skip]
mod names;
mod spell;
mod statistical;
#[rustfmt::skip]
mod succession_table;
#[rustfmt::skip]
mod table;

pub use code::{DivisionCode, DivisionError, DivisionLevel};
pub use history::{Carried, DivisionStatus, Retirement, SuccessionBasis};
pub use statistical::StatisticalCode;
