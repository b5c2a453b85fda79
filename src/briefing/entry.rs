//! A figure with its slots: what it is, what it is of, of which time.

use alloc::string::String;
use alloc::vec::Vec;

use super::mention::{Like, Mention};
use super::period::Period;
use super::words::Way;

/// What a figure is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// How much there is.
    Level,
    /// What was meant to be.
    Target,
    /// What is left of something.
    Rest,
    /// New less lost: 净增.
    Net,
    /// By how much something changed.
    Change,
    /// What it was before, by a word: 由A, 比上年的A.
    Base,
    /// For each: 亩均, 均价.
    Mean,
    /// A limit that is not a level: 不低于20万元.
    Limit,
    /// It names a class: 超过100亩的项目.
    Class,
    /// It counts what another figure speaks of: 46个园区亩均税收.
    Scope,
    /// It cannot be held, or is one end of a range.
    Lost,
    /// 占.
    Share,
    /// 完成计划的.
    Plan,
    /// …率.
    Rate,
    /// 增长.
    Growth,
    /// 百分点.
    Points,
    /// 倍.
    Times,
    /// In brackets, without a word.
    Bare,
}

/// A figure and its slots.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something else of the figure"
)]
pub(super) struct Entry {
    pub(super) mention: Mention,
    pub(super) role: Role,
    /// The way of a change, if a word says one.
    pub(super) way: Option<Way>,
    /// Whether the words end where a change leads to: 增至, 到.
    pub(super) is_to: bool,
    /// What it is of: the words of its own before its verb.
    pub(super) own: String,
    /// What it is compared with, in words.
    pub(super) base: String,
    pub(super) period: Period,
    /// The word that sums.
    pub(super) sum: Option<&'static str>,
    /// Whether 其中 opens here.
    pub(super) opens: bool,
    /// 分别, 依次: it begins a series.
    pub(super) is_series: bool,
    /// Wholes, the likeliest first.
    pub(super) parents: Vec<usize>,
    /// Whether words say that it is a part.
    pub(super) is_part: bool,
    /// Whether a question asks what it follows from.
    pub(super) is_asked: bool,
    /// The question that asks for its whole.
    pub(super) part_of: Option<usize>,
    /// The whole that a share has it of.
    pub(super) share_of: Option<usize>,
    /// What is open about it.
    pub(super) lacks: Option<usize>,
    /// Whether it stands inside the words of a rate: 占全市1850亩的39%.
    pub(super) is_inner: bool,
    /// Whether it says in another unit what stands before.
    pub(super) is_second_form: bool,
    /// The total that it is an item of.
    pub(super) item_of: Option<usize>,
    /// Whether only the sum of its list says so.
    pub(super) is_listed: bool,
    /// What 中 names as the whole of this clause.
    pub(super) within: Vec<usize>,
}

impl Entry {
    /// Whether it is printed in another unit.
    pub(super) fn measure_differs(&self, other: &Self) -> bool {
        self.mention.measure != other.mention.measure
            || self.mention.number.power != other.mention.number.power
    }

    pub(super) fn like(&self) -> Like {
        self.mention.like
    }

    pub(super) fn lead(&self) -> &str {
        &self.mention.lead
    }

    /// The last clause without a figure before it.
    pub(super) fn last_pre(&self) -> &str {
        self.mention.pre.rsplit('，').next().unwrap_or_default()
    }

    /// Whether it can be a part, a whole, an item or a level that grows.
    pub(super) fn is_level(&self) -> bool {
        matches!(
            self.role,
            Role::Level | Role::Rest | Role::Net | Role::Target
        )
    }

    pub(super) fn is_ratio(&self) -> bool {
        matches!(
            self.role,
            Role::Share | Role::Plan | Role::Rate | Role::Growth | Role::Bare
        ) && self.like() == Like::Ratio
    }
}
