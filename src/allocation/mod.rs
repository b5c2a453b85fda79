//! Allocations: who got which parcel, when, how, for what.
//!
//! | term in the public notices (供地结果) | here |
//! |---|---|
//! | 电子监管号 | [`AllocationId`], [`SupervisionNumber`] |
//! | 供地方式 | [`SupplyMethod`] |
//! | 面积, 成交价格, 土地使用年限 | [`Allocation::area`], [`Allocation::price`], [`Allocation::term`] |
//! | 行业分类 | [`Allocation::industry`] |
//! | 约定…时间, 实际…时间, 合同签订日期 | [`Milestones`] |

mod messages;
mod method;
mod milestones;
mod reached;
mod supervision;

use alloc::boxed::Box;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

pub(crate) use messages::field;
pub use method::SupplyMethod;
pub use milestones::{Backwards, Milestone, Milestones};
pub use supervision::{SupervisionError, SupervisionKind, SupervisionNumber};

use crate::calendar::Year;
use crate::enterprise::EnterpriseId;
use crate::industry::{IndustryCategory, IndustryCode};
use crate::parcel::ParcelId;
use crate::quantity::{Area, Money, Term, UnitPrice};
use crate::record::record;
use crate::text::label;

label! {
    /// The number that an allocation is known by, as printed.
    ///
    /// An electronic supervision number, or the office's own. Compared to the
    /// letter; unique within one register.
    ///
    /// ```
    /// use standard_land::allocation::AllocationId;
    ///
    /// let id: AllocationId = "1411212012B00017".parse()?;
    /// assert_eq!(id.supervision_number().map(|number| number.year()), Some(2012));
    ///
    /// let own: AllocationId = "2024-出让-03".parse()?;
    /// assert_eq!(own.supervision_number(), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    AllocationId, limit 100, expecting "the number of an allocation",
    example "2024-出让-03"
}

impl AllocationId {
    /// The parts of the number, if it has the usual form.
    #[must_use]
    pub fn supervision_number(&self) -> Option<SupervisionNumber> {
        self.as_str().parse().ok()
    }

    /// For texts that are known to be valid.
    fn as_printed(text: &str) -> Self {
        Self(text.into())
    }
}

record! {
    /// An allocation: one enterprise gets the right of use of one parcel.
    ///
    /// Number, parcel, enterprise and area are always known; everything else that
    /// is not known is `None`, never zero.
    ///
    /// *Invariants*: the area is not zero; the price is not below zero; dates do
    /// not run backwards (see [`Milestones::backwards`]); the year is that of the
    /// signing, where both are known. Whether parcel and enterprise exist, and
    /// whether the parcel is free, is for the [`Register`](crate::Register).
    ///
    /// ```
    /// use standard_land::allocation::{Milestones, SupplyMethod};
    /// use standard_land::jiff::civil::date;
    /// use standard_land::{Allocation, Rounding, AreaUnit, quantity::MoneyUnit};
    ///
    /// let allocation = Allocation::new(
    ///     "1411212012B00017".parse()?,
    ///     "文水-01".parse()?,
    ///     "山西鑫海化工有限公司".parse()?,
    ///     "1.4191 ha".parse()?,
    /// )?
    /// .with_method(SupplyMethod::ListingGrant)
    /// .with_price("144万元".parse()?)?
    /// .with_term("50年".parse()?)
    /// .with_dates(Milestones {
    ///     signed: Some(date(2012, 2, 29)),
    ///     agreed_start: Some(date(2012, 3, 31)),
    ///     ..Milestones::default()
    /// })?;
    ///
    /// assert_eq!(allocation.year(), Some("2012".parse()?));
    /// let per_mu = allocation.unit_price().map(|p| p.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu));
    /// assert_eq!(per_mu.map(|rate| rate.round(Rounding::half_up(2))).transpose()?.map(|n| n.to_string()),
    ///     Some("6.76".to_owned()));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Allocation, checked as AllocationError, edited {
        /// What it is known by.
        id: AllocationId,
        /// The parcel that is allocated.
        parcel: ParcelId,
        /// Who gets it.
        enterprise: EnterpriseId,
        /// The area that is allocated; not zero.
        area: Area,
        /// What the zone declares it for, if it does.
        category: Option<IndustryCategory>,
        /// The industry of the project, if known.
        industry: Option<IndustryCode>,
        /// How it was supplied, if known.
        method: Option<SupplyMethod>,
        /// The price of the right of use, if known; not below zero.
        price: Option<Money>,
        /// How long the right lasts, if known.
        term: Option<Term>,
        /// The year it is counted in, if that is known.
        year: Option<Year>,
        /// Its dates, as far as they are known.
        dates: Milestones = default,
    }
}

/// Why an allocation is rejected.
///
/// ```
/// use standard_land::allocation::AllocationError;
/// use standard_land::{Allocation, Area};
///
/// let error = Allocation::new("A-1".parse()?, "P-1".parse()?, "某公司".parse()?, Area::ZERO);
/// assert!(matches!(error, Err(AllocationError::ZeroArea { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AllocationError {
    /// The area is zero.
    ZeroArea {
        /// The allocation.
        id: AllocationId,
    },
    /// The price is below zero.
    NegativePrice {
        /// The allocation.
        id: AllocationId,
        /// The price that was given.
        price: Money,
    },
    /// Two dates are in the wrong order.
    DatesRunBackwards {
        /// The allocation.
        id: AllocationId,
        /// The two dates.
        dates: Box<Backwards>,
    },
    /// The year is not that of the signing.
    YearDiffers {
        /// The allocation.
        id: AllocationId,
        /// The year that was given.
        year: Year,
        /// The day of the signing.
        signed: Date,
    },
}

impl Allocation {
    /// An allocation of which the essentials are known.
    ///
    /// # Errors
    ///
    /// [`AllocationError::ZeroArea`].
    pub fn new(
        id: AllocationId,
        parcel: ParcelId,
        enterprise: EnterpriseId,
        area: Area,
    ) -> Result<Self, AllocationError> {
        Self {
            id,
            parcel,
            enterprise,
            area,
            category: None,
            industry: None,
            method: None,
            price: None,
            term: None,
            year: None,
            dates: Milestones::default(),
        }
        .checked()
    }

    /// The one constructor: every way to make or change an allocation ends here.
    fn checked(self) -> Result<Self, AllocationError> {
        let id = || self.id.clone();
        if self.area.is_zero() {
            return Err(AllocationError::ZeroArea { id: id() });
        }
        if let Some(price) = self.price
            && price.is_negative()
        {
            return Err(AllocationError::NegativePrice { id: id(), price });
        }
        if let Some(dates) = self.dates.backwards() {
            return Err(AllocationError::DatesRunBackwards {
                id: id(),
                dates: Box::new(dates),
            });
        }
        if let (Some(year), Some(signed)) = (self.year, self.dates.signed)
            && Year::of(signed) != Some(year)
        {
            return Err(AllocationError::YearDiffers {
                id: id(),
                year,
                signed,
            });
        }
        Ok(self)
    }

    /// The same, with the category the zone declares it for.
    #[must_use]
    pub const fn with_category(mut self, category: IndustryCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// The same, with the industry that the project belongs to.
    #[must_use]
    pub const fn with_industry(mut self, industry: IndustryCode) -> Self {
        self.industry = Some(industry);
        self
    }

    /// The same, with the method of supply.
    #[must_use]
    pub const fn with_method(mut self, method: SupplyMethod) -> Self {
        self.method = Some(method);
        self
    }

    /// The same, with the price of the right of use.
    ///
    /// # Errors
    ///
    /// [`AllocationError::NegativePrice`].
    pub fn with_price(mut self, price: Money) -> Result<Self, AllocationError> {
        self.price = Some(price);
        self.checked()
    }

    /// The same, with how long the right lasts.
    #[must_use]
    pub const fn with_term(mut self, term: Term) -> Self {
        self.term = Some(term);
        self
    }

    /// The same, with the year it is counted in, where no day was published.
    ///
    /// # Errors
    ///
    /// [`AllocationError::YearDiffers`].
    pub fn with_year(mut self, year: Year) -> Result<Self, AllocationError> {
        self.year = Some(year);
        self.checked()
    }

    /// The same, with these dates instead of those it had.
    ///
    /// # Errors
    ///
    /// [`AllocationError::DatesRunBackwards`], [`AllocationError::YearDiffers`].
    pub fn with_dates(mut self, dates: Milestones) -> Result<Self, AllocationError> {
        self.dates = dates;
        self.checked()
    }

    /// What it is known by.
    #[must_use]
    pub const fn id(&self) -> &AllocationId {
        &self.id
    }

    /// The parcel that is allocated.
    #[must_use]
    pub const fn parcel(&self) -> &ParcelId {
        &self.parcel
    }

    /// Who gets it.
    #[must_use]
    pub const fn enterprise(&self) -> &EnterpriseId {
        &self.enterprise
    }

    /// The area that is allocated.
    #[must_use]
    #[inline]
    pub const fn area(&self) -> Area {
        self.area
    }

    /// What the zone declares it for, if it does.
    #[must_use]
    #[inline]
    pub const fn category(&self) -> Option<IndustryCategory> {
        self.category
    }

    /// The industry of the project, if known.
    #[must_use]
    #[inline]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.industry
    }

    /// How it was supplied, if known.
    #[must_use]
    pub const fn method(&self) -> Option<SupplyMethod> {
        self.method
    }

    /// The price of the right of use, if known.
    #[must_use]
    pub const fn price(&self) -> Option<Money> {
        self.price
    }

    /// The price per area, exact, if the price is known.
    #[must_use]
    pub fn unit_price(&self) -> Option<UnitPrice> {
        // The area is never zero.
        UnitPrice::new(self.price?, self.area).ok()
    }

    /// How long the right lasts, if known.
    #[must_use]
    pub const fn term(&self) -> Option<Term> {
        self.term
    }

    /// The year it is counted in: that of the signing, or the one given.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        self.dates.signed.and_then(Year::of).or(self.year)
    }

    /// Its dates, as far as known.
    #[must_use]
    pub const fn dates(&self) -> &Milestones {
        &self.dates
    }

    /// Whether it has not ended.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        self.dates.ended.is_none()
    }
}

impl Display for Allocation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (parcel, enterprise, area) = (&self.parcel, &self.enterprise, self.area);
        write!(f, "{}: {area} of {parcel} to {enterprise}", self.id)
    }
}
