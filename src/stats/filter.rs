//! Choosing grants by what is known of them, without losing the others.

use alloc::vec::Vec;
use core::ops::{BitAnd, BitOr, Not};

use crate::allocation::{Allocation, SupplyMethod};
use crate::calendar::Period;
use crate::enterprise::EnterpriseId;
use crate::industry::{IndustryCategory, IndustryCode, IndustrySet};
use crate::land_use::LandUse;
use crate::region::DivisionCode;
use crate::register::Grant;
use crate::text::terms;

terms! {
    /// Whether something fits a condition: what is not known is neither.
    ///
    /// Conditions are joined by `&`, `|` and `!`. The worst of two decides
    /// under `&`, the best under `|`, and `!` leaves unknown what is unknown
    /// (Kleene's logic). Conditions of your own come from an `Option<bool>`.
    ///
    /// ```
    /// use standard_land::allocation::SupplyMethod;
    /// use standard_land::stats::Fit;
    ///
    /// assert_eq!(Fit::Yes & Fit::Unknown, Fit::Unknown);
    /// assert_eq!(Fit::No & Fit::Unknown, Fit::No);
    /// assert_eq!(Fit::Yes | Fit::Unknown, Fit::Yes);
    /// assert_eq!(!Fit::Unknown, Fit::Unknown);
    ///
    /// let method: Option<SupplyMethod> = None;
    /// assert_eq!(Fit::from(method.map(SupplyMethod::is_competitive)), Fit::Unknown);
    /// ```
    pub enum Fit("a fit", "符合情况", closed: "a condition holds, does not hold, or is not known") {
        /// It does not.
        No = "no", "不符合";
        /// Not enough is known to say.
        Unknown = "unknown", "不详";
        /// It does.
        Yes = "yes", "符合";
    }
}

impl Fit {
    /// Whether it certainly fits: for `Iterator::filter`, which drops the
    /// others without a trace. [`Sifted`] keeps them.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// How what is known fits what is asked for, where one can lie in another.
    fn of_part<T: Copy>(known: Option<T>, asked: T, is_within: impl Fn(T, T) -> bool) -> Self {
        match known {
            Some(known) if is_within(known, asked) => Self::Yes,
            // Wider than what is asked for: it may lie in it, or beside it.
            Some(known) if !is_within(asked, known) => Self::No,
            Some(_) | None => Self::Unknown,
        }
    }
}

impl From<bool> for Fit {
    fn from(fits: bool) -> Self {
        if fits { Self::Yes } else { Self::No }
    }
}

impl From<Option<bool>> for Fit {
    fn from(fits: Option<bool>) -> Self {
        fits.map_or(Self::Unknown, Self::from)
    }
}

impl BitAnd for Fit {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.min(other)
    }
}

impl BitOr for Fit {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.max(other)
    }
}

impl Not for Fit {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

/// What can be known of a grant, and how that fits a condition.
///
/// Grants of a register, allocations and records of notices have it alike. A
/// fact that is not known fits no condition and contradicts none: the answer is
/// [`Fit::Unknown`]. So it is where what is known is wider than what is asked
/// for: a year does not say which month, a province does not say which county.
///
/// ```
/// use standard_land::register::Block;
/// use standard_land::stats::{Facts, Fit, Sifted};
/// use standard_land::{Register, Tally};
///
/// let block = |name: &str, parcels, area: &str| -> Result<Block, standard_land::Error> {
///     Ok(Block::new(name.parse()?, parcels, area.parse()?)?)
/// };
/// let mut register = Register::new();
/// register.add_block(block("a", 4, "5.74 ha")?.with_region("141121".parse()?))?;
/// register.add_block(block("b", 2, "8 ha")?.with_region("141122".parse()?))?;
/// register.add_block(block("c", 3, "31.44 ha")?)?;
///
/// let wenshui = "141121".parse()?;
/// let sifted = Sifted::of(register.grants(), |grant| grant.lies_in(wenshui));
/// assert_eq!(Tally::of(sifted.fitting)?.to_string(), "4 parcels, 5.74 ha");
/// assert_eq!(Tally::of(sifted.unknown)?.to_string(), "3 parcels, 31.44 ha"); // may lie there
/// assert_eq!(Tally::of(sifted.others)?.to_string(), "2 parcels, 8 ha");
/// # Ok::<(), standard_land::Error>(())
/// ```
pub trait Facts {
    /// The shortest period known to contain its signing: a day, or a year.
    fn period(&self) -> Option<Period>;

    /// The division that the land lies in.
    fn region(&self) -> Option<DivisionCode>;

    /// What the zone declares it for.
    fn category(&self) -> Option<IndustryCategory>;

    /// The industry of the project.
    fn industry(&self) -> Option<IndustryCode>;

    /// What the land is used for.
    fn land_use(&self) -> Option<LandUse>;

    /// How it was supplied.
    fn method(&self) -> Option<SupplyMethod>;

    /// Who got it.
    fn enterprise(&self) -> Option<EnterpriseId>;

    /// Whether it was signed in a period.
    fn is_signed_in(&self, period: Period) -> Fit {
        match self.period() {
            Some(known) if known.is_within(period) => Fit::Yes,
            Some(known) if !known.overlaps(period) => Fit::No,
            Some(_) | None => Fit::Unknown,
        }
    }

    /// Whether the land lies in a division.
    fn lies_in(&self, division: DivisionCode) -> Fit {
        Fit::of_part(self.region(), division, DivisionCode::is_within)
    }

    /// Whether the zone declares it for a category.
    fn is_for(&self, category: IndustryCategory) -> Fit {
        Fit::of_part(self.category(), category, IndustryCategory::is_within)
    }

    /// Whether the project belongs to an industry, a class or what is above.
    ///
    /// A code of another edition is carried over: it fits where all of it lies
    /// in what is asked for, and does not where nothing does.
    fn is_in_industry(&self, industry: IndustryCode) -> Fit {
        match self.industry() {
            Some(known) if known.edition() != industry.edition() => {
                let carried = known.carried_to(industry.edition());
                let asked = IndustrySet::from(industry);
                if carried.unmatched().next().is_some() {
                    Fit::Unknown
                } else if carried.set().is_subset(&asked) {
                    Fit::Yes
                } else if carried.set().is_disjoint(&asked) {
                    Fit::No
                } else {
                    Fit::Unknown
                }
            }
            known => Fit::of_part(known, industry, IndustryCode::is_within),
        }
    }

    /// Whether the land is for a use; a class of another edition does not say.
    fn is_used_for(&self, land_use: LandUse) -> Fit {
        let known = self.land_use();
        let known = known.filter(|known| known.edition() == land_use.edition());
        Fit::of_part(known, land_use, LandUse::is_within)
    }

    /// Whether it was supplied by a method.
    fn is_by(&self, method: SupplyMethod) -> Fit {
        Fit::from(self.method().map(|known| known == method))
    }

    /// Whether an enterprise got it; a name does not say which code.
    fn is_held_by(&self, enterprise: &EnterpriseId) -> Fit {
        match self.enterprise() {
            Some(known) if known == *enterprise => Fit::Yes,
            Some(known) if known.code().is_some() == enterprise.code().is_some() => Fit::No,
            Some(_) | None => Fit::Unknown,
        }
    }
}

impl Facts for Allocation {
    fn period(&self) -> Option<Period> {
        let signed = self.dates().signed;
        signed
            .and_then(|day| Period::new(day, day).ok())
            .or(self.year().map(Period::from))
    }

    /// Not known: the parcel knows.
    fn region(&self) -> Option<DivisionCode> {
        None
    }

    fn category(&self) -> Option<IndustryCategory> {
        self.category()
    }

    fn industry(&self) -> Option<IndustryCode> {
        self.industry()
    }

    /// Not known: the parcel knows.
    fn land_use(&self) -> Option<LandUse> {
        None
    }

    fn method(&self) -> Option<SupplyMethod> {
        self.method()
    }

    fn enterprise(&self) -> Option<EnterpriseId> {
        Some(self.enterprise().clone())
    }
}

impl Facts for Grant<'_> {
    fn period(&self) -> Option<Period> {
        match self {
            Self::Itemised { allocation, .. } => allocation.period(),
            Self::Block(block) => block.year().map(Period::from),
        }
    }

    fn region(&self) -> Option<DivisionCode> {
        self.region()
    }

    fn category(&self) -> Option<IndustryCategory> {
        self.category()
    }

    fn industry(&self) -> Option<IndustryCode> {
        self.industry()
    }

    fn land_use(&self) -> Option<LandUse> {
        self.land_use()
    }

    fn method(&self) -> Option<SupplyMethod> {
        self.method()
    }

    fn enterprise(&self) -> Option<EnterpriseId> {
        self.enterprise()
    }

    /// By the name too, where the enterprise has a code and a name.
    fn is_held_by(&self, asked: &EnterpriseId) -> Fit {
        match (self, asked.name()) {
            (Self::Block(_), _) => Fit::Unknown,
            (Self::Itemised { enterprise, .. }, Some(name)) => (enterprise.name() == name).into(),
            (Self::Itemised { enterprise, .. }, None) => Fit::from(
                enterprise
                    .id()
                    .code()
                    .map(|code| Some(code) == asked.code()),
            ),
        }
    }
}

/// What fits a condition, what does not, and what nobody can say of.
///
/// Nothing vanishes: each item is in one of the three, in the order given. What
/// certainly fits is a lower limit of the truth; with what is unknown it is an
/// upper one.
///
/// ```
/// use standard_land::calendar::Period;
/// use standard_land::register::Block;
/// use standard_land::stats::{Facts, Sifted};
/// use standard_land::Register;
///
/// let mut register = Register::new();
/// let block = Block::new("2024".parse()?, 3, "31.44 ha".parse()?)?;
/// register.add_block(block.with_year("2024".parse()?).with_region("141121".parse()?))?;
///
/// let (shanxi, half): (_, Period) = ("140000".parse()?, "2024-H1".parse()?);
/// let sifted = Sifted::of(register.grants(), |grant| {
///     grant.lies_in(shanxi) & grant.is_signed_in(half)
/// });
/// assert_eq!(sifted.unknown.len(), 1); // in Shanxi, and in 2024, but in which half?
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sifted<T> {
    /// What fits.
    pub fitting: Vec<T>,
    /// Of which not enough is known to say.
    pub unknown: Vec<T>,
    /// What does not fit.
    pub others: Vec<T>,
}

impl<T> Default for Sifted<T> {
    fn default() -> Self {
        Self {
            fitting: Vec::new(),
            unknown: Vec::new(),
            others: Vec::new(),
        }
    }
}

impl<T> Sifted<T> {
    /// Puts each item where it belongs.
    #[must_use]
    pub fn of(items: impl IntoIterator<Item = T>, condition: impl Fn(&T) -> Fit) -> Self {
        let mut sifted = Self::default();
        for item in items {
            match condition(&item) {
                Fit::Yes => sifted.fitting.push(item),
                Fit::Unknown => sifted.unknown.push(item),
                Fit::No => sifted.others.push(item),
            }
        }
        sifted
    }
}
