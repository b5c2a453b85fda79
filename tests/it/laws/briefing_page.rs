//! The page of any text: nothing is added to the text, and nothing is lost.

use proptest::collection::vec;
use proptest::prelude::*;
use standard_land::briefing::Briefing;
use standard_land::report::Language;

use super::briefing::soup;
use crate::pages::{page, parsed, text_of, words};

/// What a browser makes of characters that no document may contain.
fn in_a_document(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Texts with what is likely to be trouble on a page.
fn text() -> impl Strategy<Value = String> {
    let trouble = prop_oneof![
        soup(),
        "[<>&\"'/a-z\\r\\n\\t]{0,8}",
        "[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{61c}]{1,3}",
        any::<String>(),
    ];
    vec(trouble, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn without_tags_a_page_has_the_text(text in text(), is_english in any::<bool>()) {
        let language = if is_english { Language::English } else { Language::Chinese };
        let page = page(&text, language);
        let document = parsed(&page);
        prop_assert_eq!(text_of(&document), in_a_document(&text));
        // The marks are the figures and what counts nothing, in the order of the text.
        let briefing = Briefing::read(&text);
        let figures = briefing.figures().map(standard_land::briefing::Figure::span);
        let context = briefing.context().iter().map(|context| context.span);
        let mut spans: Vec<_> = figures.chain(context).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        let expected: Vec<String> = spans
            .into_iter()
            .map(|span| in_a_document(briefing.printed(span)))
            .collect();
        let marks: Vec<String> = document
            .descendants()
            .filter(|node| node.has_tag_name("mark"))
            .map(words)
            .collect();
        prop_assert_eq!(marks, expected);
    }
}
