//! The formulas, worked out: exact, from figures that are all there.

use alloc::vec::Vec;

use super::formula::{Formula, Input};
use super::indicator::Indicator;
use super::performance::{MeasureError, Performance, not_in_unit, too_many_digits};
use crate::exact::Ratio;
use crate::quantity::{
    Amount, Area, AreaUnit, Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, Measure, Money,
    MoneyUnit, Unit,
};

/// A figure of any kind.
#[derive(Clone, Copy)]
enum Figure {
    Area(Area),
    Money(Money),
    Energy(Energy),
    Mass(Mass),
    Length(Length),
}

impl Figure {
    /// The exact number of a unit, and the unit.
    fn amount(self) -> (Ratio, Measure) {
        match self {
            Self::Area(area) => (area.amount(AreaUnit::Mu), AreaUnit::Mu.into()),
            Self::Money(sum) => (sum.amount(MoneyUnit::Yuan), MoneyUnit::Yuan.into()),
            Self::Energy(energy) => (
                energy.amount(EnergyUnit::TonneOfCoal),
                EnergyUnit::TonneOfCoal.into(),
            ),
            Self::Mass(mass) => (mass.amount(MassUnit::Tonne), MassUnit::Tonne.into()),
            Self::Length(length) => (length.amount(LengthUnit::Metre), LengthUnit::Metre.into()),
        }
    }

    const fn is_negative(self) -> bool {
        matches!(self, Self::Money(sum) if sum.is_negative())
    }

    /// The exact quotient; a price per area where it is one.
    fn over(self, whole: Self, input: Input) -> Result<(Ratio, Unit), MeasureError> {
        if let (Self::Money(sum), Self::Area(area)) = (self, whole) {
            let price = sum.per(area).map_err(|_| MeasureError::Zero { input })?;
            let rate = Amount::from(price);
            return Ok((rate.value(), rate.unit()));
        }
        let ((part, of), (whole, per)) = (self.amount(), whole.amount());
        if whole.is_zero() {
            return Err(MeasureError::Zero { input });
        }
        // A share of the same kind is a plain number.
        let unit = Unit::per(of, per).unwrap_or(Unit::NUMBER);
        Ok((part.checked_div(whole).map_err(too_many_digits)?, unit))
    }
}

impl Performance {
    /// The exact value of an indicator, in its unit.
    ///
    /// Local indicators are looked up, all others computed by their
    /// [`Formula`]. *Rounding*: none.
    ///
    /// # Errors
    ///
    /// [`MeasureError`]: what is missing, or zero, or cannot be.
    ///
    /// ```
    /// use standard_land::standard::{CoreIndicator, Indicator, Investment, Performance};
    ///
    /// let built = Performance {
    ///     land: Some("3 ha".parse()?),
    ///     investment: Investment {
    ///         plant: Some("3000万元".parse()?),
    ///         equipment: Some("3500万元".parse()?),
    ///         land_price: Some("500万元".parse()?),
    ///     },
    ///     ..Performance::default()
    /// };
    /// let intensity = built.measure(&Indicator::usual(CoreIndicator::InvestmentIntensity))?;
    /// assert_eq!(intensity.to_string(), "1400/9万元/亩"); // 7000 ÷ 45
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn measure(&self, indicator: &Indicator) -> Result<Amount, MeasureError> {
        let unit = indicator.unit();
        let Some(formula) = indicator.formula() else {
            return self.local(indicator.kind(), unit);
        };
        // Land for administration that cannot be told apart: by floor area.
        let formula = match formula {
            Formula::AdministrativeShare
                if self.administrative_land.is_none()
                    && self.missing(Formula::AdministrativeFloorShare).is_empty() =>
            {
                Formula::AdministrativeFloorShare
            }
            formula => formula,
        };
        let missing = self.missing(formula);
        if !missing.is_empty() {
            return Err(MeasureError::Missing { inputs: missing });
        }
        let (value, of) = self.compute(formula)?;
        let of = if unit.is_yearly() { of.yearly() } else { of };
        let value = of
            .convert(value, unit)
            .map_err(|error| not_in_unit(&error))?;
        Ok(Amount::new(value, unit))
    }

    fn missing(&self, formula: Formula) -> Vec<Input> {
        let inputs = formula.inputs().iter().copied();
        inputs
            .filter(|input| self.figure(*input).is_none())
            .collect()
    }

    fn figure(&self, input: Input) -> Option<Figure> {
        match input {
            Input::Land => self.land.map(Figure::Area),
            Input::Plant => self.investment.plant.map(Figure::Money),
            Input::Equipment => self.investment.equipment.map(Figure::Money),
            Input::LandPrice => self.investment.land_price.map(Figure::Money),
            Input::FloorArea => self.floors.map(|floors| Figure::Area(floors.floor_area())),
            Input::Buildings => self.buildings.map(Figure::Area),
            Input::Structures => self.structures.map(Figure::Area),
            Input::Yards => self.yards.map(Figure::Area),
            Input::AdministrativeLand => self.administrative_land.map(Figure::Area),
            Input::AdministrativeFloorArea => self.administrative_floor_area.map(Figure::Area),
            Input::Green => self.green.map(Figure::Area),
            Input::Height => self.height.map(Figure::Length),
            Input::Tax => self.tax.map(Figure::Money),
            Input::Output => self.output.map(Figure::Money),
            Input::Revenue => self.revenue.map(Figure::Money),
            Input::Research => self.research.map(Figure::Money),
            Input::ValueAdded => self.value_added.map(Figure::Money),
            Input::Energy => self.energy.map(Figure::Energy),
            Input::Emissions => self.emissions.map(Figure::Mass),
            // Looked up by its label.
            Input::Local => None,
        }
    }

    fn needed(&self, input: Input) -> Result<Figure, MeasureError> {
        self.figure(input).ok_or_else(|| MeasureError::Missing {
            inputs: alloc::vec![input],
        })
    }

    /// What a formula gives, and in which unit.
    fn compute(&self, formula: Formula) -> Result<(Ratio, Unit), MeasureError> {
        let (part_input, whole_input) = match formula.inputs() {
            [only] => {
                let (value, measure) = self.needed(*only)?.amount();
                return Ok((value, Unit::of(measure)));
            }
            [first, .., whole] => (*first, *whole),
            // Every formula has an input.
            [] => return Err(MeasureError::Missing { inputs: Vec::new() }),
        };
        let part = match formula {
            Formula::InvestmentPerLand => Figure::Money(self.investment.total()?),
            Formula::FloorAreaRatio => match self.floors {
                Some(floors) => Figure::Area(floors.counted()),
                None => self.needed(Input::FloorArea)?,
            },
            Formula::BuildingCoefficient => {
                let covered = [self.buildings, self.structures, self.yards];
                let covered = Area::total(covered.into_iter().flatten());
                Figure::Area(covered.map_err(too_many_digits)?)
            }
            _ => self.needed(part_input)?,
        };
        let whole = self.needed(whole_input)?;
        // Tax may be refunded and value lost; nothing else is below zero.
        let may_be_negative = matches!(part_input, Input::Tax | Input::ValueAdded);
        if part.is_negative() && !may_be_negative {
            return Err(MeasureError::Negative { input: part_input });
        }
        if whole.is_negative() {
            return Err(MeasureError::Negative { input: whole_input });
        }
        let (value, unit) = part.over(whole, whole_input)?;
        if formula.is_share() && value > Ratio::ONE {
            return Err(MeasureError::LargerThanWhole { input: part_input });
        }
        Ok((value, unit))
    }
}
