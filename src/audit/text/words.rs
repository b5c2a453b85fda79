//! The lexicon: the words that mean something between figures.
//!
//! Every word is spelt as [`fold`](super::fold::fold) leaves it, so each entry
//! stands for its traditional and full-width forms too. Words that begin with
//! the same character stand together, longer ones before those they begin with.

use super::cue::{Cue, Label};
use super::fold::{fold, spelt};
use crate::audit::unit::Dimension;
use crate::audit::{Counter, Qualifier};

/// A word that means something to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// It relates figures.
    Cue(Cue),
    /// It does, but only right before a number: 合 is part of many words.
    Near(Cue),
    /// It names what the next figure measures: 宗数, 面积.
    Label(Label),
    /// It says how exact the number behind it is.
    Qualifier(Qualifier),
    /// The same, and it can compare that number with the one before.
    Limit(Qualifier),
    /// It is a share itself: 一半.
    Half(Qualifier),
    /// It says nothing that the figures do not: 全部.
    Quiet,
    /// It begins like a cue and is none: 公共, 占地.
    Plain,
}

/// The word at the start of a text, and how many bytes it takes.
pub(super) fn word(text: &str, first: char) -> Option<(Word, usize)> {
    starting_with(first)
        .iter()
        .find_map(|(word, meaning)| spelt(text, word).map(|len| (*meaning, len)))
}

type Entry = (&'static str, Word);

const fn cue(word: &'static str, cue: Cue) -> Entry {
    (word, Word::Cue(cue))
}

const fn near(word: &'static str, cue: Cue) -> Entry {
    (word, Word::Near(cue))
}

const fn label(word: &'static str, label: Label) -> Entry {
    (word, Word::Label(label))
}

const fn counted(word: &'static str, counter: Counter) -> Entry {
    label(word, Label::Counted(counter))
}

const fn plain(word: &'static str) -> Entry {
    (word, Word::Plain)
}

const fn qualifier(word: &'static str, qualifier: Qualifier) -> Entry {
    (word, Word::Qualifier(qualifier))
}

const fn limit(word: &'static str, qualifier: Qualifier) -> Entry {
    (word, Word::Limit(qualifier))
}

/// Whether a text goes on by adding up what stands before it: 共计…,
/// 上述6宗合计….
pub(super) fn adds_up(text: &str) -> bool {
    let is_sum = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let first = rest.chars().next().map(fold);
        let found = first.and_then(|first| word(rest, first));
        matches!(found, Some((Word::Cue(Cue::Sum), _)))
    };
    // A few characters only: every end of a sentence asks.
    let mut near = text.char_indices().take(12);
    let start = near.find(|(_, found)| !found.is_whitespace());
    let Some((start, _)) = start else {
        return false;
    };
    let rest = text.get(start..).unwrap_or_default();
    let refers = spelt(rest, "上述")
        .or_else(|| spelt(rest, "以上"))
        .is_some();
    is_sum(start)
        || refers
            && near
                .take_while(|(_, found)| !matches!(fold(*found), ',' | '，' | ';' | '。' | '\n'))
                .any(|(at, _)| is_sum(at))
}

/// All words that begin with a folded character.
#[expect(clippy::too_many_lines, reason = "one list of all words")]
#[rustfmt::skip]
const fn starting_with(first: char) -> &'static [Entry] {
    const fn half(word: &'static str, qualifier: Qualifier) -> Entry {
        (word, Word::Half(qualifier))
    }
    match first {
        ',' | '，' => &const { [cue(",", Cue::Comma), cue("，", Cue::Comma)] },
        '、' => &const { [cue("、", Cue::Pause)] },
        ';' => &const { [cue(";", Cue::Semicolon)] },
        ':' => &const { [cue(":", Cue::Colon)] },
        '(' => &const { [cue("(", Cue::Open)] },
        ')' => &const { [cue(")", Cue::Close)] },
        '其' => &const { [
            cue("其中", Cue::Among), cue("其余", Cue::Rest), cue("其他", Cue::Others),
            cue("其它", Cue::Others),
        ] },
        '中' => &const { [cue("中，", Cue::Within), cue("中,", Cue::Within), cue("中有", Cue::Within)] },
        '占' => &const { [
            label("占地面积", Label::Area), plain("占地"), plain("占用"),
            cue("占比", Cue::Share), cue("占", Cue::Share),
        ] },
        '比' => &const { [
            cue("比重", Cue::Share), cue("比例", Cue::Share), cue("比上年", Cue::LastYear),
            cue("比去年", Cue::LastYear), cue("比上", Cue::Than), cue("比同期", Cue::Than),
        ] },
        '率' => &const { [near("率", Cue::Rate)] },
        '容' => &const { [plain("容积率")] },
        '效' => &const { [plain("效率")] },
        '增' => &const { [
            plain("增值"), plain("增减"), plain("增量"), plain("增设"), plain("增资"),
            cue("增长至", Cue::To), cue("增长到", Cue::To), cue("增加至", Cue::To), cue("增加到", Cue::To),
            cue("增至", Cue::To), cue("增到", Cue::To), cue("增长率", Cue::Grow), cue("增长", Cue::Grow),
            plain("增加值"), cue("增加", Cue::Grow), cue("增幅", Cue::Pace), cue("增速", Cue::Pace), near("增收", Cue::Grow), near("增", Cue::Grow),
        ] },
        '全' => &const { [("全部", Word::Quiet)] },
        '新' => &const { [plain("新增")] },
        '提' => &const { [
            cue("提高至", Cue::To), cue("提高到", Cue::To), cue("提升至", Cue::To), cue("提升到", Cue::To),
            cue("提高", Cue::Grow), cue("提升", Cue::Grow),
        ] },
        '上' => &const { [
            cue("上升至", Cue::To), cue("上升到", Cue::To), cue("上升", Cue::Grow), cue("上涨", Cue::Grow),
            cue("上年", Cue::LastYear), cue("上一年", Cue::LastYear), cue("上期", Cue::LastYear),
        ] },
        '扩' => &const { [cue("扩大至", Cue::To), cue("扩大到", Cue::To), cue("扩大", Cue::Grow)] },
        '下' => &const { [
            cue("下降至", Cue::To), cue("下降到", Cue::To), cue("下降", Cue::Shrink),
            cue("下滑", Cue::Shrink),
        ] },
        '减' => &const { [
            cue("减少至", Cue::To), cue("减少到", Cue::To), cue("减至", Cue::To), cue("减到", Cue::To), cue("减去", Cue::Minus),
            plain("减免"), plain("减排"), plain("减税"),
            cue("减少", Cue::Shrink), near("减收", Cue::Shrink), near("减", Cue::Shrink),
        ] },
        '降' => &const { [
            cue("降低至", Cue::To), cue("降低到", Cue::To), cue("降至", Cue::To), cue("降到", Cue::To),
            cue("降低", Cue::Shrink), near("降", Cue::Shrink),
        ] },
        '压' => &const { [
            cue("压缩至", Cue::To), cue("压减至", Cue::To), cue("压缩到", Cue::To), cue("压减到", Cue::To), cue("压缩", Cue::Shrink),
            cue("压减", Cue::Shrink),
        ] },
        '缩' => &const { [
            cue("缩减至", Cue::To), cue("缩短至", Cue::To), cue("缩减到", Cue::To), cue("缩短到", Cue::To), cue("缩减", Cue::Shrink),
            cue("缩短", Cue::Shrink),
        ] },
        '精' => &const { [cue("精简至", Cue::To), cue("精简到", Cue::To), cue("精简", Cue::Shrink)] },
        '回' => &const { [cue("回落", Cue::Shrink)] },
        '翻' => &const { [plain("翻")] },
        '扣' => &const { [cue("扣除", Cue::Minus)] },
        '核' => &const { [cue("核减", Cue::Minus)] },
        '剔' => &const { [cue("剔除", Cue::Minus)] },
        '除' => &const { [cue("除去", Cue::Minus)] },
        '合' => &const { [
            cue("合计", Cue::Sum), plain("合同"), plain("合作"), plain("合理"), plain("合格"), near("合", Cue::Converts),
        ] },
        '总' => &const { [
            cue("总计", Cue::Sum), cue("总共", Cue::Altogether), label("总面积", Label::Area),
            label("总投资", Label::Money), label("总数", Label::Count), ("总量", Word::Quiet),
        ] },
        '共' => &const { [
            cue("共计", Cue::Sum), plain("共同"), plain("共享"), plain("共建"), plain("共有产权"), cue("共", Cue::Altogether),
        ] },
        '公' => &const { [plain("公共"), label("公顷数", Label::Area)] },
        '累' => &const { [cue("累计", Cue::Cumulative)] },
        '小' => &const { [cue("小计", Cue::Sum)] },
        '一' => &const { [
            cue("一共", Cue::Altogether), half("一半以上", Qualifier::AtLeast),
            half("一半", Qualifier::Exactly),
        ] },
        '半' => &const { [half("半数以上", Qualifier::AtLeast), half("半数", Qualifier::Exactly)] },
        '过' => &const { [half("过半数", Qualifier::Over), half("过半", Qualifier::Over)] },
        '剩' => &const { [cue("剩余", Cue::Rest), cue("剩下", Cue::Rest)] },
        '余' => &const { [cue("余下", Cue::Rest)] },
        '还' => &const { [cue("还剩", Cue::Rest)] },
        '较' => &const { [
            cue("较上年", Cue::LastYear), cue("较去年", Cue::LastYear), cue("较上一年", Cue::LastYear),
            plain("较大"), plain("较好"), plain("较快"), plain("较高"), plain("较多"), plain("较为"),
            cue("较", Cue::Than),
        ] },
        '同' => &const { [cue("同比", Cue::Against)] },
        '环' => &const { [cue("环比", Cue::Against)] },
        '去' => &const { [cue("去年", Cue::LastYear)] },
        '由' => &const { [plain("由于"), cue("由", Cue::From)] },
        '从' => &const { [plain("从事"), plain("从而"), cue("从", Cue::From)] },
        '自' => &const { [plain("自由"), plain("自从")] },
        '理' => &const { [plain("理由")] },
        '折' => &const { [cue("折合", Cue::Converts)] },
        '即' => &const { [near("即", Cue::Converts)] },
        '相' => &const { [cue("相当于", Cue::Converts), cue("相乘", Cue::Product)] },
        '乘' => &const { [cue("乘积", Cue::Product)] },
        '之' => &const { [cue("之积", Cue::Product)] },
        '平' => &const { [
            cue("平均每宗", Cue::MeanByCount), cue("平均每家", Cue::MeanByCount), cue("平均每户", Cue::MeanByCount),
            cue("平均每个", Cue::MeanByCount), cue("平均每亩", Cue::MeanByMu), cue("平均每公顷", Cue::MeanByHectare),
            cue("平均", Cue::Mean), label("平方米数", Label::Area),
        ] },
        '日' => &const { [cue("日均", Cue::PerTime)] },
        '月' => &const { [cue("月均", Cue::PerTime)] },
        '年' => &const { [cue("年均", Cue::PerTime)] },
        '每' => &const { [
            cue("每宗", Cue::MeanByCount), cue("每家", Cue::MeanByCount), cue("每户", Cue::MeanByCount),
            cue("每个", Cue::MeanByCount), cue("每项", Cue::MeanByCount), cue("每块", Cue::MeanByCount),
            cue("每亩", Cue::MeanByMu), cue("每公顷", Cue::MeanByHectare),
        ] },
        '亩' => &const { [plain("亩均评价"), plain("亩均论"), cue("亩均", Cue::MeanByMu), label("亩数", Label::Area)] },
        '宗' => &const { [
            cue("宗均", Cue::MeanByCount), counted("宗地数", Counter::Parcel), counted("宗数", Counter::Parcel),
        ] },
        '户' => &const { [cue("户均", Cue::MeanByCount), label("户数", Label::Count)] },
        '家' => &const { [cue("家均", Cue::MeanByCount), counted("家数", Counter::Firm)] },
        '分' => &const { [cue("分别", Cue::Respectively)] },
        '依' => &const { [cue("依次", Cue::Respectively)] },
        '计' => &const { [cue("计划", Cue::Plan)] },
        '任' => &const { [cue("任务", Cue::Plan)] },
        '目' => &const { [cue("目标", Cue::Plan)] },
        '和' => &const { [plain("和谐"), cue("和", Cue::And)] },
        '与' => &const { [cue("与", Cue::And)] },
        '及' => &const { [cue("及", Cue::And)] },
        '以' => &const { [cue("以及", Cue::And)] },
        '的' => &const { [cue("的", Cue::Of)] },
        '栋' => &const { [counted("栋数", Counter::Building)] },
        '处' => &const { [counted("处数", Counter::Site)] },
        '套' => &const { [counted("套数", Counter::Set)] },
        '数' => &const { [label("数量", Label::Count)] },
        '个' => &const { [label("个数", Label::Count)] },
        '项' => &const { [label("项目数", Label::Count), counted("项数", Counter::Item)] },
        '件' => &const { [counted("件数", Counter::Case)] },
        '面' => &const { [label("面积", Label::Area)] },
        '用' => &const { [label("用地面积", Label::Area), label("用地", Label::Perhaps(Dimension::Area))] },
        '土' => &const { [label("土地面积", Label::Area)] },
        '金' => &const { [label("金额", Label::Money)] },
        '成' => &const { [label("成交价款", Label::Money), label("成交额", Label::Money)] },
        '价' => &const { [label("价款", Label::Money)] },
        '投' => &const { [plain("投资强度"), label("投资额", Label::Money), label("投资", Label::Perhaps(Dimension::Money))] },
        '超' => &const { [
            limit("超过了", Qualifier::Over), limit("超过", Qualifier::Over),
            limit("超出", Qualifier::Over), qualifier("超", Qualifier::Over),
        ] },
        '逾' => &const { [qualifier("逾", Qualifier::Over)] },
        '约' => &const { [
            cue("约合", Cue::Converts), plain("约定"), qualifier("约为", Qualifier::About), qualifier("约", Qualifier::About),
        ] },
        '大' => &const { [limit("大于", Qualifier::Over), qualifier("大约", Qualifier::About)] },
        '将' => &const { [qualifier("将近", Qualifier::Nearly)] },
        '接' => &const { [qualifier("接近", Qualifier::Nearly)] },
        '近' => &const { [half("近半", Qualifier::Nearly), qualifier("近", Qualifier::Nearly)] },
        '至' => &const { [limit("至少", Qualifier::AtLeast), limit("至多", Qualifier::AtMost)] },
        '最' => &const { [limit("最多", Qualifier::AtMost), limit("最少", Qualifier::AtLeast)] },
        '高' => &const { [limit("高于", Qualifier::Over)] },
        '多' => &const { [
            limit("多于", Qualifier::Over), near("多出", Cue::More), near("多了", Cue::More), near("多", Cue::More),
        ] },
        '低' => &const { [limit("低于", Qualifier::Under)] },
        '少' => &const { [
            limit("少于", Qualifier::Under), near("少了", Cue::Fewer), near("少", Cue::Fewer),
        ] },
        '净' => &const { [
            cue("净增长", Cue::Grow), cue("净增加", Cue::NetGain), cue("净增", Cue::NetGain),
            cue("净减少", Cue::NetLoss), cue("净减", Cue::NetLoss),
        ] },
        '负' => &const { [cue("负增长", Cue::Shrink)] },
        '不' => &const { [
            limit("不低于", Qualifier::AtLeast), limit("不少于", Qualifier::AtLeast), limit("不小于", Qualifier::AtLeast),
            limit("不超过", Qualifier::AtMost), limit("不高于", Qualifier::AtMost), limit("不大于", Qualifier::AtMost),
            limit("不多于", Qualifier::AtMost),
            qualifier("不足", Qualifier::Under), qualifier("不到", Qualifier::Under), qualifier("不满", Qualifier::Under),
        ] },
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn every_word_is_folded_and_stands_below_its_first_character() {
        for first in (0..=0xFFFF).filter_map(char::from_u32) {
            for (word, _) in starting_with(first) {
                assert!(word.chars().all(|c| fold(c) == c), "{word}");
                let is_comma = matches!(first, ',' | '，') && matches!(*word, "," | "，");
                assert!(word.starts_with(first) || is_comma, "{word} below {first}");
            }
        }
    }

    #[test]
    fn longer_words_stand_before_those_they_begin_with() {
        for first in (0..=0xFFFF).filter_map(char::from_u32) {
            let words: Vec<_> = starting_with(first).iter().map(|(word, _)| *word).collect();
            for (place, word) in words.iter().enumerate() {
                let shadowed = words[..place]
                    .iter()
                    .any(|earlier| word.starts_with(earlier));
                assert!(!shadowed, "{word} is never reached");
            }
        }
    }
}
