//! What is odd about a row, or about the columns of a file.

use core::fmt::{self, Display, Formatter};

use super::column::Column;
use crate::text::terms;

terms! {
    /// How much a finding matters.
    ///
    /// ```
    /// use standard_land::notice::{FindingKind, Severity};
    ///
    /// assert_eq!(FindingKind::NoArea.severity(), Severity::Rejects);
    /// assert!(Severity::Note < Severity::Doubt);
    /// ```
    pub enum Severity("a severity", "严重程度") {
        /// Usual in published notices, and understood.
        Note = "note", "提示";
        /// A value is left out, or doubtful; what was printed is kept.
        Doubt = "doubt", "存疑";
        /// The row cannot be counted.
        Rejects = "rejects", "不予采用";
    }
}

terms! {
    /// The rule by which something was found. Codes are stable.
    ///
    /// ```
    /// use standard_land::notice::FindingKind;
    ///
    /// assert_eq!(FindingKind::SentinelDate.code(), "sentinel-date");
    /// ```
    pub enum FindingKind("a finding", "发现事项") {
        /// The file has no such column; reported once, not for every row.
        AbsentColumn = "absent-column", "缺少该列";
        /// The head of the column does not state its unit; reported once.
        UnitNotStated = "unit-not-stated", "列名未注明单位";
        /// The bytes of the row are not UTF-8.
        NotUtf8 = "not-utf8", "不是UTF-8";
        /// The row is too long to be held.
        RowTooLong = "row-too-long", "行过长";
        /// A quotation mark that encloses no cell, and was read as a character; in
        /// the header it is left out.
        StrayQuote = "stray-quote", "引号不成对";
        /// There is no area.
        NoArea = "no-area", "无面积";
        /// The area is zero.
        ZeroArea = "zero-area", "面积为零";
        /// The area is below zero.
        NegativeArea = "negative-area", "面积为负";
        /// The area is finer than 10⁻⁸ mu, and no rounding was named.
        AreaTooPrecise = "area-too-precise", "面积位数过多";
        /// The area cannot be read.
        UnreadableArea = "unreadable-area", "面积无法识别";
        /// The area, or the total with it, could not be held.
        AreaOutOfScale = "area-out-of-scale", "面积超出范围";
        /// The area is finer than 10⁻⁸ mu, and was rounded as the caller named.
        AreaRounded = "area-rounded", "面积已按指定方式修约";
        /// The first column of areas says nothing here: a further one is read.
        AreaElsewhere = "area-elsewhere", "面积取自另一列";
        /// Two columns of areas say different things, more than their places allow.
        AreasDisagree = "areas-disagree", "各面积列不一致";
        /// A number with a comma for thousands fell into two cells; both are in
        /// the cell that was printed.
        NumberSplit = "number-split", "数字被逗号拆分";
        /// A total equals what stands above it, to its printed places.
        TotalAgrees = "total-agrees", "合计相符";
        /// A total does not equal what stands above it.
        TotalDiffers = "total-differs", "合计不符";
        /// Whether a total agrees cannot be known.
        TotalNotJudged = "total-not-judged", "合计未核对";
        /// A total of more than 15 digits, as computed; it is read to 15.
        NumberComputed = "number-computed", "计算所得数值";
        /// A cell says 合计 or the like, but the row says what a parcel does.
        LabelledTotal = "labelled-total", "有合计字样，按宗地采用";
        /// The row says what another one says; neither has a number.
        AlikeWithoutNumber = "alike-without-number", "无电子监管号且内容相同";
        /// The row has fewer cells than the header.
        TooFewCells = "too-few-cells", "列数不足";
        /// The row has more cells than the header, and something in them.
        TooManyCells = "too-many-cells", "列数过多";
        /// Two columns of the same header say different things.
        ColumnsDisagree = "columns-disagree", "同名列不一致";
        /// Full-width digits or signs were read as plain ones.
        FullWidthDigits = "full-width-digits", "全角数字";
        /// There is no supervision number.
        NoNumber = "no-number", "无电子监管号";
        /// The supervision number does not have the usual form.
        UnusualNumber = "unusual-number", "电子监管号形式异常";
        /// The supervision number was damaged by a spreadsheet: `1.41121E+15`.
        NumberDamaged = "number-damaged", "电子监管号已损坏";
        /// The number was seen before, on a row that says something else.
        NumberReused = "number-reused", "电子监管号重复而内容不同";
        /// The division code in the number is not in the table.
        UnknownDivision = "unknown-division", "行政区代码未收录";
        /// There is no division code; its name alone identifies no county.
        NoDivision = "no-division", "无行政区代码";
        /// The land use is on no list.
        UnknownLandUse = "unknown-land-use", "土地用途未收录";
        /// The supply method is on no list.
        UnknownMethod = "unknown-method", "供地方式未收录";
        /// The industry label has no certain code.
        UnmatchedIndustry = "unmatched-industry", "行业分类无对应代码";
        /// There is no industry label.
        NoIndustry = "no-industry", "无行业分类";
        /// One term for each of several uses.
        TermPerUse = "term-per-use", "分用途年限";
        /// The term is zero.
        NoTerm = "no-term", "年限为零";
        /// The term cannot be read.
        UnreadableTerm = "unreadable-term", "年限无法识别";
        /// There is no price, or it is zero.
        NoPrice = "no-price", "无成交价格";
        /// The price cannot be read.
        UnreadablePrice = "unreadable-price", "成交价格无法识别";
        /// The price for the area is beyond belief: perhaps yuan, not 万元.
        PriceOutOfScale = "price-out-of-scale", "成交价格数量级异常";
        /// The upper floor-area ratio is zero: there is no limit.
        NoUpperLimit = "no-upper-limit", "容积率无上限";
        /// The lower floor-area ratio is above the upper one.
        LimitsReversed = "limits-reversed", "容积率下限大于上限";
        /// A floor-area ratio cannot be read.
        UnreadableLimit = "unreadable-limit", "容积率无法识别";
        /// A date that stands for none: 1900-01-01, 1901-01-02.
        SentinelDate = "sentinel-date", "占位日期";
        /// A date in a year that cannot be.
        ImpossibleYear = "impossible-year", "年份异常";
        /// A date that cannot be read.
        UnreadableDate = "unreadable-date", "日期无法识别";
        /// A date before one that must come first.
        DatesOutOfOrder = "dates-out-of-order", "日期先后颠倒";
        /// There is no holder.
        NoHolder = "no-holder", "无土地使用权人";
        /// Several holders in one cell.
        JointHolders = "joint-holders", "多个土地使用权人";
    }
}

impl FindingKind {
    /// How many kinds there are.
    pub(crate) const COUNT: usize = Self::ALL.len();

    /// How much it matters.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::NotUtf8
            | Self::RowTooLong
            | Self::NoArea
            | Self::ZeroArea
            | Self::NegativeArea
            | Self::AreaTooPrecise
            | Self::UnreadableArea
            | Self::AreaOutOfScale
            | Self::NumberSplit => Severity::Rejects,
            Self::AbsentColumn
            | Self::AreaElsewhere
            | Self::AreaRounded
            | Self::TotalAgrees
            | Self::TotalNotJudged
            | Self::NumberComputed
            | Self::FullWidthDigits
            | Self::NoIndustry
            | Self::UnmatchedIndustry
            | Self::TermPerUse
            | Self::NoTerm
            | Self::NoPrice
            | Self::NoUpperLimit
            | Self::SentinelDate
            | Self::JointHolders => Severity::Note,
            _ => Severity::Doubt,
        }
    }
}

/// A finding in a row: which rule, in which column.
///
/// With the row that has it, it becomes an [`Oddity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "NoticeFinding", transform = crate::described::brief))]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub kind: FindingKind,
    /// The column; `None` where it is about the whole row.
    pub column: Option<Column>,
}

/// A finding with its row and what was printed there.
///
/// ```
/// use standard_land::notice::{Outcome, Reader, Severity};
///
/// let file = "电子监管号,面积(公顷),行业分类,土地使用权人\n1411212012B00017,1.4191,其它,某公司\n";
/// let mut reader = Reader::new(file.as_bytes())?;
/// let Some(Outcome::Record(record)) = reader.next().transpose()? else {
///     unreachable!("the row can be read")
/// };
/// let odd = record.oddities().next().expect("the label has no code");
/// assert_eq!((odd.row, odd.found), (1, "其它"));
/// assert_eq!(odd.severity(), Severity::Note);
/// assert_eq!(odd.to_string(), "row 1, 行业分类: unmatched-industry: \"其它\"");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Oddity<'a> {
    /// Which row of the file it is; the one after the header is 1.
    pub row: u64,
    /// The column; `None` where it is about the whole row.
    pub column: Option<Column>,
    /// What was printed there; empty where it is about the whole row.
    pub found: &'a str,
    /// The rule.
    pub kind: FindingKind,
}

impl Oddity<'_> {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

impl Display for Oddity<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(
                f,
                "row {}, {}: {}: {:?}",
                self.row,
                column.name_zh(),
                self.kind,
                self.found
            ),
            None => write!(f, "row {}: {}", self.row, self.kind),
        }
    }
}
