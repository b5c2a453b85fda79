//! What areas and sums of money share: a number with a unit, counted in quanta.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Debug, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::lexicon::{Measure, Print, bare_number, digit};
use super::qualifier::Qualifier;
use super::quanta::{QuantityUnit, multiple, spelt, usual};
use crate::exact::{
    Mode, NumberError, Numeral, Ratio, RatioError, Rounding, gcd, mul_div_rem, power_of_ten,
};
use crate::text::{Given, quote};

/// Why a text or a decimal is not a quantity.
///
/// ```
/// use standard_land::{quantity::QuantityError, Area, Language, Money};
///
/// let error = "0.000000001 ha".parse::<Area>().unwrap_err();
/// assert!(matches!(error, QuantityError::TooPrecise { .. }));
/// assert!(error.to_string().starts_with(r#""0.000000001 ha" is finer than 0.00000001 mu"#));
///
/// let error = "12.345元".parse::<Money>().unwrap_err();
/// let chinese = "「12.345元」精度高于0.01元（可保存的最小值），请先修约";
/// assert_eq!(error.describe(Language::Chinese).to_string(), chinese);
/// assert_eq!(error.code(), "quantity-too-precise");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuantityError {
    /// What stands before the unit is not a number; so is an empty text.
    Number {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// A number without a unit.
    MissingUnit {
        /// What was given, cut at 32 characters.
        given: Given,
        /// How it could be written.
        example: &'static str,
    },
    /// A number with a unit, where the unit is fixed already.
    UnitGiven {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The number alone.
        number: Given,
    },
    /// A unit without a number.
    UnitAlone {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The unit is on no list.
    UnknownUnit {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The unit, cut at 32 characters.
        unit: Given,
    },
    /// A word beside the number says that it is not the value itself: 约, 以上.
    Qualified {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The word, or another one that means the same.
        word: Qualifier,
    },
    /// The number is below zero, and the quantity cannot be.
    Negative {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The number is zero, and the quantity cannot be.
    Zero {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The value is not a whole number of quanta.
    TooPrecise {
        /// What was given, cut at 32 characters.
        given: Given,
        /// The smallest amount that is told apart.
        quantum: &'static str,
    },
    /// The value, or the result of an operation, is outside the range.
    OutOfRange {
        /// What was given or asked for, cut at 32 characters if given.
        given: Given,
        /// What can be held.
        range: &'static str,
    },
}

/// Takes a text apart into number and unit, or says why not.
///
/// The number is in the unit that is printed, or in one that is ten to a power
/// of it: 5千万元 are 0.5亿元.
#[inline]
pub(super) fn read<U: QuantityUnit>(given: &str) -> Result<(Numeral, U), QuantityError> {
    match plain(given) {
        Some(read) => Ok(read),
        None => any(given, |measure, power, number| {
            in_steps(measure, power, number).or_else(|| in_base(measure, power, number))
        }),
    }
}

/// The same where the places count: a unit is left as it is printed, or is
/// one in which the number has as many places that count.
fn read_printed<U: QuantityUnit>(given: &str) -> Result<(Numeral, U), QuantityError> {
    match plain(given) {
        Some(read) => Ok(read),
        None => any(given, in_steps),
    }
}

/// A number of a unit with a power of ten before it, in a unit that is printed.
fn in_steps<U: QuantityUnit>(measure: Measure, power: u8, number: Numeral) -> Option<(Numeral, U)> {
    let (unit, scale) = multiple(measure, power, number.scale)?;
    Some((Numeral { scale, ..number }, unit))
}

/// The same in the smallest unit of its kind: 1.2万米 are 12000 m.
fn in_base<U: QuantityUnit>(measure: Measure, power: u8, number: Numeral) -> Option<(Numeral, U)> {
    let (unit, more) = U::of(measure)?;
    let zeros = power.checked_add(more)?.checked_sub(number.scale)?;
    let digits = number.digits.checked_mul(power_of_ten(zeros.into())?)?;
    let number = Numeral {
        digits,
        scale: 0,
        ..number
    };
    Some((number, unit))
}

/// The usual print: ASCII digits, at most one space, a unit to the letter.
#[inline]
fn plain<U: QuantityUnit>(given: &str) -> Option<(Numeral, U)> {
    let is_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'-');
    let end = given.bytes().take_while(is_number).count();
    let (number, unit) = given.split_at_checked(end)?;
    let unit = usual(unit.strip_prefix(' ').unwrap_or(unit))?;
    Some((Numeral::parse(number).ok()?, unit))
}

/// Any print that the lexicon reads.
#[cold]
fn any<U: QuantityUnit>(
    given: &str,
    place: impl Fn(Measure, u8, Numeral) -> Option<(Numeral, U)>,
) -> Result<(Numeral, U), QuantityError> {
    let read = Print::read(given).map_err(|_| why_not::<U>(given))?;
    // A plus says that something grew.
    let number = read.numeral().filter(|_| !read.has_plus);
    let (Some(number), Some(measure)) = (number, read.measure) else {
        return Err(why_not::<U>(given));
    };
    let Some(placed) = place(measure, read.number.power, number) else {
        return Err(why_not::<U>(given));
    };
    if read.qualifier != Qualifier::Exactly {
        return Err(QuantityError::Qualified {
            given: quote(given),
            word: read.qualifier,
        });
    }
    Ok(placed)
}

/// What is wrong with a text that is not a quantity.
fn why_not<U: QuantityUnit>(given: &str) -> QuantityError {
    // Behind the first place from where all is a unit.
    let mut ends = given
        .char_indices()
        .map(|(at, _)| given.split_at_checked(at));
    let unit = ends.find_map(|halves| {
        let (number, unit) = halves?;
        spelt::<U>(unit).map(|_| number)
    });
    let number = if let Some(number) = unit {
        number.strip_suffix(' ').unwrap_or(number)
    } else {
        let tail = given
            .char_indices()
            .rev()
            .take_while(|(_, found)| !is_last(*found))
            .last()
            .map_or("", |(start, _)| given.get(start..).unwrap_or_default());
        // White space behind a unit is part of what is unknown about it.
        match tail.trim_start() {
            "" => given,
            unit => {
                return QuantityError::UnknownUnit {
                    given: quote(given),
                    unit: quote(unit),
                };
            }
        }
    };
    if unit.is_some() && number.is_empty() {
        return QuantityError::UnitAlone {
            given: quote(given),
        };
    }
    let read = Numeral::parse(number);
    let read = read.or_else(|source| bare_number(number).ok_or(source));
    match (read, unit) {
        (Err(source), _) => QuantityError::Number {
            given: quote(given),
            source: Box::new(source),
        },
        (Ok(_), None) => QuantityError::MissingUnit {
            given: quote(given),
            example: U::EXAMPLE,
        },
        (Ok(_), Some(_)) => QuantityError::Number {
            given: quote(given),
            source: Box::new(NumberError::NotANumber {
                given: quote(number),
            }),
        },
    }
}

/// Whether a character can be the last of a number.
fn is_last(found: char) -> bool {
    digit(found).is_some() || found == '.'
}

/// Reads a number that is in a unit already: a cell below a header with a unit.
#[expect(
    clippy::inline_always,
    reason = "else its large result goes through memory, which takes as long as reading"
)]
#[inline(always)]
pub(super) fn read_number(given: &str) -> Result<Numeral, QuantityError> {
    match Numeral::parse(given) {
        Ok(number) => Ok(number),
        Err(source) => any_number(given, source),
    }
}

/// A number of full width, with separators or in Chinese numerals; or why it is
/// none: perhaps it has a unit.
#[cold]
fn any_number(given: &str, source: NumberError) -> Result<Numeral, QuantityError> {
    if let Some(number) = bare_number(given) {
        return Ok(number);
    }
    let unit = |found: char| !found.is_ascii_digit();
    let number = given.trim_end_matches(unit);
    if number.len() < given.len() && Numeral::parse(number).is_ok() {
        return Err(QuantityError::UnitGiven {
            given: quote(given),
            number: quote(number),
        });
    }
    Err(QuantityError::Number {
        given: quote(given),
        source: Box::new(source),
    })
}

/// `number` of a unit, as a count of quanta without its sign.
///
/// One multiplication when the scale is one that divides the unit evenly.
#[inline]
pub(super) fn count_quanta<U: QuantityUnit>(
    number: Numeral,
    unit: U,
    given: impl Fn() -> Given,
) -> Result<u128, QuantityError> {
    let too_precise = || QuantityError::TooPrecise {
        given: given(),
        quantum: U::QUANTUM,
    };
    let quanta = unit.quanta();
    let scale = u32::from(number.scale);
    // The usual case: the scale is one that divides the unit evenly.
    if let Some(power) = 10_u64.checked_pow(scale)
        && quanta.checked_rem(power) == Some(0)
        && let Some(factor) = quanta.checked_div(power)
    {
        let product = number.digits.checked_mul(u128::from(factor));
        return product.ok_or_else(|| out_of_range::<U>(given()));
    }
    // Else the digits must carry what the unit cannot.
    let quanta = u128::from(quanta);
    let power = 10_u128.checked_pow(scale).ok_or_else(too_precise)?;
    let carried = gcd(number.digits, power);
    let digits = number.digits.checked_div(carried);
    let factor = power
        .checked_div(carried)
        .filter(|power| quanta.checked_rem(*power) == Some(0))
        .and_then(|power| quanta.checked_div(power));
    let (Some(digits), Some(factor)) = (digits, factor) else {
        return Err(too_precise());
    };
    digits
        .checked_mul(factor)
        .ok_or_else(|| out_of_range::<U>(given()))
}

/// `number` of a unit, rounded to a quantum, without its sign; and what that took
/// away, as a part of a quantum, with it. `None` where that has too many digits.
pub(super) fn round_quanta<U: QuantityUnit>(
    number: Numeral,
    unit: U,
    mode: Mode,
) -> Option<(u128, Ratio)> {
    let power = power_of_ten(number.scale.into())?;
    let (whole, rest) = mul_div_rem(number.digits, unit.quanta().into(), power)?;
    // Only the last digit of the quanta matters, and that only for a tie.
    let odd = whole & 1;
    let end = odd.checked_mul(power)?.checked_add(rest)?;
    let end = i128::try_from(end).ok()?;
    // Floor and ceiling are told apart by the sign.
    let end = if number.negative {
        end.checked_neg()?
    } else {
        end
    };
    let end = Ratio::new(end, power).ok()?;
    let held = end.round(Rounding::new(0, mode)).ok()?.mantissa();
    let quanta = whole.checked_sub(odd)?.checked_add(held.unsigned_abs())?;
    let lost = end.checked_sub(Ratio::new(held, 1).ok()?);
    Some((quanta, lost.ok()?.lowest()))
}

pub(super) fn out_of_range<U: QuantityUnit>(given: Given) -> QuantityError {
    QuantityError::OutOfRange {
        given,
        range: U::RANGE,
    }
}

/// `units / 10^places` and a symbol behind it.
pub(super) fn decimal_text(units: i128, places: u32, symbol: &str, trim: bool) -> String {
    // All quantities fit 64 bits, which a Decimal holds.
    let amount = Decimal::try_from_i128_with_scale(units, places).unwrap_or_default();
    let amount = if trim { amount.normalize() } else { amount };
    format!("{amount} {symbol}")
}

impl From<Decimal> for Numeral {
    fn from(decimal: Decimal) -> Self {
        Self {
            negative: decimal.mantissa() < 0,
            digits: decimal.mantissa().unsigned_abs(),
            // A Decimal has at most 28 places.
            scale: u8::try_from(decimal.scale()).unwrap_or(u8::MAX),
        }
    }
}

/// A quantity as printed: a decimal amount that keeps its places, and a unit.
///
/// `{}` prints the unit's symbol, `{:#}` its Chinese name; both parse.
/// `557.70 mu` and `557.7 mu` are different prints, and not equal.
///
/// ```
/// use standard_land::{Area, AreaUnit, Rounding};
/// use standard_land::quantity::Printed;
///
/// let printed = "37.18 ha".parse::<Area>()?.round_in(AreaUnit::Mu, Rounding::half_up(2))?;
/// assert_eq!(printed.amount().to_string(), "557.70");
/// assert_eq!(printed.unit(), AreaUnit::Mu);
/// assert_eq!(format!("{printed:#}"), "557.70亩");
/// assert_eq!(printed, "557.70亩".parse()?);
/// assert_ne!(printed, "557.7亩".parse::<Printed<AreaUnit>>()?);
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Printed<U> {
    amount: Decimal,
    unit: U,
}

impl<U: QuantityUnit> Printed<U> {
    /// Rounds an exact amount in the way that is named.
    pub(super) fn round(amount: Ratio, unit: U, rounding: Rounding) -> Result<Self, RatioError> {
        let amount = amount.round(rounding)?;
        Ok(Self { amount, unit })
    }

    /// The amount, with the places it was printed to.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.amount
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> U {
        self.unit
    }
}

impl<U: Eq> PartialEq for Printed<U> {
    fn eq(&self, other: &Self) -> bool {
        // `Decimal` compares values; a print also has its places.
        self.amount.mantissa() == other.amount.mantissa()
            && self.amount.scale() == other.amount.scale()
            && self.unit == other.unit
    }
}

impl<U: Eq> Eq for Printed<U> {}

impl<U: core::hash::Hash> core::hash::Hash for Printed<U> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.amount.mantissa().hash(state);
        self.amount.scale().hash(state);
        self.unit.hash(state);
    }
}

impl<U: QuantityUnit> Debug for Printed<U> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Printed({self})")
    }
}

impl<U: QuantityUnit> Display for Printed<U> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = if f.alternate() {
            format!("{}{}", self.amount, self.unit.name_zh())
        } else {
            format!("{} {}", self.amount, self.unit)
        };
        f.pad(&text)
    }
}

impl<U: QuantityUnit> FromStr for Printed<U> {
    type Err = QuantityError;

    fn from_str(given: &str) -> Result<Self, QuantityError> {
        let (number, unit) = read_printed::<U>(given)?;
        number
            .to_decimal()
            .map(|amount| Self { amount, unit })
            .ok_or_else(|| QuantityError::OutOfRange {
                given: quote(given),
                range: "±79228162514264337593543950335 units of the last place",
            })
    }
}

#[cfg(feature = "serde")]
impl<U: QuantityUnit> serde::Serialize for Printed<U> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de, U: QuantityUnit> serde::Deserialize<'de> for Printed<U> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::from_string(deserializer, "a printed quantity such as \"37.18 ha\"")
    }
}

#[cfg(feature = "schemars")]
impl<U: QuantityUnit + schemars::JsonSchema> schemars::JsonSchema for Printed<U> {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        format!("Printed_of_{}", U::schema_name()).into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::described::text(
            "A quantity as printed: its places and its unit count.",
            &quantity_pattern::<U>(true),
            &[U::EXAMPLE],
        )
    }
}

/// Every unit of a quantity in every spelling, as a regular expression.
#[cfg(feature = "schemars")]
pub(super) fn unit_pattern<U: QuantityUnit>() -> String {
    let mut spellings: alloc::vec::Vec<&str> = alloc::vec::Vec::new();
    let names = U::UNITS.iter().flat_map(|unit| unit.names());
    let words = super::lexicon::units().filter_map(|(word, measure, power)| {
        let (_, places) = multiple::<U>(measure, power, 0)?;
        (places == 0).then_some(word)
    });
    for spelling in names.chain(words) {
        // A unit can have one name in both languages.
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    format!("({})", spellings.join("|"))
}

/// The texts that are read as a quantity, as a regular expression.
#[cfg(feature = "schemars")]
pub(super) fn quantity_pattern<U: QuantityUnit>(can_be_negative: bool) -> String {
    let number = Numeral::PATTERN;
    let unit = unit_pattern::<U>();
    // No zero has a sign.
    let sign = if can_be_negative {
        r"(?!-0(\.0+)?[^.0-9])-?"
    } else {
        ""
    };
    format!("^{sign}{number} ?{unit}$")
}
