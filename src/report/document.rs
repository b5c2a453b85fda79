//! A whole document: sentences, tables, charts and notes, in sections.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter, Write};

#[cfg(feature = "svg")]
use super::chart::Chart;
use super::form::{Form, Rendered};
use super::language::Language;
use super::sentence::Sentence;
use super::table::Table;
use super::{html, markdown, separated};

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Item {
    /// A sentence; HTML lets the reader unfold where its figures come from.
    Sentence(Sentence),
    /// A table.
    Table(Table),
    /// A chart.
    #[cfg(feature = "svg")]
    Chart(Chart),
    /// A paragraph of words.
    Note(String),
    /// Where the figures were taken from.
    Source(String),
}

impl From<Sentence> for Item {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<Table> for Item {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

#[cfg(feature = "svg")]
impl From<Chart> for Item {
    fn from(chart: Chart) -> Self {
        Self::Chart(chart)
    }
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section {
    heading: String,
    items: Vec<Item>,
}

impl Section {
    /// A section with nothing in it.
    #[must_use]
    pub fn new(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            items: Vec::new(),
        }
    }

    /// The same with one item more: a sentence, a table, a chart.
    #[must_use]
    pub fn with(mut self, item: impl Into<Item>) -> Self {
        self.items.push(item.into());
        self
    }

    /// The same with a paragraph of words.
    #[must_use]
    pub fn note(self, words: impl Into<String>) -> Self {
        self.with(Item::Note(words.into()))
    }

    /// The same with a source.
    #[must_use]
    pub fn source(self, source: impl Into<String>) -> Self {
        self.with(Item::Source(source.into()))
    }

    /// What stands above it.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What stands in it, in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }
}

/// A document: a title and sections.
///
/// | form | what [`render`](Report::render) writes |
/// |---|---|
/// | HTML | a complete page without external resources, light and dark, printable |
/// | Markdown | headings, paragraphs, tables; charts by their description |
/// | CSV | every cell of every table: section, table, row, column, value |
/// | plain | the same as Markdown for reading on a screen of fixed width |
///
/// Sentences, tables and charts know their language; where it is not that of
/// the document, HTML says so. One document can hold two languages.
///
/// ```
/// use standard_land::report::{Form, Language, Report, Section};
///
/// let section = Section::new("来源").source("文水经济开发区");
/// let report = Report::new(Language::Chinese, "标准地报告").with(section);
/// let page = report.render(Form::Html).to_string();
/// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
/// assert!(page.contains("<h1>标准地报告</h1>"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Report {
    language: Language,
    title: String,
    sections: Vec<Section>,
}

impl Report {
    /// A document without sections.
    #[must_use]
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        Self {
            language,
            title: title.into(),
            sections: Vec::new(),
        }
    }

    /// The same with one section more.
    #[must_use]
    pub fn with(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    /// The language of its headings and notes.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its sections, in order.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Its tables, in order, for files of their own.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let items = self.sections.iter().flat_map(|section| &section.items);
        items.filter_map(|item| match item {
            Item::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The document in a form, to print or to write to any
    /// [`core::fmt::Write`].
    #[must_use]
    pub const fn render(&self, form: Form) -> Rendered<'_, Self> {
        Rendered::new(self, form)
    }

    fn source_label(&self) -> &'static str {
        self.language.pick("来源：", "Source: ")
    }

    fn markdown(&self, out: &mut impl Write) -> fmt::Result {
        out.write_str("# ")?;
        markdown::words(&self.title, out)?;
        out.write_char('\n')?;
        for section in &self.sections {
            out.write_str("\n## ")?;
            markdown::words(&section.heading, out)?;
            out.write_char('\n')?;
            for item in &section.items {
                out.write_char('\n')?;
                match item {
                    Item::Sentence(sentence) => {
                        markdown::words(&alloc::format!("{sentence}"), out)?;
                        out.write_char('\n')?;
                    }
                    Item::Table(table) => markdown::table(table, out)?,
                    #[cfg(feature = "svg")]
                    Item::Chart(chart) => {
                        out.write_str("*")?;
                        markdown::words(chart.title(), out)?;
                        out.write_str("* ")?;
                        markdown::words(&chart.description(), out)?;
                        out.write_char('\n')?;
                    }
                    Item::Note(words) => {
                        markdown::words(words, out)?;
                        out.write_char('\n')?;
                    }
                    Item::Source(words) => {
                        markdown::words(self.source_label(), out)?;
                        markdown::words(words, out)?;
                        out.write_char('\n')?;
                    }
                }
            }
        }
        Ok(())
    }

    fn plain(&self, out: &mut impl Write) -> fmt::Result {
        writeln!(out, "{}", self.title)?;
        for section in &self.sections {
            writeln!(out, "\n{}", section.heading)?;
            for item in &section.items {
                out.write_char('\n')?;
                match item {
                    Item::Sentence(sentence) => writeln!(out, "{sentence}")?,
                    Item::Table(table) => write!(out, "{}", table.render(Form::Plain))?,
                    #[cfg(feature = "svg")]
                    Item::Chart(chart) => {
                        writeln!(out, "{}\n{}", chart.title(), chart.description())?;
                    }
                    Item::Note(words) => writeln!(out, "{words}")?,
                    Item::Source(words) => writeln!(out, "{}{words}", self.source_label())?,
                }
            }
        }
        Ok(())
    }

    /// One record for each cell, so that tables of any shape go into one file.
    fn separated(&self, out: &mut impl Write) -> fmt::Result {
        let headings = self.language.pick(
            ["章节", "表", "行", "列", "值"],
            ["section", "table", "row", "column", "value"],
        );
        separated::record(headings.map(|heading| (heading, false)), out)?;
        for section in &self.sections {
            for item in &section.items {
                let Item::Table(table) = item else { continue };
                for row in table.all_rows() {
                    let name = row.first().map_or("", |cell| cell.as_str());
                    for (cell, column) in row.iter().zip(table.columns()).skip(1) {
                        let record = [
                            (section.heading.as_str(), false),
                            (table.caption(), false),
                            (name, false),
                            (column.heading(), false),
                            (cell.as_str(), cell.is_number()),
                        ];
                        separated::record(record, out)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn html(&self, out: &mut impl Write) -> fmt::Result {
        html::head(self.language, &self.title, &[include_str!("page.css")], out)?;
        out.write_str("<body>\n<main>\n<h1>")?;
        html::words(&self.title, out)?;
        out.write_str("</h1>\n")?;
        // Ids must differ on one page.
        let mut number: u64 = 0;
        for section in &self.sections {
            out.write_str("<section>\n<h2>")?;
            html::words(&section.heading, out)?;
            out.write_str("</h2>\n")?;
            for item in &section.items {
                number = number.saturating_add(1);
                self.html_item(item, number, out)?;
            }
            out.write_str("</section>\n")?;
        }
        out.write_str("</main>\n</body>\n</html>\n")
    }

    #[cfg_attr(
        not(feature = "svg"),
        expect(unused_variables, reason = "only charts have ids")
    )]
    fn html_item(&self, item: &Item, number: u64, out: &mut impl Write) -> fmt::Result {
        match item {
            Item::Sentence(sentence) => {
                let language = sentence.language();
                out.write_str("<div class=\"sentence\"")?;
                html::lang(language, Some(self.language), out)?;
                out.write_str(">\n<p>")?;
                html::words(&alloc::format!("{sentence}"), out)?;
                out.write_str("</p>\n<details>\n<summary>")?;
                out.write_str(language.pick("数字从何而来", "Where the figures come from"))?;
                out.write_str("</summary>\n")?;
                html::table_within(&sentence.explain(), Some(language), out)?;
                out.write_str("</details>\n</div>\n")
            }
            Item::Table(table) => html::table_within(table, Some(self.language), out),
            #[cfg(feature = "svg")]
            Item::Chart(chart) => {
                out.write_str("<figure")?;
                html::lang(chart.language(), Some(self.language), out)?;
                out.write_str(">\n")?;
                chart.inline(&alloc::format!("chart-{number}"), out)?;
                out.write_str("\n</figure>\n")
            }
            Item::Note(words) => {
                out.write_str("<p>")?;
                html::words(words, out)?;
                out.write_str("</p>\n")
            }
            Item::Source(words) => {
                out.write_str("<p class=\"source\">")?;
                html::words(self.source_label(), out)?;
                html::words(words, out)?;
                out.write_str("</p>\n")
            }
        }
    }
}

impl Display for Rendered<'_, Report> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (report, form) = self.parts();
        match form {
            Form::Markdown => report.markdown(f),
            Form::Csv => report.separated(f),
            Form::Html => report.html(f),
            Form::Plain => report.plain(f),
        }
    }
}
