//! What is claimed, how sure the words are, and what became of it.

use crate::text::terms;

terms! {
    /// What kind of relation is claimed. Codes are stable.
    ///
    /// The figures of a claim stand in this order, the result first:
    ///
    /// | kind | result | then |
    /// |---|---|---|
    /// | part | the part | the whole |
    /// | share, rate | the share | part or parts, whole; done, due |
    /// | sum | the total | the items, the deducted ones last |
    /// | difference | the rest or the gap | what is more, what is less |
    /// | growth | the rate | base, new level; level, increment |
    /// | points | the points | from, to |
    /// | multiple | the multiple | new level, base |
    /// | mean | the mean | total, count |
    /// | conversion | the second form | the first |
    /// | comparison | the one | the other |
    ///
    /// ```
    /// use standard_land::audit::Reading;
    /// use standard_land::briefing::{Briefing, Kind};
    ///
    /// let briefing = Briefing::read("供地7宗，其中开工4宗，占57%。");
    /// let audit = briefing.audit(&Reading::new());
    /// let kinds: Vec<_> = audit.into_iter().map(|judged| judged.kind()).collect();
    /// assert_eq!(kinds, [Kind::Part, Kind::Share]);
    /// ```
    pub enum Kind("a kind of claim", "论断类别") {
        /// A part lies in its whole.
        Part = "part", "部分";
        /// The share of a part in its whole.
        Share = "share", "占比";
        /// What was done of what was due; it may be more than all.
        Rate = "rate", "比率";
        /// Items make a total.
        Sum = "sum", "合计";
        /// What is left, or how far two are apart.
        Difference = "difference", "差额";
        /// Growth from a base, or from level and increment.
        Growth = "growth", "增长";
        /// Two rates are this many hundredths apart.
        Points = "points", "百分点";
        /// So many times as much.
        Multiple = "multiple", "倍数";
        /// So much for each.
        Mean = "mean", "平均";
        /// The same in another unit.
        Conversion = "conversion", "折合";
        /// Which is more.
        Comparison = "comparison", "比较";
    }
}

terms! {
    /// How firmly the words bind the figures of a claim.
    ///
    /// ```
    /// use standard_land::briefing::Strength;
    ///
    /// assert_eq!(Strength::Named.name_zh(), "文字指明");
    /// ```
    pub enum Strength("a strength of a claim", "论断强度") {
        /// Words say which figure is meant: 占全市供地的, 比上年的, a label.
        Named = "named", "文字指明";
        /// The sentence is built so: 分别 with equal counts, a bracket, 其中.
        Structural = "structural", "句式确定";
        /// The nearest of like unit, which nobody named: it only says that a
        /// figure fits.
        Positional = "positional", "位置推断";
    }
}

terms! {
    /// What a figure has beside its number, and what a rule asks of it.
    ///
    /// ```
    /// use standard_land::briefing::{Rule, Slot};
    ///
    /// assert!(Rule::TwoPeriods.row().slots.contains(&Slot::Period));
    /// ```
    pub enum Slot("a slot of a figure", "数字的位置") {
        /// What it measures, by its unit or a label: 宗数, 面积, 价款.
        Measure = "measure", "计量";
        /// What it is of: the words before it.
        Subject = "subject", "主体";
        /// Whether it is a whole, a part, a change or a target.
        Scope = "scope", "范围";
        /// The time that it is of.
        Period = "period", "时期";
        /// Whether it is a level, a share, a mean or a growth.
        Statistic = "statistic", "统计量";
        /// Whether it is exact, about, or names a class.
        Nature = "nature", "性质";
    }
}

terms! {
    /// Where a rule looks for its partner.
    ///
    /// ```
    /// use standard_land::briefing::{Rule, Side};
    ///
    /// assert_eq!(Rule::Among.row().side, Side::Back);
    /// ```
    pub enum Side("a side", "方向") {
        /// Before the result.
        Back = "back", "向前";
        /// Behind the result.
        Ahead = "ahead", "向后";
        /// On both sides.
        Both = "both", "前后";
    }
}

terms! {
    /// How far a rule looks.
    ///
    /// ```
    /// use standard_land::briefing::{Reach, Rule};
    ///
    /// assert_eq!(Rule::Bracketed.row().reach, Reach::Bracket);
    /// ```
    pub enum Reach("a reach", "范围") {
        /// To the figure that the bracket follows.
        Bracket = "bracket", "括号";
        /// To the end of the sentence.
        Sentence = "sentence", "句内";
        /// To the sentence before, or behind.
        Next = "next", "邻句";
        /// A few sentences, over headings and lines.
        Text = "text", "跨句";
    }
}

terms! {
    /// Why a figure nearby is not an operand of a claim.
    ///
    /// ```
    /// use standard_land::audit::Reading;
    /// use standard_land::briefing::{Briefing, DropReason};
    ///
    /// let briefing = Briefing::read("推出60公顷，比上周少14公顷，其中甲区30公顷。");
    /// let audit = briefing.audit(&Reading::new());
    /// let part = audit.judged().first().expect("a part is read");
    /// let dropped: Vec<_> = part.dropped().map(|dropped| dropped.reason()).collect();
    /// assert_eq!(dropped, [DropReason::Change]);
    /// ```
    pub enum DropReason("a reason why a candidate was dropped", "候选被舍弃的原因") {
        /// It measures something else.
        OtherMeasure = "other-measure", "计量不同";
        /// It says by how much something changed.
        Change = "change", "属增减额";
        /// It is the base of a comparison.
        Base = "base", "属对比基数";
        /// A mean or a price, which has no parts and does not add.
        Mean = "mean", "属均值或单价";
        /// It is of another period.
        OtherPeriod = "other-period", "时期不同";
        /// It names a class, or counts what another figure speaks of.
        Class = "class", "属类别界限或范围";
        /// It is a limit or a second form.
        Limit = "limit", "属限值或换算";
        /// It cannot be computed with: a range, numerals that are none.
        Lost = "lost", "无法取值";
        /// A bracket offers nothing to the text outside.
        Bracket = "bracket", "仅限括号内";
        /// It is a part of the same whole.
        Sibling = "sibling", "属并列项";
        /// It would not give the figure, or another is named or nearer.
        Farther = "farther", "另有更合者";
    }
}
