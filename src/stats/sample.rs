//! Means, medians and quantiles of exact values.

use alloc::boxed::Box;
use alloc::vec::{self, Vec};
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::exact::{Ratio, RatioError, Rounding, Sum, mul_div_rem, power_of_ten};
use crate::quantity::{Area, Money, QuantityError, UnitPrice};
use crate::text::terms;

/// What a [`Sample`] can hold. Implemented by this crate's exact values only.
///
/// ```compile_fail,E0277
/// use standard_land::stats::Value;
///
/// #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
/// struct Share(u64);
///
/// impl Value for Share {}
/// ```
pub trait Value: Copy + Ord + sealed::Given {}

mod sealed {
    use core::cmp::Ordering;

    pub trait Given {
        /// Tells apart what is equal in value but was given in other numbers.
        fn order_as_given(&self, other: &Self) -> Ordering;
    }
}

macro_rules! values {
    ($($name:ty, |$a:ident, $b:ident| $order:expr;)+) => {$(
        impl sealed::Given for $name {
            fn order_as_given(&self, other: &Self) -> Ordering {
                let ($a, $b) = (self, other);
                $order
            }
        }

        impl Value for $name {}
    )+};
}

values! {
    Area, |_a, _b| Ordering::Equal;
    Money, |_a, _b| Ordering::Equal;
    Ratio, |a, b| a.denominator().cmp(&b.denominator());
    UnitPrice, |a, b| a.area().cmp(&b.area());
}

terms! {
    /// Which value of a sample is its quantile `p`, for `n` values.
    ///
    /// Types are those of Hyndman and Fan (1996).
    ///
    /// ```
    /// use standard_land::stats::{Pick, Sample};
    /// use standard_land::Area;
    ///
    /// let areas: Vec<Option<Area>> = vec![Some("1 ha".parse()?), Some("2 ha".parse()?)];
    /// let areas = Sample::of(areas);
    /// assert_eq!(areas.pick("1/2".parse()?, Pick::NearestRank)?, "1 ha".parse()?);
    /// assert_eq!(areas.pick("1/2".parse()?, Pick::Upper)?, "2 ha".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Pick("a way to pick a quantile", "分位数取法") {
        /// The smallest that a share `p` of all does not exceed (type 1).
        NearestRank = "nearest-rank", "最近秩法";
        /// Place `1 + (n − 1)·p`, rounded down.
        Lower = "lower", "取下值";
        /// Place `1 + (n − 1)·p`, rounded up.
        Upper = "upper", "取上值";
    }
}

terms! {
    /// Where between two values of a sample its quantile `p` lies.
    ///
    /// Types are those of Hyndman and Fan (1996). All of these give the same
    /// median.
    ///
    /// ```
    /// use standard_land::stats::{Interpolation, Sample};
    /// use standard_land::Ratio;
    ///
    /// let sample = Sample::of((1..=4).map(|n| Ratio::new(n, 1).ok()));
    /// let quartile = |method| sample.quantile("1/4".parse()?, method);
    /// assert_eq!(quartile(Interpolation::Averaged)?.to_string(), "3/2");
    /// assert_eq!(quartile(Interpolation::Midpoint)?.to_string(), "3/2");
    /// assert_eq!(quartile(Interpolation::Inclusive)?.to_string(), "7/4");
    /// assert_eq!(quartile(Interpolation::Exclusive)?.to_string(), "5/4");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Interpolation("a way to interpolate a quantile", "分位数插值法") {
        /// Place `n·p`: rounded up, or halfway to the next if whole (type 2).
        Averaged = "averaged", "平均法";
        /// Halfway between [`Pick::Lower`] and [`Pick::Upper`].
        Midpoint = "midpoint", "中点法";
        /// Place `1 + (n − 1)·p`, linear (type 7): R, `PERCENTILE.INC`.
        Inclusive = "inclusive", "线性插值(含端点)";
        /// Place `(n + 1)·p`, linear (type 6): `PERCENTILE.EXC`; outside
        /// the places, the first or the last value.
        Exclusive = "exclusive", "线性插值(不含端点)";
    }
}

/// Exact values, and how many there should have been.
///
/// Price, investment, output and tax per mu (亩均) are sums of money for an
/// area, [`UnitPrice`]; there are two means of them, and they differ:
/// [`weighted_mean`](Sample::weighted_mean) is the sum of the money over the sum
/// of the areas, [`mean`](Sample::mean) the mean of the rates. A value that is
/// missing is left out and counted, never zero.
///
/// Samples merge. The order of the input does not matter: values are kept in
/// ascending order, of equal ratios those with the smaller denominator first.
///
/// ```
/// use standard_land::quantity::{MoneyUnit, UnitPrice};
/// use standard_land::stats::Sample;
/// use standard_land::{AreaUnit, Rounding};
///
/// let tax = Sample::of(vec![
///     Some("300000.00 CNY / 1 ha".parse::<UnitPrice>()?),
///     Some("450000.00 CNY / 3 ha".parse()?),
///     None,
/// ]);
/// assert_eq!((tax.values().len(), tax.missing()), (2, 1));
/// let per_mu = |tax: UnitPrice| tax.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu);
/// assert_eq!(per_mu(tax.weighted_mean()?).to_string(), "5/4");
/// assert_eq!(tax.map(per_mu).mean()?.to_string(), "3/2");
/// assert_eq!(tax.map(per_mu).median()?.round(Rounding::half_even(1))?.to_string(), "1.5");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Sample_of_{T}", transform = crate::described::brief)
)]
pub struct Sample<T> {
    values: Vec<T>,
    #[cfg_attr(feature = "serde", serde(with = "crate::exact::Count"))]
    missing: u64,
}

/// Why a sample has no such mean or quantile.
///
/// ```
/// use standard_land::stats::{Sample, SampleError};
/// use standard_land::Ratio;
///
/// let unknown = Sample::<Ratio>::of([None]);
/// assert_eq!(unknown.median(), Err(SampleError::Empty { missing: 1 }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SampleError {
    /// There is no value.
    Empty {
        /// How many are missing.
        missing: u64,
    },
    /// A quantile below 0 or above 1.
    NoQuantile {
        /// What was asked for.
        given: Box<Ratio>,
    },
    /// The exact result has more digits than can be held.
    Ratio(RatioError),
    /// The total cannot be held.
    Quantity(QuantityError),
}

impl<T> Default for Sample<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            missing: 0,
        }
    }
}

impl<T> IntoIterator for Sample<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    /// The values in ascending order; those that are missing are not in it.
    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl<T: Value> Extend<Option<T>> for Sample<T> {
    /// Takes in values; `None` is counted as missing.
    fn extend<I: IntoIterator<Item = Option<T>>>(&mut self, values: I) {
        for value in values {
            match value {
                Some(value) => self.values.push(value),
                None => self.missing = self.missing.saturating_add(1),
            }
        }
        self.sort();
    }
}

impl<T: Value> FromIterator<Option<T>> for Sample<T> {
    /// The values that are there; `None` is counted as missing.
    fn from_iter<I: IntoIterator<Item = Option<T>>>(values: I) -> Self {
        let mut sample = Self::default();
        sample.extend(values);
        sample
    }
}

impl<T: Value> Sample<T> {
    /// The values that are there; `None` is counted as missing.
    ///
    /// *Cost*: O(n log n).
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = Option<T>>) -> Self {
        values.into_iter().collect()
    }

    /// Takes in what another sample holds.
    pub fn merge(&mut self, other: &Self) {
        self.values.extend_from_slice(&other.values);
        self.missing = self.missing.saturating_add(other.missing);
        self.sort();
    }

    fn sort(&mut self) {
        let order = |a: &T, b: &T| a.cmp(b).then_with(|| a.order_as_given(b));
        self.values.sort_unstable_by(order);
    }

    /// The same sample of something else: of rates in units that are named.
    #[must_use]
    pub fn map<U: Value>(&self, change: impl Fn(T) -> U) -> Sample<U> {
        let mut sample = Sample {
            values: self.values.iter().copied().map(change).collect(),
            missing: self.missing,
        };
        sample.sort();
        sample
    }

    /// The values in ascending order; first and last are the extremes.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// How many values are missing.
    #[must_use]
    pub const fn missing(&self) -> u64 {
        self.missing
    }

    /// The quantile `p` by a method that picks one of the values.
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`], [`SampleError::NoQuantile`].
    pub fn pick(&self, p: Ratio, pick: Pick) -> Result<T, SampleError> {
        let n = self.size(p)?;
        let place = match pick {
            Pick::NearestRank => Place::at(p, n, 0)?.ceiling(),
            Pick::Lower => Place::at(p, n.saturating_sub(1), 1)?.whole,
            Pick::Upper => Place::at(p, n.saturating_sub(1), 1)?.ceiling(),
        };
        self.at(place, n)
    }

    /// How many values there are, if there can be a quantile `p` of them.
    fn size(&self, p: Ratio) -> Result<u64, SampleError> {
        if p < Ratio::ZERO || p > Ratio::ONE {
            return Err(SampleError::NoQuantile { given: Box::new(p) });
        }
        match u64::try_from(self.values.len()) {
            Ok(n) if n > 0 => Ok(n),
            _ => Err(self.empty()),
        }
    }

    /// The value in a place from 1 to `n`, or the nearest one.
    fn at(&self, place: u64, n: u64) -> Result<T, SampleError> {
        let index = usize::try_from(place.clamp(1, n).saturating_sub(1)).ok();
        index
            .and_then(|index| self.values.get(index).copied())
            .ok_or_else(|| self.empty())
    }

    const fn empty(&self) -> SampleError {
        SampleError::Empty {
            missing: self.missing,
        }
    }
}

/// A place in a sample, counted from 1: a whole number and a rest below 1.
struct Place {
    whole: u64,
    rest: Ratio,
}

impl Place {
    /// `start + n·p`.
    fn at(p: Ratio, n: u64, start: u64) -> Result<Self, RatioError> {
        let place = p.checked_mul(Ratio::new(n.into(), 1)?)?;
        let (part, whole) = (place.numerator().unsigned_abs(), place.denominator());
        let floor = part.checked_div(whole).unwrap_or_default();
        let rest = part.checked_rem(whole).unwrap_or_default();
        Ok(Self {
            // At most n, as p is at most 1.
            whole: u64::try_from(floor)
                .unwrap_or(u64::MAX)
                .saturating_add(start),
            rest: Ratio::new(i128::try_from(rest).unwrap_or_default(), whole)?,
        })
    }

    const fn ceiling(&self) -> u64 {
        if self.rest.is_zero() {
            self.whole
        } else {
            self.whole.saturating_add(1)
        }
    }
}

impl Sample<Ratio> {
    /// The mean of the values: of rates, that of parcels and not of land.
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`]; [`SampleError::Ratio`] when the exact sum has
    /// more than 38 digits. Rates of areas that have little in common get
    /// there with some ten values; nothing is rounded to avoid it, and whether
    /// it happens does not depend on the order of the input.
    pub fn mean(&self) -> Result<Ratio, SampleError> {
        let n = self.size(Ratio::ZERO)?;
        // Like denominators first, so that sums of them do not grow.
        let mut values: Vec<Ratio> = self.values.iter().map(|value| value.lowest()).collect();
        values.sort_unstable_by_key(|value| (value.denominator(), value.numerator()));
        let mut sum = Ratio::ZERO;
        for value in values {
            sum = sum.checked_add(value)?;
        }
        Ok(sum.checked_div(Ratio::new(n.into(), 1)?)?)
    }

    /// The same mean, rounded once, in the way that is named, where the exact
    /// one has more digits than can be held.
    ///
    /// Every value is enclosed between neighbours 10⁻ᵏ apart; so is the mean.
    /// When both ends round to one number, so does the mean, whatever it is.
    /// Where they do not, the exact [`Sum`] decides.
    ///
    /// *Cost*: one pass; to places that no enclosure tells apart, that of a
    /// [`Sum`].
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`]; [`SampleError::Ratio`] when the result has more
    /// digits than a [`Decimal`] holds.
    ///
    /// ```
    /// use standard_land::stats::Sample;
    /// use standard_land::{Ratio, Rounding};
    ///
    /// // 1 + 1/2 + … + 1/200 has a denominator of some 90 digits.
    /// let sample = Sample::of((1..=200).map(|n| Ratio::new(1, n).ok()));
    /// assert!(sample.mean().is_err());
    /// assert_eq!(sample.round_mean(Rounding::half_even(6))?.to_string(), "0.029390");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn round_mean(&self, rounding: Rounding) -> Result<Decimal, SampleError> {
        match self.mean() {
            Ok(mean) => return Ok(mean.round(rounding)?),
            Err(SampleError::Ratio(_)) => {}
            Err(error) => return Err(error),
        }
        let n = self.size(Ratio::ZERO)?;
        // As fine as fits: values may be large.
        let enclosed = (0..=27).rev().find_map(|places| self.enclosed(places, n));
        if let Some((below, above)) = enclosed
            && let (Ok(below), Ok(above)) = (below.round(rounding), above.round(rounding))
            && below == above
        {
            return Ok(below);
        }
        let sum = Sum::of(self.values.iter().copied());
        Ok(sum.times(Ratio::new(1, n.into())?).round(rounding)?)
    }

    /// Two numbers with the mean between them; `None` when they have too many
    /// digits to that many places.
    fn enclosed(&self, places: u32, n: u64) -> Option<(Ratio, Ratio)> {
        let power = power_of_ten(places)?;
        let mut sum = 0_i128;
        for value in &self.values {
            // Toward zero: less than one unit off, on either side.
            let magnitude = value.numerator().unsigned_abs();
            let (units, _) = mul_div_rem(magnitude, power, value.denominator())?;
            let units = i128::try_from(units).ok()?;
            sum = if value.is_negative() {
                sum.checked_sub(units)?
            } else {
                sum.checked_add(units)?
            };
        }
        let whole = power.checked_mul(n.into())?;
        let end = |units: Option<i128>| Ratio::new(units?, whole).ok();
        let below = end(sum.checked_sub(n.into()))?;
        let above = end(sum.checked_add(n.into()))?;
        Some((below, above))
    }

    /// The value in the middle, or the mean of the two in the middle.
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`]; [`SampleError::Ratio`] when the mean, or the
    /// distance of the two, has more than 38 digits.
    pub fn median(&self) -> Result<Ratio, SampleError> {
        self.quantile(Ratio::new(1, 2)?, Interpolation::Averaged)
    }

    /// The quantile `p` by a method that may lie between two values.
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`], [`SampleError::NoQuantile`];
    /// [`SampleError::Ratio`] when the result, or the distance of the two
    /// values, has more than 38 digits.
    pub fn quantile(&self, p: Ratio, method: Interpolation) -> Result<Ratio, SampleError> {
        let n = self.size(p)?;
        let half = Ratio::new(1, 2)?;
        let place = match method {
            Interpolation::Averaged => match Place::at(p, n, 0)? {
                place if place.rest.is_zero() => Place {
                    rest: half,
                    ..place
                },
                place => Place {
                    whole: place.ceiling(),
                    rest: Ratio::ZERO,
                },
            },
            Interpolation::Midpoint => match Place::at(p, n.saturating_sub(1), 1)? {
                place if place.rest.is_zero() => place,
                place => Place {
                    rest: half,
                    ..place
                },
            },
            Interpolation::Inclusive => Place::at(p, n.saturating_sub(1), 1)?,
            Interpolation::Exclusive => Place::at(p, n.saturating_add(1), 0)?,
        };
        let below = self.at(place.whole, n)?;
        let above = self.at(place.whole.saturating_add(1), n)?;
        if place.rest.is_zero() || below == above {
            return Ok(below);
        }
        let step = above.checked_sub(below)?.checked_mul(place.rest)?;
        Ok(below.checked_add(step)?)
    }
}

impl Sample<UnitPrice> {
    /// The mean weighted by area: the sum of the money over that of the areas.
    ///
    /// # Errors
    ///
    /// [`SampleError::Empty`]; [`SampleError::Quantity`] when a sum cannot be
    /// held.
    pub fn weighted_mean(&self) -> Result<UnitPrice, SampleError> {
        self.size(Ratio::ZERO)?;
        let money = Money::total(self.values.iter().map(|value| value.money()))?;
        let area = Area::total(self.values.iter().map(|value| value.area()))?;
        // No area of a price is zero, so their sum is not.
        money.per(area).map_err(|_| self.empty())
    }
}

#[cfg(feature = "serde")]
impl<'de, T: Value + serde::Deserialize<'de>> serde::Deserialize<'de> for Sample<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields, rename = "Sample")]
        struct Wire<T> {
            values: Vec<T>,
            #[serde(with = "crate::exact::Count")]
            missing: u64,
        }

        let Wire { values, missing } = Wire::deserialize(deserializer)?;
        let mut sample = Self { values, missing };
        sample.sort();
        Ok(sample)
    }
}
