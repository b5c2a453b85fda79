//! The time that a figure is of.

use super::words;

/// The time that a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// None is named.
    Unsaid,
    /// This one.
    Now,
    YearBefore,
    MonthBefore,
    WeekBefore,
    QuarterBefore,
    /// Some other one before.
    TimeBefore,
    Year(u16),
}

impl Period {
    pub(super) const fn is_before(self) -> bool {
        matches!(
            self,
            Self::YearBefore
                | Self::MonthBefore
                | Self::WeekBefore
                | Self::QuarterBefore
                | Self::TimeBefore
        )
    }

    /// The period that is named last in some words.
    pub(super) fn of(text: &str) -> Self {
        let mut found = (0, Self::Unsaid);
        let mut look = |list: &[&str], period| {
            for word in list {
                if let Some(at) = text.rfind(word)
                    && (at >= found.0 || found.1 == Self::Unsaid)
                    && !is_only_compared(text, at, word)
                {
                    found = (at, period);
                }
            }
        };
        look(words::NOW, Self::Now);
        look(words::TIME_BEFORE, Self::TimeBefore);
        look(words::YEAR_BEFORE, Self::YearBefore);
        look(words::MONTH_BEFORE, Self::MonthBefore);
        look(words::WEEK_BEFORE, Self::WeekBefore);
        look(words::QUARTER_BEFORE, Self::QuarterBefore);
        if let Some((at, year)) = year(text)
            && (found.1 == Self::Unsaid || at > found.0)
        {
            return Self::Year(year);
        }
        found.1
    }
}

/// What some words compare with: the year before, its end, or a shorter time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    Year,
    YearEnd,
    Shorter,
}

impl Against {
    /// 比年初, 较上年, 环比; `None` where the words do not say.
    pub(super) fn of(text: &str) -> Option<Self> {
        const ENDS: &[&str] = &[
            "年初",
            "期初",
            "上年末",
            "去年末",
            "上年底",
            "去年底",
            "年末",
            "年底",
        ];
        const SHORTER: &[&str] = &["环比", "月", "周", "季", "上期", "前一日", "半年"];
        if words::has(text, &["同比", "同期", "按年"]) {
            Some(Self::Year)
        } else if words::has(text, ENDS) {
            Some(Self::YearEnd)
        } else if words::has(text, SHORTER) {
            Some(Self::Shorter)
        } else if text.contains('年') {
            Some(Self::Year)
        } else {
            None
        }
    }
}

/// 比上年, 较上年: the word belongs to a comparison.
fn is_only_compared(text: &str, at: usize, _word: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.ends_with(['比', '较', '于', '同', '与', '和']) && !before.ends_with("占比")
}

/// The months, quarters and halves in some words: 1—7月, 三季度.
///
/// Figures of different parts of a year are not compared.
pub(super) fn part_of_year(text: &str) -> alloc::string::String {
    const HALVES: &[&str] = &["上半年", "下半年", "前三季度", "前三季"];
    let mut found = alloc::string::String::new();
    for half in HALVES {
        if text.contains(half) {
            found.push_str(half);
        }
    }
    let mut run = alloc::string::String::new();
    for sign in text.chars() {
        match sign {
            '0'..='9'
            | '—'
            | '-'
            | '~'
            | '至'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十' => run.push(sign),
            '月' | '季' if !run.is_empty() => {
                found.push_str(&run);
                found.push(sign);
                run.clear();
            }
            _ => run.clear(),
        }
    }
    found
}

/// The last year in some words, and where it stands.
pub(super) fn year(text: &str) -> Option<(usize, u16)> {
    let at = text.rfind('年').filter(|at| *at >= 4)?;
    let digits = text.get(at.saturating_sub(4)..at)?;
    let year: u16 = digits.parse().ok()?;
    (1900..=2100)
        .contains(&year)
        .then_some((at.saturating_sub(4), year))
}
