//! N + X: what a province demands, and what a place adds to it.

use alloc::vec::Vec;

use super::control::{Applicable, ControlStandard, Force, Provision, StandardError};
use super::kind::IndicatorKind;
use super::limits::Strictness;
use crate::industry::IndustryCode;
use crate::record::record;
use crate::text::terms;

terms! {
    /// What becomes of a local threshold that is looser than the one above it.
    ///
    /// That a local one may be stricter is never in question.
    ///
    /// ```
    /// use standard_land::standard::Loosening;
    ///
    /// assert_eq!("refused".parse::<Loosening>()?, Loosening::Refused);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Loosening("a rule for looser thresholds", "放宽标准的处理办法") {
        /// It is an error where the one above binds; advice may be loosened.
        Refused = "refused", "不得放宽";
        /// The one above stays in force, and the local one is reported.
        Ignored = "ignored", "放宽无效";
        /// The local one takes its place, and is reported.
        Allowed = "allowed", "可以放宽";
    }
}

record! {
    /// An upper standard and a local one under it: N + X indicators.
    ///
    /// *Invariant*: both go by one edition of the classification; under
    /// [`Loosening::Refused`] no local threshold is looser than a binding one.
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::standard::{
    ///     ControlStandard, CoreIndicator, Indicator, LocalStandard, Loosening,
    ///     Provision,
    /// };
    ///
    /// let ratio = Indicator::usual(CoreIndicator::FloorAreaRatio);
    /// let local = |cell: &str| -> Result<ControlStandard, standard_land::Error> {
    ///     let document = "某县标准地指标（2022年）".parse()?;
    ///     let provision = Provision::new(ratio.clone(), ratio.read(cell)?)?;
    ///     Ok(ControlStandard::new(document, Edition::E2002).with(provision)?)
    /// };
    /// let national = ControlStandard::national_2008();
    /// let both = LocalStandard::new(national.clone(), local("≥1.2")?, Loosening::Refused)?;
    /// // Division 35 has 0.7 above, and 1.2 here.
    /// let found = both.applying_to(ratio.kind(), "GB/T 4754-2002 35".parse()?)?;
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(found[0].provision.threshold().to_string(), "≥1.2");
    /// // 0.6 would be looser than the 1.0 of division 13.
    /// assert!(LocalStandard::new(national, local("≥0.6")?, Loosening::Refused).is_err());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct LocalStandard, checked as StandardError {
        /// The upper standard: the N.
        upper: ControlStandard,
        /// The local one: the X, and what it has of the N.
        local: ControlStandard,
        /// What becomes of looser local thresholds.
        loosening: Loosening,
    }
}

/// A local threshold that is looser than the one above it.
///
/// ```
/// use standard_land::industry::Edition;
/// use standard_land::standard::{
///     ControlStandard, CoreIndicator, Indicator, LocalStandard, Loosening,
///     Provision,
/// };
///
/// let share = Indicator::usual(CoreIndicator::AdministrativeShare);
/// let threshold = share.read("≤10%")?;
/// let local = ControlStandard::new("某县".parse()?, Edition::E2002)
///     .with(Provision::new(share, threshold)?)?;
/// let both = LocalStandard::new(ControlStandard::national_2008(), local, Loosening::Ignored)?;
/// let found = both.loosened();
/// assert_eq!(found[0].local.provision.threshold().to_string(), "≤10%");
/// assert_eq!(found[0].upper.provision.threshold().to_string(), "≤7%");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Loosened<'a> {
    /// What the local document demands.
    pub local: Applicable<'a>,
    /// What the upper one demands.
    pub upper: Applicable<'a>,
}

impl LocalStandard {
    /// A local standard under an upper one.
    ///
    /// # Errors
    ///
    /// [`StandardError::Editions`]; [`StandardError::Loosens`] under
    /// [`Loosening::Refused`].
    pub fn new(
        upper: ControlStandard,
        local: ControlStandard,
        loosening: Loosening,
    ) -> Result<Self, StandardError> {
        if upper.classification() != local.classification() {
            return Err(StandardError::Editions {
                upper: upper.classification(),
                local: local.classification(),
            });
        }
        let both = Self {
            upper,
            local,
            loosening,
        };
        let refused = both
            .loosened()
            .into_iter()
            .find(|found| found.upper.provision.force() == Force::Binding)
            .filter(|_| loosening == Loosening::Refused);
        match refused {
            Some(found) => Err(StandardError::Loosens {
                local: found.local.provision.clone().into(),
                upper: found.upper.provision.clone().into(),
            }),
            None => Ok(both),
        }
    }

    /// The upper standard: the N.
    #[must_use]
    pub const fn upper(&self) -> &ControlStandard {
        &self.upper
    }

    /// The local one: the X, and what it has of the N.
    #[must_use]
    pub const fn local(&self) -> &ControlStandard {
        &self.local
    }

    /// What becomes of looser local thresholds.
    #[must_use]
    pub const fn loosening(&self) -> Loosening {
        self.loosening
    }

    /// Every pair of thresholds of which the local one is the looser.
    ///
    /// Each place is looked at where either standard says something: a local
    /// minimum for all trades is compared with that of every division above.
    #[must_use]
    pub fn loosened(&self) -> Vec<Loosened<'_>> {
        let mut found: Vec<Loosened<'_>> = Vec::new();
        for kind in self.local.kinds() {
            let scopes = [&self.upper, &self.local].into_iter().flat_map(|standard| {
                let of_kind = standard.provisions().iter();
                of_kind.filter(|provision| provision.indicator().kind() == kind)
            });
            for scope in scopes.map(Provision::trade) {
                if let (Some(upper), Some(local)) = (
                    nearest(&self.upper, kind, scope),
                    nearest(&self.local, kind, scope),
                ) && local
                    .provision
                    .threshold()
                    .against(upper.provision.threshold())
                    == Strictness::Looser
                    && !found.contains(&Loosened { local, upper })
                {
                    found.push(Loosened { local, upper });
                }
            }
        }
        found
    }

    /// What applies to a trade: one threshold, or two that both hold.
    ///
    /// The stricter of both, if they compare; where they do not, or each
    /// limits another side, both have to be kept. Of a looser local one,
    /// [`Loosening`] says which counts.
    ///
    /// # Errors
    ///
    /// [`StandardError::OtherEdition`].
    pub fn applying_to(
        &self,
        kind: &IndicatorKind,
        trade: IndustryCode,
    ) -> Result<Vec<Applicable<'_>>, StandardError> {
        let upper = self.upper.applying_to(kind, trade)?;
        let local = self.local.applying_to(kind, trade)?;
        let (Some(upper), Some(local)) = (upper, local) else {
            return Ok(upper.or(local).into_iter().collect());
        };
        let strictness = local
            .provision
            .threshold()
            .against(upper.provision.threshold());
        Ok(match (strictness, self.loosening) {
            (Strictness::Same | Strictness::Tighter, _)
            | (Strictness::Looser, Loosening::Allowed | Loosening::Refused) => alloc::vec![local],
            (Strictness::Looser, Loosening::Ignored) => alloc::vec![upper],
            (Strictness::Crossing | Strictness::Incomparable, _) => alloc::vec![upper, local],
        })
    }

    /// Everything that applies to a trade, by indicator.
    ///
    /// # Errors
    ///
    /// [`StandardError::OtherEdition`].
    pub fn all_for(&self, trade: IndustryCode) -> Result<Vec<Applicable<'_>>, StandardError> {
        let mut kinds: Vec<_> = self.upper.kinds().chain(self.local.kinds()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut all = Vec::new();
        for kind in kinds {
            all.extend(self.applying_to(kind, trade)?);
        }
        Ok(all)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StandardError> {
        Self::new(self.upper, self.local, self.loosening)
    }
}

/// The demand on a trade or the nearest above it; of all trades for `None`.
fn nearest<'a>(
    standard: &'a ControlStandard,
    kind: &IndicatorKind,
    scope: Option<IndustryCode>,
) -> Option<Applicable<'a>> {
    match scope {
        // The editions were compared.
        Some(trade) => standard.applying_to(kind, trade).ok().flatten(),
        None => standard.at(kind, None),
    }
}
