//! What a document demands of which trade.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use jiff::civil::Date;

use super::indicator::{Indicator, IndicatorError};
use super::kind::IndicatorKind;
use super::threshold::Threshold;
use crate::industry::{Edition, IndustryCode, IndustryError};
use crate::record::record;
use crate::source::Certainty;
use crate::text::{LabelError, check_label, label, terms};

terms! {
    /// Whether a threshold has to be kept, or is advice.
    ///
    /// ```
    /// use standard_land::standard::Force;
    ///
    /// assert_eq!("推荐性".parse::<Force>()?, Force::Recommended);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Force("a force", "约束力", closed: "an indicator is binding or recommended") {
        /// It has to be kept.
        Binding = "binding", "约束性";
        /// It is advice.
        Recommended = "recommended", "推荐性";
    }
}

label! {
    /// A document with its edition, as it is cited.
    ///
    /// ```
    /// use standard_land::standard::StandardName;
    ///
    /// let document: StandardName = "工业项目建设用地控制指标（2008年）".parse()?;
    /// assert_eq!(document.as_str(), "工业项目建设用地控制指标（2008年）");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    StandardName, limit 200, expecting "a document with its edition",
    example "工业项目建设用地控制指标（2008年）"
}

impl StandardName {
    /// A name of the table that is compiled in; a test reads it through the
    /// constructor.
    pub(super) fn compiled_in(name: &str) -> Self {
        Self(name.into())
    }
}

record! {
    /// One demand of a document: what of which trade, and where it says so.
    ///
    /// *Invariant*: the threshold is one of the indicator
    /// ([`Indicator::check`]); a clause is a text of 1 to 100 characters.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Force, Indicator, Provision};
    ///
    /// let indicator = Indicator::usual(CoreIndicator::GreenRatio);
    /// let threshold = indicator.read("≤20%")?;
    /// let provision = Provision::new(indicator, threshold)?
    ///     .with_force(Force::Recommended)
    ///     .with_clause("3.2")?;
    /// assert_eq!(provision.to_string(), "绿地率 (%) ≤20%");
    /// assert_eq!(provision.trade(), None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Provision, checked as ProvisionError {
        /// What is controlled.
        indicator: Indicator,
        /// Of which trade; `None` for all.
        trade: Option<IndustryCode>,
        /// What is demanded.
        threshold: Threshold,
        /// Whether it binds.
        force: Force,
        /// The clause that says so, if it is known.
        clause: Option<String>,
        /// How sure it is.
        certainty: Certainty,
    }
}

/// Why a provision cannot be read, in the words of what is wrong with a part.
#[derive(Debug)]
pub(super) enum ProvisionError {
    Indicator(IndicatorError),
    Industry(IndustryError),
    Clause(LabelError),
}

impl Display for ProvisionError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indicator(error) => error.fmt(f),
            Self::Industry(error) => error.fmt(f),
            Self::Clause(error) => error.fmt(f),
        }
    }
}

impl From<IndicatorError> for ProvisionError {
    fn from(error: IndicatorError) -> Self {
        Self::Indicator(error)
    }
}

impl From<IndustryError> for ProvisionError {
    fn from(error: IndustryError) -> Self {
        Self::Industry(error)
    }
}

impl From<LabelError> for ProvisionError {
    fn from(error: LabelError) -> Self {
        Self::Clause(error)
    }
}

impl Provision {
    /// The most characters that a clause may have.
    pub const MAX_CLAUSE: usize = 100;

    /// A binding demand of all trades, read in the document.
    ///
    /// # Errors
    ///
    /// [`IndicatorError::Unit`], [`IndicatorError::Direction`].
    pub fn new(indicator: Indicator, threshold: Threshold) -> Result<Self, IndicatorError> {
        indicator.check(&threshold)?;
        Ok(Self {
            indicator,
            trade: None,
            threshold,
            force: Force::Binding,
            clause: None,
            certainty: Certainty::Seen,
        })
    }

    /// The same, of one trade and what is below it.
    #[must_use]
    pub const fn of_trade(mut self, trade: IndustryCode) -> Self {
        self.trade = Some(trade);
        self
    }

    /// The same, binding or recommended.
    #[must_use]
    pub const fn with_force(mut self, force: Force) -> Self {
        self.force = force;
        self
    }

    /// The same, with the clause that says so.
    ///
    /// # Errors
    ///
    /// [`LabelError`] when it is empty, padded or too long.
    pub fn with_clause(mut self, clause: &str) -> Result<Self, LabelError> {
        check_label(clause, Self::MAX_CLAUSE)?;
        self.clause = Some(clause.into());
        Ok(self)
    }

    /// The same, with how sure it is.
    #[must_use]
    pub const fn with_certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// What is controlled.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// Of which trade; `None` for all.
    #[must_use]
    pub const fn trade(&self) -> Option<IndustryCode> {
        self.trade
    }

    /// What is demanded.
    #[must_use]
    pub const fn threshold(&self) -> &Threshold {
        &self.threshold
    }

    /// Whether it binds.
    #[must_use]
    pub const fn force(&self) -> Force {
        self.force
    }

    /// The clause that says so, if it is known.
    #[must_use]
    pub fn clause(&self) -> Option<&str> {
        self.clause.as_deref()
    }

    /// How sure it is.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.certainty
    }

    pub(super) const fn key(&self) -> (&IndicatorKind, Option<IndustryCode>) {
        (self.indicator.kind(), self.trade)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, ProvisionError> {
        let mut provision = Self::new(self.indicator, self.threshold)?
            .with_force(self.force)
            .with_certainty(self.certainty);
        provision.trade = self.trade;
        match self.clause {
            Some(clause) => Ok(provision.with_clause(&clause)?),
            None => Ok(provision),
        }
    }
}

impl Display for Provision {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(trade) = self.trade {
            write!(f, "{trade}: ")?;
        }
        write!(f, "{} {}", self.indicator, self.threshold)
    }
}

/// A provision with the document that it is of.
///
/// ```
/// use standard_land::standard::{ControlStandard, CoreIndicator};
///
/// let national = ControlStandard::national_2008();
/// let kind = CoreIndicator::BuildingCoefficient.into();
/// let found = national.applying_to(&kind, "GB/T 4754-2002 35".parse()?)?;
/// let found = found.expect("it holds for all trades");
/// assert_eq!(found.document, national.document());
/// assert_eq!(found.provision.clause(), Some("四（三）"));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Applicable<'a> {
    /// The document.
    pub document: &'a StandardName,
    /// What it demands.
    pub provision: &'a Provision,
}

record! {
    /// The demands of one document, by edition of the classification and trade.
    ///
    /// A threshold's key is the document's edition, the classification's edition
    /// and the code. *Invariants*: no trade has two demands on one indicator; all
    /// trades are of the standard's classification. *Cost*: a look-up is one
    /// binary search for each level of the code.
    ///
    /// ```
    /// use standard_land::standard::{ControlStandard, CoreIndicator};
    /// use standard_land::IndustryCode;
    ///
    /// let national = ControlStandard::national_2008();
    /// let trade: IndustryCode = "GB/T 4754-2002 3514".parse()?;
    /// let found = national.applying_to(&CoreIndicator::FloorAreaRatio.into(), trade)?;
    /// let found = found.expect("division 35 has a minimum");
    /// assert_eq!(found.provision.to_string(), "GB/T 4754-2002 35: 容积率 ≥0.7");
    /// assert_eq!(found.document.as_str(), "工业项目建设用地控制指标（2008年）");
    /// // The same digits of another edition are another trade.
    /// assert!(national.all_for("3514".parse()?).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct ControlStandard, checked as StandardError {
        /// The document.
        document: StandardName,
        /// The edition that its codes are of.
        classification: Edition,
        /// Sorted by indicator, then by trade.
        provisions: Vec<Provision> = default,
    }
}

/// Why a standard cannot be so, or says nothing of a trade.
///
/// ```
/// use standard_land::standard::{ControlStandard, StandardError};
///
/// let national = ControlStandard::national_2008();
/// let error = national.all_for("35".parse()?);
/// assert!(matches!(error, Err(StandardError::OtherEdition { .. })));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StandardError {
    /// A threshold is not one of its indicator, or cannot be read.
    Provision(IndicatorError),
    /// The trade is of another edition than the standard's codes.
    OtherEdition {
        /// The trade.
        trade: IndustryCode,
        /// The edition of the standard's codes.
        classification: Edition,
    },
    /// Two demands on one indicator of one trade.
    Repeated {
        /// The one that was there.
        first: alloc::boxed::Box<Provision>,
        /// The one that was added.
        second: alloc::boxed::Box<Provision>,
    },
    /// The two standards go by different editions.
    Editions {
        /// That of the upper one.
        upper: Edition,
        /// That of the local one.
        local: Edition,
    },
    /// A standard does not begin after the one that it replaces.
    NotLater {
        /// Its first day.
        from: Date,
        /// The first day of the one before it.
        last: Date,
    },
    /// A local demand is looser than the binding one above it.
    Loosens {
        /// What the local document demands.
        local: alloc::boxed::Box<Provision>,
        /// What the upper one demands.
        upper: alloc::boxed::Box<Provision>,
    },
}

impl ControlStandard {
    /// A document that demands nothing yet.
    #[must_use]
    pub const fn new(document: StandardName, classification: Edition) -> Self {
        Self {
            document,
            classification,
            provisions: Vec::new(),
        }
    }

    /// The same, with another demand.
    ///
    /// # Errors
    ///
    /// [`StandardError::OtherEdition`], [`StandardError::Repeated`].
    pub fn with(mut self, provision: Provision) -> Result<Self, StandardError> {
        self.insert(provision)?;
        Ok(self)
    }

    pub(super) fn insert(&mut self, provision: Provision) -> Result<(), StandardError> {
        if let Some(trade) = provision.trade {
            self.check_edition(trade)?;
        }
        let place = match self.find(provision.key()) {
            Err(place) => place,
            Ok(there) => match self.provisions.get(there) {
                Some(first) => {
                    return Err(StandardError::Repeated {
                        first: first.clone().into(),
                        second: provision.into(),
                    });
                }
                // What was found is there.
                None => there,
            },
        };
        self.provisions.insert(place, provision);
        Ok(())
    }

    /// The document.
    #[must_use]
    pub const fn document(&self) -> &StandardName {
        &self.document
    }

    /// The edition that its codes are of.
    #[must_use]
    pub const fn classification(&self) -> Edition {
        self.classification
    }

    /// All demands, by indicator, then by trade.
    #[must_use]
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// What applies to a trade: its own demand, or that of the nearest above.
    ///
    /// From the class up to the division, then what holds for all trades.
    ///
    /// # Errors
    ///
    /// [`StandardError::OtherEdition`].
    pub fn applying_to(
        &self,
        kind: &IndicatorKind,
        trade: IndustryCode,
    ) -> Result<Option<Applicable<'_>>, StandardError> {
        self.check_edition(trade)?;
        let scopes = core::iter::once(trade).chain(trade.ancestors()).map(Some);
        Ok(scopes.chain([None]).find_map(|scope| self.at(kind, scope)))
    }

    /// Everything that applies to a trade, by indicator.
    ///
    /// # Errors
    ///
    /// [`StandardError::OtherEdition`].
    ///
    /// ```
    /// use standard_land::standard::ControlStandard;
    ///
    /// let national = ControlStandard::national_2008();
    /// let all = national.all_for("GB/T 4754-2002 2511".parse()?)?;
    /// let texts: Vec<String> = all.iter().map(|found| found.provision.threshold().to_string()).collect();
    /// assert_eq!(texts[1..], ["≥0.5", "≥30%", "≤7%", "≤20%"]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn all_for(&self, trade: IndustryCode) -> Result<Vec<Applicable<'_>>, StandardError> {
        let mut all = Vec::new();
        for kind in self.kinds() {
            all.extend(self.applying_to(kind, trade)?);
        }
        Ok(all)
    }

    /// The demand on exactly this trade, or on all.
    pub(super) fn at(
        &self,
        kind: &IndicatorKind,
        trade: Option<IndustryCode>,
    ) -> Option<Applicable<'_>> {
        let place = self.find((kind, trade)).ok()?;
        self.provisions.get(place).map(|provision| Applicable {
            document: &self.document,
            provision,
        })
    }

    /// The indicators that something is demanded of, in order.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &IndicatorKind> {
        self.provisions
            .chunk_by(|a, b| a.indicator.kind() == b.indicator.kind())
            .filter_map(|chunk| chunk.first())
            .map(|provision| provision.indicator.kind())
    }

    fn find(&self, key: (&IndicatorKind, Option<IndustryCode>)) -> Result<usize, usize> {
        self.provisions
            .binary_search_by(|provision| provision.key().cmp(&key))
    }

    fn check_edition(&self, trade: IndustryCode) -> Result<(), StandardError> {
        if trade.edition() == self.classification {
            return Ok(());
        }
        Err(StandardError::OtherEdition {
            trade,
            classification: self.classification,
        })
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StandardError> {
        let empty = Self::new(self.document, self.classification);
        self.provisions.into_iter().try_fold(empty, Self::with)
    }
}

impl Display for ControlStandard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.document.fmt(f)
    }
}
