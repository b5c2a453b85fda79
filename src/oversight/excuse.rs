//! Days of delay that do not count.

use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use crate::record::record;
use crate::source::DocumentId;
use crate::text::terms;

terms! {
    /// Why days of delay do not count.
    ///
    /// ```
    /// use standard_land::oversight::Cause;
    ///
    /// assert_eq!("不可抗力".parse::<Cause>()?, Cause::ForceMajeure);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Cause("a cause of excused delay", "免责延误的原因") {
        /// An act of the government or one of its departments.
        Government = "government", "政府原因";
        /// Force majeure.
        ForceMajeure = "force-majeure", "不可抗力";
        /// Work that had to be done before building could start.
        PreliminaryWork = "preliminary-work", "前期工作";
    }
}

record! {
    /// Days that do not count, from a first to a last, both of them excused.
    ///
    /// *Invariant*: the last day is not before the first. No last day: it lasts.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::oversight::{Cause, Excuse};
    ///
    /// let excuse = Excuse::new(Cause::Government, date(2024, 6, 1), "延期-3".parse()?)
    ///     .until(date(2024, 8, 31))?;
    /// assert_eq!(excuse.to_string(), "2024-06-01 to 2024-08-31: government (延期-3)");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Excuse, checked as ExcuseError {
        /// Why the days do not count.
        cause: Cause,
        /// The first day.
        first: Date as "crate::calendar::Day",
        /// The last day, if it has one.
        last: Option<Date> as "crate::calendar::OptionalDay" = default,
        /// The document that excuses them.
        document: DocumentId,
    }
}

/// Why an excuse is rejected.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::oversight::{Cause, Excuse};
///
/// let excuse = Excuse::new(Cause::Government, date(2024, 6, 1), "延期-3".parse()?);
/// let error = excuse.until(date(2024, 5, 31)).unwrap_err();
/// assert_eq!(error.to_string(), "the excuse of 延期-3 would end on 2024-05-31, before it begins on 2024-06-01");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ExcuseError {
    /// The document.
    pub document: DocumentId,
    /// The first day.
    pub first: Date,
    /// The last one that was given.
    pub last: Date,
}

impl Excuse {
    /// Days that are excused from a first one on, by a document.
    #[must_use]
    pub const fn new(cause: Cause, first: Date, document: DocumentId) -> Self {
        Self {
            cause,
            first,
            last: None,
            document,
        }
    }

    /// The same, until a last day, which is excused too.
    ///
    /// # Errors
    ///
    /// [`ExcuseError`] when that is before the first.
    pub fn until(mut self, last: Date) -> Result<Self, ExcuseError> {
        if last < self.first {
            return Err(ExcuseError {
                document: self.document,
                first: self.first,
                last,
            });
        }
        self.last = Some(last);
        Ok(self)
    }

    /// Why the days do not count.
    #[must_use]
    pub const fn cause(&self) -> Cause {
        self.cause
    }

    /// The first day.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// The last day, if it has one.
    #[must_use]
    pub const fn last(&self) -> Option<Date> {
        self.last
    }

    /// The document that excuses them.
    #[must_use]
    pub const fn document(&self) -> &DocumentId {
        &self.document
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, ExcuseError> {
        match self.last {
            Some(last) => self.until(last),
            None => Ok(self),
        }
    }
}

impl Display for Excuse {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.last {
            Some(last) => write!(f, "{} to {last}", self.first)?,
            None => write!(f, "since {}", self.first)?,
        }
        write!(f, ": {} ({})", self.cause, self.document)
    }
}
