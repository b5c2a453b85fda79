//! One zone's quota in one year: every hectare applied for has a place.

use core::fmt::{self, Display, Formatter};

use super::error::{PlanEntry, QuotaError};
use crate::exact::{Ratio, RatioError};
use crate::quantity::Area;
use crate::record::record;

record! {
    /// The quota of a zone in a year; it always balances.
    ///
    /// *Invariants*: applied = approved + refused + [`pending`](Quota::pending);
    /// used + [`left`](Quota::left) = approved + carried in. What the last year
    /// left over is a figure of its own, so that nobody takes it for an approval.
    ///
    /// ```
    /// use standard_land::quota::{PlanEntry, Quota};
    ///
    /// let mut quota = Quota::default();
    /// quota.record(PlanEntry::Applied, "40 ha".parse()?)?;
    /// quota.record(PlanEntry::Approved, "30 ha".parse()?)?;
    /// quota.record(PlanEntry::Used, "12 ha".parse()?)?;
    /// assert_eq!(quota.pending(), "10 ha".parse()?);
    /// assert_eq!(quota.left(), "18 ha".parse()?);
    /// // A refusal changes nothing.
    /// assert!(quota.record(PlanEntry::Used, "18.01 ha".parse()?).is_err());
    /// assert_eq!(quota.used(), "12 ha".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Quota, checked as QuotaError {
        /// All that was applied for.
        applied: Area,
        /// What was granted to the zone in this year.
        approved: Area,
        /// What was applied for and not granted.
        refused: Area,
        /// What projects took up.
        used: Area,
        /// What the last year left over, where the rule lets it carry.
        carried_in: Area,
    }
}

impl Quota {
    /// A quota that begins with what the last year left over.
    #[must_use]
    pub const fn carrying(carried_in: Area) -> Self {
        Self {
            applied: Area::ZERO,
            approved: Area::ZERO,
            refused: Area::ZERO,
            used: Area::ZERO,
            carried_in,
        }
    }

    /// Enters an area; one that is refused changes nothing.
    ///
    /// # Errors
    ///
    /// [`QuotaError::MoreThanPending`], [`QuotaError::MoreThanLeft`],
    /// [`QuotaError::Quantity`].
    pub fn record(&mut self, entry: PlanEntry, area: Area) -> Result<(), QuotaError> {
        let mut next = *self;
        let pending = self.pending();
        match entry {
            PlanEntry::Applied => next.applied = self.applied.checked_add(area)?,
            PlanEntry::Approved | PlanEntry::Refused if area > pending => {
                return Err(QuotaError::MoreThanPending {
                    entry,
                    area,
                    pending,
                });
            }
            PlanEntry::Approved => next.approved = self.approved.checked_add(area)?,
            PlanEntry::Refused => next.refused = self.refused.checked_add(area)?,
            PlanEntry::Used if area > self.left() => {
                return Err(QuotaError::MoreThanLeft {
                    area,
                    left: self.left(),
                });
            }
            PlanEntry::Used => next.used = self.used.checked_add(area)?,
        }
        // What there is to use must be one area, as `left` says it.
        next.approved.checked_add(next.carried_in)?;
        *self = next;
        Ok(())
    }

    /// All that was applied for.
    #[must_use]
    pub const fn applied(&self) -> Area {
        self.applied
    }

    /// What was granted to the zone in this year.
    #[must_use]
    pub const fn approved(&self) -> Area {
        self.approved
    }

    /// What was applied for and not granted.
    #[must_use]
    pub const fn refused(&self) -> Area {
        self.refused
    }

    /// What was applied for and is not decided on.
    #[must_use]
    pub const fn pending(&self) -> Area {
        // The invariant: never below zero.
        let decided = self.approved.quanta().saturating_add(self.refused.quanta());
        Area::from_quanta(self.applied.quanta().saturating_sub(decided))
    }

    /// What the last year left over, where the rule lets it carry.
    #[must_use]
    pub const fn carried_in(&self) -> Area {
        self.carried_in
    }

    /// What projects took up.
    #[must_use]
    pub const fn used(&self) -> Area {
        self.used
    }

    /// What can still be used: approved and carried in, less what is used.
    #[must_use]
    pub const fn left(&self) -> Area {
        // The invariant: the sum is an area, and not below what is used.
        let all = self
            .approved
            .quanta()
            .saturating_add(self.carried_in.quanta());
        Area::from_quanta(all.saturating_sub(self.used.quanta()))
    }

    /// How much of what is needed was applied for; 1 when it is all.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when nothing is needed.
    ///
    /// ```
    /// use standard_land::quota::{PlanEntry, Quota};
    ///
    /// let mut quota = Quota::default();
    /// quota.record(PlanEntry::Applied, "40 ha".parse()?)?;
    /// assert_eq!(quota.applied_of("600亩".parse()?)?.to_string(), "1/1");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn applied_of(&self, needed: Area) -> Result<Ratio, RatioError> {
        self.applied.ratio_to(needed)
    }

    /// The quota of both together: of two zones, or of all.
    ///
    /// # Errors
    ///
    /// [`QuotaError::Quantity`] when a sum cannot be held.
    pub fn checked_add(&self, other: &Self) -> Result<Self, QuotaError> {
        let mut sum = Self::carrying(self.carried_in.checked_add(other.carried_in)?);
        sum.record(PlanEntry::Applied, self.applied.checked_add(other.applied)?)?;
        sum.record(
            PlanEntry::Approved,
            self.approved.checked_add(other.approved)?,
        )?;
        sum.record(PlanEntry::Refused, self.refused.checked_add(other.refused)?)?;
        sum.record(PlanEntry::Used, self.used.checked_add(other.used)?)?;
        Ok(sum)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, QuotaError> {
        let mut quota = Self::carrying(self.carried_in);
        quota.record(PlanEntry::Applied, self.applied)?;
        quota.record(PlanEntry::Approved, self.approved)?;
        quota.record(PlanEntry::Refused, self.refused)?;
        quota.record(PlanEntry::Used, self.used)?;
        Ok(quota)
    }
}

impl Display for Quota {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} applied for: {} approved, {} refused, {} pending; {} carried in; {} used, {} left",
            self.applied,
            self.approved,
            self.refused,
            self.pending(),
            self.carried_in,
            self.used,
            self.left(),
        )
    }
}
