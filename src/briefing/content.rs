//! What words say of a subject, and how like another they are.

use alloc::string::String;

/// Words that a subject is known without: the first character, in order, and what
/// follows it, the longest first.
const STOPS: &[(char, &[&str])] = &[
    (',', &[""]),
    ('、', &[""]),
    ('一', &["共", ""]),
    ('七', &[""]),
    ('三', &[""]),
    (
        '上',
        &[
            "年同期",
            "一年度",
            "一季度",
            "半年",
            "季度",
            "一季",
            "一周",
            "个月",
            "一年",
            "年",
            "月",
            "周",
            "季",
            "述",
        ],
    ),
    ('下', &["半年"]),
    ('不', &["过"]),
    ('与', &[""]),
    ('且', &[""]),
    ('两', &[""]),
    ('个', &["数", ""]),
    ('为', &[""]),
    ('之', &["中"]),
    ('九', &[""]),
    ('也', &[""]),
    ('了', &[""]),
    ('二', &[""]),
    ('五', &[""]),
    ('亩', &["数"]),
    ('仅', &[""]),
    ('今', &["年"]),
    ('仍', &[""]),
    ('从', &[""]),
    ('以', &["来", "上", "及"]),
    ('件', &["数"]),
    ('价', &["款"]),
    ('份', &["数"]),
    ('企', &["业数"]),
    ('但', &[""]),
    ('依', &["次"]),
    ('全', &["年", "部", "市", "县", "区", "省", "国", "镇"]),
    ('八', &[""]),
    ('公', &["顷数"]),
    ('六', &[""]),
    ('共', &["计", ""]),
    ('其', &["中"]),
    ('再', &[""]),
    ('分', &["别"]),
    ('则', &[""]),
    ('到', &[""]),
    ('刷', &["新"]),
    ('前', &["一年度", "一季度", "一周", "一季", "一年", ""]),
    ('十', &[""]),
    ('占', &["用", "地", "比"]),
    ('去', &["年同期", "年"]),
    ('又', &[""]),
    ('及', &[""]),
    ('另', &["有", "外", ""]),
    ('只', &[""]),
    ('各', &[""]),
    ('合', &["计", "同"]),
    ('同', &["年", "期", "时"]),
    ('后', &[""]),
    ('和', &[""]),
    ('四', &[""]),
    ('在', &[""]),
    ('均', &[""]),
    ('基', &["本"]),
    ('处', &["数"]),
    ('大', &["致", "约", "概"]),
    ('套', &["数"]),
    ('季', &["末", "度"]),
    ('宗', &["数", ""]),
    ('实', &["际", "现"]),
    ('家', &["数", ""]),
    ('对', &[""]),
    ('小', &["计"]),
    ('就', &[""]),
    ('已', &["经", ""]),
    ('幅', &["数"]),
    ('平', &["方米数"]),
    ('年', &["内", "末", "初", "底", "度"]),
    ('当', &["年", "月", "周", "中"]),
    (
        '总',
        &["面积", "价款", "计", "共", "量", "额", "数", "价", ""],
    ),
    ('我', &["市", "县", "省", "局", "区"]),
    ('截', &["至", "止"]),
    ('户', &["数", ""]),
    ('所', &[""]),
    ('打', &["破"]),
    ('把', &[""]),
    ('折', &["算", "合"]),
    ('按', &[""]),
    ('改', &["写"]),
    ('数', &["量", ""]),
    ('是', &[""]),
    ('月', &["末", "底"]),
    ('有', &[""]),
    ('期', &["末", "初", "间"]),
    ('本', &["季度", "年", "月", "周", "季", "市", "县"]),
    ('栋', &["数"]),
    ('此', &["外"]),
    ('每', &[""]),
    ('比', &["重", "例"]),
    ('涉', &["及"]),
    ('由', &[""]),
    ('的', &[""]),
    ('目', &["前"]),
    ('等', &[""]),
    ('累', &["计"]),
    ('约', &[""]),
    ('纪', &["录"]),
    ('而', &[""]),
    ('至', &[""]),
    ('被', &[""]),
    ('该', &[""]),
    ('起', &["数"]),
    ('超', &[""]),
    ('达', &[""]),
    ('迄', &["今"]),
    ('近', &[""]),
    ('还', &[""]),
    ('这', &[""]),
    ('逾', &[""]),
    ('量', &[""]),
    ('金', &["额"]),
    ('间', &["数"]),
    ('面', &["积"]),
    ('项', &["目数", ""]),
    ('额', &[""]),
    ('，', &[""]),
    ('：', &[""]),
];

/// What stands behind the longest such word, if one begins with this character.
fn without_stop(first: char, behind: &str) -> Option<&str> {
    let row = STOPS.binary_search_by_key(&first, |(first, _)| *first);
    let (_, ends) = STOPS.get(row.ok()?)?;
    ends.iter().find_map(|end| behind.strip_prefix(end))
}

/// What is left of some words without those that say nothing of the subject.
pub(super) fn content(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let behind = rest.get(first.len_utf8()..).unwrap_or_default();
        if let Some(shorter) = without_stop(first, behind) {
            rest = shorter;
            continue;
        }
        let is_letter = matches!(first, '\u{4e00}'..='\u{9fff}') || first.is_alphabetic();
        if is_letter && !matches!(first, '年' | '月' | '日') {
            left.push(first);
        }
        rest = behind;
    }
    left
}

/// How much of a subject stands in other words, in hundredths: characters,
/// where two of them stand side by side in both.
pub(super) fn likeness(subject: &str, words: &str) -> usize {
    let all = subject.chars().count();
    if all == 0 {
        return 0;
    }
    let there = subject.chars().filter(|c| words.contains(*c)).count();
    let mut pairs = subject.chars().zip(subject.chars().skip(1));
    let joined = pairs.any(|(a, b)| {
        let mut pair = String::from(a);
        pair.push(b);
        words.contains(pair.as_str())
    });
    if !joined && all > 1 {
        return 0;
    }
    there
        .saturating_mul(100)
        .checked_div(all)
        .unwrap_or_default()
}

/// Words for how far the subject reaches.
const REACHES: &[&str] = &[
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "全镇",
    "全域",
    "全流域",
    "全球",
    "市区",
    "城区",
];

/// The word for how far it reaches, in a text.
pub(super) fn reach(text: &str) -> Option<&'static str> {
    REACHES.iter().copied().find(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_and_the_longest_goes_first() {
        assert!(STOPS.is_sorted_by(|(a, _), (b, _)| a < b));
        for (_, ends) in STOPS {
            assert!(ends.is_sorted_by_key(|end| core::cmp::Reverse(end.len())));
        }
        assert_eq!(
            content("截至2024年年末，全市上年同期的工业用地面积"),
            "工业用地"
        );
        assert_eq!(content("总面积总价abc年"), "abc");
    }
}
