//! Whether a figure can follow from its operands, and by which modes.

use alloc::string::ToString;

use super::claim::{Claim, ClaimError, Relation};
use super::image::{Image, Operands, Taken, TooLarge, image};
use super::published::Published;
use super::reading::{Qualifier, Reading};
use super::unit::Unit;
use crate::exact::{Bounds, Mode, Modes, PrintedNumber, Ratio, Rounding};
use crate::text::{quote, terms};

terms! {
    /// What an audit found of a figure. It says what the numbers allow, not
    /// who made a mistake.
    pub enum Outcome("an outcome of an audit") {
        /// Some mode prints the figure from the operands as printed.
        Consistent = "consistent", "吻合";
        /// It can only be so if the operands had been rounded themselves.
        IfRounded = "if-rounded", "原数经修约时吻合";
        /// No rounding of operands and figure makes it so.
        Impossible = "impossible", "不吻合";
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Verdict {
    figure: Published,
    modes: Modes,
    rounded: Modes,
    mixed: Modes,
    value: Option<Ratio>,
    bounds: Option<Bounds>,
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

/// The unit that values and bounds are in, for a figure of this unit.
const fn terms_of(unit: Unit) -> Unit {
    if unit.is_number() { Unit::PLAIN } else { unit }
}

/// The figure as so many steps, in the terms of values and bounds.
#[inline]
fn number_of(figure: Published) -> Option<PrintedNumber> {
    figure.in_unit(terms_of(figure.unit()))
}

/// Modes that need not be looked at again: what is not negative is rounded
/// toward zero as it is rounded down, and away from zero as it is rounded up.
const TWINS: [(Mode, Mode); 2] = [
    (Mode::TowardZero, Mode::Floor),
    (Mode::AwayFromZero, Mode::Ceiling),
];

impl Claim {
    /// Whether the figure can be true, and by which modes.
    ///
    /// *Cost*: some hundred nanoseconds for a share; no allocation.
    ///
    /// # Errors
    ///
    /// [`ClaimError::OutOfRange`] when an exact value on the way has more than
    /// 38 digits, as long products of many digits have.
    pub fn audit(&self, reading: &Reading) -> Result<Verdict, ClaimError> {
        self.judge(reading)
            .map_err(|TooLarge| ClaimError::OutOfRange {
                claim: quote(&self.to_string()),
            })
    }

    fn judge(&self, reading: &Reading) -> Result<Verdict, TooLarge> {
        if let Relation::SomeOf { whole } = &self.relation {
            return self.judge_parts(*whole, reading);
        }
        let figure = self.figure;
        let look = |taken| image(figure, &self.relation, Operands { taken, reading });
        let as_printed = look(Taken::AsPrinted)?;
        let mut verdict = Verdict {
            figure,
            modes: Modes::NONE,
            rounded: Modes::NONE,
            mixed: Modes::NONE,
            value: as_printed.and_then(|image| image.free.single()),
            bounds: None,
        };
        verdict.modes = self.modes_of(as_printed, Modes::ANY, reading)?;
        if self.is_of_exact_numbers() {
            verdict.rounded = verdict.modes;
            verdict.mixed = verdict.modes;
            verdict.bounds = as_printed.and_then(|image| image.held);
            return Ok(verdict);
        }
        let any = look(Taken::Rounded(Modes::ANY))?;
        verdict.bounds = any.and_then(|image| image.held);
        verdict.mixed =
            verdict
                .modes
                .union(self.modes_of(any, verdict.modes.complement(), reading)?);
        // One mode for all allows what exact operands do, and no more than
        // any mode for each does.
        verdict.rounded = verdict.modes;
        let positive = self.is_positive();
        for mode in verdict.mixed.difference(verdict.modes).iter() {
            let twin = TWINS.iter().find(|(_, twin)| *twin == mode);
            if let (true, Some((twin, _))) = (positive, twin) {
                if verdict.rounded.contains(*twin) {
                    verdict.rounded = verdict.rounded.with(mode);
                }
                continue;
            }
            let modes = Modes::of(mode);
            let by_mode = look(Taken::Rounded(modes))?;
            verdict.rounded = verdict
                .rounded
                .union(self.modes_of(by_mode, modes, reading)?);
        }
        Ok(verdict)
    }
}

impl Claim {
    /// Which of some modes print the figure from what it can be.
    fn modes_of(
        &self,
        image: Option<Image>,
        modes: Modes,
        reading: &Reading,
    ) -> Result<Modes, TooLarge> {
        let Some(held) = image.and_then(|image| image.held) else {
            return Ok(Modes::NONE);
        };
        let number = number_of(self.figure).ok_or(TooLarge)?;
        match self.figure_is() {
            FigureIs::Exact => {
                let value = number.value().ok_or(TooLarge)?;
                Ok(if held.contains(value) {
                    modes
                } else {
                    Modes::NONE
                })
            }
            FigureIs::Qualified => {
                let unit = terms_of(self.figure.unit());
                let meant = self.figure.bounds_in(unit, modes, reading);
                let meets = meant.is_ok_and(|meant| meant.meets(&held));
                Ok(if meets { modes } else { Modes::NONE })
            }
            FigureIs::Rounded => {
                if let Some(value) = held.single() {
                    return Ok(number.modes_of(value).intersection(modes));
                }
                let mut found = Modes::NONE;
                for mode in modes.iter() {
                    let printed = number.bounds(Modes::of(mode)).map_err(|_| TooLarge)?;
                    if printed.meets(&held) {
                        found = found.with(mode);
                    }
                }
                Ok(found)
            }
        }
    }

    fn figure_is(&self) -> FigureIs {
        if self.figure.qualifier() != Qualifier::Exactly {
            return FigureIs::Qualified;
        }
        // A count that is computed by more than adding may be rounded.
        let computed = matches!(
            self.relation,
            Relation::Product { .. } | Relation::Mean { .. }
        );
        if self.figure.is_exact() && !computed {
            FigureIs::Exact
        } else {
            FigureIs::Rounded
        }
    }
}

/// What a figure is, for the relation that it stands in.
enum FigureIs {
    Exact,
    Qualified,
    Rounded,
}
