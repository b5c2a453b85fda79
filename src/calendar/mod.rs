//! Years, periods of the calendar, months that rules name, and full periods.
//!
//! | term | here |
//! |---|---|
//! | 年度, 上半年, 第三季度, 1—7月 | [`Year`], [`Period`], [`PeriodKind`] |
//! | 满一年, 十二个月 | [`Months`], [`Fullness`] |

mod days;
mod messages;
mod months;
mod period;
#[cfg(feature = "serde")]
mod wire;
mod year;

pub use months::{Fullness, Months, MonthsError};
pub use period::{Period, PeriodError, PeriodKind};
pub use year::{Year, YearError};

pub(crate) use days::{days_between, days_later};
#[cfg(feature = "serde")]
pub(crate) use wire::{Day, OptionalDay};
