//! A row of published results: what was printed, and what it means.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::cell;
use super::column::Column;
use super::finding::{Finding, FindingKind, Oddity};
use super::head::Units;
use super::rows::offset;
use crate::allocation::{Allocation, AllocationError, AllocationId, Milestones, SupplyMethod};
use crate::enterprise::Enterprise;
use crate::exact::{Mode, Ratio};
use crate::industry::{Carried, Edition, IndustryCode};
use crate::land_use::LandUse;
use crate::parcel::{Parcel, ParcelError};
use crate::quantity::{Area, Money, Term};
use crate::region::DivisionCode;
use crate::register::{Register, RegisterError};
use crate::text::LabelError;

/// Why a record cannot be held by a register.
///
/// ```
/// use standard_land::Register;
/// use standard_land::notice::{Outcome, Reader, RecordError};
///
/// let file = "面积(公顷),电子监管号,土地使用权人\n1,1411212012B00017,甲公司\n";
/// let Some(Ok(Outcome::Record(record))) = Reader::new(file.as_bytes())?.next() else {
///     unreachable!("the row is a record")
/// };
/// let mut register = Register::new();
/// record.add_to(&mut register)?;
/// assert!(matches!(record.add_to(&mut register), Err(RecordError::Register(_))));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecordError {
    /// The number or the holder cannot be held.
    Label(Box<LabelError>),
    /// The parcel cannot be held.
    Parcel(Box<ParcelError>),
    /// The allocation cannot be held.
    Allocation(Box<AllocationError>),
    /// A rule of the register would be broken.
    Register(Box<RegisterError>),
}

/// A row as printed: one text, cut into the known columns.
///
/// Every cell of a known column is kept to the letter. Cells of unknown
/// columns are kept if [`Options::keep_unknown`](super::Options::keep_unknown) says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PrintedRow {
    number: u64,
    /// All cells, with a comma between them.
    text: Box<str>,
    /// Where the cell of each column ends in the text.
    ends: [u32; Column::COUNT],
    /// The units that the heads state.
    pub(super) units: Units,
    /// Header and cell of each unknown column.
    unknown: Vec<(Box<str>, Box<str>)>,
}

impl PrintedRow {
    /// Which row of the file it is; the one after the header is 1.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// What was printed in a column; empty if the file has no such column.
    #[must_use]
    pub fn cell(&self, column: Column) -> &str {
        let index = column.index();
        let end = self.ends.get(index).copied().unwrap_or_default();
        let start = match index.checked_sub(1) {
            // Behind the comma.
            Some(before) => self
                .ends
                .get(before)
                .map_or(u32::MAX, |end| end.saturating_add(1)),
            None => 0,
        };
        let range = offset(start)..offset(end);
        self.text.get(range).unwrap_or_default()
    }

    /// What was printed, as it reads in a column with the published unit.
    pub(super) fn published(&self, column: Column) -> Cow<'_, str> {
        let (cell, units) = (self.cell(column), self.units);
        match column {
            Column::Area if units.area != Units::PUBLISHED.area => {
                cell::with_unit(cell, units.area.name_zh())
            }
            Column::Price if units.price != Units::PUBLISHED.price => {
                cell::with_unit(cell, units.price.name_zh())
            }
            _ => Cow::Borrowed(cell),
        }
    }

    /// The area, rounded to a quantum, and what that took away.
    pub(super) fn rounded_area(&self, mode: Mode) -> Option<(Area, Ratio)> {
        cell::rounded_area(self.cell(Column::Area), self.units.area, mode)
    }

    /// A finding in this row, with what was printed.
    pub(super) fn oddity(&self, finding: Finding) -> Oddity<'_> {
        Oddity {
            row: self.number,
            column: finding.column,
            found: finding.column.map_or("", |column| self.cell(column)),
            kind: finding.kind,
        }
    }

    /// Keeps the cell of an unknown column.
    pub(super) fn keep(&mut self, header: Box<str>, cell: &str) {
        self.unknown.push((header, cell.into()));
    }

    /// Headers and cells of unknown columns, if they are kept.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.unknown
            .iter()
            .map(|(header, cell)| (header.as_ref(), cell.as_ref()))
    }
}

/// A row that could be read: an allocation as published.
///
/// What could not be understood is `None`, has a [`Finding`], and stands as
/// printed in [`Record::printed`]. *Invariant*: the area is not zero.
///
/// ```
/// use standard_land::notice::{Outcome, Reader};
///
/// let file = "电子监管号,面积(公顷),成交价格(万元),土地使用权人\n\
///             1411212012B00017,1.419100,144.0000,山西鑫海化工有限公司\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// let Some(Outcome::Record(record)) = reader.next().transpose()? else {
///     unreachable!("the row can be read")
/// };
/// assert_eq!(record.area(), "1.4191 ha".parse()?);
/// assert_eq!(record.division().and_then(|code| code.name()), Some("文水县"));
/// assert_eq!(record.price(), Some("144万元".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    pub(super) printed: PrintedRow,
    pub(super) findings: Vec<Finding>,
    pub(super) earlier: Earlier,
    pub(super) division: Option<DivisionCode>,
    pub(super) area: Area,
    pub(super) land_use: Option<LandUse>,
    pub(super) method: Option<SupplyMethod>,
    pub(super) term: Option<Term>,
    pub(super) industry: Option<IndustryCode>,
    pub(super) price: Option<Money>,
    pub(super) ratio_min: Option<Decimal>,
    pub(super) ratio_max: Option<Decimal>,
    pub(super) dates: Milestones,
}

/// The first row that another one is compared with, if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Earlier {
    /// No row is like it.
    None,
    /// One has its number, and says something else.
    SameNumber(u64),
    /// One says the same, and neither has a number.
    Alike(u64),
}

impl Record {
    /// A row as printed, of which nothing is known yet, its area least of all.
    ///
    /// It is built where it stays: a record is large.
    #[inline]
    pub(super) fn unread(
        number: u64,
        text: &str,
        ends: &[u32; Column::COUNT],
        units: Units,
    ) -> Box<Self> {
        let text = text.into();
        Box::new(Self {
            printed: PrintedRow {
                number,
                text,
                ends: *ends,
                units,
                unknown: Vec::new(),
            },
            findings: Vec::new(),
            earlier: Earlier::None,
            division: None,
            area: Area::ZERO,
            land_use: None,
            method: None,
            term: None,
            industry: None,
            price: None,
            ratio_min: None,
            ratio_max: None,
            dates: Milestones {
                signed: None,
                agreed_handover: None,
                agreed_start: None,
                agreed_completion: None,
                actual_start: None,
                actual_completion: None,
                ended: None,
            },
        })
    }

    /// Notes that another row is like it.
    pub(super) fn compare_with(&mut self, earlier: Earlier) {
        self.earlier = earlier;
        let (kind, column) = match earlier {
            Earlier::None => return,
            Earlier::SameNumber(_) => (FindingKind::NumberReused, Some(Column::SupervisionNumber)),
            Earlier::Alike(_) => (FindingKind::AlikeWithoutNumber, None),
        };
        self.findings.push(Finding { kind, column });
    }

    /// The row as printed.
    #[must_use]
    pub const fn printed(&self) -> &PrintedRow {
        &self.printed
    }

    /// What is odd about it, in the order in which the row was read.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, with what was printed.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity<'_>> {
        let findings = self.findings.iter();
        findings.map(|finding| self.printed.oddity(*finding))
    }

    /// The first row that has the same number and says something else.
    #[must_use]
    pub const fn same_number_as(&self) -> Option<u64> {
        match self.earlier {
            Earlier::SameNumber(first) => Some(first),
            _ => None,
        }
    }

    /// The first row that says the same, where neither has a number.
    ///
    /// Each of the two may be a parcel, so both are records; whoever knows
    /// better can name [`Options::collapse_alike`](super::Options::collapse_alike).
    #[must_use]
    pub const fn alike_to(&self) -> Option<u64> {
        match self.earlier {
            Earlier::Alike(first) => Some(first),
            _ => None,
        }
    }

    /// The supervision number, as printed.
    #[must_use]
    pub fn id(&self) -> Option<AllocationId> {
        AllocationId::new(cell::trimmed(self.printed.cell(Column::SupervisionNumber))).ok()
    }

    /// The division in the supervision number; perhaps not in the table.
    #[must_use]
    pub const fn division(&self) -> Option<DivisionCode> {
        self.division
    }

    /// The area that was supplied; never zero.
    #[must_use]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// What rounding took away from the printed area, where it was rounded.
    ///
    /// What was printed less what is held, exactly, in quanta of 10⁻⁸ mu; below
    /// zero where the rounding added. What was printed stands in
    /// [`printed`](Record::printed). See [`Options::round_areas`](super::Options::round_areas).
    ///
    /// ```
    /// use standard_land::exact::Mode;
    /// use standard_land::notice::{Options, Outcome, Reader};
    ///
    /// let file = "电子监管号,面积(公顷)\n1411212012B00017,2.033333333333333\n";
    /// let options = Options::default().round_areas(Mode::HalfEven);
    /// let mut reader = Reader::with_options(file.as_bytes(), options)?;
    /// let Some(Outcome::Record(record)) = reader.next().transpose()? else {
    ///     unreachable!("the area is rounded")
    /// };
    /// assert_eq!(record.area(), "30.5 mu".parse()?);
    /// assert_eq!(record.area_lost().map(|lost| lost.to_string()).as_deref(), Some("-1/2000000"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn area_lost(&self) -> Option<Ratio> {
        let is_rounded = |finding: &Finding| finding.kind == FindingKind::AreaRounded;
        if !self.findings.iter().any(is_rounded) {
            return None;
        }
        let (below, excess) = self.printed.rounded_area(Mode::TowardZero)?;
        let added = self.area.quanta().saturating_sub(below.quanta());
        let added = Ratio::new(added.into(), 1).ok()?;
        excess.checked_sub(added).ok().map(Ratio::lowest)
    }

    /// What the land is used for, by the edition of the day it was signed.
    ///
    /// Where no such day is printed, by the year of the supervision number.
    #[must_use]
    pub const fn land_use(&self) -> Option<LandUse> {
        self.land_use
    }

    /// How it was supplied.
    #[must_use]
    pub const fn method(&self) -> Option<SupplyMethod> {
        self.method
    }

    /// For how long, where there is one term for all uses.
    #[must_use]
    pub const fn term(&self) -> Option<Term> {
        self.term
    }

    /// Uses and their terms, where there is one for each use.
    pub fn terms_by_use(&self) -> impl Iterator<Item = (&str, Term)> {
        cell::terms_by_use(self.printed.cell(Column::Term))
    }

    /// The code of the industry label, where it is certain.
    ///
    /// Labels are names of GB/T 4754-2002, and so are their codes: see
    /// [`IndustryLabel`](super::IndustryLabel).
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.industry
    }

    /// What that code is in another edition.
    #[must_use]
    pub fn industry_carried_to(&self, edition: Edition) -> Option<Carried> {
        self.industry.map(|code| code.carried_to(edition))
    }

    /// The price, where there is one that can be believed.
    #[must_use]
    pub const fn price(&self) -> Option<Money> {
        self.price
    }

    /// The floor-area ratio must be at least this.
    #[must_use]
    pub const fn floor_area_ratio_min(&self) -> Option<Decimal> {
        self.ratio_min
    }

    /// The floor-area ratio must be at most this.
    #[must_use]
    pub const fn floor_area_ratio_max(&self) -> Option<Decimal> {
        self.ratio_max
    }

    /// The dates that can be believed; they do not run backwards.
    #[must_use]
    pub const fn dates(&self) -> &Milestones {
        &self.dates
    }

    /// The holders, one or several, as printed.
    pub fn holders(&self) -> impl Iterator<Item = &str> {
        cell::holders(self.printed.cell(Column::Holder))
    }

    /// The number, or `row n` where none was printed.
    fn label(&self) -> String {
        let number = cell::trimmed(self.printed.cell(Column::SupervisionNumber));
        if cell::is_missing(number) {
            format!("row {}", self.printed.number)
        } else {
            String::from(number)
        }
    }

    /// The parcel; a notice numbers contracts, so it has the contract's number.
    ///
    /// # Errors
    ///
    /// When the number cannot be held as one.
    pub fn parcel(&self) -> Result<Parcel, RecordError> {
        let mut parcel = Parcel::new(self.label().parse()?, self.area)?;
        if let Some(division) = self.division {
            parcel = parcel.with_region(division);
        }
        if let Some(land_use) = self.land_use {
            parcel = parcel.with_land_use(land_use);
        }
        Ok(parcel)
    }

    /// The holder as one party, joint holders under their joint name.
    ///
    /// # Errors
    ///
    /// When there is no holder, or the name cannot be held.
    pub fn enterprise(&self) -> Result<Enterprise, RecordError> {
        let name = cell::trimmed(self.printed.cell(Column::Holder));
        let name = if cell::is_missing(name) { "" } else { name };
        Ok(Enterprise::new(name.parse()?))
    }

    /// The allocation.
    ///
    /// # Errors
    ///
    /// When the number or the holder cannot be held.
    pub fn allocation(&self) -> Result<Allocation, RecordError> {
        let label = self.label();
        let mut allocation = Allocation::new(
            label.parse()?,
            label.parse()?,
            self.enterprise()?.id(),
            self.area,
        )?
        .with_dates(self.dates)?;
        if let Some(method) = self.method {
            allocation = allocation.with_method(method);
        }
        if let Some(term) = self.term {
            allocation = allocation.with_term(term);
        }
        if let Some(industry) = self.industry {
            allocation = allocation.with_industry(industry);
        }
        if let Some(price) = self.price {
            allocation = allocation.with_price(price)?;
        }
        Ok(allocation)
    }

    /// Adds parcel, holder and allocation to a register, or nothing.
    ///
    /// A holder that is in the register already is the same one.
    ///
    /// # Errors
    ///
    /// The rule that would be broken: a number that is used twice, say.
    pub fn add_to(&self, register: &mut Register) -> Result<(), RecordError> {
        let (parcel, enterprise, allocation) =
            (self.parcel()?, self.enterprise()?, self.allocation()?);
        if register.allocation(allocation.id()).is_some() {
            let id = allocation.id().clone();
            return Err(RegisterError::AllocationExists { id }.into());
        }
        if register.parcel(parcel.id()).is_some() {
            let id = parcel.id().clone();
            return Err(RegisterError::ParcelExists { id }.into());
        }
        // This can still be refused, for a name that is taken; what follows
        // cannot: the parcel is new, and so is its only allocation.
        if register.enterprise(&enterprise.id()).is_none() {
            register.add_enterprise(enterprise)?;
        }
        register.add_parcel(parcel)?;
        register.add_allocation(allocation)?;
        Ok(())
    }
}
