//! What a text claims, and where; and what it leaves open.

use alloc::boxed::Box;

use super::rule::Rule;
use crate::audit::image::quotient;
use crate::audit::{Claim, Published, Reading, Span, Unit};
use crate::exact::{Bounds, Modes, Ratio};

/// A claim, the rule that read it, and the figures that it was read from.
///
/// ```
/// use standard_land::audit::text::{Briefing, Rule};
///
/// let text = "7宗中，4宗已开工，占57%。";
/// let briefing = Briefing::read(text);
/// let share = briefing.passages().last().expect("a share is read");
/// assert_eq!(share.rule(), Rule::Share);
/// assert_eq!(share.claim().to_string(), "57% = 4宗 of 7宗");
/// assert_eq!(briefing.printed(share.span()), "7宗中，4宗已开工，占57%");
/// let operands: Vec<_> = briefing.operands(share).map(|figure| briefing.printed(figure.span())).collect();
/// assert_eq!(operands, ["57%", "4宗", "7宗"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Passage {
    pub(super) rule: Rule,
    pub(super) span: Span,
    pub(super) claim: Claim,
    pub(super) operands: Box<[usize]>,
}

impl Passage {
    /// The rule of the grammar that read it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// From the first figure in it to the last; it may reach over sentences.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What is claimed.
    #[must_use]
    pub const fn claim(&self) -> &Claim {
        &self.claim
    }

    /// The places of its figures among all figures of the text, the one that
    /// is claimed first.
    #[must_use]
    pub fn operands(&self) -> &[usize] {
        &self.operands
    }
}

/// A claim that lacks a figure: 383宗，同比增长233%, or 383宗，占72.58%.
///
/// Nothing printed can refute it; but it says what the missing figure can have
/// been: the base of a growth, the whole of a share.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::audit::text::{Briefing, Rule};
/// use standard_land::{Mode, Ratio};
///
/// let briefing = Briefing::read("出让标准地383宗，同比增长233%。");
/// let growth = &briefing.open()[0];
/// assert_eq!(growth.rule(), Rule::Growth);
/// // 383/3.335 to 383/3.325: of all counts, only 115 is between.
/// let base = growth.missing(Mode::HalfUp.into(), &Reading::new()).expect("it can be divided");
/// assert_eq!(base.to_string(), "(76600/667, 15320/133]");
/// assert!(base.contains(Ratio::new(115, 1)?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Open {
    pub(super) rule: Rule,
    pub(super) span: Span,
    pub(super) figure: Published,
    pub(super) known: Published,
    pub(super) operands: [usize; 2],
}

impl Open {
    /// The rule that lacks a figure: of shares, rates or growth.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// From the first figure in it to the last.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The share, or the growth: below zero if something shrank.
    #[must_use]
    pub const fn figure(&self) -> Published {
        self.figure
    }

    /// The part, or what something grew to.
    #[must_use]
    pub const fn known(&self) -> Published {
        self.known
    }

    /// The places of both among all figures of the text.
    #[must_use]
    pub const fn operands(&self) -> [usize; 2] {
        self.operands
    }

    /// What the missing figure can have been, in the unit of
    /// [`known`](Self::known), if both were rounded by one of the modes.
    ///
    /// `None` when it could be anything: a share of nothing, a loss of
    /// everything; or when a number on the way has more than 38 digits.
    #[must_use]
    pub fn missing(&self, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let known = self.known.bounds(modes, reading).ok()?;
        let rate = self.figure.bounds_in(Unit::PLAIN, modes, reading).ok()?;
        let factor = match self.rule {
            Rule::Growth => Bounds::exactly(Ratio::ONE).plus(&rate)?,
            _ => rate,
        };
        // A base or a whole is more than nothing, and so is what it is
        // multiplied by.
        let factor = factor.intersection(&Bounds::above(Ratio::ZERO))?;
        quotient(&known, &factor).ok()
    }
}
