//! The universal hash NH of UMAC, in 64-bit words, twice.
//!
//! Whoever does not know the keys cannot find two texts of one length that it
//! makes equal: for any two the probability is at most 2⁻¹²⁸. That is proved,
//! for words of any width and for keys that overlap as they do here (the
//! "Toeplitz extension"): Black, Halevi, Krawczyk, Krovetz, Rogaway, "UMAC: Fast
//! and Secure Message Authentication", CRYPTO '99; see also RFC 4418. What it
//! gives does not look random, and is to be hashed again.

use alloc::boxed::Box;

/// How many bytes become one hash.
const BLOCK: usize = 1 << 10;

/// How many pairs of words there are in a block, and one more.
const PAIRS: usize = BLOCK / 16 + 1;

/// The keys: a pair of words for each pair of the text. In the second hash
/// each pair of the text meets the key of the next one.
#[derive(Clone)]
pub(super) struct Nh(Box<[[u64; 2]; PAIRS]>);

impl Nh {
    pub(super) fn new(mut word: impl FnMut() -> u64) -> Self {
        Self(Box::new(core::array::from_fn(|_| [word(), word()])))
    }

    /// Hands out two sums for each block of a text, the last of which may be
    /// shorter. They tell texts of one length apart.
    #[inline]
    pub(super) fn hash(&self, text: &[u8], mut take: impl FnMut([u128; 2])) {
        for block in text.chunks(BLOCK) {
            take(self.block(block));
        }
    }

    #[inline]
    fn block(&self, block: &[u8]) -> [u128; 2] {
        let [keys @ .., last] = &*self.0;
        let [_, next @ ..] = &*self.0;
        let (pairs, rest) = block.as_chunks::<16>();
        let mut sums = [0, 0];
        for ((pair, key), next) in pairs.iter().zip(keys).zip(next) {
            add(&mut sums, pair, *key, *next);
        }
        if !rest.is_empty() {
            let key = keys.get(pairs.len()).unwrap_or(last);
            let next = next.get(pairs.len()).unwrap_or(last);
            // What is left over ends with the block, though it begin before.
            if let Some(pair) = block.last_chunk::<16>() {
                add(&mut sums, pair, *key, *next);
            } else {
                let mut pair = [0; 16];
                for (slot, byte) in pair.iter_mut().zip(rest) {
                    *slot = *byte;
                }
                add(&mut sums, &pair, *key, *next);
            }
        }
        sums
    }
}

/// Adds what a pair of words is under two keys.
#[inline]
fn add(sums: &mut [u128; 2], pair: &[u8; 16], key: [u64; 2], next: [u64; 2]) {
    let both = u128::from_le_bytes(*pair);
    let low = |wide: u128| u64::try_from(wide & u128::from(u64::MAX)).unwrap_or_default();
    let (first, second) = (low(both), low(both >> 64));
    let product = |[one, other]: [u64; 2]| {
        let one = u128::from(first.wrapping_add(one));
        one.wrapping_mul(second.wrapping_add(other).into())
    };
    let [sum, shifted] = sums;
    *sum = u128::wrapping_add(*sum, product(key));
    *shifted = u128::wrapping_add(*shifted, product(next));
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    /// The definition, word by word, of a text whose words are whole.
    fn defined(words: &[u64], keys: &[u64]) -> u128 {
        let sums = words
            .iter()
            .zip(keys)
            .map(|(word, key)| word.wrapping_add(*key));
        let sums: Vec<u128> = sums.map(u128::from).collect();
        let products = sums.chunks(2).map(|pair| pair[0].wrapping_mul(pair[1]));
        products.fold(0, u128::wrapping_add)
    }

    #[test]
    fn it_is_what_the_definition_says() {
        let mut state = 1_u64;
        let mut word = move || {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
            state ^ (state >> 29)
        };
        let keys: Vec<u64> = (0..2 * PAIRS).map(|_| word()).collect();
        let mut given = keys.iter();
        let nh = Nh::new(|| *given.next().unwrap());
        for length in 0..=160 {
            let text: Vec<u64> = (0..2 * length).map(|_| word()).collect();
            let bytes: Vec<u8> = text.iter().flat_map(|word| word.to_le_bytes()).collect();
            let mut hashes = Vec::new();
            nh.hash(&bytes, |hash| hashes.push(hash));
            let blocks = text.chunks(BLOCK / 8);
            let expected: Vec<[u128; 2]> = blocks
                .map(|block| [defined(block, &keys), defined(block, &keys[2..])])
                .collect();
            assert_eq!(hashes, expected, "{length}");
        }
    }

    #[test]
    fn every_bit_of_a_text_of_any_length_counts() {
        let mut key = 0_u64;
        let nh = Nh::new(|| {
            key = key.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(7);
            key
        });
        let hash = |text: &[u8]| {
            let mut hashes = Vec::new();
            nh.hash(text, |hash| hashes.push(hash));
            hashes
        };
        for length in (1..50).chain([BLOCK - 1, BLOCK, BLOCK + 1, BLOCK + 17]) {
            let mut text = alloc::vec![b'1'; length];
            let before = hash(&text);
            for place in (0..length).step_by(length / 49 + 1).chain([length - 1]) {
                for bit in 0..8 {
                    text[place] ^= 1 << bit;
                    assert_ne!(hash(&text), before, "bit {bit} of byte {place} of {length}");
                    text[place] ^= 1 << bit;
                }
            }
        }
    }
}
