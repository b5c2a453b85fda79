//! Why a table is not a category scheme.

use alloc::boxed::Box;

use super::category::CategoryNumber;
use crate::industry::code::{IndustryCode, IndustryError};
use crate::industry::edition::Edition;
use crate::text::{Given, LabelError, UnknownTerm};

/// Why a table cannot be read as a category scheme.
///
/// ```
/// use standard_land::industry::{SchemeHead, SchemeTable, SchemeTableError};
///
/// let head = SchemeHead::new("a scheme", "2018", "an annex");
/// let read = |csv: &str| SchemeTable::read(&head, csv).unwrap_err();
/// assert!(matches!(read("大类\n01"), SchemeTableError::MissingColumn { .. }));
/// let error = read("大类,行业代码2017\n01,111");
/// assert!(matches!(error, SchemeTableError::Doubtful { line: 2, .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SchemeTableError {
    /// Name, edition or source cannot be held.
    Field {
        /// Which of them.
        field: &'static str,
        /// What is wrong with it.
        source: Box<LabelError>,
    },
    /// A quoted cell has no end.
    Unclosed {
        /// The line in which the record begins, from 1.
        line: usize,
    },
    /// A column that is not one of a scheme.
    UnknownColumn {
        /// The head of the column, cut at 32 characters.
        given: Given,
    },
    /// Two columns of one kind.
    ColumnRepeated {
        /// The head of the second column, cut at 32 characters.
        given: Given,
    },
    /// There is no column of codes, or none of categories.
    MissingColumn {
        /// What is not there.
        what: &'static str,
        /// How its head may read.
        example: &'static str,
    },
    /// Nothing says of which edition the codes are.
    NoEdition,
    /// The header names another edition than the caller.
    Editions {
        /// What the header says.
        header: Edition,
        /// What was named.
        given: Edition,
    },
    /// A row has more cells than the header.
    Cells {
        /// Which line, from 1.
        line: usize,
    },
    /// A cell of a category is not a number.
    Number {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: UnknownTerm,
    },
    /// Numbers of one level differ in length: zeros may be lost.
    Width {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: Box<CategoryNumber>,
        /// Another one of its level.
        other: Box<CategoryNumber>,
    },
    /// A category does not lie in the one above it.
    Nested {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: Box<CategoryNumber>,
        /// What stands above it.
        above: Box<CategoryNumber>,
    },
    /// A category has two names.
    Renamed {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: CategoryNumber,
    },
    /// A name or a code before the first category.
    NoCategory {
        /// Which line, from 1.
        line: usize,
    },
    /// A name of a category cannot be held.
    Name {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<LabelError>,
    },
    /// A code is not in the edition.
    Code {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<IndustryError>,
    },
    /// A code may have lost the zero before it.
    Doubtful {
        /// Which line, from 1.
        line: usize,
        /// The code, cut at 32 characters.
        given: Given,
        /// What it means as it stands.
        as_printed: IndustryCode,
        /// What it means with the zero.
        restored: IndustryCode,
    },
    /// The table lists no code.
    Empty,
    /// A code is listed twice in a category.
    Duplicate {
        /// The code.
        code: IndustryCode,
        /// The category.
        category: CategoryNumber,
    },
    /// A code belongs in full to one category and is listed in another.
    Conflict {
        /// The first class that both hold.
        code: IndustryCode,
        /// The category that holds all of it.
        first: Box<CategoryNumber>,
        /// The other one.
        second: Box<CategoryNumber>,
    },
    /// A large category that is not one of the ten of producer services.
    NotProducerService {
        /// The category.
        number: CategoryNumber,
    },
}
