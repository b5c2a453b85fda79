//! Words that are numbers: 一半, 过半, 翻一番.

use super::fold::{fold, spelt};
use super::number::{Doubt, Number, Whole};
use crate::quantity::qualifier::Qualifier;

/// 一半, 过半, 半数以上: five tenths.
pub(crate) fn half(text: &str) -> Option<(Option<Qualifier>, usize)> {
    const WORDS: [(&str, Option<Qualifier>); 9] = [
        ("一半以上", Some(Qualifier::AtLeast)),
        ("一半多", Some(Qualifier::Over)),
        ("一半", None),
        ("半数以上", Some(Qualifier::AtLeast)),
        ("过半数", Some(Qualifier::Over)),
        ("半数", None),
        ("过半", Some(Qualifier::Over)),
        ("近半", Some(Qualifier::Nearly)),
        ("大半", Some(Qualifier::Over)),
    ];
    WORDS
        .iter()
        .find_map(|(word, qualifier)| spelt(text, word).map(|len| (*qualifier, len)))
}

/// 翻一番, 翻两番: twice, four times as much.
pub(crate) fn doubling(text: &str) -> Option<Number> {
    let mut given = text.chars();
    let number = given.next()?;
    let twice = match fold(number) {
        '一' | '1' => 20,
        '二' | '两' | '2' => 40,
        '三' | '3' => 80,
        _ => return None,
    };
    (fold(given.next()?) == '番').then_some(Number {
        digits: twice,
        scale: 1,
        power: 0,
        whole: Whole::Doubled,
        len: number.len_utf8().saturating_add('番'.len_utf8()),
        doubt: Doubt::None,
        is_grouped: false,
    })
}
