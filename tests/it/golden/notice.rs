//! What is written of columns and findings of notices.

use standard_land::notice::{
    Column, FileKind, Finding, FindingKind, LabelReading, ListingColumn, NotJudged, Severity,
    TotalKind, TotalScope, UnusedReason,
};

use super::{Format, from_json, text};

pub(super) fn check(format: &impl Format) {
    text::<Column>(format, "price", "057072696365");
    text::<ListingColumn>(
        format,
        "floor-area-ratio",
        "10666c6f6f722d617265612d726174696f",
    );
    text::<TotalKind>(format, "subtotal", "08737562746f74616c");
    text::<TotalScope>(format, "since-last", "0a73696e63652d6c617374");
    text::<NotJudged>(format, "no-area", "076e6f2d61726561");
    text::<FileKind>(format, "pdf", "03706466");
    text::<UnusedReason>(format, "unknown-head", "0c756e6b6e6f776e2d68656164");
    text::<LabelReading>(format, "misspelt", "086d69737370656c74");
    text::<Severity>(format, "doubt", "05646f756274");
    text::<FindingKind>(format, "no-price", "086e6f2d7072696365");
    format.check::<Finding>(
        &from_json(r#"{"column":"price","kind":"no-price"}"#),
        r#"{"kind":"no-price","column":"price"}"#,
        "086e6f2d707269636501057072696365",
    );
}
