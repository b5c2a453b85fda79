//! Reading `data/*.csv`, and what tables are written with.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Result;

/// The rows of a file, each of as many fields as its head has.
pub(crate) fn read<const N: usize>(root: &Path, path: &str) -> Result<Vec<[String; N]>> {
    let text = fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let mut rows = Vec::new();
    for (place, row) in csv::Reader::from_reader(text.as_bytes())
        .into_records()
        .enumerate()
    {
        let fields: Vec<String> = row?.iter().map(str::to_owned).collect();
        let row = fields
            .try_into()
            .map_err(|_| format!("{path}, row {}: not {N} fields", place + 1))?;
        rows.push(row);
    }
    Ok(rows)
}

/// One line of a code table.
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) level: String,
    pub(crate) parent: String,
    pub(crate) name: String,
}

/// The rows of a table `code,level,parent,name`.
pub(crate) fn read_codes(root: &Path, path: &str) -> Result<Vec<Row>> {
    let rows = read(root, path)?;
    rows.into_iter()
        .map(|[code, level, parent, name]| {
            if code.is_empty() || name.is_empty() {
                return Err(format!("{path}: {code:?} {name:?}: empty").into());
            }
            Ok(Row {
                code,
                level,
                parent,
                name,
            })
        })
        .collect()
}

/// A word in kebab case as the name of a variant.
pub(crate) fn variant(code: &str) -> String {
    code.split('-')
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect()
}

pub(crate) fn header(sources: &str) -> String {
    format!("//! Generated from {sources} by `cargo tables`; do not edit.\n\n")
}

pub(crate) fn sorted<T: PartialOrd>(keys: &[T]) -> bool {
    keys.windows(2).all(|pair| pair[0] < pair[1])
}

/// A static array, twenty items a line.
pub(crate) fn array(out: &mut String, doc: &str, name: &str, item: &str, items: &[String]) {
    let _ = writeln!(
        out,
        "/// {doc}\npub(super) static {name}: [{item}; {}] = [",
        items.len()
    );
    for line in items.chunks(20) {
        let _ = writeln!(out, "    {},", line.join(", "));
    }
    out.push_str("];\n\n");
}

/// The items of [`array`], from what prints as itself.
pub(crate) fn items<T: ToString>(values: impl IntoIterator<Item = T>) -> Vec<String> {
    values.into_iter().map(|value| value.to_string()).collect()
}

/// Texts that stand once each, one behind the other in one long text.
#[derive(Default)]
pub(crate) struct Pool {
    texts: Vec<String>,
    places: std::collections::HashMap<String, usize>,
}

impl Pool {
    /// Where a text stands, from 0.
    pub(crate) fn place(&mut self, text: &str) -> usize {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.texts.len();
        self.places.insert(text.to_owned(), place);
        self.texts.push(text.to_owned());
        place
    }

    /// The long text and where each of them ends in it, as `{name}: Pool`.
    pub(crate) fn write(&self, out: &mut String, doc: &str, name: &str) -> Result<()> {
        let mut end = 0;
        let mut ends = Vec::new();
        let mut lines = String::new();
        for text in &self.texts {
            if text.contains(['"', '\\', '\n', '\r']) || text.trim() != text {
                return Err(format!("{text:?}: cannot stand in a pool").into());
            }
            end += text.len();
            ends.push(u16::try_from(end).map_err(|_| format!("{name} is over 64 KiB"))?);
            writeln!(lines, "{text}\\")?;
        }
        writeln!(
            out,
            "/// {doc}\npub(super) static {name}: Pool = Pool::new(\n    \"\\\n{lines}\",\n    &{name}_ENDS,\n);\n"
        )?;
        let doc = format!("Where each text of `{name}` ends.");
        array(out, &doc, &format!("{name}_ENDS"), "u16", &items(ends));
        Ok(())
    }
}
