//! So much for each: 平均每宗, 户均, 亩均.

use alloc::vec::Vec;

use super::cue::{Cue, Cues};
use super::finding::FindingKind;
use super::relate::{Output, REACH, before, is_change};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place, Slot};
use crate::audit::unit::Dimension;
use crate::audit::{Published, Relation, Unit};
use crate::quantity::AreaUnit;

/// `N`, `N`, 平均每宗 `N`; see [`Rule::Mean`].
///
/// The total may stand behind: 12宗，每宗3亩，共36亩.
pub(super) fn mean(groups: &[Group], at: usize, out: &mut Output) {
    let Some(means) = groups.get(at) else { return };
    for mean in &means.slots {
        let per_land = match means.lead {
            lead if lead.has(Cue::MeanByMu) => Some(AreaUnit::Mu),
            lead if lead.has(Cue::MeanByHectare) => Some(AreaUnit::Hectare),
            _ => match mean.value.unit() {
                Unit::Price(_, area) => Some(area),
                _ => None,
            },
        };
        let figure = match (per_land, mean.value.unit()) {
            (Some(area), Unit::Money(money)) => price(mean.value, Unit::Price(money, area)),
            _ => mean.value,
        };
        let wanted = match figure.unit() {
            Unit::Price(money, _) => Unit::Money(money),
            unit => unit,
        };
        let total = nearest(groups, at, |slot| slot.value.unit().is_like(wanted));
        let total = total.or_else(|| sum_behind(groups, at, wanted));
        let over = divisors(groups, at, per_land.is_some());
        let Some(total) = total.filter(|_| !over.is_empty()) else {
            continue;
        };
        if over.len() > 1 {
            out.find(FindingKind::SeveralParts, mean.span);
        }
        for over in over {
            let relation = Relation::Mean {
                total: total.value,
                over: over.value,
            };
            out.claim(Rule::Mean, figure, relation, &[*mean, total, over]);
        }
    }
    out.no_partner(&means.slots);
}

/// The same number in another unit, for 亩均300万元 is 300万元/亩.
fn price(value: Published, unit: Unit) -> Published {
    // The digits and places are those of a printed number already.
    Published::new(value.digits(), value.places(), unit)
        .map_or(value, |price| price.with_qualifier(value.qualifier()))
}

/// The nearest amount before that fits and can be divided.
fn nearest(groups: &[Group], at: usize, fits: impl Fn(&Slot) -> bool) -> Option<Slot> {
    amounts(groups, at).find_map(|group| group.slots.iter().copied().find(|slot| fits(slot)))
}

fn amounts(groups: &[Group], at: usize) -> impl Iterator<Item = &Group> {
    before(at)
        .filter_map(|place| groups.get(place))
        .filter(|group| group.kind == Kind::Amount && group.place != Place::Named)
        .filter(|group| !is_change(group.lead))
}

/// By what the total is divided: all counts of the nearest group that has
/// some, or its land.
fn divisors(groups: &[Group], at: usize, per_land: bool) -> Vec<Slot> {
    let dimension = if per_land {
        Dimension::Area
    } else {
        Dimension::Count
    };
    amounts(groups, at)
        .map(|group| {
            let slots = group.slots.iter().copied();
            slots
                .filter(|slot| slot.value.unit().dimension() == dimension)
                .collect::<Vec<_>>()
        })
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The total that stands behind: 共36亩.
fn sum_behind(groups: &[Group], at: usize, unit: Unit) -> Option<Slot> {
    let total = Cues::of(&[Cue::Sum, Cue::Altogether]);
    groups
        .iter()
        .skip(at.saturating_add(1))
        .take(REACH)
        .filter(|group| group.kind == Kind::Amount && group.lead.has_any(total))
        .find_map(|group| {
            let mut slots = group.slots.iter().copied();
            slots.find(|slot| slot.value.unit().is_like(unit))
        })
}
