//! A printed figure, and everything that it was made of.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Display, Formatter};

use super::ReportError;
use super::language::Language;
use super::style::{Style, in_words, parcels};
use crate::exact::{Ratio, RatioError, Rounding};
use crate::stats::{By, Tally};

/// A tally and what it counts, in the words of the report.
///
/// ```
/// use standard_land::report::NamedTally;
/// use standard_land::Tally;
///
/// let services = NamedTally::new("生产性服务业", Tally::new(4, "5.74 ha".parse()?)?);
/// assert_eq!(services.name(), "生产性服务业");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamedTally {
    name: String,
    tally: Tally,
}

impl NamedTally {
    /// A named count and area.
    #[must_use]
    pub fn new(name: impl Into<String>, tally: Tally) -> Self {
        Self {
            name: name.into(),
            tally,
        }
    }

    /// What is counted.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many parcels, and how much land.
    #[must_use]
    pub const fn tally(&self) -> Tally {
        self.tally
    }
}

/// What stands in a tally, exactly: `4 parcels`, `5.74 ha`.
fn exactly(by: By, tally: Tally, language: Language) -> String {
    match (by, language) {
        (By::Count, _) => parcels(tally.parcels(), language),
        (By::Area, _) => tally.area().to_string(),
    }
}

/// What a printed figure says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// How much of something there is.
    Amount {
        /// Parcels or area.
        by: By,
        /// Of what.
        of: NamedTally,
    },
    /// The share that a part is of its whole.
    Share {
        /// By count or by area.
        by: By,
        /// The part.
        part: NamedTally,
        /// The whole: what the share is a share of.
        whole: NamedTally,
    },
    /// The growth from a base: (now − base) / base.
    Growth {
        /// By count or by area.
        by: By,
        /// What there is now.
        now: NamedTally,
        /// What there was.
        base: NamedTally,
    },
}

/// A printed figure: its text, its exact value, and how one became the other.
///
/// *Invariant*: the text is the exact value, printed as such or rounded once in
/// the way that is named.
///
/// ```
/// use standard_land::report::{NamedTally, Language, Sentence, ShareRounding, Style};
/// use standard_land::{AreaUnit, Rounding, Tally};
///
/// let all = NamedTally::new("标准地", Tally::new(7, "37.18 ha".parse()?)?);
/// let services = NamedTally::new("生产性服务业", Tally::new(4, "5.74 ha".parse()?)?);
/// let shares = ShareRounding::both(Rounding::toward_zero(2));
/// let style = Style::new(Language::Chinese, AreaUnit::Hectare, shares);
///
/// let sentence = Sentence::share(&services, &all, &style)?;
/// let by_area = sentence.figures().last().ok_or("no figure")?;
/// assert_eq!(by_area.printed(), "15.43%");
/// assert_eq!(by_area.exact().to_string(), "287/1859");
/// assert_eq!(by_area.rounding(), Some(Rounding::toward_zero(2)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReportedFigure {
    printed: String,
    exact: Ratio,
    rounding: Option<Rounding>,
    origin: Origin,
}

impl ReportedFigure {
    /// A number of parcels.
    pub(super) fn count(of: &NamedTally, style: &Style) -> Self {
        Self {
            printed: style.parcels(of.tally.parcels()),
            // A count has 20 digits, and a whole of one is not zero.
            exact: Ratio::new(of.tally.parcels().into(), 1).unwrap_or(Ratio::ZERO),
            rounding: None,
            origin: Origin::Amount {
                by: By::Count,
                of: of.clone(),
            },
        }
    }

    /// An area in the unit of the style.
    pub(super) fn area(of: &NamedTally, style: &Style) -> Result<Self, RatioError> {
        Ok(Self {
            printed: style.area(of.tally.area())?,
            exact: of.tally.area().amount(style.unit()),
            rounding: style.areas(),
            origin: Origin::Amount {
                by: By::Area,
                of: of.clone(),
            },
        })
    }

    /// The share that a part is of its whole.
    pub(super) fn share(
        by: By,
        part: &NamedTally,
        whole: &NamedTally,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let exact = match by {
            By::Count => part.tally.share_by_count(&whole.tally)?,
            By::Area => part.tally.share_by_area(&whole.tally)?,
        };
        let origin = Origin::Share {
            by,
            part: part.clone(),
            whole: whole.clone(),
        };
        Self::percentage(exact, by, origin, style)
    }

    /// The growth from a base.
    pub(super) fn growth(
        by: By,
        now: &NamedTally,
        base: &NamedTally,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let exact = match by {
            By::Count => now.tally.growth_by_count(&base.tally)?,
            By::Area => now.tally.growth_by_area(&base.tally)?,
        };
        let origin = Origin::Growth {
            by,
            now: now.clone(),
            base: base.clone(),
        };
        Self::percentage(exact, by, origin, style)
    }

    fn percentage(
        exact: Ratio,
        by: By,
        origin: Origin,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let rounding = match by {
            By::Count => style.shares().by_count,
            By::Area => style.shares().by_area,
        };
        Ok(Self {
            printed: exact.percent(rounding)?.to_string(),
            exact,
            rounding: Some(rounding),
            origin,
        })
    }

    /// The text, as it stands in the report.
    #[must_use]
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// The exact value; of an area, in the unit that is printed.
    #[must_use]
    pub const fn exact(&self) -> Ratio {
        self.exact
    }

    /// How it was rounded; `None` when it is printed exactly.
    #[must_use]
    pub const fn rounding(&self) -> Option<Rounding> {
        self.rounding
    }

    /// What it says of what.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The rounding, in code and in words; that there was none.
    pub(super) fn rounding_in_words(&self, language: Language) -> String {
        let Some(rounding) = self.rounding else {
            return language.pick("未修约", "exact").to_string();
        };
        let words = in_words(rounding, language);
        let other = language.pick(rounding.mode().code(), rounding.mode().name_zh());
        match language {
            Language::Chinese => format!("{words}（{other}）"),
            Language::English => format!("{words} ({other})"),
        }
    }

    /// What went in, with exact amounts.
    pub(super) fn inputs(&self, language: Language) -> String {
        let amount = |by: By, of: &NamedTally| exactly(by, of.tally, language);
        let pair = |by: By, roles: [&str; 2], a: &NamedTally, b: &NamedTally| {
            let [first, second] = roles;
            let (one, two) = (amount(by, a), amount(by, b));
            match language {
                Language::Chinese => {
                    format!("{first}：{} {one}；{second}：{} {two}", a.name, b.name)
                }
                Language::English => {
                    format!("{first}: {}, {one}; {second}: {}, {two}", a.name, b.name)
                }
            }
        };
        match &self.origin {
            Origin::Amount { by, of } => match language {
                Language::Chinese => format!("{} {}", of.name, amount(*by, of)),
                Language::English => format!("{}, {}", of.name, amount(*by, of)),
            },
            Origin::Share { by, part, whole } => {
                let roles = language.pick(["部分", "总体"], ["part", "whole"]);
                pair(*by, roles, part, whole)
            }
            Origin::Growth { by, now, base } => {
                let roles = language.pick(["本期", "基期"], ["now", "base"]);
                pair(*by, roles, now, base)
            }
        }
    }
}

impl Display for ReportedFigure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.printed)
    }
}
