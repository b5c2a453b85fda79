//! Shares as bars: the share of the count beside the share of the area.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::canvas::{Anchor, Canvas, LABEL, MARGIN, SMALL, WIDTH};
use super::drawn::SharePair;
use super::length::{Px, one_of, part_of, px, times, times_ratio};
use super::words::{self, Lines};
use crate::exact::Ratio;
use crate::report::language::Language;

/// Ends of the scale, in per cent, and into how many steps it is divided.
const SCALES: [(u64, u64); 9] = [
    (1, 2),
    (2, 2),
    (5, 5),
    (10, 5),
    (20, 4),
    (40, 4),
    (60, 3),
    (80, 4),
    (100, 4),
];

const BAR: Px = px(13);
const BETWEEN: Px = px(4);

pub(super) fn draw(title: &str, pairs: &[SharePair], language: Language) -> Canvas {
    let mut canvas = Canvas::new(title, WIDTH);
    let names = language.pick(["占宗数", "占面积"], ["% of parcels", "% of area"]);
    let [by_count, by_area] = names;
    canvas.legend(&[("count", by_count), ("area", by_area)]);

    let most = px(200);
    let widest = |widths: &mut dyn Iterator<Item = Px>| widths.max().unwrap_or_default();
    let label_width =
        widest(&mut pairs.iter().map(|pair| words::width(&pair.name, LABEL))).min(most);
    let labels: Vec<Lines> = pairs
        .iter()
        .map(|pair| words::balance(&pair.name, LABEL, label_width.max(px(40)), 2))
        .collect();
    let values: Vec<[String; 2]> = pairs
        .iter()
        .map(|pair| {
            [
                format!("{} · {}", pair.by_count.printed, pair.count),
                format!("{} · {}", pair.by_area.printed, pair.area),
            ]
        })
        .collect();
    let left = MARGIN + label_width + px(12);
    let top = canvas.y;
    let (end, steps) = scale(pairs);
    let length = length(pairs, &values, end, WIDTH - MARGIN - left);

    // The grid lies behind the bars, so its height must be known first.
    let pitch = BAR + BETWEEN + BAR + px(22);
    let bottom = top + times(pitch, u64::try_from(pairs.len()).unwrap_or(u64::MAX));
    for step in 0..=steps {
        let place = Ratio::share(step, steps).unwrap_or(Ratio::ZERO);
        let x = left + part_of(length, place);
        let class = if step == 0 { "axis" } else { "grid" };
        canvas.line(class, (x, top), (x, bottom));
        let percent = end.saturating_mul(step).checked_div(steps);
        let tick = match percent.zip(end.saturating_mul(step).checked_rem(steps)) {
            Some((whole, 0)) => format!("{whole}%"),
            _ => format!("0.{}%", step.saturating_mul(5)),
        };
        canvas.text("tick", Anchor::Middle, (x, bottom + px(18)), &tick, None);
    }

    for ((pair, label), [count, area]) in pairs.iter().zip(&labels).zip(&values) {
        let first = canvas.y + px(11);
        let second = first + BAR + BETWEEN;
        let middle = second - one_of(BETWEEN, 2);
        canvas.lines(Anchor::End, (left - px(10), middle), label, &pair.name);
        for (y, class, value, words) in [
            (first, "count", &pair.by_count, count),
            (second, "area", &pair.by_area, area),
        ] {
            // A share of at most the end of the scale: at most the length.
            let share = value.exact.checked_mul(to_scale(end));
            let bar = part_of(length, share.unwrap_or(Ratio::ZERO));
            canvas.rectangle(class, (left, y), (bar, BAR));
            let place = (left + bar + px(7), y + px(11));
            canvas.text("value", Anchor::Start, place, words, None);
        }
        canvas.y += pitch;
    }
    canvas.y = bottom + px(20);
    canvas
}

/// How long the scale can be, so that the words behind every bar have room.
fn length(pairs: &[SharePair], values: &[[String; 2]], end: u64, room: Px) -> Px {
    let bars = pairs
        .iter()
        .zip(values)
        .flat_map(|(pair, [count, area])| [(&pair.by_count, count), (&pair.by_area, area)]);
    let longest = bars.filter_map(|(value, words)| {
        let left_over = (room - px(10) - words::width(words, SMALL)).max(px(40));
        let of_scale = value.exact.checked_mul(to_scale(end)).ok()?;
        times_ratio(left_over, Ratio::ONE.checked_div(of_scale).ok()?)
    });
    // The last figure of the scale stands half behind its end.
    longest.min().unwrap_or(room).min(room - px(20))
}

/// The smallest scale that holds all shares.
fn scale(pairs: &[SharePair]) -> (u64, u64) {
    let shares = pairs
        .iter()
        .flat_map(|pair| [pair.by_count.exact, pair.by_area.exact]);
    let largest = shares.max().unwrap_or(Ratio::ZERO);
    let holds = |(end, _): &&(u64, u64)| Ratio::share(*end, 100).is_ok_and(|end| largest <= end);
    SCALES.iter().find(holds).copied().unwrap_or((100, 4))
}

/// 100/end: a share times this is the part of the scale.
fn to_scale(end: u64) -> Ratio {
    Ratio::new(100, end.into()).unwrap_or(Ratio::ONE)
}
