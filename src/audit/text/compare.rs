//! Limits and products: 高于, 不低于, 相乘.

use super::cue::{Cue, Cues};
use super::relate::Output;
use super::rule::Rule;
use super::scan::Form;
use super::sentence::{Group, Kind, Slot};
use crate::audit::{Comparison, Qualifier, Relation};

/// What may stand between a figure and its limit.
const BETWEEN: Cues = Cues::of(&[
    Cue::Comma,
    Cue::Text,
    Cue::Of,
    Cue::Plan,
    Cue::Open,
    Cue::Close,
]);

/// `N` 高于 `N`; see [`Rule::Comparison`]. Whether it is one.
pub(super) fn compare(groups: &[Group], at: usize, out: &mut Output) -> bool {
    let (Some(group), Some(earlier)) = (
        groups.get(at),
        at.checked_sub(1).and_then(|place| groups.get(place)),
    ) else {
        return false;
    };
    let [limit] = group.slots.as_slice() else {
        return false;
    };
    let fits = limit.form == Form::Limit
        && group.lead.within(BETWEEN)
        && earlier.kind == group.kind
        && !earlier.is_carried;
    // The nearest that measures the same: 1.2 and 1.0 have no unit.
    let figure = earlier.slots.iter().rev().find(|slot| {
        slot.is_like(limit) && (group.kind != Kind::Plain || earlier.slots.len() == 1)
    });
    let (Some(figure), true, Some(order)) = (figure, fits, order(limit)) else {
        return false;
    };
    let relation = Relation::Compared {
        order,
        with: limit.value.with_qualifier(Qualifier::Exactly),
    };
    out.claim(Rule::Comparison, figure.value, relation, &[*figure, *limit]);
    true
}

const fn order(limit: &Slot) -> Option<Comparison> {
    match limit.value.qualifier() {
        Qualifier::Over => Some(Comparison::More),
        Qualifier::AtLeast => Some(Comparison::AtLeast),
        Qualifier::Under => Some(Comparison::Less),
        Qualifier::AtMost => Some(Comparison::AtMost),
        _ => None,
    }
}

/// `r`, `r`, 相乘 `r`; see [`Rule::Product`].
pub(super) fn product(groups: &[Group], at: usize, out: &mut Output) {
    let Some(figure) = groups.get(at) else { return };
    let factors = at.checked_sub(1).and_then(|place| groups.get(place));
    if let (Some(factors), [product]) = (factors, figure.slots.as_slice())
        && factors.kind == Kind::Rate
        && factors.slots.len() > 1
    {
        let mut operands = alloc::vec![*product];
        operands.extend(&factors.slots);
        let relation = Relation::Product {
            factors: factors.slots.iter().map(|slot| slot.value).collect(),
        };
        out.claim(Rule::Product, product.value, relation, &operands);
    }
    out.no_partner(&figure.slots);
}
