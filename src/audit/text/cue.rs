//! The words that relate figures, and sets of them.

use crate::audit::Counter;
use crate::audit::unit::Dimension;

/// Declares the cues and their bits.
macro_rules! cues {
    ($( $(#[$doc:meta])* $name:ident, )+) => {
        /// A word that relates figures.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Cue { $( $(#[$doc])* $name, )+ }

        impl Cue {
            const fn bit(self) -> u64 {
                let mut bit: u64 = 1;
                $( if matches!(self, Self::$name) { return bit; } bit <<= 1; )+
                bit
            }
        }
    };
}

cues! {
    /// 其中: parts of what stands before.
    Among,
    /// 7宗中: parts of that.
    Within,
    /// 占: the share of a part.
    Share,
    /// 完成率: a rate, which is a share.
    Rate,
    /// 合计, 共计: a sum.
    Sum,
    /// 共: a sum if terms stand before it.
    Altogether,
    /// 累计: over more than what stands there, perhaps.
    Cumulative,
    /// 扣除: what follows is subtracted.
    Minus,
    /// 其余: what is left.
    Rest,
    /// 其他: what is left, perhaps.
    Others,
    /// 增长.
    Grow,
    /// 下降.
    Shrink,
    /// 多出: so much more than something else.
    More,
    /// 少: so much less than something else.
    Fewer,
    /// 增速: a growth is the level that moves.
    Pace,
    /// 净增: what comes in less what goes out; either can be more than it.
    NetGain,
    /// 净减: the same, below zero.
    NetLoss,
    /// 增至, 降到: what follows is the new level.
    To,
    /// 由, 从: what follows is the old level.
    From,
    /// 较: against another period; its amount may follow.
    Than,
    /// 同比, 环比: against another period, whose amount does not follow.
    Against,
    /// 上年, 去年.
    LastYear,
    /// 折合, 合, 即: the same in another unit.
    Converts,
    /// 平均, 每: for each; of what is open.
    Mean,
    /// 每宗, 户均: for each that is counted.
    MeanByCount,
    /// 亩均: for each mu.
    MeanByMu,
    /// 每公顷: for each hectare.
    MeanByHectare,
    /// 日均, 年均: for each day or year.
    PerTime,
    /// 相乘, 乘积.
    Product,
    /// 分别: in the order given.
    Respectively,
    /// 计划, 任务: a whole to be reached.
    Plan,
    /// 和, 及.
    And,
    /// 的.
    Of,
    /// ，
    Comma,
    /// 、
    Pause,
    /// ；
    Semicolon,
    /// ：
    Colon,
    /// （
    Open,
    /// ）
    Close,
    /// 。 between a list and the sentence that adds it up.
    Stop,
    /// Any other text since the last sign.
    Text,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cues(u64);

impl Cues {
    pub(super) const fn of(cues: &[Cue]) -> Self {
        let mut bits = 0;
        let mut rest = cues;
        while let [first, tail @ ..] = rest {
            bits |= first.bit();
            rest = tail;
        }
        Self(bits)
    }

    pub(super) const fn add(&mut self, cue: Cue) {
        self.0 |= cue.bit();
    }

    pub(super) const fn remove(&mut self, cue: Cue) {
        self.0 &= !cue.bit();
    }

    /// Removes all but these.
    pub(super) const fn keep(&mut self, others: Self) {
        self.0 &= others.0;
    }

    pub(super) const fn has(self, cue: Cue) -> bool {
        self.0 & cue.bit() != 0
    }

    pub(super) const fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether there is nothing but these.
    pub(super) const fn within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

/// What a word says that a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// 数量: of whatever is counted.
    Count,
    /// 宗数: of what is counted by that word.
    Counted(Counter),
    Area,
    Money,
    /// 用地, 投资: that, or the name of something: 占工业用地的57%.
    Perhaps(Dimension),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_cues_hold_what_is_added() {
        let mut cues = Cues::default();
        assert!(cues.within(Cues::default()));
        cues.add(Cue::Among);
        cues.add(Cue::Text);
        assert!(cues.has(Cue::Among) && cues.has(Cue::Text) && !cues.has(Cue::Rest));
        assert!(!cues.within(Cues::of(&[Cue::Among])));
        assert!(cues.within(Cues::of(&[Cue::Among, Cue::Text])));
        assert!(cues.has_any(Cues::of(&[Cue::Rest, Cue::Text])));
    }
}
