//! The rows seen so far, by number and by what they say.

use std::collections::HashMap;

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

/// Remembers rows: one after the other, and where each of them is by half of
/// its key. The index is small and stays in the caches; what a row said is
/// looked at only when the index knows its key.
#[derive(Debug, Default)]
pub(super) struct Seen {
    index: HashMap<u64, usize, Fingerprints>,
    rows: Vec<Entry>,
    /// Rows whose half of a key was taken: numbers used again, by fingerprint.
    further: HashMap<u128, First, Fingerprints>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    key: u128,
    print: u128,
    first: First,
}

impl Seen {
    fn entry(&self, key: u128) -> Option<&Entry> {
        self.rows.get(*self.index.get(&half(key))?)
    }

    pub(super) fn find(&self, key: u128, print: u128) -> Found {
        let Some(entry) = self.entry(key) else {
            return Found::Nothing;
        };
        if entry.print == print {
            return Found::Row(entry.first);
        }
        match self.further.get(&print) {
            Some(first) => Found::Row(*first),
            None if entry.key == key => Found::Number(entry.first),
            None => Found::Nothing,
        }
    }

    pub(super) fn insert(&mut self, key: u128, print: u128, first: First) {
        if self.entry(key).is_some() {
            self.further.insert(print, first);
        } else {
            self.index.insert(half(key), self.rows.len());
            self.rows.push(Entry { key, print, first });
        }
    }
}

/// Half of a fingerprint; two that differ can share it.
fn half(key: u128) -> u64 {
    u64::try_from(key & u128::from(u64::MAX)).unwrap_or_default()
}
