//! One claim, judged: which reading of its words answers, and which do not.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::Briefing;
use super::doubt::is_slip;
use super::entry::{Entry, Role};
use super::figure::Figure;
use super::kind::{DropReason, Kind, Strength};
use super::question::{Form, Question, Reading as Read, Voice, claim, rank, reading_for};
use super::reader::{REACH, Reader};
use super::rule::Rule;
use crate::audit::{Claim, ClaimError, Outcome, Reading, Span, Verdict};
use crate::exact::{Mode, Modes};

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
    pub(super) kind: Kind,
    strength: Strength,
    form: Form,
    claim: Claim,
    verdict: Result<Verdict, ClaimError>,
    pub(super) outcome: Option<Outcome>,
    /// The modes of all readings that fit.
    pub(super) modes: Modes,
    pub(super) rounded: Modes,
    /// The result, then the operands.
    pub(super) figures: Vec<usize>,
    /// Operands of other readings.
    others: Vec<usize>,
}

/// A figure nearby that is not an operand, and why.
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
    /// [`Outcome::Impossible`] only where words state the relation, one reading
    /// of them is left, the miss is such as a slip of a digit makes, and no other
    /// figures nearby explain the result; else [`Outcome::Unexplained`], or no
    /// claim at all.
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

    /// Figures of the sentences that it reaches over that are not operands, and
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

/// Why one figure is not an operand where another is.
pub(super) fn reason_of(entry: &Entry, operand: &Entry, is_other_reading: bool) -> DropReason {
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

/// The verdict on a figure that no reading of its words explains: nothing is held
/// against it where other figures nearby explain it, or where the words only point.
fn doubted(
    reader: &Reader,
    question: &Question,
    verdict: &Verdict,
    is_only: bool,
    given: &Reading,
) -> Option<Outcome> {
    let is_told = question.voice == Voice::Loud && is_only;
    if question.kind == Kind::Part {
        let is_sure = is_told && !reader.another_holds(question.result);
        return is_sure.then_some(Outcome::Impossible);
    }
    if reader.another_fits(question, given) {
        return None;
    }
    let right = [verdict.nearest(), verdict.printed_by(Mode::HalfUp)];
    let mut right = right.into_iter().flatten().peekable();
    let is_slip = right.peek().is_none()
        || right.any(|right| is_slip(verdict.figure(), right))
        || question.kind == Kind::Conversion
        || reader.is_of_the_new(question, given);
    match (is_told, is_slip) {
        (true, true) => Some(Outcome::Impossible),
        (true, false) if is_tied(question.rule) => Some(Outcome::Unexplained),
        (false, true) => Some(Outcome::Unexplained),
        _ => None,
    }
}

/// Whether the words of a rule tie both figures, so that even a miss that is no
/// slip is worth a question.
fn is_tied(rule: Rule) -> bool {
    rule.row().strength == Strength::Named || matches!(rule, Rule::Share | Rule::Sum)
}

/// The reading of a question that fits best, judged; `None` where none does
/// and no word asks for one.
pub(super) fn judge<'b>(
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
            let outcome = match &verdict {
                Err(_) => None,
                Ok(verdict) => {
                    let reader = briefing.reader.as_ref()?;
                    Some(doubted(reader, question, verdict, is_only, &own)?)
                }
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
