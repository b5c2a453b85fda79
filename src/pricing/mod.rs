//! Prices in tiers, rewards by contribution, and payment by instalments.
//!
//! A zone offers what stands on land that was approved and not supplied
//! (批而未供) at a cost price in tiers, and rewards what an enterprise
//! contributes (阶梯式成本价+经济贡献奖励). The figures of such a scheme are the
//! zone's: all of them are parameters here. What is fixed is how they combine,
//! and that nothing is rounded before someone names the mode.
//!
//! | term | here |
//! |---|---|
//! | 阶梯, 分档 | [`Bracket`], [`Scale`] |
//! | 超额累进, 全额累进 | [`Tiering`] |
//! | 成本价, 经济贡献奖励 | [`Offer`], [`Quote`] |
//! | 法律依据 | [`LegalBasis`], [`BasisRank`], [`FlawedBasis`] |
//! | 迟延开工、竣工、付款, 违约金, 滞纳金 | [`DailyRate`], [`LateSum`] |
//! | 工业用地出让最低价标准 | [`FloorPrices`], [`LandOffer`], [`FloorFinding`] |
//! | 分期缴纳, 到账, 逾期 | [`Schedule`], [`PaymentAccount`], [`Balance`] |

mod account;
mod basis;
mod floor;
mod late;
mod messages;
mod offer;
mod scale;
mod schedule;

pub use account::{Balance, Payment, PaymentAccount, ReceiptId};
pub use basis::{BasisRank, Benefit, Flaw, FlawedBasis, LegalBasis};
pub use floor::{FloorFinding, FloorPrice, FloorPrices, LandOffer};
pub use late::{BuiltFloorArea, DailyRate, LateSum, Lateness};
pub use offer::{Offer, Quote};
pub use scale::{Bracket, Scale, Slice, Tiering};
pub use schedule::{Instalment, Schedule};

use crate::exact::{Mode, Ratio, RatioError, Rounding};
use crate::quantity::{Area, Money, MoneyUnit, QuantityError};
use crate::text::Given;
use alloc::boxed::Box;

/// Why a price cannot be, or a payment is not taken.
///
/// ```
/// use standard_land::pricing::{PricingError, Scale, Tiering};
///
/// assert_eq!(Scale::new(Tiering::Marginal, []), Err(PricingError::NoBrackets));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PricingError {
    /// A scale has no brackets.
    NoBrackets,
    /// The first bracket does not begin at nothing.
    FirstBracket {
        /// Where it begins.
        from: Money,
    },
    /// A bracket does not begin above the one before it.
    BracketOrder {
        /// Where it begins.
        from: Money,
        /// Where the one before begins.
        after: Money,
    },
    /// A rate is below zero.
    NegativeRate {
        /// The rate.
        rate: Box<Ratio>,
    },
    /// A sum is below zero that cannot be.
    Negative {
        /// The sum.
        sum: Money,
    },
    /// A sum is not above zero, as instalments and payments are.
    NotPositive {
        /// The sum.
        sum: Money,
    },
    /// The instalments are not the price.
    SumDiffers {
        /// Their sum.
        sum: Money,
        /// The price.
        price: Money,
    },
    /// A receipt is there already: the payment would count twice.
    ReceiptRepeated {
        /// The receipt.
        receipt: ReceiptId,
    },
    /// More floor area is complete than there is, or there is none.
    FloorArea {
        /// The floor area that the contract sets.
        total: Area,
        /// What is given as complete.
        complete: Area,
    },
    /// The table has no floor price for a grade.
    NoFloor {
        /// The grade.
        grade: u8,
    },
    /// A grade has two floor prices.
    GradeRepeated {
        /// The grade.
        grade: u8,
    },
    /// The text is not a rate of every day.
    Rate {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The text is not a legal basis.
    Basis {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// A sum of money is larger than can be held.
    Quantity(Box<QuantityError>),
    /// An exact figure has more digits than can be held.
    Figure(RatioError),
}

/// Yuan, rounded to fen in the mode that is named.
fn to_fen(yuan: Ratio, mode: Mode) -> Result<Money, PricingError> {
    Ok(Money::new(
        yuan.round(Rounding::new(2, mode))?,
        MoneyUnit::Yuan,
    )?)
}

fn not_negative(sum: Money) -> Result<Money, PricingError> {
    if sum.is_negative() {
        return Err(PricingError::Negative { sum });
    }
    Ok(sum)
}

fn positive(sum: Money) -> Result<Money, PricingError> {
    if sum <= Money::ZERO {
        return Err(PricingError::NotPositive { sum });
    }
    Ok(sum)
}
