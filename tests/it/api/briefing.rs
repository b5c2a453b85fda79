//! The reader of briefings: its table of rules, and what it says of a claim.

use std::collections::BTreeSet;

use standard_land::Mode;
use standard_land::audit::{ClaimError, Outcome, Published, Reading};
use standard_land::briefing::{
    Briefing, ContextKind, DropReason, Figure, Judged, Kind, Reason, Rule, Strength,
};
use standard_land::exact::Modes;

use super::parse;

/// The claims of a text, by rule.
fn by_rule(text: &str) -> Vec<(Rule, String)> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    audit
        .iter()
        .map(|judged| (judged.rule(), judged.to_string()))
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

fn outcomes(text: &str) -> Vec<Option<Outcome>> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    audit.iter().map(Judged::outcome).collect()
}

#[test]
fn each_rule_reads_its_example_and_leaves_its_counter_example_alone() {
    let mut examples = BTreeSet::new();
    for rule in Rule::ALL {
        let row = rule.row();
        assert_eq!(row.rule, *rule);
        assert!(!row.slots.is_empty() && !row.cues.is_empty(), "{row}");
        let read = by_rule(row.example);
        assert!(read.iter().any(|(by, _)| by == rule), "{row}: {read:?}");
        let consistent = read
            .iter()
            .all(|(_, judged)| judged.ends_with("consistent"));
        assert!(consistent, "{row}: {read:?}");
        let read = by_rule(row.counter_example);
        assert!(!read.iter().any(|(by, _)| by == rule), "{row}: {read:?}");
        assert!(
            !read
                .iter()
                .any(|(_, judged)| judged.ends_with("impossible")),
            "{row}: {read:?}"
        );
        // Of its own: no two rules share a sentence.
        assert!(examples.insert(row.example), "{row}");
        assert!(examples.insert(row.counter_example), "{row}");
        let printed = row.to_string();
        assert!(printed.contains(rule.code()) && printed.contains(row.strength.code()));
    }
}

#[test]
fn impossible_needs_words_and_one_reading() {
    // 其中 and 占: the words say it.
    let text = "供地8宗，其中开工6宗，占70%。";
    assert_eq!(outcomes(text)[1], Some(Outcome::Impossible));
    // Two totals: which is meant? A careful reader would ask.
    let text = "一区供地8宗，二区供地20宗。其中开工6宗，占70%。";
    assert_eq!(outcomes(text)[1], Some(Outcome::Unexplained));
    // One of them fits: that is the one.
    let text = "一区供地8宗，二区供地20宗。其中开工6宗，占75%。";
    assert_eq!(outcomes(text)[1], Some(Outcome::Consistent));
    // Only the place speaks for it: nothing is said.
    let text = "甲县供地20宗。乙县开工6宗，占70%。";
    assert_eq!(outcomes(text), []);
}

#[test]
fn a_claim_tells_its_figures_words_and_what_was_dropped() {
    let text = "推出60公顷，比上周少14公顷，其中甲区30公顷，占50%。";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let share = audit.judged().last().unwrap();
    assert_eq!((share.kind(), share.rule()), (Kind::Share, Rule::Share));
    let figures: Vec<_> = share
        .figures()
        .map(|figure| briefing.printed(figure.span()))
        .collect();
    assert_eq!(figures, ["50%", "30公顷", "60公顷"]);
    let words: Vec<_> = share
        .evidence()
        .map(|span| briefing.printed(span))
        .collect();
    assert_eq!(words, ["占", "其中甲区", "推出"]);
    assert_eq!(share.words(), "占");
    assert_eq!(
        briefing.printed(share.span()),
        text.trim_start_matches("推出").trim_end_matches('。')
    );
    let dropped: Vec<_> = share
        .dropped()
        .map(|dropped| (briefing.printed(dropped.figure().span()), dropped.reason()))
        .collect();
    assert_eq!(dropped, [("14公顷", DropReason::Change)]);
    assert_eq!(
        share.explain_zh(),
        "“50%”按“占”读作占比：甲区“30公顷”占推出“60公顷”。吻合。未采用：“14公顷”（属增减额）。"
    );
    assert_eq!(
        share.explain_en(),
        "50% = 30公顷 of 60公顷 (share; share, structural): the words before it are “占”; operand 1 is \
         甲区“30公顷”; operand 2 is 推出“60公顷”. Consistent, by any. Not used: 14公顷 (change)."
    );
}

#[test]
fn a_wrong_claim_says_what_would_be_right() {
    let briefing = Briefing::read("供地8宗，其中开工6宗，占70%。");
    let audit = briefing.audit(&Reading::new());
    let share = audit.judged().last().unwrap();
    assert!(
        share.explain_zh().contains("不吻合，按所印数字应为75%"),
        "{}",
        share.explain_zh()
    );
    assert!(
        share
            .explain_en()
            .contains("by the printed figures it is 75%")
    );
}

/// What is right by the figures as printed is told from what they can reach at
/// most where they were rounded themselves.
#[test]
fn what_is_right_is_told_from_what_is_possible() {
    let briefing =
        Briefing::read("全区出让土地48.6公顷，其中工业用地18.4公顷，占全区出让土地的38.9%。");
    let audit = briefing.audit(&Reading::new());
    let share = audit.judged().last().unwrap();
    let chinese = share.explain_zh();
    assert!(
        chinese.contains("按所印数字四舍五入为37.9%；所印数字本身若经修约，也至多为38.2%"),
        "{chinese}"
    );
    let english = share.explain_en();
    assert!(
        english.contains(
            "give 37.9%, rounded half up; however they were rounded themselves, at most 38.2%"
        ),
        "{english}"
    );
}

#[test]
fn places_are_bytes_characters_and_utf16() {
    let text = "𠮷县共出让　７宗，占５７％";
    let briefing = Briefing::read(text);
    let figure = briefing.figures().last().unwrap();
    let place = briefing.place(figure.span());
    assert_eq!(text.get(place.bytes.start..place.bytes.end), Some("５７％"));
    let characters: Vec<_> = text.chars().collect();
    let from = place.characters.start..place.characters.end;
    assert_eq!(characters[from].iter().collect::<String>(), "５７％");
    let units: Vec<_> = text.encode_utf16().collect();
    let from = place.utf16.start..place.utf16.end;
    assert_eq!(String::from_utf16(&units[from]).unwrap(), "５７％");
    // Far into a long text too.
    let long = format!("{}。{text}", "增减".repeat(500));
    let briefing = Briefing::read(&long);
    let figure = briefing.figures().last().unwrap();
    let place = briefing.place(figure.span());
    assert_eq!(place.characters.end, long.chars().count());
    assert_eq!(place.utf16.end, long.encode_utf16().count());
}

#[test]
fn lines_and_columns_count_from_one() {
    let briefing = Briefing::read("标题\n共出让7宗");
    let figure = briefing.figures().next().unwrap();
    let position = briefing.position(figure.span().start);
    assert_eq!((position.line, position.column), (2, 4));
}

#[test]
fn one_claim_that_cannot_be_judged_does_not_lose_the_others() {
    let long = "9".repeat(18);
    let text = format!(
        "供地8宗，其中开工6宗，占75%。甲{long}.{long}万亿元、乙{long}.{long}元、丙1.{long}亩，合计{long}.{long}万亿元。"
    );
    let briefing = Briefing::read(&text);
    let audit = briefing.audit(&Reading::new());
    assert_eq!(audit.with_outcome(Outcome::Consistent).count(), 2);
    for judged in &audit {
        match judged.verdict() {
            Ok(_) => assert!(judged.outcome().is_some()),
            Err(error) => {
                assert!(matches!(error, ClaimError::OutOfRange { .. }));
                assert_eq!(judged.outcome(), None);
            }
        }
    }
}

#[test]
fn the_modes_are_what_every_question_allows() {
    let text = "供地7宗、37.18公顷，其中服务业4宗、5.74公顷，分别占57%和15.43%。";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let cut_off = Modes::of(Mode::TowardZero).with(Mode::Floor);
    assert_eq!(audit.modes(), cut_off);
    assert_eq!(audit.modes_if_rounded(), Modes::NEAREST.union(cut_off));
    assert_eq!(audit.explained_by(Mode::Floor), 4);
    assert_eq!(audit.explained_by(Mode::HalfUp), 3);
    assert_eq!(audit.deciding().count(), 2);
}

#[test]
fn a_wrong_total_is_reported_once_with_what_it_breaks() {
    let text = "供地8宗，其中工业6宗，占70%；商业2宗，占20%。";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let suspects = audit.suspects();
    let [suspect] = suspects.as_slice() else {
        panic!("{suspects:?}")
    };
    assert_eq!(briefing.printed(suspect.figure().span()), "8宗");
    assert_eq!(suspect.breaks().len(), 2);
}

#[test]
fn what_stands_in_no_claim_says_why() {
    let text = "46个园区亩均税收21万元；超过100亩的项目7个；亩均投资不低于300万元；单宗30—80亩；容积率1.5。";
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    assert_eq!(audit.judged().len(), 0);
    let reasons: Vec<_> = audit.unrelated().map(|(_, reason)| reason).collect();
    assert_eq!(
        reasons,
        [
            Reason::Scope,
            Reason::NoRelation,
            Reason::Class,
            Reason::NoRelation,
            Reason::Limit,
            Reason::Range,
            Reason::Range,
            Reason::NoUnit,
        ]
    );
}

#[test]
fn strength_says_what_bound_the_figures() {
    let strength = |text: &str| {
        let briefing = Briefing::read(text);
        let audit = briefing.audit(&Reading::new());
        audit.judged().last().unwrap().strength()
    };
    let named = "全年储备土地2120亩。收回存量用地860亩，占储备总面积的40.57%。";
    assert_eq!(strength(named), Strength::Named);
    assert_eq!(
        strength("供地8宗，其中开工4宗，占50%。"),
        Strength::Structural
    );
    let guess = "供地100公顷。按用途看，工业60公顷，住宅40公顷。";
    assert_eq!(strength(guess), Strength::Positional);
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    for (text, expected) in [
        ("12,460.5亩", "12460.5亩"),
        ("7 476.3亩", "7476.3亩"),
        ("15 410个", "15410个"),
        ("25万2,346笔", "252346笔"),
        ("２.３６亿亩", "2.36亿亩"),
        ("9350千元", "935.0万元"),
        ("1.2万亿元", "1.2万亿元"),
        ("3.5亿美元", "3.5亿美元"),
        ("两宗", "2宗"),
        ("四成五", "4.5成"),
        ("逾48亿元", "超48亿元"),
        ("90余宗", "超90宗"),
        ("6幅", "6幅"),
        ("2874起", "2874起"),
        ("7.02亿千瓦时", "7.02亿千瓦时"),
        ("400万元/亩", "400万元/亩"),
    ] {
        let read = value(text);
        let printed = read.map(|value| value.to_string());
        let wanted: Published = parse(expected);
        assert_eq!(read, Some(wanted), "{text}: {printed:?}");
    }
    for text in ["30—80亩", "18万元至25万元", "三到五公顷"] {
        let briefing = Briefing::read(text);
        assert!(
            briefing.figures().all(|figure| figure.value().is_none()),
            "{text}"
        );
    }
}

#[test]
fn idioms_names_dates_and_codes_count_nothing() {
    for (text, kind) in [
        ("“一件事”", ContextKind::Name),
        ("“三通一平”", ContextKind::Name),
        ("7×24小时", ContextKind::Name),
        ("最大的一宗", ContextKind::Name),
        ("两个", ContextKind::Name),
        ("近3年", ContextKind::Term),
        ("三年行动", ContextKind::Term),
        ("2024年10月31日", ContextKind::Date),
        ("第12号", ContextKind::Ordinal),
        ("前三", ContextKind::Ordinal),
        ("0358-6620417", ContextKind::Code),
        ("〔2024〕37号", ContextKind::Code),
        ("附表1", ContextKind::Ordinal),
    ] {
        let briefing = Briefing::read(text);
        assert_eq!(briefing.figures().count(), 0, "{text}");
        assert_eq!(briefing.context()[0].kind, kind, "{text}");
    }
    // What does count.
    for text in ["一件违法案件", "事项18项", "目前18宗", "签约36份"] {
        assert_eq!(Briefing::read(text).figures().count(), 1, "{text}");
    }
    // 签约 and 集约 make nothing approximate.
    assert_eq!(value("签约36份"), Some(parse("36份")));
}
