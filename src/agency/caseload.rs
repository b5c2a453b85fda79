//! How many projects were approved by commitment, and what was done for them.

use core::fmt::{self, Display, Formatter};

use super::error::AgencyError;
use crate::exact::Ratio;
use crate::record::record;

record! {
    /// The projects of a period, and the work that was done for them.
    ///
    /// *Invariant*: those approved by commitment, and those prepared in advance,
    /// are no more than all; else [`AgencyError::MoreThanProjects`]. It is made
    /// with [`with`](Caseload::with), which names each count.
    ///
    /// ```
    /// use standard_land::agency::Caseload;
    /// use standard_land::Rounding;
    ///
    /// // Jincheng, 2024: 50 of 50 by commitment, 50 prepared, 682 items.
    /// let jincheng = Caseload::default()
    ///     .with()
    ///     .projects(50)
    ///     .by_commitment(50)
    ///     .prepared(50)
    ///     .items(682)
    ///     .build()?;
    /// let share = jincheng.share_by_commitment()?;
    /// assert_eq!(share.percent(Rounding::half_up(0))?.to_string(), "100%");
    /// assert_eq!(jincheng.items_per_project()?.round(Rounding::half_up(2))?.to_string(), "13.64");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Caseload, checked as AgencyError, edited {
        /// All projects.
        projects: u64 as "crate::exact::Count",
        /// Those approved by commitment (承诺制).
        by_commitment: u64 as "crate::exact::Count",
        /// Those whose approvals were prepared in advance.
        prepared: u64 as "crate::exact::Count",
        /// Items that were handled as agent (代办事项).
        items: u64 as "crate::exact::Count",
    }
}

impl Caseload {
    /// All projects.
    #[must_use]
    pub const fn projects(&self) -> u64 {
        self.projects
    }

    /// Those approved by commitment (承诺制).
    #[must_use]
    pub const fn by_commitment(&self) -> u64 {
        self.by_commitment
    }

    /// Those whose approvals were prepared in advance.
    #[must_use]
    pub const fn prepared(&self) -> u64 {
        self.prepared
    }

    /// Items that were handled as agent (代办事项).
    #[must_use]
    pub const fn items(&self) -> u64 {
        self.items
    }

    /// The share of all projects that was approved by commitment.
    ///
    /// # Errors
    ///
    /// [`AgencyError::Figure`] when there are no projects.
    pub fn share_by_commitment(&self) -> Result<Ratio, AgencyError> {
        Ok(Ratio::share(self.by_commitment, self.projects)?)
    }

    /// The share of all projects that was prepared in advance.
    ///
    /// # Errors
    ///
    /// [`AgencyError::Figure`] when there are no projects.
    pub fn share_prepared(&self) -> Result<Ratio, AgencyError> {
        Ok(Ratio::share(self.prepared, self.projects)?)
    }

    /// How many items were handled for a project, on average.
    ///
    /// # Errors
    ///
    /// [`AgencyError::Figure`] when there are no projects.
    pub fn items_per_project(&self) -> Result<Ratio, AgencyError> {
        Ok(Ratio::new(self.items.into(), self.projects.into())?)
    }

    /// The projects of both.
    ///
    /// # Errors
    ///
    /// [`AgencyError::TooMany`].
    pub fn checked_add(&self, other: &Self) -> Result<Self, AgencyError> {
        let sum = |a: u64, b| a.checked_add(b).ok_or(AgencyError::TooMany);
        let sum = Self {
            projects: sum(self.projects, other.projects)?,
            by_commitment: sum(self.by_commitment, other.by_commitment)?,
            prepared: sum(self.prepared, other.prepared)?,
            items: sum(self.items, other.items)?,
        };
        sum.checked()
    }

    fn checked(self) -> Result<Self, AgencyError> {
        let (part, projects) = (self.by_commitment.max(self.prepared), self.projects);
        if part > projects {
            return Err(AgencyError::MoreThanProjects { part, projects });
        }
        Ok(self)
    }
}

impl Display for Caseload {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} projects: {} by commitment, {} prepared, {} items",
            self.projects, self.by_commitment, self.prepared, self.items
        )
    }
}
