//! One lexicon: whatever reads a number with its unit reads one value, or
//! refuses by a rule that has a name.
//!
//! The grid is every numeral × magnitude × unit × qualifier below, each in
//! half and full width and in traditional characters. What each should be is
//! computed here, from a list of its own.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "an overflow in a test fails the test"
)]

use std::fmt::Debug;

use standard_land::audit::{PrintedUnit, Published, PublishedError};
use standard_land::briefing::Briefing;
use standard_land::exact::Ratio;
use standard_land::quantity::{
    Area, AreaUnit, Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, Money, MoneyUnit,
    Printed, Qualifier, QuantityError,
};

/// Numerals, and what they are, times a hundred.
const NUMERALS: [(&str, u128); 10] = [
    ("7", 700),
    ("37.18", 3718),
    ("0.50", 50),
    ("233", 23_300),
    ("2,012.48", 201_248),
    ("七", 700),
    ("十五", 1500),
    ("二百三十三", 23_300),
    ("十五点四三", 1543),
    ("两", 200),
];

/// What multiplies, and its zeros.
const MAGNITUDES: [(&str, u32); 6] = [
    ("", 0),
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("千万", 7),
    ("亿", 8),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Area,
    Money,
    Energy,
    Mass,
    Length,
    Count,
    Share,
    Other,
}

/// Units, what they measure, and one of them in the smallest amounts: 10⁻⁸
/// mu, fen, grams of coal, grams, millimetres, one, thousandths.
const UNITS: [(&str, Kind, u128); 22] = [
    ("亩", Kind::Area, 100_000_000),
    ("公顷", Kind::Area, 1_500_000_000),
    ("平方米", Kind::Area, 150_000),
    ("㎡", Kind::Area, 150_000),
    ("平方公里", Kind::Area, 150_000_000_000),
    ("ha", Kind::Area, 1_500_000_000),
    ("mu", Kind::Area, 100_000_000),
    ("元", Kind::Money, 100),
    ("吨标准煤", Kind::Energy, 1_000_000),
    ("千克标煤", Kind::Energy, 1_000),
    ("千克", Kind::Mass, 1_000),
    ("公斤", Kind::Mass, 1_000),
    ("米", Kind::Length, 1_000),
    ("宗", Kind::Count, 1_000),
    ("户", Kind::Count, 1_000),
    ("块", Kind::Count, 1_000),
    ("%", Kind::Share, 10),
    ("‰", Kind::Share, 1),
    ("成", Kind::Share, 100),
    ("倍", Kind::Share, 1_000),
    ("层", Kind::Other, 0),
    ("英亩", Kind::Other, 0),
];

/// Words before the number, in it and behind the unit.
const WORDS: [(&str, &str, &str, Qualifier); 16] = [
    ("", "", "", Qualifier::Exactly),
    ("约", "", "", Qualifier::About),
    ("大约 ", "", "", Qualifier::About),
    ("近", "", "", Qualifier::Nearly),
    ("超过", "", "", Qualifier::Over),
    ("逾", "", "", Qualifier::Over),
    ("不低于", "", "", Qualifier::AtLeast),
    ("≥", "", "", Qualifier::AtLeast),
    ("不足", "", "", Qualifier::Under),
    ("不超过", "", "", Qualifier::AtMost),
    ("", "余", "", Qualifier::Over),
    ("", "", "以上", Qualifier::AtLeast),
    ("", "", "以内", Qualifier::AtMost),
    ("", "", "左右", Qualifier::About),
    ("", "", "上下", Qualifier::About),
    ("", "", "有余", Qualifier::Over),
];

/// The same text in full width.
fn wide(text: &str) -> String {
    let turned = |found: char| match found {
        '0'..='9' | 'a'..='z' | '.' | '%' => {
            char::from_u32(u32::from(found) + 0xFEE0).unwrap_or(found)
        }
        other => other,
    };
    text.chars().map(turned).collect()
}

/// The same text in traditional characters.
fn traditional(text: &str) -> String {
    let turned = |found: char| match found {
        '亩' => '畝',
        '顷' => '頃',
        '万' => '萬',
        '亿' => '億',
        '户' => '戶',
        '块' => '塊',
        '约' => '約',
        '过' => '過',
        '于' => '於',
        '余' => '餘',
        '内' => '內',
        '两' => '兩',
        '点' => '點',
        '吨' => '噸',
        '标' => '標',
        '准' => '準',
        '层' => '層',
        other => other,
    };
    text.chars().map(turned).collect()
}

/// What a text of the grid is.
struct Expected {
    text: String,
    kind: Kind,
    /// In smallest amounts, times a hundred.
    hundredths: u128,
    word: Qualifier,
}

/// All of the grid where many cases are asked for, else each seventh text of it:
/// no part of the grid repeats after seven.
fn step() -> usize {
    let is_all = proptest::test_runner::Config::default().cases >= 1_000;
    if is_all { 1 } else { 7 }
}

fn grid(mut each: impl FnMut(&Expected)) {
    let (step, mut at) = (step(), 0);
    for (numeral, hundredths) in NUMERALS {
        for (magnitude, zeros) in MAGNITUDES {
            // 两百 is one numeral, and 十五百 none; both are read elsewhere.
            let is_chinese = !numeral.starts_with(|first: char| first.is_ascii_digit());
            if is_chinese && zeros > 0 && zeros != 4 && zeros != 8 {
                continue;
            }
            // 十五点四三 has its 万 behind it.
            for (unit, kind, worth) in UNITS {
                // Behind 千 the unit 克 would not be one.
                if zeros == 3 && unit.starts_with('米') {
                    continue;
                }
                for (before, within, behind, word) in WORDS {
                    let text = format!("{before}{numeral}{magnitude}{within}{unit}{behind}");
                    let more = 10_u128.pow(zeros);
                    for text in [text.clone(), wide(&text), traditional(&text)] {
                        at += 1;
                        if at % step != 0 {
                            continue;
                        }
                        each(&Expected {
                            text,
                            kind,
                            hundredths: hundredths * more * worth,
                            word,
                        });
                    }
                }
            }
        }
    }
}

/// A quantity of the kind has the value; one of another kind, one that is not
/// exact or one that cannot be held is refused by name.
fn exact<T: Copy + Debug + std::str::FromStr<Err = QuantityError>>(
    expected: &Expected,
    kind: Kind,
    amount: impl Fn(T) -> Ratio,
) {
    let text = &expected.text;
    match text.parse::<T>() {
        Ok(value) => {
            let whole = Ratio::new(expected.hundredths.try_into().unwrap(), 100).unwrap();
            assert_eq!(amount(value), whole, "{text}");
            assert_eq!(
                (expected.kind, expected.word),
                (kind, Qualifier::Exactly),
                "{text}"
            );
        }
        Err(QuantityError::Qualified { word, .. }) => {
            assert_eq!((expected.kind, expected.word), (kind, word), "{text}");
        }
        Err(QuantityError::TooPrecise { .. }) => {
            assert!(!expected.hundredths.is_multiple_of(100), "{text}");
        }
        Err(QuantityError::OutOfRange { .. }) => {
            assert!(expected.hundredths > u128::from(u64::MAX) * 50, "{text}");
        }
        Err(QuantityError::UnknownUnit { .. } | QuantityError::Number { .. }) => {
            assert_ne!(expected.kind, kind, "{text}");
        }
        Err(error) => panic!("{text}: {error}"),
    }
}

#[test]
fn a_quantity_has_the_value_of_its_text() {
    grid(|expected| {
        exact(expected, Kind::Area, |area: Area| {
            Ratio::new(area.quanta().into(), 1).unwrap()
        });
        exact(expected, Kind::Money, |money: Money| {
            Ratio::new(money.fen().into(), 1).unwrap()
        });
    });
    grid(|expected| {
        if matches!(expected.kind, Kind::Area | Kind::Money | Kind::Share) {
            return;
        }
        let thousand = Ratio::new(1000, 1).unwrap();
        exact(expected, Kind::Energy, |energy: Energy| {
            let coal = energy.amount(EnergyUnit::KilogramOfCoal);
            coal.checked_mul(thousand).unwrap()
        });
        exact(expected, Kind::Mass, |mass: Mass| {
            mass.amount(MassUnit::Kilogram)
                .checked_mul(thousand)
                .unwrap()
        });
        exact(expected, Kind::Length, |length: Length| {
            length
                .amount(LengthUnit::Metre)
                .checked_mul(thousand)
                .unwrap()
        });
    });
}

/// What a printed number is, in smallest amounts of what it measures.
fn amount(printed: Published) -> Option<Ratio> {
    let base: PrintedUnit = match printed.unit() {
        PrintedUnit::Area(_) => PrintedUnit::Area(AreaUnit::Mu),
        PrintedUnit::Money(_) => PrintedUnit::Money(MoneyUnit::Yuan),
        PrintedUnit::Count(counter, _) => {
            PrintedUnit::Count(counter, standard_land::quantity::Magnitude::One)
        }
        _ => PrintedUnit::PLAIN,
    };
    let smallest = match base {
        PrintedUnit::Area(_) => 100_000_000,
        PrintedUnit::Money(_) => 100,
        _ => 1000,
    };
    let worth = printed.unit().in_unit(base)?;
    let amount = printed.amount().checked_mul(worth).ok()?;
    amount.checked_mul(Ratio::new(smallest, 1).ok()?).ok()
}

#[test]
fn a_printed_number_has_the_value_of_its_text_and_briefings_read_the_same() {
    let mut read = 0;
    grid(|expected| {
        let text = &expected.text;
        let printed = text.parse::<Published>();
        match &printed {
            Ok(printed) => {
                read += 1;
                let whole = Ratio::new(expected.hundredths.try_into().unwrap(), 100).unwrap();
                assert_eq!(amount(*printed), Some(whole), "{text}");
                assert_eq!(printed.qualifier(), expected.word, "{text}");
                assert_eq!(printed.to_string().parse(), Ok(*printed), "{text}");
            }
            Err(PublishedError::Unit { .. }) => {
                let measured = matches!(expected.kind, Kind::Area | Kind::Money);
                assert!(!measured || expected.hundredths > 10_u128.pow(18), "{text}");
            }
            Err(error) => panic!("{text}: {error}"),
        }
        // A sentence that says no more.
        let sentence = format!("其中{text}。");
        let briefing = Briefing::read(&sentence);
        let mut figures = briefing.figures();
        match (figures.next(), figures.next()) {
            // 7层, 7英亩 and 7吨标准煤: a sentence says of what, a figure only how many.
            (Some(_), None) if printed.is_err() => {}
            (Some(figure), None) => assert_eq!(figure.value(), printed.ok(), "{text}"),
            // 七层 and 两块 count nothing: the words of a sentence are more.
            (None, None) => assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}"),
            _ => panic!("{text}: several figures"),
        }
    });
    assert!(read > 10_000 / step(), "{read}");
}

#[test]
fn what_is_printed_with_its_places_keeps_them() {
    for (text, usual) in [
        ("２，０１２．４８公頃", "2012.48公顷"),
        ("3.02萬畝", "3.02万亩"),
        ("三亩半", "3.5亩"),
        ("30.10万平方米", "30.10公顷"),
        ("5千公顷", "0.5万公顷"),
    ] {
        let printed: Printed<AreaUnit> = text.parse().unwrap();
        assert_eq!(format!("{printed:#}"), usual, "{text}");
        let published: Published = text.parse().unwrap();
        assert_eq!(published.to_string(), usual, "{text}");
        assert_eq!(published, usual.parse().unwrap(), "{text}");
    }
    let printed: Printed<MoneyUnit> = "5千万元".parse().unwrap();
    assert_eq!(format!("{printed:#}"), "0.5亿元");
}

#[test]
fn ordinary_prints_are_read_by_all() {
    for (text, usual) in [
        ("1.2万亩上下", "约1.2万亩"),
        ("1.2万亩有余", "超1.2万亩"),
        ("3.02萬畝", "3.02万亩"),
        ("２３３宗", "233宗"),
        ("百分之五十七", "57%"),
        ("三亩半", "3.5亩"),
        ("2,012.48公顷", "2012.48公顷"),
        ("5千万元", "0.5亿元"),
        ("3万平方米", "3公顷"),
        ("一半", "五成"),
        ("过半", "超五成"),
        ("千分之三", "3‰"),
        ("20余万亩", "超20万亩"),
        ("−5%", "-5%"),
    ] {
        let printed: Published = text.parse().unwrap();
        assert_eq!(printed, usual.parse().unwrap(), "{text}");
        let briefing = Briefing::read(text);
        let figures: Vec<_> = briefing
            .figures()
            .map(standard_land::briefing::Figure::value)
            .collect();
        assert_eq!(figures, [Some(printed)], "{text}");
    }
}
