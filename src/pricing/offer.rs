//! A cost price in tiers and a reward, by what an enterprise contributes.

use alloc::vec::Vec;

use super::basis::{BasisRank, Benefit, FlawedBasis, LegalBasis};
use super::scale::Scale;
use super::{PricingError, not_negative, to_fen};
use crate::exact::{Mode, Ratio};
use crate::quantity::{Money, MoneyUnit};
use crate::record::record;
use crate::source::Sourced;

record! {
    /// An offer: a cost, the share of it to pay by contribution, and a reward.
    ///
    /// *Invariant*: the cost is not below zero. The legal basis has to be stated,
    /// if only as none.
    ///
    /// ```
    /// use standard_land::pricing::{BasisRank, Bracket, LegalBasis, Offer, Scale, Tiering};
    /// use standard_land::{Mode, Money, Ratio};
    ///
    /// let price = Scale::new(Tiering::Whole, [
    ///     Bracket { from: Money::ZERO, rate: Ratio::ONE },
    ///     Bracket { from: "200万元".parse()?, rate: Ratio::new(2, 3)? },
    /// ])?;
    /// let offer = Offer::new("1000万元".parse()?, price, None, LegalBasis::None)?;
    /// let quote = offer.quote("250万元".parse()?)?;
    /// assert_eq!(quote.price.to_string(), "20000000/3");
    /// assert_eq!(quote.price_in_fen(Mode::HalfUp)?, "6666666.67元".parse()?);
    /// let findings = offer.findings(&BasisRank::needed_2024());
    /// assert_eq!(findings[0].to_string(), "price: basis-missing");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Offer, checked as PricingError {
        /// The cost.
        cost: Money,
        /// Which share of the cost is the price, by contribution.
        price: Scale,
        /// Which share of the contribution is paid back.
        reward: Option<Scale>,
        /// What the offer rests on.
        basis: LegalBasis,
    }
}

/// What an offer comes to for one contribution, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Quote {
    /// What the enterprise contributes.
    pub contribution: Money,
    /// The price to pay, in yuan.
    pub price: Ratio,
    /// The reward to receive, in yuan.
    pub reward: Ratio,
}

impl Offer {
    /// A cost; which share of it is the price, by contribution; which share of
    /// the contribution is paid back, if any; and what that rests on.
    ///
    /// # Errors
    ///
    /// [`PricingError::Negative`].
    pub fn new(
        cost: Money,
        price: Scale,
        reward: Option<Scale>,
        basis: LegalBasis,
    ) -> Result<Self, PricingError> {
        Ok(Self {
            cost: not_negative(cost)?,
            price,
            reward,
            basis,
        })
    }

    /// The cost.
    #[must_use]
    pub const fn cost(&self) -> Money {
        self.cost
    }

    /// Which share of the cost is the price, by contribution.
    #[must_use]
    pub const fn price(&self) -> &Scale {
        &self.price
    }

    /// Which share of the contribution is paid back.
    #[must_use]
    pub const fn reward(&self) -> Option<&Scale> {
        self.reward.as_ref()
    }

    /// What the offer rests on.
    #[must_use]
    pub const fn basis(&self) -> &LegalBasis {
        &self.basis
    }

    /// What it comes to for a contribution: cost × [`Scale::rate`], and
    /// [`Scale::apply`] of the reward.
    ///
    /// # Errors
    ///
    /// [`PricingError::Negative`]; [`PricingError::Figure`] when an exact
    /// figure has more than 38 digits.
    pub fn quote(&self, contribution: Money) -> Result<Quote, PricingError> {
        let rate = self.price.rate(contribution)?;
        let price = self.cost.amount(MoneyUnit::Yuan).checked_mul(rate)?;
        let reward = match &self.reward {
            Some(scale) => scale.apply(contribution)?,
            None => Ratio::ZERO,
        };
        Ok(Quote {
            contribution,
            price,
            reward,
        })
    }

    /// Which benefits that go by contribution rest on too little.
    ///
    /// A price that is the same for everybody does not count; a reward does,
    /// whatever its scale.
    ///
    /// ```
    /// use standard_land::pricing::{BasisRank, Bracket, LegalBasis, Offer, Scale, Tiering};
    /// use standard_land::{Money, Ratio};
    ///
    /// let flat = |rate| Scale::new(Tiering::Whole, [Bracket { from: Money::ZERO, rate }]);
    /// let reward = flat(Ratio::new(5, 100)?)?;
    /// let notice: LegalBasis = "normative-document: a notice of the county".parse()?;
    /// let offer = Offer::new("1000万元".parse()?, flat(Ratio::ONE)?, Some(reward), notice)?;
    /// let findings = offer.findings(&BasisRank::needed_2024());
    /// assert_eq!(findings.len(), 1);
    /// assert_eq!(findings[0].to_string(), "reward: basis-weak");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn findings(&self, needed: &Sourced<BasisRank>) -> Vec<FlawedBasis> {
        let Some(flaw) = self.basis.flaw(needed.value) else {
            return Vec::new();
        };
        let price = self.price.is_tiered().then_some(Benefit::Price);
        let reward = self.reward.is_some().then_some(Benefit::Reward);
        let benefits = price.into_iter().chain(reward);
        benefits
            .map(|benefit| FlawedBasis { benefit, flaw })
            .collect()
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, PricingError> {
        Self::new(self.cost, self.price, self.reward, self.basis)
    }
}

impl Quote {
    /// The price, rounded to fen in the mode that is named.
    ///
    /// # Errors
    ///
    /// [`PricingError::Quantity`], [`PricingError::Figure`] when it is larger
    /// than can be held.
    pub fn price_in_fen(&self, mode: Mode) -> Result<Money, PricingError> {
        to_fen(self.price, mode)
    }

    /// The reward, rounded to fen in the mode that is named.
    ///
    /// # Errors
    ///
    /// As [`price_in_fen`](Self::price_in_fen).
    pub fn reward_in_fen(&self, mode: Mode) -> Result<Money, PricingError> {
        to_fen(self.reward, mode)
    }
}
