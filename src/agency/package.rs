//! Packages of services, with what each spares an applicant.

use alloc::collections::{BTreeMap, btree_map};

use super::error::{AgencyError, PackageName};
use super::reduction::{AverageReduction, Averaging, Change, ZeroBefore};
use crate::text::terms;

terms! {
    /// What an approval costs an applicant.
    ///
    /// ```
    /// use standard_land::agency::Burden;
    ///
    /// assert_eq!("环节".parse::<Burden>()?, Burden::Steps);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Burden("a burden of approvals", "审批负担") {
        /// Documents to hand in.
        Documents = "documents", "材料";
        /// Steps to go through.
        Steps = "steps", "环节";
        /// Time that it takes.
        Time = "time", "时限";
    }
}

/// A package of services: what it asked for before, and what it asks for now.
///
/// ```
/// use standard_land::agency::{Burden, Change, ServicePackage};
///
/// let package = ServicePackage {
///     name: "拿地即开工".parse()?,
///     documents: Change { before: 20, after: 12 },
///     steps: Change { before: 17, after: 5 },
///     time: Change { before: 55, after: 27 },
/// };
/// assert_eq!(package.change(Burden::Documents).reduction()?.to_string(), "2/5");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct ServicePackage {
    /// Its name.
    pub name: PackageName,
    /// Documents to hand in.
    pub documents: Change,
    /// Steps to go through.
    pub steps: Change,
    /// Time, in one unit before and after.
    pub time: Change,
}

impl ServicePackage {
    /// What changed of one burden.
    #[must_use]
    pub const fn change(&self, burden: Burden) -> Change {
        match burden {
            Burden::Documents => self.documents,
            Burden::Steps => self.steps,
            Burden::Time => self.time,
        }
    }
}

/// Packages of services, each once, by name.
///
/// ```
/// use standard_land::agency::{Averaging, Burden, Change, Packages, ServicePackage, ZeroBefore};
/// use standard_land::Rounding;
///
/// let package = |name: &str, before, after| -> Result<ServicePackage, standard_land::Error> {
///     let change = Change { before, after };
///     Ok(ServicePackage { name: name.parse()?, documents: change, steps: change, time: change })
/// };
/// let mut packages = Packages::new();
/// packages.add(package("甲", 10, 2)?)?;
/// packages.add(package("乙", 5, 4)?)?;
/// let mean = packages.average(Burden::Steps, Averaging::MeanOfRatios, ZeroBefore::Refused)?;
/// assert_eq!(mean.value().percent(Rounding::half_up(1))?.to_string(), "50.0%");
/// assert!(packages.add(package("甲", 1, 1)?).is_err());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Packages(BTreeMap<PackageName, ServicePackage>);

impl Packages {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds a package.
    ///
    /// # Errors
    ///
    /// [`AgencyError::PackageRepeated`]; then nothing is changed.
    pub fn add(&mut self, package: ServicePackage) -> Result<(), AgencyError> {
        if self.0.contains_key(&package.name) {
            return Err(AgencyError::PackageRepeated { name: package.name });
        }
        self.0.insert(package.name.clone(), package);
        Ok(())
    }

    /// Takes up the packages of another list; a refusal changes nothing.
    ///
    /// # Errors
    ///
    /// [`AgencyError::PackageRepeated`].
    pub fn merge(&mut self, other: Self) -> Result<(), AgencyError> {
        if let Some(name) = other.0.keys().find(|name| self.0.contains_key(*name)) {
            return Err(AgencyError::PackageRepeated { name: name.clone() });
        }
        self.0.extend(other.0);
        Ok(())
    }

    /// The packages, by name.
    pub fn iter(&self) -> btree_map::Values<'_, PackageName, ServicePackage> {
        self.0.values()
    }

    /// The average reduction of one burden.
    ///
    /// # Errors
    ///
    /// As [`AverageReduction::of`].
    pub fn average(
        &self,
        burden: Burden,
        averaging: Averaging,
        zero: ZeroBefore,
    ) -> Result<AverageReduction, AgencyError> {
        let changes = self.iter().map(|package| package.change(burden));
        AverageReduction::of(changes, averaging, zero)
    }
}

impl<'a> IntoIterator for &'a Packages {
    type Item = &'a ServicePackage;
    type IntoIter = btree_map::Values<'a, PackageName, ServicePackage>;

    /// As [`iter`](Packages::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Packages {
    type Item = ServicePackage;
    type IntoIter = btree_map::IntoValues<PackageName, ServicePackage>;

    /// In the order of [`iter`](Packages::iter).
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_values()
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [] Packages,
    "Packages",
    ServicePackage,
    "Packages of services by name; none twice."
);

/// A list, in which no package may be there twice.
#[cfg(feature = "serde")]
mod wire {
    use alloc::vec::Vec;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Packages, ServicePackage};

    impl Serialize for Packages {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.iter())
        }
    }

    impl<'de> Deserialize<'de> for Packages {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let mut packages = Self::new();
            for package in Vec::<ServicePackage>::deserialize(deserializer)? {
                packages.add(package).map_err(crate::wire::refused)?;
            }
            Ok(packages)
        }
    }
}
