//! A briefing, read and judged: which of its figures can be true, and how.
//!
//! Reads the briefing below, or the file whose path is given, and prints its
//! claims with their exact values and verdicts, what it leaves open, and what
//! became of every other figure.
//!
//! With `--json-lines FILE` it reads a file of many texts, for other programs.

mod common;

#[path = "audit/lines.rs"]
mod lines;

use std::error::Error;
use std::ffi::OsStr;
use std::io::{self, BufReader, Write};
use std::process::ExitCode;
use std::{env, fs};

use standard_land::Mode;
use standard_land::audit::text::Briefing;
use standard_land::audit::{Finding, Findings, Outcome, Reading};
use standard_land::exact::Modes;
use standard_land::report::{Cell, Column, Form, Language, ReportError, Table};

/// Words of our own around figures that were printed from 2020 to 2025.
const BRIEFING: &str = "\
一、2024年，文水开发区出让标准地7宗、37.18公顷，其中生产性服务业4宗、5.74公顷，分别占57%和15.43%。
二、2020年全省出让标准地115宗、740.07公顷；2021年出让383宗、2012.48公顷（3.02万亩），同比分别增长233%、172%。
三、2022年1—7月出让237宗、1124.62公顷，折合1.69万亩，宗数同比增长92.68%，面积同比增长54.7%。
四、某省供应工业用地24.3万亩，其中标准地12.7万亩，占52.2%。
五、新增用地152.1公顷、存量用地742.35公顷，扣除重复的15.16公顷，合计879.28公顷。
六、新登记企业81家、个体工商户59户，超八成当年开业。
";

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let path = env::args_os().nth(1);
    if path
        .as_deref()
        .is_some_and(|option| option == "--json-lines")
    {
        let file = env::args_os().nth(2).ok_or("write --json-lines FILE")?;
        let texts = fs::File::open(&file).map_err(|error| cannot_be_read(&file, &error))?;
        return lines::read(BufReader::new(texts), out);
    }
    let text = match &path {
        Some(path) => fs::read_to_string(path).map_err(|error| cannot_be_read(path, &error))?,
        None => BRIEFING.to_owned(),
    };
    let briefing = Briefing::read(&text);
    let findings = briefing.document().audit(&Reading::new())?;

    write!(out, "{}", claims(&briefing, &findings)?.render(Form::Plain))?;
    writeln!(
        out,
        "\nexplained by one mode, if nothing but the figures was rounded"
    )?;
    for mode in Mode::ALL {
        let (explained, all) = (findings.explained_by(*mode), findings.findings().len());
        writeln!(out, "  {:<15} {explained} of {all}", mode.code())?;
    }
    writeln!(out, "  all of them, as printed   {}", findings.modes())?;
    writeln!(
        out,
        "  all of them, if rounded   {}",
        findings.modes_if_rounded()
    )?;

    print_what_is_left(out, &briefing)?;
    assert!(briefing.account().balances());
    if path.is_none() {
        check(&findings);
        check_founding_case()?;
    }
    Ok(())
}

fn cannot_be_read(path: &OsStr, error: &io::Error) -> String {
    format!("{} cannot be read: {error}", path.display())
}

/// Every claim: its exact value, whether it can be, by which modes, and where
/// it stands.
fn claims(briefing: &Briefing<'_>, findings: &Findings) -> Result<Table, ReportError> {
    let headings = [
        "claim",
        "rule",
        "exact",
        "verdict",
        "modes",
        "if rounded",
        "bounds",
        "at",
        "words",
    ];
    let columns = headings.map(Column::text).to_vec();
    let mut table = Table::new(Language::English, "What is claimed", columns);
    for (passage, finding) in briefing.passages().iter().zip(findings.findings()) {
        let verdict = &finding.verdict;
        let span = passage.span();
        let outcome = if finding.within_rounding_of_terms {
            format!("{}, within rounding of its terms", verdict.outcome())
        } else {
            verdict.outcome().to_string()
        };
        let or_none = |text: Option<String>| text.map_or_else(Cell::missing, Cell::text);
        table.push(vec![
            Cell::text(passage.claim().to_string()),
            Cell::text(passage.rule().to_string()),
            or_none(verdict.value().map(|value| value.to_string())),
            Cell::text(outcome),
            Cell::text(named(verdict.modes())),
            Cell::text(named(verdict.modes_if_rounded())),
            or_none(bounds(finding)),
            Cell::text(briefing.position(span.start).to_string()),
            Cell::text(briefing.printed(span)),
        ])?;
    }
    table.note("nearest stands for half-even, half-up and half-down.");
    table.note(
        "The modes print the figure from operands as printed; those behind, from rounded ones.",
    );
    Ok(table)
}

/// Modes, with one word for the three that take the nearer neighbour.
fn named(modes: Modes) -> String {
    let rest = modes.difference(Modes::NEAREST);
    match (modes, rest) {
        (Modes::ANY, _) => "any".to_owned(),
        (_, Modes::NONE) if modes == Modes::NEAREST => "nearest".to_owned(),
        _ if rest.union(Modes::NEAREST) == modes => format!("nearest, {rest}"),
        _ => modes.to_string(),
    }
}

/// What the true value must lie in, to two places more than were printed.
fn bounds(finding: &Finding) -> Option<String> {
    let (bounds, figure) = (finding.verdict.bounds()?, finding.verdict.figure());
    let places = figure.places().saturating_add(2);
    Some(if figure.unit().is_number() {
        bounds.in_percent(places).to_string()
    } else {
        bounds.in_decimals(places).to_string()
    })
}

/// What lacks a figure, what no word relates, what is read with care.
fn print_what_is_left(out: &mut dyn Write, briefing: &Briefing<'_>) -> io::Result<()> {
    writeln!(out, "\nwhat lacks a figure")?;
    for open in briefing.open() {
        let position = briefing.position(open.span().start).to_string();
        let missing = open.missing(Modes::ANY, &Reading::new());
        writeln!(
            out,
            "{position:>6}  {} with {}, by {}: the other is in {}",
            open.figure(),
            open.known(),
            open.rule(),
            missing.map_or_else(
                || "no bounds".to_owned(),
                |bounds| bounds.in_decimals(2).to_string()
            ),
        )?;
    }
    writeln!(out, "\nwhat stands in no claim")?;
    for (figure, reason) in briefing.unrelated() {
        let position = briefing.position(figure.span().start).to_string();
        let printed = briefing.printed(figure.span());
        writeln!(
            out,
            "{position:>6}  {printed}: {reason} ({})",
            reason.name_zh()
        )?;
    }
    writeln!(out, "\nwhat is read with care")?;
    for finding in briefing.findings() {
        let position = briefing.position(finding.span.start).to_string();
        let (printed, kind) = (briefing.printed(finding.span), finding.kind);
        writeln!(out, "{position:>6}  {printed}: {kind} ({})", kind.name_zh())?;
    }
    writeln!(out, "\n{}", briefing.account())
}

/// What is known of the figures above.
fn check(findings: &Findings) {
    let outcomes = findings.with_outcome(Outcome::IfRounded);
    // The fifth sentence is off by one in the last place.
    assert_eq!(outcomes.count(), 1);
    assert_eq!(findings.with_outcome(Outcome::Impossible).count(), 0);
    // So no mode explains all if the terms were not rounded, and rounding to
    // the nearest does if they were.
    assert!(findings.modes().is_empty());
    assert_eq!(findings.modes_if_rounded(), Modes::NEAREST);
}

/// The two shares that were printed first, by themselves.
fn check_founding_case() -> Result<(), Box<dyn Error>> {
    let briefing = Briefing::read(BRIEFING.lines().next().unwrap_or_default());
    let findings = briefing.document().audit(&Reading::new())?;
    let [.., by_count, by_area] = findings.findings() else {
        return Err("two shares are claimed".into());
    };
    let cut_off = Modes::of(Mode::TowardZero).with(Mode::Floor);
    // 57 % is 4/7 to the nearest, or cut off; 15.43 % is cut off, or the areas
    // were rounded, and then nobody can tell.
    assert_eq!(by_count.verdict.modes(), Modes::NEAREST.union(cut_off));
    assert_eq!(by_area.verdict.modes(), cut_off);
    assert_eq!(by_area.verdict.modes_if_rounded(), Modes::ANY);
    // Cutting off explains both without assuming more.
    assert_eq!(findings.modes(), cut_off);
    Ok(())
}
