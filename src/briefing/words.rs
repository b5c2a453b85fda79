//! The lexicon: words that relate figures, as folding leaves them.

use alloc::string::String;

pub(super) use super::content::{content, likeness, reach};

/// Which way something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Way {
    Up,
    Down,
}

/// Words behind which a figure says by how much something grew; the longest
/// first where one ends with another.
pub(super) const UP: &[&str] = &[
    "净增加",
    "增加",
    "成长",
    "增长",
    "增多",
    "增收",
    "增幅",
    "增速",
    "新增",
    "净增",
    "净扩",
    "大增",
    "猛增",
    "激增",
    "递增",
    "上升",
    "回升",
    "攀升",
    "跃升",
    "拉升",
    "提升",
    "抬升",
    "升幅",
    "上涨",
    "看涨",
    "大涨",
    "涨幅",
    "提高",
    "抬高",
    "走高",
    "扩大",
    "高出",
    "多出",
    "多供",
    "多收",
    "多增",
    "加快",
    "提速",
    "反弹",
    "上扬",
    "超出",
    "超额完成",
    "快了",
    "高了",
    "多了",
    "增",
    "涨",
    "升",
    "高",
    "多",
    "快",
];

/// Words behind which a figure says by how much something fell.
pub(super) const DOWN: &[&str] = &[
    "负增长",
    "净减少",
    "减少",
    "减收",
    "少收",
    "少供",
    "减幅",
    "净减",
    "锐减",
    "骤减",
    "下降",
    "降低",
    "降幅",
    "骤降",
    "锐降",
    "下跌",
    "大跌",
    "跌幅",
    "回落",
    "缩减",
    "缩小",
    "缩短",
    "收窄",
    "压减",
    "压缩",
    "精简",
    "下滑",
    "下调",
    "下挫",
    "倒退",
    "萎缩",
    "放缓",
    "减慢",
    "缩水",
    "少了",
    "低了",
    "降了",
    "减",
    "跌",
    "降",
    "少",
    "低",
    "慢",
];

/// Words that end like those above and are none.
const NO_CHANGE: &[&str] = &[
    "最高",
    "较高",
    "新高",
    "更高",
    "偏高",
    "至高",
    "很多",
    "许多",
    "大多",
    "众多",
    "较多",
    "最多",
    "更多",
    "至少",
    "最少",
    "最低",
    "较低",
    "偏低",
    "更低",
    "不少",
    "多少",
    "最快",
    "较快",
    "尽快",
    "加减",
    "核减",
    "增减",
    "普惠性减",
];

/// Words that join a word and its number, and say nothing else.
const FILLERS: &[&str] = &[
    "达到了",
    "达到",
    "分别为",
    "依次为",
    "均为",
    "约为",
    "仅为",
    "分别达",
    "分别",
    "依次",
    "各为",
    "为",
    "达",
    "至",
    "到",
    "了",
    "是",
    "有",
    "仅",
    "只",
    "已",
    "就",
    "便",
    "又",
    "也",
    "则",
    "却",
    "均",
    "各",
    "共",
    "总计",
    "的",
    "反而",
    "仍",
    "还",
    "：",
    "超",
    "近",
    "逾",
    "约",
    "其实",
    "全部",
    "都",
];

/// Fillers that carry nothing, without those that say where something leads.
pub(super) fn without_fillers(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = FILLERS
            .iter()
            .find_map(|filler| rest.strip_suffix(filler))
            .or_else(|| rest.strip_suffix(['，', ',', '-', '+']));
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// The word of a change at the end of a text, and what stands before it.
pub(super) fn change_at_end(text: &str) -> Option<(&str, &'static str, Way)> {
    let text = without_fillers(text);
    if NO_CHANGE.iter().any(|word| text.ends_with(word)) {
        return None;
    }
    let find = |words: &'static [&'static str], way| {
        words
            .iter()
            .find_map(|word| text.strip_suffix(word).map(|before| (before, *word, way)))
    };
    let (up, down) = (find(UP, Way::Up), find(DOWN, Way::Down));
    match (up, down) {
        (Some(a), Some(b)) => Some(if b.1.len() > a.1.len() { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Words between a subject and what it is compared with.
const COMPARES: &[&str] = &[
    "与上年同期相比",
    "同比",
    "环比",
    "按年",
    "按月",
    "按季",
    "年比",
    "相比",
    "较",
    "比",
];

/// Signs beside 比 and 较 that make them part of another word.
const BEFORE_BI: &str = "占同环对年类配无百之正";
const BEHIND_BI: &str = "例重率值较如拼学对价";
/// Signs that a base begins with, behind 较.
const BEHIND_JIAO: &str = "上去前同全第此年初计平该整改规其往本省市县目任基原一二三国";

/// Where a comparison begins and where its word ends.
pub(super) fn compares(text: &str) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    for word in COMPARES {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(word)) {
            let start = from.saturating_add(at);
            let end = start.saturating_add(word.len());
            let before = text.get(..start).and_then(|t| t.chars().next_back());
            let behind = text.get(end..).and_then(|t| t.chars().next());
            let is_other = match *word {
                "比" => {
                    before.is_some_and(|c| BEFORE_BI.contains(c))
                        || behind.is_some_and(|c| BEHIND_BI.contains(c))
                }
                "较" => {
                    !behind.is_some_and(|c| BEHIND_JIAO.contains(c) || c.is_ascii_digit())
                        || before == Some('比')
                            && !text.get(..start).is_some_and(|t| t.ends_with("占比"))
                }
                _ => false,
            };
            if !is_other && found.is_none_or(|(earlier, _)| start < earlier) {
                found = Some((start, end));
                break;
            }
            from = end;
        }
    }
    found
}

/// Words that say which of two is more: 高于全省平均水平.
const MORE_THAN: &[(&str, Way)] = &[
    ("高于", Way::Up),
    ("快于", Way::Up),
    ("多于", Way::Up),
    ("大于", Way::Up),
    ("优于", Way::Up),
    ("高出", Way::Up),
    ("超出", Way::Up),
    ("超过", Way::Up),
    ("低于", Way::Down),
    ("慢于", Way::Down),
    ("少于", Way::Down),
    ("小于", Way::Down),
];

/// 高于 and what it compares with, at the end of a text.
pub(super) fn more_than(text: &str) -> Option<(usize, usize, Way)> {
    MORE_THAN
        .iter()
        .filter_map(|(word, way)| {
            let at = text.rfind(word)?;
            Some((at, at.saturating_add(word.len()), *way))
        })
        .max()
}

impl PartialOrd for Way {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Way {
    fn cmp(&self, _: &Self) -> core::cmp::Ordering {
        core::cmp::Ordering::Equal
    }
}

/// Whether any of some words stands in a text.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Words of the time before.
pub(super) const YEAR_BEFORE: &[&str] = &[
    "上年",
    "去年",
    "上一年",
    "前一年",
    "前年",
    "上一财年",
    "上财年",
    "上一年度",
    "前一年度",
];
pub(super) const MONTH_BEFORE: &[&str] = &["上月", "上个月", "前一月", "上一月"];
pub(super) const WEEK_BEFORE: &[&str] = &["上周", "前一周", "上一周", "前周", "上星期"];
pub(super) const QUARTER_BEFORE: &[&str] =
    &["上季", "上一季", "前一季", "上财季", "上一财季", "前一财季"];
pub(super) const TIME_BEFORE: &[&str] =
    &["上期", "上一期", "前期", "上届", "早前", "整治前", "改革前"];
/// Words of this time, which end what a word of the time before began.
pub(super) const NOW: &[&str] = &[
    "今年",
    "本年",
    "本月",
    "本周",
    "当周",
    "本季",
    "当季",
    "当月",
    "当年",
    "目前",
    "本期",
    "现",
    "截至",
    "到目前",
    "下周",
    "明年",
    "下月",
    "第三季度",
    "第四季度",
];

/// Words that announce a plan.
pub(super) const PLAN: &[&str] = &["计划", "任务", "目标", "预算", "指标", "盘子", "安排"];

/// Whether some words announce a plan; 一般公共预算收入 does not.
pub(super) fn plans(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "公共预算",
        "预算收入",
        "预算支出",
        "基金预算",
        "计划生育",
        "指标体系",
    ];
    has(text, PLAN)
        && (!has(text, OTHERS)
            || has(
                &OTHERS
                    .iter()
                    .fold(String::from(text), |text, other| text.replace(other, "")),
                PLAN,
            ))
}

/// Words that name the total of what stands before.
pub(super) const SUM: &[&str] = &[
    "合计", "共计", "小计", "总计", "总共", "一共", "累计", "合共", "共",
];

/// Words with 共 in them that sum nothing.
const NOT_SUM: &[&str] = &[
    "公共", "共同", "共享", "共建", "共有", "共用", "共性", "共和", "共识", "共生", "共青", "中共",
];

/// The word that sums, in a text.
pub(super) fn sum_word(text: &str) -> Option<&'static str> {
    SUM.iter().copied().find(|word| {
        let Some(at) = text.find(word) else {
            return false;
        };
        *word != "共" || {
            let around = text.get(at.saturating_sub(3)..).unwrap_or_default();
            !NOT_SUM.iter().any(|other| around.contains(other))
        }
    })
}

/// Words that name what is left.
pub(super) const REST: &[&str] = &[
    "其余",
    "剩余",
    "剩下",
    "余下",
    "尚余",
    "尚缺",
    "还差",
    "尚差",
    "还剩",
    "只剩",
    "仅剩",
    "尚剩",
    "结余",
    "实际待",
    "待处置",
    "未办结的",
    "尚未",
];

/// Words of a mean.
pub(super) const MEAN: &[&str] = &[
    "亩均",
    "宗均",
    "户均",
    "间均",
    "人均",
    "生均",
    "次均",
    "处均",
    "村均",
    "班均",
    "地均",
    "栋均",
    "家均",
    "件均",
    "套均",
    "年均",
    "平均",
    "均价",
    "均值",
    "每宗",
    "每家",
    "每户",
    "每个",
    "每亩",
    "每公顷",
    "每栋",
    "每平方",
    "每人",
    "每天",
    "每处",
    "日均",
    "月均",
    "周均",
    "每件",
    "每千人",
    "每万人",
    "每套",
    "单价",
    "强度",
    "楼面价",
    "地价为",
    "单位",
];

/// Words that open the parts of what stands before.
pub(super) const INCLUDES: &[&str] = &["包括", "包含", "主要有", "主要为", "涵盖"];

/// Words that say a list is not the whole.
pub(super) const NOT_ALL: &[&str] = &[
    "主要",
    "排名前",
    "排位前",
    "居前",
    "最多",
    "不计",
    "如",
    "例如",
];

/// Where the word of a share begins and ends: 占, 占比, but not 占地.
pub(super) fn share_word(text: &str) -> Option<(usize, usize)> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find('占')) {
        let start = from.saturating_add(at);
        let end = start.saturating_add('占'.len_utf8());
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        let behind = text.get(end..).and_then(|t| t.chars().next());
        let is_other = behind.is_some_and(|c| "地用补领据道先".contains(c))
            || before.is_some_and(|c| "侵抢强霸独".contains(c));
        if !is_other {
            found = Some((start, end));
        }
        from = end;
    }
    found
}

/// Words that end the name of a share: 占…的比重.
pub(super) const SHARE_ENDS: &[&str] = &[
    "比重",
    "比例",
    "占比",
    "份额",
    "面积比",
    "宗数比",
    "之比",
    "比率",
];

/// A rate by its name: 开工率. `None` where the word is of something else.
pub(super) fn rate_name(text: &str) -> Option<&str> {
    let text = without_fillers(text);
    let stem = text
        .strip_suffix('率')
        .or_else(|| text.strip_suffix("比例"))
        .or_else(|| text.strip_suffix("率比"))
        .or_else(|| {
            text.strip_suffix("进度")
                .filter(|stem| !stem.is_empty() && !has(stem, &["时间", "序时", "平均"]))
        });
    let stem = stem.or_else(|| {
        text.strip_suffix('面').filter(|stem| {
            ["增长", "下降", "上涨", "下跌", "覆盖", "亏损", "达标"]
                .iter()
                .any(|end| stem.ends_with(end))
        })
    })?;
    Some(stem)
}

/// Rates that are levels of their own: no count beside them is their part.
pub(super) const LEVELS: &[&str] = &[
    "满意",
    "溢价",
    "容积",
    "绿地",
    "利",
    "税",
    "汇",
    "费",
    "效",
    "概",
    "频",
    "合格",
    "产出",
    "回报",
    "增长",
    "折现",
    "失业",
    "城镇化",
    "绿化",
    "覆盖",
    "产销",
    "收益",
    "毛利",
    "净利",
    "好评",
    "优良",
    "入住",
    "负债",
    "贡献",
    "上座",
    "资本化",
    "产能利用",
    "空置",
];

/// The pair that the name of a rate picks: what is done, and of what.
pub(super) const PAIRS: &[(&str, &[&str], &[&str])] = &[
    (
        "成交",
        &["成交", "摘牌", "竞得"],
        &["推出", "挂牌", "出让", "供应", "推地"],
    ),
    ("流拍", &["流拍", "流标"], &["推出", "挂牌", "出让", "供应"]),
    ("流标", &["流标", "流拍"], &["推出", "挂牌", "出让", "供应"]),
    ("供地", &["供应", "供地"], &["批准", "批"]),
    ("属实", &["属实"], &["受理", "举报"]),
    ("到位", &["到位"], &["投资", "投入", "计划"]),
];
