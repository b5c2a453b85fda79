//! Many claims at once: which mode explains all of them.

use alloc::vec::Vec;

use super::claim::{Claim, ClaimError, Span};
use super::reading::Reading;
use super::verdict::{Outcome, Verdict};
use crate::exact::Modes;

/// A claim, and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    /// What is claimed.
    pub claim: Claim,
    /// Where it is said, if it was read from a text.
    pub span: Option<Span>,
}

/// The claims of an article.
///
/// ```
/// use standard_land::audit::{Document, Reading};
///
/// let mut briefing = Document::new();
/// briefing.push("57% = 4宗 of 7宗".parse()?);
/// briefing.push("15.43% = 5.74公顷 of 37.18公顷".parse()?);
/// let findings = briefing.audit(&Reading::new())?;
/// assert_eq!(findings.modes().to_string(), "toward-zero, floor");
/// assert!(findings.modes_if_rounded().contains(standard_land::Mode::HalfUp));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Document {
    statements: Vec<Statement>,
}

/// What an audit found of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Findings {
    verdicts: Vec<Verdict>,
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
        self.statements.push(Statement {
            claim,
            span: Some(span),
        });
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
    pub fn audit(&self, reading: &Reading) -> Result<Findings, ClaimError> {
        let verdicts = self
            .statements
            .iter()
            .map(|statement| statement.claim.audit(reading))
            .collect::<Result<_, _>>()?;
        Ok(Findings { verdicts })
    }
}

impl Findings {
    /// The verdicts, in the order of the claims.
    #[must_use]
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
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
        self.verdicts
            .iter()
            .fold(Modes::ANY, |all, verdict| all.intersection(modes(verdict)))
    }

    /// How many verdicts have an outcome.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.verdicts
            .iter()
            .filter(|verdict| verdict.outcome() == outcome)
            .count()
    }
}
