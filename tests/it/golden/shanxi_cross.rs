//! 4,857 published rows by year and supply method, against a loop over texts.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use num_bigint::BigInt;
use num_rational::BigRational;
use standard_land::allocation::SupplyMethod;
use standard_land::calendar::{Period, PeriodKind, Year};
use standard_land::notice::{Outcome, Reader, Record};
use standard_land::stats::{CellWhole, Facts, Sifted};
use standard_land::{AreaUnit, CrossTab, Rounding, Tally, Trend};

use crate::api::parse;

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");

fn records() -> Vec<Record> {
    let outcomes = Reader::new(SHANXI.as_bytes()).unwrap();
    let record = |outcome| match outcome {
        Outcome::Record(record) => Some(*record),
        _ => None,
    };
    outcomes.filter_map(|it| record(it.unwrap())).collect()
}

fn year(record: &Record) -> Option<Year> {
    record.dates().signed.and_then(Year::of)
}

fn tally(record: &Record) -> Tally {
    Tally::one(record.area())
}

fn by_year_and_method() -> CrossTab<Year, SupplyMethod> {
    let records = records();
    let cells = records.iter().map(|it| (year(it), it.method(), tally(it)));
    CrossTab::of(cells).unwrap()
}

/// Parcels and millionths of a hectare by the printed year and method; "" for
/// what is not there.
fn oracle() -> BTreeMap<(String, String), (u64, BigInt)> {
    let mut rows = csv::Reader::from_reader(SHANXI.as_bytes());
    let (mut seen, mut cells) = (BTreeSet::new(), BTreeMap::new());
    for row in rows.records().map(Result::unwrap) {
        if !seen.insert(row.iter().collect::<Vec<_>>().join("\u{1f}")) {
            continue;
        }
        let signed = row[21].trim();
        let year = if signed.is_empty() || signed.starts_with("190") {
            String::new()
        } else {
            signed[..4].to_owned()
        };
        let millionths: BigInt = row[4].replace('.', "").parse().unwrap();
        let cell: &mut (u64, BigInt) = cells.entry((year, row[7].to_owned())).or_default();
        cell.0 += 1;
        cell.1 += millionths;
    }
    cells
}

#[test]
fn every_cell_is_that_of_a_plain_loop() {
    let table = by_year_and_method();
    let oracle = oracle();
    assert!(oracle.len() > 15, "{}", oracle.len());
    assert_eq!(table.cells().count(), oracle.len());
    let shares = table.shares(CellWhole::Row).unwrap();
    for ((year, method), (parcels, millionths)) in &oracle {
        let year: Option<Year> = (!year.is_empty()).then(|| parse(year));
        let method: Option<SupplyMethod> = (!method.is_empty()).then(|| parse(method));
        let cell = table.get(year.as_ref(), method.as_ref()).unwrap();
        assert_eq!(cell.parcels(), *parcels);
        // A millionth of a hectare is 1,500 quanta of 10⁻⁸ mu.
        assert_eq!(BigInt::from(cell.area().quanta()), millionths * 1500);

        let text = year.map(|it| it.to_string()).unwrap_or_default();
        let row = oracle.iter().filter(|((it, _), _)| *it == text);
        let whole = row.fold(BigInt::from(0), |sum, (_, cell)| sum + &cell.1);
        let share = shares
            .iter()
            .find(|it| it.row == year && it.column == method);
        let by_area = share.unwrap().by_area;
        assert_eq!(
            BigRational::new(by_area.numerator().into(), by_area.denominator().into()),
            BigRational::new(millionths.clone(), whole)
        );
    }
}

#[test]
fn the_table_is_the_golden_one() {
    let table = by_year_and_method();
    let mut text = String::new();
    for share in table.shares(CellWhole::Row).unwrap() {
        let name = |it: Option<String>| it.unwrap_or_else(|| "?".to_owned());
        let row = name(share.row.map(|it| it.to_string()));
        let column = name(share.column.map(|it| it.name_zh().to_owned()));
        let percent = share.by_area.percent(Rounding::half_even(2)).unwrap();
        writeln!(text, "{row} {column}: {}, {percent}", share.tally).unwrap();
    }
    for margin in table.column_margin().rows() {
        let column = margin.key.map_or("?", SupplyMethod::name_zh);
        writeln!(text, "{column}: {}", margin.tally).unwrap();
    }
    writeln!(text, "{}", table.total()).unwrap();
    assert_eq!(text, include_str!("shanxi_cross.txt"));
}

#[test]
fn months_make_years_and_records_are_sifted() {
    let records = records();
    let month = |it: &Record| Period::of(it.dates().signed?, PeriodKind::Month);
    let trend = Trend::of(records.iter().map(|it| (month(it), tally(it)))).unwrap();
    let margin = by_year_and_method().row_margin();
    assert_eq!(trend.undated(), margin.unkeyed());
    for year in ["2013", "2014", "2015"] {
        // A month without a notice would leave the year unknown.
        assert_eq!(
            trend.get(parse(year)).ok(),
            margin.get(&parse(year)),
            "{year}"
        );

        let period: Period = parse(year);
        let listing = SupplyMethod::ListingGrant;
        let wenshui = parse("141121");
        let sifted = Sifted::of(records.iter(), |it| {
            it.is_signed_in(period) & it.is_by(listing) & it.lies_in(wenshui)
        });
        let all = sifted.fitting.len() + sifted.unknown.len() + sifted.others.len();
        assert_eq!(all, records.len());
        let printed = |it: &Record| {
            let dates = it.dates().signed.is_some_and(|day| period.contains(day));
            dates && it.method() == Some(listing) && it.division() == Some(wenshui)
        };
        assert_eq!(
            sifted.fitting.len(),
            records.iter().filter(|it| printed(it)).count()
        );
        assert!(!sifted.fitting.is_empty(), "{year}");
    }
    let hectares = trend.total().area().to_decimal(AreaUnit::Hectare).unwrap();
    assert_eq!(hectares.to_string(), "13338.479121");
}
