//! The text of a briefing with its marks: nothing is added to it, nothing lost.

use alloc::string::String;
use core::fmt::{self, Write};

use super::super::html;
use super::super::language::Language;
use super::marks::{Mark, Marks, Row};
use crate::briefing::Audit;

/// How many rows a mark names that use it.
const NAMED: usize = 8;

/// Characters that turn the direction of others, and are not seen themselves.
const fn is_turning(found: char) -> bool {
    matches!(
        found,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Writes words of a text: what would turn others is shown by its number.
pub(super) fn shown(words: &str, out: &mut impl Write) -> fmt::Result {
    for piece in words.split_inclusive(is_turning) {
        match piece.char_indices().next_back() {
            Some((at, last)) if is_turning(last) => {
                html::words(piece.get(..at).unwrap_or_default(), out)?;
                write!(out, "[U+{:04X}]", u32::from(last))?;
            }
            _ => html::words(piece, out)?,
        }
    }
    Ok(())
}

/// Writes a piece of the text itself: what would turn others stays, shut in an
/// element where it acts on nothing.
fn kept(words: &str, out: &mut impl Write) -> fmt::Result {
    for piece in words.split_inclusive(is_turning) {
        match piece.char_indices().next_back() {
            Some((at, last)) if is_turning(last) => {
                html::words(piece.get(..at).unwrap_or_default(), out)?;
                let number = u32::from(last);
                write!(
                    out,
                    "<bdi class=\"turn\" data-sign=\"U+{number:04X}\">&#x{number:X};</bdi>"
                )?;
            }
            _ => html::words(piece, out)?,
        }
    }
    Ok(())
}

/// What a mark says when it is pointed at.
fn title(mark: &Mark, marks: &Marks<'_>, language: Language) -> String {
    let mut title = String::new();
    let mut line = |words: &str| {
        if !title.is_empty() {
            title.push('\n');
        }
        title.push_str(words);
    };
    for number in &mark.rows {
        let row = number
            .checked_sub(1)
            .and_then(|place| marks.rows.get(place));
        match row {
            Some(Row::Claim(judged)) => line(&judged.explained(language).0),
            Some(Row::Open(open)) => line(&match language {
                Language::Chinese => alloc::format!("{}：缺少对应数字", open.kind().name_zh()),
                Language::English => alloc::format!("{}: a figure is missing", open.kind()),
            }),
            _ => line(mark.state.words(language)),
        }
    }
    if !mark.used.is_empty() {
        let mut numbers = String::new();
        for number in mark.used.iter().take(NAMED) {
            let comma = if numbers.is_empty() {
                ""
            } else {
                language.pick("、", ", ")
            };
            // Writing to a `String` cannot fail.
            let _ = write!(numbers, "{comma}{number}");
        }
        let more = if mark.used.len() > NAMED {
            language.pick("等", " and others")
        } else {
            ""
        };
        line(&match language {
            Language::Chinese => alloc::format!("用于第{numbers}{more}行"),
            Language::English if mark.used.len() == 1 => alloc::format!("used in row {numbers}"),
            Language::English => alloc::format!("used in rows {numbers}{more}"),
        });
    }
    title
}

/// The whole text, each figure in a `mark` that links to its row.
pub(super) fn marked(
    audit: &Audit<'_>,
    marks: &Marks<'_>,
    language: Language,
    out: &mut impl Write,
) -> fmt::Result {
    let text = audit.briefing().text();
    let mut from: usize = 0;
    for place in &marks.order {
        let Some(mark) = marks.all.get(*place) else {
            continue;
        };
        // Of marks that overlap, the later begins where the earlier ends.
        let start = mark.span.start.max(from);
        let end = mark.span.end.max(start);
        kept(text.get(from..start).unwrap_or_default(), out)?;
        let (kind, id) = marks.id(*place);
        let state = mark.state;
        let number = mark
            .rows
            .first()
            .or(mark.used.first())
            .copied()
            .unwrap_or_default();
        write!(out, "<mark id=\"{kind}{id}\" class=\"{}\"", state.class())?;
        if !state.sign().is_empty() {
            write!(out, " data-sign=\"{}{number}\"", state.sign())?;
        }
        out.write_str(" title=\"")?;
        shown(&title(mark, marks, language), out)?;
        write!(out, "\"><a href=\"#r{number}\">")?;
        kept(text.get(start..end).unwrap_or_default(), out)?;
        out.write_str("</a></mark>")?;
        from = end;
    }
    kept(text.get(from..).unwrap_or_default(), out)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    use super::{Mark, Marks, marked};
    use crate::audit::{Reading, Span};
    use crate::briefing::Briefing;
    use crate::report::Language;
    use crate::report::marked::state::State;

    /// A page of a text whose marks stand there, without its tags.
    fn drawn(text: &str, spans: &[(usize, usize)]) -> Vec<String> {
        let marks = spans.iter().map(|(start, end)| Mark {
            span: Span {
                start: *start,
                end: *end,
            },
            state: State::Consistent,
            rows: vec![1],
            used: Vec::new(),
        });
        let marks = Marks {
            all: marks.collect(),
            figures: spans.len(),
            order: (0..spans.len()).collect(),
            rows: Vec::new(),
        };
        let briefing = Briefing::read(text);
        let audit = briefing.audit(&Reading::new());
        let mut out = String::new();
        marked(&audit, &marks, Language::English, &mut out).unwrap();
        let pieces = out.split('<').map(|piece| match piece.split_once('>') {
            Some((tag, words)) if tag.starts_with("a ") => alloc::format!("[{words}]"),
            Some((_, words)) => words.into(),
            None => piece.into(),
        });
        pieces.filter(|piece: &String| !piece.is_empty()).collect()
    }

    #[test]
    fn marks_that_overlap_lose_nothing_and_double_nothing() {
        assert_eq!(
            drawn("abcdef", &[(1, 3), (3, 4)]),
            ["a", "[bc]", "[d]", "ef"]
        );
        assert_eq!(
            drawn("abcdef", &[(1, 4), (2, 5)]),
            ["a", "[bcd]", "[e]", "f"]
        );
        assert_eq!(
            drawn("abcdef", &[(1, 5), (2, 3)]),
            ["a", "[bcde]", "[]", "f"]
        );
        assert_eq!(drawn("abcdef", &[(0, 6), (0, 6)]), ["[abcdef]", "[]"]);
        assert_eq!(drawn("abcdef", &[(6, 6)]), ["abcdef", "[]"]);
    }
}
