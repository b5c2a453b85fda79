//! 4,857 published rows, errors and all: the account, to the letter.
//!
//! As published, but for natural persons named beside a company: they are
//! called 自然人甲 and so on.

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

/// What the names of organisations, or the kinds in brackets, end with.
const ORGANISED: [&str; 12] = [
    "公司",
    "集团",
    "联合",
    "合伙",
    "加油站",
    "护理院",
    "指挥部",
    "联社",
    "厂",
    "中心",
    "大厦",
    "博物馆",
];

/// A name beside another one, in brackets, is an organisation or no name.
#[test]
fn no_natural_person_is_named_beside_a_company() {
    let is_known =
        |name: &str| name.starts_with("自然人") || ORGANISED.iter().any(|end| name.ends_with(end));
    let mut rows = csv::Reader::from_reader(SHANXI.as_bytes());
    let mut looked_at = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let holder = row[12].trim_end_matches(['）', ')']);
        if holder == &row[12] {
            continue;
        }
        let (before, inside) = holder.rsplit_once(['（', '(']).unwrap();
        let before = before.rsplit(['、', '）']).next().unwrap();
        assert!(is_known(before), "{holder}: {before}");
        assert!(is_known(inside), "{holder}: {inside}");
        looked_at += 1;
    }
    assert_eq!(looked_at, 40);
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
