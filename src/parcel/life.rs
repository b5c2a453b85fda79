//! The life of a parcel: its steps, kept in order, and the stage they lead to.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use super::ParcelId;
use super::moves::{Destination, Move};
use super::stage::{LifeStep, Stage, StartOnGrant};
use crate::record::record;
use crate::source::DocumentId;

/// A step that was taken: what, when, by which document.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::{Entry, LifeStep};
///
/// let entry = Entry::new(LifeStep::Grant, date(2024, 5, 1), "成交确认书 2024-07".parse()?);
/// assert_eq!(entry.to_string(), "2024-05-01 grant (成交确认书 2024-07)");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
pub struct Entry {
    step: LifeStep,
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
    date: Date,
    document: DocumentId,
}

impl Entry {
    /// A step on a day, by a document.
    #[must_use]
    pub const fn new(step: LifeStep, date: Date, document: DocumentId) -> Self {
        Self {
            step,
            date,
            document,
        }
    }

    /// What happened.
    #[must_use]
    pub const fn step(&self) -> LifeStep {
        self.step
    }

    /// When.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// By which document.
    #[must_use]
    pub const fn document(&self) -> &DocumentId {
        &self.document
    }
}

impl Display for Entry {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.date, self.step, self.document)
    }
}

record! {
    /// The life of a parcel: every step it took, and the stage they lead to.
    ///
    /// A life begins in [`Stage::Preparing`]. *Invariants*: every step is a legal
    /// move ([`MOVES`](crate::parcel::MOVES)) from where the parcel was; dates do not run backwards, and
    /// several steps may be of one day; a permit is issued once each time the
    /// parcel is offered. The stage is that which replaying the steps leads to.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::{Entry, Life, LifeError, Stage, LifeStep};
    ///
    /// let mut life = Life::new("文水-01".parse()?);
    /// life.record(Entry::new(LifeStep::Assess, date(2024, 1, 10), "区评-3".parse()?))?;
    /// life.record(Entry::new(LifeStep::SetStandards, date(2024, 2, 1), "指标-7".parse()?))?;
    /// assert_eq!(life.stage(), Stage::StandardsSet);
    ///
    /// let refused = life.record(Entry::new(LifeStep::Start, date(2024, 3, 1), "开工-1".parse()?));
    /// assert_eq!(
    ///     refused.map_err(|error| error.to_string()),
    ///     Err("parcel 文水-01 is at standards-set, and start follows delivered only; \
    ///          possible now: announce".to_owned()),
    /// );
    /// assert_eq!(life.stage(), Stage::StandardsSet);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Life, checked as LifeError {
        /// The parcel whose life it is.
        parcel: ParcelId,
        /// Every step that was taken, in order.
        entries: Vec<Entry>,
        #[cfg_attr(feature = "serde", serde(skip))]
        at: Place,
    }
}

/// Where a parcel is, and where it was before it went beside the main line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    stage: Stage,
    before: Option<Stage>,
}

impl Default for Place {
    fn default() -> Self {
        Self::BEGINNING
    }
}

impl Place {
    const BEGINNING: Self = Self {
        stage: Stage::Preparing,
        before: None,
    };

    /// Where a legal move leads.
    fn after(self, row: &Move) -> Option<Self> {
        let stage = row.leads_to(self.stage, self.before)?;
        let before = match row.to {
            // A breach found while something is put right: the way back is
            // to the main line.
            Destination::Aside(_) => self.before.or(Some(self.stage)),
            Destination::Stays => self.before,
            Destination::To(_) | Destination::Back => None,
        };
        Some(Self { stage, before })
    }
}

/// Why a step cannot be taken. The life is as it was.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::{Entry, Life, LifeError, LifeStep};
///
/// let mut life = Life::new("P-1".parse()?);
/// let error = life.record(Entry::new(LifeStep::Grant, date(2024, 5, 1), "D-1".parse()?)).unwrap_err();
/// assert!(matches!(error, LifeError::NotAllowed { allowed, .. } if *allowed == [LifeStep::Assess]));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LifeError {
    /// The step is not a legal move from this stage.
    NotAllowed {
        /// The parcel.
        parcel: Box<ParcelId>,
        /// The step that was refused.
        step: LifeStep,
        /// Where the parcel is.
        stage: Stage,
        /// The steps that would be legal.
        allowed: Box<[LifeStep]>,
    },
    /// A paper that the step needs is missing.
    Needs {
        /// The parcel.
        parcel: Box<ParcelId>,
        /// The step that was refused.
        step: LifeStep,
        /// One of these must be there.
        one_of: &'static &'static [LifeStep],
        /// What says so.
        rule: &'static &'static str,
    },
    /// The paper was issued before, since the parcel was last offered.
    IssuedBefore {
        /// The parcel.
        parcel: ParcelId,
        /// The paper.
        step: LifeStep,
        /// When it was issued.
        date: Date,
    },
    /// The day lies before that of the last step.
    DatesRunBackwards {
        /// The parcel.
        parcel: ParcelId,
        /// The step that was refused.
        step: LifeStep,
        /// Its day.
        date: Date,
        /// The last step that was taken.
        last: LifeStep,
        /// Its day.
        last_date: Date,
    },
}

impl Life {
    /// A life at its beginning.
    #[must_use]
    pub const fn new(parcel: ParcelId) -> Self {
        Self {
            parcel,
            entries: Vec::new(),
            at: Place::BEGINNING,
        }
    }

    /// Takes the steps of a parcel in order, from the beginning.
    ///
    /// # Errors
    ///
    /// [`LifeError`] for the first step that cannot be taken.
    pub fn replay(
        parcel: ParcelId,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Result<Self, LifeError> {
        let mut life = Self::new(parcel);
        for entry in entries {
            life.record(entry)?;
        }
        Ok(life)
    }

    /// Takes a step, or refuses it and leaves the life as it was.
    ///
    /// # Errors
    ///
    /// [`LifeError`]: which rule is against it.
    pub fn record(&mut self, entry: Entry) -> Result<(), LifeError> {
        self.at = self.check(&entry)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Where a step would lead; every way to make or change a life ends here.
    fn check(&self, entry: &Entry) -> Result<Place, LifeError> {
        let (parcel, step) = (|| self.parcel.clone(), entry.step);
        let not_allowed = || LifeError::NotAllowed {
            parcel: Box::new(parcel()),
            step,
            stage: self.at.stage,
            allowed: self.allowed().collect(),
        };
        let row = Move::of(step, self.at.stage).ok_or_else(not_allowed)?;
        if let Some(last) = self.entries.last()
            && entry.date < last.date
        {
            return Err(LifeError::DatesRunBackwards {
                parcel: parcel(),
                step,
                date: entry.date,
                last: last.step,
                last_date: last.date,
            });
        }
        if let Some(date) = self.taken(step).filter(|_| step.is_permit()) {
            return Err(LifeError::IssuedBefore {
                parcel: parcel(),
                step,
                date,
            });
        }
        if let Some(one_of) = self.missing_for(row) {
            return Err(LifeError::Needs {
                parcel: Box::new(parcel()),
                step,
                one_of,
                rule: &row.source,
            });
        }
        // A parcel beside the main line came from somewhere.
        self.at.after(row).ok_or_else(not_allowed)
    }

    /// The first list of papers of which a move needs one that is not there.
    fn missing_for(&self, row: &'static Move) -> Option<&'static &'static [LifeStep]> {
        let mut needs = row.needs.iter();
        needs.find(|one_of| one_of.iter().all(|step| self.taken(*step).is_none()))
    }

    /// The parcel whose life it is.
    #[must_use]
    pub const fn parcel(&self) -> &ParcelId {
        &self.parcel
    }

    /// How far along the parcel is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.at.stage
    }

    /// The day on which it came to this stage; `None` at the beginning.
    ///
    /// Papers that were issued since do not count.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::{Entry, Life, LifeStep};
    ///
    /// let mut life = Life::new("P-1".parse()?);
    /// assert_eq!(life.since(), None);
    /// life.record(Entry::new(LifeStep::Assess, date(2024, 1, 10), "区评-3".parse()?))?;
    /// assert_eq!(life.since(), Some(date(2024, 1, 10)));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn since(&self) -> Option<Date> {
        let mut moved = self.entries.iter().rev().filter(|it| !it.step.is_permit());
        moved.next().map(Entry::date)
    }

    /// The stage it goes back to, while it is put right or in breach.
    #[must_use]
    pub const fn stage_before(&self) -> Option<Stage> {
        self.at.before
    }

    /// Every step that was taken, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The steps since the parcel was last offered anew; else all of them.
    ///
    /// The step that offers it anew is the first of them.
    #[must_use]
    pub fn round(&self) -> &[Entry] {
        let again = |entry: &Entry| entry.step == LifeStep::ReOffer;
        let start = self.entries.iter().rposition(again).unwrap_or(0);
        self.entries.get(start..).unwrap_or_default()
    }

    /// When a step was last taken in this [`round`](Self::round).
    #[must_use]
    pub fn taken(&self, step: LifeStep) -> Option<Date> {
        let mut entries = self.round().iter().rev();
        entries.find(|it| it.step == step).map(Entry::date)
    }

    /// The steps that would be taken now, if their date does.
    ///
    /// ```
    /// use standard_land::parcel::{Life, LifeStep};
    ///
    /// let life = Life::new("P-1".parse()?);
    /// assert_eq!(life.allowed().collect::<Vec<_>>(), [LifeStep::Assess]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn allowed(&self) -> impl Iterator<Item = LifeStep> {
        Move::from_stage(self.at.stage)
            .filter(|row| !(row.step.is_permit() && self.taken(row.step).is_some()))
            .filter(|row| self.missing_for(row).is_none())
            .map(|row| row.step)
    }

    /// The life as it was at the end of a day. *Cost*: takes the steps again.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::{Entry, Life, Stage, LifeStep};
    ///
    /// let mut life = Life::new("P-1".parse()?);
    /// life.record(Entry::new(LifeStep::Assess, date(2024, 1, 10), "区评-3".parse()?))?;
    /// assert_eq!(life.as_of(date(2024, 1, 9)).stage(), Stage::Preparing);
    /// assert_eq!(life.as_of(date(2024, 1, 10)).stage(), Stage::Assessed);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, day: Date) -> Self {
        let until = self.entries.iter().take_while(|entry| entry.date <= day);
        let mut past = Self::new(self.parcel.clone());
        for entry in until {
            // What was legal once is legal again.
            let Ok(()) = past.record(entry.clone()) else {
                break;
            };
        }
        past
    }

    /// Whether building could start on grant (拿地即开工), seen from a day.
    ///
    /// It could when all of [`LifeStep::START_ON_GRANT`] were issued with the
    /// contract, or at most `right_after` days after it. How many days those
    /// are nobody has fixed for the country; the caller says. `None` before
    /// the contract is signed.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::{Entry, Life, StartOnGrant, LifeStep};
    ///
    /// let mut life = Life::new("P-1".parse()?);
    /// let day = date(2024, 5, 1);
    /// for step in [
    ///     LifeStep::Assess, LifeStep::SetStandards, LifeStep::Announce, LifeStep::Grant, LifeStep::SignContract,
    ///     LifeStep::LandUsePlanningPermit, LifeStep::EngineeringPlanningPermit, LifeStep::ConstructionPermit,
    /// ] {
    ///     life.record(Entry::new(step, day, "D".parse()?))?;
    /// }
    /// life.record(Entry::new(LifeStep::LandCertificate, date(2024, 5, 4), "D".parse()?))?;
    /// assert_eq!(life.start_on_grant(2, date(2024, 5, 3)), Some(StartOnGrant::Open));
    /// assert_eq!(life.start_on_grant(2, date(2024, 5, 4)), Some(StartOnGrant::Missed));
    /// assert_eq!(life.start_on_grant(3, date(2024, 5, 4)), Some(StartOnGrant::Met));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn start_on_grant(&self, right_after: u16, day: Date) -> Option<StartOnGrant> {
        let contract = self.taken(LifeStep::SignContract).filter(|it| *it <= day)?;
        let last_day = contract.saturating_add(jiff::Span::new().days(i64::from(right_after)));
        let issued = |paper: &LifeStep| self.taken(*paper).filter(|it| *it <= day);
        let in_time = |paper: &LifeStep| issued(paper).is_some_and(|it| it <= last_day);
        let late = |paper: &LifeStep| issued(paper).is_some_and(|it| it > last_day);
        let papers = &LifeStep::START_ON_GRANT;
        Some(if papers.iter().all(in_time) {
            StartOnGrant::Met
        } else if day > last_day || papers.iter().any(late) {
            StartOnGrant::Missed
        } else {
            StartOnGrant::Open
        })
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, LifeError> {
        Self::replay(self.parcel, self.entries)
    }
}

impl Display for Life {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.parcel, self.at.stage)?;
        match self.since() {
            Some(day) => write!(f, " since {day}"),
            None => Ok(()),
        }
    }
}
