//! The rules of the register, by the errors they are refused with.

use alloc::boxed::Box;
use jiff::civil::Date;

use super::block::BlockId;
use crate::allocation::{AllocationError, AllocationId, Milestone};
use crate::enterprise::{EnterpriseId, EnterpriseName};
use crate::parcel::ParcelId;
use crate::quantity::Area;

/// The rule that an operation on a register would have broken.
///
/// ```
/// use standard_land::register::RegisterError;
/// use standard_land::{Parcel, Register};
///
/// let parcel = Parcel::new("文水-01".parse()?, "3.01 ha".parse()?)?;
/// let mut register = Register::new();
/// register.add_parcel(parcel.clone())?;
/// let error = register.add_parcel(parcel).unwrap_err();
/// assert_eq!(error, RegisterError::ParcelExists { id: "文水-01".parse()? });
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RegisterError {
    /// A parcel of this number is there already.
    ParcelExists {
        /// The parcel.
        id: ParcelId,
    },
    /// This enterprise is there already.
    EnterpriseExists {
        /// The enterprise.
        id: EnterpriseId,
    },
    /// Of two enterprises of one name, one has no credit code: they may be
    /// one and the same.
    NameAmbiguous {
        /// The name of both.
        name: EnterpriseName,
    },
    /// An allocation of this number is there already.
    AllocationExists {
        /// The allocation.
        id: AllocationId,
    },
    /// A block of this name is there already.
    BlockExists {
        /// The block.
        id: BlockId,
    },
    /// An allocation names a parcel that is not there.
    UnknownParcel {
        /// The allocation.
        allocation: Box<AllocationId>,
        /// The parcel it names.
        parcel: Box<ParcelId>,
    },
    /// An allocation names an enterprise that is not there.
    UnknownEnterprise {
        /// The allocation.
        allocation: Box<AllocationId>,
        /// The enterprise it names.
        enterprise: Box<EnterpriseId>,
    },
    /// No allocation has this number.
    UnknownAllocation {
        /// The allocation.
        id: AllocationId,
    },
    /// The parcel has another live allocation.
    ParcelTaken {
        /// The allocation that was refused.
        allocation: Box<AllocationId>,
        /// The parcel.
        parcel: Box<ParcelId>,
        /// The live allocation.
        holder: Box<AllocationId>,
    },
    /// The parcel was still held by another allocation when this one was signed.
    PeriodsOverlap(Box<Overlap>),
    /// More is granted than the parcel has.
    GrantExceedsParcel(Box<Excess>),
    /// A milestone was recorded before.
    AlreadyRecorded {
        /// The allocation.
        id: AllocationId,
        /// The milestone.
        milestone: Milestone,
        /// The date that was recorded.
        date: Date,
    },
    /// A change would make an allocation that cannot be.
    Allocation(Box<AllocationError>),
}

/// Two allocations that held one parcel at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Overlap {
    /// The later allocation.
    pub allocation: AllocationId,
    /// When it was signed.
    pub signed: Date,
    /// The parcel of both.
    pub parcel: ParcelId,
    /// The earlier allocation.
    pub holder: AllocationId,
    /// When that one ended.
    pub until: Date,
}

/// More land granted than a parcel has.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Excess {
    /// The allocation.
    pub allocation: AllocationId,
    /// The area that it grants.
    pub granted: Area,
    /// The parcel.
    pub parcel: ParcelId,
    /// The area of the parcel.
    pub area: Area,
}
