//! Whether promises were kept, and by how much they were missed.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::agreement::{Acceptance, Commitment, Promise};
use crate::enterprise::EnterpriseId;
use crate::exact::{Judging, Ratio, RatioError};
use crate::parcel::ParcelId;
use crate::quantity::{Amount, UnitError};
use crate::standard::{
    Compared, IndicatorKind, MeasureError, Performance, Threshold, not_in_unit, too_many_digits,
};
use crate::text::terms;

terms! {
    /// What became of one promise.
    ///
    /// ```
    /// use standard_land::commitment::Fulfilment;
    ///
    /// assert_eq!("未达标".parse::<Fulfilment>()?, Fulfilment::Missed);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Fulfilment("an outcome", "考核结果") {
        /// The value keeps the threshold.
        Kept = "kept", "达标";
        /// The value is beyond a limit.
        Missed = "missed", "未达标";
        /// There is no value.
        NotMeasurable = "not-measurable", "无法核定";
        /// The threshold is not a number, or a range that the value lies in.
        Undecided = "undecided", "待认定";
        /// The indicator does not apply.
        NotApplicable = "not-applicable", "不适用";
    }
}

terms! {
    /// What became of all promises for one acceptance.
    ///
    /// ```
    /// use standard_land::commitment::Overall;
    ///
    /// assert_eq!(Overall::Passed.name_zh(), "通过");
    /// ```
    pub enum Overall("an overall result", "总体结果") {
        /// All that apply were kept.
        Passed = "passed", "通过";
        /// At least one was missed.
        Failed = "failed", "未通过";
        /// None was missed, but not all are known to be kept.
        Open = "open", "待定";
        /// Nothing that applies was promised.
        Nothing = "nothing", "无约定指标";
    }
}

/// One promise, its measured value, and what became of it.
///
/// *Invariant*: the outcome is that of value and threshold, as judged.
///
/// ```
/// use standard_land::exact::Judging;
/// use standard_land::standard::CoreIndicator;
/// use standard_land::commitment::{Judgement, Fulfilment, Promise};
///
/// let promise = Promise::usual(CoreIndicator::FloorAreaRatio, "≥0.8")?;
/// let judged = Judgement::new(promise, Ok("0.75".parse()?), Judging::FullValue)?;
/// assert_eq!(judged.outcome(), Fulfilment::Missed);
/// let shortfall = judged.shortfall().expect("it was missed");
/// assert_eq!(shortfall.difference()?.to_string(), "0.05");
/// assert_eq!(shortfall.ratio()?.to_string(), "15/16");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Judgement {
    promise: Promise,
    measured: Result<Amount, MeasureError>,
    outcome: Fulfilment,
    shortfall: Option<Shortfall>,
}

/// By how much a promise was missed.
///
/// ```
/// use standard_land::Mode;
/// use standard_land::exact::Judging;
/// use standard_land::standard::CoreIndicator;
/// use standard_land::commitment::{Judgement, Promise};
///
/// let promise = Promise::usual(CoreIndicator::AdministrativeShare, "≤7%")?;
/// let half_up = Judging::Rounded(Mode::HalfUp);
/// let judged = Judgement::new(promise, Ok("0.0751".parse()?), half_up)?;
/// let shortfall = judged.shortfall().expect("7.51 % is 8 % when rounded to 7 %'s places");
/// assert!(!shortfall.below);
/// assert_eq!(shortfall.value.to_string(), "8%");
/// assert_eq!(shortfall.difference()?.to_string(), "1%");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Shortfall {
    /// The value that was compared: rounded, if the agreement says so.
    pub value: Amount,
    /// The limit that it is beyond, in the same unit.
    pub limit: Amount,
    /// Whether it is below a minimum, and not above a maximum.
    pub below: bool,
}

impl Shortfall {
    /// How far the value is from the limit: exact, never below zero.
    ///
    /// It is zero where the limit itself is not allowed.
    ///
    /// # Errors
    ///
    /// [`RatioError::OutOfRange`] above 38 digits.
    pub fn difference(&self) -> Result<Amount, RatioError> {
        let (value, limit) = (self.value.value(), self.limit.value());
        let difference = if self.below {
            limit.checked_sub(value)?
        } else {
            value.checked_sub(limit)?
        };
        Ok(Amount::new(difference, self.limit.unit()))
    }

    /// The value over the limit: 15/16 of what was promised.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the limit is zero;
    /// [`RatioError::OutOfRange`] above 38 digits.
    pub fn ratio(&self) -> Result<Ratio, RatioError> {
        self.value.value().checked_div(self.limit.value())
    }
}

/// Why an assessment is rejected.
///
/// ```
/// use standard_land::exact::Judging;
/// use standard_land::commitment::{AssessmentError, Judgement, Promise};
/// use standard_land::standard::CoreIndicator;
///
/// let promise = Promise::usual(CoreIndicator::FloorAreaRatio, "≥0.8")?;
/// let error = Judgement::new(promise, Ok("8万元/亩".parse()?), Judging::FullValue);
/// assert!(matches!(error, Err(AssessmentError::Unit { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AssessmentError {
    /// A measured value is in a unit that the indicator does not have.
    Unit {
        /// What was measured.
        kind: IndicatorKind,
        /// What does not convert.
        source: Box<UnitError>,
    },
    /// A record has both a value and a reason why there is none, or neither.
    ValueOrReason {
        /// What was measured.
        kind: IndicatorKind,
    },
    /// A record has an outcome that does not follow from its value.
    Outcome {
        /// What was measured.
        kind: IndicatorKind,
        /// What the record says.
        recorded: Fulfilment,
        /// What follows.
        derived: Fulfilment,
    },
    /// A record has an overall result that does not follow.
    Overall {
        /// What the record says.
        recorded: Overall,
        /// What follows.
        derived: Overall,
    },
    /// A promise is for the other acceptance, or there twice.
    Promise {
        /// The promise.
        promise: Box<Promise>,
        /// The acceptance that is assessed.
        acceptance: Acceptance,
    },
}

impl Judgement {
    /// Judges a value, or takes note that there is none.
    ///
    /// A value in another unit is converted into the indicator's. Missing is
    /// never zero: without a value the outcome is
    /// [`NotMeasurable`](Fulfilment::NotMeasurable), except where the indicator
    /// does not apply.
    ///
    /// # Errors
    ///
    /// [`AssessmentError::Unit`].
    pub fn new(
        promise: Promise,
        measured: Result<Amount, MeasureError>,
        judging: Judging,
    ) -> Result<Self, AssessmentError> {
        let unit = promise.indicator().unit();
        let measured = match measured.map(|amount| amount.in_unit(unit)) {
            Ok(Ok(amount)) => Ok(amount),
            Ok(Err(UnitError::OutOfRange { .. })) => Err(MeasureError::TooManyDigits),
            Ok(Err(source)) => {
                return Err(AssessmentError::Unit {
                    kind: promise.indicator().kind().clone(),
                    source: Box::new(source),
                });
            }
            Err(reason) => Err(reason),
        };
        Ok(Self::judge(promise, measured, judging))
    }

    /// Judges a value in the indicator's unit.
    fn judge(promise: Promise, measured: Result<Amount, MeasureError>, judging: Judging) -> Self {
        let compared = match (promise.threshold(), &measured) {
            (Threshold::NotApplicable, _) => Ok((Fulfilment::NotApplicable, None)),
            (_, Err(_)) => Ok((Fulfilment::NotMeasurable, None)),
            (Threshold::Number(limits), Ok(amount)) => amount
                .in_unit(limits.unit())
                .map_err(|error| not_in_unit(&error))
                .and_then(|amount| {
                    let compared = limits.compare(amount.value(), judging);
                    compared.map_err(too_many_digits)
                })
                .map(|compared| match compared {
                    Compared::Kept => (Fulfilment::Kept, None),
                    Compared::ByTrade => (Fulfilment::Undecided, None),
                    Compared::Missed {
                        value,
                        limit,
                        below,
                    } => {
                        let shortfall = Shortfall {
                            value: Amount::new(value, limits.unit()),
                            limit: Amount::new(limit, limits.unit()),
                            below,
                        };
                        (Fulfilment::Missed, Some(shortfall))
                    }
                }),
            (
                Threshold::Reference(_) | Threshold::Qualitative(_) | Threshold::CaseByCase,
                Ok(_),
            ) => Ok((Fulfilment::Undecided, None)),
        };
        match compared {
            Ok((outcome, shortfall)) => Self {
                promise,
                measured,
                outcome,
                shortfall,
            },
            Err(reason) => Self {
                promise,
                measured: Err(reason),
                outcome: Fulfilment::NotMeasurable,
                shortfall: None,
            },
        }
    }

    /// What was promised.
    #[must_use]
    pub const fn promise(&self) -> &Promise {
        &self.promise
    }

    /// The exact value, in the indicator's unit, or why there is none.
    ///
    /// # Errors
    ///
    /// [`MeasureError`]: which figure is missing, or cannot be.
    pub fn measured(&self) -> Result<Amount, &MeasureError> {
        self.measured.as_ref().copied()
    }

    /// What became of the promise.
    #[must_use]
    pub const fn outcome(&self) -> Fulfilment {
        self.outcome
    }

    /// By how much it was missed, if it was.
    #[must_use]
    pub const fn shortfall(&self) -> Option<Shortfall> {
        self.shortfall
    }
}

impl Display for Judgement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.promise)?;
        match &self.measured {
            Ok(amount) => write!(f, "{amount}, {}", self.outcome),
            Err(reason) => write!(f, "{} ({reason})", self.outcome),
        }
    }
}

/// The promises for one acceptance, each with what became of it.
///
/// *Invariants*: every promise is for this acceptance, none is there twice;
/// outcomes and the overall result follow from the values, also when it is
/// deserialised.
///
/// ```
/// use standard_land::commitment::{Acceptance, Commitment, Fulfilment, Overall, Promise};
/// use standard_land::standard::{CoreIndicator, Floors, Performance};
///
/// let commitment = Commitment::new("文水-01".parse()?, "某公司".parse()?)
///     .with_promise(Promise::usual(CoreIndicator::FloorAreaRatio, "≥0.8")?)?;
/// let built = Performance {
///     land: Some("30000 m²".parse()?),
///     floors: Some(Floors::new("16000 m²".parse()?, "22500 m²".parse()?)?),
///     ..Performance::default()
/// };
/// let assessment = commitment.assess(Acceptance::Completion, &built);
/// assert_eq!(assessment.overall(), Overall::Failed);
/// assert_eq!(assessment.judgements()[0].to_string(), "容积率 ≥0.8: 0.75, missed");
/// assert_eq!(assessment.count(Fulfilment::Missed), 1);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "wire::Assessment", into = "wire::Assessment")
)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(with = "wire::Assessment", transform = crate::described::brief)
)]
pub struct Assessment {
    parcel: ParcelId,
    enterprise: EnterpriseId,
    acceptance: Acceptance,
    judging: Judging,
    judgements: Vec<Judgement>,
}

impl Commitment {
    /// Checks the promises for an acceptance against what was measured.
    #[must_use]
    pub fn assess(&self, acceptance: Acceptance, performance: &Performance) -> Assessment {
        let judgements = self
            .promises()
            .iter()
            .filter(|promise| promise.acceptance() == acceptance)
            .map(|promise| {
                // Values come in the indicator's unit.
                let measured = performance.measure(promise.indicator());
                Judgement::judge(promise.clone(), measured, self.judging())
            });
        Assessment {
            parcel: self.parcel().clone(),
            enterprise: self.enterprise().clone(),
            acceptance,
            judging: self.judging(),
            judgements: judgements.collect(),
        }
    }
}

impl Assessment {
    /// The parcel.
    #[must_use]
    pub const fn parcel(&self) -> &ParcelId {
        &self.parcel
    }

    /// Who promised.
    #[must_use]
    pub const fn enterprise(&self) -> &EnterpriseId {
        &self.enterprise
    }

    /// Which acceptance it is of.
    #[must_use]
    pub const fn acceptance(&self) -> Acceptance {
        self.acceptance
    }

    /// How values were compared with limits.
    #[must_use]
    pub const fn judging(&self) -> Judging {
        self.judging
    }

    /// What became of each promise, in the order of the agreement.
    #[must_use]
    pub fn judgements(&self) -> &[Judgement] {
        &self.judgements
    }

    /// How many promises had an outcome.
    #[must_use]
    pub fn count(&self, outcome: Fulfilment) -> usize {
        self.judgements
            .iter()
            .filter(|judgement| judgement.outcome == outcome)
            .count()
    }

    /// What became of all of them.
    ///
    /// Failed if one was missed; else open if one is not known to be kept;
    /// passed if all that apply were kept.
    #[must_use]
    pub fn overall(&self) -> Overall {
        if self.count(Fulfilment::Missed) > 0 {
            Overall::Failed
        } else if self.count(Fulfilment::NotMeasurable) > 0 || self.count(Fulfilment::Undecided) > 0
        {
            Overall::Open
        } else if self.count(Fulfilment::Kept) > 0 {
            Overall::Passed
        } else {
            Overall::Nothing
        }
    }
}

impl Display for Assessment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} of {}, {}: {}",
            self.acceptance,
            self.parcel,
            self.enterprise,
            self.overall()
        )
    }
}

#[cfg(feature = "serde")]
mod wire {
    use alloc::vec::Vec;

    use super::{
        Acceptance, Amount, AssessmentError, EnterpriseId, Fulfilment, Judging, MeasureError,
        Overall, ParcelId, Promise,
    };

    /// A promise, its value or why there is none.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    #[cfg_attr(feature = "schemars", schemars(inline, transform = crate::described::brief))]
    struct Judgement {
        promise: Promise,
        #[serde(default)]
        value: Option<Amount>,
        #[serde(default)]
        reason: Option<MeasureError>,
        outcome: Fulfilment,
    }

    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    pub(super) struct Assessment {
        parcel: ParcelId,
        enterprise: EnterpriseId,
        acceptance: Acceptance,
        judging: Judging,
        judgements: Vec<Judgement>,
        overall: Overall,
    }

    impl From<super::Assessment> for Assessment {
        fn from(assessment: super::Assessment) -> Self {
            let overall = assessment.overall();
            let judgements = assessment.judgements.into_iter().map(|judgement| {
                let (value, reason) = match judgement.measured {
                    Ok(amount) => (Some(amount), None),
                    Err(reason) => (None, Some(reason)),
                };
                Judgement {
                    promise: judgement.promise,
                    value,
                    reason,
                    outcome: judgement.outcome,
                }
            });
            Self {
                parcel: assessment.parcel,
                enterprise: assessment.enterprise,
                acceptance: assessment.acceptance,
                judging: assessment.judging,
                judgements: judgements.collect(),
                overall,
            }
        }
    }

    impl Judgement {
        fn derive(self, judging: Judging) -> Result<super::Judgement, AssessmentError> {
            let kind = || self.promise.indicator().kind().clone();
            let measured = match (self.value, self.reason.clone()) {
                (Some(amount), None) => Ok(amount),
                (None, Some(reason)) => Err(reason),
                _ => return Err(AssessmentError::ValueOrReason { kind: kind() }),
            };
            let derived = super::Judgement::new(self.promise.clone(), measured, judging)?;
            if derived.outcome != self.outcome {
                return Err(AssessmentError::Outcome {
                    kind: kind(),
                    recorded: self.outcome,
                    derived: derived.outcome,
                });
            }
            Ok(derived)
        }
    }

    impl TryFrom<Assessment> for super::Assessment {
        type Error = AssessmentError;

        fn try_from(wire: Assessment) -> Result<Self, AssessmentError> {
            let mut judgements: Vec<super::Judgement> = Vec::new();
            for judgement in wire.judgements {
                let judgement = judgement.derive(wire.judging)?;
                let promise = &judgement.promise;
                let twice = judgements
                    .iter()
                    .any(|found| found.promise.indicator().kind() == promise.indicator().kind());
                if twice || promise.acceptance() != wire.acceptance {
                    return Err(AssessmentError::Promise {
                        promise: promise.clone().into(),
                        acceptance: wire.acceptance,
                    });
                }
                judgements.push(judgement);
            }
            let assessment = Self {
                parcel: wire.parcel,
                enterprise: wire.enterprise,
                acceptance: wire.acceptance,
                judging: wire.judging,
                judgements,
            };
            if assessment.overall() != wire.overall {
                return Err(AssessmentError::Overall {
                    recorded: wire.overall,
                    derived: assessment.overall(),
                });
            }
            Ok(assessment)
        }
    }
}
