//! Many texts at once: JSON lines in, JSON lines out, for other programs.
//!
//! Each line of the file is an object with an `id` and a `text`; for each, one
//! line says what the text claims. Places are characters from 0, the end not
//! included.

use std::error::Error;
use std::io::{BufRead, Write};

use serde_json::{Value, json};
use standard_land::Mode;
use standard_land::audit::text::{Briefing, Passage, Rule};
use standard_land::audit::{Reading, Relation, Span};

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

/// What one text claims.
fn claimed(line: &str) -> Result<Value, Box<dyn Error>> {
    let given: Value = serde_json::from_str(line)
        .map_err(|error| format!("not JSON; write {{\"id\": …, \"text\": …}}: {error}"))?;
    let id = given
        .get("id")
        .ok_or("no \"id\", by which to find it again")?;
    let text = given.get("text").and_then(Value::as_str);
    let text = text.ok_or_else(|| format!("{id} has no \"text\" that is a string"))?;
    let briefing = Briefing::read(text);
    let places = Places::of(text);
    let claims: Result<Vec<_>, _> = briefing
        .passages()
        .iter()
        .map(|passage| claim(&briefing, passage, &places))
        .collect();
    let figure = |place: &usize| {
        briefing
            .figures()
            .nth(*place)
            .map(|f| places.json(f.span()))
    };
    let open = briefing.open().iter().map(|open| {
        let [result, known] = open.operands();
        json!({
            "kind": kind(open.rule()),
            "rule": open.rule().code(),
            "result": figure(&result),
            "with": [figure(&known)],
        })
    });
    let context = briefing.context().iter();
    let context = context.map(|context| places.json(context.span));
    let unrelated = briefing.unrelated();
    let unrelated = unrelated.map(|(figure, _)| places.json(figure.span()));
    Ok(json!({
        "id": id,
        "claims": claims?,
        "open": open.collect::<Vec<_>>(),
        "context": context.collect::<Vec<_>>(),
        "unrelated": unrelated.collect::<Vec<_>>(),
    }))
}

/// A claim, its verdict, and where its figures stand, in the order of their
/// roles.
fn claim(
    briefing: &Briefing<'_>,
    passage: &Passage,
    places: &Places<'_>,
) -> Result<Value, Box<dyn Error>> {
    let verdict = passage.claim().audit(&Reading::new())?;
    let figures: Vec<_> = briefing.operands(passage).collect();
    let figures = match (passage.rule(), figures.as_slice()) {
        // From the base to what it became.
        (Rule::Growth | Rule::Points, [result, now, base]) => vec![*result, *base, *now],
        // The larger first: it is the larger less the smaller.
        (Rule::Change, [result, now, base]) => match passage.claim().relation() {
            Relation::Sum { plus, .. } if plus.first().copied() == base.value() => {
                vec![*result, *base, *now]
            }
            _ => figures,
        },
        // 是…的4倍: what is printed of the others is the 4倍.
        (Rule::Multiple, [now, base, times]) => vec![*times, *now, *base],
        _ => figures,
    };
    let mut figures = figures.iter().map(|figure| places.json(figure.span()));
    let modes = verdict.modes();
    Ok(json!({
        "kind": kind(passage.rule()),
        "rule": passage.rule().code(),
        "strength": null,
        "outcome": verdict.outcome().code(),
        "modes": modes.iter().map(Mode::code).collect::<Vec<_>>(),
        "result": figures.next(),
        "operands": figures.collect::<Vec<_>>(),
    }))
}

/// What a rule relates; several rules may make claims of one kind.
fn kind(rule: Rule) -> &'static str {
    match rule {
        Rule::Rest | Rule::Change => "difference",
        other => other.code(),
    }
}

/// Where the characters of a text begin.
struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).collect();
        Self { text, starts }
    }

    /// What stands at a span, and where.
    fn json(&self, span: Span) -> Value {
        let place = |byte: usize| self.starts.partition_point(|start| *start < byte);
        json!({
            "text": self.text.get(span.start..span.end),
            "start": place(span.start),
            "end": place(span.end),
        })
    }
}
