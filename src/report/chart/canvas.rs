//! What all charts are drawn with: words, colours, the frame.

use alloc::format;
use alloc::string::String;

use svg::node::element::Element;
use svg::node::{Node as _, Text};

use super::super::html::allowed;
use super::super::language::{Language, tag};
use super::length::{Px, number, one_of, px, times};
use super::words::{self, Lines};

pub(super) const WIDTH: Px = px(720);
pub(super) const MARGIN: Px = px(24);
pub(super) const TITLE: Px = px(17);
pub(super) const LABEL: Px = px(13);
pub(super) const SMALL: Px = px(12);

/// The style of every chart, below its id: inside HTML a style sheet
/// reaches the whole page. Blue and orange that differ in lightness too.
const STYLE: &str = include_str!("chart.css");

/// Whether there is a margin around the picture.
#[derive(Clone, Copy)]
pub(super) enum Margin {
    /// It stands on its own.
    Around,
    /// The page that it is on has one.
    None,
}

/// A picture that grows downwards.
pub(super) struct Canvas {
    width: Px,
    /// How far down it is drawn.
    pub(super) y: Px,
    content: Element,
}

/// Which end of the words stands at the place given.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas {
    /// A picture with its title on top.
    pub(super) fn new(title: &str, width: Px) -> Self {
        let mut canvas = Self {
            width,
            y: MARGIN,
            content: Element::new("g"),
        };
        if title.trim().is_empty() {
            return canvas;
        }
        let available = width - MARGIN - MARGIN;
        let fitted = words::fit(&clean(title), TITLE, available, 2);
        for line in &fitted.lines {
            let baseline = canvas.y + px(15);
            canvas.text("title", Anchor::Start, (MARGIN, baseline), line, None);
            canvas.y += px(24);
        }
        canvas.y += px(6);
        canvas
    }

    pub(super) fn add(&mut self, element: Element) {
        self.content.append(element);
    }

    /// One line of words; the whole text is the tool tip where it was cut.
    pub(super) fn text(
        &mut self,
        class: &str,
        anchor: Anchor,
        (x, y): (Px, Px),
        words: &str,
        whole: Option<&str>,
    ) {
        let mut text = Element::new("text");
        text.assign("class", class);
        text.assign("x", number(x));
        text.assign("y", number(y));
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => text.assign("text-anchor", "middle"),
            Anchor::End => text.assign("text-anchor", "end"),
        }
        if let Some(whole) = whole {
            let mut tip = Element::new("title");
            tip.append(Text::new(clean(whole)));
            text.append(tip);
        }
        text.append(Text::new(clean(words)));
        self.add(text);
    }

    /// Lines of a label, the middle of them at a height.
    pub(super) fn lines(
        &mut self,
        anchor: Anchor,
        (x, middle): (Px, Px),
        fitted: &Lines,
        whole: &str,
    ) {
        let pitch = px(17);
        let count = u64::try_from(fitted.lines.len()).unwrap_or(u64::MAX);
        let mut baseline = middle - one_of(times(pitch, count), 2) + px(13);
        for line in &fitted.lines {
            let tip = fitted.cut.then_some(whole);
            self.text("label", anchor, (x, baseline), line, tip);
            baseline += pitch;
        }
    }

    pub(super) fn rectangle(&mut self, class: &str, (x, y): (Px, Px), (width, height): (Px, Px)) {
        let mut rectangle = Element::new("rect");
        rectangle.assign("class", class);
        rectangle.assign("x", number(x));
        rectangle.assign("y", number(y));
        rectangle.assign("width", number(width));
        rectangle.assign("height", number(height));
        self.add(rectangle);
    }

    pub(super) fn line(&mut self, class: &str, (x1, y1): (Px, Px), (x2, y2): (Px, Px)) {
        let mut line = Element::new("line");
        line.assign("class", class);
        line.assign("x1", number(x1));
        line.assign("y1", number(y1));
        line.assign("x2", number(x2));
        line.assign("y2", number(y2));
        self.add(line);
    }

    /// Coloured squares with words beside them, in one row.
    pub(super) fn legend(&mut self, entries: &[(&str, &str)]) {
        let mut x = MARGIN;
        for (class, words) in entries {
            self.rectangle(class, (x, self.y), (px(11), px(11)));
            x += px(17);
            self.text("label", Anchor::Start, (x, self.y + px(10)), words, None);
            x += words::width(words, LABEL) + px(20);
        }
        self.y += px(28);
    }

    /// The picture, as tall as it was drawn.
    pub(super) fn finish(
        mut self,
        id: &str,
        margin: Margin,
        title: &str,
        description: &str,
        language: Language,
    ) -> Element {
        let cut = match margin {
            Margin::Around => Px::default(),
            Margin::None => MARGIN,
        };
        let width = self.width - cut - cut;
        let height = self.y + MARGIN - cut - cut;
        let mut svg = Element::new("svg");
        svg.assign("xmlns", "http://www.w3.org/2000/svg");
        svg.assign("id", id);
        svg.assign("role", "img");
        svg.assign("lang", tag(language));
        svg.assign("aria-labelledby", format!("{id}-title {id}-desc"));
        svg.assign("width", number(width));
        svg.assign("height", number(height));
        let corner = number(cut);
        let view = format!("{corner} {corner} {} {}", number(width), number(height));
        svg.assign("viewBox", view);
        for (name, words) in [("title", title), ("desc", description)] {
            let mut element = Element::new(name);
            element.assign("id", format!("{id}-{name}"));
            element.append(Text::new(clean(words)));
            svg.append(element);
        }
        let mut style = Element::new("style");
        style.append(Text::new(STYLE.replace("#id", &format!("#{id}"))));
        svg.append(style);
        let mut paper = Element::new("rect");
        paper.assign("class", "paper");
        paper.assign("width", number(self.width));
        paper.assign("height", number(self.y + MARGIN));
        svg.append(paper);
        self.content.assign("aria-hidden", "true");
        svg.append(self.content);
        svg
    }
}

/// The words without what no document may contain.
fn clean(words: &str) -> String {
    words.chars().map(allowed).collect()
}
