//! What stands around the text: the account above it, and the tables below.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};

use super::super::html;
use super::super::language::Language;
use super::marks::{Marks, Row};
use super::state::State;
use super::text::shown;
use crate::audit::Span;
use crate::briefing::{Audit, Briefing, Judged};

/// How many claims came out how, which is the legend too; and what to look at.
pub(super) fn summary(
    audit: &Audit<'_>,
    marks: &Marks<'_>,
    language: Language,
    out: &mut impl Write,
) -> fmt::Result {
    out.write_str("<ul class=\"legend\">\n")?;
    for state in State::OF_RESULTS {
        let rows = marks.rows.iter().filter(|row| match row {
            Row::Claim(judged) => State::of(judged.outcome()) == state,
            Row::Open(_) => state == State::Open,
            Row::Left(..) | Row::Context(_) => false,
        });
        let (class, sign, words) = (state.class(), state.sign(), state.words(language));
        let count = rows.count();
        if count > 0 || state != State::NotJudged {
            writeln!(
                out,
                "<li class=\"{class}\"><b>{sign}</b> {words} {count}</li>"
            )?;
        }
    }
    let kinds = [
        (
            "used",
            State::Used.words(language),
            marks.count(|state| state == State::Used),
        ),
        (
            "left",
            language.pick("未关联", "in no relation"),
            marks.count(|state| matches!(state, State::Left(_))),
        ),
        (
            "context",
            language.pick("不计数的数字", "numbers that count nothing"),
            marks.count(|state| matches!(state, State::Context(_))),
        ),
    ];
    for (class, words, count) in kinds {
        writeln!(out, "<li class=\"{class}\"><b></b> {words} {count}</li>")?;
    }
    out.write_str("</ul>\n")?;
    let suspects = audit.suspects();
    if suspects.is_empty() {
        return Ok(());
    }
    out.write_str("<p class=\"suspects\">")?;
    out.write_str(language.pick("先核对：", "Look here first: "))?;
    for (number, suspect) in suspects.iter().enumerate() {
        if number > 0 {
            out.write_str(language.pick("；", "; "))?;
        }
        let (span, breaks) = (suspect.figure().span(), suspect.breaks().len());
        link(
            audit.briefing(),
            marks,
            place_of(marks, span),
            language,
            out,
        )?;
        match language {
            Language::Chinese => write!(out, "（牵涉{breaks}处）")?,
            Language::English => write!(out, " (in {breaks} claims that do not hold)")?,
        }
    }
    out.write_str("</p>\n")
}

/// The figure that begins there.
fn place_of(marks: &Marks<'_>, span: Span) -> usize {
    let figures = marks.all.get(..marks.figures).unwrap_or_default();
    figures.partition_point(|mark| mark.span.start < span.start)
}

/// A figure as printed, that links to its mark, and where it stands.
fn link(
    briefing: &Briefing<'_>,
    marks: &Marks<'_>,
    place: usize,
    language: Language,
    out: &mut impl Write,
) -> fmt::Result {
    let Some(mark) = marks.all.get(place) else {
        return Ok(());
    };
    let (kind, id) = marks.id(place);
    write!(out, "<a href=\"#{kind}{id}\"")?;
    html::lang(Language::Chinese, Some(language), out)?;
    out.write_str(">")?;
    shown(briefing.printed(mark.span), out)?;
    let position = briefing.position(mark.span.start);
    match language {
        Language::Chinese => write!(
            out,
            "</a> <small class=\"at\">第{}行第{}字</small>",
            position.line, position.column
        ),
        Language::English => write!(
            out,
            "</a> <small class=\"at\">line {}, character {}</small>",
            position.line, position.column
        ),
    }
}

/// A table with a heading of its own, of the rows that are chosen.
struct Section<'t> {
    heading: &'t str,
    columns: [&'t str; 4],
}

/// The tables below the text; one without rows is left out.
pub(super) fn tables(
    audit: &Audit<'_>,
    marks: &Marks<'_>,
    language: Language,
    out: &mut impl Write,
) -> fmt::Result {
    let claims = Section {
        heading: language.pick("核对结果", "What was found"),
        columns: language.pick(
            ["行", "结果", "数字", "依据"],
            ["row", "verdict", "figure", "how it was read"],
        ),
    };
    let rest = Section {
        heading: language.pick("其余数字", "The other numbers"),
        columns: language.pick(
            ["行", "类别", "数字", "原因"],
            ["row", "kind", "number", "why"],
        ),
    };
    let is_claim = |row: &Row<'_>| matches!(row, Row::Claim(_) | Row::Open(_));
    table(&claims, audit, marks, is_claim, language, out)?;
    table(&rest, audit, marks, |row| !is_claim(row), language, out)
}

fn table(
    section: &Section<'_>,
    audit: &Audit<'_>,
    marks: &Marks<'_>,
    is_in: impl Fn(&Row<'_>) -> bool,
    language: Language,
    out: &mut impl Write,
) -> fmt::Result {
    if !marks.rows.iter().any(&is_in) {
        return Ok(());
    }
    write!(
        out,
        "<section>\n<h2>{0}</h2>\n<div class=\"table\">\n<table>\n<caption>{0}</caption>\n<thead>\n<tr>",
        section.heading
    )?;
    for column in section.columns {
        write!(out, "<th scope=\"col\">{column}</th>")?;
    }
    out.write_str("</tr>\n</thead>\n<tbody>\n")?;
    let mut contexts = marks.figures;
    for (number, row) in (1_usize..).zip(&marks.rows) {
        let place = match row {
            Row::Claim(judged) => judged.places().first().copied(),
            Row::Open(open) => open.places().first().copied(),
            Row::Left(place, _) => Some(*place),
            Row::Context(_) => {
                contexts = contexts.saturating_add(1);
                contexts.checked_sub(1)
            }
        };
        if !is_in(row) {
            continue;
        }
        let state = state_of(row);
        let (class, sign, words) = (state.class(), state.sign(), state.words(language));
        write!(out, "<tr id=\"r{number}\"><th scope=\"row\">{number}</th>")?;
        match row {
            Row::Claim(_) | Row::Open(_) => {
                write!(out, "<td class=\"{class}\"><b>{sign}</b> {words}</td><td>")?;
            }
            Row::Left(..) => {
                let kind = language.pick("未关联", "in no relation");
                write!(out, "<td class=\"{class}\">{kind}</td><td>")?;
            }
            Row::Context(_) => {
                let kind = language.pick("不计数", "counts nothing");
                write!(out, "<td class=\"{class}\">{kind}</td><td>")?;
            }
        }
        link(
            audit.briefing(),
            marks,
            place.unwrap_or_default(),
            language,
            out,
        )?;
        out.write_str("</td><td>")?;
        match row {
            Row::Claim(judged) => claim(judged, language, out)?,
            Row::Open(open) => {
                let figures = open.places().iter().skip(1);
                let kind = language.pick(open.kind().name_zh(), open.kind().code());
                out.write_str(kind)?;
                for (number, place) in figures.enumerate() {
                    out.write_str(match (number, language) {
                        (0, Language::Chinese) => "，已知",
                        (0, Language::English) => ", of which is known ",
                        (_, Language::Chinese) => "、",
                        (_, Language::English) => ", ",
                    })?;
                    link(audit.briefing(), marks, *place, language, out)?;
                }
            }
            Row::Left(..) | Row::Context(_) => out.write_str(words)?,
        }
        out.write_str("</td></tr>\n")?;
    }
    out.write_str("</tbody>\n</table>\n</div>\n</section>\n")
}

const fn state_of(row: &Row<'_>) -> State {
    match row {
        Row::Claim(judged) => State::of(judged.outcome()),
        Row::Open(_) => State::Open,
        Row::Left(_, reason) => State::Left(*reason),
        Row::Context(context) => State::Context(context.kind),
    }
}

/// How a claim was read, what rounding explains it, what was not used.
fn claim(judged: &Judged<'_>, language: Language, out: &mut impl Write) -> fmt::Result {
    let (read, dropped) = judged.explained(language);
    shown(&read, out)?;
    let modes = judged.modes();
    if language == Language::Chinese && !modes.is_any() && !modes.is_empty() {
        let mut names = String::new();
        for mode in modes {
            let comma = if names.is_empty() { "" } else { "、" };
            names.push_str(comma);
            names.push_str(mode.name_zh());
        }
        out.write_str(&format!("适用修约：{names}。"))?;
    }
    if !dropped.is_empty() {
        out.write_str(" <small>")?;
        shown(&dropped, out)?;
        out.write_str("</small>")?;
    }
    Ok(())
}
