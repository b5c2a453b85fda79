//! Growth and changes: 增长, 下降, 增加, 百分点, 倍.

use super::cue::{Cue, Cues};
use super::finding::FindingKind;
use super::relate::{
    GROWTH, Output, SHRINK, amounts_before, before, is_change, measured_before, measures, pair,
    turned,
};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place};
use crate::audit::Relation;

/// What says that an amount is that of the time before.
const BASE: Cues = Cues::of(&[Cue::From, Cue::LastYear, Cue::Than]);

/// What may stand before the result of a growth.
const RESULT: Cues = Cues::of(&[Cue::Comma, Cue::Text, Cue::To]);

/// What grew, and from what.
struct Grown {
    now: usize,
    /// Where the base stands, and whether only its year says so.
    base: Option<(usize, bool)>,
}

/// Looks for what grew before a place.
fn grown(groups: &mut [Group], at: usize) -> Option<Grown> {
    // 面积增长54.7%: the nearest land, whatever stands between.
    let label = groups.get(at).and_then(measures);
    let nearest = match label.as_deref() {
        Some([label]) => measured_before(groups, at, *label)?.0,
        _ => amounts_before(groups, at)?,
    };
    let group = groups.get(nearest)?;
    // 较上年的115宗增长, 2024年7宗，上年5宗，增长: the nearest is the base.
    let is_base = group.lead.has_any(BASE)
        && !group.lead.has(Cue::To)
        && !is_change(group.lead)
        && !group.is_carried;
    let now = amounts_before(groups, nearest).filter(|now| {
        let now = groups.get(*now);
        is_base
            && now.is_some_and(|now| {
                // Two bases are those of two things.
                !now.lead.has(Cue::Than) && group.slots.iter().any(|slot| now.like(slot).is_some())
            })
    });
    if let Some(now) = now {
        if let Some(group) = groups.get_mut(nearest) {
            group.place = Place::Named;
        }
        return Some(Grown {
            now,
            base: Some((nearest, false)),
        });
    }
    let group = groups.get(nearest)?;
    // 较上年的123宗增长92.68%，达到237宗: what it grew to stands behind.
    let behind = at.saturating_add(1);
    let is_behind = groups.get(behind).is_some_and(|now| {
        now.kind == Kind::Amount
            && now.lead.within(RESULT)
            && group.slots.iter().any(|slot| now.like(slot).is_some())
    });
    if is_behind && group.lead.has(Cue::LastYear) {
        return Some(Grown {
            now: behind,
            base: Some((nearest, false)),
        });
    }
    // 由115宗增至383宗, 上年115宗，今年383宗: the one before is the base.
    // The base of a part is no whole: it measures the same thing.
    let own = match group.place {
        Place::PartOf(scope) => scope,
        _ => 0,
    };
    let of_the_same = || before(nearest).take_while(move |place| *place >= own);
    let earlier = of_the_same().find(|place| {
        groups.get(*place).is_some_and(|earlier| {
            earlier.kind == Kind::Amount
                && earlier.lead.has_any(BASE)
                && !is_change(earlier.lead)
                && earlier.slots.iter().any(|slot| group.like(slot).is_some())
        })
    });
    if let Some(base) = earlier {
        return Some(Grown {
            now: nearest,
            base: Some((base, false)),
        });
    }
    let last_year = group.year.and_then(|year| year.checked_sub(1));
    let by_year = of_the_same().find(|place| {
        groups.get(*place).is_some_and(|earlier| {
            earlier.kind == Kind::Amount
                && earlier.place == Place::Top
                && last_year.is_some()
                && earlier.year == last_year
        })
    });
    Some(Grown {
        now: nearest,
        base: by_year.map(|base| (base, true)),
    })
}

/// `N`, 较 `N` 增长 `r`; see [`Rule::Growth`].
pub(super) fn growth(groups: &mut [Group], at: usize, out: &mut Output) {
    let Some(rates) = groups.get(at).cloned() else {
        return;
    };
    let found = grown(groups, at);
    let Some(found) = found else {
        out.no_partner(&rates.slots);
        return;
    };
    let Some(now) = groups.get(found.now).cloned() else {
        return;
    };
    for (rate, amount) in pair(&rates, &now.slots, out) {
        let printed = rate.value;
        let figure = if rates.lead.has_any(SHRINK) {
            turned(printed)
        } else {
            printed
        };
        let base = found.base.and_then(|(place, by_year)| {
            let base = groups.get(place)?.like(&amount).copied()?;
            Some((base, by_year))
        });
        match base {
            Some((base, by_year)) => {
                let relation = Relation::Growth {
                    from: base.value,
                    to: amount.value,
                };
                out.claim(Rule::Growth, figure, relation, &[rate, amount, base]);
                if by_year {
                    out.find(FindingKind::BaseByYear, rate.span);
                }
            }
            None => {
                out.open(Rule::Growth, figure, &rate, &amount);
            }
        }
    }
    out.no_partner(&rates.slots);
}

/// `N`, 较 `N` 增加 `N`; see [`Rule::Change`].
pub(super) fn change(groups: &mut [Group], at: usize, out: &mut Output) {
    let Some(changes) = groups.get(at).cloned() else {
        return;
    };
    if let Some(Grown {
        now,
        base: Some((base, by_year)),
    }) = grown(groups, at)
    {
        for change in &changes.slots {
            let like = |place: usize| groups.get(place).and_then(|group| group.like(change));
            let (Some(now), Some(base)) = (like(now), like(base)) else {
                continue;
            };
            let (more, less) = if changes.lead.has_any(SHRINK) {
                (base, now)
            } else {
                (now, base)
            };
            let relation = Relation::Sum {
                plus: alloc::vec![more.value],
                minus: alloc::vec![less.value],
            };
            out.claim(
                Rule::Change,
                change.value,
                relation,
                &[*change, *now, *base],
            );
            if by_year {
                out.find(FindingKind::BaseByYear, change.span);
            }
        }
    }
    out.no_partner(&changes.slots);
}

/// 由 `r` 提高到 `r`, 提高 … 个百分点; see [`Rule::Points`].
pub(super) fn points(groups: &[Group], at: usize, out: &mut Output) {
    let Some(points) = groups.get(at) else { return };
    let mut levels = before(at)
        .filter_map(|place| groups.get(place))
        .filter(|group| group.kind == Kind::Rate)
        .filter_map(|group| match group.slots.as_slice() {
            [only] => Some((only, group.lead)),
            _ => None,
        });
    let (nearest, earlier) = (levels.next(), levels.next());
    if let ([figure], Some((nearest, lead)), Some((earlier, earlier_lead))) =
        (points.slots.as_slice(), nearest, earlier)
    {
        let is_growth = lead.has_any(GROWTH) || earlier_lead.has_any(GROWTH);
        // The base is the one that a word calls so. A growth is no level, but
        // where 增速 compares two of them.
        let (now, base) = if is_growth {
            let are_paces = lead.has(Cue::Pace)
                && lead.has_any(BASE)
                && earlier_lead.has_any(GROWTH)
                && !earlier_lead.has_any(SHRINK);
            if !are_paces {
                out.no_partner(&points.slots);
                return;
            }
            (earlier, nearest)
        } else if earlier_lead.has_any(BASE) {
            (nearest, earlier)
        } else if lead.has_any(BASE) {
            (earlier, nearest)
        } else {
            out.no_partner(&points.slots);
            return;
        };
        let (more, less) = if points.lead.has_any(SHRINK) {
            (base, now)
        } else {
            (now, base)
        };
        let relation = Relation::Sum {
            plus: alloc::vec![more.value],
            minus: alloc::vec![less.value],
        };
        out.claim(
            Rule::Points,
            figure.value,
            relation,
            &[*figure, *now, *base],
        );
    }
    out.no_partner(&points.slots);
}

/// `N` 是 `N` 的 … 倍; see [`Rule::Multiple`].
pub(super) fn multiple(groups: &mut [Group], at: usize, out: &mut Output) {
    let Some(times) = groups.get(at).cloned() else {
        return;
    };
    let base = at.checked_sub(1).filter(|_| times.is_attached());
    let base = base.filter(|place| {
        groups
            .get(*place)
            .is_some_and(|group| group.kind == Kind::Amount && !group.is_carried)
    });
    let now = base.and_then(|base| amounts_before(groups, base));
    if let ([figure], Some(base), Some(now)) = (times.slots.as_slice(), base, now) {
        let amount = |place: usize| groups.get(place).map(|group| group.slots.clone());
        let bases = amount(base).unwrap_or_default();
        if let ([base_slot], Some(now)) = (
            bases.as_slice(),
            groups.get(now).and_then(|group| group.like(bases.first()?)),
        ) {
            let relation = Relation::Product {
                factors: alloc::vec![base_slot.value, figure.value],
            };
            out.claim(
                Rule::Multiple,
                now.value,
                relation,
                &[*now, *base_slot, *figure],
            );
        }
    }
    out.no_partner(&times.slots);
}
