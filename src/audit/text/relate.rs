//! The relating step: rules over the groups of a sentence, in their order.
//!
//! Each rule looks back by at most [`REACH`] groups, or over a list that it
//! then closes; so a sentence is related in time that grows with its length.

use alloc::vec::Vec;

use super::cue::{Cue, Cues, Label};
use super::figure::Reason;
use super::finding::{Finding, FindingKind};
use super::passage::{Open, Passage};
use super::rule::Rule;
use super::sentence::{Group, Kind, Place, Sentence, Slot};
use super::{compare, growth, mean, share, sum};
use crate::audit::{Claim, Published, Qualifier, Relation, Span};

/// How many groups back a rule looks.
pub(super) const REACH: usize = 16;

/// What came of a text.
#[derive(Debug, Default)]
pub(super) struct Output {
    pub(super) passages: Vec<Passage>,
    pub(super) open: Vec<Open>,
    pub(super) findings: Vec<Finding>,
    /// For each figure, why it stands in no claim; `None` where it does.
    pub(super) reasons: Vec<Option<Reason>>,
}

impl Output {
    /// Makes a claim, or says that none can be made.
    pub(super) fn claim(
        &mut self,
        rule: Rule,
        figure: Published,
        relation: Relation,
        operands: &[Slot],
    ) {
        let span = hull(operands);
        let Ok(claim) = Claim::new(figure, relation) else {
            self.find(FindingKind::NoSuchClaim, span);
            self.no_partner(operands);
            return;
        };
        for operand in operands {
            if let Some(reason) = self.reasons.get_mut(operand.figure) {
                *reason = None;
            }
        }
        self.passages.push(Passage {
            rule,
            span,
            claim,
            operands: operands.iter().map(|operand| operand.figure).collect(),
        });
    }

    /// Says what is known where one figure of a claim is nowhere.
    pub(super) fn open(&mut self, rule: Rule, figure: Published, rate: &Slot, known: &Slot) {
        self.open.push(Open {
            rule,
            span: hull(&[*rate, *known]),
            figure,
            known: known.value,
            operands: [rate.figure, known.figure],
        });
        self.no_partner(&[*rate, *known]);
    }

    /// Says that a word asks for a figure that is nowhere.
    pub(super) fn no_partner(&mut self, slots: &[Slot]) {
        for slot in slots {
            if let Some(Some(reason)) = self.reasons.get_mut(slot.figure) {
                *reason = Reason::NoPartner;
            }
        }
    }

    pub(super) fn find(&mut self, kind: FindingKind, span: Span) {
        self.findings.push(Finding { kind, span });
    }
}

/// From the first of them to the last.
pub(super) fn hull(slots: &[Slot]) -> Span {
    let start = slots.iter().map(|slot| slot.span.start).min();
    let end = slots.iter().map(|slot| slot.span.end).max();
    Span {
        start: start.unwrap_or_default(),
        end: end.unwrap_or_default(),
    }
}

/// Reads all claims of a sentence.
pub(super) fn relate(sentence: &mut Sentence, out: &mut Output) {
    for (amount, other) in &sentence.conversions {
        let relation = Relation::Same {
            amount: amount.value,
        };
        out.claim(Rule::Conversion, other.value, relation, &[*other, *amount]);
    }
    let groups = &mut sentence.groups;
    // Where the list began whose sum or rest comes next.
    let first = sum::first_of_sentence(groups);
    let mut list = first;
    for at in first..groups.len() {
        dispatch(groups, at, &mut list, out);
    }
}

/// What says that something grew or shrank.
pub(super) const GROWTH: Cues = Cues::of(&[
    Cue::Grow,
    Cue::More,
    Cue::Shrink,
    Cue::Fewer,
    Cue::Pace,
    Cue::NetGain,
    Cue::NetLoss,
]);
/// What says that it shrank.
pub(super) const SHRINK: Cues = Cues::of(&[Cue::Shrink, Cue::Fewer, Cue::NetLoss]);
/// What says so of what came in less what went out; either can be more.
pub(super) const NET: Cues = Cues::of(&[Cue::NetGain, Cue::NetLoss]);
/// What says that a change is one against something else.
const COMPARED: Cues = Cues::of(&[
    Cue::More,
    Cue::Fewer,
    Cue::Than,
    Cue::Against,
    Cue::LastYear,
]);
const LEVEL: Cues = Cues::of(&[Cue::From, Cue::To]);
const SHARE: Cues = Cues::of(&[Cue::Share, Cue::Rate]);
const SUM: Cues = Cues::of(&[Cue::Sum, Cue::Altogether, Cue::Cumulative]);
const MEAN: Cues = Cues::of(&[
    Cue::Mean,
    Cue::MeanByCount,
    Cue::MeanByMu,
    Cue::MeanByHectare,
]);

/// Picks the rule that the words before a group ask for.
fn dispatch(groups: &mut [Group], at: usize, list: &mut usize, out: &mut Output) {
    let Some(group) = groups.get(at) else { return };
    let (kind, lead) = (group.kind, group.lead);
    match kind {
        // 日均15家, 年均增速5%: no count divides them, and they have no parts.
        _ if lead.has(Cue::PerTime) => {
            no_partner(groups, at, out);
            set_place(groups, at, Place::Named);
        }
        // A level is what a change is measured from.
        Kind::Rate if lead.has_any(LEVEL) => {}
        // So are the factors of a product.
        Kind::Rate if is_factor(groups, at) => {}
        Kind::Rate if lead.has(Cue::Product) => compare::product(groups, at, out),
        Kind::Rate | Kind::Times if lead.has_any(GROWTH) => growth::growth(groups, at, out),
        Kind::Rate if lead.has_any(SHARE) || names_whole(groups, at) => {
            share::share(groups, at, out);
        }
        Kind::Rate if compare::compare(groups, at, out) => {}
        Kind::Rate if lead.has(Cue::Open) && is_behind_amount(groups, at) => {
            share::bare(groups, at, out);
        }
        Kind::Rate => no_partner(groups, at, out),
        Kind::Points => growth::points(groups, at, out),
        Kind::Times => growth::multiple(groups, at, out),
        Kind::Plain => {
            compare::compare(groups, at, out);
        }
        Kind::Amount if names_whole(groups, at.saturating_add(1)) || lead.has(Cue::Share) => {
            set_place(groups, at, Place::Named);
        }
        Kind::Amount if lead.has_any(MEAN) => {
            set_place(groups, at, Place::Named);
            mean::mean(groups, at, out);
        }
        Kind::Amount if lead.has(Cue::Others) => sum::others(groups, at, list, out),
        Kind::Amount if lead.has(Cue::Rest) => sum::rest(groups, at, list, out),
        Kind::Amount if is_change(lead) => {
            if lead.has_any(GROWTH) {
                growth::change(groups, at, out);
            } else {
                no_partner(groups, at, out);
            }
            // 耕地减少126亩，其中…: a change that stands by itself has parts; and
            // what was added net can be a part.
            if lead.has_any(COMPARED) || !(lead.has(Cue::Text) || lead.has_any(NET)) {
                set_place(groups, at, Place::Named);
            }
        }
        Kind::Amount if lead.has_any(SUM) && sum::sum(groups, at, list, out) => {}
        Kind::Amount if compare::compare(groups, at, out) => {
            set_place(groups, at, Place::Named);
        }
        Kind::Amount => sum::part(groups, at, out),
    }
}

/// 占24.3万亩的52.2%, 较上年的115宗增长233%: whether the rate at a place
/// names the amount before it.
pub(super) fn names_whole(groups: &[Group], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| groups.get(before));
    let (Some(before), Some(group)) = (before, groups.get(at)) else {
        return false;
    };
    before.kind == Kind::Amount
        && !before.is_carried
        && before.lead.has(Cue::Share)
        && group.kind == Kind::Rate
        && group.is_attached()
}

/// Whether the rate behind it is the product of it.
fn is_factor(groups: &[Group], at: usize) -> bool {
    groups
        .get(at.saturating_add(1))
        .is_some_and(|next| next.kind == Kind::Rate && next.lead.has(Cue::Product))
}

/// 增加4宗, 净增4宗, 环比多消化4宗: whether an amount is a change.
pub(super) const fn is_change(lead: Cues) -> bool {
    (lead.has_any(GROWTH) || lead.has(Cue::Against)) && !lead.has_any(LEVEL)
}

/// 4宗（57%）: whether a bracket opens behind an amount.
fn is_behind_amount(groups: &[Group], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| groups.get(before));
    before.is_some_and(|before| before.kind == Kind::Amount)
}

fn no_partner(groups: &[Group], at: usize, out: &mut Output) {
    if let Some(group) = groups.get(at) {
        out.no_partner(&group.slots);
    }
}

fn set_place(groups: &mut [Group], at: usize, place: Place) {
    if let Some(group) = groups.get_mut(at) {
        group.place = place;
    }
}

/// The places of the groups before one, nearest first, no further than
/// [`REACH`].
pub(super) fn before(at: usize) -> impl Iterator<Item = usize> {
    (at.saturating_sub(REACH)..at).rev()
}

/// The nearest group before 其中 that can be a whole of an amount: a part only
/// if it stands right before, for parts have parts.
///
/// 耕地中 in a new sentence means the nearest one only if that is not itself a
/// share of something else.
pub(super) fn whole_before(groups: &[Group], at: usize, slot: &Slot) -> Option<Slot> {
    let nearest = amounts_before(groups, at);
    let is_named = groups
        .get(at)
        .is_some_and(|group| group.lead.has(Cue::Within));
    let (group, whole) = before(at).find_map(|place| {
        let group = groups.get(place)?;
        let is_whole = group.place == Place::Top || nearest == Some(place);
        (group.kind == Kind::Amount && is_whole && !group.lead.has_any(NET))
            .then(|| Some((group, *group.like(slot)?)))
            .flatten()
    })?;
    let is_other = is_named && group.is_carried && group.is_open_part;
    (!is_other).then_some(whole)
}

/// The nearest group of amounts before a place that is no named whole.
pub(super) fn amounts_before(groups: &[Group], at: usize) -> Option<usize> {
    before(at).find(|place| {
        groups
            .get(*place)
            .is_some_and(|group| group.kind == Kind::Amount && group.place != Place::Named)
    })
}

/// What the words before the rates say that each of them measures, if they do.
fn labels(rates: &Group) -> Option<Vec<Label>> {
    let labels: Vec<_> = if rates.labels.len() == rates.slots.len() {
        rates.labels.clone()
    } else {
        rates.slots.iter().filter_map(|slot| slot.label).collect()
    };
    // 价款分别占价款总额的30%和70%: a word for both tells none apart.
    let mut places = labels.iter().enumerate();
    let is_twice = places.any(|(at, label)| labels.iter().take(at).any(|earlier| earlier == label));
    (labels.len() == rates.slots.len() && !is_twice).then_some(labels)
}

/// The same, if a rate can speak of nothing else: 宗数占比.
pub(super) fn measures(rates: &Group) -> Option<Vec<Label>> {
    let is_name = |label: &Label| matches!(label, Label::Perhaps(_));
    labels(rates).filter(|labels| !labels.iter().any(is_name))
}

/// The nearest amount before a place that measures what a word names, over
/// the terms of a sum.
pub(super) fn measured_before(groups: &[Group], at: usize, label: Label) -> Option<(usize, Slot)> {
    let nearest = amounts_before(groups, at)?;
    let (first, end) = groups.get(nearest)?.terms.unwrap_or_default();
    let behind_terms = before(at).take_while(|place| *place >= end);
    behind_terms.chain(before(first)).find_map(|place| {
        let group = groups.get(place)?;
        let is_amount = group.kind == Kind::Amount && group.place != Place::Named;
        let mut slots = group.slots.iter().copied();
        let found = slots.find(|slot| is_amount && slot.is(label));
        found.map(|slot| (place, slot))
    })
}

/// Which rate speaks of which amount of a group.
///
/// By the words that name what is measured, else in their order; a single
/// rate that could speak of several amounts speaks of each, and that is found.
pub(super) fn pair(rates: &Group, amounts: &[Slot], out: &mut Output) -> Vec<(Slot, Slot)> {
    if let Some(named) = labels(rates) {
        let pairs: Vec<_> = rates
            .slots
            .iter()
            .zip(&named)
            .filter_map(|(rate, label)| {
                let amount = amounts.iter().find(|amount| amount.is(*label))?;
                Some((*rate, *amount))
            })
            .collect();
        // What names its measure speaks of nothing else.
        if !pairs.is_empty() || measures(rates).is_some() {
            return pairs;
        }
    }
    if rates.slots.len() == amounts.len() {
        let pairs = rates.slots.iter().copied();
        return pairs.zip(amounts.iter().copied()).collect();
    }
    if let [rate] = rates.slots.as_slice() {
        out.find(FindingKind::SeveralParts, rate.span);
        return amounts.iter().map(|amount| (*rate, *amount)).collect();
    }
    out.find(FindingKind::RatesDoNotPair, hull(&rates.slots));
    Vec::new()
}

/// A rate with its sign turned: 下降40% is a growth of −40 %.
pub(super) fn turned(value: Published) -> Published {
    let qualifier = match value.qualifier() {
        Qualifier::Over => Qualifier::Under,
        Qualifier::Under => Qualifier::Over,
        Qualifier::AtLeast => Qualifier::AtMost,
        Qualifier::AtMost => Qualifier::AtLeast,
        other => other,
    };
    // A printed number is never `i64::MIN`.
    Published::new(value.digits().wrapping_neg(), value.places(), value.unit())
        .map_or(value, |turned| turned.with_qualifier(qualifier))
}
