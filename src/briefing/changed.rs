//! Slots of what changes: the way, the base in words, where a change leads to.

use alloc::string::{String, ToString as _};

use super::entry::{Entry, Role};
use super::mention::{Join, Like};
use super::words;

/// What stands behind a figure: what it measures, how it is joined, its clause,
/// its depth, its words, and whether it cannot be held.
pub(super) type Next = (Like, Join, usize, usize, String, bool);

/// Whether the words end where a change leads to.
pub(super) fn leads_to(lead: &str) -> bool {
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

/// The slots of something that changes: own words, the base in words, the way.
pub(super) fn change(found: &mut Entry, series: Option<&Entry>, last_pre: &str) -> bool {
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
pub(super) fn without_adverbs(text: &str) -> &str {
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

pub(super) fn split(found: &mut Entry, before: &str, last_pre: &str) {
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

/// 260件多20%: what follows compares.
pub(super) fn is_comparison_tail(tail: &str) -> bool {
    words::change_at_end(tail).is_some()
}

/// 由A, 从A, 比上年的A: what it was before.
pub(super) fn is_base(
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
