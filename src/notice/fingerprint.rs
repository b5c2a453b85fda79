//! 128-bit fingerprints of rows, for finding repeats.
//!
//! Two rows that differ have the same fingerprint with a probability of about
//! 2⁻¹²⁸; for a million rows that is 10⁻²⁶, far below that of a memory error.
//! The mixing is the folded multiplication of wyhash, in two lanes.

use core::hash::{BuildHasherDefault, Hasher};

use super::rows::Row;

const KEYS: [u64; 4] = [
    0xA076_1D64_78BD_642F,
    0xE703_7ED1_A0B4_28DB,
    0x8EBC_6AF0_9C88_C6E3,
    0x5899_65CC_7537_4CC3,
];

/// Both halves of a product, folded.
#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a).wrapping_mul(u128::from(b));
    low(product ^ (product >> 64))
}

#[inline]
fn low(wide: u128) -> u64 {
    u64::try_from(wide & u128::from(u64::MAX)).unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Lanes(u64, u64);

impl Lanes {
    #[inline]
    fn words(&mut self, a: u64, b: u64) {
        let [k0, k1, k2, k3] = KEYS;
        self.0 = fold(self.0 ^ a ^ k0, b ^ k1);
        self.1 = fold(self.1 ^ b ^ k2, a ^ k3);
    }

    #[inline]
    fn chunk(&mut self, chunk: [u8; 16]) {
        let both = u128::from_le_bytes(chunk);
        self.words(low(both >> 64), low(both));
    }

    /// All bytes, some of the last sixteen twice, and their number.
    #[inline]
    fn bytes(&mut self, bytes: &[u8]) {
        // Two pairs of lanes, which the processor can work at side by side.
        let mut others = Self(self.1, self.0);
        let (chunks, rest) = bytes.as_chunks::<16>();
        let (pairs, odd) = chunks.as_chunks::<2>();
        for [first, second] in pairs {
            self.chunk(*first);
            others.chunk(*second);
        }
        for chunk in odd {
            self.chunk(*chunk);
        }
        if let Some(last) = bytes.last_chunk::<16>() {
            others.chunk(*last);
        } else {
            let mut last = [0; 16];
            for (slot, byte) in last.iter_mut().zip(rest) {
                *slot = *byte;
            }
            others.chunk(last);
        }
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.words(others.0 ^ length, others.1);
    }

    fn finish(mut self) -> u128 {
        self.words(self.0, self.1.rotate_left(32));
        (u128::from(self.0) << 64) | u128::from(self.1)
    }
}

/// What a row says: its cells, and what tells them apart.
pub(super) fn fingerprint(row: Row<'_>) -> u128 {
    let mut lanes = Lanes(1, 2);
    lanes.bytes(row.text);
    // Else the commas in the text are those between the cells.
    if row.has_commas {
        for end in row.ends {
            lanes.words(u64::from(*end), 0);
        }
    }
    lanes.finish()
}

/// A supervision number.
pub(super) fn of_number(number: &[u8]) -> u128 {
    let mut lanes = Lanes(3, 4);
    lanes.bytes(number);
    lanes.finish()
}

/// Hashes names, and fingerprints, which are hashes already.
pub(super) type Fingerprints = BuildHasherDefault<Lower>;

/// The lower half of a fingerprint, or a hash of a name.
#[derive(Debug, Default)]
pub(super) struct Lower(u64);

impl Hasher for Lower {
    fn write(&mut self, bytes: &[u8]) {
        // Names: the few on a list differ in their ends, or in their length.
        // A loop over all of it would end where nobody can foresee.
        let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else {
            return bytes.iter().for_each(|byte| self.write_u8(*byte));
        };
        let [key, other, ..] = KEYS;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        self.0 = fold(first ^ key, last ^ other ^ length);
    }

    fn write_u8(&mut self, byte: u8) {
        let [key, ..] = KEYS;
        self.0 = (self.0.rotate_left(8) ^ u64::from(byte)).wrapping_mul(key);
    }

    fn write_u128(&mut self, fingerprint: u128) {
        self.0 = low(fingerprint);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
