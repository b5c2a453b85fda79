//! Parcels and allocations: their numbers, their dates, what cannot be.

use standard_land::allocation::{
    AllocationError, AllocationId, Milestone, Milestones, SupervisionError, SupervisionKind,
    SupervisionNumber, SupplyMethod,
};
use standard_land::calendar::Year;
use standard_land::jiff::civil::{Date, date};
use standard_land::parcel::{ParcelCode, ParcelCodeError, ParcelError, ParcelId};
use standard_land::quantity::MoneyUnit;
use standard_land::{Area, AreaUnit, LabelError, Parcel, Ratio};

use super::{allocation, parcel, parse};

#[test]
fn a_parcel_has_an_area() {
    let id: ParcelId = parse("2019-81");
    assert_eq!(
        Parcel::new(id.clone(), Area::ZERO),
        Err(ParcelError::ZeroArea { id: id.clone() })
    );
    let parcel = parcel("2019-81", "0.00000001 mu");
    assert_eq!((parcel.id(), parcel.area().quanta()), (&id, 1));
    // What is not known is none.
    assert_eq!((parcel.region(), parcel.land_use()), (None, None));

    let class = parse::<standard_land::land_use::LandUse>("GB/T 21010-2017 0601");
    let parcel = parcel.with_region(parse("141121")).with_land_use(class);
    assert_eq!(parcel.region(), Some(parse("141121")));
    assert_eq!(parcel.land_use(), Some(class));
    assert_eq!(parcel.to_string(), "2019-81, 0.00000001 mu");
}

#[test]
fn parcel_codes_have_parts() {
    for (text, county, zones, rights, serial) in [
        (
            "141121001002GB00017",
            "141121",
            ("001", "002"),
            ('G', 'B'),
            "00017",
        ),
        (
            "330782999000JC99999",
            "330782",
            ("999", "000"),
            ('J', 'C'),
            "99999",
        ),
        (
            "999999000000ZY00000",
            "999999",
            ("000", "000"),
            ('Z', 'Y'),
            "00000",
        ),
    ] {
        let code: ParcelCode = parse(text);
        assert_eq!((code.as_str(), code.to_string().as_str()), (text, text));
        assert_eq!(code.county(), parse(county));
        assert_eq!((code.cadastral_zone(), code.sub_zone()), zones);
        assert_eq!((code.owner(), code.right()), rights);
        assert_eq!(code.serial(), serial);
        assert_eq!(ParcelId::from(code).as_str(), text);
    }
    let wrong = |text: &str| text.parse::<ParcelCode>().unwrap_err();
    for (text, found, position) in [
        ("14112X001002GB00017", 'X', 6),
        ("141121001002AB00017", 'A', 13),
        ("141121001002G100017", '1', 14),
        ("141121001002Gb00017", 'b', 14),
        ("141121001002GB0001７", '７', 19),
        ("宗41121001002GB00017", '宗', 1),
    ] {
        assert_eq!(
            wrong(text),
            ParcelCodeError::Character {
                given: text.to_owned().into(),
                found,
                position,
            }
        );
    }
    assert!(matches!(
        wrong("141121001002GB0001"),
        ParcelCodeError::Length { characters: 18, .. }
    ));
    assert!(matches!(
        wrong("140021001002GB00017"),
        ParcelCodeError::County { .. }
    ));
}

#[test]
fn labels_are_kept_as_printed() {
    let limit = AllocationId::MAX_CHARACTERS;
    for text in [
        "2024-出让-03",
        "a  b",
        "晋(2024)文水县不动产权第0000001号",
        &"号".repeat(limit),
    ] {
        let id: AllocationId = parse(text);
        assert_eq!((id.as_str(), id.to_string().as_str()), (text, text));
        assert_eq!(id.as_ref(), text);
    }
    let refused = |text: &str| text.parse::<AllocationId>().unwrap_err();
    assert_eq!(refused(""), LabelError::Empty);
    for text in [" a", "a ", "\u{3000}a", "a\u{a0}", "\n", " "] {
        assert!(matches!(refused(text), LabelError::Padded { given } if given == text));
    }
    assert!(matches!(
        refused("号\u{7}"),
        LabelError::Control {
            found: '\u{7}',
            position: 2,
            ..
        }
    ));
    assert!(matches!(
        refused(&"号".repeat(101)),
        LabelError::TooLong {
            characters: 101,
            limit: 100,
            ..
        }
    ));
}

#[test]
fn supervision_numbers_have_parts() {
    use SupervisionKind::{Allocation, Grant, LeaseOrContribution};
    for (text, division, year, kind, serial, suffix) in [
        ("1411212012B00017", "141121", 2012, Grant, 17, None),
        ("1411212012A000017", "141121", 2012, Allocation, 17, None),
        (
            "3307822009C99999-1",
            "330782",
            2009,
            LeaseOrContribution,
            99_999,
            Some(1),
        ),
        (
            "3307822009B999999-9999",
            "330782",
            2009,
            Grant,
            999_999,
            Some(9999),
        ),
    ] {
        let number: SupervisionNumber = parse(text);
        assert_eq!(number.division(), parse(division));
        assert_eq!((number.year(), number.kind()), (year, kind));
        assert_eq!((number.serial(), number.suffix()), (serial, suffix));
        assert_eq!(number.to_string(), text);
        let id = AllocationId::from(number);
        assert_eq!((id.as_str(), id.supervision_number()), (text, Some(number)));
    }
    for text in [
        "",
        "1411212012B0017",
        "1411212012B0000017",
        "1411212012D00017",
        "1411212012b00017",
        "1411212012B00017-",
        "1411212012B00017-0",
        "1411212012B00017-01",
        "1411212012B00017-10000",
        "1411212012B00017-1-2",
        "1411212012B+0017",
        "141121２012B00017",
        "141121-012B00017",
    ] {
        assert!(
            matches!(text.parse::<SupervisionNumber>(), Err(SupervisionError::Form { given }) if given == text),
            "{text}"
        );
        assert_eq!(
            text.parse()
                .ok()
                .and_then(|id: AllocationId| id.supervision_number()),
            None
        );
    }
    assert!(matches!(
        "1400212012B00017".parse::<SupervisionNumber>(),
        Err(SupervisionError::Division { .. })
    ));
}

#[test]
fn supply_methods_are_grants_or_not() {
    for (text, grant, competitive) in [
        ("划拨", false, false),
        ("招标出让", true, true),
        ("拍卖出让", true, true),
        ("挂牌出让", true, true),
        ("协议出让", true, false),
        ("租赁", false, false),
        ("作价出资(入股)", false, false),
        ("授权经营", false, false),
    ] {
        let method: SupplyMethod = parse(text);
        assert_eq!(method.name_zh(), text);
        assert_eq!(
            (method.is_grant(), method.is_competitive()),
            (grant, competitive),
            "{text}"
        );
    }
    assert_eq!(SupplyMethod::ALL.len(), 8);
}

#[test]
fn years_go_from_1_to_9999() {
    for (number, text) in [(1, "0001"), (1949, "1949"), (9999, "9999")] {
        let year = Year::new(number).unwrap();
        assert_eq!((year.number(), year.to_string().as_str()), (number, text));
        assert_eq!(parse::<Year>(text), year);
        assert_eq!(Year::of(date(number, 12, 31)), Some(year));
    }
    for number in [0, -1, 10_000, i16::MIN, i16::MAX] {
        assert_eq!(Year::new(number).unwrap_err().given(), number.to_string());
    }
    for text in [
        "",
        "24",
        "0000",
        "02024",
        "+024",
        "-024",
        "２０２４",
        "2024年",
    ] {
        assert_eq!(text.parse::<Year>().unwrap_err().given(), text);
    }
    assert_eq!(Year::of(date(0, 1, 1)), None);
}

/// Pairs of milestones of which the second must not come before the first.
const IN_ORDER: [(Milestone, Milestone); 12] = {
    use Milestone as M;
    [
        (M::Signed, M::AgreedHandover),
        (M::Signed, M::AgreedStart),
        (M::Signed, M::AgreedCompletion),
        (M::AgreedHandover, M::AgreedStart),
        (M::AgreedHandover, M::AgreedCompletion),
        (M::AgreedStart, M::AgreedCompletion),
        (M::Signed, M::ActualStart),
        (M::Signed, M::ActualCompletion),
        (M::Signed, M::Ended),
        (M::ActualStart, M::ActualCompletion),
        (M::ActualStart, M::Ended),
        (M::ActualCompletion, M::Ended),
    ]
};

#[test]
fn dates_run_backwards_for_the_pairs_in_order_only() {
    let (early, late) = (date(2024, 5, 1), date(2024, 5, 2));
    for first in Milestone::ALL {
        for then in Milestone::ALL.iter().filter(|then| *then != first) {
            let both = |a: Date, b: Date| Milestones::default().with(*first, a).with(*then, b);
            let ordered = IN_ORDER.contains(&(*first, *then));
            let found = both(late, early).backwards();
            assert_eq!(
                found.map(|it| (it.first, it.then)),
                ordered.then_some(((*first, late), (*then, early))),
                "{first}, {then}"
            );
            assert_eq!(both(early, early).backwards(), None, "the same day");
        }
    }
    // A missing date in between changes nothing, and a third is found too.
    let dates = Milestones {
        signed: Some(early),
        actual_completion: Some(late),
        ended: Some(early),
        ..Milestones::default()
    };
    let first = dates.backwards().map(|wrong| wrong.first);
    assert_eq!(first, Some((Milestone::ActualCompletion, late)));
    assert_eq!(
        Milestone::ALL
            .iter()
            .filter(|it| dates.get(**it).is_some())
            .count(),
        3
    );
}

#[test]
fn an_allocation_that_cannot_be_is_refused_by_every_door() {
    let id: AllocationId = parse("A-1");
    let granted = allocation("A-1", "P-1", "某公司", "1 ha");
    let signed = |day| Milestones::default().with(Milestone::Signed, day);

    assert_eq!(
        standard_land::Allocation::new(id.clone(), parse("P-1"), parse("某公司"), Area::ZERO),
        Err(AllocationError::ZeroArea { id: id.clone() })
    );
    let price = parse("-0.01 CNY");
    assert_eq!(
        granted.clone().with_price(price),
        Err(AllocationError::NegativePrice {
            id: id.clone(),
            price
        })
    );
    assert!(granted.clone().with_price(parse("0 CNY")).is_ok());

    for (first, then) in IN_ORDER {
        let dates = Milestones::default()
            .with(first, date(2024, 5, 2))
            .with(then, date(2024, 5, 1));
        assert_eq!(
            granted.clone().with_dates(dates),
            Err(AllocationError::DatesRunBackwards {
                id: id.clone(),
                dates: Box::new(dates.backwards().unwrap()),
            })
        );
    }

    let (year, day) = (parse("2024"), date(2023, 12, 31));
    let differs = AllocationError::YearDiffers {
        id,
        year,
        signed: day,
    };
    let of_2024 = granted.clone().with_year(year).unwrap();
    assert_eq!(
        of_2024.clone().with_dates(signed(day)),
        Err(differs.clone())
    );
    let signed_2023 = granted.with_dates(signed(day)).unwrap();
    assert_eq!(signed_2023.with_year(year), Err(differs));
    assert!(of_2024.with_dates(signed(date(2024, 1, 1))).is_ok());
}

#[test]
fn what_is_not_known_of_an_allocation_is_none() {
    let bare = allocation("A-1", "P-1", "某公司", "1.4191 ha");
    assert_eq!(
        (bare.category(), bare.industry(), bare.method()),
        (None, None, None)
    );
    assert_eq!(
        (bare.price(), bare.unit_price(), bare.term(), bare.year()),
        (None, None, None, None)
    );
    assert_eq!(bare.dates(), &Milestones::default());
    assert!(bare.is_live());

    let day = date(2012, 2, 29);
    let full = bare
        .with_category(parse("industry"))
        .with_industry(parse("2521"))
        .with_method(SupplyMethod::ListingGrant)
        .with_price(parse("144万元"))
        .unwrap()
        .with_term(parse("50年"))
        .with_dates(Milestones {
            signed: Some(day),
            ended: Some(day),
            ..Milestones::default()
        })
        .unwrap();
    assert_eq!(full.category(), Some(parse("industry")));
    assert_eq!(full.industry(), Some(parse("2521")));
    assert_eq!(full.method(), Some(SupplyMethod::ListingGrant));
    assert_eq!(full.term(), Some(parse("50 years")));
    assert_eq!(full.year(), Some(parse("2012")));
    assert!(!full.is_live());
    // 144 / (1.4191 × 15)
    let rate = full
        .unit_price()
        .map(|price| price.rate(MoneyUnit::TenThousandYuan, AreaUnit::Mu));
    assert_eq!(rate, Some(Ratio::new(1_440_000, 212_865).unwrap()));
    assert_eq!(full.to_string(), "A-1: 1.4191 ha of P-1 to 某公司");
}

#[test]
fn an_edit_takes_fields_in_any_order_and_checks_them_once() {
    let printed = allocation("A-1", "P-1", "某公司", "3.01 ha")
        .with_year(parse("2023"))
        .unwrap();
    let before = printed.clone();
    let dates = Milestones::default().with(Milestone::Signed, date(2024, 5, 1));

    // Neither of the two may change alone.
    let one = printed.with().dates(dates).build();
    assert_eq!(
        one,
        Err(AllocationError::YearDiffers {
            id: parse("A-1"),
            year: parse("2023"),
            signed: date(2024, 5, 1),
        })
    );
    let dates_first = printed.with().dates(dates).year(None).build().unwrap();
    let year_first = printed.with().year(None).dates(dates).build().unwrap();
    assert_eq!(dates_first, year_first);
    assert_eq!(dates_first.year(), Some(parse("2024")));
    assert_eq!(printed, before);

    // Every field can be set, and one that is not known be taken back.
    let parcel_code: ParcelCode = parse("141121001002GB00017");
    let full = printed
        .with()
        .id(parse("A-2"))
        .parcel(parcel_code.into())
        .enterprise(parse("91140106713678575D"))
        .area(parse("45 mu"))
        .category(Some(standard_land::IndustryCategory::Industry))
        .industry(Some(parse("7514")))
        .method(Some(SupplyMethod::ListingGrant))
        .price(Some(parse("144万元")))
        .term(Some(parse("50年")))
        .build()
        .unwrap();
    assert_eq!(
        full.to_string(),
        "A-2: 3 ha of 141121001002GB00017 to 91140106713678575D"
    );
    assert_eq!(full.method(), Some(SupplyMethod::ListingGrant));
    assert_eq!(full.term(), Some(parse("50年")));
    let back = full.with().price(None).term(None).build().unwrap();
    assert_eq!((back.price(), back.term()), (None, None));
    assert_eq!(back.industry(), Some(parse("7514")));
}

#[test]
fn a_refused_edit_names_the_field_and_changes_nothing() {
    let parcel = parcel("P-1", "3.01 ha").with_region(parse("141121"));
    let refused = parcel.with().region(None).area(Area::ZERO).build();
    assert_eq!(refused, Err(ParcelError::ZeroArea { id: parse("P-1") }));
    assert_eq!(parcel.area(), parse("3.01 ha"));
    assert_eq!(parcel.region(), Some(parse("141121")));

    let allocation = allocation("A-1", "P-1", "某公司", "3.01 ha");
    let negative = allocation
        .with()
        .price(Some(parse("-1元")))
        .area(parse("1 ha"))
        .build();
    assert!(matches!(
        negative,
        Err(AllocationError::NegativePrice { .. })
    ));
    assert_eq!(allocation.area(), parse("3.01 ha"));

    // An enterprise has no rule between its fields: nothing is refused.
    let enterprise = standard_land::Enterprise::new(parse("山西晋韵古建筑有限公司"));
    let code: standard_land::CreditCode = parse("91140106713678575D");
    let known = enterprise.with().code(Some(code.into())).build();
    assert_eq!(known.id().to_string(), "91140106713678575D");
    assert_eq!(known.with().code(None).build(), enterprise);

    let block = standard_land::register::Block::new(parse("rest"), 3, parse("31.44 ha")).unwrap();
    let empty = block.with().area(parse("1 ha")).parcels(0).build();
    assert!(matches!(
        empty,
        Err(standard_land::register::BlockError::NoParcels { .. })
    ));
    assert_eq!(block.parcels(), 3);
}
