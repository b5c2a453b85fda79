//! The 256-bit step behind exact rounding: `a × b ÷ d` with its remainder.

/// A whole number of 256 bits, without sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wide {
    high: u128,
    low: u128,
}

impl Wide {
    /// `a × b`, which always fits.
    pub(crate) const fn product(a: u128, b: u128) -> Self {
        const LOW: u128 = 0xFFFF_FFFF_FFFF_FFFF;
        let (a1, a0) = (a >> 64, a & LOW);
        let (b1, b0) = (b >> 64, b & LOW);
        // Every product of two 64-bit halves, plus two such halves, fits.
        let low = a0.wrapping_mul(b0);
        let cross = a1.wrapping_mul(b0).wrapping_add(low >> 64);
        let middle = a0.wrapping_mul(b1).wrapping_add(cross & LOW);
        let high = a1
            .wrapping_mul(b1)
            .wrapping_add(cross >> 64)
            .wrapping_add(middle >> 64);
        let low = (middle << 64) | (low & LOW);
        Self { high, low }
    }

    /// The sum of two products of numbers below 10^38, which fits.
    pub(crate) fn plus(self, other: Self) -> Self {
        let (low, carry) = self.low.overflowing_add(other.low);
        let high = self.high.wrapping_add(other.high);
        let high = high.wrapping_add(u128::from(carry));
        Self { high, low }
    }

    /// The difference to a number that is not greater.
    pub(crate) fn minus(self, other: Self) -> Self {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        let high = self.high.wrapping_sub(other.high);
        let high = high.wrapping_sub(u128::from(borrow));
        Self { high, low }
    }

    /// Quotient and remainder; `None` when `d` is zero or the quotient does
    /// not fit 128 bits.
    pub(crate) fn div_rem(self, d: u128) -> Option<(u128, u128)> {
        if self.high >= d {
            return None;
        }
        // Long division, a bit at a time; the remainder stays below `d`.
        let mut quotient: u128 = 0;
        let mut remainder = self.high;
        for bit in (0..u128::BITS).rev() {
            let carry = remainder >> 127;
            remainder = (remainder << 1) | (self.low.wrapping_shr(bit) & 1);
            quotient <<= 1;
            if carry == 1 || remainder >= d {
                remainder = remainder.wrapping_sub(d);
                quotient |= 1;
            }
        }
        Some((quotient, remainder))
    }

    /// The remainder, however large the quotient is; `None` when `d` is zero.
    pub(crate) fn rem(self, d: u128) -> Option<u128> {
        let high = self.high.checked_rem(d)?;
        let (_, remainder) = Self { high, ..self }.div_rem(d)?;
        Some(remainder)
    }
}

/// Quotient and remainder of `a × b ÷ d`; `None` when `d` is zero or the
/// quotient does not fit 128 bits.
pub(crate) fn mul_div_rem(a: u128, b: u128, d: u128) -> Option<(u128, u128)> {
    match a.checked_mul(b) {
        Some(product) => Some((product.checked_div(d)?, product.checked_rem(d)?)),
        None => Wide::product(a, b).div_rem(d),
    }
}

/// Greatest common divisor; `gcd(0, n) = n`.
pub(crate) const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while let Some(rest) = a.checked_rem(b) {
        if a <= 0xFFFF_FFFF_FFFF_FFFF && b <= 0xFFFF_FFFF_FFFF_FFFF {
            return gcd_64(a, b);
        }
        (a, b) = (b, rest);
    }
    a
}

/// The same for numbers that fit 64 bits, where division is one instruction.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "const code has no `try_from`; the caller has compared with u64::MAX"
)]
const fn gcd_64(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a as u64, b as u64);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a as u128
}

/// `10^exponent`, when it fits.
pub(crate) fn power_of_ten(exponent: u32) -> Option<u128> {
    10_u128.checked_pow(exponent)
}
