//! A problem, the team that solves it, and what happened to it.

use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use crate::parcel::ParcelId;
use crate::record::record;
use crate::text::{label, terms};

label! {
    /// The number of a problem in its list, as printed.
    ///
    /// ```
    /// use standard_land::oversight::ProblemId;
    ///
    /// let id: ProblemId = "2025-07".parse()?;
    /// assert_eq!(id.as_str(), "2025-07");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    ProblemId, limit 100, expecting "the number of a problem",
    example "2025-07"
}

label! {
    /// The task team (专班) that handles a problem.
    ///
    /// ```
    /// use standard_land::oversight::Team;
    ///
    /// let team: Team = "供地专班".parse()?;
    /// assert_eq!(team.as_str(), "供地专班");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Team, limit 100, expecting "the name of a task team",
    example "甲"
}

label! {
    /// What a problem is, or how it was solved, in one line.
    ///
    /// ```
    /// use standard_land::oversight::Remark;
    ///
    /// let remark: Remark = "地上附着物未清理".parse()?;
    /// assert_eq!(remark.as_str(), "地上附着物未清理");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Remark, limit 500, expecting "a remark in one line",
    example "问题"
}

record! {
    /// A problem: what it is, who handles it, when it is due, what happened.
    ///
    /// *Invariants*: nothing that happens is dated before what happened last; a
    /// day due is not before the day on which it is set; only an open problem is
    /// handed over, postponed or closed, only a closed one reopened. Nothing that
    /// happened is ever removed.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::oversight::{Problem, ProblemState};
    ///
    /// let mut problem = Problem::open(
    ///     "2025-07".parse()?, "地上附着物未清理".parse()?,
    ///     date(2025, 3, 3), "清理专班".parse()?, date(2025, 3, 31),
    /// )?
    /// .with_parcel("祁县-04".parse()?);
    /// assert_eq!(problem.state_on(date(2025, 3, 31)), ProblemState::Open);
    /// assert_eq!(problem.state_on(date(2025, 4, 1)), ProblemState::Overdue);
    ///
    /// problem.close(date(2025, 4, 10), "已清理".parse()?)?;
    /// problem.reopen(date(2025, 5, 1), date(2025, 5, 20))?;
    /// assert_eq!(problem.state_on(date(2025, 4, 30)), ProblemState::Closed);
    /// assert_eq!(problem.state_on(date(2025, 5, 1)), ProblemState::Open);
    /// assert_eq!(problem.events().len(), 2);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Problem, checked as ProblemError {
        /// Its number.
        id: ProblemId,
        /// What it is.
        remark: Remark,
        /// The parcel it is of, if it is of one.
        parcel: Option<ParcelId>,
        /// When it was found.
        opened: Date as "crate::calendar::Day",
        /// The team that had to solve it at first.
        team: Team,
        /// When it was due at first.
        due: Date as "crate::calendar::Day",
        /// What happened since, in order.
        events: Vec<Event> = default,
    }
}

/// Something that happened to a problem on a day.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{Action, Event, Problem, ProblemState};
///
/// let opened = date(2025, 3, 3);
/// let mut problem = Problem::open(
///     "2025-07".parse()?, "地上附着物未清理".parse()?, opened, "清理专班".parse()?, opened,
/// )?;
/// problem.record(Event { date: opened, action: Action::Close { remark: "已清理".parse()? } })?;
/// assert_eq!(problem.state_on(opened), ProblemState::Closed);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Event {
    /// The day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
    pub date: Date,
    /// What happened.
    pub action: Action,
}

/// What can happen to a problem.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::Action;
///
/// let action = Action::Postpone { due: date(2025, 4, 30) };
/// assert_ne!(action, Action::Reopen { due: date(2025, 4, 30) });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(rename_all = "kebab-case", deny_unknown_fields)
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub enum Action {
    /// Another team takes it over.
    HandOver {
        /// The team.
        team: Team,
    },
    /// It is due on another day, later or earlier.
    Postpone {
        /// The day.
        #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
        due: Date,
    },
    /// It is solved.
    Close {
        /// How.
        remark: Remark,
    },
    /// It is not solved after all.
    Reopen {
        /// When it is due now.
        #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
        due: Date,
    },
}

terms! {
    /// How a problem stands on a day.
    ///
    /// ```
    /// use standard_land::oversight::ProblemState;
    ///
    /// assert_eq!("逾期".parse::<ProblemState>()?, ProblemState::Overdue);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum ProblemState("a state of a problem", "问题状态") {
        /// It was found later.
        NotYet = "not-yet", "尚未提出";
        /// It is open, and not overdue.
        Open = "open", "办理中";
        /// It is open after the day it was due.
        Overdue = "overdue", "逾期";
        /// It is closed.
        Closed = "closed", "已办结";
    }
}

/// Why something cannot happen to a problem. The problem is as it was.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{Problem, ProblemError};
///
/// let opened = date(2025, 3, 3);
/// let mut problem = Problem::open(
///     "2025-07".parse()?, "地上附着物未清理".parse()?, opened, "清理专班".parse()?, opened,
/// )?;
/// let error = problem.close(date(2025, 3, 2), "已清理".parse()?).unwrap_err();
/// assert_eq!(error.to_string(), "problem 2025-07 was last changed on 2025-03-03; 2025-03-02 is before that");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemError {
    /// The day lies before the last thing that happened.
    DatesRunBackwards {
        /// The problem.
        id: ProblemId,
        /// When something last happened.
        last: Date,
        /// The day that was given.
        date: Date,
    },
    /// It would be due before the day on which that was decided.
    DueBefore {
        /// The problem.
        id: ProblemId,
        /// The day due.
        due: Date,
        /// The day on which it was set.
        date: Date,
    },
    /// It is closed.
    IsClosed {
        /// The problem.
        id: ProblemId,
        /// Since when.
        since: Date,
    },
    /// It is open, and cannot be reopened.
    IsOpen {
        /// The problem.
        id: ProblemId,
    },
    /// The list holds none of that number.
    Unknown {
        /// The problem.
        id: ProblemId,
    },
    /// There is one of that number in the list.
    Exists {
        /// The problem.
        id: ProblemId,
    },
}

/// How things stand with a problem after some events.
#[derive(Debug, Clone, Copy)]
struct Now<'a> {
    team: &'a Team,
    due: Date,
    closed: Option<Date>,
}

impl Problem {
    /// A problem that was found on a day, with a team and a day due.
    ///
    /// # Errors
    ///
    /// [`ProblemError::DueBefore`].
    pub fn open(
        id: ProblemId,
        remark: Remark,
        opened: Date,
        team: Team,
        due: Date,
    ) -> Result<Self, ProblemError> {
        if due < opened {
            return Err(ProblemError::DueBefore {
                id,
                due,
                date: opened,
            });
        }
        Ok(Self {
            id,
            remark,
            parcel: None,
            opened,
            team,
            due,
            events: Vec::new(),
        })
    }

    /// The same, of a parcel.
    #[must_use]
    pub fn with_parcel(mut self, parcel: ParcelId) -> Self {
        self.parcel = Some(parcel);
        self
    }

    /// Writes down what happened, or refuses and leaves everything as it was.
    ///
    /// # Errors
    ///
    /// [`ProblemError`]: which rule is against it.
    pub fn record(&mut self, event: Event) -> Result<(), ProblemError> {
        let (date, id) = (event.date, || self.id.clone());
        let last = self.events.last().map_or(self.opened, |last| last.date);
        if date < last {
            return Err(ProblemError::DatesRunBackwards {
                id: id(),
                last,
                date,
            });
        }
        match (&event.action, self.now(&self.events).closed) {
            (Action::Reopen { .. }, None) => return Err(ProblemError::IsOpen { id: id() }),
            (Action::Reopen { .. }, Some(_)) | (_, None) => {}
            (_, Some(since)) => return Err(ProblemError::IsClosed { id: id(), since }),
        }
        if let Action::Postpone { due } | Action::Reopen { due } = event.action
            && due < date
        {
            return Err(ProblemError::DueBefore {
                id: id(),
                due,
                date,
            });
        }
        self.events.push(event);
        Ok(())
    }

    /// Another team takes it over.
    ///
    /// # Errors
    ///
    /// As for [`record`](Self::record).
    pub fn hand_over(&mut self, date: Date, team: Team) -> Result<(), ProblemError> {
        let action = Action::HandOver { team };
        self.record(Event { date, action })
    }

    /// It is due on another day.
    ///
    /// # Errors
    ///
    /// As for [`record`](Self::record).
    pub fn postpone(&mut self, date: Date, due: Date) -> Result<(), ProblemError> {
        let action = Action::Postpone { due };
        self.record(Event { date, action })
    }

    /// It is solved.
    ///
    /// # Errors
    ///
    /// As for [`record`](Self::record).
    pub fn close(&mut self, date: Date, remark: Remark) -> Result<(), ProblemError> {
        let action = Action::Close { remark };
        self.record(Event { date, action })
    }

    /// It is not solved after all, and due anew.
    ///
    /// # Errors
    ///
    /// As for [`record`](Self::record).
    pub fn reopen(&mut self, date: Date, due: Date) -> Result<(), ProblemError> {
        let action = Action::Reopen { due };
        self.record(Event { date, action })
    }

    /// Its number.
    #[must_use]
    pub const fn id(&self) -> &ProblemId {
        &self.id
    }

    /// What it is.
    #[must_use]
    pub const fn remark(&self) -> &Remark {
        &self.remark
    }

    /// The parcel it is of, if it is of one.
    #[must_use]
    pub const fn parcel(&self) -> Option<&ParcelId> {
        self.parcel.as_ref()
    }

    /// When it was found.
    #[must_use]
    pub const fn opened(&self) -> Date {
        self.opened
    }

    /// What happened since, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    fn now<'a>(&'a self, events: &'a [Event]) -> Now<'a> {
        let start = Now {
            team: &self.team,
            due: self.due,
            closed: None,
        };
        events.iter().fold(start, |now, event| match &event.action {
            Action::HandOver { team } => Now { team, ..now },
            Action::Postpone { due } => Now { due: *due, ..now },
            Action::Close { .. } => Now {
                closed: Some(event.date),
                ..now
            },
            Action::Reopen { due } => Now {
                due: *due,
                closed: None,
                ..now
            },
        })
    }

    /// As it was at the end of a day.
    fn on(&self, day: Date) -> Now<'_> {
        // The events are in order of their days.
        let until = self.events.partition_point(|event| event.date <= day);
        self.now(self.events.get(..until).unwrap_or_default())
    }

    /// The team that had it at the end of a day; the first one before that.
    #[must_use]
    pub fn team_on(&self, day: Date) -> &Team {
        self.on(day).team
    }

    /// The day it was due, as seen at the end of a day.
    #[must_use]
    pub fn due_on(&self, day: Date) -> Date {
        self.on(day).due
    }

    /// How it stood at the end of a day.
    ///
    /// On the day it is due it is not overdue.
    #[must_use]
    pub fn state_on(&self, day: Date) -> ProblemState {
        let now = self.on(day);
        if day < self.opened {
            ProblemState::NotYet
        } else if now.closed.is_some() {
            ProblemState::Closed
        } else if now.due < day {
            ProblemState::Overdue
        } else {
            ProblemState::Open
        }
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, ProblemError> {
        let mut problem = Self::open(self.id, self.remark, self.opened, self.team, self.due)?;
        problem.parcel = self.parcel;
        let mut events = self.events.into_iter();
        events.try_for_each(|event| problem.record(event))?;
        Ok(problem)
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.remark)?;
        match &self.parcel {
            Some(parcel) => write!(f, " (parcel {parcel})"),
            None => Ok(()),
        }
    }
}
