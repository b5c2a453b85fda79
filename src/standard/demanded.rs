//! What a standard demands of trades of another edition than its own.

use alloc::vec::Vec;

use super::control::{Applicable, ControlStandard};
use super::kind::{CoreIndicator, IndicatorKind};
use super::limits::Strictness;
use crate::industry::IndustryCode;

/// What a standard demands of a trade, whatever edition that is of.
///
/// The classes of the trade are carried to the edition of the standard
/// ([`IndustryCode::carried_to`]). Where all of them have one threshold, that is
/// certain; where they differ, or some have none, it is not, and all are here.
///
/// ```
/// use standard_land::standard::{ControlStandard, CoreIndicator};
///
/// // The minima of 2008 go by the edition of 2002.
/// let national = ControlStandard::national_2008();
/// let ratio = CoreIndicator::FloorAreaRatio.into();
/// let vehicles = national.demanded_of(&ratio, "3611".parse()?);
/// let found = vehicles.certain().map(|found| found.provision.threshold().to_string());
/// assert_eq!(found.as_deref(), Some("≥0.7"));
/// // 3969 lies in divisions 39 and 40 of 2002: at least 0.7, or 1.0.
/// let optics = national.demanded_of(&ratio, "3969".parse()?);
/// assert_eq!(optics.certain(), None);
/// assert_eq!(optics.found().len(), 2);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Demanded<'a> {
    found: Vec<Applicable<'a>>,
    has_gap: bool,
}

impl<'a> Demanded<'a> {
    /// The one threshold of all that the trade holds.
    #[must_use]
    pub fn certain(&self) -> Option<Applicable<'a>> {
        match self.found.as_slice() {
            [one] if !self.has_gap => Some(*one),
            _ => None,
        }
    }

    /// One demand for each threshold that some of the trade has.
    #[must_use]
    pub fn found(&self) -> &[Applicable<'a>] {
        &self.found
    }

    /// Whether some of the trade has a threshold and some has none.
    #[must_use]
    pub fn has_gap(&self) -> bool {
        self.has_gap && !self.found.is_empty()
    }

    /// Whether something is demanded, and what is not certain.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        !self.found.is_empty() && self.certain().is_none()
    }
}

/// A local threshold that is looser than the national one.
///
/// See [`ControlStandard::looser_than_national`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LocalFinding<'a> {
    /// What the local document demands.
    pub local: Applicable<'a>,
    /// What the national one demands.
    pub national: Applicable<'a>,
    /// Whether all of the trade has that national threshold.
    pub is_certain: bool,
}

/// What local standards may in principle not loosen.
const IN_PRINCIPLE: [CoreIndicator; 3] = [
    CoreIndicator::FloorAreaRatio,
    CoreIndicator::BuildingCoefficient,
    CoreIndicator::AdministrativeShare,
];

impl ControlStandard {
    /// What it demands of a trade of any edition, class by class.
    ///
    /// *Cost*: a few look-ups for each class of the trade.
    #[must_use]
    pub fn demanded_of(&self, kind: &IndicatorKind, trade: IndustryCode) -> Demanded<'_> {
        let carried = trade.carried_to(self.classification());
        let mut demanded = Demanded {
            found: Vec::new(),
            has_gap: carried.unmatched().next().is_some(),
        };
        for class in carried.classes() {
            // Carried to the edition of the standard, so that none is refused.
            match self.applying_to(kind, class).ok().flatten() {
                None => demanded.has_gap = true,
                Some(applicable) => {
                    let threshold = applicable.provision.threshold();
                    let mut known = demanded.found.iter();
                    if known.all(|it| it.provision.threshold() != threshold) {
                        demanded.found.push(applicable);
                    }
                }
            }
        }
        demanded
    }

    /// Where a local standard is looser than a national one.
    ///
    /// Floor-area ratio and building coefficient may in principle not be below
    /// the national ones, the share of administration and living not above:
    /// only these are compared. The two may go by different editions of the
    /// classification. Each is a finding for a person to decide, not an error:
    /// "in principle" knows exceptions. *Order*: that of the local provisions.
    ///
    /// ```
    /// use standard_land::industry::Edition;
    /// use standard_land::standard::{ControlStandard, CoreIndicator, Indicator, Provision};
    ///
    /// let share = Indicator::usual(CoreIndicator::AdministrativeShare);
    /// let threshold = share.read("≤10%")?;
    /// let local = ControlStandard::new("某县标准地指标（2022年）".parse()?, Edition::E2017)
    ///     .with(Provision::new(share, threshold)?)?;
    /// let national = ControlStandard::national_2008();
    /// let findings = local.looser_than_national(&national);
    /// assert_eq!(findings.len(), 1);
    /// assert_eq!(findings[0].national.provision.threshold().to_string(), "≤7%");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn looser_than_national<'a>(&'a self, national: &'a Self) -> Vec<LocalFinding<'a>> {
        let mut findings = Vec::new();
        for kind in IN_PRINCIPLE.map(IndicatorKind::from) {
            let of_kind = |standard: &'a Self| {
                let provisions = standard.provisions().iter();
                let applicable = provisions.map(|provision| Applicable {
                    document: standard.document(),
                    provision,
                });
                applicable
                    .filter(|it| *it.provision.indicator().kind() == kind)
                    .collect::<Vec<_>>()
            };
            for local in of_kind(self) {
                let (above, is_certain) = match local.provision.trade() {
                    Some(trade) => {
                        let demanded = national.demanded_of(&kind, trade);
                        let is_certain = !demanded.is_ambiguous();
                        (demanded.found, is_certain)
                    }
                    None => (
                        of_kind(national)
                            .into_iter()
                            .filter(|it| self.is_general_for(&kind, it.provision.trade()))
                            .collect(),
                        true,
                    ),
                };
                let looser = above.into_iter().filter(|national| {
                    let threshold = local.provision.threshold();
                    threshold.against(national.provision.threshold()) == Strictness::Looser
                });
                findings.extend(looser.map(|national| LocalFinding {
                    local,
                    national,
                    is_certain,
                }));
            }
        }
        findings
    }

    /// Whether its demand on all trades reaches some class of a trade: one that
    /// it has no demand of its own for.
    fn is_general_for(&self, kind: &IndicatorKind, trade: Option<IndustryCode>) -> bool {
        let Some(trade) = trade else { return true };
        let carried = trade.carried_to(self.classification());
        carried.classes().any(|class| {
            let applying = self.applying_to(kind, class).ok().flatten();
            applying.is_some_and(|it| it.provision.trade().is_none())
        })
    }
}
