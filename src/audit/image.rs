//! What a figure can be, given what its operands can be.

use super::claim::{Comparison, Relation};
use super::published::Published;
use super::reading::Reading;
use super::share::{of_list, of_whole};
use super::taken::{Image, Taken, TooLarge, quotient, terms_of};
use super::unit::PrintedUnit;
use crate::exact::{Bounds, Ratio, open};
use crate::quantity::Magnitude;

/// Operands, as they are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operands<'a> {
    pub(super) taken: Taken,
    pub(super) reading: &'a Reading,
}

impl Operands<'_> {
    /// What one of them can be, in a unit; `None` when it can be nothing.
    #[inline]
    fn of(self, operand: Published, unit: PrintedUnit) -> Result<Option<Bounds>, TooLarge> {
        operand.stands_for(unit, self.taken, self.reading)
    }
}

/// Ends the evaluation where an operand can be nothing.
macro_rules! held {
    ($bounds:expr) => {
        match $bounds {
            Some(bounds) => bounds,
            None => return Ok(None),
        }
    };
}

/// What the figure can be, in its unit (a fraction, for shares and growth).
pub(super) fn image(
    figure: Published,
    relation: &Relation,
    operands: Operands<'_>,
) -> Result<Option<Image>, TooLarge> {
    let unit = terms_of(figure.unit());
    let free = match relation {
        Relation::Share { part, whole } => {
            let part = held!(operands.of(*part, whole.unit())?);
            let whole = held!(operands.of(*whole, whole.unit())?);
            return of_whole(&part, &whole);
        }
        Relation::ShareOfList { part, whole, rest } => {
            let mut others = Bounds::exactly(Ratio::ZERO);
            for other in rest {
                let other = held!(operands.of(*other, part.unit())?);
                others = others.plus(&other).ok_or(TooLarge)?;
            }
            let whole = match whole {
                Some(whole) => held!(operands.of(*whole, part.unit())?),
                None => Bounds::ALL,
            };
            let part = held!(operands.of(*part, part.unit())?);
            return of_list(&part, &whole, &others);
        }
        // Whoever asks for the parts of a count looks at whole numbers.
        Relation::SomeOf { .. } => Bounds::NOT_NEGATIVE,
        Relation::Sum { plus, minus } => {
            let mut sum = Bounds::exactly(Ratio::ZERO);
            for term in plus {
                let term = held!(operands.of(*term, unit)?);
                sum = sum.plus(&term).ok_or(TooLarge)?;
            }
            for term in minus {
                let term = held!(operands.of(*term, unit)?);
                sum = sum.plus(&term.opposite()).ok_or(TooLarge)?;
            }
            sum
        }
        Relation::Product { factors } => {
            let mut product = Bounds::exactly(Ratio::ONE);
            for factor in factors {
                let unit = if factor.unit().is_number() {
                    PrintedUnit::PLAIN
                } else {
                    unit
                };
                let factor = held!(operands.of(*factor, unit)?);
                product = product.times(&factor).ok_or(TooLarge)?;
            }
            product
        }
        Relation::Growth { from, to } => {
            let to = held!(operands.of(*to, from.unit())?);
            let from = held!(operands.of(*from, from.unit())?);
            let from = held!(from.positive());
            let minus_one = Bounds::exactly(Ratio::ONE).opposite();
            quotient(&to, &from)?.plus(&minus_one).ok_or(TooLarge)?
        }
        Relation::Rate { done, due } => {
            let done = held!(operands.of(*done, due.unit())?);
            let due = held!(operands.of(*due, due.unit())?);
            quotient(&done, &held!(due.positive()))?
        }
        // by / (to -+ by) = 1 / (to / by -+ 1): each operand stands once.
        Relation::Change { by, to, falls } => {
            let unit = to.unit();
            let to = held!(operands.of(*to, unit)?);
            let by = held!(operands.of(*by, unit)?);
            let one = Bounds::exactly(Ratio::ONE);
            let step = if *falls { one } else { one.opposite() };
            let times = quotient(&to, &held!(by.positive()))?;
            let base = held!(times.plus(&step).ok_or(TooLarge)?.positive());
            let change = base.reciprocal().ok_or(TooLarge)?;
            if *falls { change.opposite() } else { change }
        }
        Relation::Mean { total, over } => {
            let (total_unit, over_unit) = match (unit, over.unit()) {
                (PrintedUnit::Price(money, area), _) if !over.unit().is_number() => {
                    (PrintedUnit::Money(money), PrintedUnit::Area(area))
                }
                (unit, PrintedUnit::Count(counter, _)) => {
                    (unit, PrintedUnit::Count(counter, Magnitude::One))
                }
                (unit, _) => (unit, PrintedUnit::PLAIN),
            };
            let total = held!(operands.of(*total, total_unit)?);
            let over = held!(operands.of(*over, over_unit)?);
            quotient(&total, &held!(over.positive()))?
        }
        Relation::Same { amount } => held!(operands.of(*amount, unit)?),
        Relation::Compared { order, with } => compared(*order, &held!(operands.of(*with, unit)?)),
    };
    let held = if unit.is_never_negative() {
        free.not_negative()
    } else {
        Some(free)
    };
    Ok(Some(Image { free, held }))
}

/// All that compares so with some value.
fn compared(order: Comparison, with: &Bounds) -> Bounds {
    match order {
        Comparison::Less => Bounds::up_to(open(with.high())),
        Comparison::AtMost => Bounds::up_to(with.high()),
        Comparison::AtLeast => Bounds::from_low(with.low()),
        Comparison::More => Bounds::from_low(open(with.low())),
    }
}
