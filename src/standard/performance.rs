//! What was built, spent and earned: the figures that indicators come from.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::str::FromStr;

use super::formula::Input;
use super::kind::IndicatorKind;
use crate::UnknownTerm;
use crate::quantity::{Amount, Area, Energy, Length, Mass, Money, Unit, UnitError};
use crate::record::record;
use crate::text::{Language, string_serde};

/// What was invested in fixed assets, as far as it is known.
///
/// Two measures, and they differ: investment intensity counts the land price
/// ([`total`](Investment::total)); the test for idle land, which asks whether
/// 25 % was invested, counts neither the land price nor taxes
/// ([`without_land_price`](Investment::without_land_price)).
///
/// ```
/// use standard_land::standard::Investment;
///
/// let investment = Investment {
///     plant: Some("1200万元".parse()?),
///     equipment: Some("2800万元".parse()?),
///     land_price: Some("500万元".parse()?),
/// };
/// assert_eq!(investment.total()?, "4500万元".parse()?);
/// assert_eq!(investment.without_land_price()?, "4000万元".parse()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Investment {
    /// Buildings, structures and what belongs to them, without taxes.
    pub plant: Option<Money>,
    /// Equipment, without taxes.
    pub equipment: Option<Money>,
    /// The price of the land.
    pub land_price: Option<Money>,
}

impl Investment {
    /// Plant, equipment and land price: what investment intensity counts.
    ///
    /// # Errors
    ///
    /// [`MeasureError::Missing`], [`MeasureError::Negative`],
    /// [`MeasureError::TooManyDigits`].
    pub fn total(&self) -> Result<Money, MeasureError> {
        self.sum(&[Input::Plant, Input::Equipment, Input::LandPrice])
    }

    /// Plant and equipment: what the test for idle land counts.
    ///
    /// # Errors
    ///
    /// [`MeasureError::Missing`], [`MeasureError::Negative`],
    /// [`MeasureError::TooManyDigits`].
    pub fn without_land_price(&self) -> Result<Money, MeasureError> {
        self.sum(&[Input::Plant, Input::Equipment])
    }

    fn sum(&self, inputs: &[Input]) -> Result<Money, MeasureError> {
        let of = |input: &Input| match input {
            Input::Plant => self.plant,
            Input::Equipment => self.equipment,
            _ => self.land_price,
        };
        let mut missing = Vec::new();
        let mut sums = Vec::new();
        for input in inputs {
            match of(input) {
                None => missing.push(*input),
                Some(sum) if sum.is_negative() => {
                    return Err(MeasureError::Negative { input: *input });
                }
                Some(sum) => sums.push(sum),
            }
        }
        if missing.is_empty() {
            Money::total(sums).map_err(too_many_digits)
        } else {
            Err(MeasureError::Missing { inputs: missing })
        }
    }
}

/// A storey: its floor area and its height.
///
/// ```
/// use standard_land::standard::Storey;
///
/// let storey = |height: &str| -> Result<Storey, standard_land::Error> {
///     Ok(Storey { floor_area: "1000 m²".parse()?, height: height.parse()? })
/// };
/// assert!(storey("8.001 m")?.counts_twice());
/// assert!(!storey("8 m")?.counts_twice());
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Storey {
    /// Its floor area.
    pub floor_area: Area,
    /// Its height.
    pub height: Length,
}

impl Storey {
    /// A storey above this height counts twice: 8 m.
    ///
    /// National control indicators for industrial projects.
    pub const HIGH: Length = Length::from_quanta(8_000);

    /// Whether it is higher than 8 m; exactly 8 m is not.
    #[must_use]
    pub fn counts_twice(&self) -> bool {
        self.height > Self::HIGH
    }
}

record! {
    /// The floor area of a project, and how much of it floor-area ratios count.
    ///
    /// *Invariant*: what is counted lies between the floor area and its double.
    ///
    /// ```
    /// use standard_land::standard::{Floors, Storey};
    ///
    /// let storey = |area: &str, height: &str| -> Result<Storey, standard_land::Error> {
    ///     Ok(Storey { floor_area: area.parse()?, height: height.parse()? })
    /// };
    /// let floors = Floors::of([storey("1000 m²", "9 m")?, storey("500 m²", "8 m")?])?;
    /// assert_eq!(floors.floor_area(), "1500 m²".parse()?);
    /// assert_eq!(floors.counted(), "2500 m²".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Floors, checked as MeasureError {
        /// The floor area, every storey once.
        floor_area: Area,
        /// The floor area that a floor-area ratio counts (计容建筑面积).
        counted: Area,
    }
}

impl Floors {
    /// The storeys of all buildings, those above 8 m counted twice.
    ///
    /// # Errors
    ///
    /// [`MeasureError::TooManyDigits`].
    pub fn of(storeys: impl IntoIterator<Item = Storey>) -> Result<Self, MeasureError> {
        let add = |sum: Area, more| sum.checked_add(more).map_err(too_many_digits);
        let (mut floor_area, mut counted) = (Area::ZERO, Area::ZERO);
        for storey in storeys {
            floor_area = add(floor_area, storey.floor_area)?;
            counted = add(counted, storey.floor_area)?;
            if storey.counts_twice() {
                counted = add(counted, storey.floor_area)?;
            }
        }
        Ok(Self {
            floor_area,
            counted,
        })
    }

    /// Both areas, where a survey gives them.
    ///
    /// # Errors
    ///
    /// [`MeasureError::CountedFloorArea`] when less than the floor area is
    /// counted, or more than its double.
    pub fn new(floor_area: Area, counted: Area) -> Result<Self, MeasureError> {
        let extra = counted.checked_sub(floor_area).ok();
        if extra.is_none_or(|extra| extra > floor_area) {
            return Err(MeasureError::CountedFloorArea);
        }
        Ok(Self {
            floor_area,
            counted,
        })
    }

    /// The floor area, every storey once.
    #[must_use]
    pub const fn floor_area(&self) -> Area {
        self.floor_area
    }

    /// The floor area that a floor-area ratio counts (计容建筑面积).
    #[must_use]
    pub const fn counted(&self) -> Area {
        self.counted
    }

    #[cfg(feature = "serde")]
    fn checked(self) -> Result<Self, MeasureError> {
        Self::new(self.floor_area, self.counted)
    }
}

/// Why an indicator cannot be measured.
///
/// *Text*: `missing: land, plant`, and so on; it parses, because assessments
/// carry it.
///
/// ```
/// use standard_land::standard::{CoreIndicator, Indicator, Input, MeasureError, Performance};
///
/// let built = Performance { green: Some("100 m²".parse()?), ..Performance::default() };
/// let error = built.measure(&Indicator::usual(CoreIndicator::GreenRatio)).unwrap_err();
/// assert_eq!(error, MeasureError::Missing { inputs: vec![Input::Land] });
/// assert_eq!(error.to_string().parse(), Ok(error));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MeasureError {
    /// Figures that are not known; missing is never zero.
    Missing {
        /// Which.
        inputs: Vec<Input>,
    },
    /// A figure to be divided by is zero.
    Zero {
        /// Which.
        input: Input,
    },
    /// A figure is below zero that cannot be.
    Negative {
        /// Which.
        input: Input,
    },
    /// A part is larger than what it is a share of.
    LargerThanWhole {
        /// The part; the first of several that were added.
        input: Input,
    },
    /// Less than the floor area is counted, or more than its double.
    CountedFloorArea,
    /// The value that is given for a local indicator is in another unit.
    OtherUnit,
    /// The exact value has more digits than can be held.
    TooManyDigits,
}

impl FromStr for MeasureError {
    type Err = UnknownTerm;

    fn from_str(given: &str) -> Result<Self, UnknownTerm> {
        for fixed in [Self::CountedFloorArea, Self::OtherUnit, Self::TooManyDigits] {
            if format!("{fixed}") == given {
                return Ok(fixed);
            }
        }
        let unknown = || UnknownTerm::new(&REASONS, given);
        let (reason, inputs) = given.split_once(": ").ok_or_else(unknown)?;
        if reason == "missing" {
            let inputs: Result<_, _> = inputs.split(", ").map(str::parse).collect();
            return inputs.map(|inputs| Self::Missing { inputs });
        }
        let input = inputs.parse()?;
        match reason {
            "zero" => Ok(Self::Zero { input }),
            "negative" => Ok(Self::Negative { input }),
            "larger than its whole" => Ok(Self::LargerThanWhole { input }),
            _ => Err(unknown()),
        }
    }
}

string_serde!(
    MeasureError,
    "a reason such as \"missing: land\"",
    crate::described::text(
        "Why an indicator was not measured.",
        &crate::text::label_pattern(),
        &["missing: land, plant"],
    )
);

static REASONS: crate::text::Terms =
    crate::text::Terms::unlisted("a reason why nothing is measured", "未能计算的原因");

/// An exact result does not fit: divisors are looked at before.
pub(crate) fn too_many_digits<E>(_: E) -> MeasureError {
    MeasureError::TooManyDigits
}

/// A value cannot be put in the unit that is asked for.
pub(crate) fn not_in_unit(error: &UnitError) -> MeasureError {
    match error {
        UnitError::OutOfRange { .. } => MeasureError::TooManyDigits,
        _ => MeasureError::OtherUnit,
    }
}

/// What a project was built with and what it brings in a year.
///
/// Every figure may be unknown; what is not known is missing, never zero.
/// [`measure`](Performance::measure) computes indicators from it.
///
/// ```
/// use standard_land::standard::{CoreIndicator, Indicator, Performance};
///
/// let year = Performance {
///     land: Some("45.15亩".parse()?),
///     tax: Some("361.2万元".parse()?),
///     ..Performance::default()
/// };
/// let tax = year.measure(&Indicator::usual(CoreIndicator::TaxPerArea))?;
/// assert_eq!(tax.to_string(), "8万元/亩·年");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields, default))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = crate::described::brief))]
#[expect(clippy::exhaustive_structs, reason = "callers write it as a literal")]
pub struct Performance {
    /// All land of the project (项目总用地).
    pub land: Option<Area>,
    /// What was invested in fixed assets.
    pub investment: Investment,
    /// The floor area, and how much of it counts.
    pub floors: Option<Floors>,
    /// Land under buildings.
    pub buildings: Option<Area>,
    /// Land under structures.
    pub structures: Option<Area>,
    /// Open yards.
    pub yards: Option<Area>,
    /// Land for administration and living, where it can be told apart.
    pub administrative_land: Option<Area>,
    /// Floor area for administration and living.
    pub administrative_floor_area: Option<Area>,
    /// Green land.
    pub green: Option<Area>,
    /// The height of the highest building.
    pub height: Option<Length>,
    /// Tax paid in the year that is looked at.
    pub tax: Option<Money>,
    /// Output of that year.
    pub output: Option<Money>,
    /// Revenue of that year.
    pub revenue: Option<Money>,
    /// What research and development cost in that year.
    pub research: Option<Money>,
    /// Value added in that year.
    pub value_added: Option<Money>,
    /// Energy used in that year.
    pub energy: Option<Energy>,
    /// What was emitted in that year, of the pollutant that was agreed on.
    pub emissions: Option<Mass>,
    /// Values of local indicators, each in a unit that converts.
    pub local: BTreeMap<IndicatorKind, Amount>,
}

impl Performance {
    /// A value that is given for a local indicator, in the unit asked for.
    pub(super) fn local(&self, kind: &IndicatorKind, unit: Unit) -> Result<Amount, MeasureError> {
        match self.local.get(kind) {
            Some(amount) => amount.in_unit(unit).map_err(|error| not_in_unit(&error)),
            None => Err(MeasureError::Missing {
                inputs: alloc::vec![Input::Local],
            }),
        }
    }
}

impl MeasureError {
    /// What is missing; empty for other reasons.
    #[must_use]
    pub fn missing(&self) -> &[Input] {
        match self {
            Self::Missing { inputs } => inputs,
            _ => &[],
        }
    }

    /// In Chinese: `缺少项目总用地面积`.
    #[must_use]
    pub fn text_zh(&self) -> String {
        self.describe(Language::Chinese).to_string()
    }
}
