//! The list of problems: who has how many, and which are overdue.

use alloc::collections::{BTreeMap, btree_map};
use alloc::vec::Vec;
use core::borrow::Borrow;

use jiff::civil::Date;

use super::problem::{Event, Problem, ProblemError, ProblemId, ProblemState, Team};

/// A list of problems (问题清单), each number once.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{Action, Event, Problem, ProblemList};
///
/// let (opened, due) = (date(2025, 3, 3), date(2025, 3, 31));
/// let mut list = ProblemList::new();
/// for id in ["2025-07", "2025-08"] {
///     let team = "清理专班".parse()?;
///     list.add(Problem::open(id.parse()?, "地上附着物未清理".parse()?, opened, team, due)?)?;
/// }
/// let action = Action::Close { remark: "已清理".parse()? };
/// list.record(&"2025-07".parse()?, Event { date: date(2025, 3, 20), action })?;
/// let counts = list.counts_on(date(2025, 4, 1));
/// assert_eq!((counts.open, counts.overdue, counts.closed), (0, 1, 1));
/// assert_eq!(counts.total(), 2);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(into = "Vec<Problem>", try_from = "Vec<Problem>")
)]
pub struct ProblemList(BTreeMap<ProblemId, Problem>);

/// How many problems stand in which way on a day. Each is counted once.
///
/// ```
/// use standard_land::oversight::ProblemCounts;
///
/// let mut counts = ProblemCounts::default();
/// (counts.open, counts.overdue, counts.closed) = (2, 1, 4);
/// assert_eq!(counts.total(), 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProblemCounts {
    /// Found later.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub not_yet: u64,
    /// Open, and not overdue.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub open: u64,
    /// Open after the day due.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub overdue: u64,
    /// Closed.
    #[cfg_attr(
        feature = "serde",
        serde(serialize_with = "crate::exact::Count::serialize")
    )]
    pub closed: u64,
}

impl ProblemCounts {
    /// All of them.
    #[must_use]
    pub const fn total(self) -> u64 {
        // They are counts of what is in memory.
        self.not_yet
            .saturating_add(self.open)
            .saturating_add(self.overdue)
            .saturating_add(self.closed)
    }

    const fn count(&mut self, state: ProblemState) {
        let count = match state {
            ProblemState::NotYet => &mut self.not_yet,
            ProblemState::Open => &mut self.open,
            ProblemState::Overdue => &mut self.overdue,
            ProblemState::Closed => &mut self.closed,
        };
        *count = count.saturating_add(1);
    }
}

impl ProblemList {
    /// An empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds a problem.
    ///
    /// # Errors
    ///
    /// [`ProblemError::Exists`].
    pub fn add(&mut self, problem: Problem) -> Result<(), ProblemError> {
        if self.0.contains_key(problem.id()) {
            return Err(ProblemError::Exists {
                id: problem.id().clone(),
            });
        }
        self.0.insert(problem.id().clone(), problem);
        Ok(())
    }

    /// Takes over every problem of another list, or none of them.
    ///
    /// # Errors
    ///
    /// [`ProblemError::Exists`] for the first number that is in both.
    pub fn merge(&mut self, other: Self) -> Result<(), ProblemError> {
        if let Some(id) = other.0.keys().find(|id| self.0.contains_key(*id)) {
            return Err(ProblemError::Exists { id: id.clone() });
        }
        self.0.extend(other.0);
        Ok(())
    }

    /// The problem of a number, which may be given as a `&str`.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, id: &Q) -> Option<&Problem>
    where
        ProblemId: Borrow<Q>,
    {
        self.0.get(id)
    }

    /// Writes down what happened to a problem, or refuses and leaves
    /// everything as it was.
    ///
    /// # Errors
    ///
    /// [`ProblemError::Unknown`], and as for [`Problem::record`].
    pub fn record(&mut self, id: &ProblemId, event: Event) -> Result<(), ProblemError> {
        self.0
            .get_mut(id)
            .ok_or_else(|| ProblemError::Unknown { id: id.clone() })?
            .record(event)
    }

    /// All of them, by number.
    pub fn iter(&self) -> btree_map::Values<'_, ProblemId, Problem> {
        self.0.values()
    }

    /// Those that are overdue at the end of a day, by number.
    pub fn overdue_on(&self, day: Date) -> impl Iterator<Item = &Problem> {
        self.iter()
            .filter(move |it| it.state_on(day) == ProblemState::Overdue)
    }

    /// How many stand in which way at the end of a day.
    #[must_use]
    pub fn counts_on(&self, day: Date) -> ProblemCounts {
        let mut counts = ProblemCounts::default();
        self.iter().for_each(|it| counts.count(it.state_on(day)));
        counts
    }

    /// The same by the team that has them at the end of the day.
    #[must_use]
    pub fn counts_by_team_on(&self, day: Date) -> BTreeMap<Team, ProblemCounts> {
        let mut teams: BTreeMap<Team, ProblemCounts> = BTreeMap::new();
        for problem in self {
            let counts = teams.entry(problem.team_on(day).clone()).or_default();
            counts.count(problem.state_on(day));
        }
        teams
    }
}

impl<'a> IntoIterator for &'a ProblemList {
    type Item = &'a Problem;
    type IntoIter = btree_map::Values<'a, ProblemId, Problem>;

    /// As [`iter`](ProblemList::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for ProblemList {
    type Item = Problem;
    type IntoIter = btree_map::IntoValues<ProblemId, Problem>;

    /// In the order of [`iter`](ProblemList::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_values()
    }
}

impl From<ProblemList> for Vec<Problem> {
    fn from(list: ProblemList) -> Self {
        list.0.into_values().collect()
    }
}

impl TryFrom<Vec<Problem>> for ProblemList {
    type Error = ProblemError;

    fn try_from(problems: Vec<Problem>) -> Result<Self, ProblemError> {
        let mut list = Self::new();
        problems.into_iter().try_for_each(|it| list.add(it))?;
        Ok(list)
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [] ProblemList,
    "ProblemList",
    Problem,
    "Problems by number; none twice."
);
