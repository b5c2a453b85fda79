//! What the life of a parcel says about the dates of an allocation.

use super::milestones::{Milestone, Milestones};
use crate::parcel::{Entry, LifeStep};

impl Milestone {
    /// The milestone that is reached when a step is taken, if it is one.
    ///
    /// The way from a [`Life`](crate::parcel::Life) to a register: record the
    /// milestone of each step, and the rules of the register hold as ever.
    /// It cannot be undone: dates say nothing of assessments, permits and
    /// documents, so a life made of them would be invented.
    ///
    /// ```
    /// use standard_land::allocation::Milestone;
    /// use standard_land::parcel::LifeStep;
    ///
    /// assert_eq!(Milestone::reached_by(LifeStep::Start), Some(Milestone::ActualStart));
    /// assert_eq!(Milestone::reached_by(LifeStep::TakeBack), Some(Milestone::Ended));
    /// assert_eq!(Milestone::reached_by(LifeStep::ConstructionPermit), None);
    /// ```
    #[must_use]
    pub const fn reached_by(step: LifeStep) -> Option<Self> {
        match step {
            LifeStep::SignContract => Some(Self::Signed),
            LifeStep::Start => Some(Self::ActualStart),
            LifeStep::Complete => Some(Self::ActualCompletion),
            LifeStep::TakeBack => Some(Self::Ended),
            _ => None,
        }
    }
}

impl Milestones {
    /// The dates that were reached in the steps of one allocation: those of
    /// [`Life::round`](crate::parcel::Life::round).
    ///
    /// Agreed dates are not among them: a contract holds those, no step does.
    ///
    /// ```
    /// use standard_land::allocation::{Milestone, Milestones};
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::{Entry, Life, LifeStep};
    ///
    /// let mut life = Life::new("P-1".parse()?);
    /// let day = date(2024, 5, 1);
    /// for step in [LifeStep::Assess, LifeStep::SetStandards, LifeStep::Announce, LifeStep::Grant, LifeStep::SignContract] {
    ///     life.record(Entry::new(step, day, "D".parse()?))?;
    /// }
    /// let reached = Milestones::reached(life.round());
    /// assert_eq!(reached, Milestones::default().with(Milestone::Signed, day));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn reached(round: &[Entry]) -> Self {
        round.iter().fold(
            Self::default(),
            |dates, entry| match Milestone::reached_by(entry.step()) {
                Some(milestone) => dates.with(milestone, entry.date()),
                None => dates,
            },
        )
    }
}
