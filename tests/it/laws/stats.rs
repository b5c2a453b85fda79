//! Tallies and breakdowns are commutative monoids; parts make the whole.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use crate::wire::{Travels, comes_back};
use proptest::prelude::*;
use standard_land::calendar::Year;
use standard_land::industry::IndustryLevel;
use standard_land::stats::{Key, Row, Whole};
use standard_land::{Area, Breakdown, DivisionCode, IndustryCode, Ratio, Tally};

type Rows<K> = Vec<(Option<K>, Tally)>;

fn tally() -> impl Strategy<Value = Tally> {
    // Small enough that sums of some hundred can be held; zero areas too.
    (0..1_u64 << 50, 0..1_u64 << 50).prop_map(|(parcels, quanta)| {
        let quanta = if parcels == 0 { 0 } else { quanta };
        Tally::new(parcels, Area::from_quanta(quanta)).unwrap_or_default()
    })
}

fn small_tally() -> impl Strategy<Value = Tally> {
    prop_oneof![
        tally(),
        Just(Tally::default()),
        Just(Tally::one(Area::ZERO))
    ]
}

fn rows<K: Key + std::fmt::Debug>(key: impl Strategy<Value = K>) -> impl Strategy<Value = Rows<K>> {
    proptest::collection::vec((proptest::option::weighted(0.8, key), small_tally()), 0..40)
}

fn industry() -> impl Strategy<Value = IndustryCode> {
    (0..IndustryCode::COUNT).prop_filter_map("in the table", IndustryCode::from_index)
}

/// Known and unknown codes, so dense and sparse rows.
fn division() -> impl Strategy<Value = DivisionCode> {
    prop_oneof![Just(141_121), 110_100..110_120_u32, 100_000..=999_999_u32]
        .prop_filter_map("a code", |code| DivisionCode::new(code).ok())
}

fn year() -> impl Strategy<Value = Year> {
    prop_oneof![1940..1960_i16, 2200..2210_i16].prop_filter_map("a year", |n| Year::new(n).ok())
}

fn of<K: Key>(rows: &[(Option<K>, Tally)]) -> Breakdown<K> {
    Breakdown::of(rows.iter().cloned()).unwrap_or_default()
}

fn merged<K: Key>(a: &Breakdown<K>, b: &Breakdown<K>) -> Breakdown<K> {
    let mut both = a.clone();
    assert_eq!(both.merge(b), Ok(()));
    both
}

/// What holds for breakdowns by any key.
fn laws<K: Key + std::fmt::Debug + Travels>(
    rows: &Rows<K>,
    order: &[u64],
    cuts: [usize; 2],
) -> Result<(), TestCaseError> {
    let whole = of(rows);
    let [low, high] = {
        let mut cuts = cuts.map(|cut| cut % (rows.len() + 1));
        cuts.sort_unstable();
        cuts
    };
    let (a, b, c) = (of(&rows[..low]), of(&rows[low..high]), of(&rows[high..]));

    // Associative, commutative, with an identity; the partition does not matter.
    prop_assert_eq!(merged(&a, &b), merged(&b, &a));
    prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    prop_assert_eq!(&merged(&merged(&a, &b), &c), &whole);
    prop_assert_eq!(&merged(&whole, &Breakdown::new()), &whole);
    prop_assert_eq!(&merged(&Breakdown::new(), &whole), &whole);

    // Nor does the order, nor whether rows are pushed or extended.
    let mut shuffled: Vec<_> = order.iter().zip(rows.clone()).collect();
    shuffled.sort_by_key(|(order, _)| **order);
    let mut pushed = Breakdown::new();
    for (_, (key, tally)) in shuffled {
        prop_assert_eq!(pushed.push(key, &tally), Ok(()));
    }
    prop_assert_eq!(&pushed, &whole);
    let mut extended = a.clone();
    prop_assert_eq!(extended.try_extend(rows[low..].iter().cloned()), Ok(()));
    prop_assert_eq!(&extended, &whole);

    // The rows are in order, none is empty, and together they are the total.
    let listed: Vec<Row<K>> = whole.rows().collect();
    prop_assert!(
        listed
            .windows(2)
            .all(|pair| pair[1].key.is_none() || pair[0].key < pair[1].key)
    );
    let mut sum = Tally::default();
    for Row { key, tally, .. } in &listed {
        prop_assert!(!tally.is_empty());
        prop_assert_eq!(sum.merge(tally), Ok(()));
        let got = key
            .as_ref()
            .map_or(Some(whole.unkeyed()), |key| whole.get(key));
        prop_assert_eq!(got, Some(*tally));
    }
    prop_assert_eq!(sum, whole.total());
    prop_assert_eq!(
        whole.keyed().checked_add(&whole.unkeyed()),
        Ok(whole.total())
    );
    prop_assert_eq!(
        whole.total().checked_sub(&whole.unkeyed()),
        Ok(whole.keyed())
    );

    // Parts and rest make the whole.
    for named in [Whole::Total, Whole::Keyed] {
        let Ok(shares) = whole.shares(named) else {
            continue;
        };
        let (mut by_count, mut by_area) = (Ratio::ZERO, Ratio::ZERO);
        for share in &shares {
            by_count = by_count.checked_add(share.by_count).unwrap();
            by_area = by_area.checked_add(share.by_area).unwrap();
        }
        let sum = if shares.is_empty() {
            Ratio::ZERO
        } else {
            Ratio::ONE
        };
        prop_assert_eq!((by_count, by_area), (sum, sum));
    }

    // A roll-up keeps the total, and the finest and coarsest are known.
    let coarsest = whole.roll_up(|_| None::<u8>);
    prop_assert_eq!(
        (coarsest.total(), coarsest.unkeyed()),
        (whole.total(), whole.total())
    );
    let same = whole.roll_up(|key| Some(key.clone()));
    prop_assert_eq!(&same, &whole);

    comes_back(&whole);
    Ok(())
}

proptest! {
    #[test]
    fn tallies_are_a_commutative_monoid(a in tally(), b in tally(), c in tally()) {
        let add = |a: &Tally, b: &Tally| a.checked_add(b).unwrap();
        prop_assert_eq!(add(&a, &b), add(&b, &a));
        prop_assert_eq!(add(&add(&a, &b), &c), add(&a, &add(&b, &c)));
        prop_assert_eq!(add(&a, &Tally::default()), a);
        prop_assert_eq!(add(&a, &b).checked_sub(&b), Ok(a));
        let mut merged = a;
        prop_assert_eq!(merged.merge(&b), Ok(()));
        prop_assert_eq!(merged, add(&a, &b));
    }

    #[test]
    fn by_industry(
        rows in rows(industry()), order in proptest::collection::vec(any::<u64>(), 40),
        cuts in any::<[usize; 2]>()
    ) {
        laws(&rows, &order, cuts)?;
        let by_class = of(&rows);
        let by_division = by_class.roll_up(|code| code.at(IndustryLevel::Division));
        let by_section = by_class.roll_up(|code| Some(code.section()));
        prop_assert_eq!(by_division.total(), by_class.total());
        prop_assert_eq!(by_section.total(), by_class.total());
        prop_assert_eq!(by_section.unkeyed(), by_class.unkeyed());
        // In two steps as in one, but for codes above the division.
        let directly = rows.iter().map(|(key, tally)| (key.map(IndustryCode::section), *tally));
        prop_assert_eq!(Breakdown::of(directly), Ok(by_section));
    }

    #[test]
    fn by_division(
        rows in rows(division()), order in proptest::collection::vec(any::<u64>(), 40),
        cuts in any::<[usize; 2]>()
    ) {
        laws(&rows, &order, cuts)?;
        let by_province = of(&rows).roll_up(|code| Some(code.province()));
        let directly = rows.iter().map(|(key, tally)| (key.map(DivisionCode::province), *tally));
        prop_assert_eq!(Breakdown::of(directly), Ok(by_province));
    }

    #[test]
    fn by_year_name_and_pair(
        years in rows(year()), names in rows("[ab]{0,2}"), pairs in rows((year(), any::<bool>())),
        order in proptest::collection::vec(any::<u64>(), 40), cuts in any::<[usize; 2]>()
    ) {
        laws(&years, &order, cuts)?;
        laws(&names, &order, cuts)?;
        laws(&pairs, &order, cuts)?;
    }

    #[test]
    fn columns_are_rows(
        parcels in proptest::collection::vec((division(), 0..1_u64 << 54), 0..100), cut in any::<usize>()
    ) {
        let (keys, areas): (Vec<_>, Vec<_>) =
            parcels.into_iter().map(|(key, quanta)| (key, Area::from_quanta(quanta))).unzip();
        let rows: Rows<_> =
            keys.iter().zip(&areas).map(|(key, area)| (Some(*key), Tally::one(*area))).collect();
        let cut = cut % (keys.len() + 1);
        let mut columns = Breakdown::new();
        for range in [0..cut, cut..keys.len()] {
            prop_assert_eq!(columns.push_columns(&keys[range.clone()], &areas[range]), Ok(()));
        }
        prop_assert_eq!(columns, of(&rows));
    }

    /// Near the end of what can be held: all or nothing, by every door.
    #[test]
    fn an_overflow_changes_nothing(
        start in rows(industry()), keys in proptest::collection::vec(industry(), 1..5), spare in 0..9_u64,
        quanta in proptest::collection::vec(0..9_u64, 5)
    ) {
        let mut full = of(&start);
        let room = u64::MAX - full.total().area().quanta() - spare;
        prop_assert_eq!(full.push(None, &Tally::one(Area::from_quanta(room))), Ok(()));
        let areas: Vec<Area> = keys.iter().zip(quanta).map(|(_, quanta)| Area::from_quanta(quanta)).collect();
        let wanted = areas.iter().fold(0, |sum, area| sum + area.quanta());
        let added: Rows<_> =
            keys.iter().zip(&areas).map(|(key, area)| (Some(*key), Tally::one(*area))).collect();
        let (mut by_extend, mut by_columns, mut by_merge) = (full.clone(), full.clone(), full.clone());
for result in [
            by_extend.try_extend(added.clone()),
            by_columns.push_columns(&keys, &areas),
            by_merge.merge(&of(&added)),
        ] {
            prop_assert_eq!(result.is_ok(), wanted <= spare);
        }
        prop_assert_eq!(&by_extend, &by_columns);
        prop_assert_eq!(&by_extend, &by_merge);
        prop_assert_eq!(by_extend == full, wanted > spare);
        for (key, tally) in added {
            let before = full.clone();
            let fits = tally.area().quanta() <= u64::MAX - full.total().area().quanta();
            prop_assert_eq!(full.push(key, &tally).is_ok(), fits);
            prop_assert_eq!(fits || full == before, true);
        }
    }
}

/// Long columns are added in batches of packed rows where that is possible:
/// at all lengths, and with all that keeps a batch from being packed.
#[test]
fn long_columns_are_rows() {
    const BATCH: usize = (1 << 16) - 1;
    const ROOM: u64 = 1 << 48;
    let year = |number| Year::new(number).unwrap();
    let (dense, sparse) = (year(2024), year(1848));
    let plain = |parcels| -> (Vec<Year>, Vec<Area>) {
        let parcel = |i: u16| {
            (
                year(2000 + i16::try_from(i % 30).unwrap()),
                u64::from(i) << 24,
            )
        };
        let parcels = (0..=u16::MAX).cycle().take(parcels).map(parcel);
        parcels
            .map(|(key, quanta)| (key, Area::from_quanta(quanta)))
            .unzip()
    };
    let mut columns: Vec<_> = [BATCH - 1, BATCH, BATCH + 1, 2 * BATCH + 9]
        .map(plain)
        .into();
    // Parcels that are put into one batch, before others and after others.
    let full = [(dense, ROOM - 1)];
    let too_full = [(dense, ROOM - 1), (dense, 1)];
    let too_large = [(dense, ROOM), (dense, 1)];
    let no_slot = [(sparse, 1), (sparse, ROOM)];
    // Here the carry makes up for the parcel that has no slot.
    let both = [(dense, ROOM - 1), (dense, 1), (sparse, 1)];
    for odd in [&full[..], &too_full, &too_large, &no_slot, &both] {
        for start in [0, BATCH, 2 * BATCH - odd.len()] {
            let (mut keys, mut areas) = plain(3 * BATCH);
            for (place, (key, quanta)) in (start..).zip(odd) {
                keys[place] = *key;
                areas[place] = Area::from_quanta(*quanta);
            }
            columns.push((keys, areas.clone()));
            // The same with nothing else that could carry.
            areas.iter_mut().enumerate().for_each(|(place, area)| {
                if !(start..start + odd.len()).contains(&place) {
                    *area = Area::ZERO;
                }
            });
            columns.push((columns[columns.len() - 1].0.clone(), areas));
        }
    }
    let held = Breakdown::of([(Some(dense), Tally::one(Area::from_quanta(7)))]).unwrap();
    for (keys, areas) in &columns {
        let parcels = areas.iter().map(|area| Tally::one(*area));
        let rows: Rows<_> = keys.iter().copied().map(Some).zip(parcels).collect();
        let (mut by_columns, mut by_rows) = (held.clone(), held.clone());
        assert_eq!(by_columns.push_columns(keys, areas), Ok(()));
        by_rows.try_extend(rows).unwrap();
        assert_eq!(by_columns, by_rows);

        // Too much in the last place, and areas whose sum is 0 in 64 bits.
        let (mut keys, mut areas) = (keys.clone(), areas.clone());
        let last = areas.len() - 1;
        areas[last] = Area::MAX;
        assert!(by_columns.push_columns(&keys, &areas).is_err());
        for place in [last - 1, last] {
            keys[place] = dense;
            areas[place] = Area::from_quanta(1 << 63);
        }
        assert!(by_columns.push_columns(&keys, &areas).is_err());
        assert_eq!(by_columns, by_rows);
    }
}
