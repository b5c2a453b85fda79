//! Where commas, quotes and line ends stand: 64 bytes at a look.

use alloc::vec::Vec;

/// How many bytes are looked at together: one for each bit of a mask.
const BLOCK: usize = 64;

/// The bytes that mean something in a file of separated values.
const MARKS: [u8; 4] = [b',', b'"', b'\n', b'\r'];

/// Notes the places of marks in bytes.
pub(super) fn find(bytes: &[u8], places: &mut Places) {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let mut base: u32 = 0;
    for block in blocks {
        places.note(marks(block), base);
        base = base.saturating_add(64);
    }
    let mut last = [0; BLOCK];
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
    let mut found = [0_u8; BLOCK];
    for (found, byte) in found.iter_mut().zip(block) {
        let [comma, quote, line_feed, carriage_return] = MARKS.map(|mark| *byte == mark);
        *found = u8::from(comma | quote | line_feed | carriage_return);
    }
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
                let expected = u64::from(MARKS.contains(&byte)) << place;
                assert_eq!(marks(&block), expected, "{byte} at {place}");
            }
        }
        assert_eq!(marks(&[b'"'; BLOCK]), u64::MAX);
    }
}
