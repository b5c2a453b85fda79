//! Enterprises, by credit code where there is one, else by name.
//!
//! | term | here |
//! |---|---|
//! | 统一社会信用代码 GB 32100-2015 | [`CreditCode`], [`TolerantCreditCode`] |
//! | 组织机构代码 GB 11714 | [`CreditCode::organisation_code`] |
//! | 企业名称 | [`EnterpriseName`] |
//! | what tells two enterprises apart | [`EnterpriseId`] |

mod credit_code;
mod messages;

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

pub use credit_code::{CreditCode, CreditCodeError, TolerantCreditCode};

use crate::industry::IndustryCode;
use crate::record::record;
use crate::text::{LabelError, debug_as_printed, label, string_serde};

label! {
    /// The name of an enterprise, as printed.
    ///
    /// *Invariants*: 1 to 200 characters, no control characters, no white
    /// space around it.
    ///
    /// ```
    /// use standard_land::enterprise::EnterpriseName;
    ///
    /// let name: EnterpriseName = "文水县昌泰气体有限公司".parse()?;
    /// assert_eq!(name.as_str(), "文水县昌泰气体有限公司");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    EnterpriseName, limit 200, expecting "the name of an enterprise",
    example "文水县昌泰气体有限公司"
}

/// What tells enterprises apart: the credit code, or the name where none is known.
///
/// *Text*: the code or the name; a text that has the form of a credit code is
/// one.
///
/// ```
/// use standard_land::enterprise::EnterpriseId;
///
/// let by_code: EnterpriseId = "91140106713678575D".parse()?;
/// let by_name: EnterpriseId = "文水县昌泰气体有限公司".parse()?;
/// assert!(by_code.code().is_some());
/// assert_eq!(by_name.name().map(|name| name.as_str()), Some("文水县昌泰气体有限公司"));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnterpriseId(Identity);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Identity {
    Code(TolerantCreditCode),
    Name(EnterpriseName),
}

impl EnterpriseId {
    /// The credit code, if that is what identifies it.
    #[must_use]
    pub const fn code(&self) -> Option<TolerantCreditCode> {
        match self.0 {
            Identity::Code(code) => Some(code),
            Identity::Name(_) => None,
        }
    }

    /// The name, if that is what identifies it.
    #[must_use]
    pub const fn name(&self) -> Option<&EnterpriseName> {
        match &self.0 {
            Identity::Code(_) => None,
            Identity::Name(name) => Some(name),
        }
    }
}

impl From<TolerantCreditCode> for EnterpriseId {
    fn from(code: TolerantCreditCode) -> Self {
        Self(Identity::Code(code))
    }
}

impl From<CreditCode> for EnterpriseId {
    fn from(code: CreditCode) -> Self {
        Self(Identity::Code(code.into()))
    }
}

impl From<EnterpriseName> for EnterpriseId {
    /// By the name; by the code if the name has the form of one.
    fn from(name: EnterpriseName) -> Self {
        match name.as_str().parse() {
            Ok(code) => Self(Identity::Code(code)),
            Err(_) => Self(Identity::Name(name)),
        }
    }
}

debug_as_printed!(EnterpriseId);

impl Display for EnterpriseId {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Identity::Code(code) => code.fmt(f),
            Identity::Name(name) => name.fmt(f),
        }
    }
}

impl FromStr for EnterpriseId {
    type Err = LabelError;

    fn from_str(given: &str) -> Result<Self, LabelError> {
        EnterpriseName::new(given).map(Self::from)
    }
}

string_serde!(
    EnterpriseId,
    "a credit code or the name of an enterprise",
    crate::described::label(
        "The credit code of an enterprise where it is known, else its name.",
        &crate::text::label_pattern(),
        EnterpriseName::MAX_CHARACTERS,
        "文水县昌泰气体有限公司",
    )
);

record! {
    /// An enterprise: its name, its credit code if known, its trade if known.
    ///
    /// ```
    /// use standard_land::{enterprise::CreditCode, Enterprise};
    ///
    /// let printed = Enterprise::new("文水县昌泰气体有限公司".parse()?);
    /// assert_eq!(printed.id().to_string(), "文水县昌泰气体有限公司");
    ///
    /// let registered = Enterprise::new("山西晋韵古建筑有限公司".parse()?)
    ///     .with_code("91140106713678575D".parse::<CreditCode>()?);
    /// assert_eq!(registered.id().to_string(), "91140106713678575D");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Hash)]
    pub struct Enterprise, edited {
        /// Its name, as printed.
        name: EnterpriseName,
        /// Its credit code, if known; it may be suspect.
        code: Option<TolerantCreditCode>,
        /// The trade it is registered in, if known.
        industry: Option<IndustryCode>,
    }
}

impl Enterprise {
    /// An enterprise of which the name is known.
    #[must_use]
    pub const fn new(name: EnterpriseName) -> Self {
        Self {
            name,
            code: None,
            industry: None,
        }
    }

    /// The same, with its credit code, which then identifies it.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<TolerantCreditCode>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The same, with the trade it is registered in.
    #[must_use]
    pub const fn with_industry(mut self, industry: IndustryCode) -> Self {
        self.industry = Some(industry);
        self
    }

    /// What tells it apart from others.
    #[must_use]
    pub fn id(&self) -> EnterpriseId {
        match self.code {
            Some(code) => code.into(),
            None => self.name.clone().into(),
        }
    }

    /// Its name, as printed.
    #[must_use]
    pub const fn name(&self) -> &EnterpriseName {
        &self.name
    }

    /// Its credit code, if known; it may be suspect.
    #[must_use]
    pub const fn code(&self) -> Option<TolerantCreditCode> {
        self.code
    }

    /// The trade it is registered in, if known.
    #[must_use]
    pub const fn industry(&self) -> Option<IndustryCode> {
        self.industry
    }
}

impl Display for Enterprise {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
