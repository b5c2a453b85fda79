//! What an article says of its figures: that one follows from others.

use crate::text::Given;
use alloc::boxed::Box;
use alloc::vec::Vec;

use super::published::{Published, PublishedError};
use super::unit::{Dimension, PrintedUnit};

/// How a figure follows from others.
///
/// The units of all that is compared or added must measure the same; a claim
/// checks that when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// A part of its whole: `15.43% = 5.74公顷 of 37.18公顷`.
    ///
    /// The part lies inside the whole, so a share is never above 1.
    Share {
        /// The part.
        part: Published,
        /// The whole.
        whole: Published,
    },
    /// A part of the whole that it makes up together with a list:
    /// `15.43% = 5.74公顷 of 37.18公顷 with 31.44公顷`.
    ShareOfList {
        /// The part.
        part: Published,
        /// The whole, if it is printed.
        whole: Option<Published>,
        /// Everything else in the whole; at least one.
        rest: Vec<Published>,
    },
    /// Some part, not printed, of a count: `57% = some of 7宗`.
    SomeOf {
        /// The count.
        whole: Published,
    },
    /// Sums and differences: `879.28公顷 = 152.1公顷 + 742.35公顷 - 15.16公顷`.
    Sum {
        /// What is added; at least one.
        plus: Vec<Published>,
        /// What is subtracted.
        minus: Vec<Published>,
    },
    /// A product: `76.92% = 89.46% * 92.68% * 92.77%`. At most one factor has
    /// a unit.
    Product {
        /// The factors; at least one.
        factors: Vec<Published>,
    },
    /// Growth from one number to another: `92.68% = 123宗 -> 237宗`.
    Growth {
        /// What it was; more than nothing.
        from: Published,
        /// What it became.
        to: Published,
    },
    /// What was done of what was due: `108% = 162公顷 done of 150公顷`.
    ///
    /// Unlike a share, it may be more than everything.
    Rate {
        /// What was done.
        done: Published,
        /// What was due; more than nothing.
        due: Published,
    },
    /// Growth from the change and the level that it led to:
    /// `9.09% = by 78公顷 to 936公顷`, `-4.0% = less 3.4亿元 to 82.1亿元`.
    Change {
        /// By how much it changed.
        by: Published,
        /// The level after the change.
        to: Published,
        /// Whether it fell.
        falls: bool,
    },
    /// An amount for each: `5.31公顷 = 37.18公顷 / 7宗`.
    Mean {
        /// All together.
        total: Published,
        /// Over what it is spread.
        over: Published,
    },
    /// The same in another unit: `3.02万亩 = 2012.48公顷`.
    Same {
        /// What it is the same as.
        amount: Published,
    },
    /// Which is more: `72.58% < 80%`.
    Compared {
        /// How the figure compares with the other number.
        order: Comparison,
        /// The other number.
        with: Published,
    },
}

crate::text::terms! {
    /// How two numbers compare.
    pub enum Comparison("a comparison", "比较关系", closed: "a printed comparison has these four") {
        /// Less.
        Less = "<", "低于";
        /// Less, or the same.
        AtMost = "<=", "不高于";
        /// More, or the same.
        AtLeast = ">=", "不低于";
        /// More.
        More = ">", "高于";
    }
}

/// A printed figure, and what it is claimed to follow from.
///
/// *Text*: `15.43% = 5.74公顷 of 37.18公顷`; see [`Relation`] for the others.
/// *Invariants*: the units fit together; nothing is divided by zero; shares
/// are of parts and wholes that are not negative.
///
/// ```
/// use standard_land::audit::{Claim, Outcome, Reading};
///
/// let claim: Claim = "15.43% = 5.74公顷 of 37.18公顷".parse()?;
/// let verdict = claim.audit(&Reading::new())?;
/// assert_eq!(verdict.outcome(), Outcome::Consistent);
/// assert_eq!(verdict.modes().to_string(), "toward-zero, floor");
/// assert!(verdict.modes_if_rounded().is_any());
/// assert_eq!(verdict.value().map(|value| value.to_string()).as_deref(), Some("287/1859"));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Claim {
    pub(super) figure: Published,
    pub(super) relation: Relation,
}

/// Why a claim cannot be made, or cannot be judged.
///
/// ```
/// use standard_land::audit::{Claim, ClaimError};
///
/// let error = "57% = 4宗 of 0宗".parse::<Claim>().unwrap_err();
/// assert_eq!(error, ClaimError::ZeroWhole { whole: "0宗".parse()? });
/// let error = "57% = 4宗 of 37.18公顷".parse::<Claim>().unwrap_err();
/// assert!(matches!(error, ClaimError::UnitsDiffer { .. }));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClaimError {
    /// Two numbers that are compared or added do not measure the same.
    UnitsDiffer {
        /// One of them.
        first: Box<Published>,
        /// The other.
        second: Box<Published>,
    },
    /// The figure is not in a unit that the relation gives.
    FigureUnit {
        /// The figure.
        figure: Published,
    },
    /// A whole, a base or a divisor is zero.
    ZeroWhole {
        /// The whole.
        whole: Published,
    },
    /// A part, a whole or a base is below zero.
    Negative {
        /// The number.
        given: Published,
    },
    /// The whole of an unknown part is not a plain count.
    NotACount {
        /// The whole.
        whole: Published,
    },
    /// A sum, a product or a list of nothing.
    Nothing {
        /// The figure.
        figure: Published,
    },
    /// An exact value on the way has more than 38 digits.
    OutOfRange {
        /// The claim, cut at 32 characters.
        claim: Given,
    },
    /// The figure has no unit for what is recorded.
    NotOfRecord {
        /// The figure.
        figure: Published,
        /// What is recorded.
        record: Given,
    },
    /// The text has no figure and relation.
    NotAClaim {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// A number in a text cannot be read.
    Published {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<PublishedError>,
    },
}

impl Claim {
    /// That a figure follows from others in some way.
    ///
    /// # Errors
    ///
    /// [`ClaimError`], all but those of texts and of
    /// [`OutOfRange`](ClaimError::OutOfRange).
    pub fn new(figure: Published, relation: Relation) -> Result<Self, ClaimError> {
        check(figure, &relation)?;
        Ok(Self { figure, relation })
    }

    /// That a figure is the sum of others.
    ///
    /// # Errors
    ///
    /// As for [`new`](Claim::new).
    pub fn sum(
        figure: Published,
        terms: impl IntoIterator<Item = Published>,
    ) -> Result<Self, ClaimError> {
        let plus = terms.into_iter().collect();
        let minus = Vec::new();
        Self::new(figure, Relation::Sum { plus, minus })
    }

    /// The figure.
    #[must_use]
    pub const fn figure(&self) -> Published {
        self.figure
    }

    /// What it is claimed to follow from.
    #[must_use]
    pub const fn relation(&self) -> &Relation {
        &self.relation
    }
}

/// The one constructor of [`Claim`].
fn check(figure: Published, relation: &Relation) -> Result<(), ClaimError> {
    match relation {
        Relation::Share { part, whole } => {
            of_number(figure)?;
            alike(*part, *whole)?;
            amount(*part)?;
            divisor(*whole)
        }
        Relation::ShareOfList { part, whole, rest } => {
            of_number(figure)?;
            amount(*part)?;
            if rest.is_empty() {
                return Err(ClaimError::Nothing { figure });
            }
            for other in rest {
                alike(*part, *other)?;
                amount(*other)?;
            }
            match whole {
                Some(whole) => {
                    alike(*part, *whole)?;
                    divisor(*whole)
                }
                None if part.digits() == 0 && rest.iter().all(|other| other.digits() == 0) => {
                    Err(ClaimError::ZeroWhole { whole: *part })
                }
                None => Ok(()),
            }
        }
        Relation::SomeOf { whole } => {
            of_number(figure)?;
            if !whole.is_exact() {
                return Err(ClaimError::NotACount { whole: *whole });
            }
            divisor(*whole)
        }
        Relation::Sum { plus, minus } => {
            if plus.is_empty() {
                return Err(ClaimError::Nothing { figure });
            }
            plus.iter()
                .chain(minus)
                .try_for_each(|term| alike(figure, *term))
        }
        Relation::Product { factors } => product(figure, factors),
        Relation::Growth { from, to } => {
            of_number(figure)?;
            alike(*from, *to)?;
            divisor(*from)
        }
        Relation::Rate { done, due } => {
            of_number(figure)?;
            alike(*done, *due)?;
            amount(*done)?;
            divisor(*due)
        }
        Relation::Change { by, to, .. } => {
            of_number(figure)?;
            alike(*by, *to)?;
            amount(*to)?;
            divisor(*by)
        }
        Relation::Mean { total, over } => {
            divisor(*over)?;
            mean(figure, *total, *over)
        }
        Relation::Same { amount } => alike(figure, *amount),
        Relation::Compared { with, .. } => alike(figure, *with),
    }
}

fn of_number(figure: Published) -> Result<(), ClaimError> {
    if figure.unit().is_number() {
        Ok(())
    } else {
        Err(ClaimError::FigureUnit { figure })
    }
}

/// Whether two numbers measure the same: land and land, parcels and parcels.
fn alike(first: Published, second: Published) -> Result<(), ClaimError> {
    if first.unit().is_like(second.unit()) {
        Ok(())
    } else {
        Err(ClaimError::UnitsDiffer {
            first: Box::new(first),
            second: Box::new(second),
        })
    }
}

fn amount(given: Published) -> Result<(), ClaimError> {
    if given.digits() < 0 {
        return Err(ClaimError::Negative { given });
    }
    Ok(())
}

fn divisor(whole: Published) -> Result<(), ClaimError> {
    amount(whole)?;
    if whole.digits() == 0 {
        return Err(ClaimError::ZeroWhole { whole });
    }
    Ok(())
}

/// At most one factor has a unit, and the figure has it too.
fn product(figure: Published, factors: &[Published]) -> Result<(), ClaimError> {
    if factors.is_empty() {
        return Err(ClaimError::Nothing { figure });
    }
    let mut with_unit = factors.iter().filter(|factor| !factor.unit().is_number());
    match (with_unit.next(), with_unit.next()) {
        (None, _) => of_number(figure),
        (Some(factor), None) => alike(figure, *factor),
        (Some(first), Some(second)) => Err(ClaimError::UnitsDiffer {
            first: Box::new(*first),
            second: Box::new(*second),
        }),
    }
}

/// Money over land is a price; everything over a count keeps its unit.
fn mean(figure: Published, total: Published, over: Published) -> Result<(), ClaimError> {
    match (total.unit().dimension(), over.unit().dimension()) {
        (Dimension::Money, Dimension::Area) => match figure.unit() {
            PrintedUnit::Price(..) => Ok(()),
            _ => Err(ClaimError::FigureUnit { figure }),
        },
        (_, Dimension::Count | Dimension::Number) => alike(figure, total),
        _ => Err(ClaimError::UnitsDiffer {
            first: Box::new(total),
            second: Box::new(over),
        }),
    }
}

impl Relation {
    /// Whether a test holds for all operands.
    fn all(&self, test: impl Fn(&Published) -> bool) -> bool {
        match self {
            Self::Share { part: a, whole: b }
            | Self::Growth { from: a, to: b }
            | Self::Rate { done: a, due: b }
            | Self::Change { by: a, to: b, .. }
            | Self::Mean { total: a, over: b } => test(a) && test(b),
            Self::ShareOfList { part, whole, rest } => {
                test(part) && whole.iter().all(&test) && rest.iter().all(test)
            }
            Self::SomeOf { whole: a }
            | Self::Same { amount: a }
            | Self::Compared { with: a, .. } => test(a),
            Self::Sum { plus, minus } => plus.iter().all(&test) && minus.iter().all(test),
            Self::Product { factors } => factors.iter().all(test),
        }
    }
}

impl Claim {
    /// Whether no operand can have been rounded by a mode: counts and
    /// qualified numbers.
    pub(super) fn is_of_exact_numbers(&self) -> bool {
        let fixed = |number: &Published| number.is_exact() || !number.is_plain();
        // What is compared is not a result: the figure is an operand too.
        let is_compared = matches!(self.relation, Relation::Compared { .. });
        self.relation.all(fixed) && (!is_compared || fixed(&self.figure))
    }

    /// Whether the figure and all operands are above zero.
    pub(super) fn is_positive(&self) -> bool {
        self.figure.digits() > 0 && self.relation.all(|operand| operand.digits() > 0)
    }
}
