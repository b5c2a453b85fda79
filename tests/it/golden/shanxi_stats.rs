//! Statistics of 4,857 published rows, by this crate and by a tokeniser.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use standard_land::jiff::civil::{Date, date};
use standard_land::notice::{Outcome, Reader, Record};
use standard_land::quantity::{MoneyUnit, UnitPrice};
use standard_land::stats::{
    By, Denominator, Interpolation, Progress, Sample, StepDates, Undated, Whole,
};
use standard_land::{AreaUnit, Breakdown, Ratio, Register, Rounding, Tally};

const SHANXI: &str = include_str!("../../data/landchina-shanxi-2012-2016.csv");

/// The distinct rows, in text only.
fn rows() -> Vec<csv::StringRecord> {
    let mut seen = BTreeSet::new();
    csv::Reader::from_reader(SHANXI.as_bytes())
        .records()
        .map(Result::unwrap)
        .filter(|row| seen.insert(row.iter().collect::<Vec<_>>().join("\u{1f}")))
        .collect()
}

/// A number as printed.
fn number(cell: &str) -> BigRational {
    let (integer, fraction) = cell.split_once('.').unwrap_or((cell, ""));
    let digits: BigInt = format!("{integer}{fraction}").parse().unwrap();
    BigRational::new(
        digits,
        BigInt::from(10).pow(fraction.len().try_into().unwrap()),
    )
}

/// Hectares and, where there is a price, 万元.
fn area_and_price(row: &csv::StringRecord) -> (BigRational, Option<BigRational>) {
    let price = (!row[11].is_empty()).then(|| number(&row[11]));
    (number(&row[4]), price.filter(|price| !price.is_zero()))
}

fn records() -> Vec<Record> {
    Reader::new(SHANXI.as_bytes())
        .unwrap()
        .filter_map(|outcome| match outcome.unwrap() {
            Outcome::Record(record) => Some(*record),
            _ => None,
        })
        .collect()
}

fn exact(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn whole(number: usize) -> BigRational {
    BigRational::from(BigInt::from(number))
}

#[test]
fn prices_per_mu() {
    let prices = Sample::of(records().iter().map(|record| {
        let price = record.price()?;
        price.per(record.area()).ok()
    }));
    let per_mu = |price: UnitPrice| price.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu);
    let rates = prices.map(per_mu);
    let weighted = per_mu(prices.weighted_mean().unwrap());
    let median = rates.median().unwrap();

    let mut oracle = Vec::new();
    let (mut money, mut hectares) = (BigRational::zero(), BigRational::zero());
    let mut missing = 0;
    for row in rows() {
        let (area, Some(price)) = area_and_price(&row) else {
            missing += 1;
            continue;
        };
        oracle.push(&price / &area / whole(15));
        money += price;
        hectares += area;
    }
    oracle.sort();
    let n = oracle.len();
    assert_eq!((prices.values().len(), prices.missing()), (n, missing));
    assert_eq!(exact(weighted), money / hectares / whole(15));
    assert_eq!(
        exact(median),
        (&oracle[(n - 1) / 2] + &oracle[n / 2]) / whole(2)
    );
    let p90 = rates
        .quantile("9/10".parse().unwrap(), Interpolation::Inclusive)
        .unwrap();
    let place = whole(n - 1) * BigRational::new(9.into(), 10.into());
    let below = usize::try_from(place.to_integer()).unwrap();
    let step = (&oracle[below + 1] - &oracle[below]) * place.fract();
    assert_eq!(exact(p90), &oracle[below] + step);

    // The mean of the rates is not a fraction of 38 digits; rounded it is exact.
    assert!(rates.mean().is_err());
    let mean = rates.round_mean(Rounding::half_even(4)).unwrap();
    // To 60 places, rounded down: far from where the fourth place changes.
    let fine = BigRational::from(BigInt::from(10).pow(60));
    let sum = oracle.iter().fold(BigInt::zero(), |sum, rate| {
        sum + (rate * &fine).to_integer()
    });
    let scaled = (BigRational::from(sum) / fine / whole(n) * whole(10_000)).round();
    assert_eq!(BigInt::from(mean.mantissa()), scaled.to_integer());

    let printed = |ratio: Ratio| ratio.round(Rounding::half_even(4)).unwrap().to_string();
    assert_eq!((n, missing), (4340, 4));
    assert_eq!(
        [weighted, median, p90].map(printed),
        ["27.6903", "15.9946", "86.9274"]
    );
    assert_eq!(mean.to_string(), "42.7249");
}

#[test]
fn holders() {
    let mut by_holder = Breakdown::new();
    for record in records() {
        let holder = record.enterprise().ok().map(|enterprise| enterprise.id());
        by_holder.push(holder, &Tally::one(record.area())).unwrap();
    }
    let mut oracle: BTreeMap<String, (BigRational, usize)> = BTreeMap::new();
    for row in rows() {
        let row_of = oracle.entry(row[12].trim().to_owned()).or_default();
        row_of.0 += area_and_price(&row).0;
        row_of.1 += 1;
    }
    for (by, printed) in [
        (By::Area, ["13.1649%", "1.0596%", "68.7617%"]),
        (By::Count, ["4.2357%", "0.0867%", "25.3830%"]),
    ] {
        let found = by_holder.concentration(by, Whole::Total).unwrap();
        // Whole numbers: millionths of a hectare, or parcels.
        let mut sizes: Vec<BigInt> = oracle
            .values()
            .map(|(area, count)| match by {
                By::Area => (area * whole(1_000_000)).to_integer(),
                By::Count => (*count).into(),
            })
            .collect();
        sizes.sort();
        let sum = |sizes: &[BigInt]| sizes.iter().fold(BigInt::zero(), |a, b| a + b);
        let all = sum(&sizes);
        let n = sizes.len();
        assert_eq!(found.ranked().len(), n);
        let largest = found.largest(5);
        let share = match by {
            By::Area => largest.by_area,
            By::Count => largest.by_count,
        };
        let of = |part, whole| BigRational::new(part, whole);
        assert_eq!(exact(share), of(sum(&sizes[n - 5..]), all.clone()));
        let squares: Vec<_> = sizes.iter().map(|size| size * size).collect();
        let index = of(sum(&squares), &all * &all);
        assert_eq!(exact(found.herfindahl().unwrap()), index);
        // 1 less twice the area under the curve of n steps.
        let (mut under, mut before) = (BigInt::zero(), BigInt::zero());
        for size in &sizes {
            under += &before * 2 + size;
            before += size;
        }
        let expected = whole(1) - of(under, &all * n);
        assert_eq!(exact(found.gini().unwrap()), expected);

        let figures = [share, found.herfindahl().unwrap(), found.gini().unwrap()];
        let percent = |ratio: Ratio| ratio.percent(Rounding::half_even(4)).unwrap().to_string();
        assert_eq!(figures.map(percent), printed);
    }
}

/// Signing and agreed start as printed, without what runs backwards.
fn signed_and_start(row: &csv::StringRecord) -> (Option<Date>, Option<Date>) {
    let day = |cell: &str| {
        let cell = cell.strip_suffix('日')?;
        let (year, rest) = cell.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        let day = date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        (day.year() > 1901).then_some(day)
    };
    let (signed, handover, start) = (day(&row[21]), day(&row[15]), day(&row[16]));
    let handover = handover.filter(|handover| signed.is_none_or(|signed| signed <= *handover));
    let before = handover.or(signed);
    (
        signed,
        start.filter(|start| before.is_none_or(|before| before <= *start)),
    )
}

/// No notice says when building started. That is not a start rate of zero.
#[test]
fn starts_by_the_end_of_2016() {
    let day = date(2016, 12, 31);
    let mut register = Register::new();
    let mut left_out = Tally::default();
    for record in records() {
        if record.add_to(&mut register).is_err() {
            left_out.push(record.area()).unwrap();
        }
    }
    let grants = Progress::by(register.grants(), day, StepDates::start).unwrap();
    let mut total = grants.total();
    total.merge(&left_out).unwrap();
    assert_eq!(total.to_string(), "4344 parcels, 13338.479121 ha");

    // All records, also those that no register takes.
    let mut started = Progress::new(day);
    for record in records() {
        let dates = record.dates();
        let dates = StepDates {
            signed: dates.signed,
            agreed: dates.agreed_start,
            actual: dates.actual_start,
            no_later_than: dates.actual_completion,
        };
        started.push(&Tally::one(record.area()), &dates).unwrap();
    }
    let (mut later, mut due, mut undated) = (0_u64, 0_u64, 0_u64);
    for row in rows() {
        assert_eq!((&row[18], &row[19]), ("", ""));
        let (signed, start) = signed_and_start(&row);
        match start {
            _ if signed.is_some_and(|signed| signed > day) => later += 1,
            Some(start) if start <= day => due += 1,
            Some(_) => {}
            None => undated += 1,
        }
    }
    assert_eq!(started.signed_later().parcels(), later);
    let of_due = started.rate(Denominator::Due, Undated::LeftOut);
    assert!(of_due.by_count().is_err());
    assert_eq!(of_due.unjudged().parcels(), due + undated);
    let of_all = started.rate(Denominator::Granted, Undated::LeftOut);
    assert!(of_all.by_area().is_err());
    assert_eq!(
        of_all.to_string(),
        "0 parcels, 0 ha of 0 parcels, 0 ha granted; 4344 parcels, 13338.479121 ha not judged"
    );
    let if_none = started.rate(Denominator::Due, Undated::NotYet);
    assert_eq!(if_none.whole().parcels(), due);
    assert_eq!(
        if_none.to_string(),
        "0 parcels, 0 ha of 3599 parcels, 11648.643629 ha due; 445 parcels, 832.540006 ha not judged"
    );
}
