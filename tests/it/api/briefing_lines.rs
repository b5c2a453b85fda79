//! The audit example reads many texts at once, and writes what they claim for
//! other programs.

#[path = "../../../examples/audit/lines.rs"]
mod lines;

use serde_json::{Value, json};

/// What is written for texts, one value a line.
fn read(texts: &str) -> Vec<Value> {
    let mut written = Vec::new();
    lines::read(texts.as_bytes(), &mut written).unwrap();
    let written = String::from_utf8(written).unwrap();
    assert!(written.ends_with('\n'));
    let lines = written.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

/// What is written for one text.
fn read_one(text: &str) -> Value {
    let line = json!({"id": "one", "text": text}).to_string();
    let [read] = read(&line).try_into().unwrap();
    read
}

/// The texts of the figures of each claim: of the result, then of the others.
fn figures(read: &Value) -> Vec<Vec<&str>> {
    let claims = read["claims"].as_array().unwrap();
    claims
        .iter()
        .map(|claim| {
            let operands = claim["operands"].as_array().unwrap();
            let all = [&claim["result"]].into_iter().chain(operands);
            all.map(|figure| figure["text"].as_str().unwrap()).collect()
        })
        .collect()
}

#[test]
fn a_line_says_what_is_claimed_and_where_it_stands() {
    let text = "2024年供地８宗，其中开工6宗；同比增长20%；另有窗口3个。";
    let mut read = read_one(text);
    let claim = &mut read["claims"][0];
    assert!(
        claim["explanation"]["zh"]
            .as_str()
            .unwrap()
            .contains("吻合")
    );
    claim.as_object_mut().unwrap().remove("explanation");
    assert_eq!(
        read,
        json!({
            "id": "one",
            "claims": [{
                "kind": "part",
                "rule": "among",
                "strength": "structural",
                "outcome": "consistent",
                "modes": ["half-even", "half-up", "half-down", "toward-zero", "away-from-zero",
                    "floor", "ceiling"],
                "result": {"text": "6宗", "start": 14, "end": 16},
                "operands": [{"text": "８宗", "start": 7, "end": 9}],
                "words": "其中开工",
                "dropped": [],
            }],
            "open": [{
                "kind": "growth",
                "result": {"text": "20%", "start": 21, "end": 24},
                "with": [{"text": "6宗", "start": 14, "end": 16}],
            }],
            "context": [{"text": "2024年", "start": 0, "end": 5}],
            "unrelated": [
                {"text": "20%", "start": 21, "end": 24},
                {"text": "3个", "start": 29, "end": 31},
            ],
            "not_judged": [],
            "suspects": [],
        })
    );
}

/// Every output of every labelled text fits the committed schema.
#[test]
fn what_is_written_fits_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../schema/briefing.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let texts = include_str!("../../data/briefings/briefings.jsonl");
    for read in read(texts) {
        let errors: Vec<_> = schema
            .iter_errors(&read)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    // It refuses what is not of that form.
    for (name, value) in [
        ("id", Value::Null),
        ("claims", json!([{"kind": "guess"}])),
        ("more", json!(1)),
    ] {
        let mut wrong = read_one("供地8宗，其中开工6宗。");
        wrong[name] = value;
        assert!(!schema.is_valid(&wrong), "{name}");
    }
}

#[test]
fn operands_stand_in_the_order_of_their_roles() {
    for (text, kind, figures_expected) in [
        (
            "由4宗增至8宗，增长100%。",
            "growth",
            vec!["100%", "4宗", "8宗"],
        ),
        (
            "今年8宗，较上年的4宗增加4宗。",
            "difference",
            vec!["4宗", "8宗", "4宗"],
        ),
        (
            "由20%提高到25%，提高5个百分点。",
            "points",
            vec!["5个百分点", "20%", "25%"],
        ),
        (
            "今年8宗，为上年（4宗）的2倍。",
            "multiple",
            vec!["2倍", "8宗", "4宗"],
        ),
        (
            "供地9宗，用地36亩，平均每宗4亩。",
            "mean",
            vec!["4亩", "36亩", "9宗"],
        ),
    ] {
        let read = read_one(text);
        assert_eq!(read["claims"][0]["kind"], kind, "{text}");
        assert_eq!(figures(&read), [figures_expected], "{text}");
    }
}

#[test]
fn a_false_claim_is_called_impossible() {
    let read = read_one("供地8宗，其中开工6宗，占70%。");
    assert_eq!(read["claims"][1]["outcome"], "impossible");
    assert_eq!(read["claims"][1]["modes"], json!([]));
}

#[test]
fn each_text_has_a_line_and_a_bad_line_is_named() {
    let texts = "{\"id\": 1, \"text\": \"\"}\n\n{\"id\": \"b\", \"text\": \"供地8宗\"}\n";
    let ids: Vec<_> = read(texts).iter().map(|read| read["id"].clone()).collect();
    assert_eq!(ids, [json!(1), json!("b")]);
    for (texts, expected) in [
        (
            "{\"text\": \"\"}",
            "line 1: no \"id\", by which to find it again",
        ),
        (
            "{\"id\": 1, \"text\": \"\"}\n{\"id\": \"b\"}",
            "line 2: \"b\" has no \"text\" that is a string",
        ),
        (
            "供地8宗",
            "line 1: not JSON; write {\"id\": …, \"text\": …}: ",
        ),
    ] {
        let error = lines::read(texts.as_bytes(), Vec::new()).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}
