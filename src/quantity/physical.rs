//! Heights, energy and masses: what indicators measure besides land and money.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::measure::{QuantityError, count_quanta, decimal_text, out_of_range, read, read_number};
use super::quanta::sealed::Counted;
use super::units::{EnergyUnit, LengthUnit, MassUnit};
use crate::exact::{Numeral, Ratio};
use crate::text::{Given, quote, string_serde};

/// A quantity that is never below zero, counted in 64 bits.
macro_rules! counted {
    (
        $(#[$attr:meta])*
        pub struct $name:ident in $unit:ident, printed ($places:literal, $symbol:literal),
        expecting $what:literal, example $example:literal, $description:literal
    ) => {
        $(#[$attr])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(u64);

        crate::text::debug_as_printed!($name);

        impl $name {
            /// None at all.
            pub const ZERO: Self = Self(0);

            /// A value given in a unit, exactly.
            ///
            /// # Errors
            ///
            /// [`QuantityError::Negative`], [`QuantityError::TooPrecise`],
            /// [`QuantityError::OutOfRange`].
            pub fn new(amount: Decimal, unit: $unit) -> Result<Self, QuantityError> {
                Self::from_numeral(amount.into(), unit, || format!("{amount} {unit}").into())
            }

            /// Reads a number that is in a unit already: a cell below a header
            /// that names it.
            ///
            /// # Errors
            ///
            /// [`QuantityError`], as for a text with its unit.
            pub fn parse_in(number: &str, unit: $unit) -> Result<Self, QuantityError> {
                Self::from_numeral(read_number(number)?, unit, || format!("{number} {unit}").into())
            }

            fn from_numeral(
                number: Numeral,
                unit: $unit,
                given: impl Fn() -> Given,
            ) -> Result<Self, QuantityError> {
                if number.negative {
                    return Err(QuantityError::Negative { given: given() });
                }
                u64::try_from(count_quanta(number, unit, &given)?)
                    .map(Self)
                    .map_err(|_| out_of_range::<$unit>(given()))
            }

            /// A count of the smallest amount that is told apart.
            #[must_use]
            pub const fn from_quanta(quanta: u64) -> Self {
                Self(quanta)
            }

            /// How many of the smallest amounts it is.
            #[must_use]
            pub const fn quanta(self) -> u64 {
                self.0
            }

            /// The exact amount in a unit.
            #[must_use]
            pub fn amount(self, unit: $unit) -> Ratio {
                // A unit is never zero and both fit 64 bits.
                Ratio::new(self.0.into(), unit.quanta().into()).unwrap_or(Ratio::ZERO)
            }

            /// Whether it is zero.
            #[must_use]
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.pad(&decimal_text(self.0.into(), $places, $symbol, true))
            }
        }

        impl FromStr for $name {
            type Err = QuantityError;

            fn from_str(given: &str) -> Result<Self, QuantityError> {
                let (number, unit) = read(given)?;
                Self::from_numeral(number, unit, || quote(given))
            }
        }

        string_serde!(
            $name,
            concat!("a", $what, " such as \"", $example, "\""),
            crate::described::text(
                $description,
                &super::measure::quantity_pattern::<$unit>(false),
                &[$example],
            )
        );
    };
}

counted! {
    /// A length or height, exact to the millimetre.
    ///
    /// *Range*: 0 to 18,446,744,073,709,551.615 m. *Rounding*: none on the way
    /// in. *Text*: `8.1 m`; 米 parses too.
    ///
    /// ```
    /// use standard_land::quantity::Length;
    ///
    /// let height: Length = "8.10米".parse()?;
    /// assert_eq!(height.to_string(), "8.1 m");
    /// assert!(height > "8 m".parse()?);
    /// assert!("0.0001 m".parse::<Length>().is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub struct Length in LengthUnit, printed (3, "m"),
    expecting " length", example "8.1 m",
    "A length; exact to 0.001 m."
}

counted! {
    /// Energy as standard coal (标准煤), exact to 0.001 kg of it.
    ///
    /// *Range*: 0 to 18,446,744,073,709.551615 tce. *Rounding*: none on the
    /// way in. *Text*: `120 tce`; 吨标准煤 and 千克标准煤 parse too.
    ///
    /// ```
    /// use standard_land::quantity::Energy;
    ///
    /// let energy: Energy = "120500千克标准煤".parse()?;
    /// assert_eq!(energy.to_string(), "120.5 tce");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub struct Energy in EnergyUnit, printed (6, "tce"),
    expecting "n energy", example "120 tce",
    "An amount of energy, in coal; exact to 0.001 kgce."
}

counted! {
    /// A mass, such as that of what is emitted, exact to the gram.
    ///
    /// *Range*: 0 to 18,446,744,073,709.551615 t. *Rounding*: none on the way
    /// in. *Text*: `1.5 t`; 吨 and 千克 parse too.
    ///
    /// ```
    /// use standard_land::quantity::Mass;
    ///
    /// let emitted: Mass = "1500千克".parse()?;
    /// assert_eq!(emitted.to_string(), "1.5 t");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub struct Mass in MassUnit, printed (6, "t"),
    expecting " mass", example "1.5 t",
    "A mass."
}
