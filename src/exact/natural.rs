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

/// The number of two digits.
fn joined(high: u64, low: u64) -> u128 {
    (u128::from(high) << 64) | u128::from(low)
}

/// Takes a multiple of a number off digits that are at least as many; whether
/// the multiple was the larger one, so that it wrapped around.
fn take_off(digits: &mut [u64], number: &[u64], factor: u64) -> bool {
    let mut carry: u64 = 0;
    let mut borrow = false;
    let (low, high) = digits.split_at_mut(number.len().min(digits.len()));
    for (digit, other) in low.iter_mut().zip(number) {
        // (2^64 − 1)² + 2^64 − 1 is below 2^128.
        let product = u128::from(*other)
            .wrapping_mul(u128::from(factor))
            .wrapping_add(u128::from(carry));
        let (less, above) = halves(product);
        let (partial, first) = digit.overflowing_sub(less);
        let (total, second) = partial.overflowing_sub(borrow.into());
        (*digit, carry, borrow) = (total, above, first || second);
    }
    for digit in high {
        if carry == 0 && !borrow {
            break;
        }
        let (partial, first) = digit.overflowing_sub(carry);
        let (total, second) = partial.overflowing_sub(borrow.into());
        (*digit, carry, borrow) = (total, 0, first || second);
    }
    borrow
}

/// Undoes taking off a number once too often: what is carried beyond the
/// digits is what had wrapped around.
fn put_back(digits: &mut [u64], number: &[u64]) {
    let mut carry = false;
    for (digit, other) in digits.iter_mut().zip(number.iter().chain(&[0])) {
        let (partial, first) = digit.overflowing_add(*other);
        let (total, second) = partial.overflowing_add(carry.into());
        (*digit, carry) = (total, first || second);
    }
}

/// The next digit of a quotient, or one more than it, from the highest three
/// digits of what is divided and the highest two of the divisor.
fn quotient_digit(rest: &[u64], first: u64, second: u64) -> u64 {
    let [.., third, middle, top] = rest else {
        return 0;
    };
    let high = joined(*top, *middle);
    let (first, second) = (u128::from(first), u128::from(second));
    // The highest digit is at most that of the divisor.
    let mut digit = high
        .checked_div(first)
        .unwrap_or(0)
        .min(u128::from(u64::MAX));
    let mut left = high.wrapping_sub(digit.wrapping_mul(first));
    while let Ok(fits) = u64::try_from(left) {
        if digit.wrapping_mul(second) <= joined(fits, *third) {
            break;
        }
        digit = digit.wrapping_sub(1);
        left = left.wrapping_add(first);
    }
    halves(digit).0
}

/// Counts digits that are worked on, so that tests can tell how cost grows.
#[cfg(test)]
pub(super) mod steps {
    use core::cell::Cell;

    std::thread_local! {
        static TAKEN: Cell<u64> = const { Cell::new(0) };
    }

    pub(super) fn take(digits: usize) {
        let digits = u64::try_from(digits).unwrap_or(u64::MAX);
        TAKEN.set(TAKEN.get().saturating_add(digits));
    }

    /// How many digits some work goes through.
    pub(in crate::exact) fn of<T>(work: impl FnOnce() -> T) -> u64 {
        TAKEN.set(0);
        work();
        TAKEN.get()
    }
}

#[cfg(not(test))]
mod steps {
    pub(super) const fn take(_digits: usize) {}
}

impl From<u128> for Natural {
    fn from(number: u128) -> Self {
        let (low, high) = halves(number);
        Self::trimmed(alloc::vec![low, high])
    }
}

impl Natural {
    fn trimmed(digits: Vec<u64>) -> Self {
        let mut number = Self(digits);
        number.trim();
        number
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
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
        steps::take(length);
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
        let mut difference = self.clone();
        difference.subtract(other);
        difference
    }

    /// Takes off a number that is not greater.
    fn subtract(&mut self, other: &Self) {
        steps::take(self.0.len());
        take_off(&mut self.0, &other.0, 1);
        self.trim();
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let length = self.0.len().saturating_add(other.0.len());
        let mut product = alloc::vec![0_u64; length];
        for (start, factor) in other.0.iter().enumerate() {
            steps::take(self.0.len());
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

    fn power_of_two(exponent: usize) -> Self {
        let mut digits = alloc::vec![0; exponent >> 6];
        let bit = u32::try_from(exponent & 63).unwrap_or(0);
        digits.push(1_u64.wrapping_shl(bit));
        Self(digits)
    }

    pub(super) fn power_of_ten(exponent: u32) -> Self {
        let ten = Self::from(10);
        (0..exponent).fold(Self::from(1), |power, _| power.times(&ten))
    }

    /// Quotient and remainder; by zero, nothing and all.
    ///
    /// Long division as in Knuth, *The Art of Computer Programming*, volume 2,
    /// 4.3.1, algorithm D. *Cost*: the digits of the quotient times those of
    /// the divisor.
    pub(super) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        if let (Some(a), Some(b)) = (self.to_u128(), divisor.to_u128()) {
            let quotient = a.checked_div(b).unwrap_or(0);
            return (quotient.into(), a.checked_rem(b).unwrap_or(a).into());
        }
        let [.., top] = divisor.0.as_slice() else {
            return (Self::default(), self.clone());
        };
        if let [digit] = divisor.0.as_slice() {
            let mut quotient = self.clone();
            let remainder = quotient.divide_by_digit(*digit);
            return (quotient, u128::from(remainder).into());
        }
        // With its highest bit set, two digits of the divisor tell a digit of
        // the quotient, or one more than it.
        let shift = top.leading_zeros();
        let divisor = divisor.shifted_up(shift);
        let [.., second, first] = divisor.0.as_slice() else {
            return (Self::default(), self.clone());
        };
        let mut rest = self.shifted_up(shift).0;
        rest.push(0);
        let digits = rest.len().saturating_sub(divisor.0.len());
        let mut quotient = Vec::with_capacity(digits);
        // The remainder so far stands in the highest digits of the rest.
        for start in (0..digits).rev() {
            let window = rest.get_mut(start..).unwrap_or_default();
            let mut digit = quotient_digit(window, *first, *second);
            steps::take(window.len());
            if take_off(window, &divisor.0, digit) {
                digit = digit.wrapping_sub(1);
                put_back(window, &divisor.0);
            }
            quotient.push(digit);
            // Less than the divisor is left: the highest digit is zero.
            rest.pop();
        }
        quotient.reverse();
        let remainder = Self::trimmed(rest).shifted_down(usize::try_from(shift).unwrap_or(0));
        (Self::trimmed(quotient), remainder)
    }

    /// Leaves the quotient by one digit, and gives the remainder.
    fn divide_by_digit(&mut self, divisor: u64) -> u64 {
        steps::take(self.0.len());
        let mut remainder: u64 = 0;
        for digit in self.0.iter_mut().rev() {
            let wide = joined(remainder, *digit);
            // The remainder is below the divisor: the quotient is one digit.
            (*digit, _) = halves(wide.checked_div(divisor.into()).unwrap_or(0));
            (remainder, _) = halves(wide.checked_rem(divisor.into()).unwrap_or(0));
        }
        self.trim();
        remainder
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

    /// The number times 2^bits, for fewer bits than a digit has.
    fn shifted_up(&self, bits: u32) -> Self {
        steps::take(self.0.len());
        let mut low: u64 = 0;
        let mut shifted = Vec::with_capacity(self.0.len().saturating_add(1));
        for digit in &self.0 {
            let (digit, above) = halves(u128::from(*digit).wrapping_shl(bits));
            shifted.push(digit | low);
            low = above;
        }
        shifted.push(low);
        Self::trimmed(shifted)
    }

    /// Without that many of its lowest bits.
    fn shifted_down(mut self, bits: usize) -> Self {
        let whole = (bits >> 6).min(self.0.len());
        self.0.drain(..whole);
        steps::take(self.0.len());
        let bits_in_digit = u32::try_from(bits & 63).unwrap_or(0);
        let mut above: u64 = 0;
        for digit in self.0.iter_mut().rev() {
            // In two words: a shift by 64 would overflow.
            let (shifted, _) = halves(joined(above, *digit).wrapping_shr(bits_in_digit));
            above = core::mem::replace(digit, shifted);
        }
        self.trim();
        self
    }

    /// Greatest common divisor; that of zero and a number is the number.
    pub(super) fn gcd(&self, other: &Self) -> Self {
        if let (Some(a), Some(b)) = (self.to_u128(), other.to_u128()) {
            return Self::from(gcd(a, b));
        }
        if self.is_zero() || other.is_zero() {
            return self.plus(other);
        }
        // Of unlike lengths, one division brings them near each other.
        let (long, short) = if self >= other {
            (self, other)
        } else {
            (other, self)
        };
        let (_, rest) = long.div_rem(short);
        if rest.is_zero() {
            return short.clone();
        }
        // Then by halving and subtracting, without a division.
        let twos = rest.trailing_zeros().min(short.trailing_zeros());
        let odd = |it: Self| {
            let zeros = it.trailing_zeros();
            it.shifted_down(zeros)
        };
        let (mut a, mut b) = (odd(short.clone()), odd(rest));
        while a != b {
            if a < b {
                (a, b) = (b, a);
            }
            a.subtract(&b);
            a = odd(a);
        }
        a.times(&Self::power_of_two(twos))
    }

    /// The number of decimal digits; what is not a digit is passed over.
    pub(super) fn from_decimal(text: &str) -> Self {
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        let first = digits.len() % 19;
        let (first, chunks) = digits.split_at(first);
        let value = |chunk: &[u8]| {
            chunk.iter().fold(0_u64, |value, digit| {
                // Nineteen digits fit.
                let digit = u64::from(digit.wrapping_sub(b'0'));
                value.wrapping_mul(10).wrapping_add(digit)
            })
        };
        let mut number = Self::from(u128::from(value(first)));
        for chunk in chunks.chunks(19) {
            number.append_digit(CHUNK, value(chunk));
        }
        number
    }

    /// Multiplies by one digit and adds another.
    fn append_digit(&mut self, factor: u64, more: u64) {
        steps::take(self.0.len());
        let mut carry = more;
        for digit in &mut self.0 {
            // (2^64 − 1)² + 2^64 − 1 is below 2^128.
            let wide = u128::from(*digit)
                .wrapping_mul(u128::from(factor))
                .wrapping_add(u128::from(carry));
            (*digit, carry) = halves(wide);
        }
        self.0.push(carry);
        self.trim();
    }

    /// Its decimal digits.
    pub(super) fn decimal(&self) -> String {
        let mut chunks = Vec::new();
        let mut rest = self.clone();
        while !rest.is_zero() {
            chunks.push(rest.divide_by_digit(CHUNK));
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
        assert_eq!(
            shared.clone().shifted_down(66),
            natural(&[3 | (5 << 62), 1])
        );
    }

    /// Digits at the ends of their range reach every branch of the division,
    /// also the one that random digits reach once in 2^63 times.
    #[test]
    fn a_quotient_and_its_remainder_give_back_what_was_divided() {
        let digits = [0, 1, (1 << 63) - 1, 1 << 63, MAX - 1, MAX];
        let numbers = |length: u32| {
            (0..digits.len().pow(length)).map(move |code| {
                let place = |place| code / digits.len().pow(place) % digits.len();
                let number: Vec<u64> = (0..length).map(|it| digits[place(it)]).collect();
                natural(&number)
            })
        };
        let divisors: Vec<_> = numbers(3).filter(|it| !it.is_zero()).collect();
        for dividend in numbers(4) {
            for divisor in divisors.iter().step_by(5) {
                let (quotient, remainder) = dividend.div_rem(divisor);
                assert!(remainder < *divisor, "{dividend:?} {divisor:?}");
                let back = quotient.times(divisor).plus(&remainder);
                assert_eq!(back, dividend, "{divisor:?}");
            }
        }
        // A guess that is one too large (Hacker's Delight, 9-2).
        let half = 1 << 63;
        let (dividend, divisor) = (natural(&[0, 0, half, half - 1]), natural(&[1, 0, half]));
        let expected = (natural(&[MAX - 1]), natural(&[2, MAX, half - 1]));
        assert_eq!(dividend.div_rem(&divisor), expected);
        assert_eq!(dividend.div_rem(&natural(&[])), (natural(&[]), dividend));
    }

    #[test]
    fn numbers_of_unlike_lengths_share_divisors() {
        let shared = natural(&[0, 0, 5, 1]);
        let long = (0..20).fold(shared.times(&natural(&[3])), |it, _| {
            it.times(&natural(&[MAX, 7]))
        });
        let short = shared.times(&natural(&[2]));
        assert_eq!(long.gcd(&short), shared);
        assert_eq!(short.gcd(&long), shared);
        assert_eq!(long.gcd(&long.times(&short)), long);
        assert_eq!(Natural::power_of_two(130), natural(&[0, 0, 4]));
    }

    #[test]
    fn zeros_inside_of_a_number_are_printed() {
        assert_eq!(natural(&[]).decimal(), "0");
        let power = Natural::power_of_ten(57);
        let expected = alloc::format!("1{}5", "0".repeat(56));
        assert_eq!(power.plus(&natural(&[5])).decimal(), expected);
        for digits in [1, 18, 19, 20, 37, 38, 39, 200] {
            let text: String = "1030507090".chars().cycle().take(digits).collect();
            assert_eq!(Natural::from_decimal(&text).decimal(), text);
        }
        assert_eq!(Natural::from_decimal("0"), natural(&[]));
    }
}
