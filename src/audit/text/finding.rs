//! What could be read in two ways, or rests on more than the words.

use crate::audit::Span;
use crate::text::terms;

terms! {
    /// What is odd about a reading. Codes are stable.
    ///
    /// ```
    /// use standard_land::audit::text::{Briefing, FindingKind};
    ///
    /// // By parcels or by land? Both are read, and it is said.
    /// let briefing = Briefing::read("共出让7宗、37.18公顷，其中工业4宗、21.2公顷，占57%。");
    /// let kinds: Vec<_> = briefing.findings().iter().map(|finding| finding.kind).collect();
    /// assert_eq!(kinds, [FindingKind::SeveralParts]);
    /// ```
    pub enum FindingKind("a finding in a text") {
        /// A comma of full width stands where digits are grouped: 3，450宗.
        WideComma = "wide-comma", "全角逗号分节";
        /// A rate could be that of several parts; each is a claim.
        SeveralParts = "several-parts", "占比对应多个数字";
        /// A part could belong to several wholes; each is a claim.
        SeveralWholes = "several-wholes", "总数不唯一";
        /// Rates and figures are not of the same number; none is a claim.
        RatesDoNotPair = "rates-do-not-pair", "占比与数字个数不符";
        /// A share in brackets, with no word that says so: 4宗（57%）.
        BareShare = "bare-share", "括注占比";
        /// The base of a growth is the figure of the year before.
        BaseByYear = "base-by-year", "按年份取基数";
        /// A sum of what 累计 counts, which could be more than what is listed.
        CumulativeSum = "cumulative-sum", "累计未必等于所列之和";
        /// 其他 is taken for all that is left.
        OthersAsRest = "others-as-rest", "“其他”按余数理解";
        /// The whole is named in words, and taken for the total that is
        /// printed: 占全市供地的20%.
        WholeInWords = "whole-in-words", "总数仅以文字指明";
        /// The claim stands in the words, and cannot be made of the figures.
        NoSuchClaim = "no-such-claim", "数字不能构成该关系";
    }
}

/// Something odd, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Finding {
    /// The rule.
    pub kind: FindingKind,
    /// Where in the text it is.
    pub span: Span,
}
