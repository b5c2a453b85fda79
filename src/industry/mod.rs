//! Industry codes through their editions, and the categories zones declare.
//!
//! | term | here |
//! |---|---|
//! | 国民经济行业分类 GB/T 4754 of 2002, 2011, 2017 | [`Edition`] |
//! | a code of one of them | [`IndustryCode`] |
//! | 门类, 大类, 中类, 小类 | [`IndustryLevel`] |
//! | what a code became in another edition | [`Carried`], [`ComparisonRow`] |
//! | `C3411`, `34大类` | [`PrintedCode`] |
//! | what a zone declares (工业, 生产性服务业…) | [`IndustryCategory`] |
//! | 生产性服务业统计分类 (2019), large categories | [`ProducerService`] |
//! | a published mapping from codes to categories | [`CategoryScheme`] |
//! | 派生产业分类, as an office has the table | [`SchemeTable`], [`CarriedScheme`] |

mod carried;
mod category;
mod code;
mod comparison;
mod comparison_row;
#[rustfmt::skip]
mod comparison_table;
mod derived;
mod edition;
mod messages;
#[rustfmt::skip]
mod names;
mod printed;
mod scheme;
mod set;
#[rustfmt::skip]
mod table;

pub use carried::Carried;
pub use category::{IndustryCategory, ProducerService};
pub use code::{IndustryCode, IndustryError, IndustryLevel};
pub use comparison_row::ComparisonRow;
pub use derived::{
    CarriedMember, CarriedScheme, CategoryLevel, CategoryNumber, MemberChange, SchemeCategory,
    SchemeHead, SchemeMember, SchemeTable, SchemeTableError,
};
pub use edition::Edition;
pub use printed::PrintedCode;
pub use scheme::{Agreement, CategoryScheme, Derivation, Extent, Membership, SchemeError};
pub use set::IndustrySet;
