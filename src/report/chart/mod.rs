//! Charts as SVG: exact shares become lengths by integer arithmetic.

mod bars;
mod canvas;
mod columns;
mod curve;
mod words;

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter, Write};

use self::canvas::Margin;
use super::ReportError;
use super::language::{Language, Named};
use super::shares::{area_heading, name_of};
use super::style::Style;
use crate::exact::Ratio;
use crate::stats::{Breakdown, Key, Tally, Trend, Whole};
use crate::text::quote;

/// A chart: what is drawn, in words and as a picture.
///
/// `{}` prints a complete SVG document. It works as a file, in `<img>`, and
/// inside of HTML, where [`with_id`](Chart::with_id) keeps the ids of several
/// charts apart. Screen readers get the title and the figures in words; light
/// and dark follow the reader's settings; the two colours differ in lightness
/// too. Lengths are the exact shares, to a hundredth of a pixel; every label is
/// the figure as the [`Style`] prints it.
///
/// ```
/// use standard_land::report::{Chart, Language, ShareRounding, Style};
/// use standard_land::stats::{Breakdown, Whole};
/// use standard_land::{AreaUnit, IndustryCategory, Rounding, Tally};
///
/// let services: IndustryCategory = "producer-services".parse()?;
/// let mut by_category = Breakdown::new();
/// by_category.push(Some(services), &Tally::new(4, "5.74 ha".parse()?)?)?;
/// by_category.push(None, &Tally::new(3, "31.44 ha".parse()?)?)?;
///
/// let shares = ShareRounding {
///     by_count: Rounding::half_up(0),
///     by_area: Rounding::toward_zero(2),
/// };
/// let style = Style::new(Language::Chinese, AreaUnit::Hectare, shares);
/// let chart = Chart::shares("各类占比", &by_category, Whole::Total, &style)?;
/// assert_eq!(
///     chart.description(),
///     "生产性服务业：占宗数57%（4宗），占面积15.43%（5.74公顷）；\
///      未注明：占宗数43%（3宗），占面积84.56%（31.44公顷）。",
/// );
/// let svg = chart.to_string();
/// assert!(svg.starts_with("<svg") && svg.contains("role=\"img\""));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chart {
    language: Language,
    title: String,
    id: Option<String>,
    body: Body,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Body {
    Shares(Vec<SharePair>),
    Trend {
        /// `area (ha)`.
        area_heading: String,
        points: Vec<Point>,
    },
    Curve(Vec<(Ratio, Ratio)>),
}

/// A value and how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Value {
    exact: Ratio,
    printed: String,
}

/// The shares of one row, with the amounts they stand for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct SharePair {
    name: String,
    by_count: Value,
    count: String,
    by_area: Value,
    area: String,
}

/// One period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Point {
    name: String,
    count: Value,
    area: Value,
    /// Both with their units.
    in_words: String,
}

impl Chart {
    /// The shares of a breakdown as bars: by count beside by area.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when a figure cannot be printed, or there is no
    /// such share.
    pub fn shares<K: Key + Named>(
        title: impl Into<String>,
        breakdown: &Breakdown<K>,
        whole: Whole,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let language = style.language();
        let mut pairs = Vec::new();
        for row in breakdown.shares(whole)? {
            let by_count = row.by_count.percent(style.shares().by_count)?;
            let by_area = row.by_area.percent(style.shares().by_area)?;
            pairs.push(SharePair {
                name: name_of(row.key.as_ref(), language),
                by_count: Value {
                    exact: row.by_count,
                    printed: by_count.to_string(),
                },
                count: style.parcels(row.tally.parcels()),
                by_area: Value {
                    exact: row.by_area,
                    printed: by_area.to_string(),
                },
                area: style.area(row.tally.area())?,
            });
        }
        Ok(Self::of(language, title, Body::Shares(pairs)))
    }

    /// Tallies in a row, as columns: the number of parcels above, area below.
    ///
    /// The names stand below the columns, in the order given.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when an area cannot be printed in the unit.
    ///
    /// ```
    /// use standard_land::report::{Chart, Counted, Language, ShareRounding, Style};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let shares = ShareRounding::both(Rounding::half_up(2));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    /// let years = [
    ///     Counted::new("2020", Tally::new(115, "740.07 ha".parse()?)?),
    ///     Counted::new("2021", Tally::new(383, "2012.48 ha".parse()?)?),
    /// ];
    /// let chart = Chart::sequence("Shanxi", years, &style)?;
    /// assert_eq!(
    ///     chart.description(),
    ///     "2020: 115 parcels, 740.07 ha; 2021: 383 parcels, 2012.48 ha.",
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn sequence(
        title: impl Into<String>,
        tallies: impl IntoIterator<Item = super::Counted>,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let mut points = Vec::new();
        for counted in tallies {
            points.push(Point::of(counted.name(), counted.tally(), style)?);
        }
        let body = Body::Trend {
            area_heading: area_heading(style),
            points,
        };
        Ok(Self::of(style.language(), title, body))
    }

    /// The periods of a trend as columns, in order.
    ///
    /// What was counted without a period is not drawn; the table of the trend
    /// has it.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when an area cannot be printed in the unit.
    pub fn trend(
        title: impl Into<String>,
        trend: &Trend,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let periods = trend.rows().map(|(period, tally)| {
            super::Counted::new(period.name(style.language()).into_owned(), tally)
        });
        Self::sequence(title, periods, style)
    }

    fn of(language: Language, title: impl Into<String>, body: Body) -> Self {
        Self {
            language,
            title: title.into(),
            id: None,
            body,
        }
    }

    /// The same with an id for a page that holds several charts.
    ///
    /// # Errors
    ///
    /// [`ReportError::Id`] unless it is a letter with letters, digits, `-` and
    /// `_` behind it, all of them ASCII.
    pub fn with_id(self, id: &str) -> Result<Self, ReportError> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if !id.starts_with(|c: char| c.is_ascii_alphabetic()) || !id.chars().all(allowed) {
            return Err(ReportError::Id { given: quote(id) });
        }
        Ok(Self {
            id: Some(id.to_owned()),
            ..self
        })
    }

    /// The language of its labels.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// What it shows.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// All of its figures in words, for those who do not see it.
    #[must_use]
    pub fn description(&self) -> String {
        let language = self.language;
        let parts: Vec<String> = match &self.body {
            Body::Shares(pairs) => pairs.iter().map(|pair| pair.in_words(language)).collect(),
            Body::Trend { points, .. } => points.iter().map(|it| it.in_words.clone()).collect(),
            Body::Curve(points) => curve::in_words(points, language),
        };
        let (between, end) = language.pick(("；", "。"), ("; ", "."));
        format!("{}{end}", parts.join(between))
    }

    /// Writes the chart with an id for the page that it stands on, and without
    /// a margin: the page has one.
    pub(super) fn inline(&self, id: &str, out: &mut impl Write) -> fmt::Result {
        self.write(self.id.as_deref().unwrap_or(id), Margin::None, out)
    }

    fn write(&self, id: &str, margin: Margin, out: &mut impl Write) -> fmt::Result {
        let drawn = match &self.body {
            Body::Shares(pairs) => bars::draw(&self.title, pairs, self.language),
            Body::Trend {
                area_heading,
                points,
            } => columns::draw(&self.title, points, area_heading, self.language),
            Body::Curve(points) => curve::draw(&self.title, points, self.language),
        };
        write!(
            out,
            "{}",
            drawn.finish(id, margin, &self.title, &self.description(), self.language)
        )
    }
}

impl Display for Chart {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(self.id.as_deref().unwrap_or("chart"), Margin::Around, f)
    }
}

impl SharePair {
    fn in_words(&self, language: Language) -> String {
        let (name, count, area) = (&self.name, &self.count, &self.area);
        let (by_count, by_area) = (&self.by_count.printed, &self.by_area.printed);
        match language {
            Language::Chinese => {
                format!("{name}：占宗数{by_count}（{count}），占面积{by_area}（{area}）")
            }
            Language::English => {
                format!("{name}: {by_count} of parcels ({count}), {by_area} of area ({area})")
            }
        }
    }
}

impl Point {
    fn of(name: &str, tally: Tally, style: &Style) -> Result<Self, ReportError> {
        let (parcels, area) = (style.parcels(tally.parcels()), style.area(tally.area())?);
        Ok(Self {
            in_words: match style.language() {
                Language::Chinese => format!("{name}：{parcels}、{area}"),
                Language::English => format!("{name}: {parcels}, {area}"),
            },
            name: name.to_owned(),
            count: Value {
                // A count has 20 digits, and one is no zero whole.
                exact: Ratio::new(tally.parcels().into(), 1).unwrap_or(Ratio::ZERO),
                printed: tally.parcels().to_string(),
            },
            area: Value {
                exact: tally.area().amount(style.unit()),
                printed: style.amount(tally.area())?.to_string(),
            },
        })
    }
}
