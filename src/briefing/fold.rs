//! One form for each character: half width, simplified.

/// A character in the form in which the lexicon spells it.
///
/// Full-width forms become ASCII ones, except the punctuation that a Chinese
/// sentence is built with; traditional characters become simplified ones, as
/// far as a word of the lexicon has them.
#[expect(clippy::too_many_lines, reason = "one list of all characters")]
pub(super) const fn fold(found: char) -> char {
    match found {
        '０' => '0',
        '１' => '1',
        '２' => '2',
        '３' => '3',
        '４' => '4',
        '５' => '5',
        '６' => '6',
        '７' => '7',
        '８' => '8',
        '９' => '9',
        '．' => '.',
        '％' | '﹪' => '%',
        '／' => '/',
        '＋' => '+',
        '－' | '−' | '﹣' => '-',
        '（' => '(',
        '）' => ')',
        '：' => ':',
        '；' => ';',
        '！' => '!',
        '？' => '?',
        '〇' | '○' => '零',
        '萬' => '万',
        '億' => '亿',
        '畝' => '亩',
        '頃' => '顷',
        '個' | '箇' => '个',
        '佔' => '占',
        '較' => '较',
        '長' => '长',
        '約' => '约',
        '達' => '达',
        '項' => '项',
        '戶' | '戸' => '户',
        '塊' => '块',
        '與' => '与',
        '減' => '减',
        '總' => '总',
        '計' => '计',
        '為' | '爲' => '为',
        '餘' => '余',
        '別' => '别',
        '過' => '过',
        '於' => '于',
        '兩' => '两',
        '點' => '点',
        '幾' => '几',
        '數' => '数',
        '積' => '积',
        '價' => '价',
        '資' => '资',
        '額' => '额',
        '擴' => '扩',
        '縮' => '缩',
        '縣' => '县',
        '從' => '从',
        '當' => '当',
        '環' => '环',
        '後' => '后',
        '條' => '条',
        '張' => '张',
        '處' => '处',
        '棟' => '栋',
        '間' => '间',
        '臺' => '台',
        '種' => '种',
        '類' => '类',
        '組' => '组',
        '噸' => '吨',
        '號' => '号',
        '歲' => '岁',
        '時' => '时',
        '內' => '内',
        '標' => '标',
        '劃' => '划',
        '務' => '务',
        '應' => '应',
        '擬' => '拟',
        '還' => '还',
        '僅' => '仅',
        '漲' => '涨',
        '負' => '负',
        '給' => '给',
        '據' => '据',
        '產' => '产',
        '業' => '业',
        '輪' => '轮',
        '屆' => '届',
        '級' => '级',
        '圍' => '围',
        '壓' => '压',
        '簡' => '简',
        '淨' => '净',
        '權' => '权',
        '稅' => '税',
        '強' => '强',
        '構' => '构',
        '綜' => '综',
        '聯' => '联',
        '將' => '将',
        '滿' => '满',
        '筆' => '笔',
        '節' => '节',
        '層' => '层',
        '鐘' | '鍾' => '钟',
        '統' => '统',
        '單' => '单',
        '專' => '专',
        '歸' => '归',
        '壹' => '一',
        '貳' => '二',
        '叁' => '三',
        '肆' => '四',
        '伍' => '五',
        '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => found,
    }
}

/// How many bytes of a text a word takes, if the text begins with it in any
/// of its forms. The word is spelt as [`fold`] leaves it.
pub(super) fn spelt(text: &str, word: &str) -> Option<usize> {
    let mut given = text.char_indices();
    for wanted in word.chars() {
        let (_, found) = given.next()?;
        if fold(found) != wanted {
            return None;
        }
    }
    Some(given.offset())
}

/// The value of a digit, of either width.
pub(super) const fn digit(found: char) -> Option<u8> {
    match fold(found) {
        '0' => Some(0),
        '1' => Some(1),
        '2' => Some(2),
        '3' => Some(3),
        '4' => Some(4),
        '5' => Some(5),
        '6' => Some(6),
        '7' => Some(7),
        '8' => Some(8),
        '9' => Some(9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_twice_is_folding_once() {
        for found in (0..=0xFFFF).filter_map(char::from_u32) {
            assert_eq!(fold(fold(found)), fold(found), "{found:?}");
        }
    }

    #[test]
    fn traditional_words_are_those_of_the_lexicon() {
        for (traditional, simplified) in [
            ("其餘", "其余"),
            ("佔比", "占比"),
            ("總計", "总计"),
            ("共計", "共计"),
            ("還剩", "还剩"),
            ("較上年", "较上年"),
            ("環比", "环比"),
            ("增長", "增长"),
            ("減少", "减少"),
            ("擴大至", "扩大至"),
            ("壓縮至", "压缩至"),
            ("縮減", "缩减"),
            ("精簡", "精简"),
            ("從", "从"),
            ("與", "与"),
            ("面積", "面积"),
            ("金額", "金额"),
            ("價款", "价款"),
            ("投資額", "投资额"),
            ("宗數", "宗数"),
            ("戶均", "户均"),
            ("畝均", "亩均"),
            ("計劃", "计划"),
            ("任務", "任务"),
            ("目標", "目标"),
            ("相當於", "相当于"),
            ("乘積", "乘积"),
            ("約為", "约为"),
            ("將近", "将近"),
            ("過半", "过半"),
            ("超過", "超过"),
            ("不滿", "不满"),
            ("低於", "低于"),
            ("個百分點", "个百分点"),
            ("公頃", "公顷"),
            ("萬畝", "万亩"),
            ("億元", "亿元"),
            ("項", "项"),
            ("塊", "块"),
            ("處", "处"),
            ("條", "条"),
            ("棟", "栋"),
            ("臺", "台"),
            ("筆", "笔"),
            ("環節", "环节"),
            ("噸", "吨"),
            ("分鐘", "分钟"),
            ("號", "号"),
            ("內", "内"),
            ("負", "负"),
            ("累計", "累计"),
            ("核減", "核减"),
        ] {
            assert_eq!(
                spelt(traditional, simplified),
                Some(traditional.len()),
                "{traditional}"
            );
        }
    }

    #[test]
    fn a_word_is_found_in_each_of_its_forms() {
        assert_eq!(spelt("萬畝", "万亩"), Some(6));
        assert_eq!(spelt("３％", "3%"), Some(6));
        assert_eq!(spelt("万", "万亩"), None);
        assert_eq!(spelt("亩", "万"), None);
    }
}
