//! The rows seen so far, by number and by what they say.

use std::collections::HashMap;

use alloc::vec;
use alloc::vec::Vec;

use super::fingerprint::Fingerprints;
use crate::quantity::Area;

/// The first row of its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct First {
    pub(super) row: u64,
    /// Zero for a rejected row.
    pub(super) area: Area,
}

/// What is known of a row before it is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    /// Another row says exactly the same.
    Row(First),
    /// Another row has its number, and says something else.
    Number(First),
    /// Neither.
    Nothing,
}

/// The fingerprints of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prints {
    /// Of its number, or of all it says if it has none.
    pub(super) key: u128,
    /// Of all it says.
    pub(super) row: u128,
}

/// Remembers rows: one after the other, and the place of each of them in a
/// table of buckets, of which a new row has to look at a single one.
#[derive(Debug)]
pub(super) struct Seen {
    /// Half of their slots are taken at most; a power of two.
    buckets: Vec<Bucket>,
    rows: Vec<Entry>,
    /// Rows with the number of another one, by what they say.
    further: HashMap<u128, First, Fingerprints>,
}

/// A line of the cache, filled from the left. Its slots are looked at without
/// branches, for which of them a row has cannot be foreseen.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Bucket([Slot; 8]);

/// Some bits of a key, and the place of its row, from 1; or zero.
#[derive(Debug, Clone, Copy, Default)]
struct Slot(u64);

#[derive(Debug, Clone, Copy)]
struct Entry {
    prints: Prints,
    first: First,
}

/// How many bits of a slot are a place: enough for 10¹² rows.
const PLACE_BITS: u32 = 40;

impl Slot {
    const PLACE: u64 = (1 << PLACE_BITS) - 1;

    fn new(key: u128, place: usize) -> Self {
        let place = u64::try_from(place).unwrap_or(u64::MAX) & Self::PLACE;
        Self(Self::tag(key) | place)
    }

    /// The highest bits of a key; the lowest ones say where its bucket is.
    fn tag(key: u128) -> u64 {
        lower(key >> 64) & !Self::PLACE
    }

    const fn is_taken(self) -> bool {
        self.0 != 0
    }

    /// Whether the key may be its own. So may it be that of an empty slot.
    const fn may_be(self, tag: u64) -> bool {
        self.0 & !Self::PLACE == tag
    }

    /// Where its row is, if it has one.
    fn place(self) -> Option<usize> {
        usize::try_from(self.0 & Self::PLACE).ok()?.checked_sub(1)
    }
}

impl Bucket {
    fn taken(&self) -> usize {
        let taken = self.0.iter().map(|slot| usize::from(slot.is_taken()));
        taken.fold(0, usize::wrapping_add)
    }

    fn may_have(&self, tag: u64) -> bool {
        self.0
            .iter()
            .fold(false, |any, slot| any | slot.may_be(tag))
    }
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            buckets: vec![Bucket::default(); 1 << 7],
            rows: Vec::new(),
            further: HashMap::default(),
        }
    }
}

impl Seen {
    /// Reads the buckets of rows that are about to be met, for nothing: so the
    /// memory fetches them side by side.
    pub(super) fn expect<'a>(&self, rows: impl Iterator<Item = &'a Prints>) {
        let buckets = rows.filter_map(|row| self.buckets.get(self.home(row.key)));
        core::hint::black_box(buckets.fold(0, |all, Bucket([slot, ..])| all ^ slot.0));
    }

    /// What is known of a row; if that is nothing, it is remembered.
    pub(super) fn meet(&mut self, prints: Prints, row: u64) -> Found {
        if let Some(entry) = self.entry(prints.key) {
            if entry.prints.row == prints.row {
                return Found::Row(entry.first);
            }
            return match self.further.get(&prints.row) {
                Some(first) => Found::Row(*first),
                None => Found::Number(entry.first),
            };
        }
        let area = Area::ZERO;
        let first = First { row, area };
        self.rows.push(Entry { prints, first });
        if self.rows.len() > self.buckets.len().saturating_mul(4) {
            self.grow();
        } else {
            self.place(prints.key, self.rows.len());
        }
        Found::Nothing
    }

    /// The first row with a key.
    fn entry(&self, key: u128) -> Option<&Entry> {
        let tag = Slot::tag(key);
        self.path(key).find_map(|bucket| {
            if !bucket.may_have(tag) {
                return None;
            }
            let slots = bucket.0.iter().filter(|slot| slot.may_be(tag));
            let mut entries = slots.filter_map(|slot| self.rows.get(slot.place()?));
            entries.find(|entry| entry.prints.key == key)
        })
    }

    /// The buckets in which a key may stand: from its home to the first that
    /// is not full.
    fn path(&self, key: u128) -> impl Iterator<Item = &Bucket> {
        let mut next = Some(self.home(key));
        core::iter::from_fn(move || {
            let home = next?;
            let bucket = self.buckets.get(home)?;
            let is_full = bucket.taken() == bucket.0.len();
            next = is_full.then(|| self.after(home));
            Some(bucket)
        })
    }

    /// Takes the next free slot for a key.
    fn place(&mut self, key: u128, place: usize) {
        let mut home = self.home(key);
        while let Some(bucket) = self.buckets.get_mut(home) {
            let taken = bucket.taken();
            if let Some(slot) = bucket.0.get_mut(taken) {
                *slot = Slot::new(key, place);
                return;
            }
            home = self.after(home);
        }
    }

    /// The area of the row that was met last, of which nothing was known.
    pub(super) fn measure(&mut self, area: Area) {
        if let Some(entry) = self.rows.last_mut() {
            entry.first.area = area;
        }
    }

    /// Remembers a row that has the number of another one.
    pub(super) fn add(&mut self, prints: Prints, first: First) {
        self.further.insert(prints.row, first);
    }

    /// Where the search for a key begins.
    fn home(&self, key: u128) -> usize {
        let last = u64::try_from(self.buckets.len().saturating_sub(1)).unwrap_or(u64::MAX);
        usize::try_from(lower(key) & last).unwrap_or_default()
    }

    /// Where it goes on.
    fn after(&self, home: usize) -> usize {
        home.wrapping_add(1) & self.buckets.len().saturating_sub(1)
    }

    /// Twice as many buckets, for all rows.
    fn grow(&mut self) {
        let length = self.buckets.len().saturating_mul(2);
        self.buckets.clear();
        self.buckets.resize(length, Bucket::default());
        let rows = core::mem::take(&mut self.rows);
        let mut place = 0;
        for batch in rows.chunks(64) {
            self.expect(batch.iter().map(|entry| &entry.prints));
            for entry in batch {
                place = usize::wrapping_add(place, 1);
                self.place(entry.prints.key, place);
            }
        }
        self.rows = rows;
    }
}

fn lower(key: u128) -> u64 {
    u64::try_from(key & u128::from(u64::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::arithmetic_side_effects,
        reason = "a test: an overflow would be a panic, and so a failure"
    )]

    use alloc::format;
    use alloc::string::String;

    use super::super::fingerprint::Seed;
    use super::*;

    /// A hash of numbers without a seed: anybody can choose numbers for it.
    fn unkeyed(number: [u8; 16]) -> u128 {
        let half = |wide: u128| u64::try_from(wide & u128::from(u64::MAX)).unwrap();
        let fold = |a: u64, b: u64| {
            let product = u128::from(a) * u128::from(b);
            half(product ^ (product >> 64))
        };
        let words = |(one, other): (u64, u64), a: u64, b: u64| {
            let one = fold(one ^ a ^ 0xA076_1D64_78BD_642F, b ^ 0xE703_7ED1_A0B4_28DB);
            let other = fold(other ^ b ^ 0x8EBC_6AF0_9C88_C6E3, a ^ 0x5899_65CC_7537_4CC3);
            (one, other)
        };
        let both = u128::from_le_bytes(number);
        let (a, b) = (half(both >> 64), half(both));
        let (one, other) = (words((3, 4), a, b), words((4, 3), a, b));
        let mixed = words(one, other.0 ^ 16, other.1);
        let last = words(mixed, mixed.0, mixed.1.rotate_left(32));
        (u128::from(last.0) << 64) | u128::from(last.1)
    }

    /// How many buckets are looked at while rows with these keys are met.
    fn steps(keys: &[u128]) -> usize {
        let mut seen = Seen::default();
        let mut steps = 0;
        for (key, row) in keys.iter().zip(1..) {
            steps += seen.path(*key).count();
            let prints = Prints {
                key: *key,
                row: *key,
            };
            assert!(matches!(seen.meet(prints, row), Found::Nothing));
        }
        steps
    }

    #[test]
    fn numbers_chosen_for_one_bucket_are_spread_by_a_seed() {
        let numbers: Vec<String> = (0_u64..)
            .map(|number| format!("{number:016x}"))
            .filter(|number| unkeyed(number.as_bytes().try_into().unwrap()).is_multiple_of(512))
            .take(2_000)
            .collect();
        let before: Vec<u128> = numbers
            .iter()
            .map(|number| unkeyed(number.as_bytes().try_into().unwrap()))
            .collect();
        // Twice as many, four times the steps: what the author wanted.
        let (half, all) = (steps(&before[..1_000]), steps(&before));
        assert!(half > 50_000 && all > 3 * half, "{half}, then {all}");
        for _ in 0..4 {
            let seed = Seed::random();
            let keys: Vec<u128> = numbers
                .iter()
                .map(|number| seed.of_number(number.as_bytes()))
                .collect();
            for count in [250, 500, 1_000, 2_000] {
                let steps = steps(&keys[..count]);
                assert!(steps < 2 * count, "{steps} for {count}");
            }
        }
    }
}
