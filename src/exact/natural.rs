//! Whole numbers of any size: only what exact sums need of them.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::Write as _;

use super::wide::gcd;

/// Digits of base 2^64, the lowest first, without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Natural(Vec<u64>);

/// The largest power of ten that a digit holds.
const CHUNK: u64 = 10_u64.pow(19);

/// The two digits of a number.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the lower half is what is asked for"
)]
const fn halves(wide: u128) -> (u64, u64) {
    (wide as u64, (wide >> 64) as u64)
}

impl From<u128> for Natural {
    fn from(number: u128) -> Self {
        let (low, high) = halves(number);
        Self::trimmed(alloc::vec![low, high])
    }
}

impl Natural {
    fn trimmed(mut digits: Vec<u64>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|digit| digit & 1 == 1)
    }

    pub(super) fn to_u128(&self) -> Option<u128> {
        match self.0.as_slice() {
            [] => Some(0),
            [low] => Some(u128::from(*low)),
            [low, high] => Some(u128::from(*low) | (u128::from(*high) << 64)),
            _ => None,
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let length = self.0.len().max(other.0.len());
        let mut sum = Vec::with_capacity(length.saturating_add(1));
        let mut carry = false;
        for place in 0..length {
            let digit = |it: &Self| it.0.get(place).copied().unwrap_or(0);
            let (partial, first) = digit(self).overflowing_add(digit(other));
            let (total, second) = partial.overflowing_add(carry.into());
            carry = first || second;
            sum.push(total);
        }
        sum.push(carry.into());
        Self::trimmed(sum)
    }

    /// The difference to a number that is not greater.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut difference = Vec::with_capacity(self.0.len());
        let mut borrow = false;
        for (place, digit) in self.0.iter().enumerate() {
            let less = other.0.get(place).copied().unwrap_or(0);
            let (partial, first) = digit.overflowing_sub(less);
            let (total, second) = partial.overflowing_sub(borrow.into());
            borrow = first || second;
            difference.push(total);
        }
        Self::trimmed(difference)
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let length = self.0.len().saturating_add(other.0.len());
        let mut product = alloc::vec![0_u64; length];
        for (start, factor) in other.0.iter().enumerate() {
            let mut carry: u64 = 0;
            // A row reaches one place further than this number has digits.
            let row = product.iter_mut().skip(start);
            for (place, digit) in row.zip(self.0.iter().chain(&[0])) {
                // (2^64 − 1)² + 2 (2^64 − 1) is below 2^128.
                let wide = u128::from(*digit)
                    .wrapping_mul(u128::from(*factor))
                    .wrapping_add(u128::from(*place))
                    .wrapping_add(u128::from(carry));
                (*place, carry) = halves(wide);
            }
        }
        Self::trimmed(product)
    }

    pub(super) fn power_of_ten(exponent: u32) -> Self {
        let ten = Self::from(10);
        (0..exponent).fold(Self::from(1), |power, _| power.times(&ten))
    }

    fn doubled(&self, bit: bool) -> Self {
        let mut low = u64::from(bit);
        let mut doubled: Vec<u64> = Vec::with_capacity(self.0.len().saturating_add(1));
        for digit in &self.0 {
            doubled.push((digit << 1) | low);
            low = digit >> 63;
        }
        doubled.push(low);
        Self::trimmed(doubled)
    }

    /// Quotient and remainder by long division, a bit at a time; by zero,
    /// nothing and all.
    pub(super) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        if let (Some(a), Some(b)) = (self.to_u128(), divisor.to_u128()) {
            let quotient = a.checked_div(b).unwrap_or(0);
            return (quotient.into(), a.checked_rem(b).unwrap_or(a).into());
        }
        let mut remainder = Self::default();
        let mut quotient = Vec::with_capacity(self.0.len());
        for digit in self.0.iter().rev() {
            let mut reached: u64 = 0;
            for bit in (0..u64::BITS).rev() {
                remainder = remainder.doubled(digit.wrapping_shr(bit) & 1 == 1);
                reached <<= 1;
                if !divisor.is_zero() && remainder >= *divisor {
                    remainder = remainder.minus(divisor);
                    reached |= 1;
                }
            }
            quotient.push(reached);
        }
        quotient.reverse();
        (Self::trimmed(quotient), remainder)
    }

    /// The quotient by a divisor that leaves no remainder.
    pub(super) fn over(&self, divisor: &Self) -> Self {
        if divisor.0 == [1] {
            return self.clone();
        }
        self.div_rem(divisor).0
    }

    /// How many zero bits it ends with; that of zero is zero.
    fn trailing_zeros(&self) -> usize {
        let whole = self.0.iter().take_while(|digit| **digit == 0).count();
        let bits = self.0.get(whole).map_or(0, |digit| digit.trailing_zeros());
        // Memory holds fewer bits than the type counts.
        whole
            .saturating_mul(64)
            .saturating_add(usize::try_from(bits).unwrap_or(0))
    }

    /// Without so many of its lowest bits.
    fn shifted_down(&self, bits: usize) -> Self {
        let bits_in_digit = u32::try_from(bits & 63).unwrap_or(0);
        let kept = self.0.get(bits >> 6..).unwrap_or_default();
        let next = kept.iter().skip(1).chain(&[0]);
        let digits = kept.iter().zip(next).map(|(digit, above)| {
            // In two words: a shift by 64 is none.
            let wide = (u128::from(*above) << 64) | u128::from(*digit);
            halves(wide.wrapping_shr(bits_in_digit)).0
        });
        Self::trimmed(digits.collect())
    }

    /// Greatest common divisor; that of zero and a number is the number.
    pub(super) fn gcd(&self, other: &Self) -> Self {
        if let (Some(a), Some(b)) = (self.to_u128(), other.to_u128()) {
            return Self::from(gcd(a, b));
        }
        if self.is_zero() || other.is_zero() {
            return self.plus(other);
        }
        // By halving and subtracting: no division of long numbers.
        let twos = self.trailing_zeros().min(other.trailing_zeros());
        let mut a = self.shifted_down(self.trailing_zeros());
        let mut b = other.clone();
        while !b.is_zero() {
            b = b.shifted_down(b.trailing_zeros());
            if a > b {
                (a, b) = (b, a);
            }
            b = b.minus(&a);
        }
        (0..twos).fold(a, |it, _| it.doubled(false))
    }

    /// Its decimal digits.
    pub(super) fn decimal(&self) -> String {
        let mut chunks = Vec::new();
        let mut rest = self.clone();
        while !rest.is_zero() {
            let mut carry: u64 = 0;
            for digit in rest.0.iter_mut().rev() {
                let wide = (u128::from(carry) << 64) | u128::from(*digit);
                // The carry is below the chunk: the quotient is one digit.
                let chunk = u128::from(CHUNK);
                (*digit, _) = halves(wide.checked_div(chunk).unwrap_or(0));
                (carry, _) = halves(wide.checked_rem(chunk).unwrap_or(0));
            }
            rest = Self::trimmed(rest.0);
            chunks.push(carry);
        }
        let mut text = String::new();
        for (place, chunk) in chunks.iter().rev().enumerate() {
            // Writing to a `String` cannot fail.
            let _ = if place == 0 {
                write!(text, "{chunk}")
            } else {
                write!(text, "{chunk:019}")
            };
        }
        if text.is_empty() {
            text.push('0');
        }
        text
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn natural(digits: &[u64]) -> Natural {
        Natural::trimmed(digits.to_vec())
    }

    const MAX: u64 = u64::MAX;

    #[test]
    fn carries_and_borrows_run_through_full_digits() {
        let one = natural(&[1]);
        let full = natural(&[MAX, MAX, MAX]);
        let next = natural(&[0, 0, 0, 1]);
        assert_eq!(full.plus(&one), next);
        assert_eq!(next.minus(&one), full);
        // A digit that is full only by what is carried into it.
        let sum = natural(&[MAX, MAX]).plus(&natural(&[MAX, 0, 7]));
        assert_eq!(sum, natural(&[MAX - 1, 0, 8]));
        assert_eq!(sum.minus(&natural(&[MAX, MAX])), natural(&[MAX, 0, 7]));
        assert_eq!(full.times(&full), natural(&[1, 0, 0, MAX - 1, MAX, MAX]));
    }

    #[test]
    fn long_numbers_divide_and_share_divisors() {
        let a = natural(&[5, 7, 11, 13]);
        let b = natural(&[3, 0, 9]);
        let product = a.times(&b).plus(&natural(&[2]));
        assert_eq!(product.div_rem(&b), (a.clone(), natural(&[2])));
        let shared = natural(&[0, 12, 5]);
        let left = shared.times(&natural(&[1 << 40]));
        let right = shared.times(&natural(&[3]));
        assert_eq!(left.gcd(&right), shared);
        assert_eq!(a.gcd(&Natural::default()), a);
        assert_eq!(shared.shifted_down(66), natural(&[3 | (5 << 62), 1]));
    }

    #[test]
    fn zeros_inside_of_a_number_are_printed() {
        assert_eq!(natural(&[]).decimal(), "0");
        let power = Natural::power_of_ten(57);
        let expected = alloc::format!("1{}5", "0".repeat(56));
        assert_eq!(power.plus(&natural(&[5])).decimal(), expected);
    }
}
