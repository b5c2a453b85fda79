//! Reads the cells of a row, and notes what is odd about them.

use std::collections::HashMap;

use alloc::boxed::Box;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::cell::{self, Cell};
use super::column::Column;
use super::finding::{Finding, FindingKind};
use super::fingerprint::Fingerprints;
use super::headers::Headers;
use super::label::IndustryLabel;
use super::options::Options;
use super::record::Record;
use super::rejection::Rejection;
use crate::allocation::{Milestone, Milestones, SupervisionNumber, SupplyMethod};
use crate::industry::IndustryCode;
use crate::land_use::{Edition as LandUseEdition, LandUse, Named};
use crate::quantity::{Area, Money};
use crate::region::DivisionCode;

/// What is looked up for every row: names hashed once for a file, and codes
/// that were found before.
#[derive(Debug)]
pub(super) struct Lists {
    land_uses: HashMap<&'static str, Named, Fingerprints>,
    industries: HashMap<&'static str, Option<IndustryCode>, Fingerprints>,
    methods: HashMap<&'static str, SupplyMethod, Fingerprints>,
    /// Divisions that the table has, each where its last digits say.
    divisions: [Option<DivisionCode>; 64],
}

impl Lists {
    /// Whether the table has a division: files are of few of them.
    fn has_division(&mut self, code: DivisionCode) -> bool {
        let slot = usize::try_from(code.to_u32() % 64).unwrap_or_default();
        let Some(known) = self.divisions.get_mut(slot) else {
            return code.is_known();
        };
        if *known != Some(code) && code.is_known() {
            *known = Some(code);
        }
        *known == Some(code)
    }
}

impl Default for Lists {
    fn default() -> Self {
        // Classes stand behind those they belong to: the last one wins.
        let mut land_uses: HashMap<_, Named, Fingerprints> = HashMap::default();
        let editions = LandUseEdition::ALL.iter().copied();
        for class in editions.flat_map(LandUse::all) {
            land_uses.entry(class.name_zh()).or_default().add(class);
        }
        let industries = IndustryLabel::all().map(|label| (label.as_str(), label.code()));
        let methods = SupplyMethod::ALL.iter().copied();
        Self {
            land_uses,
            industries: industries.collect(),
            methods: methods.map(|method| (method.name_zh(), method)).collect(),
            divisions: [None; 64],
        }
    }
}

/// Reads the cells of one row and notes what is odd.
struct Clerk<'a> {
    record: Box<Record>,
    headers: &'a Headers,
    lists: &'a mut Lists,
}

impl Clerk<'_> {
    /// Notes a finding. What is absent from the file is not missing in a row.
    fn note(&mut self, kind: FindingKind, column: Column) {
        if self.headers.place(column).is_none() {
            return;
        }
        self.record.findings.push(Finding {
            kind,
            column: Some(column),
        });
    }

    /// Reads a cell. Full-width digits are noted; if it is odd with them, it is
    /// read once more with plain ones.
    fn read<T>(&mut self, column: Column, read: impl Fn(&str) -> Cell<T>) -> Option<T> {
        let printed = cell::trimmed(self.record.printed.cell(column));
        let mut cell = read(printed);
        if let Some(narrow) = cell::narrow(printed) {
            self.note(FindingKind::FullWidthDigits, column);
            if matches!(cell, Cell::Odd(_)) {
                cell = read(&narrow);
            }
        }
        match cell {
            Cell::Is(value) => Some(value),
            Cell::Missing => None,
            Cell::Odd(kind) => {
                self.note(kind, column);
                None
            }
        }
    }

    /// The area; or why there is none, which is noted.
    fn area(&mut self, options: &Options) -> Result<Area, Finding> {
        let unit = self.record.printed.units.area;
        match self.read(Column::Area, |cell| cell::area(cell, unit)) {
            Some(area) => Ok(area),
            None => self.rounded_area(options),
        }
    }

    /// The same for an area that cannot be held, if a rounding was named.
    #[cold]
    fn rounded_area(&mut self, options: &Options) -> Result<Area, Finding> {
        let reason = self.record.findings.last_mut();
        let Some(finding) = reason.filter(|found| found.column == Some(Column::Area)) else {
            // Every cell that is not an area is odd.
            return Err(Finding {
                kind: FindingKind::NoArea,
                column: Some(Column::Area),
            });
        };
        if finding.kind == FindingKind::AreaTooPrecise
            && let Some(mode) = options.round_areas
            && let Some((area, _)) = self.record.printed.rounded_area(mode)
            && !area.is_zero()
        {
            finding.kind = FindingKind::AreaRounded;
            return Ok(area);
        }
        Err(*finding)
    }

    fn division(&mut self) -> Option<DivisionCode> {
        let column = Column::SupervisionNumber;
        let number = cell::trimmed(self.record.printed.cell(column));
        if cell::is_missing(number) {
            self.note(FindingKind::NoNumber, column);
            return None;
        }
        let usual = number.parse::<SupervisionNumber>().ok();
        let division = match usual {
            Some(number) => Some(number.division()),
            None => number.get(..6).and_then(|code| code.parse().ok()),
        };
        if usual.is_none() {
            let is_damaged = cell::is_damaged(number);
            let kind = if is_damaged {
                FindingKind::NumberDamaged
            } else {
                FindingKind::UnusualNumber
            };
            self.note(kind, column);
        }
        match division {
            None => self.note(FindingKind::NoDivision, column),
            Some(code) if !self.lists.has_division(code) => {
                self.note(FindingKind::UnknownDivision, column);
            }
            Some(_) => {}
        }
        division
    }

    /// The day it was signed, or else the last one of the year of its number.
    fn signed(&self) -> Option<Date> {
        let printed = |column| cell::trimmed(self.record.printed.cell(column));
        if let Cell::Is(day) = cell::day(printed(Column::Signed)) {
            return Some(day);
        }
        let number = printed(Column::SupervisionNumber).parse::<SupervisionNumber>();
        let year = i16::try_from(number.ok()?.year()).ok()?;
        Date::new(year, 12, 31).ok()
    }

    fn land_use(&mut self) -> Option<LandUse> {
        let name = cell::trimmed(self.record.printed.cell(Column::LandUse));
        if cell::is_missing(name) {
            return None;
        }
        let named = self.lists.land_uses.get(name).copied();
        let found = named.and_then(|named| named.on(self.signed()));
        if found.is_none() {
            self.note(FindingKind::UnknownLandUse, Column::LandUse);
        }
        found
    }

    fn method(&mut self) -> Option<SupplyMethod> {
        let name = cell::trimmed(self.record.printed.cell(Column::Method));
        if cell::is_missing(name) {
            return None;
        }
        let found = self.lists.methods.get(name).copied();
        if found.is_none() {
            self.note(FindingKind::UnknownMethod, Column::Method);
        }
        found
    }

    fn industry(&mut self) -> Option<IndustryCode> {
        let label = cell::trimmed(self.record.printed.cell(Column::Industry));
        if cell::is_missing(label) {
            self.note(FindingKind::NoIndustry, Column::Industry);
            return None;
        }
        let code = self.lists.industries.get(label).copied().flatten();
        if code.is_none() {
            self.note(FindingKind::UnmatchedIndustry, Column::Industry);
        }
        code
    }

    fn price(&mut self, area: Option<Area>, options: &Options) -> Option<Money> {
        let unit = self.record.printed.units.price;
        let price = self.read(Column::Price, |cell| cell::price(cell, unit))?;
        if let Some(area) = area
            && (price.per(area)).is_ok_and(|price| options.is_beyond_belief(price))
        {
            self.note(FindingKind::PriceOutOfScale, Column::Price);
            return None;
        }
        Some(price)
    }

    fn limits(&mut self) -> (Option<Decimal>, Option<Decimal>) {
        // A lower limit of zero says nothing, and nothing is odd about it.
        let lower = self.read(Column::FloorAreaRatioMin, |cell| match cell::limit(cell) {
            Cell::Odd(FindingKind::NoUpperLimit) => Cell::Missing,
            other => other,
        });
        let upper = self.read(Column::FloorAreaRatioMax, cell::limit);
        if let (Some(lower), Some(upper)) = (lower, upper)
            && lower > upper
        {
            self.note(FindingKind::LimitsReversed, Column::FloorAreaRatioMin);
        }
        (lower, upper)
    }

    fn dates(&mut self) -> Milestones {
        let mut dates = Milestones {
            signed: self.read(Column::Signed, cell::day),
            agreed_handover: self.read(Column::AgreedHandover, cell::day),
            agreed_start: self.read(Column::AgreedStart, cell::day),
            agreed_completion: self.read(Column::AgreedCompletion, cell::day),
            actual_start: self.read(Column::ActualStart, cell::day),
            actual_completion: self.read(Column::ActualCompletion, cell::day),
            ended: None,
        };
        // Which of two dates is wrong nobody knows; the later step is left out.
        while let Some(wrong) = dates.backwards() {
            let (milestone, _) = wrong.then;
            if let Some((column, _)) = DATES.iter().find(|(_, dated)| *dated == milestone) {
                self.note(FindingKind::DatesOutOfOrder, *column);
            }
            dates = dates.without(milestone);
        }
        dates
    }

    fn holder(&mut self) {
        let holder = cell::trimmed(self.record.printed.cell(Column::Holder));
        if cell::is_missing(holder) {
            self.note(FindingKind::NoHolder, Column::Holder);
        } else if cell::is_joint(holder) {
            self.note(FindingKind::JointHolders, Column::Holder);
        }
    }
}

/// The columns that hold dates, and what they are the dates of.
const DATES: [(Column, Milestone); 6] = [
    (Column::Signed, Milestone::Signed),
    (Column::AgreedHandover, Milestone::AgreedHandover),
    (Column::AgreedStart, Milestone::AgreedStart),
    (Column::AgreedCompletion, Milestone::AgreedCompletion),
    (Column::ActualStart, Milestone::ActualStart),
    (Column::ActualCompletion, Milestone::ActualCompletion),
];

/// Reads a row; `Err` says why it cannot be counted, and has all the rest.
pub(super) fn read(
    record: Box<Record>,
    headers: &Headers,
    options: &Options,
    lists: &mut Lists,
) -> Result<Box<Record>, Box<Rejection>> {
    let mut clerk = Clerk {
        record,
        headers,
        lists,
    };
    let area = clerk.area(options);
    clerk.record.area = area.unwrap_or(Area::ZERO);
    clerk.record.division = clerk.division();
    clerk.record.land_use = clerk.land_use();
    clerk.record.method = clerk.method();
    clerk.record.term = clerk.read(Column::Term, cell::term);
    clerk.record.industry = clerk.industry();
    clerk.record.price = clerk.price(area.ok(), options);
    (clerk.record.ratio_min, clerk.record.ratio_max) = clerk.limits();
    clerk.record.dates = clerk.dates();
    clerk.holder();
    match area {
        Ok(_) => Ok(clerk.record),
        Err(reason) => Err(Box::new(Rejection::new(*clerk.record, reason))),
    }
}
