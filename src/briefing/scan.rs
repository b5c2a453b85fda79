//! The scanner: a text as figures with the words around them.
//!
//! It goes forward only. At each place it looks ahead by no more than the
//! longest word or date, or takes what it saw; so the time it needs grows with
//! the length of the text and with nothing else.

use alloc::string::String;
use alloc::vec::Vec;

use super::context::{Context, ContextKind, date};
use super::counts::{is_half, is_threshold, prefix, printed_len};
use super::edges::{cut, cut_front, is_quote, range_dash, sign_before, start_of};
use super::figure::{Figure, Reason, value};
use super::mention::{Join, Like, Mention};
use super::name::{Saying, saying};
use super::uncounted::Around;
use crate::audit::{Qualifier, Span};
use crate::quantity::lexicon::{
    Doubt, Number, Run, Tail, Whole, arabic, chinese, digit, doubling, fold, half, is_numeral,
    qualifier_behind,
};

/// All that the scanner found.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) mentions: Vec<Mention>,
    pub(super) context: Vec<Context>,
    /// Lines without a figure, which say what the lines below speak of.
    pub(super) headings: Vec<String>,
}

/// One level of brackets.
#[derive(Debug)]
struct Level {
    /// The text since the last boundary.
    words: String,
    /// Where that text begins.
    from: Option<usize>,
    /// Clauses without a figure since the last figure of the sentence.
    pre: String,
    join: Join,
    /// The last figure of this level, if nothing ended since.
    last: Option<usize>,
    /// The figure that the bracket follows.
    inside: Option<usize>,
    /// What stands before the bracket, behind the figure.
    noun: String,
    quoted: bool,
    clause: usize,
}

impl Level {
    const fn new(inside: Option<usize>, noun: String, clause: usize) -> Self {
        Self {
            words: String::new(),
            from: None,
            pre: String::new(),
            join: Join::Open,
            last: None,
            inside,
            noun,
            quoted: false,
            clause,
        }
    }
}

/// Reads a text from its start to its end.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    /// As given.
    given: &'a str,
    at: usize,
    before: char,
    /// Whether nothing but white space stands before in the sentence.
    at_start: bool,
    range_from: Option<usize>,
    /// The same, where the first number is not a figure.
    half_range: Option<usize>,
    code_end: Option<usize>,
    sentence: usize,
    /// Whether the sentence has words.
    has_words: bool,
    line: usize,
    /// How many clauses there were.
    clauses: usize,
    base: Level,
    /// Brackets that are open.
    inner: Vec<Level>,
    line_has_figure: bool,
    /// The last sign that was no white space.
    last_sign: char,
    heading: Option<usize>,
    /// The line of that heading.
    heading_line: usize,
    out: Scanned,
}

/// Nested brackets deeper than this are read as one level.
const DEEPEST: usize = 8;

impl<'a> Scanner<'a> {
    pub(super) fn read(given: &'a str) -> Scanned {
        let mut level = Level::new(None, String::new(), 0);
        level.join = Join::Start;
        let mut scanner = Self {
            given,
            at: 0,
            before: '\n',
            at_start: true,
            range_from: None,
            half_range: None,
            code_end: None,
            sentence: 0,
            has_words: false,
            line: 0,
            clauses: 0,
            base: level,
            inner: Vec::new(),
            line_has_figure: false,
            last_sign: '\n',
            heading: None,
            heading_line: 0,
            out: Scanned::default(),
        };
        while scanner.step() {}
        scanner.end_clause();
        scanner.out
    }

    fn rest(&self) -> &'a str {
        self.given.get(self.at..).unwrap_or_default()
    }

    fn level(&mut self) -> &mut Level {
        match self.inner.last_mut() {
            Some(level) => level,
            None => &mut self.base,
        }
    }

    /// Adds characters to the words since the last boundary.
    fn say(&mut self, len: usize) {
        let rest = self.rest();
        let taken = rest.get(..len).unwrap_or_default();
        let last = taken.chars().next_back();
        let at = self.at;
        let level = self.level();
        if level.words.is_empty() {
            level.from = Some(at);
        }
        for found in taken.chars().map(fold) {
            if !found.is_whitespace() && !is_quote(found) {
                self.level().words.push(found);
                self.last_sign = found;
                self.has_words = true;
            }
        }
        if let Some(last) = last {
            self.before = fold(last);
        }
        self.at = self.at.saturating_add(len);
    }

    fn skip(&mut self, len: usize) {
        let taken = self.rest().get(..len).unwrap_or_default();
        if let Some(last) = taken.chars().next_back() {
            self.before = fold(last);
            if !last.is_whitespace() {
                self.last_sign = fold(last);
            }
        }
        self.at = self.at.saturating_add(len);
    }

    /// The words since the last boundary become the tail of the figure before.
    fn end_words(&mut self) -> String {
        let level = self.level();
        let words = core::mem::take(&mut level.words);
        if let Some(last) = level.last.take()
            && let Some(mention) = self.out.mentions.get_mut(last)
            && mention.tail.is_empty()
        {
            mention.tail = cut(&words);
        }
        words
    }

    fn end_clause(&mut self) {
        let had_figure = self.level().last.is_some();
        let words = self.end_words();
        if !had_figure && !words.is_empty() {
            let pre = &mut self.level().pre;
            if !pre.is_empty() {
                pre.push('，');
            }
            pre.push_str(&words);
        }
        self.clauses = self.clauses.saturating_add(1);
        self.level().clause = self.clauses;
    }

    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(given) = rest.chars().next() else {
            return false;
        };
        let found = fold(given);
        let len = given.len_utf8();
        if found == '\n' || found == '\r' {
            self.line_break(len);
        } else if matches!(found, '。' | '!' | '?')
            || (found == '.' && rest.chars().nth(1).is_none_or(char::is_whitespace))
        {
            self.end_clause();
            self.end_sentence();
            self.skip(len);
        } else if matches!(found, ',' | '，' | ';' | ':' | '、') {
            self.boundary(found, len);
        } else if found == '(' || found == '〔' || found == '[' {
            self.open(len);
        } else if found == ')' || found == '〕' || found == ']' {
            self.close(len);
        } else if let Some(saying) = self.saying(given) {
            self.name(saying);
        } else if digit(given).is_some() || is_numeral(found) || is_half(rest) {
            self.number(given);
        } else {
            if matches!(found, '“' | '「') {
                self.level().quoted = true;
            } else if matches!(found, '”' | '」') {
                self.level().quoted = false;
            }
            let at_start = self.at_start;
            self.say(len);
            self.at_start = at_start && found.is_whitespace();
        }
        true
    }

    fn line_break(&mut self, len: usize) {
        let goes_on =
            matches!(self.last_sign, ';' | ',' | '，' | '、' | ':') && self.inner.is_empty();
        if goes_on {
            self.skip_silently(len);
        } else {
            while !self.inner.is_empty() {
                self.end_clause();
                self.inner.pop();
            }
            let words = self.level().words.clone();
            let had_figure = self.line_has_figure;
            self.end_clause();
            if !had_figure && !words.is_empty() {
                self.heading = Some(self.out.headings.len());
                self.heading_line = self.line;
                self.out.headings.push(cut(&words));
            }
            self.end_sentence();
            self.level().join = Join::Line;
            self.skip(len);
        }
        self.line = self.line.saturating_add(1);
        self.line_has_figure = false;
        self.at_start = true;
    }

    fn skip_silently(&mut self, len: usize) {
        let sign = self.last_sign;
        self.skip(len);
        self.last_sign = sign;
    }

    fn end_sentence(&mut self) {
        if self.has_words {
            self.sentence = self.sentence.saturating_add(1);
        }
        self.has_words = false;
        self.at_start = true;
        let level = self.level();
        level.pre.clear();
        level.join = Join::Start;
    }

    fn boundary(&mut self, found: char, len: usize) {
        if found == '、' {
            let had_figure = self.level().last.is_some();
            if had_figure {
                self.end_words();
                self.level().join = Join::Pause;
                self.skip(len);
            } else {
                // A list of names without figures: it stays in the words.
                self.say(len);
            }
            return;
        }
        self.end_clause();
        self.level().join = match found {
            ';' => Join::Semicolon,
            ':' => Join::Colon,
            _ => Join::Comma,
        };
        self.skip(len);
    }

    fn open(&mut self, len: usize) {
        let level = self.level();
        let inside = level.last;
        let noun = level.words.clone();
        self.skip(len);
        if self.inner.len() < DEEPEST {
            self.clauses = self.clauses.saturating_add(1);
            self.inner
                .push(Level::new(inside, cut(&noun), self.clauses));
        }
    }

    fn close(&mut self, len: usize) {
        if !self.inner.is_empty() {
            self.end_clause();
            self.inner.pop();
        }
        self.skip(len);
    }

    /// A name or a saying with numerals in it.
    fn saying(&self, given: char) -> Option<Saying> {
        let quoted = self.inner.last().unwrap_or(&self.base).quoted;
        saying(self.rest(), given, self.before, quoted)
    }

    fn name(&mut self, saying: Saying) {
        let span = Span {
            start: self.at.saturating_add(saying.start),
            end: self.at.saturating_add(saying.len),
        };
        let kind = saying.kind;
        self.out.context.push(Context { span, kind });
        self.say(saying.len);
        self.at_start = false;
    }

    fn number(&mut self, given: char) {
        let rest = self.rest();
        let is_arabic = digit(given).is_some();
        let at_start = self.at_start;
        if self.before != '第'
            && let Some(date) = date(rest)
        {
            self.context(ContextKind::Date, date.len);
            return;
        }
        if let Some((qualifier, len)) = half(rest) {
            let number = Number {
                digits: 5,
                scale: 0,
                power: 0,
                whole: Whole::Of(10),
                len,
                doubt: Doubt::None,
                is_grouped: false,
            };
            let tail = Tail::none(&number);
            self.figure(number, tail, qualifier);
            return;
        }
        if let Some(number) = doubling(rest) {
            let tail = Tail::none(&number);
            self.figure(number, tail, Some(Qualifier::About));
            return;
        }
        let number = if is_arabic {
            match arabic(rest) {
                Some(number) => number,
                None => return self.say(given.len_utf8()),
            }
        } else {
            match chinese(rest) {
                Run::Number(number) if number.len > given.len_utf8() && self.is_in_word(given) => {
                    return self.say(given.len_utf8());
                }
                Run::Number(number) => number,
                Run::Digits(number) => return self.say(number.len),
                Run::Word(len) => return self.say(len),
            }
        };
        let behind = rest.get(number.len..).unwrap_or_default();
        self.at_start = at_start;
        let around = Around {
            given: self.given,
            at: self.at,
            before: self.before,
            words: &self.inner.last().unwrap_or(&self.base).words,
            at_start,
            code_end: self.code_end,
        };
        if let Some((kind, more)) = around.counts_nothing(&number, behind, is_arabic) {
            self.context(kind, number.len.saturating_add(more));
            if kind == ContextKind::Code {
                self.code_end = Some(self.at);
            }
            return;
        }
        let tail = Tail::read(behind, &number);
        let is_word = !is_arabic && tail.measure.is_none() && number.whole == Whole::One;
        if is_word || (!is_arabic && self.is_in_word(given)) {
            self.say(number.len);
            // 三到五公顷: the unit stands behind the second.
            if let Some(dash) = range_dash(self.rest(), true, "") {
                self.half_range = Some(self.at.saturating_add(dash));
            }
            return;
        }
        self.figure(number, tail, None);
    }

    fn context(&mut self, kind: ContextKind, len: usize) {
        let span = Span {
            start: self.at,
            end: self.at.saturating_add(len),
        };
        self.out.context.push(Context { span, kind });
        self.say(len);
        self.at_start = false;
    }

    /// Whether a numeral is the end of a word: 统一, 唯一.
    const fn is_in_word(&self, given: char) -> bool {
        matches!(fold(given), '一')
            && matches!(
                self.before,
                '统' | '唯' | '同' | '单' | '之' | '逐' | '专' | '划' | '归' | '每' | '进'
            )
            || matches!(self.before, '数' | '几' | '若')
    }

    /// A figure, its unit and the words that qualify it.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    fn figure(&mut self, number: Number, tail: Tail, half: Option<Qualifier>) {
        let rest = self.rest();
        let number_start = self.at;
        let minus = match self.range_from {
            Some(from) if from == number_start => None,
            _ => sign_before(self.given, number_start),
        };
        let words = self.level().words.clone();
        let (prefix, prefix_len) = prefix(&words);
        let len = number.len.saturating_add(tail.len);
        let after_unit = rest.get(len..).unwrap_or_default();
        let (behind_word, word_len) = qualifier_behind(after_unit);
        let len = len.saturating_add(word_len);
        let mut found = [prefix, tail.more, behind_word, half].into_iter().flatten();
        let qualifier = match (found.next(), found.next()) {
            (None, _) => Ok(Qualifier::Exactly),
            (Some(word), None) => Ok(word),
            // 约占一半以上 and the like: the weaker of both.
            (Some(first), Some(second)) if first == second => Ok(first),
            (Some(Qualifier::Over), Some(second)) if half.is_some() => Ok(second),
            (Some(_), Some(_)) => Err(Reason::TwoQualifiers),
        };
        let negative = minus == Some('-');
        let mut printed =
            qualifier.and_then(|word| value(&tail.number, negative, tail.measure, word));
        let is_second_of_range = self.range_from == Some(number_start);
        self.range_from = None;
        if self.half_range.take() == Some(number_start) {
            printed = Err(Reason::Range);
        }
        // The words before it, without the qualifier and the sign.
        let mut lead = words;
        lead.truncate(lead.len().saturating_sub(prefix_len));
        if minus.is_some() && matches!(lead.chars().next_back(), Some('-' | '负' | '+')) {
            lead.pop();
        }
        let taken = printed_len(prefix_len, minus);
        let earlier = self.out.mentions.last();
        let behind = earlier.map_or(0, |earlier| earlier.figure.span.end);
        let start = start_of(self.given, number_start, taken).max(behind);
        let index = self.out.mentions.len();
        let from = self.level().from.take().unwrap_or(start).min(start);
        self.level().words.clear();
        self.level().words.push_str(&lead);
        let is_next = self.level().last.is_some();
        let lead = self.end_words();
        let join = if is_next {
            Join::Figure
        } else {
            self.level().join
        };
        self.skip(len);
        self.at_start = false;
        if let Some(dash) = range_dash(self.rest(), tail.measure.is_none(), &lead) {
            self.range_from = Some(self.at.saturating_add(dash));
        }
        let like = Like::of(&tail);
        if is_second_of_range {
            let earlier = self
                .out
                .mentions
                .last_mut()
                .filter(|earlier| earlier.like == like || earlier.like == Like::Plain);
            // 升18.4%至57.6亿元 is not a range.
            if let Some(earlier) = earlier {
                earlier.figure.value = Err(Reason::Range);
                printed = Err(Reason::Range);
            }
        }
        let depth = self.inner.len();
        // A cell in the line below its name.
        let is_cell = lead.is_empty()
            && join == Join::Line
            && self.heading_line.saturating_add(1) == self.line
            && self.line > 0;
        let lead = match self.heading.and_then(|at| self.out.headings.get(at)) {
            Some(name) if is_cell && name.chars().count() <= 8 => name.clone(),
            _ => lead,
        };
        let sentence = self.sentence;
        let level = self.level();
        let mention = Mention {
            figure: Figure {
                span: Span {
                    start,
                    end: number_start.saturating_add(len),
                },
                value: printed,
            },
            like,
            number: tail.number,
            measure: tail.measure,
            negative,
            qualifier: qualifier.unwrap_or(Qualifier::About),
            is_limit: prefix.is_some_and(is_threshold) || behind_word.is_some_and(is_threshold),
            from,
            lead: cut_front(&lead),
            pre: cut_front(&core::mem::take(&mut level.pre)),
            tail: String::new(),
            noun: level.noun.clone(),
            join,
            sentence,
            clause: level.clause,
            depth,
            inside: level.inside,
        };
        level.last = Some(index);
        level.join = Join::Figure;
        self.line_has_figure = true;
        self.has_words = true;
        self.out.mentions.push(mention);
    }
}
