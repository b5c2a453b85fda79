//! Whether a figure can follow from its operands, and by which modes.

use alloc::format;
use core::fmt::{self, Display, Formatter};

use super::figure::number_of;
use super::published::Published;
use super::taken::terms_of;
use crate::exact::{Bounds, Mode, Modes, Ratio, Rounding};
use crate::text::terms;

terms! {
    /// What an audit found of a figure. It says what the numbers allow, not
    /// who made a mistake.
    pub enum Outcome("an outcome of an audit", "核验结果", schema "AuditOutcome") {
        /// Some mode prints the figure from the operands as printed.
        Consistent = "consistent", "吻合";
        /// It can only be so if the operands had been rounded themselves.
        IfRounded = "if-rounded", "原数经修约时吻合";
        /// No rounding of operands and figure makes it so.
        Impossible = "impossible", "不吻合";
        /// The same, but it is not sure that these are the operands meant. No
        /// verdict has it; a reading of a text can.
        Unexplained = "unexplained", "无法解释";
    }
}

/// What the printed numbers allow: by which modes a figure can be true.
///
/// Three suppositions are judged, and every answer names the modes: that the
/// operands are exact as printed ([`modes`](Verdict::modes)); that they and the
/// figure were rounded by one and the same mode
/// ([`modes_if_rounded`](Verdict::modes_if_rounded)); that each operand was
/// rounded by some mode, whichever ([`modes_if_any`](Verdict::modes_if_any)).
/// Each of the three allows all that the one before it does. Counts are never
/// taken for rounded.
///
/// Values and bounds of shares, products of shares and growth are fractions
/// (0.1543 for 15.43 %); all others are in the unit of the figure.
///
/// ```
/// use standard_land::audit::{Claim, Reading};
///
/// let claim: Claim = "60% = 4宗 of 7宗".parse()?;
/// let verdict = claim.audit(&Reading::new())?;
/// assert_eq!(verdict.to_string(), "60% does not follow: 4/7; nearest: 58%");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Verdict {
    pub(super) figure: Published,
    pub(super) modes: Modes,
    pub(super) rounded: Modes,
    pub(super) mixed: Modes,
    pub(super) value: Option<Ratio>,
    pub(super) bounds: Option<Bounds>,
}

impl Verdict {
    /// What was found.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        if !self.modes.is_empty() {
            Outcome::Consistent
        } else if self.mixed.is_empty() {
            Outcome::Impossible
        } else {
            Outcome::IfRounded
        }
    }

    /// The figure that was judged.
    #[must_use]
    pub const fn figure(&self) -> Published {
        self.figure
    }

    /// The modes that print the figure if the operands are exact as printed.
    #[must_use]
    pub const fn modes(&self) -> Modes {
        self.modes
    }

    /// The modes that print the figure from operands rounded by the same mode.
    #[must_use]
    pub const fn modes_if_rounded(&self) -> Modes {
        self.rounded
    }

    /// The modes that print the figure if each operand was rounded by any mode.
    #[must_use]
    pub const fn modes_if_any(&self) -> Modes {
        self.mixed
    }

    /// The value that the operands give as printed; `None` when one of them is
    /// qualified (超80%), or not printed.
    #[must_use]
    pub const fn value(&self) -> Option<Ratio> {
        self.value
    }

    /// Where the true value lies if each operand was rounded by some mode;
    /// `None` when no such operands fit together.
    #[must_use]
    pub const fn bounds(&self) -> Option<Bounds> {
        self.bounds
    }

    /// How much the figure is above the value; below zero if it is below.
    ///
    /// `None` when there is no value, or more than 38 digits.
    #[must_use]
    pub fn miss(&self) -> Option<Ratio> {
        let printed = number_of(self.figure)?.value()?;
        printed.checked_sub(self.value?).ok()
    }

    /// What a mode prints from the operands as printed, at the places of the
    /// figure; `None` when there is no value.
    #[must_use]
    pub fn printed_by(&self, mode: Mode) -> Option<Published> {
        self.print(self.value?, mode)
    }

    fn print(&self, value: Ratio, mode: Mode) -> Option<Published> {
        let unit = self.figure.unit();
        let (numerator, denominator) = unit.worth_in(terms_of(unit))?;
        let worth = Ratio::new(numerator.into(), denominator.into()).ok()?;
        let places = i8::try_from(self.figure.places()).ok()?;
        let printed = value
            .checked_div(worth)
            .and_then(|amount| amount.round(Rounding::new(places, mode)))
            .ok()?;
        let digits = i64::try_from(printed.mantissa()).ok()?;
        Published::new(digits, self.figure.places(), unit).ok()
    }

    /// The printable figure nearest to the one printed that the operands allow,
    /// whatever was rounded; the figure itself where it is allowed.
    ///
    /// `None` when no operands fit together, or nothing near can be printed.
    #[must_use]
    pub fn nearest(&self) -> Option<Published> {
        use core::ops::Bound::{Excluded, Included, Unbounded};
        if !self.mixed.is_empty() {
            return Some(self.figure);
        }
        let printed = number_of(self.figure)?.value()?;
        let bounds = self.bounds?;
        // Nothing that the operands allow prints the figure: it is outside.
        match (bounds.low(), bounds.high()) {
            (Included(low) | Excluded(low), _) if printed <= low => self.print(low, Mode::Floor),
            (_, Included(high) | Excluded(high)) => self.print(high, Mode::Ceiling),
            (_, Unbounded) => None,
        }
    }

    /// Whether the figure is off, but by no more than rounding each number to
    /// the nearest explains: half a unit of every rounded term, and its own.
    ///
    /// ```
    /// use standard_land::audit::{Claim, Reading};
    ///
    /// let sum: Claim = "1476.20公顷 = 836.63公顷 + 847.95公顷 - 208.37公顷".parse()?;
    /// let verdict = sum.audit(&Reading::new())?;
    /// assert_eq!(verdict.miss().map(|miss| miss.to_string()).as_deref(), Some("-1/100"));
    /// assert!(verdict.is_within_rounding());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub const fn is_within_rounding(&self) -> bool {
        self.modes.is_empty() && !self.rounded.intersection(Modes::NEAREST).is_empty()
    }
}

impl Display for Verdict {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let figure = self.figure;
        let value = self
            .value
            .map_or_else(Default::default, |value| format!(": {value}"));
        f.pad(&match self.outcome() {
            Outcome::Consistent if self.modes == self.mixed => {
                format!("{figure} follows by {}{value}", self.modes)
            }
            Outcome::Consistent => format!(
                "{figure} follows by {}, from rounded operands by {}{value}",
                self.modes, self.mixed
            ),
            Outcome::IfRounded if self.rounded == self.mixed => {
                format!(
                    "{figure} follows from rounded operands by {}{value}",
                    self.mixed
                )
            }
            Outcome::IfRounded => format!(
                "{figure} follows from rounded operands by {}, from operands rounded by several \
                 modes by {}{value}",
                self.rounded, self.mixed
            ),
            Outcome::Impossible | Outcome::Unexplained => {
                let nearest = self
                    .nearest()
                    .map_or_else(Default::default, |nearest| format!("; nearest: {nearest}"));
                format!("{figure} does not follow{value}{nearest}")
            }
        })
    }
}
