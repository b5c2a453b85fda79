//! The table of a breakdown: rows, shares of a named whole, what adds up.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::ReportError;
use super::language::{Language, Named};
use super::style::{Style, in_words};
use super::table::{Cell, Table, TableColumn};
use crate::exact::{Apportionment, Ratio, Rounding};
use crate::stats::{Breakdown, By, Key, ShareRow, Tally, Whole};

/// What stands for a key that is not there.
pub(super) fn name_of<K: Named>(key: Option<&K>, language: Language) -> String {
    key.map_or_else(
        || language.pick("未注明", "not stated").to_string(),
        |key| key.name(language).into_owned(),
    )
}

/// One column of percentages, as printed.
struct Percentages {
    cells: Vec<Cell>,
    notes: Vec<String>,
}

impl Table {
    /// The rows of a breakdown with their shares of a whole.
    ///
    /// Notes say of what the shares are, how they were rounded, and the printed
    /// sum of a column of percentages where it is not 100 %.
    ///
    /// # Errors
    ///
    /// [`ReportError::Figure`] when a figure cannot be printed, or there is no
    /// such share; [`ReportError::Column`] when a column cannot be made to add
    /// up.
    ///
    /// ```
    /// use standard_land::report::{Form, Language, ShareRounding, Style, Table};
    /// use standard_land::stats::{Breakdown, Whole};
    /// use standard_land::{AreaUnit, Rounding, Tally};
    ///
    /// let third = Tally::one("1 ha".parse()?);
    /// let rows = ["a", "b", "c"].map(|zone| (Some(zone), third));
    /// let by_zone = Breakdown::of(rows)?;
    /// let shares = ShareRounding::both(Rounding::half_up(0));
    /// let style = Style::new(Language::English, AreaUnit::Hectare, shares);
    ///
    /// let table = Table::shares("By zone", "zone", &by_zone, Whole::Total, &style)?;
    /// assert_eq!(table.rows()[0][3].as_str(), "33%");
    /// assert!(table.notes().iter().any(|note| note.contains("add up to 99%")));
    ///
    /// // Only when asked for, and stated in the table:
    /// let table = Table::shares("By zone", "zone", &by_zone, Whole::Total, &style.apportioned())?;
    /// assert_eq!(table.rows()[0][3].as_str(), "34%");
    /// assert!(table.rows()[0][3].is_marked());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn shares<K: Key + Named>(
        caption: impl Into<String>,
        heading: impl Into<String>,
        breakdown: &Breakdown<K>,
        whole: Whole,
        style: &Style,
    ) -> Result<Self, ReportError> {
        let language = style.language();
        let rows = breakdown.shares(whole)?;
        let columns = vec![
            TableColumn::text(heading),
            TableColumn::number(language.pick("宗数", "parcels")),
            TableColumn::number(area_heading(style)),
            TableColumn::number(language.pick("占宗数", "% of parcels")),
            TableColumn::number(language.pick("占面积", "% of area")),
        ];
        let mut table = Self::new(language, caption, columns);
        let by_count = percentages(&rows, By::Count, whole, style)?;
        let by_area = percentages(&rows, By::Area, whole, style)?;

        let mut listed = Tally::default();
        let shares = by_count.cells.into_iter().zip(by_area.cells);
        for (row, (count, area)) in rows.iter().zip(shares) {
            listed = listed.checked_add(&row.tally)?;
            table.push(vec![
                Cell::text(name_of(row.key.as_ref(), language)),
                row.tally.parcels().into(),
                style.amount(row.tally.area())?.into(),
                count,
                area,
            ])?;
        }
        // The percentages of all rows together: their exact sum, rounded once.
        let of_whole = match whole {
            Whole::Total | Whole::Keyed => listed,
            Whole::Given(given) => given,
        };
        let rounding = style.shares();
        table.set_total(vec![
            Cell::text(language.pick("合计", "total")),
            listed.parcels().into(),
            style.amount(listed.area())?.into(),
            total_cell(listed.share_by_count(&of_whole).ok(), rounding.by_count)?,
            total_cell(listed.share_by_area(&of_whole).ok(), rounding.by_area)?,
        ])?;
        table.note(whole_note(whole, &of_whole, style)?);
        for note in rounding_notes(style) {
            table.note(note);
        }
        for note in by_count.notes.into_iter().chain(by_area.notes) {
            table.note(note);
        }
        Ok(table)
    }
}

fn total_cell(share: Option<Ratio>, rounding: Rounding) -> Result<Cell, ReportError> {
    Ok(match share {
        Some(share) => share.percent(rounding)?.into(),
        None => Cell::missing(),
    })
}

/// `面积（公顷）`, `area (ha)`.
pub(super) fn area_heading(style: &Style) -> String {
    let unit = style.unit_name();
    match style.language() {
        Language::Chinese => format!("面积（{unit}）"),
        Language::English => format!("area ({unit})"),
    }
}

/// How shares and areas were rounded.
pub(super) fn rounding_notes(style: &Style) -> Vec<String> {
    let language = style.language();
    let shares = style.shares();
    let (count, area) = (
        in_words(shares.by_count, language),
        in_words(shares.by_area, language),
    );
    let mut notes = if count == area {
        vec![rounding_note(PERCENTAGES, shares.by_area, language)]
    } else {
        vec![match language {
            Language::Chinese => format!("百分比各修约一次：占宗数{count}；占面积{area}。"),
            Language::English => {
                format!("Percentages are rounded once: of parcels {count}; of area {area}.")
            }
        }]
    };
    if let Some(rounding) = style.areas() {
        notes.push(rounding_note(AREAS, rounding, language));
        notes.push(
            language
                .pick(
                    "百分比按未修约的面积计算。",
                    "Percentages are of the areas before rounding.",
                )
                .to_string(),
        );
    }
    notes
}

/// How the areas, or the percentages, of a table were rounded.
pub(super) fn rounding_note(what: (&str, &str), rounding: Rounding, language: Language) -> String {
    let words = in_words(rounding, language);
    match language {
        Language::Chinese => format!("{}各修约一次：{words}。", what.0),
        Language::English => format!("{} are rounded once: {words}.", what.1),
    }
}

/// What [`rounding_note`] speaks of.
pub(super) const AREAS: (&str, &str) = ("面积", "Areas");
/// What [`rounding_note`] speaks of.
pub(super) const PERCENTAGES: (&str, &str) = ("百分比", "Percentages");

/// What the shares are shares of.
fn whole_note(whole: Whole, amount: &Tally, style: &Style) -> Result<String, ReportError> {
    let language = style.language();
    let name = match whole {
        Whole::Total => language.pick("全部（含未注明的）", "everything, stated or not"),
        Whole::Keyed => language.pick("已注明的部分", "what is stated"),
        Whole::Given(_) => language.pick("表外给定的总体", "a whole given from elsewhere"),
    };
    let (parcels, area) = (style.parcels(amount.parcels()), style.area(amount.area())?);
    Ok(match language {
        Language::Chinese => format!("占比的总体：{name}，{parcels}、{area}。"),
        Language::English => format!("Shares are of {name}: {parcels}, {area}."),
    })
}

/// One column of percentages: each the rounding of its share, or apportioned
/// where that is asked for and the rows list the whole.
fn percentages<K>(
    rows: &[ShareRow<K>],
    measure: By,
    whole: Whole,
    style: &Style,
) -> Result<Percentages, ReportError> {
    let language = style.language();
    let (rounding, name) = match measure {
        By::Count => (
            style.shares().by_count,
            language.pick("占宗数", "% of parcels"),
        ),
        By::Area => (style.shares().by_area, language.pick("占面积", "% of area")),
    };
    let lists_whole = !matches!(whole, Whole::Given(_));
    let mut notes = Vec::new();
    let cells = if style.is_apportioned() && lists_whole && !rows.is_empty() {
        let parts = rows.iter().map(|row| match measure {
            By::Count => row.tally.parcels(),
            By::Area => row.tally.area().quanta(),
        });
        let parts: Vec<u64> = parts.collect();
        let apportioned = Apportionment::largest_remainder(&parts, rounding)?;
        let mut cells: Vec<Cell> = apportioned
            .percentages()
            .iter()
            .map(|percent| Cell::from(*percent))
            .collect();
        for moved in apportioned.moved() {
            if let Some(cell) = cells.get_mut(moved.index) {
                *cell = Cell::from(moved.apportioned).marked();
            }
        }
        if let Some(note) = moved_note(&apportioned, name, language) {
            notes.push(note);
        }
        cells
    } else {
        let mut cells = Vec::with_capacity(rows.len());
        let mut sum = Some(Ratio::ZERO);
        for row in rows {
            let share = match measure {
                By::Count => row.by_count,
                By::Area => row.by_area,
            };
            let printed = share.percent(rounding)?;
            // Sums of decimals with the same places do not grow.
            sum = sum.and_then(|sum| sum.checked_add(printed.into()).ok());
            cells.push(Cell::from(printed));
        }
        if lists_whole && !rows.is_empty() {
            notes.extend(sum.and_then(|sum| sum_note(sum, rounding, name, language)));
        }
        cells
    };
    Ok(Percentages { cells, notes })
}

/// Says the printed sum where it is not 100 %.
fn sum_note(sum: Ratio, rounding: Rounding, name: &str, language: Language) -> Option<String> {
    if sum == Ratio::ONE {
        return None;
    }
    // A sum of printed numbers is a printable number: nothing is rounded.
    let sum = sum.percent(rounding).ok()?;
    Some(match language {
        Language::Chinese => {
            format!("“{name}”各行印出的百分比之和为{sum}，不是100%：各自修约所致。")
        }
        Language::English => format!(
            "The printed cells of “{name}” add up to {sum}, not 100%: each is rounded by itself."
        ),
    })
}

/// Says which cells were moved, from what.
fn moved_note(apportioned: &Apportionment, name: &str, language: Language) -> Option<String> {
    if apportioned.moved().is_empty() {
        return None;
    }
    let moves: Vec<String> = apportioned
        .moved()
        .iter()
        .map(|moved| match language {
            Language::Chinese => format!("{}改为{}", moved.rounded, moved.apportioned),
            Language::English => format!("{} to {}", moved.rounded, moved.apportioned),
        })
        .collect();
    Some(match language {
        Language::Chinese => format!(
            "* “{name}”按最大余数法调整，使各行之和为100%：{}。",
            moves.join("，")
        ),
        Language::English => format!(
            "* “{name}” was adjusted by largest remainder so that the rows add up to 100%: {}.",
            moves.join(", ")
        ),
    })
}
