//! Columns that add up to 100 % against a naive Hamilton method.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use num_rational::BigRational;
use num_traits::{One, Zero};
use proptest::collection::vec;
use proptest::prelude::*;
use standard_land::exact::{ApportionError, Apportionment, Percent, Ratio, Rounding};

use super::ratio::{exact, fraction, rounded, roundings, step_of};

fn value(percent: Percent) -> BigRational {
    exact(Ratio::from(percent)) * fraction(100, 1)
}

/// Steps for every cell: all start with the whole steps of their share, then
/// the one that is furthest below it gets another, until none is missing.
fn hamilton(shares: &[BigRational], steps: &BigRational) -> Vec<BigRational> {
    let mut cells: Vec<_> = shares.iter().map(BigRational::floor).collect();
    let count = |cells: &[BigRational]| cells.iter().fold(BigRational::zero(), |sum, n| sum + n);
    while count(&cells) < *steps {
        let lacks = |i: usize| &shares[i] - &cells[i];
        let neediest =
            (0..cells.len()).fold(0, |best, i| if lacks(i) > lacks(best) { i } else { best });
        cells[neediest] += BigRational::one();
    }
    cells
}

/// Parts with many zeros, ties and extremes.
fn columns() -> impl Strategy<Value = Vec<u64>> {
    prop_oneof![
        vec(0..4_u64, 1..12),
        vec(0..4000_u64, 1..12),
        vec(any::<u64>(), 1..12),
        (1..40_usize, any::<u64>()).prop_map(|(cells, part)| vec![part; cells]),
    ]
}

proptest! {
    #[test]
    fn columns_are_those_of_the_naive_method(
        parts in columns(),
        rounding in roundings(-3..=15),
    ) {
        let found = Apportionment::largest_remainder(&parts, rounding);
        let whole = parts.iter().fold(BigRational::zero(), |sum, n| sum + fraction(*n, 1));
        let (hundred, step) = (fraction(100, 1), step_of(rounding));
        let steps = &hundred / &step;
        if !steps.is_integer() {
            prop_assert_eq!(found, Err(ApportionError::NoWholeSteps { rounding }));
            return Ok(());
        }
        if whole.is_zero() {
            prop_assert_eq!(found, Err(ApportionError::ZeroWhole));
            return Ok(());
        }
        let found = found.unwrap();
        let shares: Vec<_> = parts.iter().map(|n| fraction(*n, 1) / &whole * &steps).collect();
        let expected: Vec<_> = hamilton(&shares, &steps).iter().map(|n| n * &step).collect();
        let values: Vec<_> = found.percentages().iter().copied().map(value).collect();
        prop_assert_eq!(&values, &expected);
        prop_assert_eq!(values.iter().fold(BigRational::zero(), |sum, n| sum + n), hundred);
        let mut moved = Vec::new();
        for (index, (share, value)) in shares.iter().zip(&values).enumerate() {
            let exact = share * &step;
            prop_assert!(*value < &exact + &step && exact < value + &step);
            let plain = rounded(&exact, rounding);
            if plain != *value {
                moved.push((index, plain, value.clone()));
            }
        }
        let listed = found.moved().iter().map(|cell| {
            (cell.index, value(cell.rounded), value(cell.apportioned))
        });
        prop_assert_eq!(listed.collect::<Vec<_>>(), moved);
    }

    #[test]
    fn a_column_of_equals_favours_the_first(cells in 1..60_usize, places in 0..=4_i8) {
        let column = Apportionment::largest_remainder(&vec![7; cells], Rounding::floor(places));
        let column = column.unwrap();
        prop_assert!(column.percentages().is_sorted_by(|a, b| a >= b));
        let raised: Vec<usize> = column.moved().iter().map(|cell| cell.index).collect();
        prop_assert_eq!(&raised, &(0..raised.len()).collect::<Vec<_>>());
    }
}
