//! What a reader is told.

use super::quoted::Limits;
use crate::exact::Mode;
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
    pub(super) collapse_alike: bool,
    pub(super) round_areas: Option<Mode>,
    pub(super) quoted: Limits,
    greatest_price: Option<UnitPrice>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            keep_unknown: false,
            find_repeats: true,
            collapse_alike: false,
            round_areas: None,
            quoted: Limits::default(),
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
    ///
    /// Rows are compared by fingerprints of 128 bits under a seed that every
    /// reader draws anew. An author who does not know it can make no two rows
    /// that differ pass for one, but with a probability of about 2⁻¹²⁷, nor make
    /// reading slow. What is read does not depend on the seed.
    #[must_use]
    pub const fn find_repeats(mut self, find: bool) -> Self {
        self.find_repeats = find;
        self
    }

    /// Whether rows that are alike and have no supervision number are one and
    /// its repeats; by default each of them is a record, with a finding.
    ///
    /// For files of which the caller knows that no two parcels print alike.
    /// Only where repeats are looked for.
    ///
    /// ```
    /// use standard_land::notice::{Options, Reader};
    ///
    /// let file = "项目名称,面积(公顷)\n厂房,1.5\n厂房,1.5\n";
    /// let records = |options| {
    ///     let mut reader = Reader::with_options(file.as_bytes(), options)?;
    ///     reader.by_ref().try_for_each(|outcome| outcome.map(drop))?;
    ///     Ok::<_, standard_land::notice::ReadError>(reader.account().records().parcels())
    /// };
    /// assert_eq!(records(Options::default())?, 2);
    /// assert_eq!(records(Options::default().collapse_alike(true))?, 1);
    /// # Ok::<(), standard_land::notice::ReadError>(())
    /// ```
    #[must_use]
    pub const fn collapse_alike(mut self, collapse: bool) -> Self {
        self.collapse_alike = collapse;
        self
    }

    /// In which mode an area that is finer than 10⁻⁸ mu is rounded to that; by
    /// default it is not, and its row is rejected.
    ///
    /// Spreadsheets print such numbers: `0.30000000000000004`. The record has
    /// the finding [`AreaRounded`](super::FindingKind::AreaRounded) and says
    /// [what was lost](super::Record::area_lost). An area that would be zero is
    /// rejected all the same.
    #[must_use]
    pub const fn round_areas(mut self, mode: Mode) -> Self {
        self.round_areas = Some(mode);
        self
    }

    /// The most bytes between the quotes of a cell; by default 64 KiB.
    ///
    /// In a longer cell the quotation mark stands alone, and is a character: so
    /// a stray one damages its own row only
    /// ([`StrayQuote`](super::FindingKind::StrayQuote)). So does one up to whose
    /// partner more lines are as wide as the header than are not: they are rows.
    /// In the header that is one before whose partner there are a comma and a
    /// line break. Files of one or two columns are not protected so: there text
    /// and rows look alike. No more than 1 GiB.
    ///
    /// ```
    /// use standard_land::notice::{FindingKind, Options, Reader};
    ///
    /// let file = "面积(公顷),备注\n1.5,\"四至见附图\"\n2.5,\"无\"\n";
    /// let options = Options::default().with_quoted_bytes(12);
    /// let mut reader = Reader::with_options(file.as_bytes(), options)?;
    /// assert_eq!(reader.by_ref().count(), 2);
    /// assert_eq!(reader.account().count(FindingKind::StrayQuote), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_quoted_bytes(mut self, most: u32) -> Self {
        self.quoted.bytes = most;
        self
    }

    /// The most lines of a quoted cell; by default 20.
    ///
    /// As for [`with_quoted_bytes`](Self::with_quoted_bytes). With 1, no cell has
    /// a line break in it; with 0, no quotation mark encloses a cell.
    #[must_use]
    pub const fn with_quoted_lines(mut self, most: u32) -> Self {
        self.quoted.lines = most;
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
