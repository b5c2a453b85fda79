//! A column of percentages that adds up to 100, by largest remainder.

use alloc::vec::Vec;

use super::percent::Percent;
use super::ratio::{Ratio, RatioError};
use super::rounding::Rounding;
use super::wide::mul_div_rem;

/// Percentages that add up to exactly 100 %, and which cells were moved.
///
/// Rounded one by one, percentages need not add up to 100. Where an office
/// insists that they do, every share is cut down to a printable number and the
/// missing units go to the largest remainders (Hamilton's method); of equal
/// remainders the earlier cell wins. A cell whose percentage is not the plain
/// rounding of its share is listed as moved, so that the table can say so.
///
/// ```
/// use standard_land::exact::{Apportionment, Rounding};
///
/// let thirds = Apportionment::largest_remainder(&[1, 1, 1], Rounding::half_up(0))?;
/// let printed: Vec<_> = thirds.percentages().iter().map(|p| p.to_string()).collect();
/// assert_eq!(printed, ["34%", "33%", "33%"]);
///
/// let moved = &thirds.moved()[0];
/// assert_eq!((moved.index, moved.rounded.to_string()), (0, "33%".to_owned()));
/// # Ok::<(), standard_land::exact::ApportionError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Apportionment {
    percentages: Vec<Percent>,
    moved: Vec<Moved>,
}

/// A cell whose apportioned percentage is not the rounding of its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Moved {
    /// Which cell, from 0.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub index: usize,
    /// What rounding the share alone would print.
    pub rounded: Percent,
    /// What is printed so that the column adds up.
    pub apportioned: Percent,
}

/// Why a column cannot be apportioned.
///
/// ```
/// use standard_land::exact::{Apportionment, ApportionError, Rounding};
///
/// assert_eq!(
///     Apportionment::largest_remainder(&[0, 0], Rounding::half_up(0)),
///     Err(ApportionError::ZeroWhole),
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApportionError {
    /// The parts add up to zero, or there are none.
    ZeroWhole,
    /// 100 % is not a whole number of steps of this rounding, or too many.
    NoWholeSteps {
        /// The rounding that was named.
        rounding: Rounding,
    },
    /// A percentage does not fit its type.
    Percent(RatioError),
}

impl Apportionment {
    /// Apportions 100 % over parts that together are the whole.
    ///
    /// The rounding gives the places and the step; its mode is what the column
    /// would have been printed by, and decides only what counts as moved.
    ///
    /// *Cost*: O(n log n).
    ///
    /// # Errors
    ///
    /// [`ApportionError::ZeroWhole`]; [`ApportionError::NoWholeSteps`] when
    /// rounding to thousands, say; [`ApportionError::Percent`] when there are
    /// more places than a [`Percent`] holds.
    pub fn largest_remainder(parts: &[u64], rounding: Rounding) -> Result<Self, ApportionError> {
        let no_steps = || ApportionError::NoWholeSteps { rounding };
        let all_steps = rounding.steps_in(100).ok_or_else(no_steps)?;
        let whole = parts
            .iter()
            .try_fold(0_u128, |sum, part| sum.checked_add(u128::from(*part)))
            .filter(|whole| *whole > 0)
            .ok_or(ApportionError::ZeroWhole)?;

        let mut cells = Vec::with_capacity(parts.len());
        let mut given_out: u128 = 0;
        for (index, part) in parts.iter().enumerate() {
            // No part exceeds the whole, so no cell exceeds `all_steps`.
            let (steps, remainder) =
                mul_div_rem(u128::from(*part), all_steps, whole).ok_or_else(no_steps)?;
            given_out = given_out.saturating_add(steps);
            cells.push((index, steps, remainder));
        }
        // Each cell lost less than one step, so fewer are missing than cells.
        let missing = all_steps.saturating_sub(given_out);
        let missing = usize::try_from(missing).unwrap_or(usize::MAX);
        cells.sort_by(|(i, _, a), (j, _, b)| b.cmp(a).then(i.cmp(j)));
        for (_, steps, _) in cells.iter_mut().take(missing) {
            *steps = steps.saturating_add(1);
        }
        cells.sort_by_key(|(index, ..)| *index);

        let mut percentages = Vec::with_capacity(parts.len());
        let mut moved = Vec::new();
        for ((index, steps, _), part) in cells.into_iter().zip(parts) {
            let rounded = Ratio::new(i128::from(*part), whole)?.percent(rounding)?;
            let apportioned = rounding
                .print(steps, false)
                .and_then(Percent::from_printed)
                .ok_or_else(no_steps)?;
            if rounded != apportioned {
                moved.push(Moved {
                    index,
                    rounded,
                    apportioned,
                });
            }
            percentages.push(apportioned);
        }
        Ok(Self { percentages, moved })
    }

    /// The percentages, in the order of the parts; they add up to 100 %.
    #[must_use]
    pub fn percentages(&self) -> &[Percent] {
        &self.percentages
    }

    /// The cells that are not the rounding of their share, in order.
    #[must_use]
    pub fn moved(&self) -> &[Moved] {
        &self.moved
    }
}
