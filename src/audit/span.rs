//! Where in a text something stands.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::text::{UnknownTerm, string_serde};

/// Where in a text something stands: bytes, the end not included.
///
/// *Text*: `12..34`.
///
/// ```
/// use standard_land::audit::Span;
///
/// let span: Span = "12..34".parse()?;
/// assert_eq!((span.start, span.end), (12, 34));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&alloc::format!("{}..{}", self.start, self.end))
    }
}

impl FromStr for Span {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        let place = |text: &str| {
            // One form only: what parses prints as it was given.
            let place: usize = text.parse().ok()?;
            (alloc::format!("{place}") == text).then_some(place)
        };
        given
            .split_once("..")
            .and_then(|(start, end)| {
                let (start, end) = (place(start)?, place(end)?);
                Some(Self { start, end })
            })
            .ok_or_else(|| UnknownTerm::new(&SPANS, given))
    }
}

string_serde!(
    Span,
    "a span such as \"12..34\"",
    crate::described::text(
        "Where something stands in a text, in bytes.",
        r"^(0|[1-9][0-9]*)\.\.(0|[1-9][0-9]*)$",
        &["12..34"],
    )
);

static SPANS: crate::text::Terms =
    crate::text::Terms::unlisted("a span such as \"12..34\"", "“12..34”样式的区间");
