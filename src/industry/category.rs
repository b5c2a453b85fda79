//! The categories that zones declare their grants in.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use crate::text::{UnknownTerm, string_serde, terms};

terms! {
    /// The ten large categories of producer services.
    ///
    /// *Source*: 生产性服务业统计分类 (2019), National Bureau of Statistics;
    /// only the large categories, not its mapping to industry codes.
    ///
    /// ```
    /// use standard_land::industry::ProducerService;
    ///
    /// assert_eq!(ProducerService::ALL.len(), 10);
    /// assert_eq!("05".parse::<ProducerService>()?, ProducerService::EnergyAndEnvironment);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum ProducerService("a large category of producer services", "生产性服务业大类") {
        /// Research, design and other technical services.
        ResearchAndDesign = "01", "研发设计与其他技术服务";
        /// Freight, general aviation, storage, post and express.
        FreightAndStorage = "02", "货物运输、通用航空生产、仓储和邮政快递服务";
        /// Information services.
        Information = "03", "信息服务";
        /// Financial services.
        Finance = "04", "金融服务";
        /// Energy saving and environmental protection.
        EnergyAndEnvironment = "05", "节能与环保服务";
        /// Leasing for production.
        Leasing = "06", "生产性租赁服务";
        /// Business services.
        Business = "07", "商务服务";
        /// Human resources and vocational training.
        HumanResources = "08", "人力资源管理与职业教育培训服务";
        /// Wholesale, trade brokerage and agency.
        WholesaleAndBrokerage = "09", "批发与贸易经纪代理服务";
        /// Support of production.
        ProductionSupport = "10", "生产性支持服务";
    }
}

/// What a zone declares a grant to be for.
///
/// The category is *declared*: the zone decides what it counts, and a machinery
/// maker can be among its producer services. What a published mapping derives
/// from the industry code is a [`CategoryScheme`](super::CategoryScheme); the
/// two can be compared.
///
/// *Text*: `industry`, `producer-services`, `producer-services/05`,
/// `consumer-services`, `other`; the Chinese names parse too, but for the ten
/// large categories.
///
/// ```
/// use standard_land::{industry::ProducerService, IndustryCategory};
///
/// let declared: IndustryCategory = "生产性服务业".parse()?;
/// assert_eq!(declared, IndustryCategory::ProducerServices(None));
///
/// let narrower = IndustryCategory::ProducerServices(Some(ProducerService::EnergyAndEnvironment));
/// assert_eq!(narrower.to_string(), "producer-services/05");
/// assert!(narrower.is_within(declared));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IndustryCategory {
    /// Mining, manufacturing and utilities.
    Industry,
    /// Services for producers, of a large category if one is named.
    ProducerServices(Option<ProducerService>),
    /// Services for consumers.
    ConsumerServices,
    /// Anything else the zone declares.
    Other,
}

impl IndustryCategory {
    /// How many categories there are, the ten large ones among them.
    pub(crate) const COUNT: usize = 14;

    /// All categories, in order.
    ///
    /// ```
    /// use standard_land::IndustryCategory;
    ///
    /// assert_eq!(IndustryCategory::all().count(), 14);
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        let services = ProducerService::ALL.iter().copied().map(Some);
        [Self::Industry, Self::ProducerServices(None)]
            .into_iter()
            .chain(services.map(Self::ProducerServices))
            .chain([Self::ConsumerServices, Self::Other])
    }

    /// Its place among all categories.
    #[inline]
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Industry => 0,
            Self::ProducerServices(None) => 1,
            Self::ProducerServices(Some(service)) => service.index().saturating_add(2),
            Self::ConsumerServices => 12,
            Self::Other => 13,
        }
    }

    /// The category without its large category.
    #[must_use]
    pub const fn widest(self) -> Self {
        match self {
            Self::ProducerServices(_) => Self::ProducerServices(None),
            other => other,
        }
    }

    /// Whether it is `other` or one of its large categories.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self == other || self.widest() == other
    }

    /// The Chinese name.
    #[must_use]
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Industry => "工业",
            Self::ProducerServices(None) => "生产性服务业",
            Self::ProducerServices(Some(service)) => service.name_zh(),
            Self::ConsumerServices => "生活性服务业",
            Self::Other => "其他",
        }
    }

    /// The code without the large category.
    const fn widest_code(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::ProducerServices(_) => "producer-services",
            Self::ConsumerServices => "consumer-services",
            Self::Other => "other",
        }
    }
}

impl Display for IndustryCategory {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::ProducerServices(Some(service)) => {
                f.pad(&format!("{}/{}", self.widest_code(), service.code()))
            }
            other => f.pad(other.widest_code()),
        }
    }
}

impl FromStr for IndustryCategory {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        if let Some(service) = given.strip_prefix("producer-services/") {
            let service = ProducerService::ALL
                .iter()
                .find(|known| known.code() == service);
            if let Some(service) = service {
                return Ok(Self::ProducerServices(Some(*service)));
            }
        }
        [
            Self::Industry,
            Self::ProducerServices(None),
            Self::ConsumerServices,
            Self::Other,
        ]
        .into_iter()
        .find(|category| given == category.widest_code() || given == category.name_zh())
        .ok_or_else(|| UnknownTerm::new(&CATEGORIES, given))
    }
}

string_serde!(
    IndustryCategory,
    "an industry category such as \"producer-services\"",
    crate::described::text(
        "What a zone declares a grant to be for.",
        "^(industry|工业|producer-services(/(0[1-9]|10))?|生产性服务业|consumer-services|生活性服务业|other|其他)$",
        &["producer-services", "producer-services/05"],
    )
);

/// What is listed where a category is unknown: the four wide ones.
static CATEGORIES: crate::text::Terms = crate::text::Terms {
    en: "an industry category",
    zh: "产业类别",
    all: &[
        (
            IndustryCategory::Industry.widest_code(),
            IndustryCategory::Industry.name_zh(),
        ),
        (
            IndustryCategory::ProducerServices(None).widest_code(),
            IndustryCategory::ProducerServices(None).name_zh(),
        ),
        (
            IndustryCategory::ConsumerServices.widest_code(),
            IndustryCategory::ConsumerServices.name_zh(),
        ),
        (
            IndustryCategory::Other.widest_code(),
            IndustryCategory::Other.name_zh(),
        ),
    ],
};
