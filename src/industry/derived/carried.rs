//! A category scheme in another edition of the industry codes.

use alloc::vec::Vec;

use super::category::CategoryNumber;
use super::error::SchemeTableError;
use super::table::{SchemeMember, SchemeTable};
use crate::industry::code::IndustryCode;
use crate::industry::edition::Edition;
use crate::industry::scheme::Extent;
use crate::industry::set::IndustrySet;
use crate::text::terms;

terms! {
    /// What became of a code of a scheme on the way to another edition.
    ///
    /// ```
    /// use standard_land::industry::MemberChange;
    ///
    /// assert_eq!("变为部分".parse::<MemberChange>()?, MemberChange::BecamePartial);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum MemberChange("a change of a member", "类目的变化") {
        /// It belongs as what it was: in full, or in part.
        Kept = "kept", "不变";
        /// What it was belonged in full; the code of this edition holds more.
        BecamePartial = "became-partial", "变为部分";
        /// Perhaps nothing of it belongs: it is a part of a code that belonged
        /// in part, or the way led over an edition between.
        Uncertain = "uncertain", "不确定";
    }
}

/// A code of a carried scheme, and what it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CarriedMember {
    /// The code in its category, in the edition it was carried to.
    pub member: SchemeMember,
    /// The codes of the scheme as published that lie in it.
    pub from: Vec<IndustryCode>,
    /// What became of them.
    pub change: MemberChange,
}

/// A scheme in another edition, and what changed on the way.
///
/// See [`SchemeTable::carried_to`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CarriedScheme {
    table: SchemeTable,
    members: Vec<CarriedMember>,
    unmatched: Vec<SchemeMember>,
}

impl CarriedScheme {
    /// The scheme, with codes of the other edition.
    #[must_use]
    pub const fn table(&self) -> &SchemeTable {
        &self.table
    }

    /// Every code of it with what it was, by category and code.
    #[must_use]
    pub fn members(&self) -> &[CarriedMember] {
        &self.members
    }

    /// The codes that did not stay as they were.
    pub fn changed(&self) -> impl Iterator<Item = &CarriedMember> {
        let changed = |it: &&CarriedMember| it.change != MemberChange::Kept;
        self.members.iter().filter(changed)
    }

    /// The classes of the published scheme without any in the other edition.
    #[must_use]
    pub fn unmatched(&self) -> &[SchemeMember] {
        &self.unmatched
    }
}

/// The classes of a category: those that belong in full, and in part.
struct Classes {
    full: IndustrySet,
    partial: IndustrySet,
}

impl Classes {
    fn of(edition: Edition, members: &[SchemeMember]) -> Self {
        let [mut full, mut partial] = [(); 2].map(|()| IndustrySet::new(edition));
        for member in members {
            let set = match member.extent {
                Extent::Full => &mut full,
                Extent::Partial => &mut partial,
            };
            for class in member.code.classes() {
                set.put(class);
            }
        }
        Self { full, partial }
    }

    /// A class of another edition in this category; `None` if it is not.
    fn carried(&self, category: &CategoryNumber, code: IndustryCode) -> Option<CarriedMember> {
        let edition = self.full.edition();
        let back = code.carried_to(edition);
        let from: Vec<IndustryCode> = back
            .classes()
            .filter(|class| self.full.contains(*class) || self.partial.contains(*class))
            .collect();
        if from.is_empty() {
            return None;
        }
        let is_full = back.set().is_subset(&self.full);
        let touches_full = from.iter().any(|class| self.full.contains(*class));
        // All of a class lies here, so some of what belongs does.
        let is_whole = |class: &IndustryCode| {
            let forth = class.carried_to(code.edition());
            forth.set().is_subset(&IndustrySet::from(code))
        };
        let is_certain = from.iter().any(is_whole) || (touches_full && !back.is_upper_bound());
        let change = match (is_full, is_certain, touches_full) {
            (true, ..) | (false, true, false) => MemberChange::Kept,
            (false, true, true) => MemberChange::BecamePartial,
            (false, false, _) => MemberChange::Uncertain,
        };
        let extent = Extent::of(is_full);
        let category = category.clone();
        Some(CarriedMember {
            member: SchemeMember {
                category,
                code,
                extent,
            },
            from,
            change,
        })
    }
}

impl SchemeTable {
    /// The same scheme in another edition of the industry codes.
    ///
    /// A class belongs in full where all classes that it was made of did. Where
    /// it holds more, it belongs in part now, which the result says; a part of a
    /// part may hold nothing, which it says too. Codes above classes stay where
    /// they went over whole. *Source*: the official comparison tables
    /// ([`Carried`](crate::industry::Carried)).
    ///
    /// # Errors
    ///
    /// [`SchemeTableError::Empty`] where no code has a counterpart.
    ///
    /// ```
    /// use standard_land::industry::{Edition, MemberChange, SchemeHead, SchemeTable};
    ///
    /// // Division 36 went over whole.
    /// let head = SchemeHead::new("an extract for this example", "2017", "made up");
    /// let table = SchemeTable::read(&head, "large,code_2017\n01,36\n02,3761\n")?;
    /// let carried = table.carried_to(Edition::E2011)?;
    /// let vehicles = &carried.members()[0];
    /// assert_eq!(vehicles.member.code.code(), "36");
    /// assert_eq!(vehicles.change, MemberChange::Kept);
    /// assert!(carried.unmatched().is_empty());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn carried_to(&self, edition: Edition) -> Result<CarriedScheme, SchemeTableError> {
        let mut members: Vec<CarriedMember> = Vec::new();
        let mut unmatched = Vec::new();
        let of_one = |a: &SchemeMember, b: &SchemeMember| a.category == b.category;
        for listed in self.members().chunk_by(of_one) {
            let Some(category) = listed.first().map(|member| &member.category) else {
                continue;
            };
            let classes = Classes::of(self.classification(), listed);
            let mut reached = IndustrySet::new(edition);
            for member in listed {
                let carried = member.code.carried_to(edition);
                let without = carried.unmatched().map(|code| SchemeMember {
                    code,
                    ..member.clone()
                });
                unmatched.extend(without);
                if let Some(code) = carried.smallest_code().filter(|_| carried.is_all()) {
                    members.push(CarriedMember {
                        member: SchemeMember {
                            code,
                            ..member.clone()
                        },
                        from: alloc::vec![member.code],
                        change: MemberChange::Kept,
                    });
                } else {
                    for class in carried.classes() {
                        reached.put(class);
                    }
                }
            }
            let carried = reached.classes();
            members.extend(carried.filter_map(|class| classes.carried(category, class)));
        }
        members.sort_unstable_by(|a, b| a.member.cmp(&b.member));
        unmatched.sort_unstable();
        let codes = members.iter().map(|it| it.member.clone()).collect();
        let categories = self.categories().to_vec();
        let table = Self::new(self.head().clone(), edition, categories, codes)?;
        Ok(CarriedScheme {
            table,
            members,
            unmatched,
        })
    }
}
