//! Shares of rounded parts in rounded wholes: part and whole are tied.

use core::ops::Bound;

use super::taken::{Image, TooLarge, quotient};
use crate::exact::{Bounds, Ratio, plus};

/// `part / whole`, where the part lies inside the whole.
///
/// With `part <= whole` the quotient is never above 1, and 1 is reached if the
/// two intervals overlap: if the quotient of the intervals goes beyond 1, they
/// do. So cutting it off at 1 is all that the tie does.
#[inline]
pub(super) fn of_whole(part: &Bounds, whole: &Bounds) -> Result<Option<Image>, TooLarge> {
    let (Some(part), Some(whole)) = (part.not_negative(), whole.positive()) else {
        return Ok(None);
    };
    let free = quotient(&part, &whole)?;
    let held = free.intersection(&Bounds::at_most(Ratio::ONE));
    Ok(Some(Image { free, held }))
}

/// `part / (part + rest)`, where the sum is the whole.
///
/// The share grows with the part and falls with the rest, so its ends lie
/// where as much as possible goes to one of them: at the corner of the two
/// intervals, or where the whole allows no more, or no less.
pub(super) fn of_list(
    part: &Bounds,
    whole: &Bounds,
    rest: &Bounds,
) -> Result<Option<Image>, TooLarge> {
    let (Some(part), Some(rest), Some(whole)) =
        (part.not_negative(), rest.not_negative(), whole.positive())
    else {
        return Ok(None);
    };
    let sum = part.plus(&rest).ok_or(TooLarge)?;
    let tied = sum.positive().and_then(|sum| sum.intersection(&whole));
    let held = match tied {
        None => None,
        Some(sum) => {
            let high = greatest_share(&part, &rest, &sum)?;
            let low = complement(greatest_share(&rest, &part, &sum)?)?;
            Bounds::between(low, high)
        }
    };
    // What is printed as the whole is what the share is claimed to be of.
    let free = match (whole.high(), held) {
        (Bound::Unbounded, Some(held)) => held,
        _ => quotient(&part, &whole)?,
    };
    Ok(Some(Image { free, held }))
}

/// The upper end of `a / (a + b)`, where `a + b` is one of some sums.
fn greatest_share(a: &Bounds, b: &Bounds, sums: &Bounds) -> Result<Bound<Ratio>, TooLarge> {
    if a.single().is_some_and(Ratio::is_zero) {
        return Ok(Bound::Included(Ratio::ZERO));
    }
    // Nothing is below zero here, so there is a lower end.
    let (Some((b_low, b_closed)), Some((least, least_closed))) = (end(b.low()), end(sums.low()))
    else {
        return Err(TooLarge);
    };
    let corner = match end(a.high()) {
        Some((a_high, closed)) => Some((a_high, closed, plus(a_high, b_low).ok_or(TooLarge)?)),
        None => None,
    };
    let most = end(sums.high());
    let (value, closed) = match (corner, most) {
        // Without end: the rest becomes as nothing.
        (None, None) => (Ratio::ONE, false),
        (Some((a_high, a_closed, corner)), _) if corner < least => {
            (over(a_high, least)?, a_closed && least_closed)
        }
        (Some((a_high, a_closed, corner)), most) if most.is_none_or(|(most, _)| corner <= most) => {
            let reached = a_closed && b_closed && sums.contains(corner);
            (over(a_high, corner)?, reached)
        }
        (_, Some((most, most_closed))) => {
            let part = most.checked_sub(b_low).map_err(|_| TooLarge)?;
            (over(part, most)?, b_closed && most_closed)
        }
        (Some(_), None) => return Err(TooLarge),
    };
    // All is reached wherever there is nothing else, not at the corner alone.
    let all = value == Ratio::ONE
        && b_low.is_zero()
        && b_closed
        && a.intersection(sums).is_some_and(|a| a.positive().is_some());
    Ok(if closed || all {
        Bound::Included(value)
    } else {
        Bound::Excluded(value)
    })
}

fn end(bound: Bound<Ratio>) -> Option<(Ratio, bool)> {
    match bound {
        Bound::Unbounded => None,
        Bound::Included(value) => Some((value, true)),
        Bound::Excluded(value) => Some((value, false)),
    }
}

fn over(a: Ratio, b: Ratio) -> Result<Ratio, TooLarge> {
    a.checked_div(b).map_err(|_| TooLarge)
}

/// What is left of all.
fn complement(end: Bound<Ratio>) -> Result<Bound<Ratio>, TooLarge> {
    let left = |value| Ratio::ONE.checked_sub(value).map_err(|_| TooLarge);
    Ok(match end {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Included(value) => Bound::Included(left(value)?),
        Bound::Excluded(value) => Bound::Excluded(left(value)?),
    })
}
