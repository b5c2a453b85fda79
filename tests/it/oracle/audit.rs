//! Verdicts against naive big rationals: every operand is tried at, and just
//! beside, every value where a mode could change its mind.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers and rationals cannot overflow"
)]

use std::ops::Bound::{Excluded, Included, Unbounded};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use proptest::sample::select;
use standard_land::audit::{Claim, Published, Reading, Verdict};
use standard_land::exact::{Bounds, Mode, Modes, Rounding};

use super::ratio::{exact, fraction, rounded};
use crate::given::parse;

/// A printed number: digits, places, unit.
#[derive(Debug, Clone)]
struct Printed {
    digits: i64,
    places: u8,
    unit: &'static str,
}

impl Printed {
    fn text(&self) -> String {
        let unit = parse(self.unit);
        Published::new(self.digits, self.places, unit)
            .unwrap()
            .to_string()
    }

    fn step(&self) -> BigRational {
        let worth = if self.unit == "%" { 100 } else { 1 };
        fraction(1, BigInt::from(10).pow(self.places.into()) * worth)
    }

    fn value(&self) -> BigRational {
        self.step() * fraction(self.digits, 1)
    }

    /// Whether the mode prints a value as this number.
    fn is_print_of(&self, value: &BigRational, mode: Mode) -> bool {
        let steps = value / self.step();
        rounded(&steps, Rounding::new(0, mode)) == fraction(self.digits, 1)
    }

    /// Values that one of the modes prints as this number: where the reach of
    /// a mode ends, and just beside.
    fn values(&self, modes: &[Mode]) -> Vec<BigRational> {
        let mut values = Vec::new();
        for half_steps in -2..=2 {
            for beside in -1..=1 {
                let value = self.value()
                    + self.step() * fraction(half_steps, 2)
                    + epsilon() * fraction(beside, 1);
                let is_amount = self.unit != "亩" || !value.is_negative();
                if is_amount && modes.iter().any(|mode| self.is_print_of(&value, *mode)) {
                    values.push(value);
                }
            }
        }
        values
    }
}

/// So little that no end of any interval here is as near to another.
fn epsilon() -> BigRational {
    fraction(1, BigInt::from(10).pow(30))
}

type Value<'a> = dyn Fn(&[BigRational]) -> Option<BigRational> + 'a;

/// The least and the greatest value of all combinations.
fn extremes(columns: &[Vec<BigRational>], value: &Value<'_>) -> Option<(BigRational, BigRational)> {
    let mut ends: Option<(BigRational, BigRational)> = None;
    let mut chosen = vec![0; columns.len()];
    if columns.iter().any(Vec::is_empty) {
        return None;
    }
    loop {
        let operands: Vec<_> = columns
            .iter()
            .zip(&chosen)
            .map(|(column, index): (_, &usize)| column[*index].clone())
            .collect();
        if let Some(value) = value(&operands) {
            ends = Some(match ends {
                None => (value.clone(), value),
                Some((low, high)) => (low.min(value.clone()), high.max(value)),
            });
        }
        let mut place = 0;
        loop {
            if place == chosen.len() {
                return ends;
            }
            chosen[place] += 1;
            if chosen[place] < columns[place].len() {
                break;
            }
            chosen[place] = 0;
            place += 1;
        }
    }
}

/// Whether a mode prints some value between the two as the figure.
fn prints(figure: &Printed, ends: Option<&(BigRational, BigRational)>, mode: Mode) -> bool {
    ends.is_some_and(|(low, high)| {
        let figure_value = figure.value();
        (*low <= figure_value && figure_value <= *high)
            || figure.is_print_of(low, mode)
            || figure.is_print_of(high, mode)
    })
}

fn modes_that(test: impl Fn(Mode) -> bool) -> Modes {
    Mode::ALL
        .iter()
        .copied()
        .filter(|mode| test(*mode))
        .collect()
}

fn audit(claim: &str) -> Verdict {
    parse::<Claim>(claim).audit(&Reading::new()).unwrap()
}

/// The ends of the bounds are those found: reached where they are, and
/// approached where not.
fn same_ends(bounds: Option<Bounds>, found: Option<(BigRational, BigRational)>) -> bool {
    let (Some(bounds), Some((low, high))) = (bounds, found) else {
        return false;
    };
    let near =
        |a: &BigRational, b: &BigRational| (a - b).abs() < fraction(1, BigInt::from(10).pow(18));
    let low_agrees = match bounds.low() {
        Included(end) => exact(end) == low,
        Excluded(end) => exact(end) < low && near(&exact(end), &low),
        Unbounded => false,
    };
    let high_agrees = match bounds.high() {
        Included(end) => exact(end) == high,
        Excluded(end) => exact(end) > high && near(&exact(end), &high),
        Unbounded => false,
    };
    low_agrees && high_agrees
}

/// Compares a verdict with the naive one.
///
/// `value` is that of the operands as they are given, `None` where they do not
/// fit together; `more` adds candidates that lie where they just do.
fn agrees(
    claim: &str,
    figure: &Printed,
    operands: &[Printed],
    value: &Value<'_>,
    more: impl Fn(Vec<Vec<BigRational>>) -> Vec<Vec<BigRational>>,
    may_be: impl Fn(usize, &BigRational, &[Mode]) -> bool,
) {
    let verdict = audit(claim);
    let printed: Vec<_> = operands.iter().map(|it| vec![it.value()]).collect();
    let as_printed = extremes(&printed, value);
    let modes = modes_that(|mode| prints(figure, as_printed.as_ref(), mode));
    assert_eq!(verdict.modes(), modes, "{claim} as printed: {verdict}");

    let found = |modes: &[Mode]| {
        let columns = operands.iter().map(|it| it.values(modes)).collect();
        let columns: Vec<Vec<_>> = more(columns)
            .into_iter()
            .enumerate()
            .map(|(index, column)| {
                let fits = |value: &BigRational| may_be(index, value, modes);
                column.into_iter().filter(fits).collect()
            })
            .collect();
        extremes(&columns, value)
    };
    let rounded = modes_that(|mode| prints(figure, found(&[mode]).as_ref(), mode));
    assert_eq!(
        verdict.modes_if_rounded(),
        rounded,
        "{claim} rounded: {verdict}"
    );

    let any = found(Mode::ALL);
    let mixed = modes_that(|mode| prints(figure, any.as_ref(), mode));
    assert_eq!(verdict.modes_if_any(), mixed, "{claim} mixed: {verdict}");
    if any.is_none() {
        assert_eq!(verdict.bounds(), None, "{claim}: {verdict}");
    } else {
        let ends = same_ends(verdict.bounds(), any.clone());
        assert!(ends, "{claim}: {:?} and not {any:?}", verdict.bounds());
    }
}

/// Operands that need not fit together, and a value that rises or falls with
/// each of them: the least and the greatest of each are enough.
fn agrees_freely(claim: &str, figure: &Printed, operands: &[Printed], value: &Value<'_>) {
    let ends = |columns: Vec<Vec<BigRational>>| {
        let ends = columns.into_iter().map(|column| {
            let low = column.iter().min().cloned();
            low.into_iter().chain(column.into_iter().max()).collect()
        });
        ends.collect()
    };
    agrees(claim, figure, operands, value, ends, |_, _, _| true);
}

/// A figure near a value, at some places.
fn figure_near(value: &BigRational, places: u8, unit: &'static str, off: i64) -> Printed {
    let step = Printed {
        digits: 1,
        places,
        unit,
    }
    .step();
    let digits: BigInt = (value / step).floor().to_integer();
    let digits = i64::try_from(digits).unwrap() + off;
    Printed {
        digits,
        places,
        unit,
    }
}

fn numbers(
    digits: std::ops::RangeInclusive<i64>,
    unit: &'static str,
) -> impl Strategy<Value = Printed> {
    (digits, 0..=2_u8).prop_map(move |(digits, places)| Printed {
        digits,
        places,
        unit,
    })
}

proptest! {
    // Each case tries some thousand combinations.
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 16,
        ..ProptestConfig::default()
    })]

    #[test]
    fn shares_are_those_of_big_rationals(
        part in numbers(0..=60, "亩"),
        whole in numbers(1..=60, "亩"),
        places in 0..=2_u8,
        off in -2..=3_i64,
    ) {
        let share = |of: &[BigRational]| {
            (of[1].is_positive() && of[0] <= of[1]).then(|| &of[0] / &of[1])
        };
        let figure = figure_near(&(part.value() / whole.value()), places, "%", off);
        let claim = format!("{} = {} of {}", figure.text(), part.text(), whole.text());
        let operands = [part, whole];
        // Where the part is all of the whole: any value of both.
        let more = |columns: Vec<Vec<BigRational>>| {
            let mut all: Vec<_> = columns.concat();
            all.sort();
            all.dedup();
            vec![all.clone(), all]
        };
        agrees(&claim, &figure, &operands, &share, more, |index, value, modes| {
            modes.iter().any(|mode| operands[index].is_print_of(value, *mode))
        });
    }

    #[test]
    fn sums_are_those_of_big_rationals(
        plus in prop::collection::vec(numbers(-30..=30, "万元"), 1..=2),
        minus in prop::collection::vec(numbers(-30..=30, "万元"), 0..=1),
        places in 0..=2_u8,
        off in -2..=3_i64,
    ) {
        let count = plus.len();
        let sum = move |of: &[BigRational]| {
            let mut sum = BigRational::zero();
            for (index, term) in of.iter().enumerate() {
                if index < count { sum += term } else { sum -= term }
            }
            Some(sum)
        };
        let join = |terms: &[Printed], sign: &str| {
            terms.iter().map(Printed::text).collect::<Vec<_>>().join(sign)
        };
        let mut follows = join(&plus, " + ");
        for term in &minus {
            follows = format!("{follows} - {}", term.text());
        }
        if plus.len() == 1 && minus.is_empty() {
            follows += " +";
        }
        let operands = [plus, minus].concat();
        let values: Vec<_> = operands.iter().map(Printed::value).collect();
        let figure = figure_near(&sum(&values).unwrap(), places, "万元", off);
        let claim = format!("{} = {follows}", figure.text());
        agrees_freely(&claim, &figure, &operands, &sum);
    }

    #[test]
    fn products_are_those_of_big_rationals(
        a in numbers(-30..=30, "%"),
        b in numbers(-300..=300, "%"),
        c in numbers(-30..=30, "万元"),
        places in 0..=2_u8,
        off in -2..=3_i64,
    ) {
        let product = |of: &[BigRational]| Some(&of[0] * &of[1] * &of[2]);
        let operands = [a, b, c];
        let values: Vec<_> = operands.iter().map(Printed::value).collect();
        let figure = figure_near(&product(&values).unwrap(), places, "万元", off);
        let claim = format!(
            "{} = {} * {} * {}",
            figure.text(), operands[0].text(), operands[1].text(), operands[2].text(),
        );
        agrees_freely(&claim, &figure, &operands, &product);
    }

    #[test]
    fn growth_is_that_of_big_rationals(
        from in numbers(1..=80, "万元"),
        to in numbers(-80..=80, "万元"),
        places in 0..=2_u8,
        off in -2..=3_i64,
    ) {
        let growth = |of: &[BigRational]| {
            of[0].is_positive().then(|| &of[1] / &of[0] - fraction(1, 1))
        };
        let operands = [from, to];
        let values: Vec<_> = operands.iter().map(Printed::value).collect();
        let figure = figure_near(&growth(&values).unwrap(), places, "%", off);
        // A base that can be next to nothing: growth without end.
        prop_assume!(operands[0].digits > 1);
        let claim = format!("{} = {} -> {}", figure.text(), operands[0].text(), operands[1].text());
        agrees_freely(&claim, &figure, &operands, &growth);
    }

    #[test]
    fn means_are_those_of_big_rationals(
        total in numbers(0..=80, "亩"),
        count in 1..=9_i64,
        places in 0..=2_u8,
        off in -2..=3_i64,
    ) {
        let mean = move |of: &[BigRational]| Some(&of[0] / fraction(count, 1));
        let figure = figure_near(&(total.value() / fraction(count, 1)), places, "亩", off);
        let claim = format!("{} = {} / {count}宗", figure.text(), total.text());
        agrees_freely(&claim, &figure, &[total], &mean);
    }

    #[test]
    fn conversions_are_those_of_big_rationals(
        digits in 0..=3000_i64,
        places in 0..=3_u8,
        figure_places in 0..=3_u8,
        off in -2..=3_i64,
    ) {
        let amount = Printed { digits, places, unit: "亩" };
        let hectares = |of: &[BigRational]| Some(&of[0] / fraction(15, 1));
        let figure = figure_near(&(amount.value() / fraction(15, 1)), figure_places, "公顷", off);
        let claim = format!("{} = {}", figure.text(), amount.text());
        agrees_freely(&claim, &figure, &[amount], &hectares);
    }
}

proptest! {
    #[test]
    fn parts_of_counts_are_those_of_big_rationals(
        whole in 1..=24_u64,
        places in 0..=1_u8,
        digits in -3..=1010_i64,
    ) {
        let figure = Printed { digits, places, unit: "%" };
        let verdict = audit(&format!("{} = some of {whole}宗", figure.text()));
        let share = |part| fraction(part, whole);
        let modes = modes_that(|mode| (0..=whole).any(|part| figure.is_print_of(&share(part), mode)));
        prop_assert_eq!(verdict.modes(), modes, "{}", verdict);
        let pairs: Vec<_> = parse::<Published>(&figure.text())
            .count_shares(whole, &Reading::new()).unwrap()
            .map(|pair| (pair.part, pair.whole, pair.modes)).collect();
        let mut expected = Vec::new();
        for whole in 1..=whole {
            for part in 0..=whole {
                let modes = modes_that(|mode| figure.is_print_of(&fraction(part, whole), mode));
                if !modes.is_empty() {
                    expected.push((part, whole, modes));
                }
            }
        }
        prop_assert_eq!(pairs, expected);
    }

    #[test]
    fn bounds_are_undone_roundings(
        digits in -40..=40_i64,
        places in -2..=3_i8,
        mode in select(Mode::ALL),
        step in select(standard_land::exact::Step::ALL),
    ) {
        let rounding = Rounding::new(places, mode).with_step(step);
        let unit = super::ratio::step_of(rounding);
        let printed = &unit * fraction(digits, 1);
        let as_ratio = |value: &BigRational| format!("{}/{}", value.numer(), value.denom()).parse().unwrap();
        let bounds = Bounds::unrounded(as_ratio(&printed), rounding).unwrap();
        // Quarters of a step, and just beside of them.
        for (quarters, beside) in (-5..=5).flat_map(|it| (-1..=1).map(move |beside| (it, beside))) {
            let value = &printed + &unit * fraction(quarters, 4) + epsilon() * fraction(beside, 1);
            let found = rounded(&value, rounding) == printed;
            prop_assert_eq!(bounds.contains(as_ratio(&value)), found, "{} {}", bounds, value);
        }
    }

    #[test]
    fn arithmetic_of_bounds_is_that_of_their_ends(
        ends in prop::array::uniform4(-6..=6_i64),
        closed in prop::array::uniform4(any::<bool>()),
        operation in 0..4_usize,
    ) {
        let interval = |a: i64, b: i64, closed: &[bool]| {
            let (low, high) = (a.min(b), a.max(b));
            let (open, close) = (if closed[0] { '[' } else { '(' }, if closed[1] { ']' } else { ')' });
            format!("{open}{low}/1, {high}/1{close}").parse::<Bounds>()
        };
        let (Ok(a), Ok(b)) = (interval(ends[0], ends[1], &closed[..2]), interval(ends[2], ends[3], &closed[2..]))
        else { return Ok(()) };
        let within = |bounds: &Bounds, a: i64, b: i64| {
            let mut values = Vec::new();
            for end in [a, b, 0] {
                for beside in -1..=1 {
                    let value = fraction(end, 1) + epsilon() * fraction(beside, 1);
                    if bounds.contains(format!("{}/{}", value.numer(), value.denom()).parse().unwrap()) {
                        values.push(value);
                    }
                }
            }
            values
        };
        let columns = [within(&a, ends[0], ends[1]), within(&b, ends[2], ends[3])];
        let value = move |of: &[BigRational]| match operation {
            0 => Some(&of[0] + &of[1]),
            1 => Some(&of[0] - &of[1]),
            2 => Some(&of[0] * &of[1]),
            _ => (!of[1].is_zero()).then(|| &of[0] / &of[1]),
        };
        let found = match operation {
            0 => a.checked_add(&b),
            1 => a.checked_sub(&b),
            2 => a.checked_mul(&b),
            _ => a.checked_div(&b),
        };
        if operation == 3 && b.contains(standard_land::Ratio::ZERO) {
            prop_assert!(found.is_err());
        } else if operation < 3 || (ends[2] != 0 && ends[3] != 0) {
            let expected = extremes(&columns, &value);
            prop_assert!(same_ends(found.clone().ok(), expected.clone()), "{a} {operation} {b}: {found:?} {expected:?}");
        }
    }
}
