//! Listing notices: their conditions are thresholds of the module `standard`.

use standard_land::notice::ListingColumn;

/// The columns of the listing notices that hold conditions, row by row.
fn listing_rows() -> Vec<Vec<(ListingColumn, String)>> {
    let mut rows =
        csv::Reader::from_reader(include_str!("../../data/listing-notices-2019-06.csv").as_bytes());
    let headers = rows.headers().unwrap().clone();
    rows.records()
        .map(|row| {
            let row = row.unwrap();
            let cells = headers.iter().zip(&row);
            cells
                .filter_map(|(header, cell)| Some((header.parse().ok()?, cell.to_owned())))
                .collect()
        })
        .collect()
}

#[test]
fn every_condition_of_the_listing_notices_is_a_threshold() {
    let rows = listing_rows();
    assert_eq!(rows.len(), 58);
    let mut read = 0;
    for (column, cell) in rows.iter().flatten().filter(|(_, cell)| !cell.is_empty()) {
        let threshold = column.read(cell).unwrap().unwrap();
        assert_eq!(threshold.to_string().parse(), Ok(threshold.clone()));
        let limits = threshold.limits().unwrap();
        assert_eq!(limits.unit(), column.indicator().unit());
        // As it was printed, but for the units that it goes without.
        let words = format!("{threshold:#}");
        if *column == ListingColumn::InvestmentIntensity {
            assert_eq!(words, format!("大于或等于{cell}"));
            assert_eq!(limits.upper(), None);
        } else {
            assert_eq!(words.replace(['%', '米'], ""), *cell);
        }
        read += 1;
    }
    assert_eq!(read, 204);
}

#[test]
fn every_listing_notice_is_a_control_standard() {
    let mut provisions = 0;
    for (place, row) in listing_rows().iter().enumerate() {
        let document = format!("notice {place}").parse().unwrap();
        let cells = row.iter().map(|(column, cell)| (*column, cell.as_str()));
        let standard = ListingColumn::standard(document, cells).unwrap();
        let any = "GB/T 4754-2017 3514".parse().unwrap();
        assert_eq!(
            standard.all_for(any).unwrap().len(),
            standard.provisions().len()
        );
        provisions += standard.provisions().len();
    }
    assert_eq!(provisions, 204);
}

#[test]
fn columns_of_listing_notices_have_the_unit_and_side_of_their_head() {
    let heads: Vec<String> = ListingColumn::ALL
        .iter()
        .map(|column| {
            let indicator = column.indicator();
            format!("{indicator} {}", indicator.direction())
        })
        .collect();
    assert_eq!(
        heads,
        [
            "容积率 within",
            "建筑密度 (%) within",
            "绿地率 (%) within",
            "建筑高度 (米) within",
            "固定资产投资强度 (万元/公顷) at-least",
        ]
    );
    let ratio = ListingColumn::FloorAreaRatio;
    for missing in ["", "--", " / ", "Nah"] {
        assert_eq!(ratio.read(missing), Ok(None), "{missing:?}");
    }
    assert_eq!(ratio.read(" 大于１．３ "), ratio.read("大于1.3"));
    assert!(ratio.read("约1.3").is_err());
    let twice = [(ratio, "大于1"), (ratio, "小于2")];
    assert!(ListingColumn::standard("n".parse().unwrap(), twice).is_err());
}
