//! Every golden value against the committed JSON Schema.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::cell::Cell;

use serde::Serialize;

use super::{Format, Value, check_every_type, lifecycle};
use crate::schema::Definitions;

struct Schemas {
    definitions: Definitions,
    checked: Cell<usize>,
}

impl Format for Schemas {
    fn check<T: Value>(&self, value: &T, _: &str, _: &str) {
        if self.definitions.check(value) {
            self.checked.set(self.checked.get() + 1);
        }
    }

    fn check_written<T: Serialize>(&self, _: &T, _: &str, _: &str) {}
}

#[test]
fn the_schemas_take_what_the_doors_take() {
    let schemas = Schemas {
        definitions: Definitions::new(),
        checked: Cell::new(0),
    };
    check_every_type(&schemas);
    lifecycle::check_every_type(&schemas);
    super::standard::check_every_type(&schemas);
    let checked = schemas.checked.get();
    assert!(checked > 140, "{checked}");
}
