//! A briefing as a page: its text with the figures marked, and a table below.

mod marks;
mod rows;
mod state;
mod text;

use alloc::borrow::Cow;
use core::fmt::{self, Display, Formatter, Write};

use self::marks::Marks;
use super::html;
use super::language::Language;
use crate::briefing::Audit;

/// A judged briefing as a page: every figure marked where it stands.
///
/// A mark has a colour, a line below and a sign, so that nobody needs to see
/// colours; the verdict and the words that bound the figure are in its `title`,
/// and in the table that it links to. The page is HTML without scripts and
/// without external resources, light and dark, narrow and wide, and printable.
/// Without its tags, the marked text is the text that was read; control
/// characters that turn the direction of letters act on nothing, and are shown.
///
/// | sign | what became of a figure |
/// |---|---|
/// | ✓ | it follows from others ([`Outcome::Consistent`]) |
/// | ≈ | it does if they were rounded ([`Outcome::IfRounded`]) |
/// | ✗ | it cannot be ([`Outcome::Impossible`]) |
/// | ? | no reading explains it ([`Outcome::Unexplained`]) |
/// | … | what it is measured by is not printed ([`Open`]) |
///
/// *Cost*: time and size grow with the length of the text and nothing else.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::briefing::Briefing;
/// use standard_land::report::{BriefingPage, Language};
///
/// let briefing = Briefing::read("供地8宗，其中开工6宗，占70%。");
/// let audit = briefing.audit(&Reading::new());
/// let page = BriefingPage::new(&audit, Language::Chinese).with_title("七月通报").to_string();
/// assert!(page.contains("<h1>七月通报</h1>"));
/// assert!(page.contains("<mark id=\"f3\" class=\"no\" data-sign=\"✗2\""));
/// assert!(page.contains("不吻合，按所印数字应为75%。"));
/// ```
///
/// [`Outcome::Consistent`]: crate::audit::Outcome::Consistent
/// [`Outcome::IfRounded`]: crate::audit::Outcome::IfRounded
/// [`Outcome::Impossible`]: crate::audit::Outcome::Impossible
/// [`Outcome::Unexplained`]: crate::audit::Outcome::Unexplained
/// [`Open`]: crate::briefing::Open
#[derive(Debug, Clone)]
pub struct BriefingPage<'a> {
    audit: &'a Audit<'a>,
    language: Language,
    title: Cow<'a, str>,
}

impl<'a> BriefingPage<'a> {
    /// A page in a language, with a title of its own.
    ///
    /// The words of the briefing stay Chinese.
    #[must_use]
    pub const fn new(audit: &'a Audit<'a>, language: Language) -> Self {
        Self {
            audit,
            language,
            title: Cow::Borrowed(language.pick("简报数字核对", "Figures of a briefing, checked")),
        }
    }

    /// The same under another title.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<Cow<'a, str>>) -> Self {
        self.title = title.into();
        self
    }

    /// The language of all but the briefing.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What stands above it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    fn write(&self, out: &mut impl Write) -> fmt::Result {
        let language = self.language;
        let marks = Marks::of(self.audit);
        let css = [include_str!("../page.css"), include_str!("marked.css")];
        html::head(language, &self.title, &css, out)?;
        out.write_str("<body>\n<main class=\"briefing\">\n<h1>")?;
        text::shown(&self.title, out)?;
        out.write_str("</h1>\n")?;
        rows::summary(self.audit, &marks, language, out)?;
        out.write_str("<section>\n<h2>")?;
        out.write_str(language.pick("原文", "The text"))?;
        out.write_str("</h2>\n<div class=\"text\"")?;
        html::lang(Language::Chinese, Some(language), out)?;
        out.write_str(">")?;
        text::marked(self.audit, &marks, language, out)?;
        out.write_str("</div>\n</section>\n")?;
        rows::tables(self.audit, &marks, language, out)?;
        out.write_str("</main>\n</body>\n</html>\n")
    }
}

impl Display for BriefingPage<'_> {
    /// The whole page.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}
