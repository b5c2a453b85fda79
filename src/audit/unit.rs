//! Units as articles print them.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::exact::{Ratio, gcd};
use crate::quantity::lexicon::{Measure, magnitude, unit};
use crate::quantity::{AreaUnit, Counter, Magnitude, MoneyUnit, multiple, step, worth};
use crate::text::{UnknownTerm, string_serde};

/// The unit of a printed number.
///
/// *Text*: as articles print it: `公顷`, `万元/亩`, `%`, `个百分点`, `宗`; the
/// unit of a plain number is the empty text. Areas and sums of money also parse
/// in their other spellings (`ha`).
///
/// ```
/// use standard_land::audit::PrintedUnit;
/// use standard_land::AreaUnit;
///
/// assert_eq!("万亩".parse::<PrintedUnit>()?, PrintedUnit::Area(AreaUnit::TenThousandMu));
/// assert_eq!("ha".parse::<PrintedUnit>()?.to_string(), "公顷");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PrintedUnit {
    /// A number without a unit.
    Plain(Magnitude),
    /// Hundredths: `%`.
    Percent,
    /// Thousandths: `‰`.
    Permille,
    /// Hundredths that a percentage differs by: `个百分点`.
    PercentagePoint,
    /// Tenths: `成`.
    Tenth,
    /// A multiple: `倍`.
    Times,
    /// Things that are counted: `宗`, `万户`.
    Count(Counter, Magnitude),
    /// Land: `公顷`.
    Area(AreaUnit),
    /// Money: `万元`.
    Money(MoneyUnit),
    /// Money per land: `万元/亩`.
    Price(MoneyUnit, AreaUnit),
    /// Years: `年`.
    Year,
}

/// What kinds of quantity can be compared and added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Number,
    Count,
    Area,
    Money,
    Price,
    Time,
}

impl PrintedUnit {
    /// Parcels, as they are counted.
    pub const PARCELS: Self = Self::Count(Counter::Parcel, Magnitude::One);

    /// A plain number.
    pub const PLAIN: Self = Self::Plain(Magnitude::One);

    /// Whether a number in it counts whole things, one by one.
    #[must_use]
    pub const fn is_count(self) -> bool {
        match self {
            Self::Count(counter, Magnitude::One) => counter.is_whole(),
            _ => false,
        }
    }

    /// Whether it is a share or a multiple: `%`, `‰`, `成`, `倍`, or no unit.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self.dimension(), Dimension::Number)
    }

    pub(super) const fn dimension(self) -> Dimension {
        match self {
            Self::Plain(_)
            | Self::Percent
            | Self::Permille
            | Self::PercentagePoint
            | Self::Tenth
            | Self::Times => Dimension::Number,
            Self::Count(..) => Dimension::Count,
            Self::Area(_) => Dimension::Area,
            Self::Money(_) => Dimension::Money,
            Self::Price(..) => Dimension::Price,
            Self::Year => Dimension::Time,
        }
    }

    /// Whether numbers in both can be compared and added. Parcels and firms
    /// are both counted, but are not.
    #[inline]
    pub(super) fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Count(a, _), Self::Count(b, _)) => a == b,
            (a, b) => a.dimension() == b.dimension(),
        }
    }

    /// Whether nothing in it can be below zero.
    pub(super) const fn is_never_negative(self) -> bool {
        matches!(self, Self::Count(..) | Self::Area(_))
    }

    /// What one of it is worth, as a fraction, in the smallest unit of its
    /// dimension (10⁻⁸ mu, fen).
    #[inline]
    pub(super) fn worth(self) -> (u64, u64) {
        match self {
            Self::Plain(magnitude) | Self::Count(_, magnitude) => (magnitude.factor(), 1),
            Self::Percent | Self::PercentagePoint => (1, 100),
            Self::Permille => (1, 1000),
            Self::Tenth => (1, 10),
            Self::Times | Self::Year => (1, 1),
            Self::Area(unit) => (worth(unit), 1),
            Self::Money(unit) => (worth(unit), 1),
            Self::Price(money, area) => (worth(money), worth(area)),
        }
    }

    /// What one of it is worth in another unit of the dimension, in lowest
    /// terms, with as small numbers as can be.
    #[inline]
    pub(super) fn worth_in(self, other: Self) -> Option<(u64, u64)> {
        if self == other {
            return Some((1, 1));
        }
        let (a, b) = (self.worth(), other.worth());
        let numerator = u128::from(a.0).checked_mul(u128::from(b.1))?;
        let denominator = u128::from(a.1).checked_mul(u128::from(b.0))?;
        let divisor = gcd(numerator, denominator);
        Some((
            u64::try_from(numerator.checked_div(divisor)?).ok()?,
            u64::try_from(denominator.checked_div(divisor)?).ok()?,
        ))
    }

    /// The unit of a number of some places behind which a word of the lexicon
    /// stands with a power of ten before it, and the places that the number has
    /// in that unit: 5千万元 are 0.5亿元.
    pub(super) fn of(measure: Option<Measure>, power: u8, places: u8) -> Option<(Self, u8)> {
        let plain = |unit| (power == 0).then_some((unit, places));
        let many = || step(Magnitude::POWERS.into_iter(), power, places);
        let (unit, places) = match measure {
            None => {
                let (magnitude, places) = many()?;
                (Self::Plain(magnitude), places)
            }
            Some(Measure::Counter(counter)) => {
                let (magnitude, places) = many()?;
                (Self::Count(counter, magnitude), places)
            }
            Some(measure @ (Measure::Metric(_) | Measure::Mu)) => {
                let (unit, places) = multiple(measure, power, places)?;
                (Self::Area(unit), places)
            }
            Some(measure @ Measure::Yuan) => {
                let (unit, places) = multiple(measure, power, places)?;
                (Self::Money(unit), places)
            }
            Some(Measure::Price(area)) => {
                let (unit, places) = multiple(Measure::Yuan, power, places)?;
                (Self::Price(unit, area), places)
            }
            Some(Measure::Percent) => plain(Self::Percent)?,
            Some(Measure::Permille) => plain(Self::Permille)?,
            Some(Measure::PercentagePoint) => plain(Self::PercentagePoint)?,
            Some(Measure::Tenth) => plain(Self::Tenth)?,
            Some(Measure::Times) => plain(Self::Times)?,
            Some(Measure::Year) => plain(Self::Year)?,
            Some(Measure::Energy(_) | Measure::Mass(_) | Measure::Foreign(_)) => return None,
        };
        Some((unit, places))
    }

    /// What one of it is worth in another unit.
    ///
    /// `None` when they do not measure the same.
    ///
    /// ```
    /// use standard_land::audit::PrintedUnit;
    /// use standard_land::Ratio;
    ///
    /// let (hectare, mu): (PrintedUnit, PrintedUnit) = ("公顷".parse()?, "亩".parse()?);
    /// assert_eq!(hectare.in_unit(mu), Some(Ratio::new(15, 1)?));
    /// assert_eq!(hectare.in_unit(PrintedUnit::Percent), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn in_unit(self, other: Self) -> Option<Ratio> {
        if !self.is_like(other) {
            return None;
        }
        let (numerator, denominator) = self.worth_in(other)?;
        Ratio::new(numerator.into(), denominator.into()).ok()
    }
}

impl Display for PrintedUnit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(magnitude) => f.write_str(magnitude.printed()),
            Self::Percent => f.write_str("%"),
            Self::Permille => f.write_str("‰"),
            Self::PercentagePoint => f.write_str("个百分点"),
            Self::Tenth => f.write_str("成"),
            Self::Times => f.write_str("倍"),
            Self::Count(counter, magnitude) => {
                write!(f, "{}{}", magnitude.printed(), counter.name_zh())
            }
            Self::Area(unit) => f.write_str(unit.name_zh()),
            Self::Money(unit) => f.write_str(unit.name_zh()),
            Self::Price(money, area) => write!(f, "{}/{}", money.name_zh(), area.name_zh()),
            Self::Year => f.write_str("年"),
        }
    }
}

impl FromStr for PrintedUnit {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        let unknown = || UnknownTerm::new(&UNITS, given);
        let (power, len) = magnitude(given);
        let read = match given.get(len..) {
            Some("") => Self::of(None, power, 0),
            _ => unit(given).and_then(|(measure, power)| Self::of(Some(measure), power, 0)),
        };
        match read {
            Some((unit, 0)) => Ok(unit),
            // 千万元: nothing is printed in that.
            _ => Err(unknown()),
        }
    }
}

string_serde!(
    PrintedUnit as "AuditUnit",
    "a unit such as \"公顷\"",
    crate::described::text(
        "A unit of a printed number; nothing for a number alone.",
        r"^([^\u0000-\u0020]([^\u0000-\u001f]*[^\u0000-\u0020])?)?$",
        &["万元/亩", ""],
    )
);

pub(super) static UNITS: crate::text::Terms = crate::text::Terms::unlisted(
    "a unit such as 公顷, 万元 or %",
    "计量单位，例如公顷、万元、%",
);
