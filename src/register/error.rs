//! The rules of the register, by the errors they are refused with.

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
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// A parcel of this number is there already.
    #[error("parcel {id} is in the register already")]
    ParcelExists {
        /// The parcel.
        id: ParcelId,
    },
    /// This enterprise is there already.
    #[error("enterprise {id} is in the register already")]
    EnterpriseExists {
        /// The enterprise.
        id: EnterpriseId,
    },
    /// Of two enterprises of one name, one has no credit code: they may be
    /// one and the same.
    #[error("{name} cannot be told from another enterprise of that name without credit codes")]
    NameAmbiguous {
        /// The name of both.
        name: EnterpriseName,
    },
    /// An allocation of this number is there already.
    #[error("allocation {id} is in the register already")]
    AllocationExists {
        /// The allocation.
        id: AllocationId,
    },
    /// A block of this name is there already.
    #[error("block {id} is in the register already")]
    BlockExists {
        /// The block.
        id: BlockId,
    },
    /// An allocation names a parcel that is not there.
    #[error("allocation {allocation} is of parcel {parcel}, which is not in the register")]
    UnknownParcel {
        /// The allocation.
        allocation: AllocationId,
        /// The parcel it names.
        parcel: ParcelId,
    },
    /// An allocation names an enterprise that is not there.
    #[error("allocation {allocation} is to {enterprise}, which is not in the register")]
    UnknownEnterprise {
        /// The allocation.
        allocation: AllocationId,
        /// The enterprise it names.
        enterprise: EnterpriseId,
    },
    /// There is no such allocation.
    #[error("allocation {id} is not in the register")]
    UnknownAllocation {
        /// The allocation.
        id: AllocationId,
    },
    /// The parcel has another live allocation.
    #[error("allocation {allocation} is of parcel {parcel}, which {holder} holds")]
    ParcelTaken {
        /// The allocation that was refused.
        allocation: AllocationId,
        /// The parcel.
        parcel: ParcelId,
        /// The live allocation.
        holder: AllocationId,
    },
    /// The parcel was still held by another allocation when this one was signed.
    #[error("{allocation} was signed on {signed}, but {holder} held parcel {parcel} until {until}")]
    PeriodsOverlap {
        /// The later allocation.
        allocation: AllocationId,
        /// When it was signed.
        signed: Date,
        /// The parcel of both.
        parcel: ParcelId,
        /// The earlier allocation.
        holder: AllocationId,
        /// When that one ended.
        until: Date,
    },
    /// More is granted than the parcel has.
    #[error("allocation {allocation} grants {granted} of parcel {parcel}, which has {area}")]
    GrantExceedsParcel {
        /// The allocation.
        allocation: AllocationId,
        /// The area that it grants.
        granted: Area,
        /// The parcel.
        parcel: ParcelId,
        /// The area of the parcel.
        area: Area,
    },
    /// A milestone was recorded before.
    #[error("{milestone} of allocation {id} was recorded before, for {date}")]
    AlreadyRecorded {
        /// The allocation.
        id: AllocationId,
        /// The milestone.
        milestone: Milestone,
        /// The date that was recorded.
        date: Date,
    },
    /// A change would make an allocation that cannot be.
    #[error("the allocation cannot be changed so")]
    Allocation(#[from] AllocationError),
}
