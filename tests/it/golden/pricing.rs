//! The bytes of rates, late sums and floor prices.

use standard_land::jiff::civil::date;
use standard_land::pricing::{
    BuiltFloorArea, DailyRate, FloorFinding, FloorPrice, FloorPrices, LandOffer, Lateness,
};

use super::{Format, text};
use crate::api::parse;

fn floor(grade: u8) -> FloorPrice {
    FloorPrice {
        grade,
        price: parse("150万元 / 1公顷"),
    }
}

fn offer() -> LandOffer {
    LandOffer {
        price: parse("10万元"),
        area: parse("1 ha"),
        grade: 9,
        is_prioritised: Some(true),
        is_intensive: None,
        cost: Some(parse("9万元")),
    }
}

pub(super) fn check_every_type(format: &impl Format) {
    text::<FloorFinding>(format, "below-cost", "0a62656c6f772d636f7374");
    text::<Lateness>(format, "start", "057374617274");
    text::<DailyRate>(format, "0.5‰", "06302e35e280b0");
    format.check(
        &floor(9),
        "{\"grade\":9,\"price\":\"1500000.00 CNY / 1 ha\"}",
        "0915313530303030302e303020434e59202f2031206861",
    );
    format.check(
        &FloorPrices::new([floor(9), floor(2)]).unwrap(),
        "\
     {\"floors\":[{\"grade\":2,\"price\":\"1500000.00 CNY / 1 ha\"},{\"gr\
     ade\":9,\"price\":\"1500000.00 CNY / 1 ha\"}]}",
        "\
     020215313530303030302e303020434e59202f20312068610915313530303030302e\
     303020434e59202f2031206861",
    );
    format.check(
        &BuiltFloorArea::new(parse("3 ha"), parse("2 ha")).unwrap(),
        "{\"total\":\"3 ha\",\"complete\":\"2 ha\"}",
        "04332068610432206861",
    );
    format.check(
        &offer(),
        "\
     {\"price\":\"100000.00 CNY\",\"area\":\"1 ha\",\"grade\":9,\"is_prio\
     ritised\":true,\"is_intensive\":null,\"cost\":\"90000.00 CNY\"}",
        "\
     0d3130303030302e303020434e59043120686109010100010c39303030302e303020\
     434e59",
    );
}

pub(super) fn check_every_written_type(format: &impl Format) {
    let floors = BuiltFloorArea::new(parse("3 ha"), parse("2 ha")).unwrap();
    let (agreed, until) = (date(2025, 6, 30), date(2025, 7, 1));
    let late = parse::<DailyRate>("1‰").late_completion(parse("1000万元"), floors, agreed, until);
    format.check_written(
        &late.unwrap(),
        "{\"lateness\":\"completion\",\"days\":1,\"yuan\":\"10000/3\"}",
        "0a636f6d706c6574696f6e010731303030302f33",
    );
}
