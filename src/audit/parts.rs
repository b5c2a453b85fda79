//! Counts: which parts of which wholes a printed share fits.

use alloc::string::ToString;
use core::ops::{Bound, RangeInclusive};

use super::claim::{Claim, ClaimError};
use super::figure::{Figure, number_of};
use super::published::Published;
use super::reading::Reading;
use super::taken::TooLarge;
use super::unit::PrintedUnit;
use super::verdict::Verdict;
use crate::exact::{Bounds, Modes, Ratio, mul_div_rem};

/// A part of a count whose share a figure can be, and by which modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CountShare {
    /// How many.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub part: u64,
    /// Of how many.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub whole: u64,
    /// The modes that print the share as the figure.
    pub modes: Modes,
}

/// All shares, from nothing to everything.
fn shares() -> Option<Bounds> {
    Bounds::between(Bound::Included(Ratio::ZERO), Bound::Included(Ratio::ONE))
}

/// The whole numbers of parts whose share of a whole is within bounds from 0
/// to 1; `None` when there is none.
fn parts_within(bounds: &Bounds, whole: u64) -> Option<RangeInclusive<u64>> {
    // Nothing is below zero or above one: the quotient never exceeds `whole`.
    let at = |share: Ratio| {
        let part = share.numerator().unsigned_abs();
        mul_div_rem(part, whole.into(), share.denominator())
    };
    let first = match bounds.low() {
        Bound::Unbounded => 0,
        Bound::Included(low) => {
            let (part, rest) = at(low)?;
            part.checked_add(u128::from(rest > 0))?
        }
        Bound::Excluded(low) => at(low)?.0.checked_add(1)?,
    };
    let last = match bounds.high() {
        Bound::Unbounded => u128::from(whole),
        Bound::Included(high) => at(high)?.0,
        Bound::Excluded(high) => {
            let (part, rest) = at(high)?;
            part.checked_sub(u128::from(rest == 0))?
        }
    };
    let parts = u64::try_from(first).ok()?..=u64::try_from(last).ok()?;
    (!parts.is_empty()).then_some(parts)
}

fn share(part: u64, whole: u64) -> Option<Ratio> {
    Ratio::share(part, whole).ok()
}

impl Published {
    /// Every part and whole of up to `n` whose share this figure can be.
    ///
    /// In the order of the wholes, then of the parts. *Cost*: one step for each
    /// whole and for each pair found; nothing is allocated.
    ///
    /// # Errors
    ///
    /// [`ClaimError::FigureUnit`] when it is not a share.
    ///
    /// ```
    /// use standard_land::audit::{Published, Reading};
    /// use standard_land::Mode;
    ///
    /// let printed: Published = "57%".parse()?;
    /// let half_up: Vec<String> = printed
    ///     .count_shares(20, &Reading::new())?
    ///     .filter(|pair| pair.modes.contains(Mode::HalfUp))
    ///     .map(|pair| format!("{}/{}", pair.part, pair.whole))
    ///     .collect();
    /// assert_eq!(half_up, ["4/7", "8/14"]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn count_shares(
        self,
        n: u64,
        reading: &Reading,
    ) -> Result<impl Iterator<Item = CountShare> + use<>, ClaimError> {
        if !self.unit().is_number() {
            return Err(ClaimError::FigureUnit { figure: self });
        }
        let reading = *reading;
        let fits = shares_by(self, Modes::ANY, &reading);
        let fits = fits.map_err(|TooLarge| ClaimError::OutOfRange {
            claim: self.to_string().into(),
        })?;
        let wholes = 1..=if fits.is_some() { n } else { 0 };
        let fits = fits.unwrap_or(Bounds::ALL);
        let figure = Figure::recorded(self);
        Ok(wholes.flat_map(move |whole| {
            let parts = parts_within(&fits, whole);
            parts.into_iter().flatten().filter_map(move |part| {
                let fit = Bounds::exactly(share(part, whole)?);
                let modes = figure.modes_of(Some(fit), Modes::ANY, &reading).ok()?;
                (!modes.is_empty()).then_some(CountShare { part, whole, modes })
            })
        }))
    }
}

/// What a figure can stand for if one of the modes printed it, as a share.
fn shares_by(
    figure: Published,
    modes: Modes,
    reading: &Reading,
) -> Result<Option<Bounds>, TooLarge> {
    let bounds = figure.bounds_in(PrintedUnit::PLAIN, modes, reading);
    let bounds = bounds.map_err(|_| TooLarge)?;
    Ok(shares().and_then(|shares| bounds.intersection(&shares)))
}

impl Claim {
    /// The verdict on a share of which the part is not printed: whether there
    /// is any part that fits.
    pub(super) fn judge_parts(
        &self,
        whole: Published,
        reading: &Reading,
    ) -> Result<Verdict, TooLarge> {
        let figure = self.figure();
        let whole = u64::try_from(whole.digits()).map_err(|_| TooLarge)?;
        let mut modes = Modes::NONE;
        for mode in Modes::ANY {
            let fits = shares_by(figure, Modes::of(mode), reading)?;
            if fits.is_some_and(|fits| parts_within(&fits, whole).is_some()) {
                modes = modes.with(mode);
            }
        }
        let fits = shares_by(figure, Modes::ANY, reading)?;
        let parts = fits.and_then(|fits| parts_within(&fits, whole));
        let bounds = match parts {
            Some(parts) => {
                let ends = share(*parts.start(), whole).zip(share(*parts.end(), whole));
                let (low, high) = ends.ok_or(TooLarge)?;
                Bounds::between(Bound::Included(low), Bound::Included(high))
            }
            None => self.nearest_share(whole).map(Bounds::exactly),
        };
        let value = bounds.and_then(|bounds| bounds.single());
        Ok(Verdict {
            figure,
            modes,
            rounded: modes,
            mixed: modes,
            value: value.filter(|_| !modes.is_empty()),
            bounds,
        })
    }

    /// The share of a whole number of parts that is nearest to the figure, of
    /// two the lower.
    fn nearest_share(&self, whole: u64) -> Option<Ratio> {
        let printed = number_of(self.figure())?.value()?;
        if printed.is_negative() {
            return Some(Ratio::ZERO);
        }
        if printed >= Ratio::ONE {
            return Some(Ratio::ONE);
        }
        let (below, _) = mul_div_rem(
            printed.numerator().unsigned_abs(),
            whole.into(),
            printed.denominator(),
        )?;
        let below = u64::try_from(below).ok()?;
        let (low, high) = (share(below, whole)?, share(below.checked_add(1)?, whole)?);
        let to_low = printed.checked_sub(low).ok()?;
        let to_high = high.checked_sub(printed).ok()?;
        Some(if to_high < to_low { high } else { low })
    }
}
