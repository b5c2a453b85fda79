//! Standards by their day, for trades of other editions, and against each other.

use standard_land::IndustryCode;
use standard_land::industry::Edition;
use standard_land::jiff::civil::{Date, date};
use standard_land::source::Sourced;
use standard_land::standard::{
    ControlStandard, CoreIndicator, Indicator, IndicatorKind, LocalFinding, Provision,
    StandardError, StandardHistory,
};

use super::parse;

/// The minima of 2008 by classes of 2017, made by another program.
const MINIMA: &str = include_str!("../../data/far-2008-by-class-2017.csv");

fn ratio() -> IndicatorKind {
    CoreIndicator::FloorAreaRatio.into()
}

#[test]
fn the_minima_of_2008_by_classes_of_2017_are_those_of_another_program() {
    let national = ControlStandard::national_2008();
    let (mut certain, mut ambiguous) = (0, Vec::new());
    for line in MINIMA.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [code, divisions, minima] = cells[..] else {
            panic!("{line}");
        };
        let trade: IndustryCode = parse(code);
        let carried = trade.carried_to(Edition::E2002);
        let mut found: Vec<String> = carried
            .classes()
            .map(|class| class.code().chars().take(2).collect())
            .collect();
        found.dedup();
        assert_eq!(found.join(" "), divisions, "{code}");
        let demanded = national.demanded_of(&ratio(), trade);
        let mut printed: Vec<String> = demanded
            .found()
            .iter()
            .map(|it| it.provision.threshold().to_string())
            .collect();
        if demanded.has_gap() {
            printed.push("none".to_owned());
        }
        printed.sort();
        let mut expected: Vec<&str> = minima.split(' ').collect();
        expected.sort_unstable();
        assert_eq!(printed, expected, "{code}");
        let one = demanded.certain().map(|it| it.provision.threshold());
        assert_eq!(one.is_none(), demanded.is_ambiguous(), "{code}");
        match one {
            Some(threshold) => {
                assert_eq!(threshold.to_string(), minima, "{code}");
                certain += 1;
            }
            None => ambiguous.push(code),
        }
    }
    assert_eq!(certain, 606);
    assert_eq!(ambiguous, ["1830", "2522", "3969"]);
    // Every class of manufacturing is in the file.
    let all = parse::<IndustryCode>("C").classes().count();
    assert_eq!(all, 609);
}

#[test]
fn what_is_not_demanded_is_not_ambiguous() {
    let national = ControlStandard::national_2008();
    // Retail has no minimum in any edition.
    for code in ["52", "GB/T 4754-2002 65", "GB/T 4754-2011 F"] {
        let demanded = national.demanded_of(&ratio(), parse(code));
        assert!(demanded.found().is_empty(), "{code}");
        assert!(!demanded.is_ambiguous() && !demanded.has_gap(), "{code}");
        assert_eq!(demanded.certain(), None);
    }
    // What holds for all trades holds for them too.
    let coefficient = CoreIndicator::BuildingCoefficient.into();
    let demanded = national.demanded_of(&coefficient, parse("52"));
    let threshold = demanded
        .certain()
        .map(|it| it.provision.threshold().to_string());
    assert_eq!(threshold.as_deref(), Some("≥30%"));
    // 9231 of 2017 has no ancestor.
    let demanded = national.demanded_of(&coefficient, parse("923"));
    assert!(demanded.has_gap() && demanded.is_ambiguous());
    // A section of the standard's own edition, class by class.
    let demanded = national.demanded_of(&ratio(), parse("GB/T 4754-2002 C"));
    assert_eq!(demanded.found().len(), 5);
}

#[test]
fn a_standard_is_chosen_by_the_day() {
    let published = StandardHistory::replaced_2023();
    let of = |replaced: &Sourced<Date>, day: Date| {
        let national = StandardHistory::national(replaced).unwrap();
        let found = national.in_force(day)?;
        let name = found.standard.document().as_str().to_owned();
        Some((name, found.from, found.until))
    };
    let old = "工业项目建设用地控制指标（2008年）".to_owned();
    let new = "工业项目建设用地控制指标（2023年）".to_owned();
    let first = date(2008, 1, 31);
    assert_eq!(of(&published, date(2008, 1, 30)), None);
    let last = date(2023, 6, 25);
    let expected = Some((old.clone(), first, Some(last)));
    assert_eq!(of(&published, first), expected);
    assert_eq!(of(&published, last), expected);
    let next = date(2023, 6, 26);
    assert_eq!(of(&published, next), Some((new.clone(), next, None)));
    // Who counts from the day of signing says so.
    let signed = Sourced {
        value: date(2023, 5, 11),
        ..published
    };
    assert_eq!(
        of(&signed, date(2023, 5, 10)),
        Some((old, first, Some(date(2023, 5, 10))))
    );
    assert_eq!(
        of(&signed, date(2023, 6, 1)),
        Some((new, date(2023, 5, 11), None))
    );
    let too_early = Sourced {
        value: first,
        ..signed
    };
    let error = StandardHistory::national(&too_early).unwrap_err();
    let [from, last] = [first; 2];
    assert_eq!(error, StandardError::NotLater { from, last });
    assert_eq!(StandardHistory::new().in_force(first), None);
}

fn local(edition: Edition, rows: &[(CoreIndicator, &str, &str)]) -> ControlStandard {
    let mut standard = ControlStandard::new(parse("某县"), edition);
    for (core, trade, cell) in rows {
        let indicator = Indicator::usual(*core);
        let threshold = indicator.read(cell).unwrap();
        let mut provision = Provision::new(indicator, threshold).unwrap();
        if !trade.is_empty() {
            provision = provision.of_trade(parse(trade));
        }
        standard = standard.with(provision).unwrap();
    }
    standard
}

#[test]
fn local_standards_are_compared_with_national_ones() {
    use CoreIndicator::{
        AdministrativeShare, BuildingCoefficient, FloorAreaRatio, GreenRatio, TaxPerArea,
    };

    let national = ControlStandard::national_2008();
    let print = |finding: &LocalFinding<'_>| {
        format!(
            "{} < {}{}",
            finding.local.provision,
            finding.national.provision,
            if finding.is_certain { "" } else { "?" }
        )
    };
    let findings = |edition, rows: &[(CoreIndicator, &str, &str)]| {
        let local = local(edition, rows);
        let found = local.looser_than_national(&national);
        found.iter().map(print).collect::<Vec<_>>()
    };
    let by_2017 = findings(
        Edition::E2017,
        &[
            (FloorAreaRatio, "1830", "≥0.9"),
            (FloorAreaRatio, "3611", "≥0.6"),
            (FloorAreaRatio, "13", "≥1.0"),
            (FloorAreaRatio, "14", "≥1.2"),
            (BuildingCoefficient, "", "≥35%"),
            (AdministrativeShare, "", "≤8%"),
            // Not among those that may not be loosened.
            (GreenRatio, "", "≤30%"),
            (TaxPerArea, "", "≥1"),
        ],
    );
    assert_eq!(
        by_2017,
        [
            "1830: 容积率 ≥0.9 < GB/T 4754-2002 18: 容积率 ≥1.0?",
            "3611: 容积率 ≥0.6 < GB/T 4754-2002 37: 容积率 ≥0.7",
            "行政办公及生活服务设施用地所占比重 (%) ≤8% < \
             行政办公及生活服务设施用地所占比重 (%) ≤7%",
        ]
    );
    // A minimum for all trades is compared with that of each division, but for
    // those that have one of their own.
    let own = [
        (FloorAreaRatio, "", "≥0.8"),
        (FloorAreaRatio, "GB/T 4754-2002 13", "≥1.0"),
    ];
    let by_2002 = findings(Edition::E2002, &own);
    assert!(by_2002.iter().all(|it| it.starts_with("容积率 ≥0.8 < ")));
    assert!(by_2002.iter().all(|it| it.ends_with(": 容积率 ≥1.0")));
    // 14, 15, 16, 18, 19, 24, 30, 40, 41, 42 have 1.0; 13 has its own.
    assert_eq!(by_2002.len(), 10);
    assert_eq!(findings(Edition::E2002, &[]), Vec::<String>::new());
}
