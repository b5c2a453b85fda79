//! Charts as SVG: exact shares become lengths by integer arithmetic.

mod bars;
mod canvas;
mod columns;
mod curve;
mod drawn;
mod length;
mod words;

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display, Formatter, Write};

use self::canvas::Margin;
use self::drawn::{Curve, CurvePoint, Point, SharePair, Value};
use super::ReportError;
use super::language::{Language, Named};
use super::shares::{area_heading, name_of};
use super::style::Style;
use crate::exact::{Ratio, RatioError, Rounding};
use crate::stats::{Breakdown, By, Concentration, Key, Trend, Whole};
use crate::text::quote;

/// A chart: what is drawn, in words and as a picture.
///
/// `{}` prints a complete SVG document. It works as a file, in `<img>`, and
/// inside HTML, where [`with_id`](Chart::with_id) keeps the ids of several
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
    Curve(Curve),
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
    /// use standard_land::report::{Chart, NamedTally, Language, ShareRounding, Style};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let shares = ShareRounding::both(Rounding::half_up(2));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    /// let years = [
    ///     NamedTally::new("2020", Tally::new(115, "740.07 ha".parse()?)?),
    ///     NamedTally::new("2021", Tally::new(383, "2012.48 ha".parse()?)?),
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
        tallies: impl IntoIterator<Item = super::NamedTally>,
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
            super::NamedTally::new(period.name(style.language()).into_owned(), tally)
        });
        Self::sequence(title, periods, style)
    }

    /// How land is concentrated: a Lorenz curve, and the line of equal shares.
    ///
    /// From the smallest holder to the largest: which share of the holders has
    /// which share of the whole, by the measure that ranks them. The last
    /// argument but one says what the holders are: 企业, `enterprises`.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when a share cannot be printed.
    ///
    /// ```
    /// use standard_land::report::{Chart, Language, ShareRounding, Style};
    /// use standard_land::stats::{Breakdown, By, Whole};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let mut by_holder = Breakdown::new();
    /// for (holder, area) in [("a", "3.01 ha"), ("b", "0.51 ha"), ("c", "1.21 ha"), ("d", "1.01 ha")] {
    ///     by_holder.push(Some(holder), &Tally::one(area.parse()?))?;
    /// }
    /// let land = by_holder.concentration(By::Area, Whole::Total)?;
    /// let shares = ShareRounding::both(Rounding::half_up(1));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    /// let chart = Chart::concentration("Land of enterprises", &land, "enterprises", &style)?;
    /// assert_eq!(
    ///     chart.description(),
    ///     "the smallest 50.0% of enterprises have 26.5% of the area; \
    ///      the smallest 75.0% of enterprises have 47.6% of the area.",
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn concentration<K>(
        title: impl Into<String>,
        concentration: &Concentration<K>,
        of: impl Into<String>,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let by = concentration.by();
        let rounding = style.shares();
        let value = |exact: Ratio, rounding: Rounding| -> Result<Value, RatioError> {
            let printed = exact.percent(rounding)?.to_string();
            Ok(Value { exact, printed })
        };
        let points = concentration.lorenz().into_iter().map(|held| {
            Ok(CurvePoint {
                holders: value(held.holders, rounding.by_count)?,
                held: match by {
                    By::Count => value(held.by_count, rounding.by_count)?,
                    By::Area => value(held.by_area, rounding.by_area)?,
                },
            })
        });
        let body = Body::Curve(Curve {
            of: of.into(),
            by,
            points: points.collect::<Result<_, RatioError>>()?,
        });
        Ok(Self::of(style.language(), title, body))
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
            Body::Curve(curve) => curve::in_words(curve, language),
        };
        if parts.is_empty() {
            return String::new();
        }
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
            Body::Curve(curve) => curve::draw(&self.title, curve, self.language),
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
