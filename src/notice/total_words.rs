//! The words of labels of totals, and what may stand beside them: one table.

use super::total::TotalKind;

/// What a word does in a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Makes a label.
    Word(TotalKind),
    /// Makes one too, but another word says better of which kind: 总面积.
    Sum,
    /// Makes one with a number of things behind it: 共3宗.
    Joint,
    /// Names nothing: which part, which time, or what is summed up.
    Beside,
    /// Names nothing behind a number: units, counters, parts of a date.
    Unit,
    /// What a total may be of ends so: a division, a use, a method.
    Class,
    /// What begins with a word and ends so is a name: 合计大厦.
    Name,
}

/// All words, in simplified characters and lower case, without white space.
#[rustfmt::skip]
const TABLE: [(Part, &[&str]); 11] = [
    (Part::Word(TotalKind::Total), &[
        "合计", "总和", "汇总", "加总", "total", "totals",
    ]),
    (Part::Word(TotalKind::Subtotal), &["小计", "subtotal", "subtotals", "sub-total", "sub-totals"]),
    (Part::Word(TotalKind::GrandTotal), &["总计", "总合计", "grandtotal", "grandtotals"]),
    (Part::Word(TotalKind::InAll), &["共计", "总共", "一共", "合共", "intotal", "inall"]),
    // What a page carries forward is the total of all pages before.
    (Part::Word(TotalKind::Cumulative), &[
        "累计", "承前页", "承上页", "过次页", "转次页", "转下页", "接上页", "runningtotal",
    ]),
    (Part::Sum, &[
        "总面积", "总用地面积", "总供地面积", "总供应面积", "总出让面积", "总土地面积", "总占地面积",
        "总宗地面积", "总成交面积", "用地总面积", "供地总面积", "出让总面积", "土地总面积", "总亩数",
        "总公顷数", "总宗数", "总数", "总数量", "总个数", "总地块数", "总金额", "总价款", "总成交金额",
        "总成交价款", "总用地",
    ]),
    (Part::Joint, &["共", "共有"]),
    (Part::Unit, &[
        "年", "月", "日", "度", "季", "份", "月份", "年份", "旬",
        "宗", "宗地", "地", "块", "地块", "个", "笔", "项", "条", "户", "家", "幅", "批", "批次", "页",
        "公顷", "亩", "平方米", "平米", "平方公里", "㎡", "m2", "m²", "sqm", "ha", "hectare", "hectares",
        "mu", "元", "亿", "公", "顷", "平", "方", "米", "yuan", "rmb", "cny",
    ]),
    (Part::Beside, &[
        // Which part.
        "分", "本次", "本批次", "本批", "上述", "本页", "本表", "全部", "全县", "全市", "全区", "全省",
        "全国", "全州", "全镇", "全园区", "全域", "以上", "各项", "各宗", "各地块", "各区", "各县", "各市",
        "分区", "分项", "其中", "以下", "前述", "所有", "含", "不含", "单位", "第",
        // Which time.
        "本月", "本季", "本季度", "本年", "本年度", "本期", "当月", "当年", "当期", "全年", "全年度",
        "逐月", "历年", "年度", "季度", "半年", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度",
        "截至", "截止", "截止到", "截至到", "至", "到", "底", "末", "初", "目前", "上", "下", "上旬", "中旬",
        "下旬", "去年", "今年", "上年", "上年度",
        // What is summed up.
        "土地面积", "用地面积", "供地面积", "供应面积", "出让面积", "占地面积", "宗地面积", "成交面积",
        "划拨面积", "建设用地面积", "面积", "用地", "供地", "土地", "地块", "宗地", "宗数", "地块数",
        "亩数", "公顷数", "个数", "户数", "数量", "数", "值", "金额", "成交金额", "总额", "价款",
        "成交价款", "出让价款", "出让金", "土地出让金", "成交价", "成交总价", "成交价格", "人民币", "为", "约",
        "area", "areas", "landarea", "land", "amount", "price", "parcels", "parcel", "plots", "plot",
        "lots", "lot", "items", "item", "rows", "row", "records", "record", "of", "all", "the", "for",
        "number", "count", "this", "page", "year", "month", "in",
    ]),
    (Part::Class, &[
        "省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "街道", "办事处", "村", "场", "园", "组",
        "用地", "工业", "商业", "商服", "住宅", "仓储", "物流", "服务", "类", "业", "标准地", "出让",
        "划拨", "租赁", "招标", "拍卖", "挂牌", "协议", "部分", "批次", "地块", "片", "其他", "其它",
    ]),
    (Part::Name, &[
        // No labels, though they begin as some do.
        "总计划", "总计算", "总数据", "共同", "共享", "共和",
        "公司", "集团", "企业", "厂", "中心", "合伙", "合作社", "社", "院", "所", "店", "站", "行", "库",
        "铺", "户", "镇", "乡", "村", "路", "街", "巷", "侧", "园", "区", "城", "苑", "府", "庄", "寨",
        "湾", "桥", "河", "山", "楼", "大厦", "广场", "项目", "工程", "基地", "局", "处", "队", "会", "矿",
        "学校", "银行", "基金", "机构", "人", "某", "先生", "女士",
    ]),
];

/// The words of a kind.
pub(super) fn of(part: Part) -> impl Iterator<Item = &'static str> {
    let rows = TABLE.iter().filter(move |(known, _)| *known == part);
    rows.flat_map(|(_, words)| words.iter().copied())
}

/// The longest word that a text begins with, and what it does.
///
/// Where two do the same the one that stands first in the table counts. What
/// only ends something begins nothing.
pub(super) fn at_start(text: &str) -> Option<(Part, &'static str)> {
    let all = TABLE.iter().filter(|(part, _)| *part != Part::Class);
    let all = all.flat_map(|(part, words)| words.iter().map(move |word| (*part, *word)));
    let mut longest: Option<(Part, &str)> = None;
    for (part, word) in all {
        let is_longer = longest.is_none_or(|(_, known)| word.len() > known.len());
        if is_longer && text.starts_with(word) {
            longest = Some((part, word));
        }
    }
    longest.filter(|(part, _)| *part != Part::Name)
}
