//! What the words of the lexicon measure.

use crate::quantity::counter::Counter;
use crate::quantity::units::{AreaUnit, EnergyUnit, MassUnit};

/// A unit as it stands behind a number, without what multiplies it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Percent,
    Permille,
    PercentagePoint,
    Tenth,
    Times,
    /// Square metres, times ten to a power.
    Metric(u8),
    Mu,
    Yuan,
    /// Money per land.
    Price(AreaUnit),
    Counter(Counter),
    Energy(EnergyUnit),
    Mass(MassUnit),
    Year,
    /// A unit that nothing here is measured in: 层, 种.
    Foreign(&'static str),
}

/// Where a word is a unit or a qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Wherever it stands, in sentences too.
    Text,
    /// Only where a number and what belongs to it are the whole text: `m`.
    Cell,
}

/// A unit of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) spelling: &'static str,
    pub(super) measure: Measure,
    /// The power of ten that the word has in it: 4 in `wan mu`.
    pub(super) power: u8,
    pub(super) scope: Scope,
}
