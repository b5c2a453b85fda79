//! Where commas, quotes and line ends may stand: 64 bytes at a look.

use alloc::vec::Vec;

/// How many bytes are looked at together: one for each bit of a mask.
const BLOCK: usize = 64;

/// The greatest byte that means something in a file of separated values. Below
/// it are all that do: commas, quotes and line ends. One comparison finds them,
/// and a few others with them, such as spaces, which are rare in these files.
const GREATEST: u8 = b',';

/// Notes the places of marks in bytes, counted from `base` on, and of some
/// that are none.
pub(super) fn find(bytes: &[u8], mut base: u32, places: &mut Places) {
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    for block in blocks {
        places.note(&Marks::of(block), base);
        base = base.saturating_add(64);
    }
    // Filled up with what is not a mark.
    let mut last = [u8::MAX; BLOCK];
    for (slot, byte) in last.iter_mut().zip(rest) {
        *slot = *byte;
    }
    places.note(&Marks::of(&last), base);
}

/// Places of marks, in their order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// With room for a few more than there are.
    room: Vec<u32>,
    length: usize,
}

impl Places {
    /// Drops this many of the first places, and counts the others from further
    /// behind.
    pub(super) fn drop_first(&mut self, count: usize, by: u32) {
        self.room
            .copy_within(count.min(self.length)..self.length, 0);
        self.length = self.length.saturating_sub(count);
        for place in self.room.iter_mut().take(self.length) {
            *place = place.saturating_sub(by);
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// All places from one on.
    pub(super) fn rest(&self, from: usize) -> &[u32] {
        let known = self.room.get(..self.length).unwrap_or_default();
        known.get(from..).unwrap_or_default()
    }

    pub(super) fn get(&self, index: usize) -> Option<u32> {
        self.room.get(..self.length)?.get(index).copied()
    }

    /// This many places from one on, if there are as many.
    #[inline]
    pub(super) fn some(&self, from: usize, length: usize) -> Option<&[u32]> {
        self.room.get(..self.length)?.get(from..)?.get(..length)
    }

    /// Eight at a time, though there may be fewer: that many can be written
    /// without asking, and most blocks have no more.
    #[inline]
    fn note(&mut self, marks: &Marks, base: u32) {
        let mut left = marks.mask;
        let mut end = self.length;
        while left != 0 {
            let Some(eight) = self.room.get_mut(end..).and_then(<[u32]>::first_chunk_mut) else {
                self.make_room(end);
                continue;
            };
            let eight: &mut [u32; 8] = eight;
            for place in eight {
                *place = base.wrapping_add(left.trailing_zeros());
                left &= left.wrapping_sub(1);
            }
            end = end.wrapping_add(8);
        }
        let count = usize::try_from(marks.count).unwrap_or_default();
        self.length = self.length.wrapping_add(count);
    }

    /// Room for eight more, and for as many again.
    #[cold]
    fn make_room(&mut self, end: usize) {
        let length = end.saturating_add(8).saturating_mul(2);
        self.room.resize(length, 0);
    }
}

/// The marks in a block.
struct Marks {
    /// A bit for each byte that is one, the first byte's lowest.
    mask: u64,
    /// How many there are: eight words at once are added faster than bits.
    count: u64,
}

impl Marks {
    #[inline]
    fn of(block: &[u8; BLOCK]) -> Self {
        // Without branches, so that the compiler compares many bytes at once.
        let found = block.map(|byte| u8::from(byte <= GREATEST));
        let (words, _) = found.as_chunks::<8>();
        let (mut mask, mut sum, mut shift) = (0_u64, 0_u64, 0);
        for word in words {
            // Eight bytes, each zero or one…
            let word = u64::from_le_bytes(*word);
            sum = sum.wrapping_add(word);
            // …as the bits of the highest byte.
            let bits = word.wrapping_mul(0x0102_0408_1020_4080) >> 56;
            mask |= bits.wrapping_shl(shift);
            shift = shift.wrapping_add(8);
        }
        let count = sum.wrapping_mul(0x0101_0101_0101_0101) >> 56;
        Self { mask, count }
    }
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
                let marks = Marks::of(&block);
                assert_eq!(marks.mask, expected, "{byte} at {place}");
                assert_eq!(marks.count, u64::from(expected.count_ones()));
            }
        }
        let full = Marks::of(&[b'"'; BLOCK]);
        assert_eq!((full.mask, full.count), (u64::MAX, 64));
        let mut places = Places::default();
        find(b"a,b", 0, &mut places);
        assert_eq!((places.get(0), places.get(1)), (Some(1), None));
        find(b",,", 9, &mut places);
        assert_eq!(places.rest(0), [1, 9, 10]);
        places.drop_first(1, 5);
        assert_eq!((places.len(), places.rest(0)), (2, [4, 5].as_slice()));
        places.drop_first(2, 9);
        assert_eq!((places.len(), places.get(0)), (0, None));
        for mark in *b",\"\r\n" {
            assert!(mark <= GREATEST);
        }
    }
}
