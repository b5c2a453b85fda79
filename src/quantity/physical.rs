//! Heights, energy and masses: what indicators measure besides land and money.

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
use super::operations::{decimal, operations, unsigned};
use super::quanta::sealed::Counted;
use super::units::{EnergyUnit, LengthUnit, MassUnit};
use crate::exact::{Mode, Numeral, Ratio, RatioError, Rounding, Shortest};
use crate::text::{Given, quote, string_serde};

/// A quantity that is never below zero, counted in 64 bits.
macro_rules! counted {
    (
        $(#[$attr:meta])*
        pub struct $name:ident in $unit:ident::$at:ident, printed ($places:literal, $symbol:literal),
        smallest $smallest:literal, counted $counted:literal, one $one:literal, two $two:literal, shown $shown:literal,
        expecting $what:literal, example $example:literal, $description:literal
    ) => {
        $(#[$attr])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(u64);

        crate::text::debug_as_printed!($name);

        unsigned! { $name, quantum: $smallest, example: $one, twice: $two }

        operations! {
            $name(u64, u128) in $unit::$at,
            below zero: false, smallest: $smallest, counted: $counted,
            example: $one, twice: $two, printed: $shown
        }

        decimal! { $name in $unit::$at, $one }

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
    pub struct Length in LengthUnit::Metre, printed (3, "m"),
    smallest "0.001 m", counted "e-3 m", one "2.5 m", two "5 m", shown "2.50 m",
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
    pub struct Energy in EnergyUnit::TonneOfCoal, printed (6, "tce"),
    smallest "0.001 kgce", counted "e-6 tce", one "2.5 tce", two "5 tce", shown "2.50 tce",
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
    pub struct Mass in MassUnit::Tonne, printed (6, "t"),
    smallest "0.001 kg", counted "e-6 t", one "2.5 t", two "5 t", shown "2.50 t",
    expecting " mass", example "1.5 t",
    "A mass."
}
