//! Shares and rates: 占, 占比, …率.

use alloc::vec::Vec;

use super::finding::FindingKind;
use super::relate::{Output, amounts_before, before, names_whole, pair, whole_before};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place, Slot};
use super::words::{Cue, Cues};
use crate::audit::Relation;
use crate::audit::unit::Dimension;

/// `N`, `N` 占 (`N` 的) `r`; see [`Rule::Share`] and [`Rule::Rate`].
pub(super) fn share(groups: &mut [Group], at: usize, out: &mut Output) {
    let Some(rates) = groups.get(at).cloned() else {
        return;
    };
    let rule = if rates.lead.has(Cue::Rate) && !rates.lead.has(Cue::Share) {
        Rule::Rate
    } else {
        Rule::Share
    };
    let named = names_whole(groups, at)
        .then(|| at.checked_sub(1).and_then(|place| groups.get(place)).cloned())
        .flatten();
    let until = if named.is_some() {
        at.saturating_sub(1)
    } else {
        at
    };
    // 7宗中，服务业占57%: the part is not printed.
    let opens_scope = Cues::of(&[Cue::Among, Cue::Within]);
    if named.is_none() && rates.lead.has_any(opens_scope) {
        some_of(groups, at, &rates, out);
        return;
    }
    let Some(part) = amounts_before(groups, until) else {
        out.no_partner(&rates.slots);
        return;
    };
    let mut done = false;
    for (rate, place, amount) in parts(groups, part, &rates, out) {
        let wholes = match &named {
            Some(group) => group.like(&amount).copied().into_iter().collect(),
            None => wholes(groups, place, &amount),
        };
        if wholes.len() > 1 {
            out.find(FindingKind::SeveralWholes, rate.span);
        }
        for whole in wholes {
            let relation = Relation::Share {
                part: amount.value,
                whole: whole.value,
            };
            out.claim(rule, rate.value, relation, &[rate, amount, whole]);
            done = true;
        }
        if let Some(group) = groups.get_mut(place) {
            group.is_part = group.is_part || done;
        }
    }
    out.no_partner(&rates.slots);
}

/// 4宗（57%）: a share that no word names; see [`FindingKind::BareShare`].
pub(super) fn bare(groups: &mut [Group], at: usize, out: &mut Output) {
    let Some(rates) = groups.get(at) else { return };
    let span = super::relate::hull(&rates.slots);
    let claims = out.passages.len();
    share(groups, at, out);
    if out.passages.len() > claims {
        out.find(FindingKind::BareShare, span);
    }
}

/// Some of a count, if there is one count that it can be.
fn some_of(groups: &[Group], at: usize, rates: &Group, out: &mut Output) {
    let whole = amounts_before(groups, at)
        .and_then(|place| groups.get(place))
        .and_then(|group| {
            let mut counts = group
                .slots
                .iter()
                .filter(|slot| slot.value.unit().dimension() == Dimension::Count);
            let only = group.slots.len() == 1
                || rates.labels.as_slice() == [super::words::Label::Count];
            counts.next().filter(|_| only).copied()
        });
    if let (Some(whole), [rate]) = (whole, rates.slots.as_slice()) {
        let relation = Relation::SomeOf { whole: whole.value };
        out.claim(Rule::Share, rate.value, relation, &[*rate, whole]);
    }
    out.no_partner(&rates.slots);
}

/// Which rate speaks of which part, and where that stands.
fn parts(
    groups: &[Group],
    nearest: usize,
    rates: &Group,
    out: &mut Output,
) -> Vec<(Slot, usize, Slot)> {
    let Some(group) = groups.get(nearest) else {
        return Vec::new();
    };
    let count = rates.slots.len();
    // Behind a sum, the rates speak of its terms: 甲4宗、乙3宗，共7宗，分别占….
    let (first, last) = match group.terms {
        Some(terms) if count > 1 => terms,
        _ => (0, nearest.saturating_add(1)),
    };
    if count > 1 && group.slots.len() != count
        && let Some(list) = list_of(groups, first, last, count)
    {
        return rates
            .slots
            .iter()
            .zip(list)
            .map(|(rate, (place, amount))| (*rate, place, amount))
            .collect();
    }
    // Two groups of two amounts, and two rates: whose are they?
    if count > 1
        && count == group.slots.len()
        && list_of(groups, 0, last, count).is_some()
    {
        out.find(FindingKind::SeveralParts, super::relate::hull(&rates.slots));
    }
    pair(rates, &group.slots, out)
        .into_iter()
        .map(|(rate, amount)| (rate, nearest, amount))
        .collect()
}

/// So many groups, one after the other, that measure the same.
fn list_of(
    groups: &[Group],
    first: usize,
    last: usize,
    count: usize,
) -> Option<Vec<(usize, Slot)>> {
    let start = last.checked_sub(count).filter(|start| *start >= first)?;
    let model = groups.get(start)?.slots.first()?;
    (start..last)
        .map(|place| {
            let group = groups.get(place)?;
            let is_listed = group.kind == Kind::Amount && group.place != Place::Named && !group.is_carried;
            let amount = group.like(model).filter(|_| is_listed)?;
            Some((place, *amount))
        })
        .collect()
}

/// What a part can be a part of.
fn wholes(groups: &[Group], part: usize, amount: &Slot) -> Vec<Slot> {
    let Some(group) = groups.get(part) else {
        return Vec::new();
    };
    if let Place::PartOf(until) = group.place {
        return whole_before(groups, until, amount).into_iter().collect();
    }
    let in_reach = |carried: bool| {
        before(part)
            .filter_map(|place| groups.get(place))
            .filter(|group| {
                group.is_carried == carried
                    && group.kind == Kind::Amount
                    && group.place == Place::Top
                    && !group.is_part
            })
            .filter_map(|group| group.like(amount).copied())
            .collect::<Vec<_>>()
    };
    // A sum of which it is a term may stand behind it.
    let total = groups.iter().skip(part).take(super::relate::REACH).find_map(|group| {
        let (first, last) = group.terms?;
        (first..last).contains(&part).then(|| group.like(amount).copied())?
    });
    if let Some(total) = total {
        return alloc::vec![total];
    }
    let here = in_reach(false);
    if here.is_empty() { in_reach(true) } else { here }
}
