//! What stands behind a number and belongs to it: unit, 余, 半, 以上.

use super::fold::{digit, fold, spelt};
use super::measure::{Measure, Scope};
use super::number::{Number, Whole, is_numeral, multiply, value_of};
use super::stock::unit;
use super::table::BEHIND;
use crate::quantity::qualifier::Qualifier;

/// What stands behind a number and belongs to it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tail {
    /// The number, with 半 and 成五 added.
    pub(crate) number: Number,
    pub(crate) measure: Option<Measure>,
    /// 余 or 多 between number and unit.
    pub(crate) more: Option<Qualifier>,
    pub(crate) len: usize,
}

impl Tail {
    /// What stands behind a number in a sentence.
    pub(crate) fn read(behind: &str, number: &Number) -> Self {
        Self::read_in(behind, number, Scope::Text)
    }

    /// The same in a text of the scope.
    pub(super) fn read_in(behind: &str, number: &Number, scope: Scope) -> Self {
        let unit = |text| unit(text, scope);
        let mut tail = Self {
            number: *number,
            measure: None,
            more: None,
            len: 0,
        };
        let rest = |len: usize| behind.get(len..).unwrap_or_default();
        // One space of any kind may stand before the unit.
        if let Some(space) = behind
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}'))
            && unit(rest(space.len_utf8())).is_some()
        {
            tail.len = space.len_utf8();
        }
        if let Some(word) = spelt(behind, "余").or_else(|| spelt(behind, "多")) {
            // 20余万亩: the multiplier stands behind the word.
            let mut multiplied = Number { len: 0, ..*number };
            multiply(rest(word), &mut multiplied);
            let len = word.saturating_add(multiplied.len);
            if unit(rest(len)).is_some() {
                tail.number.power = multiplied.power;
                tail.more = Some(Qualifier::Over);
                tail.len = len;
            }
        }
        let Some((measure, power, len)) = unit(rest(tail.len)) else {
            tail.len = 0;
            return tail;
        };
        tail.measure = Some(measure);
        tail.number.power = tail.number.power.saturating_add(power);
        tail.len = tail.len.saturating_add(len);
        tail.add_half(rest(tail.len));
        tail
    }

    /// Nothing but a number.
    pub(crate) const fn none(number: &Number) -> Self {
        Self {
            number: *number,
            measure: None,
            more: None,
            len: 0,
        }
    }

    /// 三亩半, 三成五: a last digit behind the unit.
    fn add_half(&mut self, behind: &str) {
        let digit_behind = match self.measure {
            Some(Measure::Tenth) => behind.chars().next().and_then(|found| {
                let value = value_of(fold(found))?;
                // 三成五家 is not 35 %.
                let after = behind.get(found.len_utf8()..)?;
                (value > 0
                    && unit(after, Scope::Text).is_none()
                    && !after.chars().next().map(fold).is_some_and(is_numeral))
                .then_some((u128::from(value), found.len_utf8()))
            }),
            Some(Measure::Mu | Measure::Metric(4) | Measure::Times) => None,
            _ => return,
        };
        let half = spelt(behind, "半").filter(|len| {
            let after = behind.get(*len..).unwrap_or_default();
            spelt(after, "数").is_none()
        });
        let last = digit_behind.or_else(|| half.map(|len| (5, len)));
        if let Some((value, len)) = last
            && self.number.scale == 0
            && self.number.power == 0
            && self.number.whole == Whole::One
            && let Some(digits) = self.number.digits.checked_mul(10)
        {
            self.number.digits = digits.saturating_add(value);
            self.number.scale = 1;
            self.len = self.len.saturating_add(len);
        }
    }
}

/// 以上, 左右 behind a unit.
pub(crate) fn qualifier_behind(text: &str) -> (Option<Qualifier>, usize) {
    // 260件多20%: 多 compares, and is not a part of the figure.
    if let Some(len) = spelt(text, "多").or_else(|| spelt(text, "余")) {
        let next = text.get(len..).and_then(|rest| rest.chars().next());
        if next
            .is_some_and(|c| digit(c).is_some() || is_numeral(fold(c)) || is_word_of_more(fold(c)))
        {
            return (None, 0);
        }
    }
    BEHIND
        .iter()
        .find_map(|(word, qualifier, _)| spelt(text, word).map(|len| (Some(*qualifier), len)))
        .unwrap_or((None, 0))
}

/// 多出, 多为, 余下: the first sign of another word.
const fn is_word_of_more(found: char) -> bool {
    matches!(
        found,
        '出' | '为' | '下' | '数' | '元' | '样' | '种' | '次' | '于'
    )
}
