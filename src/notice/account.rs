//! The closing account of a file: no row is lost.

use core::fmt::{self, Display, Formatter};

use super::finding::FindingKind;
use crate::stats::Tally;

/// How many rows came in, and where each of them went.
///
/// *Invariant*: rows = records + rejected + repeats, always.
///
/// ```
/// use standard_land::notice::{FindingKind, Reader};
///
/// let file = "电子监管号,面积(公顷)\n\
///             1411212012B00017,1.419100\n\
///             1411212012B00017,1.419100\n\
///             1411212012B00063,\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// for outcome in &mut reader {
///     outcome?;
/// }
/// let account = reader.account();
/// assert_eq!(account.rows(), 3);
/// assert_eq!(account.records().to_string(), "1 parcel, 1.4191 ha");
/// assert_eq!(account.repeats().to_string(), "1 parcel, 1.4191 ha");
/// assert_eq!(account.rejected(), 1);
/// assert_eq!(account.count(FindingKind::NoArea), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub(super) rows: u64,
    pub(super) records: Tally,
    pub(super) repeats: Tally,
    pub(super) rejected: u64,
    pub(super) matched: u64,
    pub(super) findings: [u64; FindingKind::COUNT],
}

impl Default for Account {
    fn default() -> Self {
        Self {
            rows: 0,
            records: Tally::default(),
            repeats: Tally::default(),
            rejected: 0,
            matched: 0,
            findings: [0; FindingKind::COUNT],
        }
    }
}

impl Account {
    /// How many rows were read, the header not counted.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// The rows that became records, and their area.
    #[must_use]
    pub const fn records(&self) -> Tally {
        self.records
    }

    /// The rows that repeat another one, and their area.
    #[must_use]
    pub const fn repeats(&self) -> Tally {
        self.repeats
    }

    /// The rows that could not be counted.
    #[must_use]
    pub const fn rejected(&self) -> u64 {
        self.rejected
    }

    /// The records whose industry label has a certain code.
    #[must_use]
    pub const fn matched_industries(&self) -> u64 {
        self.matched
    }

    /// How often a kind was found.
    #[must_use]
    pub fn count(&self, kind: FindingKind) -> u64 {
        self.findings.get(kind.index()).copied().unwrap_or_default()
    }

    /// The kinds that were found, and how often.
    pub fn findings(&self) -> impl Iterator<Item = (FindingKind, u64)> {
        FindingKind::ALL
            .iter()
            .map(|kind| (*kind, self.count(*kind)))
            .filter(|(_, count)| *count > 0)
    }

    /// Whether every row went somewhere.
    #[must_use]
    pub fn balances(&self) -> bool {
        let gone = self.records.parcels().checked_add(self.repeats.parcels());
        gone.and_then(|gone| gone.checked_add(self.rejected)) == Some(self.rows)
    }

    pub(super) fn note(&mut self, kind: FindingKind) {
        if let Some(count) = self.findings.get_mut(kind.index()) {
            *count = count.saturating_add(1);
        }
    }
}

impl Display for Account {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "rows        {}", self.rows)?;
        writeln!(f, "  records   {}", self.records)?;
        writeln!(f, "  repeats   {}", self.repeats)?;
        writeln!(f, "  rejected  {}", self.rejected)?;
        writeln!(f, "industries  {} with a code", self.matched)?;
        for (kind, count) in self.findings() {
            writeln!(
                f,
                "{count:>7}  {:<9}{kind} ({})",
                kind.severity(),
                kind.name_zh()
            )?;
        }
        Ok(())
    }
}
