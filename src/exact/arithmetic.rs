//! Arithmetic of intervals: every end exact, closed only if it is reached.

use alloc::boxed::Box;
use alloc::format;
use core::ops::Bound;

use super::bounds::{Bounds, BoundsError};
use super::ratio::Ratio;

impl Bounds {
    /// All sums of a value here and one there.
    ///
    /// # Errors
    ///
    /// [`BoundsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::exact::Bounds;
    ///
    /// let (a, b): (Bounds, Bounds) = ("[1/1, 2/1)".parse()?, "[3/1, ∞)".parse()?);
    /// assert_eq!(a.checked_add(&b)?.to_string(), "[4/1, ∞)");
    /// assert_eq!(a.checked_sub(&b)?.to_string(), "(-∞, -1/1)");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_add(&self, other: &Self) -> Result<Self, BoundsError> {
        self.plus(other)
            .ok_or_else(|| out_of_range(self, '+', other))
    }

    /// All differences of a value here and one there.
    ///
    /// # Errors
    ///
    /// [`BoundsError::OutOfRange`].
    pub fn checked_sub(&self, other: &Self) -> Result<Self, BoundsError> {
        self.plus(&other.opposite())
            .ok_or_else(|| out_of_range(self, '-', other))
    }

    /// All products of a value here and one there.
    ///
    /// # Errors
    ///
    /// [`BoundsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::exact::Bounds;
    ///
    /// let (a, b): (Bounds, Bounds) = ("[-1/1, 2/1)".parse()?, "(3/1, 5/1]".parse()?);
    /// assert_eq!(a.checked_mul(&b)?.to_string(), "[-5/1, 10/1)");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_mul(&self, other: &Self) -> Result<Self, BoundsError> {
        self.times(other)
            .ok_or_else(|| out_of_range(self, '*', other))
    }

    /// All quotients of a value here and one there.
    ///
    /// # Errors
    ///
    /// [`BoundsError::ZeroDivisor`] when zero is among the divisors;
    /// [`BoundsError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::exact::{Bounds, BoundsError};
    ///
    /// let (a, b): (Bounds, Bounds) = ("[1/1, 2/1)".parse()?, "(0/1, 4/1]".parse()?);
    /// assert_eq!(a.checked_div(&b)?.to_string(), "[1/4, ∞)");
    /// assert!(matches!(b.checked_div(&Bounds::ALL), Err(BoundsError::ZeroDivisor { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn checked_div(&self, other: &Self) -> Result<Self, BoundsError> {
        let divisor = other.reciprocal().ok_or(BoundsError::ZeroDivisor {
            divisor: Box::new(*other),
        })?;
        self.times(&divisor)
            .ok_or_else(|| out_of_range(self, '/', other))
    }

    /// The same with the other sign.
    #[must_use]
    pub fn opposite(&self) -> Self {
        Self::of_ends(map(self.high(), opposite), map(self.low(), opposite))
    }

    /// One over each value; `None` when zero is among them.
    #[inline]
    pub(crate) fn reciprocal(&self) -> Option<Self> {
        let is_positive = matches!(
            self.low(),
            Bound::Included(low) | Bound::Excluded(low) if low.numerator() > 0
        );
        if !is_positive && self.contains(Ratio::ZERO) {
            return None;
        }
        // An open end at zero becomes infinite, and an infinite one zero.
        let turned = |end: Bound<Ratio>| match end {
            Bound::Unbounded => Bound::Excluded(Ratio::ZERO),
            Bound::Included(value) | Bound::Excluded(value) if value.is_zero() => Bound::Unbounded,
            end => map(end, reciprocal),
        };
        Some(Self::of_ends(turned(self.high()), turned(self.low())))
    }

    /// The sum; `None` when an end has too many digits.
    #[inline]
    pub(crate) fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self::of_ends(
            end_of_sum(self.low(), other.low())?,
            end_of_sum(self.high(), other.high())?,
        ))
    }

    /// The product; `None` when an end has too many digits.
    #[inline]
    pub(crate) fn times(&self, other: &Self) -> Option<Self> {
        let [(a, c), (b, d)] =
            [self, other].map(|it| (End::of(it.low(), true), End::of(it.high(), false)));
        if !a.is_negative() && !b.is_negative() {
            return Some(Self::of_ends(a.times(b)?.bound(), c.times(d)?.bound()));
        }
        self.times_of_any_sign(other)
    }

    fn times_of_any_sign(&self, other: &Self) -> Option<Self> {
        let mut product: Option<(End, End)> = None;
        for a in [End::of(self.low(), true), End::of(self.high(), false)] {
            for b in [End::of(other.low(), true), End::of(other.high(), false)] {
                let corner = a.times(b)?;
                product = Some(match product {
                    None => (corner, corner),
                    Some((low, high)) => (low.lower(corner), high.higher(corner)),
                });
            }
        }
        let (low, high) = product?;
        Some(Self::of_ends(low.bound(), high.bound()))
    }
}

fn out_of_range(a: &Bounds, operator: char, b: &Bounds) -> BoundsError {
    BoundsError::OutOfRange {
        given: format!("{a} {operator} {b}").into(),
    }
}

#[inline]
fn map(end: Bound<Ratio>, to: impl FnOnce(Ratio) -> Ratio) -> Bound<Ratio> {
    match end {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Included(value) => Bound::Included(to(value)),
        Bound::Excluded(value) => Bound::Excluded(to(value)),
    }
}

/// The end of a sum: infinite if one is, closed if both are.
#[inline]
fn end_of_sum(a: Bound<Ratio>, b: Bound<Ratio>) -> Option<Bound<Ratio>> {
    Some(match (a, b) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Included(a), Bound::Included(b)) => Bound::Included(plus(a, b)?),
        (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => {
            Bound::Excluded(plus(a, b)?)
        }
    })
}

/// An end as a number on the extended line.
#[derive(Debug, Clone, Copy)]
enum End {
    Finite(Ratio, bool),
    /// Below everything, or above it.
    Infinite(bool),
}

impl End {
    fn of(end: Bound<Ratio>, low: bool) -> Self {
        match end {
            Bound::Unbounded => Self::Infinite(low),
            Bound::Included(value) => Self::Finite(value, true),
            Bound::Excluded(value) => Self::Finite(value, false),
        }
    }

    fn bound(self) -> Bound<Ratio> {
        match self {
            Self::Infinite(_) => Bound::Unbounded,
            Self::Finite(value, true) => Bound::Included(value),
            Self::Finite(value, false) => Bound::Excluded(value),
        }
    }

    fn is_negative(self) -> bool {
        match self {
            Self::Infinite(negative) => negative,
            Self::Finite(value, _) => value.is_negative(),
        }
    }

    /// The corner of two intervals that have these ends.
    #[inline]
    fn times(self, other: Self) -> Option<Self> {
        Some(match (self, other) {
            // A zero that is reached makes zero of anything, also of what
            // grows without end; one that is not is not reached either.
            (Self::Finite(zero, closed), Self::Finite(other, other_closed)) if zero.is_zero() => {
                Self::Finite(Ratio::ZERO, closed || (other.is_zero() && other_closed))
            }
            (Self::Finite(zero, closed), _) | (_, Self::Finite(zero, closed)) if zero.is_zero() => {
                Self::Finite(Ratio::ZERO, closed)
            }
            (Self::Finite(a, a_closed), Self::Finite(b, b_closed)) => {
                Self::Finite(times(a, b)?, a_closed && b_closed)
            }
            (a, b) => Self::Infinite(a.is_negative() != b.is_negative()),
        })
    }

    /// The lower of two; of equal ones the one that is reached.
    fn lower(self, other: Self) -> Self {
        match (self, other) {
            (Self::Infinite(true), _) | (_, Self::Infinite(false)) => self,
            (_, Self::Infinite(true)) | (Self::Infinite(false), _) => other,
            (Self::Finite(a, _), Self::Finite(b, closed)) => {
                if b < a || (a == b && closed) {
                    other
                } else {
                    self
                }
            }
        }
    }

    /// The higher of two; of equal ones the one that is reached.
    fn higher(self, other: Self) -> Self {
        match (self, other) {
            (Self::Infinite(false), _) | (_, Self::Infinite(true)) => self,
            (_, Self::Infinite(false)) | (Self::Infinite(true), _) => other,
            (Self::Finite(a, _), Self::Finite(b, closed)) => {
                if b > a || (a == b && closed) {
                    other
                } else {
                    self
                }
            }
        }
    }
}

fn opposite(value: Ratio) -> Ratio {
    // At most 38 digits: the sign can always be turned.
    Ratio::new(value.numerator().wrapping_neg(), value.denominator()).unwrap_or(value)
}

/// One over a number that is not zero.
#[inline]
fn reciprocal(value: Ratio) -> Ratio {
    // At most 38 digits both ways: the conversion cannot fail.
    let turned = i128::try_from(value.denominator()).unwrap_or(i128::MAX);
    let turned = if value.is_negative() {
        turned.wrapping_neg()
    } else {
        turned
    };
    Ratio::new(turned, value.numerator().unsigned_abs()).unwrap_or(value)
}

/// The exact sum, not reduced while it is small.
#[inline]
pub(crate) fn plus(a: Ratio, b: Ratio) -> Option<Ratio> {
    quick_plus(a, b).or_else(|| a.checked_add(b).ok())
}

#[inline]
fn quick_plus(a: Ratio, b: Ratio) -> Option<Ratio> {
    if a.denominator() == b.denominator() {
        return Ratio::new(a.numerator().checked_add(b.numerator())?, a.denominator()).ok();
    }
    let (finer, coarser) = if a.denominator() > b.denominator() {
        (a, b)
    } else {
        (b, a)
    };
    // Decimals: one denominator is a multiple of the other.
    let fine = u64::try_from(finer.denominator()).ok()?;
    let coarse = u64::try_from(coarser.denominator()).ok()?;
    if fine.checked_rem(coarse)? != 0 {
        return None;
    }
    let factor = i128::from(fine.checked_div(coarse)?);
    let numerator = coarser
        .numerator()
        .checked_mul(factor)?
        .checked_add(finer.numerator())?;
    Ratio::new(numerator, finer.denominator()).ok()
}

/// The exact product, not reduced while it is small.
#[inline]
fn times(a: Ratio, b: Ratio) -> Option<Ratio> {
    quick_times(a, b).or_else(|| a.checked_mul(b).ok())
}

#[inline]
fn quick_times(a: Ratio, b: Ratio) -> Option<Ratio> {
    let numerator = a.numerator().checked_mul(b.numerator())?;
    let denominator = a.denominator().checked_mul(b.denominator())?;
    Ratio::new(numerator, denominator).ok()
}
