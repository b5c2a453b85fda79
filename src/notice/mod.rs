//! Published results of land supply (供地结果), as they are (feature `notices`).
//!
//! | term | here |
//! |---|---|
//! | 供地结果公告, one row | [`Record`], [`PrintedRow`] |
//! | what is odd about it | [`Finding`], [`FindingKind`], [`Oddity`], [`Severity`] |
//! | where the rows went | [`Outcome`], [`Rejection`], [`Repeat`], [`Account`] |
//! | which columns are read | [`Columns`], [`ColumnUnit`] |
//! | 合计, 小计 | [`Total`], [`TotalKind`], [`TotalCheck`] |
//! | 行业分类, the site's labels | [`IndustryLabel`] |
//! | 容积率, 投资强度 in listing notices (挂牌公告) | [`ListingColumn`] |
//!
//! Reading never fails for what a row says: each row becomes a record, a
//! rejection, a total, a repeat or blank, and what could not be understood is kept as printed.

mod above;
mod account;
mod books;
mod cell;
mod cells;
mod clerk;
mod column;
mod columns;
mod error;
mod facts;
mod figure;
mod file_kind;
mod finding;
mod fingerprint;
#[cfg(feature = "gbk")]
mod gbk;
mod head;
mod headers;
mod label;
mod labelled;
mod label_reading;
#[rustfmt::skip]
mod label_table;
mod marks;
mod listing;
mod messages;
mod nh;
mod options;
mod outcome;
mod quoted;
mod reader;
mod record;
mod rejection;
mod rows;
mod seen;
mod total;
mod total_label;
mod total_words;
mod writer;

pub use account::Account;
pub use column::Column;
pub use columns::{Columns, UnusedColumn, UnusedReason, UsedColumn};
pub use error::ReadError;
pub use file_kind::FileKind;
pub use finding::{Finding, FindingKind, Oddity, Severity};
#[cfg(feature = "gbk")]
pub use gbk::GbkReader;
pub use head::ColumnUnit;
pub use label::IndustryLabel;
pub use label_reading::LabelReading;
pub use listing::ListingColumn;
pub use options::Options;
pub use outcome::{Outcome, Repeat};
pub use reader::Reader;
pub use record::{PrintedRow, Record, RecordError};
pub use rejection::Rejection;
pub use total::{NotJudged, Total, TotalCheck, TotalKind, TotalScope};
pub use writer::Writer;
