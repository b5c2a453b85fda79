//! Texts as JSON, for other programs: one file, or many texts at once.
//!
//! Each line of a file of texts is an object with an `id` and a `text`; for
//! each, one line says what the text claims. `schema/briefing.json` describes
//! what is written. Places are characters from 0, the end not included.

use std::error::Error;
use std::io::{BufRead, Write};

use serde_json::{Value, json};
use standard_land::Mode;
use standard_land::audit::{Outcome, Reading, Span};
use standard_land::briefing::{Briefing, Judged};

/// Reads texts, and writes what they claim.
pub(crate) fn read(texts: impl BufRead, mut to: impl Write) -> Result<(), Box<dyn Error>> {
    for (line, number) in texts.lines().zip(1_u64..) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let read = claimed(&line).map_err(|error| format!("line {number}: {error}"))?;
        writeln!(to, "{read}")?;
    }
    Ok(())
}

/// What one line claims.
fn claimed(line: &str) -> Result<Value, Box<dyn Error>> {
    let given: Value = serde_json::from_str(line)
        .map_err(|error| format!("not JSON; write {{\"id\": …, \"text\": …}}: {error}"))?;
    let id = given
        .get("id")
        .ok_or("no \"id\", by which to find it again")?;
    let text = given.get("text").and_then(Value::as_str);
    let text = text.ok_or_else(|| format!("{id} has no \"text\" that is a string"))?;
    Ok(value(id, text))
}

/// What a text claims.
pub(crate) fn value(id: &Value, text: &str) -> Value {
    let briefing = Briefing::read(text);
    let audit = briefing.audit(&Reading::new());
    let figure = |span: Span| {
        let place = briefing.place(span).characters;
        json!({"text": briefing.printed(span), "start": place.start, "end": place.end})
    };
    let claim = |judged: &Judged<'_>| {
        let mut figures = judged.figures().map(|printed| figure(printed.span()));
        let dropped = judged.dropped().map(|dropped| {
            let place = briefing.place(dropped.figure().span()).characters;
            json!({
                "text": briefing.printed(dropped.figure().span()),
                "start": place.start,
                "end": place.end,
                "reason": dropped.reason().code(),
            })
        });
        let mut value = json!({
            "kind": judged.kind().code(),
            "rule": judged.rule().code(),
            "strength": judged.strength().code(),
            "outcome": judged.outcome().map(Outcome::code),
            "modes": judged.modes().iter().map(Mode::code).collect::<Vec<_>>(),
            "result": figures.next(),
            "operands": figures.collect::<Vec<_>>(),
            "words": judged.words(),
            "dropped": dropped.collect::<Vec<_>>(),
            "explanation": {"zh": judged.explain_zh(), "en": judged.explain_en()},
        });
        if judged.is_by_increment()
            && let Some(value) = value.as_object_mut()
        {
            value.insert("form".to_owned(), "increment".into());
        }
        value
    };
    let is_judged = |judged: &&Judged<'_>| judged.outcome().is_some();
    let open = audit.open().iter().map(|open| {
        let mut figures = open.figures().iter().map(|printed| figure(printed.span()));
        json!({
            "kind": open.kind().code(),
            "result": figures.next(),
            "with": figures.collect::<Vec<_>>(),
        })
    });
    let context = briefing.context().iter();
    let suspects = audit.suspects();
    let suspects = suspects
        .iter()
        .map(|suspect| figure(suspect.figure().span()));
    let not_judged = audit.iter().filter(|judged| judged.outcome().is_none());
    json!({
        "id": id,
        "claims": audit.iter().filter(is_judged).map(claim).collect::<Vec<_>>(),
        "open": open.collect::<Vec<_>>(),
        "context": context.map(|context| figure(context.span)).collect::<Vec<_>>(),
        "unrelated": audit.unrelated().map(|(printed, _)| figure(printed.span())).collect::<Vec<_>>(),
        "not_judged": not_judged.map(|judged| figure(judged.span())).collect::<Vec<_>>(),
        "suspects": suspects.collect::<Vec<_>>(),
    })
}
