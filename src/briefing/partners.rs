//! The parts and wholes that a share may speak of.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::entry::Role;
use super::kind::Kind;
use super::label::{Label, label};
use super::mention::{Join, Like};
use super::names::{short, without_label};
use super::question::Voice;
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::words::{self, content, has, likeness};

impl Reader {
    /// The words of a share behind 占, without its end: 全市供地.
    pub(super) fn phrase(&self, place: usize) -> String {
        let lead = self.at(place).lead();
        let from = words::share_word(lead).map(|(_, end)| end);
        let mut phrase = match from {
            Some(end) => lead.get(end..).unwrap_or_default(),
            // 在供应总量中的占比, 为均价的65%.
            None => match lead.rsplit_once('在') {
                Some((_, name)) => name,
                None if lead.ends_with('的') => ["约合", "相当于", "为", "是"]
                    .iter()
                    .find_map(|word| lead.split_once(word))
                    .map_or("", |(_, name)| name),
                None => "",
            },
        };
        if phrase.is_empty() || phrase.starts_with('比') {
            // 在全省园地中占.
            let before = lead.get(..from.unwrap_or_default()).unwrap_or_default();
            if let Some((_, name)) = before.rsplit_once('在') {
                phrase = name;
            }
        }
        let phrase = phrase.strip_prefix('比').unwrap_or(phrase);
        let mut rest = phrase.trim_end_matches(['占', '比', '的', '为']);
        loop {
            let ends = [
                "的比重",
                "的比例",
                "比重",
                "比例",
                "之比",
                "中的",
                "当中",
                "中",
                "的",
                "为",
                "达",
                "约",
                "近",
                "占比",
                "依次",
                "分别",
            ];
            let Some(shorter) = ends.iter().find_map(|end| rest.strip_suffix(end)) else {
                break;
            };
            rest = shorter;
        }
        rest.to_string()
    }

    /// 完成计划（35公顷）的68%: the figure in the bracket before.
    pub(super) fn bracket_before(&self, place: usize) -> Option<usize> {
        let entry = self.at(place);
        let before = place.checked_sub(1)?;
        let other = self.at(before);
        let noun = other.mention.noun.as_str();
        let is_before = other.mention.depth == entry.mention.depth.saturating_add(1)
            && !noun.is_empty()
            && entry.lead().starts_with(noun)
            && entry.mention.sentence == other.mention.sentence;
        (is_before && other.mention.value().is_some()).then_some(before)
    }

    /// The parts that a share may speak of, the likeliest first.
    pub(super) fn part_of(&self, head: usize, ratio: usize, phrase: &str) -> Vec<usize> {
        let entry = self.at(head);
        let before = match words::share_word(entry.lead()) {
            Some((start, _)) => entry.lead().get(..start).unwrap_or_default(),
            None => entry.own.as_str(),
        };
        let own = before.rsplit_once('在').map_or(before, |(own, _)| own);
        if entry.mention.depth > 0
            && entry.role == Role::Share
            && let Some(previous) = self.previous(head)
            && self.at(previous).mention.depth == entry.mention.depth
            && self.at(previous).like().is_amount()
            && self.at(previous).is_level()
            && own.is_empty()
        {
            return alloc::vec![previous];
        }
        let named = label(own).or_else(|| label_alone(&entry.mention.lead));
        let by_phrase = label(phrase);
        let subject = content(&without_label(own));
        let fits = |at: &usize, label: Option<Label>| {
            self.is_level(*at)
                && self.at(*at).like().is_amount()
                && label.is_none_or(|label| label.fits(self.at(*at).like()))
        };
        let is_same = |at: &usize| self.same_sentence(*at, ratio);
        let previous = self.previous(head).filter(|previous| {
            self.at(*previous).mention.clause == entry.mention.clause && fits(previous, None)
        });
        let is_of_previous =
            |previous: usize| label(own).is_none_or(|label| label.fits(self.at(previous).like()));
        if let Some(previous) = previous
            && entry.mention.join == Join::Figure
            && is_of_previous(previous)
        {
            return alloc::vec![previous];
        }
        // 租金11.7元，为均价的65%: a price may be a part of a price.
        if words::share_word(entry.lead()).is_none() && has(phrase, &["均价", "均值", "平均"])
        {
            let found = self.before(head).find(|at| {
                let other = self.at(*at);
                (other.is_level() || other.role == Role::Mean)
                    && self.same_sentence(*at, ratio)
                    && other.mention.depth == 0
            });
            return found.into_iter().collect();
        }
        if !subject.is_empty() && subject != "其" {
            let all: Vec<usize> = self
                .before(head)
                .filter(|at| fits(at, named.filter(|_| label(own).is_some())))
                .take_while(|at| self.near(*at, ratio))
                .filter(|at| {
                    let theirs = self.subject(*at);
                    let bare = short(&subject);
                    likeness(&subject, &theirs) >= NAMED
                        || bare != subject && likeness(&bare, self.at(*at).lead()) >= 100
                })
                .collect();
            let exact = all
                .iter()
                .copied()
                .find(|at| content(self.at(*at).lead()) == subject);
            return exact.or_else(|| all.first().copied()).into_iter().collect();
        }
        // 半数以上地块: the part is in words.
        if entry.lead().is_empty()
            && entry.mention.depth == 0
            && entry.mention.join != Join::Figure
            && !entry.mention.tail.is_empty()
            && head == ratio
        {
            return Vec::new();
        }
        let label = named.or(by_phrase);
        let mut found: Vec<usize> = Vec::new();
        let nearest = match label {
            Some(label) => self.labelled(head, |at| fits(at, Some(label)), label),
            None => self.before(head).find(|at| fits(at, label)),
        };
        let nearest =
            nearest.filter(|at| self.near(*at, ratio) && (named.is_some() || is_same(at)));
        found.extend(nearest);
        // Without a label, either measure of one thing may be meant.
        if label.is_none()
            && let Some(first) = found.first().copied()
        {
            for at in self.cluster(first) {
                if !found.contains(&at) && at < head {
                    found.push(at);
                }
            }
        }
        found
    }

    /// Whether a figure stands in the sentence, or the one before it.
    pub(super) fn near(&self, at: usize, place: usize) -> bool {
        let (a, b) = (
            self.at(at).mention.sentence,
            self.at(place).mention.sentence,
        );
        b.saturating_sub(a) <= 4
    }

    /// The wholes that a part may have, by which rule, and how sure that is.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    pub(super) fn wholes_for(
        &self,
        part: usize,
        ratio: usize,
        phrase: &str,
    ) -> (Vec<usize>, Rule, Voice) {
        let like = self.at(part).like();
        let parents: Vec<usize> = self.at(part).parents.clone();
        // 近4年年均挂出量的八成: that mean is not printed, unless one is.
        if has(phrase, &["均", "上年", "去年", "同期", "历年"]) {
            let found = self.before(ratio).find(|at| {
                let other = self.at(*at);
                *at != part
                    && other.like() == like
                    && other.mention.value().is_some()
                    && other.role == Role::Mean
                    && has(other.lead(), &["均"])
                    && has(phrase, &["均价", "均值", "平均"])
                    && self.near(*at, ratio)
            });
            return (found.into_iter().collect(), Rule::ShareOfNamed, Voice::Loud);
        }
        let unlabelled = without_label(phrase);
        let raw = unlabelled.trim_end_matches(['件', '宗', '户', '家', '个', '处', '栋', '的']);
        let name = content(raw);
        let reach = words::reach(phrase);
        if !name.is_empty() || reach.is_some() {
            let found: Vec<usize> = self
                .before(ratio)
                .filter(|at| {
                    *at != part
                        && self.at(*at).like() == like
                        && self.at(*at).mention.value().is_some()
                        && (self.at(*at).is_level() || self.at(*at).role == Role::Mean)
                        && !self.at(*at).period.is_before()
                })
                .filter(|at| self.at(*at).item_of != Some(part))
                .filter(|at| {
                    let words = self.topic(*at);
                    let exact = !name.is_empty() && likeness(&name, &self.subject(*at)) >= 100;
                    let by_reach = reach.is_none_or(|reach| {
                        words.contains(reach) || exact && words::reach(&words).is_none()
                    });
                    let by_name = name.is_empty()
                        || likeness(&name, &self.subject(*at)) >= NAMED
                        || likeness(&name, &words) >= 100
                        || short(&name) != name
                            && likeness(&short(&name), self.at(*at).lead()) >= 100
                        || raw.chars().count() >= 3 && words.contains(raw);
                    by_reach && by_name
                })
                .collect();
            // The part's own words name a whole only if nothing else does.
            if !found.is_empty() {
                let mut found = found;
                // Words of its own before those of its sentence.
                let by_own = |at: &usize| {
                    let own = self.subject(*at);
                    reach.is_none_or(|reach| own.contains(reach))
                        && (name.is_empty()
                            || likeness(&name, &own) >= NAMED
                            || short(&name) != name
                                && likeness(&short(&name), self.at(*at).lead()) >= 100
                            || own.contains(raw))
                };
                if found.iter().any(by_own) {
                    found.retain(by_own);
                }
                found.sort_by_key(|at| {
                    let is_sibling = self.has_share(*at)
                        || self
                            .at(*at)
                            .parents
                            .iter()
                            .any(|whole| parents.contains(whole));
                    (is_sibling, content(self.at(*at).lead()) != name)
                });
                let sibling = |at: &usize| self.has_share(*at);
                if found.first().is_some_and(|first| !sibling(first)) {
                    found.retain(|at| !sibling(at));
                }
                found.truncate(3);
                return (found, Rule::ShareOfNamed, Voice::Loud);
            }
            let is_own = parents
                .iter()
                .any(|at| likeness(&name, &self.topic(*at)) >= 60);
            if is_own && reach.is_none() {
                return (parents, Rule::Share, Voice::Loud);
            }
            // 占规上企业税收的: the figure with the label alone, if it fits.
            let word = [
                "税收", "收入", "产值", "投资", "利润", "用地", "面积", "价款",
            ]
            .iter()
            .find(|word| phrase.ends_with(**word));
            if let Some(word) = word
                && reach.is_none()
            {
                let found: Vec<usize> = self
                    .levels(part, like)
                    .into_iter()
                    .filter(|at| self.at(*at).lead() == *word && self.near(*at, ratio))
                    .take(1)
                    .collect();
                return (found, Rule::ShareOfNamed, Voice::Quiet);
            }
            return (Vec::new(), Rule::ShareOfNamed, Voice::Quiet);
        }
        if let Some(total) = self.at(part).item_of
            && parents.is_empty()
        {
            return (alloc::vec![total], Rule::Share, Voice::Loud);
        }
        if !parents.is_empty() {
            let voice = if self.at(part).is_listed {
                Voice::Soft
            } else {
                Voice::Loud
            };
            return (parents, Rule::Share, voice);
        }
        // The whole of the sibling before.
        let sibling = self.questions.iter().rev().take(8).find_map(|question| {
            let is_share = question.kind == Kind::Share
                && self.same_sentence(question.result, ratio)
                && question.result < ratio;
            let reading = question.readings.first()?;
            let [before, whole] = reading.operands.as_slice() else {
                return None;
            };
            (is_share && self.at(*before).like() == like && *before != part && *whole != part)
                .then_some((*whole, question.voice))
        });
        let is_bare = content(&without_label(&self.at(ratio).own)).is_empty();
        if let Some((whole, voice)) = sibling
            && is_bare
            && matches!(self.at(part).mention.join, Join::Semicolon | Join::Comma)
        {
            let voice = if voice == Voice::Loud {
                Voice::Loud
            } else {
                voice
            };
            return (alloc::vec![whole], Rule::Share, voice);
        }
        let mut heads: Vec<usize> = Vec::new();
        let mut siblings: Vec<usize> = Vec::new();
        for at in self.levels(part, like) {
            let entry = self.at(at);
            if entry.period.is_before() && !self.at(part).period.is_before() {
                continue;
            }
            // Figures with a share of their own are siblings.
            if self.has_share(at)
                || entry
                    .item_of
                    .is_some_and(|total| total == part || self.at(part).item_of == Some(total))
            {
                siblings.push(at);
                continue;
            }
            if ratio_distance(self, at, ratio) > 3 {
                break;
            }
            heads.push(at);
        }
        // The total may stand behind.
        let behind = self.behind(ratio).take(24).find(|at| {
            self.at(*at).like() == like
                && self.at(*at).sum.is_some()
                && ratio_distance(self, ratio, *at) <= 1
                && self.is_level(*at)
        });
        if heads.is_empty() {
            heads.extend(behind);
        }
        let voice = match heads.as_slice() {
            [only] if self.same_sentence(*only, ratio) || !phrase.is_empty() => Voice::Soft,
            _ => Voice::Quiet,
        };
        heads.extend(siblings);
        heads.truncate(5);
        (heads, Rule::Share, voice)
    }

    /// Whether a share speaks of a figure.
    pub(super) fn has_share(&self, place: usize) -> bool {
        let of_question = self.questions.iter().rev().take(24).any(|question| {
            question.kind == Kind::Share
                && question
                    .readings
                    .first()
                    .is_some_and(|reading| reading.operands.first() == Some(&place))
        });
        of_question
            || self
                .lacking
                .iter()
                .rev()
                .take(24)
                .any(|lacking| lacking.kind == Kind::Share && lacking.with.first() == Some(&place))
    }

    /// The whole of a part that is not printed: 7宗中，服务业占57%.
    pub(super) fn known_whole(&self, head: usize, phrase: &str) -> Vec<usize> {
        let name = content(&without_label(phrase));
        if !name.is_empty() || words::reach(phrase).is_some() {
            let reach = words::reach(phrase);
            let by = label(phrase);
            let found = self.named(head, &without_label(phrase), |entry| {
                entry.is_level()
                    && entry.like().is_amount()
                    && by.is_none_or(|by| by.fits(entry.like()))
            });
            return found
                .into_iter()
                .find(|at| {
                    reach.is_none_or(|reach| {
                        let words = self.topic(*at);
                        words.contains(reach) || words::reach(&words).is_none()
                    })
                })
                .into_iter()
                .collect();
        }
        let entry = self.at(head);
        // 其中以竞价方式出让的面积占88.6%.
        if entry.opens && entry.lead().contains("其中") && phrase.is_empty() {
            let by = label(&entry.own);
            let found = self
                .before(head)
                .filter(|at| self.near(*at, head))
                .find(|at| {
                    self.is_level(*at)
                        && self.at(*at).like().is_amount()
                        && by.is_none_or(|by| by.fits(self.at(*at).like()))
                });
            return found.into_iter().collect();
        }
        if let [only] = entry.within.as_slice() {
            return alloc::vec![*only];
        }
        // 工业用地出让120宗，标准地占比62.5%: the role decides, not the place.
        if let Some(previous) = self.previous(head)
            && self.same_sentence(previous, head)
            && self.is_level(previous)
            && matches!(self.at(previous).like(), Like::Count(_) | Like::Area)
            && !self.at(previous).is_part
            && entry.mention.join == Join::Comma
            && label(&entry.own).is_none()
            && !content(&entry.own).is_empty()
            && phrase.is_empty()
        {
            return alloc::vec![previous];
        }
        // 58%的耕地: the whole by its name.
        let tail = content(entry.mention.tail.trim_start_matches('的'));
        if entry.lead().is_empty() && !tail.is_empty() {
            let short: String = tail.chars().take(2).collect();
            return self
                .named(head, &short, |entry| {
                    entry.is_level() && entry.like().is_amount()
                })
                .into_iter()
                .take(1)
                .collect();
        }
        if let Some(previous) = self.previous(head)
            && self.same_sentence(previous, head)
            && self.is_level(previous)
        {
            let tail = self.at(previous).mention.tail.as_str();
            if tail.ends_with('中')
                || tail.ends_with("里")
                || (entry.mention.join == Join::Figure && super::scopes::amid(tail).is_some())
            {
                return alloc::vec![previous];
            }
        }
        Vec::new()
    }
}

/// How many sentences lie between.
pub(super) fn ratio_distance(reader: &Reader, first: usize, second: usize) -> usize {
    let (a, b) = (
        reader.at(first).mention.sentence,
        reader.at(second).mention.sentence,
    );
    b.abs_diff(a)
}

/// 宗数占比: the label alone.
fn label_alone(lead: &str) -> Option<Label> {
    let start = words::share_word(lead).map_or(0, |(start, _)| start);
    label(lead.get(..start)?)
}
