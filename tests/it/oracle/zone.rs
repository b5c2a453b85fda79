//! Scores, brackets, averages and accounts against naive big rationals.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "big integers and rationals cannot overflow"
)]

use num_rational::BigRational;
use num_traits::Zero;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::agency::{AgencyError, AverageReduction, Averaging, ZeroBefore};
use standard_land::evaluation::{Criterion, Missing, Scheme};
use standard_land::exact::{Step, Sum};
use standard_land::jiff::civil::date;
use standard_land::pricing::{Bracket, LegalBasis, Offer, Scale, Tiering};
use standard_land::quantity::{Amount, Unit};
use standard_land::source::{Certainty, Sourced};
use standard_land::{Mode, Money, Ratio, Rounding};

use super::ratio::{exact, fraction, rounded};
use crate::given::Values;
use crate::given::parse;
use crate::laws::zone::{account, changes, instalments, payments, rates, scales, sums};

/// What is printed is the value, in lowest terms.
fn big(sum: &Sum) -> BigRational {
    let value: BigRational = sum.to_string().parse().unwrap();
    assert_eq!(
        sum.to_string(),
        format!("{}/{}", value.numer(), value.denom())
    );
    value
}

/// Fractions of up to 38 digits above and below.
fn long_terms() -> impl Strategy<Value = Vec<Ratio>> {
    let term = (any::<i128>(), any::<u128>(), 0..127_u32, 0..127_u32);
    let term = term.prop_map(|(part, whole, less, lower)| {
        let limit = 10_i128.pow(38);
        let whole = (whole >> lower) % limit.unsigned_abs();
        Ratio::new((part >> less) % limit, whole.max(1)).unwrap()
    });
    vec(term, 0..6)
}

/// A base, a weight before it is brought to 100, limits, and a value.
type Line = ((u32, u32), u8, Option<(i8, u8)>, Option<(i32, u32)>);

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let base = (1..500_000_u32, 1..1_000_u32);
    let limits = option::weighted(0.3, (-20..0_i8, 0..50_u8));
    let value = option::weighted(0.8, (-1_000..1_000_000_i32, 1..100_u32));
    vec((base, 1..50_u8, limits, value), 1..4)
}

proptest! {
    /// Σ value/base × weight, with limits, and each rule on what is missing.
    #[test]
    fn a_score_is_that_of_the_formula(lines in lines(), missing in select(Missing::ALL)) {
        let all: i128 = lines.iter().map(|(_, weight, ..)| i128::from(*weight)).sum();
        let mut criteria = Vec::new();
        let mut values = Values::new();
        let (mut sum, mut known) = (BigRational::zero(), BigRational::zero());
        let mut complete = true;
        for (number, ((part, whole), weight, limits, value)) in lines.iter().enumerate() {
            let name = number.to_string();
            let ratio = |part: i128, whole: u128| Ratio::new(part, whole).unwrap();
            let base = ratio((*part).into(), (*whole).into());
            let amount = |value| Amount::new(value, Unit::NUMBER);
            let weight = ratio(i128::from(*weight) * 100, all.unsigned_abs());
            let sourced = Sourced::new(amount(base), parse("s"), Certainty::Doubtful);
            let criterion = Criterion::new(parse(&name), sourced, weight).unwrap();
            let (least, most) = match limits {
                Some((least, most)) => (Some(ratio((*least).into(), 1)), Some(ratio((*most).into(), 1))),
                None => (None, None),
            };
            criteria.push(criterion.with_limits(least, most).unwrap());
            let Some((part, whole)) = value else {
                complete = false;
                continue;
            };
            let value = ratio((*part).into(), (*whole).into());
            values.insert(parse(&name), amount(value));
            let mut points = exact(value) / exact(base) * exact(weight);
            if let (Some(least), Some(most)) = (least, most) {
                points = points.clamp(exact(least), exact(most));
            }
            sum += points;
            known += exact(weight);
        }
        let scheme = Scheme::new(parse("s"), Certainty::Doubtful, criteria).unwrap();
        let expected = match missing {
            Missing::Zero => Some(sum),
            _ if complete => Some(sum),
            Missing::Reweighted if !known.is_zero() => Some(sum * fraction(100, 1) / known),
            _ => None,
        };
        let score = scheme.score(&values, missing).unwrap();
        prop_assert_eq!(score.total().map(big), expected);
    }

    /// Fen by fen: each has the rate of the bracket that it lies in.
    #[test]
    fn brackets_are_those_of_every_fen(scale in scales(), amount in sums()) {
        // The rate of a fen that begins where so many are below it.
        let rate_at = |below: i64| {
            let mut reached = scale.brackets().iter().filter(|it| it.from.fen() <= below);
            exact(reached.next_back().unwrap().rate)
        };
        let fen = amount.fen();
        let expected = match scale.tiering() {
            Tiering::Marginal => (0..fen).map(rate_at).fold(BigRational::zero(), |sum, it| sum + it),
            Tiering::Whole => rate_at(fen) * fraction(fen, 1),
        };
        let yuan = expected / fraction(100, 1);
        prop_assert_eq!(exact(scale.apply(amount).unwrap()), yuan);
    }

    /// cost × what the scale makes of the contribution ÷ the contribution.
    #[test]
    fn a_price_is_the_cost_at_the_mean_rate(
        scale in scales(), cost in sums(), rate in rates(), contribution in sums(), mode in select(Mode::ALL),
    ) {
        let reward = Scale::new(
            Tiering::Whole,
            [Bracket { from: Money::ZERO, rate }],
        );
        let applied = exact(scale.apply(contribution).unwrap());
        let mean = if contribution == Money::ZERO {
            exact(scale.brackets()[0].rate)
        } else {
            applied * fraction(100, contribution.fen())
        };
        let offer = Offer::new(cost, scale, reward.ok(), LegalBasis::None).unwrap();
        let quote = offer.quote(contribution).unwrap();
        let price = fraction(cost.fen(), 100) * mean;
        prop_assert_eq!(exact(quote.price), price.clone());
        prop_assert_eq!(exact(quote.reward), fraction(contribution.fen(), 100) * exact(rate));
        let fen = quote.price_in_fen(mode).unwrap().fen();
        prop_assert_eq!(fraction(fen, 100), rounded(&price, Rounding::new(2, mode)));
    }

    /// Each instalment paid in turn, by hand.
    #[test]
    fn an_account_stands_as_if_paid_by_hand(
        instalments in instalments(), payments in payments(), day in 1..=28_i8,
    ) {
        let day = date(2025, 2, day);
        let standing = account(&instalments, &payments).standing(day).unwrap();
        let mut purse: i64 = payments.iter().filter(|it| it.day <= day).map(|it| it.sum.fen()).sum();
        prop_assert_eq!(standing.paid.fen(), purse);
        let mut by_day = instalments.clone();
        by_day.sort_by_key(|it| it.due);
        let (mut due, mut overdue, mut unpaid) = (0, 0, 0);
        for instalment in by_day {
            let sum = instalment.sum.fen();
            let paid = sum.min(purse);
            purse -= paid;
            due += if instalment.due <= day { sum } else { 0 };
            overdue += if instalment.due < day { sum - paid } else { 0 };
            unpaid += sum - paid;
        }
        prop_assert_eq!(standing.due.fen(), due);
        prop_assert_eq!(standing.overdue.fen(), overdue);
        prop_assert_eq!(standing.unpaid.fen(), unpaid);
        prop_assert_eq!(standing.overpaid.fen(), purse);
    }

    /// Both averages by their words.
    #[test]
    fn averages_are_those_of_the_words(
        changes in changes(), averaging in select(Averaging::ALL), zero in select(ZeroBefore::ALL),
    ) {
        let known: Vec<_> = changes.iter().filter(|it| it.before > 0).collect();
        let average = AverageReduction::of(changes.clone(), averaging, zero);
        if zero == ZeroBefore::Refused && known.len() < changes.len() {
            let refused = matches!(average, Err(AgencyError::ZeroBefore { .. }));
            prop_assert!(refused);
        } else if known.is_empty() {
            prop_assert_eq!(average, Err(AgencyError::NothingToAverage));
        } else {
            let one = fraction(1, 1);
            let expected = match averaging {
                Averaging::MeanOfRatios => {
                    let parts = known.iter().map(|it| &one - fraction(it.after, it.before));
                    parts.fold(BigRational::zero(), |sum, it| sum + it) / fraction(known.len(), 1)
                }
                Averaging::RatioOfSums => {
                    let before: u64 = known.iter().map(|it| it.before).sum();
                    let after: u64 = known.iter().map(|it| it.after).sum();
                    one - fraction(after, before)
                }
                _ => unreachable!("a new one has to be tested"),
            };
            prop_assert_eq!(exact(average.unwrap().value()), expected);
        }
    }

    #[test]
    fn a_sum_of_any_size_is_that_of_big_rationals(
        terms in long_terms(), others in long_terms(), factor in long_terms(),
        places in -6..7_i8, mode in select(Mode::ALL), step in select(Step::ALL),
    ) {
        let expected = |terms: &[Ratio]| {
            let terms = terms.iter().copied().map(exact);
            terms.fold(BigRational::zero(), |sum, it| sum + it)
        };
        let (sum, value) = (Sum::of(terms.clone()), expected(&terms));
        prop_assert_eq!(big(&sum), value.clone());
        let (other, second) = (Sum::of(others.clone()), expected(&others));
        prop_assert_eq!(sum.cmp(&other), value.cmp(&second));
        prop_assert_eq!(sum == other, value == second);
        if let Some(factor) = factor.first() {
            prop_assert_eq!(big(&sum.times(*factor)), &value * exact(*factor));
        }
        if let Ok(ratio) = sum.to_ratio() {
            prop_assert_eq!(exact(ratio), value.clone());
        }
        let rounding = Rounding::new(places, mode).with_step(step);
        if let Ok(printed) = sum.round(rounding) {
            prop_assert_eq!(exact(Ratio::from(printed)), rounded(&value, rounding));
        }
        let reversed = Sum::of(terms.into_iter().rev());
        prop_assert_eq!(reversed, sum);
    }

    #[test]
    fn a_total_is_that_of_big_rationals(terms in vec((any::<i32>(), 1..10_000_u32), 0..6)) {
        let ratios = terms.iter().map(|(part, whole)| Ratio::new((*part).into(), (*whole).into()).unwrap());
        let expected = ratios.clone().map(exact).fold(BigRational::zero(), |sum, it| sum + it);
        prop_assert_eq!(exact(Ratio::total(ratios).unwrap()), expected);
    }
}
