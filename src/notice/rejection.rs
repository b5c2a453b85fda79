//! A row that cannot be counted, with all that could be read of it.

use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use rust_decimal::Decimal;

use super::cell;
use super::column::Column;
use super::finding::{Finding, FindingKind, Oddity};
use super::record::{PrintedRow, Record, RecordError};
use crate::allocation::{AllocationId, Milestones, SupplyMethod};
use crate::enterprise::Enterprise;
use crate::exact::{Mode, Ratio};
use crate::industry::IndustryCode;
use crate::land_use::LandUse;
use crate::quantity::{Money, Term};
use crate::region::DivisionCode;

/// A row that cannot be counted.
///
/// Where only the area is missing, the rest of the row was read as that of a
/// record is, so that a caller can count such parcels beside the known ones.
/// Of bytes that are not text nothing was read. `{}` prints the reason, and by
/// how much an area is too fine.
///
/// ```
/// use standard_land::notice::{Outcome, Reader};
///
/// let file = "电子监管号,面积(公顷),成交价格(万元),土地使用权人\n\
///             1411212012B00017,0.000000,144.0000,某公司\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// let Some(Outcome::Rejected(rejection)) = reader.next().transpose()? else {
///     unreachable!("a parcel without an area is not counted")
/// };
/// assert!(rejection.is_parcel_without_area());
/// assert_eq!(rejection.division().and_then(|code| code.name()), Some("文水县"));
/// assert_eq!(rejection.price(), Some("144万元".parse()?));
/// assert_eq!(rejection.to_string(), "row 1, 面积: zero-area: \"0.000000\"");
/// assert_eq!(reader.account().parcels_without_area(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rejection {
    /// What was read; its area means nothing.
    row: Record,
    reason: Finding,
}

impl Rejection {
    /// Refuses a row for a reason, which is among its findings from then on.
    pub(super) fn new(mut row: Record, reason: Finding) -> Self {
        if !row.findings.contains(&reason) {
            row.findings.push(reason);
        }
        Self { row, reason }
    }

    /// The same for another reason.
    pub(super) fn because(self, reason: Finding) -> Self {
        Self::new(self.row, reason)
    }

    /// What was read of it, for conditions that records are chosen by.
    pub(super) const fn row(&self) -> &Record {
        &self.row
    }

    /// What is odd about it, the reason included.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.row.findings
    }

    /// The row as printed; bytes that are not text are replaced by U+FFFD.
    #[must_use]
    pub const fn printed(&self) -> &PrintedRow {
        self.row.printed()
    }

    /// Why it cannot be counted.
    #[must_use]
    pub const fn reason(&self) -> Finding {
        self.reason
    }

    /// The same, with what was printed.
    #[must_use]
    pub fn oddity(&self) -> Oddity<'_> {
        self.printed().oddity(self.reason)
    }

    /// What is odd about it, the reason included.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        self.row.findings()
    }

    /// The same, with what was printed.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity<'_>> {
        self.row.oddities()
    }

    /// Whether it is a parcel that has no area, or an area of zero.
    ///
    /// It is one if the row says something that only a parcel has: a number, a
    /// land use, a supply method, an industry, a price, a day of signing, or a
    /// project together with its holder. Else it may be a note below a table.
    #[must_use]
    pub fn is_parcel_without_area(&self) -> bool {
        let row = &self.row;
        let is_printed = |column| !cell::is_missing(cell::trimmed(row.printed.cell(column)));
        matches!(
            self.reason.kind,
            FindingKind::NoArea | FindingKind::ZeroArea
        ) && (cell::is_number(row.printed.cell(Column::SupervisionNumber))
            || row.land_use.is_some()
            || row.method.is_some()
            || row.industry.is_some()
            || row.price.is_some()
            || row.dates.signed.is_some()
            || (is_printed(Column::Project) && is_printed(Column::Holder)))
    }

    /// By how much a printed area is finer than what can be held.
    ///
    /// What it has beyond whole quanta of 10⁻⁸ mu, as an exact part of one;
    /// `None` unless the reason is [`FindingKind::AreaTooPrecise`].
    ///
    /// ```
    /// use standard_land::notice::{Outcome, Reader};
    ///
    /// let file = "电子监管号,面积(公顷)\n1411212012B00017,0.30000000000000004\n";
    /// let mut reader = Reader::new(file.as_bytes())?;
    /// let Some(Outcome::Rejected(rejection)) = reader.next().transpose()? else {
    ///     unreachable!("the area cannot be held")
    /// };
    /// assert_eq!(rejection.area_excess().map(|part| part.to_string()).as_deref(), Some("3/50000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn area_excess(&self) -> Option<Ratio> {
        if self.reason.kind != FindingKind::AreaTooPrecise {
            return None;
        }
        let rounded = self.row.printed.rounded_area(Mode::TowardZero);
        rounded.map(|(_, excess)| excess)
    }

    /// The first row that says the same, where neither has a number.
    #[must_use]
    pub const fn alike_to(&self) -> Option<u64> {
        self.row.alike_to()
    }

    /// The first row that has the same number and says something else.
    #[must_use]
    pub const fn same_number_as(&self) -> Option<u64> {
        self.row.same_number_as()
    }

    /// The supervision number, as printed.
    #[must_use]
    pub fn id(&self) -> Option<AllocationId> {
        self.row.id()
    }

    /// The division in the supervision number; perhaps not in the table.
    #[must_use]
    pub const fn division(&self) -> Option<DivisionCode> {
        self.row.division()
    }

    /// What the land is used for, by GB/T 21010-2017.
    #[must_use]
    pub const fn land_use(&self) -> Option<LandUse> {
        self.row.land_use()
    }

    /// How it was supplied.
    #[must_use]
    pub const fn method(&self) -> Option<SupplyMethod> {
        self.row.method()
    }

    /// For how long, where there is one term for all uses.
    #[must_use]
    pub const fn term(&self) -> Option<Term> {
        self.row.term()
    }

    /// The code of the industry label, where the match is certain.
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.row.industry()
    }

    /// The price as printed: without an area nobody knows its scale.
    #[must_use]
    pub const fn price(&self) -> Option<Money> {
        self.row.price()
    }

    /// The floor-area ratio must be at least this.
    #[must_use]
    pub const fn floor_area_ratio_min(&self) -> Option<Decimal> {
        self.row.floor_area_ratio_min()
    }

    /// The floor-area ratio must be at most this.
    #[must_use]
    pub const fn floor_area_ratio_max(&self) -> Option<Decimal> {
        self.row.floor_area_ratio_max()
    }

    /// The dates that can be believed; they do not run backwards.
    #[must_use]
    pub const fn dates(&self) -> &Milestones {
        self.row.dates()
    }

    /// The holders, one or several, as printed.
    pub fn holders(&self) -> impl Iterator<Item = &str> {
        self.row.holders()
    }

    /// The holder as one party, joint holders under their joint name.
    ///
    /// # Errors
    ///
    /// When there is no holder, or the name cannot be held.
    pub fn enterprise(&self) -> Result<Enterprise, RecordError> {
        self.row.enterprise()
    }
}

impl Display for Rejection {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.oddity())?;
        match self.area_excess() {
            Some(excess) => write!(f, ": {excess} of 10⁻⁸ mu more than can be held"),
            None => Ok(()),
        }
    }
}
