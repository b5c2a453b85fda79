//! The score of one enterprise by a scheme.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::EvaluationError;
use super::scheme::{CriterionName, Scheme, hundred};
use crate::exact::{Ratio, Sum};
use crate::quantity::Amount;
use crate::record::record;
use crate::text::terms;

terms! {
    /// What is done about values that are missing.
    ///
    /// There is no default: missing is not zero unless the scheme says so.
    ///
    /// ```
    /// use standard_land::evaluation::Missing;
    ///
    /// assert_eq!("计零分".parse::<Missing>()?, Missing::Zero);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Missing("a rule on missing values", "缺值处理办法") {
        /// They give no points.
        Zero = "zero", "计零分";
        /// The weights of the others are brought to 100.
        Reweighted = "reweighted", "其余权重折算";
        /// The enterprise has no score, and is not ranked.
        NotRanked = "not-ranked", "不参与排名";
    }
}

/// The points of a criterion; `None` where the value is missing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[non_exhaustive]
pub struct Points {
    /// The criterion.
    pub criterion: CriterionName,
    /// The points, before any reweighting.
    pub points: Option<Ratio>,
}

record! {
    /// The exact score of an enterprise, with the points it is made of.
    ///
    /// *Invariants*: at least one criterion, none twice. The total of points that
    /// are all there is their sum; where some are missing, it is the sum of the
    /// others, or more of it where their weights were brought to 100, or nothing.
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Score, checked as EvaluationError {
        /// The points by criterion, in the order of the scheme.
        points: Vec<Points>,
        /// The exact score; `None` when the enterprise is not to be ranked.
        total: Option<Sum>,
    }
}

impl Scheme {
    /// The score of values, each in any unit that converts into its base's.
    ///
    /// *Rounding*: none. *Cost*: one fraction a criterion, and one sum.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::UnknownCriterion`]: no value is left out unsaid;
    /// [`EvaluationError::Unit`]; [`EvaluationError::TooManyDigits`] when the
    /// points of one criterion have more than 38 digits. Their sum may have
    /// any number.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use standard_land::evaluation::{Missing, Scheme};
    /// use standard_land::Rounding;
    ///
    /// let small = Scheme::huangyan_2022_small();
    /// let values = BTreeMap::from([
    ///     ("亩均税收".parse()?, "23.1864万元/亩·年".parse()?),
    /// ]);
    /// let printed = |missing| -> Result<_, standard_land::Error> {
    ///     let total = small.score(&values, missing)?.total().cloned();
    ///     Ok(total.map(|total| total.round(Rounding::half_up(2))).transpose()?)
    /// };
    /// assert_eq!(printed(Missing::Zero)?, Some("100.00".parse().unwrap()));
    /// assert_eq!(printed(Missing::Reweighted)?, Some("200.00".parse().unwrap()));
    /// assert_eq!(printed(Missing::NotRanked)?, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn score(
        &self,
        values: &BTreeMap<CriterionName, Amount>,
        missing: Missing,
    ) -> Result<Score, EvaluationError> {
        let known = |name: &CriterionName| self.criteria.iter().any(|it| it.name == *name);
        if let Some(name) = values.keys().find(|name| !known(name)) {
            return Err(EvaluationError::UnknownCriterion {
                criterion: name.clone(),
            });
        }
        let mut points = Vec::with_capacity(self.criteria.len());
        let mut given = Vec::new();
        let mut weights = Vec::new();
        for criterion in &self.criteria {
            let value = values.get(&criterion.name);
            let reached = value.map(|value| criterion.points(*value)).transpose()?;
            if let Some(reached) = reached {
                given.push(reached);
                weights.push(criterion.weight);
            }
            points.push(Points {
                criterion: criterion.name.clone(),
                points: reached,
            });
        }
        let complete = given.len() == self.criteria.len();
        let nothing = given.is_empty();
        let sum = Sum::of(given);
        let total = match missing {
            Missing::Zero => Some(sum),
            _ if complete => Some(sum),
            Missing::NotRanked => None,
            // Of nothing, no weight can be brought to 100.
            Missing::Reweighted if nothing => None,
            Missing::Reweighted => {
                let factor = hundred().checked_div(Ratio::total(weights)?)?;
                Some(sum.times(factor))
            }
        };
        Ok(Score { points, total })
    }
}

impl Score {
    /// The points by criterion, in the order of the scheme.
    #[must_use]
    pub fn points(&self) -> &[Points] {
        &self.points
    }

    /// The exact score; `None` when the enterprise is not to be ranked.
    #[must_use]
    pub const fn total(&self) -> Option<&Sum> {
        self.total.as_ref()
    }

    /// The criteria whose values are missing.
    pub fn missing(&self) -> impl Iterator<Item = &CriterionName> {
        let missing = self.points.iter().filter(|it| it.points.is_none());
        missing.map(|it| &it.criterion)
    }

    /// Each criterion once, and a total that follows from the points.
    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, EvaluationError> {
        use core::cmp::Ordering;

        let mut names = alloc::collections::BTreeSet::new();
        if let Some(twice) = self.points.iter().find(|it| !names.insert(&it.criterion)) {
            return Err(EvaluationError::CriterionRepeated {
                criterion: twice.criterion.clone(),
            });
        }
        let given: Vec<Ratio> = self.points.iter().filter_map(|it| it.points).collect();
        let complete = given.len() == self.points.len();
        let sum = Sum::of(given);
        let follows = match &self.total {
            None => !complete,
            Some(total) if complete => *total == sum,
            // Weights below 100 are brought to it: the sum grows.
            Some(total) => match sum.cmp(&Ratio::ZERO.into()) {
                Ordering::Less => *total <= sum,
                Ordering::Equal => *total == sum,
                Ordering::Greater => *total >= sum,
            },
        };
        if self.points.is_empty() || !follows {
            return Err(EvaluationError::Total);
        }
        Ok(self)
    }
}
