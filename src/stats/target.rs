//! How much is missing until a share reaches a target.

use super::Tally;
use crate::exact::{Judging, Mode, Percent, Ratio, RatioError, Wide, mul_div_rem};
use crate::quantity::Area;
use crate::text::terms;
use alloc::boxed::Box;

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
    pub enum Growing("a way to grow", "增长方式") {
        /// The part alone, in a whole that stays: the rest is declared anew.
        Within = "within", "总量不变";
        /// Part and whole by the same: all that is newly granted counts.
        Together = "together", "新增全部计入";
    }
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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Reach_of_{T}", transform = crate::described::brief)
)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a target is reached, some more reaches it, or nothing does"
)]
pub enum Reach<T> {
    /// None: the target is reached.
    Reached,
    /// This much more reaches it, and nothing less does; never zero.
    More(T),
    /// No amount reaches it, for this reason.
    Unreachable(Unreachable),
}

terms! {
    /// Why no amount reaches a target.
    ///
    /// ```
    /// use standard_land::exact::Judging;
    /// use standard_land::stats::{Growing, Reach, Target, Unreachable};
    /// use standard_land::Tally;
    ///
    /// let all = Target::new("100%".parse()?, Judging::FullValue);
    /// let (four, seven) = (Tally::new(4, "5.74 ha".parse()?)?, Tally::new(7, "37.18 ha".parse()?)?);
    /// let answer = all.by_count(&four, &seven, Growing::Together)?;
    /// assert_eq!(answer, Reach::Unreachable(Unreachable::OthersRemain));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Unreachable("a reason why a target is out of reach", "目标不可达的原因") {
        /// No share is so large.
        AboveWhole = "above-whole", "目标超过全部";
        /// Others exist and stay in the whole, so the share stays below one.
        OthersRemain = "others-remain", "其余仍在总量内";
        /// There is nothing to be a share of, and it does not grow.
        EmptyWhole = "empty-whole", "总量为零";
    }
}

/// A share that is to be reached: at least this percentage.
///
/// A share that is rounded before it is compared is rounded to the places of
/// the target as printed: `80%` and `80.0%` differ.
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
/// use standard_land::exact::Judging;
/// use standard_land::stats::{Growing, Reach, Target};
/// use standard_land::{AreaUnit, Mode, Percent, Rounding, Tally};
///
/// let part = Tally::new(45, "236.46 ha".parse()?)?;
/// let whole = Tally::new(62, "325.82 ha".parse()?)?;
/// assert_eq!(part.share_by_count(&whole)?.percent(Rounding::half_even(2))?.to_string(), "72.58%");
///
/// let eighty: Percent = "80%".parse()?;
/// let target = Target::new(eighty, Judging::FullValue);
/// assert_eq!(target.by_count(&part, &whole, Growing::Within)?, Reach::More(5));
/// assert_eq!(target.by_count(&part, &whole, Growing::Together)?, Reach::More(23));
/// let rounded = Target::new(eighty, Judging::Rounded(Mode::HalfUp));
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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Target {
    /// The least share that reaches it.
    pub at_least: Percent,
    /// How a share is compared with it.
    pub judging: Judging,
}

impl Target {
    /// At least this share, as printed, compared in this way.
    #[must_use]
    pub const fn new(at_least: Percent, judging: Judging) -> Self {
        Self { at_least, judging }
    }

    /// Whether a share reaches the target.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when the rounded share cannot be printed.
    pub fn is_reached_by(&self, share: Ratio) -> Result<bool, RatioError> {
        // A percentage has at most 16 places, and its share two more.
        let places = i8::try_from(self.at_least.places()).unwrap_or(i8::MAX);
        let compared = self.judging.compared(share, places.saturating_add(2))?;
        Ok(compared >= self.at_least.into())
    }

    /// How many more parcels it takes.
    ///
    /// # Errors
    ///
    /// [`RatioError::PartExceedsWhole`]; [`RatioError::OutOfRange`] when there
    /// are more than can be counted.
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
    /// [`RatioError::OutOfRange`] when it is more than can be held.
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
            // Nothing of nothing is not a share; after the first, all of all is.
            if part > 0 {
                return Err(RatioError::PartExceedsWhole {
                    part: Box::new(part.into()),
                    whole: Box::new(0),
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
                given: alloc::format!("what {part}/{whole} lacks to {}", self.at_least).into(),
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
        let at_least = Ratio::from(target.at_least);
        match target.judging {
            Judging::FullValue => Ok(Self {
                value: at_least.lowest(),
                above: false,
            }),
            Judging::Rounded(mode) => Self::rounded(at_least, mode),
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
    /// passes when it rounds to the target, which is a number of its own last
    /// places: half of one under it, one, or none, depending on the mode.
    fn rounded(at_least: Ratio, mode: Mode) -> Result<Self, RatioError> {
        // The units of the last place, and how many are in a share of one.
        let (units, in_one) = (at_least.numerator(), at_least.denominator());
        if units <= 0 {
            // Any share rounds to zero or more.
            return Ok(Self {
                value: Ratio::ZERO,
                above: false,
            });
        }
        // In halves of a unit, so that ties are whole.
        let (under, above) = match mode {
            Mode::HalfUp => (1, false),
            Mode::HalfDown => (1, true),
            Mode::HalfEven => (1, units & 1 == 1),
            Mode::TowardZero | Mode::Floor => (0, false),
            Mode::AwayFromZero | Mode::Ceiling => (2, true),
        };
        // At most 19 digits over at most 10^18: twice that fits.
        let halves = units.saturating_mul(2).saturating_sub(under);
        Ok(Self {
            value: Ratio::new(halves, in_one.saturating_mul(2))?.lowest(),
            above,
        })
    }
}
