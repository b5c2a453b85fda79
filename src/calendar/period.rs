//! Periods of the calendar that grants are counted in.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::Date;

use super::days::days_between;
use super::year::Year;
use crate::text::{Given, debug_as_printed, quote, string_serde, terms};

terms! {
    /// A kind of period that the calendar has a name for.
    ///
    /// ```
    /// use standard_land::calendar::PeriodKind;
    ///
    /// assert_eq!("季度".parse::<PeriodKind>()?, PeriodKind::Quarter);
    /// assert_eq!(PeriodKind::Quarter.months(), 3);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum PeriodKind("a kind of period", "时段类别") {
        /// January to December.
        Year = "year", "年度";
        /// January to June, or July to December.
        HalfYear = "half-year", "半年";
        /// Three months, the first of which is January, April, July or October.
        Quarter = "quarter", "季度";
        /// A month.
        Month = "month", "月";
    }
}

impl PeriodKind {
    /// How many months it has.
    #[must_use]
    pub const fn months(self) -> u8 {
        match self {
            Self::Year => 12,
            Self::HalfYear => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }
}

/// A period of days: a year, a half-year, a quarter, a month, or from-to.
///
/// A period *is* its first and last day: `2024-01-01..2024-12-31` and `2024`
/// are equal, and print as `2024`. *Invariants*: the last day is not before
/// the first; both lie in the years 1 to 9999. *Order*: by the first day, then
/// by the last.
///
/// *Text*: `2024`, `2024-H1`, `2024-Q3`, `2024-07`, `2024-07-15`, or two of
/// these with `..` between, from the first day of one to the last day of the
/// other. Printed is the shortest: the name in the calendar if there is one,
/// else years, else months, else days. The Chinese name is
/// [`name_zh`](Period::name_zh).
///
/// ```
/// use standard_land::calendar::Period;
/// use standard_land::jiff::civil::date;
///
/// let period: Period = "2022-01-01..2022-07-31".parse()?;
/// assert_eq!(period.to_string(), "2022-01..2022-07");
/// assert_eq!(period.name_zh(), "2022年1—7月");
/// assert_eq!(period, "2022..2022-07".parse()?);
/// assert!(period.contains(date(2022, 7, 31)));
/// assert_eq!(period.year_before(), Some("2021-01..2021-07".parse()?));
/// assert_eq!(period.previous(), Some("2021-06..2021-12".parse()?));
/// # Ok::<(), standard_land::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Date,
    last: Date,
}

/// Why a period is rejected.
///
/// ```
/// use standard_land::calendar::{Period, PeriodError};
///
/// let parse = |given: &str| given.parse::<Period>().unwrap_err();
/// assert!(matches!(parse("2024-H"), PeriodError::Form { .. }));
/// assert!(matches!(parse("2024-Q5"), PeriodError::NotInCalendar { .. }));
/// assert!(matches!(parse("2024..2022"), PeriodError::Backwards { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PeriodError {
    /// The text has none of the forms.
    Form {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The calendar has no such year, half-year, quarter, month or day.
    NotInCalendar {
        /// What was given, cut at 32 characters.
        given: Given,
    },
    /// The last day is before the first.
    Backwards {
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    },
}

/// A month by its number since the year 0.
type Month = i32;

const MONTHS_A_YEAR: Month = 12;

fn month_of(day: Date) -> Month {
    // A year has four digits: nothing comes near the ends of the type.
    Month::from(day.year())
        .wrapping_mul(MONTHS_A_YEAR)
        .wrapping_add(Month::from(day.month()).wrapping_sub(1))
}

/// The year of a month, and its number within the year, from 1.
fn year_and_month(month: Month) -> (Month, Month) {
    (
        month.div_euclid(MONTHS_A_YEAR),
        month.rem_euclid(MONTHS_A_YEAR).wrapping_add(1),
    )
}

fn first_day_of(month: Month) -> Option<Date> {
    let (year, month) = year_and_month(month);
    let year = Year::new(i16::try_from(year).ok()?).ok()?;
    Date::new(year.number(), i8::try_from(month).ok()?, 1).ok()
}

/// The same day of another year; 29 February becomes the 28th.
fn in_year(day: Date, year: i16) -> Option<Date> {
    Year::new(year).ok()?;
    let first = Date::new(year, day.month(), 1).ok()?;
    Date::new(year, day.month(), day.day().min(first.days_in_month())).ok()
}

impl Period {
    /// From a first day to a last day, both of which belong to it.
    ///
    /// # Errors
    ///
    /// [`PeriodError::Backwards`]; [`PeriodError::NotInCalendar`] before the
    /// year 1.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    /// use standard_land::jiff::civil::date;
    ///
    /// let period = Period::new(date(2024, 1, 1), date(2024, 6, 30))?;
    /// assert_eq!(period.to_string(), "2024-H1");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn new(first: Date, last: Date) -> Result<Self, PeriodError> {
        if let Some(day) = [first, last]
            .into_iter()
            .find(|day| Year::of(*day).is_none())
        {
            return Err(PeriodError::NotInCalendar {
                given: format!("{day}").into(),
            });
        }
        if last < first {
            return Err(PeriodError::Backwards { first, last });
        }
        Ok(Self { first, last })
    }

    /// The period of a kind that a day lies in; `None` before the year 1.
    ///
    /// ```
    /// use standard_land::calendar::{Period, PeriodKind};
    /// use standard_land::jiff::civil::date;
    ///
    /// let quarter = Period::of(date(2024, 8, 15), PeriodKind::Quarter);
    /// assert_eq!(quarter, Some("2024-Q3".parse()?));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn of(day: Date, kind: PeriodKind) -> Option<Self> {
        let (month, months) = (month_of(day), Month::from(kind.months()));
        // Years begin at multiples of 12, so the others begin at theirs.
        Self::from_months(month.div_euclid(months).wrapping_mul(months), months)
    }

    /// This many months, beginning with one.
    fn from_months(month: Month, months: Month) -> Option<Self> {
        let first = first_day_of(month)?;
        let last = first_day_of(month.checked_add(months)?.checked_sub(1)?)?.last_of_month();
        Self::new(first, last).ok()
    }

    /// From the first day of this one to the last day of another.
    ///
    /// # Errors
    ///
    /// [`PeriodError::Backwards`] when that day is before the first.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    ///
    /// let year: Period = "2020".parse()?;
    /// assert_eq!(year.through("2022-07".parse()?)?.to_string(), "2020-01..2022-07");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn through(self, last: Self) -> Result<Self, PeriodError> {
        Self::new(self.first, last.last)
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// Its last day, which belongs to it.
    #[must_use]
    pub const fn last(self) -> Date {
        self.last
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        days_between(self.first, self.last).saturating_add(1)
    }

    /// The first month and the number of months, if these are whole.
    fn whole_months(self) -> Option<(Month, Month)> {
        let whole = self.first.day() == 1 && self.last == self.last.last_of_month();
        let (first, last) = (month_of(self.first), month_of(self.last));
        whole.then(|| (first, last.wrapping_sub(first).wrapping_add(1)))
    }

    /// What the calendar calls it; `None` for other periods from-to.
    ///
    /// ```
    /// use standard_land::calendar::{Period, PeriodKind};
    ///
    /// let kind = |text: &str| text.parse().map(Period::kind);
    /// assert_eq!(kind("2024-04..2024-06")?, Some(PeriodKind::Quarter));
    /// assert_eq!(kind("2024-05..2024-07")?, None);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn kind(self) -> Option<PeriodKind> {
        let (first, months) = self.whole_months()?;
        PeriodKind::ALL.iter().copied().find(|kind| {
            let length = Month::from(kind.months());
            months == length && first.rem_euclid(length) == 0
        })
    }

    /// The year that it lies in; `None` when it lies in several.
    #[must_use]
    pub fn year(self) -> Option<Year> {
        Year::of(self.first).filter(|year| Year::of(self.last) == Some(*year))
    }

    /// Whether a day belongs to it.
    #[must_use]
    #[inline]
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether all its days belong to another period.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        other.contains(self.first) && other.contains(self.last)
    }

    /// Whether it has a day in common with another period.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The same period a year before (上年同期); `None` before the year 1.
    ///
    /// Whole months stay whole: of `2024-02` it is `2023-02`, with a day less,
    /// and of `2023-02` it is `2022-02`. Other periods keep month and day of
    /// their ends, but an end on 29 February goes to the 28th.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    ///
    /// let year_before = |text: &str| text.parse().map(|period: Period| {
    ///     period.year_before().map(|before| before.to_string())
    /// });
    /// assert_eq!(year_before("2025-02")?, Some("2024-02".to_owned())); // to the 29th
    /// assert_eq!(year_before("2024-01-10..2024-02-29")?, Some("2023-01-10..2023-02-28".to_owned()));
    /// assert_eq!(year_before("2025-01-10..2025-02-28")?, Some("2024-01-10..2024-02-28".to_owned()));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn year_before(self) -> Option<Self> {
        self.years_on(-1)
    }

    /// The same period a year after, by the rule of
    /// [`year_before`](Period::year_before); `None` after the year 9999.
    ///
    /// For whole months the two are inverse; for others, where no end is on 28
    /// or 29 February.
    #[must_use]
    pub fn year_after(self) -> Option<Self> {
        self.years_on(1)
    }

    fn years_on(self, years: i16) -> Option<Self> {
        if let Some((first, months)) = self.whole_months() {
            let by = Month::from(years).wrapping_mul(MONTHS_A_YEAR);
            return Self::from_months(first.wrapping_add(by), months);
        }
        let year_of = |day: Date| day.year().wrapping_add(years);
        let first = in_year(self.first, year_of(self.first))?;
        let last = in_year(self.last, year_of(self.last))?;
        Self::new(first, last).ok()
    }

    /// The period just before it (上期): as many whole months, or as many
    /// days; `None` before the year 1.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    ///
    /// let previous = |text: &str| text.parse().map(|period: Period| {
    ///     period.previous().map(|before| before.to_string())
    /// });
    /// assert_eq!(previous("2024-H1")?, Some("2023-H2".to_owned()));
    /// assert_eq!(previous("2024-03")?, Some("2024-02".to_owned()));
    /// assert_eq!(previous("2024-03-02..2024-03-11")?, Some("2024-02-21..2024-03-01".to_owned()));
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        if let Some((first, months)) = self.whole_months() {
            return Self::from_months(first.wrapping_sub(months), months);
        }
        let last = self.first.yesterday().ok()?;
        let first = last.checked_sub(self.length_less_one()).ok()?;
        Self::new(first, last).ok()
    }

    /// The period just after it (下期): as many whole months, or as many days;
    /// `None` after the year 9999.
    ///
    /// It undoes [`previous`](Period::previous), and is undone by it, where
    /// both are whole months or neither is.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        if let Some((first, months)) = self.whole_months() {
            return Self::from_months(first.wrapping_add(months), months);
        }
        let first = self.last.tomorrow().ok()?;
        let last = first.checked_add(self.length_less_one()).ok()?;
        Self::new(first, last).ok()
    }

    fn length_less_one(self) -> SignedDuration {
        self.first.duration_until(self.last)
    }

    /// The periods of a kind that it consists of, in order; none when they
    /// do not fill it.
    ///
    /// ```
    /// use standard_land::calendar::{Period, PeriodKind};
    ///
    /// let half: Period = "2024-H1".parse()?;
    /// let quarters: Vec<String> = half.parts(PeriodKind::Quarter).map(|q| q.to_string()).collect();
    /// assert_eq!(quarters, ["2024-Q1", "2024-Q2"]);
    /// assert_eq!(half.parts(PeriodKind::Year).count(), 0);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub fn parts(self, kind: PeriodKind) -> impl Iterator<Item = Self> {
        let months = Month::from(kind.months());
        let (first, count) = self
            .whole_months()
            .filter(|(first, all)| first.rem_euclid(months) == 0 && all.rem_euclid(months) == 0)
            .map_or((0, 0), |(first, all)| (first, all.div_euclid(months)));
        (0..count).filter_map(move |place| {
            Self::from_months(first.wrapping_add(months.wrapping_mul(place)), months)
        })
    }

    /// Its Chinese name: `2024年上半年`, `2022年1—7月`.
    ///
    /// ```
    /// use standard_land::calendar::Period;
    ///
    /// for (text, name) in [
    ///     ("2024", "2024年"),
    ///     ("2024-H1", "2024年上半年"),
    ///     ("2024-Q3", "2024年第三季度"),
    ///     ("2024-07", "2024年7月"),
    ///     ("2022-01..2022-07", "2022年1—7月"),
    ///     ("2020-01..2022-07", "2020年1月—2022年7月"),
    ///     ("2020..2022", "2020—2022年"),
    ///     ("2024-05-01", "2024年5月1日"),
    ///     ("2024-05-01..2024-06-03", "2024年5月1日—2024年6月3日"),
    /// ] {
    ///     assert_eq!(text.parse::<Period>()?.name_zh(), name);
    /// }
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    #[must_use]
    pub fn name_zh(self) -> String {
        let (year, last_year) = (self.first.year(), self.last.year());
        let (month, last_month) = (self.first.month(), self.last.month());
        let day = |day: Date| format!("{}年{}月{}日", day.year(), day.month(), day.day());
        match self.form() {
            Form::Kind(PeriodKind::Year, _) => format!("{year}年"),
            Form::Kind(PeriodKind::HalfYear, number) => {
                let half = if number == 1 { '上' } else { '下' };
                format!("{year}年{half}半年")
            }
            Form::Kind(PeriodKind::Quarter, number) => {
                let quarter = match number {
                    1 => '一',
                    2 => '二',
                    3 => '三',
                    _ => '四',
                };
                format!("{year}年第{quarter}季度")
            }
            Form::Kind(PeriodKind::Month, number) => format!("{year}年{number}月"),
            Form::Years => format!("{year}—{last_year}年"),
            Form::Months if year == last_year => format!("{year}年{month}—{last_month}月"),
            Form::Months => format!("{year}年{month}月—{last_year}年{last_month}月"),
            Form::Day => day(self.first),
            Form::Days => format!("{}—{}", day(self.first), day(self.last)),
        }
    }

    /// The shortest form that it has.
    fn form(self) -> Form {
        let Some((first, months)) = self.whole_months() else {
            return if self.first == self.last {
                Form::Day
            } else {
                Form::Days
            };
        };
        if let Some(kind) = self.kind() {
            let (_, month) = year_and_month(first);
            let before = month.wrapping_sub(1).div_euclid(kind.months().into());
            return Form::Kind(kind, before.wrapping_add(1));
        }
        let years = [first, months]
            .iter()
            .all(|months| months.rem_euclid(MONTHS_A_YEAR) == 0);
        if years { Form::Years } else { Form::Months }
    }
}

/// How a period is written.
enum Form {
    /// A kind, and which of its year, from 1.
    Kind(PeriodKind, Month),
    Years,
    Months,
    Day,
    Days,
}

impl From<Year> for Period {
    fn from(year: Year) -> Self {
        // Every year has these two days.
        let day = |month, day| Date::new(year.number(), month, day).unwrap_or_default();
        Self {
            first: day(1, 1),
            last: day(12, 31),
        }
    }
}

debug_as_printed!(Period);

impl Display for Period {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
        let text = match self.form() {
            Form::Kind(PeriodKind::Year, _) => format!("{:04}", first.year()),
            Form::Kind(PeriodKind::HalfYear, number) => format!("{:04}-H{number}", first.year()),
            Form::Kind(PeriodKind::Quarter, number) => format!("{:04}-Q{number}", first.year()),
            Form::Kind(PeriodKind::Month, _) => month(first),
            Form::Years => format!("{:04}..{:04}", first.year(), last.year()),
            Form::Months => format!("{}..{}", month(first), month(last)),
            Form::Day => format!("{first}"),
            Form::Days => format!("{first}..{last}"),
        };
        f.pad(&text)
    }
}

/// Reads one name: a year, a half-year, a quarter, a month or a day.
fn read(name: &str) -> Result<Period, PeriodError> {
    let form = || PeriodError::Form { given: quote(name) };
    let number = |digits: &str, width: usize| {
        let fits = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let mut parts = name.split('-');
    let year = parts
        .next()
        .and_then(|text| number(text, 4))
        .ok_or_else(form)?;
    let (part, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(form());
    }
    let (kind, place) = match part.map(|part| (part, part.split_at_checked(1))) {
        None => (PeriodKind::Year, Some(1)),
        Some((_, Some(("H", half)))) => (PeriodKind::HalfYear, number(half, 1)),
        Some((_, Some(("Q", quarter)))) => (PeriodKind::Quarter, number(quarter, 1)),
        Some((month, _)) => (PeriodKind::Month, number(month, 2)),
    };
    let place = place.ok_or_else(form)?;
    let found = if let Some(day) = day {
        let day = number(day, 2)
            .filter(|_| kind == PeriodKind::Month)
            .ok_or_else(form)?;
        let narrow = |number| i8::try_from(number).ok();
        narrow(place)
            .zip(narrow(day))
            .and_then(|(month, day)| Date::new(year, month, day).ok())
            .and_then(|day| Period::new(day, day).ok())
    } else {
        let months = Month::from(kind.months());
        let place = Month::from(place);
        (1..=MONTHS_A_YEAR.div_euclid(months))
            .contains(&place)
            .then(|| {
                Month::from(year)
                    .wrapping_mul(MONTHS_A_YEAR)
                    .wrapping_add(place.wrapping_sub(1).wrapping_mul(months))
            })
            .and_then(|first| Period::from_months(first, months))
    };
    found.ok_or_else(|| PeriodError::NotInCalendar { given: quote(name) })
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(given: &str) -> Result<Self, PeriodError> {
        match given.split_once("..") {
            None => read(given),
            Some((first, last)) => read(first)?.through(read(last)?),
        }
    }
}

#[cfg(feature = "schemars")]
fn period_pattern() -> String {
    let part = "[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}|[0-9]{2}-[0-9]{2}))?";
    alloc::format!(r"^{part}(\.\.{part})?$")
}

string_serde!(
    Period,
    "a period such as \"2024-H1\"",
    crate::described::text(
        "A year, half-year, quarter, month or day, or from one through another.",
        &period_pattern(),
        &["2024", "2024-H1", "2022-01..2022-07"],
    )
);
