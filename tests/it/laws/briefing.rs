//! Any text: reading never panics, every figure goes somewhere, and what is
//! claimed does not hang on how characters are written.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use standard_land::Ratio;
use standard_land::audit::{Outcome, Published, Reading};
use standard_land::briefing::{Briefing, Figure, Kind};

use crate::corpus::{Labelled, corpus};
use crate::fuzz_bodies;

/// Words, numbers and signs that mean something, in any order.
fn token() -> impl Strategy<Value = String> {
    let words = "其中 其余 占 占比 完成率 合计 共计 共 累计 扣除 较上年 同比 增长 下降 由 增至 上年 \
        折合 合 平均 平均每宗 亩均 每宗 相乘 分别 计划 和 的 ， 、 ； ： （ ） 。 宗数 面积 约 近 超 不低于 \
        以上 以下 左右 标准地 第 号 年 月 — 中， 万 亿 半 成 倍 个百分点 三成五 七分之四 百分之五十七 一半";
    let words: Vec<_> = words.split_whitespace().map(str::to_owned).collect();
    prop_oneof![
        3 => proptest::sample::select(words),
        2 => "[0-9]{1,4}(\\.[0-9]{1,3})?(宗|公顷|亩|万亩|%|万元|家|个)",
        1 => "[0-9０-９]{1,5}[,，.．]?[0-9]{0,3}",
        1 => "[一二三四五六七八九十百千万亿零两]{1,6}(宗|公顷|亩|家)?",
    ]
}

/// Such words in a row.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    vec(token(), 0..60).prop_map(|tokens| tokens.concat())
}

/// What is read, without where it stands.
fn read(text: &str) -> (Vec<String>, Vec<Option<Published>>, Vec<String>) {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let claims = audit.iter().map(ToString::to_string);
    let values = briefing.figures().map(Figure::value);
    let reasons = audit.unrelated().map(|(_, reason)| reason.to_string());
    (claims.collect(), values.collect(), reasons.collect())
}

/// Every claim of a text and what was found of it.
fn judged(text: &str) -> Vec<String> {
    read(text).0
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..400)) {
        fuzz_bodies::briefing(&bytes);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        fuzz_bodies::briefing(text.as_bytes());
    }

    #[test]
    fn a_word_before_a_bracket_is_no_part_of_the_figure_behind_it(count in 0..100_u8) {
        fuzz_bodies::briefing(format!("不低于（{count}宗）{count}宗").as_bytes());
    }

    #[test]
    fn words_in_any_order_are_read(text in soup()) {
        fuzz_bodies::briefing(text.as_bytes());
    }

    #[test]
    fn full_width_and_traditional_text_says_the_same(text in soup()) {
        let pairs = [
            ('万', '萬'), ('亿', '億'), ('亩', '畝'), ('顷', '頃'), ('个', '個'), ('占', '佔'),
            ('较', '較'), ('长', '長'), ('约', '約'), ('总', '總'), ('计', '計'), ('减', '減'),
            ('两', '兩'), ('别', '別'), ('积', '積'), ('面', '面'), ('余', '餘'), ('于', '於'),
        ];
        let other: String = text
            .chars()
            .map(|c| match c {
                '0'..='9' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
                '%' => '％',
                _ => pairs.iter().find(|(simple, _)| *simple == c).map_or(c, |(_, other)| *other),
            })
            .collect();
        prop_assert_eq!(read(&text), read(&other));
    }

    #[test]
    fn what_stands_in_another_sentence_adds_to_the_account(first in soup(), second in soup()) {
        // A full stop ends what a sentence can join; figures add up.
        let figures = |text: &str| {
            let briefing = Briefing::read(text);
            briefing.audit(&Reading::new()).account().figures()
        };
        let both = format!("{first}。{second}");
        prop_assert_eq!(Some(figures(&both)), figures(&format!("{first}。")).checked_add(figures(&second)));
    }

    #[test]
    fn a_share_is_read_for_any_counts(part in 1_u32..9999, more in 0_u32..9999, share in 0_u32..9999) {
        let whole = part + more;
        let text = format!("共出让标准地{whole}宗，其中服务业{part}宗，占{}.{:02}%。", share / 100, share % 100);
        let briefing = Briefing::read(&text);
        let audit = briefing.audit(&Reading::new());
        let claims: Vec<_> = audit.iter().map(|judged| judged.claim().to_string()).collect();
        let claim = format!("{}.{:02}% = {part}宗 of {whole}宗", share / 100, share % 100);
        prop_assert_eq!(&claims[..2], [format!("{part}宗 <= {whole}宗"), claim]);
        prop_assert_eq!(audit.unrelated().count(), 0);
    }

    #[test]
    fn a_list_of_up_to_thirty_adds_up(terms in vec(1_u32..99_999, 2..30)) {
        let sum = terms.iter().copied().reduce(|sum, term| sum + term).unwrap();
        let list: Vec<_> = terms.iter().map(|term| format!("某区{term}亩")).collect();
        let text = format!("{}，合计{sum}亩。", list.join("、"));
        let briefing = Briefing::read(&text);
        let audit = briefing.audit(&Reading::new());
        let sums: Vec<_> = audit.iter().filter(|judged| judged.kind() == Kind::Sum).collect();
        let [judged] = sums.as_slice() else {
            return Err(TestCaseError::fail(text));
        };
        prop_assert_eq!(judged.places().len(), terms.len() + 1);
        prop_assert_eq!(judged.verdict().unwrap().miss(), Some(Ratio::ZERO), "{}", text);
    }
}

/// The labelled texts in which every relation holds.
pub(crate) fn true_texts() -> Vec<Labelled> {
    let mut texts = corpus();
    texts.retain(|labelled| labelled.value["truth"] == "true");
    assert!(texts.len() > 200);
    texts
}

fn accused(text: &str) -> usize {
    let briefing = Briefing::read(text);
    briefing
        .audit(&Reading::new())
        .with_outcome(Outcome::Impossible)
        .count()
}

/// The characters of the corpus in their traditional form.
fn traditional(text: &str) -> String {
    let pairs = include_str!("../../data/briefings/traditional.txt");
    let pairs: std::collections::BTreeMap<char, char> = pairs
        .lines()
        .map(|pair| {
            let mut pair = pair.chars();
            (pair.next().unwrap(), pair.next().unwrap())
        })
        .collect();
    text.chars()
        .map(|c| pairs.get(&c).copied().unwrap_or(c))
        .collect()
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' | '%' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
            '(' => '（',
            ')' => '）',
            ';' => '；',
            ':' => '：',
            _ => c,
        })
        .collect()
}

fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '；' => ';',
            '：' => ':',
            '，' => ',',
            _ => c,
        })
        .collect()
}

#[test]
fn no_true_text_is_accused_in_any_of_its_variants() {
    for labelled in true_texts() {
        let text = labelled.text;
        let broken = text.replace('。', "。\n");
        let variants = [
            text.clone(),
            traditional(&text),
            full_width(&text),
            half_width(&text),
            broken,
        ];
        for variant in variants {
            assert_eq!(accused(&variant), 0, "{}: {variant}", labelled.id);
        }
    }
}

#[test]
fn line_breaks_between_sentences_change_nothing() {
    for labelled in corpus() {
        let broken = labelled.text.replace('。', "。\n");
        assert_eq!(judged(&labelled.text), judged(&broken), "{}", labelled.id);
    }
}

#[test]
fn a_sentence_about_something_else_changes_no_verdict() {
    for labelled in corpus() {
        let text = labelled.text.trim_end();
        let before = judged(text);
        let end = if text.ends_with(['。', ';', '；']) {
            ""
        } else {
            "\n"
        };
        for other in [
            "食堂全月供餐，购置炊具17台。",
            "志愿者撰写简讯，录制短片9条。",
        ] {
            assert_eq!(
                before,
                judged(&format!("{text}{end}{other}")),
                "{}",
                labelled.id
            );
            assert_eq!(
                before,
                judged(&format!("{other}\n{text}")),
                "{}",
                labelled.id
            );
        }
    }
}

#[test]
fn renaming_places_and_firms_changes_no_verdict() {
    let names = [
        ("云岭", "泓泽"),
        ("青河", "澜湾"),
        ("石塬", "丹崖"),
        ("双汀", "碧浦"),
        ("松岙", "梧岗"),
        ("禾洛", "芦荡"),
        ("柳渚", "蓼汀"),
        ("梅沚", "荷埠"),
        ("长垌", "樟坪"),
        ("望峪", "听涧"),
        ("北岫", "东麓"),
        ("岚川", "霁野"),
        ("白榆", "青檀"),
    ];
    for labelled in corpus() {
        let renamed = names
            .iter()
            .fold(labelled.text.clone(), |text, (name, other)| {
                text.replace(name, other)
            });
        assert_eq!(judged(&labelled.text), judged(&renamed), "{}", labelled.id);
    }
}

/// How much is read of a text, over and over, in one sentence: claims, operands of
/// claims, and what stands in none.
fn much(piece: &str, times: usize) -> usize {
    let text = piece.repeat(times);
    let briefing = Briefing::read(&text);
    let audit = briefing.audit(&Reading::new());
    assert!(audit.account().balances());
    let operands = audit.iter().map(|judged| judged.places().len());
    operands.max().unwrap_or_default()
        + audit.judged().len()
        + audit.open().len()
        + audit.unrelated().count()
        + briefing.steps()
}

/// Texts that would make a reader look back further and further.
#[test]
fn what_is_read_grows_with_the_length_only() {
    for piece in [
        "某县1宗，共2家，",
        "其余3宗，",
        "其中4宗，占5%，",
        "较上年6宗增长7%，",
        "1亿1亿",
        "三分之三分之",
        "一",
        "1/",
        "2024年1—",
        "约",
        "GB1，2，",
        "3，450",
        "1.",
        "共1宗1家1个1项1件1块1份，",
        "平均每宗1亩，",
        "（占1%",
        "甲1宗、2亩、",
        "合计1亩，",
        "由1%到2%，",
        "一区、二区",
        "占1%、2%、",
    ] {
        // Four times as long: where a text starts, less is looked back on; what
        // grows with the square takes sixteen times as much.
        let (short, long) = (much(piece, 120), much(piece, 480));
        assert!(long <= 10 * (short + 200), "{piece}: {short}, then {long}");
    }
}
