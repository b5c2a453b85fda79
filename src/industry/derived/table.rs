//! A category scheme as it is published.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::category::{CategoryLevel, CategoryNumber, SchemeCategory};
use super::error::SchemeTableError;
use crate::industry::category::{IndustryCategory, ProducerService};
use crate::industry::code::{IndustryCode, IndustryError};
use crate::industry::edition::Edition;
use crate::industry::scheme::{CategoryScheme, Extent, Membership};
use crate::industry::set::IndustrySet;
use crate::source::Certainty;
use crate::text::{LabelError, check_label};

/// What a table does not say of itself: its name, edition, source.
///
/// ```
/// use standard_land::industry::{Edition, SchemeHead};
/// use standard_land::source::Certainty;
///
/// let head = SchemeHead::new("高技术产业（制造业）分类", "2017", "one copy of the table")
///     .with_certainty(Certainty::Seen)
///     .with_classification(Edition::E2017);
/// assert_eq!(head.certainty, Certainty::Seen);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SchemeHead {
    /// The name of the scheme.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// Where it was published.
    pub source: String,
    /// How sure it is that the table is as published; doubtful unless stated.
    pub certainty: Certainty,
    /// The edition of the industry codes, where the header does not say it.
    pub classification: Option<Edition>,
}

/// The longest name, edition, source, or name of a category, in characters.
pub(super) const FIELD_LIMIT: usize = 300;

impl SchemeHead {
    /// A name, an edition and a source; how sure they are is doubtful.
    #[must_use]
    pub fn new(name: &str, edition: &str, source: &str) -> Self {
        Self {
            name: name.to_string(),
            edition: edition.to_string(),
            source: source.to_string(),
            certainty: Certainty::Doubtful,
            classification: None,
        }
    }

    /// The same, with how sure it is that the table is as published.
    #[must_use]
    pub const fn with_certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// The same, with the edition of the industry codes.
    #[must_use]
    pub const fn with_classification(mut self, edition: Edition) -> Self {
        self.classification = Some(edition);
        self
    }

    pub(super) fn check(&self) -> Result<(), SchemeTableError> {
        let fields = [
            ("name", &self.name),
            ("edition", &self.edition),
            ("source", &self.source),
        ];
        for (field, text) in fields {
            check_label(text, FIELD_LIMIT).map_err(|source: LabelError| {
                SchemeTableError::Field {
                    field,
                    source: Box::new(source),
                }
            })?;
        }
        Ok(())
    }
}

/// An industry code in a category of a scheme.
///
/// ```
/// use standard_land::industry::{Extent, SchemeMember};
///
/// let member = SchemeMember {
///     category: "0111".parse()?,
///     code: "7320".parse()?,
///     extent: Extent::Partial,
/// };
/// assert_eq!(member.to_string(), "0111 7320*");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct SchemeMember {
    /// The narrowest category that lists it.
    pub category: CategoryNumber,
    /// The code.
    pub code: IndustryCode,
    /// All of it, or some: the asterisk of the table.
    pub extent: Extent,
}

impl SchemeMember {
    /// The code behind the letter of its section, which says that no zero was
    /// lost, and the mark.
    fn printed(&self) -> String {
        let section = self.code.section();
        let letter = Some(section).filter(|section| *section != self.code);
        let letter = letter.map_or_else(String::new, IndustryCode::code);
        alloc::format!("{letter}{}{}", self.code.code(), self.mark())
    }

    /// The mark behind the code: an asterisk for a part.
    pub(super) const fn mark(&self) -> &'static str {
        match self.extent {
            Extent::Full => "",
            Extent::Partial => "*",
        }
    }
}

impl Display for SchemeMember {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.category, self.code, self.mark())
    }
}

/// A category scheme as offices publish it: a table of categories and codes.
///
/// Offices publish derived classifications (派生产业分类) as a table: large,
/// middle and small categories with numbers of their own, and the industry
/// codes that belong to each, with an asterisk where only some of the
/// activities do. [`read`](Self::read) takes it as CSV,
/// [`carried_to`](Self::carried_to) brings it to the edition of a register, and
/// [`scheme`](Self::scheme) makes of it a [`CategoryScheme`] of what zones
/// declare. No table is built in.
///
/// *Invariants*: all codes are of one edition; a code is listed once in a
/// category; no class that belongs in full to a category is in another one.
/// *Text*: CSV that is read as an equal table with the same head.
///
/// ```
/// use standard_land::industry::{CategoryLevel, Extent, SchemeHead, SchemeTable};
///
/// // As in a workbook: an empty cell has what stands above it.
/// let csv = "\
/// 大类,中类,小类,名称,国民经济行业代码（2017）
/// 01,,,研发与设计
/// ,011,,研发
/// ,,0111,自然科学,7310
/// ,,0112,工程,7320*、7330
/// ";
/// let head = SchemeHead::new("an extract for this example", "2019", "made up");
/// let table = SchemeTable::read(&head, csv)?;
/// assert_eq!(table.members().len(), 3);
/// let engineering = table.derive("7320".parse()?, CategoryLevel::Small)?;
/// assert_eq!(engineering, [("0112".parse()?, Extent::Partial)]);
/// let all = table.derive("73".parse()?, CategoryLevel::Large)?;
/// assert_eq!(all, [("01".parse()?, Extent::Partial)]);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SchemeTable {
    head: SchemeHead,
    classification: Edition,
    /// By number.
    categories: Vec<SchemeCategory>,
    /// By category, then code.
    members: Vec<SchemeMember>,
}

impl SchemeTable {
    /// Categories and members that were read or carried; checks the members.
    pub(super) fn new(
        head: SchemeHead,
        classification: Edition,
        mut categories: Vec<SchemeCategory>,
        mut members: Vec<SchemeMember>,
    ) -> Result<Self, SchemeTableError> {
        categories.sort_unstable_by(|a, b| a.number.cmp(&b.number));
        members.sort_unstable();
        if members.is_empty() {
            return Err(SchemeTableError::Empty);
        }
        for (member, next) in members.iter().zip(members.iter().skip(1)) {
            if (&member.category, member.code) == (&next.category, next.code) {
                return Err(SchemeTableError::Duplicate {
                    code: member.code,
                    category: member.category.clone(),
                });
            }
        }
        let table = Self {
            head: SchemeHead {
                classification: Some(classification),
                ..head
            },
            classification,
            categories,
            members,
        };
        table.check_conflicts()?;
        Ok(table)
    }

    /// No class is in full in one category and also in another.
    fn check_conflicts(&self) -> Result<(), SchemeTableError> {
        // By class: the classes of a code stand together behind it.
        let mut listed: Vec<(IndustryCode, Extent, &CategoryNumber)> = Vec::new();
        for member in &self.members {
            let classes = member.code.classes();
            listed.extend(classes.map(|class| (class, member.extent, &member.category)));
        }
        listed.sort_unstable();
        for ((code, extent, first), (next, _, second)) in listed.iter().zip(listed.iter().skip(1)) {
            if code != next {
                continue;
            }
            if first == second {
                return Err(SchemeTableError::Duplicate {
                    code: *code,
                    category: (*first).clone(),
                });
            }
            // `Full` goes before `Partial`.
            if *extent == Extent::Full {
                return Err(SchemeTableError::Conflict {
                    code: *code,
                    first: Box::new((*first).clone()),
                    second: Box::new((*second).clone()),
                });
            }
        }
        Ok(())
    }

    /// Name, edition, source, and how sure they are.
    #[must_use]
    pub const fn head(&self) -> &SchemeHead {
        &self.head
    }

    /// The edition of the industry codes.
    #[must_use]
    pub const fn classification(&self) -> Edition {
        self.classification
    }

    /// All categories, by number.
    #[must_use]
    pub fn categories(&self) -> &[SchemeCategory] {
        &self.categories
    }

    /// All codes with their categories, by category and code.
    #[must_use]
    pub fn members(&self) -> &[SchemeMember] {
        &self.members
    }

    /// The category of a level that a category lies in.
    ///
    /// Itself, where it has none of that level above it.
    #[must_use]
    pub fn at(&self, number: &CategoryNumber, level: CategoryLevel) -> CategoryNumber {
        self.categories
            .iter()
            .find(|category| category.level == level && number.is_within(&category.number))
            .map_or_else(|| number.clone(), |category| category.number.clone())
    }

    /// The categories of a level that a code belongs to, in full or in part.
    ///
    /// A code above those that are listed belongs in part where some of its
    /// classes do; in full only where all of them do. What is listed at a wider
    /// level answers with that. *Cost*: one pass over the members.
    ///
    /// # Errors
    ///
    /// [`IndustryError::OtherEdition`]: carry the code or the table over first.
    pub fn derive(
        &self,
        code: IndustryCode,
        level: CategoryLevel,
    ) -> Result<Vec<(CategoryNumber, Extent)>, IndustryError> {
        let edition = self.classification;
        if code.edition() != edition {
            return Err(IndustryError::OtherEdition { code, edition });
        }
        let touching = self
            .members
            .iter()
            .filter(|member| member.code.is_within(code) || code.is_within(member.code));
        let mut found: Vec<(CategoryNumber, IndustrySet)> = Vec::new();
        for member in touching {
            let category = self.at(&member.category, level);
            let place = found.iter().position(|(known, _)| *known == category);
            let full = match member.extent {
                Extent::Full => IndustrySet::from(member.code),
                Extent::Partial => IndustrySet::new(edition),
            };
            match place.and_then(|place| found.get_mut(place)) {
                Some((_, set)) => {
                    for class in full.classes() {
                        set.put(class);
                    }
                }
                None => found.push((category, full)),
            }
        }
        found.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let extent = |set: &IndustrySet| Extent::of(set.contains(code));
        Ok(found
            .iter()
            .map(|(category, set)| (category.clone(), extent(set)))
            .collect())
    }

    /// A scheme of what zones declare: a category for each large one.
    ///
    /// Large categories that get `None` are left out. A code that is in part in
    /// several categories of one declared category is so in part.
    ///
    /// ```
    /// use standard_land::industry::{Agreement, SchemeHead, SchemeTable};
    /// use standard_land::IndustryCategory;
    ///
    /// let head = SchemeHead::new("an extract", "2017", "made up");
    /// let table = SchemeTable::read(&head, "large,code_2017\n01,2710\n02,3741*\n")?;
    /// // All of it is industry.
    /// let scheme = table.scheme(|_| Some(IndustryCategory::Industry));
    /// let declared = IndustryCategory::Industry;
    /// assert_eq!(scheme.compare(declared, "2710".parse()?), Agreement::Agrees);
    /// assert_eq!(scheme.compare(declared, "3741".parse()?), Agreement::Possible);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn scheme(
        &self,
        declared: impl Fn(&CategoryNumber) -> Option<IndustryCategory>,
    ) -> CategoryScheme {
        let of = |member: &SchemeMember| {
            Some(Membership {
                code: member.code,
                category: declared(&self.at(&member.category, CategoryLevel::Large))?,
                extent: member.extent,
            })
        };
        let mut memberships: Vec<Membership> = self.members.iter().filter_map(of).collect();
        memberships.sort_unstable();
        memberships.dedup_by_key(|member| (member.code, member.category));
        let SchemeHead {
            name,
            edition,
            source,
            ..
        } = &self.head;
        // The invariants of a table are stricter than those of a scheme.
        CategoryScheme::of_checked([name, edition, source], memberships)
    }

    /// The scheme of producer services: large categories are the ten, by number.
    ///
    /// # Errors
    ///
    /// [`SchemeTableError::NotProducerService`] for another large category.
    ///
    /// ```
    /// use standard_land::industry::{Agreement, SchemeHead, SchemeTable};
    ///
    /// let head = SchemeHead::new("an extract", "2019", "made up");
    /// let table = SchemeTable::read(&head, "大类,行业代码2017\n05,7514\n")?;
    /// let scheme = table.producer_services()?;
    /// let saving = "7514".parse()?;
    /// assert_eq!(scheme.compare("producer-services".parse()?, saving), Agreement::Agrees);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn producer_services(&self) -> Result<CategoryScheme, SchemeTableError> {
        let service = |number: &CategoryNumber| {
            let mut services = ProducerService::ALL.iter().copied();
            services.find(|service| service.code() == number.as_str())
        };
        for member in &self.members {
            let number = self.at(&member.category, CategoryLevel::Large);
            if service(&number).is_none() {
                return Err(SchemeTableError::NotProducerService { number });
            }
        }
        let declared = |number: &CategoryNumber| {
            service(number).map(|service| IndustryCategory::ProducerServices(Some(service)))
        };
        Ok(self.scheme(declared))
    }
}

impl Display for SchemeTable {
    /// CSV, as [`read`](SchemeTable::read) takes it.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let edition = self.classification.code();
        let year = edition.rsplit('-').next().unwrap_or(edition);
        let code = alloc::format!("国民经济行业代码（{year}）");
        let levels = CategoryLevel::ALL.iter().map(|level| level.name_zh());
        let heads = levels.chain(["名称", code.as_str()]);
        crate::separated::record(heads.map(|head| ("", head)), f)?;
        for category in &self.categories {
            let cells = |name: Option<&str>, code: String| {
                let number = |level: &CategoryLevel| {
                    let number = Some(category.number.as_str());
                    let number = number.filter(|_| *level == category.level);
                    number.unwrap_or_default().to_string()
                };
                let numbers = CategoryLevel::ALL.iter().map(number);
                let name = name.unwrap_or_default().to_string();
                numbers.chain([name, code]).collect::<Vec<_>>()
            };
            let mut name = category.name.as_deref();
            let members = self.members.iter();
            let mut members = members.filter(|member| member.category == category.number);
            let mut member = members.next();
            loop {
                let code = member.map(SchemeMember::printed);
                let cells = cells(name.take(), code.unwrap_or_default());
                crate::separated::record(cells.iter().map(|cell| ("", cell)), f)?;
                member = members.next();
                if member.is_none() {
                    break;
                }
            }
        }
        Ok(())
    }
}
