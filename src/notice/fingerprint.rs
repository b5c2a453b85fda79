//! 128-bit fingerprints of rows, for finding repeats.
//!
//! Two rows that differ have the same fingerprint with a probability of about
//! 2⁻¹²⁸; for a million rows that is 10⁻²⁶, far below that of a memory error.
//! The mixing is the folded multiplication of wyhash, in two lanes.

use core::hash::{BuildHasherDefault, Hasher};

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

    #[inline]
    fn bytes(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<16>();
        for chunk in chunks {
            self.chunk(*chunk);
        }
        let mut last = [0; 16];
        for (slot, byte) in last.iter_mut().zip(rest) {
            *slot = *byte;
        }
        self.chunk(last);
        self.words(u64::try_from(bytes.len()).unwrap_or(u64::MAX), 0);
    }

    fn finish(mut self) -> u128 {
        self.words(self.0, self.1.rotate_left(32));
        (u128::from(self.0) << 64) | u128::from(self.1)
    }
}

/// What a row says: its cells, and where each of them ends.
pub(super) fn fingerprint(cells: &[u8], ends: &[u32]) -> u128 {
    let mut lanes = Lanes(1, 2);
    lanes.bytes(cells);
    let pair = |a: u32, b: u32| (u64::from(a) << 32) | u64::from(b);
    let (fours, rest) = ends.as_chunks::<4>();
    for [a, b, c, d] in fours {
        lanes.words(pair(*a, *b), pair(*c, *d));
    }
    for end in rest {
        lanes.words(u64::from(*end), 0);
    }
    lanes.finish()
}

/// A supervision number.
pub(super) fn of_number(number: &[u8]) -> u128 {
    let mut lanes = Lanes(3, 4);
    lanes.bytes(number);
    lanes.finish()
}

/// Hashes fingerprints, which are hashes already.
pub(super) type Fingerprints = BuildHasherDefault<Lower>;

/// The lower half of the last fingerprint that was written.
#[derive(Debug, Default)]
pub(super) struct Lower(u64);

impl Hasher for Lower {
    fn write(&mut self, bytes: &[u8]) {
        // Fingerprints come below; this is for any other key.
        let mut lanes = Lanes(self.0, 0);
        lanes.bytes(bytes);
        self.0 = low(lanes.finish());
    }

    fn write_u64(&mut self, half: u64) {
        self.0 = half;
    }

    fn write_u128(&mut self, fingerprint: u128) {
        self.0 = low(fingerprint);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
