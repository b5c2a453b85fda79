//! The investment agreement: what an enterprise promised for a parcel.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use crate::enterprise::EnterpriseId;
use crate::exact::Judging;
use crate::industry::IndustryCode;
use crate::parcel::ParcelId;
use crate::quantity::Money;
use crate::record::record;
use crate::standard::{
    Applicable, CoreIndicator, Indicator, IndicatorError, IndicatorKind, Strictness, Threshold,
};
use crate::text::terms;

terms! {
    /// When a promise is checked.
    ///
    /// ```
    /// use standard_land::commitment::Acceptance;
    ///
    /// assert_eq!("达产复核".parse::<Acceptance>()?, Acceptance::Production);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Acceptance("an acceptance", "验收环节") {
        /// When building is complete.
        Completion = "completion", "竣工验收";
        /// When production has reached what was planned, two or three years
        /// after; the agreement sets the time.
        Production = "production", "达产复核";
    }
}

impl CoreIndicator {
    /// When it is usually checked; agreements may say otherwise.
    ///
    /// What is built and spent at completion; tax, output, research, energy
    /// and emissions once production runs.
    ///
    /// ```
    /// use standard_land::commitment::Acceptance;
    /// use standard_land::standard::CoreIndicator;
    ///
    /// assert_eq!(CoreIndicator::FloorAreaRatio.usual_acceptance(), Acceptance::Completion);
    /// assert_eq!(CoreIndicator::TaxPerArea.usual_acceptance(), Acceptance::Production);
    /// ```
    #[must_use]
    pub const fn usual_acceptance(self) -> Acceptance {
        match self {
            Self::TaxPerArea
            | Self::OutputPerArea
            | Self::ResearchShare
            | Self::Energy
            | Self::Emissions => Acceptance::Production,
            Self::InvestmentIntensity
            | Self::FloorAreaRatio
            | Self::BuildingCoefficient
            | Self::AdministrativeShare
            | Self::AdministrativeFloorShare
            | Self::GreenRatio
            | Self::BuildingDensity
            | Self::BuildingHeight
            | Self::TotalFloorArea => Acceptance::Completion,
        }
    }
}

record! {
    /// One promise: an indicator, its threshold, when it is checked.
    ///
    /// *Invariant*: the threshold is one of the indicator
    /// ([`Indicator::check`]).
    ///
    /// ```
    /// use standard_land::commitment::{Acceptance, Promise};
    /// use standard_land::standard::CoreIndicator;
    ///
    /// let promise = Promise::usual(CoreIndicator::TaxPerArea, "≥8")?;
    /// assert_eq!(promise.to_string(), "亩均税收 (万元/亩·年) ≥8万元/亩·年");
    /// assert_eq!(promise.acceptance(), Acceptance::Production);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Promise, checked as IndicatorError {
        /// What was promised.
        indicator: Indicator,
        /// How much of it.
        threshold: Threshold,
        /// When it is checked.
        acceptance: Acceptance,
    }
}

impl Promise {
    /// An indicator, its threshold, when it is checked.
    ///
    /// # Errors
    ///
    /// [`IndicatorError::Unit`], [`IndicatorError::Direction`].
    pub fn new(
        indicator: Indicator,
        threshold: Threshold,
        acceptance: Acceptance,
    ) -> Result<Self, IndicatorError> {
        indicator.check(&threshold)?;
        Ok(Self {
            indicator,
            threshold,
            acceptance,
        })
    }

    /// A common indicator as most tables have it, from the cell of a table.
    ///
    /// # Errors
    ///
    /// [`IndicatorError`], as for [`Indicator::read`].
    pub fn usual(core: CoreIndicator, cell: &str) -> Result<Self, IndicatorError> {
        let indicator = Indicator::usual(core);
        let threshold = indicator.read(cell)?;
        Self::new(indicator, threshold, core.usual_acceptance())
    }

    /// A planning figure of the contract, with its lower and upper limit.
    ///
    /// # Errors
    ///
    /// [`IndicatorError`], as for [`Indicator::read`].
    ///
    /// ```
    /// use standard_land::commitment::{Acceptance, Commitment, Fulfilment, Promise};
    /// use standard_land::standard::{CoreIndicator, Floors, Performance};
    ///
    /// let commitment = Commitment::new("文水-01".parse()?, "某公司".parse()?)
    ///     .with_promise(Promise::planning(CoreIndicator::TotalFloorArea, "≥30000且≤45000")?)?;
    /// let built = Performance {
    ///     floors: Some(Floors::new("46000 m²".parse()?, "46000 m²".parse()?)?),
    ///     ..Performance::default()
    /// };
    /// let assessment = commitment.assess(Acceptance::Completion, &built);
    /// assert_eq!(assessment.judgements()[0].outcome(), Fulfilment::Missed);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn planning(core: CoreIndicator, cell: &str) -> Result<Self, IndicatorError> {
        let indicator = Indicator::planning(core);
        let threshold = indicator.read(cell)?;
        Self::new(indicator, threshold, core.usual_acceptance())
    }

    /// What was promised.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// How much of it.
    #[must_use]
    pub const fn threshold(&self) -> &Threshold {
        &self.threshold
    }

    /// When it is checked.
    #[must_use]
    pub const fn acceptance(&self) -> Acceptance {
        self.acceptance
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, IndicatorError> {
        Self::new(self.indicator, self.threshold, self.acceptance)
    }
}

impl Display for Promise {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.indicator, self.threshold)
    }
}

terms! {
    /// A dated step that an investment agreement sets.
    ///
    /// ```
    /// use standard_land::commitment::AgreedStep;
    ///
    /// assert_eq!(AgreedStep::Production.name_zh(), "达产");
    /// ```
    pub enum AgreedStep("an agreed step", "约定事项") {
        /// The agreement is signed.
        Signed = "signed", "签订";
        /// Building starts.
        Start = "start", "开工";
        /// Building is complete.
        Completion = "completion", "竣工";
        /// Production is reached.
        Production = "production", "达产";
    }
}

/// The dates that an investment agreement sets, as far as they are known.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::commitment::{AgreedDates, AgreedStep};
///
/// let dates = AgreedDates { start: Some(date(2024, 5, 1)), ..AgreedDates::default() };
/// assert_eq!(dates.get(AgreedStep::Start), Some(date(2024, 5, 1)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct AgreedDates {
    /// The agreement is signed.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub signed: Option<Date>,
    /// Building starts.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub start: Option<Date>,
    /// Building is complete.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub completion: Option<Date>,
    /// Production is reached.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::OptionalDay"))]
    pub production: Option<Date>,
}

impl AgreedDates {
    /// The date of a step, if it is known.
    #[must_use]
    pub const fn get(&self, step: AgreedStep) -> Option<Date> {
        match step {
            AgreedStep::Signed => self.signed,
            AgreedStep::Start => self.start,
            AgreedStep::Completion => self.completion,
            AgreedStep::Production => self.production,
        }
    }

    /// The first two dates in the wrong order; the same day is in order.
    fn check(&self) -> Result<(), CommitmentError> {
        let mut latest: Option<(AgreedStep, Date)> = None;
        for step in AgreedStep::ALL.iter().copied() {
            let Some(date) = self.get(step) else { continue };
            if let Some((first, first_date)) = latest.replace((step, date))
                && first_date > date
            {
                return Err(CommitmentError::Backwards {
                    first,
                    first_date,
                    then: step,
                    then_date: date,
                });
            }
        }
        Ok(())
    }
}

record! {
    /// An investment agreement (标准地投资建设协议): what is promised for a parcel.
    ///
    /// *Invariants*: no indicator is promised twice for one acceptance; the agreed
    /// dates follow each other; the bond (履约保证金) is above zero. How limits are
    /// judged is by the full value, where the agreement is silent.
    ///
    /// ```
    /// use standard_land::commitment::{Acceptance, Commitment, Overall, Promise};
    /// use standard_land::standard::{CoreIndicator, Performance};
    ///
    /// let commitment = Commitment::new("文水-01".parse()?, "某公司".parse()?)
    ///     .with_promise(Promise::usual(CoreIndicator::GreenRatio, "≤20%")?)?
    ///     .with_promise(Promise::usual(CoreIndicator::TaxPerArea, "≥8")?)?
    ///     .with_bond("100万元".parse()?)?
    ///     .with_industry("2521".parse()?);
    /// assert!(commitment.permits("2521".parse()?));
    ///
    /// let built = Performance {
    ///     land: Some("3 ha".parse()?),
    ///     green: Some("6000 m²".parse()?),
    ///     ..Performance::default()
    /// };
    /// let completion = commitment.assess(Acceptance::Completion, &built);
    /// assert_eq!(completion.overall(), Overall::Passed); // exactly 20 %
    /// let production = commitment.assess(Acceptance::Production, &built);
    /// assert_eq!(production.overall(), Overall::Open); // the tax is not known
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Commitment, checked as CommitmentError, edited {
        /// The parcel.
        parcel: ParcelId,
        /// Who promised.
        enterprise: EnterpriseId,
        /// What was promised, in the order of the agreement.
        promises: Vec<Promise> = default,
        /// How values are compared with limits.
        #[cfg_attr(feature = "serde", serde(default = "silent"))]
        judging: Judging,
        /// The agreed dates.
        dates: AgreedDates = default,
        /// The bond, if there is one.
        bond: Option<Money>,
        /// The trade that is permitted, if the agreement names one.
        industry: Option<IndustryCode>,
    }
}

/// Why a commitment is rejected.
///
/// ```
/// use standard_land::commitment::{Commitment, CommitmentError};
/// use standard_land::Money;
///
/// let commitment = Commitment::new("文水-01".parse()?, "某公司".parse()?);
/// let error = commitment.with_bond(Money::ZERO).unwrap_err();
/// assert!(matches!(error, CommitmentError::Bond { .. }));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommitmentError {
    /// An indicator is promised twice for one acceptance.
    Repeated {
        /// The promise that was there.
        first: Box<Promise>,
        /// The promise that was added.
        second: Box<Promise>,
    },
    /// Two agreed dates are in the wrong order.
    Backwards {
        /// What must come first.
        first: AgreedStep,
        /// Its date.
        first_date: Date,
        /// What must not come before it.
        then: AgreedStep,
        /// Its date.
        then_date: Date,
    },
    /// The bond is zero or below.
    Bond {
        /// What was given.
        bond: Money,
    },
}

/// A demand of a standard that a commitment falls short of.
///
/// ```
/// use standard_land::commitment::Commitment;
/// use standard_land::standard::ControlStandard;
///
/// let national = ControlStandard::national_2023();
/// let demanded = national.all_for("GB/T 4754-2017 3514".parse()?)?;
/// let silent = Commitment::new("文水-01".parse()?, "某公司".parse()?);
/// let deviations = silent.deviations(demanded);
/// assert_eq!(deviations.len(), national.provisions().len());
/// assert_eq!(deviations[0].promised, None);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Deviation<'a> {
    /// What the standard demands.
    pub demanded: Applicable<'a>,
    /// What was promised; `None` when nothing was.
    pub promised: Option<&'a Promise>,
}

/// How values are compared where the agreement is silent (GB/T 8170-2008, 4.3).
const SILENT: Judging = Judging::FullValue;

#[cfg(feature = "serde")]
const fn silent() -> Judging {
    SILENT
}

impl Commitment {
    /// An agreement on a parcel that promises nothing yet.
    #[must_use]
    pub const fn new(parcel: ParcelId, enterprise: EnterpriseId) -> Self {
        Self {
            parcel,
            enterprise,
            promises: Vec::new(),
            judging: SILENT,
            dates: AgreedDates {
                signed: None,
                start: None,
                completion: None,
                production: None,
            },
            bond: None,
            industry: None,
        }
    }

    /// The same, with another promise.
    ///
    /// # Errors
    ///
    /// [`CommitmentError::Repeated`].
    pub fn with_promise(mut self, promise: Promise) -> Result<Self, CommitmentError> {
        let same = |found: &&Promise| {
            found.acceptance == promise.acceptance
                && found.indicator.kind() == promise.indicator.kind()
        };
        if let Some(first) = self.promises.iter().find(same) {
            return Err(CommitmentError::Repeated {
                first: first.clone().into(),
                second: promise.into(),
            });
        }
        self.promises.push(promise);
        Ok(self)
    }

    /// The same, judged as the agreement says; the full value, if it is silent.
    #[must_use]
    pub const fn with_judging(mut self, judging: Judging) -> Self {
        self.judging = judging;
        self
    }

    /// The same, with its dates.
    ///
    /// # Errors
    ///
    /// [`CommitmentError::Backwards`].
    pub fn with_dates(mut self, dates: AgreedDates) -> Result<Self, CommitmentError> {
        dates.check()?;
        self.dates = dates;
        Ok(self)
    }

    /// The same, with a bond (履约保证金).
    ///
    /// # Errors
    ///
    /// [`CommitmentError::Bond`] unless it is above zero.
    pub fn with_bond(mut self, bond: Money) -> Result<Self, CommitmentError> {
        if bond <= Money::ZERO {
            return Err(CommitmentError::Bond { bond });
        }
        self.bond = Some(bond);
        Ok(self)
    }

    /// The same, with the trade that is permitted (准入产业).
    #[must_use]
    pub const fn with_industry(mut self, industry: IndustryCode) -> Self {
        self.industry = Some(industry);
        self
    }

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

    /// What was promised, in the order of the agreement.
    #[must_use]
    pub fn promises(&self) -> &[Promise] {
        &self.promises
    }

    /// How values are compared with limits.
    #[must_use]
    pub const fn judging(&self) -> Judging {
        self.judging
    }

    /// The agreed dates.
    #[must_use]
    pub const fn dates(&self) -> &AgreedDates {
        &self.dates
    }

    /// The bond, if there is one.
    #[must_use]
    pub const fn bond(&self) -> Option<Money> {
        self.bond
    }

    /// The trade that is permitted, if the agreement names one.
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.industry
    }

    /// Whether a trade is within the permitted one; any is, if none is named.
    #[must_use]
    pub fn permits(&self, industry: IndustryCode) -> bool {
        self.industry
            .is_none_or(|permitted| industry.is_within(permitted))
    }

    /// The promise on an indicator for an acceptance.
    #[must_use]
    pub fn promise(&self, kind: &IndicatorKind, acceptance: Acceptance) -> Option<&Promise> {
        self.promises
            .iter()
            .find(|promise| promise.acceptance == acceptance && promise.indicator.kind() == kind)
    }

    /// Demands that nothing was promised for, or something looser.
    ///
    /// A promise that does not compare with the demand (words, another side)
    /// is not a deviation: a person has to look at both.
    ///
    /// ```
    /// use standard_land::commitment::{Commitment, Promise};
    /// use standard_land::standard::{ControlStandard, CoreIndicator};
    ///
    /// let national = ControlStandard::national_2008();
    /// let demanded = national.all_for("GB/T 4754-2002 3514".parse()?)?;
    /// let commitment = Commitment::new("文水-01".parse()?, "某公司".parse()?)
    ///     .with_promise(Promise::usual(CoreIndicator::FloorAreaRatio, "≥0.6")?)?
    ///     .with_promise(Promise::usual(CoreIndicator::BuildingCoefficient, "≥40%")?)?;
    /// let deviations = commitment.deviations(demanded);
    /// let texts: Vec<String> = deviations.iter().map(|it| it.demanded.provision.to_string()).collect();
    /// assert_eq!(texts[1], "GB/T 4754-2002 35: 容积率 ≥0.7"); // 0.6 was promised
    /// assert_eq!(texts[2], "行政办公及生活服务设施用地所占比重 (%) ≤7%"); // nothing was
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn deviations<'a>(
        &'a self,
        demanded: impl IntoIterator<Item = Applicable<'a>>,
    ) -> Vec<Deviation<'a>> {
        let deviation = |demanded: Applicable<'a>| {
            let demand = demanded.provision;
            let mut promised = self
                .promises
                .iter()
                .filter(|promise| promise.indicator.kind() == demand.indicator().kind())
                .peekable();
            if promised.peek().is_none() {
                return (*demand.threshold() != Threshold::NotApplicable).then_some(Deviation {
                    demanded,
                    promised: None,
                });
            }
            // Of promises at both acceptances, one that suffices does.
            let suffices = |promise: &&Promise| {
                promise.threshold.against(demand.threshold()) != Strictness::Looser
            };
            let first = promised.peek().copied();
            (!promised.any(|promise| suffices(&promise))).then_some(Deviation {
                demanded,
                promised: first,
            })
        };
        demanded.into_iter().filter_map(deviation).collect()
    }

    fn checked(self) -> Result<Self, CommitmentError> {
        let mut commitment = Self::new(self.parcel, self.enterprise)
            .with_judging(self.judging)
            .with_dates(self.dates)?;
        commitment.industry = self.industry;
        if let Some(bond) = self.bond {
            commitment = commitment.with_bond(bond)?;
        }
        self.promises
            .into_iter()
            .try_fold(commitment, Self::with_promise)
    }
}

impl Display for Commitment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} for {}", self.enterprise, self.parcel)
    }
}
