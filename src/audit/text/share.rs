//! Shares and rates: 占, 占比, …率.

use alloc::vec::Vec;

use super::cue::{Cue, Cues};
use super::finding::FindingKind;
use super::relate::{
    NET, Output, amounts_before, before, measured_before, measures, names_whole, pair, whole_before,
};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place, Slot};
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
        .then(|| {
            at.checked_sub(1)
                .and_then(|place| groups.get(place))
                .cloned()
        })
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
    // 占全市供地的20%: the city's total may be printed in this sentence, or
    // nowhere. A rate of completion is that of its own sentence.
    let in_words = named.is_none() && rates.lead.has(Cue::Text);
    let reach = if in_words || rule == Rule::Rate {
        Reach::Sentence
    } else {
        Reach::Paragraph
    };
    for Part {
        rate,
        place,
        amount,
        list,
    } in parts(groups, until, &rates, out)
    {
        let wholes = match &named {
            Some(group) => group.like(&amount).copied().into_iter().collect(),
            None => wholes(groups, place, list, &amount, reach),
        };
        if wholes.len() > 1 {
            out.find(FindingKind::SeveralWholes, rate.span);
        }
        if in_words && !wholes.is_empty() {
            out.find(FindingKind::WholeInWords, rate.span);
        }
        if wholes.is_empty() {
            out.open(rule, rate.value, &rate, &amount);
        }
        for whole in &wholes {
            let relation = Relation::Share {
                part: amount.value,
                whole: whole.value,
            };
            out.claim(rule, rate.value, relation, &[rate, amount, *whole]);
        }
        if let Some(group) = groups.get_mut(place) {
            group.is_part = group.is_part || !wholes.is_empty();
            group.is_open_part = group.is_open_part || wholes.is_empty() && !group.is_carried;
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
            let label = match rates.labels.as_slice() {
                [label] => Some(*label),
                _ => None,
            };
            let mut counts = group.slots.iter().filter(|slot| {
                slot.value.unit().dimension() == Dimension::Count
                    && label.is_none_or(|label| slot.is(label))
            });
            let only = group.slots.len() == 1 || label.is_some();
            counts.next().filter(|_| only).copied()
        });
    if let (Some(whole), [rate]) = (whole, rates.slots.as_slice()) {
        let relation = Relation::SomeOf { whole: whole.value };
        out.claim(Rule::Share, rate.value, relation, &[*rate, whole]);
    }
    out.no_partner(&rates.slots);
}

/// A part that a rate speaks of.
struct Part {
    rate: Slot,
    /// Where its group stands.
    place: usize,
    amount: Slot,
    /// Where the list begins that it is on; its whole stands before.
    list: usize,
}

/// Which rate speaks of which part.
fn parts(groups: &[Group], until: usize, rates: &Group, out: &mut Output) -> Vec<Part> {
    if let Some(labels) = measures(rates) {
        let named = rates.slots.iter().zip(labels);
        let found = named.filter_map(|(rate, label)| {
            let (place, amount) = measured_before(groups, until, label)?;
            Some(Part {
                rate: *rate,
                place,
                amount,
                list: place,
            })
        });
        return found.collect();
    }
    let nearest = amounts_before(groups, until);
    let Some((nearest, group)) = nearest.and_then(|place| Some((place, groups.get(place)?))) else {
        return Vec::new();
    };
    let amounts: Vec<_> = group
        .slots
        .iter()
        .copied()
        .filter(Slot::has_parts)
        .collect();
    let count = rates.slots.len();
    // Behind a sum, the rates speak of its terms: 甲4宗、乙3宗，共7宗，分别占….
    let scope = match group.place {
        Place::PartOf(scope) => scope,
        _ => 0,
    };
    let (first, last) = match group.terms {
        Some((first, last)) if last.saturating_sub(first) == count => (first, last),
        Some(_) => (nearest, nearest),
        None => (scope, nearest.saturating_add(1)),
    };
    if count > 1
        && amounts.len() != count
        && let Some(list) = list_of(groups, first, last, count)
    {
        let start = last.saturating_sub(count);
        return rates
            .slots
            .iter()
            .zip(list)
            .map(|(rate, (place, amount))| Part {
                rate: *rate,
                place,
                amount,
                list: start,
            })
            .collect();
    }
    let mut pairs: Vec<_> = pair(rates, &amounts, out)
        .into_iter()
        .map(|(rate, amount)| Part {
            rate,
            place: nearest,
            amount,
            list: nearest,
        })
        .collect();
    // Two groups of two amounts, and two rates: by amount or by group?
    if count > 1
        && count == amounts.len()
        && let Some(list) = list_of(groups, scope, last, count)
    {
        out.find(FindingKind::SeveralParts, super::relate::hull(&rates.slots));
        for (rate, (place, _)) in rates.slots.iter().zip(list) {
            let listed = groups.get(place).map(|group| group.slots.as_slice());
            let amounts = listed.unwrap_or_default().iter();
            pairs.extend(amounts.map(|amount| Part {
                rate: *rate,
                place,
                amount: *amount,
                list: last.saturating_sub(count),
            }));
        }
    }
    pairs
}

/// So many groups, one after the other, that measure the same.
fn list_of(
    groups: &[Group],
    first: usize,
    last: usize,
    count: usize,
) -> Option<Vec<(usize, Slot)>> {
    let start = last.checked_sub(count).filter(|start| *start >= first)?;
    let model = groups
        .get(start)?
        .slots
        .iter()
        .find(|slot| slot.has_parts())?;
    (start..last)
        .map(|place| {
            let group = groups.get(place)?;
            let is_listed =
                group.kind == Kind::Amount && group.place != Place::Named && !group.is_carried;
            let amount = group.like(model).filter(|_| is_listed)?;
            Some((place, *amount))
        })
        .collect()
}

/// How far back a whole may stand that no 其中 points to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Sentence,
    Paragraph,
}

/// What a part can be a part of.
fn wholes(groups: &[Group], part: usize, list: usize, amount: &Slot, reach: Reach) -> Vec<Slot> {
    let Some(group) = groups.get(part) else {
        return Vec::new();
    };
    if let Place::PartOf(until) = group.place {
        return whole_before(groups, until, amount).into_iter().collect();
    }
    let in_reach = |carried: bool| {
        before(list)
            .filter_map(|place| groups.get(place))
            .filter(|group| {
                group.is_carried == carried
                    && group.kind == Kind::Amount
                    && group.place == Place::Top
                    && !group.is_part
                    && !group.is_open_part
                    && !group.lead.has_any(NET)
            })
            .filter_map(|group| group.like(amount).copied())
            // What is less than the part is not its whole.
            .filter(|whole| is_within(amount, whole))
            .collect::<Vec<_>>()
    };
    // A sum of which it is a term may stand behind it.
    let total = groups
        .iter()
        .skip(part)
        .take(super::relate::REACH)
        .find_map(|group| {
            let (from, until) = group.terms?;
            (from..until)
                .contains(&part)
                .then(|| group.like(amount).copied())?
        });
    if let Some(total) = total {
        return alloc::vec![total];
    }
    let here = in_reach(false);
    if here.is_empty() && reach == Reach::Paragraph {
        in_reach(true)
    } else {
        here
    }
}

/// Whether a part is printed as no more than its whole.
fn is_within(part: &Slot, whole: &Slot) -> bool {
    let unit = whole.value.unit();
    let value = |slot: &Slot| {
        let number = slot.value.in_unit(unit)?;
        number.value()
    };
    let both = value(part).zip(value(whole));
    both.is_none_or(|(part, whole)| part <= whole)
}
