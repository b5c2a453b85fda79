//! Trends: the published series of Shanxi, figure by figure; what is not known.

use standard_land::calendar::Period;
use standard_land::exact::{Mode, RatioError};
use standard_land::stats::{Against, StatsError};
use standard_land::{Area, AreaUnit, Percent, Ratio, Rounding, Tally, Trend};

use super::{parse, tally};

/// What was published: two periods, and the sum from 2020 to July 2022.
fn shanxi() -> Trend {
    let (y2021, months) = (tally(383, "2012.48 ha"), tally(237, "1124.62 ha"));
    let all = tally(735, "3877.17 ha");
    let y2020 = all
        .checked_sub(&y2021)
        .and_then(|rest| rest.checked_sub(&months));
    Trend::of([
        (Some(parse("2020")), y2020.unwrap()),
        (Some(parse("2021")), y2021),
        (Some(parse("2022-01..2022-07")), months),
    ])
    .unwrap()
}

/// The modes under which a fraction prints as published.
fn fitting(print: impl Fn(Mode) -> String, published: &str) -> Vec<Mode> {
    let modes = Mode::ALL.iter().copied();
    modes.filter(|mode| print(*mode) == published).collect()
}

fn percent_fits(ratio: Ratio, published: &str) -> Vec<Mode> {
    let places = i8::try_from(parse::<Percent>(published).places()).unwrap();
    let print = |mode| {
        ratio
            .percent(Rounding::new(places, mode))
            .unwrap()
            .to_string()
    };
    fitting(print, published)
}

const HALVES: [Mode; 3] = [Mode::HalfEven, Mode::HalfUp, Mode::HalfDown];
const DOWN: [Mode; 5] = [
    Mode::HalfEven,
    Mode::HalfUp,
    Mode::HalfDown,
    Mode::TowardZero,
    Mode::Floor,
];
const UP: [Mode; 5] = [
    Mode::HalfEven,
    Mode::HalfUp,
    Mode::HalfDown,
    Mode::AwayFromZero,
    Mode::Ceiling,
];

#[test]
fn the_first_year_is_what_the_others_leave() {
    assert_eq!(shanxi().get(parse("2020")), Ok(tally(115, "740.07 ha")));
    assert_eq!(
        shanxi().span().map(|it| it.to_string()).as_deref(),
        Some("2020-01..2022-07")
    );
    assert_eq!(
        shanxi().get(parse("2020..2022-07")),
        Ok(tally(735, "3877.17 ha"))
    );
    let sums: Vec<Tally> = shanxi().cumulative().map(|(_, sum)| sum).collect();
    assert_eq!(
        sums,
        [
            tally(115, "740.07 ha"),
            tally(498, "2752.55 ha"),
            tally(735, "3877.17 ha")
        ]
    );
}

#[test]
fn growth_is_printed_as_published_and_only_the_half_modes_fit_all() {
    let growth = shanxi().growth(parse("2021"), Against::Previous).unwrap();
    assert_eq!(
        growth,
        shanxi().growth(parse("2021"), Against::YearBefore).unwrap()
    );
    assert_eq!(
        growth,
        shanxi()
            .growth(parse("2021"), Against::Fixed(parse("2020")))
            .unwrap()
    );
    let (by_count, by_area) = (growth.by_count().unwrap(), growth.by_area().unwrap());
    assert_eq!(by_count.to_string(), "268/115"); // 233.04 %
    assert_eq!(by_area.to_string(), "127241/74007"); // 171.93 %
    assert_eq!(percent_fits(by_count, "233%"), DOWN);
    assert_eq!(percent_fits(by_area, "172%"), UP);
}

#[test]
fn the_year_before_is_the_only_number_that_fits() {
    // Printed was +92.68 % on the same months of 2021: how many were these?
    let months: Period = parse("2022-01..2022-07");
    let now = shanxi().get(months).unwrap();
    let fits = |then: u64| {
        let growth = now.growth_by_count(&Tally::new(then, Area::ZERO).unwrap());
        let printed = growth.unwrap().percent(Rounding::half_even(2)).unwrap();
        printed.to_string() == "92.68%"
    };
    assert_eq!(
        (1..10_000).filter(|then| fits(*then)).collect::<Vec<_>>(),
        [123]
    );

    // In the trend, 2021 consists of two parts then; by area they are unknown.
    let y2021 = shanxi().get(parse("2021")).unwrap();
    let before = tally(123, "726.97 ha");
    let mut trend = Trend::of(
        shanxi()
            .rows()
            .filter(|row| row.0 != parse("2021"))
            .map(|row| (Some(row.0), row.1)),
    )
    .unwrap();
    assert_eq!(
        trend.growth(months, Against::YearBefore),
        Err(StatsError::PeriodMissing {
            period: parse("2021-01..2021-07")
        })
    );
    trend
        .push(Some(parse("2021-01..2021-07")), &before)
        .unwrap();
    trend
        .push(
            Some(parse("2021-08..2021-12")),
            &y2021.checked_sub(&before).unwrap(),
        )
        .unwrap();
    assert_eq!(trend.get(parse("2021")), Ok(y2021));
    let growth = trend.growth(months, Against::YearBefore).unwrap();
    assert_eq!(growth.base, before);
    assert_eq!(percent_fits(growth.by_count().unwrap(), "92.68%"), DOWN);
    assert_eq!(
        growth.by_area().unwrap().percent(Rounding::half_up(1)),
        Ok(parse("54.7%"))
    );
    assert_eq!(trend.total(), shanxi().total());
}

#[test]
fn ten_thousand_mu_are_printed_as_published() {
    for (hectares, published) in [
        ("2012.48 ha", "3.02"),
        ("1124.62 ha", "1.69"),
        ("3877.17 ha", "5.82"),
    ] {
        let area: Area = parse(hectares);
        let print = |mode| {
            let printed = area.round_in(AreaUnit::TenThousandMu, Rounding::new(2, mode));
            printed.unwrap().amount().to_string()
        };
        assert_eq!(fitting(print, published), UP, "{hectares}");
    }
    // With the growth that fits DOWN only, what fits all figures are the halves.
    assert!(
        HALVES
            .iter()
            .all(|mode| UP.contains(mode) && DOWN.contains(mode))
    );
    assert_eq!(
        UP.iter().filter(|mode| DOWN.contains(mode)).count(),
        HALVES.len()
    );
}

#[test]
fn shares_of_a_target() {
    // 72.58 % of the parcels in 2021; 80 % are wanted by the end of 2022.
    let (reached, wanted): (Percent, Percent) = (parse("72.58%"), parse("80%"));
    let missing = Ratio::from(wanted).checked_sub(reached.into()).unwrap();
    assert_eq!(missing.percent(Rounding::half_up(2)), Ok(parse("7.42%")));
    let of_target = Ratio::from(reached).checked_div(wanted.into()).unwrap();
    assert_eq!(of_target.to_string(), "3629/4000");

    let toward = shanxi().toward_parcels(500).unwrap();
    let printed: Vec<String> = toward
        .iter()
        .map(|(period, share)| format!("{period} {}", share.percent(Rounding::half_up(1)).unwrap()))
        .collect();
    assert_eq!(
        printed,
        ["2020 23.0%", "2021 99.6%", "2022-01..2022-07 147.0%"]
    );
    assert_eq!(
        shanxi().toward_area(parse("3877.17 ha")).unwrap()[2].1,
        Ratio::ONE
    );
    assert!(matches!(
        shanxi().toward_parcels(0),
        Err(RatioError::ZeroWhole { .. })
    ));
    assert!(matches!(
        shanxi().toward_area(Area::ZERO),
        Err(RatioError::ZeroWhole { .. })
    ));
}

#[test]
fn nothing_is_not_the_same_as_not_known() {
    let mut trend = Trend::of([(Some(parse("2020")), tally(2, "2 ha"))]).unwrap();
    let missing = |period| {
        Err(StatsError::PeriodMissing {
            period: parse(period),
        })
    };
    assert_eq!(trend.get(parse("2021")), missing("2021"));
    assert_eq!(trend.get(parse("2020-01")), missing("2020-01"));
    assert_eq!(trend.get(parse("2019..2020")), missing("2019..2020"));
    assert_eq!(trend.get(parse("2020..2021")), missing("2020..2021"));

    trend.push(Some(parse("2021")), &Tally::default()).unwrap();
    trend.push(Some(parse("2022")), &tally(1, "1 ha")).unwrap();
    assert_eq!(trend.get(parse("2021")), Ok(Tally::default()));
    assert_eq!(trend.rows().count(), 3);
    // Down to nothing is −100 %; up from nothing is not a rate.
    let fall = trend.growth(parse("2021"), Against::Previous).unwrap();
    assert_eq!(
        fall.by_count().unwrap().percent(Rounding::half_up(0)),
        Ok(parse("-100%"))
    );
    assert_eq!(fall.by_area().unwrap(), Ratio::new(-1, 1).unwrap());
    let rise = trend.growth(parse("2022"), Against::Previous).unwrap();
    assert!(matches!(
        rise.by_count(),
        Err(StatsError::GrowthFromZero { .. })
    ));
    assert!(matches!(
        rise.by_area(),
        Err(StatsError::GrowthFromZero { .. })
    ));
    // A breakdown has no row for what is zero.
    assert_eq!(trend.to_breakdown().rows().count(), 2);
}

#[test]
fn the_first_two_that_overlap_are_named() {
    let one = tally(1, "1 ha");
    let rows =
        ["2022", "2021-07", "2022-05", "2020..2021", "2021-03"].map(|it| (Some(parse(it)), one));
    let expected = Err(StatsError::PeriodsOverlap {
        period: parse("2020..2021"),
        other: parse("2021-03"),
    });
    assert_eq!(Trend::of(rows), expected);
    let mut turned = rows;
    turned.reverse();
    assert_eq!(Trend::of(turned), expected);
    // A long period over several short ones.
    let mut trend =
        Trend::of([(Some(parse("2021-03")), one), (Some(parse("2021-05")), one)]).unwrap();
    let refused = trend.push(Some(parse("2021")), &one);
    assert_eq!(
        refused,
        Err(StatsError::PeriodsOverlap {
            period: parse("2021"),
            other: parse("2021-03")
        })
    );
    trend.push(Some(parse("2021-04")), &one).unwrap();
    assert_eq!(trend.get(parse("2021-03..2021-05")), Ok(tally(3, "3 ha")));
}
