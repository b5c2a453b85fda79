//! The JSON text of every type, and which fields may be missing or must not be.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use standard_land::allocation::Milestones;
use standard_land::commitment::{AgreedDates, Assessment, Commitment, Promise};
use standard_land::industry::Membership;
use standard_land::register::Block;
use standard_land::standard::{
    ControlStandard, Floors, Indicator, Investment, LocalStandard, Performance, Provision, Storey,
};
use standard_land::stats::{Held, Progress, Rate, Row, Sample, ShareRow, Supply, Target};
use standard_land::{
    Allocation, Breakdown, Enterprise, IndustryCode, Parcel, Ratio, Register, Tally,
};

use super::{Format, Value, check_every_type, check_every_written_type, lifecycle};
use crate::api::{allocation, block, enterprise, parcel, parse, tally};

struct JsonText;

impl Format for JsonText {
    fn check<T: Value>(&self, value: &T, json: &str, postcard: &str) {
        self.check_written(value, json, postcard);
        let read = serde_json::from_str::<T>(json);
        assert!(read.is_ok_and(|read| read == *value), "{json}");
        // White space between the tokens changes nothing.
        let pretty = serde_json::from_str::<Json>(json).map(|json| format!("{json:#}"));
        let read = serde_json::from_str::<T>(&pretty.unwrap_or_default());
        assert!(read.is_ok_and(|read| read == *value), "{json}");
    }

    fn check_written<T: Serialize>(&self, value: &T, json: &str, _: &str) {
        assert_eq!(serde_json::to_string(value).ok().as_deref(), Some(json));
    }
}

#[test]
fn every_type_is_written_and_read_as_ever() {
    check_every_type(&JsonText);
    super::standard::check_every_type(&JsonText);
    lifecycle::check_every_type(&JsonText);
    super::zone::check_every_type(&JsonText);
    super::pricing::check_every_type(&JsonText);
}

#[test]
fn what_is_only_written_is_written_as_ever() {
    check_every_written_type(&JsonText);
    lifecycle::check_every_written_type(&JsonText);
    super::zone::check_every_written_type(&JsonText);
    super::pricing::check_every_written_type(&JsonText);
}

fn read<T: DeserializeOwned>(json: &Json) -> Option<T> {
    serde_json::from_value(json.clone()).ok()
}

#[test]
fn fields_that_are_not_known_may_be_missing() {
    assert_eq!(read(&json!({"name": "甲"})), Some(enterprise("甲")));
    assert_eq!(
        read(&json!({"id": "P", "area": "1 ha"})),
        Some(parcel("P", "1 ha"))
    );
    let granted = json!({"id": "A", "parcel": "P", "enterprise": "甲", "area": "1 ha"});
    assert_eq!(read(&granted), Some(allocation("A", "P", "甲", "1 ha")));
    let rest = json!({"id": "B", "parcels": "3", "area": "1 ha"});
    assert_eq!(read(&rest), Some(block("B", 3, "1 ha")));
    assert_eq!(read(&json!({})), Some(Milestones::default()));
    assert_eq!(read(&json!({})), Some(Register::new()));
    let row: Row<IndustryCode> = read(&json!({"tally": {"parcels": "1", "area": "1 ha"}})).unwrap();
    assert_eq!((row.key, row.tally), (None, tally(1, "1 ha")));
}

#[test]
fn all_other_fields_are_needed_and_no_others_are_taken() {
    check::<Enterprise>(&json!({"name": "甲"}), &["name"]);
    check::<Parcel>(&json!({"id": "P", "area": "1 ha"}), &["id", "area"]);
    check::<Allocation>(
        &json!({"id": "A", "parcel": "P", "enterprise": "甲", "area": "1 ha"}),
        &["id", "parcel", "enterprise", "area"],
    );
    check::<Block>(
        &json!({"id": "B", "parcels": "3", "area": "1 ha"}),
        &["id", "parcels", "area"],
    );
    check::<Milestones>(&json!({}), &[]);
    check::<Register>(&json!({}), &[]);
    let one = json!({"parcels": "1", "area": "1 ha"});
    check::<Tally>(&one, &["parcels", "area"]);
    check::<Row<IndustryCode>>(&json!({"tally": one}), &["tally"]);
    check::<ShareRow<IndustryCode>>(
        &json!({"tally": one, "by_count": "1/1", "by_area": "1/1"}),
        &["tally", "by_count", "by_area"],
    );
    let none = json!({"parcels": "0", "area": "0 ha"});
    check::<Rate>(
        &json!({"denominator": "due", "part": one, "whole": one, "unjudged": none}),
        &["denominator", "part", "whole", "unjudged"],
    );
    let standing = json!({"taken": one, "not_taken": none, "unknown": none});
    check::<Progress>(
        &json!({
            "day": "2024-12-31", "due": standing, "not_due": standing, "undated": standing,
            "signed_later": none,
        }),
        &["day", "due", "not_due", "undated", "signed_later"],
    );
    check::<Supply>(
        &json!({"base": "ready", "available": "1 ha", "supplied": "1 ha"}),
        &["base", "available", "supplied"],
    );
    check::<Held>(
        &json!({"holders": "1/1", "by_count": "1/1", "by_area": "1/1"}),
        &["holders", "by_count", "by_area"],
    );
    check::<Sample<Ratio>>(
        &json!({"values": ["1/2"], "missing": "0"}),
        &["values", "missing"],
    );
    check::<Target>(
        &json!({"at_least": "80%", "judging": "full-value"}),
        &["at_least", "judging"],
    );
    let member = json!({"code": "75", "category": "other", "extent": "full"});
    check::<Membership>(&member, &["code", "category", "extent"]);
    let scheme = json!({"name": "n", "edition": "e", "source": "s", "memberships": [member]});
    let needed = ["name", "edition", "source", "memberships"];
    check::<standard_land::industry::CategoryScheme>(&scheme, &needed);
    // Also deep inside.
    let deep = json!({"id": "A", "parcel": "P", "enterprise": "甲", "area": "1 ha", "dates": {"day": null}});
    assert_eq!(read::<Allocation>(&deep), None);
}

#[test]
fn so_are_those_of_standards_and_promises() {
    let indicator = json!({"kind": "green-ratio", "unit": "%", "direction": "at-most"});
    check::<Indicator>(&indicator, &["kind", "unit", "direction"]);
    let promise = json!({"indicator": indicator, "threshold": "≤20%", "acceptance": "completion"});
    check::<Promise>(&promise, &["indicator", "threshold", "acceptance"]);
    let provision = json!({"indicator": indicator, "threshold": "≤20%", "force": "binding", "certainty": "seen"});
    let needed = ["indicator", "threshold", "force", "certainty"];
    check::<Provision>(&provision, &needed);
    let standard = json!({"document": "d", "classification": "GB/T 4754-2017"});
    check::<ControlStandard>(&standard, &["document", "classification"]);
    check::<LocalStandard>(
        &json!({"upper": standard, "local": standard, "loosening": "refused"}),
        &["upper", "local", "loosening"],
    );
    let commitment = json!({"parcel": "P", "enterprise": "甲"});
    check::<Commitment>(&commitment, &["parcel", "enterprise"]);
    check::<Assessment>(
        &json!({
            "parcel": "P", "enterprise": "甲", "acceptance": "completion",
            "judging": "full-value", "judgements": [], "overall": "nothing"
        }),
        &[
            "parcel",
            "enterprise",
            "acceptance",
            "judging",
            "judgements",
            "overall",
        ],
    );
    check::<Performance>(&json!({}), &[]);
    check::<Investment>(&json!({}), &[]);
    check::<AgreedDates>(&json!({}), &[]);
    let floors = json!({"floor_area": "1 ha", "counted": "1 ha"});
    check::<Floors>(&floors, &["floor_area", "counted"]);
    let storey = json!({"floor_area": "1 ha", "height": "1 m"});
    check::<Storey>(&storey, &["floor_area", "height"]);
}

/// Removes each of the fields in turn, then adds one.
fn check<T: DeserializeOwned + Debug + PartialEq>(json: &Json, needed: &[&str]) {
    assert!(read::<T>(json).is_some(), "{json}");
    for field in needed {
        let mut without = json.clone();
        let removed = without
            .as_object_mut()
            .and_then(|fields| fields.remove(*field));
        assert!(removed.is_some(), "{field}");
        assert_eq!(read::<T>(&without), None, "without {field}");
    }
    let mut with = json.clone();
    if let Some(fields) = with.as_object_mut() {
        fields.insert("note".to_owned(), json!("1"));
    }
    assert_eq!(read::<T>(&with), None, "{with}");
}

#[test]
fn any_order_of_the_rows_is_read_as_the_same_breakdown() {
    let row = |key: Json, parcels: &str| json!({"key": key, "tally": {"parcels": parcels, "area": "1 ha"}});
    let rows = [
        row(json!(null), "1"),
        row(json!("M"), "2"),
        row(json!("C"), "3"),
    ];
    let expected = Breakdown::of([
        (Some(parse::<IndustryCode>("C")), tally(3, "1 ha")),
        (Some(parse("M")), tally(2, "1 ha")),
        (None, tally(1, "1 ha")),
    ]);
    assert_eq!(read(&json!(rows)), expected.ok());
}
