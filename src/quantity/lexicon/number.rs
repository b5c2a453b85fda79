//! Numbers as briefings print them: `2,012.48`, `２３３`, `1.2亿`, 二十三,
//! 百分之五十七, 七分之四. Nothing is rounded; places are kept.

use super::fold::{digit, fold, spelt};
use super::table;
use super::unit::measure;

/// A printed number: `digits / 10^scale × 10^power`, over a whole if it is a
/// fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) digits: u128,
    pub(crate) scale: u8,
    /// What the multipliers behind it are worth: 4 for 万, 8 for 亿.
    pub(crate) power: u8,
    pub(crate) whole: Whole,
    /// How many bytes of the text it takes.
    pub(crate) len: usize,
    pub(crate) doubt: Doubt,
    /// 2,012: with a sign between groups of three digits.
    pub(crate) is_grouped: bool,
}

/// What a number is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Nothing: it is a number of its own.
    One,
    /// 百分之: it is a percentage already.
    Hundred,
    /// 千分之.
    Thousand,
    /// N分之.
    Of(u32),
    /// 翻番: this many times as much.
    Doubled,
}

/// Why a number could be another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It could not.
    None,
    /// Its digits are grouped by a comma of full width: `3，450`.
    WideComma,
    /// Numerals that do not form one number: 三四, 一三.
    Numerals,
    /// More digits than can be held.
    TooManyDigits,
    /// It begins with zeros that say nothing, as codes do.
    LeadingZero,
    /// It has several points, as numbers of sections do: `1.2.3`.
    SeveralPoints,
}

/// Digits that always fit a `u128`.
const MAX_DIGITS: u32 = 38;

/// The longest run of Chinese numerals that is looked at; no number in a
/// briefing is half as long.
const MAX_RUN: usize = 24;

/// A number at the start of a text that begins with a digit of either width.
pub(crate) fn arabic(text: &str) -> Option<Number> {
    let (mut number, integer) = plain(text)?;
    if number.doubt == Doubt::None
        && let Some(rest) = text.get(number.len..)
        && let Some('/') = rest.chars().next().map(fold)
        && let Some(fraction) = slashed(&number, rest)
    {
        return Some(fraction);
    }
    multiply(text, &mut number);
    // 1亿2000万 is one number, in the smaller of both.
    if integer
        && number.power > 0
        && let Some(rest) = text.get(number.len..)
        && let Some((mut tail, true)) = plain(rest)
        && tail.doubt == Doubt::None
    {
        multiply(rest, &mut tail);
        // 25万2,346笔: all four places are printed.
        let is_rest = tail.power > 0 || tail.digits >= 1000;
        if is_rest
            && let Some(between) = number.power.checked_sub(tail.power)
            && let Some(shift) = 10_u128.checked_pow(between.into())
            && tail.digits < shift
            && let Some(digits) = number.digits.checked_mul(shift)
        {
            number.digits = digits.saturating_add(tail.digits);
            number.power = tail.power;
            number.len = number.len.saturating_add(tail.len);
        }
    }
    Some(number)
}

/// Digits, grouped or not, with a point or not; and whether it is whole.
fn plain(text: &str) -> Option<(Number, bool)> {
    let mut rest = text.chars();
    let mut count: u32 = 0;
    let mut digits: u128 = 0;
    let mut scale: u32 = 0;
    let mut points: u32 = 0;
    let mut group: Option<char> = None;
    let mut first = None;
    loop {
        let ahead = rest.clone();
        let Some(found) = rest.next() else {
            rest = ahead;
            break;
        };
        if let Some(value) = digit(found) {
            first = first.or(Some(value));
            count = count.saturating_add(1);
            if count <= MAX_DIGITS {
                digits = digits.wrapping_mul(10).wrapping_add(value.into());
            }
            if points > 0 {
                scale = scale.saturating_add(1);
            }
            continue;
        }
        let goes_on = match found {
            '.' | '．' if starts_with_digit(rest.as_str()) => {
                points = points.saturating_add(1);
                true
            }
            // 2,012, and 7 476.3: groups of three, apart by a comma or one space.
            ',' | '，' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'
                if points == 0 && first != Some(0) =>
            {
                let begins = group.is_none() && (1..=3).contains(&count);
                let fits = (begins || group == Some(found)) && three_digits(rest.as_str());
                if fits {
                    group = Some(found);
                }
                fits
            }
            _ => false,
        };
        if !goes_on {
            rest = ahead;
            break;
        }
    }
    let first = first?;
    let integer_digits = count.saturating_sub(scale);
    let doubt = if points > 1 {
        Doubt::SeveralPoints
    } else if first == 0 && integer_digits > 1 {
        Doubt::LeadingZero
    } else if count > MAX_DIGITS {
        Doubt::TooManyDigits
    } else if group == Some('，') {
        Doubt::WideComma
    } else {
        Doubt::None
    };
    let number = Number {
        digits,
        // At most 37 when it is used: `count` is at most 38 then.
        scale: u8::try_from(scale).unwrap_or(u8::MAX),
        power: 0,
        whole: Whole::One,
        len: text.len().saturating_sub(rest.as_str().len()),
        doubt,
        is_grouped: group.is_some(),
    };
    Some((number, points == 0))
}

fn starts_with_digit(text: &str) -> bool {
    text.chars().next().and_then(digit).is_some()
}

/// Whether exactly three digits follow.
fn three_digits(text: &str) -> bool {
    let mut chars = text.chars();
    chars.by_ref().take(3).filter_map(digit).count() == 3 && chars.next().and_then(digit).is_none()
}

/// `1/3`: a part and a whole of at most three digits.
fn slashed(part: &Number, rest: &str) -> Option<Number> {
    let slash = rest.chars().next()?.len_utf8();
    let (whole, true) = plain(rest.get(slash..)?)? else {
        return None;
    };
    let behind = rest.get(slash.saturating_add(whole.len)..)?;
    let is_fraction = part.scale == 0
        && whole.doubt == Doubt::None
        && (1..whole.digits).contains(&part.digits)
        && whole.digits < 1000
        && !matches!(behind.chars().next().map(fold), Some('/'));
    is_fraction.then_some(Number {
        whole: Whole::Of(u32::try_from(whole.digits).ok()?),
        len: part.len.saturating_add(slash).saturating_add(whole.len),
        ..*part
    })
}

/// Adds the multipliers that follow: 万, 亿, 千万, 万亿.
pub(crate) fn multiply(text: &str, number: &mut Number) {
    let mut last: u8 = 0;
    while let Some(rest) = text.get(number.len..)
        && let Some(found) = rest.chars().next()
    {
        let Some(more) = power_of(fold(found)) else {
            return;
        };
        // 千克, 千瓦 and 百分点 are units, and belong to the lexicon.
        if more <= last || (more < 4 && is_unit_prefix(rest)) {
            return;
        }
        last = more;
        number.power = number.power.saturating_add(more);
        number.len = number.len.saturating_add(found.len_utf8());
    }
}

fn is_unit_prefix(rest: &str) -> bool {
    measure(rest).is_some() || spelt(rest, "百分").is_some()
}

/// Whether a character can be part of a number in Chinese numerals.
pub(crate) const fn is_numeral(folded: char) -> bool {
    value_of(folded).is_some() || power_of(folded).is_some()
}

pub(crate) const fn value_of(folded: char) -> Option<u8> {
    table::value(folded)
}

const fn power_of(folded: char) -> Option<u8> {
    table::power(folded)
}

/// What a run of Chinese numerals turned out to be.
pub(crate) enum Run {
    /// A number, if a unit follows.
    Number(Number),
    /// Digits one by one, as years are: 二〇二四.
    Digits(Number),
    /// Part of a word, this many bytes long.
    Word(usize),
}

/// A number at the start of a text that begins with a Chinese numeral.
///
/// The whole run is taken, whatever it is: so no character is looked at twice.
pub(crate) fn chinese(text: &str) -> Run {
    let (run, count, len) = run_of(text);
    let Some(run) = run.get(..count) else {
        return Run::Word(len);
    };
    let behind = text.get(len..).unwrap_or_default();
    if let Some(number) = parts(run, len, behind) {
        return Run::Number(number);
    }
    let number = |read| whole_number(read, len);
    if count >= 4 && run.iter().all(|found| value_of(*found).is_some()) {
        let digits = run.iter().fold(0, |digits: u128, found| {
            let value = value_of(*found).unwrap_or_default();
            digits.wrapping_mul(10).wrapping_add(value.into())
        });
        return Run::Digits(number((digits, 0)));
    }
    let Some(mut read) = positional(run).map(number) else {
        // 百家, 万亩: a multiplier alone counts nothing.
        let has_value = run.iter().any(|found| value_of(*found).is_some());
        return if has_value {
            Run::Number(Number {
                doubt: Doubt::Numerals,
                ..number((0, 0))
            })
        } else {
            Run::Word(len)
        };
    };
    decimals(behind, &mut read);
    Run::Number(read)
}

/// The numerals at the start of a text, how many there are, and how many bytes
/// they take. Only as many are kept as a number can have.
fn run_of(text: &str) -> ([char; MAX_RUN], usize, usize) {
    let mut run = ['\0'; MAX_RUN];
    let mut count: usize = 0;
    let mut rest = text.char_indices();
    loop {
        let at = rest.offset();
        match rest.next().map(|(_, found)| fold(found)) {
            // 七千克: the unit begins with what could be a numeral.
            Some('百' | '千')
                if count > 0 && text.get(at..).is_some_and(|rest| measure(rest).is_some()) =>
            {
                return (run, count, at);
            }
            Some(found) if is_numeral(found) => {
                if let Some(place) = run.get_mut(count) {
                    *place = found;
                }
                count = count.saturating_add(1);
            }
            _ => return (run, count, at),
        }
    }
}

const fn whole_number((digits, power): (u128, u8), len: usize) -> Number {
    Number {
        digits,
        scale: 0,
        power,
        whole: Whole::One,
        len,
        doubt: Doubt::None,
        is_grouped: false,
    }
}

/// 百分之五十七, 千分之三, 七分之四: the run before is the whole.
fn parts(run: &[char], len: usize, behind: &str) -> Option<Number> {
    let sign = spelt(behind, "分之")?;
    let len = len.saturating_add(sign);
    let rest = behind.get(sign..)?;
    let whole = match run {
        ['百'] => Whole::Hundred,
        ['千'] => Whole::Thousand,
        ['万'] => Whole::Of(10_000),
        _ => match positional(run)? {
            (digits, 0) if digits > 1 => Whole::Of(u32::try_from(digits).ok()?),
            _ => return None,
        },
    };
    let part = match rest.chars().next() {
        Some(found) if digit(found).is_some() => plain(rest)?.0,
        // 百分之百 is all of it.
        Some(found) if fold(found) == '百' && whole == Whole::Hundred => Number {
            digits: 100,
            scale: 0,
            power: 0,
            whole,
            len: found.len_utf8(),
            doubt: Doubt::None,
            is_grouped: false,
        },
        Some(found) if is_numeral(fold(found)) => {
            let (run, count, len) = run_of(rest);
            let mut part = whole_number(positional(run.get(..count)?)?, len);
            decimals(rest.get(len..)?, &mut part);
            (part.power == 0).then_some(part)?
        }
        _ => return None,
    };
    Some(Number {
        whole,
        len: len.saturating_add(part.len),
        ..part
    })
}

/// 点四三 behind a whole number, and the multiplier behind that.
fn decimals(behind: &str, number: &mut Number) {
    let Some(point) = spelt(behind, "点") else {
        return;
    };
    let mut rest = behind.get(point..).unwrap_or_default().char_indices();
    let (mut digits, mut scale) = (number.digits, 0_u8);
    let end = loop {
        let at = rest.offset();
        let value = rest.next().and_then(|(_, found)| value_of(fold(found)));
        match value {
            Some(value) => {
                let Some(more) = digits.checked_mul(10) else {
                    return;
                };
                digits = more.saturating_add(value.into());
                scale = scale.saturating_add(1);
            }
            None => break at,
        }
    };
    if scale == 0 || number.power > 0 || usize::from(scale) > MAX_RUN {
        return;
    }
    number.digits = digits;
    number.scale = scale;
    number.len = number.len.saturating_add(point).saturating_add(end);
    let tail = behind.get(point.saturating_add(end)..).unwrap_or_default();
    let mut multiplied = Number { len: 0, ..*number };
    multiply(tail, &mut multiplied);
    number.power = multiplied.power;
    number.len = number.len.saturating_add(multiplied.len);
}

/// A well-formed number in numerals with their places: digits and a power of
/// ten, which is that of a 万 or 亿 at its end.
fn positional(run: &[char]) -> Option<(u128, u8)> {
    let mut total: u128 = 0;
    let mut section: u128 = 0;
    let mut pending: Option<u128> = None;
    let mut after_zero = true;
    let mut lowest: u8 = u8::MAX;
    let mut lowest_in_section: u8 = 4;
    for (place, found) in run.iter().enumerate() {
        if let Some(value) = value_of(*found) {
            // 零 may stand between others, and alone.
            if value == 0 {
                if pending.is_some() || (place == 0 && run.len() > 1) {
                    return None;
                }
                after_zero = true;
                if run.len() == 1 {
                    return Some((0, 0));
                }
                continue;
            }
            if pending.is_some() {
                return None;
            }
            pending = Some(value.into());
            continue;
        }
        let power = power_of(*found)?;
        let unit = 10_u128.checked_pow(power.into())?;
        if power < 4 {
            if power >= lowest_in_section {
                return None;
            }
            // 十 alone is ten; 百 alone is not a number.
            let value = match pending.take() {
                None if power == 1 && section == 0 && total == 0 => 1,
                value => value?,
            };
            section = section.checked_add(value.checked_mul(unit)?)?;
            lowest_in_section = power;
        } else {
            if power >= lowest {
                return None;
            }
            let value = section.checked_add(pending.take().unwrap_or(0))?;
            if value == 0 {
                return None;
            }
            total = total.checked_add(value.checked_mul(unit)?)?;
            section = 0;
            lowest = power;
            lowest_in_section = 4;
        }
        after_zero = false;
    }
    if let Some(value) = pending {
        // 三百五 is 350 or 305; nobody prints it.
        let behind_ten = matches!(run, [.., '十', _]);
        if !after_zero && !behind_ten {
            return None;
        }
        section = section.checked_add(value)?;
    }
    let power = match run.last() {
        Some('万') => 4,
        Some('亿') => 8,
        _ => 0,
    };
    let total = total.checked_add(section)?;
    let unit = 10_u128.checked_pow(power)?;
    let digits = total.checked_div(unit)?;
    (total > 0).then_some((digits, u8::try_from(power).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (u128, u8, u8, Whole) {
        let first = text.chars().next().unwrap();
        let number = if digit(first).is_some() {
            arabic(text).unwrap()
        } else {
            match chinese(text) {
                Run::Number(number) | Run::Digits(number) => number,
                Run::Word(_) => panic!("{text} is no number"),
            }
        };
        assert_eq!(number.len, text.len(), "{text}");
        assert_eq!(number.doubt, Doubt::None, "{text}");
        (number.digits, number.scale, number.power, number.whole)
    }

    #[test]
    fn digits_keep_their_places() {
        for (text, digits, scale, power) in [
            ("7", 7, 0, 0),
            ("37.180", 37180, 3, 0),
            ("２３３", 233, 0, 0),
            ("１５．４３", 1543, 2, 0),
            ("2,012.48", 201_248, 2, 0),
            ("1,234,567", 1_234_567, 0, 0),
            ("3.02万", 302, 2, 4),
            ("1.2億", 12, 1, 8),
            ("5千万", 5, 0, 7),
            ("2万亿", 2, 0, 12),
            ("1亿2000万", 12_000, 0, 4),
            ("0.5", 5, 1, 0),
        ] {
            assert_eq!(read(text), (digits, scale, power, Whole::One), "{text}");
        }
    }

    #[test]
    fn numerals_are_read_by_their_places() {
        for (text, digits, scale, power) in [
            ("七", 7, 0, 0),
            ("零", 0, 0, 0),
            ("两", 2, 0, 0),
            ("十", 10, 0, 0),
            ("十五", 15, 0, 0),
            ("二十", 20, 0, 0),
            ("三百八十三", 383, 0, 0),
            ("一千零五", 1005, 0, 0),
            ("两万三千", 23_000, 0, 0),
            ("二十万", 20, 0, 4),
            ("一亿二千万", 12_000, 0, 4),
            ("三億", 3, 0, 8),
            ("二〇二四", 2024, 0, 0),
            ("十五点四三", 1543, 2, 0),
            ("三点零二萬", 302, 2, 4),
            ("柒", 7, 0, 0),
        ] {
            assert_eq!(read(text), (digits, scale, power, Whole::One), "{text}");
        }
    }

    #[test]
    fn parts_name_their_whole() {
        for (text, digits, scale, whole) in [
            ("百分之五十七", 57, 0, Whole::Hundred),
            ("百分之15.43", 1543, 2, Whole::Hundred),
            ("百分之百", 100, 0, Whole::Hundred),
            ("百分之十五点四三", 1543, 2, Whole::Hundred),
            ("千分之三", 3, 0, Whole::Thousand),
            ("七分之四", 4, 0, Whole::Of(7)),
            ("1/3", 1, 0, Whole::Of(3)),
        ] {
            assert_eq!(read(text), (digits, scale, 0, whole), "{text}");
        }
    }

    #[test]
    fn what_could_be_another_number_says_so() {
        for (text, doubt) in [
            ("3，450", Doubt::WideComma),
            ("007", Doubt::LeadingZero),
            ("1.2.3", Doubt::SeveralPoints),
            (
                "999999999999999999999999999999999999999",
                Doubt::TooManyDigits,
            ),
        ] {
            assert_eq!(arabic(text).unwrap().doubt, doubt, "{text}");
        }
        for text in ["三四", "一三", "三百五", "七八十"] {
            let Run::Number(number) = chinese(text) else {
                panic!("{text}")
            };
            assert_eq!(number.doubt, Doubt::Numerals, "{text}");
        }
        for text in ["百", "千万", "万"] {
            assert!(matches!(chinese(text), Run::Word(_)), "{text}");
        }
    }

    #[test]
    fn a_comma_that_groups_nothing_ends_the_number() {
        for (text, len) in [
            ("12,34", 2),
            ("0,123", 1),
            ("1234,567", 4),
            ("1,2345", 1),
            ("5.", 1),
        ] {
            assert_eq!(arabic(text).unwrap().len, len, "{text}");
        }
        assert_eq!(arabic("1,234，567").unwrap().len, 5);
    }
}
