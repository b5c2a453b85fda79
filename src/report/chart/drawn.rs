//! What charts draw: exact values, and how they are printed.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::exact::Ratio;
use crate::report::ReportError;
use crate::report::language::Language;
use crate::report::style::Style;
use crate::stats::{By, Tally};

/// A Lorenz curve.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Curve {
    /// What stands in a row from small to large.
    pub(super) of: String,
    pub(super) by: By,
    pub(super) points: Vec<CurvePoint>,
}

/// Two cumulative shares.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct CurvePoint {
    pub(super) holders: Value,
    pub(super) held: Value,
}

/// A value and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Value {
    pub(super) exact: Ratio,
    pub(super) printed: String,
}

/// The shares of one row, with the amounts they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct SharePair {
    pub(super) name: String,
    pub(super) by_count: Value,
    pub(super) count: String,
    pub(super) by_area: Value,
    pub(super) area: String,
}

/// One period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub(super) name: String,
    pub(super) count: Value,
    pub(super) area: Value,
    /// Both with their units.
    pub(super) in_words: String,
}

impl SharePair {
    pub(super) fn in_words(&self, language: Language) -> String {
        let (name, count, area) = (&self.name, &self.count, &self.area);
        let (by_count, by_area) = (&self.by_count.printed, &self.by_area.printed);
        match language {
            Language::Chinese => {
                format!("{name}：占宗数{by_count}（{count}），占面积{by_area}（{area}）")
            }
            Language::English => {
                format!("{name}: {by_count} of parcels ({count}), {by_area} of area ({area})")
            }
        }
    }
}

impl Point {
    pub(super) fn of(name: &str, tally: Tally, style: &Style) -> Result<Self, ReportError> {
        let (parcels, area) = (style.parcels(tally.parcels()), style.area(tally.area())?);
        Ok(Self {
            in_words: match style.language() {
                Language::Chinese => format!("{name}：{parcels}、{area}"),
                Language::English => format!("{name}: {parcels}, {area}"),
            },
            name: name.to_owned(),
            count: Value {
                // A count has 20 digits, and a whole of one is not zero.
                exact: Ratio::new(tally.parcels().into(), 1).unwrap_or(Ratio::ZERO),
                printed: tally.parcels().to_string(),
            },
            area: Value {
                exact: tally.area().amount(style.unit()),
                printed: style.amount(tally.area())?.to_string(),
            },
        })
    }
}
