//! Breakdowns and shares against a map of texts to big integers.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeMap;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::register::Grant;
use standard_land::stats::{Key, Whole};
use standard_land::{Area, Breakdown, DivisionCode, Ratio, Register, Tally};

use crate::given::{allocation, enterprise, parcel, parse};

/// Number of parcels and quanta by the text of the key; "" for no key.
type Oracle = BTreeMap<String, (u64, BigUint)>;

/// What is known of a grant.
#[derive(Debug, Clone)]
struct Granted {
    quanta: u64,
    parcels: u64,
    region: Option<&'static str>,
    year: Option<&'static str>,
    category: Option<&'static str>,
    industry: Option<&'static str>,
    itemised: bool,
}

fn granted() -> impl Strategy<Value = Granted> {
    let maybe = |texts: &'static [&'static str]| proptest::option::weighted(0.8, select(texts));
    (
        prop_oneof![1..1000_u64, 1..1_u64 << 56],
        1..1_u64 << 50,
        maybe(&["141121", "141100", "110103", "110101", "990000"]),
        maybe(&["1948", "1949", "2024", "2204", "2205"]),
        maybe(&[
            "industry",
            "producer-services",
            "producer-services/05",
            "other",
        ]),
        maybe(&["M", "75", "751", "7514", "3414"]),
        any::<bool>(),
    )
        .prop_map(
            |(quanta, parcels, region, year, category, industry, itemised)| Granted {
                quanta,
                parcels: if itemised { 1 } else { parcels },
                region,
                year,
                category,
                industry,
                itemised,
            },
        )
}

/// A register that holds these grants.
fn register(grants: &[Granted]) -> Result<Register, standard_land::Error> {
    let mut register = Register::new();
    register.add_enterprise(enterprise("某公司"))?;
    for (number, granted) in grants.iter().enumerate() {
        let id = format!("{number}");
        let area = Area::from_quanta(granted.quanta).to_string();
        if granted.itemised {
            let mut land = parcel(&id, &area);
            let mut grant = allocation(&id, &id, "某公司", &area);
            if let Some(region) = granted.region {
                land = land.with_region(parse(region));
            }
            if let Some(year) = granted.year {
                grant = grant.with_year(parse(year))?;
            }
            if let Some(category) = granted.category {
                grant = grant.with_category(parse(category));
            }
            if let Some(industry) = granted.industry {
                grant = grant.with_industry(parse(industry));
            }
            register.add_parcel(land)?;
            register.add_allocation(grant)?;
        } else {
            let mut block = crate::given::block(&id, granted.parcels, &area);
            if let Some(region) = granted.region {
                block = block.with_region(parse(region));
            }
            if let Some(year) = granted.year {
                block = block.with_year(parse(year));
            }
            if let Some(category) = granted.category {
                block = block.with_category(parse(category));
            }
            if let Some(industry) = granted.industry {
                block = block.with_industry(parse(industry));
            }
            register.add_block(block)?;
        }
    }
    Ok(register)
}

fn oracle(grants: &[Granted], key: impl Fn(&Granted) -> Option<&'static str>) -> Oracle {
    let mut rows = Oracle::new();
    for granted in grants {
        let row = rows
            .entry(key(granted).unwrap_or_default().to_owned())
            .or_default();
        row.0 += granted.parcels;
        row.1 += granted.quanta;
    }
    rows
}

fn rational(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn fraction(part: impl Into<BigInt>, whole: impl Into<BigInt>) -> BigRational {
    BigRational::new(part.into(), whole.into())
}

/// The sums over some rows.
fn sums<'a>(rows: impl Iterator<Item = &'a (u64, BigUint)>) -> (BigUint, BigUint) {
    let zero = (BigUint::zero(), BigUint::zero());
    rows.fold(zero, |(count, area), row| (count + row.0, area + &row.1))
}

fn compare<K: Key + ToString>(
    breakdown: &Breakdown<K>,
    rows: &Oracle,
) -> Result<(), TestCaseError> {
    let text = |key: Option<K>| key.map(|key| key.to_string()).unwrap_or_default();
    let ours: Oracle = breakdown
        .rows()
        .map(|row| {
            (
                text(row.key),
                (row.tally.parcels(), row.tally.area().quanta().into()),
            )
        })
        .collect();
    prop_assert_eq!(&ours, rows);

    let total = sums(rows.values());
    let keyed = sums(
        rows.iter()
            .filter(|(key, _)| !key.is_empty())
            .map(|(_, row)| row),
    );
    // Twice as much as there is, counted elsewhere.
    let given = breakdown.total().checked_add(&breakdown.total()).unwrap();
    let twice = (&total.0 * 2_u8, &total.1 * 2_u8);
    for (whole, (count, area)) in [
        (Whole::Total, total),
        (Whole::Keyed, keyed),
        (Whole::Given(given), twice),
    ] {
        let shares = breakdown.shares(whole).unwrap();
        let without = whole == Whole::Keyed && rows.contains_key("");
        prop_assert_eq!(shares.len(), rows.len() - usize::from(without));
        for share in shares {
            let (parcels, quanta) = rows[&text(share.key)].clone();
            let by_count = fraction(parcels, count.clone());
            prop_assert_eq!(rational(share.by_count), by_count);
            let by_area = fraction(quanta, area.clone());
            prop_assert_eq!(rational(share.by_area), by_area);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn breakdowns_are_those_of_plain_loops(grants in proptest::collection::vec(granted(), 0..40)) {
        let register = register(&grants).unwrap();
        let by = || register.grants();
        compare(&Breakdown::by(by(), Grant::region).unwrap(), &oracle(&grants, |it| it.region))?;
        compare(&Breakdown::by(by(), Grant::year).unwrap(), &oracle(&grants, |it| it.year))?;
        compare(&Breakdown::by(by(), Grant::category).unwrap(), &oracle(&grants, |it| it.category))?;
        compare(&Breakdown::by(by(), Grant::industry).unwrap(), &oracle(&grants, |it| it.industry))?;
        let of = |it: &Granted| it.itemised.then_some("某公司");
        compare(&Breakdown::by(by(), Grant::enterprise).unwrap(), &oracle(&grants, of))?;
        // A key that is a text, and one that is coarser.
        let name = Breakdown::by(by(), |grant| Some(grant.region()?.to_string())).unwrap();
        compare(&name, &oracle(&grants, |it| it.region))?;
        let provinces = Breakdown::by(by(), Grant::region).unwrap();
        let provinces = provinces.roll_up(|code| Some(code.province()));
        let province = |it: &Granted| match parse::<DivisionCode>(it.region?).province().to_u32() {
            140_000 => Some("140000"),
            110_000 => Some("110000"),
            _ => Some("990000"),
        };
        compare(&provinces, &oracle(&grants, province))?;

        let (count, area) = sums(oracle(&grants, |_| None).values());
        let total = Tally::of(register.grants()).unwrap();
        prop_assert_eq!((total.parcels().into(), total.area().quanta().into()), (count, area));
    }
}
