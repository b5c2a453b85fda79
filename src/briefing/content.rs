//! What words say of a subject, and how like another they are.

use alloc::string::String;

/// Words that a subject is known without.
const STOPS: &[&str] = &[
    "上年同期",
    "去年同期",
    "上一年度",
    "前一年度",
    "年内",
    "年末",
    "年初",
    "年底",
    "月末",
    "月底",
    "季末",
    "期末",
    "期初",
    "上半年",
    "下半年",
    "全年",
    "当年",
    "今年",
    "去年",
    "上年",
    "本年",
    "同年",
    "同期",
    "本月",
    "上月",
    "当月",
    "本周",
    "上周",
    "当周",
    "前一周",
    "本季度",
    "上季度",
    "上一季度",
    "前一季度",
    "上季",
    "上一季",
    "前一季",
    "本季",
    "前一周",
    "上一周",
    "上个月",
    "上一年",
    "前一年",
    "大致",
    "大约",
    "大概",
    "基本",
    "折算",
    "折合",
    "季度",
    "年度",
    "截至",
    "截止",
    "目前",
    "迄今",
    "以来",
    "期间",
    "累计",
    "其中",
    "分别",
    "依次",
    "合计",
    "共计",
    "小计",
    "总计",
    "总共",
    "一共",
    "上述",
    "以上",
    "该",
    "总量",
    "总额",
    "总数",
    "总面积",
    "总价款",
    "总价",
    "总",
    "合同",
    "已经",
    "已",
    "实际",
    "实现",
    "共",
    "了",
    "的",
    "为",
    "是",
    "有",
    "达",
    "至",
    "到",
    "从",
    "由",
    "在",
    "对",
    "被",
    "把",
    "也",
    "仅",
    "只",
    "各",
    "均",
    "就",
    "还",
    "又",
    "再",
    "后",
    "前",
    "另有",
    "另外",
    "另",
    "全部",
    "全市",
    "全县",
    "全区",
    "全省",
    "全国",
    "全镇",
    "我市",
    "我县",
    "我省",
    "我局",
    "我区",
    "本市",
    "本县",
    "改写",
    "刷新",
    "打破",
    "纪录",
    "宗数",
    "面积",
    "亩数",
    "公顷数",
    "平方米数",
    "栋数",
    "件数",
    "户数",
    "家数",
    "个数",
    "间数",
    "份数",
    "处数",
    "起数",
    "幅数",
    "套数",
    "企业数",
    "项目数",
    "数量",
    "价款",
    "金额",
    "涉及",
    "占用",
    "占地",
    "和",
    "与",
    "及",
    "以及",
    "、",
    "：",
    "，",
    ",",
    "比重",
    "比例",
    "占比",
    "当中",
    "之中",
    "仍",
    "所",
    "则",
    "而",
    "但",
    "且",
    "不过",
    "此外",
    "同时",
    "数",
    "量",
    "额",
    "约",
    "近",
    "逾",
    "超",
    "这",
    "等",
    "按",
    "每",
    "个",
    "宗",
    "家",
    "户",
    "项",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "两",
];

/// What is left of some words without those that say nothing of the subject.
pub(super) fn content(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(shorter) = STOPS
            .iter()
            .filter_map(|stop| rest.strip_prefix(stop))
            .min_by_key(|left| left.len())
        {
            rest = shorter;
            continue;
        }
        if first.is_alphabetic()
            && !first.is_ascii_digit()
            && first != '年'
            && first != '月'
            && first != '日'
        {
            left.push(first);
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
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
