//! The JSON Schema says what the doors say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use standard_land::schemars::{JsonSchema, schema_for};

/// The committed schemas.
fn committed() -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/standard-land.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Checks values against the definitions of the committed file.
pub(crate) struct Definitions {
    document: Json,
}

impl Definitions {
    pub(crate) fn new() -> Self {
        Self {
            document: committed(),
        }
    }

    /// The schema of a type: the committed one, or for another key the one that
    /// the type says.
    fn of<T: JsonSchema>(&self) -> Validator {
        let name = T::schema_name();
        let definitions = &self.document["$defs"];
        let schema = match definitions.get(&*name) {
            Some(_) => json!({ "$ref": format!("#/$defs/{name}"), "$defs": definitions }),
            None => schema_for!(T).to_value(),
        };
        jsonschema::validator_for(&schema).unwrap()
    }

    /// The names of all that is defined.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        let definitions = self.document["$defs"].as_object().unwrap();
        definitions.keys().cloned().collect()
    }

    /// The name of the schema, which takes the value, and refuses what the type
    /// refuses: numbers, fields that are missing, fields too many.
    pub(crate) fn check<T>(&self, value: &T) -> String
    where
        T: Serialize + DeserializeOwned + JsonSchema,
    {
        let (name, schema) = (T::schema_name().into_owned(), self.of::<T>());
        let json = serde_json::to_value(value).unwrap();
        assert!(schema.is_valid(&json), "{name}: {json}");
        for other in others(&json) {
            let taken = serde_json::from_value::<T>(other.clone()).is_ok();
            let valid = schema.is_valid(&other);
            assert!(valid || !taken, "{name} takes {other}, its schema does not");
            assert!(
                taken || !valid || RULES.contains(&name.as_str()),
                "{name} refuses {other}, its schema does not"
            );
        }
        name
    }
}

/// Types with rules between their fields, which no schema can say: what is
/// referred to must be there, a stop needs a start, a total follows.
const RULES: &[&str] = &["Register", "Score", "Works"];

/// The value with one thing changed that a schema can see.
fn others(json: &Json) -> Vec<Json> {
    let mut others = vec![json!(1), json!(37.18), json!(true), json!("")];
    if !json.is_null() {
        others.push(json!(null));
    }
    match json {
        Json::String(text) => {
            others.push(json!([text]));
            others.push(json!(format!("{text}\u{0}")));
            others.push(json!(format!(" {text}")));
        }
        Json::Object(fields) => {
            for (field, value) in fields {
                let mut without = fields.clone();
                without.remove(field);
                others.push(Json::Object(without));
                for changed in others_within(value) {
                    let mut with = fields.clone();
                    with.insert(field.clone(), changed);
                    others.push(Json::Object(with));
                }
            }
            let mut more = fields.clone();
            more.insert("note".to_owned(), json!("1"));
            others.push(Json::Object(more));
        }
        _ => {}
    }
    others
}

/// What a field can be changed to, whatever it is named.
fn others_within(value: &Json) -> Vec<Json> {
    match value {
        // An empty list is taken in some places and not in others.
        Json::Array(_) => vec![json!(1), json!("1")],
        // An array of fields in order is one to serde, and not to the schema.
        _ => vec![json!(1), json!(37.18), json!(null)],
    }
}

#[cfg(feature = "notices")]
#[test]
fn the_committed_schema_is_current() {
    let text = format!(
        "{}\n",
        serde_json::to_string_pretty(&standard_land::schema::all()).unwrap()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/standard-land.json");
    assert!(
        fs::read_to_string(path).unwrap() == text,
        "schema/ is not what the types say; run `cargo schema`"
    );
}

#[test]
fn the_committed_schema_is_one() {
    assert!(jsonschema::meta::is_valid(&committed()));
}

#[test]
fn every_example_is_taken_by_its_schema() {
    let document = committed();
    let definitions = document["$defs"].as_object().unwrap();
    let mut examples = 0;
    // One schema for all: an object with a field of each definition.
    let of = |name| {
        (
            String::clone(name),
            json!({ "$ref": format!("#/$defs/{name}") }),
        )
    };
    let fields: serde_json::Map<String, Json> = definitions.keys().map(of).collect();
    let schema = json!({ "properties": fields, "$defs": definitions });
    let schema = jsonschema::validator_for(&schema).unwrap();
    let takes = |name: &str, value: &Json| {
        let mut object = serde_json::Map::new();
        object.insert(name.to_owned(), value.clone());
        schema.is_valid(&Json::Object(object))
    };
    for (name, definition) in definitions {
        let description = definition["description"].as_str().unwrap_or_default();
        let is_sentence = description.ends_with('.') && !description.contains(['`', '\n']);
        assert!(is_sentence, "{name} is described as {description:?}");
        for example in definition
            .get("examples")
            .and_then(Json::as_array)
            .into_iter()
            .flatten()
        {
            assert!(takes(name, example), "{name}: {example}");
            examples += 1;
        }
        assert!(!takes(name, &json!(37.18)), "{name} takes a number");
    }
    assert!(examples > 60, "{examples}");
}

/// What one type takes and refuses as text.
fn texts<T: DeserializeOwned + JsonSchema>(taken: &[&str], refused: &[&str]) {
    let schema = Definitions::new().of::<T>();
    for text in taken {
        let read = serde_json::from_value::<T>(json!(text));
        assert!(read.is_ok(), "{text}: {}", read.err().unwrap());
        assert!(
            schema.is_valid(&json!(text)),
            "{}: {text}",
            T::schema_name()
        );
    }
    for text in refused {
        assert!(serde_json::from_value::<T>(json!(text)).is_err(), "{text}");
        assert!(
            !schema.is_valid(&json!(text)),
            "{}: {text}",
            T::schema_name()
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one list of all forms")]
fn the_forms_of_text_are_those_of_the_doors() {
    use standard_land::allocation::{AllocationId, SupervisionNumber, SupplyMethod};
    use standard_land::calendar::{Period, Year};
    use standard_land::enterprise::CreditCode;
    use standard_land::quantity::{Term, UnitPrice};
    use standard_land::{
        Area, DivisionCode, IndustryCategory, IndustryCode, Money, Percent, Ratio, Rounding,
    };

    texts::<Area>(
        &[
            "37.18 ha",
            "37.18ha",
            "1 m²",
            "1 m2",
            "1㎡",
            "1平方米",
            "1 mu",
            "1亩",
            "1hm²",
            "1 hm2",
            "1公顷",
            "1 km²",
            "1 km2",
            "1平方公里",
            "1平方千米",
            "1 wan mu",
            "1万亩",
            "1 wan ha",
            "1万公顷",
            "1亿亩",
            "1 yi mu",
            "1万平方公里",
            "0 ha",
        ],
        &[
            "37.18", "ha", "-1 ha", "1  ha", ".5 ha", "5. ha", "007 ha", "1e3 ha", "12,34 ha",
            "1 acre",
        ],
    );
    texts::<Money>(
        &[
            "-1440000.00 CNY",
            "144万元",
            "1 yuan",
            "1元",
            "1人民币元",
            "1 wan yuan",
            "1 yi CNY",
            "1 yi yuan",
            "1亿元",
            "1万亿元",
            "1 wan yi CNY",
            "0 CNY",
        ],
        &["-0 CNY", "-0.00元", "1", "1 USD", "+1元"],
    );
    texts::<UnitPrice>(
        &["1440000.00 CNY / 1.4191 ha"],
        &["1 CNY/1 ha", "1 CNY", "-0 CNY / 1 ha"],
    );
    texts::<Term>(&["50 years", "37.95年", "1 year"], &["50", "-1年"]);
    texts::<Ratio>(
        &["4/7", "0/7", "-1/3"],
        &["4:7", "4/0", "-0/7", "04/7", "4/-7", "1.5/2"],
    );
    texts::<Percent>(
        &["57%", "15.40%", "-0.1%", "0%"],
        &["57", "-0%", "-0.00%", "57 %", ".5%"],
    );
    texts::<Rounding>(
        &[
            "half-even(2)",
            "四舍五入(-3)",
            "half-up(0, 0.5)",
            "去尾(2, 0.2单位修约)",
        ],
        &[
            "half-up",
            "half-up(x)",
            "nearest(2)",
            "half-up(2, 0.3)",
            "half-up(2000)",
            "half-up(-0)",
        ],
    );
    texts::<DivisionCode>(&["141121"], &["14112", "1411211", "14112x"]);
    texts::<IndustryCode>(&["C", "75", "7514"], &["c", "7", "75141", "Z"]);
    texts::<IndustryCategory>(
        &["producer-services/10", "生产性服务业", "other"],
        &["producer-services/11", "services"],
    );
    texts::<CreditCode>(
        &["91140106713678575D"],
        &["91140106713678575", "9114010671367857OD"],
    );
    texts::<SupervisionNumber>(
        &["1411212012B00017", "1411212012B000017-2"],
        &["1411212012D00017", "1411212012B00017-02"],
    );
    texts::<Year>(&["2024"], &["24", "20245"]);
    texts::<Period>(
        &[
            "2024",
            "2024-H1",
            "2024-Q3",
            "2024-07",
            "2024-07-15",
            "2022-01..2022-07",
        ],
        &["2024-H3", "2024-Q5", "2024..", "24"],
    );
    texts::<AllocationId>(
        &["2024-出让-03", "a b"],
        &["", " a", "a ", "a\tb", "a\u{a0}"],
    );
    texts::<SupplyMethod>(
        &["listing-grant", "挂牌出让"],
        &["listing", "Listing-grant"],
    );
    // The longest name is one of the doors' too.
    let longest = "甲".repeat(AllocationId::MAX_CHARACTERS);
    let longer = "甲".repeat(AllocationId::MAX_CHARACTERS + 1);
    texts::<AllocationId>(&[&longest], &[&longer]);
}
