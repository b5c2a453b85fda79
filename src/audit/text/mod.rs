//! What a Chinese briefing claims of its figures.
//!
//! | term | here |
//! |---|---|
//! | 通报, 简报 | [`Briefing`] |
//! | 数字 (7宗, 3.02万亩, 五成以上) | [`Figure`] |
//! | 日期, 序号, 文号 | [`Context`] |
//! | 占比, 合计, 其中, 折合, 增长 | [`Rule`], [`Passage`] |
//! | 缺基数的增长, 缺总数的占比 | [`Open`] |
//! | 歧义 | [`Finding`] |
//!
//! A text is read in three steps, each forward only. The *scanner* makes it
//! figures, numbers that count nothing, and the words of a lexicon; all else is
//! text. The figures of a sentence that belong to one thing become a *group*. A
//! *rule* looks at the words before a group and at the groups before it, and
//! makes claims: [`Rule`] is the grammar, one rule after the other.
//!
//! Words that are not in the lexicon relate nothing, and a figure that nothing
//! relates is listed. So what is read is less than what a person would read,
//! and each claim shows the words that it was read from.

mod account;
mod briefing;
mod compare;
mod context;
mod cue;
mod figure;
mod finding;
mod fold;
mod growth;
mod mean;
mod measure;
mod number;
mod passage;
mod relate;
mod rule;
mod scan;
mod sentence;
mod share;
mod sum;
mod words;

pub use account::Account;
pub use briefing::Briefing;
pub use context::{Context, ContextKind};
pub use figure::{Figure, Position, Reason};
pub use finding::{Finding, FindingKind};
pub use passage::{Open, Passage};
pub use rule::Rule;
