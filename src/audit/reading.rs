//! Words around a printed number, and how they are read.

use crate::exact::{Bounds, Ratio};
use crate::quantity::Qualifier;

/// How far 约 or 近 may be from the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub enum Slack {
    /// This many units of the last digit that is not a trailing zero of a whole
    /// number: one unit of 约5000 is 1000, of 约1.20 it is 0.01.
    Units(Ratio),
    /// This share of the number: a twentieth of it.
    Part(Ratio),
}

/// How the words 约 and 近 are read. No standard says; the caller does.
///
/// [`Reading::default`] is a choice, and documented as one: 约 reaches half a
/// unit of the last significant digit to both sides (约1.2万亩 is 1.15 to 1.25,
/// both included), since that is what rounding to that digit could have left;
/// 近 is below the number, by one such unit at most (近5000 is at least 4000
/// and less than 5000).
///
/// ```
/// use standard_land::audit::{Published, Reading, Slack};
/// use standard_land::exact::Modes;
/// use standard_land::Ratio;
///
/// let printed: Published = "约1.2万亩".parse()?;
/// let bounds = |reading| printed.bounds(Modes::ANY, &reading).map(|bounds| bounds.to_string());
/// assert_eq!(bounds(Reading::default())?, "[23/20, 5/4]");
///
/// let twentieth = Slack::Part(Ratio::new(1, 20)?);
/// let strict = Reading { about: twentieth, ..Reading::default() };
/// assert_eq!(bounds(strict)?, "[57/50, 63/50]");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Reading {
    /// How far 约 reaches to both sides; both ends are included.
    pub about: Slack,
    /// How far 近 reaches below; the number itself is left out.
    pub nearly: Slack,
}

impl Reading {
    /// Half a unit for 约, one unit for 近.
    #[must_use]
    pub fn new() -> Self {
        Self {
            // Neither denominator is zero.
            about: Slack::Units(Ratio::new(1, 2).unwrap_or(Ratio::ONE)),
            nearly: Slack::Units(Ratio::ONE),
        }
    }
}

impl Default for Reading {
    fn default() -> Self {
        Self::new()
    }
}

impl Slack {
    /// How far it is at a number whose last significant digit is worth `unit`.
    fn width(self, value: Ratio, unit: Ratio) -> Option<Ratio> {
        let width = match self {
            Self::Units(units) => units.checked_mul(unit),
            Self::Part(part) => part.checked_mul(value),
        };
        let width = width.ok()?;
        if width.is_negative() {
            Ratio::ZERO.checked_sub(width).ok()
        } else {
            Some(width)
        }
    }
}

impl Qualifier {
    /// What a qualified number can stand for; `None` for
    /// [`Exactly`](Self::Exactly) and for ends of too many digits.
    pub(super) fn bounds(self, value: Ratio, unit: Ratio, reading: &Reading) -> Option<Bounds> {
        use core::ops::Bound::{Excluded, Included};
        match self {
            Self::Exactly => None,
            Self::About => {
                let width = reading.about.width(value, unit)?;
                Bounds::between(
                    Included(value.checked_sub(width).ok()?),
                    Included(value.checked_add(width).ok()?),
                )
            }
            Self::Nearly => {
                let width = reading.nearly.width(value, unit)?;
                // Nearly is on the side of zero: 近 of a loss is a smaller loss.
                if value.is_negative() {
                    Bounds::between(Excluded(value), Included(value.checked_add(width).ok()?))
                } else {
                    Bounds::between(Included(value.checked_sub(width).ok()?), Excluded(value))
                }
            }
            Self::Over => Some(Bounds::above(value)),
            Self::AtLeast => Some(Bounds::at_least(value)),
            Self::Under => Some(Bounds::below(value)),
            Self::AtMost => Some(Bounds::at_most(value)),
        }
    }
}
