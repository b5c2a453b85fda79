//! How well labelled texts are read: what was to be found, and what was found.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "counts of texts that are in memory, and places that were just found; a slip would be a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use standard_land::audit::{Outcome, Reading};
use standard_land::briefing::{Audit, Briefing, Judged, Kind};

use crate::corpus::{Figures, Labelled, Relation, corpus, list};

impl Relation {
    /// Whether a claim is this one, or says the same in other words.
    fn is(&self, judged: &Judged<'_>, figures: &Figures<'_>) -> bool {
        let theirs: Vec<_> = judged
            .places()
            .iter()
            .map(|place| Some(figures.top(*place)))
            .collect();
        let sorted = |figures: &[Option<usize>]| {
            let mut figures = figures.to_vec();
            figures.sort_unstable();
            figures
        };
        let is_same_set = sorted(&self.figures) == sorted(&theirs);
        let is_result = self.figures.first() == theirs.first();
        match (self.kind.as_str(), judged.kind()) {
            ("part", Kind::Part) | ("multiple", Kind::Multiple) | ("mean", Kind::Mean) => {
                self.figures == theirs
            }
            ("share" | "rate", Kind::Share | Kind::Rate) => {
                is_result && is_same_set && self.figures.last() == theirs.last()
            }
            ("growth", Kind::Growth) if self.form.is_some() => {
                is_result && is_same_set && judged.is_by_increment()
            }
            ("growth", Kind::Growth) => self.figures == theirs && !judged.is_by_increment(),
            ("points", Kind::Points) => is_result && is_same_set,
            ("product", Kind::Mean)
            | ("comparison", Kind::Comparison)
            | ("conversion", Kind::Conversion)
            | ("sum" | "difference", Kind::Sum | Kind::Difference) => is_same_set,
            _ => false,
        }
    }
}

/// Parts of wholes that follow from the labels.
fn follows(labels: &[Relation], part: Option<usize>, whole: Option<usize>) -> bool {
    let mut above: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut add = |part: Option<usize>, whole: Option<usize>| {
        if let (Some(part), Some(whole)) = (part, whole) {
            above.entry(part).or_default().insert(whole);
        }
    };
    for label in labels {
        match (label.kind.as_str(), label.figures.as_slice()) {
            ("part", [part, whole]) => add(*part, *whole),
            ("share", [_, parts @ .., whole]) => parts.iter().for_each(|part| add(*part, *whole)),
            ("sum", [whole, parts @ ..]) => parts.iter().for_each(|part| add(*part, *whole)),
            _ => {}
        }
    }
    let (Some(part), Some(whole)) = (part, whole) else {
        return false;
    };
    let (mut seen, mut open) = (BTreeSet::new(), vec![part]);
    while let Some(part) = open.pop() {
        for up in above.get(&part).into_iter().flatten() {
            if *up == whole {
                return true;
            }
            if seen.insert(*up) {
                open.push(*up);
            }
        }
    }
    false
}

/// The figures of the relations that the words of a text state.
pub(crate) fn stated_figures(labelled: &Labelled, briefing: &Briefing<'_>) -> BTreeSet<usize> {
    let figures = Figures::of(labelled, briefing);
    let claims = list(&labelled.value, "claims");
    claims
        .map(|label| figures.relation(label))
        .filter(|relation| relation.is_stated)
        .flat_map(|relation| relation.figures.into_iter().flatten())
        .collect()
}

/// What one text, or many, add up to.
#[derive(Debug, Default, Clone)]
pub(crate) struct Score {
    pub(crate) texts: usize,
    pub(crate) stated: (usize, usize),
    pub(crate) inferred: (usize, usize),
    pub(crate) asserted: (usize, usize),
    pub(crate) accusations: usize,
    pub(crate) unexplained: usize,
    pub(crate) open: (usize, usize),
    pub(crate) slips: (usize, usize),
    pub(crate) impossible: usize,
}

impl Score {
    pub(crate) fn of(labelled: &Labelled) -> Self {
        let briefing = Briefing::read(&labelled.text);
        let audit = briefing.audit(&Reading::new());
        let figures = Figures::of(labelled, &briefing);
        let labels: Vec<_> = list(&labelled.value, "claims")
            .map(|label| figures.relation(label))
            .collect();
        let mut score = Self {
            texts: 1,
            ..Self::default()
        };
        let planted = labelled.value["planted"]["figure"].as_str();
        let slip = planted.and_then(|name| figures.place(name));
        let must = labelled.value["planted"]["must_find"].as_bool() == Some(true);
        let mut found = vec![false; labels.len()];
        let (mut is_seen, mut is_impossible) = (false, false);
        for judged in &audit {
            let matching: Vec<_> = (0..labels.len())
                .filter(|at| labels[*at].is(judged, &figures))
                .collect();
            let places: Vec<_> = judged
                .places()
                .iter()
                .map(|place| figures.top(*place))
                .collect();
            let is_implied = judged.kind() == Kind::Part
                && follows(&labels, places.first().copied(), places.last().copied());
            for at in &matching {
                found[*at] = true;
            }
            let holds = slip.is_some_and(|slip| places.contains(&slip));
            let breaks = holds || matching.iter().any(|at| labels[*at].breaks);
            match judged.outcome() {
                Some(Outcome::Unexplained) => score.unexplained += usize::from(!breaks),
                outcome => {
                    score.asserted.1 += 1;
                    score.asserted.0 += usize::from(!matching.is_empty() || is_implied);
                    let accuses = outcome == Some(Outcome::Impossible) && !holds;
                    score.accusations += usize::from(accuses);
                }
            }
            let is_flag = matches!(
                judged.outcome(),
                Some(Outcome::Impossible | Outcome::Unexplained)
            );
            is_seen |= must && breaks && is_flag;
            is_impossible |= must && breaks && judged.outcome() == Some(Outcome::Impossible);
        }
        for (label, is_found) in labels.iter().zip(&found) {
            // Growth from the base and from the increment: one is enough.
            let twin = labels.iter().zip(&found).any(|(other, is_found)| {
                *is_found
                    && label.kind == "growth"
                    && other.kind == "growth"
                    && other.figures[0] == label.figures[0]
            });
            let is_part =
                label.kind == "part" && said(&audit, &figures, label.figures[0], label.figures[1]);
            let counts = if label.is_stated {
                &mut score.stated
            } else {
                &mut score.inferred
            };
            counts.1 += 1;
            counts.0 += usize::from(*is_found || twin || is_part);
        }
        let open: Vec<_> = list(&labelled.value, "open")
            .map(|label| figures.relation(label))
            .collect();
        for printed in audit.open() {
            let places: BTreeSet<_> = printed
                .places()
                .iter()
                .map(|place| Some(figures.top(*place)))
                .collect();
            let is_ratio = |kind: &str| matches!(kind, "share" | "rate");
            score.open.1 += 1;
            score.open.0 += usize::from(open.iter().any(|label| {
                let code = printed.kind().code();
                let is_kind = label.kind == code || is_ratio(&label.kind) && is_ratio(code);
                is_kind && label.figures.iter().copied().collect::<BTreeSet<_>>() == places
            }));
        }
        score.slips = (usize::from(is_seen), usize::from(must));
        score.impossible = usize::from(is_impossible);
        score
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.texts += other.texts;
        for (sum, more) in [
            (&mut self.stated, other.stated),
            (&mut self.inferred, other.inferred),
            (&mut self.asserted, other.asserted),
            (&mut self.open, other.open),
            (&mut self.slips, other.slips),
        ] {
            *sum = (sum.0 + more.0, sum.1 + more.1);
        }
        self.accusations += other.accusations;
        self.unexplained += other.unexplained;
        self.impossible += other.impossible;
    }

    /// One line of the table.
    pub(crate) fn line(&self, name: &str) -> String {
        let mut line = format!("{name:<4} {:>4} texts", self.texts);
        for (what, (part, whole)) in [
            ("stated", self.stated),
            ("inferred", self.inferred),
            ("asserted right", self.asserted),
            ("open right", self.open),
            ("slips", self.slips),
        ] {
            write!(line, "  {what} {part}/{whole}").unwrap();
        }
        write!(
            line,
            "  impossible {}  accusations {}  unexplained {}",
            self.impossible, self.accusations, self.unexplained
        )
        .unwrap();
        line
    }
}

/// Whether some claim says that one figure is a part of another: a share does,
/// and a sum.
fn said(
    audit: &Audit<'_>,
    figures: &Figures<'_>,
    part: Option<usize>,
    whole: Option<usize>,
) -> bool {
    audit.iter().any(|judged| {
        let places: Vec<_> = judged
            .places()
            .iter()
            .map(|place| Some(figures.top(*place)))
            .collect();
        match (judged.kind(), places.as_slice()) {
            (Kind::Share, [_, parts @ .., all]) | (Kind::Sum, [all, parts @ ..]) => {
                *all == whole && parts.contains(&part)
            }
            _ => false,
        }
    })
}

/// The score of every group, and of each text that is not read perfectly.
pub(crate) fn table() -> (BTreeMap<String, Score>, String) {
    let mut groups: BTreeMap<String, Score> = BTreeMap::new();
    let mut each = String::new();
    for labelled in corpus() {
        let score = Score::of(&labelled);
        groups
            .entry(labelled.id[..1].to_owned())
            .or_default()
            .add(&score);
        let is_perfect = score.stated.0 == score.stated.1
            && score.inferred.0 == score.inferred.1
            && score.asserted.0 == score.asserted.1
            && score.open.0 == score.open.1
            && score.accusations + score.unexplained == 0;
        if !is_perfect {
            writeln!(each, "{}", score.line(&labelled.id)).unwrap();
        }
    }
    let mut table = String::new();
    for (name, score) in &groups {
        writeln!(table, "{}", score.line(name)).unwrap();
    }
    (groups, format!("{table}\n{each}"))
}
