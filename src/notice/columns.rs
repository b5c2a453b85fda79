//! What became of the columns of a file.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::column::Column;
use super::finding::{Finding, FindingKind};
use super::head::{ColumnUnit, Head};
use crate::text::terms;

terms! {
    /// Why a column of a file is not used. Codes are stable.
    ///
    /// ```
    /// use standard_land::notice::UnusedReason;
    ///
    /// assert_eq!(UnusedReason::UnitNotStated.code(), "unit-not-stated");
    /// ```
    pub enum UnusedReason("a reason why a column is not used", "列未采用的原因") {
        /// Nothing is known under this head.
        UnknownHead = "unknown-head", "列名未收录";
        /// It is an area or a price, and the head does not state its unit.
        UnitNotStated = "unit-not-stated", "未注明单位";
        /// Another column is read for it, which stands before this one.
        ReadElsewhere = "read-elsewhere", "已采用另一列";
    }
}

/// A column of a file that is read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UsedColumn {
    pub(super) head: Box<str>,
    pub(super) column: Column,
    pub(super) unit: Option<ColumnUnit>,
}

impl UsedColumn {
    /// Its head, as printed but for white space, quotation marks and the form of
    /// brackets.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// What it is read as.
    #[must_use]
    pub const fn column(&self) -> Column {
        self.column
    }

    /// The unit of numbers in it that have none of their own.
    #[must_use]
    pub const fn unit(&self) -> Option<ColumnUnit> {
        self.unit
    }
}

impl Display for UsedColumn {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)?;
        if *self.head != *self.column.head() {
            write!(f, " as {}", self.column.name_zh())?;
        }
        match self.unit {
            Some(unit) => write!(f, " in {unit}"),
            None => Ok(()),
        }
    }
}

/// A column of a file that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnusedColumn {
    pub(super) head: Box<str>,
    pub(super) reason: UnusedReason,
}

impl UnusedColumn {
    /// Its head, as printed but for white space, quotation marks and the form of
    /// brackets.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// Why it is not read.
    #[must_use]
    pub const fn reason(&self) -> UnusedReason {
        self.reason
    }
}

impl Display for UnusedColumn {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.head, self.reason)
    }
}

/// What became of the columns of a file: none is lost without a word.
///
/// ```
/// use standard_land::notice::{Column, FindingKind, Reader, UnusedReason};
///
/// let file = "电子监管号,出让面积（亩）,成交价格,备注\n1411212012B00017,21.2865,144,\n";
/// let reader = Reader::new(file.as_bytes())?;
/// let columns = reader.account().columns();
/// let used: Vec<String> = columns.used().map(ToString::to_string).collect();
/// assert_eq!(used, ["电子监管号", "出让面积(亩) as 面积 in mu"]);
/// let unused: Vec<String> = columns.unused().map(ToString::to_string).collect();
/// assert_eq!(unused, ["成交价格 (unit-not-stated)", "备注 (unknown-head)"]);
/// assert!(columns.absent().any(|column| column == Column::Holder));
/// // What is absent is reported once, not for every row.
/// assert_eq!(reader.account().count(FindingKind::UnitNotStated), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Columns {
    pub(super) used: Vec<UsedColumn>,
    pub(super) unused: Vec<UnusedColumn>,
    /// The columns of heads with a stray quotation mark; `None` of unknown ones.
    pub(super) stray: Vec<Option<Column>>,
}

impl Columns {
    /// The columns that are read, in the order of the file.
    pub fn used(&self) -> impl Iterator<Item = &UsedColumn> {
        self.used.iter()
    }

    /// The columns that are not read, in the order of the file.
    pub fn unused(&self) -> impl Iterator<Item = &UnusedColumn> {
        self.unused.iter()
    }

    /// The head of the column that is read as one.
    pub(super) fn head(&self, column: Column) -> Option<Box<str>> {
        let mut used = self.used();
        let used = used.find(|used| used.column == column);
        used.map(|used| used.head.clone())
    }

    /// The columns of the land site that the file does not have, or that
    /// cannot be read in it.
    pub fn absent(&self) -> impl Iterator<Item = Column> {
        let is_used = |column| self.used.iter().any(|used| used.column == column);
        let all = Column::ALL.iter().copied();
        all.filter(move |column| !is_used(*column))
    }

    /// What is odd about them: one finding for each absent column, and one for
    /// each head with a stray quotation mark.
    ///
    /// ```
    /// use standard_land::notice::{Column, FindingKind, Reader};
    ///
    /// let file = "面积(公顷),\"项目名称\n1.5,厂房\n";
    /// let reader = Reader::new(file.as_bytes())?;
    /// let mut findings = reader.account().columns().findings();
    /// let stray = findings.find(|found| found.kind == FindingKind::StrayQuote);
    /// assert_eq!(stray.and_then(|found| found.column), Some(Column::Project));
    /// # Ok::<(), standard_land::notice::ReadError>(())
    /// ```
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        let has_no_unit = |column| {
            self.unused.iter().any(|unused| {
                unused.reason == UnusedReason::UnitNotStated
                    && Head::of(&unused.head) == Head::NoUnit(column)
            })
        };
        let absent = self.absent().map(move |column| Finding {
            kind: if has_no_unit(column) {
                FindingKind::UnitNotStated
            } else {
                FindingKind::AbsentColumn
            },
            column: Some(column),
        });
        let stray = self.stray.iter().map(|column| Finding {
            kind: FindingKind::StrayQuote,
            column: *column,
        });
        absent.chain(stray)
    }
}

/// One line for each kind that there is.
impl Display for Columns {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        list(f, "columns     ", self.used())?;
        list(f, "  absent    ", self.absent().map(Column::name_zh))?;
        list(f, "  not used  ", self.unused())
    }
}

fn list(f: &mut Formatter<'_>, title: &str, items: impl Iterator<Item: Display>) -> fmt::Result {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return Ok(());
    }
    f.write_str(title)?;
    for (place, item) in items.enumerate() {
        let between = if place > 0 { ", " } else { "" };
        write!(f, "{between}{item}")?;
    }
    writeln!(f)
}
