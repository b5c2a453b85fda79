//! One form for each character: half width, simplified.

use super::table;

/// A character in the form in which the lexicon spells it.
///
/// Letters, digits and signs of full width become ASCII ones, except the
/// punctuation that a Chinese sentence is built with; traditional characters
/// become simplified ones, as far as a word of the lexicon has them.
pub(crate) const fn fold(found: char) -> char {
    // Few texts have other characters than these.
    if found.is_ascii() {
        return found;
    }
    match table::usual(found) {
        Some(usual) => usual,
        None => found,
    }
}

/// How many bytes of a text a word takes, if the text begins with it in any
/// of its forms. The word is spelt as [`fold`] leaves it.
pub(crate) fn spelt(text: &str, word: &str) -> Option<usize> {
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
pub(crate) const fn digit(found: char) -> Option<u8> {
    match fold(found).to_digit(10) {
        Some(value) => {
            let [value, ..] = value.to_le_bytes();
            Some(value)
        }
        None => None,
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
