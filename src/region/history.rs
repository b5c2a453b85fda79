//! What a code was, and what became of it.

use jiff::civil::Date;

use super::code::DivisionCode;
use super::names::NAMES;
use super::spell::Spell;
use super::succession_table::{BASES, CODES, SUCCESSIONS};
use super::table::MONTHS;
use crate::source::Certainty;
use crate::text::terms;

terms! {
    /// What it rests on that one code succeeds another.
    ///
    /// ```
    /// use standard_land::region::SuccessionBasis;
    /// use standard_land::source::Certainty;
    ///
    /// assert_eq!(SuccessionBasis::Both.certainty(), Certainty::Seen);
    /// assert_eq!(SuccessionBasis::Differ.certainty(), Certainty::Doubtful);
    /// ```
    pub enum SuccessionBasis("a basis of a succession", "沿革依据") {
        /// A list of changes and equal names, independently.
        Both = "events-and-names", "变更记录与名称相符";
        /// A list of changes alone.
        Events = "events", "变更记录";
        /// The same name under a new code alone.
        Names = "names", "名称相同";
        /// Not compared with a source.
        Remembered = "remembered", "待核对";
        /// Two sources that name different successors: none is given.
        Differ = "differ", "来源不一致";
        /// No successor is known.
        Nothing = "none", "无";
    }
}

impl SuccessionBasis {
    /// How sure a succession is that rests on it.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::Both => Certainty::Seen,
            Self::Events | Self::Names | Self::Remembered => Certainty::Remembered,
            Self::Differ | Self::Nothing => Certainty::Doubtful,
        }
    }
}

/// What a division code is today.
///
/// See [`DivisionCode::status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DivisionStatus {
    /// In the table of 2026-09.
    InForce,
    /// In force at some time, and no longer.
    Retired(Retirement),
    /// Used by the statistics bureau alone: 310100, zones, pseudo-codes.
    StatisticsBureau,
    /// Used by the land administration alone: corps, reclamation, bureaus.
    LandAdministration,
    /// In no table: perhaps new, perhaps wrong.
    Unknown,
}

/// How a code ended, and what followed.
///
/// Times are those of yearly tables, later monthly ones: a change may have been
/// up to a year before it was seen, and none is known between 2019-04 and
/// 2023-12.
///
/// ```
/// use standard_land::region::{DivisionStatus, SuccessionBasis};
/// use standard_land::DivisionCode;
///
/// let jimo: DivisionCode = "370282".parse()?;
/// let DivisionStatus::Retired(end) = jimo.status() else {
///     unreachable!("it is a district now")
/// };
/// assert_eq!(end.last_name(), "即墨市");
/// assert_eq!(end.last_seen().to_string(), "2017-10-31");
/// let successors: Vec<_> = end.successors().collect();
/// assert_eq!(successors, ["370215".parse()?]);
/// assert_eq!(end.basis(), SuccessionBasis::Both);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Retirement {
    code: DivisionCode,
    /// Places of texts.
    next: u16,
    now: u16,
    basis: u16,
}

impl Retirement {
    fn of(code: DivisionCode) -> Option<Self> {
        let place = SUCCESSIONS.binary_search_by_key(&code.to_u32(), |(code, ..)| *code);
        let (_, next, now, basis) = SUCCESSIONS.get(place.ok()?)?;
        Some(Self {
            code,
            next: *next,
            now: *now,
            basis: *basis,
        })
    }

    /// The last name that it had.
    #[must_use]
    pub fn last_name(&self) -> &'static str {
        self.code.name().unwrap_or_default()
    }

    /// The last day of the month in which a table still had it.
    #[must_use]
    pub fn last_seen(&self) -> Date {
        let last = self.code.spells().last();
        last.map_or(Date::MAX, |(.., last)| day(month_of(*last)).last_of_month())
    }

    /// The first day of the month in which a table had it no longer.
    #[must_use]
    pub fn gone_by(&self) -> Date {
        let last = self.code.spells().last();
        last.map_or(Date::MAX, |(.., last)| {
            day(month_of(last.saturating_add(1)))
        })
    }

    /// The codes that followed it at once; several where it was divided.
    pub fn successors(&self) -> impl Iterator<Item = DivisionCode> {
        codes(CODES.get(self.next))
    }

    /// The codes of 2026-09 that it became.
    pub fn successors_in_force(&self) -> impl Iterator<Item = DivisionCode> {
        codes(CODES.get(self.now))
    }

    /// What the succession rests on.
    #[must_use]
    pub fn basis(&self) -> SuccessionBasis {
        match self.remark() {
            "events and names" => SuccessionBasis::Both,
            "events" => SuccessionBasis::Events,
            "names" => SuccessionBasis::Names,
            "remembered" => SuccessionBasis::Remembered,
            "none" => SuccessionBasis::Nothing,
            // `sources differ: events 142702, names 142703`
            _ => SuccessionBasis::Differ,
        }
    }

    /// The same in words; where sources differ, what each says.
    #[must_use]
    pub fn remark(&self) -> &'static str {
        BASES.get(self.basis)
    }
}

/// The codes of a text with a space between them.
fn codes(text: &'static str) -> impl Iterator<Item = DivisionCode> {
    text.split(' ').filter_map(|code| code.parse().ok())
}

/// The division that holds another one on a day, and how sure that is.
///
/// See [`DivisionCode::carried_to`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Carried {
    /// The code of that day.
    pub code: DivisionCode,
    /// How sure the least sure of the steps is.
    pub certainty: Certainty,
}

/// The month of a table, from January 1980.
fn month_of(table: u8) -> u16 {
    let month = MONTHS.get(usize::from(table)).or_else(|| MONTHS.last());
    month.copied().unwrap_or_default()
}

/// The first day of a month.
fn day(month: u16) -> Date {
    let year = i16::try_from(month / 12).map(|years| years.saturating_add(1980));
    let month = i8::try_from(month % 12).map(|month| month.saturating_add(1));
    match (year, month) {
        (Ok(year), Ok(month)) => Date::new(year, month, 1).unwrap_or(Date::MAX),
        _ => Date::MAX,
    }
}

/// The last table that was drawn up until a day.
fn table_on(date: Date) -> Option<u8> {
    let tables = MONTHS.partition_point(|month| day(*month) <= date);
    u8::try_from(tables.checked_sub(1)?).ok()
}

impl DivisionCode {
    /// What it is today.
    ///
    /// ```
    /// use standard_land::region::DivisionStatus;
    /// use standard_land::DivisionCode;
    ///
    /// let status = |code: &str| -> Result<_, standard_land::Error> {
    ///     Ok(code.parse::<DivisionCode>()?.status())
    /// };
    /// assert_eq!(status("141121")?, DivisionStatus::InForce);
    /// assert!(matches!(status("370284")?, DivisionStatus::Retired(_)));
    /// assert_eq!(status("310100")?, DivisionStatus::StatisticsBureau);
    /// assert_eq!(status("660202")?, DivisionStatus::LandAdministration);
    /// assert_eq!(status("149999")?, DivisionStatus::Unknown);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn status(self) -> DivisionStatus {
        if self.is_in_force() {
            DivisionStatus::InForce
        } else if let Some(retirement) = Retirement::of(self) {
            DivisionStatus::Retired(retirement)
        } else if self.bureau().is_some() {
            DivisionStatus::StatisticsBureau
        } else if self.land_name().is_some() {
            DivisionStatus::LandAdministration
        } else {
            DivisionStatus::Unknown
        }
    }

    /// Its names, each with the first and the last day it was seen.
    pub fn names(self) -> impl Iterator<Item = (&'static str, Date, Date)> {
        let bureau = self.bureau().into_iter();
        let own = self
            .spells()
            .iter()
            .map(|(_, name, first, last)| (NAMES.get(*name), month_of(*first), month_of(*last)));
        own.chain(bureau)
            .map(|(name, first, last)| (name, day(first), day(last).last_of_month()))
    }

    /// Its name in the last table that was drawn up until a day.
    ///
    /// `None` before 1980-12, and where that table does not have the code. After
    /// 2026-09 it is the name of 2026-09.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::DivisionCode;
    ///
    /// let code: DivisionCode = "371324".parse()?;
    /// assert_eq!(code.name_on(date(2012, 6, 1)), Some("苍山县"));
    /// assert_eq!(code.name(), Some("兰陵县"));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn name_on(self, date: Date) -> Option<&'static str> {
        let table = table_on(date)?;
        if let Some((_, name, ..)) = self.spell_in(table) {
            return Some(NAMES.get(*name));
        }
        let (name, first, last) = self.bureau()?;
        (day(first)..=day(last).last_of_month())
            .contains(&date)
            .then_some(name)
    }

    /// Its row in the history for a table that has it.
    fn spell_in(self, table: u8) -> Option<&'static Spell> {
        let mut spells = self.spells().iter();
        spells.find(|(.., first, last)| (*first..=*last).contains(&table))
    }

    /// The code that held all of it on a day: for rows by one year's divisions.
    ///
    /// Itself where it was in force, else the one that followed it. `None` where
    /// it was divided, where no successor is certain, before it was there (what
    /// is one division today may have been several), and for codes of other
    /// bodies outside their time.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::source::Certainty;
    /// use standard_land::DivisionCode;
    ///
    /// let jimo: DivisionCode = "370282".parse()?;
    /// let then = jimo.carried_to(date(2016, 12, 31)).expect("in force");
    /// assert_eq!(then.code, jimo);
    /// let today = jimo.carried_to(date(2026, 9, 30)).expect("it has a successor");
    /// assert_eq!(today.code.name(), Some("即墨区"));
    /// assert_eq!(today.certainty, Certainty::Seen);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn carried_to(self, date: Date) -> Option<Carried> {
        let table = table_on(date)?;
        let is_today = usize::from(table).saturating_add(1) == MONTHS.len();
        let mut carried = Carried {
            code: self,
            certainty: Certainty::Seen,
        };
        if self.bureau().is_some() {
            return self.name_on(date).map(|_| carried);
        }
        // No way is longer than there are tables.
        for _ in MONTHS {
            if carried.code.spell_in(table).is_some() {
                return Some(carried);
            }
            let end = Retirement::of(carried.code).filter(|end| end.gone_by() <= date)?;
            let place = if is_today { end.now } else { end.next };
            let mut successors = codes(CODES.get(place));
            let (Some(code), None) = (successors.next(), successors.next()) else {
                return None;
            };
            let certainty = carried.certainty.max(end.basis().certainty());
            carried = Carried { code, certainty };
        }
        None
    }
}
