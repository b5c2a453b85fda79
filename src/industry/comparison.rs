//! How a comparison table is written down, and looked up from either side.

use super::code::IndustryCode;

/// Places of the older and the newer class, and of the remark.
pub(super) type Pair = (u16, u16, u16);

/// A comparison table.
#[derive(Debug)]
pub(super) struct Comparison {
    /// By the older class, then the newer one.
    pub(super) pairs: &'static [Pair],
    /// Places of pairs, by the newer class, then the older one.
    pub(super) by_newer: &'static [u16],
}

impl Comparison {
    fn pair(&self, place: u16) -> Option<Pair> {
        self.pairs.get(usize::from(place)).copied()
    }

    /// The pairs that an older class stands in.
    pub(super) fn with_older(&self, class: IndustryCode) -> impl Iterator<Item = Pair> {
        let place = class.place();
        let start = self.pairs.partition_point(|(older, ..)| *older < place);
        let end = self.pairs.partition_point(|(older, ..)| *older <= place);
        let pairs = self.pairs.get(start..end).unwrap_or_default();
        pairs.iter().copied()
    }

    /// The pairs that a newer class stands in.
    pub(super) fn with_newer(&self, class: IndustryCode) -> impl Iterator<Item = Pair> {
        let place = class.place();
        let newer = |pair: &u16| self.pair(*pair).map(|(_, newer, _)| newer);
        let start = self
            .by_newer
            .partition_point(|pair| newer(pair) < Some(place));
        let end = self
            .by_newer
            .partition_point(|pair| newer(pair) <= Some(place));
        let pairs = self.by_newer.get(start..end).unwrap_or_default();
        pairs.iter().filter_map(|pair| self.pair(*pair))
    }
}
