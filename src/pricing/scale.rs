//! Rates in brackets, read in one of two ways.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{PricingError, not_negative};
use crate::exact::Ratio;
use crate::quantity::{Money, MoneyUnit};
use crate::record::record;
use crate::text::terms;

terms! {
    /// What the rate of a bracket applies to.
    ///
    /// There is no default: the two differ by whole steps, and a document that
    /// does not say which has to be asked.
    ///
    /// ```
    /// use standard_land::pricing::Tiering;
    ///
    /// assert_eq!("超额累进".parse::<Tiering>()?, Tiering::Marginal);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Tiering("a way to apply brackets", "分档计算办法", closed: "a rate is that of a slice, or of the whole") {
        /// To the part that lies in the bracket.
        Marginal = "marginal", "超额累进";
        /// To the whole amount, once it reaches the bracket.
        Whole = "whole", "全额累进";
    }
}

/// A bracket: from where on, at which rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Bracket {
    /// The amount at which it begins; the amount itself is in it.
    pub from: Money,
    /// The rate.
    pub rate: Ratio,
}

/// The part of an amount that has one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Slice {
    /// The bracket that it lies in.
    pub bracket: Bracket,
    /// How much of the amount.
    pub part: Money,
    /// The part times the rate, in yuan, exactly.
    pub yuan: Ratio,
}

record! {
    /// Rates by amount, in ascending brackets.
    ///
    /// *Invariants*: at least one bracket; the first begins at zero; each begins
    /// above the one before; no rate is below zero. *Rounding*: none.
    ///
    /// ```
    /// use standard_land::pricing::{Bracket, Scale, Tiering};
    /// use standard_land::{Money, Ratio};
    ///
    /// let brackets = [
    ///     Bracket { from: Money::ZERO, rate: Ratio::new(1, 100)? },
    ///     Bracket { from: "100万元".parse()?, rate: Ratio::new(3, 100)? },
    /// ];
    /// let contribution: Money = "150万元".parse()?;
    /// let marginal = Scale::new(Tiering::Marginal, brackets)?;
    /// assert_eq!(marginal.apply(contribution)?, Ratio::new(10_000 + 15_000, 1)?);
    /// let whole = Scale::new(Tiering::Whole, brackets)?;
    /// assert_eq!(whole.apply(contribution)?, Ratio::new(45_000, 1)?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Scale, checked as PricingError {
        /// How the brackets are applied.
        tiering: Tiering,
        /// The brackets, ascending.
        brackets: Vec<Bracket>,
    }
}

impl Scale {
    /// Brackets in ascending order, and how they are applied.
    ///
    /// # Errors
    ///
    /// [`PricingError::NoBrackets`], [`PricingError::FirstBracket`],
    /// [`PricingError::BracketOrder`], [`PricingError::NegativeRate`].
    pub fn new(
        tiering: Tiering,
        brackets: impl IntoIterator<Item = Bracket>,
    ) -> Result<Self, PricingError> {
        let brackets: Vec<Bracket> = brackets.into_iter().collect();
        let mut before: Option<Money> = None;
        for Bracket { from, rate } in &brackets {
            match before {
                None if *from != Money::ZERO => {
                    return Err(PricingError::FirstBracket { from: *from });
                }
                Some(after) if *from <= after => {
                    return Err(PricingError::BracketOrder { from: *from, after });
                }
                _ => before = Some(*from),
            }
            if rate.is_negative() {
                return Err(PricingError::NegativeRate {
                    rate: Box::new(*rate),
                });
            }
        }
        if brackets.is_empty() {
            return Err(PricingError::NoBrackets);
        }
        Ok(Self { tiering, brackets })
    }

    /// How the brackets are applied.
    #[must_use]
    pub const fn tiering(&self) -> Tiering {
        self.tiering
    }

    /// The brackets, ascending.
    #[must_use]
    pub fn brackets(&self) -> &[Bracket] {
        &self.brackets
    }

    /// Whether the rate depends on the amount at all.
    #[must_use]
    pub fn is_tiered(&self) -> bool {
        let mut rates = self.brackets.iter().map(|bracket| bracket.rate);
        let first = rates.next();
        rates.any(|rate| Some(rate) != first)
    }

    /// The slices that an amount falls into; their parts sum to the amount.
    ///
    /// # Errors
    ///
    /// [`PricingError::Negative`]; [`PricingError::Figure`] when an exact
    /// figure has more than 38 digits.
    pub fn slices(&self, amount: Money) -> Result<Vec<Slice>, PricingError> {
        not_negative(amount)?;
        let mut reached = self.brackets.iter().filter(|it| it.from <= amount);
        let slice = |bracket: Bracket, part: Money| {
            let yuan = part.amount(MoneyUnit::Yuan).checked_mul(bracket.rate)?;
            Ok(Slice {
                bracket,
                part,
                yuan,
            })
        };
        match self.tiering {
            // The invariant: the first bracket is always reached.
            Tiering::Whole => {
                let highest = reached.next_back().map(|it| slice(*it, amount));
                highest.into_iter().collect()
            }
            Tiering::Marginal => {
                let above = self.brackets.iter().skip(1).map(|next| next.from);
                let ends = above.chain([amount]);
                reached
                    .zip(ends)
                    .map(|(it, end)| slice(*it, end.min(amount).checked_sub(it.from)?))
                    .collect()
            }
        }
    }

    /// The rates applied to an amount, in yuan, exactly.
    ///
    /// # Errors
    ///
    /// As [`slices`](Self::slices).
    pub fn apply(&self, amount: Money) -> Result<Ratio, PricingError> {
        let slices = self.slices(amount)?;
        Ok(Ratio::total(slices.into_iter().map(|slice| slice.yuan))?)
    }

    /// The rate of an amount: what [`apply`](Self::apply) makes of it, by the
    /// amount. That of nothing is the first bracket's.
    ///
    /// With [`Tiering::Whole`] it is the rate of the bracket; with
    /// [`Tiering::Marginal`] the mean over the slices.
    ///
    /// # Errors
    ///
    /// As [`slices`](Self::slices).
    ///
    /// ```
    /// use standard_land::pricing::{Bracket, Scale, Tiering};
    /// use standard_land::{Money, Ratio};
    ///
    /// let scale = Scale::new(Tiering::Marginal, [
    ///     Bracket { from: Money::ZERO, rate: Ratio::ONE },
    ///     Bracket { from: "100万元".parse()?, rate: Ratio::new(1, 2)? },
    /// ])?;
    /// assert_eq!(scale.rate("200万元".parse()?)?, Ratio::new(3, 4)?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn rate(&self, amount: Money) -> Result<Ratio, PricingError> {
        let yuan = self.apply(amount)?;
        if amount == Money::ZERO {
            // The invariant: there is a first bracket.
            return Ok(self.brackets.first().map_or(Ratio::ZERO, |it| it.rate));
        }
        Ok(yuan.checked_div(amount.amount(MoneyUnit::Yuan))?)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, PricingError> {
        Self::new(self.tiering, self.brackets)
    }
}
