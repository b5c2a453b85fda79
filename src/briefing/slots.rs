//! What a figure is: its role, its subject, its period.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::amount_slots::amount;
use super::changed::{Next, change, leads_to};
use super::entry::{Entry, Role};
use super::mention::{Join, Like, Mention};
use super::period::Period;
use super::ratio_slots::ratio;
use super::words;

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
