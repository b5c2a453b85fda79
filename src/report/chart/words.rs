//! How wide words are, and how they are made to fit.

use alloc::string::String;
use alloc::vec::Vec;

use unicode_width::UnicodeWidthChar as _;

use super::length::{Px, one_of, times};

/// Words on one or more lines; `cut` when some of them are missing.
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    pub(super) cut: bool,
}

/// Hundredths of an em that a character takes, rather more than less: the
/// reader's font is not known.
fn hundredths_of_em(character: char) -> u64 {
    match character.width() {
        None | Some(0) => 0,
        Some(1) => match character {
            'i' | 'j' | 'l' | 'I' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '\'' | '|' | '!'
            | '(' | ')' | '[' | ']' | ' ' | '·' => 42,
            'M' | 'W' | 'm' | 'w' | '%' | '@' | '—' | '…' => 100,
            upper if upper.is_uppercase() => 78,
            _ => 64,
        },
        Some(_) => 100,
    }
}

/// How wide a text is at a size of its font.
pub(super) fn width(text: &str, size: Px) -> Px {
    let hundredths = text.chars().fold(0_u64, |sum, character| {
        sum.saturating_add(hundredths_of_em(character))
    });
    one_of(times(size, hundredths), 100)
}

/// The words on at most this many lines of a width; what does not fit is cut.
pub(super) fn fit(text: &str, size: Px, available: Px, most: usize) -> Lines {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = text.trim();
    while let Some(character) = rest.chars().next() {
        let behind = rest.get(character.len_utf8()..).unwrap_or_default();
        line.push(character);
        if width(&line, size) <= available {
            rest = behind;
            continue;
        }
        line.pop();
        if lines.len().saturating_add(1) >= most {
            // No line is left: an ellipsis stands for the rest.
            while !line.is_empty() && width(&line, size) + width("…", size) > available {
                line.pop();
            }
            line.truncate(line.trim_end().len());
            line.push('…');
            lines.push(line);
            return Lines { lines, cut: true };
        }
        if line.is_empty() {
            // Narrower than one character: it is shown all the same.
            line.push(character);
            rest = behind;
        } else if let Some(place) = break_before(&line, character) {
            let (kept, moved) = line.split_at_checked(place).unwrap_or((&line, ""));
            let next = String::from(moved.trim_start());
            let kept = String::from(kept.trim_end());
            lines.push(kept);
            line = next;
            continue;
        }
        lines.push(core::mem::take(&mut line));
        rest = rest.trim_start();
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Lines { lines, cut: false }
}

/// The same, with lines of about the same length: no word alone below.
pub(super) fn balance(text: &str, size: Px, available: Px, most: usize) -> Lines {
    let mut best = fit(text, size, available, most);
    let mut narrower = available;
    while !best.cut && best.lines.len() > 1 {
        narrower -= core::num::Saturating(400);
        let fitted = fit(text, size, narrower, most);
        if fitted.cut || fitted.lines.len() > best.lines.len() || narrower.0 <= 0 {
            break;
        }
        best = fitted;
    }
    best
}

/// Where a line of words with spaces is to be broken, if not at its end.
fn break_before(line: &str, next: char) -> Option<usize> {
    let wide = |c: char| c.width() == Some(2);
    let last = line.chars().next_back()?;
    if next == ' ' || wide(next) || wide(last) {
        return None;
    }
    line.rfind(' ').filter(|place| *place > 0)
}
