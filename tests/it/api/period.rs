//! Periods: their forms, their names, 29 February, and bad input.

use standard_land::calendar::{Period, PeriodError, PeriodKind, Year};
use standard_land::jiff::civil::date;

use super::parse;

fn refused(text: &str) -> PeriodError {
    text.parse::<Period>().unwrap_err()
}

#[test]
fn a_period_is_its_days_and_prints_its_shortest_form() {
    for (given, printed, name, kind) in [
        ("2024", "2024", "2024年", Some(PeriodKind::Year)),
        ("2024-01..2024-12", "2024", "2024年", Some(PeriodKind::Year)),
        (
            "2024-01-01..2024-12-31",
            "2024",
            "2024年",
            Some(PeriodKind::Year),
        ),
        ("2024-H1..2024-H2", "2024", "2024年", Some(PeriodKind::Year)),
        (
            "2024-H1",
            "2024-H1",
            "2024年上半年",
            Some(PeriodKind::HalfYear),
        ),
        (
            "2024-Q3..2024-Q4",
            "2024-H2",
            "2024年下半年",
            Some(PeriodKind::HalfYear),
        ),
        (
            "2024-04..2024-06",
            "2024-Q2",
            "2024年第二季度",
            Some(PeriodKind::Quarter),
        ),
        (
            "2024-Q4",
            "2024-Q4",
            "2024年第四季度",
            Some(PeriodKind::Quarter),
        ),
        (
            "2024-Q1",
            "2024-Q1",
            "2024年第一季度",
            Some(PeriodKind::Quarter),
        ),
        (
            "2024-02-01..2024-02-29",
            "2024-02",
            "2024年2月",
            Some(PeriodKind::Month),
        ),
        (
            "2023-02-01..2023-02-28",
            "2023-02",
            "2023年2月",
            Some(PeriodKind::Month),
        ),
        (
            "2024-02-01..2024-02-28",
            "2024-02-01..2024-02-28",
            "2024年2月1日—2024年2月28日",
            None,
        ),
        (
            "2024-02-02..2024-02-29",
            "2024-02-02..2024-02-29",
            "2024年2月2日—2024年2月29日",
            None,
        ),
        ("2022..2022-07", "2022-01..2022-07", "2022年1—7月", None),
        ("2022-02..2022-04", "2022-02..2022-04", "2022年2—4月", None),
        ("2022-04..2022-09", "2022-04..2022-09", "2022年4—9月", None),
        (
            "2020..2022-07",
            "2020-01..2022-07",
            "2020年1月—2022年7月",
            None,
        ),
        (
            "2020-07..2021-06",
            "2020-07..2021-06",
            "2020年7月—2021年6月",
            None,
        ),
        ("2020..2022", "2020..2022", "2020—2022年", None),
        ("2024-05-01..2024-05-01", "2024-05-01", "2024年5月1日", None),
        ("0001", "0001", "1年", Some(PeriodKind::Year)),
        ("9999-12-31", "9999-12-31", "9999年12月31日", None),
    ] {
        let period: Period = parse(given);
        assert_eq!(period.to_string(), printed, "{given}");
        assert_eq!(period.name_zh(), name, "{given}");
        assert_eq!(period.kind(), kind, "{given}");
        assert_eq!(period, parse(printed), "{given}");
    }
    assert_eq!(
        format!("{:>10}|", parse::<Period>("2024-H1")),
        "   2024-H1|"
    );
}

#[test]
fn first_and_last_day_belong_to_it() {
    let period: Period = parse("2024-Q1");
    assert_eq!(
        (period.first(), period.last()),
        (date(2024, 1, 1), date(2024, 3, 31))
    );
    assert_eq!(period.days(), 91);
    assert!(period.contains(date(2024, 1, 1)) && period.contains(date(2024, 3, 31)));
    assert!(!period.contains(date(2023, 12, 31)) && !period.contains(date(2024, 4, 1)));
    assert_eq!(parse::<Period>("2024").days(), 366);
    assert_eq!(parse::<Period>("0001..9999").days(), 3_652_059);
}

#[test]
fn a_year_is_a_period() {
    let year: Year = parse("2024");
    assert_eq!(Period::from(year), parse("2024"));
    assert_eq!(Period::from(year).year(), Some(year));
    assert_eq!(parse::<Period>("2024-Q3").year(), Some(year));
    assert_eq!(parse::<Period>("2023-12..2024-01").year(), None);
}

#[test]
fn the_29th_of_february_goes_by_the_rule() {
    let year_before = |text| parse::<Period>(text).year_before().map(|it| it.to_string());
    for (period, before) in [
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2024-01..2024-02", "2023-01..2023-02"),
        ("2024-02-29", "2023-02-28"),
        ("2024-02-29..2024-03-10", "2023-02-28..2023-03-10"),
        ("2024-01-02..2024-02-29", "2023-01-02..2023-02-28"),
        ("2025-01-02..2025-02-28", "2024-01-02..2024-02-28"),
        // The last 28 days of the one are all days of the other.
        ("2024-02-01..2024-02-28", "2023-02"),
    ] {
        assert_eq!(year_before(period).as_deref(), Some(before), "{period}");
    }
    let year_after = |text| parse::<Period>(text).year_after().map(|it| it.to_string());
    assert_eq!(year_after("2023-02").as_deref(), Some("2024-02"));
    assert_eq!(year_after("2024-02-29").as_deref(), Some("2025-02-28"));
}

#[test]
fn the_calendar_ends() {
    let whole: Period = parse("0001..9999");
    assert_eq!((whole.previous(), whole.next()), (None, None));
    assert_eq!((whole.year_before(), whole.year_after()), (None, None));
    for first in [
        "0001",
        "0001-H1",
        "0001-01",
        "0001-01-01",
        "0001-01-05..0001-01-09",
    ] {
        assert_eq!(parse::<Period>(first).previous(), None, "{first}");
        assert_eq!(parse::<Period>(first).year_before(), None, "{first}");
    }
    for last in [
        "9999",
        "9999-H2",
        "9999-12",
        "9999-12-31",
        "9999-12-20..9999-12-30",
    ] {
        assert_eq!(parse::<Period>(last).next(), None, "{last}");
        assert_eq!(parse::<Period>(last).year_after(), None, "{last}");
    }
    assert!(matches!(
        Period::new(date(0, 12, 31), date(1, 1, 1)),
        Err(PeriodError::NotInCalendar { .. })
    ));
    assert_eq!(Period::of(date(-9999, 1, 1), PeriodKind::Year), None);
    assert_eq!(Period::of(date(0, 12, 31), PeriodKind::Month), None);
}

#[test]
fn bad_texts_are_refused_by_name() {
    for text in [
        "",
        "..",
        "2024..",
        "..2024",
        "2024...2025",
        "2024..2025..2026",
        "24",
        "20240",
        "2024-",
        "2024-1",
        "2024-001",
        "2024-H",
        "2024-H12",
        "2024-h1",
        "2024-Q",
        "2024-q1",
        "2024-H1-01",
        "2024-Q1-01",
        "2024-07-1",
        "2024-07-01-01",
        "2024/07",
        "2024-07 ",
        " 2024",
        "2024年",
        "+024",
        "-024",
        "2024-+1",
        "２０２４",
        "2024-季1",
        "2024-07-0a",
        "0x10",
    ] {
        assert!(
            matches!(refused(text), PeriodError::Form { .. }),
            "{text:?}: {:?}",
            refused(text)
        );
    }
    for text in [
        "0000",
        "2024-H0",
        "2024-H3",
        "2024-Q0",
        "2024-Q5",
        "2024-00",
        "2024-13",
        "2023-02-29",
        "2024-04-31",
        "2024-00-01",
        "2024-01-00",
        "2024-13-01",
        "0000-01-01",
    ] {
        assert!(
            matches!(refused(text), PeriodError::NotInCalendar { .. }),
            "{text:?}"
        );
    }
    for text in ["2024..2023", "2024-02..2024-01", "2024-05-02..2024-05-01"] {
        assert!(
            matches!(refused(text), PeriodError::Backwards { .. }),
            "{text:?}"
        );
    }
    // What is wrong with one end names that end.
    assert_eq!(
        refused("2024..2023-02-29").to_string(),
        r#""2023-02-29" is not in the calendar of the years 0001 to 9999"#
    );
}

#[test]
fn there_are_no_parts_that_do_not_fill_it() {
    let parts = |text, kind| {
        parse::<Period>(text)
            .parts(kind)
            .map(|it| it.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        parts("2022-01..2022-03", PeriodKind::Month),
        ["2022-01", "2022-02", "2022-03"]
    );
    assert_eq!(parts("2022-01..2022-07", PeriodKind::Quarter), [""; 0]);
    assert_eq!(parts("2022-02..2022-04", PeriodKind::Quarter), [""; 0]);
    assert_eq!(
        parts("2021-07..2022-06", PeriodKind::HalfYear),
        ["2021-H2", "2022-H1"]
    );
    assert_eq!(parts("2021-07..2022-06", PeriodKind::Year), [""; 0]);
    assert_eq!(
        parts("2020..2022", PeriodKind::Year),
        ["2020", "2021", "2022"]
    );
    assert_eq!(parts("2022-01-02..2022-03-31", PeriodKind::Month), [""; 0]);
}
