//! The languages that reports are written in, and what keys are called in them.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::Display;

use crate::allocation::SupplyMethod;
use crate::calendar::{Period, Year};
use crate::enterprise::EnterpriseId;
use crate::industry::{Edition, IndustryCategory, IndustryCode, ProducerService};
use crate::land_use::LandUse;
use crate::region::DivisionCode;
use crate::stats::AnyKey;
pub use crate::text::Language;

/// The tag for `lang` attributes: `zh-CN`, `en`.
pub(super) const fn tag(language: Language) -> &'static str {
    language.pick("zh-CN", "en")
}

/// What a key of a breakdown is called in a report.
///
/// The keys of this crate have one. A code whose standard is published in
/// Chinese only keeps its Chinese name in English reports, behind the code.
///
/// ```
/// use standard_land::report::{Language, Named};
/// use standard_land::IndustryCategory;
///
/// let services: IndustryCategory = "producer-services".parse()?;
/// assert_eq!(services.name(Language::Chinese), "生产性服务业");
/// assert_eq!(services.name(Language::English), "producer services");
/// # Ok::<(), standard_land::Error>(())
/// ```
pub trait Named {
    /// The name in a language.
    fn name(&self, language: Language) -> Cow<'_, str>;
}

impl Named for IndustryCategory {
    fn name(&self, language: Language) -> Cow<'_, str> {
        language
            .pick(self.name_zh(), english_category(*self))
            .into()
    }
}

/// Our words: the classification is published in Chinese.
const fn english_category(category: IndustryCategory) -> &'static str {
    match category {
        IndustryCategory::Industry => "industry",
        IndustryCategory::ProducerServices(None) => "producer services",
        IndustryCategory::ProducerServices(Some(service)) => match service {
            ProducerService::ResearchAndDesign => "research, design and technical services",
            ProducerService::FreightAndStorage => "freight, storage, post and express",
            ProducerService::Information => "information services",
            ProducerService::Finance => "financial services",
            ProducerService::EnergyAndEnvironment => "energy saving and environmental services",
            ProducerService::Leasing => "leasing for production",
            ProducerService::Business => "business services",
            ProducerService::HumanResources => "human resources and vocational training",
            ProducerService::WholesaleAndBrokerage => "wholesale, trade brokerage and agency",
            ProducerService::ProductionSupport => "support of production",
        },
        IndustryCategory::ConsumerServices => "consumer services",
        IndustryCategory::Other => "other",
    }
}

impl Named for SupplyMethod {
    fn name(&self, language: Language) -> Cow<'_, str> {
        match language {
            Language::Chinese => self.name_zh().into(),
            Language::English => self.code().replace('-', " ").into(),
        }
    }
}

impl Named for Year {
    fn name(&self, language: Language) -> Cow<'_, str> {
        match language {
            Language::Chinese => format!("{self}年").into(),
            Language::English => self.to_string().into(),
        }
    }
}

impl Named for Period {
    fn name(&self, language: Language) -> Cow<'_, str> {
        match language {
            Language::Chinese => self.name_zh().into(),
            Language::English => self.to_string().into(),
        }
    }
}

/// The Chinese name, behind its code where the report is not in Chinese.
fn coded(name: &str, code: impl Display, language: Language) -> Cow<'static, str> {
    match language {
        Language::Chinese => Cow::Owned(name.to_owned()),
        Language::English => format!("{code} {name}").into(),
    }
}

impl Named for IndustryCode {
    /// The name; an edition that is no longer in force is named too.
    fn name(&self, language: Language) -> Cow<'_, str> {
        match (language, self.edition()) {
            (Language::English, _) | (_, Edition::E2017) => coded(self.name_zh(), self, language),
            (Language::Chinese, older) => format!("{}（{older}）", self.name_zh()).into(),
        }
    }
}

impl Named for LandUse {
    fn name(&self, language: Language) -> Cow<'_, str> {
        coded(self.name_zh(), self, language)
    }
}

impl Named for DivisionCode {
    /// The full name; the code alone where the table has none.
    fn name(&self, language: Language) -> Cow<'_, str> {
        match self.full_name() {
            Some(name) => coded(&name, self, language),
            None => self.to_string().into(),
        }
    }
}

impl Named for EnterpriseId {
    fn name(&self, _: Language) -> Cow<'_, str> {
        match EnterpriseId::name(self) {
            Some(name) => name.as_str().into(),
            None => self.to_string().into(),
        }
    }
}

impl<T: Display> Named for AnyKey<T> {
    /// What it prints.
    fn name(&self, _: Language) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Named for String {
    fn name(&self, _: Language) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl Named for &str {
    fn name(&self, _: Language) -> Cow<'_, str> {
        (*self).into()
    }
}
