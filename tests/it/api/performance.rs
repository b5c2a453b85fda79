//! The module `standard`: formulas, and what cannot be measured.

use standard_land::standard::{
    CoreIndicator, Direction, Floors, Indicator, Input, Investment, MeasureError, Performance,
    Storey,
};

use super::parse;

fn of(core: CoreIndicator) -> Indicator {
    Indicator::usual(core)
}

fn in_unit(core: CoreIndicator, unit: &str) -> Indicator {
    Indicator::new(core.into(), parse(unit), Direction::Within).unwrap()
}

/// A project of 45 mu with everything known.
pub(super) fn project() -> Performance {
    Performance {
        land: Some(parse("30000 m²")),
        investment: Investment {
            plant: Some(parse("3000万元")),
            equipment: Some(parse("3500万元")),
            land_price: Some(parse("500万元")),
        },
        floors: Some(Floors::new(parse("20000 m²"), parse("25000 m²")).unwrap()),
        buildings: Some(parse("10000 m²")),
        structures: Some(parse("1000 m²")),
        yards: Some(parse("4000 m²")),
        administrative_land: Some(parse("2100 m²")),
        administrative_floor_area: Some(parse("3000 m²")),
        green: Some(parse("6000 m²")),
        height: Some(parse("23.9 m")),
        tax: Some(parse("360万元")),
        output: Some(parse("13500万元")),
        revenue: Some(parse("12000万元")),
        research: Some(parse("360万元")),
        value_added: Some(parse("2700万元")),
        energy: Some(parse("900 tce")),
        emissions: Some(parse("5.4 t")),
        ..Performance::default()
    }
}

fn measured(performance: &Performance, indicator: &Indicator) -> String {
    match performance.measure(indicator) {
        Ok(amount) => amount.to_string(),
        Err(reason) => reason.to_string(),
    }
}

#[test]
fn every_formula_gives_the_exact_value() {
    // Formulas: national control indicators for industrial projects.
    let project = project();
    for (indicator, expected) in [
        // (3000 + 3500 + 500) ÷ 45
        (of(CoreIndicator::InvestmentIntensity), "1400/9万元/亩"),
        (of(CoreIndicator::FloorAreaRatio), "5/6"),
        (of(CoreIndicator::BuildingCoefficient), "50%"),
        (of(CoreIndicator::BuildingDensity), "100/3%"),
        (of(CoreIndicator::AdministrativeShare), "7%"),
        (of(CoreIndicator::AdministrativeFloorShare), "15%"),
        (of(CoreIndicator::GreenRatio), "20%"),
        (of(CoreIndicator::BuildingHeight), "23.9米"),
        (of(CoreIndicator::TotalFloorArea), "20000平方米"),
        (in_unit(CoreIndicator::TotalFloorArea, "亩"), "30亩"),
        (of(CoreIndicator::TaxPerArea), "8万元/亩·年"),
        (of(CoreIndicator::OutputPerArea), "300万元/亩·年"),
        (of(CoreIndicator::ResearchShare), "3%"),
        (of(CoreIndicator::Energy), "1/3吨标准煤/万元"),
        (
            in_unit(CoreIndicator::Energy, "万元/吨标准煤"),
            "3万元/吨标准煤",
        ),
        (
            in_unit(CoreIndicator::Energy, "千克标准煤/年"),
            "900000千克标准煤/年",
        ),
        (of(CoreIndicator::Emissions), "2千克/万元"),
        (in_unit(CoreIndicator::Emissions, "万元/吨"), "500万元/吨"),
        (in_unit(CoreIndicator::Emissions, "吨"), "5.4吨"),
        (
            in_unit(CoreIndicator::InvestmentIntensity, "万元/公顷"),
            "7000/3万元/公顷",
        ),
        (in_unit(CoreIndicator::TaxPerArea, "万元/亩"), "8万元/亩"),
        (in_unit(CoreIndicator::GreenRatio, "1"), "0.2"),
    ] {
        assert_eq!(measured(&project, &indicator), expected, "{indicator}");
    }
}

#[test]
fn the_two_measures_of_investment_differ_by_the_land_price() {
    let investment = project().investment;
    assert_eq!(investment.total(), Ok(parse("7000万元")));
    assert_eq!(investment.without_land_price(), Ok(parse("6500万元")));
    // What idle land is judged by does not need the land price.
    let without = Investment {
        land_price: None,
        ..investment
    };
    assert_eq!(without.without_land_price(), Ok(parse("6500万元")));
    assert_eq!(
        without.total(),
        Err(MeasureError::Missing {
            inputs: vec![Input::LandPrice]
        })
    );
    let negative = Investment {
        plant: Some(parse("-1元")),
        ..investment
    };
    assert_eq!(
        negative.total(),
        Err(MeasureError::Negative {
            input: Input::Plant
        })
    );
    let huge = Investment {
        plant: Some(standard_land::Money::MAX),
        ..investment
    };
    assert_eq!(huge.total(), Err(MeasureError::TooManyDigits));
}

#[test]
fn a_storey_of_exactly_eight_metres_is_not_over_eight_metres() {
    let storey = |height: &str| Storey {
        floor_area: parse("1000 m²"),
        height: parse(height),
    };
    for (height, counted) in [
        ("7.999 m", "1000 m²"),
        ("8 m", "1000 m²"),
        ("8.000米", "1000 m²"),
        ("8.001 m", "2000 m²"),
        // Twice, however high it is.
        ("24.5 m", "2000 m²"),
    ] {
        let floors = Floors::of([storey(height)]).unwrap();
        assert_eq!(floors.counted(), parse(counted), "{height}");
        assert_eq!(floors.floor_area(), parse("1000 m²"), "{height}");
    }
    let all = Floors::of([storey("9 m"), storey("8 m"), storey("4.5 m")]).unwrap();
    assert_eq!(
        all,
        Floors::new(parse("3000 m²"), parse("4000 m²")).unwrap()
    );
    for (floor_area, counted) in [("1 ha", "0.9999 ha"), ("1 ha", "2.0001 ha")] {
        let floors = Floors::new(parse(floor_area), parse(counted));
        assert_eq!(floors, Err(MeasureError::CountedFloorArea));
    }
    assert!(Floors::new(parse("1 ha"), parse("2 ha")).is_ok());
}

#[test]
fn land_for_administration_that_cannot_be_told_apart_goes_by_floor_area() {
    let share = of(CoreIndicator::AdministrativeShare);
    let mixed = Performance {
        administrative_land: None,
        ..project()
    };
    // 3000 of 20000 m² of floor area; storeys are not counted twice here.
    assert_eq!(measured(&mixed, &share), "15%");
    // Land that is known counts before floor area.
    assert_eq!(measured(&project(), &share), "7%");
    let neither = Performance {
        administrative_floor_area: None,
        ..mixed
    };
    assert_eq!(measured(&neither, &share), "missing: administrative-land");
}

#[test]
fn what_is_missing_is_named_and_never_zero() {
    let empty = Performance::default();
    for core in CoreIndicator::ALL {
        let indicator = of(*core);
        let inputs = indicator.formula().unwrap().inputs().to_vec();
        assert_eq!(
            empty.measure(&indicator),
            Err(MeasureError::Missing { inputs })
        );
    }
    let no_yards = Performance {
        yards: None,
        ..project()
    };
    assert_eq!(
        measured(&no_yards, &of(CoreIndicator::BuildingCoefficient)),
        "missing: yards"
    );
    // A zone that has no yards says so.
    let none = Performance {
        yards: Some(parse("0 m²")),
        ..project()
    };
    assert_eq!(
        measured(&none, &of(CoreIndicator::BuildingCoefficient)),
        "110/3%"
    );
    // Of an investment, too.
    let no_equipment = Investment {
        plant: Some(parse("1万元")),
        equipment: None,
        land_price: Some(parse("1万元")),
    };
    let inputs = vec![Input::Equipment];
    let missing = Err(MeasureError::Missing { inputs });
    assert_eq!(no_equipment.total(), missing);
    assert_eq!(no_equipment.without_land_price(), missing);
    let robots = Indicator::new(parse("机器人密度"), parse("1"), Direction::AtLeast).unwrap();
    assert_eq!(measured(&project(), &robots), "missing: local");
}

#[test]
fn what_cannot_be_is_named() {
    let with = |change: fn(&mut Performance)| {
        let mut project = project();
        change(&mut project);
        project
    };
    for (project, core, expected) in [
        (
            with(|it| it.land = Some(parse("0 m²"))),
            CoreIndicator::TaxPerArea,
            "zero: land",
        ),
        (
            with(|it| it.land = Some(parse("0 m²"))),
            CoreIndicator::GreenRatio,
            "zero: land",
        ),
        (
            with(|it| it.revenue = Some(parse("0元"))),
            CoreIndicator::ResearchShare,
            "zero: revenue",
        ),
        (
            with(|it| it.value_added = Some(parse("-1元"))),
            CoreIndicator::Energy,
            "negative: value-added",
        ),
        (
            with(|it| it.research = Some(parse("-1元"))),
            CoreIndicator::ResearchShare,
            "negative: research",
        ),
        (
            with(|it| it.green = Some(parse("30000.0001 m²"))),
            CoreIndicator::GreenRatio,
            "larger than its whole: green",
        ),
        (
            with(|it| it.yards = Some(parse("19000.0001 m²"))),
            CoreIndicator::BuildingCoefficient,
            "larger than its whole: buildings",
        ),
        // All of it is no more than all of it.
        (
            with(|it| it.yards = Some(parse("19000 m²"))),
            CoreIndicator::BuildingCoefficient,
            "100%",
        ),
        // Tax can be refunded, research can exceed revenue.
        (
            with(|it| it.tax = Some(parse("-45万元"))),
            CoreIndicator::TaxPerArea,
            "-1万元/亩·年",
        ),
        (
            with(|it| it.research = Some(parse("24000万元"))),
            CoreIndicator::ResearchShare,
            "200%",
        ),
    ] {
        assert_eq!(measured(&project, &of(core)), expected, "{core}");
    }
    let loss = with(|it| it.value_added = Some(parse("-2700万元")));
    let efficiency = in_unit(CoreIndicator::Energy, "万元/吨标准煤");
    assert_eq!(measured(&loss, &efficiency), "-3万元/吨标准煤");
}

#[test]
fn local_indicators_are_given_and_converted() {
    let water = |unit: &str| Indicator::new(parse("水耗"), parse(unit), Direction::AtMost).unwrap();
    let mut project = project();
    project.local.insert(parse("水耗"), parse("1.5吨/万元"));
    assert_eq!(measured(&project, &water("千克/万元")), "1500千克/万元");
    assert_eq!(measured(&project, &water("吨")), "given in another unit");
}

#[test]
fn reasons_are_text_in_both_languages() {
    for (reason, chinese) in [
        (
            "missing: land, plant",
            "缺少项目总用地面积、厂房及附属设施投资",
        ),
        ("zero: revenue", "为零：年营业收入"),
        ("negative: value-added", "为负：年工业增加值"),
        ("larger than its whole: green", "超过总量：绿地面积"),
        (
            "counted floor area not between the floor area and its double",
            "计容建筑面积不合理",
        ),
        ("given in another unit", "单位不符"),
        ("too many digits", "位数过多"),
    ] {
        let read: MeasureError = parse(reason);
        assert_eq!(read.to_string(), reason);
        assert_eq!(read.text_zh(), chinese);
    }
    for none in ["", "missing", "missing: ", "missing: x", "none: land"] {
        assert!(none.parse::<MeasureError>().is_err(), "{none:?}");
    }
}
