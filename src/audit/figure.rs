//! The figure that is judged: which modes print it of what can be.

use super::claim::Relation;
use super::published::Published;
use super::reading::Reading;
use super::taken::{Taken, TooLarge, terms_of};
use crate::exact::{Bounds, Modes, PrintedNumber};

/// The figure as a number of steps, in the terms of values and bounds.
#[inline]
pub(super) fn number_of(figure: Published) -> Option<PrintedNumber> {
    figure.in_unit(terms_of(figure.unit()))
}

/// A figure, and what it is for the relation that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    printed: Published,
    is: Is,
}

#[derive(Debug, Clone, Copy)]
enum Is {
    /// A count, one by one: no mode changes it.
    Exact,
    /// A word beside it says what it can be; no mode is needed.
    Qualified,
    /// Rounded, by a mode that is asked for.
    Rounded,
}

impl Figure {
    #[inline]
    pub(super) fn of(printed: Published, relation: &Relation) -> Self {
        match relation {
            // A count that is computed by more than adding may be rounded.
            Relation::Product { .. } | Relation::Mean { .. } if printed.is_plain() => Self {
                printed,
                is: Is::Rounded,
            },
            _ => Self::recorded(printed),
        }
    }

    /// A figure for what a ledger holds.
    #[inline]
    pub(super) const fn recorded(printed: Published) -> Self {
        let is = if !printed.is_plain() {
            Is::Qualified
        } else if printed.is_exact() {
            Is::Exact
        } else {
            Is::Rounded
        };
        Self { printed, is }
    }

    /// Any mode, if the figure itself can be, unrounded; else none.
    pub(super) fn is_in(self, held: Option<Bounds>, reading: &Reading) -> Result<Modes, TooLarge> {
        let unit = terms_of(self.printed.unit());
        let figure = self.printed.stands_for(unit, Taken::AsPrinted, reading)?;
        let both = figure.zip(held);
        Ok(if both.is_some_and(|(figure, held)| figure.meets(&held)) {
            Modes::ANY
        } else {
            Modes::NONE
        })
    }

    /// Which of some modes print the figure of what can be; none, if nothing
    /// can or none is asked for.
    pub(super) fn modes_of(
        self,
        held: Option<Bounds>,
        modes: Modes,
        reading: &Reading,
    ) -> Result<Modes, TooLarge> {
        let Some(held) = held.filter(|_| !modes.is_empty()) else {
            return Ok(Modes::NONE);
        };
        let number = number_of(self.printed).ok_or(TooLarge)?;
        let all_if = |fits: bool| if fits { modes } else { Modes::NONE };
        match self.is {
            Is::Exact => Ok(all_if(held.contains(number.value().ok_or(TooLarge)?))),
            Is::Qualified => Ok(self.is_in(Some(held), reading)?.intersection(modes)),
            Is::Rounded => Ok(number.modes_of(&held, modes)),
        }
    }
}
