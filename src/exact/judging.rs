//! The two ways to compare a value with a limit.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::ratio::{Ratio, RatioError};
use super::rounding::{Mode, Rounding};
use crate::text::{UnknownTerm, string_serde};

/// How a value is compared with a limit (GB/T 8170-2008, 4.3).
///
/// There is no default: the agreement, or the letter, says which. *Text*:
/// `full-value`, or the mode that rounds; their Chinese names parse too, and
/// `修约值比较法` alone is refused, because it names no mode.
///
/// ```
/// use standard_land::exact::Judging;
/// use standard_land::{Mode, Ratio};
///
/// let measured = Ratio::new(796, 1000)?;
/// let rounded: Judging = "half-even".parse()?;
/// assert_eq!(rounded, Judging::Rounded(Mode::HalfEven));
/// assert_eq!(rounded.compared(measured, 2)?, Ratio::new(8, 10)?);
/// assert_eq!("全数值比较法".parse(), Ok(Judging::FullValue));
/// assert_eq!(Judging::FullValue.compared(measured, 2)?, measured);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_enums, reason = "GB/T 8170 has two ways of judging")]
pub enum Judging {
    /// The value as it is (全数值比较法).
    FullValue,
    /// The value, rounded to the places that the limit is printed with
    /// (修约值比较法), in a mode that is named.
    Rounded(Mode),
}

impl Judging {
    /// What is compared with a limit with this many decimal places.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the rounded value has too many digits.
    pub fn compared(self, value: Ratio, places: i8) -> Result<Ratio, RatioError> {
        match self {
            Self::FullValue => Ok(value),
            Self::Rounded(mode) => Ok(value.round(Rounding::new(places, mode))?.into()),
        }
    }

    /// The Chinese term: for the rounded value, that of its mode.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::FullValue => "全数值比较法",
            Self::Rounded(mode) => mode.name_zh(),
        }
    }
}

impl Display for Judging {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::FullValue => f.pad("full-value"),
            Self::Rounded(mode) => mode.fmt(f),
        }
    }
}

impl FromStr for Judging {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        match given {
            "full-value" | "全数值比较法" => Ok(Self::FullValue),
            _ => given
                .parse()
                .map(Self::Rounded)
                .map_err(|_| UnknownTerm::new(&WAYS, given)),
        }
    }
}

#[cfg(feature = "schemars")]
fn judging_pattern() -> alloc::string::String {
    alloc::format!(
        "^(full-value|全数值比较法|{})$",
        super::rounding::mode_pattern()
    )
}

string_serde!(
    Judging,
    "a way of judging such as \"full-value\"",
    crate::described::text(
        "How a value is compared with a limit: as it is, or rounded to the places of the limit.",
        &judging_pattern(),
        &["full-value", "half-even"],
    )
);

/// 修约值比较法 alone is not one: it does not say by which mode to round.
static WAYS: crate::text::Terms = crate::text::Terms {
    en: "a way of judging",
    zh: "判定方法（修约值比较法须写明修约方式）",
    all: &[
        ("full-value", "全数值比较法"),
        (Mode::HalfEven.code(), Mode::HalfEven.name_zh()),
        (Mode::HalfUp.code(), Mode::HalfUp.name_zh()),
        (Mode::HalfDown.code(), Mode::HalfDown.name_zh()),
        (Mode::TowardZero.code(), Mode::TowardZero.name_zh()),
        (Mode::AwayFromZero.code(), Mode::AwayFromZero.name_zh()),
        (Mode::Floor.code(), Mode::Floor.name_zh()),
        (Mode::Ceiling.code(), Mode::Ceiling.name_zh()),
    ],
};
