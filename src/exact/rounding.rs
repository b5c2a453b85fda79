//! How a number is rounded: to which place, to which step, in which mode.

use alloc::boxed::Box;
#[cfg(feature = "schemars")]
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::numeral::{NumberError, Numeral};
use super::wide::{mul_div_rem, power_of_ten};
use crate::text::{Given, UnknownTerm, debug_as_printed, quote, string_serde, terms};

terms! {
    /// Which neighbour a value between two printable numbers becomes.
    ///
    /// The half modes take the nearer neighbour and differ only on a tie. They,
    /// [`TowardZero`](Mode::TowardZero) and [`AwayFromZero`](Mode::AwayFromZero)
    /// look at the magnitude, so that −0.5 and 0.5 round alike (GB/T 8170-2008,
    /// 3.2.3: round the absolute value, then put the sign back).
    ///
    /// ```
    /// use standard_land::exact::{Mode, Ratio, Rounding};
    ///
    /// let tie = Ratio::new(-5, 2)?; // −2.5
    /// let rounded = |mode| tie.round(Rounding::new(0, mode)).map(|n| n.to_string());
    /// assert_eq!(rounded(Mode::HalfEven)?, "-2");
    /// assert_eq!(rounded(Mode::HalfUp)?, "-3");
    /// assert_eq!(rounded(Mode::HalfDown)?, "-2");
    /// assert_eq!(rounded(Mode::TowardZero)?, "-2");
    /// assert_eq!(rounded(Mode::AwayFromZero)?, "-3");
    /// assert_eq!(rounded(Mode::Floor)?, "-3");
    /// assert_eq!(rounded(Mode::Ceiling)?, "-2");
    /// assert_eq!("四舍五入".parse::<Mode>()?, Mode::HalfUp);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Mode("a rounding mode", "修约方式", closed: "to the nearest with three rules for ties, or in one of four directions: there are no others") {
        /// Ties to the even neighbour: the rule of GB/T 8170.
        HalfEven = "half-even", "四舍六入五成双";
        /// Ties away from zero: what schools and spreadsheets teach.
        HalfUp = "half-up", "四舍五入";
        /// Ties toward zero.
        HalfDown = "half-down", "五舍六入";
        /// Drops what is behind the last place: truncation.
        TowardZero = "toward-zero", "去尾";
        /// The next printable number whenever anything is dropped.
        AwayFromZero = "away-from-zero", "进一";
        /// Down to the next printable number, also below zero.
        Floor = "floor", "向下取整";
        /// Up to the next printable number, also below zero.
        Ceiling = "ceiling", "向上取整";
    }
}

terms! {
    /// The distance between printable numbers, in units of the last place.
    ///
    /// GB/T 8170-2008, 3.4 (0.5 单位修约与 0.2 单位修约).
    ///
    /// ```
    /// use standard_land::exact::{Mode, Ratio, Rounding, Step};
    ///
    /// let value = Ratio::new(6025, 100)?;
    /// let half_steps = Rounding::new(0, Mode::HalfEven).with_step(Step::Half);
    /// assert_eq!(value.round(half_steps)?.to_string(), "60.0");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Step("a rounding step", "修约间隔", closed: "GB/T 8170 has three intervals") {
        /// One unit of the place.
        One = "1", "1单位修约";
        /// Half a unit of the place.
        Half = "0.5", "0.5单位修约";
        /// A fifth of a unit of the place.
        Fifth = "0.2", "0.2单位修约";
    }
}

impl Step {
    /// Steps in one unit of the place.
    pub(super) const fn per_unit(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Half => 2,
            Self::Fifth => 5,
        }
    }

    /// What one step is worth at the scale that is printed.
    const fn worth(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Half => 5,
            Self::Fifth => 2,
        }
    }

    /// Places that are printed behind the place rounded to.
    const fn extra_places(self) -> i16 {
        match self {
            Self::One => 0,
            Self::Half | Self::Fifth => 1,
        }
    }
}

/// A place, a mode and a step: everything that rounding needs to be told.
///
/// There is no default; whoever prints a number names the rule. Places count
/// decimals of the printed number (of the percentage, for a percentage);
/// negative places round to tens, hundreds and so on.
///
/// In text: `half-even(2)`, `half-even(0, 0.5)`.
///
/// ```
/// use standard_land::exact::{Mode, Rounding};
///
/// let rounding = Rounding::half_even(2);
/// assert_eq!(rounding, Rounding::new(2, Mode::HalfEven));
/// assert_eq!(rounding.to_string(), "half-even(2)");
/// assert_eq!("half-even(2)".parse::<Rounding>()?, rounding);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounding {
    places: i8,
    mode: Mode,
    step: Step,
}

impl Rounding {
    /// To this many places, in this mode, in steps of one unit.
    #[must_use]
    pub const fn new(places: i8, mode: Mode) -> Self {
        Self {
            places,
            mode,
            step: Step::One,
        }
    }

    /// Ties to the even neighbour (四舍六入五成双, GB/T 8170).
    #[must_use]
    pub const fn half_even(places: i8) -> Self {
        Self::new(places, Mode::HalfEven)
    }

    /// Ties away from zero (四舍五入).
    #[must_use]
    pub const fn half_up(places: i8) -> Self {
        Self::new(places, Mode::HalfUp)
    }

    /// Ties toward zero (五舍六入).
    #[must_use]
    pub const fn half_down(places: i8) -> Self {
        Self::new(places, Mode::HalfDown)
    }

    /// Truncation (去尾).
    #[must_use]
    pub const fn toward_zero(places: i8) -> Self {
        Self::new(places, Mode::TowardZero)
    }

    /// Away from zero whenever anything is dropped (进一).
    #[must_use]
    pub const fn away_from_zero(places: i8) -> Self {
        Self::new(places, Mode::AwayFromZero)
    }

    /// Down, also below zero (向下取整).
    #[must_use]
    pub const fn floor(places: i8) -> Self {
        Self::new(places, Mode::Floor)
    }

    /// Up, also below zero (向上取整).
    #[must_use]
    pub const fn ceiling(places: i8) -> Self {
        Self::new(places, Mode::Ceiling)
    }

    /// The same, in steps of half or a fifth of a unit.
    #[must_use]
    pub const fn with_step(self, step: Step) -> Self {
        Self { step, ..self }
    }

    /// The place rounded to; negative for tens, hundreds and so on.
    #[must_use]
    pub const fn places(self) -> i8 {
        self.places
    }

    /// The mode.
    #[must_use]
    pub const fn mode(self) -> Mode {
        self.mode
    }

    /// The step.
    #[must_use]
    pub const fn step(self) -> Step {
        self.step
    }

    /// How many steps make `units` of the printed number; `None` when that is
    /// no whole number of steps or too large.
    pub(super) fn steps_in(self, units: u128) -> Option<u128> {
        let units = units.checked_mul(u128::from(self.step.per_unit()))?;
        let power = power_of_ten(u32::from(self.places.unsigned_abs()))?;
        if self.places >= 0 {
            units.checked_mul(power)
        } else {
            (units.checked_rem(power)? == 0).then_some(units.checked_div(power)?)
        }
    }

    /// A number of steps as a printed number: its digits and its scale.
    #[inline]
    pub(super) fn print(self, steps: u128, negative: bool) -> Option<Printed> {
        let mut digits = steps.checked_mul(u128::from(self.step.worth()))?;
        let scale = i16::from(self.places).checked_add(self.step.extra_places())?;
        if scale < 0 && digits > 0 {
            digits = digits.checked_mul(power_of_ten(u32::from(scale.unsigned_abs()))?)?;
        }
        let digits = i128::try_from(digits).ok()?;
        Some(Printed {
            digits: if negative {
                digits.wrapping_neg()
            } else {
                digits
            },
            scale: u8::try_from(scale.max(0)).ok()?,
        })
    }

    /// Rounds `±numerator / denominator`, times 100 for a percentage, in one
    /// step. `None` when the result does not fit.
    #[inline]
    pub(super) fn apply(
        self,
        negative: bool,
        numerator: u128,
        denominator: u128,
        percent: bool,
    ) -> Option<Printed> {
        match self.steps_small(negative, numerator, denominator, percent) {
            Some(steps) => self.print(steps, negative),
            None => self.apply_wide(negative, numerator, denominator, percent),
        }
    }

    /// The same for numbers that are too large for one 64-bit division.
    #[cold]
    fn apply_wide(
        self,
        negative: bool,
        numerator: u128,
        denominator: u128,
        percent: bool,
    ) -> Option<Printed> {
        let steps = self.steps_wide(negative, numerator, denominator, percent)?;
        self.print(steps, negative)
    }

    /// The exponent of ten that turns the value into units of the last place.
    #[inline]
    fn exponent(self, percent: bool) -> i16 {
        // i8 plus two always fits.
        i16::from(self.places).saturating_add(if percent { 2 } else { 0 })
    }

    /// One 64-bit division; `None` when something is too large for it.
    #[inline]
    fn steps_small(
        self,
        negative: bool,
        numerator: u128,
        denominator: u128,
        percent: bool,
    ) -> Option<u128> {
        const POWERS: [u64; 16] = {
            let mut powers = [1; 16];
            let mut i = 1;
            #[expect(
                clippy::indexing_slicing,
                reason = "const evaluation: a wrong index does not compile"
            )]
            while i < powers.len() {
                powers[i] = powers[i - 1] * 10;
                i += 1;
            }
            powers
        };
        let power = POWERS.get(usize::try_from(self.exponent(percent)).ok()?)?;
        let scaled = u64::try_from(numerator)
            .ok()?
            .checked_mul(power.checked_mul(u64::from(self.step.per_unit()))?)?;
        let denominator = u64::try_from(denominator).ok()?;
        let steps = scaled.checked_div(denominator)?;
        let remainder = scaled.checked_rem(denominator)?;
        let to_next = denominator.wrapping_sub(remainder);
        let bump = self.bumps(
            negative,
            steps & 1 == 1,
            remainder == 0,
            remainder.cmp(&to_next),
        );
        u128::from(steps).checked_add(u128::from(bump))
    }

    /// The same in 256 bits.
    fn steps_wide(
        self,
        negative: bool,
        numerator: u128,
        denominator: u128,
        percent: bool,
    ) -> Option<u128> {
        let exponent = self.exponent(percent);
        let Some(power) = power_of_ten(u32::from(exponent.unsigned_abs())) else {
            // No ratio reaches 10^38: far below half of such a place, far
            // above what can be printed to such a place.
            let far_below = exponent < 0;
            let bump = self.bumps(negative, false, numerator == 0, Ordering::Less);
            return far_below.then_some(u128::from(bump));
        };
        let per_unit = u128::from(self.step.per_unit());
        let (multiplier, divisor) = if exponent >= 0 {
            (per_unit.checked_mul(power)?, 1)
        } else {
            (per_unit, power)
        };
        // value = whole + remainder/denominator, then divided by `divisor`:
        // steps + (rest + remainder/denominator)/divisor.
        let (whole, remainder) = mul_div_rem(numerator, multiplier, denominator)?;
        let steps = whole.checked_div(divisor)?;
        let rest = whole.checked_rem(divisor)?;
        let to_half = if divisor == 1 {
            remainder.cmp(&denominator.checked_sub(remainder)?)
        } else {
            // `divisor` is a power of ten here, so its half is whole.
            rest.cmp(&(divisor / 2)).then(remainder.cmp(&0))
        };
        let bump = self.bumps(
            negative,
            steps & 1 == 1,
            rest == 0 && remainder == 0,
            to_half,
        );
        steps.checked_add(u128::from(bump))
    }

    /// Whether the magnitude goes up to the next step.
    #[inline]
    pub(super) fn bumps(self, negative: bool, odd: bool, exact: bool, to_half: Ordering) -> bool {
        // The tie is broken without a branch: nobody can guess a remainder.
        let up_if = |tie_goes_up: bool| {
            let tie = if tie_goes_up {
                Ordering::Greater
            } else {
                Ordering::Less
            };
            to_half.then(tie) == Ordering::Greater
        };
        match self.mode {
            Mode::HalfEven => up_if(odd),
            Mode::HalfUp => up_if(true),
            Mode::HalfDown => up_if(false),
            Mode::TowardZero => false,
            Mode::AwayFromZero => !exact,
            Mode::Floor => negative && !exact,
            Mode::Ceiling => !negative && !exact,
        }
    }
}

/// A rounded number: `digits / 10^scale`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed {
    pub(super) digits: i128,
    pub(super) scale: u8,
}

debug_as_printed!(Rounding);

impl Display for Rounding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.step {
            Step::One => write!(f, "{}({})", self.mode, self.places),
            step => write!(f, "{}({}, {step})", self.mode, self.places),
        }
    }
}

/// Why a text does not name a rounding.
///
/// ```
/// use standard_land::exact::{Rounding, RoundingError};
///
/// assert!(matches!("half-up".parse::<Rounding>(), Err(RoundingError::NoPlaces { .. })));
/// assert!(matches!("half-up(x)".parse::<Rounding>(), Err(RoundingError::Places { .. })));
/// assert!(matches!("half-up(200)".parse::<Rounding>(), Err(RoundingError::TooManyPlaces { .. })));
/// assert!(matches!("nearest(2)".parse::<Rounding>(), Err(RoundingError::Mode(_))));
/// assert!(matches!("half-up(2, 0.3)".parse::<Rounding>(), Err(RoundingError::Step(_))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RoundingError {
    /// The places, in brackets, are missing: `half-up`.
    NoPlaces {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The places are not a number.
    Places {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// The places are not a whole number from −128 to 127.
    TooManyPlaces {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The mode is unknown.
    Mode(UnknownTerm),
    /// The step is unknown.
    Step(UnknownTerm),
}

impl FromStr for Rounding {
    type Err = RoundingError;

    fn from_str(given: &str) -> Result<Self, RoundingError> {
        let (mode, arguments) = given
            .strip_suffix(')')
            .and_then(|given| given.split_once('('))
            .ok_or_else(|| RoundingError::NoPlaces {
                given: quote(given),
            })?;
        let (places, step) = match arguments.split_once(", ") {
            Some((places, step)) => (places, step.parse().map_err(RoundingError::Step)?),
            None => (arguments, Step::One),
        };
        let number = Numeral::parse(places).map_err(|source| RoundingError::Places {
            given: quote(given),
            source: Box::new(source),
        })?;
        let magnitude = i128::try_from(number.digits).ok();
        let places = magnitude
            .filter(|_| number.scale == 0)
            .map(|n| if number.negative { n.wrapping_neg() } else { n })
            .and_then(|n| i8::try_from(n).ok())
            .ok_or_else(|| RoundingError::TooManyPlaces {
                given: quote(given),
            })?;
        let mode = mode.parse().map_err(RoundingError::Mode)?;
        Ok(Self { places, mode, step })
    }
}

/// Codes and names of the modes, as alternatives of a regular expression.
#[cfg(feature = "schemars")]
pub(super) fn mode_pattern() -> String {
    let names = Mode::ALL
        .iter()
        .flat_map(|mode| [mode.code(), mode.name_zh()]);
    names.collect::<alloc::vec::Vec<_>>().join("|")
}

#[cfg(feature = "schemars")]
fn rounding_pattern() -> String {
    let modes = mode_pattern();
    let steps = Step::ALL
        .iter()
        .flat_map(|step| [step.code(), step.name_zh()]);
    let steps = steps
        .collect::<alloc::vec::Vec<_>>()
        .join("|")
        .replace('.', r"\.");
    alloc::format!(r"^({modes})\((0|-?[1-9][0-9]{{0,2}})(, ({steps}))?\)$")
}

string_serde!(
    Rounding,
    "a rounding such as \"half-even(2)\"",
    crate::described::text(
        "How a number is rounded: mode, places, and a step that is not 1.",
        &rounding_pattern(),
        &["half-even(2)", "toward-zero(2)", "half-even(0, 0.5)"],
    )
);
