//! Why a table is not a category scheme.

use alloc::boxed::Box;
use alloc::string::String;

use super::category::CategoryNumber;
use crate::industry::code::{IndustryCode, IndustryError};
use crate::industry::edition::Edition;
use crate::text::{LabelError, UnknownTerm};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum SchemeTableError {
    /// Name, edition or source cannot be held.
    #[error("the {field} of the scheme is not valid")]
    Field {
        /// Which of them.
        field: &'static str,
        /// What is wrong with it.
        source: Box<LabelError>,
    },
    /// A quoted cell has no end.
    #[error("the quotation mark that opens a cell of the record in line {line} is not closed")]
    Unclosed {
        /// The line in which the record begins, from 1.
        line: usize,
    },
    /// A column that is not one of a scheme.
    #[error(
        "the column {given:?} is not known; known are 大类, 中类, 小类, 名称, 国民经济行业代码 (with the year of its edition), 行业名称 and 备注"
    )]
    UnknownColumn {
        /// The head of the column, cut at 32 characters.
        given: String,
    },
    /// Two columns of one kind.
    #[error("the column {given:?} repeats another one; keep one of them")]
    ColumnRepeated {
        /// The head of the second column, cut at 32 characters.
        given: String,
    },
    /// There is no column of codes, or none of categories.
    #[error("there is no column of {what}; the header needs one such as {example}")]
    MissingColumn {
        /// What is not there.
        what: &'static str,
        /// How its head may read.
        example: &'static str,
    },
    /// Nothing says of which edition the codes are.
    #[error(
        "the edition of the industry codes is not stated; write 国民经济行业代码（2017） or name it"
    )]
    NoEdition,
    /// The header names another edition than the caller.
    #[error("the header is of {header}, but {given} was named; correct one of them")]
    Editions {
        /// What the header says.
        header: Edition,
        /// What was named.
        given: Edition,
    },
    /// A row has more cells than the header.
    #[error("line {line} has more cells than the header has columns")]
    Cells {
        /// Which line, from 1.
        line: usize,
    },
    /// A cell of a category is no number.
    #[error("line {line} has no valid category number")]
    Number {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: UnknownTerm,
    },
    /// Numbers of one level differ in length: zeros may be lost.
    #[error(
        "line {line} has the category {number}, which is longer or shorter than {other} of the same level; restore the zeros before it"
    )]
    Width {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: CategoryNumber,
        /// Another one of its level.
        other: CategoryNumber,
    },
    /// A category does not lie in the one above it.
    #[error("line {line} has the category {number} below {above}; its number must begin with that")]
    Nested {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: CategoryNumber,
        /// What stands above it.
        above: CategoryNumber,
    },
    /// A category has two names.
    #[error("line {line} gives the category {number} another name than before")]
    Renamed {
        /// Which line, from 1.
        line: usize,
        /// The category.
        number: CategoryNumber,
    },
    /// A name or a code before the first category.
    #[error("line {line} has no category, and none stands above it")]
    NoCategory {
        /// Which line, from 1.
        line: usize,
    },
    /// A name of a category cannot be held.
    #[error("the name of a category in line {line} is not valid")]
    Name {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<LabelError>,
    },
    /// A code is not in the edition.
    #[error("line {line} has no valid industry code")]
    Code {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        source: Box<IndustryError>,
    },
    /// A code may have lost the zero before it.
    #[error(
        "line {line} has the code {given:?}, which may be {} or have lost a zero: {}; write the letter of its section before it",
        as_printed.code(), restored.code()
    )]
    Doubtful {
        /// Which line, from 1.
        line: usize,
        /// The code, cut at 32 characters.
        given: String,
        /// What it means as it stands.
        as_printed: IndustryCode,
        /// What it means with the zero.
        restored: IndustryCode,
    },
    /// The table lists no code.
    #[error("the table lists no industry code")]
    Empty,
    /// A code is listed twice in a category.
    #[error("{} is listed twice in the category {category}; keep one row", code.code())]
    Duplicate {
        /// The code.
        code: IndustryCode,
        /// The category.
        category: CategoryNumber,
    },
    /// A code belongs in full to one category and is listed in another.
    #[error(
        "{} belongs in full to the category {first} and is listed in {second}; mark it with * in both, or list it once",
        code.code()
    )]
    Conflict {
        /// The first class that both hold.
        code: IndustryCode,
        /// The category that holds all of it.
        first: CategoryNumber,
        /// The other one.
        second: CategoryNumber,
    },
    /// A large category is none of the ten of producer services.
    #[error("the large category {number} is not one of the ten of producer services, 01 to 10")]
    NotProducerService {
        /// The category.
        number: CategoryNumber,
    },
}
