//! The forms that tables and reports are printed in.

use crate::text::terms;

terms! {
    /// What a table or a report is printed as.
    ///
    /// | form | what is safe in it |
    /// |---|---|
    /// | [`Markdown`](Form::Markdown) | characters that mean something are escaped; a line break in a cell is `<br>` |
    /// | [`Csv`](Form::Csv) | RFC 4180; words that a spreadsheet would run as a formula begin with `'` (below) |
    /// | [`Html`](Form::Html) | escaped; `caption`, `thead`, `scope`, `tfoot` |
    /// | [`Plain`](Form::Plain) | columns aligned by the width of East Asian characters |
    ///
    /// **Formulas in CSV.** Spreadsheets run a cell that begins with `=`, `+`,
    /// `-`, `@`, a tab or a line break, also after the quotation mark. A cell
    /// of words that begins with one of these (or a full-width one), or with
    /// `'`, is written with one `'` more in front; take it off to have the
    /// words back. Numbers are left alone, negative ones too, and so are words
    /// that are a plain number or a percentage.
    ///
    /// ```
    /// use standard_land::report::{Cell, TableColumn, Form, Language, Table};
    ///
    /// let mut table = Table::new(Language::English, "changes", vec![TableColumn::text("what")]);
    /// table.push(vec![Cell::text("=1+1")])?;
    /// table.push(vec![Cell::text("-5.2%")])?;
    /// assert_eq!(table.render(Form::Csv).to_string(), "what\r\n'=1+1\r\n-5.2%\r\n");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Form("a form of reports", "报告格式") {
        /// Markdown with tables (GFM).
        Markdown = "markdown", "标记文本";
        /// Comma-separated values, RFC 4180.
        Csv = "csv", "逗号分隔值";
        /// HTML.
        Html = "html", "网页";
        /// Plain text for a screen of fixed width.
        Plain = "plain", "纯文本";
    }
}

/// A table or a report in a form; printing it writes it.
///
/// It writes to any [`core::fmt::Write`] with `write!`, piece by piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rendered<'a, T> {
    of: &'a T,
    form: Form,
}

impl<'a, T> Rendered<'a, T> {
    pub(super) const fn new(of: &'a T, form: Form) -> Self {
        Self { of, form }
    }

    pub(super) const fn parts(&self) -> (&'a T, Form) {
        (self.of, self.form)
    }
}
