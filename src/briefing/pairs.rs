//! Series of rates, and what each of them speaks of: 分别占57%和15.43%.

use alloc::vec::Vec;

use super::entry::Role;
use super::label::label;
use super::mention::Join;
use super::names::{short, without_label};
use super::reader::{NAMED, Reader};
use super::words::{self, content, likeness};

impl Reader {
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
        if let Some(found) = self.by_bracket(place, count) {
            return found;
        }
        let mut run: Vec<usize> = Vec::new();
        for at in self.before(place) {
            let other = self.at(at);
            // 占市域面积（1640万亩）的: the whole is not a part.
            let is_whole = entry.role == Role::Share
                && words::share_word(other.lead()).is_some()
                && entry.lead().starts_with(other.lead());
            if is_whole {
                continue;
            }
            // 62.8亿元，增长3.9%；148.3亿元，增长7.2%；占比分别为: each with its growth.
            let is_passed = entry.role == Role::Share && other.role == Role::Growth;
            let is_end = other.is_ratio() && other.mention.depth == 0 && !is_passed;
            if other.mention.sentence != sentence || is_end {
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
        // 34宗、1326亩，平均每宗39亩，分别增长: what was divided may stand apart.
        let levels: Vec<usize> = run
            .iter()
            .copied()
            .filter(|at| self.at(*at).role != Role::Mean)
            .collect();
        if levels.len() == count
            && levels
                .first()
                .is_some_and(|at| self.cluster(*at).len() == count)
        {
            run = levels;
        }
        run.truncate(count);
        run.reverse();
        run.into_iter().map(Some).collect()
    }

    /// 较去年同期（32宗、1120亩）分别增长: the bases name the measures.
    fn by_bracket(&self, place: usize, count: usize) -> Option<Vec<Option<usize>>> {
        let depth = self.at(place).mention.depth;
        let mut bases: Vec<usize> = self
            .before(place)
            .take(count)
            .take_while(|at| self.at(*at).mention.depth > depth && self.is_in_bracket_of_base(*at))
            .collect();
        if bases.len() != count {
            return None;
        }
        bases.reverse();
        let first = bases.first().copied()?;
        bases
            .iter()
            .map(|base| {
                let like = self.at(*base).like();
                let new = self
                    .like_before(first, like)
                    .take(4)
                    .find(|at| self.is_level(*at) && self.same_sentence(*at, place));
                new.map(Some)
            })
            .collect()
    }

    /// Whether it stands in a bracket without words of its own.
    fn is_in_bracket_of_base(&self, at: usize) -> bool {
        let entry = self.at(at);
        entry.is_level() && content(entry.lead()).is_empty()
    }

    /// Levels by the names of a list: 商服、住宅和工业用地占.
    pub(super) fn by_names(&self, place: usize, names: &[&str]) -> Vec<Option<usize>> {
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
}
