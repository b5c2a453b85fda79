//! The industry labels of the site that publishes the notices.

use std::fmt::Write as _;

use crate::Result;
use crate::csv::{header, sorted};
use crate::industry::Codes;

/// Labels of the publishing site, each with the place of its code.
pub(crate) fn labels(text: &str, codes: &Codes) -> Result<String> {
    let mut lines = String::new();
    let mut labels = Vec::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [label, code, basis] = fields[..] else {
            return Err(format!("{line}: not three fields").into());
        };
        let place = match code {
            "" => None,
            code => Some(codes.place(2, code)?),
        };
        labels.push(label);
        writeln!(lines, "    (\"{label}\", {place:?}, \"{basis}\"),")?;
    }
    if !sorted(&labels) {
        return Err("the labels are not sorted by their bytes".into());
    }
    let mut out = header("data/landchina-industry-labels.csv");
    out.push_str("use super::label::LabelRow;\n\n");
    writeln!(
        out,
        "/// Labels, places of codes, and why; sorted by label."
    )?;
    writeln!(
        out,
        "pub(super) static LABELS: [LabelRow; {}] = [\n{lines}];",
        labels.len()
    )?;
    Ok(out)
}
