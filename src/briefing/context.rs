//! Numbers that count nothing: dates, ordinals, codes.

use crate::audit::Span;
use crate::quantity::lexicon::{Run, chinese, digit, fold, is_numeral, spelt};
use crate::text::terms;

terms! {
    /// What a number that counts nothing is. Codes are stable.
    ///
    /// ```
    /// use standard_land::briefing::{Briefing, ContextKind};
    ///
    /// let briefing = Briefing::read("截至2024年10月底，按第12号文件，执行GB/T 4754-2017。");
    /// let kinds: Vec<_> = briefing.context().iter().map(|context| context.kind).collect();
    /// assert_eq!(kinds[..2], [ContextKind::Date, ContextKind::Ordinal]);
    /// assert_eq!(briefing.figures().count(), 0);
    /// ```
    pub enum ContextKind("a kind of context", "上下文类别") {
        /// A day, month, year, quarter or a span of them: 1—7月, 2024年10月底.
        Date = "date", "日期";
        /// A place in an order: 第12号, the number of a paragraph.
        Ordinal = "ordinal", "序号";
        /// The number of a document, a standard or a telephone: 〔2024〕12号.
        Code = "code", "编号";
        /// How long something lasts, or a span of years: 近3年.
        Term = "term", "期限";
        /// A numeral in a name or a saying: 三通一平.
        Name = "name", "名称";
    }
}

/// A number that counts nothing, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub struct Context {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ContextKind,
}

/// A date at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) len: usize,
    /// The last year in it, if it names one and no day or month.
    pub(super) year: Option<u16>,
}

/// Whether a character joins the ends of a range.
pub(super) const fn is_dash(found: char) -> bool {
    matches!(found, '-' | '—' | '–' | '－' | '―' | '~' | '～' | '﹣')
}

/// A whole number of at most four digits, and how long it is.
fn small(text: &str) -> Option<(u16, usize, bool)> {
    let first = text.chars().next()?;
    if digit(first).is_some() {
        let (mut value, mut count, mut len): (u16, u8, usize) = (0, 0, 0);
        for found in text.chars() {
            let Some(more) = digit(found) else { break };
            count = count.saturating_add(1);
            if count > 4 {
                return None;
            }
            value = value.wrapping_mul(10).wrapping_add(more.into());
            len = len.saturating_add(found.len_utf8());
        }
        return Some((value, len, count == 4));
    }
    if !is_numeral(fold(first)) {
        return None;
    }
    match chinese(text) {
        Run::Digits(number) => Some((u16::try_from(number.digits).ok()?, number.len, true)),
        Run::Number(number) if number.power == 0 && number.scale == 0 => {
            Some((u16::try_from(number.digits).ok()?, number.len, false))
        }
        _ => None,
    }
}

/// What makes a number a part of a date.
fn part(rest: &str, value: u16, is_long: bool) -> Option<(usize, bool)> {
    let is_year = is_long && (1900..=2100).contains(&value);
    if is_year && let Some(len) = spelt(rest, "年") {
        return Some((len, true));
    }
    for (word, most) in [("季度", 4), ("月份", 12), ("月", 12), ("日", 31)] {
        if (1..=most).contains(&value)
            && let Some(len) = spelt(rest, word)
        {
            // 3日内 is three days.
            let behind = rest.get(len..).unwrap_or_default();
            let is_span = word == "日" && spelt(behind, "内").is_some();
            return (!is_span).then_some((len, false));
        }
    }
    None
}

/// A date at the start of a text that begins with a digit or a numeral.
pub(super) fn date(text: &str) -> Option<Date> {
    if let Some(len) = iso(text) {
        return Some(Date { len, year: None });
    }
    let mut len: usize = 0;
    let mut year = None;
    let mut only_years = true;
    // A date has a year, a month and a day, and a span has two of them.
    for _ in 0..6 {
        let rest = text.get(len..)?;
        let joined = rest.chars().next().filter(|_| len > 0).map_or(0, |found| {
            if is_dash(found) || matches!(fold(found), '至' | '到') {
                found.len_utf8()
            } else {
                0
            }
        });
        let Some((value, digits, is_long)) = rest.get(joined..).and_then(small) else {
            break;
        };
        let behind = rest.get(joined.saturating_add(digits)..)?;
        if let Some((word, is_year)) = part(behind, value, is_long) {
            only_years = only_years && is_year;
            if is_year {
                year = Some(value);
            }
            len = len
                .saturating_add(joined)
                .saturating_add(digits)
                .saturating_add(word);
            continue;
        }
        // 1—7月: the word stands behind the second number only.
        let Some(dash) = behind.chars().next().filter(|found| is_dash(*found)) else {
            break;
        };
        let tail = behind.get(dash.len_utf8()..)?;
        let Some((second, second_digits, second_long)) = small(tail) else {
            break;
        };
        let word = tail.get(second_digits..).and_then(|rest| {
            part(rest, value, is_long)?;
            part(rest, second, second_long)
        });
        let Some((word, is_year)) = word else { break };
        only_years = only_years && is_year;
        if is_year {
            year = Some(second);
        }
        len = len
            .saturating_add(joined)
            .saturating_add(digits)
            .saturating_add(dash.len_utf8())
            .saturating_add(second_digits)
            .saturating_add(word);
    }
    (len > 0).then_some(Date {
        len,
        year: year.filter(|_| only_years),
    })
}

/// `2024-10-31`, `2024/10/31`, `2024.10.31`, and the time `8:30`.
fn iso(text: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut numbers = [0_u16; 3];
    let mut sign = None;
    for (place, number) in numbers.iter_mut().enumerate() {
        let (value, len, is_long) = small(rest.as_str())?;
        digit(rest.as_str().chars().next()?)?;
        *number = value;
        rest = rest.as_str().get(len..)?.chars();
        if place == 0 && !is_long {
            return clock(text, value, rest.as_str());
        }
        if place < 2 {
            let found = fold(rest.next()?);
            if !matches!(found, '-' | '/' | '.') || sign.is_some_and(|sign| sign != found) {
                return None;
            }
            sign = Some(found);
        }
    }
    let [year, month, day] = numbers;
    let is_date =
        (1900..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| text.len().saturating_sub(rest.as_str().len()))
}

fn clock(text: &str, hour: u16, rest: &str) -> Option<usize> {
    let mut rest = rest.chars();
    if fold(rest.next()?) != ':' || hour > 24 {
        return None;
    }
    let (minute, len, _) = small(rest.as_str())?;
    let (digits, behind) = rest.as_str().split_at_checked(len)?;
    let is_minute = digits.chars().count() == 2 && minute < 60;
    is_minute.then(|| text.len().saturating_sub(behind.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_taken_whole() {
        for (text, year) in [
            ("2024年", Some(2024)),
            ("２０２４年", Some(2024)),
            ("二〇二四年", Some(2024)),
            ("2020—2022年", Some(2022)),
            ("2020年至2022年", Some(2022)),
            ("2024年10月", None),
            ("2024年10月31日", None),
            ("2022年1—7月", None),
            ("1-7月份", None),
            ("十月", None),
            ("三季度", None),
            ("2024-10-31", None),
            ("2024.10.31", None),
            ("8:30", None),
        ] {
            let date = date(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((date.len, date.year), (text.len(), year), "{text}");
        }
    }

    #[test]
    fn what_counts_something_is_no_date() {
        for text in [
            "50年",
            "三年",
            "3个月",
            "13月",
            "3日内",
            "2024",
            "7宗",
            "3:1",
            "３：１",
            "30—50家",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
