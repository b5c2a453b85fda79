//! Pages of briefings, and how a parser of their own understands them.

use roxmltree::{Document, Node, ParsingOptions};
use standard_land::audit::Reading;
use standard_land::briefing::Briefing;
use standard_land::report::{BriefingPage, Language};

/// The page of a text.
pub(crate) fn page(text: &str, language: Language) -> String {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    BriefingPage::new(&audit, language).to_string()
}

/// A page as a parser of its own understands it.
pub(crate) fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: u32::MAX,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).unwrap()
}

/// The elements of a class.
pub(crate) fn with_class<'a>(
    document: &'a Document<'_>,
    class: &'a str,
) -> impl Iterator<Item = Node<'a, 'a>> {
    let nodes = document.descendants();
    nodes.filter(move |node| node.attribute("class") == Some(class))
}

/// All words below a node.
pub(crate) fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// The text of the briefing, without the tags.
pub(crate) fn text_of(document: &Document<'_>) -> String {
    words(with_class(document, "text").next().unwrap())
}
