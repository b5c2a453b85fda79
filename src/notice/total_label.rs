//! Recognises the rows that sum up others, by what a cell calls them.

use alloc::string::String;

use super::cell;
use super::column::Column;
use super::headers::Headers;
use super::rows::Row;
use super::total::TotalKind;

/// The words, the longer ones first where one ends with another.
const WORDS: [(&str, TotalKind); 16] = [
    ("总合计", TotalKind::GrandTotal),
    ("总计", TotalKind::GrandTotal),
    ("合计", TotalKind::Total),
    ("小计", TotalKind::Subtotal),
    ("共计", TotalKind::InAll),
    ("累计", TotalKind::Cumulative),
    ("grandtotal", TotalKind::GrandTotal),
    ("subtotal", TotalKind::Subtotal),
    ("sub-total", TotalKind::Subtotal),
    ("runningtotal", TotalKind::Cumulative),
    ("total", TotalKind::Total),
    ("totals", TotalKind::Total),
    ("合计面积", TotalKind::Total),
    ("总面积", TotalKind::Total),
    ("总数", TotalKind::Total),
    ("总宗数", TotalKind::Total),
];

/// What may stand in front of a word without making it a name.
const PREFIXES: [&str; 28] = [
    "",
    "分",
    "本次",
    "本批次",
    "上述",
    "本页",
    "本表",
    "本月",
    "本季",
    "本季度",
    "本年",
    "本年度",
    "本期",
    "当月",
    "当年",
    "全年",
    "全部",
    "全县",
    "全市",
    "全区",
    "全省",
    "以上",
    "各项",
    "逐月",
    "其中",
    "面积",
    "宗数",
    "金额",
];

/// What a total may say that it is the total of, behind the word.
const SUMMED: [&str; 9] = [
    "用地面积",
    "面积",
    "宗数",
    "亩数",
    "金额",
    "价款",
    "数",
    "值",
    "area",
];

/// The most bytes of a cell that can be a label, in any row and in one that has a
/// number; and of what stands before the word.
const LONGEST: usize = 96;
const LONGEST_BESIDE_NUMBER: usize = 32;
const LONGEST_PREFIX: usize = 48;

/// A cell that calls its row a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Label {
    kind: TotalKind,
    /// Nothing but the word: else something is named, 文水县小计.
    is_plain: bool,
}

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
/// A label begins or ends with one of the words. What else it may say without
/// naming anything is a period, a count, a unit, or what is summed up: 2023年合计,
/// 合计（3宗）, 总计(公顷), 合计面积. A label that names something, 文水县合计, makes a
/// total of a row that begins with it. Further behind it may be the name of a
/// project: the row is a parcel, and that is doubtful.
///
/// A parcel is identified by a supervision number of its own, or by its holder;
/// behind a label that is not the first thing the row says, or that names
/// something, by its project or its location too. A day identifies nothing.
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
    if !may_have_label {
        return None;
    }
    let area = headers.place(Column::Area);
    let cells = (0..row.len()).filter_map(|place| {
        let cell = core::str::from_utf8(row.cell(place)?).ok()?;
        Some((place, cell::trimmed(cell)))
    });
    let mut is_first = true;
    let mut is_doubtful = false;
    for (place, cell) in cells {
        if Some(place) == area || cell::is_missing(cell) {
            continue;
        }
        let label = of_cell(cell);
        if let Some(label) = label
            && (is_first || label.is_plain)
        {
            // What only a parcel has. A row that begins with the word may go on
            // with the project or the place that it is the total of.
            let names: &[Column] = if is_first && label.is_plain {
                &[Column::Holder]
            } else {
                &[Column::Project, Column::Location, Column::Holder]
            };
            return Some(if is_of_a_parcel(row, headers, names) {
                Labelled::Parcel
            } else {
                Labelled::Total(label.kind)
            });
        }
        is_doubtful |= label.is_some();
        // A serial number or a count in front of the label says nothing.
        is_first &= is_count(cell);
    }
    is_doubtful.then_some(Labelled::Parcel)
}

/// Whether a row says in one of some columns what only a parcel has: a name.
///
/// A day says nothing: offices date their totals too.
fn is_of_a_parcel(row: Row<'_>, headers: &Headers, names: &[Column]) -> bool {
    let cell = |column: &Column| {
        let cell = row.cell(headers.place(*column)?)?;
        core::str::from_utf8(cell).ok().map(cell::trimmed)
    };
    // 共3家 is a count of holders, and a label may be repeated in each cell.
    let is_name = |cell: &str| {
        let mut characters = cell.chars();
        characters.next().is_some_and(|first| !first.is_numeric())
            && cell.chars().any(char::is_alphabetic)
            && !cell::is_missing(cell)
            && !is_count(cell)
            && of_cell(cell).is_none()
    };
    names.iter().filter_map(cell).any(is_name)
}

/// Whether a cell is a label: 合计3宗 is not a number.
pub(super) fn is_label(cell: &str) -> bool {
    of_cell(cell).is_some()
}

/// The most bytes of a cell that can be a count, and of the digits in it.
const LONGEST_COUNT: usize = 24;
pub(super) const MOST_DIGITS: usize = 5;

/// Whether a trimmed cell only counts: `3`, `3宗`, 共3宗, （3宗）.
pub(super) fn is_count(cell: &str) -> bool {
    if cell.len() > LONGEST_COUNT {
        return false;
    }
    let folded: String = cell.chars().filter_map(fold).collect();
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    digits <= MOST_DIGITS && folded.chars().all(is_of_a_count)
}

/// What a count is written with, that of land included: 共三宗，7公顷.
fn is_of_a_count(found: char) -> bool {
    matches!(
        found,
        '0'..='9'
            | '('
            | ')'
            | '['
            | ']'
            | ','
            | '.'
            | ':'
            | '、'
            | '，'
            | '零'
            | '〇'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '共'
            | '约'
            | '宗'
            | '地'
            | '块'
            | '个'
            | '笔'
            | '项'
            | '条'
            | '户'
            | '家'
            | '幅'
            | '公'
            | '顷'
            | '亩'
            | '平'
            | '方'
            | '米'
            | '㎡'
            | '元'
    )
}

/// The label that a trimmed cell is, however it is set and spaced.
fn of_cell(cell: &str) -> Option<Label> {
    if cell.len() > LONGEST || !may_have_label(cell.as_bytes()) {
        return None;
    }
    let folded: String = cell.chars().filter_map(fold).collect();
    let text = without_dressing(&folded);
    let (word, kind) = WORDS.into_iter().find(|(word, _)| text.ends_with(word))?;
    let prefix = text.strip_suffix(word)?;
    // 一、合计 is numbered, not named; 合计/Total says it twice.
    let prefix = prefix
        .rsplit_once('、')
        .filter(|(number, _)| number.chars().all(is_of_a_count))
        .map_or(prefix, |(_, behind)| behind)
        .trim_matches(is_dressing);
    (prefix.len() <= LONGEST_PREFIX && !is_cut_word(prefix, word)).then(|| Label {
        kind,
        is_plain: PREFIXES.contains(&prefix)
            || WORDS.iter().any(|(word, _)| *word == prefix)
            || is_period(prefix),
    })
}

/// Whether what stands before a word is a period, or a number: 2023年1-6月, （一）.
fn is_period(prefix: &str) -> bool {
    prefix.chars().all(|found| {
        is_dressing(found)
            || matches!(
                found,
                '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            )
            || matches!(
                found,
                '年' | '月' | '日' | '度' | '季' | '第' | '上' | '下' | '半' | '份' | '旬'
            )
            || matches!(found, '截' | '至' | '到' | '底' | '末' | '初' | '历')
    })
}

/// Whether there is what every label has: 计, 計, 总, 總, or `al` of either width.
///
/// Without branches, so that the compiler compares many bytes at once: few
/// rows have it, and no other row is looked at further.
fn may_have_label(text: &[u8]) -> bool {
    let is = |found: [u8; 3], sought: [u8; 3]| {
        let pairs = found.iter().zip(sought);
        pairs.fold(0, |other, (found, sought)| other | (found ^ sought)) == 0
    };
    let (second, third) = (text.iter().skip(1), text.iter().skip(2));
    let windows = text.iter().zip(second).zip(third);
    windows.fold(false, |any, ((a, b), c)| {
        let found = [*a, *b, *c];
        any | is(found, [0xE8, 0xAE, 0xA1])
            | is(found, [0xE8, 0xA8, 0x88])
            | is(found, [0xE6, 0x80, 0xBB])
            | is(found, [0xE7, 0xB8, 0xBD])
            | is(found, [0xEF, 0xBD, 0x8C])
            | is(found, [0xEF, 0xBC, 0xAC])
            | is([0, b | 0x20, c | 0x20], [0, b'a', b'l'])
    })
}

/// A character as it is compared; none for white space.
fn fold(found: char) -> Option<char> {
    match found {
        '\u{200b}' | '\u{feff}' => None,
        '計' => Some('计'),
        '總' => Some('总'),
        '頁' => Some('页'),
        // The block of full-width forms repeats ASCII.
        '！'..='～' => char::from_u32(u32::from(found).wrapping_sub(0xFEE0))
            .map(|plain| plain.to_ascii_lowercase()),
        other if other.is_whitespace() => None,
        other => Some(other.to_ascii_lowercase()),
    }
}

const fn is_dressing(found: char) -> bool {
    !matches!(found, '0'..='9' | 'a'..='z' | '\u{3400}'..='\u{9fff}')
}

/// A label without brackets, colons and a count: `【合计】`, `合计(3宗):`.
fn without_dressing(folded: &str) -> &str {
    let mut text = folded.trim_start_matches(is_dressing);
    loop {
        let before = text;
        if let Some(inner) = text.strip_suffix(')') {
            text = inner.rsplit_once('(').map_or(inner, |(front, _)| front);
        }
        text = text.trim_end_matches(|last| is_dressing(last) && last != ')');
        let summed = SUMMED.iter().find_map(|summed| text.strip_suffix(summed));
        text = summed
            .filter(|front| WORDS.iter().any(|(word, _)| front.ends_with(word)))
            .unwrap_or(text);
        text = text.trim_end_matches(is_of_a_count);
        if text == before {
            return text;
        }
    }
}

/// `total` at the end of another English word.
fn is_cut_word(prefix: &str, word: &str) -> bool {
    word.is_ascii() && prefix.ends_with(|last: char| last.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_however_they_are_set() {
        for (cell, kind) in [
            ("合计", TotalKind::Total),
            ("合 计", TotalKind::Total),
            ("合\u{3000}\u{3000}计：", TotalKind::Total),
            ("合计（3宗）", TotalKind::Total),
            ("合计(3宗地):", TotalKind::Total),
            ("合计3宗", TotalKind::Total),
            ("合计数", TotalKind::Total),
            ("【合计】", TotalKind::Total),
            ("（合计）", TotalKind::Total),
            ("合計", TotalKind::Total),
            ("Total", TotalKind::Total),
            ("ＴＯＴＡＬ：", TotalKind::Total),
            ("TOTAL (3)", TotalKind::Total),
            ("小计", TotalKind::Subtotal),
            ("本页小计", TotalKind::Subtotal),
            ("Sub-total", TotalKind::Subtotal),
            ("sub total", TotalKind::Subtotal),
            ("总计", TotalKind::GrandTotal),
            ("總計", TotalKind::GrandTotal),
            ("总合计", TotalKind::GrandTotal),
            ("Grand Total", TotalKind::GrandTotal),
            ("共计", TotalKind::InAll),
            ("累计", TotalKind::Cumulative),
            ("本年累计", TotalKind::Cumulative),
            ("合计3公顷", TotalKind::Total),
            ("合计共3宗", TotalKind::Total),
            ("合计3宗，7公顷", TotalKind::Total),
            ("合计三宗", TotalKind::Total),
            ("合计面积", TotalKind::Total),
            ("总面积", TotalKind::Total),
            ("总数", TotalKind::Total),
            ("总宗数", TotalKind::Total),
            ("Totals", TotalKind::Total),
            ("本批次合计", TotalKind::Total),
            ("上述合计", TotalKind::Total),
            ("一、合计", TotalKind::Total),
            ("合计/Total", TotalKind::Total),
            ("总计(公顷)", TotalKind::GrandTotal),
            ("全市合计", TotalKind::Total),
            ("2023年合计", TotalKind::Total),
            ("2023年度合计", TotalKind::Total),
            ("２０２３年1—6月合计：", TotalKind::Total),
            ("2023年上半年小计", TotalKind::Subtotal),
            ("第一季度合计", TotalKind::Total),
            ("截至6月底累计", TotalKind::Cumulative),
            ("（一）小计", TotalKind::Subtotal),
            ("1.小计", TotalKind::Subtotal),
            ("其中：小计", TotalKind::Subtotal),
            ("面积合计", TotalKind::Total),
            ("合计宗数", TotalKind::Total),
            ("合计用地面积（公顷）", TotalKind::Total),
            ("小计面积", TotalKind::Subtotal),
            ("Total area (ha)", TotalKind::Total),
            ("总宗数", TotalKind::Total),
        ] {
            let is_plain = true;
            assert_eq!(of_cell(cell), Some(Label { kind, is_plain }), "{cell}");
        }
        for cell in ["文水县小计", "2024年工业合计", "工业用地小计（2宗）"] {
            let label = of_cell(cell).map(|label| label.is_plain);
            assert_eq!(label, Some(false), "{cell}");
        }
        for cell in [
            "",
            "计",
            "合计管理有限公司",
            "合计大厦项目",
            "合计（小计）有限公司",
            "合计科技有限公司",
            "某小计镇",
            "小计村工业园",
            "合计路东侧",
            "总计划项目",
            "共计三家公司",
            "建筑面积",
            "总值",
            "会计",
            "统计局设计院",
            "totally",
            "Subtotals and more",
            "teetotal",
            "3宗",
            "年产6万吨项目",
        ] {
            assert_eq!(of_cell(cell), None, "{cell}");
        }
    }
}
