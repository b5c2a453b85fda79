//! Reads the cells of a row, and notes what is odd about them.

use std::collections::HashMap;

use alloc::boxed::Box;
use alloc::vec::Vec;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::cell::{self, Cell};
use super::column::Column;
use super::finding::{Finding, FindingKind};
use super::fingerprint::Fingerprints;
use super::label::IndustryLabel;
use super::options::Options;
use super::record::{PrintedRow, Record, Rejection};
use crate::allocation::{Milestone, Milestones, SupervisionNumber, SupplyMethod};
use crate::industry::IndustryCode;
use crate::land_use::LandUse2017;
use crate::quantity::{Area, AreaUnit, Money, MoneyUnit};
use crate::region::DivisionCode;

/// Names to look up, hashed once for a file.
#[derive(Debug)]
pub(super) struct Lists {
    /// Of classes with one name only the lowest, the most precise.
    land_uses: HashMap<&'static str, LandUse2017, Fingerprints>,
    industries: HashMap<&'static str, Option<IndustryCode>, Fingerprints>,
}

impl Default for Lists {
    fn default() -> Self {
        // Classes stand behind those they belong to: the last one wins.
        let land_uses = LandUse2017::all().map(|class| (class.name_zh(), class));
        let industries = IndustryLabel::all().map(|label| (label.as_str(), label.code()));
        Self {
            land_uses: land_uses.collect(),
            industries: industries.collect(),
        }
    }
}

/// Reads the cells of one row and notes what is odd.
struct Clerk<'a> {
    row: &'a PrintedRow,
    lists: &'a Lists,
    findings: Vec<Finding>,
}

impl Clerk<'_> {
    fn note(&mut self, kind: FindingKind, column: Column) {
        self.findings.push(Finding {
            kind,
            column: Some(column),
        });
    }

    /// Reads a cell; if it is odd and has full-width digits, once more with
    /// plain ones, which is noted.
    fn read<T>(&mut self, column: Column, read: impl Fn(&str) -> Cell<T>) -> Option<T> {
        let printed = cell::trimmed(self.row.cell(column));
        let mut cell = read(printed);
        if matches!(cell, Cell::Odd(_))
            && let Some(narrow) = cell::narrow(printed)
        {
            self.note(FindingKind::FullWidthDigits, column);
            cell = read(&narrow);
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

    fn division(&mut self) -> Option<DivisionCode> {
        let column = Column::SupervisionNumber;
        let number = cell::trimmed(self.row.cell(column));
        if cell::is_missing(number) {
            self.note(FindingKind::NoNumber, column);
            return None;
        }
        let division = if let Ok(number) = number.parse::<SupervisionNumber>() {
            Some(number.division())
        } else {
            self.note(FindingKind::UnusualNumber, column);
            number.get(..6).and_then(|code| code.parse().ok())
        };
        match division {
            None => self.note(FindingKind::NoDivision, column),
            Some(code) if !DivisionCode::is_known(code) => {
                self.note(FindingKind::UnknownDivision, column);
            }
            Some(_) => {}
        }
        division
    }

    fn land_use(&mut self) -> Option<LandUse2017> {
        let name = cell::trimmed(self.row.cell(Column::LandUse));
        if cell::is_missing(name) {
            return None;
        }
        let found = self.lists.land_uses.get(name).copied();
        if found.is_none() {
            self.note(FindingKind::UnknownLandUse, Column::LandUse);
        }
        found
    }

    fn method(&mut self) -> Option<SupplyMethod> {
        let name = cell::trimmed(self.row.cell(Column::Method));
        if cell::is_missing(name) {
            return None;
        }
        let found = SupplyMethod::ALL
            .iter()
            .copied()
            .find(|method| method.name_zh() == name);
        if found.is_none() {
            self.note(FindingKind::UnknownMethod, Column::Method);
        }
        found
    }

    fn industry(&mut self) -> Option<IndustryCode> {
        let label = cell::trimmed(self.row.cell(Column::Industry));
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

    fn price(&mut self, area: Area, options: &Options) -> Option<Money> {
        let price = self.read(Column::Price, cell::price)?;
        let per_hectare = price
            .per(area)
            .map(|price| price.rate(MoneyUnit::Yuan, AreaUnit::Hectare));
        if per_hectare.is_ok_and(|rate| rate > options.greatest_price()) {
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
        let mut dates = Milestones::default();
        for (column, milestone) in DATES {
            let day: Option<Date> = self.read(column, cell::day);
            if let Some(day) = day {
                dates = dates.with(milestone, day);
            }
        }
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
        let holder = cell::trimmed(self.row.cell(Column::Holder));
        if cell::is_missing(holder) {
            self.note(FindingKind::NoHolder, Column::Holder);
        } else if cell::holders(holder).nth(1).is_some() {
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

/// Reads a row; `Err` says why it cannot be counted.
pub(super) fn read(
    printed: PrintedRow,
    findings: Vec<Finding>,
    options: &Options,
    lists: &Lists,
) -> Result<Box<Record>, Box<Rejection>> {
    let mut clerk = Clerk {
        row: &printed,
        lists,
        findings,
    };
    let Some(area) = clerk.read(Column::Area, cell::area) else {
        // A cell that says nothing is no area either.
        let kind = clerk.findings.pop().map(|finding| finding.kind);
        let reason = Finding {
            kind: kind.unwrap_or(FindingKind::NoArea),
            column: Some(Column::Area),
        };
        return Err(Box::new(Rejection { printed, reason }));
    };
    let division = clerk.division();
    let land_use = clerk.land_use();
    let method = clerk.method();
    let term = clerk.read(Column::Term, cell::term);
    let industry = clerk.industry();
    let price = clerk.price(area, options);
    let (ratio_min, ratio_max) = clerk.limits();
    let dates = clerk.dates();
    clerk.holder();
    let findings = clerk.findings;
    // In its box at once: a record is large, and is handed on several times.
    Ok(Box::new(Record {
        printed,
        findings,
        same_number: None,
        division,
        area,
        land_use,
        method,
        term,
        industry,
        price,
        ratio_min,
        ratio_max,
        dates,
    }))
}
