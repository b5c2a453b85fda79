//! The closing account of a file: no row is lost.

use core::fmt::{self, Display, Formatter};

use super::columns::Columns;
use super::finding::{Finding, FindingKind};
use crate::stats::Tally;

/// How many rows came in, and where each of them went.
///
/// *Invariant*: rows = records + rejected + totals + repeats + blank, always.
///
/// ```
/// use standard_land::notice::{FindingKind, Reader};
///
/// let file = "电子监管号,面积(公顷)\n\
///             1411212012B00017,1.419100\n\
///             1411212012B00017,1.419100\n\
///             1411212012B00063,\n\
///             合计,1.419100\n\
///             ,\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// for outcome in &mut reader {
///     outcome?;
/// }
/// let account = reader.account();
/// assert_eq!(account.rows(), 5);
/// assert_eq!(account.records().to_string(), "1 parcel, 1.4191 ha");
/// assert_eq!(account.repeats().to_string(), "1 parcel, 1.4191 ha");
/// assert_eq!((account.rejected(), account.parcels_without_area()), (1, 1));
/// assert_eq!((account.totals(), account.blank()), (1, 1));
/// assert_eq!(account.count(FindingKind::TotalAgrees), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    columns: Columns,
    pub(super) rows: u64,
    pub(super) records: Tally,
    pub(super) repeats: Tally,
    pub(super) rejected: u64,
    pub(super) without_area: u64,
    pub(super) totals: u64,
    pub(super) blank: u64,
    pub(super) matched: u64,
    pub(super) findings: [u64; FindingKind::COUNT],
}

impl Default for Account {
    fn default() -> Self {
        Self {
            columns: Columns::default(),
            rows: 0,
            records: Tally::default(),
            repeats: Tally::default(),
            rejected: 0,
            without_area: 0,
            totals: 0,
            blank: 0,
            matched: 0,
            findings: [0; FindingKind::COUNT],
        }
    }
}

impl Account {
    /// The account of a file of which no row was read yet.
    pub(super) fn of(columns: Columns) -> Self {
        let mut account = Self::default();
        account.note_all(columns.findings());
        account.columns = columns;
        account
    }

    /// What became of the columns of the file.
    #[must_use]
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

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

    /// The parcels among the rejected rows that have no area, or one of zero.
    ///
    /// They are in no [`Tally`]: whoever counts parcels can count them beside
    /// the records, whoever sums up areas cannot. See
    /// [`Rejection::is_parcel_without_area`](super::Rejection::is_parcel_without_area).
    #[must_use]
    pub const fn parcels_without_area(&self) -> u64 {
        self.without_area
    }

    /// The rows that sum up others (合计, 小计 and the like).
    #[must_use]
    pub const fn totals(&self) -> u64 {
        self.totals
    }

    /// The rows with nothing in them but separators and white space.
    #[must_use]
    pub const fn blank(&self) -> u64 {
        self.blank
    }

    /// The records whose industry label has a certain code.
    #[must_use]
    pub const fn matched_industries(&self) -> u64 {
        self.matched
    }

    /// How often a kind was found, in rows of any class or among the columns;
    /// those of repeats are not counted again.
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
        let classes = [
            self.records.parcels(),
            self.rejected,
            self.totals,
            self.repeats.parcels(),
            self.blank,
        ];
        let gone = classes.into_iter().try_fold(0_u64, u64::checked_add);
        gone == Some(self.rows)
    }

    pub(super) fn note_all(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            if let Some(count) = self.findings.get_mut(finding.kind.index()) {
                *count = count.saturating_add(1);
            }
        }
    }
}

impl Display for Account {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "rows        {}", self.rows)?;
        writeln!(f, "  records   {}", self.records)?;
        writeln!(f, "  repeats   {}", self.repeats)?;
        write!(f, "  rejected  {}", self.rejected)?;
        if self.without_area > 0 {
            write!(f, ", parcels without an area: {}", self.without_area)?;
        }
        writeln!(f)?;
        writeln!(f, "  totals    {}", self.totals)?;
        writeln!(f, "  blank     {}", self.blank)?;
        writeln!(f, "industries  {} with a code", self.matched)?;
        write!(f, "{}", self.columns)?;
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
