//! Concentration: which share of the land the smallest parcels have together.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use svg::node::Node as _;
use svg::node::element::Element;

use super::canvas::{Anchor, Canvas, LABEL, MARGIN, Px, SMALL, number, part_of, px};
use super::words;
use crate::exact::{Ratio, Rounding};
use crate::report::language::Language;

/// The square that the curve is drawn in.
const SIDE: Px = px(360);

pub(super) fn draw(title: &str, points: &[(Ratio, Ratio)], language: Language) -> Canvas {
    let ticks = [0_u64, 25, 50, 75, 100];
    let y_title = language.pick("面积累计占比", "cumulative share of area");
    let x_title = language.pick(
        "宗数累计占比（由小到大）",
        "cumulative share of parcels, smallest first",
    );
    let left = MARGIN + words::width("100%", SMALL) + px(10);
    let width = left + SIDE + MARGIN + px(16);
    let mut canvas = Canvas::new(title, width);
    let even = language.pick("完全均等", "all the same size");
    legend(&mut canvas, y_title, even);

    let (top, bottom) = (canvas.y, canvas.y + SIDE);
    for percent in ticks {
        let share = Ratio::share(percent, 100).unwrap_or(Ratio::ZERO);
        let along = part_of(SIDE, share);
        let class = if percent == 0 { "axis" } else { "grid" };
        canvas.line(class, (left, bottom - along), (left + SIDE, bottom - along));
        canvas.line(class, (left + along, top), (left + along, bottom));
        let text = format!("{percent}%");
        let beside = (left - px(8), bottom - along + px(4));
        canvas.text("tick", Anchor::End, beside, &text, None);
        let below = (left + along, bottom + px(18));
        canvas.text("tick", Anchor::Middle, below, &text, None);
    }
    canvas.line("even", (left, bottom), (left + SIDE, top));

    let mut corners: Vec<(Px, Px)> = points
        .iter()
        .map(|(parcels, area)| {
            (
                left + part_of(SIDE, *parcels),
                bottom - part_of(SIDE, *area),
            )
        })
        .collect();
    // Thousands of parcels share a pixel; what is drawn twice shows nothing.
    corners.dedup();
    let path = corners.iter().enumerate().map(|(place, (x, y))| {
        let command = if place == 0 { 'M' } else { 'L' };
        format!("{command}{} {}", number(*x), number(*y))
    });
    let path: Vec<String> = path.collect();
    if !path.is_empty() {
        let path = path.join(" ");
        for (class, data) in [("between", format!("{path} Z")), ("curve", path)] {
            let mut element = Element::new("path");
            element.assign("class", class);
            element.assign("d", data);
            canvas.add(element);
        }
    }
    let middle = left + part_of(SIDE, Ratio::share(1, 2).unwrap_or(Ratio::ZERO));
    canvas.text(
        "label",
        Anchor::Middle,
        (middle, bottom + px(44)),
        x_title,
        None,
    );
    canvas.y = bottom + px(48);
    canvas
}

/// The names of the two lines, each behind a piece of it.
fn legend(canvas: &mut Canvas, curve: &str, even: &str) {
    let mut x = MARGIN;
    for (class, text) in [("curve", curve), ("even", even)] {
        let y = canvas.y + px(6);
        canvas.line(class, (x, y), (x + px(22), y));
        x += px(28);
        canvas.text("label", Anchor::Start, (x, canvas.y + px(10)), text, None);
        x += words::width(text, LABEL) + px(20);
    }
    canvas.y += px(30);
}

/// The area of the smaller half and of the larger tenth, as far as points say.
pub(super) fn in_words(points: &[(Ratio, Ratio)], language: Language) -> Vec<String> {
    let rounding = Rounding::half_up(1);
    let half = Ratio::share(1, 2).unwrap_or(Ratio::ZERO);
    let at = points.iter().filter(|(parcels, _)| *parcels <= half).last();
    let parts = at.into_iter().filter_map(|(parcels, area)| {
        let parcels = parcels.percent(rounding).ok()?;
        let area = area.percent(rounding).ok()?;
        Some(match language {
            Language::Chinese => {
                format!("最小的{parcels}宗地共占面积的{area}（四舍五入，保留1位小数）")
            }
            Language::English => format!(
                "the smallest {parcels} of the parcels have {area} of the area (half-up, 1 decimal)"
            ),
        })
    });
    parts.collect()
}
