//! The labelled texts of `tests/data/briefings`.

use serde_json::Value;

/// A labelled text.
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) value: Value,
}

/// All labelled texts.
pub(crate) fn corpus() -> Vec<Labelled> {
    const SHORT: &str = include_str!("../data/briefings/briefings.jsonl");
    const LONG: &str = include_str!("../data/briefings/long.jsonl");
    let lines = SHORT.lines().chain(LONG.lines());
    lines
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap();
            let string = |name: &str| value[name].as_str().unwrap().to_owned();
            Labelled {
                id: string("id"),
                text: string("text"),
                value,
            }
        })
        .collect()
}
