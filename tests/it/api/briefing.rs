//! Each rule of the grammar, by the sentences that it reads and those that it
//! must leave alone; and what the scanner takes for a figure.

use standard_land::audit::text::{
    Briefing, ContextKind, Figure, FindingKind, Position, Reason, Rule,
};
use standard_land::audit::{Outcome, Published, Reading};
use standard_land::exact::Modes;
use standard_land::{Mode, Ratio};

use super::parse;

/// The claims that a rule reads.
fn claims(rule: Rule, text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    assert!(briefing.account().balances());
    let by_rule = briefing
        .passages()
        .iter()
        .filter(|passage| passage.rule() == rule);
    by_rule.map(|passage| passage.claim().to_string()).collect()
}

fn findings(text: &str) -> Vec<FindingKind> {
    let briefing = Briefing::read(text);
    briefing
        .findings()
        .iter()
        .map(|finding| finding.kind)
        .collect()
}

fn unrelated(text: &str) -> Vec<(&str, Reason)> {
    let briefing = Briefing::read(text);
    let unrelated = briefing.unrelated();
    unrelated
        .map(|(figure, reason)| (briefing.printed(figure.span()), reason))
        .collect()
}

/// The one figure of a text.
fn value(text: &str) -> Option<Published> {
    let briefing = Briefing::read(text);
    let values: Vec<_> = briefing.figures().map(Figure::value).collect();
    let [value] = values.as_slice() else {
        panic!("{text}: {values:?}")
    };
    *value
}

#[test]
fn a_part_is_at_most_its_whole() {
    assert_eq!(
        claims(Rule::Part, "供地10宗，其中4宗在园区。"),
        ["4宗 <= 10宗"]
    );
    // The whole may stand in the sentence before.
    assert_eq!(
        claims(Rule::Part, "供地10宗。其中，园区内4宗。"),
        ["4宗 <= 10宗"]
    );
    // A bracket ends what 其中 opened in it.
    let text = "甲县供地10宗（其中园区4宗），乙县供地12宗。";
    assert_eq!(claims(Rule::Part, text), ["4宗 <= 10宗"]);
    assert_eq!(claims(Rule::Part, "供地10宗，其中4家企业开工。"), [""; 0]);
    // So does a semicolon, but not in a list; and so does another year.
    let text = "供地10宗，其中工业4宗；划拨3宗。";
    assert_eq!(claims(Rule::Part, text), ["4宗 <= 10宗"]);
    let text = "供地10宗，其中：工业4宗；商业3宗。";
    assert_eq!(claims(Rule::Part, text), ["4宗 <= 10宗", "3宗 <= 10宗"]);
    let text = "2023年供地10宗，其中工业4宗，2024年供地12宗，其中工业6宗。";
    assert_eq!(claims(Rule::Part, text), ["4宗 <= 10宗", "6宗 <= 12宗"]);
    // Parts have parts.
    let text = "供地10宗，其中工业4宗，其中开工1宗。";
    assert_eq!(claims(Rule::Part, text), ["4宗 <= 10宗", "1宗 <= 4宗"]);
    // Another paragraph speaks of something else.
    assert_eq!(claims(Rule::Part, "供地10宗。\n其中工业4宗。"), [""; 0]);
}

#[test]
fn a_share_names_its_part_and_its_whole() {
    for (text, expected) in [
        ("供地7宗，其中4宗开工，占57%。", vec!["57% = 4宗 of 7宗"]),
        ("供地7宗，开工4宗，占比57%。", vec!["57% = 4宗 of 7宗"]),
        ("4宗开工，占全部7宗的57%。", vec!["57% = 4宗 of 7宗"]),
        ("供地7宗。开工4宗，占57%。", vec!["57% = 4宗 of 7宗"]),
        ("7宗中有4宗开工，占五成七。", vec!["5.7成 = 4宗 of 7宗"]),
        ("供地7宗，开工4宗（占57%）。", vec!["57% = 4宗 of 7宗"]),
        (
            "供地8宗，其中工业4宗、商业2宗，分别占50%、25%。",
            vec!["50% = 4宗 of 8宗", "25% = 2宗 of 8宗"],
        ),
        (
            "工业4宗、商业4宗，合计8宗，分别占50%、50%。",
            vec!["50% = 4宗 of 8宗", "50% = 4宗 of 8宗"],
        ),
        (
            "供地8宗、20公顷，其中工业4宗、5公顷，面积占25%，宗数占50%。",
            vec!["25% = 5公顷 of 20公顷", "50% = 4宗 of 8宗"],
        ),
        (
            "供地8宗，工业4宗，占50%，商业2宗，占25%。",
            vec!["50% = 4宗 of 8宗", "25% = 2宗 of 8宗"],
        ),
        ("50宗地中，已开工的占96%。", vec!["96% = some of 50宗"]),
    ] {
        assert_eq!(claims(Rule::Share, text), expected, "{text}");
    }
}

#[test]
fn where_a_share_has_several_readings_all_are_claims() {
    let text = "供地8宗、20公顷，其中工业4宗、5公顷，占50%。";
    assert_eq!(
        claims(Rule::Share, text),
        ["50% = 4宗 of 8宗", "50% = 5公顷 of 20公顷"]
    );
    assert_eq!(findings(text), [FindingKind::SeveralParts]);

    let text = "甲县供地8宗，乙县供地20宗，开工4宗，占50%。";
    assert_eq!(
        claims(Rule::Share, text),
        ["50% = 4宗 of 20宗", "50% = 4宗 of 8宗"]
    );
    assert_eq!(findings(text), [FindingKind::SeveralWholes]);

    // A whole in words is taken for a printed one of this sentence only.
    let text = "供地8宗，开工4宗，占全市的50%。";
    assert_eq!(claims(Rule::Share, text), ["50% = 4宗 of 8宗"]);
    assert_eq!(findings(text), [FindingKind::WholeInWords]);
    assert_eq!(
        claims(Rule::Share, "供地8宗。开工4宗，占全市的50%。"),
        [""; 0]
    );
    // What is less than a part is no whole of it.
    let text = "供地8宗，乙县供地2宗，开工4宗，占50%。";
    assert_eq!(claims(Rule::Share, text), ["50% = 4宗 of 8宗"]);
    assert_eq!(findings(text), []);

    let text = "供地8宗，其中工业4宗，其他4宗。";
    assert_eq!(claims(Rule::Rest, text), ["4宗 = 8宗 - 4宗"]);
    assert_eq!(findings(text), [FindingKind::OthersAsRest]);

    let text = "供地8宗，开工4宗（50%）。";
    assert_eq!(claims(Rule::Share, text), ["50% = 4宗 of 8宗"]);
    assert_eq!(findings(text), [FindingKind::BareShare]);

    let text = "供地8宗、20公顷，其中工业4宗、5公顷，分别占50%、25%、10%。";
    assert_eq!(claims(Rule::Share, text), [""; 0]);
    assert_eq!(findings(text), [FindingKind::RatesDoNotPair]);
    assert_eq!(unrelated(text).len(), 3);
}

#[test]
fn a_share_of_nothing_printed_says_what_the_whole_can_be() {
    let briefing = Briefing::read("出让标准地383宗，占工业用地宗数的72.58%。");
    let [open] = briefing.open() else { panic!() };
    assert_eq!(open.rule(), Rule::Share);
    let whole = open
        .missing(Mode::HalfEven.into(), &Reading::new())
        .unwrap();
    // 527.7 parcels: no count is in it, so the whole is another one.
    assert!(!whole.contains(parse("527/1")) && !whole.contains(parse("528/1")));
    assert!(whole.contains(parse("5277/10")));
    assert_eq!(open.known(), parse("383宗"));
    assert_eq!(open.figure(), parse("72.58%"));
    assert_eq!(open.operands(), [1, 0]);
}

#[test]
fn a_rate_is_the_share_of_what_is_done() {
    let text = "应清理3070宗，已完成2815宗，完成率91.69%。";
    assert_eq!(claims(Rule::Rate, text), ["91.69% = 2815宗 of 3070宗"]);
    // 容积率 and 效率 are no rates of that kind.
    assert_eq!(claims(Rule::Rate, "供地8宗，开工4宗，容积率50%。"), [""; 0]);
}

#[test]
fn a_sum_is_that_of_all_on_the_list() {
    for (text, expected) in [
        ("甲3亩、乙4亩，合计7亩。", vec!["7亩 = 3亩 + 4亩"]),
        ("甲3亩；乙4亩；共计7亩。", vec!["7亩 = 3亩 + 4亩"]),
        (
            "甲3亩和乙4亩，扣除1亩，共6亩。",
            vec!["6亩 = 3亩 + 4亩 - 1亩"],
        ),
        (
            "甲3宗、4亩，乙1宗、2亩，合计4宗、6亩。",
            vec!["4宗 = 3宗 + 1宗", "6亩 = 4亩 + 2亩"],
        ),
        ("两家企业分别用地3亩、4亩，共7亩。", vec!["7亩 = 3亩 + 4亩"]),
        // One term is no list, and a gap makes none.
        ("甲3亩，合计7亩。", vec![]),
        ("甲3亩、乙4宗、丙4亩，合计7亩。", vec![]),
        ("全年共供地7亩。", vec![]),
    ] {
        assert_eq!(claims(Rule::Sum, text), expected, "{text}");
    }
    let text = "今年3宗、去年以前4宗，累计7宗。";
    assert_eq!(claims(Rule::Sum, text), [""; 0]);
    let text = "一期3宗、二期4宗，累计7宗。";
    assert_eq!(claims(Rule::Sum, text), ["7宗 = 3宗 + 4宗"]);
    assert_eq!(findings(text), [FindingKind::CumulativeSum]);
}

#[test]
fn the_rest_is_what_the_parts_leave() {
    for (text, expected) in [
        (
            "供地10宗，其中工业4宗、商业3宗，其余3宗。",
            vec!["3宗 = 10宗 - 4宗 - 3宗"],
        ),
        ("计划10宗，已完成6宗，剩余4宗。", vec!["4宗 = 10宗 - 6宗"]),
        // Of three, nobody says which is left from which.
        ("计划10宗，甲6宗，乙1宗，剩余4宗。", vec![]),
        ("其余4宗未开工。", vec![]),
    ] {
        assert_eq!(claims(Rule::Rest, text), expected, "{text}");
    }
}

#[test]
fn a_conversion_is_the_same_in_another_unit() {
    for (text, expected) in [
        (
            "供地2012.48公顷（3.02万亩）。",
            vec!["3.02万亩 = 2012.48公顷"],
        ),
        ("供地37.18公顷，折合557.7亩。", vec!["557.7亩 = 37.18公顷"]),
        (
            "供地1公顷，合15亩，即10000平方米。",
            vec!["15亩 = 1公顷", "10000平方米 = 15亩"],
        ),
        // 合 is part of many words.
        ("供地1公顷，综合用地15亩。", vec![]),
        ("供地1公顷，15亩。", vec![]),
    ] {
        assert_eq!(claims(Rule::Conversion, text), expected, "{text}");
    }
}

#[test]
fn growth_has_a_base() {
    for (text, expected) in [
        (
            "供地237宗，较上年同期的123宗增长92.68%。",
            vec!["92.68% = 123宗 -> 237宗"],
        ),
        (
            "较上年的123宗增长92.68%，达237宗。",
            vec!["92.68% = 123宗 -> 237宗"],
        ),
        (
            "由115宗增至383宗，增长233%。",
            vec!["233% = 115宗 -> 383宗"],
        ),
        ("上年5宗，今年7宗，增长40%。", vec!["40% = 5宗 -> 7宗"]),
        (
            "时间由10天压缩到4天，压缩六成。",
            vec!["-6成 = 10天 -> 4天"],
        ),
        ("从5宗减少到4宗，下降超19%。", vec!["不足-19% = 5宗 -> 4宗"]),
        (
            "由2亿元提高到5亿元，增长1.5倍。",
            vec!["1.5倍 = 2亿元 -> 5亿元"],
        ),
    ] {
        assert_eq!(claims(Rule::Growth, text), expected, "{text}");
    }
    let text = "2020年供地5宗，2021年供地7宗，同比增长40%。";
    assert_eq!(claims(Rule::Growth, text), ["40% = 5宗 -> 7宗"]);
    assert_eq!(findings(text), [FindingKind::BaseByYear]);
    // The base of 2022 is not that of 2020.
    let text = "2020年供地5宗，2022年供地7宗，同比增长40%。";
    assert_eq!(claims(Rule::Growth, text), [""; 0]);
}

#[test]
fn growth_without_a_base_says_what_it_can_have_been() {
    let briefing = Briefing::read("出让237宗、1124.62公顷，同比分别增长92.68%、54.7%。");
    let [by_count, by_area] = briefing.open() else {
        panic!()
    };
    let base = by_count.missing(Modes::ANY, &Reading::new()).unwrap();
    assert!(base.contains(parse("123/1")) && !base.contains(parse("122/1")));
    assert!(!base.contains(parse("124/1")));
    let base = by_area
        .missing(Mode::HalfUp.into(), &Reading::new())
        .unwrap();
    assert!(base.contains(parse("727/1")) && !base.contains(parse("728/1")));
    assert_eq!(unrelated("出让237宗，同比增长1%。").len(), 2);

    // All was lost: it can have been anything.
    let briefing = Briefing::read("出让0宗，同比下降100%。");
    assert_eq!(
        briefing.open()[0].missing(Mode::TowardZero.into(), &Reading::new()),
        None
    );
}

#[test]
fn a_change_is_a_difference() {
    for (rule, text, expected) in [
        (
            Rule::Change,
            "出让383宗，比上年的115宗增加268宗。",
            "268宗 = 383宗 - 115宗",
        ),
        (Rule::Change, "由5宗降至4宗，减少1宗。", "1宗 = 5宗 - 4宗"),
        (
            Rule::Points,
            "占比由60%提高到65%，提高5个百分点。",
            "5个百分点 = 65% - 60%",
        ),
        (
            Rule::Points,
            "占比从65%降至60%，下降5个百分点。",
            "5个百分点 = 65% - 60%",
        ),
        (
            Rule::Multiple,
            "383宗是115宗的3.3倍。",
            "383宗 = 115宗 * 3.3倍",
        ),
    ] {
        assert_eq!(claims(rule, text), [expected], "{text}");
    }
    assert_eq!(
        claims(Rule::Points, "供地率60%，开工率65%，提高5个百分点。"),
        [""; 0]
    );
    assert_eq!(claims(Rule::Change, "供地10宗，新增建设用地3宗。"), [""; 0]);
}

#[test]
fn a_mean_is_a_total_over_a_count_or_over_land() {
    for (text, expected) in [
        (
            "7宗共37.18公顷，平均每宗5.31公顷。",
            vec!["5.31公顷 = 37.18公顷 / 7宗"],
        ),
        ("12宗，每宗3亩，共36亩。", vec!["3亩 = 36亩 / 12宗"]),
        (
            "用地120亩、投资3.6亿元，亩均投资300万元。",
            vec!["300万元/亩 = 3.6亿元 / 120亩"],
        ),
        (
            "用地8公顷、总投资4亿元，平均投资5000万元/公顷。",
            vec!["5000万元/公顷 = 4亿元 / 8公顷"],
        ),
        ("平均每宗5.31公顷。", vec![]),
    ] {
        assert_eq!(claims(Rule::Mean, text), expected, "{text}");
    }
    let text = "7宗、4家、28公顷，平均4公顷。";
    assert_eq!(claims(Rule::Mean, text).len(), 2);
    assert_eq!(findings(text), [FindingKind::SeveralParts]);
}

#[test]
fn rates_multiply_and_numbers_compare() {
    let text = "三项比率89.46%、92.68%、92.77%相乘，为76.92%。";
    let product = "76.92% = 89.46% * 92.68% * 92.77%";
    assert_eq!(claims(Rule::Product, text), [""; 0]);
    let text = "三项比率89.46%、92.68%、92.77%相乘为76.92%。";
    assert_eq!(claims(Rule::Product, text), [product]);
    for (text, expected) in [
        (
            "投资强度320万元/亩，高于300万元/亩。",
            "320万元/亩 > 300万元/亩",
        ),
        ("容积率1.2，不低于1.0。", "1.2 >= 1.0"),
        ("能耗不超过3家。绿地率15%，不超过20%。", "15% <= 20%"),
        ("税收8万元，少于10万元。", "8万元 < 10万元"),
    ] {
        assert_eq!(claims(Rule::Comparison, text), [expected], "{text}");
    }
    // A word before a share qualifies it, and compares nothing.
    assert_eq!(
        claims(Rule::Comparison, "供地8宗，占50%，占比超过40%。"),
        [""; 0]
    );
}

#[test]
fn what_cannot_be_claimed_is_found() {
    let text = "供地0宗，其中4宗开工，占57%。";
    assert_eq!(findings(text), [FindingKind::NoSuchClaim]);
    assert_eq!(unrelated(text), [("57%", Reason::NoPartner)]);
    assert_eq!(findings("供地3，450亩。"), [FindingKind::WideComma]);
}

#[test]
fn figures_are_read_as_printed() {
    for (text, expected) in [
        ("37.180公顷", "37.180公顷"),
        ("３７．１８公頃", "37.18公顷"),
        ("2,012.48公顷", "2012.48公顷"),
        ("3.02万亩", "3.02万亩"),
        ("３.０２萬畝", "3.02万亩"),
        ("1.2亿元", "1.2亿元"),
        ("5千万元", "0.5亿元"),
        ("3万平方米", "3公顷"),
        ("2千公顷", "0.2万公顷"),
        ("1亿2000万元", "12000万元"),
        ("一百一十五宗", "115宗"),
        ("两万三千亩", "23000亩"),
        ("三亩半", "3.5亩"),
        ("五成以上", "五成以上"),
        ("三成五", "3.5成"),
        ("百分之十五点四三", "15.43%"),
        ("千分之三", "3‰"),
        ("十分之三", "三成"),
        ("20余宗", "超20宗"),
        ("20多万亩", "超20万亩"),
        ("约 3.5 公顷", "约3.5公顷"),
        ("超过八成", "超八成"),
        ("近一半", "近五成"),
        ("-3.6%", "-3.6%"),
        ("15个工作日", "15工作日"),
        ("300万元/亩", "300万元/亩"),
        ("7 宗", "7宗"),
        ("12", "12"),
    ] {
        let value = value(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(value.to_string(), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_held_says_why() {
    for (text, reason) in [
        ("三四家企业", Reason::Numerals),
        ("三分之一", Reason::Fraction),
        ("排放3吨", Reason::NoUnit),
        ("增至5级", Reason::NoUnit),
        ("99999999999999999999亩", Reason::TooManyDigits),
        ("约80%以上", Reason::TwoQualifiers),
        ("超过约80%", Reason::TwoQualifiers),
    ] {
        assert_eq!(value(text), None, "{text}");
        assert_eq!(unrelated(text)[0].1, reason, "{text}");
    }
    // A number alone has a value, and still nothing to relate it by.
    assert_eq!(unrelated("编号12"), [("12", Reason::NoUnit)]);
    assert_eq!(
        unrelated("30—50家"),
        [("30", Reason::Range), ("50家", Reason::Range)]
    );
    assert_eq!(
        unrelated("20%-30%"),
        [("20%", Reason::Range), ("30%", Reason::Range)]
    );
}

#[test]
fn words_with_numerals_are_no_figures() {
    for text in [
        "三通一平",
        "统一",
        "一户一策",
        "一事一议",
        "万亩良田",
        "千方百计",
        "“十四五”规划",
        "一是要快",
        "唯一",
        "单一",
        "百家争鸣",
        "四至清楚",
        "几十家",
        "数百家",
    ] {
        let account = Briefing::read(text).account();
        assert_eq!(account.figures(), 0, "{text}");
    }
}

#[test]
fn numbers_that_count_nothing_are_context() {
    for (text, kind) in [
        ("2024年", ContextKind::Date),
        ("二〇二四年", ContextKind::Date),
        ("1—7月", ContextKind::Date),
        ("2024年10月底", ContextKind::Date),
        ("2020—2022年", ContextKind::Date),
        ("2024-10-31", ContextKind::Date),
        ("第3批", ContextKind::Ordinal),
        ("第十二号", ContextKind::Ordinal),
        ("1. 总体情况", ContextKind::Ordinal),
        ("（1）总体情况", ContextKind::Ordinal),
        ("GB50137", ContextKind::Code),
        ("0351", ContextKind::Code),
        ("第1.2.3条", ContextKind::Ordinal),
        ("见1.2.3", ContextKind::Code),
    ] {
        let briefing = Briefing::read(text);
        let kinds: Vec<_> = briefing
            .context()
            .iter()
            .map(|context| context.kind)
            .collect();
        assert_eq!(kinds, [kind], "{text}");
        assert_eq!(briefing.figures().len(), 0, "{text}");
    }
    // But these count something.
    for text in ["50年", "三年", "3个月", "3日内", "7宗"] {
        assert_eq!(Briefing::read(text).figures().len(), 1, "{text}");
    }
}

#[test]
fn claims_and_figures_show_where_they_stand() {
    let text = "总体情况\n全年供地7宗，其中4宗开工，占57%。\n";
    let briefing = Briefing::read(text);
    let share = briefing.passages().last().unwrap();
    assert_eq!(briefing.printed(share.span()), "7宗，其中4宗开工，占57%");
    let position = briefing.position(share.span().start);
    assert_eq!(position, Position { line: 2, column: 5 });
    let operands: Vec<_> = briefing
        .operands(share)
        .map(|figure| briefing.printed(figure.span()))
        .collect();
    assert_eq!(operands, ["57%", "4宗", "7宗"]);
    assert_eq!(share.operands(), [2, 1, 0]);
    assert_eq!(briefing.position(0), Position { line: 1, column: 1 });
    assert_eq!(
        briefing.position(text.len()),
        Position { line: 3, column: 1 }
    );
    assert_eq!(briefing.position(usize::MAX).line, 3);
}

#[test]
fn a_briefing_is_judged_as_a_whole() {
    let briefing = Briefing::read(
        "三宗地分别为836.63公顷、847.95公顷、100.00公顷，扣除308.37公顷，合计1476.20公顷。",
    );
    let findings = briefing.document().audit(&Reading::new()).unwrap();
    let [finding] = findings.findings() else {
        panic!()
    };
    assert_eq!(finding.verdict.outcome(), Outcome::IfRounded);
    assert_eq!(finding.verdict.miss(), Some(Ratio::new(-1, 100).unwrap()));
}
