//! Which figures a briefing binds together, and which it must not.

use standard_land::audit::{Outcome, Reading};
use standard_land::briefing::{Briefing, Kind};
use standard_land::exact::Modes;

/// All claims of a text, each with its kind.
fn claims(text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    assert!(audit.account().balances());
    let judged = audit.iter();
    judged
        .map(|judged| format!("{}: {}", judged.kind(), judged.claim()))
        .collect()
}

fn claims_of(kind: Kind, text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    audit
        .iter()
        .filter(|judged| judged.kind() == kind)
        .map(|judged| judged.claim().to_string())
        .collect()
}

/// Claims that lack a figure.
fn open(text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let open = audit.open().iter();
    open.map(|open| {
        let figures = open.figures().iter();
        let printed: Vec<_> = figures
            .map(|figure| briefing.printed(figure.span()))
            .collect();
        printed.join(" with ")
    })
    .collect()
}

/// How many figures of a text are called impossible.
fn impossible(text: &str) -> usize {
    let briefing = Briefing::read(text);
    briefing
        .audit(&Reading::new())
        .with_outcome(Outcome::Impossible)
        .count()
}

/// The founding paragraph in its own shape: holders between semicolons, each
/// described; then what they hold together, and two shares by measure.
#[test]
fn a_list_of_holders_is_added_up_and_its_shares_go_by_measure() {
    let text = "本年度，高新园区共出让的8宗、40.00公顷“标准地”中，属于冷链项目的有4宗，\
                分别为甲公司取得3.10公顷，主要从事分拣、配送等业务，已开工；\
                乙公司取得2.20公顷，主要从事仓储（不含危险品）一体业务，已投产；\
                丙公司取得4.30公顷，投资3亿元，购置设备20台，主体封顶；\
                丁公司取得0.40公顷，正在办理许可。\
                共计10.00公顷，宗数占比50%、公顷数占比25%。";
    assert_eq!(
        claims(text),
        [
            "part: 4宗 <= 8宗",
            "part: 3.10公顷 <= 40.00公顷",
            "sum: 10.00公顷 = 3.10公顷 + 2.20公顷 + 4.30公顷 + 0.40公顷",
            "share: 50% = 4宗 of 8宗",
            "share: 25% = 10.00公顷 of 40.00公顷",
        ]
    );
    assert_eq!(impossible(text), 0);
    assert_eq!(open(text), [""; 0]);
    // A wrong total is seen, and a wrong share by count too.
    assert_eq!(
        impossible(&text.replace("共计10.00公顷", "共计11.00公顷")),
        2
    );
    assert_eq!(impossible(&text.replace("比50%", "比60%")), 1);
}

#[test]
fn a_list_of_holders_may_have_lines_of_its_own() {
    let text = "园区供应标准地6宗、30亩，其中制药项目2宗，分别是：\n\
                一、甲公司，5亩，生产原料，已开工；\n\
                二、乙公司，4亩，生产制剂，已投产。\n\
                合计9亩，宗数占比33.3%，面积占比30%。\n\
                另一园区供应标准地9宗。";
    let expected = [
        "part: 2宗 <= 6宗",
        "part: 5亩 <= 30亩",
        "part: 4亩 <= 30亩",
        "sum: 9亩 = 5亩 + 4亩",
        "share: 33.3% = 2宗 of 6宗",
        "share: 30% = 9亩 of 30亩",
    ];
    assert_eq!(claims(text), expected);
    assert_eq!(claims(&text.replace('\n', "\r\n")), expected);
    // A total that names its parcels again, and the measures in another order.
    let text = "园区供应的6宗、30亩标准地中，有2宗用于制药，依次是：\
                甲公司竞得5亩，建设一期；乙公司竞得4亩，建设二期。\
                上述2宗合计9亩，亩数占比30%，宗数占比33.3%。";
    assert_eq!(
        claims_of(Kind::Share, text),
        ["30% = 9亩 of 30亩", "33.3% = 2宗 of 6宗"]
    );
    assert_eq!(claims_of(Kind::Sum, text), ["9亩 = 5亩 + 4亩"]);
}

#[test]
fn the_length_of_the_list_does_not_matter() {
    let holders: Vec<_> = (1..=40)
        .map(|n| format!("第{n}家取得2公顷，已开工"))
        .collect();
    let text = format!(
        "园区出让的80宗、200公顷标准地中，有40宗用于仓储，分别为{}。\
         共计80公顷，宗数占比50%、公顷数占比40%。",
        holders.join("；")
    );
    assert_eq!(
        claims_of(Kind::Share, &text),
        ["50% = 40宗 of 80宗", "40% = 80公顷 of 200公顷"]
    );
    assert_eq!(claims_of(Kind::Sum, &text).len(), 1);
    assert_eq!(impossible(&text), 0);
}

#[test]
fn a_list_that_cannot_be_read_whole_is_not_added_up() {
    // Of two amounts beside each other, that of the total's unit is the term.
    let text = "园区出让的8宗、40公顷标准地中，有2宗用于冷链，分别为甲公司取得3公顷，\
                建设厂房2万平方米；乙公司取得2公顷，建设厂房1万平方米。共计5公顷。";
    assert_eq!(claims_of(Kind::Sum, text), ["5公顷 = 3公顷 + 2公顷"]);
    // A mean among them is not a term.
    let text = "园区出让的8宗、40公顷标准地中，有3宗用于冷链，分别为甲公司取得3公顷，\
                亩均税收20万元；乙公司取得2公顷；丙公司取得4公顷。共计9公顷。";
    assert_eq!(
        claims_of(Kind::Sum, text),
        ["9公顷 = 3公顷 + 2公顷 + 4公顷"]
    );
    // Another subject begins a sentence of its own.
    let text = "园区出让的8宗、40公顷标准地中，有2宗用于冷链，分别为甲公司取得3公顷；\
                乙公司取得2公顷。全市共计出让90公顷。";
    assert_eq!(claims_of(Kind::Sum, text), [""; 0]);
}

#[test]
fn a_rate_that_names_its_measure_speaks_of_nothing_else() {
    for (text, expected) in [
        (
            "交付厂房10栋、50万平方米，其中出租4栋、15万平方米，栋数占比40%、平方米数占比30%。",
            vec!["40% = 4栋 of 10栋", "30% = 15公顷 of 50公顷"],
        ),
        (
            "交付厂房10栋、50公顷，其中出租15公顷，栋数占比40%，面积占比30%。",
            vec!["30% = 15公顷 of 50公顷"],
        ),
        ("供地50公顷，其中工业15公顷，宗数占比40%。", vec![]),
        // The counter counts too: firms are not parcels.
        ("供地10宗，引进企业4家，宗数占比40%，家数占比50%。", vec![]),
        // 用地 and 投资 may be part of a name.
        (
            "工业用地10宗，其中标准地4宗，占工业用地的40%。",
            vec!["40% = 4宗 of 10宗"],
        ),
    ] {
        assert_eq!(claims_of(Kind::Share, text), expected, "{text}");
        assert_eq!(impossible(text), 0, "{text}");
    }
    assert_eq!(open("供地8宗，面积同比增长20%。"), ["20%"]);
    let text = "供地8宗、4家，面积、投资额同比分别增长20%、30%。";
    assert_eq!(open(text), ["20%", "30%"]);
    assert_eq!(
        open("供地8宗、20公顷，投资5亿元，宗数同比增长20%。"),
        ["20% with 8宗"]
    );
}

#[test]
fn a_growth_is_no_level() {
    for text in [
        "供地面积同比增长12%，成交率80%，同比提高3个百分点。",
        "供地面积比上年增长12%，成交率80%，提高3个百分点。",
        "供地8宗，比上年下降12%，完成计划的40%，快于上年6个百分点。",
    ] {
        assert_eq!(claims_of(Kind::Points, text), [""; 0], "{text}");
    }
    // But where 增速 says that growth itself is compared.
    let text = "收入同比增长11%，增速较上半年的14%回落3个百分点。";
    assert_eq!(claims_of(Kind::Points, text), ["3个百分点 = 14% - 11%"]);
    assert_eq!(impossible(text), 0);
}

#[test]
fn a_change_is_no_base_and_no_whole() {
    for (text, grown, lacking) in [
        // What it is more than another year is not a base of its growth, but says
        // what the base was.
        (
            "供地60公顷，较上年多出10公顷，增长20%。",
            vec!["20% = by 10公顷 to 60公顷"],
            vec!["10公顷 with 60公顷"],
        ),
        (
            "上季消化50亩，本季消化60亩，环比多消化10亩，增长20%。",
            vec!["20% = 50亩 -> 60亩", "20% = by 10亩 to 60亩"],
            vec![],
        ),
        // Nor is the whole the base of its part.
        (
            "去年，全县收储80亩，其中低效用地20亩，同比增长5%。",
            vec![],
            vec!["5% with 20亩"],
        ),
    ] {
        assert_eq!(claims_of(Kind::Growth, text), grown, "{text}");
        assert_eq!(open(text), lacking, "{text}");
    }
    for text in [
        "推出60公顷，比上一周少14公顷，其中甲区30公顷。",
        "推出60公顷，比2020年多出14公顷，其中甲区30公顷。",
        "推出60公顷，增加14公顷，其中甲区30公顷。",
    ] {
        assert_eq!(claims_of(Kind::Part, text), ["30公顷 <= 60公顷"], "{text}");
    }
    // A change that stands by itself has parts; what was added net has none,
    // for more can come in than that.
    let text = "供地9亩；耕地减少60亩，其中建设占用30亩。";
    assert_eq!(claims_of(Kind::Part, text), ["30亩 <= 60亩"]);
    let text = "耕地净增60亩，其中新垦90亩，核减30亩。";
    assert_eq!(claims_of(Kind::Part, text), [""; 0]);
    let text = "企业由20家增加到26家，净增6家。";
    assert_eq!(claims_of(Kind::Difference, text), ["6家 = 26家 - 20家"]);
}

#[test]
fn only_counts_land_and_money_have_parts() {
    for text in [
        "均价30万元/亩，其中甲区40万元/亩，其他20万元/亩。",
        "批准2年以上不满3年的26宗，占65%，批准3年的14宗，占35%。",
        "日均15家，其中制造业9家，占60%。",
        "面积由20亩增加到40亩，年均增速两成。",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_an_open_share_is_no_whole_of_the_next() {
    let text = "A类40家，占20%；B类60家，占30%；C类20家，占10%。";
    assert_eq!(claims(text), [""; 0]);
    assert_eq!(
        open(text),
        ["20% with 40家", "30% with 60家", "10% with 20家"]
    );
    // It can have parts of its own.
    let text = "出让40宗，占工业用地的20%。其中，园区内30宗。";
    assert_eq!(claims(text), ["part: 30宗 <= 40宗"]);
    // But where the whole is named, it may be another.
    let text = "年初闲置土地40亩，处置率20%。处置的土地中，动工30亩，占60%。";
    assert_eq!(claims(text), [""; 0]);
}

#[test]
fn the_modes_of_the_founding_form_are_those_of_its_shares() {
    // 5.74/37.18 is 15.438…%, cut off.
    let text = "共出让的7宗、37.18公顷“标准地”中，服务业有4宗，分别为甲公司取得3.01公顷，\
                已开工；乙公司取得0.51公顷；丙公司取得1.21公顷；丁公司取得1.01公顷。\
                共计5.74公顷，宗数占比57%、公顷数占比15.43%。";
    let cut_off: Modes = "toward-zero, floor".parse().unwrap();
    let briefing = Briefing::read(text);
    assert_eq!(briefing.audit(&Reading::new()).modes(), cut_off);
}

#[test]
fn a_ratio_of_two_areas_may_be_more_than_all() {
    let text = "本期新开工厂房面积33.5万平方米，竣工面积59.2万平方米，竣工与新开工面积比为176.7%。";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let last = audit.judged().last().unwrap();
    assert_eq!(
        last.to_string(),
        "176.7% = 59.2公顷 done of 33.5公顷: consistent"
    );
}
