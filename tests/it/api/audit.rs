//! Printed figures of real articles, and what can be said of them.

use standard_land::audit::{
    Claim, ClaimError, Document, LedgerValue, Outcome, Power, PrintedUnit, Published, Qualifier,
    Reading, Slack, Verdict,
};
use standard_land::exact::{Mode, Modes};
use standard_land::register::Grant;
use standard_land::stats::Whole;
use standard_land::{Breakdown, Money, Ratio, Tally};

use super::{founding, parse};

fn audit(claim: &str) -> Verdict {
    parse::<Claim>(claim).audit(&Reading::new()).unwrap()
}

fn published(text: &str) -> Published {
    parse(text)
}

/// What was printed elsewhere: the claim, the exact value, the outcome, the
/// modes as printed, if rounded by one mode, if rounded by any.
const PRINTED: &[(&str, &str, Outcome, &str, &str)] = &[
    // Wenshui 2024, the founding case.
    (
        "57% = 4宗 of 7宗",
        "4/7",
        Outcome::Consistent,
        "half-even, half-up, half-down, toward-zero, floor",
        "half-even, half-up, half-down, toward-zero, floor",
    ),
    (
        "15.43% = 5.74公顷 of 37.18公顷",
        "287/1859",
        Outcome::Consistent,
        "toward-zero, floor",
        "any",
    ),
    (
        "5.74公顷 = 3.01公顷 + 0.51公顷 + 1.21公顷 + 1.01公顷",
        "287/50",
        Outcome::Consistent,
        "any",
        "any",
    ),
    // Zhejiang 2020.
    (
        "52.2% = 12.7万亩 of 24.3万亩",
        "127/243",
        Outcome::Consistent,
        "toward-zero, floor",
        "any",
    ),
    // All of China, May 2010.
    (
        "91.69% = 2815宗 of 3070宗",
        "563/614",
        Outcome::Consistent,
        "half-even, half-up, half-down, toward-zero, floor",
        "half-even, half-up, half-down, toward-zero, floor",
    ),
    (
        "90% = 16.95万亩 of 18.84万亩",
        "565/628",
        Outcome::Consistent,
        "half-even, half-up, half-down, away-from-zero, ceiling",
        "any",
    ),
    // 541 zones.
    (
        "76.92% = 89.46% * 92.68% * 92.77%",
        "96146280657/125000000000",
        Outcome::Consistent,
        "half-even, half-up, half-down, away-from-zero, ceiling",
        "any",
    ),
    // Fenyi, Shanggao: off by one in the last place.
    (
        "879.28公顷 = 152.1公顷 + 742.35公顷 - 15.16公顷",
        "87929/100",
        Outcome::IfRounded,
        "none",
        "any",
    ),
    (
        "1476.20公顷 = 836.63公顷 + 847.95公顷 - 208.37公顷",
        "147621/100",
        Outcome::IfRounded,
        "none",
        "any",
    ),
    // Shanxi 2021 and 2022.
    (
        "233% = 115宗 -> 383宗",
        "268/115",
        Outcome::Consistent,
        "half-even, half-up, half-down, toward-zero, floor",
        "half-even, half-up, half-down, toward-zero, floor",
    ),
    (
        "92.68% = 123宗 -> 237宗",
        "38/41",
        Outcome::Consistent,
        "half-even, half-up, half-down, toward-zero, floor",
        "half-even, half-up, half-down, toward-zero, floor",
    ),
    (
        "3.02万亩 = 2012.48公顷",
        "18867/6250",
        Outcome::Consistent,
        "half-even, half-up, half-down, away-from-zero, ceiling",
        "half-even, half-up, half-down, away-from-zero, ceiling",
    ),
    (
        "1.69万亩 = 1124.62公顷",
        "168693/100000",
        Outcome::Consistent,
        "half-even, half-up, half-down, away-from-zero, ceiling",
        "half-even, half-up, half-down, away-from-zero, ceiling",
    ),
    (
        "5.82万亩 = 3877.17公顷",
        "1163151/200000",
        Outcome::Consistent,
        "half-even, half-up, half-down, away-from-zero, ceiling",
        "half-even, half-up, half-down, away-from-zero, ceiling",
    ),
    (
        "735宗 = 115宗 + 383宗 + 237宗",
        "735/1",
        Outcome::Consistent,
        "any",
        "any",
    ),
    (
        "100% = 50个 of 50个",
        "1/1",
        Outcome::Consistent,
        "any",
        "any",
    ),
];

#[test]
fn printed_figures_get_their_verdicts() {
    for (claim, value, outcome, modes, rounded) in PRINTED.iter().copied() {
        let verdict = audit(claim);
        let exact = verdict.value().map(Ratio::lowest);
        let expected = parse::<Ratio>(value);
        assert_eq!(exact, Some(expected), "{claim}");
        assert_eq!(verdict.outcome(), outcome, "{claim}: {verdict}");
        assert_eq!(verdict.modes(), parse(modes), "{claim}: {verdict}");
        assert_eq!(
            verdict.modes_if_rounded(),
            parse(rounded),
            "{claim}: {verdict}"
        );
    }
}

#[test]
fn bounds_of_the_founding_share_are_those_that_rounding_leaves() {
    let verdict = audit("15.43% = 5.74公顷 of 37.18公顷");
    let bounds = verdict.bounds().unwrap();
    // Any mode: up to one unit to each side, never reached.
    assert_eq!(bounds.to_string(), "(573/3719, 575/3717)");
    assert_eq!(bounds.in_percent(4).to_string(), "(15.4073%, 15.4695%)");
}

#[test]
fn sums_that_are_off_are_within_rounding_or_not() {
    assert!(audit("879.28公顷 = 152.1公顷 + 742.35公顷 - 15.16公顷").is_within_rounding());
    let off = audit("1476.20公顷 = 836.63公顷 + 847.95公顷 - 208.37公顷");
    assert!(off.is_within_rounding());
    assert_eq!(off.miss(), Some(parse("-1/100")));
    // Three terms and the sum: four halves of a unit, and not more.
    assert!(
        !audit("1476.19公顷 = 836.63公顷 + 847.95公顷 - 208.37公顷")
            .modes_if_rounded()
            .contains(Mode::HalfUp)
    );
    // Parcels are counted and add up, or they do not.
    let counted = audit("8宗 = 4宗 + 3宗");
    assert_eq!(counted.outcome(), Outcome::Impossible);
    assert_eq!(counted.nearest(), Some(published("7宗")));
    assert_eq!(
        counted.to_string(),
        "8宗 does not follow: 7/1; nearest: 7宗"
    );
}

#[test]
fn a_part_is_never_more_than_its_whole() {
    // Printed larger than its whole: only rounding can explain that.
    let larger = audit("100% = 10.05亩 of 10.0亩");
    assert_eq!(larger.outcome(), Outcome::IfRounded);
    assert_eq!(larger.value(), Some(parse("201/200")));
    assert_eq!(
        larger.bounds().unwrap().high(),
        std::ops::Bound::Included(Ratio::ONE)
    );
    let much_larger = audit("114% = 8宗 of 7宗");
    assert_eq!(much_larger.outcome(), Outcome::Impossible);
    assert_eq!((much_larger.bounds(), much_larger.nearest()), (None, None));
    // Three quarters and one quarter: the rest is what is left.
    let list = audit("75% = 3亩 of 4亩 with 1亩");
    assert!(list.modes().is_any());
    let misfit = audit("75% = 3亩 of 4亩 with 2亩");
    assert!(misfit.modes().is_empty() && !misfit.modes_if_any().is_empty());
}

#[test]
fn negative_growth_and_comparisons_are_judged_too() {
    let fell = audit("-50.9% = 110天 -> 54天");
    assert_eq!(
        fell.modes(),
        parse("half-even, half-up, half-down, toward-zero, ceiling")
    );
    assert!(audit("72.58% < 80%").modes().is_any());
    assert_eq!(audit("80% > 80%").outcome(), Outcome::IfRounded);
    assert_eq!(audit("81宗 < 80宗").outcome(), Outcome::Impossible);
    assert!(audit("超80% = 41宗 of 50宗").modes().is_any());
    assert_eq!(audit("超80% = 40宗 of 50宗").outcome(), Outcome::Impossible);
    assert!(audit("80%以上 = 40宗 of 50宗").modes().is_any());
    assert_eq!(
        audit("五成以上 = 4宗 of 7宗").figure().qualifier(),
        Qualifier::AtLeast
    );
    // A qualified operand gives no value, but bounds.
    let qualified = audit("57% = 4宗 of 约7宗");
    assert_eq!(qualified.value(), None);
    assert!(qualified.bounds().is_some());
}

#[test]
fn a_mean_and_a_price_are_quotients() {
    assert!(
        audit("5.31公顷 = 37.18公顷 / 7宗")
            .modes()
            .contains(Mode::HalfUp)
    );
    assert!(audit("20.0万元/亩 = 300万元 / 1公顷").modes().is_any());
    assert!(audit("40项 = 80% * 50项").modes().is_any());
    assert!(audit("100% = 57% + 43%").modes().is_any());
    assert!(audit("7.42个百分点 = 80% - 72.58%").modes().is_any());
    assert!(audit("57% = 5.7成").modes().is_any());
    // A count that is computed may be rounded, a counted one is not.
    assert!(audit("41项 = 81% * 50项").modes().contains(Mode::HalfUp));
}

#[test]
fn some_part_of_a_count_fits_or_none_does() {
    assert_eq!(audit("57% = some of 7宗").value(), Some(parse("4/7")));
    let none = audit("50% = some of 7宗");
    assert_eq!(none.outcome(), Outcome::Impossible);
    assert_eq!(none.nearest(), Some(published("43%")));
    let half_up = |n| -> Vec<(u64, u64)> {
        published("57%")
            .count_shares(n, &Reading::new())
            .unwrap()
            .filter(|pair| pair.modes.contains(Mode::HalfUp))
            .map(|pair| (pair.part, pair.whole))
            .collect()
    };
    assert_eq!(half_up(20), [(4, 7), (8, 14)]);
    assert_eq!(half_up(21), [(4, 7), (8, 14), (12, 21)]);
}

#[test]
fn a_document_is_explained_by_the_modes_that_explain_all_of_it() {
    let briefing: Document = [
        "57% = 4宗 of 7宗",
        "15.43% = 5.74公顷 of 37.18公顷",
        "31.44公顷 = 37.18公顷 - 5.74公顷",
        "1476.20公顷 = 836.63公顷 + 847.95公顷 - 208.37公顷",
        "57% = some of 1234宗",
    ]
    .into_iter()
    .map(parse::<Claim>)
    .collect();
    let findings = briefing.audit(&Reading::new()).unwrap();
    let power: Vec<Power> = findings.findings().iter().map(|it| it.power).collect();
    assert_eq!(
        power,
        [
            Power::SomeModes,
            Power::SomeModes,
            Power::AnyMode,
            Power::NoMode,
            Power::AnyFigure
        ]
    );
    assert_eq!(findings.modes(), Modes::NONE);
    assert!(findings.modes_if_rounded().contains(Mode::HalfUp));
    assert_eq!(findings.within_rounding_of_terms().collect::<Vec<_>>(), [3]);
    assert_eq!(findings.without_power().collect::<Vec<_>>(), [2, 4]);
    assert_eq!(
        findings
            .with_outcome(Outcome::IfRounded)
            .collect::<Vec<_>>(),
        [3]
    );
    assert_eq!(findings.explained_by(Mode::TowardZero), 4);
    assert_eq!(findings.explained_by(Mode::HalfUp), 3);
    let deciding: Vec<_> = findings.deciding().map(|(index, _)| index).collect();
    assert_eq!(deciding, [0, 1]);
    assert_eq!(
        Document::new().audit(&Reading::new()).unwrap().modes(),
        Modes::ANY
    );
}

#[test]
fn figures_are_held_against_the_ledger() {
    let register = founding();
    let reading = Reading::new();
    let all = Tally::of(register.grants()).unwrap();
    assert!(
        published("7宗")
            .against(all, &reading)
            .unwrap()
            .modes()
            .is_any()
    );
    assert!(
        published("37.18公顷")
            .against(all, &reading)
            .unwrap()
            .modes()
            .is_any()
    );
    let off = published("37.2公顷").against(all, &reading).unwrap();
    assert_eq!(off.miss(), Some(parse("1/50")));
    assert!(off.modes().contains(Mode::HalfUp) && !off.modes().contains(Mode::Floor));
    let eight = published("8宗").against(all, &reading).unwrap();
    assert_eq!(
        (eight.outcome(), eight.miss()),
        (Outcome::Impossible, Some(Ratio::ONE))
    );

    let shares = Breakdown::by(register.grants(), Grant::category).unwrap();
    let shares = shares.shares(Whole::Total).unwrap();
    let by_area = published("15.43%")
        .against(shares[0].by_area, &reading)
        .unwrap();
    assert_eq!(by_area.modes(), parse("toward-zero, floor"));
    assert_eq!(by_area.printed_by(Mode::HalfUp), Some(published("15.44%")));

    let price: Money = parse("144万元");
    assert!(
        published("144.0万元")
            .against(price, &reading)
            .unwrap()
            .modes()
            .is_any()
    );
    assert!(
        published("4家")
            .against(4_u64, &reading)
            .unwrap()
            .modes()
            .is_any()
    );
    assert!(matches!(
        published("4家").against(all, &reading),
        Err(ClaimError::NotOfRecord { .. })
    ));
    assert!(matches!(LedgerValue::from(price), LedgerValue::Money(_)));
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    for (given, printed) in [
        ("15.40%", "15.40%"),
        ("37.180 ha", "37.180公顷"),
        ("3.02万亩", "3.02万亩"),
        ("7宗", "7宗"),
        ("1.2万宗", "1.2万宗"),
        ("五成以上", "五成以上"),
        ("5成", "五成"),
        ("6.5成", "6.5成"),
        ("超过80%", "超80%"),
        ("不低于80%", "80%以上"),
        ("20余宗", "超20宗"),
        ("1.2万亩左右", "约1.2万亩"),
        ("7.42个百分点", "7.42个百分点"),
        ("-50.9%", "-50.9%"),
        ("1.5倍", "1.5倍"),
        ("20万元/亩", "20万元/亩"),
        ("57", "57"),
        ("3亿", "3亿"),
        ("1,234宗", "1234宗"),
        ("０.5%", "0.5%"),
        ("＋０．５％", "0.5%"),
        ("0.00公顷", "0.00公顷"),
    ] {
        assert_eq!(published(given).to_string(), printed);
        assert_eq!(published(printed), published(given));
    }
    assert_eq!(published("3.02万亩").unit(), parse::<PrintedUnit>("万亩"));
    for refused in [
        "",
        "宗",
        "57 ",
        "12,34宗",
        "-0%",
        "7个宗",
        "约约7宗",
        "57%%",
        "1e3宗",
    ] {
        assert!(refused.parse::<Published>().is_err(), "{refused}");
    }
}

#[test]
fn a_reading_says_how_wide_about_and_nearly_are() {
    let text = |printed: &str, reading: &Reading| {
        let bounds = published(printed).bounds(Modes::ANY, reading).unwrap();
        bounds.in_decimals(1).to_string()
    };
    let usual = Reading::default();
    assert_eq!(text("约5000亩", &usual), "[4500.0, 5500.0]");
    assert_eq!(text("近5000亩", &usual), "[4000.0, 5000.0)");
    assert_eq!(text("近80%", &usual), "[70.0, 80.0)");
    assert_eq!(text("不足1公顷", &usual), "[0.0, 1.0)");
    let tenth = Slack::Part(parse("1/10"));
    let wide = Reading {
        about: tenth,
        nearly: tenth,
    };
    assert_eq!(text("约5000亩", &wide), "[4500.0, 5500.0]");
    assert_eq!(text("近50%", &wide), "[45.0, 50.0)");
}

#[test]
fn what_cannot_be_claimed_is_named() {
    for claim in [
        "57% = 4宗 of 0宗",
        "57% = 4宗 of 7家",
        "57宗 = 4宗 of 7宗",
        "57% = -4万元 of 7万元",
        "57% = some of 7公顷",
        "10% = 0宗 -> 3宗",
        "5公顷 = 2公顷 + 3宗",
        "5公顷 = 2公顷 * 3公顷",
        "57%",
    ] {
        assert!(claim.parse::<Claim>().is_err(), "{claim}");
    }
    // Beyond 38 digits nothing is rounded: it is refused by name.
    let long = "1% = 0.123456789012345678% * 0.123456789012345679% * 0.123456789012345677%";
    let refused = parse::<Claim>(long).audit(&Reading::new());
    assert!(matches!(refused, Err(ClaimError::OutOfRange { .. })));
}
