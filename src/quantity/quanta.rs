//! What one of a unit is worth, and which words of the lexicon name it.

use core::fmt::{Debug, Display};

use super::counter::Counter;
use super::lexicon::{Measure, exact, unit};
use super::units::{AreaUnit, EnergyUnit, LengthUnit, MassUnit, MoneyUnit, TermUnit};

/// A unit that a quantity is given in. Implemented by this crate's units only.
pub trait QuantityUnit: Copy + Eq + Debug + Display + Counted {
    /// The Chinese term.
    fn name_zh(self) -> &'static str;
}

pub(super) mod sealed {
    use super::Measure;

    /// How a unit is written, and what it is worth.
    pub trait Counted: Sized + 'static {
        /// All units of the quantity.
        const UNITS: &'static [Self];
        /// A quantity in it, for error messages.
        const EXAMPLE: &'static str;
        /// The smallest amount of the quantity.
        const QUANTUM: &'static str;
        /// What the quantity can hold.
        const RANGE: &'static str;
        /// Quanta in one unit.
        fn quanta(self) -> u64;
        /// Its code and its Chinese name.
        fn names(self) -> [&'static str; 2];
        /// The unit that a word of the lexicon measures in, times ten to a
        /// power.
        fn of(measure: Measure) -> Option<(Self, u8)>;
    }
}
use sealed::Counted;

/// How many quanta one of a unit is.
#[inline]
pub(crate) fn worth<U: QuantityUnit>(unit: U) -> u64 {
    unit.quanta()
}

/// Where a number of some places stands that is multiplied by ten to a power:
/// the least of the steps that is as high or higher, with more places (5千万元
/// are 0.5亿元); else a lower one, as far as there are places to spare.
pub(crate) fn step<T: Copy>(
    steps: impl Iterator<Item = (u8, T)>,
    power: u8,
    places: u8,
) -> Option<(T, u8)> {
    let mut above: Option<(u8, T)> = None;
    let mut below: Option<(u8, T)> = None;
    for (step, of) in steps {
        if step >= power && above.is_none_or(|(least, _)| step < least) {
            above = Some((step, of));
        }
        if step < power && below.is_none_or(|(most, _)| step > most) {
            below = Some((step, of));
        }
    }
    match (above, below) {
        (Some((step, of)), _) => {
            let more = step.saturating_sub(power);
            Some((of, places.checked_add(more)?))
        }
        (None, Some((step, of))) => {
            let fewer = power.saturating_sub(step);
            Some((of, places.checked_sub(fewer)?))
        }
        (None, None) => None,
    }
}

/// The unit of a number whose word measures so, with a power of ten before it,
/// and the places that it has in that unit.
pub(crate) fn multiple<U: QuantityUnit>(
    measure: Measure,
    power: u8,
    places: u8,
) -> Option<(U, u8)> {
    let (base, more) = U::of(measure)?;
    let steps = U::UNITS.iter().filter_map(|unit| {
        let worth = unit.quanta().checked_div(base.quanta())?;
        let step = worth.checked_ilog10()?;
        let is_step = 10_u64.checked_pow(step)?.checked_mul(base.quanta()) == Some(unit.quanta());
        is_step.then_some((u8::try_from(step).ok()?, *unit))
    });
    step(steps, more.checked_add(power)?, places)
}

/// The unit that is written so, in any spelling, width and script.
pub(crate) fn spelt<U: QuantityUnit>(given: &str) -> Option<U> {
    usual(given).or_else(|| {
        let (measure, power) = unit(given)?;
        match multiple(measure, power, 0)? {
            (unit, 0) => Some(unit),
            _ => None,
        }
    })
}

/// The unit that is written so in one of the usual spellings, to the letter.
#[inline]
pub(super) fn usual<U: QuantityUnit>(given: &str) -> Option<U> {
    let mut units = U::UNITS.iter().copied();
    units
        .find(|unit| unit.names().contains(&given))
        .or_else(|| {
            let (measure, power) = exact(given)?;
            match multiple(measure, power, 0)? {
                (unit, 0) => Some(unit),
                _ => None,
            }
        })
}

/// The worth of the units of a quantity, and their words.
macro_rules! units {
    (
        $name:ident, example $example:literal, quantum $quantum:literal, range $range:literal;
        { $( $variant:ident = $quanta:literal; )+ }
        words: { $( $measure:pat => ($unit:ident, $power:expr), )+ }
    ) => {
        impl Counted for $name {
            const UNITS: &'static [Self] = Self::ALL;
            const EXAMPLE: &'static str = $example;
            const QUANTUM: &'static str = $quantum;
            const RANGE: &'static str = $range;

            #[inline]
            fn quanta(self) -> u64 {
                match self { $(Self::$variant => $quanta),+ }
            }

            fn names(self) -> [&'static str; 2] {
                [self.code(), self.name_zh()]
            }

            fn of(measure: Measure) -> Option<(Self, u8)> {
                match measure {
                    $( $measure => Some((Self::$unit, $power)), )+
                    _ => None,
                }
            }
        }

        impl QuantityUnit for $name {
            fn name_zh(self) -> &'static str {
                self.name_zh()
            }
        }
    };
}

units! {
    AreaUnit, example "37.18 ha", quantum "0.00000001 mu",
    range "0 to 184467440737.09551615 mu";
    {
        SquareMetre = 150_000;
        Mu = 100_000_000;
        Hectare = 1_500_000_000;
        SquareKilometre = 150_000_000_000;
        TenThousandMu = 1_000_000_000_000;
        TenThousandHectares = 15_000_000_000_000;
        HundredMillionMu = 10_000_000_000_000_000;
        TenThousandSquareKilometres = 1_500_000_000_000_000;
    }
    words: {
        Measure::Metric(power) => (SquareMetre, power),
        Measure::Mu => (Mu, 0),
    }
}

units! {
    MoneyUnit, example "144.0000 万元", quantum "0.01 CNY",
    range "-92233720368547758.07 to 92233720368547758.07 CNY";
    {
        Yuan = 100;
        TenThousandYuan = 1_000_000;
        HundredMillionYuan = 10_000_000_000;
        TrillionYuan = 100_000_000_000_000;
    }
    words: {
        Measure::Yuan => (Yuan, 0),
    }
}

units! {
    LengthUnit, example "8.1 m", quantum "0.001 m", range "0 to 18446744073709551.615 m";
    {
        Metre = 1_000;
    }
    words: {
        Measure::Counter(Counter::Metre) => (Metre, 0),
        Measure::Counter(Counter::Kilometre) => (Metre, 3),
    }
}

units! {
    EnergyUnit, example "120 tce", quantum "0.001 kgce",
    range "0 to 18446744073709.551615 tce";
    {
        KilogramOfCoal = 1_000;
        TonneOfCoal = 1_000_000;
    }
    words: {
        Measure::Energy(EnergyUnit::KilogramOfCoal) => (KilogramOfCoal, 0),
        Measure::Energy(EnergyUnit::TonneOfCoal) => (TonneOfCoal, 0),
    }
}

units! {
    MassUnit, example "1.5 t", quantum "0.001 kg", range "0 to 18446744073709.551615 t";
    {
        Kilogram = 1_000;
        Tonne = 1_000_000;
    }
    words: {
        Measure::Mass(MassUnit::Kilogram) => (Kilogram, 0),
        Measure::Counter(Counter::Tonne) | Measure::Mass(MassUnit::Tonne) => (Tonne, 0),
    }
}

units! {
    TermUnit, example "50年", quantum "0.01 years", range "0.01 to 42949672.95 years";
    {
        Year = 100;
    }
    words: {
        Measure::Year => (Year, 0),
    }
}
