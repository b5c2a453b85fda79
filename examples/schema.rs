//! The JSON Schema of the public records, for programs in other languages.
//!
//! Prints it, or writes it to the path that is given.

#![expect(clippy::print_stdout, reason = "an example shows what it computes")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let schema = standard_land::schema::all();
    let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
    match std::env::args_os().nth(1) {
        Some(path) => std::fs::write(path, &text)?,
        None => print!("{text}"),
    }

    let area = schema.pointer("/$defs/Area/type");
    assert_eq!(area.and_then(|kind| kind.as_str()), Some("string"));
    Ok(())
}
