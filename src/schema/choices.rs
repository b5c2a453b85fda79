//! Choices: one of several names, some of which carry a value.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::names::name_of;
use crate::audit::Slack;
use crate::calendar::Period;
use crate::stats::{Against, CellWhole, Reach, Unreachable, Whole};
use crate::{Ratio, Tally};

/// A choice of names, of which some carry a value.
pub(super) fn choice(
    description: &str,
    names: &[&str],
    carriers: Vec<(&'static str, Schema)>,
) -> Schema {
    let mut choices: Vec<Schema> = Vec::new();
    if !names.is_empty() {
        choices.push(json_schema!({ "type": "string", "enum": names }));
    }
    for (name, value) in carriers {
        choices.push(json_schema!({
            "type": "object",
            "properties": { name: value },
            "required": [name],
            "additionalProperties": false,
        }));
    }
    json_schema!({ "description": description, "oneOf": choices })
}

macro_rules! choices {
    ($( $name:ident, [$($unit:literal),*], [$($carrier:literal of $value:ty),+], $description:literal; )+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let carriers = Vec::from([$( ($carrier, generator.subschema_for::<$value>()) ),+]);
                choice($description, &[$($unit),*], carriers)
            }
        }
    )+};
}

choices! {
    Whole, ["total", "keyed"], ["given" of Tally],
        "What a share of a breakdown is a share of.";
    CellWhole, ["row", "keyed-row", "column", "keyed-column", "total", "keyed"], ["given" of Tally],
        "What a share of a cross table is a share of.";
    Against, ["previous", "year-before"], ["fixed" of Period],
        "What a growth is measured against.";
    Slack, [], ["units" of Ratio, "part" of Ratio],
        "How far a figure may be off: in units of its last digit, or as a part of it.";
}

impl<T: JsonSchema> JsonSchema for Reach<T> {
    fn schema_name() -> Cow<'static, str> {
        name_of::<T>("Reach").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let more = generator.subschema_for::<T>();
        let why = generator.subschema_for::<Unreachable>();
        choice(
            "How much more it takes to reach a target.",
            &["reached"],
            Vec::from([("more", more), ("unreachable", why)]),
        )
    }
}
