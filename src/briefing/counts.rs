//! What stands beside a number and says how it counts, or that it does not.

use super::context::is_dash;
use super::figure::{Reason, value};
use super::fold::{digit, fold, spelt};
use super::measure::{Measure, measure};
use super::mention::{Join, Like, Mention};
use super::number::{Doubt, Number, Whole};
use crate::audit::Qualifier;

/// How many characters before the number belong to the figure.
pub(super) fn printed_len(prefix_len: usize, minus: Option<char>) -> usize {
    let words = prefix_len.checked_div(3).unwrap_or_default();
    words.saturating_add(usize::from(minus.is_some()))
}

/// Words before a number that say how exact it is, the longest first.
const PREFIXES: &[(&str, Qualifier)] = &[
    ("不低于", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("不小于", Qualifier::AtLeast),
    ("不超过", Qualifier::AtMost),
    ("不高于", Qualifier::AtMost),
    ("不大于", Qualifier::AtMost),
    ("不多于", Qualifier::AtMost),
    ("超过了", Qualifier::Over),
    ("至少", Qualifier::AtLeast),
    ("最少", Qualifier::AtLeast),
    ("至多", Qualifier::AtMost),
    ("最多", Qualifier::AtMost),
    ("大于", Qualifier::Over),
    ("高于", Qualifier::Over),
    ("高过", Qualifier::Over),
    ("多于", Qualifier::Over),
    ("超过", Qualifier::Over),
    ("超出", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("小于", Qualifier::Under),
    ("低于", Qualifier::Under),
    ("少于", Qualifier::Under),
    ("不足", Qualifier::Under),
    ("不到", Qualifier::Under),
    ("不满", Qualifier::Under),
    ("大约", Qualifier::About),
    ("约为", Qualifier::About),
    ("大概", Qualifier::About),
    ("将近", Qualifier::Nearly),
    ("接近", Qualifier::Nearly),
    ("逼近", Qualifier::Nearly),
    ("逾", Qualifier::Over),
    ("超", Qualifier::Over),
    ("满", Qualifier::AtLeast),
    ("约", Qualifier::About),
    ("近", Qualifier::Nearly),
];

/// The qualifier at the end of some words, and how many bytes it takes.
pub(super) fn prefix(words: &str) -> (Option<Qualifier>, usize) {
    for (word, qualifier) in PREFIXES {
        let Some(before) = words.strip_suffix(word) else {
            continue;
        };
        let last = before.chars().next_back();
        // 签约, 附近, 赶超, 期满: the end of another word.
        let is_word = match (*word, last) {
            ("约", Some(last)) => "签集节合违制预条公契特履大简相".contains(last),
            ("近", Some(last)) => "附临最靠邻远相亲".contains(last),
            ("超", Some(last)) => "赶高反".contains(last),
            ("满", Some(last)) => "期圆饱充届爆".contains(last),
            ("不足", Some(last)) => last == '补',
            _ => false,
        };
        if !is_word {
            return (Some(*qualifier), word.len());
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

/// 翻一番, 翻两番: twice, four times as much.
pub(super) fn doubling(text: &str) -> Option<Number> {
    let mut given = text.chars();
    let number = given.next()?;
    let twice = match fold(number) {
        '一' | '1' => 20,
        '二' | '两' | '2' => 40,
        '三' | '3' => 80,
        _ => return None,
    };
    (fold(given.next()?) == '番').then_some(Number {
        digits: twice,
        scale: 1,
        power: 0,
        whole: Whole::Doubled,
        len: number.len_utf8().saturating_add('番'.len_utf8()),
        doubt: Doubt::None,
        is_grouped: false,
    })
}

pub(super) fn is_half(text: &str) -> bool {
    half(text).is_some()
}

/// 一半, 过半, 半数以上: five tenths.
pub(super) fn half(text: &str) -> Option<(Option<Qualifier>, usize)> {
    const WORDS: [(&str, Option<Qualifier>); 9] = [
        ("一半以上", Some(Qualifier::AtLeast)),
        ("一半多", Some(Qualifier::Over)),
        ("一半", None),
        ("半数以上", Some(Qualifier::AtLeast)),
        ("过半数", Some(Qualifier::Over)),
        ("半数", None),
        ("过半", Some(Qualifier::Over)),
        ("近半", Some(Qualifier::Nearly)),
        ("大半", Some(Qualifier::Over)),
    ];
    WORDS
        .iter()
        .find_map(|(word, qualifier)| spelt(text, word).map(|len| (*qualifier, len)))
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
pub(super) fn is_telephone(number: &Number, behind: &str) -> bool {
    let has_unit = measure(behind).is_some();
    let is_long = number.scale == 0 && number.power == 0 && number.digits >= 1_000_000;
    let joined = behind.chars().next().is_some_and(is_dash)
        && behind.chars().nth(1).and_then(digit).is_some()
        && number.len >= 3
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
