//! The rules.

use crate::text::terms;

terms! {
    /// The rule by which a claim was read. Codes are stable.
    pub enum Rule("a rule of the grammar") {
        /// 其中.
        Among = "among", "其中";
        /// A中.
        Within = "within", "……中";
        /// 包括.
        Includes = "includes", "包括";
        /// In brackets.
        Bracketed = "bracketed", "括注";
        /// 分别为.
        Listed = "listed", "分列";
        /// 占W的.
        ShareOfNamed = "share-of-named", "占所指总数";
        /// 占.
        Share = "share", "占比";
        /// of sum
        ShareOfSum = "share-of-sum", "合占";
        /// 完成计划.
        Plan = "plan", "完成计划";
        /// rate.
        Rate = "rate", "比率";
        /// from-to.
        FromTo = "from-to", "由……到……";
        /// 比上年的.
        BaseNamed = "base-named", "比所指基数";
        /// two periods.
        TwoPeriods = "two-periods", "两期对比";
        /// increment.
        Increment = "increment", "增量与增幅";
        /// points.
        Points = "points", "百分点";
        /// multiple.
        Multiple = "multiple", "倍数";
        /// 合计.
        Sum = "sum", "合计";
        /// list is whole.
        Complete = "complete", "分项合计";
        /// Hundred.
        Hundred = "hundred", "占比合计";
        /// rest.
        Rest = "rest", "其余";
        /// Stock.
        Stock = "stock", "存量";
        /// net.
        Net = "net", "净额";
        /// gap.
        Gap = "gap", "相差";
        /// mean.
        Mean = "mean", "平均";
        /// conversion.
        Conversion = "conversion", "折合";
        /// comparison.
        Comparison = "comparison", "比较";
    }
}
