//! Printed figures against what a ledger holds.

use alloc::format;
use alloc::string::String;

use super::claim::ClaimError;
use super::published::Published;
use super::reading::Reading;
use super::unit::PrintedUnit;
use super::verdict::Verdict;
use crate::exact::Ratio;
use crate::quantity::Counter;
use crate::quantity::{Area, Money};
use crate::stats::Tally;

/// What a ledger holds, exactly, that a figure can be printed of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LedgerValue {
    /// A share, a growth rate: a row's `by_count` or `by_area`.
    Ratio(Ratio),
    /// A number of things, one by one.
    Count(u64),
    /// Land.
    Area(Area),
    /// Money.
    Money(Money),
    /// Parcels and their land; the unit of the figure says which is meant.
    Tally(Tally),
}

impl LedgerValue {
    /// What is recorded, in the terms of a figure in this unit.
    fn value_in(self, unit: PrintedUnit) -> Option<Ratio> {
        match (self, unit) {
            (Self::Ratio(ratio), unit) if unit.is_number() => Some(ratio),
            (Self::Area(area), PrintedUnit::Area(unit)) => Some(area.amount(unit)),
            (Self::Money(money), PrintedUnit::Money(unit)) => Some(money.amount(unit)),
            (Self::Count(count), PrintedUnit::Count(_, magnitude)) => {
                Ratio::new(count.into(), magnitude.factor().into()).ok()
            }
            (Self::Tally(tally), PrintedUnit::Count(Counter::Parcel, _)) => {
                Self::Count(tally.parcels()).value_in(unit)
            }
            (Self::Tally(tally), PrintedUnit::Area(_)) => Self::Area(tally.area()).value_in(unit),
            _ => None,
        }
    }

    fn text(self) -> String {
        match self {
            Self::Ratio(ratio) => format!("{ratio}"),
            Self::Count(count) => format!("{count}"),
            Self::Area(area) => format!("{area}"),
            Self::Money(money) => format!("{money}"),
            Self::Tally(tally) => format!("{tally}"),
        }
    }
}

macro_rules! recorded {
    ($($name:ident as $type:ty),+) => {$(
        impl From<$type> for LedgerValue {
            fn from(recorded: $type) -> Self {
                Self::$name(recorded)
            }
        }
    )+};
}

recorded!(
    Ratio as Ratio,
    Count as u64,
    Area as Area,
    Money as Money,
    Tally as Tally
);

impl Published {
    /// Whether the figure is a print of what is recorded, and by which modes.
    ///
    /// [`Verdict::miss`] says by how much it is off.
    ///
    /// # Errors
    ///
    /// [`ClaimError::NotOfRecord`] when its unit does not measure what is
    /// recorded; [`ClaimError::OutOfRange`].
    ///
    /// ```
    /// use standard_land::audit::{Published, Reading};
    /// use standard_land::Tally;
    ///
    /// let reading = Reading::new();
    /// let all = Tally::new(7, "37.18 ha".parse()?)?;
    /// let services = Tally::new(4, "5.74 ha".parse()?)?;
    ///
    /// let count: Published = "7宗".parse()?;
    /// assert!(count.against(all, &reading)?.modes().is_any());
    /// let rounded: Published = "557.7亩".parse()?;
    /// assert!(rounded.against(all, &reading)?.modes().is_any());
    ///
    /// let share: Published = "15.43%".parse()?;
    /// let verdict = share.against(services.share_by_area(&all)?, &reading)?;
    /// assert_eq!(verdict.modes().to_string(), "toward-zero, floor");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn against(
        self,
        record: impl Into<LedgerValue>,
        reading: &Reading,
    ) -> Result<Verdict, ClaimError> {
        let record = record.into();
        let value = record
            .value_in(self.unit())
            .ok_or_else(|| ClaimError::NotOfRecord {
                figure: self,
                record: record.text().into(),
            })?;
        Verdict::of_value(self, value, reading).map_err(|_| ClaimError::OutOfRange {
            claim: format!("{self} of {}", record.text()).into(),
        })
    }
}
