//! Criteria with base and weight, and the scheme they make.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::EvaluationError;
use crate::exact::Ratio;
use crate::quantity::Amount;
use crate::record::record;
use crate::source::{Certainty, Source, Sourced};
use crate::text::label;

label! {
    /// The name of an evaluation criterion, as printed.
    ///
    /// ```
    /// use standard_land::evaluation::CriterionName;
    ///
    /// let name: CriterionName = "亩均税收".parse()?;
    /// assert_eq!(name.as_str(), "亩均税收");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    CriterionName, limit 100, expecting "the name of a criterion",
    example "亩均税收"
}

impl CriterionName {
    /// For names of this crate; a test reads them through the constructor.
    pub(super) fn cited(name: &'static str) -> Self {
        Self(name.into())
    }
}

record! {
    /// A criterion: what a value is divided by, and what it weighs.
    ///
    /// *Invariants*: base and weight are above zero; the least points are not
    /// above the most. Points are not limited unless the scheme says so.
    ///
    /// ```
    /// use standard_land::evaluation::Criterion;
    /// use standard_land::source::{Certainty, Sourced};
    /// use standard_land::Ratio;
    ///
    /// let base = Sourced::new("24.097万元/亩·年".parse()?, "table 1".parse()?, Certainty::Seen);
    /// let criterion = Criterion::new("亩均税收".parse()?, base, Ratio::new(30, 1)?)?;
    /// let half = criterion.points("12.0485万元/亩·年".parse()?)?;
    /// assert_eq!(half, Ratio::new(15, 1)?);
    /// // A limit, where the scheme has one.
    /// let limited = criterion.with_limits(Some(Ratio::ZERO), Some(Ratio::new(45, 1)?))?;
    /// assert_eq!(limited.points("-1万元/亩·年".parse()?)?, Ratio::ZERO);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Criterion, checked as EvaluationError {
        /// What it is called.
        pub(super) name: CriterionName,
        /// What a value is divided by, in its unit.
        pub(super) base: Sourced<Amount>,
        /// What it weighs: the points of a value that equals the base.
        pub(super) weight: Ratio,
        /// The least points that it gives, where the scheme has a limit.
        pub(super) least: Option<Ratio>,
        /// The most points that it gives, where the scheme has a limit.
        pub(super) most: Option<Ratio>,
    }
}

impl Criterion {
    /// A criterion without limits.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::Base`], [`EvaluationError::Weight`].
    pub fn new(
        name: CriterionName,
        base: Sourced<Amount>,
        weight: Ratio,
    ) -> Result<Self, EvaluationError> {
        if base.value.value() <= Ratio::ZERO {
            return Err(EvaluationError::Base { criterion: name });
        }
        if weight <= Ratio::ZERO {
            return Err(EvaluationError::Weight { criterion: name });
        }
        Ok(Self {
            name,
            base,
            weight,
            least: None,
            most: None,
        })
    }

    /// The same with the least and the most points that it can give.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::Limits`].
    pub fn with_limits(
        self,
        least: Option<Ratio>,
        most: Option<Ratio>,
    ) -> Result<Self, EvaluationError> {
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            return Err(EvaluationError::Limits {
                criterion: Box::new(self.name),
                least: Box::new(least),
                most: Box::new(most),
            });
        }
        Ok(Self {
            least,
            most,
            ..self
        })
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> &CriterionName {
        &self.name
    }

    /// What a value is divided by, in its unit.
    #[must_use]
    pub const fn base(&self) -> &Sourced<Amount> {
        &self.base
    }

    /// What it weighs: the points of a value that equals the base.
    #[must_use]
    pub const fn weight(&self) -> Ratio {
        self.weight
    }

    /// The least points that it gives, where the scheme has a limit.
    #[must_use]
    pub const fn least(&self) -> Option<Ratio> {
        self.least
    }

    /// The most points that it gives, where the scheme has a limit.
    #[must_use]
    pub const fn most(&self) -> Option<Ratio> {
        self.most
    }

    /// The points of a value, in any unit that converts: value ÷ base × weight.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::Unit`]; [`EvaluationError::TooManyDigits`] above 38.
    pub fn points(&self, value: Amount) -> Result<Ratio, EvaluationError> {
        let value =
            value
                .in_unit(self.base.value.unit())
                .map_err(|source| EvaluationError::Unit {
                    criterion: self.name.clone(),
                    source: Box::new(source),
                })?;
        // What is fixed by the scheme first: it is small.
        let per_unit = self.weight.checked_div(self.base.value.value())?;
        let points = value.value().checked_mul(per_unit)?;
        let points = self.least.map_or(points, |least| points.max(least));
        Ok(self.most.map_or(points, |most| points.min(most)))
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, EvaluationError> {
        let (least, most) = (self.least, self.most);
        Self::new(self.name, self.base, self.weight)?.with_limits(least, most)
    }
}

record! {
    /// A scheme: criteria whose weights sum to 100, and the document it is of.
    ///
    /// Enterprises of different sizes are evaluated by schemes of their own.
    /// *Invariants*: the weights sum to 100; no criterion is there twice.
    ///
    /// ```
    /// use standard_land::evaluation::Scheme;
    ///
    /// let large = Scheme::huangyan_2022_large();
    /// assert_eq!(large.criteria().len(), 6);
    /// assert_eq!(large.criteria()[0].base().value.to_string(), "24.097万元/亩·年");
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Scheme, checked as EvaluationError {
        /// The document.
        pub(super) source: Source,
        /// How sure it is that the document says so.
        pub(super) certainty: Certainty,
        /// The criteria, in the order of the document.
        pub(super) criteria: Vec<Criterion>,
    }
}

impl Scheme {
    /// Criteria in the order of the document.
    ///
    /// # Errors
    ///
    /// [`EvaluationError::CriterionRepeated`], [`EvaluationError::Weights`],
    /// [`EvaluationError::TooManyDigits`].
    pub fn new(
        source: Source,
        certainty: Certainty,
        criteria: impl IntoIterator<Item = Criterion>,
    ) -> Result<Self, EvaluationError> {
        let criteria: Vec<Criterion> = criteria.into_iter().collect();
        let mut names: Vec<&CriterionName> = criteria.iter().map(|it| &it.name).collect();
        names.sort_unstable();
        let mut following = names.iter().zip(names.iter().skip(1));
        if let Some((name, _)) = following.find(|(name, next)| name == next) {
            return Err(EvaluationError::CriterionRepeated {
                criterion: CriterionName::clone(name),
            });
        }
        let sum = Ratio::total(criteria.iter().map(|it| it.weight))?;
        if sum != hundred() {
            return Err(EvaluationError::Weights { sum: Box::new(sum) });
        }
        Ok(Self {
            source,
            certainty,
            criteria,
        })
    }

    /// The document.
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// How sure it is that the document says so.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The criteria, in the order of the document.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, EvaluationError> {
        Self::new(self.source, self.certainty, self.criteria)
    }
}

pub(super) fn hundred() -> Ratio {
    // A whole of one is not zero.
    Ratio::new(100, 1).unwrap_or(Ratio::ONE)
}
