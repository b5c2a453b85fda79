//! The numbers of a threshold: what a value must lie between.

use alloc::boxed::Box;
use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use rust_decimal::Decimal;

use super::error::ThresholdError;
use crate::exact::{Judging, Ratio, RatioError};
use crate::quantity::Unit;
use crate::text::terms;

/// One end of a threshold: a number as printed, itself allowed or not.
///
/// The number may be a range (`≥250–350`, "by trade"): then the limit lies
/// between two numbers, and who is between them may keep it or not.
///
/// *Invariant*: not below zero; the second number is above the first.
/// *Equality and hash* are those of the print: `1.0` and `1` differ, because
/// a value that is rounded before it is compared is rounded to their places.
///
/// ```
/// use standard_land::rust_decimal::Decimal;
/// use standard_land::standard::Limit;
///
/// let limit = Limit::inclusive(Decimal::new(10, 1))?; // 1.0
/// assert!(limit.is_inclusive());
/// assert_ne!(limit, Limit::inclusive(Decimal::ONE)?);
/// assert!(Limit::inclusive(Decimal::NEGATIVE_ONE).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    value: Decimal,
    up_to: Option<Decimal>,
    inclusive: bool,
}

impl Limit {
    /// The number itself is allowed (不低于, 不超过).
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`].
    pub fn inclusive(value: Decimal) -> Result<Self, ThresholdError> {
        Self::new(value, None, true)
    }

    /// The number itself is not allowed (大于, 小于).
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`].
    pub fn exclusive(value: Decimal) -> Result<Self, ThresholdError> {
        Self::new(value, None, false)
    }

    /// Between two numbers, depending on the trade; itself allowed.
    ///
    /// # Errors
    ///
    /// [`ThresholdError::Negative`], [`ThresholdError::Range`].
    pub fn by_trade(from: Decimal, to: Decimal) -> Result<Self, ThresholdError> {
        Self::new(from, Some(to), true)
    }

    pub(super) fn new(
        value: Decimal,
        up_to: Option<Decimal>,
        inclusive: bool,
    ) -> Result<Self, ThresholdError> {
        if value.mantissa() < 0 {
            return Err(ThresholdError::Negative {
                given: alloc::format!("{value}").into(),
            });
        }
        if let Some(last) = up_to.filter(|last| *last <= value) {
            return Err(ThresholdError::Range {
                from: Box::new(value),
                to: Box::new(last),
            });
        }
        Ok(Self {
            value,
            up_to,
            inclusive,
        })
    }

    /// The number, with its places; the lower one of a range.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// The upper number of a range.
    #[must_use]
    pub const fn up_to(self) -> Option<Decimal> {
        self.up_to
    }

    /// Whether the number itself is allowed.
    #[must_use]
    pub const fn is_inclusive(self) -> bool {
        self.inclusive
    }

    /// The lower and the upper number; twice the same where there is one.
    pub(super) fn ends(self) -> [Decimal; 2] {
        [self.value, self.up_to.unwrap_or(self.value)]
    }

    fn key(&self) -> impl PartialEq + Hash + use<> {
        let print = |number: Decimal| (number.mantissa(), number.scale());
        (print(self.value), self.up_to.map(print), self.inclusive)
    }
}

impl PartialEq for Limit {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Limit {}

impl Hash for Limit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

terms! {
    /// How one threshold stands to another.
    ///
    /// ```
    /// use standard_land::standard::{Strictness, Threshold};
    ///
    /// let national: Threshold = "≥0.7".parse()?;
    /// let local: Threshold = "≥1.2".parse()?;
    /// assert_eq!(local.against(&national), Strictness::Tighter);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Strictness("a strictness", "严格程度") {
        /// Both allow the same values.
        Same = "same", "相同";
        /// It allows fewer values.
        Tighter = "tighter", "更严";
        /// It allows more values.
        Looser = "looser", "更宽";
        /// Each allows values that the other does not.
        Crossing = "crossing", "交叉";
        /// They are not numbers in the same dimension.
        Incomparable = "incomparable", "不可比";
    }
}

/// A limit on either side or both, and the unit of its numbers.
///
/// *Invariant*: there is a limit, and a value that it allows.
///
/// ```
/// use standard_land::quantity::Unit;
/// use standard_land::rust_decimal::Decimal;
/// use standard_land::standard::{Limit, Limits};
///
/// let between = Limits::new(
///     Some(Limit::exclusive(Decimal::new(13, 1))?), // 1.3
///     Some(Limit::inclusive(Decimal::new(20, 1))?), // 2.0
///     Unit::NUMBER,
/// )?;
/// assert_eq!(between.lower().map(|limit| limit.is_inclusive()), Some(false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Limits {
    lower: Option<Limit>,
    upper: Option<Limit>,
    unit: Unit,
}

/// What a value is to a threshold, once it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    Kept,
    /// Between the numbers of a range.
    ByTrade,
    /// Beyond a limit: the value that was compared, and the number.
    Missed {
        value: Ratio,
        limit: Ratio,
        below: bool,
    },
}

impl Limits {
    /// Limits of a unit.
    ///
    /// # Errors
    ///
    /// [`ThresholdError::NoLimit`]; [`ThresholdError::Reversed`] when no value
    /// lies between them.
    pub fn new(
        lower: Option<Limit>,
        upper: Option<Limit>,
        unit: Unit,
    ) -> Result<Self, ThresholdError> {
        let limits = Self { lower, upper, unit };
        match (lower, upper) {
            (None, None) => Err(ThresholdError::NoLimit),
            (Some(lower), Some(upper)) => {
                let ([_, least], [greatest, _]) = (lower.ends(), upper.ends());
                let both = lower.inclusive && upper.inclusive;
                if least > greatest || (least == greatest && !both) {
                    return Err(ThresholdError::Reversed {
                        given: alloc::format!("{limits}").into(),
                    });
                }
                Ok(limits)
            }
            _ => Ok(limits),
        }
    }

    /// The value must be at least, or above, this.
    #[must_use]
    pub const fn lower(&self) -> Option<Limit> {
        self.lower
    }

    /// The value must be at most, or below, this.
    #[must_use]
    pub const fn upper(&self) -> Option<Limit> {
        self.upper
    }

    /// The unit of the numbers.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// Compares a value in [`unit`](Limits::unit).
    pub(crate) fn compare(&self, value: Ratio, judging: Judging) -> Result<Compared, RatioError> {
        let mut found = Compared::Kept;
        for (limit, below) in [(self.lower, true), (self.upper, false)] {
            let Some(limit) = limit else { continue };
            // On the inner side of a number, or on it where that is allowed.
            let keeps = |number: Decimal| -> Result<(bool, Ratio), RatioError> {
                // A decimal has at most 28 places.
                let places = i8::try_from(number.scale()).unwrap_or(i8::MAX);
                let value = judging.compared(value, places)?;
                let order = value.cmp(&Ratio::from(number));
                let order = if below { order } else { order.reverse() };
                let keeps =
                    order == Ordering::Greater || (order == Ordering::Equal && limit.inclusive);
                Ok((keeps, value))
            };
            let [first, last] = limit.ends();
            // The easier number of a range, and the harder one.
            let (easy, hard) = if below { (first, last) } else { (last, first) };
            let (keeps_easy, value) = keeps(easy)?;
            if !keeps_easy {
                return Ok(Compared::Missed {
                    value,
                    limit: easy.into(),
                    below,
                });
            }
            if !keeps(hard)?.0 {
                found = Compared::ByTrade;
            }
        }
        Ok(found)
    }

    /// How strict these limits are, beside others.
    pub(super) fn against(&self, other: &Self) -> Strictness {
        let mut strictness = Strictness::Same;
        let lower = side(self.lower, other.lower, self.unit, other.unit, false);
        let upper = side(self.upper, other.upper, self.unit, other.unit, true);
        let (Some(lower), Some(upper)) = (lower, upper) else {
            return Strictness::Incomparable;
        };
        for order in lower.into_iter().chain(upper) {
            strictness = match (strictness, order) {
                (found, Ordering::Equal) => found,
                (Strictness::Same | Strictness::Tighter, Ordering::Greater) => Strictness::Tighter,
                (Strictness::Same | Strictness::Looser, Ordering::Less) => Strictness::Looser,
                _ => Strictness::Crossing,
            };
        }
        strictness
    }
}

/// For both ends of a side: greater where `mine` is the stricter one.
fn side(
    mine: Option<Limit>,
    other: Option<Limit>,
    unit: Unit,
    other_unit: Unit,
    upper: bool,
) -> Option<[Ordering; 2]> {
    if !other_unit.converts_into(unit) {
        return None;
    }
    let (mine, other) = match (mine, other) {
        (None, None) => return Some([Ordering::Equal; 2]),
        (Some(_), None) => return Some([Ordering::Greater; 2]),
        (None, Some(_)) => return Some([Ordering::Less; 2]),
        (Some(mine), Some(other)) => (mine, other),
    };
    let ([a, b], [c, d]) = (mine.ends(), other.ends());
    let order = |mine_end: Decimal, other_end: Decimal| {
        let other_end = other_unit.convert(other_end.into(), unit).ok()?;
        let order = Ratio::from(mine_end).cmp(&other_end);
        let order = if upper { order.reverse() } else { order };
        // On the same number, not to allow it is the stricter one.
        Some(order.then(other.inclusive.cmp(&mine.inclusive)))
    };
    Some([order(a, c)?, order(b, d)?])
}
