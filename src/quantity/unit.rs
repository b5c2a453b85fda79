//! Units of indicators, and how one converts into another: exactly.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::quanta::{spelt, worth};
use super::units::{AreaUnit, EnergyUnit, LengthUnit, MassUnit, MoneyUnit};
use crate::exact::{Ratio, RatioError};
use crate::text::{Given, debug_as_printed, quote, string_serde};

/// What a unit is made of: a unit of money, of area, of energy…
///
/// ```
/// use standard_land::{quantity::Measure, AreaUnit};
///
/// assert_eq!(Measure::from(AreaUnit::Mu).to_string(), "亩");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Measure {
    /// Money.
    Money(MoneyUnit),
    /// Area.
    Area(AreaUnit),
    /// Length.
    Length(LengthUnit),
    /// Energy, as standard coal.
    Energy(EnergyUnit),
    /// Mass.
    Mass(MassUnit),
}

/// What is measured, whatever the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Money,
    Area,
    Length,
    Energy,
    Mass,
}

impl Measure {
    pub(crate) const fn kind(self) -> Kind {
        match self {
            Self::Money(_) => Kind::Money,
            Self::Area(_) => Kind::Area,
            Self::Length(_) => Kind::Length,
            Self::Energy(_) => Kind::Energy,
            Self::Mass(_) => Kind::Mass,
        }
    }

    /// What one of it is worth, in the smallest amount of its kind.
    fn quanta(self) -> u64 {
        match self {
            Self::Money(unit) => worth(unit),
            Self::Area(unit) => worth(unit),
            Self::Length(unit) => worth(unit),
            Self::Energy(unit) => worth(unit),
            Self::Mass(unit) => worth(unit),
        }
    }

    fn read(given: &str) -> Option<Self> {
        spelt(given)
            .map(Self::Money)
            .or_else(|| spelt(given).map(Self::Area))
            .or_else(|| spelt(given).map(Self::Energy))
            .or_else(|| spelt(given).map(Self::Mass))
            .or_else(|| spelt(given).map(Self::Length))
    }
}

macro_rules! measures {
    ($($unit:ident => $variant:ident),+) => {
        $(
            impl From<$unit> for Measure {
                fn from(unit: $unit) -> Self {
                    Self::$variant(unit)
                }
            }
        )+

        impl Display for Measure {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.pad(match self { $(Self::$variant(unit) => unit.name_zh()),+ })
            }
        }
    };
}

measures! {
    MoneyUnit => Money, AreaUnit => Area, LengthUnit => Length, EnergyUnit => Energy,
    MassUnit => Mass
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    Number,
    Percent,
    Of(Measure),
    Per(Measure, Measure),
}

/// The unit of an indicator: 万元/亩, %, 吨标准煤/万元, 万元/亩·年.
///
/// *Invariant*: a unit per another is of different kinds; a share is a plain
/// number or a percentage. *Text*: as tables print it; `1` is that of a plain
/// number. `万元/(亩·年)` and `万元/亩/年` parse too, and so do the codes of
/// the units (`wan CNY/mu`).
///
/// ```
/// use standard_land::{quantity::Unit, Ratio};
///
/// let per_mu: Unit = "万元/亩".parse()?;
/// let per_hectare: Unit = "万元/公顷".parse()?;
/// assert_eq!(per_mu.convert(Ratio::new(150, 1)?, per_hectare)?, Ratio::new(2250, 1)?);
/// // 1 mu is 2000/3 m²: exact, if not finite.
/// let per_metre: Unit = "元/㎡".parse()?;
/// assert_eq!(per_mu.convert(Ratio::ONE, per_metre)?, Ratio::new(15, 1)?);
/// assert_eq!(per_metre.to_string(), "元/平方米");
/// // What a year brings is not a stock.
/// assert!(per_mu.convert(Ratio::ONE, "万元/亩·年".parse()?).is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    form: Form,
    yearly: bool,
}

/// Why a unit is rejected, or cannot be converted to another.
///
/// ```
/// use standard_land::quantity::{Unit, UnitError};
///
/// assert!(matches!("万元/顷".parse::<Unit>(), Err(UnitError::Unknown { .. })));
/// assert!(matches!("亩/公顷".parse::<Unit>(), Err(UnitError::Alike { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnitError {
    /// The text names no unit.
    Unknown {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// A unit per one of the same kind: that is a plain number.
    Alike {
        /// What is divided.
        of: Measure,
        /// What it is divided by.
        per: Measure,
    },
    /// The units measure different things.
    Incompatible {
        /// The unit that the value is in.
        from: Unit,
        /// The unit that was asked for.
        to: Unit,
    },
    /// The value in the other unit has more digits than can be held.
    OutOfRange {
        /// The unit that was asked for.
        to: Unit,
        /// What does not fit.
        source: Box<RatioError>,
    },
}

/// What a unit measures: two units of the same dimension convert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Number,
    Of(Kind),
    Per(Kind, Kind),
}

impl Unit {
    /// A plain number: that of a floor-area ratio.
    pub const NUMBER: Self = Self {
        form: Form::Number,
        yearly: false,
    };

    /// Hundredths.
    pub const PERCENT: Self = Self {
        form: Form::Percent,
        yearly: false,
    };

    /// What the rate of a price per area is in.
    pub(crate) const YUAN_PER_MU: Self = Self {
        form: Form::Per(Measure::Money(MoneyUnit::Yuan), Measure::Area(AreaUnit::Mu)),
        yearly: false,
    };

    /// A unit by itself: 米, 吨标准煤.
    #[must_use]
    pub fn of(unit: impl Into<Measure>) -> Self {
        Self {
            form: Form::Of(unit.into()),
            yearly: false,
        }
    }

    /// One unit per another: 万元/亩.
    ///
    /// # Errors
    ///
    /// [`UnitError::Alike`] when both are of the same kind.
    ///
    /// ```
    /// use standard_land::{quantity::{MoneyUnit, Unit}, AreaUnit};
    ///
    /// let unit = Unit::per(MoneyUnit::TenThousandYuan, AreaUnit::Mu)?;
    /// assert_eq!(unit.to_string(), "万元/亩");
    /// assert_eq!(unit.yearly().to_string(), "万元/亩·年");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn per(of: impl Into<Measure>, per: impl Into<Measure>) -> Result<Self, UnitError> {
        let (of, per) = (of.into(), per.into());
        if of.kind() == per.kind() {
            return Err(UnitError::Alike { of, per });
        }
        Ok(Self {
            form: Form::Per(of, per),
            yearly: false,
        })
    }

    /// The same, for each year. Numbers and percentages stay as they are.
    #[must_use]
    pub const fn yearly(self) -> Self {
        match self.form {
            Form::Number | Form::Percent => self,
            form => Self { form, yearly: true },
        }
    }

    /// Whether it counts what one year brings.
    #[must_use]
    pub const fn is_yearly(self) -> bool {
        self.yearly
    }

    pub(crate) const fn dimension(self) -> Dimension {
        match self.form {
            Form::Number | Form::Percent => Dimension::Number,
            Form::Of(of) => Dimension::Of(of.kind()),
            Form::Per(of, per) => Dimension::Per(of.kind(), per.kind()),
        }
    }

    /// Whether a value in it can be put in the other one.
    #[must_use]
    pub fn converts_into(self, to: Self) -> bool {
        self.dimension() == to.dimension() && self.yearly == to.yearly
    }

    /// A value in this unit, put in another one: exactly.
    ///
    /// # Errors
    ///
    /// [`UnitError::Incompatible`]; [`UnitError::OutOfRange`] above 38 digits.
    pub fn convert(self, value: Ratio, to: Self) -> Result<Ratio, UnitError> {
        if self == to {
            return Ok(value);
        }
        if !self.converts_into(to) {
            return Err(UnitError::Incompatible { from: self, to });
        }
        let (part, whole) = self.worth();
        let (to_part, to_whole) = to.worth();
        // No unit is worth more than 1.5·10¹³ quanta: no product has 27 digits.
        let part = i128::from(part).saturating_mul(to_whole.into());
        let whole = u128::from(whole).saturating_mul(to_part.into());
        Ratio::new(part, whole)
            .and_then(|factor| value.checked_mul(factor))
            .map_err(|source| UnitError::OutOfRange {
                to,
                source: source.into(),
            })
    }

    /// One of it as a fraction of quanta.
    fn worth(self) -> (u64, u64) {
        match self.form {
            Form::Number => (1, 1),
            Form::Percent => (1, 100),
            Form::Of(of) => (of.quanta(), 1),
            Form::Per(of, per) => (of.quanta(), per.quanta()),
        }
    }

    /// Reads a unit that follows a number, where nothing is a plain number.
    pub(crate) fn behind_number(given: &str) -> Result<Self, UnitError> {
        match given {
            "" => Ok(Self::NUMBER),
            "1" => Err(UnitError::Unknown {
                given: quote(given),
            }),
            given => given.parse(),
        }
    }

    /// What is printed behind a number.
    pub(crate) fn symbol(self) -> String {
        match self.form {
            Form::Number => String::new(),
            _ => format!("{self}"),
        }
    }
}

debug_as_printed!(Unit);

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.form, self.yearly) {
            (Form::Number, _) => f.pad("1"),
            (Form::Percent, _) => f.pad("%"),
            (Form::Of(of), false) => of.fmt(f),
            (Form::Of(of), true) => f.pad(&format!("{of}/年")),
            (Form::Per(of, per), false) => f.pad(&format!("{of}/{per}")),
            (Form::Per(of, per), true) => f.pad(&format!("{of}/{per}·年")),
        }
    }
}

impl FromStr for Unit {
    type Err = UnitError;

    fn from_str(given: &str) -> Result<Self, UnitError> {
        let unknown = || UnitError::Unknown {
            given: quote(given),
        };
        let measure = |text| Measure::read(text).ok_or_else(unknown);
        let Some((of, per)) = given.split_once('/') else {
            return match given {
                "1" => Ok(Self::NUMBER),
                "%" | "％" => Ok(Self::PERCENT),
                _ => measure(given).map(Self::of),
            };
        };
        let of = measure(of)?;
        let per = per
            .strip_prefix(['(', '（'])
            .and_then(|per| per.strip_suffix([')', '）']))
            .unwrap_or(per);
        if per == "年" {
            return Ok(Self::of(of).yearly());
        }
        match per.strip_suffix("·年").or_else(|| per.strip_suffix("/年")) {
            Some(per) => Ok(Self::per(of, measure(per)?)?.yearly()),
            None => Self::per(of, measure(per)?),
        }
    }
}

string_serde!(
    Unit,
    "a unit such as \"万元/亩\"",
    crate::described::text(
        "A unit of an indicator.",
        &crate::text::label_pattern(),
        &["万元/亩", "1"],
    )
);
