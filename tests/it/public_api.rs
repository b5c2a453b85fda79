//! The committed list of public items. `cargo api --check` compares it with what
//! rustdoc says; here its form is tested, and how a line is written.

use serde_json::json;

const LIST: &str = include_str!("golden/public-api.txt");

#[test]
fn the_list_is_sorted_and_each_line_is_an_item() {
    let kinds = [
        "const ", "enum ", "field ", "fn ", "impl ", "impl<", "mod ", "struct ", "trait ", "type ",
        "use ", "variant ",
    ];
    for line in LIST.lines() {
        assert!(kinds.iter().any(|kind| line.starts_with(kind)), "{line}");
    }
    assert!(LIST.lines().is_sorted_by(|a, b| a < b));
    for line in [
        "struct exact::Percent",
        "use Percent = exact::Percent",
        "fn exact::Ratio::percent(self, rounding: Rounding) -> Result<Percent, RatioError>",
        "enum exact::Mode",
        "enum quantity::Counter (non-exhaustive)",
        "impl Key for industry::IndustryCode",
    ] {
        assert!(LIST.lines().any(|listed| listed == line), "{line}");
    }
    // What only tests and benches use is hidden.
    assert!(!LIST.contains("IndustryCode::from_index"));
}

#[test]
fn a_list_is_made_from_the_words_of_rustdoc() {
    let number = json!({"primitive": "u8"});
    let documented = json!({"root": 0, "index": {
        "0": {"name": "made_up", "inner": {"module": {"items": [1, 2]}}},
        "1": {"name": "units", "inner": {"module": {"items": [3]}}},
        "2": {"name": null, "inner": {"use": {"name": "Unit", "id": 3}}},
        "3": {"name": "Unit", "attrs": ["non_exhaustive"], "inner": {"struct": {
            "kind": {"plain": {"fields": [4]}},
            "generics": {"params": [], "where_predicates": []},
            "impls": [5, 6],
        }}},
        "4": {"name": "worth", "inner": {"struct_field": number}},
        "5": {"name": null, "inner": {"impl": {
            "trait": null, "items": [7], "is_synthetic": false, "blanket_impl": null,
        }}},
        "6": {"name": null, "inner": {"impl": {
            "trait": {"path": "Clone", "args": null}, "items": [], "is_synthetic": false,
            "blanket_impl": null, "for": {"resolved_path": {"path": "Unit", "id": 3, "args": null}},
            "generics": {"params": [], "where_predicates": []},
        }}},
        "7": {"name": "of", "inner": {"function": {
            "sig": {
                "inputs": [["self", {"borrowed_ref": {
                    "lifetime": null, "is_mutable": false, "type": {"generic": "Self"},
                }}]],
                "output": number,
            },
            "generics": {"params": [], "where_predicates": []},
            "header": {"is_const": true},
        }}},
    }});
    let list = standard_land_tables::api::render(&documented).unwrap();
    assert_eq!(
        list,
        "\
field units::Unit.worth: u8
fn units::Unit::of(&self) -> u8 const
impl Clone for units::Unit
mod units
struct units::Unit (non-exhaustive)
use Unit = units::Unit
"
    );
}
