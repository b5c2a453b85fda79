//! The errors in the life of a parcel, and of the module `oversight`.

use standard_land::allocation::{Milestone, Milestones};
use standard_land::calendar::Months;
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Action, Cause, Event, Excuse, PartOf, Problem, ProblemError, ProblemList, Works,
};
use standard_land::parcel::{Evidence, Life, LifeStep, Requirement, Requirements};
use standard_land::source::{Certainty, Source, Sourced};

use super::{Case, case, text};
use crate::api::lifecycle::{entry, life};
use crate::api::parse;

const DAY: Date = date(2024, 5, 1);

pub(super) fn lives() -> Vec<Case> {
    let refused = |steps: &[LifeStep], step| life(steps).record(entry(step, DAY));
    let mut late = life(&[LifeStep::Assess]);
    let mut permitted = vec![
        LifeStep::Assess,
        LifeStep::SetStandards,
        LifeStep::Announce,
        LifeStep::Grant,
        LifeStep::SignContract,
    ];
    let contract = permitted.clone();
    permitted.push(LifeStep::ConstructionPermit);
    let delivered = [
        contract.as_slice(),
        &[LifeStep::SignAgreement, LifeStep::Deliver],
    ]
    .concat();
    vec![
        case(refused(&contract[..3], LifeStep::Start)),
        case(refused(&delivered, LifeStep::Start)),
        case(refused(&permitted, LifeStep::ConstructionPermit)),
        case(late.record(entry(LifeStep::SetStandards, date(2024, 4, 30)))),
        // The refusal of a text that holds a whole life is the same one.
        case(Life::replay(parse("P-1"), [entry(LifeStep::Confirm, DAY)])),
        case(Requirements::new([
            required("通路"),
            required("通电"),
            required("通路"),
        ])),
        case(Evidence::new(parse("通路"), parse("R-1"), DAY).until(date(2024, 4, 30))),
        text::<Source>(""),
        text::<Certainty>("sure"),
    ]
}

fn required(name: &str) -> Sourced<Requirement> {
    Sourced::new(parse(name), parse("a test"), Certainty::Seen)
}

pub(super) fn oversight() -> Vec<Case> {
    let works = |dates| Works::new(dates).unwrap();
    let started = works(Milestones::default().with(Milestone::ActualStart, DAY));
    vec![
        text::<Months>("one year"),
        case(Excuse::new(Cause::Government, DAY, parse("E-1")).until(date(2024, 4, 30))),
        case(Works::new(
            Milestones::default()
                .with(Milestone::Signed, DAY)
                .with(Milestone::AgreedStart, date(2024, 4, 30)),
        )),
        case(works(Milestones::default()).with_stop(DAY)),
        case(started.clone().with_stop(date(2024, 4, 30))),
        case(started.clone().with_developed(PartOf {
            part: parse("1 ha"),
            of: parse("0 ha"),
        })),
        case(started.clone().with_invested(PartOf {
            part: parse("1元"),
            of: parse("0元"),
        })),
        case(started.with_price(parse("-1元"))),
        case(problem("1").close(date(2024, 4, 30), parse("done"))),
        case(problem("1").postpone(date(2024, 6, 1), date(2024, 5, 31))),
        case(closed().hand_over(date(2024, 6, 1), parse("乙"))),
        case(problem("1").reopen(date(2024, 6, 1), date(2024, 6, 1))),
        case(ProblemList::try_from(vec![problem("1"), closed()])),
        case(ProblemList::new().record(&parse("1"), reopened())),
    ]
}

fn problem(id: &str) -> Problem {
    Problem::open(
        parse(id),
        parse("问题"),
        DAY,
        parse("甲"),
        date(2024, 5, 31),
    )
    .unwrap()
}

fn closed() -> Problem {
    let mut problem = problem("1");
    let done: Result<(), ProblemError> = problem.close(date(2024, 5, 2), parse("done"));
    done.unwrap();
    problem
}

fn reopened() -> Event {
    Event {
        date: DAY,
        action: Action::Reopen { due: DAY },
    }
}
