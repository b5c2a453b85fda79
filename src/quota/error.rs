//! Entries, zones, and why an entry is refused.

use crate::calendar::{Year, YearError};
use crate::quantity::{Area, QuantityError};
use crate::text::{label, terms};
use alloc::boxed::Box;

terms! {
    /// What happens to land in a plan.
    ///
    /// ```
    /// use standard_land::quota::PlanEntry;
    ///
    /// assert_eq!("批准".parse::<PlanEntry>()?, PlanEntry::Approved);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum PlanEntry("an entry of a land plan", "用地计划事项") {
        /// A zone applies for it.
        Applied = "applied", "申请";
        /// What was applied for is granted to the zone.
        Approved = "approved", "批准";
        /// What was applied for is not granted.
        Refused = "refused", "不予批准";
        /// A project takes it up.
        Used = "used", "使用";
    }
}

label! {
    /// The name of a development zone, as printed.
    ///
    /// ```
    /// use standard_land::quota::ZoneName;
    ///
    /// let zone: ZoneName = "文水经济开发区".parse()?;
    /// assert_eq!(zone.as_str(), "文水经济开发区");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    ZoneName, limit 100, expecting "the name of a zone",
    example "文水经济开发区"
}

/// Why an entry is refused, or plans do not merge.
///
/// ```
/// use standard_land::quota::{PlanEntry, Quota};
///
/// let error = Quota::default().record(PlanEntry::Approved, "1 ha".parse()?).unwrap_err();
/// assert_eq!(error.to_string(), "1 ha cannot be approved: only 0 ha is pending");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuotaError {
    /// More is decided on than was applied for.
    MoreThanPending {
        /// Approved or refused.
        entry: PlanEntry,
        /// How much.
        area: Area,
        /// How much waits for a decision.
        pending: Area,
    },
    /// More is used than there is.
    MoreThanLeft {
        /// How much.
        area: Area,
        /// How much is left.
        left: Area,
    },
    /// Two plans hold the same zone: merged, it would count twice.
    ZoneRepeated {
        /// The zone.
        zone: ZoneName,
    },
    /// Plans of different years do not merge.
    OtherYear {
        /// The year of the plan that was merged into.
        ours: Year,
        /// The year of the other.
        theirs: Year,
    },
    /// There is no next year.
    NextYear(YearError),
    /// An area is larger than can be held.
    Quantity(Box<QuantityError>),
}
