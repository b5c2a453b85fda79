//! Sums, parts and what they leave: 合计, 其中, 其余.

use alloc::vec::Vec;

use super::cue::{Cue, Cues};
use super::finding::FindingKind;
use super::relate::{Output, REACH, whole_before};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place};
use crate::audit::{Comparison, Relation};

/// What may stand before the terms of a sum.
const TERM: Cues = Cues::of(&[
    Cue::Text,
    Cue::And,
    Cue::Of,
    Cue::Minus,
    Cue::Among,
    Cue::Within,
    Cue::Respectively,
    Cue::Altogether,
    Cue::Comma,
    Cue::Pause,
    Cue::Semicolon,
    Cue::Colon,
    Cue::Open,
    Cue::Close,
]);

/// What begins a list: the first term stands behind it.
const OPENS: Cues = Cues::of(&[Cue::Among, Cue::Within, Cue::Colon, Cue::Respectively]);

/// `N`, `N`, 合计 `N`; see [`Rule::Sum`]. Whether it is a sum.
pub(super) fn sum(groups: &mut [Group], at: usize, list: &mut usize, out: &mut Output) -> bool {
    let Some(total) = groups.get(at).cloned() else {
        return false;
    };
    // 上述6宗合计20亩: the terms end with the sentence before.
    let new_sentence = (first_of_sentence(groups).max(*list)..=at)
        .rev()
        .take(REACH)
        .find(|place| {
            groups
                .get(*place)
                .is_some_and(|group| group.lead.has(Cue::Stop))
        });
    let end = new_sentence.unwrap_or(at);
    let Some(first) = first_term(groups, *list, end) else {
        return false;
    };
    let opens = groups
        .get(first)
        .is_some_and(|group| group.lead.has_any(OPENS));
    if new_sentence.is_some() && !opens {
        // Only a part of the list was read.
        return false;
    }
    let terms_of = groups.get(first..end).unwrap_or_default();
    let has_items = terms_of
        .iter()
        .skip(1)
        .any(|group| group.lead.has(Cue::Semicolon));
    let mut done = false;
    for figure in &total.slots {
        let (mut plus, mut minus, mut operands) = (Vec::new(), Vec::new(), alloc::vec![*figure]);
        let mut terms: usize = 0;
        let mut is_clear = true;
        for (place, group) in terms_of.iter().enumerate() {
            if group.kind != Kind::Amount {
                continue;
            }
            // 甲公司取得3亩，投资2亿元；: beside the term, what describes it.
            let describes = has_items
                && place > 0
                && group.lead.has(Cue::Comma)
                && !group.lead.has(Cue::Semicolon);
            let Some(term) = group.like(figure) else {
                terms = terms.saturating_add(usize::from(!describes));
                continue;
            };
            is_clear = is_clear && !describes;
            terms = terms.saturating_add(1);
            operands.push(*term);
            if group.lead.has(Cue::Minus) {
                minus.push(term.value);
            } else {
                plus.push(term.value);
            }
        }
        // Each thing on the list must say how much.
        let found = operands.len().saturating_sub(1);
        if found < 2 || found != terms || plus.is_empty() || !is_clear {
            continue;
        }
        out.claim(
            Rule::Sum,
            figure.value,
            Relation::Sum { plus, minus },
            &operands,
        );
        if total.lead.has(Cue::Cumulative) {
            out.find(FindingKind::CumulativeSum, figure.span);
        }
        done = true;
    }
    if !done && at.saturating_sub(first) > REACH {
        // A long list is walked once.
        *list = at;
    }
    if done {
        *list = at.saturating_add(1);
        if let Some(group) = groups.get_mut(at) {
            group.terms = Some((first, end));
        }
        // A term is a part of the sum, and no whole of what follows.
        for group in groups.get_mut(first..end).unwrap_or_default() {
            group.is_part = true;
        }
        part(groups, at, out);
    }
    done
}

/// Where the list begins that ends before a place.
fn first_term(groups: &[Group], list: usize, at: usize) -> Option<usize> {
    let mut first = None;
    for place in (list..at).rev() {
        let group = groups.get(place)?;
        match group.kind {
            Kind::Amount => {}
            // Shares and growth between the terms do not end the list.
            Kind::Rate => continue,
            _ => break,
        }
        let opens = group.lead.has_any(OPENS);
        if !group.lead.within(TERM) || group.place == Place::Named {
            break;
        }
        first = Some(place);
        if opens {
            break;
        }
    }
    first
}

/// `N`, 其中 `N`, 其余 `N`; see [`Rule::Rest`].
pub(super) fn rest(groups: &mut [Group], at: usize, list: &mut usize, out: &mut Output) {
    let Some(left) = groups.get(at).cloned() else {
        return;
    };
    let scope = match left.place {
        Place::PartOf(scope) => scope,
        // 计划10宗，已完成6宗，剩余4宗: a whole, a part, and the rest.
        _ => match *groups
            .get(first_of_sentence(groups).max(*list)..at)
            .unwrap_or_default()
        {
            [ref whole, ref part]
                if [whole, part].iter().all(|group| group.kind == Kind::Amount) =>
            {
                at.saturating_sub(1)
            }
            _ => at,
        },
    };
    let start = scope.max(*list);
    for figure in left.slots.iter().filter(|slot| slot.has_parts()) {
        let whole = whole_before(groups, scope, figure);
        let (mut minus, mut operands) = (Vec::new(), Vec::new());
        let mut complete = true;
        for group in groups.get(start..at).unwrap_or_default() {
            if group.kind != Kind::Amount || group.place == Place::Named {
                continue;
            }
            match group.like(figure) {
                Some(part) => {
                    minus.push(part.value);
                    operands.push(*part);
                }
                None => complete = false,
            }
        }
        let Some(whole) = whole.filter(|_| complete && !minus.is_empty()) else {
            out.no_partner(&[*figure]);
            continue;
        };
        operands.insert(0, whole);
        operands.insert(0, *figure);
        let plus = alloc::vec![whole.value];
        out.claim(
            Rule::Rest,
            figure.value,
            Relation::Sum { plus, minus },
            &operands,
        );
    }
    *list = at.saturating_add(1);
    part(groups, at, out);
}

/// `N`, 其中 `N`, 其他 `N`: the rest, if nothing else is meant.
pub(super) fn others(groups: &mut [Group], at: usize, list: &mut usize, out: &mut Output) {
    let others = groups.get(at);
    let is_part = others.is_some_and(|group| matches!(group.place, Place::PartOf(_)));
    if !is_part {
        return;
    }
    let span = others.map(|group| super::relate::hull(&group.slots));
    let claims = out.passages.len();
    rest(groups, at, list, out);
    let is_rest = out
        .passages
        .iter()
        .skip(claims)
        .any(|passage| passage.rule == Rule::Rest);
    if let Some(span) = span.filter(|_| is_rest) {
        out.find(FindingKind::OthersAsRest, span);
    }
}

/// Where the groups begin that no earlier sentence has.
pub(super) fn first_of_sentence(groups: &[Group]) -> usize {
    groups.iter().take_while(|group| group.is_carried).count()
}

/// `N`, 其中 `N`; see [`Rule::Part`].
pub(super) fn part(groups: &[Group], at: usize, out: &mut Output) {
    let Some(group) = groups.get(at) else { return };
    let Place::PartOf(until) = group.place else {
        return;
    };
    for slot in group.slots.iter().filter(|slot| slot.has_parts()) {
        if let Some(whole) = whole_before(groups, until, slot) {
            let relation = Relation::Compared {
                order: Comparison::AtMost,
                with: whole.value,
            };
            out.claim(Rule::Part, slot.value, relation, &[*slot, whole]);
        }
    }
}
