//! Sets of rounding modes: which of them explain a printed number.

use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::iter::FusedIterator;
use core::str::FromStr;

use super::rounding::Mode;
use crate::text::{UnknownTerm, string_serde};

/// A set of rounding modes.
///
/// *Text*: the codes in order (`half-even, half-up`), `any` for all of them and
/// `none` for the empty set. *Order*: none; [`is_subset`](Modes::is_subset)
/// compares.
///
/// ```
/// use standard_land::exact::{Mode, Modes};
///
/// let nearest = Modes::NEAREST;
/// assert_eq!(nearest.to_string(), "half-even, half-up, half-down");
/// assert_eq!(nearest, "half-up, half-down, half-even".parse()?);
/// assert!(nearest.contains(Mode::HalfUp));
/// assert_eq!(nearest.intersection(Modes::of(Mode::Floor)), Modes::NONE);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Modes(u8);

impl Modes {
    /// No mode.
    pub const NONE: Self = Self(0);

    /// All seven.
    pub const ANY: Self = Self(0b111_1111);

    /// Half-even, half-up and half-down: those that take the nearer neighbour.
    pub const NEAREST: Self = Self(0b000_0111);

    /// One mode alone.
    #[must_use]
    pub const fn of(mode: Mode) -> Self {
        Self(bit(mode))
    }

    /// This set and one more mode.
    #[must_use]
    pub const fn with(self, mode: Mode) -> Self {
        Self(self.0 | bit(mode))
    }

    /// Whether a mode is in it.
    #[must_use]
    pub const fn contains(self, mode: Mode) -> bool {
        self.0 & bit(mode) != 0
    }

    /// What is in either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The modes that are not in it.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self::ANY.difference(self)
    }

    /// Whether all of it is in the other.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all seven are in it.
    #[must_use]
    pub const fn is_any(self) -> bool {
        self.0 == Self::ANY.0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The modes in it, in the order of [`Mode::ALL`].
    ///
    /// ```
    /// use standard_land::exact::{Mode, Modes};
    ///
    /// let modes = Modes::of(Mode::Floor).with(Mode::HalfUp);
    /// assert_eq!(modes.iter().collect::<Vec<_>>(), [Mode::HalfUp, Mode::Floor]);
    /// # for mode in modes {
    /// #     assert!(modes.contains(mode));
    /// # }
    /// ```
    #[must_use]
    pub const fn iter(self) -> ModesIter {
        ModesIter(self)
    }
}

/// The modes of a set, in the order of [`Mode::ALL`]: see [`Modes::iter`].
#[derive(Debug, Clone)]
pub struct ModesIter(Modes);

impl Iterator for ModesIter {
    type Item = Mode;

    fn next(&mut self) -> Option<Mode> {
        let rest = self.0;
        let next = Mode::ALL
            .iter()
            .copied()
            .find(|mode| rest.contains(*mode))?;
        self.0 = rest.difference(next.into());
        Some(next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // At most seven.
        let left = usize::try_from(self.0.len()).unwrap_or_default();
        (left, Some(left))
    }
}

impl ExactSizeIterator for ModesIter {}

impl FusedIterator for ModesIter {}

impl IntoIterator for Modes {
    type Item = Mode;
    type IntoIter = ModesIter;

    fn into_iter(self) -> ModesIter {
        self.iter()
    }
}

impl Extend<Mode> for Modes {
    fn extend<I: IntoIterator<Item = Mode>>(&mut self, modes: I) {
        *self = modes.into_iter().fold(*self, Self::with);
    }
}

/// The place of a mode in the set. Seven modes fit eight bits.
const fn bit(mode: Mode) -> u8 {
    match mode {
        Mode::HalfEven => 1,
        Mode::HalfUp => 1 << 1,
        Mode::HalfDown => 1 << 2,
        Mode::TowardZero => 1 << 3,
        Mode::AwayFromZero => 1 << 4,
        Mode::Floor => 1 << 5,
        Mode::Ceiling => 1 << 6,
    }
}

impl From<Mode> for Modes {
    fn from(mode: Mode) -> Self {
        Self::of(mode)
    }
}

impl FromIterator<Mode> for Modes {
    fn from_iter<I: IntoIterator<Item = Mode>>(modes: I) -> Self {
        modes.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Debug for Modes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Modes({self})")
    }
}

impl Display for Modes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.pad("none");
        }
        if self.is_any() {
            return f.pad("any");
        }
        let mut text = String::new();
        for mode in *self {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(mode.code());
        }
        f.pad(&text)
    }
}

impl FromStr for Modes {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        match given {
            "none" => Ok(Self::NONE),
            "any" => Ok(Self::ANY),
            _ => given.split(", ").map(str::parse::<Mode>).collect(),
        }
    }
}

string_serde!(
    Modes,
    "rounding modes such as \"half-even, half-up\", \"any\" or \"none\"",
    crate::described::text(
        "A set of rounding modes.",
        &crate::text::label_pattern(),
        &["half-even, half-up", "any", "none"],
    )
);
