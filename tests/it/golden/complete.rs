//! No type is without golden bytes.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Format, Value, check_every_type, check_every_written_type, lifecycle, pricing, standard, zone,
};
use crate::promises::{name_of, written};

/// The types that are written, whatever they are written as.
#[derive(Default)]
struct Types(RefCell<BTreeSet<String>>);

impl Format for Types {
    fn check<T: Value>(&self, value: &T, json: &str, postcard: &str) {
        self.check_written(value, json, postcard);
    }

    fn check_written<T: Serialize>(&self, _: &T, _: &str, _: &str) {
        self.0.borrow_mut().insert(name_of::<T>());
    }
}

#[test]
fn every_type_that_travels_has_its_bytes() {
    let types = Types::default();
    check_every_type(&types);
    check_every_written_type(&types);
    standard::check_every_type(&types);
    lifecycle::check_every_type(&types);
    lifecycle::check_every_written_type(&types);
    zone::check_every_type(&types);
    pricing::check_every_type(&types);
    zone::check_every_written_type(&types);
    pricing::check_every_written_type(&types);
    let checked = types.0.take();
    let missing: Vec<String> = written().filter(|name| !checked.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
