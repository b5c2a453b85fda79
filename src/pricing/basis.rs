//! What an offer rests on in law, and whether that is enough.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use super::PricingError;
use crate::source::{Certainty, Source, Sourced};
use crate::text::{quote, string_serde, terms};

terms! {
    /// How high a document stands, from the highest down.
    ///
    /// ```
    /// use standard_land::pricing::BasisRank;
    ///
    /// assert!(BasisRank::Law < BasisRank::NormativeDocument);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum BasisRank("a rank of documents", "文件层级") {
        /// A law of the National People's Congress or its committee.
        Law = "law", "法律";
        /// A regulation of the State Council.
        AdministrativeRegulation = "administrative-regulation", "行政法规";
        /// An approval of the State Council.
        StateCouncilApproval = "state-council-approval", "国务院批准";
        /// A regulation of a local congress.
        LocalRegulation = "local-regulation", "地方性法规";
        /// A rule of a ministry or of a local government.
        Rule = "rule", "规章";
        /// Any other document of an office.
        NormativeDocument = "normative-document", "规范性文件";
    }
}

impl BasisRank {
    /// The lowest rank that allows selective rewards or preferential prices.
    ///
    /// The regulation on fair competition review of 2024 asks for a law, an
    /// administrative regulation, or an approval of the State Council (art. 10,
    /// from memory). A rule of another place or year is a value like this one.
    ///
    /// ```
    /// use standard_land::pricing::BasisRank;
    ///
    /// assert_eq!(
    ///     BasisRank::needed_2024().to_string(),
    ///     "state-council-approval (公平竞争审查条例 (2024) art. 10, remembered)",
    /// );
    /// ```
    #[must_use]
    pub fn needed_2024() -> Sourced<Self> {
        Sourced::cited(
            Self::StateCouncilApproval,
            "公平竞争审查条例 (2024) art. 10",
            Certainty::Remembered,
        )
    }
}

/// What an offer rests on: a document with its rank, or nothing that is known.
///
/// An offer has to say one of the two. *Text*: `law: 土地管理法 art. 55`, or
/// `none`; both parse.
///
/// ```
/// use standard_land::pricing::{BasisRank, LegalBasis};
///
/// let basis: LegalBasis = "normative-document: a notice of the county".parse()?;
/// assert_eq!(basis.rank(), Some(BasisRank::NormativeDocument));
/// assert_eq!("none".parse::<LegalBasis>()?, LegalBasis::None);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LegalBasis {
    /// None is known.
    None,
    /// A document.
    Cited {
        /// How high it stands.
        rank: BasisRank,
        /// Which, and where in it.
        source: Source,
    },
}

impl LegalBasis {
    /// How high it stands; `None` when there is none.
    #[must_use]
    pub const fn rank(&self) -> Option<BasisRank> {
        match self {
            Self::None => None,
            Self::Cited { rank, .. } => Some(*rank),
        }
    }

    /// What is wrong with it, where a rank is needed.
    pub(super) fn flaw(&self, needed: BasisRank) -> Option<Flaw> {
        match self.rank() {
            None => Some(Flaw::Missing),
            Some(rank) if rank > needed => Some(Flaw::Weak),
            Some(_) => None,
        }
    }
}

impl Display for LegalBasis {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.pad("none"),
            Self::Cited { rank, source } => f.pad(&format!("{rank}: {source}")),
        }
    }
}

impl FromStr for LegalBasis {
    type Err = PricingError;

    fn from_str(given: &str) -> Result<Self, PricingError> {
        if given == "none" {
            return Ok(Self::None);
        }
        given
            .split_once(": ")
            .and_then(|(rank, source)| {
                Some(Self::Cited {
                    // Its code only: what parses prints as it was given.
                    rank: rank
                        .parse()
                        .ok()
                        .filter(|it: &BasisRank| it.code() == rank)?,
                    source: source.parse().ok()?,
                })
            })
            .ok_or_else(|| PricingError::Basis {
                given: quote(given),
            })
    }
}

string_serde!(
    LegalBasis,
    "a legal basis such as \"law: 土地管理法\"",
    crate::described::text(
        "A document that allows an offer: its rank and what it is called.",
        &crate::text::label_pattern(),
        &["law: 土地管理法"],
    )
);

terms! {
    /// What an offer ties to the contribution of an enterprise.
    ///
    /// ```
    /// use standard_land::pricing::Benefit;
    ///
    /// assert_eq!(Benefit::Reward.name_zh(), "经济贡献奖励");
    /// ```
    pub enum Benefit("a benefit", "优惠") {
        /// A price that falls with the contribution.
        Price = "price", "阶梯式成本价";
        /// A reward.
        Reward = "reward", "经济贡献奖励";
    }
}

terms! {
    /// What is wrong with a legal basis.
    ///
    /// ```
    /// use standard_land::pricing::Flaw;
    ///
    /// assert_eq!(Flaw::Weak.to_string(), "basis-weak");
    /// ```
    pub enum Flaw("a flaw of a legal basis", "依据缺陷") {
        /// None is known.
        Missing = "basis-missing", "缺少法律依据";
        /// The document stands too low.
        Weak = "basis-weak", "法律依据层级不足";
    }
}

/// A benefit that its legal basis may not carry: a warning, not an error.
///
/// ```
/// use standard_land::pricing::{
///     BasisRank, Benefit, Bracket, Flaw, LegalBasis, Offer, Scale, Tiering,
/// };
/// use standard_land::{Money, Ratio};
///
/// let flat = |rate| Scale::new(Tiering::Whole, [Bracket { from: Money::ZERO, rate }]);
/// let reward = flat(Ratio::new(5, 100)?)?;
/// let notice: LegalBasis = "normative-document: a notice of the county".parse()?;
/// let offer = Offer::new("1000万元".parse()?, flat(Ratio::ONE)?, Some(reward), notice)?;
/// let finding = offer.findings(&BasisRank::needed_2024())[0];
/// assert_eq!((finding.benefit, finding.flaw), (Benefit::Reward, Flaw::Weak));
/// assert_eq!(finding.to_string(), "reward: basis-weak");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub struct FlawedBasis {
    /// What is tied to the contribution.
    pub benefit: Benefit,
    /// What is wrong with its basis.
    pub flaw: Flaw,
}

impl Display for FlawedBasis {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.benefit, self.flaw)
    }
}
