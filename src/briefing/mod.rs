//! What a Chinese briefing claims of its figures, and whether that can be.
//!
//! | term | here |
//! |---|---|
//! | 通报, 简报 | [`Briefing`] |
//! | 数字 (7宗, 3.02万亩, 五成以上) | [`Figure`] |
//! | 日期, 序号, 文号, 期限, 名称 | [`Context`] |
//! | 占比, 合计, 其中, 折合, 增长 | [`Rule`], [`Kind`] |
//! | 核对结果 | [`Audit`], [`Judged`] |
//! | 缺基数的增长, 缺总数的占比 | [`Open`] |
//!
//! A text is read in steps, each forward only. The *scanner* finds the figures
//! and keeps the words around each. From these words come its *slots*: what it
//! measures, what it is of, whether it is a level, a change, a base, a mean, and
//! of which time. A *rule* ([`Rule`] is the table of them) raises a *question*
//! about a printed result, with all readings whose figures are of the right
//! kind. Only then is anything computed: the reading that fits answers, and the
//! others are dropped with a reason ([`Judged::dropped`]).
//!
//! Nobody is accused on a guess. [`Impossible`](crate::audit::Outcome::Impossible)
//! is said only where words state the relation, one reading is left, and no other
//! figures nearby give the printed one;
//! [`Unexplained`](crate::audit::Outcome::Unexplained) where a careful reader
//! would ask; and where only the place of a figure speaks for it, nothing.

mod account;
mod after;
mod amount_slots;
mod audit;
mod bases;
mod brackets;
mod changed;
mod changes;
mod content;
mod context;
mod counts;
mod document;
mod doubt;
mod edges;
mod entry;
mod explain;
mod figure;
mod judged;
mod kind;
mod label;
mod lists;
mod means;
mod mention;
mod multiples;
mod name;
mod names;
mod open;
mod pairs;
mod partners;
mod period;
mod place;
mod points;
mod question;
mod ratio_slots;
mod rates;
mod reader;
mod rests;
mod rule;
mod scan;
mod scopes;
mod shares;
mod slots;
mod sums;
mod uncounted;
mod words;

pub use account::Account;
pub use audit::{Audit, Suspect};
pub use context::{Context, ContextKind};
pub use document::Briefing;
pub use figure::{Figure, Position, Reason};
pub use judged::{Dropped, Judged};
pub use kind::{DropReason, Kind, Reach, Side, Slot, Strength};
pub use open::Open;
pub use place::Place;
pub use rule::{Row, Rule};
