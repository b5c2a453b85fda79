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
mod messages;
mod ranking;
mod scheme;
mod score;

pub use grade::{Boundary, CutOffs, Grade, Quotas};
pub use ranking::{Ranked, Ranking, Ties};
pub use scheme::{Criterion, CriterionName, Scheme};
pub use score::{Missing, Points, Score};

use alloc::boxed::Box;

use crate::exact::{Ratio, RatioError};
use crate::quantity::UnitError;
use crate::text::Given;

/// Why a scheme is not valid, or values cannot be scored by it.
///
/// ```
/// use standard_land::evaluation::{EvaluationError, Scheme};
/// use standard_land::source::Certainty;
///
/// let none = Scheme::new("a draft".parse()?, Certainty::Doubtful, []);
/// assert!(matches!(none, Err(EvaluationError::Weights { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EvaluationError {
    /// A base is not above zero.
    Base {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A weight is not above zero.
    Weight {
        /// The criterion.
        criterion: CriterionName,
    },
    /// The least points of a criterion are above its most.
    Limits {
        /// The criterion.
        criterion: Box<CriterionName>,
        /// The least points.
        least: Box<Ratio>,
        /// The most points.
        most: Box<Ratio>,
    },
    /// The weights do not sum to 100.
    Weights {
        /// Their sum.
        sum: Box<Ratio>,
    },
    /// A scheme has a criterion twice.
    CriterionRepeated {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A value is given that the scheme does not ask for.
    UnknownCriterion {
        /// The criterion.
        criterion: CriterionName,
    },
    /// A value is in a unit that does not convert into that of the base.
    Unit {
        /// The criterion.
        criterion: CriterionName,
        /// Why it does not convert.
        source: Box<UnitError>,
    },
    /// The same enterprise is ranked twice.
    KeyRepeated {
        /// The enterprise, cut at 32 characters.
        key: Given,
    },
    /// The total of a score is not one that its points can give.
    Total,
    /// The ranks of a ranking are not those of its scores.
    Ranks,
    /// Cut-offs do not fall.
    CutOffs {
        /// From which scores on the grades are A, B, C.
        of: Box<[Ratio; 3]>,
    },
    /// Shares of grades are below zero, or above all together.
    Shares {
        /// The shares of A, B, C.
        of: Box<[Ratio; 3]>,
    },
    /// An exact figure has more than 38 digits: it is refused, not rounded.
    TooManyDigits(RatioError),
}
