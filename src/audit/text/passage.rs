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

/// A growth whose base is not printed: 383宗，同比增长233%.
///
/// It is no claim, since nothing printed can refute it; but it says what the
/// base can have been.
///
/// ```
/// use standard_land::audit::text::Briefing;
/// use standard_land::audit::Reading;
/// use standard_land::exact::Modes;
/// use standard_land::Mode;
///
/// let briefing = Briefing::read("出让标准地383宗，同比增长233%。");
/// let growth = &briefing.open()[0];
/// // 383/3.335 to 383/3.325: only 115 parcels are between.
/// let base = growth.base(Mode::HalfUp.into(), &Reading::new()).expect("it can be divided");
/// assert_eq!(base.to_string(), "(76600/667, 15320/133]");
/// assert!(base.contains("115/1".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Open {
    pub(super) span: Span,
    pub(super) growth: Published,
    pub(super) now: Published,
    pub(super) figures: [usize; 2],
}

impl Open {
    /// From the first figure in it to the last.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// By how much it grew; below zero if it shrank.
    #[must_use]
    pub const fn growth(&self) -> Published {
        self.growth
    }

    /// What it grew to.
    #[must_use]
    pub const fn now(&self) -> Published {
        self.now
    }

    /// The places of both among all figures of the text.
    #[must_use]
    pub const fn figures(&self) -> [usize; 2] {
        self.figures
    }

    /// What the base can have been, in the unit of [`now`](Self::now), if the
    /// figures were rounded by one of the modes.
    ///
    /// `None` when everything was lost, or when a number on the way has more
    /// than 38 digits.
    #[must_use]
    pub fn base(&self, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let now = self.now.bounds(modes, reading).ok()?;
        let growth = self.growth.bounds_in(Unit::PLAIN, modes, reading).ok()?;
        let factor = Bounds::exactly(Ratio::ONE).plus(&growth)?;
        // A base is more than nothing, and so is what it is multiplied by.
        let factor = factor.intersection(&Bounds::above(Ratio::ZERO))?;
        quotient(&now, &factor).ok()
    }
}
