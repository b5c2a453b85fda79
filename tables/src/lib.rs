//! Renders the static code tables of `standard-land` from `data/*.csv`.
//!
//! `cargo tables` writes them; a test of `standard-land` renders them anew and
//! compares. A table that is not sorted, or names a parent that is not in it,
//! is refused here and never compiled.

pub mod api;
mod csv;
mod industry;
mod labels;
mod land_use;
mod lexicon;
mod region;
mod standards;

use std::error::Error;
use std::fs;
use std::path::Path;

/// A source file as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where it belongs, below the root of the repository.
    pub path: &'static str,
    /// What should be in it.
    pub text: String,
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Renders all tables from the data below `root`.
///
/// # Errors
///
/// When a file cannot be read, or is not a sorted table of codes.
pub fn render(root: &Path) -> Result<Vec<Table>> {
    let codes = industry::Codes::read(root)?;
    let mut tables = industry::render(root, &codes)?;
    tables.extend([
        Table {
            path: "src/notice/label_table.rs",
            text: labels::labels(root, &codes)?,
        },
        Table {
            path: "src/quantity/lexicon/table.rs",
            text: lexicon::lexicon(root)?,
        },
        Table {
            path: "src/standard/table.rs",
            text: standards::standards(&fs::read_to_string(
                root.join("data/control-standards.csv"),
            )?)?,
        },
    ]);
    tables.extend(region::render(root)?);
    tables.extend(land_use::render(root)?);
    Ok(tables)
}
