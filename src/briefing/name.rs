//! Numerals in names and sayings, which count nothing.

use super::context::ContextKind;
use crate::quantity::lexicon::{digit, fold, is_numeral, spelt, value_of};

/// A name or a saying, and where in what was looked at it begins and ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Saying {
    pub(super) start: usize,
    pub(super) len: usize,
    pub(super) kind: ContextKind,
}

/// How far a quotation may reach that is a name.
const QUOTATION: usize = 14;

const SAYINGS: &[&str] = &[
    "一件事",
    "一次性",
    "一次办",
    "一站式",
    "一条龙",
    "一条线",
    "一条街",
    "一张网",
    "一张图",
    "一张表",
    "一张清单",
    "一套人马",
    "一套班子",
    "一家亲",
    "一家人",
    "一户一",
    "一家一",
    "一项一",
    "一件一",
    "一块地",
    "一处一",
    "一栋一",
    "一人一",
    "一座一",
    "一期",
    "二期",
    "三期",
    "四期",
    "五期",
    "一带一路",
    "一天一",
    "一台戏",
    "一份子",
    "一份力",
    "千家万户",
    "百家争",
    "万家灯火",
    "一名优秀",
    "一人得",
    "一起",
    "一度",
    "一所",
    "一组",
    "一级",
    "二级",
    "三级",
    "一类",
    "二类",
    "三类",
    "一层",
    "一间",
];

/// The name or saying at the start of a text.
pub(super) fn saying(text: &str, given: char, before: char, quoted: bool) -> Option<Saying> {
    let found = fold(given);
    if !is_numeral(found) && digit(given).is_none() {
        return None;
    }
    let of = |len| Saying {
        start: 0,
        len,
        kind: ContextKind::Name,
    };
    if let Some(len) = times(text) {
        return Some(of(len));
    }
    value_of(found)?;
    if digit(given).is_some() || is_numeral(before) || digit(before).is_some() {
        return None;
    }
    if let Some(len) = SAYINGS.iter().find_map(|saying| spelt(text, saying)) {
        return Some(of(len));
    }
    // 最大的一宗, 某一家.
    if found == '一' && matches!(before, '的' | '某' | '任' | '同' | '首' | '哪') {
        let len = given.len_utf8();
        return Some(of(len));
    }
    if let Some(len) = alternating(text) {
        return Some(of(len));
    }
    if quoted && is_short_quotation(text) {
        let run = text
            .char_indices()
            .take_while(|(_, c)| is_numeral(fold(*c)));
        return Some(of(end_of(run.last())));
    }
    None
}

/// 7×24: numbers of a name.
fn times(text: &str) -> Option<usize> {
    let first: usize = digits(text)?;
    let rest = text.get(first..)?;
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '×' | '*' | 'x' | 'X'))?;
    let second = digits(rest.get(sign.len_utf8()..)?)?;
    Some(first.saturating_add(sign.len_utf8()).saturating_add(second))
}

/// Where the last of some characters ends.
fn end_of(last: Option<(usize, char)>) -> usize {
    last.map_or(0, |(at, found)| at.saturating_add(found.len_utf8()))
}

/// How long a short run of digits is.
fn digits(text: &str) -> Option<usize> {
    let run = text
        .char_indices()
        .take(5)
        .take_while(|(_, c)| digit(*c).is_some());
    let len = end_of(run.last());
    (len > 0).then_some(len)
}

/// 三通一平, 一地一档, 两园五区.
fn alternating(text: &str) -> Option<usize> {
    let mut given = text.chars();
    let mut len: usize = 0;
    for place in 0..4_u8 {
        let next = given.next()?;
        let found = fold(next);
        let is_number = value_of(found).is_some_and(|value| value > 0);
        let fits = if place % 2 == 0 {
            is_number
        } else {
            found.is_alphabetic()
                && !is_numeral(found)
                && !matches!(
                    found,
                    '成' | '点' | '分' | '至' | '到' | '比' | '季' | '月' | '年' | '周' | '者'
                )
        };
        if !fits {
            return None;
        }
        len = len.saturating_add(next.len_utf8());
    }
    Some(len)
}

/// Whether the quotation ends soon, and in the same clause.
fn is_short_quotation(text: &str) -> bool {
    for found in text.chars().take(QUOTATION).map(fold) {
        match found {
            '”' | '」' => return true,
            ',' | '，' | '。' | ';' | '%' => return false,
            _ => {}
        }
    }
    false
}
