//! What breakdowns are made by.

use alloc::string::String;

use crate::allocation::{AllocationId, SupplyMethod};
use crate::calendar::{Period, PeriodKind, Year};
use crate::enterprise::{CreditCode, EnterpriseId, TolerantCreditCode};
use crate::industry::{IndustryCategory, IndustryCode, IndustryLevel};
use crate::land_use::{Edition, LandUse, LandUseCode};
use crate::parcel::ParcelId;
use crate::region::{DivisionCode, DivisionLevel};

/// What a [`Breakdown`](super::Breakdown) can be made by: anything ordered.
///
/// An empty `impl` is enough for a key of your own; it is kept in an ordered
/// map. The keys of this crate that come from a closed list are *dense*: each
/// has a place in a table, and grouping by them is one addition a parcel.
///
/// ```
/// use standard_land::stats::{Breakdown, Key};
/// use standard_land::Tally;
///
/// #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
/// struct Zone(String);
///
/// impl Key for Zone {}
///
/// let mut by_zone = Breakdown::new();
/// by_zone.push(Some(Zone("文水".to_owned())), &Tally::one("3.01 ha".parse()?))?;
/// assert_eq!(by_zone.total().parcels(), 1);
/// # Ok::<(), standard_land::Error>(())
/// ```
pub trait Key: Ord + Clone {
    /// How many places a table of all keys has.
    #[doc(hidden)]
    const SLOTS: usize = 0;

    /// Where the key stands in a table of all keys, if there is one.
    #[doc(hidden)]
    #[inline]
    fn slot(&self) -> Option<Slot> {
        None
    }

    /// The key at a place that [`slot`](Key::slot) gave.
    #[doc(hidden)]
    #[must_use]
    fn at_slot(_: Slot) -> Option<Self> {
        None
    }
}

/// A place in a table of keys; only this crate can make one.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot(usize);

impl Slot {
    #[inline]
    pub(super) const fn index(self) -> usize {
        self.0
    }

    pub(super) const fn new(index: usize) -> Self {
        Self(index)
    }
}

/// Dense keys: `slot` and `at_slot` are inverse, and slots are few.
macro_rules! dense {
    ($name:ty, $slots:expr, |$key:ident| $slot:expr, |$index:ident| $at:expr) => {
        impl Key for $name {
            const SLOTS: usize = $slots;

            #[inline]
            fn slot(&self) -> Option<Slot> {
                let $key = *self;
                $slot.map(Slot)
            }

            fn at_slot(slot: Slot) -> Option<Self> {
                let $index = slot.0;
                $at
            }
        }
    };
}

/// Dense keys that are a list of terms.
macro_rules! dense_terms {
    ($($name:ty),+) => {$(
        dense!(
            $name,
            Self::ALL.len(),
            |key| Some(key.index()),
            |index| Self::ALL.get(index).copied()
        );
    )+};
}

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
dense_terms!(SupplyMethod, IndustryLevel, DivisionLevel, PeriodKind);

/// Years that have a place in a table; others are kept in the map.
const FIRST_YEAR: i16 = 1949;
const YEARS: usize = 256;

macro_rules! ordered {
    ($($name:ty),+) => {$( impl Key for $name {} )+};
}

ordered!(
    EnterpriseId,
    CreditCode,
    TolerantCreditCode,
    ParcelId,
    AllocationId,
    LandUse,
    Period,
    String,
    &str,
    bool,
    u8,
    u16,
    u32,
    u64,
    i16,
    i32,
    i64
);

impl<E: Edition> Key for LandUseCode<E> {}

impl<A: Key, B: Key> Key for (A, B) {}

impl<A: Key, B: Key, C: Key> Key for (A, B, C) {}
