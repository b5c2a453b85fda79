//! Tallies by period: what grew, by how much, and how far it has come.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

#[cfg(feature = "serde")]
use super::Row;
use super::tally::Sums;
use super::{Against, Breakdown, Growth, StatsError, Tally};
use crate::calendar::Period;
use crate::exact::{Ratio, RatioError};
use crate::quantity::Area;

/// A series of tallies by period, with a row for what has no period.
///
/// Periods may be of any kind and length, and differ: two years and seven
/// months make a trend. No two of them have a day in common, for what lies in
/// both would count twice. A period in which nothing was granted is *known to
/// be zero* and stays a row; a period that is not there is *not known*, and
/// nothing is computed from it. Order and partition of the input do not
/// matter. *Invariants*: no periods overlap; the total can be held. *Errors*:
/// an operation that is refused leaves the trend as it was.
///
/// Growth is against a period that the caller names by [`Against`]; periods
/// that others make up, such as a year of twelve months, can be asked for like
/// those that were counted.
///
/// ```
/// use standard_land::stats::{Against, Trend};
/// use standard_land::{Rounding, Tally};
///
/// // Standard land granted in Shanxi; 2021 in two parts, of which only the
/// // parcels are published, and areas are made up.
/// let trend = Trend::of([
///     (Some("2020".parse()?), Tally::new(115, "740.07 ha".parse()?)?),
///     (Some("2021-01..2021-07".parse()?), Tally::new(123, "726.97 ha".parse()?)?),
///     (Some("2021-08..2021-12".parse()?), Tally::new(260, "1285.51 ha".parse()?)?),
///     (Some("2022-01..2022-07".parse()?), Tally::new(237, "1124.62 ha".parse()?)?),
/// ])?;
/// assert_eq!(trend.get("2021".parse()?)?.to_string(), "383 parcels, 2012.48 ha");
///
/// let year = trend.growth("2021".parse()?, Against::Previous)?;
/// assert_eq!(year.by_count()?.percent(Rounding::half_up(0))?.to_string(), "233%");
/// assert_eq!(year.by_area()?.percent(Rounding::half_up(0))?.to_string(), "172%");
///
/// let months = trend.growth("2022-01..2022-07".parse()?, Against::YearBefore)?;
/// assert_eq!(months.by_count()?.percent(Rounding::half_up(2))?.to_string(), "92.68%");
///
/// let all = trend.cumulative().last();
/// assert_eq!(all.map(|(_, tally)| tally.to_string()), Some("735 parcels, 3877.17 ha".to_owned()));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Trend {
    total: Tally,
    undated: Tally,
    /// By period, in order; none has a day in common with another.
    rows: BTreeMap<Period, Tally>,
}

/// Rows of which nobody has looked yet whether they make a trend.
#[derive(Default)]
pub(super) struct Gathered {
    rows: BTreeMap<Period, Tally>,
    undated: Tally,
    sums: Sums,
}

impl Gathered {
    pub(super) fn add(&mut self, (period, tally): (Option<Period>, Tally)) {
        self.sums.add(&tally);
        match period {
            Some(period) => self.rows.entry(period).or_default().add_wrapping(&tally),
            None => self.undated.add_wrapping(&tally),
        }
    }

    /// A trend, if it is one: the first two periods that overlap are named,
    /// whatever the order they came in.
    pub(super) fn finish(self) -> Result<Trend, StatsError> {
        let periods = self.rows.keys().zip(self.rows.keys().skip(1));
        for (period, next) in periods {
            apart(*period, *next)?;
        }
        Ok(Trend {
            total: self.sums.tally()?,
            undated: self.undated,
            rows: self.rows,
        })
    }

    #[cfg(feature = "rayon")]
    pub(super) fn join(mut self, other: &Self) -> Self {
        for (period, tally) in &other.rows {
            self.rows.entry(*period).or_default().add_wrapping(tally);
        }
        self.undated.add_wrapping(&other.undated);
        self.sums.merge(other.sums);
        self
    }
}

/// Two periods, the first one first, that have no day in common.
fn apart(period: Period, other: Period) -> Result<(), StatsError> {
    if period.overlaps(other) {
        return Err(StatsError::PeriodsOverlap { period, other });
    }
    Ok(())
}

impl Trend {
    /// An empty trend; it allocates nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a tally in a period, or in none that is known.
    ///
    /// An empty tally says that nothing was granted in the period.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`]; [`StatsError::OutOfRange`] when the
    /// total cannot be held.
    ///
    /// ```
    /// use standard_land::stats::{StatsError, Trend};
    /// use standard_land::Tally;
    ///
    /// let mut trend = Trend::new();
    /// trend.push(Some("2021".parse()?), &Tally::one("1 ha".parse()?))?;
    /// trend.push(Some("2021".parse()?), &Tally::one("1 ha".parse()?))?; // one more
    /// let refused = trend.push(Some("2021-07".parse()?), &Tally::default());
    /// assert!(matches!(refused, Err(StatsError::PeriodsOverlap { .. })));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn push(&mut self, period: Option<Period>, tally: &Tally) -> Result<(), StatsError> {
        if let Some(period) = period
            && !self.rows.contains_key(&period)
        {
            if let Some((before, _)) = self.rows.range(..period).next_back() {
                apart(*before, period)?;
            }
            if let Some((after, _)) = self.rows.range(period..).next() {
                apart(period, *after)?;
            }
        }
        self.total = self.total.checked_add(tally)?;
        match period {
            Some(period) => self.rows.entry(period).or_default().add_wrapping(tally),
            None => self.undated.add_wrapping(tally),
        }
        Ok(())
    }

    /// Counts any number of tallies; all of them, or none.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], of the first two periods that do;
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn try_extend(
        &mut self,
        rows: impl IntoIterator<Item = (Option<Period>, Tally)>,
    ) -> Result<(), StatsError> {
        self.merge(&Self::of(rows)?)
    }

    /// The trend of any number of tallies.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], of the first two periods that do;
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn of(rows: impl IntoIterator<Item = (Option<Period>, Tally)>) -> Result<Self, StatsError> {
        let mut gathered = Gathered::default();
        for row in rows {
            gathered.add(row);
        }
        gathered.finish()
    }

    /// Counts what another trend counted.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodsOverlap`], of the first two periods that do;
    /// [`StatsError::OutOfRange`] when the total cannot be held.
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        let mut both = Gathered {
            rows: self.rows.clone(),
            ..Gathered::default()
        };
        for (period, tally) in &other.rows {
            both.rows.entry(*period).or_default().add_wrapping(tally);
        }
        both.undated = self.undated;
        both.undated.add_wrapping(&other.undated);
        both.sums.add(&self.total);
        both.sums.add(&other.total);
        *self = both.finish()?;
        Ok(())
    }

    /// Everything that was counted, with or without a period.
    #[must_use]
    pub const fn total(&self) -> Tally {
        self.total
    }

    /// What was counted without a period.
    #[must_use]
    pub const fn undated(&self) -> Tally {
        self.undated
    }

    /// The periods with their tallies, in order; also those that are zero.
    #[must_use]
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = (Period, Tally)> {
        self.rows.iter().map(|(period, tally)| (*period, *tally))
    }

    /// The periods with what was counted up to their end, in order.
    ///
    /// What lies in [`gaps`](Trend::gaps) is not known and not in it.
    pub fn cumulative(&self) -> impl Iterator<Item = (Period, Tally)> {
        self.rows().scan(Tally::default(), |sum, (period, tally)| {
            // A part of the total.
            sum.add_wrapping(&tally);
            Some((period, *sum))
        })
    }

    /// From the first day of the first period to the last day of the last.
    #[must_use]
    pub fn span(&self) -> Option<Period> {
        let (first, _) = self.rows.first_key_value()?;
        let (last, _) = self.rows.last_key_value()?;
        first.through(*last).ok()
    }

    /// The periods between the rows of which nothing is known, in order.
    ///
    /// ```
    /// use standard_land::stats::Trend;
    /// use standard_land::Tally;
    ///
    /// let one = Tally::one("1 ha".parse()?);
    /// let trend = Trend::of([(Some("2020".parse()?), one), (Some("2022-03".parse()?), one)])?;
    /// let gaps: Vec<String> = trend.gaps().map(|gap| gap.to_string()).collect();
    /// assert_eq!(gaps, ["2021-01..2022-02"]);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn gaps(&self) -> impl Iterator<Item = Period> {
        let next = self.rows.keys().skip(1);
        self.rows.keys().zip(next).filter_map(|(period, next)| {
            let first = period.last().tomorrow().ok()?;
            // Backwards, and so none, where the periods follow each other.
            Period::new(first, next.first().yesterday().ok()?).ok()
        })
    }

    /// What was counted in a period: in its row, or in the rows that make it
    /// up.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodMissing`] when a part of it is not there, or only as
    /// a part of something else: nothing is known then, which is not zero.
    pub fn get(&self, period: Period) -> Result<Tally, StatsError> {
        let missing = || StatsError::PeriodMissing { period };
        let first = period.first();
        // The least period that begins on that day.
        let start = Period::new(first, first).map_err(|_| missing())?;
        let (mut sum, mut expected) = (Tally::default(), Some(first));
        for (part, tally) in self.rows.range(start..) {
            if expected != Some(part.first()) || !part.is_within(period) {
                break;
            }
            // A part of the total.
            sum.add_wrapping(tally);
            if part.last() == period.last() {
                return Ok(sum);
            }
            expected = part.last().tomorrow().ok();
        }
        Err(missing())
    }

    /// A period and the one that it is compared with.
    ///
    /// # Errors
    ///
    /// [`StatsError::PeriodMissing`] when one of them is not known (see
    /// [`get`](Trend::get)); [`StatsError::NothingBefore`].
    pub fn growth(&self, period: Period, against: Against) -> Result<Growth, StatsError> {
        let tally = self.get(period)?;
        let base_period = against.base_of(period)?;
        Ok(Growth {
            period,
            tally,
            base_period,
            base: self.get(base_period)?,
        })
    }

    /// The growth of every row, in order, or why there is none.
    ///
    /// ```
    /// use standard_land::stats::{Against, StatsError, Trend};
    /// use standard_land::Tally;
    ///
    /// let trend = Trend::of([
    ///     (Some("2020".parse()?), Tally::new(115, "740.07 ha".parse()?)?),
    ///     (Some("2021".parse()?), Tally::new(383, "2012.48 ha".parse()?)?),
    /// ])?;
    /// let growths: Vec<_> = trend.growths(Against::Previous).collect();
    /// assert!(matches!(growths[0], Err(StatsError::PeriodMissing { .. }))); // 2019
    /// assert_eq!(growths[1].clone()?.by_count()?.to_string(), "268/115");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn growths(&self, against: Against) -> impl Iterator<Item = Result<Growth, StatsError>> {
        self.rows
            .keys()
            .map(move |period| self.growth(*period, against))
    }

    /// How much of a target for the number of parcels was reached by the end
    /// of each period; above 1 where it was exceeded.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the target is zero.
    pub fn toward_parcels(&self, target: u64) -> Result<Vec<(Period, Ratio)>, RatioError> {
        self.toward(target, Tally::parcels)
    }

    /// How much of a target for the area was reached by the end of each
    /// period; above 1 where it was exceeded.
    ///
    /// # Errors
    ///
    /// [`RatioError::ZeroWhole`] when the target is zero.
    ///
    /// ```
    /// use standard_land::stats::Trend;
    /// use standard_land::{Rounding, Tally};
    ///
    /// let trend = Trend::of([
    ///     (Some("2020".parse()?), Tally::new(115, "740.07 ha".parse()?)?),
    ///     (Some("2021".parse()?), Tally::new(383, "2012.48 ha".parse()?)?),
    /// ])?;
    /// let reached = trend.toward_area("2500 ha".parse()?)?;
    /// assert_eq!(reached[1].1.percent(Rounding::half_up(1))?.to_string(), "110.1%");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn toward_area(&self, target: Area) -> Result<Vec<(Period, Ratio)>, RatioError> {
        self.toward(target.quanta(), |tally| tally.area().quanta())
    }

    fn toward(
        &self,
        target: u64,
        measure: impl Fn(&Tally) -> u64,
    ) -> Result<Vec<(Period, Ratio)>, RatioError> {
        self.cumulative()
            .map(|(period, tally)| {
                let reached = Ratio::new(measure(&tally).into(), target.into())?;
                Ok((period, reached))
            })
            .collect()
    }

    /// The same as a breakdown, which has shares; periods that are zero have
    /// no row there.
    #[must_use]
    pub fn to_breakdown(&self) -> Breakdown<Period> {
        let rows = self.rows().map(|(period, tally)| (Some(period), tally));
        // The same total, which is held.
        Breakdown::of(rows.chain([(None, self.undated)])).unwrap_or_default()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Trend {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The undated row comes last, if there is anything in it.
        let undated = (!self.undated.is_empty()).then_some((None, self.undated));
        let rows = self.rows().map(|(period, tally)| (Some(period), tally));
        let rows = rows.chain(undated).map(|(key, tally)| Row { key, tally });
        serializer.collect_seq(rows.collect::<Vec<_>>())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Trend {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = Vec::<Row<Period>>::deserialize(deserializer)?;
        let mut trend = Self::new();
        for Row { key, tally } in rows {
            let repeated = match &key {
                Some(period) => trend.rows.contains_key(period),
                None => tally.is_empty() || !trend.undated.is_empty(),
            };
            if repeated {
                return Err(crate::wire::refused(StatsError::PeriodRepeated));
            }
            trend.push(key, &tally).map_err(crate::wire::refused)?;
        }
        Ok(trend)
    }
}

#[cfg(feature = "schemars")]
crate::described::list!(
    [] Trend,
    "Trend",
    Row<Period>,
    "Tallies by period; no two periods overlap."
);
