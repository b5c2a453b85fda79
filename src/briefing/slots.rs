//! What a figure is: its role, its subject, its period.

use super::period::Period;
use crate::quantity::lexicon::Whole;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::mention::{Join, Like, Mention};
use super::words::{self, Way};
use crate::audit::{Counter, Qualifier};

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

/// The slots of all figures.
pub(super) fn entries(mentions: Vec<Mention>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::with_capacity(mentions.len());
    let nexts: Vec<Option<Next>> = mentions
        .iter()
        .enumerate()
        .map(|(at, mention)| {
            let depth = mention.depth;
            mentions
                .iter()
                .skip(at.saturating_add(1))
                .take(4)
                .find(|next| next.depth == depth)
                .map(|next| {
                    (
                        next.like,
                        next.join,
                        next.clause,
                        next.depth,
                        next.lead.clone(),
                        next.is_lost(),
                    )
                })
        })
        .collect();
    for (mut mention, next) in mentions.into_iter().zip(nexts) {
        // 甲县（86宗）、乙县（71宗）: what stands in the bracket is of the noun.
        if mention.depth == 1
            && mention.inside.is_none()
            && mention.lead.is_empty()
            && !mention.noun.is_empty()
            && mention.like.is_amount()
            && names_a_thing(&mention.noun)
        {
            mention.depth = 0;
            mention.join = Join::Pause;
            mention.lead = core::mem::take(&mut mention.noun);
        }
        // 全年合计：459.8亩: the name before the colon is its own.
        if mention.join == Join::Colon && mention.lead.is_empty() {
            mention.lead = mention
                .pre
                .rsplit('，')
                .next()
                .unwrap_or_default()
                .to_string();
        }
        let entry = entry(mention, next.as_ref(), &entries);
        entries.push(entry);
    }
    entries
}

/// Whether the words before a bracket name a place or a firm, and neither a plan
/// nor a base.
fn names_a_thing(noun: &str) -> bool {
    !noun.starts_with(['是', '为', '占', '达', '同', '与', '比', '较'])
        && !noun.ends_with(['比', '年', '月', '周'])
        && !words::has(noun, words::YEAR_BEFORE)
        && !words::has(noun, words::PLAN)
        && words::compares(noun).is_none()
        && words::more_than(noun).is_none()
        && !words::has(
            noun,
            &[
                "平均",
                "均值",
                "超过",
                "低于",
                "接近",
                "逼近",
                "标准",
                "要求",
                "上年",
                "去年",
                "限额",
                "上限",
                "下限",
                "额度",
                "控制在",
                "总",
            ],
        )
        && Period::of(noun) == Period::Unsaid
}

type Next = (Like, Join, usize, usize, String, bool);

fn entry(mention: Mention, next: Option<&Next>, before: &[Entry]) -> Entry {
    let lead = mention.lead.clone();
    let previous = before
        .iter()
        .rev()
        .take(6)
        .find(|entry| entry.mention.depth == mention.depth);
    let holder = mention.inside.and_then(|at| before.get(at));
    let joined = next.filter(|next| next.1 == Join::Figure && next.2 == mention.clause);
    let last_pre = mention
        .pre
        .rsplit('，')
        .next()
        .unwrap_or_default()
        .to_string();
    let mut found = Entry {
        role: Role::Level,
        way: None,
        is_to: leads_to(&lead),
        own: String::new(),
        base: String::new(),
        period: Period::Unsaid,
        sum: None,
        opens: lead.starts_with("其中")
            || mention
                .pre
                .split('，')
                .any(|clause| clause.starts_with("其中")),
        is_series: words::has(&lead, &["分别", "依次"]) || ends_with_each(&lead),
        parents: Vec::new(),
        is_part: false,
        is_inner: joined
            .is_some_and(|next| matches!(next.0, Like::Ratio | Like::Times) && next.4 == "的"),
        is_asked: false,
        part_of: None,
        share_of: None,
        lacks: None,
        is_second_form: false,
        item_of: None,
        is_listed: false,
        within: Vec::new(),
        mention,
    };
    found.period = match holder {
        Some(holder) if Period::of(found.lead()) == Period::Unsaid => holder.period,
        _ => period(&found, previous),
    };
    let series = previous.filter(|previous| continues(&found, previous));
    match found.like() {
        _ if found.mention.is_lost() && !matches!(found.like(), Like::Other(_)) => {
            found.role = Role::Lost;
        }
        Like::Ratio => ratio(&mut found, series, previous, joined, &last_pre),
        Like::Points => {
            found.role = Role::Points;
            change(&mut found, series, &last_pre);
        }
        Like::Times => {
            found.role = Role::Times;
            change(&mut found, series, &last_pre);
        }
        _ => amount(&mut found, previous, joined, &last_pre),
    }
    found
}

/// 各, 各为 at the end.
fn ends_with_each(lead: &str) -> bool {
    lead.ends_with('各') || lead.ends_with("各为") || lead.starts_with("各占")
}

/// Whether the words end where a change leads to.
fn leads_to(lead: &str) -> bool {
    let lead = lead.trim_end_matches(['了', '约', '近', '逾', '超']);
    // 提高到2024年的.
    if let Some(rest) = lead.strip_suffix('的')
        && let Some(at) = rest.rfind(['至', '到'])
    {
        let behind = rest.get(at..).unwrap_or_default();
        let mut behind = behind.chars().skip(1);
        if behind.all(|c| c.is_ascii_digit() || "年月季度末本今当底".contains(c)) {
            return true;
        }
    }
    (lead.ends_with('至') || lead.ends_with('到') || lead.ends_with("达到") || lead.ends_with('为'))
        && !lead.ends_with("截至")
}

/// Whether it goes on what the figure before began: 分别增长5%、6%.
fn continues(found: &Entry, previous: &Entry) -> bool {
    let lead = found.lead();
    let is_bare = lead.is_empty() || matches!(lead, "和" | "与" | "及" | "以及");
    matches!(found.mention.join, Join::Pause | Join::Figure)
        && is_bare
        && previous.mention.clause == found.mention.clause
        && previous.like() == found.like()
}

fn period(found: &Entry, previous: Option<&Entry>) -> Period {
    let own = Period::of(found.lead());
    if own != Period::Unsaid {
        return own;
    }
    if words::has(
        found.lead(),
        &[
            "全年",
            "上半年",
            "下半年",
            "前三季度",
            "一季度",
            "二季度",
            "三季度",
            "四季度",
        ],
    ) {
        return Period::Unsaid;
    }
    let pre = Period::of(&found.mention.pre);
    if pre != Period::Unsaid {
        return pre;
    }
    if found.lead().contains("同期") && found.lead().ends_with("同期") {
        return Period::YearBefore;
    }
    match previous {
        Some(previous)
            if previous.mention.sentence == found.mention.sentence
                && found.mention.join != Join::Semicolon
                && previous.role != Role::Base =>
        {
            previous.period
        }
        _ => Period::Unsaid,
    }
}

/// The slots of something that changes: own words, the base in words, the way.
fn change(found: &mut Entry, series: Option<&Entry>, last_pre: &str) -> bool {
    if let Some(previous) = series {
        found.way = previous.way;
        found.own.clone_from(&previous.own);
        found.base.clone_from(&previous.base);
        return previous.way.is_some() || previous.role == Role::Growth;
    }
    let lead = found.lead().to_string();
    let stripped = words::without_fillers(&lead);
    if let Some((before, verb, way)) = words::change_at_end(&lead) {
        let _ = verb;
        found.way = Some(way);
        split(found, without_adverbs(before), last_pre);
        return true;
    }
    if let Some((start, end)) = words::compares(stripped)
        && end == stripped.len()
    {
        found.own = stripped.get(..start).unwrap_or_default().to_string();
        found.base = stripped.get(start..).unwrap_or_default().to_string();
        return true;
    }
    if let Some((start, end, way)) = words::more_than(stripped)
        && end < stripped.len()
    {
        found.way = Some(way);
        found.own = stripped.get(..start).unwrap_or_default().to_string();
        found.base = stripped.get(end..).unwrap_or_default().to_string();
        return true;
    }
    false
}

/// Words of manner between a comparison and its verb.
fn without_adverbs(text: &str) -> &str {
    const ADVERBS: &[&str] = &[
        "分别",
        "依次",
        "大幅",
        "小幅",
        "明显",
        "略有",
        "略",
        "累计",
        "平均",
        "年均",
        "实际",
        "共",
        "又",
        "再",
        "均",
        "各",
        "仍",
        "猛",
        "急",
        "则",
        "也",
        "有所",
        "降得最多",
        "反而",
        "就",
        "要",
        "将",
        "可",
        "，",
        "了",
        "更",
    ];
    let mut rest = text;
    while let Some(shorter) = ADVERBS.iter().find_map(|adverb| rest.strip_suffix(adverb)) {
        rest = shorter;
    }
    rest
}

fn split(found: &mut Entry, before: &str, last_pre: &str) {
    match words::compares(before) {
        // 同2020年度闲置面积比.
        Some((start, _))
            if before.starts_with(['同', '与', '跟'])
                && !before.starts_with("同比")
                && start > 3 =>
        {
            found.base = before.to_string();
        }
        Some((start, _)) => {
            let own = before.get(..start).unwrap_or_default();
            // 周环比, 月同比.
            let own = if matches!(own, "周" | "月" | "季" | "日" | "年") {
                ""
            } else {
                own
            };
            found.own = own.to_string();
            found.base = before.get(start..).unwrap_or_default().to_string();
        }
        None => {
            found.own = before.to_string();
            if words::compares(last_pre).is_some() {
                found.base = last_pre.to_string();
            }
        }
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one rule, case by case in the order that it tries"
)]
fn ratio(
    found: &mut Entry,
    series: Option<&Entry>,
    previous: Option<&Entry>,
    joined: Option<&Next>,
    last_pre: &str,
) {
    let lead = found.lead().to_string();
    if let Some(previous) = series {
        found.role = previous.role;
        change(found, series, last_pre);
        return;
    }
    if found.mention.is_limit && joined.is_some() && found.mention.tail.starts_with('的') {
        found.role = Role::Class;
        return;
    }
    if found.mention.depth > 0 && lead.is_empty() {
        found.role = Role::Bare;
        return;
    }
    // 少收约41.27亿元或约16.1%.
    if let Some(previous) = previous
        && previous.role == Role::Change
        && previous.mention.clause == found.mention.clause
        && matches!(lead.as_str(), "或" | "或者" | "即" | "、")
    {
        found.role = Role::Growth;
        found.way = previous.way;
        return;
    }
    // 租金低于均价一半的87栋.
    if found.mention.tail == "的" && joined.is_some_and(|next| !matches!(next.0, Like::Ratio)) {
        found.role = Role::Class;
        return;
    }
    // 71%的园地集中在.
    if lead.is_empty()
        && found.mention.tail.starts_with('的')
        && found.mention.tail.chars().count() > 2
        && !matches!(found.mention.join, Join::Figure | Join::Pause)
    {
        found.role = Role::Share;
        return;
    }
    let stripped = words::without_fillers(&lead);
    let ends_with_change = words::change_at_end(&lead).is_some();
    let share = words::share_word(&lead);
    // 比10月的6.9%加快, 由30%提高到96%.
    let compares = words::compares(&lead);
    let is_old = is_base(found, &lead, compares, joined)
        && (joined.is_some() || is_comparison_tail(&found.mention.tail))
        && !ends_with_change;
    if is_old && (compares.is_some() || joined.is_some_and(|next| leads_to(&next.4))) {
        found.role = Role::Base;
        found.own = match compares {
            Some((start, _)) => lead.get(..start).unwrap_or_default().to_string(),
            None => lead
                .rsplit_once(['由', '从'])
                .map_or("", |(own, _)| own)
                .to_string(),
        };
        found.base = lead;
        return;
    }
    if ends_with_change && (lead.ends_with('至') || lead.ends_with('到')) {
        found.role = Role::Level;
        found.own = lead;
        return;
    }
    let has_plan =
        words::plans(&lead) && !words::has(&lead, &["计划投资", "计划总投资", "计划用地"]);
    if has_plan
        && words::has(
            &lead,
            &["完成", "达到", "为", "是", "占", "相当于", "实现", "超"],
        )
        && lead.ends_with('的')
        || stripped.ends_with("兑现")
        || (lead == "的" && previous.is_some_and(|previous| is_behind_plan(found, previous)))
    {
        found.role = Role::Plan;
        found.own = lead;
        return;
    }
    if !ends_with_change {
        if share.is_some()
            || words::SHARE_ENDS.iter().any(|end| stripped.ends_with(end))
            || words::has(&lead, &["相当于", "约合", "出自"]) && lead.ends_with('的')
        {
            found.role = Role::Share;
            let start = share.map_or_else(
                || {
                    let end = words::SHARE_ENDS
                        .iter()
                        .find(|end| stripped.ends_with(**end));
                    stripped
                        .len()
                        .saturating_sub(end.map_or(stripped.len(), |end| end.len()))
                },
                |(start, _)| start,
            );
            found.own = lead.get(..start).unwrap_or_default().to_string();
            return;
        }
        if let Some(stem) = words::rate_name(&lead) {
            found.role = Role::Rate;
            found.own = stem.to_string();
            return;
        }
    }
    if change(found, None, last_pre) {
        found.role = Role::Growth;
        return;
    }
    if words::has(&lead, &["增幅", "涨幅", "降幅", "跌幅", "增速", "减幅"]) {
        found.role = Role::Growth;
        return;
    }
    if lead.ends_with('的') || stripped.ends_with('为') {
        found.role = Role::Share;
        let at = ["相当于", "为", "是"]
            .iter()
            .find_map(|word| lead.find(word));
        found.own = lead
            .get(..at.unwrap_or_default())
            .unwrap_or_default()
            .to_string();
        return;
    }
    // 压缩审批时限45%: the verb before its noun.
    for (verb, way) in VERBS {
        if let Some((_, noun)) = lead.split_once(verb)
            && (2..=8).contains(&noun.chars().count())
        {
            found.role = Role::Growth;
            found.way = Some(*way);
            found.own = noun.to_string();
            return;
        }
    }
    // 过半, 超过半数: a share by itself.
    if found.mention.number.whole == Whole::Of(10) || found.mention.is_fraction() {
        found.role = Role::Share;
    } else {
        found.role = Role::Level;
    }
    found.own = lead;
}

/// Verbs that stand before what changes: 压缩审批时限45%.
const VERBS: &[(&str, Way)] = &[
    ("压缩", Way::Down),
    ("压减", Way::Down),
    ("缩短", Way::Down),
    ("减少", Way::Down),
    ("降低", Way::Down),
    ("节约", Way::Down),
    ("提升", Way::Up),
    ("提高", Way::Up),
];

/// 完成年度计划35公顷的68%.
fn is_behind_plan(found: &Entry, previous: &Entry) -> bool {
    previous.mention.clause == found.mention.clause
        && found.mention.join == Join::Figure
        && words::has(previous.lead(), words::PLAN)
}

#[expect(
    clippy::too_many_lines,
    reason = "one rule, case by case in the order that it tries"
)]
fn amount(found: &mut Entry, previous: Option<&Entry>, joined: Option<&Next>, last_pre: &str) {
    let lead = found.lead().to_string();
    found.sum = words::sum_word(&lead).or_else(|| {
        // 三园合计：企业262家.
        let is_named = found.mention.join == Join::Colon
            && ["合计", "总计", "小计", "共计"]
                .iter()
                .any(|word| last_pre.ends_with(word));
        is_named.then_some("合计")
    });
    let tail = found.mention.tail.as_str();
    let of_class = tail.starts_with('的') || !tail.is_empty();
    if found.mention.is_limit && joined.is_some() && of_class && !is_comparison_tail(tail) {
        found.role = Role::Class;
        return;
    }
    let is_from = words::compares(&lead).is_none() && is_base(found, &lead, None, joined);
    if !is_from && is_scope(found, joined) {
        found.role = Role::Scope;
        return;
    }
    if found.mention.is_limit
        && matches!(
            found.mention.qualifier,
            Qualifier::AtLeast | Qualifier::AtMost
        )
    {
        found.role = Role::Limit;
        found.own = lead;
        return;
    }
    let is_in_change = previous.is_some_and(|previous| {
        previous.mention.clause == found.mention.clause && previous.role == Role::Base
    });
    let compares = words::compares(&lead);
    if words::has(&lead, &["净增", "净减", "净扩", "净流入", "净流出"]) {
        found.role = Role::Net;
        found.way = words::change_at_end(&lead).map(|(_, _, way)| way);
        found.own = lead;
        return;
    }
    let names_a_class = lead.ends_with("的有") || lead.ends_with("的为") || lead.ends_with('的');
    if let Some((before, verb, way)) = words::change_at_end(&lead)
        && !found.is_to
        && !names_a_class
    {
        // 与上年相比，耕地增加0.35万亩，园地减少0.42万亩.
        let goes_on = previous.is_some_and(|previous| {
            previous.role == Role::Change
                && previous.like() == found.like()
                && previous.base.contains("相比")
                && previous.mention.sentence == found.mention.sentence
        });
        // 建设用地24.5万亩，增加0.29万亩.
        let is_bare = before.is_empty()
            && !matches!(verb, "新增" | "净增")
            && found.mention.join == Join::Comma
            && previous.is_some_and(|previous| {
                previous.role == Role::Level
                    && previous.like() == found.like()
                    && previous.mention.sentence == found.mention.sentence
                    && !previous.opens
            });
        let has_base = goes_on
            || is_bare
            || compares.is_some()
            || words::compares(last_pre).is_some()
            || is_in_change
            || words::has(&lead, &["超额", "多出", "少收", "多收"]);
        if has_base {
            found.role = Role::Change;
            found.way = Some(way);
            split(found, without_adverbs(before), last_pre);
            if goes_on && let Some(previous) = previous {
                found.base.clone_from(&previous.base);
            }
            return;
        }
        found.way = Some(way);
    }
    // 环比多消化18公顷: the verb between.
    if compares.is_some()
        && let Some(at) = lead.rfind(['多', '少'])
        && (2..=5).contains(&lead.get(at..).unwrap_or_default().chars().count())
        && !words::has(&lead, &["多于", "少于", "至少", "多少", "减少", "不少"])
    {
        found.role = Role::Change;
        found.way = Some(if lead.get(at..).unwrap_or_default().starts_with('多') {
            Way::Up
        } else {
            Way::Down
        });
        split(found, lead.get(..at).unwrap_or_default(), last_pre);
        return;
    }
    // 比上年增加1200人、300人.
    if let Some(previous) = previous
        && previous.role == Role::Change
        && found.mention.join == Join::Pause
        && lead.is_empty()
        && previous.mention.clause == found.mention.clause
    {
        found.role = Role::Change;
        found.way = previous.way;
        found.own.clone_from(&previous.own);
        found.base.clone_from(&previous.base);
        return;
    }
    // 招生6340人，多招188人.
    if let Some(way) = more_or_less(&lead)
        && found.mention.join == Join::Comma
        && previous.is_some_and(|previous| {
            previous.role == Role::Level
                && previous.like() == found.like()
                && previous.mention.sentence == found.mention.sentence
        })
    {
        found.role = Role::Change;
        found.way = Some(way);
        return;
    }
    if words::has(&lead, &["超计划", "超任务", "超目标", "超进度"]) {
        found.role = Role::Change;
        found.way = Some(Way::Up);
        return;
    }
    if let Some((start, end, way)) = words::more_than(&lead)
        && end < lead.len()
    {
        found.role = Role::Change;
        found.way = Some(way);
        found.own = lead.get(..start).unwrap_or_default().to_string();
        found.base = lead.get(end..).unwrap_or_default().to_string();
        return;
    }
    if is_base(found, &lead, compares, joined) {
        found.role = Role::Base;
        found.own = match compares {
            Some((start, _)) => lead.get(..start).unwrap_or_default().to_string(),
            None => lead
                .rsplit_once(['由', '从'])
                .map_or("", |(own, _)| own)
                .to_string(),
        };
        found.base = match compares {
            Some((start, _)) => lead.get(start..).unwrap_or_default().to_string(),
            None => lead,
        };
        return;
    }
    found.own = lead.clone();
    if words::has(&lead, words::MEAN) || found.like() == Like::Price || found.like().is_intensity()
    {
        found.role = Role::Mean;
    } else if words::has(&lead, words::REST) {
        found.role = Role::Rest;
    } else if is_target(&lead, &found.mention.noun, found.mention.depth)
        || is_next_target(found, previous)
    {
        found.role = Role::Target;
    }
}

/// 多招, 少收: by how much more or less than before.
fn more_or_less(lead: &str) -> Option<Way> {
    let way = match lead.chars().next()? {
        '多' => Way::Up,
        '少' => Way::Down,
        _ => return None,
    };
    let is_other = words::has(
        lead,
        &["于", "为", "达", "数", "是", "部", "处", "种", "个"],
    );
    (lead.chars().count() == 2 && !is_other).then_some(way)
}

/// 任务为消化240公顷、处置80公顷: the second is a task too.
fn is_next_target(found: &Entry, previous: Option<&Entry>) -> bool {
    found.mention.join == Join::Pause
        && previous.is_some_and(|previous| {
            previous.role == Role::Target
                && previous.like() == found.like()
                && previous.mention.clause == found.mention.clause
        })
}

/// 260件多20%: what follows compares.
fn is_comparison_tail(tail: &str) -> bool {
    words::change_at_end(tail).is_some()
}

fn is_target(lead: &str, noun: &str, depth: usize) -> bool {
    let is_of_plan = |text: &str| {
        words::plans(text)
            && !words::has(
                text,
                &["计划投资", "计划总投资", "完成", "计划新增", "计划用地"],
            )
    };
    is_of_plan(lead) || lead.starts_with('应') || (depth > 0 && words::plans(noun))
}

/// 由A, 从A, 比上年的A: what it was before.
fn is_base(
    found: &Entry,
    lead: &str,
    compares: Option<(usize, usize)>,
    joined: Option<&Next>,
) -> bool {
    if found.is_to && !lead.ends_with("由") {
        return false;
    }
    if compares.is_some() && !words::has(lead, &["同比", "环比", "按年"]) {
        return true;
    }
    let from = lead.rfind(['由', '从']).is_some_and(|at| {
        let behind = lead.get(at..).unwrap_or_default();
        behind.chars().count() <= 14
            && !words::has(behind, &["由于", "从事", "自由", "从而", "理由", "由此"])
    });
    from && joined.is_some_and(|next| leads_to(&next.4))
}

/// 46个园区亩均税收21万元: it counts what the next figure speaks of.
fn is_scope(found: &Entry, joined: Option<&Next>) -> bool {
    let Like::Count(counter) = found.like() else {
        return false;
    };
    let is_of_places = matches!(
        counter,
        Counter::Piece | Counter::Firm | Counter::Household | Counter::Member | Counter::Site
    );
    let tail = found.mention.tail.as_str();
    // 5个县园地面积居前: places are not parts.
    if counter == Counter::Piece
        && [
            "县",
            "市",
            "区",
            "镇",
            "乡",
            "省",
            "园区",
            "开发区",
            "城市",
            "重点县",
            "街道",
        ]
        .iter()
        .any(|place| tail.starts_with(place))
        && !tail.ends_with('中')
        && !tail.contains("中")
    {
        return true;
    }
    let is_topic =
        tail.contains('中') || tail.contains('里') || tail.starts_with('占') || tail.contains("占");
    is_of_places
        && !is_topic
        && tail.chars().count() >= 2
        && joined.is_some_and(|next| !matches!(next.0, Like::Ratio))
        && !is_comparison_tail(tail)
}
