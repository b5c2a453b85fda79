//! A briefing, read and judged: which of its figures can be true, and how.
//!
//! Reads the briefing below, or the file whose path is given, and prints a
//! table of its claims with their exact values, then what is left over.

#![expect(clippy::print_stdout, reason = "an example shows what it computes")]

use std::error::Error;
use std::fs;

use standard_land::audit::text::Briefing;
use standard_land::audit::{Outcome, Reading};
use standard_land::exact::Modes;

/// Words of our own around figures that were printed in 2020 to 2025.
const BRIEFING: &str = "\
一、2024年，文水开发区出让标准地7宗、37.18公顷，其中生产性服务业4宗、5.74公顷，分别占57%和15.43%。
二、2020年全省出让标准地115宗、740.07公顷；2021年出让383宗、2012.48公顷（3.02万亩），同比分别增长233%、172%。
三、2022年1—7月出让237宗、1124.62公顷，折合1.69万亩，宗数同比增长92.68%，面积同比增长54.7%。
四、某省供应工业用地24.3万亩，其中标准地12.7万亩，占52.2%。
五、新增用地152.1公顷、存量用地742.35公顷，扣除重复的15.16公顷，合计879.28公顷。
六、新登记企业81家、个体工商户59户，超八成当年开业。
";

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args_os().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => BRIEFING.to_owned(),
    };
    let briefing = Briefing::read(&text);
    let reading = Reading::new();

    println!("claims");
    let document = briefing.document();
    let findings = document.audit(&reading)?;
    for (passage, verdict) in briefing.passages().iter().zip(findings.verdicts()) {
        println!(
            "  {:>6}  {:<10}  {}",
            briefing.position(passage.span().start).to_string(),
            passage.rule(),
            passage.claim(),
        );
        println!(
            "          {} ({}); modes: {}",
            verdict.outcome(),
            verdict.outcome().name_zh(),
            verdict.modes(),
        );
        if let Some(value) = verdict.value() {
            println!("          exactly {value}");
        }
        if verdict.outcome() != Outcome::Consistent
            && let Some(bounds) = verdict.bounds()
        {
            println!("          if the operands were rounded: {bounds}");
        }
        println!("          {:?}", briefing.printed(passage.span()));
    }
    println!(
        "\none mode for all, the operands exact:   {}",
        findings.modes()
    );
    println!(
        "one mode for all, the operands rounded: {}",
        findings.modes_if_rounded()
    );

    println!("\nclaims that lack a figure");
    for open in briefing.open() {
        let missing = open.missing(Modes::ANY, &reading);
        println!(
            "  {:>6}  {:<10}  {} with {}: the other figure is in {}",
            briefing.position(open.span().start).to_string(),
            open.rule(),
            open.figure(),
            open.known(),
            missing.map_or_else(|| "no bounds".to_owned(), |bounds| bounds.to_string()),
        );
    }
    println!("\nfigures in no claim");
    for (figure, reason) in briefing.unrelated() {
        println!(
            "  {:>6}  {}: {reason} ({})",
            briefing.position(figure.span().start).to_string(),
            briefing.printed(figure.span()),
            reason.name_zh(),
        );
    }
    println!("\nread with care");
    for finding in briefing.findings() {
        println!(
            "  {:>6}  {}: {} ({})",
            briefing.position(finding.span.start).to_string(),
            briefing.printed(finding.span),
            finding.kind,
            finding.kind.name_zh(),
        );
    }
    let account = briefing.account();
    println!("\n{account}");
    assert!(account.balances());
    Ok(())
}
