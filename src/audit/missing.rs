//! What an operand that is not printed can have been.

use super::published::Published;
use super::reading::Reading;
use super::taken::quotient;
use super::unit::PrintedUnit;
use crate::exact::{Bounds, Modes, Ratio};

impl Published {
    /// What this was a share of, if both were rounded by one of the modes.
    ///
    /// `None` when it could be anything: a share of nothing; or when a number
    /// on the way has more than 38 digits.
    pub(crate) fn whole_of(self, rate: Self, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let rate = rate.bounds_in(PrintedUnit::PLAIN, modes, reading).ok()?;
        self.over(&rate, modes, reading)
    }

    /// What this grew from.
    ///
    /// `None` as for [`whole_of`](Self::whole_of): a loss of everything.
    pub(crate) fn base_of(self, rate: Self, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let rate = rate.bounds_in(PrintedUnit::PLAIN, modes, reading).ok()?;
        self.over(&Bounds::exactly(Ratio::ONE).plus(&rate)?, modes, reading)
    }

    /// A base or a whole is more than nothing, and so is what it is multiplied
    /// by.
    fn over(self, factor: &Bounds, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let known = self.bounds(modes, reading).ok()?;
        let factor = factor.intersection(&Bounds::above(Ratio::ZERO))?;
        quotient(&known, &factor).ok()
    }
}
