//! Cells as offices fill them in: what is missing, what is read, what is odd.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::finding::FindingKind;
use crate::exact::{Mode, Numeral, Ratio};
use crate::quantity::{Area, AreaUnit, Money, MoneyUnit, QuantityError, Term};

/// What a cell says once it is read.
pub(super) enum Cell<T> {
    /// A value.
    Is(T),
    /// Nothing, and nothing is odd about that.
    Missing,
    /// Nothing, by a rule.
    Odd(FindingKind),
}

/// A cell without the white space around it, a no-break space included.
pub(super) fn trimmed(cell: &str) -> &str {
    // No character of white space begins with one of these bytes: ASCII that
    // is seen, and the CJK ideographs. Most cells begin and end with them.
    const fn is_seen(lead: u8) -> bool {
        matches!(lead, 0x21..=0x7E | 0xE4..=0xE9)
    }
    let seen_at_both_ends = match cell.as_bytes() {
        [] => true,
        [first, .., 0x21..=0x7E] | [first, .., 0xE4..=0xE9, _, _] => is_seen(*first),
        [only] => is_seen(*only),
        _ => false,
    };
    if seen_at_both_ends {
        return cell;
    }
    // `trim` knows U+00A0 and U+3000 as white space.
    cell.trim()
}

/// Whether a trimmed cell says that there is nothing.
#[inline]
pub(super) fn is_missing(cell: &str) -> bool {
    // Names and numbers begin with none of these bytes: one look will do.
    matches!(cell.as_bytes(), [] | [b'-' | b'/' | b'N' | b'n', ..])
        && matches!(cell, "" | "--" | "-" | "/" | "Nah" | "NaN" | "nan" | "null")
}

/// Whether a number is zero, however many places it has.
pub(super) fn is_zero(number: &str) -> bool {
    number.starts_with('0') && number.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// Whether a cell has the form of a number that tells rows apart: digits, letters
/// and hyphens, and a digit that is not a zero.
///
/// 见附件1, 第1宗, 2023年, a year, a date, a word with a number behind it and what a
/// spreadsheet [damaged](is_damaged) are none.
pub(super) fn is_number(cell: &str) -> bool {
    let plain = folded(cell.as_bytes());
    let mut digits = 0_usize;
    let (mut letters, mut longest, mut is_zero) = (0_usize, 0_usize, true);
    for byte in plain.iter() {
        match byte {
            b'0'..=b'9' => {
                digits = digits.saturating_add(1);
                is_zero &= *byte == b'0';
                letters = 0;
            }
            b'A'..=b'Z' | b'a'..=b'z' => {
                letters = letters.saturating_add(1);
                longest = longest.max(letters);
            }
            b'-' | b'_' | b'/' | b'(' | b')' | b'[' | b']' | b'#' => letters = 0,
            _ => return false,
        }
    }
    let text = core::str::from_utf8(&plain).unwrap_or_default();
    !is_zero
        && (longest <= 3 || digits >= 6)
        && !(text.len() == 4
            && matches!(text.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..])
            && digits == 4)
        && !matches!(day(text), Cell::Is(_))
        && !is_damaged(text)
}

/// Whether a trimmed supervision number is what a spreadsheet made of one.
///
/// An exponent, a decimal point, all zeros behind the 15th digit, `#REF!`; or bytes
/// that were lost: another number may have become the same.
pub(super) fn is_damaged(number: &str) -> bool {
    if has_lost_digits(number.as_bytes()) || number.contains('\u{fffd}') {
        return true;
    }
    if let Some(rest) = number.strip_prefix('#') {
        return rest.bytes().all(|byte| byte == b'#')
            || rest.ends_with(['!', '?'])
            || rest == "N/A";
    }
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_decimal = |text: &str| {
        text.split_once('.')
            .is_some_and(|(whole, part)| are_digits(whole) && are_digits(part))
    };
    match number.split_once(['E', 'e']) {
        Some((mantissa, exponent)) => {
            let power = exponent.trim_start_matches(['+', '-']);
            are_digits(power)
                && (is_decimal(mantissa) || (are_digits(mantissa) && power != exponent))
        }
        None => is_decimal(number),
    }
}

/// Whether a number is of digits only, more than a spreadsheet keeps, and all of
/// those beyond are zero.
#[inline]
pub(super) fn has_lost_digits(number: &[u8]) -> bool {
    let beyond = number.get(15..).unwrap_or_default();
    !beyond.is_empty()
        && beyond.iter().all(|byte| *byte == b'0')
        && number.iter().all(u8::is_ascii_digit)
}

/// A supervision number as numbers are compared: without white space, and
/// characters of full width as plain ones.
#[inline]
pub(super) fn folded(number: &[u8]) -> Cow<'_, [u8]> {
    // Without branches: many bytes are compared at once, and few are odd.
    let is_odd = |byte: &u8| !matches!(byte, 0x21..=0x7E);
    if !number.iter().fold(false, |any, byte| any | is_odd(byte)) {
        return Cow::Borrowed(number);
    }
    refolded(number)
}

#[cold]
fn refolded(number: &[u8]) -> Cow<'_, [u8]> {
    let Ok(text) = core::str::from_utf8(number) else {
        return Cow::Borrowed(number);
    };
    let plain = |found: char| match found {
        '\u{200b}' | '\u{feff}' => None,
        // The block of full-width forms repeats ASCII.
        '！'..='～' => char::from_u32(u32::from(found).wrapping_sub(0xFEE0)),
        other => (!other.is_whitespace()).then_some(other),
    };
    let plain: String = text.chars().filter_map(plain).collect();
    Cow::Owned(plain.into_bytes())
}

pub(super) fn ends_in_digit(cell: &str) -> bool {
    cell.ends_with(|last: char| last.is_ascii_digit())
}

/// Full-width digits and signs as plain ones; `None` where there are none.
pub(super) fn narrow(cell: &str) -> Option<String> {
    let plain = |found: char| match found {
        '０'..='９' | '．' | '－' | '／' | '：' => {
            // The block of full-width forms repeats ASCII.
            char::from_u32(u32::from(found).wrapping_sub(0xFEE0))
        }
        _ => None,
    };
    // All of them begin with this byte; most cells have none.
    if !cell.as_bytes().contains(&0xEF) || !cell.chars().any(|found| plain(found).is_some()) {
        return None;
    }
    Some(
        cell.chars()
            .map(|found| plain(found).unwrap_or(found))
            .collect(),
    )
}

/// A cell with a unit behind its number, where it has none of its own.
pub(super) fn with_unit<'a>(cell: &'a str, unit: &str) -> Cow<'a, str> {
    let number = trimmed(cell);
    let narrow = narrow(number);
    if ends_in_digit(narrow.as_deref().unwrap_or(number)) {
        Cow::Owned(format!("{number}{unit}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Whether a trimmed cell says that there is no area.
pub(super) fn has_no_area(cell: &str) -> bool {
    is_missing(cell) || matches!(cell, "NULL" | "N/A" | "—" | "——" | "无")
}

/// A number in a unit, or one with a unit of its own.
pub(super) fn area(cell: &str, unit: AreaUnit) -> Cell<Area> {
    if has_no_area(cell) {
        return Cell::Odd(FindingKind::NoArea);
    }
    if is_zero(cell) {
        return Cell::Odd(FindingKind::ZeroArea);
    }
    let area = if ends_in_digit(cell) {
        Area::parse_in(cell, unit)
    } else {
        cell.parse()
    };
    match area {
        Ok(Area::ZERO) => Cell::Odd(FindingKind::ZeroArea),
        Ok(area) => Cell::Is(area),
        Err(QuantityError::TooPrecise { .. }) => Cell::Odd(FindingKind::AreaTooPrecise),
        Err(QuantityError::Negative { .. }) => Cell::Odd(FindingKind::NegativeArea),
        Err(QuantityError::OutOfRange { .. }) => Cell::Odd(FindingKind::AreaOutOfScale),
        Err(_) => Cell::Odd(FindingKind::UnreadableArea),
    }
}

/// An area that is finer than a quantum, rounded to one, and what that took
/// away, as an exact part of a quantum.
pub(super) fn rounded_area(cell: &str, unit: AreaUnit, mode: Mode) -> Option<(Area, Ratio)> {
    let cell = trimmed(cell);
    let narrow = narrow(cell);
    let cell = narrow.as_deref().unwrap_or(cell);
    let unit = ends_in_digit(cell).then_some(unit);
    Area::parse_rounded(cell, unit, mode).ok()
}

/// A number in a unit, or one with a unit of its own. Zero is not a price.
pub(super) fn price(cell: &str, unit: MoneyUnit) -> Cell<Money> {
    if is_missing(cell) || is_zero(cell) {
        return Cell::Odd(FindingKind::NoPrice);
    }
    let price = if ends_in_digit(cell) {
        Money::parse_in(cell, unit)
    } else {
        cell.parse()
    };
    match price {
        Ok(Money::ZERO) => Cell::Odd(FindingKind::NoPrice),
        Ok(price) if !price.is_negative() => Cell::Is(price),
        _ => Cell::Odd(FindingKind::UnreadablePrice),
    }
}

/// A number of years, with or without 年; or one for each of several uses.
pub(super) fn term(cell: &str) -> Cell<Term> {
    if is_missing(cell) {
        return Cell::Missing;
    }
    let number = cell.strip_suffix('年').unwrap_or(cell);
    if is_zero(number) {
        return Cell::Odd(FindingKind::NoTerm);
    }
    if let Ok(term) = Term::parse_in(number, crate::quantity::TermUnit::Year) {
        return Cell::Is(term);
    }
    if terms_by_use(cell).next().is_some() {
        Cell::Odd(FindingKind::TermPerUse)
    } else {
        Cell::Odd(FindingKind::UnreadableTerm)
    }
}

/// `商服40年;住宅70年;` as uses and terms; parts without both are left out.
pub(super) fn terms_by_use(cell: &str) -> impl Iterator<Item = (&str, Term)> {
    cell.split([';', '；', '\n', '\r'])
        .map(str::trim)
        .filter_map(|part| {
            let part = part.strip_suffix('年').unwrap_or(part);
            let start = part.find(|found: char| found.is_ascii_digit())?;
            let (land_use, years) = part.split_at_checked(start)?;
            let land_use = land_use.trim();
            let term = Term::parse_in(years, crate::quantity::TermUnit::Year).ok()?;
            // `终止日期2050年` is a year, not a number of years.
            let a_use = !land_use.is_empty() && !land_use.starts_with("终止");
            a_use.then_some((land_use, term))
        })
}

/// A floor-area ratio; zero is not a limit.
pub(super) fn limit(cell: &str) -> Cell<Decimal> {
    if is_missing(cell) {
        return Cell::Missing;
    }
    if is_zero(cell) {
        return Cell::Odd(FindingKind::NoUpperLimit);
    }
    match Numeral::parse(cell).ok().and_then(Numeral::to_decimal) {
        Some(limit) if !limit.is_sign_negative() => Cell::Is(limit),
        _ => Cell::Odd(FindingKind::UnreadableLimit),
    }
}

/// Days that stand for "none" in the published notices.
const SENTINELS: [Date; 2] = [date(1900, 1, 1), date(1901, 1, 2)];

/// Years in which land can have been granted, or building be agreed on.
const YEARS: core::ops::RangeInclusive<i16> = 1949..=2100;

/// A day: `2012年01月01日`, `2016/1/4`, `2016-01-04`, with or without a time.
pub(super) fn day(cell: &str) -> Cell<Date> {
    if is_missing(cell) {
        return Cell::Missing;
    }
    match read_day(cell) {
        None => Cell::Odd(FindingKind::UnreadableDate),
        Some((year, ..)) if year > 9999 => Cell::Odd(FindingKind::ImpossibleYear),
        Some((year, month, day)) => {
            let year = i16::try_from(year).unwrap_or(i16::MAX);
            match Date::new(year, month, day) {
                Err(_) => Cell::Odd(FindingKind::UnreadableDate),
                Ok(day) if SENTINELS.contains(&day) => Cell::Odd(FindingKind::SentinelDate),
                Ok(day) if !YEARS.contains(&day.year()) => Cell::Odd(FindingKind::ImpossibleYear),
                Ok(day) => Cell::Is(day),
            }
        }
    }
}

/// The numbers of a date; what follows may only be a time.
fn read_day(cell: &str) -> Option<(u32, i8, i8)> {
    usual_day(cell.as_bytes()).or_else(|| any_day(cell))
}

/// The same, in any of the forms.
fn any_day(cell: &str) -> Option<(u32, i8, i8)> {
    let (year, rest) = number(cell, 5)?;
    let (separator, rest) = first(rest)?;
    if !matches!(separator, '年' | '/' | '-' | '.') {
        return None;
    }
    let (month, rest) = number(rest, 2)?;
    let (then, rest) = first(rest)?;
    if then != separator && (separator, then) != ('年', '月') {
        return None;
    }
    let (day, rest) = number(rest, 2)?;
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    let time = |found: char| {
        found.is_ascii_digit() || matches!(found, ' ' | ':' | '时' | '分' | '秒' | 'T')
    };
    if !rest.chars().all(time) {
        return None;
    }
    Some((year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

/// `2012年01月01日`, to the byte: how nearly all dates are printed.
#[inline]
fn usual_day(cell: &[u8]) -> Option<(u32, i8, i8)> {
    // All but the last byte; then a digit is its number, and the rest is zero.
    const FORM: u128 = u128::from_le_bytes(*b"0000\xE5\xB9\xB400\xE6\x9C\x8800\xE6\x97");
    const DIGITS: u128 = u128::from_le_bytes(*b"\x0F\x0F\x0F\x0F\0\0\0\x0F\x0F\0\0\0\x0F\x0F\0\0");
    // With six more, what is greater than nine has a fifth bit.
    const SIXES: u128 = (DIGITS / 15) * 6;
    let (most, [0xA5]) = cell.split_first_chunk()? else {
        return None;
    };
    let digits = u128::from_le_bytes(*most) ^ FORM;
    if (digits | digits.wrapping_add(SIXES)) & !DIGITS != 0 {
        return None;
    }
    let [y1, y2, y3, y4, _, _, _, m1, m2, _, _, _, d1, d2, ..] = digits.to_le_bytes();
    let two = |tens: u8, ones: u8| tens.wrapping_mul(10).wrapping_add(ones);
    let year = u32::from(two(y1, y2)).wrapping_mul(100);
    let year = year.wrapping_add(two(y3, y4).into());
    Some((year, two(m1, m2).cast_signed(), two(d1, d2).cast_signed()))
}

fn first(text: &str) -> Option<(char, &str)> {
    let mut characters = text.chars();
    Some((characters.next()?, characters.as_str()))
}

/// One to `most` digits at the start.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

/// Whether there are several holders in one cell.
pub(super) fn is_joint(cell: &str) -> bool {
    // What separates holders begins with one of these bytes; most names have
    // none. Without branches: many bytes are compared at once.
    let separates = |byte: &u8| matches!(byte, b' ' | b',' | b'/' | b';' | 0xE3 | 0xEF);
    let bytes = cell.as_bytes().iter();
    bytes.fold(false, |any, byte| any | separates(byte)) && holders(cell).nth(1).is_some()
}

/// The holders in one cell.
pub(super) fn holders(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['、', ',', '，', '/', '；', ';', '\u{3000}', ' '])
        .map(str::trim)
        .filter(|holder| !holder.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_form_of_a_day_is_read_as_any_form_is() {
        for (year, month, day) in [(0, 0, 0), (1987, 6, 5), (2012, 10, 31), (9999, 99, 99)] {
            let text = format!("{year:04}年{month:02}月{day:02}日");
            assert_eq!(usual_day(text.as_bytes()), Some((year, month, day)));
            assert_eq!(any_day(&text), Some((year, month, day)));
            for place in 0..=text.len() {
                for byte in 0..=u8::MAX {
                    // One byte is another one, or there is one more.
                    let mut other = text.clone().into_bytes();
                    match other.get_mut(place) {
                        Some(known) => *known = byte,
                        None => other.push(byte),
                    }
                    let any = core::str::from_utf8(&other).ok().and_then(any_day);
                    let usual = usual_day(&other);
                    assert!(usual.is_none() || usual == any, "{other:?}");
                }
            }
        }
    }
}
