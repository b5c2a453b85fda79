//! Areas as a count of 10⁻⁸ mu.

use alloc::boxed::Box;
use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::from_float::FromFloat;
use super::measure::{
    Printed, QuantityError, count_quanta, decimal_text, out_of_range, read, read_number,
    round_quanta,
};
use super::operations::{operations, unsigned};
use super::quanta::sealed::Counted;
use super::units::AreaUnit;
use crate::exact::{Mode, Numeral, Ratio, RatioError, Rounding, Shortest};
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

unsigned! {
    Area, quantum: "10⁻⁸ mu (20/3 mm²)", example: "2.5 ha", twice: "5 ha"
}

operations! {
    Area(u64, u128) in AreaUnit::Hectare,
    below zero: false, smallest: "10⁻⁸ mu", counted: "e-8 mu",
    example: "2.5 ha", twice: "5 ha", printed: "2.50 ha"
}

impl Area {
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
