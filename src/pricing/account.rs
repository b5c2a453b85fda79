//! What was paid, against what fell due.

use alloc::collections::BTreeMap;

use jiff::civil::Date;

use super::schedule::Schedule;
use super::{PricingError, positive};
use crate::quantity::Money;
use crate::text::label;

label! {
    /// The number of a receipt, as printed.
    ///
    /// ```
    /// use standard_land::pricing::ReceiptId;
    ///
    /// let receipt: ReceiptId = "晋财 0017".parse()?;
    /// assert_eq!(receipt.as_str(), "晋财 0017");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    ReceiptId, limit 100, expecting "the number of a receipt",
    example "R-1"
}

/// A payment that was received.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Payment {
    /// Its receipt.
    pub receipt: ReceiptId,
    /// The day it was received.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::Day"))]
    pub day: Date,
    /// How much.
    pub sum: Money,
}

/// How an account stands at the end of a day.
///
/// *Invariants*: paid + unpaid = price + overpaid, of which one is zero; overdue
/// ≤ unpaid; due ≤ price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Balance {
    /// The price.
    pub price: Money,
    /// What fell due until then, that day included.
    pub due: Money,
    /// What was received until then, that day included.
    pub paid: Money,
    /// What fell due before that day and is not paid.
    pub overdue: Money,
    /// What of the price is not paid, due or not.
    pub unpaid: Money,
    /// What was paid above the price.
    pub overpaid: Money,
    /// What is in the account with a later day.
    pub later: Money,
}

/// A schedule and the payments on it, in whatever order they came.
///
/// A payment goes to what falls due first. *Invariant*: every receipt is there
/// once; payments are above zero.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::pricing::{PaymentAccount, Instalment, Payment, Schedule};
///
/// let due = date(2025, 6, 30);
/// let schedule = Schedule::new("100万元".parse()?, [Instalment { due, sum: "100万元".parse()? }])?;
/// let mut account = PaymentAccount::new(schedule);
/// let day = date(2025, 7, 2);
/// account.record(Payment { receipt: "17".parse()?, day, sum: "120万元".parse()? })?;
/// // On the day it is due, it is not overdue.
/// assert_eq!(account.standing(due)?.overdue, "0元".parse()?);
/// assert_eq!(account.standing(date(2025, 7, 1))?.overdue, "100万元".parse()?);
/// assert_eq!(account.standing(day)?.overpaid, "20万元".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
pub struct PaymentAccount {
    schedule: Schedule,
    #[cfg_attr(feature = "serde", serde(with = "wire"))]
    #[cfg_attr(feature = "schemars", schemars(with = "alloc::vec::Vec<Payment>"))]
    payments: BTreeMap<ReceiptId, Payment>,
}

impl PaymentAccount {
    /// An account on which nothing was paid.
    #[must_use]
    pub const fn new(schedule: Schedule) -> Self {
        Self {
            schedule,
            payments: BTreeMap::new(),
        }
    }

    /// The schedule.
    #[must_use]
    pub const fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The payments, by receipt.
    #[must_use]
    pub fn payments(&self) -> impl ExactSizeIterator<Item = &Payment> {
        self.payments.values()
    }

    /// Enters a payment; one that is refused changes nothing.
    ///
    /// # Errors
    ///
    /// [`PricingError::NotPositive`], [`PricingError::ReceiptRepeated`].
    pub fn record(&mut self, payment: Payment) -> Result<(), PricingError> {
        positive(payment.sum)?;
        let receipt = payment.receipt.clone();
        if self.payments.contains_key(&receipt) {
            return Err(PricingError::ReceiptRepeated { receipt });
        }
        self.payments.insert(receipt, payment);
        Ok(())
    }

    /// How it stands at the end of a day.
    ///
    /// # Errors
    ///
    /// [`PricingError::Quantity`] when the payments sum to more than can be
    /// held.
    pub fn standing(&self, day: Date) -> Result<Balance, PricingError> {
        let received = |on: fn(&Date, &Date) -> bool| {
            let payments = self.payments.values();
            Money::total(payments.filter(|it| on(&it.day, &day)).map(|it| it.sum))
        };
        let paid = received(Date::le)?;
        let price = self.schedule.price();
        let late = self.schedule.due(|due| due < day)?;
        Ok(Balance {
            price,
            due: self.schedule.due(|due| due <= day)?,
            paid,
            overdue: above(late, paid)?,
            unpaid: above(price, paid)?,
            overpaid: above(paid, price)?,
            later: received(Date::gt)?,
        })
    }
}

impl PaymentAccount {
    /// What is late at the end of a day: due then or before, and not paid.
    pub(super) fn late_after(&self, day: Date) -> Result<Money, PricingError> {
        let payments = self.payments.values();
        let paid = Money::total(payments.filter(|it| it.day <= day).map(|it| it.sum))?;
        above(self.schedule.due(|due| due <= day)?, paid)
    }
}

/// By how much a sum is above another; zero when it is not.
fn above(sum: Money, other: Money) -> Result<Money, PricingError> {
    Ok(sum.checked_sub(other)?.max(Money::ZERO))
}

/// A list, in which no receipt may be there twice.
#[cfg(feature = "serde")]
mod wire {
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Payment, PricingError, ReceiptId, positive};
    use crate::wire::refused;

    pub(super) fn serialize<S: Serializer>(
        payments: &BTreeMap<ReceiptId, Payment>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(payments.values())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ReceiptId, Payment>, D::Error> {
        let mut payments = BTreeMap::new();
        for payment in Vec::<Payment>::deserialize(deserializer)? {
            positive(payment.sum).map_err(refused)?;
            let receipt = payment.receipt.clone();
            if payments.insert(receipt.clone(), payment).is_some() {
                return Err(refused(PricingError::ReceiptRepeated { receipt }));
            }
        }
        Ok(payments)
    }
}
