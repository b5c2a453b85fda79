//! Codes, periods and numbers as keys. Lists of terms and labels are keys where
//! they are made: by `terms!` and `label!`.

use crate::allocation::SupervisionNumber;
use crate::calendar::{Months, Period, Year};
use crate::enterprise::{CreditCode, EnterpriseId, TolerantCreditCode};
use crate::exact::{Judging, Percent, Ratio, Rounding};
use crate::industry::{IndustryCategory, IndustryCode};
use crate::key::{dense, ordered};
use crate::land_use::LandUse;
use crate::oversight::Standing;
use crate::parcel::{LackReason, ParcelCode};
use crate::quantity::{Area, Energy, Length, Mass, Measure, Money, Term, Unit, UnitPrice};
use crate::region::DivisionCode;
use crate::standard::{Indicator, IndicatorKind};

// Codes of older editions are kept in the map: a table of all would be two and
// a half times as large for everyone.
dense!(
    IndustryCode,
    IndustryCode::IN_FORCE,
    |key| key.slot_in_force(),
    |index| Self::in_force_at(index)
);
dense!(
    IndustryCategory,
    IndustryCategory::COUNT,
    |key| Some(key.index()),
    |index| Self::all().nth(index)
);
dense!(
    DivisionCode,
    DivisionCode::LISTED,
    |key| key.position(),
    |index| Self::at_position(index)
);
dense!(
    LandUse,
    LandUse::COUNT,
    |key| Some(usize::from(key.place())),
    |index| Self::from_place(index)
);
dense!(
    Year,
    YEARS,
    |key| {
        let index = usize::try_from(key.number().saturating_sub(FIRST_YEAR));
        index.ok().filter(|index| *index < YEARS)
    },
    |index| {
        let since = i16::try_from(index).ok()?;
        Self::new(since.saturating_add(FIRST_YEAR)).ok()
    }
);

/// Years that have a place in a table; others are kept in the map.
const FIRST_YEAR: i16 = 1949;
const YEARS: usize = 256;

ordered!(
    EnterpriseId,
    CreditCode,
    TolerantCreditCode,
    ParcelCode,
    SupervisionNumber,
    Period,
    Months,
    Indicator,
    IndicatorKind,
    LackReason,
    Standing,
    Area,
    Money,
    UnitPrice,
    Term,
    Length,
    Energy,
    Mass,
    Measure,
    Unit,
    Ratio,
    Percent,
    Rounding,
    Judging,
);
