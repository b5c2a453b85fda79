//! Intervals of exact values: what a printed number can stand for.

use crate::text::Given;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt::{self, Debug, Formatter};
use core::ops::{Bound, RangeBounds};

use super::ratio::{Ratio, RatioError};

/// An interval of exact values; each end is open, closed or infinite.
///
/// It says what a printed number can stand for: `15.43%` cut off is anything in
/// `[0.1543, 0.1544)`. *Invariant*: there is a value in it. *Equality* is that
/// of the values in it. *Text*: `[1543/10000, 193/1250)`, `(-∞, 1/2]`; a closed
/// end belongs to it, an open one does not. *Arithmetic* is exact, and an end
/// of the result is closed only where it can be reached.
///
/// ```
/// use standard_land::exact::{Bounds, Modes, Step};
/// use standard_land::{Ratio, Rounding};
///
/// let printed = Ratio::new(1543, 10_000)?;
/// let cut = Bounds::unrounded(printed, Rounding::toward_zero(4))?;
/// assert_eq!(cut.to_string(), "[1543/10000, 193/1250)");
/// assert!(cut.contains(Ratio::new(287, 1859)?));
///
/// let any = Bounds::unrounded_by(printed, 4, Step::One, Modes::ANY)?;
/// assert_eq!(any.to_string(), "(771/5000, 193/1250)");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    low: Bound<Ratio>,
    high: Bound<Ratio>,
}

/// Why an interval is rejected.
///
/// ```
/// use standard_land::exact::{Bounds, BoundsError};
/// use standard_land::{Ratio, Rounding};
///
/// // Nothing that is rounded to one place prints 0.15.
/// let error = Bounds::unrounded(Ratio::new(15, 100)?, Rounding::half_up(1)).unwrap_err();
/// assert!(matches!(error, BoundsError::NotPrinted { .. }));
/// assert_eq!(error.to_string(), "3/20 is not a number that half-up(1) can print");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoundsError {
    /// No value lies between the ends.
    Empty {
        /// The interval.
        given: Given,
    },
    /// The rounding cannot print the number.
    NotPrinted {
        /// The number.
        value: Box<Ratio>,
        /// The rounding.
        rounding: super::Rounding,
    },
    /// No mode is named.
    NoMode,
    /// The divisor can be zero.
    ZeroDivisor {
        /// The divisor.
        divisor: Box<Bounds>,
    },
    /// An end of the result has more digits than a [`Ratio`] holds.
    OutOfRange {
        /// The operation that was asked for.
        given: Given,
    },
    /// The text is not an interval.
    NotAnInterval {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// An end in a text is not a fraction.
    End {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<RatioError>,
    },
}

impl Bounds {
    /// All values.
    pub const ALL: Self = Self {
        low: Bound::Unbounded,
        high: Bound::Unbounded,
    };

    /// Nothing below zero.
    pub const NOT_NEGATIVE: Self = Self {
        low: Bound::Included(Ratio::ZERO),
        high: Bound::Unbounded,
    };

    /// The values between two ends.
    ///
    /// # Errors
    ///
    /// [`BoundsError::Empty`].
    ///
    /// ```
    /// use core::ops::Bound::{Excluded, Included};
    /// use standard_land::{exact::Bounds, Ratio};
    ///
    /// let below_one = Bounds::new(Included(Ratio::ZERO), Excluded(Ratio::ONE))?;
    /// assert_eq!(below_one.to_string(), "[0/1, 1/1)");
    /// assert!(Bounds::new(Included(Ratio::ONE), Excluded(Ratio::ONE)).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(low: Bound<Ratio>, high: Bound<Ratio>) -> Result<Self, BoundsError> {
        Self::between(low, high).ok_or_else(|| BoundsError::Empty {
            given: text(&low, &high).into(),
        })
    }

    /// The same; `None` when there is no value.
    pub(crate) fn between(low: Bound<Ratio>, high: Bound<Ratio>) -> Option<Self> {
        let inhabited = match (&low, &high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (
                Bound::Included(low) | Bound::Excluded(low),
                Bound::Included(high) | Bound::Excluded(high),
            ) => low < high,
        };
        inhabited.then_some(Self { low, high })
    }

    /// Ends that the caller knows to be in order.
    pub(super) const fn of_ends(low: Bound<Ratio>, high: Bound<Ratio>) -> Self {
        Self { low, high }
    }

    /// One value alone.
    #[must_use]
    pub const fn exactly(value: Ratio) -> Self {
        Self {
            low: Bound::Included(value),
            high: Bound::Included(value),
        }
    }

    /// Everything above a value, without it.
    #[must_use]
    pub const fn above(value: Ratio) -> Self {
        Self {
            low: Bound::Excluded(value),
            high: Bound::Unbounded,
        }
    }

    /// A value and everything above it.
    #[must_use]
    pub const fn at_least(value: Ratio) -> Self {
        Self {
            low: Bound::Included(value),
            high: Bound::Unbounded,
        }
    }

    /// Everything below a value, without it.
    #[must_use]
    pub const fn below(value: Ratio) -> Self {
        Self {
            low: Bound::Unbounded,
            high: Bound::Excluded(value),
        }
    }

    /// A value and everything below it.
    #[must_use]
    pub const fn at_most(value: Ratio) -> Self {
        Self {
            low: Bound::Unbounded,
            high: Bound::Included(value),
        }
    }

    /// Everything from a lower end on.
    pub(crate) const fn from_low(low: Bound<Ratio>) -> Self {
        Self {
            low,
            high: Bound::Unbounded,
        }
    }

    /// Everything up to an upper end.
    pub(crate) const fn up_to(high: Bound<Ratio>) -> Self {
        Self {
            low: Bound::Unbounded,
            high,
        }
    }

    /// The lower end.
    #[must_use]
    pub const fn low(&self) -> Bound<Ratio> {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(&self) -> Bound<Ratio> {
        self.high
    }

    /// Whether a value is in it.
    #[must_use]
    pub fn contains(&self, value: Ratio) -> bool {
        RangeBounds::contains(self, &value)
    }

    /// The value, if there is only one.
    #[must_use]
    pub fn single(&self) -> Option<Ratio> {
        match (self.low, self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// All but the ends; `None` when there is one value alone.
    #[inline]
    pub(crate) fn interior(&self) -> Option<Self> {
        Self::between(open(self.low), open(self.high))
    }

    /// What is not below zero; `None` when nothing is.
    #[inline]
    pub(crate) fn not_negative(&self) -> Option<Self> {
        match self.low {
            Bound::Included(low) | Bound::Excluded(low) if !low.is_negative() => Some(*self),
            _ => self.intersection(&Self::NOT_NEGATIVE),
        }
    }

    /// What is above zero; `None` when nothing is.
    #[inline]
    pub(crate) fn positive(&self) -> Option<Self> {
        match self.low {
            Bound::Included(low) | Bound::Excluded(low) if low.numerator() > 0 => Some(*self),
            _ => self.intersection(&Self::above(Ratio::ZERO)),
        }
    }

    /// What is in both; `None` when nothing is.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let low = if later_low(&self.low, &other.low) {
            self.low
        } else {
            other.low
        };
        let high = if earlier_high(&self.high, &other.high) {
            self.high
        } else {
            other.high
        };
        Self::between(low, high)
    }

    /// Whether a value is in both.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        reaches(&self.low, &other.high) && reaches(&other.low, &self.high)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let low = if later_low(&self.low, &other.low) {
            other.low
        } else {
            self.low
        };
        let high = if earlier_high(&self.high, &other.high) {
            other.high
        } else {
            self.high
        };
        Self { low, high }
    }

    /// Whether everything in it is in the other.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        !later_low(&other.low, &self.low) && !earlier_high(&other.high, &self.high)
    }
}

/// The same end, not reached.
pub(crate) const fn open(end: Bound<Ratio>) -> Bound<Ratio> {
    match end {
        Bound::Included(value) => Bound::Excluded(value),
        end => end,
    }
}

/// Whether some value is neither below the low end nor above the high one.
fn reaches(low: &Bound<Ratio>, high: &Bound<Ratio>) -> bool {
    match (low, high) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
        (Bound::Included(low), Bound::Included(high)) => low <= high,
        (
            Bound::Included(low) | Bound::Excluded(low),
            Bound::Included(high) | Bound::Excluded(high),
        ) => low < high,
    }
}

/// Whether lower end `a` leaves out values that `b` has.
fn later_low(a: &Bound<Ratio>, b: &Bound<Ratio>) -> bool {
    match (a, b) {
        (Bound::Unbounded, _) => false,
        (_, Bound::Unbounded) => true,
        (Bound::Included(x) | Bound::Excluded(x), Bound::Included(y) | Bound::Excluded(y)) => {
            match x.cmp(y) {
                Ordering::Greater => true,
                Ordering::Less => false,
                Ordering::Equal => matches!((a, b), (Bound::Excluded(_), Bound::Included(_))),
            }
        }
    }
}

/// Whether upper end `a` leaves out values that `b` has.
fn earlier_high(a: &Bound<Ratio>, b: &Bound<Ratio>) -> bool {
    match (a, b) {
        (Bound::Unbounded, _) => false,
        (_, Bound::Unbounded) => true,
        (Bound::Included(x) | Bound::Excluded(x), Bound::Included(y) | Bound::Excluded(y)) => {
            match x.cmp(y) {
                Ordering::Less => true,
                Ordering::Greater => false,
                Ordering::Equal => matches!((a, b), (Bound::Excluded(_), Bound::Included(_))),
            }
        }
    }
}

impl RangeBounds<Ratio> for Bounds {
    fn start_bound(&self) -> Bound<&Ratio> {
        self.low.as_ref()
    }

    fn end_bound(&self) -> Bound<&Ratio> {
        self.high.as_ref()
    }
}

impl From<Ratio> for Bounds {
    fn from(value: Ratio) -> Self {
        Self::exactly(value)
    }
}

/// The interval as fractions, which parse.
pub(super) fn text(low: &Bound<Ratio>, high: &Bound<Ratio>) -> String {
    let low = match low {
        Bound::Unbounded => String::from("(-∞"),
        Bound::Included(value) => format!("[{value}"),
        Bound::Excluded(value) => format!("({value}"),
    };
    match high {
        Bound::Unbounded => format!("{low}, ∞)"),
        Bound::Included(value) => format!("{low}, {value}]"),
        Bound::Excluded(value) => format!("{low}, {value})"),
    }
}

impl Debug for Bounds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Bounds({self})")
    }
}

/// Where a value lies from a printed number, in quarters of a step: even
/// quarters are points, odd ones the open stretches between them; ±4 is a
/// whole step away or more.
pub(crate) type Quarter = i8;

/// Between which quarters the values lie that a mode prints as a number of
/// this sign and parity. The one table of what rounding can be undone to.
pub(super) const fn reach(mode: super::Mode, sign: Ordering, even: bool) -> (Quarter, Quarter) {
    use super::Mode;
    match (mode, sign) {
        (Mode::HalfEven, _) => {
            if even {
                (-2, 2)
            } else {
                (-1, 1)
            }
        }
        (Mode::HalfUp, Ordering::Greater) | (Mode::HalfDown, Ordering::Less) => (-2, 1),
        (Mode::HalfUp, Ordering::Less) | (Mode::HalfDown, Ordering::Greater) => (-1, 2),
        (Mode::HalfUp, Ordering::Equal) => (-1, 1),
        (Mode::HalfDown, Ordering::Equal) => (-2, 2),
        (Mode::TowardZero, Ordering::Equal) => (-3, 3),
        (Mode::AwayFromZero, Ordering::Equal) => (0, 0),
        (Mode::TowardZero, Ordering::Greater)
        | (Mode::AwayFromZero, Ordering::Less)
        | (Mode::Floor, _) => (0, 3),
        (Mode::TowardZero, Ordering::Less)
        | (Mode::AwayFromZero, Ordering::Greater)
        | (Mode::Ceiling, _) => (-3, 0),
    }
}
