//! Lives, requirements and problems against naive models; what JSON must not
//! make.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
#[cfg(feature = "serde")]
use proptest::sample::select;
#[cfg(feature = "serde")]
use serde_json::json;
use standard_land::calendar::Months;
use standard_land::jiff::Span;
use standard_land::jiff::civil::{Date, date};
#[cfg(feature = "serde")]
use standard_land::oversight::Works;
use standard_land::oversight::{Action, Event, Problem, ProblemCounts, ProblemList, ProblemState};
use standard_land::parcel::{
    Entry, Evidence, LackReason, Life, LifeError, LifeStep, Requirements, Stage,
};
use standard_land::source::{Certainty, Sourced};

use crate::given::parse;
use crate::wire::comes_back;

/// What has happened to a parcel, as plain facts, and the rules in words of
/// these facts: no table, no stages.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact by itself")]
#[derive(Debug, Clone, Default)]
struct Facts {
    assessed: bool,
    standards: bool,
    announced: bool,
    granted: bool,
    contract: bool,
    agreement: bool,
    delivered: bool,
    started: bool,
    completed: bool,
    accepted: bool,
    producing: bool,
    confirmed: bool,
    rectifying: bool,
    breached: bool,
    taken_back: bool,
    papers: BTreeSet<LifeStep>,
    last: Option<Date>,
}

impl Facts {
    fn allows(&self, step: LifeStep) -> bool {
        let signed = self.contract && self.agreement;
        let aside = self.rectifying || self.breached || self.taken_back;
        let building_papers = !self.completed || self.rectifying;
        match step {
            LifeStep::Assess => !self.assessed,
            LifeStep::SetStandards => self.assessed && !self.standards,
            LifeStep::Announce => self.standards && !self.announced,
            LifeStep::Withdraw | LifeStep::Grant => self.announced && !self.granted,
            LifeStep::Forfeit | LifeStep::SignContract => self.granted && !self.contract && !aside,
            LifeStep::SignAgreement => self.granted && !self.agreement && !aside,
            LifeStep::LandUsePlanningPermit
            | LifeStep::EngineeringPlanningPermit
            | LifeStep::FoundationPitPermit
            | LifeStep::ConstructionPermit => {
                self.contract
                    && building_papers
                    && !self.breached
                    && !self.taken_back
                    && !self.papers.contains(&step)
            }
            LifeStep::LandCertificate => {
                self.contract
                    && (!self.confirmed || self.rectifying)
                    && !self.breached
                    && !self.taken_back
                    && !self.papers.contains(&step)
            }
            LifeStep::Deliver => signed && !self.delivered && !aside,
            LifeStep::Start => {
                let permit = [LifeStep::ConstructionPermit, LifeStep::FoundationPitPermit]
                    .iter()
                    .any(|paper| self.papers.contains(paper));
                self.delivered && permit && !self.started && !aside
            }
            LifeStep::Complete => self.started && !self.completed && !aside,
            LifeStep::Accept => {
                let permits = [
                    LifeStep::LandUsePlanningPermit,
                    LifeStep::EngineeringPlanningPermit,
                    LifeStep::ConstructionPermit,
                ]
                .iter()
                .all(|paper| self.papers.contains(paper));
                self.completed && permits && !self.accepted && !aside
            }
            LifeStep::StartProduction => self.accepted && !self.producing && !aside,
            LifeStep::Confirm => self.producing && !self.confirmed && !aside,
            LifeStep::Rectify => signed && !aside,
            LifeStep::Rectified => self.rectifying,
            LifeStep::Breach => self.contract && !self.breached && !self.taken_back,
            LifeStep::Settle => self.breached,
            LifeStep::TakeBack => {
                self.contract
                    && !self.taken_back
                    && (self.breached || (!self.completed && !self.rectifying))
            }
            LifeStep::ReOffer => self.taken_back,
            _ => unreachable!("a new one has to be tested"),
        }
    }

    fn take(&mut self, step: LifeStep, day: Date) {
        self.last = Some(day);
        match step {
            LifeStep::Assess => self.assessed = true,
            LifeStep::SetStandards => self.standards = true,
            LifeStep::Announce => self.announced = true,
            LifeStep::Withdraw => self.announced = false,
            LifeStep::Grant => self.granted = true,
            LifeStep::Forfeit => {
                self.announced = false;
                self.granted = false;
                self.agreement = false;
            }
            LifeStep::SignContract => self.contract = true,
            LifeStep::SignAgreement => self.agreement = true,
            LifeStep::Deliver => self.delivered = true,
            LifeStep::Start => self.started = true,
            LifeStep::Complete => self.completed = true,
            LifeStep::Accept => self.accepted = true,
            LifeStep::StartProduction => self.producing = true,
            LifeStep::Confirm => self.confirmed = true,
            LifeStep::Rectify => self.rectifying = true,
            LifeStep::Rectified => self.rectifying = false,
            LifeStep::Breach => {
                self.breached = true;
                self.rectifying = false;
            }
            LifeStep::Settle => self.breached = false,
            LifeStep::TakeBack => {
                self.taken_back = true;
                self.breached = false;
            }
            LifeStep::ReOffer => {
                *self = Self {
                    last: self.last,
                    ..Self::default()
                }
            }
            paper => {
                self.papers.insert(paper);
            }
        }
    }

    fn stage(&self) -> Stage {
        let facts = [
            (self.taken_back, Stage::TakenBack),
            (self.breached, Stage::Breached),
            (self.rectifying, Stage::Rectifying),
            (self.confirmed, Stage::Confirmed),
            (self.producing, Stage::InProduction),
            (self.accepted, Stage::Accepted),
            (self.completed, Stage::Completed),
            (self.started, Stage::Started),
            (self.delivered, Stage::Delivered),
            (self.contract && self.agreement, Stage::Signed),
            (self.contract, Stage::ContractSigned),
            (self.agreement, Stage::AgreementSigned),
            (self.granted, Stage::Granted),
            (self.announced, Stage::Announced),
            (self.standards, Stage::StandardsSet),
            (self.assessed, Stage::Assessed),
        ];
        let holds = facts.iter().find(|(holds, _)| *holds);
        holds.map_or(Stage::Preparing, |(_, stage)| *stage)
    }
}

fn day(number: i16) -> Date {
    date(2024, 1, 1)
        .checked_add(Span::new().days(i32::from(number)))
        .unwrap()
}

/// Whether the step is one that the facts allow, which of those, how many
/// days later (or earlier).
fn tries() -> impl Strategy<Value = Vec<(bool, Index, i16)>> {
    let one = (prop::bool::weighted(0.8), any::<Index>(), -1..4_i16);
    prop::collection::vec(one, 0..60)
}

/// Takes the steps that can be taken; asks the facts and the life each time.
fn play(tries: &[(bool, Index, i16)]) -> Result<Life, TestCaseError> {
    let mut facts = Facts::default();
    let mut life = Life::new(parse("P-1"));
    let mut number = 0;
    for (allowed, index, later) in tries {
        let legal: Vec<LifeStep> = LifeStep::ALL
            .iter()
            .copied()
            .filter(|step| facts.allows(*step))
            .collect();
        let expected: BTreeSet<LifeStep> = legal.iter().copied().collect();
        prop_assert_eq!(life.allowed().collect::<BTreeSet<_>>(), expected);
        prop_assert_eq!(life.allowed().count(), legal.len());
        let step = if *allowed && !legal.is_empty() {
            *index.get(&legal)
        } else {
            *index.get(LifeStep::ALL)
        };
        let on = day(number + later);
        let fits = facts.allows(step) && facts.last.is_none_or(|last| last <= on);
        let before = life.clone();
        let result = life.record(Entry::new(step, on, parse("D-1")));
        prop_assert_eq!(result.is_ok(), fits, "{} at {}: {:?}", step, before, result);
        match result {
            Ok(()) => {
                facts.take(step, on);
                number += later;
            }
            Err(error) => {
                prop_assert_eq!(&life, &before);
                if let LifeError::NotAllowed { allowed, .. } = error {
                    prop_assert_eq!(allowed.into_vec(), legal);
                }
            }
        }
        prop_assert_eq!(life.stage(), facts.stage());
    }
    Ok(life)
}

proptest! {
    #[test]
    fn a_life_does_what_the_facts_allow(tries in tries()) {
        let life = play(&tries)?;
        // The history replays to the same state, also from its JSON.
        let replayed = Life::replay(life.parcel().clone(), life.entries().to_vec());
        prop_assert_eq!(replayed.as_ref(), Ok(&life));
        comes_back(&life);
        // As of a day: what had happened by then.
        for entry in life.entries() {
            let until = life.entries().iter().filter(|it| it.date() <= entry.date());
            let past = Life::replay(life.parcel().clone(), until.cloned());
            prop_assert_eq!(Ok(life.as_of(entry.date())), past);
        }
        // The rounds make the whole.
        let again = life.entries().iter().rev().take_while(|it| it.step() != LifeStep::ReOffer);
        let first = usize::from(life.entries().iter().any(|it| it.step() == LifeStep::ReOffer));
        prop_assert_eq!(life.round().len(), again.count() + first);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_makes_no_life_that_the_moves_forbid(
        steps in prop::collection::vec((select(LifeStep::ALL), 0..5_i16), 0..8),
    ) {
        let entries: Vec<Entry> = steps
            .iter()
            .map(|(step, on)| Entry::new(*step, day(*on), parse("D-1")))
            .collect();
        let json = json!({"parcel": "P-1", "entries": entries});
        let read = serde_json::from_value::<Life>(json);
        let made = Life::replay(parse("P-1"), entries);
        prop_assert_eq!(read.ok(), made.ok());
    }

    #[test]
    fn months_print_and_parse(months in any::<u16>()) {
        let months = Months::new(months);
        prop_assert_eq!(parse::<Months>(&months.to_string()), months);
    }

    #[test]
    fn lacks_are_what_no_document_meets(
        required in prop::collection::btree_set(0..5_u8, 0..5),
        documents in prop::collection::vec((0..5_u8, 0..30_i16, prop::option::of(0..30_i16)), 0..8),
        on in 0..60_i16,
    ) {
        let name = |number: u8| format!("r{number}");
        let set = Requirements::new(required.iter().map(|number| {
            Sourced::new(parse(&name(*number)), parse("a test"), Certainty::Seen)
        }))
        .unwrap();
        let evidence: Vec<Evidence> = documents
            .iter()
            .map(|(number, first, length)| {
                let one = Evidence::new(parse(&name(*number)), parse("D-1"), day(*first));
                match length {
                    Some(length) => one.until(day(first + length)).unwrap(),
                    None => one,
                }
            })
            .collect();
        let mut expected = Vec::new();
        for number in &required {
            // Day by day: is there one that is valid?
            let valid = |on: i16| documents.iter().any(|(of, first, length)| {
                of == number && *first <= on && length.is_none_or(|length| on <= first + length)
            });
            if valid(on) {
                continue;
            }
            let future = (on + 1..200).find(|on| valid(*on)).map(day);
            let past = (0..on).rev().find(|on| valid(*on)).map(day);
            let reason = match (future, past) {
                (Some(from), _) => LackReason::NotYetValid { from },
                (None, Some(last)) => LackReason::Expired { last },
                (None, None) => LackReason::Missing,
            };
            expected.push((name(*number), reason));
        }
        let lacks: Vec<_> = set
            .lacks(&evidence, day(on))
            .into_iter()
            .map(|lack| (lack.requirement.to_string(), lack.reason))
            .collect();
        prop_assert_eq!(lacks, expected);
        comes_back(&evidence);
        comes_back(&set);
    }

    #[test]
    fn problems_are_counted_once_and_never_lost(
        events in prop::collection::vec((0..4_u8, 0..5_u8, 0..25_i16, 0..25_i16), 0..30),
        on in 0..40_i16,
    ) {
        // Number, kind of event, day, day due or team.
        let mut list = ProblemList::new();
        let mut kept: BTreeMap<u8, Vec<(u8, i16, i16)>> = BTreeMap::new();
        for (id, kind, at, due) in events {
            let number = format!("{id}");
            if kind == 0 {
                let made = Problem::open(parse(&number), parse("x"), day(at), parse("t0"), day(due));
                prop_assert_eq!(made.is_ok(), due >= at);
                let Ok(problem) = made else { continue };
                let fits = !kept.contains_key(&id);
                prop_assert_eq!(list.add(problem).is_ok(), fits);
                if fits {
                    kept.insert(id, vec![(kind, at, due)]);
                }
                continue;
            }
            let action = match kind {
                1 => Action::HandOver { team: parse(&format!("t{due}")) },
                2 => Action::Postpone { due: day(due) },
                3 => Action::Close { remark: parse("x") },
                _ => Action::Reopen { due: day(due) },
            };
            let before = list.clone();
            let result = list.record(&parse(&number), Event { date: day(at), action });
            let history = kept.get_mut(&id);
            let fits = history.as_ref().is_some_and(|history| {
                let closed = history.iter().rev().find(|it| matches!(it.0, 0 | 3 | 4)).unwrap().0 == 3;
                let last = history.last().unwrap().1;
                at >= last && closed == (kind == 4) && (matches!(kind, 1 | 3) || due >= at)
            });
            prop_assert_eq!(result.is_ok(), fits);
            if let (Ok(()), Some(history)) = (result, history) {
                history.push((kind, at, due));
            } else {
                prop_assert_eq!(&list, &before);
            }
        }
        // On a day, from what was kept.
        let mut counts = ProblemCounts::default();
        for (id, history) in &kept {
            let problem = list.get(format!("{id}").as_str()).unwrap();
            prop_assert_eq!(problem.events().len() + 1, history.len());
            let by_then: Vec<_> = history.iter().filter(|it| it.1 <= on).collect();
            let closed = by_then.iter().rev().find(|it| matches!(it.0, 0 | 3 | 4));
            let due = by_then.iter().rev().find(|it| matches!(it.0, 0 | 2 | 4));
            let state = match (closed, due) {
                (Some((3, ..)), _) => ProblemState::Closed,
                (Some(_), Some((_, _, due))) if *due < on => ProblemState::Overdue,
                (Some(_), Some(_)) => ProblemState::Open,
                _ => ProblemState::NotYet,
            };
            prop_assert_eq!(problem.state_on(day(on)), state);
            let count = match state {
                ProblemState::NotYet => &mut counts.not_yet,
                ProblemState::Open => &mut counts.open,
                ProblemState::Overdue => &mut counts.overdue,
                ProblemState::Closed => &mut counts.closed,
                _ => unreachable!("a new one has to be tested"),
            };
            *count += 1;
        }
        prop_assert_eq!(list.counts_on(day(on)), counts);
        prop_assert_eq!(counts.total(), u64::try_from(kept.len()).unwrap());
        // By team: parts of the same whole.
        let by_team = list.counts_by_team_on(day(on));
        let totals = by_team.values().fold(0, |total, counts| total + counts.total());
        prop_assert_eq!(totals, counts.total());
        comes_back(&list);
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_makes_nothing_that_the_doors_refuse() {
    let refused = [
        serde_json::from_value::<Evidence>(
            json!({"requirement": "r", "document": "d", "first": "2024-05-02", "last": "2024-05-01"}),
        )
        .is_err(),
        serde_json::from_value::<Requirements>(json!([
            {"value": "r", "source": "s", "certainty": "seen"},
            {"value": "r", "source": "s", "certainty": "seen"},
        ]))
        .is_err(),
        serde_json::from_value::<standard_land::oversight::Excuse>(json!({
            "cause": "government", "first": "2024-05-02", "last": "2024-05-01", "document": "d",
        }))
        .is_err(),
        serde_json::from_value::<Works>(
            json!({"dates": {"signed": "2024-05-02", "agreed_start": "2024-05-01"}}),
        )
        .is_err(),
        serde_json::from_value::<Works>(json!({"stopped": "2024-05-01"})).is_err(),
        serde_json::from_value::<Works>(json!({"price": "-1.00 CNY"})).is_err(),
        serde_json::from_value::<Works>(json!({"developed": {"part": "1 ha", "of": "0 mu"}}))
            .is_err(),
        serde_json::from_value::<Works>(
            json!({"invested": {"part": "1.00 CNY", "of": "0.00 CNY"}}),
        )
        .is_err(),
        serde_json::from_value::<Problem>(json!({
            "id": "1", "remark": "x", "opened": "2024-05-02", "team": "t", "due": "2024-05-01",
        }))
        .is_err(),
        serde_json::from_value::<Problem>(json!({
            "id": "1", "remark": "x", "opened": "2024-05-01", "team": "t", "due": "2024-05-01",
            "events": [{"date": "2024-05-02", "action": {"reopen": {"due": "2024-05-03"}}}],
        }))
        .is_err(),
        // A number is not a string, and a day has one form.
        serde_json::from_value::<Months>(json!(12)).is_err(),
        serde_json::from_value::<Entry>(
            json!({"step": "assess", "date": "2024-5-1", "document": "d"}),
        )
        .is_err(),
    ];
    assert!(refused.iter().all(|refused| *refused), "{refused:?}");
}
