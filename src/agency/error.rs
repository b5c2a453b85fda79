//! Why a reduction is rejected, and the name that says of what.

use crate::exact::RatioError;
use crate::text::label;

label! {
    /// The name of a package of services, as printed.
    ///
    /// ```
    /// use standard_land::agency::PackageName;
    ///
    /// let name: PackageName = "拿地即开工".parse()?;
    /// assert_eq!(name.as_str(), "拿地即开工");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    PackageName, limit 100, expecting "the name of a package of services",
    example "联合审图"
}

/// Why a reduction, or a piece of work, is rejected.
///
/// ```
/// use standard_land::agency::{AgencyError, Change};
///
/// let error = Change { before: 0, after: 2 }.reduction().unwrap_err();
/// assert_eq!(error, AgencyError::ZeroBefore { after: 2 });
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AgencyError {
    /// There was nothing before.
    ZeroBefore {
        /// How many there are.
        after: u64,
    },
    /// No change is left to average.
    NothingToAverage,
    /// A package is there twice: it would count twice.
    PackageRepeated {
        /// The package.
        name: PackageName,
    },
    /// A part of the projects is more than all of them.
    MoreThanProjects {
        /// The part.
        part: u64,
        /// All projects.
        projects: u64,
    },
    /// A count is larger than can be held.
    TooMany,
    /// The exact figure does not exist, or has more digits than can be held.
    Figure(RatioError),
}
