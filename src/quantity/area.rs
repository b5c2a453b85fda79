//! Areas as a count of 10⁻⁸ mu.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::measure::{
    Printed, QuantityError, count_quanta, decimal_text, out_of_range, read, read_number,
    round_quanta,
};
use super::quanta::sealed::Counted;
use super::units::AreaUnit;
use crate::exact::{Mode, Numeral, Ratio, RatioError, Rounding};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// A land area: a count of 10⁻⁸ mu in 64 bits, exact in every common unit.
///
/// *Units*: holds hectares to 8 decimals, mu to 8, m² to 4, km² to 10 without
/// rounding. *Range*: 0 to 184,467,440,737.09551615 mu, twelve times China.
/// *Rounding*: none on the way in; a finer value is
/// [`QuantityError::TooPrecise`]. *Text*: `{}` prints hectares when their
/// decimal is finite, else mu, without superfluous zeros; all units and their
/// Chinese names parse. *Source*: 1 mu is 60 square zhang of (10/3 m)², which
/// is 1/15 ha.
///
/// There is no `+`: sums can overflow, so they are asked for by name.
///
/// ```
/// use standard_land::{Area, AreaUnit};
/// use standard_land::rust_decimal::Decimal;
///
/// let area: Area = "37.18 ha".parse()?;
/// assert_eq!(area, "557.7亩".parse()?);
/// assert_eq!(area, Area::new(Decimal::new(371_800, 0), AreaUnit::SquareMetre)?);
/// assert_eq!(area.to_string(), "37.18 ha");
///
/// let one_mu: Area = "1 mu".parse()?;
/// assert_eq!(one_mu.to_string(), "1 mu"); // 1/15 ha is no finite decimal
/// assert_eq!(one_mu.checked_add(one_mu), Ok("2 mu".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
///
/// ```compile_fail,E0369
/// # use standard_land::Area;
/// let one_mu: Area = "1 mu".parse()?;
/// let two_mu = one_mu + one_mu;
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Area(u64);

impl Area {
    /// No area.
    pub const ZERO: Self = Self(0);

    /// The largest area that can be held.
    pub const MAX: Self = Self(u64::MAX);

    /// An area given in a unit, exactly.
    ///
    /// # Errors
    ///
    /// [`QuantityError::Negative`], [`QuantityError::TooPrecise`],
    /// [`QuantityError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::{Area, AreaUnit};
    /// use standard_land::rust_decimal::Decimal;
    ///
    /// let area = Area::new(Decimal::new(574, 2), AreaUnit::Hectare)?;
    /// assert_eq!(area.to_string(), "5.74 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(amount: Decimal, unit: AreaUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(amount.into(), unit, || format!("{amount} {unit}").into())
    }

    /// Reads a number that is in a unit already: a cell below a header that
    /// says 公顷 or 万元.
    ///
    /// # Errors
    ///
    /// [`QuantityError`], as for a text with its unit.
    ///
    /// ```
    /// use standard_land::{Area, AreaUnit};
    ///
    /// assert_eq!(Area::parse_in("37.18", AreaUnit::Hectare)?, "37.18 ha".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn parse_in(number: &str, unit: AreaUnit) -> Result<Self, QuantityError> {
        Self::from_numeral(read_number(number)?, unit, || {
            format!("{number} {unit}").into()
        })
    }

    #[inline]
    fn from_numeral(
        number: Numeral,
        unit: AreaUnit,
        given: impl Fn() -> Given,
    ) -> Result<Self, QuantityError> {
        if number.negative {
            return Err(QuantityError::Negative { given: given() });
        }
        u64::try_from(count_quanta(number, unit, &given)?)
            .map(Self)
            .map_err(|_| out_of_range::<AreaUnit>(given()))
    }

    /// An area given in a unit, rounded to a quantum in the mode that is named.
    ///
    /// The second value is what the rounding took away: what was given less
    /// what is held, exactly, in quanta of 10⁻⁸ mu. It is negative where the
    /// rounding added, and zero where there was nothing to round.
    ///
    /// # Errors
    ///
    /// [`QuantityError::Negative`], [`QuantityError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::exact::Mode;
    /// use standard_land::rust_decimal::Decimal;
    /// use standard_land::{Area, AreaUnit};
    ///
    /// // 30.5 mu in hectares, as a spreadsheet has it: half a millionth of a
    /// // quantum is missing.
    /// let computed = Decimal::new(2_033_333_333_333_333, 15);
    /// let (area, lost) = Area::rounded(computed, AreaUnit::Hectare, Mode::HalfEven)?;
    /// assert_eq!(area, "30.5 mu".parse()?);
    /// assert_eq!(lost.to_string(), "-1/2000000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rounded(
        amount: Decimal,
        unit: AreaUnit,
        mode: Mode,
    ) -> Result<(Self, Ratio), QuantityError> {
        Self::round_numeral(amount.into(), unit, mode, || {
            format!("{amount} {unit}").into()
        })
    }

    /// The same for a text, with its unit or in a unit already.
    #[cfg(feature = "notices")]
    pub(crate) fn parse_rounded(
        given: &str,
        unit: Option<AreaUnit>,
        mode: Mode,
    ) -> Result<(Self, Ratio), QuantityError> {
        let (number, unit) = match unit {
            Some(unit) => (read_number(given)?, unit),
            None => read(given)?,
        };
        Self::round_numeral(number, unit, mode, || quote(given))
    }

    fn round_numeral(
        number: Numeral,
        unit: AreaUnit,
        mode: Mode,
        given: impl Fn() -> Given,
    ) -> Result<(Self, Ratio), QuantityError> {
        if number.negative {
            return Err(QuantityError::Negative { given: given() });
        }
        let held = round_quanta(number, unit, mode);
        held.and_then(|(quanta, lost)| Some((Self(u64::try_from(quanta).ok()?), lost)))
            .ok_or_else(|| out_of_range::<AreaUnit>(given()))
    }

    /// A count of quanta, each 10⁻⁸ mu (20/3 mm²).
    #[must_use]
    pub const fn from_quanta(quanta: u64) -> Self {
        Self(quanta)
    }

    /// How many quanta of 10⁻⁸ mu it is.
    #[must_use]
    pub const fn quanta(self) -> u64 {
        self.0
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The exact sum.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`] above [`Area::MAX`].
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// let total = "5.74 ha".parse::<Area>()?.checked_add("31.44 ha".parse()?)?;
    /// assert_eq!(total.to_string(), "37.18 ha");
    /// assert!(Area::MAX.checked_add(total).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        match self.0.checked_add(other.0) {
            Some(sum) => Ok(Self(sum)),
            None => Err(out_of_range::<AreaUnit>(format!("{self} + {other}").into())),
        }
    }

    /// The exact difference.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`] below zero.
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// let rest = "37.18 ha".parse::<Area>()?.checked_sub("5.74 ha".parse()?)?;
    /// assert_eq!(rest.to_string(), "31.44 ha");
    /// assert!(Area::ZERO.checked_sub(rest).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
        match self.0.checked_sub(other.0) {
            Some(rest) => Ok(Self(rest)),
            None => Err(out_of_range::<AreaUnit>(format!("{self} - {other}").into())),
        }
    }

    /// The exact sum of any number of areas, whatever their order.
    ///
    /// # Errors
    ///
    /// [`QuantityError::OutOfRange`] when the sum is above [`Area::MAX`].
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// let areas = ["3.01 ha", "0.51 ha", "1.21 ha", "1.01 ha"].map(str::parse::<Area>);
    /// let areas: Vec<Area> = areas.into_iter().collect::<Result<_, _>>()?;
    /// assert_eq!(Area::total(areas)?.to_string(), "5.74 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn total(areas: impl IntoIterator<Item = Self>) -> Result<Self, QuantityError> {
        // Of fewer than 2^64 areas the sum fits 128 bits.
        let total = areas
            .into_iter()
            .fold(0_u128, |total, area| total.saturating_add(area.0.into()));
        u64::try_from(total)
            .map(Self)
            .map_err(|_| out_of_range::<AreaUnit>(format!("a total of {total}e-8 mu").into()))
    }

    /// The share that this area is of a whole; between 0 and 1.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`], [`RatioError::PartExceedsWhole`] (in quanta
    /// of 10⁻⁸ mu).
    ///
    /// ```
    /// use standard_land::Area;
    ///
    /// let share = "5.74 ha".parse::<Area>()?.share_of("37.18 ha".parse()?)?;
    /// assert_eq!(share.to_string(), "287/1859");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[inline]
    pub fn share_of(self, whole: Self) -> Result<Ratio, RatioError> {
        Ratio::share(self.0, whole.0)
    }

    /// This area over another, which may be the smaller one.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`].
    pub fn ratio_to(self, other: Self) -> Result<Ratio, RatioError> {
        Ratio::new(self.0.into(), other.0.into())
    }

    /// The exact amount in a unit.
    ///
    /// ```
    /// use standard_land::{Area, AreaUnit};
    ///
    /// let one_mu: Area = "1 mu".parse()?;
    /// assert_eq!(one_mu.amount(AreaUnit::SquareMetre).to_string(), "2000/3");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn amount(self, unit: AreaUnit) -> Ratio {
        // A unit is never zero and both fit 64 bits.
        Ratio::new(self.0.into(), unit.quanta().into()).unwrap_or(Ratio::ZERO)
    }

    /// The exact decimal amount in a unit, without superfluous zeros.
    ///
    /// # Errors
    ///
    /// [`RatioError::NotFinite`] where there is none: 1 mu in m² or ha.
    ///
    /// ```
    /// use standard_land::{Area, AreaUnit};
    ///
    /// let area: Area = "37.18 ha".parse()?;
    /// assert_eq!(area.to_decimal(AreaUnit::Mu)?.to_string(), "557.7");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn to_decimal(self, unit: AreaUnit) -> Result<Decimal, RatioError> {
        self.amount(unit).try_into()
    }

    /// Rounded to print in a unit.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when there are too many places.
    ///
    /// ```
    /// use standard_land::{Area, AreaUnit, Rounding};
    ///
    /// let printed = "1 mu".parse::<Area>()?.round_in(AreaUnit::SquareMetre, Rounding::half_even(2))?;
    /// assert_eq!(printed.to_string(), "666.67 m²");
    /// assert_eq!(format!("{printed:#}"), "666.67平方米");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn round_in(
        self,
        unit: AreaUnit,
        rounding: Rounding,
    ) -> Result<Printed<AreaUnit>, RatioError> {
        Printed::round(self.amount(unit), unit, rounding)
    }
}

debug_as_printed!(Area);

impl Display for Area {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // 1.5·10⁹ quanta per hectare: the decimal is finite iff 3 divides.
        let text = if self.0.is_multiple_of(3) {
            // quanta/(1.5·10⁹) = (quanta/3·2)/10⁹; two thirds always fit.
            decimal_text((self.0 / 3).wrapping_mul(2).into(), 9, "ha", true)
        } else {
            decimal_text(self.0.into(), 8, "mu", true)
        };
        f.pad(&text)
    }
}

impl FromStr for Area {
    type Err = QuantityError;

    fn from_str(given: &str) -> Result<Self, QuantityError> {
        let (number, unit) = read(given)?;
        Self::from_numeral(number, unit, || quote(given))
    }
}

string_serde!(
    Area,
    "an area such as \"37.18 ha\"",
    crate::described::text(
        "A land area with its unit; exact to 0.00000001 mu, at most 184467440737.09551615 mu.",
        &super::measure::quantity_pattern::<AreaUnit>(false),
        &["37.18 ha", "557.7亩", "371800 m²"],
    )
);
