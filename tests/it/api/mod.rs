//! What each module promises, example by example.

pub(crate) mod agency;
mod assessment;
mod audit;
mod briefing;
mod briefing_doubt;
mod briefing_lines;
pub(crate) mod briefing_page;
mod briefing_partners;
#[cfg(feature = "svg")]
pub(crate) mod chart;
mod enterprise;
pub(crate) mod evaluation;
mod exact;
mod filter;
#[cfg(feature = "gbk")]
mod gbk;
mod industry;
mod keys;
mod land_use;
pub(crate) mod lifecycle;
#[cfg(feature = "notices")]
mod listing;
#[cfg(feature = "notices")]
mod notice;
#[cfg(feature = "notices")]
mod notice_heads;
#[cfg(feature = "notices")]
mod notice_rows;
mod oversight;
mod parcel_allocation;
mod performance;
mod period;
mod physical;
pub(crate) mod pricing;
mod quantity;
pub(crate) mod quota;
mod rates;
mod region;
mod register;
#[cfg(feature = "notices")]
mod repeats;
pub(crate) mod report;
mod report_forms;
mod schemes;
mod standard;
mod stats;
#[cfg(feature = "notices")]
mod stray_quotes;
mod trend;

use std::fmt::Debug;
use std::str::FromStr;

use standard_land::register::Block;
use standard_land::{Allocation, Enterprise, Parcel, Register, Tally};

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
        register.allocate(granted).unwrap();
    }
    register.add_block(block("rest", 3, "31.44 ha")).unwrap();
    register
}
