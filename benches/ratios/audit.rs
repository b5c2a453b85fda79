//! Printed shares audited, and the same checks written with big rationals.

use std::hint::black_box;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use standard_land::Error;
use standard_land::audit::{Claim, ClaimError, PrintedUnit, Published, Reading, Relation};
use standard_land::exact::{Mode, Modes};

use crate::race::{Goal, Race, Random, Scale, Scores, Times};

/// How many claims are audited.
const CLAIMS: usize = 100_000;

/// Of how many the big rationals are asked; they are slow.
const ASKED: usize = 2_000;

/// A share as it was printed: part, whole and percentage in hundredths.
#[derive(Debug, Clone, Copy)]
struct Printed {
    part: i64,
    whole: i64,
    figure: i64,
}

/// What is asked of a claim: as printed, by one mode, by any mode.
type Answer = (Modes, Modes, Modes);

/// Shares of areas, printed truncated, rounded, or off.
pub(crate) fn compare(scores: &mut Scores) -> Result<(), Error> {
    let mut random = Random::new();
    let printed: Vec<_> = (0..CLAIMS).map(|_| share(&mut random)).collect();
    let hectares: PrintedUnit = "公顷".parse()?;
    let claims = printed
        .iter()
        .map(|printed| {
            let share = Relation::Share {
                part: Published::new(printed.part, 2, hectares)?,
                whole: Published::new(printed.whole, 2, hectares)?,
            };
            let figure = Published::new(printed.figure, 2, PrintedUnit::Percent)?;
            Ok(Claim::new(figure, share)?)
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let reading = Reading::new();

    for (claim, printed) in claims.iter().zip(&printed).take(ASKED) {
        let ours = ours(claim, &reading)?;
        assert_eq!(ours, theirs(*printed), "a verdict differs: {claim}");
    }
    let race = Race::run(
        9,
        || {
            claims.iter().take(ASKED).try_for_each(|claim| {
                black_box(ours(claim, &reading)?);
                Ok::<_, ClaimError>(())
            })
        },
        || {
            for printed in printed.iter().take(ASKED) {
                black_box(theirs(*printed));
            }
        },
    );
    race.ours?;
    let scale = |count| Scale { count, keys: 0 };
    let goal = Goal::TimesAsFast(10.0);
    scores.add(scale(ASKED), "audit / BigRational", race.times, goal);

    // All of them, so that nothing is learnt by heart; theirs is scaled up.
    let all = || {
        claims.iter().try_for_each(|claim| {
            black_box(ours(claim, &reading)?);
            Ok::<_, ClaimError>(())
        })
    };
    let theirs = race.times.theirs * (CLAIMS / ASKED) as f64;
    let race = Race::run(9, all, || ());
    race.ours?;
    let ours = race.times.ours;
    let goal = Goal::Nanoseconds(1000.0);
    scores.add(scale(CLAIMS), "audit", Times { ours, theirs }, goal);
    Ok(())
}

/// A part of up to a tenth of 400 ha, and its share: every third one is off.
fn share(random: &mut Random) -> Printed {
    let whole = 100 + i64::try_from(random.below(40_000)).unwrap_or(0);
    let part = 1 + i64::try_from(random.below(4_000))
        .unwrap_or(0)
        .min(whole - 1);
    let floor = part * 10_000 / whole;
    let figure = floor + i64::try_from(random.below(3)).unwrap_or(0);
    Printed {
        part,
        whole,
        figure,
    }
}

fn ours(claim: &Claim, reading: &Reading) -> Result<Answer, ClaimError> {
    let verdict = claim.audit(reading)?;
    Ok((
        verdict.modes(),
        verdict.modes_if_rounded(),
        verdict.modes_if_any(),
    ))
}

/// An interval of big rationals; whether its ends belong to it.
struct Interval {
    low: (BigRational, bool),
    high: (BigRational, bool),
}

/// What a mode prints as a number that is above zero or zero, in hundredths of
/// a unit.
fn undone(digits: i64, unit: i64, mode: Mode) -> Interval {
    let end = |halves: i64| BigRational::new((2 * digits + halves).into(), (2 * unit).into());
    let even = digits % 2 == 0;
    let (low, low_closed, high, high_closed) = match mode {
        Mode::HalfEven => (-1, even, 1, even),
        Mode::HalfUp => (-1, digits > 0, 1, false),
        Mode::HalfDown => (-1, digits == 0, 1, true),
        Mode::TowardZero if digits == 0 => (-2, false, 2, false),
        Mode::AwayFromZero if digits == 0 => (0, true, 0, true),
        Mode::TowardZero | Mode::Floor => (0, true, 2, false),
        Mode::AwayFromZero | Mode::Ceiling => (-2, false, 0, true),
    };
    let low = end(low);
    let below = low < BigRational::zero();
    Interval {
        low: if below {
            (BigRational::zero(), true)
        } else {
            (low, low_closed)
        },
        high: (end(high), high_closed),
    }
}

/// Whether the two have a value in common.
fn meet(a: &Interval, b: &Interval) -> bool {
    let before = |low: &(BigRational, bool), high: &(BigRational, bool)| {
        low.0 < high.0 || (low.0 == high.0 && low.1 && high.1)
    };
    before(&a.low, &b.high) && before(&b.low, &a.high)
}

/// The shares that a part can be of a whole, where it is inside it.
fn quotient(part: &Interval, whole: &Interval) -> Interval {
    let one = BigRational::from(BigInt::from(1));
    let low = (&part.low.0 / &whole.high.0, part.low.1 && whole.high.1);
    let high = (&part.high.0 / &whole.low.0, part.high.1 && whole.low.1);
    let high = if high.0 > one { (one, true) } else { high };
    Interval { low, high }
}

/// One interval over those of all modes.
fn by_any(digits: i64, unit: i64) -> Interval {
    let mut low = undone(digits, unit, Mode::Ceiling).low;
    if digits == 0 {
        low = (BigRational::zero(), true);
    }
    Interval {
        low,
        high: undone(digits, unit, Mode::Floor).high,
    }
}

fn theirs(printed: Printed) -> Answer {
    let exact = |digits: i64| {
        let value = BigRational::new(digits.into(), 100.into());
        Interval {
            low: (value.clone(), true),
            high: (value, true),
        }
    };
    let figures = Mode::ALL
        .iter()
        .map(|mode| (*mode, undone(printed.figure, 10_000, *mode)));
    let figures: Vec<_> = figures.collect();
    let that_meet = |share: &Interval| -> Modes {
        let fits = figures.iter().filter(|(_, figure)| meet(share, figure));
        fits.map(|(mode, _)| *mode).collect()
    };
    let as_printed = that_meet(&quotient(&exact(printed.part), &exact(printed.whole)));
    let rounded = figures
        .iter()
        .filter(|(mode, figure)| {
            let part = undone(printed.part, 100, *mode);
            let whole = undone(printed.whole, 100, *mode);
            meet(&quotient(&part, &whole), figure)
        })
        .map(|(mode, _)| *mode)
        .collect();
    let any = quotient(&by_any(printed.part, 100), &by_any(printed.whole, 100));
    (as_printed, rounded, that_meet(&any))
}
