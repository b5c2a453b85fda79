//! An area that is written in one unit.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use standard_land::{Area, AreaUnit};

use super::quantity::areas;

/// An area in each unit that can be fixed.
#[derive(Debug, Serialize, Deserialize)]
struct InMu(#[serde(with = "standard_land::quantity::as_mu")] Area);

#[derive(Debug, Serialize, Deserialize)]
struct InHectares(#[serde(with = "standard_land::quantity::as_hectares")] Area);

#[derive(Debug, Serialize, Deserialize)]
struct InSquareMetres(#[serde(with = "standard_land::quantity::as_square_metres")] Area);

/// What was written ends with the unit and is read again; or there is none.
fn fixed(written: &serde_json::Result<String>, area: Area, unit: AreaUnit) {
    if let Ok(amount) = area.to_decimal(unit) {
        let json = written.as_ref().unwrap();
        assert_eq!(*json, format!("\"{amount} {unit}\""));
        assert_eq!(serde_json::from_str::<Area>(json).unwrap(), area);
        assert_eq!(serde_json::from_str::<InMu>(json).unwrap().0, area);
    } else {
        let error = written.as_ref().unwrap_err().to_string();
        let told = format!("{area} has no finite decimal in {unit}: write it in mu, or round it");
        assert_eq!(error, told);
    }
}

proptest! {
    #[test]
    fn a_fixed_unit_is_kept_and_nothing_is_rounded(area in areas()) {
        prop_assert!(area.to_decimal(AreaUnit::Mu).is_ok());
        fixed(&serde_json::to_string(&InMu(area)), area, AreaUnit::Mu);
        fixed(&serde_json::to_string(&InHectares(area)), area, AreaUnit::Hectare);
        fixed(&serde_json::to_string(&InSquareMetres(area)), area, AreaUnit::SquareMetre);
        let bytes = postcard::to_allocvec(&InMu(area)).unwrap();
        prop_assert_eq!(postcard::from_bytes::<InMu>(&bytes).unwrap().0, area);
    }
}
