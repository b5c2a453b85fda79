//! How the table of national indicators is written down.

use super::control::Force;
use super::kind::CoreIndicator;
use crate::industry::Edition;
use crate::source::Certainty;

/// A standard of the table.
pub(super) struct National {
    pub(super) document: &'static str,
    pub(super) classification: Edition,
    pub(super) rows: &'static [Row],
}

/// A line of the table: the cells as they stand in `data/`.
pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) indicator: CoreIndicator,
    pub(super) threshold: &'static str,
    pub(super) force: Force,
    pub(super) clause: &'static str,
    pub(super) certainty: Certainty,
}

pub(super) const fn row(
    code: &'static str,
    indicator: CoreIndicator,
    threshold: &'static str,
    force: Force,
    clause: &'static str,
    certainty: Certainty,
) -> Row {
    Row {
        code,
        indicator,
        threshold,
        force,
        clause,
        certainty,
    }
}
