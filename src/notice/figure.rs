//! Areas as printed: their places, and which sums and other areas they agree with.

use alloc::format;

use rust_decimal::{Decimal, RoundingStrategy};

use super::cell;
use crate::exact::{Mode, Modes, Rounding};
use crate::quantity::{Area, AreaUnit, Printed};

/// An area as printed: a number with its places, and a unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    amount: Decimal,
    unit: AreaUnit,
    /// It has more digits than anybody types.
    pub(super) is_computed: bool,
}

/// A spreadsheet computes with this many digits and shows them as they come.
const DIGITS_OF_A_SPREADSHEET: u32 = 15;

impl Figure {
    /// The area that a cell states, in the unit of its head or its own.
    pub(super) fn of(cell: &str, unit: AreaUnit) -> Option<Self> {
        let cell = cell::trimmed(cell);
        let narrow = cell::narrow(cell);
        let cell = narrow.as_deref().unwrap_or(cell);
        let figure: Printed<AreaUnit> = if cell::ends_in_digit(cell) {
            format!("{cell} {unit}").parse().ok()?
        } else {
            cell.parse().ok()?
        };
        let amount = figure.amount();
        if amount.is_sign_negative() {
            return None;
        }
        let digits = amount.mantissa().unsigned_abs().checked_ilog10();
        let superfluous = digits.map_or(0, |less_one| {
            less_one
                .saturating_add(1)
                .saturating_sub(DIGITS_OF_A_SPREADSHEET)
        });
        let is_computed = superfluous > 0 && superfluous <= amount.scale();
        let places = amount.scale().saturating_sub(superfluous);
        Some(Self {
            amount: if is_computed {
                amount.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven)
            } else {
                amount
            },
            unit: figure.unit(),
            is_computed,
        })
    }

    /// It as an area, if it can be held as one.
    pub(super) fn area(self) -> Option<Area> {
        Area::new(self.amount, self.unit).ok()
    }

    /// The modes that print a sum so: all if it is exact, none if it is not.
    pub(super) fn modes(self, sum: Area) -> Modes {
        // A zero that stands for something is a cell that was not filled in.
        if self.amount.is_zero() && !sum.is_zero() {
            return Modes::NONE;
        }
        let Ok(places) = i8::try_from(self.amount.scale()) else {
            return Modes::NONE;
        };
        let amount = sum.amount(self.unit);
        let prints = |mode: &&Mode| amount.round(Rounding::new(places, **mode)) == Ok(self.amount);
        Mode::ALL.iter().filter(prints).copied().collect()
    }

    /// Whether there is an area that some mode prints as the one and as the
    /// other: 1.0 ha and 15.3 mu. `None` where no area is as large.
    pub(super) fn agrees_with(self, other: Self) -> Option<bool> {
        let places = self.amount.scale().max(other.amount.scale());
        let (one, its_place) = self.doubled(places)?;
        let (two, other_place) = other.doubled(places)?;
        let apart = one.checked_sub(two)?;
        // Rounded to the nearest, down, or up.
        let nearest = its_place.checked_add(other_place)?;
        Some(
            apart.checked_mul(2)?.abs() <= nearest
                || (apart < other_place && apart > its_place.checked_neg()?)
                || (apart < its_place && apart > other_place.checked_neg()?),
        )
    }

    /// Twice the amount, and twice a unit of its last place, in quanta by
    /// a power of ten.
    fn doubled(self, places: u32) -> Option<(i128, i128)> {
        let unit = Area::new(Decimal::ONE, self.unit).ok()?.quanta();
        let finer = places.checked_sub(self.amount.scale())?;
        let place = 10_i128
            .checked_pow(finer)?
            .checked_mul(unit.into())?
            .checked_mul(2)?;
        Some((self.amount.mantissa().checked_mul(place)?, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_agree_as_far_as_their_places_allow() {
        let figure = |text: &str| Figure::of(text, AreaUnit::Hectare).unwrap();
        for (one, other, agree) in [
            ("1公顷", "15亩", true),
            ("9公顷", "15亩", false),
            ("1.4191公顷", "21.2865亩", true),
            ("1.4191公顷", "21.29亩", true),
            ("1.42公顷", "21.2865亩", true),
            ("1.42公顷", "14191平方米", true),
            // Cut off, not rounded; and rounded up.
            ("1.41公顷", "14191平方米", true),
            ("1.4公顷", "14999平方米", true),
            ("1.5公顷", "14001平方米", true),
            ("1.4公顷", "15000平方米", false),
            ("1.43公顷", "14191平方米", false),
            ("1.40公顷", "14191平方米", false),
            ("1.4191公顷", "14191.6平方米", true),
            ("1.4191公顷", "14189平方米", false),
            ("0.00公顷", "12平方米", true),
            ("0.00公顷", "15亩", false),
            ("2.0333333333333332公顷", "30.5亩", true),
        ] {
            assert_eq!(
                figure(one).agrees_with(figure(other)),
                Some(agree),
                "{one} {other}"
            );
            assert_eq!(
                figure(other).agrees_with(figure(one)),
                Some(agree),
                "{other} {one}"
            );
        }
        let wide = "79228162514264337593543950335平方公里";
        let fine = "0.0000000000000001亩";
        assert_eq!(figure(wide).agrees_with(figure(fine)), None);
    }
}
