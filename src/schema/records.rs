//! Records: which fields there are, which are needed, what they hold.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::text::{count, day};
use super::{name_of, name_of_two};
use crate::allocation::{AllocationId, Milestones, Period, SupplyMethod, Year};
use crate::enterprise::{EnterpriseId, EnterpriseName, TolerantCreditCode};
use crate::industry::{CategoryScheme, Extent, IndustryCategory, IndustryCode, Membership};
use crate::land_use::LandUse;
use crate::parcel::ParcelId;
use crate::quantity::{Area, Money, Term};
use crate::register::{Block, BlockId};
use crate::stats::{
    Against, Breakdown, Cell, CellWhole, CrossTab, Growth, Row, ShareCell, ShareRow, Trend, Whole,
};
use crate::{Allocation, DivisionCode, Enterprise, Parcel, Ratio, Register, Tally};

/// A record that is being described.
struct Fields<'a> {
    generator: &'a mut SchemaGenerator,
    names: Vec<(&'static str, Schema)>,
    needed: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    const fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self {
            generator,
            names: Vec::new(),
            needed: Vec::new(),
        }
    }

    /// A field that must be there.
    fn needs<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<T>();
        self.needs_as(name, schema)
    }

    fn needs_as(mut self, name: &'static str, schema: Schema) -> Self {
        self.needed.push(name);
        self.may_be(name, schema)
    }

    /// A field that can be missing, or null, when it is not known.
    fn may<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<Option<T>>();
        self.may_be(name, schema)
    }

    /// A list that can be missing when it is empty.
    fn list<T: JsonSchema>(self, name: &'static str) -> Self {
        let schema = self.generator.subschema_for::<Vec<T>>();
        self.may_be(name, schema)
    }

    fn may_be(mut self, name: &'static str, schema: Schema) -> Self {
        self.names.push((name, schema));
        self
    }

    fn finish(self, description: &str) -> Schema {
        let mut schema = json_schema!({
            "type": "object",
            "description": description,
            "additionalProperties": false,
        });
        let mut properties = json_schema!({});
        for (name, field) in self.names {
            properties.insert(String::from(name), field.into());
        }
        schema.insert("properties".into(), properties.into());
        if !self.needed.is_empty() {
            schema.insert("required".into(), self.needed.into());
        }
        schema
    }
}

/// Implements the schema of records without parameters, and lists them.
macro_rules! records {
    ($( $name:ident, $description:literal, |$fields:ident| $body:expr; )+) => {
        $(
            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let $fields = Fields::new(generator);
                    $body.finish($description)
                }
            }
        )+

        fn define_records(generator: &mut SchemaGenerator) {
            $( generator.subschema_for::<$name>(); )+
        }
    };
}

records! {
    Tally, "How many parcels, and how much land.", |fields| fields
        .needs_as("parcels", count("How many parcels."))
        .needs::<Area>("area");
    Enterprise, "An enterprise: its name, its credit code if known, its trade if known.", |fields| fields
        .needs::<EnterpriseName>("name")
        .may::<TolerantCreditCode>("code")
        .may::<IndustryCode>("industry");
    Parcel, "A parcel: its number, its area, where it lies and what for, if known.", |fields| fields
        .needs::<ParcelId>("id")
        .needs::<Area>("area")
        .may::<DivisionCode>("region")
        .may::<LandUse>("land_use");
    Milestones, "The dates of an allocation, as far as they are known.", |fields| fields
        .may_be("signed", day())
        .may_be("agreed_handover", day())
        .may_be("agreed_start", day())
        .may_be("agreed_completion", day())
        .may_be("actual_start", day())
        .may_be("actual_completion", day())
        .may_be("ended", day());
    Allocation, "Who got which parcel, when and how.", |fields| fields
        .needs::<AllocationId>("id")
        .needs::<ParcelId>("parcel")
        .needs::<EnterpriseId>("enterprise")
        .needs::<Area>("area")
        .may::<IndustryCategory>("category")
        .may::<IndustryCode>("industry")
        .may::<SupplyMethod>("method")
        .may::<Money>("price")
        .may::<Term>("term")
        .may::<Year>("year")
        .with_dates();
    Block, "Granted parcels known only by their number and their area together.", |fields| fields
        .needs::<BlockId>("id")
        .needs_as("parcels", count("How many parcels; not zero."))
        .needs::<Area>("area")
        .may::<IndustryCategory>("category")
        .may::<IndustryCode>("industry")
        .may::<DivisionCode>("region")
        .may::<Year>("year");
    Register, "The ledger: parcels, enterprises, allocations and blocks.", |fields| fields
        .list::<Parcel>("parcels")
        .list::<Enterprise>("enterprises")
        .list::<Allocation>("allocations")
        .list::<Block>("blocks");
    Membership, "An industry that belongs to a category, wholly or in part.", |fields| fields
        .needs::<IndustryCode>("code")
        .needs::<IndustryCategory>("category")
        .needs::<Extent>("extent");
    CategoryScheme, "A published mapping from industries to categories.", |fields| fields
        .needs::<String>("name")
        .needs::<String>("edition")
        .needs::<String>("source")
        .needs::<Vec<Membership>>("memberships");
    Growth, "What was counted in a period, and in the one it is compared with.", |fields| fields
        .needs::<Period>("period")
        .needs::<Tally>("tally")
        .needs::<Period>("base_period")
        .needs::<Tally>("base");
}

impl Fields<'_> {
    fn with_dates(self) -> Self {
        // May be missing, but is not null.
        let dates = self.generator.subschema_for::<Milestones>();
        self.may_be("dates", dates)
    }

    /// A tally with its shares.
    fn with_shares(self) -> Self {
        self.needs::<Tally>("tally")
            .needs::<Ratio>("by_count")
            .needs::<Ratio>("by_area")
    }
}

impl<K: JsonSchema> JsonSchema for Row<K> {
    fn schema_name() -> Cow<'static, str> {
        name_of::<K>("Row").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<K>("key")
            .needs::<Tally>("tally")
            .finish("A row of a breakdown; without a key it is what has none.")
    }
}

impl<K: JsonSchema> JsonSchema for ShareRow<K> {
    fn schema_name() -> Cow<'static, str> {
        name_of::<K>("ShareRow").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<K>("key")
            .with_shares()
            .finish("A row of a breakdown with its shares of a named whole.")
    }
}

impl<R: JsonSchema, C: JsonSchema> JsonSchema for Cell<R, C> {
    fn schema_name() -> Cow<'static, str> {
        name_of_two::<R, C>("Cell").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<R>("row")
            .may::<C>("column")
            .needs::<Tally>("tally")
            .finish("A cell of a cross table.")
    }
}

impl<R: JsonSchema, C: JsonSchema> JsonSchema for ShareCell<R, C> {
    fn schema_name() -> Cow<'static, str> {
        name_of_two::<R, C>("ShareCell").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Fields::new(generator)
            .may::<R>("row")
            .may::<C>("column")
            .with_shares()
            .finish("A cell of a cross table with its shares of a named whole.")
    }
}

/// A statistic is the list of its rows.
macro_rules! lists {
    ($( [$($parameter:ident),*] $name:ty, $title:expr, $row:ty, $description:literal; )+) => {$(
        impl<$($parameter: JsonSchema),*> JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $title.into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let rows = generator.subschema_for::<$row>();
                json_schema!({ "type": "array", "description": $description, "items": rows })
            }
        }
    )+};
}

lists! {
    [K] Breakdown<K>, name_of::<K>("Breakdown"), Row<K>,
        "Tallies by key; no key twice, no row empty.";
    [R, C] CrossTab<R, C>, name_of_two::<R, C>("CrossTab"), Cell<R, C>,
        "Tallies by two keys; no cell twice, none empty.";
    [] Trend, "Trend", Row<Period>,
        "Tallies by period; no two periods overlap.";
}

/// A choice of names, of which one can carry a value.
macro_rules! choices {
    ($( $name:ident, [$($unit:literal),+], $carrier:literal of $value:ty, $description:literal; )+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let value = generator.subschema_for::<$value>();
                json_schema!({
                    "description": $description,
                    "oneOf": [
                        { "type": "string", "enum": [$($unit),+] },
                        {
                            "type": "object",
                            "properties": { $carrier: value },
                            "required": [$carrier],
                            "additionalProperties": false,
                        },
                    ],
                })
            }
        }
    )+};
}

choices! {
    Whole, ["total", "keyed"], "given" of Tally,
        "What a share of a breakdown is a share of.";
    CellWhole, ["row", "keyed-row", "column", "keyed-column", "total", "keyed"], "given" of Tally,
        "What a share of a cross table is a share of.";
    Against, ["previous", "year-before"], "fixed" of Period,
        "What a growth is measured against.";
}

/// Puts all of them among the definitions of a generator.
pub(super) fn define(generator: &mut SchemaGenerator) {
    define_records(generator);
    generator.subschema_for::<ShareRow<IndustryCode>>();
    generator.subschema_for::<Breakdown<IndustryCode>>();
    generator.subschema_for::<CrossTab<IndustryCode, Year>>();
    generator.subschema_for::<ShareCell<IndustryCode, Year>>();
    generator.subschema_for::<Trend>();
    generator.subschema_for::<Whole>();
    generator.subschema_for::<CellWhole>();
    generator.subschema_for::<Against>();
}
