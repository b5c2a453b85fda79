//! The grammar: which words make which claim of which figures.

use crate::text::terms;

terms! {
    /// The rule by which a claim was read. Codes are stable.
    ///
    /// A sentence is a row of *groups* of figures; a rule looks at the words
    /// before a group and at the groups before it. In what follows, `N` is an
    /// amount, `r` a rate, and `|` parts alternatives.
    ///
    /// ```
    /// use standard_land::audit::text::{Briefing, Rule};
    ///
    /// let briefing = Briefing::read("共出让7宗、37.18公顷，其中服务业4宗、5.74公顷，分别占57%和15.43%。");
    /// let shares = briefing.passages().iter().filter(|passage| passage.rule() == Rule::Share);
    /// let claims: Vec<_> = shares.map(|passage| passage.claim().to_string()).collect();
    /// assert_eq!(claims, ["57% = 4宗 of 7宗", "15.43% = 5.74公顷 of 37.18公顷"]);
    /// ```
    pub enum Rule("a rule of the grammar") {
        /// `N`, 其中 `N`: the part is at most the whole.
        Part = "part", "其中";
        /// `N`, `N` 占 (`N` 的) `r`: the share of a part in its whole.
        Share = "share", "占比";
        /// `N`, `N`, …率 `r`: a rate of completion, of starts, of supply.
        Rate = "rate", "完成率";
        /// `N`, `N`, 合计 | 共 `N`: a sum, less what follows 扣除.
        Sum = "sum", "合计";
        /// `N`, 其中 `N`, 其余 `N`: what the parts leave of the whole.
        Rest = "rest", "其余";
        /// `N`（`N`） | `N`, 折合 `N`: the same in another unit.
        Conversion = "conversion", "折合";
        /// `N`, 较 `N` 增长 | 下降 `r`: growth from a base.
        Growth = "growth", "增长";
        /// `N`, 较 `N` 增加 | 减少 `N`: what it grew by.
        Change = "change", "增减";
        /// 由 `r` 提高到 `r`, 提高 … 个百分点.
        Points = "points", "百分点";
        /// `N` 是 `N` 的 … 倍: a multiple of a base.
        Multiple = "multiple", "倍数";
        /// `N`, `N`, 平均每宗 | 亩均 `N`: so much for each.
        Mean = "mean", "平均";
        /// `r`, `r`, 相乘 `r`: a product of rates.
        Product = "product", "相乘";
        /// `N` 高于 | 不低于 `N`: which is more.
        Comparison = "comparison", "比较";
    }
}
