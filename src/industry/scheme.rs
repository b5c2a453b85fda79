//! Published mappings from industry codes to categories.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::category::IndustryCategory;
use super::code::{IndustryCode, IndustryError};
use crate::record::record;
use crate::text::{Given, LabelError, UnknownTerm, check_label, quote, terms};

terms! {
    /// How much of an industry code belongs to a category.
    ///
    /// Classifications of statistics mark codes of which only some activities
    /// belong to a category (with an asterisk).
    ///
    /// ```
    /// use standard_land::industry::Extent;
    ///
    /// assert_eq!("部分".parse::<Extent>()?, Extent::Partial);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Extent("an extent of membership", "归属程度") {
        /// All of it.
        Full = "full", "全部";
        /// Some of its activities.
        Partial = "partial", "部分";
    }
}

terms! {
    /// What a scheme says to a declared category.
    ///
    /// ```
    /// use standard_land::industry::Agreement;
    ///
    /// assert_eq!(Agreement::Differs.name_zh(), "不一致");
    /// ```
    pub enum Agreement("an agreement", "一致情况") {
        /// The scheme puts the code into the declared category.
        Agrees = "agrees", "一致";
        /// It may: the code belongs in part, or the declaration is narrower.
        Possible = "possible", "可能一致";
        /// The scheme puts the code elsewhere.
        Differs = "differs", "不一致";
        /// The scheme lists neither the code nor one above or below it.
        NotListed = "not-listed", "未列入";
    }
}

impl Extent {
    /// All, or some.
    pub(super) const fn of(all: bool) -> Self {
        if all { Self::Full } else { Self::Partial }
    }
}

/// An industry code as a member of a category.
///
/// ```
/// use standard_land::industry::{Extent, Membership};
///
/// let member = Membership {
///     code: "7514".parse()?,
///     category: "producer-services/05".parse()?,
///     extent: Extent::Full,
/// };
/// assert_eq!(member.to_string(), "7514 producer-services/05 full");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Membership {
    /// The code; everything below it belongs too, unless listed itself.
    pub code: IndustryCode,
    /// The category.
    pub category: IndustryCategory,
    /// All of it, or some.
    pub extent: Extent,
}

impl Membership {
    /// Whether it is in full of what another one is of.
    fn is_of(self, above: Self) -> bool {
        self.extent == Extent::Full && self.category.is_within(above.category)
    }
}

impl Display for Membership {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.code, self.category, self.extent)
    }
}

/// What a scheme derives from an industry code.
///
/// See [`CategoryScheme::derive`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Derivation<'a> {
    /// All of the code belongs to one category.
    Full(IndustryCategory),
    /// Some of its activities belong to these.
    Partial {
        /// What the code itself, or the nearest above that is listed, belongs to.
        listed: &'a [Membership],
        /// What codes below it are listed for; they go before `listed`.
        below: &'a [Membership],
    },
    /// Neither it nor a code above or below it is listed.
    NotListed,
}

record! {
    /// A mapping from industry codes to categories, with its name and source.
    ///
    /// Schemes are data: load the official text that applies. None is bundled.
    ///
    /// *Invariants*: name, edition and source are not empty; a code is listed once
    /// for a category; a code that belongs in full to one category is listed for
    /// no other. *Text*: three lines `name = …`, `edition = …`, `source = …`, then
    /// one membership a line; `#` starts a comment line.
    ///
    /// ```
    /// use standard_land::industry::{Agreement, CategoryScheme, Derivation};
    ///
    /// let scheme: CategoryScheme = "\
    /// name = an extract for this example
    /// edition = 2019
    /// source = written by hand
    /// 751 producer-services/01 full
    /// 7514 producer-services/05 full
    /// 77 producer-services/05 partial
    /// "
    /// .parse()?;
    ///
    /// // The nearest listed code decides.
    /// let saving = "7514".parse()?;
    /// assert_eq!(scheme.derive(saving), Derivation::Full("producer-services/05".parse()?));
    /// assert_eq!(scheme.compare("producer-services".parse()?, saving), Agreement::Agrees);
    /// assert_eq!(scheme.compare("industry".parse()?, saving), Agreement::Differs);
    /// assert_eq!(scheme.compare("producer-services".parse()?, "7723".parse()?), Agreement::Possible);
    /// assert_eq!(scheme.compare("industry".parse()?, "34".parse()?), Agreement::NotListed);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct CategoryScheme, checked as SchemeError {
        /// The name.
        name: String,
        /// The edition.
        edition: String,
        /// Where it was published.
        source: String,
        /// Sorted by code, then category.
        memberships: Vec<Membership>,
    }
}

/// Why a text or a list is not a scheme.
///
/// ```
/// use standard_land::industry::{CategoryScheme, SchemeError};
///
/// let parse = |given: &str| given.parse::<CategoryScheme>().unwrap_err();
/// assert!(matches!(parse(""), SchemeError::MissingField { field: "name" }));
///
/// let head = "name = a\nedition = b\nsource = c\n";
/// let error = parse(&format!("{head}7599 other full"));
/// assert_eq!(error.to_string(), "line 4 does not begin with a valid industry code");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemeError {
    /// Name, edition or source is missing.
    MissingField {
        /// Which of them.
        field: &'static str,
    },
    /// Name, edition or source is given twice.
    FieldRepeated {
        /// Which line, from 1.
        line: usize,
        /// Which of them.
        field: &'static str,
    },
    /// Name, edition or source cannot be held.
    Field {
        /// Which of them.
        field: &'static str,
        /// What is wrong with it.
        source: Box<LabelError>,
    },
    /// A line is not `code category extent`.
    Line {
        /// Which line, from 1.
        line: usize,
        /// The line, cut at 32 characters.
        given: Given,
    },
    /// A line starts with no industry code.
    Code {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<IndustryError>,
    },
    /// A line names no category or no extent.
    Term {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: UnknownTerm,
    },
    /// A code is listed twice for a category.
    Duplicate {
        /// The code.
        code: IndustryCode,
        /// The category.
        category: IndustryCategory,
    },
    /// A code belongs in full to one category and is listed for another.
    Conflict {
        /// The code.
        code: IndustryCode,
    },
}

/// The longest name, edition or source, in characters.
const FIELD_LIMIT: usize = 300;

impl CategoryScheme {
    /// Checks and keeps a mapping.
    ///
    /// # Errors
    ///
    /// [`SchemeError::Field`], [`SchemeError::Duplicate`],
    /// [`SchemeError::Conflict`].
    pub fn new(
        name: &str,
        edition: &str,
        source: &str,
        memberships: impl IntoIterator<Item = Membership>,
    ) -> Result<Self, SchemeError> {
        for (field, text) in [("name", name), ("edition", edition), ("source", source)] {
            check_label(text, FIELD_LIMIT).map_err(|source| SchemeError::Field {
                field,
                source: Box::new(source),
            })?;
        }
        let mut memberships: Vec<Membership> = memberships.into_iter().collect();
        memberships.sort_unstable();
        for (member, next) in memberships.iter().zip(memberships.iter().skip(1)) {
            if member.code != next.code {
                continue;
            }
            if member.category == next.category {
                return Err(SchemeError::Duplicate {
                    code: member.code,
                    category: member.category,
                });
            }
            if member.extent == Extent::Full || next.extent == Extent::Full {
                return Err(SchemeError::Conflict { code: member.code });
            }
        }
        Ok(Self {
            name: name.to_string(),
            edition: edition.to_string(),
            source: source.to_string(),
            memberships,
        })
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, SchemeError> {
        Self::new(&self.name, &self.edition, &self.source, self.memberships)
    }

    /// A mapping whose invariants hold: name, edition, source, memberships in
    /// order.
    pub(super) fn of_checked(
        [name, edition, source]: [&String; 3],
        memberships: Vec<Membership>,
    ) -> Self {
        Self {
            name: name.clone(),
            edition: edition.clone(),
            source: source.clone(),
            memberships,
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The edition.
    #[must_use]
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// Where it was published.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// All memberships, by code and category.
    #[must_use]
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// What the nearest listed code, the given one or one above it, belongs to.
    ///
    /// A code that is listed in full is so but for what is listed below it for
    /// another category, or in part: then it belongs in part to all of these.
    /// Where only codes below it are listed, it belongs in part to what those
    /// do. *Cost*: at most ten binary searches, and a look at those below.
    ///
    /// ```
    /// use standard_land::industry::{CategoryScheme, Derivation};
    ///
    /// let scheme: CategoryScheme = "\
    /// name = an extract for this example
    /// edition = 2019
    /// source = written by hand
    /// 75 producer-services/01 full
    /// 7514 producer-services/05 full
    /// "
    /// .parse()?;
    /// let research = Derivation::Full("producer-services/01".parse()?);
    /// assert_eq!(scheme.derive("752".parse()?), research);
    /// // 7514 is not research, so neither is all of 751.
    /// assert!(matches!(scheme.derive("751".parse()?), Derivation::Partial { .. }));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn derive(&self, code: IndustryCode) -> Derivation<'_> {
        let listed = core::iter::once(code)
            .chain(code.ancestors())
            .map(|code| self.listed(code))
            .find(|members| !members.is_empty())
            .unwrap_or_default();
        let below = self.below(code);
        match listed {
            [] if below.is_empty() => Derivation::NotListed,
            [member]
                if member.extent == Extent::Full && below.iter().all(|it| it.is_of(*member)) =>
            {
                Derivation::Full(member.category)
            }
            _ => Derivation::Partial { listed, below },
        }
    }

    fn listed(&self, code: IndustryCode) -> &[Membership] {
        let start = self.memberships.partition_point(|m| m.code < code);
        let end = self.memberships.partition_point(|m| m.code <= code);
        self.memberships.get(start..end).unwrap_or_default()
    }

    /// The memberships of the codes below one: they stand behind it.
    fn below(&self, code: IndustryCode) -> &[Membership] {
        let start = self.memberships.partition_point(|m| m.code <= code);
        let rest = self.memberships.get(start..).unwrap_or_default();
        let end = rest.partition_point(|m| m.code.is_within(code));
        rest.get(..end).unwrap_or_default()
    }

    /// Whether a declared category agrees with what the scheme derives.
    #[must_use]
    pub fn compare(&self, declared: IndustryCategory, code: IndustryCode) -> Agreement {
        let touches =
            |derived: IndustryCategory| derived.is_within(declared) || declared.is_within(derived);
        match self.derive(code) {
            Derivation::Full(derived) if derived.is_within(declared) => Agreement::Agrees,
            // All of it is listed, for parts of what is declared.
            Derivation::Partial { listed, below }
                if !listed.is_empty()
                    && (listed.iter().chain(below))
                        .all(|it| it.extent == Extent::Full && it.category.is_within(declared)) =>
            {
                Agreement::Agrees
            }
            Derivation::Full(derived) if touches(derived) => Agreement::Possible,
            Derivation::Partial { listed, below }
                if listed.iter().chain(below).any(|m| touches(m.category)) =>
            {
                Agreement::Possible
            }
            Derivation::Full(_) | Derivation::Partial { .. } => Agreement::Differs,
            Derivation::NotListed => Agreement::NotListed,
        }
    }
}

impl Display for CategoryScheme {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "name = {}", self.name)?;
        writeln!(f, "edition = {}", self.edition)?;
        writeln!(f, "source = {}", self.source)?;
        for member in &self.memberships {
            writeln!(f, "{member}")?;
        }
        Ok(())
    }
}

impl FromStr for CategoryScheme {
    type Err = SchemeError;

    fn from_str(given: &str) -> Result<Self, SchemeError> {
        let mut fields = [("name", None), ("edition", None), ("source", None)];
        let mut memberships = Vec::new();
        for (number, line) in given.lines().enumerate() {
            let number = number.saturating_add(1);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let text_of = |field: &str| line.strip_prefix(field)?.trim_start().strip_prefix('=');
            let said = fields
                .iter_mut()
                .find_map(|(field, slot)| Some((*field, slot, text_of(field)?)));
            match said {
                Some((field, slot, text)) => {
                    if slot.replace(text.trim()).is_some() {
                        let line = number;
                        return Err(SchemeError::FieldRepeated { line, field });
                    }
                }
                None => memberships.push(read_membership(number, line)?),
            }
        }
        let [name, edition, source] =
            fields.map(|(field, text)| text.ok_or(SchemeError::MissingField { field }));
        Self::new(name?, edition?, source?, memberships)
    }
}

fn read_membership(number: usize, line: &str) -> Result<Membership, SchemeError> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (code, category, extent) = match words.as_slice() {
        [code, category, extent] => (code.to_string(), category, extent),
        // A code of an older edition has its edition before it.
        [standard @ "GB/T", edition, code, category, extent] => {
            (format!("{standard} {edition} {code}"), category, extent)
        }
        _ => {
            return Err(SchemeError::Line {
                line: number,
                given: quote(line),
            });
        }
    };
    let term = |source| SchemeError::Term {
        line: number,
        source,
    };
    Ok(Membership {
        code: code.parse().map_err(|source| SchemeError::Code {
            line: number,
            source: Box::new(source),
        })?,
        category: category.parse().map_err(term)?,
        extent: extent.parse().map_err(term)?,
    })
}
