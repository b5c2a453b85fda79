//! The dates of an allocation, agreed and actual.

use jiff::civil::Date;

use crate::text::terms;

terms! {
    /// A dated step in the life of an allocation.
    ///
    /// The Chinese names are those of the public notices of results.
    ///
    /// ```
    /// use standard_land::allocation::Milestone;
    ///
    /// assert_eq!("约定开工时间".parse::<Milestone>()?, Milestone::AgreedStart);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Milestone("a milestone", "时点") {
        /// The contract was signed.
        Signed = "signed", "合同签订日期";
        /// The land is to be handed over.
        AgreedHandover = "agreed-handover", "约定交地时间";
        /// Building is to start.
        AgreedStart = "agreed-start", "约定开工时间";
        /// Building is to be completed.
        AgreedCompletion = "agreed-completion", "约定竣工时间";
        /// Building started.
        ActualStart = "actual-start", "实际开工时间";
        /// Building was completed.
        ActualCompletion = "actual-completion", "实际竣工时间";
        /// The contract ended: cancelled, or the land was taken back.
        Ended = "ended", "终止日期";
    }
}

/// The dates of an allocation, as far as they are known.
///
/// Given to [`Allocation::with_dates`](super::Allocation::with_dates), which
/// checks their order.
///
/// ```
/// use standard_land::allocation::{Milestone, Milestones};
/// use standard_land::jiff::civil::date;
///
/// let dates = Milestones {
///     signed: Some(date(2012, 2, 29)),
///     agreed_start: Some(date(2012, 3, 31)),
///     ..Milestones::default()
/// };
/// assert_eq!(dates.get(Milestone::Signed), Some(date(2012, 2, 29)));
/// assert_eq!(dates.backwards(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Milestones {
    /// The contract was signed (合同签订日期).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub signed: Option<Date>,
    /// The land is to be handed over (约定交地时间).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub agreed_handover: Option<Date>,
    /// Building is to start (约定开工时间).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub agreed_start: Option<Date>,
    /// Building is to be completed (约定竣工时间).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub agreed_completion: Option<Date>,
    /// Building started (实际开工时间).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub actual_start: Option<Date>,
    /// Building was completed (实际竣工时间).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub actual_completion: Option<Date>,
    /// The contract ended (终止日期).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub ended: Option<Date>,
}

/// Sequences that must not run backwards; a date can be missing in any place.
const CHAINS: [&[Milestone]; 2] = [
    &[
        Milestone::Signed,
        Milestone::AgreedHandover,
        Milestone::AgreedStart,
        Milestone::AgreedCompletion,
    ],
    &[
        Milestone::Signed,
        Milestone::ActualStart,
        Milestone::ActualCompletion,
        Milestone::Ended,
    ],
];

/// Two dates in the wrong order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Backwards {
    /// What must come first, and its date.
    pub first: (Milestone, Date),
    /// What must not come before it, and its date.
    pub then: (Milestone, Date),
}

impl Milestones {
    /// The date of a milestone, if it is known.
    #[must_use]
    pub const fn get(&self, milestone: Milestone) -> Option<Date> {
        match milestone {
            Milestone::Signed => self.signed,
            Milestone::AgreedHandover => self.agreed_handover,
            Milestone::AgreedStart => self.agreed_start,
            Milestone::AgreedCompletion => self.agreed_completion,
            Milestone::ActualStart => self.actual_start,
            Milestone::ActualCompletion => self.actual_completion,
            Milestone::Ended => self.ended,
        }
    }

    /// The same, with another date for a milestone.
    #[must_use]
    pub const fn with(self, milestone: Milestone, date: Date) -> Self {
        self.set(milestone, Some(date))
    }

    /// The same, without the date of a milestone.
    #[must_use]
    pub const fn without(self, milestone: Milestone) -> Self {
        self.set(milestone, None)
    }

    const fn set(mut self, milestone: Milestone, date: Option<Date>) -> Self {
        let slot = match milestone {
            Milestone::Signed => &mut self.signed,
            Milestone::AgreedHandover => &mut self.agreed_handover,
            Milestone::AgreedStart => &mut self.agreed_start,
            Milestone::AgreedCompletion => &mut self.agreed_completion,
            Milestone::ActualStart => &mut self.actual_start,
            Milestone::ActualCompletion => &mut self.actual_completion,
            Milestone::Ended => &mut self.ended,
        };
        *slot = date;
        self
    }

    /// The first two dates in the wrong order, if there are any.
    ///
    /// The agreed dates follow the signing, in the order handover, start,
    /// completion; so do the actual ones, in the order start, completion, end.
    /// The same day is in order: land in hand, start at once (拿地即开工).
    ///
    /// ```
    /// use standard_land::allocation::{Milestone, Milestones};
    /// use standard_land::jiff::civil::date;
    ///
    /// let dates = Milestones {
    ///     signed: Some(date(2024, 5, 2)),
    ///     agreed_completion: Some(date(2024, 5, 1)),
    ///     ..Milestones::default()
    /// };
    /// let wrong = dates.backwards().expect("two dates are in the wrong order");
    /// assert_eq!(wrong.then, (Milestone::AgreedCompletion, date(2024, 5, 1)));
    /// ```
    #[must_use]
    pub fn backwards(&self) -> Option<Backwards> {
        CHAINS.iter().find_map(|chain| {
            let mut latest: Option<(Milestone, Date)> = None;
            chain.iter().find_map(|milestone| {
                let then = (*milestone, self.get(*milestone)?);
                let first = latest.replace(then)?;
                (first.1 > then.1).then_some(Backwards { first, then })
            })
        })
    }
}
