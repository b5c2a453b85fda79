//! The table of two keys.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::ReportError;
use super::language::{Language, Named};
use super::shares::{AREAS, PERCENTAGES, name_of, rounding_note};
use super::style::Style;
use super::table::{Cell, Table, TableColumn};
use crate::exact::{Ratio, RatioError, Rounding};
use crate::stats::{Breakdown, By, CellWhole, CrossTab, Key, Tally};

/// What stands in the cells of a cross table.
///
/// See [`Table::cross`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CrossCells {
    /// How many parcels.
    Count,
    /// How much land.
    Area,
    /// Shares of the number of parcels, of a whole that is named.
    ShareByCount(CellWhole),
    /// Shares of the area, of a whole that is named.
    ShareByArea(CellWhole),
}

impl Table {
    /// The cells of a cross table, with the totals of its rows and columns.
    ///
    /// A cell where nothing was counted is zero. Where cells are shares of
    /// their row, the last row is the distribution of all; of their column, the
    /// last column. Keyed wholes leave out what has no key, as
    /// [`CrossTab::shares`] does.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when a figure cannot be printed, or there is no
    /// such share.
    ///
    /// ```
    /// use standard_land::report::{CrossCells, Form, Language, ShareRounding, Style, Table};
    /// use standard_land::stats::CrossTab;
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let one = Tally::one("1.5 ha".parse()?);
    /// let cross = CrossTab::of([
    ///     (Some("文水"), Some("2024"), one),
    ///     (Some("文水"), Some("2025"), one),
    ///     (Some("祁县"), None, one),
    /// ])?;
    /// let shares = ShareRounding::both(Rounding::half_up(1));
    /// let style = Style::new(Language::Chinese, AreaUnit::Hectare, shares);
    /// let table = Table::cross("面积", "区县", &cross, CrossCells::Area, &style)?;
    /// assert_eq!(
    ///     table.render(Form::Csv).to_string(),
    ///     "区县,2024,2025,未注明,合计\r\n\
    ///      文水,1.5,1.5,0,3\r\n\
    ///      祁县,0,0,1.5,1.5\r\n\
    ///      合计,1.5,1.5,1.5,4.5\r\n",
    /// );
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn cross<R: Key + Named, C: Key + Named>(
        caption: impl Into<String>,
        heading: impl Into<String>,
        cross: &CrossTab<R, C>,
        cells: CrossCells,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let language = style.language();
        let kept = kept(cross, cells)?;
        let (rows, columns) = (kept.row_margin(), kept.column_margin());
        let total = kept.total();
        let row_keys: Vec<Option<R>> = rows.rows().map(|row| row.key).collect();
        let column_keys: Vec<Option<C>> = columns.rows().map(|row| row.key).collect();

        let name = language.pick("合计", "total");
        let mut headings = vec![TableColumn::text(heading)];
        headings.extend(column_keys.iter().map(|key| {
            let name = name_of(key.as_ref(), language);
            TableColumn::number(name)
        }));
        headings.push(TableColumn::number(name));
        let mut table = Self::new(language, caption, headings);

        let printer = Printer { cells, style };
        let mut sums = Sums::default();
        let mut column_sums: Vec<Option<Ratio>> = vec![Some(Ratio::ZERO); column_keys.len()];
        for row_key in &row_keys {
            let of_row = of(&rows, row_key.as_ref());
            let mut line = vec![Cell::text(name_of(row_key.as_ref(), language))];
            let mut row_sum = Some(Ratio::ZERO);
            for (column_key, column_sum) in column_keys.iter().zip(&mut column_sums) {
                let tally = kept.get(row_key.as_ref(), column_key.as_ref());
                let of_column = of(&columns, column_key.as_ref());
                let wholes = [&of_row, &of_column, &total];
                let (cell, value) = printer.cell(tally.unwrap_or_default(), wholes)?;
                row_sum = add(row_sum, value);
                *column_sum = add(*column_sum, value);
                line.push(cell);
            }
            // The margin of a row is a cell of a table with one column.
            line.push(printer.cell(of_row, [&of_row, &total, &total])?.0);
            sums.all = add(sums.all, row_sum);
            sums.rows
                .push((name_of(row_key.as_ref(), language), row_sum));
            table.push(line)?;
        }
        let mut last = vec![Cell::text(name)];
        for (key, sum) in column_keys.iter().zip(column_sums) {
            let of_column = of(&columns, key.as_ref());
            last.push(printer.cell(of_column, [&total, &of_column, &total])?.0);
            sums.columns.push((name_of(key.as_ref(), language), sum));
        }
        last.push(printer.cell(total, [&total, &total, &total])?.0);
        table.set_total(last)?;
        for note in printer.notes(&sums)? {
            table.note(note);
        }
        Ok(table)
    }
}

/// The cells that a whole leaves in: keyed ones leave out what has no key.
fn kept<R: Key, C: Key>(
    cross: &CrossTab<R, C>,
    cells: CrossCells,
) -> Result<CrossTab<R, C>, ReportError> {
    let (row_needed, column_needed) = match cells.whole() {
        Some(CellWhole::KeyedRow) => (false, true),
        Some(CellWhole::KeyedColumn) => (true, false),
        Some(CellWhole::Keyed) => (true, true),
        _ => (false, false),
    };
    let kept = cross.cells().filter(|cell| {
        (!row_needed || cell.row.is_some()) && (!column_needed || cell.column.is_some())
    });
    Ok(CrossTab::of(
        kept.map(|cell| (cell.row, cell.column, cell.tally)),
    )?)
}

impl CrossCells {
    const fn whole(self) -> Option<CellWhole> {
        match self {
            Self::Count | Self::Area => None,
            Self::ShareByCount(whole) | Self::ShareByArea(whole) => Some(whole),
        }
    }

    const fn measure(self) -> By {
        match self {
            Self::Count | Self::ShareByCount(_) => By::Count,
            Self::Area | Self::ShareByArea(_) => By::Area,
        }
    }
}

fn of<K: Key>(margin: &Breakdown<K>, key: Option<&K>) -> Tally {
    match key {
        Some(key) => margin.get(key).unwrap_or_default(),
        None => margin.unkeyed(),
    }
}

fn add(sum: Option<Ratio>, printed: Option<Ratio>) -> Option<Ratio> {
    // Sums of decimals with the same places do not grow.
    sum?.checked_add(printed?).ok()
}

/// What the printed cells add up to.
struct Sums {
    rows: Vec<(String, Option<Ratio>)>,
    columns: Vec<(String, Option<Ratio>)>,
    all: Option<Ratio>,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            columns: Vec::new(),
            all: Some(Ratio::ZERO),
        }
    }
}

struct Printer<'a> {
    cells: CrossCells,
    style: &'a Style,
}

impl Printer<'_> {
    fn rounding(&self) -> Rounding {
        match self.cells.measure() {
            By::Count => self.style.shares().by_count,
            By::Area => self.style.shares().by_area,
        }
    }

    /// A cell, and the value that is printed where it is a percentage. The
    /// wholes are those of its row, of its column, and of all.
    fn cell(
        &self,
        tally: Tally,
        wholes: [&Tally; 3],
    ) -> Result<(Cell, Option<Ratio>), ReportError> {
        let [of_row, of_column, of_all] = wholes;
        let whole = match self.cells.whole() {
            None => {
                let cell = match self.cells.measure() {
                    By::Count => tally.parcels().into(),
                    By::Area => self.style.amount(tally.area())?.into(),
                };
                return Ok((cell, None));
            }
            Some(CellWhole::Row | CellWhole::KeyedRow) => *of_row,
            Some(CellWhole::Column | CellWhole::KeyedColumn) => *of_column,
            Some(CellWhole::Total | CellWhole::Keyed) => *of_all,
            Some(CellWhole::Given(given)) => given,
        };
        let share = match self.cells.measure() {
            By::Count => tally.share_by_count(&whole),
            By::Area => tally.share_by_area(&whole),
        };
        match share {
            // A row without area has no shares by area.
            Err(RatioError::ZeroWhole { .. }) => Ok((Cell::missing(), None)),
            share => {
                let printed = share?.percent(self.rounding())?;
                Ok((printed.into(), Some(printed.into())))
            }
        }
    }

    /// Of what the cells are shares, how they were rounded, what does not add
    /// up to 100 %.
    fn notes(&self, sums: &Sums) -> Result<Vec<String>, ReportError> {
        let language = self.style.language();
        let rounding = self.rounding();
        let Some(whole) = self.cells.whole() else {
            let areas = self.style.areas();
            let rounded = areas.filter(|_| self.cells.measure() == By::Area);
            return Ok(rounded
                .map(|rounding| rounding_note(AREAS, rounding, language))
                .into_iter()
                .collect());
        };
        let measure = match self.cells.measure() {
            By::Count => language.pick("宗数", "parcels"),
            By::Area => language.pick("面积", "area"),
        };
        let name = match whole {
            CellWhole::Row => language.pick("各行合计", "their row"),
            CellWhole::KeyedRow => language.pick("各行已注明的合计", "what is stated in their row"),
            CellWhole::Column => language.pick("各列合计", "their column"),
            CellWhole::KeyedColumn => {
                language.pick("各列已注明的合计", "what is stated in their column")
            }
            CellWhole::Total => language.pick("全部", "everything"),
            CellWhole::Keyed => language.pick("已注明的部分", "what is stated"),
            CellWhole::Given(_) => language.pick("表外给定的总体", "a whole given from elsewhere"),
        };
        let mut notes = vec![match language {
            Language::Chinese => format!("占{measure}的比，总体：{name}。"),
            Language::English => format!("Shares of {measure}; the whole is {name}."),
        }];
        notes.push(rounding_note(PERCENTAGES, rounding, language));
        let listed: Vec<(String, Option<Ratio>)> = match whole {
            CellWhole::Row | CellWhole::KeyedRow => sums.rows.clone(),
            CellWhole::Column | CellWhole::KeyedColumn => sums.columns.clone(),
            CellWhole::Total | CellWhole::Keyed => {
                vec![(language.pick("全表", "all").to_string(), sums.all)]
            }
            CellWhole::Given(_) => Vec::new(),
        };
        let mut odd = Vec::new();
        for (name, sum) in listed {
            if let Some(sum) = sum.filter(|sum| *sum != Ratio::ONE) {
                // A sum of printed numbers is a printable number.
                odd.push(format!("{name} {}", sum.percent(rounding)?));
            }
        }
        if !odd.is_empty() {
            notes.push(match language {
                Language::Chinese => format!(
                    "印出的百分比之和不是100%：{}；各自修约所致。",
                    odd.join("，")
                ),
                Language::English => format!(
                    "The printed cells do not add up to 100%: {}; each is rounded by itself.",
                    odd.join(", ")
                ),
            });
        }
        Ok(notes)
    }
}
