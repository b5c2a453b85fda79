//! What the head of a column says: which column it is, and in which unit.

use alloc::string::String;
use core::fmt::{self, Display, Formatter};

use super::column::Column;
use crate::quantity::{AreaUnit, MoneyUnit, QuantityUnit, spelt};

/// The unit that a head states for the numbers below it.
///
/// ```
/// use standard_land::notice::ColumnUnit;
/// use standard_land::quantity::{AreaUnit, MoneyUnit};
///
/// assert_eq!(ColumnUnit::Area(AreaUnit::Mu).to_string(), "mu");
/// assert_eq!(ColumnUnit::Money(MoneyUnit::TenThousandYuan).to_string(), "wan CNY");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ColumnUnit {
    /// The numbers are areas.
    Area(AreaUnit),
    /// The numbers are sums of money.
    Money(MoneyUnit),
}

impl Display for ColumnUnit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(unit) => unit.fmt(f),
            Self::Money(unit) => unit.fmt(f),
        }
    }
}

impl Column {
    /// The column that a header names, however its punctuation is set.
    ///
    /// An area and a price need a unit: `面积（亩）`, `出让面积_公顷`,
    /// `成交价(单位：万元)`. The others are named as published or by their
    /// code. A byte-order mark, white space, quotation marks, a colon at the end and the form of brackets make no difference.
    ///
    /// ```
    /// use standard_land::notice::Column;
    ///
    /// assert_eq!(Column::of_header("出让面积（㎡）"), Some(Column::Area));
    /// assert_eq!(Column::of_header("成交价格万元"), Some(Column::Price));
    /// assert_eq!(Column::of_header("land-use"), Some(Column::LandUse));
    /// // Of what unit?
    /// assert_eq!(Column::of_header("面积"), None);
    /// assert_eq!(Column::of_header("area"), None);
    /// // A price per area is not the price.
    /// assert_eq!(Column::of_header("成交价(元/平方米)"), None);
    /// ```
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        Head::of(&plain_head(header)).column()
    }
}

/// What a head means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A column without units.
    Plain(Column),
    /// The area or the price, in a unit.
    Measured(Column, ColumnUnit),
    /// The area or the price, in nobody knows which unit.
    NoUnit(Column),
    /// Nothing that is known.
    Unknown,
}

/// The units of numbers that have none of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Units {
    pub(super) area: AreaUnit,
    pub(super) price: MoneyUnit,
}

impl Units {
    /// Those of the land site.
    pub(super) const PUBLISHED: Self = Self {
        area: AreaUnit::Hectare,
        price: MoneyUnit::TenThousandYuan,
    };
}

/// What an area is called, as far as it is that of the land supplied.
const AREA_WORDS: [&str; 13] = [
    "面积",
    "土地面积",
    "出让面积",
    "供地面积",
    "供地总面积",
    "供应面积",
    "用地面积",
    "占地面积",
    "宗地面积",
    "宗地总面积",
    "地块面积",
    "总面积",
    "area",
];

/// What the price of the whole is called.
const PRICE_WORDS: [&str; 8] = [
    "成交价格",
    "成交价",
    "成交价款",
    "成交总价",
    "成交金额",
    "总成交金额",
    "出让价款",
    "price",
];

/// How heads, but no cells, write a unit of area.
const AREA_UNITS: [(&str, AreaUnit); 9] = [
    ("m²", AreaUnit::SquareMetre),
    ("平米", AreaUnit::SquareMetre),
    ("sqm", AreaUnit::SquareMetre),
    ("hectare", AreaUnit::Hectare),
    ("hectares", AreaUnit::Hectare),
    // 10,000 m² are 1 ha, to the digit.
    ("万平方米", AreaUnit::Hectare),
    ("万㎡", AreaUnit::Hectare),
    ("万m²", AreaUnit::Hectare),
    ("万m2", AreaUnit::Hectare),
];

impl Head {
    /// What a head means, of which the punctuation does not matter any more.
    pub(super) fn of(plain: &str) -> Self {
        let mut columns = Column::ALL.iter().copied();
        let found = columns.find(|column| {
            // The land site, for one, calls the county `area`.
            !column.has_unit() && (plain == column.name_zh() || plain == column.code())
        });
        found.map_or_else(|| Self::measured(plain), Self::Plain)
    }

    /// The same for areas and prices.
    fn measured(plain: &str) -> Self {
        let lower = plain.to_lowercase();
        let area = Stated::behind(&AREA_WORDS, &lower, |unit| {
            let known = AREA_UNITS.iter().find(|(spelling, _)| *spelling == unit);
            known.map(|(_, unit)| *unit).or_else(|| spelt(unit))
        });
        let price = Stated::behind(&PRICE_WORDS, &lower, spelt::<MoneyUnit>);
        match (area, price) {
            (Stated::Unit(unit), _) => Self::Measured(Column::Area, ColumnUnit::Area(unit)),
            (_, Stated::Unit(unit)) => Self::Measured(Column::Price, ColumnUnit::Money(unit)),
            (Stated::Nothing, _) => Self::NoUnit(Column::Area),
            (_, Stated::Nothing) => Self::NoUnit(Column::Price),
            _ => Self::Unknown,
        }
    }

    /// The column, where it can be read.
    pub(super) const fn column(self) -> Option<Column> {
        match self {
            Self::Plain(column) | Self::Measured(column, _) => Some(column),
            Self::NoUnit(_) | Self::Unknown => None,
        }
    }

    /// The unit, where there is one.
    pub(super) const fn unit(self) -> Option<ColumnUnit> {
        match self {
            Self::Measured(_, unit) => Some(unit),
            _ => None,
        }
    }
}

/// What stands behind the word for a quantity.
enum Stated<U> {
    /// A unit.
    Unit(U),
    /// No unit, and nothing else.
    Nothing,
    /// Something else; or the word is not known.
    Else,
}

impl<U: QuantityUnit> Stated<U> {
    /// Looks behind each of the words: `面积(亩)`, `面积_亩`, `面积亩`,
    /// `面积(单位:亩)`.
    fn behind(words: &[&str], head: &str, read: impl Fn(&str) -> Option<U>) -> Self {
        let is_set_apart = |found| {
            matches!(
                found,
                '(' | ')' | '[' | ']' | '_' | '/' | ':' | ',' | '-' | '、'
            )
        };
        let mut stated = Self::Else;
        for rest in words.iter().filter_map(|word| head.strip_prefix(word)) {
            let unit = rest.trim_matches(is_set_apart);
            let unit = unit.strip_prefix("单位").unwrap_or(unit);
            let unit = unit.trim_start_matches(is_set_apart);
            match read(unit) {
                Some(unit) => return Self::Unit(unit),
                None if unit.is_empty() => stated = Self::Nothing,
                None => {}
            }
        }
        stated
    }
}

/// Whether a head may be that of an area, to a reader who has to be asked.
pub(super) fn may_be_area(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    // Names of the land site: ha in `gyMj`, m² in `mj`.
    matches!(lower.as_str(), "mj" | "gymj")
        || (lower.contains("面积") && !lower.contains("建筑"))
        || (lower.contains("area") && !lower.contains("floor"))
}

const fn is_mark(found: char) -> bool {
    matches!(found, '"' | '“' | '”' | '＂')
}

/// A head without what differs between exports: white space, colons at the
/// end, a byte-order mark, quotation marks, the width and the kind of brackets.
pub(super) fn plain_head(head: &str) -> String {
    head.trim_start_matches('\u{feff}')
        .trim_matches(|found: char| is_mark(found) || found.is_whitespace())
        .trim_end_matches([':', '：'])
        .chars()
        .filter(|found| !is_mark(*found) && !found.is_whitespace())
        .map(|found| match found {
            '（' => '(',
            '）' => ')',
            '［' | '【' | '〔' => '[',
            '］' | '】' | '〕' => ']',
            '：' => ':',
            '，' => ',',
            '／' => '/',
            '＿' => '_',
            other => other,
        })
        .collect()
}
