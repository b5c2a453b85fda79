//! A number as it was printed: digits, places, unit and the word beside it.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use rust_decimal::Decimal;

use super::reading::Reading;
use super::unit::{PrintedUnit, UNITS};
use crate::exact::{
    Bounds, BoundsError, Modes, NumberError, Numeral, Percent, PrintedNumber, Ratio, power_of_ten,
};
use crate::quantity::lexicon::{Print, Unread, Whole};
use crate::quantity::{Counter, Magnitude, Qualifier};
use crate::text::{Given, UnknownTerm, debug_as_printed, quote, string_serde};

/// A number as printed: its digits, places, unit, and how exact it claims to be.
///
/// `15.4%` and `15.40%` are different prints, and not equal: the second claims
/// more. *Invariants*: at most 18 places; at most 9,223,372,036,854,775,807
/// units of the last place; no negative zero. *Text*: as articles print it
/// (`约1.2万亩`, `超80%`, `五成以上`); other spellings of a word or a unit parse
/// too (`不低于80%`, `37.18 ha`) and are printed in the usual one.
///
/// ```
/// use standard_land::audit::{Published, Qualifier, PrintedUnit};
/// use standard_land::AreaUnit;
///
/// let printed: Published = "37.180公顷".parse()?;
/// assert_eq!(printed.places(), 3);
/// assert_eq!(printed.unit(), PrintedUnit::Area(AreaUnit::Hectare));
/// assert_eq!(printed.to_string(), "37.180公顷");
/// assert_eq!("37.180 ha".parse::<Published>()?, printed);
///
/// let most: Published = "不低于80%".parse()?;
/// assert_eq!(most.qualifier(), Qualifier::AtLeast);
/// assert_eq!(most.to_string(), "80%以上");
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Published {
    digits: i64,
    places: u8,
    unit: PrintedUnit,
    qualifier: Qualifier,
}

/// Why a text is not a number as printed.
///
/// ```
/// use standard_land::audit::{Published, PublishedError};
///
/// assert!(matches!("公顷".parse::<Published>(), Err(PublishedError::NoNumber { .. })));
/// assert!(matches!("3 acre".parse::<Published>(), Err(PublishedError::Unit { .. })));
/// assert!(matches!("约80%以上".parse::<Published>(), Err(PublishedError::TwoQualifiers { .. })));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PublishedError {
    /// There is no digit in it.
    NoNumber {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// What stands before the unit is not a number.
    Number {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What is wrong with it.
        source: Box<NumberError>,
    },
    /// What stands behind the number is not a unit.
    Unit {
        /// What was given, cut at 32 characters.
        given: Given,
        /// What was found.
        source: UnknownTerm,
    },
    /// Two words say how exact it is.
    TwoQualifiers {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// More places or digits than the type holds.
    OutOfRange {
        /// What was given, cut at 32 characters.
        given: Given,
    },
}

/// Chinese numerals of tenths (成): one to ten.
const TENTHS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Why what was read is not a printed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unheld {
    /// Nothing here is measured in the unit.
    Unit,
    /// It has more digits or places than can be held.
    Digits,
    /// It is a fraction that is not near any hundredth.
    Fraction,
}

impl Published {
    /// What a text says that was read, by whichever reader.
    pub(crate) fn of(read: &Print) -> Result<Self, Unheld> {
        let number = read.number;
        let (unit, places) = match number.whole {
            Whole::Hundred => (PrintedUnit::Percent, number.scale),
            Whole::Thousand => (PrintedUnit::Permille, number.scale),
            Whole::Of(10) => (PrintedUnit::Tenth, number.scale),
            Whole::Of(parts) => return Self::fraction(number.digits, parts, read.qualifier),
            Whole::Doubled => (PrintedUnit::Times, number.scale),
            Whole::One => {
                PrintedUnit::of(read.measure, number.power, number.scale).ok_or(Unheld::Unit)?
            }
        };
        let digits = i64::try_from(number.digits).map_err(|_| Unheld::Digits)?;
        let digits = if read.negative {
            digits.wrapping_neg()
        } else {
            digits
        };
        Self::new(digits, places, unit)
            .map(|value| value.with_qualifier(read.qualifier))
            .map_err(|_| Unheld::Digits)
    }

    /// 三分之一: about this many hundredths.
    fn fraction(part: u128, whole: u32, qualifier: Qualifier) -> Result<Self, Unheld> {
        let whole = u128::from(whole);
        let hundredths = part
            .checked_mul(200)
            .and_then(|twice| twice.checked_add(whole))
            .and_then(|twice| twice.checked_div(whole.saturating_mul(2)))
            .and_then(|rounded| i64::try_from(rounded).ok())
            .ok_or(Unheld::Fraction)?;
        let qualifier = match qualifier {
            Qualifier::Exactly => Qualifier::About,
            other => other,
        };
        Self::new(hundredths, 0, PrintedUnit::Percent)
            .map(|value| value.with_qualifier(qualifier))
            .map_err(|_| Unheld::Fraction)
    }
}

impl Published {
    /// The most places it can have.
    pub const MAX_PLACES: u8 = 18;

    /// `digits / 10^places` of a unit.
    ///
    /// # Errors
    ///
    /// [`PublishedError::OutOfRange`] above 18 places, and for `i64::MIN`,
    /// which has no opposite.
    ///
    /// ```
    /// use standard_land::audit::{Published, PrintedUnit};
    ///
    /// assert_eq!(Published::new(1540, 2, PrintedUnit::Percent)?, "15.40%".parse()?);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(digits: i64, places: u8, unit: PrintedUnit) -> Result<Self, PublishedError> {
        if places > Self::MAX_PLACES || digits == i64::MIN {
            return Err(PublishedError::OutOfRange {
                given: format!("{digits}e-{places}{unit}").into(),
            });
        }
        Ok(Self {
            digits,
            places,
            unit,
            qualifier: Qualifier::Exactly,
        })
    }

    /// A number in a unit, with as many places as it has.
    ///
    /// # Errors
    ///
    /// [`PublishedError::OutOfRange`] above 18 places or 19 digits.
    ///
    /// ```
    /// use standard_land::audit::{Published, PrintedUnit};
    /// use standard_land::rust_decimal::Decimal;
    ///
    /// let printed = Published::from_decimal(Decimal::new(1540, 2), PrintedUnit::Percent)?;
    /// assert_eq!(printed.to_string(), "15.40%");
    /// assert_eq!(printed.to_decimal().to_string(), "15.40");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn from_decimal(amount: Decimal, unit: PrintedUnit) -> Result<Self, PublishedError> {
        let digits = i64::try_from(amount.mantissa()).ok();
        let places = u8::try_from(amount.scale()).ok();
        let held = digits
            .zip(places)
            .map(|(digits, places)| Self::new(digits, places, unit));
        held.unwrap_or_else(|| {
            Err(PublishedError::OutOfRange {
                given: format!("{amount}{unit}").into(),
            })
        })
    }

    /// The number in its unit, with its places.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.digits, self.places.into())
    }

    /// A count of whole things, one by one.
    ///
    /// # Errors
    ///
    /// [`PublishedError::OutOfRange`] above `i64::MAX`.
    pub fn count(count: u64, counter: Counter) -> Result<Self, PublishedError> {
        let unit = PrintedUnit::Count(counter, Magnitude::One);
        let digits = i64::try_from(count).map_err(|_| PublishedError::OutOfRange {
            given: format!("{count}{unit}").into(),
        })?;
        Self::new(digits, 0, unit)
    }

    /// The same number with a word beside it.
    #[must_use]
    pub const fn with_qualifier(self, qualifier: Qualifier) -> Self {
        Self { qualifier, ..self }
    }

    /// The digits, as a number of units of the last place.
    #[must_use]
    pub const fn digits(self) -> i64 {
        self.digits
    }

    /// How many decimals are printed.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> PrintedUnit {
        self.unit
    }

    /// How exact it claims to be.
    #[must_use]
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// Whether it cannot have been rounded: whole things, counted one by one.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        self.unit.is_count() && self.places == 0 && matches!(self.qualifier, Qualifier::Exactly)
    }

    /// Whether no word stands beside it.
    pub(super) const fn is_plain(self) -> bool {
        matches!(self.qualifier, Qualifier::Exactly)
    }

    /// The number in its unit: 15.43 of `15.43%`.
    #[must_use]
    pub fn amount(self) -> Ratio {
        // At most 18 places, and 19 digits.
        let power = power_of_ten(self.places.into()).unwrap_or(1);
        Ratio::new(self.digits.into(), power).unwrap_or(Ratio::ZERO)
    }

    /// What it can stand for, in its unit, if it was rounded by one of the
    /// modes; a word beside it, or a count, needs no mode.
    ///
    /// Areas and counts are never below zero.
    ///
    /// # Errors
    ///
    /// [`BoundsError::NoMode`]; [`BoundsError::OutOfRange`];
    /// [`BoundsError::Empty`] for less than no land.
    ///
    /// ```
    /// use standard_land::audit::{Published, Reading};
    /// use standard_land::exact::Modes;
    /// use standard_land::Mode;
    ///
    /// let bounds = |text: &str, modes| -> Result<String, standard_land::Error> {
    ///     Ok(text.parse::<Published>()?.bounds(modes, &Reading::new())?.to_string())
    /// };
    /// assert_eq!(bounds("15.43%", Mode::TowardZero.into())?, "[1543/100, 386/25)");
    /// assert_eq!(bounds("7宗", Modes::ANY)?, "[7/1, 7/1]");
    /// assert_eq!(bounds("超80%", Modes::ANY)?, "(80/1, ∞)");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn bounds(self, modes: Modes, reading: &Reading) -> Result<Bounds, BoundsError> {
        self.bounds_in(self.unit, modes, reading)
    }

    /// The same in another unit of the same dimension.
    #[inline]
    pub(super) fn bounds_in(
        self,
        unit: PrintedUnit,
        modes: Modes,
        reading: &Reading,
    ) -> Result<Bounds, BoundsError> {
        let out_of_range = || BoundsError::OutOfRange {
            given: format!("{self} in {unit}").into(),
        };
        let number = self.in_unit(unit).ok_or_else(out_of_range)?;
        let bounds = if self.qualifier == Qualifier::Exactly {
            if self.is_exact() {
                Bounds::exactly(number.value().ok_or_else(out_of_range)?)
            } else {
                number.bounds(modes)?
            }
        } else {
            let value = number.value().ok_or_else(out_of_range)?;
            let last = self.last_digit(number).ok_or_else(out_of_range)?;
            self.qualifier
                .bounds(value, last, reading)
                .ok_or_else(out_of_range)?
        };
        if !self.unit.is_never_negative() {
            return Ok(bounds);
        }
        bounds.not_negative().ok_or_else(|| BoundsError::Empty {
            given: self.to_string().into(),
        })
    }

    /// A number of steps of the last place, in another unit of the dimension.
    #[inline]
    pub(super) fn in_unit(self, unit: PrintedUnit) -> Option<PrintedNumber> {
        let (numerator, denominator) = self.unit.worth_in(unit)?;
        Some(PrintedNumber {
            steps: self.digits.into(),
            numerator: numerator.into(),
            denominator: power_of_ten(self.places.into())?.checked_mul(denominator.into())?,
        })
    }

    /// What one unit of the last significant digit is worth: trailing zeros of
    /// a whole number are none.
    fn last_digit(self, number: PrintedNumber) -> Option<Ratio> {
        let mut factor: u128 = 1;
        let mut digits = self.digits.unsigned_abs();
        while self.places == 0 && digits >= 10 && digits.is_multiple_of(10) {
            digits = digits.checked_div(10)?;
            factor = factor.checked_mul(10)?;
        }
        let numerator = number.numerator.checked_mul(factor)?;
        Ratio::new(i128::try_from(numerator).ok()?, number.denominator).ok()
    }

    /// The number before the unit, as printed.
    fn number(self) -> String {
        if let (PrintedUnit::Tenth, 0, 1..=10) = (self.unit, self.places, self.digits)
            && let Ok(tenths) = usize::try_from(self.digits)
            && let Some(numeral) = TENTHS.get(tenths.saturating_sub(1))
        {
            return String::from(*numeral);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let places = usize::from(self.places);
        let digits = format!(
            "{:0width$}",
            self.digits.unsigned_abs(),
            width = places.saturating_add(1)
        );
        let point = digits.len().saturating_sub(places);
        let (integer, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
        let dot = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{integer}{dot}{fraction}")
    }
}

impl From<Percent> for Published {
    fn from(percent: Percent) -> Self {
        let printed = percent.to_decimal();
        Self {
            // A percentage holds no more than this type does.
            digits: i64::try_from(printed.mantissa()).unwrap_or(i64::MAX),
            places: percent.places(),
            unit: PrintedUnit::Percent,
            qualifier: Qualifier::Exactly,
        }
    }
}

debug_as_printed!(Published);

impl Display for Published {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let word = match self.qualifier {
            Qualifier::Exactly => "",
            word => word.name_zh(),
        };
        let (before, behind) = if self.qualifier.stands_behind() {
            ("", word)
        } else {
            (word, "")
        };
        f.pad(&format!("{before}{}{}{behind}", self.number(), self.unit))
    }
}

impl FromStr for Published {
    type Err = PublishedError;

    fn from_str(given: &str) -> Result<Self, PublishedError> {
        let read = Print::read(given).map_err(|unread| match unread {
            Unread::NoNumber => PublishedError::NoNumber {
                given: quote(given),
            },
            Unread::Number(number) => PublishedError::Number {
                given: quote(given),
                source: Box::new(match Numeral::parse(number) {
                    Err(source) => source,
                    Ok(_) => NumberError::NotANumber {
                        given: quote(number),
                    },
                }),
            },
            Unread::Unit(unit) => PublishedError::Unit {
                given: quote(given),
                source: UnknownTerm::new(&UNITS, unit),
            },
            Unread::TwoQualifiers => PublishedError::TwoQualifiers {
                given: quote(given),
            },
        })?;
        Self::of(&read).map_err(|unheld| match unheld {
            Unheld::Unit => PublishedError::Unit {
                given: quote(given),
                source: UnknownTerm::new(&UNITS, given),
            },
            Unheld::Digits | Unheld::Fraction => PublishedError::OutOfRange {
                given: quote(given),
            },
        })
    }
}

string_serde!(
    Published,
    "a printed number such as \"37.18公顷\"",
    crate::described::text(
        "A printed number with its unit and its qualifier.",
        &crate::text::label_pattern(),
        &["37.18公顷", "约1.2万亩"],
    )
);
