//! One view of itemised allocations and blocks, for statistics.

use jiff::civil::Date;

use super::block::Block;
use crate::allocation::{Allocation, SupplyMethod};
use crate::calendar::Year;
use crate::enterprise::{Enterprise, EnterpriseId};
use crate::industry::{IndustryCategory, IndustryCode};
use crate::land_use::LandUse;
use crate::parcel::Parcel;
use crate::quantity::Area;
use crate::region::DivisionCode;

/// A grant in a register: an allocation with its parcel and enterprise, or a
/// block of parcels that are known only together.
///
/// What is asked for is `None` when it is not known; for a block, when it is
/// not known of all its parcels.
///
/// ```
/// use standard_land::register::{Block, Grant};
/// use standard_land::Register;
///
/// let mut register = Register::new();
/// register.add_block(Block::new("rest".parse()?, 3, "31.44 ha".parse()?)?)?;
///
/// let grants: Vec<Grant> = register.grants().collect();
/// assert_eq!(grants[0].parcels(), 3);
/// assert_eq!(grants[0].enterprise(), None);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a grant is itemised or part of a block"
)]
pub enum Grant<'a> {
    /// An allocation, with what it refers to.
    Itemised {
        /// The allocation.
        allocation: &'a Allocation,
        /// The parcel it allocates.
        parcel: &'a Parcel,
        /// Who gets it.
        enterprise: &'a Enterprise,
    },
    /// A block of parcels.
    Block(&'a Block),
}

impl<'a> Grant<'a> {
    /// How many parcels: one, or those of the block.
    #[must_use]
    pub const fn parcels(&self) -> u64 {
        match self {
            Self::Itemised { .. } => 1,
            Self::Block(block) => block.parcels(),
        }
    }

    /// The area that was granted.
    #[must_use]
    pub const fn area(&self) -> Area {
        match self {
            Self::Itemised { allocation, .. } => allocation.area(),
            Self::Block(block) => block.area(),
        }
    }

    /// What the zone declares it for.
    #[must_use]
    pub const fn category(&self) -> Option<IndustryCategory> {
        match self {
            Self::Itemised { allocation, .. } => allocation.category(),
            Self::Block(block) => block.category(),
        }
    }

    /// The industry of the project.
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        match self {
            Self::Itemised { allocation, .. } => allocation.industry(),
            Self::Block(block) => block.industry(),
        }
    }

    /// The division that the land lies in.
    #[must_use]
    pub const fn region(&self) -> Option<DivisionCode> {
        match self {
            Self::Itemised { parcel, .. } => parcel.region(),
            Self::Block(block) => block.region(),
        }
    }

    /// The year it is counted in.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        match self {
            Self::Itemised { allocation, .. } => allocation.year(),
            Self::Block(block) => block.year(),
        }
    }

    /// The day it was signed; never known of a block.
    #[must_use]
    pub const fn signed(&self) -> Option<Date> {
        match self {
            Self::Itemised { allocation, .. } => allocation.dates().signed,
            Self::Block(_) => None,
        }
    }

    /// What the land is used for; never known of a block.
    #[must_use]
    pub const fn land_use(&self) -> Option<LandUse> {
        match self {
            Self::Itemised { parcel, .. } => parcel.land_use(),
            Self::Block(_) => None,
        }
    }

    /// How it was supplied; never known of a block.
    #[must_use]
    pub const fn method(&self) -> Option<SupplyMethod> {
        match self {
            Self::Itemised { allocation, .. } => allocation.method(),
            Self::Block(_) => None,
        }
    }

    /// Who got it; never known of a block.
    #[must_use]
    pub fn enterprise(&self) -> Option<EnterpriseId> {
        match self {
            Self::Itemised { enterprise, .. } => Some(enterprise.id()),
            Self::Block(_) => None,
        }
    }

    /// The allocation, where it is itemised.
    #[must_use]
    pub const fn allocation(&self) -> Option<&'a Allocation> {
        match self {
            Self::Itemised { allocation, .. } => Some(allocation),
            Self::Block(_) => None,
        }
    }

    /// Whether it has not ended; a block never has.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        match self {
            Self::Itemised { allocation, .. } => allocation.is_live(),
            Self::Block(_) => true,
        }
    }
}
