//! The register against a naive model; what JSON must not make.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standard_land::allocation::{Milestone, Milestones};
use standard_land::industry::{CategoryScheme, Membership};
use standard_land::jiff::civil::{Date, date};
use standard_land::register::{Block, RegisterError};
use standard_land::{Allocation, CreditCode, Enterprise, Parcel, Register, Tally};

use crate::api::{allocation, block, enterprise, founding, parcel, parse, tally};

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
        Operation::Allocate(new) => register.allocate(new),
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

        let json = serde_json::to_string(&register).unwrap();
        let read: Register = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &register);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let bytes = postcard::to_allocvec(&register).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Register>(&bytes).unwrap(), register);
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

/// Values to put into JSON in place of others.
fn spoilt() -> impl Strategy<Value = Value> {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "0",
        "1",
        "-1",
        "0 ha",
        "1 ha",
        "9999 ha",
        "-1 ha",
        "-0.01 CNY",
        "0 CNY",
        "2024",
        "2023",
        "2024-05-01",
        "2024-05-02",
        "20240501",
        "2024-02-30",
        "P-1",
        "A-1",
        "某公司",
        "industry",
        "other",
        "M",
        "7514",
        "full",
        "partial",
        "3",
        "18446744073709551616",
    ];
    prop_oneof![
        4 => select(TEXTS).prop_map(|text| json!(text)),
        1 => any::<i64>().prop_map(|number| json!(number)),
        1 => select(vec![json!(null), json!(true), json!(1.5), json!([]), json!({})]),
    ]
}

/// The place in a value that an index picks, the value itself not among them.
fn pick(value: &mut Value, index: Index) -> Option<&mut Value> {
    fn places(value: &Value) -> usize {
        1 + match value {
            Value::Array(items) => items.iter().fold(0, |sum, it| sum + places(it)),
            Value::Object(items) => items.values().fold(0, |sum, it| sum + places(it)),
            _ => 0,
        }
    }
    fn nth(value: &mut Value, mut place: usize) -> Option<&mut Value> {
        if place == 0 {
            return Some(value);
        }
        place -= 1;
        let items: Vec<&mut Value> = match value {
            Value::Array(items) => items.iter_mut().collect(),
            Value::Object(items) => items.values_mut().collect(),
            _ => return None,
        };
        for item in items {
            let inside = places(item);
            if place < inside {
                return nth(item, place);
            }
            place -= inside;
        }
        None
    }
    let place = index.index(places(value));
    nth(value, place)
}

/// Spoils a value: other values, fields removed or added, rows repeated.
fn spoil(value: &mut Value, edits: &[(Index, Value, u8)]) {
    for (index, other, kind) in edits {
        let Some(place) = pick(value, *index) else {
            continue;
        };
        match (kind, place) {
            (0, Value::Object(fields)) => drop(fields.insert("unknown".to_owned(), other.clone())),
            (1, Value::Object(fields)) => {
                let name = fields.keys().nth(index.index(fields.len().max(1))).cloned();
                name.and_then(|name| fields.remove(&name));
            }
            (2, Value::Array(rows)) => rows.extend(rows.clone()),
            (_, place @ (Value::String(_) | Value::Null)) => *place = other.clone(),
            _ => {}
        }
    }
}

/// What is read from spoilt JSON is what the constructors make of its parts,
/// and travels on unchanged.
fn checked<T>(value: &Value, rebuilt: impl Fn(&T) -> Option<T>) -> Result<(), TestCaseError>
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    if let Ok(read) = serde_json::from_value::<T>(value.clone()) {
        prop_assert!(
            rebuilt(&read).is_some_and(|it| it == read),
            "{:?} from {}",
            read,
            value
        );
        let again = serde_json::to_value(&read).unwrap();
        prop_assert_eq!(serde_json::from_value::<T>(again).unwrap(), read);
    }
    Ok(())
}

fn rebuilt_parcel(it: &Parcel) -> Option<Parcel> {
    let mut parcel = Parcel::new(it.id().clone(), it.area()).ok()?;
    parcel = it
        .region()
        .map_or(parcel.clone(), |region| parcel.with_region(region));
    Some(
        it.land_use()
            .map_or(parcel.clone(), |class| parcel.with_land_use(class)),
    )
}

fn rebuilt_allocation(it: &Allocation) -> Option<Allocation> {
    let (id, parcel, who) = (
        it.id().clone(),
        it.parcel().clone(),
        it.enterprise().clone(),
    );
    let mut new = Allocation::new(id, parcel, who, it.area()).ok()?;
    if let Some(category) = it.category() {
        new = new.with_category(category);
    }
    if let Some(industry) = it.industry() {
        new = new.with_industry(industry);
    }
    if let Some(method) = it.method() {
        new = new.with_method(method);
    }
    if let Some(term) = it.term() {
        new = new.with_term(term);
    }
    if let Some(price) = it.price() {
        new = new.with_price(price).ok()?;
    }
    let signed_only = new.clone().with_dates(*it.dates()).ok()?;
    let with_year = it
        .year()
        .and_then(|year| signed_only.clone().with_year(year).ok());
    // A year that is only that of the signing is not stored.
    [Some(signed_only), with_year]
        .into_iter()
        .flatten()
        .find(|new| new == it)
}

fn rebuilt_block(it: &Block) -> Option<Block> {
    let new = Block::new(it.id().clone(), it.parcels(), it.area()).ok()?;
    let new = it
        .category()
        .map_or(new.clone(), |category| new.with_category(category));
    let new = it
        .industry()
        .map_or(new.clone(), |industry| new.with_industry(industry));
    let new = it
        .region()
        .map_or(new.clone(), |region| new.with_region(region));
    Some(it.year().map_or(new.clone(), |year| new.with_year(year)))
}

fn rebuilt_register(it: &Register) -> Option<Register> {
    let mut new = Register::new();
    it.parcels()
        .try_for_each(|it| new.add_parcel(rebuilt_parcel(it)?).ok())?;
    it.enterprises()
        .try_for_each(|it| new.add_enterprise(it.clone()).ok())?;
    it.allocations()
        .try_for_each(|it| new.allocate(rebuilt_allocation(it)?).ok())?;
    it.blocks()
        .try_for_each(|it| new.add_block(rebuilt_block(it)?).ok())?;
    Some(new)
}

fn full_allocation() -> Allocation {
    let dates = Milestones {
        signed: Some(date(2024, 5, 1)),
        agreed_start: Some(date(2024, 5, 2)),
        ended: Some(date(2024, 5, 3)),
        ..Milestones::default()
    };
    let granted = allocation("A-1", "P-1", "某公司", "1 ha").with_category(parse("industry"));
    let granted = granted.with_price(parse("1440000.00 CNY")).unwrap();
    granted
        .with_year(parse("2024"))
        .unwrap()
        .with_dates(dates)
        .unwrap()
}

fn small_register() -> Register {
    let mut register = founding();
    register.add_parcel(parcel("P-1", "1 ha")).unwrap();
    register.add_enterprise(enterprise("某公司")).unwrap();
    register.allocate(full_allocation()).unwrap();
    register
}

proptest! {
    #[test]
    fn spoilt_json_makes_nothing_that_a_constructor_refuses(
        edits in proptest::collection::vec((any::<Index>(), spoilt(), 0..6_u8), 1..4)
    ) {
        let spoil = |mut value: Value| { spoil(&mut value, &edits); value };
        let parcel = parcel("P-1", "1 ha").with_region(parse("141121"));
        checked(&spoil(json!(parcel)), rebuilt_parcel)?;
        checked(&spoil(json!(full_allocation())), rebuilt_allocation)?;
        let rest = block("rest", 3, "1 ha").with_year(parse("2024"));
        checked(&spoil(json!(rest)), rebuilt_block)?;
        checked(&spoil(json!(tally(7, "37.18 ha"))), |it: &Tally| Tally::new(it.parcels(), it.area()).ok())?;
        checked(&spoil(json!(small_register())), rebuilt_register)?;
        let lines = "name = n\nedition = e\nsource = s\n75 other full\n751 industry partial\n751 other partial";
        checked(&spoil(json!(parse::<CategoryScheme>(lines))), |it: &CategoryScheme| {
            let members: Vec<Membership> = it.memberships().to_vec();
            CategoryScheme::new(it.name(), it.edition(), it.source(), members).ok()
        })?;
    }
}

/// Asserts that a value is read, but not with a place replaced.
#[track_caller]
fn not_with<T: Serialize + DeserializeOwned>(good: &T, pointer: &str, other: Value, words: &str) {
    let mut value = json!(good);
    assert!(serde_json::from_value::<T>(value.clone()).is_ok());
    if let Some(place) = value.pointer_mut(pointer) {
        *place = other;
    }
    let text = serde_json::from_value::<T>(value)
        .err()
        .map(|error| error.to_string());
    assert!(
        text.as_ref().is_some_and(|text| text.contains(words)),
        "{pointer}: {text:?}"
    );
}

#[test]
fn what_json_must_not_make() {
    let parcel = parcel("P-1", "1 ha");
    not_with(&parcel, "/area", json!("0 ha"), "has no area");
    not_with(&parcel, "/area", json!(1), "a string: an area");
    not_with(&parcel, "/id", json!(1), "a string");

    let granted = full_allocation();
    not_with(&granted, "/area", json!("0 ha"), "has no area");
    not_with(&granted, "/price", json!("-0.01 CNY"), "below zero");
    not_with(
        &granted,
        "/price",
        json!(1_440_000),
        "a string: a sum of money",
    );
    not_with(
        &granted,
        "/dates/agreed_start",
        json!("2024-04-30"),
        "before signed",
    );
    not_with(&granted, "/dates/signed", json!("20240501"), "is no day");
    not_with(
        &granted,
        "/dates/signed",
        json!(20_240_501),
        "a string: a day",
    );
    not_with(&granted, "/year", json!("2023"), "is of 2023");
    not_with(&granted, "/year", json!(2024), "a string: a year");

    let rest = block("rest", 3, "1 ha");
    not_with(&rest, "/parcels", json!("0"), "no parcels");
    not_with(&rest, "/area", json!("0 ha"), "no area");
    for count in [
        json!(3),
        json!("3.0"),
        json!("-3"),
        json!("03"),
        json!("18446744073709551616"),
    ] {
        not_with(&rest, "/parcels", count.clone(), "count");
        not_with(&tally(3, "1 ha"), "/parcels", count, "count");
    }
    not_with(&tally(3, "1 ha"), "/parcels", json!("0"), "of no parcels");

    let register = small_register();
    not_with(
        &register,
        "/allocations/0/parcel",
        json!("P-9"),
        "not in the register",
    );
    not_with(
        &register,
        "/allocations/0/enterprise",
        json!("无"),
        "not in the register",
    );
    not_with(
        &register,
        "/allocations/0/area",
        json!("9 ha"),
        "which has 3.01 ha",
    );
    not_with(&register, "/allocations/0/id", json!("2024-2"), "already");
    not_with(&register, "/parcels/0/id", json!("2024-2"), "already");
    not_with(&register, "/enterprises/0/name", json!("某公司"), "already");
    not_with(&register, "/allocations/0/parcel", json!("2024-3"), "which");

    let lines = "name = n\nedition = e\nsource = s\n75 other full\n751 industry partial";
    let scheme: CategoryScheme = parse(lines);
    not_with(&scheme, "/name", json!(""), "the name of the scheme");
    not_with(
        &scheme,
        "/memberships/1/code",
        json!("75"),
        "belongs in full",
    );
    not_with(
        &scheme,
        "/memberships/1/code",
        json!(751),
        "a string: an industry code",
    );
}
