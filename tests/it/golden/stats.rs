//! Cross tables, periods and trends.

use standard_land::allocation::SupplyMethod;
use standard_land::calendar::{Period, PeriodKind, Year};
use standard_land::stats::{Against, CellWhole, CrossCell, Fit, Growth, ShareCell};
use standard_land::{CrossTab, IndustryCode, Trend};

use super::{Format, from_json, text};
use crate::api::{parse, tally};

pub(super) fn check(format: &impl Format) {
    text::<Period>(format, "2024", "0432303234");
    text::<Period>(format, "2024-H1", "07323032342d4831");
    text::<Period>(
        format,
        "2022-01..2022-07",
        "10323032322d30312e2e323032322d3037",
    );
    text::<PeriodKind>(format, "half-year", "0968616c662d79656172");
    text::<Fit>(format, "unknown", "07756e6b6e6f776e");
    format.check::<Against>(&Against::Previous, r#""previous""#, "00");
    format.check::<Against>(&Against::YearBefore, r#""year-before""#, "01");
    format.check::<Against>(
        &Against::Fixed(parse("2020")),
        r#"{"fixed":"2020"}"#,
        "020432303230",
    );
    format.check::<CellWhole>(&CellWhole::Row, r#""row""#, "00");
    format.check::<CellWhole>(&CellWhole::KeyedRow, r#""keyed-row""#, "01");
    format.check::<CellWhole>(&CellWhole::Column, r#""column""#, "02");
    format.check::<CellWhole>(&CellWhole::KeyedColumn, r#""keyed-column""#, "03");
    format.check::<CellWhole>(&CellWhole::Total, r#""total""#, "04");
    format.check::<CellWhole>(&CellWhole::Keyed, r#""keyed""#, "05");
    format.check::<CellWhole>(
        &CellWhole::Given(tally(1, "1 ha")),
        r#"{"given":{"parcels":"1","area":"1 ha"}}"#,
        "0601310431206861",
    );
    format.check::<Growth>(
        &Growth {
            period: parse("2021"),
            tally: tally(2, "2 ha"),
            base_period: parse("2020"),
            base: tally(1, "1 ha"),
        },
        "{\"period\":\"2021\",\"tally\":{\"parcels\":\"2\",\"area\":\"2 ha\"},\
         \"base_period\":\"2020\",\"base\":{\"parcels\":\"1\",\"area\":\"1 ha\"}}",
        "043230323101320432206861043230323001310431206861",
    );
    format.check::<CrossCell<IndustryCode, String>>(
        &from_json(r#"{"tally":{"parcels":"1","area":"1 ha"},"column":null,"row":"7514"}"#),
        r#"{"row":"7514","column":null,"tally":{"parcels":"1","area":"1 ha"}}"#,
        "0104373531340001310431206861",
    );
    // The pair of keys that stands in the JSON Schema.
    format.check::<CrossCell<IndustryCode, Year>>(
        &from_json(r#"{"tally":{"parcels":"1","area":"1 ha"},"column":"2024","row":"7514"}"#),
        r#"{"row":"7514","column":"2024","tally":{"parcels":"1","area":"1 ha"}}"#,
        "01043735313401043230323401310431206861",
    );
    let by_year = CrossTab::of([(Some(parse("7514")), Some(parse("2024")), tally(1, "1 ha"))]);
    let by_year: CrossTab<IndustryCode, Year> = by_year.unwrap();
    format.check::<CrossTab<IndustryCode, Year>>(
        &by_year,
        r#"[{"row":"7514","column":"2024","tally":{"parcels":"1","area":"1 ha"}}]"#,
        "0101043735313401043230323401310431206861",
    );
    format.check::<ShareCell<IndustryCode, Year>>(
        &by_year.shares(CellWhole::Total).unwrap().remove(0),
        "{\"row\":\"7514\",\"column\":\"2024\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"},\
         \"by_count\":\"1/1\",\"by_area\":\"1500000000/1500000000\"}",
        "0104373531340104323032340131043120686103312f3115313530303030303030302f31353030303030303030",
    );
    format.check::<ShareCell<IndustryCode, SupplyMethod>>(
        &table().shares(CellWhole::Total).unwrap().remove(0),
        "{\"row\":\"7514\",\"column\":\"lease\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"},\
         \"by_count\":\"1/3\",\"by_area\":\"1500000000/4500000000\"}",
        "01043735313401056c6561736501310431206861\
         03312f3315313530303030303030302f34353030303030303030",
    );
    format.check::<CrossTab<IndustryCode, SupplyMethod>>(
        &table(),
        "[{\"row\":\"7514\",\"column\":\"lease\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"}},\
         {\"row\":null,\"column\":null,\"tally\":{\"parcels\":\"2\",\"area\":\"2 ha\"}}]",
        "0201043735313401056c65617365013104312068610000\
         01320432206861",
    );
    format.check::<Trend>(
        &Trend::of([
            (Some(parse("2021")), tally(0, "0 ha")),
            (Some(parse("2020")), tally(1, "1 ha")),
            (None, tally(2, "2 ha")),
        ])
        .unwrap(),
        "[{\"key\":\"2020\",\"tally\":{\"parcels\":\"1\",\"area\":\"1 ha\"}},\
         {\"key\":\"2021\",\"tally\":{\"parcels\":\"0\",\"area\":\"0 ha\"}},\
         {\"key\":null,\"tally\":{\"parcels\":\"2\",\"area\":\"2 ha\"}}]",
        "0301043230323001310431206861010432303231013004302068610001320432206861",
    );
}

fn table() -> CrossTab<IndustryCode, SupplyMethod> {
    CrossTab::of([
        (None, None, tally(2, "2 ha")),
        (
            Some(parse("7514")),
            Some(SupplyMethod::Lease),
            tally(1, "1 ha"),
        ),
    ])
    .unwrap()
}
