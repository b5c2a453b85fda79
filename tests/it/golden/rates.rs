//! The bytes of rates, samples, targets and their answers.

use standard_land::exact::Judging;
use standard_land::jiff::civil::date;
use standard_land::stats::{
    By, Denominator, Growing, Held, Interpolation, Pick, Progress, Rate, Reach, Sample, StepDates,
    Supply, SupplyBase, Target, Undated, Unreachable,
};
use standard_land::{Area, Mode, Ratio};

use super::{Format, from_json, text};
use crate::api::{parse, tally};

pub(super) fn check(format: &impl Format) {
    text::<By>(format, "area", "0461726561");
    text::<Denominator>(format, "due", "03647565");
    text::<Undated>(format, "left-out", "086c6566742d6f7574");
    text::<SupplyBase>(format, "approved", "08617070726f766564");
    text::<Pick>(format, "nearest-rank", "0c6e6561726573742d72616e6b");
    text::<Interpolation>(format, "inclusive", "09696e636c7573697665");
    text::<Growing>(format, "together", "08746f676574686572");
    text::<Unreachable>(format, "others-remain", "0d6f74686572732d72656d61696e");
    let rate = Rate::new(Denominator::Due, tally(1, "1 ha"), tally(2, "3 ha"));
    format.check::<Rate>(
        &rate.unwrap().with_unjudged(tally(1, "2 ha")).unwrap(),
        "\
     {\"denominator\":\"due\",\"part\":{\"parcels\":\"1\",\"area\":\"1 ha\"},\"whole\
     \":{\"parcels\":\"2\",\"area\":\"3 ha\"},\"unjudged\":{\"parcels\":\"1\",\"area\
     \":\"2 ha\"}}",
        "03647565013104312068610132043320686101310432206861",
    );
    format.check::<Progress>(
        &progress(),
        "\
     {\"day\":\"2024-12-31\",\"due\":{\"taken\":{\"parcels\":\"4\",\"area\":\"5.74 ha\
     \"},\"not_taken\":{\"parcels\":\"0\",\"area\":\"0 ha\"},\"unknown\":{\"parcels\"\
     :\"0\",\"area\":\"0 ha\"}},\"not_due\":{\"taken\":{\"parcels\":\"0\",\"area\":\"\
     0 ha\"},\"not_taken\":{\"parcels\":\"0\",\"area\":\"0 ha\"},\"unknown\":{\"parce\
     ls\":\"0\",\"area\":\"0 ha\"}},\"undated\":{\"taken\":{\"parcels\":\"0\",\"area\
     \":\"0 ha\"},\"not_taken\":{\"parcels\":\"0\",\"area\":\"0 ha\"},\"unknown\":{\"\
     parcels\":\"3\",\"area\":\"31.44 ha\"}},\"signed_later\":{\"parcels\":\"0\",\"ar\
     ea\":\"0 ha\"}}",
        "\
     0a323032342d31322d3331013407352e373420686101300430206861013004302068610130043020\
     68610130043020686101300430206861013004302068610130043020686101330833312e34342068\
     6101300430206861",
    );
    format.check::<Supply>(
        &Supply::new(SupplyBase::Approved, parse("3 ha"), parse("1 ha")).unwrap(),
        r#"{"base":"approved","available":"3 ha","supplied":"1 ha"}"#,
        "08617070726f76656404332068610431206861",
    );
    format.check::<Sample<Ratio>>(
        &Sample::of([Some(parse("4/8")), None, Some(parse("1/4"))]),
        r#"{"values":["1/4","4/8"],"missing":"1"}"#,
        "0203312f3403342f380131",
    );
    format.check::<Sample<Area>>(
        &Sample::default(),
        r#"{"values":[],"missing":"0"}"#,
        "000130",
    );
    format.check::<Held>(
        &from_json(r#"{"by_area":"2/4","by_count":"1/3","holders":"1/2"}"#),
        r#"{"holders":"1/2","by_count":"1/3","by_area":"2/4"}"#,
        "03312f3203312f3303322f34",
    );
    format.check::<Target>(
        &Target::new(parse("80.0%"), Judging::Rounded(Mode::HalfUp)),
        r#"{"at_least":"80.0%","judging":"half-up"}"#,
        "0538302e30250768616c662d7570",
    );
    format.check::<Reach<Area>>(&Reach::Reached, r#""reached""#, "00");
    format.check::<Reach<Area>>(
        &Reach::More(parse("1 ha")),
        r#"{"more":"1 ha"}"#,
        "010431206861",
    );
    format.check::<Reach<Area>>(
        &Reach::Unreachable(Unreachable::AboveWhole),
        r#"{"unreachable":"above-whole"}"#,
        "020b61626f76652d77686f6c65",
    );
}

fn progress() -> Progress {
    let mut progress = Progress::new(date(2024, 12, 31));
    let started = StepDates {
        agreed: Some(date(2024, 6, 1)),
        actual: Some(date(2024, 5, 2)),
        ..StepDates::default()
    };
    progress.push(&tally(4, "5.74 ha"), &started).unwrap();
    progress
        .push(&tally(3, "31.44 ha"), &StepDates::default())
        .unwrap();
    progress
}
