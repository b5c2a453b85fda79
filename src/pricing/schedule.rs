//! Instalments of a price, each with the day it falls due.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::{PricingError, positive};
use crate::quantity::Money;
use crate::record::record;

/// A part of the price, and the last day on which it is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Instalment {
    /// The day; paid on it is in time.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
    pub due: Date,
    /// How much.
    pub sum: Money,
}

record! {
    /// The instalments of a price, by day.
    ///
    /// *Invariants*: every sum is above zero; together they are the price.
    ///
    /// ```
    /// use standard_land::jiff::civil::date;
    /// use standard_land::pricing::{Instalment, PricingError, Schedule};
    ///
    /// let half = |due| -> Result<Instalment, standard_land::Error> {
    ///     Ok(Instalment { due, sum: "500万元".parse()? })
    /// };
    /// let halves = [half(date(2025, 12, 31))?, half(date(2025, 6, 30))?];
    /// let schedule = Schedule::new("1000万元".parse()?, halves)?;
    /// assert_eq!(schedule.instalments()[0].due, date(2025, 6, 30));
    /// let less = Schedule::new("999万元".parse()?, halves);
    /// assert!(matches!(less, Err(PricingError::SumDiffers { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Schedule, checked as PricingError {
        /// The price.
        price: Money,
        /// The instalments, by day.
        instalments: Vec<Instalment>,
    }
}

impl Schedule {
    /// Instalments in any order, which together are the price.
    ///
    /// # Errors
    ///
    /// [`PricingError::NotPositive`], [`PricingError::SumDiffers`],
    /// [`PricingError::Quantity`].
    pub fn new(
        price: Money,
        instalments: impl IntoIterator<Item = Instalment>,
    ) -> Result<Self, PricingError> {
        let mut instalments: Vec<Instalment> = instalments.into_iter().collect();
        for instalment in &instalments {
            positive(instalment.sum)?;
        }
        let sum = Money::total(instalments.iter().map(|it| it.sum))?;
        if sum != price {
            return Err(PricingError::SumDiffers { sum, price });
        }
        instalments.sort_unstable();
        Ok(Self { price, instalments })
    }

    /// The price.
    #[must_use]
    pub const fn price(&self) -> Money {
        self.price
    }

    /// The instalments, by day.
    #[must_use]
    pub fn instalments(&self) -> &[Instalment] {
        &self.instalments
    }

    /// What falls due on days of which a test is true; never above the price.
    pub(super) fn due(&self, on: impl Fn(Date) -> bool) -> Result<Money, PricingError> {
        let due = self.instalments.iter().filter(|it| on(it.due));
        Ok(Money::total(due.map(|it| it.sum))?)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, PricingError> {
        Self::new(self.price, self.instalments)
    }
}
