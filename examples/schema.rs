//! The JSON Schema of the public records, for programs in other languages.
//!
//! Prints it, or writes it to the path that is given.

mod common;

use std::error::Error;
use std::fs;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let schema = standard_land::schema::all();
    let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
    match std::env::args_os().nth(1) {
        Some(path) => fs::write(&path, &text)
            .map_err(|error| format!("{} cannot be written: {error}", path.display()))?,
        None => out.write_all(text.as_bytes())?,
    }

    let area = schema.pointer("/$defs/Area/type");
    assert_eq!(area.and_then(|kind| kind.as_str()), Some("string"));
    Ok(())
}
