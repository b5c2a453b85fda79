//! An offer of industrial land against the floor price.

use alloc::vec::Vec;

use super::{PricingError, positive};
use crate::exact::Ratio;
use crate::quantity::{Area, AreaUnit, Money, MoneyUnit, UnitPrice};
use crate::record::record;
use crate::text::terms;

terms! {
    /// What an offer has against the rules on the floor price.
    ///
    /// ```
    /// use standard_land::pricing::FloorFinding;
    ///
    /// assert_eq!(FloorFinding::BelowCost.name_zh(), "低于成本");
    /// ```
    pub enum FloorFinding("a finding on the floor price", "最低价检查结果") {
        /// Below the floor, and not both conditions of a lower one are met.
        BelowFloor = "below-floor", "低于最低价标准";
        /// Below 70 % of the floor, which no condition allows.
        BelowLowered = "below-lowered", "低于最低价标准的70%";
        /// Between 70 % and the floor, and a condition is not known.
        ConditionsNotKnown = "conditions-not-known", "优先发展、用地集约条件不明";
        /// Below what the land cost, which is never allowed.
        BelowCost = "below-cost", "低于成本";
        /// What the land cost is not known.
        CostNotKnown = "cost-not-known", "成本不明";
    }
}

record! {
    /// The floor price of a grade of land.
    ///
    /// ```
    /// use standard_land::pricing::{FloorPrice, FloorPrices};
    ///
    /// // A value for this example.
    /// let floor = FloorPrice { grade: 9, price: "150万元 / 1公顷".parse()? };
    /// let floors = FloorPrices::new([floor])?;
    /// assert_eq!(floors.of(9), Some(floor.price));
    /// assert_eq!(floors.of(10), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
    pub struct FloorPrice {
        /// The grade of the land (土地等别), as the standard counts it.
        pub grade: u8,
        /// The least price.
        pub price: UnitPrice,
    }
}

record! {
    /// Floor prices of industrial land, by grade (全国工业用地出让最低价标准).
    ///
    /// The table of the standard is not built in: its values are loaded by the
    /// caller. *Invariants*: every grade is there once; prices are above zero.
    /// *Source* of the rules: 国土资发〔2006〕307号, from 2007-01-01;
    /// 国土资发〔2009〕56号 for the lower floor.
    ///
    /// ```
    /// use standard_land::pricing::{FloorFinding, FloorPrices, LandOffer};
    /// use standard_land::Money;
    ///
    /// // A value for this example.
    /// let floor = "100万元".parse::<Money>()?.per("1 ha".parse()?)?;
    /// let floors = FloorPrices::default().with(9, floor)?;
    /// let offer = LandOffer {
    ///     price: "80万元".parse()?,
    ///     area: "1 ha".parse()?,
    ///     grade: 9,
    ///     is_prioritised: Some(true),
    ///     is_intensive: Some(true),
    ///     cost: Some("75万元".parse()?),
    /// };
    /// assert_eq!(floors.check(&offer)?, []);
    /// let not_intensive = LandOffer { is_intensive: Some(false), ..offer };
    /// assert_eq!(floors.check(&not_intensive)?, [FloorFinding::BelowFloor]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
    pub struct FloorPrices, checked as PricingError {
        /// The floor prices, by grade.
        floors: Vec<FloorPrice>,
    }
}

record! {
    /// An offer of industrial land, and what is known of it.
    ///
    /// What is not known is `None`, and a finding where it decides. Compared by
    /// [`FloorPrices::check`].
    ///
    /// ```
    /// use standard_land::pricing::{FloorFinding, FloorPrice, FloorPrices, LandOffer};
    ///
    /// let floor = FloorPrice { grade: 9, price: "150万元 / 1公顷".parse()? };
    /// let offer = LandOffer {
    ///     price: "120万元".parse()?,
    ///     area: "1公顷".parse()?,
    ///     grade: 9,
    ///     is_prioritised: Some(true),
    ///     is_intensive: None,
    ///     cost: None,
    /// };
    /// let findings = FloorPrices::new([floor])?.check(&offer)?;
    /// assert_eq!(findings, [FloorFinding::ConditionsNotKnown, FloorFinding::CostNotKnown]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    #[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
    pub struct LandOffer {
        /// The price of the whole area.
        pub price: Money,
        /// The area.
        pub area: Area,
        /// The grade of the land (土地等别).
        pub grade: u8,
        /// Whether the province gives the industry priority; `None` if not known.
        pub is_prioritised: Option<bool>,
        /// Whether the use is intensive; `None` if not known.
        pub is_intensive: Option<bool>,
        /// What the land cost, if known.
        pub cost: Option<Money>,
    }
}

impl FloorPrices {
    /// Floor prices in any order.
    ///
    /// # Errors
    ///
    /// [`PricingError::NotPositive`], [`PricingError::GradeRepeated`].
    pub fn new(floors: impl IntoIterator<Item = FloorPrice>) -> Result<Self, PricingError> {
        let floors = floors.into_iter();
        floors
            .map(|it| (it.grade, it.price))
            .try_fold(Self::default(), |all, (grade, price)| {
                all.with(grade, price)
            })
    }

    /// The same, with the floor price of a grade.
    ///
    /// # Errors
    ///
    /// [`PricingError::NotPositive`]; [`PricingError::GradeRepeated`].
    pub fn with(mut self, grade: u8, price: UnitPrice) -> Result<Self, PricingError> {
        positive(price.money())?;
        match self.place(grade) {
            Ok(_) => Err(PricingError::GradeRepeated { grade }),
            Err(place) => {
                self.floors.insert(place, FloorPrice { grade, price });
                Ok(self)
            }
        }
    }

    /// The floor prices, by grade.
    #[must_use]
    pub fn floors(&self) -> &[FloorPrice] {
        &self.floors
    }

    /// The floor price of a grade.
    #[must_use]
    pub fn of(&self, grade: u8) -> Option<UnitPrice> {
        let place = self.place(grade).ok()?;
        self.floors.get(place).map(|it| it.price)
    }

    fn place(&self, grade: u8) -> Result<usize, usize> {
        self.floors.binary_search_by_key(&grade, |it| it.grade)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, PricingError> {
        Self::new(self.floors)
    }

    /// What an offer has against the rules; nothing, if it is in order.
    ///
    /// Prices are compared exactly. Down to 70 % of the floor is in order where
    /// the industry is prioritised by the province *and* the use is intensive;
    /// below what the land cost never is. At the floor or above, a cost that is
    /// not known is no finding.
    ///
    /// # Errors
    ///
    /// [`PricingError::NoFloor`] for a grade that is not in the table;
    /// [`PricingError::Figure`].
    pub fn check(&self, offer: &LandOffer) -> Result<Vec<FloorFinding>, PricingError> {
        let grade = offer.grade;
        let floor = self.of(grade).ok_or(PricingError::NoFloor { grade })?;
        // Both sides for the whole area: no area is divided by.
        let rate = floor.rate(MoneyUnit::Yuan, AreaUnit::SquareMetre);
        let least = rate.checked_mul(offer.area.amount(AreaUnit::SquareMetre))?;
        let price = offer.price.amount(MoneyUnit::Yuan);
        let lowered = least.checked_mul(Ratio::new(7, 10)?)?;
        let conditions = [offer.is_prioritised, offer.is_intensive];
        let floor = if price < lowered {
            Some(FloorFinding::BelowLowered)
        } else if price >= least || conditions == [Some(true); 2] {
            None
        } else if conditions.contains(&Some(false)) {
            Some(FloorFinding::BelowFloor)
        } else {
            Some(FloorFinding::ConditionsNotKnown)
        };
        let cost = match offer.cost {
            Some(cost) if offer.price < cost => Some(FloorFinding::BelowCost),
            Some(_) => None,
            // Above the floor, the cost is not what the rule asks for.
            None if price >= least => None,
            None => Some(FloorFinding::CostNotKnown),
        };
        Ok(floor.into_iter().chain(cost).collect())
    }
}
