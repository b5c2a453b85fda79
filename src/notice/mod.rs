//! Published results of land supply (供地结果), as they are (feature `notices`).
//!
//! | term | here |
//! |---|---|
//! | 供地结果公告, one row | [`Record`], [`PrintedRow`] |
//! | what is odd about it | [`Finding`], [`FindingKind`], [`Oddity`], [`Severity`] |
//! | where the rows went | [`Outcome`], [`Account`] |
//! | 行业分类, the site's labels | [`IndustryLabel`] |
//! | 容积率, 投资强度 in listing notices (挂牌公告) | [`ListingColumn`] |
//!
//! Reading never fails for what a row says: each row becomes a record, a
//! rejection or a repeat, and what could not be understood is kept as printed.

mod account;
mod books;
mod cell;
mod clerk;
mod column;
mod facts;
mod finding;
mod fingerprint;
#[cfg(feature = "gbk")]
mod gbk;
mod headers;
mod label;
#[rustfmt::skip]
mod label_table;
mod marks;
mod listing;
mod options;
mod reader;
mod record;
mod rows;
mod seen;
mod writer;

pub use account::Account;
pub use column::Column;
pub use finding::{Finding, FindingKind, Oddity, Severity};
#[cfg(feature = "gbk")]
pub use gbk::GbkReader;
pub use label::IndustryLabel;
pub use listing::ListingColumn;
pub use options::Options;
pub use reader::{Outcome, ReadError, Reader, Repeat};
pub use record::{PrintedRow, Record, Rejection};
pub use writer::Writer;
