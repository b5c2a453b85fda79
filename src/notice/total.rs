//! Rows that sum up others: what they are called, and whether they agree.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter};

use super::finding::{Finding, Oddity};
use super::record::PrintedRow;
use crate::exact::Modes;
use crate::quantity::Area;
use crate::text::terms;

terms! {
    /// What a row that sums up others is called.
    ///
    /// ```
    /// use standard_land::notice::TotalKind;
    ///
    /// assert_eq!("小计".parse::<TotalKind>()?, TotalKind::Subtotal);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum TotalKind("a kind of total", "合计类别") {
        /// Of some rows, above it.
        Subtotal = "subtotal", "小计";
        /// Of all rows, or of a part that has subtotals.
        Total = "total", "合计";
        /// Of everything.
        GrandTotal = "grand-total", "总计";
        /// Of all rows, in other words.
        InAll = "in-all", "共计";
        /// Of this table and perhaps of others before it.
        Cumulative = "cumulative", "累计";
    }
}

terms! {
    /// Which rows a total agrees with.
    ///
    /// ```
    /// use standard_land::notice::TotalScope;
    ///
    /// assert_eq!(TotalScope::SinceLast.name_zh(), "上一同类合计以下各行");
    /// ```
    pub enum TotalScope("the scope of a total", "合计范围") {
        /// All rows of the file above it.
        Table = "table", "以上全部各行";
        /// The rows since the last total of its kind, or since the header.
        SinceLast = "since-last", "上一同类合计以下各行";
        /// The rows since the last total of any kind.
        SinceAny = "since-any", "上一合计以下各行";
        /// The subtotals as printed, which all agree with their rows.
        Subtotals = "subtotals", "以上各小计";
    }
}

terms! {
    /// Why a total is not judged.
    ///
    /// ```
    /// use standard_land::notice::NotJudged;
    ///
    /// assert_eq!(NotJudged::NothingAbove.code(), "nothing-above");
    /// ```
    pub enum NotJudged("why a total is not judged", "合计未判断的原因") {
        /// It has no area, or one that cannot be read.
        NoArea = "no-area", "合计行无面积";
        /// No row with an area stands above it; the rows may stand below.
        NothingAbove = "nothing-above", "以上无可合计的行";
        /// A cumulative total may reach over other tables.
        Cumulative = "cumulative", "累计可能含其他表";
        /// The area of some row above it cannot be read.
        UnreadRows = "unread-rows", "以上有面积未能采用的行";
    }
}

/// Whether a total agrees with what stands above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TotalCheck {
    /// It is the sum, or the sum rounded to the places that it is printed to.
    Agrees {
        /// Of which rows it is the sum.
        scope: TotalScope,
        /// Whether repeats had to be counted once more to get there.
        with_repeats: bool,
        /// The modes that print the sum so; [`Modes::ANY`] if it is exact.
        modes: Modes,
    },
    /// It is not.
    Differs {
        /// The area of the records that it should be the sum of.
        above: Area,
    },
    /// That cannot be known.
    NotJudged(NotJudged),
}

impl Display for TotalCheck {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Agrees {
                scope,
                with_repeats,
                modes,
            } => {
                let repeats = if *with_repeats { ", with repeats" } else { "" };
                let rounded = if modes.is_any() {
                    String::new()
                } else {
                    format!(", rounded by {modes}")
                };
                format!("agrees with {scope}{repeats}{rounded}")
            }
            Self::Differs { above } => format!("differs from {above}"),
            Self::NotJudged(why) => format!("not judged: {why}"),
        };
        f.pad(&text)
    }
}

/// A row that sums up other rows (合计行): checked, and never counted.
///
/// A row is a total if a cell is a label such as 合计, 本页小计, 总用地面积 or
/// `Total`, and nothing in the row identifies a parcel: no supervision number, no
/// holder, and no name, lot number or place in front of the label. Periods, days,
/// counts (共3宗), divisions and uses identify nothing. Behind a label there may be
/// a project; a lot number or a place identifies a parcel there too, and beside a
/// label among remarks anything does. A label is a whole cell of words of one
/// table. It may name a division, a use or a method of supply (文水县合计) where it is
/// the first thing the row says, but not among holders: 张合计 is a person. Where
/// a row with a label is a parcel all the same, or a cell looks like a label and
/// says what is not known, the record has the finding
/// [`LabelledTotal`](super::FindingKind::LabelledTotal). 承前页 and 过次页 count as 累计.
///
/// *Rules*: a subtotal (小计) is checked against the rows since the last one of
/// its kind, or since the last total of any kind. 合计, 总计 and 共计 are
/// checked against all rows above, the rows since the last one of the kind, or
/// the subtotals if all of them agree. 累计 may reach over other tables: it is
/// not judged unless it fits. Records are summed up first, then records and
/// repeats, for a printed total counts rows as printed. It agrees if it is the
/// sum, or the sum rounded to its printed places in some mode; a zero agrees with
/// nothing else. A number of more
/// than 15 digits was computed by a spreadsheet, and is read to 15.
///
/// ```
/// use standard_land::notice::{Outcome, Reader, TotalKind};
///
/// let file = "电子监管号,项目名称,面积(公顷)\n\
///             1411212012B00017,厂房,1.4191\n\
///             1411212012B00018,仓库,2.5\n\
///             ,合计（2宗）,3.92\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// let Some(Outcome::Total(total)) = reader.by_ref().last().transpose()? else {
///     unreachable!("the last row is a total")
/// };
/// assert_eq!(total.kind(), TotalKind::Total);
/// assert_eq!(total.area(), Some("3.92 ha".parse()?));
/// // 3.9191 to two places.
/// assert_eq!(
///     total.check().to_string(),
///     "agrees with table, rounded by half-even, half-up, half-down, away-from-zero, ceiling"
/// );
/// assert_eq!(reader.account().records().parcels(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Total {
    pub(super) printed: PrintedRow,
    pub(super) findings: Vec<Finding>,
    pub(super) kind: TotalKind,
    pub(super) area: Option<Area>,
    pub(super) check: TotalCheck,
}

impl Total {
    /// The row as printed.
    #[must_use]
    pub const fn printed(&self) -> &PrintedRow {
        &self.printed
    }

    /// What it is called.
    #[must_use]
    pub const fn kind(&self) -> TotalKind {
        self.kind
    }

    /// The area it states, where that can be held; of a computed number to 15
    /// digits.
    #[must_use]
    pub const fn area(&self) -> Option<Area> {
        self.area
    }

    /// Whether it agrees with what stands above it.
    #[must_use]
    pub const fn check(&self) -> TotalCheck {
        self.check
    }

    /// What is odd about it; one finding says whether it agrees.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, with what was printed.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity<'_>> {
        let findings = self.findings.iter();
        findings.map(|finding| self.printed.oddity(*finding))
    }
}
