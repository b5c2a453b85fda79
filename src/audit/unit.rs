//! Units as articles print them.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::exact::{Ratio, gcd};
use crate::quantity::{AreaUnit, MoneyUnit, spelt, worth};
use crate::text::{UnknownTerm, string_serde, terms};

terms! {
    /// What is counted, by its Chinese measure word.
    ///
    /// Counts are whole and never rounded, unless they are printed in
    /// [`Magnitude`]s.
    ///
    /// ```
    /// use standard_land::audit::Counter;
    ///
    /// assert_eq!("宗".parse::<Counter>()?, Counter::Parcel);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Counter("a measure word") {
        /// Parcels of land.
        Parcel = "parcel", "宗";
        /// Things of any kind.
        Piece = "piece", "个";
        /// Firms.
        Firm = "firm", "家";
        /// Households, and businesses run by one.
        Household = "household", "户";
        /// Items, measures, permits.
        Item = "item", "项";
        /// Cases, documents.
        Case = "case", "件";
        /// Plots.
        Plot = "plot", "块";
        /// Copies, contracts.
        Copy = "copy", "份";
        /// Times.
        Occasion = "occasion", "次";
        /// Sites.
        Site = "site", "处";
        /// Strips, rules, roads.
        Strip = "strip", "条";
        /// Buildings.
        Building = "building", "栋";
        /// Sets, dwellings.
        Set = "set", "套";
        /// Machines.
        Machine = "machine", "台";
        /// Persons.
        Person = "person", "人";
        /// Persons, counted politely.
        Member = "member", "名";
        /// Batches.
        Batch = "batch", "批";
        /// Deals.
        Deal = "deal", "笔";
        /// Steps of a procedure.
        Step = "step", "环节";
        /// Days.
        Day = "day", "天";
        /// Working days.
        WorkingDay = "working-day", "工作日";
        /// Months.
        Month = "month", "个月";
        /// Incidents.
        Incident = "incident", "起";
        /// Lots at an auction.
        Lot = "lot", "幅";
        /// Rooms, workshops.
        Room = "room", "间";
        /// Seats of firms, towers, bridges.
        Tower = "tower", "座";
        /// Vehicles.
        Vehicle = "vehicle", "辆";
        /// Sheets, certificates.
        Sheet = "sheet", "张";
        /// Schools, institutes.
        Institute = "institute", "所";
        /// Ships, aircraft.
        Vessel = "vessel", "艘";
        /// Tonnes; measured, not counted.
        Tonne = "tonne", "吨";
        /// Kilowatt hours; measured, not counted.
        KilowattHour = "kilowatt-hour", "千瓦时";
        /// Kilowatts; measured, not counted.
        Kilowatt = "kilowatt", "千瓦";
        /// Kilometres; measured, not counted.
        Kilometre = "kilometre", "公里";
        /// Metres; measured, not counted.
        Metre = "metre", "米";
        /// Cubic metres; measured, not counted.
        CubicMetre = "cubic-metre", "立方米";
        /// Hours; measured, not counted.
        Hour = "hour", "小时";
        /// Minutes; measured, not counted.
        Minute = "minute", "分钟";
        /// Dollars of the United States; measured, not counted.
        UsDollar = "us-dollar", "美元";
        /// Dollars of Hong Kong; measured, not counted.
        HongKongDollar = "hong-kong-dollar", "港元";
        /// Euros; measured, not counted.
        Euro = "euro", "欧元";
    }
}

terms! {
    /// By how much a printed number is to be multiplied: 1.2万 is 12,000.
    pub enum Magnitude("a magnitude") {
        /// As printed.
        One = "1", "个位";
        /// 10⁴.
        Wan = "wan", "万";
        /// 10⁸.
        Yi = "yi", "亿";
    }
}

/// The unit of a printed number.
///
/// *Text*: as articles print it: `公顷`, `万元/亩`, `%`, `个百分点`, `宗`; the
/// unit of a plain number is the empty text. Areas and sums of money also parse
/// in their other spellings (`ha`).
///
/// ```
/// use standard_land::audit::Unit;
/// use standard_land::AreaUnit;
///
/// assert_eq!("万亩".parse::<Unit>()?, Unit::Area(AreaUnit::TenThousandMu));
/// assert_eq!("ha".parse::<Unit>()?.to_string(), "公顷");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Unit {
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
    /// So many times as much: `倍`.
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

impl Unit {
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

    /// What one of it is worth in another unit.
    ///
    /// `None` when they do not measure the same.
    ///
    /// ```
    /// use standard_land::audit::Unit;
    /// use standard_land::Ratio;
    ///
    /// let (hectare, mu): (Unit, Unit) = ("公顷".parse()?, "亩".parse()?);
    /// assert_eq!(hectare.in_unit(mu), Some(Ratio::new(15, 1)?));
    /// assert_eq!(hectare.in_unit(Unit::Percent), None);
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

impl Counter {
    /// Whether it counts things one by one, and does not measure them.
    const fn is_whole(self) -> bool {
        !matches!(
            self,
            Self::Tonne
                | Self::KilowattHour
                | Self::Kilowatt
                | Self::Kilometre
                | Self::Metre
                | Self::CubicMetre
                | Self::Hour
                | Self::Minute
                | Self::UsDollar
                | Self::HongKongDollar
                | Self::Euro
        )
    }
}

impl Magnitude {
    pub(super) const fn factor(self) -> u64 {
        match self {
            Self::One => 1,
            Self::Wan => 10_000,
            Self::Yi => 100_000_000,
        }
    }

    /// What is printed before the measure word.
    const fn printed(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Wan => "万",
            Self::Yi => "亿",
        }
    }

    /// A magnitude at the beginning of a text, and what follows it.
    fn split(given: &str) -> (Self, &str) {
        for magnitude in [Self::Wan, Self::Yi] {
            if let Some(rest) = given.strip_prefix(magnitude.printed()) {
                return (magnitude, rest);
            }
        }
        (Self::One, given)
    }
}

impl Display for Unit {
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

impl FromStr for Unit {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        match given {
            "%" | "％" => return Ok(Self::Percent),
            "‰" => return Ok(Self::Permille),
            "个百分点" | "百分点" => return Ok(Self::PercentagePoint),
            "成" => return Ok(Self::Tenth),
            "倍" => return Ok(Self::Times),
            "年" => return Ok(Self::Year),
            _ => {}
        }
        if let Some(unit) = spelt(given) {
            return Ok(Self::Area(unit));
        }
        if let Some(unit) = spelt(given) {
            return Ok(Self::Money(unit));
        }
        if let Some((money, area)) = given.split_once('/') {
            return match (spelt(money), spelt(area)) {
                (Some(money), Some(area)) => Ok(Self::Price(money, area)),
                _ => Err(UnknownTerm::new("a unit", given)),
            };
        }
        match Magnitude::split(given) {
            (magnitude, "") => Ok(Self::Plain(magnitude)),
            (magnitude, counter) => counter
                .parse()
                .map(|counter| Self::Count(counter, magnitude))
                .map_err(|_| UnknownTerm::new("a unit", given)),
        }
    }
}

string_serde!(
    Unit as "AuditUnit",
    "a unit such as \"公顷\"",
    crate::described::text(
        "A unit of a printed number; nothing for a number alone.",
        r"^([^\u0000-\u0020]([^\u0000-\u001f]*[^\u0000-\u0020])?)?$",
        &["万元/亩", ""],
    )
);
