//! Parcels of land and their numbers.
//!
//! | term | here |
//! |---|---|
//! | 宗地 | [`Parcel`] |
//! | 宗地编号, as an office prints it | [`ParcelId`] |
//! | 宗地代码, 19 characters | [`ParcelCode`] |
//! | 全生命周期 | [`Life`], [`Stage`], [`LifeStep`], the table [`MOVES`] |
//! | 区域评估, 净地, 几通一平 | [`Requirements`], [`Evidence`], [`Lack`] |
//! | 拿地即开工 | [`StartOnGrant`] |

mod code;
mod life;
mod messages;
mod moves;
mod readiness;
mod stage;

use core::fmt::{self, Display, Formatter};

pub use code::{ParcelCode, ParcelCodeError};
pub use life::{Entry, Life, LifeError};
pub use moves::{Destination, MOVES, Move};
pub use readiness::{
    Connections, Evidence, Lack, LackReason, ReadinessError, Requirement, Requirements,
};
pub use stage::{LifeStep, Stage, StartOnGrant};

use crate::land_use::LandUse;
use crate::quantity::Area;
use crate::record::record;
use crate::region::DivisionCode;
use crate::text::label;

label! {
    /// The number that an office knows a parcel by, as printed.
    ///
    /// A parcel code of 19 characters, or the office's own number (`2019-81`).
    /// Compared to the letter; unique within one register.
    ///
    /// ```
    /// use standard_land::parcel::ParcelId;
    ///
    /// let id: ParcelId = "台土告字[2019]038号".parse()?;
    /// assert_eq!(id.as_str(), "台土告字[2019]038号");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    ParcelId, limit 100, expecting "the number of a parcel",
    example "2024-07"
}

impl From<ParcelCode> for ParcelId {
    fn from(code: ParcelCode) -> Self {
        Self(code.as_str().into())
    }
}

record! {
    /// A parcel: what it is known by, its area, where it lies, what it is for.
    ///
    /// *Invariant*: the area is not zero.
    ///
    /// ```
    /// use standard_land::Parcel;
    ///
    /// let parcel = Parcel::new("文水-01".parse()?, "3.01 ha".parse()?)?
    ///     .with_region("141121".parse()?);
    /// assert_eq!(parcel.area(), "45.15 mu".parse()?);
    /// assert_eq!(parcel.region().and_then(|region| region.name()), Some("文水县"));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Parcel, checked as ParcelError, edited {
        /// What it is known by.
        id: ParcelId,
        /// Its area; not zero.
        area: Area,
        /// The division it lies in, if known.
        region: Option<DivisionCode>,
        /// What it is planned for, if known.
        land_use: Option<LandUse>,
    }
}

/// Why a parcel is rejected.
///
/// ```
/// use standard_land::{parcel::ParcelError, Area, Parcel};
///
/// let id = "文水-01".parse()?;
/// let error = Parcel::new(id, Area::ZERO).unwrap_err();
/// assert_eq!(error.to_string(), "parcel 文水-01 has an area of 0; it must be above 0");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParcelError {
    /// The area is zero.
    ZeroArea {
        /// The parcel.
        id: ParcelId,
    },
}

impl Parcel {
    /// A parcel of which number and area are known.
    ///
    /// # Errors
    ///
    /// [`ParcelError::ZeroArea`].
    pub fn new(id: ParcelId, area: Area) -> Result<Self, ParcelError> {
        Self {
            id,
            area,
            region: None,
            land_use: None,
        }
        .checked()
    }

    fn checked(self) -> Result<Self, ParcelError> {
        if self.area.is_zero() {
            return Err(ParcelError::ZeroArea { id: self.id });
        }
        Ok(self)
    }

    /// The same, with the division it lies in.
    #[must_use]
    pub const fn with_region(mut self, region: DivisionCode) -> Self {
        self.region = Some(region);
        self
    }

    /// The same, with what it is planned for.
    #[must_use]
    pub fn with_land_use(mut self, land_use: impl Into<LandUse>) -> Self {
        self.land_use = Some(land_use.into());
        self
    }

    /// What it is known by.
    #[must_use]
    pub const fn id(&self) -> &ParcelId {
        &self.id
    }

    /// Its area.
    #[must_use]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// The division it lies in, if known.
    #[must_use]
    pub const fn region(&self) -> Option<DivisionCode> {
        self.region
    }

    /// What it is planned for, if known.
    #[must_use]
    pub const fn land_use(&self) -> Option<LandUse> {
        self.land_use
    }
}

impl Display for Parcel {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.id, self.area)
    }
}
