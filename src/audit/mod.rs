//! Can this printed figure be true?
//!
//! | term | here |
//! |---|---|
//! | 公布的数字 (37.18公顷, 超80%) | [`Published`], [`PrintedUnit`], [`Qualifier`] |
//! | 占比, 合计, 增长, 平均, 换算 | [`Claim`], [`Relation`] |
//! | 能否成立, 按哪种修约 | [`Verdict`], [`Modes`](crate::exact::Modes) |
//! | 一篇通报里的全部数字 | [`Document`] |
//! | 约, 近 | [`Reading`] |
//! | 从文字里读出 | [`briefing`](crate::briefing) |

mod claim;
mod claim_text;
mod document;
mod figure;
mod image;
mod judge;
mod messages;
mod missing;
mod parts;
mod published;
mod reading;
mod record;
mod share;
mod span;
mod taken;
mod unit;
mod verdict;

pub use claim::{Claim, ClaimError, Comparison, Relation};
pub use document::{AuditedClaim, AuditedDocument, Document, Power, Statement};
pub use parts::CountShare;
pub(crate) use published::Unheld;
pub use published::{Published, PublishedError};
pub use reading::{Reading, Slack};
pub use record::LedgerValue;
pub use span::Span;
pub use unit::PrintedUnit;
pub use verdict::{Outcome, Verdict};

pub use crate::quantity::{Counter, Magnitude, Qualifier};
