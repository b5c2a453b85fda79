//! A briefing, judged: one list of claims, what is open, what is left over.

use alloc::vec::Vec;

use super::account::Account;
use super::document::Briefing;
use super::entry::Role;
use super::figure::{Figure, Reason};
use super::judged::{Judged, judge};
use super::kind::Kind;
use super::open::Open;
use crate::audit::{Outcome, Reading};
use crate::exact::{Mode, Modes};

/// A briefing's claims, each judged; what lacks a figure; what is left over.
///
/// ```
/// use standard_land::audit::{Outcome, Reading};
/// use standard_land::briefing::Briefing;
///
/// let briefing = Briefing::read("供地8宗，其中开工6宗，占70%；另有窗口3个。");
/// let audit = briefing.audit(&Reading::new());
/// let wrong: Vec<_> = audit.with_outcome(Outcome::Impossible).collect();
/// assert_eq!(wrong[0].to_string(), "70% = 6宗 of 8宗: impossible");
/// assert_eq!(audit.unrelated().count(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Audit<'b> {
    briefing: &'b Briefing<'b>,
    judged: Vec<Judged<'b>>,
    open: Vec<Open>,
    /// For each figure, why it stands in no claim; `None` where it does.
    reasons: Vec<Option<Reason>>,
}

/// A wrong figure that several claims share.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::briefing::Briefing;
///
/// let text = "供地8宗，其中工业6宗，占70%；商业2宗，占20%；宗数由4宗增加到8宗，增长90%。";
/// let briefing = Briefing::read(text);
/// let audit = briefing.audit(&Reading::new());
/// let suspects = audit.suspects();
/// assert_eq!(briefing.printed(suspects[0].figure().span()), "8宗");
/// assert_eq!(suspects[0].breaks().len(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Suspect<'a> {
    figure: &'a Figure,
    breaks: Vec<&'a Judged<'a>>,
}

impl<'a> Suspect<'a> {
    /// The figure that all of them have.
    #[must_use]
    pub const fn figure(&self) -> &Figure {
        self.figure
    }

    /// The claims that do not hold; at least two.
    #[must_use]
    pub fn breaks(&self) -> &[&'a Judged<'a>] {
        &self.breaks
    }
}

impl<'b> Audit<'b> {
    pub(super) fn of(briefing: &'b Briefing<'b>, reading: &Reading) -> Self {
        let mut audit = Self {
            briefing,
            judged: Vec::new(),
            open: Vec::new(),
            reasons: briefing
                .figures()
                .map(|figure| Some(figure.reason()))
                .collect(),
        };
        let Some(reader) = &briefing.reader else {
            return audit;
        };
        let mut told = alloc::vec![false; audit.reasons.len()];
        for question in &reader.questions {
            let Some(judged) = judge(briefing, &reader.entries, question, reading) else {
                continue;
            };
            if matches!(judged.kind, Kind::Share | Kind::Rate)
                && let Some(told) = told.get_mut(question.result)
            {
                *told = true;
            }
            if judged.kind == Kind::Points {
                for place in &judged.figures {
                    if let Some(told) = told.get_mut(*place) {
                        *told = true;
                    }
                }
            }
            for place in &judged.figures {
                if let Some(reason) = audit.reasons.get_mut(*place) {
                    *reason = None;
                }
            }
            audit.judged.push(judged);
        }
        audit.judged.sort_by_key(|judged| {
            let result = judged.figures.first().copied().unwrap_or_default();
            (result, judged.kind)
        });
        for lacking in reader.lacking.iter().filter(|lacking| !lacking.is_told) {
            let is_told = told.get(lacking.result).copied().unwrap_or_default();
            let is_ratio = matches!(lacking.kind, Kind::Share | Kind::Rate);
            if is_told && (is_ratio || lacking.with.is_empty()) {
                continue;
            }
            if let Some(open) = Open::of(briefing, &reader.entries, lacking) {
                for place in [lacking.result].iter().chain(&lacking.with) {
                    if let Some(reason) = audit.reasons.get_mut(*place)
                        && reason.is_some()
                    {
                        *reason = Some(Reason::NoPartner);
                    }
                }
                audit.open.push(open);
            }
        }
        audit
            .open
            .sort_by_key(|open| open.places().first().copied());
        for (reason, entry) in audit.reasons.iter_mut().zip(&reader.entries) {
            if *reason == Some(Reason::NoRelation) {
                *reason = Some(match entry.role {
                    Role::Class => Reason::Class,
                    Role::Scope => Reason::Scope,
                    Role::Limit => Reason::Limit,
                    _ => Reason::NoRelation,
                });
            }
        }
        audit
    }

    /// The briefing that was judged.
    #[must_use]
    pub const fn briefing(&self) -> &'b Briefing<'b> {
        self.briefing
    }

    /// What was judged, in the order of the text.
    #[must_use]
    pub fn judged(&self) -> &[Judged<'b>] {
        &self.judged
    }

    /// What was judged, one by one.
    pub fn iter(&self) -> core::slice::Iter<'_, Judged<'b>> {
        self.judged.iter()
    }

    /// Those with an outcome.
    pub fn with_outcome(&self, outcome: Outcome) -> impl Iterator<Item = &Judged<'b>> {
        self.judged
            .iter()
            .filter(move |judged| judged.outcome == Some(outcome))
    }

    /// The modes that explain every claim, if nothing but the results was
    /// rounded: what is in all of them. Unexplained claims have no say.
    #[must_use]
    pub fn modes(&self) -> Modes {
        self.all(|judged| judged.modes)
    }

    /// The same, if the operands were rounded by the mode too.
    #[must_use]
    pub fn modes_if_rounded(&self) -> Modes {
        self.all(|judged| judged.rounded)
    }

    fn all(&self, modes: impl Fn(&Judged<'b>) -> Modes) -> Modes {
        let judged = self.judged.iter();
        let judged = judged.filter(|judged| {
            judged
                .outcome
                .is_some_and(|outcome| outcome != Outcome::Unexplained)
        });
        judged.fold(Modes::ANY, |all, judged| all.intersection(modes(judged)))
    }

    /// Claims that some modes explain and others do not.
    pub fn deciding(&self) -> impl Iterator<Item = &Judged<'b>> {
        self.judged
            .iter()
            .filter(|judged| !judged.modes.is_empty() && !judged.modes.is_any())
    }

    /// How many claims a mode explains.
    #[must_use]
    pub fn explained_by(&self, mode: Mode) -> usize {
        let judged = self.judged.iter();
        judged.filter(|judged| judged.modes.contains(mode)).count()
    }

    /// Figures that several broken claims share: one wrong total breaks its
    /// sum and all its shares. The one that breaks most comes first.
    ///
    /// A figure is not proved wrong by that; it is where to look first.
    #[must_use]
    pub fn suspects(&self) -> Vec<Suspect<'_>> {
        let broken: Vec<&Judged<'b>> = self
            .judged
            .iter()
            .filter(|judged| {
                matches!(
                    judged.outcome,
                    Some(Outcome::Impossible | Outcome::Unexplained)
                )
            })
            .collect();
        // For each figure, the broken claims that have it.
        let mut of = alloc::vec![Vec::new(); self.reasons.len()];
        for (number, judged) in broken.iter().enumerate() {
            for place in &judged.figures {
                if let Some(of) = of.get_mut(*place) {
                    of.push(number);
                }
            }
        }
        let of: Vec<_> = of.into_iter().enumerate().collect();
        let mut of: Vec<_> = of.into_iter().filter(|(_, of)| of.len() > 1).collect();
        of.sort_by_key(|(_, of)| core::cmp::Reverse(of.len()));
        let mut is_told = alloc::vec![false; broken.len()];
        let mut suspects = Vec::new();
        for (place, mut of) in of {
            of.retain(|number| is_told.get(*number) == Some(&false));
            if of.len() < 2 {
                continue;
            }
            let Some(figure) = self.briefing.figure(place) else {
                continue;
            };
            for number in &of {
                if let Some(told) = is_told.get_mut(*number) {
                    *told = true;
                }
            }
            let breaks = of.iter().filter_map(|number| broken.get(*number).copied());
            suspects.push(Suspect {
                figure,
                breaks: breaks.collect(),
            });
        }
        suspects
    }

    /// Claims that lack a figure, in the order of the text.
    #[must_use]
    pub fn open(&self) -> &[Open] {
        &self.open
    }

    /// The figures that stand in no claim, and why, in order.
    pub fn unrelated(&self) -> impl Iterator<Item = (&Figure, Reason)> {
        self.briefing
            .figures()
            .zip(&self.reasons)
            .filter_map(|(figure, reason)| Some((figure, (*reason)?)))
    }

    /// The places of the figures that stand in no claim, and why, in order.
    pub(crate) fn left_over(&self) -> impl Iterator<Item = (usize, Reason)> {
        let reasons = self.reasons.iter().enumerate();
        reasons.filter_map(|(place, reason)| Some((place, (*reason)?)))
    }

    /// Where the figures went.
    #[must_use]
    pub fn account(&self) -> Account {
        let context = self.briefing.context();
        let mut account = Account::new(self.reasons.len().saturating_add(context.len()));
        for reason in &self.reasons {
            account.add(*reason);
        }
        for context in context {
            account.add_context(context.kind);
        }
        account
    }
}

impl<'a, 'b> IntoIterator for &'a Audit<'b> {
    type Item = &'a Judged<'b>;
    type IntoIter = core::slice::Iter<'a, Judged<'b>>;

    fn into_iter(self) -> Self::IntoIter {
        self.judged.iter()
    }
}

impl Briefing<'_> {
    /// Judges every claim by itself, and all of them together.
    ///
    /// A claim whose exact value has more than 38 digits is not judged, and
    /// says so; the others are.
    #[must_use]
    pub fn audit(&self, reading: &Reading) -> Audit<'_> {
        Audit::of(self, reading)
    }
}
