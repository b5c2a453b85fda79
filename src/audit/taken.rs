//! What a printed number is taken for, and what it can be then.

use super::published::Published;
use super::reading::Reading;
use super::unit::PrintedUnit;
use crate::exact::{Bounds, BoundsError, Modes, PrintedNumber};

/// The unit that values and bounds are in, for a figure of this unit.
pub(super) const fn terms_of(unit: PrintedUnit) -> PrintedUnit {
    if unit.is_number() {
        PrintedUnit::PLAIN
    } else {
        unit
    }
}

/// What the operands are taken for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Taken {
    /// The true numbers, not rounded.
    AsPrinted,
    /// Rounded, each by any of these modes.
    Rounded(Modes),
}

/// What a figure can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Image {
    /// If only the operands that are divided or added are looked at.
    pub(super) free: Bounds,
    /// If the operands also fit together; `None` when they cannot.
    pub(super) held: Option<Bounds>,
}

/// An end on the way has more digits than a [`Ratio`] holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct TooLarge;

/// The quotient by a divisor that is above zero.
#[inline]
pub(super) fn quotient(dividend: &Bounds, divisor: &Bounds) -> Result<Bounds, TooLarge> {
    divisor
        .reciprocal()
        .and_then(|divisor| dividend.times(&divisor))
        .ok_or(TooLarge)
}

impl Published {
    /// What it can be in a unit; `None` when it can be nothing.
    #[inline]
    pub(super) fn stands_for(
        self,
        unit: PrintedUnit,
        taken: Taken,
        reading: &Reading,
    ) -> Result<Option<Bounds>, TooLarge> {
        let bounds = match taken {
            Taken::AsPrinted if self.is_plain() => {
                let value = self.in_unit(unit).and_then(PrintedNumber::value);
                return Ok(Some(Bounds::exactly(value.ok_or(TooLarge)?)));
            }
            Taken::AsPrinted => self.bounds_in(unit, Modes::ANY, reading),
            Taken::Rounded(modes) => self.bounds_in(unit, modes, reading),
        };
        match bounds {
            Ok(bounds) => Ok(Some(bounds)),
            Err(BoundsError::Empty { .. }) => Ok(None),
            Err(_) => Err(TooLarge),
        }
    }
}
