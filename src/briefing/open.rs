//! Relations that the words state, and of which a figure is not printed.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::document::Briefing;
use super::entry::Entry;
use super::figure::Figure;
use super::kind::Kind;
use super::question::{Lacking, turned};
use super::words::Way;
use crate::audit::{Published, Reading};
use crate::exact::{Bounds, Modes};

/// A claim that lacks a figure: 383宗，同比增长233%, or 383宗，占72.58%.
///
/// Nothing printed can refute it; but it says what the missing figure can have
/// been: the base of a growth, the whole of a share.
///
/// ```
/// use standard_land::audit::Reading;
/// use standard_land::briefing::{Briefing, Kind};
/// use standard_land::{Mode, Ratio};
///
/// let briefing = Briefing::read("出让标准地383宗，同比增长233%。");
/// let audit = briefing.audit(&Reading::new());
/// let growth = &audit.open()[0];
/// assert_eq!(growth.kind(), Kind::Growth);
/// // 383/3.335 to 383/3.325: of all counts, only 115 is between.
/// let base = growth.missing(Mode::HalfUp.into(), &Reading::new()).expect("it can be divided");
/// assert_eq!(base.to_string(), "(76600/667, 15320/133]");
/// assert!(base.contains(Ratio::new(115, 1)?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    kind: Kind,
    /// The result, then what is known.
    figures: Box<[Figure]>,
    places: Box<[usize]>,
    /// The rate, below zero if something fell.
    rate: Option<Published>,
}

impl Open {
    pub(super) fn of(
        briefing: &Briefing<'_>,
        entries: &[Entry],
        lacking: &Lacking,
    ) -> Option<Self> {
        let mut places = alloc::vec![lacking.result];
        places.extend(&lacking.with);
        let figures: Vec<Figure> = places
            .iter()
            .map(|place| briefing.figure(*place).copied())
            .collect::<Option<_>>()?;
        let entry = entries.get(lacking.result)?;
        let rate = entry.mention.value().map(|value| {
            if entry.way == Some(Way::Down) && value.digits() > 0 {
                turned(value)
            } else {
                value
            }
        });
        Some(Self {
            kind: lacking.kind,
            figures: figures.into(),
            places: places.into(),
            rate,
        })
    }

    /// What is claimed.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The figures, the result first; then what is known, if anything is.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The places of its figures among all figures.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    /// The rate; below zero if something fell.
    #[must_use]
    pub const fn rate(&self) -> Option<Published> {
        self.rate
    }

    /// What the base of a growth or the whole of a share can have been, in the
    /// unit of what is known, if both were rounded by one of the modes.
    ///
    /// `None` where it could be anything, where nothing is known, or when a
    /// number on the way has more than 38 digits.
    #[must_use]
    pub fn missing(&self, modes: Modes, reading: &Reading) -> Option<Bounds> {
        let known = self.figures.get(1)?.value()?;
        match self.kind {
            Kind::Growth => known.base_of(self.rate?, modes, reading),
            Kind::Share | Kind::Rate => known.whole_of(self.rate?, modes, reading),
            _ => None,
        }
    }
}
