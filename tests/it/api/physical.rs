//! Heights, energy and masses.

use standard_land::quantity::{
    Energy, EnergyUnit, Length, LengthUnit, Mass, MassUnit, QuantityError,
};
use standard_land::rust_decimal::Decimal;

use super::parse;

#[test]
fn every_unit_is_read_exactly() {
    for (given, printed) in [
        ("8米", "8 m"),
        ("8.000 m", "8 m"),
        ("0.001 m", "0.001 m"),
        ("18446744073709551.615 m", "18446744073709551.615 m"),
    ] {
        let length: Length = parse(given);
        assert_eq!(length.to_string(), printed);
        assert_eq!(parse::<Length>(printed), length);
    }
    for (given, printed) in [
        ("120吨标煤", "120 tce"),
        ("0.001 kgce", "0.000001 tce"),
        ("1500千克标准煤", "1.5 tce"),
    ] {
        assert_eq!(parse::<Energy>(given).to_string(), printed);
    }
    for (given, printed) in [("1.5吨", "1.5 t"), ("1500公斤", "1.5 t"), ("0 t", "0 t")] {
        assert_eq!(parse::<Mass>(given).to_string(), printed);
    }
}

#[test]
fn all_doors_are_one() {
    let eight = Decimal::new(8_001, 3);
    assert_eq!(Length::new(eight, LengthUnit::Metre), Ok(parse("8.001 m")));
    assert_eq!(
        Length::parse_in("8.001", LengthUnit::Metre),
        Ok(Length::from_quanta(8_001))
    );
    let energy = Energy::parse_in("2", EnergyUnit::TonneOfCoal).unwrap();
    assert_eq!(energy.quanta(), 2_000_000);
    assert_eq!(energy.amount(EnergyUnit::KilogramOfCoal), parse("2000/1"));
    assert_eq!(Mass::new(eight, MassUnit::Kilogram), Ok(parse("8.001千克")));
    assert!(Mass::ZERO.is_zero());
}

#[test]
fn what_cannot_be_held_is_refused() {
    assert!(matches!(
        "0.0001 m".parse::<Length>(),
        Err(QuantityError::TooPrecise { .. })
    ));
    assert!(matches!(
        "-1 t".parse::<Mass>(),
        Err(QuantityError::Negative { .. })
    ));
    assert!(matches!(
        "18446744073709551.616 m".parse::<Length>(),
        Err(QuantityError::OutOfRange { .. })
    ));
    // Electricity has no one factor to coal.
    assert!(matches!(
        "1千瓦时".parse::<Energy>(),
        Err(QuantityError::UnknownUnit { .. })
    ));
    assert!(matches!(
        "120".parse::<Energy>(),
        Err(QuantityError::MissingUnit { .. })
    ));
}
