//! Reports that an office can publish: sentences, tables, charts, pages.
//!
//! Every figure is an exact value that was printed as such or rounded once, in
//! a mode that the caller names and the report says. Nothing here computes a
//! statistic; it prints what `stats` holds.
//!
//! | what | here |
//! |---|---|
//! | how figures are printed | [`Style`], [`ShareRounding`], [`Language`] |
//! | a sentence, and where its figures come from | [`Sentence`], [`ReportedFigure`] |
//! | a table, and the forms it is printed in | [`Table`], [`Form`] |
//! | a chart for places where people rather look than read (feature `svg`) | `Chart` |
//! | the whole document | [`Report`] |
//! | a briefing with its figures marked | [`BriefingPage`] |

#[cfg(feature = "svg")]
mod chart;
mod cross;
mod document;
mod figure;
mod form;
mod html;
mod language;
mod markdown;
mod marked;
mod messages;
mod plain;
mod printing;
mod sentence;
mod separated;
mod shares;
mod style;
mod table;
mod trend;

#[cfg(feature = "svg")]
pub use chart::Chart;
pub use cross::CrossCells;
pub use document::{Item, Report, Section};
pub use figure::{NamedTally, Origin, ReportedFigure};
pub use form::{Form, Rendered};
pub use language::{Language, Named};
pub use marked::BriefingPage;
pub use sentence::{Piece, Sentence};
pub use style::{ShareRounding, Style};
pub use table::{Cell, ColumnKind, Table, TableColumn};

use crate::exact::{ApportionError, RatioError};
use crate::stats::StatsError;
#[cfg(feature = "svg")]
use crate::text::Given;
use alloc::boxed::Box;

/// Why a report cannot be written.
///
/// ```
/// use standard_land::report::{Cell, TableColumn, Language, ReportError, Table};
///
/// let mut table = Table::new(Language::English, "areas", vec![TableColumn::text("zone")]);
/// let error = table.push(vec![Cell::text("a"), Cell::from(7_u64)]).unwrap_err();
/// assert_eq!(error, ReportError::CellsDiffer { cells: 2, columns: 1 });
/// assert!(error.to_string().starts_with("a row has 2 cells, but the table has 1 columns"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReportError {
    /// A figure does not exist, or cannot be printed in this way.
    Figure(RatioError),
    /// A column of percentages cannot be made to add up.
    Column(ApportionError),
    /// The statistic does not exist: growth from nothing, or a sum too large.
    Statistic(Box<StatsError>),
    /// A row has not one cell for each column.
    CellsDiffer {
        /// How many cells were given.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// The id of a chart could not be used in HTML and in a style sheet.
    #[cfg(feature = "svg")]
    Id {
        /// What was given, cut at 32 characters.
        given: Given,
    },
}
