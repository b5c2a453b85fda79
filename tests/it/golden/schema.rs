//! Every golden value against the committed JSON Schema.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Serialize;

use super::{Format, Value, check_every_type, lifecycle, pricing, standard, zone};
use crate::schema::Definitions;

struct Schemas {
    definitions: Definitions,
    /// The schemas that a value was checked against.
    checked: RefCell<BTreeSet<String>>,
}

impl Format for Schemas {
    fn check<T: Value>(&self, value: &T, _: &str, _: &str) {
        let name = self.definitions.check(value);
        self.checked.borrow_mut().insert(name);
    }

    fn check_written<T: Serialize>(&self, _: &T, _: &str, _: &str) {}
}

#[test]
fn the_schemas_take_and_refuse_what_the_types_do() {
    let schemas = Schemas {
        definitions: Definitions::new(),
        checked: RefCell::default(),
    };
    check_every_type(&schemas);
    lifecycle::check_every_type(&schemas);
    standard::check_every_type(&schemas);
    zone::check_every_type(&schemas);
    pricing::check_every_type(&schemas);
    // `Row_of_Period` stands for the same code as `Row_of_IndustryCode`.
    let family = |name: &String| name.split("_of_").next().unwrap_or_default().to_owned();
    let families: BTreeSet<String> = schemas.checked.take().iter().map(family).collect();
    let mut unchecked = schemas.definitions.names();
    unchecked.retain(|name| !families.contains(&family(name)));
    assert!(unchecked.is_empty(), "no value of {unchecked:?}");
}
