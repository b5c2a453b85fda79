//! Columns of keys and areas, added to rows.
//!
//! What this costs is the traffic with the table: a count and an area to load
//! and to store for each parcel, in a table that fills the nearest cache. So
//! long columns go in batches to *packed* rows, which are a single word with
//! the count above the area, and after each batch these go to the tallies.

use alloc::collections::BTreeMap;
use alloc::vec;

use super::tally::Tally;
use crate::key::Key;
use crate::quantity::Area;

/// Bits of a packed row that are its area: up to 187,650 ha a batch.
const AREA_BITS: u32 = 48;
const ONE_PARCEL: u64 = 1 << AREA_BITS;

/// As many parcels as the bits above can count.
const BATCH: usize = (1 << (u64::BITS - AREA_BITS)) - 1;

/// Adds parcels to rows without looking, and returns their area: in 128 bits,
/// which hold every sum. If it fits 64, then no row has wrapped.
///
/// There are as many keys as areas, and a dense row for every slot.
pub(super) fn add_columns<K: Key>(
    dense: &mut [Tally],
    sparse: &mut BTreeMap<K, Tally>,
    keys: &[K],
    areas: &[Area],
) -> u128 {
    let (mut quanta, mut added) = (0_u128, 0_usize);
    if keys.len() >= BATCH {
        let mut packed = vec![0; dense.len()];
        for (keys, areas) in keys.chunks_exact(BATCH).zip(areas.chunks_exact(BATCH)) {
            // Where one batch cannot be packed, others will not either: no
            // more than one is tried in vain.
            if !pack(&mut packed, keys, areas) {
                break;
            }
            quanta = quanta.wrapping_add(unpack(&mut packed, dense).into());
            added = added.wrapping_add(BATCH);
        }
    }
    let keys = keys.get(added..).unwrap_or_default();
    let areas = areas.get(added..).unwrap_or_default();
    quanta.wrapping_add(add_each(dense, sparse, keys, areas))
}

/// Adds to the rows themselves.
#[inline(never)] // so that the loop has all registers to itself
fn add_each<K: Key>(
    dense: &mut [Tally],
    sparse: &mut BTreeMap<K, Tally>,
    keys: &[K],
    areas: &[Area],
) -> u128 {
    let mut quanta: u128 = 0;
    for_each(keys, areas, |key, area| {
        quanta = quanta.wrapping_add(area.quanta().into());
        let parcel = Tally::one(area);
        match key.slot().and_then(|slot| dense.get_mut(slot.index())) {
            Some(row) => row.add_wrapping(&parcel),
            None => add_sparse(sparse, key, &parcel),
        }
    });
    quanta
}

/// Adds to a row of the map, without looking either.
#[inline(never)]
pub(super) fn add_sparse<K: Key>(sparse: &mut BTreeMap<K, Tally>, key: &K, tally: &Tally) {
    if tally.is_empty() {
        return;
    }
    match sparse.get_mut(key) {
        Some(row) => row.add_wrapping(tally),
        None => {
            sparse.insert(key.clone(), *tally);
        }
    }
}

/// Adds a batch to packed rows, which must be zero, and says whether they are
/// right: they are not if a key has no slot, or a row too much area.
#[inline(never)]
fn pack<K: Key>(rows: &mut [u64], keys: &[K], areas: &[Area]) -> bool {
    let mut bits = 0;
    for_each(keys, areas, |key, area| {
        bits |= area.quanta();
        match key.slot().and_then(|slot| rows.get_mut(slot.index())) {
            Some(row) => *row = row.wrapping_add(area.quanta()).wrapping_add(ONE_PARCEL),
            None => bits = u64::MAX,
        }
    });
    // A row with too much area carries into its count, and then the counts do
    // not make up the batch. Nor can they do so by wrapping, which takes away
    // BATCH + 1: areas that are each below ONE_PARCEL carry less than that.
    let counts = rows.iter().map(|row| row >> AREA_BITS);
    let parcels = counts.fold(0, u64::wrapping_add);
    bits < ONE_PARCEL && u64::try_from(keys.len()) == Ok(parcels)
}

/// Moves packed rows to the tallies, and returns their area: that of a batch,
/// which fits.
#[inline(never)]
fn unpack(rows: &mut [u64], dense: &mut [Tally]) -> u64 {
    let mut quanta: u64 = 0;
    for (row, tally) in rows.iter_mut().zip(dense) {
        let area = *row % ONE_PARCEL;
        quanta = quanta.wrapping_add(area);
        tally.add_wrapping(&Tally::of_row(*row >> AREA_BITS, Area::from_quanta(area)));
        *row = 0;
    }
    quanta
}

/// Goes through both columns.
#[inline]
fn for_each<K>(keys: &[K], areas: &[Area], mut add: impl FnMut(&K, Area)) {
    // Eight at a time: the compiler unrolls this, and does not the other.
    let (key_chunks, keys) = keys.as_chunks::<8>();
    let (area_chunks, areas) = areas.as_chunks::<8>();
    for (keys, areas) in key_chunks.iter().zip(area_chunks) {
        for (key, area) in keys.iter().zip(areas) {
            add(key, *area);
        }
    }
    for (key, area) in keys.iter().zip(areas) {
        add(key, *area);
    }
}
