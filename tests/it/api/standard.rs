//! The module `standard`: units, thresholds, indicators, control standards.

use standard_land::industry::Edition;
use standard_land::quantity::{Amount, Unit, UnitError};
use standard_land::source::Certainty;
use standard_land::standard::{
    Applicable, ControlStandard, CoreIndicator, Direction, Force, Formula, Indicator,
    IndicatorError, IndicatorKind, LocalStandard, Loosening, Provision, StandardError, Strictness,
    Threshold,
};
use standard_land::{AreaUnit, IndustryCode, Ratio};

use super::parse;

fn ratio(text: &str) -> Ratio {
    parse(text)
}

fn cell(text: &str) -> Threshold {
    parse(text)
}

#[test]
fn units_of_money_per_area_convert_exactly() {
    // 1 ha is 15 mu, and 1 mu is 2000/3 m².
    for (value, from, to, expected) in [
        ("1/1", "万元/亩", "万元/公顷", "15/1"),
        ("2250/1", "万元/公顷", "万元/亩", "150/1"),
        ("1/1", "万元/公顷", "万元/亩", "1/15"),
        ("1/1", "万元/亩", "元/平方米", "15/1"),
        ("1/1", "元/㎡", "万元/亩", "1/15"),
        ("1/1", "亿元/平方公里", "万元/亩", "20/3"),
        ("8/1", "万元/亩·年", "万元/公顷·年", "120/1"),
        ("1/1", "吨标准煤/万元", "千克标准煤/元", "1/10"),
        ("27/10", "万元/吨标准煤", "元/千克标准煤", "27/1"),
        ("1/1", "千克/万元", "吨/亿元", "10/1"),
        ("30/1", "%", "1", "3/10"),
        ("1/3", "1", "%", "100/3"),
    ] {
        let from: Unit = parse(from);
        let converted = from.convert(ratio(value), parse(to));
        assert_eq!(converted, Ok(ratio(expected)), "{value} {from} in {to}");
    }
}

#[test]
fn units_of_other_things_do_not_convert() {
    for (from, to) in [
        ("万元/亩", "万元/亩·年"),
        ("万元/吨标准煤", "吨标准煤/万元"),
        ("万元/亩", "1"),
        ("吨标准煤", "吨"),
        ("米", "平方米"),
        ("吨/年", "吨"),
    ] {
        let from: Unit = parse(from);
        let refused = from.convert(Ratio::ONE, parse(to));
        assert!(
            matches!(refused, Err(UnitError::Incompatible { .. })),
            "{from} in {to}"
        );
    }
}

#[test]
fn every_way_to_write_a_unit_is_read_as_one() {
    for (written, printed) in [
        ("wan CNY/mu", "万元/亩"),
        ("万元/(亩·年)", "万元/亩·年"),
        ("万元/（亩·年）", "万元/亩·年"),
        ("万元/亩/年", "万元/亩·年"),
        ("元/m²", "元/平方米"),
        ("tce/wan CNY", "吨标准煤/万元"),
        ("吨标煤/万元", "吨标准煤/万元"),
        ("吨标准煤/年", "吨标准煤/年"),
        ("％", "%"),
        ("1", "1"),
        ("米", "米"),
    ] {
        let unit: Unit = parse(written);
        assert_eq!(unit.to_string(), printed, "{written}");
        assert_eq!(parse::<Unit>(printed), unit);
    }
    for none in ["", "万元/", "/亩", "万元", "万元/亩·月", "年"] {
        assert_eq!(none.parse::<Unit>().is_err(), none != "万元", "{none}");
    }
    assert!(matches!(
        Unit::per(AreaUnit::Mu, AreaUnit::Hectare),
        Err(UnitError::Alike { .. })
    ));
}

#[test]
fn amounts_print_their_decimal_or_their_fraction() {
    for (given, printed) in [
        ("162.50万元/亩", "162.5万元/亩"),
        ("162.5 万元/亩", "162.5万元/亩"),
        ("200/4万元/亩", "50万元/亩"),
        ("2/3", "2/3"),
        ("-12%", "-12%"),
        (
            "100.000000000000000000000000000000001米",
            "100000000000000000000000000000000001/1000000000000000000000000000000000米",
        ),
    ] {
        let amount: Amount = parse(given);
        assert_eq!(amount.to_string(), printed);
        assert_eq!(parse::<Amount>(printed), amount);
    }
}

#[test]
fn cells_of_real_tables_are_read() {
    for (given, printed) in [
        ("≥150万元/亩", "≥150万元/亩"),
        ("≥ 150 万元/亩", "≥150万元/亩"),
        (">=150万元/亩", "≥150万元/亩"),
        ("不低于150万元/亩", "≥150万元/亩"),
        ("150万元/亩以上", "≥150万元/亩"),
        ("大于等于1.0", "≥1.0"),
        ("高于1.0", ">1.0"),
        ("超过1.0", ">1.0"),
        ("＞1.0", ">1.0"),
        ("≤7%", "≤7%"),
        ("不超过7%", "≤7%"),
        ("7%以内", "≤7%"),
        ("7%以下", "≤7%"),
        ("低于7%", "<7%"),
        ("不满7%", "<7%"),
        ("≥1.0且≤2.0", "≥1.0且≤2.0"),
        ("大于1.3并且小于或等于2.0", ">1.3且≤2.0"),
        ("≥30且≤60%", "≥30%且≤60%"),
        ("不低于1.0，且不高于2.0", "≥1.0且≤2.0"),
        ("≥1.0，≤2.0", "≥1.0且≤2.0"),
        ("1.0≤容积率≤2.0", "≥1.0且≤2.0"),
        ("1.0<容积率＜2.0", ">1.0且<2.0"),
        ("等于1.5", "=1.5"),
        // Longchang 2022: the output per mu depends on the trade.
        ("≥250–350万元/亩", "≥250–350万元/亩"),
        ("≥250-350万元/亩", "≥250–350万元/亩"),
        ("≥250～350万元/亩", "≥250–350万元/亩"),
        ("/", "/"),
        ("／", "/"),
        ("一事一议", "一事一议"),
        ("按川办发〔2020〕12号文件", "按川办发〔2020〕12号文件"),
        (
            "符合《大气污染物综合排放标准》GB 16297",
            "符合《大气污染物综合排放标准》GB 16297",
        ),
        ("不低于国家标准", "不低于国家标准"),
    ] {
        let threshold = cell(given);
        assert_eq!(threshold.to_string(), printed, "{given}");
        assert_eq!(cell(printed), threshold);
        let words = format!("{threshold:#}");
        assert_eq!(cell(&words), threshold, "{words}");
    }
    for words in [
        "按环评批复执行",
        "达到GB 18484标准",
        "执行川办发〔2020〕12号",
    ] {
        assert!(matches!(cell(words), Threshold::Reference(_)), "{words}");
    }
    assert!(matches!(cell("不低于国家标准"), Threshold::Qualitative(_)));
}

#[test]
fn cells_that_say_nothing_certain_are_refused() {
    for given in [
        "",
        " ≥1",
        "约1.3",
        "150",
        "1.0–2.0",
        "≥",
        "≥x",
        "≥1,000",
        "≥１５０",
        "≥-1",
        "≥1.",
        "≥8斤",
        "≥1 1",
        "≥2–1",
        "≥1–1",
        ">2且<1",
        ">1且≤1",
        "≥1且≥2",
        "≥1%且≤2",
        "等于1–2",
        "容积率1.0",
        "≥1\n",
        "≥1且",
        "≥150/亩",
        "1.0≤",
        "≤1.0≤2.0",
    ] {
        let read = given.parse::<Threshold>();
        assert_eq!(read.is_err(), given != "≥1%且≤2", "{given:?}: {read:?}");
    }
    let long = "优".repeat(201);
    assert!(long.parse::<Threshold>().is_err());
    // A number alone needs to know what it limits.
    let share = Indicator::usual(CoreIndicator::AdministrativeShare);
    assert_eq!(share.read("7"), Ok(cell("≤7%")));
    let tax = Indicator::usual(CoreIndicator::TaxPerArea);
    assert_eq!(tax.read("8"), Ok(cell("≥8万元/亩·年")));
    let within = Indicator::new(parse("容积率"), Unit::NUMBER, Direction::Within).unwrap();
    assert_eq!(within.read("1.0–2.0"), Ok(cell("≥1.0且≤2.0")));
    assert!(within.read("1.0").is_err());
}

#[test]
fn direction_is_not_fixed_by_name() {
    // Zhejiang: value added per tonne of coal. Jiangxi: a standard of energy.
    let energy = || IndicatorKind::from(CoreIndicator::Energy);
    let zhejiang = Indicator::new(energy(), parse("万元/吨标准煤"), Direction::AtLeast).unwrap();
    let jiangxi = Indicator::new(energy(), parse("吨标准煤/万元"), Direction::AtMost).unwrap();
    assert_eq!(zhejiang.read("2.694"), Ok(cell("≥2.694万元/吨标准煤")));
    assert_eq!(jiangxi.read("0.5"), Ok(cell("≤0.5吨标准煤/万元")));
    assert!(matches!(
        jiangxi.read("≥0.5"),
        Err(IndicatorError::Direction { .. })
    ));
    assert!(matches!(
        zhejiang.read("≥2.7吨标准煤/万元"),
        Err(IndicatorError::Unit { .. })
    ));
    // Words and signs without a number have no side.
    for words in ["/", "一事一议", "按环评批复执行", "达到先进水平"] {
        assert!(jiangxi.read(words).is_ok(), "{words}");
    }
}

#[test]
fn every_common_indicator_has_a_formula_in_its_usual_unit() {
    for core in CoreIndicator::ALL {
        let indicator = Indicator::usual(*core);
        let formula = indicator.formula();
        assert!(formula.is_some(), "{core}");
        assert_eq!(formula, Formula::of(*core, indicator.unit()));
        let made = Indicator::new((*core).into(), indicator.unit(), indicator.direction());
        assert_eq!(made, Ok(indicator));
        assert!(matches!(
            Indicator::new((*core).into(), parse("吨/亩"), Direction::AtLeast),
            Err(IndicatorError::Formula { .. })
        ));
    }
    let local = Indicator::new(parse("机器人密度"), parse("吨/亩"), Direction::AtLeast).unwrap();
    assert_eq!(local.formula(), None);
    // A tonne of coal per yuan of one year: no year is left over.
    let yearly = parse::<Unit>("吨标准煤/万元").yearly();
    assert_eq!(Formula::of(CoreIndicator::Energy, yearly), None);
}

/// The rows of the file that the table is made of.
fn rows() -> Vec<[&'static str; 9]> {
    let file = include_str!("../../../data/control-standards.csv");
    let cells = |line: &'static str| line.split(',').collect::<Vec<_>>().try_into().unwrap();
    file.lines().skip(1).map(cells).collect()
}

#[test]
fn the_national_standards_are_those_of_the_file() {
    for (name, standard) in [
        ("national-2008", ControlStandard::national_2008()),
        ("national-2023", ControlStandard::national_2023()),
    ] {
        let rows: Vec<_> = rows().into_iter().filter(|row| row[0] == name).collect();
        assert_eq!(standard.provisions().len(), rows.len());
        for [
            _,
            document,
            edition,
            code,
            indicator,
            threshold,
            force,
            clause,
            certainty,
        ] in rows
        {
            assert_eq!(*standard.document(), document);
            assert_eq!(standard.classification(), parse(edition));
            let trade = (!code.is_empty()).then(|| parse(&format!("{edition} {code}")));
            let kind: IndicatorKind = parse(indicator);
            let mut same = standard.provisions().iter().filter(|provision| {
                provision.trade() == trade && *provision.indicator().kind() == kind
            });
            let provision = same.next().unwrap();
            assert_eq!(*provision.threshold(), parse(threshold));
            assert_eq!(provision.force(), parse(force));
            assert_eq!(provision.clause().unwrap_or_default(), clause);
            assert_eq!(provision.certainty(), parse(certainty));
        }
    }
}

#[test]
fn the_floor_area_minima_of_2008_are_those_of_table_2() {
    // Control indicators for industrial projects, 2008, table 2, by division
    // of GB/T 4754-2002.
    let minima = "13 1.0 14 1.0 15 1.0 16 1.0 17 0.8 18 1.0 19 1.0 20 0.8 21 0.8 22 0.8 23 0.8 \
                  24 1.0 25 0.5 26 0.6 27 0.7 28 0.8 29 0.8 30 1.0 31 0.7 32 0.6 33 0.6 34 0.7 \
                  35 0.7 36 0.7 37 0.7 39 0.7 40 1.0 41 1.0 42 1.0 43 0.7";
    let words: Vec<&str> = minima.split_whitespace().collect();
    let national = ControlStandard::national_2008();
    let kind = CoreIndicator::FloorAreaRatio.into();
    for pair in words.chunks(2) {
        let trade = parse(&format!("GB/T 4754-2002 {}", pair[0]));
        let found = national.applying_to(&kind, trade).unwrap().unwrap();
        assert_eq!(
            found.provision.threshold().to_string(),
            format!("≥{}", pair[1])
        );
        assert_eq!(found.provision.force(), Force::Binding);
        assert_eq!(found.provision.certainty(), Certainty::Seen);
    }
    // 38 is not a division of 2002; power (44) and its classes have no minimum.
    assert!(IndustryCode::new(Edition::E2002, "38").is_err());
    for code in ["44", "4411", "A"] {
        let trade = parse(&format!("GB/T 4754-2002 {code}"));
        assert_eq!(national.applying_to(&kind, trade), Ok(None), "{code}");
    }
}

#[test]
fn of_2023_three_bind_and_three_are_recommended() {
    let national = ControlStandard::national_2023();
    let trade: IndustryCode = parse("GB/T 4754-2017 3514");
    let force = |core: CoreIndicator| {
        let found = national.applying_to(&core.into(), trade).unwrap().unwrap();
        found.provision.force()
    };
    for core in [
        CoreIndicator::FloorAreaRatio,
        CoreIndicator::BuildingCoefficient,
        CoreIndicator::AdministrativeShare,
    ] {
        assert_eq!(force(core), Force::Binding, "{core}");
    }
    for core in [
        CoreIndicator::InvestmentIntensity,
        CoreIndicator::OutputPerArea,
        CoreIndicator::TaxPerArea,
    ] {
        assert_eq!(force(core), Force::Recommended, "{core}");
    }
    // No number of 2023 passes for seen before someone has looked.
    for provision in national.provisions() {
        let number = provision.threshold().limits().is_some();
        assert_eq!(number, provision.certainty() == Certainty::Remembered);
    }
}

#[test]
fn what_applies_is_the_nearest_from_class_to_division() {
    let kind: IndicatorKind = CoreIndicator::FloorAreaRatio.into();
    let indicator = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let of = |code: &str, text: &str| {
        let provision = Provision::new(indicator.clone(), cell(text)).unwrap();
        provision.of_trade(parse(&format!("GB/T 4754-2002 {code}")))
    };
    let standard = ControlStandard::national_2008()
        .with(of("351", "≥0.8"))
        .unwrap()
        .with(of("3513", "≥0.9"))
        .unwrap();
    for (code, expected) in [
        ("3513", "≥0.9"),
        ("3514", "≥0.8"),
        ("351", "≥0.8"),
        ("352", "≥0.7"),
        ("3529", "≥0.7"),
        ("35", "≥0.7"),
        ("36", "≥0.7"),
        ("25", "≥0.5"),
    ] {
        let trade = parse(&format!("GB/T 4754-2002 {code}"));
        let found = standard.applying_to(&kind, trade).unwrap().unwrap();
        assert_eq!(found.provision.threshold().to_string(), expected, "{code}");
    }
    // What holds for all trades is last.
    let coefficient = CoreIndicator::BuildingCoefficient.into();
    let found = standard.applying_to(&coefficient, parse("GB/T 4754-2002 3513"));
    assert_eq!(found.unwrap().unwrap().provision.trade(), None);
    assert!(matches!(
        standard.clone().with(of("35", "≥1.0")),
        Err(StandardError::Repeated { .. })
    ));
}

#[test]
fn codes_of_another_edition_are_refused_not_looked_up() {
    let national = ControlStandard::national_2008();
    let kind = CoreIndicator::FloorAreaRatio.into();
    // 36 is special machinery in 2002, and motor vehicles in 2017.
    let vehicles = parse("36");
    assert!(matches!(
        national.applying_to(&kind, vehicles),
        Err(StandardError::OtherEdition { .. })
    ));
    let provision = Provision::new(Indicator::usual(CoreIndicator::FloorAreaRatio), cell("≥1"));
    assert!(matches!(
        national.with(provision.unwrap().of_trade(vehicles)),
        Err(StandardError::OtherEdition { .. })
    ));
    for bad in ["3", "35145", "00", "3a", "U", "", "３５"] {
        let trade = IndustryCode::new(Edition::E2002, bad);
        assert!(trade.is_err(), "{bad:?}");
    }
}

#[test]
fn strictness_is_that_of_the_values_not_of_the_print() {
    for (a, b, expected) in [
        ("≥1.2", "≥0.7", Strictness::Tighter),
        ("≥1.0", "≥1", Strictness::Same),
        (">1.0", "≥1.0", Strictness::Tighter),
        ("≤7%", "<7%", Strictness::Looser),
        ("≤0.07", "≤7%", Strictness::Same),
        ("≥2250万元/公顷", "≥150万元/亩", Strictness::Same),
        ("≥2249.99万元/公顷", "≥150万元/亩", Strictness::Looser),
        ("≥1且≤2", "≥1", Strictness::Tighter),
        ("≥1且≤2", "≥0.9且≤2.1", Strictness::Tighter),
        ("≥1且≤2", "≥1.1且≤2.1", Strictness::Crossing),
        ("≥250–350", "≥250", Strictness::Tighter),
        ("≥250–350", "≥300", Strictness::Crossing),
        ("≥250–350", "≥350", Strictness::Looser),
        ("/", "/", Strictness::Same),
        ("/", "一事一议", Strictness::Incomparable),
        ("≥1万元/亩", "≥1万元/亩·年", Strictness::Incomparable),
        ("按环评批复", "按环评批复", Strictness::Same),
    ] {
        assert_eq!(cell(a).against(&cell(b)), expected, "{a} against {b}");
    }
}

fn local_ratio(text: &str, trade: Option<&str>) -> ControlStandard {
    let indicator = Indicator::usual(CoreIndicator::FloorAreaRatio);
    let mut provision = Provision::new(indicator, cell(text)).unwrap();
    if let Some(code) = trade {
        provision = provision.of_trade(parse(&format!("GB/T 4754-2002 {code}")));
    }
    let document = parse("某县标准地指标（2022年）");
    ControlStandard::new(document, Edition::E2002)
        .with(provision)
        .unwrap()
}

#[test]
fn a_local_standard_may_tighten_and_whether_it_may_loosen_is_a_rule() {
    let national = ControlStandard::national_2008;
    let kind: IndicatorKind = CoreIndicator::FloorAreaRatio.into();
    let both = |local: ControlStandard, rule| LocalStandard::new(national(), local, rule);
    let applying = |standard: &LocalStandard, code: &str| -> Vec<String> {
        let trade = parse(&format!("GB/T 4754-2002 {code}"));
        let found = standard.applying_to(&kind, trade).unwrap();
        let text =
            |found: &Applicable<'_>| format!("{} {}", found.document, found.provision.threshold());
        found.iter().map(text).collect()
    };
    // For all trades 0.75: stricter than the 0.7 of 35, looser than 13's 1.0.
    let loose = local_ratio("≥0.75", None);
    let refused = both(loose.clone(), Loosening::Refused).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("is looser than the binding GB/T 4754-2002 13: 容积率 ≥1.0"),
        "{refused}"
    );
    let ignored = both(loose.clone(), Loosening::Ignored).unwrap();
    assert_eq!(applying(&ignored, "35"), ["某县标准地指标（2022年） ≥0.75"]);
    assert_eq!(
        applying(&ignored, "13"),
        ["工业项目建设用地控制指标（2008年） ≥1.0"]
    );
    // No national minimum for 44: the local one stands alone.
    assert_eq!(applying(&ignored, "44"), ["某县标准地指标（2022年） ≥0.75"]);
    let allowed = both(loose, Loosening::Allowed).unwrap();
    assert_eq!(applying(&allowed, "13"), ["某县标准地指标（2022年） ≥0.75"]);
    // Eleven divisions with 1.0 and seven with 0.8, once each.
    assert_eq!(allowed.loosened().len(), 18);
    assert_eq!(allowed.loosened(), ignored.loosened());

    let tighter = both(local_ratio("≥0.8", Some("3514")), Loosening::Refused).unwrap();
    assert!(tighter.loosened().is_empty());
    assert_eq!(
        applying(&tighter, "3514"),
        ["某县标准地指标（2022年） ≥0.8"]
    );
    assert_eq!(
        applying(&tighter, "3519"),
        ["工业项目建设用地控制指标（2008年） ≥0.7"]
    );
    // Where they do not compare, both hold.
    let words = both(local_ratio("一事一议", Some("35")), Loosening::Refused).unwrap();
    assert_eq!(applying(&words, "35").len(), 2);
    // Not to apply is to loosen.
    assert!(both(local_ratio("/", Some("35")), Loosening::Refused).is_err());
}

#[test]
fn advice_may_be_loosened_and_editions_may_not_be_mixed() {
    let tax = Indicator::usual(CoreIndicator::TaxPerArea);
    let of = |document: &str, text: &str, force| {
        let provision = Provision::new(tax.clone(), tax.read(text).unwrap()).unwrap();
        ControlStandard::new(parse(document), Edition::E2017)
            .with(provision.with_force(force))
            .unwrap()
    };
    let county = || of("county", "≥8", Force::Binding);
    let advice = of("province", "≥10", Force::Recommended);
    let both = LocalStandard::new(advice, county(), Loosening::Refused).unwrap();
    assert_eq!(both.loosened().len(), 1);
    let found = both.all_for(parse("GB/T 4754-2017 3514")).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].document.as_str(), "county");
    let binding = of("province", "≥10", Force::Binding);
    assert!(LocalStandard::new(binding, county(), Loosening::Refused).is_err());
    assert!(matches!(
        LocalStandard::new(
            ControlStandard::national_2008(),
            county(),
            Loosening::Allowed
        ),
        Err(StandardError::Editions { .. })
    ));
}

#[test]
fn the_table_of_a_county_is_a_standard() {
    // Longchang 2022: investment ≥150, tax ≥8, output by trade, research not
    // for all trades; money in 万元/亩.
    let row = |core: CoreIndicator, unit: &str, text: &str| {
        let indicator = Indicator::new(core.into(), parse(unit), Direction::AtLeast).unwrap();
        let threshold = indicator.read(text).unwrap();
        Provision::new(indicator, threshold).unwrap()
    };
    let research = |code: &str, text: &str| {
        let provision = row(CoreIndicator::ResearchShare, "%", text);
        provision.of_trade(parse(&format!("GB/T 4754-2017 {code}")))
    };
    let county = [
        row(CoreIndicator::InvestmentIntensity, "万元/亩", "≥150"),
        row(CoreIndicator::TaxPerArea, "万元/亩", "≥8"),
        row(CoreIndicator::OutputPerArea, "万元/亩", "≥250–350"),
        row(CoreIndicator::ResearchShare, "%", "/"),
        research("26", "≥1%"),
        research("27", "≥2%"),
    ]
    .into_iter()
    .try_fold(
        ControlStandard::new(parse("隆昌（2022年）"), Edition::E2017),
        ControlStandard::with,
    )
    .unwrap();
    let cells = |code: &str| -> Vec<String> {
        let found = county.all_for(parse(&format!("GB/T 4754-2017 {code}")));
        let cell = |found: &Applicable<'_>| found.provision.threshold().to_string();
        found.unwrap().iter().map(cell).collect()
    };
    let shared = ["≥150万元/亩", "≥8万元/亩"];
    assert_eq!(cells("131"), [shared[0], shared[1], "/", "≥250–350万元/亩"]);
    assert_eq!(
        cells("2614"),
        [shared[0], shared[1], "≥1%", "≥250–350万元/亩"]
    );
    assert_eq!(
        cells("2710"),
        [shared[0], shared[1], "≥2%", "≥250–350万元/亩"]
    );
}

#[test]
fn n_and_x_are_listed_together() {
    let robots = Indicator::new(parse("机器人密度"), parse("1"), Direction::AtLeast).unwrap();
    let x = Provision::new(robots.clone(), robots.read("0.5").unwrap()).unwrap();
    let local = local_ratio("≥1.5", None).with(x).unwrap();
    let both =
        LocalStandard::new(ControlStandard::national_2008(), local, Loosening::Refused).unwrap();
    let trade = parse("GB/T 4754-2002 3514");
    let found = both.all_for(trade).unwrap();
    let texts: Vec<String> = found
        .iter()
        .map(|found| found.provision.threshold().to_string())
        .collect();
    assert_eq!(
        texts,
        [
            "见《工业项目建设用地控制指标》（2008年）表1",
            "≥1.5",
            "≥30%",
            "≤7%",
            "≤20%",
            "≥0.5"
        ]
    );
}
