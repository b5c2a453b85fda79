//! Cells that call their row a total: what a label is, and what only looks like one.

use alloc::string::String;

use super::total::TotalKind;
use super::total_words::{self, Part, at_start};

/// The most bytes of a cell that can be a label, and of a name in it.
const LONGEST: usize = 96;
const LONGEST_NAME: usize = 36;

/// The most characters behind a word that may be read as more of a label.
const LONGEST_REST: usize = 8;

/// A cell that calls its row a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) kind: TotalKind,
    pub(super) form: Form,
}

/// How a label is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A word, and nothing that names anything.
    Plain,
    /// Something is named that there may be a total of: 文水县小计.
    Named,
    /// Only things are counted: 共3宗.
    Count,
}

/// What a cell says of totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It is a label.
    Label(Label),
    /// It looks like one, but says what is not known.
    Like,
    /// Nothing.
    Nothing,
}

/// Where a label stands, which decides what it may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Under {
    /// Among holders, where a name is that of a firm or of a person.
    Holders,
    /// Among divisions, each of which there may be a total of.
    Divisions,
    /// Elsewhere.
    Other,
}

/// What a trimmed cell says of totals, however it is set and spaced.
///
/// A label is a whole cell. It is made of words of one table, among them one that
/// makes a label, and of numbers and marks: 2023年合计, 合计（3宗）, 总计(公顷). In
/// front of the word it may name a division, a use or a method, but not among
/// holders: there a name is a name.
pub(super) fn of_cell(cell: &str, under: Under) -> Said {
    if cell.len() > LONGEST || !may_have_label(cell.as_bytes()) {
        return Said::Nothing;
    }
    let folded: String = cell.chars().filter_map(fold).collect();
    let mut words = Words::default();
    let rest = words.take(&folded);
    if rest.is_empty() {
        let is_strange = under == Under::Holders && words.may_be_a_name;
        return match words.label() {
            Some(_) if is_strange => Said::Like,
            Some(label) => Said::Label(label),
            None => Said::Nothing,
        };
    }
    if let Some((name, kind)) = named(rest) {
        return if under != Under::Holders && may_be_summed_up(name, under) {
            let form = Form::Named;
            Said::Label(Label { kind, form })
        } else {
            Said::Like
        };
    }
    let rest = rest.trim_end_matches(is_dressing);
    let is_name = total_words::of(Part::Name).any(|end| rest.ends_with(end));
    // English runs on without white space here: only what is known is a label.
    let is_long =
        rest.chars().count() > LONGEST_REST || rest.contains(|it: char| it.is_ascii_alphabetic());
    let begins_so = words.label().is_some() && !is_name && !is_long;
    if (begins_so && !rest.starts_with(CONTINUED)) || ends_in_english(cell) {
        Said::Like
    } else {
        Said::Nothing
    }
}

/// Whether the last word of a cell is an English one that makes a label.
fn ends_in_english(cell: &str) -> bool {
    let last = cell.split_whitespace().next_back().unwrap_or_default();
    matches!(at_start(&last.to_lowercase()), Some((Part::Word(_), word)) if word.len() == last.len() && word.is_ascii())
}

/// 总计划 and 总计算 begin as labels do.
const CONTINUED: [char; 2] = ['划', '算'];

/// Whether a trimmed cell is a label, wherever it stands: 合计3宗 is not a number.
pub(super) fn is_label(cell: &str) -> bool {
    matches!(of_cell(cell, Under::Other), Said::Label(_))
}

/// A name with a label behind it, and the kind of that.
fn named(text: &str) -> Option<(&str, TotalKind)> {
    text.char_indices()
        .skip(1)
        .filter(|(place, _)| *place <= LONGEST_NAME)
        .filter_map(|(place, _)| text.split_at_checked(place))
        .find_map(|(name, behind)| {
            let (Part::Word(_), word) = at_start(behind)? else {
                return None;
            };
            // `total` at the end of another English word.
            let is_cut = word.is_ascii() && name.ends_with(|last: char| last.is_ascii_alphabetic());
            let mut words = Words::default();
            let is_whole = !is_cut && words.take(behind).is_empty();
            let kind = words.strong.filter(|_| is_whole)?;
            Some((name.trim_end_matches(is_dressing), kind))
        })
}

/// Whether there may be a total of what is named.
fn may_be_summed_up(name: &str, under: Under) -> bool {
    is_class(name) || (under == Under::Divisions && name.chars().all(|it| !it.is_ascii()))
}

/// Whether a text is what a division, a use or a method is called by.
pub(super) fn is_class(text: &str) -> bool {
    text.len() <= LONGEST_NAME && total_words::of(Part::Class).any(|end| text.ends_with(end))
}

/// Whether a trimmed cell names nothing: a period, a count, an amount, a unit.
pub(super) fn names_nothing(cell: &str) -> bool {
    if cell.len() > LONGEST {
        return false;
    }
    let folded: String = cell.chars().filter_map(fold).collect();
    Words::default().take(&folded).is_empty()
}

/// The words that a cell begins with.
#[derive(Debug, Default)]
struct Words {
    /// The last word that makes a label, the last one that does so weakly, and
    /// the number of things behind 共.
    strong: Option<TotalKind>,
    weak: Option<TotalKind>,
    count: Option<TotalKind>,
    /// One character in front of the word may be a family name: 万, 年.
    may_be_a_name: bool,
    before: Option<Taken>,
}

/// What was taken last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Joint,
    Number,
    NumberOfJoint,
    Other,
}

impl Words {
    /// Takes all that is known from the start of a text; gives what is left.
    fn take<'a>(&mut self, text: &'a str) -> &'a str {
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(is_dressing);
            let taken = if let Some((part, word)) = at_start(rest) {
                self.note(part, word);
                rest.strip_prefix(word)
            } else {
                let behind = rest.trim_start_matches(is_numeral);
                let number = rest.strip_suffix(behind).unwrap_or_default();
                self.note_number(number);
                (!number.is_empty()).then_some(behind)
            };
            match taken {
                Some(behind) => rest = behind,
                None => return rest,
            }
        }
    }

    fn note(&mut self, part: Part, word: &str) {
        let is_short = word.chars().nth(1).is_none();
        let is_first = self.strong.or(self.weak).is_none();
        match (part, self.before) {
            (Part::Word(kind), _) => self.strong = Some(kind),
            (Part::Sum, _) => self.weak = Some(TotalKind::Total),
            (Part::Unit, Some(Taken::Number)) => {}
            (Part::Unit, Some(Taken::NumberOfJoint)) => self.count = Some(TotalKind::InAll),
            _ => self.may_be_a_name |= is_short && is_first,
        }
        self.before = Some(match part {
            Part::Joint => Taken::Joint,
            _ => Taken::Other,
        });
    }

    fn note_number(&mut self, number: &str) {
        self.may_be_a_name |= self.strong.or(self.weak).is_none() && !number.is_ascii();
        self.before = Some(match self.before {
            Some(Taken::Joint) => Taken::NumberOfJoint,
            _ => Taken::Number,
        });
    }

    /// The label that the words are, all of them taken.
    fn label(&self) -> Option<Label> {
        let of = |form| move |kind| Label { kind, form };
        let plain = self.strong.or(self.weak).map(of(Form::Plain));
        plain.or_else(|| self.count.map(of(Form::Count)))
    }
}

/// What numbers in labels are written with.
const fn is_numeral(found: char) -> bool {
    matches!(
        found,
        '0'..='9'
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
    )
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

/// Whether there is what every label has: 计, 計, 总, 總, 共, 页, 頁, or `al` of
/// either width, by the bytes that tell these from most others.
///
/// Without branches, so that the compiler compares many bytes at once: few
/// rows have it, and no other row is looked at further.
pub(super) fn may_have_label(text: &[u8]) -> bool {
    const ENDS: [[u8; 2]; 9] = [
        [0xAE, 0xA1],
        [0xA8, 0x88],
        [0x80, 0xBB],
        [0xB8, 0xBD],
        [0x85, 0xB1],
        [0xA1, 0xB5],
        [0xA0, 0x81],
        [0xBD, 0x8C],
        [0xBC, 0xAC],
    ];
    let pairs = text.iter().zip(text.iter().skip(1));
    pairs.fold(false, |any, (first, second)| {
        let is = |[a, b]: [u8; 2]| ((first ^ a) | (second ^ b)) == 0;
        let is_al = (((first | 0x20) ^ b'a') | ((second | 0x20) ^ b'l')) == 0;
        ENDS.iter().fold(any | is_al, |any, end| any | is(*end))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn other(cell: &str) -> Said {
        of_cell(cell, Under::Other)
    }

    #[test]
    fn a_name_is_no_label_among_holders() {
        for (cell, said) in [
            ("张合计", Said::Like),
            ("王累计", Said::Like),
            ("年合计", Said::Like),
            ("万合计", Said::Like),
            ("上海合计", Said::Like),
            ("上海合计（有限合伙）", Said::Nothing),
            ("上海合计（集团）", Said::Nothing),
            ("合计（集团）", Said::Nothing),
            ("合计（有限合伙）", Said::Nothing),
            ("共同集团", Said::Nothing),
        ] {
            assert_eq!(of_cell(cell, Under::Holders), said, "{cell}");
        }
        for cell in ["张合计", "王累计", "上海合计（集团）"] {
            assert!(!matches!(other(cell), Said::Label(_)), "{cell}");
        }
        assert!(matches!(
            of_cell("上海合计", Under::Divisions),
            Said::Label(_)
        ));
        for cell in ["合计", "本页小计：", "2023年合计", "合计（3家）"] {
            assert!(
                matches!(of_cell(cell, Under::Holders), Said::Label(_)),
                "{cell}"
            );
        }
    }

    #[test]
    fn what_looks_like_a_label_and_is_not_known_is_said() {
        for cell in [
            "合计拟供应",
            "一期累计",
            "合计拟出让宗地",
            "总面积未核",
            "某某合计",
        ] {
            assert_eq!(other(cell), Said::Like, "{cell}");
        }
    }

    /// Labels, and of which kind they are.
    const PLAIN: [(&str, TotalKind); 71] = [
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
        ("合计供地面积", TotalKind::Total),
        ("合计出让面积", TotalKind::Total),
        ("合计数量", TotalKind::Total),
        ("合计用地", TotalKind::Total),
        ("总用地面积（亩）", TotalKind::Total),
        ("总和", TotalKind::Total),
        ("汇总", TotalKind::Total),
        ("总共", TotalKind::InAll),
        ("一共", TotalKind::InAll),
        ("合计2023年", TotalKind::Total),
        ("合计人民币", TotalKind::Total),
        ("承前页", TotalKind::Cumulative),
        ("承前頁", TotalKind::Cumulative),
        ("过次页", TotalKind::Cumulative),
        ("Total 1 parcels", TotalKind::Total),
        ("In total: 3 plots", TotalKind::InAll),
        ("小计（总面积）", TotalKind::Subtotal),
    ];

    #[test]
    fn labels_are_found_however_they_are_set() {
        for (cell, kind) in PLAIN {
            let form = Form::Plain;
            assert_eq!(other(cell), Said::Label(Label { kind, form }), "{cell}");
        }
        for cell in [
            "文水县小计",
            "2024年工业合计",
            "工业用地小计（2宗）",
            "其中：标准地合计",
        ] {
            let said = other(cell);
            assert!(
                matches!(
                    said,
                    Said::Label(Label {
                        form: Form::Named,
                        ..
                    })
                ),
                "{cell}: {said:?}"
            );
            assert_eq!(of_cell(cell, Under::Holders), Said::Like, "{cell}");
        }
        for cell in ["共1宗", "（共三宗地）", "共有2个地块"] {
            let kind = TotalKind::InAll;
            let form = Form::Count;
            assert_eq!(other(cell), Said::Label(Label { kind, form }), "{cell}");
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
            assert_eq!(other(cell), Said::Nothing, "{cell}");
        }
    }
}
