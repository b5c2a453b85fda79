//! Choosing: what is unknown neither matches nor vanishes.

use standard_land::allocation::{Milestones, SupplyMethod};
use standard_land::enterprise::EnterpriseId;
use standard_land::jiff::civil::date;
use standard_land::land_use::{Edition, LandUse};
use standard_land::register::Grant;
use standard_land::stats::{Facts, Fit, Sifted};
use standard_land::{CreditCode, Enterprise, Register, Tally};

use super::{allocation, block, enterprise, founding, parcel, parse, tally};

/// One grant of which everything is known, one of which nothing is, a block.
fn register() -> Register {
    let mut register = Register::new();
    let land = parcel("P-1", "1 ha").with_region(parse("141121"));
    register
        .add_parcel(land.with_land_use(parse::<LandUse>("GB/T 21010-2017 0601")))
        .unwrap();
    register.add_parcel(parcel("P-2", "2 ha")).unwrap();
    let holder = Enterprise::new(parse("甲")).with_code(parse::<CreditCode>("91140106713678575D"));
    let id = holder.id();
    register.add_enterprise(holder).unwrap();
    register.add_enterprise(enterprise("乙")).unwrap();
    let known = allocation("A-1", "P-1", &id.to_string(), "1 ha")
        .with_category(parse("producer-services/05"))
        .with_industry(parse("7514"))
        .with_method(SupplyMethod::ListingGrant)
        .with_dates(Milestones {
            signed: Some(date(2024, 5, 20)),
            ..Milestones::default()
        });
    register.add_allocation(known.unwrap()).unwrap();
    register
        .add_allocation(allocation("A-2", "P-2", "乙", "2 ha"))
        .unwrap();
    let rest = block("B", 3, "3 ha")
        .with_region(parse("140000"))
        .with_year(parse("2024"));
    register
        .add_block(
            rest.with_category(parse("producer-services"))
                .with_industry(parse("M")),
        )
        .unwrap();
    register
}

/// The answers for the known grant, the unknown one, and the block.
fn answers(condition: impl Fn(&Grant) -> Fit) -> [Fit; 3] {
    let register = register();
    let answers: Vec<Fit> = register.grants().map(|grant| condition(&grant)).collect();
    answers.try_into().unwrap()
}

const YES: Fit = Fit::Yes;
const NO: Fit = Fit::No;
const UNKNOWN: Fit = Fit::Unknown;

#[test]
fn what_is_known_answers_and_what_is_wider_does_not() {
    let signed = |text| answers(|it| it.is_signed_in(parse(text)));
    assert_eq!(signed("2024"), [YES, UNKNOWN, YES]);
    assert_eq!(signed("2024-Q2"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(signed("2024-05-20"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(signed("2024-H2"), [NO, UNKNOWN, UNKNOWN]);
    assert_eq!(signed("2023"), [NO, UNKNOWN, NO]);
    let region = |text| answers(|it| it.lies_in(parse(text)));
    assert_eq!(region("140000"), [YES, UNKNOWN, YES]);
    assert_eq!(region("141100"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(region("141122"), [NO, UNKNOWN, UNKNOWN]);
    assert_eq!(region("110000"), [NO, UNKNOWN, NO]);
    let category = |text| answers(|it| it.is_for(parse(text)));
    assert_eq!(category("producer-services"), [YES, UNKNOWN, YES]);
    assert_eq!(category("producer-services/05"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(category("producer-services/01"), [NO, UNKNOWN, UNKNOWN]);
    assert_eq!(category("industry"), [NO, UNKNOWN, NO]);
    let industry = |text| answers(|it| it.is_in_industry(parse(text)));
    assert_eq!(industry("M"), [YES, UNKNOWN, YES]);
    assert_eq!(industry("75"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(industry("C"), [NO, UNKNOWN, NO]);
    // 7514 is the same class in both; M of 2017 holds some of other sections.
    assert_eq!(industry("GB/T 4754-2011 7514"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(industry("GB/T 4754-2011 7512"), [NO, UNKNOWN, UNKNOWN]);
    assert_eq!(industry("GB/T 4754-2011 M"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(industry("GB/T 4754-2002 C"), [NO, UNKNOWN, NO]);
    let method = |method| answers(|it| it.is_by(method));
    assert_eq!(method(SupplyMethod::ListingGrant), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(method(SupplyMethod::Lease), [NO, UNKNOWN, UNKNOWN]);
}

#[test]
fn a_class_of_another_edition_does_not_say() {
    let used = |text| answers(|it| it.is_used_for(LandUse::new(Edition::Gbt2017, text).unwrap()));
    assert_eq!(used("06"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(used("0602"), [NO, UNKNOWN, UNKNOWN]);
    let other = answers(|it| it.is_used_for(parse("Guide 2023 100101")));
    assert_eq!(other, [UNKNOWN; 3]);
}

#[test]
fn a_holder_is_found_by_code_and_by_name() {
    let held = |text: &str| answers(|it| it.is_held_by(&parse(text)));
    assert_eq!(held("甲"), [YES, NO, UNKNOWN]);
    assert_eq!(held("乙"), [NO, YES, UNKNOWN]);
    assert_eq!(held("91140106713678575D"), [YES, UNKNOWN, UNKNOWN]);
    assert_eq!(held("91350100M000100Y43"), [NO, UNKNOWN, UNKNOWN]);
    // An allocation knows what identifies its holder, and no more.
    let register = register();
    let by = |asked: &str| {
        let asked: EnterpriseId = parse(asked);
        register
            .allocations()
            .map(|it| it.is_held_by(&asked))
            .collect::<Vec<_>>()
    };
    assert_eq!(by("甲"), [UNKNOWN, NO]);
    assert_eq!(by("91140106713678575D"), [YES, UNKNOWN]);
    let lies = register.allocations().map(|it| it.lies_in(parse("140000")));
    assert!(lies.into_iter().all(|it| it == UNKNOWN));
}

#[test]
fn conditions_compose() {
    for a in Fit::ALL.iter().copied() {
        assert_eq!(!!a, a);
        assert_eq!(a.is_certain(), a == YES);
        for b in Fit::ALL.iter().copied() {
            assert_eq!(a & b, b & a);
            assert_eq!(!(a & b), !a | !b);
            // Where both are known it is the logic of two values.
            if a != UNKNOWN && b != UNKNOWN {
                assert_eq!(a & b, Fit::from(a == YES && b == YES));
                assert_eq!(a | b, Fit::from(a == YES || b == YES));
            }
        }
    }
    assert_eq!((YES & UNKNOWN, NO & UNKNOWN), (UNKNOWN, NO));
    assert_eq!((YES | UNKNOWN, NO | UNKNOWN), (YES, UNKNOWN));
    let own = answers(|it| Fit::from(it.method().map(SupplyMethod::is_competitive)));
    assert_eq!(own, [YES, UNKNOWN, UNKNOWN]);
}

#[test]
fn nothing_vanishes() {
    let register = founding();
    let services = parse("producer-services");
    let sifted = Sifted::of(register.grants(), |it| it.is_for(services));
    assert_eq!(Tally::of(sifted.fitting), Ok(tally(4, "5.74 ha")));
    assert_eq!(Tally::of(sifted.unknown), Ok(tally(3, "31.44 ha")));
    assert_eq!(sifted.others, []);
    let sifted = Sifted::of(register.grants(), |it| !it.is_for(services));
    assert_eq!(Tally::of(sifted.unknown), Ok(tally(3, "31.44 ha")));
    assert_eq!(Tally::of(sifted.others), Ok(tally(4, "5.74 ha")));
}
