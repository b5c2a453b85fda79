//! Land-use classes: both tables whole, and why the edition is in the type.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a panic is how a test fails"
)]

use standard_land::land_use::{
    Edition, Gbt21010, Guide2023, LandUse, LandUse2017, LandUse2023, LandUseCode, LandUseError,
};

use super::{parse, rows};

const GBT_21010: &str = include_str!("../../../data/gbt21010-2017-land-use.csv");
const GUIDE_2023: &str = include_str!("../../../data/land-sea-use-2023.csv");

/// Compares an edition with its table; returns how many classes each level has.
fn check<E: Edition>(table: &str) -> [usize; 3]
where
    LandUse: From<LandUseCode<E>>,
{
    let mut counts = [0; 3];
    let mut all = LandUseCode::<E>::all();
    for [code, level, parent, name] in rows(table) {
        let class: LandUseCode<E> = parse(code);
        assert_eq!(all.next(), Some(class), "{code}");
        assert_eq!((class.code(), class.name_zh()), (code, name));
        assert_eq!(class.to_string(), code);
        assert_eq!(class.level().to_string(), level, "{code}");
        let above = (!parent.is_empty()).then(|| parse(parent));
        assert_eq!(class.parent(), above, "{code}");
        assert!(LandUseCode::<E>::named(name).any(|named| named == class));
        assert!(LandUseCode::<E>::named(name).all(|named| named.name_zh() == name));

        let either = LandUse::from(class);
        assert_eq!((either.edition(), either.code()), (E::NAME, code));
        assert_eq!(either.name_zh(), name);
        assert_eq!(either.to_string(), format!("{} {code}", E::NAME));
        assert_eq!(parse::<LandUse>(&either.to_string()), either);
        if let Some(count) = counts.get_mut(class.level().saturating_sub(1)) {
            *count += 1;
        }
    }
    assert_eq!(all.next(), None);
    counts
}

#[test]
fn every_row_of_the_tables_agrees() {
    assert_eq!(check::<Gbt21010>(GBT_21010), [12, 73, 0]);
    assert_eq!(check::<Guide2023>(GUIDE_2023), [24, 111, 40]);
    assert_eq!(LandUse2017::all().count(), 85);
    assert_eq!(LandUse2023::all().count(), 175);
}

#[test]
fn is_within_goes_by_the_leading_digits() {
    for below in LandUse2023::all() {
        for above in LandUse2023::all() {
            let expected = below.code().starts_with(above.code());
            assert_eq!(below.is_within(above), expected, "{below} in {above}");
        }
    }
}

#[test]
fn the_same_digits_mean_different_things() {
    let (old, new): (LandUse2017, LandUse2023) = (parse("0601"), parse("0601"));
    assert_eq!((old.name_zh(), new.name_zh()), ("工业用地", "农村道路"));
    assert_ne!(LandUse::from(old), LandUse::from(new));
    assert_eq!(
        parse::<LandUse>("Guide 2023 1001").name_zh(),
        old.name_zh(),
        "industrial land moved"
    );
}

#[test]
fn what_is_no_class_is_refused() {
    for text in ["", "6", "060", "0699", "060100", " 0601", "０６０１"] {
        assert_eq!(
            text.parse::<LandUse2017>(),
            Err(LandUseError::UnknownCode {
                given: text.to_owned(),
                edition: "GB/T 21010-2017",
            })
        );
    }
    for text in [
        "",
        "0601",
        "GB/T 21010-20170601",
        "GB/T 21010-2007 0601",
        "2023 0601",
    ] {
        assert!(
            matches!(text.parse::<LandUse>(), Err(LandUseError::NoEdition { given }) if given == text),
            "{text}"
        );
    }
    // 05 and 0501 to 0507 are classes of the edition of 2017; 1001 is none.
    for text in [
        "GB/T 21010-2017 1301",
        "Guide 2023 9999",
        "Guide 2023  0601",
    ] {
        assert!(
            matches!(
                text.parse::<LandUse>(),
                Err(LandUseError::UnknownCode { .. })
            ),
            "{text}"
        );
    }
}
