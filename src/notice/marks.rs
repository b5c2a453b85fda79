//! Where commas, quotes and line ends may stand: 64 bytes at a look.

use alloc::vec::Vec;

/// How many bytes are looked at together: one for each bit of a mask.
const BLOCK: usize = 64;

/// The greatest byte that means something in a file of separated values. Below
/// it are all that do: commas, quotes and line ends. One comparison finds them,
/// and a few others with them, such as spaces, which are rare in these files.
const GREATEST: u8 = b',';

/// Notes the places of marks in bytes, and of some that are none.
pub(super) fn find(bytes: &[u8], places: &mut Places) {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut base: u32 = 0;
    for block in blocks {
        places.note(marks(block), base);
        base = base.saturating_add(64);
    }
    // Filled up with what is no mark.
    let mut last = [u8::MAX; BLOCK];
    for (slot, byte) in last.iter_mut().zip(rest) {
        *slot = *byte;
    }
    places.note(marks(&last), base);
}

/// Places of marks, in their order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// With room for a few more than there are.
    room: Vec<u32>,
    length: usize,
}

impl Places {
    pub(super) const fn clear(&mut self) {
        self.length = 0;
    }

    pub(super) fn get(&self, index: usize) -> Option<u32> {
        self.room.get(..self.length)?.get(index).copied()
    }

    /// So many places from one on, if there are as many.
    #[inline]
    pub(super) fn some(&self, from: usize, length: usize) -> Option<&[u32]> {
        self.room.get(..self.length)?.get(from..)?.get(..length)
    }

    /// Eight at a time, though there may be fewer: that many can be written
    /// without asking, and most blocks have no more.
    #[inline]
    fn note(&mut self, mask: u64, base: u32) {
        let mut left = mask;
        let mut end = self.length;
        while left != 0 {
            let after = end.saturating_add(8);
            if after > self.room.len() {
                self.room.resize(after.saturating_mul(2), 0);
            }
            for place in self.room.get_mut(end..after).unwrap_or_default() {
                *place = base.wrapping_add(left.trailing_zeros());
                left &= left.wrapping_sub(1);
            }
            end = after;
        }
        let found = usize::try_from(mask.count_ones()).unwrap_or_default();
        self.length = self.length.saturating_add(found);
    }
}

/// A bit for each byte that is a mark, the first byte's lowest.
#[inline]
fn marks(block: &[u8; BLOCK]) -> u64 {
    // Without branches, so that the compiler compares many bytes at once.
    let found = block.map(|byte| u8::from(byte <= GREATEST));
    let (words, _) = found.as_chunks::<8>();
    words.iter().rev().fold(0, |mask, word| {
        // Eight bytes, each zero or one, as the bits of the highest byte.
        let bits = u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        (mask << 8) | bits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_apart_in_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..BLOCK {
                let mut block = [b'-'; BLOCK];
                block[place] = byte;
                let expected = u64::from(byte <= b',') << place;
                assert_eq!(marks(&block), expected, "{byte} at {place}");
            }
        }
        assert_eq!(marks(&[b'"'; BLOCK]), u64::MAX);
        let mut places = Places::default();
        find(b"a,b", &mut places);
        assert_eq!((places.get(0), places.get(1)), (Some(1), None));
        for mark in *b",\"\r\n" {
            assert!(mark <= GREATEST);
        }
    }
}
