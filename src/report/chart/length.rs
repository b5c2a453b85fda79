//! Lengths, in hundredths of a pixel.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use core::num::Saturating;

use rust_decimal::prelude::ToPrimitive as _;

use crate::exact::{Ratio, Rounding};

/// A length in hundredths of a pixel. It saturates; a chart this large is useless.
pub(super) type Px = Saturating<i64>;

/// Whole pixels.
pub(super) const fn px(pixels: i64) -> Px {
    Saturating(pixels.saturating_mul(100))
}

/// A length times a number.
pub(super) fn times(length: Px, count: u64) -> Px {
    length * Saturating(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A length divided by a number of parts; all of it for zero parts.
pub(super) fn one_of(length: Px, parts: u64) -> Px {
    let parts = i64::try_from(parts).unwrap_or(i64::MAX);
    Saturating(length.0.checked_div(parts).unwrap_or(length.0))
}

/// A part of a length: the exact product, rounded once to a hundredth.
pub(super) fn part_of(length: Px, share: Ratio) -> Px {
    // A share of at most one of a length of 64 bits always fits.
    times_ratio(length, share).unwrap_or_default()
}

/// A length times any ratio; `None` where it is too long.
pub(super) fn times_ratio(length: Px, ratio: Ratio) -> Option<Px> {
    let whole = Ratio::new(length.0.into(), 1).ok()?;
    let product = ratio.checked_mul(whole).ok()?;
    let rounded = product.round(Rounding::half_up(0)).ok()?;
    rounded.to_i64().map(Saturating)
}

/// A length as a decimal, which needs no rounding.
pub(super) fn number(length: Px) -> String {
    let sign = if length.0 < 0 { "-" } else { "" };
    let hundredths = length.0.unsigned_abs();
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let text = format!("{sign}{whole}.{rest:02}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
