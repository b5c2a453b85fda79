//! The reader: entries in order, and the questions that they raise.

use alloc::string::String;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicUsize, Ordering};

use super::entry::Entry;
use super::kind::Kind;
use super::label::Label;
use super::mention::{Join, Like};
use super::question::{Lacking, Question, Reading, claim, rank, reading_for};
use super::words::{content, likeness};
use crate::audit::Reading as AuditReading;

/// How many figures back a rule looks.
pub(super) const REACH: usize = 40;

/// How like a subject must be to words that name it, in hundredths.
pub(super) const NAMED: usize = 75;

/// A count of looks, which a shared reader can keep.
#[derive(Debug, Default)]
pub(super) struct Steps(AtomicUsize);

impl Steps {
    fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for Steps {
    fn clone(&self) -> Self {
        Self(AtomicUsize::new(self.count()))
    }
}

#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) entries: Vec<Entry>,
    none: Entry,
    pub(super) questions: Vec<Question>,
    pub(super) lacking: Vec<Lacking>,
    /// The places of the figures of each measure, in order.
    by_like: Vec<(Like, Vec<usize>)>,
    /// How many figures were looked at.
    pub(super) steps: Steps,
    /// What each series of rates was paired with.
    pub(super) pairings: Vec<(usize, Vec<Option<usize>>)>,
    /// The increments that stand before a series of rates, one for each.
    pub(super) increments: Vec<(usize, usize)>,
}

impl Reader {
    pub(super) fn read(entries: Vec<Entry>) -> Option<Self> {
        let none = entries.first()?.clone();
        let mut by_like: Vec<(Like, Vec<usize>)> = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let like = entry.mention.like;
            match by_like.iter_mut().find(|(known, _)| *known == like) {
                Some((_, places)) => places.push(place),
                None => by_like.push((like, alloc::vec![place])),
            }
        }
        let mut reader = Self {
            entries,
            by_like,
            none,
            questions: Vec::new(),
            lacking: Vec::new(),
            steps: Steps::default(),
            pairings: Vec::new(),
            increments: Vec::new(),
        };
        reader.conversions();
        reader.parents();
        reader.repeats();
        reader.totals();
        reader.complete();
        reader.ratios();
        reader.changes();
        reader.means();
        reader.sums();
        reader.stocks();
        reader.bracket_parts();
        Some(reader)
    }

    pub(super) fn at(&self, place: usize) -> &Entry {
        self.steps.add();
        self.entries.get(place).unwrap_or(&self.none)
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.at(a).mention.sentence == self.at(b).mention.sentence
    }

    /// The places before one, the nearest first.
    pub(super) fn before(&self, place: usize) -> impl Iterator<Item = usize> + use<> {
        let place = place.min(self.len());
        (place.saturating_sub(REACH)..place).rev()
    }

    /// The places behind one.
    pub(super) fn behind(&self, place: usize) -> impl Iterator<Item = usize> + use<> {
        let low = place.saturating_add(1);
        low..self.len().min(place.saturating_add(REACH))
    }

    /// The place before, outside brackets that ended.
    pub(super) fn previous(&self, place: usize) -> Option<usize> {
        let depth = self.at(place).mention.depth;
        self.before(place)
            .find(|at| self.at(*at).mention.depth <= depth)
    }

    pub(super) fn next(&self, place: usize) -> Option<usize> {
        let depth = self.at(place).mention.depth;
        self.behind(place)
            .find(|at| self.at(*at).mention.depth <= depth)
    }

    /// Whether it is a level outside brackets, with a value.
    pub(super) fn is_level(&self, place: usize) -> bool {
        let entry = self.at(place);
        entry.is_level()
            && !entry.is_inner
            && entry.mention.depth == 0
            && entry.mention.value().is_some()
    }

    /// The places of one measure before a place, the nearest first.
    pub(super) fn like_before(&self, place: usize, like: Like) -> impl Iterator<Item = usize> {
        let places = self.by_like.iter().find(|(known, _)| *known == like);
        let places = places.map_or(&[][..], |(_, places)| places.as_slice());
        let end = places.partition_point(|at| *at < place);
        places.iter().take(end).rev().copied()
    }

    /// Levels of a measure before a place, the nearest first.
    pub(super) fn levels(&self, place: usize, like: Like) -> Vec<usize> {
        self.like_before(place, like)
            .take(REACH)
            .filter(|at| self.is_level(*at))
            .collect()
    }

    /// The nearest figure before a place whose measure a label names, however
    /// far.
    pub(super) fn labelled(
        &self,
        place: usize,
        fits: impl Fn(&usize) -> bool,
        label: Label,
    ) -> Option<usize> {
        let likes = self
            .by_like
            .iter()
            .map(|(like, _)| *like)
            .filter(|like| label.fits(*like));
        likes
            .filter_map(|like| self.like_before(place, like).take(REACH).find(&fits))
            .max()
    }

    /// Figures of one thing in several measures: 7宗、37.18公顷.
    pub(super) fn cluster(&self, place: usize) -> Vec<usize> {
        let mut all = alloc::vec![place];
        let mut start = place;
        let is_new = |all: &[usize], at: usize| {
            !all.iter()
                .any(|found| self.at(*found).like() == self.at(at).like())
        };
        while let Some(previous) = self.previous(start)
            && self.joins(previous, start)
            && is_new(&all, previous)
        {
            start = previous;
            all.insert(0, start);
        }
        let mut last = place;
        while let Some(next) = self.next(last)
            && self.joins(last, next)
            && is_new(&all, next)
        {
            all.push(next);
            last = next;
        }
        all
    }

    /// Whether a figure goes on what the one before speaks of.
    pub(super) fn joins(&self, first: usize, second: usize) -> bool {
        let (a, b) = (self.at(first), self.at(second));
        let is_bare = content(b.lead()).is_empty() && !b.opens;
        a.mention.sentence == b.mention.sentence
            && a.mention.depth == b.mention.depth
            && a.like() != b.like()
            && a.like().is_amount()
            && b.like().is_amount()
            && b.is_level()
            && a.is_level()
            && is_bare
            && (matches!(b.mention.join, Join::Pause | Join::Figure)
                || b.mention.join == Join::Comma && !b.lead().is_empty() && b.sum.is_none())
    }

    /// The words before a figure, up to the start of its sentence.
    pub(super) fn topic(&self, place: usize) -> String {
        let sentence = self.at(place).mention.sentence;
        let first = self
            .before(place)
            .take_while(|at| self.at(*at).mention.sentence == sentence)
            .last()
            .unwrap_or(place);
        let mut words = self.at(first).mention.pre.clone();
        words.push_str(self.at(first).lead());
        if first != place {
            words.push_str(&self.at(place).mention.pre);
            words.push_str(self.at(place).lead());
        }
        words.push_str(&self.at(place).mention.tail);
        words
    }

    /// What a level is of: its own words, and those of its cluster.
    pub(super) fn subject(&self, place: usize) -> String {
        let mut words = String::new();
        for at in self.cluster(place) {
            let pre = self.at(at).mention.pre.as_str();
            if !pre.ends_with('中') && !pre.ends_with('里') {
                words.push_str(pre);
            }
            words.push_str(self.at(at).lead());
            let tail = self
                .at(at)
                .mention
                .tail
                .split('占')
                .next()
                .unwrap_or_default();
            words.push_str(tail);
        }
        words
    }

    /// Levels before a place that some words name, the nearest first.
    pub(super) fn named(
        &self,
        place: usize,
        name: &str,
        fits: impl Fn(&Entry) -> bool,
    ) -> Vec<usize> {
        let subject = content(name);
        if subject.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, usize)> = self
            .before(place)
            .filter(|at| self.at(*at).mention.value().is_some() && fits(self.at(*at)))
            .filter_map(|at| {
                let likeness = likeness(&subject, &self.subject(at));
                (likeness >= NAMED).then_some((at, likeness))
            })
            .collect();
        let best = found
            .iter()
            .map(|(_, likeness)| *likeness)
            .max()
            .unwrap_or_default();
        found.retain(|(_, likeness)| *likeness == best);
        found.into_iter().map(|(at, _)| at).collect()
    }

    pub(super) fn ask(&mut self, question: Question) {
        let is_asked = self
            .questions
            .iter()
            .rev()
            .take(REACH)
            .any(|asked| *asked == question);
        if question.readings.is_empty() || is_asked {
            return;
        }
        let place = self.questions.len();
        if let Some(entry) = self.entries.get_mut(question.result) {
            entry.is_asked = true;
            if question.kind == Kind::Part {
                entry.part_of = Some(place);
            }
        }
        if let (Kind::Share, Some(reading)) = (question.kind, question.readings.first())
            && let [part, whole] = reading.operands.as_slice()
            && let Some(entry) = self.entries.get_mut(*part)
        {
            entry.share_of = Some(*whole);
        }
        self.questions.push(question);
    }

    pub(super) fn open(&mut self, kind: Kind, result: usize, with: Vec<usize>) {
        let lacking = Lacking {
            kind,
            result,
            with,
            is_told: false,
        };
        let is_known = self
            .lacking
            .iter()
            .rev()
            .take(REACH)
            .any(|known| *known == lacking);
        if !is_known {
            if let Some(entry) = self.entries.get_mut(result) {
                entry.lacks = Some(self.lacking.len());
            }
            self.lacking.push(lacking);
        }
    }

    /// The reading that fits best: as printed and rounded to the nearest, then
    /// as printed, then from rounded operands.
    pub(super) fn best(&self, question: &Question) -> Option<Reading> {
        question
            .readings
            .iter()
            .filter_map(|reading| {
                let claim = claim(&self.entries, question, reading)?;
                let given = reading_for(&self.entries, question, &AuditReading::new());
                let rank = rank(&claim.audit(&given));
                (rank < 3 && !(reading.is_weak && rank > 0)).then_some((rank, reading))
            })
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, reading)| reading.clone())
    }
}
