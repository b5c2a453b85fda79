//! Parcels known only by their number and their area together.

use core::fmt::{self, Display, Formatter};

use crate::calendar::Year;
use crate::industry::{IndustryCategory, IndustryCode};
use crate::quantity::Area;
use crate::record::record;
use crate::region::DivisionCode;
use crate::text::label;

label! {
    /// What a block of parcels is known by, as the office chose it.
    ///
    /// ```
    /// use standard_land::register::BlockId;
    ///
    /// let id: BlockId = "2024, not itemised".parse()?;
    /// assert_eq!(id.as_str(), "2024, not itemised");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    BlockId, limit 100, expecting "the name of a block of parcels",
    example "2024, not itemised"
}

record! {
    /// Granted parcels known only together: "3 parcels, 31.44 ha".
    ///
    /// Published figures often itemise some grants and give the rest as a sum. A
    /// block holds the rest without inventing parcels. *Invariants*: at least one
    /// parcel; the area is not zero. What is known of all its parcels (category,
    /// region, year) is known of the block; all else is `None`.
    ///
    /// ```
    /// use standard_land::register::Block;
    ///
    /// let rest = Block::new("2024, not itemised".parse()?, 3, "31.44 ha".parse()?)?
    ///     .with_region("141121".parse()?);
    /// assert_eq!(rest.to_string(), "2024, not itemised: 3 parcels, 31.44 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Block, checked as BlockError, edited {
        /// What it is known by.
        id: BlockId,
        /// How many parcels are in it; not zero.
        parcels: u64 as "crate::exact::Count",
        /// Their area together; not zero.
        area: Area,
        /// What the zone declares all of them for, if it does.
        category: Option<IndustryCategory>,
        /// The industry of all of them, if known.
        industry: Option<IndustryCode>,
        /// The division that all of them lie in, if known.
        region: Option<DivisionCode>,
        /// The year that all of them were granted in, if known.
        year: Option<Year>,
    }
}

/// Why a block is rejected.
///
/// ```
/// use standard_land::register::{Block, BlockError};
/// use standard_land::Area;
///
/// let id = || "rest".parse();
/// assert!(matches!(Block::new(id()?, 0, "1 ha".parse()?), Err(BlockError::NoParcels { .. })));
/// assert!(matches!(Block::new(id()?, 3, Area::ZERO), Err(BlockError::ZeroArea { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockError {
    /// It holds no parcel.
    NoParcels {
        /// The block.
        id: BlockId,
        /// The area that was given.
        area: Area,
    },
    /// The area is zero.
    ZeroArea {
        /// The block.
        id: BlockId,
        /// The number of parcels that was given.
        parcels: u64,
    },
}

impl Block {
    /// This many parcels with this area together.
    ///
    /// # Errors
    ///
    /// [`BlockError::NoParcels`], [`BlockError::ZeroArea`].
    pub fn new(id: BlockId, parcels: u64, area: Area) -> Result<Self, BlockError> {
        Self {
            id,
            parcels,
            area,
            category: None,
            industry: None,
            region: None,
            year: None,
        }
        .checked()
    }

    fn checked(self) -> Result<Self, BlockError> {
        if self.parcels == 0 {
            return Err(BlockError::NoParcels {
                id: self.id,
                area: self.area,
            });
        }
        if self.area.is_zero() {
            return Err(BlockError::ZeroArea {
                id: self.id,
                parcels: self.parcels,
            });
        }
        Ok(self)
    }

    /// The same, with the category that the zone declares for all its parcels.
    #[must_use]
    pub const fn with_category(mut self, category: IndustryCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// The same, with the industry of all its parcels.
    #[must_use]
    pub const fn with_industry(mut self, industry: IndustryCode) -> Self {
        self.industry = Some(industry);
        self
    }

    /// The same, with the division that all its parcels lie in.
    #[must_use]
    pub const fn with_region(mut self, region: DivisionCode) -> Self {
        self.region = Some(region);
        self
    }

    /// The same, with the year that all its parcels were granted in.
    #[must_use]
    pub const fn with_year(mut self, year: Year) -> Self {
        self.year = Some(year);
        self
    }

    /// What it is known by.
    #[must_use]
    pub const fn id(&self) -> &BlockId {
        &self.id
    }

    /// How many parcels are in it.
    #[must_use]
    pub const fn parcels(&self) -> u64 {
        self.parcels
    }

    /// Their area together.
    #[must_use]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// What the zone declares all of them for, if it does.
    #[must_use]
    pub const fn category(&self) -> Option<IndustryCategory> {
        self.category
    }

    /// The industry of all of them, if known.
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.industry
    }

    /// The division that all of them lie in, if known.
    #[must_use]
    pub const fn region(&self) -> Option<DivisionCode> {
        self.region
    }

    /// The year that all of them were granted in, if known.
    #[must_use]
    pub const fn year(&self) -> Option<Year> {
        self.year
    }
}

impl Display for Block {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} parcels, {}", self.id, self.parcels, self.area)
    }
}
