//! Where a figure begins and ends, and how much of the words around it is kept.

use alloc::string::String;

use super::context::is_dash;
use crate::quantity::lexicon::{digit, fold, value_of};

/// The longest lead that is kept, in characters: what a person reads at once.
const LEAD: usize = 60;

/// Where a figure starts, this many characters before its number.
pub(super) fn start_of(given: &str, number_start: usize, characters: usize) -> usize {
    let before = given.get(..number_start).unwrap_or_default();
    let mut start = number_start;
    let mut left = characters;
    for (at, found) in before
        .char_indices()
        .rev()
        .take(characters.saturating_add(8))
    {
        // The word stands before a bracket: 不低于（0宗）0宗.
        if left == 0 || fold(found) == ')' {
            break;
        }
        if found.is_whitespace() || is_quote(fold(found)) {
            continue;
        }
        left = left.saturating_sub(1);
        start = at;
    }
    start
}

/// The sign directly before the number.
pub(super) fn sign_before(given: &str, number_start: usize) -> Option<char> {
    let before = given.get(..number_start)?;
    match fold(before.chars().next_back()?) {
        '-' | '负' => Some('-'),
        '+' => Some('+'),
        _ => None,
    }
}

/// How long the dash is that a second number follows.
pub(super) fn range_dash(rest: &str, no_unit: bool, lead: &str) -> Option<usize> {
    let mut ahead = rest.chars();
    let first = ahead.next()?;
    let is_word = matches!(fold(first), '至' | '到');
    let is_change =
        lead.ends_with(['由', '从', '自']) || lead.contains('由') || lead.contains('从');
    let joins = is_dash(first) || (is_word && (no_unit || !is_change));
    let mut len = first.len_utf8();
    // —— is one dash.
    if joins && ahead.clone().next() == Some(first) {
        ahead.next();
        len = len.saturating_mul(2);
    }
    let second = ahead.next()?;
    let is_number = digit(second).is_some() || value_of(fold(second)).is_some();
    (joins && is_number).then_some(len)
}

/// The end of a text that is too long.
pub(super) fn cut_front(text: &str) -> String {
    let count = text.chars().count();
    text.chars().skip(count.saturating_sub(LEAD)).collect()
}

/// The start of a text that is too long.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(LEAD).collect()
}

pub(super) const fn is_quote(found: char) -> bool {
    matches!(
        found,
        '“' | '”' | '"' | '「' | '」' | '『' | '』' | '《' | '》' | '‘' | '’' | '\''
    )
}
