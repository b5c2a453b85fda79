//! Names of records that have keys.

use alloc::format;
use alloc::string::String;

use schemars::JsonSchema;

/// The name of a record of a key: `Row_of_IndustryCode`.
pub(super) fn name_of<K: JsonSchema>(record: &str) -> String {
    format!("{record}_of_{}", K::schema_name())
}

/// The name of a record of two keys: `Cell_of_IndustryCode_and_Year`.
pub(super) fn name_of_two<R: JsonSchema, C: JsonSchema>(record: &str) -> String {
    format!("{}_and_{}", name_of::<R>(record), C::schema_name())
}
