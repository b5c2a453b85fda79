//! Sums of many fractions, whatever their order.

use alloc::format;
use alloc::vec::Vec;

use super::ratio::{Ratio, RatioError};
use super::wide::gcd;

impl Ratio {
    /// The exact sum of any number of fractions, whatever their order.
    ///
    /// Added one by one, fractions may be refused in one order and held in
    /// another. Here all are brought to their least common multiple first.
    ///
    /// *Cost*: two passes.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the least common multiple of the wholes,
    /// or a sum over it, has more than 38 digits.
    ///
    /// ```
    /// use standard_land::Ratio;
    ///
    /// let sum = Ratio::total([Ratio::share(1, 2)?, Ratio::share(1, 3)?, Ratio::new(-1, 6)?])?;
    /// assert_eq!(sum.to_string(), "2/3");
    /// assert_eq!(Ratio::total([])?, Ratio::ZERO);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn total(terms: impl IntoIterator<Item = Self>) -> Result<Self, RatioError> {
        let terms: Vec<Self> = terms.into_iter().map(Self::lowest).collect();
        sum(&terms).ok_or_else(|| RatioError::OutOfRange {
            given: format!("a total of {} fractions", terms.len()).into(),
        })
    }
}

/// Of fractions in lowest terms; `None` when it does not fit.
fn sum(terms: &[Ratio]) -> Option<Ratio> {
    // What is common to some wholes divides what is common to all: whether it
    // fits does not depend on the order. Nor does it below, where gains and
    // losses are added apart and only grow.
    let whole = terms.iter().try_fold(1_u128, |whole, term| {
        let shared = gcd(whole, term.denominator());
        whole.checked_mul(term.denominator().checked_div(shared)?)
    })?;
    let (mut gains, mut losses) = (0_u128, 0_u128);
    for term in terms {
        let factor = whole.checked_div(term.denominator())?;
        let part = term.numerator().unsigned_abs().checked_mul(factor)?;
        let side = if term.is_negative() {
            &mut losses
        } else {
            &mut gains
        };
        *side = side.checked_add(part)?;
    }
    let negative = losses > gains;
    let sum = gains.abs_diff(losses);
    let shared = gcd(sum, whole);
    let numerator = i128::try_from(sum.checked_div(shared)?).ok()?;
    let numerator = if negative {
        numerator.wrapping_neg()
    } else {
        numerator
    };
    Ratio::new(numerator, whole.checked_div(shared)?).ok()
}
