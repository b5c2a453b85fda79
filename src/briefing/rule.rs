//! The grammar: which words make which claim of which figures.

use core::fmt::{self, Display, Formatter};

use super::kind::{Kind, Reach, Side, Slot, Strength};
use super::words;
use crate::text::terms;

terms! {
    /// The rule by which a claim was read. Codes are stable.
    ///
    /// Each rule is a [`Row`] of a table: its cue words, the slots that its
    /// figures must have, where it looks and how far, how firmly it binds, and
    /// a sentence that it reads beside one that it must leave alone.
    ///
    /// ```
    /// use standard_land::briefing::{Rule, Strength};
    ///
    /// for rule in Rule::ALL {
    ///     println!("{}", rule.row());
    /// }
    /// assert_eq!(Rule::ShareOfNamed.row().strength, Strength::Named);
    /// ```
    pub enum Rule("a rule of the grammar", "语法规则") {
        /// 其中 opens parts of what stands before.
        Among = "among", "其中";
        /// A whole that is named before its parts: 7宗中, 产业用地中.
        Within = "within", "……中";
        /// 包括, 主要有 open parts.
        Includes = "includes", "包括";
        /// A bracket holds a part of the figure that it follows.
        Bracketed = "bracketed", "括注";
        /// Items whose sum is the figure before are its parts.
        Listed = "listed", "分列";
        /// What is new is part of the stock: 新入驻14家，现有386家.
        Stock = "stock", "存量";
        /// The whole of a share is named: 占全市供地的.
        ShareOfNamed = "share-of-named", "占所指总数";
        /// 占, 占比 of what the sentence speaks of.
        Share = "share", "占比";
        /// Several parts have a share together: 三县占全省的.
        ShareOfSum = "share-of-sum", "合占";
        /// 完成计划的: what was done of a plan.
        Plan = "plan", "完成计划";
        /// A rate by its name: 开工率, 成交率.
        Rate = "rate", "比率";
        /// 由A到B.
        FromTo = "from-to", "由……到……";
        /// 比上年的A: the base is named.
        BaseNamed = "base-named", "比所指基数";
        /// The same thing in two periods, both printed.
        TwoPeriods = "two-periods", "两期对比";
        /// Level, increment and rate of one change.
        Increment = "increment", "增量与增幅";
        /// Two levels of one rate: 提高5个百分点.
        Points = "points", "百分点";
        /// 是A的n倍, 翻一番.
        Multiple = "multiple", "倍数";
        /// 合计, 共计, 小计, 总计.
        Sum = "sum", "合计";
        /// A list makes up its whole, though no word says so.
        Complete = "complete", "分项合计";
        /// Shares of one whole make a hundred.
        Hundred = "hundred", "占比合计";
        /// 其余, 剩余: what the parts leave.
        Rest = "rest", "其余";
        /// 净增: new less lost.
        Net = "net", "净额";
        /// 增加88亩: how far two levels are apart.
        Gap = "gap", "相差";
        /// 亩均, 均价: so much for each.
        Mean = "mean", "平均";
        /// 合, 折合: the same in another unit.
        Conversion = "conversion", "折合";
        /// 高于, 逼近: which is more.
        Comparison = "comparison", "比较";
    }
}

/// One row of the table of rules.
///
/// ```
/// use standard_land::briefing::{Kind, Reach, Rule};
///
/// let row = Rule::Among.row();
/// assert_eq!((row.kind, row.reach), (Kind::Part, Reach::Text));
/// assert!(row.cues.contains(&"其中"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// What it claims.
    pub kind: Kind,
    /// The words that open it; none where only the place of the figures does.
    pub cues: &'static [&'static str],
    /// What its figures must have in common, or explicitly not.
    pub slots: &'static [Slot],
    /// Where it looks for its partner.
    pub side: Side,
    /// How far it looks.
    pub reach: Reach,
    /// How firmly it binds, at the most.
    pub strength: Strength,
    /// A sentence that it reads.
    pub example: &'static str,
    /// A sentence much like that, which it must leave alone.
    pub counter_example: &'static str,
}

impl Display for Row {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({}): {}; cues",
            self.rule,
            self.rule.name_zh(),
            self.kind
        )?;
        for cue in self.cues.iter().take(8) {
            write!(f, " {cue}")?;
        }
        write!(f, "; needs")?;
        for slot in self.slots {
            write!(f, " {slot}")?;
        }
        write!(f, "; {}, {}; {}", self.side, self.reach, self.strength)
    }
}

impl Rule {
    /// Its row in the table.
    #[must_use]
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub const fn row(self) -> Row {
        use Kind as K;
        use Reach as R;
        use Side as D;
        use Slot::{Measure, Nature, Period, Scope, Statistic, Subject};
        use Strength as S;
        macro_rules! row {
            ($kind:ident, $cues:expr, $slots:expr, $side:ident, $reach:ident, $strength:ident,
             $example:literal, $counter:literal) => {
                Row {
                    rule: self,
                    kind: K::$kind,
                    cues: $cues,
                    slots: $slots,
                    side: D::$side,
                    reach: R::$reach,
                    strength: S::$strength,
                    example: $example,
                    counter_example: $counter,
                }
            };
        }
        match self {
            Self::Among => row!(
                Part,
                &["其中"],
                &[Measure, Scope, Period, Statistic],
                Back,
                Text,
                Structural,
                "供地90公顷，其中产业70公顷。",
                "均价30万元/亩，其中甲区36万元/亩。"
            ),
            Self::Within => row!(
                Part,
                &["中", "当中", "里"],
                &[Measure, Subject, Scope],
                Back,
                Text,
                Named,
                "出让的7宗标准地中，4宗已开工。",
                "市中心供地7宗，郊区供地4宗。"
            ),
            Self::Includes => row!(
                Part,
                words::INCLUDES,
                &[Measure, Scope],
                Back,
                Sentence,
                Structural,
                "供应930亩，主要有甲园210亩、乙园185亩等。",
                "供应930亩，乙园也有185亩。"
            ),
            Self::Bracketed => row!(
                Part,
                &["（"],
                &[Measure, Subject],
                Back,
                Bracket,
                Structural,
                "毁损地块742.6亩（耕地205.3亩）。",
                "清查35宗（980亩）。"
            ),
            Self::Listed => row!(
                Part,
                &["按", "分"],
                &[Measure, Scope],
                Back,
                Text,
                Positional,
                "供地100公顷。按用途看，工业60公顷，住宅40公顷。",
                "供地100公顷。按用途看，工业60公顷，住宅30公顷。"
            ),
            Self::Stock => row!(
                Part,
                &["现有", "累计", "实有"],
                &[Measure, Subject],
                Ahead,
                Sentence,
                Positional,
                "新入驻企业14家，现有入驻企业386家。",
                "迁出企业14家，现有入驻企业386家。"
            ),
            Self::ShareOfNamed => row!(
                Share,
                &["占", "相当于"],
                &[Measure, Subject, Scope],
                Back,
                Text,
                Named,
                "全年储备土地2120亩。收回存量用地860亩，占储备总面积的40.57%。",
                "供地486亩，民营企业竞得面积占标准地出让面积的68%。"
            ),
            Self::Share => row!(
                Share,
                &["占", "占比", "比重"],
                &[Measure, Scope, Statistic],
                Back,
                Text,
                Structural,
                "供地8宗，其中开工4宗，占50%。",
                "A类企业42家，占14%；B类企业147家，占49%。"
            ),
            Self::ShareOfSum => row!(
                Share,
                &["三县占", "两项占"],
                &[Measure, Scope],
                Back,
                Text,
                Named,
                "全省出让600宗。甲县86宗、乙县71宗、丙县53宗，三县占全省的35%。",
                "甲县86宗、乙县71宗、丙县53宗，三县占全省的35%。"
            ),
            Self::Plan => row!(
                Rate,
                words::PLAN,
                &[Measure, Subject, Scope],
                Back,
                Text,
                Named,
                "年度计划640公顷，实际供应448公顷，完成计划的70%。",
                "供地448公顷，其中棚改22公顷，完成计划的88%。"
            ),
            Self::Rate => row!(
                Rate,
                &["率"],
                &[Measure, Subject, Scope],
                Back,
                Text,
                Structural,
                "应竣工25个，已竣工14个，竣工率56%。",
                "办结816件，满意率99.6%。"
            ),
            Self::FromTo => row!(
                Growth,
                &["由", "从"],
                &[Measure, Subject],
                Back,
                Sentence,
                Named,
                "审批事项由96项减至61项，减少36.5%。",
                "审批事项由96项减至61项，平均时限压缩60%。"
            ),
            Self::BaseNamed => row!(
                Growth,
                &["比", "较"],
                &[Measure, Subject, Period],
                Back,
                Sentence,
                Named,
                "总收入比上年的142.7亿元下降10.0%，为128.4亿元。",
                "比前一周多4宗，成交15宗，比前一周少3宗。"
            ),
            Self::TwoPeriods => row!(
                Growth,
                words::YEAR_BEFORE,
                &[Measure, Subject, Period],
                Both,
                Next,
                Structural,
                "上年同期300公顷，今年315公顷，同比增长5%。",
                "供地412公顷，其中工业168公顷，同比下降3%。"
            ),
            Self::Increment => row!(
                Growth,
                words::UP,
                &[Measure, Subject, Scope],
                Back,
                Sentence,
                Structural,
                "盘活1280亩，比上年增加160亩，增长14.3%。",
                "供地936公顷，较上年增加78公顷，工业供地增长4%。"
            ),
            Self::Points => row!(
                Points,
                &["个百分点"],
                &[Subject, Statistic],
                Back,
                Sentence,
                Named,
                "增长8.3%，比10月的6.9%加快1.4个百分点。",
                "出让金增长24%，溢价率10%，提升6个百分点。"
            ),
            Self::Multiple => row!(
                Multiple,
                &["倍", "番"],
                &[Measure, Subject],
                Back,
                Text,
                Named,
                "亩均税收26.4万元，为全县平均水平（16.5万元）的1.6倍。",
                "标准地18宗，为前一季的3倍。"
            ),
            Self::Sum => row!(
                Sum,
                words::SUM,
                &[Measure, Scope, Statistic],
                Back,
                Text,
                Structural,
                "甲县2公顷，乙县3公顷，两县共计5公顷。",
                "甲县74公顷，乙县51公顷，全市共268公顷。"
            ),
            Self::Complete => row!(
                Sum,
                &["其中", "按", "分"],
                &[Measure, Scope],
                Ahead,
                Text,
                Positional,
                "供地70公顷，其中工业44公顷，住宅26公顷。",
                "供地70公顷，其中工业44公顷，住宅20公顷。"
            ),
            Self::Hundred => row!(
                Sum,
                &["占"],
                &[Statistic, Scope],
                Back,
                Sentence,
                Positional,
                "工业占42.6%、住宅占25.1%、商服占8.3%，其余24%为公共设施。",
                "工业占42.6%、住宅占25.1%、商服占8.3%。"
            ),
            Self::Rest => row!(
                Difference,
                words::REST,
                &[Measure, Scope],
                Back,
                Next,
                Structural,
                "供地10宗，其中工业4宗、商业3宗，其余3宗未开工。",
                "新增62公顷，消化118公顷，年末剩余204公顷。"
            ),
            Self::Net => row!(
                Difference,
                &["净增", "净减"],
                &[Measure, Subject, Scope],
                Back,
                Next,
                Structural,
                "新设2640家，注销1056家，净增1584家。",
                "新设2640家，净增1584家。"
            ),
            Self::Gap => row!(
                Difference,
                words::DOWN,
                &[Measure, Subject, Period],
                Back,
                Sentence,
                Named,
                "出让803亩，比2022年的715亩增加88亩。",
                "出让803亩，比上年增加88亩。"
            ),
            Self::Mean => row!(
                Mean,
                words::MEAN,
                &[Measure, Subject, Statistic],
                Back,
                Text,
                Structural,
                "出让32宗、1536亩，平均每宗48亩。",
                "税收8.6亿元，亩均1.9万元。"
            ),
            Self::Conversion => row!(
                Conversion,
                &["合", "折合", "约合", "即"],
                &[Measure, Nature],
                Back,
                Bracket,
                Structural,
                "规划6.4平方公里（约合9600亩）。",
                "规划区6.4平方公里，起步区1800亩。"
            ),
            Self::Comparison => row!(
                Comparison,
                &["高于", "超过", "低于", "逼近"],
                &[Measure, Subject],
                Back,
                Sentence,
                Named,
                "亩均税收18.6万元，高于全省平均（15.2万元）。",
                "甲镇80亩，乙镇超过100亩。"
            ),
        }
    }
}
