//! 128-bit fingerprints of rows, for finding repeats, under a secret seed.
//!
//! A fingerprint is SipHash-1-3 with 128 bits; a row is first made short by
//! [`Nh`]. Both have keys that are drawn for each reader. Two rows that differ
//! have the same fingerprint with a probability of about 2⁻¹²⁷, and in a table
//! they meet by chance only, also if their author chose them for it: he does
//! not know the seed. Against somebody who knows the seed nothing is promised.

use core::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::hash::RandomState;

use siphasher::sip128::{Hasher128, SipHasher13};

use super::nh::Nh;
use super::rows::Row;

/// What the fingerprints of a reader are made with.
///
/// Readers of parts of one file have the same, so that a row of one part is
/// found to repeat a row of another. Nothing that is read depends on it.
#[derive(Clone)]
pub(super) struct Seed {
    short: Nh,
    rows: [u64; 2],
    numbers: [u64; 2],
}

impl Seed {
    /// One that nobody knows, from the random keys of the standard library.
    pub(super) fn random() -> Self {
        let random = RandomState::new();
        Self::of((0_u64..).map(|word| random.hash_one(word)))
    }

    /// One of some words, which are to be secret and independent.
    fn of(words: impl Iterator<Item = u64>) -> Self {
        let mut words = words.chain(core::iter::repeat(0));
        let mut word = || words.next().unwrap_or_default();
        Self {
            rows: [word(), word()],
            numbers: [word(), word()],
            short: Nh::new(word),
        }
    }

    /// What a row says: its cells, and what tells them apart.
    pub(super) fn of_row(&self, row: Row<'_>) -> u128 {
        // A new one, not a copy: of it the compiler knows that it is empty.
        let [key, other] = self.rows;
        let mut hasher = SipHasher13::new_with_keys(key, other);
        self.short.hash(row.text, |sums| {
            for sum in sums {
                hasher.write_u64(low(sum));
                hasher.write_u64(low(sum >> 64));
            }
        });
        // Else the commas in the text are those between the cells.
        if row.has_commas {
            for end in row.ends {
                hasher.write_u32(*end);
            }
        }
        // From here backwards it can be told what was written.
        let with_ends = u64::from(row.has_commas) << 63;
        let length = u64::try_from(row.text.len()).unwrap_or(u64::MAX);
        hasher.write_u64(length | with_ends);
        hasher.finish128().as_u128()
    }

    /// A supervision number.
    pub(super) fn of_number(&self, number: &[u8]) -> u128 {
        let [key, other] = self.numbers;
        SipHasher13::new_with_keys(key, other)
            .hash(number)
            .as_u128()
    }
}

/// Says nothing of the keys, which are a secret.
impl core::fmt::Debug for Seed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Seed").finish_non_exhaustive()
    }
}

/// Hashes names on fixed lists, and fingerprints, which are hashes already.
///
/// It has no key: a file can only ask for names, and never adds one.
pub(super) type Fingerprints = BuildHasherDefault<Lower>;

/// The lower half of a fingerprint, or a hash of a name.
#[derive(Debug, Default)]
pub(super) struct Lower(u64);

const KEYS: [u64; 2] = [0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB];

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

impl Hasher for Lower {
    fn write(&mut self, bytes: &[u8]) {
        // Names: the few on a list differ in their ends, or in their length.
        // A loop over all of it would end where nobody can foresee.
        let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else {
            return bytes.iter().for_each(|byte| self.write_u8(*byte));
        };
        let [key, other] = KEYS;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        self.0 = fold(first ^ key, last ^ other ^ length);
    }

    fn write_u8(&mut self, byte: u8) {
        let [key, _] = KEYS;
        self.0 = (self.0.rotate_left(8) ^ u64::from(byte)).wrapping_mul(key);
    }

    fn write_u128(&mut self, fingerprint: u128) {
        self.0 = low(fingerprint);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row<'a>(text: &'a str, ends: &'a [u32], has_commas: bool) -> Row<'a> {
        Row {
            text: text.as_bytes(),
            ends,
            has_commas,
            stray: None,
        }
    }

    #[test]
    fn rows_are_told_apart_by_text_and_by_cells() {
        let seed = Seed::random();
        let other = Seed::random();
        let rows = [
            row("a,b,c", &[1, 3, 5], false),
            row("a,b,c", &[3, 5], true),
            row("a,b,c", &[1, 5], true),
            row("a,b,c", &[5], true),
            // A text that ends as the ends of another are written.
            row("a,b,c\u{5}\0\0\0", &[1, 3, 9], false),
            row("a,b,c,", &[1, 3, 5, 6], false),
            row("", &[0], false),
        ];
        for (place, one) in rows.iter().enumerate() {
            assert_eq!(seed.of_row(*one), seed.clone().of_row(*one));
            assert_ne!(seed.of_row(*one), other.of_row(*one));
            for two in &rows[..place] {
                assert_ne!(seed.of_row(*one), seed.of_row(*two), "{one:?} {two:?}");
            }
        }
        assert_ne!(seed.of_number(b"141121"), other.of_number(b"141121"));
        assert_eq!(alloc::format!("{seed:?}"), "Seed { .. }");
    }
}
