//! Sums, rests, nets and lists that are the whole.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::fold::digit;
use super::kind::Kind;
use super::mention::{Join, Like};
use super::number::value_of;
use super::question::{Form, Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::slots::Role;
use super::words::{self, content, has, likeness};
use crate::exact::Ratio;

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
    pub(super) fn sums(&mut self) {
        for place in 0..self.len() {
            let entry = self.at(place);
            if entry.mention.value().is_none() || !entry.like().is_amount() {
                continue;
            }
            let head = self.cluster(place).first().copied().unwrap_or(place);
            let role = if entry.role == Role::Level && self.at(head).role == Role::Rest {
                Role::Rest
            } else {
                entry.role
            };
            match role {
                Role::Rest => self.rest(place),
                Role::Net => self.net(place),
                _ => {}
            }
        }
        self.hundred();
    }

    /// 合计 and the like.
    pub(super) fn totals(&mut self) {
        for place in 0..self.len() {
            if self.is_level(place) && self.at(place).like().is_amount() {
                self.total(place);
            }
        }
    }

    /// The word that sums a figure, or the cluster that it goes on.
    fn sums_by(&self, place: usize) -> Option<(usize, &'static str)> {
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
    fn is_total_of_few(&self, place: usize) -> bool {
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
    fn total(&mut self, place: usize) {
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
                let reading = Reading::of(items);
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
        let voice = if !is_strong || is_wide || has_label || is_size || is_of_noun {
            Voice::Quiet
        } else if is_counted || is_opened || readings.len() == 1 {
            Voice::Loud
        } else {
            Voice::Soft
        };
        if voice == Voice::Loud {
            readings.truncate(1);
        }
        let fit = readings
            .iter()
            .find(|reading| self.compare_sum(&reading.operands, place) == Some(Ordering::Equal));
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
    fn opens_list(&self, at: usize) -> bool {
        let entry = self.at(at);
        entry.is_series
            || entry.opens
            || entry.mention.join == Join::Colon
            || has(&entry.mention.pre, &["分别是", "分别为", "依次是"])
    }

    /// The figures of a list that ends before a place, in order.
    fn items(&self, start: usize, place: usize, like: Like, subtotals: bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut sentence = self.at(place).mention.sentence;
        let mut small = false;
        for at in self.before(start) {
            let entry = self.at(at);
            if entry.like() != like || !self.is_level(at) {
                continue;
            }
            let gap = sentence.saturating_sub(entry.mention.sentence);
            let is_row =
                entry.mention.join == Join::Line && self.at(place).mention.join == Join::Line;
            if gap > 2 && !(is_row && gap <= 4) {
                break;
            }
            // What the items are parts of is none of them.
            let is_whole = found
                .iter()
                .any(|item| self.at(*item).parents.contains(&at));
            if is_whole {
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
            found.push(at);
            if found.len() >= 36 {
                break;
            }
        }
        found.reverse();
        found
    }

    /// 其余: what the parts leave.
    fn rest(&mut self, place: usize) {
        let like = self.at(place).like();
        let parents = self.at(place).parents.clone();
        if let Some(whole) = parents.first().copied() {
            let parts: Vec<usize> = (whole..place)
                .filter(|at| {
                    self.at(*at).like() == like && self.at(*at).parents.first() == Some(&whole)
                })
                .collect();
            if !parts.is_empty() {
                let mut operands = alloc::vec![whole];
                operands.extend(&parts);
                self.ask(Question {
                    rule: Rule::Rest,
                    kind: Kind::Difference,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::of(&operands)],
                    voice: Voice::Soft,
                });
                return;
            }
        }
        let levels: Vec<usize> = self
            .before(place)
            .filter(|at| {
                let entry = self.at(*at);
                let is_open = entry.mention.depth == 0
                    || content(entry.lead()).is_empty() && entry.mention.inside.is_some();
                entry.like() == like
                    && entry.role != Role::Target
                    && entry.is_level()
                    && entry.mention.value().is_some()
                    && is_open
            })
            .take_while(|at| {
                self.at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(*at).mention.sentence)
                    <= 2
            })
            .take(4)
            .collect();
        let levels: Vec<usize> = levels
            .into_iter()
            .filter(|at| !self.at(*at).is_part)
            .collect();
        let mut readings = Vec::new();
        // Of a total that was just drawn, less what was done since.
        if let [done, total, ..] = levels.as_slice()
            && self.sums_by(*total).is_some()
            && !has(self.at(place).lead(), &["结余"])
        {
            self.ask(Question {
                rule: Rule::Rest,
                kind: Kind::Difference,
                result: place,
                way: None,
                readings: alloc::vec![Reading::of(&[*total, *done])],
                voice: Voice::Soft,
            });
            return;
        }
        for count in 2..=levels.len() {
            let mut operands: Vec<usize> = levels.iter().copied().take(count).collect();
            operands.reverse();
            readings.push(Reading::of(&operands));
        }
        let is_said = has(
            self.at(place).lead(),
            &["只剩", "仅剩", "尚余", "剩余", "还剩", "余下", "尚缺"],
        );
        let voice = if readings.len() == 1 && is_said {
            Voice::Soft
        } else {
            Voice::Quiet
        };
        let is_first = has(self.at(place).lead(), &["年末", "期末"]);
        // Opening, new and digested make the closing.
        if is_first && levels.len() == 3 {
            let (lost, kept): (Vec<usize>, Vec<usize>) = levels
                .iter()
                .rev()
                .copied()
                .partition(|at| loses(self.at(*at).lead()));
            if lost.len() == 1 {
                let mut reading = Reading::of(&[kept, lost].concat());
                reading.minus = 1;
                self.ask(Question {
                    rule: Rule::Rest,
                    kind: Kind::Sum,
                    result: place,
                    way: None,
                    readings: alloc::vec![reading],
                    voice: Voice::Quiet,
                });
                return;
            }
        }
        self.ask(Question {
            rule: Rule::Rest,
            kind: Kind::Difference,
            result: place,
            way: None,
            readings,
            voice: if is_first { Voice::Quiet } else { voice },
        });
    }

    /// 净增: new less lost.
    fn net(&mut self, place: usize) {
        let like = self.at(place).like();
        let behind: Vec<usize> = self
            .behind(place)
            .take(6)
            .filter(|at| {
                self.same_sentence(*at, place)
                    && self.at(*at).like() == like
                    && self.at(*at).is_level()
                    && self.at(*at).mention.value().is_some()
            })
            .collect();
        let opens = behind.first().is_some_and(|at| self.at(*at).opens);
        if opens && behind.len() >= 2 {
            let lost = behind
                .iter()
                .filter(|at| loses(self.at(**at).lead()))
                .count();
            let mut operands: Vec<usize> = behind
                .iter()
                .copied()
                .filter(|at| !loses(self.at(*at).lead()))
                .collect();
            operands.extend(
                behind
                    .iter()
                    .copied()
                    .filter(|at| loses(self.at(*at).lead())),
            );
            if lost > 0 {
                let mut reading = Reading::of(&operands);
                reading.minus = lost;
                self.ask(Question {
                    rule: Rule::Net,
                    kind: Kind::Sum,
                    result: place,
                    way: None,
                    readings: alloc::vec![reading],
                    voice: Voice::Soft,
                });
            }
            return;
        }
        let before: Vec<usize> = self
            .levels(place, like)
            .into_iter()
            .filter(|at| {
                self.at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(*at).mention.sentence)
                    <= 2
            })
            .filter(|at| !self.at(*at).is_part && self.at(*at).role != Role::Net)
            .take(2)
            .collect();
        if let [second, first] = before.as_slice() {
            let is_loss = has(self.at(place).lead(), &["净减"]);
            let (a, b) = (
                loses(self.at(*first).lead()),
                loses(self.at(*second).lead()),
            );
            if a == b {
                return;
            }
            let (gain, loss) = if a {
                (*second, *first)
            } else {
                (*first, *second)
            };
            let operands = if is_loss { [loss, gain] } else { [gain, loss] };
            self.ask(Question {
                rule: Rule::Net,
                kind: Kind::Difference,
                result: place,
                way: None,
                readings: alloc::vec![Reading::of(&operands)],
                voice: Voice::Soft,
            });
        }
    }

    /// Lists that make up their whole, though no word says so.
    pub(super) fn complete(&mut self) {
        for whole in 0..self.len() {
            if !self.is_level(whole) || !self.at(whole).like().is_amount() {
                continue;
            }
            let like = self.at(whole).like();
            let parts: Vec<usize> = self
                .behind(whole)
                .filter(|at| {
                    let entry = self.at(*at);
                    entry.parents.first() == Some(&whole)
                        && entry.like() == like
                        && entry.mention.depth == 0
                        && self.sums_by(*at).is_none()
                })
                .collect();
            let is_scoped = parts.len() >= 2;
            let list = if is_scoped {
                parts
            } else {
                self.list_behind(whole)
            };
            if list.len() < 2 {
                continue;
            }
            let Some(order) = self.compare_sum(&list, whole) else {
                continue;
            };
            let tied = list.iter().skip(1).all(|at| {
                let first = self.cluster(*at).first().copied().unwrap_or(*at);
                self.at(first).mention.join == Join::Pause
            });
            if !is_scoped && !self.shares_fit(&list, whole) {
                continue;
            }
            let is_too_much = order == Ordering::Greater && is_scoped && tied;
            if order != Ordering::Equal && !is_too_much {
                continue;
            }
            self.ask(Question {
                rule: Rule::Complete,
                kind: Kind::Sum,
                result: whole,
                way: None,
                readings: alloc::vec![Reading::of(&list)],
                voice: if is_too_much {
                    Voice::Soft
                } else {
                    Voice::Quiet
                },
            });
            if is_scoped || is_too_much {
                continue;
            }
            for part in list {
                if let Some(entry) = self.entries.get_mut(part) {
                    entry.parents = alloc::vec![whole];
                    entry.is_part = true;
                    entry.is_listed = true;
                }
                self.ask(Question {
                    rule: Rule::Listed,
                    kind: Kind::Part,
                    result: part,
                    way: None,
                    readings: alloc::vec![Reading::of(&[whole])],
                    voice: Voice::Quiet,
                });
            }
        }
    }

    /// Whether the shares that stand behind the items can be of the whole.
    fn shares_fit(&self, items: &[usize], whole: usize) -> bool {
        items.iter().all(|item| {
            let Some(share) = self.next(*item) else {
                return true;
            };
            let entry = self.at(share);
            let is_bare = entry.role == Role::Share && content(entry.lead()).chars().count() <= 1;
            if !is_bare || !self.same_sentence(share, *item) {
                return true;
            }
            let question = Question {
                rule: Rule::Share,
                kind: Kind::Share,
                result: share,
                way: None,
                readings: alloc::vec![Reading::of(&[*item, whole])],
                voice: Voice::Quiet,
            };
            self.best(&question).is_some()
        })
    }

    /// How the sum of some figures compares with another.
    fn compare_sum(&self, items: &[usize], whole: usize) -> Option<Ordering> {
        let whole = self.at(whole).mention.value()?;
        let mut sum = Ratio::ZERO;
        for item in items {
            let item = self.at(*item).mention.value()?;
            let factor = item.unit().in_unit(whole.unit())?;
            let amount = item.amount().checked_mul(factor).ok()?;
            sum = sum.checked_add(amount).ok()?;
        }
        Some(sum.cmp(&whole.amount()))
    }

    /// The list of like figures that follows a level: in its sentence, or the
    /// next one, and nothing else.
    fn list_behind(&self, whole: usize) -> Vec<usize> {
        let like = self.at(whole).like();
        let mut sentence = None;
        let mut list = Vec::new();
        for at in self.behind(whole) {
            let entry = self.at(at);
            let gap = entry
                .mention
                .sentence
                .saturating_sub(self.at(whole).mention.sentence);
            if sentence.is_none() && gap > 3 {
                break;
            }
            if entry.like() != like || !self.is_level(at) || entry.is_part {
                continue;
            }
            // Lines of one list, each a sentence.
            let is_line = |at: usize| self.at(at).mention.join == Join::Line;
            let is_row = list.last().is_some_and(|last| is_line(*last)) && is_line(at);
            if sentence.is_some_and(|sentence| sentence != entry.mention.sentence) && !is_row {
                break;
            }
            sentence = Some(entry.mention.sentence);
            list.push(at);
            if list.len() > 12 {
                return Vec::new();
            }
        }
        let starts_at_once = list.first().is_some_and(|first| {
            // Nothing of the kind that is no level lies between.
            let between = (whole.saturating_add(1)..*first).filter(|at| {
                let entry = self.at(*at);
                entry.like() == like && !entry.is_part && entry.mention.depth == 0
            });
            between.count() == 0
        });
        if !starts_at_once {
            return Vec::new();
        }
        let is_balance = list.iter().any(|at| {
            let entry = self.at(*at);
            matches!(entry.role, Role::Net | Role::Target)
                || entry.role == Role::Rest && !entry.lead().contains('其')
                || loses(entry.lead()) != loses(self.at(whole).lead())
        });
        if is_balance {
            return Vec::new();
        }
        let is_not_all = list.iter().any(|at| {
            has(&self.at(*at).mention.pre, words::NOT_ALL)
                || has(self.at(*at).lead(), words::NOT_ALL)
        });
        if is_not_all || list.iter().any(|at| self.at(*at).sum.is_some()) {
            return Vec::new();
        }
        list
    }

    /// Shares of one whole that make a hundred.
    fn hundred(&mut self) {
        let mut place = 0;
        while place < self.len() {
            let sentence = self.at(place).mention.sentence;
            let mut shares = Vec::new();
            let mut next = place;
            while next < self.len() && self.at(next).mention.sentence == sentence {
                let entry = self.at(next);
                let is_rest = entry.role == Role::Level
                    && entry.like() == Like::Ratio
                    && has(entry.lead(), words::REST);
                if entry.role == Role::Share && entry.mention.depth == 0 || is_rest {
                    shares.push(next);
                }
                next = next.saturating_add(1);
            }
            let has_part = shares.iter().any(|share| {
                let entry = self.at(*share);
                let lacking = entry.lacks.and_then(|at| self.lacking.get(at));
                entry.is_asked || lacking.is_some_and(|lacking| !lacking.with.is_empty())
            });
            if let Some((last, rest)) = shares.split_last()
                && rest.len() >= 2
                && !has_part
            {
                for share in &shares {
                    let at = self.at(*share).lacks;
                    if let Some(lacking) = at.and_then(|at| self.lacking.get_mut(at)) {
                        lacking.is_told = true;
                    }
                }
                self.ask(Question {
                    rule: Rule::Hundred,
                    kind: Kind::Sum,
                    result: *last,
                    way: None,
                    readings: alloc::vec![Reading::with(rest, Form::Hundred)],
                    voice: Voice::Quiet,
                });
            }
            place = next.max(place.saturating_add(1));
        }
    }
}

/// Whether the words speak of what is lost.
fn loses(lead: &str) -> bool {
    has(
        lead,
        &[
            "减",
            "退",
            "注销",
            "注吊销",
            "迁出",
            "流出",
            "核减",
            "支出",
            "消化",
            "占用",
            "灭失",
        ],
    ) && !has(lead, &["净减少了"])
}
