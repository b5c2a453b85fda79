//! What can be done with every quantity: one list, so that whoever knows areas
//! knows sums of money, lengths, energy and masses.

/// The operations of a quantity that is a count of its smallest amounts.
///
/// The type says how a count becomes a value: `fn counted(count, negative)`.
macro_rules! operations {
    (
        $name:ident($count:ty, $wide:ty) in $unit:ident::$example:ident,
        below zero: $signed:tt, smallest: $smallest:literal, counted: $counted:literal,
        example: $one:literal, twice: $two:literal, printed: $printed:literal
    ) => {
        impl $name {
            const IS_SIGNED: bool = $signed;

            /// A value given in a unit, exactly.
            ///
            /// # Errors
            ///
            #[doc = $crate::quantity::operations::errors!($signed)]
            /// [`QuantityError::TooPrecise`], [`QuantityError::OutOfRange`].
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            /// use standard_land::rust_decimal::Decimal;
            ///
            #[doc = concat!("let given = ", stringify!($name), "::new(Decimal::new(25, 1), ", stringify!($unit), "::", stringify!($example), ")?;")]
            #[doc = concat!("assert_eq!(given, \"", $one, "\".parse()?);")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn new(amount: Decimal, unit: $unit) -> Result<Self, QuantityError> {
                Self::from_numeral(amount.into(), unit, || format!("{amount} {unit}").into())
            }

            /// Reads a number that is in a unit already: a cell below a header
            /// that names it.
            ///
            /// # Errors
            ///
            /// [`QuantityError`], as for a text with its unit.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            ///
            #[doc = concat!("let cell = ", stringify!($name), "::parse_in(\"2.50\", ", stringify!($unit), "::", stringify!($example), ")?;")]
            #[doc = concat!("assert_eq!(cell, \"", $one, "\".parse()?);")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[inline]
            pub fn parse_in(number: &str, unit: $unit) -> Result<Self, QuantityError> {
                Self::from_numeral(read_number(number)?, unit, || {
                    format!("{number} {unit}").into()
                })
            }

            #[inline]
            fn from_numeral(
                number: Numeral,
                unit: $unit,
                given: impl Fn() -> Given,
            ) -> Result<Self, QuantityError> {
                if number.negative && !Self::IS_SIGNED {
                    return Err(QuantityError::Negative { given: given() });
                }
                Self::counted(count_quanta(number, unit, &given)?, number.negative)
                    .ok_or_else(|| out_of_range::<$unit>(given()))
            }

            /// A value given in a unit, rounded to the smallest amount in the
            /// mode that is named.
            ///
            /// The second value is what the rounding took away: what was given
            /// less what is held, exactly, in the smallest amounts
            #[doc = concat!("(", $smallest, ").")]
            /// It is zero where there was nothing to round.
            ///
            /// # Errors
            ///
            #[doc = $crate::quantity::operations::errors!($signed)]
            /// [`QuantityError::OutOfRange`].
            ///
            /// ```
            /// use standard_land::Mode;
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            /// use standard_land::rust_decimal::Decimal;
            ///
            /// let computed = Decimal::new(25_000_000_000_000_001, 16);
            #[doc = concat!("let unit = ", stringify!($unit), "::", stringify!($example), ";")]
            #[doc = concat!("let (held, lost) = ", stringify!($name), "::rounded(computed, unit, Mode::HalfEven)?;")]
            #[doc = concat!("assert_eq!(held, \"", $one, "\".parse()?);")]
            /// assert!(!lost.is_zero());
            #[doc = concat!("assert!(", stringify!($name), "::new(computed, unit).is_err());")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn rounded(
                amount: Decimal,
                unit: $unit,
                mode: Mode,
            ) -> Result<(Self, Ratio), QuantityError> {
                Self::round_numeral(amount.into(), unit, mode, || {
                    format!("{amount} {unit}").into()
                })
            }

            fn round_numeral(
                number: Numeral,
                unit: $unit,
                mode: Mode,
                given: impl Fn() -> Given,
            ) -> Result<(Self, Ratio), QuantityError> {
                if number.negative && !Self::IS_SIGNED {
                    return Err(QuantityError::Negative { given: given() });
                }
                round_quanta(number, unit, mode)
                    .and_then(|(count, lost)| {
                        Some((Self::counted(count, number.negative)?, lost))
                    })
                    .ok_or_else(|| out_of_range::<$unit>(given()))
            }

            /// A value from a binary floating-point number, as a workbook or a
            /// program hands it over: read exactly where it was typed, rounded
            /// and marked where it was computed (see [`FromFloat`]).
            ///
            /// # Errors
            ///
            #[doc = $crate::quantity::operations::errors!($signed)]
            /// [`QuantityError::OutOfRange`]; [`QuantityError::TooPrecise`]
            /// where it was typed; [`QuantityError::Number`] for infinite
            /// numbers, `NaN`, and for more than 38 digits.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            ///
            #[doc = concat!("let unit = ", stringify!($unit), "::", stringify!($example), ";")]
            #[doc = concat!("let cell = ", stringify!($name), "::from_computed(2.4999999999999996, unit)?;")]
            #[doc = concat!("assert_eq!(cell.value(), \"", $one, "\".parse()?);")]
            /// assert!(cell.is_computed());
            #[doc = concat!("assert!(", stringify!($name), "::from_computed(f64::NAN, unit).is_err());")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn from_computed(
                number: f64,
                unit: $unit,
            ) -> Result<FromFloat<Self>, QuantityError> {
                let given = || quote(&format!("{number} {unit}"));
                let shortest = Shortest::of(number).map_err(|source| QuantityError::Number {
                    given: given(),
                    source: Box::new(source),
                })?;
                let Some(fifteen) = shortest.fifteen else {
                    let value = Self::from_numeral(shortest.whole, unit, given)?;
                    return Ok(FromFloat::new(value, false, Ratio::ZERO));
                };
                let (value, lost) = Self::round_numeral(fifteen, unit, Mode::HalfEven, given)
                    .or_else(|error| {
                        // What is left over of nothing may lie below zero.
                        let above = Numeral {
                            negative: false,
                            ..fifteen
                        };
                        match Self::round_numeral(above, unit, Mode::HalfEven, given) {
                            Ok((Self::ZERO, lost)) => Ok((Self::ZERO, lost.negated())),
                            _ => Err(error),
                        }
                    })?;
                let more = || {
                    let given = Ratio::try_from(shortest.whole).ok()?;
                    let rest = given.checked_sub(Ratio::try_from(fifteen).ok()?).ok()?;
                    let rest = rest.checked_mul(Ratio::from(unit.quanta())).ok()?;
                    Some(rest.checked_add(lost).ok()?.lowest())
                };
                let lost = more().ok_or_else(|| out_of_range::<$unit>(given()))?;
                Ok(FromFloat::new(value, true, lost))
            }

            /// Whether it is zero.
            #[must_use]
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }

            /// The exact sum.
            ///
            /// # Errors
            ///
            #[doc = concat!("[`QuantityError::OutOfRange`] beyond [`", stringify!($name), "::MAX`].")]
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::", stringify!($name), ";")]
            ///
            #[doc = concat!("let one: ", stringify!($name), " = \"", $one, "\".parse()?;")]
            #[doc = concat!("assert_eq!(one.checked_add(one)?, \"", $two, "\".parse()?);")]
            #[doc = concat!("assert!(", stringify!($name), "::MAX.checked_add(one).is_err());")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[inline]
            pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
                match self.0.checked_add(other.0) {
                    Some(sum) if Self::holds(sum) => Ok(Self(sum)),
                    _ => Err(out_of_range::<$unit>(format!("{self} + {other}").into())),
                }
            }

            /// The exact difference.
            ///
            /// # Errors
            ///
            /// [`QuantityError::OutOfRange`] below the least that can be held.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::", stringify!($name), ";")]
            ///
            #[doc = concat!("let (one, two): (", stringify!($name), ", ", stringify!($name), ") = (\"", $one, "\".parse()?, \"", $two, "\".parse()?);")]
            /// assert_eq!(two.checked_sub(one)?, one);
            #[doc = concat!("assert_eq!(one.checked_sub(two).is_ok(), ", stringify!($signed), ");")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[inline]
            pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
                match self.0.checked_sub(other.0) {
                    Some(rest) if Self::holds(rest) => Ok(Self(rest)),
                    _ => Err(out_of_range::<$unit>(format!("{self} - {other}").into())),
                }
            }

            /// The exact sum of any number of values, whatever their order.
            ///
            /// # Errors
            ///
            /// [`QuantityError::OutOfRange`] when the total cannot be held;
            /// partial sums may be beyond it.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::", stringify!($name), ";")]
            ///
            #[doc = concat!("let one: ", stringify!($name), " = \"", $one, "\".parse()?;")]
            #[doc = concat!("assert_eq!(", stringify!($name), "::total([one, one])?, \"", $two, "\".parse()?);")]
            #[doc = concat!("assert_eq!(", stringify!($name), "::total([])?, ", stringify!($name), "::ZERO);")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn total(values: impl IntoIterator<Item = Self>) -> Result<Self, QuantityError> {
                // Of fewer than 2^64 values the sum fits 128 bits.
                let total = values.into_iter().fold(<$wide>::default(), |total, value| {
                    total.saturating_add(value.0.into())
                });
                match <$count>::try_from(total) {
                    Ok(total) if Self::holds(total) => Ok(Self(total)),
                    _ => Err(out_of_range::<$unit>(
                        format!(concat!("a total of {}", $counted), total).into(),
                    )),
                }
            }

            /// This value over another, which may be the smaller one.
            ///
            /// # Errors
            ///
            /// [`RatioError::ZeroWhole`].
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::", stringify!($name), ";")]
            ///
            #[doc = concat!("let (one, two): (", stringify!($name), ", ", stringify!($name), ") = (\"", $one, "\".parse()?, \"", $two, "\".parse()?);")]
            /// assert_eq!(two.ratio_to(one)?.to_string(), "2/1");
            #[doc = concat!("assert!(one.ratio_to(", stringify!($name), "::ZERO).is_err());")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn ratio_to(self, other: Self) -> Result<Ratio, RatioError> {
                let (is_negative, whole) = other.apart();
                let part = i128::from(self.0);
                // 64 bits: the opposite always fits.
                let part = if is_negative { part.wrapping_neg() } else { part };
                Ratio::new(part, whole.into())
            }

            /// The exact amount in a unit.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            ///
            #[doc = concat!("let one: ", stringify!($name), " = \"", $one, "\".parse()?;")]
            #[doc = concat!("assert_eq!(one.amount(", stringify!($unit), "::", stringify!($example), ").to_string(), \"5/2\");")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[must_use]
            pub fn amount(self, unit: $unit) -> Ratio {
                // A unit is never zero and both fit 64 bits.
                Ratio::new(self.0.into(), unit.quanta().into()).unwrap_or(Ratio::ZERO)
            }

            /// Rounded to print in a unit.
            ///
            /// # Errors
            ///
            /// [`RatioError::OutOfRange`] when there are too many places.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            /// use standard_land::Rounding;
            ///
            #[doc = concat!("let one: ", stringify!($name), " = \"", $one, "\".parse()?;")]
            #[doc = concat!("let printed = one.round_in(", stringify!($unit), "::", stringify!($example), ", Rounding::half_up(2))?;")]
            #[doc = concat!("assert_eq!(printed.to_string(), \"", $printed, "\");")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            pub fn round_in(
                self,
                unit: $unit,
                rounding: Rounding,
            ) -> Result<Printed<$unit>, RatioError> {
                Printed::round(self.amount(unit), unit, rounding)
            }
        }
    };
}

/// How a value below zero is refused, for the docs.
macro_rules! errors {
    (true) => {
        ""
    };
    (false) => {
        "[`QuantityError::Negative`],"
    };
}

/// What a quantity that is never below zero has besides.
macro_rules! unsigned {
    ($name:ident, quantum: $smallest:literal, example: $one:literal, twice: $two:literal) => {
        impl $name {
            /// None at all.
            pub const ZERO: Self = Self(0);

            /// The largest value that can be held.
            pub const MAX: Self = Self(u64::MAX);

            /// A count of the smallest amounts,
            #[doc = concat!("each ", $smallest, ".")]
            #[must_use]
            pub const fn from_quanta(quanta: u64) -> Self {
                Self(quanta)
            }

            /// How many of the smallest amounts it is,
            #[doc = concat!("each ", $smallest, ".")]
            #[must_use]
            pub const fn quanta(self) -> u64 {
                self.0
            }

            #[inline]
            fn counted(quanta: u128, _is_negative: bool) -> Option<Self> {
                u64::try_from(quanta).ok().map(Self)
            }

            const fn holds(_quanta: u64) -> bool {
                true
            }

            const fn apart(self) -> (bool, u64) {
                (false, self.0)
            }

            /// The share that it is of a whole; between 0 and 1.
            ///
            /// # Errors
            ///
            /// [`RatioError::ZeroWhole`], [`RatioError::PartExceedsWhole`] (in
            /// the smallest amounts).
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::", stringify!($name), ";")]
            ///
            #[doc = concat!("let (part, whole): (", stringify!($name), ", ", stringify!($name), ") = (\"", $one, "\".parse()?, \"", $two, "\".parse()?);")]
            /// assert_eq!(part.share_of(whole)?.to_string(), "1/2");
            /// assert!(whole.share_of(part).is_err());
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[inline]
            pub fn share_of(self, whole: Self) -> Result<Ratio, RatioError> {
                Ratio::share(self.0, whole.0)
            }
        }
    };
}

/// The exact decimal of a quantity whose every unit is its smallest amount
/// times a power of ten.
macro_rules! decimal {
    ($name:ident in $unit:ident::$example:ident, $one:literal) => {
        impl $name {
            /// The exact decimal amount in a unit, without superfluous zeros.
            ///
            /// ```
            #[doc = concat!("use standard_land::quantity::{", stringify!($name), ", ", stringify!($unit), "};")]
            ///
            #[doc = concat!("let one: ", stringify!($name), " = \"", $one, "\".parse()?;")]
            #[doc = concat!("assert_eq!(one.to_decimal(", stringify!($unit), "::", stringify!($example), ").to_string(), \"2.5\");")]
            /// # Ok::<(), standard_land::Error>(())
            /// ```
            #[must_use]
            pub fn to_decimal(self, unit: $unit) -> Decimal {
                // A power of ten of 64 bits: always finite, at most 20 places.
                Decimal::try_from(self.amount(unit)).unwrap_or_default()
            }
        }
    };
}

pub(crate) use errors;
pub(super) use {decimal, operations, unsigned};
