//! Prices in tiers, rewards, legal bases and instalments.

use standard_land::jiff::civil::{Date, date};
use standard_land::pricing::{
    BasisRank, Bracket, Instalment, LegalBasis, Offer, Payment, PaymentAccount, PricingError,
    Scale, Schedule, Tiering,
};
use standard_land::{Mode, Money};

use super::parse;

pub(crate) fn scale(tiering: Tiering, brackets: &[(&str, &str)]) -> Scale {
    let bracket = |(from, rate): &(&str, &str)| Bracket {
        from: parse(from),
        rate: parse(rate),
    };
    Scale::new(tiering, brackets.iter().map(bracket)).unwrap()
}

pub(crate) fn instalment(due: Date, sum: &str) -> Instalment {
    Instalment {
        due,
        sum: parse(sum),
    }
}

pub(crate) fn payment(receipt: &str, day: Date, sum: &str) -> Payment {
    Payment {
        receipt: parse(receipt),
        day,
        sum: parse(sum),
    }
}

/// Qixian's form of an offer; no figures were printed, these are ours.
pub(crate) fn offer(basis: &str) -> Offer {
    let price = scale(
        Tiering::Whole,
        &[("0元", "1/1"), ("100万元", "9/10"), ("300万元", "2/3")],
    );
    let reward = scale(Tiering::Marginal, &[("0元", "0/1"), ("100万元", "1/20")]);
    Offer::new(parse("1000万元"), price, Some(reward), parse(basis)).unwrap()
}

#[test]
fn a_bracket_begins_with_its_own_amount() {
    let offer = offer("none");
    let price = |contribution| {
        let quote = offer.quote(parse(contribution)).unwrap();
        (
            quote.price_in_fen(Mode::HalfUp).unwrap(),
            quote.reward_in_fen(Mode::HalfUp).unwrap(),
        )
    };
    assert_eq!(price("0元"), (parse("1000万元"), Money::ZERO));
    assert_eq!(price("999999.99元"), (parse("1000万元"), Money::ZERO));
    assert_eq!(price("1000000元"), (parse("900万元"), Money::ZERO));
    assert_eq!(price("300万元"), (parse("6666666.67元"), parse("10万元")));
}

#[test]
fn the_two_ways_to_apply_brackets_differ_and_are_named() {
    let brackets = [("0元", "1/100"), ("100万元", "3/100"), ("200万元", "5/100")];
    let marginal = scale(Tiering::Marginal, &brackets);
    let whole = scale(Tiering::Whole, &brackets);
    let amount: Money = parse("250万元");
    // 10,000 + 30,000 + 25,000 yuan.
    assert_eq!(marginal.apply(amount), Ok(parse("65000/1")));
    assert_eq!(whole.apply(amount), Ok(parse("125000/1")));
    assert_eq!(marginal.rate(amount), Ok(parse("13/500")));
    assert_eq!(whole.rate(amount), Ok(parse("1/20")));
    let parts: Vec<_> = marginal
        .slices(amount)
        .unwrap()
        .iter()
        .map(|it| it.part)
        .collect();
    assert_eq!(parts, [parse("100万元"), parse("100万元"), parse("50万元")]);
    assert_eq!(whole.slices(amount).unwrap().len(), 1);
    assert_eq!(marginal.rate(Money::ZERO), Ok(parse("1/100")));
    assert!(marginal.is_tiered());
    assert!(!scale(Tiering::Whole, &[("0元", "1/2"), ("1元", "2/4")]).is_tiered());
}

#[test]
fn fen_are_rounded_once_in_the_mode_that_is_named() {
    let third = scale(Tiering::Whole, &[("0元", "1/3")]);
    let offer = Offer::new(parse("100元"), third, None, LegalBasis::None).unwrap();
    let quote = offer.quote(Money::ZERO).unwrap();
    assert_eq!(quote.price, parse("100/3"));
    assert_eq!(quote.price_in_fen(Mode::TowardZero), Ok(parse("33.33元")));
    assert_eq!(quote.price_in_fen(Mode::AwayFromZero), Ok(parse("33.34元")));
}

/// 公平竞争审查条例 (2024) art. 10, from memory: so the rank is a parameter.
#[test]
fn a_benefit_on_a_weak_basis_is_a_finding_and_no_error() {
    let needed = BasisRank::needed_2024();
    let found = |basis: &str| {
        let findings = offer(basis).findings(&needed);
        findings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        found("none"),
        ["price: basis-missing", "reward: basis-missing"]
    );
    let weak = ["price: basis-weak", "reward: basis-weak"];
    for rank in BasisRank::ALL {
        let findings = found(&format!("{rank}: a document"));
        if *rank <= BasisRank::StateCouncilApproval {
            assert!(findings.is_empty(), "{rank}");
        } else {
            assert_eq!(findings, weak, "{rank}");
        }
    }
    let mut looser = needed;
    looser.value = BasisRank::NormativeDocument;
    assert!(offer("rule: a document").findings(&looser).is_empty());
}

#[cfg(feature = "serde")]
#[test]
fn an_offer_without_a_basis_says_so() {
    // The field has to be there.
    let json = serde_json::to_value(offer("none")).unwrap();
    let mut without = json.clone();
    without.as_object_mut().unwrap().remove("basis");
    assert!(serde_json::from_value::<Offer>(json).is_ok());
    assert!(serde_json::from_value::<Offer>(without).is_err());
}

#[test]
fn what_is_due_paid_and_overdue_on_a_day() {
    let first = date(2025, 6, 30);
    let second = date(2025, 12, 31);
    let parts = [instalment(second, "60万元"), instalment(first, "40万元")];
    let schedule = Schedule::new(parse("100万元"), parts).unwrap();
    let mut account = PaymentAccount::new(schedule);
    // Later payments are entered first.
    account
        .record(payment("2", date(2026, 1, 5), "80万元"))
        .unwrap();
    account.record(payment("1", first, "30万元")).unwrap();
    assert!(account.record(payment("1", first, "30万元")).is_err());
    let on = |day| {
        let it = account.standing(day).unwrap();
        [
            it.due,
            it.paid,
            it.overdue,
            it.unpaid,
            it.overpaid,
            it.later,
        ]
        .map(|sum| {
            sum.to_decimal(standard_land::quantity::MoneyUnit::TenThousandYuan)
                .to_string()
        })
    };
    assert_eq!(on(date(2025, 6, 29)), ["0", "0", "0", "100", "0", "110"]);
    // The due day itself is in time.
    assert_eq!(on(first), ["40", "30", "0", "70", "0", "80"]);
    assert_eq!(on(date(2025, 7, 1)), ["40", "30", "10", "70", "0", "80"]);
    assert_eq!(on(second), ["100", "30", "10", "70", "0", "80"]);
    assert_eq!(on(date(2026, 1, 1)), ["100", "30", "70", "70", "0", "80"]);
    // What is paid above the price is shown.
    assert_eq!(on(date(2026, 1, 5)), ["100", "110", "0", "0", "10", "0"]);
    assert_eq!(account.payments().len(), 2);
}

#[test]
fn instalments_are_the_price() {
    let day = date(2025, 6, 30);
    let twice = [instalment(day, "50万元"), instalment(day, "50万元")];
    assert!(Schedule::new(parse("100万元"), twice).is_ok());
    assert_eq!(
        Schedule::new(parse("1000000.01元"), twice),
        Err(PricingError::SumDiffers {
            sum: parse("100万元"),
            price: parse("1000000.01元"),
        })
    );
    assert!(Schedule::new(Money::ZERO, []).is_ok());
    assert!(Schedule::new(Money::ZERO, [instalment(day, "0元")]).is_err());
}
