//! The words that stand beside numbers: units, numerals, qualifiers, and the
//! forms of characters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::Result;
use crate::csv::{header, read, variant};

const PATH: &str = "data/lexicon.csv";

/// The tables by which `quantity` reads numbers with their units.
pub(crate) fn lexicon(root: &Path) -> Result<String> {
    let mut lexicon = Lexicon::default();
    let mut keys = BTreeSet::new();
    for [kind, word, is, power, place] in read(root, PATH)? {
        if word.is_empty() || !keys.insert((kind.clone(), word.clone())) {
            return Err(format!("{kind} {word}: empty, or there twice").into());
        }
        lexicon
            .add(&kind, &word, &is, &power, &place)
            .map_err(|error| format!("{PATH}, {kind} {word}: {error}"))?;
    }
    lexicon.check()?;
    lexicon.write()
}

trait Keyword {
    fn one(&self) -> Result<char>;
}

impl Keyword for str {
    /// The only character.
    fn one(&self) -> Result<char> {
        let mut all = self.chars();
        match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(format!("{self:?} is not one character").into()),
        }
    }
}

/// The rows of the file, by their kind.
#[derive(Default)]
struct Lexicon {
    folds: BTreeMap<char, BTreeSet<char>>,
    forms: BTreeSet<char>,
    digits: BTreeMap<u8, Vec<char>>,
    powers: Vec<(char, u8)>,
    units: BTreeMap<char, Vec<(String, String)>>,
    before: Vec<(String, String)>,
    behind: Vec<(String, String)>,
}

impl Lexicon {
    fn add(&mut self, kind: &str, word: &str, is: &str, power: &str, place: &str) -> Result<()> {
        let number = || -> Result<u8> {
            match power {
                "" => Ok(0),
                digits => Ok(digits.parse()?),
            }
        };
        match (kind, place) {
            ("fold", "") => {
                self.forms.insert(word.one()?);
                self.folds.entry(is.one()?).or_default().insert(word.one()?);
            }
            ("digit", "") => self
                .digits
                .entry(is.parse()?)
                .or_default()
                .push(word.one()?),
            ("power", "") => self.powers.push((word.one()?, number()?)),
            ("unit", "text" | "cell") => {
                let scope = variant(place);
                let (measure, rest) = measure(is, number()?, word)?;
                let first = word.chars().next().unwrap_or_default();
                let row = format!(
                    "Word {{ spelling: {word:?}, measure: {measure}, power: {rest}, \
                     scope: Scope::{scope} }}"
                );
                self.units
                    .entry(first)
                    .or_default()
                    .push((word.to_owned(), row));
            }
            ("before" | "behind", "text" | "cell") => {
                let row = format!(
                    "({word:?}, Qualifier::{}, Scope::{})",
                    variant(is),
                    variant(place)
                );
                let words = match kind {
                    "before" => &mut self.before,
                    _ => &mut self.behind,
                };
                words.push((word.to_owned(), row));
            }
            _ => return Err(format!("no such kind, or no such place: {place:?}").into()),
        }
        Ok(())
    }

    /// Every word is spelt in the form that characters are folded to.
    fn check(&self) -> Result<()> {
        let units = self.units.values().flatten();
        let words = units.chain(&self.before).chain(&self.behind);
        for (word, _) in words {
            if let Some(found) = word.chars().find(|found| self.forms.contains(found)) {
                return Err(format!("{word}: {found} is folded").into());
            }
        }
        match self.folds.keys().find(|to| self.forms.contains(to)) {
            Some(found) => Err(format!("{found} is folded, and folded to").into()),
            None => Ok(()),
        }
    }

    fn write(mut self) -> Result<String> {
        let mut out = header(PATH);
        out.push_str(
            "use super::measure::{Measure, Scope, Word};\n\
             use crate::quantity::counter::Counter;\n\
             use crate::quantity::qualifier::Qualifier;\n\
             use crate::quantity::units::{EnergyUnit, MassUnit};\n\n\
             /// The usual form of a character, if it has another one.\n\
             #[expect(clippy::too_many_lines, reason = \"one list of all characters\")]\n\
             pub(super) const fn usual(found: char) -> Option<char> {\n    \
             Some(match found {\n",
        );
        for (to, from) in &self.folds {
            let from: Vec<String> = from.iter().map(|found| format!("{found:?}")).collect();
            writeln!(out, "        {} => {to:?},", from.join(" | "))?;
        }
        out.push_str(
            "        _ => return None,\n    })\n}\n\n\
             /// What a numeral is worth.\n\
             pub(super) const fn value(folded: char) -> Option<u8> {\n    \
             match folded {\n",
        );
        for (value, words) in &self.digits {
            let words: Vec<String> = words.iter().map(|found| format!("{found:?}")).collect();
            writeln!(out, "        {} => Some({value}),", words.join(" | "))?;
        }
        out.push_str(
            "        _ => None,\n    }\n}\n\n\
             /// The power of ten that a numeral multiplies by.\n\
             pub(super) const fn power(folded: char) -> Option<u8> {\n    \
             match folded {\n",
        );
        for (word, power) in &self.powers {
            writeln!(out, "        {word:?} => Some({power}),")?;
        }
        out.push_str(
            "        _ => None,\n    }\n}\n\n\
             /// The units that begin with a folded character, the longest first.\n\
             #[rustfmt::skip]\n\
             #[expect(clippy::too_many_lines, reason = \"one list of all units\")]\n\
             pub(super) const fn units(first: char) -> &'static [Word] {\n    \
             match first {\n",
        );
        for (first, mut words) in core::mem::take(&mut self.units) {
            longest_first(&mut words);
            writeln!(out, "        {first:?} => &[")?;
            for (_, row) in words {
                writeln!(out, "            {row},")?;
            }
            out.push_str("        ],\n");
        }
        out.push_str("        _ => &[],\n    }\n}\n");
        for (name, doc, mut words) in [
            ("BEFORE", "before a number", self.before),
            ("BEHIND", "behind a unit", self.behind),
        ] {
            longest_first(&mut words);
            writeln!(
                out,
                "\n/// Words {doc} that say how exact it is, the longest first.\n\
                 pub(super) const {name}: [(&str, Qualifier, Scope); {}] = [",
                words.len()
            )?;
            for (_, row) in words {
                writeln!(out, "    {row},")?;
            }
            out.push_str("];\n");
        }
        Ok(out)
    }
}

/// The measure of a unit, and the power of ten that is not in it.
fn measure(is: &str, power: u8, word: &str) -> Result<(String, u8)> {
    let measure = match is.split_once('/') {
        Some(("counter", counter)) => format!("Measure::Counter(Counter::{})", variant(counter)),
        Some(("energy", "kgce")) => "Measure::Energy(EnergyUnit::KilogramOfCoal)".to_owned(),
        Some(("energy", "tce")) => "Measure::Energy(EnergyUnit::TonneOfCoal)".to_owned(),
        Some(("mass", "kg")) => "Measure::Mass(MassUnit::Kilogram)".to_owned(),
        None if is == "square-metre" => return Ok((format!("Measure::Metric({power})"), 0)),
        None if is == "other" => format!("Measure::Foreign({word:?})"),
        None if matches!(
            is,
            "percent"
                | "permille"
                | "percentage-point"
                | "tenth"
                | "times"
                | "mu"
                | "yuan"
                | "year"
        ) =>
        {
            format!("Measure::{}", variant(is))
        }
        _ => return Err(format!("{is} is not a measure").into()),
    };
    Ok((measure, power))
}

fn longest_first(words: &mut [(String, String)]) {
    words.sort_by_key(|(word, _)| core::cmp::Reverse(word.chars().count()));
}
