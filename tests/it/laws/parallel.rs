//! In any number of threads the same results, and the same errors.

use std::sync::LazyLock;

use proptest::prelude::*;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use standard_land::calendar::{Period, Year};
use standard_land::register::{Block, Grant};
use standard_land::stats::StatsError;
use standard_land::{Area, Breakdown, CrossTab, Register, Tally, Trend};

use super::cross_tab::{cells, division, industry, method, order, periods, shuffled, year};
use crate::given::{parse, tally};

static POOLS: LazyLock<Vec<ThreadPool>> = LazyLock::new(|| {
    let pool = |threads| ThreadPoolBuilder::new().num_threads(threads).build();
    [1, 2, 3, 8].map(|threads| pool(threads).unwrap()).into()
});

/// What all pools say, if they say the same, with halves as small as can be.
fn everywhere<T: PartialEq + std::fmt::Debug + Send>(
    compute: impl Fn() -> T + Sync,
) -> Result<T, TestCaseError> {
    let mut results = POOLS.iter().map(|pool| pool.install(&compute));
    let first = results.next().unwrap();
    for other in results {
        prop_assert_eq!(&other, &first);
    }
    Ok(first)
}

proptest! {
    // Each case goes to four pools, in pieces of one row.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, ..Default::default() })]

    #[test]
    fn tables_are_the_same_in_parallel(
        cells in cells(industry(), division()), small in cells(year(), method()),
        names in cells("[ab]{0,2}", year()), order in order(), full in any::<bool>()
    ) {
        // Almost full, so that some of them overflow.
        let most = if full { Tally::one(Area::from_quanta(u64::MAX - (1 << 50))) } else { tally(1, "1 ha") };
        macro_rules! same {
            ($cells:expr) => {{
                let mut cells = $cells;
                cells.push((None, None, most));
                let mixed = shuffled(&cells, &order);
                let expected = CrossTab::of(cells.clone());
                let found = everywhere(|| CrossTab::par_of(mixed.clone().into_par_iter().with_max_len(1)))?;
                prop_assert_eq!(found, CrossTab::of(mixed.clone()));
                if mixed.len() == cells.len() {
                    prop_assert_eq!(CrossTab::of(mixed.clone()), expected);
                }
                let rows: Vec<_> = mixed.iter().cloned().map(|(row, _, tally)| (row, tally)).collect();
                let found = everywhere(|| Breakdown::par_of(rows.clone().into_par_iter().with_max_len(1)))?;
                prop_assert_eq!(found, Breakdown::of(rows));
            }};
        }
        same!(cells);
        same!(small);
        same!(names);
    }

    #[test]
    fn trends_are_the_same_in_parallel(periods in periods(), order in order(), odd in 0..30_usize) {
        let mut rows: Vec<(Option<Period>, Tally)> = periods
            .iter()
            .map(|(period, tally)| (Some(*period), tally.unwrap_or_default()))
            .chain([(None, tally(2, "1 ha"))])
            .collect();
        // Some of them overlap one or several others.
        match odd {
            0 => rows.push((Some(parse("2020-03..2021-03")), tally(1, "1 ha"))),
            1 => rows.push((Some(parse("2020")), tally(1, "1 ha"))),
            2 => rows.extend([(None, Tally::one(Area::MAX)), (Some(parse("2020-02")), tally(1, "1 ha"))]),
            3 => rows.push((None, Tally::one(Area::MAX))),
            _ => {}
        }
        let mixed = shuffled(&rows, &order);
        let found = everywhere(|| Trend::par_of(mixed.clone().into_par_iter().with_max_len(1)))?;
        prop_assert_eq!(&found, &Trend::of(mixed.clone()));
        prop_assert_eq!(found, Trend::of(rows));
    }
}

#[test]
fn grants_are_the_same_in_parallel() {
    let mut register = Register::new();
    for number in 0..500_u64 {
        let id = format!("{number}");
        let area = Area::from_quanta(number * number * 1_000_003 + 1);
        let mut block = Block::new(parse(&id), number + 1, area).unwrap();
        if number % 7 != 0 {
            block = block.with_year(parse(&format!("{}", 2010 + number % 5)));
        }
        if number % 3 != 0 {
            block = block.with_region(parse(
                ["141121", "141122", "149999"][usize::try_from(number % 3).unwrap()],
            ));
        }
        register.add_block(block).unwrap();
    }
    let grants: Vec<Grant> = register.grants().collect();
    let period = |grant: &Grant| grant.year().map(Period::from);
    let same = |pool: &ThreadPool| {
        pool.install(|| {
            assert_eq!(Tally::par_of(grants.clone()), Tally::of(grants.clone()));
            assert_eq!(
                Breakdown::par_by(grants.clone(), Grant::region),
                Breakdown::by(grants.clone(), Grant::region)
            );
            assert_eq!(
                CrossTab::par_by(grants.clone(), Grant::region, Grant::year),
                CrossTab::by(grants.clone(), Grant::region, Grant::year)
            );
            assert_eq!(
                Trend::par_by(grants.clone(), period),
                Trend::by(grants.clone(), period)
            );
        });
    };
    POOLS.iter().for_each(same);

    // Nothing from nothing.
    let none: Vec<Grant> = Vec::new();
    assert_eq!(Tally::par_of(none.clone()), Ok(Tally::default()));
    assert_eq!(
        Breakdown::par_by(none.clone(), Grant::region),
        Ok(Breakdown::new())
    );
    assert_eq!(Trend::par_by(none, period), Ok(Trend::new()));
}

/// A refusal says the same total, whoever came first.
#[test]
fn an_overflow_is_the_same_in_parallel() {
    let rows: Vec<(Option<Year>, Tally)> =
        (0..100).map(|_| (None, Tally::one(Area::MAX))).collect();
    let expected = StatsError::OutOfRange {
        given: format!("100 parcels with {} × 10⁻⁸ mu", u128::from(u64::MAX) * 100).into(),
    };
    assert_eq!(Breakdown::of(rows.clone()), Err(expected.clone()));
    for pool in POOLS.iter() {
        assert_eq!(
            pool.install(|| Breakdown::par_of(rows.clone())),
            Err(expected.clone())
        );
    }
}
