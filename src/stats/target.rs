//! How much is missing until a share reaches a target.

use super::Tally;
use crate::exact::{Mode, Ratio, RatioError, Rounding, Step, Wide, mul_div_rem, power_of_ten};
use crate::quantity::Area;
use crate::text::terms;

terms! {
    /// What grows until the target is reached. There is no default.
    ///
    /// A plan that fixes the whole of the year to come is
    /// [`Growing::Within`] that whole.
    ///
    /// ```
    /// use standard_land::stats::Growing;
    ///
    /// assert_eq!("together".parse::<Growing>()?, Growing::Together);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Growing("a way to grow") {
        /// The part alone, in a whole that stays: the rest is declared anew.
        Within = "within", "总量不变";
        /// Part and whole by the same: all that is newly granted counts.
        Together = "together", "新增全部计入";
    }
}

/// What is compared with a target (GB/T 8170-2008, 4.3). There is no default.
///
/// The agreement says which; the full value, if it is silent.
///
/// ```
/// use standard_land::stats::Judged;
/// use standard_land::Rounding;
///
/// let judged = Judged::Rounded(Rounding::half_even(1));
/// assert_ne!(judged, Judged::FullValue);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Judged {
    /// The full value (全数值比较法).
    FullValue,
    /// The percentage, rounded first (修约值比较法).
    Rounded(Rounding),
}

/// How much more it takes.
///
/// ```
/// use standard_land::stats::Reach;
///
/// assert!(Reach::<u64>::Reached < Reach::More(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Reach<T> {
    /// None: the target is reached.
    Reached,
    /// So much more reaches it, and nothing less does; never zero.
    More(T),
    /// No amount reaches it, for this reason.
    Unreachable(Unreachable),
}

terms! {
    /// Why no amount reaches a target.
    ///
    /// ```
    /// use standard_land::stats::{Growing, Judged, Reach, Target, Unreachable};
    /// use standard_land::Tally;
    ///
    /// let all = Target::new("100%".parse::<standard_land::Percent>()?, Judged::FullValue);
    /// let (four, seven) = (Tally::new(4, "5.74 ha".parse()?)?, Tally::new(7, "37.18 ha".parse()?)?);
    /// let answer = all.by_count(&four, &seven, Growing::Together)?;
    /// assert_eq!(answer, Reach::Unreachable(Unreachable::OthersRemain));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Unreachable("a reason why a target is out of reach") {
        /// No share is so large.
        AboveWhole = "above-whole", "目标超过全部";
        /// Others exist and stay in the whole, so the share stays below one.
        OthersRemain = "others-remain", "其余仍在总量内";
        /// There is nothing to be a share of, and it does not grow.
        EmptyWhole = "empty-whole", "总量为零";
    }
}

/// A share that is to be reached: at least so many per cent.
///
/// The answers are minimal: what is missing reaches the target, and one parcel
/// or one quantum of area (10⁻⁸ mu) less does not. They are found in closed
/// form, in 256 bits. For a letter, round the area up: as far as the whole
/// goes, more reaches the target too.
///
/// In Shanxi 72.58 % of the industrial parcels in zones were standard land in
/// 2021; the target was 80 %. A zone with that share:
///
/// ```
/// use standard_land::stats::{Growing, Judged, Reach, Target};
/// use standard_land::{AreaUnit, Percent, Rounding, Tally};
///
/// let part = Tally::new(45, "236.46 ha".parse()?)?;
/// let whole = Tally::new(62, "325.82 ha".parse()?)?;
/// assert_eq!(part.share_by_count(&whole)?.percent(Rounding::half_even(2))?.to_string(), "72.58%");
///
/// let eighty: Percent = "80%".parse()?;
/// let target = Target::new(eighty, Judged::FullValue);
/// assert_eq!(target.by_count(&part, &whole, Growing::Within)?, Reach::More(5));
/// assert_eq!(target.by_count(&part, &whole, Growing::Together)?, Reach::More(23));
/// let rounded = Target::new(eighty, Judged::Rounded(Rounding::half_up(0)));
/// assert_eq!(rounded.by_count(&part, &whole, Growing::Together)?, Reach::More(21));
///
/// let Reach::More(area) = target.by_area(&part, &whole, Growing::Together)? else {
///     unreachable!("72.57 % of the area is less than 80 %")
/// };
/// assert_eq!(area.to_string(), "120.98 ha");
/// let printed = area.round_in(AreaUnit::Mu, Rounding::ceiling(0))?;
/// assert_eq!(printed.to_string(), "1815 mu");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Target {
    /// The least share that reaches it.
    pub at_least: Ratio,
    /// What is compared with it.
    pub judged: Judged,
}

impl Target {
    /// At least this share, a [`Percent`](crate::Percent) or a [`Ratio`].
    #[must_use]
    pub fn new(at_least: impl Into<Ratio>, judged: Judged) -> Self {
        Self {
            at_least: at_least.into(),
            judged,
        }
    }

    /// Whether a share reaches the target.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the rounded share cannot be printed.
    pub fn is_reached_by(&self, share: Ratio) -> Result<bool, RatioError> {
        let judged = match self.judged {
            Judged::FullValue => share,
            Judged::Rounded(rounding) => share.percent(rounding)?.into(),
        };
        Ok(judged >= self.at_least)
    }

    /// How many more parcels it takes.
    ///
    /// # Errors
    ///
    /// [`RatioError::PartExceedsWhole`]; [`RatioError::OutOfRange`] when there
    /// are more than can be counted, or the rounded target has too many digits.
    pub fn by_count(
        &self,
        part: &Tally,
        whole: &Tally,
        growth: Growing,
    ) -> Result<Reach<u64>, RatioError> {
        self.missing(part.parcels(), whole.parcels(), growth)
    }

    /// How much more area it takes.
    ///
    /// # Errors
    ///
    /// [`RatioError::PartExceedsWhole`] (in quanta of 10⁻⁸ mu);
    /// [`RatioError::OutOfRange`] when it is more than can be held, or the
    /// rounded target has too many digits.
    pub fn by_area(
        &self,
        part: &Tally,
        whole: &Tally,
        growth: Growing,
    ) -> Result<Reach<Area>, RatioError> {
        let quanta = self.missing(part.area().quanta(), whole.area().quanta(), growth)?;
        Ok(match quanta {
            Reach::Reached => Reach::Reached,
            Reach::More(quanta) => Reach::More(Area::from_quanta(quanta)),
            Reach::Unreachable(why) => Reach::Unreachable(why),
        })
    }

    fn missing(&self, part: u64, whole: u64, growth: Growing) -> Result<Reach<u64>, RatioError> {
        let bar = Bar::of(self)?;
        if whole == 0 {
            // Nothing of nothing is no share; after the first, all of all is.
            if part > 0 {
                return Err(RatioError::PartExceedsWhole {
                    part: part.into(),
                    whole: 0,
                });
            }
            return Ok(match growth {
                Growing::Within => Reach::Unreachable(Unreachable::EmptyWhole),
                Growing::Together if bar.passes(Ratio::ONE) => Reach::More(1),
                Growing::Together => Reach::Unreachable(Unreachable::AboveWhole),
            });
        }
        if bar.passes(Ratio::share(part, whole)?) {
            return Ok(Reach::Reached);
        }
        if !bar.passes(Ratio::ONE) {
            return Ok(Reach::Unreachable(Unreachable::AboveWhole));
        }
        // The share does not pass and one does: the bar is from zero to one.
        let (a, b) = (
            bar.value.numerator().unsigned_abs(),
            bar.value.denominator(),
        );
        let (part, whole) = (u128::from(part), u128::from(whole));
        let missing = match growth {
            // a/b of the whole, as a number with a rest.
            Growing::Within => mul_div_rem(whole, a, b)
                .map(|found| bar.least(found))
                .and_then(|least| least.checked_sub(part)),
            // (part + m) / (whole + m) ≥ a/b  ⇔  m ≥ (a·whole − b·part)/(b − a)
            Growing::Together => {
                let others = b.saturating_sub(a);
                if others == 0 {
                    return Ok(Reach::Unreachable(Unreachable::OthersRemain));
                }
                Wide::product(a, whole)
                    .minus(Wide::product(b, part))
                    .div_rem(others)
                    .map(|found| bar.least(found))
            }
        };
        missing
            .and_then(|missing| u64::try_from(missing).ok())
            // Part and whole must be ones that can be held.
            .filter(|missing| match growth {
                Growing::Within => true,
                Growing::Together => whole.saturating_add((*missing).into()) <= u64::MAX.into(),
            })
            .map(Reach::More)
            .ok_or_else(|| RatioError::OutOfRange {
                given: alloc::format!("what {part}/{whole} lacks to {}", self.at_least),
            })
    }
}

/// The least share that reaches a target, or what a share must exceed.
struct Bar {
    value: Ratio,
    /// The value itself does not reach it.
    above: bool,
}

impl Bar {
    fn of(target: &Target) -> Result<Self, RatioError> {
        match target.judged {
            Judged::FullValue => Ok(Self {
                value: target.at_least.lowest(),
                above: false,
            }),
            Judged::Rounded(rounding) => Self::rounded(target.at_least, rounding),
        }
    }

    fn passes(&self, share: Ratio) -> bool {
        if self.above {
            share > self.value
        } else {
            share >= self.value
        }
    }

    /// The least whole number that passes, of a bound and what is behind it.
    const fn least(&self, (whole, rest): (u128, u128)) -> u128 {
        if self.above || rest > 0 {
            whole.saturating_add(1)
        } else {
            whole
        }
    }

    /// Rounding never lowers a larger share below a smaller one. So a share
    /// passes when it rounds to the first printed number that is not below the
    /// target: half a step under it, a step, or none, depending on the mode.
    fn rounded(at_least: Ratio, rounding: Rounding) -> Result<Self, RatioError> {
        // In half steps of the printed percentage, so that ties are whole.
        let halves = halves_in_one(rounding).ok_or_else(|| RatioError::OutOfRange {
            given: alloc::format!("the target {at_least} by {rounding}"),
        })?;
        let two = Ratio::new(2, 1)?;
        let steps = at_least.checked_mul(halves)?.checked_div(two)?;
        if steps <= Ratio::ZERO {
            // Any share rounds to zero or more.
            return Ok(Self {
                value: Ratio::ZERO,
                above: false,
            });
        }
        let (part, whole) = (steps.numerator().unsigned_abs(), steps.denominator());
        let step = part.div_ceil(whole);
        let (under, above) = match rounding.mode() {
            Mode::HalfUp => (1, false),
            Mode::HalfDown => (1, true),
            Mode::HalfEven => (1, step & 1 == 1),
            Mode::TowardZero | Mode::Floor => (0, false),
            Mode::AwayFromZero | Mode::Ceiling => (2, true),
        };
        // At least one step, so at least two halves; below 10^38 as `steps` is.
        let bar = i128::try_from(step.saturating_mul(2).saturating_sub(under));
        let bar = Ratio::new(bar.unwrap_or(i128::MAX), 1)?;
        Ok(Self {
            value: bar.checked_div(halves)?,
            above,
        })
    }
}

/// How many halves of a printed step are in a share of one.
fn halves_in_one(rounding: Rounding) -> Option<Ratio> {
    let per_unit: i128 = match rounding.step() {
        Step::One => 1,
        Step::Half => 2,
        Step::Fifth => 5,
    };
    let power = power_of_ten(rounding.places().unsigned_abs().into())?;
    let halves = per_unit.checked_mul(200)?;
    if rounding.places() < 0 {
        Ratio::new(halves, power).ok()
    } else {
        let halves = halves.checked_mul(i128::try_from(power).ok()?)?;
        Ratio::new(halves, 1).ok()
    }
}
