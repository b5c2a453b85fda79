//! Amounts in a row as columns: the number of parcels above, the area below.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::num::Saturating;

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas, MARGIN, SMALL, WIDTH};
use super::drawn::{Point, Value};
use super::length::{Px, one_of, part_of, px, times};
use super::words;
use crate::exact::Ratio;
use crate::report::language::Language;

/// The space that columns stand in.
const PANEL: Px = px(130);

/// Names that are wider are cut.
const WIDEST: Px = px(110);

pub(super) fn draw(
    title: &str,
    points: &[Point],
    area_heading: &str,
    language: Language,
) -> Canvas {
    let mut canvas = Canvas::new(title, WIDTH);
    let counts: Vec<&Value> = points.iter().map(|point| &point.count).collect();
    let areas: Vec<&Value> = points.iter().map(|point| &point.area).collect();
    let scales = [Scale::of(&counts), Scale::of(&areas)];
    let [count_scale, area_scale] = &scales;
    // One place for both, so that the columns of a period stand in line.
    let frame = Frame::of(points, count_scale.width.max(area_scale.width));
    let heading = language.pick("宗数", "parcels");
    panel(
        &mut canvas,
        ("count", heading),
        points,
        &counts,
        count_scale,
        &frame,
    );
    canvas.y += px(14);
    panel(
        &mut canvas,
        ("area", area_heading),
        points,
        &areas,
        area_scale,
        &frame,
    );
    canvas
}

/// The figures on the left, and what the top of the columns stands for.
struct Scale {
    end: Ratio,
    ticks: [(Ratio, String); 3],
    width: Px,
}

impl Scale {
    fn of(values: &[&Value]) -> Self {
        let largest = values.iter().map(|value| value.exact).max();
        let end = round_end(largest.unwrap_or(Ratio::ZERO));
        let half = Ratio::share(1, 2).and_then(|half| end.checked_mul(half));
        let ticks = [Ratio::ZERO, half.unwrap_or(Ratio::ZERO), end].map(|tick| {
            (
                tick,
                Decimal::try_from(tick).unwrap_or_default().to_string(),
            )
        });
        let widths = ticks.iter().map(|(_, text)| words::width(text, SMALL));
        Self {
            end,
            width: widths.max().unwrap_or_default(),
            ticks,
        }
    }
}

/// Where the columns stand.
struct Frame {
    left: Px,
    right: Px,
    slot: Px,
    count: u64,
}

impl Frame {
    fn of(points: &[Point], tick_width: Px) -> Self {
        let count = u64::try_from(points.len()).unwrap_or(u64::MAX).max(1);
        let left = MARGIN + tick_width + px(10);
        let right = WIDTH - MARGIN;
        let slot = one_of(right - left, count);
        // Words that are wider than their column need room at both ends.
        let texts = points
            .iter()
            .flat_map(|point| [&point.name, &point.count.printed, &point.area.printed]);
        let widest = texts.map(|text| words::width(text, SMALL)).max();
        let beyond = one_of(widest.unwrap_or_default().min(WIDEST) - slot, 2) + px(2);
        let right = right - beyond.max(px(0));
        let left = left.max(MARGIN + beyond);
        let slot = one_of(right - left, count);
        Self {
            left,
            right,
            slot,
            count,
        }
    }
}

/// One row of columns from zero, with its scale on the left.
fn panel(
    canvas: &mut Canvas,
    (class, heading): (&str, &str),
    points: &[Point],
    values: &[&Value],
    scale: &Scale,
    frame: &Frame,
) {
    canvas.legend(&[(class, heading)]);
    // Room for the figures on top of the columns.
    canvas.y += px(6);
    let Frame {
        left,
        right,
        slot,
        count,
    } = *frame;
    let Scale { end, ticks, .. } = scale;
    let (top, bottom) = (canvas.y, canvas.y + PANEL);
    let of_end = |value: Ratio| value.checked_div(*end).unwrap_or(Ratio::ZERO);
    for (tick, text) in ticks {
        let y = bottom - part_of(PANEL, of_end(*tick));
        let class = if tick.is_zero() { "axis" } else { "grid" };
        canvas.line(class, (left, y), (right, y));
        canvas.text("tick", Anchor::End, (left - px(8), y + px(4)), text, None);
    }

    let column = one_of(slot * Saturating(3), 5).clamp(Saturating(50), px(56));
    let figures = values.iter().map(|value| value.printed.as_str());
    let show_figure = every(slot, figures);
    let show_name = every(slot, points.iter().map(|point| point.name.as_str()));
    for (place, (point, value)) in (0_u64..).zip(points.iter().zip(values)) {
        let middle = left + times(slot, place) + one_of(slot, 2);
        let height = part_of(PANEL, of_end(value.exact));
        let corner = (middle - one_of(column, 2), bottom - height);
        canvas.rectangle(class, corner, (column, height));
        // Counted from the last, which is the one that people look for.
        let from_last = count.saturating_sub(1).saturating_sub(place);
        if from_last.checked_rem(show_figure) == Some(0) {
            let above = (middle, bottom - height - px(6));
            canvas.text("value", Anchor::Middle, above, &value.printed, None);
        }
        if from_last.checked_rem(show_name) == Some(0) {
            let available = times(slot, show_name) - px(4);
            let fitted = words::fit(&point.name, SMALL, available.max(px(16)), 1);
            if let Some(line) = fitted.lines.first() {
                let whole = fitted.cut.then_some(point.name.as_str());
                canvas.text(
                    "tick",
                    Anchor::Middle,
                    (middle, bottom + px(17)),
                    line,
                    whole,
                );
            }
        }
    }
    canvas.y = top + PANEL + px(24);
}

/// Every how many columns there is room for words of this width.
fn every<'a>(slot: Px, texts: impl Iterator<Item = &'a str>) -> u64 {
    let widest = texts.map(|text| words::width(text, SMALL)).max();
    let needed = (widest.unwrap_or_default() + px(6)).min(WIDEST);
    let slots = (needed.0.max(1).unsigned_abs()).div_ceil(slot.0.max(1).unsigned_abs());
    slots.max(1)
}

/// The smallest of 1, 2, 3, 4, 5, 6, 8 times a power of ten that is not below.
fn round_end(largest: Ratio) -> Ratio {
    let ends = (-9_i32..=20).flat_map(|exponent| {
        [1_u32, 2, 3, 4, 5, 6, 8]
            .into_iter()
            .filter_map(move |digit| {
                let power = 10_u128.checked_pow(exponent.unsigned_abs())?;
                if exponent < 0 {
                    Ratio::new(digit.into(), power).ok()
                } else {
                    let power = i128::try_from(power).ok()?;
                    Ratio::new(i128::from(digit).checked_mul(power)?, 1).ok()
                }
            })
    });
    let mut ends = ends.filter(|end| *end >= largest);
    if largest.is_zero() {
        return Ratio::ONE;
    }
    ends.next().unwrap_or(largest)
}
