//! Which standard was in force on a day.

use alloc::vec::Vec;

use jiff::civil::{Date, date};

use super::control::{ControlStandard, StandardError};
use crate::record::record;
use crate::source::{Certainty, Sourced};

record! {
    /// A standard with its first day.
    ///
    /// See [`StandardHistory`]; its last day is known from the one that follows.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    #[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
    pub struct StandardVersion {
        /// The first day on which it is in force.
        pub from: Date as "crate::calendar::Day",
        /// The standard.
        pub standard: ControlStandard,
    }
}

record! {
    /// The standards that followed each other, each from its first day on.
    ///
    /// A project keeps the standard of the day on which it was accepted
    /// (受理之日), so choosing one takes that day. *Invariant*: each begins after
    /// the one before it, and ends where the next begins.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::standard::StandardHistory;
    ///
    /// let national = StandardHistory::national(&StandardHistory::replaced_2023())?;
    /// let of = |day| national.in_force(day).map(|it| it.standard.document().as_str());
    /// assert_eq!(of(date(2008, 1, 30)), None);
    /// assert_eq!(of(date(2020, 5, 1)), Some("工业项目建设用地控制指标（2008年）"));
    /// assert_eq!(of(date(2024, 5, 1)), Some("工业项目建设用地控制指标（2023年）"));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
    pub struct StandardHistory, checked as StandardError {
        /// The standards, by first day.
        versions: Vec<StandardVersion>,
    }
}

/// A standard with the days on which it is in force.
///
/// See [`StandardHistory::in_force`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct InForce<'a> {
    /// The standard.
    pub standard: &'a ControlStandard,
    /// Its first day.
    pub from: Date,
    /// Its last day; `None` while nothing has replaced it.
    pub until: Option<Date>,
}

impl StandardHistory {
    /// No standard at all.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            versions: Vec::new(),
        }
    }

    /// The same, with a standard that replaces what was in force before.
    ///
    /// # Errors
    ///
    /// [`StandardError::NotLater`] unless it begins after the last one.
    pub fn with(mut self, from: Date, standard: ControlStandard) -> Result<Self, StandardError> {
        if let Some(before) = self.versions.last()
            && from <= before.from
        {
            let last = before.from;
            return Err(StandardError::NotLater { from, last });
        }
        self.versions.push(StandardVersion { from, standard });
        Ok(self)
    }

    /// The national control indicators for industrial projects.
    ///
    /// Those of 2008 from 2008-01-31 (国土资发〔2008〕24号), those of 2023 from
    /// a day that is not certain: see [`replaced_2023`](Self::replaced_2023).
    ///
    /// # Errors
    ///
    /// [`StandardError::NotLater`] where that day is before 2008-02-01.
    pub fn national(replaced: &Sourced<Date>) -> Result<Self, StandardError> {
        Self::new()
            .with(date(2008, 1, 31), ControlStandard::national_2008())?
            .with(replaced.value, ControlStandard::national_2023())
    }

    /// The first day of the indicators of 2023, as far as it is known.
    ///
    /// The notice was signed on 2023-05-11; its day of publication is given as
    /// 2023-06-26, which is taken here. It is [`Certainty::Doubtful`]: replace
    /// it where an office counts from another day.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::source::{Certainty, Sourced};
    /// use standard_land::standard::StandardHistory;
    ///
    /// let published = StandardHistory::replaced_2023();
    /// assert_eq!(published.value, date(2023, 6, 26));
    /// assert_eq!(published.certainty, Certainty::Doubtful);
    /// let signed = Sourced { value: date(2023, 5, 11), ..published };
    /// let national = StandardHistory::national(&signed)?;
    /// let first = national.in_force(date(2023, 5, 10)).and_then(|it| it.until);
    /// assert_eq!(first, Some(date(2023, 5, 10)));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn replaced_2023() -> Sourced<Date> {
        Sourced::cited(
            date(2023, 6, 26),
            "工业项目建设用地控制指标（2023年）: day of publication as given; signed 2023-05-11",
            Certainty::Doubtful,
        )
    }

    /// All standards with their days, from the oldest.
    pub fn versions(&self) -> impl Iterator<Item = InForce<'_>> {
        let ends = self.versions.iter().skip(1).map(|next| Some(next.from));
        let versions = self.versions.iter().zip(ends.chain([None]));
        versions.map(|(version, next)| InForce {
            standard: &version.standard,
            from: version.from,
            until: next.and_then(|next| next.yesterday().ok()),
        })
    }

    /// The standard in force on a day; `None` before the first.
    #[must_use]
    pub fn in_force(&self, day: Date) -> Option<InForce<'_>> {
        self.versions().filter(|version| version.from <= day).last()
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StandardError> {
        let mut versions = self.versions.into_iter();
        versions.try_fold(Self::new(), |all, it| all.with(it.from, it.standard))
    }
}
