//! Reductions from counts before and after, and their two averages.

use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::error::AgencyError;
use crate::exact::{Ratio, RatioError};
use crate::text::terms;

/// A count before and after a reform: of documents, of steps, of days.
///
/// Time counts in any one unit, the same before and after.
///
/// ```
/// use standard_land::agency::Change;
/// use standard_land::Rounding;
///
/// let steps = Change { before: 112, after: 33 };
/// assert_eq!(steps.reduction()?.percent(Rounding::half_up(1))?.to_string(), "70.5%");
/// // More than before is a reduction below zero.
/// let more = Change { before: 4, after: 5 };
/// assert_eq!(more.reduction()?.to_string(), "-1/4");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Change {
    /// How many there were.
    #[cfg_attr(feature = "serde", serde(with = "crate::exact::Count"))]
    pub before: u64,
    /// How many there are.
    #[cfg_attr(feature = "serde", serde(with = "crate::exact::Count"))]
    pub after: u64,
}

terms! {
    /// What an average reduction is the average of.
    ///
    /// ```
    /// use standard_land::agency::Averaging;
    ///
    /// assert_eq!("ratio-of-sums".parse::<Averaging>()?, Averaging::RatioOfSums);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Averaging("a way to average reductions", "压减平均办法") {
        /// Each counts the same, however much there was to reduce.
        MeanOfRatios = "mean-of-ratios", "各项降幅的平均";
        /// All before against all after.
        RatioOfSums = "ratio-of-sums", "合计的降幅";
    }
}

terms! {
    /// What is done about a change from nothing, which has no reduction.
    ///
    /// ```
    /// use standard_land::agency::ZeroBefore;
    ///
    /// assert_eq!("left-out".parse::<ZeroBefore>()?, ZeroBefore::LeftOut);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum ZeroBefore("a rule on changes from zero", "基数为零的处理办法") {
        /// The average is refused.
        Refused = "refused", "不予计算";
        /// It is left out, before and after, and counted.
        LeftOut = "left-out", "剔除并注明";
    }
}

impl Change {
    /// What part of it is gone; below zero when there is more than before.
    ///
    /// # Errors
    ///
    /// [`AgencyError::ZeroBefore`].
    pub fn reduction(self) -> Result<Ratio, AgencyError> {
        reduction(self.before.into(), self.after.into())
            .map_err(|_| AgencyError::ZeroBefore { after: self.after })
    }
}

fn reduction(before: u128, after: u128) -> Result<Ratio, RatioError> {
    // 2^64 counts of 64 bits may not fit 38 digits; then none is made.
    let too_large = |_| RatioError::OutOfRange {
        given: alloc::format!("{before} to {after}").into(),
    };
    let signed: i128 = before.try_into().map_err(too_large)?;
    let less: i128 = after.try_into().map_err(too_large)?;
    Ratio::new(signed.saturating_sub(less), before)
}

impl Display for Change {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.before, self.after)
    }
}

/// An average reduction: the exact value, and what it is an average of.
///
/// *Invariant*: what is counted and what is left out are all that was given.
///
/// ```
/// use standard_land::agency::{AverageReduction, Averaging, Change, ZeroBefore};
///
/// let changes = [
///     Change { before: 10, after: 5 },
///     Change { before: 2, after: 2 },
///     Change { before: 0, after: 1 },
/// ];
/// let average = |averaging| AverageReduction::of(changes, averaging, ZeroBefore::LeftOut);
/// assert_eq!(average(Averaging::MeanOfRatios)?.value().to_string(), "1/4");
/// assert_eq!(average(Averaging::RatioOfSums)?.value().to_string(), "5/12");
/// assert_eq!(average(Averaging::RatioOfSums)?.left_out(), 1);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AverageReduction {
    value: Ratio,
    averaging: Averaging,
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    counted: u64,
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    left_out: u64,
}

impl AverageReduction {
    /// The average of changes, whatever their order.
    ///
    /// # Errors
    ///
    /// [`AgencyError::ZeroBefore`] where that is the rule;
    /// [`AgencyError::NothingToAverage`]; [`AgencyError::Figure`] when the
    /// exact mean has more than 38 digits.
    pub fn of(
        changes: impl IntoIterator<Item = Change>,
        averaging: Averaging,
        zero: ZeroBefore,
    ) -> Result<Self, AgencyError> {
        let mut counted = Vec::new();
        let mut left_out: u64 = 0;
        for change in changes {
            if change.before > 0 {
                counted.push(change);
            } else if zero == ZeroBefore::LeftOut {
                left_out = left_out.saturating_add(1);
            } else {
                change.reduction()?;
            }
        }
        let count = u64::try_from(counted.len()).map_err(|_| AgencyError::TooMany)?;
        if count == 0 {
            return Err(AgencyError::NothingToAverage);
        }
        let value = match averaging {
            Averaging::MeanOfRatios => {
                let parts: Result<Vec<Ratio>, _> =
                    counted.into_iter().map(Change::reduction).collect();
                Ratio::total(parts?)?.checked_div(Ratio::new(count.into(), 1)?)?
            }
            Averaging::RatioOfSums => {
                // Memory holds fewer than 2^64 changes of 64 bits: 128 fit.
                let sum = |of: fn(&Change) -> u64| {
                    let counts = counted.iter().map(of);
                    counts.fold(0_u128, |sum, count| sum.saturating_add(count.into()))
                };
                reduction(sum(|change| change.before), sum(|change| change.after))?
            }
        };
        Ok(Self {
            value,
            averaging,
            counted: count,
            left_out,
        })
    }

    /// The exact reduction: 0.4 is what a briefing prints as −40 %.
    #[must_use]
    pub const fn value(&self) -> Ratio {
        self.value
    }

    /// What it is the average of.
    #[must_use]
    pub const fn averaging(&self) -> Averaging {
        self.averaging
    }

    /// How many changes it is the average of; at least one.
    #[must_use]
    pub const fn counted(&self) -> u64 {
        self.counted
    }

    /// How many were left out because there was nothing before.
    #[must_use]
    pub const fn left_out(&self) -> u64 {
        self.left_out
    }
}
