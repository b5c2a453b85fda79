//! How figures are printed: language, unit, and a named rounding for each kind.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use super::language::Language;
use crate::exact::{RatioError, Rounding, Step};
use crate::quantity::{Area, AreaUnit};

/// How shares are rounded: those of counts, and those of areas.
///
/// Offices differ in both; nothing is assumed.
///
/// ```
/// use standard_land::report::ShareRounding;
/// use standard_land::Rounding;
///
/// let rounding = ShareRounding {
///     by_count: Rounding::half_up(0),
///     by_area: Rounding::toward_zero(2),
/// };
/// assert_ne!(rounding, ShareRounding::both(Rounding::half_up(2)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct ShareRounding {
    /// For shares of the number of parcels.
    pub by_count: Rounding,
    /// For shares of the area.
    pub by_area: Rounding,
}

impl ShareRounding {
    /// One rounding for both.
    #[must_use]
    pub const fn both(rounding: Rounding) -> Self {
        Self {
            by_count: rounding,
            by_area: rounding,
        }
    }
}

/// How figures are printed: language, unit of area, and roundings.
///
/// Areas are printed exactly unless [`rounding_areas`](Style::rounding_areas)
/// says otherwise; one that has no finite decimal in the unit (1 mu in
/// hectares) is then an error, not a rounded number. Percentages are the
/// rounding of each share alone, unless [`apportioned`](Style::apportioned).
///
/// ```
/// use standard_land::report::{Language, ShareRounding, Style};
/// use standard_land::{AreaUnit, Rounding};
///
/// let shares = ShareRounding::both(Rounding::half_even(2));
/// let style = Style::new(Language::Chinese, AreaUnit::Mu, shares);
/// assert_eq!(style.language(), Language::Chinese);
/// assert_eq!(style.areas(), None); // exactly
/// assert_eq!(style.rounding_areas(Rounding::half_up(1)).areas(), Some(Rounding::half_up(1)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Style {
    language: Language,
    unit: AreaUnit,
    shares: ShareRounding,
    areas: Option<Rounding>,
    apportioned: bool,
}

impl Style {
    /// A style that prints areas exactly.
    #[must_use]
    pub const fn new(language: Language, unit: AreaUnit, shares: ShareRounding) -> Self {
        Self {
            language,
            unit,
            shares,
            areas: None,
            apportioned: false,
        }
    }

    /// The same, with areas rounded in the way that is named.
    #[must_use]
    pub const fn rounding_areas(self, rounding: Rounding) -> Self {
        Self {
            areas: Some(rounding),
            ..self
        }
    }

    /// The same, with percentages of a table moved by largest remainder so
    /// that the column adds up to 100 %.
    ///
    /// Cells that are moved are marked, and a note says so. Columns that do
    /// not list the whole are left as they are. See
    /// [`Apportionment`](crate::exact::Apportionment).
    #[must_use]
    pub const fn apportioned(self) -> Self {
        Self {
            apportioned: true,
            ..self
        }
    }

    /// The same in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The unit of areas.
    #[must_use]
    pub const fn unit(&self) -> AreaUnit {
        self.unit
    }

    /// How shares are rounded.
    #[must_use]
    pub const fn shares(&self) -> ShareRounding {
        self.shares
    }

    /// How areas are rounded; `None` when they are printed exactly.
    #[must_use]
    pub const fn areas(&self) -> Option<Rounding> {
        self.areas
    }

    /// Whether columns of percentages are made to add up.
    #[must_use]
    pub const fn is_apportioned(&self) -> bool {
        self.apportioned
    }

    /// The amount of an area in the unit, as printed.
    pub(super) fn amount(&self, area: Area) -> Result<Decimal, RatioError> {
        match self.areas {
            None => area.to_decimal(self.unit),
            Some(rounding) => area.amount(self.unit).round(rounding),
        }
    }

    /// An area as printed, with its unit.
    pub(super) fn area(&self, area: Area) -> Result<String, RatioError> {
        let amount = self.amount(area)?;
        Ok(match self.language {
            Language::Chinese => format!("{amount}{}", self.unit_name()),
            Language::English => format!("{amount} {}", self.unit_name()),
        })
    }

    /// The unit, in the language.
    pub(super) fn unit_name(&self) -> &'static str {
        self.language.pick(self.unit.name_zh(), self.unit.code())
    }

    /// A number of parcels as printed, with its noun.
    pub(super) fn parcels(&self, count: u64) -> String {
        parcels(count, self.language)
    }
}

/// A number of parcels with its noun.
pub(super) fn parcels(count: u64, language: Language) -> String {
    match (language, count) {
        (Language::Chinese, _) => format!("{count}宗"),
        (Language::English, 1) => format!("{count} parcel"),
        (Language::English, _) => format!("{count} parcels"),
    }
}

/// The mode of a rounding, as an office names it in brackets.
pub(super) fn mode(rounding: Rounding, language: Language) -> &'static str {
    language.pick(rounding.mode().name_zh(), rounding.mode().code())
}

/// A rounding in words: mode, places, and a step that is not one unit.
pub(super) fn in_words(rounding: Rounding, language: Language) -> String {
    let places = rounding.places();
    let mode = mode(rounding, language);
    let mut words = match (language, places) {
        (Language::Chinese, 0) => format!("{mode}，取整数"),
        (Language::Chinese, 1..) => format!("{mode}，保留{places}位小数"),
        (Language::Chinese, _) => format!("{mode}，修约到10的{}次方", places.unsigned_abs()),
        (Language::English, 0) => format!("{mode}, whole numbers"),
        (Language::English, 1) => format!("{mode}, 1 decimal"),
        (Language::English, 2..) => format!("{mode}, {places} decimals"),
        (Language::English, _) => format!("{mode}, to 10^{}", places.unsigned_abs()),
    };
    if rounding.step() != Step::One {
        let step = rounding.step();
        let (comma, name) = language.pick(("，", step.name_zh()), (", steps of ", step.code()));
        words.push_str(comma);
        words.push_str(name);
    }
    words
}
