//! Two sides in turns: what they found, how long it took, whether that is well.

use std::fmt::{self, Display, Formatter};
use std::hint::black_box;
use std::time::Instant;

/// How many of what is measured, and how many keys.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    pub(crate) count: usize,
    pub(crate) keys: usize,
}

/// What both sides found, and how long it took them.
pub(crate) struct Race<A, B> {
    pub(crate) ours: A,
    pub(crate) theirs: B,
    pub(crate) times: Times,
}

/// Medians of a round, in nanoseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    pub(crate) ours: f64,
    pub(crate) theirs: f64,
}

impl<A, B> Race<A, B> {
    /// Runs both sides in turns; who is first changes from round to round.
    pub(crate) fn run(rounds: usize, ours: impl Fn() -> A, theirs: impl Fn() -> B) -> Self {
        let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
        let (mut found, mut found_by_them) = (ours(), theirs());
        for round in 0..rounds {
            if round % 2 == 0 {
                found = clock(&mut our_times, &ours);
                found_by_them = clock(&mut their_times, &theirs);
            } else {
                found_by_them = clock(&mut their_times, &theirs);
                found = clock(&mut our_times, &ours);
            }
        }
        Self {
            ours: found,
            theirs: found_by_them,
            times: Times {
                ours: median(our_times),
                theirs: median(their_times),
            },
        }
    }
}

/// Works once, and notes how long it took.
pub(crate) fn clock<T>(times: &mut Vec<f64>, work: impl Fn() -> T) -> T {
    let start = Instant::now();
    let found = black_box(work());
    times.push(start.elapsed().as_nanos() as f64);
    found
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    /// So many times the time of the peer, or less.
    AtMost(f64),
    /// So many times as fast as the peer, or more.
    TimesAsFast(f64),
    /// So many nanoseconds, or less.
    Nanoseconds(f64),
}

impl Goal {
    fn is_met(self, ours: f64, theirs: f64) -> bool {
        match self {
            Self::AtMost(ratio) => ours <= ratio * theirs,
            Self::TimesAsFast(ratio) => theirs >= ratio * ours,
            Self::Nanoseconds(time) => ours <= time,
        }
    }
}

impl Display for Goal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&match self {
            Self::AtMost(ratio) => format!("≤ {ratio} × the time"),
            Self::TimesAsFast(ratio) => format!("≥ {ratio} × as fast"),
            Self::Nanoseconds(time) => format!("≤ {time} ns"),
        })
    }
}

/// Prints a line per comparison, and keeps the score.
#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) goals: usize,
    pub(crate) met: usize,
}

impl Scores {
    pub(crate) fn add(
        &mut self,
        scale: Scale,
        name: &str,
        times: Times,
        goal: impl Into<Option<Goal>>,
    ) {
        let each = |time: f64| time / scale.count as f64;
        let (ours, theirs) = (each(times.ours), each(times.theirs));
        let ratio = if ours <= theirs {
            format!("{:.2} × as fast", theirs / ours)
        } else {
            format!("{:.2} × the time", ours / theirs)
        };
        let goal = goal.into();
        let met = goal.map(|goal: Goal| goal.is_met(ours, theirs));
        self.goals += usize::from(met.is_some());
        self.met += usize::from(met == Some(true));
        println!(
            "{:>8} {:>5}  {name:36} {ours:9.2} {theirs:9.2}  {ratio:15} {:>17}  {}",
            scale.count,
            scale.keys,
            goal.map_or_else(|| "–".to_owned(), |goal| goal.to_string()),
            match met {
                Some(true) => "yes",
                Some(false) => "NO",
                None => "–",
            }
        );
    }
}

/// Xorshift with 64 bits (Marsaglia, 2003): the same parcels in every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The higher half: the lower bits of xorshift are the weaker ones.
        (self.0 >> 32) % limit
    }
}
