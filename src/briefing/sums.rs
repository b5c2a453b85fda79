//! Sums, rests, nets and lists that are the whole.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::entry::Role;
use super::kind::Kind;
use super::mention::{Join, Like};
use super::question::{Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::words::{self, content, has, likeness};
use crate::quantity::lexicon::{digit, value_of};

/// The longest list that is added up.
const LIST: usize = 120;

/// Words of what is taken off a sum.
const DEDUCTED: &[&str] = &["扣除", "减去", "剔除", "除去"];

/// How many things some words count: 三县, 上述6宗.
pub(super) fn counted(text: &str) -> Option<usize> {
    let mut chars = text.chars().peekable();
    let mut found = None;
    while let Some(first) = chars.next() {
        let value = match digit(first) {
            Some(value) => Some(usize::from(value)),
            None => value_of(first).map(usize::from),
        };
        let Some(value) = value else { continue };
        if chars
            .peek()
            .is_some_and(|next| "县市区类项个家宗者地块镇园户处大".contains(*next))
        {
            found = Some(value);
        }
    }
    found.filter(|count| *count > 1)
}

impl Reader {
    /// 合计 and the like.
    pub(super) fn totals(&mut self) {
        for place in 0..self.len() {
            if self.is_level(place) && self.at(place).like().is_amount() {
                self.total(place);
            }
        }
    }

    /// The word that sums a figure, or the cluster that it goes on.
    pub(super) fn sums_by(&self, place: usize) -> Option<(usize, &'static str)> {
        if let Some(word) = self.at(place).sum {
            return Some((place, word));
        }
        if self.is_total_of_few(place) {
            return Some((place, "总"));
        }
        let cluster = self.cluster(place);
        let first = cluster.first().copied().filter(|first| *first < place)?;
        if self.is_total_of_few(first) {
            return Some((first, "总"));
        }
        self.at(first).sum.map(|word| (first, word))
    }

    /// 三个项目总投资7.5亿元.
    pub(super) fn is_total_of_few(&self, place: usize) -> bool {
        let entry = self.at(place);
        if !entry.lead().contains('总') {
            return false;
        }
        let few = self.previous(place).is_some_and(|previous| {
            let other = self.at(previous);
            entry.mention.join == Join::Figure
                && other.mention.clause == entry.mention.clause
                && other.role == Role::Scope
                && other
                    .mention
                    .value()
                    .is_some_and(|value| (2..=12).contains(&value.digits()))
                && other.lead().is_empty()
        });
        few || counted(entry.lead()).is_some()
    }

    /// 合计, 共计, 小计, 总计.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn total(&mut self, place: usize) {
        let Some((head, word)) = self.sums_by(place) else {
            return;
        };
        let like = self.at(place).like();
        let lead = self.at(head).lead().to_string();
        // How many are summed, by the words.
        let joined = self.previous(head).filter(|previous| {
            self.at(head).mention.join == Join::Figure
                && self.at(*previous).mention.clause == self.at(head).mention.clause
        });
        let by_figure = joined.and_then(|at| {
            let entry = self.at(at);
            let value = entry.mention.value()?;
            (matches!(entry.like(), Like::Count(_)) && value.places() == 0)
                .then(|| usize::try_from(value.digits()).ok())
                .flatten()
                .filter(|count| (2..=40).contains(count))
        });
        let before_word = lead.split(word).next().unwrap_or_default();
        let count = counted(before_word).or(by_figure);
        let start = joined.unwrap_or(head);
        let subtotals = matches!(word, "合计" | "总计" | "共计" | "总共");
        let items = self.items(start, place, like, subtotals);
        // 三个片区（东片34公顷、中片26公顷）合计: the items stand in the bracket.
        let items = if let Some(joined) = joined
            && items.len() < 2
        {
            (joined.saturating_add(1)..place)
                .filter(|at| {
                    let entry = self.at(*at);
                    entry.mention.depth > self.at(place).mention.depth
                        && entry.like() == like
                        && entry.is_level()
                        && entry.mention.value().is_some()
                })
                .collect()
        } else {
            items
        };
        let what = content(lead.split(word).nth(1).unwrap_or_default());
        let alike: Vec<usize> = items
            .iter()
            .copied()
            .filter(|at| !what.is_empty() && likeness(&what, self.at(*at).lead()) >= NAMED)
            .collect();
        let items = if count.is_some_and(|count| alike.len() >= count) {
            alike
        } else {
            items
        };
        let mut readings: Vec<Reading> = Vec::new();
        let mut add = |items: &[usize]| {
            if items.len() >= 2 {
                // 扣除重复的15.16公顷.
                let (lost, kept): (Vec<usize>, Vec<usize>) = items
                    .iter()
                    .copied()
                    .partition(|at| has(self.at(*at).lead(), DEDUCTED));
                let mut reading = Reading::of(&[kept, lost.clone()].concat());
                reading.minus = lost.len();
                if !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        };
        let mut is_counted = false;
        if let Some(count) = count {
            let from = items.len().saturating_sub(count);
            if items.len() >= count {
                is_counted = true;
                add(items.get(from..).unwrap_or_default());
            }
        }
        // 取得3公顷，建设厂房2万平方米: what is printed in the unit of the total.
        let alike: Vec<usize> = items
            .iter()
            .copied()
            .filter(|at| !self.at(*at).measure_differs(self.at(place)))
            .collect();
        let is_mixed = alike.len() != items.len();
        if is_mixed && !is_counted {
            add(&alike);
        }
        let sentence = self.at(place).mention.sentence;
        let (mut listed, mut is_opened) = (items.clone(), false);
        if let Some(open) = items.iter().rposition(|at| self.opens_list(*at)) {
            listed = items.get(open..).unwrap_or_default().to_vec();
            is_opened = true;
        }
        if !is_counted {
            add(&listed);
            let near: Vec<usize> = listed
                .iter()
                .copied()
                .filter(|at| self.at(*at).mention.sentence == sentence)
                .collect();
            add(&near);
            add(&items);
            // Without the first, which is what the list is of.
            add(items.get(1..).unwrap_or_default());
            let last: Vec<usize> = items
                .iter()
                .rev()
                .scan(None, |sentence, at| {
                    let own = self.at(*at).mention.sentence;
                    let fits = sentence.is_none_or(|sentence| sentence == own);
                    *sentence = Some(own);
                    fits.then_some(*at)
                })
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            add(&last);
        }
        let is_wide = words::reach(before_word).is_some();
        let is_strong = matches!(word, "合计" | "共计" | "小计" | "总计" | "总共" | "总");
        let behind_word = lead.split(word).nth(1).unwrap_or_default();
        let has_label =
            content(behind_word).is_empty() && !behind_word.is_empty() && joined.is_none();
        let before_head = self.previous(head);
        let is_size = joined.is_none()
            && before_head.is_some_and(|at| {
                self.same_sentence(at, head)
                    && self.at(at).like().is_amount()
                    && self.at(at).is_level()
                    && !self
                        .cluster(at)
                        .iter()
                        .any(|at| self.at(*at).like() == like)
            });
        let is_of_noun = count.is_none() && !content(before_word).is_empty() && joined.is_none();
        if !is_strong
            && readings
                .iter()
                .any(|reading| self.are_stages(place, &reading.operands))
        {
            return;
        }
        let voice = if !is_strong || is_wide || has_label || is_size || is_of_noun {
            Voice::Quiet
        } else if is_mixed && !is_counted {
            Voice::Soft
        } else if is_counted || is_opened || readings.len() == 1 {
            Voice::Loud
        } else {
            Voice::Soft
        };
        if voice == Voice::Loud {
            readings.truncate(1);
        }
        let fit = readings.iter().find(|reading| {
            reading.minus == 0
                && self.compare_sum(&reading.operands, place) == Some(Ordering::Equal)
        });
        let fit = fit.or_else(|| readings.first().filter(|_| voice == Voice::Loud));
        let parents = fit
            .and_then(|reading| reading.operands.first())
            .map(|first| self.at(*first).parents.clone())
            .unwrap_or_default();
        if let Some(entry) = self.entries.get_mut(place)
            && entry.parents.is_empty()
        {
            entry.parents = parents;
        }
        for item in fit
            .map(|reading| reading.operands.clone())
            .unwrap_or_default()
        {
            if let Some(entry) = self.entries.get_mut(item) {
                entry.item_of = Some(place);
            }
        }
        self.ask(Question {
            rule: Rule::Sum,
            kind: Kind::Sum,
            result: place,
            way: None,
            readings,
            voice,
        });
    }

    /// Whether a list begins here.
    pub(super) fn opens_list(&self, at: usize) -> bool {
        let entry = self.at(at);
        entry.is_series
            || entry.opens
            || entry.mention.join == Join::Colon
            || has(&entry.mention.pre, &["分别是", "分别为", "依次是"])
    }

    /// The figures of a list that ends before a place, in order.
    pub(super) fn items(
        &self,
        start: usize,
        place: usize,
        like: Like,
        subtotals: bool,
    ) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut sentence = self.at(place).mention.sentence;
        let mut small = false;
        // What the items are parts of, and whether all are of this sentence.
        let (mut wholes, mut all_own): (Vec<usize>, bool) = (Vec::new(), true);
        let own = sentence;
        for at in self.like_before(start, like).take(LIST) {
            let entry = self.at(at);
            if !self.is_level(at) {
                continue;
            }
            let gap = sentence.saturating_sub(entry.mention.sentence);
            let is_row =
                entry.mention.join == Join::Line && self.at(place).mention.join == Join::Line;
            if gap > 2 && !(is_row && gap <= 4) {
                break;
            }
            // A list of its own in the sentence is the whole list.
            if gap > 0 && found.len() >= 2 && all_own && self.at(place).mention.join != Join::Line {
                break;
            }
            // What the items are parts of is not one of them.
            if wholes.contains(&at) {
                break;
            }
            let by = self.sums_by(at).map(|(_, word)| word);
            let is_total = matches!(by, Some("小计" | "合计" | "总计" | "共计"));
            if is_total && subtotals && by == Some("小计") {
                small = true;
            } else if is_total && !small {
                break;
            }
            if small && !is_total {
                // Rows that no 小计 closes come after the last.
                continue;
            }
            sentence = entry.mention.sentence;
            all_own = all_own && sentence == own;
            for whole in &entry.parents {
                if !wholes.contains(whole) {
                    wholes.push(*whole);
                }
            }
            found.push(at);
        }
        found.reverse();
        found
    }
}
