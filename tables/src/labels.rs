//! The industry labels of the site that publishes the notices.

use std::fmt::Write as _;
use std::path::Path;

use crate::Result;
use crate::csv::{header, read, sorted};
use crate::industry::Codes;

const PATH: &str = "data/landchina-industry-labels.csv";

/// Labels, each with the place of its code and how it was read.
pub(crate) fn labels(root: &Path, codes: &Codes) -> Result<String> {
    let mut lines = String::new();
    let mut labels = Vec::new();
    for [label, edition, code, reading, _] in read(root, PATH)? {
        let place = match (edition.as_str(), code.as_str()) {
            ("", "") => None,
            ("2002", code) => Some(codes.place(0, code)?),
            _ => return Err(format!("{label}: code {code} of edition {edition}").into()),
        };
        let reading = match reading.as_str() {
            "name" if place.is_none_or(|place| codes.name(place) != label) => {
                return Err(format!("{label}: not the name of {code}").into());
            }
            "name" => "Name",
            "misspelt" => "Misspelt",
            "site" if place.is_some() => return Err(format!("{label}: has a code").into()),
            "site" => "SiteOnly",
            other => return Err(format!("{label}: unknown reading {other}").into()),
        };
        writeln!(
            lines,
            "    (\"{label}\", {place:?}, LabelReading::{reading}),"
        )?;
        labels.push(label);
    }
    if !sorted(&labels) {
        return Err("the labels are not sorted by their bytes".into());
    }
    let mut out = header(PATH);
    out.push_str("use super::label_reading::{LabelReading, LabelRow};\n\n");
    writeln!(
        out,
        "/// Labels, places of codes, and how they were read; sorted by label."
    )?;
    writeln!(
        out,
        "pub(super) static LABELS: [LabelRow; {}] = [\n{lines}];",
        labels.len()
    )?;
    Ok(out)
}
