//! The plan of a year over all zones, and how it is closed.

use alloc::collections::BTreeMap;

use super::balance::Quota;
use super::error::{PlanEntry, QuotaError, ZoneName};
use crate::calendar::Year;
use crate::quantity::Area;
use crate::source::Sourced;
use crate::text::terms;

terms! {
    /// What becomes of quota that is left at the end of a year.
    ///
    /// There is no default: plans differ by year and province, and the rule is
    /// given with its source.
    ///
    /// ```
    /// use standard_land::quota::CarryOver;
    ///
    /// assert_eq!("结转".parse::<CarryOver>()?, CarryOver::Carries);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum CarryOver("a rule on what is left of a plan", "计划结余处理办法") {
        /// It can be used in the next year.
        Carries = "carries", "结转";
        /// It is lost.
        Lapses = "lapses", "失效";
    }
}

/// The land plan of a year, by zone.
///
/// *Order*: zones by name, whatever order they were entered in. *Cost*: an
/// entry is one look-up.
///
/// ```
/// use standard_land::quota::{PlanEntry, LandPlan};
///
/// let mut plan = LandPlan::new("2025".parse()?);
/// plan.record("甲开发区".parse()?, PlanEntry::Applied, "40 ha".parse()?)?;
/// plan.record("乙开发区".parse()?, PlanEntry::Applied, "300亩".parse()?)?;
/// assert_eq!(plan.total()?.applied(), "60 ha".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
pub struct LandPlan {
    year: Year,
    #[cfg_attr(feature = "serde", serde(with = "wire"))]
    #[cfg_attr(feature = "schemars", schemars(with = "alloc::vec::Vec<wire::Read>"))]
    zones: BTreeMap<ZoneName, Quota>,
}

/// A plan that is closed: what goes on, what is lost, what nobody decided.
///
/// *Invariant*: what was left is what the next plan carries in, and what
/// lapsed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Closing {
    /// The plan of the next year.
    pub next: LandPlan,
    /// Quota that is lost.
    pub lapsed: Area,
    /// Applications without a decision; they stay in the plan that is closed.
    pub pending: Area,
    /// The rule, and where it comes from.
    pub rule: Sourced<CarryOver>,
}

impl LandPlan {
    /// A plan without zones.
    #[must_use]
    pub const fn new(year: Year) -> Self {
        Self {
            year,
            zones: BTreeMap::new(),
        }
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> Year {
        self.year
    }

    /// The quota of a zone; `None` when nothing was entered for it.
    #[must_use]
    pub fn zone(&self, zone: &ZoneName) -> Option<&Quota> {
        self.zones.get(zone)
    }

    /// The zones and their quotas, by name.
    #[must_use]
    pub fn zones(&self) -> impl ExactSizeIterator<Item = (&ZoneName, &Quota)> {
        self.zones.iter()
    }

    /// Enters an area for a zone; one that is refused changes nothing.
    ///
    /// # Errors
    ///
    /// As [`Quota::record`].
    pub fn record(
        &mut self,
        zone: ZoneName,
        entry: PlanEntry,
        area: Area,
    ) -> Result<(), QuotaError> {
        if let Some(quota) = self.zones.get_mut(&zone) {
            return quota.record(entry, area);
        }
        let mut quota = Quota::default();
        quota.record(entry, area)?;
        self.zones.insert(zone, quota);
        Ok(())
    }

    /// The quota of all zones together.
    ///
    /// # Errors
    ///
    /// [`QuotaError::Quantity`] when a sum cannot be held.
    pub fn total(&self) -> Result<Quota, QuotaError> {
        let mut quotas = self.zones.values();
        quotas.try_fold(Quota::default(), |sum, quota| sum.checked_add(quota))
    }

    /// Takes up the zones of another plan; a refusal changes nothing.
    ///
    /// # Errors
    ///
    /// [`QuotaError::OtherYear`]; [`QuotaError::ZoneRepeated`], since a zone
    /// that two plans hold would count twice.
    pub fn merge(&mut self, other: Self) -> Result<(), QuotaError> {
        if self.year != other.year {
            return Err(QuotaError::OtherYear {
                ours: self.year,
                theirs: other.year,
            });
        }
        if let Some(zone) = other.zones.keys().find(|it| self.zones.contains_key(*it)) {
            return Err(QuotaError::ZoneRepeated { zone: zone.clone() });
        }
        self.zones.extend(other.zones);
        Ok(())
    }

    /// Closes the year by a rule that is named.
    ///
    /// # Errors
    ///
    /// [`QuotaError::NextYear`] after 9999; [`QuotaError::Quantity`].
    ///
    /// ```
    /// use standard_land::quota::{CarryOver, PlanEntry, LandPlan};
    /// use standard_land::source::{Certainty, Sourced};
    ///
    /// let mut plan = LandPlan::new("2025".parse()?);
    /// for (entry, area) in [
    ///     (PlanEntry::Applied, "40 ha"), (PlanEntry::Approved, "30 ha"), (PlanEntry::Used, "12 ha"),
    /// ] {
    ///     plan.record("甲开发区".parse()?, entry, area.parse()?)?;
    /// }
    /// let notice = "the notice that issues the plan".parse()?;
    /// let closing = plan.close(Sourced::new(CarryOver::Carries, notice, Certainty::Doubtful))?;
    /// assert_eq!(closing.next.total()?.left(), "18 ha".parse()?);
    /// assert_eq!(closing.pending, "10 ha".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn close(&self, rule: Sourced<CarryOver>) -> Result<Closing, QuotaError> {
        let year = Year::new(self.year.number().saturating_add(1))?;
        let total = self.total()?;
        let mut next = Self::new(year);
        let lapsed = match rule.value {
            CarryOver::Lapses => total.left(),
            CarryOver::Carries => {
                let left = self
                    .zones
                    .iter()
                    .filter(|(_, quota)| !quota.left().is_zero());
                next.zones = left
                    .map(|(zone, quota)| (zone.clone(), Quota::carrying(quota.left())))
                    .collect();
                Area::ZERO
            }
        };
        Ok(Closing {
            next,
            lapsed,
            pending: total.pending(),
            rule,
        })
    }
}

/// Zones as a list of rows: no format has to know maps, and a zone that is
/// there twice is refused.
#[cfg(feature = "serde")]
mod wire {
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Quota, QuotaError, ZoneName};

    #[derive(serde::Serialize)]
    struct Written<'a> {
        zone: &'a ZoneName,
        quota: &'a Quota,
    }

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(inline))]
    pub(super) struct Read {
        zone: ZoneName,
        quota: Quota,
    }

    pub(super) fn serialize<S: Serializer>(
        zones: &BTreeMap<ZoneName, Quota>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(zones.iter().map(|(zone, quota)| Written { zone, quota }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ZoneName, Quota>, D::Error> {
        let mut zones = BTreeMap::new();
        for Read { zone, quota } in Vec::<Read>::deserialize(deserializer)? {
            if zones.insert(zone.clone(), quota).is_some() {
                return Err(crate::wire::refused(QuotaError::ZoneRepeated { zone }));
            }
        }
        Ok(zones)
    }
}
