//! Rates that keep the tallies they came from, and name their denominator.

use alloc::boxed::Box;
use core::fmt::{self, Display, Formatter};

use super::{StatsError, Tally};
use crate::exact::{Ratio, RatioError};
use crate::quantity::Area;
use crate::record::record;
use crate::text::terms;

terms! {
    /// What a rate of progress is a rate of. There is no default.
    ///
    /// No national rule defines the rates of starting (开工率), completion
    /// (竣工率) and production (达产率).
    ///
    /// ```
    /// use standard_land::stats::Denominator;
    ///
    /// assert_eq!("due".parse::<Denominator>()?, Denominator::Due);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Denominator("a denominator of a rate", "比率的分母") {
        /// Everything that was granted by the day.
        Granted = "granted", "全部已供";
        /// Of that, what was to have taken the step by the day.
        Due = "due", "到期应办";
    }
}

record! {
    /// A named share: the part, its whole, and what could not be judged.
    ///
    /// *Invariants*: the part is in the whole, by count and by area; whole and what
    /// was not judged can be held together.
    ///
    /// Which parcels are idle is for the caller to say; the idle share (闲置率) is
    /// such a rate:
    ///
    /// ```
    /// use standard_land::stats::{Denominator, Rate};
    /// use standard_land::{Rounding, Tally};
    ///
    /// let idle = Tally::new(1, "1.21 ha".parse()?)?;
    /// let granted = Tally::new(7, "37.18 ha".parse()?)?;
    /// let idle_share = Rate::new(Denominator::Granted, idle, granted)?;
    /// assert_eq!(idle_share.by_count()?.to_string(), "1/7");
    /// assert_eq!(idle_share.by_area()?.percent(Rounding::half_even(2))?.to_string(), "3.25%");
    /// assert_eq!(idle_share.rest().to_string(), "6 parcels, 35.97 ha");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Rate, checked as StatsError {
        /// What the whole is.
        denominator: Denominator,
        /// What the rate counts.
        part: Tally,
        /// What it is a part of; without what could not be judged.
        whole: Tally,
        /// What could not be judged; neither in the part nor in the whole.
        unjudged: Tally,
    }
}

impl Rate {
    /// A part of a whole, all of which could be judged.
    ///
    /// # Errors
    ///
    /// [`StatsError::PartExceedsWhole`].
    pub fn new(denominator: Denominator, part: Tally, whole: Tally) -> Result<Self, StatsError> {
        match whole.checked_sub(&part) {
            Ok(_) => Ok(Self::of_parts(denominator, part, whole, Tally::default())),
            Err(_) => Err(StatsError::PartExceedsWhole {
                part: Box::new(part),
                whole: Box::new(whole),
            }),
        }
    }

    /// The same, with what could not be judged beside it.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] when it cannot be held with the whole.
    pub fn with_unjudged(self, unjudged: Tally) -> Result<Self, StatsError> {
        self.whole.checked_add(&unjudged)?;
        Ok(Self { unjudged, ..self })
    }

    /// Of tallies that are known to go together.
    pub(super) const fn of_parts(
        denominator: Denominator,
        part: Tally,
        whole: Tally,
        unjudged: Tally,
    ) -> Self {
        Self {
            denominator,
            part,
            whole,
            unjudged,
        }
    }

    /// What the whole is.
    #[must_use]
    pub const fn denominator(&self) -> Denominator {
        self.denominator
    }

    /// What the rate counts.
    #[must_use]
    pub const fn part(&self) -> Tally {
        self.part
    }

    /// What it is a part of; without what could not be judged.
    #[must_use]
    pub const fn whole(&self) -> Tally {
        self.whole
    }

    /// The whole without the part.
    #[must_use]
    pub fn rest(&self) -> Tally {
        // The part is in the whole.
        self.whole.checked_sub(&self.part).unwrap_or_default()
    }

    /// What could not be judged; neither in the part nor in the whole.
    #[must_use]
    pub const fn unjudged(&self) -> Tally {
        self.unjudged
    }

    /// The rate, by number of parcels.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when nothing could be judged.
    pub fn by_count(&self) -> Result<Ratio, RatioError> {
        self.part.share_by_count(&self.whole)
    }

    /// The rate, by area.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when nothing could be judged.
    pub fn by_area(&self) -> Result<Ratio, RatioError> {
        self.part.share_by_area(&self.whole)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StatsError> {
        Self::new(self.denominator, self.part, self.whole)?.with_unjudged(self.unjudged)
    }
}

impl Display for Rate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} {}", self.part, self.whole, self.denominator)?;
        if self.unjudged.is_empty() {
            Ok(())
        } else {
            write!(f, "; {} not judged", self.unjudged)
        }
    }
}

terms! {
    /// Which of the two supply rates is meant. There is no default.
    ///
    /// ```
    /// use standard_land::stats::SupplyBase;
    ///
    /// assert_eq!("approved".parse::<SupplyBase>()?, SupplyBase::Approved);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum SupplyBase("a base of a supply rate", "供地率的基数") {
        /// Land whose use was approved in the last five years.
        Approved = "approved", "近五年批准用地";
        /// Land that is ready for supply.
        Ready = "ready", "具备供地条件的土地";
    }
}

record! {
    /// Land supplied out of land that could be: the supply rate (供地率).
    ///
    /// By area only: land is approved in batches and supplied in parcels, so their
    /// numbers do not compare. What is left of the approved land is approved but
    /// unsupplied (批而未供). *Invariant*: no more is supplied than there was.
    ///
    /// ```
    /// use standard_land::stats::{StatsError, Supply, SupplyBase};
    /// use standard_land::{Area, Rounding};
    ///
    /// let supply = Supply::new(SupplyBase::Approved, "120 ha".parse()?, "90.5 ha".parse()?)?;
    /// assert_eq!(supply.rate()?.percent(Rounding::half_even(1))?.to_string(), "75.4%");
    /// assert_eq!(supply.unsupplied().to_string(), "29.5 ha");
    ///
    /// let error = Supply::new(SupplyBase::Ready, "80 ha".parse()?, "90.5 ha".parse()?);
    /// assert!(matches!(error, Err(StatsError::SuppliedExceeds { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Supply, checked as StatsError {
        /// Which land was available.
        base: SupplyBase,
        /// The land that was available.
        available: Area,
        /// What was supplied of it.
        supplied: Area,
    }
}

impl Supply {
    /// What was supplied of the land that was available, by a definition.
    ///
    /// # Errors
    ///
    /// [`StatsError::SuppliedExceeds`].
    pub fn new(base: SupplyBase, available: Area, supplied: Area) -> Result<Self, StatsError> {
        if supplied > available {
            return Err(StatsError::SuppliedExceeds {
                base,
                available,
                supplied,
            });
        }
        Ok(Self {
            base,
            available,
            supplied,
        })
    }

    /// Which land was available.
    #[must_use]
    pub const fn base(&self) -> SupplyBase {
        self.base
    }

    /// The land that was available.
    #[must_use]
    pub const fn available(&self) -> Area {
        self.available
    }

    /// What was supplied of it.
    #[must_use]
    pub const fn supplied(&self) -> Area {
        self.supplied
    }

    /// What was not supplied.
    #[must_use]
    pub fn unsupplied(&self) -> Area {
        // No more is supplied than there was.
        let rest = self.available.checked_sub(self.supplied);
        rest.unwrap_or_default()
    }

    /// The supply rate.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when no land was available.
    pub fn rate(&self) -> Result<Ratio, RatioError> {
        self.supplied.share_of(self.available)
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, StatsError> {
        Self::new(self.base, self.available, self.supplied)
    }
}

impl Display for Supply {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} {}", self.supplied, self.available, self.base)
    }
}
