//! Reading a category scheme from CSV.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::category::{CategoryLevel, CategoryNumber, SchemeCategory};
use super::error::SchemeTableError;
use super::table::{FIELD_LIMIT, SchemeHead, SchemeMember, SchemeTable};
use crate::industry::code::{IndustryCode, IndustryError};
use crate::industry::edition::Edition;
use crate::industry::printed::PrintedCode;
use crate::industry::scheme::Extent;
use crate::separated::{Printed, records};
use crate::text::{check_label, quote};

/// What a column of a scheme holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Level(CategoryLevel),
    Name,
    Code,
    /// Remarks, and names of industries, which the standard has.
    NotUsed,
}

/// Heads as they are compared, without spaces, brackets, years and the words
/// 代码 and code behind them.
const HEADS: [(Column, &[&str]); 6] = [
    (
        Column::Level(CategoryLevel::Large),
        &["大类", "large", "largecategory"],
    ),
    (
        Column::Level(CategoryLevel::Middle),
        &["中类", "middle", "middlecategory"],
    ),
    (
        Column::Level(CategoryLevel::Small),
        &["小类", "small", "smallcategory"],
    ),
    (Column::Name, &["名称", "类别名称", "分类名称", "name"]),
    (
        Column::Code,
        &[
            "国民经济行业",
            "国民经济行业分类",
            "行业",
            "行业分类",
            "industry",
            "",
        ],
    ),
    (
        Column::NotUsed,
        &[
            "国民经济行业名称",
            "国民经济行业分类名称",
            "行业名称",
            "industryname",
            "备注",
            "说明",
            "remark",
            "note",
        ],
    ),
];

/// A head without what varies, and the edition that it names.
fn folded(head: &str) -> (String, Option<Edition>) {
    let narrow = |found: char| match found {
        '０'..='９' => u32::from(found)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)
            .unwrap_or(found),
        _ => found.to_ascii_lowercase(),
    };
    let is_mark = |found: char| {
        found.is_whitespace() || matches!(found, '（' | '）' | '(' | ')' | '_' | '-' | '年' | '版')
    };
    let mut head: String = head
        .chars()
        .map(narrow)
        .filter(|it| !is_mark(*it))
        .collect();
    head = head.replace("gb/t4754", "");
    let mut edition = None;
    for known in Edition::ALL {
        let year = known.code().rsplit('-').next().unwrap_or_default();
        if head.contains(year) {
            edition = Some(*known);
            head = head.replace(year, "");
        }
    }
    let bare = head
        .strip_suffix("代码")
        .or_else(|| head.strip_suffix("code"))
        .map(ToString::to_string);
    (bare.unwrap_or(head), edition)
}

/// The columns of a table, and the edition that its header names.
struct Columns {
    columns: Vec<Column>,
    edition: Option<Edition>,
}

impl Columns {
    fn read(header: &[String]) -> Result<Self, SchemeTableError> {
        let mut columns = Vec::new();
        let mut edition = None;
        for head in header {
            let (bare, named) = folded(head);
            let is_code_alone = bare.is_empty() && head.trim().is_empty();
            let known = HEADS
                .iter()
                .find(|(_, heads)| heads.contains(&bare.as_str()));
            let column = match known.filter(|_| !is_code_alone) {
                Some((column, _)) => *column,
                None => return Err(SchemeTableError::UnknownColumn { given: quote(head) }),
            };
            if column != Column::NotUsed && columns.contains(&column) {
                return Err(SchemeTableError::ColumnRepeated { given: quote(head) });
            }
            if column == Column::Code {
                edition = named;
            }
            columns.push(column);
        }
        let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
        if !has(|column| *column == Column::Code) {
            return Err(SchemeTableError::MissingColumn {
                what: "industry codes",
                example: "国民经济行业代码（2017）",
            });
        }
        if !has(|column| matches!(column, Column::Level(_))) {
            return Err(SchemeTableError::MissingColumn {
                what: "categories",
                example: "大类",
            });
        }
        Ok(Self { columns, edition })
    }

    /// The edition of the codes: what the header says, or the caller.
    fn edition(&self, head: &SchemeHead) -> Result<Edition, SchemeTableError> {
        match (self.edition, head.classification) {
            (Some(header), Some(given)) if header != given => {
                Err(SchemeTableError::Editions { header, given })
            }
            (Some(edition), _) | (None, Some(edition)) => Ok(edition),
            (None, None) => Err(SchemeTableError::NoEdition),
        }
    }

    /// The cell of a column in a row; empty where there is none.
    fn cell<'a>(&self, row: &'a Printed, wanted: Column) -> &'a str {
        let mut cells = self.columns.iter().zip(&row.cells);
        let found = cells.find(|(column, _)| **column == wanted);
        found.map_or("", |(_, cell)| cell.trim())
    }
}

/// The rows that were read so far.
struct Rows {
    edition: Edition,
    /// The category of each level that stands above.
    above: [Option<CategoryNumber>; 3],
    categories: Vec<SchemeCategory>,
    members: Vec<SchemeMember>,
}

impl Rows {
    /// The narrowest category of a row, and whether the row itself names it.
    fn category(
        &mut self,
        columns: &Columns,
        row: &Printed,
    ) -> Result<Option<(CategoryNumber, bool)>, SchemeTableError> {
        let line = row.line;
        let mut is_named = false;
        for level in CategoryLevel::ALL.iter().copied() {
            let cell = columns.cell(row, Column::Level(level));
            if cell.is_empty() {
                continue;
            }
            let number: CategoryNumber = cell
                .parse()
                .map_err(|source| SchemeTableError::Number { line, source })?;
            is_named = true;
            let wider = self.above.iter().take(level.index()).flatten();
            if let Some(above) = wider.last()
                && (number == *above || !number.is_within(above))
            {
                let above = above.clone();
                return Err(SchemeTableError::Nested {
                    line,
                    number: number.into(),
                    above: above.into(),
                });
            }
            let changed = self.above.iter_mut().skip(level.index());
            for (place, slot) in changed.enumerate() {
                match place {
                    0 if slot.as_ref() == Some(&number) => break,
                    0 => *slot = Some(number.clone()),
                    _ => *slot = None,
                }
            }
            self.keep(line, level, number)?;
        }
        let narrowest = self.above.iter().flatten().last();
        Ok(narrowest.map(|number| (number.clone(), is_named)))
    }

    /// Keeps a category that is new.
    fn keep(
        &mut self,
        line: usize,
        level: CategoryLevel,
        number: CategoryNumber,
    ) -> Result<(), SchemeTableError> {
        if self.categories.iter().any(|it| it.number == number) {
            return Ok(());
        }
        let is_plain = |number: &CategoryNumber| !number.as_str().contains('.');
        let mut others = self.categories.iter();
        let other = others
            .find(|it| it.level == level && it.number.as_str().len() != number.as_str().len());
        let all_plain = self.categories.iter().all(|it| is_plain(&it.number));
        if let Some(other) = other.filter(|_| all_plain && is_plain(&number)) {
            let other = other.number.clone();
            return Err(SchemeTableError::Width {
                line,
                number: number.into(),
                other: other.into(),
            });
        }
        self.categories.push(SchemeCategory {
            number,
            level,
            name: None,
        });
        Ok(())
    }

    fn name(
        &mut self,
        line: usize,
        number: &CategoryNumber,
        name: &str,
    ) -> Result<(), SchemeTableError> {
        check_label(name, FIELD_LIMIT).map_err(|source| SchemeTableError::Name {
            line,
            source: Box::new(source),
        })?;
        let category = self.categories.iter_mut().find(|it| it.number == *number);
        let Some(category) = category else {
            return Ok(());
        };
        match &category.name {
            Some(known) if known != name => Err(SchemeTableError::Renamed {
                line,
                number: number.clone(),
            }),
            _ => {
                category.name = Some(name.into());
                Ok(())
            }
        }
    }

    fn row(&mut self, columns: &Columns, row: &Printed) -> Result<(), SchemeTableError> {
        let line = row.line;
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if row.cells.len() > columns.columns.len() {
            return Err(SchemeTableError::Cells { line });
        }
        let category = self.category(columns, row)?;
        let (name, codes) = (
            columns.cell(row, Column::Name),
            columns.cell(row, Column::Code),
        );
        if name.is_empty() && codes.is_empty() {
            return Ok(());
        }
        let Some((category, is_named)) = category else {
            return Err(SchemeTableError::NoCategory { line });
        };
        if is_named && !name.is_empty() {
            self.name(line, &category, name)?;
        }
        let is_between = |found: char| {
            found.is_whitespace() || matches!(found, '、' | ',' | '，' | ';' | '；' | '/')
        };
        for printed in codes.split(is_between).filter(|it| !it.is_empty()) {
            let bare = printed.trim_matches(['*', '＊']);
            let extent = Extent::of(bare == printed);
            self.members.push(SchemeMember {
                category: category.clone(),
                code: self.code(line, bare)?,
                extent,
            });
        }
        Ok(())
    }

    /// A code; one that may have lost its zero is an error.
    fn code(&self, line: usize, printed: &str) -> Result<IndustryCode, SchemeTableError> {
        let error = |source| SchemeTableError::Code {
            line,
            source: Box::new(source),
        };
        let read = PrintedCode::read(self.edition, None, printed).map_err(error)?;
        let as_printed = read.certain().ok_or_else(|| {
            let given = quote(printed);
            error(IndustryError::Malformed { given })
        })?;
        let is_bare = printed.chars().all(char::is_numeric);
        let restored = IndustryCode::new(self.edition, &format!("0{}", as_printed.code())).ok();
        match restored.filter(|_| is_bare) {
            Some(restored) => Err(SchemeTableError::Doubtful {
                line,
                given: quote(printed),
                as_printed,
                restored,
            }),
            None => Ok(as_printed),
        }
    }
}

impl SchemeTable {
    /// Reads a scheme from CSV, as an office has it.
    ///
    /// *Columns*, in any order: 大类, 中类, 小类 (numbers of categories; one of
    /// them at least), 名称, 国民经济行业代码 with the year of its edition
    /// (`国民经济行业代码（2017）`, `code_2011`); 行业名称 and 备注 are not used.
    /// *Cells*: a category that is empty has what stands above it, as merged
    /// cells do, while those wider are the same; a row without a code names a
    /// category; a cell may hold several codes; `*` before or behind a code
    /// marks a part. Codes are read as [`PrintedCode`] does. A bare code such as
    /// `111` that may be a `0111` without its zero is an error; `B111` is not.
    ///
    /// # Errors
    ///
    /// [`SchemeTableError`], with the line.
    ///
    /// ```
    /// use standard_land::industry::{Edition, Extent, SchemeHead, SchemeTable};
    ///
    /// let head = SchemeHead::new("an extract for this example", "2017", "made up");
    /// let table = SchemeTable::read(&head, "code_2017,large_category\nC2710,01\n*3741,02\n")?;
    /// assert_eq!(table.classification(), Edition::E2017);
    /// assert_eq!(table.members()[0].extent, Extent::Full);
    /// assert_eq!(table.members()[1].extent, Extent::Partial);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn read(head: &SchemeHead, csv: &str) -> Result<Self, SchemeTableError> {
        head.check()?;
        let rows = records(csv).map_err(|line| SchemeTableError::Unclosed { line })?;
        let mut rows = rows.iter();
        let header = rows.next().map_or(&[][..], |row| &row.cells);
        let columns = Columns::read(header)?;
        let edition = columns.edition(head)?;
        let mut read = Rows {
            edition,
            above: [const { None }; 3],
            categories: Vec::new(),
            members: Vec::new(),
        };
        for row in rows {
            read.row(&columns, row)?;
        }
        Self::new(head.clone(), edition, read.categories, read.members)
    }
}
