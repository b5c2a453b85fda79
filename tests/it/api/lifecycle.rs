//! The life of a parcel: the table of moves, papers, start-on-grant, readiness.

use std::collections::BTreeSet;

use standard_land::allocation::{Milestone, Milestones};
use standard_land::jiff::civil::{Date, date};
use standard_land::parcel::{
    Connections, Destination, Entry, Evidence, LackReason, Life, LifeError, LifeStep, MOVES, Move,
    Requirement, Requirements, Stage, StartOnGrant,
};
use standard_land::source::{Certainty, Sourced};
use standard_land::{Error, Register};

use super::{allocation, enterprise, parcel, parse};
use crate::wire::comes_back;

pub(crate) fn entry(step: LifeStep, day: Date) -> Entry {
    Entry::new(step, day, parse("D-1"))
}

/// A life that took these steps, all on one day.
pub(crate) fn life(steps: &[LifeStep]) -> Life {
    let entries = steps.iter().map(|step| entry(*step, date(2024, 5, 1)));
    Life::replay(parse("P-1"), entries).unwrap()
}

const TO_CONTRACT: [LifeStep; 5] = [
    LifeStep::Assess,
    LifeStep::SetStandards,
    LifeStep::Announce,
    LifeStep::Grant,
    LifeStep::SignContract,
];

/// The whole main line, in one of its orders.
const TO_CONFIRMED: [LifeStep; 16] = [
    LifeStep::Assess,
    LifeStep::SetStandards,
    LifeStep::Announce,
    LifeStep::Grant,
    LifeStep::SignContract,
    LifeStep::SignAgreement,
    LifeStep::LandUsePlanningPermit,
    LifeStep::EngineeringPlanningPermit,
    LifeStep::ConstructionPermit,
    LifeStep::LandCertificate,
    LifeStep::Deliver,
    LifeStep::Start,
    LifeStep::Complete,
    LifeStep::Accept,
    LifeStep::StartProduction,
    LifeStep::Confirm,
];

/// The steps as far as one of them.
fn until(last: LifeStep) -> Vec<LifeStep> {
    let end = TO_CONFIRMED.iter().position(|step| *step == last).unwrap();
    TO_CONFIRMED[..=end].to_vec()
}

#[test]
fn source_phases_of_standard_land_lead_from_preparing_to_confirmed() {
    // 事前定标准、事中作承诺、事后强监管: every phase is a stage.
    let mut life = Life::new(parse("P-1"));
    let mut stages = vec![life.stage()];
    for step in TO_CONFIRMED {
        life.record(entry(step, date(2024, 5, 1))).unwrap();
        if life.stage() != *stages.last().unwrap() {
            stages.push(life.stage());
        }
    }
    assert_eq!(
        stages,
        [
            Stage::Preparing,
            Stage::Assessed,
            Stage::StandardsSet,
            Stage::Announced,
            Stage::Granted,
            Stage::ContractSigned,
            Stage::Signed,
            Stage::Delivered,
            Stage::Started,
            Stage::Completed,
            Stage::Accepted,
            Stage::InProduction,
            Stage::Confirmed,
        ]
    );
    assert_eq!(life.entries().len(), 16);
}

#[test]
fn the_table_is_consistent_and_every_row_has_a_source() {
    let mut pairs = BTreeSet::new();
    for row in MOVES {
        assert!(!row.source.is_empty() && !row.from.is_empty(), "{row:?}");
        for from in row.from {
            // A pair stands in the table once, and is found.
            assert!(pairs.insert((row.step, *from)), "{row:?}");
            assert_eq!(Move::of(row.step, *from), Some(row));
        }
        assert_eq!(row.step.is_permit(), row.to == Destination::Stays);
        let needs = row.needs.iter().copied().flatten();
        assert!(needs.into_iter().all(|step| step.is_permit()), "{row:?}");
    }
    // Every stage but the first is reached, every stage but the last is left.
    for stage in Stage::ALL {
        let reached = MOVES.iter().any(
            |row| matches!(row.to, Destination::To(to) | Destination::Aside(to) if to == *stage),
        );
        assert!(reached, "{stage}");
        assert!(Move::from_stage(*stage).count() > 0, "{stage}");
    }
    // A row leads nowhere from where it does not start.
    let start = Move::of(LifeStep::Start, Stage::Delivered).unwrap();
    assert_eq!(start.leads_to(Stage::Announced, None), None);
    let settle = Move::of(LifeStep::Settle, Stage::Breached).unwrap();
    assert_eq!(settle.leads_to(Stage::Breached, None), None);
}

#[test]
fn source_two_instruments_are_signed_in_either_order() {
    // 出让合同 and 投资建设协议; the land is handed over after both.
    let contract = [LifeStep::SignContract, LifeStep::SignAgreement];
    let agreement = [LifeStep::SignAgreement, LifeStep::SignContract];
    for (order, between) in [
        (contract, Stage::ContractSigned),
        (agreement, Stage::AgreementSigned),
    ] {
        let mut life = life(&TO_CONTRACT[..4]);
        life.record(entry(order[0], date(2024, 5, 1))).unwrap();
        assert_eq!(life.stage(), between);
        let early = life.record(entry(LifeStep::Deliver, date(2024, 5, 1)));
        assert!(matches!(early, Err(LifeError::NotAllowed { .. })));
        life.record(entry(order[1], date(2024, 5, 1))).unwrap();
        assert_eq!(life.stage(), Stage::Signed);
    }
}

#[test]
fn a_refused_move_names_the_rule_and_what_would_be_allowed() {
    let mut life = life(&[LifeStep::Assess, LifeStep::SetStandards, LifeStep::Announce]);
    let before = life.clone();
    let error = life
        .record(entry(LifeStep::Start, date(2024, 5, 1)))
        .unwrap_err();
    assert_eq!(
        error,
        LifeError::NotAllowed {
            parcel: Box::new(parse("P-1")),
            step: LifeStep::Start,
            stage: Stage::Announced,
            allowed: [LifeStep::Withdraw, LifeStep::Grant].into(),
        }
    );
    assert_eq!(life, before);
}

#[test]
fn dates_do_not_run_backwards_and_a_day_has_room_for_many_steps() {
    let mut life = life(&TO_CONTRACT);
    let before = life.clone();
    let early = life.record(entry(LifeStep::SignAgreement, date(2024, 4, 30)));
    assert!(matches!(early, Err(LifeError::DatesRunBackwards { .. })));
    assert_eq!(life, before);
    life.record(entry(LifeStep::SignAgreement, date(2024, 5, 1)))
        .unwrap();
}

#[test]
fn source_construction_law_art_7_building_starts_with_a_permit() {
    let delivered = [
        TO_CONTRACT.as_slice(),
        &[LifeStep::SignAgreement, LifeStep::Deliver],
    ]
    .concat();
    for (permit, starts) in [
        (None, false),
        (Some(LifeStep::LandUsePlanningPermit), false),
        (Some(LifeStep::FoundationPitPermit), true),
        (Some(LifeStep::ConstructionPermit), true),
    ] {
        let mut life = life(&delivered);
        if let Some(permit) = permit {
            life.record(entry(permit, date(2024, 5, 1))).unwrap();
        }
        assert_eq!(life.allowed().any(|step| step == LifeStep::Start), starts);
        let result = life.record(entry(LifeStep::Start, date(2024, 5, 1)));
        assert_eq!(result.is_ok(), starts, "{permit:?}");
    }
}

#[test]
fn source_planning_law_art_45_a_missing_permit_is_put_right_before_acceptance() {
    // The pit was dug with its own permit; two papers never came.
    let day = date(2024, 5, 1);
    let mut life = life(&[
        LifeStep::Assess,
        LifeStep::SetStandards,
        LifeStep::Announce,
        LifeStep::Grant,
        LifeStep::SignContract,
        LifeStep::SignAgreement,
        LifeStep::FoundationPitPermit,
        LifeStep::LandUsePlanningPermit,
        LifeStep::Deliver,
        LifeStep::Start,
        LifeStep::Complete,
    ]);
    let error = life.record(entry(LifeStep::Accept, day)).unwrap_err();
    assert!(
        matches!(error, LifeError::Needs { one_of, .. } if *one_of == [LifeStep::EngineeringPlanningPermit])
    );
    for step in [
        LifeStep::Rectify,
        LifeStep::EngineeringPlanningPermit,
        LifeStep::ConstructionPermit,
        LifeStep::Rectified,
    ] {
        life.record(entry(step, day)).unwrap();
    }
    assert_eq!(life.stage(), Stage::Completed);
    life.record(entry(LifeStep::Accept, day)).unwrap();
}

#[test]
fn source_supervision_leads_aside_and_back_to_where_it_was() {
    for (last, stage) in [
        (LifeStep::SignAgreement, Stage::Signed),
        (LifeStep::Start, Stage::Started),
        (LifeStep::Accept, Stage::Accepted),
        (LifeStep::Confirm, Stage::Confirmed),
    ] {
        let day = date(2024, 5, 1);
        let mut life = life(&until(last));
        assert_eq!((life.stage(), life.stage_before()), (stage, None));
        life.record(entry(LifeStep::Rectify, day)).unwrap();
        assert_eq!(life.stage_before(), Some(stage));
        let mut rectified = life.clone();
        rectified.record(entry(LifeStep::Rectified, day)).unwrap();
        assert_eq!((rectified.stage(), rectified.stage_before()), (stage, None));
        // What is not put right is a breach; once made good, the way back is
        // to the main line.
        life.record(entry(LifeStep::Breach, day)).unwrap();
        assert_eq!(life.stage_before(), Some(stage));
        life.record(entry(LifeStep::Settle, day)).unwrap();
        assert_eq!((life.stage(), life.stage_before()), (stage, None));
    }
}

#[test]
fn source_idle_land_rules_arts_14_19_taken_back_and_offered_again() {
    let day = date(2026, 5, 1);
    let mut life = life(&until(LifeStep::Deliver));
    life.record(entry(LifeStep::TakeBack, day)).unwrap();
    assert_eq!(life.allowed().collect::<Vec<_>>(), [LifeStep::ReOffer]);
    life.record(entry(LifeStep::ReOffer, day)).unwrap();
    assert_eq!(life.stage(), Stage::Preparing);
    // A new round: papers of the last holder are not papers of the next.
    assert_eq!(life.round().len(), 1);
    assert_eq!(life.taken(LifeStep::ConstructionPermit), None);
    let until_start = until(LifeStep::Start);
    for step in until_start {
        life.record(entry(step, day)).unwrap();
    }
    assert_eq!(life.stage(), Stage::Started);
    // And nothing of the first round is lost.
    assert_eq!(life.entries().len(), 11 + 2 + 12);
    assert_eq!(life.as_of(date(2025, 1, 1)).stage(), Stage::Delivered);
}

#[test]
fn a_stage_lasts_since_the_last_move_not_the_last_paper() {
    let mut life = life(&until(LifeStep::SignAgreement));
    life.record(entry(LifeStep::LandCertificate, date(2024, 7, 1)))
        .unwrap();
    assert_eq!(life.since(), Some(date(2024, 5, 1)));
    assert_eq!(life.to_string(), "P-1: signed since 2024-05-01");
    assert_eq!(Life::new(parse("P-1")).to_string(), "P-1: preparing");
}

#[test]
fn what_is_completed_is_taken_back_after_a_breach_only() {
    let day = date(2024, 5, 1);
    let mut life = life(&until(LifeStep::Complete));
    assert!(life.record(entry(LifeStep::TakeBack, day)).is_err());
    life.record(entry(LifeStep::Breach, day)).unwrap();
    life.record(entry(LifeStep::TakeBack, day)).unwrap();
}

#[test]
fn source_bidding_rules_an_offer_can_fail_and_a_deal_can_be_void() {
    let mut failed = life(&TO_CONTRACT[..3]);
    failed
        .record(entry(LifeStep::Withdraw, date(2024, 6, 1)))
        .unwrap();
    assert_eq!(failed.stage(), Stage::StandardsSet);
    for signed in [&[][..], &[LifeStep::SignAgreement]] {
        let mut void = life(&[&TO_CONTRACT[..4], signed].concat());
        void.record(entry(LifeStep::Forfeit, date(2024, 6, 1)))
            .unwrap();
        assert_eq!(void.stage(), Stage::StandardsSet);
        assert_eq!(void.allowed().collect::<Vec<_>>(), [LifeStep::Announce]);
    }
    // A contract binds: it is no longer a deal to walk away from.
    let bound = life(&TO_CONTRACT).record(entry(LifeStep::Forfeit, date(2024, 6, 1)));
    assert!(bound.is_err());
}

#[test]
fn source_start_on_grant_four_papers_with_the_contract_or_right_after() {
    let contract = date(2024, 5, 1);
    let papers = |day: Date| {
        let mut life = life(&TO_CONTRACT);
        for paper in LifeStep::START_ON_GRANT {
            life.record(entry(paper, day)).unwrap();
        }
        life
    };
    // With the contract, on the last day right after, and a day too late.
    assert_eq!(
        papers(contract).start_on_grant(0, contract),
        Some(StartOnGrant::Met)
    );
    assert_eq!(
        papers(date(2024, 5, 8)).start_on_grant(7, date(2030, 1, 1)),
        Some(StartOnGrant::Met)
    );
    assert_eq!(
        papers(date(2024, 5, 9)).start_on_grant(7, date(2030, 1, 1)),
        Some(StartOnGrant::Missed)
    );
    // Seen from a day before they came: open until time is up.
    let late = papers(date(2024, 5, 9));
    assert_eq!(
        late.start_on_grant(7, date(2024, 5, 8)),
        Some(StartOnGrant::Open)
    );
    assert_eq!(
        late.start_on_grant(7, date(2024, 5, 9)),
        Some(StartOnGrant::Missed)
    );
    // Before there was a contract there is no question.
    assert_eq!(late.start_on_grant(7, date(2024, 4, 30)), None);
    // The foundation-pit permit is none of the four.
    let mut pit = life(&TO_CONTRACT);
    pit.record(entry(LifeStep::FoundationPitPermit, contract))
        .unwrap();
    assert_eq!(
        pit.start_on_grant(0, date(2024, 5, 2)),
        Some(StartOnGrant::Missed)
    );
}

#[test]
fn a_life_is_recorded_in_a_register_milestone_by_milestone() -> Result<(), Error> {
    let mut register = Register::new();
    register.add_parcel(parcel("P-1", "1 ha"))?;
    register.add_enterprise(enterprise("甲"))?;
    register.add_allocation(allocation("A-1", "P-1", "甲", "1 ha"))?;
    let mut life = life(&until(LifeStep::Complete));
    life.record(entry(LifeStep::Breach, date(2025, 1, 1)))?;
    life.record(entry(LifeStep::TakeBack, date(2025, 2, 1)))?;
    for entry in life.round() {
        if let Some(milestone) = Milestone::reached_by(entry.step()) {
            register.record(&parse("A-1"), milestone, entry.date())?;
        }
    }
    let day = date(2024, 5, 1);
    let expected = Milestones {
        signed: Some(day),
        actual_start: Some(day),
        actual_completion: Some(day),
        ended: Some(date(2025, 2, 1)),
        ..Milestones::default()
    };
    let held = register.allocation("A-1").map(|it| *it.dates());
    assert_eq!(held, Some(expected));
    assert_eq!(Milestones::reached(life.round()), expected);
    assert_eq!(register.holder("P-1"), None);
    // The next round is another allocation.
    life.record(entry(LifeStep::ReOffer, date(2025, 3, 1)))?;
    assert_eq!(Milestones::reached(life.round()), Milestones::default());
    Ok(())
}

fn required(name: &str) -> Sourced<Requirement> {
    Sourced::new(parse(name), parse("a local rule"), Certainty::Seen)
}

fn evidence(name: &str, first: Date, last: Option<Date>) -> Evidence {
    let evidence = Evidence::new(parse(name), parse("D-1"), first);
    match last {
        Some(last) => evidence.until(last).unwrap(),
        None => evidence,
    }
}

#[test]
fn a_document_is_valid_on_its_first_and_on_its_last_day() {
    let required = Requirements::new([required("环境影响评价")]).unwrap();
    let (first, last) = (date(2024, 2, 29), date(2025, 2, 28));
    let evidence = [evidence("环境影响评价", first, Some(last))];
    for (day, reason) in [
        (
            date(2024, 2, 28),
            Some(LackReason::NotYetValid { from: first }),
        ),
        (first, None),
        (last, None),
        (date(2025, 3, 1), Some(LackReason::Expired { last })),
    ] {
        let lacks = required.lacks(&evidence, day);
        assert_eq!(lacks.first().map(|lack| lack.reason), reason, "{day}");
    }
    let missing = required.lacks(&[], first);
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].reason, LackReason::Missing);
}

#[test]
fn of_several_documents_one_that_is_valid_is_enough() {
    let required = Requirements::new([required("节能评价")]).unwrap();
    let old = evidence("节能评价", date(2020, 1, 1), Some(date(2022, 12, 31)));
    let older = evidence("节能评价", date(2018, 1, 1), Some(date(2019, 12, 31)));
    let new = evidence("节能评价", date(2024, 7, 1), None);
    let all = [old.clone(), older.clone(), new];
    let reason = |evidence: &[Evidence], day| {
        let lacks = required.lacks(evidence, day);
        lacks.first().map(|lack| lack.reason)
    };
    // Expired and renewed for later: what matters is from when it will be met.
    let from = date(2024, 7, 1);
    assert_eq!(
        reason(&all, date(2024, 6, 30)),
        Some(LackReason::NotYetValid { from })
    );
    assert_eq!(reason(&all, from), None);
    assert_eq!(reason(&all, date(2021, 6, 30)), None);
    let last = date(2022, 12, 31);
    assert_eq!(
        reason(&[older, old], date(2024, 6, 30)),
        Some(LackReason::Expired { last })
    );
    // A document for something else changes nothing.
    let other = evidence("通路", date(2018, 1, 1), None);
    assert_eq!(reason(&[other], from), Some(LackReason::Missing));
}

#[test]
fn source_idle_land_rules_art_21_and_usage_sets_are_joined_once() {
    let count = |set: &Requirements| set.iter().count();
    let three = Requirements::connected(Connections::Three);
    let five = Requirements::connected(Connections::Five);
    let seven = Requirements::connected(Connections::Seven);
    // 三通一平, 五通一平, 七通一平: so many connections, and levelled.
    assert_eq!((count(&three), count(&five), count(&seven)), (4, 6, 8));
    assert_eq!(count(&three.clone().and(seven.clone())), 8);
    assert_eq!(count(&Requirements::clear_site()), 5);
    let all = Requirements::clear_site()
        .and(three.clone())
        .and(Requirements::usual_assessments());
    assert_eq!(count(&all), 17);
    // Each within the next larger.
    assert!(three.iter().all(|one| five.requires(&one.value)));
    assert!(five.iter().all(|one| seven.requires(&one.value)));
    // Shaky sets say so.
    for set in [&all, &seven] {
        assert!(set.iter().all(|one| one.certainty != Certainty::Seen));
    }
    // Lacks come in the order of the set, each requirement once.
    let lacks = all.lacks(&[], date(2024, 5, 1));
    let names: Vec<&Requirement> = lacks.iter().map(|lack| &lack.requirement).collect();
    let order: Vec<&Requirement> = all.iter().map(|one| &one.value).collect();
    assert_eq!(names, order);
    let power: Requirement = parse("通电");
    let lack = lacks.iter().find(|lack| lack.requirement == power);
    assert_eq!(lack.unwrap().reason, LackReason::Missing);
}

#[test]
fn what_the_crate_cites_passes_the_doors() {
    let sets = [
        Requirements::clear_site(),
        Requirements::usual_assessments(),
        Requirements::connected(Connections::Seven),
    ];
    for set in sets {
        // Read again from its text, through the door.
        comes_back(&set);
    }
}
