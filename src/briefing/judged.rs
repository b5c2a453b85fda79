//! A briefing, judged: one list of claims, what is open, what is left over.

use alloc::string::String;
use alloc::vec::Vec;

use super::account::Account;
use super::document::Briefing;
use super::figure::{Figure, Reason};
use super::kind::{DropReason, Kind, Strength};
use super::open::Open;
use super::question::{Form, Question, Reading as Read, Voice, claim, rank, reading_for};
use super::reader::REACH;
use super::rule::Rule;
use super::slots::{Entry, Role};
use crate::audit::{Claim, ClaimError, Outcome, Reading, Span, Verdict};
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

/// One claim, its figures, and what was found of it.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::briefing::{Briefing, Rule, Strength};
///
/// let briefing = Briefing::read("供地7宗，其中开工4宗，占57%。");
/// let audit = briefing.audit(&Reading::new());
/// let share = audit.judged().last().expect("a share is read");
/// assert_eq!(share.rule(), Rule::Share);
/// assert_eq!(share.strength(), Strength::Structural);
/// assert_eq!(share.claim().to_string(), "57% = 4宗 of 7宗");
/// let figures: Vec<_> = share.figures().map(|figure| briefing.printed(figure.span())).collect();
/// assert_eq!(figures, ["57%", "4宗", "7宗"]);
/// assert_eq!(share.explain_zh(), "“57%”按“占”读作占比：开工“4宗”占供地“7宗”。吻合。");
/// ```
#[derive(Debug, Clone)]
pub struct Judged<'b> {
    briefing: &'b Briefing<'b>,
    rule: Rule,
    kind: Kind,
    strength: Strength,
    form: Form,
    claim: Claim,
    verdict: Result<Verdict, ClaimError>,
    outcome: Option<Outcome>,
    /// The modes of all readings that fit.
    modes: Modes,
    rounded: Modes,
    /// The result, then the operands.
    figures: Vec<usize>,
    /// Operands of other readings.
    others: Vec<usize>,
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

/// A figure nearby that is no operand, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dropped<'a> {
    figure: &'a Figure,
    reason: DropReason,
}

impl Dropped<'_> {
    /// The figure.
    #[must_use]
    pub const fn figure(&self) -> &Figure {
        self.figure
    }

    /// Why it was dropped.
    #[must_use]
    pub const fn reason(&self) -> DropReason {
        self.reason
    }
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
        let mut counts = alloc::vec![0_usize; self.reasons.len()];
        for judged in &broken {
            for place in &judged.figures {
                if let Some(count) = counts.get_mut(*place) {
                    *count = count.saturating_add(1);
                }
            }
        }
        let mut places: Vec<usize> = (0..counts.len())
            .filter(|place| counts.get(*place).is_some_and(|count| *count > 1))
            .collect();
        places.sort_by_key(|place| core::cmp::Reverse(counts.get(*place).copied()));
        let mut is_told = alloc::vec![false; broken.len()];
        let mut suspects = Vec::new();
        for place in places {
            let mut breaks = Vec::new();
            for (judged, told) in broken.iter().zip(&mut is_told) {
                if !*told && judged.figures.contains(&place) {
                    breaks.push((*judged, told));
                }
            }
            if breaks.len() < 2 {
                continue;
            }
            let Some(figure) = self.briefing.figure(place) else {
                continue;
            };
            let breaks = breaks
                .into_iter()
                .map(|(judged, told)| {
                    *told = true;
                    judged
                })
                .collect();
            suspects.push(Suspect { figure, breaks });
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

impl<'b> Judged<'b> {
    /// The rule that read it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// What is claimed.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// How firmly the words bind its figures.
    #[must_use]
    pub const fn strength(&self) -> Strength {
        self.strength
    }

    /// The claim, of the reading that fits best.
    #[must_use]
    pub const fn claim(&self) -> &Claim {
        &self.claim
    }

    /// Whether it is the growth of a level by an increment, without a base.
    #[must_use]
    pub const fn is_by_increment(&self) -> bool {
        matches!(self.form, Form::Increment)
    }

    /// The places of its figures among all figures, the result first.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        &self.figures
    }

    /// Its figures, the result first, in the order of [`Kind`].
    pub fn figures(&self) -> impl Iterator<Item = &'b Figure> {
        let briefing = self.briefing;
        self.figures
            .iter()
            .filter_map(move |place| briefing.figure(*place))
    }

    /// From the first figure in it to the last; it may reach over sentences.
    #[must_use]
    pub fn span(&self) -> Span {
        let spans = self.figures().map(Figure::span);
        spans
            .reduce(|all, span| Span {
                start: all.start.min(span.start),
                end: all.end.max(span.end),
            })
            .unwrap_or(Span { start: 0, end: 0 })
    }

    /// The words that bind each figure, where they stand before it.
    ///
    /// An empty span where none does.
    pub fn evidence(&self) -> impl Iterator<Item = Span> {
        self.figures.iter().filter_map(|place| {
            let entry = self.entry(*place)?;
            let figure = entry.mention.figure.span;
            Some(Span {
                start: entry.mention.from,
                end: figure.start,
            })
        })
    }

    /// The words before the result, as printed.
    #[must_use]
    pub fn words(&self) -> &'b str {
        self.evidence()
            .next()
            .map(|span| self.briefing.printed(span).trim())
            .unwrap_or_default()
    }

    /// The verdict on the claim.
    ///
    /// # Errors
    ///
    /// [`ClaimError::OutOfRange`] when its exact value has more than 38 digits.
    pub const fn verdict(&self) -> Result<&Verdict, &ClaimError> {
        self.verdict.as_ref()
    }

    /// What was found; `None` if it cannot be judged.
    ///
    /// [`Outcome::Impossible`] only where words state the relation and one
    /// reading of them is left; else [`Outcome::Unexplained`].
    #[must_use]
    pub const fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// The modes by which some reading of the words explains the result.
    #[must_use]
    pub const fn modes(&self) -> Modes {
        self.modes
    }

    fn entry(&self, place: usize) -> Option<&'b Entry> {
        self.briefing.reader.as_ref()?.entries.get(place)
    }

    /// Figures of the sentences that it reaches over that are no operands, and
    /// why.
    pub fn dropped(&self) -> impl Iterator<Item = Dropped<'b>> {
        let last = self.figures.iter().max().copied().unwrap_or_default();
        let first = self.figures.iter().min().copied().unwrap_or_default();
        let first = first.max(last.saturating_sub(REACH));
        let compared = self.figures.get(1).and_then(|place| self.entry(*place));
        (first..=last).filter_map(move |place| {
            let entry = self.entry(place)?;
            let is_ratio = !entry.like().is_amount() && entry.role != Role::Mean;
            if self.figures.contains(&place) || (is_ratio && self.kind != Kind::Points) {
                return None;
            }
            let reason = reason_of(entry, compared?, self.others.contains(&place));
            let figure = self.briefing.figure(place)?;
            Some(Dropped { figure, reason })
        })
    }

    /// What it says and how it was read, in Chinese.
    #[must_use]
    pub fn explain_zh(&self) -> String {
        super::explain::chinese(self)
    }

    /// What it says and how it was read, in English.
    #[must_use]
    pub fn explain_en(&self) -> String {
        super::explain::english(self)
    }

    /// What is printed there.
    pub(super) fn printed(&self, span: Span) -> &'b str {
        self.briefing.printed(span)
    }

    /// A figure with the words before it, cut to what names it.
    pub(super) fn named(&self, place: usize) -> (String, &'b str) {
        let Some(entry) = self.entry(place) else {
            return (String::new(), "");
        };
        let printed = self.briefing.printed(entry.mention.figure.span);
        let words = Span {
            start: entry.mention.from,
            end: entry.mention.figure.span.start,
        };
        let words = self.briefing.printed(words).trim();
        let words =
            words.trim_start_matches(['，', ',', '、', '；', ';', '。', '：', ':', '（', '(']);
        let words = words
            .trim_start_matches("其中")
            .trim_start_matches(['，', ',', '：', ':']);
        (words.chars().take(16).collect(), printed)
    }
}

impl core::fmt::Display for Judged<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.outcome {
            Some(outcome) => write!(f, "{}: {outcome}", self.claim),
            None => write!(f, "{}: not judged", self.claim),
        }
    }
}

/// Why one figure is no operand where another is.
fn reason_of(entry: &Entry, operand: &Entry, is_other_reading: bool) -> DropReason {
    if is_other_reading {
        return DropReason::Farther;
    }
    match entry.role {
        Role::Lost => DropReason::Lost,
        Role::Change => DropReason::Change,
        Role::Base => DropReason::Base,
        Role::Mean => DropReason::Mean,
        Role::Class | Role::Scope => DropReason::Class,
        Role::Limit => DropReason::Limit,
        _ if entry.like() != operand.like() => DropReason::OtherMeasure,
        _ if entry.mention.depth > operand.mention.depth => DropReason::Bracket,
        _ if entry.period.is_before() && !operand.period.is_before() => DropReason::OtherPeriod,
        _ if !entry.parents.is_empty() && entry.parents == operand.parents => DropReason::Sibling,
        _ => DropReason::Farther,
    }
}

/// The reading of a question that fits best, judged; `None` where none does
/// and no word asks for one.
fn judge<'b>(
    briefing: &'b Briefing<'b>,
    entries: &[Entry],
    question: &Question,
    reading: &Reading,
) -> Option<Judged<'b>> {
    let own = reading_for(entries, question, reading);
    let mut best: Option<(u8, &Read, Claim)> = None;
    let mut first: Option<(&Read, Claim)> = None;
    let mut strong: usize = 0;
    let mut all = (Modes::NONE, Modes::NONE);
    for read in &question.readings {
        let Some(claim) = claim(entries, question, read) else {
            continue;
        };
        let verdict = claim.audit(&own);
        let rank = rank(&verdict);
        if read.is_weak && rank > 0 {
            continue;
        }
        if let Ok(verdict) = &verdict {
            all.0 = all.0.union(verdict.modes());
            all.1 = all.1.union(verdict.modes_if_rounded());
        }
        if !read.is_weak {
            strong = strong.saturating_add(1);
        }
        if best.as_ref().is_none_or(|(least, _, _)| rank < *least) {
            best = Some((rank, read, claim.clone()));
        }
        if first.is_none() && !read.is_weak {
            first = Some((read, claim));
        }
    }
    let (rank, read, claim) = best?;
    let is_only = strong == 1;
    let is_ratio = matches!(
        question.kind,
        Kind::Growth | Kind::Share | Kind::Rate | Kind::Mean
    );
    let (outcome, read, claim) = match (rank, question.voice) {
        (0 | 1, _) => (Some(Outcome::Consistent), read, claim),
        (2, Voice::Quiet) if !(is_only && is_ratio) => return None,
        (2, _) => (Some(Outcome::IfRounded), read, claim),
        (_, Voice::Quiet) => return None,
        _ => {
            let (read, claim) = first?;
            let verdict = claim.audit(&own);
            let outcome = match (&verdict, question.voice) {
                (Err(_), _) => None,
                (Ok(_), Voice::Loud) if is_only => Some(Outcome::Impossible),
                (Ok(_), _) => Some(Outcome::Unexplained),
            };
            (outcome, read, claim)
        }
    };
    let mut figures = alloc::vec![question.result];
    figures.extend(&read.operands);
    let mut others: Vec<usize> = question
        .readings
        .iter()
        .flat_map(|other| other.operands.iter().copied())
        .filter(|place| !figures.contains(place))
        .collect();
    others.sort_unstable();
    others.dedup();
    let verdict = claim.audit(&own);
    Some(Judged {
        briefing,
        rule: question.rule,
        kind: question.kind,
        strength: match question.voice {
            Voice::Quiet => Strength::Positional,
            Voice::Soft => question.rule.row().strength.max(Strength::Structural),
            Voice::Loud => question.rule.row().strength,
        },
        form: read.form,
        claim,
        verdict,
        outcome,
        modes: all.0,
        rounded: all.1,
        figures,
        others,
    })
}
