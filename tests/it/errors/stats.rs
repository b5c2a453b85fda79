//! The errors of cross tables, periods and trends.

use standard_land::Tally;
use standard_land::calendar::Period;
#[cfg(feature = "serde")]
use standard_land::stats::CrossTab;
use standard_land::stats::{Against, StatsError, Trend};
#[cfg(feature = "serde")]
use standard_land::{Area, IndustryCode};

use super::{Case, case, text};
use crate::api::{parse, tally};

pub(super) fn periods_and_trends() -> Vec<Case> {
    let trend = Trend::of([(Some(parse("2021")), tally(1, "1 ha"))]);
    let trend = trend.unwrap_or_default();
    let first = Trend::of([(Some(parse("0001")), tally(1, "1 ha"))]).unwrap_or_default();
    let overlapping = [
        (Some(parse("2021-07")), tally(1, "1 ha")),
        (Some(parse("2021")), tally(1, "1 ha")),
    ];
    vec![
        text::<Period>("2024-H"),
        text::<Period>("2023-02-29"),
        text::<Period>("2024..2022"),
        case(Trend::of(overlapping)),
        case(trend.growth(parse("2021"), Against::Previous)),
        case(first.growth(parse("0001"), Against::YearBefore)),
        case(tally(3, "1 ha").growth_by_count(&Tally::default())),
        // No function returns these two: they are texts of errors of the format.
        case::<(), _>(Err(StatsError::CellRepeated)),
        case::<(), _>(Err(StatsError::PeriodRepeated)),
    ]
}

#[cfg(feature = "serde")]
#[test]
fn a_cell_that_is_there_twice_is_refused_in_those_words() {
    let read = |cells: &[&str]| {
        let json = format!("[{}]", cells.join(","));
        let read = serde_json::from_str::<CrossTab<IndustryCode, String>>(&json);
        read.map_err(|error| error.to_string())
    };
    let cell = r#"{"row":"7514","column":"a","tally":{"parcels":"1","area":"1 ha"}}"#;
    let unkeyed = r#"{"row":null,"column":null,"tally":{"parcels":"1","area":"1 ha"}}"#;
    let empty = r#"{"row":"7514","column":"b","tally":{"parcels":"0","area":"0 ha"}}"#;
    assert!(read(&[cell, unkeyed]).is_ok());
    for cells in [[cell, cell], [unkeyed, unkeyed], [cell, empty]] {
        assert!(read(&cells).is_err_and(|it| it.contains(&StatsError::CellRepeated.to_string())));
    }
    let full = format!(
        r#"{{"row":null,"column":"c","tally":{{"parcels":"1","area":"{}"}}}}"#,
        Area::MAX
    );
    assert!(read(&[cell, &full]).is_err_and(|it| it.contains("more than a tally holds")));
}

#[cfg(feature = "serde")]
#[test]
fn a_period_that_is_there_twice_is_refused_in_those_words() {
    let read = |rows: &[&str]| {
        let json = format!("[{}]", rows.join(","));
        serde_json::from_str::<Trend>(&json).map_err(|error| error.to_string())
    };
    let year = r#"{"key":"2021","tally":{"parcels":"1","area":"1 ha"}}"#;
    let same = r#"{"key":"2021-01..2021-12","tally":{"parcels":"1","area":"1 ha"}}"#;
    let zero = r#"{"key":"2022","tally":{"parcels":"0","area":"0 ha"}}"#;
    let undated = r#"{"key":null,"tally":{"parcels":"1","area":"1 ha"}}"#;
    let nothing = r#"{"key":null,"tally":{"parcels":"0","area":"0 ha"}}"#;
    let month = r#"{"key":"2021-05","tally":{"parcels":"1","area":"1 ha"}}"#;
    assert!(read(&[year, zero, undated]).is_ok());
    for rows in [
        [year, year],
        [year, same],
        [zero, zero],
        [undated, undated],
        [year, nothing],
    ] {
        assert!(read(&rows).is_err_and(|it| it.contains(&StatsError::PeriodRepeated.to_string())));
    }
    assert!(read(&[year, month]).is_err_and(|it| it.contains("have days in common")));
}
