//! The module `audit`, and the types of `exact` that it needs.

use standard_land::audit::{
    AuditedClaim, AuditedDocument, Claim, Comparison, CountShare, Counter, Document, Magnitude,
    Outcome, Power, PrintedUnit, Published, Qualifier, Reading, Slack, Span, Statement, Verdict,
};
use standard_land::exact::{Bounds, Modes};

use super::{Format, text};
use crate::api::parse;

fn briefing() -> Document {
    let mut briefing = Document::new();
    briefing.push_at(parse("57% = 4宗 of 7宗"), Span { start: 3, end: 9 });
    briefing
}

pub(super) fn check(format: &impl Format) {
    text::<Modes>(
        format,
        "half-even, half-up",
        "1268616c662d6576656e2c2068616c662d7570",
    );
    text::<Modes>(format, "any", "03616e79");
    text::<Modes>(format, "none", "046e6f6e65");
    text::<Bounds>(
        format,
        "[1543/10000, 193/1250)",
        "165b313534332f31303030302c203139332f3132353029",
    );
    text::<Bounds>(format, "(-∞, 1/2]", "0b282de2889e2c20312f325d");
    text::<Published>(format, "15.40%", "0631352e343025");
    text::<Published>(format, "约1.2万亩", "0ce7baa6312e32e4b887e4baa9");
    text::<Published>(format, "五成以上", "0ce4ba94e68890e4bba5e4b88a");
    text::<Qualifier>(format, "at-least", "0861742d6c65617374");
    text::<PrintedUnit>(format, "万元/亩", "0ae4b887e585832fe4baa9");
    text::<Counter>(format, "parcel", "0670617263656c");
    text::<Magnitude>(format, "wan", "0377616e");
    text::<Claim>(
        format,
        "15.43% = 5.74公顷 of 37.18公顷",
        "2231352e343325203d20352e3734e585ace9a1b7206f662033372e3138e585ace9a1b7",
    );
    text::<Claim>(
        format,
        "879.28公顷 = 152.1公顷 + 742.35公顷 - 15.16公顷",
        "373837392e3238e585ace9a1b7203d203135322e31e585ace9a1b7202b203734322e3335e585ace9a1b7202d2031352e3136e585ace9a1b7",
    );
    text::<Claim>(format, "72.58% < 80%", "0c37322e353825203c20383025");
    text::<Comparison>(format, "<=", "023c3d");
    text::<Outcome>(format, "if-rounded", "0a69662d726f756e646564");
    text::<Power>(format, "some-modes", "0a736f6d652d6d6f646573");
    text::<Span>(format, "12..34", "0631322e2e3334");
    format.check::<Slack>(
        &Slack::Part(parse("1/20")),
        r#"{"part":"1/20"}"#,
        "0104312f3230",
    );
    format.check::<Reading>(
        &Reading::new(),
        r#"{"about":{"units":"1/2"},"nearly":{"units":"1/1"}}"#,
        "0003312f320003312f31",
    );
    let claim = r#""57% = 4宗 of 7宗""#;
    format.check::<Statement>(
        &briefing().statements()[0],
        &format!(r#"{{"claim":{claim},"span":"3..9"}}"#),
        "12353725203d2034e5ae97206f662037e5ae970104332e2e39",
    );
    format.check::<Document>(
        &briefing(),
        &format!(r#"{{"statements":[{{"claim":{claim},"span":"3..9"}}]}}"#),
        "0112353725203d2034e5ae97206f662037e5ae970104332e2e39",
    );
}

pub(super) fn check_written(format: &impl Format) {
    let pair = parse::<Published>("57%").count_shares(7, &Reading::new());
    let pairs: Vec<CountShare> = pair.unwrap().collect();
    let modes = "half-even, half-up, half-down, toward-zero, floor";
    format.check_written::<CountShare>(
        &pairs[0],
        &format!(r#"{{"part":"4","whole":"7","modes":"{modes}"}}"#),
        "013401373168616c662d6576656e2c2068616c662d75702c2068616c662d646f776e2c20746f776172642d7a65726f2c20666c6f6f72",
    );
    let verdict = format!(
        r#"{{"figure":"57%","modes":"{modes}","rounded":"{modes}","mixed":"{modes}","value":"4/7","bounds":"[4/7, 4/7]"}}"#
    );
    let bytes = "033537253168616c662d6576656e2c2068616c662d75702c2068616c662d646f776e2c20746f776172642d7a65726f2c20666c6f6f723168616c662d6576656e2c2068616c662d75702c2068616c662d646f776e2c20746f776172642d7a65726f2c20666c6f6f723168616c662d6576656e2c2068616c662d75702c2068616c662d646f776e2c20746f776172642d7a65726f2c20666c6f6f720103342f37010a5b342f372c20342f375d";
    let findings = briefing().audit(&Reading::new()).unwrap();
    format.check_written::<Verdict>(&findings.findings()[0].verdict, &verdict, bytes);
    format.check_written::<AuditedDocument>(
        &findings,
        &format!(
            r#"{{"findings":[{{"verdict":{verdict},"power":"some-modes","within_rounding_of_terms":false}}]}}"#
        ),
        &format!("01{bytes}0a736f6d652d6d6f64657300"),
    );
    format.check_written::<AuditedClaim>(
        &findings.findings()[0],
        &format!(
            r#"{{"verdict":{verdict},"power":"some-modes","within_rounding_of_terms":false}}"#
        ),
        &format!("{bytes}0a736f6d652d6d6f64657300"),
    );
}
