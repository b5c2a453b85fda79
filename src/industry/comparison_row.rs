//! The official comparison tables, each of two neighbouring editions.

use super::code::{IndustryCode, IndustryLevel};
use super::comparison::{Comparison, Pair};
use super::comparison_table::{OF_2002_AND_2011, OF_2011_AND_2017, REMARKS};
use super::edition::Edition;

/// The table that leads from an edition to the next one.
pub(super) const fn after(edition: Edition) -> Option<&'static Comparison> {
    match edition {
        Edition::E2002 => Some(&OF_2002_AND_2011),
        Edition::E2011 => Some(&OF_2011_AND_2017),
        Edition::E2017 => None,
    }
}

/// The table that leads to an edition from the one before.
pub(super) const fn before(edition: Edition) -> Option<&'static Comparison> {
    match edition {
        Edition::E2002 => None,
        Edition::E2011 => Some(&OF_2002_AND_2011),
        Edition::E2017 => Some(&OF_2011_AND_2017),
    }
}

/// A row of an official comparison table: two classes that share activities.
///
/// *Source*: the comparison of GB/T 4754-2002 and 2011 by the National Bureau
/// of Statistics; the annex of GB/T 4754-2017, renumbered by amendment 1.
///
/// ```
/// use standard_land::industry::Edition;
/// use standard_land::IndustryCode;
///
/// let grain = IndustryCode::new(Edition::E2002, "0111")?;
/// let rows: Vec<String> = grain
///     .comparison_rows()
///     .map(|row| format!("{} {}", row.newer().code(), row.remark()))
///     .collect();
/// assert_eq!(rows[0], "0111 新增，将原0111分解");
/// assert_eq!(rows.len(), 4);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ComparisonRow(Pair);

impl ComparisonRow {
    /// The class of the older edition.
    #[must_use]
    pub const fn older(&self) -> IndustryCode {
        let (older, ..) = self.0;
        IndustryCode::at_place(older)
    }

    /// The class of the newer edition.
    #[must_use]
    pub const fn newer(&self) -> IndustryCode {
        let (_, newer, _) = self.0;
        IndustryCode::at_place(newer)
    }

    /// The remark of the table, as printed; empty where there is none.
    #[must_use]
    pub fn remark(&self) -> &'static str {
        let (.., remark) = self.0;
        REMARKS.get(remark)
    }
}

impl IndustryCode {
    /// The rows of the comparison tables that a class stands in, by edition.
    ///
    /// A class of 2011 stands in both tables. Only classes are compared: codes
    /// above them have no row.
    pub fn comparison_rows(self) -> impl Iterator<Item = ComparisonRow> {
        let is_class = self.level() == IndustryLevel::Class;
        let of = move |table: Option<&'static Comparison>| table.filter(|_| is_class);
        let edition = self.edition();
        let as_newer = of(before(edition)).map(|table| table.with_newer(self));
        let as_older = of(after(edition)).map(|table| table.with_older(self));
        as_newer
            .into_iter()
            .flatten()
            .chain(as_older.into_iter().flatten())
            .map(ComparisonRow)
    }
}
