//! Any text: reading never panics, every figure goes somewhere, and what is
//! claimed does not hang on how characters are written.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test: an overflow would be a panic, and so a failure"
)]

use proptest::collection::vec;
use proptest::prelude::*;
use standard_land::Ratio;
use standard_land::audit::text::{Briefing, Figure};
use standard_land::audit::{Published, Reading};

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

fn soup() -> impl Strategy<Value = String> {
    vec(token(), 0..60).prop_map(|tokens| tokens.concat())
}

/// What is read, without where it stands.
fn read(text: &str) -> (Vec<String>, Vec<Option<Published>>, Vec<String>) {
    let briefing = Briefing::read(text);
    let claims = briefing
        .passages()
        .iter()
        .map(|passage| passage.claim().to_string());
    let values = briefing.figures().map(Figure::value);
    let reasons = briefing.unrelated().map(|(_, reason)| reason.to_string());
    (claims.collect(), values.collect(), reasons.collect())
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
        let figures = |text: &str| Briefing::read(text).account().figures();
        let both = format!("{first}。{second}");
        prop_assert_eq!(Some(figures(&both)), figures(&format!("{first}。")).checked_add(figures(&second)));
    }

    #[test]
    fn a_share_is_read_for_any_counts(part in 1_u32..9999, more in 0_u32..9999, share in 0_u32..9999) {
        let whole = part + more;
        let text = format!("共出让标准地{whole}宗，其中服务业{part}宗，占{}.{:02}%。", share / 100, share % 100);
        let briefing = Briefing::read(&text);
        let claims: Vec<_> = briefing.passages().iter().map(|passage| passage.claim().to_string()).collect();
        let claim = format!("{}.{:02}% = {part}宗 of {whole}宗", share / 100, share % 100);
        prop_assert_eq!(claims, [format!("{part}宗 <= {whole}宗"), claim]);
        prop_assert_eq!(briefing.unrelated().count(), 0);
        prop_assert!(briefing.document().audit(&Reading::new()).is_ok());
    }

    #[test]
    fn a_list_of_any_length_adds_up(terms in vec(1_u32..99_999, 2..300)) {
        let sum = terms.iter().copied().reduce(|sum, term| sum + term).unwrap();
        let list: Vec<_> = terms.iter().map(|term| format!("某区{term}亩")).collect();
        let text = format!("{}，合计{sum}亩。", list.join("、"));
        let briefing = Briefing::read(&text);
        let [passage] = briefing.passages() else {
            return Err(TestCaseError::fail(text));
        };
        prop_assert_eq!(passage.operands().len(), terms.len() + 1);
        let verdict = passage.claim().audit(&Reading::new()).unwrap();
        prop_assert_eq!(verdict.miss(), Some(Ratio::ZERO), "{}", text);
    }
}

/// How much is read of a text, over and over, in one sentence: claims, operands of
/// claims, and what stands in none.
fn much(piece: &str, times: usize) -> usize {
    let text = piece.repeat(times);
    let briefing = Briefing::read(&text);
    assert!(briefing.account().balances());
    let passages = briefing.passages().iter();
    let operands = passages.flat_map(|it| briefing.operands(it)).count();
    operands + briefing.open().len() + briefing.findings().len() + briefing.unrelated().count()
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
    ] {
        let (short, long) = (much(piece, 500), much(piece, 20_000));
        // 40 times as long; the ends of the text make no more than a few.
        assert!(long <= 40 * (short + 20), "{piece}: {short}, then {long}");
    }
}
