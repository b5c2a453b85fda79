//! What a parcel must have before it may be offered, and what it lacks.

use alloc::boxed::Box;
use alloc::vec::{self, Vec};
use core::fmt::{self, Display, Formatter};
use core::slice;

use jiff::civil::Date;

use crate::record::record;
use crate::source::{Certainty, DocumentId, Sourced};
use crate::text::{label, terms};

label! {
    /// What is required of a parcel, by the name the office gives it.
    ///
    /// ```
    /// use standard_land::parcel::Requirement;
    ///
    /// let required: Requirement = "地质灾害危险性评估".parse()?;
    /// assert_eq!(required.as_str(), "地质灾害危险性评估");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    Requirement, limit 100, expecting "the name of a requirement",
    example "通路"
}

terms! {
    /// How many connections and a levelled site (几通一平).
    ///
    /// ```
    /// use standard_land::parcel::Connections;
    ///
    /// assert_eq!("三通一平".parse::<Connections>()?, Connections::Three);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Connections("a number of connections", "通达项数") {
        /// Road, water, power; levelled.
        Three = "three", "三通一平";
        /// And drainage, telecommunications.
        Five = "five", "五通一平";
        /// And gas, heat.
        Seven = "seven", "七通一平";
    }
}

/// A set of requirements, with its source: assessments, site conditions.
///
/// No list is closed: provinces differ. The sets that are built in say how
/// sure they are; make your own with [`new`](Self::new) and join several with
/// [`and`](Self::and). *Invariant*: nothing is required twice.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::{Connections, Evidence, LackReason, Requirements};
///
/// let required = Requirements::connected(Connections::Three);
/// let evidence = [
///     Evidence::new("通路".parse()?, "R-1".parse()?, date(2024, 1, 1)),
///     Evidence::new("通水".parse()?, "W-1".parse()?, date(2024, 6, 1)),
///     Evidence::new("场地平整".parse()?, "L-1".parse()?, date(2023, 1, 1))
///         .until(date(2023, 12, 31))?,
/// ];
/// let lacks = required.lacks(&evidence, date(2024, 5, 1));
/// assert_eq!(
///     lacks.iter().map(|lack| lack.to_string()).collect::<Vec<_>>(),
///     [
///         "通水: not valid before 2024-06-01",
///         "通电: missing",
///         "场地平整: expired, last valid on 2023-12-31",
///     ],
/// );
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "wire::Requirements"))]
pub struct Requirements(Vec<Sourced<Requirement>>);

record! {
    /// A document that a requirement is met by, and the days it is valid.
    ///
    /// The first and the last day belong to it. *Invariant*: the last day is not
    /// before the first. No last day means that none is fixed.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::parcel::Evidence;
    ///
    /// let evidence = Evidence::new("通路".parse()?, "R-1".parse()?, date(2024, 1, 1))
    ///     .until(date(2028, 12, 31))?;
    /// assert!(evidence.is_valid_on(date(2028, 12, 31)));
    /// assert!(!evidence.is_valid_on(date(2029, 1, 1)));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Evidence, checked as ReadinessError {
        /// What it is for.
        requirement: Requirement,
        /// The document.
        document: DocumentId,
        /// The first day it is valid.
        first: Date as "crate::calendar::Day",
        /// The last day it is valid, if one is fixed.
        last: Option<Date> as "crate::calendar::OptionalDay" = default,
    }
}

/// Something that a parcel lacks on a day.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::{Connections, LackReason, Requirements};
///
/// let lacks = Requirements::connected(Connections::Three).lacks(&[], date(2024, 5, 1));
/// assert_eq!(lacks[0].requirement.as_str(), "通路");
/// assert_eq!(lacks[0].reason, LackReason::Missing);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Lack {
    /// What is lacking.
    pub requirement: Requirement,
    /// In what way.
    pub reason: LackReason,
}

/// In what way a requirement is not met on a day.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::LackReason;
///
/// let reason = LackReason::Expired { last: date(2023, 12, 31) };
/// assert_eq!(reason.to_string(), "expired, last valid on 2023-12-31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum LackReason {
    /// There is no document for it.
    Missing,
    /// There is one that will be valid later; also when an older one expired.
    NotYetValid {
        /// The earliest day from which one will be.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::Day::serialize")
        )]
        from: Date,
    },
    /// There was one.
    Expired {
        /// The latest day on which one was valid.
        #[cfg_attr(
            feature = "serde",
            serde(serialize_with = "crate::calendar::Day::serialize")
        )]
        last: Date,
    },
}

/// Why requirements or evidence cannot be held.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::parcel::{Evidence, ReadinessError};
///
/// let evidence = Evidence::new("通路".parse()?, "R-1".parse()?, date(2024, 1, 2));
/// let error = evidence.until(date(2024, 1, 1)).unwrap_err();
/// assert!(matches!(error, ReadinessError::ValidBackwards { .. }));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadinessError {
    /// Something is required twice.
    RequiredTwice {
        /// What is required.
        requirement: Requirement,
    },
    /// A document would be valid until a day before its first.
    ValidBackwards {
        /// What it is for.
        requirement: Requirement,
        /// The document.
        document: Box<DocumentId>,
        /// Its first valid day.
        first: Date,
        /// The last one that was given.
        last: Date,
    },
}

const CLEAR_SITE: [&str; 5] = [
    "权属清晰",
    "安置补偿落实到位",
    "没有法律经济纠纷",
    "规划条件明确",
    "具备动工开发基本条件",
];

const CONNECTIONS: [&str; 7] = ["通路", "通水", "通电", "通排水", "通信", "通燃气", "通热力"];

const ASSESSMENTS: [&str; 8] = [
    "地质灾害危险性评估",
    "压覆矿产资源评估",
    "环境影响评价",
    "水资源论证",
    "节能评价",
    "考古调查勘探",
    "地震安全性评价",
    "气候可行性论证",
];

impl Requirements {
    /// A set of requirements, in the order in which they shall be reported.
    ///
    /// # Errors
    ///
    /// [`ReadinessError::RequiredTwice`].
    ///
    /// ```
    /// use standard_land::parcel::{ReadinessError, Requirements};
    /// use standard_land::source::{Certainty, Sourced};
    ///
    /// let local = |name: &str| -> Result<_, standard_land::Error> {
    ///     Ok(Sourced::new(name.parse()?, "a local rule of 2024".parse()?, Certainty::Seen))
    /// };
    /// let required = Requirements::new([local("洪水影响评价")?])?;
    /// assert_eq!(required.iter().count(), 1);
    /// let twice = Requirements::new([local("通路")?, local("通路")?]);
    /// assert!(matches!(twice, Err(ReadinessError::RequiredTwice { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(
        required: impl IntoIterator<Item = Sourced<Requirement>>,
    ) -> Result<Self, ReadinessError> {
        let mut set = Self(Vec::new());
        for one in required {
            if set.requires(&one.value) {
                return Err(ReadinessError::RequiredTwice {
                    requirement: one.value,
                });
            }
            set.0.push(one);
        }
        Ok(set)
    }

    fn cited(names: &[&str], source: &'static str, certainty: Certainty) -> Self {
        let required = names
            .iter()
            .map(|name| Sourced::cited(Requirement((*name).into()), source, certainty));
        Self(required.collect())
    }

    /// The usual regional assessments (区域评估), as a start for a list.
    ///
    /// Which of them are made for a zone, and for how long they are valid, the
    /// province says.
    #[must_use]
    pub fn usual_assessments() -> Self {
        Self::cited(
            &ASSESSMENTS,
            "regional assessments as commonly listed by provinces",
            Certainty::Doubtful,
        )
    }

    /// A site that is clear (净地).
    #[must_use]
    pub fn clear_site() -> Self {
        Self::cited(
            &CLEAR_SITE,
            "闲置土地处置办法 (2012) art. 21",
            Certainty::Remembered,
        )
    }

    /// A levelled site with this many connections.
    ///
    /// Which connections count as five or seven differs from place to place.
    #[must_use]
    pub fn connected(connections: Connections) -> Self {
        let count = match connections {
            Connections::Three => 3,
            Connections::Five => 5,
            Connections::Seven => 7,
        };
        let names: Vec<&str> = CONNECTIONS
            .into_iter()
            .take(count)
            .chain(["场地平整"])
            .collect();
        Self::cited(&names, "usage of land development", Certainty::Remembered)
    }

    /// Both together; what both require is required once, as the first says.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for one in other.0 {
            if !self.requires(&one.value) {
                self.0.push(one);
            }
        }
        self
    }

    /// Whether something is required.
    #[must_use]
    pub fn requires(&self, requirement: &Requirement) -> bool {
        self.0.iter().any(|one| one.value == *requirement)
    }

    /// What is required, with the source of each.
    pub fn iter(&self) -> slice::Iter<'_, Sourced<Requirement>> {
        self.0.iter()
    }

    /// What is lacking on a day, in the order of the set; empty when nothing
    /// stands against the offer.
    ///
    /// One valid document is enough. Documents for what is not required are
    /// passed over. *Cost*: requirements times documents.
    #[must_use]
    pub fn lacks(&self, evidence: &[Evidence], day: Date) -> Vec<Lack> {
        let lack = |one: &Sourced<Requirement>| {
            Some(Lack {
                requirement: one.value.clone(),
                reason: reason(&one.value, evidence, day)?,
            })
        };
        self.0.iter().filter_map(lack).collect()
    }
}

impl<'a> IntoIterator for &'a Requirements {
    type Item = &'a Sourced<Requirement>;
    type IntoIter = slice::Iter<'a, Sourced<Requirement>>;

    /// As [`iter`](Requirements::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Requirements {
    type Item = Sourced<Requirement>;
    type IntoIter = vec::IntoIter<Sourced<Requirement>>;

    /// In the order of [`iter`](Requirements::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// In what way a requirement is not met, unless it is.
fn reason(requirement: &Requirement, evidence: &[Evidence], day: Date) -> Option<LackReason> {
    let documents = || evidence.iter().filter(|it| it.requirement == *requirement);
    if documents().any(|it| it.is_valid_on(day)) {
        return None;
    }
    let coming = documents().map(|it| it.first).filter(|first| *first > day);
    if let Some(from) = coming.min() {
        return Some(LackReason::NotYetValid { from });
    }
    let last = documents().filter_map(|it| it.last).max();
    Some(last.map_or(LackReason::Missing, |last| LackReason::Expired { last }))
}

impl Evidence {
    /// A document that is valid from a day on.
    #[must_use]
    pub const fn new(requirement: Requirement, document: DocumentId, first: Date) -> Self {
        Self {
            requirement,
            document,
            first,
            last: None,
        }
    }

    /// The same, valid until a day, which belongs to it.
    ///
    /// # Errors
    ///
    /// [`ReadinessError::ValidBackwards`].
    pub fn until(mut self, last: Date) -> Result<Self, ReadinessError> {
        if last < self.first {
            return Err(ReadinessError::ValidBackwards {
                requirement: self.requirement,
                document: Box::new(self.document),
                first: self.first,
                last,
            });
        }
        self.last = Some(last);
        Ok(self)
    }

    /// What it is for.
    #[must_use]
    pub const fn requirement(&self) -> &Requirement {
        &self.requirement
    }

    /// The document.
    #[must_use]
    pub const fn document(&self) -> &DocumentId {
        &self.document
    }

    /// The first day it is valid.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// The last day it is valid, if one is fixed.
    #[must_use]
    pub const fn last(&self) -> Option<Date> {
        self.last
    }

    /// Whether it is valid on a day.
    #[must_use]
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, ReadinessError> {
        match self.last {
            Some(last) => self.until(last),
            None => Ok(self),
        }
    }
}

impl Display for LackReason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing"),
            Self::NotYetValid { from } => write!(f, "not valid before {from}"),
            Self::Expired { last } => write!(f, "expired, last valid on {last}"),
        }
    }
}

impl Display for Lack {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.requirement, self.reason)
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [] Requirements,
    "Requirements",
    Sourced<Requirement>,
    "What a parcel must have before it is offered; none twice."
);

#[cfg(feature = "serde")]
mod wire {
    use alloc::vec::Vec;

    use super::{ReadinessError, Requirement, Sourced};

    #[derive(serde::Deserialize)]
    pub(super) struct Requirements(Vec<Sourced<Requirement>>);

    impl TryFrom<Requirements> for super::Requirements {
        type Error = ReadinessError;

        fn try_from(Requirements(required): Requirements) -> Result<Self, ReadinessError> {
            Self::new(required)
        }
    }
}
