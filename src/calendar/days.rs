//! Counting days.

use jiff::Span;
use jiff::civil::Date;

/// Days from one day to a later one; 0 if it is not later.
pub(crate) fn days_between(from: Date, to: Date) -> u32 {
    // Two dates of the calendar are less than 2^31 days apart.
    from.until(to)
        .ok()
        .and_then(|span| u32::try_from(span.get_days()).ok())
        .unwrap_or(0)
}

/// The day that comes this many days later; `None` after the year 9999.
pub(crate) fn days_later(day: Date, days: u32) -> Option<Date> {
    // The span has one unit; a number of days that is too large for it leads
    // out of the calendar too.
    let span = Span::new().try_days(i64::from(days)).ok()?;
    day.checked_add(span).ok()
}
