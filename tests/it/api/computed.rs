//! Numbers from workbooks and programs: typed, computed, rounded by name.
#![expect(
    clippy::float_arithmetic,
    reason = "what a workbook computes in binary floating point is what is to be read"
)]

use proptest::prelude::*;
use standard_land::audit::{PrintedUnit, Published};
use standard_land::exact::NumberError;
use standard_land::quantity::{
    Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, MoneyUnit, QuantityError, Term,
    TermUnit, UnitPrice,
};
use standard_land::rust_decimal::Decimal;
use standard_land::{Area, AreaUnit, Mode, Money, Percent, Ratio, Rounding};

use super::parse;

#[test]
fn a_typed_number_is_read_exactly_or_refused() {
    for (float, text) in [
        (37.18, "37.18 ha"),
        (0.0, "0 ha"),
        (-0.0, "0 ha"),
        (1e-8, "0.00000001 ha"),
        (1.5e9, "1500000000 ha"),
    ] {
        let cell = Area::from_computed(float, AreaUnit::Hectare).unwrap();
        assert_eq!(cell.value(), parse(text), "{float}");
        assert!(!cell.is_computed(), "{float}");
        assert!(cell.lost().is_zero(), "{float}");
    }
    // Typed finer than an area can be.
    let fine = Area::from_computed(0.123_456_789_012, AreaUnit::SquareMetre);
    assert!(
        matches!(fine, Err(QuantityError::TooPrecise { .. })),
        "{fine:?}"
    );
    let below = Area::from_computed(-1.5, AreaUnit::Hectare);
    assert!(
        matches!(below, Err(QuantityError::Negative { .. })),
        "{below:?}"
    );
    let large = Area::from_computed(1e18, AreaUnit::Hectare);
    assert!(
        matches!(large, Err(QuantityError::OutOfRange { .. })),
        "{large:?}"
    );
    for float in [f64::NAN, f64::INFINITY] {
        let error = Money::from_computed(float, MoneyUnit::Yuan).unwrap_err();
        let QuantityError::Number { source, .. } = error else {
            panic!("{error:?}");
        };
        assert!(
            matches!(*source, NumberError::NotANumber { .. }),
            "{source:?}"
        );
    }
    for float in [f64::MAX, f64::MIN_POSITIVE, 1e-40] {
        let error = Money::from_computed(float, MoneyUnit::Yuan).unwrap_err();
        let QuantityError::Number { source, .. } = error else {
            panic!("{error:?}");
        };
        assert!(
            matches!(*source, NumberError::TooManyDigits { .. }),
            "{source:?}"
        );
    }
}

#[test]
fn a_computed_number_is_rounded_and_says_what_was_lost() {
    let sum = 3.01 + 0.51 + 1.21 + 1.01;
    assert_eq!(sum.to_string(), "5.739999999999999");
    let cell = Area::from_computed(sum, AreaUnit::Hectare).unwrap();
    assert_eq!(cell.value(), parse("5.74 ha"));
    assert!(cell.is_computed());
    // 10⁻¹⁵ ha, each of 1.5·10⁹ quanta.
    assert_eq!(cell.lost(), Ratio::new(-3, 2_000_000).unwrap());

    // 30.5 mu in hectares has no finite decimal: 15 digits are finer than an area.
    let cell = Area::from_computed(30.5 / 15.0, AreaUnit::Hectare).unwrap();
    assert_eq!(cell.value(), parse("30.5 mu"));
    assert!(cell.is_computed());

    let debt = Money::from_computed(-(0.1 + 0.2), MoneyUnit::Yuan).unwrap();
    assert_eq!(debt.value(), parse("-0.30元"));
    assert!(debt.lost().is_negative());
    // What is left over where nothing should be.
    let nothing = Length::from_computed(0.1 + 0.2 - 0.3, LengthUnit::Metre).unwrap();
    assert_eq!(nothing.value(), Length::ZERO);
    assert!(nothing.is_computed() && !nothing.lost().is_zero());
    let below = Area::from_computed(0.3 - 0.1 - 0.2, AreaUnit::Hectare).unwrap();
    assert_eq!(below.value(), Area::ZERO);
    assert!(below.lost().is_negative());
    let below = Area::from_computed(0.3 - 0.1 - 0.3, AreaUnit::Hectare);
    assert!(
        matches!(below, Err(QuantityError::Negative { .. })),
        "{below:?}"
    );
    // However many digits it has, a message quotes few of them.
    let large = Area::from_computed(1e300, AreaUnit::Hectare).unwrap_err();
    assert!(large.to_string().len() < 200, "{large}");
}

#[test]
fn every_quantity_has_the_same_operations() {
    macro_rules! has {
        ($($name:ident in $unit:expr, $text:literal;)+) => {$({
            let one: $name = parse($text);
            let two = one.checked_add(one).unwrap();
            assert_eq!(two.checked_sub(one), Ok(one));
            assert_eq!($name::total([one, one]), Ok(two));
            assert!(!one.is_zero() && $name::ZERO.is_zero());
            assert_eq!(two.ratio_to(one).unwrap().to_string(), "2/1");
            assert!(one.ratio_to($name::ZERO).is_err());
            assert!($name::MAX.checked_add(one).is_err());
            assert!($name::total([$name::MAX, one]).is_err());
            assert_eq!($name::parse_in("2.5", $unit), Ok(one));
            assert_eq!($name::new(Decimal::new(25, 1), $unit), Ok(one));
            let (held, lost) = $name::rounded(Decimal::new(25, 1), $unit, Mode::AwayFromZero).unwrap();
            assert!(held == one && lost.is_zero());
            assert_eq!($name::from_computed(2.5, $unit).unwrap().value(), one);
            assert_eq!(one.amount($unit).to_string(), "5/2");
            let printed = one.round_in($unit, Rounding::half_up(2)).unwrap();
            assert!(printed.to_string().starts_with("2.50 "));
        })+};
    }
    has! {
        Area in AreaUnit::Mu, "2.5 mu";
        Money in MoneyUnit::HundredMillionYuan, "2.5亿元";
        Length in LengthUnit::Metre, "2.5 m";
        Energy in EnergyUnit::KilogramOfCoal, "2.5千克标准煤";
        Mass in MassUnit::Kilogram, "2.5千克";
    }
    assert_eq!(
        Term::new(Decimal::new(25, 1), TermUnit::Year),
        Ok(parse("2.5年"))
    );
    assert!(Term::new(Decimal::ZERO, TermUnit::Year).is_err());
    // A whole below zero.
    let debt: Money = parse("-2元");
    assert_eq!(
        parse::<Money>("1元").ratio_to(debt).unwrap().to_string(),
        "-1/2"
    );
    assert_eq!(debt.ratio_to(debt).unwrap().to_string(), "1/1");
}

#[test]
fn decimals_go_in_and_out() {
    let decimal = Decimal::new(1540, 2);
    let percent = Percent::try_from(decimal).unwrap();
    assert_eq!(percent, parse("15.40%"));
    assert_eq!(Decimal::from(percent), decimal);
    assert!(Percent::try_from(Decimal::new(1, 17)).is_err());
    assert!(Percent::try_from(Decimal::MAX).is_err());

    let printed = Published::from_decimal(decimal, PrintedUnit::Percent).unwrap();
    assert_eq!(printed, parse("15.40%"));
    assert_eq!(printed.to_decimal(), decimal);
    assert!(Published::from_decimal(Decimal::MAX, PrintedUnit::Percent).is_err());
    assert!(Published::from_decimal(Decimal::new(1, 19), PrintedUnit::Percent).is_err());

    let rate = Decimal::new(85, 1);
    let price = UnitPrice::from_rate(rate, MoneyUnit::TenThousandYuan, AreaUnit::Mu).unwrap();
    assert_eq!(price.to_string(), "85000.00 CNY / 1 mu");
    assert_eq!(
        price.to_decimal(MoneyUnit::TenThousandYuan, AreaUnit::Mu),
        Ok(rate)
    );
    assert!(
        price
            .to_decimal(MoneyUnit::Yuan, AreaUnit::SquareMetre)
            .is_ok()
    );
    let third = parse::<Money>("1元").per(parse("1 mu")).unwrap();
    assert!(
        third
            .to_decimal(MoneyUnit::Yuan, AreaUnit::SquareMetre)
            .is_ok()
    );
    let third = parse::<Money>("1元").per(parse("3 mu")).unwrap();
    assert!(third.to_decimal(MoneyUnit::Yuan, AreaUnit::Mu).is_err());
    assert!(UnitPrice::from_rate(Decimal::new(1, 3), MoneyUnit::Yuan, AreaUnit::Mu).is_err());
}

proptest! {
    /// The sum that a workbook shows is the sum of what was typed, however it
    /// was added up.
    #[test]
    fn sums_of_a_workbook_are_those_of_its_cells(
        cells in prop::collection::vec(0_u32..10_000_000, 1..12)
    ) {
        let typed = |cell: &u32| Decimal::new(i64::from(*cell), 4);
        let float = |cell: &u32| f64::from(*cell) / 10_000.0;
        let sum = cells.iter().map(float).fold(0.0, |sum, cell| sum + cell);
        let exact = Area::total(
            cells.iter().map(|cell| Area::new(typed(cell), AreaUnit::Hectare).unwrap()),
        );
        let read = Area::from_computed(sum, AreaUnit::Hectare).unwrap();
        prop_assert_eq!(Ok(read.value()), exact);
    }

    /// Rounding on the way in is that of a fraction, below zero too.
    #[test]
    fn rounding_is_that_of_fractions(mantissa in -1_000_000_000_000_000..1_000_000_000_000_000_i64, scale in 0_u32..12) {
        let amount = Decimal::new(mantissa, scale);
        for mode in Mode::ALL {
            let (held, lost) = Money::rounded(amount, MoneyUnit::Yuan, *mode).unwrap();
            let fen = Ratio::from(amount).checked_mul(Ratio::from(100_u8)).unwrap();
            let whole = fen.round(Rounding::new(0, *mode)).unwrap();
            prop_assert_eq!(i128::from(held.fen()), whole.mantissa(), "{} {:?}", amount, mode);
            let rest = fen.checked_sub(Ratio::from(held.fen())).unwrap();
            prop_assert_eq!(lost, rest, "{} {:?}", amount, mode);
        }
    }
}
