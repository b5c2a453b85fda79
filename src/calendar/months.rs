//! Periods in months, and when they are full.

use alloc::format;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

use crate::exact::Numeral;
use crate::text::{Given, debug_as_printed, quote, string_serde, terms};

/// A period in whole months of the calendar, as rules name it.
///
/// *Text*: `12 months`; `12个月` and `1年` parse too.
///
/// ```
/// use standard_land::jiff::civil::date;
/// use standard_land::calendar::Months;
///
/// let year: Months = "12 months".parse()?;
/// assert_eq!(year, "1年".parse()?);
/// // A month that is too short ends on its last day.
/// assert_eq!(year.after(date(2024, 2, 29)), Some(date(2025, 2, 28)));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months(u16);

/// Why a text is not a number of months.
///
/// ```
/// use standard_land::calendar::Months;
///
/// let error = "a year".parse::<Months>().unwrap_err();
/// assert_eq!(error.to_string(), r#""a year" is not a period such as "12 months""#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MonthsError {
    pub(super) given: Given,
}

impl MonthsError {
    /// What was given, cut at 32 characters.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }
}

impl Months {
    /// This many months.
    #[must_use]
    pub const fn new(months: u16) -> Self {
        Self(months)
    }

    /// How many.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The same day this many months later, or the last day of a month that is
    /// too short; `None` after the year 9999.
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        // The span has one unit, and 65,535 of it are allowed.
        day.checked_add(Span::new().months(i32::from(self.0))).ok()
    }
}

debug_as_printed!(Months);

impl Display for Months {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} months", self.0))
    }
}

impl FromStr for Months {
    type Err = MonthsError;

    fn from_str(given: &str) -> Result<Self, MonthsError> {
        let units = [(" months", 1), ("个月", 1), ("年", 12)];
        units
            .into_iter()
            .find_map(|(unit, months)| {
                let number = Numeral::parse(given.strip_suffix(unit)?).ok()?;
                let whole = number.scale == 0 && !number.negative;
                let count = u16::try_from(number.digits).ok().filter(|_| whole)?;
                count.checked_mul(months).map(Self)
            })
            .ok_or_else(|| MonthsError {
                given: quote(given),
            })
    }
}

string_serde!(
    Months,
    "a period such as \"12 months\"",
    crate::described::text(
        "Months of the calendar.",
        "^(0|[1-9][0-9]*)( months|个月|年)$",
        &["12 months"],
    )
);

terms! {
    /// On which day a period is full (满).
    ///
    /// The Civil Code (arts. 201–203) leaves out the first day and ends a year
    /// on the same day of the next, at the end of that day. A judgement looks
    /// at the end of a day.
    ///
    /// ```
    /// use standard_land::calendar::Fullness;
    ///
    /// assert_eq!("last-day".parse::<Fullness>()?, Fullness::LastDay);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Fullness("a reading of when a period is full", "期满口径") {
        /// On its last day: a year from 1 May is full on 1 May.
        LastDay = "last-day", "届满当日";
        /// On the day after: a year from 1 May is full on 2 May.
        DayAfter = "day-after", "届满次日";
    }
}
