//! What the errors of this module say.

use super::{MonthsError, PeriodError, YearError};
use crate::text::explain;

explain! {
    YearError;
    Self { given } => "year-form",
        en("{given:?} is not a year from 0001 to 9999, written with four digits"),
        zh("{given:#}不是0001至9999的四位年份");
}

explain! {
    MonthsError;
    Self { given } => "months-form",
        en("{given:?} is not a period such as \"12 months\""),
        zh("{given:#}不是“12个月”样式的期限");
}

explain! {
    PeriodError;
    Self::Form { given } => "period-form",
        en(
            "{given:?} is not a period; write \"2024\", \"2024-H1\", \"2024-Q3\", \"2024-07\", \
             \"2024-07-15\" or two of them with \"..\" between"
        ),
        zh(
            "{given:#}不是时段，应写作“2024”“2024-H1”“2024-Q3”“2024-07”“2024-07-15”，\
             或者用“..”连接其中两个"
        );
    Self::NotInCalendar { given } => "period-not-in-calendar",
        en("{given:?} is not in the calendar of the years 0001 to 9999"),
        zh("{given:#}不在0001年至9999年的历法之内");
    Self::Backwards { first, last } => "period-backwards",
        en("the period ends on {last}, before it begins on {first}"),
        zh("时段的截止日{last}早于起始日{first}");
}
