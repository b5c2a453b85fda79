//! Cross tables and trends are commutative monoids; margins are sums of cells.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::allocation::SupplyMethod;
use standard_land::calendar::{Period, PeriodKind, Year};
use standard_land::stats::{Against, CellWhole, Key, ShareCell};
use standard_land::{Area, Breakdown, CrossTab, DivisionCode, IndustryCode, Ratio, Tally, Trend};

use crate::given::parse;
use crate::wire::{Travels, comes_back};

pub(super) type Cells<R, C> = Vec<(Option<R>, Option<C>, Tally)>;

fn tally() -> impl Strategy<Value = Tally> {
    let some = (1..1_u64 << 50, 0..1_u64 << 50)
        .prop_map(|(parcels, quanta)| Tally::new(parcels, Area::from_quanta(quanta)).unwrap());
    prop_oneof![9 => some, 1 => Just(Tally::default()), 1 => Just(Tally::one(Area::ZERO))]
}

pub(super) fn cells<R: Debug, C: Debug>(
    row: impl Strategy<Value = R>,
    column: impl Strategy<Value = C>,
) -> impl Strategy<Value = Cells<R, C>> {
    vec((weighted(0.8, row), weighted(0.8, column), tally()), 0..40)
}

/// Dense and sparse ones.
pub(super) fn year() -> impl Strategy<Value = Year> {
    prop_oneof![1946..1952_i16, 2203..2207_i16].prop_map(|year| Year::new(year).unwrap())
}

pub(super) fn method() -> impl Strategy<Value = SupplyMethod> {
    select(SupplyMethod::ALL)
}

pub(super) fn industry() -> impl Strategy<Value = IndustryCode> {
    let index = prop_oneof![
        0..3_usize,
        0..IndustryCode::COUNT,
        Just(IndustryCode::COUNT - 1)
    ];
    index.prop_map(|index| IndustryCode::from_index(index).unwrap())
}

pub(super) fn division() -> impl Strategy<Value = DivisionCode> {
    prop_oneof![
        Just(141_121),
        110_100..110_110_u32,
        100_000..=999_999_u32,
        Just(659_012)
    ]
    .prop_filter_map("a code", |code| DivisionCode::new(code).ok())
}

pub(super) fn order() -> impl Strategy<Value = Vec<u64>> {
    vec(any::<u64>(), 40)
}

pub(super) fn shuffled<T: Clone>(items: &[T], order: &[u64]) -> Vec<T> {
    let mut shuffled: Vec<_> = order.iter().zip(items.iter().cloned()).collect();
    shuffled.sort_by_key(|(order, _)| **order);
    shuffled.into_iter().map(|(_, item)| item).collect()
}

fn cut(length: usize, cuts: [usize; 2]) -> [usize; 2] {
    let mut cuts = cuts.map(|cut| cut % (length + 1));
    cuts.sort_unstable();
    cuts
}

fn of<R: Key, C: Key>(cells: &[(Option<R>, Option<C>, Tally)]) -> CrossTab<R, C> {
    CrossTab::of(cells.iter().cloned()).unwrap()
}

fn merged<R: Key + Debug, C: Key + Debug>(
    a: &CrossTab<R, C>,
    b: &CrossTab<R, C>,
) -> CrossTab<R, C> {
    let mut both = a.clone();
    both.merge(b).unwrap();
    both
}

fn laws<R, C>(cells: &Cells<R, C>, order: &[u64], cuts: [usize; 2]) -> Result<(), TestCaseError>
where
    R: Key + Debug + Travels,
    C: Key + Debug + Travels,
{
    let whole = of(cells);
    let [low, high] = cut(cells.len(), cuts);
    let (a, b, c) = (of(&cells[..low]), of(&cells[low..high]), of(&cells[high..]));

    prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    prop_assert_eq!(&merged(&merged(&a, &b), &c), &whole);
    prop_assert_eq!(&merged(&whole, &CrossTab::new()), &whole);
    prop_assert_eq!(&merged(&CrossTab::new(), &whole), &whole);
    let mut pushed = CrossTab::new();
    for (row, column, tally) in shuffled(cells, order) {
        prop_assert_eq!(pushed.push(row, column, &tally), Ok(()));
    }
    prop_assert_eq!(&pushed, &whole);
    let mut extended = a.clone();
    prop_assert_eq!(extended.try_extend(cells[low..].iter().cloned()), Ok(()));
    prop_assert_eq!(&extended, &whole);

    // Cells are in order, none is empty, each is found by its keys.
    let listed: Vec<_> = whole.cells().collect();
    let place = |cell: &standard_land::stats::CrossCell<R, C>| {
        let (row, column) = (cell.row.clone(), cell.column.clone());
        (row.is_none(), row, column.is_none(), column)
    };
    prop_assert!(
        listed
            .windows(2)
            .all(|pair| place(&pair[0]) < place(&pair[1]))
    );
    for cell in &listed {
        prop_assert!(!cell.tally.is_empty());
        let found = whole.get(cell.row.as_ref(), cell.column.as_ref());
        prop_assert_eq!(found, Some(cell.tally));
    }

    // Margins are sums of cells, and breakdowns of the input by one key.
    let rows = cells.iter().map(|(row, _, tally)| (row.clone(), *tally));
    prop_assert_eq!(Ok(whole.row_margin()), Breakdown::of(rows));
    let columns = cells
        .iter()
        .map(|(_, column, tally)| (column.clone(), *tally));
    prop_assert_eq!(Ok(whole.column_margin()), Breakdown::of(columns));
    prop_assert_eq!(whole.row_margin().total(), whole.total());
    prop_assert_eq!(whole.column_margin().total(), whole.total());
    let mut together = CrossTab::new();
    for margin in whole.row_margin().rows() {
        let row = whole.row(margin.key.as_ref());
        prop_assert_eq!(row.total(), margin.tally);
        for cell in row.rows() {
            prop_assert_eq!(
                whole.get(margin.key.as_ref(), cell.key.as_ref()),
                Some(cell.tally)
            );
            together
                .push(margin.key.clone(), cell.key, &cell.tally)
                .unwrap();
        }
    }
    prop_assert_eq!(&together, &whole);
    for margin in whole.column_margin().rows() {
        prop_assert_eq!(whole.column(margin.key.as_ref()).total(), margin.tally);
    }

    let turned = whole.transpose();
    prop_assert_eq!(turned.row_margin(), whole.column_margin());
    prop_assert_eq!(turned.total(), whole.total());
    prop_assert_eq!(&turned.transpose(), &whole);

    shares(&whole)?;

    comes_back(&whole);
    Ok(())
}

/// Shares of one whole add up to one.
fn shares<R: Key + Debug, C: Key + Debug>(whole: &CrossTab<R, C>) -> Result<(), TestCaseError> {
    for named in [
        CellWhole::Row,
        CellWhole::KeyedRow,
        CellWhole::Column,
        CellWhole::KeyedColumn,
        CellWhole::Total,
        CellWhole::Keyed,
    ] {
        let Ok(shares) = whole.shares(named) else {
            // Only where something has no area.
            prop_assert!(whole.cells().any(|cell| cell.tally.area().is_zero()));
            continue;
        };
        let by_row = matches!(named, CellWhole::Row | CellWhole::KeyedRow);
        let by_column = matches!(named, CellWhole::Column | CellWhole::KeyedColumn);
        let mut sums: BTreeMap<_, (Ratio, Ratio)> = BTreeMap::new();
        for ShareCell {
            row,
            column,
            by_count,
            by_area,
            tally,
            ..
        } in &shares
        {
            let group = (by_row.then_some(row), by_column.then_some(column));
            let sum = sums.entry(group).or_insert((Ratio::ZERO, Ratio::ZERO));
            sum.0 = sum.0.checked_add(*by_count).unwrap();
            sum.1 = sum.1.checked_add(*by_area).unwrap();
            let one = whole.share(row.as_ref(), column.as_ref(), named).unwrap();
            prop_assert_eq!(
                (one.tally, one.by_count, one.by_area),
                (*tally, *by_count, *by_area)
            );
        }
        prop_assert!(sums.values().all(|sum| *sum == (Ratio::ONE, Ratio::ONE)));
        let keyed = |cell: &standard_land::stats::CrossCell<R, C>| match named {
            CellWhole::KeyedRow => cell.column.is_some(),
            CellWhole::KeyedColumn => cell.row.is_some(),
            CellWhole::Keyed => cell.row.is_some() && cell.column.is_some(),
            _ => true,
        };
        prop_assert_eq!(shares.len(), whole.cells().filter(keyed).count());
    }
    Ok(())
}

/// Months from 2020 on, joined to periods that do not overlap.
pub(super) fn periods() -> impl Strategy<Value = Vec<(Period, Option<Tally>)>> {
    let part = (1..8_i32, weighted(0.8, tally()));
    vec(part, 0..12).prop_map(|parts| {
        let mut next: Option<Period> = Some(parse("2020-01"));
        let mut periods = Vec::new();
        for (months, tally) in parts {
            let first = next.unwrap();
            let mut last = first;
            for _ in 1..months {
                last = last.next().unwrap();
            }
            next = last.next();
            periods.push((first.through(last).unwrap(), tally));
        }
        periods
    })
}

proptest! {
    #[test]
    fn by_two_dense_keys(
        cells in cells(year(), method()), order in order(), cuts in any::<[usize; 2]>()
    ) {
        laws(&cells, &order, cuts)?;
    }

    #[test]
    fn by_two_long_lists(
        cells in cells(industry(), division()), order in order(), cuts in any::<[usize; 2]>()
    ) {
        laws(&cells, &order, cuts)?;
    }

    #[test]
    fn by_names_and_others(
        names in cells("[ab]{0,2}", industry()), both in cells("[ab]{0,1}", any::<bool>()),
        order in order(), cuts in any::<[usize; 2]>()
    ) {
        laws(&names, &order, cuts)?;
        laws(&both, &order, cuts)?;
    }

    #[test]
    fn an_overflow_changes_nothing(
        start in cells(year(), method()), added in cells(year(), method()), spare in 0..9_u64
    ) {
        let mut full = of(&start);
        let wanted = of(&added).total().area().quanta();
        let room = u64::MAX - full.total().area().quanta() - spare.min(wanted);
        full.push(None, None, &Tally::one(Area::from_quanta(room))).unwrap();
        let (mut by_extend, mut by_merge) = (full.clone(), full.clone());
        let fits = wanted <= spare;
        prop_assert_eq!(by_extend.try_extend(added.clone()).is_ok(), fits);
        prop_assert_eq!(by_merge.merge(&of(&added)).is_ok(), fits);
        prop_assert_eq!(&by_extend, &by_merge);
        if !fits {
            prop_assert_eq!(&by_extend, &full);
            let mut by_push = full.clone();
            let more = Tally::one(Area::from_quanta(spare + 1));
            prop_assert!(by_push.push(None, None, &more).is_err());
            prop_assert_eq!(&by_push, &full);
        }
    }

    #[test]
    fn trends(
        periods in periods(), undated in tally(), order in order(), cuts in any::<[usize; 2]>()
    ) {
        let rows = periods.iter().filter_map(|(period, tally)| Some((Some(*period), (*tally)?)));
        // Twice each, so that rows are added to.
        let rows: Vec<_> = rows.clone().chain(rows).chain([(None, undated)]).take(40).collect();
        let of = |rows: &[(Option<Period>, Tally)]| Trend::of(rows.iter().copied()).unwrap();
        let merged = |a: &Trend, b: &Trend| {
            let mut both = a.clone();
            both.merge(b).unwrap();
            both
        };
        let whole = of(&rows);
        let [low, high] = cut(rows.len(), cuts);
        let (a, b, c) = (of(&rows[..low]), of(&rows[low..high]), of(&rows[high..]));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(&merged(&merged(&a, &b), &c), &whole);
        prop_assert_eq!(&merged(&whole, &Trend::new()), &whole);
        let mut pushed = Trend::new();
        for (period, tally) in shuffled(&rows, &order) {
            prop_assert_eq!(pushed.push(period, &tally), Ok(()));
        }
        prop_assert_eq!(&pushed, &whole);

        // What accumulates, and what has no period, is everything.
        let dated = whole.cumulative().last().map(|(_, sum)| sum).unwrap_or_default();
        prop_assert_eq!(dated.checked_add(&whole.undated()), Ok(whole.total()));
        prop_assert_eq!(whole.to_breakdown().total(), whole.total());
        prop_assert!(whole.rows().zip(whole.rows().skip(1)).all(|(a, b)| a.0.last() < b.0.first()));

        // Rows and gaps fill the span; what rows make up is known, and no more.
        if let Some(span) = whole.span() {
            let mut days = whole.rows().map(|(period, _)| period).chain(whole.gaps());
            prop_assert_eq!(days.try_fold(0_u32, |sum, part| sum.checked_add(part.days())), Some(span.days()));
            prop_assert_eq!(whole.get(span).is_ok(), whole.gaps().next().is_none());
            if let Ok(all) = whole.get(span) {
                prop_assert_eq!(all, dated);
            }
        }
        for gap in whole.gaps() {
            prop_assert!(whole.get(gap).is_err());
        }
        for (period, tally) in whole.rows() {
            prop_assert_eq!(whole.get(period), Ok(tally));
        }

        // A growth and its base: base × (1 + growth) is what there is now.
        for against in [Against::Previous, Against::YearBefore, Against::Fixed(parse("2020-01"))] {
            for growth in whole.growths(against).filter_map(Result::ok) {
                prop_assert_eq!(growth.base_period, against.base_of(growth.period).unwrap());
                prop_assert_eq!(whole.get(growth.base_period), Ok(growth.base));
                let Ok(rate) = growth.by_area() else {
                    prop_assert!(growth.base.area().is_zero());
                    continue;
                };
                let base = Ratio::new(growth.base.area().quanta().into(), 1).unwrap();
                let now = rate.checked_add(Ratio::ONE).unwrap().checked_mul(base);
                prop_assert_eq!(now, Ratio::new(growth.tally.area().quanta().into(), 1));
            }
        }

        comes_back(&whole);
    }

    /// By every door, and what was there stays.
    #[test]
    fn what_overlaps_changes_nothing(periods in periods(), odd in 0..12_usize, months in 0..8_i32) {
        let rows = periods.iter().map(|(period, _)| (Some(*period), Tally::one(Area::ZERO)));
        let trend = Trend::of(rows).unwrap();
        let Some((period, _)) = periods.get(odd) else { return Ok(()) };
        let mut other = Period::of(period.last(), PeriodKind::Month).unwrap();
        for _ in 0..months {
            other = other.through(other.next().unwrap().parts(PeriodKind::Month).next().unwrap()).unwrap();
        }
        let fits = other == *period;
        let (mut pushed, mut extended, mut merged) = (trend.clone(), trend.clone(), trend.clone());
        let one = Tally::one(Area::ZERO);
        prop_assert_eq!(pushed.push(Some(other), &one).is_ok(), fits);
        prop_assert_eq!(extended.try_extend([(None, one), (Some(other), one)]).is_ok(), fits);
        prop_assert_eq!(merged.merge(&Trend::of([(Some(other), one)]).unwrap()).is_ok(), fits);
        for after in [pushed, extended, merged] {
            prop_assert_eq!(after == trend, !fits);
        }
    }
}
