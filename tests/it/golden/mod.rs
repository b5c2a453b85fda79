//! Bytes that must not change: JSON and postcard.

mod audit;
pub(crate) mod briefing_score;
mod briefing_sweep;
mod briefings;
mod complete;
mod json;
mod lifecycle;
#[cfg(feature = "notices")]
mod notice;
mod postcard;
mod pricing;
mod rates;
mod report;
#[cfg(feature = "schemars")]
mod schema;
#[cfg(feature = "notices")]
mod shanxi;
#[cfg(feature = "notices")]
mod shanxi_cross;
#[cfg(feature = "notices")]
mod shanxi_codes;
#[cfg(feature = "notices")]
mod shanxi_stats;
mod standard;
mod stats;
mod zone;

use std::fmt::Debug;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use standard_land::allocation::{
    AllocationId, Milestone, Milestones, SupervisionKind, SupervisionNumber, SupplyMethod,
};
use standard_land::calendar::Year;
use standard_land::enterprise::{EnterpriseId, EnterpriseName, TolerantCreditCode};
use standard_land::exact::{Apportionment, Moved, Step};
use standard_land::industry::{
    Agreement, CategoryLevel, CategoryScheme, Extent, IndustryLevel, MemberChange, Membership,
    ProducerService,
};
use standard_land::jiff::civil::date;
use standard_land::land_use::LandUse;
use standard_land::parcel::{ParcelCode, ParcelId};
use standard_land::quantity::{MoneyUnit, Printed, Term, TermUnit, UnitPrice};
use standard_land::region::{DivisionLevel, StatisticalCode, SuccessionBasis};
use standard_land::register::{Block, BlockId};
use standard_land::report::{Form, Language};
#[cfg(feature = "schemars")]
use standard_land::schemars::JsonSchema;
use standard_land::stats::{Row, ShareRow, Whole};
use standard_land::{
    Allocation, Area, AreaUnit, Breakdown, CreditCode, DivisionCode, Enterprise, IndustryCategory,
    IndustryCode, Mode, Money, Parcel, Percent, Ratio, Register, Rounding, Tally,
};

use crate::api::{allocation, block, enterprise, parcel, parse, tally};

/// One format, in both directions.
trait Format {
    /// What a value is written as, and whether that is read as an equal one.
    fn check<T: Value>(&self, value: &T, json: &str, postcard: &str);
    /// What a value is written as.
    fn check_written<T: Serialize>(&self, value: &T, json: &str, postcard: &str);
}

#[cfg(not(feature = "schemars"))]
trait Value: Serialize + DeserializeOwned + PartialEq + Debug {}
#[cfg(not(feature = "schemars"))]
impl<T: Serialize + DeserializeOwned + PartialEq + Debug> Value for T {}

/// What is read has a JSON Schema.
#[cfg(feature = "schemars")]
trait Value: Serialize + DeserializeOwned + PartialEq + Debug + JsonSchema {}
#[cfg(feature = "schemars")]
impl<T: Serialize + DeserializeOwned + PartialEq + Debug + JsonSchema> Value for T {}

/// A value of a type that only the crate makes: its fields in another order.
fn from_json<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

/// Checks a type that travels as text: in JSON between quotation marks.
fn text<T: Value + FromStr<Err: Debug>>(format: &impl Format, text: &str, postcard: &str) {
    format.check::<T>(&parse(text), &format!("{text:?}"), postcard);
}

/// Checks a value of every type that is written and read: the value, its
/// JSON, its postcard in hexadecimal digits.
#[expect(clippy::too_many_lines, reason = "one list of all types")]
fn check_every_type(format: &impl Format) {
    audit::check(format);
    briefings::check_types(format);
    text::<Ratio>(format, "574/3718", "083537342f33373138");
    text::<Ratio>(format, "-1/3", "042d312f33");
    text::<Percent>(format, "15.40%", "0631352e343025");
    text::<Rounding>(
        format,
        "half-even(2, 0.5)",
        "1168616c662d6576656e28322c20302e3529",
    );
    text::<Mode>(format, "toward-zero", "0b746f776172642d7a65726f");
    text::<Step>(format, "0.2", "03302e32");
    text::<Area>(format, "37.18 ha", "0833372e3138206861");
    text::<Area>(format, "0.00000001 mu", "0d302e3030303030303031206d75");
    text::<AreaUnit>(format, "wan mu", "0677616e206d75");
    text::<Money>(
        format,
        "-1440000.00 CNY",
        "0f2d313434303030302e303020434e59",
    );
    text::<MoneyUnit>(format, "wan CNY", "0777616e20434e59");
    text::<UnitPrice>(
        format,
        "1440000.00 CNY / 1.4191 ha",
        "1a313434303030302e303020434e59202f20312e34313931206861",
    );
    text::<Term>(format, "37.95 years", "0b33372e3935207965617273");
    text::<TermUnit>(format, "years", "057965617273");
    text::<Printed<AreaUnit>>(format, "37.180 ha", "0933372e313830206861");
    text::<Printed<MoneyUnit>>(
        format,
        "144.0000 wan CNY",
        "103134342e303030302077616e20434e59",
    );
    text::<DivisionCode>(format, "141121", "06313431313231");
    text::<StatisticalCode>(format, "141121001002", "0c313431313231303031303032");
    text::<SuccessionBasis>(format, "events", "066576656e7473");
    text::<DivisionLevel>(format, "county", "06636f756e7479");
    format.check(
        &standard_land::stats::AnyKey("文水".to_owned()),
        "\"文水\"",
        "06e69687e6b0b4",
    );
    text::<standard_land::land_use::Edition>(format, "Guide 2023", "0a47756964652032303233");
    text::<LandUse>(
        format,
        "GB/T 21010-2017 0601",
        "1447422f542032313031302d323031372030363031",
    );
    text::<Language>(format, "zh", "027a68");
    text::<Form>(format, "markdown", "086d61726b646f776e");
    text::<IndustryCode>(format, "7514", "0437353134");
    text::<IndustryCode>(format, "M", "014d");
    text::<IndustryLevel>(format, "class", "05636c617373");
    text::<IndustryCategory>(
        format,
        "producer-services/05",
        "1470726f64756365722d73657276696365732f3035",
    );
    text::<ProducerService>(format, "10", "023130");
    text::<Extent>(format, "partial", "077061727469616c");
    text::<Agreement>(format, "not-listed", "0a6e6f742d6c6973746564");
    text::<CategoryLevel>(format, "small", "05736d616c6c");
    text::<MemberChange>(format, "kept", "046b657074");
    format.check::<Membership>(
        &Membership {
            code: parse("751"),
            category: parse("other"),
            extent: parse("full"),
        },
        r#"{"code":"751","category":"other","extent":"full"}"#,
        "03373531056f746865720466756c6c",
    );
    format.check::<CategoryScheme>(
        &parse("name = n\nedition = e\nsource = s\n751 other full"),
        "\
     {\"name\":\"n\",\"edition\":\"e\",\"source\":\"s\",\"memberships\":[{\"code\":\"751\",\
     \"category\":\"other\",\"extent\":\"full\"}]}",
        "016e016501730103373531056f746865720466756c6c",
    );
    text::<CreditCode>(
        format,
        "91140106713678575D",
        "12393131343031303637313336373835373544",
    );
    text::<TolerantCreditCode>(
        format,
        "91350100M0001TGQXM",
        "1239313335303130304d30303031544751584d",
    );
    text::<EnterpriseName>(format, "甲公司", "09e794b2e585ace58fb8");
    text::<EnterpriseId>(
        format,
        "91350100M000100Y43",
        "1239313335303130304d303030313030593433",
    );
    format.check::<Enterprise>(
        &enterprise("甲公司"),
        r#"{"name":"甲公司","code":null,"industry":null}"#,
        "09e794b2e585ace58fb80000",
    );
    format.check::<Enterprise>(
        &enterprise("甲")
            .with_code(parse::<CreditCode>("91140106713678575D"))
            .with_industry(parse("7514")),
        r#"{"name":"甲","code":"91140106713678575D","industry":"7514"}"#,
        "03e794b20112393131343031303637313336373835373544010437353134",
    );
    text::<ParcelCode>(
        format,
        "141121001002GB00017",
        "1331343131323130303130303247423030303137",
    );
    text::<ParcelId>(format, "2019-81", "07323031392d3831");
    format.check::<Parcel>(
        &parcel("P-1", "3.01 ha"),
        r#"{"id":"P-1","area":"3.01 ha","region":null,"land_use":null}"#,
        "03502d3107332e30312068610000",
    );
    format.check::<Parcel>(
        &parcel("P-1", "3.01 ha")
            .with_region(parse("141121"))
            .with_land_use(parse::<LandUse>("GB/T 21010-2017 0601")),
        "\
     {\"id\":\"P-1\",\"area\":\"3.01 ha\",\"region\":\"141121\",\
     \"land_use\":\"GB/T 21010-2017 0601\"}",
        "03502d3107332e30312068610106313431313231011447422f542032313031302d323031372030363031",
    );
    text::<AllocationId>(format, "2024-出让-03", "0e323032342de587bae8aea92d3033");
    text::<SupplyMethod>(format, "listing-grant", "0d6c697374696e672d6772616e74");
    text::<Milestone>(format, "agreed-start", "0c6167726565642d7374617274");
    text::<Year>(format, "0024", "0430303234");
    text::<SupervisionNumber>(
        format,
        "1411212012B00017-2",
        "12313431313231323031324230303031372d32",
    );
    text::<SupervisionKind>(format, "C", "0143");
    format.check::<Milestones>(
        &Milestones::default(),
        "\
     {\"signed\":null,\"agreed_handover\":null,\"agreed_start\":null,\
     \"agreed_completion\":null,\"actual_start\":null,\"actual_completion\":null,\
     \"ended\":null}",
        "00000000000000",
    );
    format.check::<Milestones>(
        &signed_and_ended(),
        "\
     {\"signed\":\"2024-05-01\",\"agreed_handover\":null,\"agreed_start\":null,\
     \"agreed_completion\":null,\"actual_start\":null,\"actual_completion\":null,\
     \"ended\":\"2025-05-02\"}",
        "010a323032342d30352d30310000000000010a323032352d30352d3032",
    );
    format.check::<Allocation>(
        &allocation("A-1", "P-1", "甲", "1 ha"),
        "\
     {\"id\":\"A-1\",\"parcel\":\"P-1\",\"enterprise\":\"甲\",\"area\":\"1 ha\",\"category\":null,\
     \"industry\":null,\"method\":null,\"price\":null,\"term\":null,\"year\":null,\
     \"dates\":{\"signed\":null,\"agreed_handover\":null,\"agreed_start\":null,\
     \"agreed_completion\":null,\"actual_start\":null,\"actual_completion\":null,\
     \"ended\":null}}",
        "03412d3103502d3103e794b2043120686100000000000000000000000000",
    );
    format.check::<Allocation>(
        &full_allocation(),
        "\
     {\"id\":\"A-1\",\"parcel\":\"P-1\",\"enterprise\":\"甲\",\"area\":\"1 ha\",\
     \"category\":\"industry\",\"industry\":\"2521\",\"method\":\"listing-grant\",\
     \"price\":\"1440000.00 CNY\",\"term\":\"50 years\",\"year\":\"2024\",\
     \"dates\":{\"signed\":\"2024-05-01\",\"agreed_handover\":null,\"agreed_start\":null,\
     \"agreed_completion\":null,\"actual_start\":null,\"actual_completion\":null,\
     \"ended\":\"2025-05-02\"}}",
        "\
     03412d3103502d3103e794b204312068610108696e647573747279010432353231010d6c69737469\
     6e672d6772616e74010e313434303030302e303020434e5901083530207965617273010432303234\
     010a323032342d30352d30310000000000010a323032352d30352d3032",
    );
    text::<BlockId>(format, "2024, the rest", "0e323032342c207468652072657374");
    format.check::<Block>(
        &block("B", 3, "31.44 ha"),
        "\
     {\"id\":\"B\",\"parcels\":\"3\",\"area\":\"31.44 ha\",\"category\":null,\"industry\":null,\
     \"region\":null,\"year\":null}",
        "014201330833312e343420686100000000",
    );
    format.check::<Block>(
        &full_block(),
        "\
     {\"id\":\"B\",\"parcels\":\"3\",\"area\":\"31.44 ha\",\"category\":\"other\",\
     \"industry\":\"75\",\"region\":\"141121\",\"year\":\"2024\"}",
        "014201330833312e343420686101056f74686572010237350106313431313231010432303234",
    );
    format.check::<Register>(
        &Register::new(),
        r#"{"parcels":[],"enterprises":[],"allocations":[],"blocks":[]}"#,
        "00000000",
    );
    format.check::<Register>(
        &small_register(),
        "\
     {\"parcels\":[{\"id\":\"P-1\",\"area\":\"1 ha\",\"region\":null,\"land_use\":null}],\
     \"enterprises\":[{\"name\":\"甲\",\"code\":null,\"industry\":null}],\
     \"allocations\":[{\"id\":\"A-1\",\"parcel\":\"P-1\",\"enterprise\":\"甲\",\"area\":\"1 ha\",\
     \"category\":null,\"industry\":null,\"method\":null,\"price\":null,\"term\":null,\
     \"year\":null,\"dates\":{\"signed\":null,\"agreed_handover\":null,\
     \"agreed_start\":null,\"agreed_completion\":null,\"actual_start\":null,\
     \"actual_completion\":null,\"ended\":null}}],\"blocks\":[{\"id\":\"B\",\"parcels\":\"3\",\
     \"area\":\"31.44 ha\",\"category\":\"other\",\"industry\":\"75\",\"region\":\"141121\",\
     \"year\":\"2024\"}]}",
        "\
     0103502d31043120686100000103e794b200000103412d3103502d3103e794b20431206861000000\
     0000000000000000000001014201330833312e343420686101056f74686572010237350106313431\
     313231010432303234",
    );
    format.check::<Tally>(
        &tally(7, "37.18 ha"),
        r#"{"parcels":"7","area":"37.18 ha"}"#,
        "01370833372e3138206861",
    );
    format.check::<Whole>(&Whole::Total, r#""total""#, "00");
    format.check::<Whole>(&Whole::Keyed, r#""keyed""#, "01");
    format.check::<Whole>(
        &Whole::Given(tally(7, "37.18 ha")),
        r#"{"given":{"parcels":"7","area":"37.18 ha"}}"#,
        "0201370833372e3138206861",
    );
    format.check::<Row<IndustryCode>>(
        &from_json(r#"{"tally":{"area":"1 ha","parcels":"1"},"key":"7514"}"#),
        r#"{"key":"7514","tally":{"parcels":"1","area":"1 ha"}}"#,
        "01043735313401310431206861",
    );
    format.check::<Row<String>>(
        &from_json(r#"{"tally":{"area":"1 ha","parcels":"1"},"key":null}"#),
        r#"{"key":null,"tally":{"parcels":"1","area":"1 ha"}}"#,
        "0001310431206861",
    );
    format.check::<ShareRow<IndustryCode>>(
        &shares().remove(0),
        "\
     {\"key\":\"7514\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"},\"by_count\":\"1/3\",\
     \"by_area\":\"1500000000/4500000000\"}",
        "0104373531340131043120686103312f3315313530303030303030302f34353030303030303030",
    );
    format.check::<Breakdown<IndustryCode>>(
        &breakdown(),
        "\
     [{\"key\":\"7514\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"}},{\"key\":null,\
     \"tally\":{\"parcels\":\"2\",\"area\":\"2 ha\"}}]",
        "02010437353134013104312068610001320432206861",
    );
    format.check::<Breakdown<String>>(&Breakdown::new(), "[]", "00");
    stats::check(format);
    #[cfg(feature = "notices")]
    notice::check(format);
    rates::check(format);
}

/// The same for the types that are only written.
fn check_every_written_type(format: &impl Format) {
    audit::check_written(format);
    format.check_written::<Moved>(
        &moved(),
        r#"{"index":"0","rounded":"33%","apportioned":"34%"}"#,
        "01300333332503333425",
    );
    format.check_written::<Apportionment>(
        &thirds(),
        "\
     {\"percentages\":[\"34%\",\"33%\",\"33%\"],\"moved\":[{\"index\":\"0\",\"rounded\":\"33%\",\
     \"apportioned\":\"34%\"}]}",
        "030333342503333325033333250101300333332503333425",
    );
}

fn signed_and_ended() -> Milestones {
    Milestones {
        signed: Some(date(2024, 5, 1)),
        ended: Some(date(2025, 5, 2)),
        ..Milestones::default()
    }
}

fn full_allocation() -> Allocation {
    let granted = allocation("A-1", "P-1", "甲", "1 ha")
        .with_category(parse("industry"))
        .with_industry(parse("2521"))
        .with_method(parse("挂牌出让"))
        .with_term(parse("50年"));
    let granted = granted.with_price(parse("144万元")).unwrap();
    let granted = granted.with_year(parse("2024")).unwrap();
    granted.with_dates(signed_and_ended()).unwrap()
}

fn full_block() -> Block {
    block("B", 3, "31.44 ha")
        .with_category(parse("other"))
        .with_industry(parse("75"))
        .with_region(parse("141121"))
        .with_year(parse("2024"))
}

fn small_register() -> Register {
    let mut register = Register::new();
    register.add_parcel(parcel("P-1", "1 ha")).unwrap();
    register.add_enterprise(enterprise("甲")).unwrap();
    let granted = allocation("A-1", "P-1", "甲", "1 ha");
    register.add_allocation(granted).unwrap();
    register.add_block(full_block()).unwrap();
    register
}

fn breakdown() -> Breakdown<IndustryCode> {
    let rows = [
        (Some(parse("7514")), tally(1, "1 ha")),
        (None, tally(2, "2 ha")),
    ];
    Breakdown::of(rows).unwrap()
}

fn shares() -> Vec<ShareRow<IndustryCode>> {
    breakdown().shares(Whole::Total).unwrap()
}

fn moved() -> Moved {
    *thirds().moved().first().unwrap()
}

fn thirds() -> Apportionment {
    Apportionment::largest_remainder(&[1, 1, 1], Rounding::half_up(0)).unwrap()
}
