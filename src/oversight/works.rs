//! What is known of the building works on a granted parcel.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::clock::Clock;
use super::excuse::Excuse;
use crate::allocation::{Allocation, Backwards, Milestone, Milestones};
use crate::quantity::{Area, Money};
use crate::record::record;

record! {
    /// What is known of the works on a granted parcel, to be judged on a day.
    ///
    /// What is not known is left out, and is never taken for zero. *Invariants*:
    /// dates do not run backwards; building did not stop before it started; what
    /// is to be developed and invested is not zero; no sum is below zero. More
    /// may be developed or invested than was to be.
    ///
    /// ```
    /// use standard_land::allocation::Milestones;
    /// use standard_land::jiff::civil::date;
    /// use standard_land::oversight::{PartOf, Works};
    ///
    /// let works = Works::new(Milestones {
    ///     signed: Some(date(2023, 3, 1)),
    ///     agreed_start: Some(date(2023, 6, 1)),
    ///     actual_start: Some(date(2023, 6, 1)),
    ///     ..Milestones::default()
    /// })?
    /// .with_stop(date(2024, 2, 1))?
    /// .with_developed(PartOf { part: "1 ha".parse()?, of: "3 ha".parse()? })?
    /// .with_invested(PartOf { part: "2499万元".parse()?, of: "1亿元".parse()? })?;
    /// assert_eq!(works.dates().actual_start, Some(date(2023, 6, 1)));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Works, checked as WorksError, edited {
        /// The dates, agreed and actual.
        dates: Milestones = default,
        /// The price of the land, if known.
        price: Option<Money>,
        /// Since when building has stood still, if it does.
        stopped: Option<Date> as "crate::calendar::OptionalDay" = default,
        /// The area developed, of the area that should be, if known.
        developed: Option<PartOf<Area>>,
        /// The investment made, of the total, without land price and taxes.
        invested: Option<PartOf<Money>>,
        /// The days that do not count, in the order given.
        excuses: Vec<Excuse> = default,
    }
}

/// A part, and the whole that was agreed.
///
/// The part may be larger.
///
/// ```
/// use standard_land::allocation::Milestones;
/// use standard_land::oversight::{PartOf, Works};
///
/// let works = Works::new(Milestones::default())?.with_developed(PartOf { part: "1 ha".parse()?, of: "3 ha".parse()? })?;
/// assert_eq!(works.developed(), Some(PartOf { part: "1 ha".parse()?, of: "3 ha".parse()? }));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "PartOf_of_{T}", transform = crate::described::brief)
)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct PartOf<T> {
    /// What there is.
    pub part: T,
    /// What there is to be.
    pub of: T,
}

/// Why works cannot be as given.
///
/// ```
/// use standard_land::allocation::Milestones;
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{Works, WorksError};
///
/// let works = Works::new(Milestones::default())?;
/// let error = works.with_stop(date(2024, 5, 1)).unwrap_err();
/// assert_eq!(error.to_string(), "building stopped on 2024-05-01, but has no actual start; give the start");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WorksError {
    /// Two dates are in the wrong order.
    DatesRunBackwards {
        /// The two dates.
        dates: Backwards,
    },
    /// Building cannot stop when it has not started.
    StoppedUnstarted {
        /// The day given for the stop.
        stopped: Date,
    },
    /// Building stopped before it started.
    StoppedBeforeStart {
        /// The day given for the stop.
        stopped: Date,
        /// The actual start.
        started: Date,
    },
    /// There is nothing to be developed.
    NothingToDevelop {
        /// What was given as developed.
        part: Area,
    },
    /// The total investment is not above zero.
    NothingToInvest {
        /// What was given as invested.
        part: Money,
        /// What was given as the total.
        of: Money,
    },
    /// A sum of money is below zero.
    Negative {
        /// What was given.
        given: Money,
    },
}

/// Something agreed that has not happened, on a day.
///
/// ```
/// use standard_land::allocation::{Milestone, Milestones};
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::Works;
///
/// let agreed = date(2024, 5, 1);
/// let works = Works::new(Milestones::default().with(Milestone::AgreedCompletion, agreed))?;
/// let late = works.overdue_on(date(2024, 6, 1));
/// assert_eq!((late[0].milestone, late[0].days), (Milestone::AgreedCompletion, 31));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Overdue {
    /// The milestone that was agreed.
    pub milestone: Milestone,
    /// For when.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::calendar::Day::serialize")
    )]
    pub agreed: Date,
    /// The days since, those excused left out; at least 1.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub days: u32,
}

impl Works {
    /// Works of which the dates are known, or some of them.
    ///
    /// # Errors
    ///
    /// [`WorksError::DatesRunBackwards`].
    pub fn new(dates: Milestones) -> Result<Self, WorksError> {
        match dates.backwards() {
            Some(dates) => Err(WorksError::DatesRunBackwards { dates }),
            None => Ok(Self::from_ordered(dates, None)),
        }
    }

    /// The works on an allocated parcel: its dates and its price.
    #[must_use]
    pub fn of(allocation: &Allocation) -> Self {
        // An allocation has had the same checks.
        Self::from_ordered(*allocation.dates(), allocation.price())
    }

    const fn from_ordered(dates: Milestones, price: Option<Money>) -> Self {
        Self {
            dates,
            price,
            stopped: None,
            developed: None,
            invested: None,
            excuses: Vec::new(),
        }
    }

    /// The same, with the price of the land.
    ///
    /// # Errors
    ///
    /// [`WorksError::Negative`].
    pub fn with_price(mut self, price: Money) -> Result<Self, WorksError> {
        self.price = Some(not_negative(price)?);
        Ok(self)
    }

    /// The same, stopped on a day, and not taken up since.
    ///
    /// # Errors
    ///
    /// [`WorksError::StoppedUnstarted`], [`WorksError::StoppedBeforeStart`].
    pub fn with_stop(mut self, stopped: Date) -> Result<Self, WorksError> {
        match self.dates.actual_start {
            None => return Err(WorksError::StoppedUnstarted { stopped }),
            Some(started) if stopped < started => {
                return Err(WorksError::StoppedBeforeStart { stopped, started });
            }
            Some(_) => self.stopped = Some(stopped),
        }
        Ok(self)
    }

    /// The same, with the area developed of the area that should be.
    ///
    /// # Errors
    ///
    /// [`WorksError::NothingToDevelop`].
    pub fn with_developed(mut self, developed: PartOf<Area>) -> Result<Self, WorksError> {
        let PartOf { part, of } = developed;
        if of.is_zero() {
            return Err(WorksError::NothingToDevelop { part });
        }
        self.developed = Some(developed);
        Ok(self)
    }

    /// The same, with the investment made of the total investment.
    ///
    /// The rules on idle land leave out the price of the land and taxes paid
    /// to the state, of both (2012 rules, art. 30):
    /// [`Investment::without_land_price`](crate::standard::Investment::without_land_price).
    /// That is another measure than the investment intensity of an agreement,
    /// which includes the land.
    ///
    /// # Errors
    ///
    /// [`WorksError::Negative`], [`WorksError::NothingToInvest`].
    pub fn with_invested(mut self, invested: PartOf<Money>) -> Result<Self, WorksError> {
        let PartOf { part, of } = invested;
        let (part, of) = (not_negative(part)?, not_negative(of)?);
        if of == Money::ZERO {
            return Err(WorksError::NothingToInvest { part, of });
        }
        self.invested = Some(invested);
        Ok(self)
    }

    /// The same, with days that do not count; days excused twice count once.
    #[must_use]
    pub fn with_excuse(mut self, excuse: Excuse) -> Self {
        self.excuses.push(excuse);
        self
    }

    /// The dates, agreed and actual.
    #[must_use]
    pub const fn dates(&self) -> &Milestones {
        &self.dates
    }

    /// The price of the land, if known.
    #[must_use]
    pub const fn price(&self) -> Option<Money> {
        self.price
    }

    /// Since when building has stood still, if it does.
    #[must_use]
    pub const fn stopped(&self) -> Option<Date> {
        self.stopped
    }

    /// The area developed, of the area that should be, if known.
    #[must_use]
    pub const fn developed(&self) -> Option<PartOf<Area>> {
        self.developed
    }

    /// The investment made, of the total, without land price and taxes.
    #[must_use]
    pub const fn invested(&self) -> Option<PartOf<Money>> {
        self.invested
    }

    /// The days that do not count, in the order given.
    #[must_use]
    pub fn excuses(&self) -> &[Excuse] {
        &self.excuses
    }

    /// What was agreed for a day before, and has not happened at its end.
    ///
    /// On the agreed day itself nothing is overdue. Days that are excused are
    /// not counted; if none are left, nothing is overdue. After the contract
    /// ended nothing is.
    ///
    /// ```
    /// use standard_land::allocation::{Milestone, Milestones};
    /// use standard_land::jiff::civil::date;
    /// use standard_land::oversight::Works;
    ///
    /// let works = Works::new(Milestones {
    ///     agreed_start: Some(date(2024, 5, 1)),
    ///     ..Milestones::default()
    /// })?;
    /// assert_eq!(works.overdue_on(date(2024, 5, 1)), []);
    /// let late = works.overdue_on(date(2024, 5, 3));
    /// assert_eq!((late[0].milestone, late[0].days), (Milestone::AgreedStart, 2));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn overdue_on(&self, day: Date) -> Vec<Overdue> {
        let dates = &self.dates;
        if dates.ended.is_some_and(|ended| ended <= day) {
            return Vec::new();
        }
        // Whoever has completed has started.
        let started = [dates.actual_start, dates.actual_completion];
        let completed = [dates.actual_completion];
        [
            (Milestone::AgreedStart, started.as_slice()),
            (Milestone::AgreedCompletion, completed.as_slice()),
        ]
        .into_iter()
        .filter_map(|(milestone, happened)| {
            let agreed = dates.get(milestone)?;
            let done = happened.iter().flatten().any(|actual| *actual <= day);
            let days = Clock::new(agreed, &self.excuses).days_until(day);
            (!done && days > 0).then_some(Overdue {
                milestone,
                agreed,
                days,
            })
        })
        .collect()
    }

    fn checked(self) -> Result<Self, WorksError> {
        let mut works = Self::new(self.dates)?;
        if let Some(price) = self.price {
            works = works.with_price(price)?;
        }
        if let Some(stopped) = self.stopped {
            works = works.with_stop(stopped)?;
        }
        if let Some(developed) = self.developed {
            works = works.with_developed(developed)?;
        }
        if let Some(invested) = self.invested {
            works = works.with_invested(invested)?;
        }
        works.excuses = self.excuses;
        Ok(works)
    }
}

const fn not_negative(given: Money) -> Result<Money, WorksError> {
    if given.is_negative() {
        Err(WorksError::Negative { given })
    } else {
        Ok(given)
    }
}
