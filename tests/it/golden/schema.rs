//! Every golden value against the committed JSON Schema.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Serialize;

use super::{Format, Value, check_every_type, lifecycle, standard, zone};
use crate::promises::{WITHOUT_SCHEMA, name_of};
use crate::schema::Definitions;

struct Schemas {
    definitions: Definitions,
    /// The schemas that a value was checked against.
    checked: RefCell<BTreeSet<String>>,
    /// The types that have none.
    without: RefCell<BTreeSet<String>>,
}

impl Format for Schemas {
    fn check<T: Value>(&self, value: &T, _: &str, _: &str) {
        match self.definitions.check(value) {
            Some(name) => self.checked.borrow_mut().insert(name),
            None => self.without.borrow_mut().insert(name_of::<T>()),
        };
    }

    fn check_written<T: Serialize>(&self, _: &T, _: &str, _: &str) {}
}

#[test]
fn the_schemas_take_and_refuse_what_the_types_do() {
    let schemas = Schemas {
        definitions: Definitions::new(),
        checked: RefCell::default(),
        without: RefCell::default(),
    };
    check_every_type(&schemas);
    lifecycle::check_every_type(&schemas);
    standard::check_every_type(&schemas);
    zone::check_every_type(&schemas);
    let (checked, without) = (schemas.checked.take(), schemas.without.take());
    // `Row_of_Period` stands for the same code as `Row_of_IndustryCode`.
    let family = |name: &String| name.split("_of_").next().unwrap_or_default().to_owned();
    let families: BTreeSet<String> = checked.iter().map(family).collect();
    let mut unchecked = schemas.definitions.names();
    unchecked.retain(|name| !families.contains(&family(name)));
    assert!(unchecked.is_empty(), "no value of {unchecked:?}");
    // No type is passed over in silence.
    let listed: BTreeSet<String> = WITHOUT_SCHEMA.iter().map(ToString::to_string).collect();
    let mut silent: Vec<_> = without.difference(&listed).collect();
    silent.retain(|name| {
        let last = name.rsplit("::").next().unwrap_or_default();
        // A key of another crate has the schema of what it holds.
        !families.contains(last) && *name != "stats::AnyKey"
    });
    assert!(silent.is_empty(), "no schema of {silent:?}");
}
