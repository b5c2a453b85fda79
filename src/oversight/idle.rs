//! The rules on idle land, and what they say of works on a day.

use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use super::clock::Clock;
use super::excuse::Excuse;
use super::works::Works;
use crate::calendar::{Fullness, Months};
use crate::exact::{Ratio, RatioError};
use crate::quantity::{Money, MoneyUnit};
use crate::source::{Certainty, Sourced};
use crate::text::terms;

terms! {
    /// Which delay can be excused.
    ///
    /// ```
    /// use standard_land::oversight::Excusable;
    ///
    /// assert_eq!("start-and-stop".parse::<Excusable>()?, Excusable::StartAndStop);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Excusable("an answer to which delay can be excused", "可免责延误的口径") {
        /// None.
        Nothing = "nothing", "不扣除";
        /// That of the start.
        Start = "start", "扣除延迟开工";
        /// That of the start, and time in which building stood still.
        StartAndStop = "start-and-stop", "扣除延迟开工和中止建设";
    }
}

/// The figures of the rules on idle land (闲置土地处置办法), each with its source.
///
/// Take [`of_2012`](Self::of_2012), and replace what a contract or a later
/// rule says otherwise.
///
/// ```
/// use standard_land::oversight::IdleRules;
/// use standard_land::source::{Certainty, Sourced};
/// use standard_land::Ratio;
///
/// // The Urban Real Estate Law allows a fee of up to 20 %: a local rule of 10 %.
/// let local = IdleRules {
///     fee_rate: Sourced::new(Ratio::new(10, 100)?, "a local rule".parse()?, Certainty::Seen),
///     ..IdleRules::of_2012()
/// };
/// assert_eq!(local.unstarted.to_string(), "12 months (闲置土地处置办法 (2012) art. 2, seen)");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct IdleRules {
    /// Not started this long after the agreed day: idle.
    pub unstarted: Sourced<Months>,
    /// Stopped this long, and below one of the two shares: may be declared idle.
    pub stopped: Sourced<Months>,
    /// Developed less than this share of what should be.
    pub developed_below: Sourced<Ratio>,
    /// Invested less than this share of the total.
    pub invested_below: Sourced<Ratio>,
    /// Not started this long after the agreed day: a fee.
    pub fee_after: Sourced<Months>,
    /// The fee, as a share of the price of the land.
    pub fee_rate: Sourced<Ratio>,
    /// Not started this long after the agreed day: take-back without
    /// compensation.
    pub take_back_after: Sourced<Months>,
    /// On which day a period is full.
    pub fullness: Sourced<Fullness>,
    /// Which delay can be excused.
    pub excusable: Sourced<Excusable>,
}

/// What the rules say of works, at the end of a day.
///
/// ```
/// use standard_land::allocation::{Milestone, Milestones};
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{IdleRules, Works};
///
/// let agreed = Milestones::default().with(Milestone::AgreedStart, date(2022, 5, 1));
/// let status = IdleRules::of_2012().judge(&Works::new(agreed)?, date(2024, 5, 1));
/// assert_eq!(
///     status.to_string(),
///     "2024-05-01: idle since 2023-05-01; fee due since 2023-05-01; \
///      may be taken back since 2024-05-01",
/// );
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct IdleStatus {
    /// The day.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::calendar::Day::serialize")
    )]
    pub day: Date,
    /// How the works stand.
    pub standing: Standing,
    /// The fee that has fallen due because building started late or not at
    /// all. A late start does not undo it.
    pub fee: Option<Fee>,
    /// Since when the land may be taken back without compensation.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::calendar::OptionalDay::serialize")
    )]
    pub take_back: Option<Date>,
}

/// How works stand on a day.
///
/// ```
/// use standard_land::allocation::{Milestone, Milestones};
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{IdleMeasure, IdleRules, PartOf, Standing, Works};
///
/// let started = Milestones::default().with(Milestone::ActualStart, date(2022, 5, 1));
/// let works = Works::new(started)?
///     .with_stop(date(2023, 5, 1))?
///     .with_invested(PartOf { part: "24.99万元".parse()?, of: "100万元".parse()? })?;
/// let status = IdleRules::of_2012().judge(&works, date(2024, 6, 1));
/// assert_eq!(status.standing, Standing::MayBeDeclaredIdle {
///     since: date(2024, 5, 1),
///     short: IdleMeasure::Investment,
/// });
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Standing {
    /// The contract has ended.
    Ended,
    /// Building is completed.
    Completed,
    /// Building goes on.
    Building,
    /// Not started, and no start was agreed that is known: nobody can say.
    NoAgreedStart,
    /// Not started, and no day that counts has passed since the agreed one.
    NotDue,
    /// Not started in time, and not yet idle.
    StartOverdue {
        /// The days since the agreed one, those excused left out.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::exact::Count::serialize")
        )]
        days: u32,
        /// When it will be idle; unknown while an excuse lasts.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::OptionalDay::serialize")
        )]
        idle_on: Option<Date>,
    },
    /// Not started for so long that it is idle (闲置).
    Idle {
        /// Since when.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::Day::serialize")
        )]
        since: Date,
    },
    /// Building stands still, and the land cannot be declared idle: not for
    /// long enough, or enough is developed and invested.
    Stopped {
        /// The days since, those excused left out.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::exact::Count::serialize")
        )]
        days: u32,
    },
    /// It stands still for long enough; the shares that decide are not known.
    StoppedUnknown {
        /// Since when the period has been full.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::Day::serialize")
        )]
        since: Date,
        /// What would decide.
        unknown: IdleMeasure,
    },
    /// It may be declared idle (可以认定为闲置土地): someone has to decide.
    MayBeDeclaredIdle {
        /// Since when.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::Day::serialize")
        )]
        since: Date,
        /// Which share is below its limit.
        short: IdleMeasure,
    },
}

terms! {
    /// Which of the two shares of the rules on stopped works is meant.
    ///
    /// ```
    /// use standard_land::oversight::IdleMeasure;
    ///
    /// assert_eq!("both".parse::<IdleMeasure>()?, IdleMeasure::Both);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum IdleMeasure("a share of area or investment", "面积或投资占比") {
        /// The share of the area.
        Area = "area", "开发面积";
        /// The share of the investment.
        Investment = "investment", "投资额";
        /// Both.
        Both = "both", "开发面积和投资额";
    }
}

/// A fee on idle land (土地闲置费): a share of the price of the land.
///
/// ```
/// use standard_land::allocation::{Milestone, Milestones};
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{IdleRules, Works};
/// use standard_land::quantity::MoneyUnit;
///
/// let agreed = Milestones::default().with(Milestone::AgreedStart, date(2022, 5, 1));
/// let works = Works::new(agreed)?.with_price("0.01元".parse()?)?;
/// let fee = IdleRules::of_2012().judge(&works, date(2023, 6, 1)).fee;
/// // A fifth of a fen, until someone rounds it.
/// let amount = fee.map(|fee| fee.amount(MoneyUnit::Yuan)).transpose()?;
/// assert_eq!(amount, Some(Some("1/500".parse()?)));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Fee {
    /// Since when it has been due to be levied.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::calendar::Day::serialize")
    )]
    pub since: Date,
    /// The share of the price.
    pub rate: Ratio,
    /// The price, if it is known.
    pub price: Option<Money>,
}

const ART_2: &str = "闲置土地处置办法 (2012) art. 2";

impl IdleRules {
    /// The rules of 2012, in force since 2012-07-01.
    ///
    /// ```
    /// use standard_land::calendar::Fullness;
    /// use standard_land::oversight::IdleRules;
    /// use standard_land::source::Certainty;
    ///
    /// let rules = IdleRules::of_2012();
    /// assert_eq!(rules.developed_below.value, "1/3".parse()?);
    /// assert_eq!(rules.developed_below.certainty, Certainty::Seen);
    /// assert_eq!(rules.excusable.certainty, Certainty::Doubtful);
    /// assert_eq!(rules.fullness.value, Fullness::LastDay);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn of_2012() -> Self {
        let year = Months::new(12);
        // No whole is zero.
        let share = |part, of| Ratio::new(part, of).unwrap_or(Ratio::ZERO);
        Self {
            unstarted: Sourced::cited(year, ART_2, Certainty::Seen),
            stopped: Sourced::cited(year, ART_2, Certainty::Seen),
            developed_below: Sourced::cited(share(1, 3), ART_2, Certainty::Seen),
            invested_below: Sourced::cited(share(25, 100), ART_2, Certainty::Seen),
            fee_after: Sourced::cited(
                year,
                "闲置土地处置办法 (2012) art. 14 (1), as reported in June 2012",
                Certainty::Seen,
            ),
            fee_rate: Sourced::cited(
                share(20, 100),
                "闲置土地处置办法 (2012) art. 14 (1), as reported in June 2012; 城市房地产管理法 art. 26 says: at most",
                Certainty::Seen,
            ),
            take_back_after: Sourced::cited(
                Months::new(24),
                "闲置土地处置办法 (2012) art. 14 (2), as reported in June 2012",
                Certainty::Seen,
            ),
            fullness: Sourced::cited(
                Fullness::LastDay,
                "满一年 in art. 2, read by 民法典 arts. 201-203",
                Certainty::Doubtful,
            ),
            excusable: Sourced::cited(
                Excusable::StartAndStop,
                "闲置土地处置办法 (2012) arts. 8, 14",
                Certainty::Doubtful,
            ),
        }
    }

    /// What these rules say of works, at the end of a day.
    ///
    /// Dates after the day are not looked at; the shares developed and
    /// invested are taken to be those of the day. A share that is exactly the
    /// limit is not below it. Of excused days only those after the agreed start
    /// are left out; where earlier ones moved the start, another one was agreed.
    /// The fee and the take-back concern land that was not started; land that
    /// may be declared idle bears neither by itself.
    ///
    /// *Cost*: sorting the excuses.
    ///
    /// ```
    /// use standard_land::allocation::Milestones;
    /// use standard_land::jiff::civil::date;
    /// use standard_land::oversight::{IdleRules, Standing, Works};
    /// use standard_land::quantity::MoneyUnit;
    ///
    /// let works = Works::new(Milestones {
    ///     agreed_start: Some(date(2023, 5, 1)),
    ///     ..Milestones::default()
    /// })?
    /// .with_price("144万元".parse()?)?;
    /// let rules = IdleRules::of_2012();
    ///
    /// let before = rules.judge(&works, date(2024, 4, 30));
    /// assert!(matches!(before.standing, Standing::StartOverdue { days: 365, .. }));
    ///
    /// let full = rules.judge(&works, date(2024, 5, 1));
    /// assert_eq!(full.standing, Standing::Idle { since: date(2024, 5, 1) });
    /// let fee = full.fee.map(|fee| fee.amount(MoneyUnit::TenThousandYuan)).transpose()?;
    /// assert_eq!(fee, Some(Some("144/5".parse()?)));
    /// assert_eq!(full.take_back, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn judge(&self, works: &Works, day: Date) -> IdleStatus {
        let unstarted = self.unstarted_since(works, day);
        let became = |period: &Sourced<Months>| {
            let (clock, until) = unstarted.as_ref()?;
            let full = clock.full_after(period.value, self.fullness.value)?;
            (full <= day && until.is_none_or(|until| full < until)).then_some(full)
        };
        let fee = became(&self.fee_after).map(|since| Fee {
            since,
            rate: self.fee_rate.value,
            price: works.price(),
        });
        // What has been started, or has ended, is not taken back as unstarted.
        let open = unstarted.as_ref().is_some_and(|(_, until)| until.is_none());
        IdleStatus {
            day,
            standing: self.standing(works, day, became(&self.unstarted)),
            fee,
            take_back: became(&self.take_back_after).filter(|_| open),
        }
    }

    /// The clock since the agreed start, and the day on which it stopped.
    fn unstarted_since(&self, works: &Works, day: Date) -> Option<(Clock, Option<Date>)> {
        let dates = works.dates();
        let by = |date: Option<Date>| date.filter(|date| *date <= day);
        if dates.actual_start.is_none() && by(dates.actual_completion).is_some() {
            // It was started, and nobody knows when.
            return None;
        }
        let clock = self.clock_of_start(works)?;
        // Dates that are known are in order: a start comes before an end.
        Some((clock, by(dates.actual_start).or(by(dates.ended))))
    }

    fn clock_of_start(&self, works: &Works) -> Option<Clock> {
        let excusable = self.excusable.value != Excusable::Nothing;
        let agreed = works.dates().agreed_start?;
        Some(Clock::new(agreed, excuses(works, excusable)))
    }

    fn standing(&self, works: &Works, day: Date, idle: Option<Date>) -> Standing {
        let dates = works.dates();
        let happened = |date: Option<Date>| date.is_some_and(|date| date <= day);
        if happened(dates.ended) {
            return Standing::Ended;
        }
        if happened(dates.actual_completion) {
            return Standing::Completed;
        }
        if happened(dates.actual_start) {
            return match works.stopped().filter(|stopped| *stopped <= day) {
                Some(stopped) => self.stopped(works, stopped, day),
                None => Standing::Building,
            };
        }
        let Some(clock) = self.clock_of_start(works) else {
            return Standing::NoAgreedStart;
        };
        match (idle, clock.days_until(day)) {
            (Some(since), _) => Standing::Idle { since },
            (None, 0) => Standing::NotDue,
            (None, days) => Standing::StartOverdue {
                days,
                idle_on: clock.full_after(self.unstarted.value, self.fullness.value),
            },
        }
    }

    fn stopped(&self, works: &Works, stopped: Date, day: Date) -> Standing {
        let excusable = self.excusable.value == Excusable::StartAndStop;
        let clock = Clock::new(stopped, excuses(works, excusable));
        let full = clock.full_after(self.stopped.value, self.fullness.value);
        let days = clock.days_until(day);
        let Some(since) = full.filter(|full| *full <= day) else {
            return Standing::Stopped { days };
        };
        // Exact fractions, compared before anything is rounded.
        let developed = works.developed().map(|it| it.part.ratio_to(it.of));
        let invested = works
            .invested()
            .map(|it| Ratio::new(it.part.fen().into(), it.of.fen().unsigned_abs().into()));
        let below = |share: Option<Result<Ratio, RatioError>>, limit: &Sourced<Ratio>| {
            // No whole is zero: that is a rule of works.
            share.and_then(Result::ok).map(|share| share < limit.value)
        };
        let area = below(developed, &self.developed_below);
        let investment = below(invested, &self.invested_below);
        match (area, investment) {
            (Some(true), Some(true)) => may_be_declared(since, IdleMeasure::Both),
            (Some(true), _) => may_be_declared(since, IdleMeasure::Area),
            (_, Some(true)) => may_be_declared(since, IdleMeasure::Investment),
            (Some(false), Some(false)) => Standing::Stopped { days },
            (None, Some(false)) => Standing::StoppedUnknown {
                since,
                unknown: IdleMeasure::Area,
            },
            (Some(false), None) => Standing::StoppedUnknown {
                since,
                unknown: IdleMeasure::Investment,
            },
            (None, None) => Standing::StoppedUnknown {
                since,
                unknown: IdleMeasure::Both,
            },
        }
    }
}

const fn may_be_declared(since: Date, short: IdleMeasure) -> Standing {
    Standing::MayBeDeclaredIdle { since, short }
}

fn excuses(works: &Works, excusable: bool) -> &[Excuse] {
    if excusable { works.excuses() } else { &[] }
}

impl Fee {
    /// The exact fee in a unit, if the price is known.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] when a rate of very many digits makes the
    /// exact fee one of too many.
    pub fn amount(self, unit: MoneyUnit) -> Result<Option<Ratio>, RatioError> {
        let fee = |price: Money| price.amount(unit).checked_mul(self.rate);
        self.price.map(fee).transpose()
    }
}

impl Display for Standing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ended => f.write_str("ended"),
            Self::Completed => f.write_str("completed"),
            Self::Building => f.write_str("building"),
            Self::NoAgreedStart => f.write_str("not started, and no start is known to be agreed"),
            Self::NotDue => f.write_str("start not due"),
            Self::StartOverdue { days, idle_on } => {
                write!(f, "start overdue by {days} days")?;
                match idle_on {
                    Some(day) => write!(f, ", idle on {day}"),
                    None => Ok(()),
                }
            }
            Self::Idle { since } => write!(f, "idle since {since}"),
            Self::Stopped { days } => write!(f, "stopped for {days} days"),
            Self::StoppedUnknown { since, unknown } => write!(
                f,
                "stopped for long enough since {since}, but not known: {unknown}"
            ),
            Self::MayBeDeclaredIdle { since, short } => {
                write!(f, "may be declared idle since {since}, short of: {short}")
            }
        }
    }
}

impl Display for IdleStatus {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.day, self.standing)?;
        if let Some(fee) = &self.fee {
            write!(f, "; fee due since {}", fee.since)?;
        }
        match self.take_back {
            Some(since) => write!(f, "; may be taken back since {since}"),
            None => Ok(()),
        }
    }
}
