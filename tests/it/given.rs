//! Values that many tests begin with.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::str::FromStr;

use standard_land::evaluation::{Criterion, CriterionName, Missing, Scheme, Score};
use standard_land::quantity::Amount;
use standard_land::register::Block;
use standard_land::source::{Certainty, Sourced};
use standard_land::{Allocation, Enterprise, Parcel, Ratio, Register, Tally};

/// Reads a text that the test knows to be good.
pub(crate) fn parse<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The rows of a code table in `data/`: code, level, parent, name.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = [&str; 4]> {
    table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        cells.try_into().unwrap()
    })
}

pub(crate) fn parcel(id: &str, area: &str) -> Parcel {
    Parcel::new(parse(id), parse(area)).unwrap()
}

pub(crate) fn enterprise(name: &str) -> Enterprise {
    Enterprise::new(parse(name))
}

pub(crate) fn allocation(id: &str, parcel: &str, enterprise: &str, area: &str) -> Allocation {
    Allocation::new(parse(id), parse(parcel), parse(enterprise), parse(area)).unwrap()
}

pub(crate) fn block(id: &str, parcels: u64, area: &str) -> Block {
    Block::new(parse(id), parcels, parse(area)).unwrap()
}

pub(crate) fn tally(parcels: u64, area: &str) -> Tally {
    Tally::new(parcels, parse(area)).unwrap()
}

/// The founding case: four allocations for producer services, and a block of
/// the three parcels that were not itemised.
pub(crate) fn founding() -> Register {
    let mut register = Register::new();
    for (id, name, area) in [
        ("2024-1", "文水县燃源能源科技有限责任公司", "3.01 ha"),
        ("2024-2", "文水县昌泰气体有限公司", "0.51 ha"),
        ("2024-3", "山西研研高端装备科技有限公司", "1.21 ha"),
        ("2024-4", "山西科卫环境有限公司", "1.01 ha"),
    ] {
        register.add_parcel(parcel(id, area)).unwrap();
        register.add_enterprise(enterprise(name)).unwrap();
        let granted = allocation(id, id, name, area).with_category(parse("producer-services"));
        register.add_allocation(granted).unwrap();
    }
    register.add_block(block("rest", 3, "31.44 ha")).unwrap();
    register
}

/// Measured values by the names of their criteria.
pub(crate) type Values = BTreeMap<CriterionName, Amount>;

pub(crate) fn values(given: &[(&str, &str)]) -> Values {
    given
        .iter()
        .map(|(name, value)| (parse(name), parse(value)))
        .collect()
}

pub(crate) fn criterion(name: &str, base: &str, weight: i128) -> Criterion {
    let base = Sourced::new(parse(base), parse("a draft"), Certainty::Doubtful);
    Criterion::new(parse(name), base, Ratio::new(weight, 1).unwrap()).unwrap()
}

/// One criterion of base 100 and weight 100: the value is the score.
pub(crate) fn plain() -> Scheme {
    Scheme::new(
        parse("a draft"),
        Certainty::Doubtful,
        [criterion("分", "100", 100)],
    )
    .unwrap()
}

pub(crate) fn plain_score(value: &str) -> Score {
    plain()
        .score(&values(&[("分", value)]), Missing::NotRanked)
        .unwrap()
}
