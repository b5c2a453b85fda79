//! One model of a table, whatever it is printed as.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::ReportError;
use super::form::{Form, Rendered};
use super::language::Language;
use crate::exact::Percent;

/// What stands in a column, which decides how it is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ColumnKind {
    /// Words; aligned left.
    Text,
    /// Numbers; aligned right.
    Number,
}

/// A column: its heading, and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TableColumn {
    heading: String,
    kind: ColumnKind,
}

impl TableColumn {
    /// A column of words.
    #[must_use]
    pub fn text(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Text,
        }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Number,
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What stands below it.
    #[must_use]
    pub const fn kind(&self) -> ColumnKind {
        self.kind
    }
}

/// A cell: words, a printed number, or nothing.
///
/// A number is made of a value that is printed already: it keeps its places.
///
/// ```
/// use standard_land::report::Cell;
/// use standard_land::Percent;
///
/// let percent: Percent = "15.40%".parse()?;
/// assert_eq!(Cell::from(percent).as_str(), "15.40%");
/// assert!(Cell::from(7_u64).is_number());
/// assert!(!Cell::text("7").is_number());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cell {
    text: String,
    kind: Option<ColumnKind>,
    marked: bool,
}

impl Cell {
    /// Words; no program is to take them for a number or a formula.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        Self {
            text: words.into(),
            kind: Some(ColumnKind::Text),
            marked: false,
        }
    }

    fn number(printed: String) -> Self {
        Self {
            text: printed,
            kind: Some(ColumnKind::Number),
            marked: false,
        }
    }

    /// Nothing: the value is not known, or makes no sense here.
    #[must_use]
    pub const fn missing() -> Self {
        Self {
            text: String::new(),
            kind: None,
            marked: false,
        }
    }

    /// The same with a mark (`*`) that a note explains.
    #[must_use]
    pub fn marked(self) -> Self {
        Self {
            marked: true,
            ..self
        }
    }

    /// What stands in it, without a mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.kind == Some(ColumnKind::Number)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.kind.is_none()
    }

    /// Whether it has a mark that a note explains.
    #[must_use]
    pub const fn is_marked(&self) -> bool {
        self.marked
    }

    /// What people read: a dash for nothing, an asterisk for a mark.
    pub(super) fn shown(&self) -> String {
        let mut shown = if self.is_missing() {
            "—".to_owned()
        } else {
            self.text.clone()
        };
        if self.marked {
            shown.push('*');
        }
        shown
    }
}

impl From<u64> for Cell {
    fn from(count: u64) -> Self {
        Self::number(count.to_string())
    }
}

impl From<Decimal> for Cell {
    fn from(amount: Decimal) -> Self {
        Self::number(amount.to_string())
    }
}

impl From<Percent> for Cell {
    fn from(percent: Percent) -> Self {
        Self::number(percent.to_string())
    }
}

/// A table: headed columns, rows, a total if there is one, and notes.
///
/// One model for every form: [`render`](Table::render) prints it as Markdown,
/// CSV, HTML or plain text. *Invariant*: every row has a cell for each column.
///
/// ```
/// use standard_land::report::{Cell, TableColumn, Form, Language, Table};
///
/// let columns = vec![TableColumn::text("区县"), TableColumn::number("宗数")];
/// let mut table = Table::new(Language::Chinese, "标准地出让", columns);
/// table.push(vec![Cell::text("文水县"), Cell::from(7_u64)])?;
/// table.push(vec![Cell::text("祁县"), Cell::missing()])?;
/// table.note("祁县未公布。");
///
/// assert_eq!(table.render(Form::Csv).to_string(), "区县,宗数\r\n文水县,7\r\n祁县,\r\n");
/// assert_eq!(
///     table.render(Form::Plain).to_string(),
///     "标准地出让\n\
///      \n\
///      区县    宗数\n\
///      ------  ----\n\
///      文水县     7\n\
///      祁县       —\n\
///      \n\
///      注：祁县未公布。\n",
/// );
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table {
    language: Language,
    caption: String,
    columns: Vec<TableColumn>,
    rows: Vec<Vec<Cell>>,
    total: Option<Vec<Cell>>,
    notes: Vec<String>,
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(language: Language, caption: impl Into<String>, columns: Vec<TableColumn>) -> Self {
        Self::of_parts(language, caption, columns, Vec::new())
    }

    /// A table whose rows are known to have a cell for each column.
    pub(super) fn of_parts(
        language: Language,
        caption: impl Into<String>,
        columns: Vec<TableColumn>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self {
            language,
            caption: caption.into(),
            columns,
            rows,
            total: None,
            notes: Vec::new(),
        }
    }

    /// Adds a row.
    ///
    /// # Errors
    ///
    /// [`ReportError::CellsDiffer`] when it has not one cell for each column.
    pub fn push(&mut self, row: Vec<Cell>) -> Result<(), ReportError> {
        let row = self.checked(row)?;
        self.rows.push(row);
        Ok(())
    }

    /// Sets the row that stands below all others.
    ///
    /// # Errors
    ///
    /// [`ReportError::CellsDiffer`] when it has not one cell for each column.
    pub fn set_total(&mut self, total: Vec<Cell>) -> Result<(), ReportError> {
        self.total = Some(self.checked(total)?);
        Ok(())
    }

    fn checked(&self, row: Vec<Cell>) -> Result<Vec<Cell>, ReportError> {
        if row.len() == self.columns.len() {
            Ok(row)
        } else {
            Err(ReportError::CellsDiffer {
                cells: row.len(),
                columns: self.columns.len(),
            })
        }
    }

    /// Adds a note; it stands below the table.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// The language of its headings and notes.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What it shows.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[TableColumn] {
        &self.columns
    }

    /// Its rows, without the total.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The row below all others, if there is one.
    #[must_use]
    pub fn total(&self) -> Option<&[Cell]> {
        self.total.as_deref()
    }

    /// Its notes.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The rows, then the total.
    pub(super) fn all_rows(&self) -> impl Iterator<Item = &Vec<Cell>> {
        self.rows.iter().chain(&self.total)
    }

    /// The table in a form, to print or to write to any [`core::fmt::Write`].
    #[must_use]
    pub const fn render(&self, form: Form) -> Rendered<'_, Self> {
        Rendered::new(self, form)
    }
}
