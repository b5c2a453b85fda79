//! The errors in the life of a parcel, and of the room `oversight`.

use standard_land::allocation::{Milestone, Milestones};
use standard_land::calendar::Months;
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Action, Cause, Event, Excuse, Problem, ProblemError, ProblemList, Works,
};
use standard_land::parcel::{Evidence, Life, Requirement, Requirements, Step};
use standard_land::source::{Certainty, Source, Sourced};

use super::{Case, case, text};
use crate::api::lifecycle::{entry, life};
use crate::api::parse;

const DAY: Date = date(2024, 5, 1);

pub(super) fn lives() -> Vec<Case> {
    let refused = |steps: &[Step], step| life(steps).take(entry(step, DAY));
    let mut late = life(&[Step::Assess]);
    let mut permitted = vec![
        Step::Assess,
        Step::SetStandards,
        Step::Announce,
        Step::Grant,
        Step::SignContract,
    ];
    let contract = permitted.clone();
    permitted.push(Step::ConstructionPermit);
    let delivered = [contract.as_slice(), &[Step::SignAgreement, Step::Deliver]].concat();
    vec![
        case(
            refused(&contract[..3], Step::Start),
            "start of P-1 is no move from announced, only from delivered; \
             allowed are: withdraw, grant",
        ),
        case(
            refused(&delivered, Step::Start),
            "start of P-1 needs construction-permit or foundation-pit-permit first \
             (建筑法 art. 7 and 闲置土地处置办法 (2012) art. 30: building starts with its permit)",
        ),
        case(
            refused(&permitted, Step::ConstructionPermit),
            "construction-permit of P-1 was issued before, on 2024-05-01",
        ),
        case(
            late.take(entry(Step::SetStandards, date(2024, 4, 30))),
            "set-standards of P-1 on 2024-04-30 is before assess on 2024-05-01",
        ),
        // The refusal of a text that holds a whole life is the same one.
        case(
            Life::replay(parse("P-1"), [entry(Step::Confirm, DAY)]),
            "confirm of P-1 is no move from preparing, only from in-production; \
             allowed are: assess",
        ),
        case(
            Requirements::new([required("通路"), required("通电"), required("通路")]),
            "通路 is required twice",
        ),
        case(
            Evidence::new(parse("通路"), parse("R-1"), DAY).until(date(2024, 4, 30)),
            "R-1 for 通路 would end on 2024-04-30, before it begins on 2024-05-01",
        ),
        text::<Source>("", "a name or number cannot be empty"),
        text::<Certainty>("sure", r#""sure" is not a certainty"#),
    ]
}

fn required(name: &str) -> Sourced<Requirement> {
    Sourced::new(parse(name), parse("a test"), Certainty::Seen)
}

pub(super) fn oversight() -> Vec<Case> {
    let works = |dates| Works::new(dates).unwrap();
    let started = works(Milestones::default().with(Milestone::ActualStart, DAY));
    vec![
        text::<Months>("one year", r#""one year" is no period such as "12 months""#),
        case(
            Excuse::new(Cause::Government, DAY, parse("E-1")).until(date(2024, 4, 30)),
            "the excuse of E-1 would end on 2024-04-30, before it begins on 2024-05-01",
        ),
        case(
            Works::new(
                Milestones::default()
                    .with(Milestone::Signed, DAY)
                    .with(Milestone::AgreedStart, date(2024, 4, 30)),
            ),
            "agreed-start on 2024-04-30 is before signed on 2024-05-01",
        ),
        case(
            works(Milestones::default()).with_stop(DAY),
            "building stopped on 2024-05-01, but did not start",
        ),
        case(
            started.clone().with_stop(date(2024, 4, 30)),
            "building stopped on 2024-04-30, before it started on 2024-05-01",
        ),
        case(
            started.clone().with_developed(parse("1 ha"), parse("0 ha")),
            "1 ha is developed of an area of zero",
        ),
        case(
            started.clone().with_invested(parse("1元"), parse("0元")),
            "1.00 CNY is invested of a total of 0.00 CNY",
        ),
        case(
            started.with_price(parse("-1元")),
            "a price or an investment of -1.00 CNY is below zero",
        ),
        case(
            problem("1").close(date(2024, 4, 30), parse("done")),
            "problem 1 stood so on 2024-05-01, which is after 2024-04-30",
        ),
        case(
            problem("1").postpone(date(2024, 6, 1), date(2024, 5, 31)),
            "problem 1 cannot be due on 2024-05-31, as of 2024-06-01",
        ),
        case(
            closed().hand_over(date(2024, 6, 1), parse("乙")),
            "problem 1 has been closed since 2024-05-02",
        ),
        case(
            problem("1").reopen(date(2024, 6, 1), date(2024, 6, 1)),
            "problem 1 is open and cannot be reopened",
        ),
        case(
            ProblemList::try_from(vec![problem("1"), closed()]),
            "problem 1 is in the list already",
        ),
        case(
            ProblemList::new().record(&parse("1"), reopened()),
            "problem 1 is not in the list",
        ),
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
