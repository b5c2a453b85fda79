//! What types say of themselves in JSON Schema.
//!
//! A description is the first sentence of the docs of a type, so that no type
//! is described twice.

use alloc::string::String;
use alloc::vec::Vec;

use schemars::transform::transform_subschemas;
use schemars::{Schema, json_schema};

/// A text of a form.
pub(crate) fn text(description: &str, pattern: &str, examples: &[&str]) -> Schema {
    json_schema!({
        "type": "string",
        "description": String::from(description),
        "pattern": String::from(pattern),
        "examples": examples,
    })
}

/// A text kept as printed, of at least one character.
pub(crate) fn label(docs: &str, pattern: &str, limit: usize, example: &str) -> Schema {
    let mut schema = text(&summary(docs), pattern, &[example]);
    schema.insert("minLength".into(), 1.into());
    schema.insert("maxLength".into(), limit.into());
    schema
}

/// A term of a closed list: its code, or the Chinese term.
pub(crate) fn term(docs: &str, codes: &[&str], names: &[&str]) -> Schema {
    let mut description = summary(docs);
    description.push_str(" Written as the code; the Chinese term is read too.");
    let mut terms = Vec::from(codes);
    // A term can be its own code.
    terms.extend(names.iter().filter(|name| !codes.contains(*name)));
    json_schema!({ "type": "string", "description": description, "enum": terms })
}

/// The first sentence of some docs, in plain text.
fn summary(docs: &str) -> String {
    let paragraph = docs.trim().split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let plain = words.join(" ").replace(['`', '[', ']'], "");
    match plain.split_once(". ") {
        Some((first, _)) => alloc::format!("{first}."),
        None => plain,
    }
}

/// A day of the calendar.
pub(crate) fn day() -> Schema {
    text(
        "A day of the calendar.",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        &["2024-05-01"],
    )
}

/// A count as a text of digits.
pub(crate) fn count() -> Schema {
    text("A count.", r"^(0|[1-9][0-9]*)$", &["7"])
}

/// What is derived, with the first sentence of the docs only and no defaults:
/// a default says no more than that a field may be missing.
pub(crate) fn brief(schema: &mut Schema) {
    schema.remove("default");
    let docs = schema.get("description").and_then(|docs| docs.as_str());
    if let Some(description) = docs.map(summary) {
        schema.insert("description".into(), description.into());
    }
    transform_subschemas(&mut brief, schema);
}

/// Or nothing.
pub(crate) fn optional(mut schema: Schema) -> Schema {
    let kinds = ["string", "null"];
    schema.insert("type".into(), kinds.as_slice().into());
    schema
}

/// How a field travels that has no type of its own.
macro_rules! field {
    ($( $name:ident, $schema:expr; )+) => {$(
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    )+};
}
pub(crate) use field;

/// What travels as the list of its rows.
macro_rules! list {
    ([$($parameter:ident),*] $name:ty, $title:expr, $row:ty, $description:literal) => {
        impl<$($parameter: schemars::JsonSchema),*> schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $title.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let rows = generator.subschema_for::<$row>();
                schemars::json_schema!({
                    "type": "array",
                    "description": $description,
                    "items": rows,
                })
            }
        }
    };
}
pub(crate) use list;
