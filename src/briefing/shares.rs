//! Shares, rates and plans: 占, 率, 完成计划.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::kind::Kind;
use super::mention::{Join, Like};
use super::question::{Form, Question, Reading, Voice};
use super::reader::{NAMED, Reader};
use super::rule::Rule;
use super::slots::{Label, Role, label};
use super::words::{self, content, has, likeness};

impl Reader {
    /// All ratios but those of change.
    pub(super) fn ratios(&mut self) {
        let mut place = 0;
        while place < self.len() {
            let entry = self.at(place);
            let is_ratio = entry.like() == Like::Ratio
                && matches!(
                    entry.role,
                    Role::Share | Role::Plan | Role::Rate | Role::Bare
                );
            if !is_ratio {
                place = place.saturating_add(1);
                continue;
            }
            let series = self.series(place);
            let next = series.last().copied().unwrap_or(place).saturating_add(1);
            let role = entry.role;
            if role == Role::Bare {
                self.bare(place);
                place = place.saturating_add(1);
                continue;
            }
            let parts = if series.len() > 1 || self.at(place).is_series {
                self.paired(place, series.len())
            } else {
                Vec::new()
            };
            let tasks: Vec<usize> = self
                .before(place)
                .filter(|at| {
                    self.at(*at).role == Role::Target
                        && self.same_sentence(*at, place)
                        && self.is_level(*at)
                })
                .collect();
            if series.len() > 1
                && matches!(role, Role::Rate | Role::Plan)
                && parts.len() == series.len()
                && tasks.len() == series.len()
            {
                for ((ratio, done), due) in series.iter().zip(&parts).zip(tasks.iter().rev()) {
                    let Some(done) = done else { continue };
                    self.ask(Question {
                        rule: Rule::Plan,
                        kind: Kind::Rate,
                        result: *ratio,
                        way: None,
                        readings: alloc::vec![Reading::of(&[*done, *due])],
                        voice: Voice::Loud,
                    });
                }
                self.pairings.push((place, parts));
            } else if series.len() > 1 && parts.len() == series.len() {
                let known = series
                    .iter()
                    .zip(&parts)
                    .position(|(_, part)| part.is_some());
                let mut order: Vec<usize> = (0..series.len()).collect();
                order.sort_by_key(|at| Some(*at) != known);
                for at in order {
                    let (Some(ratio), Some(part)) = (series.get(at), parts.get(at)) else {
                        continue;
                    };
                    // The whole of the other members, for one that is not printed.
                    let whole = self.questions.iter().rev().take(24).find(|question| {
                        question.kind == Kind::Share && series.contains(&question.result)
                    });
                    let whole = whole
                        .and_then(|question| self.best(question))
                        .and_then(|reading| reading.operands.last().copied());
                    if role == Role::Share
                        && part.is_none()
                        && let Some(whole) = whole
                    {
                        self.open(Kind::Share, *ratio, alloc::vec![whole]);
                        continue;
                    }
                    match role {
                        Role::Plan => self.plan(*ratio, *part),
                        Role::Rate => self.rate(*ratio, *part),
                        _ => self.share(place, *ratio, *part),
                    }
                }
                self.pairings.push((place, parts));
            } else if series.len() > 1 {
                for ratio in &series {
                    self.open(
                        if role == Role::Share {
                            Kind::Share
                        } else {
                            Kind::Rate
                        },
                        *ratio,
                        Vec::new(),
                    );
                }
            } else {
                match role {
                    Role::Plan => self.plan(place, None),
                    Role::Rate => self.rate(place, None),
                    _ => self.share(place, place, None),
                }
            }
            place = next;
        }
    }

    /// Figures that go on one list: 57%和15.43%.
    pub(super) fn series(&self, place: usize) -> Vec<usize> {
        let mut all = alloc::vec![place];
        let mut last = place;
        while let Some(next) = self.next(last) {
            let (a, b) = (self.at(last), self.at(next));
            let lead = b.lead().trim_start_matches(['和', '与', '及']);
            let has_verb =
                words::change_at_end(lead).is_some_and(|(before, _, _)| before.is_empty());
            let goes_on = a.mention.clause == b.mention.clause
                && a.mention.depth == b.mention.depth
                && a.like() == b.like()
                && (b.mention.join == Join::Pause || b.mention.join == Join::Figure)
                && (lead.is_empty() || has_verb);
            if !goes_on {
                return all;
            }
            all.push(next);
            last = next;
        }
        all
    }

    /// What each rate of a series speaks of, in order.
    pub(super) fn paired(&self, place: usize, count: usize) -> Vec<Option<usize>> {
        let entry = self.at(place);
        // Names in the same clause say it themselves.
        let names: Vec<&str> = entry.own.split(['、', '和', '与', '及']).collect();
        if names.len() == count && count > 1 {
            return self.by_names(place, &names);
        }
        let sentence = entry.mention.sentence;
        let mut run: Vec<usize> = Vec::new();
        for at in self.before(place) {
            let other = self.at(at);
            if other.mention.sentence != sentence || (other.is_ratio() && other.mention.depth == 0)
            {
                break;
            }
            let is_target = (other.is_level() || other.role == Role::Mean)
                && other.mention.depth == 0
                && other.mention.value().is_some();
            if is_target {
                run.push(at);
            }
        }
        // A second series speaks of the same figures.
        if run.is_empty() {
            let earlier = self.pairings.iter().rev().take(8).find(|(head, paired)| {
                *head < place && paired.len() == count && self.same_sentence(*head, place)
            });
            return earlier
                .map(|(_, paired)| paired.clone())
                .unwrap_or_default();
        }
        if run.len() < count {
            return Vec::new();
        }
        run.truncate(count);
        run.reverse();
        run.into_iter().map(Some).collect()
    }

    /// Levels by the names of a list: 商服、住宅和工业用地占.
    fn by_names(&self, place: usize, names: &[&str]) -> Vec<Option<usize>> {
        let mut found: Vec<Option<usize>> = Vec::new();
        let last_label = names.last().and_then(|name| label(name));
        for name in names {
            let label = label(name).or(last_label);
            let subject = content(&without_label(name.split('在').next().unwrap_or(name)));
            let fits = |at: &usize| {
                let entry = self.at(*at);
                let is_like = label.is_none_or(|label| label.fits(entry.like()));
                (entry.is_level() || entry.role == Role::Mean)
                    && entry.mention.depth == 0
                    && entry.mention.value().is_some()
                    && is_like
            };
            let by_name = self.before(place).filter(fits).find(|at| {
                let first = self.cluster(*at).first().copied().unwrap_or(*at);
                !subject.is_empty()
                    && (likeness(&short(&subject), self.at(*at).lead()) >= NAMED
                        || likeness(&short(&subject), self.at(first).lead()) >= NAMED)
            });
            // A measure alone is of the thing before.
            let by_name = by_name.or_else(|| {
                let last = found.iter().rev().copied().flatten().next()?;
                let label = label.filter(|_| subject.is_empty())?;
                let sentence = self.at(last).mention.sentence;
                self.behind(last)
                    .take_while(|at| self.at(*at).mention.sentence == sentence)
                    .find(|at| fits(at) && label.fits(self.at(*at).like()))
            });
            let by_label = || {
                let is_alone = subject.is_empty() && label.is_some();
                self.before(place).filter(fits).find(|_| is_alone)
            };
            found.push(by_name.or_else(by_label));
        }
        found
    }

    /// A rate in brackets speaks of the figure that it follows.
    fn bare(&mut self, place: usize) {
        let Some(of) = self.at(place).mention.inside else {
            return;
        };
        let other = self.at(of);
        if other.like().is_amount() && other.is_level() {
            self.share(place, place, Some(of));
        }
    }

    /// The words of a share behind 占, without its end: 全市供地.
    fn phrase(&self, place: usize) -> String {
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

    /// A share: its part, its whole.
    fn share(&mut self, head: usize, ratio: usize, paired: Option<usize>) {
        let phrase = if self.at(ratio).role == Role::Bare {
            String::new()
        } else {
            self.phrase(head)
        };
        // 占全市1850亩的39.3%: the whole stands in the words.
        let inner = self.previous(head).filter(|previous| {
            let (a, b) = (self.at(*previous), self.at(head));
            a.mention.clause == b.mention.clause
                && b.mention.join == Join::Figure
                && (words::share_word(a.lead()).is_some())
                && b.lead().starts_with('的')
        });
        let bracket = self.bracket_before(head);
        let printed = inner.or(bracket);
        let anchor = inner.unwrap_or(head);
        let parts = match paired {
            Some(part) => alloc::vec![part],
            None => self.part_of(anchor, ratio, &phrase),
        };
        if self.of_sum(anchor, ratio, &phrase, printed) {
            return;
        }
        let mut readings: Vec<Reading> = Vec::new();
        let mut rule = Rule::Share;
        let mut voice = Voice::Quiet;
        for part in &parts {
            let (wholes, by, says) = match printed {
                Some(whole) => (alloc::vec![whole], Rule::ShareOfNamed, Voice::Loud),
                None => self.wholes_for(*part, head, &phrase),
            };
            if readings.is_empty() {
                rule = by;
                voice = says;
            }
            for whole in wholes {
                let is_like = self.at(whole).like() == self.at(*part).like();
                if whole != *part && is_like {
                    readings.push(Reading::of(&[*part, whole]));
                }
            }
        }
        if readings.is_empty() {
            let with = match parts.as_slice() {
                [] => match printed {
                    Some(whole) => alloc::vec![whole],
                    None => self.known_whole(head, &phrase),
                },
                [first, ..] => alloc::vec![*first],
            };
            self.open(Kind::Share, ratio, with);
            return;
        }
        // 补充比例: a name, and no word that ties a part to its whole.
        let is_by_name = self.at(head).role == Role::Share
            && words::share_word(self.at(head).lead()).is_none()
            && printed.is_none()
            && !self.at(head).lead().ends_with('的');
        let is_over = self.at(ratio).mention.value().is_some_and(|value| {
            value
                .unit()
                .in_unit(crate::audit::Unit::PLAIN)
                .and_then(|factor| value.amount().checked_mul(factor).ok())
                .is_some_and(|amount| amount > crate::exact::Ratio::ONE)
        });
        if is_over && words::share_word(self.at(head).lead()).is_none() {
            self.open(Kind::Rate, ratio, Vec::new());
            return;
        }
        let voice = if is_by_name && voice == Voice::Loud {
            Voice::Soft
        } else {
            voice
        };
        let fallback = parts.first().copied();
        if rule == Rule::ShareOfNamed
            && let [only] = readings.as_slice()
            && let [part, whole] = only.operands.as_slice()
        {
            self.prefer(*part, *whole);
        }
        self.ask(Question {
            rule,
            kind: Kind::Share,
            result: ratio,
            way: None,
            readings,
            voice,
        });
        if voice == Voice::Quiet
            && let Some(part) = fallback
        {
            // If it does not fit, the whole is not printed.
            self.open(Kind::Share, ratio, alloc::vec![part]);
        }
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
    fn part_of(&self, head: usize, ratio: usize, phrase: &str) -> Vec<usize> {
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
        let nearest = self
            .before(head)
            .find(|at| fits(at, label))
            .filter(|at| self.near(*at, ratio) && (named.is_some() || is_same(at)));
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
    fn near(&self, at: usize, place: usize) -> bool {
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
    fn wholes_for(&self, part: usize, ratio: usize, phrase: &str) -> (Vec<usize>, Rule, Voice) {
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
    fn has_share(&self, place: usize) -> bool {
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

    /// 三县占全省总量的35%: the share of several parts together.
    fn of_sum(&mut self, head: usize, ratio: usize, phrase: &str, printed: Option<usize>) -> bool {
        let own = self.at(head).own.clone();
        let Some(count) = super::sums::counted(&own).filter(|count| (2..=12).contains(count))
        else {
            return false;
        };
        let Some(last) = self
            .before(head)
            .find(|at| self.at(*at).like().is_amount() && self.at(*at).mention.value().is_some())
        else {
            return false;
        };
        let like = self.at(last).like();
        let mut items: Vec<usize> = self
            .before(head)
            .filter(|at| {
                self.at(*at).like() == like
                    && self.at(*at).role == Role::Level
                    && self.at(*at).mention.value().is_some()
            })
            .take(count)
            .collect();
        if items.len() != count {
            return false;
        }
        items.reverse();
        let Some(first) = items.first().copied() else {
            return false;
        };
        let wholes = match printed {
            Some(whole) => alloc::vec![whole],
            None => self.wholes_for(first, first.saturating_add(0), phrase).0,
        };
        let wholes: Vec<usize> = wholes
            .into_iter()
            .filter(|whole| !items.contains(whole))
            .collect();
        if wholes.is_empty() {
            self.open(Kind::Share, ratio, items);
            return true;
        }
        let readings = wholes
            .iter()
            .map(|whole| {
                let mut operands = items.clone();
                operands.push(*whole);
                Reading::with(&operands, Form::OfSum)
            })
            .collect();
        self.ask(Question {
            rule: Rule::ShareOfSum,
            kind: Kind::Share,
            result: ratio,
            way: None,
            readings,
            voice: Voice::Loud,
        });
        true
    }

    /// The whole of a part that is not printed: 7宗中，服务业占57%.
    fn known_whole(&self, head: usize, phrase: &str) -> Vec<usize> {
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
                || (entry.mention.join == Join::Figure && super::reader::amid(tail).is_some())
            {
                return alloc::vec![previous];
            }
        }
        Vec::new()
    }

    /// 完成年度计划的70%.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    fn plan(&mut self, place: usize, paired: Option<usize>) {
        let entry = self.at(place);
        let lead = entry.lead().to_string();
        let inner = self.previous(place).filter(|previous| {
            let other = self.at(*previous);
            other.mention.clause == entry.mention.clause
                && entry.mention.join == Join::Figure
                && has(other.lead(), words::PLAN)
        });
        let printed = inner.or_else(|| self.bracket_before(place));
        let anchor = inner.unwrap_or(place);
        let done = paired.or_else(|| {
            self.before(anchor).find(|at| {
                self.is_level(*at)
                    && self.at(*at).like().is_amount()
                    && self.at(*at).role != Role::Target
                    && self.same_sentence(*at, place)
            })
        });
        // The plan in the bracket says what was done, also in the sentence before.
        let by_due = printed.and_then(|due| {
            let like = self.at(due).like();
            let done = done.filter(|done| self.at(*done).like() == like);
            let noun = content(&without_plan_words(self.at(place).lead()));
            let by_noun = || {
                self.before(anchor).find(|at| {
                    self.is_level(*at)
                        && self.at(*at).like() == like
                        && self.at(*at).role != Role::Target
                        && *at != due
                        && self.near(*at, place)
                        && !noun.is_empty()
                        && likeness(&noun, &self.subject(*at)) >= 100
                })
            };
            done.or_else(by_noun).or_else(|| {
                self.before(anchor).find(|at| {
                    self.is_level(*at)
                        && self.at(*at).like() == like
                        && self.at(*at).role != Role::Target
                        && self.at(*at).role != Role::Rest
                        && !self.at(*at).is_part
                        && *at != due
                        && self.near(*at, place)
                })
            })
        });
        // 安排640公顷，落地470公顷。兑现73.5%: the pair of the sentence before.
        let by_pair = || {
            let due = self
                .before(place)
                .find(|at| self.at(*at).role == Role::Target && self.is_level(*at))?;
            let next = self.next(due)?;
            (self.same_sentence(due, next)
                && self.at(next).like() == self.at(due).like()
                && self.is_level(next)
                && self
                    .at(place)
                    .mention
                    .sentence
                    .saturating_sub(self.at(due).mention.sentence)
                    <= 2
                && !self.at(place).opens)
                .then_some(next)
        };
        let done = by_due.or(done).or_else(by_pair);
        let Some(done) = done else {
            self.open(Kind::Rate, place, Vec::new());
            return;
        };
        let like = self.at(done).like();
        let name = content(&without_plan_words(&lead).replace("兑现", ""));
        let dues = if let Some(due) = printed {
            alloc::vec![due]
        } else {
            {
                let subject = content(&self.subject(done));
                let all: Vec<usize> = self
                    .before(place)
                    .filter(|at| {
                        *at != done
                            && self.at(*at).role == Role::Target
                            && self.at(*at).like() == like
                            && self.at(*at).mention.value().is_some()
                    })
                    .filter(|at| name.is_empty() || likeness(&name, &self.subject(*at)) >= 50)
                    .collect();
                let raw = plan_name(self.at(place).lead());
                let by_raw: Vec<usize> = all_targets(self, place, done, like)
                    .into_iter()
                    .filter(|at| {
                        raw.chars().count() >= 2 && self.at(*at).lead().contains(raw.as_str())
                    })
                    .collect();
                let fits: Vec<usize> = all
                    .iter()
                    .copied()
                    .filter(|at| {
                        let other = self.at(*at);
                        let words = if other.mention.depth > 0 {
                            &other.mention.noun
                        } else {
                            &other.own
                        };
                        let theirs = content(&without_plan(words));
                        let is_only = all.len() == 1
                            && (self.same_sentence(*at, place) || self.same_sentence(*at, done));
                        theirs.is_empty()
                            || is_only
                            || likeness(&theirs, &subject) >= 50
                            || likeness(&subject, &theirs) >= 50
                    })
                    .collect();
                let is_part = self.at(done).is_part;
                if by_raw.is_empty() {
                    if is_part && fits.len() > 1 {
                        Vec::new()
                    } else {
                        fits
                    }
                } else {
                    by_raw
                }
            }
        };
        let readings: Vec<Reading> = dues
            .iter()
            .filter(|due| self.at(**due).like() == like)
            .map(|due| Reading::of(&[done, *due]))
            .collect();
        if readings.is_empty() {
            self.open(Kind::Rate, place, alloc::vec![done]);
            return;
        }
        self.ask(Question {
            rule: Rule::Plan,
            kind: Kind::Rate,
            result: place,
            way: None,
            readings,
            voice: Voice::Loud,
        });
    }

    /// Whether a rate stands directly behind.
    fn has_rate(&self, at: usize) -> bool {
        self.next(at)
            .is_some_and(|next| self.at(next).role == Role::Rate)
    }

    /// 开工率: by its name.
    #[expect(
        clippy::too_many_lines,
        reason = "one rule, case by case in the order that it tries"
    )]
    fn rate(&mut self, place: usize, paired: Option<usize>) {
        let own = self.at(place).own.clone();
        let named = label(&own);
        let stem = {
            let mut text = without_label(&own);
            for word in [
                "占比",
                "宗数",
                "面积",
                "整治",
                "当年",
                "当年供地",
                "任务",
                "当年",
                "其",
            ] {
                if text != word {
                    text = text.replace(word, "");
                }
            }
            text
        };
        let is_printed = self.before(place).take(3).any(|at| {
            self.same_sentence(at, place)
                && !stem.is_empty()
                && stem.chars().count() > 1
                && self.at(at).lead().ends_with(stem.as_str())
        });
        if !is_printed
            && words::LEVELS
                .iter()
                .any(|level| stem == *level || level.chars().count() > 1 && stem.ends_with(level))
            || stem.is_empty() && named.is_none()
        {
            return;
        }
        let is_plan = has(&own, &["任务完成", "计划完成", "目标完成"]);
        if is_plan {
            self.plan(place, paired);
            return;
        }
        let short = last_two(&stem);
        let pair = words::PAIRS.iter().find(|(name, _, _)| short == *name);
        let is_done = |at: &usize| {
            let lead = self.at(*at).lead();
            let tail = self.at(*at).mention.tail.as_str();
            let by_name = match pair {
                Some((_, done, _)) => has(lead, done),
                None => lead.contains(short.as_str()) || tail.contains(short.as_str()),
            };
            let is_not =
                lead.contains(alloc::format!("未{short}").as_str()) || lead.contains("尚未");
            by_name && !lead.starts_with('应') && !is_not && self.at(*at).role != Role::Target
        };
        let fits = |at: &usize| {
            self.is_level(*at)
                && self.at(*at).like().is_amount()
                && self.same_sentence(*at, place)
                && named.is_none_or(|label| label.fits(self.at(*at).like()))
        };
        let all: Vec<usize> = self.before(place).filter(fits).collect();
        let earlier = || {
            self.before(place).find(|at| {
                pair.is_some()
                    && self.is_level(*at)
                    && self.at(*at).like().is_amount()
                    && self.near(*at, place)
                    && named.is_none_or(|label| label.fits(self.at(*at).like()))
                    && is_done(at)
                    && !self.at(*at).is_part
            })
        };
        let done = paired
            .or_else(|| all.iter().copied().find(is_done))
            .or_else(earlier);
        let is_named = done.is_some() && paired.is_none();
        // 年初存量18600亩，处置率31%: what was done stands before.
        if done.is_none()
            && let Some(due) = all.first().copied()
        {
            let subject = content(&self.subject(due).replace("存量", ""));
            let earlier = self
                .levels(due, self.at(due).like())
                .into_iter()
                .filter(|at| self.near(*at, place) && is_done(at))
                .find(|at| !subject.is_empty() && likeness(&subject, &self.subject(*at)) >= 60);
            if let Some(done) = earlier {
                self.ask(Question {
                    rule: Rule::Rate,
                    kind: Kind::Rate,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::of(&[done, due])],
                    voice: Voice::Quiet,
                });
                return;
            }
        }
        let done = done.or_else(|| {
            all.first().copied().filter(|_| {
                short.is_empty()
                    || named.is_some()
                    || stem.ends_with("完成")
                    || stem.ends_with("处置")
            })
        });
        // 已供2688亩，保障率80%: what stands directly before, if it fits.
        let is_guess = done.is_none();
        let done = done.or_else(|| {
            all.first().copied().filter(|at| {
                self.at(*at).mention.clause.saturating_add(1) == self.at(place).mention.clause
            })
        });
        // 投入4.32亿元；预算4.8亿元，执行率90%.
        if let Some(due) = done
            && is_guess
            && self.at(due).role == Role::Target
        {
            let spent = self
                .levels(due, self.at(due).like())
                .into_iter()
                .find(|at| {
                    self.at(*at).role == Role::Level
                        && self
                            .at(place)
                            .mention
                            .sentence
                            .saturating_sub(self.at(*at).mention.sentence)
                            <= 1
                });
            self.open(Kind::Rate, place, Vec::new());
            if let Some(spent) = spent {
                self.ask(Question {
                    rule: Rule::Rate,
                    kind: Kind::Rate,
                    result: place,
                    way: None,
                    readings: alloc::vec![Reading::weak(&[spent, due])],
                    voice: Voice::Quiet,
                });
            }
            return;
        }
        let Some(done) = done else {
            self.open(Kind::Rate, place, Vec::new());
            return;
        };
        let like = self.at(done).like();
        let is_due = |at: &usize| {
            let lead = self.at(*at).lead();
            match pair {
                Some((_, _, due)) => has(lead, due),
                None => lead.contains('应') && lead.contains(short.as_str()),
            }
        };
        let levels: Vec<usize> = self
            .levels(done, like)
            .into_iter()
            .filter(|at| self.near(*at, place))
            .collect();
        let in_sentence: Vec<usize> = levels
            .iter()
            .copied()
            .filter(|at| self.same_sentence(*at, place))
            .collect();
        let by_word: Vec<usize> = in_sentence
            .iter()
            .chain(levels.iter().filter(|_| pair.is_some()))
            .copied()
            .find(|at| is_due(at))
            .into_iter()
            .collect();
        let (dues, voice) = if !by_word.is_empty() {
            let is_near = by_word.iter().all(|at| self.same_sentence(*at, place));
            (by_word, if is_near { Voice::Loud } else { Voice::Soft })
        } else if !self.at(done).parents.is_empty() {
            // What stands between in the sentence comes before the whole.
            let parents = self.at(done).parents.clone();
            let mut found: Vec<usize> = in_sentence
                .iter()
                .copied()
                .filter(|at| {
                    !parents.contains(at) && self.at(*at).parents == parents && !self.has_rate(*at)
                })
                .take(1)
                .collect();
            found.extend(parents);
            let voice = if is_named && found.len() == 1 {
                Voice::Loud
            } else {
                Voice::Soft
            };
            (found, voice)
        } else if !in_sentence.is_empty() {
            let mut found = in_sentence;
            found.truncate(3);
            let others = levels
                .iter()
                .copied()
                .filter(|at| !found.contains(at) && !self.at(*at).is_part);
            let others: Vec<usize> = others.take(3).collect();
            let is_only = found.len() == 1 && others.is_empty() && (is_named || paired.is_some());
            found.extend(others);
            let voice = if is_only { Voice::Loud } else { Voice::Soft };
            (found, voice)
        } else {
            let mut found: Vec<usize> = levels
                .into_iter()
                .filter(|at| !self.at(*at).is_part)
                .collect();
            found.truncate(4);
            (found, Voice::Quiet)
        };
        let readings: Vec<Reading> = dues
            .iter()
            .map(|due| {
                if is_guess {
                    Reading::weak(&[done, *due])
                } else {
                    Reading::of(&[done, *due])
                }
            })
            .collect();
        let voice = if is_guess { Voice::Quiet } else { voice };
        let known = if is_guess {
            Vec::new()
        } else {
            alloc::vec![done]
        };
        if readings.is_empty() || is_guess {
            self.open(Kind::Rate, place, known);
        }
        if readings.is_empty() {
            return;
        }
        self.ask(Question {
            rule: Rule::Rate,
            kind: Kind::Rate,
            result: place,
            way: None,
            readings,
            voice,
        });
    }
}

/// How many sentences lie between.
fn ratio_distance(reader: &Reader, first: usize, second: usize) -> usize {
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

/// A subject without the words that label its measure.
pub(super) fn without_label(text: &str) -> String {
    const LABELS: &[&str] = &[
        "投资额",
        "投资总额",
        "出让面积",
        "用地面积",
        "土地面积",
        "总面积",
        "面积",
        "宗数",
        "户数",
        "件数",
        "家数",
        "栋数",
        "企业数",
        "项目数",
        "总量",
        "总额",
        "间数",
        "个数",
        "套数",
        "份数",
        "处数",
        "起数",
        "幅数",
        "幢数",
        "笔数",
        "人数",
        "总数",
        "总收益",
        "全部",
        "合计",
        "价款",
        "金额",
        "亩数",
        "公顷数",
        "平方米数",
        "均价",
        "单价",
        "数",
        "比重",
        "比例",
        "其",
        "占比",
    ];
    let mut left = text.to_string();
    for label in LABELS {
        left = left.replace(label, "");
    }
    left
}

/// 完成省下达处置任务的: 处置.
fn without_plan_words(lead: &str) -> String {
    let mut text = lead.to_string();
    for word in [
        "完成", "年度", "计划", "任务", "目标", "预算", "下达", "省", "市", "县", "为", "的",
        "达到", "占",
    ] {
        text = text.replace(word, "");
    }
    text
}

/// 占三年计划的: 三年.
fn plan_name(lead: &str) -> String {
    let from = ["完成", "占", "达到", "为", "是"]
        .iter()
        .filter_map(|word| lead.find(word).map(|at| at.saturating_add(word.len())))
        .max()
        .unwrap_or_default();
    let mut text = lead.get(from..).unwrap_or_default().to_string();
    for word in [
        "计划",
        "任务",
        "目标",
        "预算",
        "年度",
        "省下达",
        "下达",
        "的",
    ] {
        text = text.replace(word, "");
    }
    text
}

fn all_targets(reader: &Reader, place: usize, done: usize, like: Like) -> Vec<usize> {
    reader
        .before(place)
        .filter(|at| {
            let entry = reader.at(*at);
            *at != done
                && entry.role == Role::Target
                && entry.like() == like
                && entry.mention.value().is_some()
        })
        .collect()
}

fn without_plan(text: &str) -> String {
    let mut left = text.to_string();
    for word in ["计划", "任务", "目标", "预算", "年度", "下达", "省", "处置"] {
        left = left.replace(word, "");
    }
    left
}

/// A subject without the words that all land has.
fn short(subject: &str) -> String {
    let left: String = [
        "推出量",
        "供应量",
        "投放量",
        "用地",
        "推出",
        "投放",
        "方式",
        "项目",
    ]
    .iter()
    .fold(subject.to_string(), |text, word| text.replace(word, ""));
    if left.is_empty() {
        subject.to_string()
    } else {
        left
    }
}

/// The last two signs of a stem: 竣工.
fn last_two(stem: &str) -> String {
    let count = stem.chars().count();
    stem.chars().skip(count.saturating_sub(2)).collect()
}
