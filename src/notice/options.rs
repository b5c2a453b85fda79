//! What a reader is told.

use crate::quantity::{Money, UnitPrice};

/// What a [`Reader`](super::Reader) keeps, and what it believes.
///
/// ```
/// use standard_land::notice::Options;
///
/// let options = Options::default().keep_unknown(true);
/// assert_eq!(options, Options::default().keep_unknown(true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Options {
    pub(super) keep_unknown: bool,
    pub(super) find_repeats: bool,
    greatest_price: Option<UnitPrice>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            keep_unknown: false,
            find_repeats: true,
            // 1,000,000 万元 for a hectare: some ten times the dearest land.
            greatest_price: Money::from_fen(1_000_000_000_000)
                .zip(Some(crate::quantity::Area::from_quanta(1_500_000_000)))
                .and_then(|(money, area)| UnitPrice::new(money, area).ok()),
        }
    }
}

impl Options {
    /// Whether cells of unknown columns are kept; by default they are not.
    #[must_use]
    pub const fn keep_unknown(mut self, keep: bool) -> Self {
        self.keep_unknown = keep;
        self
    }

    /// Whether repeats are looked for; by default they are.
    ///
    /// That takes some 100 bytes for every row that is not a repeat. Without
    /// it, reading takes the same memory however long the file is.
    #[must_use]
    pub const fn find_repeats(mut self, find: bool) -> Self {
        self.find_repeats = find;
        self
    }

    /// The price per area above which a price is not believed; by default
    /// 1,000,000 万元 per hectare. Some offices enter yuan for 万元.
    #[must_use]
    pub const fn with_greatest_price(mut self, price: UnitPrice) -> Self {
        self.greatest_price = Some(price);
        self
    }

    /// Whether a price is above that.
    pub(super) fn is_beyond_belief(&self, price: UnitPrice) -> bool {
        self.greatest_price.is_some_and(|greatest| price > greatest)
    }
}
