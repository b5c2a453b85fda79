//! The 256-bit step behind exact rounding: `a × b ÷ d` with its remainder.

/// `a × b` as high and low halves.
pub(crate) const fn widening_mul(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = 0xFFFF_FFFF_FFFF_FFFF;
    let (a1, a0) = (a >> 64, a & LOW);
    let (b1, b0) = (b >> 64, b & LOW);
    // Every product of two 64-bit halves, plus two such halves, fits 128 bits.
    let low = a0.wrapping_mul(b0);
    let cross = a1.wrapping_mul(b0).wrapping_add(low >> 64);
    let middle = a0.wrapping_mul(b1).wrapping_add(cross & LOW);
    let high = a1
        .wrapping_mul(b1)
        .wrapping_add(cross >> 64)
        .wrapping_add(middle >> 64);
    (high, (middle << 64) | (low & LOW))
}

/// Quotient and remainder of `a × b ÷ d`; `None` when `d` is zero or the
/// quotient does not fit 128 bits.
pub(crate) fn mul_div_rem(a: u128, b: u128, d: u128) -> Option<(u128, u128)> {
    if let Some(product) = a.checked_mul(b) {
        return Some((product.checked_div(d)?, product.checked_rem(d)?));
    }
    let (high, low) = widening_mul(a, b);
    if high >= d {
        return None;
    }
    // Long division, a bit at a time; the remainder stays below `d`.
    let mut quotient: u128 = 0;
    let mut remainder = high;
    for bit in (0..u128::BITS).rev() {
        let carry = remainder >> 127;
        remainder = (remainder << 1) | (low.wrapping_shr(bit) & 1);
        quotient <<= 1;
        if carry == 1 || remainder >= d {
            remainder = remainder.wrapping_sub(d);
            quotient |= 1;
        }
    }
    Some((quotient, remainder))
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
