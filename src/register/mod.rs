//! The ledger: where parcels, enterprises and allocations meet by rules.
//!
//! | rule | refused with |
//! |---|---|
//! | a parcel, an enterprise, an allocation, a block exists once | `…Exists` |
//! | an enterprise without a credit code has a name of its own | [`RegisterError::NameAmbiguous`] |
//! | an allocation names a parcel and an enterprise that exist | `Unknown…` |
//! | a parcel has at most one live allocation | [`RegisterError::ParcelTaken`] |
//! | allocations of a parcel follow each other | [`RegisterError::PeriodsOverlap`] |
//! | what is granted never exceeds the parcel | [`RegisterError::GrantExceedsParcel`] |
//! | dates do not run backwards | [`RegisterError::Allocation`] |
//! | what is recorded stays recorded | [`RegisterError::AlreadyRecorded`] |

mod block;
mod error;
mod grant;
mod messages;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use core::borrow::Borrow;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

pub use block::{Block, BlockError, BlockId};
pub use error::{Excess, Overlap, RegisterError};
pub use grant::Grant;

use crate::allocation::{Allocation, AllocationId, Milestone};
use crate::enterprise::{Enterprise, EnterpriseId, EnterpriseName};
use crate::parcel::{Parcel, ParcelId};

/// Parcels, enterprises, allocations and blocks, with the rules between them.
///
/// *Invariants*: the rules in the table of [this module](self). *Errors*: an
/// operation that is refused says which rule, and leaves the register as it
/// was. *Serde*: four lists, read through the same rules. *Cost*: O(log n) an
/// operation.
///
/// ```
/// use standard_land::stats::{Breakdown, Whole};
/// use standard_land::{Allocation, Enterprise, Parcel, Register, Tally};
/// use standard_land::register::{Block, Grant};
///
/// let mut register = Register::new();
/// register.add_parcel(Parcel::new("文水-01".parse()?, "3.01 ha".parse()?)?)?;
/// register.add_enterprise(Enterprise::new("文水县燃源能源科技有限责任公司".parse()?))?;
/// register.add_allocation(
///     Allocation::new(
///         "2024-01".parse()?,
///         "文水-01".parse()?,
///         "文水县燃源能源科技有限责任公司".parse()?,
///         "3.01 ha".parse()?,
///     )?
///     .with_category("producer-services".parse()?),
/// )?;
/// register.add_block(Block::new("the others".parse()?, 3, "31.44 ha".parse()?)?)?;
///
/// assert_eq!(Tally::of(register.grants())?.to_string(), "4 parcels, 34.45 ha");
/// let by_category = Breakdown::by(register.grants(), Grant::category)?;
/// assert_eq!(by_category.shares(Whole::Total)?[0].by_count.to_string(), "1/4");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(with = "wire::Wire", transform = crate::described::brief)
)]
pub struct Register {
    parcels: BTreeMap<ParcelId, Parcel>,
    enterprises: BTreeMap<EnterpriseId, Enterprise>,
    allocations: BTreeMap<AllocationId, Allocation>,
    blocks: BTreeMap<BlockId, Block>,
    /// All allocations of a parcel, live or ended.
    by_parcel: BTreeMap<ParcelId, BTreeSet<AllocationId>>,
    /// Names that are taken, and whether the name is all that identifies one.
    names: BTreeMap<EnterpriseName, bool>,
}

impl Register {
    /// An empty register.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parcel.
    ///
    /// # Errors
    ///
    /// [`RegisterError::ParcelExists`].
    pub fn add_parcel(&mut self, parcel: Parcel) -> Result<(), RegisterError> {
        let id = parcel.id().clone();
        if self.parcels.contains_key(&id) {
            return Err(RegisterError::ParcelExists { id });
        }
        self.parcels.insert(id, parcel);
        Ok(())
    }

    /// Adds an enterprise.
    ///
    /// # Errors
    ///
    /// [`RegisterError::EnterpriseExists`]; [`RegisterError::NameAmbiguous`]
    /// when another enterprise has that name and one of the two has no credit
    /// code.
    pub fn add_enterprise(&mut self, enterprise: Enterprise) -> Result<(), RegisterError> {
        let id = enterprise.id();
        if self.enterprises.contains_key(&id) {
            return Err(RegisterError::EnterpriseExists { id });
        }
        let by_name = id.name().is_some();
        let name = enterprise.name().clone();
        match self.names.get(&name) {
            Some(other_by_name) if by_name || *other_by_name => {
                return Err(RegisterError::NameAmbiguous { name });
            }
            _ => {}
        }
        self.names.insert(name, by_name);
        self.enterprises.insert(id, enterprise);
        Ok(())
    }

    /// Adds a block of parcels that are known only together.
    ///
    /// # Errors
    ///
    /// [`RegisterError::BlockExists`].
    pub fn add_block(&mut self, block: Block) -> Result<(), RegisterError> {
        let id = block.id().clone();
        if self.blocks.contains_key(&id) {
            return Err(RegisterError::BlockExists { id });
        }
        self.blocks.insert(id, block);
        Ok(())
    }

    /// Allocates a parcel to an enterprise.
    ///
    /// An allocation that has ended is accepted too, as history.
    ///
    /// # Errors
    ///
    /// [`RegisterError::AllocationExists`], [`RegisterError::UnknownParcel`],
    /// [`RegisterError::UnknownEnterprise`],
    /// [`RegisterError::GrantExceedsParcel`], [`RegisterError::ParcelTaken`],
    /// [`RegisterError::PeriodsOverlap`].
    pub fn add_allocation(&mut self, allocation: Allocation) -> Result<(), RegisterError> {
        let id = allocation.id();
        if self.allocations.contains_key(id) {
            return Err(RegisterError::AllocationExists { id: id.clone() });
        }
        self.check_references(&allocation)?;
        self.check_periods(&allocation)?;
        let id = id.clone();
        self.by_parcel
            .entry(allocation.parcel().clone())
            .or_default()
            .insert(id.clone());
        self.allocations.insert(id, allocation);
        Ok(())
    }

    fn check_references(&self, allocation: &Allocation) -> Result<(), RegisterError> {
        let parcel =
            self.parcels
                .get(allocation.parcel())
                .ok_or_else(|| RegisterError::UnknownParcel {
                    allocation: Box::new(allocation.id().clone()),
                    parcel: Box::new(allocation.parcel().clone()),
                })?;
        if !self.enterprises.contains_key(allocation.enterprise()) {
            return Err(RegisterError::UnknownEnterprise {
                allocation: Box::new(allocation.id().clone()),
                enterprise: Box::new(allocation.enterprise().clone()),
            });
        }
        if allocation.area() > parcel.area() {
            return Err(RegisterError::GrantExceedsParcel(Box::new(Excess {
                allocation: allocation.id().clone(),
                granted: allocation.area(),
                parcel: parcel.id().clone(),
                area: parcel.area(),
            })));
        }
        Ok(())
    }

    /// Compares with every other allocation of the parcel. The rule looks at
    /// pairs and at both orders, so the order of adding does not matter.
    fn check_periods(&self, allocation: &Allocation) -> Result<(), RegisterError> {
        for other in self.allocations_of(allocation.parcel()) {
            if other.id() == allocation.id() {
                continue;
            }
            if other.is_live() && allocation.is_live() {
                return Err(RegisterError::ParcelTaken {
                    allocation: Box::new(allocation.id().clone()),
                    parcel: Box::new(allocation.parcel().clone()),
                    holder: Box::new(other.id().clone()),
                });
            }
            if let Some((later, signed, holder, until)) = overlap(allocation, other) {
                return Err(RegisterError::PeriodsOverlap(Box::new(Overlap {
                    allocation: later.id().clone(),
                    signed,
                    parcel: later.parcel().clone(),
                    holder: holder.id().clone(),
                    until,
                })));
            }
        }
        Ok(())
    }

    /// Records when a milestone of an allocation was reached or agreed.
    ///
    /// Recording [`Milestone::Ended`] frees the parcel.
    ///
    /// # Errors
    ///
    /// [`RegisterError::UnknownAllocation`],
    /// [`RegisterError::AlreadyRecorded`], [`RegisterError::Allocation`] when
    /// dates would run backwards, [`RegisterError::PeriodsOverlap`].
    ///
    /// ```
    /// use standard_land::allocation::Milestone;
    /// use standard_land::jiff::civil::date;
    /// use standard_land::{Allocation, Enterprise, Parcel, Register};
    ///
    /// let mut register = Register::new();
    /// register.add_parcel(Parcel::new("P-1".parse()?, "1 ha".parse()?)?)?;
    /// register.add_enterprise(Enterprise::new("某公司".parse()?))?;
    /// let id = "A-1".parse()?;
    /// register.add_allocation(Allocation::new("A-1".parse()?, "P-1".parse()?, "某公司".parse()?, "1 ha".parse()?)?)?;
    ///
    /// register.record(&id, Milestone::Signed, date(2024, 5, 1))?;
    /// register.record(&id, Milestone::ActualStart, date(2024, 5, 1))?; // 拿地即开工
    /// assert!(register.record(&id, Milestone::ActualCompletion, date(2024, 4, 30)).is_err());
    /// register.record(&id, Milestone::Ended, date(2025, 5, 1))?;
    /// assert_eq!(register.holder("P-1"), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn record(
        &mut self,
        id: &AllocationId,
        milestone: Milestone,
        date: Date,
    ) -> Result<(), RegisterError> {
        let allocation = self
            .allocations
            .get(id)
            .ok_or_else(|| RegisterError::UnknownAllocation { id: id.clone() })?;
        if let Some(date) = allocation.dates().get(milestone) {
            return Err(RegisterError::AlreadyRecorded {
                id: id.clone(),
                milestone,
                date,
            });
        }
        let dates = allocation.dates().with(milestone, date);
        let changed = allocation.clone().with_dates(dates)?;
        self.check_periods(&changed)?;
        self.allocations.insert(id.clone(), changed);
        Ok(())
    }

    /// Takes over everything that another register holds, or nothing of it.
    ///
    /// # Errors
    ///
    /// Any rule that both together would break. A parcel, an allocation or a
    /// block that is in both is refused, so that nothing is counted twice; an
    /// enterprise may be in both if the two records of it are equal.
    ///
    /// ```
    /// use standard_land::register::{Block, RegisterError};
    /// use standard_land::Register;
    ///
    /// let mut zone = Register::new();
    /// zone.add_block(Block::new("2024".parse()?, 7, "37.18 ha".parse()?)?)?;
    /// let mut province = Register::new();
    /// province.merge(zone.clone())?;
    /// assert!(matches!(province.merge(zone), Err(RegisterError::BlockExists { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn merge(&mut self, other: Self) -> Result<(), RegisterError> {
        let mut merged = self.clone();
        let known = |enterprise: &Enterprise| self.enterprise(&enterprise.id()) == Some(enterprise);
        let enterprises = other.enterprises.into_values();
        merged.add_all(
            other.parcels.into_values(),
            enterprises.filter(|enterprise| !known(enterprise)),
            other.allocations.into_values(),
            other.blocks.into_values(),
        )?;
        *self = merged;
        Ok(())
    }

    fn add_all(
        &mut self,
        parcels: impl IntoIterator<Item = Parcel>,
        enterprises: impl IntoIterator<Item = Enterprise>,
        allocations: impl IntoIterator<Item = Allocation>,
        blocks: impl IntoIterator<Item = Block>,
    ) -> Result<(), RegisterError> {
        parcels.into_iter().try_for_each(|it| self.add_parcel(it))?;
        enterprises
            .into_iter()
            .try_for_each(|it| self.add_enterprise(it))?;
        allocations
            .into_iter()
            .try_for_each(|it| self.add_allocation(it))?;
        blocks.into_iter().try_for_each(|it| self.add_block(it))
    }

    /// The parcel of a number, which may be given as a `&str`.
    ///
    /// ```
    /// use standard_land::{Parcel, Register};
    ///
    /// let mut register = Register::new();
    /// register.add_parcel(Parcel::new("2024-1".parse()?, "3.01 ha".parse()?)?)?;
    /// assert_eq!(register.parcel("2024-1").map(Parcel::area), Some("3.01 ha".parse()?));
    /// assert_eq!(register.parcel("2024-2"), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn parcel<Q: Ord + ?Sized>(&self, id: &Q) -> Option<&Parcel>
    where
        ParcelId: Borrow<Q>,
    {
        self.parcels.get(id)
    }

    /// The enterprise of a code or name.
    #[must_use]
    pub fn enterprise(&self, id: &EnterpriseId) -> Option<&Enterprise> {
        self.enterprises.get(id)
    }

    /// The allocation of a number, which may be given as a `&str`.
    #[must_use]
    pub fn allocation<Q: Ord + ?Sized>(&self, id: &Q) -> Option<&Allocation>
    where
        AllocationId: Borrow<Q>,
    {
        self.allocations.get(id)
    }

    /// The block of a name, which may be given as a `&str`.
    #[must_use]
    pub fn block<Q: Ord + ?Sized>(&self, id: &Q) -> Option<&Block>
    where
        BlockId: Borrow<Q>,
    {
        self.blocks.get(id)
    }

    /// All parcels, by number.
    pub fn parcels(&self) -> impl Iterator<Item = &Parcel> {
        self.parcels.values()
    }

    /// All enterprises: those with a credit code by code, then by name.
    pub fn enterprises(&self) -> impl Iterator<Item = &Enterprise> {
        self.enterprises.values()
    }

    /// All allocations, live or ended, by number.
    pub fn allocations(&self) -> impl Iterator<Item = &Allocation> {
        self.allocations.values()
    }

    /// All blocks, by name.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.values()
    }

    /// All allocations of a parcel, live or ended, by number.
    pub fn allocations_of<Q: Ord + ?Sized>(
        &self,
        parcel: &Q,
    ) -> impl Iterator<Item = &Allocation> + use<'_, Q>
    where
        ParcelId: Borrow<Q>,
    {
        self.by_parcel
            .get(parcel)
            .into_iter()
            .flatten()
            .filter_map(|id| self.allocations.get(id))
    }

    /// The live allocation of a parcel, if there is one.
    #[must_use]
    pub fn holder<Q: Ord + ?Sized>(&self, parcel: &Q) -> Option<&Allocation>
    where
        ParcelId: Borrow<Q>,
    {
        self.allocations_of(parcel).find(|it| it.is_live())
    }

    /// What is granted now: live allocations and blocks.
    pub fn grants(&self) -> impl Iterator<Item = Grant<'_>> {
        self.all_grants().filter(Grant::is_live)
    }

    /// What was ever granted, allocations that have ended included. A parcel
    /// that was granted twice is counted twice here.
    pub fn all_grants(&self) -> impl Iterator<Item = Grant<'_>> {
        let itemised = self.allocations.values().filter_map(|allocation| {
            // Both exist: that is a rule of the register.
            Some(Grant::Itemised {
                allocation,
                parcel: self.parcels.get(allocation.parcel())?,
                enterprise: self.enterprises.get(allocation.enterprise())?,
            })
        });
        itemised.chain(self.blocks.values().map(Grant::Block))
    }
}

/// The later of two allocations and its signing, the earlier and its end, when
/// known dates rule out that one followed the other.
fn overlap<'a>(
    a: &'a Allocation,
    b: &'a Allocation,
) -> Option<(&'a Allocation, Date, &'a Allocation, Date)> {
    // A live allocation has no end that another could follow.
    let can_follow = |later: &Allocation, earlier: &Allocation| {
        let signed = later.dates().signed;
        let until = earlier.dates().ended;
        until.is_some_and(|until| signed.is_none_or(|signed| signed >= until))
    };
    if can_follow(a, b) || can_follow(b, a) {
        return None;
    }
    let (later, holder) = if b.is_live() || (!a.is_live() && b.dates().signed > a.dates().signed) {
        (b, a)
    } else {
        (a, b)
    };
    Some((later, later.dates().signed?, holder, holder.dates().ended?))
}

impl Display for Register {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} parcels, {} enterprises, {} allocations, {} blocks",
            self.parcels.len(),
            self.enterprises.len(),
            self.allocations.len(),
            self.blocks.len()
        )
    }
}

#[cfg(feature = "serde")]
mod wire {
    use alloc::vec::Vec;

    use serde::ser::SerializeStruct as _;

    use super::{Allocation, Block, Enterprise, Parcel, Register};

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename = "Register")]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    pub(super) struct Wire {
        #[serde(default)]
        parcels: Vec<Parcel>,
        #[serde(default)]
        enterprises: Vec<Enterprise>,
        #[serde(default)]
        allocations: Vec<Allocation>,
        #[serde(default)]
        blocks: Vec<Block>,
    }

    impl serde::Serialize for Register {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut lists = serializer.serialize_struct("Register", 4)?;
            lists.serialize_field("parcels", &self.parcels().collect::<Vec<_>>())?;
            lists.serialize_field("enterprises", &self.enterprises().collect::<Vec<_>>())?;
            lists.serialize_field("allocations", &self.allocations().collect::<Vec<_>>())?;
            lists.serialize_field("blocks", &self.blocks().collect::<Vec<_>>())?;
            lists.end()
        }
    }

    impl<'de> serde::Deserialize<'de> for Register {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::deserialize(deserializer)?;
            let mut register = Self::new();
            register
                .add_all(
                    wire.parcels,
                    wire.enterprises,
                    wire.allocations,
                    wire.blocks,
                )
                .map_err(crate::wire::refused)?;
            Ok(register)
        }
    }
}
