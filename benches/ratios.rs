//! What exactness costs, and what it saves: this crate next to the usual ways.
//!
//! `cargo bench --bench ratios` prints a line per comparison: the median time
//! of both sides per parcel, their ratio, the goal, and whether it was met.
//!
//! | ours | theirs | goal |
//! |---|---|---|
//! | `push_columns` | the same loop over `f64` columns | at most 1.2 × its time |
//! | `push_columns` | reading both columns, nothing else | at most 3 × its time |
//! | `push_columns` | a table of `Decimal` | at least 6 × as fast |
//! | `push_columns` | `HashMap<String, Decimal>` | at least 20 × as fast |
//! | `Breakdown::of` records | `f64`, from the area of the same records | at most 1.3 × its time |
//! | `Breakdown::of` records | `f64`, held by records of that form | at most 1.3 × its time |
//! | an exact share, rounded | `Decimal`: divided, then rounded | at least 10 × as fast |
//! | an exact share, rounded | – | at most 10 ns |
//!
//! *How*: one thread; both sides run in every round and take turns in being
//! the first; a round to warm up is not counted; medians of at least 9 rounds.
//! Every side counts parcels and adds areas, by key. Only ours checks for
//! overflow, and only ours keeps a total. That both sides found the same is
//! checked, off the clock.
//!
//! *Data*: parcels of 0.01 to 60 ha, to the square metre, from a fixed seed.
//! 20 keys are the sections of GB/T 4754, 1,382 keys are its classes.
//!
//! *Environment*: `RATIOS_PARCELS=100000` limits the number of parcels, for a
//! quick look. `RATIOS_STRICT=1` makes a missed goal a failure; without it the
//! program succeeds whatever it measures, for machines are noisy.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "clocks and peers count in floats"
)]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "peers are written as they would be without this crate"
)]

use std::collections::HashMap;
use std::env;
use std::fmt::{self, Display, Formatter};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use standard_land::exact::RatioError;
use standard_land::industry::IndustryLevel;
use standard_land::stats::StatsError;
use standard_land::{Allocation, Area, Breakdown, Error, IndustryCode, Percent, Rounding, Tally};

/// How many parcels are counted.
const SIZES: [usize; 2] = [1_000_000, 10_000_000];

/// Fewer parcels stay in the caches, and say nothing about reading memory.
const FROM_MEMORY: usize = 10_000_000;

/// How many shares are taken.
const SHARES: usize = 100_000;

fn main() -> Result<ExitCode, Error> {
    let limit = env::var("RATIOS_PARCELS").ok();
    let limit = limit
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(usize::MAX);
    let mut sizes = SIZES.map(|size| size.min(limit)).to_vec();
    sizes.dedup();

    println!(
        "parcels: {sizes:?}; bytes in an Allocation: {}\n",
        size_of::<Allocation>()
    );
    println!(
        "{:>8} {:>5}  {:36} {:>9} {:>9}  {:15} {:>17}  met",
        "parcels", "keys", "ours / theirs", "ours ns", "theirs ns", "ratio", "goal"
    );
    let mut scores = Scores::default();
    for size in sizes {
        for level in [IndustryLevel::Section, IndustryLevel::Class] {
            let parcels = Parcels::random(size, level);
            compare_columns(&parcels, &mut scores)?;
            compare_decimals(&parcels, &mut scores)?;
            compare_records(&parcels, &mut scores)?;
        }
    }
    compare_shares(&mut scores)?;
    println!("\n{} of {} goals met", scores.met, scores.goals);

    let strict = env::var("RATIOS_STRICT").is_ok_and(|strict| strict == "1");
    Ok(if strict && scores.met < scores.goals {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
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
    let theirs: Vec<_> = IndustryCode::all()
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

/// One share of two areas, as a percentage with two places.
fn compare_shares(scores: &mut Scores) -> Result<(), Error> {
    let mut random = Random::new();
    let pairs: Vec<_> = (0..SHARES)
        .map(|_| {
            let part = random.square_metres();
            (part, part + random.below(1000 * LARGEST))
        })
        .collect();
    let areas: Vec<_> = pairs
        .iter()
        .map(|(part, whole)| (area(*part), area(*whole)))
        .collect();
    let decimals: Vec<_> = pairs
        .iter()
        .map(|(part, whole)| (decimal(*part), decimal(*whole)))
        .collect();

    for ((part, whole), (decimal_part, decimal_whole)) in areas.iter().zip(&decimals) {
        let ours = share(*part, *whole)?.to_decimal();
        assert_eq!(
            ours,
            decimal_share(*decimal_part, *decimal_whole),
            "a share differs"
        );
    }
    let race = Race::run(
        51,
        || {
            areas.iter().try_for_each(|(part, whole)| {
                black_box(share(*part, *whole)?);
                Ok::<_, RatioError>(())
            })
        },
        || {
            for (part, whole) in &decimals {
                black_box(decimal_share(*part, *whole));
            }
        },
    );
    race.ours?;
    let scale = Scale {
        parcels: SHARES,
        keys: 0,
    };
    let goal = Goal::TimesAsFast(10.0);
    scores.add(scale, "share / Decimal", race.times, goal);
    let goal = Goal::Nanoseconds(10.0);
    scores.add(scale, "share", race.times, goal);
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

#[inline]
fn share(part: Area, whole: Area) -> Result<Percent, RatioError> {
    part.share_of(whole)?.percent(Rounding::half_even(2))
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

#[inline]
fn decimal_share(part: Decimal, whole: Decimal) -> Decimal {
    (part / whole * Decimal::ONE_HUNDRED)
        .round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven)
}

/// That a table of floats, by place of the code, holds what ours does.
fn check_same(ours: &Breakdown<IndustryCode>, theirs: &[FloatRow]) {
    for (code, theirs) in IndustryCode::all().zip(theirs) {
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

// --- Data ------------------------------------------------------------------

/// The smallest and the largest parcel, in square metres.
const SMALLEST: u64 = 100;
const LARGEST: u64 = 600_000;

fn area(square_metres: u64) -> Area {
    Area::from_quanta(square_metres * 150_000)
}

fn hectares(square_metres: u64) -> f64 {
    square_metres as f64 / 10_000.0
}

fn decimal(square_metres: u64) -> Decimal {
    Decimal::from_i128_with_scale(square_metres.into(), 4)
}

/// How many parcels, and how many keys.
#[derive(Debug, Clone, Copy)]
struct Scale {
    parcels: usize,
    keys: usize,
}

/// Parcels with their industries.
struct Parcels {
    scale: Scale,
    codes: Vec<IndustryCode>,
    square_metres: Vec<u64>,
}

impl Parcels {
    fn random(parcels: usize, level: IndustryLevel) -> Self {
        let keys: Vec<_> = IndustryCode::all()
            .filter(|code| code.level() == level)
            .collect();
        let mut random = Random::new();
        let mut key = || keys[random.below(keys.len() as u64) as usize];
        let codes = (0..parcels).map(|_| key()).collect();
        let square_metres = (0..parcels).map(|_| random.square_metres()).collect();
        Self {
            scale: Scale {
                parcels,
                keys: keys.len(),
            },
            codes,
            square_metres,
        }
    }

    /// Ten times fewer parcels get more rounds: they are over sooner.
    fn rounds(&self) -> usize {
        if self.scale.parcels > 1_000_000 {
            9
        } else {
            25
        }
    }

    fn areas<A>(&self, area: impl Fn(u64) -> A) -> Vec<A> {
        self.square_metres.iter().map(|m2| area(*m2)).collect()
    }

    fn texts(&self) -> Vec<String> {
        let texts: Vec<_> = IndustryCode::all().map(|code| code.to_string()).collect();
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

/// Xorshift with 64 bits (Marsaglia, 2003): the same parcels in every run.
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The higher half: the lower bits of xorshift are the weaker ones.
        (self.0 >> 32) % limit
    }

    fn square_metres(&mut self) -> u64 {
        SMALLEST + self.below(LARGEST - SMALLEST + 1)
    }
}

// --- Measuring -------------------------------------------------------------

/// What both sides found, and how long it took them.
struct Race<A, B> {
    ours: A,
    theirs: B,
    times: Times,
}

/// Medians of a round, in nanoseconds.
#[derive(Debug, Clone, Copy)]
struct Times {
    ours: f64,
    theirs: f64,
}

impl<A, B> Race<A, B> {
    /// Runs both sides in turns; who is first changes from round to round.
    fn run(rounds: usize, ours: impl Fn() -> A, theirs: impl Fn() -> B) -> Self {
        let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
        let (mut found, mut found_by_them) = (ours(), theirs());
        for round in 0..rounds {
            if round % 2 == 0 {
                found = clock(&mut our_times, &ours);
                found_by_them = clock(&mut their_times, &theirs);
            } else {
                found_by_them = clock(&mut their_times, &theirs);
                found = clock(&mut our_times, &ours);
            }
        }
        Self {
            ours: found,
            theirs: found_by_them,
            times: Times {
                ours: median(our_times),
                theirs: median(their_times),
            },
        }
    }
}

fn clock<T>(times: &mut Vec<f64>, work: impl Fn() -> T) -> T {
    let start = Instant::now();
    let found = black_box(work());
    times.push(start.elapsed().as_nanos() as f64);
    found
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

#[derive(Debug, Clone, Copy)]
enum Goal {
    /// So many times the time of the peer, or less.
    AtMost(f64),
    /// So many times as fast as the peer, or more.
    TimesAsFast(f64),
    /// So many nanoseconds, or less.
    Nanoseconds(f64),
}

impl Goal {
    fn is_met(self, ours: f64, theirs: f64) -> bool {
        match self {
            Self::AtMost(ratio) => ours <= ratio * theirs,
            Self::TimesAsFast(ratio) => theirs >= ratio * ours,
            Self::Nanoseconds(time) => ours <= time,
        }
    }
}

impl Display for Goal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&match self {
            Self::AtMost(ratio) => format!("≤ {ratio} × the time"),
            Self::TimesAsFast(ratio) => format!("≥ {ratio} × as fast"),
            Self::Nanoseconds(time) => format!("≤ {time} ns"),
        })
    }
}

/// Prints a line per comparison, and keeps the score.
#[derive(Debug, Default)]
struct Scores {
    goals: usize,
    met: usize,
}

impl Scores {
    fn add(&mut self, scale: Scale, name: &str, times: Times, goal: impl Into<Option<Goal>>) {
        let each = |time: f64| time / scale.parcels as f64;
        let (ours, theirs) = (each(times.ours), each(times.theirs));
        let ratio = if ours <= theirs {
            format!("{:.2} × as fast", theirs / ours)
        } else {
            format!("{:.2} × the time", ours / theirs)
        };
        let goal = goal.into();
        let met = goal.map(|goal: Goal| goal.is_met(ours, theirs));
        self.goals += usize::from(met.is_some());
        self.met += usize::from(met == Some(true));
        println!(
            "{:>8} {:>5}  {name:36} {ours:9.2} {theirs:9.2}  {ratio:15} {:>17}  {}",
            scale.parcels,
            scale.keys,
            goal.map_or_else(|| "–".to_owned(), |goal| goal.to_string()),
            match met {
                Some(true) => "yes",
                Some(false) => "NO",
                None => "–",
            }
        );
    }
}
