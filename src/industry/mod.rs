//! Industry codes, and the categories that zones declare.
//!
//! | term | here |
//! |---|---|
//! | 国民经济行业分类 GB/T 4754-2017 (with amendment 1 of 2019) | [`IndustryCode`] |
//! | 门类, 大类, 中类, 小类 | [`IndustryLevel`] |
//! | what a zone declares (工业, 生产性服务业…) | [`IndustryCategory`] |
//! | 生产性服务业统计分类 (2019), large categories | [`ProducerService`] |
//! | an industry in a named edition of GB/T 4754 | [`Trade`], [`Classification`] |
//! | a published mapping from codes to categories | [`CategoryScheme`] |

mod category;
mod code;
mod entry;
mod scheme;
#[rustfmt::skip]
mod table;
mod trade;

pub use category::{IndustryCategory, ProducerService};
pub use code::{IndustryCode, IndustryError, IndustryLevel};
pub use scheme::{Agreement, CategoryScheme, Derivation, Extent, Membership, SchemeError};
pub use trade::{Classification, Trade, TradeError};
