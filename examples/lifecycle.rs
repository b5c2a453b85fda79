//! The life of standard-land parcels, and what an office sees on one day.
//!
//! Reads `data/lifecycle-illustrative.json` (nothing in it is real) through
//! the rules of the library. One parcel is confirmed in production; one misses
//! its tax by a hair; one was never started and is taken back; one stands
//! still and may be declared idle; one cannot be offered yet.

mod common;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use standard_land::allocation::Milestone;
use standard_land::commitment::{Acceptance, Assessment, Commitment, Overall, Promise};
use standard_land::jiff::civil::{Date, date};
use standard_land::oversight::{
    Excuse, IdleMeasure, IdleRules, IdleStatus, PartOf, ProblemList, ProblemState, Standing, Works,
};
use standard_land::parcel::{
    Connections, Entry, Evidence, Life, LifeError, LifeStep, ParcelId, Requirements, Stage,
    StartOnGrant,
};
use standard_land::quantity::MoneyUnit;
use standard_land::source::DocumentId;
use standard_land::standard::{CoreIndicator, Performance};
use standard_land::{Area, Money, Register, Rounding};

/// The data file.
#[derive(serde::Deserialize)]
struct Zone {
    source: String,
    today: String,
    right_after: u16,
    register: Register,
    lives: Vec<Life>,
    required: Requirements,
    evidence: Vec<Evidence>,
    agreements: Vec<Agreement>,
    standstill: Vec<Standstill>,
    problems: ProblemList,
}

/// What was promised for a parcel, what was built, what a year brought in.
#[derive(serde::Deserialize)]
struct Agreement {
    parcel: ParcelId,
    enterprise: standard_land::enterprise::EnterpriseId,
    promises: Vec<(CoreIndicator, String)>,
    built: Performance,
    year: Performance,
}

/// What inspectors found where nobody builds.
#[derive(serde::Deserialize)]
struct Standstill {
    parcel: ParcelId,
    stopped: Option<String>,
    developed: Option<PartOf<Area>>,
    invested: Option<PartOf<Money>>,
    excuses: Vec<Excuse>,
}

impl Agreement {
    fn commitment(&self) -> Result<Commitment, standard_land::Error> {
        let mut commitment = Commitment::new(self.parcel.clone(), self.enterprise.clone());
        for (indicator, demand) in &self.promises {
            commitment = commitment.with_promise(Promise::usual(*indicator, demand)?)?;
        }
        Ok(commitment)
    }
}

fn main() -> ExitCode {
    common::run(show)
}

fn show(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let zone: Zone = serde_json::from_str(include_str!("../data/lifecycle-illustrative.json"))?;
    let today: Date = zone.today.parse()?;
    writeln!(out, "{}\n", zone.source)?;
    let mut lives: BTreeMap<ParcelId, Life> = zone
        .lives
        .into_iter()
        .map(|life| (life.parcel().clone(), life))
        .collect();

    // The lives tell the register when milestones were reached; agreed dates
    // it holds already.
    let mut register = zone.register;
    for life in lives.values() {
        record(&mut register, life)?;
    }

    writeln!(out, "As of {today}")?;
    for life in lives.values() {
        print_life(out, life, zone.right_after, today)?;
    }

    writeln!(out, "\nBefore an offer: what 示例-05 lacks")?;
    let required = zone
        .required
        .and(Requirements::connected(Connections::Three));
    print_lacks(out, &required, &zone.evidence, today)?;
    let early = life(&mut lives, "示例-05")?.record(entry(LifeStep::Announce, today, "公告05")?);
    assert!(
        matches!(&early, Err(LifeError::NotAllowed { allowed, .. }) if **allowed == [LifeStep::Assess])
    );
    if let Err(refused) = early {
        writeln!(out, "  refused: {refused}")?;
    }

    writeln!(out, "\nPromises")?;
    for agreement in &zone.agreements {
        let step = review(out, agreement)?;
        let document = format!("复核 {} {today}", agreement.parcel);
        let life = lives.get_mut(&agreement.parcel).ok_or("no such parcel")?;
        life.record(entry(step, today, &document)?)?;
        writeln!(out, "  {life}")?;
    }

    writeln!(out, "\nLate and idle")?;
    let mut statuses: BTreeMap<ParcelId, IdleStatus> = BTreeMap::new();
    for found in &zone.standstill {
        let works = works(&register, found)?;
        statuses.insert(
            found.parcel.clone(),
            idle(out, &found.parcel, &works, today)?,
        );
    }
    // Two years, excused days left out: the land goes back, and is prepared
    // for a new offer.
    let taken_back = life(&mut lives, "示例-03")?;
    let status = statuses.get(taken_back.parcel()).ok_or("not inspected")?;
    assert_eq!(status.take_back, Some(date(2026, 5, 12)));
    taken_back.record(entry(LifeStep::TakeBack, today, "收回决定03")?)?;
    record(&mut register, taken_back)?;
    taken_back.record(entry(LifeStep::ReOffer, today, "收储03")?)?;

    writeln!(out, "\nProblems")?;
    print_problems(out, &zone.problems, today)?;

    writeln!(out, "\nAt the end of the day")?;
    for life in lives.values() {
        writeln!(out, "  {life} ({})", life.stage().name_zh())?;
    }
    check(&lives, &statuses, &register, &zone.problems, today)
}

/// What was printed, asserted.
fn check(
    lives: &BTreeMap<ParcelId, Life>,
    statuses: &BTreeMap<ParcelId, IdleStatus>,
    register: &Register,
    problems: &ProblemList,
    today: Date,
) -> Result<(), Box<dyn Error>> {
    let stages: Vec<Stage> = lives.values().map(Life::stage).collect();
    assert_eq!(
        stages,
        [
            Stage::Confirmed,
            Stage::Rectifying,
            Stage::Preparing,
            Stage::Started,
            Stage::Preparing,
        ]
    );
    // 41 days were excused, not 53: two excuses share twelve.
    let [idle, stopped] = ["示例-03", "示例-04"].map(|id| {
        let status = statuses.iter().find(|(parcel, _)| parcel.as_str() == id);
        status.map(|(_, status)| status)
    });
    let idle = idle.ok_or("示例-03 was inspected")?;
    let since = date(2025, 5, 12);
    assert_eq!(idle.standing, Standing::Idle { since });
    let fee = idle.fee.ok_or("the fee is due")?;
    let wan_yuan = fee.amount(MoneyUnit::TenThousandYuan)?;
    assert_eq!(wan_yuan, Some("120/1".parse()?));
    // A third is developed, but a fen is missing to a quarter of the
    // investment; and the year is full today. It may be declared idle: that is
    // for someone to decide, and the stage has not changed.
    let may_be_declared = Standing::MayBeDeclaredIdle {
        since: today,
        short: IdleMeasure::Investment,
    };
    assert_eq!(stopped.map(|it| it.standing), Some(may_be_declared));
    // The parcel that went back is free, and its history is all there.
    let back = lives.get("示例-03").ok_or("no such parcel")?;
    assert_eq!(register.holder(back.parcel()), None);
    assert_eq!(back.as_of(date(2026, 6, 29)).stage(), Stage::Delivered);
    assert_eq!((back.round().len(), back.entries().len()), (1, 11));
    let counts = problems.counts_on(today);
    assert_eq!((counts.open, counts.overdue, counts.closed), (2, 1, 1));
    assert_eq!(counts.total(), 4);
    let overdue = problems
        .iter()
        .find(|it| it.state_on(today) == ProblemState::Overdue);
    assert_eq!(overdue.map(|it| it.id().as_str()), Some("2026-01"));
    // Every life replays from what it prints as.
    let text = serde_json::to_string(back)?;
    assert_eq!(serde_json::from_str::<Life>(&text)?, *back);
    Ok(())
}

fn entry(step: LifeStep, day: Date, document: &str) -> Result<Entry, standard_land::Error> {
    Ok(Entry::new(step, day, document.parse::<DocumentId>()?))
}

fn life<'a>(
    lives: &'a mut BTreeMap<ParcelId, Life>,
    parcel: &str,
) -> Result<&'a mut Life, Box<dyn Error>> {
    let id: ParcelId = parcel.parse()?;
    Ok(lives.get_mut(&id).ok_or("no such parcel")?)
}

/// Records what a life has reached and the register does not hold yet.
fn record(register: &mut Register, life: &Life) -> Result<(), standard_land::Error> {
    let Some(allocation) = register.holder(life.parcel()) else {
        return Ok(());
    };
    let (id, known) = (allocation.id().clone(), *allocation.dates());
    for entry in life.round() {
        if let Some(milestone) = Milestone::reached_by(entry.step())
            && known.get(milestone).is_none()
        {
            register.record(&id, milestone, entry.date())?;
        }
    }
    Ok(())
}

/// The works on a parcel: dates and price from the register, the rest from
/// the inspection.
fn works(register: &Register, found: &Standstill) -> Result<Works, Box<dyn Error>> {
    let allocation = register.holder(&found.parcel).ok_or("nobody holds it")?;
    let mut works = Works::of(allocation);
    if let Some(day) = &found.stopped {
        works = works.with_stop(day.parse()?)?;
    }
    if let Some(developed) = found.developed {
        works = works.with_developed(developed)?;
    }
    if let Some(invested) = found.invested {
        works = works.with_invested(invested)?;
    }
    Ok(found
        .excuses
        .iter()
        .cloned()
        .fold(works, Works::with_excuse))
}

/// What the agreement promised, what became of it, and the step it leads to.
fn review(out: &mut dyn Write, agreement: &Agreement) -> Result<LifeStep, Box<dyn Error>> {
    let commitment = agreement.commitment()?;
    let built = commitment.assess(Acceptance::Completion, &agreement.built);
    let year = commitment.assess(Acceptance::Production, &agreement.year);
    print_assessment(out, &built)?;
    print_assessment(out, &year)?;
    assert_eq!(built.overall(), Overall::Passed);
    Ok(match year.overall() {
        Overall::Passed => LifeStep::Confirm,
        _ => LifeStep::Rectify,
    })
}

/// What the rules of 2012 say of works today.
fn idle(
    out: &mut dyn Write,
    parcel: &ParcelId,
    works: &Works,
    today: Date,
) -> Result<IdleStatus, Box<dyn Error>> {
    for overdue in works.overdue_on(today) {
        let (milestone, agreed, days) = (overdue.milestone, overdue.agreed, overdue.days);
        writeln!(
            out,
            "  {parcel}: {milestone} was due on {agreed}, {days} days that count"
        )?;
    }
    let status = IdleRules::of_2012().judge(works, today);
    writeln!(out, "  {parcel}: {status}")?;
    if let Some(fee) = status.fee {
        let wan_yuan = fee
            .amount(MoneyUnit::TenThousandYuan)?
            .ok_or("no price is known")?;
        writeln!(
            out,
            "    a fee of {} wan yuan",
            wan_yuan.round(Rounding::half_up(4))?
        )?;
    }
    Ok(status)
}

fn print_lacks(
    out: &mut dyn Write,
    required: &Requirements,
    evidence: &[Evidence],
    today: Date,
) -> io::Result<()> {
    let lacks = required.lacks(evidence, today);
    let lines: Vec<String> = lacks.iter().map(ToString::to_string).collect();
    for line in &lines {
        writeln!(out, "  {line}")?;
    }
    assert_eq!(
        lines,
        [
            "地质灾害危险性评估: expired, last valid on 2026-06-29",
            "节能评价: not valid before 2026-07-01",
            "通电: missing",
        ]
    );
    Ok(())
}

fn print_problems(out: &mut dyn Write, problems: &ProblemList, today: Date) -> io::Result<()> {
    for problem in problems {
        let state = problem.state_on(today).to_string();
        let (team, due) = (problem.team_on(today), problem.due_on(today));
        writeln!(out, "  {state:<8} {problem}, {team}, due {due}")?;
    }
    for (team, counts) in problems.counts_by_team_on(today) {
        writeln!(
            out,
            "  {team}: {} open, {} overdue, {} closed",
            counts.open, counts.overdue, counts.closed
        )?;
    }
    Ok(())
}

fn print_life(out: &mut dyn Write, life: &Life, right_after: u16, today: Date) -> io::Result<()> {
    let on_grant = life
        .start_on_grant(right_after, today)
        .map_or("", StartOnGrant::name_zh);
    let next: Vec<String> = life.allowed().map(|step| step.to_string()).collect();
    writeln!(out, "  {life}  {on_grant}")?;
    writeln!(out, "    next: {}", next.join(", "))
}

fn print_assessment(out: &mut dyn Write, assessment: &Assessment) -> Result<(), Box<dyn Error>> {
    writeln!(out, "  {assessment}")?;
    for judgement in assessment.judgements() {
        writeln!(out, "    {judgement}")?;
        // The full value is compared: here rounding would hide the miss.
        if let (Some(_), Ok(measured)) = (judgement.shortfall(), judgement.measured()) {
            let rounded = measured.value().round(Rounding::half_up(2))?;
            writeln!(out, "      rounded to two places it would read {rounded}")?;
        }
    }
    Ok(())
}
