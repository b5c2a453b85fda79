//! 4,857 published rows, errors and all: the account, to the letter.

use num_bigint::BigUint;
use standard_land::notice::{Outcome, Reader};
use standard_land::{Area, AreaUnit, Tally};

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");

#[test]
fn the_account_is_the_golden_one() {
    let mut reader = Reader::new(SHANXI.as_bytes()).unwrap();
    for outcome in &mut reader {
        outcome.unwrap();
    }
    assert!(reader.account().balances());
    assert_eq!(reader.account().to_string(), include_str!("shanxi.txt"));
}

/// Sums the printed digits, with a tokeniser and nothing else of this crate.
#[test]
fn areas_sum_to_the_digits_printed() {
    let mut rows = csv::Reader::from_reader(SHANXI.as_bytes());
    let mut printed = BigUint::default();
    let mut distinct = std::collections::BTreeMap::new();
    for row in rows.records() {
        let row = row.unwrap();
        let (integer, fraction) = row[4].split_once('.').unwrap();
        assert_eq!(fraction.len(), 6);
        let millionths: BigUint = format!("{integer}{fraction}").parse().unwrap();
        printed += &millionths;
        distinct.insert(row.iter().collect::<Vec<_>>().join("\u{1f}"), millionths);
    }

    let mut reader = Reader::new(SHANXI.as_bytes()).unwrap();
    let mut records = Tally::default();
    for outcome in &mut reader {
        if let Outcome::Record(record) = outcome.unwrap() {
            records.push(record.area()).unwrap();
        }
    }
    let account = reader.account();
    let hectares = |area: Area| area.to_decimal(AreaUnit::Hectare).unwrap();
    let millionths = |area| {
        let mut decimal = hectares(area);
        decimal.rescale(6);
        BigUint::from(decimal.mantissa().unsigned_abs())
    };
    assert_eq!(records, account.records());
    let once = distinct
        .values()
        .fold(BigUint::default(), |total, area| total + area);
    assert_eq!(millionths(account.records().area()), once);
    let all = account
        .records()
        .area()
        .checked_add(account.repeats().area());
    assert_eq!(millionths(all.unwrap()), printed);
}
