//! The schemes of Huangyan district (黄岩区) for 2022, as an example.

use alloc::vec::Vec;

use super::scheme::{Criterion, CriterionName, Scheme};
use crate::exact::Ratio;
use crate::quantity::{Amount, Unit};
use crate::source::{Certainty, Source, Sourced};

const LARGE: &str = "黄岩区“亩均论英雄” (2022), enterprises above designated size";
const SMALL: &str = "黄岩区“亩均论英雄” (2022), enterprises below designated size";
const UNIT: &str = "黄岩区“亩均论英雄” (2022): the figure as printed; its unit from memory";

/// A line of the scheme: name, base as digits and places, unit, weight.
struct Line(&'static str, i128, u32, &'static str, i128);

impl Scheme {
    /// Huangyan 2022, firms above designated size: six criteria.
    ///
    /// Bases and weights were read in a source; that values are in 万元 per mu
    /// and year, 万元 per tonne of standard coal, 万元 per tonne of pollutants
    /// and 万元 per person (a plain number here) is
    /// [`Certainty::Remembered`]. Whether points are limited, and what a
    /// missing value counts, was not seen: limits are none, and
    /// [`Missing`](super::Missing) has to be named.
    ///
    /// ```
    /// use standard_land::evaluation::Scheme;
    ///
    /// let weights = Scheme::huangyan_2022_large();
    /// let weights: Vec<_> = weights.criteria().iter().map(|it| it.weight().to_string()).collect();
    /// assert_eq!(weights, ["30/1", "20/1", "20/1", "10/1", "10/1", "10/1"]);
    /// ```
    #[must_use]
    pub fn huangyan_2022_large() -> Self {
        built_in(
            LARGE,
            &[
                Line("亩均税收", 24_097, 3, "万元/亩·年", 30),
                Line("亩均增加值", 13_616, 2, "万元/亩·年", 20),
                Line("单位能耗增加值", 2_694, 3, "万元/吨标准煤", 20),
                Line("单位排污增加值", 492_981, 2, "万元/吨", 10),
                Line("全员劳动生产率（万元/人）", 1_814, 2, "1", 10),
                Line("研发经费占比", 302, 4, "1", 10),
            ],
        )
    }

    /// Huangyan 2022, firms below designated size: two criteria.
    ///
    /// Tax per kilowatt-hour is in yuan, as a plain number. What was seen and
    /// what was not is as in [`huangyan_2022_large`](Self::huangyan_2022_large).
    ///
    /// ```
    /// use standard_land::evaluation::Scheme;
    ///
    /// let small = Scheme::huangyan_2022_small();
    /// assert_eq!(small.criteria()[1].base().value.to_string(), "0.2352");
    /// ```
    #[must_use]
    pub fn huangyan_2022_small() -> Self {
        built_in(
            SMALL,
            &[
                Line("亩均税收", 115_932, 4, "万元/亩·年", 50),
                Line("单位电耗税收（元/千瓦时）", 2_352, 4, "1", 50),
            ],
        )
    }
}

/// No line can fail: a test passes what comes out to the constructors.
fn built_in(source: &'static str, lines: &[Line]) -> Scheme {
    let criterion = |Line(name, digits, places, unit, weight): &Line| {
        let whole = 10_u128.saturating_pow(*places);
        let base = Ratio::new(*digits, whole).unwrap_or(Ratio::ONE);
        let unit = unit.parse().unwrap_or(Unit::NUMBER);
        Criterion {
            name: CriterionName::cited(name),
            base: Sourced::cited(Amount::new(base, unit), UNIT, Certainty::Remembered),
            weight: Ratio::new(*weight, 1).unwrap_or(Ratio::ONE),
            least: None,
            most: None,
        }
    };
    Scheme {
        source: Source::cited(source),
        certainty: Certainty::Seen,
        criteria: lines.iter().map(criterion).collect::<Vec<_>>(),
    }
}
