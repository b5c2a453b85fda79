//! Counting parcels by industry: columns and records, ours and theirs.

use std::collections::HashMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use standard_land::industry::{Edition, IndustryLevel};
use standard_land::stats::StatsError;
use standard_land::{Allocation, Area, Breakdown, Error, IndustryCode, Tally};

use crate::race::{Goal, Race, Random, Scale, Scores};

/// Fewer parcels stay in the caches, and say nothing about reading memory.
const FROM_MEMORY: usize = 10_000_000;

/// Every comparison over some parcels.
pub(crate) fn compare(parcels: &Parcels, scores: &mut Scores) -> Result<(), Error> {
    compare_columns(parcels, scores)?;
    compare_decimals(parcels, scores)?;
    compare_records(parcels, scores)
}

/// Two columns: against floats, and against reading them.
fn compare_columns(parcels: &Parcels, scores: &mut Scores) -> Result<(), Error> {
    let codes = &parcels.codes;
    let areas = parcels.areas(area);
    let hectares = parcels.areas(hectares);

    let race = Race::run(
        parcels.rounds(),
        || count_columns(codes, &areas),
        || count_floats(codes, &hectares),
    );
    check_same(&race.ours?, &race.theirs);
    let goal = Goal::AtMost(1.2);
    scores.add(parcels.scale, "columns / f64 columns", race.times, goal);

    let race = Race::run(
        parcels.rounds(),
        || count_columns(codes, &areas),
        || read_columns(codes, &areas),
    );
    race.ours?;
    let goal = (codes.len() >= FROM_MEMORY).then_some(Goal::AtMost(3.0));
    scores.add(parcels.scale, "columns / reading them", race.times, goal);
    Ok(())
}

/// Two columns: against the usual ways to be exact.
fn compare_decimals(parcels: &Parcels, scores: &mut Scores) -> Result<(), Error> {
    let codes = &parcels.codes;
    let areas = parcels.areas(area);
    let decimals = parcels.areas(decimal);

    let race = Race::run(
        parcels.rounds(),
        || count_columns(codes, &areas),
        || count_decimals(codes, &decimals),
    );
    let theirs: Vec<_> = race.theirs.into_iter().map(DecimalRow::to_float).collect();
    check_same(&race.ours?, &theirs);
    let goal = Goal::TimesAsFast(6.0);
    scores.add(parcels.scale, "columns / Decimal table", race.times, goal);

    let texts = parcels.texts();
    let race = Race::run(
        parcels.rounds(),
        || count_columns(codes, &areas),
        || count_in_map(&texts, &decimals),
    );
    let theirs: Vec<_> = every_code()
        .map(|code| race.theirs.get(&code.to_string()).copied())
        .map(|row| row.map(DecimalRow::to_float).unwrap_or_default())
        .collect();
    check_same(&race.ours?, &theirs);
    let goal = Goal::TimesAsFast(20.0);
    let name = "columns / HashMap<String, Decimal>";
    scores.add(parcels.scale, name, race.times, goal);
    Ok(())
}

/// Records of this crate: against floats made of them, and held by them.
fn compare_records(parcels: &Parcels, scores: &mut Scores) -> Result<(), Error> {
    let goal = Goal::AtMost(1.3);
    let records = parcels.records(area)?;

    let race = Race::run(
        parcels.rounds(),
        || count_records(&records),
        || count_records_as_floats(&records, |area| area.quanta() as f64),
    );
    let theirs: Vec<_> = race.theirs.into_iter().map(FloatRow::in_hectares).collect();
    check_same(&race.ours?, &theirs);
    scores.add(parcels.scale, "records / f64 of them", race.times, goal);

    // The same records once more; what stands in their area is an f64.
    let float_records = parcels.records(|m2| Area::from_quanta(hectares(m2).to_bits()))?;
    let race = Race::run(
        parcels.rounds(),
        || count_records(&records),
        || count_records_as_floats(&float_records, |area| f64::from_bits(area.quanta())),
    );
    check_same(&race.ours?, &race.theirs);
    scores.add(parcels.scale, "records / f64 in them", race.times, goal);
    Ok(())
}

// --- Ours ------------------------------------------------------------------

type ByIndustry = Result<Breakdown<IndustryCode>, StatsError>;

#[inline(never)]
fn count_columns(codes: &[IndustryCode], areas: &[Area]) -> ByIndustry {
    let mut by_industry = Breakdown::new();
    by_industry.push_columns(codes, areas)?;
    Ok(by_industry)
}

#[inline(never)]
fn count_records(records: &[Allocation]) -> ByIndustry {
    Breakdown::of(
        records
            .iter()
            .map(|record| (record.industry(), Tally::one(record.area()))),
    )
}

// --- Theirs ----------------------------------------------------------------

#[derive(Debug, Clone, Copy, Default)]
struct FloatRow {
    parcels: u64,
    area: f64,
}

impl FloatRow {
    fn in_hectares(self) -> Self {
        let area = self.area / 1.5e9;
        Self { area, ..self }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct DecimalRow {
    parcels: u64,
    area: Decimal,
}

impl DecimalRow {
    fn to_float(self) -> FloatRow {
        let area = self.area.to_f64().unwrap_or(f64::NAN);
        let parcels = self.parcels;
        FloatRow { parcels, area }
    }
}

#[inline(never)]
fn count_floats(codes: &[IndustryCode], areas: &[f64]) -> Vec<FloatRow> {
    let mut table = vec![FloatRow::default(); IndustryCode::COUNT];
    for (code, area) in codes.iter().zip(areas) {
        let row = &mut table[code.index()];
        row.parcels += 1;
        row.area += area;
    }
    table
}

#[inline(never)]
fn read_columns(codes: &[IndustryCode], areas: &[Area]) -> (usize, u64) {
    let codes = codes
        .iter()
        .fold(0_usize, |all, code| all.wrapping_add(code.index()));
    let areas = areas
        .iter()
        .fold(0_u64, |all, area| all.wrapping_add(area.quanta()));
    (codes, areas)
}

#[inline(never)]
fn count_decimals(codes: &[IndustryCode], areas: &[Decimal]) -> Vec<DecimalRow> {
    let mut table = vec![DecimalRow::default(); IndustryCode::COUNT];
    for (code, area) in codes.iter().zip(areas) {
        let row = &mut table[code.index()];
        row.parcels += 1;
        row.area += area;
    }
    table
}

#[inline(never)]
fn count_in_map(codes: &[String], areas: &[Decimal]) -> HashMap<String, DecimalRow> {
    let mut map: HashMap<String, DecimalRow> = HashMap::new();
    for (code, area) in codes.iter().zip(areas) {
        if let Some(row) = map.get_mut(code.as_str()) {
            row.parcels += 1;
            row.area += area;
        } else {
            let (parcels, area) = (1, *area);
            map.insert(code.clone(), DecimalRow { parcels, area });
        }
    }
    map
}

/// Records without an industry are not counted; there are none.
#[inline(never)]
fn count_records_as_floats(records: &[Allocation], float: impl Fn(Area) -> f64) -> Vec<FloatRow> {
    let mut table = vec![FloatRow::default(); IndustryCode::COUNT];
    for record in records {
        if let Some(code) = record.industry() {
            let row = &mut table[code.index()];
            row.parcels += 1;
            row.area += float(record.area());
        }
    }
    table
}

/// The codes in the order of their places.
fn every_code() -> impl Iterator<Item = IndustryCode> {
    Edition::ALL.iter().copied().flat_map(IndustryCode::all)
}

/// That a table of floats, by place of the code, holds what ours does.
fn check_same(ours: &Breakdown<IndustryCode>, theirs: &[FloatRow]) {
    for (code, theirs) in every_code().zip(theirs) {
        let ours = ours.get(&code).unwrap_or_default();
        assert_eq!(ours.parcels(), theirs.parcels, "parcels of {code}");
        let area = ours.area().quanta() as f64 / 1.5e9;
        let error = (area - theirs.area).abs();
        assert!(
            error <= 1e-9 * area,
            "{area} and {} ha of {code}",
            theirs.area
        );
    }
}

// --- Data

/// The smallest and the largest parcel, in square metres.
pub(crate) const SMALLEST: u64 = 100;
pub(crate) const LARGEST: u64 = 600_000;

pub(crate) fn area(square_metres: u64) -> Area {
    Area::from_quanta(square_metres * 150_000)
}

pub(crate) fn hectares(square_metres: u64) -> f64 {
    square_metres as f64 / 10_000.0
}

pub(crate) fn decimal(square_metres: u64) -> Decimal {
    Decimal::from_i128_with_scale(square_metres.into(), 4)
}

/// A random parcel, in square metres.
pub(crate) fn square_metres(random: &mut Random) -> u64 {
    SMALLEST + random.below(LARGEST - SMALLEST + 1)
}

/// Parcels with their industries.
pub(crate) struct Parcels {
    scale: Scale,
    codes: Vec<IndustryCode>,
    square_metres: Vec<u64>,
}

impl Parcels {
    pub(crate) fn random(parcels: usize, level: IndustryLevel) -> Self {
        let keys: Vec<_> = IndustryCode::all(Edition::E2017)
            .filter(|code| code.level() == level)
            .collect();
        let mut random = Random::new();
        let mut key = || keys[random.below(keys.len() as u64) as usize];
        let codes = (0..parcels).map(|_| key()).collect();
        let square_metres = (0..parcels).map(|_| square_metres(&mut random)).collect();
        Self {
            scale: Scale {
                count: parcels,
                keys: keys.len(),
            },
            codes,
            square_metres,
        }
    }

    /// Ten times fewer parcels get more rounds: they are over sooner.
    fn rounds(&self) -> usize {
        if self.scale.count > 1_000_000 { 9 } else { 25 }
    }

    fn areas<A>(&self, area: impl Fn(u64) -> A) -> Vec<A> {
        self.square_metres.iter().map(|m2| area(*m2)).collect()
    }

    fn texts(&self) -> Vec<String> {
        let texts: Vec<_> = every_code().map(|code| code.to_string()).collect();
        self.codes
            .iter()
            .map(|code| texts[code.index()].clone())
            .collect()
    }

    fn records(&self, area: impl Fn(u64) -> Area) -> Result<Vec<Allocation>, Error> {
        let id = "1411212024B00017".parse::<standard_land::allocation::AllocationId>()?;
        let parcel = "2024-07".parse::<standard_land::parcel::ParcelId>()?;
        let enterprise =
            "文水县昌泰气体有限公司".parse::<standard_land::enterprise::EnterpriseId>()?;
        let mut records = Vec::with_capacity(self.codes.len());
        for (code, m2) in self.codes.iter().zip(&self.square_metres) {
            let (id, parcel, enterprise) = (id.clone(), parcel.clone(), enterprise.clone());
            let record = Allocation::new(id, parcel, enterprise, area(*m2))?;
            records.push(record.with_industry(*code));
        }
        Ok(records)
    }
}
