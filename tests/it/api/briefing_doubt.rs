//! When a figure that does not follow is said to be wrong, and when not.

use standard_land::audit::{Outcome, Reading};
use standard_land::briefing::Briefing;

/// What was found of each claim that does not hold.
fn found(text: &str) -> Vec<String> {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let faults = audit.iter().filter(|judged| {
        matches!(
            judged.outcome(),
            Some(Outcome::Impossible | Outcome::Unexplained)
        )
    });
    faults.map(ToString::to_string).collect()
}

fn is_silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_rate_whose_whole_is_not_printed_accuses_nobody() {
    is_silent(&[
        "全年出生人口0.31万人，出生率6.44‰；死亡人口0.24万人，死亡率5.48‰。",
        "消化批而未供土地597亩，处置率26.2%；处置闲置土地104亩，处置率38.7%。",
        "批准逮捕396人，不捕75人，不捕率15.9%。",
        "本科上线2071人，上线率61.44%；一本上线687人，上线率29.60%。",
    ]);
}

#[test]
fn a_rate_of_what_was_done_of_what_stands_before_is_checked() {
    let text = "列入计划的项目64个，已开工48个，开工率76%。";
    assert_eq!(found(text), ["76% = 48个 done of 64个: impossible"]);
    let text = "本月推出50宗，成交40宗，成交率82%。";
    assert_eq!(found(text), ["82% = 40宗 done of 50宗: impossible"]);
}

#[test]
fn an_increment_and_a_rate_with_bases_of_their_own_are_not_compared() {
    is_silent(&[
        "贷款余额321.13亿元，比年初增加26.47亿元，同比增长10.6%。",
        "涉农贷款329.85亿元，较上月增加2.02亿元，同比增长11.0%。",
    ]);
    let text = "贷款余额320.00亿元，比年初增加20.00亿元，比年初增长7.6%。";
    assert_eq!(
        found(text),
        ["7.6% = by 20.00亿元 to 320.00亿元: impossible"]
    );
}

#[test]
fn another_pair_that_fits_keeps_the_verdict_back() {
    // 46.8 % is what the three firms have: their total is wrong, not the share.
    let text = "出让8宗、312亩，属于新能源的有3宗，分别为甲公司45.2亩、乙公司38.6亩、丙公司62.2亩。\
        共计148亩，面积占比46.8%。";
    let faults = found(text);
    assert!(
        faults.iter().all(|fault| fault.starts_with("148亩")),
        "{faults:?}"
    );
}

#[test]
fn the_whole_of_a_narrower_area_is_another_figure() {
    is_silent(&["本周全市成交185套，中心城区成交32套，约占市区成交量的39.0%。"]);
    let text = "本周全市成交185套，中心城区成交32套，约占全市成交量的19.3%。";
    assert_eq!(found(text), ["19.3% = 32套 of 185套: impossible"]);
}

#[test]
fn a_part_is_too_much_only_where_nothing_before_can_hold_it() {
    is_silent(&["开发区共有企业520家，新设企业36家，其中小微企业48家。"]);
    let text = "全年新开工项目92个，其中工业项目96个。";
    assert_eq!(found(text), ["96个 <= 92个: impossible"]);
}

#[test]
fn a_miss_that_is_no_slip_of_a_digit_is_at_most_unexplained() {
    for (text, outcome) in [
        ("企业由24家增加到96家，增长650%。", "unexplained"),
        ("企业由24家增加到96家，增长310%。", "impossible"),
    ] {
        let faults = found(text);
        assert_eq!(faults.len(), 1, "{text}");
        assert!(faults[0].ends_with(outcome), "{faults:?}");
    }
}
