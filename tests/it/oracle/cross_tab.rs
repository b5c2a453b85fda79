//! Cross tables and growth against plain loops over big integers; the real file.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use standard_land::stats::{Against, CellWhole};
use standard_land::{Area, CrossTab, Ratio, Tally, Trend};

use crate::given::parse;

/// Number of parcels and quanta by both keys.
type Oracle = BTreeMap<(Option<u8>, Option<String>), (u64, u64)>;

fn rational(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn fraction(part: impl Into<BigInt>, whole: impl Into<BigInt>) -> BigRational {
    BigRational::new(part.into(), whole.into())
}

proptest! {
    #[test]
    fn cross_tables_are_those_of_plain_loops(
        cells in proptest::collection::vec(
            (proptest::option::weighted(0.8, 0..4_u8), proptest::option::weighted(0.8, "[ab]"),
             1..1_u64 << 40, 1..1_u64 << 50),
            1..40,
        )
    ) {
        let mut oracle = Oracle::new();
        for (row, column, parcels, quanta) in &cells {
            let cell = oracle.entry((*row, column.clone())).or_default();
            cell.0 += parcels;
            cell.1 += quanta;
        }
        let table = CrossTab::of(cells.into_iter().map(|(row, column, parcels, quanta)| {
            (row, column, Tally::new(parcels, Area::from_quanta(quanta)).unwrap())
        })).unwrap();
        prop_assert_eq!(table.cells().count(), oracle.len());
        let given = table.total().checked_add(&table.total()).unwrap();
        for whole in [
            CellWhole::Row, CellWhole::KeyedRow, CellWhole::Column, CellWhole::KeyedColumn,
            CellWhole::Total, CellWhole::Keyed, CellWhole::Given(given),
        ] {
            let shares = table.shares(whole).unwrap();
            let mut expected = 0;
            for ((row, column), (parcels, quanta)) in &oracle {
                // What stands in the denominator, said once more in words.
                let counts = |other: &(Option<u8>, Option<String>)| match whole {
                    CellWhole::Row => other.0 == *row,
                    CellWhole::KeyedRow => other.0 == *row && other.1.is_some(),
                    CellWhole::Column => other.1 == *column,
                    CellWhole::KeyedColumn => other.1 == *column && other.0.is_some(),
                    CellWhole::Keyed => other.0.is_some() && other.1.is_some(),
                    CellWhole::Total | CellWhole::Given(_) => true,
                };
                if !counts(&(*row, column.clone())) {
                    continue;
                }
                expected += 1;
                let (mut of_parcels, mut of_quanta) = (BigInt::from(0), BigInt::from(0));
                for (key, (parcels, quanta)) in &oracle {
                    if counts(key) {
                        of_parcels += *parcels;
                        of_quanta += *quanta;
                    }
                }
                if matches!(whole, CellWhole::Given(_)) {
                    of_parcels *= 2;
                    of_quanta *= 2;
                }
                let share = shares.iter().find(|it| it.row == *row && it.column == *column).unwrap();
                prop_assert_eq!(rational(share.by_count), fraction(*parcels, of_parcels));
                prop_assert_eq!(rational(share.by_area), fraction(*quanta, of_quanta));
            }
            prop_assert_eq!(shares.len(), expected);
        }
    }

    #[test]
    fn growth_is_that_of_plain_loops(
        years in proptest::collection::vec(
            proptest::option::weighted(0.8, prop_oneof![Just((0, 0)), (1..u64::MAX >> 6, 0..u64::MAX >> 6)]), 2..20,
        )
    ) {
        let rows = (2000..).zip(&years).filter_map(|(year, row)| {
            let (parcels, quanta) = (*row)?;
            let tally = Tally::new(parcels, Area::from_quanta(quanta)).unwrap();
            Some((Some(parse(&format!("{year}"))), tally))
        });
        let trend = Trend::of(rows).unwrap();
        for (place, pair) in years.windows(2).enumerate() {
            let period = parse(&format!("{}", 2001 + place));
            // Of years, both are the same.
            let growths = [Against::Previous, Against::YearBefore].map(|it| trend.growth(period, it));
            prop_assert_eq!(&growths[0], &growths[1]);
            let (Some(then), Some(now)) = (pair[0], pair[1]) else {
                prop_assert!(growths[0].is_err());
                continue;
            };
            let growth = growths[0].clone().unwrap();
            for (rate, then, now) in
                [(growth.by_count(), then.0, now.0), (growth.by_area(), then.1, now.1)]
            {
                prop_assert_eq!(rate.is_err(), then == 0);
                if let Ok(rate) = rate {
                    let change = BigInt::from(now) - BigInt::from(then);
                    prop_assert_eq!(rational(rate), fraction(change, then));
                }
            }
        }
    }
}
