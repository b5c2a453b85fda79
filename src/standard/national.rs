//! The national control indicators, from the table that is compiled in.

use super::control::{ControlStandard, Provision, ProvisionError, StandardName};
use super::indicator::Indicator;
use super::row::{National, Row};
use super::table::{NATIONAL_2008, NATIONAL_2023};
use crate::industry::IndustryCode;

impl National {
    fn provision(&self, row: &Row) -> Result<Provision, ProvisionError> {
        let indicator = Indicator::usual(row.indicator);
        let threshold = indicator.read(row.threshold)?;
        let mut provision = Provision::new(indicator, threshold)?
            .with_force(row.force)
            .with_certainty(row.certainty);
        if !row.code.is_empty() {
            provision = provision.of_trade(IndustryCode::new(self.classification, row.code)?);
        }
        if !row.clause.is_empty() {
            provision = provision.with_clause(row.clause)?;
        }
        Ok(provision)
    }
}

impl ControlStandard {
    /// The national control indicators for industrial projects of 2008.
    ///
    /// Floor-area minima by division of GB/T 4754-2002 (table 2), a building
    /// coefficient of at least 30 %, at most 7 % of the land for
    /// administration and living: all bind, and were seen in a source. The
    /// green ratio (at most 20 %) is [`Certainty::Remembered`](crate::source::Certainty::Remembered); the table of
    /// investment intensities is a reference to the document.
    ///
    /// ```
    /// use standard_land::standard::ControlStandard;
    ///
    /// let national = ControlStandard::national_2008();
    /// assert_eq!(national.provisions().len(), 34);
    /// let clause = national.provisions()[1].clause();
    /// assert_eq!(clause, Some("四（二）表2"));
    /// ```
    #[must_use]
    pub fn national_2008() -> Self {
        built_in(&NATIONAL_2008)
    }

    /// The national control indicators for industrial projects of 2023.
    ///
    /// Floor-area ratio, building coefficient and administrative share bind;
    /// investment intensity, output and tax per land are recommended. The
    /// numbers (at least 40 %; at most 7 % of the land and 15 % of the floor
    /// area) are [`Certainty::Remembered`](crate::source::Certainty::Remembered); what differs by trade is a
    /// reference to the document.
    ///
    /// ```
    /// use standard_land::standard::{ControlStandard, CoreIndicator, Force};
    ///
    /// let national = ControlStandard::national_2023();
    /// let trade = "3514".parse()?;
    /// let force = |core: CoreIndicator| {
    ///     let found = national.applying_to(&core.into(), trade);
    ///     found.map(|found| found.map(|found| found.provision.force()))
    /// };
    /// assert_eq!(force(CoreIndicator::FloorAreaRatio)?, Some(Force::Binding));
    /// assert_eq!(force(CoreIndicator::TaxPerArea)?, Some(Force::Recommended));
    /// assert_eq!(force(CoreIndicator::Energy)?, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn national_2023() -> Self {
        built_in(&NATIONAL_2023)
    }
}

/// Reads the table as any standard is read. No row can fail: a test compares
/// what comes out with every row of the file.
fn built_in(national: &National) -> ControlStandard {
    let document = StandardName::compiled_in(national.document);
    let mut standard = ControlStandard::new(document, national.classification);
    for provision in national.rows.iter().map(|row| national.provision(row)) {
        let _ = provision.map(|provision| standard.insert(provision));
    }
    standard
}
