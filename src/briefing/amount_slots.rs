//! Slots of an amount: a level, a change, a base, a target, a limit, a class.

use alloc::string::ToString as _;

use super::changed::{Next, is_base, is_comparison_tail, split, without_adverbs};
use super::entry::{Entry, Role};
use super::mention::{Join, Like};
use super::words::{self, Way};
use crate::audit::{Counter, Qualifier};

/// What an amount is.
#[expect(
    clippy::too_many_lines,
    reason = "one rule, case by case in the order that it tries"
)]
pub(super) fn amount(
    found: &mut Entry,
    previous: Option<&Entry>,
    joined: Option<&Next>,
    last_pre: &str,
) {
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
