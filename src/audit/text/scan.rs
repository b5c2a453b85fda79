//! The scanner: a text as figures, numbers that count nothing, and words.
//!
//! It goes forward only. At each place it looks ahead by no more than the
//! longest word or date, or takes what it saw; so the time it needs grows with
//! the length of the text and with nothing else.

use super::context::{Context, ContextKind, date, is_dash};
use super::cue::{Cue, Label};
use super::figure::{Figure, Reason, value};
use super::finding::{Finding, FindingKind};
use super::fold::{digit, fold, spelt};
use super::measure::{Measure, measure};
use super::number::{Doubt, Number, Run, Whole, arabic, chinese, is_numeral, multiply, value_of};
use super::words::{Word, word};
use crate::audit::{Published, Qualifier, Span, Unit};

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Token {
    /// A figure.
    Figure(Figure, Form),
    /// A number that counts nothing, and the year that it names.
    Context(Context, Option<u16>),
    /// A word that relates figures.
    Cue(Cue),
    /// A word that names what is measured.
    Label(Label),
    /// Anything else.
    Text,
    /// The sentence ends, or the paragraph does.
    End(End),
}

/// What ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Sentence,
    Paragraph,
}

/// How a figure stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As any other.
    Usual,
    /// Behind a word that can compare it with the figure before: 高于.
    Limit,
}

/// Reads a text from its start to its end.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The character before, folded.
    before: char,
    /// Whether nothing but white space stands before in the sentence.
    at_start: bool,
    /// A qualifier, where it begins and where it ends.
    pending: Option<Pending>,
    /// Where the number ended that a dash follows.
    range_from: Option<usize>,
    /// Where the last code ended.
    code_end: Option<usize>,
    /// What was odd, in order.
    pub(super) findings: alloc::vec::Vec<Finding>,
}

#[derive(Debug, Clone, Copy)]
struct Pending {
    /// `Err` where two stand before each other.
    qualifier: Result<Qualifier, Reason>,
    start: usize,
    end: usize,
    form: Form,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            before: '\n',
            at_start: true,
            pending: None,
            range_from: None,
            code_end: None,
            findings: alloc::vec::Vec::new(),
        }
    }

    /// What is not yet read.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on by so many bytes.
    fn advance(&mut self, len: usize) {
        let taken = self.rest().get(..len).unwrap_or_default();
        if let Some(last) = taken.chars().next_back() {
            self.before = fold(last);
        }
        self.at = self.at.saturating_add(len);
        self.at_start = false;
    }

    fn span(&self, len: usize) -> Span {
        Span {
            start: self.at,
            end: self.at.saturating_add(len),
        }
    }

    fn find(&mut self, kind: FindingKind, span: Span) {
        self.findings.push(Finding { kind, span });
    }

    /// The next piece; `None` at the end of the text.
    pub(super) fn next(&mut self) -> Option<Token> {
        let mut seen_text = false;
        loop {
            let rest = self.rest();
            let Some(given) = rest.chars().next() else {
                return seen_text.then_some(Token::Text);
            };
            let found = fold(given);
            let lexeme = word(rest, found);
            let begins = ends_sentence(found, rest)
                || digit(given).is_some()
                || is_numeral(found)
                || lexeme.is_some();
            // Text before a piece is a piece of its own.
            if begins && seen_text {
                return Some(Token::Text);
            }
            if ends_sentence(found, rest) {
                self.advance(given.len_utf8());
                self.at_start = true;
                self.pending = None;
                return Some(Token::End(match given {
                    '\n' | '\r' => End::Paragraph,
                    _ => End::Sentence,
                }));
            }
            if begins {
                let token = match lexeme {
                    Some((word, len)) => self.word(word, len),
                    None => self.number(given),
                };
                if token.is_some() {
                    return token;
                }
                let is_quiet = matches!(lexeme, Some((Word::Quiet, _)));
                seen_text = seen_text || !is_quiet;
                continue;
            }
            let at_start = self.at_start;
            let links = is_link(found) && leads_to_number(rest);
            self.advance(given.len_utf8());
            if found.is_whitespace() {
                self.at_start = at_start;
            } else {
                seen_text = seen_text || !links;
            }
        }
    }

    /// A word of the lexicon; `None` where it is only text.
    fn word(&mut self, word: Word, len: usize) -> Option<Token> {
        let start = self.at;
        let before = self.pending.filter(|pending| pending.end == start);
        let behind = self.rest().get(len..).unwrap_or_default();
        let near = leads_to_number(behind);
        let token = match word {
            Word::Cue(cue) => Some(Token::Cue(cue)),
            Word::Near(cue) => near.then_some(Token::Cue(cue)),
            Word::Label(label) => Some(Token::Label(label)),
            Word::Quiet | Word::Plain => None,
            Word::Half(qualifier) => Some(self.half(qualifier, before, len)),
            Word::Qualifier(qualifier) | Word::Limit(qualifier) => {
                let form = match word {
                    Word::Limit(_) => Form::Limit,
                    _ => Form::Usual,
                };
                let spaces = behind.len().saturating_sub(behind.trim_start().len());
                self.pending = Some(match before {
                    None => Pending {
                        qualifier: Ok(qualifier),
                        start,
                        end: start.saturating_add(len).saturating_add(spaces),
                        form,
                    },
                    Some(before) => Pending {
                        qualifier: Err(Reason::TwoQualifiers),
                        end: start.saturating_add(len).saturating_add(spaces),
                        ..before
                    },
                });
                None
            }
        };
        let at_start = self.at_start && matches!(token, Some(Token::Cue(Cue::Open)));
        self.advance(len);
        self.at_start = at_start;
        // A qualifier is no text between figures.
        if token.is_none() && matches!(word, Word::Qualifier(_) | Word::Limit(_)) && near {
            return self.next_after_qualifier();
        }
        token
    }

    /// What a qualifier stands before.
    fn next_after_qualifier(&mut self) -> Option<Token> {
        let given = self.rest().chars().next()?;
        let is_number = digit(given).is_some() || is_numeral(fold(given));
        if is_number && word(self.rest(), fold(given)).is_none() {
            self.number(given)
        } else {
            None
        }
    }

    /// 一半, 过半: five tenths.
    fn half(&mut self, qualifier: Qualifier, before: Option<Pending>, len: usize) -> Token {
        let start = before.map_or(self.at, |before| before.start);
        let qualifier = match (before, qualifier) {
            (Some(before), Qualifier::Exactly) => before.qualifier,
            (Some(_), _) => Err(Reason::TwoQualifiers),
            (None, qualifier) => Ok(qualifier),
        };
        let value = qualifier.and_then(|qualifier| {
            Published::new(5, 0, Unit::Tenth)
                .map(|value| value.with_qualifier(qualifier))
                .map_err(|_| Reason::TooManyDigits)
        });
        let span = Span {
            start,
            end: self.at.saturating_add(len),
        };
        Token::Figure(Figure { span, value }, Form::Usual)
    }

    /// A number; `None` where it is part of a word.
    fn number(&mut self, given: char) -> Option<Token> {
        let rest = self.rest();
        let is_arabic = digit(given).is_some();
        if let Some(date) = date(rest)
            && self.before != '第'
        {
            let span = self.span(date.len);
            self.advance(date.len);
            let kind = ContextKind::Date;
            return Some(Token::Context(Context { span, kind }, date.year));
        }
        let number = if is_arabic {
            arabic(rest)?
        } else {
            match chinese(rest) {
                // 统一, 唯一: the numeral belongs to the word before.
                Run::Number(number) if number.len > given.len_utf8() && self.is_in_word(given) => {
                    self.advance(given.len_utf8());
                    return None;
                }
                Run::Number(number) => number,
                Run::Digits(number) => {
                    self.advance(number.len);
                    return None;
                }
                Run::Word(len) => {
                    self.advance(len);
                    return None;
                }
            }
        };
        let start = self.at;
        let behind = rest.get(number.len..).unwrap_or_default();
        if let Some(kind) = self.counts_nothing(&number, behind, is_arabic) {
            let span = self.span(number.len);
            self.advance(number.len);
            if kind == ContextKind::Code {
                self.code_end = Some(self.at);
            }
            return Some(Token::Context(Context { span, kind }, None));
        }
        let tail = Tail::read(behind, &number);
        let is_word = !is_arabic && tail.measure.is_none() && number.whole == Whole::One;
        // 一户一策, 一事一议: a saying.
        let is_saying = !is_arabic
            && number.digits == 1
            && behind
                .get(tail.len..)
                .is_some_and(|rest| spelt(rest, "一").is_some());
        if is_word || is_saying || (!is_arabic && self.is_in_word(given)) {
            self.advance(number.len);
            return None;
        }
        Some(self.figure(start, number, tail, behind))
    }

    /// Whether a numeral is the end of a word: 统一, 唯一.
    const fn is_in_word(&self, given: char) -> bool {
        matches!(fold(given), '一')
            && matches!(
                self.before,
                '统' | '唯' | '同' | '单' | '之' | '逐' | '专' | '划' | '归'
            )
            || matches!(self.before, '数' | '几')
    }

    /// Whether a number is an ordinal or a code.
    fn counts_nothing(
        &self,
        number: &Number,
        behind: &str,
        is_arabic: bool,
    ) -> Option<ContextKind> {
        let next = behind.chars().next().map(fold);
        if self.before == '第' {
            return Some(ContextKind::Ordinal);
        }
        if !is_arabic {
            return (next == Some('号')).then_some(ContextKind::Ordinal);
        }
        // 4754-2017: one sign behind a code.
        let goes_on_as_code = self.code_end.is_some_and(|end| {
            let between = self.text.get(end..self.at).unwrap_or_default();
            let mut signs = between.chars();
            let is_joint = |sign| is_dash(sign) || matches!(sign, '.' | '/');
            signs.next().is_none_or(is_joint) && signs.next().is_none()
        });
        let is_code = matches!(number.doubt, Doubt::LeadingZero | Doubt::SeveralPoints)
            || self.before.is_ascii_alphabetic()
            || matches!(self.before, '〔' | '[' | '#')
            || goes_on_as_code
            || (next.is_some_and(|c| c.is_ascii_alphabetic()) && measure(behind).is_none())
            || self.is_number_of_standard(behind)
            || (self.before == '(' && is_document_year(number, behind));
        if is_code {
            return Some(ContextKind::Code);
        }
        if next == Some('号') {
            return Some(ContextKind::Ordinal);
        }
        // 1. and 1、 and (1) at the start of a paragraph or a sentence.
        let mut ahead = behind.chars().map(fold);
        let is_mark = match ahead.next() {
            Some('.') => !ahead.next().is_some_and(|c| c.is_ascii_digit()),
            Some('、') => true,
            Some(')') => self.before == '(' || self.at_start,
            _ => false,
        };
        (self.at_start && is_mark && number.scale == 0).then_some(ContextKind::Ordinal)
    }

    /// GB/T 4754: letters, a space, and a number that nothing measures.
    fn is_number_of_standard(&self, behind: &str) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        before
            .strip_suffix(' ')
            .and_then(|before| before.chars().next_back())
            .is_some_and(|letter| letter.is_ascii_alphabetic())
            && measure(behind).is_none()
    }

    /// A figure, its unit and the words that qualify it.
    fn figure(&mut self, number_start: usize, number: Number, tail: Tail, behind: &str) -> Token {
        let before = self.pending.filter(|pending| pending.end == number_start);
        let minus = self.minus_before(number_start);
        let start = before
            .map(|before| before.start)
            .or(minus)
            .unwrap_or(number_start);
        let len = number.len.saturating_add(tail.len);
        let after_unit = behind.get(tail.len..).unwrap_or_default();
        let (behind_word, word_len) = qualifier_behind(after_unit);
        let len = len.saturating_add(word_len);
        let mut words = [
            before.map(|before| before.qualifier),
            tail.more.map(Ok),
            behind_word.map(Ok),
        ]
        .into_iter()
        .flatten();
        let qualifier = match (words.next(), words.next()) {
            (None, _) => Ok(Qualifier::Exactly),
            (Some(word), None) => word,
            (Some(_), Some(_)) => Err(Reason::TwoQualifiers),
        };
        let number = tail.number;
        let mut value =
            qualifier.and_then(|word| value(&number, minus.is_some(), tail.measure, word));
        let span = Span {
            start,
            end: number_start.saturating_add(len),
        };
        if number.doubt == Doubt::WideComma {
            self.find(FindingKind::WideComma, span);
        }
        let is_second_of_range = self.range_from == Some(number_start);
        self.range_from = None;
        self.advance(len);
        if let Some(dash) = self.range_dash(tail.measure.is_none()) {
            self.range_from = Some(self.at.saturating_add(dash));
        }
        if is_second_of_range || self.range_from.is_some() {
            value = Err(Reason::Range);
        }
        let form = before.map_or(Form::Usual, |before| before.form);
        Token::Figure(Figure { span, value }, form)
    }

    /// Where a minus sign stands directly before the number.
    fn minus_before(&self, number_start: usize) -> Option<usize> {
        if self.range_from == Some(number_start) {
            return None;
        }
        let before = self.text.get(..number_start)?;
        let sign = before.chars().next_back()?;
        (fold(sign) == '-' || fold(sign) == '负')
            .then(|| number_start.saturating_sub(sign.len_utf8()))
    }

    /// How long the dash is that a second number follows.
    fn range_dash(&self, no_unit: bool) -> Option<usize> {
        let mut ahead = self.rest().chars();
        let first = ahead.next()?;
        let joins = is_dash(first) || (no_unit && matches!(fold(first), '至' | '到'));
        let mut len = first.len_utf8();
        // —— is one dash.
        if joins && ahead.clone().next() == Some(first) {
            ahead.next();
            len = len.saturating_mul(2);
        }
        let second = ahead.next()?;
        (joins && digit(second).is_some()).then_some(len)
    }
}

/// What stands behind a number and belongs to it.
#[derive(Debug, Clone, Copy)]
struct Tail {
    /// The number, with 半 and 成五 added.
    number: Number,
    measure: Option<Measure>,
    /// 余 or 多 between number and unit.
    more: Option<Qualifier>,
    len: usize,
}

impl Tail {
    fn read(behind: &str, number: &Number) -> Self {
        let mut tail = Self {
            number: *number,
            measure: None,
            more: None,
            len: 0,
        };
        let rest = |len: usize| behind.get(len..).unwrap_or_default();
        // One space of any kind may stand before the unit.
        if let Some(space) = behind
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}'))
            && measure(rest(space.len_utf8())).is_some()
        {
            tail.len = space.len_utf8();
        }
        if let Some(word) = spelt(behind, "余").or_else(|| spelt(behind, "多")) {
            // 20余万亩: the multiplier stands behind the word.
            let mut multiplied = Number { len: 0, ..*number };
            multiply(rest(word), &mut multiplied);
            let len = word.saturating_add(multiplied.len);
            if measure(rest(len)).is_some() {
                tail.number.power = multiplied.power;
                tail.more = Some(Qualifier::Over);
                tail.len = len;
            }
        }
        let Some((measure, len)) = measure(rest(tail.len)) else {
            tail.len = 0;
            return tail;
        };
        tail.measure = Some(measure);
        tail.len = tail.len.saturating_add(len);
        tail.add_half(rest(tail.len));
        tail
    }

    /// 三亩半, 三成五: a last digit behind the unit.
    fn add_half(&mut self, behind: &str) {
        let digit_behind = match self.measure {
            Some(Measure::Tenth) => behind.chars().next().and_then(|found| {
                let value = value_of(fold(found))?;
                // 三成五家 is not 35 %.
                let after = behind.get(found.len_utf8()..)?;
                (value > 0
                    && measure(after).is_none()
                    && !after.chars().next().map(fold).is_some_and(is_numeral))
                .then_some((u128::from(value), found.len_utf8()))
            }),
            Some(Measure::Mu | Measure::Metric(4) | Measure::Times) => None,
            _ => return,
        };
        let half = spelt(behind, "半").filter(|len| {
            let after = behind.get(*len..).unwrap_or_default();
            spelt(after, "数").is_none()
        });
        let last = digit_behind.or_else(|| half.map(|len| (5, len)));
        if let Some((value, len)) = last
            && self.number.scale == 0
            && self.number.power == 0
            && self.number.whole == Whole::One
            && let Some(digits) = self.number.digits.checked_mul(10)
        {
            self.number.digits = digits.saturating_add(value);
            self.number.scale = 1;
            self.len = self.len.saturating_add(len);
        }
    }
}

/// 以上, 左右 behind a unit.
fn qualifier_behind(text: &str) -> (Option<Qualifier>, usize) {
    const WORDS: [(&str, Qualifier); 9] = [
        ("及以上", Qualifier::AtLeast),
        ("及以下", Qualifier::AtMost),
        ("以上", Qualifier::AtLeast),
        ("以下", Qualifier::AtMost),
        ("以内", Qualifier::AtMost),
        ("左右", Qualifier::About),
        ("上下", Qualifier::About),
        ("有余", Qualifier::Over),
        ("多", Qualifier::Over),
    ];
    WORDS
        .iter()
        .find_map(|(word, qualifier)| spelt(text, word).map(|len| (Some(*qualifier), len)))
        .unwrap_or((None, 0))
}

/// Whether a number follows, with nothing but a few words before it.
fn leads_to_number(text: &str) -> bool {
    for given in text.chars().take(4) {
        let found = fold(given);
        if digit(given).is_some() || is_numeral(found) {
            return true;
        }
        let passes =
            is_link(found) || matches!(found, '约' | '近' | '超' | '过' | '-' | '负' | ' ');
        if !passes {
            return false;
        }
    }
    false
}

/// 为, 达到: these join a word and its number, and say nothing else.
const fn is_link(found: char) -> bool {
    matches!(found, '为' | '达' | '到' | '是' | '至' | '了' | '仅' | '有')
}

/// 。, a line break, or a point that white space follows.
fn ends_sentence(found: char, rest: &str) -> bool {
    match found {
        '。' | '!' | '?' | '\n' | '\r' => true,
        '.' => {
            let behind = rest.chars().nth(1);
            behind.is_none_or(char::is_whitespace)
        }
        _ => false,
    }
}

/// (2024)12号: the year of a document.
fn is_document_year(number: &Number, behind: &str) -> bool {
    let mut ahead = behind.chars();
    let closes = ahead.next().map(fold) == Some(')');
    let numbered = ahead.next().and_then(digit).is_some();
    closes && numbered && number.scale == 0 && (1900..=2100).contains(&number.digits)
}
