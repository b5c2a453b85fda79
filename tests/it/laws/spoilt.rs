//! What JSON must not make.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standard_land::allocation::Milestones;
use standard_land::industry::{CategoryScheme, Membership};
use standard_land::jiff::civil::date;
use standard_land::register::Block;
use standard_land::{Allocation, Parcel, Register, Tally};

use crate::given::{allocation, block, enterprise, founding, parcel, parse, tally};

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
        .try_for_each(|it| new.add_allocation(rebuilt_allocation(it)?).ok())?;
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
    register.add_allocation(full_allocation()).unwrap();
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
    not_with(&parcel, "/area", json!("0 ha"), "an area of 0");
    not_with(&parcel, "/area", json!(1), "a string: an area");
    not_with(&parcel, "/id", json!(1), "a string");

    let granted = full_allocation();
    not_with(&granted, "/area", json!("0 ha"), "an area of 0");
    not_with(&granted, "/price", json!("-0.01 CNY"), "below 0");
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
    not_with(&granted, "/dates/signed", json!("20240501"), "is not a day");
    not_with(
        &granted,
        "/dates/signed",
        json!(20_240_501),
        "a string: a day",
    );
    not_with(&granted, "/year", json!("2023"), "is of 2023");
    not_with(&granted, "/year", json!(2024), "a string: a year");

    let rest = block("rest", 3, "1 ha");
    not_with(&rest, "/parcels", json!("0"), "0 parcels");
    not_with(&rest, "/area", json!("0 ha"), "area of 0");
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
    not_with(&tally(3, "1 ha"), "/parcels", json!("0"), "with 0 parcels");

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
        "which has only 3.01 ha",
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
