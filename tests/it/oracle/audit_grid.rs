//! Parts tied to their wholes, against all values of a grid: every half unit,
//! and a little beside of it, in plain integers.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small integers cannot overflow 64 bits"
)]

use std::cmp::Ordering;
use std::ops::Bound::{Excluded, Included, Unbounded};

use standard_land::Ratio;
use standard_land::audit::{Claim, Published, Reading, Verdict};
use standard_land::exact::{Bounds, Mode, Modes};

use crate::given::parse;

/// One unit; a half is even, and one part in it is a little.
const UNIT: i64 = 2_000_000;

/// Rounds `part / whole` (both not negative) to a whole number.
fn rounded(part: i64, whole: i64, mode: Mode) -> i64 {
    let (floor, rest) = (part / whole, part % whole);
    let up = match (2 * rest).cmp(&whole) {
        _ if rest == 0 => false,
        _ if matches!(mode, Mode::Floor | Mode::TowardZero) => false,
        _ if matches!(mode, Mode::Ceiling | Mode::AwayFromZero) => true,
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => mode == Mode::HalfUp || (mode == Mode::HalfEven && floor % 2 == 1),
    };
    floor + i64::from(up)
}

/// All values of the grid that one of the modes prints as this number.
fn grid(printed: i64, modes: &[Mode]) -> Vec<i64> {
    let halves = 2 * printed - 2..=2 * printed + 2;
    halves
        .flat_map(|half| (-2..=2).map(move |beside| half * UNIT / 2 + beside))
        .filter(|value| {
            *value >= 0
                && modes
                    .iter()
                    .any(|mode| rounded(*value, UNIT, *mode) == printed)
        })
        .collect()
}

/// The least and the greatest share, as part and whole.
type Ends = Option<((i64, i64), (i64, i64))>;

fn extremes(shares: impl Iterator<Item = (i64, i64)>) -> Ends {
    let less = |a: (i64, i64), b: (i64, i64)| {
        i128::from(a.0) * i128::from(b.1) < i128::from(b.0) * i128::from(a.1)
    };
    shares.fold(None, |ends, share| {
        Some(match ends {
            None => (share, share),
            Some((low, high)) => (
                if less(share, low) { share } else { low },
                if less(high, share) { share } else { high },
            ),
        })
    })
}

fn prints(figure: i64, ends: Ends, mode: Mode) -> bool {
    ends.is_some_and(|(low, high)| {
        let is_print = |(part, whole): (i64, i64)| rounded(100 * part, whole, mode) == figure;
        is_print(low)
            || is_print(high)
            || (100 * low.0 <= figure * low.1 && figure * high.1 <= 100 * high.0)
    })
}

fn modes_that(test: impl Fn(Mode) -> bool) -> Modes {
    Mode::ALL
        .iter()
        .copied()
        .filter(|mode| test(*mode))
        .collect()
}

/// The bounds are as tight as the grid can tell.
fn tight(bounds: Option<Bounds>, ends: Ends) -> bool {
    let (Some(bounds), Some((low, high))) = (bounds, ends) else {
        return bounds.is_none() && ends.is_none();
    };
    let share =
        |(part, whole)| Ratio::share(u64::try_from(part).unwrap(), u64::try_from(whole).unwrap());
    let (low, high) = (share(low).unwrap(), share(high).unwrap());
    let little = Ratio::new(1, 100_000).unwrap();
    let low_is = match bounds.low() {
        Included(end) => end == low,
        Excluded(end) => end < low && low.checked_sub(end).unwrap() < little,
        Unbounded => false,
    };
    let high_is = match bounds.high() {
        Included(end) => end == high,
        Excluded(end) => end > high && end.checked_sub(high).unwrap() < little,
        Unbounded => false,
    };
    low_is && high_is
}

fn check(claim: &str, figure: i64, found: impl Fn(&[Mode]) -> Ends) -> Verdict {
    let verdict = parse::<Claim>(claim).audit(&Reading::new()).unwrap();
    let rounded = modes_that(|mode| prints(figure, found(&[mode]), mode));
    assert_eq!(
        verdict.modes_if_rounded(),
        rounded,
        "{claim} by one mode: {verdict}"
    );
    let any = found(Mode::ALL);
    let mixed = modes_that(|mode| prints(figure, any, mode));
    assert_eq!(verdict.modes_if_any(), mixed, "{claim} by any: {verdict}");
    assert!(
        tight(verdict.bounds(), any),
        "{claim}: {:?} {any:?}",
        verdict.bounds()
    );
    verdict
}

/// Figures around the share that is printed, and the extremes.
fn figures(part: i64, whole: i64) -> impl Iterator<Item = i64> {
    let near = 100 * part / whole;
    (near - 2..=near + 2)
        .filter(|near| *near >= 0)
        .chain([0, 50, 99, 100, 101])
}

#[test]
fn shares_of_a_whole_are_those_of_the_grid() {
    for part in 0..=4 {
        for whole in 1..=4 {
            for figure in figures(part, whole) {
                let claim = format!("{figure}% = {part}亩 of {whole}亩");
                let found = |modes: &[Mode]| {
                    let parts = grid(part, modes);
                    extremes(grid(whole, modes).into_iter().flat_map(|whole| {
                        let parts = parts.iter().copied().chain([whole].into_iter().filter(|_| {
                            modes.iter().any(|mode| rounded(whole, UNIT, *mode) == part)
                        }));
                        let inside = parts.filter(move |part| *part <= whole && whole > 0);
                        inside.map(move |part| (part, whole)).collect::<Vec<_>>()
                    }))
                };
                let verdict = check(&claim, figure, found);
                if part > whole {
                    assert!(verdict.modes().is_empty(), "{claim}");
                }
            }
        }
    }
}

/// Shares of a list that is printed with its total, or without.
fn lists(part: i64, rest: i64, whole: Option<i64>) {
    for figure in figures(part, whole.unwrap_or(part + rest)) {
        let of = whole.map_or_else(String::new, |whole| format!(" of {whole}亩"));
        let claim = format!("{figure}% = {part}亩{of} with {rest}亩");
        let found = |modes: &[Mode]| {
            let (mut parts, mut rests) = (grid(part, modes), grid(rest, modes));
            let is_whole = |sum: i64| {
                sum > 0
                    && whole.is_none_or(|whole| {
                        modes.iter().any(|mode| rounded(sum, UNIT, *mode) == whole)
                    })
            };
            // Where the sum just reaches an end of the whole.
            if let Some(whole) = whole {
                let (from, to) = (parts.clone(), rests.clone());
                for whole in grid(whole, modes) {
                    parts.extend(to.iter().map(|rest| whole - rest));
                    rests.extend(from.iter().map(|part| whole - part));
                }
                for (column, printed) in [(&mut parts, part), (&mut rests, rest)] {
                    column.sort_unstable();
                    column.dedup();
                    column.retain(|value| {
                        let fits = |mode: &Mode| rounded(*value, UNIT, *mode) == printed;
                        *value >= 0 && modes.iter().any(fits)
                    });
                }
            }
            extremes(parts.iter().flat_map(|part| {
                let sums = rests.iter().map(move |rest| (*part, part + rest));
                sums.filter(|(_, sum)| is_whole(*sum)).collect::<Vec<_>>()
            }))
        };
        let verdict = check(&claim, figure, found);
        if whole.is_some_and(|whole| whole != part + rest) {
            assert!(verdict.modes().is_empty(), "{claim}");
        }
    }
}

#[test]
fn shares_of_a_list_are_those_of_the_grid() {
    for part in 0..=3 {
        for rest in 0..=3 {
            if part + rest > 0 {
                lists(part, rest, None);
            }
        }
    }
}

#[test]
fn shares_of_a_list_in_its_total_are_those_of_the_grid() {
    for (part, rest) in [(0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (0, 3), (3, 0)] {
        for whole in 1..=part + rest + 3 {
            lists(part, rest, Some(whole));
        }
    }
}

#[test]
fn no_more_digits_never_widen_what_a_number_can_be() {
    for text in ["1", "-1", "0", "12", "-30"] {
        for digit in 0..10 {
            let coarse: Published = parse(&format!("{text}万元"));
            let fine: Published = parse(&format!("{text}.{digit}万元").replace("-0.", "0."));
            let width = |printed: Published, mode: Mode| {
                let bounds = printed.bounds(Modes::of(mode), &Reading::new()).unwrap();
                let ends = (bounds.high(), bounds.low());
                let (Included(high) | Excluded(high), Included(low) | Excluded(low)) = ends else {
                    panic!("{printed} has no end");
                };
                high.checked_sub(low).unwrap()
            };
            for mode in Mode::ALL {
                // Away from zero prints nothing else as zero.
                if *mode != Mode::AwayFromZero || text != "0" {
                    assert!(width(fine, *mode) < width(coarse, *mode), "{fine} {mode}");
                }
            }
        }
    }
}
