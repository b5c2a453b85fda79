//! Concentration: which share of the land the smallest parcels have together.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use svg::node::Node as _;
use svg::node::element::Element;

use super::canvas::{Anchor, Canvas, LABEL, MARGIN, SMALL};
use super::drawn::{Curve, CurvePoint};
use super::length::{Px, number, part_of, px};
use super::words;
use crate::exact::Ratio;
use crate::report::language::Language;
use crate::stats::By;

/// The square that the curve is drawn in.
const SIDE: Px = px(380);

pub(super) fn draw(title: &str, curve: &Curve, language: Language) -> Canvas {
    let of = &curve.of;
    let ticks = [0_u64, 25, 50, 75, 100];
    let y_title = match curve.by {
        By::Count => language.pick("宗数累计占比", "cumulative share of parcels"),
        By::Area => language.pick("面积累计占比", "cumulative share of area"),
    };
    let x_title = match language {
        Language::Chinese => format!("{of}累计占比（由小到大）"),
        Language::English => format!("cumulative share of {of}, smallest first"),
    };
    let left = MARGIN + words::width("100%", SMALL) + px(10);
    let width = left + SIDE + MARGIN + px(24);
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

    let mut corners: Vec<(Px, Px)> = curve
        .points
        .iter()
        .map(|point| {
            let (parcels, area) = (point.holders.exact, point.held.exact);
            (left + part_of(SIDE, parcels), bottom - part_of(SIDE, area))
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
    let fitted = words::fit(&x_title, LABEL, SIDE + MARGIN, 1);
    if let Some(line) = fitted.lines.first() {
        let whole = fitted.cut.then_some(x_title.as_str());
        canvas.text(
            "label",
            Anchor::Middle,
            (middle, bottom + px(44)),
            line,
            whole,
        );
    }
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

/// What the smaller half has, and all but the largest tenth, or the nearest
/// below that the points say.
pub(super) fn in_words(curve: &Curve, language: Language) -> Vec<String> {
    let Curve { of, by, points } = curve;
    let what = match by {
        By::Count => language.pick("宗数", "parcels"),
        By::Area => language.pick("面积", "area"),
    };
    let mut said: Vec<&CurvePoint> = [(1, 2), (9, 10)]
        .into_iter()
        .filter_map(|(part, whole)| {
            let most = Ratio::share(part, whole).ok()?;
            let below = |point: &&CurvePoint| point.holders.exact <= most;
            points.iter().rfind(below)
        })
        .filter(|point| !point.holders.exact.is_zero())
        .collect();
    said.dedup();
    said.into_iter()
        .map(|point| {
            let (holders, held) = (&point.holders.printed, &point.held.printed);
            match language {
                Language::Chinese => format!("最小的{holders}{of}占{what}的{held}"),
                Language::English => {
                    format!("the smallest {holders} of {of} have {held} of the {what}")
                }
            }
        })
        .collect()
}
