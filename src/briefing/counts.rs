//! What stands beside a number and says how it counts, or that it does not.

use super::context::is_dash;
use super::figure::{Reason, value};
use super::mention::{Join, Like, Mention};
use crate::audit::Qualifier;
use crate::quantity::lexicon::{
    Doubt, Measure, Number, Whole, digit, fold, half, measure, qualifiers_before,
};

/// How many characters before the number belong to the figure.
pub(super) fn printed_len(prefix_len: usize, minus: Option<char>) -> usize {
    let words = prefix_len.checked_div(3).unwrap_or_default();
    words.saturating_add(usize::from(minus.is_some()))
}

/// The qualifier at the end of some words, and how many bytes it takes.
pub(super) fn prefix(words: &str) -> (Option<Qualifier>, usize) {
    for (word, qualifier) in qualifiers_before() {
        let Some(before) = words.strip_suffix(word) else {
            continue;
        };
        let last = before.chars().next_back();
        // 签约, 附近, 赶超, 期满: the end of another word.
        let is_word = match (word, last) {
            ("约", Some(last)) => "签集节合违制预条公契特履大简相".contains(last),
            ("近", Some(last)) => "附临最靠邻远相亲".contains(last),
            ("超", Some(last)) => "赶高反".contains(last),
            ("满", Some(last)) => "期圆饱充届爆".contains(last),
            ("不足", Some(last)) => last == '补',
            _ => false,
        };
        if !is_word {
            return (Some(qualifier), word.len());
        }
    }
    (None, 0)
}

pub(super) const fn is_threshold(word: Qualifier) -> bool {
    !matches!(
        word,
        Qualifier::About | Qualifier::Nearly | Qualifier::Exactly
    )
}

pub(super) fn is_half(text: &str) -> bool {
    half(text).is_some()
}

/// 两个, 一批, 三类, 四县: numerals that count nothing that is added; how long
/// the word behind the numeral is.
pub(super) fn small_name(number: &Number, behind: &str) -> Option<usize> {
    let next = behind.chars().next()?;
    let found = fold(next);
    if number.whole != Whole::One || number.power > 0 || number.scale > 0 {
        return None;
    }
    let len = next.len_utf8();
    let is_place = "县市区镇乡村国州省园大类期轮届级档线城带翼环翻".contains(found);
    let after = behind
        .get(len..)
        .and_then(|rest| rest.chars().next())
        .map(fold);
    let is_vague = number.digits <= 2
        && "个批次种方步手系套块条体些直举".contains(found)
        && !(found == '个' && after.is_some_and(|c| "百工".contains(c)));
    let is_few = number.digits <= 10 && "项".contains(found) && number.digits <= 3;
    (is_place || is_vague || is_few).then_some(len)
}

/// (2024)12号: the year of a document.
pub(super) fn is_document_year(number: &Number, behind: &str) -> bool {
    let mut ahead = behind.chars();
    let closes = ahead.next().map(fold) == Some(')');
    let numbered = ahead.next().and_then(digit).is_some();
    closes && numbered && number.scale == 0 && (1900..=2100).contains(&number.digits)
}

/// Eleven digits, or eight, without a unit.
pub(super) fn is_telephone(number: &Number, printed: &str, behind: &str) -> bool {
    let has_unit = measure(behind).is_some();
    let is_long = number.scale == 0 && number.power == 0 && number.digits >= 1_000_000;
    let joined = behind.chars().next().is_some_and(is_dash)
        && behind.chars().nth(1).and_then(digit).is_some()
        && printed.chars().count() >= 3
        && behind
            .chars()
            .skip(1)
            .take_while(|c| digit(*c).is_some())
            .count()
            >= 7;
    !has_unit && (is_long && number.doubt == Doubt::None && !number.is_grouped || joined)
}

/// Gives numbers in a row the unit of the last: 1.6、2.2、0.8个百分点.
pub(super) fn share_units(mentions: &mut [Mention]) {
    let mut unit: Option<(Like, Option<Measure>)> = None;
    for mention in mentions.iter_mut().rev() {
        let is_plain = mention.like == Like::Plain && mention.tail.is_empty();
        if let (true, Some((like, measure))) = (is_plain, unit) {
            mention.like = like;
            let printed = value(
                &mention.number,
                mention.negative,
                measure,
                mention.qualifier,
            );
            if mention.figure.value != Err(Reason::Range) {
                mention.figure.value = printed;
            }
            mention.measure = measure;
        }
        unit = (mention.join == Join::Pause && mention.lead.is_empty())
            .then_some((mention.like, mention.measure));
    }
}
