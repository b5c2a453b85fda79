//! Units: what stands behind a number.

use super::fold::{fold, spelt};
use super::measure::{Measure, Scope, Word};
use super::table::units;
use crate::quantity::units::AreaUnit;

/// The longest unit at the start of a text, and how many bytes it takes.
fn word(text: &str, scope: Scope) -> Option<(&'static Word, usize)> {
    let first = fold(text.chars().next()?);
    let words = units(first).iter();
    words
        .filter(|word| scope == Scope::Cell || word.scope == Scope::Text)
        .find_map(|word| spelt(text, word.spelling).map(|len| (word, len)))
}

/// All units, what they measure, and the power of ten in them.
#[cfg(feature = "schemars")]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Measure, u8)> {
    let firsts = (0..=0xFFFF).filter_map(char::from_u32);
    firsts
        .flat_map(units)
        .map(|word| (word.spelling, word.measure, word.power))
}

/// The unit that is spelt so, to the letter, and the power of ten in it.
///
/// Nothing is folded: this is the short way of the usual spellings.
#[inline]
pub(crate) fn exact(text: &str) -> Option<(Measure, u8)> {
    let mut words = units(text.chars().next()?).iter();
    let word = words.find(|word| word.spelling == text)?;
    Some((word.measure, word.power))
}

/// The unit at the start of a text, and how many bytes it takes.
pub(crate) fn measure(text: &str) -> Option<(Measure, usize)> {
    let (measure, _, len) = measure_in(text, Scope::Text)?;
    Some((measure, len))
}

/// The same, with the units of cells, and the power of ten in the word.
pub(crate) fn measure_in(text: &str, scope: Scope) -> Option<(Measure, u8, usize)> {
    let (word, len) = word(text, scope)?;
    if word.measure == Measure::Yuan
        && let Some(behind) = text.get(len..)
    {
        if let Some((area, per)) = price(behind, scope) {
            return Some((Measure::Price(area), word.power, len.saturating_add(per)));
        }
        if let Some(per) = per_other(behind) {
            return Some((Measure::Foreign("元/"), 0, len.saturating_add(per)));
        }
    }
    Some((word.measure, word.power, len))
}

/// `/吨标煤` behind a unit of money: per something that is not land.
fn per_other(text: &str) -> Option<usize> {
    let sign = spelt(text, "/")?;
    let rest = text.get(sign..)?;
    let len = rest
        .char_indices()
        .take(4)
        .take_while(|(_, found)| found.is_alphabetic() && !fold(*found).is_ascii())
        .last()
        .map_or(0, |(at, found)| at.saturating_add(found.len_utf8()));
    (len > 0).then(|| sign.saturating_add(len))
}

/// `/亩` behind a unit of money.
fn price(text: &str, scope: Scope) -> Option<(AreaUnit, usize)> {
    let sign = spelt(text, "/").or_else(|| spelt(text, "每"))?;
    let (word, len) = word(text.get(sign..)?, scope)?;
    let area = match word.measure {
        Measure::Mu if word.power == 0 => AreaUnit::Mu,
        Measure::Metric(0) => AreaUnit::SquareMetre,
        Measure::Metric(4) => AreaUnit::Hectare,
        Measure::Metric(6) => AreaUnit::SquareKilometre,
        _ => return None,
    };
    Some((area, sign.saturating_add(len)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::counter::Counter;

    #[test]
    fn every_unit_can_be_reached() {
        for first in (0..=0xFFFF).filter_map(char::from_u32) {
            for found in units(first) {
                assert!(found.spelling.starts_with(first), "{found:?} below {first}");
                let whole = (found, found.spelling.len());
                assert_eq!(word(found.spelling, Scope::Cell), Some(whole));
                let expected = (found.measure, found.power);
                assert_eq!(exact(found.spelling), Some(expected));
            }
        }
    }

    #[test]
    fn money_per_land_is_one_unit() {
        for (text, unit, len) in [
            ("元/亩", Measure::Price(AreaUnit::Mu), 7),
            ("元／公顷", Measure::Price(AreaUnit::Hectare), 12),
            ("元每平方米", Measure::Price(AreaUnit::SquareMetre), 15),
            // Per firm is not an amount of money.
            ("元/家", Measure::Foreign("元/"), 7),
            ("宗地", Measure::Counter(Counter::Parcel), 6),
        ] {
            assert_eq!(measure(text), Some((unit, len)), "{text}");
        }
        assert_eq!(measure("英亩"), None);
    }
}
