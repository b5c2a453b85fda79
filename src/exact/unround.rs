//! Rounding undone: which values a mode prints as a number.

use alloc::boxed::Box;
use alloc::format;
use core::cmp::Ordering;
use core::ops::Bound;

use super::bounds::{Bounds, BoundsError, Quarter, reach};
use super::modes::Modes;
use super::ratio::Ratio;
use super::rounding::{Rounding, Step};
use super::wide::power_of_ten;

impl Bounds {
    /// The values that a rounding prints as a number.
    ///
    /// # Errors
    ///
    /// [`BoundsError::NotPrinted`] when the rounding prints no such number;
    /// [`BoundsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::exact::{Bounds, Step};
    /// use standard_land::{Ratio, Rounding};
    ///
    /// let half = Ratio::new(605, 10)?;
    /// let to_half_units = Rounding::half_even(0).with_step(Step::Half);
    /// // 121 steps of 0.5: odd, so that neither tie goes there.
    /// assert_eq!(Bounds::unrounded(half, to_half_units)?.to_string(), "(241/4, 243/4)");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn unrounded(value: Ratio, rounding: Rounding) -> Result<Self, BoundsError> {
        PrintedNumber::new(value, rounding)?.bounds(Modes::of(rounding.mode()))
    }

    /// The values that any of some modes prints as a number.
    ///
    /// All of them print the number itself as itself, so their intervals
    /// overlap and the union is one.
    ///
    /// # Errors
    ///
    /// [`BoundsError::NoMode`] when there is none, and those of
    /// [`unrounded`](Bounds::unrounded).
    pub fn unrounded_by(
        value: Ratio,
        places: i8,
        step: Step,
        modes: Modes,
    ) -> Result<Self, BoundsError> {
        let mode = modes.iter().next().ok_or(BoundsError::NoMode)?;
        let rounding = Rounding::new(places, mode).with_step(step);
        PrintedNumber::new(value, rounding)?.bounds(modes)
    }
}

/// A printed number: a number of steps of `numerator / denominator`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PrintedNumber {
    pub(crate) steps: i128,
    pub(crate) numerator: u128,
    pub(crate) denominator: u128,
}

impl PrintedNumber {
    fn new(value: Ratio, rounding: Rounding) -> Result<Self, BoundsError> {
        let out_of_range = || BoundsError::OutOfRange {
            given: format!("{value} by {rounding}").into(),
        };
        let power =
            power_of_ten(u32::from(rounding.places().unsigned_abs())).ok_or_else(out_of_range)?;
        let parts = rounding.step().per_unit();
        let (numerator, denominator) = if rounding.places() < 0 {
            (power, parts.into())
        } else {
            (1, power.checked_mul(parts.into()).ok_or_else(out_of_range)?)
        };
        let steps = Ratio::new(i128::try_from(numerator).unwrap_or(0), denominator)
            .and_then(|step| value.checked_div(step))
            .map_err(|_| out_of_range())?;
        if steps.denominator() != 1 {
            return Err(BoundsError::NotPrinted {
                value: Box::new(value),
                rounding,
            });
        }
        Ok(Self {
            steps: steps.numerator(),
            numerator,
            denominator,
        })
    }

    /// The number itself; `None` when it has too many digits.
    #[inline]
    pub(crate) fn value(self) -> Option<Ratio> {
        self.at(0, false)
    }

    /// The number moved by some half steps.
    #[inline]
    fn at(self, half_steps: i8, halves: bool) -> Option<Ratio> {
        let (numerator, denominator) = if halves {
            (
                self.steps
                    .checked_mul(2)?
                    .checked_add(i128::from(half_steps))?,
                self.denominator.checked_mul(2)?,
            )
        } else {
            (self.steps, self.denominator)
        };
        let numerator = match self.numerator {
            1 => numerator,
            factor => numerator.checked_mul(i128::try_from(factor).ok()?)?,
        };
        Ratio::new(numerator, denominator).ok()
    }

    /// The values that any of the modes prints as this number.
    pub(crate) fn bounds(self, modes: Modes) -> Result<Bounds, BoundsError> {
        let (low, high) = self.reach(modes).ok_or(BoundsError::NoMode)?;
        self.between(low, high)
            .ok_or_else(|| BoundsError::OutOfRange {
                given: format!(
                    "{} times {}/{}",
                    self.steps, self.numerator, self.denominator
                )
                .into(),
            })
    }

    /// From which quarter to which the modes together reach.
    #[inline]
    fn reach(self, modes: Modes) -> Option<(Quarter, Quarter)> {
        // All modes together reach a whole step to both sides.
        if modes.is_any() {
            return Some((-3, 3));
        }
        let (sign, even) = self.sign_and_parity();
        modes
            .iter()
            .map(|mode| reach(mode, sign, even))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    #[inline]
    fn sign_and_parity(self) -> (Ordering, bool) {
        (self.steps.cmp(&0), self.steps & 1 == 0)
    }

    #[inline]
    fn between(self, low: Quarter, high: Quarter) -> Option<Bounds> {
        let end = |quarter: Quarter| {
            let (half_steps, closed) = match quarter {
                ..=-3 => (-2, false),
                -2 => (-1, true),
                -1 => (-1, false),
                0 => (0, true),
                1 => (1, false),
                2 => (1, true),
                3.. => (2, false),
            };
            let value = self.at(half_steps, true)?;
            Some(if closed {
                Bound::Included(value)
            } else {
                Bound::Excluded(value)
            })
        };
        Some(Bounds::of_ends(end(low)?, end(high)?))
    }

    /// Which of some modes print a value of an interval as this number.
    ///
    /// Both ends are located once; what is left is a look into the table.
    #[inline]
    pub(crate) fn modes_of(self, values: &Bounds, modes: Modes) -> Modes {
        // An end that is not reached leaves the stretch beside it.
        let first = match values.low() {
            Bound::Unbounded => -4,
            Bound::Included(low) => self.locate(low),
            Bound::Excluded(low) => match self.locate(low) {
                point if point & 1 == 0 && point.abs() < 4 => point.saturating_add(1),
                stretch => stretch,
            },
        };
        let last = match values.high() {
            Bound::Unbounded => 4,
            Bound::Included(high) => self.locate(high),
            Bound::Excluded(high) => match self.locate(high) {
                point if point & 1 == 0 && point.abs() < 4 => point.saturating_sub(1),
                stretch => stretch,
            },
        };
        let (sign, even) = self.sign_and_parity();
        modes
            .iter()
            .filter(|mode| {
                let (low, high) = reach(*mode, sign, even);
                first <= high && low <= last
            })
            .collect()
    }

    #[inline]
    fn locate(self, value: Ratio) -> Quarter {
        self.quarter(value)
            .or_else(|| self.quarter_wide(value))
            .unwrap_or(4)
    }

    /// Where a value lies, by one cross-multiplication; `None` when 128 bits
    /// are too few.
    #[inline]
    fn quarter(self, value: Ratio) -> Option<Quarter> {
        // value - steps·n/d, both times d·denominator/n: no division.
        let denominator = i128::try_from(self.denominator).ok()?;
        let step = i128::try_from(value.denominator())
            .ok()?
            .checked_mul(i128::try_from(self.numerator).ok()?)?;
        let away = value
            .numerator()
            .checked_mul(denominator)?
            .checked_sub(self.steps.checked_mul(step)?)?;
        let twice = away.checked_abs()?.checked_mul(2)?;
        let quarters: Quarter = match (twice.cmp(&0), twice.cmp(&step)) {
            (Ordering::Equal, _) => 0,
            (_, Ordering::Less) => 1,
            (_, Ordering::Equal) => 2,
            (_, Ordering::Greater) if away.checked_abs()? < step => 3,
            _ => 4,
        };
        Some(if away < 0 {
            quarters.wrapping_neg()
        } else {
            quarters
        })
    }

    /// The same, by comparing with the points around the number.
    #[cold]
    fn quarter_wide(self, value: Ratio) -> Option<Quarter> {
        let mut quarter = -4;
        for half_steps in -2..=2 {
            quarter = match value.cmp(&self.at(half_steps, true)?) {
                Ordering::Less => return Some(quarter),
                // A whole step away is out of every mode's reach.
                Ordering::Equal if half_steps.abs() == 2 => {
                    return Some(if half_steps < 0 { -4 } else { 4 });
                }
                Ordering::Equal => return Some(half_steps.saturating_mul(2)),
                Ordering::Greater => half_steps.saturating_mul(2).saturating_add(1),
            };
        }
        Some(4)
    }
}
