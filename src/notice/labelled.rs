//! Rows that a cell calls totals: whether they are.

use super::cell;
use super::column::Column;
use super::headers::{Header, Headers};
use super::rows::Row;
use super::total::TotalKind;
use super::total_label::{
    Form, Label, Said, Under, is_class, is_count, may_have_label, names_nothing, of_cell,
};

/// The most bytes of a cell that can be a label in a row that has a number.
const LONGEST_BESIDE_NUMBER: usize = 32;

/// What a label makes of a row that has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labelled {
    /// The row is a total.
    Total(TotalKind),
    /// It says more than a total does: it is a parcel, and that is doubtful.
    Parcel,
}

/// Looks for a label in a row.
///
/// Of a row that has a number only a short text that it begins with and a short
/// name of its project are looked at: it is a parcel whatever it says.
///
/// A row is a parcel if it identifies one: by a supervision number of its own, by
/// a holder, and by any name or number that stands before the label. What a class
/// of parcels is called by (文水县, 工业用地), a period, a count or a day identifies
/// nothing. Behind a label the row may go on with the project or the class that it
/// is the total of; a lot number or a place identifies a parcel there too, and so
/// does anything beside a label among remarks, or one that names something. A count
/// such as 共3宗 is a label only where nothing else is said.
pub(super) fn of_row(row: Row<'_>, headers: &Headers, is_numbered: bool) -> Option<Labelled> {
    let may_have_label = if is_numbered {
        let project = headers.place(Column::Project);
        let cells = [Some(0), project].into_iter().flatten();
        cells
            .filter_map(|place| row.cell(place))
            .any(|cell| cell.len() <= LONGEST_BESIDE_NUMBER && may_have_label(cell))
    } else {
        may_have_label(row.text)
    };
    if may_have_label {
        Signs::of(row, headers).judge(is_numbered)
    } else {
        None
    }
}

/// What the cells of a row say of what it is.
#[derive(Debug, Default)]
struct Signs {
    label: Option<(Label, Kind)>,
    count: Option<TotalKind>,
    /// Something looks like a label.
    is_like: bool,
    /// What identifies a parcel best.
    identified: Option<By>,
    /// A number stands where lots are numbered: of one, or of how many there are.
    is_numbered: bool,
}

/// What identifies a parcel, the better the further down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    /// Something behind the label, perhaps what is summed up.
    Behind,
    /// A lot or a place behind the label.
    Lot,
    /// Something before the label, or without one.
    Before,
    /// A holder.
    Holder,
}

impl Signs {
    fn of(row: Row<'_>, headers: &Headers) -> Self {
        let mut signs = Self::default();
        let cells = (0..row.len()).filter_map(|place| {
            let cell = core::str::from_utf8(row.cell(place)?).ok()?;
            Some((Kind::of(headers, place), cell::trimmed(cell)))
        });
        for (kind, cell) in cells {
            if kind == Kind::Area || cell::is_missing(cell) {
                continue;
            }
            let under = match kind {
                Kind::Holder => Under::Holders,
                Kind::Division => Under::Divisions,
                _ => Under::Other,
            };
            match of_cell(cell, under) {
                Said::Label(label) => signs.note(label, kind),
                said => {
                    signs.is_like |= said == Said::Like;
                    signs.note_text(cell, kind);
                }
            }
        }
        signs
    }

    fn note(&mut self, label: Label, kind: Kind) {
        match label.form {
            Form::Count => self.count = self.count.or(Some(label.kind)),
            // Further behind it may be the name of a project.
            Form::Named if self.identified >= Some(By::Before) => self.is_like = true,
            Form::Plain | Form::Named => {
                self.label.get_or_insert((label, kind));
            }
        }
    }

    fn note_text(&mut self, cell: &str, kind: Kind) {
        self.is_numbered |= matches!(kind, Kind::Lot | Kind::Number);
        if !kind.identifies(cell) {
            return;
        }
        let is_lot = kind != Kind::Project && kind.is_lot(cell) && !is_class(cell);
        let by = match self.label {
            _ if kind == Kind::Holder => By::Holder,
            None => By::Before,
            Some(_) if is_lot => By::Lot,
            Some(_) => By::Behind,
        };
        self.identified = self.identified.max(Some(by));
    }

    fn judge(&self, is_numbered: bool) -> Option<Labelled> {
        let Some((label, kind)) = self.label else {
            let is_parcel = is_numbered || self.is_like || self.identified.is_some();
            let total = self.count.filter(|_| !is_parcel).map(Labelled::Total);
            return total.or_else(|| self.is_like.then_some(Labelled::Parcel));
        };
        let least = if kind == Kind::Remark || label.form == Form::Named {
            By::Behind
        } else {
            By::Lot
        };
        let is_parcel =
            self.identified >= Some(least) || (kind == Kind::Remark && self.is_numbered);
        Some(if is_parcel {
            Labelled::Parcel
        } else {
            Labelled::Total(label.kind)
        })
    }
}

/// What a column says of the parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Area,
    Division,
    Project,
    Location,
    Number,
    Holder,
    Remark,
    /// An unknown head that is one of a number, a name or a place.
    Lot,
    /// An unknown head that says nothing of this.
    Unknown,
    /// A known column that parcels have in common.
    Common,
}

/// Parts of unknown heads, by what they are the heads of; the first counts.
const HEADS: [(Kind, &[&str]); 4] = [
    (
        Kind::Common,
        &[
            "序号", "次序", "面积", "价", "款", "金额", "年限", "用途", "方式", "时间", "日期",
            "率", "price", "date", "area",
        ],
    ),
    (
        Kind::Remark,
        &["备注", "说明", "附注", "注释", "remark", "note", "comment"],
    ),
    (
        Kind::Holder,
        &[
            "受让",
            "竞得",
            "使用权人",
            "用地单位",
            "建设单位",
            "中标",
            "企业",
            "公司",
            "业主",
            "姓名",
            "权利人",
            "单位名称",
            "holder",
            "owner",
            "buyer",
            "company",
        ],
    ),
    (
        Kind::Lot,
        &[
            "编号",
            "地块",
            "宗地",
            "坐落",
            "座落",
            "位置",
            "地址",
            "地点",
            "合同号",
            "lot",
            "parcel",
            "plot",
            "location",
            "address",
        ],
    ),
];

impl Kind {
    fn of(headers: &Headers, place: usize) -> Self {
        match headers.get(place) {
            Some(Header::Known(column) | Header::Again(column)) => match column {
                Column::Area => Self::Area,
                Column::Division => Self::Division,
                Column::Project => Self::Project,
                Column::Location => Self::Location,
                Column::SupervisionNumber => Self::Number,
                Column::Holder => Self::Holder,
                _ => Self::Common,
            },
            Some(Header::OtherArea(_)) => Self::Area,
            Some(Header::Unknown(head)) => {
                let head = head.to_lowercase();
                let found = HEADS
                    .iter()
                    .find(|(_, parts)| parts.iter().any(|part| head.contains(part)));
                found.map_or(Self::Unknown, |(kind, _)| *kind)
            }
            // Nobody knows what it is.
            None => Self::Common,
        }
    }

    /// Whether a cell without a label tells a parcel from others.
    fn identifies(self, cell: &str) -> bool {
        match self {
            Self::Area | Self::Division | Self::Remark | Self::Common => false,
            Self::Project | Self::Location | Self::Holder => is_name(cell),
            // 第1宗 is a lot, 2023年 is a period.
            Self::Number => is_ordinal(cell) || is_name(cell),
            Self::Lot => is_ordinal(cell) || is_code(cell) || is_name(cell),
            Self::Unknown => {
                is_ordinal(cell) || is_code(cell) || (is_name(cell) && !is_class(cell))
            }
        }
    }

    /// Whether it does so behind a label: what else is said there may be what is
    /// summed up.
    fn is_lot(self, cell: &str) -> bool {
        matches!(self, Self::Location | Self::Lot) || is_code(cell)
    }
}

/// Whether a cell is a name, not a period, a count or an amount.
fn is_name(cell: &str) -> bool {
    let first = cell.chars().next();
    first.is_some_and(|first| !first.is_numeric())
        && cell.chars().any(char::is_alphabetic)
        && !is_count(cell)
        && !names_nothing(cell)
}

/// Whether a cell is one of several lots: 第1宗.
fn is_ordinal(cell: &str) -> bool {
    cell.starts_with('第') && cell.contains(['宗', '块', '号'])
}

/// Whether a cell is a number with something that makes a code of it: `A-1`, 12号.
fn is_code(cell: &str) -> bool {
    let has_digit = cell.contains(|it: char| it.is_numeric());
    has_digit
        && cell.contains(|it: char| {
            it.is_ascii_alphabetic() || matches!(it, '-' | '－' | '—' | '号' | '#')
        })
        && !names_nothing(cell)
}
