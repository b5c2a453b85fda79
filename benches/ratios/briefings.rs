//! Reading briefings: whether the time grows with the length and nothing else.

use std::fmt::Write as _;

use standard_land::audit::Reading;
use standard_land::briefing::{Account, Briefing};

use crate::race::{Goal, Race, Random, Scale, Scores};

const LONG: usize = 1_000_000;
const SHORT: usize = 100_000;

pub(crate) fn compare(scores: &mut Scores) {
    let usual = text(LONG, "。\n");
    // One sentence: whatever looks back, looks back over all of it.
    let endless = text(LONG, "，");
    for (name, long) in [("briefing", &usual), ("one sentence", &endless)] {
        let shorts = pieces(long, SHORT);
        let long = &shorts.concat();
        let scale = Scale {
            count: long.len(),
            keys: 0,
        };
        let each = || {
            shorts
                .iter()
                .fold(0, |figures, short| figures + read(short).figures())
        };
        let race = Race::run(9, || read(long), each);
        assert!(race.ours.balances());
        assert_eq!(race.ours.figures(), race.theirs);
        let name = format!("{name} of 1 MB / ten of 100 kB");
        scores.add(scale, &name, race.times, Goal::AtMost(1.2));
    }
    let labelled = labelled(LONG);
    for (name, text) in [("made up", &usual), ("labelled texts", &labelled)] {
        let race = Race::run(9, || read(text), || look(text));
        assert!(race.ours.related() > 0 && race.theirs > 0);
        let seconds = race.times.ours / 1e9;
        let speed = text.len() as f64 / 1e6 / seconds;
        println!(
            "{:>14}  {name}: {speed:.1} MB/s, {:.2} million figures/s, {:.0} × decoding the characters",
            "",
            race.ours.figures() as f64 / 1e6 / seconds,
            race.times.ours / race.times.theirs,
        );
        let scale = Scale {
            count: text.len(),
            keys: 0,
        };
        let name = format!("{name}: a byte / its character decoded");
        scores.add(scale, &name, race.times, Goal::Nanoseconds(66.6));
    }
}

/// The labelled texts of the tests, over and over, to about so many bytes.
fn labelled(bytes: usize) -> String {
    let files = [
        include_str!("../../tests/data/briefings/briefings.jsonl"),
        include_str!("../../tests/data/briefings/long.jsonl"),
        include_str!("../../tests/data/briefings-own.jsonl"),
    ];
    let lines = files.iter().flat_map(|file| file.lines());
    let texts = lines.filter_map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(format!("{}\n", line["text"].as_str()?))
    });
    let once: String = texts.collect();
    once.repeat(bytes.div_ceil(once.len()))
}

#[inline(never)]
fn read(text: &str) -> Account {
    Briefing::read(text).audit(&Reading::new()).account()
}

/// What memory allows: every character is looked at, and nothing is done.
#[inline(never)]
fn look(text: &str) -> u32 {
    text.chars()
        .fold(0, |all, found| all.wrapping_add(u32::from(found)))
}

/// Cuts a text behind full sentences or clauses, at about so many bytes.
fn pieces(text: &str, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > size {
        let end = rest
            .char_indices()
            .find(|(at, found)| *at >= size && *found == '；')
            .map_or(rest.len(), |(at, found)| at + found.len_utf8());
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    pieces
}

/// Sentences as briefings print them, with figures from a fixed seed.
fn text(bytes: usize, end: &str) -> String {
    let mut random = Random::new();
    let mut text = String::new();
    while text.len() < bytes {
        let mut figure = |limit| 1 + random.below(limit);
        let (part, more, hundredths) = (figure(90), figure(90), figure(99));
        let whole = part + more;
        let _ = write!(
            text,
            "{}年全区出让标准地{whole}宗、{whole}{part}.{hundredths:02}公顷，其中生产性服务业{part}宗，\
             占{more}.{hundredths:02}%，其余{more}宗为工业项目；较上年的{more}宗增长{part}.{hundredths}%；",
            2000 + figure(25),
        );
        let _ = write!(
            text,
            "甲县{part}亩、乙县{more}亩，合计{whole}亩，折合{part}.{hundredths}公顷；\
             坚持亩均论英雄，落实承诺制改革，持续优化营商环境，推动项目早开工、早投产、早达效{end}",
        );
    }
    text
}
