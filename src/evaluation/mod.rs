//! Per-mu evaluation (亩均论英雄): scores, ranks and grades of enterprises.
//!
//! A score is Σ value ÷ base × weight, exactly. Indicators, bases and weights
//! are data of a scheme, and so is what is done about values that are missing.
//!
//! | term | here |
//! |---|---|
//! | 评价指标, 基准值, 权重 | [`Criterion`] |
//! | 评价办法 | [`Scheme`] |
//! | 得分 | [`Score`] |
//! | 缺项 | [`Missing`] |
//! | 排名, 并列 | [`Ranking`], [`Ties`] |
//! | A、B、C、D 类 | [`Grade`], [`CutOffs`], [`Quotas`] |

mod grade;
mod huangyan;
mod ranking;
mod scheme;
mod score;

pub use grade::{Boundary, CutOffs, Grade, Quotas};
pub use ranking::{Place, Ranking, Ties};
pub use scheme::{Criterion, CriterionName, Scheme};
pub use score::{Missing, Points, Score};

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use crate::exact::{Ratio, RatioError};
use crate::quantity::UnitError;

/// Why a scheme is none, or values cannot be scored by it.
///
/// ```
/// use standard_land::evaluation::{EvaluationError, Scheme};
/// use standard_land::source::Certainty;
///
/// let none = Scheme::new("a draft".parse()?, Certainty::Doubtful, []);
/// assert!(matches!(none, Err(EvaluationError::Weights { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluationError {
    /// A base is not above zero.
    #[error("the base of {criterion} is not above zero")]
    Base {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A weight is not above zero.
    #[error("the weight of {criterion} is not above zero")]
    Weight {
        /// The criterion.
        criterion: CriterionName,
    },
    /// The least points of a criterion are above its most.
    #[error("{criterion} gives at least {least} and at most {most} points")]
    Limits {
        /// The criterion.
        criterion: CriterionName,
        /// The least points.
        least: Ratio,
        /// The most points.
        most: Ratio,
    },
    /// The weights do not sum to 100.
    #[error("the weights sum to {sum}, not to 100")]
    Weights {
        /// Their sum.
        sum: Ratio,
    },
    /// A scheme has a criterion twice.
    #[error("{criterion} is there twice")]
    CriterionRepeated {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A value is given that the scheme does not ask for.
    #[error("the scheme has no criterion {criterion}")]
    UnknownCriterion {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A value is in a unit that does not convert into that of the base.
    #[error("the value of {criterion} is in another unit than its base")]
    Unit {
        /// The criterion.
        criterion: CriterionName,
        /// Why it does not convert.
        source: UnitError,
    },
    /// The same enterprise is ranked twice.
    #[error("{key:?} is ranked twice")]
    KeyRepeated {
        /// The enterprise, cut at 32 characters.
        key: String,
    },
    /// The total of a score is not one that its points can give.
    #[error("the total does not follow from the points")]
    Total,
    /// The ranks of a ranking are not those of its scores.
    #[error("the ranks do not follow from the scores")]
    Ranks,
    /// Cut-offs do not fall.
    #[error("the cut-offs {} do not fall", listed(.of))]
    CutOffs {
        /// From which scores on the grades are A, B, C.
        of: Box<[Ratio; 3]>,
    },
    /// Shares of grades are below zero, or above all together.
    #[error("the shares {} are no parts of all", listed(.of))]
    Shares {
        /// The shares of A, B, C.
        of: Box<[Ratio; 3]>,
    },
    /// An exact figure has more than 38 digits: it is refused, not rounded.
    #[error("the exact figure has too many digits")]
    TooManyDigits(#[from] RatioError),
}

/// Three fractions, one after the other.
fn listed([a, b, c]: &[Ratio; 3]) -> String {
    format!("{a}, {b}, {c}")
}
