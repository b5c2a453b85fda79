//! JSON Schema of the public records, for programs in other languages.
//!
//! The schemas say what the doors take: every value is a string, and nothing
//! that is not known may stand in a record. What a schema cannot say (how many
//! digits fit, whether a code is in its table, whether a check digit is right)
//! is left to the doors: what they take, the schema takes too, as long as
//! records are objects with named fields.
//!
//! `schema/standard-land.json` in the repository holds [`all`] of them; a test
//! compares it, and `cargo schema` writes it anew.

mod choices;
mod names;
mod records;
mod text;

use schemars::Schema;
use schemars::generate::SchemaSettings;

/// The schemas of all public records and what they are made of, in one
/// document.
///
/// A record is `#/$defs/` and its name. Rows and breakdowns are there by
/// industry code; for other keys, [`schemars::schema_for`] makes them.
///
/// ```
/// let all = standard_land::schema::all();
/// let definitions = all.get("$defs").ok_or("no definitions")?;
/// assert_eq!(definitions["Area"]["type"], "string");
/// assert_eq!(definitions["Tally"]["additionalProperties"], false);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn all() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    records::define(&mut generator);
    text::define(&mut generator);
    let definitions = generator.take_definitions(true);
    schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "standard-land",
        "description": "The public records of the Rust crate standard-land, and what they are made of.",
        "$defs": definitions,
    })
}
