//! Many claims at once: which mode explains all of them.

use alloc::vec::Vec;

use super::claim::{Claim, ClaimError, Relation};
use super::figure::number_of;
use super::reading::Reading;
use super::span::Span;
use super::verdict::{Outcome, Verdict};
use crate::exact::{Mode, Modes};
use crate::text::terms;

/// A claim, and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Statement {
    /// What is claimed.
    pub claim: Claim,
    /// Where it stands, if it was read from a text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub span: Option<Span>,
}

/// The claims of an article, in order.
///
/// ```
/// use standard_land::audit::{Document, Reading};
/// use standard_land::exact::Modes;
/// use standard_land::Mode;
///
/// let mut briefing = Document::new();
/// briefing.push("57% = 4宗 of 7宗".parse()?);
/// briefing.push("15.43% = 5.74公顷 of 37.18公顷".parse()?);
/// let findings = briefing.audit(&Reading::new())?;
///
/// // Truncation is all that explains both if nothing else was rounded.
/// assert_eq!(findings.modes().to_string(), "toward-zero, floor");
/// // The share by area decides; that by count leaves more open.
/// assert!(findings.deciding().any(|(index, _)| index == 1));
/// // If the areas were rounded, rounding to the nearest explains both too.
/// assert!(Modes::NEAREST.is_subset(findings.modes_if_rounded()));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "AuditDocument", transform = crate::described::brief))]
pub struct Document {
    statements: Vec<Statement>,
}

terms! {
    /// How much a claim can tell about the mode.
    pub enum Power("a power of a claim", "判断效力") {
        /// Nothing: the count is so large that every such figure fits.
        AnyFigure = "any-figure", "任何数都吻合";
        /// Nothing: every mode prints the figure.
        AnyMode = "any-mode", "任何修约都吻合";
        /// Some modes print the figure, the others do not.
        SomeModes = "some-modes", "部分修约吻合";
        /// No mode prints the figure from operands as printed.
        NoMode = "no-mode", "无修约吻合";
    }
}

/// What was found of one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AuditedClaim {
    /// Whether it can be, and by which modes.
    pub verdict: Verdict,
    /// How much it tells about the mode.
    pub power: Power,
    /// Whether it is a sum that is off, but by no more than rounding its terms
    /// to the nearest explains; see [`Verdict::is_within_rounding`].
    pub within_rounding_of_terms: bool,
}

/// What an audit found of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AuditedDocument {
    findings: Vec<AuditedClaim>,
}

impl Document {
    /// No claims yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            statements: Vec::new(),
        }
    }

    /// Adds a claim.
    pub fn push(&mut self, claim: Claim) {
        self.statements.push(Statement { claim, span: None });
    }

    /// Adds a claim that was read from a text.
    pub fn push_at(&mut self, claim: Claim, span: Span) {
        let span = Some(span);
        self.statements.push(Statement { claim, span });
    }

    /// The claims, in order.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Judges all claims.
    ///
    /// # Errors
    ///
    /// [`ClaimError::OutOfRange`] of the first claim that cannot be judged.
    pub fn audit(&self, reading: &Reading) -> Result<AuditedDocument, ClaimError> {
        let findings = self
            .statements
            .iter()
            .map(|statement| AuditedClaim::of(&statement.claim, reading))
            .collect::<Result<_, _>>()?;
        Ok(AuditedDocument { findings })
    }
}

impl FromIterator<Claim> for Document {
    fn from_iter<I: IntoIterator<Item = Claim>>(claims: I) -> Self {
        let statements = claims
            .into_iter()
            .map(|claim| Statement { claim, span: None })
            .collect();
        Self { statements }
    }
}

impl AuditedClaim {
    fn of(claim: &Claim, reading: &Reading) -> Result<Self, ClaimError> {
        let verdict = claim.audit(reading)?;
        let power = if claim.fits_any_figure() {
            Power::AnyFigure
        } else if verdict.modes().is_any() {
            Power::AnyMode
        } else if verdict.modes().is_empty() {
            Power::NoMode
        } else {
            Power::SomeModes
        };
        let is_sum = matches!(claim.relation(), Relation::Sum { .. });
        Ok(Self {
            verdict,
            power,
            within_rounding_of_terms: is_sum && verdict.is_within_rounding(),
        })
    }
}

impl Claim {
    /// Whether some part of the count fits whatever share is printed to so
    /// many places: a part is at most a step of the print.
    fn fits_any_figure(&self) -> bool {
        let Relation::SomeOf { whole } = self.relation() else {
            return false;
        };
        number_of(self.figure()).is_some_and(|figure| {
            u128::from(whole.digits().unsigned_abs())
                .checked_mul(figure.numerator)
                .is_some_and(|whole| whole >= figure.denominator)
        })
    }
}

impl AuditedDocument {
    /// What was found, in the order of the claims.
    #[must_use]
    pub fn findings(&self) -> &[AuditedClaim] {
        &self.findings
    }

    /// The modes that print every figure from operands as printed.
    #[must_use]
    pub fn modes(&self) -> Modes {
        self.all(Verdict::modes)
    }

    /// The modes that print every figure if figures and operands were all
    /// rounded by that mode.
    #[must_use]
    pub fn modes_if_rounded(&self) -> Modes {
        self.all(Verdict::modes_if_rounded)
    }

    fn all(&self, modes: impl Fn(&Verdict) -> Modes) -> Modes {
        self.findings.iter().fold(Modes::ANY, |all, finding| {
            all.intersection(modes(&finding.verdict))
        })
    }

    /// The claims that some modes print from operands as printed and others do
    /// not: by index, with the modes that do. They decide which mode it was.
    pub fn deciding(&self) -> impl Iterator<Item = (usize, Modes)> {
        self.findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.power == Power::SomeModes)
            .map(|(index, finding)| (index, finding.verdict.modes()))
    }

    /// The claims that tell nothing about the mode, by index.
    pub fn without_power(&self) -> impl Iterator<Item = usize> {
        self.with(|finding| matches!(finding.power, Power::AnyFigure | Power::AnyMode))
    }

    /// The claims with an outcome, by index.
    pub fn with_outcome(&self, outcome: Outcome) -> impl Iterator<Item = usize> {
        self.with(move |finding| finding.verdict.outcome() == outcome)
    }

    /// The sums that are off within the rounding of their terms, by index.
    pub fn within_rounding_of_terms(&self) -> impl Iterator<Item = usize> {
        self.with(|finding| finding.within_rounding_of_terms)
    }

    /// How many figures a mode prints from operands as printed.
    #[must_use]
    pub fn explained_by(&self, mode: Mode) -> usize {
        self.with(|finding| finding.verdict.modes().contains(mode))
            .count()
    }

    fn with(&self, test: impl Fn(&AuditedClaim) -> bool) -> impl Iterator<Item = usize> {
        self.findings
            .iter()
            .enumerate()
            .filter(move |(_, finding)| test(finding))
            .map(|(index, _)| index)
    }
}
