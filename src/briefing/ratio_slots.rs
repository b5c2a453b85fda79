//! Slots of a percentage: a share, a plan, a rate, a growth, a base.

use alloc::string::ToString as _;

use super::changed::{Next, change, is_base, is_comparison_tail, leads_to};
use super::entry::{Entry, Role};
use super::mention::{Join, Like};
use super::words::{self, Way};
use crate::quantity::lexicon::Whole;

/// What a percentage is.
#[expect(
    clippy::too_many_lines,
    reason = "one rule, case by case in the order that it tries"
)]
pub(super) fn ratio(
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
