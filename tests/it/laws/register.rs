//! The register against a naive model.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use proptest::prelude::*;
use proptest::sample::select;
use standard_land::allocation::{Milestone, Milestones};
use standard_land::jiff::civil::{Date, date};
use standard_land::register::{Block, RegisterError};
use standard_land::{Allocation, CreditCode, Enterprise, Parcel, Register};

use crate::given::{allocation, block, enterprise, parcel, parse};
use crate::wire::comes_back;

/// The same rules with plain lists, looked at in full for each operation.
#[derive(Debug, Clone, Default)]
struct Model {
    parcels: Vec<Parcel>,
    enterprises: Vec<Enterprise>,
    allocations: Vec<Allocation>,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
enum Operation {
    Parcel(Parcel),
    Enterprise(Enterprise),
    Block(Block),
    Allocate(Allocation),
    Record(String, Milestone, Date),
}

impl Model {
    /// Carries the operation out, if no rule is against it.
    fn apply(&mut self, operation: Operation) -> bool {
        match operation {
            Operation::Parcel(new) => {
                let fits = self.parcels.iter().all(|it| it.id() != new.id());
                fits.then(|| self.parcels.push(new)).is_some()
            }
            Operation::Enterprise(new) => {
                let fits = self.enterprises.iter().all(|it| {
                    let told_apart =
                        it.name() != new.name() || (it.code().is_some() && new.code().is_some());
                    it.id() != new.id() && told_apart
                });
                fits.then(|| self.enterprises.push(new)).is_some()
            }
            Operation::Block(new) => {
                let fits = self.blocks.iter().all(|it| it.id() != new.id());
                fits.then(|| self.blocks.push(new)).is_some()
            }
            Operation::Allocate(new) => {
                let fits = self.allocations.iter().all(|it| it.id() != new.id())
                    && self
                        .enterprises
                        .iter()
                        .any(|it| it.id() == *new.enterprise())
                    && self
                        .parcels
                        .iter()
                        .any(|it| it.id() == new.parcel() && it.area() >= new.area())
                    && self.follow(&new);
                fits.then(|| self.allocations.push(new)).is_some()
            }
            Operation::Record(id, milestone, day) => {
                let place = self
                    .allocations
                    .iter()
                    .position(|it| it.id().as_str() == id);
                let changed = place.and_then(|place| {
                    let old = &self.allocations[place];
                    let fresh = old.dates().get(milestone).is_none();
                    let changed = old
                        .clone()
                        .with_dates(old.dates().with(milestone, day))
                        .ok();
                    Some((place, changed.filter(|it| fresh && self.follow(it))?))
                });
                changed
                    .map(|(place, changed)| self.allocations[place] = changed)
                    .is_some()
            }
        }
    }

    /// Whether an allocation and each other one of its parcel can have
    /// followed each other.
    fn follow(&self, new: &Allocation) -> bool {
        let after = |later: &Milestones, earlier: &Milestones| match (later.signed, earlier.ended) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(signed), Some(ended)) => ended <= signed,
        };
        self.allocations
            .iter()
            .filter(|it| it.parcel() == new.parcel() && it.id() != new.id())
            .all(|it| after(new.dates(), it.dates()) || after(it.dates(), new.dates()))
    }

    fn operations(&self) -> Vec<Operation> {
        let parcels = self.parcels.iter().cloned().map(Operation::Parcel);
        let enterprises = self.enterprises.iter().cloned().map(Operation::Enterprise);
        let allocations = self.allocations.iter().cloned().map(Operation::Allocate);
        let blocks = self.blocks.iter().cloned().map(Operation::Block);
        parcels
            .chain(enterprises)
            .chain(blocks)
            .chain(allocations)
            .collect()
    }
}

fn apply(register: &mut Register, operation: Operation) -> Result<(), RegisterError> {
    match operation {
        Operation::Parcel(new) => register.add_parcel(new),
        Operation::Enterprise(new) => register.add_enterprise(new),
        Operation::Block(new) => register.add_block(new),
        Operation::Allocate(new) => register.add_allocation(new),
        Operation::Record(id, milestone, day) => register.record(&parse(&id), milestone, day),
    }
}

/// Few numbers, names and days, so that the rules are met often.
fn operation() -> impl Strategy<Value = Operation> {
    let number = |letter: &'static str, n: u8| (0..n).prop_map(move |n| format!("{letter}-{n}"));
    let area = || (1..4_u8).prop_map(|n| format!("{n} ha"));
    let day = || (1..6_i8).prop_map(|day| date(2024, 5, day));
    let code = || {
        proptest::option::of(select(
            ["91140106713678575D", "91350100M000100Y43"].as_slice(),
        ))
    };
    let name = || select(["甲公司", "乙公司"].as_slice());
    let who = || {
        select(
            [
                "甲公司",
                "乙公司",
                "91140106713678575D",
                "91350100M000100Y43",
            ]
            .as_slice(),
        )
    };
    let dates = (
        proptest::option::of(day()),
        proptest::option::of(day()),
        proptest::option::of(day()),
    );
    prop_oneof![
        2 => (number("P", 3), area()).prop_map(|(id, area)| Operation::Parcel(parcel(&id, &area))),
        2 => (name(), code()).prop_map(|(name, code)| {
            let new = enterprise(name);
            Operation::Enterprise(match code {
                Some(code) => new.with_code(parse::<CreditCode>(code)),
                None => new,
            })
        }),
        1 => number("B", 3).prop_map(|id| Operation::Block(block(&id, 3, "1 ha"))),
        6 => (number("A", 6), number("P", 3), who(), area(), dates).prop_map(
            |(id, parcel, who, area, (signed, start, ended))| {
                let dates = Milestones { signed, actual_start: start, ended, ..Milestones::default() };
                let new = allocation(&id, &parcel, who, &area);
                // Dates that run backwards are left out.
                Operation::Allocate(new.clone().with_dates(dates).unwrap_or(new))
            },
        ),
        3 => (number("A", 6), select(Milestone::ALL), day())
            .prop_map(|(id, milestone, day)| Operation::Record(id, milestone, day)),
    ]
}

fn operations() -> impl Strategy<Value = Vec<Operation>> {
    proptest::collection::vec(operation(), 0..60)
}

/// The model and the register after the same operations.
fn both(operations: Vec<Operation>) -> Result<(Model, Register), TestCaseError> {
    let (mut model, mut register) = (Model::default(), Register::new());
    for operation in operations {
        let before = register.clone();
        let expected = model.apply(operation.clone());
        let result = apply(&mut register, operation.clone());
        prop_assert_eq!(result.is_ok(), expected, "{:?}: {:?}", operation, result);
        if !expected {
            prop_assert_eq!(&register, &before, "refused, but not as it was");
        }
    }
    Ok((model, register))
}

proptest! {
    #[test]
    fn the_register_accepts_what_the_model_accepts(operations in operations()) {
        let (mut model, register) = both(operations)?;
        model.parcels.sort_by(|a, b| a.id().cmp(b.id()));
        model.enterprises.sort_by_key(Enterprise::id);
        model.allocations.sort_by(|a, b| a.id().cmp(b.id()));
        model.blocks.sort_by(|a, b| a.id().cmp(b.id()));
        prop_assert!(register.parcels().eq(&model.parcels));
        prop_assert!(register.enterprises().eq(&model.enterprises));
        prop_assert!(register.allocations().eq(&model.allocations));
        prop_assert!(register.blocks().eq(&model.blocks));
        for parcel in &model.parcels {
            let of_parcel = model.allocations.iter().filter(|it| it.parcel() == parcel.id());
            let live: Vec<_> = of_parcel.clone().filter(|it| it.is_live()).collect();
            prop_assert!(live.len() <= 1);
            prop_assert_eq!(register.holder(parcel.id()), live.first().copied());
            prop_assert_eq!(register.allocations_of(parcel.id()).count(), of_parcel.count());
        }
        let live = model.allocations.iter().filter(|it| it.is_live()).count();
        prop_assert_eq!(register.grants().count(), live + model.blocks.len());
    }

    #[test]
    fn the_order_of_the_records_cannot_be_seen(
        operations in operations(), order in proptest::collection::vec(any::<u64>(), 60)
    ) {
        let (model, register) = both(operations)?;
        let mut records: Vec<_> = model.operations().into_iter().zip(order).collect();
        // References first, whatever the order within.
        records.sort_by_key(|(operation, order)| (matches!(operation, Operation::Allocate(_)), *order));
        let mut again = Register::new();
        for (operation, _) in records {
            prop_assert_eq!(apply(&mut again, operation), Ok(()));
        }
        prop_assert_eq!(&again, &register);

        comes_back(&register);
    }

    #[test]
    fn a_merge_is_all_or_nothing(ours in operations(), theirs in operations()) {
        let (mut model, mut register) = both(ours)?;
        let (other_model, other) = both(theirs)?;
        let before = register.clone();
        let shared = model.enterprises.clone();
        let fits = other_model.operations().into_iter().all(|operation| match operation {
            // Equal records of one enterprise are one record.
            Operation::Enterprise(one) if shared.contains(&one) => true,
            operation => model.apply(operation),
        });
        prop_assert_eq!(register.merge(other.clone()).is_ok(), fits);
        if fits {
            // Whichever side takes over the other.
            let mut turned = other;
            prop_assert_eq!(turned.merge(before), Ok(()));
            prop_assert_eq!(turned, register);
        } else {
            prop_assert_eq!(register, before);
        }
    }
}
