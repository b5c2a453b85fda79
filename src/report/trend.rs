//! The table of a trend: periods, running sums, growth.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::ReportError;
use super::language::{Language, Named as _};
use super::shares::{AREAS, area_heading, name_of, rounding_note, rounding_notes};
use super::style::Style;
use super::table::{Cell, Table, TableColumn};
use crate::calendar::Period;
use crate::exact::{Ratio, Rounding};
use crate::stats::{Against, StatsError, Tally, Trend};

impl Table {
    /// The periods of a trend, with their growth where it is asked for.
    ///
    /// Growth that does not exist is a dash: no period to compare
    /// with, or nothing was granted in it. Periods of which nothing is known
    /// are named in a note, not counted as zero.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when a figure cannot be printed.
    ///
    /// ```
    /// use standard_land::report::{Form, Language, ShareRounding, Style, Table};
    /// use standard_land::stats::{Against, Trend};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let trend = Trend::of([
    ///     (Some("2020".parse()?), Tally::new(115, "740.07 ha".parse()?)?),
    ///     (Some("2021".parse()?), Tally::new(383, "2012.48 ha".parse()?)?),
    /// ])?;
    /// let shares = ShareRounding::both(Rounding::half_up(0));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    /// let table = Table::trend("Shanxi", &trend, Some(Against::Previous), &style)?;
    /// assert_eq!(
    ///     table.render(Form::Csv).to_string(),
    ///     "period,parcels,area (ha),growth of parcels,growth of area\r\n\
    ///      2020,115,740.07,,\r\n\
    ///      2021,383,2012.48,233%,172%\r\n\
    ///      total,498,2752.55,,\r\n",
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn trend(
        caption: impl Into<String>,
        trend: &Trend,
        against: Option<Against>,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let language = style.language();
        let mut columns = vec![
            TableColumn::text(language.pick("时期", "period")),
            TableColumn::number(language.pick("宗数", "parcels")),
            TableColumn::number(area_heading(style)),
        ];
        if against.is_some() {
            columns.push(TableColumn::number(
                language.pick("宗数增长", "growth of parcels"),
            ));
            columns.push(TableColumn::number(
                language.pick("面积增长", "growth of area"),
            ));
        }
        let mut table = Self::new(language, caption, columns);
        let row = |name: &str, tally: &Tally| -> Result<Vec<Cell>, ReportError> {
            Ok(vec![
                Cell::text(name),
                tally.parcels().into(),
                style.amount(tally.area())?.into(),
            ])
        };
        let no_growth = against.map_or(0, |_| 2);
        let without = |mut row: Vec<Cell>| {
            row.extend((0..no_growth).map(|_| Cell::missing()));
            row
        };
        for (period, tally) in trend.rows() {
            let mut cells = row(&period.name(language), &tally)?;
            if let Some(against) = against {
                cells.extend(growth(trend, period, against, style)?);
            }
            table.push(cells)?;
        }
        if !trend.undated().is_empty() {
            let name = name_of::<Period>(None, language);
            table.push(without(row(&name, &trend.undated())?))?;
        }
        let total = row(language.pick("合计", "total"), &trend.total())?;
        table.set_total(without(total))?;
        for note in notes(trend, against, style) {
            table.note(note);
        }
        Ok(table)
    }
}

/// The growth of a period by count and by area; nothing where there is none.
fn growth(
    trend: &Trend,
    period: Period,
    against: Against,
    style: &Style,
) -> Result<[Cell; 2], ReportError> {
    let growth = match trend.growth(period, against) {
        Ok(growth) => growth,
        Err(StatsError::PeriodMissing { .. } | StatsError::NothingBefore { .. }) => {
            return Ok([Cell::missing(), Cell::missing()]);
        }
        Err(error) => return Err(error.into()),
    };
    let cell = |growth: Result<Ratio, StatsError>, rounding: Rounding| match growth {
        Ok(growth) => Ok(growth.percent(rounding)?.into()),
        Err(StatsError::GrowthFromZero { .. }) => Ok(Cell::missing()),
        Err(error) => Err(ReportError::from(error)),
    };
    let rounding = style.shares();
    Ok([
        cell(growth.by_count(), rounding.by_count)?,
        cell(growth.by_area(), rounding.by_area)?,
    ])
}

fn notes(trend: &Trend, against: Option<Against>, style: &Style) -> Vec<String> {
    let language = style.language();
    let mut notes = Vec::new();
    if let Some(against) = against {
        let fixed;
        let base = match against {
            Against::Previous => language.pick("上一个同长时期（环比）", "the period before"),
            Against::YearBefore => {
                language.pick("上年同期（同比）", "the same period a year before")
            }
            Against::Fixed(period) => {
                fixed = period.name(language).into_owned();
                &fixed
            }
        };
        notes.push(match language {
            Language::Chinese => format!("增长的基期：{base}；“—”表示没有可比的数。"),
            Language::English => {
                format!("Growth is against {base}; a dash: there is nothing to compare with.")
            }
        });
        notes.extend(rounding_notes(style));
    } else if let Some(rounding) = style.areas() {
        notes.push(rounding_note(AREAS, rounding, language));
    }
    let gaps: Vec<String> = trend
        .gaps()
        .map(|gap| gap.name(language).into_owned())
        .collect();
    if !gaps.is_empty() {
        notes.push(match language {
            Language::Chinese => format!("没有数据的时期：{}。", gaps.join("，")),
            Language::English => format!("Nothing is known of {}.", gaps.join(", ")),
        });
    }
    notes
}
