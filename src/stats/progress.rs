//! Who started, completed, produced by a day, and of whom that is known.

use jiff::civil::Date;

use super::rate::{Denominator, Rate};
use super::{Counted, StatsError, Tally};
use crate::allocation::Allocation;
use crate::record::record;
use crate::register::Grant;
use crate::text::terms;

terms! {
    /// How a step without an actual date is read. There is no default.
    ///
    /// In a ledger that is kept up, no date means that nothing happened yet;
    /// in published notices it mostly means that nobody entered it.
    ///
    /// ```
    /// use standard_land::stats::Undated;
    ///
    /// assert_eq!("left-out".parse::<Undated>()?, Undated::LeftOut);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Undated("a reading of missing dates", "缺日期的处理办法") {
        /// Nobody knows: in neither part nor whole, and counted as not judged.
        LeftOut = "left-out", "不计";
        /// The ledger is complete: it has not happened.
        NotYet = "not-yet", "视为未发生";
    }
}

/// The dates that decide whether a step was due and was taken.
///
/// For starting and completing they stand in the grant. There is no milestone
/// for reaching production (达产): its dates stand in the agreement and in the
/// record of acceptance, and the caller puts them here.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::register::Grant;
/// use standard_land::stats::{Denominator, Progress, StepDates, Undated};
/// use standard_land::Register;
///
/// # let register = Register::new();
/// // Production is due on one day for all; none has been accepted yet.
/// let production = |grant: &Grant| StepDates {
///     agreed: Some(date(2024, 12, 31)),
///     actual: None,
///     ..StepDates::of(grant)
/// };
/// let progress = Progress::by(register.grants(), date(2025, 6, 30), production)?;
/// assert!(progress.rate(Denominator::Due, Undated::NotYet).part().is_empty());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct StepDates {
    /// The contract was signed: what is signed after the day is not counted.
    pub signed: Option<Date>,
    /// The step is to be taken by this day.
    pub agreed: Option<Date>,
    /// The step was taken on this day.
    pub actual: Option<Date>,
    /// It had been taken by this day at the latest: a later step was.
    pub no_later_than: Option<Date>,
}

impl StepDates {
    /// Only the day of the signing; all other dates unknown.
    #[must_use]
    pub fn of(grant: &Grant<'_>) -> Self {
        let dates = grant.allocation().map(Allocation::dates);
        Self {
            signed: dates.and_then(|dates| dates.signed),
            ..Self::default()
        }
    }

    /// Start of building (开工); what was completed had been started.
    #[must_use]
    pub fn start(grant: &Grant<'_>) -> Self {
        let dates = grant.allocation().map(|allocation| *allocation.dates());
        let dates = dates.unwrap_or_default();
        Self {
            signed: dates.signed,
            agreed: dates.agreed_start,
            actual: dates.actual_start,
            no_later_than: dates.actual_completion,
        }
    }

    /// Completion of building (竣工).
    #[must_use]
    pub fn completion(grant: &Grant<'_>) -> Self {
        let dates = grant.allocation().map(|allocation| *allocation.dates());
        let dates = dates.unwrap_or_default();
        Self {
            signed: dates.signed,
            agreed: dates.agreed_completion,
            actual: dates.actual_completion,
            no_later_than: None,
        }
    }

    /// Whether the step was taken by a day; `None` when nobody knows.
    fn taken_by(&self, day: Date) -> Option<bool> {
        match self.no_later_than {
            Some(latest) if latest <= day => Some(true),
            _ => self.actual.map(|actual| actual <= day),
        }
    }
}

/// What is known of one step on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = crate::described::brief))]
struct Standing {
    taken: Tally,
    not_taken: Tally,
    unknown: Tally,
}

impl Standing {
    const fn all(&self) -> [Tally; 3] {
        [self.taken, self.not_taken, self.unknown]
    }

    /// Adds without looking: the total that contains it has been checked.
    fn add(&mut self, other: &Self) {
        self.taken.add_wrapping(&other.taken);
        self.not_taken.add_wrapping(&other.not_taken);
        self.unknown.add_wrapping(&other.unknown);
    }
}

/// The sum of parts of a total that has been checked.
fn sum(parts: &[Tally]) -> Tally {
    let mut sum = Tally::default();
    for part in parts {
        sum.add_wrapping(part);
    }
    sum
}

record! {
    /// How far grants had come by a day: start, completion or production.
    ///
    /// Every grant is in one of ten places: the step was due, not due, or no agreed
    /// date is known; it was taken, not taken, or no actual date is known; or the
    /// grant was signed after the day. So nothing is lost, and what is missing is
    /// never counted as zero. A step is due on the agreed day itself; it is taken
    /// on the actual day. Contracts that ended are counted as all others; whoever
    /// wants them out passes only grants that are live. A block has no dates.
    ///
    /// Progress of the same step merges as tallies do, for one day. *Errors*: an
    /// operation that is refused leaves it as it was. *Cost*: a few comparisons and
    /// additions a grant.
    ///
    /// ```
    /// use standard_land::allocation::Milestones;
    /// use standard_land::jiff::civil::date;
    /// use standard_land::register::Block;
    /// use standard_land::stats::{Denominator, Progress, StepDates, Undated};
    /// use standard_land::{Allocation, Enterprise, Parcel, Register};
    ///
    /// let mut register = Register::new();
    /// register.add_parcel(Parcel::new("P".parse()?, "3.01 ha".parse()?)?)?;
    /// register.add_enterprise(Enterprise::new("甲公司".parse()?))?;
    /// register.add_allocation(
    ///     Allocation::new("A".parse()?, "P".parse()?, "甲公司".parse()?, "3.01 ha".parse()?)?
    ///         .with_dates(Milestones {
    ///             agreed_start: Some(date(2024, 6, 1)),
    ///             actual_start: Some(date(2024, 5, 2)),
    ///             ..Milestones::default()
    ///         })?,
    /// )?;
    /// register.add_block(Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?)?;
    ///
    /// let started = Progress::by(register.grants(), date(2024, 12, 31), StepDates::start)?;
    /// let known = started.rate(Denominator::Granted, Undated::LeftOut);
    /// assert_eq!(known.by_count()?.to_string(), "1/1");
    /// assert_eq!(known.unjudged().to_string(), "3 parcels, 31.44 ha");
    /// let least = started.rate(Denominator::Granted, Undated::NotYet);
    /// assert_eq!(least.by_count()?.to_string(), "1/4");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Progress, checked as StatsError {
        /// The day.
        day: Date as "crate::calendar::Day",
        /// Those whose step is due by the day.
        due: Standing,
        /// Those whose step is due later.
        not_due: Standing,
        /// No agreed date is known.
        undated: Standing,
        /// What was signed after the day, and is in no rate.
        signed_later: Tally,
    }
}

impl Progress {
    /// Nothing yet, on a day.
    #[must_use]
    pub fn new(day: Date) -> Self {
        Self {
            day,
            due: Standing::default(),
            not_due: Standing::default(),
            undated: Standing::default(),
            signed_later: Tally::default(),
        }
    }

    /// How far grants, or whatever is [`Counted`], had come with a step by a
    /// day.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    pub fn by<T: Counted>(
        items: impl IntoIterator<Item = T>,
        day: Date,
        step: impl Fn(&T) -> StepDates,
    ) -> Result<Self, StatsError> {
        let mut progress = Self::new(day);
        for item in items {
            progress.push(&item.tally(), &step(&item))?;
        }
        Ok(progress)
    }

    /// Counts a tally whose parcels have the same dates.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`].
    pub fn push(&mut self, tally: &Tally, dates: &StepDates) -> Result<(), StatsError> {
        self.total().checked_add(tally)?;
        let taken = if dates.signed.is_some_and(|signed| signed > self.day) {
            &mut self.signed_later
        } else {
            let row = match dates.agreed.map(|agreed| agreed <= self.day) {
                Some(true) => &mut self.due,
                Some(false) => &mut self.not_due,
                None => &mut self.undated,
            };
            match dates.taken_by(self.day) {
                Some(true) => &mut row.taken,
                Some(false) => &mut row.not_taken,
                None => &mut row.unknown,
            }
        };
        taken.add_wrapping(tally);
        Ok(())
    }

    /// Counts what was counted elsewhere for the same day.
    ///
    /// # Errors
    ///
    /// [`StatsError::DaysDiffer`], [`StatsError::OutOfRange`].
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        if self.day != other.day {
            return Err(StatsError::DaysDiffer {
                this: self.day,
                other: other.day,
            });
        }
        self.total().checked_add(&other.total())?;
        self.due.add(&other.due);
        self.not_due.add(&other.not_due);
        self.undated.add(&other.undated);
        self.signed_later.add_wrapping(&other.signed_later);
        Ok(())
    }

    /// The day.
    #[must_use]
    pub const fn day(&self) -> Date {
        self.day
    }

    /// Everything that was counted, also what was signed after the day.
    #[must_use]
    pub fn total(&self) -> Tally {
        let granted = sum(&self.rows().map(|row| sum(&row.all())));
        sum(&[granted, self.signed_later])
    }

    /// What was signed after the day, and is in no rate.
    #[must_use]
    pub const fn signed_later(&self) -> Tally {
        self.signed_later
    }

    /// The share of a denominator that had taken the step.
    ///
    /// What cannot be judged is in [`Rate::unjudged`]: the steps without an
    /// actual date, if they are left out, and for [`Denominator::Due`] whatever
    /// has no agreed date.
    #[must_use]
    pub fn rate(&self, denominator: Denominator, undated: Undated) -> Rate {
        let (counted, no_agreed_date) = match denominator {
            Denominator::Granted => {
                let mut all = Standing::default();
                for row in self.rows() {
                    all.add(&row);
                }
                (all, Tally::default())
            }
            Denominator::Due => (self.due, sum(&self.undated.all())),
        };
        let judged = sum(&[counted.taken, counted.not_taken]);
        let (whole, unjudged) = match undated {
            Undated::LeftOut => (judged, sum(&[counted.unknown, no_agreed_date])),
            Undated::NotYet => (sum(&[judged, counted.unknown]), no_agreed_date),
        };
        Rate::of_parts(denominator, counted.taken, whole, unjudged)
    }

    const fn rows(&self) -> [Standing; 3] {
        [self.due, self.not_due, self.undated]
    }

    /// The total of all must be one that can be held.
    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StatsError> {
        let mut total = self.signed_later;
        for row in [self.due, self.not_due, self.undated] {
            for tally in row.all() {
                total.merge(&tally)?;
            }
        }
        Ok(self)
    }
}
