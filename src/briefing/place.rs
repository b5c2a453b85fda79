//! Where in a text something stands: bytes, characters, UTF-16.

use alloc::vec::Vec;

use crate::audit::Span;

/// The same place in bytes, in characters and in UTF-16 code units.
///
/// ```
/// use standard_land::briefing::Briefing;
///
/// let briefing = Briefing::read("𠮷县7宗");
/// let figure = briefing.figures().next().expect("there is one figure");
/// let place = briefing.place(figure.span());
/// assert_eq!(place.bytes.to_string(), "7..11");
/// assert_eq!(place.characters.to_string(), "2..4");
/// assert_eq!(place.utf16.to_string(), "3..5");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub struct Place {
    /// In bytes of UTF-8.
    pub bytes: Span,
    /// In Unicode characters.
    pub characters: Span,
    /// In code units of UTF-16, as JavaScript and editors count.
    pub utf16: Span,
}

/// At regular steps of bytes, how many characters and code units there were.
const STEP: usize = 64;

/// Counts kept along a text, so that a place is found in constant time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Index {
    marks: Vec<(usize, usize, usize)>,
}

impl Index {
    pub(super) fn of(text: &str) -> Self {
        let mut marks = Vec::new();
        let (mut characters, mut utf16): (usize, usize) = (0, 0);
        for (at, found) in text.char_indices() {
            if marks.len().saturating_mul(STEP) <= at {
                marks.push((at, characters, utf16));
            }
            characters = characters.saturating_add(1);
            utf16 = utf16.saturating_add(found.len_utf16());
        }
        Self { marks }
    }

    /// Characters and code units before a byte.
    fn count(&self, text: &str, byte: usize) -> (usize, usize) {
        let mark = byte.checked_div(STEP).unwrap_or_default();
        let mark = mark.min(self.marks.len().saturating_sub(1));
        // A mark may lie a few bytes behind its step.
        let found = self.marks.get(..=mark).unwrap_or_default();
        let found = found.iter().rev().find(|(at, _, _)| *at <= byte);
        let (from, mut characters, mut utf16) = found.copied().unwrap_or_default();
        for sign in text.get(from..byte).unwrap_or_default().chars() {
            characters = characters.saturating_add(1);
            utf16 = utf16.saturating_add(sign.len_utf16());
        }
        (characters, utf16)
    }

    pub(super) fn place(&self, text: &str, span: Span) -> Place {
        let (start, end) = (self.count(text, span.start), self.count(text, span.end));
        Place {
            bytes: span,
            characters: Span {
                start: start.0,
                end: end.0,
            },
            utf16: Span {
                start: start.1,
                end: end.1,
            },
        }
    }
}
